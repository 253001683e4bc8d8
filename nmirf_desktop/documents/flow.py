"""The flow: how pages are filled with what stands on them, one below the other.

A heading is never the last on its page, what must stay together does, and a signature stands below what is signed.
"""

from collections import deque
from collections.abc import Iterable, Sequence

from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.flowable import FUZZ, Flowable, Kept, Opening, RoomFor
from nmirf_desktop.documents.sheet import Sheet

LONGEST_KEPT = 0.85
"""What begins with a heading and takes more of the page than this is split all the same."""
LAST_LINES = 60.0
"""Points of a long text that stand above its signatures at least."""


class LayoutError(Exception):
    """Something is higher than a page and cannot be split."""


class Pages:
    """Fills the pages of a canvas between the margins of a sheet.

    *filled* is, of each, the part that is filled, less what was left free before it for the sake of a signature.
    """

    def __init__(self, canvas: TaggedCanvas, sheet: Sheet) -> None:
        self._canvas = canvas
        self._sheet = sheet
        self._story: deque[Flowable] = deque()
        self.filled: list[float] = []
        self._spared = 0.0
        self._turn()

    def fill(self, story: Iterable[Flowable]) -> None:
        """Put a story on pages. Raises :class:`LayoutError`."""
        self._story.extend(story)
        while self._story:
            one = self._story[0]
            if (one.keep_with_next and self._moved()) or (one.signed and self._parted()):
                continue
            self._set(self._story.popleft())
        if self._begun:
            self._end()

    # ---- the page ----

    def _turn(self) -> None:
        """Stand at the head of a page, of which nothing is drawn yet."""
        self._y = self._sheet.bottom + self._sheet.height
        self._after = 0.0
        self._at_top = True
        self._begun = False

    def _end(self) -> None:
        """End the page."""
        self.filled.append(1 - (self._left + self._spared) / self._sheet.height)
        self._spared = 0.0
        self._canvas.showPage()
        self._turn()

    @property
    def _left(self) -> float:
        """The height that is left on the page."""
        return self._y - self._sheet.bottom

    def _space(self, one: Flowable) -> float:
        """The space above a flowable, beside what the one before it asks for."""
        return 0.0 if self._at_top else max(one.before - self._after, 0.0)

    # ---- what stands on it ----

    def _set(self, one: Flowable) -> None:
        """Set the next flowable, or so much of it as fits; the rest is what comes next."""
        match one:
            case Opening():
                if self._begun:
                    self._end()
                self._begun = True
                one.begin(self._canvas)
            case RoomFor():
                if self._left <= 0:
                    self._end()
                short = self._left < one.asked
                self._put(one)
                if short:
                    self._end()
            case Kept():
                self._set_kept(one)
            case _:
                if not self._put(one):
                    self._split(one)

    def _set_kept(self, one: Kept) -> None:
        """Set the parts of what stays together, on a new page where this one has no room for all."""
        room = self._left - self._space(one.parts[0])
        if one.reaches(self._sheet.whole) <= room:
            self._story.extendleft(reversed(one.parts[1:]))
            self._set(one.parts[0])
            return
        if not self._at_top:
            self._turn_with(one)
        self._story.extendleft(reversed(one.parts))

    def _turn_with(self, one: Kept) -> None:
        """End the page for the sake of what stays together, which a signature may have brought to the next."""
        free = self._left if one.parts[-1].signing else 0.0
        self._end()
        self._spared = free

    def _put(self, one: Flowable) -> bool:
        """Draw a flowable if it fits on the page, and say whether it does."""
        space = self._space(one)
        if self._left - space <= 0:
            return False
        y = self._y - (one.wrap(self._sheet.whole) + space)
        if y < self._sheet.bottom - FUZZ:
            return False
        one.put(self._canvas, self._sheet.side, y)
        self._begun = True
        self._after = one.after
        y -= one.after
        self._at_top = self._at_top and y == self._y
        self._y = y
        return True

    def _split(self, one: Flowable) -> None:
        """Set what fits of a flowable that does not fit whole, and the rest on a new page, or all of it there."""
        room = self._left - self._space(one)
        parts = one.split(self._sheet.whole, room) if room > 0 else []
        if parts:
            if not self._put(parts[0]):
                raise LayoutError(parts[0])
            self._end()
            self._story.extendleft(reversed(parts[1:]))
            return
        if self._at_top:
            raise LayoutError(one)
        self._end()
        self._story.appendleft(one)

    # ---- what stays with the next ----

    def _moved(self) -> bool:
        """Begin a new page where a heading has no room for itself and the beginning of what it announces.

        Kept with all of what follows, it would leave half a page empty before a long list. Of a row of such texts that
        takes most of a page, only the first stays with the next. Signatures stay with what is signed all the same.
        """
        needed, kept = self._needed()
        signing = self._story[kept].signing
        if needed > self._sheet.height * LONGEST_KEPT and kept > 1 and not signing:
            for place in range(1, kept):
                self._story[place].keep_with_next = False
            needed, kept = self._needed()
        if needed <= self._left:
            return False
        if needed <= self._sheet.height * (1 if signing else LONGEST_KEPT) and not self._at_top:
            self._end()
            return True
        return signing and self._signed()

    def _needed(self) -> tuple[float, int]:
        """The height of what stays with its next, with the beginning of that; and how many those are."""
        needed = 0.0
        for place, one in enumerate(self._story):
            height = one.wrap(self._sheet.whole)
            if not one.keep_with_next:
                return needed + one.before + one.least(), place
            needed += one.before + height + one.after
        return needed, len(self._story) - 1

    def _parted(self) -> bool:
        """Take the last rows of a table over to its signatures where they have no room below it; say whether it did."""
        table, signing = self._story[0], self._story[1]
        if not isinstance(signing, Kept):
            return False
        height = table.wrap(self._sheet.whole)
        between = max(table.after, signing.parts[0].before)
        needed = self._space(table) + height + between + signing.reaches(self._sheet.whole) - FUZZ
        parts = table.split(self._sheet.whole, height - FUZZ) if height <= self._left < needed else []
        if len(parts) < 2:
            return False
        self._take_over(parts)
        return True

    def _take_over(self, parts: Sequence[Flowable]) -> None:
        """Set the first part of what comes next, end the page, and leave its other parts for the next one."""
        self._story.popleft()
        self._set(parts[0])
        self._end()
        self._story.extendleft(reversed(parts[1:]))

    def _signed(self) -> bool:
        """Take the last lines of a text that is longer than a page over to its signatures, and say whether it could."""
        first = self._story[0]
        height = first.wrap(self._sheet.whole)
        parts = first.split(self._sheet.whole, height - LAST_LINES)
        if len(parts) < 2 or height > self._left:
            return False
        self._take_over(parts)
        return True
