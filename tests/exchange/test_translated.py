"""Any texts in three languages leave as a table, are filled in by anyone, and come back as they were written."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.translations import (
    HEADINGS,
    STATE,
    STATES,
    Fate,
    Identifier,
    TableRow,
    Terms,
    TranslationTable,
    outcome,
    settled,
)
from nmirf_desktop.exchange.translated import read_translated
from nmirf_desktop.exchange.translation_documents import WIDTHS, as_docx
from nmirf_desktop.exchange.translation_workbooks import as_workbook
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from tests.returned import fill_rows

ODD = ["=1+1", "'=1", "-5", "0012", "«\u00a0Oui\u00a0»", "مرحبا بالعالم", "👩🏽 🇵🇾", "_x0041_",
       "<b>&amp;</b>", "a\n\nb", "#REF!", " x ", "\tx", "x\u200b", "1/2", "TRUE"]  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)  # no cell holds a control character
TEXTS = st.one_of(st.sampled_from(ODD), WORDS, st.lists(st.sampled_from(ODD), max_size=4).map("\n".join))
BOLD, POINTS = TTFont("bold", str(bundled("resources/fonts/NotoSerif-Bold.ttf"))), 72 / 2.54
"""The widest of the usual fonts, and the points of a centimetre."""
WRITERS = {".docx": as_docx, ".xlsx": as_workbook}


def table(texts: list[tuple[str, str]], field: str) -> TranslationTable:
    """A table of originals in English and translations into French."""
    words = catalog(Language.FR)
    rows = tuple(
        TableRow(
            str(Identifier.of("order", f"r{number}", field, Trilingual(en, fr), Language.FR)),
            "Somewhere", Language.EN, en, fr, "draft",
        )
        for number, (en, fr) in enumerate(texts)
    )  # fmt: skip
    return TranslationTable("Texts", Language.FR, ("Do.",), tuple(map(words.gettext, HEADINGS)), rows)


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("field", ["text", "title"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
def test_a_round_trip_changes_nothing_but_what_was_written(
    tmp_path: Path, suffix: str, field: str, texts: list[tuple[str, str, str]]
) -> None:
    path = tmp_path / f"table{suffix}"
    path.write_bytes(WRITERS[suffix](table([(en or "x", fr) for en, fr, _new in texts], field)))
    came = read_translated(path)
    assert not came.tracked
    for row, (en, fr, _new) in zip(came.rows, texts, strict=True):
        sent = Identifier.read(row.identifier)
        assert sent is not None
        now = Trilingual(en or "x", fr)
        assert outcome(sent, row.text, now, Terms(theirs=True)).fate is Fate.UNCHANGED
    fill_rows(path, [settled("text", new) for _en, _fr, new in texts])
    for row, (en, fr, new) in zip(read_translated(path).rows, texts, strict=True):
        sent = Identifier.read(row.identifier)
        assert sent is not None
        now = Trilingual(en or "x", fr)
        after = outcome(sent, row.text, now, Terms()).text
        want = settled(field, new)
        assert after[Language.FR] == (want if want and want != settled(field, fr) else fr)
        assert outcome(sent, row.text, after, Terms()).text == after
        assert after.en == now.en


@given(st.integers(0, 90), st.sampled_from("abcdef0123456789.x"))
def test_a_damaged_identifier_is_seen(place: int, sign: str) -> None:
    written = str(Identifier.of("order", "0192a6b1-1111-7000-8000-0123456789ab", "text", Trilingual("a"), Language.FR))
    place %= len(written)
    broken = written[:place] + sign + written[place + 1 :]
    assert (Identifier.read(broken) is None) is (broken != written)
    assert str(Identifier.read(f" {written[:9]}\u200b\n{written[9:]} ")) == written


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize("suffix", WRITERS)
def test_what_libreoffice_saves_again_is_read_as_before(tmp_path: Path, suffix: str) -> None:
    texts = [(f"Original {number}\nof two lines", text) for number, text in enumerate(ODD)]
    path = tmp_path / f"table{suffix}"
    path.write_bytes(WRITERS[suffix](table(texts, "text")))
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix[1:], "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    if not (saved / path.name).exists():
        pytest.skip("this LibreOffice does not open such files: a part of it is not installed")
    came = read_translated(saved / path.name)
    for row, (en, fr) in zip(came.rows, texts, strict=True):
        sent = Identifier.read(row.identifier)
        assert sent is not None
        assert outcome(sent, row.text, Trilingual(en, fr), Terms(theirs=True)).fate is Fate.UNCHANGED, fr


@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_a_heading_or_of_a_state_is_wider_than_its_column(language: Language) -> None:
    """They were broken in mid-word, and who looks for "Langue source" found "Lang", "ue", "sourc", "e"."""
    words, usable = catalog(language), [width - 0.38 for width in WIDTHS]
    said = {place: [words.gettext(heading)] for place, heading in enumerate(HEADINGS)}
    said[HEADINGS.index(STATE)] += [words.gettext(one) for one in STATES.values()]
    wide = [
        word
        for place, texts in said.items()
        for text in texts
        for word in text.split()
        if BOLD.stringWidth(word, 9) / POINTS > usable[place]
    ]
    assert not wide


def test_a_row_stands_on_one_page() -> None:
    document = Document(io.BytesIO(as_docx(table([("one", "un"), ("two", "deux")], "text"))))
    rows = document.tables[0].rows
    assert [len(row._tr.xpath("./w:trPr/w:cantSplit")) for row in rows] == [1, 1, 1]
    assert [len(row._tr.xpath("./w:trPr/w:tblHeader")) for row in rows] == [1, 0, 0]
