"""Certificates of the sending of the agenda and of a State that are the last state no more are told above the list."""

import pytest

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from tests.ui.screens.offices import texts
from tests.ui.screens.test_distribution import desk, meeting, screen
from tests.ui.screens.test_distribution_again import happened
from tests.ui.screens.test_distribution_certificates import TODAY, certified, certify
from tests.ui.screens.test_distribution_revised import revise
from tests.ui.screens.test_home import places

__all__ = ["desk", "screen"]


def test_each_certificate_that_is_out_of_date_has_a_line_above_the_dispatches(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """The one that is signed, of all, told nothing, on the screen or elsewhere."""
    certified(screen, desk)
    for part in (None, "GHA", "PRY"):
        certify(desk, part)
    screen.refresh()
    assert not screen.superseded.isVisible(), "nothing came"
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    told = texts(screen.superseded)
    assert screen.superseded.isVisible()
    said = "Certificate of dispatch {} issued on 24 November 2026. Since then: 1 acknowledgement."
    assert told.count("Certificate of dispatch") == 2, "that of the dispatch stands beside it"
    for symbol in ("NMIRF/2026/DSP", "NMIRF/2026/DSP/GHA"):
        assert said.format(symbol) in told
    key = meeting(desk).key
    assert places(screen.superseded) == [
        Place("documents", f"dispatch-certificate:{key}"), Place("documents", f"dispatch-certificate:{key}:GHA")
    ]  # fmt: skip
    for part in (None, "GHA"):
        certify(desk, part)
    screen.refresh()
    assert not screen.superseded.isVisible(), "they were issued anew"


def test_what_was_sent_since_is_told_beside_who_holds_only_a_superseded_version(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    certified(screen, desk)
    certify(desk, None)
    happened(desk, Happening.FAILED, "URY")
    revise(desk)
    screen.refresh()
    told = texts(screen.superseded)
    assert "recipients hold only a superseded version of NMIRF/2026/1" in told
    assert "Certificate of dispatch NMIRF/2026/DSP issued on" in told
    assert "Since then: 1 failure to deliver." in told


def test_an_addendum_with_the_addresses_tells_the_state_of_its_hour_too(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    certified(screen, desk)
    certify(desk, None)
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    desk.papers.issue(Request(DocumentKind.DISPATCH, meeting(desk).key, addresses=True), TODAY)
    screen.refresh()
    assert not screen.superseded.isVisible()


@pytest.mark.parametrize(
    ("tongue", "said"),
    [
        (
            Language.EN,
            "Certificate of dispatch NMIRF/2026/DSP issued on 24 November 2026. Since then: 1 acknowledgement.",
        ),
        (Language.FR, "Attestation d’envoi NMIRF/2026/DSP publiée le 24 novembre 2026. Depuis lors : 1 accusé de"),
        (
            Language.ES,
            "Certificado de envío NMIRF/2026/DSP publicado el 24 de noviembre de 2026. Desde entonces: 1 acuse",
        ),
    ],
)
def test_it_is_said_in_three_languages(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, tongue: Language, said: str
) -> None:
    certified(screen, desk)
    certify(desk, None)
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    language.switch(tongue)
    screen.refresh()
    assert said in texts(screen.superseded).replace("\N{NO-BREAK SPACE}", " ")
