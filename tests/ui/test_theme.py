"""The look of a window: what is put into it takes it over, and whatever is built outside is not dressed at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QStandardItemModel
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.marked_text import marked
from nmirf_desktop.ui.colours import DARK, LIGHT
from nmirf_desktop.ui.markedtext import MarkedText
from nmirf_desktop.ui.theme import STEP, Scheme, Tone, Type, dress, style
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


def test_what_changed_in_a_text_that_stands_there_has_the_colours_of_the_scheme_of_now(window: QWidget) -> None:
    """It kept those of the scheme in which it was first shown: dark green and red on black."""
    text, layout = MarkedText(), window.layout()
    assert layout is not None
    layout.addWidget(text)
    text.show_pieces(marked("It welcomed the raport.", "It welcomed the report."))
    window.show()
    QApplication.processEvents()
    assert LIGHT.good in text.text()
    theme().use(Scheme.DARK, 100)
    try:
        assert (DARK.good in text.text(), DARK.bad in text.text(), LIGHT.bad in text.text()) == (True, True, False)
    finally:
        theme().use(Scheme.LIGHT, 100)


def test_what_is_built_outside_a_window_is_not_dressed(qapp: QApplication) -> None:
    """With a sheet of the application Qt would dress each widget anew for every one that it is put into."""
    theme().use(Scheme.LIGHT, 100)
    assert not qapp.styleSheet()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_ticked_box_shows_that_it_has_the_keyboard(window: QWidget, scheme: Scheme) -> None:
    theme().use(scheme, 100)
    box, other = QCheckBox("Ghana"), QCheckBox("Togo")
    layout = window.layout()
    assert layout is not None
    for one in (box, other):
        one.setChecked(True)
        layout.addWidget(one)
    window.show()
    window.activateWindow()
    try:
        other.setFocus()
        QApplication.processEvents()
        without = box.grab().toImage()
        box.setFocus()
        QApplication.processEvents()
        assert box.grab().toImage() != without
    finally:
        theme().use(Scheme.LIGHT, 100)


def test_the_arrow_of_a_sorted_column_lies_above_its_word(window: QWidget, qapp: QApplication) -> None:
    """It lay on “Invited”, whose word stands at the right, as its numbers do."""
    view, model = QTableView(), QStandardItemModel(1, 2)
    model.setHorizontalHeaderLabels(["State", "Invited"])
    model.horizontalHeaderItem(1).setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    view.setModel(model)
    view.setSortingEnabled(True)
    header, layout = view.horizontalHeader(), window.layout()
    assert layout is not None
    layout.addWidget(view)
    window.show()
    pictures = []
    for section in (-1, 1):
        header.setSortIndicator(section, Qt.SortOrder.AscendingOrder)
        qapp.processEvents()
        pictures.append(header.grab().toImage())
    unsorted, as_sorted = (one.copy(0, STEP * 2, one.width(), one.height()) for one in pictures)
    assert pictures[0] != pictures[1]
    assert unsorted == as_sorted
