"""Lines to sign on: at the end of what is signed, beside each other where there is room, never on a page alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from nmirf_desktop.documents.breaking import TextStyle
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.page import GREY, Rule
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.domain.blocks import Signature, Signatures
from nmirf_desktop.domain.said import Said

GAP = 28.0
"""Points between two who sign."""
NARROW = 0.85
"""The part of a narrow column that a line takes."""
ROOM, LESS = 4.0, 3.0
"""So many times the size of the body is left free above a line to sign on, and above one for place and date."""
HIGHEST = 0.5
"""Signatures of which a pair takes more of the page than this stand below each other."""


def set_signatures(page: Compositor, block: Signatures) -> None:
    """Set the lines, kept together with what stands below them and with the last lines of what is signed."""
    if not block.signatures:
        return
    page.stay_with_next()
    if page.look.narrow:
        for one in block.signatures:
            page.stay_with_next()
            page.row()
            page.together(_lines(page, one, page.width * NARROW))
        return
    column = (page.width - GAP) / 2
    page.together(list(_beside([_lines(page, one, column) for one in block.signatures], column, page)))


def _lines(page: Compositor, one: Signature, width: float) -> list[Flowable]:
    """What one signs: a line with the function and the State below it, and a line for place and date."""
    look = page.look
    plain = replace(look.plain, after=0, zone=0, right=page.width - width)
    quiet = replace(plain, size=look.small.size, leading=look.small.leading, colour=GREY)

    def texts(style: TextStyle, *texts: Said) -> Iterator[Flowable]:
        for said in filter(None, texts):
            yield Text(page.runs(said), style, page.root.child("P"), page.language)

    signed = [Rule(0.5, width, before=look.size * ROOM, after=4), *texts(plain, one.function, one.state)]
    if not one.place_and_date:
        return signed
    return [*signed, Rule(0.5, width, before=look.size * LESS, after=4), *texts(quiet, one.place_and_date)]


def _beside(each: Sequence[list[Flowable]], column: float, page: Compositor) -> Iterator[Flowable]:
    """Two by two; below each other where they are very long."""
    for start in range(0, len(each), 2):
        pair = Beside(each[start : start + 2], column + GAP)
        if pair.wrap(page.width, page.height)[1] <= page.height * HIGHEST:
            yield pair
        else:
            yield from (one for lines in pair.columns for one in lines)


class Beside(Flowable):  # type: ignore[misc]
    """Flowables in columns beside each other, read column by column; *step* is from the edge of one to the next."""

    def __init__(self, columns: Sequence[Sequence[Flowable]], step: float) -> None:
        super().__init__()
        self.columns = columns
        self._step = step
        self.spaceBefore = max(column[0].getSpaceBefore() for column in columns)

    def _placed(self, column: Sequence[Flowable]) -> Iterator[tuple[Flowable, float]]:
        """Each flowable of a column with its lower edge, from the top of the column."""
        y = after = 0.0
        for place, one in enumerate(column):
            _width, height = one.wrap(self.width, 0)
            y += height + (max(after, one.getSpaceBefore()) if place else 0)
            after = one.getSpaceAfter()
            yield one, y

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """As wide as the frame; as high as the highest column."""
        self.width = available
        self.height = max(y for column in self.columns for _one, y in self._placed(column))
        return available, self.height

    def draw(self) -> None:
        """Draw column by column."""
        for place, column in enumerate(self.columns):
            for one, y in self._placed(column):
                one.drawOn(self.canv, place * self._step, self.height - y)
