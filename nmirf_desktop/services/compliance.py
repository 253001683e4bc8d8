"""The Declaration, watched: the rules judged on what the register holds."""

import datetime

from nmirf_desktop.domain.agenda_sendings import agenda_sendings
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committee_acts import CommitteeAct, CommitteeRecords
from nmirf_desktop.domain.compliance import (
    Evidence,
    Finding,
    FindingState,
    RegisterFacts,
    RuleException,
    judged,
    open_findings,
)
from nmirf_desktop.domain.compliance.evidence import grouped
from nmirf_desktop.domain.compliance.findings import check_exception
from nmirf_desktop.domain.compliance.simulation import Simulation, simulate
from nmirf_desktop.domain.dispatches import deliveries
from nmirf_desktop.domain.meetings import AgendaDispatch
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.amendments import AMENDMENTS, PARTS, TEXT_MOTIONS
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, SILENCES, TERMS
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS
from nmirf_desktop.storage.dispatches import DISPATCHED, ENCLOSURES, EVENTS, RECIPIENTS
from nmirf_desktop.storage.elections import BALLOTS, CANDIDATES, CORRECTIONS, ELECTIONS
from nmirf_desktop.storage.floor import MOTIONS, PAUSES, POINTS_OF_ORDER
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES, SHARINGS
from nmirf_desktop.storage.meetings import DISPATCHES, ITEMS, MEETINGS, SITTINGS, VERSIONS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.minutes import ISSUED, MINUTES
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import INVITEES, PARTNERS
from nmirf_desktop.storage.partnerships import PARTNERSHIPS
from nmirf_desktop.storage.remembered import Remembered
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION, REGROUPINGS, RENAMINGS, STATES
from nmirf_desktop.storage.store import Moment, Store, utc_now
from nmirf_desktop.storage.voting import (
    CONSENSUS_CALLS,
    DECISIONS,
    DECISIONS_GONE,
    INTERVENTIONS,
    POSITIONS,
    PRESENCE,
    PROPOSALS,
    TOTALS_CORRECTIONS,
    VOTES,
)
from nmirf_desktop.storage.watch import CHOICES, EXCEPTIONS, RULE_CHANGES

FACTS = (
    STATES, RENAMINGS, REGROUPINGS, MEMBERSHIPS, COMMUNICATIONS, MECHANISMS, FOCAL_POINTS, TERMS, SEATS, COORDINATIONS,
    SILENCES, MEETINGS, DISPATCHES, ITEMS, PROPOSALS, CONSENSUS_CALLS, VOTES, POSITIONS, DECISIONS, MINUTES,
    ORGANISATION, SITTINGS, PRESENCE, CHOICES, RULE_CHANGES, EXCEPTIONS, ISSUED, INVITEES,
    VERSIONS, ELECTIONS, CANDIDATES, BALLOTS, CORRECTIONS, INTERVENTIONS, MOTIONS, POINTS_OF_ORDER, PAUSES,
    DISPATCHED, ENCLOSURES, RECIPIENTS, EVENTS,
    AMENDMENTS, TEXT_MOTIONS, PARTS, TOTALS_CORRECTIONS, DECISIONS_GONE, RECORD_ADOPTIONS,
    ACTIVITIES, PARTNERS, PARTNERSHIPS, SUPPORT,
    GOOD_PRACTICES, SHARINGS, CONTRIBUTIONS,
)  # fmt: skip
"""All that the rules are judged on."""
DAYS = 4
"""How many days' findings are kept, for the screens and the frame around them."""


class Compliance:
    """Are we in order, on that date, and why? What was judged is judged again when the register has changed.

    What is gathered from the facts for it, such as the result of each vote, is kept where these are still the same.
    """

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        """*clock* says from which day on what is recorded as to come is known."""
        self._store = store
        self._clock = clock
        self._remembered = Remembered(FACTS)
        self._facts = RegisterFacts()
        self._evidence: Evidence | None = None
        self._found: dict[tuple[datetime.date, bool], tuple[Finding, ...]] = {}

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def facts(self) -> RegisterFacts:
        """Everything that the rules are judged on."""
        with self._store.read() as session:
            if self._remembered.follow(session):
                self._found.clear()
                self._facts = _facts(self._remembered)
        return self._facts

    def check(self, on: datetime.date) -> tuple[Finding, ...]:
        """What every rule says on a day."""
        facts, today = self.facts(), self._today
        asked = (on, on < today)
        if asked not in self._found:
            if len(self._found) >= DAYS:
                self._found.clear()
            self._evidence = Evidence(facts, on, self._evidence, today=today)
            self._found[asked] = judged(self._evidence)
        return self._found[asked]

    def committee(self, on: datetime.date) -> CommitteeRecords:
        """What is recorded of the Committee: all of it, or on an earlier day what that day knew."""
        recorded = self.facts().committee
        return recorded.known_on(on) if on < self._today else recorded

    def late(self, on: datetime.date) -> tuple[Finding, ...]:
        """The rules that are not kept on a day, but for what is history (:func:`open_findings`)."""
        not_kept = (finding for finding in self.check(on) if finding.state is FindingState.NOT_KEPT)
        return open_findings(not_kept, self._facts, on)

    def note_exception(self, exception: RuleException) -> None:
        """Note why a rule is not kept, or correct it. Raises ``Problem`` as :func:`check_exception` does."""
        check_exception(exception)
        with self._store.write(N_("note why a rule is not kept"), Subject.RULES) as session:
            EXCEPTIONS.save(session, exception)

    def remove_exception(self, key: Key) -> None:
        """Take back an exception that was noted by mistake."""
        with self._store.write(N_("remove why a rule is not kept"), Subject.RULES) as session:
            EXCEPTIONS.remove(session, key)

    def try_out(self, act: CommitteeAct, on: datetime.date | None = None) -> Simulation:
        """What each rule says of an act of the Committee once it is recorded, on its own day or another.

        Raises:
            Refusal: it could not be recorded (R28, R30, R31, R34).
        """
        return simulate(self.facts(), act, on or act.day, self._today)


def read_facts(session: Session) -> RegisterFacts:
    """What the rules are judged on, in one snapshot of the register."""
    known = Remembered(FACTS)
    known.follow(session)
    return _facts(known)


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
        silences=known.all(SILENCES),
        meetings=known.all(MEETINGS),
        dispatches=(*known.all(DISPATCHES), *_by_log(known)),
        items=known.all(ITEMS),
        proposals=known.all(PROPOSALS),
        amendments=known.all(AMENDMENTS), text_motions=known.all(TEXT_MOTIONS), parts=known.all(PARTS),
        calls=known.all(CONSENSUS_CALLS),
        votes=known.all(VOTES), totals_corrections=known.all(TOTALS_CORRECTIONS),
        positions=known.all(POSITIONS),
        decisions=known.all(DECISIONS), record_adoptions=known.all(RECORD_ADOPTIONS),
        decisions_gone=known.all(DECISIONS_GONE),
        minutes=known.all(MINUTES),
        network=organisation.network,
        sittings=known.all(SITTINGS), presence=known.all(PRESENCE),
        time_zone=organisation.time_zone,
        choices=known.all(CHOICES), rule_changes=known.all(RULE_CHANGES), exceptions=known.all(EXCEPTIONS),
        issued=known.all(ISSUED), versions=known.all(VERSIONS),
        interventions=known.all(INTERVENTIONS),
        motions=known.all(MOTIONS),
        points=known.all(POINTS_OF_ORDER), pauses=known.all(PAUSES),
        invitees=known.all(INVITEES), activities=known.all(ACTIVITIES), partners=known.all(PARTNERS),
        partnerships=known.all(PARTNERSHIPS), ohchr_support=known.all(SUPPORT),
        good_practices=known.all(GOOD_PRACTICES), sharings=known.all(SHARINGS), contributions=known.all(CONTRIBUTIONS),
        elections=known.all(ELECTIONS),
        candidates=known.all(CANDIDATES),
        ballots=known.all(BALLOTS), ballot_corrections=known.all(CORRECTIONS),
    )  # fmt: skip


def _by_log(known: Remembered) -> tuple[AgendaDispatch, ...]:
    """The sendings of agendas that follow from the log of dispatches."""
    issued = {one.key: one for one in known.all(ISSUED)}
    by_dispatch = grouped(deliveries(known.all(RECIPIENTS), known.all(EVENTS)), lambda one: one.recipient.dispatch)
    enclosed = grouped(known.all(ENCLOSURES), lambda one: one.dispatch)
    log = {one.key: by_dispatch.get(one.key, ()) for one in known.all(DISPATCHED)}
    return agenda_sendings(log, {key: [issued[one.issued] for one in several] for key, several in enclosed.items()})
