"""In which turn things happen to a delivery: it is sent, and then it fails or is acknowledged.

The clocks of two machines may be apart, and a form has no seconds: what is of the same minute is in turn.
"""

import datetime
from collections.abc import Collection, Iterable

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


def first_of_replies(several: Iterable[Delivery]) -> DeliveryEvent | None:
    """The first reply to some deliveries of which no sending is recorded; ``None`` where nobody replied."""
    replies = (one for one in map(first_reply, several) if one is not None)
    return min(replies, key=lambda one: one.at, default=None)


def sent_formerly(several: Collection[Delivery], by: datetime.datetime) -> datetime.datetime | None:
    """The moment at which some deliveries had been said to be sent, *by* a moment, until that was taken back.

    ``None`` where it was not the same minute of all of them: nobody has said a moment then that could be that of all.
    """
    moments = {None if one is None else minute(one.at) for one in map(_taken_back, several)}
    moment = moments.pop() if len(moments) == 1 else None
    return moment if moment is not None and moment <= minute(by) else None


def _taken_back(delivery: Delivery) -> DeliveryEvent | None:
    """The sending that was taken back last."""
    gone = {one.about for one in delivery.events if one.kind is Happening.TAKEN_BACK}
    sent = (one for one in delivery.events if one.kind is Happening.SENT and one.key in gone)
    return max(sent, key=lambda one: one.entered_at, default=None)


def is_misdated(event: DeliveryEvent, delivery: Delivery, prepared: datetime.datetime) -> bool:
    """Whether the moment of an event contradicts the log: after it was recorded, or before what it follows."""
    if event.at > event.entered_at or minute(event.at) < minute(prepared):
        return True
    sent = first_sent(delivery)
    return event.kind in REPLIES and sent is not None and minute(event.at) < minute(sent.at)
