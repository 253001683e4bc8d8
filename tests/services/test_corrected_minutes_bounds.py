"""How much a file of a member may hold: what is more is said by its name or its place, and nothing is recorded."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.word_lines import MOST_LINES
from nmirf_desktop.exchange.word_reading import TOO_LARGE
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.corrected_minutes import Asker, CorrectedMinutes
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.translations import Order, TableFormat, Translations
from tests.returned import rows_of
from tests.services.test_corrected_minutes import LATER, Network, left, shown

CIRCULATED, UNTIL, RECEIVED = (datetime.date(2026, 12, 10), datetime.date(2027, 1, 10), datetime.date(2027, 1, 5))


@pytest.fixture
def book(network: Network) -> MinuteBook:
    """The minutes of a meeting, which circulate."""
    desk, meeting, _ = network
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key)
    desk.sittings.close(desk.sittings.all(meeting.key)[0].key)
    book = MinuteBook(desk.store, desk.states, LATER)
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    book.circulate(minutes.key, Circulation(CIRCULATED, UNTIL))
    return book


def test_what_is_too_long_is_named_by_its_place_and_the_rest_can_be_recorded(
    network: Network, book: MinuteBook, tmp_path: Path
) -> None:
    desk, words = network[0], catalog(Language.EN)
    corrected, edits = CorrectedMinutes(desk.store, desk.states, LATER), left(network)
    paragraph, many = edits.numbered(1), "x" * (LONGEST["text"] + 1)
    edits.insert(paragraph, len(edits.text(paragraph)), many)
    edits.insert(edits.numbered(2), len(edits.text(edits.numbered(2))), " It was so.")
    found = shown(corrected, edits, tmp_path)
    first, second = found.corrections
    with pytest.raises(Problem) as caught:
        corrected.record(found, found.usual, Asker("MAR"), RECEIVED, words)
    assert caught.value.said_in(words).startswith("Paragraph 1: what is asked for has ")
    assert book.requests.of(found.minutes.key) == ()
    assert corrected.record(found, found.usual - {first.key}, Asker("MAR"), RECEIVED, words) == 1
    assert second.paragraph == book.requests.of(found.minutes.key)[0].request.paragraph


def test_a_document_of_more_paragraphs_than_are_read_is_larger_than_minutes_and_not_damaged(
    network: Network, book: MinuteBook, tmp_path: Path
) -> None:
    edits = left(network)
    end = edits.root.find("{*}body")
    for _ in range(MOST_LINES):
        end.append(edits.element("p"))
    with pytest.raises(Problem) as caught:
        CorrectedMinutes.read(edits.save(tmp_path / "many.docx"))
    assert caught.value.message == TOO_LARGE


def test_signs_that_no_document_holds_keep_no_file_from_being_written_and_come_back_unchanged(
    network: Network, book: MinuteBook, tmp_path: Path
) -> None:
    desk, meeting, _ = network
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    first = book.paragraphs(minutes.key)[0]
    book.write(first.key, first.text.with_text(Language.EN, "The meeting\x0bwas\x01 opened\x0c\ufffe."))
    edits = left(network)
    assert edits.text(edits.numbered(1)) == "1.\tThe meeting\nwas opened\n."
    found = shown(CorrectedMinutes(desk.store, desk.states, LATER), edits, tmp_path)
    assert found.corrections == ()
    path = tmp_path / "texts.docx"
    Translations(desk.store).send(Order(meeting.key, Language.FR, TableFormat.DOCX), path, RECEIVED)
    assert [row[3] for row in rows_of(path)] == ["The meeting\nwas opened\n."]
