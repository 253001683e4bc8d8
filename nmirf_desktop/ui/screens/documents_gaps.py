"""What a document lacks: said beside each language with links to the texts, and asked about before it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.gaps_told import TEXTS_NAMED, told
from nmirf_desktop.domain.unprintable import Unprintable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.gap_places import SCREENS, place_of
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.places import Place


@dataclass(frozen=True, slots=True)
class Leaving:
    """A way out of the house: the *act* that goes on in spite of gaps, and what is *kept* where it does not.

    *refused* is said where something cannot be printed.
    """

    act: str
    kept: str
    refused: str


EXPORT = Leaving(
    N_("Export with these gaps"),
    N_("Nothing was exported. To complete first: {where} ({language})."),
    N_("Nothing was exported. To replace first: {found}"),
)
ISSUE = Leaving(
    N_("Issue with these gaps"),
    N_("Nothing was issued. To complete first: {where} ({language})."),
    N_("Nothing was issued. To replace first: {found}"),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """That nothing left the house, and the first text to complete."""

    leaving: Leaving
    gap: Gap

    def said_in(self, words: Catalog) -> str:
        """Both in one line."""
        language = words.language_name(self.gap.language)
        return words.gettext(self.leaving.kept).format(where=self.gap.said_in(words), language=language)


def place_of_unprintable(found: Unprintable) -> Place | None:
    """Where a text is written that cannot be printed, as far as that is known."""
    return None if found.topic is None else Place(SCREENS[found.topic], found.record)


def unprintable_parts(found: Iterable[Unprintable], words: Catalog) -> list[Part]:
    """What cannot be printed of one language's document: the first places, each a link on its line; how many more."""
    parts: list[Part] = []
    every = [replace(one, languages=()) for one in found]
    for one in every[:TEXTS_NAMED]:
        place, text = place_of_unprintable(one), one.said_in(words)
        parts += ["\n"] if parts else []
        parts.append(text if place is None else Link(text, place))
    rest = len(every) - TEXTS_NAMED
    if rest > 0:
        parts += ["\n", words.ngettext("And {n} more text.", "And {n} more texts.", rest).format(n=words.number(rest))]
    return parts


def gap_parts(gaps: Sequence[Gap], words: Catalog) -> list[Part]:
    """What a document lacks in one language: how many texts, and links to the first of them."""
    if not gaps:
        return [words.gettext("Every text is there.")]
    return [part if isinstance(part, str) else Link(part.said_in(words), place_of(part)) for part in told(gaps, words)]
