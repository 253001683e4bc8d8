"""Widgets side by side where there is room, else under each other: buttons at twice the size of text."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nmirf_desktop.ui.theme import STEP


class SideBySide(QWidget):
    """A row that becomes a column where it is too narrow."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(STEP * 2)
        for widget in widgets:
            self._box.addWidget(widget)
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
        shown = self._shown()
        needed = sum(widget.sizeHint().width() for widget in shown) + STEP * 2 * max(0, len(shown) - 1)
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if needed <= event.size().width() else directions.TopToBottom
        if direction is not self._box.direction():
            self._box.setDirection(direction)
            self.updateGeometry()
