"""Approved minutes are not changed by any command, by an import, or by records that are merged and renamed."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.__main__ import main
from nmirf_desktop.cli.options import parser
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.people import PEOPLE
from tests import samples

COMMANDS = {"new", "sample", "export", "import", "tally", "check", "verify", "archive"}
MEMBERS = "State,Status,Since\nKenya,member,2030-01-01\nFrance,member,2026-08-01\n"


@pytest.fixture
def register(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """The sample register, whose minutes are approved."""
    return samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")


def settled(register: Path) -> tuple[tuple[Minutes, ...], tuple[MinutesParagraph, ...], tuple[bytes, ...]]:
    """Every row of minutes, and the pages of those of 2026 in three languages."""
    with open_register(register, read_only=True) as store:
        with store.read() as session:
            minutes, paragraphs = MINUTES.all(session), PARAGRAPHS.all(session)
        assert all(one.state is MinutesState.APPROVED for one in minutes)
        request = Request(DocumentKind.MINUTES, held(Secretariat(store)).key)
        return minutes, paragraphs, Secretariat(store).papers.preview(request)


def held(desk: Secretariat) -> Meeting:
    return next(one for one in desk.meetings.list() if one.symbol == "NMIRF/2026")


def test_every_command_is_tried() -> None:
    commands = next(one for one in parser(catalog(Language.EN))._actions if one.dest == "command")
    assert set(commands.choices or ()) == COMMANDS


def test_no_command_changes_them(register: Path, tmp_path: Path) -> None:
    before = settled(register)
    table, out = tmp_path / "members.csv", tmp_path / "out"
    table.write_text(MEMBERS, encoding="utf-8")
    out.mkdir()
    for command in (
        ["new", str(register)],
        ["sample", str(register)],
        ["export", str(register), "--document", "minutes", "--to", str(out)],
        ["export", str(register), "--document", "corrigendum", "--to", str(out)],
        ["import", str(register), "members", str(table), "--leave-out-errors"],
        ["import", str(register), "agenda", str(table), "--meeting", "NMIRF/2026"],
        ["import", str(register), "translations", str(table)],
        ["tally", str(table)],
        ["check", str(register)],
        ["verify", str(register)],
        ["archive", str(register), "--to", str(tmp_path / "archive")],
    ):
        main(command)
        assert settled(register) == before, command
    assert {one.name for one in out.iterdir()} >= {"NMIRF-2026-2-Corr.1-Corrigendum-FR.pdf"}


def test_records_that_are_merged_renamed_and_put_right_do_not_reach_them(register: Path) -> None:
    before = settled(register)
    on = samples.ON
    with open_register(register, author="coordinator") as store:
        desk = Secretariat(store)
        meeting = held(desk)
        with store.read() as session:
            people = PEOPLE.all(session, state="PRT")
        desk.people.merge(replace(people[0], family_name="Another"), people[1].key)
        names = Names("Elsewhere", "Ailleurs", "Otra parte")
        desk.states.rename(Renaming("renamed", "KEN", datetime.date(2026, 1, 1), names, names, names))
        spoken = desk.sittings.interventions(meeting.key)[0]
        desk.sittings.note(replace(spoken, note="said something else"))
        assert desk.minutes.offers(desk.minutes.minutes(meeting.key).key) == ()  # type: ignore[union-attr]
        (issued,) = desk.papers.issue(Request(DocumentKind.MINUTES, meeting.key, (Edition.EN,)), on)
        desk.meetings.save(replace(meeting, place=meeting.place.with_text(Language.EN, "Elsewhere")))
        assert desk.papers.preview(Request(DocumentKind.MINUTES, meeting.key, (Edition.EN,))) == (
            desk.papers.bytes_of(issued),
        )
    assert settled(register)[:2] == before[:2]
    assert settled(register)[2][1:] == before[2][1:]
