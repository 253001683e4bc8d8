"""Words of a text as a message quotes them."""

import re
import unicodedata
from dataclasses import dataclass

from nmirf_desktop.i18n import Catalog

AROUND = 20
"""So many signs stand before and after a place in the words that are quoted."""
FIRST = 60
"""So many signs of a passage are quoted where only its first words are."""
_BREAKS = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class FirstPassage:
    """The first of some passages of a text, as it is *quoted*, and how many *more* there are."""

    quoted: str
    more: int = 0

    def said_in(self, words: Catalog) -> str:
        """The passage in the quotation marks of the language of *words*."""
        if not self.more:
            return words.pgettext("a passage of a text", "“{words}”").format(words=self.quoted)
        pattern = words.ngettext("“{words}” and {n} more passage", "“{words}” and {n} more passages", self.more)
        return pattern.format(words=self.quoted, n=words.number(self.more))


def first_words(text: str) -> str:
    """The words with which a passage begins, on one line, its no-break spaces kept; whole where it is short."""
    line = _BREAKS.sub(" ", text).strip(" ")
    if len(line) > FIRST:
        cut = line[:FIRST]
        line = f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:')}…"
    return "".join(map(seen, line))


def seen(character: str) -> str:
    """A character as a sentence can show it: half a surrogate, which no file can hold, as what stands for lost ones."""
    return "\ufffd" if unicodedata.category(character) == "Cs" else character


def words_around(text: str, place: int) -> str:
    """The words before and after a place in a text, whole where they are not very long."""
    before, after = text[max(0, place - AROUND) : place], text[place : place + AROUND]
    if place > AROUND:
        before = "…" + (before.partition(" ")[2] or before)
    if place + AROUND < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return "".join(map(seen, " ".join((before + after).split())))
