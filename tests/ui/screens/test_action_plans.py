"""The action plan by keyboard: from nothing to a plan with its actions, noted, looked for, and what is late seen."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority, PlanState, Progress
from nmirf_desktop.domain.agenda import ANNUAL_PURPOSES, AgendaItem, Purpose
from nmirf_desktop.domain.attachments import NewFile
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.list_export import sheet_of
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.plan_marks import done_said, progress_said
from nmirf_desktop.ui.screens.action_plans import ActionPlansScreen
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests.registers import MEMBERS, OPENS, said
from tests.ui.conftest import Answers
from tests.ui.screens.offices import finish, held, office, press, shown, texts, type_into

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[ActionPlansScreen]:
    with held(ActionPlansScreen(desk, language, alerts)) as screen:
        shown(screen)
        yield screen


def noticed(screen: ActionPlansScreen) -> str:
    notice = screen.alerts.notice
    return "" if notice is None else notice.what.said_in(screen.words)


def planned(desk: Secretariat) -> tuple[ActionPlan, PlanPriority, PlannedAction]:
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2030))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges")))
    due = OPENS - datetime.timedelta(days=1)
    action = desk.action_plans.save_action(PlannedAction("", priority.key, said("Visits"), due_on=due))
    return plan, priority, action


def adopted(desk: Secretariat) -> Decision:
    """A decision of the meeting, by consensus."""
    meeting = desk.meetings.list()[0]
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    item = desk.agendas.items(meeting.key)[0].item
    put = desk.proposals.propose(meeting.key, item.key, said("Visits"), said("Decides on visits."))
    return desk.proposals.adopt_by_consensus(put.key)


def test_a_plan_is_written_down_from_nothing_by_the_keyboard(screen: ActionPlansScreen, desk: Secretariat) -> None:
    assert "No action plan yet" in texts(screen)
    screen.begin_plan()
    title = screen.plan_card.form.field("title").editors[0]
    type_into(title, "Action plan of the Network")
    finish(title)
    (plan,) = desk.action_plans.all()
    assert (plan.first, plan.last) == (2026, 2030)
    assert "This plan has no priority yet" in texts(screen)
    screen.begin_priority()
    title = screen.priority_card.form.field("title").editors[0]
    type_into(title, "Exchanges")
    finish(title)
    screen.begin_action()
    title = screen.action_card.form.field("title").editors[0]
    type_into(title, "Visits")
    finish(title)
    priority, action = desk.action_plans.lines(plan.key, OPENS)
    assert (priority.priority.title.en, action.action and action.action.title.en) == ("Exchanges", "Visits")
    assert screen.current_key() == action.key


def test_what_is_late_is_seen_filtered_and_marked_as_done(screen: ActionPlansScreen, desk: Secretariat) -> None:
    plan, priority, action = planned(desk)
    screen.refresh()
    assert screen.chart.isVisible()
    assert "Overdue: 1" in screen.chart.words_of()
    screen.filters.state.load(PlanState.LATE, over=True)
    screen.refresh()
    assert [one.key for one in screen.list.model.rows] == [action.key]
    screen.go_to(priority.key)
    assert screen.current_key() == priority.key
    screen.go_to(action.key)
    next(one for one in screen.actions() if one.text() == "Mark as done").trigger()
    assert desk.action_plans.lines(plan.key, OPENS)[1].state is PlanState.DONE
    assert noticed(screen).startswith("Marked as done as of 24 November 2026; “Correct …” gives it another day.")
    assert "1 of 1 carried out" in texts(screen) or "Carried out: 1" in screen.chart.words_of()


def test_a_day_to_come_keeps_the_card_with_what_is_typed(screen: ActionPlansScreen, desk: Secretariat) -> None:
    plan, _, action = planned(desk)
    screen.refresh()
    screen.go_to(action.key)
    screen.correct()
    card = screen.action_card
    type_into(card.form.field("done_on").editors[0], "1 January 2099")
    finish(card.form.field("evidence").editors[0])
    assert card.isVisible()
    assert desk.action_plans.lines(plan.key, OPENS)[1].action == action


def test_a_mark_is_offered_where_it_makes_sense_and_else_says_why(screen: ActionPlansScreen, desk: Secretariat) -> None:
    plan, priority, action = planned(desk)
    marks = {one.text(): one for one in screen.actions()}
    done, begun, back = (marks[name] for name in ("Mark as done", "Mark as begun", "Not begun after all"))

    def offered() -> list[str]:
        return [one.text() for one in (done, begun, back) if one.isEnabled()]

    screen.refresh()
    screen.go_to(priority.key)
    assert offered() == []
    assert "Choose an action of the plan first" in done.toolTip()
    screen.go_to(action.key)
    assert offered() == ["Mark as done", "Mark as begun"]
    assert "It is not marked as begun" in back.toolTip()
    begun.trigger()
    assert offered() == ["Mark as done", "Not begun after all"]
    done.trigger()
    assert offered() == []
    before = desk.action_plans.lines(plan.key, OPENS)
    QTest.keyClick(screen.list.view, Qt.Key.Key_D, CONTROL_SHIFT)
    assert noticed(screen) == "It is marked as done already: correct its days where they are wrong."
    assert desk.action_plans.lines(plan.key, OPENS) == before


@pytest.mark.parametrize("tongue", list(Language))
def test_the_plan_says_its_states_in_each_language(
    screen: ActionPlansScreen, desk: Secretariat, language: CurrentLanguage, tongue: Language
) -> None:
    planned(desk)
    language.switch(tongue)
    screen.refresh()
    late = {Language.EN: "Overdue", Language.FR: "En retard", Language.ES: "Atrasada"}[tongue]
    assert f"{late}" in screen.chart.words_of()


def test_the_action_chosen_is_told_with_its_days_its_evidence_its_decision_and_its_files(
    screen: ActionPlansScreen, desk: Secretariat
) -> None:
    _, priority, action = planned(desk)
    decision = adopted(desk)
    begun = OPENS - datetime.timedelta(days=20)
    told = replace(action, begun_on=begun, evidence=Trilingual("Report of the visits"), decision=decision.key)
    desk.action_plans.save_action(told, [NewFile("report.pdf", b"%PDF-1.7")])
    screen.refresh()
    screen.go_to(action.key)
    said_here = texts(screen.detail)
    for wanted in ("Visits", "Overdue", "Begun on: 4 November 2026", "Evidence: Report of the visits", "report.pdf"):
        assert wanted in said_here, wanted
    (link,) = [part for row in screen.detail.told.made for part in row.what if isinstance(part, Link)]
    assert link.place == Place("decisions", decision.key)
    screen.go_to(priority.key)
    assert "report.pdf" not in texts(screen.detail)
    assert not screen.files.isVisible()
    sheet = sheet_of(screen.list, screen.list.model.rows, screen.words)
    listed = [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]
    assert [one["Files"] for one in listed] == [None, 1]
    desk.action_plans.save_action(replace(told, begins_on=begun, done_on=OPENS), ())
    screen.refresh()
    sheet = sheet_of(screen.list, screen.list.model.rows, screen.words)
    done = dict(zip(sheet.headings, sheet.rows[1], strict=True))
    assert (done["Begins on"], done["Done on"]) == (begun, OPENS), "days, by which a program for tables sorts"


def test_files_are_attached_by_key_and_by_dropping_and_an_action_that_has_some_is_kept(
    screen: ActionPlansScreen, desk: Secretariat, tmp_path: Path
) -> None:
    plan, priority, action = planned(desk)
    screen.refresh()
    attach = next(one for one in screen.actions() if one.text().startswith("Attach files"))
    screen.go_to(priority.key)
    assert not attach.isEnabled()
    screen.go_to(action.key)
    assert attach.isEnabled()
    assert attach.shortcut().toString() == "Ctrl+Shift+F"
    paper = tmp_path / "page.txt"
    paper.write_bytes(b"A page")
    screen.drop.dropped.emit([paper])
    assert "page.txt" in texts(screen.detail)
    assert screen.current_key() == action.key
    remove = next(one for one in screen.actions() if one.text() == "Remove")
    remove.trigger()
    assert "page.txt" in noticed(screen)
    assert len(desk.action_plans.lines(plan.key, OPENS)) == 2
    offer = screen.files.rows.commands()[-1]
    assert offer.title == "Remove"
    offer.act()
    screen.go_to(action.key)
    remove.trigger()
    assert [one.key for one in desk.action_plans.lines(plan.key, OPENS)] == [priority.key]


def test_files_dropped_while_an_action_is_written_down_are_its_own(
    screen: ActionPlansScreen, desk: Secretariat, tmp_path: Path
) -> None:
    plan, _, action = planned(desk)
    screen.refresh()
    screen.go_to(action.key)
    screen.begin_action()
    paper = tmp_path / "minutes.txt"
    paper.write_bytes(b"Minutes")
    screen.drop.dropped.emit([paper])
    title = screen.action_card.form.field("title").editors[0]
    type_into(title, "Workshops")
    finish(title)
    assert [line.files for line in desk.action_plans.lines(plan.key, OPENS)] == [0, 0, 1]


def test_a_register_that_is_only_read_shows_the_files_and_takes_none(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    _, _, action = planned(desk)
    desk.action_plans.save_action(action, [NewFile("report.pdf", b"%PDF-1.7")])
    desk.store.read_only = True
    with held(ActionPlansScreen(desk, language, alerts)) as screen:
        shown(screen)
        screen.go_to(action.key)
        assert "report.pdf" in texts(screen.detail)
        assert not screen.files.button.isVisible()
        attach = next(one for one in screen.actions() if one.text().startswith("Attach files"))
        assert not attach.isEnabled()
    desk.store.read_only = False


def test_the_plan_says_by_which_decision_it_was_adopted_or_that_none_is_recorded(
    screen: ActionPlansScreen, desk: Secretariat
) -> None:
    """R46."""
    plan, _, _ = planned(desk)
    screen.refresh()
    assert "No decision by which the plan was adopted is recorded." in texts(screen)
    decision = adopted(desk)
    desk.action_plans.save_plan(replace(plan, decision=decision.key))
    shown(screen, decision.adopted_on)
    screen.refresh()
    assert "No decision by which the plan was adopted" not in texts(screen)
    assert "Adopted by" in texts(screen)
    assert f"{decision_name(decision)}, Visits" in texts(screen)
    screen.show_as_of(decision.adopted_on - datetime.timedelta(days=1))
    assert "No decision by which the plan was adopted is recorded." in texts(screen)
    screen.language.switch(Language.FR)
    none = catalog(Language.FR).gettext("No decision by which the plan was adopted is recorded.")
    assert none in texts(screen), "it stayed in the language before"


def test_a_priority_tells_what_was_given_up_beside_what_is_carried_out(
    screen: ActionPlansScreen, desk: Secretariat
) -> None:
    """“2 of 2 carried out” was said of three actions."""
    _, priority, action = planned(desk)
    gone = replace(action, key="", rank=1, given_up_on=OPENS, reason=said("The partner withdrew."))
    desk.action_plans.save_action(gone)
    screen.refresh()
    screen.go_to(priority.key)
    assert "0 of 1 carried out · 1 overdue · 1 given up" in texts(screen.detail)


def test_the_plan_shown_goes_to_its_document(
    screen: ActionPlansScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    printing = next(one for one in screen.actions() if one.text() == "Print the plan")
    assert not printing.isEnabled()
    plan, _, _ = planned(desk)
    screen.refresh()
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    printing.trigger()
    assert asked == [Place("documents", f"action-plan:{plan.key}")]
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as documents:
        shown(documents, OPENS)
        documents.go_to(asked[0].key)
        request = documents.request()
        assert request is not None
        assert (request.kind, request.part, request.on) == (DocumentKind.PLAN, plan.key, OPENS)


def test_a_plan_with_drafts_asks_before_it_is_issued(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, answers: Answers
) -> None:
    plan, _, action = planned(desk)
    draft = Trilingual("A ministry").with_text(Language.FR, "Un ministère").with_text(Language.ES, "Un ministerio")
    desk.action_plans.save_action(replace(action, responsible=draft))
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as documents:
        shown(documents, OPENS)
        documents.go_to(f"action-plan:{plan.key}")
        answers.yes = False
        documents._issue.trigger()
        assert answers.asked[-1].detail.startswith("Texts that nobody has reviewed yet, each language by itself: 3.")
        assert (answers.asked[-1].act, answers.asked[-1].keep) == ("Issue it", "Do not issue")
        assert not [one for one in desk.papers.issued() if one.kind is DocumentKind.PLAN]
        answers.yes = True
        documents._issue.trigger()
        assert [one for one in desk.papers.issued() if one.kind is DocumentKind.PLAN]


@pytest.mark.parametrize(
    ("language", "none", "one", "two"),
    [
        (Language.FR, "0 sur 1 réalisée", "1 sur 3 réalisée", "2 sur 3 réalisées"),
        (Language.ES, "0 de 1 realizadas", "1 de 3 realizada", "2 de 3 realizadas"),
    ],
)
def test_how_many_actions_are_carried_out_agrees_with_the_number(
    language: Language, none: str, one: str, two: str
) -> None:
    words = catalog(language)
    told = [Progress({PlanState.DONE: done, PlanState.LATE: every - done}) for done, every in ((0, 1), (1, 3), (2, 3))]
    assert [done_said(each, words) for each in told] == [none, one, two]
    assert words.gettext("Done on") == ("Faite le" if language is Language.FR else "Hecha el")


@pytest.mark.parametrize(
    ("counts", "said_in_short", "said_at_length"),
    [
        ({}, "no action yet", "no action yet"),
        ({PlanState.GIVEN_UP: 2}, "2 given up", "2 given up"),
        (
            {PlanState.GIVEN_UP: 1, PlanState.LATE: 2},
            "0 of 2 carried out",
            "0 of 2 carried out · 2 overdue · 1 given up",
        ),
    ],
)
def test_a_priority_whose_actions_were_all_given_up_is_not_without_actions(
    counts: dict[PlanState, int], said_in_short: str, said_at_length: str
) -> None:
    words, found = catalog(Language.EN), Progress(counts)
    assert (done_said(found, words), progress_said(found, words)) == (said_in_short, said_at_length)


def test_done_asks_for_evidence_in_the_banner_and_opens_the_card_at_it(
    screen: ActionPlansScreen, desk: Secretariat, answers: Answers
) -> None:
    _, _, action = planned(desk)
    screen.refresh()
    screen.list.select(action.key)
    press(screen, "Mark as done")
    assert noticed(screen).endswith("What shows it is still to be said.")
    assert not answers.asked, "nobody is kept from the next action by a dialog"
    assert not screen.action_card.isVisible()
    notice = screen.alerts.notice
    assert notice is not None
    (offer,) = notice.offers
    offer.act()
    QTest.qWait(1)
    evidence = screen.action_card.form.field("evidence").editors[0]
    assert evidence.hasFocus()
    type_into(evidence, "Report of the visit")
    finish(evidence)
    assert one_action(desk).evidence.en == "Report of the visit"
    assert one_action(desk).done_on == OPENS


def test_of_several_that_are_done_and_of_one_with_evidence_nothing_is_asked(
    screen: ActionPlansScreen, desk: Secretariat
) -> None:
    _, _, action = planned(desk)
    desk.action_plans.save_action(replace(action, evidence=said("Report")))
    screen.refresh()
    screen.list.select(action.key)
    press(screen, "Mark as done")
    assert noticed(screen).startswith("Marked as of")


def test_giving_up_has_an_action_of_its_own_and_asks_why(screen: ActionPlansScreen, desk: Secretariat) -> None:
    _, _, action = planned(desk)
    screen.refresh()
    screen.list.select(action.key)
    press(screen, "Give up …")
    form = screen.action_card.form
    reason = form.field("reason").editors[0]
    assert reason.hasFocus()
    assert form.field("given_up_on").value() == OPENS
    assert not screen.action_card.filled
    finish(reason)
    assert "Say why the action was given up." in texts(screen.action_card)
    assert one_action(desk).given_up_on is None
    type_into(reason, "No funds")
    finish(reason)
    assert (one_action(desk).given_up_on, one_action(desk).reason.en) == (OPENS, "No funds")
    assert not next(one for one in screen.actions() if one.label == "Give up …").isEnabled()


def test_a_card_is_named_by_its_action_and_goes_with_the_row_while_it_is_empty(
    screen: ActionPlansScreen, desk: Secretariat
) -> None:
    """The reason for giving up one action was asked for below the name of another."""
    _, priority, action = planned(desk)
    other = desk.action_plans.save_action(PlannedAction("", priority.key, said("Guide")))
    screen.refresh()
    screen.list.select(action.key)
    press(screen, "Give up …")
    card = screen.action_card
    assert card.name == "Action – Visits"
    screen.refresh()
    assert card.isVisible(), "the same row is shown"
    screen.list.select(other.key)
    assert not card.isVisible()
    screen.list.select(action.key)
    press(screen, "Give up …")
    type_into(card.form.field("reason").editors[0], "No funds")
    screen.list.select(other.key)
    assert card.isVisible(), "what was typed stays"
    assert card.name == "Action – Visits"
    finish(card.form.field("reason").editors[0])
    actions = [one.action for one in desk.action_plans.lines(desk.action_plans.all()[0].key, OPENS) if one.action]
    assert {one.title.en: one.reason.en for one in actions} == {"Visits": "No funds", "Guide": ""}


def test_giving_up_is_left_by_escape_and_changes_nothing(screen: ActionPlansScreen, desk: Secretariat) -> None:
    _, _, action = planned(desk)
    screen.refresh()
    screen.list.select(action.key)
    press(screen, "Give up …")
    QTest.keyClick(screen.action_card.form.field("reason").editors[0], Qt.Key.Key_Escape)
    assert not screen.action_card.isVisible()
    assert one_action(desk) == action


def test_the_plan_is_put_on_the_agenda_of_the_annual_meeting(screen: ActionPlansScreen, desk: Secretariat) -> None:
    planned(desk)
    screen.refresh()
    (meeting,) = desk.meetings.list()
    if not any(one.item.purpose in ANNUAL_PURPOSES for one in desk.agendas.items(meeting.key)):
        desk.agendas.add(AgendaItem("future", meeting.key, 9, said("Future directions"), purpose=Purpose.FUTURE))
    press(screen, "Put it on the agenda")
    named = [one.item for one in desk.agendas.items(meeting.key) if one.item.purpose in ANNUAL_PURPOSES]
    assert named
    assert all("NMIRF/PLAN/2026-2030" in one.documents for one in named)
    assert noticed(screen).startswith("The action plan stands under the review and the future directions")
    press(screen, "Put it on the agenda")
    assert "stands on the agenda" in noticed(screen)
    assert "already" in noticed(screen)


def one_action(desk: Secretariat) -> PlannedAction:
    (plan,) = desk.action_plans.all()
    return next(one.action for one in desk.action_plans.lines(plan.key, OPENS) if one.action is not None)
