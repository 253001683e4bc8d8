"""The programme of a meeting that is over: what was planned, less what left no trace, and what was dealt with besides.

Programme, script and minutes then say the same of the same items: none stands with hours under which nothing is
recorded, and what no sitting had time for is told where it was dealt with all the same.
"""

from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import Numbered, Purpose
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.programme import Programme
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.silent_items import FRAMING, silent_items, told_items


@dataclass(frozen=True, slots=True)
class Held:
    """The *programme* without the slots of items that left no trace.

    *dealt* are the items outside the time of its sittings that were dealt with, *silent* those of which nothing is
    recorded, *emptied* the sittings of which nothing that was planned is left.
    """

    programme: Programme
    dealt: tuple[Numbered, ...] = ()
    silent: tuple[Numbered, ...] = ()
    emptied: frozenset[Key] = frozenset()


def as_held(found: Programme, facts: RecordedMeeting) -> Held:
    """What a programme was, once the meeting is over. Its closure is what it ended with, whatever was recorded of it.

    Until then, and where no agenda was adopted in the room, so that no record of it was kept, the plan stands.
    """
    if not facts.over:
        return Held(found)
    told, adopted = told_items(facts), facts.meeting.agenda_adopted_on is not None
    framing = FRAMING if adopted else {Purpose.CLOSURE}
    kept = {one.item.key for one in facts.agenda if one.item.key in told or one.item.purpose in framing}
    dealt = tuple(one for one in found.left if one.item.key in kept)
    if not adopted:
        return Held(found, dealt, tuple(one for one in found.left if one not in dealt))
    plans = tuple(
        replace(plan, slots=tuple(slot for slot in plan.slots if slot.numbered.item.key in kept))
        for plan in found.sittings
    )
    before = {plan.sitting.key for plan in found.sittings if plan.slots}
    emptied = frozenset(plan.sitting.key for plan in plans if not plan.slots and plan.sitting.key in before)
    return Held(replace(found, sittings=plans), dealt, silent_items(facts), emptied)
