"""The texts that minutes print and that are not ready: named before minutes leave the house, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import LanguageName, Listed, Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.domain.unreviewed import DRAFT_TEXT, MOST_NAMED
from nmirf_desktop.i18n import Catalog, Language


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text that is missing, outdated or a draft in some *languages*: *where* it is, its record and its field there.

    One that is a *paragraph* of the minutes is written in them.
    """

    where: Sayable
    state: TextState
    languages: tuple[Language, ...]
    record: Key
    field: str
    paragraph: bool = False

    def said_in(self, words: Catalog) -> str:
        """Where it is, and in which languages: "Paragraph 4 of the minutes (French, Spanish)"."""
        languages = Listed(tuple(map(LanguageName, self.languages)))
        return Phrase(DRAFT_TEXT, {"where": self.where, "languages": languages}).said_in(words)


def named_first(texts: Sequence[Waiting], words: Catalog) -> str:
    """The first of some texts by their names; how many more there are, each language by itself."""
    named = words.listing(one.said_in(words) for one in texts[:MOST_NAMED])
    rest = sum(len(one.languages) for one in texts[MOST_NAMED:])
    if not rest:
        return named
    return words.ngettext("{places}, and {n} more", "{places}, and {n} more", rest).format(
        places=named, n=words.number(rest)
    )
