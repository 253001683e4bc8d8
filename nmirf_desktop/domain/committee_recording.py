"""How the records of the Committee stand once an act is recorded, and what cannot have happened so.

What records an act asks :func:`after`, and so does what only tries one out: there is no second opinion.
"""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeAct,
    CommitteeRecords,
    Coordinating,
    CorrectingCoordination,
    CorrectingSeat,
    CorrectingTerm,
    Filling,
    Replacing,
    SteppingDown,
    Striking,
    Vacating,
)
from nmirf_desktop.domain.committees import (
    Coordination,
    Seat,
    SeatEnding,
    Term,
    check_coordination,
    check_seat,
    coordinations_on,
    ends_with_seat,
    mandate,
    replacement,
    seat_period,
)
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_

BEGAN = N_("It began on {start}: on {day} it cannot end. Choose a later day of its time.")
COORDINATION_BEGAN = N_(
    "The Coordinator began on {start} and cannot step down on {day}: choose a later day, or correct the coordination."
)

_Record = TypeVar("_Record", bound=Term | Seat | Coordination)


def after(records: CommitteeRecords, act: CommitteeAct) -> CommitteeRecords:
    """The records once an act is recorded. What was wrong before and has nothing to do with it is not refused.

    Raises:
        Refusal: a State would hold two seats at a time, a mandate would not last three years or begin with another one,
            a seat would leave its mandate, or a Coordinator would hold no seat (R28, R30, R31, R34).
    """
    done = _settled(_done(records, act))
    terms = frozenset(done.terms) - frozenset(records.terms)
    for term in terms:
        _check_term(term, done.terms)
    mandates, before = {term.key for term in terms}, frozenset(records.seats)
    seats = [
        one for one in done.seats
        if one.term in mandates or one not in before or (terms and done.next_begins(one) != records.next_begins(one))
    ]  # fmt: skip
    for seat in seats:
        check_seat(seat, done.term(seat.term))
        _check_alone(seat, done)
        _check_in_office(seat, done)
    held, led = {seat.key for seat in seats}, frozenset(records.coordinations)
    for one in done.coordinations:
        if one not in led or one.seat in held:
            check_coordination(one, done.seats, done.terms, done.coordinations)
    return done


_Correction = CorrectingTerm | CorrectingSeat | CorrectingCoordination | Striking


def _done(records: CommitteeRecords, act: CommitteeAct) -> CommitteeRecords:
    """The records with what the act itself says, before what follows from it."""
    match act:
        case Appointing():
            return replace(records, terms=(*records.terms, act.term), seats=(*records.seats, *act.seats))
        case Filling():
            return replace(records, seats=_with(records.seats, act.seat))
        case Replacing():
            seat = records.seat(act.seat)
            ended, new = replacement(seat, records.term(seat.term), act.day, act.successor)
            return replace(records, seats=(*_with(records.seats, ended), new))
        case Vacating():
            return replace(records, seats=_with(records.seats, _vacant(records, act)))
        case Coordinating():
            return _coordinated(records, act.coordination)
        case SteppingDown():
            held = next(one for one in records.coordinations if one.key == act.coordination)
            ended_then = replace(held, period=_until(held.period, act.day, "R34", COORDINATION_BEGAN))
            return replace(records, coordinations=_with(records.coordinations, ended_then))
        case _:
            return _corrected(records, act)


def _corrected(records: CommitteeRecords, act: _Correction) -> CommitteeRecords:
    """The records as they should have been entered."""
    match act:
        case CorrectingTerm():
            return _moved(records, act.term)
        case CorrectingSeat():
            return _reseated(records, act.seat)
        case CorrectingCoordination():
            return replace(records, coordinations=_with(_led_up(records, act.coordination), act.coordination))
        case Striking():
            return _struck(records, records.seat(act.seat))


def _with(records: tuple[_Record, ...], changed: _Record) -> tuple[_Record, ...]:
    """The records with one of them in its new form, or with one more."""
    if all(one.key != changed.key for one in records):
        return (*records, changed)
    return tuple(changed if one.key == changed.key else one for one in records)


def _taken_over(records: CommitteeRecords, seat: Seat) -> Seat | None:
    """The seat that another one took over: the one that it follows, else the only one that ended so on that day."""
    if seat.follows is not None:
        return next((one for one in records.seats if one.key == seat.follows), None)
    ended = [
        one for one in records.seats
        if one.term == seat.term and one.ending is SeatEnding.REPLACEMENT and one.period.end == seat.period.start
    ]  # fmt: skip
    return ended[0] if len(ended) == 1 else None


def _reseated(records: CommitteeRecords, now: Seat) -> CommitteeRecords:
    """A seat as it should have been entered; the one that it took over ends on its first day (R31)."""
    was, before = records.seat(now.key), _taken_over(records, records.seat(now.key))
    if before is not None and before.period.start < now.period.start:
        records = _ending(records, before, Period(before.period.start, now.period.start), before.ending)
    return _ending(replace(records, seats=_with(records.seats, now)), was, now.period, now.ending)


def _struck(records: CommitteeRecords, seat: Seat) -> CommitteeRecords:
    """Without a seat that was never held: the one that it had taken over is held as long as it would have been."""
    before = _taken_over(records, seat)
    if before is not None:
        held = records.held(seat)
        records = _ending(records, before, Period(before.period.start, held.end), seat.ending)
    left = (one for one in records.seats if one.key != seat.key)
    return replace(
        records,
        seats=tuple(replace(one, follows=seat.follows) if one.follows == seat.key else one for one in left),
        coordinations=tuple(one for one in records.coordinations if one.seat != seat.key),
    )


def _ending(records: CommitteeRecords, was: Seat, period: Period, ending: SeatEnding | None) -> CommitteeRecords:
    """The records where a seat has another time; a coordination that had ended with it ends with it still (R34)."""
    now = replace(records.seat(was.key), period=period, ending=ending)
    end, held = records.held(was).end, seat_period(now, records.term(now.term))
    coordinations = tuple(
        replace(one, period=Period(one.period.start, None if held.end is None else max(one.period.start, held.end)))
        if one.seat == was.key and one.period.end == end
        else one
        for one in records.coordinations
    )
    return replace(records, seats=_with(records.seats, now), coordinations=coordinations)


def _led_up(records: CommitteeRecords, now: Coordination) -> tuple[Coordination, ...]:
    """The coordinations where the one that gave way to a corrected one does so on its first day as it is now (R34)."""
    was = next(one for one in records.coordinations if one.key == now.key).period.start
    return tuple(
        replace(one, period=Period(one.period.start, now.period.start))
        if one.key != now.key and one.period.end == was and one.period.start < now.period.start
        else one
        for one in records.coordinations
    )


def _until(period: Period, day: datetime.date, section: str = "R31", said: str = BEGAN) -> Period:
    """The time up to a day within it; ``Refusal`` for a day on which nothing of it would be left, or outside it."""
    if day == period.start or not period.holds(day):
        raise Refusal(
            said,
            {"start": period.start, "day": day},
            section=section,
        )
    return Period(period.start, day)


def _vacant(records: CommitteeRecords, act: Vacating) -> Seat:
    seat = records.seat(act.seat)
    return replace(seat, period=_until(records.held(seat), act.day), ending=act.ending)


def _coordinated(records: CommitteeRecords, new: Coordination) -> CommitteeRecords:
    """The earlier Coordinator's time ends on the day; the new one's with the seat."""
    earlier = [
        replace(one, period=_until(one.period, new.period.start, "R34"))
        for one in coordinations_on(records.coordinations, new.period.start)
    ]
    coordinations = records.coordinations
    for one in (*earlier, new):
        coordinations = _with(coordinations, one)
    return replace(records, coordinations=coordinations)


def _moved(records: CommitteeRecords, term: Term) -> CommitteeRecords:
    """A mandate as it should have been entered; what began or ended with it moves with it."""
    was = records.term(term.key).period

    def moved(period: Period) -> Period:
        start = term.period.start if period.start == was.start else period.start
        end = term.period.end if period.end == was.end else period.end
        return Period(start, end if end is None else max(start, end))

    def of_term(seat: Seat) -> bool:
        return seat.term == term.key

    for seat in records.seats:
        if seat.ending is SeatEnding.RENEWAL and seat.period.end == was.start:
            whole = Period(seat.period.start, records.term(seat.term).period.end)
            records = _ending(records, seat, whole, None)  # until it is cut again where the next Committee begins now
    seats = tuple(replace(one, period=moved(one.period)) if of_term(one) else one for one in records.seats)
    own = {one.key for one in records.seats if of_term(one)}
    coordinations = tuple(
        replace(one, period=moved(one.period)) if one.seat in own else one for one in records.coordinations
    )
    return CommitteeRecords(_with(records.terms, term), seats, coordinations)


def _settled(records: CommitteeRecords) -> CommitteeRecords:
    """What follows: seats end where the next Committee begins, and coordinations with their seats (R34).

    A coordination of which no day is left was never held, and goes.
    """
    seats = tuple(_ended_by(seat, records.held(seat), records.next_begins(seat)) for seat in records.seats)
    by_key = {seat.key: seat for seat in seats}
    ended = [
        (one, ends_with_seat(one, by_key[one.seat]) if one.seat in by_key else one) for one in records.coordinations
    ]
    coordinations = tuple(now for before, now in ended if before.period.empty or not now.period.empty)
    return replace(records, seats=seats, coordinations=coordinations)


def _ended_by(seat: Seat, held: Period, next_begins: datetime.date | None) -> Seat:
    """A seat whose holders had to leave it to the next Committee before the mandate was over."""
    if next_begins is None or not held.holds(next_begins):
        return seat
    return replace(seat, period=Period(held.start, next_begins), ending=SeatEnding.RENEWAL)


def _check_term(term: Term, terms: Iterable[Term]) -> None:
    if term.period != mandate(term.period.start):
        raise Refusal(
            N_("The mandate of the Committee lasts three years from {start}."),
            {"start": term.period.start},
            section="R30",
        )
    for other in terms:
        if other.key != term.key and other.period.start == term.period.start:
            raise Refusal(
                N_("A Committee is recorded from {start} already: replace or fill its seats, or correct its mandate."),
                {"start": other.period.start},
                section="R30",
                in_the_way=other.key,
            )


def _check_alone(seat: Seat, records: CommitteeRecords) -> None:
    """*Executive Committee*, R28: a State holds one seat at a time."""
    held = records.held(seat)
    for other in records.seats:
        if other.key != seat.key and other.state == seat.state and records.held(other).overlaps(held):
            raise Refusal(
                N_("This State holds a seat from {start} already: it holds one at a time."),
                {"start": records.held(other).start},
                section="R28",
                in_the_way=other.key,
            )


def _check_in_office(seat: Seat, records: CommitteeRecords) -> None:
    """*Executive Committee*, R28: once the next Committee is in office, nobody takes a seat of the one before."""
    begins, held = records.next_begins(seat), records.held(seat)
    if begins is not None and (held.end is None or held.end > begins):
        raise Refusal(
            N_("From {start} another Committee is in office: fill or replace one of its seats instead."),
            {"start": begins},
            section="R28",
        )
