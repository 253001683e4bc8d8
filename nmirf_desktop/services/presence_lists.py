"""A list of who is present, pasted or in a file: each State that a line of it names, and whether it is online."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recognition import Gazetteer, fold
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.exchange.cells import Line, text_of
from nmirf_desktop.exchange.delimited import read_text
from nmirf_desktop.exchange.sheets import read_sheets
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.tallying import names_of
from nmirf_desktop.storage.states import RENAMINGS
from nmirf_desktop.storage.store import Store

PASTED = "…"
"""The name of what is no file."""
ONLINE = frozenset(
    map(
        fold,
        ("Online", "Connected", "Remote", "En ligne", "Connecté", "À distance", "En línea", "Conectado", "Virtual"),
    )
)
"""How lists say that a delegation is not in the room."""
ARRIVED, ARRIVED_ONLINE = PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE
NO_STATE = N_("No State was found in the list, and nobody was noted as present: write a State on each line.")
_SEPARATED = re.compile("[;|,\t(]")
_CODE = 2
"""So short a text beside others is a word ("No", "Mr"), not the code of a State."""


@dataclass(frozen=True, slots=True)
class PresenceList:
    """The States that a list names, in its order, each with how it is there; *unknown* are lines that name none."""

    there: tuple[tuple[State, PresenceKind], ...]
    unknown: tuple[str, ...] = ()

    @property
    def kinds(self) -> dict[StateCode, PresenceKind]:
        """How each State is there."""
        return {state.iso3: kind for state, kind in self.there}


class PresenceLists:
    """Lists of who is present, read against all names of States, those that the register knows among them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pasted(self, text: str) -> PresenceList:
        """What a text lists, a State on each line. Raises ``Problem`` where it names none."""
        return self._read(read_text(text.encode(), PASTED).lines)

    def file(self, path: Path) -> PresenceList:
        """What a file lists, in all its sheets. Raises ``Problem`` where it cannot be read, or names no State."""
        return self._read([line for sheet in read_sheets(path) for line in sheet.lines])

    def _read(self, lines: Iterable[Line]) -> PresenceList:
        with self._store.read() as session:
            names = names_of(RENAMINGS.all(session))
        there: dict[StateCode, tuple[State, PresenceKind]] = {}
        unknown = []
        for line in lines:
            cells = [text.strip() for cell in line.cells if (text := text_of(cell)).strip()]
            found = _states(cells, names)
            if len(cells) == 1 and not found:  # one line of a list that separates no others
                cells = [part.strip() for part in _SEPARATED.split(cells[0])]
                found = _states(cells, names)
            kind = ARRIVED_ONLINE if any(fold(cell) in ONLINE for cell in cells) else ARRIVED
            there |= {state.iso3: (state, kind) for state in found}
            if cells and not found:
                unknown.append(" ".join(cells))
        if not there:
            raise Problem(NO_STATE, field_name="list")
        return PresenceList(tuple(there.values()), tuple(unknown))


def _states(cells: Sequence[str], names: Gazetteer) -> list[State]:
    """The States of a line: all where it names nothing else, else the first cell that is a name, and no short code."""
    named = [_named(cell, names) for cell in cells]
    if all(named):
        return [state for state in named if state]
    return [state for cell, state in zip(cells, named, strict=True) if state and len(cell) > _CODE][:1]


def _named(cell: str, names: Gazetteer) -> State | None:
    """The State that a text names; a name that two may claim is none."""
    try:
        return names.find(cell)
    except Problem:
        return None
