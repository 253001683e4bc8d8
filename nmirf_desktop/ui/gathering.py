"""Rows that are selected one after the other while the list is filtered: what a filter hides stays selected."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel

from nmirf_desktop.ui.rows import RowModel
from nmirf_desktop.ui.rowview import RowView

T = TypeVar("T")
SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class Gathering(Generic[T]):
    """The selected rows of a list. While it is *on*, no filter drops one and none is selected by itself."""

    def __init__(self, view: RowView, model: RowModel[T]) -> None:
        self._view = view
        self._model = model
        self._hidden: dict[Hashable, T] = {}
        self.on = False
        view.begun_anew.connect(self._hidden.clear)

    def begin(self, on: bool) -> None:
        """Begin with nothing, or end."""
        if on:
            self._view.clearSelection()
        self._hidden.clear()
        self.on = on

    @property
    def chosen(self) -> tuple[T, ...]:
        """The values of all selected rows, in the order shown; then those gathered that a filter hides."""
        rows = sorted({index.row() for index in self._view.selectionModel().selectedRows()})
        return (*(self._model.rows[row] for row in rows), *self._hidden.values())

    def kept(self) -> tuple[T, ...]:
        """What is to be selected again after the rows have changed."""
        return self.chosen if self.on else ()

    def keep(self, gathered: tuple[T, ...]) -> None:
        """Select again what was gathered, and remember what is hidden now."""
        self._hidden.clear()
        for value in gathered:
            row = self._model.row_of(self._model.key(value))
            if row < 0:
                self._hidden[self._model.key(value)] = value
            else:
                self._view.selectionModel().select(self._model.index(row, 0), SELECT)
