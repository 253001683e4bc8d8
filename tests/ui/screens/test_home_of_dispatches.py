"""Home tells, as a lesser thing, of whom one of several addresses failed."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.deliveries import Witness
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.home import HomeScreen
from tests.ui.screens.offices import NOON, held, shown, texts
from tests.ui.screens.test_distribution import desk, issue, prepare, screen
from tests.ui.screens.test_home import places

__all__ = ["desk", "screen"]
TOLD = {
    Language.EN: "Not delivered at every address: Ghana (1 of 2 addresses)",
    Language.FR: "Sans remise à une partie des adresses : Ghana (1 adresse sur 2)",
    Language.ES: "Sin entrega en parte de las direcciones: Ghana (1 de 2 direcciones)",
}


def partly_failed(screen: DistributionScreen, desk: Secretariat) -> str:
    """What went to Ghana's two addresses failed at one of them; where it is seen."""
    issue(desk)
    (person,) = desk.members.file("GHA", NOON.date()).people.values()
    desk.members.save_person(replace(person, emails=(*person.emails, "mission@example.org")))
    prepare(screen)
    (line,) = desk.deliveries.lines()
    (ghana,) = (one.recipient.key for one in line.deliveries if one.recipient.state == "GHA")
    every = [one.recipient.key for one in line.deliveries]
    desk.deliveries.happened(every, Happening.SENT, desk.deliveries.now)
    bounced = Witness("f" * 64, ("mission@example.org",))
    desk.deliveries.happened([ghana], Happening.FAILED, desk.deliveries.now, witness=bounced)
    return f"{line.dispatch.key}:{ghana}"


@pytest.mark.parametrize("tongue", list(Language))
def test_one_of_two_addresses_that_failed_is_told_with_the_way_to_the_dispatch(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, tongue: Language
) -> None:
    key = partly_failed(screen, desk)
    language.switch(tongue)
    with held(HomeScreen(desk.home, language, alerts)) as home:
        shown(home, NOON.date())
        QTest.qWait(30)
        assert TOLD[tongue] in texts(home.missing).replace("\N{NO-BREAK SPACE}", " ")
        assert Place("distribution", key) in places(home.missing)
        assert "did not arrive" not in texts(home.missing)
    screen.go_to(key)
    assert [row.delivery.recipient.state for row in screen.detail.chosen] == ["GHA"]


def test_it_is_told_no_more_once_it_was_acknowledged(screen: DistributionScreen, desk: Secretariat) -> None:
    _, _, ghana = partly_failed(screen, desk).partition(":")
    waiting = desk.home.overview(NOON.date()).dispatches.undelivered
    assert waiting is not None
    assert (waiting.prepared, waiting.failed) == ((), ())
    assert [one.recipient.key for one in waiting.partly] == [ghana]
    desk.deliveries.happened([ghana], Happening.ACKNOWLEDGED, desk.deliveries.now)
    assert desk.home.overview(NOON.date()).dispatches.undelivered is None
