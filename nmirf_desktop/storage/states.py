"""States, their renamings and regroupings, and the organisation's settings."""

import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, composite, mapped_column

from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import Names, RegionalGroup, State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.storage.base import Day, Record, Word, key_column, trilingual
from nmirf_desktop.storage.rows import Rows


def names(name: str) -> Mapped[Names]:
    """The columns ``name_en``, ``name_fr``, ``name_es`` as one value."""
    return composite(
        Names, *(mapped_column(f"{name}_{language}", String, nullable=False) for language in ("en", "fr", "es"))
    )


class StateRecord(Record):
    """One of the 193 UN Member States, by its ISO code."""

    __tablename__ = "state"

    iso3: Mapped[StateCode] = mapped_column(String(3), primary_key=True)
    iso2: Mapped[str] = mapped_column(String(2), unique=True)
    m49: Mapped[str] = mapped_column(String(3))
    short: Mapped[Names] = names("short")
    formal: Mapped[Names] = names("formal")
    article: Mapped[Names] = names("article")
    group: Mapped[RegionalGroup | None] = mapped_column("regional_group", Word(RegionalGroup))
    m49_region: Mapped[str]


class RenamingRecord(Record):
    """A State's names from a day on."""

    __tablename__ = "renaming"

    key: Mapped[Key] = key_column()
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"), index=True)
    since: Mapped[datetime.date] = mapped_column(Day)
    short: Mapped[Names] = names("short")
    formal: Mapped[Names] = names("formal")
    article: Mapped[Names] = names("article")


class RegroupingRecord(Record):
    """A State's regional group from a day on."""

    __tablename__ = "regrouping"

    key: Mapped[Key] = key_column()
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"), index=True)
    since: Mapped[datetime.date] = mapped_column(Day)
    group: Mapped[RegionalGroup | None] = mapped_column("regional_group", Word(RegionalGroup))


class OrganisationRecord(Record):
    """The organisation's settings: one row."""

    __tablename__ = "organisation"

    key: Mapped[Key] = key_column()
    symbol_prefix: Mapped[str]
    time_zone: Mapped[str]
    network: Mapped[Trilingual] = trilingual("network")
    specimen: Mapped[bool]


STATES = Rows(StateRecord, State)
RENAMINGS = Rows(RenamingRecord, Renaming)
REGROUPINGS = Rows(RegroupingRecord, Regrouping)
ORGANISATION = Rows(OrganisationRecord, Organisation)
