"""What a message that came back shows against what is recorded already: what somebody has to know before it is so."""

from collections.abc import Iterator
from enum import Enum, auto
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Happening
from nmirf_desktop.domain.in_turn import REPLIES, minute, out_of_turn
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.mail_shown import Shown

SENT_LATER = N_(
    "As is recorded, it was sent only on {day} at {time}, which is later. If that moment is wrong, take that sending "
    "back and record it at its own; tick this message where both are right."
)
OTHER_HOUR = N_("It is recorded as sent on {day} at {time}, at another hour of the same day: that stays.")
OTHER_DAY = N_(
    "It is recorded as sent on {day} at {time}, which is another day, and the day is what counts. If this copy is "
    "right, take that sending back, and take this message in again."
)
OF_REMINDER = N_(
    "It is about a reminder: what was sent first stands as sent, and its day counts. If that did not arrive, either, "
    "record “It did not arrive” by hand for that, too."
)


class Otherwise(Enum):
    """How a sending is recorded that a sent copy shows at another time."""

    HOUR = auto()
    DAY = auto()


def recorded_otherwise(shown: Shown) -> tuple[Otherwise, DeliveryEvent] | None:
    """The sending on record of which a sent copy, by which nothing is new, shows another time; else ``None``.

    Of several the one of another day goes first, by the clock of the secretariat.
    """
    if shown.kind is not Happening.SENT or shown.new:
        return None
    found = [one for one in (_sent_otherwise(delivery, shown) for delivery in shown.deliveries) if one is not None]
    zone = ZoneInfo(shown.line.dispatch.zone)
    day = shown.at.astimezone(zone).date()
    for one in found:
        if one.at.astimezone(zone).date() != day:
            return Otherwise.DAY, one
    return (Otherwise.HOUR, found[0]) if found else None


def _sent_otherwise(delivery: Delivery, shown: Shown) -> DeliveryEvent | None:
    """The first sending of a delivery, where none has the minute of a sent copy or was read from that."""
    sent = [one for one in delivery.standing_events if one.kind is Happening.SENT]
    if any(one.source == shown.source or minute(one.at) == minute(shown.at) for one in sent):
        return None
    return sent[0] if sent else None


def of_another_day(shown: Shown) -> bool:
    """Whether what a sent copy shows is recorded on another day."""
    found = recorded_otherwise(shown)
    return found is not None and found[0] is Otherwise.DAY


def recorded_before(shown: Shown, words: Catalog) -> str:
    """How a message stands of which nothing is new."""
    match recorded_otherwise(shown):
        case (Otherwise.DAY, _):
            return words.pgettext("message that came back", "Recorded on another day")
        case (Otherwise.HOUR, _):
            return words.pgettext("message that came back", "Recorded before, at another hour")
        case _:
            return words.pgettext("message that came back", "Recorded before")


def sent_later(shown: Shown) -> DeliveryEvent | None:
    """The sending on record that is later than a reply to it, which by hand would be refused; ``None`` where none is.

    The same minute is no contradiction, as :func:`.out_of_turn` has it of what a person says.
    """
    if shown.kind not in REPLIES:
        return None
    prepared = shown.line.dispatch.prepared_at
    found = (out_of_turn(one, shown.kind, shown.at, prepared) for one in shown.new)
    return next((one for one in found if one is not None), None)


def beside_the_log(shown: Shown, words: Catalog, *, done: bool = False) -> Iterator[str]:
    """What is to be known of a message by what is recorded of the same deliveries, in sentences.

    Of what is *done* nothing is asked any more.
    """
    if not done and (later := sent_later(shown)) is not None:
        yield _dated(SENT_LATER, later, shown, words)
    if (other := recorded_otherwise(shown)) is not None:
        yield _dated(OTHER_DAY if other[0] is Otherwise.DAY else OTHER_HOUR, other[1], shown, words)
    again = shown.line.again
    if shown.kind is Happening.FAILED and any(one.recipient.key in again for one in shown.deliveries):
        yield words.gettext(OF_REMINDER)


def _dated(sentence: str, event: DeliveryEvent, shown: Shown, words: Catalog) -> str:
    """A sentence with the day and the hour of what is recorded, by the clock of the secretariat."""
    at = event.at.astimezone(ZoneInfo(shown.line.dispatch.zone))
    return words.gettext(sentence).format(day=words.date(at.date()), time=words.clock(at))
