"""The circulation of minutes, and their approval: as the period for corrections ended, or by a later meeting's item."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import Numbered, Purpose, numbered
from nmirf_desktop.domain.correction_requests import check_none_open
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.known_matters import minutes_origin
from nmirf_desktop.domain.meetings import Meeting, previous_meeting
from nmirf_desktop.domain.minutes import Approval, ApprovalWay, Circulation, Minutes, MinutesState, check_open
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import as_of
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import going_on, place_of
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attributions import check_told
from nmirf_desktop.services.correction_requests import numbered as numbers_of
from nmirf_desktop.services.electorate import day_of
from nmirf_desktop.services.foreseen_minutes import follow_approval
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS, SITTINGS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS, approved
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

NOT_CIRCULATED = N_("Circulate the minutes first: members correct their own statements before minutes are approved.")
TOO_EARLY = N_(
    "Members may ask for corrections until {until}, that day included: minutes are deemed approved from the day after."
)
BEFORE_CIRCULATION = N_("These minutes were circulated on {circulated}: give that day or a later one.")
NOT_OPENED = N_(
    "No sitting of the meeting was opened, and its last day, {last}, is not past. Nothing was circulated; circulate "
    "its minutes when there is something that they tell."
)
BEFORE_MEETING = N_(
    "The meeting opens on {first}. Nothing was circulated; give a day on which it had begun, or, where it was held "
    "earlier, set its days in Meetings."
)
NOTHING_TO_SEND = N_("These minutes have no paragraph: draft them from the record, or write them, before they go out.")
NOT_ENDED = N_(
    "The meeting has not ended; nothing was circulated. Minutes go out when its sittings are closed, or after {last}: "
    "close one that is open with F9 in Session, and remove those that were never opened, all at once, in Meetings."
)
BEFORE_CLOSE = N_(
    "The last sitting closed on {closed}. Nothing was circulated; give that day or a later one: before it, nobody "
    "could read how the meeting ended."
)
CLOSES_FIRST = N_("Corrections close after the minutes are circulated.")
SYMBOL_STAYS = N_(
    "The minutes of this meeting are approved under the symbol {symbol}, which their corrigenda bear, too: it stays."
)
DAY_STAYS = N_("This meeting approved minutes on {on}: that day stays one of its days. Nothing was changed.")
NOT_YET = N_("{on} is still to come: give the day on which the minutes were approved.")
GOING_ON = N_(
    "The meeting has not ended. Minutes are approved when its sittings are closed, or after {last}: close one that is "
    "open with F9 in Session, and remove those that were never opened, all at once, in Meetings."
)
NOT_ITS_DAYS = N_("{symbol} meets from {first} to {last}: give the day of it on which the minutes were approved.")
NOT_ITS_DAY = N_("{symbol} meets on {first}: give that day as the one on which the minutes were approved.")
NOT_LINKED = N_("This item is not that of the minutes of this meeting: choose the item under which they were approved.")


@dataclass(frozen=True, slots=True)
class Approving:
    """An item of a later *meeting* under which minutes may be approved; *reached* once the room came to it."""

    meeting: Meeting
    item: Numbered
    reached: bool = False


def check_circulation(session: Session, minutes: Minutes, circulation: Circulation, today: datetime.date) -> None:
    """(silent; United Nations practice) refuse in words what cannot go to the members, or could not on that day.

    Raises:
        Problem: the day lies ahead, before the meeting or the version before, or after the last day for corrections.
        Refusal: nothing was held yet, there is no paragraph, or the minutes are approved.
    """
    check_open(minutes)
    on, meeting = circulation.on, MEETINGS.get(session, minutes.meeting)
    check_happened(on, today, "on")
    if circulation.corrections_until < on:
        raise Problem(CLOSES_FIRST, field_name="corrections_until")
    if on < meeting.opens_on:
        raise Problem(BEFORE_MEETING, {"first": meeting.opens_on}, "on")
    if minutes.circulated_on is not None and on < minutes.circulated_on:
        raise Problem(BEFORE_CIRCULATION, {"circulated": minutes.circulated_on}, "on")
    opened = any(one.opened_at is not None for one in SITTINGS.all(session, meeting=meeting.key))
    if not opened and on <= meeting.closes_on:
        raise Refusal(NOT_OPENED, {"last": meeting.closes_on})
    if not any(one.text for one in PARAGRAPHS.all(session, minutes=minutes.key)):
        raise Refusal(NOTHING_TO_SEND)


def check_ended(session: Session, store: Store, minutes: Minutes, on: datetime.date, today: datetime.date) -> None:
    """(silent; United Nations practice) refuse minutes that would go out before their meeting has ended.

    A day that is past may be noted later, from that on which the last sitting closed, where it was held or where the
    secretariat counts its days.

    Raises:
        Problem: the day is before that on which the last sitting closed.
        Refusal: the meeting goes on *today*.
    """
    meeting = MEETINGS.get(session, minutes.meeting)
    sittings = tuple(SITTINGS.all(session, meeting=meeting.key))
    if going_on(meeting, sittings, today):
        raise Refusal(NOT_ENDED, {"last": meeting.closes_on})
    last = max((one.closed_at for one in sittings if one.closed_at is not None), default=None)
    closed = None if last is None else min(store.day_of(last), day_of(meeting, last))
    if closed is not None and on < closed:
        raise Problem(BEFORE_CLOSE, {"closed": closed}, "on")


def circulate(session: Session, minutes: Minutes, circulation: Circulation, listed: str) -> Minutes:
    """Minutes go to the members, for the first time or as a revised version; *listed* is the digest of participants."""
    new = replace(
        minutes, state=MinutesState.CIRCULATED, circulated_on=circulation.on,
        corrections_until=circulation.corrections_until, prevailing=circulation.prevailing,
        participants_sent=listed,
    )  # fmt: skip
    MINUTES.save(session, new)
    return new


def check_kept(session: Session, before: Meeting, now: Meeting) -> None:
    """(silent) a meeting keeps the symbol of its approved minutes, and the days on which it approved others.

    Raises:
        Problem: it is to have another symbol, or days without one of these.
    """
    if now.symbol != before.symbol and approved(session, now.key):
        raise Problem(SYMBOL_STAYS, {"symbol": before.symbol}, "symbol")
    if (now.opens_on, now.closes_on) == (before.opens_on, before.closes_on):
        return
    items = {one.key for one in ITEMS.all(session, meeting=now.key)}
    for on in (one.approved_on for one in MINUTES.all(session) if one.item in items):
        if on is not None and not now.opens_on <= on <= now.closes_on:
            raise Problem(DAY_STAYS, {"on": on}, "opens_on")


def check_approval(
    session: Session, states: States, minutes: Minutes, approval: Approval, today: datetime.date
) -> None:
    """(silent; United Nations practice) refuse in words what cannot be the approval of some minutes on a day."""
    check_open(minutes)
    on = approval.on
    if minutes.state is not MinutesState.CIRCULATED:
        raise Refusal(NOT_CIRCULATED)
    if on > today:
        raise Problem(NOT_YET, {"on": on}, field_name="on")
    if minutes.circulated_on is not None and on < minutes.circulated_on:
        raise Problem(BEFORE_CIRCULATION, {"circulated": minutes.circulated_on}, "on")
    if approval.item is not None:
        _check_item(session, minutes, approval)
    elif minutes.corrections_until is not None and on <= minutes.corrections_until:
        raise Refusal(TOO_EARLY, {"until": minutes.corrections_until})
    meeting = MEETINGS.get(session, minutes.meeting)
    if going_on(meeting, SITTINGS.all(session, meeting=meeting.key), on):
        raise Refusal(GOING_ON, {"last": meeting.closes_on})
    requests = CORRECTION_REQUESTS.all(session, minutes=minutes.key)
    numbers = numbers_of(PARAGRAPHS.all(session, minutes=minutes.key))
    check_none_open(requests, numbers, states.on(as_of(meeting)))
    check_told(session, states, minutes)


def _check_item(session: Session, minutes: Minutes, approval: Approval) -> None:
    found = next((one for one in items_for(session, minutes) if one.item.item.key == approval.item), None)
    if found is None:
        raise Problem(NOT_LINKED, field_name="item")
    first, last = found.meeting.opens_on, found.meeting.closes_on
    if not first <= approval.on <= last:
        message = NOT_ITS_DAY if first == last else NOT_ITS_DAYS
        raise Problem(message, {"symbol": found.meeting.symbol, "first": first, "last": last}, "on")


def approve(session: Session, minutes: Minutes, approval: Approval) -> Minutes:
    """Approve minutes, and let the agendas that are to take note of them say so."""
    way = ApprovalWay.DEEMED if approval.item is None else ApprovalWay.MEETING
    new = replace(minutes, state=MinutesState.APPROVED, approved_on=approval.on, way=way, item=approval.item)
    MINUTES.save(session, new)
    follow_approval(session, new)
    return new


def items_for(session: Session, minutes: Minutes) -> tuple[Approving, ...]:
    """The items of later meetings that name some minutes, the first meeting first."""
    return tuple(_items_for(session, minutes))


def _items_for(session: Session, minutes: Minutes) -> Iterator[Approving]:
    meetings = sorted(MEETINGS.all(session), key=lambda one: (one.opens_on, one.symbol))
    own, origin = MEETINGS.get(session, minutes.meeting), minutes_origin(minutes.meeting)
    for meeting in meetings:
        if meeting.opens_on < own.closes_on or meeting.key == own.key:
            continue
        before = previous_meeting(meetings, meeting)
        items = numbered(ITEMS.all(session, meeting=meeting.key))
        for one in items:
            foreseen = one.item.purpose is Purpose.PREVIOUS_MINUTES and before is not None and before.key == own.key
            if origin in one.item.origins or foreseen:
                yield Approving(meeting, one, _reached(session, meeting, [each.item.key for each in items], one))


def _reached(session: Session, meeting: Meeting, order: list[Key], one: Numbered) -> bool:
    """Whether the room came to an item, or to one behind it."""
    sittings = tuple(sorted(SITTINGS.all(session, meeting=meeting.key), key=lambda each: each.number))
    place = place_of(sittings)
    return place in order and order.index(place) >= order.index(one.item.key)
