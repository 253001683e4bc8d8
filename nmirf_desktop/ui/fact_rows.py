"""Short rows of facts: a shape, when, what, a note under it, and small actions; and the shape of a mark as a widget."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from nmirf_desktop.domain.marked_text import Marked, marked
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText, Part, listed
from nmirf_desktop.ui.markedtext import MarkedText
from nmirf_desktop.ui.panes import DetailPane, Page, around
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.regions import region_picture
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone, Type, colours, style, tone_colour

TOP = Qt.AlignmentFlag.AlignTop


class Shape(QLabel):
    """A mark's shape, as high as the text, in the colours of the scheme; *word* is what it says."""

    def __init__(self, mark: Mark, word: str = "") -> None:
        super().__init__()
        self._mark = mark
        self.setToolTip(word)
        self.setAccessibleName(word)
        self._paint()

    def _paint(self) -> None:
        side, ratio = self.fontMetrics().height(), self.devicePixelRatioF()
        if self._mark.region is not None:
            image = region_picture(self._mark.region, side, ratio)
        else:
            image = picture(self._mark.icon, tone_colour(colours(), self._mark.tone), side, ratio)
        self.setPixmap(image)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has other colours, another size of text another side."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_mark"):
            self._paint()


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row, its words in the reader's language. *offers* are small actions with marked constants as labels.

    *key* is that of what it is about, for those who look for it. *compared* are texts as they read before and after,
    each under its name, with what differs marked.
    """

    what: tuple[Part, ...]
    when: str = ""
    note: str = ""
    mark: Mark | None = None
    word: str = ""
    offers: tuple[Offer, ...] = ()
    muted: bool = False
    key: str = ""
    compared: tuple[tuple[str, str, str], ...] = ()

    @property
    def said(self) -> str:
        """What the row says, as plain words."""
        return "".join(part.text if isinstance(part, Link) else part for part in self.what)

    def looks_like(self, other: "FactRow") -> bool:
        """Whether the two are shown alike: what their small actions do is made anew each time, and not compared."""
        mine, its = ([offer.label for offer in row.offers] for row in (self, other))
        return mine == its and replace(self, offers=()) == replace(other, offers=())


NARROW, NARROWEST = 28, 18
"""Below so many letters of width a row's date stands above what it dates; and the least width of rows."""
LATER = 400
"""After how many milliseconds rows are made that nobody has looked at yet."""
BREAK = "\N{ZERO WIDTH SPACE}"


def breakable(text: str) -> str:
    """The text with places where an address may go on in the next line."""
    return text.replace("@", f"@{BREAK}").replace("/", f"/{BREAK}")


class _Held(NamedTuple):
    """Where the keyboard is: in the row of which key, and on which line, at which of its stops, on which link."""

    key: str
    line: int
    stop: int
    link: int


def _stops(body: QWidget) -> list[LinkedText]:
    """What Tab reaches in a row, in its order."""
    return [one for one in body.findChildren(LinkedText) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]


class FactRows(QWidget):
    """Rows of facts under each other; ``asked`` carries the place of a link that was pressed."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._narrow = False
        self._dates: list[tuple[QLabel, QVBoxLayout, int]] = []
        self._stops: list[QWidget] = []
        self._bodies: dict[str, QWidget] = {}
        self._pointed = ""
        self._waiting: tuple[FactRow, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.show_waiting)
        self._rows: tuple[tuple[FactRow, QWidget], ...] = ()
        self._acts: dict[int, list[Offer]] = {}
        self._made_in = language.words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()

    def show_rows(self, rows: Iterable[FactRow]) -> None:
        """Show these rows from now on, all at once: a widget shown by itself is laid out by itself.

        Where they look like those that are there, these stay, and do what the new ones do. Else the keyboard stays on
        the row of the same key where it is on one, else on the rows, and the page where it was read: Qt would follow
        the keyboard to whatever stands below, while the rows are made.
        """
        rows = tuple(rows)
        if self._stay(rows):
            return
        held = self._held()
        page = around(self, Page) if held is not None else None
        read_at = page.verticalScrollBar().value() if page is not None else 0
        clear(self._column)
        self._later.stop()
        self._waiting = ()
        self.setMinimumHeight(0)
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(STEP * 3)
        self._grid.setVerticalSpacing(STEP * 2)
        self._grid.setColumnStretch(2, 1)
        self._dates, self._bodies, self._stops, self._acts = [], {}, [], {}
        self._rows = tuple((row, self._add(row, line)) for line, row in enumerate(rows))
        self._made_in = self._language.words
        self._column.addWidget(body)
        self._share(self.width())
        body.show()
        self._follow_the_eye()
        if held is not None:
            self._hold(held)
        if page is not None:
            bar = page.verticalScrollBar()
            bar.setValue(read_at)
            QTimer.singleShot(0, page, lambda: bar.setValue(read_at))

    def _stay(self, rows: tuple[FactRow, ...]) -> bool:
        """Let what is shown stand for these rows, where it says the same in the same language."""
        if not self._rows or len(rows) != len(self._rows) or self._made_in is not self._language.words:
            return False
        if not all(row.looks_like(shown) for row, (shown, _) in zip(rows, self._rows, strict=True)):
            return False
        self._rows = tuple((row, body) for row, (_, body) in zip(rows, self._rows, strict=True))
        for line, acts in self._acts.items():
            acts[:] = rows[line].offers
        return True

    def _held(self) -> _Held | None:
        """Where the keyboard is among the rows."""
        focus = QApplication.focusWidget()
        for line, (row, body) in enumerate(self._rows):
            if isinstance(focus, LinkedText) and body.isAncestorOf(focus):
                return _Held(row.key, line, _stops(body).index(focus), focus.link)
        return None

    def _hold(self, held: _Held) -> None:
        """Put the keyboard where it was: on the row of that key, else where that one stood, else on the next best."""
        bodies = [body for _, body in self._rows]
        same = self._bodies.get(held.key) if held.key else None
        near = sorted(bodies, key=lambda body: (body is not same, abs(bodies.index(body) - held.line)))
        stops = next((stops for body in near if (stops := _stops(body))), [])
        if stops:
            stops[min(held.stop, len(stops) - 1)].hold(held.link)

    def _follow_the_eye(self) -> None:
        """Tab reaches new rows where they stand: Qt puts what is made later behind everything else of the window."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for now: Qt orders only what can have the keyboard
        before: QWidget = self
        for stop in self._stops:
            if stop.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, stop)
                before = stop
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_later(self, rows: Iterable[FactRow]) -> None:
        """Show these rows once they come into sight, or a moment later: what stands above is not kept waiting.

        Where the keyboard is on them, they are in sight.
        """
        if self._held() is not None:
            self.show_rows(rows)
            return
        clear(self._column)
        self._dates, self._bodies, self._stops, self._rows = [], {}, [], ()
        self._waiting = tuple(rows)
        self.setMinimumHeight((self.fontMetrics().lineSpacing() + STEP * 2) * len(self._waiting))
        self._later.start(LATER)

    def show_waiting(self) -> None:
        """Show now what was to be shown later."""
        if self._waiting:
            self.show_rows(self._waiting)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows that come into sight are made; the row that is pointed out is framed."""
        super().paintEvent(event)
        if self._waiting:
            self._later.start(0)
        body = self._bodies.get(self._pointed) if self._pointed else None
        if body is not None:
            top, bottom = body.mapTo(self, QPoint()).y() - STEP, body.mapTo(self, QPoint()).y() + body.height() + STEP
            place = QRect(QPoint(0, top), QPoint(self.width(), bottom)).intersected(self.rect()).adjusted(0, 0, -1, -1)
            painter = QPainter(self)
            painter.setBrush(QColor(colours().hover))
            painter.setPen(QColor(colours().accent))
            painter.drawRect(place)
            painter.end()

    @property
    def made(self) -> tuple[FactRow, ...]:
        """The rows that are shown, from the top."""
        return tuple(row for row, _ in self._rows)

    def row_of(self, key: str) -> QWidget | None:
        """The first row that is about the thing of a key."""
        return self._bodies.get(key)

    def first_stop(self, key: str) -> QWidget | None:
        """What Tab reaches first in the row about the thing of a key."""
        body = self._bodies.get(key)
        return next(iter(_stops(body)), None) if body is not None else None

    def point_out(self, key: str) -> QWidget | None:
        """Show which row is about the thing of a key, with the keyboard on what it leads to; that row."""
        self._pointed = key
        self.update()
        body = self._bodies.get(key) if key else None
        stops = _stops(body) if body is not None else []
        if stops:
            stops[0].hold(0)
        return body

    def commands(self) -> list[Hit]:
        """The small actions of all rows, each with what it is done to: whose file it is, and the row."""
        words, whose = self._language.words, self._whose()
        return [
            Hit(words.gettext(offer.label), offer.act, words.pgettext("facts in a row", " · ").join((*whose, row.said)),
                row.mark.icon if row.mark is not None else "", labels=(offer.label,))
            for row in self._waiting or [made for made, _ in self._rows] for offer in row.offers
        ]  # fmt: skip

    def _whose(self) -> tuple[str, ...]:
        """The name over the pane in which the rows stand."""
        pane = self.parentWidget()
        while pane is not None and not isinstance(pane, DetailPane):
            pane = pane.parentWidget()
        return (pane.accessibleName(),) if pane is not None and pane.accessibleName() else ()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The small actions of the row that was pointed at, or that has the keyboard."""
        by_key = event.reason() == event.Reason.Keyboard
        held = cast("QWidget | None", self.focusWidget())

        def meant(body: QWidget) -> bool:
            if by_key:
                return held is not None and body.isAncestorOf(held)
            return 0 <= body.mapFromGlobal(event.globalPos()).y() < body.height()

        row = next((row for row, body in self._rows if meant(body)), None)
        if row is None or not row.offers:
            event.ignore()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in row.offers:
            menu.addAction(self._language.words.gettext(offer.label).replace("&", "&&"), offer.act)
        menu.popup(event.globalPos())

    def _add(self, row: FactRow, line: int) -> QWidget:
        body, column = QWidget(), QVBoxLayout()
        body.setLayout(column)
        self._bodies.setdefault(row.key, body)
        self._fill(column, row, line)
        cells: list[tuple[QWidget, int]] = [(body, 2)]
        if row.mark is not None:
            cells.append((Shape(row.mark, row.word), 0))
        if row.when:
            when = QLabel(row.when)
            when.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            style(when, Type.BODY, Tone.MUTED)
            self._dates.append((when, column, line))
            self._place(when, column, line)
        for widget, place in cells:
            self._grid.addWidget(widget, line, place, TOP)
        return body

    def _place(self, when: QLabel, body: QVBoxLayout, line: int) -> None:
        if self._narrow:
            self._grid.removeWidget(when)
            body.insertWidget(0, when)
        else:
            body.removeWidget(when)
            self._grid.addWidget(when, line, 1, TOP)
        when.show()

    def minimumSizeHint(self) -> QSize:
        """Rows wrap, and their dates go above them."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self.fontMetrics().averageCharWidth() * NARROWEST), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Dates before what they date where there is room, else above."""
        super().resizeEvent(event)
        self._share(event.size().width())

    def _share(self, width: int) -> None:
        """Put the dates above what they date where their column would leave too little beside it."""
        letter = self.fontMetrics().averageCharWidth()
        dates = max((when.sizeHint().width() for when, _, _ in self._dates), default=0)
        narrow = width < max(letter * NARROW, dates + letter * NARROWEST)
        if narrow != self._narrow:
            self._narrow = narrow
            for when, body, line in self._dates:
                self._place(when, body, line)

    def _fill(self, column: QVBoxLayout, row: FactRow, line: int) -> None:
        """What is said, the note under it, and the small actions under both."""
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        what = LinkedText(Type.BODY, Tone.MUTED if row.muted else Tone.NEUTRAL)
        what.show_parts(row.what)
        what.asked.connect(self.asked)
        column.addWidget(what)
        self._stops.append(what)
        if row.note:
            note = QLabel(breakable(row.note), wordWrap=True)
            note.setAccessibleName(row.note)
            style(note, Type.SMALL, Tone.MUTED)
            column.addWidget(note)
        for name, before, after in row.compared:
            _add_compared(column, name, marked(before, after))
        if row.offers:
            offers = self._offers(row.offers, line)
            column.addWidget(offers)
            self._stops.append(offers)

    def _offers(self, offers: tuple[Offer, ...], line: int) -> LinkedText:
        """The small actions of a line as links, each reached by Tab; they do what the row there does now."""
        words = self._language.words
        links = [Link(words.gettext(offer.label), Place("", str(number))) for number, offer in enumerate(offers)]
        text = LinkedText()
        text.show_parts(listed(links, " · "))
        acts = self._acts[line] = list(offers)
        text.asked.connect(lambda place: acts[int(place.key)].act())
        return text


def _add_compared(column: QVBoxLayout, name: str, pieces: Iterable[Marked]) -> None:
    """Put a text with its marks under its name."""
    head, text = QLabel(name, wordWrap=True), MarkedText()
    style(head, Type.SMALL, Tone.MUTED)
    text.show_pieces(pieces)
    text.setAccessibleName(name)
    column.addWidget(head)
    column.addWidget(text)
