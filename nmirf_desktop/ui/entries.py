"""One line of the window's navigation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_, Catalog
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


def listed(make: Callable[[str], Screen]) -> list[ScreenEntry]:
    """The list of a register's window: a screen is one line here, *made* by its name, and one factory on the desk."""

    def entry(name: str, title: str, icon: str, *, level: int = 0, foot: bool = False) -> ScreenEntry:
        return ScreenEntry(name, title, icon, partial(make, name), level, foot)

    return [
        entry("home", N_("Home"), "house"),
        entry("members", N_("Members"), "users"),
        replace(entry("people", N_("People"), "user", level=1), figure=False),
        replace(entry("imports", N_("Import"), "upload", level=1), figure=False),
        replace(entry("encouragement", N_("Non-members"), "sprout", level=1), figure=False),
        entry("committee", N_("Executive Committee"), "landmark"),
        replace(entry("candidatures", N_("Candidatures"), "megaphone", level=1), figure=False),
        entry("meetings", N_("Meetings"), "calendar-days"),
        replace(entry("participants", N_("Participants"), "users", level=1), figure=False),
        entry("agenda", N_("Agenda"), "list-ordered", level=1),
        replace(entry("texts", N_("Texts"), "languages", level=1), figure=False),
        entry("session", N_("Session"), "gavel", level=1),
        entry("minutes", N_("Minutes"), "pencil", level=1),
        replace(entry("decisions", N_("Decisions"), "book-open"), figure=False),
        replace(entry("follow-ups", N_("Follow-up"), "square-check", level=1), figure=False),
        replace(entry("activities", N_("Activities"), "globe"), figure=False),
        replace(entry("partners", N_("Partners"), "handshake", level=1), figure=False),
        replace(entry("good-practices", N_("Good practices"), "star", level=1), figure=False),
        replace(entry("knowledge-hub", N_("Knowledge hub"), "upload", level=1), figure=False),
        replace(entry("action-plan", N_("Action plan"), "flag", level=1), figure=False),
        replace(entry("annual-review", N_("Annual review"), "file-plus", level=1), figure=False),
        entry("documents", N_("Documents"), "files"),
        replace(entry("distribution", N_("Distribution"), "send", level=1), figure=False),
        entry("rules", N_("Rules"), "scale"),
        entry("settings", N_("Settings"), "settings", foot=True),
    ]


def figures(entries: Sequence[ScreenEntry]) -> Iterator[str]:
    """The key of each entry as delivered: the first nine with a figure have Ctrl and that figure."""
    number = 0
    for entry in entries:
        number += entry.figure
        yield f"Ctrl+{number}" if entry.figure and number <= 9 else ""
