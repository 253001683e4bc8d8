"""A text that is negotiated, with its marks: insertions underlined, deletions struck, brackets in their colour."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.agenda_comparing import PieceState
from nmirf_desktop.domain.marked_text import Marked
from nmirf_desktop.ui.theme import Tone, colours, tone_colour


def marked_html(pieces: Iterable[Marked]) -> str:
    """The words of a text as rich text, each of them escaped; what changed differs by its line and its colour."""
    return "".join(_piece(one) for one in pieces)


def _piece(one: Marked) -> str:
    text = escape(one.text).replace("\n", "<br>")
    if one.bracketed:
        text = f'<span style="color:{tone_colour(colours(), Tone.ATTENTION)}">{text}</span>'
    match one.standing:
        case PieceState.KEPT:
            return text
        case PieceState.GONE:
            return f'<s style="color:{tone_colour(colours(), Tone.BAD)}">{text}</s>'
        case PieceState.NEW:
            return f'<u style="color:{tone_colour(colours(), Tone.GOOD)}">{text}</u>'


class MarkedText(QLabel):
    """A text with its marks on the screen; it can be read and copied, not changed."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._pieces: tuple[Marked, ...] = ()
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def show_pieces(self, pieces: Iterable[Marked]) -> None:
        """Show a text."""
        self._pieces = tuple(pieces)
        self.setText(marked_html(self._pieces))

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has other colours of what changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pieces") and self._pieces:
            self.setText(marked_html(self._pieces))


def marked_document(pieces: Iterable[Marked], font: QFont) -> QTextDocument:
    """A text with its marks, to be set and painted; without a margin."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(marked_html(pieces))
    return document


def paint_document(painter: QPainter, document: QTextDocument, room: QRectF, page: int = 0) -> None:
    """Paint one page of a document into a place."""
    high = max(document.pageSize().height(), room.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(colours().text))
    context.palette = palette
    shown = QRectF(0, page * high, room.width(), high)
    context.clip = shown
    painter.save()
    painter.translate(room.left(), room.top() - page * high)
    painter.setClipRect(shown)
    document.documentLayout().draw(painter, context)
    painter.restore()
