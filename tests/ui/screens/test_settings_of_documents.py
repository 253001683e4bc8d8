"""What the settings say of documents, chosen on the screen, in a real register: the next agenda has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import Masthead
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.shell import Shell
from tests.ui.screens.offices import held, office, shown


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as open_one:
        yield open_one


@pytest.fixture
def screen(qtbot: QtBot, house: Secretariat, shell: Shell) -> Iterator[SettingsScreen]:
    with held(SettingsScreen(house.settings, shell.memory, shell.language, shell.alerts)) as made:
        shown(made)
        yield made


def agenda(house: Secretariat) -> Masthead:
    """The head of the next agenda."""
    meeting = house.papers.meeting(DocumentKind.AGENDA)
    return house.papers.contents(Request(DocumentKind.AGENDA, meeting.key))[0].paper.masthead


def test_what_is_chosen_on_the_screen_stands_on_the_next_agenda(screen: SettingsScreen, house: Secretariat) -> None:
    assert agenda(house).distribution is Distribution.GENERAL
    field = screen.documents_form.circles["agendas"]
    field.load(Distribution.LIMITED, over=True)
    field._saved = Distribution.GENERAL
    field._chosen()
    below = screen.organisation_form.secretariat
    below.load(below.value().with_text(Language.ES, "Coordinación: Paraguay"), over=True)
    below.edited.emit()
    head = agenda(house)
    assert head.distribution is Distribution.LIMITED
    assert head.secretariat.read(Language.ES).text == "Coordinación: Paraguay"
    assert house.settings.read().distribution.draft_minutes is Distribution.LIMITED


def test_lines_to_sign_on_are_ticked_and_taken_away(screen: SettingsScreen, house: Secretariat) -> None:
    form = screen.documents_form
    assert form.signed_minutes.value()
    assert not form.signed_decisions.value()
    form.signed_minutes._editor.click()
    form.signed_decisions._editor.click()
    stored = house.settings.read()
    assert (stored.signed_minutes, stored.signed_decisions) == (False, True)
    undo(house.store)
    screen.refresh()
    assert not form.signed_decisions.value()
