"""How the agendas of a history leave the house: to some members each year, whose deliveries end differently."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nmirf_desktop.domain.dispatch_words import MessageFacts, usual_message, worded
from nmirf_desktop.domain.dispatches import (
    Channel,
    DeliveryEvent,
    Dispatch,
    Enclosure,
    Function,
    Happening,
    Recipient,
)
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.usual_messages import SentBy, UsualMessage
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.dispatches import DISPATCH_WORDS, DISPATCHED, ENCLOSURES, EVENTS, RECIPIENTS, USUAL_MESSAGES
from tests.history_told import Saved, Told

WRITTEN_TO = 5


def dispatch(told: Told, meeting: Meeting, issued: Sequence[IssuedDocument], sent: datetime.date) -> None:
    """A dispatch of an agenda on a day: sent, acknowledged by one, not delivered to another, one taken back."""
    at = datetime.datetime.combine(sent, datetime.time(10), datetime.UTC)
    subject, text = usual_message(Channel.BY_LANGUAGE, of_meeting=True)
    going = Dispatch(
        told.key(at),
        meeting.key,
        Channel.BY_LANGUAGE,
        at,
        "UTC",
        "Secretariat",
        "secretariat@example.org",
        subject,
        text,
    )
    recipients = [
        Recipient(
            told.key(at), going.key, Capacity.MEMBER, Function.FOCAL_POINT, "Focal point", Language.EN, code,
            person=told.person(code, sent), addresses=(f"{code.lower()}@example.org", "mission@example.org"),
            salutation="Ladies and gentlemen,",
        )
        for code in told.of_kind(MembershipKind.MEMBER, sent)[:WRITTEN_TO]
    ]  # fmt: skip
    enclosed: list[Saved] = [(ENCLOSURES, Enclosure(told.key(at), going.key, one.key)) for one in issued]
    facts = MessageFacts(tuple(issued), meeting, Organisation())
    said: list[Saved] = [(DISPATCH_WORDS, worded(told.key(at), going, facts, one)) for one in Language]
    to: list[Saved] = [(RECIPIENTS, one) for one in recipients]
    if not any(rows is USUAL_MESSAGES for act in told.acts for rows, _ in act.saved):
        own = UsualMessage(told.key(at), DocumentKind.AGENDA, SentBy.MAIL, subject, text)
        told.act(at, "change a usual message", [(USUAL_MESSAGES, own)])
    told.act(at, "prepare a dispatch", [(DISPATCHED, going), *enclosed, *said, *to])
    _happen(told, [one.key for one in recipients], at)


def _happen(told: Told, recipients: Sequence[Key], prepared: datetime.datetime) -> None:
    at = prepared + datetime.timedelta(minutes=20)
    told.act(at, "record a sending", _numbered(_events(told, recipients, Happening.SENT, at)))
    later = at + datetime.timedelta(days=1)
    acknowledged = _events(told, recipients[:2], Happening.ACKNOWLEDGED, later)
    told.act(later, "record an acknowledgement", acknowledged)
    told.act(later, "record that something did not arrive", _events(told, recipients[2:3], Happening.FAILED, later))
    told.act(later, "record that something did not arrive", _in_part(told, recipients[3:4], later))
    back = later + datetime.timedelta(hours=1)
    for _, known in acknowledged[1:]:
        gone = _events(told, recipients[1:2], Happening.TAKEN_BACK, back, known.key)
        told.act(back, "take back what was recorded of a delivery", gone)


def _numbered(saved: Iterable[Saved]) -> list[Saved]:
    """The numbers that a mail system gave."""
    return [
        (rows, replace(one, number=f"<{one.recipient}@mail.example.org>"))
        for rows, one in saved
        if isinstance(one, DeliveryEvent)
    ]


def _in_part(told: Told, recipients: Sequence[Key], at: datetime.datetime) -> list[Saved]:
    """It did not arrive at one of the addresses of some."""
    return [
        (rows, replace(one, addresses=("mission@example.org",)))
        for rows, one in _events(told, recipients, Happening.FAILED, at)
        if isinstance(one, DeliveryEvent)
    ]


def _events(
    told: Told, recipients: Iterable[Key], kind: Happening, at: datetime.datetime, about: Key | None = None
) -> list[Saved]:
    return [
        (EVENTS, DeliveryEvent(told.key(at), one, kind, at, "UTC", at, "Secretariat", about=about))
        for one in recipients
    ]
