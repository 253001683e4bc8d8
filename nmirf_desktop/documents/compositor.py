"""The compositor: texts, headings and contents of one edition, set one after the other into its story."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportlab.platypus import CondPageBreak
from reportlab.platypus.flowables import Flowable

from nmirf_desktop.documents.breaking import Align, Run, TextStyle, measured
from nmirf_desktop.documents.contents import ContentsLine
from nmirf_desktop.documents.fonts import ITALICS, Face
from nmirf_desktop.documents.inline import marked, shortened, tidy
from nmirf_desktop.documents.page import HEIGHT, WIDTH, Edition, Sheets, printed
from nmirf_desktop.documents.setting import Anchor, Label, Text
from nmirf_desktop.documents.tags import Element, Structure
from nmirf_desktop.domain.blocks import Heading
from nmirf_desktop.domain.said import Reading, Said
from nmirf_desktop.i18n import N_

UNTRANSLATED = N_("[text not available in English]")
CLOSER = 0.75
"""The part of the space between paragraphs that is left where it spares a last page of a few lines."""
LONGEST_ENTRY = 250
"""So many signs of a title stand in the table of contents."""
ROOM_FOR_ANNEX = HEIGHT * 0.4
"""An annex that does not fit below what stands before it begins there all the same in so much room."""


def bound(edition: Edition, compose: Callable[["Compositor"], None]) -> bytes:
    """The file of what *compose* sets, with its paragraphs closer together where that spares a short last page."""

    def sheets(space: float) -> Sheets:
        compositor = Compositor(edition)
        compose(compositor)
        for one in compositor.story:
            one.spaceBefore, one.spaceAfter = one.getSpaceBefore() * space, one.getSpaceAfter() * space
        return printed(edition, compositor.structure, compositor.story)

    first = sheets(1)
    closer = sheets(CLOSER) if first.tail else first
    return (first if closer.tail else closer).data


class Compositor:
    """Sets texts into :attr:`story`, each with its element of the structure; counts paragraphs, knows the level."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.words = edition.words
        self.language = edition.words.language
        self.look = edition.look
        self.structure = Structure()
        self.story: list[Flowable] = []
        self._paragraphs = 0
        self._anchors = 0
        self.level = 1
        self._base = 1
        self._bookmark = -1

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

    @property
    def bookmark_level(self) -> int:
        """The level of a bookmark below the last section's, or of the first where there is no section."""
        return self._base - 1

    def number(self) -> str:
        """The number of the next counted paragraph: "12."."""
        self._paragraphs += 1
        return f"{self._paragraphs}."

    def anchored(self, text: Text, title: str, level: int, name: str = "") -> str:
        """Make a text a target of links and a bookmark, at most one level below the last; its name is returned."""
        self._anchors += 1
        level = self._bookmark = min(level, self._bookmark + 1)
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
        self.level = self._base = 2
        return self.anchored(text, f"{label} {self.plain(title)}".strip(), 0, name)

    def room(self, labels: Sequence[str], style: TextStyle) -> float:
        """The room that the widest of some labels asks for."""
        return max((measured(label, style.face) + 0.6) * style.size for label in labels)

    def annex(self, number: str, title: Said, name: str = "") -> None:
        """The heading of an annex: its number, and its title below."""
        element = self.root.child("H2")
        style = replace(self.look.section, align=Align.CENTRE, indent=0, before=self.look.size * 3)
        label = self.words.gettext("Annex {number}").format(number=number)
        first = self.text([Run(label + " ", Face.BOLD)], replace(style, after=0), element)
        self.text(self.runs(title, Face.BOLD), replace(style, before=0), element)
        self.level = self._base = 2
        self.anchored(first, f"{label}. {self.plain(title)}", 0, name)

    def heading(self, block: Heading, name: str = "") -> None:
        """A heading inside a section, with a bookmark below the section's; no level of headings is left out."""
        if not block.text and not block.label:
            return
        self.level = min(block.level + self._base, self.level + 1)
        element = self.root.child(f"H{self.level}")
        face = Face.BOLD if block.level == 1 else Face.BOLD_ITALIC
        text = self.text(self.runs(block.text, face), replace(self.look.heading, face=face), element)
        if block.label:
            text.label = Label(block.label, element, face=face)
        self.anchored(text, f"{block.label} {self.plain(block.text)}".strip(), self.level - 2, name)

    def fitted(self, start: int) -> None:
        """What the story holds from *start* begins where it stands if it fits there or has much room, else a page."""
        whole = sum(
            one.getSpaceBefore() + one.wrapOn(None, WIDTH, HEIGHT)[1] + one.getSpaceAfter()
            for one in self.story[start:]
        )
        self.story.insert(start, CondPageBreak(min(whole, ROOM_FOR_ANNEX)))

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
            shown = shortened(title, LONGEST_ENTRY)
            made = ContentsLine([Run(shown, Face.REGULAR, target=f"#{name}")], line, item, self.language)
            made.place = name
            if label:
                made.label = Label(label, item)
            self.story.append(made)
