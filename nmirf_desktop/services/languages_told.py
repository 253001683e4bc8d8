"""The language of a note or a paragraph by its words, with the dictionaries that spelling has."""

from functools import cache, lru_cache

from nmirf_desktop.domain import languages_told
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.spelling import Speller

_REMEMBERED = 20_000


@cache
def _speller(language: Language) -> Speller:
    return Speller(language)


@lru_cache(_REMEMBERED)
def _knows(word: str, language: Language) -> bool:
    return _speller(language).right(word)


def make_ready(language: Language) -> None:
    """Have the dictionary of a language, which takes up to 0.3 s the first time and nothing later."""
    _speller(language)


def told_language(text: str) -> Language | None:
    """The language that the words of a text tell, ``None`` where they tell none; below 1 ms for a note.

    The first text of all waits for three dictionaries (:func:`make_ready`).
    """
    return languages_told.told_language(text, _knows)


@lru_cache(_REMEMBERED)
def plainly_other(text: str, said: Language) -> Language | None:
    """The language that a text plainly is of where it is not the one it is *said* to be of."""
    return languages_told.plainly_other(text, said, _knows)
