"""What prepares the renewal of the sample's Committee, and what the Committee agreed in silence."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from nmirf_desktop.domain.candidatures import Candidature, Slate
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event
from nmirf_desktop.storage.base import new_key

CALLED, AGREED = 45, 2
"""So many days before the sample's own day the call was opened, and the slate agreed."""
PUT, RUNS = 100, 14
"""So many days before it a text was put in silence, and for how many."""
EXTRA: tuple[StateCode, ...] = ("URY", "FJI")
"""Who stands beside those of the slate."""


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """A call with candidatures and a slate where a mandate ends within twelve months; one silence procedure."""
    put, called = (workday(calendar.on - datetime.timedelta(days=days)) for days in (PUT, CALLED))
    yield Event.on(put, partial(_silence, desk, put))
    yield Event.on(called, partial(_call, desk, called))
    states = tuple(dict.fromkeys((*_next(desk, calendar), *EXTRA)))
    for place, state in enumerate(states, 1):
        day = workday(called + datetime.timedelta(days=place * 5))
        yield Event.on(day, partial(_receive, desk, state, day, place))
    agreed = workday(calendar.on - datetime.timedelta(days=AGREED))
    yield Event.on(agreed, partial(_slate, desk, _next(desk, calendar), agreed))


def _next(desk: Desk, calendar: Calendar) -> tuple[StateCode, ...]:
    """The States of the Committee that comes after those of the sample's mandates."""
    return desk.content.committees[(len(calendar.mandates) + 1) % len(desk.content.committees)].states


def _silence(desk: Desk, day: datetime.date) -> None:
    committee = desk.committees.history(day).current
    if committee is not None:
        closes, content = day + datetime.timedelta(days=RUNS), desk.content
        desk.silences.put(
            SilenceProcedure(
                new_key(), committee.term.key, content.silence_title, content.silence_text, day, closes
            )
        )  # fmt: skip


def _call(desk: Desk, day: datetime.date) -> None:
    if desk.candidatures.due(day):
        call = replace(desk.candidatures.proposed(day), note=desk.content.call_note, reference=f"NV/CAND/{day.year}")
        desk.candidatures.save_call(call)


def _receive(desk: Desk, state: StateCode, day: datetime.date, place: int) -> None:
    for file in desk.candidatures.calls()[:1]:
        person = desk.members.voting_person(state, day)
        reference = f"NV/{place + 60}/{day.year}"
        desk.candidatures.receive(Candidature(new_key(), file.call.key, state, day, person, reference))


def _slate(desk: Desk, states: tuple[StateCode, ...], day: datetime.date) -> None:
    for file in desk.candidatures.calls()[:1]:
        slate = Slate(new_key(), file.call.key, day, states[: file.call.seats], desk.content.slate_note)
        desk.candidatures.agree_slate(slate)
