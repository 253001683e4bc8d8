"""Which parts of a text are words to be looked up: no address, symbol, figure or acronym is one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nmirf_desktop.i18n import Language

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:[’'‑-]{_LETTER}+)*")
_SIGNS = re.compile(r"[@\d_/{]|www\.")
"""What makes of the letters around it no word of a language: an address, a symbol, a figure, a placeholder."""
_ALONE = re.compile(r"\{[^{}]*\}|\S+")
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
    if _SIGNS.search(text) is not None:
        text = _ALONE.sub(_masked, text)
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) > 1 and not (word[1].isupper() and _ACRONYM.fullmatch(word)):
            yield Spelled(found.start(), word)


def _masked(found: re.Match[str]) -> str:
    """Blanks in the place of what is no word; signs of print around it are none either."""
    return " " * len(found[0]) if _SIGNS.search(found[0]) else found[0]


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
