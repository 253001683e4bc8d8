"""Who is written to for a State, and in which language: one answer for the list of the invited, sheets and letters."""

import datetime
from collections.abc import Iterable

from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.membership_rules import focal_points_on
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.cldr import language_of_state


def written_to(focal_points: Iterable[FocalPoint], state: StateCode, on: datetime.date) -> FocalPoint | None:
    """(silent) Who is written to for a State on a day: who votes (R5), else another focal point, else an alternate.

    An alternate acts for the focal point, and so is written to where there is no other. Of several, whoever was
    designated first.
    """
    held = focal_points_on(focal_points, state, on)
    return min(held, key=lambda one: (not one.voting, one.alternate, one.period.start, one.key), default=None)


def language_of(partner: Partner | None, person: Person | None, state: State | None) -> Language:
    """The language in which somebody is written to: a partner's, that of who is written to, else the State's own."""
    if partner is not None:
        return partner.language
    if person is not None:
        return person.language
    return language_of_state(state.iso3) if state is not None else Language.EN
