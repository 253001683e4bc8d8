"""Lines to sign on: at the end of what is signed, beside each other where there is room, never on a page alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nmirf_desktop.documents.breaking import TextStyle
from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.flowable import FUZZ, Flowable, Kept
from nmirf_desktop.documents.page import GREY, Rule
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.tables import Table
from nmirf_desktop.domain.blocks import Signature, Signatures
from nmirf_desktop.domain.said import Said

GAP, CLOSE = 28.0, 12.0
"""Points between two who sign, and in a narrow column between two lines of one of them."""
SHARE = 0.62
"""The part of a narrow column that the line to sign on takes; that for place and date has the rest."""
ROOM, LESS = 4.0, 3.0
"""So many times the size of the body is left free above a line to sign on, and above one for place and date."""
HIGHEST = 0.5
"""Signatures of which a pair takes more of the page than this stand below each other."""


def set_signatures(page: Compositor, block: Signatures) -> None:
    """Set the lines, kept together with what stands below them and with the end of what is signed.

    That is the last lines of a text, or the last rows of the table above it; the notes that close what is signed stand
    between these and the lines.
    """
    if not block.signatures:
        return
    if not page.look.narrow and _below_notes(page, block):
        return
    page.stay_with_next()
    if page.look.narrow:
        for one in block.signatures:
            page.stay_with_next()
            page.row()
            page.together(list(_apart(page, _in_column(page, one))))
        return
    page.together(list(_two_by_two(page, block.signatures)))
    for table in page.story[-2:-1]:
        table.signed = isinstance(table, Table)


def _below_notes(page: Compositor, block: Signatures) -> bool:
    """Set the lines below a table with its closing notes, and say whether there are such.

    A table that is not to be divided stands on the page of its signatures, with its title; of another the last rows.
    """
    story = page.story
    closing = len(story)
    while closing and _closes(page, story[closing - 1]):
        closing -= 1
    table = story[closing - 1] if closing else None
    if closing == len(story) or not isinstance(table, Table):
        return False
    lines = list(_two_by_two(page, block.signatures))
    titled = closing - 1
    while titled and story[titled - 1].keep_with_next:
        titled -= 1
    whole = Kept([*story[titled:], *lines])
    divided = table.split(page.width, table.wrap(page.width) - FUZZ)
    if not divided and whole.reaches(page.width) <= page.height:
        story[titled:] = [whole]
        return True
    table.signed = True
    story[closing:] = [Kept([*story[closing:], *lines])]
    return True


def _closes(page: Compositor, one: Flowable) -> bool:
    """Whether it is a note in small type."""
    return isinstance(one, Text) and one.style.size < page.look.size


def _in_column(page: Compositor, one: Signature) -> "Beside":
    """In a narrow column, the line for place and date stands beside the one to sign on."""
    whole = page.width - CLOSE
    return _on_one_line(page, one, (whole * SHARE, whole * (1 - SHARE)), CLOSE)


def _on_one_line(page: Compositor, one: Signature, widths: tuple[float, float], gap: float) -> "Beside":
    """The line to sign on, and the one for place and date beside it."""
    signed, dated = list(_signed(page, one, widths[0])), list(_dated(page, one, widths[1], ROOM))
    return Beside([(0.0, signed), *([(widths[0] + gap, dated)] if dated else [])])


def _signed(page: Compositor, one: Signature, width: float) -> Iterator[Flowable]:
    """The line to sign on, with the name, the function and the State below it."""
    yield Rule(0.5, width, before=page.look.size * ROOM, after=4)
    plain = replace(page.look.plain, after=0, zone=0)
    yield from (_text(page, said, plain, width) for said in (one.name, one.function, one.state) if said)


def _dated(page: Compositor, one: Signature, width: float, room: float) -> Iterator[Flowable]:
    """The line for place and date, with these words below it."""
    if one.place_and_date:
        yield Rule(0.5, width, before=page.look.size * room, after=4)
        yield _text(page, one.place_and_date, replace(page.look.small, after=0, zone=0, colour=GREY), width)


def _text(page: Compositor, said: Said, style: TextStyle, width: float) -> Text:
    """A text below a line, no wider than it."""
    return Text(page.runs(said), replace(style, right=page.width - width), page.root.child("P"), page.language)


def _two_by_two(page: Compositor, signatures: Sequence[Signature]) -> Iterator[Flowable]:
    """Two beside each other, one alone on one line; below each other where they are very long."""
    width = (page.width - GAP) / 2
    for start in range(0, len(signatures), 2):
        two = signatures[start : start + 2]
        made = _level(page, two, width) if len(two) > 1 else _on_one_line(page, two[0], (width, width), GAP)
        yield from _apart(page, made)


def _apart(page: Compositor, made: "Beside") -> Iterator[Flowable]:
    """Signatures beside each other, or their lines below each other where they are very long."""
    if made.wrap(page.width) <= page.height * HIGHEST:
        yield made
    else:
        yield from (one for _x, lines in made.columns for one in lines)


def _level(page: Compositor, two: Sequence[Signature], width: float) -> "Beside":
    """Two signatures beside each other, with their lines for place and date at one height."""
    parts = [(list(_signed(page, one, width)), list(_dated(page, one, width, LESS))) for one in two]
    heights = [sum(line.wrap(page.width) for line in signed) for signed, _ in parts]
    for (_, dated), height in zip(parts, heights, strict=True):
        for line in dated[:1]:
            line.before += max(heights) - height
    return Beside([(place * (width + GAP), signed + dated) for place, (signed, dated) in enumerate(parts)])


class Beside(Flowable):
    """Flowables in columns beside each other, each from its place on, read column by column; never split."""

    signing = True

    def __init__(self, columns: Sequence[tuple[float, Sequence[Flowable]]]) -> None:
        self.columns = columns
        self.before = max(column[0].before for _x, column in columns)

    def _placed(self, column: Sequence[Flowable]) -> Iterator[tuple[Flowable, float]]:
        """Each flowable of a column with its lower edge, from the top of the column."""
        y = after = 0.0
        for place, one in enumerate(column):
            y += one.wrap(self.width) + (max(after, one.before) if place else 0)
            after = one.after
            yield one, y

    def wrap(self, available: float) -> float:
        """As wide as the frame; as high as the highest column."""
        self.width = available
        self.height = max(y for _x, column in self.columns for _one, y in self._placed(column))
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw column by column."""
        for x, column in self.columns:
            for one, y in self._placed(column):
                one.put(canvas, x, self.height - y)
