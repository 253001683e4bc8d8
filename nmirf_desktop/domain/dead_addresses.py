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
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.delivery_words import answered_from, is_denial, is_judged
from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Happening, Standing
from nmirf_desktop.domain.in_turn import first_sent
from nmirf_desktop.domain.periods import Key


@dataclass(frozen=True, slots=True)
class _Course:
    """What is known of an address: when something *failed* there last, by each delivery, and was *acknowledged*."""

    failed: dict[Key, datetime.datetime] = field(default_factory=dict)
    acknowledged: list[datetime.datetime] = field(default_factory=list)

    def is_dead(self, at: datetime.datetime, but: Key = "") -> bool:
        """Whether nothing arrives there by a moment, as other deliveries than one have it."""
        last = max((one for key, one in self.failed.items() if key != but and one <= at), default=None)
        return last is not None and not any(last <= one <= at for one in self.acknowledged)


def dead_addresses(several: Iterable[Delivery], at: datetime.datetime) -> frozenset[str]:
    """The addresses, in small letters, that were dead by a moment as some deliveries have it."""
    return frozenset(address for address, course in _courses(several).items() if course.is_dead(at))


def with_dead(log: Mapping[Key, tuple[Delivery, ...]]) -> Mapping[Key, tuple[Delivery, ...]]:
    """The deliveries of a meeting's dispatches, by these; what went to dead addresses alone is marked so."""
    courses = _courses(one for several in log.values() for one in several)
    if not courses:
        return log
    return {
        key: tuple(replace(one, to_dead=True) if _went_to_dead(one, courses) else one for one in several)
        for key, several in log.items()
    }


def with_dead_of_each(
    log: Mapping[Key, tuple[Delivery, ...]], meetings: Mapping[Key, Key | None]
) -> Mapping[Key, tuple[Delivery, ...]]:
    """As :func:`with_dead`, of the dispatches of several *meetings*, or of none, by their keys and in their order."""
    by: dict[Key | None, dict[Key, tuple[Delivery, ...]]] = {}
    for dispatch, several in log.items():
        by.setdefault(meetings[dispatch], {})[dispatch] = several
    marked = {key: several for own in by.values() for key, several in with_dead(own).items()}
    return {key: marked[key] for key in log}


def _courses(several: Iterable[Delivery]) -> Mapping[str, _Course]:
    """What is known of each address at which something failed."""
    several = tuple(several)
    found: dict[str, _Course] = {}
    for one in several:
        last = _last_failure(one)
        if last is None or _answered_there(last, one):
            continue
        missed = one.recipient.addresses if one.standing is Standing.FAILED else one.missed
        for address in missed:
            found.setdefault(address.casefold(), _Course()).failed[one.recipient.key] = last.at
    for one in several if found else ():
        for address in _addresses(one) & found.keys():
            found[address].acknowledged.extend(
                event.at for event in one.standing_events if event.kind is Happening.ACKNOWLEDGED
            )
    return found


def _went_to_dead(delivery: Delivery, courses: Mapping[str, _Course]) -> bool:
    """Whether what was first sent in a delivery, and did not fail itself, went to addresses dead before that alone."""
    own = _addresses(delivery)
    if not own or not own <= courses.keys() or _last_failure(delivery) is not None:
        return False
    sent = first_sent(delivery)
    if sent is None:
        return False
    before = sent.at - datetime.timedelta.resolution
    return all(courses[one].is_dead(before, delivery.recipient.key) for one in own)


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
