"""Words looked for in the pages shown: typed, counted, walked through from hit to hit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.pdf import Hit
from nmirf_desktop.ui.preview import Preview
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


class FindBar(QWidget):
    """The line of the search in some views, one after the other; it is hidden until something is looked for.

    Enter and Shift+Enter go to the next and the previous hit, Escape ends the search.
    """

    def __init__(self, views: Sequence[Preview], language: CurrentLanguage) -> None:
        super().__init__()
        self._views, self._language = views, language
        self._hits: list[tuple[Preview, Hit]] = []
        self._at = 0
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)
        self.field, self.count = QLineEdit(clearButtonEnabled=True), QLabel()
        self.before, self.after, self.close_it = IconButton("chevron-up"), IconButton("chevron-down"), IconButton("x")
        style(self.count, Type.SMALL, Tone.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP * 2)
        row.addWidget(self.field, 1)
        for part in (self.count, self.before, self.after, self.close_it):
            row.addWidget(part)
        self.field.textChanged.connect(self.look)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.close_it.clicked.connect(self.end)
        self.hide()
        self.retranslate()

    def begin(self) -> None:
        """Show the line and put the keyboard into it; what was looked for before is there to be typed over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.look()
        self._reading.start()

    def _read_on(self) -> None:
        """Read the pages one by one while the first letters are typed: so the window never waits for all of them."""
        files = [view.pdf for view in self._views if view.pdf is not None and not view.isHidden()]
        if self.isHidden() or not any(file.read_on() for file in files):
            self._reading.stop()

    def end(self) -> None:
        """Put the line away, and the keyboard back into the pages."""
        self.hide()
        self.look()
        self._views[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Look for the words in the pages shown now, from the page in sight on."""
        words = self.field.text() if not self.isHidden() else ""
        self._hits = [
            (view, hit)
            for view in self._views
            if view.pdf is not None and not view.isHidden()
            for hit in view.pdf.find(words)
        ]
        ahead = (number for number, (view, hit) in enumerate(self._hits) if hit.page >= view.page)
        self._at = next(ahead, 0)
        self._show()

    def step(self, steps: int) -> None:
        """Go to the next (1) or the previous (-1) hit, from the last to the first."""
        if self.isHidden():
            self.begin()
        elif self._hits:
            self._at = (self._at + steps) % len(self._hits)
            self._show()

    def _show(self) -> None:
        now = self._hits[self._at] if self._hits else None
        for view in self._views:
            hit = now[1] if now is not None and now[0] is view else None
            view.mark([hit for holder, hit in self._hits if holder is view], hit)
        self._say()

    def _say(self) -> None:
        words, hits = self._language.words, len(self._hits)
        said = words.gettext("{n} of {all}").format(n=words.number(self._at + 1), all=words.number(hits))
        self.count.setText((said if hits else words.gettext("Not found")) if self.field.text().strip() else "")
        self.before.setEnabled(hits > 0)
        self.after.setEnabled(hits > 0)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self.field.setPlaceholderText(words.gettext("Find in the pages"))
        self.field.setAccessibleName(words.gettext("Find in the pages"))
        self.before.name(words.gettext("Previous hit"), words.gettext("Previous hit (Shift+F3)"))
        self.after.name(words.gettext("Next hit"), words.gettext("Next hit (F3)"))
        self.close_it.name(words.gettext("End the search"), words.gettext("End the search (Esc)"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks on, with Shift back; Escape ends the search."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Escape:
                self.end()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "close_it"):
            self.retranslate()
