"""What of the dispatches still waits for somebody: prepared and not sent, or sent and not delivered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nmirf_desktop.domain.dispatches import Delivery, Function, Happening, Recipient, Standing
from nmirf_desktop.domain.issued import Document, IssuedDocument
from nmirf_desktop.domain.periods import Key

HELD_BY_ONE = frozenset({Function.FOCAL_POINT, Function.MECHANISM, Function.PARTNER})
"""The functions in which one alone is written to: what went to who holds it now waits for nobody before."""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """What still waits for somebody: who was *prepared* for and not sent to, and whom something *failed* to reach.

    What was sent to dead addresses alone failed to reach them, too. What was sent and did not arrive at some of
    several addresses arrived *partly*: it waits for nobody, and is worth a look. Each has the last dispatch first.
    """

    prepared: tuple[Recipient, ...]
    failed: tuple[Recipient, ...]
    partly: tuple[Delivery, ...] = ()

    @property
    def dispatch(self) -> Key:
        """The dispatch to look at first."""
        return (*self.failed, *self.prepared, *(one.recipient for one in self.partly))[0].dispatch


def undelivered(
    log: Mapping[Key, Iterable[Delivery]], enclosed: Mapping[Key, Iterable[IssuedDocument]]
) -> Undelivered | None:
    """What of a log, the last dispatch first, waits for somebody; what was sent again since waits no more.

    It was sent again, too, where a later version of the same documents was, alone or with others; and to somebody else
    who holds the function by then; but not to the same address before the report came that nothing arrives there: that
    may come back yet. Where that went to addresses at which nothing arrives (:func:`.with_dead`), it is
    that which waits.
    """
    later: dict[str, list[tuple[frozenset[Document], Delivery]]] = defaultdict(list)
    waiting: dict[Standing, list[Recipient]] = {Standing.PREPARED: [], Standing.FAILED: []}
    partly: list[Delivery] = []
    for dispatch, several in log.items():
        documents = frozenset(one.document for one in enclosed.get(dispatch, ()))
        deliveries = tuple(several)
        for one in deliveries:
            since = (again for name in names_of(one.recipient) for known, again in later[name] if documents <= known)
            settled = any(_settles(again, one) for again in since)
            standing = Standing.FAILED if one.to_dead and one.standing is Standing.SENT else one.standing
            if standing in waiting and not settled:
                waiting[standing].append(one.recipient)
            elif standing is Standing.SENT and one.missed and not settled:
                partly.append(one)
        for one in deliveries:
            for name in names_of(one.recipient):
                later[name].append((documents, one))
    prepared, failed = tuple(waiting[Standing.PREPARED]), tuple(waiting[Standing.FAILED])
    return Undelivered(prepared, failed, tuple(partly)) if prepared or failed or partly else None


def _settles(again: Delivery, failed: Delivery) -> bool:
    """Whether what went in a later dispatch is that which counts, whatever became of what *failed* before.

    What was sent to the same address before the failure was reported, and has no answer, says nothing against it.
    """
    reports = [one.at for one in failed.standing_events if one.kind is Happening.FAILED]
    if again.standing is not Standing.SENT or not reports:
        return True
    old, new = (frozenset(map(str.casefold, one.recipient.addresses)) for one in (failed, again))
    sent = max(one.at for one in again.standing_events if one.kind is Happening.SENT)
    return sent >= max(reports) or bool(new - old)


def names_of(to: Recipient) -> Sequence[str]:
    """By what somebody is known again in a later dispatch."""
    return (to.whom, to.place) if to.function in HELD_BY_ONE else (to.whom,)
