"""What lies over a part of the window, so that nothing moves where it appears."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from nmirf_desktop.ui.theme import STEP


class Overlay(QObject):
    """Keeps a widget over the foot of another one; over its head where the keyboard is at work at the foot."""

    def __init__(self, widget: QWidget, under: QWidget) -> None:
        super().__init__(under)
        self._widget, self._under = widget, under
        shown = not widget.isHidden()
        widget.setParent(under)
        widget.setVisible(shown)
        widget.setProperty("over", True)
        for watched in (widget, under):
            watched.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of both, and what the widget says."""
        sized = watched is self._under and event.type() == QEvent.Type.Resize
        if sized or event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        if self._widget.isHidden():
            return
        width = self._under.width() - STEP * 8
        height = self._widget.heightForWidth(width)
        high = height if height > 0 else self._widget.sizeHint().height()
        foot = QRect(STEP * 4, self._under.height() - high - STEP * 2, width, high)
        if foot.intersects(self._attended()):
            foot.moveTop(STEP * 2)
        self._widget.setGeometry(foot)
        self._widget.raise_()

    def _attended(self) -> QRect:
        """Where the keyboard is at work underneath, empty where it is elsewhere."""
        focus = QApplication.focusWidget()
        if focus is None or not self._under.isAncestorOf(focus) or self._widget.isAncestorOf(focus):
            return QRect()
        if isinstance(focus, QAbstractItemView):
            part = focus.visualRect(focus.currentIndex())
        elif isinstance(focus, QAbstractScrollArea):
            part = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        else:
            part = focus.rect()
        return part.translated(focus.mapTo(self._under, QPoint(0, 0)))
