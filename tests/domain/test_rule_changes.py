"""R46: what a decision changes of the Declaration's numbers holds from its day on, and changes nothing before it."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.committees import mandate
from nmirf_desktop.domain.compliance import Finding, FindingState, RegisterFacts, check
from nmirf_desktop.domain.declaration import NOTICE_MONTHS, SEATS_LEAST, SEATS_MOST, TERM_YEARS
from nmirf_desktop.domain.meetings import notice_deadline
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import (
    AS_ADOPTED,
    FIGURES,
    Figure,
    Figures,
    RuleChange,
    check_change,
    check_taken_back,
)
from nmirf_desktop.i18n import Language, catalog
from tests.domain import test_compliance as known
from tests.domain.facts import FOUNDING, day, meeting, member, seats, sent, term
from tests.domain.test_facts_of_findings import rich

EN = catalog(Language.EN)
NOT_KEPT, KEPT = FindingState.NOT_KEPT, FindingState.KEPT
DAYS = st.dates(day("2024-05-09"), day("2029-12-31"))


def change(figure: Figure, number: int, since: str) -> RuleChange:
    return RuleChange(f"{figure}-{since}", figure, number, day(since))


def said(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    return [one.as_json(EN) for one in findings]


def of(register: RegisterFacts, number: str, on: str) -> tuple[Finding, ...]:
    return tuple(one for one in check(register, day(on)) if one.rule == number)


@st.composite
def changes(draw: st.DrawFn) -> RuleChange:
    """Any number of the rules, from any day on, other than as it was adopted."""
    figure = draw(st.sampled_from(Figure))
    one = FIGURES[figure]
    number = draw(st.integers(one.least, one.most).filter(lambda found: found != one.adopted))
    return RuleChange("drawn", figure, number, draw(DAYS))


REGISTERS = tuple(replace(one, rule_changes=()) for one in (known.COMMITTEE, known.VOTED, rich()))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.sampled_from(REGISTERS), changes(), DAYS)
def test_r46_a_change_alters_no_finding_before_its_day_and_is_told_from_it_on(
    register: RegisterFacts, one: RuleChange, on: datetime.date
) -> None:
    changed = replace(register, rule_changes=(one,))
    before, after = check(register, on), check(changed, on)
    if on < one.since:
        assert said(after) == said(before)
    else:
        (told,) = (found for found in after if found.rule == "R46" and found.part == one.key)
        assert str(one.number) in told.message.said_in(EN)
        assert said(after) != said(before)


@given(changes(), DAYS)
def test_numbers_are_as_adopted_before_a_change_and_the_changed_one_from_its_day(
    one: RuleChange, on: datetime.date
) -> None:
    figures = Figures((one,))
    for figure in Figure:
        expected = one.number if figure is one.figure and on >= one.since else FIGURES[figure].adopted
        assert figures.number(figure, on) == expected


def test_the_declaration_stays_as_it_was_adopted() -> None:
    on = day("2026-11-24")
    adopted = {figure: AS_ADOPTED.number(figure, on) for figure in Figure}
    assert adopted == {
        Figure.SEATS_LEAST: SEATS_LEAST, Figure.SEATS_MOST: SEATS_MOST, Figure.TERM_YEARS: TERM_YEARS,
        Figure.NOTICE_MONTHS: NOTICE_MONTHS,
    }  # fmt: skip


@given(changes().filter(lambda one: one.figure is Figure.NOTICE_MONTHS), DAYS)
def test_no_sending_is_due_before_the_rule_that_asks_for_it(one: RuleChange, opens_on: datetime.date) -> None:
    deadline = notice_deadline(opens_on, Figures((one,)))
    assert deadline == notice_deadline(opens_on) or deadline >= one.since


def test_r39_a_longer_notice_holds_for_the_meetings_that_can_still_keep_it() -> None:
    planned, later = meeting("2027-02-10"), meeting("2027-05-10")
    figures = Figures((change(Figure.NOTICE_MONTHS, 2, "2027-01-01"),))
    assert notice_deadline(planned.opens_on, figures) == day("2027-01-10")
    assert notice_deadline(later.opens_on, figures) == day("2027-03-10")
    register = replace(
        known.COMMITTEE, meetings=(FOUNDING, later), dispatches=(sent(later, "2027-03-20"),),
        rule_changes=figures.changes,
    )  # fmt: skip
    (found,) = of(register, "R39", "2027-04-01")
    assert found.state is NOT_KEPT
    assert "2 months before 10 May 2027" in found.message.said_in(EN)
    assert of(replace(register, rule_changes=()), "R39", "2027-04-01")[0].state is KEPT


def test_r28_each_time_is_judged_by_the_size_of_its_days() -> None:
    first = term()
    held = seats(first, ("MAR", "PRY", "PRT", "KEN", "FIN", "IDN"))
    register = replace(
        known.COMMITTEE, memberships=tuple(member(one.state) for one in held), terms=(first,), seats=held,
        rule_changes=(change(Figure.SEATS_MOST, 7, "2026-01-01"),),
    )  # fmt: skip
    assert of(register, "R28", "2025-12-31")[-1].state is NOT_KEPT
    earlier, now = of(register, "R28", "2026-01-01")
    assert now.state is KEPT
    asked = "the Declaration asks for 3 to 5, the secretariat noted 3 to 7 from 1 January 2026."
    assert now.message.said_in(EN).endswith(asked)
    assert earlier.remark
    assert "31 December 2025" in earlier.message.said_in(EN)
    assert "3 to 5" in earlier.message.said_in(EN)


def test_r28_names_the_decision_that_set_another_size_and_the_declaration_with_its_own() -> None:
    (decision, *_) = known.VOTED.decisions
    first, decided = term(), replace(change(Figure.SEATS_MOST, 7, "2026-06-01"), decision=decision.key)
    held = seats(first, ("MAR", "PRY", "PRT", "KEN", "FIN", "IDN"))
    register = replace(
        known.VOTED, memberships=tuple(member(one.state) for one in held), terms=(first,), seats=held,
        rule_changes=(decided,),
    )  # fmt: skip
    *_, now = of(register, "R28", "2026-11-24")
    name = f"{decision.year}/{decision.number}"
    assert now.message.said_in(EN).endswith(
        f"the Declaration asks for 3 to 5, decision {name} sets 3 to 7 from 1 June 2026."
    )


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (("2026-01-01", True), ("2026-06-01", False),
         "decision {name} sets at least 4 from 1 January 2026 and the secretariat noted at most 7 from 1 June 2026."),
        (("2026-06-01", False), ("2026-01-01", True),
         "the secretariat noted at least 4 from 1 June 2026 and decision {name} sets at most 7 from 1 January 2026."),
        (("2026-01-01", True), ("2026-01-01", True), "decision {name} sets 4 to 7 from 1 January 2026."),
        (("2026-01-01", False), ("2026-01-01", False), "the secretariat noted 4 to 7 from 1 January 2026."),
    ],
)  # fmt: skip
def test_r28_each_figure_is_told_with_the_change_that_set_it(
    least: tuple[str, bool], most: tuple[str, bool], told: str
) -> None:
    (decision, *_) = known.VOTED.decisions
    changed = tuple(
        replace(change(figure, number, since), decision=decision.key if decided else None)
        for figure, number, (since, decided) in ((Figure.SEATS_LEAST, 4, least), (Figure.SEATS_MOST, 7, most))
    )
    first = term()
    held = seats(first, ("MAR", "PRY", "PRT", "KEN", "FIN", "IDN"))
    register = replace(
        known.VOTED, memberships=tuple(member(one.state) for one in held), terms=(first,), seats=held,
        rule_changes=changed,
    )  # fmt: skip
    *_, now = of(register, "R28", "2026-11-24")
    name = f"{decision.year}/{decision.number}"
    assert now.message.said_in(EN).endswith(f"the Declaration asks for 3 to 5, {told.format(name=name)}")


def test_r30_a_mandate_lasts_as_the_rule_of_its_first_day_says() -> None:
    figures = Figures((change(Figure.TERM_YEARS, 4, "2027-01-01"),))
    assert mandate(day("2026-12-31"), figures).end == day("2029-12-31")
    assert mandate(day("2027-01-01"), figures).end == day("2031-01-01")
    longer = replace(term("2027-01-01"), period=mandate(day("2027-01-01"), figures))
    register = replace(known.COMMITTEE, terms=(longer,), seats=(), rule_changes=figures.changes)
    assert NOT_KEPT not in {one.state for one in of(register, "R30", "2030-06-01")}
    assert NOT_KEPT in {one.state for one in of(replace(register, rule_changes=()), "R30", "2030-06-01")}


def test_r46_tells_each_change_with_its_decision_and_remarks_on_one_without() -> None:
    (decision, *_) = known.VOTED.decisions
    decided = replace(change(Figure.SEATS_MOST, 7, "2026-06-01"), decision=decision.key)
    register = replace(known.VOTED, rule_changes=(decided, change(Figure.TERM_YEARS, 4, "2026-07-01")))
    declared, first, second = of(register, "R46", "2026-11-24")
    assert not declared.remark
    assert not first.remark
    assert "Seats of the Executive Committee, at most: 7 from 1 June 2026 on" in first.message.said_in(EN)
    assert second.remark
    assert "no decision is recorded" in second.message.said_in(EN)


@pytest.mark.parametrize(
    ("figure", "number", "since", "words"),
    [
        (Figure.TERM_YEARS, 0, "2027-01-01", "Give a number from 1 to 10."),
        (Figure.NOTICE_MONTHS, 2, "2026-01-01", "Another number holds from 1 January 2026 already"),
        (Figure.SEATS_LEAST, 6, "2027-01-01", "From 1 January 2027 the Committee would have 6 seats at least and 5"),
    ],
)
def test_a_number_that_cannot_hold_is_refused_in_words(figure: Figure, number: int, since: str, words: str) -> None:
    noted = RuleChange("noted", Figure.NOTICE_MONTHS, 3, day("2026-01-01"))
    with pytest.raises(Problem) as refused:
        check_change(change(figure, number, since), (noted,))
    assert words in refused.value.said_in(EN)


@st.composite
def histories(draw: st.DrawFn) -> tuple[RuleChange, ...]:
    """Changes of any numbers, recorded, put right and taken back in any order, each where it may be."""
    held: dict[str, RuleChange] = {}
    for _ in range(draw(st.integers(1, 12))):
        figure, key = draw(st.sampled_from(Figure)), draw(st.sampled_from("abcdef"))
        one = RuleChange(key, figure, draw(st.integers(0, 10)), draw(st.sampled_from(TURNS)))
        try:
            if draw(st.booleans()):
                check_change(one, held.values())
                held[key] = one
            elif key in held:
                check_taken_back(key, held.values())
                del held[key]
        except Problem:
            continue
    return tuple(held.values())


TURNS = tuple(day(f"{year}-01-01") for year in (2025, 2026, 2027, 2028))
NIGHT = datetime.timedelta(days=1)


@settings(deadline=None, max_examples=300)
@given(histories())
def test_whatever_is_recorded_and_taken_back_each_change_begins_with_what_was_in_force(
    made: tuple[RuleChange, ...],
) -> None:
    figures = Figures(made)
    for turn in (*TURNS, *(turn - NIGHT for turn in TURNS)):
        least, most = figures.seats(turn)
        assert least <= most
    for figure in Figure:
        number = FIGURES[figure].adopted
        for one in sorted((each for each in made if each.figure is figure), key=lambda each: each.since):
            assert figures.number(figure, one.since - NIGHT) == number
            number = figures.number(figure, one.since)
            assert number == one.number
