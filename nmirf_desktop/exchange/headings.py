"""Which field a column is for, by what stands above it in any of the three languages."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nmirf_desktop.exchange.cells import text_of
from nmirf_desktop.i18n.folding import folded

Vocabulary = Mapping[str, Collection[str]]
"""The name of each field with the headings that it may have, in all languages."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_ALTERNATIVES = re.compile(r"\s*[/|\n;]\s*|\s+[-–—]\s+")
_SIGNS = re.compile(r"[\W_]+")
_SHARE = 3
"""A known heading may stand in a longer one of less than so many times its length."""
_LONGEST, _MOST_WORDS = 100, 16
"""A text of more signs is no heading; in one of more words none is looked for."""


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading as it is compared: its folded words, without what stands in brackets and without signs."""
    tidy = text_of(text)
    if len(tidy) > _LONGEST:
        return ""
    return words_of(_BRACKETS.sub(" ", tidy)) or words_of(tidy)


def words_of(text: str) -> str:
    """The folded words of a text, without signs."""
    return " ".join(_SIGNS.sub(" ", folded(text)).split()).replace("e mail", "email")


@dataclass(frozen=True, slots=True, order=True)
class _Claim:
    """How well a column fits a field: wholly or in part, by how long a heading, and the earlier column first."""

    whole: bool
    length: int
    before: int
    field: str


class Headings:
    """The headings of a vocabulary, indexed once; what one of these has in brackets tells fields apart."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._fields: dict[str, str] = {}
        self._exact: dict[str, str] = {}
        for field, headings in vocabulary.items():
            for heading in headings:
                if " (" in heading:
                    self._exact.setdefault(words_of(heading), field)
                else:
                    self._fields.setdefault(heading_key(heading), field)
        self._fields.pop("", None)

    def field(self, text: str) -> str | None:
        """The field that a text alone is the heading of."""
        return self._fields.get(heading_key(text))

    def claim(self, columns: Sequence[Collection[str]]) -> dict[str, tuple[int, bool]]:
        """For each field the column that fits it best, and whether wholly, from the texts that may head each column.

        No column is for two fields and no field has two columns.
        """
        claims = [claim for place, texts in enumerate(columns) for claim in self._claims(texts, -place)]
        claimed: dict[str, tuple[int, bool]] = {}
        taken: set[int] = set()
        for claim in sorted(claims, reverse=True):
            if claim.field not in claimed and claim.before not in taken:
                claimed[claim.field] = (-claim.before, claim.whole)
                taken.add(claim.before)
        return claimed

    def _claims(self, texts: Collection[str], before: int) -> Iterator[_Claim]:
        for text in texts:
            whole = heading_key(text)
            exact = words_of(text_of(text))
            if exact in self._exact:
                yield _Claim(True, len(exact), before, self._exact[exact])
            for key in {whole, *(heading_key(part) for part in _ALTERNATIVES.split(text))}:
                if key in self._fields:
                    yield _Claim(True, len(key), before, self._fields[key])
            for key in _phrases(whole):
                if key in self._fields and _SHARE * len(key) > len(whole):
                    yield _Claim(False, len(key), before, self._fields[key])


def _phrases(key: str) -> tuple[str, ...]:
    """All runs of words in a heading, but the whole."""
    words = key.split()
    count = len(words)
    if count > _MOST_WORDS:
        return ()
    runs = ((first, last) for first in range(count) for last in range(first + 1, count + 1))
    return tuple(" ".join(words[first:last]) for first, last in runs if last - first < count)
