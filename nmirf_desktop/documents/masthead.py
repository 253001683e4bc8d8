"""The head of the first page: network and symbol, the meeting, and what there is to know about the document."""

from collections.abc import Sequence
from dataclasses import replace

from nmirf_desktop.documents.breaking import Align, Run, TextStyle
from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.compositor import Compositor, Kind
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.inline import marked
from nmirf_desktop.documents.page import GREY, Imprint, Rule, rule
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.sheet import HEIGHT, WIDTH
from nmirf_desktop.domain.distribution import DISTRIBUTION_LINES
from nmirf_desktop.domain.said import Said

GAP = 5.0
FULL = 300
"""So many characters of meeting, place and item are set in the size of the body; more are set smaller."""
SMALLEST = 0.7
HIGHEST = HEIGHT / 3
"""A head that asks for more is set as texts one below the other, which may go on on the next page."""


def set_masthead(compositor: Compositor) -> None:
    """Set the head of the first page."""
    if compositor.imprint.beside:
        _set_column(compositor)
        return
    block = MastheadBlock(compositor)
    compositor.story += [block] if block.wrap(WIDTH) <= HIGHEST else block.stacked()


def _set_column(compositor: Compositor) -> None:
    """Set the head of one of three columns, text by text beside its translations; its symbol stands above all three."""
    imprint, look, words = compositor.imprint, compositor.look, compositor.words
    head = imprint.masthead
    line = replace(look.plain, after=0, zone=0)
    big = replace(line, size=look.size * 1.25, leading=look.size * 1.6, face=Face.BOLD, before=GAP, after=GAP / 2)
    texts = [
        (compositor.runs(head.meeting, Face.BOLD), big),
        (compositor.runs(head.place_and_dates), line),
        *((marked(text, Face.REGULAR, words.language), line) for text in _particulars(imprint)),
    ]
    _set_line(compositor, compositor.runs(head.network), line)
    _set_line(compositor, compositor.runs(head.secretariat), replace(line, colour=GREY))
    compositor.rule(0.5, GAP)
    for runs, style in texts:
        _set_line(compositor, runs, style)
    compositor.rule(1.8, GAP)
    _set_line(compositor, compositor.runs(head.item), line)


def _set_line(compositor: Compositor, runs: Sequence[Run], style: TextStyle) -> None:
    """Set a text of the head beside its translations, where there is one."""
    compositor.row(Kind.HEAD)
    if any(run.text for run in runs):
        compositor.text(runs, style, compositor.root.child("P"))


def _particulars(imprint: Imprint) -> list[str]:
    """For whom the document is, its date unless that is said already, and the language it was written in."""
    head, words = imprint.masthead, imprint.words
    distribution = words.gettext(DISTRIBUTION_LINES[head.distribution])
    return [line for line in (distribution, head.day(words), head.original_in(words)) if line]


class MastheadBlock(Flowable):
    """Two rows between rules, read from left to right and from top to bottom."""

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        imprint, language = compositor.imprint, compositor.language
        size = imprint.look.size
        self._share = 0.38 if imprint.large else 0.32  # of the width, for the document's particulars
        head = imprint.masthead
        quiet = TextStyle(size * 0.95, size * 1.35)
        self._network = self._said(head.network, quiet)
        self._secretariat = self._said(head.secretariat, TextStyle(size * 0.86, size * 1.25, colour=GREY))
        self._symbol = self._text(head.symbol, TextStyle(size, size * 1.35, Face.BOLD, Align.RIGHT))
        length = sum(len(said.read(language).text) for said in (head.meeting, head.place_and_dates, head.item))
        free = size * min(1, max(SMALLEST, (FULL / max(length, 1)) ** 0.5))
        big = free * 1.45
        self._meeting = self._said(head.meeting, TextStyle(big, big * 1.28, Face.BOLD))
        self._place = self._said(head.place_and_dates, TextStyle(free, free * 1.45))
        self._particulars = [self._text(line, TextStyle(size * 0.86, size * 1.25)) for line in _particulars(imprint)]
        self._item = self._said(head.item, TextStyle(free, free * 1.45))

    def _text(self, text: str, style: TextStyle) -> Text:
        """A line or two of the masthead."""
        return self._set(marked(text, style.face, self._compositor.language), style)

    def _said(self, said: Said, style: TextStyle) -> Text:
        """A text of the paper; the original, so marked, where it is not translated."""
        return self._set(self._compositor.runs(said, style.face), style)

    def _set(self, runs: Sequence[Run], style: TextStyle) -> Text:
        return Text(runs, style, self._compositor.root.child("P"), self._compositor.language)

    def stacked(self) -> list[Flowable]:
        """The texts one below the other, between the same rules."""
        texts = [
            self._network,
            self._secretariat,
            self._symbol,
            self._meeting,
            self._place,
            *self._particulars,
            self._item,
        ]
        below = Rule(1.8, WIDTH, before=GAP, after=GAP)
        return [Rule(0.5, WIDTH, after=GAP), *(text for text in texts if text.runs), below]

    def wrap(self, available: float) -> float:
        """As wide as the frame; as high as the longer column asks."""
        self.width = available
        right = available * self._share
        left = available - right - 2 * GAP
        self._first = max(_high(self._network, left) + _high(self._secretariat, left), _high(self._symbol, right))
        self._left = _high(self._meeting, left) + _high(self._place, left)
        self._second = max(self._left, sum(_high(text, right) for text in self._particulars))
        self._third = _high(self._item, available)
        self.height = self._first + self._second + 4 * GAP + (self._third + 2 * GAP if self._third else 0)
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw texts in their reading order, and the rules as artifacts."""
        right = self.width * (1 - self._share)
        top = self.height
        _draw(self._secretariat, canvas, 0, _draw(self._network, canvas, 0, top))
        _draw(self._symbol, canvas, right, top)
        top -= self._first + GAP
        with canvas.artifact():
            rule(canvas, 0, top, WIDTH, 0.5)
        top -= GAP
        _draw(self._place, canvas, 0, _draw(self._meeting, canvas, 0, top))
        y = top
        for text in self._particulars:
            y = _draw(text, canvas, right, y)
        top -= self._second + 2 * GAP
        with canvas.artifact():
            rule(canvas, 0, top, WIDTH, 1.8)
        if self._third:
            _draw(self._item, canvas, 0, top - 2 * GAP)


def _high(text: Text, available: float) -> float:
    """The height of a text in a column."""
    return text.wrap(available) if text.runs else 0


def _draw(text: Text, canvas: TaggedCanvas, x: float, top: float) -> float:
    """Draw a text below *top*; where it ends is returned."""
    if not text.runs:
        return top
    text.put(canvas, x, top - text.height)
    return top - text.height
