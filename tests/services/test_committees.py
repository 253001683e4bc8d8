"""Appointments, vacancies, replacements and the Coordinator, through the service and back."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.committee_acts import StrikingCoordination, StrikingTerm, Vacating
from nmirf_desktop.domain.committees import SeatEnding, Term
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.services.committees import (
    Appointment,
    Committees,
    appointing,
    coordinating,
    filling,
    replacing,
    seat_lines,
)
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.silences import Silences
from nmirf_desktop.storage.undo import undo
from tests.registers import OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
STATES = ("PRY", "MAR", "PRT")
LATEST = datetime.date(2026, 10, 20)
LATER = datetime.date(2027, 6, 1)


@pytest.fixture
def committees(desk: Desk) -> Committees:
    """The Committee of the register."""
    return Committees(desk.store)


def appointed(committees: Committees, meeting: str | None = None) -> Term:
    """Three States, from the meeting's first day."""
    act = appointing(Appointment(OPENS, tuple((code, None) for code in STATES), meeting))
    committees.record(act)
    return act.term


def held(committees: Committees, on: datetime.date) -> list[str]:
    """The States with a seat on a day."""
    current = committees.history(on).current
    return [] if current is None else list(current.states)


def test_r30_a_committee_is_appointed_for_three_years(committees: Committees) -> None:
    term = appointed(committees)
    assert term.period.last_day == datetime.date(2029, 11, 23)
    assert held(committees, OPENS) == list(STATES)
    assert held(committees, OPENS - datetime.timedelta(days=1)) == []


def test_r30_a_mandate_may_begin_later_than_its_appointment(committees: Committees) -> None:
    act = appointing(Appointment(OPENS, (("PRY", None),), begins=LATER))
    committees.record(act)
    (term,) = committees.history(LATER).terms
    assert term == act.term
    assert (term.appointed_on, term.period.start) == (OPENS, LATER)


def test_r31_r34_a_replacement_serves_the_remainder_and_ends_the_coordination(committees: Committees) -> None:
    term = appointed(committees)
    first = committees.history(OPENS).seats[0]
    committees.record(coordinating(first, OPENS))
    act = replacing(first.key, "URY", LATER)
    committees.record(act)
    new = next(seat for seat in committees.history(LATER).seats if seat.key == act.successor.key)
    history = committees.history(LATER)
    assert (new.period.start, new.period.end) == (LATER, term.period.end)
    assert held(committees, LATER) == ["MAR", "PRT", "URY"]
    assert history.coordinator is None
    before = committees.history(LATER - datetime.timedelta(days=1)).coordinator
    assert before is not None
    assert before.state == "PRY"


def test_r28_a_vacant_seat_is_counted_and_filled(committees: Committees) -> None:
    term = appointed(committees)
    seat = committees.history(OPENS).seats[0]
    committees.record(Vacating(seat.key, LATER, SeatEnding.WITHDRAWAL))
    assert [one.ending for one in committees.history(LATER).seats] == [SeatEnding.WITHDRAWAL, None, None]
    assert committees.history(LATER).vacancies == 1
    committees.record(filling(term, "BRA", LATER))
    assert committees.history(LATER).vacancies == 0
    with pytest.raises(Refusal):
        committees.record(filling(term, "GHA", OPENS - datetime.timedelta(days=1)))


def test_r34_the_next_coordinator_follows_the_first(committees: Committees) -> None:
    appointed(committees)
    first, second, _ = committees.history(OPENS).seats
    committees.record(coordinating(first, OPENS))
    committees.record(coordinating(second, LATER))
    holders = [committees.history(day).coordinator for day in (OPENS, LATER)]
    assert holders == [first, second]
    acting = committees.history(datetime.date(2030, 1, 1))
    assert acting.current is not None
    assert acting.current.acting
    assert acting.coordinator == second, "who coordinated on the last day acts on"


def test_the_coordinators_seat_comes_first_with_its_last_day(committees: Committees, desk: Desk) -> None:
    assert seat_lines(committees.history(OPENS), desk.states.on(OPENS)) == ()
    appointed(committees)
    seats = committees.history(OPENS).seats
    committees.record(coordinating(seats[2], OPENS))
    lines = seat_lines(committees.history(OPENS), desk.states.on(OPENS))
    assert [(line.state.iso3, line.coordinates) for line in lines] == [("PRT", True), ("PRY", False), ("MAR", False)]
    assert {(line.first_day, line.last_day) for line in lines} == {(OPENS, datetime.date(2029, 11, 23))}


def test_an_appointment_to_which_an_agenda_refers_is_undone_after_that_reference(network: Network) -> None:
    desk, meeting, _ = network
    committees = Committees(desk.store)
    term = appointed(committees, meeting.key)
    desk.meetings.note_agreement(meeting.key, OPENS)
    assert desk.meetings.plan(meeting.key).meeting.agenda_agreed_by == term.key
    assert [undo(desk.store), undo(desk.store)] == ["agree the agenda", "appoint the Executive Committee"]
    assert committees.history(OPENS).terms == ()


def test_r30_a_mandate_entered_by_mistake_goes_with_all_that_was_recorded_in_it(
    committees: Committees, desk: Desk
) -> None:
    appointed(committees)
    before = committees.history(LATER)
    wrong = appointing(Appointment(LATER, (("PRY", None), ("KEN", None))))
    committees.record(wrong)
    taken = replacing(wrong.seats[1].key, "URY", LATER + datetime.timedelta(days=30))
    committees.record(taken)
    committees.record(coordinating(wrong.seats[0], LATER))
    filled = committees.history(LATER)
    committees.record(StrikingTerm(wrong.term.key, LATER))
    assert committees.history(LATER) == before
    undo(desk.store)
    assert committees.history(LATER) == filled


def test_r30_a_mandate_whose_committee_agreed_something_is_not_struck(network: Network) -> None:
    desk, meeting, _item = network
    committees, silences = Committees(desk.store), Silences(desk.store)
    act = appointing(Appointment(datetime.date(2024, 5, 9), tuple((code, None) for code in STATES)))
    committees.record(act)
    desk.meetings.save(replace(meeting, agenda_agreed_on=LATEST, agenda_agreed_by=act.term.key))
    with pytest.raises(Refusal, match="agreed the agenda of"):
        committees.record(StrikingTerm(act.term.key, OPENS))
    desk.meetings.save(meeting)
    silences.put(SilenceProcedure("put", act.term.key, said("Text"), said("Text"), LATEST, LATEST))
    for attempt in (committees.record, Compliance(desk.store).try_out):
        with pytest.raises(Refusal) as refused:
            attempt(StrikingTerm(act.term.key, OPENS))
        assert refused.value.in_the_way == "put"
    assert held(committees, OPENS) == list(STATES)


def test_r34_a_coordination_entered_by_mistake_goes(committees: Committees, desk: Desk) -> None:
    appointed(committees)
    first, second, _ = committees.history(OPENS).seats
    committees.record(coordinating(first, OPENS))
    before = committees.history(LATER)
    wrong = coordinating(second, LATER)
    committees.record(wrong)
    committees.record(StrikingCoordination(wrong.coordination.key, LATER))
    assert committees.history(LATER) == before
    undo(desk.store)
    coordinator = committees.history(LATER).coordinator
    assert coordinator is not None
    assert coordinator.key == second.key
