"""A chart of bars cut into parts draws every part that it counts, each as long as its count in every bar."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.action_plans import PlanState
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.parts_chart import PartsChart, PartsOf
from nmirf_desktop.ui.plan_marks import PARTS
from nmirf_desktop.ui.theme import STEP, Tone, colours, tone_colour

ROWS = (
    PartsOf("1", Counter({PlanState.LATE: 1, PlanState.GIVEN_UP: 1})),
    PartsOf("2", Counter({PlanState.LATE: 1})),
)


def inked(picture: QImage, rows: range, ink: QColor) -> int:
    """How wide an ink reaches within some rows of points."""
    found = [x for x in range(picture.width()) if any(picture.pixelColor(x, y) == ink for y in rows)]
    return found[-1] - found[0] if found else 0


def shown(qtbot: QtBot, rows: tuple[PartsOf, ...]) -> PartsChart:
    chart = PartsChart(PARTS, CurrentLanguage(Language.EN))
    qtbot.addWidget(chart)
    chart.show_rows(rows)
    chart.resize(600, chart.height_for(600))
    return chart


@pytest.mark.parametrize("state", list(PlanState))
def test_every_state_of_an_action_is_drawn_and_said(qtbot: QtBot, state: PlanState) -> None:
    chart = shown(qtbot, (PartsOf("1", Counter({state: 2})),))
    assert chart.words_of().endswith(": 2.")
    assert chart.height_for(600)


def test_one_action_is_as_long_in_a_bar_with_one_given_up_as_in_a_bar_alone(qtbot: QtBot) -> None:
    chart = shown(qtbot, ROWS)
    picture: QImage = chart.grab().toImage()
    ink = QColor(tone_colour(colours(), Tone.BAD))
    height = chart.fontMetrics().height() + STEP * 2
    both, alone = (inked(picture, range(number * height, (number + 1) * height), ink) for number in range(2))
    assert alone > 100
    assert abs(both - alone) <= 2


def test_what_no_part_draws_makes_no_bar_longer(qtbot: QtBot) -> None:
    without = {state: part for state, part in PARTS.items() if state is not PlanState.GIVEN_UP}
    charts = []
    for rows in (ROWS, (PartsOf("1", Counter({PlanState.LATE: 1})), ROWS[1])):
        chart = PartsChart(without, CurrentLanguage(Language.EN))
        qtbot.addWidget(chart)
        chart.show_rows(rows)
        chart.resize(600, chart.height_for(600))
        charts.append(chart.grab().toImage())
    assert charts[0] == charts[1]


def test_a_long_name_is_cut_and_not_put_down_to_its_number(qtbot: QtBot) -> None:
    long = PartsOf("1. Members learn from one another at their yearly meetings", Counter({PlanState.LATE: 1}), "1")
    narrow, bare = (shown(qtbot, (row,)) for row in (long, PartsOf("1", Counter({PlanState.LATE: 1}))))
    for chart in (narrow, bare):
        chart.resize(300, chart.height_for(300))
    height = narrow.fontMetrics().height() + STEP * 2
    ink = QColor(colours().text)
    name = QImage(narrow.grab().toImage()).copy(0, 0, 300 * 2 // 5, height)
    number = QImage(bare.grab().toImage()).copy(0, 0, bare.fontMetrics().horizontalAdvance("1") + STEP, height)
    assert inked(name, range(name.height()), ink) > 3 * max(1, inked(number, range(number.height()), ink))
