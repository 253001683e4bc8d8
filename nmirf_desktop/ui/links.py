"""A sentence in which names and things are links to their places, each reached by Tab too."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import takewhile

from PySide6.QtCore import QEvent, QSize, Qt, Signal
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
        address = f"{self.place.screen}#{self.place.key}"
        return f'<a href="{escape(address)}" style="color:{ink}; text-decoration:none">{escape(self.text)}</a>'


Part = str | Link
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
        self.setAccessibleName("".join(part.text if isinstance(part, Link) else part for part in self._parts))
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
        before = takewhile(lambda part: not isinstance(part, Link), self._parts)
        first = sum(len(part) for part in before if isinstance(part, str))
        if not forward and self.hasFocus() and self.selectionStart() == first:
            return QWidget.focusNextPrevChild(self, False)
        return super().focusNextPrevChild(forward)

    def _go(self, address: str) -> None:
        screen, _, key = address.partition("#")
        self.asked.emit(Place(screen, key))

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has another colour of links."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_parts") and self._parts:
            self.show_parts(self._parts)


def listed(links: Iterable[Link], between: str = ", ") -> list[Part]:
    """Links in a row, as names are listed."""
    parts: list[Part] = []
    for link in links:
        parts += [between, link] if parts else [link]
    return parts
