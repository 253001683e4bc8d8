"""Small parts used everywhere: a label that shortens itself, a button that is only an icon."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QToolButton

from nmirf_desktop.ui.icons import icon


def as_tip(text: str) -> str:
    """A text for a tooltip, which would take what looks like markup for such and fetch the pictures that it names."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if "<" in text else text


class ElidedLabel(QLabel):
    """One line that ends in "…" where there is no room; the whole text is its tooltip and its accessible name."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._said()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._said()

    def _said(self) -> None:
        self.setAccessibleName(self.text())
        short = self.fontMetrics().horizontalAdvance(self.text()) > max(self.width(), 1)
        self.setToolTip(as_tip(self.text()) if short else "")

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        line = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, self.rect(), line, option.palette, self.isEnabled(), text, self.foregroundRole()
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self._said()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


class WrappedLabel(QLabel):
    """Text on as many lines as it needs, all of them seen: a form gives such a label the height of one line."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """As high as its lines are at the width of now: a height once set would be the least for good."""
        height = self.heightForWidth(self.width()) if self.text() else 0
        return QSize(super().minimumSizeHint().width(), max(0, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps differently."""
        super().resizeEvent(event)
        self.updateGeometry()


class IconButton(QToolButton):
    """A flat button that shows only an icon; ``name`` gives it its tooltip and its accessible name."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self.setIcon(icon(picture))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fit()

    def name(self, text: str, tip: str = "") -> None:
        """What the button does, in the reader's language; *tip* may add its keys."""
        self.setAccessibleName(text)
        self.setToolTip(tip or text)

    def _fit(self) -> None:
        side = max(self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize), self.fontMetrics().height())
        self.setIconSize(QSize(side, side))

    def changeEvent(self, event: QEvent) -> None:
        """The icon is as high as the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
