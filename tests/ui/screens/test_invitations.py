"""The texts of an invitation and an information note on the screen of meetings, and the documents made of them."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import EACH
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from tests.registers import MEMBERS, OBSERVERS, said
from tests.ui.screens.offices import held, office, press, shown, texts, type_into

ON = datetime.date(2026, 10, 1)
IN_FRENCH, IN_SPANISH = ("CHE", "MAR"), ("PRY", "URY")
"""Those whose own language is one of the Network's other two."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MeetingsScreen]:
    with held(MeetingsScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, ON)
        yield screen


@pytest.fixture
def documents(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[DocumentsScreen]:
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, ON)
        yield screen


def written(desk: Secretariat, screen: MeetingsScreen) -> dict[Topic, str]:
    found = desk.meeting_texts.of(screen.current_key(), ON)
    return {one.topic: one.text.fr for one in found if one.text}


def act(screen: MeetingsScreen, topic: Topic, label: str) -> None:
    """Press a small action of a topic's row."""
    body = screen.detail.texts.rows.row_of(str(topic))
    assert body is not None
    for text in body.findChildren(LinkedText):
        parts = [part.split(">")[0].split('"')[1] for part in text.text().split("<a ")[1:] if label in part]
        if parts:
            text.linkActivated.emit(parts[0])
            return
    pytest.fail(f"no {label} in {texts(body)}")


def test_by_keyboard_the_invitation_is_written_with_the_ready_sentence(
    screen: MeetingsScreen, desk: Secretariat
) -> None:
    press(screen, "Write the invitation")
    form = screen.detail.texts.form
    box = form.text.editors[0]
    assert box.hasFocus()
    assert "will review the activities of the Network" in form.text.value().en
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written(desk, screen) == {
        Topic.INVITATION: "La réunion annuelle dressera le bilan des activités du Réseau et examinera ses "
        "orientations futures."
    }
    assert screen.detail.texts.card.isHidden()
    row = screen.detail.texts.rows.row_of(str(Topic.INVITATION))
    assert row is not None
    assert row.isAncestorOf(screen.focusWidget()), "the keyboard goes on from the topic’s row"


def test_a_sentence_that_is_only_looked_at_is_not_recorded(screen: MeetingsScreen, desk: Secretariat) -> None:
    press(screen, "Write the invitation")
    QTest.keyClick(screen.detail.texts.form.text.editors[0], Qt.Key.Key_Escape)
    assert screen.detail.texts.card.isHidden()
    assert written(desk, screen) == {}


def test_every_ready_sentence_is_taken_over_at_once_and_the_meeting_stays_ready(
    screen: MeetingsScreen, desk: Secretariat
) -> None:
    before = len(desk.readiness.of(screen.current_key()))
    screen.detail.texts.fill.click()
    assert len(written(desk, screen)) > 7
    assert Topic.ONLINE not in written(desk, screen)
    assert len(desk.readiness.of(screen.current_key())) == before
    assert screen.detail.texts.fill.isHidden()


def test_a_text_is_changed_in_one_language_and_taken_out(screen: MeetingsScreen, desk: Secretariat) -> None:
    act(screen, Topic.HOTELS, "Take this sentence")
    act(screen, Topic.HOTELS, "Change")
    box = screen.detail.texts.form.text.editors[0]
    type_into(box, "Two hotels are near.")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (hotels,) = (one.text for one in desk.meeting_texts.of(screen.current_key(), ON) if one.topic is Topic.HOTELS)
    assert hotels.en == "Two hotels are near."
    assert hotels.state(Language.FR) is TextState.OUTDATED
    act(screen, Topic.HOTELS, "Remove")
    assert written(desk, screen) == {}


def test_the_documents_made_of_it_are_one_step_away(screen: MeetingsScreen) -> None:
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    for text in screen.detail.texts.papers.findChildren(LinkedText):
        if "<a " in text.text():
            text.linkActivated.emit(text.text().split('href="')[1].split('"')[0])
    assert Place("documents", f"note-verbale:{screen.current_key()}") in asked
    assert len(asked) == 4


def test_a_note_goes_to_all_to_one_or_to_each_in_its_language(
    documents: DocumentsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    (meeting,) = desk.meetings.list()
    documents.go_to(f"{DocumentKind.NOTE_VERBALE}:{meeting.key}")
    form = documents.form
    assert form.field("to").isVisibleTo(form)
    assert form.field("on").isVisibleTo(form)
    assert documents.pages.views[0].pages == 1
    offered = {one.key: one for one in desk.papers.parts(DocumentKind.NOTE_VERBALE, meeting.key)}
    form.to.load(offered["PRY"], over=True)
    form.to.edited.emit()
    request = documents.request()
    assert request is not None
    assert (request.part, request.on) == ("PRY", ON)
    form.to.load(offered[EACH], over=True)
    form.to.edited.emit()
    invited = len(MEMBERS) + len(OBSERVERS)
    assert documents.pages.views[0].pages == invited - len(IN_FRENCH) - len(IN_SPANISH)
    documents.choose_folder = lambda _parent, _title: tmp_path / "notes"
    documents._begin_export()
    made = [path.stem.rsplit("-", 1)[1] for path in (tmp_path / "notes").glob("*-Note-verbale-*.pdf")]
    assert (made.count("FR"), made.count("ES"), len(made)) == (len(IN_FRENCH), len(IN_SPANISH), invited)
    assert "whichever languages" not in documents.issuing.text()
    documents.languages.rows[Edition.EN].tick.setChecked(False)
    assert (
        "Each letter is in the language of its addressee, whichever languages are chosen." in documents.issuing.text()
    )
    documents.choose_folder = lambda _parent, _title: tmp_path / "others"
    documents._begin_export()
    assert len(list((tmp_path / "others").glob("*.pdf"))) == invited


def test_a_language_in_which_nobody_is_written_to_says_so(documents: DocumentsScreen, desk: Secretariat) -> None:
    for state in IN_FRENCH:
        person = Person(f"of {state}", said("Director"), state, language=Language.EN)
        desk.members.designate(FocalPoint(f"point {state}", state, person.key, Period(ON), voting=False), person)
    (meeting,) = desk.meetings.list()
    documents.go_to(f"{DocumentKind.NOTE_VERBALE}:{meeting.key}")
    each = desk.papers.parts(DocumentKind.NOTE_VERBALE, meeting.key)[0]
    documents.form.to.load(each, over=True)
    documents.pages.left.load(Edition.FR, over=True)
    documents.pages.left.edited.emit()
    documents.form.to.edited.emit()
    assert "No letter is written in this language" in texts(documents.pages)


def test_a_letter_asks_for_its_day(documents: DocumentsScreen, desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    documents.go_to(f"{DocumentKind.INFORMATION}:{meeting.key}")
    assert not documents.form.field("to").isVisibleTo(documents.form)
    documents.form.on.load(None, over=True)
    documents.form.on.edited.emit()
    assert "Choose the day as of which the document is made." in texts(documents.pages)
