"""What is said where an agenda is sent after the last day for it, before anybody judges it (R39)."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.dispatches import Recipient
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting, notice_applies, notice_deadline
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.i18n import N_, Catalog

LATE = N_("After {deadline}, the last day for sending the agenda (R39): {late}.")


@dataclass(frozen=True, slots=True)
class DaysLate:
    """By how many days a sending is late."""

    days: int

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        return words.ngettext("{n} day late", "{n} days late", self.days).format(n=words.number(self.days))


def late(
    meeting: Meeting | None,
    issued: Iterable[IssuedDocument],
    to: Iterable[Recipient],
    on: datetime.date,
    sent: Collection[AgendaDispatch],
) -> Phrase:
    """*Network Meetings – Agenda*, R39: what is said of sending documents on a day; nothing where it is in time.

    It is said of the agenda of a meeting that goes to a member to whom no sending of those *sent* counts: who was sent
    it before, is not sent it late by getting it again; what was prepared, or did not arrive, was not sent.
    """
    if meeting is None or not notice_applies(meeting):
        return NOTHING_TO_SAY
    deadline = notice_deadline(meeting.opens_on)
    agenda = any(one.kind in AGENDAS and one.meeting == meeting.key for one in issued)
    reached = {one.state for one in sent if one.state is not None or one.audience is Audience.MEMBERS}
    first = None not in reached and any(one.capacity is Capacity.MEMBER and one.state not in reached for one in to)
    if on <= deadline or not agenda or not first:
        return NOTHING_TO_SAY
    return Phrase(LATE, {"deadline": deadline, "late": DaysLate((on - deadline).days)})
