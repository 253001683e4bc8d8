"""The manual: one page a screen, in the window's language, in a window of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMessageBox, QTextBrowser, QWidget

from nmirf_desktop import __version__
from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import TITLE, bundled
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.theme import STEP

PAGES = {
    "index": N_("First steps"),
    "home": N_("Home"),
    "members": N_("Members"),
    "people": N_("People"),
    "imports": N_("Import"),
    "work-lists": N_("Lists of the Network’s work"),
    "encouragement": N_("States that are not members"),
    "committee": N_("Executive Committee"),
    "candidatures": N_("Candidatures"),
    "meetings": N_("Meetings"),
    "participants": N_("Participants"),
    "agenda": N_("Agenda"),
    "texts": N_("Texts"),
    "session": N_("Session"),
    "amendments": N_("Amendments and division"),
    "elections": N_("Elections"),
    "minutes": N_("Minutes"),
    "corrections": N_("Corrections and approval of minutes"),
    "decisions": N_("Decisions"),
    "follow-ups": N_("Follow-up"),
    "activities": N_("Activities"),
    "partners": N_("Partners"),
    "good-practices": N_("Good practices"),
    "knowledge-hub": N_("Knowledge hub"),
    "action-plan": N_("Action plan"),
    "annual-review": N_("Annual review"),
    "documents": N_("Documents"),
    "distribution": N_("Distribution"),
    "rules": N_("Rules"),
    "settings": N_("Settings"),
}
"""The pages by the names of their files, with their titles, marked constants."""
OF_SESSION = {"session", "amendments", "elections"}
"""The pages that speak of the session's keys; on the others, the same key is another screen's."""
LIST_WIDTH = 52
"""What the list of pages has beside its longest title, in pixels."""
PICTURE = 2
"""The kind of resource that a page asks for where it shows a picture (``QTextDocument.ResourceType.ImageResource``)."""
MARGIN = STEP * 6


class Page(QTextBrowser):
    """A page of the manual; its pictures are never wider than it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(MARGIN)
        self._file: Path | None = None
        self._pictures: dict[QUrl, QImage] = {}
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._fit_pictures)

    def read(self, file: Path, said: Callable[[str], str] = str) -> None:
        """Show the page of a file, from its beginning; *said* makes of its text what is shown."""
        self._file = file
        self._pictures.clear()
        self.setMarkdown(said(file.read_text(encoding="utf-8")))
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture beside the page's file, made smaller where it is wider than the page."""
        if kind != PICTURE or self._file is None:
            return super().loadResource(kind, name)
        image = QImage(str(self._file.parent / QUrl(name).fileName()))
        self._pictures[QUrl(name)] = image
        return self._fitted(image)

    def _fitted(self, image: QImage) -> QImage:
        ratio, room = self.devicePixelRatioF(), self.viewport().width() - 2 * MARGIN - STEP * 4
        if image.isNull() or room <= 0 or image.width() <= room * ratio:
            return image
        smaller = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        smaller.setDevicePixelRatio(ratio)
        return smaller

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other pictures, once the page has its lines: it is resized also while it is being read."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._pictures:
            self._again.start()

    def _fit_pictures(self) -> None:
        """Show each picture in the width of now; the place that is being read stays."""
        bar, page = self.verticalScrollBar(), self.document()
        share = bar.value() / max(bar.maximum(), 1)
        for name, image in list(self._pictures.items()):
            page.addResource(PICTURE, name, self._fitted(image))
        page.markContentsDirty(0, page.characterCount())
        bar.setValue(round(share * bar.maximum()))


class Manual(QWidget):
    """The list of pages and the page chosen; it follows the window's language."""

    def __init__(self, language: CurrentLanguage, parent: QWidget, memory: Memory | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language, self._memory = language, memory
        self._list = QListWidget()
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setSpacing(STEP // 2)
        self._text = Page()
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
        QShortcut("Escape", self, self.close)
        if memory is not None and memory.now.manual:
            self.restoreGeometry(QByteArray(memory.now.manual))
        self.retranslate()

    def open(self, page: str) -> None:
        """Show a page, the first one where there is none of that name; a manual that was closed begins at the top."""
        names = list(PAGES)
        self._list.setCurrentRow(names.index(page) if page in names else 0)
        if not self.isVisible():
            self._read()
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
        folder, words = bundled("resources/help") / self._language.language, self._language.words
        places = () if page in OF_SESSION else ("window", "go")
        self._text.read(folder / f"{page}.md", lambda text: with_keys_in_force(text, words, *places))

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
        return QSize(720, 560)

    def hideEvent(self, event: QHideEvent) -> None:
        """Where it stood and how large it was is kept for the next time."""
        super().hideEvent(event)
        if self._memory is not None and not event.spontaneous():
            self._memory.keep(replace(self._memory.now, manual=bytes(self.saveGeometry().data())))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


DICTIONARIES = N_(
    "Spelling: Hunspell (MPL 1.1) by chunspell (MIT); dictionaries of SCOWL (English, MIT and BSD), Grammalecte "
    "(French, MPL 2.0) and RLA-ES (Spanish, MPL 1.1). Their licences are in the program’s folder resources/spelling."
)


def show_about(language: CurrentLanguage, window: QWidget) -> QMessageBox:
    """Say which program this is, its version and its licence, in a box that does not stop the work."""
    words = language.words
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(words.gettext("About NMIRF Desktop"))
    box.setText(f"{TITLE} {__version__}")
    purpose = words.gettext(
        "The secretariat of the International Network of NMIRFs: members, meetings, votes, minutes."
    )
    free = words.gettext(
        "Free software under the MIT License. It works without a network; the register stays in its file."
    )
    others = words.gettext(DICTIONARIES)
    box.setInformativeText(f"{purpose}\n\n{free}\n\n{others}")
    close = box.addButton(words.gettext("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.open()
    return box


def show_help(page: str, language: CurrentLanguage, window: QWidget, memory: Memory | None = None) -> Manual:
    """Open the manual at a page, in the one window that it has, as large as it was last."""
    found = window.findChild(Manual)
    manual = found if isinstance(found, Manual) else Manual(language, window, memory)
    manual.open(page)
    return manual
