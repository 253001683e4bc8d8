"""Letters by post and the labels of their envelopes: archivable, accessible, whole, and the same each time."""

import datetime
import io
import re
from dataclasses import replace

import page
import pypdfium2
import pytest

from nmirf_desktop.documents import labels, letters
from nmirf_desktop.documents.mailing import DOWN, LABEL_HEIGHT, LABEL_WIDTH, MM
from nmirf_desktop.domain.dispatch_words import MessageFacts, worded
from nmirf_desktop.domain.dispatches import Channel, Dispatch, Function, Recipient
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.mailing import Mailing, covering_letter, label
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.papers import AddressLabel, RecordPaper
from nmirf_desktop.domain.postal import printed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import MEETING, STATES

PREPARED = datetime.datetime(2026, 12, 17, 9, 5, tzinfo=datetime.UTC)
SUBJECT = "Provisional agenda (NMIRF/2027/1): second annual meeting of the Network, 26 and 27 January 2027"
MESSAGE = "Dear Sir or Madam,\n\nEnclosed:\n\n– Provisional agenda\n– Programme\n\nThe Secretariat\nof the Network"
FACTS = MessageFacts((), MEETING, Organisation(written_in=Trilingual.final("Geneva", "Genève", "Ginebra")))
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
LIMITS = page.SafetyLimits(max_reference_depth=10_000, max_table_grid_rows=10_000)


def to(code: str, reads: Language = Language.EN, postal: str = "1 Example Road\n1000 Example") -> Recipient:
    """Somebody in a State."""
    postal = printed(postal, STATES[code], reads, frozenset()).text
    return Recipient(code, "d", Capacity.MEMBER, Function.FOCAL_POINT, f"Alex {code}", reads, code, postal=postal)


def mailing(language: Language, text: str = MESSAGE) -> Mailing:
    """The letters of a dispatch in a language."""
    said = Trilingual.final(SUBJECT, SUBJECT, SUBJECT), Trilingual.final(text, text, text)
    dispatch = Dispatch("d", "meeting", Channel.POST, PREPARED, "Europe/Zurich", "Coordinator", "", *said)
    return Mailing(dispatch, worded("w", dispatch, FACTS, language))


HEAD = mailing(Language.EN).masthead()


def some(count: int, language: Language, text: str = MESSAGE) -> list[tuple[str, RecordPaper]]:
    """So many letters."""
    written_to = [to(code, language) for code in list(STATES)[:count]]
    return [
        (one.name, covering_letter(mailing(language, text), number, one)) for number, one in enumerate(written_to, 1)
    ]


def pages(data: bytes) -> list[str]:
    """The texts of the pages of a file."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return [one.get_textpage().get_text_bounded().replace("\r\n", "\n") for one in pdf]


def faults(data: bytes) -> list[tuple[str, str]]:
    """What two standards have against a file."""
    return [
        (one.rule_id, one.message)
        for profile in PROFILES
        for one in page.validate_pdf_bytes(data, profile=profile, limits=LIMITS).failures
        if "STREAM-LENGTH-001" not in one.rule_id
    ]


@pytest.mark.parametrize("language", list(Language))
def test_each_letter_begins_on_its_own_page_and_both_standards_take_the_file(language: Language) -> None:
    data = letters(some(5, language), language)
    assert faults(data) == []
    found = pages(data)
    assert len(found) == 5
    for number, (code, text) in enumerate(zip(STATES, found, strict=False), 1):
        for part in (f"Alex {code}", "1 Example Road", STATES[code].short[language], "Programme"):
            assert part in " ".join(text.split())
        assert f"NMIRF/2027/LET/20261217-100500/{number}" in text
    assert letters(some(5, language), language) == data


def test_a_letter_of_several_pages_counts_its_own() -> None:
    found = pages(letters(some(3, Language.EN, "\n\n".join([MESSAGE] * 9)), Language.EN))
    each = len(found) // 3
    assert each > 1
    assert [f"Page {number % each + 1} of {each}" in text for number, text in enumerate(found)] == [True] * len(found)


@pytest.mark.parametrize("language", list(Language))
def test_a_letter_bears_its_reference_and_no_mark_of_an_issued_document(language: Language) -> None:
    data = letters(some(1, language), language)
    (text,) = pages(data)
    assert text.startswith(f"{HEAD.symbol}/1 ")  # the foot comes first
    assert "version" not in text.casefold().replace("versión", "version")
    assert not re.search(r"\b[0-9A-F]{4}(-[0-9A-F]{4}){2}", text)
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        assert pdf.get_metadata_value("Keywords") == f"{HEAD.symbol}/1"


def test_letters_to_all_states_are_one_file() -> None:
    assert len(pages(letters(some(193, Language.FR), Language.FR))) == 193


def placed(data: bytes) -> list[tuple[int, float, float, float, float]]:
    """Of each sign that is seen, its page and its edges."""
    found = []
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        for number, sheet in enumerate(pdf):
            text = sheet.get_textpage()
            seen = (at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip())
            found += [(number, *text.get_charbox(at)) for at in seen]
    return found


LONG = "\n".join(["Directorate-General for the Implementation of Recommendations of Human Rights Mechanisms"] * 6)


@pytest.mark.parametrize(
    "lines",
    [
        ("Alex Example", "1 Example Road", "Asunción", "Paraguay"),
        ("Ngũgĩ wa Thiong’o, Γιώργος, Ольга", *LONG.splitlines()),
        ("x",) * 250,
        ("W" * 500,),
        ("Alex " * 60, *["A very long line of an address " * 4] * 4),
    ],
)
def test_no_label_leaves_its_field_and_nothing_of_it_is_cut(lines: tuple[str, ...]) -> None:
    found = [AddressLabel(lines, Language.EN)] * 25
    data = labels(found, HEAD, "Address labels", Language.EN)
    assert faults(data) == []
    signs = placed(data)
    assert {one[0] for one in signs} == {0, 1}
    assert len([one for one in signs if one[0] == 1]) * 24 == len([one for one in signs if one[0] == 0])
    wanted = "".join("".join(lines).split())
    assert "".join("".join(pages(data)[1]).split()).replace(",", "").replace("-", "") == wanted.replace(
        ",", ""
    ).replace("-", "")
    for _, left, bottom, right, top in signs:
        column, row = int((left + right) / 2 // LABEL_WIDTH), int((bottom - 4.5 * MM) // LABEL_HEIGHT)
        assert 0 <= row < DOWN
        assert column * LABEL_WIDTH + 5 * MM < left < right < (column + 1) * LABEL_WIDTH - 5 * MM
        assert row * LABEL_HEIGHT < bottom - 4.5 * MM < top - 4.5 * MM < (row + 1) * LABEL_HEIGHT


def test_a_label_names_the_state_where_the_address_does_not() -> None:
    assert label(to("PRY", Language.ES)).lines[-1] == "Paraguay"
    assert label(to("CHE", Language.FR)).lines[-1] == "Suisse"
    assert label(to("CHE", Language.FR, "Route\n1200 Genève, SUISSE")).lines == (
        "Alex CHE", "Route", "1200 Genève, SUISSE",
    )  # fmt: skip


def test_labels_of_a_sample_register_are_marked_and_stay_whole() -> None:
    head = replace(HEAD, specimen=True)
    data = labels([AddressLabel(("Alex Example",), Language.EN)], head, "Address labels", Language.EN)
    (text,) = pages(data)
    assert "SPECIMEN" in text
    assert "Alex Example" in text
    assert faults(data) == []


def test_what_no_font_has_is_named() -> None:
    with pytest.raises(Problem, match="cannot be printed"):
        labels([AddressLabel(("王",), Language.EN)], HEAD, "Address labels", Language.EN)
