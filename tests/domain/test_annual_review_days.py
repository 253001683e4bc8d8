"""A paragraph of an annual review written by hand is told to have other facts when they changed, not each day."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.annual_review import (
    PlanOf,
    ReviewFacts,
    ReviewParagraph,
    ReviewPeriod,
    ReviewText,
    YearAhead,
    as_told,
)
from nmirf_desktop.domain.annual_review_days import reads_on_another_day
from nmirf_desktop.domain.annual_review_drafts import drafts
from nmirf_desktop.domain.committees import Committee, Seat, Term
from nmirf_desktop.domain.good_practices import SharedWith, Sharing
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.partnerships import STANDING, Partnership, PartnershipsBetween
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.voting import Decision, Mode
from nmirf_desktop.i18n import Language, catalog
from tests.domain import years_reviewed as years
from tests.domain.second_meeting import FOUNDED, MEETING, STATES
from tests.domain.years_reviewed import said

DAY = datetime.timedelta(days=1)
YEAR = ReviewPeriod.of_year(2027)
PERIODS = (
    YEAR,
    ReviewPeriod.of_year(2028),
    ReviewPeriod(datetime.date(2027, 1, 26), datetime.date(2028, 1, 24)),
    ReviewPeriod(datetime.date(2027, 1, 1), datetime.date(2029, 6, 30)),
    ReviewPeriod(datetime.date(2027, 3, 31), datetime.date(2027, 4, 2)),
)
"""Years, a leap one among them, a time between two meetings, one that begins with a whole year, and three days."""
OTHERS = ("KEN", "GHA", "JPN")


def lasting(period: ReviewPeriod) -> st.SearchStrategy[datetime.date]:
    """Any day of a period before its last one, often its first."""
    return st.dates(period.first, period.last - DAY)


def standing(period: ReviewPeriod, day: datetime.date, number: int = 2) -> ReviewFacts:
    """So many facts of each kind, of which none comes about, ends or falls due within the period.

    On *day* practices were shared, activities held, decisions adopted, and a State joined, whenever the review is read.
    """
    first, before, after = period.first, period.first - DAY, period.last + DAY
    late = [
        PlannedAction(f"x{one}", "priority", said("Visits"), begun_on=before, due_on=before) for one in range(number)
    ]
    done = PlannedAction("y", "priority", said("Workshops"), begun_on=before, done_on=first)
    without = PlannedAction("z", "priority", said("Network"), begun_on=before)
    asked = (
        *(FollowUpAction(f"f{one}", "meeting", said("Publish"), due_on=before) for one in range(number)),
        FollowUpAction("g", "meeting", said("Translate")),
    )
    term = Term("term", Period(FOUNDED, after + 400 * DAY), FOUNDED)
    coming = PlannedAction("c", "priority", said("Course"), due_on=after)
    practice = years.practice("MAR", agreed=True)
    return ReviewFacts(
        period, period.last, STATES,
        activities=tuple(years.activity(0, day, states=("MAR",)) for _ in range(number)),
        practices=(replace(practice, consented_on=before),) * number,
        sharings=(Sharing("h", practice.key, day, SharedWith.MEMBERS),),
        partnerships=PartnershipsBetween(
            (Partnership("s", STANDING.key, Period(FOUNDED)),), partners={STANDING.key: STANDING}
        ),
        memberships=(*years.FOUNDING, years.membership(OTHERS[0], MembershipKind.MEMBER, first)),
        meetings=(MEETING,) * number,
        committee=Committee(term, (Seat("seat", "term", "MAR", term.period),)),
        coordinator="MAR",
        decisions=tuple(decision(one, day) for one in range(number)),
        follow_ups=asked,
        plans=(PlanOf(ActionPlan("plan", said("Plan"), 2026, 2030), (*late, done, without)),),
        ahead=YearAhead((coming,) if (period.last - first).days < 366 else ()),
    )  # fmt: skip


def decision(number: int, day: datetime.date) -> Decision:
    """A decision by consensus."""
    text = said("Decides.")
    return Decision(
        f"d{number}", "meeting", "item", "proposal", 2027, number, day, Mode.CONSENSUS, said("Matter"), text
    )


def read(facts: ReviewFacts, on: datetime.date) -> tuple[ReviewParagraph, ...]:
    """The drafts as they read on a day."""
    return drafts(replace(facts, dated=on))


def outdated(before: tuple[ReviewParagraph, ...], facts: ReviewFacts, on: datetime.date) -> set[str]:
    """Of which slots it is said on a day that facts changed, where each was written by hand beside a draft *before*."""
    first, last, now = facts.period.first, facts.period.last, replace(facts, dated=on)
    kept = [ReviewText(one.slot, first, last, one.slot, said("By hand."), one.text) for one in before]
    told = as_told(drafts(now), kept, partial(reads_on_another_day, now))
    return {one.slot for one in told if one.outdated}


@pytest.mark.parametrize("period", PERIODS, ids=ReviewPeriod.written)
@settings(max_examples=25)
@given(data=st.data())
def test_that_a_day_went_by_marks_nothing(period: ReviewPeriod, data: st.DataObject) -> None:
    """Of no paragraph, whatever it names of the day, and whichever fact is of the day on which the review is read."""
    written, now = data.draw(lasting(period)), data.draw(lasting(period))
    day = data.draw(st.sampled_from((written, now)) | lasting(period))
    facts = standing(period, day, data.draw(st.integers(1, 3)))
    assert outdated(read(facts, written), facts, now) == set()


def test_the_facts_that_stand_tell_of_the_day_in_every_way() -> None:
    """What the properties are tried on names the day, the time that is told, and the year after it."""
    told = {one.slot: one.text.en for one in read(standing(YEAR, YEAR.first), datetime.date(2027, 2, 3))}
    assert told["plan:late:plan"].startswith("As at 3 February 2027")
    assert told["meetings:held"].startswith("From 1 January to 3 February 2027")
    assert told["ahead:plan"].startswith("From 4 February 2027 to 3 February 2028")
    assert told["practices:shared"].startswith("On 1 January 2027")
    assert len(told) > 20


def more(facts: ReviewFacts) -> ReviewFacts:
    """One fact more of each kind that is counted."""
    return standing(facts.period, facts.decisions[0].adopted_on, len(facts.decisions) + 1)


def another_state(facts: ReviewFacts) -> ReviewFacts:
    """Another State joined, and sits in the Committee."""
    *founding, joined = facts.memberships
    assert facts.committee is not None
    seats = (replace(facts.committee.seats[0], state="PRY"),)
    return replace(
        facts,
        memberships=(*founding, replace(joined, state=OTHERS[1])),
        committee=replace(facts.committee, seats=seats),
    )


def one_joined(facts: ReviewFacts) -> ReviewFacts:
    """A State joined on the first day besides."""
    joined = years.membership(OTHERS[2], MembershipKind.MEMBER, facts.period.first)
    return replace(facts, memberships=(*facts.memberships, joined))


def earlier_member(facts: ReviewFacts) -> ReviewFacts:
    """A State that joined on the first day did so on the second: it was no member on the first."""
    *founding, joined = facts.memberships
    return replace(facts, memberships=(*founding, replace(joined, period=Period(joined.period.start + DAY))))


CHANGES: tuple[tuple[Callable[[ReviewFacts], ReviewFacts], tuple[str, ...]], ...] = (
    (more, ("activities:count", "meetings:held", "decisions:count", "decisions:follow-up", "plan:progress:plan")),
    (another_state, ("membership:members", "meetings:committee")),
    (one_joined, ("membership:count", "membership:members", "encouragement:states")),
)
ALL_CHANGES = [pytest.param(change, slots, id=change.__name__) for change, slots in CHANGES]


@pytest.mark.parametrize(("change", "slots"), ALL_CHANGES)
@settings(max_examples=40)
@given(data=st.data())
def test_a_fact_that_changed_marks_whenever_the_review_is_read(
    change: Callable[[ReviewFacts], ReviewFacts], slots: tuple[str, ...], data: st.DataObject
) -> None:
    """While the period lasts and after it, on the same day as on a later one."""
    period = data.draw(st.sampled_from(PERIODS))
    days = st.dates(period.first, period.last + 90 * DAY)
    facts = standing(period, data.draw(lasting(period)), data.draw(st.integers(1, 3)))
    written, now = data.draw(days), data.draw(days)
    assert set(slots) <= outdated(read(facts, written), change(facts), now)


@pytest.mark.parametrize("period", PERIODS, ids=ReviewPeriod.written)
@settings(max_examples=40)
@given(data=st.data())
def test_the_day_of_a_fact_is_no_day_of_reading(period: ReviewPeriod, data: st.DataObject) -> None:
    """Not where what was shared is now of the day of reading, or was of it when the paragraph was written."""
    days = st.dates(period.first, period.last + 90 * DAY)
    written, now = data.draw(days), data.draw(days)
    before = data.draw(st.just(written) | days)
    after = data.draw(st.just(now) | days)
    assume(before != after)
    marked = outdated(read(standing(period, before), written), standing(period, after), now)
    assert "practices:shared" in marked


@given(lasting(YEAR))
def test_a_count_of_the_first_day_that_changed_marks(now: datetime.date) -> None:
    facts = standing(YEAR, YEAR.first)
    assume(now > YEAR.first)
    assert "membership:count" in outdated(read(facts, YEAR.first), earlier_member(facts), now)


@pytest.mark.parametrize("period", PERIODS, ids=ReviewPeriod.written)
@settings(max_examples=25)
@given(data=st.data())
def test_what_tells_a_part_of_a_period_is_marked_once_it_is_over(period: ReviewPeriod, data: st.DataObject) -> None:
    """“As at 3 June … overdue” stood unmarked in the final review; what names neither day nor period stays so."""
    written = data.draw(lasting(period))
    facts = standing(period, period.first)
    before = read(facts, written)
    for now in (period.last, period.last + data.draw(st.integers(1, 400)) * DAY):
        after = {one.slot: one.text for one in read(facts, now)}
        naming = {one.slot for one in before if any(one.text[lang] != after[one.slot][lang] for lang in Language)}
        assert outdated(before, facts, now) == naming
        assert {"plan:late:plan", "decisions:late", "meetings:held", "ahead:plan"} & set(after) <= naming
        assert "membership:members" not in naming


@settings(max_examples=40)
@given(st.sampled_from(PERIODS), st.integers(0, 400), st.integers(0, 400))
def test_of_a_period_that_is_over_no_day_marks(period: ReviewPeriod, written: int, now: int) -> None:
    facts = standing(period, period.last)
    assert outdated(read(facts, period.last + written * DAY), facts, period.last + now * DAY) == set()


@pytest.mark.parametrize(
    ("written", "now"),
    [("2027-01-01", "2027-01-02"), ("2027-01-02", "2027-01-09"), ("2027-01-20", "2027-02-03"),
     ("2027-05-01", "2027-10-23"), ("2027-10-23", "2027-05-01")],
)  # fmt: skip
def test_each_way_in_which_a_time_is_written(written: str, now: str) -> None:
    """“On 1 January”, “On 1 and 2 January”, “From 1 to 20 January”, “From 1 January to 3 February”, « 1er »."""
    facts = standing(YEAR, datetime.date(2027, 5, 1))
    days = [datetime.date.fromisoformat(day) for day in (written, now)]
    times = {YEAR.until(one).during(catalog(Language.EN)) for one in days}
    assert len(times) == 2
    assert outdated(read(facts, days[0]), facts, days[1]) == set()


def test_a_part_of_a_period_that_is_a_whole_year_is_another_day_too() -> None:
    """“In 2027”, read on its last day in a period that goes on."""
    period = PERIODS[3]
    facts, written = standing(period, period.first), datetime.date(2027, 12, 31)
    assert any(one.text.en.startswith("In 2027, ") for one in read(facts, written))
    assert outdated(read(facts, written), facts, written + 3 * DAY) == set()
