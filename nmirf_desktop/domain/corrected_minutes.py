"""Minutes that members corrected in a word processor: what each asks for, told from what nobody may change there.

A file is compared with the minutes as they leave, read in the same way. What was recorded as a change counts as the
file says it; what was changed without that is found all the same, because the text differs from the one that left.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.said import OUTDATED, UNTRANSLATED
from nmirf_desktop.domain.word_lines import WordComment
from nmirf_desktop.domain.word_marks import ParagraphMark, numbered_apart, plain
from nmirf_desktop.domain.word_units import Pairs, Unit, paired
from nmirf_desktop.i18n import Language, catalog

MOST_MISSING = 0.5
"""Where more of the paragraphs than this are not in a file, it is an excerpt, and what it lacks was not taken out."""


class Asking(StrEnum):
    """What is asked for: other words, no words, a paragraph more, another place; or only something is remarked.

    What the program makes, such as numbers, headings, lists and votes, is nobody's own statement.
    """

    WORDS = "words"
    REMOVAL = "removal"
    ADDITION = "addition"
    MOVE = "move"
    REMARK = "remark"
    GENERATED = "generated"


class Flag(StrEnum):
    """What is to be known of a correction."""

    UNTRACKED = "untracked"
    NUMBER = "number"
    BY_NUMBER = "by_number"
    BY_TEXT = "by_text"
    OLDER = "older"
    ORIGINAL = "original"
    FOOTNOTE = "footnote"
    JOINED = "joined"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReadCorrection:
    """What a file asks for in one place: of a *paragraph*, or of the whole where there is none.

    *number* is that of the paragraph, or of the one after which the place is. *before* is the text as it left,
    *after* as it would read. *authors* are a hint only, *at* is when they changed it last.
    """

    place: int
    asking: Asking
    language: Language
    paragraph: Key | None = None
    number: int | None = None
    before: str = ""
    after: str = ""
    comments: tuple[WordComment, ...] = ()
    authors: tuple[str, ...] = ()
    at: datetime.datetime | None = None
    flags: frozenset[Flag] = frozenset()

    @property
    def key(self) -> str:
        """What tells it from the others of the file."""
        return str(self.place)

    @property
    def usual(self) -> bool:
        """Whether it is taken in unless somebody decides otherwise: what a member may ask, and was not just lost."""
        lost = self.asking is Asking.REMOVAL and Flag.UNTRACKED in self.flags
        return (self.asking is not Asking.GENERATED and not lost) or bool(self.comments)


@dataclass(frozen=True, slots=True)
class Departed:
    """What left: the units of the document as it is made now, *keys* of its paragraphs by their numbers.

    *earlier* are texts of paragraphs as they were, by key and digest, for files that left before.
    """

    language: Language
    units: tuple[Unit, ...]
    keys: Mapping[int, Key]
    earlier: Mapping[tuple[Key, str], str]
    same_version: bool = True


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file asks for, in its order; where most paragraphs are not *found* in it, it is only an *excerpt*.

    *alike* is how many of its parts read as they left, by which its language is told.
    """

    corrections: tuple[ReadCorrection, ...]
    found: int = 0
    alike: int = 0
    excerpt: bool = False


def compared(left: Departed, came: Sequence[Unit]) -> Compared:
    """What the units of a file that came back ask for."""
    pairs = paired(left.units, came, left.keys)
    reading = _Comparison(left, came, pairs)
    corrections = tuple(sorted(reading.every(), key=lambda one: one.place))
    alike = sum(plain(came[place].before) == plain(left.units[at].before) for place, at in pairs.back.items())
    return Compared(corrections, reading.paragraphs, alike, reading.excerpt)


class _Comparison:
    """One file beside what left."""

    def __init__(self, left: Departed, came: Sequence[Unit], pairs: Pairs) -> None:
        self._left, self._came, self._pairs = left, came, pairs
        paragraphs = [place for place, one in enumerate(left.units) if one.number is not None]
        self.paragraphs = sum(place in pairs.there for place in paragraphs)
        self.excerpt = self.paragraphs < len(paragraphs) * (1 - MOST_MISSING)

    def every(self) -> Iterator[ReadCorrection]:
        """All that is asked for."""
        moved = self._moved()
        for place, unit in enumerate(self._came):
            at = self._pairs.back.get(place)
            if at is None:
                yield from self._new(place, unit, moved)
            elif self._left.units[at].number is not None:
                yield from self._of_paragraph(place, self._left.units[at], unit, moved)
            elif self._left.units[at].kind:
                yield from self._generated(place, self._left.units[at], unit)
        if not self.excerpt:
            yield from self._lost()

    # ---- paragraphs ----

    def _of_paragraph(self, place: int, left: Unit, came: Unit, moved: Mapping[str, int]) -> Iterator[ReadCorrection]:
        flags = {Flag(how) for how in self._pairs.how.get(place, ())}
        mark = came.mark
        known = mark or left.mark
        language = known.language if known is not None else self._left.language
        text = self._text(left.before)
        said = numbered_apart(came.before)[1]
        asked_number, asked = numbered_apart(came.after)
        if asked_number != left.number and plain(asked):
            flags.add(Flag.NUMBER)
        said, asked = self._text(said, ours=False), self._text(asked, ours=False)
        base = text if mark is None or mark == left.mark else self._earlier(mark, said, flags)
        if plain(said) != plain(base):
            flags.add(Flag.UNTRACKED)
        if language is not self._left.language:
            flags.add(Flag.ORIGINAL)
        if came.footnotes:
            flags.add(Flag.FOOTNOTE)
        if came.joined:
            flags.add(Flag.JOINED)
        changed = plain(asked) not in (plain(base), plain(text))
        if not changed and not came.comments and not flags & {Flag.NUMBER, Flag.FOOTNOTE, Flag.JOINED}:
            return
        if plain(asked):
            asking = Asking.WORDS if changed else Asking.REMARK
            if not changed and not came.comments:
                asking = Asking.GENERATED
        else:
            asking = Asking.MOVE if plain(base) in moved else Asking.REMOVAL
        yield ReadCorrection(
            place, asking, language, self._left.keys.get(left.number or 0), left.number, base,
            asked if changed and plain(asked) else "", came.comments, came.authors, came.at, frozenset(flags),
        )  # fmt: skip

    def _earlier(self, mark: ParagraphMark, said: str, flags: set[Flag]) -> str:
        """The text as it left, which is not the one of now: what the register had then, else what the file says."""
        flags.add(Flag.OLDER)
        return self._left.earlier.get((mark.paragraph, mark.digest), said)

    def _text(self, text: str, *, ours: bool = True) -> str:
        """A text without its number, and without what says that it is not translated."""
        if ours:
            text = numbered_apart(text)[1]
        for mark in _marks():
            text = re.sub(rf"^\s*{re.escape(mark)}\s*", "", text)
        return "\n".join(line.strip() for line in text.split("\n")).strip()

    # ---- what is not a paragraph that left ----

    def _new(self, place: int, came: Unit, moved: Mapping[str, int]) -> Iterator[ReadCorrection]:
        """Something more: a paragraph after another one, one that came from elsewhere, or one that is unknown here."""
        text = numbered_apart(came.after)[1].strip()
        if came.mark is not None and came.mark.paragraph not in self._left.keys.values():
            if came.tracked or came.comments:
                yield self._more(place, came, Asking.REMARK, text, {Flag.UNKNOWN})
            return
        if came.kept_out:
            return
        if plain(text) and plain(text) not in moved:
            flags = {Flag.UNTRACKED} if plain(came.before) else set()
            yield self._more(place, came, Asking.ADDITION, text, flags)
        elif came.comments:
            yield self._more(place, came, Asking.REMARK, "", set())

    def _more(self, place: int, came: Unit, asking: Asking, text: str, flags: Iterable[Flag]) -> ReadCorrection:
        number = self._number_before(place)
        return ReadCorrection(
            place, asking, self._left.language, self._left.keys.get(number or 0), number, "", text, came.comments,
            came.authors, came.at, frozenset(flags),
        )  # fmt: skip

    def _number_before(self, place: int) -> int | None:
        """The number of the paragraph in, or after, which a place is."""
        for before in range(place - 1, -1, -1):
            at = self._pairs.back.get(before)
            if at is not None:
                unit = self._left.units[at]
                return unit.number if unit.number is not None else unit.owner
        return None

    def _generated(self, place: int, left: Unit, came: Unit) -> Iterator[ReadCorrection]:
        """What the program makes: a heading, a list, a vote."""
        changed = plain(came.after) != plain(left.before)
        tracked = plain(came.after) != plain(came.before)
        if not (changed and (tracked or self._left.same_version)) and not came.comments:
            return
        untracked = changed and plain(came.before) != plain(left.before)
        yield ReadCorrection(
            place, Asking.GENERATED if changed else Asking.REMARK, self._left.language,
            self._left.keys.get(left.owner or 0), left.owner, left.before.replace("\t", " "),
            came.after.replace("\t", " ") if changed else "", came.comments, came.authors, came.at,
            frozenset({Flag.UNTRACKED} if untracked else ()),
        )  # fmt: skip

    def _lost(self) -> Iterator[ReadCorrection]:
        """What left and is not there any more, though nobody recorded that it was taken out."""
        for at, unit in enumerate(self._left.units):
            if at in self._pairs.there or (not unit.kind and unit.number is None):
                continue
            if unit.number is None and (not self._left.same_version or not plain(unit.before)):
                continue
            number = unit.number if unit.number is not None else unit.owner
            asking = Asking.REMOVAL if unit.number is not None else Asking.GENERATED
            yield ReadCorrection(
                len(self._came) + at, asking, self._left.language, self._left.keys.get(number or 0), number,
                self._text(unit.before) if unit.number is not None else unit.before.replace("\t", " "),
                flags=frozenset({Flag.UNTRACKED}),
            )  # fmt: skip

    def _moved(self) -> dict[str, int]:
        """The texts of paragraphs that were taken out in one place and put in in another."""
        gone = {
            plain(numbered_apart(unit.before)[1]): place
            for place, unit in enumerate(self._came)
            if place in self._pairs.back and not plain(unit.after)
        }
        come = {
            plain(numbered_apart(unit.after)[1])
            for place, unit in enumerate(self._came)
            if place not in self._pairs.back and not plain(unit.before)
        }
        return {text: place for text, place in gone.items() if text and text in come}


def _marks() -> tuple[str, ...]:
    return tuple(catalog(language).gettext(mark) for language in Language for mark in (UNTRANSLATED, OUTDATED))
