"""What a document lacks: said beside each language with links to the texts, and asked about before it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap, told, told_in_words
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.places import Place

SCREENS = {
    Subject.MEETINGS: "meetings", Subject.AGENDA: "agenda", Subject.MINUTES: "minutes", Subject.SESSION: "session",
    Subject.MEMBERS: "members", Subject.COMMITTEE: "committee", Subject.SETTINGS: "settings",
}  # fmt: skip
"""Where the texts of each kind of thing are written."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A way out of the house: the *act* that goes on in spite of gaps, and what is *kept* where it does not."""

    act: str
    kept: str


EXPORT = Leaving(N_("Export with these gaps"), N_("Nothing was exported. To complete first: {where} ({language})."))
ISSUE = Leaving(N_("Issue with these gaps"), N_("Nothing was issued. To complete first: {where} ({language})."))


@dataclass(frozen=True, slots=True)
class Kept:
    """That nothing left the house, and the first text to complete."""

    leaving: Leaving
    gap: Gap

    def said_in(self, words: Catalog) -> str:
        """Both in one line."""
        language = words.language_name(self.gap.language)
        return words.gettext(self.leaving.kept).format(where=self.gap.said_in(words), language=language)


def place_of(gap: Gap) -> Place:
    """Where a text is written."""
    return Place(SCREENS[gap.topic], gap.record)


def gap_parts(gaps: Sequence[Gap], words: Catalog) -> list[Part]:
    """What a document lacks in one language: how many texts, and links to the first of them."""
    if not gaps:
        return [words.gettext("Every text is there.")]
    return [part if isinstance(part, str) else Link(part.said_in(words), place_of(part)) for part in told(gaps, words)]


def detail(gaps: Iterable[Gap], words: Catalog) -> str:
    """A paragraph for each language that lacks something."""
    said = []
    for language in Language:
        of_it = [gap for gap in gaps if gap.language is language]
        if of_it:
            pattern = words.pgettext("language and what it lacks", "{language}: {text}")
            said.append(pattern.format(language=NAMES[language], text=told_in_words(of_it, words)))
    return "\n\n".join(said)
