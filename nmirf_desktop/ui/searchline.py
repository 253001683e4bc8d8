"""A line in which one looks for something: a glass before what is typed, as high as the text."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.theme import STEP, colours


class SearchLine(QLineEdit):
    """A line with a glass and a button that clears it; the pictures that Qt puts into a line have one size for all."""

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self._fit()

    @property
    def glass(self) -> int:
        """The side of the glass, in pixels."""
        return self.fontMetrics().height() * 4 // 5

    def _fit(self) -> None:
        self.setTextMargins(self.glass + STEP * 2, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glass beside the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = self.glass
        glass = picture("search", colours().text, side, self.devicePixelRatioF())
        painter.drawPixmap(STEP * 2, (self.height() - side) // 2, glass)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, another glass."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
