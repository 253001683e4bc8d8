"""Where one can be in the window: a screen and, in it, one thing."""

from dataclasses import dataclass

TO_APPROVE = "approve"
"""What stands behind the key of a meeting, after a colon, where its minutes are to be approved."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen by its name in the window's list ("members") and the key of the thing shown there.

    A *field* of the card in which the thing is put right ("result", or "result:fr" in a language) is opened there.
    """

    screen: str
    key: str = ""
    field: str = ""

    @property
    def seen(self) -> "Place":
        """The place as the history knows it: what was opened there is not opened again by going back."""
        return Place(self.screen, self.key)
