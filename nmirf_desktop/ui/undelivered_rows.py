"""Rows that tell what of the dispatches waits for somebody, and what did not arrive at each of several addresses."""

from collections.abc import Iterator, Mapping

from nmirf_desktop.domain.dispatches import Delivery, Recipient
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.undelivered import Undelivered
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.links import Link, Part, listed
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import Tone

NAMED = 6
"""How many are named of whom an address failed; of more it is said how many."""


def undelivered_rows(
    waiting: Undelivered | None, states: Mapping[StateCode, State], words: Catalog
) -> Iterator[FactRow]:
    """What did not arrive, what is not recorded as sent, and, as a lesser thing, of whom some addresses failed."""
    if waiting is None:
        return
    failed, prepared = len(waiting.failed), len(waiting.prepared)
    if failed:
        said = words.ngettext("{n} item did not arrive", "{n} items did not arrive", failed)
        link = Link(said.format(n=words.number(failed)), _place_of(waiting.failed[0]))
        yield FactRow((link,), mark=Mark("octagon-alert", Tone.BAD))
    if prepared:
        said = words.ngettext(
            "{n} item is prepared, and not recorded as sent", "{n} items are prepared, and not recorded as sent",
            prepared,
        )  # fmt: skip
        link = Link(said.format(n=words.number(prepared)), _place_of(waiting.prepared[0]))
        yield FactRow((link,), mark=Mark("send", Tone.ATTENTION))
    if waiting.partly:
        head = words.gettext("Not delivered at every address:")
        parts = (f"{head} ", *_partly(waiting, states, words))
        yield FactRow(parts, mark=Mark("mail", Tone.MUTED), muted=True)


def _partly(waiting: Undelivered, states: Mapping[StateCode, State], words: Catalog) -> Iterator[Part]:
    """Each of whom some addresses failed, as a link to what went to it."""
    several = waiting.partly
    yield from listed(Link(_missed(one, states, words), _place_of(one.recipient)) for one in several[:NAMED])
    if (left := len(several) - NAMED) > 0:
        said = words.ngettext("and {n} more", "and {n} more", left).format(n=words.number(left))
        yield from (" ", Link(said, _place_of(several[NAMED].recipient)))


def _missed(one: Delivery, states: Mapping[StateCode, State], words: Catalog) -> str:
    """Who it is, and how many of the addresses failed."""
    to, missed = one.recipient, len(one.missed)
    state = states.get(to.state or "")
    said = words.ngettext("{name} ({n} of {all} addresses)", "{name} ({n} of {all} addresses)", missed)
    name = state.said_in(words) if state is not None else to.name
    return said.format(name=name, n=words.number(missed), all=words.number(len(to.addresses)))


def _place_of(to: Recipient) -> Place:
    """Where a recipient is seen in its dispatch."""
    return Place("distribution", f"{to.dispatch}:{to.key}")
