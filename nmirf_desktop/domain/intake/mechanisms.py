"""A row of a list of members: what it says of a State's mechanism."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.intake import Choice, Weight
from nmirf_desktop.domain.intake.drafts import RowDraft, kept, united, with_texts
from nmirf_desktop.domain.intake.words import TYPE_LABELS, types
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.people import several_telephones
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Content, Listed, Phrase
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language

_NAMES = {
    Language.EN: N_("Mechanism in English"),
    Language.FR: N_("Mechanism in French"),
    Language.ES: N_("Mechanism in Spanish"),
}
NO_FIRST_DAY = N_("The mechanism is left out: the list does not say since which day it exists.")
AS_MEMBERSHIP = N_(
    "The list does not say since which day the mechanism exists: {day} is recorded, the first day of the State’s "
    "membership. Correct it where it is another, or give one for the whole list."
)
AS_CHOSEN = N_("The list does not say since which day the mechanism exists: {day} is recorded, as for the whole list.")
NO_NAME = N_("What is said of a mechanism is left out: the list does not give its name.")
NO_TYPE = N_("The list does not say the type of the mechanism: “Other” is recorded.")
DESCRIBED = N_("Mechanism: {name}")
FOLLOWS = N_("Another mechanism from {day}: {name}")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row says of a mechanism."""

    names: dict[Language, str]
    type: MechanismType | None
    since: datetime.date | None
    legal_basis: str
    web: str
    address: str
    emails: tuple[str, ...]
    telephones: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether the row says nothing of a mechanism, or no more than what its type would be."""
        return not (
            self.names or self.since or self.legal_basis or self.web or self.address or self.emails or self.telephones
        )

    def filled(self, mechanism: Mechanism, *, any_language: bool) -> Mechanism:
        """A mechanism with what the row says of it; an empty cell takes nothing away."""
        return replace(
            mechanism,
            name=with_texts(mechanism.name, self.names, any_language=any_language),
            type=self.type or mechanism.type,
            legal_basis=kept(self.legal_basis, mechanism.legal_basis),
            web=kept(self.web, mechanism.web),
            address=kept(self.address, mechanism.address),
            emails=united(self.emails, mechanism.emails),
            telephones=united(self.telephones, mechanism.telephones),
        )


def judge_mechanism(draft: RowDraft) -> None:
    """What a row says of the mechanism: a new one, another description, or a successor."""
    said = _said(draft)
    if draft.cells.wrong() or (said.nothing and said.type is None):
        return
    known = draft.standing.mechanisms(draft.code)
    found = _meant(known, said, draft.standing.on)
    if found is None or _is_another(found, said):
        _new(draft, said, found)
    else:
        _described(draft, said, found)


def _said(draft: RowDraft) -> _Said:
    cells = draft.cells
    reached = cells.cell("focal_point") is None
    return _Said(
        draft.trilingual("mechanism"),
        cells.word("mechanism_type", types(), Weight.WARNING),
        cells.day("mechanism_since", Weight.WARNING),
        cells.text("legal_basis"),
        cells.text("web"),
        cells.text("address"),
        draft.emails() if reached else (),
        several_telephones(cells.text("telephones")) if reached else (),
    )


def _meant(known: Sequence[Mechanism], said: _Said, on: datetime.date) -> Mechanism | None:
    """The recorded mechanism that a row is about: the one since that day, the one of today, or the last one."""
    same_day = next((one for one in known if one.period.start == said.since), None)
    running = next((one for one in known if one.period.holds(on)), None)
    return same_day or running or (known[-1] if known else None)


def _is_another(found: Mechanism, said: _Said) -> bool:
    """Whether a row tells of a successor: another name from a later day on."""
    if said.since is None or said.since <= found.period.start or not said.names:
        return False
    known = {fold(found.name[language]) for language in Language if found.name[language]}
    return not any(fold(name) in known for name in said.names.values())


def _described(draft: RowDraft, said: _Said, found: Mechanism) -> None:
    now = said.filled(found, any_language=draft.cells.text("mechanism") != "")
    if said.since is not None and said.since != found.period.start:
        if found.period.end is not None and found.period.end <= said.since:
            _new(draft, said, None)
            return
        now = replace(now, period=Period(said.since, found.period.end))
        draft.change(N_("Mechanism exists since"), found.period.start, said.since)
    if now == found:
        return
    try:
        rules.check_one_mechanism(draft.standing.mechanisms(draft.code), now)
    except Refusal as refusal:
        draft.refuse(refusal, "mechanism_since")
        return
    _tell(draft, found, now)
    draft.keep(now)


def _tell(draft: RowDraft, before: Mechanism, now: Mechanism) -> None:
    for language in Language:
        draft.change(_NAMES[language], before.name[language], now.name[language])
    if before.type is not now.type:
        draft.change(N_("Type of mechanism"), Phrase(TYPE_LABELS[before.type]), Phrase(TYPE_LABELS[now.type]))
    draft.change(N_("Legal basis"), before.legal_basis, now.legal_basis)
    draft.change(N_("Web address"), before.web, now.web)
    draft.change(N_("Address"), before.address, now.address)
    draft.change(N_("E-mail"), Listed(before.emails), Listed(now.emails))
    draft.change(N_("Telephone"), Listed(before.telephones), Listed(now.telephones))


def _new(draft: RowDraft, said: _Said, earlier: Mechanism | None) -> None:
    if not said.names:
        if not said.nothing:
            draft.warn(NO_NAME, "mechanism")
        return
    since = said.since or _presumed(draft)
    if since is None:
        draft.warn(NO_FIRST_DAY, "mechanism_since")
        return
    type_ = said.type or MechanismType.OTHER
    if said.type is None and not draft.cells.text("mechanism_type"):
        draft.note(NO_TYPE, "mechanism_type")
    empty = Mechanism(draft.standing.new_key(), draft.code, Period(since), Trilingual(), type_)
    new = said.filled(empty, any_language=False)
    known = [*draft.standing.mechanisms(draft.code)]
    if earlier is not None and draft.chose(Choice.END_EARLIER):
        ended = replace(earlier, period=Period(earlier.period.start, since))
        known = [ended if one.key == ended.key else one for one in known]
        draft.keep(ended)
        draft.do(N_("The earlier mechanism ends on the day before"))
    try:
        rules.check_one_mechanism(known, new)
    except Refusal as refusal:
        draft.refuse(refusal, "mechanism_since", *((Choice.END_EARLIER,) if earlier is not None else ()))
        return
    draft.new = True
    draft.do(FOLLOWS if earlier is not None else DESCRIBED, name=Content(new.name), day=since)
    draft.keep(new)


def _presumed(draft: RowDraft) -> datetime.date | None:
    """Since when a mechanism exists of which the row does not say it: that of the whole list, else the State's own."""
    if draft.cells.text("mechanism_since"):
        return None
    if draft.reading.mechanisms is not None:
        draft.note(AS_CHOSEN, "mechanism_since", day=draft.reading.mechanisms)
        return draft.reading.mechanisms
    own = sorted(draft.known().memberships, key=lambda one: one.period.start)
    if not own:
        return None
    draft.warn(AS_MEMBERSHIP, "mechanism_since", day=own[-1].period.start)
    return own[-1].period.start
