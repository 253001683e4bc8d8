"""The chart of who is expected: a bar for each group, cut by what they answered, with a number in each part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.charts import stacked
from nmirf_desktop.domain.invitations import ANSWER_LABELS
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.ui.charts import LEFT, Chart, plate, rectangle
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, colours, tone_colour

TONES = {
    Answer.ATTENDS: (Tone.GOOD, Qt.BrushStyle.SolidPattern),
    Answer.ONLINE: (Tone.NEUTRAL, Qt.BrushStyle.BDiagPattern),
    Answer.APOLOGIES: (Tone.BAD, Qt.BrushStyle.CrossPattern),
    Answer.AWAITED: (Tone.MUTED, Qt.BrushStyle.Dense6Pattern),
}
"""The hue and the pattern of each answer, in the order of the parts: no meaning hangs on colour alone."""
NARROW = 0.4


@dataclass(frozen=True, slots=True)
class AnswersOf:
    """One bar: a group by its name in the reader's language, and how many of it answered what.

    Where there is no room for the name, what is *brief* stands in its place.
    """

    label: str
    answers: Mapping[Answer, int]
    brief: str = ""

    @property
    def total(self) -> int:
        """All who are invited of it."""
        return sum(self.answers.values())


class AnswersChart(Chart):
    """Bars in proportion to the largest group, with a legend below."""

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._rows: tuple[AnswersOf, ...] = ()

    def show_rows(self, rows: Sequence[AnswersOf]) -> None:
        """Show these bars; one of nobody is left out."""
        self._rows = tuple(row for row in rows if row.total)
        self.tell()

    def words_of(self) -> str:
        """Each group with what it answered."""
        words = self.language.words
        return " ".join(
            words.pgettext("who is expected", "{group}: {answers}.").format(
                group=row.label,
                answers=words.listing(self._said(answer, row) for answer in TONES if row.answers[answer]),
            )
            for row in self._rows
        )

    def _said(self, answer: Answer, row: AnswersOf) -> str:
        words = self.language.words
        label = words.gettext(ANSWER_LABELS[answer])
        return words.gettext("{label}: {number}").format(label=label, number=words.number(row.answers[answer]))

    def _label_width(self, width: int) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(row.label) for row in self._rows), default=0)
        return int(min(widest + STEP * 3, width * NARROW))

    @property
    def _row_height(self) -> int:
        return self.fontMetrics().height() + STEP * 2

    def _legend(self, width: int) -> list[tuple[Answer, str, QPointF]]:
        """The entries of the legend on as many lines as they need, below the bars."""
        metrics, words = self.fontMetrics(), self.language.words
        x, y = 0.0, float(len(self._rows) * self._row_height + STEP * 2)
        places = []
        for answer in TONES:
            text = words.gettext(ANSWER_LABELS[answer])
            wide = metrics.height() + STEP + metrics.horizontalAdvance(text) + STEP * 4
            if x and x + wide > width:
                x, y = 0.0, y + metrics.height() + STEP
            places.append((answer, text, QPointF(x, y)))
            x += wide
        return places

    def height_for(self, width: int) -> int:
        """The bars and the lines of the legend."""
        if not self._rows:
            return 0
        return round(self._legend(width)[-1][2].y() + self.fontMetrics().height() + STEP)

    def draw(self, painter: QPainter) -> None:
        """Labels at the left, bars with numbers, the legend."""
        if not self._rows:
            return
        label, most = self._label_width(self.width()), max(row.total for row in self._rows)
        for number, row in enumerate(self._rows):
            self._draw_row(painter, row, QRectF(0, number * self._row_height, label, self._row_height), most)
        metrics = self.fontMetrics()
        for answer, text, place in self._legend(self.width()):
            _fill(painter, QRectF(place.x(), place.y(), metrics.height(), metrics.height()), answer)
            painter.setPen(QColor(colours().text))
            room = self.width() - round(place.x()) - metrics.height() - STEP
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(place.x() + metrics.height() + STEP, place.y() + metrics.ascent()), shown)

    def _draw_row(self, painter: QPainter, row: AnswersOf, place: QRectF, most: int) -> None:
        metrics = self.fontMetrics()
        painter.setPen(QColor(colours().text))
        room = int(place.width()) - STEP
        fits = metrics.horizontalAdvance(row.label) <= room or not row.brief
        text = metrics.elidedText(row.label if fits else row.brief, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, LEFT, text)
        width = (self.width() - place.width()) * row.total / most
        boxes = stacked([row.answers[answer] for answer in TONES], width, self._row_height - STEP)
        for answer, box in zip(TONES, boxes, strict=True):
            if not row.answers[answer]:
                continue
            rect = rectangle(box, place.right(), place.top() + STEP / 2).adjusted(0, 0, -1, 0)
            _fill(painter, rect, answer)
            number = self.language.words.number(row.answers[answer])
            if metrics.horizontalAdvance(number) + STEP * 2 <= rect.width():
                plate(painter, rect, number)


def _fill(painter: QPainter, rect: QRectF, answer: Answer) -> None:
    """A part in the hue and the pattern of an answer, with its outline."""
    scheme, (tone, pattern) = colours(), TONES[answer]
    ink = QColor(scheme.accent if tone is Tone.NEUTRAL else tone_colour(scheme, tone))
    painter.setPen(ink)
    painter.setBrush(QBrush(ink, pattern))
    painter.drawRect(rect)
