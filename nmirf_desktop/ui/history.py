"""Where one has been in the window, as in a browser."""

from nmirf_desktop.ui.places import Place

LONGEST = 100


class History:
    """The places visited, and the one where one is."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1
        self._opened: Place | None = None

    def visit(self, place: Place, *, opened: bool = False) -> None:
        """Go somewhere new: what lay ahead is forgotten. It may have been *opened* from the place before."""
        if self._places and self._places[self._at] == place:
            return
        self._opened = place if opened else None
        self._places = [*self._places[: self._at + 1], place][-LONGEST:]
        self._at = len(self._places) - 1

    def amend(self, place: Place) -> None:
        """Say more exactly where one is, in the same screen."""
        if self._at >= 0:
            self._places[self._at] = place

    def back(self) -> Place | None:
        """The place before, or ``None``."""
        return self._step(-1)

    def forward(self) -> Place | None:
        """The place after, or ``None``."""
        return self._step(1)

    @property
    def opened(self) -> bool:
        """Whether the screen where one is was opened from the one before, by a link or a row of it."""
        return self._opened is not None and self.can_go_back and self._places[self._at].screen == self._opened.screen

    def _step(self, by: int) -> Place | None:
        if not 0 <= self._at + by < len(self._places):
            return None
        self._at += by
        self._opened = None
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._at < len(self._places) - 1
