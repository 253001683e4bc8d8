"""Who was sent the minutes of a meeting and not their corrigendum is told, and sent it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.corrigenda import Erratum
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests import samples
from tests.registers import Hand
from tests.services.test_corrigenda import closing, minutes
from tests.ui.screens.offices import finish, hearing, held, shown, texts
from tests.ui.screens.test_distribution import SENDER, picked

NOON = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Secretariat]:
    """The sample register; its minutes of 2025 are approved and have no corrigendum yet."""
    path, clock = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf"), Hand(NOON)
    with open_register(path, author="coordinator", clock=clock) as store:
        yield Secretariat(store, clock)


@pytest.fixture
def screen(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, tmp_path: Path
) -> Iterator[DistributionScreen]:
    with held(DistributionScreen(desk, InlineJobs(), language, alerts)) as one:
        one.choose_folder = lambda _parent, _title: tmp_path / "outbox"
        hearing(one, desk)
        shown(one, NOON.date())
        yield one


def issue(desk: Secretariat, kind: DocumentKind) -> str:
    """Issue the minutes of 2025, or their corrigendum; the key of a file."""
    issued = desk.papers.issue(Request(kind, minutes(desk).meeting), desk.deliveries.now.date())
    return issued[0].key


def correct(desk: Secretariat, *languages: Language) -> None:
    """A corrigendum of the closing paragraph, begun in some languages."""
    found, book = minutes(desk), desk.minutes
    new, own = book.corrigenda.begin(found.key, desk.deliveries.now.date()), closing(book, found.key)
    text = next(one.text for one in book.paragraphs(found.key) if one.key == own)
    for language in languages:
        book.corrigenda.add(Erratum("", new.key, 0, own, language, text[language], "x"))


def prepare(screen: DistributionScreen) -> None:
    screen.preparing.form.address.load(SENDER, over=True)
    finish(screen.preparing.form.address.editors[0])


def test_who_has_the_minutes_is_sent_their_corrigendum(screen: DistributionScreen, desk: Secretariat) -> None:
    screen.go_to(f"!send:{issue(desk, DocumentKind.MINUTES)}")
    prepare(screen)
    (line,) = (one for one in desk.deliveries.lines(minutes(desk).meeting) if len(one.deliveries) > 3)
    sent = [one.recipient for one in line.deliveries[:3]]
    desk._clock.forward(5)  # type: ignore[attr-defined]
    desk.deliveries.happened([one.key for one in sent], Happening.SENT, desk.deliveries.now)
    assert desk.dispatches.superseded(minutes(desk).meeting) == ()
    correct(desk, *Language)
    issue(desk, DocumentKind.CORRIGENDUM)
    (found,) = desk.dispatches.superseded(minutes(desk).meeting)
    assert found.corrects
    assert set(found.to) == set(sent)
    screen.go_to(line.dispatch.key)
    assert "3 recipients have NMIRF/2025/2 without NMIRF/2025/2/Corr.1" in texts(screen.superseded)
    assert "Send them the corrigendum by e-mail" in texts(screen.superseded)
    screen.go_to(f"!replace:{found.issued.key}:mail")
    assert [one.kind for one in screen.preparing.form.issued.value()] == [DocumentKind.CORRIGENDUM]
    names = {row.said_in(screen.words) for row in screen.rows if row.delivery.recipient in sent}
    assert {name for name, ticked in picked(screen).items() if ticked} == names
    prepare(screen)
    (found,) = desk.dispatches.superseded(minutes(desk).meeting)
    line = desk.deliveries.lines(minutes(desk).meeting)[0]
    assert found.prepared == line.dispatch.key, "prepared is not sent"
    desk._clock.forward(5)  # type: ignore[attr-defined]
    desk.deliveries.happened([one.recipient.key for one in line.deliveries], Happening.SENT, desk.deliveries.now)
    assert desk.dispatches.superseded(minutes(desk).meeting) == ()
    last = desk.deliveries.lines(minutes(desk).meeting)[0]
    assert {one.recipient.whom for one in last.deliveries} == {one.whom for one in sent}
