"""Items that members ask for, and what the Executive Committee made of them (*Network Meetings – Agenda*, R38)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog


class Fate(StrEnum):
    """What became of a request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ItemRequest:
    """An item that a State asked for; an accepted one has its *item*, a declined one its *reason*."""

    key: Key
    meeting: Key
    state: StateCode
    asked_on: datetime.date
    title: Trilingual
    text: Trilingual = Trilingual()
    reference: str = ""
    fate: Fate = Fate.PENDING
    settled_on: datetime.date | None = None
    reason: Trilingual = Trilingual()
    item: Key | None = None


@dataclass(frozen=True, slots=True)
class ToSettle:
    """How many requests for items of a *meeting*, by its title, the Committee has to settle."""

    number: int
    meeting: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        sentence = words.ngettext(
            "{n} request for an item of “{meeting}” is to be settled",
            "{n} requests for items of “{meeting}” are to be settled",
            self.number,
        )
        title = self.meeting[words.language] or self.meeting.original
        return sentence.format(n=words.number(self.number), meeting=title)


FATE_LABELS = {
    Fate.PENDING: N_("To be settled"),
    Fate.ACCEPTED: N_("Accepted"),
    Fate.DECLINED: N_("Declined"),
    Fate.WITHDRAWN: N_("Withdrawn"),
}
SETTLED_BEFORE = N_(
    "The request came on {asked}, later than this day. Nothing was changed; give that day or a later one."
)
PROPOSED_BY = N_("Item proposed by {the_state}.")


def in_order(requests: Iterable[ItemRequest]) -> tuple[ItemRequest, ...]:
    """Requests as they are listed: those to be settled first, then by the day on which they came."""
    return tuple(sorted(requests, key=lambda one: (one.fate is not Fate.PENDING, one.asked_on, one.key)))


def is_late(request: ItemRequest, closes: datetime.date | None) -> bool:
    """Whether a request came after the last day of the call for items; it is shown as late and never refused."""
    return closes is not None and request.asked_on > closes


def check_request(request: ItemRequest, today: datetime.date) -> None:
    """Raises ``Problem`` for a request without a title, or from a day that lies ahead."""
    if not request.title:
        raise Problem(N_("Give the item that is asked for a title."), field_name="title")
    check_happened(request.asked_on, today, "asked_on")


def check_settled(request: ItemRequest, on: datetime.date, today: datetime.date) -> None:
    """Raises ``Problem`` for a settlement on a day that lies ahead, or before the request came."""
    check_happened(on, today, "settled_on")
    if on < request.asked_on:
        raise Problem(SETTLED_BEFORE, {"asked": request.asked_on}, field_name="settled_on")


def requested_item(request: ItemRequest, state: State, key: Key, *, supplementary: bool) -> AgendaItem:
    """The item that an accepted request becomes; its annotation names the State that asked for it."""
    en, fr, es = (_asked_by(state, catalog(language)) for language in Language)
    return AgendaItem(
        key=key,
        meeting=request.meeting,
        position=0,
        title=request.title,
        annotation=request.text.with_paragraph(Trilingual.final(en, fr, es)),
        supplementary=supplementary,
        origins=(origin_of(request),),
    )


def origin_of(request: ItemRequest) -> str:
    """The mark that the item of a request keeps, so that one request never has two."""
    return f"request:{request.key}"


def _asked_by(state: State, words: Catalog) -> str:
    return words.gettext(PROPOSED_BY).format_map(forms(state, words.language))
