"""The one list: rows keep their selection, repaint only where they changed, sort and filter by language."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.states import State, parse_states
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.returning import REMEMBERED, Returning
from nmirf_desktop.ui.rows import Column, Mark, RowModel
from nmirf_desktop.ui.table import RowTable

STATES = parse_states((bundled("resources") / "states.csv").read_text(encoding="utf-8"))
COLUMNS = (
    Column[State]("State", lambda s, w: s.said_in(w), lambda s, w: w.sort_key(s.said_in(w)), stretch=True),
    Column[State]("Code", lambda s, _: s.iso3, width=6),
    Column[State](
        "Group", lambda s, w: w.gettext(s.group.short_label) if s.group else "", mark=lambda s: Mark(region=s.group)
    ),
)


@pytest.fixture
def table(qtbot: QtBot, language: CurrentLanguage) -> RowTable[State]:
    table = RowTable(COLUMNS, lambda state: state.iso3, language)
    qtbot.addWidget(table)
    QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Warning, table)
    table.resize(800, 500)
    table.show_rows(STATES)
    return table


def test_every_state_is_shown_in_the_order_given(table: RowTable[State]) -> None:
    assert table.model.rows == STATES
    assert len(STATES) == 193


@pytest.mark.parametrize(
    ("typed", "code"), [("cote d'iv", "CIV"), ("CÔTE D’IV", "CIV"), ("perou", ""), ("sao tome", "STP"), ("per", "PER")]
)
def test_typing_filters_whatever_accents_and_case(table: RowTable[State], typed: str, code: str) -> None:
    table._line.setText(typed)
    assert (code in {state.iso3 for state in table.model.rows}) == bool(code)
    assert len(table.model.rows) < 10


def test_a_filter_without_a_match_says_so_and_can_be_cleared(table: RowTable[State]) -> None:
    table._line.setText("xyzzy")
    assert table._stack.currentIndex() == 1
    assert table.select("PER")
    assert table.current is not None
    assert table.current.iso3 == "PER"


def test_the_selection_survives_a_refresh_a_sort_and_another_language(
    table: RowTable[State], language: CurrentLanguage
) -> None:
    table.select("DEU")
    table.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    language.switch(Language.FR)
    table.show_rows(STATES[10:])
    assert [state.iso3 for state in table.chosen] == ["DEU"]
    language.switch(Language.EN)


def test_rows_sort_as_the_language_does(table: RowTable[State], language: CurrentLanguage) -> None:
    table.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.model.rows[0].iso3 == "AFG"
    language.switch(Language.FR)
    names = [state.short.fr for state in table.model.rows]
    assert names.index("Égypte") < names.index("El Salvador") < names.index("Émirats arabes unis")
    language.switch(Language.EN)


@dataclass(frozen=True)
class Thing:
    key: int
    word: str


THINGS = st.lists(st.builds(Thing, st.integers(0, 30), st.sampled_from("abc")), unique_by=lambda t: t.key, max_size=20)


@settings(max_examples=60)
@given(THINGS, THINGS, st.integers(0, 30), st.booleans())
def test_whatever_is_shown_next_the_model_is_sound(
    before: list[Thing], after: list[Thing], kept: int, ordered: bool
) -> None:
    assert QApplication.instance() is not None
    columns = [Column[Thing]("Word", lambda t, _: t.word), Column[Thing]("Key", lambda t, _: str(t.key))]
    model: RowModel[Thing] = RowModel(columns, lambda thing: thing.key, CurrentLanguage())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(0 if ordered else -1)
    model.show(before)
    held = model.row_of(kept)
    index = model.index(held, 1) if held >= 0 else model.index(-1, -1)
    from PySide6.QtCore import QPersistentModelIndex

    persistent = QPersistentModelIndex(index)
    model.show(after)
    assert sorted(model.rows, key=lambda t: t.key) == sorted(after, key=lambda t: t.key)
    assert ordered or list(model.rows) == after
    if held >= 0 and any(thing.key == kept for thing in after):
        assert model.data(persistent) == str(kept)
    else:
        assert not persistent.isValid()


def test_only_rows_that_changed_are_repainted(table: RowTable[State]) -> None:
    painted: list[int] = []
    table.model.dataChanged.connect(lambda first, last: painted.extend(range(first.row(), last.row() + 1)))
    from dataclasses import replace

    table.show_rows([replace(state, m49="999") if state.iso3 == "PER" else state for state in STATES])
    assert painted == [table.model.row_of("PER")]


def test_rows_that_changed_beside_each_other_are_told_at_once(table: RowTable[State]) -> None:
    """Each view measures and paints as often as it is told."""
    told: list[tuple[int, int]] = []
    table.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    from dataclasses import replace

    row = table.model.row_of("PER")
    others = {table.model.at(one).iso3 for one in range(len(STATES)) if one != row}
    table.show_rows([replace(state, m49="999") if state.iso3 in others else state for state in STATES])
    runs = [(0, row - 1), (row + 1, len(STATES) - 1)]
    assert told == [run for run in runs if run[0] <= run[1]]


def test_copying_gives_a_table_with_heads(table: RowTable[State]) -> None:
    table.select("PER")
    table.copy()
    assert QApplication.clipboard().text() == "State\tCode\tGroup\nPeru\tPER\tLatin American and Caribbean States"


def test_columns_are_chosen_and_the_last_one_stays(table: RowTable[State]) -> None:
    menu = table.columns_menu()
    menu.actions()[1].setChecked(False)
    table.copy()
    assert QApplication.clipboard().text().splitlines()[0] == "State\tGroup"
    menu.actions()[2].setChecked(False)
    assert not table.columns_menu().actions()[0].isEnabled()


def test_the_keyboard_opens_edits_and_filters(table: RowTable[State], qtbot: QtBot) -> None:
    table.show()
    table.select("PER")
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [table.current]
    with qtbot.waitSignal(table.edit_asked):
        QTest.keyClick(table.view, Qt.Key.Key_F2)
    QTest.keyClicks(table.view, "b")
    assert table._line.text() == "b"


def test_a_letter_opens_the_filter_also_where_it_shows_no_row(table: RowTable[State]) -> None:
    table.show()
    table._line.setText("zzz")
    table._choose.setFocus()
    QTest.keyClicks(table._choose, "p")
    assert table._line.text() == "p"
    assert table.model.rows


def test_escape_clears_the_filter_and_down_goes_to_the_rows(table: RowTable[State], qtbot: QtBot) -> None:
    table.show()
    table._line.setText("per")
    QTest.keyClick(table._line, Qt.Key.Key_Escape)
    assert table._line.text() == ""
    assert len(table.model.rows) == 193


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_the_row_shown_is_the_row_selected_wherever_a_key_goes(
    table: RowTable[State], modifier: Qt.KeyboardModifier
) -> None:
    table.show()
    table.select("PER")
    keys = Qt.Key
    for key, place in ((keys.Key_Home, 0), (keys.Key_Down, 1), (keys.Key_End, 192), (keys.Key_Up, 191)):
        QTest.keyClick(table.view, key, modifier)
        assert table.current == STATES[place]
        assert table.chosen == (STATES[place],)


def test_a_column_has_room_for_a_row_that_is_not_in_sight(qtbot: QtBot, language: CurrentLanguage) -> None:
    table = RowTable(
        (Column[State]("Name", lambda s, w: s.said_in(w), stretch=True),
         Column[State]("Note", lambda s, _: "focal point missing" if s is STATES[-1] else "")),
        lambda state: state.iso3, language,
    )  # fmt: skip
    qtbot.addWidget(table)
    table.resize(800, 200)
    table.show_rows(STATES)
    table.show()
    qtbot.wait(1)
    assert table.view.columnWidth(1) > table.view.fontMetrics().horizontalAdvance("focal point missing")


def test_a_list_that_becomes_empty_hands_the_keyboard_to_its_filter(table: RowTable[State], qtbot: QtBot) -> None:
    table.add_filter(QLabel("Only some"))
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    assert table.view.hasFocus()
    table.show_rows([])
    assert table._line.isVisible()
    assert table._line.hasFocus()
    table.setFocus()
    assert table._line.hasFocus()
    table.show_rows(STATES)
    table.setFocus()
    assert table.view.hasFocus()


def test_a_click_selects_and_says_which(table: RowTable[State], qtbot: QtBot) -> None:
    table.show()
    with qtbot.waitSignal(table.selected) as told:
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert told.args == [STATES[0]]


def test_the_row_that_has_the_keyboard_is_framed_and_none_without_it(table: RowTable[State], qtbot: QtBot) -> None:
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.select("AFG")
    view = table.view
    view.setFocus()
    framed = view.viewport().grab().toImage()
    assert view.framed().center().y() == view.visualRect(view.currentIndex()).center().y()
    table._line.setFocus()
    assert not view.framed().isValid()
    assert view.viewport().grab().toImage() != framed


class Painted(QObject):
    """What of a view was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Remember, and let it be painted."""
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_an_arrow_paints_the_two_rows_anew_and_no_other(table: RowTable[State], qtbot: QtBot) -> None:
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    view = table.view
    table.select(STATES[3].iso3)
    view.setFocus()
    qtbot.wait(20)
    places = [view.visualRect(view.model().index(row, 0)) for row in range(10)]
    for key, rows in ((Qt.Key.Key_Down, [3, 4]), (Qt.Key.Key_Down, [4, 5]), (Qt.Key.Key_Home, [0, 5])):
        painted = Painted(view.viewport())
        QTest.keyClick(view, key)
        qtbot.wait(20)
        assert [row for row, place in enumerate(places) if painted.region.contains(place.center())] == rows
        right = view.viewport().width() - 1
        assert all(painted.region.contains(QPoint(right, places[row].bottom())) for row in rows), "from side to side"
        painted.deleteLater()
    before = view.viewport().grab().toImage()
    framed = view.framed()
    table._line.setFocus()
    after = view.viewport().grab().toImage()
    differing = [
        y for y in range(before.height()) if any(before.pixel(x, y) != after.pixel(x, y) for x in range(before.width()))
    ]
    assert framed.top() <= differing[0] <= differing[-1] <= framed.bottom(), "the frame stands within its row"


def test_a_row_that_comes_back_when_as_many_are_remembered_as_there_may_be() -> None:
    there: set[object] = set(range(REMEMBERED + 2))
    memory = Returning(there.__contains__)
    for key in range(REMEMBERED):
        memory.give_way(key, key + 1)
    there -= set(range(1, REMEMBERED + 1))
    assert memory.back(REMEMBERED) == 0
