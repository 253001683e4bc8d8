"""What an annual review counts, in words: "3 workshops", "published (2)", "1 State"."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from nmirf_desktop.domain.action_plans import PlanState
from nmirf_desktop.domain.actions import ActionState
from nmirf_desktop.domain.activities import ActivityKind
from nmirf_desktop.domain.contributions import ContributionKind, ContributionState
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.i18n import N_, NP_, Catalog

STATE_OF_PLANNED = "state of actions of the plan"
PLAN_STATES = {
    PlanState.DONE: NP_("state of actions of the plan", "Carried out"),
    PlanState.UNDER_WAY: NP_("state of actions of the plan", "Under way"),
    PlanState.LATE: NP_("state of actions of the plan", "Overdue"),
    PlanState.NOT_BEGUN: NP_("state of actions of the plan", "Not begun"),
    PlanState.GIVEN_UP: NP_("state of actions of the plan", "Given up"),
}
STATE_OF_CONTRIBUTIONS = "state of contributions"
CONTRIBUTION_STATES = {
    ContributionState.TO_BE_SENT: NP_("state of contributions", "To be sent"),
    ContributionState.SENT: NP_("state of contributions", "Sent"),
    ContributionState.PUBLISHED: NP_("state of contributions", "Published"),
}
STATE_OF_ACTION = "state of a follow-up action"
ACTION_STATES = {
    ActionState.DONE: NP_("state of a follow-up action", "Done"),
    ActionState.LATE: NP_("state of a follow-up action", "Overdue"),
    ActionState.DUE_SOON: NP_("state of a follow-up action", "Due soon"),
    ActionState.OPEN: NP_("state of a follow-up action", "To be done"),
}
"""They are said with their context: what is counted agrees in French and Spanish with its noun."""

Counted = TypeVar("Counted")
Sentence = Callable[[Catalog], str]
"""A sentence, said with the words of each language."""


def counts(words: Catalog, counted: Iterable[tuple[str, int]]) -> str:
    """Labels in the language of the words, each with its number: "published (2); sent (1)"."""
    pattern = words.pgettext("what was counted and how often", "{label} ({n})")
    return words.series(pattern.format(label=label, n=words.number(number)) for label, number in counted)


def labelled(words: Catalog, labels: Mapping[Counted, str], counted: Mapping[Counted, int]) -> str:
    """The counts of what has a label, a marked constant; what was not counted at all is left out."""
    return counts(words, ((within(words.gettext(labels[one])), counted[one]) for one in labels if counted.get(one)))


def agreeing(words: Catalog, context: str, labels: Mapping[Counted, str], counted: Mapping[Counted, int]) -> str:
    """As :func:`labelled`, of labels that are said with a context, so that they agree with what is counted."""
    found = ((within(words.pgettext(context, labels[one])), counted[one]) for one in labels if counted.get(one))
    return counts(words, found)


def within(label: str) -> str:
    """A label, which begins with a capital, as it stands within a sentence; none of those counted is a name."""
    return label[:1].lower() + label[1:]


def states(words: Catalog, number: int) -> str:
    """So many States."""
    return words.ngettext("{n} State", "{n} States", number).format(n=words.number(number))


def partners(words: Catalog, number: int) -> str:
    """So many partners."""
    return words.ngettext("{n} partner", "{n} partners", number).format(n=words.number(number))


def partner(words: Catalog, one: Partner) -> str:
    """A partner by its name; OHCHR, as the rest of the review calls it, by its letters."""
    return words.gettext(N_("OHCHR")) if one.kind is PartnerKind.OHCHR else Quoted(one.name).said_in(words)


def members(words: Catalog, number: int) -> str:
    """So many members."""
    return words.ngettext("{n} member", "{n} members", number).format(n=words.number(number))


def observers(words: Catalog, number: int) -> str:
    """So many observers."""
    return words.ngettext("{n} observer", "{n} observers", number).format(n=words.number(number))


def _of(noun: str, words: Catalog, number: int) -> str:
    return noun.format(n=words.number(number))


def activities(words: Catalog, kind: ActivityKind, number: int) -> str:
    """So many activities of a kind."""
    match kind:
        case ActivityKind.WORKSHOP:
            return _of(words.ngettext("{n} workshop", "{n} workshops", number), words, number)
        case ActivityKind.EXCHANGE:
            return _of(
                words.ngettext("{n} exchange of experience", "{n} exchanges of experience", number), words, number
            )
        case ActivityKind.VISIT:
            return _of(words.ngettext("{n} visit", "{n} visits", number), words, number)
        case ActivityKind.STATEMENT:
            return _of(words.ngettext("{n} joint statement", "{n} joint statements", number), words, number)
        case ActivityKind.PUBLICATION:
            return _of(words.ngettext("{n} publication", "{n} publications", number), words, number)
        case ActivityKind.MEETING:
            return _of(
                words.ngettext("{n} meeting or side event", "{n} meetings or side events", number), words, number
            )
        case ActivityKind.OTHER:
            return _of(words.ngettext("{n} other activity", "{n} other activities", number), words, number)


def contributions(words: Catalog, kind: ContributionKind, number: int) -> str:
    """So many contributions of a kind."""
    match kind:
        case ContributionKind.PRACTICE:
            return _of(words.ngettext("{n} practice shared", "{n} practices shared", number), words, number)
        case ContributionKind.EVENT:
            return _of(words.ngettext("{n} event reported", "{n} events reported", number), words, number)
        case ContributionKind.ACTIVITY:
            return _of(words.ngettext("{n} other activity", "{n} other activities", number), words, number)
