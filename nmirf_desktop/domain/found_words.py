"""Words in a text of three languages: where they stand, whatever their accents, and other words in their place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.folding import folded, plain

Span = tuple[int, int]
"""From where to where words stand in a text, the end not included."""
_QUOTATION = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")


class Places(NamedTuple):
    """In how many places words were *replaced*, and how many that are *quoted* were left as they were."""

    replaced: int
    quoted: int


def places(text: str, wanted: str) -> Iterator[Span]:
    """Where folded words stand in a text; a letter that folds into several is found whole, and once."""
    if not wanted or wanted not in folded(text):
        return
    parts = [plain(sign) for sign in text]
    owner = [number for number, part in enumerate(parts) for _ in part]
    joined, end = "".join(parts), 0
    start = joined.find(wanted)
    while start >= 0:
        if owner[start] >= end:
            end = owner[start + len(wanted) - 1] + 1
            yield owner[start], end
        start = joined.find(wanted, start + len(wanted))


def found(text: Trilingual, wanted: str) -> dict[Language, tuple[Span, ...]]:
    """Where words stand in each language that has them."""
    sought = folded(wanted.strip())
    every = {language: tuple(places(text[language], sought)) for language in Language}
    return {language: spans for language, spans in every.items() if spans}


def own_words(text: Trilingual, spans: Mapping[Language, Sequence[Span]]) -> dict[Language, tuple[Span, ...]]:
    """Those of some places that stand in no quotation: a title or the text of a decision is not the writer's."""
    own = {}
    for language, standing in spans.items():
        marks = [one.span() for one in _QUOTATION.finditer(text[language])]
        kept = tuple(one for one in standing if not any(begin < one[0] and one[1] < end for begin, end in marks))
        if kept:
            own[language] = kept
    return own


def replaced(text: Trilingual, spans: Mapping[Language, Sequence[Span]], by: str) -> Trilingual:
    """A text with other words in some places.

    As if somebody had typed them, the original first: it is a draft again, and a translation is outdated unless words
    were replaced in it too. A text of which nothing would be left stays as it is.
    """
    for language in sorted(spans, key=lambda one: one is not text.source):
        said = text[language]
        for start, end in reversed(spans[language]):
            said = said[:start] + by + said[end:]
        if said.strip():
            text = text.with_text(language, said)
    return text
