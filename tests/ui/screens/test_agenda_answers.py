"""What the agenda answers where an act changes nothing or much, what an adopted one lets in, and what its bands say."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.agenda_time import Duration
from nmirf_desktop.domain.item_requests import ItemRequest
from nmirf_desktop.domain.meetings import MeetingKind, Sitting
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from nmirf_desktop.ui.theme import Tone
from tests.registers import OPENS, said
from tests.ui.screens.offices import held, office, shown, texts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[AgendaScreen]:
    with held(AgendaScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen)
        screen.list.setFocus()
        yield screen


def notice(screen: AgendaScreen) -> str:
    """What the window says now."""
    found = screen.alerts.notice
    return found.what.said_in(screen.words) if found is not None else ""


def key_of(screen: AgendaScreen) -> str:
    """The meeting whose agenda is shown."""
    return screen.list.model.rows[0].item.meeting


def test_a_key_that_changes_nothing_says_why(screen: AgendaScreen) -> None:
    QTest.keyClick(screen.list.view, Qt.Key.Key_Right, CTRL)
    assert "No item stands before it" in notice(screen)
    QTest.keyClick(screen.list.view, Qt.Key.Key_Left, CTRL)
    assert "first level already" in notice(screen)
    QTest.keyClick(screen.list.view, Qt.Key.Key_Up, CTRL)
    assert "cannot be moved further" in notice(screen)
    assert screen.revise_action.isEnabled()
    screen.revise_action.trigger()
    assert "has not adopted this agenda" in notice(screen)


def test_removing_several_says_how_many_and_what_brings_them_back(screen: AgendaScreen, desk: Secretariat) -> None:
    for title in ("One", "Two"):
        desk.agendas.add(AgendaItem(title, key_of(screen), 0, said(title)))
    screen.list.view.selectAll()
    QTest.keyClick(screen.list.view, Qt.Key.Key_Delete)
    assert "3. Ctrl+Z brings them back" in notice(screen)


def test_an_adopted_agenda_lets_in_only_what_was_missing(screen: AgendaScreen, desk: Secretariat) -> None:
    (one,) = desk.agendas.items(key_of(screen))
    desk.agendas.save(replace(one.item, title=one.item.title.with_text(Language.ES, "")))
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    desk.meetings.mark_adopted(one.item.meeting, OPENS)
    form = screen.detail.form
    assert [box.property("readOnly") for box in form.title.editors] == [True, True, False]
    assert form.documents.editors[0].property("readOnly")
    assert screen.detail.files.button.isHidden()
    screen.preview_action.trigger()
    assert asked == [Place("documents", f"adopted:{one.item.meeting}")]


def band_ways_begin(ways: tuple[str, ...]) -> list[str]:
    """How each way of saying a band begins: never with a number alone, which would read as an item's."""
    return [way.replace("\u00a0", " ").split(" ·")[0] for way in ways]


def test_sittings_inside_an_item_have_bands_and_its_end_is_told(screen: AgendaScreen, desk: Secretariat) -> None:
    (one,) = desk.agendas.items(key_of(screen))
    day = OPENS + datetime.timedelta(days=1)
    (meeting,) = desk.meetings.list()
    desk.meetings.save(replace(meeting, closes_on=day))
    desk.meetings.save_sitting(Sitting("pm", one.item.meeting, 2, OPENS, datetime.time(15), datetime.time(18)))
    desk.meetings.save_sitting(Sitting("next", one.item.meeting, 3, day, datetime.time(10), datetime.time(13)))
    desk.agendas.save(replace(one.item, duration=450))
    (row,) = screen.list.model.rows
    assert row.band is not None
    words = screen.words
    assert "item 1: 4 h 30 more in the sittings that follow" in row.band.said_in(words).replace("\u00a0", " ")
    assert ["item 1 goes on" in band.said_in(words) for band in row.rest] == [True, True]
    assert band_ways_begin(row.band.ways_in(words)) == ["1st sitting", "1st sitting", "Sitting 1"]
    assert [len(way) for way in row.band.ways_in(words)] == sorted(map(len, row.band.ways_in(words)), reverse=True)
    time = screen.list.model.columns[1]
    assert time.display(row, words) == f"10:00 … {words.weekday(day)[:3]} 11:30"
    assert time.text(row, words).count("–") == 3
    QApplication.processEvents()
    assert screen.list.view.rowHeight(0) == screen.list.view.verticalHeader().defaultSectionSize() * 4


def test_parts_that_take_longer_than_their_item_are_marked(screen: AgendaScreen, desk: Secretariat) -> None:
    (one,) = desk.agendas.items(key_of(screen))
    desk.agendas.save(replace(one.item, duration=20))
    desk.agendas.add(AgendaItem("part", one.item.meeting, 0, said("Part"), parent=one.item.key, duration=60))
    row, part = screen.list.model.rows
    assert (row.parts, row.disagrees, part.disagrees) == (Duration(60), True, False)
    duration = next(column for column in screen.list.model.columns if column.title == "Duration")
    assert "its parts take 1 h" in duration.text(row, screen.words).replace("\u00a0", " ")
    assert duration.mark is not None
    assert duration.mark(row) is not None


def test_a_request_accepted_at_the_end_stands_before_the_closing_items(screen: AgendaScreen, desk: Secretariat) -> None:
    meeting = key_of(screen)
    desk.agendas.add(AgendaItem("end", meeting, 0, said("Closure"), purpose=Purpose.CLOSURE))
    state = next(iter(desk.states.on(OPENS)))
    day = datetime.date(2026, 11, 20)
    desk.item_requests.record(ItemRequest("", meeting, state, day, said("Data")))
    page = screen.sides.requests
    screen.sides.reveal(page)
    (row,) = page.shown()
    labels = [offer.label for offer in row.offers]
    assert labels[-1] == "The State withdrew it", "what ends a request stands apart from “Decline …”"
    next(offer for offer in row.offers if offer.label == "Accept, at the end").act()
    assert [one.item.title.en for one in desk.agendas.items(meeting)] == ["Future directions", "Data", "Closure"]


def test_enter_presses_the_button_and_the_keyboard_then_stands_on_the_list(
    screen: AgendaScreen, desk: Secretariat
) -> None:
    desk.actions.record(FollowUpAction("", key_of(screen), said("Publish the guide")))
    screen.go_to(desk.planning.next(MeetingKind.ANNUAL, OPENS).key)
    screen.fill_action.trigger()
    page = screen.sides.known
    screen.sides.reveal(page)
    assert page.all_button.isEnabled()
    page.all_button.setFocus()
    QTest.keyClick(page.all_button, Qt.Key.Key_Return)
    assert any(one.item.origins for one in desk.agendas.items(key_of(screen)))
    assert screen.list.view.hasFocus()


def test_nothing_is_placed_on_the_agenda_of_a_meeting_that_is_over(screen: AgendaScreen) -> None:
    screen.show_as_of(OPENS + datetime.timedelta(days=30))
    screen.sides.reveal(screen.sides.known)
    assert not screen.known_action.isEnabled()
    assert not screen.sides.known.all_button.isEnabled()


def test_the_purpose_is_explained_for_annual_meetings_only(screen: AgendaScreen, desk: Secretariat) -> None:
    row = screen.detail.form._rows["purpose"]
    assert "annual meeting" in row._hint.text()
    (meeting,) = desk.meetings.list()
    desk.meetings.save(replace(meeting, kind=MeetingKind.EXTRAORDINARY))
    assert not row._hint.text()


def test_a_phrase_behind_other_words_is_one_step_that_takes_it_out_of_all_languages(
    screen: AgendaScreen, desk: Secretariat
) -> None:
    """Each box took back its own part of it, and left it to the others."""
    field = screen.detail.form.annotation
    for tongue, words in zip(Language, ("First.", "Premier.", "Primero."), strict=True):
        field._boxes[tongue].setFocus()
        QTest.keyClicks(field._boxes[tongue], words)
    before = field.value()
    field.fill(said("Second."))
    assert field.value().en == "First. Second." or field.value().en == "Second. First."
    assert not any(box.document().isUndoAvailable() for box in field._boxes.values())
    desk.steps.undo()
    (one,) = desk.agendas.items(key_of(screen))
    assert [one.item.annotation[tongue] for tongue in Language] == [before[tongue] for tongue in Language]


def test_phrases_of_the_book_are_put_into_the_text_worked_on_last(screen: AgendaScreen, desk: Secretariat) -> None:
    form, sides = screen.detail.form, screen.sides
    form.annotation.editors[1].setFocus()
    screen.phrases_action.trigger()
    assert sides.currentWidget() is sides.phrases
    phrase = sides.phrases.list.current
    assert phrase is not None
    QTest.keyClick(sides.phrases.list.view, Qt.Key.Key_Return)
    assert sides.currentWidget() is screen.detail
    assert form.annotation.editors[1].hasFocus()
    (one,) = desk.agendas.items(key_of(screen))
    assert all(one.item.annotation[language] for language in Language)
    screen.phrases_action.trigger()
    QTest.keyClick(sides.phrases.list.view, Qt.Key.Key_Escape)
    assert sides.currentWidget() is screen.detail
    assert not sides.isTabVisible(sides.indexOf(sides.phrases))


def test_a_file_attached_twice_is_told_as_there_already(screen: AgendaScreen, tmp_path: Path) -> None:
    paper, other = tmp_path / "paper.pdf", tmp_path / "other.pdf"
    paper.write_bytes(b"paper")
    other.write_bytes(b"other")
    screen.detail.files.receive([paper])
    assert notice(screen) == "Attached: paper.pdf."
    screen.detail.files.receive([paper])
    assert notice(screen) == "Attached here already, and not again: paper.pdf."
    assert screen.alerts.notice is not None
    assert screen.alerts.notice.tone is Tone.ATTENTION
    screen.detail.files.receive([paper, other])
    assert notice(screen) == "Attached: other.pdf. Attached here already, and not again: paper.pdf."


def test_the_files_of_a_request_follow_undo_and_the_language(
    screen: AgendaScreen, desk: Secretariat, language: CurrentLanguage, tmp_path: Path
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"letter")
    meeting = key_of(screen)
    desk.item_requests.record(ItemRequest("", meeting, "GHA", datetime.date(2026, 11, 20), said("Data")))
    page = screen.sides.requests
    screen.sides.reveal(page)
    next(hit for hit in page.rows.commands() if hit.title == "Files …").act()
    page.files.receive([path])
    assert "letter.pdf" in texts(page.files)
    undo.undo(desk.store)
    assert "letter.pdf" not in texts(page.files)
    undo.redo(desk.store)
    assert "letter.pdf" in texts(page.files)
    language.switch(Language.FR)
    QApplication.processEvents()
    assert page.files.button.text() == "Joindre des fichiers…"
    assert "Ouvrir" in texts(page.files)
