"""Which item of the agenda is for an act of the room: each election has its own, and so has the record of decisions.

Nothing keeps a meeting from doing it elsewhere. The minutes tell an election then where it was held, so that it is said
before; the adoption of the record stands under its own item all the same (:func:`.drafting_records.place_of`).
"""

from collections.abc import Iterable, Sequence

from nmirf_desktop.domain.agenda import Numbered, Purpose
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
    """The item under which the record of decisions is adopted, unless *here* is it; else ``None``.

    It is one that is named after the record, else that of closure.
    """
    named = tuple(one for one in agenda if named_after_record(one.item.title))
    return _other(named or (one for one in agenda if one.item.purpose is Purpose.CLOSURE), agenda, here)


def named_after_record(title: Trilingual) -> bool:
    """Whether an item is that of the record: "Adoption of the record of decisions", in any language."""
    return any(folded(catalog(one).gettext(RECORD)) in folded(title[one]) for one in Language)


def _other(own: Iterable[Numbered], agenda: Sequence[Numbered], here: Key) -> Numbered | None:
    """The first of an act's own items, where *here* is none of them nor a part of one."""
    found, place = tuple(own), next((one for one in agenda if one.item.key == here), None)
    within = any(place is not None and place.path[: len(one.path)] == one.path for one in found)
    return None if within or not found else found[0]
