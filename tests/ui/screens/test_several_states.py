"""Several States selected, the numbers above the list, and the table of what is missing."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.members_bulk import BulkPane
from nmirf_desktop.ui.screens.members_list import Shown
from tests.registers import MEMBERS, OBSERVERS, OPENS, said
from tests.ui import keyboard
from tests.ui.clipping import assert_presentable
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into
from tests.ui.screens.test_designations import follow

SINCE = datetime.date(2025, 3, 1)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        for code in ("PRY", "URY"):
            person = Person(f"of {code}", said(f"Focal point of {code}"), code, language=Language.ES)
            secretariat.members.designate(FocalPoint(code, code, person.key, Period(SINCE)), person)
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MembersScreen]:
    with held(MembersScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def select_members(screen: MembersScreen) -> None:
    """All members, by keys: the first, then down with Shift."""
    screen.filters.shown.load(Shown.MEMBERS, over=True)
    screen._show()
    screen.list.setFocus()
    keyboard.press(screen, Qt.Key.Key_Home)
    for _ in MEMBERS[1:]:
        keyboard.press(screen, Qt.Key.Key_Down, SHIFT)


def test_several_states_are_shown_as_what_they_are_together(screen: MembersScreen) -> None:
    select_members(screen)
    assert "8 States selected" in texts(screen.bulk)
    assert "8 members · 0 observers · 0 States are neither" in texts(screen.bulk)
    keyboard.press(screen, Qt.Key.Key_Home)
    assert not screen.bulk.isVisible()
    assert screen.detail.isVisible()


def test_designations_end_together_after_a_preview_and_come_back_together(
    screen: MembersScreen, desk: Secretariat, alerts: Alerts
) -> None:
    select_members(screen)
    follow(screen.bulk, "End the designations …")
    preview = texts(screen.bulk.ends)
    assert "Ends, with 23 November 2026 as the last day: Focal point of PRY" in preview
    assert "Brazil, Ghana, Indonesia, Morocco, Portugal, Slovenia" in preview
    assert "Left out: Nobody is designated on the day before." in preview
    type_into(screen.bulk.ending.on.editors[0], "1 December 2026")
    assert "30 November 2026" in texts(screen.bulk.ends)
    finish(screen.bulk.ending.on.editors[0])
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == "Done for 2 of the 8 States selected."
    day = datetime.date(2026, 12, 1)
    assert {desk.members.file(code, OPENS).focal_points[0].period.end for code in ("PRY", "URY")} == {day}
    undo.undo(desk.store)
    assert {desk.members.file(code, OPENS).focal_points[0].period.end for code in ("PRY", "URY")} == {None}


def test_a_group_and_a_language_are_changed_for_several(screen: MembersScreen, desk: Secretariat) -> None:
    select_members(screen)
    follow(screen.bulk, "Another group …")
    screen.bulk.moving.group.load(RegionalGroup.GRULAC, over=True)
    screen.bulk._plan()
    assert "It stands there already" in texts(screen.bulk.moves)
    finish(screen.bulk.moving.on.editors[0])
    assert {desk.states.on(OPENS)[code].group for code in MEMBERS} == {RegionalGroup.GRULAC}
    follow(screen.bulk, "Language …")
    assert screen.bulk.writing.tongue.value() is Language.ES
    screen.bulk.writing.tongue.load(Language.FR, over=True)
    finish(screen.bulk.writing.on.editors[0])
    assert {one.person.language for one in desk.people.known(OPENS)} == {Language.FR}


def test_what_can_be_done_to_none_of_them_is_refused_in_words(screen: MembersScreen, alerts: Alerts) -> None:
    screen.filters.shown.load(Shown.OBSERVERS, over=True)
    screen._show()
    screen.list.setFocus()
    keyboard.press(screen, Qt.Key.Key_Home)
    for _ in OBSERVERS[1:]:
        keyboard.press(screen, Qt.Key.Key_Down, SHIFT)
    follow(screen.bulk, "End the designations …")
    finish(screen.bulk.ending.on.editors[0])
    assert alerts.notice is not None
    assert "none of the States selected" in alerts.notice.what.said_in(screen.words)
    assert screen.bulk.ends.isVisible()
    keyboard.press(screen, Qt.Key.Key_Escape)
    assert not screen.bulk.ends.isVisible()
    assert screen.list.view.hasFocus()


def test_founders_are_recorded_from_what_is_selected(screen: MembersScreen, desk: Secretariat) -> None:
    screen.filters.shown.load(Shown.NEITHER, over=True)
    screen._show()
    screen.list.setFocus()
    keyboard.press(screen, Qt.Key.Key_Home)
    keyboard.press(screen, Qt.Key.Key_Down, SHIFT)
    follow(screen.bulk, "Record founding participation")
    assert "2 States: Afghanistan, Albania" in texts(screen.bulk.founds)
    finish(screen.bulk.founds.form.field("kind").editors[0])
    lines = {one.key: one.status for one in desk.members.list(OPENS)}
    assert lines["AFG"] is lines["ALB"] is MembershipKind.MEMBER


def test_what_is_missing_is_one_table_that_leads_to_the_files(screen: MembersScreen, desk: Secretariat) -> None:
    press(screen, "List the gaps")
    rows = [(one.state.iso3, one.what.said_in(screen.words)) for one in screen.missing.list.model.rows]
    assert ("GHA", "Focal point who votes") in rows
    assert ("PRY", "E-mail address: Focal point of PRY (Focal point who votes)") in rows
    screen.missing.list.copy()
    assert QApplication.clipboard().text().splitlines()[0] == "State\tGap\tRule"
    select_members(screen)
    assert "Gaps in the register: 8 States selected" in texts(screen.missing)
    screen.missing.list.select(next(one.key for one in screen.missing.list.model.rows if one.state.iso3 == "GHA"))
    screen.missing.list.setFocus()
    keyboard.press(screen, Qt.Key.Key_Return)
    assert screen.detail.isVisible()
    assert screen.current_key() == "GHA"
    press(screen, "List the gaps")
    keyboard.press(screen, Qt.Key.Key_Escape)
    assert screen.detail.isVisible()
    assert desk.members.file("GHA", OPENS).focal_points == ()


def test_the_numbers_filter_by_mouse_and_by_key(screen: MembersScreen) -> None:
    screen.numbers.said.setFocus()
    keyboard.press(screen, Qt.Key.Key_Tab)
    screen.numbers.said.linkActivated.emit("#observers")
    assert {one.key for one in screen.list.model.rows} == set(OBSERVERS)
    screen.numbers.said.linkActivated.emit("#observers")
    assert screen.list.model.total == 193
    screen.filters.tongue.load(Language.ES, over=True)
    screen.filters.changed.emit()
    assert [one.key for one in screen.list.model.rows] == ["PRY", "URY"]
    screen.numbers.said.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press(screen, Qt.Key.Key_Return)
    assert screen.filters.shown.value() is Shown.MEMBERS


def test_the_pane_is_fit_to_be_seen_with_each_card(desk: Secretariat) -> None:
    def make(language: CurrentLanguage, alerts: Alerts) -> BulkPane:
        pane = BulkPane(desk, language, alerts)
        lines = tuple(one for one in desk.members.list(OPENS) if one.key in MEMBERS)
        pane.load(lines, OPENS)
        for draft, form in ((pane.ends, pane.ending), (pane.moves, pane.moving), (pane.writes, pane.writing)):
            pane._begin(draft, form)
        pane.begin_founders()
        for draft in pane.drafts:
            draft.show()
        return pane

    assert_presentable(make)


def test_what_is_looked_for_is_shown_over_the_list_of_gaps(screen: MembersScreen) -> None:
    press(screen, "List the gaps")
    screen.go_to("PRY:of PRY")
    assert screen.detail.isVisible()
    assert not screen.missing.isVisible()


def test_a_card_that_was_opened_over_several_states_stays_while_it_is_open(screen: MembersScreen) -> None:
    select_members(screen)
    press(screen, "Record a communication")
    screen.refresh()
    assert screen.detail.status.letter.isVisible()
    keyboard.press(screen, Qt.Key.Key_Escape)
    screen.refresh()
    assert screen.detail.isVisible()
    assert len(screen.list.chosen) == 1, "the State of the card alone stays selected"


def dismiss() -> None:
    """Leave the system's window of files, where it is open, without choosing any."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QFileDialog):
        box.reject()


@pytest.mark.parametrize("label", ["Record a communication", "Designate a focal point", "Attach files …"])
def test_what_is_recorded_of_one_state_leaves_that_one_selected(screen: MembersScreen, label: str) -> None:
    select_members(screen)
    current = screen.current_key()
    QTimer.singleShot(200, screen, dismiss)
    press(screen, label)
    assert [line.key for line in screen.list.chosen] == [current]
    assert screen.detail.state is not None
    assert screen.detail.state.iso3 == current
    assert screen.detail.isVisible()
