"""How documents look: every measure and style follows from the size of the body."""

from dataclasses import dataclass, replace

from nmirf_desktop.documents.breaking import Align, TextStyle
from nmirf_desktop.documents.fonts import Face


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of a document, all from the size of its body."""

    size: float

    @classmethod
    def normal(cls) -> "Look":
        """The body at 11 points."""
        return cls(11)

    @classmethod
    def large(cls) -> "Look":
        """Large print: the body at 16 points."""
        return cls(16)

    @property
    def gutter(self) -> float:
        """The room for a paragraph's number."""
        return self.size * 2.75

    @property
    def deep(self) -> float:
        """The indentation of what stands inside a paragraph: a decision, the lists of a vote; less in large print."""
        return self.gutter * (2 if self.size < 14 else 1.4)

    @property
    def leading(self) -> float:
        """From line to line of the body."""
        return self.size * 1.41

    @property
    def columns(self) -> int:
        """How many columns a list of States has."""
        return 3 if self.size < 14 else 2

    @property
    def body(self) -> TextStyle:
        """A paragraph, with room for a number at its left."""
        return TextStyle(self.size, self.leading, indent=self.gutter, after=self.size * 0.7)

    @property
    def plain(self) -> TextStyle:
        """A paragraph from the left edge."""
        return replace(self.body, indent=0)

    @property
    def centred(self) -> TextStyle:
        """A line in the middle."""
        return replace(self.plain, align=Align.CENTRE)

    @property
    def small(self) -> TextStyle:
        """Small print, tables and lists of States."""
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
            Align.CENTRE,
            before=self.size * 1.6,
            after=self.size * 1.4,
            keep_with_next=True,
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
        )
