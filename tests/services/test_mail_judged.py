"""What a message shows against what is recorded already: earlier than its sending, or by somebody's judgement of it."""

import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.certificate_events import course_said
from nmirf_desktop.domain.delivery_words import note_said
from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.screens.distribution_mail import COLUMNS, Taken, read_all, record_all
from tests.registers import Desk
from tests.services.test_certificates import certificate, foot
from tests.services.test_dispatches import IN_TIME, keys, nothing
from tests.services.test_mail_about_others import reply
from tests.services.test_returned_mail import AT, Post

WORDS = catalog(Language.EN)
STANDING = next(column for column in COLUMNS if column.title == "How it stands")
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
