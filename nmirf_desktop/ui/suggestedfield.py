"""A line of text for which something is suggested: typed letters or Down show it, and nothing is taken by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.offered import OfferedList


class SuggestedField(TextField):
    """Text on one line, with what it may well be."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._texts: tuple[str, ...] = ()
        (line,) = self.findChildren(QLineEdit)
        self._list = OfferedList(line, self)
        self._list.taken.connect(self._take)
        line.textEdited.connect(lambda _text: self._offer())

    def suggest(self, texts: Sequence[str]) -> None:
        """What the text may well be, the likeliest first."""
        self._texts = tuple(dict.fromkeys(text for text in texts if text))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the likeliest in the empty line."""
        first = self._texts[0] if self._texts else ""
        said = self.words.gettext("Down offers “{text}”").format(text=first) if first else ""
        self._editor.setPlaceholderText(said)

    def _offer(self) -> None:
        needle = folded(self._editor.text().strip())
        found = [text for text in self._texts if needle in folded(text) and text != self._editor.text()]
        self._list.show_rows(found, marked=False)

    def _take(self, row: int) -> None:
        self._display(self._list.rows[row])
        self._chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._offer()
            return True
        return super().eventFilter(watched, event)
