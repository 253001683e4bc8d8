"""What is said where an agenda is sent after the last day for it, before anybody judges it (R39)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.dispatches import Recipient
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import Notice
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.i18n import N_, Catalog

TO_BE_SENT = N_("still to be sent to {n} of {total}")
LATE = N_("After {deadline}, the last day for sending the agenda (R39): {late}.")


@dataclass(frozen=True, slots=True)
class DaysLate:
    """By how many days a sending is late."""

    days: int

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        return words.ngettext("{n} day late", "{n} days late", self.days).format(n=words.number(self.days))


@dataclass(frozen=True, slots=True)
class AgendaDue:
    """The agenda of a *meeting*, with its *notice*: by when it is owed, and to whom of these no sending counts yet."""

    meeting: Key
    notice: Notice


def to_be_sent(notice: Notice) -> Phrase:
    """*Network Meetings – Agenda*, R39, R40: to how many of those to whom an agenda is owed no sending of it counts."""
    return Phrase(TO_BE_SENT, {"n": len(notice.missing), "total": notice.recipients})


def late(due: AgendaDue | None, issued: Iterable[IssuedDocument], to: Iterable[Recipient], on: datetime.date) -> Phrase:
    """*Network Meetings – Agenda*, R39, R40: what is said of sending documents on a day; nothing where it is in time.

    It is said of the agenda that goes to a State to which it is owed and to which no sending of it counts: who was sent
    it before, is not sent it late by getting it again; what was prepared, or did not arrive, was not sent. The last day
    and who is meant are those of the rules and practices in force, as these are judged (:class:`.meetings.Notice`).
    """
    if due is None or on <= due.notice.deadline:
        return NOTHING_TO_SAY
    agenda = any(one.kind in AGENDAS and one.meeting == due.meeting for one in issued)
    if not agenda or not any(one.state in due.notice.missing for one in to):
        return NOTHING_TO_SAY
    return Phrase(LATE, {"deadline": due.notice.deadline, "late": DaysLate((on - due.notice.deadline).days)})
