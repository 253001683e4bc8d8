"""The agenda: a tree of items with automatic numbers (the Declaration's *Network Meetings – Agenda*)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language


class ExpectedAction(StrEnum):
    """What a meeting is asked to do under an item."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    ELECTION = "election"


class Purpose(StrEnum):
    """The standing purpose of an item, where it has one; rule R37 looks for two of them."""

    OPENING = "opening"
    ADOPTION = "adoption"
    PREVIOUS_MINUTES = "previous_minutes"
    MEMBERSHIP = "membership"
    REVIEW = "review"
    KNOWLEDGE_HUB = "knowledge_hub"
    PARTNERSHIPS = "partnerships"
    FUTURE = "future"
    COMMITTEE = "committee"
    NEXT_MEETING = "next_meeting"
    OTHER_MATTERS = "other_matters"
    CLOSURE = "closure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item; *position* counts from 0 among the items of the same *parent*; *duration* is in minutes.

    *documents* are symbols of documents before the meeting, *objectives* those of the Network that it serves (R42).
    *origins* name what was known before and placed in it, so that nothing is placed twice.
    """

    key: Key
    meeting: Key
    position: int
    title: Trilingual
    parent: Key | None = None
    annotation: Trilingual = Trilingual()
    action: ExpectedAction = ExpectedAction.DISCUSSION
    purpose: Purpose = Purpose.OTHER
    presenter: Trilingual = Trilingual()
    duration: int | None = None
    supplementary: bool = False
    objectives: tuple[Objective, ...] = ()
    documents: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


ACTION_LABELS = {
    ExpectedAction.INFORMATION: N_("For information"),
    ExpectedAction.DISCUSSION: N_("For discussion"),
    ExpectedAction.DECISION: N_("For decision"),
    ExpectedAction.ELECTION: N_("Election"),
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item in its place: *path* holds its number at each level, counted from 1: (5, 1) is 5 (a)."""

    item: AgendaItem
    path: tuple[int, ...]

    @property
    def level(self) -> int:
        """0 for an item, 1 for a sub-item, 2 for what stands under that, and so on."""
        return len(self.path) - 1

    def label(self, language: Language) -> str:
        """What stands before the title: 1. (a) (i) | 1. a) i) | 1. a) i)."""
        return item_label(self.path, language)

    def reference(self, language: Language) -> str:
        """The item's full number for running text: 5 (a) (i) | 5 a) i) | 5 a) i). No line ends inside it."""
        return item_reference(self.path, language)


def item_label(path: tuple[int, ...], language: Language) -> str:
    """What stands before the title of the item at *path*: 1. (a) (i) a. i. (1) | 1. a) i) a. i. 1).

    The first three levels are the United Nations' in each language; below them its subparagraphs go on with a. and i.,
    then with figures; a level deeper still begins again with letters.
    """
    number, below = path[-1], len(path) - 2
    if below < 0:
        return f"{number}."
    figure, bracketed = _FIGURES[below % len(_FIGURES)]
    if not bracketed:
        return f"{figure(number)}."
    return f"({figure(number)})" if language is Language.EN else f"{figure(number)})"


def item_reference(path: tuple[int, ...], language: Language) -> str:
    """The full number, for running text, of the item at *path*: 5 (a) (i) | 5 a) i) | 5 a) i). No line ends in it."""
    steps = (item_label(path[:end], language) for end in range(2, len(path) + 1))
    return "\u00a0".join((str(path[0]), *steps))


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    turns, place = divmod(number - 1, 26)
    return (_letters(turns) if turns else "") + chr(ord("a") + place)


def roman(number: int) -> str:
    """A number in small Roman figures: 4 is iv."""
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for value, sign in signs:
        times, number = divmod(number, value)
        text += sign * times
    return text


_FIGURES = ((_letters, True), (roman, True), (_letters, False), (roman, False), (str, True))
"""The figures of the levels under an item, and whether they stand in brackets or before a full stop."""


def under(items: Iterable[AgendaItem], parent: Key | None) -> tuple[AgendaItem, ...]:
    """The items directly under a parent, in their order; ``None`` gives the first level."""
    return tuple(sorted((one for one in items if one.parent == parent), key=lambda one: one.position))


def numbered(items: Iterable[AgendaItem]) -> tuple[Numbered, ...]:
    """The whole agenda in reading order, each item with its number."""
    rows: dict[Key | None, list[AgendaItem]] = {}
    for item in items:
        rows.setdefault(item.parent, []).append(item)
    found = []
    waiting = _row(rows, None, ())
    while waiting:
        found.append(waiting.pop())
        waiting += _row(rows, found[-1].item.key, found[-1].path)
    return tuple(found)


def _row(rows: Mapping[Key | None, list[AgendaItem]], parent: Key | None, path: tuple[int, ...]) -> list[Numbered]:
    """The items under a parent with their numbers, the last first."""
    row = sorted(rows.get(parent, ()), key=lambda one: one.position)
    return [Numbered(item, (*path, number)) for number, item in enumerate(row, start=1)][::-1]


def missing_purposes(items: Iterable[AgendaItem]) -> tuple[Purpose, ...]:
    """*Network Meetings – Frequency*, R37: which of its two purposes an annual meeting's agenda lacks."""
    there = {one.purpose for one in items}
    return tuple(purpose for purpose in ANNUAL_PURPOSES if purpose not in there)


ANNUAL_PURPOSES = (Purpose.REVIEW, Purpose.FUTURE)
"""What an annual meeting is for (R37)."""

PURPOSE_LABELS = {
    Purpose.OPENING: N_("Opening"),
    Purpose.ADOPTION: N_("Adoption of the agenda"),
    Purpose.PREVIOUS_MINUTES: N_("Minutes of the previous meeting"),
    Purpose.MEMBERSHIP: N_("Members and observers"),
    Purpose.REVIEW: N_("Review of the Network’s activities"),
    Purpose.KNOWLEDGE_HUB: N_("Virtual knowledge hub"),
    Purpose.PARTNERSHIPS: N_("Partnerships"),
    Purpose.FUTURE: N_("Future directions"),
    Purpose.COMMITTEE: N_("Appointment of the Executive Committee"),
    Purpose.NEXT_MEETING: N_("Next meeting"),
    Purpose.OTHER_MATTERS: N_("Other matters"),
    Purpose.CLOSURE: N_("Closure"),
    Purpose.OTHER: N_("Another purpose"),
}
