"""The list of a choice, in which one types the beginning of what is meant."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QListView

from nmirf_desktop.i18n.folding import folded

ALSO = Qt.ItemDataRole.UserRole + 1
"""What else a row is called, by which it is found where none begins as typed."""


class Choices(QListView):
    """Goes to the row that is typed, or begins so; one that begins so already stays.

    Qt’s own list goes on from a row that is meant already: “Attends”, typed on “Attends”, ends on “Attends online”.
    One letter typed again and again goes from row to row, as everywhere.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._since = "", QElapsedTimer()

    @property
    def typing(self) -> bool:
        """Whether the next key belongs to what was typed just before."""
        return self._since.isValid() and self._since.elapsed() <= QApplication.keyboardInputInterval()

    def keyboardSearch(self, search: str) -> None:
        """Answer a key that writes something; called by Qt, also while the list is closed."""
        self._typed = self._typed + folded(search) if self.typing else folded(search)
        self._since.start()
        row = self._row(self._typed)
        if row is None and set(self._typed) == {self._typed[:1]}:
            row = self._row(self._typed[:1], after=1)
        if row is not None:
            self.setCurrentIndex(self.model().index(row, 0))

    def _row(self, typed: str, *, after: int = 0) -> int | None:
        """The row that says just this, else the first that begins so, from the current one or *after* it on."""
        first = max(self.currentIndex().row(), 0) + after
        found = self._begun(typed, first, Qt.ItemDataRole.DisplayRole)
        return self._begun(typed, first, ALSO) if found is None else found

    def _begun(self, typed: str, first: int, role: int) -> int | None:
        total = self.model().rowCount()
        words = {row: folded(self.model().index(row, 0).data(role) or "") for row in range(total)}
        rows = [row % total for row in range(first, first + total) if words[row % total].startswith(typed)]
        return next((row for row in rows if words[row] == typed), next(iter(rows), None))
