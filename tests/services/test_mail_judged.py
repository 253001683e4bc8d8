"""What a message shows against what is recorded already: earlier than its sending, or by somebody's judgement of it."""

import datetime
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.certificate_events import course_said
from nmirf_desktop.domain.delivery_words import note_said
from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.screens.distribution_mail import COLUMNS, read_all, record_all
from nmirf_desktop.ui.screens.distribution_mail_taken import Taken
from tests.registers import Desk
from tests.services.test_certificates import certificate, foot
from tests.services.test_dispatches import IN_TIME, keys, nothing
from tests.services.test_mail_about_others import reply
from tests.services.test_returned_mail import AT, Post

WORDS = catalog(Language.EN)
STANDING = next(column for column in COLUMNS if column.title == "How it stands")
EARLIER = AT - datetime.timedelta(hours=2)
UNCLEAR = "Your mail came, but I cannot open the attachment."


@pytest.fixture
def post(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Post:
    desk, meeting, _ = network
    return Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH)


def taken(post: Post, place: Path, content: bytes) -> Taken:
    """A message as it is offered."""
    path = place / "mail.eml"
    path.write_bytes(content)
    states = {str(code): state for code, state in post.desk.states.on(IN_TIME.date()).items()}
    (one,) = read_all(post.returned, [path], states, nothing)
    return one


def answer(post: Post, state: str, text: str = "We acknowledge receipt of the agenda.") -> bytes:
    """What a State writes in answer to the very message that went to it."""
    return reply(f"{state.lower()}@example.org", "Re: agenda", str(post.message(f"{state}.eml")["Message-ID"]), text)


def sent_by_hand(post: Post, state: str, at: datetime.datetime) -> None:
    post.deliveries.happened(keys(post.line, state), Happening.SENT, at)


def test_an_acknowledgement_older_than_its_sending_is_left_out_until_somebody_looks(post: Post, tmp_path: Path) -> None:
    """By hand it was refused; by message “10:34: sent / 10:29: receipt acknowledged” was certified without a word."""
    later = AT + datetime.timedelta(minutes=5)
    sent_by_hand(post, "URY", later)
    one = taken(post, tmp_path, answer(post, "URY"))
    assert one.new
    assert not one.ticked
    assert STANDING.text(one, WORDS) == "Left out: before it was sent"
    said = one.said_in(WORDS)
    assert "Acknowledged on" in said
    assert f"sent only on {WORDS.date(later.date())} at {WORDS.clock(later)}" in said
    assert "take that sending back" in said
    assert "plainly" not in said
    (after,), number = record_all(post.returned, [one], nothing)
    assert (after.done, number) == (False, 0)
    assert post.standing("URY") is Standing.SENT
    (after,), number = record_all(post.returned, [replace(one, left_out=False)], nothing)
    assert (after.done, number) == (True, 1), "who says that both moments are right is believed"
    assert "tick this message" not in after.said_in(WORDS)


def test_an_acknowledgement_of_the_same_minute_or_later_is_ticked(post: Post, tmp_path: Path) -> None:
    sent_by_hand(post, "URY", AT.replace(second=0, microsecond=0) + datetime.timedelta(seconds=40))
    one = taken(post, tmp_path, answer(post, "URY"))
    assert one.ticked
    assert STANDING.text(one, WORDS) == "New"


def test_what_somebody_judged_not_to_have_arrived_is_certified_as_the_secretariat_s_judgement(
    post: Post, tmp_path: Path
) -> None:
    """“Your mail came, but I cannot open it” was certified “not delivered (by the message itself)”."""
    sent_by_hand(post, "URY", AT)
    one = taken(post, tmp_path, answer(post, "URY", UNCLEAR))
    assert one.doubtful
    (after,), number = record_all(post.returned, [one.turned()], nothing)
    assert (after.done, number) == (True, 1)
    delivery = post.delivery("URY")
    assert delivery.standing is Standing.FAILED
    (*_, said) = course_said(delivery, post.line.dispatch.prepared_at, WORDS, reasons=True, addresses=False)
    assert said.endswith("not delivered (as judged by the Secretariat from a message)")
    assert note_said(delivery.events[-1], WORDS) == "As judged from an answer: ury@example.org"
    below = foot(certificate(post, "URY"))
    assert "What happened to each sending was entered by hand." in below
    assert "the Secretariat read an answer, and entered by hand what it took it to say" in below
    assert "by the message itself" not in below


def test_what_an_answer_says_itself_stays_by_the_message_itself(post: Post, tmp_path: Path) -> None:
    sent_by_hand(post, "URY", AT)
    one = taken(post, tmp_path, answer(post, "URY", "We did not receive it. Please send the agenda again."))
    assert one.shown is not None
    post.returned.record(one.shown)
    (*_, said) = course_said(post.delivery("URY"), post.line.dispatch.prepared_at, WORDS, reasons=True, addresses=False)
    assert said.endswith("not delivered (by the message itself)")
    below = foot(certificate(post, "URY"))
    assert "by the message itself" in below
    assert "as judged by the Secretariat" not in below


def copy_without_files(post: Post, state: str) -> bytes:
    """The secretariat's own copy of what went to a State, from which the document was removed."""
    message, mail = post.message(f"{state}.eml"), EmailMessage()
    for head in ("From", "To", "Subject", "Message-ID"):
        mail[head] = str(message[head])
    mail["Date"] = format_datetime(AT)
    mail.set_content("The attachment was deleted.")
    return mail.as_bytes()


def test_a_copy_without_its_document_says_that_its_sending_is_recorded(post: Post, tmp_path: Path) -> None:
    """The certificate went on saying “sent”, and nothing told that, nor how it is taken back."""
    said = taken(post, tmp_path, copy_without_files(post, "MAR")).said_in(WORDS)
    assert said.endswith("It is the message to Morocco.")
    sent_by_hand(post, "MAR", EARLIER)
    said = taken(post, tmp_path, copy_without_files(post, "MAR")).said_in(WORDS)
    assert "was sent without NMIRF/2026/1" in said
    assert "It is the message to Morocco" in said
    assert f"recorded as sent on {WORDS.date(EARLIER.date())} at {WORDS.clock(EARLIER)}" in said
    assert "“Take back what was recorded”" in said


def test_a_copy_of_another_hour_than_recorded_names_both(post: Post, tmp_path: Path) -> None:
    """It was “Recorded before”, and nobody saw that the copy proves another time."""
    sent_by_hand(post, "URY", EARLIER)
    one = taken(post, tmp_path, post.sent("URY.eml"))
    assert not one.new
    assert STANDING.text(one, WORDS) == "Recorded before, at another hour"
    said = one.said_in(WORDS)
    assert WORDS.clock(AT) in said
    assert f"It is recorded as sent on {WORDS.date(EARLIER.date())} at {WORDS.clock(EARLIER)}" in said
    assert "of the same day" in said


def test_a_copy_of_another_day_than_recorded_is_not_called_recorded_before(post: Post, tmp_path: Path) -> None:
    before = AT - datetime.timedelta(days=1)
    sent_by_hand(post, "URY", before)
    one = taken(post, tmp_path, post.sent("URY.eml"))
    assert not one.new
    assert STANDING.text(one, WORDS) == "Recorded on another day"
    said = one.said_in(WORDS)
    assert f"It is recorded as sent on {WORDS.date(before.date())}" in said
    assert "take that sending back, and take this message in again" in said


def test_a_copy_of_the_minute_that_is_recorded_is_recorded_before(post: Post, tmp_path: Path) -> None:
    sent_by_hand(post, "URY", AT)
    one = taken(post, tmp_path, post.sent("URY.eml"))
    assert STANDING.text(one, WORDS) == "Recorded before"
    assert "It is recorded as sent" not in one.said_in(WORDS)


def test_a_failure_of_a_reminder_says_that_the_first_sending_stands(post: Post, tmp_path: Path) -> None:
    """“It never reached us” was hung on the reminder alone, and nobody was told that the first still counts."""
    sent_by_hand(post, "URY", EARLIER)
    first = post.line
    denied = "We did not receive it. Please send the agenda again."
    assert "reminder" not in taken(post, tmp_path, answer(post, "URY", denied)).said_in(WORDS)
    again = frozenset(one.recipient.whom for one in first.deliveries if one.recipient.state == "URY")
    (tmp_path / "second").mkdir()
    second = post.send(tmp_path / "second", post.order(again=again))
    (folder,) = (tmp_path / "second").iterdir()
    post.deliveries.happened(keys(second, "URY"), Happening.SENT, post.desk.clock())
    post.desk.clock.forward(5)
    number = next(one for one in folder.iterdir() if one.name.startswith("URY")).read_bytes()
    message = message_from_bytes(number, policy=policy.SMTP)
    content = reply("ury@example.org", "Re: agenda", str(message["Message-ID"]), denied)
    content = content.replace(format_datetime(AT).encode(), format_datetime(post.desk.clock()).encode())
    said = taken(post, tmp_path, content).said_in(WORDS)
    assert "It is about a reminder: what was sent first stands as sent, and its day counts." in said
    assert "“It did not arrive” by hand for that, too" in said
