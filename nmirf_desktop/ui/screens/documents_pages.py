"""The preview of a document: its pages in one language or in two beside each other, with size and place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.issued import TRILINGUAL, DocumentKind
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.pdf import Pdf, beside
from nmirf_desktop.ui.preview import Preview, Zoom
from nmirf_desktop.ui.screens.documents_choice import edition_name
from nmirf_desktop.ui.screens.documents_find import FindBar
from nmirf_desktop.ui.theme import STEP, Tone, Type, style
from nmirf_desktop.ui.thumbnails import Thumbnails

PREPARING = N_("The pages are being prepared …")
READABLE = 40
"""The width, in letters, from which a view can spare room for the pages in small."""


def _zoom_name(zoom: Zoom, words: Catalog) -> str:
    named = {Zoom.WIDTH: N_("Fit to width"), Zoom.PAGE: N_("Whole page")}
    return words.gettext(named[zoom]) if zoom in named else words.per_cent(zoom.per_cent, 0)


def _together(*widgets: QWidget) -> QWidget:
    """Small controls that are never parted, none wider than it has to be."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(STEP * 2)
    for widget in widgets:
        widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(widget)
    return holder


class _IssuedLine(QWidget):
    """One line above the pages of an issued document: which it is, and the way back to what the register says now."""

    def __init__(self) -> None:
        super().__init__()
        self.what, self.back = QLabel(wordWrap=True), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP * 2)
        row.addWidget(self.what, 1)
        row.addWidget(self.back)
        self.hide()


class Pages(QWidget):
    """The right side of the documents.

    ``asked``: pages of other languages, or those of now, are wanted; ``whole``: with the whole width, or without.
    """

    asked = Signal()
    whole = Signal(bool)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._said: Sayable | None = None
        self._of: object = None
        self._following = self._picked = False
        self.left: ChoiceField[Edition] = ChoiceField(language, list(Edition), edition_name)
        self.right: ChoiceField[Edition] = ChoiceField(language, SEPARATE, edition_name, none=N_("Nothing beside"))
        self.zoom: ChoiceField[Zoom] = ChoiceField(language, list(Zoom), _zoom_name)
        self.left.load(Edition(language.language), over=True)
        self.right.load(None, over=True)
        self.views = (Preview(), Preview())
        self.small = Thumbnails(language)
        self.search = FindBar(self.views, language)
        self.issued = _IssuedLine()
        self.place = QLabel()
        self.before, self.after = IconButton("chevron-up"), IconButton("chevron-down")
        self.strip, self.widen = IconButton("gallery-vertical"), IconButton("maximize")
        self.look_for = IconButton("search")
        self.strip.setCheckable(True)
        self.strip.setChecked(True)
        self.widen.setCheckable(True)
        self.message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        style(self.place, Type.SMALL, Tone.MUTED)
        style(self.message, Type.BODY, Tone.MUTED)
        self._stack = QStackedLayout()
        self._arrange()
        self._connect()
        self.views[1].hide()
        self.retranslate()

    def _arrange(self) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(STEP)
        for view in self.views:
            both.addWidget(view)
        shown = QWidget()
        line = QHBoxLayout(shown)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP)
        line.addWidget(self.small)
        line.addWidget(both, 1)
        tools, turning = (
            _together(self.strip, self.look_for, self.widen),
            _together(self.place, self.before, self.after),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 3, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(SideBySide(self.left, self.right, self.zoom, tools, turning, closes=turning))
        column.addWidget(self.search)
        column.addWidget(self.issued)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.message)

    def _connect(self) -> None:
        self.left.edited.connect(self._pick)
        for asking in (self.left.edited, self.right.edited, self.issued.back.clicked):
            asking.connect(self.asked)
        self.zoom.edited.connect(lambda: self._zoom(self.zoom.value() or Zoom.WIDTH))
        self.before.clicked.connect(lambda: self.views[0].go_to_page(self.views[0].page - 1))
        self.after.clicked.connect(lambda: self.views[0].go_to_page(self.views[0].page + 1))
        self.small.turned.connect(self.views[0].go_to_page)
        self.strip.toggled.connect(self._fit)
        self.look_for.clicked.connect(self.search.begin)
        self.widen.toggled.connect(self.whole)
        for one, other in (self.views, self.views[::-1]):
            one.scrolled.connect(lambda fraction, one=one, other=other: self._follow(one, other, fraction))
            one.moved.connect(lambda _page, _pages: self._show_place())
            one.zoomed.connect(lambda zoom, other=other: self._zoomed(zoom, other))

    def _pick(self) -> None:
        """A language was chosen: that of the window is not followed any more."""
        self._picked = True

    def _follow_window(self) -> None:
        """Show the language of the window where nobody chose another one."""
        edition = Edition(self._language.language)
        if not self._picked and self.left.value() is not edition:
            self.left.load(edition, over=True)
            self.asked.emit()

    def offer(self, kind: DocumentKind | None) -> None:
        """Offer the editions in which a kind of document is made; one with all languages stands alone."""
        self.left.set_values(list(Edition) if kind in TRILINGUAL else SEPARATE)
        self.right.setEnabled(self.left.value() not in TOGETHER)

    def show_edition(self, kind: DocumentKind, edition: Edition) -> None:
        """Show a document in an edition from now on, where its kind is made in it."""
        self.offer(kind)
        if edition in self.left.values:
            self._pick()
            self.left.load(edition, over=True)

    def editions(self) -> tuple[Edition, ...]:
        """The editions that are shown: one, or two languages beside each other."""
        left, right = self.left.value() or Edition(self._language.language), self.right.value()
        return (left,) if right is None or right is left or left in TOGETHER else (left, right)

    def show_files(self, files: Mapping[Edition, bytes], of: object = None) -> None:
        """Show the pages of the editions chosen; the reader's place stays where they are *of* the same document."""
        self._show([files[edition] for edition in self.editions() if edition in files], of)

    def show_one(self, content: bytes, what: Phrase) -> None:
        """Show one file alone that was issued; *what* says which."""
        self._show([content], what, issued=True)

    def _show(self, contents: Sequence[bytes], of: object, *, issued: bool = False) -> None:
        stay, self._of = of == self._of, of
        self._said = None
        self.issued.setVisible(issued)
        self.views[1].setVisible(len(contents) > 1)
        files = [Pdf(content) for content in contents]
        for view, file in zip(self.views, [*files, None], strict=False):
            view.show_file(file, stay=stay)
        self.small.show_file(files[0] if files else None)
        self._stack.setCurrentIndex(0 if files else 1)
        self._fit()
        self.search.look()
        self.retranslate()

    def say(self, what: Sayable | None) -> None:
        """Say why there are no pages, or that they are being prepared (``None``)."""
        self._said = what
        if what is not None:
            self.issued.hide()
            for view in self.views:
                view.show_file(None)
            self.small.show_file(None)
        if what is not None or not self.views[0].pages:
            self._stack.setCurrentIndex(1)
        self.retranslate()

    def _zoom(self, zoom: Zoom) -> None:
        for view in self.views:
            view.zoom(zoom)

    def _zoomed(self, zoom: Zoom, other: Preview) -> None:
        """One view was given another size by its keys or the wheel: the other has it too."""
        self.zoom.load(zoom, over=True)
        other.zoom(zoom)

    def _follow(self, one: Preview, other: Preview, fraction: float) -> None:
        """The pages beside go along: to the same heading, or as far down where the headings differ."""
        if one.isVisible() and other.isVisible() and not self._following:
            self._following = True
            other.go_to_fraction(beside(fraction, one.marks, other.marks))
            self._following = False

    def _show_place(self) -> None:
        page, pages = self.views[0].page, self.views[0].pages
        words = self._language.words
        self.place.setText(words.gettext("Page {n} of {all}").format(n=page, all=pages) if pages else "")
        self.views[0].setAccessibleDescription(self.place.text())
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < pages)
        self.small.show_page(page)

    def _fit(self) -> None:
        """Pages in small stand beside the others only where there are several, and room for all."""
        views = 2 if not self.views[1].isHidden() else 1
        needed = self.small.width() + views * self.fontMetrics().averageCharWidth() * READABLE
        room = self.views[0].pages > 1 and self.width() >= needed
        self.strip.setEnabled(room)
        self.small.setVisible(room and self.strip.isChecked())

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._follow_window()
        self.left.set_accessible(words.gettext("Language of the preview"), "")
        self.right.set_accessible(words.gettext("Second language beside it"), "")
        self.zoom.set_accessible(words.gettext("Size of the pages"), words.gettext("Ctrl and plus, minus or the wheel"))
        self.before.name(words.gettext("Page before"), words.gettext("Page before (Ctrl+Page Up)"))
        self.after.name(words.gettext("Next page"), words.gettext("Next page (Ctrl+Page Down)"))
        self.strip.name(words.gettext("Pages in small"))
        self.look_for.name(words.gettext("Find in the pages"), words.gettext("Find in the pages (Ctrl+F)"))
        self.widen.name(words.gettext("Whole width for the pages"), words.gettext("Whole width for the pages (F11)"))
        self.message.setText(self._said.said_in(words) if self._said is not None else words.gettext(PREPARING))
        self.issued.what.setText(self._of.said_in(words) if isinstance(self._of, Phrase) else "")
        self.issued.back.setText(words.gettext("Show what it says now"))
        for view, edition in zip(self.views, self.editions(), strict=False):
            name = N_("Pages in three languages") if edition in TOGETHER else N_("Pages in {language}")
            view.setAccessibleName(words.gettext(name).format(language=edition_name(edition, words)))
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, room for other things."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange and hasattr(self, "_stack"):
            self._fit()
