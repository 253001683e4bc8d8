"""Items that members ask for, and what the Executive Committee made of them (*Network Meetings – Agenda*, R38)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.milestones import Milestone
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
PROPOSED_BY = N_("Item proposed by: {state}.")


def in_order(requests: Iterable[ItemRequest]) -> tuple[ItemRequest, ...]:
    """Requests as they are listed: those to be settled first, then by the day on which they came."""
    return tuple(sorted(requests, key=lambda one: (one.fate is not Fate.PENDING, one.asked_on, one.key)))


def call_closes(meeting: Meeting, noted: Milestone | None) -> datetime.date | None:
    """The last day of the call for items, as it was noted for a meeting; ``None`` where there is none."""
    if noted is None or noted.dropped or noted.due_on is None:
        return None
    return min(noted.due_on, meeting.opens_on)


def is_late(request: ItemRequest, closes: datetime.date | None) -> bool:
    """Whether a request came after the last day of the call for items; it is shown as late and never refused."""
    return closes is not None and request.asked_on > closes


def check_request(request: ItemRequest) -> None:
    """Raises ``Problem`` for a request without a title."""
    if not request.title:
        raise Problem(N_("Give the item that is asked for a title."), field_name="title")


def requested_item(request: ItemRequest, state: State, key: Key, *, supplementary: bool) -> AgendaItem:
    """The item that an accepted request becomes; its annotation names the State that asked for it."""
    said = {language: _annotated(request.text[language], state, catalog(language)) for language in Language}
    annotation = Trilingual.final(said[Language.EN], said[Language.FR], said[Language.ES], request.text.source)
    for language in Language:
        if request.text and not request.text[language]:
            annotation = annotation.with_text(language, "")
    return AgendaItem(
        key=key,
        meeting=request.meeting,
        position=0,
        title=request.title,
        annotation=annotation,
        supplementary=supplementary,
        origins=(f"request:{request.key}",),
    )


def _annotated(text: str, state: State, words: Catalog) -> str:
    asked = words.gettext(PROPOSED_BY).format(state=state.said_in(words))
    return "\n".join(part for part in (text.strip(), asked) if part)
