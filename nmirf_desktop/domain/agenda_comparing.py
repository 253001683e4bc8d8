"""Two states of an agenda compared: what came, went and moved, and which words of its texts differ in each language."""

import difflib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from nmirf_desktop.domain.agenda import AgendaItem, Numbered, numbered
from nmirf_desktop.domain.aligned import paragraph_pairs
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language


class Difference(StrEnum):
    """What became of an item from one state of an agenda to another."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    CHANGED = "changed"


class PieceState(StrEnum):
    """Whether words of a text are in both states, only in the one before, or only in the one after."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and in which of the two states they stand."""

    text: str
    standing: PieceState


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text of an item that reads otherwise in a *language*; *field* is its name in the item."""

    field: str
    language: Language
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that differs: as it was *before* and *after*, where it is there; *facts* are other fields that differ."""

    difference: Difference
    before: Numbered | None
    after: Numbered | None
    texts: tuple[TextChange, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def shown(self) -> Numbered:
        """The item as it is after, or as it was where it is gone."""
        one = self.after or self.before
        if one is None:
            raise ValueError(self)
        return one


TEXTS = {"title": N_("Title"), "annotation": N_("Annotation"), "presenter": N_("Presenter")}
"""The texts of an item that are compared, with their names."""
FACTS = {
    "action": N_("Expected action"),
    "purpose": N_("Purpose"),
    "duration": N_("Duration"),
    "supplementary": N_("Supplementary"),
    "objectives": N_("Objectives"),
    "documents": N_("Documents"),
}
"""The other fields that are compared, with their names."""
DIFFERENCE_LABELS = {
    Difference.ADDED: N_("Added"),
    Difference.REMOVED: N_("Removed"),
    Difference.MOVED: N_("Moved"),
    Difference.RENUMBERED: N_("Renumbered"),
    Difference.CHANGED: N_("Changed"),
}
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


def compared(before: Collection[AgendaItem], after: Collection[AgendaItem]) -> tuple[ItemChange, ...]:
    """What differs between two states of an agenda, in the order of the one after; what is gone stands last.

    An item *moved* where it stands under another one, or before or behind others than it did; where only its number
    is another one, because of what came or went before it, it is *renumbered*.
    """
    was, now = ({one.item.key: one for one in numbered(items)} for items in (before, after))
    still = _unmoved([key for key in was if key in now], [key for key in now if key in was])
    changes = [_changed(was.get(key), one, stayed=key in still) for key, one in now.items()]
    gone = [ItemChange(Difference.REMOVED, one, None) for key, one in was.items() if key not in now]
    return (*(one for one in changes if one is not None), *gone)


def _unmoved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The keys that stand in the same order in both."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return {key for block in matcher.get_matching_blocks() for key in before[block.a : block.a + block.size]}


def _changed(before: Numbered | None, after: Numbered, *, stayed: bool) -> ItemChange | None:
    if before is None:
        return ItemChange(Difference.ADDED, None, after)
    old, new = before.item, after.item
    texts = tuple(change for name in TEXTS for change in text_changes(name, getattr(old, name), getattr(new, name)))
    facts = tuple(name for name in FACTS if getattr(old, name) != getattr(new, name))
    if old.parent != new.parent or not stayed:
        return ItemChange(Difference.MOVED, before, after, texts, facts)
    if texts or facts:
        return ItemChange(Difference.CHANGED, before, after, texts, facts)
    return ItemChange(Difference.RENUMBERED, before, after) if before.path != after.path else None


def text_changes(name: str, before: Trilingual, after: Trilingual) -> Iterator[TextChange]:
    """The languages in which a text reads otherwise, with the words that differ."""
    for language in Language:
        if before[language] != after[language]:
            yield TextChange(name, language, word_differences(before[language], after[language]))


def word_differences(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts as one: the words of both, those that went and those that came, a phrase at a time.

    A few words that stayed between others that did not are told with them: a phrase is read as one, struck out and
    written anew, and not word by word. Words are compared within their paragraph: what went with one stands there.
    """
    pieces = [piece for was, now in paragraph_pairs(before, after) for piece in _words_of(was, now)]
    return tuple(
        Piece("".join(one.text for one in group), standing)
        for standing, group in groupby(pieces, key=lambda one: one.standing)
    )


def _words_of(before: str, after: str) -> Iterator[Piece]:
    for run in _phrases(_WORDS.findall(before), _WORDS.findall(after)):
        if run.kept:
            yield Piece(run.before, PieceState.KEPT)
            continue
        yield from [Piece(run.before, PieceState.GONE)] * bool(run.before)
        yield from [Piece(run.after, PieceState.NEW)] * bool(run.after)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of words in two texts, *kept* where it is the same in both."""

    before: str
    after: str
    kept: bool

    @property
    def size(self) -> int:
        """How many letters it takes, of the text in which it takes more."""
        return max(len(self.before), len(self.after))

    def with_next(self, *others: "_Run") -> "_Run":
        """This one and those that follow it as one that changed."""
        runs = (self, *others)
        return _Run("".join(one.before for one in runs), "".join(one.after for one in runs), kept=False)


def _phrases(was: Sequence[str], now: Sequence[str]) -> list[_Run]:
    """The runs of two texts, where what is kept between two changes is longer than the shorter of them."""
    runs: list[_Run] = []
    for act, first, end, start, stop in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        runs.append(_Run("".join(was[first:end]), "".join(now[start:stop]), kept=act == "equal"))
        while not runs[-1].kept and len(runs[:-2]) and _short(*runs[-3:]):
            runs[-3:] = [runs[-3].with_next(*runs[-2:])]
    return runs


def _short(before: _Run, kept: _Run, after: _Run) -> bool:
    """Whether what is kept between two changes has no word, or is no longer than either of them."""
    return not any(map(str.isalnum, kept.before)) or kept.size <= min(before.size, after.size)
