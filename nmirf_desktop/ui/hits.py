"""What the box of Ctrl+K lists: things to go to or to do under a heading for each kind, and what finds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to go to or to do: its name, a word about it, an icon, keys where it has some, and the act.

    *labels* are the marked constants of a command: by them it is found in the other languages too. *also* are words
    that find it in every language. *named* is what finds it in place of its title, which may name a person: who looks
    for that person does not look for the undo of what was done to her.
    """

    title: str
    act: Callable[[], object]
    detail: str = ""
    icon: str = ""
    keys: str = ""
    labels: tuple[str, ...] = ()
    also: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits of one kind, the best first: the name of the kind, and how many of it are shown where there are more.

    One that *leads* is named as what was typed begins: before it stand only commands whose words begin so, too.
    """

    title: str
    hits: tuple[Hit, ...]
    shown: str = ""
    leads: bool = False


Search = Callable[[str], Sequence[HitGroup]]
"""What finds things for a typed text, in the reader's language, by kinds."""
