"""Where one can be in the window: a screen and, in it, one thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A screen by its name in the window's list ("members") and the key of the thing shown there."""

    screen: str
    key: str = ""
