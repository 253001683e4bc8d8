"""A list of who is present, pasted or in a file: each State that a line of it names, and whether it is online."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.presence_lines import read_line
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
NO_STATE = N_("No State was found in the list, and nobody was noted as present: write a State on each line.")


@dataclass(frozen=True, slots=True)
class PresenceList:
    """The States that a list names, in its order, each with how it is there.

    *unknown* are the lines that name none, or say that it is not there.
    """

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
            cells = [text for cell in line.cells if (text := text_of(cell).strip())]
            found, kind = read_line(cells, names)
            there |= {state.iso3: (state, kind) for state in found}
            if cells and not found:
                unknown.append(" ".join(cells))
        if not there:
            raise Problem(NO_STATE, field_name="list")
        return PresenceList(tuple(there.values()), tuple(unknown))
