"""The annual review in January: what was written down, agreed or done only after the year was over."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.document_texts import MeetingDocument
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from tests import registers
from tests.registers import Hand, said

JANUARY, LATER = datetime.date(2027, 1, 20), datetime.date(2028, 1, 20)
YEAR, NEXT = ReviewPeriod.of_year(2026), ReviewPeriod.of_year(2027)


@pytest.fixture
def clock() -> Hand:
    """A clock that stands in January."""
    return Hand(datetime.datetime(2027, 1, 20, 9, tzinfo=datetime.UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: Hand) -> Iterator[Secretariat]:
    """A register at which one works in January."""
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:
        yield Secretariat(store, clock)


def texts(desk: Secretariat, period: ReviewPeriod, on: datetime.date) -> dict[str, Trilingual]:
    """The paragraphs of a review by their slots, as they read on a day."""
    return {one.slot: one.text for one in desk.annual_reviews.read(period, on).told}


def printed(desk: Secretariat, period: ReviewPeriod, on: datetime.date) -> str:
    """All cells of all tables of a review in English."""
    request = Request(DocumentKind.REVIEW, None, part=period.written(), on=on)
    (content,) = desk.papers.contents(request)
    blocks = [block for section in content.paper.sections for block in section.blocks]  # type: ignore[union-attr]
    cells = [cell for block in blocks for row in getattr(block, "rows", ()) for cell in row]
    return "\n".join(cell.read(Language.EN).whole for cell in cells)


def planned(desk: Secretariat, *actions: tuple[str, dict[str, datetime.date]]) -> ActionPlan:
    """A plan, written down in January with its actions by their titles and days."""
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2030))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges")))
    for title, days in actions:
        desk.action_plans.save_action(PlannedAction("", priority.key, said(title), **days))  # type: ignore[arg-type]
    return plan


# ---- the action plan ----


def test_how_an_action_stood_follows_its_own_days_whenever_it_was_written_down(desk: Secretariat) -> None:
    june, autumn = datetime.date(2026, 6, 1), datetime.date(2026, 11, 30)
    plan = planned(
        desk,
        ("Begun", {"begun_on": june, "due_on": datetime.date(2027, 6, 1)}),
        ("Done", {"begun_on": june, "done_on": autumn}),
        ("Done in January", {"begun_on": june, "due_on": autumn, "done_on": JANUARY}),
        ("To begin in June", {"begins_on": june, "due_on": datetime.date(2027, 6, 1)}),
        ("Next year", {"begins_on": datetime.date(2027, 3, 1)}),
    )
    told = texts(desk, YEAR, JANUARY)[f"plan:progress:{plan.key}"].en.replace("\u00a0", " ")
    assert told.endswith("carried out (1), under way (1), overdue (2) and not begun (1).")


def test_what_is_overdue_counts_the_plan_and_drops_what_was_done_since(desk: Secretariat) -> None:
    """“As listed above … is overdue” counted what was carried out by the day of the document, and no earlier plan."""
    autumn = datetime.date(2026, 11, 30)
    planned(desk, ("Visits", {"due_on": autumn}), ("Training", {"due_on": autumn, "done_on": JANUARY}))
    said_ = texts(desk, YEAR, JANUARY)["ahead:late"]
    assert said_.en == "As listed above, one action of the action plan is overdue."
    assert said_.fr == "Comme indiqué plus haut, une action du plan d’action est en retard."
    assert said_.es == "Como se indica más arriba, está atrasada una acción del plan de acción."
    (meeting,) = desk.meetings.list()
    desk.actions.record(FollowUpAction("", meeting.key, said("Publish the guide"), due_on=autumn))
    desk.actions.record(FollowUpAction("", meeting.key, said("Send it"), due_on=autumn, done_on=JANUARY))
    said_ = texts(desk, YEAR, JANUARY)["ahead:late"]
    assert said_.en == "As listed above, one follow-up action and one action of the action plan are overdue."


def test_an_action_of_an_earlier_plan_that_is_listed_is_overdue_too(desk: Secretariat) -> None:
    old = desk.action_plans.save_plan(ActionPlan("", said("Old plan"), 2024, 2025))
    priority = desk.action_plans.save_priority(PlanPriority("", old.key, said("Exchanges")))
    late = PlannedAction("", priority.key, said("Guide"), due_on=datetime.date(2025, 11, 1))
    desk.action_plans.save_action(late)
    planned(desk, ("Visits", {"due_on": datetime.date(2026, 11, 30)}))
    told = texts(desk, YEAR, JANUARY)["ahead:late"]
    assert told.en == "As listed above, two actions of the action plan are overdue."


# ---- follow-up of decisions ----


def test_a_follow_up_action_that_was_written_down_in_january_counts_by_its_own_days(desk: Secretariat) -> None:
    """One that was due and done in December and entered in January stood in no review."""
    (meeting,) = desk.meetings.list()
    assert meeting.opens_on.year == 2026
    due, done = datetime.date(2026, 12, 1), datetime.date(2026, 12, 20)
    desk.actions.record(FollowUpAction("", meeting.key, said("Send it"), due_on=due, done_on=done))
    desk.actions.record(FollowUpAction("", meeting.key, said("Publish it"), due_on=due))
    desk.actions.record(FollowUpAction("", meeting.key, said("Some day")))
    told = texts(desk, YEAR, JANUARY)
    followed = told["decisions:follow-up"].en.replace("\u00a0", " ")
    assert followed.endswith(
        "two follow-up actions that were open in the period stood as follows: done (1) and overdue (1)."
    )
    assert "decisions:late" in told


# ---- good practices ----


def test_r43_a_practice_whose_state_agrees_after_new_year_is_named_in_the_next_review(desk: Secretariat) -> None:
    """It was named in no review: in the first it lacked the consent, in the second it was not of the year."""
    record = desk.good_practices.record
    day, agreed = datetime.date(2026, 11, 3), datetime.date(2027, 1, 12)
    record(GoodPractice("", "MAR", said("Shared table"), Area.DATA, day, consented_on=agreed))
    record(GoodPractice("", "PRY", said("Calendar"), Area.DATA, day, consented_on=day))
    assert "Shared table" not in printed(desk, YEAR, JANUARY)
    assert "Calendar" in printed(desk, YEAR, JANUARY)
    assert "practices:agreed" not in texts(desk, YEAR, JANUARY)
    found = texts(desk, NEXT, LATER)
    assert found["practices:agreed"].en == (
        "In 2027, consent to sharing was given for one good practice documented earlier, which is listed below."
    )
    told = printed(desk, NEXT, LATER)
    assert told.count("Shared table") == 1
    assert "Calendar" not in told
    assert "practices:agreed" not in texts(desk, ReviewPeriod.of_year(2028), datetime.date(2029, 1, 20))


@pytest.mark.parametrize(
    ("days", "year"),
    [
        ({"consented_on": (2025, 4)}, 2026),
        ({"consented_on": (2027, 4)}, 2027),
        ({"consented_on": (2026, 4), "withdrawn_on": (2027, 5), "renewed_on": (2028, 2)}, 2026),
        ({"consented_on": (2026, 4), "withdrawn_on": (2026, 5), "renewed_on": (2028, 2)}, 2028),
        ({"consented_on": (2027, 4), "withdrawn_on": (2027, 5), "renewed_on": (2028, 2)}, 2028),
        ({"consented_on": (2027, 4), "withdrawn_on": (2028, 1), "renewed_on": (2028, 2)}, 2027),
        ({"consented_on": (2026, 4), "withdrawn_on": (2026, 5)}, None),
        ({}, None),
    ],
)
def test_r43_a_practice_is_named_in_one_review(
    desk: Secretariat, clock: Hand, days: dict[str, tuple[int, int]], year: int | None
) -> None:
    """In that of the first year at whose end its State agrees; never in two, also where the State agreed anew."""
    clock.at = datetime.datetime(2029, 1, 9, tzinfo=datetime.UTC)
    given = {name: datetime.date(*day, 3) for name, day in days.items()}
    practice = GoodPractice("", "MAR", said("Table"), Area.DATA, datetime.date(2026, 3, 1), **given)  # type: ignore[arg-type]
    desk.good_practices.record(practice)
    reviews = {one: printed(desk, ReviewPeriod.of_year(one), datetime.date(2029, 1, 9)) for one in range(2025, 2029)}
    assert [one for one, told in reviews.items() if "Table" in told] == ([] if year is None else [year])


@pytest.mark.parametrize("sent", [False, True])
def test_r43_what_went_out_before_its_consent_is_no_lack_once_the_state_agreed(
    desk: Secretariat, *, sent: bool
) -> None:
    """It could never be worked off; before the day of the consent, and while there is none, it is named."""
    day, agreed = datetime.date(2026, 11, 3), datetime.date(2027, 1, 12)
    for state, title, consented_on in (("MAR", "Shared table", agreed), ("PRY", "Calendar", None)):
        practice = GoodPractice("", state, said(title), Area.DATA, day, consented_on=consented_on)
        one = desk.good_practices.record(practice)
        if sent:
            made = Contribution("", ContributionKind.PRACTICE, said(title), day, state, practice=one.key, sent_on=day)
            desk.contributions.record(made)
        else:
            desk.good_practices.share(Sharing("", one.key, day, SharedWith.MEMBERS), all_the_same=True)

    def named(on: datetime.date) -> list[str]:
        found = desk.annual_reviews.read(YEAR, on).lacks
        return [lack.record for lack in found if lack.topic is Subject.PRACTICES]

    held = {line.practice.title[Language.EN]: line.key for line in desk.good_practices.lines(JANUARY)}
    assert named(JANUARY) == [held["Calendar"]]
    assert sorted(named(agreed - datetime.timedelta(days=1))) == sorted(held.values())


# ---- marked as reviewed ----


def test_what_the_review_prints_is_marked_as_reviewed_with_it(desk: Secretariat) -> None:
    """Also a practice of an earlier year, and why a number of the rules was changed."""
    before, agreed = datetime.date(2025, 11, 3), datetime.date(2026, 11, 3)
    practice = GoodPractice("", "MAR", Trilingual("Table"), Area.DATA, before, consented_on=agreed)
    key = desk.good_practices.record(practice).key
    desk.rule_changes.change(Figure.SEATS_MOST, 7, agreed, Trilingual("More members"))
    (meeting,) = desk.meetings.list()
    desk.texts.review_all(meeting.key, MeetingDocument.REVIEW, Language.EN)
    with desk.store.read() as session:
        assert GOOD_PRACTICES.get(session, key).title.state(Language.EN) is TextState.REVIEWED
    (change,) = desk.rule_changes.all()
    assert change.reason.state(Language.EN) is TextState.REVIEWED
