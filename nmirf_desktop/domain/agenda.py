"""The agenda: a tree of items with automatic numbers (the Declaration's *Network Meetings – Agenda*)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language

LEVELS = 3
"""An agenda has items, sub-items and a third level: 1. (a) (i)."""


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
        """0 for an item, 1 for a sub-item, 2 for the third level."""
        return len(self.path) - 1

    def label(self, language: Language) -> str:
        """What stands before the title: 1. (a) (i) | 1. a) i) | 1. a) i)."""
        return item_label(self.path, language)

    def reference(self, language: Language) -> str:
        """The item's full number for running text: 5 (a) (i) | 5 a) i) | 5 a) i). No line ends inside it."""
        return item_reference(self.path, language)


def item_label(path: tuple[int, ...], language: Language) -> str:
    """What stands before the title of the item at *path*: 1. (a) (i) | 1. a) i) | 1. a) i)."""
    number = path[-1]
    if len(path) == 1:
        return f"{number}."
    figure = _letters(number) if len(path) == 2 else roman(number)  # noqa: PLR2004  (the second level)
    return f"({figure})" if language is Language.EN else f"{figure})"


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


def under(items: Iterable[AgendaItem], parent: Key | None) -> tuple[AgendaItem, ...]:
    """The items directly under a parent, in their order; ``None`` gives the first level."""
    return tuple(sorted((one for one in items if one.parent == parent), key=lambda one: one.position))


def numbered(items: Collection[AgendaItem]) -> tuple[Numbered, ...]:
    """The whole agenda in reading order, each item with its number."""
    return tuple(_walk(items, None, ()))


def _walk(items: Collection[AgendaItem], parent: Key | None, path: tuple[int, ...]) -> Iterable[Numbered]:
    for number, item in enumerate(under(items, parent), start=1):
        yield Numbered(item, (*path, number))
        yield from _walk(items, item.key, (*path, number))


def add(items: Collection[AgendaItem], new: AgendaItem, after: Key | None = None) -> tuple[AgendaItem, ...]:
    """The agenda with a new item after another one of the same parent, or as the last under its own parent.

    Raises ``Problem`` where a fourth level would arise.
    """
    before = next((one for one in items if one.key == after), None)
    placed = replace(new, parent=before.parent) if before else new
    if _level(items, placed) >= LEVELS:
        raise Problem(N_("An agenda has three levels at most."), field_name="parent")
    row = list(under(items, placed.parent))
    row.insert(row.index(before) + 1 if before else len(row), placed)
    return _with_rows((*items, placed), row)


def remove(items: Collection[AgendaItem], key: Key) -> tuple[AgendaItem, ...]:
    """The agenda without an item and all that stands under it."""
    item = _find(items, key)
    gone = {key, *(one.item.key for one in _walk(items, key, ()))}
    left = tuple(one for one in items if one.key not in gone)
    return _with_rows(left, under(left, item.parent))


def move(items: Collection[AgendaItem], key: Key, by: int) -> tuple[AgendaItem, ...]:
    """The agenda with an item moved up (negative) or down among its siblings; at the end it stays."""
    item = _find(items, key)
    row = list(under(items, item.parent))
    place = row.index(item)
    row.insert(max(0, min(len(row) - 1, place + by)), row.pop(place))
    return _with_rows(items, row)


def indent(items: Collection[AgendaItem], key: Key) -> tuple[AgendaItem, ...]:
    """The agenda with an item as the last one under the item before it.

    Nothing changes for the first of a row, or where a fourth level would arise.
    """
    item = _find(items, key)
    row = under(items, item.parent)
    place = row.index(item)
    if place == 0 or _level(items, item) + _depth(items, key) >= LEVELS:
        return tuple(items)
    new_parent = row[place - 1].key
    moved = replace(item, parent=new_parent)
    rest = tuple(moved if one.key == key else one for one in items)
    rest = _with_rows(rest, (*under(items, new_parent), moved))
    return _with_rows(rest, [one for one in row if one.key != key])


def outdent(items: Collection[AgendaItem], key: Key) -> tuple[AgendaItem, ...]:
    """The agenda with an item right after the one that it stood under; nothing changes on the first level."""
    item = _find(items, key)
    if item.parent is None:
        return tuple(items)
    parent = _find(items, item.parent)
    moved = replace(item, parent=parent.parent)
    row = list(under(items, parent.parent))
    row.insert(row.index(parent) + 1, moved)
    rest = tuple(moved if one.key == key else one for one in items)
    rest = _with_rows(rest, row)
    return _with_rows(rest, [one for one in under(items, parent.key) if one.key != key])


def _find(items: Iterable[AgendaItem], key: Key) -> AgendaItem:
    """The item of a key. Raises ``KeyError`` where there is none."""
    for one in items:
        if one.key == key:
            return one
    raise KeyError(key)


def _level(items: Collection[AgendaItem], item: AgendaItem) -> int:
    return 0 if item.parent is None else 1 + _level(items, _find(items, item.parent))


def _depth(items: Collection[AgendaItem], key: Key) -> int:
    """How many levels an item and what stands under it take."""
    return 1 + max((_depth(items, one.key) for one in under(items, key)), default=0)


def _with_rows(items: Collection[AgendaItem], row: Collection[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items with the positions of one row counted from 0 in its order."""
    placed = {one.key: replace(one, position=place) for place, one in enumerate(row)}
    return tuple(placed.get(one.key, one) for one in items)


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
