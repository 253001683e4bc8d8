"""Trying out an act of the Committee: what it says is what ``check`` says once the act is recorded (R28–R34)."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.committee_acts import Appointing, CommitteeAct, CommitteeRecords, CorrectingTerm, Vacating
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.compliance.simulation import COMMITTEE_RULES, Consequence
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.refusals import Refusal
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


def answers(desk: Desk, meeting: Meeting, asked: datetime.date | None) -> dict[str, FindingState]:
    """What the rules would say of the Committee that a meeting appoints, where it is asked on a day."""
    seats = (("PRY", None), ("MAR", None), ("PRT", None))
    act = appointing(Appointment(meeting.opens_on, seats, meeting.key))
    tried = Compliance(desk.store).try_out(act, asked=asked)
    return {one.rule.number: one.would_be for one in tried.consequences}


def test_r32_r34_what_follows_an_appointment_that_lies_ahead_is_due_and_no_breach(desk: Desk) -> None:
    meeting = Planning(desk.store).next(MeetingKind.ANNUAL, OPENS)
    opens = meeting.opens_on
    for asked in (opens, opens - datetime.timedelta(days=60)):
        ahead = answers(desk, meeting, asked)
        assert (ahead["R32"], ahead["R34"]) == (FindingState.DUE, FindingState.DUE)
    afterwards = answers(desk, meeting, opens + datetime.timedelta(days=1))
    assert (afterwards["R32"], afterwards["R34"]) == (FindingState.NOT_KEPT, FindingState.NOT_KEPT)
    assert answers(desk, meeting, None) == afterwards


def test_r32_a_meeting_that_is_not_named_is_no_matter_of_time(desk: Desk) -> None:
    act = appointing(Appointment(OPENS, (("PRY", None), ("MAR", None), ("PRT", None))))
    tried = Compliance(desk.store).try_out(act, asked=OPENS)
    assert {one.rule.number: one.would_be for one in tried.consequences}["R32"] is FindingState.NOT_KEPT


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
        committees, compliance = Committees(store), Compliance(store)
        for step in range(data.draw(st.integers(1, 4))):
            history = committees.history(OPENS)
            records = CommitteeRecords(history.terms, history.seats, history.coordinations)
            act = data.draw(acts(records, step).map(_without_meeting))
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
