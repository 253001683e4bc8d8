"""What comes back about other messages than those of a dispatch, or about what was never sent: nothing is booked."""

import datetime
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.certificate_events import course_said
from nmirf_desktop.domain.delivery_words import note_said
from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.mail_shown import KNOWN_BY_LABELS, KnownBy
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from tests.registers import Desk
from tests.services.test_dispatches import PREPARED, SENDER
from tests.services.test_returned_mail import AT, Post, states

TO_PARAGUAY = "pry@example.org"


@pytest.fixture
def post(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Post:
    """What went to Paraguay is recorded as sent; the rest is prepared."""
    desk, meeting, _ = network
    post = Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH)
    post.returned.record(post.read(post.sent("PRY.eml")))
    return post


def other(subject: str, number: str = "<lunch@example.org>", address: str = TO_PARAGUAY) -> bytes:
    """Another message of the secretariat to an address of a dispatch."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = SENDER, address, subject, format_datetime(AT)
    if number:
        mail["Message-ID"] = number
    mail.set_content("At noon?")
    return mail.as_bytes()


def bounce(returned: bytes = b"", address: str = TO_PARAGUAY, subject: str = "Undelivered Mail") -> bytes:
    """A server's report, with the message that it is about where there is one."""
    part = b"--edge\r\nContent-Type: message/rfc822\r\n\r\n" + returned + b"\r\n" if returned else b""
    return (
        (
            f"From: MAILER-DAEMON@mail.example.org\r\nTo: {SENDER}\r\nDate: {format_datetime(AT)}\r\n"
            f"Subject: {subject}\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"\r\n\r\n'
            "--edge\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example.org\r\n\r\n"
            f"Final-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        ).encode()
        + part
        + b"--edge--\r\n"
    )


def receipt(subject: str, number: str = "", address: str = TO_PARAGUAY, disposition: str = "displayed") -> bytes:
    """What a recipient's program says of a message that was opened (RFC 8098)."""
    original = f"Original-Message-ID: {number}\r\n" if number else ""
    return (
        f"From: {address}\r\nTo: {SENDER}\r\nDate: {format_datetime(AT)}\r\nSubject: {subject}\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary="edge"\r\n'
        "\r\n--edge\r\nContent-Type: message/disposition-notification\r\n\r\n"
        f"Final-Recipient: rfc822; {address}\r\n{original}Disposition: manual-action/MDN-sent-manually; {disposition}"
        "\r\n\r\n--edge--\r\n"
    ).encode()


def reply(address: str, subject: str, number: str = "", text: str = "Thank you.") -> bytes:
    """An answer from an address."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = address, SENDER, subject, format_datetime(AT)
    if number:
        mail["In-Reply-To"] = number
    mail.set_content(text)
    return mail.as_bytes()


def send_again(post: Post, place: Path) -> None:
    """Prepare the same for the same recipients once more."""
    whom = frozenset(one.recipient.whom for one in post.line.deliveries)
    post.send(place / "again", post.order(again=whom))


def refused(post: Post, content: bytes) -> str:
    """What is said of a message of which nothing is recorded."""
    with pytest.raises(Problem) as problem:
        post.read(content)
    return problem.value.said_in(catalog(Language.EN))


# ---- another message ----


@pytest.mark.parametrize(
    "content",
    [
        bounce(other("Lunch on Tuesday")),
        bounce(other("Lunch on Tuesday", number="")),
        bounce(subject="Undeliverable: Lunch on Tuesday"),
        receipt("Read: Lunch on Tuesday", "<lunch@example.org>"),
        receipt("Lu : Lunch on Tuesday"),
    ],
    ids=["bounce", "bounce without a number", "bounce by its own subject", "receipt", "receipt without a number"],
)
def test_a_report_of_another_message_is_booked_to_no_dispatch(post: Post, content: bytes) -> None:
    """A receipt “Read: Lunch on Tuesday” stood on a certificate as the acknowledgement of the agenda."""
    assert refused(post, content) == "“mail.eml” is about another message: “Lunch on Tuesday”. Nothing was recorded."
    assert post.standing("PRY") is Standing.SENT


def test_a_report_that_names_another_message_by_its_number_alone_is_booked_to_none(post: Post) -> None:
    content = receipt("Return receipt", "<lunch@example.org>")
    assert "about another message, which no dispatch of this register has" in refused(post, content)


@pytest.mark.parametrize("content", [bounce(), receipt("Return receipt")], ids=["bounce", "receipt"])
def test_a_report_that_names_no_message_may_be_about_the_last_sent_and_is_not_sure(post: Post, content: bytes) -> None:
    shown = post.read(content)
    assert (states(shown), shown.known_by, shown.sure) == ({"PRY"}, KnownBy.NAMED, False)
    assert "came from" not in KNOWN_BY_LABELS[shown.known_by]


def test_a_report_is_known_by_the_symbol_in_the_subject_that_it_returns_and_the_address(post: Post) -> None:
    """A server had given the message another number."""
    for content in (other("Agenda (NMIRF/2026/1): the meeting"), other("=?utf-8?q?Agenda_NMIRF=2F2026=2F1?=")):
        assert post.read(bounce(content)).known_by is KnownBy.SUBJECT
    assert post.read(receipt("Read: Agenda (NMIRF/2026/1)")).known_by is KnownBy.SUBJECT


def test_what_was_seen_to_be_sent_with_its_number_may_be_another_than_that_with_another_number(post: Post) -> None:
    """The secretariat writes of its agenda, too; the sent copy showed which number that had."""
    assert not post.read(bounce(other("About NMIRF/2026/1"))).sure
    assert post.read(bounce(other("About NMIRF/2026/1", number=""))).sure


@pytest.mark.parametrize("symbol", ["NMIRF/2026/10", "NMIRF/2026/1/Rev.1", "XNMIRF/2026/1", "NMIRF/2026/INF/1"])
def test_the_symbol_of_another_document_is_none_of_a_dispatch(post: Post, symbol: str) -> None:
    assert "about another message" in refused(post, bounce(other(f"Note ({symbol})")))
    assert "belongs to no dispatch" in refused(post, reply(TO_PARAGUAY, f"Re: {symbol}"))


def test_a_report_is_booked_to_the_dispatch_of_the_document_that_it_names(post: Post, tmp_path: Path) -> None:
    """It was booked to the agenda, which went to the same address last."""
    request = Request(DocumentKind.INFORMATION, post.meeting.key, on=PREPARED.date())
    first = post.prepared.dispatch.key
    issued = Papers(post.desk.store, post.desk.states, post.desk.clock).issue(request, PREPARED.date())
    post.issued = issued
    second = post.send(tmp_path / "second")
    key = next(one.recipient.key for one in second.deliveries if one.recipient.state == "PRY")
    post.deliveries.happened([key], Happening.SENT, post.desk.clock.at)
    post.desk.clock.forward(1)
    late = format_datetime(post.desk.clock.at).encode()
    of_note = bounce(other(f"Note ({issued[0].symbol})")).replace(format_datetime(AT).encode(), late)
    of_agenda = bounce(other("Agenda (NMIRF/2026/1)")).replace(format_datetime(AT).encode(), late)
    of_neither = bounce().replace(format_datetime(AT).encode(), late)
    assert post.read(of_note).line.dispatch.key == second.dispatch.key
    assert post.read(of_agenda).line.dispatch.key == first
    assert post.read(of_neither).line.dispatch.key == second.dispatch.key, "what was sent last"


def test_a_returned_document_tells_its_dispatch_whatever_its_number_and_subject(post: Post) -> None:
    message = message_from_bytes(post.sent("PRY.eml", number=False), policy=policy.SMTP)
    message.replace_header("Subject", "As agreed")
    shown = post.read(bounce(message.as_bytes()))
    assert (states(shown), shown.known_by) == ({"PRY"}, KnownBy.DOCUMENTS)


def test_a_report_about_the_message_of_a_language_to_somebody_unknown_is_told_as_that(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    desk, meeting, _ = network
    post = Post(desk, meeting, tmp_path / "outbox", Channel.BY_LANGUAGE)
    content = bounce(post.sent("ES.eml"), "box@hosting.example.net")
    assert "names box@hosting.example.net, to which nothing of it was sent" in refused(post, content)


def test_a_report_that_something_was_taken_in_by_a_server_says_nothing(post: Post) -> None:
    content = bounce(post.sent("PRY.eml")).replace(b"Action: failed", b"Action: delivered")
    assert "says neither that a message did not arrive nor that it was read" in refused(post, content)
    assert "says neither" in refused(post, receipt("Not read: Agenda", disposition="deleted"))


# ---- what was never sent ----


def test_an_answer_known_by_its_address_counts_for_nothing_that_was_only_prepared(post: Post) -> None:
    """“We have not received the agenda” was certified as having acknowledged it."""
    content = reply("ury@example.org", "NMIRF/2026/1: we have not received the provisional agenda")
    said = refused(post, content)
    assert "came from ury@example.org, and NMIRF/2026/1 is not recorded as sent there" in said
    assert post.standing("URY") is Standing.PREPARED
    assert "nothing that it can be about is recorded as sent there" in refused(post, bounce(address="ury@example.org"))
    shown = post.read(reply(TO_PARAGUAY, "NMIRF/2026/1 – proposal of a new item"))
    assert (states(shown), shown.known_by, shown.sure) == ({"PRY"}, KnownBy.ADDRESS, False)


def test_an_answer_known_by_its_address_is_of_the_last_that_was_sent_and_not_of_a_later_one_prepared(
    post: Post, tmp_path: Path
) -> None:
    send_again(post, tmp_path)
    post.desk.clock.forward(60)
    content = reply(TO_PARAGUAY, "NMIRF/2026/1").replace(
        format_datetime(AT).encode(), format_datetime(post.desk.clock.at).encode()
    )
    assert post.read(content).line.dispatch.key == post.prepared.dispatch.key


def missing(post: Post) -> set[str]:
    """To which States no sending of the agenda counts."""
    due = post.deliveries.agenda_due(post.meeting.key)
    return {str(one) for one in due.notice.missing} if due is not None else set()


def test_an_acknowledgement_by_somebodys_word_is_no_sending_and_an_answer_to_the_message_proves_one(post: Post) -> None:
    """R39 asks for the sending; of what was answered by then, it was sent by then at the latest."""
    assert {"MAR", "URY"} <= missing(post)
    post.deliveries.happened([post.delivery("URY").recipient.key], Happening.ACKNOWLEDGED, AT)
    assert (post.standing("URY"), post.delivery("URY").sent) == (Standing.ACKNOWLEDGED, None)
    assert "URY" in missing(post)
    post.returned.record(post.read(reply("mar@example.org", "Re: Agenda", str(post.message("MAR.eml")["Message-ID"]))))
    assert "MAR" not in missing(post)
    sent = post.delivery("MAR").sent
    assert sent is not None
    assert sent.at == AT
    post.deliveries.happened([post.delivery("URY").recipient.key], Happening.SENT, AT)
    assert "URY" not in missing(post), "the sending is said after it"


# ---- the sent copy ----


def without_document(content: bytes) -> bytes:
    message = message_from_bytes(content, policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    message.set_payload([message.get_payload(0)])
    return message.as_bytes()


def altered(content: bytes) -> bytes:
    message = message_from_bytes(content, policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    (part,) = message.iter_attachments()
    document = bytearray(part.get_content())
    document[len(document) // 2] ^= 1
    part.set_content(bytes(document), maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def test_a_sent_copy_is_believed_only_with_the_document_that_was_issued(post: Post) -> None:
    """The certificate gave the SHA-256 of a document that was not in the message."""
    said = refused(post, without_document(post.sent("URY.eml")))
    assert "was sent without NMIRF/2026/1, or that was removed from this copy" in said
    said = refused(post, altered(post.sent("URY.eml")))
    assert "What is in “mail.eml” is not NMIRF/2026/1 as issued" in said
    assert post.read(post.sent("URY.eml")).kind is Happening.SENT


def test_what_calls_itself_unsent_is_the_prepared_message_whatever_its_date(post: Post) -> None:
    message = post.message("URY.eml")
    message.replace_header("Date", format_datetime(AT))
    assert "as it was prepared, not as it was sent" in refused(post, message.as_bytes())


def test_a_sent_copy_to_another_address_is_refused_for_that_reason(post: Post) -> None:
    """It was said to be dated before its preparation."""
    message = message_from_bytes(post.sent("URY.eml"), policy=policy.SMTP)
    message.replace_header("To", "somebody.else@example.net")
    assert "went to somebody.else@example.net, for whom it was not prepared" in refused(post, message.as_bytes())


def test_the_number_that_a_mail_system_gave_is_kept_and_known(post: Post) -> None:
    """The answers to it and the reports of it were lost, although the sent copy had shown the number."""
    assert post.returned.record(post.read(post.sent("MAR.eml", number=False))) == 1
    (event,) = post.delivery("MAR").events
    assert event.number == "<other@mail.example.org>"
    shown = post.read(reply("colleague@example.net", "Re: Ordre du jour", event.number))
    assert (states(shown), shown.known_by, shown.origin) == ({"MAR"}, KnownBy.NUMBER, "colleague@example.net")
    shown = post.read(bounce(other("Anything", event.number), "box@hosting.example.net"))
    assert (states(shown), shown.known_by, shown.kind) == ({"MAR"}, KnownBy.NUMBER, Happening.FAILED)
    with pytest.raises(Problem, match="subject of an automatic answer"):
        post.read(reply("mar@example.org", "Absent du 3 au 9 mars", event.number))


# ---- a bounce that is a letter ----


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        ("mailer-daemon@mail.example.org", "Failure", "pry@example.org\n"),
        ("server@mail.example.org", "Undeliverable: Agenda", "To pry@example.org"),
        ("server@mail.example.org", "Agenda", "Delivery to <pry@example.org> failed permanently."),
        ("server@mail.example.org", "Agenda", "pry@example.org\n\n550 5.1.1 no such user"),
        ("server@mail.example.org", "Message non remis", "À pry@example.org"),
        ("server@mail.example.org", "Agenda", "El mensaje a pry@example.org no ha podido ser entregado"),
    ],
)
def test_a_bounce_without_a_part_for_programs_is_said_to_look_like_one(
    post: Post, sender: str, subject: str, text: str
) -> None:
    """It was dismissed as written “by no person, such as while somebody is away”, and the address stayed “Sent”."""
    number = str(post.message("PRY.eml")["Message-ID"])
    said = refused(post, reply(sender, subject, number, text))
    assert "looks like a report that a message did not arrive at pry@example.org." in said
    unknown = re.sub("pry@", "nobody@", text)
    assert "no address in it is one to which something was sent" in refused(post, reply(sender, subject, "", unknown))


def test_an_answer_that_quotes_a_bounce_or_counts_to_550_is_an_answer(post: Post) -> None:
    number = str(post.message("PRY.eml")["Message-ID"])
    text = "Received. We expect 550 participants.\n> 550 5.1.1 no such user\n"
    assert post.read(reply(TO_PARAGUAY, "Re: Agenda", number, text)).kind is Happening.ACKNOWLEDGED


def test_the_copy_of_a_first_sending_is_not_of_the_reminder_that_was_prepared_soon_after(
    post: Post, tmp_path: Path
) -> None:
    """A reminder prepared a few minutes later had the copies of the first that a server had numbered anew."""
    post.desk.clock.at = AT + datetime.timedelta(minutes=5)
    send_again(post, tmp_path)
    assert post.read(post.sent("URY.eml", number=False)).line.dispatch.key == post.prepared.dispatch.key


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Reçu, merci.", True),
        ("We did not get the annex.", False),
        ("The file cannot be opened, please send it again. Thank you.", False),
        ("Thank you for your message. I am out of the office until Monday.", False),
    ],
)
def test_an_answer_is_sure_only_where_it_plainly_says_that_it_came(post: Post, text: str, sure: bool) -> None:
    """“We did not get it” was ticked as an acknowledgement."""
    post.returned.record(post.read(post.sent("MAR.eml")))
    number = str(post.message("MAR.eml")["Message-ID"])
    shown = post.read(reply("mar@example.org", "Re: Agenda", number, text))
    assert (shown.kind, shown.sure) == (Happening.ACKNOWLEDGED, sure)


def test_a_sent_copy_from_which_its_document_was_removed_is_told_so(post: Post) -> None:
    """It was said to belong to no dispatch: its number was another, and nothing was in it."""
    message = post.message("MAR.eml")
    mail = EmailMessage()
    for head in ("From", "To", "Subject"):
        mail[head] = str(message[head])
    mail["Date"], mail["Message-ID"] = format_datetime(AT), "<other@mail.example.org>"
    mail.set_content("The attachment was deleted.")
    said = refused(post, mail.as_bytes())
    assert "was sent without NMIRF/2026/1, or that was removed from this copy of it" in said
    mail.replace_header("Subject", "Lunch on Friday")
    assert "belongs to no dispatch" in refused(post, mail.as_bytes())


def test_a_read_receipt_is_certified_as_what_it_is(post: Post) -> None:
    """It was printed as an acknowledgement, as if somebody had written it."""
    post.returned.record(post.read(post.sent("PRY.eml")))
    number = str(post.message("PRY.eml")["Message-ID"])
    post.returned.record(post.read(receipt("Read: Agenda", number)))
    delivery, words = post.delivery("PRY"), catalog(Language.EN)
    assert delivery.standing is Standing.ACKNOWLEDGED
    (_sent, read) = course_said(delivery, PREPARED, words, reasons=True, addresses=False)
    assert read.endswith("read receipt, by the recipient’s program")
    assert note_said(delivery.standing_events[-1], words).startswith("Read receipt: ")


@pytest.mark.parametrize("content", [b"The attachment was blocked.", b"%PDF-1.7 another document"])
def test_a_document_that_is_another_is_told_so_whatever_the_message_is_known_by(post: Post, content: bytes) -> None:
    """By its number it was told as another document, else as none."""
    message = post.message("MAR.eml")
    told = set[str]()
    for number in (str(message["Message-ID"]), "<other@mail.example.org>"):
        mail = EmailMessage()
        for head in ("From", "To", "Subject"):
            mail[head] = str(message[head])
        mail["Date"], mail["Message-ID"] = format_datetime(AT), number
        mail.set_content("Enclosed.")
        mail.add_attachment(content, maintype="application", subtype="pdf", filename="agenda.pdf")
        told.add(refused(post, mail.as_bytes()))
    (said,) = told
    assert "What is in “mail.eml” is not NMIRF/2026/1 as issued" in said
