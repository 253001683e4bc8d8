"""Members, observers, their communications, mechanisms, people and focal points (the Declaration's *Membership*)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language


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
    """One period in which a State was member or observer."""

    key: Key
    state: StateCode
    kind: MembershipKind
    period: Period
    basis: Basis
    communication: Key | None = None
    ending: Ending | None = None


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


class Gender(StrEnum):
    """Grammatical gender of a person's designation; unknown prints "the delegation of …"."""

    UNKNOWN = "unknown"
    FEMININE = "feminine"
    MASCULINE = "masculine"


@dataclass(frozen=True, slots=True)
class Person:
    """One person or function ("Focal point of Paraguay" needs no name), one record across all its roles."""

    key: Key
    function: Trilingual
    state: StateCode | None = None
    given_name: str = ""
    family_name: str = ""
    gender: Gender = Gender.UNKNOWN
    institution: str = ""
    language: Language = Language.EN
    email: str = ""
    telephone: str = ""

    def label(self, language: Language) -> str:
        """The name where there is one (Given FAMILY NAME), else the function."""
        name = f"{self.given_name} {self.family_name.upper()}".strip()
        return name or self.function[language] or self.function.original

    def said_in(self, words: Catalog) -> str:
        """The label in the language of *words*."""
        return self.label(words.language)


def check_person(person: Person) -> None:
    """What a person's particulars cannot be: without any name or function, or with an address that is none."""
    if not person.function and not person.family_name:
        raise Problem(N_("Give the function, such as “Focal point”, or a name."), field_name="function")
    before, at, after = person.email.partition("@")
    if person.email and not (before and at and "." in after and " " not in person.email):
        raise Problem(
            N_("“{email}” is not an e-mail address; type it as in name@example.org."),
            {"email": person.email},
            field_name="email",
        )


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """A person designated by a member to decide and vote on its behalf, or the contact of an observer (R5–R7)."""

    key: Key
    state: StateCode
    person: Key
    period: Period
    voting: bool = True
    alternate: bool = False
    reference: str = ""


KIND_LABELS = {MembershipKind.MEMBER: N_("Member"), MembershipKind.OBSERVER: N_("Observer")}
BASIS_LABELS = {
    Basis.FOUNDING: N_("founding participation in Asunción"),
    Basis.COMMUNICATION: N_("formal communication"),
    Basis.MECHANISM_ESTABLISHED: N_("mechanism established"),
    Basis.MECHANISM_ENDED: N_("mechanism ended"),
}
