"""The columns of a list: which of them are shown, and what width each takes, whatever the filters show."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStyle

from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, RowModel
from nmirf_desktop.ui.rowview import RowView
from nmirf_desktop.ui.theme import STEP
from nmirf_desktop.ui.widths import BriefWhereNarrow, Want, longest, share

T = TypeVar("T")
LEAST, EASE, WIDEST = 12, 17, 40
"""The width in letters that a stretched column keeps, has before spare ones get any, and that one takes by itself."""


class Columns(QObject, Generic[T]):
    """Shares the width of a list by the content of all its values: a filter moves no column and hides none.

    ``shared`` says that the widths may be others now.
    """

    shared = Signal()

    def __init__(self, view: RowView, model: RowModel[T], language: CurrentLanguage) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._language = language
        self._among: Sequence[T] | None = None
        self._wants: tuple[Want, ...] = ()
        self._chosen: dict[int, bool] = {}
        self._by_hand: set[int] = set()
        self._sharing = False
        for number, spec in enumerate(model.columns):
            if spec.brief:
                brief = BriefWhereNarrow(model.brief, partial(self._needed, number), self)
                view.setItemDelegateForColumn(number, brief)
        view.horizontalHeader().sectionResized.connect(self._dragged)
        view.resized.connect(self.share)
        self.measure()

    @property
    def in_order(self) -> list[Column[T]]:
        """The columns chosen in the order shown, with those for which there is no room now."""
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [self._model.columns[number] for number in order if self._wanted(number)]

    @property
    def left_out(self) -> bool:
        """Whether a column that is wanted has no room now."""
        header = self._view.horizontalHeader()
        return any(header.isSectionHidden(number) and self._wanted(number) for number in range(header.count()))

    def choose(self, number: int, shown: bool) -> None:
        """Show a column, by its number in the order given, or leave it out."""
        self._chosen[number] = shown
        self.measure()

    def hold(self, among: Sequence[T]) -> None:
        """Make room for the content of these values, those that are filtered away included."""
        if among is self._among:
            self.share()
        else:
            self._among = among
            self.measure()

    def measure(self) -> None:
        """Ask each column anew how wide its content is, and share the room."""
        self._view.reveal()
        self._wants = tuple(self._want(number, spec) for number, spec in enumerate(self._model.columns))
        self.share()

    def share(self) -> None:
        """Share the room among the columns; those that were dragged keep their width."""
        if self._sharing:
            return
        header, self._sharing = self._view.horizontalHeader(), True
        shown = [number for number in range(header.count()) if self._wanted(number)]
        wants = [self._wants[number] for number in shown]
        for place, number in enumerate(shown):
            if number in self._by_hand:
                wants[place] = Want(header.sectionSize(number), header.sectionSize(number))
        widths = dict(zip(shown, share(wants, self._view.room), strict=True))
        for number in range(header.count()):
            header.setSectionHidden(number, not widths.get(number))
            if width := widths.get(number):
                header.resizeSection(number, width)
        self._sharing = False
        self.shared.emit()

    def _needed(self, number: int) -> int:
        """The width in pixels that the content of a column needs."""
        return self._wants[number].natural if number < len(self._wants) else 0

    def _wanted(self, number: int) -> bool:
        return self._chosen.get(number, not self._model.columns[number].hidden)

    def _want(self, number: int, spec: Column[T]) -> Want:
        metrics, gap = self._view.fontMetrics(), STEP * 2
        edge = 2 * (self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._view) + 1)
        mark = metrics.height() + edge if spec.mark else 0
        head = self._view.horizontalHeader().sectionSizeHint(number)
        cells = [spec.display(value, self._language.words) for value in self._among or ()]
        content = max([head, *(metrics.horizontalAdvance(cells[row]) + edge + mark + gap for row in longest(cells))])
        letter = metrics.averageCharWidth()
        if spec.width:
            content = max(letter * spec.width, head)
        elif not spec.stretch:
            content = min(content, max(letter * WIDEST, head))
        letters = spec.least or (LEAST if spec.stretch else 0)
        least = min(content, max(head, letter * letters + mark + gap)) if letters else content
        ease = letter * (spec.ease or EASE) + gap if spec.stretch else letter * spec.ease + mark
        ease = min(content, ease)
        return Want(content, least, ease, spec.spare and number not in self._chosen, spec.stretch)

    def _dragged(self, number: int, before: int, width: int) -> None:
        if not self._sharing and before and width:
            self._by_hand.add(number)
