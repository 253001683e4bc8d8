"""A row of widgets takes as few lines as there is room for, and no more room than its words need; a column rests."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.flow import GAP, SideBySide, Steady
from nmirf_desktop.ui.language import CurrentLanguage

WORDS = ("Approve the minutes", "Circulate", "Go back to the draft", "Print")


def widths(buttons: Sequence[QPushButton]) -> int:
    """The room that buttons need on one line."""
    return sum(button.sizeHint().width() for button in buttons) + GAP * (len(buttons) - 1)


def lines(buttons: Sequence[QPushButton]) -> list[list[str]]:
    """The words of the buttons that are seen, line by line."""
    found: dict[int, list[QPushButton]] = {}
    for button in buttons:
        if button.isVisible():
            found.setdefault(button.y(), []).append(button)
    return [[one.text() for one in sorted(found[y], key=QPushButton.x)] for y in sorted(found)]


@pytest.fixture
def buttons(qapp: QApplication) -> list[QPushButton]:
    """Four buttons of different widths; the window that they come into owns them."""
    return [QPushButton(word) for word in WORDS]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with room for a row, and for what stands below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    qtbot.addWidget(made)
    return made


def show(window: QWidget, row: SideBySide, width: int, qtbot: QtBot) -> None:
    """Show the row at the top of the window, so many pixels wide."""
    column = window.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(0, row)
    window.resize(width, 400)
    window.show()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    """Let the layouts have their say."""
    qtbot.wait(20)


def test_they_stand_on_as_few_lines_as_there_is_room_for(
    buttons: list[QPushButton], window: QWidget, qtbot: QtBot
) -> None:
    show(window, SideBySide(*buttons), widths(buttons), qtbot)
    assert lines(buttons) == [[*WORDS]]
    for count in (3, 2):
        window.resize(widths(buttons[: count + 1]) - 1, 400)
        settle(qtbot)
        assert lines(buttons) == [[*WORDS[:count]], [*WORDS[count:]]]
    window.resize(widths(buttons), 400)
    settle(qtbot)
    assert lines(buttons) == [[*WORDS]]


def test_none_is_wider_than_its_words_and_the_row_asks_for_the_widest(
    buttons: list[QPushButton], window: QWidget, qtbot: QtBot
) -> None:
    row = SideBySide(*buttons)
    show(window, row, 0, qtbot)
    widest = max(button.minimumSizeHint().width() for button in buttons)
    assert window.width() == row.minimumSizeHint().width() == widest
    assert all(button.width() == button.sizeHint().width() for button in buttons)
    assert window.rect().contains(row.mapTo(window, row.rect().bottomRight()))


def test_other_words_and_one_that_is_put_away_change_the_lines(
    buttons: list[QPushButton], window: QWidget, qtbot: QtBot
) -> None:
    show(window, SideBySide(*buttons), widths(buttons), qtbot)
    buttons[3].setText("Print the minutes in large print")
    settle(qtbot)
    assert len(lines(buttons)) == 2
    buttons[0].hide()
    settle(qtbot)
    assert lines(buttons) == [[button.text() for button in buttons[1:]]]
    buttons[0].show()
    settle(qtbot)
    assert len(lines(buttons)) == 2


@pytest.mark.parametrize("room", [100, 0, -1])
def test_one_grows_into_what_its_line_has_left(
    buttons: list[QPushButton], room: int, window: QWidget, qtbot: QtBot
) -> None:
    row = SideBySide(*buttons[:2], grows=buttons[1])
    show(window, row, widths(buttons[:2]) + room, qtbot)
    assert buttons[1].geometry().right() == row.width() - 1
    assert buttons[0].width() == buttons[0].sizeHint().width()


@pytest.mark.parametrize("room", [100, 0, -1])
def test_the_last_can_stand_at_the_end_of_its_line(
    buttons: list[QPushButton], room: int, window: QWidget, qtbot: QtBot
) -> None:
    row = SideBySide(*buttons, closes=buttons[3])
    show(window, row, widths(buttons) + room, qtbot)
    assert buttons[3].geometry().right() == row.width() - 1
    assert buttons[3].width() == buttons[3].sizeHint().width()
    assert len(lines(buttons)) == (2 if room < 0 else 1)


def test_what_is_offered_in_an_empty_place_goes_under_each_other_in_the_middle(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    offers = tuple(Offer(word, lambda: None) for word in WORDS)
    empty = EmptyState(Empty("Nothing", "Nothing is here yet.", offers), language)
    qtbot.addWidget(empty)
    buttons = empty.findChildren(QPushButton)
    empty.resize(widths(buttons) + 200, 400)
    empty.show()
    settle(qtbot)
    assert lines(buttons) == [list(WORDS)]
    assert empty.minimumSizeHint().width() < widths(buttons) / 2
    empty.resize(widths(buttons) * 2 // 3, 400)
    settle(qtbot)
    assert lines(buttons) == [list(WORDS[:2]), list(WORDS[2:])]
    for row in lines(buttons):
        here = [one for one in buttons if one.text() in row]
        left, right = here[0].mapTo(empty, here[0].rect().topLeft()), here[-1].mapTo(empty, here[-1].rect().topRight())
        assert left.x() == pytest.approx(empty.width() - right.x(), abs=4)


class Told(QWidget):
    """A window that counts how often it is laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.laid_out = 0

    def event(self, event: QEvent) -> bool:
        self.laid_out += event.type() == QEvent.Type.LayoutRequest
        return super().event(event)


@pytest.fixture
def told(qtbot: QtBot) -> tuple[Told, QLabel, QLabel, QWidget]:
    """A window with a line and a text that wraps above what takes the rest."""
    window, line, text, rest = Told(), QLabel("Still to answer: 93"), QLabel("100 members", wordWrap=True), QWidget()
    column = QVBoxLayout(window)
    column.addWidget(Steady(line, text))
    column.addWidget(rest, 1)
    qtbot.addWidget(window)
    window.resize(300, 300)
    window.show()
    qtbot.waitExposed(window)
    settle(qtbot)
    return window, line, text, rest


def test_another_text_of_the_same_size_leaves_the_window_in_peace(
    told: tuple[Told, QLabel, QLabel, QWidget], qtbot: QtBot
) -> None:
    window, line, text, _ = told
    before = window.laid_out
    line.setText("Still to answer: 92")
    text.setText("101 members")
    settle(qtbot)
    assert window.laid_out == before


def test_a_text_that_needs_more_room_gets_it(told: tuple[Told, QLabel, QLabel, QWidget], qtbot: QtBot) -> None:
    _, line, text, rest = told
    above = rest.y()
    text.setText("A much longer text. " * 20)
    settle(qtbot)
    assert text.height() >= text.heightForWidth(text.width()) > line.height()
    assert rest.y() > above
    text.setText("101 members")
    line.hide()
    settle(qtbot)
    assert rest.y() < above


def test_what_changed_out_of_sight_has_its_room_when_it_is_seen(
    told: tuple[Told, QLabel, QLabel, QWidget], qtbot: QtBot
) -> None:
    window, _, text, _ = told
    window.hide()
    text.setText("A much longer text. " * 20)
    window.show()
    settle(qtbot)
    assert text.height() >= text.heightForWidth(text.width())


def test_a_button_beside_what_grows_is_no_wider_while_that_is_hidden(
    buttons: list[QPushButton], window: QWidget, qtbot: QtBot
) -> None:
    """“It did not arrive” was as wide as the card where no other address was said beside it."""
    button, beside = buttons[0], QLabel("And what is said beside it")
    row = SideBySide(button, beside, grows=beside)
    beside.hide()
    show(window, row, 900, qtbot)
    assert button.width() == button.sizeHint().width()
    beside.show()
    settle(qtbot)
    assert button.width() == button.sizeHint().width()
    assert beside.width() > beside.sizeHint().width()
    beside.hide()
    settle(qtbot)
    assert button.width() == button.sizeHint().width()
