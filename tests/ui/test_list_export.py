"""Lists that leave the window: read back, they are what was shown, in each language, in both kinds of files."""

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.exchange.formulas import unneutralised
from nmirf_desktop.exchange.spreadsheet import CSV, XLSX, Cell, ListSheet
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.lists import write_list
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Question
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.jobs import Cancelled, InlineJobs, Job
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.list_export import list_in_hand, lists_of, sheet_of
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.shell import Shell, make_shell
from nmirf_desktop.ui.table import RowTable
from tests import samples
from tests.app.pictures import office_of, settle
from tests.samples import ON
from tests.ui.clipping import theme
from tests.ui.conftest import Answers
from tests.ui.screens.offices import held, shown
from tests.ui.shells import let_go

SHORTCUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NEEDED = {
    "members",
    "activities",
    "encouragement",
    "people",
    "imports",
    "committee",
    "candidatures",
    "meetings",
    "texts",
    "agenda",
    "settings",
    "participants",
    "distribution",
    "session",
    "minutes",
    "decisions",
    "action-plan",
    "annual-review",
    "documents",
    "follow-ups",
    "partners",
    "good-practices",
    "knowledge-hub",
    "rules",
}
"""The screens that have a list."""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample register."""
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("lists") / "sample.nmirf")


@pytest.fixture
def shell(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Shell]:
    """The window's shell, whose questions are answered beforehand."""
    shell = make_shell(qapp, QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat), InlineJobs())
    shell.alerts._ask = answers
    shell.memory.keep(replace(shell.memory.now, language=Language.EN))
    yield shell
    let_go(shell)


@pytest.fixture
def office(qapp: QApplication, shell: Shell, register: Path) -> Iterator[Office]:
    """The whole window, on the day of the sample."""
    office = office_of(register, shell)
    office.window.show_as_of(ON)
    settle(qapp)
    yield office
    office.close()
    settle(qapp)


class Chosen:
    """Answers where a list shall be written, and keeps what was proposed."""

    def __init__(self, folder: Path, name: str = "") -> None:
        self.folder, self.name = folder, name
        self.proposed: list[str] = []

    def __call__(self, _window: QWidget, _title: str, name: str) -> Path | None:
        self.proposed.append(name)
        return self.folder / (self.name or f"{name}{XLSX}")


def members(office: Office) -> tuple[MembersScreen, RowTable[Any]]:
    office.window.go(Place("members"))
    settle_now()
    screen = office.window.shown
    assert isinstance(screen, MembersScreen)
    return screen, screen.list


def settle_now() -> None:
    for _ in range(4):
        QApplication.processEvents()


def press(office: Office) -> None:
    """The keys of the export; without a window manager the window easily loses the keyboard."""
    office.window.activateWindow()
    assert QTest.qWaitForWindowActive(office.window)
    QTest.keyClick(office.window, Qt.Key.Key_L, SHORTCUT)
    settle_now()


def told(shell: Shell) -> str:
    notice = shell.alerts.notice
    return notice.what.said_in(shell.language.words) if notice is not None else ""


def workbook(path: Path) -> list[list[Any]]:
    sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def text_file(path: Path, language: Language) -> list[list[str]]:
    separator = "," if language is Language.EN else ";"
    lines = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=separator, strict=True)
    return [[unneutralised(cell) for cell in line] for line in lines]


def in_workbook(cell: Cell) -> object:
    return "" if cell is None else cell


def in_text(cell: Cell) -> str:
    return "" if cell is None else cell.isoformat() if isinstance(cell, datetime.date) else str(cell)


def seen(table: RowTable[Any]) -> list[list[str]]:
    """What stands in the list, by the model that the view paints from, in the order of the columns in sight."""
    header, model = table.view.horizontalHeader(), table.model
    order = [header.logicalIndex(place) for place in range(header.count())]
    order = [number for number in order if not header.isSectionHidden(number)]
    role = Qt.ItemDataRole.AccessibleTextRole
    heads = [model.headerData(number, Qt.Orientation.Horizontal) for number in order]
    return [
        heads,
        *([model.data(model.index(row, number), role) for number in order] for row in range(len(model.rows))),
    ]


@pytest.mark.parametrize("language", Language)
def test_a_filtered_list_with_columns_chosen_leaves_as_it_is_seen(
    office: Office, shell: Shell, tmp_path: Path, language: Language
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=language))
    _screen, table = members(office)
    office.window._lists.choose = Chosen(tmp_path, "list.xlsx")
    office.window.resize(1700, 900)
    table._line.setText("am")
    header = table.view.horizontalHeader()
    code = next(number for number, column in enumerate(table.model.columns) if column.title == "Code")
    table.columns.choose(code, True)
    table.columns.choose(2, False)
    header.moveSection(header.visualIndex(code), 0)
    table.view.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    settle_now()
    press(office)
    visible, words = seen(table), catalog(language)
    assert 5 < len(visible) < 100
    assert len(visible[0]) == 6
    read = workbook(tmp_path / "list.xlsx")
    since = table.model.columns[3].head(words)
    day = visible[0].index(since)
    said = [[words.short_date(cell) if isinstance(cell, datetime.date) else cell for cell in row] for row in read]
    assert said == visible
    assert any(isinstance(row[day], datetime.date) for row in read)
    assert f"{len(visible) - 1} " in told(shell)


def test_a_list_is_offered_by_its_name_and_day_and_told_with_the_way_to_it(
    office: Office, shell: Shell, tmp_path: Path
) -> None:
    members(office)
    office.window._lists.choose = chosen = Chosen(tmp_path)
    press(office)
    assert chosen.proposed == ["States 2026-11-24"]
    assert [file.name for file in tmp_path.glob("*.xlsx")] == ["States 2026-11-24.xlsx"]
    assert told(shell) == "193 rows were written to “States 2026-11-24.xlsx”."
    assert shell.alerts.notice is not None
    assert [offer.label for offer in shell.alerts.notice.offers] == ["Open the folder"]


def test_a_name_that_ends_in_csv_is_written_as_csv(office: Office, tmp_path: Path) -> None:
    _screen, table = members(office)
    office.window._lists.choose = Chosen(tmp_path, "States.CSV")
    press(office)
    lines = text_file(tmp_path / "States.CSV", Language.EN)
    assert lines[0] == [column.head(catalog(Language.EN)) for column in table.columns.in_order]
    assert len(lines) == 194


def choose_rows(table: RowTable[Any], rows: Sequence[int]) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table.view.clearSelection()
    for row in rows:
        table.view.selectionModel().select(table.model.index(row, 0), flags.Select | flags.Rows)


@pytest.mark.parametrize(("answer", "rows"), [((True, False), 3), ((True, True), 193), ((False, False), None)])
def test_where_several_rows_are_selected_it_is_asked_which(
    office: Office, answers: Answers, tmp_path: Path, answer: tuple[bool, bool], rows: int | None
) -> None:
    _screen, table = members(office)
    office.window._lists.choose = Chosen(tmp_path, "list.xlsx")
    answers.yes, answers.other = answer
    choose_rows(table, (7, 1, 4))
    chosen = [table.model.rows[row].state.said_in(catalog(Language.EN)) for row in (1, 4, 7)]
    press(office)
    assert answers.asked == [
        Question("3 rows are selected.", "Export the selected rows", "Cancel", other="Export all rows")
    ]
    if rows is None:
        assert not (tmp_path / "list.xlsx").exists()
        return
    read = workbook(tmp_path / "list.xlsx")
    assert len(read) == rows + 1
    assert rows > 3 or [row[0] for row in read[1:]] == chosen


def test_with_one_row_selected_or_all_nothing_is_asked(office: Office, answers: Answers, tmp_path: Path) -> None:
    _screen, table = members(office)
    office.window._lists.choose = Chosen(tmp_path, "list.xlsx")
    assert len(table.chosen) == 1
    press(office)
    table.view.selectAll()
    press(office)
    assert answers.asked == []
    assert len(workbook(tmp_path / "list.xlsx")) == 194


def test_what_cannot_be_written_is_said_and_nothing_is_changed(office: Office, shell: Shell, tmp_path: Path) -> None:
    members(office)
    (tmp_path / "list.xlsx").mkdir()
    office.window._lists.choose = Chosen(tmp_path, "list.xlsx")
    press(office)
    assert told(shell) == (
        "“list.xlsx” is the name of a folder there. No file was written or changed; choose another folder."
    )
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith((".", "list"))] == ["list.xlsx"]


class Held(InlineJobs):
    """Jobs that wait until they are let go."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Job] = []

    def _launch(self, job: Job) -> None:
        self.waiting.append(job)


def test_an_export_that_is_cancelled_leaves_what_was_there(office: Office, shell: Shell, tmp_path: Path) -> None:
    members(office)
    (tmp_path / "list.csv").write_bytes(b"mine")
    jobs = Held()
    office.window._lists._shell = replace(shell, jobs=jobs)
    office.window._lists.choose = Chosen(tmp_path, "list.csv")
    press(office)
    (job,) = jobs.waiting
    assert told(shell) == ""
    job.cancel()
    job.run()
    assert told(shell) == "The export was cancelled: no file was written or changed."
    assert (tmp_path / "list.csv").read_bytes() == b"mine"


def test_the_work_stops_before_the_file_where_it_is_told_to(tmp_path: Path) -> None:
    def stop(_step: int, _steps: int) -> None:
        raise Cancelled

    sheet = ListSheet("States", ("State",), (("Paraguay",),), Language.EN)
    with pytest.raises(Cancelled):
        write_list(sheet, tmp_path / "list.xlsx", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_list_without_rows_is_not_written(office: Office, shell: Shell, tmp_path: Path) -> None:
    _screen, table = members(office)
    office.window._lists.choose = chosen = Chosen(tmp_path)
    table._line.setText("xyzzy")
    press(office)
    assert chosen.proposed == []
    assert told(shell) == (
        "No row is shown in this list. Nothing was written; where there is a filter, change or clear it."
    )


def test_the_menu_of_columns_exports_its_own_list(office: Office, tmp_path: Path) -> None:
    _screen, table = members(office)
    office.window._lists.choose = chosen = Chosen(tmp_path)
    office.window.go(Place("rules"))
    settle_now()
    rules = office.window.shown
    assert rules is not None
    entry = lists_of(rules)[0].columns_menu().actions()[-1]
    assert entry.text() == "Export the list …"
    entry.trigger()
    table.columns_menu().actions()[-1].trigger()
    assert chosen.proposed == ["Rules of the Declaration 2026-11-24", "States 2026-11-24"]


def test_the_box_of_commands_finds_it_where_there_is_a_list(office: Office, shell: Shell, tmp_path: Path) -> None:
    office.window._lists.choose = chosen = Chosen(tmp_path)
    keys = QKeySequence("Ctrl+Shift+L").toString(QKeySequence.SequenceFormat.NativeText)
    found = {}
    for name in SCREENS:
        office.window.go(Place(name))
        settle_now()
        hits = [hit for hit in office.window._commands() if hit.title == "Export the list …"]
        found[name] = bool(hits)
        assert all(hit.keys == keys for hit in hits)
    assert {name for name, there in found.items() if there} == NEEDED
    members(office)
    office.window._open_palette()
    QTest.keyClicks(office.window._palette._line, "export the li")
    settle_now()
    QTest.keyClick(office.window._palette._line, Qt.Key.Key_Return)
    settle_now()
    assert chosen.proposed == ["States 2026-11-24"]


def test_a_list_out_of_sight_is_not_written(office: Office, shell: Shell, tmp_path: Path) -> None:
    office.window._lists.choose = chosen = Chosen(tmp_path)
    office.window.go(Place("documents"))
    settle_now()
    screen = office.window.shown
    assert screen is not None
    for table in lists_of(screen):
        table.hide()
    press(office)
    assert chosen.proposed == []
    assert told(shell) == "No list is in sight here. Nothing was written; show the list, and export it then."


def test_of_several_lists_the_one_at_hand_is_meant(office: Office) -> None:
    office.window.go(Place("session"))
    settle_now()
    screen = office.window.shown
    assert screen is not None
    tables = [table for table in lists_of(screen) if table.isVisible() and table.model.rows]
    assert len(tables) > 1
    for table in tables:
        table.setFocus()
        settle_now()
        assert list_in_hand(screen) is table


@pytest.fixture(scope="module")
def sample(register: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    """The services on a sample register of their own."""
    copy = tmp_path_factory.mktemp("walk") / "sample.nmirf"
    copy.write_bytes(register.read_bytes())
    with open_register(copy) as store:
        yield Secretariat(store)


@pytest.fixture(params=Language, ids=str)
def quiet(request: pytest.FixtureRequest, memory: Memory, answers: Answers) -> Iterator[Shell]:
    """A shell of each language around a screen without a window."""
    language = CurrentLanguage(request.param)
    yield Shell(language, theme(), Alerts(language, answers), InlineJobs(), ChangeFeed(), memory)
    language.switch(Language.EN)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", sorted(NEEDED))
def test_every_list_of_every_screen_comes_back_from_both_kinds_of_files(
    sample: Secretariat, quiet: Shell, tmp_path: Path, name: str
) -> None:
    words = quiet.language.words
    with held(SCREENS[name](sample, quiet)) as screen:
        shown(screen, ON)
        tables = lists_of(screen)
        names = {table.view.accessibleName() for table in tables}
        assert len(names) == len(tables) > 0
        assert words.gettext("List") not in names
        for number, table in enumerate(tables):
            sheet = sheet_of(table, table.model.rows, words)
            heads = list(sheet.headings)
            assert heads
            book = workbook(write_list(sheet, tmp_path / f"{number}{XLSX}"))
            assert book == [heads, *([in_workbook(cell) for cell in row] for row in sheet.rows)]
            lines = text_file(write_list(sheet, tmp_path / f"{number}{CSV}"), words.language)
            assert lines == [heads, *([in_text(cell) for cell in row] for row in sheet.rows)]
