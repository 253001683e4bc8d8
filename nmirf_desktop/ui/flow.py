"""Widgets side by side where there is room, else under each other: buttons at twice the size of text."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nmirf_desktop.ui.theme import STEP


class SideBySide(QWidget):
    """A row that becomes a column where it is too narrow; the one that *grows* takes what is left of the row."""

    def __init__(self, *widgets: QWidget, grows: QWidget | None = None) -> None:
        super().__init__()
        self._widgets = widgets
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(STEP * 2)
        for widget in widgets:
            self._box.addWidget(widget, 1 if widget is grows else 0)
        if grows is None:
            self._box.addStretch()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them, as high as they stand now."""
        widest = max((widget.minimumSizeHint().width() for widget in self._shown()), default=0)
        return QSize(widest, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose row or column."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Other words need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        shown = self._shown()
        needed = sum(widget.sizeHint().width() for widget in shown) + STEP * 2 * max(0, len(shown) - 1)
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if needed <= self.width() else directions.TopToBottom
        if direction is not self._box.direction():
            self._box.setDirection(direction)
            self.updateGeometry()
