"""The Declaration, watched: the rules judged on what the register holds."""

import datetime

from nmirf_desktop.domain.compliance import Evidence, Finding, FindingState, RegisterFacts, judged, open_findings
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, TERMS
from nmirf_desktop.storage.meetings import DISPATCHES, ITEMS, MEETINGS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.remembered import Remembered
from nmirf_desktop.storage.states import ORGANISATION, REGROUPINGS, RENAMINGS, STATES
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, DECISIONS, POSITIONS, PROPOSALS, VOTES

FACTS = (
    STATES, RENAMINGS, REGROUPINGS, MEMBERSHIPS, COMMUNICATIONS, MECHANISMS, FOCAL_POINTS, TERMS, SEATS, COORDINATIONS,
    MEETINGS, DISPATCHES, ITEMS, PROPOSALS, CONSENSUS_CALLS, VOTES, POSITIONS, DECISIONS, MINUTES, ORGANISATION,
)  # fmt: skip
"""All that the rules are judged on."""
DAYS = 4
"""How many days' findings are kept, for the screens and the frame around them."""


class Compliance:
    """Are we in order, on that date, and why? What was judged is judged again when the register has changed.

    What is gathered from the facts for it, such as the result of each vote, is kept where these are still the same.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._remembered = Remembered(FACTS)
        self._facts = RegisterFacts()
        self._evidence: Evidence | None = None
        self._found: dict[datetime.date, tuple[Finding, ...]] = {}

    def facts(self) -> RegisterFacts:
        """Everything that the rules are judged on."""
        with self._store.read() as session:
            if self._remembered.follow(session):
                self._found.clear()
                self._facts = _facts(self._remembered)
        return self._facts

    def check(self, on: datetime.date) -> tuple[Finding, ...]:
        """What every rule says on a day."""
        facts = self.facts()
        if on not in self._found:
            if len(self._found) >= DAYS:
                self._found.clear()
            self._evidence = Evidence(facts, on, self._evidence)
            self._found[on] = judged(self._evidence)
        return self._found[on]

    def late(self, on: datetime.date) -> tuple[Finding, ...]:
        """The rules that are not kept on a day, but for what is history (:func:`open_findings`)."""
        not_kept = (finding for finding in self.check(on) if finding.state is FindingState.NOT_KEPT)
        return open_findings(not_kept, self._facts, on)


def _facts(known: Remembered) -> RegisterFacts:
    (organisation,) = known.all(ORGANISATION)
    return RegisterFacts(
        states=known.all(STATES),
        renamings=known.all(RENAMINGS),
        regroupings=known.all(REGROUPINGS),
        memberships=known.all(MEMBERSHIPS),
        communications=known.all(COMMUNICATIONS),
        mechanisms=known.all(MECHANISMS),
        focal_points=known.all(FOCAL_POINTS),
        terms=known.all(TERMS),
        seats=known.all(SEATS),
        coordinations=known.all(COORDINATIONS),
        meetings=known.all(MEETINGS),
        dispatches=known.all(DISPATCHES),
        items=known.all(ITEMS),
        proposals=known.all(PROPOSALS),
        calls=known.all(CONSENSUS_CALLS),
        votes=known.all(VOTES),
        positions=known.all(POSITIONS),
        decisions=known.all(DECISIONS),
        minutes=known.all(MINUTES),
        network=organisation.network,
    )
