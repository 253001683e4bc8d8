"""The compositor: texts, headings and contents of one edition, set one after the other into its story."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from nmirf_desktop.documents.breaking import NEW_LINE, Run, TextStyle, measured
from nmirf_desktop.documents.contents import FOR_NUMBER, ContentsLine
from nmirf_desktop.documents.flowable import Flowable, Kept, RoomFor
from nmirf_desktop.documents.fonts import ITALICS, Face
from nmirf_desktop.documents.inline import marked, shortened, tied
from nmirf_desktop.documents.page import Imprint, Press, Rule, Sheets, Surround
from nmirf_desktop.documents.setting import Anchor, Label, Text
from nmirf_desktop.documents.tags import Element, Structure
from nmirf_desktop.domain.blocks import Heading
from nmirf_desktop.domain.said import NOTHING, Reading, Said

UNDIVIDED = 0.5
"""A list or table that takes no more of a page than this stands whole with what comes next."""
CLOSER, CLOSEST = 0.75, 0.45
"""The parts of the space between paragraphs that are left where they spare a last page of a few lines, in turn."""
LONGEST_ENTRY = 250
"""So many signs of a title stand in the table of contents."""
ROOM_FOR_ANNEX = 0.4
"""An annex that does not fit below what stands before it begins there all the same in so much of the height."""
DEEPEST = 6
"""The last level of headings that PDF knows."""


class Kind(StrEnum):
    """The parts of a parallel edition: its head, its contents, what it says, and what goes across its columns."""

    HEAD = "head"
    CONTENTS = "contents"
    BODY = "body"
    ACROSS = "across"


Compose = Callable[["Compositor"], None]
"""Sets a paper."""


def bound(imprint: Imprint, compose: Compose) -> bytes:
    """The file of what *compose* sets, with its paragraphs closer together where that spares a short last page."""
    press = Press(imprint.identity, imprint.sheet, Surround(imprint).draw)

    def sheets(space: float) -> Sheets:
        structure = Structure()
        compositor = Compositor(imprint, structure.root)
        compose(compositor)
        return press.printed(structure, spaced(compositor.story, space))

    first = sheets(1)
    if not first.tail():
        return first.data
    spared = (made for made in map(sheets, (CLOSER, CLOSEST)) if not made.tail())
    return next(spared, first).data


def spaced(story: Sequence[Flowable], space: float) -> Sequence[Flowable]:
    """A story with a part of the space between its paragraphs."""
    for one in story:
        one.before, one.after = one.before * space, one.after * space
        if isinstance(one, Kept):
            spaced(one.parts, space)
    return story


class Compositor:
    """Sets texts into :attr:`story`, each with its element of the structure; counts paragraphs, knows the level.

    *register* says that decisions are what the document is made of, and not quoted in it.
    *group* tells its places and bookmarks from those of other languages in the same file.
    """

    def __init__(self, imprint: Imprint, root: Element, group: str = "") -> None:
        self.imprint = imprint
        self.group = group
        self.words = imprint.words
        self.language = imprint.words.language
        self.look = imprint.look
        self.width, self.height = imprint.sheet.width, imprint.sheet.height
        self.root = root
        self.story: list[Flowable] = []
        self._paragraphs = 0
        self._anchors = 0
        self._decisions = 0
        self.register = False
        self.level = 1
        self._base = 1
        self._bookmark = -1

    # ---- what a parallel edition asks for ----

    narrow = False
    """Whether each language has a column of the page."""

    def row(self, kind: Kind = Kind.BODY, *, soft: bool = False) -> None:
        """What follows begins beside its translations, in a parallel edition; here, nothing happens.

        A *soft* beginning counts only where each language has it: the lines of a text may be more in one of them.
        """

    def table_row(self, columns: int) -> float:  # noqa: ARG002  (a parallel edition asks how many)
        """Begin a table of so many columns, as :meth:`row`, and say how wide it may be, in points."""
        self.row()
        return self.width

    def entry(self, whole: Element) -> tuple[Element, Element]:
        """The elements of a new line of a list: its label and its body."""
        item = whole.child("LI")
        return item.child("Lbl"), item.child("LBody")

    def contents_item(self, whole: Element) -> Element:
        """The element of a new line of the table of contents."""
        return whole.child("TOCI")

    def rule(self, weight: float, space: float) -> None:
        """A rule across the text."""
        self.story.append(Rule(weight, self.width, before=space, after=space))

    def stay_with_next(self) -> None:
        """The end of what was set last, or all of it where it is short, stands on the page of what comes next."""
        if not self.story:
            return
        last = self.story.pop()
        height = last.wrap(self.width)
        whole = not isinstance(last, Text) and height <= self.height * UNDIVIDED  # a table would have two headers
        parts = [last] if whole else last.split(self.width, height - 1) or [last]
        parts[-1].keep_with_next = True
        self.story += parts

    def together(self, flowables: Sequence[Flowable]) -> None:
        """Set what stays on one page, with the last lines of what stands before."""
        last = [self.story.pop()] if self.story else []
        self.story.append(Kept([*last, *flowables]))

    # ---- texts ----

    def plain(self, said: Said) -> str:
        """A text as a plain string, marked where it is not its translation: for bookmarks and page heads."""
        reading = said.read(self.language)
        text = tied(" ".join(reading.text.split("\n")), reading.language)
        text = f"{text} {reading.after}" if reading.after else text
        return f"{self.words.gettext(reading.mark)} {text}" if reading.mark else text

    def runs(self, said: Said, face: Face = Face.REGULAR) -> list[Run]:
        """A text as runs, marked where it is an earlier translation, or the original in italics; addresses as links."""
        return self._read(said.read(self.language), face)

    def paragraphs(self, said: Said, face: Face = Face.REGULAR) -> list[list[Run]]:
        """A text as the runs of its paragraphs, one for each line."""
        reading = said.read(self.language)
        lines = [line for line in reading.text.split("\n") if line.strip()]
        parts = (replace(reading, text=line, after=reading.after if line is lines[-1] else "") for line in lines)
        own = [self._read(part, face) for part in parts]
        return [*own, *(marked(line, face, self.language) for line in reading.below.split("\n") if line.strip())]

    def lines(self, said: Said, face: Face = Face.REGULAR) -> list[Run]:
        """A text as runs that begin a new line at each of its line breaks: for cells of a table, and ballot papers."""
        runs = [run for line in self.paragraphs(said, face) for run in (Run(NEW_LINE, Face.REGULAR), *line)]
        return runs[1:]

    def _read(self, reading: Reading, face: Face) -> list[Run]:
        """The runs of a reading."""
        if not reading.mark:
            return marked(reading.text, face, reading.language)
        italic = ITALICS.get(face, face)
        mark = Run(self.words.gettext(reading.mark) + " ", italic)
        if not reading.untranslated:
            return [mark, *marked(reading.text, face, reading.language)]
        after = marked(f" {reading.after}", face, self.language) if reading.after else []
        return [mark, Run(tied(reading.text, reading.language), italic, reading.language), *after]

    def text(self, runs: Sequence[Run], style: TextStyle, element: Element) -> Text:
        """Set runs into the story."""
        made = Text(runs, style, element, self.language)
        self.story.append(made)
        return made

    @property
    def bookmark_level(self) -> int:
        """The level of a bookmark below the last section's, or of the first where there is no section."""
        return self._base - 1

    def number(self) -> str:
        """The number of the next counted paragraph: "12."."""
        self._paragraphs += 1
        return f"{self._paragraphs}."

    def next_decision(self) -> str:
        """The name of the place of the next decision: "decision-1" for the first."""
        self._decisions += 1
        return f"decision-{self._decisions}"

    def anchored(self, text: Text, title: str, level: int, name: str = "") -> str:
        """Make a text a target of links and a bookmark, at most one level below the last; its name is returned."""
        self._anchors += 1
        level = self._bookmark = min(level, self._bookmark + 1)
        name = self.place(name or f"place{self._anchors}")
        text.anchor = Anchor(name, title, level + bool(self.group), self.group)
        return name

    def place(self, name: str) -> str:
        """The name of a place in this language's text."""
        return f"{self.group}-{name}" if self.group else name

    # ---- headings ----

    def title(self, title: Said, below: Said = NOTHING) -> None:
        """The title of the document, with a line below it."""
        self.row(Kind.HEAD)
        style = replace(self.look.title, after=self.look.size * 0.3) if below else self.look.title
        self.text(self.runs(title, Face.BOLD), style, self.root.child("H1"))
        if below:
            self.row(Kind.HEAD)
            style = replace(self.look.centred, after=self.look.size * 1.4)
            self.text(self.runs(below), style, self.root.child("P"))

    def section(self, label: str, title: Said, name: str = "", room: float = 0) -> str:
        """The heading of a section; *label* such as "IV." stands before it, where all labels have *room*."""
        self.row()
        element = self.root.child("H2")
        style = replace(self.look.section, indent=max(room, self.look.gutter) if label else 0)
        text = self.text(self.runs(title, Face.BOLD), style, element)
        if label:
            text.label = Label(label, element, face=Face.BOLD)
        self.level = self._base = 2
        return self.anchored(text, f"{label} {self.plain(title)}".strip(), 0, name)

    def room(self, labels: Sequence[str], style: TextStyle) -> float:
        """The room that the widest of some labels asks for."""
        return max((measured(label, style.face) + 0.6) * style.size for label in labels)

    def annex(self, label: str, title: Said, name: str = "") -> None:
        """The heading of an annex: what it is called, and its title below."""
        self.row()
        element = self.root.child("H2")
        align = self.look.title.align
        style = replace(self.look.section, align=align, indent=0, before=self.look.size * 3)
        first = self.text([Run(label + " ", Face.BOLD)], replace(style, after=0), element)
        self.text(self.runs(title, Face.BOLD), replace(style, before=0), element)
        self.level = self._base = 2
        self.anchored(first, f"{label}. {self.plain(title)}", 0, name)

    def heading(self, block: Heading, name: str = "") -> None:
        """A heading inside a section, with a bookmark below the section's; no level of headings is left out."""
        if not block.text and not block.label:
            return
        self.row()
        self.level = min(block.level + self._base, self.level + 1, DEEPEST)
        element = self.root.child(f"H{self.level}")
        face = Face.BOLD if block.level == 1 else Face.BOLD_ITALIC
        text = self.text(self.runs(block.text, face), replace(self.look.heading, face=face), element)
        if block.label:
            text.label = Label(block.label, element, face=face)
        self.anchored(text, f"{block.label} {self.plain(block.text)}".strip(), self.level - 2, name)

    def fitted(self, start: int) -> None:
        """What the story holds from *start* begins where it stands if it fits there or has much room, else a page."""
        whole = sum(one.before + one.wrap(self.width) + one.after for one in self.story[start:])
        self.story.insert(start, RoomFor(min(whole, self.height * ROOM_FOR_ANNEX)))

    # ---- contents ----

    def contents(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """The table of contents: label, title and name of the place of each part."""
        self.row(Kind.HEAD)
        style = replace(self.look.section, before=0, indent=0)
        self.text([Run(self.words.gettext("Contents"), Face.BOLD)], style, self.root.child("H2"))
        whole = self.root.child("TOC")
        apart = 0.15 if self.imprint.beside else 0.3
        line = replace(self.look.body, after=self.look.size * apart, right=self.look.size * FOR_NUMBER, zone=0)
        line = replace(line, indent=self.room([label for label, _title, _name in entries], line))
        for label, title, name in entries:
            item = self.contents_item(whole)
            shown = shortened(title, LONGEST_ENTRY)
            place = self.place(name)
            made = ContentsLine([Run(shown, Face.REGULAR, target=f"#{place}")], line, item, self.language)
            made.place = place
            if label:
                made.label = Label(label, item)
            self.story.append(made)
