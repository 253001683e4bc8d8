"""The sides of the documents by the room there is, and the list of those that were issued."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import BESIDE
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests import samples
from tests.samples import ON
from tests.ui.screens.offices import held, shown


@pytest.fixture
def screen(
    qtbot: QtBot,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    language: CurrentLanguage,
    alerts: Alerts,
) -> Iterator[DocumentsScreen]:
    """The screen on a sample register, with the provisional agenda of the next meeting."""
    with (
        open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")) as store,
        held(DocumentsScreen(Secretariat(store), InlineJobs(), language, alerts)) as screen,
    ):
        store.subscribe(screen.touched)
        shown(screen, ON)
        yield screen


def resize(screen: DocumentsScreen, letters: int) -> None:
    screen.resize(screen.fontMetrics().averageCharWidth() * letters, 800)
    QApplication.processEvents()


def test_where_it_is_narrow_the_pages_are_a_tab_and_stand_beside_again(screen: DocumentsScreen) -> None:
    assert screen.form.isVisible()
    assert screen.pages.isVisible()
    resize(screen, BESIDE - 5)
    assert screen.form.isVisible()
    assert not screen.pages.isVisible()
    assert not screen.pages.widen.isEnabled()
    QTest.keyClick(screen.form.kind.editors[0], Qt.Key.Key_F6)
    assert screen.pages.views[0].isVisible()
    assert screen.pages.width() > screen.width() * 0.9
    QTest.keyClick(screen.pages.views[0], Qt.Key.Key_F6)
    assert screen.form.isVisible()
    resize(screen, BESIDE * 2)
    assert screen.form.isVisible()
    assert screen.pages.isVisible()


def test_an_issued_document_is_listed_whole_on_two_lines_and_shown_by_enter(screen: DocumentsScreen) -> None:
    screen._issue.trigger()
    screen.sides.reveal(screen.issued)
    resize(screen, 110)
    view = screen.issued.table.view
    row = view.model().index(0, 0)
    assert row.data() == "NMIRF/2027/1 · Provisional agenda\nversion 1, English, 24 November 2026"
    assert view.rowHeight(0) >= view.fontMetrics().lineSpacing() * 2
    widest = max(view.fontMetrics().horizontalAdvance(line) for line in row.data().split("\n"))
    assert widest <= view.columnWidth(0)
    assert not view.horizontalScrollBar().isVisible()
    screen.issued.table.select_first()
    assert screen.issued.detail.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert screen.pages.issued.isVisible()


def test_the_issued_document_chosen_is_the_one_shown_until_the_choice_is_seen_again(screen: DocumentsScreen) -> None:
    screen._issue.trigger()
    screen.sides.reveal(screen.issued)
    screen.issued.table.select_first()
    assert screen.pages.issued.isVisible(), "what is chosen at the left is not what is shown at the right"
    screen.refresh()  # something else of the register changed
    assert screen.pages.issued.isVisible()
    screen.sides.reveal(screen.form)
    assert not screen.pages.issued.isVisible()


def test_a_document_that_is_asked_for_is_chosen_in_sight_and_without_the_addresses_of_another(
    screen: DocumentsScreen,
) -> None:
    meeting = screen.form.meeting.value()
    assert meeting is not None
    screen.go_to("members:")
    screen.form.addresses.load(True, over=True)
    screen.sides.reveal(screen.issued)
    screen.go_to(f"dispatch-certificate:{meeting.key}")
    assert screen.form.isVisible()
    assert screen.form.certified.isVisible()
    assert not screen.form.addresses.value(), "a tick for one document made another one for members only"


def test_an_issue_is_told_with_each_version_where_these_differ(screen: DocumentsScreen, alerts: Alerts) -> None:
    for edition, row in screen.languages.rows.items():
        row.tick.setChecked(edition is Edition.FR)
    screen._issue.trigger()
    assert alerts.notice is not None
    words = catalog(Language.EN)
    assert alerts.notice.what.said_in(words) == "NMIRF/2027/1, version 1, was issued: Français."
    meeting = screen.form.meeting.value()
    assert meeting is not None
    with_place = meeting.place.with_text(Language.FR, "Naïrobi").with_text(Language.EN, "Nairobi City")
    screen._desk.meetings.save(replace(meeting, place=with_place))
    screen.refresh()
    for row in screen.languages.rows.values():
        row.tick.setChecked(True)
    screen._issue.trigger()
    assert screen.form.kind.value() is DocumentKind.AGENDA
    told = alerts.notice.what.said_in(words)
    assert told.startswith("NMIRF/2027/1 was issued: English (version 1), Français (version 2)")
