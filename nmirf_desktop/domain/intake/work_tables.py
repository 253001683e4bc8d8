"""The records of the Network's work as rows of a list that can come back: cells by the names of its fields.

Texts stand in the columns of their languages, records with their identifiers: what comes back unchanged brings nothing.
"""

import datetime
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.activities import Activity, TakingPart
from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.intake.work_fields import WORK_FIELDS
from nmirf_desktop.domain.intake.work_standing import NAMED, WorkStanding, ranked
from nmirf_desktop.domain.intake.work_words import LABELS
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.partnerships import Partnership
from nmirf_desktop.domain.periods import Period, StateCode
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language

Row = Mapping[str, str | int | datetime.date | None]
RECORDS: Mapping[IntakeKind, type[Any]] = {
    IntakeKind.ACTIVITIES: Activity,
    IntakeKind.CONTACTS: Contact,
    IntakeKind.PARTNERSHIPS: Partnership,
    IntakeKind.OHCHR_SUPPORT: OhchrSupport,
    IntakeKind.GOOD_PRACTICES: GoodPractice,
    IntakeKind.CONTRIBUTIONS: Contribution,
}
"""What a row of each list is; that of an action plan is a priority or an action."""


def rows_of(kind: IntakeKind, known: WorkStanding, states: Mapping[StateCode, State], words: Catalog) -> Iterator[Row]:
    """The records of a kind, in the order of their days; those of plans in the plans' order."""
    if kind is IntakeKind.ACTION_PLANS:
        yield from _plans(known, words)
        return
    taking = _taking_part(known, states, words) if kind is IntakeKind.ACTIVITIES else {}
    for one in sorted(known.all(RECORDS[kind]), key=_day):
        row = _cells(kind, one, known, words) | taking.get(one.key, {})
        code = row.get("state")
        if isinstance(code, str):
            row |= {"state": states[code].said_in(words), "code": code}
        yield row


def _day(fact: Any) -> datetime.date:
    """The day of a record; what is of one day stays in the order in which it was recorded."""
    match fact:
        case Activity():
            return fact.begins_on
        case Partnership():
            return fact.period.start
        case GoodPractice():
            return fact.recorded_on
        case Contribution():
            return fact.prepared_on
        case Contact() | OhchrSupport():
            return fact.on
        case _:
            return datetime.date.min


def _taking_part(
    known: WorkStanding, states: Mapping[StateCode, State], words: Catalog
) -> Mapping[str, dict[str, str]]:
    """Who was host of each activity, and who else took part in it."""
    found: dict[str, dict[str, str]] = {}
    for one in known.all(TakingPart):
        partner = known.find(Partner, one.partner or "")
        name = states[one.state].said_in(words) if one.state else partner.name.best(words.language) if partner else ""
        held, column = found.setdefault(one.activity, {}), "hosts" if one.host else "who"
        held[column] = "; ".join(filter(None, (held.get(column, ""), name)))
    return found


def _plans(known: WorkStanding, words: Catalog) -> Iterator[Row]:
    for plan in sorted(known.all(ActionPlan), key=lambda one: (one.first, one.key)):
        own = {"plan": plan.title.best(words.language), "first": plan.first, "last": plan.last}
        for priority in ranked(one for one in known.all(PlanPriority) if one.plan == plan.key):
            cells = _cells(IntakeKind.ACTION_PLANS, priority, known, words)
            yield cells | own | {"number": known.places[priority.key]}
            for action in ranked(one for one in known.all(PlannedAction) if one.priority == priority.key):
                cells = _cells(IntakeKind.ACTION_PLANS, action, known, words)
                yield cells | own | {"number": known.places[action.key], "priority": None}


def _cells(kind: IntakeKind, fact: Any, known: WorkStanding, words: Catalog) -> dict[str, Any]:
    """The cells of a record that it holds itself."""
    found: dict[str, Any] = {}
    for field in WORK_FIELDS[kind]:
        base, _, language = field.name.rpartition("_")
        text = getattr(fact, base, None) if language in set(Language) else None
        if isinstance(text, Trilingual):
            found[field.name] = text[Language(language)] or None
        elif not field.derived:
            value = getattr(fact, field.name, None)
            named = known.called(value) if field.name in NAMED and value is not None else value
            found[field.name] = _cell(named, words)
    period = getattr(fact, "period", None)
    if isinstance(period, Period):
        found |= {"since": period.start, "last_day": period.last_day}
    return found


def _cell(value: Any, words: Catalog) -> Any:
    match value:
        case tuple():
            return ", ".join(str(_cell(one, words)) for one in value) or None
        case Objective():
            return str(value)
        case Language():
            return words.language_name(value)
        case StrEnum():
            return words.gettext(LABELS[type(value)][value])
        case Content():
            return value.said_in(words)
        case str():
            return value or None
        case Trilingual():
            return None
        case _:
            return value
