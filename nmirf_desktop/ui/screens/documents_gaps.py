"""What a document lacks: said beside each language with links to the texts, and asked about before it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.links import Link, Part, listed
from nmirf_desktop.ui.places import Place

NAMED = 4
"""How many texts of a language are named; the others are counted."""
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


def lacking(gaps: Iterable[Gap], editions: Iterable[Edition]) -> tuple[Gap, ...]:
    """The gaps in the languages of some editions."""
    languages = {language for edition in editions for language in edition.languages}
    return tuple(gap for gap in gaps if gap.language in languages)


def place_of(gap: Gap) -> Place:
    """Where a text is written."""
    return Place(SCREENS[gap.topic], gap.record)


def _count(gaps: Sequence[Gap], words: Catalog) -> str:
    """How many texts of one language are missing and how many are outdated, in sentences."""
    states = [gap.state for gap in gaps]
    missing, outdated = states.count(TextState.MISSING), states.count(TextState.OUTDATED)
    said = []
    if missing:
        said.append(
            words.ngettext(
                "{n} text is missing; it will be printed in the original language, marked.",
                "{n} texts are missing; they will be printed in the original language, marked.",
                missing,
            ).format(n=missing)
        )
    if outdated:
        said.append(
            words.ngettext(
                "{n} text is older than its original.", "{n} texts are older than their original.", outdated
            ).format(n=outdated)
        )
    return " ".join(said)


def gap_parts(gaps: Sequence[Gap], words: Catalog) -> list[Part]:
    """What a document lacks in one language: how many texts, and links to the first of them."""
    if not gaps:
        return [words.gettext("Every text is there.")]
    links = listed(Link(gap.said_in(words), place_of(gap)) for gap in gaps[:NAMED])
    rest = len(gaps) - NAMED
    around = words.ngettext("{places}, and {n} more", "{places}, and {n} more", rest) if rest > 0 else "{places}"
    before, _, after = around.partition("{places}")
    return [f"{_count(gaps, words)} {before}", *links, after.format(n=rest)]


def detail(gaps: Iterable[Gap], words: Catalog) -> str:
    """A paragraph for each language that lacks something."""
    said = []
    for language in Language:
        of_it = [gap for gap in gaps if gap.language is language]
        if of_it:
            text = "".join(part if isinstance(part, str) else part.text for part in gap_parts(of_it, words))
            pattern = words.pgettext("language and what it lacks", "{language}: {text}")
            said.append(pattern.format(language=NAMES[language], text=text))
    return "\n\n".join(said)
