"""The same thing done to several States at once: said before for each of them, done in one transaction."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Period, StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.renames import Regrouping
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import FOCAL_POINTS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.states import REGROUPINGS
from nmirf_desktop.storage.store import Session, Store

IN_NO_GROUP = N_("In no regional group")


@dataclass(frozen=True, slots=True)
class EndDesignations:
    """Every designation in force ends; *day* is the first on which it no longer holds."""

    day: datetime.date


@dataclass(frozen=True, slots=True)
class MoveToGroup:
    """The States stand in another regional group, or in none, from a day on."""

    day: datetime.date
    group: RegionalGroup | None


@dataclass(frozen=True, slots=True)
class WriteIn:
    """Who is designated on a day writes in a language from now on."""

    day: datetime.date
    language: Language


Act = EndDesignations | MoveToGroup | WriteIn


@dataclass(frozen=True, slots=True)
class Step:
    """What an act does to one State; *what* says why it does nothing where it *leaves it out*."""

    state: State
    what: Phrase
    saves: tuple[tuple[Rows[Any], object], ...] = ()

    @property
    def left_out(self) -> bool:
        """Whether nothing is done to the State."""
        return not self.saves


class Bulk:
    """What is done to several States at once."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def plan(self, act: Act, states: Iterable[StateCode]) -> tuple[Step, ...]:
        """What an act would do to each State, in their order."""
        with self._store.read() as session:
            return tuple(self._steps(session, act, states))

    def do(self, act: Act, states: Iterable[StateCode]) -> int:
        """Do it to all States to which it can be done, in one transaction; how many they are.

        Raises:
            Refusal: it can be done to none of them.
        """
        verb, subject = _verb(act)
        with self._store.write(verb, subject) as session:
            steps = [one for one in self._steps(session, act, states) if not one.left_out]
            if not steps:
                raise Refusal(N_("This can be done to none of the States selected; nothing was changed."))
            for step in steps:
                for rows, value in step.saves:
                    rows.save(session, value)
        return len(steps)

    def _steps(self, session: Session, act: Act, states: Iterable[StateCode]) -> Iterator[Step]:
        named = self._states.on(act.day)
        for code in states:
            match act:
                case EndDesignations():
                    yield _ended(session, named[code], act)
                case MoveToGroup():
                    yield _moved(named[code], act)
                case WriteIn():
                    yield _written(session, named[code], act)


def _verb(act: Act) -> tuple[str, Subject]:
    match act:
        case EndDesignations():
            return N_("end designations of several States"), Subject.MEMBERS
        case MoveToGroup():
            return N_("move several States to another group"), Subject.STATES
        case WriteIn():
            return N_("change the language of several States"), Subject.MEMBERS


def _ended(session: Session, state: State, act: EndDesignations) -> Step:
    running = [
        one
        for one in rules.focal_points_on(FOCAL_POINTS.all(session, state=state.iso3), state.iso3, act.day)
        if one.period.start < act.day
    ]
    if not running:
        return Step(state, Phrase(N_("Nobody is designated on the day before.")))
    people = Listed(tuple(PEOPLE.get(session, one.person) for one in running))
    ended = tuple((FOCAL_POINTS, replace(one, period=Period(one.period.start, act.day))) for one in running)
    last = act.day - datetime.timedelta(days=1)
    return Step(
        state, Phrase(N_("Ends, with {last} as the last day: {people}"), {"last": last, "people": people}), ended
    )


def _moved(state: State, act: MoveToGroup) -> Step:
    before, after = (Phrase(group.short_label if group else IN_NO_GROUP) for group in (state.group, act.group))
    if state.group is act.group:
        return Step(state, Phrase(N_("It stands there already: {group}"), {"group": before}))
    moved = Regrouping(new_key(), state.iso3, act.day, act.group)
    return Step(state, Phrase(N_("{before} → {after}"), {"before": before, "after": after}), ((REGROUPINGS, moved),))


def _written(session: Session, state: State, act: WriteIn) -> Step:
    points = rules.focal_points_on(FOCAL_POINTS.all(session, state=state.iso3), state.iso3, act.day)
    people = [PEOPLE.get(session, one.person) for one in points]
    if not people:
        return Step(state, Phrase(N_("Nobody is designated on this day.")))
    others = [one for one in people if one.language is not act.language]
    if not others:
        return Step(state, Phrase(N_("It is written to in this language already.")))
    saves = tuple((PEOPLE, replace(one, language=act.language)) for one in others)
    return Step(state, Phrase(N_("Written to in another language: {people}"), {"people": Listed(tuple(others))}), saves)
