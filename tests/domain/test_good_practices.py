"""R43 counts what went to the virtual knowledge hub, and says what went out without consent; what a practice lacks."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.compliance import FindingState, RegisterFacts
from nmirf_desktop.domain.contributions import (
    Contribution,
    ContributionKind,
    ContributionLine,
    ContributionsOf,
    ContributionState,
    check_contribution,
    lacking,
)
from nmirf_desktop.domain.good_practices import (
    Area,
    GoodPractice,
    PracticeLine,
    PracticesOf,
    SharedWith,
    Sharing,
    check_practice,
    check_sharing,
    missing,
    without_consent,
)
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import STATES, day, facts, found

EN = catalog(Language.EN)
TITLE = Trilingual.final("Shared table", "Tableau commun", "Tabla común")
TODAY = "2026-11-24"
AGREED = GoodPractice(
    "table", "MAR", TITLE, Area.FOLLOW_UP, day("2025-02-01"), 1, objectives=(Objective.EXCHANGE,),
    consented_on=day("2025-03-01"), consented_by="Minister",
)  # fmt: skip
ASKED = replace(AGREED, key="asked", consented_on=None, consented_by="")
SENT = Contribution(
    "sent", ContributionKind.PRACTICE, TITLE, day("2026-01-10"), "MAR", practice="table", sent_on=day("2026-02-01")
)
EVENT = Contribution("event", ContributionKind.EVENT, TITLE, day("2026-03-01"), "PRY", sent_on=day("2026-03-02"))


def lent(practice: str, on: str = "2026-05-01") -> Sharing:
    return Sharing(f"{practice} lent", practice, day(on), SharedWith.MEMBERS)


def r43(register: RegisterFacts, on: str = TODAY) -> list[tuple[str, str, str]]:
    answers = found(register, "R43", on)
    assert {one.state for one in answers} == {FindingState.KEPT}, "no State is obliged to anything"
    return [(one.subject.key, one.message.said_in(EN), one.advice.said_in(EN)) for one in answers]


def counts(register: RegisterFacts, on: str = TODAY) -> dict[str, dict[str, object]]:
    return {one.subject.key: {fact.name: fact.value for fact in one.facts} for one in found(register, "R43", on)}


def test_r43_asks_nothing_of_anybody_where_nothing_was_contributed() -> None:
    said = "No contribution to the virtual knowledge hub is recorded; no State is obliged to make one."
    assert r43(facts()) == [("", said, "")]


def test_r43_counts_each_year_by_kind_by_the_day_on_which_it_went_out() -> None:
    last = replace(SENT, key="last", sent_on=None, published_on=day("2024-06-01"), prepared_on=day("2024-05-01"))
    ready = replace(EVENT, key="ready", sent_on=None)
    register = facts(good_practices=(AGREED,), contributions=(last, SENT, EVENT, ready))
    assert [(year, said) for year, said, _ in r43(register)] == [
        ("2024", "2024: contributions to the virtual knowledge hub: 1."),
        ("2025", "2025: contributions to the virtual knowledge hub: 0."),
        ("2026", "2026 so far: contributions to the virtual knowledge hub: 2."),
    ]
    assert counts(register)["2026"] == {
        "Practices shared": 1, "Events reported": 1, "Other activities": 0, "To be sent": 1,
    }  # fmt: skip
    assert counts(register, "2026-02-15")["2026"]["Events reported"] == 0, "what came later is not known yet"


def test_r43_remarks_a_practice_that_was_shared_or_contributed_without_consent() -> None:
    contributed = replace(SENT, practice="asked")
    for gone in ({"sharings": (lent("asked"),)}, {"contributions": (contributed,)}):
        answers = r43(facts(good_practices=(AGREED, ASKED), **gone))
        (key, said, advice) = answers[-1]
        assert (key, "Shared table" in said, "no consent" in said, bool(advice)) == ("asked", True, True, True)
    assert len(r43(facts(good_practices=(AGREED,), sharings=(lent("table"),), contributions=(SENT,)))) == 1


def test_r43_a_consent_that_came_later_settles_it_from_its_day_on() -> None:
    register = facts(good_practices=(replace(ASKED, consented_on=day("2026-07-01")),), sharings=(lent("asked"),))
    assert [key for key, *_ in r43(register, "2026-06-30")] == ["", "asked"]
    assert [key for key, *_ in r43(register, "2026-07-01")] == [""]


def test_r43_says_what_went_out_after_the_state_withdrew_it() -> None:
    withdrawn = replace(AGREED, withdrawn_on=day("2026-05-01"))
    register = facts(good_practices=(withdrawn,), sharings=(lent("table", "2026-05-01"),))
    assert "withdrew" in r43(register)[-1][1]
    before = facts(good_practices=(withdrawn,), sharings=(lent("table", "2026-04-30"),))
    assert len(r43(before)) == 1, "it had consent when it was shared"


def test_r43_a_consent_given_again_covers_what_follows_it_and_not_what_went_out_between() -> None:
    again = replace(AGREED, withdrawn_on=day("2026-05-01"), renewed_on=day("2026-07-01"))
    stood = [(again.consents(day(on)), again.withdrawn(day(on))) for on in ("2026-04-30", "2026-05-01", "2026-07-01")]
    assert stood == [(True, False), (False, True), (True, False)]
    for on, told in (("2026-04-30", False), ("2026-05-01", True), ("2026-06-30", True), ("2026-07-01", False)):
        answers = r43(facts(good_practices=(again,), sharings=(lent("table", on),)))
        assert (len(answers) > 1) is told, on
        assert not told or "which had withdrawn it, agreed again" in answers[-1][1]
    register = facts(good_practices=(again,), sharings=(lent("table", "2026-06-01"),))
    assert "withdrew it" in r43(register, "2026-06-30")[-1][1], "on that day nothing was known of the consent to come"
    (told_,) = (one for one in found(register, "R43", TODAY) if one.remark)
    assert {fact.name: fact.value for fact in told_.facts}["Agreed again on"] == day("2026-07-01")


def test_a_consent_its_withdrawal_and_the_consent_again_are_in_their_order() -> None:
    agreed = day("2025-03-01")
    check_practice(replace(AGREED, withdrawn_on=agreed, renewed_on=agreed + datetime.timedelta(days=1)))
    for wrong, field in (
        (replace(AGREED, withdrawn_on=agreed - datetime.timedelta(days=1)), "consented_on"),
        (replace(AGREED, renewed_on=day("2026-07-01")), "renewed_on"),
        (replace(AGREED, withdrawn_on=day("2026-07-01"), renewed_on=day("2026-07-01")), "renewed_on"),
    ):
        with pytest.raises(Problem) as told:
            check_practice(wrong)
        assert told.value.field_name == field


def test_r43_what_is_still_to_be_sent_was_not_given_away() -> None:
    ready = replace(SENT, practice="asked", sent_on=None)
    assert [key for key, *_ in r43(facts(good_practices=(ASKED,), contributions=(ready,)))] == ["2026"]
    assert lacking(ready, ASKED, day(TODAY)) == (Missing.CONSENT,), "but it is seen before it is sent"


DAYS = st.dates(datetime.date(2025, 1, 1), datetime.date(2026, 12, 31))


@st.composite
def consented_or_not(draw: st.DrawFn) -> GoodPractice:
    """A practice to which its State agreed or not, which it withdrew or not, and then agreed again or not."""
    agreed, back, anew = draw(st.none() | DAYS), draw(st.none() | DAYS), draw(st.none() | st.integers(1, 400))
    renewed = back + datetime.timedelta(days=anew) if back is not None and anew is not None else None
    return replace(AGREED, consented_on=agreed, withdrawn_on=back, renewed_on=renewed)


@given(consented_or_not(), DAYS, DAYS, st.integers(0, 400))
def test_a_consent_never_ceases_to_cover_what_it_covered(
    one: GoodPractice, went: datetime.date, later: datetime.date, more: int
) -> None:
    after = later + datetime.timedelta(days=more)
    assert without_consent(one, went, after) <= without_consent(one, went, later)
    assert without_consent(replace(one, consented_on=None, renewed_on=None), went, later), "without a consent"


def test_what_a_practice_lacks_is_told_gravest_first_and_nothing_of_one_that_was_withdrawn() -> None:
    bare = replace(ASKED, title=Trilingual(en="Shared table"), objectives=())
    on = day(TODAY)
    assert missing(bare, on) == (Missing.CONSENT, Missing.OBJECTIVE, Missing.LANGUAGE)
    assert missing(AGREED, on) == ()
    assert missing(AGREED, day("2025-02-28")) == (Missing.CONSENT,), "before the day of the consent"
    assert missing(replace(bare, withdrawn_on=on), on) == ()


def test_what_cannot_be_is_refused_at_its_field() -> None:
    for wrong, field in (
        (replace(AGREED, title=Trilingual()), "title"),
        (replace(AGREED, consented_on=None), "consented_on"),
    ):
        with pytest.raises(Problem) as told:
            check_practice(wrong)
        assert told.value.field_name == field
    for sharing, field in (
        (replace(lent("table"), shared_with=SharedWith.STATES), "states"),
        (replace(lent("table"), shared_with=SharedWith.PARTNER), "partner"),
    ):
        with pytest.raises(Problem) as told:
            check_sharing(sharing)
        assert told.value.field_name == field
    for given_, field in (
        (replace(EVENT, title=Trilingual()), "title"),
        (replace(EVENT, published_on=day("2026-03-01")), "published_on"),
    ):
        with pytest.raises(Problem) as told:
            check_contribution(given_)
        assert told.value.field_name == field


def test_a_contribution_stands_as_its_days_say() -> None:
    one = replace(EVENT, published_on=day("2026-04-01"))
    stood = [one.stands(day(on)) for on in ("2026-03-01", "2026-03-02", "2026-04-01")]
    assert stood == [ContributionState.TO_BE_SENT, ContributionState.SENT, ContributionState.PUBLISHED]
    assert lacking(one, None, day("2026-04-01")) == (Missing.LINK,)


def test_a_period_is_counted_by_area_objective_region_state_and_month() -> None:
    states = {one.iso3: one for one in STATES}
    lines = tuple(PracticeLine(replace(AGREED, state=code), states[code], day(TODAY)) for code in ("MAR", "PRY", "KEN"))
    of = PracticesOf(day("2026-01-01"), day("2026-12-31"), lines)
    assert of.by_area()[Area.FOLLOW_UP] == 3
    assert of.by_objective()[Objective.EXCHANGE] == 3
    assert sorted(number for number in of.by_region(Option.REGIONAL_GROUP).values() if number) == [1, 2]
    sent = tuple(ContributionLine(one, one.stands(day(TODAY))) for one in (SENT, EVENT, replace(EVENT, state=None)))
    year = ContributionsOf(day("2026-01-01"), day("2026-12-31"), sent)
    assert year.by_state() == {"MAR": 1, "PRY": 1, None: 1}
    assert year.by_kind()[ContributionKind.EVENT] == 2
    assert year.by_month()[:3] == (0, 1, 2)
    assert year.by_standing()[ContributionState.SENT] == 3


def test_what_went_out_before_it_was_recorded_counts_when_it_went() -> None:
    """Sent in December and recorded in January: of the year in which it was sent, as of its last day, too."""
    late = replace(SENT, prepared_on=day("2027-01-10"), sent_on=day("2026-12-01"))
    last = day("2026-12-31")
    assert late.counts_in(day("2026-01-01"), last, last)
    assert not late.counts_in(day("2026-01-01"), last, day("2026-11-30"))
    assert not late.counts_in(day("2027-01-01"), day("2027-12-31"), day("2027-02-01"))
    on_the_hub = replace(late, sent_on=None, published_on=day("2026-12-01"))
    assert on_the_hub.counts_in(day("2026-01-01"), last, last)
    waiting = replace(late, sent_on=None)
    assert not waiting.counts_in(day("2026-01-01"), last, last)
    told = r43(facts(states=STATES, good_practices=(AGREED,), contributions=(late,)), "2026-12-31")
    assert told == r43(
        facts(states=STATES, good_practices=(AGREED,), contributions=(replace(late, prepared_on=day("2026-12-01")),)),
        "2026-12-31",
    )
    assert told
