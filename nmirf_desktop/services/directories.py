"""Who can be written to on a day, by the States, the functions and the partners of the register."""

import datetime

from nmirf_desktop.domain.committees import committee_on
from nmirf_desktop.domain.recipients import Directory
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.committees import SEATS, TERMS
from nmirf_desktop.storage.members import FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session


def directory_on(session: Session, states: States, on: datetime.date) -> Directory:
    """Who can be written to on a day."""
    committee = committee_on(TERMS.all(session), SEATS.all(session), on)
    return Directory(
        on, states.on(on), MEMBERSHIPS.holding(session, on), FOCAL_POINTS.holding(session, on),
        MECHANISMS.holding(session, on), committee.seats if committee is not None else (),
        PEOPLE.by_key(PEOPLE.all(session)), PARTNERS.all(session),
    )  # fmt: skip
