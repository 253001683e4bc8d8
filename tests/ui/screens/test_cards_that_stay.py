"""A card that is filled in keeps its State before the eyes, and whoever was recorded stays selected and in sight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.members_list import Shown
from tests.registers import OPENS
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MembersScreen]:
    with held(MembersScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    """What the banner says."""
    return alerts.notice.what.said_in(language.words) if alerts.notice is not None else ""


def tick_both(screen: MembersScreen) -> None:
    """Tick the two elements of the letter that is being written down, by the keyboard."""
    for field in (screen.detail.status._letters.interest, screen.detail.status._letters.adoption):
        QTest.keyClick(field.editors[0], Qt.Key.Key_Space)
    QApplication.processEvents()


def in_sight(screen: MembersScreen) -> bool:
    """Whether the current row is within the list's window."""
    view = screen.list.view
    return view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_a_card_that_is_filled_in_stays_with_its_state_while_the_list_is_filtered(
    screen: MembersScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    screen.list.select("AFG")
    press(screen, "Record a communication")
    tick_both(screen)
    type_into(screen.list._line, "keny")
    assert screen.list.current is not None
    assert screen.list.current.key == "KEN"
    assert screen.detail.status.letter.isVisible()
    assert "Record a communication – Afghanistan" in texts(screen.detail)
    assert "A card of Afghanistan is filled in" in told(alerts, language)
    finish(screen.detail.status._letters.received.editors[0])
    file = desk.members.file("AFG", OPENS)
    assert file.membership(OPENS) is not None
    assert not desk.members.file("KEN", OPENS).communications
    assert screen.list.current.key == "AFG"
    assert "Afghanistan: member from" in told(alerts, language)


def test_a_card_that_is_left_gives_way_to_the_state_that_is_selected(
    screen: MembersScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    screen.list.select("AFG")
    press(screen, "Record a communication")
    tick_both(screen)
    screen.list.select("KEN")
    press(screen, "Designate a focal point") if screen._point.isEnabled() else press(screen, "Record a communication")
    assert "Record a communication – Afghanistan" in texts(screen.detail)
    assert screen.detail.status._letters.interest.value()
    screen.detail.status.letter.leave.click()
    assert "Kenya" in texts(screen.detail)
    assert not screen.detail.at_work
    assert not told(alerts, language)


def test_a_card_that_is_not_filled_in_goes_with_its_state(screen: MembersScreen) -> None:
    screen.list.select("AFG")
    press(screen, "Record a communication")
    screen.list.select("KEN")
    assert not screen.detail.at_work
    assert "Kenya" in texts(screen.detail)


def test_what_is_filled_in_is_not_emptied_by_the_same_key_again(screen: MembersScreen) -> None:
    screen.list.select("KEN")
    press(screen, "Record a communication")
    tick_both(screen)
    press(screen, "Record a communication")
    assert screen.detail.status._letters.interest.value()
    assert "The card stays open" in texts(screen.detail.status.letter)


def test_the_founders_recorded_stay_selected_and_the_filter_goes_back(screen: MembersScreen, desk: Secretariat) -> None:
    screen.go_to("!founders")
    assert screen.filters.shown.value() is Shown.NEITHER
    screen.list.select_several(("PER", "KEN"))
    screen._begin_founders()
    finish(screen.bulk.founding.kind.editors[0])
    assert {line.key for line in screen.list.chosen} == {"KEN", "PER"}
    assert screen.filters.shown.value() is None
    assert in_sight(screen)
    joined = desk.members.file("KEN", OPENS).membership(OPENS)
    assert joined is not None
    assert joined.kind is MembershipKind.MEMBER


def test_a_state_recorded_under_a_filter_that_hides_it_now_stays_in_sight(screen: MembersScreen) -> None:
    screen.filters.shown.load(Shown.NEITHER, over=True)
    screen._choose()
    screen.list.select("KEN")
    press(screen, "Record a communication")
    tick_both(screen)
    finish(screen.detail.status._letters.received.editors[0])
    assert screen.list.current is not None
    assert screen.list.current.key == "KEN"
    assert in_sight(screen)
    assert "Kenya" in texts(screen.detail)


def test_a_filter_that_is_cleared_leaves_the_selected_state_in_sight(screen: MembersScreen) -> None:
    type_into(screen.list._line, "togo")
    QTest.keyClick(screen.list._line, Qt.Key.Key_Escape)
    QTest.qWait(10)
    assert screen.list.current is not None
    assert screen.list.current.key == "TGO"
    assert len(screen.list.model.rows) == 193
    assert in_sight(screen)


def test_another_size_of_text_leaves_the_selected_state_in_sight(screen: MembersScreen) -> None:
    screen.list.select("TGO")
    font = screen.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    screen.setFont(font)
    QTest.qWait(10)
    assert in_sight(screen)
