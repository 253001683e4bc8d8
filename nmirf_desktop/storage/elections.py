"""Elections, candidates, ballots and what was put right of them, on disk: totals, and nothing of who voted for whom."""

import sqlalchemy as sa

from nmirf_desktop.domain.elections import BallotCorrection, Candidate, Election, ElectionBallot
from nmirf_desktop.storage.base import MADE, link, of_state
from nmirf_desktop.storage.rows import Rows

ELECTIONS = Rows(
    "election",
    Election,
    meeting=link("meeting", indexed=True),
    item=link("agenda_item"),
    call=link("candidature_call"),
)
CANDIDATES = Rows("candidate", Candidate, election=link("election", indexed=True), state=of_state())
BALLOTS = Rows(
    "election_ballot",
    ElectionBallot,
    unique=("election", "number"),
    election=link("election", indexed=True),
    lot_seed=sa.Column(info=MADE),
)
"""One row for each ballot with its totals; there is none for a paper or a voter."""
CORRECTIONS = Rows("ballot_correction", BallotCorrection, ballot=link("election_ballot", indexed=True))
