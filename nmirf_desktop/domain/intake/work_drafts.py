"""What gathers while a row of a list of work is judged: its records, what they change, and who stands in it."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from nmirf_desktop.domain.intake import (
    Choice,
    Correction,
    FieldChange,
    PreviewRow,
    Reading,
    Reason,
    Weight,
    WorkFact,
    verdict_of,
)
from nmirf_desktop.domain.intake.cells import RowCells, shown
from nmirf_desktop.domain.intake.drafts import in_bounds, kept, row_of, with_texts
from nmirf_desktop.domain.intake.states import NamedStates
from nmirf_desktop.domain.intake.work_standing import NAMED, WorkStanding, same
from nmirf_desktop.domain.intake.work_words import (
    LABELS,
    PARTNER_KINDS,
    languages_of,
    names_in,
    objectives_of,
    partner_kinds,
)
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS, Objective
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Content, LanguageName, Listed, Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language

F = TypeVar("F", bound=WorkFact)
NEEDED = N_("This row gives no “{column}”: fill the cell in.")
NO_OBJECTIVE = N_("“{text}” is no objective of the Network: give its number, from 1 to 6, or its words.")
NO_LANGUAGE = N_("“{text}” is no language of the Network: English, French or Spanish.")
NOBODY = N_("“{name}” is neither a State nor a partner of the register: correct it, or record it as a new partner.")
MAYBE = N_(
    "“{name}” is neither a State nor a partner of the register. It may mean: {states}. Correct it, or record it as a "
    "new partner."
)
NO_PARTNER = N_("“{name}” is no partner of the register: correct it, or record it as a new partner.")
NO_SUCH_KEY = N_("The register has no record of this identifier: correct it, or empty the cell for a new record.")
ADDED = N_("{name} becomes a new partner.")


@dataclass(slots=True)
class WorkDraft:
    """One row while it is judged. *labels* are what its fields are called, by their names."""

    cells: RowCells
    standing: WorkStanding
    states: NamedStates
    reading: Reading
    correction: Correction
    labels: Mapping[str, str]
    used: Mapping[Key, int] = field(default_factory=dict)
    """The records that earlier lines were about."""
    new: bool = False
    name: str = ""
    state: State | None = None
    about: Key = ""
    candidates: tuple[State, ...] = ()
    facts: list[WorkFact] = field(default_factory=list)
    does: list[Phrase] = field(default_factory=list)
    changes: list[FieldChange] = field(default_factory=list)
    offers: list[Choice] = field(default_factory=list)

    # -- what cells say ----------------------------------------------------------------------------------------------

    def error(self, message: str, field_name: str = "", /, **values: object) -> None:
        """Why the row stays out."""
        self.cells.say(Weight.ERROR, message, field_name, **values)

    def refuse(self, refused: Refusal | Problem) -> None:
        """A rule or a field says no."""
        if (reason := Reason.of(refused)) not in self.cells.reasons:
            self.cells.reasons.append(reason)

    def lacks(self, name: str) -> None:
        """A cell without which there is no record is empty."""
        if not any(reason.field == name for reason in self.cells.reasons):
            self.error(NEEDED, name, column=Phrase(self.labels[name]))

    def text(self, name: str, known: Trilingual | None = None) -> Trilingual:
        """A text with what the row says of it; an empty cell takes nothing away."""
        each = {one: self.cells.text(f"{name}_{one}") for one in Language}
        told = {one: text for one, text in each.items() if text}
        found = Trilingual() if known is None else known
        plain, own = self.cells.text(name), self.reading.language
        if told:
            found = with_texts(found, told)
        there = {same(found[one]) for one in Language}
        return with_texts(found, {own: plain}) if plain and own not in told and same(plain) not in there else found

    def line(self, name: str, known: str = "") -> str:
        """A text without language."""
        return kept(self.cells.text(name), known)

    def day(self, name: str, known: datetime.date | None = None) -> datetime.date | None:
        """A day; the one that is known where the cell is empty."""
        return self.cells.day(name) or known

    def objectives(self, known: tuple[Objective, ...] = ()) -> tuple[Objective, ...]:
        """The objectives that the row names; those that are known where it names none."""
        found, beside = objectives_of(self.cells.text("objectives"))
        if beside:
            self.error(NO_OBJECTIVE, "objectives", text=shown(beside))
        return found or known

    def languages(self, known: tuple[Language, ...] = ()) -> tuple[Language, ...]:
        """The languages that the row names; those that are known where it names none."""
        found, wrong = languages_of(self.cells.text("languages"))
        if wrong:
            self.error(NO_LANGUAGE, "languages", text=shown(wrong))
        return found or known

    def state_of(self) -> StateCode | None:
        """The State of the row, which it must name; why it is none is told."""
        self.state, self.candidates = self.states.of(self.cells)
        return self.state.iso3 if self.state is not None else None

    # -- who is named ------------------------------------------------------------------------------------------------

    def partner(self, name: str) -> Partner | None:
        """The partner of a field; one that is not known becomes a new one where the reader decided so."""
        text = self.cells.text(name)
        return None if not text else self.standing.partner(text) or self._new_partner(text, name, NO_PARTNER)

    def called(self, state: StateCode | None, partner: Key | None) -> State | Content | str:
        """A State or a partner, as it is said."""
        if state is not None:
            return self.states.state(state)
        brought = next((one for one in self.facts if isinstance(one, Partner) and one.key == partner), None)
        return Content(brought.name) if brought is not None else self.standing.called(partner or "")

    def named(self, name: str) -> tuple[tuple[StateCode | None, Key | None], ...]:
        """The States and partners that stand in a cell one after the other, as each is named, once each."""
        found: dict[tuple[StateCode | None, Key | None], None] = {}
        for one in names_in(self.cells.text(name), self._known):
            partner = self.standing.partner(one)
            state = None if partner is not None else self.states.named(one)
            if state is not None and state.state is not None:
                found[state.state, None] = None
                continue
            if partner is None and state is not None:
                partner = self._new_partner(one, name, MAYBE if state.candidates else NOBODY, state.candidates)
            if partner is not None:
                found[None, partner.key] = None
        return tuple(found)

    def _known(self, text: str) -> bool:
        return self.standing.partner(text) is not None or self.states.names(text)

    def _new_partner(self, text: str, name: str, message: str, states: tuple[State, ...] = ()) -> Partner | None:
        brought = next((one for one in self.facts if isinstance(one, Partner) and text in _names(one)), None)
        if brought is not None:
            return brought
        if Choice.NEW_PARTNER not in self.correction.choices:
            self.error(message, name, name=shown(text), states=Listed(states))
            self.offers = [Choice.NEW_PARTNER]
            return None
        kind = self.cells.word("partner_kind", partner_kinds(), offered=PARTNER_KINDS.values())
        own = Trilingual().with_text(self.reading.language, text)
        new = Partner(self.standing.new_key(), own, kind or PartnerKind.OTHER)
        self.keep(new)
        self.does.append(Phrase(ADDED, {"name": text}))
        return new

    # -- what the row brings -----------------------------------------------------------------------------------------

    def keep(self, *facts: WorkFact) -> None:
        """Records that the row brings."""
        self.facts += facts

    def identified(self, kind: type[F]) -> F | None:
        """The record of the identifier that the row gives."""
        return self.standing.find(kind, self.cells.text("key"))

    def _built(self, build: Callable[[F | None], F | None], known: F | None) -> F | None:
        """What a row makes of a record; what a field refuses is a reason."""
        try:
            return build(known)
        except Problem as refused:
            self.refuse(refused)
            return None

    def settle(self, kind: type[F], build: Callable[[F | None], F | None], check: Callable[[F], object]) -> F | None:
        """The record of the row as it would be: one that is known with what the row says of it, or a new one.

        Of several that may be meant, it is one that no earlier line is about, and first one that says the same.
        """
        known = self.identified(kind)
        if known is None and self.cells.text("key"):
            self.error(NO_SUCH_KEY, "key")
        elif known is None:
            fresh = self._built(build, None)
            alike = self.standing.like(fresh) if fresh is not None else ()
            free = [one for one in alike if one.key not in self.used] or list(alike)
            known = next((one for one in free if self._built(build, one) == one), free[0] if free else None)
        made = None if self.cells.wrong() else self._built(build, known)
        if made is None or self.cells.wrong():
            return None
        try:
            made = in_bounds(made)
            if made != known:
                check(made)
        except (Problem, Refusal) as refused:
            self.refuse(refused)
            return None
        self.about, self.new = made.key, known is None
        if known is None or made != known:
            self.keep(made)
        if known is not None:
            self._tell(known, made)
        return made

    def _tell(self, before: WorkFact, after: WorkFact) -> None:
        """What of a record becomes another."""
        for name, label in self.labels.items():
            was, now = (_value(one, name, self.standing) for one in (before, after))
            if was != now:
                self.changes.append(FieldChange(label, was or None, now or None))

    def row(self) -> PreviewRow:
        """The row as it was judged; where it is let in, later rows are judged beside what it brings."""
        wrong = self.cells.wrong()
        for fact in () if wrong else self.facts:
            self.standing.keep(fact)
        verdict = verdict_of(new=self.new, changed=bool(self.facts), reasons=self.cells.reasons)
        named = self.state is not None
        return replace(
            row_of(self.cells, self.name, verdict),
            state=self.state, person=self.name if named else "", candidates=self.candidates,
            does=() if wrong else tuple(self.does), changes=() if wrong else tuple(self.changes),
            offers=tuple(self.offers), chosen=self.correction.choices, facts=() if wrong else tuple(self.facts),
        )  # fmt: skip


def _names(partner: Partner) -> Iterable[str]:
    return (partner.name[one] for one in Language)


def _value(fact: WorkFact, name: str, standing: WorkStanding) -> Any:
    """What a record has for a field, as it is said; a text in the language of the field."""
    base, _, language = name.rpartition("_")
    if base and language in set(Language) and isinstance(text := getattr(fact, base, None), Trilingual):
        return text[Language(language)]
    period = getattr(fact, "period", None)
    if period is not None and name in {"since", "last_day"}:
        return period.start if name == "since" else period.last_day
    value = getattr(fact, name, None)
    if name in NAMED and isinstance(value, str):
        return standing.called(value)
    return None if isinstance(value, Trilingual) else _said(value)


def _said(value: Any) -> Any:
    match value:
        case tuple():
            return Listed(tuple(_said(one) for one in value))
        case Objective():
            return Phrase(OBJECTIVE_BRIEFS[value])
        case Language():
            return LanguageName(value)
        case StrEnum():
            return Phrase(LABELS[type(value)][value])
        case int():
            return str(value)
        case _:
            return value
