"""What comes back to the secretariat: the sent message, replies, receipts and reports, each recorded once."""

import datetime
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.delivery_words import happening_said
from nmirf_desktop.domain.dispatches import Channel, Delivery, Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.mail import read_mail
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.deliveries import Line, Occurrence
from nmirf_desktop.services.mail_shown import KnownBy, Shown
from nmirf_desktop.services.returned_mail import ReturnedMail
from tests.registers import Desk
from tests.services.test_dispatches import IN_TIME, PREPARED, SENDER, Office

AT = IN_TIME - datetime.timedelta(hours=3)


class Post(Office):
    """An office with a dispatch prepared, and the coordinator's program for e-mail."""

    def __init__(self, desk: Desk, meeting: Meeting, place: Path, channel: Channel, two_addresses: str = "") -> None:
        super().__init__(desk, meeting)
        if two_addresses:
            (person,) = desk.members.file(two_addresses, PREPARED.date()).people.values()
            emails = (*person.emails, f"mission@{two_addresses.lower()}.example.org")
            desk.members.save_person(replace(person, emails=emails))
        self.prepared = self.send(place, self.order(channel))
        (self.folder,) = place.iterdir()
        self.desk.clock.at = IN_TIME
        self.returned = ReturnedMail(self.deliveries)

    def message(self, name: str) -> EmailMessage:
        """A prepared message."""
        found = message_from_bytes((self.folder / name).read_bytes(), policy=policy.SMTP)
        assert isinstance(found, EmailMessage)
        return found

    def sent(self, name: str, *, number: bool = True, bcc: bool = True) -> bytes:
        """A message as a program keeps it that sent it: another date, perhaps another number, no hidden recipients."""
        message = self.message(name)
        message.replace_header("Date", format_datetime(AT))
        del message["X-Unsent"]
        if not number:
            message.replace_header("Message-ID", "<other@mail.example.org>")
        if not bcc:
            del message["Bcc"]
        return message.as_bytes()

    def read(self, content: bytes) -> Shown:
        """What a message shows."""
        return self.returned.read("mail.eml", content)

    @property
    def line(self) -> Line:
        """The dispatch as it stands now."""
        return self.deliveries.line(self.prepared.dispatch.key)

    def delivery(self, state: str) -> Delivery:
        """What went to a State."""
        return next(one for one in self.line.deliveries if one.recipient.state == state)

    def standing(self, state: str) -> Standing:
        """How what went to a State stands."""
        return self.delivery(state).standing


@pytest.fixture
def post(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Post:
    desk, meeting, _ = network
    return Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH)


@pytest.fixture
def by_language(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Post:
    desk, meeting, _ = network
    return Post(desk, meeting, tmp_path / "outbox", Channel.BY_LANGUAGE)


def states(shown: Shown) -> set[str | None]:
    return {one.recipient.state for one in shown.deliveries}


def report(original: bytes, address: str, action: str, *, whole: bool = True) -> bytes:
    """What a server says of a message that it could not deliver (RFC 3464)."""
    head = (
        f"From: MAILER-DAEMON@mail.example.org\r\nTo: {SENDER}\r\nDate: {format_datetime(AT)}\r\n"
        "Subject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"\r\n\r\n'
        "--edge\r\nContent-Type: text/plain\r\n\r\nI am sorry to have to inform you.\r\n"
        "--edge\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example.org\r\n\r\n"
        f"Final-Recipient: rfc822; {address}\r\nAction: {action}\r\nStatus: 5.1.1\r\n\r\n"
    )
    own = b"--edge\r\nContent-Type: message/rfc822\r\n\r\n" + original + b"\r\n" if whole else b""
    return head.encode() + own + b"--edge--\r\n"


def test_one_of_two_addresses_that_bounces_is_told_and_is_no_failure_of_all(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    """The whole delivery failed by it, R39 was broken, and nobody saw which address it was."""
    desk, meeting, _ = network
    post = Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH, two_addresses="PRY")
    other, own = "mission@pry.example.org", "pry@example.org"
    bounce = report(post.sent("PRY.eml"), other, "failed")
    assert post.returned.record(post.read(post.sent("PRY.eml"))) == 1
    assert post.returned.record(post.read(bounce)) == 1
    assert (post.standing("PRY"), post.delivery("PRY").missed) == (Standing.SENT, (other,))
    assert post.delivery("PRY").sent is not None
    assert post.read(bounce).new == ()
    words = catalog(Language.EN)
    event = post.delivery("PRY").events[-1]
    assert happening_said(event, post.delivery("PRY").recipient, words) == "Not delivered at 1 of 2 addresses"
    post.desk.clock.forward(1)
    assert post.returned.record(post.read(report(post.sent("PRY.eml"), own, "failed"))) == 1
    assert post.standing("PRY") is Standing.FAILED
    assert post.delivery("PRY").sent is None
    post.desk.clock.forward(1)
    post.deliveries.happened([post.delivery("PRY").recipient.key], Happening.SENT, post.desk.clock.at)
    assert (post.standing("PRY"), post.delivery("PRY").missed) == (Standing.SENT, ())


@pytest.fixture
def two(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Post:
    """What went to Paraguay at two addresses."""
    desk, meeting, _ = network
    return Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH, two_addresses="PRY")


OWN, OTHER = "pry@example.org", "mission@pry.example.org"


def said_last(post: Post) -> str:
    """What the log says happened last to what went to Paraguay."""
    delivery = post.delivery("PRY")
    return happening_said(delivery.events[-1], delivery.recipient, catalog(Language.EN))


def test_addresses_that_nothing_was_sent_to_do_not_count_as_those_that_failed(two: Post) -> None:
    """A mailbox passed it on to two others: the log said “Not delivered” beside “Sent”."""
    two.returned.record(two.read(two.sent("PRY.eml")))
    bounce = report(two.sent("PRY.eml"), "a@elsewhere.example.com", "failed").replace(
        b"--edge--",
        b"--edge\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example.org\r\n\r\n"
        b"Final-Recipient: rfc822; b@elsewhere.example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--edge--",
    )
    assert two.returned.record(two.read(bounce)) == 1
    delivery = two.delivery("PRY")
    assert (delivery.standing, delivery.missed) == (Standing.SENT, ())
    assert delivery.not_forwarded == ("a@elsewhere.example.com", "b@elsewhere.example.com")
    assert said_last(two) == "Not delivered where it was forwarded to"
    assert two.read(bounce).new == ()


def test_the_address_to_which_a_mailbox_went_on_makes_no_second_of_two(two: Post) -> None:
    """The list said “not at 2 of 2” where one of the two had been named."""
    two.returned.record(two.read(two.sent("PRY.eml")))
    for address in (OTHER, "elsewhere@example.com"):
        two.desk.clock.forward(1)
        assert two.returned.record(two.read(report(two.sent("PRY.eml"), address, "failed"))) == 1
    assert two.delivery("PRY").missed == (OTHER,)
    assert two.standing("PRY") is Standing.SENT


def test_a_message_is_recorded_in_one_act_or_not_at_all(two: Post) -> None:
    """A bounce of what nobody had noted as sent made two entries, and one of them stayed when the other failed."""
    before = two.deliveries.state
    assert two.returned.record(two.read(report(two.sent("PRY.eml"), OTHER, "failed"))) == 1
    assert two.deliveries.state == before + 1
    assert [one.kind for one in two.delivery("PRY").events] == [Happening.SENT, Happening.FAILED]
    key = two.delivery("URY").recipient.key
    first = Occurrence([key], Happening.SENT, AT)
    with pytest.raises(Problem):
        two.deliveries.occurred((first, Occurrence([key], Happening.FAILED, PREPARED - datetime.timedelta(days=1))))
    assert two.delivery("URY").events == ()


def again(post: Post, *to: str, minutes: int = 30) -> bytes:
    """The copy of a message that was sent again, later, to some addresses."""
    message = post.message("PRY.eml")
    del message["X-Unsent"]
    message.replace_header("Date", format_datetime(AT + datetime.timedelta(minutes=minutes)))
    message.replace_header("To", ", ".join(to))
    return message.as_bytes()


def test_what_failed_at_one_of_two_addresses_is_sent_there_again(two: Post) -> None:
    """It could not be recorded, neither by hand nor from the message: the address stayed missed."""
    for content in (two.sent("PRY.eml"), report(two.sent("PRY.eml"), OTHER, "failed")):
        two.returned.record(two.read(content))
    first = two.delivery("PRY").sent
    assert two.read(again(two, OWN)).new == (), "there it had arrived"
    assert two.read(again(two, OTHER, minutes=1)).new == (), "the copy of what failed"
    assert two.returned.record(two.read(again(two, OTHER))) == 1
    delivery = two.delivery("PRY")
    assert (delivery.standing, delivery.missed, delivery.sent) == (Standing.SENT, (), first)
    assert said_last(two) == "Sent again to 1 of 2 addresses"
    assert two.read(again(two, OTHER)).new == ()


def test_what_failed_at_one_of_two_addresses_is_said_to_be_sent_again_by_hand(two: Post) -> None:
    for content in (two.sent("PRY.eml"), report(two.sent("PRY.eml"), OTHER, "failed")):
        two.returned.record(two.read(content))
    line = two.line
    key = two.delivery("PRY").recipient.key
    with pytest.raises(Problem, match="give the later moment"):
        two.deliveries.happened([key], Happening.SENT, AT)
    everybody = [one.recipient.key for one in line.deliveries]
    assert two.deliveries.happened(everybody, Happening.SENT, IN_TIME) == len(everybody) - 1, "of it alone"
    assert two.delivery("PRY").missed == (OTHER,)
    assert two.deliveries.happened([key], Happening.SENT, IN_TIME) == 1
    assert (two.standing("PRY"), two.delivery("PRY").missed) == (Standing.SENT, ())


def test_what_was_sent_again_to_one_of_two_addresses_that_failed_is_missed_at_the_other(two: Post) -> None:
    two.returned.record(two.read(two.sent("PRY.eml")))
    for address in (OWN, OTHER):
        two.desk.clock.forward(1)
        two.returned.record(two.read(report(two.sent("PRY.eml"), address, "failed")))
    assert two.standing("PRY") is Standing.FAILED
    assert two.returned.record(two.read(again(two, OTHER))) == 1
    assert (two.standing("PRY"), two.delivery("PRY").missed) == (Standing.SENT, (OWN,))


# ---- the sent message ----


@pytest.mark.parametrize(("number", "known_by"), [(True, KnownBy.NUMBER), (False, KnownBy.DOCUMENTS)])
def test_a_sent_message_sets_the_date(post: Post, number: bool, known_by: KnownBy) -> None:
    shown = post.read(post.sent("PRY.eml", number=number))
    assert (shown.kind, shown.at, shown.known_by, states(shown)) == (Happening.SENT, AT, known_by, {"PRY"})
    assert post.returned.record(shown) == 1
    assert post.standing("PRY") is Standing.SENT
    assert post.standing("URY") is Standing.PREPARED


def test_the_same_message_is_recorded_once(post: Post) -> None:
    content = post.sent("PRY.eml")
    assert post.returned.record(post.read(content)) == 1
    again = post.read(content)
    assert again.new == ()
    assert post.returned.record(again) == 0
    key = next(one.recipient.key for one in post.line.deliveries if one.recipient.state == "PRY")
    post.deliveries.happened([key], Happening.FAILED, IN_TIME)
    assert post.returned.record(post.read(content)) == 0  # it was sent before it failed
    assert post.standing("PRY") is Standing.FAILED


def test_the_prepared_message_proves_nothing(post: Post) -> None:
    with pytest.raises(Problem) as refused:
        post.read((post.folder / "PRY.eml").read_bytes())
    assert "as it was prepared" in refused.value.said_in(catalog(Language.EN))
    assert post.standing("PRY") is Standing.PREPARED


@pytest.mark.parametrize(("bcc", "known_by"), [(True, KnownBy.NUMBER), (False, KnownBy.LANGUAGE)])
def test_one_message_to_all_of_a_language_is_known_with_and_without_its_hidden_recipients(
    by_language: Post, bcc: bool, known_by: KnownBy
) -> None:
    shown = by_language.read(by_language.sent("ES.eml", bcc=bcc))
    assert (shown.kind, shown.known_by) == (Happening.SENT, known_by)
    assert states(shown) == {"BRA", "PRY", "URY"}


def test_who_was_taken_off_before_it_was_sent_was_not_written_to(by_language: Post) -> None:
    message = by_language.message("ES.eml")
    del message["X-Unsent"]
    message.replace_header("Date", format_datetime(AT))
    message.replace_header("Bcc", "pry@example.org, someone@example.org")
    assert states(by_language.read(message.as_bytes())) == {"PRY"}


def test_an_altered_document_is_not_the_document(post: Post) -> None:
    message = message_from_bytes(post.sent("PRY.eml", number=False), policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    (part,) = message.iter_attachments()
    content = bytearray(part.get_content())
    content[len(content) // 2] ^= 1
    part.set_content(bytes(content), maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(Problem) as refused:
        post.read(message.as_bytes())
    assert "is not NMIRF/2026/1 as issued: its SHA-256 is another" in refused.value.said_in(catalog(Language.EN))


# ---- replies, receipts, reports ----


def test_a_reply_acknowledges(post: Post) -> None:
    number = str(post.message("MAR.eml")["Message-ID"])
    reply = EmailMessage()
    reply["From"], reply["To"], reply["Date"] = "Other office <other@example.org>", SENDER, format_datetime(AT)
    reply["Subject"], reply["In-Reply-To"] = "Re: Ordre du jour", number
    reply.set_content("Reçu.")
    shown = post.read(reply.as_bytes())
    assert (shown.kind, states(shown), shown.known_by) == (Happening.ACKNOWLEDGED, {"MAR"}, KnownBy.NUMBER)
    post.returned.record(shown)
    assert post.standing("MAR") is Standing.ACKNOWLEDGED


def test_a_reply_without_a_number_is_known_by_its_address_and_the_symbol(post: Post) -> None:
    reply = EmailMessage()
    reply["From"], reply["Date"], reply["Subject"] = "GHA@Example.org", format_datetime(AT), "Re: NMIRF/2026/1"
    reply.set_content("Thank you.")
    post.returned.record(post.read(post.sent("GHA.eml")))
    shown = post.read(reply.as_bytes())
    assert (states(shown), shown.known_by, shown.sure) == ({"GHA"}, KnownBy.ADDRESS, False)
    reply.replace_header("Subject", "Something else")
    with pytest.raises(Problem, match="belongs to no dispatch"):
        post.read(reply.as_bytes())


@pytest.mark.parametrize("whole", [True, False])
def test_what_did_not_arrive_is_recorded_as_that(post: Post, whole: bool) -> None:
    content = post.sent("PRY.eml")
    post.returned.record(post.read(content))
    shown = post.read(report(content, "PRY@example.org", "failed", whole=whole))
    assert (shown.kind, states(shown)) == (Happening.FAILED, {"PRY"})
    assert shown.known_by is (KnownBy.NUMBER if whole else KnownBy.NAMED)
    assert shown.sure is whole
    post.desk.clock.forward(1)
    post.returned.record(shown)
    assert post.standing("PRY") is Standing.FAILED


def test_what_is_still_on_its_way_is_said_and_not_recorded(post: Post) -> None:
    content = post.sent("PRY.eml")
    post.returned.record(post.read(content))
    with pytest.raises(Problem, match="still on its way"):
        post.read(report(content, "pry@example.org", "delayed"))
    assert post.standing("PRY") is Standing.SENT


def test_what_is_none_of_ours_is_said_in_each_language(post: Post) -> None:
    mail = EmailMessage()
    mail["From"], mail["Date"], mail["Subject"] = "x@example.org", format_datetime(AT), "Lunch"
    mail.set_content("At noon?")
    with pytest.raises(Problem) as refused:
        post.read(mail.as_bytes())
    assert len({refused.value.said_in(catalog(language)) for language in Language}) >= 1


def test_what_came_back_together_is_recorded_in_its_order(post: Post) -> None:
    """The sent copy and the report that it did not arrive are read before either is recorded."""
    sent = post.sent("PRY.eml")
    first, second = post.read(sent), post.read(report(sent, "pry@example.org", "failed"))
    assert post.returned.record(first) == 1
    assert post.returned.record(second) == 1
    assert post.standing("PRY") is Standing.FAILED


def test_the_prepared_message_proves_nothing_whatever_the_fraction_of_its_second(post: Post, tmp_path: Path) -> None:
    """A clock has more than seconds, the date of a message has not."""
    post.dispatches.discard(post.prepared.dispatch.key)
    post.desk.clock.at = AT.replace(microsecond=700_000)
    line = post.send(tmp_path / "second")
    (folder,) = (tmp_path / "second").iterdir()
    with pytest.raises(Problem, match="as it was prepared"):
        post.read((folder / "PRY.eml").read_bytes())
    post.deliveries.happened([line.deliveries[0].recipient.key], Happening.SENT, AT)  # sent within that second


def test_the_copy_of_what_failed_is_no_second_sending_whatever_the_clocks_say(post: Post) -> None:
    """The copy bore a minute after the report, by the clock of another machine, and the failure was forgotten."""
    bounce = report(post.message("MAR.eml").as_bytes(), "mar@example.org", "failed")
    post.returned.record(post.read(bounce))
    copy = post.sent("MAR.eml").replace(
        format_datetime(AT).encode(), format_datetime(AT + datetime.timedelta(minutes=1)).encode()
    )
    assert post.read(copy).new == ()
    assert post.standing("MAR") is Standing.FAILED


# ---- what a message proves, and what it does not ----


def automatic(post: Post, **headers: str) -> bytes:
    """An answer that no person wrote."""
    mail = EmailMessage()
    mail["From"], mail["Date"], mail["Subject"] = "mar@example.org", format_datetime(AT), "Re: Agenda"
    mail["In-Reply-To"] = str(post.message("MAR.eml")["Message-ID"])
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content("I am away.")
    return mail.as_bytes()


@pytest.mark.parametrize(
    "headers", [{"Auto_Submitted": "auto-replied"}, {"X_Autoreply": "yes"}, {"Return_Path": "<>"}], ids=str
)
def test_an_automatic_answer_acknowledges_nothing(post: Post, headers: dict[str, str]) -> None:
    with pytest.raises(Problem, match="by a program"):
        post.read(automatic(post, **headers))
    assert post.read(automatic(post)).kind is Happening.ACKNOWLEDGED


@pytest.mark.parametrize(
    "subject",
    [
        "Out of Office: Agenda", "[Auto-Reply] Agenda", "Automatic reply: Agenda", "Réponse automatique : Agenda",
        "Message d'absence", "Respuesta automática: Agenda", "FUERA DE LA OFICINA", "Absent du 3 au 14 août",
        "AW: Out of office", "RE: Absence", "Ausente",
    ],
)  # fmt: skip
def test_an_answer_with_the_subject_of_an_automatic_one_acknowledges_nothing(post: Post, subject: str) -> None:
    mail = message_from_bytes(automatic(post), policy=policy.SMTP)
    mail.replace_header("Subject", subject)
    with pytest.raises(Problem, match="subject of an automatic answer"):
        post.read(mail.as_bytes())
    mail.replace_header("Subject", f"Re: {subject}")
    with pytest.raises(Problem, match="subject of an automatic answer"):
        post.read(mail.as_bytes())


@pytest.mark.parametrize("subject", ["Absent from the list: Paraguay", "RÉP : Absence of a quorum"])
def test_what_a_person_answers_about_an_absence_acknowledges(post: Post, subject: str) -> None:
    mail = message_from_bytes(automatic(post), policy=policy.SMTP)
    mail.replace_header("Subject", subject)
    assert post.read(mail.as_bytes()).kind is Happening.ACKNOWLEDGED


def test_an_answer_from_another_address_says_from_which(post: Post) -> None:
    content = automatic(post).replace(b"From: mar@example.org", b"From: maria.souza@example.org")
    assert post.read(content).origin == "maria.souza@example.org"
    assert post.read(automatic(post)).origin == ""


def test_an_answer_of_somebody_unknown_to_the_message_of_a_language_is_told_as_that(by_language: Post) -> None:
    reply = EmailMessage()
    reply["From"], reply["Date"], reply["Subject"] = "x@example.com", format_datetime(AT), "Re: Agenda"
    reply["In-Reply-To"] = str(by_language.message("ES.eml")["Message-ID"])
    reply.set_content("Thank you.")
    with pytest.raises(Problem, match="to whom nothing was sent"):
        by_language.read(reply.as_bytes())


def test_the_secretariats_own_reminder_acknowledges_nothing(post: Post) -> None:
    content = automatic(post).replace(b"From: mar@example.org", f"From: {SENDER}".encode())
    with pytest.raises(Problem, match="own"):
        post.read(content)


def test_a_report_counts_by_the_number_also_where_the_mailbox_went_on_to_another(post: Post) -> None:
    content = post.sent("PRY.eml")
    shown = post.read(report(content, "elsewhere@example.com", "failed"))
    assert (shown.kind, states(shown)) == (Happening.FAILED, {"PRY"})
    assert "elsewhere@example.com" in shown.note


def test_what_did_not_arrive_was_sent_whether_anybody_said_so_or_not(post: Post) -> None:
    shown = post.read(report(post.sent("PRY.eml"), "pry@example.org", "failed"))
    assert post.returned.record(shown) == 1
    assert post.standing("PRY") is Standing.FAILED
    assert post.read(report(post.sent("PRY.eml"), "pry@example.org", "failed")).new == ()


def test_a_report_that_is_older_than_the_hour_that_somebody_gave_still_counts(post: Post) -> None:
    key = next(one.recipient.key for one in post.line.deliveries if one.recipient.state == "PRY")
    post.deliveries.happened([key], Happening.SENT, IN_TIME)
    post.desk.clock.forward(1)
    post.returned.record(
        post.read(report(post.sent("PRY.eml"), "pry@example.org", "failed"))
    )  # it bears an earlier hour
    assert post.standing("PRY") is Standing.FAILED


def test_all_hidden_recipients_of_a_message_are_read(post: Post) -> None:
    message = post.message("PRY.eml")
    many = [f"Somebody with a long name of the State {n} <long.address.of.number.{n}@example.org>" for n in range(193)]
    message.replace_header("To", SENDER)
    del message["X-Unsent"]
    message["Bcc"] = ", ".join([*many, "pry@example.org"])
    message.replace_header("Date", format_datetime(AT))
    mail = read_mail("a.eml", message.as_bytes())
    assert len(mail.to) == 195
    assert states(post.read(message.as_bytes())) == {"PRY"}


def test_a_copy_to_a_colleague_is_no_sending_to_all_of_a_language(by_language: Post) -> None:
    message = by_language.message("ES.eml")
    for name, value in (("Date", format_datetime(AT)), ("Message-ID", "<x@example.org>"), ("To", "c@example.org")):
        message.replace_header(name, value)
    for name in ("Bcc", "X-Unsent"):
        del message[name]
    with pytest.raises(Problem, match="for whom it was not prepared"):
        by_language.read(message.as_bytes())


def test_a_message_from_another_account_is_told_from_one_that_is_not_known(post: Post) -> None:
    message = post.message("PRY.eml")
    del message["X-Unsent"]
    message.replace_header("Date", format_datetime(AT))
    message.replace_header("From", "other.account@example.org")
    with pytest.raises(Problem, match="was sent from"):
        post.read(message.as_bytes())


def test_the_prepared_message_proves_nothing_without_its_mark_either(post: Post) -> None:
    message = post.message("PRY.eml")
    del message["X-Unsent"]
    with pytest.raises(Problem, match="as it was prepared"):
        post.read(message.as_bytes())


def test_a_clock_that_is_a_little_ahead_is_put_right(post: Post) -> None:
    message = post.message("PRY.eml")
    del message["X-Unsent"]
    message.replace_header("Date", format_datetime(IN_TIME + datetime.timedelta(minutes=3)))
    assert post.returned.record(post.read(message.as_bytes())) == 1


def test_what_was_taken_back_can_be_read_from_its_message_again(post: Post) -> None:
    content = post.sent("PRY.eml")
    post.returned.record(post.read(content))
    (event,) = next(one.events for one in post.line.deliveries if one.recipient.state == "PRY")
    post.deliveries.take_back(event.key)
    assert post.standing("PRY") is Standing.PREPARED
    assert post.returned.record(post.read(content)) == 1
    assert post.standing("PRY") is Standing.SENT


def test_a_date_that_no_calendar_has_is_none(post: Post) -> None:
    content = automatic(post).replace(format_datetime(AT).encode(), b"Fri, 31 Dec 9999 23:59:59 -2300")
    with pytest.raises(Problem):
        post.read(content)


def acknowledged_by_hand(post: Post, state: str) -> None:
    """Somebody's word that it came."""
    post.deliveries.happened([post.delivery(state).recipient.key], Happening.ACKNOWLEDGED, post.desk.clock.at)


def test_a_bounce_after_an_acknowledgement_by_hand_is_recorded_as_one_more_event(post: Post) -> None:
    """It was called recorded already, and the log had nothing of it."""
    post.returned.record(post.read(post.sent("URY.eml")))
    acknowledged_by_hand(post, "URY")
    bounce = report(post.sent("URY.eml"), "ury@example.org", "failed")
    shown = post.read(bounce)
    assert [one.recipient.state for one in shown.new] == ["URY"]
    assert post.returned.record(shown) == 1
    kinds = {one.kind for one in post.delivery("URY").events}
    assert kinds == {Happening.SENT, Happening.ACKNOWLEDGED, Happening.FAILED}
    assert post.standing("URY") is Standing.ACKNOWLEDGED
    assert post.read(bounce).new == ()
    assert post.read(report(post.sent("URY.eml"), "ury@example.org", "failed") + b"\r\n").new == ()


def test_a_bounce_of_one_address_after_an_acknowledgement_names_the_address(two: Post) -> None:
    two.returned.record(two.read(two.sent("PRY.eml")))
    acknowledged_by_hand(two, "PRY")
    bounce = report(two.sent("PRY.eml"), OTHER, "failed")
    assert two.returned.record(two.read(bounce)) == 1
    assert two.delivery("PRY").missed == (OTHER,)
    assert two.standing("PRY") is Standing.ACKNOWLEDGED
    assert two.read(bounce).new == ()
    assert len(two.read(report(two.sent("PRY.eml"), OWN, "failed")).new) == 1


def test_a_bounce_after_a_word_without_a_sending_makes_no_sending_of_it(post: Post) -> None:
    acknowledged_by_hand(post, "URY")
    assert post.returned.record(post.read(report(post.sent("URY.eml"), "ury@example.org", "failed"))) == 1
    assert post.delivery("URY").sent is None
    assert post.delivery("URY").unsaid


def test_by_hand_nothing_fails_that_was_acknowledged(post: Post) -> None:
    post.returned.record(post.read(post.sent("URY.eml")))
    acknowledged_by_hand(post, "URY")
    key = post.delivery("URY").recipient.key
    assert post.deliveries.happened([key], Happening.FAILED, post.desk.clock.at) == 0
