"""Every document is archivable and accessible, and the file is sound."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.papers import Paper
from tests.documents import content, debate, hostile
from tests.documents.reading import Reader
from tests.documents.records import RECORDS

PAPERS: dict[str, Callable[[], Paper]] = {
    "agenda": content.agenda,
    "annotated agenda": lambda: content.agenda(annotated=True),
    "adopted agenda": lambda: content.agenda(adopted=True),
    "empty agenda": content.empty_agenda,
    "minutes": debate.minutes,
    "small minutes": debate.small_minutes,
    "empty minutes": debate.empty_minutes,
    "hostile agenda": hostile.agenda,
    "uneven minutes": hostile.minutes,
}
EDITIONS = [
    *((name, edition) for name in PAPERS for edition in Edition),
    *((name, edition) for name in RECORDS for edition in SEPARATE),
]
PAPERS |= RECORDS
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
MISREAD = "STREAM-LENGTH-001"  # the validator strips a 0x0D that belongs to the data; lengths are checked below
LENGTH = re.compile(rb"/Length (\d+)[^>]*>>\nstream\n")


@pytest.fixture(params=EDITIONS, ids=" ".join)
def data(request: pytest.FixtureRequest) -> bytes:
    name, edition = request.param
    return typeset(PAPERS[name](), edition)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("name", "edition"), EDITIONS)
def test_documents_conform(name: str, edition: Edition, large: bool) -> None:
    data = typeset(PAPERS[name](), edition, large=large)
    for profile in PROFILES:
        report = page.validate_pdf_bytes(data, profile=profile)
        assert [
            (failure.rule_id, failure.message) for failure in report.failures if MISREAD not in failure.rule_id
        ] == []


def test_stream_lengths_are_true(data: bytes) -> None:
    found = list(LENGTH.finditer(data))
    assert len(found) == data.count(b"\nendstream")
    for stream in found:
        end = stream.end() + int(stream[1])
        assert data[end : end + 11] == b"\nendstream\n"


def test_title_and_metadata_agree(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata = pdf.open_metadata()
        assert pdf.docinfo["/Title"] == metadata["dc:title"]
        assert str(pdf.docinfo["/Keywords"]) == metadata["pdf:Keywords"]
        assert str(pdf.docinfo["/CreationDate"])[2:6] == metadata["xmp:CreateDate"][:4]
        assert str(pdf.Root.Lang) in metadata["dc:language"]
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_each_mark_has_one_element_and_nothing_is_untagged(data: bytes) -> None:
    reader = Reader(data)
    assert reader.untagged == 0
    parents = reader.pdf.Root.StructTreeRoot.ParentTree.Nums
    for number, marks in enumerate(reader.marks):
        assert sorted(marks) == list(range(len(marks)))
        assert parents[2 * number] == number
        assert len(parents[2 * number + 1]) == len(marks)


def test_headings_begin_at_one_and_skip_no_level(data: bytes) -> None:
    levels = [int(tag.name[1]) for tag in Reader(data).tree().walk() if re.fullmatch(r"H\d", tag.name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_large_print_is_set_at_sixteen_points() -> None:
    assert 11 in Reader(typeset(content.agenda(), Edition.EN)).sizes
    large = Reader(typeset(content.agenda(), Edition.EN, large=True)).sizes
    assert 16 in large
    assert 11 not in large
