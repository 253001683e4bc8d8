"""Texts in sentences: what a translation memory remembers, and which words of two sentences differ."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import TextState, Trilingual, is_missing
from nmirf_desktop.i18n import Language

_END = re.compile(r"[.!?…][\"”»’)\u00a0]*\s+(?=[\"“«‘(¿¡\u00a0]*[A-ZÀ-ÖØ-Þ\d])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:[A-ZÀ-Þ]|No|Nos|Mr|Mrs|Ms|Dr|MM|Sr|Sra|Sres|Sras|Dra|par|paras?|párrs?|arts?|pp?|págs?|núms?|cf|vol|St|Ste|Sto|Sta|esp|incl|vs|ex|ej)\.)$"
)
_NUMBERED = re.compile(r"\b(?:nos?|rev|add|corr|amend|figs?|chap|sect|vols?|als?|env|pts?)\.$", re.IGNORECASE)
"""Abbreviations before a number, and nowhere else."""
_LETTERED = re.compile(
    r"\b(?:options?|opción|variante?|alternati(?:ve|va)|formato?|annexe?|anexo|group|groupe|grupo|part|parte|partie|list"
    r"|liste|lista|section|sección|version|versión|room|salle|sala|tableau|cuadro|point|punto|appendix|appendice|apéndice"
    r"|category|catégorie|categoría|plan) [A-Z]\.$",
    re.IGNORECASE,
)
"""A letter that is a name, and no initial: behind it a sentence may end."""
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it begins and ends in its text."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; an abbreviation ends none."""
    found: list[Sentence] = []
    start = 0
    for end in _END.finditer(text):
        cut = text[start : end.end()].rstrip()
        numbered = text[end.end() : end.end() + 1].isdigit() and _NUMBERED.search(cut)
        if "\n" not in end.group() and (numbered or ends_short(cut)):
            continue
        _add(found, text, start, end.end())
        start = end.end()
    _add(found, text, start, len(text))
    return tuple(found)


def each_sentence(text: str, told: Callable[[str], str]) -> str:
    """A text with each of its sentences as it is *told*; what stands between them stays."""
    pieces, done = [], 0
    for one in sentences(text):
        pieces += [text[done : one.start], told(one.text)]
        done = one.end
    return "".join(pieces) + text[done:]


def ends_short(text: str) -> bool:
    """Whether a text ends with an abbreviation and its stop, which ends no sentence: "par.", "A."; not "option A."."""
    return bool(_SHORT.search(text)) and not _LETTERED.search(text)


def is_lettered(text: str) -> bool:
    """Whether a text ends with what is called by a letter, and a stop: "option A."."""
    return _LETTERED.search(text) is not None


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    said = piece.strip(" \t\n\r")
    if said:
        begin = start + piece.index(said)
        found.append(Sentence(said, begin, begin + len(said)))


def at(text: str, place: int) -> int:
    """The number, from 0, of the sentence in which the cursor stands; one after the last behind a finished line."""
    parts = sentences(text)
    if text[:place].endswith("\n"):
        return sum(part.end <= place for part in parts)
    return next((number for number, part in enumerate(parts) if place <= part.end), max(0, len(parts) - 1))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a segment stands: what it is of, and in which record."""

    where: Sayable
    record: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence in the languages that have it, with the state of each, and where it stands."""

    text: Trilingual
    states: tuple[TextState, TextState, TextState]
    origin: Origin

    def state(self, language: Language) -> TextState:
        """How ready the text was of which this is a sentence."""
        return self.states[_PLACES[language]]


_PLACES = {language: place for place, language in enumerate(Language)}


def segments(text: Trilingual, origin: Origin) -> Iterator[Segment]:
    """The sentences of a text in its languages, side by side; the whole text where their numbers differ."""
    there = [language for language in Language if not is_missing(text[language], language)]
    if len(there) < 2:  # noqa: PLR2004  (nothing is translated)
        return
    states = (text.state(Language.EN), text.state(Language.FR), text.state(Language.ES))
    parts = {language: sentences(text[language]) for language in there}
    counts = {len(found) for found in parts.values()}
    if counts == {1} or len(counts) > 1:
        whole = {str(language): text[language].strip() for language in there}
        yield Segment(Trilingual(**whole, source=text.source), states, origin)
        return
    for row in zip(*parts.values(), strict=True):
        said = {str(language): part.text for language, part in zip(there, row, strict=True)}
        yield Segment(Trilingual(**said, source=text.source), states, origin)


def compared(text: str) -> str:
    """A sentence as it is compared: without case and with plain blanks."""
    return " ".join(text.split()).lower()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence, and whether it *differs* from what it is compared with."""

    text: str
    differs: bool


@lru_cache(maxsize=512)
def differing(text: str, other: str) -> tuple[Piece, ...]:
    """*text* in pieces: words that *other* does not have there are marked."""
    from difflib import SequenceMatcher  # when a near match is shown

    words, others = list(_WORD.finditer(text)), [found.group().lower() for found in _WORD.finditer(other)]
    matcher = SequenceMatcher(None, [found.group().lower() for found in words], others, autojunk=False)
    pieces: list[Piece] = []
    place = 0
    for kind, first, last, _, _ in matcher.get_opcodes():
        if kind == "equal" or first == last:
            continue
        start, end = words[first].start(), words[last - 1].end()
        if start > place:
            pieces.append(Piece(text[place:start], differs=False))
        pieces.append(Piece(text[start:end], differs=True))
        place = end
    if place < len(text):
        pieces.append(Piece(text[place:], differs=False))
    return tuple(pieces)
