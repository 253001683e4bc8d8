"""A chart in the window says its labels whole, however narrow it is."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.language import CurrentLanguage

GROUPS = (
    Count("African: 12 of 16 members", 12, group=RegionalGroup.AFRICAN),
    Count("Latin American and Caribbean: 12 of 12 members · 4 observers", 12, group=RegionalGroup.GRULAC),
)


@pytest.fixture
def chart(qtbot: QtBot) -> BarsChart:
    chart = BarsChart(CurrentLanguage(Language.EN))
    qtbot.addWidget(chart)
    chart.show_counts(GROUPS, 16)
    return chart


def inked(chart: BarsChart) -> int:
    """How far to the right text is written in the row of the longest label, at most to where that label ends."""
    picture: QImage = chart.grab().toImage()
    ground = picture.pixel(picture.width() - 1, 0)
    own = range(chart.height() // 2, chart.height() // 2 + chart.fontMetrics().height())
    return max(x for x in range(picture.width()) for y in own if picture.pixel(x, y) != ground)


def test_a_label_that_leaves_its_bar_no_room_stands_above_it_whole(chart: BarsChart) -> None:
    """It ended in "12 of 12 members · 4 observ…" beside its bar."""
    longest = chart.fontMetrics().horizontalAdvance(GROUPS[1].label)
    narrow, wide = longest + 60, longest * 3
    chart.resize(narrow, chart.height_for(narrow))
    assert chart.above(narrow)
    assert inked(chart) > longest, "the last letters as well, after the sign of the group"
    assert not chart.above(wide)
    assert chart.height_for(wide) < chart.height_for(narrow)


def test_labels_are_measured_anew_in_larger_letters_and_when_they_are_others(chart: BarsChart) -> None:
    room = chart.fontMetrics().horizontalAdvance(GROUPS[1].label) * 3
    assert not chart.above(room)
    font = chart.font()
    font.setPointSizeF(font.pointSizeF() * 3)
    chart.setFont(font)
    assert chart.above(room)
    chart.show_counts([Count("In favour", 12), Count("Against", 3)], 16)
    assert not chart.above(room)
