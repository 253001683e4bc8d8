"""Letters to many in one file, each from a page of its own on, and the labels for their envelopes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from nmirf_desktop.documents import record
from nmirf_desktop.documents.archive import Identity
from nmirf_desktop.documents.breaking import NEW_LINE, Run, TextStyle
from nmirf_desktop.documents.canvas import Bookmark, TaggedCanvas
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.flowable import Flowable, Opening
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.inline import marked, shortened, tidy
from nmirf_desktop.documents.page import LONGEST_TITLE, Imprint, Press, Surround
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.sheet import PORTRAIT, Sheet
from nmirf_desktop.documents.tags import Element, Structure
from nmirf_desktop.domain.papers import AddressLabel, Masthead, RecordPaper
from nmirf_desktop.i18n import Language, catalog

MM = 72 / 25.4
ACROSS, DOWN = 3, 8
LABEL_WIDTH, LABEL_HEIGHT = 70 * MM, 36 * MM
"""Three by eight labels on a sheet of A4, as the trade sells them; above and below stay 4.5 mm."""
LABELS = Sheet((210 * MM, 297 * MM), side=0.0, top=4.5 * MM, bottom=4.5 * MM)
MARGIN_X, MARGIN_Y = 6 * MM, 4 * MM
"""What stays free around a text: printers do not reach the edge of a sheet, and sheets do not lie straight."""
SIZES = tuple(size / 2 for size in range(22, 7, -1))
"""The sizes that are tried, from 11 points to 4."""
SMALLEST = tuple(size / 4 for size in range(14, 1, -1))
"""Those of an address whose lines have to follow one another to fit."""
LEADING = 1.22


# ---- letters ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter with what surrounds its pages."""

    imprint: Imprint
    group: str
    bookmark: str

    def begin(self, starts: list[int], canvas: TaggedCanvas) -> None:
        """Note the page on which the letter begins, and give it its bookmark."""
        starts.append(canvas.page_index)
        canvas.place(self.group, self.imprint.sheet.size[1])
        canvas.outline(Bookmark(self.group, self.bookmark, 0), self.group)


def set_letters(papers: Sequence[tuple[str, RecordPaper]], language: Language) -> bytes:
    """The file of some letters in a language, each with to whom it goes; the pages of each are counted by themselves.

    Raises :class:`nmirf_desktop.domain.refusals.Problem` for a character that cannot be printed.
    """
    words, structure = catalog(language), Structure()
    starts: list[int] = []
    story: list[Flowable] = []
    surrounds: list[Surround] = []
    for number, (to, paper) in enumerate(papers, 1):
        imprint = Imprint(paper.masthead, record.title(paper, words), words, "")
        letter = _Letter(imprint, f"letter{number}", shortened(tidy(to), LONGEST_TITLE))
        surrounds.append(Surround(imprint))
        compositor = Compositor(imprint, structure.root.child("Part"), letter.group)
        record.compose(paper, compositor)
        story += [Opening(partial(letter.begin, starts)), *compositor.story]

    def furniture(canvas: TaggedCanvas, number: int, total: int) -> None:
        at = sum(start < number for start in starts) - 1
        end = starts[at + 1] if at + 1 < len(starts) else total
        page = number - starts[at]
        surrounds[at].around(canvas, page, end - starts[at], first=page == 1)

    head, title = papers[0][1].masthead, record.title(papers[0][1], words)
    said = _identity(head, title, language)
    return Press(said, PORTRAIT, furniture).printed(structure, story).data


def _identity(head: Masthead, title: str, language: Language) -> Identity:
    """What the file says of itself: no fingerprint, as neither letters nor labels are issued documents."""
    symbol = head.symbol
    return Identity(
        title=shortened(f"{symbol} – {title}", LONGEST_TITLE),
        author=tidy(head.network.read(language).text),
        subject=shortened(title, LONGEST_TITLE),
        keywords=symbol,
        identifier=f"{symbol}/{language}/{title}",
        languages=(language,),
        dated=head.dated,
    )


# ---- labels ----------------------------------------------------------------------------------------------------------


def set_labels(labels: Sequence[AddressLabel], head: Masthead, title: str, language: Language) -> bytes:
    """The file of some labels, in their order from left to right and from above; no text is cut.

    Raises as :func:`set_letters`.
    """
    structure, on_a_sheet = Structure(), ACROSS * DOWN
    sheets = [labels[start : start + on_a_sheet] for start in range(0, len(labels), on_a_sheet)]
    story = [LabelSheet([_fitted(one, structure.root, language) for one in sheet]) for sheet in sheets]
    said = _identity(head, title, language)
    surround = Surround(Imprint(head, title, catalog(language), ""))
    return Press(said, LABELS, surround.draw).printed(structure, story).data


def _fitted(label: AddressLabel, root: Element, language: Language) -> Text:
    """A label's text as large as its field allows; an address of very many lines is set as one."""
    width, height = LABEL_WIDTH - 2 * MARGIN_X, LABEL_HEIGHT - 2 * MARGIN_Y
    element = root.child("P", language="" if label.language is language else str(label.language))
    tries = [*((size, NEW_LINE) for size in SIZES), *((size, ", ") for size in (*SIZES, *SMALLEST))]
    made = (
        Text(_runs(label, between), TextStyle(size, size * LEADING), element, label.language) for size, between in tries
    )
    first = next(made)
    return first if first.wrap(width) <= height else next(one for one in made if one.wrap(width) <= height)


def _runs(label: AddressLabel, between: str) -> list[Run]:
    """The lines of a label, the name first and in bold."""
    runs: list[Run] = []
    for place, line in enumerate(label.lines):
        if place:
            runs.append(Run(between, Face.REGULAR))
        runs += marked(line, Face.REGULAR if place else Face.BOLD, label.language)
    return runs


class LabelSheet(Flowable):
    """A sheet of equal fields, with a text in the middle of the height of each."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts

    def wrap(self, available: float) -> float:
        """A whole page."""
        self.width, self.height = available, LABELS.height
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """The texts, row by row; there is nothing around them but the mark of a specimen."""
        canvas.bare()
        for place, text in enumerate(self._texts):
            row, column = divmod(place, ACROSS)
            height = text.wrap(LABEL_WIDTH - 2 * MARGIN_X)
            foot = self.height - (row + 1) * LABEL_HEIGHT + (LABEL_HEIGHT - height) / 2
            text.put(canvas, column * LABEL_WIDTH + MARGIN_X, foot)
