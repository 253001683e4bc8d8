"""How the columns of a list share its width, and what a cell says where it has little of it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

FEW = 4
"""How many of the longest texts are measured: the one with most letters need not be the widest."""
Brief = Callable[[QModelIndex | QPersistentModelIndex], str]
"""A cell in few letters."""


@dataclass(frozen=True, slots=True)
class Want:
    """What a column asks for, in pixels: the width of its content, and the least that it can do with.

    A *spare* column is left out where there is no room for all, or where another one has less than its *ease*; one that
    may *stretch* takes what is left over, and is shortened last, as it says what a row is. Where it can be, any other
    one has its ease before those beside it are wider than their least.
    """

    natural: int
    least: int
    ease: int = 0
    spare: bool = False
    stretch: bool = False

    @property
    def eased(self) -> "Want":
        """The same where it has its ease, which what may stretch takes of what is left over."""
        return self if self.stretch else replace(self, least=min(self.natural, max(self.least, self.ease)))

    def at(self, level: int) -> int:
        """The width where none is wider than *level* while another is cut; what may stretch has half as much more."""
        return min(self.natural, max(self.least, level * 3 // 2 if self.stretch else level))


def share(wants: Sequence[Want], room: int) -> list[int]:
    """The width of each column in so many pixels of *room*; 0 leaves a spare one out, the last one first.

    The widest are shortened first, none below its least: only where all of these together do not fit is the sum
    greater than *room*.
    """
    kept = {number: want.eased for number, want in enumerate(wants)}
    widths = _levelled(kept, room)
    for number in reversed(range(len(wants))):
        tight = sum(widths.values()) > room or any(widths[one] < want.ease for one, want in kept.items())
        if wants[number].spare and tight:
            del kept[number]
            widths = _levelled(kept, room)
    if sum(widths.values()) > room:
        widths = _levelled({number: wants[number] for number in kept}, room)
    stretched = next((number for number, want in kept.items() if want.stretch), None)
    if stretched is not None:
        widths[stretched] += max(0, room - sum(widths.values()))
    return [widths.get(number, 0) for number in range(len(wants))]


def _levelled(wants: Mapping[int, Want], room: int) -> dict[int, int]:
    """The widths of these columns in so many pixels, the widest shortened first."""
    widest = max((want.natural for want in wants.values()), default=0)
    level = bisect_right(range(widest), room, key=lambda level: sum(want.at(level + 1) for want in wants.values()))
    return {number: want.at(level) for number, want in wants.items()}


def longest(texts: Iterable[str]) -> list[int]:
    """The rows of the few longest texts of a column, also of those that are not in sight: one of them is the widest."""
    return [row for row, _ in nlargest(FEW, enumerate(texts), key=lambda cell: len(cell[1]))]


class BriefWhereNarrow(QStyledItemDelegate):
    """Says all cells of a column in few letters where the words of one have no room: never some so, some so.

    *needed* is the width in pixels that the words of all of them need.
    """

    def __init__(self, brief: Brief, needed: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._brief = brief
        self._needed = needed

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Choose the words by the width of the column."""
        super().initStyleOption(option, index)
        if 0 < option.rect.width() < self._needed():
            option.text = self._brief(index)
