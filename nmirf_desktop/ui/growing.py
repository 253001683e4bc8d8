"""A text box as high as its text: no scroll bar inside a form."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from nmirf_desktop.domain.text import writable
from nmirf_desktop.ui.theme import STEP


class GrowingText(QPlainTextEdit):
    """Grows with its text between *least* and *most* lines; Tab goes to the next field."""

    _fitting = False

    def __init__(self, least: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self._fitting = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """The text as it was typed or loaded: Qt's own ``toPlainText`` turns no-break spaces into plain ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str, *, same: bool) -> None:
        """Show a text; of the *same* one, as an undo has it, whoever writes in it goes on at the end."""
        self.setPlainText(text)
        if same and self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def replace_text(self, text: str) -> None:
        """Put a text in the place of the one that stands, as one step of the box's own undo."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted comes without signs that no document holds; a vertical tab is the line break that it was."""
        if source.hasText():
            self.insertPlainText(writable(source.text()))
            self.ensureCursorVisible()

    def _lines(self) -> int:
        """The number of lines as they are wrapped now: what a plain text's document calls its height."""
        return max(1, round(self.document().size().height()))

    def _fit(self) -> None:
        """Take the height of the text. A scroll bar that comes or goes wraps it anew, which is looked at once more.

        Never within itself: a text may fit without the bar, and not beside it.
        """
        if self._fitting:
            return
        self._fitting = True
        bars = Qt.ScrollBarPolicy
        needed = 0
        for _ in range(2):
            needed = self._lines()
            self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if needed > self._most else bars.ScrollBarAlwaysOff)
        lines = min(max(needed, self._least), self._most)
        height = lines * self.fontMetrics().lineSpacing() + STEP * 4
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        if needed <= self._most:
            self.verticalScrollBar().setValue(0)
        elif self.document().size().width() > self.viewport().width():
            self._wrap_anew()
        self._fitting = False

    def _wrap_anew(self) -> None:
        """Wrap beside the bar what was wrapped before it came, and goes on under it: Qt does so at another width."""
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def sizeHint(self) -> QSize:
        """As wide as it is given, as high as its text."""
        return QSize(self.fontMetrics().averageCharWidth() * 30, self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for three columns."""
        return QSize(self.fontMetrics().averageCharWidth() * 14, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps differently."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A text that is seen whole stays, and the wheel is the page's: Qt would roll its first line out of sight."""
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape belongs to the screen."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)
