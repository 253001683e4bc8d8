"""An action plan: how an action stands follows from its days, on any day."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.action_plans import (
    ActionPlan,
    PlannedAction,
    PlanState,
    check_action,
    check_plan,
    marked,
    moved,
    plan_state,
    progress,
    settled,
    why_not_marked,
)
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog

TITLE = Trilingual.final("Visits", "Visites", "Visitas")
DAY = datetime.timedelta(days=1)
DUE = datetime.date(2027, 6, 30)
ACTION = PlannedAction("a", "p", TITLE, begins_on=datetime.date(2027, 1, 1), due_on=DUE)


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({}, datetime.date(2027, 1, 1), PlanState.NOT_BEGUN),
        ({}, datetime.date(2027, 1, 2), PlanState.LATE),
        ({"begun_on": datetime.date(2027, 1, 1)}, DUE, PlanState.UNDER_WAY),
        ({"begun_on": datetime.date(2027, 1, 1)}, DUE + DAY, PlanState.LATE),
        ({"done_on": DUE + DAY}, DUE + DAY, PlanState.DONE),
        ({"begun_on": DUE, "done_on": DUE + DAY}, DUE, PlanState.UNDER_WAY),
        ({"given_up_on": DUE, "reason": Trilingual("Too dear")}, DUE, PlanState.GIVEN_UP),
        ({"begins_on": None, "due_on": None}, DUE, PlanState.NOT_BEGUN),
    ],
)
def test_an_action_stands_as_its_days_say(changes: dict[str, object], on: datetime.date, state: PlanState) -> None:
    assert plan_state(replace(ACTION, **changes), on) is state  # type: ignore[arg-type]


def test_what_was_given_up_is_not_counted_among_all() -> None:
    gone = replace(ACTION, given_up_on=DUE, reason=Trilingual("Too dear"))
    found = progress((ACTION, gone, replace(ACTION, done_on=DUE)), DUE)
    assert (found.done, found.all) == (1, 2)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(ACTION, title=Trilingual()),
        replace(ACTION, due_on=datetime.date(2026, 12, 31)),
        replace(ACTION, given_up_on=DUE),
        replace(ACTION, given_up_on=DUE, reason=Trilingual("Too dear"), done_on=DUE),
        replace(ACTION, begun_on=DUE, done_on=DUE - DAY),
        replace(ACTION, begun_on=DUE, given_up_on=DUE - DAY, reason=Trilingual("Too dear")),
    ],
)
def test_an_action_that_cannot_be_is_refused(wrong: PlannedAction) -> None:
    check_action(ACTION)
    with pytest.raises(Problem):
        check_action(wrong)


BEGUN, DONE = replace(ACTION, begun_on=DUE), replace(ACTION, begun_on=DUE, done_on=DUE + DAY)
GIVEN_UP = replace(BEGUN, given_up_on=DUE + DAY, reason=Trilingual("Too dear"))
MARKS = (PlanState.UNDER_WAY, PlanState.DONE, PlanState.NOT_BEGUN)


@pytest.mark.parametrize(
    ("action", "possible"),
    [
        (ACTION, {PlanState.UNDER_WAY, PlanState.DONE}),
        (BEGUN, {PlanState.DONE, PlanState.NOT_BEGUN}),
        (DONE, set()),
        (replace(ACTION, done_on=DUE), set()),
        (GIVEN_UP, set()),
    ],
)
def test_a_mark_is_of_what_comes_next_and_leaves_every_other_day(
    action: PlannedAction, possible: set[PlanState]
) -> None:
    on = DUE + 2 * DAY
    for state in MARKS:
        assert (why_not_marked(action, state) == "") is (state in possible)
        if state in possible:
            found = marked(action, state, on)
            changed = "done_on" if state is PlanState.DONE else "begun_on"
            expected = None if state is PlanState.NOT_BEGUN else on
            assert found == replace(action, **{changed: expected})  # type: ignore[arg-type]
        else:
            with pytest.raises(Problem):
                marked(action, state, on)


def test_nothing_is_marked_as_done_before_it_began() -> None:
    with pytest.raises(Problem) as refused:
        marked(BEGUN, PlanState.DONE, DUE - DAY)
    assert refused.value.said_in(catalog(Language.EN)) == (
        "It began on 30 June 2027, which is later: correct one of the two days."
    )


def test_a_plan_ends_in_the_year_in_which_it_begins_or_later() -> None:
    check_plan(ActionPlan("plan", TITLE, 2026, 2026))
    for first, last in ((2030, 2026), (2020, 2026)):
        with pytest.raises(Problem):
            check_plan(ActionPlan("plan", TITLE, first, last))


@given(st.lists(st.text(min_size=1), min_size=1, unique=True), st.data())
def test_moving_one_loses_none_and_back_is_as_before(keys: list[str], data: st.DataObject) -> None:
    key, by = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from((-1, 1)))
    after = moved(keys, key, by)
    assert sorted(after) == sorted(keys)
    if after != tuple(keys):
        assert moved(after, key, -by) == tuple(keys)


EN, FR, ES, NEW = (f"https://www.ohchr.org/{one}/nmirf" for one in ("en", "fr", "es", "en/new"))


def shown(evidence: Trilingual, before: Trilingual = Trilingual()) -> Trilingual:
    """The evidence of an action as it is written down, where another was there *before*."""
    return settled(replace(ACTION, evidence=evidence), replace(ACTION, evidence=before)).evidence


def test_an_address_alone_is_the_same_in_each_language_and_needs_no_reading() -> None:
    same = Trilingual.final(EN, EN, EN)
    assert shown(Trilingual(EN)) == shown(Trilingual(EN, EN, f" {EN} ")) == same
    assert shown(Trilingual(fr=FR, source=Language.FR)) == Trilingual.final(FR, FR, FR, Language.FR)
    assert shown(same.with_text(Language.EN, NEW), same) == Trilingual.final(NEW, NEW, NEW)


@pytest.mark.parametrize("evidence", [Trilingual(EN, FR, ES), Trilingual.final(EN, FR, ES), Trilingual("Report")])
def test_different_addresses_and_words_stay_as_they_are(evidence: Trilingual) -> None:
    assert shown(evidence) == shown(evidence, Trilingual.final(EN, EN, EN)) == evidence


def test_an_address_of_a_language_of_its_own_stays_when_another_changes() -> None:
    same, each = Trilingual.final(EN, EN, EN), Trilingual.final(EN, FR, EN)
    own = shown(same.with_text(Language.FR, FR), same)
    assert (own.en, own.fr, own.es) == (EN, FR, EN)
    assert own.state(Language.FR) is TextState.DRAFT, "nobody has reviewed it"
    moved_on = shown(each.with_text(Language.EN, NEW), each)
    assert (moved_on.en, moved_on.fr, moved_on.es) == (NEW, FR, NEW)
    assert moved_on.state(Language.FR) is TextState.OUTDATED
    third = shown(Trilingual(EN, FR))
    assert (third.en, third.fr, third.es) == (EN, FR, EN)
    assert [third.state(one) for one in (Language.EN, Language.ES)] == [TextState.DRAFT] * 2
