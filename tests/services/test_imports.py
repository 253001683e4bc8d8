"""A list into a real register: one entry of the journal, undone whole, all or nothing, and nothing on a second time."""

import datetime
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nmirf_desktop.domain.intake import ByHand, Choice, Correction, IntakeKind, Reading, Verdict
from nmirf_desktop.domain.intake.fields import FIELDS
from nmirf_desktop.domain.intake.judging import AS_IT_IS
from nmirf_desktop.domain.members import Basis, Communication, CommunicationForm, MembershipKind
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.exchange.spreadsheet import CSV, XLSX, Cell, ListSheet
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.imports import FoundList, Imports, Judged, chosen_list, template
from nmirf_desktop.services.lists import write_list
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.undo import redo, undo
from nmirf_desktop.storage.verification import verify
from tests.registers import Desk

ON = datetime.date(2026, 11, 25)
MEMBERS = """State,Status,Since,Mechanism,Mechanism exists since
Brazil,Member,9 May 2024,Interministerial Committee,2020-03-01
Japan,Observer,2025-07-15,,
Urugay,Member,9 May 2024,,
"""
POINTS = """State,Focal point,E-mail,Role,From
Brazil,"SOSA, Ana",ana@example.org,Votes,2024-06-01
Japan,"VERA, Luz",luz@example.org,,2025-08-01
"""


@pytest.fixture
def imports(desk: Desk) -> Imports:
    """The imports of an empty register."""
    return Imports(desk.store, desk.states)


def listed(folder: Path, text: str, name: str = "list.csv") -> Path:
    """A list as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def judged(imports: Imports, path: Path, kind: IntakeKind, by_hand: ByHand = AS_IT_IS) -> Judged:
    """The preview of the only list of a file."""
    (found,) = imports.read(kind, path)
    return imports.preview(found, ON, by_hand)


def take_in(imports: Imports, path: Path, kind: IntakeKind) -> int:
    """Import what can be, and say how many rows that were."""
    return imports.record(judged(imports, path, kind), leave_out_errors=True).rows


def rows_of(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that an import writes, as it is stored."""
    with closing(sqlite3.connect(f"file:{desk.store.path}?mode=ro", uri=True)) as connection:
        tables = ("membership", "communication", "mechanism", "focal_point", "person")
        return {table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall()) for table in tables}


def test_an_import_is_one_entry_that_is_undone_whole(desk: Desk, imports: Imports, tmp_path: Path) -> None:
    before = rows_of(desk)
    with desk.store.read() as session:
        entries = len(ENTRIES.all(session))
    assert take_in(imports, listed(tmp_path, MEMBERS), IntakeKind.MEMBERS) == 2
    with desk.store.read() as session:
        assert len(ENTRIES.all(session)) == entries + 1
        assert not verify(session).faults
    after = rows_of(desk)
    assert len(after["membership"]) == 2
    undo(desk.store)
    assert rows_of(desk) == before
    redo(desk.store)
    assert rows_of(desk) == after


def test_errors_are_left_out_only_where_that_was_said(desk: Desk, imports: Imports, tmp_path: Path) -> None:
    shown = judged(imports, listed(tmp_path, MEMBERS), IntakeKind.MEMBERS)
    with pytest.raises(Refusal, match="error"):
        imports.record(shown)
    assert not rows_of(desk)["membership"]
    done = imports.record(shown, leave_out_errors=True)
    assert [row.number for row in done.left_out] == [4]


def test_a_second_import_brings_nothing(desk: Desk, imports: Imports, tmp_path: Path) -> None:
    members, points = listed(tmp_path, MEMBERS), listed(tmp_path, POINTS, "points.csv")
    assert take_in(imports, members, IntakeKind.MEMBERS) == 2
    assert take_in(imports, points, IntakeKind.FOCAL_POINTS) == 2
    for path, kind in ((members, IntakeKind.MEMBERS), (points, IntakeKind.FOCAL_POINTS)):
        again = judged(imports, path, kind).preview
        assert {row.verdict for row in again.rows} <= {Verdict.UNCHANGED, Verdict.ERROR}
        with pytest.raises(Refusal, match="nothing to import"):
            imports.record(judged(imports, path, kind), leave_out_errors=True)


def test_a_register_that_changed_since_the_preview_is_not_written(desk: Desk, imports: Imports, tmp_path: Path) -> None:
    shown = judged(imports, listed(tmp_path, MEMBERS), IntakeKind.MEMBERS)
    desk.members.admit_founders(["BRA"], MembershipKind.MEMBER)
    before = rows_of(desk)
    with pytest.raises(Refusal, match="changed since"):
        imports.record(shown, leave_out_errors=True)
    assert rows_of(desk) == before


def test_a_cancelled_import_leaves_nothing(desk: Desk, imports: Imports, tmp_path: Path) -> None:
    shown = judged(imports, listed(tmp_path, MEMBERS), IntakeKind.MEMBERS)
    before = rows_of(desk)

    def cancelled(_step: int, _steps: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.record(shown, leave_out_errors=True, report=cancelled)
    assert rows_of(desk) == before


def test_what_is_put_right_by_hand_is_taken_in(desk: Desk, imports: Imports, tmp_path: Path) -> None:
    by_hand = ByHand(corrections={4: Correction({"state": "Uruguay", "since": "8 de mayo de 2024"})})
    shown = judged(imports, listed(tmp_path, MEMBERS), IntakeKind.MEMBERS, by_hand)
    assert imports.record(shown).rows == 3
    assert [row[1] for row in rows_of(desk)["membership"]].count("URY") == 1


def test_the_earlier_designation_ends_where_the_reader_said_so(desk: Desk, imports: Imports, tmp_path: Path) -> None:
    take_in(imports, listed(tmp_path, MEMBERS), IntakeKind.MEMBERS)
    take_in(imports, listed(tmp_path, POINTS), IntakeKind.FOCAL_POINTS)
    successor = 'State,Focal point,E-mail,Role,From\nBrazil,"CRUZ, Eva",eva@example.org,Votes,2025-01-01\n'
    path = listed(tmp_path, successor)
    assert judged(imports, path, IntakeKind.FOCAL_POINTS).preview.wrong
    by_hand = ByHand(corrections={2: Correction(choices=frozenset({Choice.END_EARLIER}))})
    imports.record(judged(imports, path, IntakeKind.FOCAL_POINTS, by_hand))
    file = desk.members.file("BRA", ON)
    assert [point.period.last_day for point in file.focal_points] == [datetime.date(2024, 12, 31), None]


def test_r8_a_membership_whose_letter_is_missing_is_flagged_and_shown(
    desk: Desk, imports: Imports, tmp_path: Path
) -> None:
    take_in(imports, listed(tmp_path, MEMBERS), IntakeKind.MEMBERS)
    file = desk.members.file("JPN", ON)
    assert (file.memberships[0].basis, file.memberships[0].communication) == (Basis.COMMUNICATION, None)
    found = [one for one in Compliance(desk.store).check(ON) if one.rule == "R8"]
    assert any("not recorded yet" in one.message.said_in(catalog(Language.EN)) for one in found)
    letter = Communication(
        new_key(), "JPN", file.memberships[0].period.start, CommunicationForm.LETTER, MembershipKind.OBSERVER,
        states_interest=True, states_adoption=True,
    )  # fmt: skip
    assert desk.members.receive(letter).now is not None
    assert desk.members.file("JPN", ON).memberships[0].communication == letter.key


def test_a_state_is_known_by_the_name_that_it_took_in_this_register(
    desk: Desk, imports: Imports, tmp_path: Path
) -> None:
    names = Names("Newland", "Nouvelleterre", "Nuevatierra")
    desk.states.rename(Renaming(new_key(), "PER", datetime.date(2026, 1, 1), names, names, Names("", "", "")))
    shown = judged(
        imports, listed(tmp_path, "Pays,Statut,Depuis\nNouvelleterre,Membre,9 mai 2024\n"), IntakeKind.MEMBERS
    )
    assert [row.state.iso3 if row.state else None for row in shown.preview.rows] == ["PER"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", IntakeKind)
def test_the_template_is_read_in_each_language(
    kind: IntakeKind, language: Language, imports: Imports, tmp_path: Path
) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(template(kind, language))
    (found,) = imports.read(kind, path)
    assert not found.lines
    assert found.columns.keys() == {field.name for field in FIELDS[kind] if not field.derived}
    assert found.language is language


@pytest.mark.parametrize("suffix", [XLSX, CSV])
@pytest.mark.parametrize("language", Language)
def test_a_list_in_the_program_s_headings_comes_back_without_a_change(
    language: Language, suffix: str, imports: Imports, tmp_path: Path
) -> None:
    day = datetime.date(2025, 7, 15)
    values: dict[IntakeKind, dict[str, Cell]] = {
        IntakeKind.MEMBERS: {
            "state": "PER", "status": "member", "since": day, "letter_date": day, "reference": "=1+1",
            "mechanism_fr": "Comité", "mechanism_en": "Committee", "mechanism_type": "Other", "mechanism_since": day,
            "web": "https://example.org", "legal_basis": "-Decree 7", "address": "1 Street",
            "emails": "a@example.org; b@example.org", "telephones": "+51 1",
        },
        IntakeKind.FOCAL_POINTS: {
            "state": "PER", "given_name": "Ana", "family_name": "Sosa", "function_es": "Directora",
            "function_en": "Director", "institution": "@Ministry", "gender": "F", "form_of_address": "Dr",
            "language": "es", "role": "votes", "emails": "ana@example.org; b@example.org", "telephones": "+51 1; +51 2",
            "address": "=1 Street", "since": day, "reference": "+7",
        },
    }  # fmt: skip
    for kind, cells in values.items():
        fields = [field for field in FIELDS[kind] if not field.derived]
        headings = tuple(field.called(language) for field in fields)
        row = tuple(cells.get(field.name) for field in fields)
        path = write_list(ListSheet("List", headings, (row,), language), tmp_path / f"{kind}{suffix}")
        shown = judged(imports, path, kind, ByHand(Reading(language)))
        assert imports.record(shown).rows == 1, shown.preview.rows
        again = judged(imports, path, kind, ByHand(Reading(language))).preview
        assert [row.verdict for row in again.rows] == [Verdict.UNCHANGED], again.rows


DAY = datetime.date(2025, 7, 15)
SAVED_AGAIN: dict[IntakeKind, tuple[Language, tuple[dict[str, Cell], ...]]] = {
    IntakeKind.MEMBERS: (
        Language.ES,
        (
            {
                "state": "Perú", "status": "Miembro", "since": DAY, "letter_date": DAY, "reference": "=1+1",
                "mechanism_fr": "Comité", "mechanism_type": "Otro", "mechanism_since": DAY, "legal_basis": "-x",
                "address": "@x", "telephones": "+51 1; 0044 12",
            },
            {"state": "Chile", "status": "Observador", "since": DAY, "letter_date": DAY, "reference": "0012"},
            {"state": "Cuba", "status": "Observador", "since": DAY, "letter_date": DAY, "reference": "1E5"},
        ),
    ),
    IntakeKind.FOCAL_POINTS: (
        Language.FR,
        (
            {
                "state": "Pérou", "given_name": "Eva", "family_name": "Paz", "institution": "@x", "telephones": "+1",
                "role": "Suppléant", "since": DAY, "last_day": DAY, "reference": "00123456789012345678",
            },
            {"state": "Pérou", "family_name": "Mensah", "role": "Suppléant", "since": DAY, "reference": "1/2"},
        ),
    ),
}  # fmt: skip
"""What stands in the lists of ``tests/data`` that LibreOffice opened and saved again, with what it could mistake."""


def saved_again(kind: IntakeKind) -> ListSheet:
    """The list as the program wrote it."""
    language, rows = SAVED_AGAIN[kind]
    fields = [field for field in FIELDS[kind] if not field.derived]
    headings = tuple(field.called(language) for field in fields)
    return ListSheet("List", headings, tuple(tuple(row.get(one.name) for one in fields) for row in rows), language)


def written(imports: Imports, kind: IntakeKind, folder: Path) -> Judged:
    """The list as the program wrote it, judged."""
    sheet = saved_again(kind)
    path = write_list(sheet, folder / f"{kind}{XLSX}")
    return judged(imports, path, kind, ByHand(Reading(sheet.language)))


@pytest.mark.parametrize("suffix", [XLSX, ".ods"])
@pytest.mark.parametrize("kind", SAVED_AGAIN)
def test_a_list_that_another_program_saved_again_brings_no_change(
    kind: IntakeKind, suffix: str, imports: Imports, tmp_path: Path
) -> None:
    for each in dict.fromkeys((IntakeKind.MEMBERS, kind)):
        assert imports.record(written(imports, each, tmp_path)).rows == len(SAVED_AGAIN[each][1])
    ours = written(imports, kind, tmp_path).preview
    by_hand = ByHand(Reading(SAVED_AGAIN[kind][0]))
    again = judged(imports, Path("tests/data") / f"saved_again_{kind}{suffix}", kind, by_hand).preview
    assert {row.verdict for row in again.rows} == {Verdict.UNCHANGED}
    said = [
        [{name: cell for name, cell in row.cells.items() if cell} for row in rows] for rows in (again.rows, ours.rows)
    ]
    assert said[0] == said[1]  # a list of an earlier version has no column for what came since


def test_a_language_in_brackets_is_that_of_its_column(imports: Imports, tmp_path: Path) -> None:
    text = "Pays;Nom;Fonction (EN);Fonction (français);Cargo [es];Remarques (2025)\nBrésil;SOSA, Ana;a;b;c;x\n"
    (found,) = imports.read(IntakeKind.FOCAL_POINTS, listed(tmp_path, text))
    assert found.columns == {"state": 0, "person": 1, "function_en": 2, "function_fr": 3, "function_es": 4}


def test_of_two_columns_for_one_field_the_one_that_is_not_read_is_told(imports: Imports, tmp_path: Path) -> None:
    text = (
        "State,Name,E-mail,Role,From,Courriel,Remark\nGhana,Eva PAZ,eva@example.org,votes,2026-02-01,e@example.org,x\n"
    )
    preview = judged(imports, listed(tmp_path, text), IntakeKind.FOCAL_POINTS).preview
    assert [one.said_in(catalog(Language.EN)) for one in preview.warnings] == [
        "Two columns are for “E-mail”: column F is read, column C is not. Choose which is meant."
    ]
    assert [one.said_in(catalog(Language.EN)) for one in preview.left_out] == ["These columns are not read: “Remark”."]
    wide = "State,Name,Role,From" + ",x" * 24 + ",Name\nGhana,Eva PAZ,votes,2026-02-01" + "," * 25 + "\n"
    (warning,) = judged(imports, listed(tmp_path, wide), IntakeKind.FOCAL_POINTS).preview.warnings
    assert "column B is read, column AC is not" in warning.said_in(catalog(Language.EN))


def test_lists_in_several_sheets_are_asked_for(imports: Imports) -> None:
    first = FoundList(IntakeKind.MEMBERS, "2025", ((0, "State"),), {"state": 0}, ())
    second, third = replace(first, sheet="2026"), replace(first, sheet="old", hidden=True)
    assert chosen_list((first, third), None, "list.xlsx") is first
    assert chosen_list((first, second), " 2026", "list.xlsx") is second
    for sheet, found in ((None, (first, second)), ("2027", (first, second))):
        with pytest.raises(Problem, match="2026"):
            raise_for(found, sheet)
    assert first.read_as(0, None).columns == {}
    assert first.read_as(1, "state").columns == {"state": 1}


def raise_for(found: tuple[FoundList, ...], sheet: str | None) -> None:
    """Choose, saying in English what is wrong."""
    try:
        chosen_list(found, sheet, "list.xlsx")
    except Problem as problem:
        raise Problem(problem.said_in(catalog(Language.EN))) from problem


def test_a_file_without_a_list_is_told(imports: Imports, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="No list was found"):
        imports.read(IntakeKind.MEMBERS, listed(tmp_path, "a,b\n1,2\n"))


KILLED = """
import datetime, os, sys
from pathlib import Path
from typing import Any
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat

def halfway(step, _steps):
    if step:
        print("halfway", flush=True)
        sys.stdin.read()

with open_register(Path(sys.argv[1])) as store:
    imports = Secretariat(store).imports
    (found,) = imports.read(IntakeKind.MEMBERS, Path(sys.argv[2]))
    imports.record(imports.preview(found, datetime.date(2026, 11, 25)), report=halfway)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed as POSIX does")
def test_killed_in_mid_import_the_register_is_as_before(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "register.nmirf"
    path.write_bytes(empty.read_bytes())
    with open_register(path) as store:
        codes = sorted(store_states(store.path))
    lines = "\n".join(f"{code},Member,9 May 2024" for code in codes)
    source = listed(tmp_path, f"Code,Status,Since\n{lines}\n")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), str(source)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "halfway\n"
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    with open_register(path) as store, store.read() as session:
        assert not verify(session).faults
        assert store_states(path, "SELECT count(*) FROM membership") == [0]


def store_states(path: Path, query: str = "SELECT iso3 FROM state") -> list[Any]:
    """The first column of what a query finds in a register."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return [row[0] for row in connection.execute(query)]
