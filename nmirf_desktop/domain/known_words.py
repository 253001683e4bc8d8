"""Words that the secretariat has added to the dictionaries of its spelling checks."""

from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word that is right in a language: a name, a term."""

    key: Key
    language: Language
    word: str
