"""How values are stored: the kinds of columns, and the columns of a table.

Every kind stores plain text or whole numbers, so that a row reads the same here, in the journal and in any SQLite tool.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, get_args, get_origin

import uuid_utils

from nmirf_desktop.domain.periods import Key, StateCode


def new_key() -> Key:
    """A new key: a UUID of version 7, so that keys follow the order of creation."""
    return str(uuid_utils.uuid7())


def as_it_is(value: Any) -> Any:
    """What is stored without a change."""
    return value


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column stores: its type in SQL, and the way there and back. An absent value is ``NULL`` for all kinds."""

    sql: str
    length: int | None = None
    store: Callable[[Any], Any] = as_it_is
    read: Callable[[Any], Any] = as_it_is


def _instant(moment: datetime.datetime) -> str:
    """ISO text in UTC with microseconds; a moment without a zone is a mistake of the program."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def _codes(text: str) -> tuple[StateCode, ...]:
    return tuple(text.split())


TEXT = Kind("VARCHAR")
LONG_TEXT = Kind("TEXT")
NUMBER = Kind("INTEGER")
BYTES = Kind("BLOB")
KEY = Kind("VARCHAR", 36)
STATE = Kind("VARCHAR", 3)
KINDS: Mapping[Any, Kind] = MappingProxyType(
    {
        str: TEXT,
        int: NUMBER,
        bool: Kind("INTEGER", None, int, bool),
        datetime.date: Kind("VARCHAR", 10, datetime.date.isoformat, datetime.date.fromisoformat),
        datetime.time: Kind("VARCHAR", 5, lambda time: time.strftime("%H:%M"), datetime.time.fromisoformat),
        datetime.datetime: Kind("VARCHAR", 32, _instant, datetime.datetime.fromisoformat),
        tuple[StateCode, ...]: Kind("TEXT", None, " ".join, _codes),
    }
)
"""How the types of a value's fields are stored; an enumeration by its words (:func:`kind_of`)."""


def kind_of(annotation: Any) -> Kind:
    """How a type is stored; ``LookupError`` for a type that no column is made for."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return Kind("VARCHAR", 40, str, annotation)
    return KINDS[annotation]


def without_none(annotation: Any) -> tuple[Any, bool]:
    """A field's type, and whether the field may be empty: ``str | None`` is a ``str`` that may."""
    if get_origin(annotation) is not UnionType:
        return annotation, False
    (kind,) = (part for part in get_args(annotation) if part is not NoneType)
    return kind, True


@dataclass(frozen=True, slots=True)
class Column:
    """One column. *default* is what rows have that were there before it; *references* is ``table.column``."""

    name: str
    kind: Kind
    null: bool = False
    default: str | None = None
    references: str = ""
    indexed: bool = False
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Special:
    """What the type of a value's field does not say of its column.

    A text that the program has *made* is as long as it is; others have their limit (``domain.lengths``).
    """

    name: str = ""
    made: bool = False
    kind: Kind | None = None
    default: str | None = None
    references: str = ""
    indexed: bool = False
    unique: bool = False


def link(table: str, *, indexed: bool = False, unique: bool = False) -> Special:
    """A column that holds the key of a row of another table."""
    return Special(kind=KEY, references=f"{table}.key", indexed=indexed, unique=unique)


def of_state(*, indexed: bool = False) -> Special:
    """A column that holds the code of a State."""
    return Special(kind=STATE, references="state.iso3", indexed=indexed)
