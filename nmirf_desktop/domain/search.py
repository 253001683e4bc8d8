"""How a text is looked for: what its words are without accents and case, and what a typed text asks for.

A word is letters and digits. What is written in one piece with signs in it, such as "NMIRF/2027/1", "d’Ivoire" or
"focal.point@py.example.org", is found by its parts, and by each of its ends closed up or with its signs.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from nmirf_desktop.domain.text import one_line


class Kind(StrEnum):
    """What is found, in the order in which it is listed."""

    STATE = "state"
    PERSON = "person"
    SEAT = "seat"
    MEETING = "meeting"
    ITEM = "item"
    PROPOSAL = "proposal"
    DECISION = "decision"
    VOTE = "vote"
    STATEMENT = "statement"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"
    LETTER = "letter"
    MECHANISM = "mechanism"
    ATTACHMENT = "attachment"


GLUE = "\ue000"
"""Joins the parts of a word that has signs in it, and the words of a whole title: no text that is looked for has it."""
LONGEST_WORD, MOST_PARTS, MOST_WORDS = 120, 8, 16
"""The most letters of a word that count, the most parts of one, and the most words of a typed text."""
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ß": "ss"}
)
_WORD = re.compile(r"[^\W_]+")
_SIGNIFICANT = frozenset("/@")
"""Signs that a typist means: "2027/1" is no 2027 beside some 1."""


def plain(text: str) -> str:
    """*text* in lower case, without accents, ligatures and invisible signs: "Côte d’Ivoire" is "cote d’ivoire"."""
    if text.isascii():
        return text.lower()
    closed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
    return "".join(sign for sign in closed if sign.isascii() or not _unseen(sign))


@lru_cache(maxsize=4096)
def _unseen(sign: str) -> bool:
    """Whether a sign is an accent or has no shape; a blank has one."""
    return unicodedata.category(sign) in {"Mn", "Mc", "Me", "Cf"}


def _pieces(text: str) -> list[list[str]]:
    """What stands between blanks, each as its parts."""
    found = (_WORD.findall(piece) for piece in plain(text).split())
    return [[part[:LONGEST_WORD] for part in parts[:MOST_PARTS]] for parts in found if parts]


def words(text: str) -> list[str]:
    """What *text* is found by: its words once each, and each that has signs in it also from each part to its end."""
    found: dict[str, None] = {}
    for parts in _pieces(text):
        found.update(dict.fromkeys(parts))
        for start in range(len(parts) - 1):
            found[GLUE.join(parts[start:])[:LONGEST_WORD]] = None
        if len(parts) > 1:
            found["".join(parts)[:LONGEST_WORD]] = None
    return list(found)


def whole(text: str) -> str:
    """*text* as one word, for what is exactly it or begins with it."""
    return GLUE.join(part for parts in _pieces(text) for part in parts)[:LONGEST_WORD]


Way = tuple[str, ...]
"""Beginnings of words that are all there: one way to meet a typed word."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A typed text: each of its words by the ways to meet it, and all of it as one word."""

    words: tuple[tuple[Way, ...], ...]
    whole: str

    def __bool__(self) -> bool:
        return bool(self.words)


def asked(text: str) -> Asked:
    """What a typed text asks for: all of its words, each from its beginning. Without any word it asks for nothing."""
    return Asked(tuple(islice(_ways(text), MOST_WORDS)), whole(text))


def _ways(text: str) -> Iterator[tuple[Way, ...]]:
    for piece in text.split():
        for parts in _pieces(piece):
            glued = (GLUE.join(parts)[:LONGEST_WORD],)
            if len(parts) == 1 or not _SIGNIFICANT.isdisjoint(piece):
                yield (glued,)
            else:
                yield (glued, ("".join(parts)[:LONGEST_WORD],), tuple(parts))


BEFORE, AROUND = 30, 160
"""The most letters of a quoted text before the word that was looked for, and in all."""


def excerpt(text: str, wanted: Asked) -> str:
    """The words of a text about the first one that was asked for, on one line; empty where none was."""
    parts = tuple(max((part for whole in ways[-1] for part in whole.split(GLUE)), key=len) for ways in wanted.words)
    line = one_line(text)
    met = next((word for word in _WORD.finditer(line) if plain(word.group()).startswith(parts)), None)
    if met is None:
        return ""
    start = line.rfind(" ", 0, met.start() - BEFORE) + 1 if met.start() > BEFORE else 0
    said = line[start : start + AROUND]
    if start + AROUND < len(line):
        said = (said.rpartition(" ")[0] or said) + "…"
    return f"…{said}" if start else said
