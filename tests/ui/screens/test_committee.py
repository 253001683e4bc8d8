"""The Executive Committee: appointed, replaced, vacated, coordinated, each step judged beside it."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nmirf_desktop.domain.committee_acts import Vacating
from nmirf_desktop.domain.committee_years import rows
from nmirf_desktop.domain.committees import AppointingBody, SeatEnding
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.functions import Role
from nmirf_desktop.domain.meetings import is_network_meeting
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment, appointing, coordinating, replacing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.committee_drafts import Card
from nmirf_desktop.ui.screens.committee_forms import Beginning
from tests.registers import OPENS, statements
from tests.ui import keyboard
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

FOUNDED = datetime.date(2024, 5, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[CommitteeScreen]:
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def appoint(desk: Secretariat, body: AppointingBody = AppointingBody.COMMITTEE) -> None:
    """Three States for three years, Paraguay coordinating."""
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRY")
    desk.committees.record(coordinating(seat, FOUNDED, body))


def test_who_coordinates_has_the_full_star_of_the_chart(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    mark = screen.list.model.columns[0].mark
    assert mark is not None
    (shape,) = (one for line in screen.list.model.rows if (one := mark(line)) is not None)
    picture = shape.picture()
    assert picture is not None
    assert picture.toImage().pixelColor(picture.rect().center()).alpha() == 255


def states(screen: CommitteeScreen) -> list[str]:
    """The States in office, in the order shown."""
    return [line.seat.state for line in screen.list.model.rows if not line.vacant]


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
    wanted = (("Paraguay", "so"), ("Morocco", "Nadia KARIMI"))
    for number, (name, _) in enumerate(wanted, 1):
        type_into(form.field(f"seat{number}").editors[0], name)
    for number, (_, person) in enumerate(wanted, 1):
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


def test_states_are_typed_one_after_the_other_and_no_field_slips_in(screen: CommitteeScreen) -> None:
    press(screen, "Appoint a Committee")
    form = screen.drafts.appointment.form
    fields = [form.field(f"seat{number}") for number in range(1, 6)]
    before = [field.mapTo(form, QPoint()).y() for field in fields]
    fields[0].editors[0].setFocus()
    for name in ("Paraguay", "Morocco", "Portugal"):
        keyboard.write(screen, name)
        keyboard.press(screen, Qt.Key.Key_Tab)
        QApplication.processEvents()
        assert [field.mapTo(form, QPoint()).y() for field in fields] == before
    assert [field.value() for field in fields] == ["PRY", "MAR", "PRT", None, None]
    people = [form.field(f"seat{number}_person") for number in range(1, 6)]
    assert [person.isVisible() for person in people] == [True, True, True, False, False]
    assert [person.editors[0].accessibleName() for person in people[:3]] == [
        "Representative: Paraguay", "Representative: Morocco", "Representative: Portugal",
    ]  # fmt: skip


def test_a_new_name_is_said_to_be_new_and_a_state_is_nobodys_name(screen: CommitteeScreen, desk: Secretariat) -> None:
    press(screen, "Appoint a Committee")
    form = screen.drafts.appointment.form
    type_into(form.field("on").editors[0], "9 May 2024")
    type_into(form.field("seat1").editors[0], "Paraguay")
    person = form.field("seat1_person").editors[0]
    type_into(person, "Albanie")
    finish(person)
    assert desk.committees.history(OPENS).terms == ()
    assert "“Albanie” is a State" in texts(form)
    type_into(person, "Nadia KARIMI")
    keyboard.press(screen, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert "Nobody in the register has this name: a new record is made." in texts(form)


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
    type_into(two.drafts.representation.form.field("person").editors[0], "Nadia KARIMI")
    choose(two, "PRT")
    assert two.drafts.representation.isVisible()
    assert "Who represents the State – Morocco" in texts(two.detail)
    finish(two.drafts.representation.form.field("person").editors[0])
    after = represented(desk)
    assert {state for state in after if after[state] != before[state]} == {"MAR"}
    assert two.current_key() == next(one.key for one in two.list.model.rows if one.seat.state == "MAR")


def test_what_is_recorded_of_a_seat_is_of_the_seat_of_the_card(two: CommitteeScreen, desk: Secretariat) -> None:
    choose(two, "MAR")
    press(two, "Appoint as Coordinator")
    type_into(two.drafts.coordinator.form.field("on").editors[0], "23 November 2026")
    choose(two, "PRT")
    finish(two.drafts.coordinator.form.field("on").editors[0])
    assert [one.state.iso3 for one in two.list.model.rows if one.coordinates] == ["MAR"]
    choose(two, "MAR")
    press(two, "Seat falls vacant")
    type_into(two.drafts.vacancy.form.field("on").editors[0], "23 November 2026")
    choose(two, "PRT")
    assert "The seat falls vacant – Morocco" in texts(two.detail)
    finish(two.drafts.vacancy.form.field("on").editors[0])
    assert sorted(states(two)) == ["PRT", "PRY"]
    choose(two, "PRT")
    press(two, "Replace")
    type_into(two.drafts.replacement.form.field("state").editors[0], "Switzerland")
    choose(two, "PRY")
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
    placed = rows(desk.committees.history(OPENS).records)
    rows_of = {seat.state: placed[seat.key] for seat in desk.committees.history(OPENS).seats}
    assert rows_of["SVN"] == rows_of["PRT"]
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


def test_the_seat_chosen_is_chosen_again_after_an_undo(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    seat = screen.current_key()
    press(screen, "Seat falls vacant")
    finish(screen.drafts.vacancy.form.field("on").editors[0])
    assert screen.list.current is not None
    assert screen.list.current.vacant, "the seat stays in sight, to be filled"
    undo.undo(desk.store)
    assert screen.current_key() == seat
    press(screen, "Replace")
    type_into(screen.drafts.replacement.form.field("state").editors[0], "Slovenia")
    finish(screen.drafts.replacement.form.field("state").editors[0])
    undo.undo(desk.store)
    assert screen.current_key() == seat, "who gave way to the successor, not the first of the list"
    undo.redo(desk.store)
    assert screen.list.current is not None
    assert screen.list.current.seat.state == "SVN"


def test_a_seat_whose_appointment_is_undone_while_its_card_is_open_does_not_fall_vacant(
    screen: CommitteeScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
    screen.refresh()
    press(screen, "Seat falls vacant")
    card = screen.drafts.vacancy
    type_into(card.form.field("on").editors[0], "20 November 2026")
    undo.undo(desk.store)
    type_into(card.form.field("on").editors[0], "21 November 2026")
    assert "was taken back meanwhile: nothing was recorded" in texts(card)
    finish(card.form.field("on").editors[0])
    assert alerts.notice is not None
    assert "was taken back meanwhile: nothing was recorded" in alerts.notice.what.said_in(language.words)


def test_what_a_card_records_is_read_once(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    seat = screen.current_key()
    with statements(desk.store) as by_itself:
        desk.committees.record(Vacating(seat, OPENS))
    undo.undo(desk.store)
    press(screen, "Seat falls vacant")
    with statements(desk.store) as by_card:
        finish(screen.drafts.vacancy.form.field("on").editors[0])
    assert sorted(states(screen)) == ["MAR", "PRY"]
    assert len(by_card) == len(by_itself)


def test_a_row_chosen_by_hand_since_stays_chosen(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    press(screen, "Seat falls vacant")
    finish(screen.drafts.vacancy.form.field("on").editors[0])
    QTest.keyClick(screen.list.view, Qt.Key.Key_Down)
    chosen = screen.current_key()
    undo.undo(desk.store)
    assert screen.current_key() == chosen


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


def test_after_the_mandate_the_committee_acts_and_its_seats_are_only_corrected(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.show_as_of(datetime.date(2027, 6, 1))
    assert "Acting: the mandate of 9 May 2024 to 8 May 2027" in texts(screen.mandate)
    enabled = {action.label for action in screen.actions() if action.isEnabled()}
    assert enabled == {
        "Appoint a Committee", "Correct the mandate", "Correct the seat", "Strike out the seat",
        "Strike out the mandate",
    }  # fmt: skip


def test_a_text_is_put_in_silence_from_the_box_of_commands(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    next(one for one in screen.commands() if one.title == "Put a text under the silence procedure").act()
    assert screen.silences.put.isVisible()


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


# ---- the coordinator's year ----


def open_card(screen: CommitteeScreen, label: str, card: Card) -> Form:
    """Open a card by its action; its form."""
    press(screen, label)
    assert card.isVisible()
    return card.form


def test_a_card_says_live_what_each_rule_would_say(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    form = open_card(screen, "Replace", screen.drafts.replacement)
    assert "shown here once the card says who and when" in texts(screen.drafts.replacement)
    type_into(form.field("state").editors[0], "Ghana")
    said = texts(screen.drafts.replacement)
    assert "R29 Different geographical regions" in said
    assert "Regional groups: 3 → 2" in said
    assert "As before: " in said
    type_into(form.field("state").editors[0], "Slovenia")
    said = texts(screen.drafts.replacement)
    assert "Regional groups: Western European and other States → Eastern European States" in said
    assert "States in the Committee: Portugal → Slovenia" in said
    assert len(desk.committees.history(OPENS).seats) == 3


def test_a_card_says_which_rule_is_kept_with_a_remark_as_before(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk, AppointingBody.MEETING)
    screen.refresh()
    choose(screen, "PRT")
    form = open_card(screen, "Replace", screen.drafts.replacement)
    type_into(form.field("state").editors[0], "Slovenia")
    said = texts(screen.drafts.replacement)
    line = next(one for one in said.splitlines() if one.startswith("As before: "))
    assert line.endswith("; R34: Kept, with a remark")


def test_a_vacancy_says_which_rule_would_not_be_kept_and_what_to_do(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "MAR")
    open_card(screen, "Seat falls vacant", screen.drafts.vacancy)
    said = texts(screen.drafts.vacancy)
    assert "R28 Three to five seats: Kept → Not kept" in said
    assert "Seats: 3 → 2" in said
    assert "Fill the vacant seats" in said
    keyboard.press(screen, Qt.Key.Key_Escape)
    assert not screen.drafts.vacancy.isVisible()


def test_what_stands_in_the_way_is_said_in_the_card_and_gone_to(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    card = screen.drafts.replacement
    type_into(open_card(screen, "Replace", card).field("state").editors[0], "Morocco")
    assert "Morocco: holds a seat from 9 May 2024 already" in texts(card).replace("\u00a0", " ")
    link = next(one for one in card.findChildren(LinkedText) if one.isVisible() and one.places)
    link.linkActivated.emit(f"committee#{link.places[0].key}")
    assert screen.list.current is not None
    assert screen.list.current.seat.state == "MAR"


def test_r28_a_state_named_twice_in_one_card_is_told_by_name_and_leads_nowhere(screen: CommitteeScreen) -> None:
    form = open_card(screen, "Appoint a Committee", screen.drafts.appointment)
    for number, name in enumerate(("Morocco", "Paraguay", "Morocco"), 1):
        type_into(form.field(f"seat{number}").editors[0], name)
    card = screen.drafts.appointment
    assert "Morocco: named for two seats" in texts(card)
    assert not [one for one in card.findChildren(LinkedText) if one.isVisible() and one.places]


def test_r30_a_committee_that_would_cut_short_the_one_in_office_says_so(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.refresh()
    card = screen.drafts.appointment
    form = open_card(screen, "Appoint a Committee", card)
    for number, name in enumerate(("Ghana", "Slovenia", "Brazil"), 1):
        type_into(form.field(f"seat{number}").editors[0], name)
    assert "What the rules would say on 9 May 2027" in texts(card).replace("\u00a0", " ")
    assert "not over by then" not in texts(card)
    QTest.keyClick(form.field("starts").editors[0], Qt.Key.Key_Up)
    said = texts(card).replace("\u00a0", " ")
    assert "The mandate from 9 May 2024 to 8 May 2027 is not over by then" in said
    assert "would leave their seats on 23 November 2026 already" in said


def test_a_mandate_appointed_when_the_one_in_office_is_over_does_not_begin_before(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.refresh()
    form = open_card(screen, "Appoint a Committee", screen.drafts.appointment)
    type_into(form.field("on").editors[0], "10 May 2027")
    starts = form.field("starts")
    assert isinstance(starts, ChoiceField)
    assert starts.values == (Beginning.APPOINTED, Beginning.OTHER)


def test_a_day_before_the_first_committee_is_told_from_a_register_without_one(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    assert "No Executive Committee is recorded yet" in texts(screen.list)
    appoint(desk)
    shown(screen, datetime.date(2024, 5, 8))
    assert "No Executive Committee was in office on the day shown" in texts(screen.list)
    assert "No Executive Committee is recorded yet" not in texts(screen)


def test_the_day_follows_from_the_decision_and_the_mandate_from_the_one_in_office(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    (meeting, *_) = (one for one in desk.meetings.list() if is_network_meeting(one))
    decision = adopted(desk, meeting.key)
    screen.refresh()
    form = open_card(screen, "Appoint a Committee", screen.drafts.appointment)
    meetings, decisions = (form.field(name).editors[0] for name in ("meeting", "decision"))
    assert not decisions.isVisible()
    QTest.keyClick(meetings, Qt.Key.Key_Down)
    assert decisions.isVisible()
    QTest.keyClick(decisions, Qt.Key.Key_Down)
    assert form.field("on").value() == decision.adopted_on
    assert form.field("starts").value() is Beginning.AFTER
    for number, name in enumerate(("Ghana", "Slovenia", "Brazil"), 1):
        type_into(form.field(f"seat{number}").editors[0], name)
    finish(form.field("seat3").editors[0])
    (_, term) = sorted(desk.committees.history(OPENS).terms, key=lambda one: one.appointed_on)
    assert (term.meeting, term.decision, term.appointed_on) == (meeting.key, decision.key, decision.adopted_on)
    assert term.period.start == datetime.date(2027, 5, 9)
    assert "The next Committee is recorded: in office from 9 May 2027" in texts(screen.mandate).replace("\u00a0", " ")


def adopted(desk: Secretariat, meeting: str) -> Decision:
    """A decision of a meeting, by consensus."""
    (item, *_) = desk.agendas.items(meeting)
    desk.sittings.all_arrive(meeting)
    title, text = (Trilingual.final(word, word, word) for word in ("Committee", "Decides"))
    proposal = desk.proposals.propose(meeting, item.item.key, title, text)
    return desk.proposals.adopt_by_consensus(proposal.key)


def test_a_mandate_entered_with_a_wrong_day_is_corrected_with_its_seats(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.refresh()
    form = open_card(screen, "Correct the mandate", screen.drafts.term)
    type_into(form.field("begins").editors[0], "10 May 2024")
    finish(form.field("begins").editors[0])
    history = desk.committees.history(OPENS)
    began = [one.period.start for one in history.terms] + [one.period.start for one in history.seats]
    led = history.coordinations[0]
    assert {*began, led.period.start, led.appointed_on} == {datetime.date(2024, 5, 10)}
    assert undo.undo(desk.store) == "correct the mandate of the Committee"


def test_r34_a_mandate_that_is_corrected_to_an_earlier_day_had_its_coordinator_from_then_on(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    wrong = datetime.date(2024, 9, 9)
    desk.committees.record(appointing(Appointment(wrong, (("PRY", None), ("MAR", None), ("PRT", None)))))
    desk.committees.record(coordinating(desk.committees.history(OPENS).seats[0], wrong))
    screen.refresh()
    form = open_card(screen, "Correct the mandate", screen.drafts.term)
    for name in ("on", "begins"):
        type_into(form.field(name).editors[0], "9 June 2024")
    finish(form.field("begins").editors[0])
    (judged,) = (one for one in desk.compliance.check(datetime.date(2024, 7, 1)) if one.rule == "R34")
    assert judged.state is FindingState.KEPT


def test_the_decision_is_linked_when_it_is_recorded_later(screen: CommitteeScreen, desk: Secretariat) -> None:
    (meeting, *_) = (one for one in desk.meetings.list() if is_network_meeting(one))
    desk.committees.record(appointing(Appointment(OPENS, (("PRY", None), ("MAR", None), ("PRT", None)), meeting.key)))
    decision = adopted(desk, meeting.key)
    screen.refresh()
    assert "without a recorded decision of that meeting" in texts(screen.detail)
    form = open_card(screen, "Correct the mandate", screen.drafts.term)
    QTest.keyClick(form.field("decision").editors[0], Qt.Key.Key_Down)
    assert "R32 Appointed during a meeting of the Network: Not kept → Kept" in texts(screen.drafts.term)
    finish(form.field("decision").editors[0])
    assert desk.committees.history(OPENS).terms[0].decision == decision.key


def test_a_seat_is_corrected_and_one_entered_by_mistake_is_struck_out(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    form = open_card(screen, "Correct the seat", screen.drafts.seat)
    type_into(form.field("state").editors[0], "Slovenia")
    type_into(form.field("until").editors[0], "1 March 2028")
    assert "A seat lies within the mandate" in texts(screen.drafts.seat)
    type_into(form.field("until").editors[0], "1 March 2027")
    finish(form.field("until").editors[0])
    assert sorted(states(screen)) == ["MAR", "PRY", "SVN"]
    line = next(line for line in screen.list.model.rows if line.seat.state == "SVN")
    assert (line.seat.period.last_day, line.seat.ending) == (datetime.date(2027, 3, 1), SeatEnding.RESIGNATION)
    open_card(screen, "Strike out the seat", screen.drafts.strike)
    assert "Seats: 3 → 2" in texts(screen.drafts.strike)
    finish(screen.drafts.strike.verb)
    assert sorted(states(screen)) == ["MAR", "PRY"]


def test_a_coordinator_steps_down_and_a_coordination_is_corrected(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    form = open_card(screen, "Correct the coordination", screen.drafts.coordination)
    type_into(form.field("on").editors[0], "1 June 2024")
    QTest.keyClick(form.field("body").editors[0], Qt.Key.Key_Down)
    finish(form.field("on").editors[0])
    (held,) = desk.committees.history(OPENS).coordinations
    assert (held.period.start, held.appointed_by) == (datetime.date(2024, 6, 1), AppointingBody.MEETING)
    assert held.appointed_on == held.period.start
    assert "Chosen by: The meeting" in texts(screen.coordinators)
    open_card(screen, "Step down as Coordinator", screen.drafts.stepping_down)
    assert "R34 One Coordinator, from the Committee: Kept, with a remark → Not kept" in texts(
        screen.drafts.stepping_down
    )
    finish(screen.drafts.stepping_down.form.field("on").editors[0])
    assert desk.committees.history(OPENS).coordinator is None
    assert "Paraguay" in texts(screen.coordinators)


def test_the_cards_of_a_coordination_name_the_state_that_coordinates(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "MAR")
    for label, card in (
        ("Step down as Coordinator", screen.drafts.stepping_down),
        ("Correct the coordination", screen.drafts.coordination),
    ):
        press(screen, label)
        assert card.name.endswith("– Paraguay")


def test_a_coordination_that_ends_on_its_first_day_is_refused_by_its_own_rule(
    screen: CommitteeScreen, desk: Secretariat, alerts: Alerts
) -> None:
    appoint(desk)
    screen.refresh()
    press(screen, "Step down as Coordinator")
    on = screen.drafts.stepping_down.form.field("on").editors[0]
    type_into(on, "9 May 2024")
    finish(on)
    assert alerts.notice is not None
    assert alerts.notice.section == "R34"


def test_letters_hide_no_seat_of_a_list_without_a_line_to_filter(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    screen.list.setFocus()
    QTest.keyClicks(screen.list.view, "mor")
    assert sorted(states(screen)) == ["MAR", "PRT", "PRY"]


def test_the_pane_stays_where_it_was_read_when_a_card_is_recorded(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    screen.resize(1200, 700)
    QTest.qWait(20)
    choose(screen, "MAR")
    press(screen, "Seat falls vacant")
    QTest.qWait(20)
    bar = screen.detail.verticalScrollBar()
    read_at = bar.value()
    finish(screen.drafts.vacancy.form.field("on").editors[0])
    QTest.qWait(20)
    assert bar.maximum() > read_at, "there is something to scroll to"
    assert bar.value() == read_at


def test_what_is_over_is_said_by_the_years(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "MAR")
    screen.refresh()
    assert "pale: over by that day" not in screen.years.chart._legend()
    desk.committees.record(Vacating(seat.key, datetime.date(2025, 3, 1), SeatEnding.RESIGNATION))
    screen.refresh()
    assert "pale: over by that day" in screen.years.chart._legend()
    screen.show_as_of(datetime.date(2025, 2, 1))
    assert "pale: over by that day" not in screen.years.chart._legend()


def test_a_coordination_decided_before_its_first_day_keeps_that_day_when_it_is_corrected(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRY")
    begun, decided = coordinating(seat, datetime.date(2024, 6, 1)), datetime.date(2024, 5, 20)
    desk.committees.record(replace(begun, coordination=replace(begun.coordination, appointed_on=decided)))
    screen.refresh()
    form = open_card(screen, "Correct the coordination", screen.drafts.coordination)
    QTest.keyClick(form.field("body").editors[0], Qt.Key.Key_Down)
    finish(form.field("on").editors[0])
    (held,) = desk.committees.history(OPENS).coordinations
    assert (held.appointed_on, held.appointed_by) == (decided, AppointingBody.MEETING)
    form = open_card(screen, "Correct the coordination", screen.drafts.coordination)
    type_into(form.field("on").editors[0], "3 June 2024")
    finish(form.field("on").editors[0])
    (held,) = desk.committees.history(OPENS).coordinations
    assert (held.period.start, held.appointed_on) == (datetime.date(2024, 6, 3), decided)


def test_the_end_of_the_mandate_is_said_six_months_before_with_what_to_do(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.show_as_of(datetime.date(2026, 11, 8))
    assert "its renewal is due" not in texts(screen.mandate)
    screen.show_as_of(datetime.date(2026, 11, 9))
    assert "its renewal is due" in texts(screen.mandate)
    assert "Open a call for candidatures" in texts(screen.mandate)
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    next(hit for hit in screen.commands() if hit.title == "Go to the agenda").act()
    assert asked == [Place("agenda")]


def test_the_years_are_walked_by_the_keyboard_and_lead_to_the_time_of_a_seat(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    first = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRT")
    desk.committees.record(replacing(first.key, "SVN", datetime.date(2025, 3, 1)))
    screen.dated.connect(screen.show_as_of)
    screen.refresh()
    chart = screen.years.chart
    said = chart.accessibleDescription().replace("\u00a0", " ")
    assert "Slovenia: 1 March 2025–8 May 2027" in said
    assert "Coordinator 9 May 2024–8 May 2027" in said
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
    assert chart.accessibleDescription().startswith("Portugal")
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().startswith("Slovenia")
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription().startswith("Portugal")
    QTest.keyClick(chart, Qt.Key.Key_Return)
    notice = screen.alerts.notice
    assert notice is not None
    (offer,) = notice.offers
    offer.act()
    assert screen.on == FOUNDED
    assert screen.current_key() == first.key


def test_enter_on_a_seat_goes_to_its_state_and_opens_no_card(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    choose(screen, "MAR")
    QTest.keyClick(screen.list.view, Qt.Key.Key_Return)
    assert asked == [Place("members", "MAR")]
    assert not any(card.isVisible() for card in screen.drafts.all)


def test_a_click_on_the_bar_of_a_seat_in_office_chooses_it(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    chart = screen.years.chart
    box = chart.boxes()[1]
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert screen.list.current is not None
    assert screen.list.current.seat.state == "MAR"


def test_vacancies_and_who_acts_are_said_by_the_years(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "MAR")
    desk.committees.record(Vacating(seat.key, OPENS))
    screen.show_as_of(datetime.date(2027, 6, 1))
    said = screen.years.chart.accessibleDescription().replace("\u00a0", " ")
    assert "Vacant after Morocco: 24 November 2026–8 May 2027" in said
    assert "Paraguay, acting after the mandate: 9 May–1 June 2027" in said


def test_a_state_taken_from_the_list_is_tried_out_at_once(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    card = screen.drafts.replacement
    form = open_card(screen, "Replace", card)
    type_into(form.field("state").editors[0], "Keny")
    keyboard.press(screen, Qt.Key.Key_Tab)
    assert "States in the Committee: Portugal → Kenya" in texts(card)
    assert form.field("state_person").isVisible()


@pytest.mark.parametrize("verb", ["Replace", "Fill a vacant seat"])
def test_after_the_state_the_first_day_is_typed_and_not_a_name(
    screen: CommitteeScreen, desk: Secretariat, verb: str
) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "PRT")
    card = screen.drafts.replacement if verb == "Replace" else screen.drafts.filling
    form = open_card(screen, verb, card)
    form.field("state").editors[0].setFocus()
    keyboard.write(screen, "Kenya")
    keyboard.press(screen, Qt.Key.Key_Tab)
    keyboard.write(screen, "1 dec 2026")
    keyboard.press(screen, Qt.Key.Key_Tab)
    assert form.field("on").value() == datetime.date(2026, 12, 1)
    assert form.field("state_person").editors[0].hasFocus()


def test_a_mandate_and_a_coordination_entered_by_mistake_are_struck_out(
    screen: CommitteeScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    appoint(desk)
    before = desk.committees.history(OPENS)
    wrong = appointing(Appointment(OPENS, (("BRA", None), ("GHA", None), ("SVN", None))))
    desk.committees.record(wrong)
    desk.committees.record(coordinating(wrong.seats[1], OPENS))
    screen.refresh()
    open_card(screen, "Strike out the coordination", screen.drafts.strike_coordination)
    finish(screen.drafts.strike_coordination.verb)
    assert desk.committees.history(OPENS).coordinator is None
    open_card(screen, "Strike out the mandate", screen.drafts.strike_term)
    finish(screen.drafts.strike_term.verb)
    assert desk.committees.history(OPENS) == before
    assert states(screen) == ["PRY", "MAR", "PRT"]
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(language.words) == "The mandate from 24 November 2026 is struck out."


def test_a_mandate_in_which_a_text_was_put_in_silence_is_not_struck_out(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    (term,) = desk.committees.history(OPENS).terms
    text = Trilingual.final("Agenda", "Ordre du jour", "Programa")
    desk.silences.put(SilenceProcedure("put", term.key, text, text, OPENS, OPENS))
    screen.refresh()
    open_card(screen, "Strike out the mandate", screen.drafts.strike_term)
    assert "A text was put to the Committee of this mandate under the silence procedure on 24 November 2026" in texts(
        screen.drafts.strike_term
    )
    finish(screen.drafts.strike_term.verb)
    assert desk.committees.history(OPENS).terms == (term,)


def test_each_coordination_of_the_list_can_be_struck_out(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    second = next(one for one in desk.committees.history(OPENS).seats if one.state == "MAR")
    desk.committees.record(coordinating(second, datetime.date(2025, 3, 1)))
    screen.refresh()
    strike = [one for one in screen.coordinators.rows.commands() if one.title == "Strike out the coordination"]
    assert len(strike) == 2
    strike[1].act()
    card = screen.drafts.strike_coordination
    assert card.name == "Strike out the coordination – Paraguay", "of two, one is told from the other"
    finish(card.verb)
    (left,) = desk.committees.history(OPENS).coordinations
    assert left.seat == second.key


def test_no_name_is_lost_where_its_bar_is_too_short_for_it(screen: CommitteeScreen, desk: Secretariat) -> None:
    appoint(desk)
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRT")
    desk.committees.record(replacing(seat.key, "DOM", datetime.date(2025, 1, 10)))
    screen.refresh()
    chart = screen.years.chart
    raised_at: set[int] = set()
    for width in (900, 520, 380, 300):
        chart.resize(width, chart.height_for(width))
        boxes, above = chart.boxes(), chart.names_above()
        raised_at |= {width} if any(above) else set()
        assert max(box.bottom() for box in boxes) <= chart.height()
        for seat_spell, box, raised in zip(chart._seats, boxes, above, strict=True):
            inside = chart._inside(seat_spell, box.width())
            whole = f"{seat_spell.name} · {seat_spell.letters}"
            assert whole in inside if raised is None else not inside, "a long name does not cost its region"
            assert raised is None or chart.rect().contains(raised.toRect())
    assert 300 in raised_at, "Portugal’s few months have no room for its name in a narrow chart"


def test_what_takes_away_is_called_so_and_is_not_done_by_enter_alone(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    appoint(desk)
    screen.refresh()
    before = desk.committees.history(OPENS)
    for card, label in (
        (screen.drafts.strike, "Strike out the seat"),
        (screen.drafts.strike_term, "Strike out the mandate"),
        (screen.drafts.strike_coordination, "Strike out the coordination"),
    ):
        press(screen, label)
        assert (card.verb.text(), card.leave.text()) == ("Strike out", "Do not strike out")
        keyboard.press(screen, Qt.Key.Key_Return)
        assert not card.isVisible()
        assert desk.committees.history(OPENS) == before


def test_a_card_about_a_seat_goes_with_its_row_unless_it_is_filled_in(two: CommitteeScreen) -> None:
    press(two, "Appoint as Coordinator")
    card = two.drafts.coordinator
    other = next(line for line in two.list.model.rows if line.key != two.current_key())
    two.list.select(other.key)
    assert not card.isVisible(), "no card of one State beside the row of another"
    press(two, "Replace")
    assert two.drafts.replacement.name.endswith(other.state.said_in(two.words))
    type_into(two.drafts.replacement.form.field("state").editors[0], "Kenya")
    two.list.select(next(line.key for line in two.list.model.rows if line.key != other.key))
    assert two.drafts.replacement.isVisible()
    assert two.drafts.replacement.name.endswith(other.state.said_in(two.words)), "it keeps its name"
    two.drafts.replacement.close_up()
    press(two, "Appoint a Committee")
    two.list.select(other.key)
    assert two.drafts.appointment.isVisible(), "it is about no seat"


def test_what_the_rules_would_say_in_a_card_follows_the_language(
    screen: CommitteeScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    appoint(desk)
    screen.refresh()
    choose(screen, "MAR")
    press(screen, "Replace")
    card = screen.drafts.replacement
    type_into(card.form.field("state").editors[0], "Paraguay")
    QApplication.processEvents()
    refused = "holds a seat from 9 May 2024 already"
    assert refused in texts(card)
    language.switch(Language.FR)
    assert refused not in texts(card)
    assert "Paraguay" in texts(card), "the refusal stands, in French"
    assert "du 9\N{NO-BREAK SPACE}mai 2024" in texts(card)
    language.switch(Language.EN)
    type_into(card.form.field("state").editors[0], "Brazil")
    assert "What the rules would say on 24 November 2026" in texts(card)
    language.switch(Language.FR)
    assert "What the rules would say" not in texts(card)
    assert "24\N{NO-BREAK SPACE}novembre 2026" in texts(card)
