"""How long documents take: run with ``pytest --benchmark-enable tests/benchmarks/test_documents.py``.

Machines differ and drift, so nothing is asserted of the times; the untagged text of the same pages, set by ReportLab's
own paragraphs, is the measure that drifts with them. Aim: three languages of thirty pages within three such settings.
"""

import io

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from nmirf_desktop.documents import typeset
from nmirf_desktop.documents.fonts import Face, font
from nmirf_desktop.domain.blocks import Para
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.i18n import Language
from tests.documents import content, debate


@pytest.mark.benchmark(group="documents")
def test_three_languages_of_thirty_pages_of_minutes(benchmark: BenchmarkFixture) -> None:
    paper = debate.minutes()
    made = benchmark(lambda: [typeset(paper, Edition(language)) for language in Language])
    assert all(len(data) < 250_000 for data in made)


@pytest.mark.benchmark(group="documents")
def test_three_languages_of_the_annotated_agenda(benchmark: BenchmarkFixture) -> None:
    paper = content.agenda(annotated=True)
    assert len(benchmark(lambda: [typeset(paper, Edition(language)) for language in Language])) == 3


@pytest.mark.benchmark(group="documents")
def test_the_measure_untagged_paragraphs_of_the_same_minutes(benchmark: BenchmarkFixture) -> None:
    font(Face.REGULAR)
    paper = debate.minutes()
    style = ParagraphStyle("body", fontName=Face.REGULAR.value, fontSize=11, leading=15.5, spaceAfter=8)
    texts = [
        block.text.read(language).text
        for language in Language
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Para)
    ]

    def plain() -> bytes:
        file = io.BytesIO()
        SimpleDocTemplate(file, initialFontName=Face.REGULAR.value, invariant=1).build(
            [Paragraph(text, style) for text in texts]
        )
        return file.getvalue()

    assert benchmark(plain).startswith(b"%PDF")
