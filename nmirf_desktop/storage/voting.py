"""Presence, interventions, proposals, consensus calls, votes with their corrections, and decisions on disk."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.decisions_gone import DecisionGone
from nmirf_desktop.domain.lots import FirstDrawn
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.sittings import Attribution, Intervention, PresenceEvent
from nmirf_desktop.domain.voting import Act, Answer, ConsensusCall, Decision, Position, Proposal, Vote, VoteMajority
from nmirf_desktop.storage.base import MADE, link, of_state
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

PRESENCE = Rows("presence", PresenceEvent, meeting=link("meeting", indexed=True), state=of_state())
INTERVENTIONS = Rows(
    "intervention",
    Intervention,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item", indexed=True),
    state=of_state(),
    motion=link("motion"),
    attribution=sa.Column(server_default=Attribution.NAMED),
)
PROPOSALS = Rows(
    "proposal",
    Proposal,
    unique=("meeting", "number"),
    meeting=link("meeting", indexed=True),
    item=link("agenda_item", indexed=True),
    sponsor=of_state(),
    rival=link("proposal"),
    reintroduces=link("proposal"),
)
CONSENSUS_CALLS = Rows(
    "consensus_call",
    ConsensusCall,
    proposal=link("proposal", indexed=True),
    objector=of_state(),
    amendment=link("amendment"),
    part=link("part"),
)
VOTES = Rows(
    "vote",
    Vote,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    proposal=link("proposal", indexed=True),
    drawn=of_state(),
    motion=link("motion"),
    point=link("point_of_order"),
    amendment=link("amendment"),
    part=link("part"),
    text_motion=link("text_motion"),
    majority=sa.Column(server_default=VoteMajority.SIMPLE),
    lot_seed=sa.Column(server_default="", info=MADE),
    stopped_for=sa.Column(server_default=""),
)
DRAWS = Rows(
    "roll_call_draw",
    FirstDrawn,
    meeting=link("meeting", indexed=True),
    state=of_state(),
    lot_seed=sa.Column(info=MADE),
)
"""The lots that the program drew for roll calls; rows are added, never changed."""
POSITIONS = Rows("position", Position, vote=link("vote", indexed=True), state=of_state())
"""Answers: rows are added, never changed."""
TOTALS_CORRECTIONS = Rows("totals_correction", TotalsCorrection, vote=link("vote", indexed=True))
"""What the totals of closed votes without names said before they were put right; rows are added, never changed."""
DECISIONS = Rows(
    "decision",
    Decision,
    unique=("year", "number"),
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    proposal=link("proposal"),
    vote=link("vote"),
)

DECISIONS_GONE = Rows(
    "decision_gone",
    DecisionGone,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    proposal=link("proposal"),
    vote=link("vote"),
)
"""Decisions as they stood until they were taken out; rows are added, never changed."""


def _once() -> sa.Select[tuple[str, ...]]:
    """A row for each vote in which no State has two positions that count: how many gave each answer."""
    one = POSITIONS.table.c
    numbers = (sa.func.count().filter(one.answer == answer).label(answer.value) for answer in Answer)
    return (
        sa.select(one.vote, *numbers)
        .where(one.vote.in_(sa.bindparam("votes", expanding=True)), one.act != Act.INTENDED)
        .group_by(one.vote)
        .having(sa.func.count() == sa.func.count(one.state.distinct()))
    )


_ANSWERED_ONCE = _once()


def answered_once(session: Session, votes: Sequence[Key]) -> dict[Key, Mapping[Answer, int]]:
    """How many gave each answer in those votes in which each State answered once; the others are left out.

    What a delegation had intended is no answer (R27).
    """
    if not votes:
        return {}
    found = session.connection.execute(_ANSWERED_ONCE, {"votes": votes}).mappings()
    return {row["vote"]: {answer: row[answer.value] for answer in Answer} for row in found}
