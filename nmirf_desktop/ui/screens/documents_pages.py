"""The preview of a document: its pages in one language or in two beside each other, with size and place."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.issued import TRILINGUAL, DocumentKind
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.labels import IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preview import Preview, Zoom
from nmirf_desktop.ui.screens.documents_choice import edition_name
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

PREPARING = N_("The pages are being prepared …")


def _zoom_name(zoom: Zoom, words: Catalog) -> str:
    return words.gettext("Fit to width") if zoom is Zoom.WIDTH else words.per_cent(int(zoom), 0)


class _Bar(QWidget):
    """Groups of small controls on one line, or under each other where there is no room; the last stands at the end."""

    def __init__(self, *groups: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._groups = [QWidget() for _ in groups]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEP * 2)
        for holder, widgets in zip(self._groups, groups, strict=True):
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(STEP * 2)
            for widget in widgets:
                widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
                row.addWidget(widget)
            row.addStretch()
        self._wide: bool | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where everything has room, else one for each group."""
        super().resizeEvent(event)
        needed = sum(holder.sizeHint().width() + STEP * 2 for holder in self._groups)
        wide = event.size().width() >= needed
        if wide is self._wide:
            return
        self._wide = wide
        last = len(self._groups) - 1
        for number, holder in enumerate(self._groups):
            place = (0, number + (number == last)) if wide else (number, 0)
            self._grid.addWidget(holder, *place)
        self._grid.setColumnStretch(last, 1 if wide else 0)
        self.updateGeometry()


class Pages(QWidget):
    """The right side of the documents. ``asked``: pages of other languages are wanted."""

    asked = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._said: Sayable | None = None
        self.left: ChoiceField[Edition] = ChoiceField(language, list(Edition), edition_name)
        self.right: ChoiceField[Edition] = ChoiceField(language, SEPARATE, edition_name, none=N_("Nothing beside"))
        self.zoom: ChoiceField[Zoom] = ChoiceField(language, list(Zoom), _zoom_name)
        self.left.load(Edition(language.language), over=True)
        self.right.load(None, over=True)
        self.views = (Preview(), Preview())
        self.place = QLabel()
        self.before, self.after = IconButton("chevron-up"), IconButton("chevron-down")
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
        self._stack.addWidget(both)
        self._stack.addWidget(self.message)
        self._bar = _Bar((self.left, self.right), (self.zoom,), (self.place, self.before, self.after))
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 3, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self._bar)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.left.edited.connect(self.asked)
        self.right.edited.connect(self.asked)
        self.zoom.edited.connect(self._zoom)
        self.before.clicked.connect(lambda: self.views[0].go_to_page(self.views[0].page - 1))
        self.after.clicked.connect(lambda: self.views[0].go_to_page(self.views[0].page + 1))
        for one, other in (self.views, self.views[::-1]):
            one.scrolled.connect(lambda fraction, one=one, other=other: self._follow(one, other, fraction))
            one.moved.connect(lambda _page, _pages: self._show_place())

    def offer(self, kind: DocumentKind | None) -> None:
        """Offer the editions in which a kind of document is made; one with all languages stands alone."""
        self.left.set_values(list(Edition) if kind in TRILINGUAL else SEPARATE)
        self.right.setEnabled(self.left.value() not in TOGETHER)

    def editions(self) -> tuple[Edition, ...]:
        """The editions that are shown: one, or two languages beside each other."""
        left, right = self.left.value() or Edition(self._language.language), self.right.value()
        return (left,) if right is None or right is left or left in TOGETHER else (left, right)

    def show_files(self, files: Mapping[Edition, bytes]) -> None:
        """Show the pages of the editions chosen."""
        shown = [files[edition] for edition in self.editions() if edition in files]
        self._said = None
        self.views[1].setVisible(len(shown) > 1)
        for view, content in zip(self.views, [*shown, None], strict=False):
            view.show_file(content)
        self._stack.setCurrentIndex(0 if shown else 1)
        self.retranslate()

    def show_one(self, content: bytes) -> None:
        """Show one file alone, such as one that was issued."""
        self._said = None
        self.views[1].hide()
        self.views[0].show_file(content)
        self._stack.setCurrentIndex(0)

    def say(self, what: Sayable | None) -> None:
        """Say why there are no pages, or that they are being prepared (``None``)."""
        self._said = what
        if what is not None:
            for view in self.views:
                view.show_file(None)
        if what is not None or not self.views[0].pages:
            self._stack.setCurrentIndex(1)
        self.retranslate()

    def _zoom(self) -> None:
        for view in self.views:
            view.zoom(self.zoom.value() or Zoom.WIDTH)

    def _follow(self, one: Preview, other: Preview, fraction: float) -> None:
        """The page beside goes along with the one that is being read."""
        if other.isVisible() and (one.hasFocus() or one.verticalScrollBar().isSliderDown() or not other.hasFocus()):
            before = other.blockSignals(True)
            other.go_to_fraction(fraction)
            other.blockSignals(before)

    def _show_place(self) -> None:
        page, pages = self.views[0].page, self.views[0].pages
        words = self._language.words
        self.place.setText(words.gettext("Page {n} of {all}").format(n=page, all=pages) if pages else "")
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < pages)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self.left.set_accessible(words.gettext("Language of the preview"), "")
        self.right.set_accessible(words.gettext("Second language beside it"), "")
        self.zoom.set_accessible(words.gettext("Size of the pages"), "")
        self.before.name(words.gettext("Page before"), words.gettext("Page before (Page Up)"))
        self.after.name(words.gettext("Next page"), words.gettext("Next page (Page Down)"))
        self.message.setText(self._said.said_in(words) if self._said is not None else words.gettext(PREPARING))
        for view, edition in zip(self.views, self.editions(), strict=False):
            name = N_("Pages in three languages") if edition in TOGETHER else N_("Pages in {language}")
            view.setAccessibleName(words.gettext(name).format(language=edition_name(edition, words)))
        self._show_place()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
