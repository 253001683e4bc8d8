"""The manual: one page a screen, in the window's language, in a window of its own."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP

PAGES = {
    "index": N_("First steps"),
    "home": N_("Home"),
    "members": N_("Members"),
    "committee": N_("Executive Committee"),
    "meetings": N_("Meetings"),
    "agenda": N_("Agenda"),
    "session": N_("Session"),
    "minutes": N_("Minutes"),
    "documents": N_("Documents"),
    "rules": N_("Rules"),
    "settings": N_("Settings"),
}
"""The pages by the names of their files, with their titles, marked constants."""
LIST_WIDTH = 52


class Manual(QWidget):
    """The list of pages and the page chosen; it follows the window's language."""

    def __init__(self, language: CurrentLanguage, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language = language
        self._list = QListWidget()
        self._text = QTextBrowser()
        self._text.setOpenExternalLinks(False)
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.document().setDocumentMargin(STEP * 6)
        for name in PAGES:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, name)
            self._list.addItem(item)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._text, 1)
        self._list.currentItemChanged.connect(lambda *_: self._read())
        self._text.anchorClicked.connect(self._follow)
        self._text.setOpenLinks(False)
        QShortcut("Escape", self, self.close)
        self.retranslate()

    def open(self, page: str) -> None:
        """Show a page, the first one where there is none of that name."""
        names = list(PAGES)
        self._list.setCurrentRow(names.index(page) if page in names else 0)
        self.show()
        self.raise_()
        self.activateWindow()

    def _follow(self, link: QUrl) -> None:
        name = link.fileName().removesuffix(".md")
        if name in PAGES:
            self.open(name)

    def _read(self) -> None:
        page = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if page is None:
            return
        folder = bundled("resources/help") / self._language.language
        self._text.setSearchPaths([str(folder)])
        self._text.setMarkdown((folder / f"{page}.md").read_text(encoding="utf-8"))

    def retranslate(self) -> None:
        """Say titles and page again."""
        words = self._language.words
        self.setWindowTitle(words.gettext("Manual"))
        self._list.setAccessibleName(words.gettext("Pages of the manual"))
        self._text.setAccessibleName(words.gettext("Page of the manual"))
        for row, title in enumerate(PAGES.values()):
            self._list.item(row).setText(words.gettext(title))
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + LIST_WIDTH)
        self._read()

    def sizeHint(self) -> QSize:
        """Room for a page of text."""
        return QSize(940, 680)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def show_help(page: str, language: CurrentLanguage, window: QWidget) -> Manual:
    """Open the manual at a page, in the one window that it has."""
    found = window.findChild(Manual)
    manual = found if isinstance(found, Manual) else Manual(language, window)
    manual.open(page)
    return manual
