"""The Committee's own decisions between its meetings, by a dated silence procedure (A11, A12).

A text is put; where no member of the Committee has broken the silence by the last day, it is agreed: by consensus,
never by a vote.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.committees import Committee
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_


class Silence(StrEnum):
    """How a silence procedure stands."""

    RUNNING = "running"
    AGREED = "agreed"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class SilenceProcedure:
    """What is put to the Committee of *term* on a day, and until when (included) its members may speak.

    *meeting* is the meeting whose agenda it agrees, ``None`` where it is about something else. *broken_by* is the State
    that spoke, and *broken_on* the day.
    """

    key: Key
    term: Key
    title: Trilingual
    text: Trilingual
    put_on: datetime.date
    closes_on: datetime.date
    meeting: Key | None = None
    broken_on: datetime.date | None = None
    broken_by: StateCode | None = None
    reason: str = ""

    @property
    def agreed_on(self) -> datetime.date:
        """The day on which it is agreed where nobody breaks the silence: the one after the last."""
        return self.closes_on + datetime.timedelta(days=1)

    def state(self, on: datetime.date) -> Silence:
        """How it stands on a day."""
        if self.broken_on is not None and self.broken_on <= on:
            return Silence.BROKEN
        return Silence.AGREED if on >= self.agreed_on else Silence.RUNNING


PROCEDURE = N_("Silence procedure of the Committee")
RECORD_AGREED = N_("Record that the agenda is agreed")
"""What is to be done once silence on an agenda was kept."""
USUAL_DAYS = 14
"""How long a silence procedure runs by default."""
SILENCE_LABELS = {
    Silence.RUNNING: N_("Silence procedure running"),
    Silence.AGREED: N_("Agreed by silence procedure"),
    Silence.BROKEN: N_("Silence broken"),
}


def proposed_last(put_on: datetime.date, deadline: datetime.date | None = None) -> datetime.date:
    """A11: the last day of a silence: two weeks from the day on which the text was sent to the Committee.

    It is such that an agenda is agreed by the *deadline* for its own sending (R39), ``None`` where there is none.
    """
    usual = put_on + datetime.timedelta(days=USUAL_DAYS)
    return usual if deadline is None else max(put_on, min(usual, deadline - datetime.timedelta(days=1)))


def agenda_cautions(
    procedure: SilenceProcedure, meeting: Meeting | None, deadline: datetime.date | None = None
) -> Iterator[Phrase]:
    """What to know before an agenda is put in silence: that it is agreed already, or would be too late (R38, R39).

    *deadline* is the last day for sending it, as R39 judges it; ``None`` where there is none.
    """
    if meeting is None:
        return
    if meeting.agenda_agreed_on is not None and meeting.agenda_agreed_on != procedure.agreed_on:
        yield Phrase(N_("The agenda of this meeting was agreed on {day} already."), {"day": meeting.agenda_agreed_on})
    if deadline is not None and procedure.agreed_on > deadline:
        yield Phrase(
            N_("The agenda has to be sent by {day} (R39): it would be agreed too late, on {agreed}."),
            {"day": deadline, "agreed": procedure.agreed_on},
        )


def unrecorded(
    procedures: Iterable[SilenceProcedure], meetings: Iterable[Meeting], on: datetime.date
) -> Iterator[tuple[SilenceProcedure, Meeting]]:
    """A11, R38: the agendas on which silence was kept until its last day, and that are not recorded as agreed."""
    known = {one.key: one for one in meetings}
    for one in procedures:
        meeting = known.get(one.meeting or "")
        if meeting is None or one.put_on > on or one.state(on) is not Silence.AGREED:
            continue
        if meeting.agenda_agreed_on is None or meeting.agenda_agreed_on > on:
            yield one, meeting


def check_silence(procedure: SilenceProcedure) -> None:
    """Its days follow each other, and silence is broken while it runs. Raises ``Problem``."""
    if procedure.closes_on < procedure.put_on:
        raise Problem(N_("The last day comes after the day on which the text is put."), field_name="closes_on")
    broken = procedure.broken_on
    if broken is not None and not procedure.put_on <= broken <= procedure.closes_on:
        raise Problem(
            N_("Silence is broken while the procedure runs, on its last day at the latest."), field_name="broken_on"
        )


def check_in_office(procedure: SilenceProcedure, committee: Committee | None) -> None:
    """A11: a text is put to the *committee* of its day, also one that acts on. Raises ``Problem``."""
    if committee is None or committee.term.key != procedure.term:
        raise Problem(
            N_("The Committee of this mandate was not in office on that day: choose another day."), field_name="put_on"
        )


def check_breaker(
    procedure: SilenceProcedure, committee: Committee, states: Mapping[StateCode, State] | None = None
) -> None:
    """A11: who breaks the silence sits in the *committee* that was asked, also once it is over. Raises ``Problem``.

    *states* are those of the day, by which the one that holds no seat is named.
    """
    if procedure.broken_by in committee.states:
        return
    outside = (states or {}).get(procedure.broken_by or "")
    if outside is None:
        raise Problem(
            N_("Choose a member of the Committee: only its members break the silence."), field_name="broken_by"
        )
    raise Problem(
        N_("{state} has no seat in the Committee on that day: only its members break the silence."),
        {"state": outside},
        "broken_by",
    )
