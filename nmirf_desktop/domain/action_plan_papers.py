"""An action plan as a document: how far it has come on a day, and each action under its priority."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from nmirf_desktop.domain.action_plans import (
    ActionPlan,
    PlannedAction,
    PlanPriority,
    PlanState,
    plan_state,
    progress,
)
from nmirf_desktop.domain.annual_review_counts import PLAN_STATES, agreeing, apart, counting
from nmirf_desktop.domain.blocks import Bar, BarChart, Block, Column, DataTable, Para, Style
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS
from nmirf_desktop.domain.papers import Masthead, PaperSection, RecordPaper
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.symbols import KIND_LABELS, SERIES
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.typography import NBSP
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog

NO_ACTION = N_("The plan has no action yet.")
NOT_ADOPTED = N_("No decision by which the plan was adopted is recorded.")
NONE_UNDER = N_("No action is planned under this priority yet.")
BY_STATE = N_("Actions of the plan by how they stand")


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan on the day *on*: its priorities in their order, each with its actions in theirs.

    *decision* is the one that adopted it. Of several plans of the same years, *nth* says which one it is.
    """

    on: datetime.date
    plan: ActionPlan
    priorities: tuple[tuple[PlanPriority, tuple[PlannedAction, ...]], ...] = ()
    decision: Decision | None = None
    nth: int = 1
    prefix: str = "NMIRF"
    specimen: bool = False

    @property
    def actions(self) -> tuple[PlannedAction, ...]:
        """The actions of all priorities."""
        return tuple(action for _, actions in self.priorities for action in actions)

    @property
    def adopted_by(self) -> Decision | None:
        """The decision that adopted the plan, once it had been taken on the day."""
        one = self.decision
        return one if one is not None and one.adopted_on <= self.on else None


def plan_years(plan: ActionPlan, dash: str = "–") -> str:
    """The years of a plan: "2026–2030", or "2026" of one of a single year."""
    return str(plan.first) if plan.first == plan.last else f"{plan.first}{dash}{plan.last}"


def plan_symbol(plan: ActionPlan, prefix: str, nth: int = 1) -> str:
    """The symbol of a plan, alike in all languages: "NMIRF/PLAN/2026-2030"; a second one of these years ends "/2"."""
    symbol = f"{prefix}/{SERIES[DocumentKind.PLAN]}/{plan_years(plan, '-')}"
    return symbol if nth == 1 else f"{symbol}/{nth}"


def plan_paper(record: PlanRecord) -> RecordPaper:
    """The plan as it stood on its day: progress in numbers, and a section for each priority."""
    plan = record.plan
    return RecordPaper(
        masthead=Masthead(
            symbol=plan_symbol(plan, record.prefix, record.nth),
            dated=record.on,
            meeting=Said.words(KIND_LABELS[DocumentKind.PLAN]),
            original=plan.title.source,
            specimen=record.specimen,
        ),
        title=Said.of(plan.title),
        below=Said.by(partial(_below, record)),
        blocks=tuple(_progress(record)),
        sections=tuple(_sections(record)),
    )


def _below(record: PlanRecord, words: Catalog) -> str:
    pattern = words.pgettext("years of a plan and its day", "{years}, as at {date}")
    return pattern.format(years=plan_years(record.plan), date=words.date(record.on))


# ---- progress ----


def _progress(record: PlanRecord) -> Iterator[Block]:
    """By which decision it was adopted, and how its actions stand: in words, as bars, and by priority."""
    adopted = record.adopted_by
    yield Para(Said.words(NOT_ADOPTED) if adopted is None else Said.by(partial(_adopted, adopted)))
    if not record.actions:
        yield Para(Said.words(NO_ACTION))
        return
    yield Para(Said.by(partial(_standing, record)))
    yield _chart(record)
    yield _by_priority(record)


def _adopted(decision: Decision, words: Catalog) -> str:
    return words.gettext("The plan was adopted by decision {name}, “{title}”.").format(
        name=decision_name(decision), title=Quoted(decision.title).said_in(words)
    )


def _standing(record: PlanRecord, words: Catalog) -> str:
    counts = progress(record.actions, record.on).counts
    number = len(record.actions)
    pattern = words.ngettext(
        "As at {date}, the one action of the plan stood as follows: {counts}.",
        "As at {date}, the {n} actions of the plan stood as follows: {counts}.",
        number,
    )
    return counting(words, pattern, number, date=words.date(record.on), counts=agreeing(words, PLAN_STATES, counts))


def _many(state: PlanState) -> Said:
    """A state as the heading of a number of actions, with which it agrees."""
    return Said.by(lambda words: sentence_start(PLAN_STATES[state](words, 2)))


def _chart(record: PlanRecord) -> BarChart:
    counts = progress(record.actions, record.on).counts
    bars = tuple(Bar(_many(state), counts.get(state, 0)) for state in PlanState)

    def told(words: Catalog) -> str:
        pattern = words.pgettext("title of a chart and its counts", "{title}: {counts}.")
        return pattern.format(title=words.gettext(BY_STATE), counts=_counts(counts, words))

    return BarChart(bars, Said.by(told))


def _by_priority(record: PlanRecord) -> DataTable:
    """How many actions each priority has, and how they stand."""
    columns = (
        Column(Said.words(N_("Priority")), 4),
        Column(Said.words(N_("Actions")), 1, figures=True),
        Column(Said.words(N_("How they stand")), 5),
    )
    rows = (
        (
            _numbered(str(number), Said.of(priority.title)),
            Said.by(partial(_figure, len(actions))),
            Said.by(partial(_counts, progress(actions, record.on).counts)),
        )
        for number, (priority, actions) in enumerate(record.priorities, 1)
    )
    return DataTable(columns, tuple(rows))


def _counts(counts: Mapping[PlanState, int], words: Catalog) -> str:
    """So many of each state, one after the other; a dash where there is none."""
    return apart(words, PLAN_STATES, counts) or "–"


def _figure(number: int, words: Catalog) -> str:
    return words.number(number)


# ---- priorities and their actions ----


def _numbered(number: str, title: Said) -> Said:
    """A title behind its number, in each language that has one: "2. Capacities", "2.1. Courses"."""
    en, fr, es = (f"{number}.{NBSP}{one}" if one.strip() else "" for one in (title.en, title.fr, title.es))
    return replace(title, en=en, fr=fr, es=es)


HEADINGS = (
    (N_("Action"), 3.1),
    (N_("Responsible"), 1.8),
    (N_("How it stands"), 2.9),
    (N_("Evidence or reason"), 3.5),
)
"""What is told of an action, each with its share of the width."""


def _sections(record: PlanRecord) -> Iterator[PaperSection]:
    rows = [
        [tuple(_row(f"{number}.{place}", one, record.on)) for place, one in enumerate(actions, 1)]
        for number, (_, actions) in enumerate(record.priorities, 1)
    ]
    every = [row for some in rows for row in some]
    filled = [place for place in range(len(HEADINGS)) if any(row[place] for row in every)]
    columns = tuple(Column(Said.words(HEADINGS[place][0]), HEADINGS[place][1]) for place in filled)
    alike = tuple(tuple(row[place] for place in filled) for row in every)
    for number, ((priority, _), some) in enumerate(zip(record.priorities, rows, strict=True), 1):
        table = DataTable(columns, tuple(tuple(row[place] for place in filled) for row in some), alike=alike)
        listed: Block = table if some else Para(Said.words(NONE_UNDER))
        yield PaperSection(_numbered(str(number), Said.of(priority.title)), (*_served(priority), listed))


def _served(priority: PlanPriority) -> Iterator[Para]:
    """*Objectives*, R42: the objectives that a priority serves."""
    if priority.objectives:
        yield Para(Said.by(partial(_objectives, priority)), style=Style.ITALIC)


def _objectives(priority: PlanPriority, words: Catalog) -> str:
    briefs = (words.gettext(OBJECTIVE_BRIEFS[one]) for one in priority.objectives)
    names = words.series(one.replace(" ", NBSP, 1) for one in briefs)
    return words.ngettext(
        "Objective of the Network: {objectives}", "Objectives of the Network: {objectives}", len(priority.objectives)
    ).format(objectives=names)


def _row(name: str, action: PlannedAction, on: datetime.date) -> Iterator[Said]:
    yield _numbered(name, Said.of(action.title))
    yield Said.of(action.responsible) if action.responsible else NOTHING
    yield Said.by(partial(_stands, action, on))
    yield noted(action, on)


def noted(action: PlannedAction, on: datetime.date) -> Said:
    """Why an action was given up, then what shows how far it was carried out, as far as it was known on a day."""
    reason, evidence = (
        Trilingual() if field not in noted_fields(action, on) else text
        for field, text in (("reason", action.reason), ("evidence", action.evidence))
    )
    if reason and evidence:
        return Said.by(partial(_both, reason, evidence))
    return Said.of(reason or evidence) if reason or evidence else NOTHING


def _both(reason: Trilingual, evidence: Trilingual, words: Catalog) -> str:
    """A line of the reason and one of the evidence, each marked where it is not in the language as it should be."""
    lines = [
        " ".join(filter(None, (one.mark and words.gettext(one.mark), one.text)))
        for one in (Said.of(text).read(words.language) for text in (reason, evidence))
    ]
    lines[1] = words.pgettext("below the reason", "Evidence: {text}").format(text=lines[1])
    return "\n".join(lines)


def noted_fields(action: PlannedAction, on: datetime.date) -> tuple[str, ...]:
    """The fields that :func:`noted` prints; before an action was done not that of what shows it."""
    shown = ("evidence",) if action.done_on is None or action.done_on <= on else ()
    return ("reason", *shown) if plan_state(action, on) is PlanState.GIVEN_UP else shown


def _stands(action: PlannedAction, on: datetime.date, words: Catalog) -> str:
    """How an action stands, and below it for when it was planned."""
    told = (STANDING[plan_state(action, on)](action, on, words), _planned(action, words))
    return "\n".join(filter(None, told))


def _planned(action: PlannedAction, words: Catalog) -> str:
    first, last = action.begins_on, action.due_on
    if first is not None and last is not None:
        return words.pgettext("days of an action", "Planned {days}").format(days=words.date_range_in_text(first, last))
    if first is not None:
        return words.pgettext("days of an action", "Planned from {day}").format(day=words.date(first))
    if last is not None:
        return words.pgettext("days of an action", "Planned by {day}").format(day=words.date(last))
    return ""


def _done(action: PlannedAction, _on: datetime.date, words: Catalog) -> str:
    return words.gettext("Carried out on {day}").format(day=words.date(action.done_on)) if action.done_on else ""


def _given_up(action: PlannedAction, _on: datetime.date, words: Catalog) -> str:
    return words.gettext("Given up on {day}").format(day=words.date(action.given_up_on)) if action.given_up_on else ""


def _begun(action: PlannedAction, _on: datetime.date, words: Catalog) -> str:
    return words.gettext("Under way since {day}").format(day=words.date(action.begun_on)) if action.begun_on else ""


def _late(action: PlannedAction, on: datetime.date, words: Catalog) -> str:
    if action.begun_on is None or action.begun_on > on:
        return words.pgettext("state of an action", "Overdue, not begun")
    return words.pgettext("state of an action", "Overdue, begun on {day}").format(day=words.date(action.begun_on))


def _waiting(_action: PlannedAction, _on: datetime.date, words: Catalog) -> str:
    return sentence_start(PLAN_STATES[PlanState.NOT_BEGUN](words, 1))


STANDING: dict[PlanState, Callable[[PlannedAction, datetime.date, Catalog], str]] = {
    PlanState.DONE: _done,
    PlanState.UNDER_WAY: _begun,
    PlanState.LATE: _late,
    PlanState.NOT_BEGUN: _waiting,
    PlanState.GIVEN_UP: _given_up,
}
"""How an action stands on a day, in words."""
