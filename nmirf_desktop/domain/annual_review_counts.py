"""What an annual review counts, in words: "3 workshops", "published (2)", "1 State"."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from nmirf_desktop.domain.action_plans import PlanState
from nmirf_desktop.domain.actions import ActionState
from nmirf_desktop.domain.activities import ActivityKind
from nmirf_desktop.domain.contributions import ContributionKind, ContributionState
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.i18n import N_, Catalog

Agreeing = Callable[[Catalog, int], str]
"""A state of so many: in French and Spanish it agrees with the noun of what is counted, and with the number."""
PLAN_STATES: Mapping[PlanState, Agreeing] = {
    PlanState.DONE: lambda words, n: words.npgettext("state of so many actions", "carried out", "carried out", n),
    PlanState.UNDER_WAY: lambda words, n: words.npgettext("state of so many actions", "under way", "under way", n),
    PlanState.LATE: lambda words, n: words.npgettext("state of so many actions", "overdue", "overdue", n),
    PlanState.NOT_BEGUN: lambda words, n: words.npgettext("state of so many actions", "not begun", "not begun", n),
    PlanState.GIVEN_UP: lambda words, n: words.npgettext("state of so many actions", "given up", "given up", n),
}
CONTRIBUTION_STATES: Mapping[ContributionState, Agreeing] = {
    ContributionState.TO_BE_SENT: lambda words, n: words.npgettext(
        "state of so many contributions", "to be sent", "to be sent", n
    ),
    ContributionState.SENT: lambda words, n: words.npgettext("state of so many contributions", "sent", "sent", n),
    ContributionState.PUBLISHED: lambda words, n: words.npgettext(
        "state of so many contributions", "published", "published", n
    ),
}
ACTION_STATES: Mapping[ActionState, Agreeing] = {
    ActionState.DONE: lambda words, n: words.npgettext("state of so many follow-up actions", "done", "done", n),
    ActionState.LATE: lambda words, n: words.npgettext("state of so many follow-up actions", "overdue", "overdue", n),
    ActionState.DUE_SOON: lambda words, n: words.npgettext(
        "state of so many follow-up actions", "due soon", "due soon", n
    ),
    ActionState.OPEN: lambda words, n: words.npgettext(
        "state of so many follow-up actions", "to be done", "to be done", n
    ),
}

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


def agreeing(words: Catalog, labels: Mapping[Counted, Agreeing], counted: Mapping[Counted, int]) -> str:
    """As :func:`labelled`, of labels that agree with what is counted."""
    return counts(words, ((label(words, n), n) for one, label in labels.items() if (n := counted.get(one, 0))))


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
