"""Members, observers, their communications, mechanisms and focal points (the Declaration's *Membership*)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_


class MembershipKind(StrEnum):
    """A State with a mechanism is a member, one without is an observer (R2)."""

    MEMBER = "member"
    OBSERVER = "observer"


class Basis(StrEnum):
    """What a membership rests on (R8, R9, R10)."""

    FOUNDING = "founding"
    COMMUNICATION = "communication"
    MECHANISM_ESTABLISHED = "mechanism_established"
    MECHANISM_ENDED = "mechanism_ended"


class Ending(StrEnum):
    """Why a membership ended (R10, R11): nobody can be suspended or expelled."""

    WITHDRAWAL = "withdrawal"
    CHANGE_OF_STATUS = "change_of_status"


@dataclass(frozen=True, slots=True)
class Membership:
    """One period in which a State was member or observer.

    *reference* is that of the notification by which the status changed, received on its first day (R10);
    *leaving_reference* and *leaving_received_on* are of the one by which the State withdraws (R11).
    """

    key: Key
    state: StateCode
    kind: MembershipKind
    period: Period
    basis: Basis
    communication: Key | None = None
    ending: Ending | None = None
    reference: str = ""
    leaving_reference: str = ""
    leaving_received_on: datetime.date | None = None

    @property
    def lacks_letter(self) -> bool:
        """Whether it rests on a communication that is not recorded (R8)."""
        return self.basis is Basis.COMMUNICATION and self.communication is None


class CommunicationForm(StrEnum):
    """The form in which a State wrote to the Executive Committee."""

    NOTE_VERBALE = "note_verbale"
    LETTER = "letter"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Communication:
    """A State's formal communication to the Executive Committee, with its two elements (R8)."""

    key: Key
    state: StateCode
    received_on: datetime.date
    form: CommunicationForm
    requests: MembershipKind
    to_committee: bool = True
    states_interest: bool = False
    states_adoption: bool = False
    reference: str = ""

    @property
    def complete(self) -> bool:
        """Both elements are there and the Executive Committee was addressed."""
        return self.to_committee and self.states_interest and self.states_adoption


class MechanismType(StrEnum):
    """The types of NMIRF: they describe and never decide (R2)."""

    AD_HOC = "ad_hoc"
    MINISTERIAL = "ministerial"
    INTERMINISTERIAL = "interministerial"
    SEPARATE = "separate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A State's NMIRF while it exists."""

    key: Key
    state: StateCode
    period: Period
    name: Trilingual
    type: MechanismType
    legal_basis: str = ""
    web: str = ""
    address: str = ""
    emails: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """A person designated by a member to decide and vote on its behalf, or the contact of an observer (R5–R7).

    An *alternate* stands in for the one who votes, for a period or, where a *meeting* is named, on its days alone.
    """

    key: Key
    state: StateCode
    person: Key
    period: Period
    voting: bool = True
    alternate: bool = False
    reference: str = ""
    meeting: Key | None = None


KIND_LABELS = {MembershipKind.MEMBER: N_("Member"), MembershipKind.OBSERVER: N_("Observer")}
BASIS_LABELS = {
    Basis.FOUNDING: N_("founding participation in Asunción"),
    Basis.COMMUNICATION: N_("formal communication"),
    Basis.MECHANISM_ESTABLISHED: N_("mechanism established"),
    Basis.MECHANISM_ENDED: N_("mechanism ended"),
}
