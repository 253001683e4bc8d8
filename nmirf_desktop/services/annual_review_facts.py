"""What a review tells, read from the register in one snapshot; no more than its period is read of what is much."""

import datetime
from collections.abc import Iterable
from functools import partial

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import ActivityLine
from nmirf_desktop.domain.annual_review import (
    Encouraging,
    PlanOf,
    ReviewFacts,
    ReviewPeriod,
    ReviewText,
    Told,
    YearAhead,
    as_told,
    usual_period,
)
from nmirf_desktop.domain.annual_review_before import review_cautions
from nmirf_desktop.domain.annual_review_days import reads_on_another_day
from nmirf_desktop.domain.annual_review_drafts import drafts
from nmirf_desktop.domain.annual_review_gaps import of_review
from nmirf_desktop.domain.annual_review_papers import review_paper
from nmirf_desktop.domain.committee_acts import CommitteeRecords
from nmirf_desktop.domain.committees import committee_on, coordinator_on
from nmirf_desktop.domain.contributions import Contribution, consented, gone
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.good_practices import GoodPractice, Sharing, first_named, without_consent
from nmirf_desktop.domain.meetings import in_order
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.ohchr_support import SupportBetween
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import Practices
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import RuleChange
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.activities import activity_lines
from nmirf_desktop.services.contributions import contribution_lines
from nmirf_desktop.services.partnerships import partnerships_between
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, TERMS
from nmirf_desktop.storage.contributions import counted_between
from nmirf_desktop.storage.encouragement import CONTACTS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES, SHARINGS
from nmirf_desktop.storage.meetings import ACTIONS, MEETINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import PARTNERS, states_invited
from nmirf_desktop.storage.partnerships import within
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import DECISIONS
from nmirf_desktop.storage.watch import CHOICES, RULE_CHANGES

TO_COME = N_("This period begins only on {day}, so that there is nothing to review yet. Choose an earlier one.")


def read_review(
    session: Session, states: States, period: ReviewPeriod, dated: datetime.date, organisation: Organisation
) -> ReviewFacts:
    """What the register holds of a period, as of its last day that is over on the day *dated*.

    Raises ``Problem`` for a period that has not begun.
    """
    if period.first > dated:
        raise Problem(TO_COME, {"day": period.first}, "period")
    told = period.until(dated)
    first, on, days = told.first, told.last, Period.of_days(told.first, told.last)
    shared, contributed = SHARINGS.between(session, "shared_on", first, on), counted_between(session, first, on, on)
    activities = activity_lines(session, states, ACTIVITIES.between(session, "begins_on", first, on), on)
    committee = CommitteeRecords(TERMS.all(session), SEATS.all(session), COORDINATIONS.all(session)).known_on(on)
    seat = coordinator_on(committee.terms, committee.seats, committee.coordinations, on)
    changes, ahead = _rule_changes(session, told), _ahead(session, told.following)
    return ReviewFacts(
        period,
        dated,
        states.on(on),
        activities=activities,
        practices=GOOD_PRACTICES.between(session, "recorded_on", first, on),
        agreed=_agreed(session, told),
        sharings=shared,
        recipients=PARTNERS.among(session, (one.partner for one in shared)),
        unconsented=_unconsented(session, shared, contributed, told, dated),
        contributions=gone(contribution_lines(session, states, contributed, on)),
        partnerships=partnerships_between(session, days),
        support=(support := SupportBetween(within(session, SUPPORT, days))),
        encouraging=_encouraging(session, activities, support, told),
        memberships=tuple(one for one in MEMBERSHIPS.all(session) if one.period.start <= on),
        meetings=in_order(MEETINGS.between(session, "opens_on", first, on)),
        committee=committee_on(committee.terms, committee.seats, on),
        coordinator=None if seat is None else seat.state,
        decisions=DECISIONS.between(session, "adopted_on", first, on),
        follow_ups=_follow_ups(session, told),
        plans=tuple(_plans(session, told)),
        rule_changes=changes,
        rule_decisions=DECISIONS.among(session, (one.decision for one in (*changes, *ahead.rule_changes))),
        ahead=ahead,
        ways=Practices.on(CHOICES.all(session), on),
        prefix=organisation.symbol_prefix,
        specimen=organisation.specimen,
    )


def review_content(
    session: Session, states: States, period: str | None, on: datetime.date, organisation: Organisation
) -> tuple[RecordPaper, tuple[Gap, ...], tuple[Phrase, ...]]:
    """The document of a period as it is written, or of the usual one of a day: what it says, lacks, and to know of it.

    Raises ``Problem`` for what is no period.
    """
    read = usual_period(on) if period is None else ReviewPeriod.read(period)
    facts = read_review(session, states, read, on, organisation)
    told = read_told(session, facts)
    return review_paper(facts, told), of_review(facts, told), review_cautions(facts, told)


def read_told(session: Session, facts: ReviewFacts) -> tuple[Told, ...]:
    """The paragraphs of a review: as the facts give them, or as a person wrote them."""
    return as_told(drafts(facts), written(session, facts.period), partial(reads_on_another_day, facts))


def written(session: Session, period: ReviewPeriod) -> tuple[ReviewText, ...]:
    """What a person wrote in the review of a period."""
    return REVIEW_TEXTS.all(session, first=period.first, last=period.last)


def _agreed(session: Session, told: ReviewPeriod) -> tuple[GoodPractice, ...]:
    """*Objectives – 6*, R43: the practices of earlier years that are named in this period for the first time."""
    days = ("consented_on", "renewed_on")
    found = {one.key: one for day in days for one in GOOD_PRACTICES.between(session, day, told.first, told.last)}
    return tuple(one for one in found.values() if first_named(one, told.first, told.last))


def _unconsented(
    session: Session, shared: Iterable[Sharing], sent: Iterable[Contribution], told: ReviewPeriod, dated: datetime.date
) -> tuple[GoodPractice, ...]:
    """*Objectives – 6*, R43: the practices that went out in the period without the consent of their State.

    Nothing is left to be mended where the State agreed since, by the day of the document.
    """
    went = [one for one in sent if one.practice is not None and told.holds(one.went_on)]
    known = GOOD_PRACTICES.among(session, (*(one.practice for one in shared), *(one.practice for one in went)))
    found = [one.practice for one in shared if without_consent(known[one.practice], one.shared_on, dated)]
    found += [one.practice for one in went if one.practice and not consented(one, known[one.practice], dated)]
    return tuple(known[key] for key in dict.fromkeys(found))


def _encouraging(
    session: Session, activities: Iterable[ActivityLine], support: SupportBetween, told: ReviewPeriod
) -> Encouraging:
    """*Vision*, R41: what was done in the period for States that were no members on its last day."""
    members = {one.state for one in MEMBERSHIPS.holding(session, told.last) if one.kind is MembershipKind.MEMBER}
    invited = states_invited(session, told.first, told.last)
    took_part = {one.iso3 for line in activities for one in line.states}
    contacts = tuple(one for one in CONTACTS.between(session, "on", told.first, told.last) if one.state not in members)
    supported = tuple(one for one in support.given if one.state is not None and one.state not in members)
    return Encouraging(frozenset(invited - members), frozenset(took_part - members), contacts, supported)


def _rule_changes(session: Session, told: ReviewPeriod) -> tuple[RuleChange, ...]:
    """*Nature*, R46: the numbers that began to hold in the period, by their days."""
    began = (one for one in RULE_CHANGES.all(session) if told.holds(one.since))
    return tuple(sorted(began, key=lambda one: one.since))


def _follow_ups(session: Session, told: ReviewPeriod) -> tuple[FollowUpAction, ...]:
    """The follow-up actions of meetings that had opened, which were not done before the period.

    What was written down only later counts from its own days on: as one that was due, or done, by the last day.
    """
    asked = [
        one
        for one in ACTIONS.all(session)
        if (one.recorded_on is None or min(filter(None, (one.recorded_on, one.due_on, one.done_on))) <= told.last)
        and (one.done_on is None or one.done_on >= told.first)
    ]
    meetings = MEETINGS.among(session, {one.meeting for one in asked})
    return tuple(one for one in asked if meetings[one.meeting].opens_on <= told.last)


def _ahead(session: Session, period: ReviewPeriod) -> YearAhead:
    """The actions of all plans; the meetings that open, and the numbers that begin to hold, in a period to come."""
    meetings = in_order(MEETINGS.between(session, "opens_on", period.first, period.last))
    return YearAhead(PLANNED.all(session), meetings, _rule_changes(session, period))


def _plans(session: Session, told: ReviewPeriod) -> Iterable[PlanOf]:
    """The plans whose years reach into the period."""
    for plan in PLANS.all(session):
        if plan.first <= told.last.year and told.first.year <= plan.last:
            priorities = PRIORITIES.by(session, "plan", (plan.key,))[plan.key]
            actions = PLANNED.by(session, "priority", [one.key for one in priorities])
            yield PlanOf(plan, tuple(action for one in priorities for action in actions[one.key]))
