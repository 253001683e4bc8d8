"""How the records of the Committee stand once an act is recorded, and what cannot have happened so.

What records an act asks :func:`after`, and so does what only tries one out: there is no second opinion.
"""

import datetime
from collections.abc import Iterator
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
    Correction,
    Filling,
    Replacing,
    SteppingDown,
    Striking,
    StrikingCoordination,
    StrikingTerm,
    Vacating,
)
from nmirf_desktop.domain.committee_checks import check_alone, check_free, check_in_office, check_standing, check_term
from nmirf_desktop.domain.committees import (
    Coordination,
    Seat,
    SeatEnding,
    Term,
    check_coordination,
    check_seat,
    coordinations_on,
    ends_with_seat,
    in_time,
    replacement,
    seat_period,
)
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_

BEGAN = N_("It began on {start} and cannot end on {day}: choose a later day.")
OVER = N_("It lasts until {last}, and {day} is later: choose an earlier day, {last} at the latest.")
COORDINATION_BEGAN = N_(
    "The Coordinator began on {start} and cannot step down on {day}: choose a later day, or correct the coordination."
)

_Record = TypeVar("_Record", bound=Term | Seat | Coordination)


def after(records: CommitteeRecords, act: CommitteeAct) -> CommitteeRecords:
    """The records once an act is recorded. What was wrong before and has nothing to do with it is not refused.

    Raises:
        Refusal: a State would hold two seats at a time, a mandate would not last as the rule says or begin with another
            one, a seat would leave its mandate, or a Coordinator would hold no seat (R28, R30, R31, R34); or what the
            act is about was taken back since it was shown.
    """
    check_standing(act, records)
    done = _settled(_done(records, act))
    terms = frozenset(done.terms) - frozenset(records.terms)
    for term in terms:
        check_term(term, done.terms, done.figures)
    mandates, before = {term.key for term in terms}, frozenset(records.seats)
    seats = [
        one for one in done.seats
        if one.term in mandates or one not in before or (terms and done.next_begins(one) != records.next_begins(one))
    ]  # fmt: skip
    for seat in seats:
        check_seat(seat, done.term(seat.term))
        check_alone(seat, done, records)
        check_in_office(seat, done)
        check_free(seat, done)
    held, led = {seat.key for seat in seats}, frozenset(records.coordinations)
    for one in done.coordinations:
        if one not in led or one.seat in held:
            check_coordination(one, done.seats, done.terms, done.coordinations)
    return done


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


def _corrected(records: CommitteeRecords, act: Correction) -> CommitteeRecords:
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
        case StrikingTerm():
            return _never_appointed(records, records.term(act.term))
        case StrikingCoordination():
            return _never_led(records, act.coordination)


def _with(records: tuple[_Record, ...], changed: _Record) -> tuple[_Record, ...]:
    """The records with one of them in its new form, or with one more."""
    if all(one.key != changed.key for one in records):
        return (*records, changed)
    return tuple(changed if one.key == changed.key else one for one in records)


def _taken_over(records: CommitteeRecords, seat: Seat) -> Seat | None:
    """The seat that another one took over: the one that it follows, else the only one that ended so on that day.

    A vacant seat that was filled was not taken over. Rows from before it was kept do not say whom they follow; whom
    another seat follows they did not.
    """
    if seat.follows is not None:
        own = (one for one in records.seats if one.key == seat.follows)
        return next((one for one in own if one.ending not in (SeatEnding.RESIGNATION, SeatEnding.WITHDRAWAL)), None)
    followed = {one.follows for one in records.seats}
    ended = [
        one for one in records.seats
        if one.term == seat.term and one.ending is SeatEnding.REPLACEMENT and one.period.end == seat.period.start
        and one.key not in followed
    ]  # fmt: skip
    return ended[0] if len(ended) == 1 else None


def _reseated(records: CommitteeRecords, now: Seat) -> CommitteeRecords:
    """A seat as it should have been entered; the one that it took over ends on its first day (R31).

    The one that took it over begins where it ends now. ``Refusal`` where nothing would be left of that one.
    """
    was = records.seat(now.key)
    before, taker = _taken_over(records, was), _taker(records, was)
    if before is not None and now.period.start != was.period.start:
        if now.period.start <= before.period.start:
            raise Refusal(
                N_("The seat is held from {start}: on {day} nobody can be replaced in it."),
                {"start": before.period.start, "day": now.period.start},
                section="R31",
            )
        records = _ending(records, before, Period(before.period.start, now.period.start), before.ending)
    ended = seat_period(now, records.term(now.term)).end
    if taker is not None and ended != records.held(was).end:
        last = records.held(taker).end
        if ended is None or (last is not None and ended >= last):
            raise Refusal(
                N_("This seat was taken over on {day}: correct or strike out that replacement first."),
                {"day": taker.period.start},
                section="R31",
                in_the_way=taker.key,
            )
        records = replace(records, seats=_with(records.seats, replace(taker, period=Period(ended, taker.period.end))))
    return _ending(replace(records, seats=_with(records.seats, now)), was, now.period, now.ending)


def _taker(records: CommitteeRecords, seat: Seat) -> Seat | None:
    """The seat that took one over (R31)."""
    befores = ((one, _taken_over(records, one)) for one in records.seats)
    return next((one for one, before in befores if before is not None and before.key == seat.key), None)


def _struck(records: CommitteeRecords, seat: Seat) -> CommitteeRecords:
    """Without a seat that was never held: the one that it had taken over is held as long as it would have been."""
    before, held = _taken_over(records, seat), records.held(seat)
    for led in records.coordinations:
        if led.seat == seat.key:
            records = _never_led(records, led.key)
    if before is not None:
        records = _ending(records, before, Period(before.period.start, held.end), seat.ending)
    left = (one for one in records.seats if one.key != seat.key)
    seats = tuple(replace(one, follows=seat.follows) if one.follows == seat.key else one for one in left)
    return replace(records, seats=seats)


def _never_appointed(records: CommitteeRecords, term: Term) -> CommitteeRecords:
    """Without a mandate that never was, its seats and its Coordinators: the Committee before it sits on (R30)."""
    own = {one.key for one in records.seats if one.term == term.key}
    records = _sitting_on(records, term.period.start)
    return CommitteeRecords(
        tuple(one for one in records.terms if one.key != term.key),
        tuple(one for one in records.seats if one.key not in own),
        tuple(one for one in records.coordinations if one.seat not in own),
        records.figures,
    )


def _never_led(records: CommitteeRecords, key: Key) -> CommitteeRecords:
    """Without a coordination that never was: the one that had given way to it lasts on (R34)."""
    gone = next(one for one in records.coordinations if one.key == key)
    records = replace(records, coordinations=tuple(one for one in records.coordinations if one.key != key))
    before = next((one for one in _led_before(records, gone) if not one.period.empty), None)
    if before is None:
        return records
    return replace(records, coordinations=_with(records.coordinations, _lasting(records, before)))


def _led_before(records: CommitteeRecords, led: Coordination) -> Iterator[Coordination]:
    """The coordinations of the same mandate that end on the first day of one."""
    of = {one.key: one.term for one in records.seats}
    for one in records.coordinations:
        if one.key != led.key and one.period.end == led.period.start and of.get(one.seat) == of.get(led.seat):
            yield one


def _lasting(records: CommitteeRecords, led: Coordination) -> Coordination:
    """A coordination that lasts as long as its seat, or until the next one of its mandate begins (R34)."""
    seat = records.seat(led.seat)
    own = {one.key for one in records.seats if one.term == seat.term}
    later = (
        one.period.start for one in records.coordinations
        if one.key != led.key and one.seat in own and not one.period.empty and one.period.start > led.period.start
    )  # fmt: skip
    ends = [day for day in (records.held(seat).end, *later) if day is not None]
    return replace(led, period=Period(led.period.start, max(led.period.start, min(ends)) if ends else None))


def _ending(records: CommitteeRecords, was: Seat, period: Period, ending: SeatEnding | None) -> CommitteeRecords:
    """The records where a seat has another time; a coordination that had ended with it ends with it still (R34)."""
    end, now = records.held(was).end, replace(records.seat(was.key), period=period, ending=ending)
    records = replace(records, seats=_with(records.seats, now))
    coordinations = tuple(
        _lasting(records, one) if one.seat == was.key and one.period.end == end else one
        for one in records.coordinations
    )
    return replace(records, coordinations=coordinations)


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
    if day <= period.start:
        raise Refusal(said, {"start": period.start, "day": day}, section=section)
    if not period.holds(day):
        raise Refusal(OVER, {"last": period.last_day, "day": day}, section=section)
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

    records = _sitting_on(records, was.start)
    seats = tuple(replace(one, period=moved(one.period)) if of_term(one) else one for one in records.seats)
    own = {one.key for one in records.seats if of_term(one)}
    coordinations = tuple(in_time(one, moved(one.period)) if one.seat in own else one for one in records.coordinations)
    return replace(records, terms=_with(records.terms, term), seats=seats, coordinations=coordinations)


def _sitting_on(records: CommitteeRecords, on: datetime.date) -> CommitteeRecords:
    """The seats that gave way on a day last as long as their mandate, until another Committee cuts them again."""
    for seat in records.seats:
        if seat.ending is SeatEnding.RENEWAL and seat.period.end == on:
            records = _ending(records, seat, Period(seat.period.start, records.term(seat.term).period.end), None)
    return records


def _settled(records: CommitteeRecords) -> CommitteeRecords:
    """What follows: seats end where the next Committee begins, and coordinations with their seats (R34).

    A coordination of which no day is left was never held, and goes.
    """
    seats = tuple(_ended_by(seat, records.held(seat), records.next_begins(seat)) for seat in records.seats)
    by_key = {seat.key: replace(seat, period=records.held(seat)) for seat in seats}
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
