"""What has the keyboard is in sight: in the smallest window at twice the size of text, whatever key opened it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.approvals import NOT_ENDED
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.entries import ScreenEntry
from nmirf_desktop.ui.form_row import FormRow
from nmirf_desktop.ui.panes import around
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import Scheme
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.registers import said
from tests.ui import keyboard
from tests.ui.clipping import SIZE, theme
from tests.ui.screens.conftest import Walk

Key = Qt.Key
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
OPENING = [
    (Key.Key_F3, NONE), (Key.Key_F3, CONTROL), (Key.Key_F3, SHIFT), (Key.Key_F4, NONE), (Key.Key_F4, CONTROL),
    (Key.Key_F5, NONE), (Key.Key_F5, CONTROL | SHIFT), (Key.Key_F6, NONE), (Key.Key_F6, SHIFT), (Key.Key_F8, NONE),
    (Key.Key_F8, CONTROL), (Key.Key_F11, CONTROL), (Key.Key_O, CONTROL | SHIFT), (Key.Key_M, CONTROL | SHIFT),
    (Key.Key_R, CONTROL),
]  # fmt: skip
"""The keys that open a card of the room, or lead to a part of it."""
ROUNDS = 50
"""How often it is looked whether a window is laid out."""


@pytest.fixture
def window(walk: Walk, shell: Shell, qtbot: QtBot) -> Iterator[MainWindow]:
    """The room in the whole window, as small as it may be, with its text twice as large; a proposal with a motion."""
    walk.screen.close()
    desk = walk.desk
    desk.sittings.open(walk.sitting.key, walk.item.key)
    desk.sittings.all_arrive(walk.meeting.key)
    text = said("Invites all members.\n\nThanks the coordinator.\n\nAgrees to meet again.")
    put = desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), text)
    desk.text_motions.divide(put.key, ("Invites all members.", "Thanks the coordinator."), "GHA")
    theme().use(Scheme.LIGHT, 200)
    window = MainWindow([ScreenEntry("session", N_("Session"), "mic", lambda: walk.screen)], shell)
    qtbot.addWidget(window)
    window.resize(SIZE)
    window.show()
    window.activateWindow()
    window.go(Place("session"))
    qtbot.waitUntil(lambda: window._started)
    yield window
    walk.screen.setParent(None)
    theme().use(Scheme.LIGHT, 100)


def hidden() -> str:
    """What has the keyboard where it is not wholly seen once the window is laid out, else nothing."""
    held = QApplication.focusWidget()
    assert held is not None
    for _ in range(ROUNDS):
        QTest.qWait(20)
        if held.visibleRegion().boundingRect() == held.rect():
            return ""
    return f"{type(held).__name__} {held.accessibleName()}"


def test_what_a_key_opens_is_in_sight(walk: Walk, window: MainWindow) -> None:
    out_of_sight = []
    for key, modifier in OPENING:
        walk.screen.room.agenda.setFocus()
        before = QApplication.focusWidget()
        keyboard.press(window, key, modifier)
        assert QApplication.focusWidget() is not before
        if part := hidden():
            out_of_sight.append((key, modifier, part))
        while walk.screen.close_open():
            QApplication.processEvents()
    assert not out_of_sight


def test_the_list_of_proposals_stays_in_sight_from_row_to_row(walk: Walk, window: MainWindow) -> None:
    keyboard.press(window, Key.Key_F4, CONTROL)
    keyboard.press(window, Key.Key_Home)
    for key in (Key.Key_Down, Key.Key_F7, Key.Key_Down, Key.Key_F7, Key.Key_Up, Key.Key_Up, Key.Key_Down):
        keyboard.press(window, key)
        assert QApplication.focusWidget() is walk.screen.room.texts.table.view
        assert not hidden()
    row = walk.screen.room.texts.row
    assert row is not None
    assert row.file.division is not None, "F7 granted the division"


def test_the_wheel_leads_away_until_the_next_key(walk: Walk, window: MainWindow) -> None:
    keyboard.press(window, Key.Key_F4, CONTROL)
    assert not hidden()
    page, held = walk.screen.room._page, QApplication.focusWidget()
    assert held is not None
    turn = QWheelEvent(
        QPointF(5, 5), page.viewport().mapToGlobal(QPointF(5, 5)), QPoint(0, 0), QPoint(0, 4000),
        Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.viewport(), turn)
    walk.desk.sittings.toggle(walk.meeting.key, ["GHA"])
    QTest.qWait(200)
    assert held.visibleRegion().isEmpty(), "what is read by the mouse stays"
    keyboard.press(window, Key.Key_Home)
    assert not hidden()


def test_where_no_sitting_is_planned_the_gavel_and_enter_open_one(walk: Walk, window: MainWindow) -> None:
    keyboard.press(window, Key.Key_F9)
    keyboard.press(window, Key.Key_F9)
    assert "No further sitting is planned" in walk.told()
    assert not hidden(), "the way out has the keyboard"
    keyboard.press(window, Key.Key_Return)
    assert [one.closed_at is None for one in walk.desk.sittings.all(walk.meeting.key)] == [False, True]
    QTest.qWait(20)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert walk.screen.room.isAncestorOf(focus)


LONG = " ".join(["The proposal was not recorded and nothing was lost."] * 9)
"""A refusal of several lines."""


def covered(window: MainWindow) -> list[str]:
    """The fields of the card that has the keyboard over which a message lies, as far as they are scrolled into view."""
    focus = QApplication.focusWidget()
    assert focus is not None
    card = around(focus, Draft)
    assert card is not None
    page, banner = window._stage.viewport(), window._banner
    over = QRect(banner.mapTo(window, QPoint(0, 0)), banner.size())
    found = []
    for row in card.findChildren(FormRow):
        seen = QRect(page.mapTo(window, QPoint(0, 0)), page.size())
        seen &= QRect(row.mapTo(window, QPoint(0, 0)), row.size())
        area = around(row, QScrollArea)
        while area is not None and row.isVisible():
            seen &= QRect(area.viewport().mapTo(window, QPoint(0, 0)), area.viewport().size())
            area = around(area, QScrollArea)
        if row.isVisible() and seen.intersects(over):
            found.append(row.message)
    return found


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize(
    ("key", "modifier"), [(Key.Key_F8, CONTROL), (Key.Key_F11, CONTROL), (Key.Key_F5, CONTROL | SHIFT)]
)
def test_a_refusal_lies_over_no_field_of_the_card_at_work(
    walk: Walk, window: MainWindow, scale: int, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    theme().use(Scheme.LIGHT, scale)
    window.resize(QSize(1024, 640))
    keyboard.press(window, key, modifier)
    QTest.qWait(50)
    first = QApplication.focusWidget()
    assert first is not None
    card = around(first, Draft)
    assert card is not None
    whole = window._stage.viewport().height()
    for row in [one for one in card.findChildren(FormRow) if one.isVisible()]:
        row.field.editors[0].setFocus()
        QTest.qWait(20)
        walk.alerts.refuse(Refusal(NOT_ENDED, {"last": registers.OPENS}))
        for _ in range(4):
            QTest.qWait(20)
        assert not covered(window), row.message
        assert not hidden(), "what has the keyboard is in sight above it"
        walk.alerts.refuse(Refusal(LONG))
        for _ in range(4):
            QTest.qWait(20)
        assert not covered(window), f"{row.message}: a taller refusal gets more room"
    walk.alerts.clear()
    QTest.qWait(20)
    assert window._stage.viewport().height() == whole, "the page reaches down to the foot again"
