"""What is done with recipients of a dispatch: what Enter opens, the way to an address, several taken back at once."""

import datetime

from PySide6.QtCore import Qt

from nmirf_desktop.domain.dispatches import Happening, Standing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_detail import TAKE_BACK
from nmirf_desktop.ui.screens.distribution_record import Which
from tests.ui.conftest import Answers
from tests.ui.screens.offices import NOON, press, shown
from tests.ui.screens.test_distribution import desk, issue, prepare, press_key, screen, standing, told

NOW = NOON + datetime.timedelta(minutes=1)


__all__ = ["desk", "screen"]


def recipient(desk: Secretariat, state: str) -> str:
    (line,) = desk.deliveries.lines()
    return next(one.recipient.key for one in line.deliveries if one.recipient.state == state)


def some_failed(screen: DistributionScreen, desk: Secretariat, *failed: str, sent: tuple[str, ...] = ()) -> None:
    """An agenda that was prepared, of which something did not arrive; all the others are not sent yet."""
    issue(desk)
    prepare(screen)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    now = desk.deliveries.now
    desk.deliveries.happened([recipient(desk, one) for one in (*failed, *sent)], Happening.SENT, now)
    desk._clock.forward(5)  # type: ignore[attr-defined]
    desk.deliveries.happened([recipient(desk, one) for one in failed], Happening.FAILED, desk.deliveries.now)
    shown(screen, NOON.date())


def test_enter_on_what_failed_opens_the_card_for_that_one_alone(screen: DistributionScreen, desk: Secretariat) -> None:
    some_failed(screen, desk, "BRA")
    screen.detail.people.select(recipient(desk, "BRA"))
    press_key(screen.detail.people.view, Qt.Key.Key_Return)
    assert screen.detail.card.fields.which.value() is Which.CHOSEN
    assert screen.detail.card.fields.keys() == (recipient(desk, "BRA"),)


def test_an_act_is_never_meant_of_others_at_first_who_are_not_in_sight(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    some_failed(screen, desk, "BRA")
    screen.detail.standing.load(Standing.FAILED, over=True)
    screen.detail.standing.edited.emit()
    screen.detail.people.select(recipient(desk, "BRA"))
    press(screen, "They were sent …")
    assert screen.detail.card.fields.keys() == (recipient(desk, "BRA"),)


def test_enter_on_what_was_acknowledged_says_so_and_opens_nothing(
    screen: DistributionScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    some_failed(screen, desk, sent=("URY",))
    desk.deliveries.happened([recipient(desk, "URY")], Happening.ACKNOWLEDGED, desk.deliveries.now)
    shown(screen, NOON.date())
    screen.detail.people.select(recipient(desk, "URY"))
    press_key(screen.detail.people.view, Qt.Key.Key_Return)
    assert screen.detail.card.isHidden()
    assert told(alerts, language).startswith("Those chosen are recorded as sent already.")


def test_one_link_leads_from_what_did_not_arrive_to_the_address(screen: DistributionScreen, desk: Secretariat) -> None:
    some_failed(screen, desk, "BRA", sent=("URY",))
    places: list[Place] = []
    screen.asked.connect(places.append)
    screen.detail.people.select(recipient(desk, "BRA"))
    (line,) = desk.deliveries.lines()
    person = next(one.recipient.person for one in line.deliveries if one.recipient.state == "BRA")
    link = next(one for one in screen.detail.to.findChildren(LinkedText) if one.places)
    assert "Go to the address" in link.text()
    (place,) = link.places
    link.linkActivated.emit(f"{place.screen}#{place.key}")
    assert places == [Place("members", f"BRA:{person}")]
    screen.detail.people.select(recipient(desk, "URY"))
    assert not [one for one in screen.detail.to.findChildren(LinkedText) if one.isVisible() and one.places]


def back(screen: DistributionScreen) -> None:
    """Take back the first event that can be, of the recipient chosen."""
    {hit.title: hit.act for hit in screen.commands()}[TAKE_BACK]()


def test_several_that_are_chosen_are_taken_back_at_once_and_asked_once(
    screen: DistributionScreen, desk: Secretariat, answers: Answers, alerts: Alerts, language: CurrentLanguage
) -> None:
    some_failed(screen, desk, sent=("URY", "PRY", "BRA"))
    screen.detail.people.select_several([recipient(desk, one) for one in ("PRY", "URY")])
    back(screen)
    assert len(answers.asked) == 1
    assert "Uruguay" in answers.asked[0].detail
    assert "Brazil" not in answers.asked[0].detail
    assert [standing(desk, one) for one in ("URY", "PRY", "BRA")] == [
        Standing.PREPARED, Standing.PREPARED, Standing.SENT,
    ]  # fmt: skip
    assert told(alerts, language).startswith("Taken back: 2.")


def test_one_of_several_that_are_chosen_can_be_taken_back_alone_or_none(
    screen: DistributionScreen, desk: Secretariat, answers: Answers
) -> None:
    some_failed(screen, desk, sent=("URY", "PRY"))
    answers.yes = False
    screen.detail.people.select_several([recipient(desk, one) for one in ("URY", "PRY")])
    back(screen)
    assert standing(desk, "URY") is standing(desk, "PRY") is Standing.SENT
    answers.other = True
    back(screen)
    assert sorted([standing(desk, "URY"), standing(desk, "PRY")]) == [Standing.PREPARED, Standing.SENT]
