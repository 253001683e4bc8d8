"""The agenda as a tree that is rearranged: items come, go and move with all that stands under them, at any depth.

Every function gives the whole agenda anew, with the positions of each row counted from 0. What is moved may be one item
or several: of several, those that stand under another chosen one go along with it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.agenda import AgendaItem, Purpose, numbered, under
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

Items = tuple[AgendaItem, ...]
ENDING = frozenset({Purpose.NEXT_MEETING, Purpose.OTHER_MATTERS, Purpose.CLOSURE})
"""With what every agenda ends: whatever is added stands before it."""
DEEPEST = 8
"""So many levels an agenda has at most."""
TOO_DEEP = N_("An agenda has {most} levels at most. Nothing was changed; put the item further out.")
INTO_ITSELF = N_("An item cannot become a part of itself.")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an agenda: under a *parent*, right *before* one of its items, or as the last there."""

    parent: Key | None = None
    before: Key | None = None


def add(items: Collection[AgendaItem], new: AgendaItem, after: Key | None = None) -> Items:
    """The agenda with a new item after another one of the same parent, or as the last under its own parent.

    Raises ``Problem`` where it would stand too deep.
    """
    before = next((one for one in items if one.key == after), None)
    placed = replace(new, parent=before.parent) if before else new
    check_level(_level(items, placed.parent))
    row = list(under(items, placed.parent))
    row.insert(row.index(before) + 1 if before else len(row), placed)
    return _with_row((*items, placed), row)


def remove(items: Collection[AgendaItem], keys: Collection[Key]) -> Items:
    """The agenda without items and all that stands under them. Raises ``KeyError`` for one that is not there."""
    left = tuple(items)
    for top in tops(items, keys):
        gone = branch(left, top.key)
        left = tuple(one for one in left if one.key not in gone)
        left = _with_row(left, under(left, top.parent))
    return left


def move(items: Collection[AgendaItem], keys: Collection[Key], by: int) -> Items:
    """The agenda with items moved up (negative) or down among their siblings; at the end they stay."""
    moved = {one.key for one in tops(items, keys)}
    left = tuple(items)
    for parent in dict.fromkeys(one.parent for one in items if one.key in moved):
        row = list(under(left, parent))
        for _step in range(min(abs(by), len(row))):
            _shift(row, moved, up=by < 0)
        left = _with_row(left, row)
    return left


def _shift(row: list[AgendaItem], moved: Collection[Key], *, up: bool) -> None:
    """Change the places of each moved item and the one before it, or behind it, that is not moved."""
    if not up:
        row.reverse()
    for place in range(1, len(row)):
        if row[place].key in moved and row[place - 1].key not in moved:
            row[place - 1 : place + 1] = row[place], row[place - 1]
    if not up:
        row.reverse()


def indent(items: Collection[AgendaItem], keys: Collection[Key]) -> Items:
    """The agenda with items as the last parts of the one before them; the first of a row stays where it is.

    Raises ``Problem`` where one would stand too deep.
    """
    chosen = tops(items, keys)
    moved = {one.key for one in chosen}
    left = tuple(items)
    for item in chosen:
        row = under(left, item.parent)
        before = [one for one in row[: [one.key for one in row].index(item.key)] if one.key not in moved]
        if before:
            left = place(left, [item.key], Spot(before[-1].key))
    return left


def outdent(items: Collection[AgendaItem], keys: Collection[Key]) -> Items:
    """The agenda with items right after the one that they stood under; those of the first level stay."""
    left = tuple(items)
    for item in reversed(tops(items, keys)):
        if item.parent is not None:
            left = place(left, [item.key], spot_after(left, item.parent))
    return left


def place(items: Collection[AgendaItem], keys: Collection[Key], spot: Spot) -> Items:
    """The agenda with items, in the order that they have, at a spot.

    Raises ``Problem`` where the spot lies in one of them or they would stand too deep, ``KeyError`` where there is no
    such spot.
    """
    chosen = tops(items, keys)
    inside = set().union(*(branch(items, one.key) for one in chosen)) if chosen else set()
    if spot.parent in inside:
        raise Problem(INTO_ITSELF)
    if spot.parent is not None:
        _find(items, spot.parent)
    _check_deeper(items, chosen, _level(items, spot.parent))
    moved = {one.key: replace(one, parent=spot.parent) for one in chosen}
    row = list(under(items, spot.parent))
    stop = len(row) if spot.before is None else [one.key for one in row].index(spot.before)
    head, tail = ([one for one in part if one.key not in moved] for part in (row[:stop], row[stop:]))
    left = tuple(moved.get(one.key, one) for one in items)
    for parent in dict.fromkeys(one.parent for one in chosen if one.parent != spot.parent):
        left = _with_row(left, under(left, parent))
    return _with_row(left, (*head, *moved.values(), *tail))


def spot_after(items: Collection[AgendaItem], key: Key) -> Spot:
    """The spot right after an item, among those of its parent."""
    item = _find(items, key)
    row = [one.key for one in under(items, item.parent)]
    following = row[row.index(key) + 1 :]
    return Spot(item.parent, following[0] if following else None)


def spot_below(items: Collection[AgendaItem], key: Key) -> Spot:
    """The spot that reads as the next line: before the first part of an item, or right after one without parts."""
    parts = under(items, key)
    return Spot(key, parts[0].key) if parts else spot_after(items, key)


def spot_before(items: Collection[AgendaItem], key: Key) -> Spot:
    """The spot right before an item, among those of its parent."""
    return Spot(_find(items, key).parent, key)


def spot_at_the_end(items: Collection[AgendaItem]) -> Spot:
    """The spot of what comes last: before the items with which every agenda ends, where there are any."""
    end = next((one for one in under(items, None) if one.purpose in ENDING), None)
    return Spot(None, end.key if end is not None else None)


def tops(items: Collection[AgendaItem], keys: Collection[Key]) -> tuple[AgendaItem, ...]:
    """The items of some keys in reading order, without those that stand under another one of them.

    Raises ``KeyError`` for a key that no item has.
    """
    for key in keys:
        _find(items, key)
    above: dict[Key, bool] = {}
    found = []
    for one in numbered(items):
        item = one.item
        covered = item.parent is not None and above[item.parent]
        if item.key in keys and not covered:
            found.append(item)
        above[item.key] = covered or item.key in keys
    return tuple(found)


def branch(items: Iterable[AgendaItem], key: Key) -> set[Key]:
    """An item and all that stands under it."""
    found = {key}
    for one in numbered(tuple(items)):
        if one.item.parent in found:
            found.add(one.item.key)
    return found


def check_level(level: int) -> None:
    """Raises ``Problem`` for a level, counted from 0, that is too deep for an item."""
    if level >= DEEPEST:
        raise Problem(TOO_DEEP, {"most": DEEPEST})


def _level(items: Iterable[AgendaItem], parent: Key | None) -> int:
    """The level of what stands under a parent."""
    return 0 if parent is None else next(one.level + 1 for one in numbered(items) if one.item.key == parent)


def _check_deeper(items: Collection[AgendaItem], moved: Iterable[AgendaItem], level: int) -> None:
    """Raises ``Problem`` where items with their parts would come to stand too deep; what is moved out never does."""
    levels = {one.item.key: one.level for one in numbered(items)}
    for one in moved:
        by = level - levels[one.key]
        if by > 0:
            check_level(by + max(levels[key] for key in branch(items, one.key)))


def _find(items: Iterable[AgendaItem], key: Key) -> AgendaItem:
    """The item of a key. Raises ``KeyError`` where there is none."""
    for one in items:
        if one.key == key:
            return one
    raise KeyError(key)


def _with_row(items: Collection[AgendaItem], row: Collection[AgendaItem]) -> Items:
    """The items with the positions of one row counted from 0 in its order."""
    placed = {one.key: replace(one, position=place) for place, one in enumerate(row)}
    return tuple(placed.get(one.key, one) for one in items)
