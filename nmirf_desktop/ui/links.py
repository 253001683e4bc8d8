"""A sentence in which names and things are links to their places, each reached by Tab too."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QTextDocument, QTextLine
from PySide6.QtWidgets import QLabel, QWidget

from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.theme import Tone, Type, colours, style


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place."""

    text: str
    place: Place

    def html(self) -> str:
        """The link as rich text; only its address is ours, the words are escaped."""
        ink = colours().accent
        address = f"{self.place.screen}#{self.place.key}" + (f"##{self.place.field}" if self.place.field else "")
        text = escape(self.text).replace(" …", "&nbsp;…")  # which never begins a line
        return f'<a href="{escape(address)}" style="color:{ink}; text-decoration:underline">{text}</a>'


Part = str | Link


def _plain(part: Part) -> str:
    return part.text if isinstance(part, Link) else part


FRAME = 2
"""How thick the frame about the link is that has the keyboard."""
BY_PROGRAM = (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason)
NARROWEST = 12
"""The least width of a linked text, in letters."""


class LinkedText(QLabel):
    """Parts, plain or links, set one after the other; the words between them are the caller's.

    ``asked`` carries the :class:`Place` of the link that was pressed.
    """

    asked = Signal(object)

    def __init__(self, size: Type = Type.BODY, tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__(wordWrap=True)
        self._parts: tuple[Part, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # what stands around it has a menu of its own
        self.linkActivated.connect(self._go)
        style(self, size, tone)

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Show these parts."""
        self._parts = tuple(parts)
        plain = (part if isinstance(part, Link) else escape(part).replace("\n", "<br>") for part in self._parts)
        body = "".join(part.html() if isinstance(part, Link) else part for part in plain)
        self.setText(f"<span>{body}</span>")
        self.setAccessibleName("".join(map(_plain, self._parts)))
        links = any(isinstance(part, Link) for part in self._parts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.NoFocus)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the links lead, in their order."""
        return tuple(part.place for part in self._parts if isinstance(part, Link))

    def minimumSizeHint(self) -> QSize:
        """A dozen letters: rich text asks for more than it needs to be wrapped."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self.fontMetrics().averageCharWidth() * NARROWEST), size.height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The next link, or what stands before the first one: Qt's own label goes back to its first link for ever."""
        if not forward and self.hasFocus() and self.link == 0:
            return QWidget.focusNextPrevChild(self, False)
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to a link, so that it is seen: to the last one from behind, else to the first.

        It stays where it was when the window is entered again.
        """
        super().focusInEvent(event)
        reason = event.reason()
        if reason is Qt.FocusReason.BacktabFocusReason:
            self._choose(len(self.places) - 1)
        elif reason is Qt.FocusReason.TabFocusReason or (reason in BY_PROGRAM and self.link < 0):
            self._choose(0)

    def _choose(self, number: int) -> None:
        """Go to a link as Qt's label does by keys: what is selected otherwise takes the mouse's press away from it."""
        self.setSelection(0, 0)
        for _ in range(min(number + 1, len(self.places))):
            super().focusNextPrevChild(True)

    @property
    def link(self) -> int:
        """The number of the link that has the keyboard, -1 where none has it."""
        starts = [start for start, _ in self._places_of_links()]
        return starts.index(self.selectionStart()) if self.selectionStart() in starts else -1

    def hold(self, number: int) -> None:
        """Take the keyboard, on the link of that number, the last where there are fewer."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if number >= 0:
            self._choose(number)

    def _places_of_links(self) -> list[tuple[int, int]]:
        """Where each link begins among the letters, and how many it has."""
        ends = list(accumulate((len(_plain(part)) for part in self._parts), initial=0))
        return [(ends[at], len(part.text)) for at, part in enumerate(self._parts) if isinstance(part, Link)]

    def link_held(self) -> list[QRectF]:
        """Where the link stands that has the keyboard: a box for each line that it fills; none without the keyboard."""
        if not self.hasFocus() or not self.hasSelectedText():
            return []
        room = self.contentsRect()
        text = QTextDocument(defaultFont=self.font(), documentMargin=0)
        text.setHtml(self.text())
        text.setTextWidth(room.width())
        top = room.top() + max(0.0, (room.height() - text.size().height()) / 2)  # a label stands in the middle
        start, end = self.selectionStart(), self.selectionStart() + len(self.selectedText())
        layout, found = text.begin().layout(), []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = (_across(line, place) for place in (first, last))
                found.append(QRectF(room.left() + left, top + line.y(), right - left, line.height()))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the link that has the keyboard as a button is: Qt's dots are hardly seen."""
        super().paintEvent(event)
        if boxes := self.link_held():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(colours().accent), FRAME))
            whole = QRectF(self.rect()).adjusted(FRAME / 2, FRAME / 2, -FRAME / 2, -FRAME / 2)
            for box in boxes:
                painter.drawRect(box.adjusted(-FRAME, 0, FRAME, 0).intersected(whole))
            painter.end()

    def _go(self, address: str) -> None:
        screen, _, rest = address.partition("#")
        key, _, field = rest.partition("##")
        self.asked.emit(Place(screen, key, field))

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has another colour of links."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_parts") and self._parts:
            self.show_parts(self._parts)


def _across(line: QTextLine, place: int) -> float:
    """How far along a line a place of the text is."""
    x = cast("tuple[float, int] | float", line.cursorToX(place))  # PySide gives the place back too
    return x[0] if isinstance(x, tuple) else x


def listed(links: Iterable[Link], between: str = ", ") -> list[Part]:
    """Links in a row, as names are listed."""
    parts: list[Part] = []
    for link in links:
        parts += [between, link] if parts else [link]
    return parts
