"""The texts of an action plan that are not ready, before it is printed."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.action_plan_papers import PlanRecord, noted_fields
from nmirf_desktop.domain.action_plans import ActionPlan
from nmirf_desktop.domain.annual_review_before import UNREVIEWED
from nmirf_desktop.domain.annual_review_gaps import drafted
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.gaps import Gap, of_texts
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_

TITLE_OF_PLAN = N_("Title of the plan")
PRIORITY = N_("Priority {number}: title")
FIELDS = {
    "title": N_("title"),
    "responsible": N_("who is responsible"),
    "evidence": N_("evidence"),
    "reason": N_("reason"),
}
ACTION = N_("Action {number} “{name}”: {what}")


def of_plan(record: PlanRecord) -> tuple[Gap, ...]:
    """The gaps of a plan in the order in which it is read: its title, and those of its priorities and actions."""
    return of_texts(_texts(record))


def of_titles(plans: Iterable[ActionPlan]) -> tuple[Gap, ...]:
    """The gaps of the titles of plans, where another document names them."""
    return of_texts((Phrase(TITLE_OF_PLAN), one.title, Subject.PLANS, one.key, "title") for one in plans)


def plan_cautions(record: PlanRecord) -> tuple[Phrase, ...]:
    """What is to be known before the plan is issued: how many of its texts nobody has reviewed."""
    once = {(topic, key, field): text for _, text, topic, key, field in _texts(record)}
    number = drafted(once.values())
    return (Phrase(UNREVIEWED, {"n": number}),) if number else ()


def _texts(record: PlanRecord) -> Iterator[tuple[Phrase, Trilingual, Subject, Key, str]]:
    plan, adopted = record.plan, record.adopted_by
    yield Phrase(TITLE_OF_PLAN), plan.title, Subject.PLANS, plan.key, "title"
    if adopted is not None:
        where = Phrase(N_("Decision {name}"), {"name": decision_name(adopted)})
        yield where, adopted.title, Subject.VOTES, adopted.meeting, ""
    for number, (priority, actions) in enumerate(record.priorities, 1):
        yield Phrase(PRIORITY, {"number": number}), priority.title, Subject.PLANS, priority.key, "title"
        for place, one in enumerate(actions, 1):
            for field in ("title", "responsible", *noted_fields(one, record.on)):
                named = {"number": f"{number}.{place}", "name": Content(one.title), "what": Phrase(FIELDS[field])}
                yield Phrase(ACTION, named), getattr(one, field), Subject.PLANS, one.key, field
