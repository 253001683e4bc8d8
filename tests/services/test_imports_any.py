"""Any list that is judged can be taken in, breaks no rule, and brings nothing a second time."""

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.intake import WORK, ByHand, Choice, Correction, IntakeKind, Preview, Reading, Verdict
from nmirf_desktop.domain.intake.report import line_said
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.membership_rules import (
    check_no_overlap,
    check_not_twice,
    check_observer_contact,
    check_one_mechanism,
    check_one_voting,
)
from nmirf_desktop.exchange.cells import Cell, Line
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.imports import FoundList, Imports
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage.verification import verify
from tests import registers
from tests.registers import OPENS

STATES = ("Brazil", "PRY", "Suisse", "Japon", "Kenya", "Côte d’Ivoire")
DAYS: tuple[Cell, ...] = (
    None, datetime.date(2024, 5, 9), datetime.date(2024, 5, 8), "15/7/2025", "2025-09-01", datetime.date(2026, 2, 1),
    datetime.date(2026, 12, 24), "31/12/2026",
)  # fmt: skip
MEMBERS: dict[str, tuple[Cell, ...]] = {
    "state": STATES,
    "status": ("Member", "Observateur", "Neither", "", None),
    "since": DAYS,
    "last_day": (None, None, *DAYS),
    "letter_date": (None, None, *DAYS),
    "reference": (None, "NV 1", "NV 2"),
    "adoption": (None, None, "yes", "no"),
    "mechanism": (None, "Committee", "Comité", "Unit"),
    "mechanism_since": DAYS,
    "emails": (None, "a@example.org", "b@example.org; c@example.org"),
}
POINTS: dict[str, tuple[Cell, ...]] = {
    "state": STATES,
    "person": (None, "SOSA, Ana", "Ana SOSA", "Mme Luz VERA", "Luz Ana Vera", "Focal point of Brazil"),
    "function": (None, "Directora", "Focal point of Brazil"),
    "emails": (None, "ana@example.org", "luz@example.org", "box@example.org; ana@example.org"),
    "role": (None, "votes", "focal point", "alternate", "contact", "Representative in the Executive Committee"),
    "since": DAYS,
    "last_day": (None, None, *DAYS),
    "gender": (None, "F", "M"),
    "language": (None, "fr", "español"),
}


def lists(kind: IntakeKind) -> st.SearchStrategy[FoundList]:
    """Lists whose cells have much to say."""
    cells = MEMBERS if kind is IntakeKind.MEMBERS else POINTS
    columns = {name: place for place, name in enumerate(cells)}
    rows = st.lists(st.tuples(*(st.sampled_from(values) for values in cells.values())), min_size=1, max_size=8)

    def found(drawn: Sequence[tuple[Cell, ...]]) -> FoundList:
        lines = tuple(Line(number, tuple(row)) for number, row in enumerate(drawn, 2))
        return FoundList(kind, "list", tuple((place, name) for name, place in columns.items()), columns, lines)

    return rows.map(found)


def assert_lawful(imports: Imports) -> None:
    """What the register holds is what single verbs would have allowed."""
    known = imports.snapshot(OPENS)
    for membership in known.memberships:
        check_no_overlap(known.memberships, membership)
    for mechanism in known.mechanisms:
        check_one_mechanism(known.mechanisms, mechanism)
    people = {one.key: one for one in known.people}
    for point in known.focal_points:
        check_one_voting(known.focal_points, point, people)
        check_not_twice(known.focal_points, point, people[point.person])
        check_observer_contact(known.memberships, point)


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small network, made once."""
    path = registers.fresh(tmp_path_factory.mktemp("any") / "network.nmirf")
    with open_register(path) as store:
        registers.network(
            registers.desk(store, registers.Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)))
        )
    return path


def said(preview: Preview) -> list[str]:
    """What the rows of a preview would do."""
    return [f"{line_said(row, catalog(Language.EN))} {row.cells}" for row in preview.rows if row.facts]


COUNT = itertools.count()
DECIDED = [choice for choice in Choice if choice is not Choice.ANOTHER_PERSON]
"""That somebody is another person makes a new record each time that it is said."""


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    choices=st.frozensets(st.sampled_from(DECIDED)),
    status=st.sampled_from([None, MembershipKind.MEMBER]),
)
def test_any_list_can_be_taken_in_and_brings_nothing_twice(
    network: Path, tmp_path: Path, data: st.DataObject, choices: frozenset[Choice], status: MembershipKind | None
) -> None:
    path = tmp_path / f"{next(COUNT)}.nmirf"
    path.write_bytes(network.read_bytes())
    by_hand = ByHand(Reading(Language.EN, status), {number: Correction(choices=choices) for number in range(2, 12)})
    with open_register(path) as store:
        desk = registers.desk(store, registers.Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)))
        imports = Imports(store, desk.states)
        for kind in data.draw(st.lists(st.sampled_from(sorted(set(IntakeKind) - WORK)), min_size=1, max_size=3)):
            found = data.draw(lists(kind))
            judged = imports.preview(found, OPENS, by_hand)
            if not judged.preview.imported:
                continue
            imports.record(judged, leave_out_errors=True)
            assert_lawful(imports)
            taken = {row.number for row in judged.preview.rows if row.verdict is not Verdict.ERROR}
            lines = tuple(line for line in found.lines if line.number in taken)
            again = imports.preview(replace(found, lines=lines), OPENS, by_hand).preview
            assert not said(again), "\n".join(["before:", *said(judged.preview), "again:", *said(again)])
        with store.read() as session:
            assert not verify(session).faults
    path.unlink()
