"""Widgets side by side where there is room, else on further lines; a column that leaves what is around it in peace."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nmirf_desktop.ui.theme import STEP

GAP = STEP * 2


class SideBySide(QWidget):
    """Widgets on as few lines as there is room for: one that *grows* takes what is left of its line.

    The one that *closes* them stands at the end of its line. Lines stand at the left, or *centred*.
    """

    def __init__(
        self, *widgets: QWidget, grows: QWidget | None = None, closes: QWidget | None = None, centred: bool = False
    ) -> None:
        super().__init__()
        self._widgets, self._grows, self._closes, self._centred = widgets, grows, closes, centred
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._lines = [QHBoxLayout() for _ in widgets]
        for line in self._lines:
            line.setSpacing(GAP)
            self._column.addLayout(line)
        self._placed = [0 for _ in widgets]
        self._growing = grows is not None
        self._fill()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def sizeHint(self) -> QSize:
        """As wide as all of them on one line, as high as they stand now."""
        widths = [widget.sizeHint().width() + GAP for widget in self._shown()]
        return QSize(max(sum(widths) - GAP, 0), self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them, as high as they stand now."""
        widest = max((widget.minimumSizeHint().width() for widget in self._shown()), default=0)
        return QSize(widest, self._column.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Other words need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        """Give each widget the line that it has room on."""
        places, line, used = [], 0, 0
        for widget in self._widgets:
            needed = 0 if widget.isHidden() else widget.sizeHint().width() + GAP
            if used and needed and used + needed - GAP > self.width():
                line, used = line + 1, 0
            used += needed
            places.append(line)
        growing = self._grows is not None and not self._grows.isHidden()
        if (places, growing) != (self._placed, self._growing):
            self._placed, self._growing = places, growing
            self._fill()
            self.updateGeometry()

    def _fill(self) -> None:
        for number, line in enumerate(self._lines):
            while line.takeAt(0) is not None:
                pass
            here = [widget for widget, place in zip(self._widgets, self._placed, strict=True) if place == number]
            if here and self._centred:
                line.addStretch()
            for widget in here:
                if widget is self._closes:
                    line.addStretch()
                line.addWidget(widget, 1 if widget is self._grows else 0)
            grows = self._growing and self._grows in here  # one that is hidden takes nothing: a button stays as wide
            if here and not grows and self._closes not in here:
                line.addStretch()


class Steady(QWidget):
    """Parts under each other that say something else with every key.

    A layout has all around it laid out anew with each text, up to the window: here only where more room is needed, or
    less.
    """

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in parts:
            column.addWidget(part)
        self._needed = QSize()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """That of the parts."""
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """That of the parts."""
        return self._body.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """How high the parts are in so much width."""
        return max(self._body.heightForWidth(width), self._body.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts take the whole."""
        super().resizeEvent(event)
        self._body.resize(event.size())
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed out of sight is measured now."""
        super().showEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        """A part says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        """Ask for another height; for another width where there is not enough of it, or no more than was asked for."""
        least, told = self._body.minimumSizeHint(), self._needed
        needed = QSize(least.width(), max(self._body.heightForWidth(self.width()), least.height()))
        narrow = max(needed.width(), told.width()) >= self.width()
        if needed.height() != told.height() or (narrow and needed.width() != told.width()):
            self._needed = needed
            self.updateGeometry()
