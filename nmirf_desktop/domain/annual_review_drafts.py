"""The paragraphs of an annual review as the facts give them: what the Network did with others (R41 to R45).

Each sentence is said with each language's catalogue; no number is written by hand. What is counted here is drawn, or
stands in a table, beside it (:mod:`.annual_review_exhibits`).
"""

from collections.abc import Callable, Iterator
from functools import partial

from nmirf_desktop.domain import annual_review_counts as said
from nmirf_desktop.domain.action_plans import PlanState, plan_state
from nmirf_desktop.domain.actions import ActionState, state_of
from nmirf_desktop.domain.activities import ActivitiesOf
from nmirf_desktop.domain.annual_review import ReviewFacts, ReviewParagraph, ReviewPart
from nmirf_desktop.domain.annual_review_ahead import directions, open_follow_ups, unfinished
from nmirf_desktop.domain.annual_review_counts import Sentence
from nmirf_desktop.domain.annual_review_rules import rules
from nmirf_desktop.domain.annual_review_shared import hub, practices
from nmirf_desktop.domain.annual_review_work import (
    decisions,
    late_planned,
    meetings,
    membership,
    plans,
)
from nmirf_desktop.domain.counted import by_calendar_month
from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS, SupportKind
from nmirf_desktop.domain.partnerships import Partnership
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import scheme
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog

NOTHING = N_("{during}, nothing was recorded in the register of the Network.")


def drafts(facts: ReviewFacts) -> tuple[ReviewParagraph, ...]:
    """Every paragraph, in the order of the parts; none where nothing was recorded."""
    return tuple(ReviewParagraph(name, in_all(sentence)) for name, sentence in sentences(facts))


def sentences(facts: ReviewFacts, wanted: ReviewPart | None = None) -> Iterator[tuple[str, Sentence]]:
    """What is told in each slot, of one part or of all, in their order; none where nothing was recorded."""
    if facts.empty:
        return
    drafting: dict[ReviewPart, Callable[[ReviewFacts], Iterator[tuple[str, Sentence]]]] = {
        ReviewPart.ACTIVITIES: _activities, ReviewPart.PRACTICES: practices, ReviewPart.HUB: hub,
        ReviewPart.PARTNERSHIPS: _partnerships, ReviewPart.SUPPORT: _support, ReviewPart.ENCOURAGEMENT: _encouragement,
        ReviewPart.MEMBERSHIP: membership, ReviewPart.MEETINGS: meetings, ReviewPart.DECISIONS: decisions,
        ReviewPart.PLAN: plans, ReviewPart.RULES: rules, ReviewPart.AHEAD: _ahead,
    }  # fmt: skip
    for part in drafting if wanted is None else (wanted,):
        for name, sentence in drafting[part](facts):
            yield slot(part, name), sentence


def nothing_recorded(facts: ReviewFacts) -> Trilingual:
    """The one sentence of a period of which nothing was recorded."""
    return in_all(lambda words: words.gettext(NOTHING).format(during=facts.during(words)))


def counted(facts: ReviewFacts) -> ActivitiesOf:
    """The activities, to be counted."""
    return ActivitiesOf(facts.told.first, facts.on, facts.activities)


def unserved(facts: ReviewFacts) -> tuple[Objective, ...]:
    """*Objectives*, R42: the objectives that no activity of the period served."""
    return tuple(one for one, number in counted(facts).by_objective().items() if not number)


# ---- activities ----


def _activities(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    yield "count", partial(_held, facts)
    if not facts.activities:
        return
    if any(line.attendees for line in facts.activities):
        yield "attendance", partial(_attended, facts)
    yield "objectives", partial(_objectives, facts)
    if unserved(facts):
        yield "unserved", partial(_unserved, facts)
    if any(line.states for line in facts.activities):
        yield "regions", partial(_regions, facts)
    yield "months", partial(_months, facts)
    yield "list", lambda words: words.gettext("The activities are listed below, in chronological order.")


def _held(facts: ReviewFacts, words: Catalog) -> str:
    number, during = len(facts.activities), facts.during(words)
    if not number:
        return words.gettext("{during}, no activity of the Network was recorded.").format(during=during)
    found = ((said.ACTIVITIES[kind], many) for kind, many in counted(facts).by_kind().items())
    kinds = words.conjunction(said.so_many(words, *found, beside=number))
    pattern = words.ngettext(
        "{during}, one activity of the Network was recorded: {kinds}.",
        "{during}, {n} activities of the Network were recorded: {kinds}.",
        number,
    )
    return said.counting(words, pattern, number, during=during, kinds=kinds)


def _attended(facts: ReviewFacts, words: Catalog) -> str:
    states = {one.iso3 for line in facts.activities for one in line.states}
    partners = {one.key for line in facts.activities for one in line.partners}
    found = ((said.STATE, len(states)), (said.PARTNER, len(partners)))
    who = said.so_many(words, *((noun, number) for noun, number in found if number))
    return words.ngettext(
        "In all, {who} took part in the activities.",
        "In all, {who} took part in the activities.",
        len(states) + len(partners),
    ).format(who=words.conjunction(who))


def _objectives(facts: ReviewFacts, words: Catalog) -> str:
    number = len(facts.activities)
    pattern = words.ngettext(
        "The chart shows which objectives of the Network the activity served.",
        "The chart shows how many of the {n} activities served each objective of the Network, an activity that served "
        "several being counted under each.",
        number,
    )
    told = said.counting(words, pattern, number)
    without = sum(not line.activity.objectives for line in facts.activities)
    return f"{told} {_aimless(without, len(facts.activities), words)}" if without else told


def _aimless(without: int, every: int, words: Catalog) -> str:
    """That so many of all activities served none of the objectives, so that the counts can be checked."""
    if without == every:
        pattern = words.ngettext(
            "The one activity served none of the six objectives.",
            "The {all} activities served none of the six objectives.",
            every,
        )
    else:
        pattern = words.ngettext(
            "Of the {all} activities, one served none of the six objectives.",
            "Of the {all} activities, {n} served none of the six objectives.",
            without,
        )
    if said.in_words(words, every):
        return pattern.format(n=words.small_number(without), all=words.small_number(every))
    return said.joined(pattern).format(n=words.number(without), all=words.number(every))


def _unserved(facts: ReviewFacts, words: Catalog) -> str:
    found = unserved(facts)
    return words.ngettext(
        "No activity was recorded under the following objective: {objectives}.",
        "No activity was recorded under the following objectives: {objectives}.",
        len(found),
    ).format(objectives=said.objectives(words, found))


def _regions(facts: ReviewFacts, words: Catalog) -> str:
    number = len(facts.activities)
    if scheme(facts.ways) is Option.M49_REGION:
        told = words.ngettext(
            "The chart shows the regions of which at least one State took part in the activity.",
            "The chart shows in how many of the {n} activities at least one State of each region took part.",
            number,
        )
    else:
        told = words.ngettext(
            "The chart shows the regional groups of which at least one State took part in the activity.",
            "The chart shows in how many of the {n} activities at least one State of each regional group took part.",
            number,
        )
    return said.counting(words, told, number)


def by_month(facts: ReviewFacts, words: Catalog) -> list[tuple[str, int]]:
    """How many activities began in each month of the period, by its name, and by its year where there are several."""
    begun = by_calendar_month(line.activity.begins_on for line in facts.activities)
    day, found = facts.told.first.replace(day=1), []
    several = facts.told.first.year != facts.on.year
    while day <= facts.on:
        label = words.month(day) if several else words.month_name(day.month)
        found.append((label, begun.get(day, 0)))
        day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
    return found


def _months(facts: ReviewFacts, words: Catalog) -> str:
    number = len(facts.activities)
    pattern = words.ngettext(
        "The chart shows in which month the activity began.",
        "The chart shows in which months the {n} activities began.",
        number,
    )
    return said.counting(words, pattern, number)


# ---- partners ----


def _partnerships(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    yield "count", partial(_in_force, facts)
    if facts.partnerships.begun or facts.partnerships.ended:
        yield "changes", partial(_begun_and_ended, facts)
    if facts.partnerships.notes:
        yield "done", partial(_done_with, facts)


def _in_force(facts: ReviewFacts, words: Catalog) -> str:
    number, during = len(facts.partnerships.held), facts.during(words)
    if not number:
        return words.gettext("{during}, no partnership was in force.").format(during=during)
    keys = dict.fromkeys(one.partner for one in facts.partnerships.held)
    names = said.named(words, [Quoted(facts.partnerships.partners[key].name).said_in(words) for key in keys])
    told = said.counting(words, _for_how_long(facts, words), number, during=during)
    partners = words.ngettext("Partner: {partners}.", "Partners: {partners}.", len(keys)).format(partners=names)
    return f"{told} {partners}"


def _for_how_long(facts: ReviewFacts, words: Catalog) -> str:
    """That partnerships were in force: without more ado only where all of them were so on each day."""
    number, told = len(facts.partnerships.held), facts.told
    if all(one.period.holds(told.first) and one.period.holds(told.last) for one in facts.partnerships.held):
        return words.ngettext(
            "{during}, one partnership was in force.", "{during}, {n} partnerships were in force.", number
        )
    return words.ngettext(
        "{during}, one partnership was in force for part of the period.",
        "{during}, {n} partnerships were in force for all or part of the period.",
        number,
    )


def _begun_and_ended(facts: ReviewFacts, words: Catalog) -> str:
    both = facts.partnerships
    found = [(said.BEGUN, len(both.begun)), (said.ENDED, len(both.ended))]
    changes = words.conjunction(said.so_many(words, *((noun, number) for noun, number in found if number)))
    return words.gettext("During the period, {changes}.").format(changes=changes)


def _done_with(facts: ReviewFacts, words: Catalog) -> str:
    return words.ngettext(
        "The following was done with a partner:",
        "The following was done with partners:",
        len(facts.partnerships.notes),
    )


def _support(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    yield "given", partial(_given, facts)
    if facts.support.advocacy:
        yield "advocacy", partial(_advocacy, facts)


def _given(facts: ReviewFacts, words: Catalog) -> str:
    number, during = len(facts.support.given), facts.during(words)
    if not number:
        return words.gettext("{during}, no support of OHCHR was recorded.").format(during=during)
    labels: dict[SupportKind, str] = {
        kind: label for kind, label in SUPPORT_LABELS.items() if kind is not SupportKind.ADVOCACY
    }
    pattern = words.ngettext(
        "{during}, OHCHR provided support on one occasion: {counts}.",
        "{during}, OHCHR provided support on {n} occasions: {counts}.",
        number,
    )
    counts = said.labelled(words, labels, facts.support.by_kind)
    return said.counting(words, pattern, number, during=during, counts=counts)


def _advocacy(facts: ReviewFacts, words: Catalog) -> str:
    number = len(facts.support.advocacy)
    pattern = words.ngettext(
        "The Network advocated for adequate resources for OHCHR on one occasion.",
        "The Network advocated for adequate resources for OHCHR on {n} occasions.",
        number,
    )
    return said.counting(words, pattern, number)


# ---- States that are not members ----


def _encouragement(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    yield "states", partial(_without, facts)
    yield "done", partial(_encouraged, facts)


def _without(facts: ReviewFacts, words: Catalog) -> str:
    held = [one for one in facts.memberships if one.period.holds(facts.on)]
    observing = sum(one.kind is MembershipKind.OBSERVER for one in held)
    number, date = len(facts.states) - (len(held) - observing), facts.as_at(words)
    if not number:
        found = words.gettext("As at {date}, all States Members of the United Nations were members of the Network.")
        return found.format(date=date)
    (observers,) = said.so_many(words, (said.OBSERVER, observing), beside=number)
    pattern = _outside(observing, number, words)
    return said.counting(words, pattern, number, date=date, observers=observers)


def _outside(observing: int, number: int, words: Catalog) -> str:
    """That so many States are no members, and whether some of them are observers."""
    if observing:
        return words.ngettext(
            "As at {date}, one State Member of the United Nations was not a member of the Network, but an observer.",
            "As at {date}, {n} States Members of the United Nations were not members of the Network, including "
            "{observers}.",
            number,
        )
    return words.ngettext(
        "As at {date}, one State Member of the United Nations was neither a member of the Network nor an observer.",
        "As at {date}, {n} States Members of the United Nations were neither members of the Network nor observers.",
        number,
    )


def _encouraged(facts: ReviewFacts, words: Catalog) -> str:
    done = facts.encouraging
    found = [
        (N_("States invited to meetings"), len(done.invited)),
        (N_("States that took part in activities"), len(done.took_part)),
        (N_("instances of support by OHCHR"), len(done.supported)),
        (N_("contacts noted"), len(done.contacts)),
    ]
    if not any(number for _, number in found):
        return words.gettext("No invitation, activity, contact or support with regard to these States was recorded.")
    return words.gettext("With regard to these States, the following was recorded: {counts}.").format(
        counts=said.told(words, ((words.gettext(label), number) for label, number in found if number))
    )


# ---- future directions ----


def _ahead(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """What is known of the year to come, and what the records leave open for the discussion of future directions."""
    yield from directions(facts)
    if facts.activities and unserved(facts):
        yield "unserved", partial(_to_serve, facts)
    if without_objective(facts):
        yield "partnerships", partial(_to_align, facts)
    late, planned = still_late(facts)
    if late or planned:
        yield "late", partial(_overdue, late, planned)


def still_late(facts: ReviewFacts) -> tuple[int, int]:
    """How many follow-up actions, and how many actions of any plan, are listed and overdue still.

    They were due by the last day, or overdue on it, and are not carried out, given up or begun since, by the day of the
    document.
    """
    asked = (one for one in open_follow_ups(facts) if one.due_on is not None and one.due_on <= facts.on)
    listed = (*unfinished(facts), *(action for one in facts.plans for action in late_planned(one, facts)))
    planned = {one.key for one in listed if plan_state(one, facts.dated) is PlanState.LATE}
    return sum(state_of(one, facts.dated) is ActionState.LATE for one in asked), len(planned)


def without_objective(facts: ReviewFacts) -> tuple[Partnership, ...]:
    """*Partnerships*, R44: the partnerships in force on the day that serve no objective, the first of each partner."""
    found: dict[Key, Partnership] = {}
    for one in facts.partnerships.held:
        if not one.objectives and one.period.holds(facts.on):
            found.setdefault(one.partner, one)
    return tuple(found.values())


def _to_serve(facts: ReviewFacts, words: Catalog) -> str:
    found = unserved(facts)
    return words.ngettext(
        "The meeting may wish to consider how the following objective could be served: {objectives}.",
        "The meeting may wish to consider how the following objectives could be served: {objectives}.",
        len(found),
    ).format(objectives=said.objectives(words, found))


def _to_align(facts: ReviewFacts, words: Catalog) -> str:
    found = without_objective(facts)
    names = [Quoted(facts.partnerships.partners[one.partner].name).said_in(words) for one in found]
    return words.ngettext(
        "The meeting may wish to state the objective served by the partnership with this partner: {partners}.",
        "The meeting may wish to state the objectives served by the partnerships with these partners: {partners}.",
        len(found),
    ).format(partners=said.named(words, names))


def _overdue(late: int, planned: int, words: Catalog) -> str:
    """How many follow-up actions of meetings and actions of the plan are overdue, each by its name."""
    found = ((said.FOLLOW_UP, late), (said.PLANNED, planned))
    actions = said.so_many(words, *((noun, number) for noun, number in found if number))
    return words.ngettext(
        "As listed above, {actions} is overdue.", "As listed above, {actions} are overdue.", late + planned
    ).format(actions=words.conjunction(actions))
