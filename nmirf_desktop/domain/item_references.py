"""Items of an agenda by their numbers, as values of a sentence."""

from dataclasses import dataclass

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class ItemNumbers:
    """Items by their numbers, after a colon: "3, 8 (a)"."""

    items: tuple[Numbered, ...]

    def said_in(self, words: Catalog) -> str:
        """The numbers as a language writes them."""
        return words.listing(one.reference(words.language) for one in self.items)
