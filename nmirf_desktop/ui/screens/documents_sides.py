"""The two sides of the documents: choices and issued documents in tabs, the pages beside them or in a tab too."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import BESIDE, MasterDetail
from nmirf_desktop.ui.screens.documents_pages import Pages
from nmirf_desktop.ui.tabs import Tabs

LEAST = 34
"""The width in letters that the left side keeps beside the pages."""
TITLES = (N_("Document"), N_("Issued documents"), N_("Pages"))


class Sides(QWidget):
    """Shows *choices* and *issued* at the left and *pages* at the right; where that is too narrow, one at a time."""

    def __init__(self, choices: QWidget, issued: QWidget, pages: Pages, language: CurrentLanguage) -> None:
        super().__init__()
        self._language, self._pages = language, pages
        self.left = Tabs()
        for part in (choices, issued):
            self.left.addTab(part, "")
        self._both = MasterDetail(self.left, pages, share=0.42)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._both)
        self._again = QTimer(self, singleShot=True, interval=0)  # no part moves while Qt styles all of them one by one
        self._again.timeout.connect(self._fit)
        pages.whole.connect(self._both.leave_alone)
        self._fit()
        self.retranslate()

    @property
    def folded(self) -> bool:
        """Whether the pages are one of the tabs."""
        return self.left.indexOf(self._pages) >= 0

    def reveal(self, part: QWidget) -> None:
        """Bring a part into sight that stands in a tab behind another."""
        tabs = [tab for number in range(self.left.count()) if (tab := self.left.widget(number)) is not None]
        for tab in tabs:
            if tab is part or tab.isAncestorOf(part):
                self.left.setCurrentWidget(tab)

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        narrow = self.width() < letter * BESIDE
        if narrow and not self.folded:
            self._pages.widen.setChecked(False)
            self.left.addTab(self._pages, "")
            self.retranslate()
        elif not narrow and self.folded:
            self.left.removeTab(self.left.indexOf(self._pages))
            self._both.addWidget(self._pages)
            self._pages.show()
        self._pages.widen.setEnabled(not narrow)
        self.left.setMinimumWidth(0 if narrow else letter * LEAST)

    def retranslate(self) -> None:
        """Say the names of the tabs again."""
        for number, title in enumerate(TITLES[: self.left.count()]):
            self.left.setTabText(number, self._language.words.gettext(title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other places."""
        super().resizeEvent(event)
        self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange and hasattr(self, "_again"):
            self._again.start()
