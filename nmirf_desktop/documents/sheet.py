"""The sheets of paper that documents are printed on, and what stays free around their text."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A3, A4, landscape


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and what it leaves free, in points; its text stands in *columns* with a *gap* between them."""

    size: tuple[float, float]
    side: float
    top: float
    bottom: float
    columns: int = 1
    gap: float = 0

    @property
    def whole(self) -> float:
        """The width between the margins."""
        return self.size[0] - 2 * self.side

    @property
    def width(self) -> float:
        """The width of one column."""
        return (self.whole - self.gap * (self.columns - 1)) / self.columns

    @property
    def height(self) -> float:
        """The height between the margins."""
        return self.size[1] - self.top - self.bottom

    def left(self, column: int) -> float:
        """Where a column begins, from the left margin."""
        return column * (self.width + self.gap)


PORTRAIT = Sheet(A4, side=71.0, top=78.0, bottom=74.0)  # 2.5 cm at the sides
LANDSCAPE = Sheet(landscape(A4), side=57.0, top=66.0, bottom=62.0, columns=3, gap=24.0)
"""Three columns of 80 mm, as the journal and the treaty series of the United Nations have them."""
WIDE = Sheet(landscape(A3), side=71.0, top=84.0, bottom=78.0, columns=3, gap=34.0)
"""The same in large print: on A4 a column of large letters would hold three words."""
WIDTH, HEIGHT = PORTRAIT.width, PORTRAIT.height
