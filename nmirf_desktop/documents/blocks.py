"""From the blocks of a paper to what is set on the page, each with its element of the structure."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import KeepTogether, PageBreak
from reportlab.platypus.flowables import Flowable

from nmirf_desktop.documents import tables
from nmirf_desktop.documents.columns import Columns
from nmirf_desktop.documents.contents import ContentsLine
from nmirf_desktop.documents.fonts import ITALICS, Face
from nmirf_desktop.documents.inline import marked, tidy
from nmirf_desktop.documents.page import WIDTH, Edition, Rule
from nmirf_desktop.documents.setting import Align, Anchor, Label, Run, Text, TextStyle, measured
from nmirf_desktop.documents.tags import Element, Structure
from nmirf_desktop.domain.blocks import (
    Block,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    Signature,
    StateColumns,
    Style,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.said import Reading, Said
from nmirf_desktop.i18n import N_

UNTRANSLATED = N_("[text not available in English]")


class Compositor:
    """Sets blocks one after the other into :attr:`story`, and counts their paragraphs."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.words = edition.words
        self.language = edition.words.language
        self.look = edition.look
        self.structure = Structure()
        self.story: list[Flowable] = []
        self._paragraphs = 0
        self._anchors = 0
        self._level = 1

    @property
    def root(self) -> Element:
        """The document itself in the structure."""
        return self.structure.root

    # ---- texts ----

    def plain(self, said: Said) -> str:
        """A text as a plain string, marked where it is not translated: for bookmarks and page heads."""
        reading = said.read(self.language)
        text = tidy(" ".join(reading.text.split("\n")))
        return f"{self.words.gettext(UNTRANSLATED)} {text}" if reading.untranslated else text

    def runs(self, said: Said, face: Face = Face.REGULAR) -> list[Run]:
        """A text as runs: the original in italics and marked, where it is not translated; addresses as links."""
        return self._read(said.read(self.language), face)

    def paragraphs(self, said: Said, face: Face = Face.REGULAR) -> list[list[Run]]:
        """A text as the runs of its paragraphs, one for each line."""
        reading = said.read(self.language)
        return [self._read(replace(reading, text=line), face) for line in reading.text.split("\n") if line.strip()]

    def _read(self, reading: Reading, face: Face) -> list[Run]:
        """The runs of a reading."""
        if not reading.untranslated:
            return marked(reading.text, face, reading.language)
        italic = ITALICS.get(face, face)
        return [Run(self.words.gettext(UNTRANSLATED) + " ", italic), Run(tidy(reading.text), italic, reading.language)]

    def text(self, runs: Sequence[Run], style: TextStyle, element: Element) -> Text:
        """Set runs into the story."""
        made = Text(runs, style, element, self.language)
        self.story.append(made)
        return made

    def anchored(self, text: Text, title: str, level: int, name: str = "") -> str:
        """Make a text a target of links and a bookmark; the name of the place is returned."""
        self._anchors += 1
        name = name or f"place{self._anchors}"
        text.anchor = Anchor(name, title, level)
        return name

    # ---- headings ----

    def title(self, title: str, below: Sequence[str] = ()) -> None:
        """The title of the document, with lines below it."""
        style = replace(self.look.title, after=self.look.size * 0.3) if below else self.look.title
        self.text([Run(title, Face.BOLD)], style, self.root.child("H1"))
        for number, line in enumerate(below, 1):
            after = self.look.size * (1.4 if number == len(below) else 0)
            runs = marked(line, Face.REGULAR, self.language)
            self.text(runs, replace(self.look.centred, after=after), self.root.child("P"))

    def section(self, label: str, title: Said, name: str = "", room: float = 0) -> str:
        """The heading of a section; *label* such as "IV." stands before it, where all labels have *room*."""
        element = self.root.child("H2")
        style = replace(self.look.section, indent=max(room, self.look.gutter) if label else 0)
        text = self.text(self.runs(title, Face.BOLD), style, element)
        if label:
            text.label = Label(label, element, face=Face.BOLD)
        self._level = 2
        return self.anchored(text, f"{label} {self.plain(title)}".strip(), 0, name)

    def room(self, labels: Sequence[str], style: TextStyle) -> float:
        """The room that the widest of some labels asks for."""
        return max((measured(label, style.face) + 0.6) * style.size for label in labels)

    def annex(self, number: str, title: Said, name: str = "") -> None:
        """The heading of an annex, on a new page: its number, and its title below."""
        self.story.append(PageBreak())
        element = self.root.child("H2")
        style = replace(self.look.section, align=Align.CENTRE, indent=0)
        label = self.words.gettext("Annex {number}").format(number=number)
        first = self.text([Run(label + " ", Face.BOLD)], replace(style, after=0), element)
        self.text(self.runs(title, Face.BOLD), replace(style, before=0), element)
        self._level = 2
        self.anchored(first, f"{label}. {self.plain(title)}", 0, name)

    def heading(self, block: Heading, name: str = "") -> None:
        """A heading inside a section, with a bookmark below the section's."""
        self._level = block.level + 2
        element = self.root.child(f"H{self._level}")
        face = Face.BOLD if block.level == 1 else Face.BOLD_ITALIC
        text = self.text(self.runs(block.text, face), replace(self.look.heading, face=face), element)
        if block.label:
            text.label = Label(block.label, element, face=face)
        self.anchored(text, f"{block.label} {self.plain(block.text)}".strip(), min(block.level, 2), name)

    # ---- blocks ----

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Set blocks one after the other."""
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        """Set one block."""
        match block:
            case Heading():
                self.heading(block)
            case Para():
                self.para(block)
            case Listing():
                self.listing(block)
            case StateColumns():
                self.states(block)
            case DataTable():
                self.table(block)
            case VoteBlock():
                self.vote(block)
            case DecisionBlock():
                self.decision(block)
            case Note():
                self.note(block)
            case Signature():
                self.signature(block)

    def para(self, block: Para, style: TextStyle | None = None) -> None:
        """A paragraph; further lines of its text are paragraphs of their own under the same number."""
        style = style or self._style(block.style)
        face = Face.ITALIC if block.style is Style.ITALIC else Face.REGULAR
        for place, runs in enumerate(self.paragraphs(block.text, face)):
            if place == 0 and block.lead:
                runs = [*self.runs(block.lead, Face.ITALIC), Run(" ", face), *runs]  # noqa: PLW2901
            element = self.root.child("P")
            text = self.text(runs, style, element)
            if place == 0 and block.numbered:
                self._paragraphs += 1
                text.label = Label(f"{self._paragraphs}.", element)

    def _style(self, style: Style) -> TextStyle:
        """How a paragraph stands."""
        match style:
            case Style.CENTRED:
                return self.look.centred
            case Style.INDENTED:
                return replace(self.look.body, indent=self.look.deep)
            case Style.BODY | Style.ITALIC:
                return self.look.body

    def listing(self, block: Listing) -> None:
        """A list under its title."""
        if block.title:
            style = replace(self.look.body, after=self.look.size * 0.25, keep_with_next=True)
            self.text(self.runs(block.title, Face.ITALIC), style, self.root.child("P"))
        self.entries(block.entries, self.root)

    def entries(self, entries: Sequence[Entry], parent: Element) -> None:
        """The lines of a list, each with its label or a dash; a long label stands in the line."""
        if not entries:
            return
        numbering = "Decimal" if any(entry.label for entry in entries) else "None"
        signs = [self.plain(entry.label) if entry.label else "–" for entry in entries]
        style = replace(self.look.body, indent=self.look.gutter + self.room(signs, self.look.body))
        whole = parent.child("L", f"/O/List/ListNumbering/{numbering}")
        for place, (entry, sign) in enumerate(zip(entries, signs, strict=True), 1):
            item = whole.child("LI")
            label, body = item.child("Lbl"), item.child("LBody")
            after = self.look.size * (0.7 if place == len(entries) else 0.25)
            text = self.text(self.runs(entry.text), replace(style, after=after), body)
            text.label = Label(sign, label, self.look.gutter)

    def states(self, block: StateColumns) -> None:
        """States in columns, in the language's order, under the title with their number."""
        names = sorted(block.names, key=lambda name: self.words.sort_key(self.plain(name)))
        element = self.root.child("P")
        title = self.words.gettext("{title} ({total})").format(title=self.plain(block.title), total=len(names))
        style = replace(self.look.body, after=self.look.size * 0.4, keep_with_next=True)
        self.text([Run(title, Face.BOLD)], style, element)
        if names:
            whole = self.root.child("L", "/O/List/ListNumbering/None")
            style = replace(self.look.small, first=-8, indent=8, after=0, hyphenate=True)
            texts = [self._name(name, style, whole) for name in names]
            self.story.append(Columns(texts, self.look.columns, self.look.gutter, self.look.size))

    def _name(self, name: Said, style: TextStyle, whole: Element) -> Text:
        """One line of a list of names."""
        return Text(self.runs(name), style, whole.child("LI").child("LBody"), self.language)

    def table(self, block: DataTable) -> None:
        """A table with its caption above it."""
        look = self.look
        whole = self.root.child("Table")
        if block.caption:
            caption = replace(look.plain, after=look.size * 0.4, keep_with_next=True)
            self.text(self.runs(block.caption, Face.BOLD), caption, whole.child("Caption"))
        small = replace(look.small, after=0, hyphenate=True)
        grid = tables.Grid(
            tables.widths([column.share for column in block.columns], WIDTH),
            tuple(column.figures for column in block.columns),
            small,
            replace(small, face=Face.ITALIC),
            self.language,
        )
        row = whole.child("THead").child("TR")
        rows = [
            [
                grid.cell(
                    self.runs(column.heading, Face.ITALIC), place, row.child("TH", tables.COLUMN_HEADER), heading=True
                )
                for place, column in enumerate(block.columns)
            ]
        ]
        body = whole.child("TBody")
        for said in block.rows:
            row = body.child("TR")
            cells = []
            for place, cell in enumerate(said):
                head = place == 0 and block.row_headers
                element = row.child("TH", tables.ROW_HEADER) if head else row.child("TD")
                cells.append(grid.cell(self.runs(cell), place, element))
            rows.append(cells)
        self.story.append(grid.table(rows))

    def vote(self, block: VoteBlock) -> None:
        """A vote: its sentence, its lists, its notes; a bracket that the sentence opens is closed by the last list."""
        sentence = self.plain(block.sentence)
        if sentence:
            self.text(self.runs(block.sentence), self.look.body, self.root.child("P"))
        shown = [position for position in block.lists if position.names or position.none]
        for place, position in enumerate(shown, 1):
            closing = "]" if place == len(shown) and sentence.startswith("[") and "]" not in sentence else ""
            self._position(position, closing)
        for note in block.notes:
            self.note(Note(note))

    def _position(self, position: VoteList, closing: str) -> None:
        """Those who took one position, separated by commas and without "and", as the United Nations prints them."""
        look = self.look
        heading = replace(look.body, indent=look.deep, after=look.size * 0.15, keep_with_next=True)
        self.text(self.runs(position.heading, Face.ITALIC), heading, self.root.child("P"))
        if position.names:
            names = sorted((self.plain(name) for name in position.names), key=self.words.sort_key)
            text = self.words.pgettext("list with its full stop", "{names}.").format(names=self.words.listing(names))
        else:
            text = self.plain(position.none)
        runs = [Run(text + closing, Face.REGULAR)]
        self.text(runs, replace(look.body, indent=look.deep), self.root.child("P"))

    def decision(self, block: DecisionBlock) -> None:
        """A decision with its text, indented, and how it was adopted."""
        look = self.look
        indent = look.deep
        style = replace(look.heading, indent=indent, after=look.size * 0.15 if block.title else look.size * 0.5)
        level = min(self._level + 1, 6)
        head = self.root.child(f"H{level}")
        gap = [Run(" ", Face.BOLD)] if block.title else []
        text = self.text([*self.runs(block.name, Face.BOLD), *gap], style, head)
        title = self.plain(block.title)
        self.anchored(text, f"{self.plain(block.name)}. {title}" if title else self.plain(block.name), 1)
        if block.title:
            below = replace(look.heading, indent=indent, before=0)
            self.text(self.runs(block.title, Face.BOLD), below, head)
        body = replace(look.body, indent=indent, right=look.gutter)
        for para in block.text:
            self.para(para, body)
        if block.mode:
            self.text(self.runs(block.mode, Face.ITALIC), body, self.root.child("P"))
        if block.vote is not None:
            self.vote(block.vote)

    def note(self, block: Note) -> None:
        """Small print."""
        style = replace(self.look.small, indent=self.look.gutter)
        for runs in self.paragraphs(block.text):
            self.text(runs, style, self.root.child("P"))

    def signature(self, block: Signature) -> None:
        """A line to sign on, kept together with what stands below it."""
        style = replace(self.look.plain, after=0)
        rule = Rule(0.5, WIDTH * 0.45, before=self.look.size * 4, after=4)
        texts = (self.runs(said) for said in (block.function, block.place_and_date) if said)
        lines = (Text(runs, style, self.root.child("P"), self.language) for runs in texts)
        self.story.append(KeepTogether([rule, *lines]))

    # ---- contents ----

    def contents(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """The table of contents: label, title and name of the place of each part."""
        style = replace(self.look.section, before=0, indent=0)
        self.text([Run(self.words.gettext("Contents"), Face.BOLD)], style, self.root.child("H2"))
        whole = self.root.child("TOC")
        line = replace(self.look.body, after=self.look.size * 0.3, right=self.look.size * 3)
        line = replace(line, indent=self.room([label for label, _title, _name in entries], line))
        for label, title, name in entries:
            item = whole.child("TOCI")
            made = ContentsLine([Run(title, Face.REGULAR, target=f"#{name}")], line, item, self.language)
            if label:
                made.label = Label(label, item)
            self.story.append(made)
