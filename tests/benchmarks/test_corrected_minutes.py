"""How long minutes of sixty pages take to be written for a word processor, and to be read when they come back."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.corrected_minutes import Compared, Departed, compared
from nmirf_desktop.domain.word_units import Unit, units_come, units_left
from nmirf_desktop.exchange.minutes_documents import as_docx, lines_left
from nmirf_desktop.exchange.word_reading import read_word
from nmirf_desktop.i18n import Language, catalog
from tests.documents.kinds import Size
from tests.exchange.test_corrected_minutes import copy_of, made
from tests.word_edits import WordEdits

WORDS = catalog(Language.EN)


@pytest.mark.parametrize("size", [Size.LONG, Size.STATES])
def test_written(benchmark: BenchmarkFixture, size: Size) -> None:
    assert benchmark(lambda: as_docx(copy_of(size), WORDS)) == made(size)


@pytest.mark.parametrize("size", [Size.LONG, Size.STATES])
@pytest.mark.parametrize("bookmarks", [True, False])
def test_read(benchmark: BenchmarkFixture, tmp_path: Path, size: Size, bookmarks: bool) -> None:
    """Each third paragraph is corrected."""
    edits = WordEdits(made(size))
    numbers = list(copy_of(size).keys)[::3]
    for number in numbers:
        paragraph = edits.numbered(number)
        edits.insert(paragraph, len(edits.text(paragraph)), " And more.")
    if not bookmarks:
        edits.drop_bookmarks()
    path = edits.save(tmp_path / "came.docx")

    def read() -> Compared:
        left = Departed(Language.EN, units_left(lines_left(copy_of(size), WORDS)), copy_of(size).keys, {})
        return compared(left, units_come(read_word(path).lines))

    assert len(benchmark(read).corrections) == len(numbers)


@pytest.mark.parametrize("many", [4_000, 16_000])
def test_paragraphs_that_were_added_are_told(benchmark: BenchmarkFixture, many: int) -> None:
    """Four times as many take about four times as long: compare the two rows."""
    left = tuple(Unit(f"{n}.\tOne.", f"{n}.\tOne.", number=n) for n in (1, 2))
    departed = Departed(Language.EN, left, {1: "key1", 2: "key2"}, {})
    came = (*left, *(Unit(f"More {n}", f"More {n}") for n in range(many)))
    assert len(benchmark(lambda: compared(departed, came)).corrections) == many
