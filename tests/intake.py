"""Lists and registers for tests of the import: small tables, judged as values."""

import datetime
import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.intake import ByHand, Cell, Correction, IntakeKind, IntakeTable, Preview, PreviewRow, Reading
from nmirf_desktop.domain.intake.judging import Against, preview
from nmirf_desktop.domain.intake.standing import Snapshot
from nmirf_desktop.domain.members import Basis, FocalPoint, Membership, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recognition import Gazetteer, parse_aliases
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled

ON = datetime.date(2026, 11, 25)
ADOPTED = datetime.date(2024, 5, 9)
STATES = {
    state.iso3: state
    for state in parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
}  # fmt: skip
NAMES = Gazetteer(STATES.values(), parse_aliases(bundled("resources/aliases.csv").read_text(encoding="utf-8")))
EMPTY = Snapshot(ON, STATES)
AS_READ, NO_CORRECTION = Reading(), Correction()


@dataclass(frozen=True)
class TableLine:
    """A line of a list."""

    number: int
    cells: tuple[Cell, ...]


def table(kind: IntakeKind, fields: str, *rows: tuple[Cell, ...]) -> IntakeTable:
    """A list whose columns are the *fields*, in their order; its first row is line 2."""
    columns = {name: place for place, name in enumerate(fields.split())}
    return IntakeTable(kind, tuple(TableLine(number, row) for number, row in enumerate(rows, 2)), columns)


def judged(
    asked: IntakeTable,
    register: Snapshot = EMPTY,
    corrections: Mapping[int, Correction] | None = None,
    reading: Reading = AS_READ,
) -> Preview:
    """The preview of a list."""
    keys = itertools.count()
    against = Against(register, NAMES, lambda: f"new-{next(keys)}")
    return preview(asked, against, ByHand(reading, corrections or {}))


def member(fields: str, *cells: Cell, register: Snapshot = EMPTY, reading: Reading = AS_READ) -> PreviewRow:
    """One row of a list of members, judged."""
    return judged(table(IntakeKind.MEMBERS, fields, cells), register, reading=reading).rows[0]


def point(
    fields: str,
    *cells: Cell,
    register: Snapshot = EMPTY,
    by_hand: Correction = NO_CORRECTION,
    reading: Reading = AS_READ,
) -> PreviewRow:
    """One row of a list of focal points, judged."""
    return judged(table(IntakeKind.FOCAL_POINTS, fields, cells), register, {2: by_hand}, reading).rows[0]


def said(row: PreviewRow, language: Language = Language.EN) -> str:
    """The reasons of a row in words."""
    return " ".join(reason.said.said_in(catalog(language)) for reason in row.reasons)


def founder(state: str, kind: MembershipKind = MembershipKind.MEMBER) -> Membership:
    """A founding membership."""
    return Membership(f"m-{state}", state, kind, Period(ADOPTED), Basis.FOUNDING)


def person(key: str, state: str = "PRY", name: str = "", email: str = "") -> Person:
    """A person, or a function where there is no name."""
    given, _, family = name.partition(" ")
    emails = (email,) if email else ()
    function = Trilingual.final(f"Focal point of {state}", f"Point focal de {state}", f"Punto focal de {state}")
    return Person(key, function, state, given, family, emails=emails)


def votes(key: str, who: Person, start: datetime.date = ADOPTED, end: datetime.date | None = None) -> FocalPoint:
    """A designation that votes."""
    return FocalPoint(key, who.state or "", who.key, Period(start, end))
