"""How a list shares its width: whole heads, the widest shortened first, a scroll bar only where nothing else helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.states import RegionalGroup, State, parse_states
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.groups import group_letters, group_name, group_whole
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.widths import BriefWhereNarrow, Want, share

STATES = parse_states((bundled("resources") / "states.csv").read_text(encoding="utf-8"))
NAME, CODE, GROUP, REGION = range(4)
COLUMNS = (
    Column[State]("State", lambda state, words: state.said_in(words), stretch=True),
    Column[State]("Code", lambda state, _: state.iso3),
    Column[State](
        "Group",
        lambda state, words: group_name(state.group, words),
        whole=lambda state, words: group_whole(state.group, words),
        brief=lambda state, words: group_letters(state.group, words),
        least=4,
    ),
    Column[State]("Region", lambda state, words: words.gettext(state.m49_region), spare=True),
)
WANTS = st.lists(
    st.builds(
        lambda least, more, ease, spare, stretch: Want(least + more, least, ease, spare, stretch),
        st.integers(1, 300), st.integers(0, 400), st.integers(0, 300), st.booleans(), st.booleans(),
    ),
    max_size=8,
)  # fmt: skip


@given(WANTS, st.integers(0, 3000))
def test_no_column_is_below_its_least_and_the_room_is_kept_where_it_can_be(wants: list[Want], room: int) -> None:
    widths = share(wants, room)
    kept = [(want, width) for want, width in zip(wants, widths, strict=True) if width]
    assert all(want.spare for want, width in zip(wants, widths, strict=True) if not width)
    assert all(width >= want.least for want, width in kept)
    least = sum(want.least for want, _ in kept)
    assert sum(widths) <= max(room, least)
    if least > room:
        assert not any(want.spare for want, _ in kept)
    elif any(want.stretch for want, _ in kept):
        assert sum(widths) == room


@given(WANTS, st.integers(0, 3000))
def test_no_spare_column_takes_from_the_ease_of_another(wants: list[Want], room: int) -> None:
    kept = [(want, width) for want, width in zip(wants, share(wants, room), strict=True) if width]
    if any(want.spare for want, _ in kept):
        assert all(width >= want.ease for want, width in kept)


@given(WANTS, st.integers(0, 3000))
def test_the_widest_are_shortened_first(wants: list[Want], room: int) -> None:
    widths = share(wants, room)
    cut = [width for want, width in zip(wants, widths, strict=True) if want.least < width < want.natural]
    for want, width in zip(wants, widths, strict=True):
        if cut and width and not want.stretch:
            assert width <= max(want.eased.least, max(cut) + 1)  # its ease comes before what those beside it have


@pytest.fixture
def table(qtbot: QtBot, language: CurrentLanguage) -> RowTable[State]:
    table = RowTable(COLUMNS, lambda state: state.iso3, language)
    qtbot.addWidget(table)
    table.show_rows(STATES)
    table.show()
    return table


def fit(qtbot: QtBot, table: RowTable[State], letters: int) -> list[int]:
    """The widths of the columns in a list so many letters wide."""
    table.resize(table.fontMetrics().averageCharWidth() * letters, 400)
    qtbot.wait(1)
    header = table.view.horizontalHeader()
    return [header.sectionSize(number) for number in range(header.count())]


def test_a_narrow_list_does_not_scroll_sideways_but_leaves_out_what_is_spare(
    qtbot: QtBot, table: RowTable[State]
) -> None:
    assert all(fit(qtbot, table, 140))
    wide = fit(qtbot, table, 140)
    narrow = fit(qtbot, table, 38)
    assert narrow[REGION] == 0
    assert narrow[CODE] == wide[CODE]
    assert narrow[GROUP] < wide[GROUP]
    assert sum(narrow) == table.view.viewport().width()
    assert not table.view.horizontalScrollBar().isVisible()
    assert all(fit(qtbot, table, 140))


def test_a_column_that_was_asked_for_stays_and_is_copied_either_way(qtbot: QtBot, table: RowTable[State]) -> None:
    fit(qtbot, table, 38)
    table.copy()
    assert "Region" in QGuiApplication.clipboard().text().splitlines()[0]
    assert table.columns_menu().actions()[REGION].isChecked() is False
    table.columns.choose(REGION, True)
    assert fit(qtbot, table, 30)[REGION] > 0


@pytest.mark.parametrize("letters", [38, 90, 140])
def test_what_a_filter_shows_moves_no_column(qtbot: QtBot, table: RowTable[State], letters: int) -> None:
    wide = fit(qtbot, table, letters)
    table.show_rows([state for state in STATES if state.iso3 == "PRY"], STATES)
    assert fit(qtbot, table, letters) == wide
    table._line.setText("para")
    assert fit(qtbot, table, letters) == wide
    table.show_rows((), STATES)
    assert fit(qtbot, table, letters) == wide


def test_a_width_that_was_dragged_is_kept(qtbot: QtBot, table: RowTable[State]) -> None:
    fit(qtbot, table, 140)
    table.view.horizontalHeader().resizeSection(GROUP, 77)
    assert fit(qtbot, table, 120)[GROUP] == 77
    assert fit(qtbot, table, 36)[GROUP] == 77


@pytest.mark.parametrize("tongue", Language)
def test_a_group_is_in_letters_where_its_name_has_no_room_and_whole_to_a_reader(
    qtbot: QtBot, table: RowTable[State], language: CurrentLanguage, tongue: Language
) -> None:
    language.switch(tongue)
    row = table.model.row_of("PRY")
    index = table.model.index(row, GROUP)
    for letters, name in ((160, group_name), (36, group_letters)):
        fit(qtbot, table, letters)
        option = QStyleOptionViewItem()
        table.view.initViewItemOption(option)
        option.rect = table.view.visualRect(index)
        delegate = table.view.itemDelegateForColumn(GROUP)
        assert isinstance(delegate, BriefWhereNarrow)
        delegate.initStyleOption(option, index)
        assert option.text == name(RegionalGroup.GRULAC, language.words)
    whole = language.words.gettext(RegionalGroup.GRULAC.label)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert index.data(role) == whole
    language.switch(Language.EN)


def test_the_filter_finds_what_a_cell_shortens(table: RowTable[State]) -> None:
    table._line.setText("latin american and caribbean states")
    assert {state.group for state in table.model.rows} == {RegionalGroup.GRULAC}
