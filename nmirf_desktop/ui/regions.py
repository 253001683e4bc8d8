"""The region of a State on screens, by the practice of the day: a regional group, or a continent (R29)."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import Continent, Region, letters_of, region_name
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.groups import fill_group, fill_pattern, group_name, group_picture, group_whole

REGION_HEADS = {Option.REGIONAL_GROUP: N_("Group"), Option.M49_REGION: N_("Region")}
"""What a narrow column of regions is called."""
_CONTINENTS = dict(
    zip(
        Continent,
        (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.VerPattern, Qt.BrushStyle.FDiagPattern,
         Qt.BrushStyle.CrossPattern),
        strict=True,
    )
)  # fmt: skip
"""The patterns of the continents, all of one quiet hue: hues belong to the groups."""
STRONG = 170
"""How strong these patterns are, for nothing but they and the letters tells one continent from another."""


def region_said(
    state: State, by: Option, words: Catalog, grouped: Callable[[RegionalGroup | None, Catalog], str]
) -> str:
    """A regional group as *grouped* says it, or a continent by its one name."""
    if by is Option.REGIONAL_GROUP:
        return grouped(state.group, words)
    return words.gettext(region_name(state, by))


def region_in_list(region: Region, words: Catalog) -> str:
    """A region in a list or a legend."""
    return words.gettext(region.label) if isinstance(region, Continent) else group_name(region, words)


def region_whole(region: Region, words: Catalog) -> str:
    """A region's official name."""
    return words.gettext(region.label) if isinstance(region, Continent) else group_whole(region, words)


def region_short(region: Region, words: Catalog) -> str:
    """A region in a few letters."""
    return letters_of(region, words)


def fill_region(painter: QPainter, rect: QRectF, region: Region | None) -> None:
    """Fill a box of a chart: with the group's hue and pattern, with the continent's pattern on grey, or with grey."""
    if isinstance(region, Continent):
        fill_group(painter, rect, None)
        fill_pattern(painter, rect, _CONTINENTS[region], STRONG)
    else:
        fill_group(painter, rect, region)


def region_picture(region: Region, side: int, ratio: float = 1.0) -> QPixmap:
    """The group's shape in its hue, or a piece of the continent's bar."""
    if not isinstance(region, Continent):
        return group_picture(region, side, ratio)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    if not pixmap.isNull():
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        fill_region(painter, QRectF(side * 0.06, side * 0.06, side * 0.88, side * 0.88), region)
        painter.end()
    return pixmap
