"""Which document a PDF is: each kind in each edition, issued or not, altered by a byte, or saved again elsewhere."""

import datetime
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from nmirf_desktop.__main__ import main
from nmirf_desktop.domain.editions import EDITION_LABELS, SEPARATE, Edition
from nmirf_desktop.domain.issued import TRILINGUAL, DocumentKind, IssuedDocument
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Asked, Request
from nmirf_desktop.services.secretariat import Secretariat
from tests import samples

Which = tuple[DocumentKind, Edition]
DAY = samples.ON
EVERY = [(kind, edition) for kind in DocumentKind for edition in Edition if edition in SEPARATE or kind in TRILINGUAL]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample register in which every kind was issued in every edition."""
    path = samples.sample(tmp_path_factory, tmp_path_factory.mktemp("issued") / "sample.nmirf")
    with open_register(path, author="coordinator") as store:
        desk = Secretariat(store)
        for kind in DocumentKind:
            desk.papers.issue(wanted(desk, kind, *(edition for one, edition in EVERY if one is kind)), DAY)
    return path


@pytest.fixture(scope="module")
def desk(register: Path) -> Iterator[Secretariat]:
    with open_register(register, read_only=True) as store:
        yield Secretariat(store)


def wanted(desk: Secretariat, kind: DocumentKind, *editions: Edition) -> Request:
    symbol = "NMIRF/2026" if kind is DocumentKind.ADOPTED else None
    found = desk.papers.request(Asked(kind, symbol), DAY)
    return Request(kind, found.meeting, editions, on=found.on)


def issued(desk: Secretariat, kind: DocumentKind, edition: Edition) -> IssuedDocument:
    return next(one for one in reversed(desk.papers.issued()) if (one.kind, one.language) == (kind, edition))


def say(capsys: pytest.CaptureFixture[str], register: Path, file: Path, code: int) -> str:
    """What the command says of a file."""
    assert main(["verify", str(register), str(file)]) == code
    return capsys.readouterr().out


@pytest.mark.parametrize("which", EVERY)
def test_an_issued_file_names_its_document_language_and_version(
    desk: Secretariat, register: Path, which: Which, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind, edition = which
    one = issued(desk, kind, edition)
    written = desk.papers.export_issued(one, tmp_path)
    file = written.rename(tmp_path / "from a colleague.PDF")
    assert desk.papers.identify(file).issued == one
    words = catalog(Language.EN)
    document, language = words.gettext(KIND_LABELS[kind]), words.gettext(EDITION_LABELS[edition])
    assert say(capsys, register, file, 0) == (
        f"“from a colleague.PDF” is {one.symbol}: {document}, {language}, version {one.version}, "
        f"issued on {words.date(DAY)} ({one.fingerprint}).\n"
    )


def flipped(content: bytes) -> bytes:
    """One bit of the last third is another."""
    place = len(content) * 2 // 3
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def saved_by_qpdf(content: bytes) -> bytes:
    out = io.BytesIO()
    pikepdf.open(io.BytesIO(content)).save(out, linearize=True)
    return out.getvalue()


def saved_by_pdfium(content: bytes) -> bytes:
    out = io.BytesIO()
    PdfDocument(content).save(out)
    return out.getvalue()


def with_another_word(content: bytes) -> bytes:
    """The title that the reader's window shows is another, as somebody would forge it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.docinfo["/Title"] = "Another"
        pdf.save(out)
    return out.getvalue()


def its_pages_alone(content: bytes) -> bytes:
    """The pages in another file, as printing into a file leaves them, with nothing that the file says of itself."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf, pikepdf.new() as other:
        other.pages.extend(pdf.pages)
        other.save(out)
    return out.getvalue()


def with_other_keywords(content: bytes) -> bytes:
    """What another program says of it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.docinfo["/Keywords"] = "agenda, 2027"
        pdf.save(out)
    return out.getvalue()


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a bit": flipped,
    "a line more": lambda content: content + b"\n",
    "cut off": lambda content: content[:-100],
    "saved by qpdf": saved_by_qpdf,
    "saved by pdfium": saved_by_pdfium,
    "another title": with_another_word,
    "its pages alone": its_pages_alone,
    "other keywords": with_other_keywords,
}


NAMED = ("a line more", "saved by qpdf", "saved by pdfium", "another title", "its pages alone", "other keywords")
"""The changes after which a file can still be read, and calls itself what it was."""


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("kind", "edition"), EVERY)
def test_a_file_that_was_changed_is_none_of_the_register(
    desk: Secretariat, kind: DocumentKind, edition: Edition, change: str, tmp_path: Path
) -> None:
    file = tmp_path / "changed.pdf"
    file.write_bytes(CHANGES[change](desk.papers.bytes_of(issued(desk, kind, edition))))
    found = desk.papers.identify(file)
    assert found.issued is None
    said = found.said_in(catalog(Language.EN))
    assert said.startswith("“changed.pdf” is none of the documents issued from this register.")
    if change in NAMED:
        kept = issued(desk, kind, edition)
        assert found.named == kept
        assert f"version {kept.version}, but its content is not that of the file that was issued. " in said


@pytest.mark.parametrize("kind", DocumentKind)
def test_what_was_exported_and_never_issued_is_none(
    tmp_path_factory: pytest.TempPathFactory, kind: DocumentKind, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    with open_register(register, read_only=True) as store:
        desk = Secretariat(store)
        editions = [edition for one, edition in EVERY if one is kind]
        files = desk.papers.export(wanted(desk, kind, *editions), tmp_path / "out")
    for file in files:
        said = say(capsys, register, file, 1)
        assert said == (
            f"“{file.name}” is none of the documents issued from this register. By its own words it was exported "
            "without being issued.\n"
        )


def test_large_print_of_an_issued_document_is_none(desk: Secretariat, tmp_path: Path) -> None:
    request = wanted(desk, DocumentKind.MINUTES, Edition.FR)
    (large,) = desk.papers.preview(Request(request.kind, request.meeting, request.editions, large=True))
    (tmp_path / "large.pdf").write_bytes(large)
    assert desk.papers.identify(tmp_path / "large.pdf").issued is None


def test_each_version_of_a_document_names_its_number(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    with open_register(register, author="coordinator") as store:
        desk = Secretariat(store)
        request = wanted(desk, DocumentKind.MEMBERS, Edition.ES)
        later = Request(request.kind, None, request.editions, on=DAY + datetime.timedelta(days=1))
        versions = [desk.papers.issue(one, DAY)[0] for one in (request, later)]
        for number, one in enumerate(versions, 1):
            desk.papers.export_issued(one, tmp_path / str(number))
    for number, one in enumerate(versions, 1):
        said = say(capsys, register, tmp_path / str(number) / one.name, 0)
        assert f"version {number}, issued on" in said
