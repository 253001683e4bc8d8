"""How values are stored: the types of columns, and the one description of all tables.

Every type stores plain text or whole numbers, so that a row reads the same here, in the journal and in any SQLite tool.
"""

import datetime
import hashlib
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, get_args, get_origin

import sqlalchemy as sa
import uuid_utils
from sqlalchemy.types import TypeEngine

from nmirf_desktop.domain import particulars
from nmirf_desktop.domain.periods import Key, StateCode

METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables, as statements are made of them and as Alembic compares a register with them."""


def new_key() -> Key:
    """A new key: a UUID of version 7, so that keys follow the order of creation."""
    return str(uuid_utils.uuid7())


class Plain(sa.TypeDecorator[Any]):
    """Values that are stored as a *plain* type: the way there and back. An absent value is ``NULL``."""

    impl = sa.String
    cache_ok = True

    def __init__(self, plain: TypeEngine[Any], store: Callable[[Any], Any], read: Callable[[Any], Any]) -> None:
        super().__init__()
        self.plain, self.store, self.read = plain, store, read

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """The type in the database."""
        return dialect.type_descriptor(self.plain)

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:
        """What is stored for a value."""
        return None if value is None else self.store(value)

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[Any], Any]:
        """What gives the value of what is stored; ``process_result_value`` would be a second call for each cell."""
        read = self.read
        return lambda value: None if value is None else read(value)


def _instant(moment: datetime.datetime) -> str:
    """ISO text in UTC with microseconds; a moment without a zone is a mistake of the program."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def _codes(text: str) -> tuple[StateCode, ...]:
    return tuple(text.split())


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


LISTED = Plain(sa.String(), "\n".join, _lines)
"""Texts that are one line each, in their order: a line each."""
MADE = {"made": True}
"""Of a column: a text that the program makes is as long as it is; others have their limit (``domain.lengths``)."""
KEY, STATE = sa.String(36), sa.String(3)
TYPES: Mapping[Any, TypeEngine[Any]] = MappingProxyType(
    {
        str: sa.String(),
        int: sa.Integer(),
        bool: Plain(sa.Integer(), int, bool),
        datetime.date: Plain(sa.String(10), datetime.date.isoformat, datetime.date.fromisoformat),
        datetime.time: Plain(sa.String(5), lambda time: time.strftime("%H:%M"), datetime.time.fromisoformat),
        datetime.datetime: Plain(sa.String(32), _instant, datetime.datetime.fromisoformat),
        tuple[StateCode, ...]: Plain(sa.Text(), " ".join, _codes),
        tuple[int, ...]: Plain(sa.Text(), lambda numbers: " ".join(map(str, numbers)), _numbers),
        tuple[particulars.Particular, ...]: Plain(sa.Text(), particulars.kept, particulars.read),
    }
)
"""How the types of a value's fields are stored; an enumeration by its words (:func:`type_of`)."""


def _member(words: type[StrEnum]) -> Callable[[str], StrEnum]:
    """The member of an enumeration for each of its words; ``KeyError`` for what is none."""
    return {str(member): member for member in words}.__getitem__


def type_of(annotation: Any) -> TypeEngine[Any]:
    """How a type is stored; ``LookupError`` for a type that no column is made for."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return Plain(sa.String(40), str, _member(annotation))
    several = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    if isinstance(several, type) and issubclass(several, StrEnum):
        read = _member(several)
        return Plain(sa.String(), " ".join, lambda text: tuple(map(read, text.split())))
    return TYPES[annotation]


def without_none(annotation: Any) -> tuple[Any, bool]:
    """A field's type, and whether the field may be empty: ``str | None`` is a ``str`` that may."""
    if get_origin(annotation) is not UnionType:
        return annotation, False
    (kind,) = (part for part in get_args(annotation) if part is not NoneType)
    return kind, True


def link(table: str, *, indexed: bool = False, unique: bool = False, later: bool = False) -> sa.Column[Any]:
    """A column that holds the key of a row of another table; *later* closes a circle of tables."""
    return sa.Column(KEY, sa.ForeignKey(f"{table}.key", use_alter=later), index=indexed, unique=unique)


def of_state(*, indexed: bool = False) -> sa.Column[Any]:
    """A column that holds the code of a State."""
    return sa.Column(STATE, sa.ForeignKey("state.iso3"), index=indexed)


def text_of(stored: object) -> str | None:
    """What a column holds as the journal's text; bytes by their SHA-256."""
    if isinstance(stored, bytes):
        return "sha256:" + hashlib.sha256(stored).hexdigest()
    return None if stored is None else str(stored)
