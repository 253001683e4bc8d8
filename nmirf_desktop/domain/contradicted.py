"""What a report says against an acknowledgement: that it did not arrive, at an address of somebody who has it."""

from collections.abc import Collection

from nmirf_desktop.domain.dispatches import Delivery, Happening, Standing


def contradicted(delivery: Delivery, addresses: Collection[str]) -> bool:
    """Whether a report of a failure at some of several *addresses*, or at all, is new of what was acknowledged.

    It stands as acknowledged all the same: what a person or a program of the recipient says, arrived by some way.
    """
    if delivery.standing is not Standing.ACKNOWLEDGED:
        return False
    if addresses:
        return not set(addresses) <= {*delivery.missed, *delivery.not_forwarded}
    last = delivery.last_way
    return last is None or last.kind is not Happening.FAILED
