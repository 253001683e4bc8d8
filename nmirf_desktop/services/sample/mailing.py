"""What the sample sent for its planned meeting: the information note; the agenda is still to be sent."""

import datetime
import tempfile
from collections.abc import Iterable
from pathlib import Path

from nmirf_desktop.domain.dispatches import Channel, Happening
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.services.dispatches import Order
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event
from nmirf_desktop.storage.base import new_key

INFORMED, ANSWERED = 65, 4
"""Days before the meeting on which the note goes out, and after that on which the answers are recorded."""
SENDER = "secretariat@nmirf.example.org"
TO = frozenset({Capacity.MEMBER, Capacity.OBSERVER, Capacity.OHCHR})
LEFT, EVERY_ANSWERED, CAME_BACK = 3, 4, 7
"""So many are only prepared; each such one acknowledges; the message at this place came back."""


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """The note is issued and sent on one morning, and a few days later it is recorded what became of it."""
    sent = workday(calendar.planned.opens_on - datetime.timedelta(days=INFORMED))
    yield Event.on(sent, lambda: _send(desk, calendar, sent))
    yield Event.on(sent + datetime.timedelta(days=ANSWERED), lambda: _answer(desk))


def _send(desk: Desk, calendar: Calendar, day: datetime.date) -> None:
    meeting = next(one.key for one in desk.meetings.list() if one.opens_on == calendar.planned.opens_on)
    issued = desk.papers.issue(Request(DocumentKind.INFORMATION, meeting, on=day), day)
    keys = tuple(one.key for one in issued)
    _, subject, text = desk.dispatches.begin(keys)
    order = Order(keys, Channel.TO_EACH, Selection(TO), SENDER, subject, text)
    with tempfile.TemporaryDirectory() as place:
        desk.dispatches.prepare(new_key(), order, Path(place), lambda _done, _all: None)
    desk.clock.wait(datetime.timedelta(minutes=40).total_seconds())
    desk.deliveries.happened(_recipients(desk)[:-LEFT], Happening.SENT, desk.clock())


def _answer(desk: Desk) -> None:
    sent = _recipients(desk)[:-LEFT]
    back = sent[CAME_BACK]
    desk.deliveries.happened([back], Happening.FAILED, desk.clock(), "Mailbox unavailable")
    answered = [one for one in sent[::EVERY_ANSWERED] if one != back]
    desk.deliveries.happened(answered, Happening.ACKNOWLEDGED, desk.clock())


def _recipients(desk: Desk) -> list[Key]:
    """To whom the note goes, States by their codes, then partners."""
    (line,) = desk.deliveries.lines()
    to = sorted((one.recipient for one in line.deliveries), key=lambda one: (one.state is None, one.state or one.name))
    return [one.key for one in to]
