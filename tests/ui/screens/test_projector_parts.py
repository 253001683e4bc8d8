"""The projector paints what changed on its page, and what stands there is what a whole page would be."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.projector import Projector
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_projector import projected

KEYS = (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Y)


class Painted(QObject):
    """Where a window was painted."""

    def __init__(self, window: Projector) -> None:
        super().__init__(window)
        self.places: list[QRect] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Keep the place."""
        if isinstance(event, QPaintEvent):
            self.places.append(event.rect())
        return super().eventFilter(watched, event)


def seen(window: Projector) -> QImage:
    """The picture on the screen, of all that was painted one after the other."""
    return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def whole(window: Projector) -> QImage:
    """The picture as it is when it is painted at once."""
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def projector(walk: Walk) -> Projector:
    """The projector of a roll call that is open."""
    shown = projected(walk)
    walk.open_roll_call()
    return shown


def test_a_key_of_a_roll_call_paints_the_name_anew_and_not_the_page(walk: Walk, projector: Projector) -> None:
    painted = Painted(projector)
    for key in KEYS:
        walk.press(key)
        assert seen(projector) == whole(projector)
        painted.places.pop()  # of the whole picture, to compare with
    assert len(painted.places) == len(KEYS)
    assert all(place.height() < projector.height() / 3 for place in painted.places)


def test_other_languages_totals_and_another_size_leave_nothing_of_what_stood_there(
    walk: Walk, projector: Projector
) -> None:
    projector.speak((Language.FR, Language.ES))
    for key in KEYS[:2]:
        walk.press(key)
        assert seen(projector) == whole(projector)
    projector.speak((Language.EN,))
    QApplication.processEvents()
    assert seen(projector) == whole(projector)
    walk.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    projector.resize(1280, 720)
    QApplication.processEvents()
    walk.press(KEYS[0])
    assert seen(projector) == whole(projector)
