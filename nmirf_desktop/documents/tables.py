"""Tables with their structure: header cells, a header row that is repeated as an artifact, quiet rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table, TableStyle

from nmirf_desktop.documents.breaking import Run, TextStyle, measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.fonts import font, pieces
from nmirf_desktop.documents.setting import BASELINE, Text
from nmirf_desktop.documents.tags import Element, Mark
from nmirf_desktop.i18n import Language

PADDING = 6.0
COLUMN_HEADER = "/O/Table/Scope/Column"
ROW_HEADER = "/O/Table/Scope/Row"


class Cell(str):  # noqa: SLOT000  (text that fits in one line)
    """The text of a cell that fits in one line; it stays with its element and style when the table is split."""

    element: Element
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is set: the widths of its columns in points, which of them hold figures, and its two styles."""

    widths: tuple[float, ...]
    figures: tuple[bool, ...]
    style: TextStyle
    header: TextStyle
    language: Language

    def cell(self, runs: Sequence[Run], column: int, element: Element, *, heading: bool = False) -> Cell | Text:
        """A cell: plain where it fits in one line, which is several times quicker than set text."""
        style = self.header if heading else self.style
        text = "".join(run.text for run in runs)
        plain = all(run.language is None and not run.target and run.face is style.face for run in runs)
        if plain and measured(text, style.face) * style.size <= self.widths[column] - 2 * PADDING:
            cell = Cell(text)
            cell.element, cell.style = element, style
            return cell
        return Text(runs, style, element, self.language)

    def table(self, rows: Sequence[Sequence[Cell | Text]]) -> "TaggedTable":
        """The table of these rows, the first of which is its header."""
        font(self.style.face)
        made = TaggedTable(
            [list(row) for row in rows], list(self.widths), repeatRows=1, style=self._style(), hAlign="LEFT"
        )
        made.spaceAfter = self.style.size
        return made

    def _style(self) -> TableStyle:
        """Rules above and below, hairlines between; figures to the right."""
        black, pale = HexColor("#000000"), HexColor("#BFBFBF")
        commands = [
            ("FONT", (0, 0), (-1, -1), self.style.face.value, self.style.size, self.style.leading),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, black),
            ("LINEBELOW", (0, 0), (-1, 0), 0.5, black),
            ("LINEBELOW", (0, 1), (-1, -2), 0.25, pale),
            ("LINEBELOW", (0, -1), (-1, -1), 0.8, black),
        ]
        commands += [("ALIGN", (n, 0), (n, -1), "RIGHT") for n, figures in enumerate(self.figures) if figures]
        return TableStyle(commands)


class TaggedTable(Table):  # type: ignore[misc]
    """ReportLab's table, whose cells are marked as they are drawn."""

    def least(self) -> float:
        """The height of the header and two rows: so much may stand under a heading at the foot of a page."""
        return float(sum(self._rowHeights[:3]))

    def _drawCell(  # noqa: N802  (ReportLab's name)
        self,
        value: Cell | list[Text],
        style: object,
        corner: tuple[float, float],
        size: tuple[float, float],
    ) -> None:
        """Draw a cell; of a header that was drawn on an earlier page, as an artifact."""
        element = value.element if isinstance(value, Cell) else value[0].element
        if element.attributes == COLUMN_HEADER and _drawn_before(element, self.canv.page_index):
            with self.canv.artifact("Pagination"):
                self._draw_value(value, style, corner, size)
        else:
            self._draw_value(value, style, corner, size)

    def _draw_value(
        self, value: Cell | list[Text], style: object, corner: tuple[float, float], size: tuple[float, float]
    ) -> None:
        """Draw what a cell holds."""
        if not isinstance(value, Cell):
            super()._drawCell(value, style, corner, size)
            return
        if not value:
            return
        canvas: TaggedCanvas = self.canv
        own = value.style
        right = getattr(style, "alignment", "") == "RIGHT"
        x = corner[0] + (size[0] - PADDING - measured(value, own.face) * own.size if right else PADDING)
        if getattr(style, "valign", "") == "TOP":
            y = corner[1] + size[1] - 3 - own.leading * BASELINE
        else:
            y = corner[1] + 3 + own.leading * (1 - BASELINE)
        with canvas.tagged(value.element):
            canvas.write_line(x, y, pieces(value, own.face), Ink(own.size, own.colour))

    def _drawLines(self) -> None:  # noqa: N802  (ReportLab's name)
        """Draw the rules as an artifact."""
        with self.canv.artifact():
            super()._drawLines()

    def _drawBkgrnd(self) -> None:  # noqa: N802  (ReportLab's name)
        """There is no background."""


def _drawn_before(element: Element, page: int) -> bool:
    """Whether an element has content on a page before this one."""
    return any(isinstance(kid, Mark) and kid[0] < page for kid in element.kids)


def widths(shares: Sequence[float], total: float) -> tuple[float, ...]:
    """Shares of the width in points."""
    whole = sum(shares)
    return tuple(total * share / whole for share in shares)
