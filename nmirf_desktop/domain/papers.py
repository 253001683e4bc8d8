"""What each document says, as frozen values in three languages; the blocks they are made of are in ``blocks``.

A paper holds no layout. Item labels, section numbers and paragraph numbers follow from the order of the parts, so that
they are the same in every language's version; lists of States are given in any order and are put into each language's
alphabetical order when the paper is typeset.
"""

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from nmirf_desktop.domain.agenda import roman
from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.blocks import LAYOUT, Block, Entry, Note
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.organisation import NETWORK_NAME
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.said import NOTHING, OUTDATED, Said
from nmirf_desktop.i18n import N_, Catalog, Language

USUAL_NAME = Said.of(NETWORK_NAME)
NOT_ISSUED = 0
"""The version of a paper that did not leave the house, and may say something else tomorrow."""
ISSUED_FOOT = N_("{symbol} · version {version} · {fingerprint}")
NOT_ISSUED_FOOT = N_("{symbol} · not issued · {fingerprint}")
CHANGED_FOOT = N_("{symbol} · issued on {day}, changed since · {fingerprint}")
SHORT_FOOT = N_("{symbol} · changed since {day} · {fingerprint}")
ORIGINALS = {
    Language.EN: N_("Original: English"),
    Language.FR: N_("Original: French"),
    Language.ES: N_("Original: Spanish"),
}
ORIGINALS_OF_SEVERAL = N_("Original: {languages}")
DRAFT_MARK, LARGE_MARK = "draft", "large-print"
"""What tells a file that was not issued, and one in large print, in its metadata; alike in every language."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands at the head of the first page and in the foot of each.

    *symbol* "NMIRF/2027/1"; *dated* the day of issue; *original* the language the text was written in, and *also* those
    that other parts of it were;
    *meeting* "Second annual meeting"; *place_and_dates* "Rabat, 26–28 January 2027"; *item* "Item 2 of the provisional
    agenda" or nothing; *version* counts the issues of one symbol, ``NOT_ISSUED`` is none of them; *specimen* marks
    every page of a sample register. *network* and *secretariat* are what the organisation says of itself: its name, and
    a line below it or nothing. A letter is *dated_within*: its day stands beside its place, and not in the head. Of
    what was issued on *issued_on* and says something else now, no version is issued yet.
    """

    symbol: str
    dated: date
    meeting: Said
    place_and_dates: Said = NOTHING
    item: Said = NOTHING
    original: Language = Language.EN
    distribution: Distribution = Distribution.GENERAL
    version: int = 1
    specimen: bool = False
    network: Said = USUAL_NAME
    secretariat: Said = NOTHING
    dated_within: bool = False
    issued_on: date | None = None
    also: tuple[Language, ...] = ()

    def original_in(self, words: Catalog) -> str:
        """The language the text was written in, or those of its parts: "Original: English and French"."""
        if not self.also:
            return words.gettext(ORIGINALS[self.original])
        named = words.conjunction([words.language_name(one) for one in (self.original, *self.also)])
        return words.gettext(ORIGINALS_OF_SEVERAL).format(languages=named)

    def foot(self, words: Catalog, mark: str, *, short: bool = False) -> str:
        """What stands in the foot of each page, with the fingerprint: which version it is, or how it stands to one.

        It is *short* where it would not stand beside the number of the page.
        """
        changed = SHORT_FOOT if short else CHANGED_FOOT
        message = ISSUED_FOOT if self.version != NOT_ISSUED else changed if self.issued_on else NOT_ISSUED_FOOT
        day = words.short_date(self.issued_on) if self.issued_on is not None else ""
        return words.gettext(message).format(symbol=self.symbol, version=self.version, day=day, fingerprint=mark)

    def day(self, words: Catalog) -> str:
        """The day of issue; nothing where the text bears it, or a meeting of one day is that day and says so."""
        day, where = words.date(self.dated), self.place_and_dates.read(words.language).text
        return "" if self.dated_within or where == day or where.endswith(f", {day}") else day


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section with its title; sections are numbered I., II., … by their order."""

    title: Said
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item: *title*, without number and with or without its full stop; sub-items in *parts*, at any depth.

    *annotation* and *documents* appear in the annotations, where the paper has any.
    """

    title: Said
    annotation: Said = NOTHING
    documents: tuple[Entry, ...] = ()
    parts: tuple["AgendaLine", ...] = ()

    @property
    def annotated(self) -> bool:
        """Whether the item or one of its parts has an annotation or names a document."""
        return bool(self.annotation) or bool(self.documents) or any(part.annotated for part in self.parts)


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """An agenda: the list of items and, when any item has an annotation, the annotations after it.

    *adopted_on* belongs to the adopted form. Notes stand below the list.
    """

    masthead: Masthead
    items: tuple[AgendaLine, ...]
    form: AgendaForm = AgendaForm.PROVISIONAL
    adopted_on: date | None = None
    notes: tuple[Note, ...] = ()

    @property
    def annotated(self) -> bool:
        """Whether annotations follow the list."""
        return any(item.annotated for item in self.items)


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """The minutes of one meeting: sections I., II., … with paragraphs counted through, then annexes.

    *approved_on* belongs to approved minutes, and *approval* says how they were; *notice* is what circulated ones say
    of their correction. *contents* puts a table of contents before the first section. *unnumbered* says that the only
    annex bears no number: one that was approved as "Annex I" is called so for good.
    """

    masthead: Masthead
    sections: tuple[PaperSection, ...]
    annexes: tuple[PaperSection, ...] = ()
    state: MinutesState = MinutesState.DRAFT
    approved_on: date | None = None
    contents: bool = True
    approval: Said = NOTHING
    notice: Said = NOTHING
    unnumbered: bool = False

    @property
    def annex_names(self) -> tuple[Phrase, ...]:
        """What the annexes are called, by their order: "Annex I", "Annex II"; an only one is "Annex"."""
        if self.unnumbered and len(self.annexes) == 1:
            return (Phrase(N_("Annex")),)
        numbers = range(1, len(self.annexes) + 1)
        return tuple(Phrase(N_("Annex {number}"), {"number": roman(one).upper()}) for one in numbers)


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """A document of blocks under one title: a decision, a voting record, a list of members.

    *below* stands under the title, as "as at 8 May 2027". *sections*, without numbers, follow the blocks. *contents*
    puts a table of contents before both, of the decisions where there are any, else of the sections.
    """

    masthead: Masthead
    title: Said
    blocks: tuple[Block, ...]
    below: Said = NOTHING
    sections: tuple[PaperSection, ...] = ()
    contents: bool = False


Paper = AgendaPaper | MinutesPaper | RecordPaper


@dataclass(frozen=True, slots=True)
class AddressLabel:
    """What stands on an envelope, line by line, in the *language* of who reads it; a sheet of them is no paper."""

    lines: tuple[str, ...]
    language: Language


@cache
def _parts(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The names of a dataclass's fields with their defaults, without those that only set a block on its page.

    A paper asks thousands of times.
    """
    return tuple((field.name, field.default) for field in fields(kind) if LAYOUT not in field.metadata)


def canonical(value: object, language: Language) -> object:
    """A paper or a part of it as plain lists, with each text as it reads in *language*: what the digest is made of.

    What is as it is by default is left out, so that a new field does not make another document of an old one; so is
    what only sets a block on its page.
    """
    if isinstance(value, Said):
        reading = value.read(language)
        return [str(reading.language), reading.whole, *([reading.mark] if reading.mark == OUTDATED else [])]
    if is_dataclass(value):
        kind: type = type(value)
        parts = ((name, getattr(value, name), default) for name, default in _parts(kind))
        return [kind.__name__, *([name, canonical(part, language)] for name, part, default in parts if part != default)]
    if isinstance(value, tuple):
        return [canonical(part, language) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def fingerprint(paper: Paper, edition: Edition | Language) -> str:
    """Sixteen hexadecimal digits in four groups that tell two texts apart: "3F2A-9C41-07DE-51B8".

    It changes with every word that the edition prints, with the edition itself, and with nothing else.
    """
    texts = [canonical(paper, language) for language in Edition(edition).languages]
    form = json.dumps([str(edition), *texts], ensure_ascii=False, separators=(",", ":"))
    digits = hashlib.sha256(form.encode(errors="backslashreplace")).hexdigest()[:16].upper()
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))
