"""In which turn a first sending and its reminder go, which are two dispatches of the same documents.

A message that reminds says when the documents were first transmitted: that was before it, and before what answers it.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Happening
from nmirf_desktop.domain.followed import OnRecord
from nmirf_desktop.domain.in_turn import CLOCKS, first_sent, minute


@dataclass(frozen=True, slots=True)
class Beside:
    """Another delivery of one of the same documents to the same, and when its dispatch was *prepared*."""

    delivery: Delivery
    prepared: datetime.datetime

    @property
    def began(self) -> DeliveryEvent | None:
        """The first that is recorded of it: it had been sent by then."""
        return next(iter(self.delivery.standing_events), None)


def was_on_record(delivery: Delivery, at: datetime.datetime) -> bool:
    """Whether a sending of a delivery was on record at a moment, whatever was taken back since."""
    back = {one.about: one.entered_at for one in delivery.events if one.kind is Happening.TAKEN_BACK}
    sent = (one for one in delivery.events if one.kind is Happening.SENT)
    return any(OnRecord(one.entered_at, back.get(one.key)).was(at) for one in sent)


def after_reminder(
    delivery: Delivery, at: datetime.datetime, others: Collection[Beside], *, shown: bool = False
) -> DeliveryEvent | None:
    """What is recorded of a reminder of a delivery, were this first sent *at* a later moment; ``None`` where it can be.

    It reminds of this delivery where it was prepared after this one, and a sending of this one was on record then. What
    is sent once more may be later, and so may be the first sending where another one before the reminder stands. Of
    what a message shows (*shown*) it may be later by as much as the clocks of two machines are apart.
    """
    slack = CLOCKS if shown else datetime.timedelta()
    if first_sent(delivery) is not None:
        return None
    for other in others:
        began = other.began
        if began is None or not _reminds_of(other, delivery):
            continue
        until = max(began.at, other.prepared)
        if minute(at - slack) > minute(until) and not _another(other, delivery, others, until):
            return began
    return None


def before_first(
    delivery: Delivery, prepared: datetime.datetime, at: datetime.datetime, others: Iterable[Beside]
) -> DeliveryEvent | None:
    """The first sending of which a delivery reminds that was *prepared* then, were something of it earlier, *at* that.

    ``None`` where it can be: one sending at least was before it, or none of them stands.
    """
    own = Beside(delivery, prepared)
    sent = [first_sent(one.delivery) for one in others if _reminds_of(own, one.delivery)]
    there = sorted((one for one in sent if one is not None), key=lambda one: one.at)
    return there[0] if there and minute(at) < minute(there[0].at) else None


def _reminds_of(other: Beside, delivery: Delivery) -> bool:
    later = other.delivery.recipient.attempt > delivery.recipient.attempt
    return later and was_on_record(delivery, other.prepared)


def _another(reminder: Beside, delivery: Delivery, others: Iterable[Beside], until: datetime.datetime) -> bool:
    """Whether another sending than a delivery's stands before a reminder, which may be what it reminds of."""
    for one in others:
        sent = first_sent(one.delivery)
        earlier = one.delivery.recipient.attempt < reminder.delivery.recipient.attempt
        if earlier and one.delivery.recipient.key != delivery.recipient.key and sent is not None and sent.at <= until:
            return True
    return False
