"""A field that saves by itself, and whose text was changed elsewhere while one typed: read, taken, kept, and undone."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.partnerships import CooperationNote
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.fields import DateField, ListedField, NumberField, StateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from nmirf_desktop.ui.screens.agenda_fields import DurationField, PhrasedField, several_documents
from nmirf_desktop.ui.screens.partnerships_forms import NoteForm
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.three_columns import ThreeColumns
from nmirf_desktop.ui.timefield import TimeField
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.ui.screens.offices import held, office, shown, texts, type_into
from tests.ui.shells import close
from tests.ui.test_fields import STATES
from tests.ui.test_following import DAY, follow, labels, text, type_at_the_end
from tests.ui.test_office import opened

THERE = text("Met").with_text(Language.FR, "Rencontre")
"""What somebody else wrote in French."""
FRENCH = 1
"""The number of the French box."""


def taking(whole: QWidget) -> QPushButton:
    """The button in a form or a screen by which one takes what the register has."""
    buttons = (one for one in whole.findChildren(QPushButton) if one.isVisible())
    return next(one for one in buttons if one.text() == "Take what the register has")


def click(qtbot: QtBot, button: QPushButton) -> None:
    """Press a button as a hand does, which holds it a moment."""
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.wait(80)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    qtbot.wait(20)


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, key, held)
    qtbot.wait(20)


def go_to_another_window(qtbot: QtBot) -> QWidget:
    """Another window of the computer takes the keyboard."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    come_to(qtbot, other)
    return other


def come_to(qtbot: QtBot, window: QWidget) -> None:
    """A window takes the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.wait(50)


@dataclass
class InPlace:
    """A form that saves by itself, what stands in its register, and what it handed on."""

    form: Form
    field: TrilingualField
    register: Trilingual
    saved: list[Trilingual]

    def become(self, value: Trilingual) -> None:
        """Let the register have something else, and show it."""
        self.register = value
        self.field.load(value)

    @property
    def take(self) -> QPushButton:
        """The button by which one takes what the register has."""
        return taking(self.form)

    @property
    def take_of_row(self) -> QPushButton:
        """The same button, also while it is hidden."""
        buttons = self.form.findChildren(QPushButton)
        return next(one for one in buttons if one.text() == "Take what the register has")

    @property
    def told(self) -> bool:
        """Whether both texts are said."""
        return "the register now has" in labels(self.form)


@pytest.fixture(params=[TrilingualField, PhrasedField, ThreeColumns])
def in_place(qtbot: QtBot, language: CurrentLanguage, request: pytest.FixtureRequest) -> InPlace:
    form, field = Form(language), request.param(language)
    form.add("text", "Text", field)
    form.add("note", "Note", TextField(language))
    qtbot.addWidget(form)
    field.load(text("Met"), over=True)
    here = InPlace(form, field, text("Met"), [])

    def save(name: str) -> None:
        assert name == "text"
        here.saved.append(field.value())
        here.become(field.value())

    form.edited.connect(save)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    field.editors[1].setFocus()
    return here


def test_a_text_that_both_changed_in_place_is_told_and_waits_until_the_field_is_left(in_place: InPlace) -> None:
    field = in_place.field
    type_at_the_end(field.editors[1])
    there = text("Met").with_text(Language.FR, "Rencontre").with_text(Language.ES, "Reunión")
    in_place.become(there)
    assert "the register now has Français “Rencontre”" in labels(in_place.form)
    assert "what you typed, Français “Met (fr) x”, is not saved yet" in labels(in_place.form)
    field.waited()
    assert in_place.saved == [], "two seconds alone put nothing in the place of what somebody else wrote"
    field.flush()
    assert [(one.fr, one.es) for one in in_place.saved] == [("Met (fr) x", "Reunión")]
    assert "the register now has" not in labels(in_place.form)


def test_what_was_saved_here_a_moment_ago_is_no_conflict(in_place: InPlace) -> None:
    field = in_place.field
    type_at_the_end(field.editors[1])
    field.waited()
    kept = in_place.saved[-1]
    type_at_the_end(field.editors[1])
    field.load(kept)
    assert "the register now has" not in labels(in_place.form)
    field.waited()
    assert in_place.saved[-1].fr == "Met (fr) x x"


def test_a_plain_text_that_both_changed_in_place_is_told_too(qtbot: QtBot, language: CurrentLanguage) -> None:
    form, field = Form(language), TextField(language)
    form.add("note", "Note", field)
    qtbot.addWidget(form)
    field.load("Quorum", over=True)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    field.editors[0].setFocus()
    saved: list[str] = []
    form.edited.connect(lambda _name: saved.append(field.value()))
    type_at_the_end(field.editors[0])
    field.load("Quorate")
    assert "the register now has “Quorate”; what you typed, “Quorum x”, is not saved yet" in labels(form)
    field.waited()
    assert saved == []
    field.flush()
    assert saved == ["Quorum x"]


def dispute(in_place: InPlace) -> None:
    """Type in the French text while somebody else changes it."""
    type_at_the_end(in_place.field.editors[FRENCH])
    in_place.become(THERE)


# -- taken -----------------------------------------------------------------------------------------------------------


def test_what_the_register_has_is_taken_by_the_mouse(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    QTest.mousePress(in_place.take, Qt.MouseButton.LeftButton)
    qtbot.wait(80)
    assert (in_place.saved, in_place.told) == ([], True), "pressing the button is not leaving the field"
    QTest.mouseRelease(in_place.take, Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    assert (in_place.register, in_place.field.value(), in_place.saved) == (THERE, THERE, [])
    assert not in_place.told
    assert in_place.field.editors[FRENCH].hasFocus(), "the keyboard is in the text that was taken"
    in_place.form.hide()
    assert in_place.saved == [], "nothing is left to be saved"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
@pytest.mark.parametrize("box", range(3))
def test_what_the_register_has_is_taken_by_tab_and_a_key(
    in_place: InPlace, qtbot: QtBot, key: Qt.Key, box: int
) -> None:
    dispute(in_place)
    in_place.field.editors[box].setFocus()
    qtbot.wait(20)
    press(qtbot, Qt.Key.Key_Tab)
    assert in_place.take.hasFocus()
    qtbot.wait(50)
    assert (in_place.saved, in_place.told) == ([], True)
    press(qtbot, key)
    assert (in_place.register, in_place.field.value(), in_place.saved) == (THERE, THERE, [])
    assert in_place.field.editors[FRENCH].hasFocus()


def test_tab_goes_on_from_the_button_and_back_to_the_text(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    seen = []
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    note = in_place.form.field("note").editors[0]
    assert seen == [in_place.take_of_row, in_place.field.editors[2], in_place.take_of_row, note]
    assert [one.fr for one in in_place.saved] == ["Met (fr) x"], "by now the field was left"


def test_shift_tab_goes_back_from_the_button_to_the_text(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert in_place.field.editors[FRENCH].hasFocus()
    QTest.keyClicks(in_place.field.editors[FRENCH], "y")
    assert "“Met (fr) xy”" in labels(in_place.form)
    assert in_place.saved == []


def test_what_was_given_up_comes_back_by_the_key_of_undo(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    click(qtbot, in_place.take)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert in_place.field.value().fr == "Met (fr) x"
    in_place.form.field("note").editors[0].setFocus()
    qtbot.wait(20)
    assert [one.fr for one in in_place.saved] == ["Met (fr) x"]


def test_a_language_that_nobody_else_changed_is_saved_after_the_other_was_taken(
    in_place: InPlace, qtbot: QtBot
) -> None:
    type_at_the_end(in_place.field.editors[2])
    dispute(in_place)
    click(qtbot, in_place.take)
    assert (in_place.field.value().fr, in_place.field.value().es) == ("Rencontre", "Met (es) x")
    in_place.field.waited()
    assert [(one.fr, one.es) for one in in_place.saved] == [("Rencontre", "Met (es) x")]


@pytest.mark.parametrize("long", [False, True])
def test_a_plain_text_is_taken_and_comes_back(qtbot: QtBot, language: CurrentLanguage, long: bool) -> None:
    form, field = Form(language), TextField(language, long=long)
    form.add("note", "Note", field)
    qtbot.addWidget(form)
    field.load("Quorum", over=True)
    form.show()
    come_to(qtbot, form)
    field.editors[0].setFocus()
    saved: list[str] = []
    form.edited.connect(lambda _name: saved.append(field.value()))
    type_at_the_end(field.editors[0])
    field.load("Quorate")
    click(qtbot, taking(form))
    assert (field.value(), saved, labels(form)) == ("Quorate", [], "Note")
    assert field.editors[0].hasFocus()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "Quorum x"
    field.flush()
    assert saved == ["Quorum x"]


OTHERS: dict[str, tuple[Callable[[CurrentLanguage], Field[Any]], object, object, str]] = {
    "day": (DateField, DAY, datetime.date(2026, 5, 6), "5 May 2026"),
    "number": (NumberField, 12, 13, "14"),
    "time": (TimeField, datetime.time(10), datetime.time(11), "12:00"),
    "lines": (lambda language: ListedField(language, several_documents), ("One",), ("Two",), "Three"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_no_text_is_taken_as_well(qtbot: QtBot, language: CurrentLanguage, kind: str) -> None:
    make, loaded, there, typed = OTHERS[kind]
    form, field = Form(language), make(language)
    form.add("held", "Held", field)
    qtbot.addWidget(form)
    field.load(loaded, over=True)
    form.show()
    come_to(qtbot, form)
    saved: list[object] = []
    form.edited.connect(lambda _name: saved.append(field.value()))
    type_into(field.editors[0], typed)
    field.load(there)
    click(qtbot, taking(form))
    assert (field.value(), saved) == (there, [])
    assert field.editors[0].hasFocus()
    form.hide()
    assert saved == []


COMES_BACK: dict[str, tuple[Callable[[CurrentLanguage], Field[Any]], object, object, str, object]] = {
    "day": (DateField, DAY, datetime.date(2026, 5, 6), "5 May 2026", datetime.date(2026, 5, 5)),
    "number": (NumberField, 12, 13, "14", 14),
    "time": (TimeField, datetime.time(10), datetime.time(11), "12:00", datetime.time(12)),
    "duration": (DurationField, 60, 90, "2 h", 120),
    "state": (lambda language: StateField(language, STATES), "PRY", "MAR", "Ghana", "GHA"),
    "lines": (lambda language: ListedField(language, several_documents), ("One",), ("Two",), "Three", ("Three",)),
}


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("kind", COMES_BACK)
def test_what_is_no_text_and_was_given_up_comes_back_by_the_key_of_undo(
    qtbot: QtBot, language: CurrentLanguage, kind: str, left: bool
) -> None:
    """A date or a number that was given up was gone: the line forgot it with what was shown in its place."""
    make, loaded, there, typed, meant = COMES_BACK[kind]
    form, field = Form(language), make(language)
    form.add("held", "Held", field)
    form.add("note", "Note", TextField(language))
    qtbot.addWidget(form)
    field.load(loaded, over=True)
    form.show()
    come_to(qtbot, form)
    saved: list[object] = []
    form.edited.connect(lambda _name: saved.append(field.value()))
    field.editors[0].setFocus()
    type_into(field.editors[0], typed)
    field.load(there)
    click(qtbot, taking(form))
    assert (field.value(), saved) == (there, [])
    if left:
        form.field("note").editors[0].setFocus()
        qtbot.wait(20)
        field.editors[0].setFocus()
        qtbot.wait(20)
    assert saved == []
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == meant
    form.field("note").editors[0].setFocus()
    qtbot.wait(20)
    assert saved == [meant]


def test_of_another_record_no_key_of_undo_brings_back_what_was_given_up(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    form, field = Form(language), DateField(language)
    form.add("held", "Held", field)
    qtbot.addWidget(form)
    field.load(DAY, over=True)
    form.show()
    come_to(qtbot, form)
    field.editors[0].setFocus()
    type_into(field.editors[0], "5 May 2026")
    field.load(datetime.date(2026, 5, 6))
    click(qtbot, taking(form))
    field.load(datetime.date(2026, 5, 6), over=True)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == datetime.date(2026, 5, 6)


def test_of_a_card_the_button_is_reached_by_tab_too(qtbot: QtBot, language: CurrentLanguage) -> None:
    form = NoteForm(language)
    qtbot.addWidget(form)
    form.load(CooperationNote("k", "p", DAY, text("Met")))
    form.show()
    come_to(qtbot, form)
    form.text.editors[FRENCH].setFocus()
    type_at_the_end(form.text.editors[FRENCH])
    follow(form, replace(form.value(), text=THERE))
    press(qtbot, Qt.Key.Key_Tab)
    assert taking(form).hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert form.text.value() == THERE
    assert form.text.editors[FRENCH].hasFocus()


# -- read, and kept --------------------------------------------------------------------------------------------------


def test_another_window_may_be_looked_at_while_both_texts_stand(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    go_to_another_window(qtbot)
    assert (in_place.saved, in_place.told) == ([], True)
    again = THERE.with_text(Language.FR, "Réunion")
    in_place.become(again)
    assert "the register now has Français “Réunion”" in labels(in_place.form), "what comes meanwhile is told as well"
    assert in_place.field.value().fr == "Met (fr) x", "and takes nothing away that was typed"
    come_to(qtbot, in_place.form)
    assert in_place.field.editors[FRENCH].hasFocus()
    QTest.keyClicks(in_place.field.editors[FRENCH], "y")
    assert (in_place.saved, in_place.told) == ([], True)
    click(qtbot, in_place.take)
    assert (in_place.register, in_place.field.value(), in_place.saved) == (again, again, [])


def test_another_window_may_be_looked_at_from_the_button(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    press(qtbot, Qt.Key.Key_Tab)
    go_to_another_window(qtbot)
    come_to(qtbot, in_place.form)
    assert in_place.take.hasFocus()
    assert (in_place.saved, in_place.told) == ([], True)


def test_what_nobody_else_changed_is_saved_when_another_window_is_looked_at(in_place: InPlace, qtbot: QtBot) -> None:
    type_at_the_end(in_place.field.editors[FRENCH])
    go_to_another_window(qtbot)
    assert [one.fr for one in in_place.saved] == ["Met (fr) x"]


@pytest.mark.parametrize("by_tab", [False, True])
def test_whoever_goes_on_to_another_field_keeps_what_was_typed(in_place: InPlace, qtbot: QtBot, by_tab: bool) -> None:
    dispute(in_place)
    if by_tab:
        press(qtbot, Qt.Key.Key_Tab)
        assert in_place.take.hasFocus()
    QTest.mouseClick(in_place.form.field("note").editors[0], Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    assert [one.fr for one in in_place.saved] == ["Met (fr) x"]
    assert not in_place.told


def test_a_button_that_was_pressed_and_not_let_go_on_it_takes_nothing(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    QTest.mousePress(in_place.take, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    QTest.mouseRelease(in_place.take, Qt.MouseButton.LeftButton, pos=in_place.take.rect().bottomRight() * 3)
    qtbot.wait(50)
    assert (in_place.saved, in_place.told) == ([], True)
    in_place.form.field("note").editors[0].setFocus()
    qtbot.wait(20)
    assert [one.fr for one in in_place.saved] == ["Met (fr) x"]


def test_a_window_that_is_made_small_saves_nothing_that_is_disputed(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    in_place.form.showMinimized()
    qtbot.wait(50)
    assert in_place.saved == []
    in_place.form.showNormal()
    come_to(qtbot, in_place.form)
    assert in_place.told
    assert in_place.field.value().fr == "Met (fr) x"


@pytest.mark.parametrize("by_tab", [False, True])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_window_that_is_closed_loses_nothing(in_place: InPlace, qtbot: QtBot, by_tab: bool, elsewhere: bool) -> None:
    dispute(in_place)
    if by_tab:
        press(qtbot, Qt.Key.Key_Tab)
    if elsewhere:
        go_to_another_window(qtbot)
    in_place.form.close()
    assert [one.fr for one in in_place.saved] == ["Met (fr) x"]


def test_the_keyboard_stays_in_the_field_once_both_have_the_same(in_place: InPlace, qtbot: QtBot) -> None:
    dispute(in_place)
    press(qtbot, Qt.Key.Key_Tab)
    in_place.become(text("Met").with_text(Language.FR, "Met (fr) x"))
    qtbot.wait(20)
    assert not in_place.told
    assert QApplication.focusWidget() in in_place.field.editors
    assert in_place.saved == []


def test_what_is_left_in_another_language_is_saved_once_nothing_is_disputed(in_place: InPlace, qtbot: QtBot) -> None:
    type_at_the_end(in_place.field.editors[2])
    dispute(in_place)
    go_to_another_window(qtbot)
    in_place.become(text("Met").with_text(Language.FR, "Met (fr) x"))
    qtbot.wait(50)
    assert [(one.fr, one.es) for one in in_place.saved] == [("Met (fr) x", "Met (es) x")]


# -- on a screen, with its register ------------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def agenda(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[AgendaScreen]:
    """The title of an item, in which is typed what somebody else changed."""
    with held(AgendaScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen)
        box = title_box(screen)
        box.setFocus()
        type_at_the_end(box)
        item = screen.list.model.rows[0].item
        desk.agendas.save(replace(item, title=item.title.with_text(Language.EN, "Paths")))
        QApplication.processEvents()
        yield screen


def title_box(screen: AgendaScreen) -> QWidget:
    return screen.detail.form.field("title").editors[0]


def title(desk: Secretariat) -> str:
    """The English title that the register has."""
    return desk.agendas.items(desk.meetings.list()[0].key)[0].item.title.en


def stands(screen: AgendaScreen) -> str:
    """The English title that the screen shows."""
    box = title_box(screen)
    assert isinstance(box, QPlainTextEdit)
    return box.toPlainText()


def test_on_a_screen_the_newer_text_is_taken_and_ones_own_comes_back(
    agenda: AgendaScreen, desk: Secretariat, qtbot: QtBot
) -> None:
    click(qtbot, taking(agenda))
    assert (title(desk), stands(agenda)) == ("Paths", "Paths")
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (title(desk), stands(agenda)) == ("Paths", "Future directions x")
    agenda.list.setFocus()
    qtbot.wait(20)
    assert title(desk) == "Future directions x"


def test_on_a_screen_what_was_kept_is_one_step_back_to_what_somebody_else_wrote(
    agenda: AgendaScreen, desk: Secretariat, qtbot: QtBot
) -> None:
    assert title(desk) == "Paths"
    agenda.list.setFocus()
    qtbot.wait(20)
    assert title(desk) == "Future directions x"
    undo.undo(desk.store)
    qtbot.wait(20)
    assert (title(desk), stands(agenda)) == ("Paths", "Paths")


def test_a_step_taken_back_at_the_button_takes_nothing_away_that_was_typed(
    agenda: AgendaScreen, desk: Secretariat, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_Tab)
    assert taking(agenda).hasFocus()
    undo.undo(desk.store)
    qtbot.wait(20)
    assert (title(desk), stands(agenda)) == ("Future directions", "Future directions x")
    agenda.list.setFocus()
    qtbot.wait(20)
    assert title(desk) == "Future directions x"


def test_a_screen_that_is_put_away_keeps_what_was_typed(agenda: AgendaScreen, desk: Secretariat, qtbot: QtBot) -> None:
    go_to_another_window(qtbot)
    assert title(desk) == "Paths", "looking at another window saves nothing"
    agenda.hide()
    assert title(desk) == "Future directions x"


def test_another_item_may_be_chosen_and_what_was_typed_is_kept(
    agenda: AgendaScreen, desk: Secretariat, qtbot: QtBot
) -> None:
    key = agenda.list.model.rows[0].item.key
    press(qtbot, Qt.Key.Key_Tab)
    agenda.list.setFocus()
    QTest.keyClick(agenda.list.view, Qt.Key.Key_Insert)
    qtbot.wait(20)
    assert agenda.current_key() != key
    assert title(desk) == "Future directions x"


# -- in the whole window -----------------------------------------------------------------------------------------------


@pytest.fixture
def window(tmp_path: Path, shell: Shell, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the agenda of a meeting, in which somebody types in the title that changes elsewhere."""
    path = tmp_path / "network.nmirf"
    registers.networked(path)
    application = Application(shell)
    made = opened(application, path, qtbot)
    made.go(Place("agenda"))
    screen = made.shown
    assert isinstance(screen, AgendaScreen)
    qtbot.waitUntil(lambda: screen.list.current is not None)
    box = title_box(screen)
    box.setFocus()
    type_at_the_end(box)
    item = screen.list.model.rows[0].item
    screen._desk.agendas.save(replace(item, title=item.title.with_text(Language.EN, "Paths")))
    qtbot.waitUntil(lambda: "the register now has" in texts(screen))
    yield made
    close(application)


def recorded(window: MainWindow) -> str:
    """The English title that the register of a window has."""
    screen = window.shown
    assert isinstance(screen, AgendaScreen)
    return title(screen._desk)


def test_in_the_window_the_newer_text_is_taken_by_keys_and_undone_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert (recorded(window), stands_in(window)) == ("Paths", "Paths")
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (recorded(window), stands_in(window)) == ("Paths", "Future directions x")


def test_in_the_window_another_screen_keeps_what_was_typed_and_one_key_takes_that_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_Tab)
    go_to_another_window(qtbot)
    come_to(qtbot, window)
    assert recorded(window) == "Paths"
    window.go(Place("members"))
    window.go(Place("agenda"))
    assert recorded(window) == "Future directions x"
    assert window.shown is not None
    window.shown.setFocus()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: recorded(window) == "Paths")


def stands_in(window: MainWindow) -> str:
    """The English title that a window shows."""
    assert isinstance(window.shown, AgendaScreen)
    return stands(window.shown)
