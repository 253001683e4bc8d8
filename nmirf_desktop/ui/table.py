"""The one list of the window: type to filter, sort, choose columns, select many, copy as a table, export."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.columns import Columns
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.filter_line import FilterLine
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.gathering import Gathering
from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.list_menu import list_menu
from nmirf_desktop.ui.returning import Returning
from nmirf_desktop.ui.rows import Column, RowModel
from nmirf_desktop.ui.rowview import RowView, begins_text
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

T = TypeVar("T")
QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's "no limit" of a widget's height."""
_FLAGS = QItemSelectionModel.SelectionFlag
NOTHING_FOUND = Empty(N_("No row matches the filter"), N_("Change or clear what is typed above."), icon="search")
NOTHING_YET = Empty(N_("Nothing here yet"))


class RowTable(QWidget, Generic[T]):
    """A list of frozen values with its filter line.

    ``selected`` carries the value of the current row (or ``None``) when it changes, ``opened`` the value on Enter or
    double click, ``ticked`` the value whose box was clicked, or on Space, ``edit_asked`` the value on F2. ``picked``
    says that the set of selected rows changed, and ``export_asked`` that the list is to be written into a file.
    """

    selected = Signal(object)
    opened = Signal(object)
    entered = Signal(object)
    """The value of the current row, by Enter in the filter line, from which the keyboard goes on to the rows."""
    ticked = Signal(object)
    edit_asked = Signal(object)
    picked = Signal()
    export_asked = Signal()

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        language: CurrentLanguage,
        empty: Empty = NOTHING_YET,
    ) -> None:
        super().__init__()
        self._language = language
        self.model: RowModel[T] = RowModel(columns, key, language, self)
        self.view = self._made_view()
        self.view.setModel(self.model)
        self.view.boxes = next((number for number, one in enumerate(columns) if one.tick), -1)
        self.columns = self._made_columns()
        self._returning = Returning(lambda key: self.model.row_of(key) >= 0)
        self._name = ""
        self._last: T | None = None
        self._again = QTimer(self, singleShot=True, interval=0)
        self._short = False
        self._filtered = False
        self._filtered_from: Hashable = None
        self._among = self._bare = False
        self.gathering = Gathering(self.view, self.model)
        self._line = FilterLine()
        self._count = QLabel()
        style(self._count, Type.BODY, Tone.MUTED)
        self._choose = IconButton("columns-3")
        self._filters, self._search = QWidget(), QWidget()
        self._top = SideBySide(self._filters, self._search, grows=self._search)
        self._stack = QStackedLayout()
        self._arrange(empty)
        self._connect()
        self.retranslate()

    def _made_view(self) -> RowView:
        """What shows the rows."""
        return RowView()

    def _made_columns(self) -> Columns[T]:
        """What shares the width."""
        return Columns(self.view, self.model, self._language)

    def _arrange(self, empty: Empty) -> None:
        self._filters_row, self._search_row = QHBoxLayout(self._filters), QHBoxLayout(self._search)
        for row in (self._filters_row, self._search_row):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(STEP * 2)
        self._filters.hide()
        for part in (self._line, self._count, self._choose):
            self._search_row.addWidget(part)
        self.beginning = EmptyState(empty, self._language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self._top)
        column.addLayout(self._stack, 1)  # first: a stack without a parent shows its first widget as a window
        for place in (self.view, EmptyState(NOTHING_FOUND, self._language), self.beginning):
            self._stack.addWidget(place)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._line.wanted.connect(self._filter)
        self._line.returnPressed.connect(self._enter)
        self.view.typed.connect(self._start_filter)
        self.view.copied.connect(self.copy)
        self.view.begun_anew.connect(self._returning.forget)
        self.view.opened.connect(lambda: self._emit_current(self.opened))
        self.view.ticked.connect(lambda: self._emit_current(self.ticked))
        self.view.edit_asked.connect(lambda: self._emit_current(self.edit_asked))
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.horizontalHeader().setSortIndicatorClearable(True)
        self.view.horizontalHeader().customContextMenuRequested.connect(self._columns_menu)
        self._choose.clicked.connect(lambda: self._columns_menu(None))
        self.columns.shared.connect(self._fit_height)
        self._again.timeout.connect(self._fit_again)
        selection = self.view.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self._announce())
        selection.selectionChanged.connect(lambda *_: self.picked.emit())

    # -- what a screen asks ------------------------------------------------------------------------------------

    def show_rows(self, values: Iterable[T], among: Sequence[T] | None = None) -> None:
        """Show these values; what is selected stays selected, and is again once it is back, as after an undo.

        *among* are all those from which a screen's own filters chose them: columns are as wide as these need. Where
        there were none to choose from, ``beginning`` says so, and the line to filter stays.
        """
        gathered, held = self.gathering.kept(), self.current
        self.model.show(values)
        if held is not None and not self.gathering.on:
            back = self._returning.back(self.model.key(held))
            if back is not None:
                self._go(self.model.row_of(back))
        self._line.rows, self._among = self.model.total, bool(among)
        self._bare = among is not None and not among
        self.columns.hold(self.model.values if among is None else among)
        self._settle(gathered)
        self._announce()

    @property
    def current(self) -> T | None:
        """The value of the current row."""
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    @property
    def chosen(self) -> tuple[T, ...]:
        """The values of all selected rows, in the order shown; then those gathered that a filter hides."""
        return self.gathering.chosen

    def stand_in(self, key: Hashable) -> None:
        """Make a row current in the place of one that has just gone, which is current again once it is back."""
        row = self.model.row_of(key)
        if row >= 0:
            self._go(row)

    def select(self, key: Hashable) -> bool:
        """Make the row of that key current and bring it into view; the filter is cleared where it hides it."""
        row = self.model.row_of(key)
        if row < 0 and self._line.text():
            self._line.clear()
            row = self.model.row_of(key)
        if row < 0:
            return False
        if self.current is not None:
            self._returning.give_way(self.model.key(self.current), key)
        self._go(row)
        return True

    def select_several(self, keys: Sequence[Hashable]) -> None:
        """Select the rows of those keys, the first of them current and in view; the filter is cleared if it hides one.

        A key without a row is passed over.
        """
        if any(self.model.row_of(key) < 0 for key in keys) and self._line.text():
            self._line.clear()
        rows = [row for key in keys if (row := self.model.row_of(key)) >= 0]
        for row in rows[:1]:
            self._go(row)
        for row in rows[1:]:
            self.view.selectionModel().select(self.model.index(row, 0), _FLAGS.Select | _FLAGS.Rows)

    def select_first(self) -> None:
        """Make the first row current where none is selected."""
        if self.gathering.on and not self.view.currentIndex().isValid() and self.model.rows:
            self.view.selectionModel().setCurrentIndex(self.model.index(0, 0), _FLAGS.NoUpdate)
        elif not self.gathering.on and not self.chosen and self.model.rows:
            self._go(0)

    def show_all(self) -> None:
        """Clear what is typed above the rows, so that all of them are shown."""
        self._line.clear()

    def entitle(self, number: int, title: str) -> None:
        """Head a column, by its number in the order given, with a title, a marked constant."""
        if self.model.columns[number].title != title:
            self.model.entitle(number, title)
            self.columns.measure()

    def name(self, message: str) -> None:
        """The list's accessible name, a marked constant."""
        self._name = message
        self.retranslate()

    def add_filter(self, widget: QWidget) -> None:
        """Put a screen's own filter before what is typed, on a line of its own where there is no room."""
        self._filters_row.addWidget(widget)
        self._filters.show()
        self._filtered = True

    def keep_short(self) -> None:
        """A list of a handful of rows, such as the seats of a committee, has no line to filter it.

        Its columns can be chosen above it while one of them has no room.
        """
        self._short = True
        for part in (self._top, self._line, self._count):
            part.hide()
        self._search_row.setAlignment(self._choose, Qt.AlignmentFlag.AlignRight)
        self.view.keep_short()
        self._fit_height()

    def _fit_height(self) -> None:
        """A short list is as high as its rows, and leaves the rest of the room to what stands under it."""
        if self._short and self.model.rows:
            header, rows = self.view.horizontalHeader(), self.view.verticalHeader()
            high = header.sizeHint().height() + rows.defaultSectionSize() * len(self.model.rows)
            scrolls = header.length() > self.view.viewport().width()
            bar = self.view.horizontalScrollBar().sizeHint().height() if scrolls else 0
            self._top.setVisible(self.columns.left_out)
            above = 0 if self._top.isHidden() else self._top.sizeHint().height() + STEP * 2
            self.setFixedHeight(above + high + bar + STEP)
        elif self._short:
            self.setMinimumHeight(0)
            self.setMaximumHeight(QWIDGETSIZE_MAX)
            self._top.hide()

    def copy(self) -> None:
        """Copy the selected rows, or all, as a table with its heads, separated by tabs."""
        rows = self.chosen or self.model.rows
        QGuiApplication.clipboard().setText(_as_table(self.columns.in_order, rows, self._language.words))

    # -- inside --------------------------------------------------------------------------------------------------

    def _go(self, row: int) -> None:
        header = self.view.horizontalHeader()
        column = next(n for n in range(header.count()) if not header.isSectionHidden(n))
        index = self.model.index(row, column)
        self.view.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect | _FLAGS.Rows)
        self.view.keep_in_sight()

    def _filter(self, text: str) -> None:
        gathered, before = self.gathering.kept(), self.current
        if before is not None and len(self.model.rows) == self.model.total:
            self._filtered_from = self.model.key(before)
        self.model.filter(text)
        self._settle(gathered)
        if before is None and not self.gathering.on and self.model.row_of(self._filtered_from) >= 0:
            self._go(self.model.row_of(self._filtered_from))
        self.select_first()
        self.view.keep_in_sight()

    def _enter(self) -> None:
        """Enter in the filter line: the keyboard goes on to the rows, and the current one is handed on."""
        self.view.setFocus()
        self._emit_current(self.entered)

    def _fit_again(self) -> None:
        """Measure in the words and the size of text of now; whoever is selected stays in sight."""
        self.columns.measure()
        self.view.keep_in_sight()

    def _start_filter(self, text: str) -> None:
        """A letter filters; where the line is hidden, as above a short list, none does."""
        if self._line.isVisibleTo(self):
            self._line.setFocus()
            self._line.setText(text)

    def _settle(self, gathered: tuple[T, ...]) -> None:
        """Show the table or the right empty place, and how many there are; the keyboard goes where there is one."""
        shown, total = len(self.model.rows), self.model.total
        filtered = total > 0 or self._filtered
        typed = self.view.hasFocus()
        if not self._short:
            self._top.setVisible(filtered or self._among or bool(self._line.text()))
        self.setFocusProxy(self.view if shown else self._line if not self._top.isHidden() else self.beginning)
        if typed and not shown:
            self.setFocus()
        self._stack.setCurrentIndex(0 if shown else 1 if total or (self._filtered and not self._bare) else 2)
        self._fit_height()
        self.gathering.keep(gathered)
        if gathered:
            self.picked.emit()
        self._count.setText(_counted(shown, total, self._language.words))

    def _announce(self) -> None:
        current = self.current
        if current != self._last:
            self._last = current
            self.selected.emit(current)

    def _emit_current(self, signal: SignalInstance) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def _columns_menu(self, at: QPoint | None) -> None:
        """Let the reader choose which columns are shown; the last one stays."""
        menu = self.columns_menu()
        header = self.view.horizontalHeader()
        menu.popup(header.mapToGlobal(at) if at else self._choose.mapToGlobal(QPoint(0, self._choose.height())))

    def columns_menu(self) -> QMenu:
        """The menu of columns, each with its tick, and of what is done with the list."""
        return list_menu(self, self._language.words)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        filter_words = words.gettext("Type to filter")
        self._line.setPlaceholderText(filter_words)
        self._line.setAccessibleName(filter_words)
        self._choose.name(words.gettext("Choose columns"), words.gettext("Choose columns, export the list"))
        self.view.setAccessibleName(words.gettext(self._name) if self._name else words.gettext("List"))
        self._settle(self.gathering.kept())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the filter line: Down goes to the rows, Escape clears it; a letter pressed elsewhere is typed there."""
        if event.key() == Qt.Key.Key_Down and self._line.hasFocus():
            self.view.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self._line.text():
            self._line.clear()
            self.view.setFocus()
        elif begins_text(event) and self._line.isVisible():
            self._start_filter(event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text, once the view and its heads have answered it."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._again.start()
        super().changeEvent(event)


def _counted(shown: int, total: int, words: Catalog) -> str:
    """How many rows there are, and how many of them are shown."""
    if shown == total:
        return words.ngettext("{n} row", "{n} rows", total).format(n=words.number(total))
    return words.ngettext("{shown} of {n} row", "{shown} of {n} rows", total).format(
        shown=words.number(shown), n=words.number(total)
    )


def _as_table(columns: Sequence[Column[T]], rows: Iterable[T], words: Catalog) -> str:
    """Rows under the heads of their columns, separated by tabs."""
    lines = ["\t".join(column.head(words) for column in columns)]
    lines += ["\t".join(_cell(column.text(value, words)) for column in columns) for value in rows]
    return "\n".join(lines)


def _cell(text: str) -> str:
    """A cell's text on one line, so that a table stays a table."""
    return " ".join(text.split())
