"""What a Committee lacks is said at its head, with the way to mend it; what cannot be done now says why."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from nmirf_desktop.domain.committee_acts import CorrectingSeat, SteppingDown, Vacating
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, appointing, coordinating
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

BEGAN, ON = datetime.date(2024, 5, 9), datetime.date(2026, 11, 24)
STATES = (("PRY", None), ("MAR", None), ("PRT", None))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        secretariat.committees.record(appointing(Appointment(BEGAN, STATES)))
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[CommitteeScreen]:
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen, ON)
        yield screen


def offered(screen: CommitteeScreen, label: str) -> None:
    """Take a way that is offered at the head."""
    ways = screen._ways()
    next(one for way in (ways.filling, ways.choosing, ways.deciding) for one in way if one.label == label).act()


def action(screen: CommitteeScreen, label: str) -> Action:
    return next(one for one in screen.actions() if one.label == label)


def test_a_vacant_seat_is_a_row_that_leads_to_filling_it(screen: CommitteeScreen, desk: Secretariat) -> None:
    seat = next(one for one in desk.committees.history(ON).seats if one.state == "MAR")
    desk.committees.record(Vacating(seat.key, datetime.date(2026, 3, 1)))
    screen.refresh()
    line = screen.list.model.rows[-1]
    assert (line.vacant, line.seat.state) == (True, "MAR")
    bar = next(one for one in screen.years.chart._seats if one.kind == "vacant")
    screen.years.chart.asked.emit(bar)
    assert screen.drafts.filling.isVisible()
    assert screen.drafts.filling.name == "Fill the vacant seat – Morocco"
    assert "Vacant, after Morocco" in texts(screen.detail)
    assert not action(screen, "Replace").isEnabled()
    screen.drafts.filling.close_up()
    offered(screen, "Fill a vacant seat")
    assert screen.drafts.filling.isVisible()
    type_into(screen.drafts.filling.form.field("state").editors[0], "Ghana")
    finish(screen.drafts.filling.form.field("state").editors[0])
    assert not [one for one in screen.list.model.rows if one.vacant]


def two_vacant(screen: CommitteeScreen, desk: Secretariat) -> None:
    for seat in desk.committees.history(ON).seats:
        if seat.state in ("PRY", "PRT"):
            desk.committees.record(Vacating(seat.key, datetime.date(2026, 3, 1)))
    screen.refresh()


def filled_by_ghana(screen: CommitteeScreen) -> list[str]:
    """The States whose seats stay vacant once Ghana takes one."""
    field = screen.drafts.filling.form.field("state")
    type_into(field.editors[0], "Ghana")
    finish(field.editors[0])
    return [one.seat.state for one in screen.list.model.rows if one.vacant]


def test_the_vacant_seat_that_was_chosen_is_the_one_that_is_filled(screen: CommitteeScreen, desk: Secretariat) -> None:
    two_vacant(screen, desk)
    line = next(one for one in screen.list.model.rows if one.vacant and one.seat.state == "PRT")
    screen.list.select(line.key)
    screen.list.opened.emit(line)
    card = screen.drafts.filling
    assert card.name == "Fill the vacant seat – Portugal"
    assert card.form.first_field() is card.form.field("state")
    assert filled_by_ghana(screen) == ["PRY"]


def test_where_several_seats_are_vacant_and_none_is_chosen_the_card_asks_which(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    two_vacant(screen, desk)
    screen.list.select(next(one.key for one in screen.list.model.rows if not one.vacant))
    press(screen, "Fill a vacant seat")
    card = screen.drafts.filling
    assert card.name == "Fill the vacant seat"
    choice = card.form.field("vacant").editors[0]
    assert isinstance(choice, QComboBox)
    assert [choice.itemText(row) for row in range(choice.count())] == [
        "Paraguay, since 1 March 2026", "Portugal, since 1 March 2026",
    ]  # fmt: skip
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert filled_by_ghana(screen) == ["PRY"]


def test_vacant_seats_are_told_apart_also_where_the_list_is_narrow(screen: CommitteeScreen, desk: Secretariat) -> None:
    for seat in desk.committees.history(ON).seats:
        if seat.state in ("MAR", "PRT"):
            desk.committees.record(Vacating(seat.key, datetime.date(2026, 3, 1)))
    screen.refresh()
    model = screen.list.model
    brief = [model.brief(model.index(row, 0)) for row, line in enumerate(model.rows) if line.vacant]
    assert sorted(brief) == ["Vacant (Morocco)", "Vacant (Portugal)"]


def test_another_seat_is_shown_from_its_states_name_on(screen: CommitteeScreen) -> None:
    screen.resize(1200, 400)
    QApplication.processEvents()
    first, second = (one.key for one in screen.list.model.rows[:2])
    screen.list.select(first)
    bar = screen.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    read_at = bar.value()
    assert read_at > 0
    screen.refresh()
    assert bar.value() == read_at, "the same seat stays where it is read"
    screen.list.select(second)
    assert bar.value() == 0


@pytest.mark.parametrize(("width", "said"), [(1280, Language.EN), (1280, Language.ES), (1440, Language.EN)])
def test_who_holds_a_seat_is_named_whole_before_what_stands_beside_it(
    screen: CommitteeScreen, desk: Secretariat, language: CurrentLanguage, width: int, said: Language
) -> None:
    seat = next(one for one in desk.committees.history(ON).seats if one.state == "MAR")
    desk.committees.record(Vacating(seat.key, datetime.date(2026, 3, 1)))
    for seat, state in zip(desk.committees.history(ON).seats, ("VCT", "MAR", "MDA"), strict=True):
        desk.committees.record(CorrectingSeat(replace(seat, state=state)))
    language.switch(said)
    screen.refresh()
    screen.resize(width - 210, 800)
    QApplication.processEvents()
    assert screen.list.view.horizontalHeader().sectionSize(0) >= screen.list.columns._needed(0)


def test_where_a_column_of_the_seats_has_no_room_it_can_be_chosen_all_the_same(screen: CommitteeScreen) -> None:
    header = screen.list.view.horizontalHeader()
    function = next(n for n, one in enumerate(screen.list.model.columns) if one.title == "Function")
    assert not header.isSectionHidden(function)
    assert not screen.list._choose.isVisible(), "nothing is left out: nothing stands above the seats"
    screen.resize(800, 800)
    QApplication.processEvents()
    assert header.isSectionHidden(function)
    assert screen.list._choose.isVisible()
    last = screen.list.view.visualRect(screen.list.model.index(len(screen.list.model.rows) - 1, 0))
    assert screen.list.view.viewport().rect().contains(last.center()), "no seat is pushed out of sight"
    tick = next(one for one in screen.list.columns_menu().actions() if one.text() == "Function")
    assert not tick.isChecked()
    tick.setChecked(True)
    QApplication.processEvents()
    assert not header.isSectionHidden(function)


def test_r34_without_a_coordinator_the_head_says_so(screen: CommitteeScreen, desk: Secretariat) -> None:
    assert "Nobody is Coordinator" in texts(screen.mandate)
    offered(screen, "Appoint as Coordinator")
    assert screen.drafts.coordinator.isVisible()
    finish(screen.drafts.coordinator.form.field("on").editors[0])
    assert "Nobody is Coordinator" not in texts(screen.mandate)


def test_r34_nobody_steps_down_on_the_first_day(desk: Secretariat) -> None:
    seat = desk.committees.history(ON).seats[0]
    act = coordinating(seat, BEGAN)
    desk.committees.record(act)
    with pytest.raises(Refusal) as refused:
        desk.committees.record(SteppingDown(act.coordination.key, BEGAN))
    assert refused.value.section == "R34"
    assert "The Coordinator began on 9 May 2024 and cannot step down" in refused.value.said_in(catalog(Language.EN))


def test_what_was_vacant_when_the_mandate_ended_asks_for_nothing(screen: CommitteeScreen, desk: Secretariat) -> None:
    seat = next(one for one in desk.committees.history(ON).seats if one.state == "MAR")
    desk.committees.record(Vacating(seat.key, datetime.date(2026, 3, 1)))
    screen.refresh()
    assert "1 seat is vacant" in texts(screen.mandate)
    screen.show_as_of(datetime.date(2027, 6, 1))
    said = texts(screen.mandate)
    assert "1 seat is vacant" not in said
    assert "1 seat was vacant at the end of the mandate." in said


def test_what_an_acting_committee_cannot_do_says_why(screen: CommitteeScreen) -> None:
    assert "mandate has ended" not in action(screen, "Replace").toolTip()
    shown(screen, datetime.date(2027, 6, 1))
    for label in ("Replace", "Fill a vacant seat", "Step down as Coordinator"):
        assert not action(screen, label).isEnabled()
        assert "The mandate has ended: an acting Committee stays as it is" in action(screen, label).toolTip()


def test_an_appointment_that_lies_ahead_is_said_to_be_to_come(
    screen: CommitteeScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    press(screen, "Appoint a Committee")
    form = screen.drafts.appointment.form
    type_into(form.field("on").editors[0], "9 May 2127")
    for number, name in enumerate(("Paraguay", "Morocco", "Portugal"), 1):
        type_into(form.field(f"seat{number}").editors[0], name)
    finish(form.field("on").editors[0])
    assert alerts.notice is not None
    assert "9 May 2127 lies ahead: this is recorded as to come." in alerts.notice.what.said_in(language.words)


@pytest.mark.parametrize("label", ["Strike out the seat", "Strike out the mandate", "Strike out the coordination"])
def test_what_is_struck_out_goes_now_also_where_the_day_shown_lies_ahead(
    label: str, screen: CommitteeScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    began = datetime.date(2127, 5, 9)
    act = appointing(Appointment(began, STATES))
    desk.committees.record(act)
    desk.committees.record(coordinating(act.seats[0], began))
    shown(screen, datetime.date(2128, 5, 9))
    press(screen, label)
    finish(next(card for card in screen.drafts.cards if card.isVisible()).verb)
    assert alerts.notice is not None
    said = alerts.notice.what.said_in(language.words)
    assert "struck out" in said
    assert "lies ahead" not in said


def test_r32_the_missing_decision_is_recorded_from_the_head(screen: CommitteeScreen, desk: Secretariat) -> None:
    assert "The decision by which" not in texts(screen.mandate)
    (meeting,) = desk.meetings.list()
    states = (*STATES, ("CHE", None))
    desk.committees.record(appointing(Appointment(meeting.opens_on, states, meeting.key)))
    screen.refresh()
    assert "The decision by which the meeting appointed the Committee is not recorded (R32)." in texts(screen.mandate)
    offered(screen, "Record the decision")
    card = screen.drafts.term
    assert card.isVisible()
    assert "No decision of this meeting is recorded yet. It is recorded in the session" in texts(card)
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    link = next(one for one in card.findChildren(LinkedText) if one.isVisible() and one.places)
    link.linkActivated.emit(f"session#{meeting.key}")
    assert asked == [Place("session", meeting.key)]
