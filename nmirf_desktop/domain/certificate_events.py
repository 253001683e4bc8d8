"""What a certificate of dispatch tells of a delivery: moment after moment, from its preparation to what came back."""

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.certificate_noted import ADDRESS, AS_ENTERED, HIDDEN
from nmirf_desktop.domain.delivery_words import (
    answered_from,
    in_part,
    is_denial,
    is_judged,
    is_not_forwarded,
    is_receipt,
)
from nmirf_desktop.domain.dispatches import Delivery, DeliveryEvent, Happening
from nmirf_desktop.domain.in_turn import is_misdated, minute
from nmirf_desktop.i18n import N_, NP_, Catalog

HAPPENED: Mapping[Happening, str] = {
    Happening.SENT: N_("{moment}: sent"),
    Happening.FAILED: N_("{moment}: not delivered"),
    Happening.ACKNOWLEDGED: N_("{moment}: receipt acknowledged"),
}
HAPPENED_IN_PART: Mapping[Happening, str] = {
    Happening.SENT: N_("{moment}: sent again to {n} of {all} addresses"),
    Happening.FAILED: N_("{moment}: not delivered at {n} of {all} addresses"),
}
KNOWN_BY: Mapping[Happening, str] = {
    Happening.SENT: NP_("what happened, and by what it is known", "{event} (by the sent copy)"),
    Happening.FAILED: NP_("what happened, and by what it is known", "{event} (by the report)"),
    Happening.ACKNOWLEDGED: NP_("what happened, and by what it is known", "{event} (by the message itself)"),
}
KNOWN_BY_JUDGEMENT = NP_(
    "what happened, and by what it is known", "{event} (as judged by the Secretariat from a message)"
)
HAD_BEEN_SENT = N_("{moment}: had been sent by then")
"""A sending that the report of its failure proves: its moment is that of the report."""
MISDATED = NP_("what happened, and when it was recorded", "{event}, as that message is dated; recorded {moment}")
MISDATED_BY_HAND = NP_("what happened, and when it was recorded", "{event}, as was entered {moment}")
"""Of a moment that contradicts what is recorded."""
TURNS = (Happening.SENT, Happening.FAILED, Happening.ACKNOWLEDGED)
"""In which order what happened in the same minute is told: a clock on a form has no seconds, a message has."""
NOT_FORWARDED = N_("{moment}: not delivered where it was forwarded to")
UNSENT = N_("{moment}: prepared, not recorded as sent")
ACKNOWLEDGED_UNSENT = N_("{moment}: receipt acknowledged, no sending recorded")
ANSWERED_UNSENT = N_("{moment}: receipt acknowledged in an answer to the message, which had been sent by then")

READ = N_("{moment}: read receipt, by the recipient’s program")
READ_UNSENT = N_("{moment}: read receipt, by the recipient’s program, of the message, which had been sent by then")


def moment_said(at: datetime.datetime, words: Catalog, *, day: Callable[[datetime.date], str] | None = None) -> str:
    """A day and a time of day with its distance from UTC; it is the secretariat's own already.

    The day is short, as in a table, unless another way of saying it is given.
    """
    return words.pgettext("day, time and zone of a delivery", "{day}, {time} ({offset})").format(
        day=(day or words.short_date)(at.date()),
        time=words.printed_clock(at.time()),
        offset=words.utc_offset(at.utcoffset() or datetime.timedelta()),
    )


def is_reason(event: DeliveryEvent) -> bool:
    """Whether a remark is somebody's own on a sending, which is its reason (R39): no other one is printed."""
    return event.kind is Happening.SENT and not event.source


def told_in_turn(events: Sequence[DeliveryEvent]) -> tuple[DeliveryEvent, ...]:
    """Events by their minutes, as they are printed; of one minute what was sent, what failed, what was acknowledged.

    What was sent more than once within a minute, or failed between, stays in the order of its moments. Nothing stands
    before the first sending, whatever the clocks say: it follows that.
    """
    minutes = Counter(minute(one.at) for one in events if one.kind is Happening.SENT)
    first = min((one.at for one in events if one.kind is Happening.SENT), default=None)

    def turn(one: DeliveryEvent) -> tuple[datetime.datetime, int, datetime.datetime, datetime.datetime]:
        at, place = minute(one.at if first is None else max(one.at, first)), TURNS.index(one.kind)
        again = minutes[at] > 1 and one.kind is Happening.FAILED and first is not None and first <= one.at
        return at, TURNS.index(Happening.SENT) if again else place, one.at, one.entered_at

    return tuple(sorted(events, key=turn))


def course_said(
    delivery: Delivery, prepared: datetime.datetime, words: Catalog, *, reasons: bool, addresses: bool
) -> list[str]:
    """What happened to a delivery, a line for each moment; where no sending is recorded, that it was *prepared*.

    An acknowledgement is told as what it is and makes no sending of it. Of remarks the *reasons* of a sending of the
    agenda are told, and the *addresses* in them where these were asked for.
    """
    lines = [
        _remarked(_event(event, delivery, prepared, words, addresses=addresses), event, words, addresses=addresses)
        if reasons and is_reason(event)
        else _event(event, delivery, prepared, words, addresses=addresses)
        for event in told_in_turn(delivery.standing_events)
    ]
    if delivery.was_sent:
        return lines
    return [words.gettext(UNSENT).format(moment=moment_said(prepared, words)), *lines]


def _event(
    event: DeliveryEvent, delivery: Delivery, prepared: datetime.datetime, words: Catalog, *, addresses: bool
) -> str:
    """What happened, by what it is known, and from where somebody else answered.

    Where its moment contradicts the log, it is told when it was recorded, too.
    """
    to, sent, moment = delivery.recipient, delivery.was_sent, moment_said(_local(event.at, event), words)
    part, pattern, known = in_part(event, to), HAPPENED[event.kind], _known_by(event)
    if is_not_forwarded(event, to):
        pattern = NOT_FORWARDED
    elif event.kind is Happening.ACKNOWLEDGED and not sent:
        pattern = ANSWERED_UNSENT if event.number else ACKNOWLEDGED_UNSENT
    elif part:
        pattern = HAPPENED_IN_PART.get(event.kind, pattern)
    if is_receipt(event):
        pattern = READ if sent else READ_UNSENT
    if _by_report(event, delivery):
        pattern, known = HAD_BEEN_SENT, KNOWN_BY[Happening.FAILED]
    said = words.gettext(pattern).format(moment=moment, n=words.number(part), all=words.number(len(to.addresses)))
    if event.source and pattern not in (ANSWERED_UNSENT, READ, READ_UNSENT):  # these say by what it is known
        said = words.pgettext("what happened, and by what it is known", known).format(event=said)
    if origin := answered_from(event, to):
        pattern = words.pgettext("what happened, and who answered", "{event}, from another address: {address}")
        said = pattern.format(event=said, address=origin if addresses else HIDDEN)
    if not is_misdated(event, delivery, prepared):
        return said
    pattern = MISDATED if event.source else MISDATED_BY_HAND
    recorded = moment_said(_local(event.entered_at, event), words)
    return words.pgettext("what happened, and when it was recorded", pattern).format(event=said, moment=recorded)


def _known_by(event: DeliveryEvent) -> str:
    """By what it is known: a failure by a server's report, by an answer's own words, or by somebody's judgement."""
    if is_judged(event):
        return KNOWN_BY_JUDGEMENT
    return KNOWN_BY[Happening.ACKNOWLEDGED if is_denial(event) else event.kind]


def _local(at: datetime.datetime, event: DeliveryEvent) -> datetime.datetime:
    return at.astimezone(ZoneInfo(event.zone))


def _by_report(event: DeliveryEvent, delivery: Delivery) -> bool:
    """Whether a sending is known by the report of its failure alone, as no copy of it was seen."""
    own = (one for one in delivery.events if one.kind is Happening.FAILED and one.source == event.source)
    return event.kind is Happening.SENT and bool(event.source) and any(own)


def _remarked(said: str, event: DeliveryEvent, words: Catalog, *, addresses: bool) -> str:
    """What happened, with what was remarked on it, on one line."""
    remark = " ".join((event.note if addresses else ADDRESS.sub(HIDDEN, event.note)).split())
    if not remark:
        return said
    return words.pgettext("event and remark", AS_ENTERED).format(event=said, remark=remark)
