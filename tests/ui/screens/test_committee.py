"""The Executive Committee: appointed, replaced, vacated, coordinated, each step judged beside it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nmirf_desktop.domain.committees import SeatEnding
from nmirf_desktop.domain.functions import Role
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from tests.registers import OPENS
from tests.ui import keyboard
from tests.ui.screens.offices import finish, held, office, press, shown, texts, type_into

FOUNDED = datetime.date(2024, 5, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[CommitteeScreen]:
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen)
        yield screen


def appoint(desk: Secretariat) -> None:
    """Three States for three years, Paraguay coordinating."""
    desk.committees.appoint(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None))))
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRY")
    desk.committees.appoint_coordinator(seat.key, FOUNDED)


def states(screen: CommitteeScreen) -> list[str]:
    """The States in office, in the order shown."""
    return [line.seat.state for line in screen.list.model.rows]


def choose(screen: CommitteeScreen, state: str) -> None:
    """Select a State's seat."""
    screen.go_to(next(line.key for line in screen.list.model.rows if line.seat.state == state))


def test_without_a_committee_the_screen_teaches_and_begins(screen: CommitteeScreen) -> None:
    assert "Three to five representatives" in texts(screen)
    button = next(one for one in screen.findChildren(QPushButton) if one.isVisible())
    button.click()
    assert screen.drafts.appointment.isVisible()


def test_a_committee_is_appointed_from_the_keyboard(screen: CommitteeScreen, desk: Secretariat) -> None:
    press(screen, "Appoint a Committee")
    form = screen.drafts.appointment.form
    type_into(form.field("on").editors[0], "9 May 2024")
    for number, name in enumerate(("Paraguay", "Morocco", "Portugal"), 1):
        type_into(form.field(f"seat{number}").editors[0], name)
    finish(form.field("seat3").editors[0])
    assert sorted(states(screen)) == ["MAR", "PRT", "PRY"]
    term = desk.committees.history(OPENS).terms[0]
    assert term.period.last_day == datetime.date(2027, 5, 8)
    said = texts(screen)
    assert "Mandate from 9 May 2024 to 8 May 2027" in said
    assert "R28 Three to five seats" in said
    assert "Seats held on 24 November 2026: 3" in said


def test_a_representative_is_a_record_of_the_register_or_a_new_one(screen: CommitteeScreen, desk: Secretariat) -> None:
    ana = Person("ana", Trilingual(), "PRY", "Ana", "Sosa", emails=("ana@example.org",))
    desk.members.designate(FocalPoint("of ana", "PRY", "ana", Period(FOUNDED), voting=False), ana)
    press(screen, "Appoint a Committee")
    form = screen.drafts.appointment.form
    type_into(form.field("on").editors[0], "9 May 2024")
    assert not form.field("seat1_person").isVisible()
    for number, (name, person) in enumerate((("Paraguay", "so"), ("Morocco", "Nadia KARIMI")), 1):
        type_into(form.field(f"seat{number}").editors[0], name)
        editor = form.field(f"seat{number}_person").editors[0]
        assert editor.isVisible()
        type_into(editor, person)
        if number == 1:
            keyboard.press(screen, Qt.Key.Key_Down)
            keyboard.press(screen, Qt.Key.Key_Return)
    finish(form.field("seat2_person").editors[0])
    known = {one.person.family_name: one for one in desk.people.known(OPENS)}
    assert [held.role for held in known["Sosa"].held] == [Role.REPRESENTATIVE, Role.FOCAL_POINT]
    assert (known["Karimi"].person.given_name, known["Karimi"].person.state) == ("Nadia", "MAR")
    undo.undo(desk.store)
    assert {one.key for one in desk.people.known(OPENS)} == {"ana"}


def test_a_new_name_that_may_be_known_is_doubted_once(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    ana = Person("ana", Trilingual(), "MAR", "Ana", "Sosa")
    desk.members.designate(FocalPoint("of ana", "MAR", "ana", Period(FOUNDED)), ana)
    screen.refresh()
    choose(screen, "MAR")
    press(screen, "Representative")
    editor = screen.drafts.representation.form.field("person").editors[0]
    type_into(editor, "Ana SOSA")
    finish(editor)
    assert "may be somebody whom the register knows" in texts(screen.drafts.representation)
    assert len(desk.people.known(OPENS)) == 1
    finish(editor)
    assert len(desk.people.known(OPENS)) == 2
    assert "Ana SOSA" in texts(screen.detail)


def test_the_representative_of_a_seat_is_named_afterwards(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    ana = Person("ana", Trilingual(), "MAR", "Ana", "Sosa")
    desk.members.designate(FocalPoint("of ana", "MAR", "ana", Period(FOUNDED)), ana)
    screen.refresh()
    choose(screen, "MAR")
    press(screen, "Representative")
    type_into(screen.drafts.representation.form.field("person").editors[0], "so")
    keyboard.press(screen, Qt.Key.Key_Down)
    keyboard.press(screen, Qt.Key.Key_Return)
    finish(screen.drafts.representation.form.field("person").editors[0])
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "MAR")
    assert seat.person == "ana"
    assert screen.current_key() == seat.key


@pytest.fixture
def two(screen: CommitteeScreen, desk: Secretariat) -> CommitteeScreen:
    """A Committee in which Morocco and Portugal have a representative each, "of MAR" and "of PRT"."""
    appoint(desk)
    for seat in desk.committees.history(OPENS).seats:
        if seat.state != "PRY":
            person = Person(f"of {seat.state}", Trilingual(), seat.state, "Ana", f"Sosa {seat.state}")
            desk.members.designate(FocalPoint(f"point {seat.state}", seat.state, person.key, Period(FOUNDED)), person)
            desk.committees.represent(seat.key, person.key)
    screen.refresh()
    return screen


def represented(desk: Secretariat) -> dict[str, str | None]:
    """Who represents each State."""
    return {seat.state: seat.person for seat in desk.committees.history(OPENS).seats}


def test_a_representative_goes_to_the_seat_of_the_card_whichever_row_is_chosen_since(
    two: CommitteeScreen, desk: Secretariat
) -> None:
    before = represented(desk)
    choose(two, "MAR")
    press(two, "Representative")
    choose(two, "PRT")
    assert two.drafts.representation.isVisible()
    assert "Who represents the State · Morocco" in texts(two.detail)
    finish(two.drafts.representation.form.field("person").editors[0])
    assert represented(desk) == before
    assert two.current_key() == next(one.key for one in two.list.model.rows if one.seat.state == "MAR")


def test_what_is_recorded_of_a_seat_is_of_the_seat_of_the_card(two: CommitteeScreen, desk: Secretariat) -> None:
    choose(two, "MAR")
    press(two, "Appoint as Coordinator")
    choose(two, "PRT")
    finish(two.drafts.coordinator.form.field("on").editors[0])
    assert [one.state.iso3 for one in two.list.model.rows if one.coordinates] == ["MAR"]
    choose(two, "MAR")
    press(two, "Seat falls vacant")
    choose(two, "PRT")
    assert "The seat falls vacant · Morocco" in texts(two.detail)
    finish(two.drafts.vacancy.form.field("on").editors[0])
    assert sorted(states(two)) == ["PRT", "PRY"]
    choose(two, "PRT")
    press(two, "Replace")
    choose(two, "PRY")
    type_into(two.drafts.replacement.form.field("state").editors[0], "Switzerland")
    finish(two.drafts.replacement.form.field("state").editors[0])
    assert sorted(states(two)) == ["CHE", "PRY"]


def test_escape_keeps_a_new_name_that_was_typed(two: CommitteeScreen) -> None:
    choose(two, "PRY")
    press(two, "Representative")
    card = two.drafts.representation
    type_into(card.form.field("person").editors[0], "Zoe NEWNAME")
    card.escape()
    assert card.isVisible()
    type_into(card.form.field("person").editors[0], " ")
    card.escape()
    assert not card.isVisible()


def test_another_state_has_another_representative(two: CommitteeScreen) -> None:
    press(two, "Replace")
    form = two.drafts.replacement.form
    type_into(form.field("state").editors[0], "Morocco")
    type_into(form.field("state_person").editors[0], "so")
    keyboard.press(two, Qt.Key.Key_Down)
    keyboard.press(two, Qt.Key.Key_Return)
    assert form.field("state_person").value() == "of MAR"
    type_into(form.field("state").editors[0], "Portugal")
    assert form.field("state_person").value() is None


def test_an_appointment_without_any_state_is_refused_in_its_field(screen: CommitteeScreen, desk: Secretariat) -> None:
    press(screen, "Appoint a Committee")
    finish(screen.drafts.appointment.form.field("on").editors[0])
    assert "Name the State of one seat at least." in texts(screen.drafts.appointment)
    assert not desk.committees.history(OPENS).terms


def test_a_replacement_serves_the_remainder(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    press(screen, "Replace")
    form = screen.drafts.replacement.form
    type_into(form.field("state").editors[0], "Slovenia")
    type_into(form.field("on").editors[0], "1 March 2026")
    finish(form.field("on").editors[0])
    assert sorted(states(screen)) == ["MAR", "PRY", "SVN"]
    line = next(line for line in screen.list.model.rows if line.seat.state == "SVN")
    assert line.last_day == datetime.date(2027, 5, 8)
    assert screen.current_key() == line.key
    rows = {seat.state: row for row, seat in desk.committees.history(OPENS).by_row}
    assert rows["SVN"] == rows["PRT"]
    assert "Slovenia" in screen.years.chart.accessibleDescription()


def test_a_seat_falls_vacant_and_is_filled(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "MAR")
    press(screen, "Seat falls vacant")
    finish(screen.drafts.vacancy.form.field("on").editors[0])
    assert sorted(states(screen)) == ["PRT", "PRY"]
    assert "1 seat is vacant" in texts(screen.mandate)
    ended = next(seat for seat in desk.committees.history(OPENS).seats if seat.state == "MAR")
    assert ended.ending is SeatEnding.RESIGNATION
    press(screen, "Fill a vacant seat")
    form = screen.drafts.filling.form
    type_into(form.field("state").editors[0], "Ghana")
    finish(form.field("state").editors[0])
    assert sorted(states(screen)) == ["GHA", "PRT", "PRY"]
    assert "vacant" not in texts(screen.mandate)


def test_another_coordinator_takes_over(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    assert states(screen)[0] == "PRY"
    choose(screen, "MAR")
    press(screen, "Appoint as Coordinator")
    finish(screen.drafts.coordinator.form.field("on").editors[0])
    assert states(screen)[0] == "MAR"
    assert "Coordinator" in texts(screen.detail)


def test_what_a_rule_refuses_is_said_in_words(screen: CommitteeScreen, desk: Secretariat, alerts: Alerts) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    press(screen, "Replace")
    form = screen.drafts.replacement.form
    type_into(form.field("state").editors[0], "Slovenia")
    type_into(form.field("on").editors[0], "9 May 2024")
    finish(form.field("on").editors[0])
    assert alerts.notice is not None
    assert alerts.notice.section == "R31"
    assert screen.drafts.replacement.isVisible()


def test_after_the_mandate_the_committee_acts_and_no_seat_changes(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.show_as_of(datetime.date(2027, 6, 1))
    assert "Acting: the mandate of 9 May 2024 to 8 May 2027" in texts(screen.mandate)
    enabled = {action.label for action in screen.actions() if action.isEnabled()}
    assert enabled == {"Appoint a Committee"}


def test_the_same_in_french(screen: CommitteeScreen, desk: Secretariat, language: CurrentLanguage) -> None:
    appoint(desk)
    language.switch(Language.FR)
    screen.retranslate()
    QTest.qWait(1)
    said = texts(screen)
    assert "Mandat du 9\u00a0mai 2024 au 8\u00a0mai 2027" in said


def test_a_seat_that_is_not_held_on_the_day_says_when_it_is(
    screen: CommitteeScreen, desk: Secretariat, alerts: Alerts
) -> None:
    appoint(desk)
    (seat, *_) = desk.committees.history(OPENS).seats
    screen.show_as_of(FOUNDED - datetime.timedelta(days=1))
    screen.go_to(seat.key)
    assert alerts.notice is not None
    assert "held from 9 May 2024" in alerts.notice.what.said_in(screen.words).replace("\u00a0", " ")
