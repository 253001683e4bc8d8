"""Minutes that members corrected in a word processor: what each asks for, told from what nobody may change there.

A file is compared with the minutes as they leave, read in the same way. What was recorded as a change counts as the
file says it; what was changed without that is found all the same, because the text differs from the one that left.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.said import OUTDATED
from nmirf_desktop.domain.text import UNTRANSLATED
from nmirf_desktop.domain.word_lines import WordComment
from nmirf_desktop.domain.word_marks import numbered_apart, plain
from nmirf_desktop.domain.word_units import Pairs, Unit, paired, strays
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
    PLACE = "place"
    UNKNOWN = "unknown"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True)
class ReadCorrection:
    """What a file asks for in one place: of a *paragraph*, or of the whole where there is none.

    *number* is that of the paragraph, or of the one after which the place is. *before* is the text as it left,
    *after* as it would read. *authors* are a hint only, *at* is when they changed it last; *about* is the digest of the
    text as it left, where a bookmark says it.
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
    about: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others of the file."""
        return str(self.place)

    @property
    def usual(self) -> bool:
        """Whether it is taken in unless somebody decides otherwise: what a member may ask, and was not just lost.

        Words that cannot be accepted are not, whatever is remarked beside them.
        """
        lost = self.asking is Asking.REMOVAL and Flag.UNTRACKED in self.flags
        asked = (self.asking is not Asking.GENERATED and not lost) or bool(self.comments)
        return asked and Flag.NOT_TOLD not in self.flags


@dataclass(frozen=True, slots=True)
class Departed:
    """What left: the units of the document as it is made now, *keys* of its paragraphs by their numbers.

    *earlier* are texts of paragraphs as they were, by key and digest, for files that left before; *own* are the lines
    in which the program says how minutes are corrected, as they are compared, whenever and in whichever language.
    """

    language: Language
    units: tuple[Unit, ...]
    keys: Mapping[int, Key]
    earlier: Mapping[tuple[Key, str], str]
    same_version: bool = True
    own: frozenset[str] = frozenset()


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
    corrections = tuple(_together(sorted(reading.every(), key=lambda one: one.place)))
    alike = sum(plain(came[place].before) == plain(left.units[at].before) for place, at in pairs.back.items())
    return Compared(corrections, reading.paragraphs, alike, reading.excerpt)


def _together(corrections: Iterable[ReadCorrection]) -> Iterator[ReadCorrection]:
    """Corrections in which what was changed in lines below each other of one list or table is one."""
    last: ReadCorrection | None = None
    end = 0
    for one in corrections:
        if last is not None and _goes_on(last, one) and one.place == end + 1:
            last = replace(last, before=f"{last.before}\n{one.before}", after=f"{last.after}\n{one.after}".strip("\n"))
        else:
            if last is not None:
                yield last
            last = one
        end = one.place
    if last is not None:
        yield last


def _goes_on(last: ReadCorrection, one: ReadCorrection) -> bool:
    plainly = frozenset({Flag.UNTRACKED})
    return (
        last.asking is one.asking is Asking.GENERATED
        and last.number == one.number
        and last.flags == one.flags <= plainly
        and not (last.comments or one.comments)
    )


class _Comparison:
    """One file beside what left."""

    def __init__(self, left: Departed, came: Sequence[Unit], pairs: Pairs) -> None:
        self._left, self._came, self._pairs = left, came, pairs
        self._numbers = tuple(self._numbers_before())
        paragraphs = [place for place, one in enumerate(left.units) if one.number is not None]
        self.paragraphs = sum(place in pairs.there for place in paragraphs)
        self.excerpt = self.paragraphs < len(paragraphs) * (1 - MOST_MISSING)
        self._rewritten: set[int] = set()

    def every(self) -> Iterator[ReadCorrection]:
        """All that is asked for."""
        moved, stray = self._moved(), strays(self._pairs, self._left.units)
        for place, unit in enumerate(self._came):
            at = self._pairs.back.get(place)
            if plain(unit.before) in self._left.own:
                yield from self._of_own(place, unit)
            elif at is None and (written := self._over(place, unit)) is not None:
                self._rewritten.add(written)
                yield from self._generated(place, self._left.units[written], unit)
            elif at is None:
                yield from self._new(place, unit, moved)
            elif self._left.units[at].number is not None:
                yield from self._of_paragraph(place, self._left.units[at], unit, moved, stray)
            elif self._left.units[at].kind:
                yield from self._generated(place, self._left.units[at], unit)
        if not self.excerpt:
            yield from self._lost()

    # ---- paragraphs ----

    def _of_paragraph(
        self, place: int, left: Unit, came: Unit, moved: Mapping[str, int], stray: Collection[int]
    ) -> Iterator[ReadCorrection]:
        now, said, asked = (_text(numbered_apart(one)[1]) for one in (left.before, came.before, came.after))
        mark = came.mark or left.mark
        language = mark.language if mark is not None else self._left.language
        flags = {Flag(how) for how in self._pairs.how.get(place, ())}
        base = now
        if came.mark is not None and came.mark != left.mark:  # the register had another text then, else the file says
            flags.add(Flag.OLDER)
            base = self._left.earlier.get((came.mark.paragraph, came.mark.digest), said)
        found = {
            Flag.NUMBER: numbered_apart(came.after)[0] != left.number and bool(plain(asked)),
            Flag.UNTRACKED: plain(said) != plain(base),
            Flag.ORIGINAL: language is not self._left.language,
            Flag.FOOTNOTE: came.footnotes > 0,
            Flag.JOINED: came.joined,
            Flag.PLACE: place in stray,
        }
        flags.update(flag for flag, there in found.items() if there)
        changed = plain(asked) not in (plain(base), plain(now))
        if not changed and not came.comments and not flags & _TELLING:
            return
        if not plain(asked):
            asking = Asking.MOVE if plain(base) in moved else Asking.REMOVAL
        else:
            asking = Asking.WORDS if changed else _unchanged(came, stray=place in stray)
        yield ReadCorrection(
            place, asking, language, self._left.keys.get(left.number or 0), left.number, base,
            asked if asking is Asking.WORDS else "", came.comments, came.authors, came.at, frozenset(flags),
            "" if came.mark is None else came.mark.digest,
        )  # fmt: skip

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

    def _of_own(self, place: int, came: Unit) -> Iterator[ReadCorrection]:
        """What the program says of corrections is nobody's request; what was written in it, or beside it, is shown."""
        if came.tracked:
            yield replace(self._more(place, came, Asking.GENERATED, came.after, ()), before=came.before)
        elif came.comments:
            yield self._more(place, came, Asking.REMARK, "", ())

    def _more(self, place: int, came: Unit, asking: Asking, text: str, flags: Iterable[Flag]) -> ReadCorrection:
        number = self._numbers[place]
        return ReadCorrection(
            place, asking, self._left.language, self._left.keys.get(number or 0), number, "", text, came.comments,
            came.authors, came.at, frozenset(flags),
        )  # fmt: skip

    def _over(self, place: int, came: Unit) -> int | None:
        """The line of a list or a vote in whose place another text stands, though nobody recorded a change of it.

        It follows on what came before it, or on what was written over so; what is a paragraph's is never one.
        """
        if came.mark is not None or came.kept_out or not plain(came.before):
            return None
        before = next((at for one in range(place - 1, -1, -1) if (at := self._pairs.back.get(one)) is not None), None)
        if before is None:
            return None
        at = before + 1
        while at in self._rewritten:
            at += 1
        lost = at < len(self._left.units) and at not in self._pairs.there and self._left.units[at].number is None
        return at if lost and plain(self._left.units[at].before) and self._left.units[at].kind else None

    def _numbers_before(self) -> Iterator[int | None]:
        """For each place of the file the number of the paragraph in or after which it is; ``None`` before all."""
        number = None
        for place in range(len(self._came)):
            yield number
            at = self._pairs.back.get(place)
            if at is not None:
                unit = self._left.units[at]
                number = unit.number if unit.number is not None else unit.owner

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
            if at in self._pairs.there or at in self._rewritten or (not unit.kind and unit.number is None):
                continue
            if unit.number is None and (not self._left.same_version or not plain(unit.before)):
                continue
            number = unit.number if unit.number is not None else unit.owner
            asking = Asking.REMOVAL if unit.number is not None else Asking.GENERATED
            yield ReadCorrection(
                len(self._came) + at, asking, self._left.language, self._left.keys.get(number or 0), number,
                _text(numbered_apart(unit.before)[1]) if unit.number is not None else unit.before.replace("\t", " "),
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


_TELLING = frozenset({Flag.NUMBER, Flag.FOOTNOTE, Flag.JOINED, Flag.PLACE})
"""What is told of a paragraph though its words are as they were."""


def _unchanged(came: Unit, *, stray: bool) -> Asking:
    """What is asked for of a paragraph whose words are as they were."""
    if stray:
        return Asking.MOVE
    return Asking.REMARK if came.comments else Asking.GENERATED


def _text(text: str) -> str:
    """A text without what says that it is not translated, or was of an earlier original."""
    for mark in _marks():
        if text.lstrip().startswith(mark):
            text = text.lstrip().removeprefix(mark)
    return "\n".join(line.strip() for line in text.split("\n")).strip()


@cache
def _marks() -> tuple[str, ...]:
    return tuple(catalog(language).gettext(mark) for language in Language for mark in (UNTRANSLATED, OUTDATED))
