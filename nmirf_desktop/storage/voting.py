"""Presence, interventions, proposals, votes, positions and decisions on disk."""

import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import Intervention, InterventionKind, PresenceEvent, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import (
    Act,
    Answer,
    ConsensusCall,
    Decision,
    HandCount,
    Method,
    Mode,
    Outcome,
    Position,
    Proposal,
    Vote,
    VoteKind,
)
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.base import Codes, Day, Instant, Record, Word, key_column, trilingual
from nmirf_desktop.storage.rows import Rows


class PresenceRecord(Record):
    """One change in one delegation's presence."""

    __tablename__ = "presence"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"))
    kind: Mapped[PresenceKind] = mapped_column(Word(PresenceKind))
    at: Mapped[datetime.datetime] = mapped_column(Instant)


class InterventionRecord(Record):
    """What was said under an item."""

    __tablename__ = "intervention"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    item: Mapped[Key] = mapped_column(ForeignKey("agenda_item.key"), index=True)
    at: Mapped[datetime.datetime] = mapped_column(Instant)
    state: Mapped[StateCode | None] = mapped_column(ForeignKey("state.iso3"))
    body: Mapped[Trilingual] = trilingual("body")
    kind: Mapped[InterventionKind] = mapped_column(Word(InterventionKind))
    note: Mapped[str]
    language: Mapped[Language] = mapped_column(Word(Language))


class ProposalRecord(Record):
    """A text put to the meeting."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("meeting", "number"),)

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    item: Mapped[Key] = mapped_column(ForeignKey("agenda_item.key"), index=True)
    number: Mapped[int]
    title: Mapped[Trilingual] = trilingual("title")
    text: Mapped[Trilingual] = trilingual("text")
    sponsor: Mapped[StateCode | None] = mapped_column(ForeignKey("state.iso3"))
    withdrawn_at: Mapped[datetime.datetime | None] = mapped_column(Instant)


class ConsensusCallRecord(Record):
    """The Chair asked for objections."""

    __tablename__ = "consensus_call"

    key: Mapped[Key] = key_column()
    proposal: Mapped[Key] = mapped_column(ForeignKey("proposal.key"), index=True)
    at: Mapped[datetime.datetime] = mapped_column(Instant)
    objected: Mapped[bool]
    objector: Mapped[StateCode | None] = mapped_column(ForeignKey("state.iso3"))


class VoteRecord(Record):
    """A vote from its opening to its announcement."""

    __tablename__ = "vote"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    item: Mapped[Key] = mapped_column(ForeignKey("agenda_item.key"))
    kind: Mapped[VoteKind] = mapped_column(Word(VoteKind))
    method: Mapped[Method] = mapped_column(Word(Method))
    question: Mapped[Trilingual] = trilingual("question")
    opened_at: Mapped[datetime.datetime] = mapped_column(Instant)
    entitled: Mapped[tuple[StateCode, ...]] = mapped_column(Codes)
    proposal: Mapped[Key | None] = mapped_column(ForeignKey("proposal.key"), index=True)
    drawn: Mapped[StateCode | None] = mapped_column(ForeignKey("state.iso3"))
    hands: Mapped[HandCount | None] = composite(
        HandCount,
        mapped_column("hands_in_favour", nullable=True),
        mapped_column("hands_against", nullable=True),
        mapped_column("hands_abstaining", nullable=True),
    )
    closed_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
    declared: Mapped[Outcome | None] = mapped_column(Word(Outcome))
    divergence: Mapped[str]


class PositionRecord(Record):
    """One answer of one State: rows are added, never changed."""

    __tablename__ = "position"

    key: Mapped[Key] = key_column()
    vote: Mapped[Key] = mapped_column(ForeignKey("vote.key"), index=True)
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"))
    answer: Mapped[Answer] = mapped_column(Word(Answer))
    at: Mapped[datetime.datetime] = mapped_column(Instant)
    call: Mapped[int]
    act: Mapped[Act] = mapped_column(Word(Act))
    cast_by: Mapped[str]
    reason: Mapped[str]


class DecisionRecord(Record):
    """An adopted text with its number."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("year", "number"),)

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    item: Mapped[Key] = mapped_column(ForeignKey("agenda_item.key"))
    proposal: Mapped[Key] = mapped_column(ForeignKey("proposal.key"))
    year: Mapped[int]
    number: Mapped[int]
    adopted_on: Mapped[datetime.date] = mapped_column(Day)
    mode: Mapped[Mode] = mapped_column(Word(Mode))
    title: Mapped[Trilingual] = trilingual("title")
    text: Mapped[Trilingual] = trilingual("text")
    vote: Mapped[Key | None] = mapped_column(ForeignKey("vote.key"))
    language: Mapped[Language] = mapped_column(Word(Language))


PRESENCE = Rows(PresenceRecord, PresenceEvent)
INTERVENTIONS = Rows(InterventionRecord, Intervention)
PROPOSALS = Rows(ProposalRecord, Proposal)
CONSENSUS_CALLS = Rows(ConsensusCallRecord, ConsensusCall)
VOTES = Rows(VoteRecord, Vote)
POSITIONS = Rows(PositionRecord, Position)
DECISIONS = Rows(DecisionRecord, Decision)
