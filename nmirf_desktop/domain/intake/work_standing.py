"""The register's work as a list is read against it, and how it stands after the rows read so far.

A record is known again by its identifier, else by what tells it from others: an activity by its first day and its
title in any language, a partnership by its partner and first day, and so on (:func:`marks_of`).
"""

import datetime
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.activities import Activity, TakingPart
from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.intake import WorkFact
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.partnerships import Partnership, by_names, called, with_standing
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.folding import folded

F = TypeVar("F", bound=WorkFact)
R = TypeVar("R", PlanPriority, PlannedAction)


@dataclass(frozen=True, slots=True)
class WorkRecords:
    """What a list of work is compared with; only what such a list is about is read. *today* is the day of now.

    *numbers* are those that practices have or ever had, each with its year and the practice.
    """

    today: datetime.date = datetime.date.max
    partners: tuple[Partner, ...] = ()
    records: tuple[WorkFact, ...] = ()
    numbers: tuple[tuple[int, int, Key], ...] = ()


NAMED = frozenset({"partner", "practice", "meeting", "priority"})
"""The fields that hold the key of another record, which is said by its name."""
NO_WORK = WorkRecords()
"""That of a list which is about people or States."""


def same(text: str) -> str:
    """A text as it is compared with another one."""
    return " ".join(folded(text).split())


def _texts(text: Trilingual) -> Iterator[str]:
    return (same(text[language]) for language in Language if text[language].strip())


def _of_activity(fact: Activity) -> Iterator[Hashable]:
    return ((fact.begins_on, one) for one in _texts(fact.title))


def _of_partner(fact: Partner) -> Iterator[Hashable]:
    return map(fold, called(fact))


def _of_support(fact: OhchrSupport) -> Iterator[Hashable]:
    return ((fact.on, fact.kind, fact.state, one) for one in _texts(fact.text))


def _of_contribution(fact: Contribution) -> Iterator[Hashable]:
    return ((fact.state, fact.kind, one) for one in _texts(fact.title))


MARKS: Mapping[type[WorkFact], Callable[[Any], Iterable[Hashable]]] = {
    Activity: _of_activity,
    TakingPart: lambda fact: ((fact.activity, fact.state, fact.partner),),
    Partner: _of_partner,
    Contact: lambda fact: ((fact.state, fact.on, same(fact.text)),),
    Partnership: lambda fact: ((fact.partner, fact.period.start),),
    OhchrSupport: _of_support,
    GoodPractice: lambda fact: ((fact.state, one) for one in _texts(fact.title)),
    Contribution: _of_contribution,
    ActionPlan: lambda fact: _texts(fact.title),
    PlanPriority: lambda fact: ((fact.plan, one) for one in _texts(fact.title)),
    PlannedAction: lambda fact: ((fact.priority, one) for one in _texts(fact.title)),
}
"""By what a record of each kind is known again: one mark for each language of its title, or only one."""


def marks_of(fact: WorkFact) -> Iterator[Hashable]:
    """By what a record is known again among all."""
    return ((type(fact), one) for one in MARKS[type(fact)](fact))


class WorkStanding:
    """The records, and what the rows read so far add to them: a later row is judged beside the earlier ones."""

    def __init__(self, known: WorkRecords, meetings: Iterable[Meeting], new_key: Callable[[], Key]) -> None:
        self.today = known.today
        self.new_key = new_key
        self.meetings = {one.symbol.casefold(): one for one in meetings}
        self.symbols = {one.key: one.symbol for one in self.meetings.values()}
        self.numbered: dict[tuple[Key, str], Key] = {}
        """The priorities of plans by the numbers that the list gives them."""
        self._facts: dict[type, dict[Key, WorkFact]] = {}
        self._parts: dict[Key, dict[Key, TakingPart]] = {}
        self._marked: dict[Hashable, dict[Key, None]] = {}
        self._numbers = known.numbers
        for one in (*with_standing(known.partners), *known.records):
            self.keep(one)
        self.places = dict(places_in_plans(self))
        """The numbers of the register's priorities and actions, by their keys: "2", "2.1"."""

    def keep(self, fact: WorkFact) -> None:
        """Add a record, or put it in the place of the one with its key."""
        held = self._facts.setdefault(type(fact), {})
        before = held.get(fact.key)
        for mark in marks_of(before) if before is not None else ():
            self._marked[mark].pop(before.key if before is not None else "", None)
        held[fact.key] = fact
        for mark in marks_of(fact):
            self._marked.setdefault(mark, {})[fact.key] = None
        if isinstance(fact, TakingPart):
            self._parts.setdefault(fact.activity, {})[fact.key] = fact

    def drop(self, fact: WorkFact) -> None:
        """Take a record out."""
        self._facts.get(type(fact), {}).pop(fact.key, None)
        for mark in marks_of(fact):
            self._marked.get(mark, {}).pop(fact.key, None)
        if isinstance(fact, TakingPart):
            self._parts.get(fact.activity, {}).pop(fact.key, None)

    def parts(self, activity: Key) -> tuple[TakingPart, ...]:
        """Who takes part in an activity, in the order in which they were recorded."""
        return tuple(self._parts.get(activity, {}).values())

    def all(self, kind: type[F]) -> tuple[F, ...]:
        """The records of a kind, in the order in which they came."""
        return tuple(one for one in self._facts.get(kind, {}).values() if isinstance(one, kind))

    def partners(self) -> tuple[Partner, ...]:
        """The partners, OHCHR first."""
        return self.all(Partner)

    def number(self, practice: GoodPractice, year: int) -> int:
        """The number of a practice in a year: its own there, else the one after all that were ever given in it."""
        if practice.number and practice.recorded_on.year == year:
            return practice.number
        given = {number: key for of, number, key in self._numbers if of == year}
        given |= {one.number: one.key for one in self.all(GoodPractice) if one.recorded_on.year == year}
        own = (number for number, key in given.items() if key == practice.key)
        return min(own, default=1 + max(given, default=0))

    def find(self, kind: type[F], key: Key) -> F | None:
        """The record of a key, ``None`` where there is none."""
        found = self._facts.get(kind, {}).get(key)
        return found if isinstance(found, kind) else None

    def like(self, fact: F) -> tuple[F, ...]:
        """The records that may be the one that a fact is of, in the order in which they came."""
        keys = dict.fromkeys(key for mark in marks_of(fact) for key in self._marked.get(mark, ()))
        found = (self.find(type(fact), key) for key in keys)
        return tuple(one for one in found if one is not None)

    def called(self, text: str) -> Content | str:
        """A text as it is said: that of a key is what its meeting, partner or practice is called."""
        partner = self.find(Partner, text)
        titled = self.find(GoodPractice, text) or self.find(PlanPriority, text)
        if partner is not None:
            return Content(partner.name)
        if titled is not None:
            return Content(titled.title)
        return self.symbols.get(text, text)

    def partner(self, name: str, wanted: Container[Key | None] = ()) -> Partner | None:
        """The partner of a name, in any of the three languages; of several, one that is *wanted* before others.

        One that is called so in full goes before one whose short form it is.
        """
        marked = (self.find(Partner, key) for key in self._marked.get((Partner, fold(name)), ()))
        several = by_names(one for one in marked if one is not None).get(fold(name), ())
        return next((one for one in several if one.key in wanted), next(iter(several), None))


def ranked(several: Iterable[R]) -> list[R]:
    """Priorities of a plan, or actions of a priority, in their order."""
    return sorted(several, key=lambda one: (one.rank, one.key))


def places_in_plans(known: WorkStanding) -> Iterator[tuple[Key, str]]:
    """The number of each priority and action in its plan, as lists give it."""
    under: dict[Key, list[PlannedAction]] = {}
    for action in known.all(PlannedAction):
        under.setdefault(action.priority, []).append(action)
    for plan in known.all(ActionPlan):
        priorities = ranked(one for one in known.all(PlanPriority) if one.plan == plan.key)
        for number, priority in enumerate(priorities, 1):
            yield priority.key, f"{number}"
            for place, action in enumerate(ranked(under.get(priority.key, ())), 1):
                yield action.key, f"{number}.{place}"
