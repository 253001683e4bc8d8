"""The command ``import``: what each row would do, line by line, and the exit code."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.cli import run
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers

MEMBERS = """Members of the Network;;
Pays;Statut;Depuis
Brésil;Membre;9 mai 2024
Japon;Observateur;15/7/2025
Kosovo;Membre;9 mai 2024
Urugay;Membre;9 mai 2024
Total;4;
"""
SHOWN = """\
1: not read: Members of the Network
7: not read: Total · 4
3: New: Brazil: Founding member.
4: New, with a warning: Japan: Joins as observer on 15 July 2025. \
The communication by which this State joined is missing: record it when it is found (R8).
5: Error: Kosovo: Only Member States of the United Nations can be members or observers. \
Others may attend meetings as other participants.
6: Error: Urugay: No Member State of the United Nations is called “Urugay”. It may mean: Uruguay.
New: 2, of which 1 with a warning · Changed: 0 · Unchanged: 0 · Error: 2
"""


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty register, and a terminal that speaks English."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return registers.fresh(tmp_path / "register.nmirf")


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """A French list with a title, a sum and two States that are none."""
    path = tmp_path / "membres.csv"
    path.write_bytes(MEMBERS.encode("cp1252"))
    return path


def test_rows_are_said_and_nothing_is_imported_while_some_are_wrong(
    register: Path, members: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", str(register), "members", str(members)]) == 1
    said = capsys.readouterr()
    assert said.out == SHOWN
    assert said.err == "Rows in error: 2. Nothing was imported: correct them, or leave them out.\n"
    assert run(["verify", str(register)]) == 0
    assert capsys.readouterr().out == "1 journal entry verified.\n"


def test_a_dry_run_writes_nothing(register: Path, members: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = register.read_bytes()
    assert run(["import", str(register), "members", str(members), "--dry-run", "--leave-out-errors"]) == 0
    assert "imported" not in capsys.readouterr().out
    assert register.read_bytes() == before


def test_the_others_are_imported_where_errors_are_left_out(
    register: Path, members: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["import", str(register), "members", str(members), "--leave-out-errors"]
    assert run(command) == 0
    assert "2 rows imported." in capsys.readouterr().out
    assert run(command) == 0
    out = capsys.readouterr().out
    assert "imported" not in out
    assert "New: 0 · Changed: 0 · Unchanged: 2 · Error: 2" in out


def test_a_list_of_a_status_and_a_language(register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Country,Since\nBrazil,2024-05-09\n", encoding="utf-8")
    assert run(["import", str(register), "members", str(path)]) == 1
    assert run(["import", str(register), "members", str(path), "--status", "observer"]) == 0
    assert "Founding observer" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [["members", "missing.csv"], ["friends", "list.csv"], ["members"], ["members", "list.csv", "--language", "de"]],
)
def test_wrong_use_is_one_line_and_exit_2(register: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(register), *wrong]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Traceback" not in error


def test_help_says_what_a_list_is(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "--help"]) == 0
    assert "dated by the day of the import" in " ".join(capsys.readouterr().out.split())


def test_the_order_of_days_and_months_is_said_or_chosen(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dates.csv"
    path.write_text(
        "State,Status,Since,Letter date,Reference\nBrazil,Member,04/05/2025,04/05/2025,\n", encoding="utf-8"
    )
    command = ["import", str(register), "members", str(path)]
    assert run([*command, "--dry-run"]) == 0
    assert "“04/05/2025” is read as 4 May 2025, and may be 5 April 2025" in capsys.readouterr().out
    assert run([*command, "--dates", "month-first"]) == 0
    out = capsys.readouterr().out
    assert "2: New: Brazil: Joins as member on 5 April 2025. Date of the letter: – → 5 April 2025." in out
    assert "Reference: – → –" not in out
    assert run([*command, "--dates", "sideways"]) == 2


def test_one_day_for_mechanisms_without_one_is_given_on_the_command_line(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mechanisms.csv"
    path.write_text("State,Status,Since,Mechanism\nBrazil,Member,9 May 2024,National committee\n", encoding="utf-8")
    assert run(["import", str(register), "members", str(path), "--dry-run"]) == 0
    assert "9 May 2024 is recorded, the first day of the State’s membership" in capsys.readouterr().out
    given = ["--dry-run", "--mechanisms-since", "2020-03-01"]
    assert run(["import", str(register), "members", str(path), *given]) == 0
    assert "1 March 2020 is recorded, as for the whole list" in capsys.readouterr().out


def test_participants_are_looked_at_and_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register, listing = tmp_path / "network.nmirf", tmp_path / "participants.csv"
    registers.networked(register)
    listing.write_text(
        "State,Name,Function,Head?,Reply,Answered on,Meeting\n"
        "Paraguay,Ms. Ana EXAMPLE,Director,yes,Attends,2024-06-03,NMIRF/2026\n",
        encoding="utf-8",
    )
    arguments = ["import", str(register), "participants", str(listing), "--dry-run"]
    assert run(arguments) == 0
    assert "The answer is recorded for NMIRF/2026." in capsys.readouterr().out
    with open_register(register, read_only=True) as store:
        (meeting,) = Secretariat(store).meetings.list()
        assert not Secretariat(store).invitations.guests(meeting.key).lines
    assert run([one for one in arguments if one != "--dry-run"]) == 0
    with open_register(register, read_only=True) as store:
        (line,) = Secretariat(store).invitations.guests(meeting.key).lines
    assert [person.label(Language.EN) for _, person in line.delegation] == ["Ana EXAMPLE"]


ACTIVITIES = """Fecha;Actividad;Objetivos;Con quién
10/3/2026;Taller;1, 3;Perú, Instituto Nuevo
23/3/2026;Visita;2;OHCHR
"""
ACTIVITIES_SHOWN = """\
2: Error: Taller: “Instituto Nuevo” is neither a State nor a partner of the register: \
correct it, or record it as a new partner.
3: New: Visita: It is recorded.
New: 1 · Changed: 0 · Unchanged: 0 · Error: 1
"""


def test_a_list_of_activities_is_said_row_by_row_and_taken_in(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "actividades.csv"
    path.write_text(ACTIVITIES, encoding="utf-8")
    command = ["import", str(register), "activities", str(path)]
    assert run(command) == 1
    assert capsys.readouterr().out == ACTIVITIES_SHOWN
    assert run([*command, "--leave-out-errors"]) == 0
    assert "1 row imported." in capsys.readouterr().out
    with open_register(register, read_only=True) as store:
        (line,) = Secretariat(store).activities.between(datetime.date.min, datetime.date.max).lines
        assert (line.activity.title.es, line.activity.begins_on) == ("Visita", datetime.date(2026, 3, 23))
