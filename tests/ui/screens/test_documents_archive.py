"""Everything of a meeting in one archive, from the documents: where it goes, with addresses or not, cancelled, told."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.archives import INDEX
from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.dispatches import Order
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests import samples
from tests.ui.conftest import Answers

ON = datetime.date(2026, 11, 24)


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Secretariat]:
    """The sample register."""
    path = samples.sample(tmp_path_factory, tmp_path / "register.nmirf")
    with open_register(path, author="coordinator") as store:
        yield Secretariat(store)


@pytest.fixture
def screen(
    qtbot: QtBot, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, tmp_path: Path
) -> Iterator[DocumentsScreen]:
    """The documents, which write into a folder beside the register."""
    jobs = Jobs()
    screen = DocumentsScreen(desk, jobs, language, alerts)
    jobs.setParent(screen)
    jobs.failed.connect(alerts.refuse)
    qtbot.addWidget(screen)
    screen.choose_folder = lambda _parent, _title: tmp_path / "out"
    screen.show_as_of(ON)
    screen.go_to(f"{DocumentKind.AGENDA}:{desk.papers.meeting(DocumentKind.AGENDA).key}")
    settle(qtbot, screen)
    yield screen
    jobs.let_go()


def settle(bot: QtBot, screen: DocumentsScreen) -> None:
    """Wait until nothing is prepared or written any more."""
    bot.waitUntil(lambda: not screen._jobs.running and screen._preparing is None, timeout=20_000)


def names(path: Path) -> list[str]:
    """What is in the archive."""
    with ZipFile(path) as archive:
        return archive.namelist()


def said(alerts: Alerts) -> str:
    """What the banner says."""
    assert alerts.notice is not None
    return alerts.notice.what.said_in(catalog(Language.EN))


def prepared(desk: Secretariat, place: Path) -> None:
    """A dispatch of the agenda of the next meeting to its members."""
    meeting = desk.papers.meeting(DocumentKind.AGENDA)
    keys = tuple(one.key for one in desk.papers.issue(Request(DocumentKind.AGENDA, meeting.key), ON))
    _, subject, text = desk.dispatches.begin(keys)
    order = Order(keys, Channel.TO_EACH, Selection(frozenset({Capacity.MEMBER})), "s@example.org", subject, text)
    desk.dispatches.prepare(new_key(), order, place, lambda _done, _steps: None)


def test_the_archive_of_the_meeting_chosen_is_written_and_its_place_told(
    qtbot: QtBot, screen: DocumentsScreen, alerts: Alerts, tmp_path: Path
) -> None:
    screen.archive.trigger()
    settle(qtbot, screen)
    (path,) = (tmp_path / "out").iterdir()
    assert INDEX in names(path)
    assert path.name in said(alerts)


def test_addresses_are_asked_about_where_there_are_any(
    qtbot: QtBot, screen: DocumentsScreen, desk: Secretariat, answers: Answers, tmp_path: Path
) -> None:
    prepared(desk, tmp_path / "outbox")
    for answer, there in ((False, False), (True, True)):
        with ZipFile(_written(qtbot, screen, answers, tmp_path, with_addresses=answer)) as archive:
            assert (b"@" in archive.read("dispatches/Dispatches-EN.csv")) is there


def _written(bot: QtBot, screen: DocumentsScreen, answers: Answers, tmp_path: Path, *, with_addresses: bool) -> Path:
    place = tmp_path / f"out-{with_addresses}"
    screen.choose_folder = lambda _parent, _title: place
    answers.other = with_addresses
    screen.archive.trigger()
    settle(bot, screen)
    (path,) = place.iterdir()
    return path


def test_what_is_there_is_replaced_only_where_that_is_wanted(
    qtbot: QtBot, screen: DocumentsScreen, alerts: Alerts, answers: Answers, tmp_path: Path
) -> None:
    screen.archive.trigger()
    settle(qtbot, screen)
    (path,) = (tmp_path / "out").iterdir()
    path.write_bytes(b"another")
    answers.yes = False
    screen.archive.trigger()
    settle(qtbot, screen)
    assert path.read_bytes() == b"another"
    assert "No file was written or changed" in said(alerts)
    answers.yes = True
    screen.archive.trigger()
    settle(qtbot, screen)
    assert INDEX in names(path)


def test_a_document_of_no_meeting_has_no_archive(qtbot: QtBot, screen: DocumentsScreen) -> None:
    screen.go_to(f"{DocumentKind.MEMBERS}:")
    settle(qtbot, screen)
    assert not screen.archive.isEnabled()


def test_a_certificate_is_chosen_by_dispatch_and_by_state(
    qtbot: QtBot, screen: DocumentsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    prepared(desk, tmp_path / "outbox")
    meeting = desk.papers.meeting(DocumentKind.AGENDA)
    screen.go_to(f"{DocumentKind.DISPATCH}:{meeting.key}")
    settle(qtbot, screen)
    request = screen.request()
    assert request is not None
    assert request.part is None
    offered = [one.key for one in screen.form.certified.values if one is not None]
    assert len(offered) > 2
    screen.go_to(f"{DocumentKind.DISPATCH}:{meeting.key}:{offered[-1]}")
    settle(qtbot, screen)
    request = screen.request()
    assert request is not None
    assert request.part == offered[-1]
    screen.go_to(screen.current_key())  # as Back and Forward do
    settle(qtbot, screen)
    request = screen.request()
    assert request is not None
    assert request.part == offered[-1]
    screen.go_to(f"{DocumentKind.DISPATCH}:{meeting.key}")
    settle(qtbot, screen)
    request = screen.request()
    assert request is not None
    assert request.part is None, "the link of the certificate of all issued that of whoever was shown last"
