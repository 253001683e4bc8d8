"""The register of decisions: those of all meetings by year and number, each with what belongs to it."""

import datetime
from dataclasses import dataclass

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.decision_records import adopted_record, decided_since
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, WordingCorrection
from nmirf_desktop.domain.tally import put_right
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import DECISIONS, DECISIONS_GONE


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision with its *meeting*, the *place* of its item, what follows from it, and what was put right.

    *related* names the decisions of its *relations*; *adoption* is that of the record it was in, *on* the day it
    is looked at.
    """

    decision: Decision
    meeting: Meeting
    place: Numbered | None
    actions: tuple[FollowUpAction, ...]
    wordings: tuple[WordingCorrection, ...]
    relations: tuple[DecisionRelation, ...]
    facts: RecordedMeeting
    adoption: RecordAdoption | None
    on: datetime.date

    @property
    def name(self) -> str:
        """The number with its year: "2027/1"."""
        return decision_name(self.decision)

    @property
    def vote_put_right(self) -> bool:
        """Whether the record of the vote by which it was adopted was put right after the announcement (R27)."""
        vote = next((one for one in self.facts.votes if one.key == self.decision.vote), None)
        if vote is None:
            return False
        recounted = any(one.vote == vote.key for one in self.facts.totals_corrections)
        return recounted or bool(put_right(vote, self.facts.voted(vote)))

    @property
    def open_actions(self) -> int:
        """How many of its follow-up actions are not done."""
        return sum(one.done_on is None for one in self.actions)


@dataclass(frozen=True, slots=True)
class NumberNotUsed:
    """A number of a decision that is none any more, of a meeting."""

    name: str
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The register of decisions on a day: the *lines*, the latest first, and the numbers that no decision has."""

    lines: tuple[DecisionLine, ...]
    not_used: tuple[NumberNotUsed, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which there are decisions, the latest first."""
        return tuple(sorted({one.decision.year for one in self.lines}, reverse=True))


class DecisionRegister:
    """All decisions of a register."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def view(self, on: datetime.date) -> RegisterView:
        """The decisions that were adopted by a day, the latest first."""
        with self._store.read() as session:
            known = [one for one in DECISIONS.all(session) if one.adopted_on <= on]
            gone_from = [one.stood.meeting for one in DECISIONS_GONE.all(session)]
            meetings = dict.fromkeys((*(one.meeting for one in known), *gone_from))
            held = [self._read(session, key) for key in meetings]
        lines = [_line(one, facts, on) for facts in held for one in facts.decisions if one.adopted_on <= on]
        lines.sort(key=lambda one: (one.decision.year, one.decision.number), reverse=True)
        gone = sorted(((name, facts) for facts in held for name in facts.numbers_gone.values()), key=lambda one: one[0])
        return RegisterView(tuple(lines), tuple(NumberNotUsed(name, facts.meeting) for name, facts in gone))

    def _read(self, session: Session, key: Key) -> RecordedMeeting:
        return read_meeting(session, key, self._states)


def _line(decision: Decision, facts: RecordedMeeting, on: datetime.date) -> DecisionLine:
    adoption = adopted_record(facts.record_adoptions)
    if adoption is not None and decided_since(decision, facts, adoption):
        adoption = None
    key = decision.key
    return DecisionLine(
        decision,
        facts.meeting,
        next((one for one in facts.agenda if one.item.key == decision.item), None),
        tuple(one for one in facts.actions if one.decision == key),
        tuple(sorted((one for one in facts.wordings if one.decision == key), key=lambda one: (one.at, one.key))),
        tuple(one for one in facts.relations if key in (one.decision, one.other)),
        facts,
        adoption,
        on,
    )
