"""Answers that say that what was sent did not arrive: they are offered as that, and never as a receipt."""

from pathlib import Path

import pytest

from nmirf_desktop.domain.certificate_events import course_said
from nmirf_desktop.domain.delivery_words import note_said
from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.mail_shown import KnownBy
from nmirf_desktop.ui.screens.distribution_mail import COLUMNS, read_all, record_all
from tests.registers import Desk
from tests.services.test_dispatches import nothing
from tests.services.test_mail_about_others import reply
from tests.services.test_returned_mail import Post

WORDS = catalog(Language.EN)
DENIED = "We did not receive it. Please send the agenda again."


@pytest.fixture
def post(network: tuple[Desk, Meeting, object], tmp_path: Path) -> Post:
    desk, meeting, _ = network
    return Post(desk, meeting, tmp_path / "outbox", Channel.TO_EACH)


def denial(post: Post, state: str, text: str = DENIED) -> bytes:
    """An answer to the very message that went to a State."""
    return reply(f"{state.lower()}@example.org", "Re: agenda", str(post.message(f"{state}.eml")["Message-ID"]), text)


def test_who_writes_that_it_did_not_arrive_is_offered_as_that_and_is_no_receipt(post: Post, tmp_path: Path) -> None:
    """One tick made “receipt acknowledged (by the message itself)” of “We did not receive it”."""
    post.returned.record(post.read(post.sent("URY.eml")))
    path = tmp_path / "answer.eml"
    path.write_bytes(denial(post, "URY"))
    (taken,) = read_all(post.returned, [path], {}, nothing)
    assert taken.new
    assert not taken.ticked
    assert "It says that it did not arrive" in taken.said_in(WORDS)
    assert "plainly" not in taken.said_in(WORDS)
    standing = next(column for column in COLUMNS if column.title == "How it stands")
    assert standing.text(taken, WORDS) == "Left out: did not arrive"
    shown = taken.shown
    assert shown is not None
    assert post.returned.record(shown) == 1
    delivery = post.delivery("URY")
    assert delivery.standing is Standing.FAILED
    assert Happening.ACKNOWLEDGED not in {one.kind for one in delivery.events}
    said = course_said(delivery, post.line.dispatch.prepared_at, WORDS, reasons=True, addresses=False)
    assert said[-1].endswith("not delivered (by the message itself)")
    assert note_said(delivery.events[-1], WORDS) == "Answer: ury@example.org"
    assert post.read(denial(post, "URY")).new == ()


def test_an_answer_that_nothing_came_makes_no_sending_of_what_was_only_prepared(post: Post, tmp_path: Path) -> None:
    path = tmp_path / "answer.eml"
    path.write_bytes(denial(post, "URY"))
    (taken,) = read_all(post.returned, [path], {}, nothing)
    with pytest.raises(Refusal):
        post.returned.record(taken.shown)  # type: ignore[arg-type]
    assert post.standing("URY") is Standing.PREPARED
    (after,), number = record_all(post.returned, [taken], nothing)
    assert (after.done, number) == (False, 0)


def test_thanks_that_may_be_for_something_else_are_said_to_be_plain_words(post: Post, tmp_path: Path) -> None:
    """“It does not plainly say that it arrived” stood under “Received with thanks.”."""
    post.returned.record(post.read(post.sent("URY.eml")))
    path = tmp_path / "answer.eml"
    path.write_bytes(reply("ury@example.org", "Re: NMIRF/2026/1", text="Received with thanks."))
    (taken,) = read_all(post.returned, [path], {}, nothing)
    assert taken.shown is not None
    assert taken.shown.known_by is KnownBy.ADDRESS
    assert not taken.ticked
    assert "It may be about something else" in taken.said_in(WORDS)
    assert "plainly" not in taken.said_in(WORDS)
