"""What gathers while a row of a list of work is judged: its records, what they change, and who stands in it."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from nmirf_desktop.domain.activities import Activity
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
from nmirf_desktop.domain.intake.cells import RowCells, shown, text_of
from nmirf_desktop.domain.intake.drafts import in_bounds, kept, row_of, seen, with_texts
from nmirf_desktop.domain.intake.states import NamedStates
from nmirf_desktop.domain.intake.words import compared
from nmirf_desktop.domain.intake.work_standing import NAMED, WorkStanding, same
from nmirf_desktop.domain.intake.work_words import (
    LABELS,
    PARTNER_KINDS,
    languages_of,
    names_in,
    objectives_of,
    own_words,
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
T = TypeVar("T")
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
READ_AS = N_("“{text}” is read as “{word}”.")
ADDED = N_("{name} becomes a new partner.")
KEPT = N_(
    "These cells are empty, and the register keeps what it has: {columns}. Only a line with its identifier, as “List "
    "to correct …” writes it, takes something out."
)
STAY = N_(
    "Not in the list, and stay: {names}. Only a line with its identifier, as “List to correct …” writes it, takes "
    "somebody or something out."
)


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
    gone: list[WorkFact] = field(default_factory=list)
    """What the row takes out."""
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

    @property
    def corrects(self) -> bool:
        """Whether the row is one that was written to be corrected: it says how its record is to be, and only adds else.

        Such a row gives the identifier of its record.
        """
        return bool(self.cells.text("key"))

    def tells(self, name: str) -> bool:
        """Whether a cell is all that its record has of a field, also where it is empty."""
        return self.corrects and self.cells.has(name)

    def emptied(self, name: str, known: str | None = None) -> bool:
        """Whether a row that corrects has nothing more in a cell, where its record had something: a *known* text."""
        if not self.tells(name) or self.cells.text(name):
            return False
        return known is None or seen(text_of(self.cells.cell(name))) != seen(known)

    def text(self, name: str, known: Trilingual | None = None) -> Trilingual:
        """A text with what the row says of it; only in a row that corrects an empty cell takes something away."""
        each = {one: self.cells.text(f"{name}_{one}") for one in Language}
        told = {one: text for one, text in each.items() if text}
        found = Trilingual() if known is None else known
        columns = {one: f"{name}_{one}" for one in Language if self.cells.has(f"{name}_{one}")}
        for one, column in (columns or {self.reading.language: name}).items():
            found = found.with_text(one, "") if self.emptied(column, found[one]) else found
        plain, own = self.cells.text(name), self.reading.language
        if told:
            found = with_texts(found, told)
        there = {same(found[one]) for one in Language}
        return with_texts(found, {own: plain}) if plain and own not in told and same(plain) not in there else found

    def line(self, name: str, known: str = "") -> str:
        """A text without language."""
        return "" if self.emptied(name, known) else kept(self.cells.text(name), known)

    def day(self, name: str, known: datetime.date | None = None) -> datetime.date | None:
        """A day; the one that is known where the cell is empty, but in a row that corrects."""
        found = self.cells.day(name)
        return found if self.tells(name) else found or known

    def word(self, name: str, known: Mapping[str, T], offered: Iterable[str] = ()) -> T | None:
        """Which of the *known* words a cell holds; one that was emptied is asked for, for its record must have one."""
        if self.emptied(name):
            self.lacks(name)
        found = self.cells.word(name, known, offered=offered)
        labels = LABELS.get(type(found), {})
        if found is not None and labels and compared(self.cells.text(name)) not in own_words(labels):
            self.cells.say(Weight.NOTE, READ_AS, name, text=shown(self.cells.text(name)), word=Phrase(labels[found]))
        return found

    def objectives(self, known: tuple[Objective, ...] = ()) -> tuple[Objective, ...]:
        """The objectives that are known and those that the row names; these alone in one that corrects."""
        found, beside = objectives_of(self.cells.text("objectives"))
        if beside:
            self.error(NO_OBJECTIVE, "objectives", text=shown(beside))
        return self._several("objectives", Objective, found, known)

    def languages(self, known: tuple[Language, ...] = ()) -> tuple[Language, ...]:
        """The languages that are known and those that the row names; these alone in one that corrects."""
        found, wrong = languages_of(self.cells.text("languages"))
        if wrong:
            self.error(NO_LANGUAGE, "languages", text=shown(wrong))
        return self._several("languages", Language, found, known)

    def _several(self, name: str, each: Iterable[T], given: Iterable[T], known: tuple[T, ...]) -> tuple[T, ...]:
        wanted = set(given) if self.tells(name) else {*known, *given}
        return known if wanted == set(known) else tuple(one for one in each if one in wanted)

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
        """The States and partners that stand in a cell one after the other, as each is named, once each.

        Of several partners of a name, it is the one that takes part already.
        """
        found: dict[tuple[StateCode | None, Key | None], None] = {}
        there = {one.partner for one in self.standing.parts(self.cells.text("key"))}
        for one in names_in(self.cells.text(name), self._known):
            partner = self.standing.partner(one, there)
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
        kind = self.word("partner_kind", partner_kinds(), offered=PARTNER_KINDS.values())
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
            self._tell_what_stays(known)
        return made

    def _tell_what_stays(self, known: WorkFact) -> None:
        """What of a record a row that only adds leaves as it is, though its cells say less."""
        if self.corrects:
            return
        empty = (name for name in self.labels if self.cells.has(name) and not self.cells.text(name))
        stays = tuple(Phrase(self.labels[one]) for one in empty if _stays(known, one, self))
        if stays:
            self.cells.say(Weight.NOTE, KEPT, columns=Listed(stays))
        for name, given in (("objectives", objectives_of), ("languages", languages_of)):
            found, held = given(self.cells.text(name))[0], getattr(known, name, ())
            beside = tuple(one for one in held if one not in found) if found else ()
            if beside:
                self.cells.say(Weight.NOTE, STAY, name, names=_said(beside))

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
        for fact in () if wrong else self.gone:
            self.standing.drop(fact)
        verdict = verdict_of(new=self.new, changed=bool(self.facts or self.gone), reasons=self.cells.reasons)
        named = self.state is not None
        return replace(
            row_of(self.cells, self.name, verdict),
            state=self.state, person=self.name if named else "", candidates=self.candidates,
            does=() if wrong else tuple(self.does), changes=() if wrong else tuple(self.changes),
            offers=tuple(self.offers), chosen=self.correction.choices, facts=() if wrong else tuple(self.facts),
            gone=() if wrong else tuple(self.gone),
        )  # fmt: skip


def _stays(known: WorkFact, name: str, draft: WorkDraft) -> bool:
    """Whether a record has something for a field whose cell is empty: that a day is the only one is nothing."""
    if name in {"key", "state", "code"} or (
        isinstance(known, Activity) and name == "ends_on" and known.ends_on == known.begins_on
    ):
        return False
    text = getattr(known, name, None)
    if isinstance(text, Trilingual):
        beside = any(draft.cells.has(f"{name}_{one}") for one in Language)
        return not beside and bool(text[draft.reading.language])
    return bool(_value(known, name, draft.standing))


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
