"""Lucide's icons, recoloured by the palette when they are painted: a change of theme needs no new icon."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from nmirf_desktop.paths import bundled


@cache
def _source(name: str) -> str:
    return (bundled("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def recoloured(name: str, colour: str) -> str:
    """The icon's SVG in a fixed colour."""
    return _source(name).replace("currentColor", colour)


@lru_cache(maxsize=512)
def _picture(name: str, colour: str, width: int, height: int) -> QPixmap:
    """The icon in device pixels; without room, such as in a window drawn together to nothing, no picture."""
    pixmap = QPixmap(width, height)
    if pixmap.isNull():
        return pixmap
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(recoloured(name, colour).encode()))
    side = min(width, height)
    painter = QPainter(pixmap)
    renderer.render(painter, QRect((width - side) // 2, (height - side) // 2, side, side))
    painter.end()
    return pixmap


class _Engine(QIconEngine):
    """Paints one icon in the colour of the text around it, or in a role of the palette."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def _colour(self, mode: QIcon.Mode) -> str:
        palette = QApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name()
        if mode is QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText).name()
        return palette.color(self._role).name()

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        picture = QPixmap(_picture(self._name, self._colour(mode), size.width(), size.height()))
        picture.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect.topLeft(), picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, _scale: float) -> QPixmap:
        return QPixmap(_picture(self._name, self._colour(mode), size.width(), size.height()))


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> QIcon:
    """The icon of that name in ``resources/icons``; it follows the palette's *role*."""
    _source(name)
    return QIcon(_Engine(name, role))


def picture(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture of *side* logical pixels in a fixed *colour*, for item delegates and charts."""
    pixels = round(side * ratio)
    pixmap = QPixmap(_picture(name, colour, pixels, pixels))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
