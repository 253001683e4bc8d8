"""Where one can be in the window: a screen and, in it, one thing."""

from dataclasses import dataclass

TO_APPROVE = "approve"
"""What stands behind the key of a meeting, after a colon, where its minutes are to be approved."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen by its name in the window's list ("members") and the key of the thing shown there."""

    screen: str
    key: str = ""
