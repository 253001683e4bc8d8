"""Which item of the agenda is for an act of the room: each election has its own, and so has the record of decisions.

Nothing keeps a meeting from doing it elsewhere, so that it is said before. The minutes tell an election then where it
was held; that the record was adopted they tell under its own item all the same.
"""

from collections.abc import Iterable, Sequence

from nmirf_desktop.domain.agenda import AgendaItem, Numbered, Purpose
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.officers import AT_OPENING, office_elected
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.i18n.folding import folded

RECORD = N_("Record of decisions")


def item_of_election(agenda: Sequence[Numbered], here: Key, body: Body, title: Trilingual) -> Numbered | None:
    """The item that is for an election of this *body* and *title*, unless *here* is one that is; else ``None``."""
    office = office_elected(title)
    if body is Body.COMMITTEE:
        return _other((one for one in agenda if one.item.purpose is Purpose.COMMITTEE), agenda, here)
    if office is None:
        return None
    own = [one for one in agenda if office_elected(one.item.title) is office]
    if not own and office in AT_OPENING:
        own = [one for one in agenda if one.item.purpose is Purpose.OPENING]
    return _other(own, agenda, here)


def item_of_record(agenda: Sequence[Numbered], here: Key) -> Numbered | None:
    """The item under which the minutes tell that the record was adopted, unless *here* is it; else ``None``."""
    place = place_of_record((one.item for one in agenda), here)
    return _other((one for one in agenda if one.item is place), agenda, here)


def place_of_record(items: Iterable[AgendaItem], here: Key | None) -> AgendaItem | None:
    """The item that is for the record of decisions: the one that is named after it, else that of closure.

    Of several so named it is *here* if it is one. ``None`` where the agenda has neither.
    """
    found = tuple(items)
    named = [one for one in found if _named_after_record(one.title)]
    own = next((one for one in named if one.key == here), next(iter(named), None))
    return own or next((one for one in found if one.purpose is Purpose.CLOSURE), None)


def _named_after_record(title: Trilingual) -> bool:
    """Whether an item is that of the record: "Adoption of the record of decisions", in any language."""
    return any(folded(catalog(one).gettext(RECORD)) in folded(title[one]) for one in Language)


def _other(own: Iterable[Numbered], agenda: Sequence[Numbered], here: Key) -> Numbered | None:
    """The first of an act's own items, where *here* is none of them nor a part of one."""
    found, place = tuple(own), next((one for one in agenda if one.item.key == here), None)
    within = any(place is not None and place.path[: len(one.path)] == one.path for one in found)
    return None if within or not found else found[0]
