"""What a document lacks, in words: how many texts of a language are not ready, and where the first of them stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Catalog

TEXTS_NAMED = 4
"""How many texts of a language are named; the others are counted."""


def told(gaps: Sequence[Gap], words: Catalog) -> list[str | Gap]:
    """What one language lacks, in pieces of a text: how many texts, and the first of them in their places.

    What would go out in words that nobody wrote for it comes first: what is missing is marked where it is printed.
    """
    pieces: list[str | Gap] = []
    for alike in _alike(gaps):
        rest = len(alike) - TEXTS_NAMED
        around = words.ngettext("{places}, and {n} more", "{places}, and {n} more", rest) if rest > 0 else "{places}"
        before, _, after = around.partition("{places}")
        named: list[str | Gap] = []
        for gap in alike[:TEXTS_NAMED]:
            named += [", ", gap] if named else [gap]
        between = ". " if pieces else ""
        pieces += [f"{between}{_count(alike, words)} {before}", *named, after.format(n=words.number(rest))]
    return pieces


def _alike(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """Those that lack the same, together: what reads as it was noted, then other words to look at, then the rest."""
    kinds: dict[tuple[bool, bool, bool, TextState], list[Gap]] = {}
    for gap in sorted(gaps, key=lambda gap: (not gap.as_noted, gap.told is None, not gap.quoted)):
        kinds.setdefault((gap.as_noted, gap.told is not None, gap.quoted, gap.state), []).append(gap)
    return list(kinds.values())


def told_in_words(gaps: Sequence[Gap], words: Catalog) -> str:
    """What one language lacks, as one text."""
    return "".join(part if isinstance(part, str) else part.said_in(words) for part in told(gaps, words))


def told_in_short(gaps: Sequence[Gap], words: Catalog) -> str:
    """The same without the words that are meant in each place."""
    return told_in_words([replace(gap, where=_place(gap)) for gap in gaps], words)


def _place(gap: Gap) -> Phrase:
    """Where a text stands, without the words that are meant there."""
    place = gap.where.values.get("text") if gap.as_noted else None
    return place if isinstance(place, Phrase) else gap.where


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
            ).format(n=words.number(missing))
        )
    if outdated:
        said.append(
            words.ngettext(
                "{n} text is older than its original.", "{n} texts are older than their original.", outdated
            ).format(n=words.number(outdated))
        )
    return " ".join((*_of_words(gaps, words), *said))


def _of_words(gaps: Sequence[Gap], words: Catalog) -> Iterator[str]:
    """How many texts are there in words that are to be looked at."""
    if others := sum(gap.told is not None for gap in gaps):
        yield words.ngettext(
            "{n} text is said to be in this language, and its words are of another: write it in its own language "
            "where it stands, or choose the “Language of the note” in Session.",
            "{n} texts are said to be in this language, and their words are of another: write each in its own "
            "language where it stands, or choose the “Language of the note” in Session.",
            others,
        ).format(n=words.number(others))
    if noted := sum(gap.as_noted for gap in gaps):
        yield words.ngettext(
            "{n} paragraph reads as it was noted: write it as minutes say it or, where it is right as it is, mark "
            "it as reviewed.",
            "{n} paragraphs read as they were noted: write them as minutes say it or, where they are right as they "
            "are, mark them as reviewed.",
            noted,
        ).format(n=words.number(noted))
    if quoted := sum(gap.quoted for gap in gaps):
        yield words.ngettext(
            "{n} reason is quoted as it was entered: where that is in another language, write it in this one in the "
            "paragraph of the minutes that quotes it; this document then has it so, too.",
            "{n} reasons are quoted as they were entered: where that is in another language, write each in this one in "
            "the paragraph of the minutes that quotes it; this document then has them so, too.",
            quoted,
        ).format(n=words.number(quoted))
