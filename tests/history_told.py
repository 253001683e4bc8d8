"""A history as it is told: acts at their moments, each with what it saves; chances and keys that come out the same."""

import datetime
import random
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.members import FocalPoint, Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import voting_focal_point
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.renames import Regrouping, Renaming, states_on
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.storage.rows import Rows

Saved = tuple[Rows[Any], Any]
"""A value and the rows that keep it."""
NINE = datetime.time(9)


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of the journal: when, which verb, what it saves, and which documents it issues."""

    at: datetime.datetime
    verb: str
    saved: tuple[Saved, ...]
    issued: tuple[IssuedDocument, ...] = ()


class Told:
    """What was told so far of a network of some States, from its founding until the last day of a year.

    *years* counts the annual meetings, the first in the year after the founding.
    """

    def __init__(self, states: tuple[State, ...], years: int, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311  (a story, not a secret)
        self.states = {state.iso3: state for state in states}
        self.years = years
        self.ends = datetime.date(ADOPTION_DAY.year + years, 12, 31)
        self.acts: list[Act] = []
        self.memberships: dict[Key, Membership] = {}
        self.points: dict[StateCode, list[FocalPoint]] = {}
        self.renamings: list[Renaming] = []
        self.regroupings: list[Regrouping] = []
        self.terms: list[Term] = []
        self.contents: dict[Key, bytes] = {}
        self._keys = 0

    def key(self, at: datetime.datetime | datetime.date) -> Key:
        """A new key: a UUID of version 7 of that moment, the same in each telling."""
        self._keys += 1
        stamp = int(_moment(at).timestamp() * 1000)
        return str(uuid.UUID(int=(stamp << 80) | (7 << 76) | (2 << 62) | self._keys))

    def act(
        self,
        at: datetime.datetime | datetime.date,
        verb: str,
        saved: Iterable[Saved],
        issued: Iterable[IssuedDocument] = (),
    ) -> None:
        """Something is done at a moment, or on a morning; what would come after the last day is not told."""
        moment = _moment(at)
        if moment.date() <= self.ends:
            self.acts.append(Act(moment, verb, tuple(saved), tuple(issued)))

    def chance(self, share: float) -> bool:
        """Whether something happens that happens so often."""
        return self.dice.random() < share

    def after(self, day: datetime.date, least: float, most: float) -> datetime.date:
        """A day between so many years after another one."""
        return day + datetime.timedelta(days=round(365.25 * self.dice.uniform(least, most)))

    def on(self, day: datetime.date) -> dict[StateCode, State]:
        """The States as they are named and grouped on a day."""
        return {one.iso3: one for one in states_on(self.states.values(), self.renamings, self.regroupings, day)}

    def of_kind(self, kind: MembershipKind, day: datetime.date) -> tuple[StateCode, ...]:
        """The members, or the observers, on a day."""
        return tuple(
            sorted(one.state for one in self.memberships.values() if one.kind is kind and one.period.holds(day))
        )

    def person(self, state: StateCode, day: datetime.date) -> Key | None:
        """Whom a State has designated to vote on a day."""
        point = voting_focal_point(self.points.get(state, ()), state, day)
        return None if point is None else point.person


def _moment(at: datetime.datetime | datetime.date) -> datetime.datetime:
    if isinstance(at, datetime.datetime):
        return at
    return datetime.datetime.combine(at, NINE, datetime.UTC)


def paper(name: str) -> bytes:
    """What a file of that name holds: a letter of a line."""
    return f"{name}\n".encode()


def said(en: str, fr: str, es: str) -> Trilingual:
    """A finished text in three languages."""
    return Trilingual.final(en, fr, es)
