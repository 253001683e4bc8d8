"""Addresses at which something was reported not delivered, and what went there all the same.

Who answers from an address that nothing came has it still. Any other address is dead from such a report on, until
somebody acknowledges what went there, in whichever dispatch, or the same message is recorded as sent to that recipient
again: that is an act of its own (``SENT_AGAIN``), for which somebody looked at the failure.

*Network Meetings – Agenda*, R39, asks for the sending. What another dispatch is recorded as sending to dead addresses
alone counts for nothing until its receipt is acknowledged: who sends to sixty at once has not looked at one of them,
and a server that knew no such mailbox knows none a quarter of an hour later. A report that is not dated before a
sending says nothing of it, as that will have a report of its own. Only dispatches of the same meeting are looked at,
and only e-mail: what comes back by post is known by its addressee.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace

from nmirf_desktop.domain.delivery_words import answered_from, is_denial, is_judged
from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Happening, Standing
from nmirf_desktop.domain.in_turn import first_sent
from nmirf_desktop.domain.periods import Key


def dead_addresses(several: Iterable[Delivery], at: datetime.datetime) -> frozenset[str]:
    """The addresses, in small letters, that were dead by a moment as some deliveries have it."""
    several = tuple(several)
    failed: dict[str, datetime.datetime] = {}
    for one in several:
        last = _last_failure(one)
        if last is not None and _answered_there(last, one):
            continue
        missed = one.recipient.addresses if one.standing is Standing.FAILED else one.missed
        if last is not None and last.at <= at:
            for address in missed:
                known = failed.get(address.casefold(), last.at)
                failed[address.casefold()] = max(known, last.at)
    if not failed:
        return frozenset()
    alive = {
        address.casefold()
        for one in several
        for event in one.standing_events
        for address in one.recipient.addresses
        if event.kind is Happening.ACKNOWLEDGED and failed.get(address.casefold(), at) <= event.at <= at
    }
    return frozenset(failed) - alive


def with_dead(log: Mapping[Key, tuple[Delivery, ...]]) -> Mapping[Key, tuple[Delivery, ...]]:
    """The deliveries of a meeting's dispatches, by these; what went to dead addresses alone is marked so."""
    failed = [one for several in log.values() for one in several if _last_failure(one) is not None]
    if not failed:
        return log
    doubtful = frozenset[str]().union(*map(_addresses, failed))
    near = [one for several in log.values() for one in several if not doubtful.isdisjoint(_addresses(one))]
    dead = {one.recipient.key for one in near if _addresses(one) <= doubtful and _went_to_dead(one, near)}
    return {
        key: tuple(replace(one, to_dead=True) if one.recipient.key in dead else one for one in several)
        for key, several in log.items()
    }


def _went_to_dead(delivery: Delivery, near: Iterable[Delivery]) -> bool:
    """Whether what was first sent in a delivery, and did not fail itself, went to addresses dead before that alone."""
    sent = first_sent(delivery)
    if sent is None or not delivery.recipient.addresses or _last_failure(delivery) is not None:
        return False
    others = (one for one in near if one.recipient.key != delivery.recipient.key)
    return _addresses(delivery) <= dead_addresses(others, sent.at - datetime.timedelta.resolution)


def _addresses(delivery: Delivery) -> frozenset[str]:
    return frozenset(one.casefold() for one in delivery.recipient.addresses)


def _answered_there(failure: DeliveryEvent, delivery: Delivery) -> bool:
    """Whether somebody answered from an address written to that something had not arrived."""
    return (is_denial(failure) or is_judged(failure)) and not answered_from(failure, delivery.recipient)


def _last_failure(delivery: Delivery) -> DeliveryEvent | None:
    """The last report of a failure that was not taken back; most deliveries have none."""
    if all(one.kind is not Happening.FAILED for one in delivery.events):
        return None
    failures = (one for one in reversed(delivery.standing_events) if one.kind is Happening.FAILED)
    return next(failures, None)
