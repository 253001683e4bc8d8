"""What every table shares: naming, the types of columns, trilingual columns as one value.

Every type stores plain text or whole numbers, so that a row reads the same here, in the journal and in any SQLite tool.
"""

import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

import uuid_utils
from sqlalchemy import Dialect, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column
from sqlalchemy.types import TypeEngine

from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

Enumeration = TypeVar("Enumeration", bound=StrEnum)


def new_key() -> Key:
    """A new key: a UUID of version 7, so that keys follow the order of creation."""
    return str(uuid_utils.uuid7())


class Record(DeclarativeBase):
    """The base of all tables of the register."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Word(TypeDecorator[Enumeration], Generic[Enumeration]):
    """A member of an enumeration, stored by its value."""

    impl = String(40)
    cache_ok = True

    def __init__(self, kind: type[Enumeration]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Enumeration | None, dialect: Dialect) -> str | None:
        """The member's value."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Enumeration | None:
        """The member of a value."""
        return None if value is None else self.kind(value)


class Instant(TypeDecorator[datetime.datetime]):
    """A moment in UTC, stored as ISO 8601 text with microseconds."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> str | None:
        """ISO text in UTC; a moment without a zone is a mistake of the program."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime.datetime | None:
        """The moment, with its zone."""
        return None if value is None else datetime.datetime.fromisoformat(value)


class Clock(TypeDecorator[datetime.time]):
    """A local time of day to the minute, stored as ``HH:MM``."""

    impl = String(5)
    cache_ok = True

    def process_bind_param(self, value: datetime.time | None, dialect: Dialect) -> str | None:
        """``HH:MM``."""
        return None if value is None else value.strftime("%H:%M")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime.time | None:
        """The time of day."""
        return None if value is None else datetime.time.fromisoformat(value)


class Day(TypeDecorator[datetime.date]):
    """A day, stored as ``YYYY-MM-DD``."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: datetime.date | None, dialect: Dialect) -> str | None:
        """ISO text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime.date | None:
        """The day."""
        return None if value is None else datetime.date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, stored as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Yes or no."""
        return None if value is None else bool(value)


class Codes(TypeDecorator[tuple[StateCode, ...]]):
    """A frozen order of States, stored as their codes separated by spaces."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[StateCode, ...] | None, dialect: Dialect) -> str | None:
        """The codes in their order."""
        return None if value is None else " ".join(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[StateCode, ...]:
        """The codes in their order."""
        return tuple((value or "").split())


def trilingual(name: str) -> Mapped[Trilingual]:
    """The columns ``name_en``, ``name_fr``, ``name_es`` and their marks as one value."""

    def text(suffix: str) -> Any:
        return mapped_column(f"{name}_{suffix}", Text, nullable=False, default="", server_default="")

    return cast(
        "Mapped[Trilingual]",
        composite(
            Trilingual,
            text("en"),
            text("fr"),
            text("es"),
            mapped_column(f"{name}_source", Word(Language), nullable=False, default=Language.EN, server_default="en"),
            text("reviewed"),
            text("basis_en"),
            text("basis_fr"),
            text("basis_es"),
        ),
    )


def period() -> Mapped[Period]:
    """The columns ``start`` and ``end`` as one half-open value."""
    return composite(Period, mapped_column("start", Day, nullable=False), mapped_column("end", Day, nullable=True))


def key_column() -> Mapped[Key]:
    """The primary key of a keyed record."""
    return mapped_column("key", String(36), primary_key=True)


PLAIN_TYPES: dict[Any, type[TypeEngine[Any]]] = {
    datetime.date: Day,
    datetime.time: Clock,
    datetime.datetime: Instant,
    bool: Flag,
    tuple[StateCode, ...]: Codes,
}
Record.registry.update_type_annotation_map(PLAIN_TYPES)
