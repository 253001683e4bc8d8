"""What the box of Ctrl+K lists: things to go to or to do, and what finds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to go to or to do: its name, a word about it, an icon, keys where it has some, and the act."""

    title: str
    act: Callable[[], object]
    detail: str = ""
    icon: str = ""
    keys: str = ""


Search = Callable[[str], Sequence[Hit]]
"""What finds things for a typed text, in the reader's language, the best first."""
