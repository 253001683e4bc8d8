"""The annual review: what a period's records hold, the paragraphs drafted from them, and what a person wrote instead.

*Network Meetings – Frequency*, R37: the annual meeting reviews the Network's activities and its future directions.
A paragraph is drafted anew from the facts whenever the review is read. Only what a person changed, added or took out
is kept (:class:`ReviewText`), with the draft that it took the place of: so that new facts are seen beside it, and never
write over it.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import ActivityLine
from nmirf_desktop.domain.committees import Committee
from nmirf_desktop.domain.contributions import ContributionLine
from nmirf_desktop.domain.drafted import fact_of, slot
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import GoodPractice, Sharing
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Membership
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.ohchr_support import OhchrSupport, SupportBetween
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.partnerships import PartnershipsBetween
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import DEFAULTS, Practices
from nmirf_desktop.domain.redrafting import same_words
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import RuleChange
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog

LONGEST_YEARS = 3
"""So many years at most are reviewed at once: an annual meeting may fall out, a report of many years is none."""
EMPTY = N_("Write the paragraph in one language at least.")
OWN = "own"
"""What the slot of a paragraph that a person added names after its part."""


class ReviewPart(StrEnum):
    """The parts of a review, in their order."""

    ACTIVITIES = "activities"
    PRACTICES = "practices"
    HUB = "hub"
    PARTNERSHIPS = "partnerships"
    SUPPORT = "support"
    ENCOURAGEMENT = "encouragement"
    MEMBERSHIP = "membership"
    MEETINGS = "meetings"
    DECISIONS = "decisions"
    PLAN = "plan"
    RULES = "rules"
    AHEAD = "ahead"


PART_TITLES = {
    ReviewPart.ACTIVITIES: N_("Activities of the Network"),
    ReviewPart.PRACTICES: N_("Good practices of States"),
    ReviewPart.HUB: N_("Contributions to the virtual knowledge hub"),
    ReviewPart.PARTNERSHIPS: N_("Partnerships"),
    ReviewPart.SUPPORT: N_("Support of OHCHR"),
    ReviewPart.ENCOURAGEMENT: N_("States that are not members"),
    ReviewPart.MEMBERSHIP: N_("Members and observers"),
    ReviewPart.MEETINGS: N_("Meetings and Executive Committee"),
    ReviewPart.DECISIONS: N_("Decisions and their follow-up"),
    ReviewPart.PLAN: N_("Action plan"),
    ReviewPart.RULES: N_("Changes of the rules"),
    ReviewPart.AHEAD: N_("Future directions"),
}


@dataclass(frozen=True, slots=True, order=True)
class ReviewPeriod:
    """The days that are reviewed, both included."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def of_year(cls, year: int) -> "ReviewPeriod":
        """A calendar year."""
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31))

    @classmethod
    def read(cls, text: str) -> "ReviewPeriod":
        """What is written as "2027", or as "2027-01-26/2028-01-24". Raises ``Problem``."""
        first, parted, last = text.strip().partition("/")
        try:
            one = cls(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)) if parted else None
            found = one or cls.of_year(int(first))
        except ValueError as error:
            message = N_("“{text}” is no period: write a year, such as 2027, or two days, such as {example}.")
            raise Problem(message, {"text": text, "example": "2027-01-26/2028-01-24"}, "period") from error
        found.check()
        return found

    @property
    def is_year(self) -> bool:
        """Whether it is a calendar year."""
        return self == ReviewPeriod.of_year(self.last.year)

    @property
    def too_long(self) -> bool:
        """Whether it is of more years than are reviewed at once."""
        return (self.last - self.first).days > 366 * LONGEST_YEARS

    def check(self) -> None:
        """Raise ``Problem`` for a period that ends before it begins, or is too long."""
        if self.last < self.first:
            raise Problem(N_("The last day is before the first day."), field_name="period")
        if self.too_long:
            message = N_("A review is of {years} years at most: choose a shorter period.")
            raise Problem(message, {"years": LONGEST_YEARS}, "period")

    def written(self) -> str:
        """As :meth:`read` reads it."""
        return str(self.last.year) if self.is_year else f"{self.first}/{self.last}"

    def holds(self, day: datetime.date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.first <= day <= self.last

    def until(self, on: datetime.date) -> "ReviewPeriod":
        """The part of it that is over on a day; of one that is to come, its first day."""
        return ReviewPeriod(self.first, max(self.first, min(self.last, on)))

    @property
    def following(self) -> "ReviewPeriod":
        """The year after its last day."""
        first = self.last + datetime.timedelta(days=1)
        leap = (first.month, first.day) == (2, 29)
        again = datetime.date(first.year + 1, 3, 1) if leap else first.replace(year=first.year + 1)
        return ReviewPeriod(first, again - datetime.timedelta(days=1))

    def said_in(self, words: Catalog) -> str:
        """The year, or the first and the last day."""
        return str(self.last.year) if self.is_year else words.date_range(self.first, self.last)

    def during(self, words: Catalog) -> str:
        """As a sentence begins with it: "In 2027"; "From 26 January 2027 to 24 January 2028"."""
        if self.is_year:
            return words.pgettext("year at the beginning of a sentence", "In {year}").format(year=self.last.year)
        return sentence_start(words.date_range_in_text(self.first, self.last))


def offered_periods(years: Iterable[int], annual: Iterable[Meeting], on: datetime.date) -> tuple[ReviewPeriod, ...]:
    """The periods to choose from, the latest first: each year, and each time from an annual meeting to the next one.

    What a meeting decides is followed up until the next one: the time begins on its first day, and ends on the eve of
    the next.
    """
    wanted = {ReviewPeriod.of_year(year) for year in {*years, on.year} if year <= on.year}
    for opened, opens in pairwise(sorted({one.opens_on for one in annual})):
        between = ReviewPeriod(opened, opens - datetime.timedelta(days=1))
        if opened <= on and not between.too_long:
            wanted.add(between)
    return tuple(sorted(wanted, key=lambda one: (one.last, one.first), reverse=True))


def usual_period(on: datetime.date) -> ReviewPeriod:
    """The year that is reviewed by default: the last one in the first half of a year, then the current one."""
    return ReviewPeriod.of_year(on.year if on.month > 6 else on.year - 1)  # noqa: PLR2004  (June)


@dataclass(frozen=True, slots=True)
class PlanOf:
    """An action plan of the period with its actions."""

    plan: ActionPlan
    actions: tuple[PlannedAction, ...]


@dataclass(frozen=True, slots=True)
class Encouraging:
    """What was done in the period for States that were no members on its last day: which were invited and took part.

    *supported* is what OHCHR gave to one of them.
    """

    invited: frozenset[StateCode] = frozenset()
    took_part: frozenset[StateCode] = frozenset()
    contacts: tuple[Contact, ...] = ()
    supported: tuple[OhchrSupport, ...] = ()


@dataclass(frozen=True, slots=True)
class YearAhead:
    """What is known of the year after a period: the actions of all plans, and the meetings that are planned.

    *rule_changes* are the numbers of the Declaration that begin to hold in it.
    """

    actions: tuple[PlannedAction, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What the register holds of a *period*, as of the day *on*; *dated* is the day of the document.

    *agreed* are practices documented earlier that are named for the first time, *recipients* the partners with which
    practices were shared, *unconsented* those that went out in the period without their State's consent and have none
    by the day of the document, *before* and *memberships* tell who was in the Network, *coordinator* and *committee*
    are those of the day, *rule_decisions* those that changed the rules, of whatever year.
    *read_on*, where it is given, is named in the place of the day: the same facts as they would have read then.
    """

    period: ReviewPeriod
    dated: datetime.date
    states: Mapping[StateCode, State]
    activities: tuple[ActivityLine, ...] = ()
    practices: tuple[GoodPractice, ...] = ()
    agreed: tuple[GoodPractice, ...] = ()
    sharings: tuple[Sharing, ...] = ()
    recipients: Mapping[Key, Partner] = field(default_factory=dict)
    unconsented: tuple[GoodPractice, ...] = ()
    contributions: tuple[ContributionLine, ...] = ()
    partnerships: PartnershipsBetween = field(default_factory=PartnershipsBetween)
    support: SupportBetween = field(default_factory=SupportBetween)
    encouraging: Encouraging = field(default_factory=Encouraging)
    memberships: tuple[Membership, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    committee: Committee | None = None
    coordinator: StateCode | None = None
    decisions: tuple[Decision, ...] = ()
    follow_ups: tuple[FollowUpAction, ...] = ()
    plans: tuple[PlanOf, ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()
    rule_decisions: Mapping[Key, Decision] = field(default_factory=dict)
    ahead: YearAhead = field(default_factory=YearAhead)
    ways: Practices = DEFAULTS
    prefix: str = "NMIRF"
    specimen: bool = False
    read_on: datetime.date | None = None

    @property
    def told(self) -> ReviewPeriod:
        """The days that are over: a review of the current year ends on its day."""
        return self.period.until(self.dated)

    @property
    def on(self) -> datetime.date:
        """The last day that is told; how everything stands is as of it."""
        return self.told.last

    @property
    def _named(self) -> ReviewPeriod:
        return self.told if self.read_on is None else self.period.until(self.read_on)

    @property
    def read_on_first(self) -> bool:
        """Whether it is read on the first day of the period."""
        return self._named.first == self._named.last

    def as_at(self, words: Catalog) -> str:
        """The day as of which everything stands, as every sentence names it."""
        return words.date(self._named.last)

    def during(self, words: Catalog) -> str:
        """The time that is told, as every sentence begins with it."""
        return self._named.during(words)

    def during_next(self, words: Catalog) -> str:
        """The year after it, as every sentence begins with it."""
        return self._named.following.during(words)

    @property
    def passed(self) -> tuple[Membership, ...]:
        """The memberships that began in the period."""
        return tuple(one for one in self.memberships if self.told.holds(one.period.start))

    @property
    def ended(self) -> tuple[Membership, ...]:
        """Those that ended in it, and were followed by none of the same State."""
        held = {one.state for one in self.memberships if one.period.holds(self.on)}
        return tuple(one for one in self.memberships if self.told.holds(one.period.last_day) and one.state not in held)

    @property
    def empty(self) -> bool:
        """Whether nothing was recorded of the period."""
        happened = (
            self.activities, self.practices, self.agreed, self.sharings, self.contributions, self.partnerships.held,
            self.partnerships.notes, self.support.entries, self.encouraging.invited, self.encouraging.contacts,
            self.passed, self.ended, self.meetings, self.decisions, self.follow_ups, self.plans, self.rule_changes,
        )  # fmt: skip
        return not any(happened)


@dataclass(frozen=True, slots=True)
class ReviewParagraph:
    """A paragraph as the facts give it; *slot* names its part and what it tells: "activities:months"."""

    slot: str
    text: Trilingual


@dataclass(frozen=True, slots=True)
class ReviewText:
    """What a person wrote in a review, of the days from a *first* to a *last*, in place of the paragraph of a *slot*.

    *drafted* is what the facts gave then. An empty *text* says that the paragraph was taken out; one of a slot of its
    own ("hub:own:<key>") was added.
    """

    key: Key
    first: datetime.date
    last: datetime.date
    slot: str
    text: Trilingual
    drafted: Trilingual = Trilingual()


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of the review as it reads: the *draft*, or what is *kept* that a person wrote in its place.

    It is *outdated* where the facts give another text by now than when a person wrote; that a day went by is no fact.
    """

    slot: str
    draft: Trilingual
    kept: ReviewText | None = None
    outdated: bool = False

    @property
    def key(self) -> str:
        """Its slot, by which a list knows it."""
        return self.slot

    @property
    def part(self) -> ReviewPart:
        """The part in which it stands."""
        return part_of(self.slot)

    @property
    def text(self) -> Trilingual:
        """The text that is printed; empty where the paragraph was taken out."""
        return self.draft if self.kept is None else self.kept.text

    @property
    def written(self) -> bool:
        """Whether a person changed it, added it or took it out."""
        return self.kept is not None

    @property
    def added(self) -> bool:
        """Whether it is a person's own, without a fact."""
        return is_own(self.slot)

    @property
    def removed(self) -> bool:
        """Whether a person took it out."""
        return self.kept is not None and not self.kept.text


def part_of(name: str) -> ReviewPart:
    """The part that a slot names."""
    return ReviewPart(fact_of(name)[0])


def is_own(name: str) -> bool:
    """Whether a slot is of a paragraph that a person added."""
    return fact_of(name)[1].startswith(f"{OWN}:")


def own_slot(part: ReviewPart, key: Key) -> str:
    """The slot of a paragraph that a person added at the end of a part."""
    return slot(part, f"{OWN}:{key}")


def as_told(
    drafts: Collection[ReviewParagraph],
    kept: Iterable[ReviewText],
    on_another_day: Callable[[str, Trilingual], bool] = lambda _name, _drafted: False,
) -> tuple[Told, ...]:
    """The paragraphs in their order: the drafts, what a person wrote in their place, and what was added.

    What was written of a fact that is there no more stays at the end of its part, until a person takes it out.
    *on_another_day* tells whether the facts gave what was drafted in a slot on another day.
    """

    def told(name: str, draft: Trilingual, one: ReviewText | None) -> Told:
        follows = one is None or is_own(name) or same_words(one.drafted, draft) or on_another_day(name, one.drafted)
        return Told(name, draft, one, outdated=not follows)

    known = {one.slot: one for one in kept}
    found = [told(one.slot, one.text, known.pop(one.slot, None)) for one in drafts]
    found += [told(one.slot, Trilingual(), one) for _, one in sorted(known.items()) if one.text]
    order = list(ReviewPart)
    return tuple(sorted(found, key=lambda one: order.index(one.part)))
