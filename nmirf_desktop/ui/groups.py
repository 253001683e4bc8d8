"""The five regional groups: a hue, a shape and letters each, so that nothing hangs on colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QPolygonF

from nmirf_desktop.domain.states import RegionalGroup, group_letters
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.theme import colours

__all__ = [
    "fill_group", "fill_pattern", "group_colour", "group_letters", "group_name", "group_pattern", "group_picture",
    "group_whole",
]  # fmt: skip

_STAR = ((0.5, 0.0), (0.64, 0.35), (1.0, 0.38), (0.72, 0.62), (0.81, 1.0), (0.5, 0.79), (0.19, 1.0), (0.28, 0.62))
_OUTLINES: dict[RegionalGroup, tuple[tuple[float, float], ...]] = {
    RegionalGroup.AFRICAN: (),
    RegionalGroup.ASIA_PACIFIC: ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    RegionalGroup.EASTERN_EUROPEAN: ((0.5, 0.02), (1.0, 0.95), (0.0, 0.95)),
    RegionalGroup.GRULAC: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    RegionalGroup.WEOG: (*_STAR, (0.0, 0.38), (0.36, 0.35)),
}
_PATTERNS = {
    RegionalGroup.AFRICAN: Qt.BrushStyle.SolidPattern,
    RegionalGroup.ASIA_PACIFIC: Qt.BrushStyle.BDiagPattern,
    RegionalGroup.EASTERN_EUROPEAN: Qt.BrushStyle.VerPattern,
    RegionalGroup.GRULAC: Qt.BrushStyle.FDiagPattern,
    RegionalGroup.WEOG: Qt.BrushStyle.CrossPattern,
}


def group_colour(group: RegionalGroup | None) -> QColor:
    """The group's hue in the scheme in force; grey for a State in no group."""
    scheme = colours()
    return QColor(scheme.groups[list(RegionalGroup).index(group)] if group else scheme.muted)


def group_name(group: RegionalGroup | None, words: Catalog) -> str:
    """The group in a list or a legend: its region, without "Group of … States"."""
    match group:
        case RegionalGroup.AFRICAN:
            return words.pgettext("regional group in a list", "African")
        case RegionalGroup.ASIA_PACIFIC:
            return words.pgettext("regional group in a list", "Asia-Pacific")
        case RegionalGroup.EASTERN_EUROPEAN:
            return words.pgettext("regional group in a list", "Eastern European")
        case RegionalGroup.GRULAC:
            return words.pgettext("regional group in a list", "Latin American and Caribbean")
        case RegionalGroup.WEOG:
            return words.pgettext("regional group in a list", "Western European and other")
        case None:
            return words.pgettext("regional group in a list", "none")


def group_whole(group: RegionalGroup | None, words: Catalog) -> str:
    """The group's official name, or that there is none."""
    return words.gettext(group.label) if group else words.gettext("In no regional group")


def group_pattern(group: RegionalGroup) -> Qt.BrushStyle:
    """The pattern laid over the group's hue in a chart."""
    return _PATTERNS[group]


def fill_group(painter: QPainter, rect: QRectF, group: RegionalGroup | None) -> None:
    """Fill a box of a chart with the group's hue and, faintly, its pattern."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(group_colour(group))
    painter.drawRect(rect)
    if group:
        fill_pattern(painter, rect, group_pattern(group))


def fill_pattern(painter: QPainter, rect: QRectF, pattern: Qt.BrushStyle, strength: int = 70) -> None:
    """Lay a pattern over a box of a chart, of a *strength* up to 255: faintly, where a hue tells it too."""
    if pattern is not Qt.BrushStyle.SolidPattern:
        veil = QColor(colours().base)
        veil.setAlpha(strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(veil, pattern))
        painter.drawRect(rect)


def group_picture(group: RegionalGroup | None, side: int, ratio: float = 1.0) -> QPixmap:
    """The group's shape in its hue: circle, square, triangle, lozenge, star; a ring for no group."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    if pixmap.isNull():
        return pixmap
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(side * 0.16, side * 0.16, side * 0.68, side * 0.68)
    if group is None:
        painter.setPen(group_colour(None))
        painter.drawEllipse(room)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(group_colour(group))
        painter.drawPath(_outline(group, room))
    painter.end()
    return pixmap


def _outline(group: RegionalGroup, room: QRectF) -> QPainterPath:
    path = QPainterPath()
    corners = _OUTLINES[group]
    if corners:
        side = room.width()
        path.addPolygon(QPolygonF([QPointF(room.left() + x * side, room.top() + y * side) for x, y in corners]))
        path.closeSubpath()
    else:
        path.addEllipse(room)
    return path
