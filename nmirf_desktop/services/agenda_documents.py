"""Documents that the annual meeting has before it under the review of activities and the future directions (R37)."""

import datetime
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import ANNUAL_PURPOSES, AgendaItem
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.services.agenda_versions import check_item
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.session import Session


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What is said (marked constants) where no annual meeting is planned, or where it has *no item* for the document.

    *there* is said where the document stands under these items already.
    """

    no_meeting: str
    no_item: str
    there: str


def next_annual(session: Session, on: datetime.date) -> Meeting | None:
    """The next annual meeting that is not over on a day."""
    coming = [one for one in MEETINGS.all(session) if one.kind is MeetingKind.ANNUAL and one.closes_on >= on]
    return min(coming, key=lambda one: (one.opens_on, one.key), default=None)


def reviewing(session: Session, meeting: Key) -> list[AgendaItem]:
    """The items of a meeting for the review of activities and for future directions."""
    return [one for one in ITEMS.all(session, meeting=meeting) if one.purpose in ANNUAL_PURPOSES]


def put_under_review(
    session: Session, symbol: str, on: datetime.date, why_not: WhyNot
) -> tuple[Meeting, tuple[AgendaItem, ...]]:
    """Name a document, by its symbol, under these items of the next annual meeting; that meeting and its items.

    Raises:
        Problem: no annual meeting is planned, its agenda has neither item, or both name it already.
        Refusal: the agenda is adopted.
    """
    meeting = next_annual(session, on)
    if meeting is None:
        raise Problem(why_not.no_meeting)
    named, items = {"symbol": meeting.symbol}, reviewing(session, meeting.key)
    if not items:
        raise Problem(why_not.no_item, named)
    without = [one for one in items if symbol not in one.documents]
    if not without:
        raise Problem(why_not.there, named)
    changed = tuple(replace(one, documents=(*one.documents, symbol)) for one in without)
    for one in changed:
        check_item(session, one)
        ITEMS.save(session, one)
    return meeting, changed
