"""The agenda with which a meeting of each kind begins, and the occasion that decides on its conditional items."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.committees import Term, term_end
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, previous_meeting
from nmirf_desktop.domain.other_agendas import COMMITTEE_ITEMS, EXTRAORDINARY_ITEMS
from nmirf_desktop.domain.periods import Key, years_after
from nmirf_desktop.domain.standard_items import STANDARD_ITEMS, StandardItem


@dataclass(frozen=True, slots=True)
class Occasion:
    """What decides on the two conditional items: the minutes of a meeting before, a mandate that ends."""

    has_previous: bool
    renewal: bool

    @classmethod
    def of(cls, meeting: Meeting, meetings: Iterable[Meeting], terms: Iterable[Term]) -> "Occasion":
        """What a register's meetings and terms say about a meeting."""
        return cls(previous_meeting(meetings, meeting) is not None, renewal_falls_to(meeting.closes_on, terms))


def renewal_falls_to(day: datetime.date, terms: Iterable[Term]) -> bool:
    """*Executive Committee*, R30, R32: whether a meeting that closes on a day is the one to appoint the Committee.

    It is where the last mandate has ended or ends within a year, before the next annual meeting can be expected. A
    mandate that was appointed by then counts although it begins later.
    """
    known = [term for term in terms if min(term.appointed_on, term.period.start) <= day]
    ends = [term.period.end or term_end(term.period.start) for term in known]
    return not ends or max(ends) <= years_after(day, 1)


def template(kind: MeetingKind) -> tuple[StandardItem, ...]:
    """The standard items of a kind of meeting, the conditional ones with them."""
    match kind:
        case MeetingKind.EXTRAORDINARY:
            return EXTRAORDINARY_ITEMS
        case MeetingKind.COMMITTEE:
            return COMMITTEE_ITEMS
        case MeetingKind.ANNUAL | MeetingKind.FOUNDING:
            return STANDARD_ITEMS


def without_subject(occasion: Occasion) -> frozenset[Purpose]:
    """The purposes that have no subject at a meeting: minutes of one before, the appointment of a Committee."""
    kept = {Purpose.PREVIOUS_MINUTES: occasion.has_previous, Purpose.COMMITTEE: occasion.renewal}
    return frozenset(purpose for purpose, there in kept.items() if not there)


def standard_items(meeting: Meeting, occasion: Occasion, new_key: Callable[[], Key]) -> tuple[AgendaItem, ...]:
    """*Network Meetings – Frequency*, R37: the items with which the agenda of a meeting of its kind begins."""
    left_out = without_subject(occasion)
    chosen = (item for item in template(meeting.kind) if item.purpose not in left_out)
    return tuple(standard_item(meeting, item, position, new_key()) for position, item in enumerate(chosen))


def standard_item(meeting: Meeting, item: StandardItem, position: int, key: Key) -> AgendaItem:
    """A standard item on the agenda of a meeting."""
    return AgendaItem(
        key=key,
        meeting=meeting.key,
        position=position,
        title=item.title,
        action=item.action,
        purpose=item.purpose,
        duration=item.duration,
    )
