"""A key of a roll call of 193 moves the list seldom, and paints of the bars the one that it changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.rowview import RowView
from tests.benchmarks.rooms import Room, held

KEYS = 40
FOLLOW = 3
"""So many who follow are in sight where the list was moved."""
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]


class Painted(QObject):
    """Where a part was painted."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.regions: list[QRegion] = []
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Keep the region."""
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return super().eventFilter(watched, event)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A roll call of all 193 that is open."""
    with held(tmp_path / "register.nmirf", lambda room: room.called(0)) as opened:
        yield opened


def in_sight(room: Room, state: str) -> bool:
    """Whether the row of a State is seen in full."""
    table = room.screen.ballots.view.count.table
    row = table.view.visualRect(table.model.index(table.model.row_of(state), 1))
    return table.view.viewport().rect().contains(row)


def test_the_list_moves_when_who_is_called_leaves_it_and_then_shows_those_who_follow(room: Room) -> None:
    view: RowView = room.screen.ballots.view.count.table.view
    moved = list[int]()
    view.verticalScrollBar().valueChanged.connect(moved.append)
    vote = room.desk.voting.open_vote(room.meeting)
    assert vote is not None
    for place in range(1, KEYS):
        before = len(moved)
        room.keyed(Qt.Key.Key_Y)
        assert in_sight(room, vote.entitled[place])
        assert in_sight(room, vote.entitled[place - 1])
        if len(moved) > before:
            assert in_sight(room, vote.entitled[place + FOLLOW])
    assert 0 < len(moved) < KEYS / 5


def test_a_key_paints_one_row_of_the_list(room: Room) -> None:
    view: RowView = room.screen.ballots.view.count.table.view
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_A):
        painted = Painted(view.viewport())
        room.keyed(key)
        view.viewport().removeEventFilter(painted)
        (region,) = painted.regions
        assert region.boundingRect().height() == view.verticalHeader().defaultSectionSize()


def shown(room: Room, window: QPixmap) -> QImage:
    """The bars in a picture of the window, to be compared."""
    bars = room.screen.ballots.view.count.bars
    place = QRect(bars.mapTo(room.screen, QPoint()), bars.size())
    return window.copy(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_key_paints_the_bar_that_it_changed_and_what_is_seen_is_the_whole(room: Room) -> None:
    window, bars = room.screen, room.screen.ballots.view.count.bars
    room.keyed(Qt.Key.Key_N)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_Y, Qt.Key.Key_P):
        painted = Painted(bars)
        room.keyed(key)
        bars.removeEventFilter(painted)
        assert len(painted.regions) == (key != Qt.Key.Key_P)  # who passes is in no bar
        assert all(region.boundingRect().height() < bars.height() / 2 for region in painted.regions)
        assert shown(room, window.screen().grabWindow(window.winId())) == shown(room, window.grab())


def test_the_buttons_of_the_call_say_their_words_in_another_language(room: Room) -> None:
    call, english = room.screen.ballots.view.call, "Correct the last (Backspace)"
    assert call.back.text() == english
    room.screen.language.switch(Language.FR)
    room.keyed(Qt.Key.Key_Y)
    assert call.back.text() == room.screen.words.gettext(english) != english
