"""Fields and forms: dates in three languages, States by any name, texts with their states, saving by itself."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.days import LATEST
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from nmirf_desktop.ui import fields
from nmirf_desktop.ui.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    NumberField,
    StateField,
    TextField,
    TrilingualField,
)
from nmirf_desktop.ui.forms import Form, line_up
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.statefield import by_usual_name, matching
from nmirf_desktop.ui.theme import STEP, Scheme
from tests.ui import keyboard
from tests.ui.clipping import theme

STATES = parse_states((bundled("resources") / "states.csv").read_text(encoding="utf-8"))
MAY = datetime.date(2027, 5, 8)


def focus(qtbot: QtBot, widget: QWidget) -> None:
    """Give a widget the keyboard, as a click does."""
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def editor(field: QWidget) -> QLineEdit:
    found = field.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_a_date_is_shown_in_the_words_of_the_language(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = DateField(language)
    qtbot.addWidget(field)
    field.load(datetime.date(2027, 5, 1))
    assert editor(field).text() == "1 May 2027"
    language.switch(Language.FR)
    field.retranslate()
    assert editor(field).text() == "1er\u00a0mai 2027"
    language.switch(Language.EN)


def test_a_date_that_is_none_is_said_and_not_handed_on(qtbot: QtBot, language: CurrentLanguage) -> None:
    form = Form(language)
    qtbot.addWidget(form)
    form.add("since", "Since", DateField(language))
    field = form.field("since")
    field.load(MAY)
    form.show()
    edited: list[str] = []
    form.edited.connect(edited.append)
    editor(field).clear()
    QTest.keyClicks(editor(field), "soon")
    QTest.keyClick(editor(field), Qt.Key.Key_Return)
    assert edited == []
    assert "“soon” is not a date" in form._rows["since"]._wrong.text()
    editor(field).clear()
    QTest.keyClicks(editor(field), "2.6.2027")
    QTest.keyClick(editor(field), Qt.Key.Key_Return)
    assert edited == ["since"]
    assert field.value() == datetime.date(2027, 6, 2)
    assert editor(field).text() == "2 June 2027"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31.12.9999", "31 December 9999 is too late to be meant: look at the year."),
        ("1 January 2200", "1 January 2200 is too late to be meant"),
        ("8.5.1027", "8 May 1027 is before the United Nations were founded: look at the year."),
    ],
)
def test_a_year_that_cannot_be_meant_is_said_and_not_handed_on(
    qtbot: QtBot, language: CurrentLanguage, typed: str, said: str
) -> None:
    form = Form(language)
    qtbot.addWidget(form)
    form.add("since", "Since", DateField(language))
    field = form.field("since")
    form.show()
    edited: list[str] = []
    form.edited.connect(edited.append)
    QTest.keyClicks(editor(field), typed)
    QTest.keyClick(editor(field), Qt.Key.Key_Return)
    assert (edited, field.value()) == ([], None)
    assert said in form._rows["since"]._wrong.text()


def test_the_last_day_that_can_be_meant_is_where_the_arrows_and_the_calendar_end(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    field = DateField(language)
    qtbot.addWidget(field)
    field.load(LATEST)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        QTest.keyClick(editor(field), key)
    assert field.value() is None
    assert "1 January 2200" in str(field.fault and field.fault.said_in(language.words))
    field.load(LATEST)
    QTest.keyClick(editor(field), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (calendar,) = field.findChildren(QCalendarWidget)
    assert (calendar.minimumDate(), calendar.maximumDate()) == (QDate(1945, 10, 24), QDate(2199, 12, 31))
    calendar.clicked.emit(QDate(2199, 12, 30))
    qtbot.waitUntil(lambda: not field.findChildren(QMenu))
    assert field.value() == datetime.date(2199, 12, 30)


def test_the_arrows_move_a_date(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = DateField(language)
    qtbot.addWidget(field)
    field.load(datetime.date(2027, 1, 31))
    QTest.keyClick(editor(field), Qt.Key.Key_Up)
    assert field.value() == datetime.date(2027, 2, 1)
    QTest.keyClick(editor(field), Qt.Key.Key_PageDown)
    assert field.value() == datetime.date(2027, 1, 1)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("iv", "CIV"), ("cote", "CIV"), ("iran", "IRN"), ("russ", "RUS"), ("alem", "DEU"), ("usa", "USA")],
)
def test_a_state_is_found_by_any_of_its_names(typed: str, first: str) -> None:
    assert matching(STATES, typed, catalog(Language.EN))[0].iso3 == first


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("keni", ["KEN"]), ("burma", ["MMR"]), ("birmanie", ["MMR"]), ("corea del sur", ["KOR"]), ("hola", ["NLD"])],
)
def test_a_state_is_found_by_a_usual_or_former_name(typed: str, codes: list[str]) -> None:
    assert [one.iso3 for one in by_usual_name(STATES, typed, catalog(Language.ES))] == codes


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("india", "IDN"), ("india", "PAK"), ("honduras", "BLZ"), ("oman", "ARE"), ("somaliland", "DJI"), ("south", "KOR")],
)
def test_a_usual_name_is_none_of_a_state_that_is_not_offered(typed: str, offered: str) -> None:
    """“India”, typed where only Indonesia may be chosen, is not the Dutch East Indies."""
    listed = [one for one in STATES if one.iso3 == offered]
    assert by_usual_name(listed, typed, catalog(Language.EN)) == ()


def test_a_state_is_chosen_by_a_usual_name_where_no_official_one_fits(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = StateField(language, STATES)
    qtbot.addWidget(field)
    QTest.keyClicks(editor(field), "kenia")
    assert field._list.rows == ("Kenya",)
    field._list.hide()
    field.settle()
    assert field.value() == "KEN"
    field.load(None, over=True)
    QTest.keyClicks(editor(field), "per")
    assert field._list.rows == ("Peru",), "and not Persia as well"


def test_a_state_is_typed_and_handed_on(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = StateField(language, STATES)
    qtbot.addWidget(field)
    field.load(None)
    QTest.keyClicks(editor(field), "paraguay")
    assert field.value() == "PRY"
    QTest.keyClicks(editor(field), "x")
    assert field.value() is None
    assert field.fault is not None
    editor(field).clear()
    QTest.keyClick(editor(field), Qt.Key.Key_Backspace)
    field._list.hide()


def test_down_on_the_last_row_of_the_list_stays_on_it(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = StateField(language, STATES)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.load(None)
    field.setFocus()
    keyboard.write(field, "gha")
    assert field._list.rows == ("Ghana",)
    for _ in range(2):
        keyboard.press(field, Qt.Key.Key_Down)
        assert field._list.popup.currentIndex().row() == 0
    keyboard.press(field, Qt.Key.Key_Return)
    assert field.value() == "GHA"


@pytest.mark.parametrize("taking", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
@pytest.mark.parametrize(("typed", "code"), [("mo", "MAR"), ("pa", "PRY")])
def test_a_state_is_chosen_from_its_list_by_keys(
    qtbot: QtBot, language: CurrentLanguage, typed: str, code: str, taking: Qt.Key
) -> None:
    field, following = StateField(language, STATES), QLineEdit()
    field.set_states(STATES, near=("PRY",))
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(following)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.load(None)
    field.setFocus()
    keyboard.write(window, typed)
    names = list(field._list.rows)
    said = next(state for state in STATES if state.iso3 == code).said_in(field.words)
    for _ in range(names.index(said)):
        keyboard.press(window, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.edited):
        keyboard.press(window, taking)
    assert (field.value(), field.fault) == (code, None)
    assert editor(field).text() == said
    assert not field._list.open
    assert (QApplication.focusWidget() is following) == (taking == Qt.Key.Key_Tab)


def test_members_and_delegations_come_before_other_states() -> None:
    words = catalog(Language.EN)
    assert [state.iso3 for state in matching(STATES, "pa", words)][:2] == ["PAK", "PLW"]
    assert [state.iso3 for state in matching(STATES, "pa", words, {"PRY", "CHE"})][:2] == ["PRY", "PAK"]


def boxes(field: TrilingualField) -> list[QPlainTextEdit]:
    return field.findChildren(QPlainTextEdit)


def test_a_changed_original_makes_translations_outdated_and_back(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    field.load(Trilingual.final("Opening", "Ouverture", "Apertura"))
    english = field._boxes[Language.EN]
    english.setPlainText("Opening of the meeting")
    assert field.value().state(Language.FR) is TextState.OUTDATED
    assert "outdated" in field._states[Language.FR].text()
    english.setPlainText("Opening")
    assert field.value().state(Language.FR) is TextState.REVIEWED


def test_ctrl_shift_enter_marks_as_reviewed_and_saves(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    field.load(Trilingual("Opening", "", ""))
    field._boxes[Language.ES].setPlainText("Apertura")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field._boxes[Language.ES], Qt.Key.Key_Return, both)
    assert field.value().state(Language.ES) is TextState.REVIEWED
    assert field.value().state(Language.FR) is TextState.MISSING


def test_another_language_becomes_the_original(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    field.load(Trilingual("Opening", "Ouverture", ""))
    field.make_source(Language.FR)
    assert field.value().source is Language.FR
    assert field._heads[Language.FR].text() == "Français, original"


def test_a_field_saves_two_seconds_after_the_first_key(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = TextField(language)
    qtbot.addWidget(field)
    field.load("Focal point")
    field._timer.setInterval(30)
    with qtbot.waitSignal(field.edited, timeout=2000):
        QTest.keyClicks(editor(field), " of Peru")
    assert field.value() == "Focal point of Peru"
    assert not field.dirty


def test_a_field_saves_when_it_is_left(qtbot: QtBot, language: CurrentLanguage) -> None:
    form = Form(language)
    form.add("a", "Name", TextField(language))
    form.add("b", "Notes", TextField(language, long=True))
    qtbot.addWidget(form)
    form.field("a").load("")
    form.field("b").load("")
    form.show()
    focus(qtbot, editor(form.field("a")))
    QTest.keyClicks(editor(form.field("a")), "x")
    with qtbot.waitSignal(form.edited, timeout=1000) as told:
        form.field("b").setFocus()
    assert told.args == ["a"]


def test_what_is_being_typed_outlives_a_refresh_but_not_another_record(qtbot: QtBot, language: CurrentLanguage) -> None:
    form = Form(language)
    form.add("a", "Name", TextField(language))
    qtbot.addWidget(form)
    form.begin("one")
    form.field("a").load("", over=True)
    form.show()
    focus(qtbot, editor(form.field("a")))
    QTest.keyClicks(editor(form.field("a")), "typing")
    assert not form.begin("one")
    form.field("a").load("")
    assert form.field("a").value() == "typing"
    handed: list[object] = []
    form.edited.connect(lambda _name: handed.append(form.field("a").value()))
    assert form.begin("two")
    assert handed == ["typing"]
    form.field("a").load("of two", over=True)
    assert form.field("a").value() == "of two"


def test_an_undo_goes_on_at_the_end_and_another_record_begins_at_the_beginning(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    """It was guessed by one text beginning as the other did, which another record may, and an undo need not."""
    note, title = TextField(language, long=True), TrilingualField(language)
    for field, old, changed, other in (
        (note, "Ghana agrees", "Togo agrees", "Togo agrees again"),
        (title, Trilingual("Ghana agrees"), Trilingual("Togo agrees"), Trilingual("Togo agrees again")),
    ):
        field.load(old, over=True)  # type: ignore[arg-type]
        box = field.editors[0]
        assert isinstance(box, QPlainTextEdit)
        qtbot.addWidget(field)
        field.show()
        focus(qtbot, box)
        field.load(changed)  # type: ignore[arg-type]
        assert box.textCursor().atEnd()
        field.load(other, over=True)  # type: ignore[arg-type]
        assert box.textCursor().atStart()


def test_a_problem_stands_under_its_field_in_words_until_it_is_typed_in(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    form = Form(language)
    form.add("a", "Name", TextField(language))
    qtbot.addWidget(form)
    form.show()
    assert form.show_problem(Problem("The name is missing.", {}, "a"))
    assert not form.show_problem(Problem("The name is missing.", {}, "elsewhere"))
    row = form._rows["a"]
    assert row._wrong.text() == "Not saved: The name is missing."
    assert editor(form.field("a")).accessibleDescription() == row._wrong.text()
    QTest.keyClicks(editor(form.field("a")), "x")
    assert not row._wrong.isVisible()


@pytest.mark.parametrize("language_of_words", Language)
def test_a_text_that_is_too_long_is_said_under_its_field_and_not_cut(
    qtbot: QtBot, language: CurrentLanguage, language_of_words: Language
) -> None:
    language.switch(language_of_words)
    form = Form(language)
    reference, title = TextField(language), TrilingualField(language)
    form.add("reference", "Reference", reference)
    form.add("title", "Title", title)
    qtbot.addWidget(form)
    form.show()
    handed: list[str] = []
    form.edited.connect(handed.append)
    reference.load("")
    title.load(Trilingual())
    fields: tuple[tuple[str, Field[Any], QWidget], ...] = (
        ("reference", reference, reference.editors[0]),
        ("title", title, title.editors[1]),
    )
    for name, field, editor in fields:
        focus(qtbot, editor)
        most = LONGEST[name]
        QTest.keyClicks(editor, "x" * (most + 1))
        field.flush()
        assert handed == []
        said = field.fault.said_in(language.words) if field.fault else ""
        assert f"{most + 1}" in said
        assert f"{most}" in said
        assert any(said in label.text() for label in form.findChildren(QLabel))
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
        field.flush()
        assert handed == [name]
        handed.clear()
        assert not any(said in label.text() for label in form.findChildren(QLabel))


def test_labels_name_their_fields_for_a_screen_reader(qtbot: QtBot, language: CurrentLanguage) -> None:
    form = Form(language)
    form.add("t", "Title", TrilingualField(language))
    form.add("n", "Seats", NumberField(language, 3, 5))
    qtbot.addWidget(form)
    names = [box.accessibleName() for box in boxes_of(form.field("t"))]
    assert names == ["Title, English", "Title, Français", "Title, Español"]
    assert form.field("n").editors[0].accessibleName() == "Seats"


def boxes_of(field: object) -> list[QPlainTextEdit]:
    assert isinstance(field, TrilingualField)
    return boxes(field)


def test_choices_ticks_and_numbers_say_what_was_chosen(qtbot: QtBot, language: CurrentLanguage) -> None:
    choice = ChoiceField(language, ["a", "b"], lambda value, _words: value.upper(), none="None")
    tick = CheckField(language, "Votes for its State")
    number = NumberField(language, 1, 9, optional=True)
    for field in (choice, tick, number):
        qtbot.addWidget(field)
    assert choice.value() is None
    choice.load("b")
    tick.load(True)
    number.load(None)
    assert (choice.value(), tick.value(), number.value()) == ("b", True, None)
    choice.set_values(["b", "c"])
    assert choice.value() == "b"
    number.load(5)
    assert number.value() == 5


def test_the_wheel_scrolls_the_page_over_a_choice_that_has_the_keyboard(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    form, page = Form(language), QScrollArea(widgetResizable=True)
    form.add("mode", "Modality", ChoiceField(language, ["in person", "hybrid", "online"], lambda one, _words: one))
    choice = form.field("mode")
    choice.load("hybrid")
    form.setMinimumHeight(2000)
    page.setWidget(form)
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    qtbot.waitExposed(page)
    edited: list[str] = []
    form.edited.connect(edited.append)
    box = choice.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    focus(qtbot, box)
    for turn, scrolled in ((-120, True), (120, False)):
        page.verticalScrollBar().setValue(0)
        QTest.wheelEvent(page.windowHandle(), box.mapTo(page, box.rect().center()), QPoint(0, turn))
        QApplication.processEvents()
        assert (choice.value(), edited) == ("hybrid", [])
        assert (page.verticalScrollBar().value() > 0) is scrolled
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert (choice.value(), edited) == ("online", ["mode"]), "keys still choose"


def test_no_box_of_the_program_but_the_one_choice_would_turn_by_the_wheel() -> None:
    turning = re.compile(r"\bQ(ComboBox|(Double)?SpinBox|AbstractSpinBox|DateEdit|TimeEdit|DateTimeEdit|Dial|Slider)\(")
    code = Path(fields.__file__).parent.rglob("*.py")
    assert {one.name for one in code if turning.search(one.read_text(encoding="utf-8"))} == {"fields.py"}


SPACED = Trilingual.final(
    "Opening; election", "Ouverture\u00a0; élection\u202f!\u00a0«\u00a0État\u00a0»", "Inauguración:\u00a0elección"
)


def test_no_break_spaces_and_lines_survive_a_visit(qtbot: QtBot, language: CurrentLanguage) -> None:
    field, note = TrilingualField(language), TextField(language, long=True)
    for widget in (field, note):
        qtbot.addWidget(widget)
        widget.show()
    handed: list[object] = []
    for widget in (field, note):
        widget.edited.connect(lambda: handed.append(1))
    field.load(SPACED)
    note.load("premièrement\u00a0:\nsecond")
    assert not field.dirty
    assert (field.value(), note.value()) == (SPACED, "premièrement\u00a0:\nsecond")
    for widget in (field, note):
        widget.flush()
    assert handed == []


def test_a_text_that_the_box_cannot_hold_as_it_is_is_not_changed_by_looking_at_it(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    field.load(Trilingual.final(" padded ", "un\u2028deux", "tres"))
    assert not field.dirty


@pytest.mark.parametrize("number", [1, 2027])
def test_a_number_is_wide_enough_to_be_read(qtbot: QtBot, language: CurrentLanguage, number: int) -> None:
    theme().use(Scheme.LIGHT, 100)
    field = NumberField(language)
    qtbot.addWidget(field)
    field.show()
    field.load(number)
    box = field.editors[0]
    assert isinstance(box, QLineEdit)
    assert box.width() > STEP * 2 + box.fontMetrics().horizontalAdvance(str(number))


def test_a_field_that_was_never_used_has_nothing_to_hand_on(qtbot: QtBot, language: CurrentLanguage) -> None:
    tick = CheckField(language, "Seats")
    qtbot.addWidget(tick)
    handed: list[object] = []
    tick.edited.connect(lambda: handed.append(1))
    tick.flush()
    assert handed == []


def test_a_text_that_is_not_begun_is_missing_only_where_it_is_expected(qtbot: QtBot, language: CurrentLanguage) -> None:
    title, presenter = TrilingualField(language, expected=True), TrilingualField(language)
    for field in (title, presenter):
        qtbot.addWidget(field)
        field.load(Trilingual(), over=True)
    assert {label.text() for label in presenter._states.values()} == {""}
    assert {label.text() for label in title._states.values()} == {"○ missing"}
    boxes(presenter)[0].setPlainText("The Chair")
    assert "missing" in presenter._states[Language.FR].text()
    boxes(presenter)[0].clear()
    assert presenter._states[Language.FR].text() == ""


def test_fields_of_two_forms_stand_on_one_edge(qtbot: QtBot, language: CurrentLanguage) -> None:
    page, forms = QWidget(), (Form(language), Form(language))
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for form, label in zip(forms, ("Kind", "In which the secretariat counts"), strict=True):
        form.add("a", label, TextField(language))
        column.addWidget(form)
    page.resize(900, 200)
    page.show()
    line_up(*forms)
    qtbot.wait(1)
    first, second = (form.field("a").mapTo(page, QPoint()).x() for form in forms)
    assert first == second > 0


def test_a_problem_goes_when_what_is_stored_is_shown_again(qtbot: QtBot, language: CurrentLanguage) -> None:
    form = Form(language)
    form.add("on", "First day", DateField(language))
    qtbot.addWidget(form)
    field = form.field("on")
    field.load(MAY, over=True)
    form.show()
    type_over = editor(field)
    type_over.setText("Keny")
    type_over.textEdited.emit("Keny")
    assert form.show_faults()
    assert form._rows["on"]._wrong.isVisible()
    field.load(MAY, over=True)
    assert not form._rows["on"]._wrong.isVisible()
    assert type_over.property("wrong") == "false"


def test_a_problem_of_several_lines_is_seen_whole(qtbot: QtBot, language: CurrentLanguage) -> None:
    form = Form(language)
    form.add("on", "First day", DateField(language))
    form.add("note", "Note", TextField(language))
    qtbot.addWidget(form)
    form.resize(420, 200)
    form.show()
    form.show_problem(Problem("“Keny” is not a date. Type it as in “8 May 2027” or “2027-05-08”.", field_name="on"))
    wrong = form._rows["on"]._wrong
    qtbot.waitUntil(lambda: wrong.height() >= wrong.heightForWidth(wrong.width()) > wrong.fontMetrics().height() * 1.5)


def test_enter_in_a_line_of_three_languages_hands_it_on_and_tab_goes_from_text_to_text(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    field.load(Trilingual("Rabat"), over=True)
    field.show()
    english, french, _ = boxes(field)
    focus(qtbot, english)
    english.insertPlainText("New ")
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(english, Qt.Key.Key_Return)
    assert field.value().en == "New Rabat"
    QTest.keyClick(english, Qt.Key.Key_Tab)
    assert french.hasFocus()


def test_a_title_that_was_pasted_with_line_breaks_is_one_line_when_it_is_left_and_a_note_keeps_its_lines(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    form, title, note = Form(language), TrilingualField(language, lines=2), TextField(language, long=True)
    form.add("title", "Title", title)
    form.add("note", "Note", note)
    name = TextField(language)
    form.add("reference", "Reference", name)
    qtbot.addWidget(form)
    form.show()
    for field in (title, note, name):
        focus(qtbot, field.editors[0])
        QApplication.clipboard().setText("Opening\nof  the\t meeting ")
        QTest.keyClick(field.editors[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    line, box = name.editors[0], title.editors[0]
    assert isinstance(line, QLineEdit)
    assert isinstance(box, QPlainTextEdit)
    focus(qtbot, title.editors[1])
    qtbot.waitUntil(lambda: line.text() == "Opening of the meeting")
    focus(qtbot, note.editors[0])
    qtbot.waitUntil(lambda: box.toPlainText() == "Opening of the meeting")
    assert title.value().en == name.value() == "Opening of the meeting"
    assert note.value() == "Opening\nof  the\t meeting"


def test_what_is_pasted_comes_without_signs_that_no_document_holds(qtbot: QtBot, language: CurrentLanguage) -> None:
    note = TextField(language, long=True)
    qtbot.addWidget(note)
    note.show()
    focus(qtbot, note.editors[0])
    QApplication.clipboard().setText("It met;\x0bit\u00a0rose\x01\ufffe\x0c.")
    QTest.keyClick(note.editors[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert note.value() == "It met;\nit\u00a0rose\n."


def test_alt_down_in_a_text_opens_what_can_be_done_with_it(qtbot: QtBot, language: CurrentLanguage) -> None:
    field = TrilingualField(language)
    qtbot.addWidget(field)
    field.load(Trilingual("Rabat"), over=True)
    field.show()
    english = boxes(field)[0]
    focus(qtbot, english)
    QTest.keyClick(english, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = field._heads[Language.EN].menu()
    qtbot.waitUntil(menu.isVisible)
    menu.actions()[0].trigger()
    menu.close()
    assert field.value().state(Language.EN) is TextState.REVIEWED


def test_an_opened_choice_is_as_wide_as_its_longest_words(qtbot: QtBot, language: CurrentLanguage) -> None:
    longest = "Neither member nor observer of the Network"
    field = ChoiceField(language, ["All", longest], lambda value, _words: value)
    qtbot.addWidget(field)
    field.setFixedWidth(120)
    field.show()
    combo = field.editors[0]
    assert isinstance(combo, QComboBox)
    combo.showPopup()
    assert combo.view().viewport().width() >= combo.fontMetrics().horizontalAdvance(longest)
    combo.hidePopup()


@pytest.mark.parametrize(
    ("stands", "typed", "chosen"),
    [
        ("Attends", "Attends", "Attends"),
        ("Awaited", "attends", "Attends"),
        ("Awaited", "Attends online", "Attends online"),
        ("Attends online", "Attends", "Attends"),
        ("Attends online", "Att", "Attends online"),
        ("Attends", "aa", "Attends online"),
        ("Apologies", "aa", "Awaited"),
        ("Attends", "x", "Attends"),
        ("Awaited", "Eg", "Également"),
    ],
)
@pytest.mark.parametrize("opened", [False, True])
def test_what_is_typed_chooses_the_words_that_begin_so_and_stays_on_them(
    qtbot: QtBot, language: CurrentLanguage, stands: str, typed: str, chosen: str, *, opened: bool
) -> None:
    words = ["Awaited", "Attends", "Attends online", "Apologies", "Également"]
    field = ChoiceField(language, words, lambda value, _words: value)
    qtbot.addWidget(field)
    field.show()
    field.load(stands)
    combo = field.editors[0]
    assert isinstance(combo, QComboBox)
    focus(qtbot, combo)
    if opened:
        combo.showPopup()
    keyed = combo.view() if opened else combo
    QTest.keyClicks(keyed, typed)
    if opened:
        assert combo.view().currentIndex().data() == chosen
        combo.hidePopup()
    else:
        assert field.value() == chosen


@pytest.mark.parametrize(
    ("spoken", "typed", "chosen"),
    [
        (Language.EN, "Sp", Language.ES), (Language.EN, "Fre", Language.FR), (Language.EN, "fra", Language.FR),
        (Language.EN, "Es", Language.ES), (Language.FR, "ang", Language.EN), (Language.ES, "in", Language.EN),
    ],
)  # fmt: skip
def test_a_language_is_found_by_its_own_name_and_by_that_in_the_language_of_the_window(
    qtbot: QtBot, language: CurrentLanguage, spoken: Language, typed: str, chosen: Language
) -> None:
    """“Sp” stayed on English, for the choice says “Español”, and a correction in Spanish was recorded as English."""
    field: ChoiceField[Language] = ChoiceField(language, list(Language), lambda one, _words: NAMES[one])
    qtbot.addWidget(field)
    field.show()
    language.switch(spoken)
    field.load(next(one for one in Language if one is not chosen))
    focus(qtbot, field.editors[0])
    QTest.keyClicks(field.editors[0], typed)
    assert field.value() is chosen
