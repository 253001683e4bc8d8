"""What had no text in a language when minutes were approved can be supplied afterwards, and nothing else is changed."""

import datetime
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.blocks import DecisionBlock, Para
from nmirf_desktop.domain.completed_minutes import Written, as_quoted, read_lines
from nmirf_desktop.domain.corrigenda import Erratum
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.translations import ReturnedTable
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.document_texts import MeetingDocument
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.readiness import PlacedText, Readiness
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.texts import Texts
from nmirf_desktop.services.translations import Order, TableFormat, Translations
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.corrections import ERRATA
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.verification import FaultKind, verify
from nmirf_desktop.storage.voting import INTERVENTIONS
from tests.registers import MEMBERS, Desk, said
from tests.services.test_decision_records import decided
from tests.services.test_minutes import AFTER, LATER, circulated, intervention, of

Network = tuple[Desk, Meeting, AgendaItem]
FR = "La représentante du Maroc se félicite du rapport."
ES = "La delegación de Marruecos acoge con satisfacción el informe."
NOW = datetime.date(2027, 3, 1)


@pytest.fixture
def book(network: Network) -> MinuteBook:
    """The minute book of a register whose meeting has been held, and heard one statement."""
    desk, meeting, item = network
    sitting = desk.sittings.all(meeting.key)[0]
    desk.sittings.open(sitting.key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    desk.clock.forward(10)
    desk.sittings.note(intervention(meeting, item, desk))
    desk.clock.forward(60)
    desk.sittings.close(sitting.key)
    return MinuteBook(desk.store, desk.states, LATER)


@pytest.fixture
def key(network: Network, book: MinuteBook) -> str:
    """The key of approved minutes whose one statement is there in English alone."""
    _, meeting, _ = network
    key = circulated(book, meeting)
    book.approve(key, AFTER)
    return key


def spoken(book: MinuteBook, key: str) -> MinutesParagraph:
    return of(book, key, "intervention:said")


def place(desk: Desk, meeting: Meeting, paragraph: MinutesParagraph) -> PlacedText:
    return next(one for one in Readiness(desk.store).texts(meeting.key) if one.record == paragraph.key)


def paper(desk: Desk, meeting: Meeting) -> MinutesPaper:
    (content,) = Papers(desk.store, desk.states, LATER).contents(Request(DocumentKind.MINUTES, meeting.key))
    assert isinstance(content.paper, MinutesPaper)
    return content.paper


def test_a_missing_language_is_completed_and_what_was_approved_stays(
    network: Network, book: MinuteBook, key: str
) -> None:
    desk, _, _ = network
    before = spoken(book, key)
    assert before.text.state(Language.FR) is TextState.MISSING
    book.write(before.key, before.text.with_text(Language.FR, FR))
    now = spoken(book, key)
    assert (now.text.fr, now.text.en, now.completed) == (FR, before.text.en, (Language.FR,))
    for wrong in (
        now.text.with_text(Language.EN, "Other."),
        now.text.with_text(Language.EN, "Other.").with_text(Language.ES, ES),
        Trilingual(),
    ):
        with pytest.raises(Refusal, match="were approved on"):
            book.write(now.key, wrong)
    assert spoken(book, key) == now
    with desk.store.read() as session:
        assert not verify(session).faults


def test_what_was_completed_is_corrected_until_it_is_reviewed(network: Network, book: MinuteBook, key: str) -> None:
    paragraph = spoken(book, key)
    book.write(paragraph.key, paragraph.text.with_text(Language.FR, "Le Marok."))
    text = spoken(book, key).text.with_text(Language.FR, FR)
    book.write(paragraph.key, text)
    book.review(paragraph.key)
    now = spoken(book, key)
    assert (now.text.fr, now.text.state(Language.FR)) == (FR, TextState.REVIEWED)
    assert now.text.state(Language.EN) is paragraph.text.state(Language.EN)
    with pytest.raises(Refusal, match="were approved"):
        book.write(paragraph.key, now.text.with_text(Language.FR, "Autre."))
    with pytest.raises(Refusal, match="were approved"):
        book.review(paragraph.key, Language.EN)
    corrigendum = book.corrigenda.begin(key, NOW.replace(month=1, day=31))
    wrong = Erratum("", corrigendum.key, 0, paragraph.key, Language.FR, "La représentante", "Le représentant")
    assert book.corrigenda.add(wrong).language is Language.FR


def test_a_corrigendum_puts_right_what_no_longer_changes(network: Network, book: MinuteBook, key: str) -> None:
    desk, _, _ = network
    paragraph = spoken(book, key)
    book.write(paragraph.key, paragraph.text.with_text(Language.FR, FR))
    corrigendum = book.corrigenda.begin(key, NOW.replace(month=1, day=31))
    wrong = Erratum("", corrigendum.key, 0, paragraph.key, Language.FR, "La représentante", "Le représentant")
    with pytest.raises(Refusal, match="is not reviewed yet"):
        book.corrigenda.add(wrong)
    with desk.store.write("take in records of another copy") as session:
        ERRATA.save(session, replace(wrong, key=new_key()))
    with pytest.raises(Refusal, match="were approved on"):
        book.write(paragraph.key, paragraph.text.with_text(Language.FR, "Autre."))
    assert spoken(book, key).text.fr == FR
    book.write(paragraph.key, spoken(book, key).text.with_text(Language.ES, ES))
    book.review(paragraph.key)
    spanish = replace(wrong, language=Language.ES, passage="satisfacción", words="agrado")
    assert book.corrigenda.add(spanish).language is Language.ES


def test_an_original_that_was_missing_is_completed(network: Network, book: MinuteBook) -> None:
    _, meeting, _ = network
    key = circulated(book, meeting)
    paragraph = spoken(book, key)
    book.write(paragraph.key, Trilingual("", FR, "", Language.EN))
    book.approve(key, AFTER)
    book.write(paragraph.key, spoken(book, key).text.with_text(Language.EN, "Morocco welcomed the report."))
    now = spoken(book, key)
    assert (now.text.en, now.text.fr, now.completed) == ("Morocco welcomed the report.", FR, (Language.EN,))
    assert now.text.source is Language.FR
    assert now.text.state(Language.EN) is TextState.DRAFT


def completing(desk: Desk, paragraph: MinutesParagraph) -> None:
    """A verb that says that it completes, and writes more."""
    with desk.store.write("complete") as session:
        session.completing.add(paragraph.key)
        PARAGRAPHS.save(session, paragraph)


def test_undo_and_other_transactions_do_not_reach_it(network: Network, book: MinuteBook, key: str) -> None:
    desk, _, _ = network
    paragraph = spoken(book, key)
    book.write(paragraph.key, paragraph.text.with_text(Language.FR, FR))
    with pytest.raises(Refusal, match="a translation that completes approved minutes stays"):
        undo.undo(desk.store)
    now = spoken(book, key)
    changes = (
        replace(now, text=now.text.with_text(Language.FR, "Autre.")),
        replace(now, text=now.text.with_text(Language.ES, ES)),
        replace(now, text=now.text.with_text(Language.EN, "Other.")),
    )
    for one in changes:
        with pytest.raises(Refusal, match="were approved"), desk.store.write("merge records") as session:
            PARAGRAPHS.save(session, one)
    for one in (*changes[2:], replace(now, position=7), replace(now, completed=()), replace(now, tells=("x",))):
        with pytest.raises(Refusal, match="were approved"):
            completing(desk, one)
    assert spoken(book, key) == now


def test_verification_names_what_was_completed_outside_the_program(
    network: Network, book: MinuteBook, key: str
) -> None:
    desk, _, _ = network
    paragraph = spoken(book, key)
    book.write(paragraph.key, paragraph.text.with_text(Language.FR, FR))
    with closing(sqlite3.connect(desk.store.path)) as register:
        register.execute(
            "update minutes_paragraph set completed = 'fr es', text_es = 'x' where key = ?", (paragraph.key,)
        )
        register.commit()
    with desk.store.read() as session:
        faults = verify(session).faults
    assert {(one.kind, one.field) for one in faults} == {
        (FaultKind.FIELD_ALTERED, "completed"), (FaultKind.FIELD_ALTERED, "text_es"),
    }  # fmt: skip


def test_the_list_of_texts_offers_what_is_missing_alone(network: Network, book: MinuteBook, key: str) -> None:
    desk, meeting, _ = network
    texts, paragraph = Texts(desk.store), spoken(book, key)
    found = place(desk, meeting, paragraph)
    assert found.still == (Language.FR, Language.ES)
    unready = [one for one in Readiness(desk.store).of(meeting.key) if one.record == paragraph.key]
    assert {one.language for one in unready} == {Language.FR, Language.ES}
    texts.write(found, found.text.with_text(Language.ES, ES))
    assert spoken(book, key).completed == (Language.ES,)
    with pytest.raises(Refusal, match="were approved"):
        texts.write(found, found.text.with_text(Language.EN, "Other."))
    assert texts.review_all(meeting.key, MeetingDocument.MINUTES, Language.ES) > 0
    assert spoken(book, key).text.state(Language.ES) is TextState.REVIEWED
    assert spoken(book, key).text.state(Language.EN) is paragraph.text.state(Language.EN)
    assert place(desk, meeting, paragraph).still == (Language.FR,)


def test_translations_go_out_and_come_back(network: Network, book: MinuteBook, key: str, tmp_path: Path) -> None:
    desk, meeting, _ = network
    translations, paragraph = Translations(desk.store), spoken(book, key)
    order = Order(meeting.key, Language.FR, TableFormat.XLSX)
    assert paragraph.key in {one.record for one in translations.check(order)}
    path = tmp_path / "fr.xlsx"
    translations.send(order, path, NOW)
    table = translations.read(path)
    rows = tuple(replace(row, text=FR) if f"{paragraph.key}.text" in row.identifier else row for row in table.rows)
    back = ReturnedTable(table.file, rows)
    shown = translations.preview(back, approver="reviser")
    assert shown.wrong == 0
    translations.record(shown, NOW)
    now = spoken(book, key)
    assert (now.text.fr, now.text.state(Language.FR)) == (FR, TextState.REVIEWED)
    assert now.text.en == paragraph.text.en
    assert paragraph.key not in {one.record for one in translations.waiting(meeting.key, Language.FR)}
    with pytest.raises(Refusal):
        undo.undo(desk.store)


def test_a_table_that_completes_no_minutes_is_undone(
    network: Network, book: MinuteBook, key: str, tmp_path: Path
) -> None:
    desk, meeting, _ = network
    with desk.store.write("change") as session:
        MEETINGS.save(session, replace(meeting, place=Trilingual("Rabat")))
    translations, paragraph = Translations(desk.store), spoken(book, key)
    path = tmp_path / "fr.xlsx"
    translations.send(Order(meeting.key, Language.FR, TableFormat.XLSX), path, NOW)
    table = translations.read(path)
    assert any(f"{paragraph.key}.text" in row.identifier for row in table.rows)
    rows = tuple(replace(row, text="Rabbat") if ".place" in row.identifier else row for row in table.rows)
    shown = translations.preview(ReturnedTable(table.file, rows))
    assert (shown.wrong, translations.record(shown, NOW)) == (0, 1)
    undo.undo(desk.store)
    assert desk.meetings.list()[0].place.fr == ""


def test_the_print_is_what_was_approved_with_what_was_completed_and_says_so(
    network: Network, book: MinuteBook, key: str
) -> None:
    desk, meeting, _ = network
    approved, paragraph = paper(desk, meeting), spoken(book, key)
    assert not approved.notice
    book.write(paragraph.key, paragraph.text.with_text(Language.FR, FR))
    printed = paper(desk, meeting)
    number = 1 + [one.key for one in book.paragraphs(key)].index(paragraph.key)
    assert printed.notice.en.startswith(f"The text of paragraph {number} in French was completed after the appro")
    assert all(printed.notice.read(one).mark == "" for one in Language)
    said = [block.text.fr for part in printed.sections for block in part.blocks if isinstance(block, Para)]
    assert FR in said


def test_an_edition_that_was_issued_is_issued_again_once_it_is_completed(
    network: Network, book: MinuteBook, key: str
) -> None:
    desk, meeting, _ = network
    papers, paragraph = Papers(desk.store, desk.states, LATER), spoken(book, key)
    french = Request(DocumentKind.MINUTES, meeting.key, (Edition.FR,))
    (first,) = papers.issue(french, NOW)
    assert papers.preview(french) == (papers.bytes_of(first),)
    book.write(paragraph.key, paragraph.text.with_text(Language.FR, FR))
    ((_, waiting, _),) = papers.printed(french)
    assert isinstance(waiting, MinutesPaper)
    assert waiting.notice.fr
    assert papers.preview(french) != (papers.bytes_of(first),)
    (second,) = papers.issue(french, NOW)
    assert (second.version, papers.issue(french, NOW)) == (2, (second,))
    assert papers.preview(french) == (papers.bytes_of(second),)
    book.write(paragraph.key, spoken(book, key).text.with_text(Language.FR, ""))
    (third,) = papers.issue(french, NOW)
    assert third.version == 3


def test_approved_minutes_are_asked_for_nothing_but_what_can_be_supplied(network: Network, book: MinuteBook) -> None:
    desk, meeting, _ = network
    with desk.store.write("change") as session:
        heard = INTERVENTIONS.first(session, meeting=meeting.key)
        assert heard is not None
        INTERVENTIONS.save(session, replace(heard, note="Database not updated"))
        MEETINGS.save(session, replace(meeting, place=Trilingual("Rabat")))

    def lacks() -> tuple[Gap, ...]:
        (content,) = Papers(desk.store, desk.states, LATER).contents(Request(DocumentKind.MINUTES, meeting.key))
        return content.gaps

    key = circulated(book, meeting)
    assert any(one.as_noted for one in lacks())
    book.approve(key, AFTER)
    paragraph, found = spoken(book, key), lacks()
    assert not any(one.as_noted or one.state is not TextState.MISSING for one in found)
    assert {one.language for one in found if one.text == paragraph.text} == {Language.FR, Language.ES}
    assert {one.language for one in found if one.text.en == "Rabat"} == {Language.FR, Language.ES}
    book.write(paragraph.key, paragraph.text.with_text(Language.FR, "The delegation of Morocco said that it was so."))
    assert {one.told for one in lacks() if one.language is Language.FR} == {None, Language.EN}


def test_minutes_that_were_issued_stay_whatever_else_changes(network: Network, book: MinuteBook, key: str) -> None:
    desk, meeting, item = network
    papers = Papers(desk.store, desk.states, LATER)
    every = papers.issue(Request(DocumentKind.MINUTES, meeting.key), NOW)
    with desk.store.write("change") as session:
        ITEMS.save(session, replace(item, title=said("Something else"), annotation=said("Something else.")))
    assert papers.issue(Request(DocumentKind.MINUTES, meeting.key), NOW) == every


def test_a_decision_that_was_missing_in_a_language_is_completed_in_the_print(
    network: Network, book: MinuteBook
) -> None:
    desk, meeting, _ = network
    decided((desk, meeting, network[2]), text=Trilingual("Requests a survey.\nDecides on training."))
    key = circulated(book, meeting)
    book.approve(key, AFTER)
    assert not paper(desk, meeting).notice
    put = desk.proposals.all(meeting.key)[0].proposal
    french = put.text.with_text(Language.FR, "Demande une enquête.\nDécide de la formation.")
    desk.proposals.conform(replace(put, text=french))
    printed = paper(desk, meeting)
    (block,) = (one for part in printed.sections for one in part.blocks if isinstance(one, DecisionBlock))
    assert read_lines(block, Language.FR) == french.fr
    assert read_lines(block, Language.EN) == "Requests a survey.\nDecides on training."
    assert printed.notice.en.startswith("Texts that these minutes quote were completed in French after the app")


def test_the_day_of_a_quoted_text_is_that_of_its_own_words(network: Network, book: MinuteBook) -> None:
    desk, meeting, item = network
    decided((desk, meeting, item), text=Trilingual("Decides on training."))
    key = circulated(book, meeting)
    book.approve(key, AFTER)
    put = desk.proposals.all(meeting.key)[0].proposal
    desk.proposals.conform(replace(put, text=put.text.with_text(Language.FR, "Décide de la formation.")))
    day = paper(desk, meeting).notice.en
    desk.clock.forward(60 * 24 * 40)
    with desk.store.write("change") as session:
        MEETINGS.save(session, replace(meeting, key="other", symbol="OTHER", place=Trilingual("", "formation")))
        ITEMS.save(session, replace(item, presenter=Trilingual("", "la formation")))
    assert paper(desk, meeting).notice.en == day


@pytest.mark.parametrize(
    ("said_there", "found"),
    [
        ("1. Décide de la formation.", 3),
        ("Formation (point 3 de l’ordre du jour)", 1),
        ("Décide de la paix.", None),
        ("Décide de la transformation", None),
    ],
)
def test_a_quoted_text_is_found_by_its_own_words(said_there: str, found: int | None) -> None:
    words = ("Formation", "la formation", "Décide de la formation.", "")
    written = [Written(one, entry, NOW) for entry, one in enumerate(words, 1) if one]
    quoted = as_quoted(said_there, written)
    assert (quoted.entry if quoted is not None else None) == found
