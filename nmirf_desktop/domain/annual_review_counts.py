"""What an annual review counts, in words: "three workshops", "published (2)", "one State", "14 States".

Small numbers in a sentence are in words, as the United Nations writes them; but where a greater one stands beside them,
all are in figures. A figure is never parted from what it counts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from nmirf_desktop.domain.action_plans import PlanState
from nmirf_desktop.domain.actions import ActionState
from nmirf_desktop.domain.activities import ActivityKind
from nmirf_desktop.domain.contributions import ContributionKind, ContributionState
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS, Objective
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.typography import NBSP
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


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: *many* gives the pattern of so many; *one*, marked, says a single one in words, *none* none."""

    many: Agreeing
    one: str
    none: str = ""


STATE = Noun(lambda words, n: words.ngettext("{n} State", "{n} States", n), N_("one State"))
PARTNER = Noun(lambda words, n: words.ngettext("{n} partner", "{n} partners", n), N_("one partner"))
MEMBER = Noun(lambda words, n: words.ngettext("{n} member", "{n} members", n), N_("one member"), N_("no members"))
OBSERVER = Noun(
    lambda words, n: words.ngettext("{n} observer", "{n} observers", n), N_("one observer"), N_("no observers")
)
FOLLOW_UP = Noun(
    lambda words, n: words.ngettext("{n} follow-up action", "{n} follow-up actions", n), N_("one follow-up action")
)
PLANNED = Noun(
    lambda words, n: words.ngettext("{n} action of the action plan", "{n} actions of the action plan", n),
    N_("one action of the action plan"),
)
BEGUN = Noun(
    lambda words, n: words.ngettext("{n} partnership was established", "{n} partnerships were established", n),
    N_("one partnership was established"),
)
ENDED = Noun(
    lambda words, n: words.ngettext("{n} partnership came to an end", "{n} partnerships came to an end", n),
    N_("one partnership came to an end"),
)
CONSENSUS = Noun(lambda words, n: words.ngettext("{n} by consensus", "{n} by consensus", n), N_("one by consensus"))
VOTE = Noun(lambda words, n: words.ngettext("{n} by a vote", "{n} by a vote", n), N_("one by a vote"))
ACTIVITIES: Mapping[ActivityKind, Noun] = {
    ActivityKind.WORKSHOP: Noun(
        lambda words, n: words.ngettext("{n} workshop", "{n} workshops", n), N_("one workshop")
    ),
    ActivityKind.EXCHANGE: Noun(
        lambda words, n: words.ngettext("{n} exchange of experience", "{n} exchanges of experience", n),
        N_("one exchange of experience"),
    ),
    ActivityKind.VISIT: Noun(lambda words, n: words.ngettext("{n} visit", "{n} visits", n), N_("one visit")),
    ActivityKind.STATEMENT: Noun(
        lambda words, n: words.ngettext("{n} joint statement", "{n} joint statements", n), N_("one joint statement")
    ),
    ActivityKind.PUBLICATION: Noun(
        lambda words, n: words.ngettext("{n} publication", "{n} publications", n), N_("one publication")
    ),
    ActivityKind.MEETING: Noun(
        lambda words, n: words.ngettext("{n} meeting or side event", "{n} meetings or side events", n),
        N_("one meeting or side event"),
    ),
    ActivityKind.OTHER: Noun(
        lambda words, n: words.ngettext("{n} other activity", "{n} other activities", n), N_("one other activity")
    ),
}
CONTRIBUTIONS: Mapping[ContributionKind, Noun] = {
    ContributionKind.PRACTICE: Noun(
        lambda words, n: words.ngettext("{n} practice shared", "{n} practices shared", n), N_("one practice shared")
    ),
    ContributionKind.EVENT: Noun(
        lambda words, n: words.ngettext("{n} event reported", "{n} events reported", n), N_("one event reported")
    ),
    ContributionKind.ACTIVITY: Noun(
        lambda words, n: words.ngettext("{n} other activity", "{n} other activities", n), N_("one other activity")
    ),
}

Counted = TypeVar("Counted")
Sentence = Callable[[Catalog], str]
"""A sentence, said with the words of each language."""


def counts(words: Catalog, counted: Iterable[tuple[str, int]]) -> str:
    """Labels in the language of the words, each with its number, under a chart: "published (2); sent (1)"."""
    return words.series(_counted(words, counted))


def told(words: Catalog, counted: Iterable[tuple[str, int]]) -> str:
    """The same in a sentence: "published (2), rejected (1) and sent (1)"."""
    return words.conjunction(_counted(words, counted))


def _counted(words: Catalog, counted: Iterable[tuple[str, int]]) -> list[str]:
    pattern = words.pgettext("what was counted and how often", "{label}\u00a0({n})")
    return [pattern.format(label=label, n=words.number(number)) for label, number in counted]


def objectives(words: Catalog, found: Iterable[Objective]) -> str:
    """Objectives in a sentence; the number of none is parted from its name."""
    return words.conjunction(words.gettext(OBJECTIVE_BRIEFS[one]).replace(" ", NBSP, 1) for one in found)


def named(words: Catalog, names: Sequence[str]) -> str:
    """Names in a sentence: "A, B and C"; one after the other where a comma stands in one of them: "A, of B; C"."""
    parted = any(mark in name for name in names for mark in ",;")
    return words.series(names) if parted else words.conjunction(names)


def labelled(words: Catalog, labels: Mapping[Counted, str], counted: Mapping[Counted, int]) -> str:
    """The counts of what has a label, a marked constant; what was not counted at all is left out."""
    return told(words, ((within(words.gettext(labels[one])), counted[one]) for one in labels if counted.get(one)))


def agreeing(words: Catalog, labels: Mapping[Counted, Agreeing], counted: Mapping[Counted, int]) -> str:
    """As :func:`labelled`, of labels that agree with what is counted."""
    return told(words, _agreeing(words, labels, counted))


def apart(words: Catalog, labels: Mapping[Counted, Agreeing], counted: Mapping[Counted, int]) -> str:
    """As :func:`agreeing`, in a cell of a table or under a chart: "published (2); sent (1)"."""
    return counts(words, _agreeing(words, labels, counted))


def _agreeing(
    words: Catalog, labels: Mapping[Counted, Agreeing], counted: Mapping[Counted, int]
) -> Iterator[tuple[str, int]]:
    return ((label(words, n), n) for one, label in labels.items() if (n := counted.get(one, 0)))


def within(label: str) -> str:
    """A label, which begins with a capital, as it stands within a sentence; none of those counted is a name."""
    return label[:1].lower() + label[1:]


def in_words(words: Catalog, number: int) -> bool:
    """Whether a number is one that the language writes in words."""
    return words.small_number(number) != words.number(number)


def joined(pattern: str) -> str:
    """A pattern of which the number, *n* or *all*, is never parted from the word after it."""
    return pattern.replace("{n} ", f"{{n}}{NBSP}").replace("{all} ", f"{{all}}{NBSP}")


def counting(words: Catalog, pattern: str, number: int, **others: str) -> str:
    """A sentence with its *number* as {n}, in words where it is a small one."""
    if in_words(words, number):
        return pattern.format(n=words.small_number(number), **others)
    return joined(pattern).format(n=words.number(number), **others)


def so_many(words: Catalog, *counted: tuple[Noun, int], beside: int = 0) -> list[str]:
    """Numbers that stand in one sentence, *beside* another: in words, or all in figures where one has to be.

    None of what has a word for it is "no observers" beside either.
    """
    figures = any(number and not in_words(words, number) for number in (beside, *(many for _, many in counted)))
    say = in_figures if figures else _said
    return [
        words.gettext(noun.none) if noun.none and not number else say(words, noun, number) for noun, number in counted
    ]


def in_figures(words: Catalog, noun: Noun, number: int) -> str:
    """So many in figures: "1 State"."""
    return joined(noun.many(words, number)).format(n=words.number(number))


def _said(words: Catalog, noun: Noun, number: int) -> str:
    if number == 1:
        return words.gettext(noun.one)
    return counting(words, noun.many(words, number), number)


def partner(words: Catalog, one: Partner) -> str:
    """A partner by its name; OHCHR, as the rest of the review calls it, by its letters."""
    return words.gettext(N_("OHCHR")) if one.kind is PartnerKind.OHCHR else Quoted(one.name).said_in(words)
