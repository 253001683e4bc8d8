"""A decision changes a number of the rules: acts, documents and ``check`` follow it from its day on; it is undone."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import notice_sentence
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.papers import canonical
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.contents import Contents
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.undo import undo
from tests import registers
from tests.registers import OPENS, Hand

FOUNDED, CHANGED = datetime.date(2024, 5, 9), datetime.date(2027, 1, 1)
DAY = datetime.timedelta(days=1)
SIX = ("PRY", "MAR", "PRT", "BRA", "FIN", "KEN")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:
        yield Secretariat(store, clock)


def appointed(desk: Secretariat, on: datetime.date) -> Appointment:
    return Appointment(on, tuple((code, None) for code in SIX))


def state(desk: Secretariat, number: str, on: datetime.date) -> list[FindingState]:
    return [one.state for one in desk.compliance.check(on) if one.rule == number]


def call_paper(desk: Secretariat, on: datetime.date) -> str:
    with desk.store.read() as session:
        (one,) = Contents(session, desk.states, on).read(Request(DocumentKind.CALL, None, on=on))
        return str(canonical(one.paper, Language.EN))


def test_a_longer_mandate_holds_for_those_that_begin_after_it_and_is_undone(desk: Secretariat) -> None:
    desk.rule_changes.change(Figure.TERM_YEARS, 4, CHANGED, Trilingual("Agreed"))
    figures = desk.rule_changes.figures()
    desk.committees.record(appointing(appointed(desk, FOUNDED), figures))
    desk.committees.record(appointing(appointed(desk, CHANGED), figures))
    first, second = sorted(desk.committees.history(OPENS).terms, key=lambda one: one.period.start)
    assert (first.period.end, second.period.end) == (datetime.date(2027, 5, 9), datetime.date(2031, 1, 1))
    with pytest.raises(Refusal, match="by the rule of its first day"):
        desk.committees.record(appointing(appointed(desk, CHANGED + DAY)))
    assert FindingState.NOT_KEPT not in state(desk, "R30", CHANGED + DAY)


def test_check_follows_the_size_in_force_on_its_day(desk: Secretariat) -> None:
    desk.committees.record(appointing(appointed(desk, FOUNDED)))
    before = desk.compliance.check(CHANGED - DAY)
    desk.rule_changes.change(Figure.SEATS_MOST, 6, CHANGED)
    assert desk.compliance.check(CHANGED - DAY) == before
    assert state(desk, "R28", CHANGED - DAY)[-1] is FindingState.NOT_KEPT
    assert state(desk, "R28", CHANGED)[-1] is FindingState.KEPT
    undo(desk.store)
    assert state(desk, "R28", CHANGED)[-1] is FindingState.NOT_KEPT
    assert desk.rule_changes.all() == ()


def test_a_call_prints_and_takes_the_numbers_of_its_own_day(desk: Secretariat) -> None:
    desk.candidatures.save_call(Call("first", OPENS, OPENS + 30 * DAY))
    before = call_paper(desk, OPENS)
    assert "three years from the day of the appointment" in before
    desk.rule_changes.change(Figure.TERM_YEARS, 4, CHANGED)
    desk.rule_changes.change(Figure.SEATS_MOST, 7, CHANGED)
    assert call_paper(desk, OPENS) == before
    with pytest.raises(Problem):
        desk.candidatures.save_call(Call("many", OPENS, OPENS + 30 * DAY, 7))
    desk.candidatures.save_call(Call("second", CHANGED, CHANGED + 30 * DAY, 7))
    after = call_paper(desk, CHANGED)
    assert "4 years from the day of the appointment" in after
    assert "3 to 7 seats" in after


def test_the_notice_of_a_meeting_and_its_milestones_follow_the_months_in_force(desk: Secretariat) -> None:
    meeting = desk.meetings.list()[-1]
    since = registers.OPENS - datetime.timedelta(days=300)
    before = desk.meetings.plan(meeting.key, meeting.opens_on).notice
    days_before = {one.kind: one.day for one in desk.milestones.of(meeting.key)}
    desk.rule_changes.change(Figure.NOTICE_MONTHS, 2, since)
    after = desk.meetings.plan(meeting.key, meeting.opens_on).notice
    assert before is not None
    assert after is not None
    assert (after.months, before.months) == (2, 1)
    assert after.deadline < before.deadline
    days_after = {one.kind: one.day for one in desk.milestones.of(meeting.key)}
    assert days_after[MilestoneKind.NOTICE] == after.deadline
    moved = {kind for kind, day in days_after.items() if day != days_before[kind]}
    assert moved == {
        MilestoneKind.CALL_FOR_ITEMS, MilestoneKind.DRAFTS, MilestoneKind.AGREEMENT, MilestoneKind.TRANSLATIONS,
        MilestoneKind.NOTICE,
    }  # fmt: skip
    assert sorted(moved, key=lambda kind: days_before[kind] or OPENS) == sorted(
        moved, key=lambda kind: days_after[kind] or OPENS
    )


def test_a_meeting_whose_notice_is_judged_by_the_earlier_number_says_why(desk: Secretariat) -> None:
    meeting = desk.meetings.list()[-1]
    since = registers.OPENS - datetime.timedelta(days=40)
    desk.rule_changes.change(Figure.NOTICE_MONTHS, 2, since)
    notice = desk.meetings.plan(meeting.key, meeting.opens_on).notice
    assert notice is not None
    assert notice.months == 1
    said = notice_sentence(notice, meeting.opens_on, {}).said_in(catalog(Language.EN))
    assert (
        "The number of months in force from 15 October 2026 on, 2, does not hold for this meeting: by it the agenda "
        "would have had to be sent by 24 September 2026, before it was in force."
    ) in said.replace("\u00a0", " ")
    found = next(one for one in desk.compliance.check(meeting.opens_on) if one.rule == "R39")
    assert "does not hold for this meeting" in found.message.said_in(catalog(Language.EN))
    earlier = desk.meetings.plan(meeting.key, since - DAY).notice
    assert earlier is not None
    assert earlier.too_late is None


def test_a_changed_number_is_told_by_its_period(desk: Secretariat) -> None:
    change = desk.rule_changes.change(Figure.NOTICE_MONTHS, 2, CHANGED)
    assert desk.rule_changes.between(CHANGED, CHANGED) == (change,)
    assert desk.rule_changes.between(CHANGED + DAY, CHANGED + 9 * DAY) == ()
    desk.rule_changes.remove(change.key)
    assert desk.rule_changes.between(CHANGED, CHANGED) == ()


def test_a_change_on_which_a_later_one_rests_is_not_taken_back(desk: Secretariat) -> None:
    wider = desk.rule_changes.change(Figure.SEATS_MOST, 7, CHANGED)
    least = desk.rule_changes.change(Figure.SEATS_LEAST, 6, CHANGED + 9 * DAY)
    with pytest.raises(Problem) as refused:
        desk.rule_changes.remove(wider.key)
    assert refused.value.said_in(catalog(Language.EN)) == (
        "Without it the Committee would have 6 seats at least and 5 at most from 10 January 2027 on, so that it stays: "
        "take the later number back first."
    )
    assert desk.rule_changes.all() == (wider, least)
    desk.rule_changes.remove(least.key)
    desk.rule_changes.remove(wider.key)
    assert desk.rule_changes.all() == ()


def test_a_change_that_was_taken_back_is_not_brought_back_by_its_card(desk: Secretariat) -> None:
    one = desk.rule_changes.change(Figure.TERM_YEARS, 4, CHANGED)
    desk.rule_changes.remove(one.key)
    for act in (
        lambda: desk.rule_changes.save(replace(one, number=5)),
        lambda: desk.rule_changes.remove(one.key),
        lambda: desk.rule_changes.change(Figure.TERM_YEARS, 4, CHANGED, decision="gone"),
    ):
        with pytest.raises(Refusal, match="taken back meanwhile"):
            act()
    assert desk.rule_changes.all() == ()
