"""What the sample's Network did, and whom the Coordinator encouraged to create a mechanism."""

import datetime
from collections.abc import Iterable, Iterator
from functools import partial

from nmirf_desktop.domain.activities import Activity, TakingPart
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.content import Doing
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """The activities, each recorded when it was over, and the contacts."""
    for doing in desk.content.activities:
        begins = workday(calendar.on - datetime.timedelta(days=doing.before))
        ends = begins + datetime.timedelta(days=doing.days - 1)
        yield Event.on(ends + datetime.timedelta(days=1), partial(_record, desk, doing, begins, ends))
    for note in desk.content.contacts:
        day = workday(calendar.on - datetime.timedelta(days=note.before))
        contact = Contact("", note.state, day, note.noted_by, note.text)
        yield Event.on(day, partial(desk.encouragement.note, contact))


def _record(desk: Desk, doing: Doing, begins: datetime.date, ends: datetime.date) -> None:
    one = Activity(
        "", doing.kind, doing.title, begins, ends, doing.place, doing.languages, doing.objectives, doing.result,
    )  # fmt: skip
    desk.activities.save(one, tuple(_parts(desk, doing)))


def _parts(desk: Desk, doing: Doing) -> Iterator[TakingPart]:
    """Who took part; a partner that the sample does not know yet did not."""
    for state in doing.hosts:
        yield TakingPart("", "", state, host=True)
    for state in doing.states:
        yield TakingPart("", "", state)
    known = {one.kind: one.key for one in desk.partners.list()}
    for kind in doing.partners:
        if kind in known:
            yield TakingPart("", "", partner=known[kind])
