"""How a PDF differs from the one that was issued: saved again, a page altered, pages gone, or broken."""

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.compared_files import Compared, Difference, compare
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from tests import samples


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The minutes of the sample, as they are set."""
    path = samples.sample(tmp_path_factory, tmp_path_factory.mktemp("compared") / "sample.nmirf")
    with open_register(path, read_only=True) as store:
        desk = Secretariat(store)
        meeting = desk.papers.meeting(DocumentKind.MINUTES)
        return desk.papers.preview(Request(DocumentKind.MINUTES, meeting.key))[0]


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def by_pdfium(content: bytes) -> bytes:
    out = io.BytesIO()
    PdfDocument(content).save(out)
    return out.getvalue()


def test_a_file_that_another_program_saved_is_named_as_such(issued: bytes) -> None:
    for other in (saved(pikepdf.open(io.BytesIO(issued))), by_pdfium(issued)):
        assert other != issued
        assert compare(issued, other).difference is Difference.SAVED_AGAIN


def test_the_program_that_saved_it_is_named(issued: bytes) -> None:
    with pikepdf.open(io.BytesIO(issued)) as pdf:
        pdf.docinfo["/Producer"] = "Some Reader 7"
        found = compare(issued, saved(pdf))
    assert found == Compared(Difference.SAVED_AGAIN, program="Some Reader 7")
    assert "Some Reader 7" in found.said_in(catalog(Language.EN))


def test_a_page_with_something_more_on_it_is_named(issued: bytes) -> None:
    with pikepdf.open(io.BytesIO(issued)) as pdf:
        page = pdf.pages[2]
        page.contents_add(b"q 0 0 0 rg 100 400 200 12 re f Q")
        assert compare(issued, saved(pdf)) == Compared(Difference.PAGE, 3)


def test_a_page_that_is_gone_is_counted(issued: bytes) -> None:
    with pikepdf.open(io.BytesIO(issued)) as pdf:
        every = len(pdf.pages)
        del pdf.pages[1]
        found = compare(issued, saved(pdf))
    assert found == Compared(Difference.PAGES, pages=every - 1, issued_pages=every)


def test_what_cannot_be_opened_any_more_is_broken(issued: bytes) -> None:
    assert compare(issued, b"%PDF-1.7\n" + bytes(1000)).difference is Difference.BROKEN


@settings(max_examples=25, deadline=None)
@given(place=st.floats(0.01, 0.99), bit=st.integers(0, 7))
def test_one_altered_byte_anywhere_is_told_without_a_word_about_a_page_that_is_the_same(
    issued: bytes, place: float, bit: int
) -> None:
    at = int(len(issued) * place)
    other = issued[:at] + bytes([issued[at] ^ (1 << bit)]) + issued[at + 1 :]
    found = compare(issued, other)
    assert found.difference in Difference
    if found.difference is Difference.PAGE:
        with PdfDocument(issued) as ours, PdfDocument(other) as theirs:
            pair = [pdf[found.page - 1] for pdf in (ours, theirs)]
            said = [page.get_textpage().get_text_range() for page in pair]
            seen = [bytes(page.render(scale=0.5).buffer) for page in pair]
        assert said[0] != said[1] or seen[0] != seen[1]
