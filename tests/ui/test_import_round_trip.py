"""Lists that left the window come back without a change: in each language, as a workbook and as CSV."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nmirf_desktop.domain.intake import ByHand, IntakeKind, Reading, Verdict
from nmirf_desktop.exchange.spreadsheet import CSV, XLSX
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.lists import write_list
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.list_export import sheet_of
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.action_plans import ActionPlansScreen
from nmirf_desktop.ui.screens.activities import ActivitiesScreen
from nmirf_desktop.ui.screens.contributions import ContributionsScreen
from nmirf_desktop.ui.screens.good_practices import GoodPracticesScreen
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.people import PeopleScreen
from nmirf_desktop.ui.shell import Shell
from tests import samples
from tests.samples import ON


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample register."""
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("trip") / "sample.nmirf")


@pytest.fixture
def desk(register: Path) -> Iterator[Secretariat]:
    """Its services, for reading."""
    with open_register(register, read_only=True) as store:
        yield Secretariat(store)


@pytest.mark.parametrize("spoken", Language)
@pytest.mark.parametrize("on", [ON, datetime.date(2024, 12, 31)])
def test_the_list_of_members_comes_back_unchanged(
    desk: Secretariat, shell: Shell, spoken: Language, on: datetime.date, tmp_path: Path
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=spoken))
    screen = MembersScreen(desk, shell.language, shell.alerts)
    screen.show_as_of(on)
    screen.refresh()
    sheet = sheet_of(screen.list, screen.list.model.rows, shell.language.words)
    assert len(sheet.rows) == 193
    for suffix in (XLSX, CSV):
        path = write_list(sheet, tmp_path / f"list{suffix}")
        (found,) = desk.imports.read(IntakeKind.MEMBERS, path)
        preview = desk.imports.preview(found, on, ByHand(Reading(spoken))).preview
        assert len(preview.rows) == 193
        assert not preview.imported
        assert not preview.warnings
        assert {row.verdict for row in preview.rows} == {Verdict.UNCHANGED}
        assert found.language in {spoken, None}
    screen.deleteLater()
    shell.memory.keep(replace(shell.memory.now, language=Language.EN))


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("spoken", Language)
def test_the_list_of_people_comes_back_unchanged(
    desk: Secretariat, shell: Shell, spoken: Language, every: bool, tmp_path: Path
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=spoken))
    screen = PeopleScreen(desk, shell.language, shell.alerts)
    screen.show_as_of(ON)
    screen.filters.every.load(every, over=True)
    screen.refresh()
    for shown in (False, True):
        for number, column in enumerate(screen.list.model.columns):
            if column.hidden:
                screen.list.columns.choose(number, shown)
        sheet = sheet_of(screen.list, screen.list.model.rows, shell.language.words)
        for suffix in (XLSX, CSV):
            path = write_list(sheet, tmp_path / f"list{suffix}")
            (found,) = desk.imports.read(desk.imports.likely(path), path)
            assert found.kind is IntakeKind.FOCAL_POINTS
            assert found.language in {spoken, None}
            preview = desk.imports.preview(found, ON, ByHand(Reading(spoken))).preview
            assert len(preview.rows) == len(sheet.rows)
            assert not preview.imported
            assert not preview.warnings
            assert {row.verdict for row in preview.rows} == {Verdict.UNCHANGED}
    screen.deleteLater()
    shell.memory.keep(replace(shell.memory.now, language=Language.EN))


WORK: dict[IntakeKind, Callable[..., Screen]] = {
    IntakeKind.ACTIVITIES: ActivitiesScreen,
    IntakeKind.GOOD_PRACTICES: GoodPracticesScreen,
    IntakeKind.CONTRIBUTIONS: ContributionsScreen,
    IntakeKind.ACTION_PLANS: ActionPlansScreen,
}


@pytest.mark.parametrize("spoken", Language)
@pytest.mark.parametrize("kind", list(WORK))
def test_the_lists_of_the_network_s_work_come_back_unchanged(
    desk: Secretariat, shell: Shell, kind: IntakeKind, spoken: Language, tmp_path: Path
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=spoken))
    screen: Any = WORK[kind](desk, shell.language, shell.alerts)
    screen.show_as_of(ON)
    screen.refresh()
    for shown in (False, True):
        for number, column in enumerate(screen.list.model.columns):
            if column.hidden:
                screen.list.columns.choose(number, shown)
        sheet = sheet_of(screen.list, screen.list.model.rows, shell.language.words)
        assert sheet.rows
        for suffix in (XLSX, CSV):
            path = write_list(sheet, tmp_path / f"list{suffix}")
            assert desk.imports.likely(path) is kind
            (found,) = desk.imports.read(kind, path)
            preview = desk.imports.preview(found, ON, ByHand(Reading(spoken))).preview
            assert len(preview.rows) == len(sheet.rows)
            assert not preview.imported, [(row.number, row.changes, row.reasons) for row in preview.imported]
            assert {row.verdict for row in preview.rows} == {Verdict.UNCHANGED}, [row.reasons for row in preview.wrong]
            assert found.language in {spoken, None}
    screen.deleteLater()
    shell.memory.keep(replace(shell.memory.now, language=Language.EN))
