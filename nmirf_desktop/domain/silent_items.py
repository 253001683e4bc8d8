"""Items of the agenda of which the minutes tell nothing: nobody spoke under them, and nothing was decided.

The minutes have no sentence on them: that nothing was recorded is no proof that a meeting did not take an item up, and
reports of such bodies name only what was considered. Who keeps the record is told instead, while it can be mended.
"""

from collections.abc import Iterable

from nmirf_desktop.domain.agenda import Numbered, Purpose
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.item_references import ItemNumbers
from nmirf_desktop.domain.offices_left import offices_left
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase, Sentences
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.i18n import N_

FRAMING = frozenset({Purpose.OPENING, Purpose.ADOPTION, Purpose.CLOSURE})
"""Items that the frame of the minutes tells by itself."""
DOCUMENTS = "documents"
"""The slot of the sentence on what was before the meeting, which says nothing of what it did."""
NOTHING_UNDER = N_("Nothing that the minutes tell is recorded under agenda items: {items}.")

NOT_ADOPTED = N_("No adoption of the agenda is recorded.")


def told_items(facts: RecordedMeeting) -> frozenset[Key]:
    """The items under which the minutes tell something, drafted from what is recorded; of parts also what is above."""
    own = {one.item for one in draft(facts) if one.item and one.slot.partition(":")[0] != DOCUMENTS}
    paths = [one.path for one in facts.agenda if one.item.key in own]
    return frozenset(one.item.key for one in facts.agenda if any(path[: len(one.path)] == one.path for path in paths))


def silent_items(facts: RecordedMeeting) -> tuple[Numbered, ...]:
    """The items of which the minutes tell nothing, in their order; where a whole item is silent, its parts with it."""
    told = told_items(facts)
    silent = [one for one in facts.agenda if one.item.key not in told and one.item.purpose not in FRAMING]
    return tuple(one for one in silent if not _within_any(one, silent))


def _within_any(part: Numbered, wholes: Iterable[Numbered]) -> bool:
    return any(part.path[: len(one.path)] == one.path for one in wholes if one is not part)


def unrecorded_said(facts: RecordedMeeting) -> Sentences:
    """What nothing is recorded of: that the agenda was adopted, or else what was done under some of its items.

    So is one of two elections that an item names. Before an agenda is adopted no other of its items is missed. Where
    there is no agenda, or all of it is told, nothing.
    """
    unadopted = facts.agenda and facts.meeting.agenda_adopted_on is None
    return Sentences((Phrase(NOT_ADOPTED) if unadopted else silent_said(facts), *offices_left(facts)))


def silent_said(facts: RecordedMeeting) -> Phrase:
    """That nothing is recorded under some items of the agenda that was adopted; nothing to say where there are none."""
    if facts.meeting.agenda_adopted_on is None:
        return Phrase()
    found = silent_items(facts)
    return Phrase(NOTHING_UNDER, {"items": ItemNumbers(found)}) if found else Phrase()
