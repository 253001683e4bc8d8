"""With which words the message of a dispatch begins: one's own usual ones, the last that were sent, the delivered."""

import datetime
from collections.abc import Iterable

from nmirf_desktop.domain.dispatch_words import usual_message
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Dispatch
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.reminders import LAST_DAY, SENT_ON, reminder_message, reminding, worded_to_remind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.usual_messages import UsualMessage, first_of, way_of
from nmirf_desktop.services.sent_before import first_sent, last_day
from nmirf_desktop.services.usual_messages import usual_of
from nmirf_desktop.storage.dispatches import DISPATCHED, enclosed_in, reminders_of
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION

Words = tuple[Trilingual, Trilingual]
"""A subject and a text."""


def meeting_of(issued: Iterable[IssuedDocument]) -> Key | None:
    """The meeting of some documents, where it is one and the same."""
    meetings = {one.meeting for one in issued}
    return meetings.pop() if len(meetings) == 1 else None


def first_words(session: Session, issued: tuple[IssuedDocument, ...], channel: Channel) -> Words:
    """Of a message of some documents: the organisation's own, else those of the last dispatch, else as delivered."""
    known = _own(session, issued, channel) or _last_of(session, issued, channel)
    if known is not None:
        return known.subject, known.text
    return usual_message(channel, of_meeting=meeting_of(issued) is not None)


def reminding_words(
    session: Session, dispatch: Dispatch, issued: tuple[IssuedDocument, ...], channel: Channel, on: datetime.date
) -> Words:
    """Of a reminder of a dispatch: the organisation's own, else those as delivered under the subject that was sent.

    A second reminder begins with the words of the first, by the same way.
    """
    beside = beside_usual(session, issued, on)
    own = _own(session, issued, channel, again=True, beside=beside)
    if own is not None:
        return own.subject, own.text
    subject = reminding(dispatch.subject)
    if worded_to_remind(dispatch.subject, dispatch.text) and way_of(channel) is way_of(dispatch.channel):
        return subject, dispatch.text
    return subject, reminder_message(
        by_mail=channel in BY_MAIL, of_meeting=meeting_of(issued) is not None, last_day=LAST_DAY in beside
    )[1]


def beside_usual(session: Session, issued: tuple[IssuedDocument, ...], on: datetime.date) -> tuple[str, ...]:
    """The placeholders of a reminder that can be filled in for some documents on a day."""
    of = meeting_of(issued)
    meeting = MEETINGS.find(session, of) if of is not None else None
    zone = ORGANISATION.get(session, "organisation").time_zone
    there = {
        SENT_ON: first_sent(session, (one.key for one in issued), frozenset(), zone),
        LAST_DAY: last_day(session, issued, meeting, on),
    }
    return tuple(name for name, value in there.items() if value is not None)


def _own(
    session: Session,
    issued: Iterable[IssuedDocument],
    channel: Channel,
    *,
    again: bool = False,
    beside: tuple[str, ...] = (),
) -> UsualMessage | None:
    """The organisation's own message for some documents, where all that it says can be filled in."""
    issued = tuple(issued)
    kind = first_of(one.kind for one in issued)
    found = usual_of(session, kind, way_of(channel, again=again)) if kind is not None else None
    if found is not None and not found.fits(of_meeting=meeting_of(issued) is not None, beside=beside):
        return None
    return found


def _last_of(session: Session, issued: Iterable[IssuedDocument], channel: Channel) -> Dispatch | None:
    """The last dispatch of the same kinds of documents, of a meeting or of none, by e-mail or by post.

    No reminder is: neither what went to anybody to whom it had been sent before, nor what is worded as one.
    """

    def of(documents: Iterable[IssuedDocument]) -> tuple[set[DocumentKind], bool]:
        documents = tuple(documents)
        return {one.kind for one in documents}, meeting_of(documents) is not None

    alike = (one for one in DISPATCHED.all(session) if (one.channel in BY_MAIL) is (channel in BY_MAIL))
    latest = sorted(alike, key=lambda one: one.prepared_at, reverse=True)
    again, wanted = reminders_of(session, None), of(issued)
    own = (one for one in latest if not again.get(one.key) and not worded_to_remind(one.subject, one.text))
    return next((one for one in own if of(enclosed_in(session, one.key)) == wanted), None)
