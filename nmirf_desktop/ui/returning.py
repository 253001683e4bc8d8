"""The row that was chosen before another took its place: chosen again when its thing is back, such as by an undo."""

from collections import deque
from collections.abc import Callable, Hashable

REMEMBERED = 20
"""How many rows that were chosen before are remembered."""


class Returning:
    """Keys of rows that were chosen, the last one last. A row that is *shown* is one of the list as it is now.

    Whoever chooses by hand begins anew: :meth:`forget`.
    """

    def __init__(self, shown: Callable[[Hashable], bool]) -> None:
        self._shown = shown
        self._left: deque[Hashable] = deque(maxlen=REMEMBERED)
        self._gone: set[Hashable] = set()

    def forget(self) -> None:
        """The reader chose a row: what was chosen before does not come back by itself."""
        self._left.clear()
        self._gone.clear()

    def give_way(self, key: Hashable, to: Hashable) -> None:
        """Another row is chosen for the reader, such as that of what was recorded."""
        if key != to and not self._gone:
            self._left.append(key)
        self._gone.clear()

    def back(self, key: Hashable) -> Hashable | None:
        """The row to be chosen after other ones are shown, where that of *key* was chosen; ``None``: it stays so."""
        gone = not self._shown(key)
        wanted = [one for one in reversed(self._left) if self._shown(one) and (gone or one in self._gone)]
        if wanted:  # before another one is remembered, which may take the place of this one
            self._left.remove(wanted[0])
            self._gone.discard(wanted[0])
        if gone:
            self._left.append(key)
            self._gone.add(key)
        return wanted[0] if wanted else None
