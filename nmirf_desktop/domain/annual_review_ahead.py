"""*Network Meetings – Frequency*, R37: what the register knows of the year to come, for the future directions."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from nmirf_desktop.domain import annual_review_counts as said
from nmirf_desktop.domain.action_plans import PlannedAction, PlanState, plan_state
from nmirf_desktop.domain.actions import ActionState, FollowUpAction, state_of
from nmirf_desktop.domain.annual_review import ReviewFacts, ReviewPart, ReviewPeriod
from nmirf_desktop.domain.annual_review_counts import Sentence
from nmirf_desktop.domain.annual_review_rules import decided_by, held_anew
from nmirf_desktop.domain.blocks import Block, Column, DataTable
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.rule_changes import RuleChange
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog

ENDED = frozenset({PlanState.DONE, PlanState.GIVEN_UP})
MANDATE = N_("End of the mandate of the Executive Committee")


def directions(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """What of the plan is still to be done, begins or falls due, what meetings asked for, and which days are known."""
    if unfinished(facts):
        yield "unfinished", partial(_unfinished, facts)
    if coming_actions(facts):
        yield "plan", partial(_planned, facts)
    if open_follow_ups(facts):
        yield "follow-up", partial(_open, facts)
    if _known_days(facts):
        yield "days", partial(_dated, facts)


def ahead_exhibits(facts: ReviewFacts) -> Mapping[str, tuple[Block, ...]]:
    """The tables that follow these paragraphs, by their slots."""
    planned = [
        (_text(one.title), _text(one.responsible), _day(one.begins_on), _day(one.due_on))
        for one in coming_actions(facts)
    ]
    asked = [(_text(one.title), _text(one.responsible), _day(one.due_on)) for one in open_follow_ups(facts)]
    left = [(_text(one.title), _text(one.responsible), _day(one.due_on)) for one in unfinished(facts)]
    what, who = Column(Said.words(N_("What is to be done")), 5), Column(Said.words(N_("Responsible")), 2.6)
    begins, due, days = (
        Column(Said.words(heading), 2, short=True) for heading in (N_("Begins on"), N_("Due on"), N_("Date"))
    )
    matter = Column(Said.words(N_("Matter")), 6)
    known = [(when, what) for _, when, what in _known_days(facts)]
    return {
        slot(ReviewPart.AHEAD, "unfinished"): _table((what, who, due), left),
        slot(ReviewPart.AHEAD, "plan"): _table((what, who, begins, due), planned),
        slot(ReviewPart.AHEAD, "follow-up"): _table((what, who, due), asked),
        slot(ReviewPart.AHEAD, "days"): _table((days, matter), known),
    }


def coming_actions(facts: ReviewFacts) -> tuple[PlannedAction, ...]:
    """The actions of any plan that begin or fall due in the year to come, by their days.

    What was carried out or given up since, by the day of the document, is announced no more.
    """
    ahead = facts.told.following
    found = [
        (min(days), one)
        for one in facts.ahead.actions
        if plan_state(one, facts.dated) not in ENDED and (days := _days_in(ahead, one.begins_on, one.due_on))
    ]
    return tuple(one for _, one in sorted(found, key=lambda known: (known[0], known[1].key)))


def unfinished(facts: ReviewFacts) -> tuple[PlannedAction, ...]:
    """The actions of any plan that were due by the last day, and are not ended by the day of the document either."""
    due = [(one.due_on, one) for one in facts.ahead.actions if plan_state(one, facts.dated) not in ENDED]
    found = [(day, one) for day, one in due if day is not None and day <= facts.on]
    return tuple(one for _, one in sorted(found, key=lambda known: (known[0], known[1].key)))


def open_follow_ups(facts: ReviewFacts) -> tuple[FollowUpAction, ...]:
    """The follow-up actions that were not done on the last day, overdue ones too, by the days on which they are due.

    What was done since, by the day of the document, remains to be done no more.
    """
    left = (one for one in facts.follow_ups if state_of(one, facts.on) is not ActionState.DONE)
    known = (one for one in left if state_of(one, facts.dated) is not ActionState.DONE)
    return tuple(sorted(known, key=lambda one: (one.due_on or datetime.date.max, one.key)))


def _days_in(period: ReviewPeriod, *days: datetime.date | None) -> list[datetime.date]:
    return [day for day in days if day is not None and period.holds(day)]


# ---- sentences ----


def _planned(facts: ReviewFacts, words: Catalog) -> str:
    number = len(coming_actions(facts))
    pattern = words.ngettext(
        "{during}, the following action of the action plan begins or falls due:",
        "{during}, the following {n} actions of the action plan begin or fall due:",
        number,
    )
    return said.counting(words, pattern, number, during=facts.during_next(words))


def _unfinished(facts: ReviewFacts, words: Catalog) -> str:
    number = len(unfinished(facts))
    pattern = words.ngettext(
        "The following action of the action plan was due by {date} and remains to be carried out:",
        "The following {n} actions of the action plan were due by {date} and remain to be carried out:",
        number,
    )
    return said.counting(words, pattern, number, date=facts.as_at(words))


def _open(facts: ReviewFacts, words: Catalog) -> str:
    number = len(open_follow_ups(facts))
    pattern = words.ngettext(
        "The following follow-up action remains to be carried out:",
        "The following {n} follow-up actions remain to be carried out:",
        number,
    )
    return said.counting(words, pattern, number)


def _dated(facts: ReviewFacts, words: Catalog) -> str:
    number = len(_known_days(facts))
    return words.ngettext(
        "{during}, the following date is known:", "{during}, the following dates are known:", number
    ).format(during=facts.during_next(words))


# ---- what is known of the days to come ----


def _known_days(facts: ReviewFacts) -> list[tuple[datetime.date, Said, Said]]:
    """The meetings that are planned, the end of the Committee's mandate, and partnerships that end, by their days.

    *Nature*, R46: and the numbers of the Declaration that begin to hold by a decision that was taken by the last day.
    """
    ahead = facts.told.following
    found = [
        (one.opens_on, Said.by(partial(_from_to, one)), Said.of(one.title))
        for one in facts.ahead.meetings
        if ahead.holds(one.opens_on)
    ]
    mandate = None if facts.committee is None else facts.committee.term.period.last_day
    if mandate is not None and ahead.holds(mandate):
        found.append((mandate, _day(mandate), Said.words(MANDATE)))
    for one in facts.partnerships.held:
        last = one.period.last_day
        if last is not None and ahead.holds(last):
            name = facts.partnerships.partners[one.partner].name
            found.append((last, _day(last), Said.by(partial(_parting, name))))
    for change in facts.ahead.rule_changes:
        decision = decided_by(change, facts)
        if decision is not None and decision.adopted_on <= facts.on:
            found.append((change.since, _day(change.since), Said.by(partial(_to_hold, change, decision))))
    return sorted(found, key=lambda known: known[0])


def _to_hold(change: RuleChange, decision: Decision, words: Catalog) -> str:
    """What will hold, by which decision; its day stands beside it."""
    pattern = words.gettext("By decision {decision}, {change}")
    return sentence_start(pattern.format(decision=decision_name(decision), change=held_anew(change, words)))


def _from_to(one: Meeting, words: Catalog) -> str:
    return words.date_range(one.opens_on, one.closes_on)


def _parting(name: Trilingual, words: Catalog) -> str:
    return words.gettext("End of partnership: {partner}").format(partner=Quoted(name).said_in(words))


# ---- tables ----


def _table(columns: Iterable[Column], rows: Sequence[tuple[Said, ...]]) -> tuple[Block, ...]:
    """A table without the columns in which nothing stands; nothing where there are no rows."""
    if not rows:
        return ()
    kept = [(place, one) for place, one in enumerate(columns) if any(row[place] for row in rows)]
    return (DataTable(tuple(one for _, one in kept), tuple(tuple(row[place] for place, _ in kept) for row in rows)),)


def _text(text: Trilingual) -> Said:
    return Said.of(text) if text else NOTHING


def _day(day: datetime.date | None) -> Said:
    return NOTHING if day is None else Said.by(lambda words: words.date(day))
