"""What the documents of the members, the Committee and the rules rest on, as of a day: what is told then, no more."""

import datetime
from collections.abc import Mapping

from nmirf_desktop.domain.committee_acts import CommitteeRecords
from nmirf_desktop.domain.committee_papers import CommitteeRecord
from nmirf_desktop.domain.committees import coordinator_on
from nmirf_desktop.domain.compliance import check
from nmirf_desktop.domain.compliance_papers import Watched
from nmirf_desktop.domain.members_papers import Roster
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.practices import Practices
from nmirf_desktop.domain.rule_changes import Figures
from nmirf_desktop.domain.states import State
from nmirf_desktop.services.compliance import read_facts
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, TERMS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import DECISIONS
from nmirf_desktop.storage.watch import CHOICES


def read_committee(
    session: Session,
    states: Mapping[StateCode, State],
    on: datetime.date,
    organisation: Organisation,
    today: datetime.date,
) -> CommitteeRecord:
    """What the composition says as of a day: before *today* only what that day could know, as on the screen."""
    known = CommitteeRecords(TERMS.all(session), SEATS.all(session), COORDINATIONS.all(session))
    if on < today:
        known = known.known_on(on)
    return CommitteeRecord(
        on,
        states,
        terms=known.terms,
        seats=known.seats,
        coordinations=known.coordinations,
        people=tuple(PEOPLE.among(session, (one.person for one in known.seats)).values()),
        mechanisms=MECHANISMS.holding(session, on),
        meetings=MEETINGS.all(session),
        decisions=DECISIONS.all(session),
        practices=Practices.on(CHOICES.all(session), on),
        prefix=organisation.symbol_prefix,
        specimen=organisation.specimen,
    )


def read_roster(
    session: Session, states: Mapping[StateCode, State], on: datetime.date, organisation: Organisation
) -> Roster:
    """What the list of members says as of a day."""
    points = FOCAL_POINTS.holding(session, on)
    return Roster(
        on,
        states,
        memberships=MEMBERSHIPS.holding(session, on),
        mechanisms=MECHANISMS.holding(session, on),
        focal_points=points,
        people=tuple(PEOPLE.among(session, (one.person for one in points)).values()),
        practices=Practices.on(CHOICES.all(session), on),
        prefix=organisation.symbol_prefix,
        specimen=organisation.specimen,
    )


def read_watched(
    session: Session, on: datetime.date, organisation: Organisation, today: datetime.date
) -> tuple[Watched, StateCode | None]:
    """What every rule says on a day, asked *today*, and the State that held the office of Coordinator on it."""
    facts = read_facts(session)
    practices = Practices.on(facts.choices, on)
    figures = Figures(facts.rule_changes)
    watched = Watched(
        on, check(facts, on, today), practices, organisation.symbol_prefix, organisation.specimen, figures
    )
    known = facts.committee.known_on(on)
    seat = coordinator_on(known.terms, known.seats, known.coordinations, on)
    return watched, seat.state if seat is not None else None
