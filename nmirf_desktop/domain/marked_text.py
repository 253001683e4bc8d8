"""A text that is negotiated, for the eyes: what came and what went since it was submitted, and what is in brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from nmirf_desktop.domain.agenda_comparing import PieceState, word_differences
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

BRACKETS = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """Some words of a text: kept, new or gone; in brackets where they are not agreed."""

    text: str
    standing: PieceState
    bracketed: bool = False


def bracketed(text: str) -> bool:
    """Whether something in a text is not agreed yet."""
    return BRACKETS.search(text) is not None


def in_brackets(*texts: Trilingual) -> tuple[str, ...]:
    """What is not agreed yet in some texts, in any of their languages, with its brackets: each once, in their order."""
    found = (words for text in texts for language in Language for words in BRACKETS.findall(text[language]))
    return tuple(dict.fromkeys(found))


def marked(before: str, after: str) -> tuple[Marked, ...]:
    """A text as it reads *after*, with the words that it lost and won since *before*, and its brackets."""
    spans = [found.span() for found in BRACKETS.finditer(after)]
    return tuple(_parted(before, after, spans))


_SIGNS = str.maketrans({"'": "’", "‘": "’", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " "})
_TOKENS = re.compile(r"\w+|\W")


def in_the_signs_of(before: str, after: str) -> str:
    """*after* with the quotes, apostrophes and kinds of space that *before* has where nothing else differs.

    A word processor sets its own of these by itself: nobody asked for them.
    """
    was, now = _TOKENS.findall(before), _TOKENS.findall(after)
    alike = SequenceMatcher(None, [one.translate(_SIGNS) for one in was], [one.translate(_SIGNS) for one in now], False)
    made: list[str] = []
    for kind, first, last, start, end in alike.get_opcodes():
        made += was[first:last] if kind == "equal" else now[start:end]
    return "".join(made)


def _parted(before: str, after: str, spans: list[tuple[int, int]]) -> Iterator[Marked]:
    place = 0
    for piece in word_differences(before, after):
        if piece.standing is PieceState.GONE:
            yield Marked(piece.text, piece.standing)
            continue
        end = place + len(piece.text)
        edges = sorted({place, end, *(edge for span in spans for edge in span if place < edge < end)})
        for start, stop in pairwise(edges):
            inside = any(first <= start < last for first, last in spans)
            yield Marked(after[start:stop], piece.standing, inside)
        place = end


@dataclass(frozen=True, slots=True)
class Negotiated:
    """A text being negotiated, in the language of its original: as it read *before*, and as it would read *after*."""

    language: Language
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Marked, ...]:
        """The text with its marks."""
        return marked(self.before, self.after)
