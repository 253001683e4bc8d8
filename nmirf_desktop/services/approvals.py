"""The approval of minutes: as the period for corrections ended, or by a later meeting under the item that says so."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import Numbered, Purpose, numbered
from nmirf_desktop.domain.correction_requests import check_none_open
from nmirf_desktop.domain.known_matters import minutes_origin
from nmirf_desktop.domain.meetings import Meeting, previous_meeting
from nmirf_desktop.domain.minutes import Approval, ApprovalWay, Minutes, MinutesState, check_open
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import as_of
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import going_on, place_of
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attributions import check_told
from nmirf_desktop.services.correction_requests import numbered as numbers_of
from nmirf_desktop.services.foreseen_minutes import follow_approval
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS, SITTINGS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session

NOT_CIRCULATED = N_("Circulate the minutes first: members correct their own statements before minutes are approved.")
TOO_EARLY = N_("Corrections close on {until}, after {on}: approve the minutes when the period has ended.")
NOT_YET = N_("{on} is still to come: give the day on which the minutes were approved.")
GOING_ON = N_(
    "The meeting has not ended: close its sittings first. Minutes are approved when all were held, or after {last}."
)
NOT_ITS_DAYS = N_("{symbol} meets from {first} to {last}: give the day of it on which the minutes were approved.")
NOT_LINKED = N_("This item is not that of the minutes of this meeting: choose the item under which they were approved.")


@dataclass(frozen=True, slots=True)
class Approving:
    """An item of a later *meeting* under which minutes may be approved; *reached* once the room came to it."""

    meeting: Meeting
    item: Numbered
    reached: bool = False


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
    if approval.item is not None:
        _check_item(session, minutes, approval)
    elif minutes.corrections_until is not None and on < minutes.corrections_until:
        raise Refusal(TOO_EARLY, {"until": minutes.corrections_until, "on": on})
    meeting = MEETINGS.get(session, minutes.meeting)
    if going_on(meeting, SITTINGS.all(session, meeting=meeting.key), on):
        raise Refusal(GOING_ON, {"last": meeting.closes_on})
    requests = CORRECTION_REQUESTS.all(session, minutes=minutes.key)
    numbers = numbers_of(PARAGRAPHS.all(session, minutes=minutes.key))
    check_none_open(requests, numbers, states.on(as_of(meeting)))
    check_told(session, states, minutes, numbers)


def _check_item(session: Session, minutes: Minutes, approval: Approval) -> None:
    found = next((one for one in items_for(session, minutes) if one.item.item.key == approval.item), None)
    if found is None:
        raise Problem(NOT_LINKED, field_name="item")
    first, last = found.meeting.opens_on, found.meeting.closes_on
    if not first <= approval.on <= last:
        raise Problem(NOT_ITS_DAYS, {"symbol": found.meeting.symbol, "first": first, "last": last}, "on")


def approved(session: Session, minutes: Minutes, approval: Approval) -> Minutes:
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
