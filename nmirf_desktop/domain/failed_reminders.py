"""Reminders of the agenda that did not arrive, where nothing shows that the first sending did: to be told beside it.

A reminder that fails undoes no sending, and R39 asks for that; yet who never got one may never have got the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nmirf_desktop.domain.certified import Dispatched
from nmirf_desktop.domain.dispatches import Delivery, Standing
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.i18n import N_, Catalog

FAILED_LATER = N_("(a reminder sent later was reported not delivered)")
NAMED = N_("A reminder was reported not delivered, and nothing acknowledges the first sending: {states}.")

Got = tuple[Dispatched, Delivery]
"""A dispatch, and what somebody got by it."""


def reminder_failed(got: Sequence[Got], *, sent_before: bool = False) -> bool:
    """Whether a reminder of the agenda failed after a sending that counts, and nobody acknowledged any of these.

    *got* is in the order in which it was prepared; *sent_before*: a sending that is not among them counts.
    """
    failed, counts = False, sent_before
    for one, delivery in got:
        if not one.has_agenda:
            continue
        if delivery.standing is Standing.ACKNOWLEDGED:
            return False
        reminds = delivery.recipient.key in one.again
        failed = failed or (counts and reminds and delivery.standing is Standing.FAILED)
        counts = counts or delivery.sent is not None
    return failed


def states_with_failed_reminders(dispatches: Iterable[Dispatched]) -> tuple[StateCode, ...]:
    """The States of which that is so, by all that went to anybody of each."""
    found: dict[StateCode, list[Got]] = defaultdict(list)
    for one in sorted(dispatches, key=lambda known: known.dispatch.prepared_at):
        for delivery in one.deliveries:
            if delivery.recipient.state is not None:
                found[delivery.recipient.state].append((one, delivery))
    return tuple(state for state, got in found.items() if reminder_failed(got))


def beside_margin(margin: str, words: Catalog) -> str:
    """A margin with the remark that a later reminder failed."""
    return f"{margin}\n{words.gettext(FAILED_LATER)}"


def named(states: Iterable[str], words: Catalog) -> str:
    """Of which States a reminder failed, by their names."""
    return words.gettext(NAMED).format(states=words.listing(sorted(states, key=words.sort_key)))
