"""The pane of one thing: its name, and sections with headings, in a scrolling column."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

SETTLES = 300
"""For how many milliseconds after a part was brought into view the layout may still change around it."""
TURNS = 4
"""So often within that time a bar may come and go; then it stays, whatever the part says of its height next."""
BESIDE, TALL = 70, 12
"""From how many letters of width a list and a pane stand beside each other, and how many lines each has else."""


_Around = TypeVar("_Around", bound=QWidget)


def around(widget: QWidget, kind: type[_Around]) -> _Around | None:
    """The nearest widget of a kind in which another one stands."""
    found = widget.parentWidget()
    while found is not None and not isinstance(found, kind):
        found = found.parentWidget()
    return found


class MasterDetail(QSplitter):
    """A list at the left and the pane of one thing at the right; neither can be pushed out of sight.

    Where it is too narrow for both, the pane stands under the list, which gives way while a card is open in the pane.
    Two pages are then as high as what they hold, so that one thing scrolls: what stands around both.
    """

    def __init__(
        self, master: QWidget, detail: QWidget, *, share: float = 0.45, under: float = 0.5, beside: int = BESIDE
    ) -> None:
        """*share* is the list's of the width, from *beside* letters of it on, else *under* that of the height."""
        super().__init__(Qt.Orientation.Horizontal)
        self._shares = {Qt.Orientation.Horizontal: share, Qt.Orientation.Vertical: under}
        self._beside = beside
        self._master, self._detail = master, detail
        self.addWidget(master)
        self.addWidget(detail)
        self._open: set[QWidget] = set()
        self._alone = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._moved)

    def _moved(self, place: int) -> None:
        """The reader's own share stays, at every width."""
        self._shares[self.orientation()] = place / max(1, self._room())

    def attend(self, card: QWidget, shown: bool) -> None:
        """A card inside the pane was opened or closed: what is being written down has the height of both."""
        if self._detail.isAncestorOf(card):
            (self._open.add if shown else self._open.discard)(card)
            self._fit()

    def leave_alone(self, alone: bool) -> None:
        """Give the pane the room of both, or share it again."""
        self._alone = alone
        self._fit()

    def _room(self) -> int:
        return self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()

    def _fit(self) -> None:
        narrow = self.width() < self.fontMetrics().averageCharWidth() * self._beside
        orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if orientation is not self.orientation():
            self.setOrientation(orientation)
            self.updateGeometry()
        written = narrow and any(card.isVisibleTo(self) for card in self._open)
        self._master.setVisible(not (self._alone or written))
        room = self._room()
        whole = self._whole()
        first = whole[0] if whole else round(room * self._shares[orientation])
        self.setSizes([first, max(0, room - first)])

    def _whole(self) -> list[int]:
        """The heights of two pages under each other that need not scroll; nothing for other parts."""
        pages = [page for page in (self._master, self._detail) if isinstance(page, Page)]
        if self.orientation() is Qt.Orientation.Horizontal or len(pages) < self.count():
            return []
        return [0 if page.isHidden() else page.whole(self.width()) for page in pages]

    def minimumSizeHint(self) -> QSize:
        """Under each other, each has some lines: the window scrolls where it has no room for both."""
        least = super().minimumSizeHint()
        if self.orientation() is Qt.Orientation.Horizontal:
            return least
        if whole := self._whole():
            return least.expandedTo(QSize(0, sum(whole) + self.handleWidth()))
        shown = sum(self.sizes()[number] > 0 for number in range(self.count()))
        return least.expandedTo(QSize(0, self.fontMetrics().lineSpacing() * TALL * shown if shown > 1 else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width out."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Share the width out anew where a side can do with less, such as after a smaller size of text."""
        answered = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            if self._whole() and sum(self._whole()) > self.height():
                self.updateGeometry()
        return answered


class Pages(QStackedLayout):
    """Pages in one place; only the one shown says how small it can be, so that none out of sight has the place scroll.

    What it asks for changes with the page: Qt's own stack is as high as the highest it ever held.
    """

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self.currentChanged.connect(lambda _page: self.invalidate())

    @property
    def _shown(self) -> QLayoutItem | None:
        return self.itemAt(self.currentIndex())

    def sizeHint(self) -> QSize:
        """The size that the page shown would have."""
        return self._shown.sizeHint() if self._shown is not None else QSize(0, 0)

    def minimumSize(self) -> QSize:
        """The least size of the page shown."""
        return self._shown.minimumSize() if self._shown is not None else QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """Whether the page shown is higher where it is narrower."""
        return self._shown is not None and self._shown.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """How high the page shown would be."""
        return self._shown.heightForWidth(width) if self._shown is not None else -1

    def minimumHeightForWidth(self, width: int) -> int:
        """How high the page shown has to be."""
        return self._shown.minimumHeightForWidth(width) if self._shown is not None else -1


class Section(QWidget):
    """A heading (marked constant), room for small actions beside it, and what stands under it."""

    def __init__(self, title: str, language: CurrentLanguage) -> None:
        super().__init__()
        self._title, self._said = title, ""
        self._language = language
        self._heading = QLabel(language.words.gettext(title), wordWrap=True)
        style(self._heading, Type.HEADING)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, STEP * 3, 0, 0)
        self._column.setSpacing(STEP * 2)
        self._column.addWidget(self._heading)

    def head(self, said: str) -> None:
        """Say another heading, in the reader's words; the usual one where it is empty."""
        self._said = said
        self._heading.setText(said or self._language.words.gettext(self._title))

    def add(self, widget: QWidget) -> None:
        """Put a widget under the heading."""
        self._column.addWidget(widget)

    def add_beside(self, widget: QWidget) -> None:
        """Put a small action, one at most, on the heading's line, or under it where that has no room."""
        self._column.removeWidget(self._heading)
        self._column.insertWidget(0, SideBySide(self._heading, widget, grows=self._heading))

    def led_to(self) -> QWidget | None:
        """Where a key that goes from part to part leads, where that is not the first thing that can be done here."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.head(self._said)
        super().changeEvent(event)


class Scrolled(QScrollArea):
    """Scrolls one part, which is as wide as it; a part that says late how high it is comes to rest in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        role(self, "page")
        self._outer, self._turns = self.size(), 0
        self._turning = QTimer(self, singleShot=True, interval=SETTLES)
        self._turning.timeout.connect(self._rest)

    def _rest(self) -> None:
        self._turns = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar that comes and goes without end, each time for the other width, stays until the area has another size.

        A part may ask for more height than there is without the bar, and for less with it, once what it holds settled.
        """
        super().resizeEvent(event)
        if self.size() != self._outer:
            self._outer, self._turns = self.size(), 0
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        elif event.size().width() != event.oldSize().width():
            self._turns += 1
            if not self._turning.isActive():
                self._turning.start()
            if self._turns > TURNS:
                self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The part is not measured anew within the size that the area itself gives it.

        What stands otherwise in another width, such as a form, tells those around it later. Measured at once, the part
        would go with what was said before from one width to the other and back, without end.
        """
        return event.type() is not QEvent.Type.Resize and super().eventFilter(watched, event)


class Page(Scrolled):
    """A scrolling column of forms and sections, sideways only where even wrapped it is wider than its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to what can be done in it, which is seen
        self.body = QWidget()
        role(self.body, "page")
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, STEP * 2, STEP * 4, STEP * 4)
        self._column.setSpacing(STEP * 4)
        self._column.addStretch()
        self._brought: QWidget = self.body
        self._from_top = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLES)
        self.setWidget(self.body)

    def whole(self, width: int) -> int:
        """How high the page is in so much width where nothing of it is out of sight."""
        return max(self.body.heightForWidth(width), self.body.minimumSizeHint().height())

    def stand_beside(self) -> None:
        """Keep a margin at the left: the column stands right of a splitter's line."""
        self._column.setContentsMargins(STEP * 4, STEP * 2, STEP * 4, STEP * 4)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def bring_in(self, widget: QWidget, *, from_top: bool = False) -> None:
        """Bring a part of the column into view once it is laid out, from its top where it is not wholly seen.

        What was asked for in an index stands *from_top* in any case, as far as the column goes.
        """
        self._brought, self._from_top = widget, from_top
        self._settled.start()
        QTimer.singleShot(0, widget, lambda: self._bring_in(widget))

    def show_as_well(self, part: QWidget) -> None:
        """Bring what was just said in the column into sight, with no more scrolling than it takes."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, STEP * 2))

    def in_sight(self) -> QWidget | None:
        """What has the keyboard in the column and is seen, with the part around it that was brought in if that is."""
        held = QApplication.focusWidget()
        if held is None or not self.body.isAncestorOf(held):
            return None
        around_it = [self._brought] if isValid(self._brought) and self._brought.isAncestorOf(held) else []
        return next((one for one in (*around_it, held) if self._sees(one)), None)

    def _sees(self, part: QWidget) -> bool:
        """Whether the whole of a part of the column is in view."""
        return self.viewport().rect().contains(QRect(part.mapTo(self.viewport(), QPoint()), part.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was just brought in stays so where the page has another height since, such as a list's that gave way."""
        super().resizeEvent(event)
        if self._settled.isActive() and isValid(self._brought):
            QTimer.singleShot(0, self._brought, partial(self._bring_in, self._brought))

    def _bring_in(self, widget: QWidget) -> None:
        if not widget.isVisibleTo(self):  # it was closed meanwhile: what was opened since is what is looked at
            return
        if self._from_top or not self._sees(widget):
            self.verticalScrollBar().setValue(widget.mapTo(self.body, QPoint(0, 0)).y())
        window = around(self, QScrollArea)
        if window is not None:
            window.ensureWidgetVisible(widget)


class DetailPane(Page):
    """The right side of a screen: the thing's name and one line about it, then its sections."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.stand_beside()
        self._column.setSpacing(STEP)
        self._begun_at = ""
        self._name = QLabel()
        self._about = QLabel()
        for label in (self._name, self._about):
            label.setWordWrap(True)
            self.add(label)
        style(self._name, Type.TITLE)
        style(self._about, Type.BODY, Tone.MUTED)
        gap = QWidget()
        gap.setFixedHeight(STEP * 2)
        self.add(gap)

    def head(self, name: str, about: str = "") -> None:
        """The thing's name and one line about it, in the reader's language."""
        self._name.setText(name)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(name)

    def begin_at_top(self, key: str) -> None:
        """Show the thing of a *key* from its name on, unless it is the one that is shown already."""
        if key != self._begun_at:
            self._begun_at = key
            self.to_top()

    def to_top(self) -> None:
        """Show the thing from its name on."""
        self.verticalScrollBar().setValue(0)

    def section(self, title: str) -> Section:
        """A new section at the end."""
        section = Section(title, self._language)
        self.add(section)
        return section
