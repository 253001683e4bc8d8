"""Every document in every edition is archivable and accessible, reads as its paper and says nothing else."""

import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import page
import pypdfium2
import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.blocks import BarChart, Curves, Timeline
from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import RecordPaper, fingerprint
from nmirf_desktop.i18n import Language, catalog
from tests.documents import content
from tests.documents.expected import Leaf, as_read
from tests.documents.made import LONG, PAPERS, Made, every
from tests.documents.reading import Reader, Tag

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
MISREAD = "STREAM-LENGTH-001"  # the validator strips a 0x0D that belongs to the data; lengths are checked below
LIMITS = page.SafetyLimits(max_reference_depth=10_000, max_table_grid_rows=10_000)
"""Bookmarks beside each other are one chain of references; sixty pages may be one table."""
LENGTH = re.compile(rb"/Length (\d+)[^>]*>>\nstream\n")
INLINE = ("Span", "Link")
ABOUT_SIXTY = range(50, 75)


pytestmark = pytest.mark.once
EVERY = tuple(every())
SHORT = tuple(
    f"{kind} "
    for kind in (
        DocumentKind.CALL_FOR_ITEMS,
        DocumentKind.SIGNATURES,
        DocumentKind.ROLL_CALL,
        DocumentKind.BALLOTS,
        DocumentKind.TALLY,
    )
)
"""The kinds in which nobody writes words of any length."""
LONG_ONES = [one for one in EVERY if one[0].endswith(LONG) and one[1] in SEPARATE and not one[0].startswith(SHORT)]
IN_ONE_COLUMN = [
    one for one in EVERY if one[1] in SEPARATE and not one[2] and not one[0].endswith(LONG) and "hostile" not in one[0]
]
"""Small print in one language: in a column of two words nothing tells a line from a row."""


def named(one: tuple[str, Edition, bool]) -> str:
    """How a file is called in a report."""
    return f"{one[0]} {one[1]}" + " large" * one[2]


@pytest.fixture(scope="module", params=EVERY, ids=named)
def made(request: pytest.FixtureRequest) -> Made:
    name, edition, large = request.param
    paper = PAPERS[name]()
    return Made(name, edition, large, paper, typeset(paper, edition, large=large))


# ---- the file ----


def test_it_conforms_to_both_standards(made: Made) -> None:
    for profile in PROFILES:
        failures = page.validate_pdf_bytes(made.data, profile=profile, limits=LIMITS).failures
        assert [(one.rule_id, one.message) for one in failures if MISREAD not in one.rule_id] == []


def test_its_lengths_are_true(made: Made) -> None:
    found = list(LENGTH.finditer(made.data))
    assert len(found) == made.data.count(b"\nendstream")
    for stream in found:
        end = stream.end() + int(stream[1])
        assert made.data[end : end + 11] == b"\nendstream\n"


def test_each_mark_has_one_element_and_nothing_is_untagged(made: Made) -> None:
    assert made.reader.untagged == 0
    owners: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for tag in made.tree.walk():
        for sheet, number in tag.marks:
            assert number not in owners[sheet]
            owners[sheet][number] = tag.own
    parents = made.pdf.Root.StructTreeRoot.ParentTree.Nums
    for sheet, marks in enumerate(made.reader.marks):  # the reader fails where a number is used twice on a page
        assert sorted(marks) == sorted(owners[sheet]) == list(range(len(marks)))
        assert parents[2 * sheet] == sheet
        assert [one.objgen for one in parents[2 * sheet + 1]] == [owners[sheet][number] for number in sorted(marks)]


def test_it_says_of_itself_the_same_in_both_places(made: Made) -> None:
    information, metadata = made.pdf.docinfo, made.pdf.open_metadata()
    head, languages = made.paper.masthead, made.edition.languages
    printed = fingerprint(made.paper, made.edition)
    assert str(made.pdf.Root.Lang) == languages[0]
    assert set(metadata["dc:language"]) == set(languages)
    assert made.pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(information["/Title"]) == metadata["dc:title"]
    assert str(information["/Title"]).startswith(f"{head.symbol} – ")
    assert str(information["/Subject"]) == metadata["dc:description"]
    assert [str(information["/Author"])] == list(metadata["dc:creator"])
    marks = [head.symbol, f"v{head.version}", *(["large-print"] if made.large else []), printed]
    assert str(information["/Keywords"]) == metadata["pdf:Keywords"] == ", ".join(marks)
    assert str(information["/Producer"]) == metadata["pdf:Producer"]
    assert str(information["/Creator"]) == metadata["xmp:CreatorTool"]
    for entry, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        assert str(information[entry]) == f"D:{head.dated:%Y%m%d}000000+00'00'"
        assert metadata[name] == f"{head.dated.isoformat()}T00:00:00+00:00"


@pytest.mark.parametrize("made", LONG_ONES, indirect=True, ids=named, scope="module")
def test_the_long_ones_have_about_sixty_pages(made: Made) -> None:
    assert len(made.pdf.pages) in ABOUT_SIXTY


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(made: Made, tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(made.data)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# ---- what it reads as ----


def plain(text: str) -> str:
    """A text with one ordinary space wherever there is any: glyphs do not tell them apart."""
    return " ".join(text.split())


def leaves(tag: Tag) -> Iterator[Tag]:
    """The elements that hold text themselves, in their order; spans and links are parts of them."""
    if tag.text.strip():
        yield tag
    for kid in tag.kids:
        if kid.name not in INLINE:
            yield from leaves(kid)


def unpaged(tag: Tag) -> str:
    """What an element says; a line of the contents without the number of its page."""
    return re.sub(r"\s\d+$", "", tag.text) if tag.name == "TOCI" else tag.text


def told(tag: Tag) -> tuple[str, ...]:
    """An element of the file as it is compared: its tag, text and picture's words, its spans with their language."""
    spans = [kid for kid in tag.kids if kid.name in INLINE and kid.language]
    return tag.name, plain(unpaged(tag)), plain(tag.alt), *(f"{kid.language}: {plain(kid.text)}" for kid in spans)


def meant(leaf: Leaf) -> tuple[str, ...]:
    """A text of the reference as it is compared."""
    return leaf.tag, plain(leaf.text), plain(leaf.alt), *(f"{lang}: {plain(text)}" for lang, text in leaf.foreign)


def columns(tree: Tag) -> list[list[Tag]]:
    """The cells of a parallel edition, a list for each language; its symbol and the names of the languages aside."""
    rows = [kid.kids for kid in tree.kids if kid.name == "Div"]
    for item in (item for kid in tree.kids if kid.name == "TOC" for item in kid.kids):
        for cell in item.kids:
            cell.name = "TOCI"
        rows.append(item.kids)
    rows += [row.kids for kid in tree.kids if kid.name == "Table" for row in kid.kids[1].kids]
    across = [row for row in rows if len(row) == 1]  # a wide table of each language, one below the other
    beside = [row for row in rows if len(row) != 1]
    assert all([cell.language for cell in row] == list(Language) for row in beside)
    assert [row[0].language for row in across] == list(Language) * (len(across) // len(Language))
    return [[cell for row in rows for cell in row if cell.language == language] for language in Language]


def headings(tree: Tag) -> set[tuple[str, ...]]:
    """The headings of each table."""
    heads = (part for tag in tree.walk() if tag.name == "Table" for part in tag.kids if part.name in {"THead", "TR"})
    return {tuple(plain(cell.text) for cell in head.walk() if cell.name == "TH") for head in heads}


def words_of(texts: Iterable[str]) -> list[str]:
    return plain(" ".join(texts)).split(" ")


def test_it_reads_as_the_paper_and_says_nothing_else(made: Made) -> None:
    match made.edition:
        case Edition.PARALLEL:
            symbol = made.tree.kids[0]
            for language, cells in zip(Language, columns(made.tree), strict=True):
                reference = [leaf.text for leaf in as_read(made.paper, language)]
                reference.remove(symbol.text.strip())
                assert words_of(unpaged(leaf) for cell in cells for leaf in leaves(cell)) == words_of(reference)
        case Edition.CONSECUTIVE:
            assert [part.language for part in made.tree.kids] == list(Language)
            for language, part in zip(Language, made.tree.kids, strict=True):
                tables = headings(part) if made.large else None
                assert list(map(told, leaves(part))) == list(map(meant, as_read(made.paper, language, tables)))
        case _:
            tables = headings(made.tree) if made.large else None
            read = as_read(made.paper, Language(made.edition), tables)
            assert list(map(told, leaves(made.tree))) == list(map(meant, read))


def test_each_page_is_drawn_in_the_order_in_which_it_is_read(made: Made) -> None:
    last: dict[int, int] = defaultdict(lambda: -1)
    for sheet, number in in_order(made.tree):
        assert number > last[sheet], f"page {sheet + 1}"
        last[sheet] = number


def in_order(tag: Tag) -> Iterator[tuple[int, int]]:
    """The marked content in the order of the structure."""
    for part in tag.parts:
        if isinstance(part, Tag):
            yield from in_order(part)
        else:
            yield part


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("made", IN_ONE_COLUMN, indirect=True, ids=named, scope="module")
def test_words_that_lines_part_are_found_whole(made: Made, tmp_path: Path) -> None:
    """By one of two ways of reading a page: by lines, which loses a hyphen of the word's own, or as it was drawn."""
    file = tmp_path / "document.pdf"
    file.write_bytes(made.data)
    read = "".join(
        subprocess.run(["pdftotext", *way, file, "-"], capture_output=True, text=True, check=True).stdout
        for way in ([], ["-raw"])
    )
    words = {word for leaf in leaves(made.tree) for word in re.findall(r"\w+", leaf.text)}
    assert words - set(re.findall(r"\w+", read)) == set()
    assert "\u00ad" not in read


def test_headings_begin_at_one_and_skip_no_level(made: Made) -> None:
    levels = [int(tag.name[1]) for tag in made.tree.walk() if re.fullmatch(r"H\d", tag.name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_chart_is_a_picture_with_words(made: Made) -> None:
    figures = [tag for tag in made.tree.walk() if tag.name == "Figure"]
    paper = made.paper
    sections = (paper.blocks, *(one.blocks for one in paper.sections)) if isinstance(paper, RecordPaper) else ()
    blocks = [block for section in sections for block in section]
    assert len(figures) == sum(isinstance(block, BarChart | Curves | Timeline) for block in blocks)
    assert all(tag.alt for tag in figures)


# ---- ways through it ----


def test_pages_are_named_as_they_are_counted(made: Made) -> None:
    document = pypdfium2.PdfDocument(made.data)
    labels = [document.get_page_label(number) for number in range(len(document))]
    assert "/PageLabels" in made.pdf.Root
    numbers = [str(number) for number in range(1, len(document) + 1)]
    if made.edition is Edition.CONSECUTIVE:
        assert [label.split()[1] for label in labels] == numbers
        assert list(dict.fromkeys(label.split()[0] for label in labels)) == ["EN", "FR", "ES"]
    else:
        assert labels == numbers


def test_bookmarks_are_the_headings_at_their_levels(made: Made) -> None:
    marks = [(mark.level, plain(mark.get_title())) for mark in pypdfium2.PdfDocument(made.data).get_toc(max_depth=9)]
    below = int(made.edition in TOGETHER)
    wanted = []
    for language in made.edition.languages:
        if below:
            name = catalog(language).language_name(language)
            wanted.append((0, name[0].upper() + name[1:]))
        found = [leaf.mark for leaf in as_read(made.paper, language) if leaf.mark is not None]
        wanted += [(level + below, plain(title)) for level, title in found]
    assert marks == wanted


def test_links_are_named_and_lead_somewhere(made: Made) -> None:
    sheets = {sheet.obj.objgen for sheet in made.pdf.pages}
    annotations = [link for sheet in made.pdf.pages for link in sheet.get("/Annots", [])]
    for link in annotations:
        assert str(link.Contents).strip()
        assert link.Dest[0].objgen in sheets if "/Dest" in link else str(link.A.URI)
    assert sum(tag.links for tag in made.tree.walk()) == len(annotations)
    assert all(tag.links and tag.text.strip() for tag in made.tree.walk() if tag.name == "Link")


def test_the_contents_name_the_pages_they_lead_to(made: Made) -> None:
    numbers = {sheet.obj.objgen: number for number, sheet in enumerate(made.pdf.pages, 1)}
    for item in (tag for tag in made.tree.walk() if tag.name == "TOCI"):
        for line in [item] if item.text.strip() else item.kids:
            (link,) = [tag for tag in line.kids if tag.name == "Link"]
            assert link.target is not None
            assert int(line.text.split()[-1]) == numbers[link.target]


# ---- print ----


def test_large_print_is_set_at_sixteen_points() -> None:
    assert 11 in Reader(typeset(content.agenda(), Edition.EN)).sizes
    large = Reader(typeset(content.agenda(), Edition.EN, large=True)).sizes
    assert 16 in large
    assert 11 not in large
