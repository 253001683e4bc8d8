"""Texts that go to translators as a table and come back: what identifies each, and what its return would do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.lengths import LINES, fitted
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import TextState, Trilingual, digest, one_line, writable
from nmirf_desktop.domain.typography import typeset, unopened
from nmirf_desktop.i18n import N_, Catalog, Language

IDENTIFIER, WHERE, SOURCE_LANGUAGE, SOURCE, TARGET, STATE, REMARK = (
    N_("Identifier"), N_("Where"), N_("Source language"), N_("Original"), N_("Translation"), N_("State"), N_("Remark"),
)  # fmt: skip
HEADINGS = (IDENTIFIER, WHERE, SOURCE_LANGUAGE, SOURCE, TARGET, STATE, REMARK)
"""The columns of the table, in their order; :data:`OPEN` may be written into."""
OPEN = frozenset({TARGET, REMARK})
INSTRUCTIONS = (
    N_("Please write into the columns “{target}” and “{remark}” only; everything else is locked."),
    N_("Keep what stands in braces, such as {example}, as it is."),
    N_("Save the table in the same format and send it back: each text finds its place by its identifier."),
)
EXAMPLE = "{place}"
DAMAGED = N_(
    "The identifier is unknown or damaged. Nothing was taken from this row; copy it from the table as it left."
)
GONE = N_("This text is not in the register any more. Nothing was taken from this row; leave it out.")
OTHER_MEETING = N_("This text belongs to another meeting. Nothing was taken from this row; take the table in there.")
OTHER_LANGUAGE = N_("The other rows are for {language}, this one is not. Nothing was taken from it; leave it out.")
IS_ORIGINAL = N_("This language has become the original of the text. Nothing was taken from this row; leave it out.")
TWICE = N_("This identifier stands in several rows with different texts. Nothing was taken from it; keep one row.")
SOURCE_CHANGED = N_("The original has changed since the table left: the translation will be outdated.")
CHANGED_HERE = N_("It was changed here since the table left (now “{text}”).")
MARKS = N_("Its quotes, apostrophes or spaces are not those of its language: they are put right in print.")
UNOPENED = N_("A question or an exclamation is not opened with ¿ or ¡.")

_SHORT, _CHECK = 8, 4
_FORM = re.compile(r"(en|fr|es)([0-9a-f]{4})\.([^\s.]+)\.([a-z_]+)\.([0-9a-f]{16})([0-9a-f]{8})([0-9a-f]{4})", re.ASCII)
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")
"""What a program may put into a long word, and a hand does not see."""


def settled(field: str, text: str) -> str:
    """A text of a field as it survives a table: without characters that no document holds, or blanks at its ends."""
    text = writable(text)
    if field not in LINES:
        return one_line(text)
    return "\n".join(line.rstrip(" \t") for line in text.split("\n")).strip(" \t\n")


@dataclass(frozen=True, slots=True)
class Identifier:
    """What a row of a table is: the *field* of a *record* for a language, and what it and its original said then.

    *order* marks the order with which it left, *source* is the digest of the original, *text* that of the translation.
    """

    language: Language
    order: str
    record: Key
    field: str
    source: str
    text: str

    @classmethod
    def of(cls, order: Key, record: Key, field: str, text: Trilingual, language: Language) -> "Identifier":
        """That of a text as it leaves."""
        return cls(language, mark(order), record, field, digest(text.original), short(field, text[language]))

    @classmethod
    def read(cls, written: str) -> "Identifier | None":
        """The identifier that stands in a cell; ``None`` for one that is damaged."""
        found = _FORM.fullmatch(_UNSEEN.sub("", written))
        if found is None:
            return None
        language, *parts, check = found.groups()
        known = cls(Language(language), *parts)
        return known if known._check == check else None

    @property
    def place(self) -> str:
        """The key of its text among those of the meeting."""
        return f"{self.record}.{self.field}"

    @property
    def _body(self) -> str:
        return f"{self.language}{self.order}.{self.record}.{self.field}.{self.source}{self.text}"

    @property
    def _check(self) -> str:
        return digest(self._body)[:_CHECK]

    def __str__(self) -> str:
        return self._body + self._check


def mark(order: Key) -> str:
    """How an order is called within identifiers."""
    return digest(order)[:_CHECK]


def short(field: str, text: str) -> str:
    """A short digest of a translation as it left."""
    return digest(settled(field, text))[:_SHORT]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A text as it leaves, all words in the language into which it is translated."""

    identifier: str
    where: str
    source_language: Language
    source: str
    target: str
    state: str


@dataclass(frozen=True, slots=True)
class TranslationTable:
    """Texts that leave for one language; *lines* say what is to be done with it."""

    title: str
    language: Language
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row as it came back, with its number from 1 among the rows of the table."""

    number: int
    identifier: str
    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    """A table that came back. *tracked*: changes were recorded in it, and it is read as if all were accepted."""

    file: str
    rows: tuple[ReturnedRow, ...]
    tracked: bool = False


STATES = {
    TextState.MISSING: N_("to be translated"),
    TextState.DRAFT: N_("draft, to be checked"),
    TextState.OUTDATED: N_("outdated, to be adapted"),
    TextState.REVIEWED: N_("reviewed"),
}
"""How a table says what a text is, before it is translated."""


class Fate(StrEnum):
    """What taking a row in does."""

    NEW = "new"
    CHANGED = "changed"
    REVIEWED = "reviewed"
    LEFT_OUT = "left_out"
    UNCHANGED = "unchanged"
    ERROR = "error"


TAKEN = (Fate.NEW, Fate.CHANGED, Fate.REVIEWED)
"""What becomes of the rows that change the register."""
FATE_LABELS: Mapping[Fate, str] = MappingProxyType(
    {
        Fate.NEW: N_("New translation"),
        Fate.CHANGED: N_("Changed translation"),
        Fate.REVIEWED: N_("Same text, now reviewed"),
        Fate.LEFT_OUT: N_("Changed here too, left out"),
        Fate.UNCHANGED: N_("Unchanged"),
        Fate.ERROR: N_("Error"),
    }
)


@dataclass(frozen=True, slots=True)
class Terms:
    """How a table is taken in: *approved*, so that its texts are reviewed, and whether *theirs* counts more than ours.

    It counts where a text was changed in the table and here as well.
    """

    approved: bool = False
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a text, and what is to be known of it."""

    fate: Fate
    text: Trilingual
    warnings: tuple[Phrase, ...] = ()


def outcome(sent: Identifier, said: str, now: Trilingual, terms: Terms) -> Outcome:
    """What the return of a text does to what the register says *now*.

    An empty cell takes nothing away, and what the translator left as it was changes nothing that was changed here.

    Raises:
        Problem: it does not fit there, or its language is now that of the original.
    """
    if now.source is sent.language:
        raise Problem(IS_ORIGINAL)
    theirs = fitted(sent.field, settled(sent.field, said))
    ours = settled(sent.field, now[sent.language])
    if not theirs:
        return Outcome(Fate.UNCHANGED, now)
    warnings = _warnings(sent, theirs, now)
    if theirs == ours:
        return _same(sent, now, terms, warnings)
    if short(sent.field, theirs) == sent.text:
        return Outcome(Fate.UNCHANGED, now)
    if ours and short(sent.field, ours) != sent.text:
        warnings = (Phrase(CHANGED_HERE, {"text": now[sent.language]}), *warnings)
        if not terms.theirs:
            return Outcome(Fate.LEFT_OUT, now, warnings)
    text = now.with_text(sent.language, theirs)
    text = _based(text.with_review(sent.language) if terms.approved else text, sent)
    return Outcome(Fate.CHANGED if ours else Fate.NEW, text, warnings)


def _same(sent: Identifier, now: Trilingual, terms: Terms, warnings: tuple[Phrase, ...]) -> Outcome:
    """A text that says what the register says already: at most it is reviewed now."""
    if not terms.approved or now.state(sent.language) is TextState.REVIEWED:
        return Outcome(Fate.UNCHANGED, now)
    current = now.basis(sent.language) == digest(now.original)
    text = now.with_review(sent.language)
    text = text if current else _based(text, sent)
    return Outcome(Fate.REVIEWED, text, warnings) if text != now else Outcome(Fate.UNCHANGED, now)


def _based(text: Trilingual, sent: Identifier) -> Trilingual:
    """The text as one that was made from the original that left with it."""
    return replace(text, **{f"basis_{sent.language}": sent.source})  # type: ignore[arg-type]


def _warnings(sent: Identifier, theirs: str, now: Trilingual) -> tuple[Phrase, ...]:
    found = []
    if digest(now.original) != sent.source:
        found.append(Phrase(SOURCE_CHANGED))
    if typeset(theirs, sent.language) != theirs:
        found.append(Phrase(MARKS))
    if sent.language is Language.ES and unopened(theirs):
        found.append(Phrase(UNOPENED))
    return tuple(found)


def instructions(words: Catalog) -> tuple[str, ...]:
    """What the translator is asked to do."""
    named = {"target": words.gettext(TARGET), "remark": words.gettext(REMARK), "example": EXAMPLE}
    return tuple(words.gettext(line).format(**named) for line in INSTRUCTIONS)
