"""R42 counts what served the six objectives, year by year; what of an activity is missing; what it is counted by."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.activities import (
    ActivitiesOf,
    Activity,
    ActivityKind,
    ActivityLine,
    Attendee,
    TakingPart,
    check_activity,
    missing,
)
from nmirf_desktop.domain.compliance import FindingState, RegisterFacts
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import STATES, day, decision, facts, found, item, meeting, proposal

EN = catalog(Language.EN)
TITLE = Trilingual.final("Workshop", "Atelier", "Taller")
KEPT = FindingState.KEPT
ALL = tuple(Objective)
HELD = meeting("2026-02-10", "2026-02-11")


def activity(on: str, *objectives: Objective, key: str = "") -> Activity:
    return Activity(key or f"on {on}", ActivityKind.WORKSHOP, TITLE, day(on), day(on), objectives=objectives)


def r42(register: RegisterFacts, on: str = "2026-06-01") -> list[tuple[str, bool, str, dict[str, object]]]:
    answers = found(register, "R42", on)
    assert {one.state for one in answers} == {KEPT}
    return [
        (one.subject.key, bool(one.advice), one.message.said_in(EN), {fact.name: fact.value for fact in one.facts})
        for one in answers
    ]


@pytest.mark.parametrize("register", [facts(), facts(meetings=(HELD,), items=(item(HELD),))])
def test_r42_is_not_judged_before_anything_has_an_objective(register: RegisterFacts) -> None:
    (finding,) = found(register, "R42", "2026-06-01")
    assert (finding.state, bool(finding.advice)) == (FindingState.NOT_JUDGED, True)


def test_r42_names_the_objectives_that_nothing_served_in_a_year_that_is_over_and_so_far_in_this_one() -> None:
    register = facts(activities=(activity("2025-03-01", *ALL[:5]), activity("2026-03-01", Objective.EXCHANGE)))
    last, now = r42(register)
    assert [last[:2], now[:2]] == [("2025", True), ("2026", True)]
    hub = "6. Knowledge hub"
    assert last[2] == f"2025: no activity, item of an agenda or decision served: {hub}."
    assert now[2].startswith("2026 so far: no activity, item of an agenda or decision served:")
    assert now[2].endswith(f"{hub}.")
    assert last[3] == {f"Objective {number}": int(number < 6) for number in range(1, 7)}
    assert r42(facts(activities=(activity("2026-03-01", *ALL),)))[0][1:3] == (
        False,
        "2026 so far: each of the six objectives was served by an activity, an item of an agenda or a decision.",
    )


def test_r42_a_year_without_any_work_is_told_once_work_was_recorded_before_it() -> None:
    years = r42(facts(activities=(activity("2024-09-01", *ALL),)))
    assert [(year, remark) for year, remark, *_ in years] == [("2024", False), ("2025", True), ("2026", True)]


def test_r42_an_item_counts_once_its_meeting_has_opened_and_a_decision_with_its_item() -> None:
    tagged = replace(item(HELD), objectives=(Objective.CREATION,))
    adopted = decision(proposal(HELD), "2026-02-11")
    register = facts(
        activities=(activity("2026-01-05", Objective.EXCHANGE),),
        meetings=(HELD,),
        items=(tagged,),
        decisions=(replace(adopted, item=tagged.key),),
    )
    counts = [r42(register, on)[0][3]["Objective 1"] for on in ("2026-02-09", "2026-02-10", "2026-02-11")]
    assert counts == [0, 1, 2]
    other = replace(register, decisions=(replace(adopted, item="another item"),))
    assert r42(other, "2026-02-11")[0][3]["Objective 1"] == 1


def test_r42_activities_without_an_objective_are_counted_in_a_remark_of_their_own() -> None:
    register = facts(activities=(activity("2026-01-05", *ALL), activity("2026-02-05"), activity("2026-03-05")))
    served, untagged = r42(register)
    assert not served[1]
    assert untagged[1:] == (True, "2026: activities without an objective: 2.", {"Activities without an objective": 2})


def test_r42_what_begins_later_is_not_known_yet() -> None:
    register = facts(activities=(activity("2026-01-05", Objective.EXCHANGE), activity("2026-05-05", *ALL)))
    assert r42(register, "2026-05-04")[0][1]
    assert not r42(register, "2026-05-05")[0][1]


@given(st.lists(st.tuples(st.dates(day("2025-01-01"), day("2026-06-01")), st.sets(st.sampled_from(ALL))), max_size=12))
def test_r42_each_objective_of_each_activity_is_counted_once_in_its_year(
    drawn: list[tuple[datetime.date, set[Objective]]],
) -> None:
    held = [activity(on.isoformat(), *sorted(some), key=str(n)) for n, (on, some) in enumerate(drawn)]
    if not held:
        return
    counted = {year: values for year, _, _, values in r42(facts(activities=tuple(held))) if len(values) == len(ALL)}
    assert set(counted) == {str(year) for year in range(min(one.begins_on.year for one in held), 2027)}
    for year, values in counted.items():
        for objective in ALL:
            mine = [one for one in held if str(one.begins_on.year) == year and objective in one.objectives]
            assert values[f"Objective {objective}"] == len(mine)


# -- what of an activity is missing ----------------------------------------------------------------------------------


def test_a_result_is_missing_once_an_activity_is_over_and_a_language_once_a_text_has_another() -> None:
    one = replace(activity("2026-03-01", Objective.EXCHANGE), ends_on=day("2026-03-03"))
    assert missing(one, day("2026-03-03")) == ()
    assert missing(one, day("2026-03-04")) == (Missing.RESULT,)
    told = replace(one, result=Trilingual().with_text(Language.ES, "Se acordó"), objectives=())
    assert missing(told, day("2026-03-04")) == (Missing.OBJECTIVE, Missing.LANGUAGE)
    outdated = replace(one, title=TITLE.with_text(Language.EN, "Another workshop"))
    assert missing(outdated, day("2026-03-01")) == (Missing.LANGUAGE,)


def test_an_activity_has_a_title_and_does_not_end_before_it_begins() -> None:
    one = activity("2026-03-01")
    check_activity(one)
    untitled, backwards = replace(one, title=Trilingual()), replace(one, ends_on=day("2026-02-28"))
    for wrong, name in ((untitled, "title"), (backwards, "ends_on")):
        with pytest.raises(Problem) as caught:
            check_activity(wrong)
        assert caught.value.field_name == name


# -- what it is counted by -------------------------------------------------------------------------------------------


def test_a_period_is_counted_by_objective_region_month_and_kind() -> None:
    known = {state.iso3: state for state in STATES}

    def line(one: Activity, *codes: str) -> ActivityLine:
        parts = tuple(Attendee(TakingPart(code, one.key, code), known[code]) for code in codes)
        return ActivityLine(one, parts, missing=missing(one, day("2026-12-31")))

    visit = replace(activity("2026-11-05", Objective.EXCHANGE), kind=ActivityKind.VISIT)
    held = ActivitiesOf(
        day("2026-01-01"),
        day("2026-12-31"),
        (line(activity("2026-03-01", *ALL[:3]), "PRY", "BRA", "MAR"), line(visit, "PRY")),
    )
    assert [held.by_objective()[one] for one in ALL] == [1, 1, 2, 0, 0, 0]
    by_region = held.by_region(Option.REGIONAL_GROUP)
    assert by_region[RegionalGroup.GRULAC] == 2, "one with two States of a region is one activity"
    assert (by_region[RegionalGroup.AFRICAN], by_region[RegionalGroup.WEOG]) == (1, 0)
    assert held.by_month() == (0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0)
    assert held.by_kind() == {ActivityKind.WORKSHOP: 1, ActivityKind.VISIT: 1}
    assert [one.key for one in held.lacking(Missing.RESULT)] == ["on 2026-03-01", "on 2026-11-05"]
