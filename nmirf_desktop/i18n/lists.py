"""Lists in running text, and alphabetical order."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from nmirf_desktop.i18n.words import Language, Words

_SOUND_OF_I = re.compile(r"h?i(?![aeou])|y(?![aeiou])")
_SOUND_OF_O = re.compile(r"h?o|8|11(?!\d)")


class Lists(Words):
    """Several things named one after the other, and their order."""

    def listing(self, items: Iterable[str]) -> str:
        """A list as under a vote: comma-separated, without "and" before the last."""
        return ", ".join(items)

    def series(self, items: Iterable[str]) -> str:
        """Several statements one after the other: A; B | A\u00a0; B, with a no-break space | A; B."""
        return self.pgettext("list", "{start}; {end}").format(start="", end="").join(items)

    def conjunction(self, items: Iterable[str]) -> str:
        """A list in running text: A, B and C | A, B et C | A, B y C (e before the sound of i: España e Italia)."""
        *start, end = list(items) or [""]
        if not start:
            return end
        if _SOUND_OF_I.match(_spoken(end)):
            pattern = self.pgettext("before the sound of i", "{start} and {end}")
        else:
            pattern = self.pgettext("list", "{start} and {end}")
        return pattern.format(start=self.listing(start), end=end)

    def disjunction(self, items: Iterable[str]) -> str:
        """A choice in running text: A, B or C | A, B ou C | A, B o C (u before the sound of o: Qatar u Omán)."""
        *start, end = list(items) or [""]
        if not start:
            return end
        if _SOUND_OF_O.match(_spoken(end)):
            pattern = self.pgettext("before the sound of o", "{start} or {end}")
        else:
            pattern = self.pgettext("list", "{start} or {end}")
        return pattern.format(start=self.listing(start), end=end)

    def sort_key(self, name: str) -> str:
        """The alphabetical order of the language: letter by letter, accents aside; ñ after n in Spanish."""
        return _sort_key(name, self.language)


@lru_cache(maxsize=5_000)
def _sort_key(name: str, language: Language) -> str:
    """The sort key of a name; those of States are asked for again and again."""
    text = unicodedata.normalize("NFD", name)
    if language is Language.ES:
        text = text.replace("n\u0303", "n\uffff").replace("N\u0303", "N\uffff")
    text = "".join([sign for sign in text if not unicodedata.combining(sign)]).casefold()
    return "".join([sign for sign in text if sign.isalnum() or sign == "\uffff"])


def _spoken(text: str) -> str:
    """The letters and figures of a text from the first that is spoken, without accents or capitals."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return re.sub(r"^\W+", "", plain).casefold()
