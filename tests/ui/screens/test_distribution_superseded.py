"""Who holds only a superseded version is told unasked, at Home and beside the dispatches, with the way to send it."""

import datetime

import pytest
from PySide6.QtTest import QTest

from nmirf_desktop.domain.dispatches import Channel, Function, Happening
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.home import HomeScreen
from tests.registers import said
from tests.ui.screens.offices import NOON, finish, held, shown, texts
from tests.ui.screens.test_distribution import begin, desk, issue, meeting, picked, prepare, screen
from tests.ui.screens.test_distribution_again import happened
from tests.ui.screens.test_distribution_revised import choose, revise
from tests.ui.screens.test_home import places

__all__ = ["desk", "screen"]
TODAY = NOON.date()
TWO = "2 recipients hold only a superseded version of NMIRF/2026/1"
WAY = "Send them version 2 by e-mail"


def sent(screen: DistributionScreen, desk: Secretariat, *states: str) -> None:
    """The first version went to some States."""
    issue(desk)
    prepare(screen)
    happened(desk, Happening.SENT, *states)


def told_at_home(desk: Secretariat, language: CurrentLanguage, alerts: Alerts, on: datetime.date = TODAY) -> str:
    """What Home says is missing."""
    with held(HomeScreen(desk.home, language, alerts)) as home:
        shown(home, on)
        return texts(home.missing)


def test_home_and_the_dispatches_tell_who_holds_only_the_old_version_and_lead_to_sending_it(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    sent(screen, desk, "GHA", "PRY")
    assert "superseded" not in told_at_home(desk, language, alerts)
    assert not screen.superseded.isVisible()
    revise(desk)
    screen.refresh()
    assert TWO in told_at_home(desk, language, alerts)
    assert TWO in texts(screen.superseded)
    with held(HomeScreen(desk.home, language, alerts)) as home:
        shown(home, NOON.date())
        (place,) = (one for one in places(home.missing) if "!replace" in one.key)
    assert place in places(screen.superseded)
    screen.go_to(place.key)
    form = screen.preparing.form
    assert {name for name, ticked in picked(screen).items() if ticked} == {"Ghana", "Paraguay"}
    assert form.channel.value() is Channel.TO_EACH
    assert [one.files[0].version for one in form.issued.value()] == [2]
    form.address.load("desk@example.org", over=True)
    finish(form.address.editors[0])
    assert {one.recipient.state for one in desk.deliveries.lines()[0].deliveries} == {"GHA", "PRY"}
    prepared = "2 recipients hold only a superseded version of NMIRF/2026/1 — a dispatch is prepared, and not recorded"
    assert prepared in texts(screen.superseded), "prepared is not sent"
    told = told_at_home(desk, language, alerts)
    assert "9 items are prepared, and not recorded as sent" in told, "these two, and seven of the first dispatch"
    assert "superseded" not in told, "Home says it once"
    assert [one.key for one in places(screen.superseded)] == [desk.deliveries.lines()[0].dispatch.key]
    desk._clock.forward(60)  # type: ignore[attr-defined]
    keys = [one.recipient.key for one in desk.deliveries.lines()[0].deliveries]
    desk.deliveries.happened(keys, Happening.SENT, desk.deliveries.now)
    screen.refresh()
    assert "superseded" not in told_at_home(desk, language, alerts)
    assert not screen.superseded.isVisible()


def test_for_whom_the_later_version_is_prepared_is_counted_by_itself_and_not_ticked(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    sent(screen, desk, "GHA", "PRY", "URY")
    revise(desk)
    begin(screen)
    choose(screen, 1)
    rows = {row.said_in(screen.words): row for row in screen.preparing.review.table.model.rows}
    for name in ("Ghana", "Paraguay"):
        screen.preparing._toggle(rows[name])
    finish(screen.preparing.form.address.editors[0])
    assert "2 recipients hold only a superseded version of NMIRF/2026/1" in told_at_home(desk, language, alerts)
    one, prepared = desk.dispatches.superseded(meeting(desk).key)
    assert {to.state for to in one.to} == {"GHA", "PRY"}
    assert {to.state for to in prepared.to} == {"URY"}
    screen.go_to(f"!replace:{one.issued.key}:mail")
    assert {name for name, ticked in picked(screen).items() if ticked} == {"Ghana", "Paraguay"}


def test_it_is_said_in_one_and_in_three_languages(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    sent(screen, desk, "GHA")
    revise(desk)
    assert "1 recipient holds only a superseded version of NMIRF/2026/1" in told_at_home(desk, language, alerts)
    language.switch(Language.FR)
    assert "1 destinataire n’a qu’une version remplacée de NMIRF/2026/1" in told_at_home(desk, language, alerts)
    language.switch(Language.ES)
    assert "1 destinatario solo tiene una versión sustituida de NMIRF/2026/1" in told_at_home(desk, language, alerts)


def test_nothing_is_said_where_nobody_had_it_or_where_it_did_not_arrive(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    sent(screen, desk, "GHA")
    happened(desk, Happening.FAILED, "GHA")
    revise(desk)
    assert "superseded" not in told_at_home(desk, language, alerts)
    assert desk.dispatches.superseded() == ()


def test_nothing_is_said_of_an_agenda_once_the_meeting_is_over_or_before_the_later_version_was_issued(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    sent(screen, desk, "GHA")
    before = NOON.date()
    desk._clock.forward(24 * 60)  # type: ignore[attr-defined]
    revise(desk, before + datetime.timedelta(days=1))
    over = meeting(desk).closes_on + datetime.timedelta(days=1)
    assert "superseded" in told_at_home(desk, language, alerts, meeting(desk).closes_on)
    assert "superseded" not in told_at_home(desk, language, alerts, before)
    assert "superseded" not in told_at_home(desk, language, alerts, over)


def test_a_way_by_which_nobody_has_it_opens_the_card_all_the_same(
    screen: DistributionScreen, desk: Secretariat
) -> None:
    sent(screen, desk, "GHA")
    revise(desk)
    (one,) = desk.dispatches.superseded()
    assert one.said_in(screen.words) == "1 recipient holds only a superseded version of NMIRF/2026/1"
    screen.go_to(f"!replace:{one.issued.key}:mail")
    assert screen.preparing.open
    screen.preparing.card.leave.click()
    screen.go_to(f"!replace:{one.issued.key}:post")  # of which there is nobody any more
    assert screen.preparing.open


def alternate(desk: Secretariat, name: str, until: datetime.date | None = None) -> None:
    """An alternate of the focal point of Ghana, until a day."""
    own = Person(new_key(), said(name), "GHA", language=Language.EN, emails=(f"{name.lower()}@example.org",))
    term = Period(datetime.date(2024, 5, 8), until)
    desk.members.designate(FocalPoint(new_key(), "GHA", own.key, term, False, alternate=True), own)


def names(desk: Secretariat) -> list[str]:
    """Who is told to hold only a superseded version."""
    return [to.name for one in desk.dispatches.superseded() for to in one.to]


def test_of_several_in_a_function_who_left_it_is_not_among_them(screen: DistributionScreen, desk: Secretariat) -> None:
    """Yaw who stays an alternate holds no place of Ama's, to whom nothing can be sent any more."""
    issue(desk)
    alternate(desk, "Ama", TODAY + datetime.timedelta(days=2))
    alternate(desk, "Yaw")
    begin(screen)
    screen.preparing.form.choose(Selection(frozenset({Capacity.MEMBER}), frozenset({Function.ALTERNATE})))
    finish(screen.preparing.form.address.editors[0])
    happened(desk, Happening.SENT, "GHA")
    desk._clock.forward(24 * 60)  # type: ignore[attr-defined]
    revise(desk, TODAY + datetime.timedelta(days=1))
    assert sorted(names(desk)) == ["Ama", "Yaw"]
    desk._clock.forward(24 * 60)  # type: ignore[attr-defined]
    screen.show_as_of(TODAY + datetime.timedelta(days=2))
    assert names(desk) == ["Yaw"]
    (one,) = desk.dispatches.superseded()
    screen.go_to(f"!replace:{one.issued.key}:mail")
    finish(screen.preparing.form.address.editors[0])
    assert [one.recipient.name for one in desk.deliveries.lines()[0].deliveries] == ["Yaw"]
    (prepared,) = desk.dispatches.superseded()
    assert prepared.prepared == desk.deliveries.lines()[0].dispatch.key


def test_where_nothing_can_be_recorded_neither_home_nor_the_dispatches_offer_to_send_it(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    sent(screen, desk, "GHA", "PRY")
    revise(desk)
    assert TWO in told_at_home(desk, language, alerts)
    desk.store.read_only = True
    screen.refresh()
    assert not screen.superseded.isVisible()
    assert "superseded" not in told_at_home(desk, language, alerts)
    desk.store.read_only = False


@pytest.mark.parametrize("tongue", list(Language))
def test_the_window_with_it_is_looked_at(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, tongue: Language
) -> None:
    """The row and its way have their place above the dispatches in each language."""
    sent(screen, desk, "GHA", "PRY")
    revise(desk)
    language.switch(tongue)
    screen.refresh()
    QTest.qWait(30)
    (row,) = [one for one in screen.superseded.findChildren(LinkedText) if one.places]
    assert row.isVisible()
    assert row.height() >= row.heightForWidth(row.width())
    assert screen.superseded.rect().contains(row.mapTo(screen.superseded, row.rect().bottomRight()))
    assert screen.list.height() > screen.superseded.height()
