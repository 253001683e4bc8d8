"""What a message that came back shows against what is recorded already: what somebody has to know before it is so."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import DeliveryEvent
from nmirf_desktop.domain.in_turn import REPLIES, out_of_turn
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.mail_shown import Shown

SENT_LATER = N_(
    "As is recorded, it was sent only on {day} at {time}, which is later. If that moment is wrong, take that sending "
    "back and record it at its own; tick this message where both are right."
)


def sent_later(shown: Shown) -> DeliveryEvent | None:
    """The sending on record that is later than a reply to it, which by hand would be refused; ``None`` where none is.

    The same minute is no contradiction, as :func:`.out_of_turn` has it of what a person says.
    """
    if shown.kind not in REPLIES:
        return None
    prepared = shown.line.dispatch.prepared_at
    found = (out_of_turn(one, shown.kind, shown.at, prepared) for one in shown.new)
    return next((one for one in found if one is not None), None)


def beside_the_log(shown: Shown, words: Catalog) -> Iterator[str]:
    """What is to be known of a message by what is recorded of the same deliveries, in sentences."""
    if (later := sent_later(shown)) is not None:
        yield _dated(SENT_LATER, later, shown, words)


def _dated(sentence: str, event: DeliveryEvent, shown: Shown, words: Catalog) -> str:
    """A sentence with the day and the hour of what is recorded, by the clock of the secretariat."""
    at = event.at.astimezone(ZoneInfo(shown.line.dispatch.zone))
    return words.gettext(sentence).format(day=words.date(at.date()), time=words.clock(at))
