"""Where the keyboard is in the session: back where it was, in the call after a restart, and on what is typed anew."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.voting import Method
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.stage import Stage
from tests import registers
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(walk: Walk) -> Iterator[Stage]:
    """Where the window shows its screens, begun with another than the session."""
    stage, front = Stage(), Screen(walk.language, walk.alerts)
    QVBoxLayout(front).addWidget(QPushButton())
    stage.add(front)
    stage.resize(1200, 800)
    stage.show()
    stage.activateWindow()
    stage.show_screen(front, "", keyboard=True)
    QApplication.processEvents()
    yield stage
    stage.hide()
    stage.deleteLater()


def filter_of(walk: Walk) -> QLineEdit:
    """The line above the delegations."""
    (line,) = walk.screen.room.delegations.table.findChildren(QLineEdit)
    return line


def propose(walk: Walk, title: str) -> str:
    """A proposal without consensus; its key."""
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said(title), said("Decides."))
    walk.desk.proposals.note_objection(put.key)
    QApplication.processEvents()
    return put.key


def test_after_a_restart_in_a_vote_the_keyboard_is_in_the_call(walk: Walk, stage: Stage) -> None:
    walk.open_roll_call()
    screen = SessionScreen(walk.desk, walk.language, walk.alerts)
    screen.show_as_of(registers.OPENS)
    stage.add(screen)
    stage.show_screen(screen, "", keyboard=True)
    QApplication.processEvents()
    assert screen.ballots.view.isVisible()
    assert QApplication.focusWidget() is screen.ballots.view.call


def test_who_asks_who_may_vote_is_back_in_the_list_of_proposals(walk: Walk) -> None:
    propose(walk, "Exchanges")
    walk.press(Key.Key_F4, CTRL)
    held = walk.screen.room.texts.table.view
    assert QApplication.focusWidget() is held
    walk.press(Key.Key_F6)
    walk.press(Key.Key_F6)
    assert walk.screen.ballots.who.isVisible()
    walk.press(Key.Key_Escape)
    assert not walk.screen.ballots.who.isVisible()
    assert QApplication.focusWidget() is held


def test_a_new_vote_opens_without_the_filter_of_the_one_before(walk: Walk) -> None:
    table = walk.screen.ballots.view.count.table
    walk.open_roll_call()
    table.setFocus()
    walk.type("gha")
    assert len(table.model.rows) == 1
    walk.screen.ballots.view.call.setFocus()
    for _ in range(8):
        walk.press(Key.Key_Y)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    second = propose(walk, "Visits")
    walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.ROLL_CALL, second))
    QApplication.processEvents()
    assert len(table.model.rows) == 8


def test_the_next_name_replaces_the_one_that_was_marked_online(walk: Walk) -> None:
    filter_of(walk).setFocus()
    walk.type("gha")
    walk.press(Key.Key_F5, CTRL)
    walk.type("uru")
    assert filter_of(walk).text() == "uru"


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_F3, Qt.KeyboardModifier.NoModifier), (Key.Key_F3, CTRL)])
def test_letters_left_in_the_field_of_a_speaker_are_replaced(
    walk: Walk, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    room = walk.screen.room
    field = room.queue.state if modifier == CTRL else room.floor.state
    walk.press(key, modifier)
    walk.type("x")
    room.texts.table.setFocus()
    walk.press(key, modifier)
    walk.type("gh")
    line = field.editors[0]
    assert isinstance(line, QLineEdit)
    assert line.text() == "gh"


def test_another_item_without_motions_does_not_leave_the_keyboard_on_a_link(walk: Walk) -> None:
    walk.desk.sittings.all_arrive(walk.meeting.key)
    walk.screen.keys[RoomKey.POINT].trigger()
    QApplication.processEvents()
    walk.type("gha")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return, CTRL)
    motions = walk.screen.room.motions
    assert motions.table.isVisible()
    motions.table.view.setFocus()
    walk.press(Key.Key_PageDown, CTRL)
    assert motions.table.isHidden()
    assert QApplication.focusWidget() is walk.screen.room.floor.state.editors[0]


def test_who_objects_comes_after_the_acts_as_it_is_drawn(walk: Walk) -> None:
    """It came between two acts, and Shift+Tab from the title below it led past it, to Withdraw."""
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    QApplication.processEvents()
    texts = walk.screen.room.texts
    texts.acts.buttons[RoomKey.ADOPT].setFocus()
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is texts.acts.buttons[RoomKey.OBJECT]
    texts.form.title.editors[0].setFocus()
    for part in (texts.objector.editors[0], texts.acts.buttons[RoomKey.WITHDRAW]):
        walk.press(Key.Key_Tab, SHIFT)
        assert QApplication.focusWidget() is part


def test_who_is_called_stays_in_sight_when_the_window_is_made_smaller(walk: Walk, qtbot: QtBot) -> None:
    walk.desk.sittings.open(walk.sitting.key, walk.item.key)
    walk.open_roll_call()
    for _ in range(4):
        walk.press(Key.Key_Y)
    count = walk.screen.ballots.view.count
    view = count.table.view
    called = count.table.model.index(4, 1)

    def shown() -> bool:
        return view.viewport().rect().contains(view.visualRect(called))

    qtbot.waitUntil(shown)
    count.resize(count.width(), count.height() - view.viewport().height() + view.rowHeight(0) * 2)
    QApplication.processEvents()
    assert shown()
    assert view.viewport().height() < view.rowHeight(0) * 3
