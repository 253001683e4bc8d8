"""The menu of a list: which of its columns are shown, and the way out of the window."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.actions import EXPORT_LIST
from nmirf_desktop.ui.icons import icon

if TYPE_CHECKING:
    from nmirf_desktop.ui.table import RowTable


def list_menu(table: "RowTable[Any]", words: Catalog) -> QMenu:
    """Each column with its tick, where the last one stays; then the export."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    header = table.view.horizontalHeader()
    visible = header.count() - header.hiddenSectionCount()
    for number, spec in enumerate(table.model.columns):
        tick = QAction(spec.head(words), menu, checkable=True)
        tick.setChecked(not header.isSectionHidden(number))
        tick.setEnabled(header.isSectionHidden(number) or visible > 1)
        tick.toggled.connect(lambda on, n=number: table.columns.choose(n, on))
        menu.addAction(tick)
    menu.addSeparator()
    menu.addAction(icon("download"), words.gettext(EXPORT_LIST), table.export_asked.emit)
    return menu
