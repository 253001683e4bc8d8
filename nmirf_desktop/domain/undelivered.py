"""What of the dispatches still waits for somebody: prepared and not sent, or sent and not delivered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.dispatches import Delivery, Standing
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key


@dataclass(frozen=True, slots=True)
class Undelivered:
    """What still waits for somebody: how many were prepared and not sent, how many did not arrive; and a *dispatch*."""

    prepared: int
    failed: int
    dispatch: Key


def undelivered(
    log: Mapping[Key, Iterable[Delivery]], enclosed: Mapping[Key, Iterable[IssuedDocument]]
) -> Undelivered | None:
    """What of a log, the last dispatch first, waits for somebody; what was sent again since waits no more."""
    last: dict[tuple[str, frozenset[Key]], tuple[Key, Delivery]] = {}
    for dispatch, several in log.items():
        files = frozenset(one.key for one in enclosed.get(dispatch, ()))
        for one in several:
            known = last.get((one.recipient.whom, files))
            if known is None or known[1].recipient.attempt < one.recipient.attempt:
                last[one.recipient.whom, files] = dispatch, one
    prepared = [key for key, one in last.values() if one.standing is Standing.PREPARED]
    failed = [key for key, one in last.values() if one.standing is Standing.FAILED]
    return Undelivered(len(prepared), len(failed), (failed or prepared)[0]) if prepared or failed else None
