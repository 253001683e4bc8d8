"""What goes wrong becomes words in one place; what is our own mistake is reported calmly."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.storage.errors import UNREADABLE, StorageError
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Question, Sentence, ask
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.bugs import BugReporter, report
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import Tone
from tests.ui.conftest import Answers

KEPT = N_("Choose columns")


def test_a_refusal_is_said_on_the_banner_with_its_rule(alerts: Alerts) -> None:
    with alerts.guard():
        raise Refusal(KEPT, {}, "R5")
    assert alerts.notice is not None
    assert (alerts.notice.section, alerts.notice.tone) == ("R5", Tone.ATTENTION)


def test_what_the_environment_refuses_is_said_in_the_language_of_the_window(
    alerts: Alerts, language: CurrentLanguage, qtbot: QtBot
) -> None:
    banner = Banner(alerts, language)
    qtbot.addWidget(banner)
    with alerts.guard():
        raise StorageError(KEPT, {})
    assert banner._text.text() == KEPT
    assert not banner.isHidden()
    language.switch(Language.FR)
    assert banner._text.text() == catalog(Language.FR).gettext(KEPT) != KEPT
    language.switch(Language.EN)
    alerts.clear()
    assert banner.isHidden()


def test_a_warning_about_what_was_just_done_leaves_with_the_next_act_and_one_that_is_to_stay_stays(
    alerts: Alerts, qtbot: QtBot
) -> None:
    """Of the room's warnings three left, and the others stood there until they were closed."""
    ways: tuple[tuple[Callable[[], None], bool], ...] = (
        (lambda: alerts.say(KEPT, Tone.ATTENTION), False),
        (lambda: alerts.remark(KEPT), False),
        (lambda: alerts.warn(Sentence(KEPT, {})), True),
    )
    for show, stays in ways:
        show()
        qtbot.waitUntil(lambda: not alerts.fresh)
        with alerts.guard():
            pass
        assert (alerts.notice is not None) is stays


@pytest.mark.parametrize("again", [False, True])
def test_after_a_button_of_the_banner_the_keyboard_is_where_it_was(
    alerts: Alerts, language: CurrentLanguage, qtbot: QtBot, *, again: bool
) -> None:
    window, menu, line = QWidget(), QPushButton("Menu"), QLineEdit()
    column = QVBoxLayout(window)
    banner = Banner(alerts, language)
    for part in (menu, banner, line):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()

    def act() -> None:
        alerts.clear()
        if again:
            alerts.say(KEPT)

    alerts.show(Notice(Sentence(KEPT, {}), Tone.NEUTRAL, offers=(Offer(KEPT, act),)))
    (button,) = banner._buttons
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert line.hasFocus()


def test_a_problem_goes_to_its_field_where_there_is_one(
    alerts: Alerts, language: CurrentLanguage, qtbot: QtBot
) -> None:
    form = Form(language)
    qtbot.addWidget(form)
    form.add("name", "Name", TextField(language))
    with alerts.guard(form):
        raise Problem(KEPT, {}, "name")
    assert alerts.notice is None
    assert "Choose columns" in form._rows["name"]._wrong.text()
    with alerts.guard(form):
        raise Problem(KEPT, {}, "elsewhere")
    assert alerts.notice is not None


def test_a_bug_is_not_swallowed(alerts: Alerts) -> None:
    with pytest.raises(ZeroDivisionError), alerts.guard():
        raise ZeroDivisionError


def test_success_takes_the_last_refusal_away(alerts: Alerts) -> None:
    alerts.refuse(Refusal(KEPT))
    with alerts.guard():
        pass
    assert alerts.notice is None


def test_a_refusal_within_a_block_is_not_taken_away_by_the_block_around_it(alerts: Alerts) -> None:
    with alerts.guard(), alerts.guard():
        raise Refusal(KEPT)
    assert alerts.notice is not None
    assert alerts.notice.refused


def test_a_confirmation_leaves_with_the_next_act_but_not_with_what_its_own_act_reads_again(
    alerts: Alerts, qtbot: QtBot
) -> None:
    with alerts.guard():
        alerts.say(KEPT)
    with alerts.guard():
        pass
    assert alerts.notice is not None
    qtbot.wait(1)
    with alerts.guard():
        pass
    assert alerts.notice is None


def test_a_confirmation_leaves_by_itself_and_a_warning_stays(alerts: Alerts, qtbot: QtBot) -> None:
    alerts._leaving.setInterval(20)
    alerts.say(KEPT)
    qtbot.waitUntil(lambda: alerts.notice is None, timeout=2000)
    alerts.say(KEPT)
    alerts.warn(Sentence(KEPT, {}))
    qtbot.wait(60)
    with alerts.guard():
        pass
    alerts.settle()
    assert alerts.notice is not None


def test_a_decision_is_asked_with_verbs(alerts: Alerts, answers: Answers) -> None:
    assert alerts.confirm("End the mandate of Peru?", "End the mandate", "Keep it")
    assert answers.asked == [Question("End the mandate of Peru?", "End the mandate", "Keep it")]


@pytest.mark.parametrize("verb", ["End it", "Suspend it", "Keep it"])
def test_the_dialog_has_the_verbs_and_no_ok(qtbot: QtBot, verb: str) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    seen: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(button.text() for button in box.buttons())
        next(button for button in box.buttons() if button.text() == verb).click()

    QTimer.singleShot(50, press)
    assert ask(Question("End the mandate?", "End it", "Keep it", other="Suspend it")) == verb
    assert sorted(seen) == ["End it", "Keep it", "Suspend it"]


def test_our_own_mistake_leaves_a_report_and_one_calm_sentence(
    alerts: Alerts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    import threading

    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = BugReporter(lambda: tmp_path / "reports", alerts)
    reporter.install()
    try:
        _mistake("a person’s name")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    written = list((tmp_path / "reports").iterdir())
    assert len(written) == 1
    text = written[0].read_text(encoding="utf-8")
    assert "test_alerts.py" in text
    assert "ValueError" in text
    assert "a person’s name" not in text
    assert alerts.notice is not None
    assert str(written[0]) in alerts.notice.what.said_in(catalog(Language.EN))
    capsys.readouterr()


def _mistake(name: str) -> None:
    raise ValueError(name)


def test_a_report_that_cannot_be_written_is_said_too(alerts: Alerts, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    reporter = BugReporter(lambda: tmp_path / "file" / "folder", alerts)
    reporter.happened.emit(ValueError("x"))
    assert alerts.notice is not None
    assert "No report" in alerts.notice.what.said_in(catalog(Language.EN))


def test_what_the_environment_refuses_is_no_bug_wherever_it_is_met(alerts: Alerts, tmp_path: Path) -> None:
    reporter = BugReporter(lambda: tmp_path / "reports", alerts)
    pulled_out = StorageError(UNREADABLE, {"file": "network.nmirf"})
    reporter.happened.emit(pulled_out)
    assert alerts.notice is not None
    assert alerts.notice.what is pulled_out
    assert not (tmp_path / "reports").exists()


def test_a_report_names_versions_and_places() -> None:
    with pytest.raises(ValueError, match="x") as caught:
        _mistake("x")
    text = report(caught.value, datetime.datetime(2027, 5, 8, 12, 0, tzinfo=datetime.UTC))
    assert "2027-05-08T12:00:00+00:00" in text
    assert "_mistake" in text
