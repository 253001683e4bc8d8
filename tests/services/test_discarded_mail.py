"""Messages of a dispatch that was discarded: they are no messages of another of the same document."""

import datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.dispatches import Channel, Happening, Standing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.services.deliveries import Line
from tests.registers import Desk
from tests.services.test_mail_about_others import reply
from tests.services.test_returned_mail import AT, Post, report

DISCARDED = "of a dispatch that was discarded"


class Twice(Post):
    """A dispatch that was prepared, discarded, and prepared once more; *first* is where the first was written."""

    def __init__(self, desk: Desk, meeting: Meeting, place: Path, channel: Channel) -> None:
        super().__init__(desk, meeting, place / "first", channel)
        self.dispatches.discard(self.prepared.dispatch.key)
        desk.clock.at = AT - datetime.timedelta(hours=1)
        self.second = self.send(place / "second", self.order(channel))
        desk.clock.at = AT + datetime.timedelta(hours=1)

    @property
    def now(self) -> Line:
        """The second dispatch as it stands."""
        return self.deliveries.line(self.second.dispatch.key)


@pytest.fixture(params=[Channel.TO_EACH, Channel.BY_LANGUAGE])
def twice(network: tuple[Desk, Meeting, object], tmp_path: Path, request: pytest.FixtureRequest) -> Twice:
    desk, meeting, _ = network
    return Twice(desk, meeting, tmp_path, request.param)


def name_of(twice: Twice) -> str:
    return "PRY.eml" if twice.second.dispatch.channel is Channel.TO_EACH else "ES.eml"


def test_the_sent_copy_of_a_discarded_dispatch_is_no_sending_of_the_next(twice: Twice) -> None:
    """It had the number of the next, and was ticked as its sending."""
    with pytest.raises(Problem, match=DISCARDED):
        twice.read(twice.sent(name_of(twice)))
    assert {one.standing for one in twice.now.deliveries} == {Standing.PREPARED}


def test_what_is_about_a_message_of_a_discarded_dispatch_is_booked_to_no_other(twice: Twice) -> None:
    """An answer and a report are about what was discarded, though the next went to the same address."""
    twice.deliveries.happened([one.recipient.key for one in twice.now.deliveries], Happening.SENT, AT)
    message = twice.message(name_of(twice))
    symbol = twice.second.issued[0].symbol
    with pytest.raises(Problem, match=DISCARDED):
        twice.read(reply("pry@example.org", f"Re: {symbol}", str(message["Message-ID"])))
    with pytest.raises(Problem, match=DISCARDED):
        twice.read(report(message.as_bytes(), "pry@example.org", "failed"))
    assert {one.standing for one in twice.now.deliveries} == {Standing.SENT}


def test_what_can_be_the_copy_of_a_discarded_message_is_not_sure(twice: Twice) -> None:
    """A program that gives its messages a number of its own tells neither: somebody has to look."""
    shown = twice.read(twice.sent(name_of(twice), number=False))
    assert shown.line.dispatch.key == twice.second.dispatch.key
    assert not shown.sure


def test_the_copy_of_what_was_prepared_after_it_is_sure_by_its_number(twice: Twice) -> None:
    content = next(Path(twice.folder).parent.parent.glob(f"second/*/{name_of(twice)}")).read_bytes()
    prepared = format_datetime(twice.second.dispatch.prepared_at.replace(microsecond=0)).encode()
    zero = prepared.replace(b"GMT", b"+0000")
    sent = content.replace(prepared, format_datetime(AT).encode()).replace(zero, format_datetime(AT).encode())
    shown = twice.read(sent.replace(b"X-Unsent: 1\r\n", b""))
    assert shown.sure
    assert twice.returned.record(shown) > 0


def test_a_reminder_that_was_discarded_is_no_second_sending_of_the_first(
    network: tuple[Desk, Meeting, object], tmp_path: Path
) -> None:
    """Its copy has the documents of the first, to the same address."""
    desk, meeting, _ = network
    post = Post(desk, meeting, tmp_path / "first", Channel.TO_EACH)
    to = frozenset(one.recipient.whom for one in post.line.deliveries)
    post.deliveries.happened([one.recipient.key for one in post.line.deliveries], Happening.SENT, AT)
    reminder = post.send(tmp_path / "reminder", post.order(again=to))
    (post.folder,) = (tmp_path / "reminder").iterdir()
    post.dispatches.discard(reminder.dispatch.key)
    later = format_datetime(reminder.dispatch.prepared_at + datetime.timedelta(minutes=2)).encode()
    copy = post.sent("PRY.eml").replace(format_datetime(AT).encode(), later)
    desk.clock.forward(3600)
    with pytest.raises(Problem, match=DISCARDED):
        post.read(copy)
    other = copy.replace(str(post.message("PRY.eml")["Message-ID"]).encode(), b"<other@mail.example.org>")
    assert not post.read(other).sure
