"""Who sat in the Executive Committee when, as rows of time: what the window and the documents draw."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, zip_longest

from nmirf_desktop.domain.committee_acts import CommitteeRecords
from nmirf_desktop.domain.committees import Seat, Term
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_label
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog


class StretchKind(StrEnum):
    """A seat is held, is vacant within a mandate, or its holder acts after the mandate until the renewal (A10)."""

    HELD = "held"
    VACANT = "vacant"
    ACTING = "acting"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One seat in one time. *seat* and *state* are those of its holder, of a vacancy those of who held it before.

    *coordinated* are the times in which its holder coordinates.
    """

    row: int
    kind: StretchKind
    term: Key
    seat: Key
    state: StateCode
    period: Period
    coordinated: tuple[Period, ...] = ()


def rows(records: CommitteeRecords) -> dict[Key, int]:
    """On which row each seat stands: a State on the row that it had, a successor on that of whom it follows."""
    ends: list[datetime.date | None] = []
    last: dict[StateCode, int] = {}
    placed: dict[Key, int] = {}
    for start, together in groupby(
        sorted(records.seats, key=lambda one: one.period.start), lambda one: one.period.start
    ):
        seats = tuple(together)
        free = [row for row, end in enumerate(ends) if end is not None and end <= start]
        back = {one.key: last[one.state] for one in seats if last.get(one.state) in free}
        taken = {one.key: placed[one.follows] for one in seats if one.follows in placed and placed[one.follows] in free}
        own = back | taken
        for seat in sorted(seats, key=lambda one: (one.key not in taken, one.key not in own)):
            row = own[seat.key] if own.get(seat.key) in free else next(iter(free), len(ends))
            if row == len(ends):
                ends.append(None)
            else:
                free.remove(row)
            ends[row], last[seat.state], placed[seat.key] = records.held(seat).end, row, row
    return placed


def stretches(records: CommitteeRecords, on: datetime.date) -> tuple[Stretch, ...]:
    """Every seat with its vacancies, and those that act after a mandate: until the next one, or until the day *on*."""
    placed = rows(records)
    terms = sorted(records.terms, key=lambda one: one.period.start)
    found: list[Stretch] = []
    for term, follows in zip_longest(terms, terms[1:]):
        seats = sorted((one for one in records.seats if one.term == term.key), key=lambda one: one.period.start)
        ends = _first_of(term.period.end, follows.period.start if follows else None)
        for row in sorted({placed[one.key] for one in seats}):
            own = [one for one in seats if placed[one.key] == row]
            found += _in_row(records, row, own, ends)
        until = follows.period.start if follows else on + datetime.timedelta(days=1)
        if term.period.end is not None and term.period.end < until:
            acting = (one for one in seats if records.held(one).end == term.period.end)
            found += (
                Stretch(
                    placed[one.key], StretchKind.ACTING, term.key, one.key, one.state, Period(term.period.end, until)
                )
                for one in acting
            )
    return tuple(found)


def _first_of(*days: datetime.date | None) -> datetime.date | None:
    return min((one for one in days if one is not None), default=None)


def _in_row(records: CommitteeRecords, row: int, seats: list[Seat], ends: datetime.date | None) -> Iterator[Stretch]:
    """The seats of one mandate in a row, and the times between and after them in which nobody holds it."""
    for seat, following in zip_longest(seats, seats[1:]):
        held = records.held(seat)
        if held.empty:
            continue
        coordinated = tuple(
            one.period for one in records.coordinations if one.seat == seat.key and not one.period.empty
        )
        yield Stretch(row, StretchKind.HELD, seat.term, seat.key, seat.state, held, coordinated)
        again = following.period.start if following is not None else ends
        if held.end is not None and again is not None and held.end < again:
            yield Stretch(row, StretchKind.VACANT, seat.term, seat.key, seat.state, Period(held.end, again))


def years_of(stretches: Iterable[Stretch], terms: Iterable[Term]) -> tuple[datetime.date, datetime.date] | None:
    """From the first of January of the first mandate's year to the end of the last year shown; ``None`` without any."""
    known = tuple(terms)
    if not known:
        return None
    periods = [one.period for one in known] + [one.period for one in stretches]
    last = max(one.last_day or one.start for one in periods)
    return datetime.date(min(one.period.start for one in known).year, 1, 1), datetime.date(last.year, 12, 31)


def stretch_said(one: Stretch, state: State, by: Option, words: Catalog) -> str:
    """A stretch in words: the State and its region by a scheme, its days, and when it coordinates."""
    frames = {
        StretchKind.HELD: N_("{name}: {days}"),
        StretchKind.VACANT: N_("Vacant after {name}: {days}"),
        StretchKind.ACTING: N_("{name}, acting after the mandate: {days}"),
    }
    text = words.gettext(frames[one.kind]).format(name=state.said_in(words), days=_days(one.period, words))
    if one.kind is StretchKind.VACANT:
        return text
    region = words.gettext(region_label(state, by))
    times = (words.gettext("Coordinator {days}").format(days=_days(time, words)) for time in one.coordinated)
    return words.pgettext("facts in a row", " · ").join((text, region, *times))


def _days(period: Period, words: Catalog) -> str:
    if period.last_day is None:
        return words.gettext("since {start}").format(start=words.date(period.start))
    return words.date_range(period.start, period.last_day)
