"""Which parts of a text are words to be looked up: no address, symbol, figure or acronym is one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nmirf_desktop.i18n import Language

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:[’'‑-]{_LETTER}+)*")
_ALONE = re.compile(r"\S*(?:@|://|www\.|\d|_)\S*|\{[^{}]*\}|\S*\w/\S*")
"""What is no word of a language: addresses, symbols, whatever has figures, and placeholders."""
_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,}s?(?:[’']s)?")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=.)", re.IGNORECASE)
_ENCLITIC = re.compile(r"(?<=[aeion])(?:l[aeo]s?|se|me|nos)$")
_ACUTE = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
_POSSESSIVE = re.compile(r"(?<=.)(?:['’]s|(?<=s)['’])$")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word and where it begins in its text."""

    start: int
    word: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.word)


def words_of(text: str) -> Iterator[Spelled]:
    """The words of a text that a dictionary can know."""
    masked = _ALONE.sub(_masked, text) if text else text
    for found in _WORD.finditer(masked):
        if len(found[0]) > 1 and not _ACRONYM.fullmatch(found[0]):
            yield Spelled(found.start(), found[0])


def _masked(found: re.Match[str]) -> str:
    """Blanks in the place of what is no word; a sign of print around it is none either."""
    return " " * len(found[0])


def cores(word: str, language: Language) -> Iterator[str]:
    """A word without what its language leans on it: l’Assemblée, Member’s, corríjalo; itself where nothing does."""
    match language:
        case Language.FR:
            yield _ELIDED.sub("", word)
        case Language.EN:
            yield _POSSESSIVE.sub("", word)
        case Language.ES:
            bare = word.translate(_ACUTE)
            one = _ENCLITIC.sub("", bare) if bare != word else word
            yield one
            yield _ENCLITIC.sub("", one)


def is_right(word: str, language: Language, known: Callable[[str], bool]) -> bool:
    """Whether a word is right: as it stands, without what leans on it, or each of the parts that hyphens join."""
    word = word.replace("’", "'").replace("‑", "-")
    if known(word):
        return True
    found = [bare for bare in cores(word, language) if bare != word]
    if any(known(bare) or _ACRONYM.fullmatch(bare) for bare in found):
        return True
    parts = (found[0] if found else word).split("-")
    return len(parts) > 1 and all(len(part) <= 1 or _ACRONYM.fullmatch(part) or known(part) for part in parts)
