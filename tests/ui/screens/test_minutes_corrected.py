"""The Coordinator saves minutes for a word processor, and takes in what a member corrected, by keys."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import Circulation, Minutes
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.minutes_files import MinutesFiles
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs, Job
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.minutes_corrected import COLUMNS
from tests.registers import Hand, desk, fresh, network
from tests.ui.clipping import assert_presentable, show
from tests.ui.conftest import Answers
from tests.ui.screens.offices import type_into
from tests.word_edits import WordEdits

ON = datetime.date(2026, 11, 27)
AFTER = Hand(datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC))
UNDER = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A small network whose minutes circulate."""
    with open_register(fresh(tmp_path / "minutes.nmirf"), author="rapporteur") as store:
        office = desk(store, Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)))
        meeting, _item, _sitting = network(office)
        office.sittings.all_arrive(meeting.key)
        circulating(store)
        yield store


def circulating(store: Store) -> Minutes:
    """The minutes of the only meeting, which circulate."""
    office = Secretariat(store, AFTER)
    meeting = office.meetings.list()[0]
    office.minutes.draft(meeting.key)
    found = office.minutes.minutes(meeting.key)
    assert found is not None
    return office.minutes.circulate(found.key, Circulation(ON, datetime.date(2026, 12, 11)))


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> MinutesScreen:
    jobs = InlineJobs()
    jobs.failed.connect(alerts.refuse)
    screen = MinutesScreen(Secretariat(store, AFTER), language, alerts, jobs)
    store.subscribe(screen.touched)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def corrected(store: Store, folder: Path) -> Path:
    """What a member sends back."""
    office = Secretariat(store)
    meeting = office.meetings.list()[0]
    files = MinutesFiles(store, office.states)
    edits = WordEdits(files.contents(Request(DocumentKind.MINUTES, meeting.key))[0][1])
    edits.replace(1, "meeting", "gathering")
    edits.comment(edits.numbered(2), edits.text(edits.numbered(2))[3:8], "Who else?")
    edits.replace_in([one for one in edits.paragraphs if "Attendance" in edits.text(one)][-1], "Attendance", "Those")
    return edits.save(folder / "Morocco.docx")


class Waiting(InlineJobs):
    """Jobs that wait until they are let go."""

    def __init__(self, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self.held: list[Job] = []

    def _launch(self, job: Job) -> None:
        self.held.append(job)


def take_in(screen: MinutesScreen, path: Path) -> None:
    screen.word.choose_file = lambda _parent, _title: path
    screen.word.take_in.trigger()


def test_a_file_for_each_language_is_saved_and_not_replaced_unasked(
    screen: MinutesScreen, tmp_path: Path, answers: Answers
) -> None:
    folder = tmp_path / "out"
    screen.word.choose_folder = lambda _parent, _title: folder
    screen.word.save.trigger()
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"NMIRF-2026-2-Minutes-{one}.docx" for one in ("EN", "ES", "FR")]
    screen.word.save.trigger()
    assert answers.asked[-1].act == "Replace"
    screen.word.choose_folder = lambda _parent, _title: None
    screen.word.save.trigger()
    assert [one.act for one in answers.asked].count("Replace") == 1


def test_what_a_member_asks_for_is_looked_at_and_recorded_by_keys(
    screen: MinutesScreen, store: Store, tmp_path: Path
) -> None:
    take_in(screen, corrected(store, tmp_path))
    preview = screen.word.preview
    assert preview.isVisible()
    assert [row.taken for row in preview.list.model.rows] == [True, False, True]
    first = preview.list.model.rows[0].correction
    assert "<s" in preview._text.text()
    assert "gathering" in first.after
    QTest.keyClick(preview, Qt.Key.Key_Return, UNDER)
    assert preview.isVisible()  # nobody asks yet: the field says so
    type_into(preview.form.who._editor, "Morocco")
    QTest.keyClick(preview.list.view, Qt.Key.Key_Return, UNDER)
    assert not preview.isVisible()
    minutes = Secretariat(store).minutes
    found = minutes.minutes(Secretariat(store).meetings.list()[0].key)
    assert found is not None
    listed = minutes.requests.of(found.key)
    assert sorted((one.request.state, bool(one.request.text)) for one in listed) == [("MAR", False), ("MAR", True)]
    assert screen.bar.asked.text() == "2 open requests for correction"
    held = QApplication.focusWidget()
    assert isinstance(held, LinkedText), "the keyboard stood on another paragraph's text"
    assert held.selectedText() == "Compare and accept\N{NO-BREAK SPACE}…"
    assert screen.corrections.rows.isAncestorOf(held)


def test_space_ticks_and_escape_records_nothing(screen: MinutesScreen, store: Store, tmp_path: Path) -> None:
    take_in(screen, corrected(store, tmp_path))
    preview = screen.word.preview
    preview.list.setFocus()
    preview.list.select_first()
    QTest.keyClick(preview.list.view, Qt.Key.Key_Space)
    assert [row.taken for row in preview.list.model.rows] == [False, False, True]
    QTest.keyClick(preview.list.view, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert screen.list.isVisible()


def test_what_is_looked_at_stays_when_something_else_changes(
    screen: MinutesScreen, store: Store, tmp_path: Path
) -> None:
    take_in(screen, corrected(store, tmp_path))
    screen.refresh()
    assert screen.word.preview.isVisible()
    screen.word.put_away()
    assert screen.list.isVisible()


def test_a_file_that_asks_for_nothing_is_said_over_the_text(
    screen: MinutesScreen, store: Store, tmp_path: Path
) -> None:
    desk = Secretariat(store)
    request = Request(DocumentKind.MINUTES, desk.meetings.list()[0].key, (Edition.EN,))
    path = tmp_path / "back.docx"
    path.write_bytes(MinutesFiles(store, desk.states).contents(request)[0][1])
    take_in(screen, path)
    notice = screen.alerts.notice
    assert notice is not None
    assert notice.what.said_in(screen.words) == "The file back.docx asks for nothing: its text is the one that left."
    assert screen.list.isVisible()


def test_a_file_that_is_none_is_said(screen: MinutesScreen, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"no document")
    take_in(screen, path)
    assert screen.alerts.notice is not None
    assert not screen.word.preview.isVisible()


def test_a_file_is_read_beside_the_window_which_can_be_used_and_cancelled_meanwhile(
    qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts, tmp_path: Path
) -> None:
    jobs = Waiting()
    screen = MinutesScreen(Secretariat(store, AFTER), language, alerts, jobs)
    store.subscribe(screen.touched)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    show(screen)
    path = corrected(store, tmp_path)
    take_in(screen, path)
    assert screen.list.isVisible(), "nothing waits for the file"
    (job,) = jobs.held
    steps: list[tuple[int, int]] = []
    job.progressed.connect(lambda step, steps_: steps.append((step, steps_)))
    job.run()
    assert screen.word.preview.isVisible()
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    screen.word.put_away()
    take_in(screen, path)
    jobs.held[1].cancel()
    jobs.held[1].run()
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == (
        "The file Morocco.docx was not read to its end, as you wished. Nothing was taken in; choose it again."
    )
    assert screen.list.isVisible()
    take_in(screen, path)
    screen.word.load(None, begun=False, locked=False)  # other minutes are chosen
    jobs.held[2].run()
    assert not screen.word.at_work


def test_the_preview_is_whole_in_three_languages(store: Store, tmp_path: Path) -> None:
    path = corrected(store, tmp_path)

    def make(language: CurrentLanguage, alerts: Alerts) -> MinutesScreen:
        screen = MinutesScreen(Secretariat(store, AFTER), language, alerts)
        screen.show_as_of(ON)
        take_in(screen, path)
        return screen

    assert_presentable(make)


def test_the_documents_offer_it_for_minutes_alone(
    qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts, tmp_path: Path
) -> None:
    office = Secretariat(store, AFTER)
    screen = DocumentsScreen(office, InlineJobs(), language, alerts)
    qtbot.addWidget(screen)
    screen.show_as_of(ON)
    show(screen)
    meeting = office.meetings.list()[0]
    screen.go_to(f"agenda:{meeting.key}")
    assert not screen.word.isEnabled()
    screen.go_to(f"minutes:{meeting.key}")
    assert screen.word.isEnabled()
    screen.choose_folder = lambda _parent, _title: tmp_path / "out"
    screen.word.trigger()
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_what_who_asks_has_asked_for_already_is_marked_and_not_ticked(
    screen: MinutesScreen, store: Store, tmp_path: Path, language: CurrentLanguage
) -> None:
    path = corrected(store, tmp_path)
    take_in(screen, path)
    preview = screen.word.preview
    usual = [row.taken for row in preview.list.model.rows]
    type_into(preview.form.who._editor, "Morocco")
    QTest.keyClick(preview.list.view, Qt.Key.Key_Return, UNDER)
    language.switch(Language.FR)
    take_in(screen, path)
    assert [row.recorded for row in preview.list.model.rows] == usual
    assert not any(row.taken for row in preview.list.model.rows)
    to_know = next(one for one in COLUMNS if one.title == "To know")
    assert to_know.display(preview.list.model.rows[0], language.words).startswith("Elle est déjà enregistrée.")
    type_into(preview.form.who._editor, "Ghana")
    preview.form.who.flush()
    assert [row.taken for row in preview.list.model.rows] == usual
    assert not any(row.recorded for row in preview.list.model.rows)
    language.switch(Language.EN)


def test_the_page_of_a_file_that_was_recorded_leaves_the_screen_as_high_as_it_was(
    screen: MinutesScreen, store: Store, tmp_path: Path
) -> None:
    """A window of 1024 × 700 scrolled from then on, and the state of the minutes was out of sight."""

    def least() -> tuple[int, int]:
        QApplication.processEvents()
        return screen._stack.minimumSize().height(), screen.heightForWidth(screen.width()) - screen.bar.height()

    before = least()
    take_in(screen, corrected(store, tmp_path))
    assert least()[0] > before[0]
    type_into(screen.word.preview.form.who._editor, "Morocco")
    QTest.keyClick(screen.word.preview.list.view, Qt.Key.Key_Return, UNDER)
    assert screen.list.isVisible()
    after = least()
    assert (after[0], after[1] <= before[1]) == (before[0], True), (before, after)
    screen.show_history()
    screen.begin_again()
    assert least() == after
