"""The look of a window: what is put into it takes it over, and whatever is built outside is not dressed at all."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui.colours import DARK, LIGHT
from nmirf_desktop.ui.theme import Scheme, Tone, Type, dress, style
from tests.ui.clipping import theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A dressed window in light colours."""
    theme().use(Scheme.LIGHT, 100)
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    dress(window)
    return window


def put(window: QWidget) -> QLabel:
    """A muted title that stands in a window."""
    label = QLabel("Ghana")
    style(label, Type.TITLE, Tone.MUTED)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(label)
    window.show()
    QApplication.processEvents()
    return label


def colour_of(label: QLabel) -> QColor:
    return label.palette().color(label.foregroundRole())


def test_what_is_put_into_a_window_has_its_look(window: QWidget) -> None:
    label = put(window)
    assert colour_of(label) == QColor(LIGHT.muted)
    assert label.font().pointSizeF() > window.font().pointSizeF()


def test_a_change_of_look_reaches_each_dressed_window(window: QWidget) -> None:
    label = put(window)
    size = label.font().pointSizeF()
    theme().use(Scheme.DARK, 200)
    try:
        assert colour_of(label) == QColor(DARK.muted)
        assert label.font().pointSizeF() == pytest.approx(size * 2, rel=0.02)
    finally:
        theme().use(Scheme.LIGHT, 100)
    assert colour_of(label) == QColor(LIGHT.muted)


def test_what_is_built_outside_a_window_is_not_dressed(qapp: QApplication) -> None:
    """With a sheet of the application Qt would dress each widget anew for every one that it is put into."""
    theme().use(Scheme.LIGHT, 100)
    assert not qapp.styleSheet()
