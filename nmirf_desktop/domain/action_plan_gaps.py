"""The texts of an action plan that are not ready, before it is printed."""

from collections.abc import Iterator

from nmirf_desktop.domain.action_plan_papers import PlanRecord
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.gaps import Gap, of_texts
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_

TITLE_OF_PLAN = N_("Title of the plan")
PRIORITY = N_("Priority {number}: title")
ACTION = N_("Action {number} “{name}”: {what}")


def of_plan(record: PlanRecord) -> tuple[Gap, ...]:
    """The gaps of a plan in the order in which it is read: its title, and those of its priorities and actions."""
    return of_texts(_texts(record))


def _texts(record: PlanRecord) -> Iterator[tuple[Phrase, Trilingual, Subject, Key, str]]:
    plan, adopted = record.plan, record.adopted_by
    yield Phrase(TITLE_OF_PLAN), plan.title, Subject.PLANS, plan.key, "title"
    if adopted is not None:
        where = Phrase(N_("Decision {name}"), {"name": decision_name(adopted)})
        yield where, adopted.title, Subject.VOTES, adopted.meeting, ""
    for number, (priority, actions) in enumerate(record.priorities, 1):
        yield Phrase(PRIORITY, {"number": number}), priority.title, Subject.PLANS, priority.key, "title"
        for place, one in enumerate(actions, 1):
            for what, text, field in (
                (N_("title"), one.title, "title"),
                (N_("who is responsible"), one.responsible, "responsible"),
            ):
                named = {"number": f"{number}.{place}", "name": Content(one.title), "what": Phrase(what)}
                yield Phrase(ACTION, named), text, Subject.PLANS, one.key, field
