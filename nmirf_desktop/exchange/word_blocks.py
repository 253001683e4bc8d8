"""The blocks of a paper as paragraphs and tables of a document of Word's, with numbers that are text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nmirf_desktop.domain.blocks import (
    BallotPapers,
    BarChart,
    Block,
    Curves,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    Plates,
    Signature,
    Signatures,
    StateColumns,
    Style,
    Timeline,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.column_widths import with_short
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.said import Reading, Said
from nmirf_desktop.domain.typography import parted, typeset
from nmirf_desktop.domain.word_marks import ParagraphMark
from nmirf_desktop.exchange.word_parts import element, marked, paragraph, text_run
from nmirf_desktop.i18n import Catalog, Language

BODY, NUMBERED, HANGING, LINE = "MinutesText", "MinutesParagraph", "MinutesEntry", "MinutesLine"
STATES, SMALL, INSIDE, DECISION = "MinutesStates", "MinutesSmall", "MinutesInside", "MinutesDecision"
CELL, CENTRED = "MinutesCell", "MinutesCentred"
"""The styles of paragraphs, by their identifiers."""
WIDE = 9070
"""The width of the text, in twentieths of a point: that of A4 within its margins."""
COLUMNS, BETWEEN = 3, 120
"""The columns of States, and what is free between them; their text begins where paragraphs do."""
SIGN, PADDING = 118, 60
"""What a sign of a cell takes at most on the average, and what a cell leaves free at either side."""
SHORT = 5
"""So many signs before a line of a list leave room enough in a narrow margin."""
_HEADINGS = ("Heading1", "Heading2", "Heading3")
_STYLES = {Style.CENTRED: CENTRED, Style.INDENTED: INSIDE}


def printed(text: str, language: Language) -> str:
    """A text as it is printed in its language, as the PDF prints it."""
    parts = (part if at % 2 else typeset(part, language) for at, part in enumerate(parted(text)))
    return "".join(parts)


class WordText:
    """The body of a document in one language, block after block.

    *keys* are the paragraphs' keys by their numbers. What is not translated stands there in its own language, so
    marked.
    """

    def __init__(self, words: Catalog, keys: Mapping[int, Key]) -> None:
        self.words, self.language = words, words.language
        self.parts: list[Any] = []
        self._keys = keys
        self._counted = self._bookmarks = 0

    # ---- texts ----

    def plain(self, said: Said) -> str:
        """A text on one line, marked where it is not its translation."""
        reading = said.read(self.language)
        text = " ".join(reading.whole.split("\n"))
        text = printed(text, reading.language)
        return f"{self.words.gettext(reading.mark)} {text}" if reading.mark else text

    def runs(self, reading: Reading, text: str, **looks: bool) -> list[Any]:
        """Some words of a reading, in its language; what is not a translation of today in italics."""
        if reading.untranslated:
            looks = {**looks, "i": True}
        return [text_run(printed(text, reading.language), reading.language, **looks)]

    def mark(self, reading: Reading) -> list[Any]:
        """What stands before a text that is not its translation of today."""
        return [text_run(f"{self.words.gettext(reading.mark)} ", self.language, i=True)] if reading.mark else []

    def add(self, style: str, runs: Iterable[Any], *properties: Any) -> None:
        """A paragraph."""
        self.parts.append(paragraph(style, runs, self.language, *properties))

    def say(self, style: str, said: Said, **looks: bool) -> None:
        """A text, each of its lines a paragraph."""
        reading = said.read(self.language)
        for place, line in enumerate(filter(str.strip, reading.whole.split("\n"))):
            self.add(style, [*(() if place else self.mark(reading)), *self.runs(reading, line, **looks)])

    def words_in(self, style: str, text: str, **looks: bool) -> None:
        """Words of the document's own language."""
        self.add(style, [text_run(printed(text, self.language), self.language, **looks)])

    def title(self, style: str, name: str, text: str) -> None:
        """A title that can be reached from elsewhere in the document by its *name*."""
        self._bookmarks += 1
        self.add(style, marked(name, self._bookmarks, [text_run(text, self.language)]))

    # ---- blocks ----

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks one after the other."""
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                label = f"{block.label} " if block.label else ""
                style = _HEADINGS[min(block.level, len(_HEADINGS) - 1)]
                self.add(style, [text_run(label + self.plain(block.text), self.language)])
            case Para():
                self._para(block)
            case Listing():
                self._listing(block)
            case StateColumns():
                self._states(block)
            case DataTable():
                self._table(block)
            case VoteBlock():
                self._vote(block)
            case DecisionBlock():
                self._decision(block)
            case _:
                self._seldom(block)

    def _seldom(self, block: Block) -> None:
        match block:
            case Note():
                self.say(SMALL, block.text)
            case Signatures():
                for one in block.signatures:
                    self._signature(one)
            case BarChart() | Curves() | Timeline():
                self.say(SMALL, block.says)
            case Plates() | BallotPapers():
                for name in block.names:
                    self.say(CENTRED, name)
            case _:
                pass

    def _para(self, block: Para, style: str = "") -> None:
        """A paragraph; a counted one has its number as text, and its bookmark around its words."""
        reading, lead = block.text.read(self.language), block.lead.read(self.language)
        lines = [line for line in reading.whole.split("\n") if line.strip()] or [""]
        before: list[Any] = []
        if block.numbered:
            self._counted += 1
            before = [text_run(f"{self._counted}.\t", self.language)]
        first = [*self.mark(lead if block.lead else reading)]
        if block.lead:
            first += [*self.runs(lead, lead.text, i=True), text_run(" ", self.language)]
        usual = style or (NUMBERED if block.numbered else _STYLES.get(block.style, BODY))
        looks = {"i": True} if block.style is Style.ITALIC else {}
        opening, closing = self._bookmark(reading) if block.numbered else ([], [])
        for place, line in enumerate(lines):
            runs = self.runs(reading, line, **looks)
            start = [*before, *opening, *first] if not place else []
            end = closing if place == len(lines) - 1 else []
            self.add(usual if not place or style else BODY, [*start, *runs, *end])

    def _bookmark(self, reading: Reading) -> tuple[list[Any], list[Any]]:
        """The two ends of the bookmark of the paragraph counted last."""
        key = self._keys.get(self._counted, "")
        name = ParagraphMark.of(key, reading.language, reading.whole).name
        if not name:
            return [], []
        self._bookmarks += 1
        start, end = marked(name, self._bookmarks, ())
        return [start], [end]

    def _listing(self, block: Listing) -> None:
        if block.title:
            self.say(BODY, block.title, i=True)
        labels = [self.plain(entry.label) if entry.label else "–" for entry in block.entries]
        style = LINE if max(map(len, labels), default=0) <= SHORT else HANGING
        for entry, label in zip(block.entries, labels, strict=True):
            self._entry(entry, label, style)

    def _entry(self, entry: Entry, label: str, style: str) -> None:
        reading = entry.text.read(self.language)
        text = reading.whole
        self.add(style, [text_run(f"{label}\t", self.language), *self.mark(reading), *self.runs(reading, text)])

    def _states(self, block: StateColumns) -> None:
        """States in three columns, in the language's order: the columns are those of a section of their own."""
        names = sorted(map(self.plain, block.names), key=self.words.sort_key)
        pattern = self.words.gettext("{title} ({total})")
        title = pattern.format(title=self.plain(block.title), total=len(names))
        keep = element("keepNext")
        self.add(BODY, [text_run(title, self.language, b=True)], keep)
        if names:
            self._break(1)
            for place, name in enumerate(names, 1):
                gap = (element("spacing", after=160),) if place == len(names) else ()
                self.add(STATES, [text_run(name, self.language)], *gap)
            self._break(COLUMNS)

    def _break(self, columns: int) -> None:
        """End what stands in so many columns: the last paragraph closes the section."""
        cols = element("cols", num=columns, space=BETWEEN)
        page = sheet()
        section = element("sectPr", element("type", val="continuous"), *page, cols)
        last = self.parts[-1].find(element("pPr").tag)
        mark = last.find(element("rPr").tag)
        mark.addnext(section)

    def _vote(self, block: VoteBlock) -> None:
        sentence = self.plain(block.sentence)
        if sentence:
            self.say(BODY, block.sentence)
        lists = [one for one in block.lists if one.names or one.none]
        for place, one in enumerate(lists, 1):
            open_still = sentence.startswith("[") and "]" not in sentence
            self._position(one, "]" if place == len(lists) and open_still else "")
        for note in block.notes:
            self.say(SMALL, note)

    def _position(self, one: VoteList, closing: str) -> None:
        self.say(INSIDE, one.heading, i=True)
        self._keep_last()
        if one.names:
            names = sorted(map(self.plain, one.names), key=self.words.sort_key)
            pattern = self.words.pgettext("list with its full stop", "{names}.")
            text = pattern.format(names=self.words.listing(names))
        else:
            text = self.plain(one.none)
        self.words_in(INSIDE, text + closing)

    def _decision(self, block: DecisionBlock) -> None:
        self._keep_last()
        self.add(_HEADINGS[1], [text_run(self.plain(block.name), self.language)])
        if block.title:
            self.add(DECISION, [text_run(self.plain(block.title), self.language, b=True)])
            self._keep_last()
        if block.where:
            self.say(SMALL, block.where)
            self._keep_last()
        for para in block.text:
            self._para(Para(para.text, lead=para.lead), DECISION)
        if block.mode:
            self._keep_last()
            self.say(DECISION, block.mode, i=True)
        if block.vote is not None:
            self._vote(block.vote)

    def _keep_last(self) -> None:
        """What was said last stands on the page on which the next begins."""
        form = self.parts[-1].find(element("pPr").tag) if self.parts else None
        if form is not None and form.find(element("keepNext").tag) is None:
            form.find(element("pStyle").tag).addnext(element("keepNext"))

    def _signature(self, one: Signature) -> None:
        for said in (one.name, one.function, one.state):
            if said:
                self.say(INSIDE, said)
        self.words_in(INSIDE, "_" * 40)
        if one.place_and_date:
            self.say(INSIDE, one.place_and_date)

    # ---- tables ----

    def _table(self, block: DataTable) -> None:
        """A table with its caption above it, its header row repeated on each page."""
        if not block.columns:
            return
        if block.caption:
            text = [text_run(self.plain(block.caption), self.language, b=True)]
            self.add(BODY, text, element("keepNext"), element("ind", left=0))
        wide = self._widths(block)
        name = self.plain(block.caption) if block.caption else ", ".join(self._headings(block))
        made = element("tbl", table_form(name), element("tblGrid", *(element("gridCol", w=one) for one in wide)))
        head = [
            self._cell([text], width, element("keepNext"), i=True)
            for text, width in zip(self._headings(block), wide, strict=True)
        ]
        made.append(element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *head))
        for row in self._ordered(block):
            cells = (self._said_cell(said, width) for said, width in zip(row, wide, strict=True))
            made.append(element("tr", element("trPr", element("cantSplit")), *cells))
        self.parts.append(made)
        self.add(SMALL, [])

    def _widths(self, block: DataTable) -> list[int]:
        """The widths of columns: by their shares, with room for the longest word of each, which Word would part."""
        rows = [self._headings(block), *([self.plain(said) for said in row] for row in block.rows)]
        columns = list(zip(*rows, strict=True))
        words = [2 * PADDING + SIGN * max(len(word) for text in texts for word in text.split(" ")) for texts in columns]
        lines = [
            [2 * PADDING + SIGN * len(line) for text in texts for line in text.split("\n")] if column.short else []
            for column, texts in zip(block.columns, columns, strict=True)
        ]
        return [round(one) for one in with_short([column.share for column in block.columns], WIDE, words, lines)]

    def _headings(self, block: DataTable) -> list[str]:
        return [self.plain(column.heading) for column in block.columns]

    def _ordered(self, block: DataTable) -> Iterator[Sequence[Said]]:
        if not block.alphabetical:
            yield from block.rows
            return
        end = len(block.rows) - block.total
        yield from sorted(block.rows[:end], key=lambda row: self.words.sort_key(self.plain(row[0])))
        yield from block.rows[end:]

    def _said_cell(self, said: Said, width: int) -> Any:
        reading = said.read(self.language)
        mark = f"{self.words.gettext(reading.mark)} " if reading.mark else ""
        lines = [printed(line, reading.language) for line in (mark + reading.whole).split("\n")]
        return self._cell(lines, width)

    def _cell(self, lines: Sequence[str], width: int, *properties: Any, **looks: bool) -> Any:
        texts = (
            paragraph(CELL, [text_run(line, self.language, **looks)], self.language, *properties) for line in lines
        )
        return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *texts)


def table_form(name: str) -> Any:
    """How a table looks, and what it is called for who cannot see it."""
    edges = (element(edge, val="single", sz=4, space=0, color="auto") for edge in ("top", "bottom", "insideH"))
    return element(
        "tblPr",
        element("tblW", w=WIDE, type="dxa"),
        element("tblInd", w=0, type="dxa"),
        element("tblBorders", *edges),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=PADDING, type="dxa") for side in ("left", "right"))),
        element("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1),
        element("tblCaption", val=name),
    )


def sheet() -> tuple[Any, Any]:
    """A4, and its margins."""
    return (
        element("pgSz", w=11906, h=16838),
        element("pgMar", top=1418, right=1418, bottom=1418, left=1418, header=709, footer=709, gutter=0),
    )
