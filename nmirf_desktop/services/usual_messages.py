"""The usual messages of the organisation, by kind of document and by e-mail or post: read, changed, put back, shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.dispatch_words import OF_MEETING, MessageFacts, worded
from nmirf_desktop.domain.dispatches import Channel, Dispatch
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import STANDING, DocumentKind, IssuedDocument
from nmirf_desktop.domain.letters import ALL_TOGETHER, salutation
from nmirf_desktop.domain.reminders import LAST_DAY
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.usual_messages import SentBy, UsualMessage, as_delivered, check_usual
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.services.sent_before import last_day
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.dispatches import USUAL_MESSAGES
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

EXAMPLE = "0" * 12
"""The fingerprint of an example."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A usual message, and whether it is the organisation's *own* or as delivered."""

    message: UsualMessage
    own: bool


class UsualMessages:
    """The usual messages of a register; *clock* says what time it is."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store, self._clock = store, clock

    def read(self, kind: DocumentKind, by: SentBy) -> Kept:
        """With what a kind of document usually goes out."""
        with self._store.read() as session:
            own = usual_of(session, kind, by)
        return Kept(own or UsualMessage("", kind, by, *as_delivered(kind, by)), own is not None)

    def own(self) -> frozenset[tuple[DocumentKind, SentBy]]:
        """Which of them are the organisation's own."""
        with self._store.read() as session:
            return frozenset((one.kind, one.by) for one in USUAL_MESSAGES.all(session))

    def save(self, kind: DocumentKind, by: SentBy, subject: Trilingual, text: Trilingual) -> None:
        """Keep a usual message; the same words as delivered are none of one's own.

        Raises:
            Problem: a placeholder that is none, or no words at all.
        """
        new = UsualMessage(new_key(), kind, by, subject, text)
        check_usual(new)
        if all(_same(one, other) for one, other in zip((subject, text), as_delivered(kind, by), strict=True)):
            self.put_back(kind, by)
            return
        with self._store.write(N_("change a usual message"), Subject.SETTINGS) as session:
            known = usual_of(session, kind, by)
            USUAL_MESSAGES.save(session, new if known is None else replace(new, key=known.key))

    def put_back(self, kind: DocumentKind, by: SentBy) -> None:
        """Take the delivered message again; nothing is written where it is the one in use."""
        with self._store.read() as session:
            known = usual_of(session, kind, by)
        if known is not None:
            with self._store.write(N_("put the delivered message back"), Subject.SETTINGS) as session:
                USUAL_MESSAGES.remove(session, known.key)

    def preview(self, message: UsualMessage, language: Language) -> tuple[str, str]:
        """Subject and text as somebody would get them: of the last such document and meeting of the register, if any.

        Raises:
            Problem: a placeholder that is none, or no words at all.
        """
        check_usual(message)
        with self._store.read() as session:
            facts = self._facts(session, message.kind, language)
            organisation = facts.organisation
        meeting = facts.meeting.key if facts.meeting is not None else None
        channel = Channel.TO_EACH if message.by.by_mail else Channel.POST
        dispatch = Dispatch(
            "", meeting, channel, self._clock(), organisation.time_zone, "", organisation.email, message.subject,
            message.text,
        )  # fmt: skip
        missing = (*(OF_MEETING if facts.meeting is None else ()), *((LAST_DAY,) if facts.last_day is None else ()))
        dispatch = replace(dispatch, subject=_without(message.subject, missing), text=_without(message.text, missing))
        said, greeting = worded("", dispatch, facts, language), salutation(ALL_TOGETHER, catalog(language))
        return said.subject_to(greeting), said.text_to(greeting)

    def _facts(self, session: Session, kind: DocumentKind, language: Language) -> MessageFacts:
        """What an example says: the last document of its kind, and its meeting, else the last one."""
        organisation = ORGANISATION.get(session, "organisation")
        meetings = () if kind in STANDING else sorted(MEETINGS.all(session), key=lambda one: one.opens_on)
        day = self._store.day_of(self._clock())
        last = max(ISSUED.all(session, kind=kind), key=lambda one: (one.issued_on, one.entry), default=None)
        if last is not None:
            meeting = next((one for one in meetings if one.key == last.meeting), None)
            example = replace(last, language=Edition(language))
            return MessageFacts(
                (example,), meeting, organisation, (last.issued_on,) * 2, last_day(session, (example,), meeting, day)
            )
        meeting = next(reversed(meetings), None)
        symbol = f"{meeting.symbol if meeting is not None else organisation.symbol_prefix}/1"
        example = IssuedDocument("", kind, None, symbol, Edition(language), 1, EXAMPLE, "", "", day, 0, "")
        until = last_day(session, (example,), meeting, day)
        return MessageFacts((example,), meeting, organisation, (day, day), until)


def usual_of(session: Session, kind: DocumentKind, by: SentBy) -> UsualMessage | None:
    """The organisation's own message of a kind of document, where it has one."""
    return next(iter(USUAL_MESSAGES.all(session, kind=kind, by=by)), None)


def _same(one: Trilingual, other: Trilingual) -> bool:
    return all(one[language].strip() == other[language].strip() for language in Language)


def _without(text: Trilingual, missing: Iterable[str]) -> Trilingual:
    """A text in which what nothing can fill in stands as it is typed: braces are read twice, one by one."""
    names = tuple(missing)
    for language in Language:
        said = text[language]
        for name in names:
            said = said.replace(f"{{{name}}}", f"{{{{{{{{{name}}}}}}}}}")
        text = text.with_text(language, said)
    return text
