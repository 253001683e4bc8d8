"""Texts: everything of a meeting in three columns, walked by keys until the count is zero."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState, Section
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs, Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.texts import TextsScreen
from nmirf_desktop.ui.screens.texts_editor import ReviewForm
from nmirf_desktop.ui.screens.texts_rows import Wanted
from nmirf_desktop.ui.typedtext import TypedText
from tests.registers import said
from tests.ui.screens.offices import hearing, held, office, press, shown, texts

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NOTE = Trilingual.final(
    "The meeting will adopt its agenda.", "La réunion adopte l’ordre du jour.", "La reunión aprueba la agenda."
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as desk:
        yield desk


@pytest.fixture
def screen(qtbot: QtBot, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[TextsScreen]:
    with held(TextsScreen(desk, InlineJobs(), language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def add(desk: Secretariat, key: str, title: Trilingual, annotation: Trilingual = Trilingual()) -> None:
    """An item at the end of the agenda."""
    meeting = desk.meetings.list()[0]
    desk.agendas.add(AgendaItem(key, meeting.key, 9, title, annotation=annotation))
    QApplication.processEvents()


def box(screen: TextsScreen, tongue: Language) -> TypedText:
    return screen.editor.pane.form.text._boxes[tongue]


def here() -> TypedText:
    """The box that has the keyboard."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, TypedText)
    return focus


def key(screen: TextsScreen, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    assert screen.isAncestorOf(focus)
    QTest.keyClick(focus, key, held)
    QApplication.processEvents()


def text_of(desk: Secretariat, wanted: str) -> PlacedText:
    """The text of a key, as it is stored."""
    return next(one for one in desk.readiness.texts(desk.meetings.list()[0].key) if one.key == wanted)


def ask_memory(screen: TextsScreen) -> None:
    """Do what the editor does a moment after the last key."""
    screen.editor.pane._ask.stop()
    screen.editor.pane._look_up()
    QApplication.processEvents()


def test_a_meeting_is_made_ready_by_keys_until_the_count_is_zero(screen: TextsScreen, desk: Secretariat) -> None:
    assert "All texts are reviewed in three languages" in texts(screen)
    add(desk, "new", Trilingual("Exchanges"))
    add(desk, "other", Trilingual("Other matters", "Questions diverses"))
    assert "6 texts are not ready: English 2, French 2, Spanish 2" in texts(screen)
    screen.list.setFocus()
    key(screen, Qt.Key.Key_Return)
    assert here() is box(screen, Language.EN)
    key(screen, Qt.Key.Key_2, ALT)
    assert here() is box(screen, Language.FR)
    QTest.keyClicks(here(), "L'echange")
    key(screen, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert text_of(desk, "new.title").text.fr == "L’echange"
    assert text_of(desk, "new.title").text.state(Language.FR) is TextState.REVIEWED
    assert screen.list.current is not None
    assert screen.list.current.key == "other.title"
    assert here() is box(screen, Language.EN), "the first language that is not ready"
    key(screen, Qt.Key.Key_2, ALT)
    key(screen, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert screen.list.current is not None
    assert screen.list.current.key == "new.title", "what was passed over is not ready yet"
    for name in ("new", "other"):
        place = text_of(desk, f"{name}.title")
        text = place.text.with_text(Language.ES, "Texto")
        for tongue in Language:
            text = text.with_review(tongue)
        desk.texts.write(place, text)
    QApplication.processEvents()
    screen._filter()
    assert "All texts are reviewed in three languages" in texts(screen)


def test_the_last_text_is_said_only_where_none_is_left(screen: TextsScreen, desk: Secretariat, alerts: Alerts) -> None:
    add(desk, "new", Trilingual("Exchanges"))
    add(desk, "other", Trilingual("Other matters"))
    screen.list.select("other.title")
    box(screen, Language.EN).setFocus()
    key(screen, Qt.Key.Key_Return, CONTROL)
    assert [alerts.notice] == [None]
    assert screen.list.current is not None
    assert screen.list.current.key == "new.title"
    desk.texts.write(text_of(desk, "other.title"), Trilingual.final("Other", "Autres", "Otros"))
    QApplication.processEvents()
    screen._filter()
    box(screen, Language.EN).setFocus()
    key(screen, Qt.Key.Key_Return, CONTROL)
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == "That was the last text of the list."


def test_enter_in_what_is_typed_puts_the_phrase_in_at_once(screen: TextsScreen, desk: Secretariat) -> None:
    add(desk, "new", Trilingual())
    screen.list.select("new.title")
    box(screen, Language.ES).setFocus()
    press(screen, "Phrase book")
    line = screen.editor.phrases.list._line
    QTest.keyClicks(screen.editor.phrases.list.view, "i")
    assert line.hasFocus()
    QTest.keyClicks(line, "nterpretes bastidores")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert text_of(desk, "new.title").text.fr.startswith("La réunion remercie les interprètes")
    assert here() is box(screen, Language.ES)


def test_outdated_appears_with_another_source_and_goes_when_it_is_put_back(
    screen: TextsScreen, desk: Secretariat
) -> None:
    meeting = desk.meetings.list()[0]
    screen.wanted.load(Wanted.ALL, over=True)
    screen._filter()
    assert screen.list.select(f"{meeting.key}.title")
    editor = box(screen, Language.EN)
    editor.setFocus()
    before = editor.text()
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(editor, "x")
    assert "! outdated" in texts(screen)
    screen.editor.pane.form.flush()
    assert text_of(desk, f"{meeting.key}.title").text.state(Language.ES) is TextState.OUTDATED
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == before
    assert "! outdated" not in texts(screen)
    screen.editor.pane.form.flush()
    assert text_of(desk, f"{meeting.key}.title").text.state(Language.ES) is TextState.REVIEWED


def test_a_phrase_fills_the_three_languages_at_once_and_is_undone_at_once(
    screen: TextsScreen, desk: Secretariat
) -> None:
    add(desk, "new", Trilingual())
    screen.list.select("new.title")
    box(screen, Language.ES).setFocus()
    press(screen, "Phrase book")
    phrases = screen.editor.phrases.list
    QTest.keyClicks(phrases.view, "interpretes bastidores")
    phrases._line.wanted.emit("interpretes bastidores")
    assert len(phrases.model.rows) == 1
    phrases.select_first()
    QTest.keyClick(phrases.view, Qt.Key.Key_Return)
    QApplication.processEvents()
    text = text_of(desk, "new.title").text
    assert text.fr.startswith("La réunion remercie les interprètes")
    assert set(text.states().values()) == {TextState.REVIEWED}
    assert here() is box(screen, Language.ES)
    desk.steps.undo()
    assert text_of(desk, "new.title").text == Trilingual()


def test_a_phrase_goes_to_the_cursor_where_something_is_written(screen: TextsScreen, desk: Secretariat) -> None:
    add(desk, "new", said("Exchanges"), Trilingual("First. Last.", "Premier. Dernier."))
    screen.list.select("new.annotation")
    box(screen, Language.FR).setFocus()
    for _ in "Premier.":
        QTest.keyClick(box(screen, Language.FR), Qt.Key.Key_Right)
    phrase = Trilingual.final("At {place}.", "À {place}.", "En {place}.")
    screen.editor.pane.form.text.fill(phrase)
    text = text_of(desk, "new.annotation").text
    assert (text.en, text.fr, text.es) == ("First. At {place}. Last.", "Premier. À {place}. Dernier.", "En {place}.")
    assert set(text.states().values()) == {TextState.DRAFT}
    assert box(screen, Language.FR).textCursor().selectedText() == "{place}"
    QTest.keyClick(box(screen, Language.FR), Qt.Key.Key_Home)
    screen.editor.pane.form.text.fill(Trilingual.final("So.", "Ainsi.", "Así."))
    assert text_of(desk, "new.annotation").text.en == "So. First. At {place}. Last."


def test_what_was_translated_before_is_offered_and_taken_by_a_key(screen: TextsScreen, desk: Secretariat) -> None:
    add(desk, "old", said("Old"), NOTE)
    add(desk, "new", said("New"), Trilingual("The meeting will adopt the agenda.\nIt begins."))
    screen.list.select("new.annotation")
    box(screen, Language.FR).setFocus()
    ask_memory(screen)
    matches = screen.editor.pane.matches
    assert "similar" in texts(matches)
    assert matches.found[0].segment.text.fr == NOTE.fr
    assert "<b><u>its</u></b>" in texts(matches)
    key(screen, Qt.Key.Key_Return, ALT)
    text = text_of(desk, "new.annotation").text
    assert text.fr == NOTE.fr
    assert text.state(Language.FR) is TextState.DRAFT
    ask_memory(screen)
    assert not matches.found  # the next sentence, of which nothing is known
    QTest.keyClick(here(), Qt.Key.Key_Z, CONTROL)
    assert here().text() == ""


def test_an_exact_translation_is_said_to_be_one_and_chosen_in_the_list(screen: TextsScreen, desk: Secretariat) -> None:
    add(desk, "old", said("Old"), NOTE)
    add(desk, "new", said("New"), Trilingual(NOTE.en))
    screen.list.select("new.annotation")
    box(screen, Language.ES).setFocus()
    ask_memory(screen)
    assert "● exact · Agenda, NMIRF/2026, 24 November 2026" in texts(screen.editor.pane.matches)
    key(screen, Qt.Key.Key_Space, CONTROL)
    assert QApplication.focusWidget() is screen.editor.pane.matches.list
    key(screen, Qt.Key.Key_Return)
    assert text_of(desk, "new.annotation").text.es == NOTE.es


def test_a_document_is_marked_as_reviewed_in_one_language(
    screen: TextsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    new = Trilingual("New").with_text(Language.FR, "Nouveau").with_text(Language.ES, "Nuevo")
    add(desk, "new", new)
    press(screen, "Mark a document as reviewed")
    card = screen.editor.pane.review
    assert isinstance(card.form, ReviewForm)
    card.form.tongue.load(Language.FR, over=True)
    card.verb.click()
    QApplication.processEvents()
    assert text_of(desk, "new.title").text.state(Language.FR) is TextState.REVIEWED
    assert text_of(desk, "new.title").text.state(Language.ES) is TextState.DRAFT
    assert alerts.notice is not None


def test_the_list_is_filtered_by_state_language_and_kind(screen: TextsScreen, desk: Secretariat) -> None:
    add(desk, "new", said("New"), replace(NOTE, es="", reviewed="en,fr"))
    screen.wanted.load(Wanted.MISSING, over=True)
    screen.tongue.load(Language.FR, over=True)
    screen._filter()
    assert not screen.list.model.rows
    screen.tongue.load(Language.ES, over=True)
    screen._filter()
    assert [one.key for one in screen.list.model.rows] == ["new.annotation"]
    screen.go_to("new.title")
    assert screen.list.current is not None
    assert screen.list.current.key == "new.title"


def test_a_text_that_a_document_lacks_is_opened_in_its_language(screen: TextsScreen, desk: Secretariat) -> None:
    """Whatever is filtered: the link beside a decision led to the Session, wherever the room stood."""
    add(desk, "new", said("New"), replace(NOTE, es="", reviewed="en,fr"))
    screen.tongue.load(Language.FR, over=True)
    screen._filter()
    screen.go_to("new.annotation")
    screen.write_at("new.annotation", "es")
    assert screen.editor.pane.form.key == "new.annotation"
    assert here() is box(screen, Language.ES)
    screen.editor.pane.columns.load((Language.EN, Language.FR), over=True)
    screen.editor.pane.columns.edited.emit()
    screen.write_at("new.annotation", "es")
    assert here() is box(screen, Language.ES), "a column that was put away is there again"


def test_two_columns_are_enough_where_one_works_on_two(screen: TextsScreen, desk: Secretariat) -> None:
    add(desk, "new", Trilingual("New"))
    screen.editor.pane.columns.load((Language.EN, Language.FR), over=True)
    screen.editor.pane.columns.edited.emit()
    assert [box(screen, tongue).isVisible() for tongue in Language] == [True, True, False]


def test_no_key_waits_for_the_memory(
    qtbot: QtBot, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    add(desk, "old", said("Old"), NOTE)
    add(desk, "new", said("New"), Trilingual(NOTE.en))
    jobs = Jobs()
    with held(TextsScreen(desk, jobs, language, alerts)) as screen:
        shown(screen)
        screen.list.select("new.annotation")
        box(screen, Language.ES).setFocus()
        screen.editor.pane._look_up()
        assert screen.editor.pane.matches.found == ()
        qtbot.waitUntil(lambda: bool(screen.editor.pane.matches.found), timeout=5000)
        screen.editor.pane._look_up()
        jobs.let_go()


def test_annotations_that_nobody_began_stand_under_all_texts_only(screen: TextsScreen, desk: Secretariat) -> None:
    add(desk, "one", Trilingual.final("Data", "Données", "Datos"))
    assert "one.annotation" not in [one.key for one in screen.list.model.values]
    screen.wanted.load(Wanted.ALL, over=True)
    screen.wanted.edited.emit()
    assert "one.annotation" in [one.key for one in screen.list.model.values]
    assert "annotation" not in [one.text.partition(".")[2] for one in desk.readiness.of(desk.meetings.list()[0].key)]


def test_the_title_of_an_adopted_agenda_is_locked_where_it_is_written_and_says_why(
    screen: TextsScreen, desk: Secretariat
) -> None:
    meeting = desk.meetings.list()[0]
    add(desk, "late", Trilingual(en="Late"))
    desk.meetings.note_adoption(meeting.key, meeting.opens_on)
    QApplication.processEvents()
    screen.go_to("late.title")
    assert screen.editor.pane.form.key == "late.title"
    assert [box(screen, tongue).isReadOnly() for tongue in Language] == [True, False, False]
    assert screen.editor.pane._adopted.isVisible()
    screen.go_to("late.annotation")
    screen.go_to(f"{meeting.key}.title")
    assert not screen.editor.pane._adopted.isVisible()
    assert not box(screen, Language.EN).isReadOnly()


def test_a_paragraph_of_approved_minutes_is_read_and_says_why(screen: TextsScreen, desk: Secretariat) -> None:
    key = desk.meetings.list()[0].key
    with desk.store.write("approve", Subject.MINUTES) as session:
        approved = Minutes("minutes", key, MinutesState.APPROVED, approved_on=datetime.date(2027, 1, 11))
        MINUTES.save(session, approved)
        PARAGRAPHS.save(session, MinutesParagraph("said", "minutes", 0, Section.OPENING, Trilingual("It met.")))
    screen.go_to("said.text")
    assert screen.list.current is not None
    assert screen.list.current.key == "said.text"
    assert [box(screen, one).isReadOnly() for one in Language] == [True, False, False], "what was missing stays open"
    assert "approved on 11 January 2027" in screen.editor.pane._adopted.text()
    assert screen.editor.pane._adopted.isVisible()
    add(desk, "new", Trilingual("Exchanges"))
    screen.go_to("new.title")
    assert not any(box(screen, one).isReadOnly() for one in Language)
    assert not screen.editor.pane._adopted.isVisible()


def test_what_is_marked_as_reviewed_are_the_texts_of_the_meeting_for_which_the_card_was_opened(
    screen: TextsScreen, desk: Secretariat
) -> None:
    """Another meeting was chosen before it was recorded."""
    first = desk.meetings.list()[0]
    later = replace(first, key="later", symbol="LATER", title=Trilingual.final("Third", "Troisième", "Tercera"))
    desk.meetings.save(later)
    add(desk, "one", Trilingual("Exchanges"))
    desk.agendas.add(AgendaItem("two", later.key, 0, Trilingual("Hub")))
    QApplication.processEvents()
    screen._choose(first)
    screen._begin_review()
    card = screen.editor.pane.review
    assert "Second annual meeting" in card.name
    form = card.form
    assert isinstance(form, ReviewForm)
    form.tongue.load(Language.EN, over=True)
    screen._choose(later)
    card.done.emit()

    def state(key: str, meeting: str) -> TextState:
        (found,) = (one.text for one in desk.readiness.texts(meeting) if one.key == f"{key}.title")
        return found.state(Language.EN)

    assert (state("one", first.key), state("two", later.key)) == (TextState.REVIEWED, TextState.DRAFT)
