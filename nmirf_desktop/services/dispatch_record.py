"""The record of a meeting's dispatches as a list: a row for everything that happened to what went to each recipient."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.certificate_noted import ADDRESS
from nmirf_desktop.domain.delivery_words import function_of, happening_said, note_said, way_of_reminder
from nmirf_desktop.domain.dispatches import (
    CHANNEL_LABELS,
    STANDING_LABELS,
    Delivery,
    DeliveryEvent,
    Standing,
)
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.states import State
from nmirf_desktop.exchange.spreadsheet import Cell, ListSheet
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.deliveries import Line

TITLE = N_("Record of dispatches")
BY = N_("Entered by")
HEADINGS = (
    N_("Prepared at"), N_("Channel"), N_("Documents"), N_("SHA-256"), N_("State"), N_("Name"), N_("Function"),
    N_("Language"), N_("Address"), N_("What happened"), N_("Happened at"), N_("Entered at"), BY,
    N_("Remark"), N_("SHA-256 of the message that shows it"),
)  # fmt: skip


def record_sheet(
    lines: Iterable[Line], states: Mapping[StateCode, State], words: Catalog, *, addresses: bool
) -> ListSheet:
    """The record in a language, the earliest dispatch first; *addresses* are in it only where they are asked for.

    Its recipients are States in the order of the language, then partners. Where nobody said of any entry in which
    function they made it, there is no column for that. What was taken back stands in it and is called so, as in the
    log, and what takes it back says what that was and when. A reminder is called one.
    """

    def order(delivery: Delivery) -> tuple[bool, str]:
        state = states.get(delivery.recipient.state or "")
        return state is None, words.sort_key(delivery.recipient.name if state is None else state.said_in(words))

    rows = tuple(
        row
        for line in sorted(lines, key=lambda one: (one.dispatch.prepared_at, one.dispatch.key))
        for delivery in sorted(line.deliveries, key=order)
        for row in _rows(line, delivery, states, words, addresses=addresses)
    )
    left_out = {HEADINGS.index(BY)} if all(row[HEADINGS.index(BY)] == "" for row in rows) else set[int]()
    rows = tuple(tuple(cell for place, cell in enumerate(row) if place not in left_out) for row in rows)
    headings = tuple(words.gettext(one) for place, one in enumerate(HEADINGS) if place not in left_out)
    return ListSheet(words.gettext(TITLE), headings, rows, words.language)


def _rows(
    line: Line, delivery: Delivery, states: Mapping[StateCode, State], words: Catalog, *, addresses: bool
) -> Iterator[tuple[Cell, ...]]:
    to, dispatch = delivery.recipient, line.dispatch
    files = files_for(to.reads, line.issued)
    state = states.get(to.state or "")
    address = ("; ".join(to.addresses) or " / ".join(to.postal.split("\n"))) if addresses else ""
    channel = words.gettext(CHANNEL_LABELS[dispatch.channel])
    if line.counted.reminds:
        channel = way_of_reminder(channel, words)
    who: tuple[Cell, ...] = (
        _moment(dispatch.prepared_at, dispatch.zone), channel,
        "; ".join(f"{one.symbol} v{one.version} {one.language.upper()}" for one in files),
        "; ".join(one.sha256 for one in files), "" if state is None else state.said_in(words), to.name,
        words.gettext(function_of(to)), words.language_name(to.reads), address,
    )  # fmt: skip
    if not delivery.events:
        yield (*who, words.gettext(STANDING_LABELS[Standing.PREPARED]), "", "", dispatch.author, "", "")
    for event in delivery.events:
        yield (*who, _happened(event, delivery, words), *_event(event, words, addresses=addresses))


def _happened(event: DeliveryEvent, delivery: Delivery, words: Catalog) -> str:
    """What happened; of what was taken back that it was, and of what takes back what, and its moment."""
    said = happening_said(event, delivery.recipient, words)
    about = next((one for one in delivery.events if one.key == event.about), None)
    if about is not None:
        pattern = words.pgettext("event of a delivery", "Taken back: {what}, {moment}")
        what = happening_said(about, delivery.recipient, words)
        return pattern.format(what=what, moment=_moment(about.at, about.zone))
    if any(one.about == event.key for one in delivery.events):
        return words.pgettext("event of a delivery", "{what}: taken back").format(what=said)
    return said


def _event(event: DeliveryEvent, words: Catalog, *, addresses: bool) -> tuple[Cell, ...]:
    note = note_said(event, words)
    return (
        _moment(event.at, event.zone), _moment(event.entered_at, event.zone), event.author,
        note if addresses else ADDRESS.sub("[…]", note), event.source,
    )  # fmt: skip


def _moment(at: datetime.datetime, zone: str) -> str:
    """A moment with its distance from UTC, where the secretariat counted its days (ISO 8601)."""
    return at.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")
