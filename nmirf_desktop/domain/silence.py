"""The Committee's own decisions between its meetings, by a dated silence procedure (A11, A12).

A text is put; where no member of the Committee has broken the silence by the last day, it is agreed: by consensus,
never by a vote.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.committees import Committee
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
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


SILENCE_LABELS = {
    Silence.RUNNING: N_("Silence procedure running"),
    Silence.AGREED: N_("Agreed by silence procedure"),
    Silence.BROKEN: N_("Silence broken"),
}


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


def check_breaker(procedure: SilenceProcedure, committee: Committee) -> None:
    """A11: who breaks the silence sits in the *committee* that was asked, also once it is over. Raises ``Problem``."""
    if procedure.broken_by not in committee.states:
        raise Problem(
            N_("Choose a member of the Committee: only its members break the silence."), field_name="broken_by"
        )
