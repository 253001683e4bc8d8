"""The texts of the year's work: activities, partnerships, practices, contributions, action plan, rules, annual review.

They belong to no meeting, and feed what the Network's meeting is told: they are ready with the one to which the review
of their day goes (:mod:`nmirf_desktop.services.telling`). Of a partnership, told of as long as it holds, its last day
counts; of an annual review that of its period, unless an agenda names the review before. Those of the plan are ready
with the last one that opens in its years, an action that was done or given up with that of the day.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority, check_action, check_plan
from nmirf_desktop.domain.activities import Activity, check_activity
from nmirf_desktop.domain.annual_review import EMPTY, PART_TITLES, ReviewPeriod, ReviewText, part_of
from nmirf_desktop.domain.contributions import Contribution, check_contribution
from nmirf_desktop.domain.good_practices import GoodPractice, check_practice
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.partnerships import CooperationNote, Partnership
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import FIGURES, RuleChange
from nmirf_desktop.domain.separate_votes import shortened
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.telling import Telling
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.contributions import CONTRIBUTIONS, counted_between
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.partnerships import NOTES, PARTNERSHIPS
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.watch import RULE_CHANGES

WHY = frozenset({"title", "reason", "evidence"})
"""What a meeting is told of an action that was given up."""
WHERE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        ACTIVITIES.name: {
            "title": N_("Title of the activity “{title}”"),
            "place": N_("Place of the activity “{title}”"),
            "result": N_("Result of the activity “{title}”"),
        },
        PARTNERSHIPS.name: {"title": N_("What the partnership with “{title}” is about")},
        NOTES.name: {"text": N_("What was done with “{title}”, {date}")},
        SUPPORT.name: {"text": N_("What was done with OHCHR, {date}")},
        GOOD_PRACTICES.name: {
            "title": N_("Title of the good practice “{title}”"),
            "text": N_("Text of the good practice “{title}”"),
            "contact": N_("Contact function of the good practice “{title}”"),
        },
        CONTRIBUTIONS.name: {"title": N_("Contribution to the knowledge hub “{title}”")},
        PLANS.name: {"title": N_("Title of the action plan “{title}”")},
        PRIORITIES.name: {"title": N_("Priority of the action plan “{title}”")},
        PLANNED.name: {
            "title": N_("Action of the action plan “{title}”"),
            "responsible": N_("Who is responsible for an action of the action plan: “{title}”"),
            "reason": N_("Why an action of the action plan was given up: “{title}”"),
            "evidence": N_("What shows an action of the action plan: “{title}”"),
        },
        RULE_CHANGES.name: {"reason": N_("Reason of a change of the rules: “{title}”, {date}")},
        REVIEW_TEXTS.name: {"text": N_("Annual review, {period}: {part}")},
    }
)
APART = N_("Annual review, {period}: {part}, “{title}”")
"""How one of several texts of a part of a review is called: by its beginning, too."""
"""The texts of each table, and how each is called: by its title, its partner, its day, its part of the review."""


class YearlyText(NamedTuple):
    """A text in the *field* of a *record* of a *table*; one that is *over* waits for nothing any more."""

    table: str
    record: Key
    field: str
    where: Phrase
    text: Trilingual
    over: bool


def yearly_texts(session: Session, meeting: Key) -> Iterator[YearlyText]:
    """The texts that are ready with a meeting of the Network; none of another meeting's."""
    telling = Telling.read(session)
    span = telling.span(meeting)
    if span is None:
        return
    for record in _of_days(session, *span):
        if telling.meeting(_day(record)) == meeting:
            yield from _of_day(session, record)
    for partnership in PARTNERSHIPS.all(session):
        if telling.meeting(_last_day(partnership)) == meeting:
            yield from _of(PARTNERSHIPS, partnership, _partner(session, partnership))
    for plan in PLANS.all(session):
        yield from _of_plan(telling, plan, meeting)
    yield from _of_reviews(telling, meeting)


def _of_days(session: Session, first: datetime.date, last: datetime.date) -> Iterator[Any]:
    """What is of a day each, from a first to a last one."""
    yield from ACTIVITIES.between(session, "begins_on", first, last)
    yield from NOTES.between(session, "on", first, last)
    yield from SUPPORT.between(session, "on", first, last)
    yield from GOOD_PRACTICES.between(session, "recorded_on", first, last)
    yield from counted_between(session, first, last, datetime.date.max)
    yield from RULE_CHANGES.between(session, "since", first, last)


def _of_day(session: Session, record: Any) -> Iterator[YearlyText]:
    """The texts of what is of a day."""
    match record:
        case Activity():
            yield from _of(ACTIVITIES, record)
        case CooperationNote():
            yield from _of(NOTES, record, {**_partner(session, record), "date": record.on})
        case OhchrSupport():
            yield from _of(SUPPORT, record, {"date": record.on})
        case RuleChange():
            called = {"title": Phrase(FIGURES[record.figure].title), "date": record.since}
            yield from _of(RULE_CHANGES, record, called)
        case GoodPractice():
            yield from _of(GOOD_PRACTICES, record, over=record.withdrawn(datetime.date.max))
        case _:
            yield from _of(CONTRIBUTIONS, record)


def meeting_of_yearly(session: Session, record: Any) -> Key | None:
    """The meeting with which the texts of such a record are ready; ``None`` where no meeting of the Network is."""
    telling = Telling.read(session)
    match record:
        case ReviewText():
            return _reviewing(telling, _period(record))
        case PlannedAction():
            plan = PLANS.get(session, PRIORITIES.get(session, record.priority).plan)
            return _of_action(telling, record, plan)
        case PlanPriority():
            return _in_years(telling, PLANS.get(session, record.plan))
        case ActionPlan():
            return _in_years(telling, record)
        case _:
            return telling.meeting(_day(record))


def _day(record: Any) -> datetime.date:
    """The day that tells with which meeting a record is ready."""
    match record:
        case Activity():
            return record.begins_on
        case Partnership():
            return _last_day(record)
        case RuleChange():
            return record.since
        case GoodPractice():
            return record.recorded_on
        case Contribution():
            return record.counted_on(datetime.date.max)
        case _:
            day: datetime.date = record.on
            return day


CHECKS: Mapping[type[Any], Callable[[Any], None]] = MappingProxyType(
    {
        Activity: check_activity,
        GoodPractice: check_practice,
        Contribution: check_contribution,
        ActionPlan: check_plan,
        PlannedAction: check_action,
    }
)
"""What is asked of such a record besides its texts."""


def check_yearly(record: Any) -> None:
    """Raises ``Problem`` where a text that must be there would be gone."""
    if isinstance(record, PlanPriority) and not record.title:
        raise Problem(N_("Give the priority a title."), field_name="title")
    if isinstance(record, CooperationNote | OhchrSupport) and not record.text:
        raise Problem(N_("Say what was done."), field_name="text")
    if isinstance(record, ReviewText) and not record.text:
        raise Problem(EMPTY, field_name="text")
    check = CHECKS.get(type(record))
    if check is not None:
        check(record)


def _last_day(partnership: Partnership) -> datetime.date:
    """The last day of a partnership; one without an end lasts."""
    return partnership.period.last_day or datetime.date.max


def _in_years(telling: Telling, plan: ActionPlan) -> Key | None:
    """The last meeting that opens in the years of a plan."""
    within = [one for one in telling.held if plan.first <= one.opens_on.year <= plan.last]
    return within[-1].key if within else None


def _of_action(telling: Telling, action: PlannedAction, plan: ActionPlan) -> Key | None:
    """The meeting that is told that an action of a plan was done or given up; of any other that of the plan."""
    ended = action.done_on or action.given_up_on
    return _in_years(telling, plan) if ended is None else telling.meeting(ended)


def _of_plan(telling: Telling, plan: ActionPlan, meeting: Key) -> Iterator[YearlyText]:
    """The texts of a plan, and those of its actions, that are ready with a meeting."""
    session, own = telling.session, _in_years(telling, plan) == meeting
    yield from _of(PLANS, plan) if own else ()
    for priority in sorted(PRIORITIES.all(session, plan=plan.key), key=lambda one: (one.rank, one.key)):
        yield from _of(PRIORITIES, priority) if own else ()
        for action in sorted(PLANNED.all(session, priority=priority.key), key=lambda one: (one.rank, one.key)):
            if _of_action(telling, action, plan) == meeting:
                gone = action.given_up_on is not None
                yield from (one._replace(over=gone and one.field not in WHY) for one in _of(PLANNED, action))


def _of_reviews(telling: Telling, meeting: Key) -> Iterator[YearlyText]:
    """What was written by hand in the reviews that go to a meeting, in the order of their parts."""
    session = telling.session
    order = list(PART_TITLES)
    found = [one for one in REVIEW_TEXTS.all(session) if one.text]
    going = {one: _reviewing(telling, one) == meeting for one in {_period(one) for one in found}}
    for one in sorted(found, key=lambda one: (_period(one), order.index(part_of(one.slot)), one.slot)):
        if going[_period(one)]:
            part, beside = part_of(one.slot), [other for other in found if _of_one_part(one, other)]
            called = {"period": _period(one), "part": Phrase(PART_TITLES[part])}
            for text in _of(REVIEW_TEXTS, one, called):
                yield text if len(beside) == 1 else text._replace(where=Phrase(APART, {**called, **_begins(one.text)}))


def _of_one_part(one: ReviewText, other: ReviewText) -> bool:
    return (_period(one), part_of(one.slot)) == (_period(other), part_of(other.slot))


def _begins(text: Trilingual) -> dict[str, object]:
    """How a text begins in each language."""
    en, fr, es = (shortened(text[language]) for language in Language)
    return _called(replace(text, en=en, fr=fr, es=es))


def _period(one: ReviewText) -> ReviewPeriod:
    return ReviewPeriod(one.first, one.last)


def _reviewing(telling: Telling, period: ReviewPeriod) -> Key | None:
    """The meeting to which the review of a period goes: the first whose agenda names it, else the one after it."""
    naming = (one.key for one in telling.held if period in telling.named(one))
    return next(naming, None) or telling.first_from(period.last)


def _called(name: Trilingual) -> dict[str, object]:
    return {"title": Content(name)}


def _partner(session: Session, record: Partnership | CooperationNote) -> dict[str, object]:
    return _called(PARTNERS.get(session, record.partner).name)


def _of(
    rows: Rows[Any], record: Any, called: Mapping[str, object] | None = None, *, over: bool = False
) -> Iterator[YearlyText]:
    for field, where in WHERE[rows.name].items():
        said = Phrase(where, called or _called(record.title))
        yield YearlyText(rows.name, record.key, field, said, getattr(record, field), over)
