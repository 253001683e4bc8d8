"""One line of the window's navigation."""

from collections.abc import Callable
from dataclasses import dataclass

from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """A screen in the navigation; it is made by *factory* at the first visit.

    *title* is a marked constant; *level* 1 stands indented under the level 0 above; *foot* puts it at the bottom. One
    with a *figure* is reached by Ctrl and its number among those.
    """

    name: str
    title: str
    icon: str
    factory: Callable[[], Screen]
    level: int = 0
    foot: bool = False
    figure: bool = True


@dataclass(frozen=True, slots=True)
class Badge:
    """What is late or missing behind an entry: how many, how grave, and what in words."""

    count: int
    tone: Tone
    what: Sayable

    def shown(self) -> str:
        """The badge as shape and number."""
        return f"{'▲' if self.tone is Tone.ATTENTION else '■' if self.tone is Tone.BAD else '•'}\u2009{self.count}"

    def said_in(self, words: Catalog) -> str:
        """What the badge counts, in words."""
        return self.what.said_in(words)
