"""Documents with text from elsewhere: what cannot be printed is named before any export, the rest goes out."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests import samples
from tests.ui.clipping import show
from tests.ui.conftest import Answers

ON = datetime.date(2026, 11, 24)


@pytest.fixture
def screen(
    qtbot: QtBot, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, language: CurrentLanguage, alerts: Alerts
) -> Iterator[DocumentsScreen]:
    """The documents of a register whose next meeting has an item with a Chinese name in its French title."""
    path = samples.sample(tmp_path_factory, tmp_path / "register.nmirf")
    with open_register(path, author="coordinator") as store:
        desk = Secretariat(store)
        meeting = desk.papers.meeting(DocumentKind.AGENDA)
        item = desk.agendas.items(meeting.key)[0].item
        desk.agendas.save(replace(item, title=Trilingual.final("Opening", "Ouverture par 王", "Apertura")))
        screen = DocumentsScreen(desk, InlineJobs(), language, alerts)
        store.subscribe(screen.touched)
        screen.show_as_of(ON)
        qtbot.addWidget(screen)
        show(screen)
        yield screen


def told(screen: DocumentsScreen, edition: Edition) -> str:
    return screen.languages.rows[edition].said.accessibleName()


def test_it_is_named_beside_its_language_in_the_window_s_language(
    screen: DocumentsScreen, language: CurrentLanguage
) -> None:
    assert told(screen, Edition.FR).startswith("Item 1: title: U+738B (王) in “Ouverture par 王” cannot be printed.")
    assert "U+738B" not in told(screen, Edition.EN)
    assert screen.pages.views[0].pages > 0
    language.switch(Language.ES)
    screen.retranslate()
    assert told(screen, Edition.FR).startswith("Tema 1: título: no es posible imprimir U+738B (王)")
    language.switch(Language.EN)


def test_its_pages_say_why_they_are_not_there_and_come_when_it_is_mended(screen: DocumentsScreen) -> None:
    screen.pages.left.load(Edition.FR, over=True)
    screen.pages.left.edited.emit()
    assert screen.pages.views[0].pages == 0
    assert told(screen, Edition.FR).startswith("Item 1: title")
    item = screen._desk.agendas.items(screen._papers.meeting(DocumentKind.AGENDA).key)[0].item
    screen._desk.agendas.save(replace(item, title=Trilingual.final("Opening", "Ouverture par G\u0303", "Apertura")))
    assert screen.pages.views[0].pages > 0
    assert "cannot be printed" not in told(screen, Edition.FR)


def test_it_is_refused_before_anything_is_asked_and_leads_to_the_text(
    screen: DocumentsScreen, alerts: Alerts, answers: Answers, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    asked: list[str] = []
    places: list[Place] = []
    screen.asked.connect(places.append)

    def choose(_parent: QWidget, title: str) -> Path:
        asked.append(title)
        return folder

    screen.choose_folder = choose
    item = screen._desk.agendas.items(screen._papers.meeting(DocumentKind.AGENDA).key)[0].item
    (link,) = screen.languages.rows[Edition.FR].said.places
    assert link == Place("agenda", item.key)
    before = screen._papers.issued()
    for act, nothing in ((screen._export, "Nothing was exported."), (screen._issue, "Nothing was issued.")):
        act.trigger()
        assert alerts.notice is not None
        assert alerts.notice.what.said_in(catalog(Language.EN)).startswith(
            f"{nothing} To replace first: Item 1: title (French): U+738B (王)"
        )
        alerts.notice.offers[0].act()
    assert places == [link, link]
    assert (asked, answers.asked, screen._papers.issued()) == ([], [], before)
    assert not folder.exists()
    screen.languages.rows[Edition.FR].tick.setChecked(False)
    screen._export.trigger()
    assert sorted(file.name[-6:] for file in folder.iterdir()) == ["EN.pdf", "ES.pdf"]
