"""Documents of decisions, votes, the Committee and the members, as the coordinator chooses, sees and issues them."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests import samples
from tests.ui.clipping import show


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Store]:
    path = samples.sample(tmp_path_factory, tmp_path / "register.nmirf")
    with open_register(path, author="coordinator") as store:
        yield store


@pytest.fixture
def screen(qtbot: QtBot, store: Store, language: CurrentLanguage, alerts: Alerts) -> DocumentsScreen:
    screen = DocumentsScreen(Secretariat(store), InlineJobs(), language, alerts)
    store.subscribe(screen.touched)
    screen.show_as_of(samples.ON)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def choose(screen: DocumentsScreen, kind: DocumentKind) -> None:
    screen.form.kind.load(kind, over=True)
    screen.form.kind.edited.emit()


def held(screen: DocumentsScreen, kind: DocumentKind) -> None:
    """The document of the last meeting that was held."""
    screen.go_to(f"{kind}:{screen._papers.meeting(kind).key}")


def shown(screen: DocumentsScreen) -> set[str]:
    names = ("every", "meeting", "decision", "vote", "on", "addresses")
    return {name for name in names if screen.form.field(name).isVisibleTo(screen.form)}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (DocumentKind.MINUTES, {"meeting"}),
        (DocumentKind.DECISION, {"meeting", "decision"}),
        (DocumentKind.DECISIONS, {"every", "meeting"}),
        (DocumentKind.VOTING_RECORD, {"meeting", "vote"}),
        (DocumentKind.COMMITTEE, {"on"}),
        (DocumentKind.MEMBERS, {"on", "addresses"}),
    ],
)
def test_only_what_the_document_asks_for_is_shown(
    screen: DocumentsScreen, kind: DocumentKind, fields: set[str]
) -> None:
    choose(screen, kind)
    assert shown(screen) == fields


def test_all_decisions_of_a_meeting_are_seen_one_after_the_other_and_one_alone(screen: DocumentsScreen) -> None:
    held(screen, DocumentKind.DECISION)
    together = screen.pages.views[0].pages
    parts = screen._papers.parts(DocumentKind.DECISION, screen._papers.meeting(DocumentKind.DECISION).key)
    assert together >= len(parts) == 5
    assert parts[2].said_in(catalog(Language.FR)).startswith("2026/3. ")
    screen.form.decision.load(parts[2], over=True)
    screen.form.decision.edited.emit()
    assert screen.pages.views[0].pages == 1
    request = screen.request()
    assert request is not None
    assert request.part == parts[2].key


def test_the_decisions_of_all_meetings_are_read_as_of_the_day_of_the_window(screen: DocumentsScreen) -> None:
    choose(screen, DocumentKind.DECISIONS)
    screen.form.every.load(True, over=True)
    screen.form.every.edited.emit()
    assert shown(screen) == {"every", "on"}
    request = screen.request()
    assert request is not None
    assert (request.meeting, request.on) == (None, samples.ON)
    assert screen.pages.views[0].pages > 1


def test_a_day_that_was_chosen_stays_and_another_day_of_the_window_changes_it(
    screen: DocumentsScreen, store: Store
) -> None:
    choose(screen, DocumentKind.MEMBERS)
    day = datetime.date(2025, 1, 1)
    screen.form.on.load(day, over=True)
    screen.form.on.edited.emit()
    desk = Secretariat(store)
    desk.members.withdraw("GHA", samples.ON)
    assert screen.form.on.value() == day
    screen.show_as_of(datetime.date(2026, 12, 1))
    assert screen.form.on.value() == datetime.date(2026, 12, 1)
    screen.form.on.load(None, over=True)
    screen.form.on.edited.emit()
    assert screen.pages.message.text() == "Choose the day as of which the document is made."
    assert not screen._export.isEnabled()


def test_a_list_of_members_is_issued_and_recognised(screen: DocumentsScreen, alerts: Alerts, tmp_path: Path) -> None:
    choose(screen, DocumentKind.MEMBERS)
    screen._issue.trigger()
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(catalog(Language.EN)).startswith("NMIRF/MEM/2026, version 1, was issued")
    screen.choose_folder = lambda _parent, _title: tmp_path
    screen._export.trigger()
    screen.choose_pdf = lambda _parent, _title: tmp_path / "NMIRF-2026-Members-ES.pdf"
    screen._check.trigger()
    said = alerts.notice.what.said_in(catalog(Language.FR))
    assert "Liste des membres, observateurs et points focaux, espagnol, version 1" in said


def test_several_decisions_are_issued_in_one_step(screen: DocumentsScreen, alerts: Alerts) -> None:
    held(screen, DocumentKind.DECISION)
    screen._issue.trigger()
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(catalog(Language.ES)) == (
        "Se han publicado y se conservan en el registro: NMIRF/2026/DEC/1, NMIRF/2026/DEC/2, NMIRF/2026/DEC/3,"
        " NMIRF/2026/DEC/4, NMIRF/2026/DEC/5"
    )


def test_a_document_of_no_meeting_is_gone_back_to(screen: DocumentsScreen) -> None:
    choose(screen, DocumentKind.COMMITTEE)
    key = screen.current_key()
    assert key == "committee:"
    choose(screen, DocumentKind.MINUTES)
    screen.go_to(key)
    assert screen.form.kind.value() is DocumentKind.COMMITTEE
    assert screen.current_key() == key
