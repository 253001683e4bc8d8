"""Partners, who is invited to a meeting, and the delegations, on disk."""

import datetime
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from nmirf_desktop.domain.participants import Delegate, Invitee, Partner
from nmirf_desktop.domain.partnerships import STANDING
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

PARTNERS = Rows("partner", Partner)


class _Naming(Protocol):
    @property
    def partner(self) -> Key | None: ...


_Value = TypeVar("_Value", bound=_Naming)


def recorded_partner(session: Session, key: Key) -> Partner:
    """The partner of a key; OHCHR, which is one before anybody records it (R45), is recorded now.

    Raises ``Refusal`` where it was taken out meanwhile.
    """
    if key == STANDING.key and PARTNERS.find(session, key) is None:
        PARTNERS.save(session, STANDING)
    return PARTNERS.standing(session, key)


class PartnerRows(Rows[_Value]):
    """The rows of what names a partner: the first one that names OHCHR records it (R45)."""

    def make_ready(self, session: Session, value: _Value) -> None:
        """Record OHCHR where the value is the first to name it. Raises ``Refusal`` for a partner that was taken out."""
        if value.partner is not None:
            recorded_partner(session, value.partner)

    def save(self, session: Session, value: _Value, **beside: Any) -> None:
        """Write a value as other rows do. Raises ``Refusal`` where its partner was taken out meanwhile."""
        self.make_ready(session, value)
        super().save(session, value, **beside)


INVITEES = PartnerRows(
    "invitee",
    Invitee,
    meeting=link("meeting", indexed=True),
    state=of_state(),
    partner=link("partner", indexed=True),
)
DELEGATES = Rows("delegate", Delegate, invitee=link("invitee", indexed=True), person=link("person"))


def states_invited(session: Session, first: datetime.date, last: datetime.date) -> frozenset[StateCode]:
    """The States that were invited to a meeting from a *first* to a *last* day."""
    state, on = INVITEES.table.c.state, INVITEES.table.c.invited_on
    asked = sa.select(state).where(state.is_not(None), on.between(first, last)).distinct()
    return frozenset(session.connection.execute(asked).scalars())
