"""The agenda as a list: numbers of the reader's language, titles indented by their level."""

from nmirf_desktop.domain.agenda import ACTION_LABELS, Numbered
from nmirf_desktop.domain.agenda_time import Duration, TimeUse, weakest
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.trilingual import state_word

INDENT = "\N{EM SPACE}\N{EN SPACE}"
"""What a level is worth before a number."""
MARKS = {
    TextState.MISSING: Mark("circle", Tone.BAD),
    TextState.OUTDATED: Mark("circle-alert", Tone.ATTENTION),
    TextState.DRAFT: Mark("circle-dot", Tone.ATTENTION),
    TextState.REVIEWED: Mark("circle-check", Tone.GOOD),
}
"""The shape of the least ready of an item's texts."""


def title_of(one: Numbered, words: Catalog) -> str:
    """An item's title in the reader's language; where it is missing, that is said."""
    return one.item.title[words.language] or words.gettext("(no title in this language)")


def _item(one: Numbered, words: Catalog) -> str:
    title = words.pgettext("item of an agenda", "{number} {title}").format(
        number=one.label(words.language), title=title_of(one, words)
    )
    if one.item.supplementary:
        title = words.gettext("{item} (supplementary)").format(item=title)
    return INDENT * one.level + title


def _action(one: Numbered, words: Catalog) -> str:
    return words.gettext(ACTION_LABELS[one.item.action])


def _time(one: Numbered, words: Catalog) -> str:
    return Duration(one.item.duration).said_in(words) if one.item.duration is not None else ""


def _texts(one: Numbered, words: Catalog) -> str:
    return state_word(weakest(one.item), words)


def _mark(one: Numbered) -> Mark:
    return MARKS[weakest(one.item)]


COLUMNS = (
    Column(N_("Item"), _item, cell=lambda one, words: _item(one, words).lstrip(INDENT), stretch=True),
    Column(N_("Duration"), _time, right=True),
    Column(N_("Texts"), _texts, mark=_mark),
    Column(N_("Expected action"), _action, hidden=True),
)


def time_row(use: TimeUse, meeting: str, words: Catalog) -> FactRow:
    """What the agenda takes of the sittings' time, and by how much it is over-full."""
    count = words.ngettext("{n} item", "{n} items", use.items).format(n=use.items)
    planned, available = use.planned.said_in(words), use.available.said_in(words)
    note = ""
    if use.silent:
        note = words.ngettext(
            "{n} item says no duration.", "{n} items say no duration.", use.silent
        ).format(n=use.silent)  # fmt: skip
    if not use.available.minutes:
        said = words.gettext("{items}, {planned}; no sitting is planned yet.").format(items=count, planned=planned)
        link = Link(words.gettext("Plan the sittings"), Place("meetings", meeting))
        return FactRow((said, " ", link), note=note, mark=Mark("clock", Tone.MUTED))
    if use.over.minutes:
        said = words.gettext("{items}, {planned} of {available}: {over} more than the sittings give").format(
            items=count, planned=planned, available=available, over=use.over.said_in(words)
        )
        return FactRow((said,), note=note, mark=Mark("triangle-alert", Tone.ATTENTION), word=words.gettext("Over-full"))
    said = words.gettext("{items}, {planned} of {available}").format(items=count, planned=planned, available=available)
    return FactRow((said,), note=note, mark=Mark("circle-check", Tone.GOOD), word=words.gettext("It fits."))
