"""Presence, interventions, proposals, consensus calls, votes, positions and decisions on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.sittings import Intervention, PresenceEvent
from nmirf_desktop.domain.voting import ConsensusCall, Decision, Position, Proposal, Vote, VoteMajority
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows

PRESENCE = Rows("presence", PresenceEvent, meeting=link("meeting", indexed=True), state=of_state())
INTERVENTIONS = Rows(
    "intervention",
    Intervention,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item", indexed=True),
    state=of_state(),
    motion=link("motion"),
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
)
POSITIONS = Rows("position", Position, vote=link("vote", indexed=True), state=of_state())
"""Answers: rows are added, never changed."""
DECISIONS = Rows(
    "decision",
    Decision,
    unique=("year", "number"),
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    proposal=link("proposal"),
    vote=link("vote"),
)
