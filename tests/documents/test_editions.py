"""The editions in three languages: rows stand beside each other, nothing is lost, each part is in its language."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.documents.look import Look
from nmirf_desktop.domain.editions import TOGETHER, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper
from nmirf_desktop.domain.papers import Paper, fingerprint
from nmirf_desktop.i18n import Language
from tests.documents import content, debate, hostile, kinds
from tests.documents.reading import Reader, Tag
from tests.domain.test_drafting_elections import FIRST_BALLOT, SECOND_BALLOT, election, held

FIGURES = (1, 2)
"""The ballots whose figures are printed, by their numbers."""
COLUMN = 234.0  # of the sheet, from the left edge of one column to that of the next, at least
every_edition = pytest.mark.parametrize("edition", TOGETHER)


PAPERS: dict[str, Paper] = {
    "agenda": content.agenda(),
    "annotated agenda": content.agenda(annotated=True),
    "hostile agenda": hostile.agenda(),
    "small minutes": debate.small_minutes(),
    "uneven minutes": hostile.minutes(),
    "minutes": debate.minutes(statements=6),
}
each_paper = pytest.mark.parametrize("name", list(PAPERS))


def leaves(tag: Tag) -> Iterator[str]:
    """The texts of the elements that hold text, in their order; spans and links are told by what they stand in."""
    if tag.text.strip():
        yield tag.text.strip()
        return
    for kid in tag.kids:
        yield from leaves(kid)


def words_of(tag: Tag) -> list[str]:
    return " ".join(leaves(tag)).split()


def rows_of(tree: Tag) -> list[list[Tag]]:
    """The rows of the table of languages, each with its three cells."""
    table = next((kid for kid in tree.kids if kid.name == "Table"), None)
    rows = [row for part in table.kids for row in part.kids] if table is not None else []
    return [row.kids for row in rows]


@each_paper
@pytest.mark.parametrize("large", [False, True])
def test_what_stands_beside_each_other_begins_at_one_height(name: str, large: bool) -> None:
    reader = Reader(typeset(PAPERS[name], Edition.PARALLEL, large=large))
    compared = 0
    for row in (one for one in rows_of(reader.tree()) if len(one) > 1):
        begins = [firsts(cell, reader) for cell in row]
        pages = {min(one) for one in begins if one}
        assert len(pages) <= 1, "a row begins on one page"
        for page in {page for one in begins for page in one}:
            tops = [one[page][1] for one in begins if page in one]
            assert max(tops) - min(tops) < 0.01
            compared += len(tops)
            lefts = [one[page][0] for one in begins if page in one]
            assert all(after - before > COLUMN for before, after in pairwise(lefts))
    assert compared > 30


def firsts(cell: Tag, reader: Reader) -> dict[int, tuple[float, float]]:
    """Where a cell begins on each of its pages: its left and the first line of it."""
    found: dict[int, tuple[float, float]] = {}
    for tag in cell.walk():
        for page, number in tag.marks:
            if number in reader.places[page]:
                found.setdefault(page, reader.places[page][number])
    return found


def test_a_long_annotation_goes_on_beside_the_short_ones_and_none_of_it_is_lost() -> None:
    reader = Reader(typeset(hostile.agenda(), Edition.PARALLEL))
    rows = rows_of(reader.tree())
    long = next(row for row in rows if list(leaves(row[0])) == ["1. Short."])
    pages = [{page for tag in cell.walk() for page, _number in tag.marks} for cell in long]
    assert len(pages[1]) > 1
    assert pages[0] == pages[2] == {min(pages[1])}
    assert words_of(long[1])[1:] == (hostile.LINE * 3 * 14).split()


def test_each_cell_is_in_its_language_and_the_original_in_its_own() -> None:
    rows = rows_of(Reader(typeset(hostile.agenda(), Edition.PARALLEL)).tree())
    assert all([cell.language for cell in row] == list(Language) for row in rows)
    assert [cell.text for cell in rows[0]] == ["English", "Français", "Español"]
    assert {cell.scope for cell in rows[0]} == {"Column"}
    lacking = next(row for row in rows if "[text not available in English]" in " ".join(leaves(row[0])))
    assert "[texte non disponible en français]" in " ".join(leaves(lacking[1]))
    spans = [[tag.language for tag in cell.walk() if tag.name == "Span"] for cell in lacking]
    assert spans == [["es"], ["es"], []]


def test_lines_of_a_text_stand_beside_each_other_where_each_language_has_them() -> None:
    rows = rows_of(Reader(typeset(hostile.minutes(), Edition.PARALLEL)).tree())
    texts = [[" ".join(leaves(cell)) for cell in row] for row in rows]
    assert ["1. One. Two. Three.", "1. Un. Deux.", "1. Uno."] in texts
    assert ["One.", "Un.", "Uno."] in texts
    assert ["Two.", "Deux.", "Dos."] in texts


def test_a_column_holds_no_small_letters() -> None:
    look = Look.beside()
    assert look.size == 9.5
    assert min(style.size for style in (look.small, look.body, look.heading, look.section)) >= 9
    assert Look.beside(large=True).size == 16


def test_large_print_is_on_a3() -> None:
    for large, size in ((False, (842, 595)), (True, (1191, 842))):
        page = pypdfium2.PdfDocument(typeset(content.agenda(), Edition.PARALLEL, large=large))[0]
        assert tuple(round(side) for side in page.get_size()) == size


@pytest.mark.parametrize("large", [False, True])
def test_a_wide_table_goes_across_the_page_and_no_word_of_it_is_parted(
    large: bool,
) -> None:
    paper = kinds.paper(DocumentKind.MINUTES, kinds.Size.SMALL)
    reader = Reader(typeset(paper, Edition.PARALLEL, large=large))
    (*_, across) = zip(*[iter(one[0] for one in rows_of(reader.tree()) if len(one) == 1)] * 3, strict=True)
    assert [cell.language for cell in across] == list(Language)
    heads = [[tag.text for tag in cell.walk() if tag.name == "TH" and tag.scope == "Column"] for cell in across]
    assert heads[0][2:5] == ["In favour", "Against", "Abstentions"]
    assert heads[1][2:5] == ["Pour", "Contre", "Abstentions"]
    for cell in across:
        tops = [reader.places[page][number] for tag in cell.walk() for page, number in tag.marks if tag.name == "TH"]
        assert len({round(top) for _left, top in tops[:6]}) == 1, "each heading stands on one line"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_parted_words_are_found_whole(tmp_path: Path) -> None:
    file = tmp_path / "parallel.pdf"
    data = typeset(debate.minutes(statements=6), Edition.PARALLEL)
    file.write_bytes(data)
    read = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    found = {*re.findall(r"\w+", read)}
    said = [*leaves(Reader(data).tree())]
    wanted = {word for text in said for word in re.findall(r"\w+", text) if word.islower()}
    assert {"représentante", "recommandations", "competentes"} <= wanted
    assert wanted - found == set()
    assert "\u00ad" not in read


@every_edition
def test_bookmarks_stand_below_their_language(edition: Edition) -> None:
    paper = debate.minutes(statements=1)
    document = pypdfium2.PdfDocument(typeset(paper, edition))
    marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert [title for level, title in marks if level == 0] == ["English", "Français", "Español"]
    sections = len(paper.sections) + len(paper.annexes)
    assert sum(level == 1 for level, _title in marks) == 3 * sections
    assert marks.index((0, "Français")) < marks.index((1, "II. Participation")) < marks.index((0, "Español"))


@every_edition
def test_links_lead_within_their_language(edition: Edition) -> None:
    data = typeset(debate.minutes(statements=2), edition)
    document = pypdfium2.PdfDocument(data)
    rows = [tag for tag in Reader(data).tree().walk() if tag.name == "TOCI"]
    lines = [line for row in rows for line in ([row] if edition is Edition.CONSECUTIVE else row.kids)]
    assert len(lines) == 3 * 15
    for line in lines:
        assert sum(tag.links for tag in line.walk()) >= 1
        found = re.fullmatch(r"(?:[IVX]+\. )?(.*?)(\d+)", line.text.strip())
        assert found is not None
        page = document[int(found[2]) - 1].get_textpage().get_text_range()
        text = " ".join(page.split())
        title = re.sub(r"^(Annexe?|Anexo) I+\. ", "", found[1].strip())
        assert title.split()[0] in text


def test_pages_are_counted_through_and_named_by_their_language() -> None:
    data = typeset(debate.small_minutes(), Edition.CONSECUTIVE)
    document = pypdfium2.PdfDocument(data)
    total = len(document)
    labels = [document.get_page_label(number) for number in range(total)]
    assert labels == sorted(labels, key=lambda label: int(label.split()[1]))
    assert [label.split()[1] for label in labels] == [str(number) for number in range(1, total + 1)]
    assert list(dict.fromkeys(label.split()[0] for label in labels)) == ["EN", "FR", "ES"]
    for number, (label, page) in enumerate(zip(labels, document, strict=True), 1):
        of = {"EN": "Page {} of {}", "FR": "Page {} sur {}", "ES": "Página {} de {}"}[label.split()[0]]
        assert of.format(number, total) in page.get_textpage().get_text_range()


def test_a_page_beside_is_numbered_in_three_languages() -> None:
    document = pypdfium2.PdfDocument(typeset(debate.small_minutes(), Edition.PARALLEL))
    for number, page in enumerate(document, 1):
        text = page.get_textpage().get_text_range()
        total = len(document)
        assert f"Page {number} of {total} · Page {number} sur {total} · Página {number} de {total}" in text
        assert fingerprint(debate.small_minutes(), Edition.PARALLEL) in text
        assert number == 1 or all(title in text for title in ("Minutes", "Procès-verbal", "Acta"))


@every_edition
def test_the_file_says_its_languages(edition: Edition) -> None:
    with pikepdf.open(io.BytesIO(typeset(debate.small_minutes(), edition))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert pdf.open_metadata()["dc:language"] == {"en", "fr", "es"}
        assert "Minutes / Procès-verbal / Acta" in str(pdf.docinfo["/Title"])


def test_a_fingerprint_is_of_paper_and_edition() -> None:
    paper = content.agenda()
    prints = {fingerprint(paper, edition) for edition in Edition}
    assert len(prints) == len(Edition)
    assert fingerprint(paper, Edition.FR) == fingerprint(paper, Language.FR)
    spanish = replace(paper.items[0], title=replace(paper.items[0].title, es="Otro"))
    other = replace(paper, items=(spanish, *paper.items[1:]))
    changed = {edition for edition in Edition if fingerprint(paper, edition) != fingerprint(other, edition)}
    assert changed == {Edition.ES, *TOGETHER}


def test_the_figures_of_a_ballot_stand_beside_their_labels_and_a_table_in_three_languages_on_one_page() -> None:
    known = held(election(2), FIRST_BALLOT, SECOND_BALLOT)
    paper = minutes_paper(Minutes("m", "meeting"), just_drafted(known), known)
    pages = pypdfium2.PdfDocument(typeset(paper, Edition.PARALLEL))
    texts = [page.get_textpage().get_text_bounded().replace("\r", "").replace("\u00a0", " ") for page in pages]
    whole = "\n".join(texts)
    for figure in ("Number of ballot papers 9", "Nombre de bulletins déposés 9", "Número de cédulas depositadas 9"):
        assert whole.count(figure) == len(FIGURES)
    heads = ("Called to order", "Ouverture", "Apertura")
    assert sum(all(head in text for head in heads) for text in texts) == 1
    for number in FIGURES:
        own = [text for text in texts if f"(ballot {number}, " in text]
        assert any("Number of ballot papers 9" in text and "Required majority" in text for text in own)
