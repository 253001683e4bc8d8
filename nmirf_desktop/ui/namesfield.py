"""The field of several names, one a line: what is typed offers whose name it begins, in any language."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QTextCursor

from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.services.activities import Nameable
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.listedfield import ListedField, Parts
from nmirf_desktop.ui.offered import OfferedList

FEWEST = 2
"""How many letters open the list."""


class NamesField(ListedField):
    """Names of States and partners; nothing is taken by itself."""

    def __init__(self, language: CurrentLanguage, parts: Parts, check: Callable[[Iterable[str]], None]) -> None:
        super().__init__(language, parts, check)
        self._nameable: tuple[tuple[Nameable, tuple[str, ...]], ...] = ()
        self._typing = False
        self.list = OfferedList(self._editor, self)
        self.list.taken.connect(self._take)
        self._editor.textChanged.connect(self._offer)

    def offer(self, several: Iterable[Nameable]) -> None:
        """Whose names are offered from now on."""
        self._nameable = tuple((one, tuple(map(folded, one.names))) for one in several)

    def _line_typed(self) -> str:
        return self._editor.textCursor().block().text()

    def _offer(self) -> None:
        """What the line in which somebody types may mean; nothing once it is somebody's name."""
        needle = folded(self._line_typed().strip())
        if not self._editor.hasFocus() or len(needle) < FEWEST:
            self.list.hide()
            return
        found = [said for said in self._matching(needle) if folded(said) != needle]
        self.list.show_rows(found, marked=False)

    def _matching(self, needle: str) -> Sequence[str]:
        """Those with a name that it begins, then those in whose name a word begins so."""
        first: list[str] = []
        later: list[str] = []
        for one, names in self._nameable:
            if any(name.startswith(needle) for name in names):
                first.append(one.said.said_in(self.words))
            elif any(f" {needle}" in name or f"({needle}" in name for name in names):
                later.append(one.said.said_in(self.words))
        return (*first, *later)

    def _take(self, row: int) -> None:
        """The row takes the place of the line that was typed."""
        said, cursor = self.list.rows[row], self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(said)
        self._editor.setTextCursor(cursor)
