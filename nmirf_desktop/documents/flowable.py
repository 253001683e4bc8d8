"""What stands on a page: texts, tables and pictures, what stays together, and where a new page begins."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf

from nmirf_desktop.documents.canvas import TaggedCanvas

FUZZ = 1e-6
"""Heights that differ by less are one, however they were reckoned."""


class Flowable:
    """What stands in a story, in points; by itself nothing, of no height.

    *before* and *after* are the spaces around it, of which only the greater counts between two. With *keep_with_next*
    it stays on the page on which the next begins; what is *signing* is a signature, and the end of what is *signed*
    stands on the page of who signs it.
    """

    before = 0.0
    after = 0.0
    keep_with_next = False
    signing = False
    signed = False
    width = 0.0
    height = 0.0

    def wrap(self, available: float) -> float:  # noqa: ARG002  (of those that have a width)
        """Its height in a width; it is drawn as it was wrapped last."""
        return self.height

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page; it must be wrapped."""
        return self.height

    def split(self, available: float, height: float) -> Sequence["Flowable"]:  # noqa: ARG002
        """The part that fits into a height, and the rest; nothing where it cannot be split there."""
        return []

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw it, from its lower left corner."""

    def put(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw it with its lower left corner at a place."""
        with canvas.moved(x, y):
            self.draw(canvas)


class Kept(Flowable):
    """Flowables that stand on one page where they fit on one."""

    def __init__(self, parts: Sequence[Flowable]) -> None:
        self.parts = parts

    def wrap(self, available: float) -> float:
        """More than any page has, since only its parts are drawn."""
        self._stacked = sum(part.before + part.wrap(available) + part.after for part in self.parts)
        return inf

    def least(self) -> float:
        """The height of all parts with their spaces."""
        return self._stacked

    def split(self, _available: float, _height: float) -> Sequence[Flowable]:
        """The parts."""
        return self.parts

    def reaches(self, available: float) -> float:
        """From the top of the first part to the foot of the last."""
        spaces = sum(max(above.after, below.before) for above, below in pairwise(self.parts))
        return sum(part.wrap(available) for part in self.parts) + spaces


class RoomFor(Flowable):
    """A new page begins here where there is no room for a height."""

    def __init__(self, height: float) -> None:
        self.asked = height


class Opening(Flowable):
    """A part of the document begins here, on a new page, of which *begin* is told."""

    height = inf

    def __init__(self, begin: Callable[[TaggedCanvas], None]) -> None:
        self.begin = begin
