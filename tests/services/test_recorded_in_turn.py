"""What is recorded of a delivery out of its turn: a sending after its own reply, a clock that contradicts the log."""

import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.certificate_events import course_said
from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.deliveries import Witness
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.parts import in_reading_order
from nmirf_desktop.services.returned_mail import ReturnedMail
from nmirf_desktop.ui.screens.distribution_mail import read_all, record_all
from tests.registers import Desk
from tests.services.test_certificates import certificate, everything, foot, opening, rows
from tests.services.test_dispatches import IN_TIME, PREPARED, Office, keys, nothing
from tests.services.test_mail_about_others import reply
from tests.services.test_returned_mail import AT, Post, report

WORDS = catalog(Language.EN)
REPLIED = IN_TIME - datetime.timedelta(hours=1)
EARLIER = REPLIED - datetime.timedelta(minutes=5)


@pytest.fixture
def office(network: tuple[Desk, Meeting, object]) -> Office:
    desk, meeting, _ = network
    return Office(desk, meeting)


@pytest.fixture
def post(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Post:
    desk, meeting, _ = network
    return Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH)


def told(post: Post, state: str) -> list[str]:
    """What a certificate says of what went to a State."""
    prepared = post.line.dispatch.prepared_at
    return course_said(post.delivery(state), prepared, WORDS, reasons=True, addresses=False)


@pytest.mark.parametrize("kind", [Happening.ACKNOWLEDGED, Happening.FAILED])
def test_a_sending_later_than_its_own_reply_is_refused_and_the_earlier_moment_is_recorded(
    office: Office, tmp_path: Path, kind: Happening
) -> None:
    """“9:05: receipt acknowledged / 9:16: sent” was certified."""
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    ghana = keys(line, "GHA")
    office.deliveries.happened(ghana, Happening.SENT, EARLIER)
    office.deliveries.happened(ghana, kind, REPLIED, witness=Witness("a" * 64, number="<a@nmirf.invalid>"))
    (delivery,) = (one for one in office.deliveries.line(line.dispatch.key).deliveries if one.recipient.state == "GHA")
    office.deliveries.take_back(delivery.events[0].key)
    with pytest.raises(Problem) as refused:
        office.deliveries.happened(ghana, Happening.SENT, IN_TIME)
    said = refused.value.said_in(WORDS)
    assert "Focal point of GHA" in said
    assert WORDS.date(REPLIED.date()) in said
    assert WORDS.clock(REPLIED) in said
    assert "earlier moment" in said
    with pytest.raises(Problem):
        office.deliveries.happened(keys(line), Happening.SENT, IN_TIME)
    left = office.deliveries.out_of_turn(keys(line), Happening.SENT, IN_TIME)
    assert [one.recipient.state for one in left] == ["GHA"]
    assert office.deliveries.happened(keys(line), Happening.SENT, EARLIER) == len(keys(line))
    (delivery,) = (one for one in office.deliveries.line(line.dispatch.key).deliveries if one.recipient.state == "GHA")
    assert delivery.was_sent
    assert delivery.standing is (Standing.FAILED if kind is Happening.FAILED else Standing.ACKNOWLEDGED)


def test_nothing_is_acknowledged_by_hand_before_it_was_sent(office: Office, tmp_path: Path) -> None:
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, REPLIED)
    with pytest.raises(Problem, match="later moment"):
        office.deliveries.happened(keys(line, "GHA"), Happening.ACKNOWLEDGED, EARLIER)


def test_a_copy_dated_long_after_its_own_answer_is_refused_with_the_way_out(post: Post) -> None:
    answer = reply("ury@example.org", "Re: agenda", str(post.message("URY.eml")["Message-ID"]))
    early = AT - datetime.timedelta(hours=1)
    post.returned.record(post.read(answer.replace(format_datetime(AT).encode(), format_datetime(early).encode())))
    assert post.standing("URY") is Standing.ACKNOWLEDGED
    with pytest.raises(Problem, match="acknowledged"):
        post.read(post.sent("URY.eml"))


def test_an_answer_a_little_before_its_sent_copy_is_told_after_it_with_both_moments(post: Post) -> None:
    answer = reply("ury@example.org", "Re: agenda", str(post.message("URY.eml")["Message-ID"]))
    early = AT - datetime.timedelta(minutes=2)
    post.returned.record(post.read(answer.replace(format_datetime(AT).encode(), format_datetime(early).encode())))
    post.returned.record(post.read(post.sent("URY.eml")))
    sent, acknowledged = told(post, "URY")
    assert sent.endswith(": sent (by the sent copy)")
    assert WORDS.printed_clock(early.time()) in acknowledged
    assert "as that message is dated; recorded" in acknowledged
    assert WORDS.printed_clock(IN_TIME.time()) in acknowledged


def test_a_message_from_a_clock_that_is_ahead_keeps_its_own_time(post: Post) -> None:
    """A reply dated 09:11 and taken in at 09:10 was certified as of 09:10, by the message itself."""
    ahead = IN_TIME + datetime.timedelta(minutes=3)
    post.returned.record(post.read(post.sent("URY.eml")))
    answer = reply("ury@example.org", "Re: agenda", str(post.message("URY.eml")["Message-ID"]))
    post.returned.record(post.read(answer.replace(format_datetime(AT).encode(), format_datetime(ahead).encode())))
    assert post.delivery("URY").events[-1].at == ahead
    said = told(post, "URY")[-1]
    assert said.index(WORDS.printed_clock(ahead.time())) < said.index("(by the message itself), as that message")
    assert WORDS.printed_clock(IN_TIME.time()) in said


def test_a_message_from_a_clock_that_is_behind_the_preparation_keeps_its_own_time(post: Post) -> None:
    """A report dated 09:07 of what was prepared at 09:09 was certified as of 09:09, by the report."""
    behind = PREPARED - datetime.timedelta(minutes=2)
    post.deliveries.happened([post.delivery("PRY").recipient.key], Happening.SENT, PREPARED)
    bounce = report(post.sent("PRY.eml"), "pry@example.org", "failed")
    post.returned.record(post.read(bounce.replace(format_datetime(AT).encode(), format_datetime(behind).encode(), 1)))
    assert post.standing("PRY") is Standing.FAILED
    sent, failed = told(post, "PRY")
    assert sent.endswith(": sent")
    assert WORDS.printed_clock(behind.time()) in failed
    assert "as that message is dated; recorded" in failed


def test_what_only_its_report_proves_is_not_told_as_shown_by_a_sent_copy(post: Post) -> None:
    post.returned.record(post.read(report(post.sent("PRY.eml"), "pry@example.org", "failed")))
    sent, failed = told(post, "PRY")
    assert sent.endswith(": had been sent by then (by the report)")
    assert failed.endswith(": not delivered (by the report)")


def test_a_reminder_stays_one_whatever_is_taken_back_of_the_first(office: Office, tmp_path: Path) -> None:
    """Its messages said “Reminder”, and its certificate no more."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + datetime.timedelta(hours=1)
    office.deliveries.happened(keys(first), Happening.SENT, office.desk.clock())
    office.desk.clock.forward(5)
    again = frozenset(one.recipient.whom for one in first.deliveries)
    second = office.send(tmp_path / "second", office.order(again=again))
    office.desk.clock.forward(5)
    office.deliveries.happened(keys(second), Happening.SENT, office.desk.clock())
    events = [event.key for one in office.deliveries.line(first.dispatch.key).deliveries for event in one.events]
    office.desk.clock.forward(5)
    office.deliveries.take_back_all(events)

    def reminds() -> dict[str, bool]:
        return {one.dispatch.key: one.reminds for one in office.deliveries.counted()}

    assert reminds() == {first.dispatch.key: False, second.dispatch.key: True}
    paper = certificate(office, second.dispatch.key)
    assert paper.below.en.startswith("Reminder prepared on")
    assert "This dispatch was prepared as a reminder" in opening(paper)
    assert "\nReminder: " in rows(paper, "Members")["Ghana"][1]
    others = [one for one in keys(first) if one not in keys(first, "BRA")]
    office.deliveries.happened(others, Happening.SENT, PREPARED + datetime.timedelta(hours=1))
    assert reminds() == {first.dispatch.key: False, second.dispatch.key: True}


def test_what_follows_a_sending_that_was_taken_back_before_it_was_prepared_is_no_reminder(
    office: Office, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = office.send(tmp_path / "first")
    office.desk.clock.at = PREPARED + datetime.timedelta(hours=1)
    office.deliveries.happened(keys(first), Happening.SENT, office.desk.clock())
    office.desk.clock.forward(5)
    events = [event.key for one in office.deliveries.line(first.dispatch.key).deliveries for event in one.events]
    office.deliveries.take_back_all(events)
    office.desk.clock.forward(5)
    again = frozenset(one.recipient.whom for one in first.deliveries)
    office.send(tmp_path / "second", office.order(again=again))
    assert not any(one.reminds for one in office.deliveries.counted())


def test_an_acknowledgement_from_another_address_is_certified_as_that(post: Post) -> None:
    """The answer of somebody else was certified under the two addresses to which it had been sent."""
    number = str(post.message("URY.eml")["Message-ID"])
    post.returned.record(post.read(post.sent("URY.eml")))
    post.returned.record(post.read(reply("Ana Silva <ana.silva@mne.example>", "Re: agenda", number)))
    assert told(post, "URY")[-1].endswith("(by the message itself), from another address: […]")
    request = certificate(post, "URY")
    assert "“[…]” stands for an e-mail address" in foot(request)
    assert "from another address: ana.silva@mne.example" in everything(certificate(post, "URY", addresses=True))
    post.returned.record(post.read(post.sent("PRY.eml")))
    number = str(post.message("PRY.eml")["Message-ID"])
    post.returned.record(post.read(reply("Focal point <PRY@example.org>", "Re: agenda", number)))
    assert "another address" not in told(post, "PRY")[-1]


def test_a_reason_is_quoted_as_it_was_entered_in_whichever_language_it_was(office: Office, tmp_path: Path) -> None:
    """“Certificado en Correos” stood in the English and French certificates as if the program said so."""
    line = office.send(tmp_path)
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(line, "GHA"), Happening.SENT, IN_TIME, "Certificado en Correos; recibo n. 118")
    assert "(as entered: “Certificado en Correos; recibo n. 118”)" in rows(certificate(office), "Members")["Ghana"][1]


def test_a_copy_without_its_document_is_named_by_its_state(post: Post, tmp_path: Path) -> None:
    """Of 54 copies nobody could tell whose agenda was missing."""
    message = post.message("MAR.eml")
    mail = EmailMessage()
    for head in ("From", "To", "Subject", "Message-ID"):
        mail[head] = str(message[head])
    mail["Date"] = format_datetime(AT)
    mail.set_content("The attachment was deleted.")
    path = tmp_path / "copy.eml"
    path.write_bytes(mail.as_bytes())
    states = {str(code): state for code, state in post.desk.states.on(IN_TIME.date()).items()}
    (taken,) = read_all(post.returned, [path], states, nothing)
    assert "was sent without NMIRF/2026/1" in taken.said_in(WORDS)
    assert taken.said_in(WORDS).endswith("It is the message to Morocco.")
    assert taken.said_in(catalog(Language.FR)).count("Maroc") == 1


def test_what_is_certified_is_offered_by_names_in_the_order_of_the_reader(office: Office, tmp_path: Path) -> None:
    """States stood by their codes, and of dispatches the hour alone."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = office.send(tmp_path / "first")
    office.desk.clock.forward(5)
    office.deliveries.happened(keys(first), Happening.SENT, office.desk.clock())
    office.desk.clock.forward(5)
    again = frozenset(one.recipient.whom for one in first.deliveries)
    office.send(tmp_path / "second", office.order(again=again))
    parts = Papers(office.desk.store, office.desk.states).parts(DocumentKind.DISPATCH, office.meeting.key)
    for language in Language:
        words = catalog(language)
        said = [one.said_in(words) for one in in_reading_order(parts, words)]
        names = [one.said_in(words) for one in parts if len(one.key) == 3]
        assert [one for one in said if one in names] == sorted(names, key=words.sort_key)
    said = [one.said_in(WORDS) for one in in_reading_order(parts, WORDS)]
    assert said[0].startswith("Reminder: NMIRF/2026/1, version 1, E-mail, one to each, 20 October 2026, 12:1")
    assert said[1].startswith("NMIRF/2026/1, version 1, E-mail, one to each, 20 October 2026, 12:00")
    assert "OHCHR" in said


def test_the_sent_copy_of_what_failed_is_taken_in_again_after_its_sending_was_taken_back(post: Post) -> None:
    """It was “recorded before”, so that nothing said any more that it had been sent."""
    post.returned.record(post.read(post.sent("PRY.eml")))
    post.returned.record(post.read(report(post.sent("PRY.eml"), "pry@example.org", "failed")))
    post.deliveries.take_back(post.delivery("PRY").events[0].key)
    assert post.returned.record(post.read(post.sent("PRY.eml"))) == 1
    assert post.delivery("PRY").was_sent
    assert post.standing("PRY") is Standing.FAILED


def reminded(office: Office, tmp_path: Path) -> tuple[str, str]:
    """What went to Ghana, and a reminder of it that was acknowledged; then the first is taken back. Their keys."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = office.send(tmp_path / "first")
    office.desk.clock.at = EARLIER
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, EARLIER)
    again = frozenset(one.recipient.whom for one in first.deliveries if one.recipient.state == "GHA")
    second = office.send(tmp_path / "second", office.order(again=again))
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(second, "GHA"), Happening.SENT, REPLIED)
    (delivery,) = (one for one in office.deliveries.line(first.dispatch.key).deliveries if one.events)
    office.deliveries.take_back(delivery.events[0].key)
    return first.dispatch.key, second.dispatch.key


def ghana(office: Office, dispatch: str) -> list[str]:
    """The recipient of Ghana in a dispatch."""
    return keys(office.deliveries.line(dispatch), "GHA")


def test_a_first_sending_later_than_its_own_reminder_is_refused_with_the_reason(office: Office, tmp_path: Path) -> None:
    """“12:43 sent / Reminder 12:39 sent” was certified: it was looked at within one dispatch only."""
    first, second = reminded(office, tmp_path)
    with pytest.raises(Problem, match="A reminder of it had gone to") as refused:
        office.deliveries.happened(ghana(office, first), Happening.SENT, IN_TIME)
    assert WORDS.clock(REPLIED) in refused.value.said_in(WORDS)
    left = office.deliveries.out_of_turn(keys(office.deliveries.line(first)), Happening.SENT, IN_TIME)
    assert [one.recipient.state for one in left] == ["GHA"]
    assert office.deliveries.happened(ghana(office, first), Happening.SENT, EARLIER) == 1
    assert office.deliveries.line(second).counted.reminds


def test_a_first_sending_later_than_the_reply_to_its_reminder_is_refused(office: Office, tmp_path: Path) -> None:
    first, second = reminded(office, tmp_path)
    (delivery,) = office.deliveries.line(second).deliveries
    office.deliveries.happened(ghana(office, second), Happening.ACKNOWLEDGED, REPLIED)
    office.deliveries.take_back(delivery.events[0].key)
    with pytest.raises(Problem, match="A reminder of it had gone"):
        office.deliveries.happened(ghana(office, first), Happening.SENT, IN_TIME)


def test_a_sent_copy_of_the_first_that_is_later_than_its_reminder_is_refused_with_the_way_out(
    office: Office, tmp_path: Path
) -> None:
    first, _second = reminded(office, tmp_path)
    (folder,) = (tmp_path / "first").iterdir()
    (file,) = folder.rglob("*GHA*.eml")
    content = file.read_bytes()
    sent = message_from_bytes(content, policy=policy.SMTP)
    sent.replace_header("Date", format_datetime(IN_TIME))
    del sent["X-Unsent"]
    returned = ReturnedMail(office.deliveries)
    with pytest.raises(Problem, match="after a reminder of it had gone to"):
        returned.read("GHA.eml", sent.as_bytes())
    sent.replace_header("Date", format_datetime(EARLIER + datetime.timedelta(minutes=1)))
    assert returned.record(returned.read("GHA.eml", sent.as_bytes())) == 1
    assert office.deliveries.line(first).count(Standing.SENT) == 1


def test_what_a_reminder_reminds_of_is_no_later_where_another_sending_stands(office: Office, tmp_path: Path) -> None:
    """What was prepared a second time and left lying may go at any time."""
    for name in ("first", "second", "third"):
        (tmp_path / name).mkdir()
    office.desk.clock.at = EARLIER
    first = office.send(tmp_path / "first")
    office.deliveries.happened(keys(first, "GHA"), Happening.SENT, EARLIER)
    again = frozenset(one.recipient.whom for one in first.deliveries if one.recipient.state == "GHA")
    second = office.send(tmp_path / "second", office.order(again=again))
    third = office.send(tmp_path / "third", office.order(again=again))
    office.desk.clock.at = IN_TIME
    office.deliveries.happened(keys(third), Happening.SENT, REPLIED)
    assert office.deliveries.happened(keys(second), Happening.SENT, IN_TIME) == 1


def test_a_reminder_is_not_recorded_by_hand_as_earlier_than_what_it_reminds_of(office: Office, tmp_path: Path) -> None:
    first, second = reminded(office, tmp_path)
    (delivery,) = office.deliveries.line(second).deliveries
    office.deliveries.take_back(delivery.events[0].key)
    office.deliveries.happened(ghana(office, first), Happening.SENT, IN_TIME)
    with pytest.raises(Problem, match="of what is recorded as sent only on"):
        office.deliveries.happened(ghana(office, second), Happening.SENT, REPLIED)


def test_who_is_concerned_by_messages_of_two_dispatches_is_counted_once(office: Office, tmp_path: Path) -> None:
    """“Recipients concerned: 4” was said of three States."""
    paths = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        people = frozenset(one.correspondent.whom for one in office.dispatches.review(office.order()) if one.before)
        office.send(tmp_path / name, office.order(again=people))
        office.desk.clock.forward(5)
        (file,) = (tmp_path / name).rglob("*GHA*.eml")
        sent = message_from_bytes(file.read_bytes(), policy=policy.SMTP)
        sent.replace_header("Date", format_datetime(office.desk.clock()))
        del sent["X-Unsent"]
        paths.append(tmp_path / f"{name}.eml")
        paths[-1].write_bytes(sent.as_bytes())
    office.desk.clock.at = IN_TIME
    returned = ReturnedMail(office.deliveries)
    taken, number = record_all(returned, read_all(returned, paths, {}, nothing), nothing)
    assert [one.done for one in taken] == [True, True]
    assert number == 1
