"""The Declaration, watched: the rules judged on what the register holds."""

import datetime

from nmirf_desktop.domain.compliance import Finding, RegisterFacts, check
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, TERMS
from nmirf_desktop.storage.meetings import DISPATCHES, ITEMS, MEETINGS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.states import ORGANISATION, REGROUPINGS, RENAMINGS, STATES
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, DECISIONS, POSITIONS, PROPOSALS, VOTES


class Compliance:
    """Are we in order, on that date, and why?"""

    def __init__(self, store: Store) -> None:
        self._store = store

    def facts(self) -> RegisterFacts:
        """Everything that the rules are judged on."""
        with self._store.read() as session:
            return RegisterFacts(
                states=STATES.all(session),
                renamings=RENAMINGS.all(session),
                regroupings=REGROUPINGS.all(session),
                memberships=MEMBERSHIPS.all(session),
                communications=COMMUNICATIONS.all(session),
                mechanisms=MECHANISMS.all(session),
                focal_points=FOCAL_POINTS.all(session),
                people=PEOPLE.all(session),
                terms=TERMS.all(session),
                seats=SEATS.all(session),
                coordinations=COORDINATIONS.all(session),
                meetings=MEETINGS.all(session),
                dispatches=DISPATCHES.all(session),
                items=ITEMS.all(session),
                proposals=PROPOSALS.all(session),
                calls=CONSENSUS_CALLS.all(session),
                votes=VOTES.all(session),
                positions=POSITIONS.all(session),
                decisions=DECISIONS.all(session),
                minutes=MINUTES.all(session),
                network=ORGANISATION.get(session, "organisation").network,
            )

    def check(self, on: datetime.date) -> tuple[Finding, ...]:
        """What every rule says on a day."""
        return check(self.facts(), on)
