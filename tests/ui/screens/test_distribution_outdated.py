"""Certificates of the sending of the agenda and of a State that are the last state no more are told above the list."""

import datetime

import pytest

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.certificate_rows import outdated_rows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.home import HomeScreen
from tests.ui.screens.offices import held, shown, texts
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


def issued_in(desk: Secretariat, *editions: Edition) -> None:
    desk.papers.issue(Request(DocumentKind.DISPATCH, meeting(desk).key, editions=editions), TODAY)


def test_one_that_was_issued_anew_in_some_languages_is_told_for_the_others(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    """The documents said of the French and the Spanish one what came since, and nothing did here."""
    certified(screen, desk)
    certify(desk, None)
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    issued_in(desk, Edition.EN)
    screen.refresh()
    told = texts(screen.superseded)
    assert told.count("Certificate of dispatch") == 1
    assert "Certificate of dispatch NMIRF/2026/DSP (French, Spanish) issued on 24 November 2026. Since then:" in told
    issued_in(desk, Edition.FR, Edition.ES)
    screen.refresh()
    assert not screen.superseded.isVisible()


def test_they_are_told_for_a_year_and_no_longer(screen: DistributionScreen, desk: Secretariat) -> None:
    certified(screen, desk)
    for part in (None, "GHA"):
        certify(desk, part)
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    for days, rows in ((365, 2), (367, 0)):
        screen.show_as_of(TODAY + datetime.timedelta(days=days))
        screen.refresh()
        assert texts(screen.superseded).count("Certificate of dispatch") == rows


def test_those_of_several_states_stand_in_one_line(screen: DistributionScreen, desk: Secretariat) -> None:
    """A line for each pressed the dispatches off the window."""
    certified(screen, desk)
    for part in (None, "GHA", "PRY", "URY"):
        certify(desk, part)
    happened(desk, Happening.ACKNOWLEDGED, "GHA", "PRY", "URY")
    screen.refresh()
    told = texts(screen.superseded)
    assert told.count("Certificate of dispatch NMIRF/2026/DSP issued on") == 1
    assert "Since these certificates of dispatch were issued, more was recorded. Issue anew:" in told
    key = f"dispatch-certificate:{meeting(desk).key}"
    assert [one.key for one in places(screen.superseded)] == [key, f"{key}:GHA", f"{key}:PRY", f"{key}:URY"]


def test_of_very_many_the_first_are_named_and_the_others_counted() -> None:
    issued = [
        IssuedDocument(
            str(number), DocumentKind.DISPATCH, "meeting", f"NMIRF/2026/DSP/S{number:02}", Edition.EN, 1, "", "", "",
            TODAY, number, "",
        )
        for number in range(1, 21)
    ]  # fmt: skip
    (row,) = outdated_rows((Since(one, one.symbol[-3:], {}) for one in issued), catalog(Language.EN))
    assert row.said.endswith("NMIRF/2026/DSP/S11, NMIRF/2026/DSP/S12, and 8 more")


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


def home_says(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, on: datetime.date
) -> tuple[str, list[Place]]:
    """What Home says is missing on a day, and where it leads."""
    with held(HomeScreen(desk.home, language, alerts)) as home:
        shown(home, on)
        return texts(home.missing).replace("\N{NO-BREAK SPACE}", " "), places(home.missing)


def test_home_counts_them_in_one_quiet_line_that_leads_to_the_dispatches_of_the_meeting(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    """Who looked at Home alone learned nothing of a certificate that is signed and behind."""
    certified(screen, desk)
    for part in (None, "GHA", "PRY"):
        certify(desk, part)
    assert "certificate" not in home_says(desk, language, alerts, TODAY)[0]
    happened(desk, Happening.ACKNOWLEDGED, "GHA")
    told, ways = home_says(desk, language, alerts, TODAY)
    assert "More was recorded since 2 certificates of dispatch were issued: NMIRF/2026" in told
    assert Place("distribution", meeting(desk).key) in ways
    for tongue, said in (
        (Language.FR, "consignés depuis la publication de 2 attestations d’envoi : NMIRF/2026"),
        (Language.ES, "Se han registrado otros hechos desde la publicación de 2 certificados de envío: NMIRF/2026"),
    ):
        language.switch(tongue)
        assert said in home_says(desk, language, alerts, TODAY)[0]
    language.switch(Language.EN)
    for days, there in ((365, True), (367, False)):
        said = home_says(desk, language, alerts, TODAY + datetime.timedelta(days=days))[0]
        assert ("More was recorded since" in said) is there
    desk.store.read_only = True
    assert "certificate" not in home_says(desk, language, alerts, TODAY)[0], "it cannot be issued anew"
    desk.store.read_only = False
    for part in (None, "GHA"):
        certify(desk, part)
    assert "certificate" not in home_says(desk, language, alerts, TODAY)[0]
