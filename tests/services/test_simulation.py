"""Trying out an act of the Committee: what it says is what ``check`` says once the act is recorded (R28–R34)."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeAct,
    CommitteeRecords,
    CorrectingSeat,
    CorrectingTerm,
    Vacating,
)
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.compliance.simulation import (
    COMMITTEE_RULES,
    COORDINATOR_AWAITED,
    DECISION_AWAITED,
    Consequence,
)
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, Committees, appointing, replacing
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.planning import Planning
from tests.domain.test_committee_acts import acts
from tests.registers import OPENS, Desk

LATER = datetime.date(2027, 6, 1)


@pytest.fixture
def committees(desk: Desk) -> Committees:
    """A Committee of three regions."""
    committees = Committees(desk.store)
    committees.record(appointing(Appointment(OPENS, (("PRY", None), ("MAR", None), ("PRT", None)))))
    return committees


def said(committees: Committees, desk: Desk, state: str) -> dict[str, Consequence]:
    """What the rules say where a State takes over the seat of the first one."""
    first = committees.history(OPENS).seats[0]
    simulation = Compliance(desk.store).try_out(replacing(first.key, state, LATER))
    return {one.rule.number: one for one in simulation.consequences}


def test_r29_a_replacement_is_tried_out_with_the_regions_before_and_after(committees: Committees, desk: Desk) -> None:
    kept = said(committees, desk, "BRA")["R29"]
    assert (kept.was, kept.would_be) == (FindingState.KEPT, FindingState.KEPT)
    assert not kept.after[0].advice
    repeated = said(committees, desk, "KEN")["R29"]
    assert repeated.after[0].remark
    assert next((step.name, step.before, step.after) for step in repeated.steps) == ("Seats", 3, 3)


def test_r28_a_vacancy_is_tried_out_and_nothing_is_recorded(committees: Committees, desk: Desk) -> None:
    before = committees.history(LATER)
    act = Vacating(before.seats[0].key, LATER)
    simulation = Compliance(desk.store).try_out(act)
    assert {one.rule.number for one in simulation.consequences} == set(COMMITTEE_RULES)
    sizes = next(one for one in simulation.consequences if one.rule.number == "R28")
    assert (sizes.was, sizes.would_be, sizes.changed) == (FindingState.KEPT, FindingState.NOT_KEPT, True)
    assert committees.history(LATER) == before


def on_day(day: datetime.date) -> Callable[[], datetime.datetime]:
    """A clock that stands at noon of a day."""
    return lambda: datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


def awaited(desk: Desk, meeting: Meeting, today: datetime.date) -> dict[str, str]:
    """What the Committee that a meeting appoints lacks and can still have in time, where it is asked on a day."""
    seats = (("PRY", None), ("MAR", None), ("PRT", None))
    act = appointing(Appointment(meeting.opens_on, seats, meeting.key))
    tried = Compliance(desk.store, on_day(today)).try_out(act)
    states = {one.rule.number: one.would_be for one in tried.consequences}
    assert (states["R32"], states["R34"]) == (FindingState.NOT_KEPT, FindingState.NOT_KEPT), "as `check` says it"
    return {one.rule.number: one.awaits for one in tried.consequences if one.awaits}


def test_r32_r34_what_can_still_follow_an_appointment_is_said_beside_what_is_not_kept(desk: Desk) -> None:
    meeting = Planning(desk.store).next(MeetingKind.ANNUAL, OPENS)
    opens, closes = meeting.opens_on, meeting.closes_on
    for today in (opens, opens - datetime.timedelta(days=60)):
        assert awaited(desk, meeting, today) == {"R32": DECISION_AWAITED, "R34": COORDINATOR_AWAITED}
    assert set(awaited(desk, meeting, closes)) == {"R32"}, "its first day is over, the meeting is not"
    assert awaited(desk, meeting, closes + datetime.timedelta(days=1)) == {}


def test_r32_a_meeting_that_is_not_named_is_no_matter_of_time(desk: Desk) -> None:
    act = appointing(Appointment(OPENS, (("PRY", None), ("MAR", None), ("PRT", None))))
    tried = Compliance(desk.store, on_day(OPENS)).try_out(act)
    (r32,) = (one for one in tried.consequences if one.rule.number == "R32")
    assert (r32.would_be, r32.awaits) == (FindingState.NOT_KEPT, "")


def test_r30_a_committee_that_begins_within_a_mandate_would_cut_it_short(committees: Committees, desk: Desk) -> None:
    seats, compliance = (("BRA", None), ("KEN", None), ("FIN", None)), Compliance(desk.store)
    early = compliance.try_out(appointing(Appointment(LATER, seats))).cut_short
    assert early is not None
    assert early.values["ends"] == LATER - datetime.timedelta(days=1)
    (term,) = committees.history(OPENS).terms
    assert compliance.try_out(appointing(Appointment(LATER, seats, begins=term.period.end))).cut_short is None


def test_what_is_put_right_of_a_past_committee_cuts_nobody_short(committees: Committees, desk: Desk) -> None:
    committees.record(appointing(Appointment(LATER, (("BRA", None), ("KEN", None), ("FIN", None)))))
    past = next(one for one in committees.history(OPENS).seats if one.state == "PRY")
    for right in (replace(past, state="FRA"), replace(past, person="other")):
        assert Compliance(desk.store).try_out(CorrectingSeat(right)).cut_short is None


def test_r28_who_stands_in_the_way_is_told_by_name(committees: Committees, desk: Desk) -> None:
    first, second, _ = committees.history(OPENS).seats
    twice = appointing(Appointment(LATER, (("BRA", None), ("KEN", None), ("BRA", None))))
    taken = replacing(first.key, second.state, LATER)
    for act, said, key in ((twice, "Brazil: named for two seats", ""), (taken, "Morocco: holds a seat", second.key)):
        for attempt in (committees.record, Compliance(desk.store).try_out):
            with pytest.raises(Refusal) as refused:
                attempt(act)
            assert refused.value.said_in(catalog(Language.EN)).startswith(said)
            assert refused.value.in_the_way == key


def test_r31_a_day_too_late_asks_for_an_earlier_one(committees: Committees, desk: Desk) -> None:
    seat = committees.history(OPENS).seats[0]
    last = committees.history(OPENS).period(seat).last_day
    assert last is not None
    after = last + datetime.timedelta(days=1)
    for late in (Vacating(seat.key, after), replacing(seat.key, "BRA", after)):
        with pytest.raises(Refusal) as refused:
            committees.record(late)
        said = refused.value.said_in(catalog(Language.EN))
        assert f"choose an earlier day, {catalog(Language.EN).date(last)} at the latest" in said
    with pytest.raises(Refusal) as refused:
        committees.record(Vacating(seat.key, OPENS))
    assert refused.value.said_in(catalog(Language.EN)).endswith("choose a later day.")


def test_r28_what_cannot_be_recorded_cannot_be_tried_out(committees: Committees, desk: Desk) -> None:
    with pytest.raises(Refusal):
        said(committees, desk, "MAR")


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_r28_to_r34_what_was_tried_out_is_what_check_says_afterwards(
    data: st.DataObject, empty: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tried") / "register.nmirf"
    path.write_bytes(empty.read_bytes())
    with open_register(path, author="coordinator") as store:
        committees = Committees(store)
        for step in range(data.draw(st.integers(1, 4))):
            history = committees.history(OPENS)
            records = CommitteeRecords(history.terms, history.seats, history.coordinations)
            act = data.draw(acts(records, step).map(_without_meeting))
            today = data.draw(st.dates(datetime.date(2024, 1, 1), datetime.date(2034, 1, 1)))
            compliance = Compliance(store, on_day(today))
            try:
                simulation = compliance.try_out(act)
            except Refusal:
                with pytest.raises(Refusal):
                    committees.record(act)
                continue
            committees.record(act)
            said = [one for one in compliance.check(simulation.on) if one.rule in COMMITTEE_RULES]
            assert said == [finding for one in simulation.consequences for finding in one.after]
            assert compliance.facts() == simulation.facts


def _without_meeting(act: CommitteeAct) -> CommitteeAct:
    """The act in a register that has no meeting."""
    if not isinstance(act, Appointing | CorrectingTerm):
        return act
    return replace(act, term=replace(act.term, meeting=None))
