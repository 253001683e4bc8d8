"""What of an annual review is to be known or completed before it is printed: rows that lead to where it is mended."""

from collections.abc import Iterator, Sequence

from nmirf_desktop.domain.annual_review_before import Lack
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.annual_reviews import Review
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.gap_places import SCREENS, place_of
from nmirf_desktop.ui.links import Link, Part
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

BEFORE_PRINT = N_("Before it is printed")
IN_LANGUAGES = {
    TextState.MISSING: N_("{text}: missing in {languages}"),
    TextState.OUTDATED: N_("{text}: older than its original in {languages}"),
}
ATTENTION = Mark("octagon-alert", Tone.ATTENTION)
MOST = 24
"""So many rows are shown until all are asked for."""


def rows_before_print(review: Review, words: Catalog) -> tuple[FactRow, ...]:
    """What is to be known, then each text with the languages that lack it."""
    return (
        *(FactRow((_known(one, words),), mark=ATTENTION) for one in review.lacks),
        *(FactRow(tuple(parts), mark=ATTENTION) for parts in _texts(review.gaps, words)),
    )


def _known(one: Lack, words: Catalog) -> Part:
    said = one.said.said_in(words)
    if one.texts:
        return Link(said, Place("texts"))
    return said if one.topic is None else Link(said, Place(SCREENS[one.topic], one.record, one.field))


def _texts(gaps: Sequence[Gap], words: Catalog) -> Iterator[list[Part]]:
    """A text and the languages in which it is not ready, each of which leads into its field."""
    texts: dict[tuple[object, ...], list[Gap]] = {}
    for one in gaps:
        texts.setdefault((one.topic, one.record, one.field, one.where.said_in(words), one.state), []).append(one)
    for (*_, where, _state), found in texts.items():
        pattern = words.gettext(IN_LANGUAGES[found[0].state])
        before, _, after = pattern.format(text=where, languages="\0").partition("\0")
        parts: list[Part] = [before]
        for one in found:
            parts += [", "] if len(parts) > 1 else []
            parts.append(Link(words.language_name(one.language), place_of(one)))
        yield [*parts, after] if after else parts
