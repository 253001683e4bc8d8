"""Corrections on the screen of minutes: recorded by keyboard, compared, decided; corrigenda after the approval."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.correction_requests import LOOK_AGAIN, CorrectionFate, CorrectionRequest
from nmirf_desktop.domain.minutes import Circulation, Minutes
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.fields import NumberField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.minutes_steps import CIRCULATED
from tests.registers import Hand, desk, fresh, network
from tests.ui.clipping import show
from tests.ui.conftest import Answers

ON = datetime.date(2026, 12, 15)
NOW = Hand(datetime.datetime(2027, 1, 20, 12, tzinfo=datetime.UTC))
SAID = "The representative of Morocco welcomed the report."
ASKED = "The representative of Morocco warmly welcomed the report."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A meeting at which Morocco spoke, and whose minutes circulate."""
    with open_register(fresh(tmp_path / "minutes.nmirf"), author="rapporteur") as store:
        room = desk(store, Hand(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)))
        meeting, item, sitting = network(room)
        room.sittings.open(sitting.key)
        note = Intervention("said", meeting.key, item.key, room.clock.at, "MAR", note="welcomed the report")
        room.sittings.note(note)
        room.clock.forward(60)
        room.sittings.close(sitting.key)
        book = Secretariat(store, NOW).minutes
        book.draft(meeting.key)
        found = book.minutes(meeting.key)
        assert found is not None
        book.circulate(found.key, Circulation(datetime.date(2026, 12, 10), datetime.date(2027, 1, 10)))
        yield store


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> MinutesScreen:
    screen = MinutesScreen(Secretariat(store, NOW), language, alerts)
    store.subscribe(screen.touched)
    screen.show_as_of(ON)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def to_statement(screen: MinutesScreen) -> int:
    """Look at the statement of Morocco; its number."""
    line = next(one for one in screen.list.model.rows if one.paragraph.slot == "intervention:said")
    screen.list.select(line.paragraph.key)
    return line.number


def test_a_correction_puts_the_card_of_the_approval_away(screen: MinutesScreen) -> None:
    """It came back once the request was recorded, and F7 led to its button."""
    screen._approve.trigger()
    assert screen.steps.approval.isVisible()
    to_statement(screen)
    screen._correct.trigger()
    assert screen.corrections.record_card.isVisible()
    assert not screen.steps.approval.isVisible()
    screen.corrections.record_card.close_up()
    assert not screen.steps.approval.isVisible()
    for _ in range(8):
        screen.go_beside()
        held = QApplication.focusWidget()
        assert held is None or not screen.steps.approval.isAncestorOf(held)


def test_what_was_said_of_the_circulation_does_not_lie_over_the_card_of_a_correction(screen: MinutesScreen) -> None:
    """It hid the day on which the request was received."""
    screen.alerts.say(CIRCULATED, until=ON)
    to_statement(screen)
    screen._correct.trigger()
    assert screen.corrections.record_card.isVisible()
    assert screen.alerts.notice is None


def test_an_approval_that_is_filled_in_stays_before_a_correction_is_begun(screen: MinutesScreen) -> None:
    screen._approve.trigger()
    screen.steps.approval_form.on.load(ON + datetime.timedelta(days=1), over=True)
    screen._correct.trigger()
    assert screen.steps.approval.isVisible()
    assert not screen.corrections.record_card.isVisible()


def who(screen: MinutesScreen, letters: str) -> None:
    """Type two letters of a State, and take the first that is offered: one that took part."""
    field = screen.corrections.form.state
    QTest.keyClicks(field.editors[0], letters)
    assert field._list.open
    QTest.keyClick(field._list.popup, Qt.Key.Key_Return)


def recorded(screen: MinutesScreen) -> None:
    """Record what Morocco asks for, with the keyboard alone."""
    to_statement(screen)
    screen._correct.trigger()
    form = screen.corrections.form
    who(screen, "MA")
    form.text.editors[0].setPlainText(ASKED)  # type: ignore[attr-defined]
    QTest.keyClick(form.text.editors[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def rows(shown: FactRows) -> list[tuple[str, str]]:
    return [(row.said, row.note) for row, _ in shown._rows]


def press(shown: FactRows, label: str) -> None:
    next(offer for row, _ in shown._rows for offer in row.offers if offer.label == label).act()


def on_row(shown: FactRows, key: str) -> bool:
    """Whether the keyboard is on the row of a key."""
    row, focus = shown.row_of(key), QApplication.focusWidget()
    return row is not None and focus is not None and row.isAncestorOf(focus)


def text(screen: MinutesScreen) -> str:
    return next(one.paragraph.text.en for one in screen.list.model.rows if one.paragraph.slot == "intervention:said")


def test_a_request_is_recorded_by_keyboard_with_the_words_that_stand(screen: MinutesScreen) -> None:
    number = to_statement(screen)
    screen._correct.trigger()
    form = screen.corrections.form
    assert (form.paragraph.value(), form.text.value(), form.tongue.value()) == (number, SAID, Language.EN)
    screen.corrections.record_card.close_up()
    recorded(screen)
    assert not screen.corrections.record_card.isVisible()
    ((said, note),) = rows(screen.corrections.rows)
    assert said == f"Morocco: paragraph {number}"
    assert note.startswith("To be decided · By letter, 15\u00a0Dec\u00a02026 · EN")


def test_a_request_is_begun_in_the_original_of_its_paragraph_until_another_language_is_chosen(
    screen: MinutesScreen,
) -> None:
    """A correction in Spanish was recorded as English, which had not a word there."""
    number = to_statement(screen)
    line = screen.list.current
    assert line is not None
    screen._book.write(line.key, Trilingual(source=Language.ES).with_text(Language.ES, "Marruecos saluda el informe."))
    screen._correct.trigger()
    form = screen.corrections.form
    assert (form.tongue.value(), form.text.value()) == (Language.ES, "Marruecos saluda el informe.")
    other = next(one for one in screen.list.model.rows if one.paragraph.text.en)
    write_number(screen, other.number)
    assert (form.tongue.value(), form.text.value()) == (Language.EN, other.paragraph.text.en)
    write_number(screen, number)
    form.tongue._editor.setCurrentIndex(form.tongue.values.index(Language.FR))
    form.tongue._editor.activated.emit(form.tongue.values.index(Language.FR))
    write_number(screen, other.number)
    assert form.tongue.value() is Language.FR


def test_a_request_is_begun_in_the_original_also_where_the_prevailing_language_was_reviewed(
    screen: MinutesScreen,
) -> None:
    """Words said in French and reviewed in all three languages were corrected in English."""
    number = to_statement(screen)
    line = screen.list.current
    assert line is not None
    text = Trilingual(source=Language.FR).with_text(Language.FR, "Le Maroc salue le rapport.")
    for language, words in (
        (Language.EN, "Morocco welcomed the report."),
        (Language.ES, "Marruecos saluda el informe."),
    ):
        text = text.with_text(language, words)
    screen._book.write(line.key, text)
    screen._book.review(line.key, *Language)
    screen._correct.trigger()
    form = screen.corrections.form
    assert (form.tongue.value(), form.text.value()) == (Language.FR, "Le Maroc salue le rapport.")
    screen.corrections.record_card.close_up()
    assert screen._now.minutes is not None
    revised = Circulation(datetime.date(2026, 12, 14), datetime.date(2027, 1, 10), Language.ES)
    screen._book.circulate_again(screen._now.minutes.key, revised)
    screen._correct.trigger()
    assert form.tongue.value() is Language.FR
    own = next(one for one in screen.list.model.rows if not one.paragraph.tells and one.paragraph.text.es)
    write_number(screen, own.number)
    assert form.tongue.value() is Language.ES, "a sentence of the program is corrected in the prevailing language"
    write_number(screen, number)
    assert form.tongue.value() is Language.FR


def write_number(screen: MinutesScreen, number: int) -> None:
    """Type the number of the paragraph that is meant."""
    type_number(screen.corrections.form.paragraph, number)


def type_number(field: NumberField, number: int) -> None:
    editor = field.editors[0]
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, str(number))


def test_what_is_not_one_s_own_is_said_and_a_remark_alone_is_taken(screen: MinutesScreen) -> None:
    to_statement(screen)
    screen._correct.trigger()
    form = screen.corrections.form
    who(screen, "PY")
    form.note.editors[0].setPlainText("We said so, too.")  # type: ignore[attr-defined]
    screen.corrections.record_card._finish()
    ((_, note),) = rows(screen.corrections.rows)
    assert "Not its own statement: the paragraph reports another speaker (Morocco) · We said so, too." in note
    (asked,) = screen._book.requests.of(screen._now.minutes.key)  # type: ignore[union-attr]
    assert asked.request.text == ""


def test_a_wrong_number_is_said_at_the_field(screen: MinutesScreen) -> None:
    screen._correct.trigger()
    form = screen.corrections.form
    form.paragraph.load(400, over=True)
    who(screen, "MA")
    screen.corrections.record_card._finish()
    assert screen.corrections.record_card.isVisible()
    assert rows(screen.corrections.rows) == [("Nobody asked for a correction.", "")]
    form.paragraph.load(None, over=True)
    screen.corrections.record_card.close_up()


def test_it_is_compared_word_by_word_and_accepted(screen: MinutesScreen) -> None:
    recorded(screen)
    press(screen.corrections.rows, "Compare and accept …")
    compared = screen.corrections.accepting.compared
    assert compared.isVisible()
    assert "warmly" in compared.text()
    assert "<u" in compared.text()
    screen.corrections.accept_card._finish()
    assert text(screen) == ASKED
    ((_, note),) = rows(screen.corrections.rows)
    assert note.startswith("Accepted, 15\u00a0Dec\u00a02026")


def test_after_it_is_accepted_its_paragraph_is_looked_at_and_the_request_waits_no_more(screen: MinutesScreen) -> None:
    """The list stayed where it was, nothing led to the paragraph, and the request stood out for good."""
    recorded(screen)
    screen.corrections.lead()
    screen.unready.load(True, over=True)
    screen.list.select(screen.list.model.rows[0].key)
    press(screen.corrections.rows, "Compare and accept …")
    screen.corrections.accept_card._finish()
    assert screen.list.current is not None
    assert screen.list.current.paragraph.text.en == ASKED
    assert screen.corrections.rows._pointed == ""
    screen.list.select(screen.list.model.rows[0].key)
    press(screen.corrections.rows, "Show the paragraph")
    assert screen.list.current.paragraph.text.en == ASKED


def test_an_emptied_paragraph_is_to_be_left_out_and_goes_when_that_is_accepted(screen: MinutesScreen) -> None:
    number = to_statement(screen)
    screen._correct.trigger()
    form = screen.corrections.form
    who(screen, "MA")
    form.text.editors[0].setPlainText("")  # type: ignore[attr-defined]
    assert "<s" in form.compared.text()
    QTest.keyClick(form.text.editors[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((said, note),) = rows(screen.corrections.rows)
    assert (said, note) == (
        f"Morocco: paragraph {number}",
        "To be decided · By letter, 15\u00a0Dec\u00a02026 · EN · To be left out",
    )
    press(screen.corrections.rows, "Correct …")
    assert form.text.value() == ""
    screen.corrections.record_card.close_up()
    press(screen.corrections.rows, "Compare and accept …")
    assert "<s" in screen.corrections.accepting.compared.text()
    said = screen.corrections.accept_card._frame.hint.text()
    assert said == "The paragraph goes from the minutes in the same step, in every language."
    screen.corrections.accept_card._finish()
    assert not any(one.paragraph.slot == "intervention:said" for one in screen.list.model.rows)
    ((said, note),) = rows(screen.corrections.rows)
    assert said == "Morocco: a removed paragraph"
    assert note.startswith("Accepted, 15\u00a0Dec\u00a02026")


def test_what_names_a_speaker_who_is_not_named_is_kept_and_not_shown(screen: MinutesScreen, store: Store) -> None:
    """Whoever looked at the window read there who it was."""
    line = next(one for one in screen.list.model.rows if one.paragraph.slot == "intervention:said")
    request = CorrectionRequest(
        "", line.paragraph.minutes, ON, paragraph=line.key, state="GHA", text="Morocco spoke.", note="It was Morocco."
    )
    Secretariat(store, NOW).minutes.requests.record_all(line.paragraph.minutes, [request])
    ((_, note),) = rows(screen.corrections.rows)
    assert "It was Morocco." in note
    Secretariat(store, NOW).sittings.attribute("said", Attribution.UNATTRIBUTED)
    ((_, note),) = rows(screen.corrections.rows)
    assert "Morocco" not in note
    assert "What is asked for is not shown here: it names a speaker who asked not to be named" in note
    press(screen.corrections.rows, "Compare and accept …")
    form = screen.corrections.accepting
    assert form.text.value() == "A delegation welcomed the report."
    form.text.editors[0].setPlainText("A delegation spoke.")  # type: ignore[attr-defined]
    screen.corrections.accept_card._finish()
    assert text(screen) == "A delegation spoke."


def test_the_files_below_the_requests_say_whose_they_are(screen: MinutesScreen, store: Store) -> None:
    """“No file is attached” stood below the last request, which had one."""
    number = to_statement(screen)
    for state in ("MAR", "GHA"):
        key = screen.list.current.key  # type: ignore[union-attr]
        requests = Secretariat(store, NOW).minutes.requests
        minutes = screen._now.minutes
        assert minutes is not None
        requests.record(CorrectionRequest("", minutes.key, ON, paragraph=key, state=state, note="Longer."))
    section = screen.corrections
    assert not section.files.title.isVisible()
    for row, name in zip(section.rows.made, ("Morocco", "Ghana"), strict=True):
        next(offer for offer in row.offers if offer.label == "Files …").act()
        assert section.files.title.text() == f"Files – {name}: paragraph {number}"
    next(offer for offer in section.rows.made[1].offers if offer.label == "Remove").act()
    assert not section.files.title.isVisible()
    assert not section.files.isVisible()


def test_a_correction_begun_beside_the_text_is_of_the_paragraph_that_is_looked_at(screen: MinutesScreen) -> None:
    number = to_statement(screen)
    screen.corrections.button.click()
    assert screen.corrections.form.paragraph.value() == number


def test_a_remark_is_accepted_as_it_is(screen: MinutesScreen) -> None:
    to_statement(screen)
    screen._correct.trigger()
    who(screen, "MA")
    screen.corrections.form.note.editors[0].setPlainText("It was said twice.")  # type: ignore[attr-defined]
    screen.corrections.record_card._finish()
    press(screen.corrections.rows, "Compare and accept …")
    assert hints(screen)[0].startswith("Nothing is written: a remark is only accepted.")
    assert screen.corrections.accepting.reason.editors[0].hasFocus(), "what is typed at once is the answer"
    screen.corrections.accept_card._finish()
    assert text(screen) == SAID
    ((_, note),) = rows(screen.corrections.rows)
    assert note.startswith("Accepted, 15\u00a0Dec\u00a02026")


def hints(screen: MinutesScreen) -> list[str]:
    """What the card of accepting says."""
    return [one.text() for one in screen.corrections.accept_card.findChildren(QLabel) if one.isVisible()][1:]


def test_a_remark_on_the_whole_writes_nothing_and_says_so(screen: MinutesScreen) -> None:
    minutes = screen.list.model.rows[0].paragraph.minutes
    screen._book.requests.record(CorrectionRequest("", minutes, ON, state="MAR", note="Thank you."))
    press(screen.corrections.rows, "Compare and accept …")
    assert hints(screen)[0].startswith("Nothing is written: write in the minutes what follows from it")
    screen.corrections.accept_card._finish()
    ((_, note),) = rows(screen.corrections.rows)
    assert note.startswith("Accepted, 15\u00a0Dec\u00a02026")


def test_a_paragraph_that_is_asked_for_is_shown_added_and_looked_at(screen: MinutesScreen) -> None:
    number, more = to_statement(screen), "The representative of Morocco offered to host."
    line = next(one for one in screen.list.model.rows if one.number == number)
    minutes = line.paragraph.minutes
    screen._book.requests.record(
        CorrectionRequest("", minutes, ON, paragraph=line.key, state="MAR", text=more, addition=True)
    )
    ((said, note),) = rows(screen.corrections.rows)
    assert said == f"Morocco: after paragraph {number}"
    assert note.endswith(f"To be added after the paragraph: “{more}”")
    press(screen.corrections.rows, "Correct …")
    assert screen.corrections.form.text.value() == more
    screen.corrections.form.note.editors[0].setPlainText("Please.")  # type: ignore[attr-defined]
    screen.corrections.record_card._finish()
    ((said, note),) = rows(screen.corrections.rows)
    assert note.endswith(f"“{more}”\nPlease.")
    press(screen.corrections.rows, "Compare and accept …")
    assert hints(screen)[0].startswith("The paragraph is added in the same step")
    assert screen.corrections.accepting.text.value() == more
    screen.corrections.accept_card._finish()
    told = [one.paragraph.text.en for one in screen.list.model.rows]
    assert told[told.index(SAID) + 1] == more
    current = screen.list.current
    assert current is not None
    assert current.paragraph.text.en == more


def test_the_card_says_that_the_paragraph_was_changed_since(screen: MinutesScreen) -> None:
    recorded(screen)
    line = next(one for one in screen.list.model.rows if one.paragraph.slot == "intervention:said")
    screen._book.write(line.key, line.paragraph.text.with_text(Language.EN, "Morocco greeted the report."))
    ((_, note),) = rows(screen.corrections.rows)
    assert "The paragraph reads otherwise now than when this was asked for." in note
    press(screen.corrections.rows, "Compare and accept …")
    hints = [one.text() for one in screen.corrections.accepting.findChildren(QLabel) if one.isVisible()]
    assert "The paragraph reads otherwise now than when this was asked for." in hints
    assert "greeted" in screen.corrections.accepting.compared.text()
    screen.corrections.accept_card._finish()
    (asked,) = screen._book.requests.of(screen._now.minutes.key)  # type: ignore[union-attr]
    assert (asked.request.fate, text(screen)) == (CorrectionFate.ACCEPTED, ASKED)


def test_other_words_and_a_decline_with_its_reason(screen: MinutesScreen) -> None:
    recorded(screen)
    press(screen.corrections.rows, "Compare and accept …")
    screen.corrections.accepting.text.editors[0].setPlainText("Morocco praised it.")  # type: ignore[attr-defined]
    screen.corrections.accept_card._finish()
    (asked,) = screen._book.requests.of(screen._now.minutes.key)  # type: ignore[union-attr]
    assert (asked.request.fate, text(screen)) == (CorrectionFate.OTHER_WORDS, "Morocco praised it.")
    press(screen.corrections.rows, "Take the decision back")
    press(screen.corrections.rows, "Decline …")
    screen.corrections.decline_card._finish()
    assert screen.corrections.decline_card.isVisible()
    QTest.keyClicks(screen.corrections.declining.reason.editors[0], "It was not said.")
    screen.corrections.decline_card._finish()
    ((_, note),) = rows(screen.corrections.rows)
    assert note.startswith("Declined, 15\u00a0Dec\u00a02026")
    assert note.endswith("It was not said.")
    screen.corrections.only_open.load(True, over=True)
    screen.corrections._show()
    assert rows(screen.corrections.rows) == [("No request is open.", "")]


def test_what_was_refused_of_one_card_is_not_said_over_the_next_one(screen: MinutesScreen, alerts: Alerts) -> None:
    alerts.refuse(Refusal(LOOK_AGAIN))
    screen._approve.trigger()
    assert (screen.steps.approval.isVisible(), alerts.notice) == (True, None)


def test_approval_names_what_is_open(screen: MinutesScreen, alerts: Alerts) -> None:
    recorded(screen)
    screen.show_as_of(datetime.date(2027, 1, 15))
    screen._approve.trigger()
    screen.steps.approval._finish()
    assert alerts.notice is not None
    assert "Morocco (paragraph" in alerts.notice.what.said_in(screen.words)
    assert screen.bar.word.text() == "Circulated"
    screen.steps.approval.close_up()


def test_an_erratum_is_begun_in_the_original_of_its_paragraph_until_another_language_is_chosen(
    screen: MinutesScreen, answers: Answers
) -> None:
    number = to_statement(screen)
    line = screen.list.current
    assert line is not None
    screen._book.write(line.key, Trilingual(source=Language.ES).with_text(Language.ES, "Marruecos saluda el informe."))
    screen.show_as_of(datetime.date(2027, 1, 15))
    screen._approve.trigger()
    screen.steps.approval._finish()
    assert answers.asked
    (begin,) = [one for one in screen.commands() if one.title == "Begin a corrigendum …"]
    begin.act()
    form = screen.corrigenda.form
    assert (form.paragraph.value(), form.tongue.value()) == (number, Language.ES)
    other = next(one for one in screen.list.model.rows if one.paragraph.text.en and one.number != number)
    for written, expected in ((other.number, Language.EN), (number, Language.ES)):
        type_number(form.paragraph, written)
        assert form.tongue.value() is expected
    form.tongue._editor.setCurrentIndex(form.tongue.values.index(Language.FR))
    form.tongue._editor.activated.emit(form.tongue.values.index(Language.FR))
    type_number(form.paragraph, other.number)
    assert form.tongue.value() is Language.FR


ATTENDANCE = "Heading “Attendance”"


def test_after_the_approval_a_corrigendum_is_begun_filled_and_shown(
    screen: MinutesScreen, answers: Answers, qtbot: QtBot
) -> None:
    assert not screen.corrigenda.isVisible()
    screen.show_as_of(datetime.date(2027, 1, 15))
    screen._approve.trigger()
    screen.steps.approval._finish()
    assert len(answers.asked) == 1
    assert screen.bar.word.text() == "Approved"
    assert screen.bar.said.text().startswith("Deemed approved on 15 January 2027")
    assert not screen._correct.isEnabled()
    number = to_statement(screen)
    (begin,) = [one for one in screen.commands() if one.title == "Begin a corrigendum …"]
    begin.act()
    form = screen.corrigenda.form
    assert (screen.corrigenda.add_card.isVisible(), form.paragraph.value()) == (True, number)
    form.passage.editors[0].setPlainText("welcomed the raport")  # type: ignore[attr-defined]
    form.words_.editors[0].setPlainText("welcomed the reports")  # type: ignore[attr-defined]
    screen.corrigenda.add_card._finish()
    assert screen.corrigenda.add_card.isVisible()
    form.passage.editors[0].setPlainText("welcomed the report")  # type: ignore[attr-defined]
    screen.corrigenda.add_card._finish()
    screen.corrigenda.begin_adding(screen.corrigenda._current)
    heading = next(key for key in form.block.values if key and form._named(key, form.language.words) == ATTENDANCE)
    form.block._editor.setCurrentIndex(form.block.values.index(heading))
    form.block._editor.activated.emit(form.block.values.index(heading))
    assert (form.approved.toPlainText(), form.paragraph.isVisible()) == ("Attendance", False)
    form.passage.editors[0].setPlainText("Attendance")  # type: ignore[attr-defined]
    form.words_.editors[0].setPlainText("Who attended")  # type: ignore[attr-defined]
    screen.corrigenda.add_card._finish()
    assert on_row(screen.corrigenda.rows, screen.corrigenda._current), "not in the rows of paragraphs"
    assert all(one.title != "Begin a corrigendum …" for one in screen.commands())
    (first, second, third) = rows(screen.corrigenda.rows)
    assert third == ("Attendance → Who attended", ATTENDANCE)
    assert first == ("NMIRF/2026/2/Corr.1", "not issued yet · English")
    assert second == ("welcomed the report → welcomed the reports", f"Paragraph {number}")
    with qtbot.waitSignal(screen.asked) as asked:
        press(screen.corrigenda.rows, "Preview and issue")
    (place,) = asked.args
    assert isinstance(place, Place)
    assert place.key.startswith("corrigendum:")


@pytest.fixture
def other(screen: MinutesScreen, store: Store) -> str:
    """Another meeting that was held, with minutes in circulation too."""
    room = desk(store, Hand(datetime.datetime(2026, 12, 1, 10, tzinfo=datetime.UTC)))
    day = datetime.date(2026, 12, 1)
    later = replace(room.meetings.list()[0], key="later", symbol="LATER", opens_on=day, closes_on=day)
    room.meetings.save(later)
    room.agendas.add(AgendaItem("two", "later", 0, Trilingual.final("Hub", "Pôle", "Centro")))
    sitting = room.sittings.open_unplanned("later", "two")
    room.clock.forward(60)
    room.sittings.close(sitting.key)
    book = screen._book
    book.draft("later")
    found = book.minutes("later")
    assert found is not None
    book.circulate(found.key, Circulation(datetime.date(2026, 12, 10), datetime.date(2027, 1, 10)))
    return "later"


def minutes_of(screen: MinutesScreen, meeting: str) -> Minutes:
    found = screen._book.minutes(meeting)
    assert found is not None
    return found


def noticed(screen: MinutesScreen) -> str:
    return "" if screen.alerts.notice is None else screen.alerts.notice.what.said_in(screen.words)


def test_the_minutes_that_are_approved_are_those_for_which_the_card_was_opened(
    screen: MinutesScreen, store: Store, other: str
) -> None:
    """Another meeting was chosen in between, and its minutes were approved."""
    first = next(one.key for one in desk(store, NOW).meetings.list() if one.key != other)
    screen.go_to(first)
    screen._approve.trigger()
    assert "Second annual meeting" in screen.steps.approval.name
    screen.steps.approval_form.on.load(datetime.date(2027, 1, 11), over=True)
    screen.go_to(other)
    assert screen.steps.approval.isVisible()
    screen.steps.approval.verb.click()
    days = {key: minutes_of(screen, key).approved_on for key in (first, other)}
    assert days == {first: datetime.date(2027, 1, 11), other: None}
    assert noticed(screen).startswith("Recorded for another meeting than the one shown:")


def test_a_card_of_approval_in_which_nothing_is_goes_with_its_minutes(screen: MinutesScreen, other: str) -> None:
    screen._approve.trigger()
    assert screen.steps.approval.isVisible()
    first = next(one.key for one in screen._desk.meetings.list() if one.key != other)
    screen.go_to(other if screen.current_key() == first else first)
    assert not screen.steps.approval.isVisible()


def test_a_correction_is_recorded_and_accepted_of_the_minutes_for_which_its_card_was_opened(
    screen: MinutesScreen, other: str
) -> None:
    """It was recorded of the minutes that were shown by then; and to accept it there ended in an error."""
    first = next(one.key for one in screen._desk.meetings.list() if one.key != other)
    screen.go_to(first)
    number = to_statement(screen)
    screen._correct.trigger()
    form = screen.corrections.form
    who(screen, "MA")
    form.text.editors[0].setPlainText(ASKED)  # type: ignore[attr-defined]
    screen.go_to(other)
    QTest.keyClick(form.text.editors[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = {key: screen._book.requests.of(minutes_of(screen, key).key) for key in (first, other)}
    assert [one.number for one in kept[first]] == [number]
    assert not kept[other]

    screen.go_to(first)
    press(screen.corrections.rows, "Compare and accept …")
    screen.corrections.accepting.reason.load("As it was said.", over=True)
    screen.go_to(other)
    assert screen.corrections.accept_card.isVisible()
    screen.corrections.accept_card.verb.click()
    (decided,) = screen._book.requests.of(minutes_of(screen, first).key)
    assert decided.request.fate is CorrectionFate.ACCEPTED
