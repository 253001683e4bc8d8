"""The parts of a document of a word processor that belong together, and which of them is which of what left."""

import datetime
import difflib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.word_lines import WordComment, WordLine
from nmirf_desktop.domain.word_marks import ParagraphMark, numbered_apart, plain

NEAR, NEAR_WITH_NUMBER = 75.0, 45.0
"""How alike two texts are, of 100, to be taken for one; less is asked where the number says the same."""
MOST_COMPARED = 250_000
"""So many pairs of texts are compared at most between two that are known."""
HEAD, HEADING, BLOCK = "head", "heading", "block"
"""What a part is that is no paragraph: the head of the first page, a heading, what the program makes."""
_HEAD_STYLES = frozenset({"MinutesHead", "MinutesNotice", "Title", "MinutesCentred"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph with its further lines, or a line of another part.

    *number* is that of a paragraph that left; *kind* says what a part is that is none, and *owner* after which
    paragraph it stands. *joined*: it was made one with what came before it. *kept_out*: it is no part of the text.
    """

    before: str
    after: str
    mark: ParagraphMark | None = None
    number: int | None = None
    kind: str = ""
    owner: int | None = None
    joined: bool = False
    kept_out: bool = False
    footnotes: int = 0
    authors: tuple[str, ...] = ()
    at: datetime.datetime | None = None
    comments: tuple[WordComment, ...] = ()

    @property
    def tracked(self) -> bool:
        """Whether a change was recorded in it."""
        return plain(self.before) != plain(self.after)


def units_left(lines: Iterable[WordLine]) -> tuple[Unit, ...]:
    """The units of a document as the program made it: a numbered paragraph is told by its style."""
    found: list[Unit] = []
    number: int | None = None
    headed = False
    for line in lines:
        if line.contents or not plain(line.before):
            continue
        if line.style == "MinutesParagraph":
            number = numbered_apart(line.before)[0]
            mark = next((known for one in line.marks if (known := ParagraphMark.read(one)) is not None), None)
            found.append(Unit(line.before, line.after, mark, number))
        elif line.inside:
            found[-1] = replace(found[-1], before=f"{found[-1].before}\n{line.before}")
        else:
            headed = headed or line.style == "Heading1"
            kind = HEADING if line.style.startswith("Heading") else BLOCK if headed else HEAD
            kind = "" if line.style == "MinutesNotice" or (kind == HEAD and line.style not in _HEAD_STYLES) else kind
            found.append(Unit(line.before, line.after, kind=kind, owner=number))
    return tuple(found)


def units_come(lines: Sequence[WordLine]) -> tuple[Unit, ...]:
    """The units of a document that came back, whoever saved it.

    A line belongs to the one before where its bookmark goes on, and where the end between them was put in or taken
    out; a paragraph with a bookmark of its own always begins.
    """
    groups: list[_Group] = []
    taken: set[Key] = set()
    before: WordLine | None = None
    for line in lines:
        marks = (known for one in line.marks if (known := ParagraphMark.read(one)) is not None)
        mark = next((one for one in marks if one.paragraph not in taken), None)
        if mark is not None:
            taken.add(mark.paragraph)
        own = mark is not None or (not line.inside and numbered_apart(line.before)[0] is not None)
        goes_on = bool(line.inside) and bool(groups) and not groups[-1].lines[0].contents
        glued = before is not None and (before.new_end or before.gone_end) and not line.contents
        if groups and not own and (goes_on or glued):
            groups[-1].lines.append(line)
        else:
            joined = bool(before and before.gone_end and plain(before.after) and plain(line.after))
            groups.append(_Group(mark, joined, [line]))
        before = line
    units = (one.unit() for one in groups)
    return tuple(one for one in units if plain(one.before) or plain(one.after) or one.comments)


@dataclass(slots=True)
class _Group:
    """Lines that belong together, the first of which has a *mark* where one is known; *joined* to what was before."""

    mark: ParagraphMark | None
    joined: bool
    lines: list[WordLine]

    def unit(self) -> Unit:
        """The lines as one: each begins a line where the end of the one before it still is."""
        ends = [("\n" * (not one.new_end), "\n" * (not one.gone_end)) for one in self.lines[:-1]]
        ends.append(("", ""))
        pairs = list(zip(self.lines, ends, strict=True))
        return Unit(
            "".join(one.before + end for one, (end, _gone) in pairs),
            "".join(one.after + end for one, (_new, end) in pairs),
            self.mark,
            joined=self.joined,
            kept_out=self.lines[0].contents,
            footnotes=sum(one.footnotes for one in self.lines),
            authors=tuple(dict.fromkeys(author for one in self.lines for author in one.authors)),
            at=next((one.at for one in reversed(self.lines) if one.at is not None), None),
            comments=tuple(comment for one in self.lines for comment in one.comments),
        )


# ---- which is which ----


@dataclass(slots=True)
class Pairs:
    """Units of a file and those that left: *back* leads from the place in the file, *there* are the places found.

    *how* says of a place how it was found, where no bookmark and no equal text told it.
    """

    back: dict[int, int] = field(default_factory=dict)
    there: dict[int, int] = field(default_factory=dict)
    how: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def add(self, at: int, place: int, *how: str) -> None:
        """One more pair."""
        self.back[place], self.there[at] = at, place
        if how:
            self.how[place] = how


BY_NUMBER, BY_TEXT = "by_number", "by_text"


def paired(left: Sequence[Unit], came: Sequence[Unit], keys: Mapping[int, Key]) -> Pairs:
    """Which unit of a file is which of those that left: by bookmark, by equal text, by number, by the nearest text."""
    pairs = Pairs()
    numbers = {key: number for number, key in keys.items()}
    places = {one.number: at for at, one in enumerate(left) if one.number is not None}
    for place, unit in enumerate(came):
        number = numbers.get(unit.mark.paragraph) if unit.mark is not None else None
        if number is not None and number in places:
            pairs.add(places[number], place)
    for first, last, start, stop in _gaps(left, came, pairs):
        _pair_in(left, came, (range(first, last), range(start, stop)), pairs)
    _pair_numbers(left, came, places, pairs)
    return pairs


def strays(pairs: Pairs, left: Sequence[Unit]) -> frozenset[int]:
    """The places of a file whose paragraphs stand in another order than they left: the fewest that explain it."""
    order = [(place, at) for place, at in sorted(pairs.back.items()) if left[at].number is not None]
    ends: list[int] = []
    chain: list[int] = []
    before: dict[int, int] = {}
    for index, (_place, at) in enumerate(order):
        rank = bisect_left(ends, at)
        if rank:
            before[index] = chain[rank - 1]
        ends[rank : rank + 1], chain[rank : rank + 1] = [at], [index]
    kept: set[int] = set()
    index = chain[-1] if chain else -1
    while index >= 0:
        kept.add(order[index][0])
        index = before.get(index, -1)
    return frozenset(place for place, _at in order if place not in kept)


def _gaps(left: Sequence[Unit], came: Sequence[Unit], pairs: Pairs) -> Iterator[tuple[int, int, int, int]]:
    """Pair what is alike, in order; what lies between is told."""
    was = [("known", at) if at in pairs.there else ("text", plain(one.before)) for at, one in enumerate(left)]
    now = [
        ("known", pairs.back[place]) if place in pairs.back else ("text", plain(one.before))
        for place, one in enumerate(came)
    ]
    for act, first, last, start, stop in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if act == "equal":
            for at, place in zip(range(first, last), range(start, stop), strict=True):
                if place not in pairs.back and not came[place].kept_out:
                    bare = left[at].number is not None and left[at].mark is not None
                    pairs.add(at, place, *((BY_NUMBER,) if bare else ()))
        elif act == "replace":
            yield first, last, start, stop


def _pair_in(left: Sequence[Unit], came: Sequence[Unit], where: tuple[range, range], pairs: Pairs) -> None:
    """Pair the nearest texts of a gap, in their order."""
    from rapidfuzz import fuzz

    free = [at for at in where[0] if at not in pairs.there]
    places = [place for place in where[1] if place not in pairs.back and not came[place].kept_out]
    if len(free) * len(places) > MOST_COMPARED:
        return
    texts = {at: plain(numbered_apart(left[at].before)[1]) for at in free}
    begin = 0
    for place in places:
        number, text = numbered_apart(came[place].before)
        best, found = 0.0, -1
        for index in range(begin, len(free)):
            unit = left[free[index]]
            least = NEAR_WITH_NUMBER if number is not None and number == unit.number else NEAR
            alike = fuzz.ratio(texts[free[index]], plain(text), score_cutoff=max(least, best))
            if alike > best:
                best, found = alike, index
        if found >= 0:
            same = number is not None and number == left[free[found]].number
            pairs.add(free[found], place, BY_NUMBER if same else BY_TEXT)
            begin = found + 1


def _pair_numbers(left: Sequence[Unit], came: Sequence[Unit], places: Mapping[int, int], pairs: Pairs) -> None:
    """Pair what is left over by its number, wherever it stands, where the texts are alike."""
    from rapidfuzz import fuzz

    for place, unit in enumerate(came):
        number, text = numbered_apart(unit.before)
        at = places.get(number) if number is not None else None
        if place in pairs.back or at is None or at in pairs.there or unit.kept_out or unit.mark is not None:
            continue
        if fuzz.ratio(plain(numbered_apart(left[at].before)[1]), plain(text)) >= NEAR_WITH_NUMBER:
            pairs.add(at, place, BY_NUMBER)
