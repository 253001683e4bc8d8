"""An action plan as a document: each action under its priority as it stood on a day, in three languages."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.blocks import BarChart, DataTable
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.papers import RecordPaper, fingerprint
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.parts import parts_of
from nmirf_desktop.services.requests import Asked, Request
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers
from tests.registers import Hand, said

NOW = datetime.date(2026, 11, 24)


def day(month: int, number: int = 1) -> datetime.date:
    return datetime.date(2026, month, number)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:
        yield Secretariat(store, clock)


VISITS, GUIDE = "https://example.org/visits", said("OHCHR has a guide.")


@pytest.fixture
def plan(desk: Secretariat) -> ActionPlan:
    """Two priorities, with an action in each state."""
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2028))
    first = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges"), (Objective.EXCHANGE,)))
    second = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Capacities")))
    told = PlannedAction("", first.key, said("Visits"), said("Coordinator"), begins_on=day(3), due_on=day(6, 30))
    for action in (
        replace(told, begun_on=day(3, 5), done_on=day(6, 2), evidence=Trilingual.final(VISITS, VISITS, VISITS)),
        replace(told, title=said("Indicators"), due_on=day(12), begun_on=day(4)),
        replace(told, title=said("Workshops"), begins_on=None),
        replace(told, title=said("A guide"), priority=second.key, given_up_on=day(7), reason=GUIDE),
        PlannedAction("", second.key, said("Courses")),
    ):
        desk.action_plans.save_action(action)
    return plan


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def made(desk: Secretariat, plan: ActionPlan | None = None, on: datetime.date = NOW) -> RecordPaper:
    key = None if plan is None else plan.key
    (content,) = desk.papers.contents(Request(DocumentKind.PLAN, None, part=key, on=on))
    assert isinstance(content.paper, RecordPaper)
    return content.paper


def rows(paper: RecordPaper, language: Language = Language.EN) -> list[list[list[str]]]:
    """The cells of the tables of the sections."""
    tables = [block for one in paper.sections for block in one.blocks if isinstance(block, DataTable)]
    return [[[plain(cell.read(language).whole) for cell in row] for row in table.rows] for table in tables]


def test_each_action_stands_under_its_priority_as_it_is(desk: Secretariat, plan: ActionPlan) -> None:
    paper = made(desk, plan)
    assert [plain(one.title.en) for one in paper.sections] == ["1. Exchanges", "2. Capacities"]
    assert rows(paper) == [
        [
            ["1.1. Visits", "Coordinator", "Carried out on 2 June 2026\nPlanned from 1 March to 30 June 2026",
             "https://example.org/visits"],
            ["1.2. Indicators", "Coordinator",
             "Under way since 1 April 2026\nPlanned from 1 March to 1 December 2026", ""],
            ["1.3. Workshops", "Coordinator", "Overdue, not begun\nPlanned by 30 June 2026", ""],
        ],
        [
            ["2.1. A guide", "Coordinator", "Given up on 1 July 2026\nPlanned from 1 March to 30 June 2026",
             "OHCHR has a guide."],
            ["2.2. Courses", "", "Not begun", ""],
        ],
    ]  # fmt: skip


def test_progress_is_told_in_numbers_and_drawn(desk: Secretariat, plan: ActionPlan) -> None:
    paper = made(desk, plan)
    chart = next(one for one in paper.blocks if isinstance(one, BarChart))
    assert [(bar.label.fr, bar.count) for bar in chart.bars] == [
        ("Réalisées", 1), ("En cours", 1), ("En retard", 1), ("Non commencées", 1), ("Abandonnées", 1),
    ]  # fmt: skip
    table = next(one for one in paper.blocks if isinstance(one, DataTable))
    assert [[plain(cell.en) for cell in row] for row in table.rows] == [
        ["1. Exchanges", "3", "carried out (1); under way (1); overdue (1)"],
        ["2. Capacities", "2", "not begun (1); given up (1)"],
    ]


def test_an_earlier_day_tells_the_plan_as_it_stood_then(desk: Secretariat, plan: ActionPlan) -> None:
    paper = made(desk, plan, day(5))
    assert paper.masthead.dated == day(5)
    assert plain(paper.below.en) == "2026–2028, as at 1 May 2026"
    (first, second) = rows(paper)
    assert len(first[0]) == 3, "what shows that it was done later is not known yet"
    assert [row[2].split("\n")[0] for row in (*first, *second)] == [
        "Under way since 5 March 2026",
        "Under way since 1 April 2026", "Not begun", "Overdue, not begun", "Not begun",
    ]  # fmt: skip


def test_the_same_register_gives_the_same_paper_on_a_day(desk: Secretariat, plan: ActionPlan) -> None:
    assert fingerprint(made(desk, plan), Language.FR) == fingerprint(made(desk), Language.FR)


def test_it_has_a_symbol_by_its_years_and_is_asked_for_by_it(desk: Secretariat, plan: ActionPlan) -> None:
    again = desk.action_plans.save_plan(ActionPlan("", said("Another"), 2026, 2028))
    later = desk.action_plans.save_plan(ActionPlan("", said("Later"), 2029, 2029))
    symbols = [made(desk, one).masthead.symbol for one in (plan, again, later)]
    assert symbols == ["NMIRF/PLAN/2026-2028", "NMIRF/PLAN/2026-2028/2", "NMIRF/PLAN/2029"]
    names = {"2026-2028": plan, "2026–2028": plan, "nmirf/plan/2026-2028/2": again, "2029": later, "2027": plan}
    for name, wanted in names.items():
        assert desk.papers.request(Asked(DocumentKind.PLAN, plan=name), NOW).part == wanted.key
    with pytest.raises(Problem, match="There is no action plan"):
        desk.papers.request(Asked(DocumentKind.PLAN, plan="2050"), NOW)
    with pytest.raises(Problem, match="does not go with"):
        desk.papers.request(Asked(DocumentKind.MEMBERS, plan="2026"), NOW)
    with desk.store.read() as session:
        offered = [one.key for one in parts_of(session, DocumentKind.PLAN, None, NOW)]
    assert offered == [later.key, plan.key, again.key]


def test_without_a_plan_it_says_what_to_do(desk: Secretariat) -> None:
    with pytest.raises(Problem, match="No action plan is recorded yet"):
        made(desk)
    with pytest.raises(Problem, match="No action plan is recorded yet"):
        desk.papers.request(Asked(DocumentKind.PLAN, plan="2026"), NOW)


def test_a_plan_of_nothing_says_that_it_has_no_action(desk: Secretariat) -> None:
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2028))
    desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges")))
    assert "The plan has no action yet." in str(made(desk, plan))
    assert "No action is planned under this priority yet." in str(made(desk, plan))


def test_what_a_language_lacks_leads_to_its_place(desk: Secretariat, plan: ActionPlan) -> None:
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, Trilingual(en="Hub")))
    desk.action_plans.save_action(PlannedAction("", priority.key, Trilingual(en="Send"), Trilingual(en="Rapporteur")))
    (content,) = desk.papers.contents(Request(DocumentKind.PLAN, None, part=plan.key, on=NOW))
    lacking = [one for one in content.gaps if one.language is Language.FR]
    assert {one.topic for one in lacking} == {Subject.PLANS}
    assert [one.field for one in lacking] == ["title", "title", "responsible"]
    paper = content.paper
    assert isinstance(paper, RecordPaper)
    reading = paper.sections[-1].title.read(Language.FR)
    assert (plain(reading.text), reading.untranslated) == ("3. Hub", True)


def test_texts_that_nobody_reviewed_are_counted_before_it_is_issued(desk: Secretariat, plan: ActionPlan) -> None:
    def cautions() -> list[str]:
        (content,) = desk.papers.contents(Request(DocumentKind.PLAN, None, part=plan.key, on=NOW))
        return [one.said_in(catalog(Language.EN)) for one in content.cautions]

    assert cautions() == []
    line = next(one for one in desk.action_plans.lines(plan.key, NOW) if one.number == "1.2")
    assert line.action is not None
    draft = Trilingual().with_text(Language.EN, "Ministry").with_text(Language.FR, "Ministère")
    desk.action_plans.save_action(replace(line.action, responsible=draft))
    assert cautions() == [
        "Texts that nobody has reviewed yet, each language by itself: 2. They are listed under Texts."
    ]


def test_of_an_action_given_up_both_the_reason_and_the_evidence_are_printed(
    desk: Secretariat, plan: ActionPlan
) -> None:
    line = next(one for one in desk.action_plans.lines(plan.key, NOW) if one.number == "2.1")
    assert line.action is not None
    draft = Trilingual("A draft").with_text(Language.ES, "Un borrador")
    desk.action_plans.save_action(replace(line.action, evidence=draft))
    assert [rows(made(desk, plan), one)[1][0][3] for one in Language] == [
        "OHCHR has a guide.\nEvidence: A draft",
        "OHCHR has a guide. (fr)\nÉlément de preuve : [texte non disponible en français] A draft",
        "OHCHR has a guide. (es)\nMedio de verificación: Un borrador",
    ]
    (content,) = desk.papers.contents(Request(DocumentKind.PLAN, None, part=plan.key, on=NOW))
    assert [(one.field, one.language) for one in content.gaps] == [("evidence", Language.FR)]


def test_it_is_issued_and_numbered(desk: Secretariat, plan: ActionPlan) -> None:
    request = Request(DocumentKind.PLAN, None, part=plan.key, on=NOW)
    issued = desk.papers.issue(request, NOW)
    assert {(one.symbol, one.version) for one in issued} == {("NMIRF/PLAN/2026-2028", 1)}
    assert issued[0].name.startswith("NMIRF-2026-2028-Action-plan-")
