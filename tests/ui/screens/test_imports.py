"""Import: a list looked at row by row, put right in place, taken in with one button, and taken back; by keys alone."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.intake import Choice, IntakeKind, Verdict
from nmirf_desktop.domain.people import Person
from nmirf_desktop.exchange.sheets import read_sheets
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.reading import DateOrder
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drops import ListDrops
from nmirf_desktop.ui.jobs import InlineJobs, Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.imports import ImportsScreen
from nmirf_desktop.ui.screens.imports_rows import COLUMNS, MOST_SHOWN
from nmirf_desktop.ui.shell import Shell
from tests.registers import OPENS
from tests.ui import keyboard
from tests.ui.clipping import assert_presentable
from tests.ui.conftest import Answers
from tests.ui.screens.offices import held, office, press, shown, texts

MEMBERS = """Pays;Statut;Depuis
Kenya;Membre;9 mai 2024
Urugay;Membre;9 mai 2024
Pérou;Observateur;15/07/2025
Brésil;Membre;9 mai 2024
"""
POINTS = """Country;Name;E-mail;Role;From;Remarks
Paraguay;SOSA, Ana;ana@example.org;Votes;2025-02-01;x
Paraguay;VERA, Luz;luz@example.org;Votes;2025-09-01;
"""
DAY = datetime.date(2020, 3, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts, memory: Memory) -> Iterator[ImportsScreen]:
    with held(ImportsScreen(desk, InlineJobs(), language, alerts, memory)) as screen:
        for action in screen.actions():
            screen.addAction(action)
        desk.store.subscribe(screen.touched)
        shown(screen)
        yield screen


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "membres.csv"
    path.write_text(MEMBERS, encoding="utf-8")
    return path


@pytest.fixture
def points(tmp_path: Path) -> Path:
    path = tmp_path / "points.csv"
    path.write_text(POINTS, encoding="utf-8")
    return path


def verdicts(screen: ImportsScreen) -> dict[int, Verdict]:
    """The verdict of each line shown."""
    return {row.number: row.verdict for row in screen.list.model.rows}


def follow(screen: ImportsScreen, label: str) -> None:
    """Press the link of that label in the detail."""
    QApplication.processEvents()
    for text in screen.detail.findChildren(LinkedText):
        for part in text._parts:
            if text.isVisible() and isinstance(part, Link) and part.text == label:
                text.linkActivated.emit(f"{part.place.screen}#{part.place.key}")
                QApplication.processEvents()
                return
    raise AssertionError(label)


def test_an_empty_place_explains_the_ways_and_offers_an_empty_list(screen: ImportsScreen, tmp_path: Path) -> None:
    assert "drop it on the window" in texts(screen)
    screen.templates.choose = lambda _window, _title, name: tmp_path / f"{name}.xlsx"
    press(screen, "Empty list of members …")
    (sheet,) = read_sheets(tmp_path / "Members.xlsx")
    assert sheet.lines[0].cells[:3] == ("State", "Code", "Status")


def test_each_row_has_its_verdict_and_what_it_needs(screen: ImportsScreen, members: Path) -> None:
    screen.go_to(f"file:{members}")
    assert screen.work.kind is IntakeKind.MEMBERS
    assert verdicts(screen) == {2: Verdict.NEW, 3: Verdict.ERROR, 4: Verdict.NEW, 5: Verdict.UNCHANGED}
    assert "1 row in error stays out." in texts(screen)
    assert screen.actions()[0].text() == "Import 2 rows"


def test_the_numbers_filter(screen: ImportsScreen, members: Path) -> None:
    screen.go_to(f"file:{members}")
    screen.verdicts.choose(Verdict.ERROR)
    screen.verdicts.changed.emit()
    assert list(verdicts(screen)) == [3]


def test_of_very_many_rows_the_first_are_shown_and_that_is_said_while_it_is_so(
    screen: ImportsScreen, tmp_path: Path
) -> None:
    path = tmp_path / "long.csv"
    path.write_text("Pays;Statut\nBrésil;Membre\n" + "Atlantis;Membre\n" * MOST_SHOWN, encoding="utf-8")
    screen.go_to(f"file:{path}")
    said = f"Only the first {screen.words.number(MOST_SHOWN)} rows are shown, filtered and exported"
    assert said in texts(screen)
    screen.verdicts.choose(Verdict.UNCHANGED)
    screen.verdicts.changed.emit()
    assert list(verdicts(screen)) == [2]
    assert said not in texts(screen)


def test_the_order_of_days_and_months_is_chosen_for_the_whole_list(screen: ImportsScreen, tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("Pays;Statut;Depuis\nKenya;Membre;04/05/2025\nPérou;Membre;06/07/2025\n", encoding="utf-8")
    screen.go_to(f"file:{path}")
    screen.list.select(2)
    assert "“04/05/2025” is read as 4 May 2025, and may be 5 April 2025" in texts(screen.detail)
    days = screen.reading.form.field("dates")
    assert days.value() is None
    links = [button for button in screen.detail.findChildren(QLabel) if "Read the month first" in button.text()]
    links[0].linkActivated.emit(re.findall(r'href="([^"]*)"', links[0].text())[1])
    QApplication.processEvents()
    assert days.value() is DateOrder.MONTH_FIRST
    assert "Joins as member on 5 April 2025" in texts(screen.detail)
    assert "may be" not in texts(screen.detail)
    screen.go_to(f"file:{path}")
    assert screen.reading.form.field("dates").value() is DateOrder.MONTH_FIRST
    other = path.rename(tmp_path / "others.csv")
    screen.go_to(f"file:{other}")
    assert screen.reading.form.field("dates").value() is None


def test_what_is_left_open_is_said_above_the_rows(screen: ImportsScreen, tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text(
        "Pays;Code;Statut;Depuis\nKenya;17;Membre;9 mai 2024\nPérou;18;Membre;9 mai 2024\n", encoding="utf-8"
    )
    screen.go_to(f"file:{path}")
    assert "The column “Code” is not read" in texts(screen)
    assert Verdict.ERROR not in verdicts(screen).values()


def test_a_state_that_is_offered_is_taken_by_its_link(screen: ImportsScreen, members: Path) -> None:
    screen.go_to(f"file:{members}")
    screen.list.select(3)
    assert "Did you mean" in texts(screen.detail)
    follow(screen, "Uruguay")
    assert verdicts(screen)[3] is Verdict.UNCHANGED
    follow(screen, "Read the line as it came")
    assert verdicts(screen)[3] is Verdict.ERROR


def test_by_keys_alone_a_row_is_put_right_and_the_list_is_taken_in(
    screen: ImportsScreen, desk: Secretariat, members: Path, alerts: Alerts
) -> None:
    screen.choose_list = lambda _window, _title: members
    keyboard.press(screen, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    screen.list.setFocus()
    keyboard.press(screen, Qt.Key.Key_Down)
    keyboard.press(screen, Qt.Key.Key_F2)
    keyboard.press(screen, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keyboard.write(screen, "Ghana")
    keyboard.press(screen, Qt.Key.Key_Return)
    assert verdicts(screen)[3] is Verdict.UNCHANGED
    keyboard.press(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == "2 rows imported."
    codes = {line.key for line in desk.members.list(OPENS) if line.status is not None}
    assert {"KEN", "PER"} <= codes
    alerts.notice.offers[0].act()
    assert "KEN" not in {line.key for line in desk.members.list(OPENS) if line.status is not None}
    assert verdicts(screen)[2] is Verdict.NEW


def test_the_markup_of_a_strangers_list_is_shown_as_it_stands(screen: ImportsScreen, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    picture = "<img src='//elsewhere.example.org/x.png'>"
    path.write_text(f"Pays;Statut;{picture}\n{picture};Membre;x\n", encoding="utf-8")
    screen.go_to(f"file:{path}")
    labels = screen.findChildren(QLabel)
    marked = [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText]
    assert any(picture in one.text() for one in labels)
    assert not any("<img" in text for text in marked)
    tips = [screen.list.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(len(COLUMNS))]
    assert any("&lt;img" in tip for tip in tips)
    assert not any("<img" in tip for tip in tips)


def correct(screen: ImportsScreen, line: int, text: str) -> None:
    """Type over the first cell of a line, and press nothing after it."""
    screen.list.select(line)
    screen.list.setFocus()
    keyboard.press(screen, Qt.Key.Key_F2)
    keyboard.press(screen, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keyboard.write(screen, text)


def test_what_is_typed_when_the_import_is_asked_for_is_taken_in(
    screen: ImportsScreen, desk: Secretariat, members: Path, answers: Answers
) -> None:
    screen.go_to(f"file:{members}")
    correct(screen, 3, "Chad")
    keyboard.press(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert answers.asked == []
    assert desk.members.file("TCD", OPENS).memberships


def test_the_keyboard_stays_in_its_cell_where_a_correction_asks_for_one_more(
    screen: ImportsScreen, tmp_path: Path
) -> None:
    path = tmp_path / "short.csv"
    path.write_text("Pays;Statut\nBrésil;Membre\n", encoding="utf-8")
    screen.go_to(f"file:{path}")
    correct(screen, 2, "Chad")
    keyboard.press(screen, Qt.Key.Key_Tab)
    assert "since" in screen.work.fields()
    form = screen.detail.form
    assert form is not None
    assert form.at_work == "status"


def test_an_import_waits_for_the_rows_that_are_being_judged(
    desk: Secretariat, shell: Shell, members: Path, answers: Answers, qtbot: QtBot
) -> None:
    jobs = Jobs()
    desk.store.subscribe(shell.feed.announce)
    with held(ImportsScreen(desk, jobs, shell.language, shell.alerts)) as screen:
        shell.feed.changed.connect(screen.touched)
        shown(screen)
        screen.go_to(f"file:{members}")
        qtbot.waitUntil(lambda: not jobs.running)
        correct(screen, 3, "Chad")
        for _ in range(2):  # impatient hands
            screen.actions()[0].trigger()
        qtbot.waitUntil(lambda: not jobs.running)
        assert answers.asked == []
        assert shell.alerts.notice is not None
        assert shell.alerts.notice.what.said_in(screen.words) == "3 rows imported."
        jobs.wait()
    assert desk.members.file("TCD", OPENS).memberships


def test_errors_are_left_out_only_where_that_was_said(
    screen: ImportsScreen, desk: Secretariat, members: Path, answers: Answers
) -> None:
    screen.go_to(f"file:{members}")
    answers.yes = False
    screen.actions()[0].trigger()
    assert [question.text for question in answers.asked] == ["1 row is in error."]
    assert list(verdicts(screen)) == [3]
    assert desk.members.file("KEN", OPENS).memberships == ()
    answers.yes = True
    screen.actions()[0].trigger()
    assert desk.members.file("KEN", OPENS).memberships
    assert list(verdicts(screen)) == [3]


def test_to_correct_first_is_to_be_in_the_first_wrong_field(
    screen: ImportsScreen, members: Path, answers: Answers
) -> None:
    screen.go_to(f"file:{members}")
    screen.list.select(4)
    answers.yes = False
    screen.actions()[0].trigger()
    assert list(verdicts(screen)) == [3]
    assert screen.list.current is not None
    assert screen.list.current.number == 3
    assert screen.detail.form is not None
    assert screen.detail.form.isVisible()
    assert screen.detail.form.at_work == "state"


def test_what_is_left_out_is_said_above_the_rows_and_where_it_is_taken_in(
    screen: ImportsScreen, points: Path, answers: Answers
) -> None:
    screen.go_to(f"file:{points}")
    said = "These columns are not read: “Remarks”."
    assert said in texts(screen._above)
    assert said in screen.actions()[0].toolTip()
    answers.yes = False
    screen.actions()[0].trigger()
    assert [question.detail for question in answers.asked] == [said]


def test_a_row_that_is_chosen_is_shown_in_the_place_of_how_the_list_is_read(
    screen: ImportsScreen, members: Path
) -> None:
    screen.go_to(f"file:{members}")
    press(screen, "How the list is read")
    assert screen.reading.isVisible()
    screen.reading.form.dates.load(DateOrder.MONTH_FIRST)
    screen.reading.form.edited.emit("dates")
    assert screen.reading.isVisible()  # the rows were judged anew, and none was chosen
    screen.list.setFocus()
    keyboard.press(screen, Qt.Key.Key_Down)
    assert screen.detail.isVisible()
    assert not screen.actions()[2].isChecked()


def test_the_rows_with_a_warning_are_found_whatever_they_do(screen: ImportsScreen, members: Path) -> None:
    screen.go_to(f"file:{members}")
    buttons = {button.text(): button for button in screen.verdicts.findChildren(QPushButton)}
    assert "New 2, of which 1 with a warning" in buttons
    buttons["With a warning 1"].click()
    assert verdicts(screen) == {4: Verdict.NEW}


def test_one_day_is_given_for_all_mechanisms_without_one(screen: ImportsScreen, tmp_path: Path) -> None:
    path = tmp_path / "mechanisms.csv"
    path.write_text("State,Status,Since,Mechanism\nKenya,Member,2025-07-15,National committee\n", encoding="utf-8")
    screen.go_to(f"file:{path}")
    assert "15 July 2025 is recorded" in texts(screen.detail)
    screen.reading.form.mechanisms.load(DAY)
    screen.reading.form.edited.emit("mechanisms")
    assert "1 March 2020 is recorded, as for the whole list" in texts(screen.detail)


def test_a_decision_lets_a_row_in_and_can_be_taken_back(screen: ImportsScreen, points: Path) -> None:
    screen.go_to(f"file:{points}")
    assert screen.work.kind is IntakeKind.FOCAL_POINTS
    assert verdicts(screen) == {2: Verdict.NEW, 3: Verdict.ERROR}
    screen.list.select(3)
    follow(screen, "End the earlier one on that day")
    assert verdicts(screen)[3] is Verdict.NEW
    assert screen.work.by_hand[3].choices == {Choice.END_EARLIER}
    follow(screen, "Undo this choice")
    assert verdicts(screen)[3] is Verdict.ERROR


def test_a_column_is_read_as_another_field(screen: ImportsScreen, points: Path) -> None:
    screen.go_to(f"file:{points}")
    press(screen, "How the list is read")
    assert "These columns are not read: “Remarks”." in texts(screen.reading)
    screen.work.read_as(5, "institution")
    assert "These columns are not read" not in texts(screen.reading)
    facts = (fact for row in screen.list.model.rows for fact in row.facts)
    institutions = [fact.institution for fact in facts if isinstance(fact, Person)]
    assert institutions[0] == "x"


def test_a_list_is_read_as_the_other_kind_where_the_reader_says_so(screen: ImportsScreen, members: Path) -> None:
    screen.go_to(f"file:{members}")
    screen.reading.form.kind.load(IntakeKind.FOCAL_POINTS)
    screen.reading.form.edited.emit("kind")
    assert screen.work.kind is IntakeKind.FOCAL_POINTS
    assert set(verdicts(screen).values()) == {Verdict.ERROR}


def test_the_register_of_now_is_what_counts(screen: ImportsScreen, desk: Secretariat, members: Path) -> None:
    screen.go_to(f"file:{members}")
    with_kenya = desk.imports.read(IntakeKind.MEMBERS, members)[0]
    desk.imports.record(desk.imports.preview(with_kenya, OPENS), leave_out_errors=True)
    assert verdicts(screen)[2] is Verdict.UNCHANGED


def test_a_file_that_is_no_list_is_told_and_nothing_is_shown(screen: ImportsScreen, tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Dear Sir,\nwe wish to join.\n", encoding="utf-8")
    failed: list[object] = []
    screen.work._jobs.failed.connect(failed.append)
    screen.go_to(f"file:{path}")
    assert len(failed) == 1
    assert screen.work.list is None


def test_a_list_dropped_on_the_window_is_handed_on(qapp: QApplication, members: Path) -> None:
    window = QWidget()
    taken: list[Path] = []
    drops = ListDrops(window, taken.append)
    for path, expected in ((members, [members]), (members.with_suffix(".pdf"), [members])):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDropEvent(
            QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        drops.eventFilter(window, event)
        assert taken == expected
    window.deleteLater()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("how", [False, True])
def test_the_rows_and_the_reading_are_fit_to_be_seen(
    desk: Secretariat, points: Path, memory: Memory, how: bool
) -> None:
    def make(language: CurrentLanguage, alerts: Alerts) -> Screen:
        jobs = InlineJobs()
        screen = ImportsScreen(desk, jobs, language, alerts, memory)
        jobs.setParent(screen)
        screen.show_as_of(OPENS)
        screen.go_to(f"file:{points}")
        screen.list.select(3)
        if how:
            press(screen, "How the list is read")
        return screen

    allowed = frozenset({"Country", "Name", "E-mail", "Role", "From", "Remarks", "Paraguay", "Import"})
    assert_presentable(make, allowed=allowed)


def test_the_language_changes_with_the_window(screen: ImportsScreen, members: Path, language: CurrentLanguage) -> None:
    screen.go_to(f"file:{members}")
    language.switch(Language.FR)
    screen.retranslate()
    assert "Kenya" in texts(screen)
