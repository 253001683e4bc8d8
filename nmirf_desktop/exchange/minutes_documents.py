"""Minutes as a document of Word's (DOCX), for members who correct in a word processor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nmirf_desktop.domain.agenda import roman
from nmirf_desktop.domain.distribution import DISTRIBUTION_LINES
from nmirf_desktop.domain.papers import DRAFT_MARK, NOT_ISSUED, MinutesPaper
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.word_lines import WordLine
from nmirf_desktop.exchange.translation_documents import LOCALES
from nmirf_desktop.exchange.word_blocks import (
    BODY,
    CENTRED,
    LINE,
    WIDE,
    WordText,
    printed,
    sheet,
)
from nmirf_desktop.exchange.word_lines import lines_of
from nmirf_desktop.exchange.word_parts import (
    describe,
    element,
    field,
    paragraph,
    restyle,
    rule,
    saved,
    speak,
    tag,
    text_run,
    track,
)
from nmirf_desktop.i18n import N_, Catalog

if TYPE_CHECKING:
    from docx.document import Document

NOTICE, HEAD, TITLE_LINE = "MinutesNotice", "MinutesHead", "Title"
FEW = 4
"""So many sections need no table of contents."""
SPECIMEN = N_("SPECIMEN")
PAGES = N_("Page {x} of {y}")
_PLACE = "\ufffc"
"""Where a field stands in a sentence."""


@dataclass(frozen=True, slots=True)
class MinutesCopy:
    """Minutes as they leave for one language.

    *keys* are those of the paragraphs by their numbers; the *notice* says, line by line, how they are corrected;
    *fingerprint* is that of the paper, as the PDF bears it; *title* what the minutes are called, *below* what stands
    under that; *meeting* is the key of theirs, by which a file of another register is told.
    """

    paper: MinutesPaper
    keys: Mapping[int, Key]
    title: str
    below: str
    notice: tuple[str, ...]
    fingerprint: str
    meeting: Key = ""


def as_docx(copy: MinutesCopy, words: Catalog) -> bytes:
    """The minutes with the content and the numbers of the PDF, a bookmark around each paragraph, without a macro.

    The same minutes give the same bytes.
    """
    from docx import Document

    document = Document()
    speak(document, words.language)
    if copy.notice:
        track(document)
    _styles(document)
    _sheet(document, copy, words)
    text = WordText(words, copy.keys)
    _head(copy, text)
    _parts(copy.paper, text)
    _put(document, text)
    head = copy.paper.masthead
    version = DRAFT_MARK if head.version == NOT_ISSUED else f"v{head.version}"
    said = {
        "title": f"{head.symbol} – {copy.title}",
        "author": head.network.read(words.language).text,
        "last_modified_by": head.network.read(words.language).text,
        "subject": text.plain(head.meeting)[:250],
        "keywords": ", ".join(filter(None, (head.symbol, version, copy.fingerprint, copy.meeting))),
        "identifier": f"{head.symbol}/{version}/{words.language}/{copy.fingerprint}",
        "language": LOCALES[words.language],
    }
    describe(document, head.dated, said)
    return saved(document)


def lines_left(copy: MinutesCopy, words: Catalog) -> tuple[WordLine, ...]:
    """The lines of the document that :func:`as_docx` makes, as they are read when it comes back."""
    from docx.opc.oxml import serialize_part_xml

    text = WordText(words, copy.keys)
    _head(copy, text)
    _parts(copy.paper, text)
    return lines_of(serialize_part_xml(element("body", *text.parts)), {})


def _styles(document: "Document") -> None:
    """The styles, after those of the PDF: 11 points, numbers in a margin of their own."""
    restyle(document, "Normal", size=11)
    restyle(document, "Minutes Text", indent=30)
    restyle(document, "Minutes Paragraph", indent=30, first=-30)
    restyle(document, "Minutes Entry", indent=110, first=-80, after=3)
    restyle(document, "Minutes Line", indent=60, first=-30, after=3)
    restyle(document, "Minutes States", size=9.5, indent=38, first=-8, after=0)
    restyle(document, "Minutes Small", size=9.5, indent=30, after=5)
    restyle(document, "Minutes Inside", indent=60, after=4)
    restyle(document, "Minutes Decision", indent=60)
    restyle(document, "Minutes Cell", size=9.5, after=1)
    restyle(document, "Minutes Centred", align=1)
    restyle(document, "Minutes Notice", size=10, after=4, indent=7, right=7)
    restyle(document, "Minutes Head", size=10, after=2)
    restyle(document, TITLE_LINE, size=16, bold=True, align=1, before=18, after=14, keep=True)
    restyle(document, "Heading 1", size=13, bold=True, indent=36, first=-36, before=16, after=8, keep=True)
    restyle(document, "Heading 2", bold=True, indent=30, before=11, after=6, keep=True)
    restyle(document, "Heading 3", bold=True, italic=True, indent=30, before=11, after=6, keep=True)
    restyle(document, "Header", size=8.5, after=0)
    restyle(document, "Footer", size=8.5, after=0)


def _head(copy: MinutesCopy, text: WordText) -> None:
    """The head of the first page, how the minutes are corrected, their title, and where each part stands."""
    head, words = copy.paper.masthead, text.words
    if head.specimen:
        text.words_in(CENTRED, words.gettext(SPECIMEN), b=True)
    text.add(HEAD, [text_run(text.plain(head.network), words.language), *_at_right(head.symbol, words)], _tabs())
    if head.secretariat:
        text.say(HEAD, head.secretariat)
    text.add(HEAD, [text_run(text.plain(head.meeting), words.language, b=True)], rule("top", 4))
    text.say(HEAD, head.place_and_dates)
    about = (words.gettext(DISTRIBUTION_LINES[head.distribution]), head.day(words))
    for line in filter(None, (*about, head.original_in(words))):
        text.words_in(HEAD, line)
    if head.item:
        text.say(HEAD, head.item)
    text.add(TITLE_LINE, [text_run(copy.title, words.language)], rule("top", 14))
    if copy.below:
        text.words_in(CENTRED, copy.below)
    for line in copy.notice:
        text.add(NOTICE, [text_run(printed(line, words.language), words.language)], _box())
    if copy.paper.contents and len(copy.paper.sections) + len(copy.paper.annexes) > FEW:
        _contents(copy.paper, text)


def _at_right(said: str, words: Catalog) -> list[Any]:
    return [text_run("\t", words.language), text_run(said, words.language, b=True)]


def _tabs() -> Any:
    return element("tabs", element("tab", val="right", pos=WIDE))


def _box() -> Any:
    edges = (element(edge, val="single", sz=6, space=6, color="auto") for edge in ("top", "left", "bottom", "right"))
    return element("pBdr", *edges)


def _titles(paper: MinutesPaper, text: WordText) -> list[tuple[str, str]]:
    """The name and the title of each section and annex."""
    sections = [
        (f"section_{number}", f"{roman(number).upper()}.\t{text.plain(one.title)}")
        for number, one in enumerate(paper.sections, 1)
    ]
    pattern, names = text.words.gettext("{annex}. {title}"), paper.annex_names
    annexes = [
        (f"annex_{number}", pattern.format(annex=name.said_in(text.words), title=text.plain(one.title)))
        for number, (one, name) in enumerate(zip(paper.annexes, names, strict=True), 1)
    ]
    return [*sections, *annexes]


def _contents(paper: MinutesPaper, text: WordText) -> None:
    """A table of contents that a word processor makes anew, without pages: these are its own."""
    words = text.words
    text.add(BODY, [text_run(words.gettext("Contents"), words.language, b=True)], element("spacing", before=240))
    opened = field('TOC \\o "1-1" \\n \\h \\z', "", words.language)
    begin, code, separate, _shown, end = opened
    entries = _titles(paper, text)
    for place, (name, title) in enumerate(entries):
        link = element("hyperlink", text_run(title, words.language), anchor=name, history=1)
        before = [begin, code, separate] if place == 0 else []
        text.add(LINE, [*before, link, *([end] if place == len(entries) - 1 else [])])


def _parts(paper: MinutesPaper, text: WordText) -> None:
    """The sections, then the annexes, each with its heading."""
    parts = (*paper.sections, *paper.annexes)
    for (name, title), part in zip(_titles(paper, text), parts, strict=True):
        text.title("Heading1", name, title)
        text.blocks(part.blocks)


def _sheet(document: "Document", copy: MinutesCopy, words: Catalog) -> None:
    """The page: A4, with symbol and title above all but the first, symbol and number below each."""
    section = document.sections[0]
    last = section._sectPr  # noqa: SLF001
    for part in list(last):
        last.remove(part)
    last.extend((element("type", val="continuous"), *sheet(), element("cols", space=360)))
    head = copy.paper.masthead
    left = head.foot(words, copy.fingerprint)
    pages = [text_run(f"{left}\t", words.language), *_page_of(words)]
    section.different_first_page_header_footer = True
    top = [text_run(f"{copy.title}\t{head.symbol}", words.language)]
    _fill(section.header, paragraph("Header", top, words.language, rule("bottom", 2), _tabs()))
    _fill(section.footer, paragraph("Footer", pages, words.language, _tabs()))
    pages = [text_run(f"{left}\t", words.language), *_page_of(words)]
    _fill(section.first_page_footer, paragraph("Footer", pages, words.language, _tabs()))
    _fill(section.first_page_header, paragraph("Header", [], words.language))


def _put(document: "Document", text: WordText) -> None:
    """Fill the document. Its first section has the heads and feet; the others follow it, but for the first page's."""
    body = document.element.body
    last = body.find(tag("w:sectPr"))
    for part in text.parts:
        last.addprevious(part)
    first = next(body.iter(tag("w:sectPr")))
    if first is last:
        last.remove(last.find(tag("w:type")))
        return
    for place, part in enumerate(last.findall(tag("w:headerReference")) + last.findall(tag("w:footerReference"))):
        first.insert(place, part)
    page = last.find(tag("w:titlePg"))
    if page is not None:
        first.append(page)
    first.remove(first.find(tag("w:type")))


def _page_of(words: Catalog) -> Iterable[Any]:
    """The words with the number of the page, and that of all, as fields."""
    said = words.gettext(PAGES).format(x=f"{_PLACE}PAGE{_PLACE}", y=f"{_PLACE}NUMPAGES{_PLACE}")
    for place, part in enumerate(said.split(_PLACE)):
        if place % 2:
            yield from field(part, "1", words.language)
        elif part:
            yield text_run(part, words.language)


def _fill(holder: Any, made: Any) -> None:
    holder.is_linked_to_previous = False
    for part in list(holder._element):  # noqa: SLF001
        holder._element.remove(part)  # noqa: SLF001
    holder._element.append(made)  # noqa: SLF001
