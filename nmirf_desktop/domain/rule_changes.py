"""The Declaration's own numbers as they hold on a day: as adopted, or as a decision of the Network changed them (R46).

The Declaration stays as it was adopted (:data:`~.declaration.VERSION`). A change holds from a day on; what was before
is judged, and printed, by the number that held then.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.declaration import NOTICE_MONTHS, SEATS_LEAST, SEATS_MOST, TERM_YEARS
from nmirf_desktop.domain.periods import Key, Period, months_before, years_after
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_


class Figure(StrEnum):
    """A number of the Declaration that a decision can change."""

    SEATS_LEAST = "seats_least"
    SEATS_MOST = "seats_most"
    TERM_YEARS = "term_years"
    NOTICE_MONTHS = "notice_months"


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A number by its *title*, its rule, as it was *adopted*, and the bounds between which it can lie."""

    figure: Figure
    rule: str
    title: str
    adopted: int
    least: int
    most: int


_KNOWN = (
    KnownFigure(Figure.SEATS_LEAST, "R28", N_("Seats of the Executive Committee, at least"), SEATS_LEAST, 1, 9),
    KnownFigure(Figure.SEATS_MOST, "R28", N_("Seats of the Executive Committee, at most"), SEATS_MOST, 1, 9),
    KnownFigure(Figure.TERM_YEARS, "R30", N_("Mandate of the Executive Committee, in years"), TERM_YEARS, 1, 10),
    KnownFigure(Figure.NOTICE_MONTHS, "R39", N_("Agenda sent before a meeting, in months"), NOTICE_MONTHS, 1, 6),
)
FIGURES: Mapping[Figure, KnownFigure] = MappingProxyType({one.figure: one for one in _KNOWN})
"""All numbers that a decision can change, in the order of their rules."""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A number that holds from *since* on, until the next change of it, for a *reason* that documents print.

    *decision* is the key of what changed it.
    """

    key: Key
    figure: Figure
    number: int
    since: datetime.date
    reason: Trilingual = Trilingual()
    decision: Key | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The Declaration's numbers with all their *changes*, asked for by the day on which they held."""

    changes: tuple[RuleChange, ...] = ()

    @classmethod
    def known_on(cls, changes: Iterable[RuleChange], day: datetime.date) -> "Figures":
        """The numbers without the changes that hold only after a day."""
        return cls(tuple(one for one in changes if one.since <= day))

    def change(self, figure: Figure, day: datetime.date) -> RuleChange | None:
        """The change by which a number holds on a day; ``None`` where it is as adopted."""
        made = (one for one in self.changes if one.figure is figure and one.since <= day)
        return max(made, key=lambda one: (one.since, one.key), default=None)

    def next_change(self, figure: Figure, day: datetime.date) -> RuleChange | None:
        """The first change of a number that holds only after a day; ``None`` where none is recorded."""
        ahead = (one for one in self.changes if one.figure is figure and one.since > day)
        return min(ahead, key=lambda one: (one.since, one.key), default=None)

    def number(self, figure: Figure, day: datetime.date) -> int:
        """The number that holds on a day."""
        change = self.change(figure, day)
        return FIGURES[figure].adopted if change is None else change.number

    def seats(self, day: datetime.date) -> tuple[int, int]:
        """*Executive Committee*, R28: how many seats the Committee has on a day, at least and at most."""
        return self.number(Figure.SEATS_LEAST, day), self.number(Figure.SEATS_MOST, day)

    def mandate_end(self, start: datetime.date) -> datetime.date:
        """*Executive Committee*, R30: the first day after a mandate; as long as the rule of its first day said.

        29 February becomes 28 February.
        """
        return years_after(start, self.number(Figure.TERM_YEARS, start))

    def notice(self, opens_on: datetime.date) -> tuple[int, RuleChange | None]:
        """*Network Meetings – Agenda*, R39: how many calendar months before a meeting its agenda is sent, and by what.

        A change holds for the meetings whose last day for sending, reckoned by it, is not before its own first day: so
        that no sending becomes late by a rule that came after it.
        """
        made = [one for one in self.changes if one.figure is Figure.NOTICE_MONTHS]
        for one in sorted(made, key=lambda known: (known.since, known.key), reverse=True):
            if months_before(opens_on, one.number) >= one.since:
                return one.number, one
        return NOTICE_MONTHS, None

    def too_late(self, opens_on: datetime.date) -> RuleChange | None:
        """The last change of the notice made before a meeting that does not hold for it, because it came too late."""
        _, held = self.notice(opens_on)
        made = [one for one in self.changes if one.figure is Figure.NOTICE_MONTHS and one.since <= opens_on]
        last = max(made, key=lambda one: (one.since, one.key), default=None)
        return last if last != held else None

    def split(self, time: Period, *figures: Figure) -> tuple[Period, ...]:
        """A time in the parts in which some numbers hold."""
        turns = {one.since for one in self.changes if one.figure in figures and one.since > time.start}
        days = [time.start, *sorted(day for day in turns if time.end is None or day < time.end)]
        return tuple(Period(day, end) for day, end in zip(days, [*days[1:], time.end], strict=True))


IMPOSSIBLE = N_("From {day} the Committee would have {least} seats at least and {most} at most.")
RESTS_ON_IT = N_(
    "Without it the Committee would have {least} seats at least and {most} at most from {day} on, so that it stays: "
    "take the later number back first."
)
AS_ADOPTED = Figures()
"""The numbers of the Declaration in a register in which no decision changed them."""


def check_change(change: RuleChange, others: Iterable[RuleChange]) -> None:
    """*Nature*, R46: a number within its bounds, one a day; the least size of the Committee is not above the most.

    Raises ``Problem``.
    """
    known, rest = FIGURES[change.figure], [one for one in others if one.key != change.key]
    if not known.least <= change.number <= known.most:
        message = N_("Give a number from {least} to {most}.")
        raise Problem(message, {"least": known.least, "most": known.most}, "number")
    for other in rest:
        if (other.figure, other.since) == (change.figure, change.since):
            message = N_("Another number holds from {day} already: choose another day, or correct that one.")
            raise Problem(message, {"day": change.since}, "since")
    _check_seats((*rest, change), IMPOSSIBLE, "number")


def check_taken_back(key: Key, changes: Iterable[RuleChange]) -> None:
    """*Nature*, R46: a change goes only where those after it still hold without it. Raises ``Problem``."""
    _check_seats([one for one in changes if one.key != key], RESTS_ON_IT)


def _check_seats(changes: Iterable[RuleChange], message: str, field_name: str = "") -> None:
    held = Figures(tuple(changes))
    for day in sorted({one.since for one in held.changes}):
        least, most = held.seats(day)
        if least > most:
            raise Problem(message, {"day": day, "least": least, "most": most}, field_name)
