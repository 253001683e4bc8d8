"""What is not ready for a meeting: the texts by language, each of which leads to its place."""

from collections.abc import Iterable, Sequence

from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.services.readiness import Unready, by_language
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.trilingual import state_word

MARKS = {
    TextState.MISSING: Mark("circle", Tone.BAD),
    TextState.OUTDATED: Mark("circle-alert", Tone.ATTENTION),
    TextState.DRAFT: Mark("circle-dot", Tone.ATTENTION),
    TextState.REVIEWED: Mark("circle-check", Tone.GOOD),
}
"""The shape of each state of a text."""
MOST = 30
"""How many texts are listed before it is said how many more there are."""


def count_line(unready: Sequence[Unready], words: Catalog) -> str:
    """How many texts are not ready, and how many of each language."""
    if not unready:
        return words.gettext("Every text of this meeting is reviewed in three languages.")
    head = words.ngettext("{n} text is not ready", "{n} texts are not ready", len(unready)).format(
        n=words.number(len(unready))
    )
    pattern = words.pgettext("language and how many", "{language} {n}")
    counted = by_language(unready)
    parts = [pattern.format(language=words.language_name(one), n=states.total()) for one, states in counted]
    return words.pgettext("count and its parts", "{head}: {parts}").format(head=head, parts=words.listing(parts))


def rows(unready: Sequence[Unready], words: Catalog) -> tuple[FactRow, ...]:
    """Each text once, with its languages and their states; the gravest gives the shape."""
    texts: dict[tuple[str, str], list[Unready]] = {}
    for one in unready:
        texts.setdefault((one.record, one.where.said_in(words)), []).append(one)
    shown = [_row(where, group, words) for (_, where), group in list(texts.items())[:MOST]]
    if (more := len(texts) - MOST) > 0:
        said = words.ngettext("and {n} more text", "and {n} more texts", more).format(n=words.number(more))
        shown.append(FactRow((said,), muted=True))
    return tuple(shown)


def _row(where: str, group: Sequence[Unready], words: Catalog) -> FactRow:
    gravest = next(state for state in MARKS if any(one.state is state for one in group))
    pattern = words.pgettext("language and state of its text", "{language} {state}")
    note = words.listing(
        pattern.format(language=_short(one.language), state=state_word(one.state, words)) for one in _sorted(group)
    )
    link = Link(where, Place("texts", group[0].text))
    return FactRow((link,), note=note, mark=MARKS[gravest], word=state_word(gravest, words))


def _sorted(group: Iterable[Unready]) -> list[Unready]:
    order = list(Language)
    return sorted(group, key=lambda one: order.index(one.language))


def _short(language: Language) -> str:
    return str(language).upper()
