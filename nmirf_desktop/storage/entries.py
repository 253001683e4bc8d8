"""What a row is found by, and which table is looked into."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.storage.rows import Rows


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row is found by: its *names*, its *codes* where typed whole or begun, and any other text.

    *first* are those of the names of a State that come before what others are called beside theirs; *of* are keys of
    rows by whose names it is met too; *thing* is what is shown, where that is another row.
    """

    names: tuple[str, ...] = ()
    first: tuple[str, ...] = field(default=(), kw_only=True)
    codes: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    of: tuple[Key | None, ...] = ()
    thing: Key = ""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A table that is looked into: the kind of what is found in it, and what each of its rows is found by."""

    rows: Rows[Any]
    kind: Kind
    entry: Callable[[Any], Entry]


def each(text: Trilingual) -> tuple[str, ...]:
    """A text as it stands in each language."""
    return (text.en, text.fr, text.es)
