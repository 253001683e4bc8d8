"""How documents look: every measure and style follows from the size of the body."""

from dataclasses import dataclass, replace

from nmirf_desktop.documents.breaking import Align, TextStyle
from nmirf_desktop.documents.fonts import Face

LARGE = 14
"""From so many points on, print is large."""
ZONE = 3
"""So many times the size of its letters a line of a narrow column may stay empty before a word is parted."""


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of a document, all from the size of its body; *narrow* for one of three columns."""

    size: float
    narrow: bool = False

    @classmethod
    def normal(cls) -> "Look":
        """The body at 11 points."""
        return cls(11)

    @classmethod
    def large(cls) -> "Look":
        """Large print: the body at 16 points."""
        return cls(16)

    @classmethod
    def beside(cls, *, large: bool = False) -> "Look":
        """A column beside two others: 9.5 points, no text below 9, as the house's formats ask; large print has 16."""
        return cls(16 if large else 9.5, narrow=True)

    @property
    def enlarged(self) -> bool:
        """Whether a page is set in large print, one language after the other: lines hold few words."""
        return self.size >= LARGE and not self.narrow

    @property
    def gutter(self) -> float:
        """The room for a paragraph's number."""
        return self.size * (2.2 if self.narrow else 2.75)

    @property
    def deep(self) -> float:
        """The indentation of what stands inside a paragraph: a decision, the lists of a vote; less in large print."""
        if self.narrow:
            return self.gutter
        return self.gutter * (1.4 if self.enlarged else 2)

    @property
    def right(self) -> float:
        """What a decision leaves free at its right."""
        return 0 if self.narrow else self.gutter

    @property
    def labels(self) -> float:
        """The part of the width that the labels of a list may take before its lines."""
        return 0.3 if self.narrow else 0.4

    @property
    def leading(self) -> float:
        """From line to line of the body."""
        return self.size * (1.36 if self.narrow else 1.41)

    @property
    def columns(self) -> int:
        """How many columns a list of States has."""
        return 2 if self.enlarged or self.narrow else 3

    @property
    def abreast(self) -> int:
        """How many parts of a narrow table may stand beside each other."""
        return 1 if self.enlarged or self.narrow else 2

    @property
    def padding(self) -> float:
        """What a cell of a table leaves free at its sides."""
        return self.size * 0.3 if self.narrow else 6.0

    @property
    def body(self) -> TextStyle:
        """A paragraph, with room for a number at its left.

        In a narrow column the right margin is kept even by parting words, not by wider spaces: with six or seven
        words in a line, these would run into each other as rivers.
        """
        zone = self.size * ZONE if self.narrow else 0
        after = self.size * 0.7
        return TextStyle(self.size, self.leading, indent=self.gutter, after=after, hyphenate=self.narrow, zone=zone)

    @property
    def plain(self) -> TextStyle:
        """A paragraph from the left edge."""
        return replace(self.body, indent=0)

    @property
    def centred(self) -> TextStyle:
        """A line in the middle; in a narrow column at its left edge, where the eye finds it."""
        return self.plain if self.narrow else replace(self.plain, align=Align.CENTRE)

    @property
    def small(self) -> TextStyle:
        """Small print, tables and lists of States."""
        if self.narrow:
            return replace(self.body, size=self.size * 0.95, leading=self.size * 1.29, indent=0, after=self.size * 0.5)
        size = self.size - 1.5
        return TextStyle(size, size * 1.4, after=self.size * 0.5)

    @property
    def title(self) -> TextStyle:
        """The title of the document."""
        size = self.size * 1.45
        return TextStyle(
            size,
            size * 1.3,
            Face.BOLD,
            Align.LEFT if self.narrow else Align.CENTRE,
            before=self.size * 1.6,
            after=self.size * 1.4,
            keep_with_next=True,
            hyphenate=self.narrow,
        )

    @property
    def section(self) -> TextStyle:
        """The title of a section, with room for its number."""
        size = self.size * 1.18
        return TextStyle(
            size,
            size * 1.35,
            Face.BOLD,
            indent=self.gutter,
            before=self.size * 1.5,
            after=self.size * 0.7,
            keep_with_next=True,
            hyphenate=self.narrow,
        )

    @property
    def heading(self) -> TextStyle:
        """A heading inside a section."""
        return TextStyle(
            self.size,
            self.leading,
            Face.BOLD,
            indent=self.gutter,
            before=self.size,
            after=self.size * 0.5,
            keep_with_next=True,
            hyphenate=self.narrow,
        )
