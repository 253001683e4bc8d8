"""A point of order while a vote is called: the ruling is asked at once, and no key of it is an answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QStyle, QStyleOptionComboBox

from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.i18n import Language
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def interrupted(walk: Walk) -> None:
    """A roll call in which Ghana rises to a point of order, by keys."""
    walk.press(Key.Key_F9)
    walk.open_roll_call()
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.type("ghana")
    walk.press(Key.Key_Return)


def answers(walk: Walk) -> int:
    board = walk.screen.ballots.view.board
    assert board is not None
    return len(board.answers)


def ruling(walk: Walk) -> Ruling | None:
    (file,) = walk.desk.motions.points(walk.meeting.key)
    return file.point.ruling


def test_r24_the_ruling_has_the_keyboard_until_it_is_given_and_then_the_call_goes_on(walk: Walk) -> None:
    interrupted(walk)
    assert walk.screen.cards.ruling.isVisible()
    (field,) = walk.screen.cards.ruling.findChildren(QComboBox)
    told = field.fontMetrics().horizontalAdvance(field.placeholderText())
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    assert field.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, field).width() >= told > 0
    assert "point of order" in walk.screen.speaking.who.text()
    walk.press(Key.Key_Y)
    assert ruling(walk) is Ruling.UPHELD
    assert answers(walk) == 0
    assert walk.screen.cards.ruling.isHidden()
    assert QApplication.focusWidget() is walk.screen.ballots.view.call
    assert "ruling is due" not in walk.screen.ballots.view.call.mode.text()
    walk.press(Key.Key_Y)
    assert answers(walk) == 1


def test_r24_a_ruling_that_is_put_off_leaves_the_big_line_and_stays_in_the_card_of_the_call(walk: Walk) -> None:
    interrupted(walk)
    assert "Put the ruling off" in walk.screen.cards.ruling.leave.text()
    walk.press(Key.Key_Escape)
    assert walk.screen.cards.ruling.isHidden()
    assert ruling(walk) is None
    assert "point of order" not in walk.screen.speaking.who.text()
    call = walk.screen.ballots.view.call
    assert "Point of order of Ghana: the ruling is due (Ctrl+Shift+O)." in call.mode.text()
    assert QApplication.focusWidget() is call
    walk.press(Key.Key_Y)
    assert answers(walk) == 1
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.press(Key.Key_N)
    assert ruling(walk) is Ruling.NOT_UPHELD
    assert answers(walk) == 1
    assert "ruling is due" not in call.mode.text()


def test_r24_while_a_point_of_order_has_the_floor_no_key_is_an_answer(walk: Walk) -> None:
    """As after the program was opened again in the middle of it."""
    walk.press(Key.Key_F9)
    walk.open_roll_call()
    walk.desk.motions.raise_point(walk.meeting.key, walk.item.key, "GHA", Language.EN)
    QApplication.processEvents()
    walk.screen.ballots.view.call.setFocus()
    walk.press(Key.Key_Y)
    assert answers(walk) == 0
    assert "Ctrl+Shift+O" in walk.told()
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.press(Key.Key_Y)
    assert ruling(walk) is Ruling.UPHELD
    walk.press(Key.Key_Y)
    assert answers(walk) == 1


@pytest.mark.parametrize("again", [(Key.Key_Return, CONTROL), (Key.Key_Return, Qt.KeyboardModifier.NoModifier)])
def test_r24_no_ruling_is_taken_for_granted(walk: Walk, again: tuple[Key, Qt.KeyboardModifier]) -> None:
    """The keys that recorded the point of order recorded a ruling that the Chair never gave, where pressed twice."""
    interrupted(walk)
    card = walk.screen.cards.ruling
    assert card.fields.ruling.value() is None
    walk.press(*again)
    assert ruling(walk) is None
    assert card.isVisible()
    assert any(
        "Y: well taken. N: not well taken." in one.text() for one in card.findChildren(QLabel) if one.isVisible()
    )
    walk.press(Key.Key_N)
    assert ruling(walk) is Ruling.NOT_UPHELD
    assert answers(walk) == 0
