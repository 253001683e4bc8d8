"""How a text is looked for: what its words are without accents and case, and what a typed text asks for.

A word is letters and digits. What is written in one piece with signs in it, such as "NMIRF/2027/1", "d’Ivoire" or
"focal.point@py.example.org", is found by its parts, and by each of its ends closed up or with its signs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from nmirf_desktop.domain.text import one_line
from nmirf_desktop.i18n.folding import plain


class Kind(StrEnum):
    """What is found, in the order in which it is listed."""

    STATE = "state"
    PERSON = "person"
    SEAT = "seat"
    SILENCE = "silence"
    CALL = "call"
    CANDIDATURE = "candidature"
    MEETING = "meeting"
    PARTNER = "partner"
    ACTIVITY = "activity"
    CONTACT = "contact"
    GOOD_PRACTICE = "good_practice"
    CONTRIBUTION = "contribution"
    ITEM = "item"
    REQUEST = "request"
    ACTION = "action"
    PLAN = "plan"
    PRIORITY = "priority"
    PLANNED = "planned"
    PROPOSAL = "proposal"
    DECISION = "decision"
    VOTE = "vote"
    ELECTION = "election"
    STATEMENT = "statement"
    PARAGRAPH = "paragraph"
    REVIEW = "review"
    DOCUMENT = "document"
    LETTER = "letter"
    MECHANISM = "mechanism"
    ATTACHMENT = "attachment"


GLUE = "\ue000"
"""Joins the parts of a word that has signs in it, and the words of a whole title: no text that is looked for has it."""
LONGEST_WORD, MOST_PARTS, MOST_WORDS = 120, 8, 16
"""The most letters of a word that count, the most parts of one, and the most words of a typed text."""
_WORD = re.compile(r"[^\W_]+")
_SIGNIFICANT = frozenset("/@")
"""Signs that a typist means: "2027/1" is no 2027 beside some 1."""


def words(text: str) -> list[str]:
    """What *text* is found by: its words once each, and each that has signs in it also from each part to its end."""
    seen = plain(text)
    found = dict.fromkeys(_WORD.findall(seen))
    for piece in seen.split():
        if not piece.isalnum() and len(parts := _WORD.findall(piece)[:MOST_PARTS]) > 1:
            found.update((GLUE.join(parts[start:]), None) for start in range(len(parts) - 1))
            found["".join(parts)] = None
    return [word[:LONGEST_WORD] for word in found]


def whole(text: str) -> str:
    """*text* as one word, for what is exactly it or begins with it."""
    return GLUE.join(_WORD.findall(plain(text)))[:LONGEST_WORD]


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
    for piece in plain(text).split():
        parts = [part[:LONGEST_WORD] for part in _WORD.findall(piece)[:MOST_PARTS]]
        glued, closed = GLUE.join(parts)[:LONGEST_WORD], "".join(parts)[:LONGEST_WORD]
        if len(parts) == 1 or (parts and not _SIGNIFICANT.isdisjoint(piece)):
            yield ((glued,),)
        elif parts:
            yield ((glued,), (closed,), tuple(parts))


def met_in(texts: Iterable[str], wanted: Asked) -> bool:
    """Whether some texts have every word of what was asked for, as the index meets them."""
    have = tuple(word for text in texts for word in words(text))

    def there(way: Way) -> bool:
        return all(any(word.startswith(part) for word in have) for part in way)

    return all(any(map(there, ways)) for ways in wanted.words)


BEFORE, AROUND = 30, 160
"""The most letters of a quoted text before the word that was looked for, and in all."""


def excerpt(text: str, wanted: Asked) -> str:
    """The words of a text about the first one that was asked for, on one line; empty where none was."""
    parts = tuple(max((part for one in ways[-1] for part in one.split(GLUE)), key=len) for ways in wanted.words)
    line = one_line(text)
    if not any(map(plain(line).__contains__, parts)):
        return ""
    met = next((word for word in _WORD.finditer(line) if plain(word.group()).startswith(parts)), None)
    if met is None:
        return ""
    start = line.rfind(" ", 0, met.start() - BEFORE) + 1 if met.start() > BEFORE else 0
    said = line[start : start + AROUND]
    if start + AROUND < len(line):
        said = (said.rpartition(" ")[0] or said) + "…"
    return f"…{said}" if start else said
