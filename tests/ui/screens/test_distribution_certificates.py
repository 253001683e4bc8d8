"""A certificate of dispatch that tells the last state no more says what came since, and is issued anew."""

import contextlib
import datetime
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests.ui.screens.offices import NOON, hearing, held, shown, texts
from tests.ui.screens.test_distribution import desk, issue, meeting, prepare, screen
from tests.ui.screens.test_distribution_again import happened
from tests.ui.screens.test_home import places

__all__ = ["desk", "screen"]
TODAY = NOON.date()
CAME = "Certificate of dispatch issued on 24 November 2026. Since then: 2 acknowledgements."


@pytest.fixture
def documents(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[DocumentsScreen]:
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as one:
        hearing(one, desk)
        shown(one, TODAY)
        yield one


def certify(desk: Secretariat, part: str | None, on: datetime.date = TODAY) -> None:
    desk.papers.issue(Request(DocumentKind.DISPATCH, meeting(desk).key, part=part), on)


def certified(screen: DistributionScreen, desk: Secretariat) -> str:
    """A dispatch of which a certificate was issued once it was sent; its key."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, "GHA", "PRY", "URY")
    key = desk.deliveries.lines()[0].dispatch.key
    certify(desk, key)
    return key


def test_a_dispatch_says_what_came_since_its_certificate_and_offers_to_issue_it_anew(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    key = certified(screen, desk)
    screen.refresh()
    assert not screen.detail.since.isVisible()
    before = {one.key: desk.papers.bytes_of(one) for one in desk.papers.issued() if one.kind is DocumentKind.DISPATCH}
    happened(desk, Happening.ACKNOWLEDGED, "GHA", "PRY")
    assert CAME in texts(screen.detail.since)
    assert places(screen.detail.since) == [Place("documents", f"dispatch-certificate:{meeting(desk).key}:{key}")]
    certify(desk, key)
    screen.refresh()
    assert not screen.detail.since.isVisible()
    there = {one.key: one for one in desk.papers.issued()}
    assert {one: desk.papers.bytes_of(there[one]) for one in before} == before, "the old one stays as it was"


def test_the_issued_certificate_says_so_in_the_list_of_documents_and_leads_to_the_same_choice(
    screen: DistributionScreen, desk: Secretariat, documents: DocumentsScreen
) -> None:
    key = certified(screen, desk)
    issued = [one for one in desk.papers.issued() if one.kind is DocumentKind.DISPATCH]
    documents.go_to(issued[0].key)
    assert not documents.issued.detail.since.isVisible()
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    happened(desk, Happening.FAILED, "URY")
    assert "Since then: 1 failure to deliver, 1 acknowledgement." in texts(documents.issued.detail.since)
    (place,) = places(documents.issued.detail.since)
    documents.go_to(place.key)
    request = documents.form.request()
    assert request is not None
    assert (request.kind, request.part) == (DocumentKind.DISPATCH, key)
    certify(desk, key)
    documents.go_to(issued[0].key)
    assert not documents.issued.detail.since.isVisible(), "a later one tells it"


def test_the_certificates_of_the_agenda_and_of_a_state_say_what_concerns_them(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    certified(screen, desk)
    for part in (None, "GHA", "PRY"):
        certify(desk, part)
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    found = {one.symbol.rpartition("/")[2]: desk.dispatches.since_issued(one) for one in desk.papers.issued()}
    told = {mark: since.said_in(screen.words) for mark, since in found.items() if since is not None}
    one = "Certificate of dispatch issued on 24 November 2026. Since then: 1 acknowledgement."
    assert set(told.values()) == {one}
    assert "GHA" in told
    assert "PRY" not in told
    assert len(told) == 3, "that of the dispatch, of the agenda and of the State"


def by_hand(desk: Secretariat, *, days: int = 0, **to: Any) -> None:
    """Note by hand that the agenda was sent to a State, or to an audience, some days before today."""
    on = TODAY - datetime.timedelta(days=days)
    noted = AgendaDispatch("", meeting(desk).key, on, reason="Handed over at the meeting", **to)
    desk.meetings.record_dispatch(noted)


def told_by_mark(screen: DistributionScreen, desk: Secretariat) -> dict[str, str]:
    """What each certificate says that came since, by the end of its symbol."""
    found = {one.symbol.rpartition("/")[2]: desk.dispatches.since_issued(one) for one in desk.papers.issued()}
    return {mark: since.said_in(screen.words) for mark, since in found.items() if since is not None}


BY_HAND = "Certificate of dispatch issued on 24 November 2026. Since then: 1 sending noted by hand."


def test_a_sending_noted_by_hand_is_told_by_the_certificates_of_the_agenda_and_of_its_state(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    certified(screen, desk)
    for part in (None, "GHA", "PRY"):
        certify(desk, part)
    by_hand(desk, state="GHA")
    told = told_by_mark(screen, desk)
    assert told == {"GHA": BY_HAND, "DSP": BY_HAND}
    certify(desk, "GHA")
    assert set(told_by_mark(screen, desk)) == {"DSP"}, "that of the State was issued anew, and tells it"


def test_a_sending_to_all_members_noted_by_hand_is_told_by_the_certificate_of_a_member(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    certified(screen, desk)
    for part in ("GHA", "PRY"):
        certify(desk, part)
    by_hand(desk, audience=Audience.MEMBERS)
    assert told_by_mark(screen, desk) == {"GHA": BY_HAND, "PRY": BY_HAND}


def test_a_dispatch_tells_an_earlier_sending_noted_by_hand_from_which_its_margin_is_reckoned(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    certified(screen, desk)
    by_hand(desk, state="ARG")
    by_hand(desk, state="GHA")
    assert told_by_mark(screen, desk) == {}, "it went to others, or not before the dispatch"
    screen.refresh()
    assert not screen.detail.since.isVisible()
    by_hand(desk, days=2, state="GHA")
    assert set(told_by_mark(screen, desk).values()) == {BY_HAND}
    screen.refresh()
    assert BY_HAND in texts(screen.detail.since)


@pytest.mark.parametrize("tongue", list(Language))
def test_it_has_its_place_in_each_language(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, tongue: Language
) -> None:
    certified(screen, desk)
    happened(desk, Happening.ACKNOWLEDGED, "GHA", "PRY")
    language.switch(tongue)
    screen.refresh()
    QTest.qWait(30)
    expected = {
        Language.EN: CAME,
        Language.FR: "Attestation d’envoi publiée le 24 novembre 2026. Depuis lors : 2 accusés de réception.",
        Language.ES: "Certificado de envío publicado el 24 de noviembre de 2026. Desde entonces: 2 acuses de recibo.",
    }
    assert expected[tongue] in texts(screen.detail.since).replace("\N{NO-BREAK SPACE}", " ")


def test_a_register_that_cannot_be_read_of_it_says_so_when_a_certificate_is_selected(
    screen: DistributionScreen, desk: Secretariat, documents: DocumentsScreen, alerts: Alerts, qtbot: QtBot
) -> None:
    """It is read as a row is selected, where nothing but the screen can say what is refused."""
    certified(screen, desk)
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    rows = documents.issued.table.model.rows
    certificate = next(one.key for one in rows if one.kind is DocumentKind.DISPATCH)
    documents.go_to(next(one.key for one in rows if one.kind is DocumentKind.AGENDA))
    with contextlib.closing(sqlite3.connect(desk.store.path)) as connection, connection:
        connection.execute("UPDATE delivery_event SET kind = 'nothing known'")
    with qtbot.captureExceptions() as escaped:
        documents.issued.table.select(certificate)
    assert not escaped
    assert alerts.notice is not None
    assert "was not written by this program" in alerts.notice.what.said_in(screen.words)
    assert not documents.issued.detail.since.isVisible()
