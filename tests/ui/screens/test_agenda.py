"""The agenda: filled in one act, moved, indented, written and removed by keys, its time against the sittings'."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nmirf_desktop.domain.agenda import ExpectedAction
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from tests.registers import OPENS
from tests.ui.clipping import assert_presentable
from tests.ui.screens.offices import held, office, press, shown, texts, type_into

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


def made(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> AgendaScreen:
    """The screen on its services."""
    return AgendaScreen(desk.meetings, desk.agendas, desk.silences, language, alerts)


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[AgendaScreen]:
    with held(made(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen)
        screen.list.setFocus()
        yield screen


def key(screen: AgendaScreen, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the list."""
    screen.list.setFocus()
    QTest.keyClick(screen.list.view, pressed, modifier)
    QApplication.processEvents()


def items(screen: AgendaScreen) -> list[str]:
    """Each row's number and title, without its indent."""
    column = screen.list.model.columns[0]
    return [column.display(one, screen.words).strip() for one in screen.list.model.rows]


def add(screen: AgendaScreen, title: str) -> None:
    """Add an item by its key, and write its English title."""
    key(screen, Qt.Key.Key_Insert)
    editor = screen.detail.form.field("title").editors[0]
    assert editor.hasFocus()
    QTest.keyClicks(editor, title)
    screen.detail.form.flush()


def empty(desk: Secretariat) -> str:
    """The meeting, its agenda emptied."""
    (meeting,) = desk.meetings.list()
    for one in desk.agendas.items(meeting.key):
        desk.agendas.remove(meeting.key, one.item.key)
    return meeting.key


def test_without_a_meeting_the_way_leads_to_planning(tmp_path: Path, language: CurrentLanguage, alerts: Alerts) -> None:
    with office(tmp_path, filled=False) as desk, held(made(desk, language, alerts)) as screen:
        shown(screen)
        asked: list[Place] = []
        screen.asked.connect(asked.append)
        next(one for one in screen.findChildren(QPushButton) if one.isVisible()).click()
        assert asked == [Place("meetings")]


def test_an_empty_agenda_teaches_and_is_filled_in_one_act(screen: AgendaScreen, desk: Secretariat) -> None:
    empty(desk)
    assert "an annual meeting reviews the Network’s activities" in texts(screen)
    press(screen, "Fill with the standard items")
    assert len(items(screen)) >= 10
    assert items(screen)[0] == "1. Opening of the meeting; election of the Chair and the Rapporteur"
    said = texts(screen.time).replace("\N{NO-BREAK SPACE}", " ")
    assert "of 3 h: " in said
    assert "more than the sittings give" in said


def test_the_heading_names_the_meeting(screen: AgendaScreen, desk: Secretariat) -> None:
    assert screen.heading == "Agenda: Second annual meeting"
    second = desk.meetings.plan_next(OPENS)
    screen.go_to(second.key)
    assert screen.heading == "Agenda: Third annual meeting"


def test_a_walk_by_keyboard(screen: AgendaScreen, desk: Secretariat) -> None:
    add(screen, "Partnerships")
    add(screen, "Other matters")
    assert items(screen) == ["1. Future directions", "2. Partnerships", "3. Other matters"]
    key(screen, Qt.Key.Key_Up, CTRL)
    assert items(screen) == ["1. Future directions", "2. Other matters", "3. Partnerships"]
    key(screen, Qt.Key.Key_Right, CTRL)
    assert items(screen) == ["1. Future directions", "(a) Other matters", "2. Partnerships"]
    key(screen, Qt.Key.Key_Left, CTRL)
    key(screen, Qt.Key.Key_Down, CTRL)
    assert items(screen) == ["1. Future directions", "2. Partnerships", "3. Other matters"]
    key(screen, Qt.Key.Key_Delete)
    assert items(screen) == ["1. Future directions", "2. Partnerships"]
    undo.undo(desk.store)
    assert items(screen) == ["1. Future directions", "2. Partnerships", "3. Other matters"]
    key(screen, Qt.Key.Key_F2)
    assert screen.detail.form.field("title").editors[0].hasFocus()
    QTest.keyClick(screen.detail.form.field("title").editors[0], Qt.Key.Key_Escape)
    assert screen.list.view.hasFocus()


def test_keys_of_the_list_edit_text_in_a_field(screen: AgendaScreen) -> None:
    editor = screen.detail.form.field("title").editors[0]
    editor.setFocus()
    for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        QTest.keyClick(editor, pressed)
    combo = screen.detail.form.field("action").editors[0]
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Delete)
    assert len(items(screen)) == 1


def test_what_is_typed_for_one_item_is_never_saved_in_another(screen: AgendaScreen, desk: Secretariat) -> None:
    add(screen, "Partnerships")
    type_into(screen.detail.form.field("title").editors[0], "Alliances")
    screen.list.select(screen.list.model.rows[0].item.key)
    assert items(screen) == ["1. Future directions", "2. Alliances"]


def test_facts_of_an_item_are_edited_in_place(screen: AgendaScreen, desk: Secretariat) -> None:
    form = screen.detail.form
    type_into(form.field("duration").editors[0], "90")
    form.flush()
    form.action.load(ExpectedAction.ELECTION, over=True)
    form.edited.emit("action")
    (one,) = desk.agendas.items(desk.meetings.list()[0].key)
    assert (one.item.duration, one.item.action) == (90, ExpectedAction.ELECTION)
    assert "1 item, 1 h 30 of 3 h" in texts(screen.time).replace("\N{NO-BREAK SPACE}", " ")


def test_numbers_and_titles_follow_the_language(screen: AgendaScreen) -> None:
    add(screen, "Partnerships")
    key(screen, Qt.Key.Key_Right, CTRL)
    screen.language.switch(Language.FR)
    assert items(screen) == ["1. Future directions (fr)", "a) (sans titre dans cette langue)"]
    assert screen.heading.startswith("Ordre du jour")


def test_it_goes_to_one_item_and_asks_for_the_preview(screen: AgendaScreen, desk: Secretariat) -> None:
    add(screen, "Partnerships")
    first = screen.list.model.rows[0].item
    screen.go_to(first.key)
    assert screen.current_key() == first.key
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    press(screen, "Preview the agenda")
    assert asked == [Place("documents", first.meeting)]


def test_an_agenda_is_adopted_once_the_meeting_has_opened(
    screen: AgendaScreen, desk: Secretariat, alerts: Alerts
) -> None:
    press(screen, "Mark as adopted")
    assert desk.meetings.list()[0].agenda_adopted_on == OPENS
    assert "Adopted by the meeting on 24 November 2026" in texts(screen.agreed)
    assert not screen.adopt_action.isEnabled()


def test_the_screen_is_fit_to_be_seen(desk: Secretariat) -> None:
    desk.agendas.fill(empty(desk))

    def make(language: CurrentLanguage, alerts: Alerts) -> AgendaScreen:
        screen = made(desk, language, alerts)
        screen.show_as_of(OPENS)
        screen.refresh()
        return screen

    assert_presentable(make)


@pytest.mark.parametrize("planned", [True, False])
def test_its_empty_states_are_fit_to_be_seen(tmp_path: Path, planned: bool) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with office(folder, filled=planned) as desk:
        if planned:
            empty(desk)

        def make(language: CurrentLanguage, alerts: Alerts) -> AgendaScreen:
            screen = made(desk, language, alerts)
            screen.refresh()
            return screen

        assert_presentable(make)
