"""In which turn things happen to a delivery: it is sent, and then it fails or is acknowledged.

The clocks of two machines may be apart, and a form has no seconds: what is of the same minute is in turn.
"""

import datetime
from collections.abc import Collection

from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Happening

CLOCKS = datetime.timedelta(minutes=15)
"""So far the clocks of two machines may be apart."""
REPLIES = frozenset({Happening.FAILED, Happening.ACKNOWLEDGED})
"""What follows a sending: nothing fails or is acknowledged that was not sent by then."""


def minute(at: datetime.datetime) -> datetime.datetime:
    """A moment without its seconds."""
    return at.replace(second=0, microsecond=0)


def first_sent(delivery: Delivery) -> DeliveryEvent | None:
    """The first sending on record; ``None`` where there is none."""
    return next((one for one in delivery.standing_events if one.kind is Happening.SENT), None)


def first_reply(delivery: Delivery) -> DeliveryEvent | None:
    """The first that is recorded of a delivery of which no sending is: it had been sent by then."""
    if delivery.was_sent:
        return None
    return next((one for one in delivery.standing_events if one.kind in REPLIES), None)


def out_of_turn(
    delivery: Delivery, kind: Happening, at: datetime.datetime, prepared: datetime.datetime, *, shown: bool = False
) -> DeliveryEvent | None:
    """What is recorded that cannot be, were that of a *kind* to have happened *at* a moment; ``None`` where it can.

    That is the reply before the first sending, or the sending after what somebody says of it. What is dated before it
    was *prepared* came after that. Of what a message shows (*shown*) a sending may be later by as much as the clocks of
    two machines are apart; its other dates are believed, and told as the message's own.
    """
    if kind is Happening.SENT:
        reply, slack = first_reply(delivery), CLOCKS if shown else datetime.timedelta()
        late = reply is not None and minute(at - slack) > minute(max(reply.at, prepared))
        return reply if late else None
    sent = first_sent(delivery)
    early = sent is not None and not shown and minute(at) < minute(sent.at)
    return sent if early else None


def before_replies(
    several: Collection[Delivery], prepared: datetime.datetime
) -> tuple[datetime.datetime, DeliveryEvent] | None:
    """A moment before the first reply to some deliveries of which no sending is recorded, and that reply.

    It is a minute before, and never before these were *prepared*; ``None`` where nobody replied.
    """
    replies = [one for one in map(first_reply, several) if one is not None]
    if not replies:
        return None
    first = min(replies, key=lambda one: one.at)
    return max(minute(first.at) - datetime.timedelta(minutes=1), prepared), first


def is_misdated(event: DeliveryEvent, delivery: Delivery, prepared: datetime.datetime) -> bool:
    """Whether the moment of an event contradicts the log: after it was recorded, or before what it follows."""
    if event.at > event.entered_at or minute(event.at) < minute(prepared):
        return True
    sent = first_sent(delivery)
    return event.kind in REPLIES and sent is not None and minute(event.at) < minute(sent.at)
