"""Texts sent to translators from the screen, and a table that came back looked at and taken in, by keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.translations import Fate
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.translations import Order, TableFormat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.texts import TextsScreen
from nmirf_desktop.ui.screens.texts_out import COLUMNS, SEND, SHOW, TAKE_IN, SendForm
from nmirf_desktop.ui.theme import Tone
from tests.registers import OPENS
from tests.returned import fill
from tests.ui.screens.offices import hearing, held, office, press, shown, texts, type_into


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as desk:
        meeting = desk.meetings.list()[0]
        desk.agendas.add(AgendaItem("new", meeting.key, 9, Trilingual("Exchanges"), annotation=Trilingual("Talk.")))
        yield desk


@pytest.fixture
def screen(qtbot: QtBot, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[TextsScreen]:
    with held(TextsScreen(desk, InlineJobs(), language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def answer(path: Path) -> None:
    """Choose a file in the box that is about to be shown."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QFileDialog)
        box.setDirectory(str(path.parent))
        box.selectFile(str(path))
        box.done(1)

    QTimer.singleShot(0, act)


def send(screen: TextsScreen, path: Path, approver: str = "Reviser") -> None:
    """Send the texts into French, as the card that opens says."""
    press(screen, SEND)
    form = screen.out.sending.form
    assert isinstance(form, SendForm)
    form.target.load(Language.FR, over=True)
    type_into(form.translator.editors[0], "Translation service")
    type_into(form.approver.editors[0], approver)
    answer(path)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def stored(desk: Secretariat, field: str) -> Trilingual:
    """A text of the new item, as it is stored."""
    return next(one.text for one in desk.readiness.texts(desk.meetings.list()[0].key) if one.key == f"new.{field}")


def test_what_is_out_already_is_said_in_the_language_of_the_window(
    screen: TextsScreen, language: CurrentLanguage, tmp_path: Path
) -> None:
    send(screen, tmp_path / "texts.docx")
    press(screen, SEND)
    assert "2 texts, French" in texts(screen.out.sending)
    language.switch(Language.ES)
    assert "2 texts, French" not in texts(screen.out.sending)
    assert "2 textos" in texts(screen.out.sending)


def test_texts_leave_and_come_back_reviewed(screen: TextsScreen, desk: Secretariat, tmp_path: Path) -> None:
    path = tmp_path / "texts.docx"
    send(screen, path)
    assert path.is_file()
    order = screen.out.list.model.rows[0].order
    assert (order.target, order.texts, order.translator, order.approver) == (
        Language.FR, 2, "Translation service", "Reviser",
    )  # fmt: skip
    press(screen, SEND)
    assert "Out already" in texts(screen.out.sending)
    assert "2 texts, French" in texts(screen.out.sending)
    form = screen.out.sending.form
    assert isinstance(form, SendForm)
    QTest.keyClicks(form.target.editors[0], "Esp")
    assert "Out already" not in texts(screen.out.sending)
    screen.out.sending.close_up()
    send(screen, tmp_path / "again.docx", "Somebody else")
    fill(path, {"Exchanges": "Échanges", "Talk.": 'Dire "non"'})
    answer(path)
    press(screen, TAKE_IN)
    returned = screen.out.returned
    assert [line.fate for line in returned.list.model.rows] == [Fate.NEW, Fate.NEW]
    assert returned.form.approver.value() == "Reviser"
    assert "New translation: 2" in texts(screen)
    assert "put right in print" in returned.list.model.rows[1].warnings[0].message
    QTest.mouseClick(returned.take, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert stored(desk, "title").fr == "Échanges"
    assert stored(desk, "title").state(Language.FR) is TextState.REVIEWED
    assert not returned.isVisible()
    assert [one.order.returned_on is None for one in screen.out.list.model.rows] == [True, False]
    QTest.keyClick(screen.out.list.view, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not screen.out.isVisible()


def test_what_came_back_with_texts_that_are_not_done_says_so(
    screen: TextsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """“Back” with a tick stood beside a table of which a part was empty."""
    path = tmp_path / "texts.docx"
    send(screen, path)
    fill(path, {"Exchanges": "Échanges"})
    answer(path)
    press(screen, TAKE_IN)
    QTest.mouseClick(screen.out.returned.take, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    (row,) = screen.out.list.model.rows
    assert row.order.returned_on is not None
    assert (row.undone, row.ended) == (1, False)
    stands = next(column for column in COLUMNS if column.title == "How it stands")
    assert stands.text(row, catalog(Language.EN)).endswith(" · 1 text not done")
    found = next(one for one in desk.readiness.texts(desk.meetings.list()[0].key) if one.key == "new.annotation")
    desk.texts.write(found, found.text.with_text(Language.FR, "Discussion."))
    QApplication.processEvents()
    assert screen.out.list.model.rows[0].ended


def test_each_language_has_its_own_translator_and_reviser(
    screen: TextsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    meeting = desk.meetings.list()[0].key
    for number, (tongue, name) in enumerate(((Language.FR, "French reviser"), (Language.ES, "Spanish reviser"))):
        order = Order(meeting, tongue, TableFormat.DOCX, "Translation service", name)
        desk.translations.send(order, tmp_path / f"{number}.docx", OPENS)
    press(screen, SEND)
    form = screen.out.sending.form
    assert isinstance(form, SendForm)
    choice = form.target.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    for tongue, name in ((Language.FR, "French reviser"), (Language.ES, "Spanish reviser"), (Language.EN, "")):
        choice.setCurrentIndex(form.target.values.index(tongue))
        choice.activated.emit(choice.currentIndex())
        assert form.approver.value() == name
    type_into(form.approver.editors[0], "The Rapporteur")
    choice.setCurrentIndex(form.target.values.index(Language.FR))
    choice.activated.emit(choice.currentIndex())
    assert form.approver.value() == "The Rapporteur", "what was typed stays"
    screen.out.sending.close_up()


def test_rows_in_error_are_left_out_only_where_that_is_ticked(
    screen: TextsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    path = tmp_path / "texts.docx"
    send(screen, path)
    fill(path, {"Exchanges": "É" * 400, "Talk.": "Parler."})
    answer(path)
    press(screen, TAKE_IN)
    returned = screen.out.returned
    returned.record()
    assert stored(desk, "annotation").fr == ""
    box = returned.form.leave_out.editors[0]
    QTest.keyClick(box, Qt.Key.Key_Space)
    returned.record()
    assert (stored(desk, "title").fr, stored(desk, "annotation").fr) == ("", "Parler.")


def test_what_was_changed_here_too_is_no_good_news_and_said_once_more_when_it_is_left_out(
    screen: TextsScreen, desk: Secretariat, alerts: Alerts, tmp_path: Path
) -> None:
    path = tmp_path / "texts.docx"
    send(screen, path)
    (item,) = (one.item for one in desk.agendas.items(desk.meetings.list()[0].key) if one.item.key == "new")
    desk.agendas.save(replace(item, annotation=item.annotation.with_text(Language.FR, "Causer.")))
    fill(path, {"Exchanges": "Échanges", "Talk.": "Parler."})
    answer(path)
    press(screen, TAKE_IN)
    returned = screen.out.returned
    assert "Changed here too, left out: 1" in texts(screen)
    current = returned.list.current
    assert current is not None
    assert current.fate is Fate.LEFT_OUT, "its reason is read without looking for it"
    assert "Causer." in texts(returned)
    returned.record()
    assert alerts.notice is not None
    assert alerts.notice.tone is Tone.ATTENTION
    assert "changed here too: 1" in alerts.notice.what.said_in(screen.words)
    assert stored(desk, "annotation").fr == "Causer."


def test_a_file_that_is_no_table_is_refused_in_words(screen: TextsScreen, alerts: Alerts, tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    path.write_bytes(b"%PDF-1.7")
    answer(path)
    press(screen, TAKE_IN)
    assert not screen.out.returned.isVisible()


def test_where_nothing_is_out_that_is_said_and_the_texts_come_back(screen: TextsScreen) -> None:
    press(screen, SHOW)
    assert "Nothing was sent to translators yet" in texts(screen)
    press(screen, SHOW)
    assert screen.editor.isVisible()


def test_texts_are_sent_of_the_meeting_for_which_the_card_was_opened(
    screen: TextsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    """Another meeting was chosen before they were written out."""
    first = desk.meetings.list()[0]
    later = replace(first, key="later", symbol="LATER", title=Trilingual("Third annual meeting"))
    desk.meetings.save(later)
    desk.agendas.add(AgendaItem("third", later.key, 0, Trilingual("Hub")))
    QApplication.processEvents()
    screen._choose(first)
    press(screen, SEND)
    form = screen.out.sending.form
    assert isinstance(form, SendForm)
    assert "Second annual meeting" in screen.out.sending.name
    form.target.load(Language.FR, over=True)
    type_into(form.translator.editors[0], "Translation service")
    screen._choose(later)
    assert screen.out.sending.isVisible()
    answer(tmp_path / "texts.docx")
    screen.out.sending.done.emit()
    QApplication.processEvents()
    assert [one.target for one in desk.translations.orders(first.key)] == [Language.FR]
    assert not desk.translations.orders(later.key)
