"""The annual review on a real register: read, written over, taken back, found, printed, issued, named on an agenda."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.agenda import Purpose
from nmirf_desktop.domain.annual_review import ReviewPart, ReviewPeriod, Told
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith, Sharing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Asked, Request
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.undo import redo, undo
from tests import registers
from tests.registers import OPENS, Hand, said

ENGLISH = catalog(Language.EN)
YEAR = ReviewPeriod.of_year(2026)
SLOT = "activities:count"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:
        yield Secretariat(store, clock)


def record(desk: Secretariat, month: int = 3, title: str = "Workshop") -> Activity:
    day = datetime.date(2026, month, 3)
    one = Activity("", ActivityKind.WORKSHOP, said(title), day, day, objectives=(Objective.EXCHANGE,))
    return desk.activities.save(one, desk.activities.recognised(("Morocco",)))


def found(desk: Secretariat, slot: str = SLOT) -> Told:
    return next(one for one in desk.annual_reviews.read(YEAR, OPENS).told if one.slot == slot)


def printed(desk: Secretariat, language: Language = Language.EN) -> str:
    (content,) = desk.papers.contents(Request(DocumentKind.REVIEW, None, part="2026", on=OPENS))
    blocks = [block for section in content.paper.sections for block in section.blocks]  # type: ignore[union-attr]
    texts = (getattr(block, "text", None) for block in blocks)
    return "\n".join(text.read(language).whole for text in texts if text is not None)


def by_hand(desk: Secretariat, on: datetime.date, period: ReviewPeriod = YEAR) -> None:
    """Write each paragraph by hand, beside its draft of a day."""
    for one in desk.annual_reviews.read(period, on).told:
        desk.annual_reviews.write(period, one.slot, said("By hand."), on)


def changed(desk: Secretariat, on: datetime.date, period: ReviewPeriod = YEAR) -> list[str]:
    """The slots of what was written by hand, of which it is said on a day that its facts changed."""
    return [one.slot for one in desk.annual_reviews.read(period, on).told if one.outdated]


# ---- written by hand ----


def test_a_translation_that_was_changed_alone_leads_and_the_others_are_older_than_it(desk: Secretariat) -> None:
    """A sentence was added in French only: English and Spanish were printed without it, and nothing said so."""
    record(desk)
    draft = found(desk).draft
    desk.annual_reviews.write(YEAR, SLOT, draft.with_text(Language.FR, f"{draft.fr} Il fut suivi."), OPENS)
    text = found(desk).text
    assert text.source is Language.FR
    assert {one for one in Language if text.state(one) is TextState.OUTDATED} == {Language.EN, Language.ES}
    desk.annual_reviews.write(YEAR, SLOT, text.with_text(Language.EN, f"{draft.en} It was well attended."), OPENS)
    text = found(desk).text
    assert {one for one in Language if text.state(one) is TextState.OUTDATED} == {Language.ES}
    desk.annual_reviews.follow(YEAR, SLOT, OPENS)
    desk.annual_reviews.write(YEAR, SLOT, draft.with_text(Language.EN, f"{draft.en} It was well attended."), OPENS)
    assert found(desk).text.source is Language.EN


def test_the_writer_keeps_the_original_where_one_translation_was_put_right(desk: Secretariat) -> None:
    """A typing mistake in French made English and Spanish older than their original for good."""
    record(desk)
    draft = found(desk).draft
    desk.annual_reviews.write(YEAR, SLOT, draft.with_text(Language.FR, f"{draft.fr} Il fut suivi."), OPENS)
    chosen = found(desk).text.with_source(Language.EN)
    desk.annual_reviews.write(YEAR, SLOT, chosen, OPENS)
    assert found(desk).text == chosen
    again = chosen.with_text(Language.FR, f"{draft.fr} Il fut bien suivi.")
    desk.annual_reviews.write(YEAR, SLOT, again, OPENS)
    text = found(desk).text
    assert text.source is Language.EN
    assert TextState.OUTDATED not in text.states().values()


def test_a_paragraph_written_by_hand_stays_when_an_activity_is_added(desk: Secretariat) -> None:
    record(desk)
    reviews = desk.annual_reviews
    french = found(desk).draft.with_text(Language.FR, "Un seul atelier a été organisé.")
    reviews.write(YEAR, SLOT, french, OPENS)
    assert (found(desk).written, found(desk).outdated) == (True, False)
    assert "Un seul atelier a été organisé." in printed(desk, Language.FR)
    record(desk, 5, "Second workshop")
    one = found(desk)
    assert one.outdated
    assert one.text.fr == "Un seul atelier a été organisé."
    assert "two workshops" in one.draft.en
    reviews.keep(YEAR, SLOT, OPENS)
    assert not found(desk).outdated
    reviews.follow(YEAR, SLOT, OPENS)
    assert not found(desk).written
    assert "deux ateliers" in found(desk).text.fr
    undo(desk.store)
    assert found(desk).text.fr == "Un seul atelier a été organisé."
    redo(desk.store)
    assert "deux ateliers" in found(desk).text.fr


@pytest.mark.parametrize(
    ("first", "morrow"), [("2026-05-31", "2026-06-01"), ("2026-06-01", "2026-06-20"), ("2026-03-09", "2026-11-23")]
)
def test_that_a_day_went_by_is_no_change_of_facts(desk: Secretariat, first: str, morrow: str) -> None:
    """Each paragraph written by hand was marked on the morrow, while the year was going on."""
    record(desk)
    reviews, later = desk.annual_reviews, datetime.date.fromisoformat(morrow)
    by_hand(desk, datetime.date.fromisoformat(first))
    assert changed(desk, later) == []
    record(desk, 3, "Second workshop")
    assert SLOT in changed(desk, later)
    assert SLOT in changed(desk, datetime.date(2027, 1, 5)), "what was written tells of a part of the year"
    reviews.keep(YEAR, SLOT, datetime.date(2027, 1, 5))
    assert SLOT not in changed(desk, datetime.date(2027, 2, 9))


def test_a_time_within_one_month_is_another_day_only(desk: Secretariat) -> None:
    """“From 1 to 9 June” against “From 1 June to 3 July” was told as other facts."""
    record(desk, 6)
    period = ReviewPeriod(datetime.date(2026, 6, 1), datetime.date(2027, 5, 31))
    days = [datetime.date(2026, *day) for day in ((6, 3), (6, 9), (7, 3))]
    by_hand(desk, days[1], period)
    assert [changed(desk, day, period) for day in days] == [[], [], []]


def test_the_day_of_a_fact_that_was_put_right_is_a_change(desk: Secretariat) -> None:
    """Also where it is the day on which the review is read."""
    may, june = datetime.date(2026, 5, 20), datetime.date(2026, 6, 3)
    practice = desk.good_practices.record(GoodPractice("", "MAR", said("Table"), Area.DATA, may, consented_on=may))
    sharing = desk.good_practices.share(Sharing("", practice.key, may, SharedWith.MEMBERS))
    by_hand(desk, june)
    assert changed(desk, june) == []
    desk.good_practices.share(replace(sharing, shared_on=june))
    assert changed(desk, june) == ["practices:shared"]


def test_r43_what_is_still_to_be_sent_is_no_contribution_and_what_is_not_named_is_told_by_its_number(
    desk: Secretariat,
) -> None:
    """“Three practices shared” stood above a list of two; the third had not been sent, and its State had not agreed."""
    day = datetime.date(2026, 5, 20)
    agreed = desk.good_practices.record(GoodPractice("", "MAR", said("Table"), Area.DATA, day, consented_on=day))
    silent = desk.good_practices.record(GoodPractice("", "PRY", said("Calendar"), Area.DATA, day))
    hub = desk.contributions
    sent = [hub.record(hub.proposed(practice, OPENS)) for practice in (agreed, silent)]
    hub.mark_sent([sent[0].key], OPENS)
    told = printed(desk).replace("\u00a0", " ")
    assert "one contribution to the virtual knowledge hub of OHCHR was recorded: one practice shared." in told
    assert "it stood as follows: sent (1)." in told
    assert "The list leaves" not in told
    hub.mark_sent([sent[1].key], OPENS)
    told = printed(desk).replace("\u00a0", " ")
    assert "two contributions to the virtual knowledge hub of OHCHR were recorded: two practices shared." in told
    left = "The list leaves one contribution out, because its State has not agreed to share the practice."
    assert f"they stood as follows: sent (2). {left}" in told


def test_what_was_overdue_in_june_is_looked_at_once_the_year_is_over(desk: Secretariat) -> None:
    """“As at 3 June 2026 … overdue” stood unmarked in the final review."""
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2030))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges")))
    desk.action_plans.save_action(PlannedAction("", priority.key, said("Visits"), due_on=datetime.date(2026, 5, 1)))
    late = f"plan:late:{plan.key}"
    by_hand(desk, datetime.date(2026, 6, 3))
    assert late not in changed(desk, datetime.date(2026, 12, 30))
    assert late in changed(desk, datetime.date(2027, 1, 5))


def test_a_paragraph_that_reads_as_its_draft_again_follows_the_facts_again(desk: Secretariat) -> None:
    record(desk)
    desk.annual_reviews.write(YEAR, SLOT, said("By hand."), OPENS)
    desk.annual_reviews.write(YEAR, SLOT, found(desk).draft, OPENS)
    assert not found(desk).written


def test_a_paragraph_is_taken_out_added_and_taken_out_again(desk: Secretariat) -> None:
    record(desk)
    reviews = desk.annual_reviews
    reviews.remove(YEAR, SLOT, OPENS)
    assert found(desk).removed
    assert "activity of the Network was recorded" not in printed(desk)
    slot = reviews.add(YEAR, ReviewPart.HUB, said("The hub was presented."))
    assert "The hub was presented." in printed(desk)
    reviews.remove(YEAR, slot, OPENS)
    assert all(one.slot != slot for one in reviews.read(YEAR, OPENS).told)


def test_another_period_has_paragraphs_of_its_own(desk: Secretariat) -> None:
    record(desk)
    desk.annual_reviews.write(YEAR, SLOT, said("By hand."), OPENS)
    other = ReviewPeriod(datetime.date(2026, 1, 1), datetime.date(2026, 6, 30))
    assert not any(one.written for one in desk.annual_reviews.read(other, OPENS).told)


def test_what_cannot_be_written_is_refused_in_words(desk: Secretariat) -> None:
    record(desk)
    acts: tuple[Callable[[], None], ...] = (
        lambda: desk.annual_reviews.write(YEAR, SLOT, Trilingual(), OPENS),
        lambda: desk.annual_reviews.write(YEAR, "plan:progress:gone", said("x"), OPENS),
        lambda: desk.annual_reviews.remove(YEAR, "plan:progress:gone", OPENS),
    )
    for act in acts:
        with pytest.raises(Problem) as refused:
            act()
        assert refused.value.said_in(ENGLISH).endswith(("at least.", "written."))


def test_what_was_written_is_found(desk: Secretariat) -> None:
    record(desk)
    desk.annual_reviews.write(YEAR, SLOT, said("A memorable gathering."), OPENS)
    (group,) = search(desk.store, desk.states, "memorable")
    assert group.kind is Kind.REVIEW
    assert (group.found[0].screen, group.found[0].key) == ("annual-review", f"2026:{SLOT}")


# ---- the document ----


def test_it_is_exported_issued_and_checked(desk: Secretariat, tmp_path: Path) -> None:
    record(desk)
    request = desk.papers.request(Asked(DocumentKind.REVIEW, period="2026", on=OPENS), OPENS)
    issued = desk.papers.issue(request, OPENS)
    assert [one.symbol for one in issued] == ["NMIRF/REV/2026"] * 3
    paths = desk.papers.export(request, tmp_path)
    assert [path.name for path in paths] == [f"NMIRF-2026-Annual-review-{one}.pdf" for one in ("EN", "FR", "ES")]
    assert desk.papers.identify(paths[1]).issued == issued[1]
    record(desk, 6, "Another")
    assert [one.version for one in desk.papers.upcoming(request)] == [2, 2, 2]


def test_without_a_period_it_is_the_usual_one_and_another_word_is_refused(desk: Secretariat) -> None:
    request = desk.papers.request(Asked(DocumentKind.REVIEW), OPENS)
    (content,) = desk.papers.contents(request)
    assert content.paper.masthead.symbol == "NMIRF/REV/2026"
    with pytest.raises(Problem) as refused:
        desk.papers.contents(desk.papers.request(Asked(DocumentKind.REVIEW, period="2030"), OPENS))
    assert refused.value.said_in(ENGLISH).startswith("This period begins only on 1 January 2030")
    for asked in (Asked(DocumentKind.REVIEW, period="soon"), Asked(DocumentKind.MEMBERS, period="2026")):
        with pytest.raises(Problem):
            desk.papers.request(asked, OPENS)


def test_an_earlier_day_does_not_know_what_came_later(desk: Secretariat) -> None:
    record(desk, 3)
    record(desk, 9, "Later")
    told = desk.annual_reviews.read(YEAR, datetime.date(2026, 6, 1)).told
    count = next(one for one in told if one.slot == SLOT)
    assert count.text.en.startswith("From 1 January to 1 June 2026, one activity")


# ---- the agenda ----


def filled(desk: Secretariat) -> Meeting:
    """An annual meeting of the next year with the standard items."""
    day = datetime.date(2027, 1, 26)
    (old,) = desk.meetings.list()
    meeting = replace(old, key="later", symbol="NMIRF/2027", number=3, counts_for=2027, opens_on=day, closes_on=day)
    desk.meetings.save(meeting)
    desk.agendas.fill(meeting.key)
    return meeting


def test_it_is_named_under_the_items_of_the_next_annual_meeting(desk: Secretariat) -> None:
    record(desk)
    meeting = filled(desk)
    january = datetime.date(2027, 1, 5)
    named, items = desk.annual_reviews.put_on_agenda(YEAR, january)
    assert named.key == meeting.key
    assert {one.purpose for one in items} == {Purpose.REVIEW, Purpose.FUTURE}
    (content,) = desk.papers.contents(Request(DocumentKind.ANNOTATED, meeting.key))
    lines = [line for line in content.paper.items if line.documents]  # type: ignore[union-attr]
    labels = {(entry.label.en, entry.text.fr) for line in lines for entry in line.documents}
    assert ("NMIRF/REV/2026", "Bilan des activités du Réseau, 2026") in labels
    with pytest.raises(Problem) as refused:
        desk.annual_reviews.put_on_agenda(YEAR, january)
    assert refused.value.said_in(ENGLISH) == "The review stands on the agenda of NMIRF/2027 already."
    undo(desk.store)
    assert not any(one.item.documents for one in desk.agendas.items(meeting.key))


def test_a_plan_that_an_item_names_has_its_title_in_the_annotated_agenda(desk: Secretariat) -> None:
    title = Trilingual("Plan of work").with_text(Language.FR, "Plan de travail")
    for one in (ActionPlan("", title, 2026, 2028), ActionPlan("", title, 2031, 2031)):
        desk.action_plans.save_plan(one)
    meeting = filled(desk)
    item = desk.agendas.items(meeting.key)[0].item
    desk.agendas.save(replace(item, documents=("OLD/PLAN/2026-2028", "NMIRF/PLAN/2040")))
    (content,) = desk.papers.contents(Request(DocumentKind.ANNOTATED, meeting.key))
    named = [one for line in content.paper.items for one in line.documents]  # type: ignore[union-attr]
    assert [(one.label.fr, one.text.read(Language.FR).whole) for one in named if "PLAN/" in f"{one}"] == [
        ("OLD/PLAN/2026-2028", "Plan de travail"),
        ("", "NMIRF/PLAN/2040"),
    ]
    assert [(one.field, one.language) for one in content.gaps if one.topic is Subject.PLANS] == [("title", Language.ES)]
    (plain,) = desk.papers.contents(Request(DocumentKind.AGENDA, meeting.key))
    assert not any(one.topic is Subject.PLANS for one in plain.gaps)


def test_a_review_that_was_made_is_offered_for_the_agenda_that_was_just_filled(desk: Secretariat) -> None:
    reviews, january = desk.annual_reviews, datetime.date(2027, 1, 5)
    record(desk)
    meeting = filled(desk)
    assert reviews.to_name(meeting.key, january) is None
    reviews.add(YEAR, ReviewPart.AHEAD, said("More exchanges."))
    assert reviews.to_name(meeting.key, january) == YEAR
    assert reviews.symbol(YEAR) == "NMIRF/REV/2026"
    (old,) = [one for one in desk.meetings.list() if one.key != meeting.key]
    assert reviews.to_name(old.key, january) is None
    reviews.put_on_agenda(YEAR, january)
    assert reviews.to_name(meeting.key, january) is None
    undo(desk.store)
    desk.papers.issue(Request(DocumentKind.REVIEW, None, part="2025", on=OPENS), OPENS)
    assert reviews.to_name(meeting.key, january) == YEAR


def test_what_was_issued_comes_before_what_was_only_begun_and_what_was_presented_is_not_offered_again(
    desk: Secretariat,
) -> None:
    reviews, january = desk.annual_reviews, datetime.date(2027, 1, 5)
    meeting, begun = filled(desk), ReviewPeriod(datetime.date(2027, 1, 1), datetime.date(2027, 1, 20))
    reviews.add(begun, ReviewPart.AHEAD, said("More exchanges."))
    desk.papers.issue(Request(DocumentKind.REVIEW, None, part="2026", on=OPENS), OPENS)
    assert reviews.to_name(meeting.key, january) == YEAR
    (old,) = [one for one in desk.meetings.list() if one.key != meeting.key]
    first = desk.agendas.items(old.key)[0].item
    desk.agendas.save(replace(first, purpose=Purpose.REVIEW, documents=(reviews.symbol(YEAR),)))
    assert reviews.to_name(meeting.key, january) == begun


def test_without_a_meeting_or_its_items_it_is_said_what_to_do(desk: Secretariat) -> None:
    with pytest.raises(Problem) as refused:
        desk.annual_reviews.put_on_agenda(YEAR, OPENS)
    assert "has no item for the review of activities" in refused.value.said_in(ENGLISH)
    with pytest.raises(Problem) as refused:
        desk.annual_reviews.put_on_agenda(YEAR, datetime.date(2030, 1, 1))
    assert refused.value.said_in(ENGLISH).startswith("No annual meeting is planned")
