"""That the record of decisions was adopted, drafted under the item that is for it, wherever the meeting stood then.

That is the item which is named after the record, else the item of closure.
"""

from collections.abc import Iterator
from functools import partial

from nmirf_desktop.domain.decision_records import adoption_sentence
from nmirf_desktop.domain.drafted import Drafted, in_all, slot
from nmirf_desktop.domain.drafting_decisions import Event
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.own_items import item_of_record, place_of_record
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.records_kept import RecordAdoption
from nmirf_desktop.i18n import Catalog

FACT = "record"


def place_of(facts: RecordedMeeting, adoption: RecordAdoption) -> Key | None:
    """The item under which the adoption stands; ``None`` where there is neither its own nor one of closure.

    It is recorded at any time, whatever item was under discussion: it is of the meeting and not of that item.
    """
    place = place_of_record(facts.items, adoption.item)
    if place is None:
        place = next((one for one in facts.items if one.key == adoption.item), None)
    return place.key if place is not None else None


def events(facts: RecordedMeeting, item: Key) -> Iterator[Event]:
    """The adoptions under an item."""
    for one in facts.record_adoptions:
        if place_of(facts, one) == item:
            yield Event(one.at, slot(FACT, one.key), in_all(partial(_adopted, facts, one)))


def _adopted(facts: RecordedMeeting, adoption: RecordAdoption, words: Catalog) -> str:
    """What is said of an adoption; where it stands under another item than that at which it was, with this one."""
    here = next((one for one in facts.agenda if one.item.key == adoption.item), None)
    if here is None or item_of_record(facts.agenda, here.item.key) is None:
        return adoption_sentence(adoption, facts, words)
    return adoption_sentence(adoption, facts, words, here.reference(words.language))


def nowhere(facts: RecordedMeeting) -> Iterator[Drafted]:
    """Those that stand under no item, at the closure of the meeting."""
    for one in sorted(facts.record_adoptions, key=lambda known: known.at):
        if place_of(facts, one) is None:
            text = in_all(partial(adoption_sentence, one, facts))
            yield Drafted(slot(FACT, one.key), Section.CLOSING, text)
