"""The paragraphs of the minutes as one list: to go through, to jump in by number, to filter, and to find words in."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from nmirf_desktop.domain.found_words import replaced
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.actions import EXPORT_LIST
from nmirf_desktop.ui.columns import Columns
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rowview import RowView
from nmirf_desktop.ui.screens.minutes_find import Finder, Hit, by_paragraph, hits
from nmirf_desktop.ui.screens.minutes_rows import COLUMNS, Line
from nmirf_desktop.ui.screens.minutes_text import ParagraphForm
from nmirf_desktop.ui.screens.minutes_view import ParagraphView
from nmirf_desktop.ui.table import RowTable


class _Whole(Columns[Line]):
    """The paragraphs have one column, as wide as the page; the others are there for the export."""

    def measure(self) -> None:
        """Nothing is shared."""

    def share(self) -> None:
        """Nothing is shared."""


class ParagraphList(RowTable[Line]):
    """A figure is a number to go to: type 12, Enter. Anything else that is typed filters; Ctrl+F finds, F3 goes on."""

    view: ParagraphView
    replaced = Signal(str, object)
    """The text of a paragraph with other words in the place that was shown."""

    def __init__(self, language: CurrentLanguage, form: ParagraphForm) -> None:
        self._form = form
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self.finder = Finder(language)
        super().__init__(COLUMNS, lambda line: line.key, language)
        self.name(N_("Paragraphs of the minutes"))
        self.view.begin(self.model)
        self.view.hold(form)
        self.layout().insertWidget(1, self.finder)  # type: ignore[union-attr]
        self._choose.hide()
        self._make_keys()
        self.finder.wanted.connect(self._look_for)
        self.finder.stepped.connect(self.step)
        self.finder.replace_one.connect(self._replace)
        self.finder.left.connect(self._end_finding)
        self._line.returnPressed.connect(self._jump)
        form.text.moved.connect(self._follow_cursor)
        form.text.changed.connect(self.view.refit)
        self.view.fitted.connect(self._follow_cursor)

    def _made_view(self) -> RowView:
        """The painted page."""
        return ParagraphView(lambda: self._language.words)

    def _made_columns(self) -> Columns[Line]:
        """One for the eyes."""
        return _Whole(self.view, self.model, self._language)

    def _make_keys(self) -> None:
        for keys, act in (
            ("Ctrl+F", self.finder.begin),
            ("F3", lambda: self.step(1)),
            ("Shift+F3", lambda: self.step(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # -- rows --------------------------------------------------------------------------------------------------------

    def show_rows(self, values: Iterable[Line], among: Sequence[Line] | None = None) -> None:
        """Show these; where but texts differ, the rows of these alone are touched."""
        before = [line.key for line in self.model.rows]
        super().show_rows(values, among)
        self._form.setVisible(bool(self.model.rows))
        if before != [line.key for line in self.model.rows]:
            self.view.reckon_others()
        if self._hits or self.finder.isVisible():
            self._find_again()

    def step_to(self, by: int) -> bool:
        """Make the next or the previous row current; false at the end."""
        row = self.view.currentIndex().row() + by
        if self.current is None or not 0 <= row < len(self.model.rows):
            return False
        return self.select(self.model.at(row).key)

    def _announce(self) -> None:
        """The editor follows once it is loaded."""
        super()._announce()
        self.view.place()

    def _follow_cursor(self) -> None:
        """The line that is written stays in sight, or that of the words that were found."""
        text = self._form.text
        looking = self.finder.isVisible() and bool(self._hits)
        if text.held or looking:
            box = text.box if text.held else text.box_of(self._hits[self._at].language)
            at = box.cursorRect()
            corner = box.viewport().mapTo(self.view.viewport(), at.topLeft())
            self.view.bring(at.translated(corner - at.topLeft()).adjusted(0, -at.height(), 0, at.height()))

    def _filter(self, text: str) -> None:
        """What is typed filters the rows, but a number, which is gone to."""
        before = [line.key for line in self.model.rows]
        super()._filter("" if text.strip().isdigit() else text)
        self._form.setVisible(bool(self.model.rows))
        if before != [line.key for line in self.model.rows]:
            self.view.reckon()

    def _jump(self) -> None:
        typed = self._line.text().strip()
        if not typed.isdigit():
            return
        found = [line for line in self.model.rows if line.number >= int(typed)] or self.model.rows[-1:]
        self._line.clear()
        for line in found[:1]:
            self.select(line.key)
            self.view.setFocus()

    def columns_menu(self) -> QMenu:
        """The way out of the window: the columns are the three languages."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("download"), self._language.words.gettext(EXPORT_LIST), self.export_asked.emit)
        return menu

    # -- finding -----------------------------------------------------------------------------------------------------

    def _look_for(self, wanted: str) -> None:
        """Show the first place from the current row on."""
        self._hits = hits(self.model.rows, wanted)
        rows = {line.key: number for number, line in enumerate(self.model.rows)}
        now = max(self.view.currentIndex().row(), 0)
        self._at = next((place for place, one in enumerate(self._hits) if rows[one.paragraph] >= now), 0)
        self._show_hit()

    def _find_again(self) -> None:
        """The rows are others: the same place is shown, as far as it is there."""
        self._hits = hits(self.model.rows, self.finder.line.text())
        self._at = min(self._at, len(self._hits) - 1)
        self._mark()

    def step(self, by: int) -> None:
        """Go to the next or the previous place, from the last one on to the first."""
        if not self._hits:
            self.finder.begin()
            return
        self._at = (self._at + by) % len(self._hits)
        self._show_hit()

    def _show_hit(self) -> None:
        self._mark()
        if self._hits:
            hit = self._hits[self._at]
            self.select(hit.paragraph)
            self._form.text.choose(hit.language, hit.start, hit.end)
            self.view.place()
            self._follow_cursor()

    def _replace(self, by: str) -> None:
        """Put other words in the place that is shown, and go on to the next one behind them.

        A row may leave the filter by that: the one that follows stands in its place then.
        """
        self._form.flush()
        if not self._hits or self.current is None or self._hits[self._at].paragraph != self.current.key:
            self.step(0)
            return
        at = self._hits[self._at]
        text = replaced(self._form.text.value(), {at.language: ((at.start, at.end),)}, by)
        row = self.view.currentIndex().row()
        self.replaced.emit(at.paragraph, text)
        rows = {line.key: number for number, line in enumerate(self.model.rows)}
        tongues = list(Language)
        behind = (rows.get(at.paragraph, row), tongues.index(at.language), at.start + len(by))
        placed = [(rows[one.paragraph], tongues.index(one.language), one.start) for one in self._hits]
        self._at = next((place for place, one in enumerate(placed) if one >= behind), 0)
        self._show_hit()

    def _mark(self) -> None:
        self.view.found = by_paragraph(self._hits)
        self.view.viewport().update()
        self.finder.tell(self._at + 1, self._hits)

    def _end_finding(self) -> None:
        self._hits, self._at = (), -1
        self.view.found = {}
        self.view.viewport().update()
        self.view.setFocus()

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self._line.setPlaceholderText(self._language.words.gettext("Number to go to, or words to filter"))
