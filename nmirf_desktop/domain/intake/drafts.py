"""What gathers while a row is judged: its facts, what they change, and the decisions that it leaves open."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar, get_args

from nmirf_desktop.domain.intake import (
    Choice,
    Correction,
    Fact,
    FieldChange,
    PreviewRow,
    Reading,
    Reason,
    Verdict,
    Weight,
    verdict_of,
)
from nmirf_desktop.domain.intake.cells import RowCells
from nmirf_desktop.domain.intake.standing import Standing
from nmirf_desktop.domain.joining import StateFacts
from nmirf_desktop.domain.lengths import LONGEST, fitted
from nmirf_desktop.domain.members import Communication, FocalPoint, Membership
from nmirf_desktop.domain.participants import Answer, Invitee
from nmirf_desktop.domain.people import NO_ADDRESS, is_address, several_emails
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

F = TypeVar("F", bound=Fact)


@dataclass(slots=True)
class RowDraft:
    """One row while it is judged. What it says is read from *cells*; what it does gathers here."""

    cells: RowCells
    state: State
    standing: Standing
    reading: Reading
    correction: Correction
    new: bool = False
    person: str = ""
    held: Key = ""
    """The recorded designation that the row is about."""
    about: Key = ""
    """Whose record the row is about."""
    tells: frozenset[str] = frozenset()
    """Of which fields of its person the row says something."""
    answered: tuple[Invitee, Answer | None] | None = None
    """How a State is invited after the row, and which answer the row gives in words."""
    facts: list[Fact] = field(default_factory=list)
    does: list[Phrase] = field(default_factory=list)
    changes: list[FieldChange] = field(default_factory=list)
    offers: list[Choice] = field(default_factory=list)

    @property
    def code(self) -> StateCode:
        """The State's code."""
        return self.state.iso3

    def chose(self, choice: Choice) -> bool:
        """Whether the reader decided so."""
        return choice in self.correction.choices

    def keep(self, *facts: Fact) -> None:
        """Facts that the row brings; one with the key of an earlier one takes its place."""
        for fact in facts:
            self.facts = [one for one in self.facts if one.key != fact.key] + [fact]

    def known(self) -> StateFacts:
        """What is recorded of the State, with what the row has brought so far."""
        there = self.standing.facts_of(self.code)
        return StateFacts(
            self._with(there.memberships, Membership),
            self._with(there.communications, Communication),
            self._with(there.focal_points, FocalPoint),
        )

    def _with(self, there: Iterable[F], kind: type[F]) -> tuple[F, ...]:
        brought = {fact.key: fact for fact in self.facts if isinstance(fact, kind)}
        return tuple(({fact.key: fact for fact in there} | brought).values())

    def do(self, message: str, **values: object) -> None:
        """Say what the row does; *message* is a marked constant."""
        self.does.append(Phrase(message, values))

    def change(self, label: str, before: Sayable | Any, after: Sayable | Any) -> None:
        """A field that may have become another; one that stays what it is, or empty, is no change."""
        before, after = before or None, after or None
        if before != after:
            self.changes.append(FieldChange(label, before, after))

    def refuse(self, refused: Refusal | Problem, field: str = "", *offers: Choice) -> None:
        """A rule or a field says no; *offers* are decisions that let the row in."""
        self.cells.reasons.append(Reason.of(refused, field))
        self.offers += [offer for offer in offers if offer not in self.offers]

    def error(self, message: str, field: str = "", **values: object) -> None:
        """Why the row stays out."""
        self.cells.say(Weight.ERROR, message, field, **values)

    def warn(self, message: str, field: str = "", **values: object) -> None:
        """What somebody should look at."""
        self.cells.say(Weight.WARNING, message, field, **values)

    def note(self, message: str, field: str = "", **values: object) -> None:
        """What is worth saying."""
        self.cells.say(Weight.NOTE, message, field, **values)

    def trilingual(self, name: str, writes: Language | None = None) -> dict[Language, str]:
        """A text by language: that of a column without one is in the language of the list.

        It is in that in which somebody *writes*, where the list says it and has no other column of the text.
        """
        found = {language: self.cells.text(f"{name}_{language}") for language in Language}
        alone = self.cells.all().keys().isdisjoint(f"{name}_{language}" for language in Language)
        own = writes if writes is not None and alone else self.reading.language
        plain = self.cells.text(name)
        if plain and not found[own]:
            found[own] = plain
        return {language: text for language, text in found.items() if text}

    def emails(self) -> tuple[str, ...]:
        """The e-mail addresses of the row; one that is none is told."""
        found = several_emails(self.cells.text("emails"))
        for email in found:
            if not is_address(email):
                self.error(NO_ADDRESS, "emails", email=email)
        return found

    def row(self) -> PreviewRow:
        """The row as it was judged; where it is let in, later rows are judged beside what it brings."""
        self._fit()
        wrong = self.cells.wrong()
        if not wrong:
            for fact in self.facts:
                self.standing.keep(fact)
        verdict = verdict_of(new=self.new, changed=bool(self.facts), reasons=self.cells.reasons)
        return replace(
            row_of(self.cells, self.state.iso3, verdict),
            name=self.cells.text("state"), state=self.state, person=self.person,
            does=() if wrong else tuple(self.does), changes=() if wrong else tuple(self.changes),
            offers=tuple(self.offers), chosen=self.correction.choices, facts=() if wrong else tuple(self.facts),
        )  # fmt: skip

    def _fit(self) -> None:
        """The facts as the register keeps them; a text that is too long is told."""
        try:
            self.facts = [in_bounds(fact) for fact in self.facts]
        except Problem as problem:
            self.refuse(problem)


def row_of(cells: RowCells, name: str, verdict: Verdict) -> PreviewRow:
    """A row of which no more is known than its cells and its reasons."""
    reasons = tuple(cells.reasons)
    return PreviewRow(cells.number, verdict, name, reasons=reasons, cells=cells.all())


def in_bounds(fact: F) -> F:
    """A fact as the register keeps it: one line where it keeps one. Raises ``Problem`` where a text is too long."""
    kept = {name: getattr(fact, name) for name in _BOUNDED[type(fact)]}
    changed = {name: fit for name, value in kept.items() if value and (fit := fitted(name, value)) != value}
    return replace(fact, **changed) if changed else fact


_BOUNDED: Mapping[type, tuple[str, ...]] = {
    kind: tuple(one.name for one in fields(kind) if one.name in LONGEST) for kind in get_args(Fact)
}
"""The fields of each kind of fact whose texts have a longest length."""


def kept(given: str, known: str) -> str:
    """What the register keeps of a text: what it has where a list gives nothing, or the same with other spaces."""
    return known if not given or seen(given) == seen(known) else given


def seen(text: str) -> str:
    """A text as a reader sees it: all spaces are alike, and signs of no width are nothing."""
    plain = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFC", plain).split())


def with_texts(known: Trilingual, texts: dict[Language, str], *, any_language: bool = False) -> Trilingual:
    """A text with what a list says in some languages; empty cells take nothing away.

    Where the list does not say in which language it writes, a text that is there in *any_language* is the same.
    """
    if not known:
        first = next(iter(texts), Language.EN)
        known = Trilingual(source=first)
    for language, text in sorted(texts.items(), key=lambda one: one[0] is not known.source):
        there = {seen(known[each]) for each in (Language if any_language else (language,))}
        if seen(text) not in there:
            known = known.with_text(language, text)
    return known


def united(given: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """Addresses or numbers: those that are known and those that a list gives; none is taken away.

    A new one comes first, for it is the one that the list would use.
    """
    there = {"".join(one.casefold().split()) for one in known}
    return (*(one for one in given if "".join(one.casefold().split()) not in there), *known)
