"""The programme of a meeting: when each item starts and ends by the clock on its wall, sitting by sitting."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from nmirf_desktop.domain.agenda import AgendaItem, Numbered, numbered
from nmirf_desktop.domain.agenda_time import NO_TIME, Duration, item_times, sitting_minutes
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.periods import Key


@dataclass(frozen=True, slots=True)
class Slot:
    """An item in one sitting, by the meeting's clock; *starts* equals *ends* where the item says no duration.

    A *continued* item began in an earlier sitting; one that *continues* is not finished when this one rises.
    """

    numbered: Numbered
    starts: datetime.time
    ends: datetime.time
    continued: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class SittingPlan:
    """A sitting and what it has time for, in the order of the agenda; the parts of an item lie within its time.

    *over* is by how much it is over-full: what is left of its last item, or, in the last sitting, of the agenda.
    *free* is the time of it that nothing takes.
    """

    sitting: Sitting
    slots: tuple[Slot, ...]
    over: Duration = NO_TIME
    free: Duration = NO_TIME


@dataclass(frozen=True, slots=True)
class Programme:
    """The sittings in order; *left* are the items that no sitting has any time for, *over* the time that is lacking."""

    sittings: tuple[SittingPlan, ...] = ()
    left: tuple[Numbered, ...] = ()
    over: Duration = NO_TIME

    def slots_of(self, item: Key) -> tuple[Slot, ...]:
        """When an item is taken up: a slot for each sitting that it lies in."""
        return tuple(slot for plan in self.sittings for slot in plan.slots if slot.numbered.item.key == item)


@dataclass(frozen=True, slots=True)
class _Span:
    """Where an item lies in the time of all sittings together, in minutes from the first one's start."""

    numbered: Numbered
    start: int
    end: int


def programme(items: Collection[AgendaItem], sittings: Iterable[Sitting]) -> Programme:
    """*Network Meetings – Agenda*: the items of an agenda in the time of the sittings, one after the other.

    An item takes the time that it says, or that of its parts together where it is longer; its parts begin with it. What
    is not finished when a sitting rises is continued in the next one. Without a sitting nothing has a time, and nothing
    is over-full. The sittings stand in the order of their numbers, with the times for which they were planned: one that
    was opened at another time keeps its items, and moves no other.
    """
    order = sorted(sittings, key=lambda one: (one.number, one.on, one.starts))
    if not order:
        return Programme()
    spans = tuple(_spans(items))
    bounds = (0, *accumulate(sitting_minutes(one) for one in order))
    needed = max((span.end for span in spans), default=0)
    plans = tuple(
        _plan(sitting, begins, ends, spans, last=sitting is order[-1])
        for sitting, (begins, ends) in zip(order, pairwise(bounds), strict=True)
    )
    there = {slot.numbered.item.key for plan in plans for slot in plan.slots}
    left = tuple(span.numbered for span in spans if span.numbered.item.key not in there)
    return Programme(plans, left, Duration(max(0, needed - bounds[-1])))


def _spans(items: Collection[AgendaItem]) -> Iterator[_Span]:
    """Each item's place in the time of all, parts from the start of the item that they belong to."""
    times = item_times(items)
    free = [0]
    for one in numbered(items):
        del free[one.level + 1 :]
        start = free[-1]
        end = start + times[one.item.key]
        free[-1] = end
        free.append(start)
        yield _Span(one, start, end)


def _plan(sitting: Sitting, begins: int, ends: int, spans: Iterable[_Span], *, last: bool) -> SittingPlan:
    """What lies between two minutes of the time of all, as the clock of a sitting says it.

    The end of the last sitting has the moments of what ends with it, and no part of an item that it has no time for.
    """
    slots, over, taken = [], 0, begins
    there: set[Key | None] = {None}
    for span in spans:
        first, end = max(span.start, begins), min(span.end, ends)
        moment = span.start == span.end and (begins <= span.start < ends or (last and span.start == ends))
        if last:
            over = max(over, span.end - ends)
        if first >= end and not (moment and span.numbered.item.parent in there):
            continue
        if not last:
            over = max(over, span.end - ends)
        taken = max(taken, end)
        there.add(span.numbered.item.key)
        continued, continues = span.start < begins, span.end > ends
        start, stop = (_later(sitting.starts, minute - begins) for minute in (first, max(first, end)))
        slots.append(Slot(span.numbered, start, stop, continued, continues))
    return SittingPlan(sitting, tuple(slots), Duration(over), Duration(ends - taken))


def _later(time: datetime.time, minutes: int) -> datetime.time:
    """A time of the same day, some minutes later."""
    return (datetime.datetime.combine(datetime.date.min, time) + datetime.timedelta(minutes=minutes)).time()
