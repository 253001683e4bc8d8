"""What became of each paragraph of minutes: revisions, told from steps that the journal holds, and versions compared.

Nothing is stored: the journal has every text that was ever saved, with its moment and the act that wrote it.
"""

import datetime
import difflib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.agenda_comparing import Difference, TextChange, text_changes
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language

PAUSE = datetime.timedelta(minutes=5)
"""A rest of the keys that ends a spell of typing."""
WRITING = N_("write in the minutes")
"""The act of what is saved while one types."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one entry of the journal, *sequence*, did to a paragraph: it stood as *before*, and stands as *after*.

    ``None`` is a paragraph that is not there. *act* is the entry's verb; *back* says that it took another entry back.
    """

    sequence: int
    at: datetime.datetime
    act: str
    author: str
    paragraph: Key
    before: MinutesParagraph | None
    after: MinutesParagraph | None
    back: bool = False

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which the paragraph reads otherwise than before."""
        was, now = words_of(self.before), words_of(self.after)
        return tuple(one for one in Language if was[one] != now[one])


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of a paragraph's words: one step, or a spell of typing of several saves, from the *first* to the *last*.

    Successive saves of what one person types in one paragraph are a spell as long as none is more than :data:`PAUSE`
    behind the one before it, and nothing else is done to the paragraph between them, nor do the minutes go out or are
    approved: what members have, and what was written since, are two.
    """

    first: Step
    last: Step
    saves: int = 1

    @property
    def paragraph(self) -> Key:
        """The key of the paragraph."""
        return self.last.paragraph

    @property
    def before(self) -> Trilingual:
        """The text before the first of its steps; empty where there was none."""
        return words_of(self.first.before)

    @property
    def after(self) -> Trilingual:
        """The text after the last of its steps; empty where it was removed."""
        return words_of(self.last.after)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which it changed the text."""
        return tuple(one for one in Language if self.before[one] != self.after[one])

    @property
    def removed(self) -> bool:
        """Whether the paragraph was gone with it."""
        return not self.after


def words_of(paragraph: MinutesParagraph | None) -> Trilingual:
    """The text of a paragraph that may not be there."""
    return paragraph.text if paragraph is not None else Trilingual()


def revisions(steps: Iterable[Step], turns: Iterable[int] = ()) -> tuple[Revision, ...]:
    """The revisions of one paragraph or of several, the latest first; a step that changed no word is none.

    *turns* are the entries of the journal with which the minutes went out or were approved.
    """
    ends = sorted(turns)
    by_paragraph: dict[Key, list[Step]] = {}
    for step in sorted(steps, key=lambda one: one.sequence):
        by_paragraph.setdefault(step.paragraph, []).append(step)
    found = (one for own in by_paragraph.values() for one in _spells(own, ends))
    return tuple(sorted(found, key=lambda one: (one.last.sequence, one.paragraph), reverse=True))


def _spells(steps: Sequence[Step], turns: Sequence[int]) -> Iterator[Revision]:
    """The revisions of one paragraph in the order of time; a spell that left the words as they were is none."""
    spell: Revision | None = None
    for step in steps:
        if not step.languages:
            continue
        if spell is not None and _goes_on(spell.last, step, turns):
            spell = replace(spell, last=step, saves=spell.saves + 1)
            continue
        if spell is not None and spell.languages:
            yield spell
        spell = Revision(step, step)
    if spell is not None and spell.languages:
        yield spell


def _goes_on(before: Step, after: Step, turns: Sequence[int]) -> bool:
    """Whether two successive steps are of one spell of typing, with none of the *turns* between them."""
    if bisect_left(turns, before.sequence) != bisect_left(turns, after.sequence):
        return False
    typed = before.act == after.act == WRITING and not before.back and not after.back
    return typed and before.author == after.author and after.at - before.at <= PAUSE


# -- versions of the whole ---------------------------------------------------------------------------------------------


class VersionKind(StrEnum):
    """What a version of minutes is named for."""

    CIRCULATED = "circulated"
    REVISED = "revised"
    APPROVED = "approved"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Version:
    """The minutes as they stood after an entry of the journal: as they were circulated, revised, approved, or are now.

    *number* counts revised versions from 1.
    """

    kind: VersionKind
    sequence: int
    at: datetime.datetime
    number: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph that differs between two versions, with its number in each; *texts* are the words that differ."""

    difference: Difference
    paragraph: MinutesParagraph
    texts: tuple[TextChange, ...]
    number_before: int = 0
    number_after: int = 0


def compared(before: Iterable[MinutesParagraph], after: Iterable[MinutesParagraph]) -> tuple[ParagraphChange, ...]:
    """What differs between two versions, in the order of the later one; what is gone stands where it stood.

    A paragraph *moved* where it stands before or behind others than it did; another number alone is no difference.
    """
    was, now = _numbered(before), _numbered(after)
    both = [key for key in now if key in was]
    matcher = difflib.SequenceMatcher(None, [key for key in was if key in now], both, autojunk=False)
    stayed = {both[place] for block in matcher.get_matching_blocks() for place in range(block.b, block.b + block.size)}
    changes = [
        (one[0], change)
        for key, one in now.items()
        if (change := _changed(was.get(key), one, moved=key in was and key not in stayed)) is not None
    ]
    gone = [(number, _gone(number, one)) for key, (number, one) in was.items() if key not in now]
    return tuple(change for _, change in sorted([*changes, *gone], key=lambda one: one[0]))


_Numbered = tuple[int, MinutesParagraph]


def _numbered(paragraphs: Iterable[MinutesParagraph]) -> dict[Key, _Numbered]:
    """The paragraphs that have words, by their keys, with the number that is printed."""
    shown = sorted((one for one in paragraphs if one.text), key=lambda one: one.position)
    return {one.key: (number, one) for number, one in enumerate(shown, 1)}


def _changed(before: _Numbered | None, after: _Numbered, *, moved: bool) -> ParagraphChange | None:
    number, now = after
    if before is None:
        texts = tuple(text_changes("text", Trilingual(), now.text))
        return ParagraphChange(Difference.ADDED, now, texts, 0, number)
    texts = tuple(text_changes("text", before[1].text, now.text))
    if not texts and not moved:
        return None
    return ParagraphChange(Difference.MOVED if moved else Difference.CHANGED, now, texts, before[0], number)


def _gone(number: int, paragraph: MinutesParagraph) -> ParagraphChange:
    return ParagraphChange(
        Difference.REMOVED, paragraph, tuple(text_changes("text", paragraph.text, Trilingual())), number, 0
    )
