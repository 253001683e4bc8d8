"""Memberships, communications, mechanisms, people and focal points on disk."""

import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from nmirf_desktop.domain.members import (
    Basis,
    Communication,
    CommunicationForm,
    Ending,
    FocalPoint,
    Gender,
    Mechanism,
    MechanismType,
    Membership,
    MembershipKind,
    Person,
)
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.base import Day, Record, Word, key_column, period, trilingual
from nmirf_desktop.storage.rows import Rows


class MembershipRecord(Record):
    """One period of a State as member or observer."""

    __tablename__ = "membership"

    key: Mapped[Key] = key_column()
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"), index=True)
    kind: Mapped[MembershipKind] = mapped_column(Word(MembershipKind))
    period: Mapped[Period] = period()
    basis: Mapped[Basis] = mapped_column(Word(Basis))
    communication: Mapped[Key | None] = mapped_column(ForeignKey("communication.key"))
    ending: Mapped[Ending | None] = mapped_column(Word(Ending))


class CommunicationRecord(Record):
    """A formal communication to the Executive Committee."""

    __tablename__ = "communication"

    key: Mapped[Key] = key_column()
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"), index=True)
    received_on: Mapped[datetime.date] = mapped_column(Day)
    form: Mapped[CommunicationForm] = mapped_column(Word(CommunicationForm))
    requests: Mapped[MembershipKind] = mapped_column(Word(MembershipKind))
    to_committee: Mapped[bool]
    states_interest: Mapped[bool]
    states_adoption: Mapped[bool]
    reference: Mapped[str]


class MechanismRecord(Record):
    """A State's NMIRF while it exists."""

    __tablename__ = "mechanism"

    key: Mapped[Key] = key_column()
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"), index=True)
    period: Mapped[Period] = period()
    name: Mapped[Trilingual] = trilingual("name")
    type: Mapped[MechanismType] = mapped_column(Word(MechanismType))
    legal_basis: Mapped[str]
    web: Mapped[str]


class PersonRecord(Record):
    """One person or function."""

    __tablename__ = "person"

    key: Mapped[Key] = key_column()
    function: Mapped[Trilingual] = trilingual("function")
    state: Mapped[StateCode | None] = mapped_column(ForeignKey("state.iso3"), index=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    gender: Mapped[Gender] = mapped_column(Word(Gender))
    institution: Mapped[str]
    language: Mapped[Language] = mapped_column(Word(Language))
    email: Mapped[str]
    telephone: Mapped[str]


class FocalPointRecord(Record):
    """A designation of a person by a State."""

    __tablename__ = "focal_point"

    key: Mapped[Key] = key_column()
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"), index=True)
    person: Mapped[Key] = mapped_column(String(36), ForeignKey("person.key"))
    period: Mapped[Period] = period()
    voting: Mapped[bool]
    alternate: Mapped[bool]
    reference: Mapped[str]


MEMBERSHIPS = Rows(MembershipRecord, Membership)
COMMUNICATIONS = Rows(CommunicationRecord, Communication)
MECHANISMS = Rows(MechanismRecord, Mechanism)
PEOPLE = Rows(PersonRecord, Person)
FOCAL_POINTS = Rows(FocalPointRecord, FocalPoint)
