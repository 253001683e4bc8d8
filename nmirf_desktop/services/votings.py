"""The voting of a meeting as the register holds it: votes and the ballots of elections (R25)."""

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.votings import Voting, votings
from nmirf_desktop.storage.elections import BALLOTS, ELECTIONS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import VOTES


def votings_of(session: Session, meeting: Key) -> tuple[Voting, ...]:
    """All voting of a meeting, in the order in which it was opened."""
    elections = ELECTIONS.all(session, meeting=meeting)
    ballots = [ballot for one in elections for ballot in BALLOTS.all(session, election=one.key)]
    return votings(VOTES.all(session, meeting=meeting), elections, ballots)
