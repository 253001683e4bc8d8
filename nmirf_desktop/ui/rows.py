"""One generic table model over frozen values: sorted and filtered here, repainted only where a value changed."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import Region, region_of
from nmirf_desktop.domain.states import State
from nmirf_desktop.exchange.spreadsheet import Cell
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.labels import as_tip
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.regions import region_picture
from nmirf_desktop.ui.theme import SHAPES, Tone, colours, tone_colour

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
"""The role under which a cell gives its row's value."""
MARK = Qt.ItemDataRole.UserRole + 1
"""The role under which a cell gives its :class:`Mark`, for delegates."""
_SIDES = {
    False: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    True: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
"""On which side of its column a cell stands, by whether that is the right one."""
NAME = 40
"""The ease of a State’s name, in letters: as many as any column takes by itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape beside a word: an icon with a tone that the word takes too, or what tells a region from the others."""

    icon: str = ""
    tone: Tone = Tone.MUTED
    region: Region | None = None

    def picture(self) -> QPixmap | None:
        """The shape in the scheme in force, as high as the text."""
        side = QFontMetrics(QApplication.font()).height()
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        if self.region is not None:
            return region_picture(self.region, side, ratio)
        return picture(self.icon, tone_colour(colours(), self.tone), side, ratio) if self.icon else None


def mark(tone: Tone) -> Mark:
    """The mark of a tone with its usual shape."""
    return Mark(SHAPES[tone], tone)


def region_mark(state: State, by: Option) -> Mark:
    """The mark of a State's region by a scheme; a quiet ring where it is in none."""
    return Mark("circle", region=region_of(state, by))


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column of values of one kind.

    *title* is a marked constant (with *context* where it was marked with one); *display* says the cell; *sort* gives
    what compares, the folded text where it is left out; *mark* gives a shape and tone beside the word. *whole* says
    what *display* shortens (for tooltip, screen reader, filter and copy), *brief* says it in few letters where the
    column is narrow; *also* is what the filter finds it by besides; *cell* gives the day or the number that a
    spreadsheet is to hold, where it is not the text. A column to *tick* has boxes: a click or Space changes one.
    What is *written* stands in the file of an exported list also where the column is not shown.

    Of its place: *width* is in characters, 0 for as wide as the content; so is *least*, to which it may be shortened
    (0 for never); a *spare* column is left out where there is no room for all, or where the one *stretch* column, which
    takes what is left, would have fewer letters than its *ease* (0 for the usual); any other one has its ease before
    those beside it are wider than their least.
    """

    title: str
    display: Callable[[T, Catalog], str]
    sort: Callable[[T, Catalog], Any] | None = None
    mark: Callable[[T], Mark | None] | None = None
    right: bool = False
    whole: Callable[[T, Catalog], str] | None = None
    brief: Callable[[T, Catalog], str] | None = None
    cell: Callable[[T, Catalog], Cell] | None = None
    also: Callable[[T], str] | None = None
    width: int = 0
    least: int = 0
    ease: int = 0
    spare: bool = False
    stretch: bool = False
    hidden: bool = False
    written: bool = False
    tick: bool = False
    context: str = ""

    def head(self, words: Catalog) -> str:
        """The column's title in the language of *words*."""
        return words.pgettext(self.context, self.title) if self.context else words.gettext(self.title)

    def text(self, value: T, words: Catalog) -> str:
        """The cell in full."""
        return self.whole(value, words) if self.whole else self.display(value, words)

    def held(self, value: T, words: Catalog) -> Cell:
        """The cell as a spreadsheet holds it: a day, a number, or the text in full."""
        return self.cell(value, words) if self.cell else self.text(value, words)

    def order(self, value: T, words: Catalog) -> Any:
        """What this column sorts a row by."""
        return self.sort(value, words) if self.sort else folded(self.display(value, words))


class RowModel(QAbstractTableModel, Generic[T]):
    """Frozen values as rows, each known by its key; selection survives a refresh because rows move, never reset."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        language: CurrentLanguage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._language = language
        self._all: tuple[T, ...] = ()
        self._shown: list[T] = []
        self._needles: tuple[str, ...] = ()
        self._sort: tuple[int, bool] | None = None
        language.changed.connect(self._said_again)

    # -- what is shown -------------------------------------------------------------------------------------------

    def show(self, values: Iterable[T]) -> None:
        """Show these values from now on: only rows that differ are inserted, removed, moved or repainted."""
        self._all = tuple(values)
        self._arrange()

    def filter(self, text: str) -> None:
        """Show only rows that hold each word of *text*, whatever its accents and case."""
        self._needles = tuple(folded(text).split())
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 keeps the order given."""
        self._sort = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._arrange()

    def entitle(self, number: int, title: str) -> None:
        """Head a column, by its number in the order given, with another title from now on, a marked constant."""
        held = list(self.columns)
        held[number] = replace(held[number], title=title)
        self.columns = tuple(held)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, number, number)

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._all)

    @property
    def values(self) -> tuple[T, ...]:
        """All values, those that the filter hides included."""
        return self._all

    @property
    def rows(self) -> tuple[T, ...]:
        """The rows shown, in the order shown."""
        return tuple(self._shown)

    def at(self, row: int) -> T:
        """The value of a row that is shown."""
        return self._shown[row]

    def key(self, value: T) -> Hashable:
        """The key of a row."""
        return self._key(value)

    def brief(self, index: Index) -> str:
        """A cell in few letters, where its column has such a form."""
        value, column = self._shown[index.row()], self.columns[index.column()]
        return (column.brief or column.display)(value, self._language.words)

    def row_of(self, key: Hashable) -> int:
        """Where the row of that key is shown, or -1."""
        return next((row for row, value in enumerate(self._shown) if self._key(value) == key), -1)

    def _wanted(self) -> list[T]:
        words = self._language.words
        values = [value for value in self._all if self._matches(value, words)] if self._needles else list(self._all)
        if self._sort is not None:
            column, reverse = self.columns[self._sort[0]], self._sort[1]
            values.sort(key=lambda value: column.order(value, words), reverse=reverse)
        return values

    def _matches(self, value: T, words: Catalog) -> bool:
        said = (said for column in self.columns for said in {column.display(value, words), column.text(value, words)})
        also = (column.also(value) for column in self.columns if column.also)
        text = folded(" ".join((*said, *also)))
        return all(needle in text for needle in self._needles)

    def _arrange(self) -> None:
        wanted = self._wanted()
        if not self._stand(wanted):
            keys = [self._key(value) for value in wanted]
            self._remove_all_but(set(keys))
            self._insert(wanted)
            self._reorder(keys)
        self._replace(wanted)

    def _stand(self, wanted: Sequence[T]) -> bool:
        """Whether the rows wanted are those shown, in the same places; a value that is the same has the same key."""
        return len(wanted) == len(self._shown) and all(
            one is other or self._key(one) == self._key(other) for one, other in zip(wanted, self._shown, strict=True)
        )

    def _insert(self, wanted: Sequence[T]) -> None:
        """Append what is not shown yet."""
        known = {self._key(value) for value in self._shown}
        new = [value for value in wanted if self._key(value) not in known]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(new) - 1)
            self._shown += new
            self.endInsertRows()

    def _remove_all_but(self, keys: set[Hashable]) -> None:
        """Remove rows in runs, from the last."""
        row = len(self._shown)
        while row > 0:
            last = row - 1
            if self._key(self._shown[last]) in keys:
                row = last
                continue
            first = last
            while first > 0 and self._key(self._shown[first - 1]) not in keys:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._shown[first : last + 1]
            self.endRemoveRows()
            row = first

    def _reorder(self, keys: Sequence[Hashable]) -> None:
        """Bring the rows into the order of *keys*; what is selected moves with its row."""
        if [self._key(value) for value in self._shown] == list(keys):
            return
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._key(self._shown[index.row()])) for index in self.persistentIndexList()]
        by_key = {self._key(value): value for value in self._shown}
        self._shown = [by_key[key] for key in keys]
        place = {key: row for row, key in enumerate(keys)}
        self.changePersistentIndexList(
            [index for index, _ in held], [self.index(place[key], index.column()) for index, key in held]
        )
        self.layoutChanged.emit()

    def _replace(self, wanted: list[T]) -> None:
        """Show other values in their rows, and tell of them in runs: what shows them is told once of many."""
        changed = [value is not shown and value != shown for value, shown in zip(wanted, self._shown, strict=True)]
        self._shown, last = wanted, len(self.columns) - 1
        row = 0
        for others, run in groupby(changed):
            first, row = row, row + len(list(run))
            if others:
                self.dataChanged.emit(self.index(first, 0), self.index(row - 1, last))

    def _said_again(self) -> None:
        """Words, order and filter of another language."""
        self._arrange()
        last = len(self.columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, last))

    # -- Qt's questions ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, its alignment and its mark; what is asked in vain of each cell is answered first."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid() or index.row() >= len(self._shown):
            return None
        return answer(self.columns[index.column()], self._shown[index.row()], self._language.words)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A column's title and alignment."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[section].head(self._language.words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[self.columns[section].right]
        return None


def _shape(column: Column[T], value: T, _words: Catalog) -> QPixmap | None:
    shape = column.mark(value) if column.mark else None
    return shape.picture() if shape else None


def _colour(column: Column[T], value: T, _words: Catalog) -> QColor | None:
    shape = column.mark(value) if column.mark else None
    return QColor(tone_colour(colours(), shape.tone)) if shape and shape.region is None else None


_ANSWERS: Mapping[int, Callable[[Column[Any], Any, Catalog], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, value, words: column.display(value, words),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, value, words: column.text(value, words),
    Qt.ItemDataRole.ToolTipRole: lambda column, value, words: as_tip(column.text(value, words)),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _value, _words: _SIDES[column.right],
    Qt.ItemDataRole.DecorationRole: _shape,
    Qt.ItemDataRole.ForegroundRole: _colour,
    VALUE: lambda _column, value, _words: value,
}
"""What a cell answers to each role of Qt's; to the others nothing."""
