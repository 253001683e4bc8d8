"""The usual messages in the settings: chosen by kind of document, changed in place, refused in words, put back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.usual_messages import SentBy
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.screens.settings_messages import PAUSE, MessagesSection
from nmirf_desktop.ui.shell import Shell
from tests.ui.screens.offices import held, office, press, shown, texts

AGENDA, MAIL = DocumentKind.AGENDA, SentBy.MAIL


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as open_one:
        yield open_one


@pytest.fixture
def screen(qtbot: QtBot, house: Secretariat, shell: Shell) -> Iterator[SettingsScreen]:
    with held(SettingsScreen(house.settings, shell.memory, shell.language, shell.alerts, house)) as made:
        shown(made)
        yield made


def section(screen: SettingsScreen) -> MessagesSection:
    assert screen.messages is not None
    return screen.messages


def write(part: MessagesSection, field: str, text: str, language: Language = Language.EN) -> None:
    """Type a text in a language, and leave the field."""
    box = part.form.field(field)
    box.load(box.value().with_text(language, text), over=True)
    box.edited.emit()


def choose(part: MessagesSection, kind: DocumentKind, by: SentBy = MAIL) -> None:
    part.which.kind.load(kind, over=True)
    part.which.by.load(by, over=True)
    part.which.kind.edited.emit()


def test_it_begins_with_the_agenda_as_delivered_and_an_example(screen: SettingsScreen, house: Secretariat) -> None:
    part = section(screen)
    assert part.which.chosen == (AGENDA, MAIL)
    assert part.form.text.value()[Language.FR]
    assert "as delivered" in texts(part)
    assert not part.put_back.isVisible()
    assert house.papers.meeting(AGENDA).symbol in part.example.text()
    assert "{" not in part.example.text()
    part.read_in.load(Language.ES, over=True)
    part.read_in.edited.emit()
    assert "Se ruega" in part.example.text() or "tiene el honor" in part.example.text()


def test_a_change_is_kept_when_the_field_is_left_and_the_next_dispatch_begins_with_it(
    screen: SettingsScreen, house: Secretariat
) -> None:
    part = section(screen)
    write(part, "subject", "Our own {titles}")
    kept = house.usual_messages.read(AGENDA, MAIL)
    assert kept.own
    assert kept.message.subject[Language.EN] == "Our own {titles}"
    assert kept.message.text[Language.EN].startswith("{salutation}")  # what was not changed stays
    assert part.example.text().startswith("Our own Provisional agenda")
    assert "These words are your own." in texts(part)
    choose(part, DocumentKind.MINUTES)
    assert part.form.subject.value()[Language.EN] != "Our own {titles}"
    choose(part, AGENDA, SentBy.POST)
    assert "as delivered" in texts(part)
    choose(part, AGENDA)
    assert part.form.subject.value()[Language.EN] == "Our own {titles}"


def test_a_field_that_does_not_exist_is_refused_in_a_sentence_and_stays_typed(
    screen: SettingsScreen, house: Secretariat
) -> None:
    part = section(screen)
    write(part, "text", "Dear {name}, enclosed: {documents}")
    assert "“{name}”, which stands in English, is no placeholder of this message." in texts(part)
    assert not house.usual_messages.own()
    assert part.form.text.value()[Language.EN] == "Dear {name}, enclosed: {documents}"
    QTest.qWait(2 * PAUSE)
    assert "is no placeholder" in part.example.text()
    write(part, "text", "Enclosed: {documents}")
    assert house.usual_messages.read(AGENDA, MAIL).own


def test_the_delivered_words_are_put_back(screen: SettingsScreen, house: Secretariat) -> None:
    part = section(screen)
    before = part.form.text.value()
    write(part, "text", "Enclosed: {documents}")
    assert part.put_back.isVisible()
    part.put_back.click()
    assert not house.usual_messages.own()
    assert part.form.text.value() == before
    assert not part.put_back.isVisible()


def test_what_was_typed_of_one_kind_is_never_kept_for_another(screen: SettingsScreen, house: Secretariat) -> None:
    part = section(screen)
    part.form.subject.load(Trilingual(en="Minutes to come"), over=True)
    choose(part, DocumentKind.MINUTES)
    assert (DocumentKind.MINUTES, MAIL) not in house.usual_messages.own()


def test_a_reminder_has_words_of_its_own_with_the_days_that_are_put_in(
    screen: SettingsScreen, house: Secretariat
) -> None:
    part = section(screen)
    choose(part, AGENDA, SentBy.MAIL_AGAIN)
    assert "{sent_on}" in part.form.placeholders.text()
    assert "{last_day}" in part.form.placeholders.text()
    write(part, "text", "First sent {sent_on}; last day {last_day}: {documents}")
    assert house.usual_messages.own() == {(AGENDA, SentBy.MAIL_AGAIN)}
    QTest.qWait(2 * PAUSE)
    assert "{" not in part.example.text()
    choose(part, DocumentKind.MINUTES, SentBy.MAIL_AGAIN)
    assert "{last_day}" not in part.form.placeholders.text()


def test_the_distribution_leads_there(screen: SettingsScreen, house: Secretariat, shell: Shell, tmp_path: Path) -> None:
    with held(DistributionScreen(house, InlineJobs(), shell.language, shell.alerts)) as distribution:
        shown(distribution)
        places: list[Place] = []
        distribution.asked.connect(places.append)
        press(distribution, "Usual messages …")
    assert places == [Place("settings", "messages")]
    screen.activateWindow()
    screen.go_to("messages")
    QTest.qWait(20)
    assert section(screen).which.kind.editors[0].hasFocus()
