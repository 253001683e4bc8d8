"""The paragraphs of an annual review on its own work: members, meetings, decisions and plan."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from nmirf_desktop.domain import annual_review_counts as said
from nmirf_desktop.domain.action_plans import PlannedAction, PlanState, plan_state
from nmirf_desktop.domain.actions import ActionState, FollowUpAction, state_of
from nmirf_desktop.domain.annual_review import PlanOf, ReviewFacts
from nmirf_desktop.domain.annual_review_counts import Sentence
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Quoted
from nmirf_desktop.domain.states import in_order
from nmirf_desktop.domain.voting import Mode
from nmirf_desktop.i18n import N_, Catalog

HAD, HAD_OBSERVERS = (
    N_("As at {date}, the Network had {members} and {observers}."),
    N_("As at {date}, the Network had no members, but {observers}."),
)
GREW, GREW_OBSERVERS = (
    N_(
        "As at {date}, the Network had {members} and {observers}, as against {former_members} and {former_observers} "
        "on {first}."
    ),
    N_(
        "As at {date}, the Network had no members, but {observers}, as against {former_members} and "
        "{former_observers} on {first}."
    ),
)


def states_said(facts: ReviewFacts, codes: Iterable[StateCode], words: Catalog) -> str:
    """States in the alphabetical order of the language, as running text joins them."""
    known = (facts.states[code] for code in dict.fromkeys(codes) if code in facts.states)
    return words.conjunction(one.said_in(words) for one in in_order(known, words))


# ---- members and observers ----


def membership(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """How many there are, who joined, and who left."""
    yield "count", partial(_how_many, facts)
    joined = {kind: [one.state for one in facts.passed if one.kind is kind] for kind in MembershipKind}
    if joined[MembershipKind.MEMBER]:
        yield "members", partial(_joined, facts, joined[MembershipKind.MEMBER])
    if joined[MembershipKind.OBSERVER]:
        yield "observers", partial(_observing, facts, joined[MembershipKind.OBSERVER])
    if facts.ended:
        yield "left", partial(_left, facts)


def standing(held: Iterable[Membership]) -> tuple[int, int]:
    """How many of some memberships are of members, and how many of observers."""
    found = Counter(one.kind for one in held)
    return found[MembershipKind.MEMBER], found[MembershipKind.OBSERVER]


def _how_many(facts: ReviewFacts, words: Catalog) -> str:
    then = standing(one for one in facts.memberships if one.period.holds(facts.told.first))
    now = standing(one for one in facts.memberships if one.period.holds(facts.on))
    first, last = words.date(facts.told.first), facts.as_at(words)
    if not any(now):
        return words.gettext("As at {date}, the Network had neither members nor observers.").format(date=last)
    if facts.read_on_first and now == then:
        members, observers = said.so_many(words, (said.MEMBER, now[0]), (said.OBSERVER, now[1]))
        found = words.gettext(HAD if now[0] else HAD_OBSERVERS)
        return found.format(date=last, members=members, observers=observers)
    nouns = (said.MEMBER, said.OBSERVER)
    counted = zip((*nouns, *nouns), (*now, *then), strict=True)
    members, observers, former_members, former_observers = said.so_many(words, *counted)
    return words.gettext(GREW if now[0] else GREW_OBSERVERS).format(
        date=last,
        members=members,
        observers=observers,
        former_members=former_members,
        former_observers=former_observers,
        first=first,
    )


def _joined(facts: ReviewFacts, codes: list[StateCode], words: Catalog) -> str:
    pattern = words.ngettext(
        "One State became a member: {states}.", "The following {n} States became members: {states}.", len(codes)
    )
    return said.counting(words, pattern, len(codes), states=states_said(facts, codes, words))


def _observing(facts: ReviewFacts, codes: list[StateCode], words: Catalog) -> str:
    pattern = words.ngettext(
        "One State became an observer: {states}.", "The following {n} States became observers: {states}.", len(codes)
    )
    return said.counting(words, pattern, len(codes), states=states_said(facts, codes, words))


def _left(facts: ReviewFacts, words: Catalog) -> str:
    codes = {one.state for one in facts.ended}
    pattern = words.ngettext(
        "One State left the Network: {states}.", "The following {n} States left the Network: {states}.", len(codes)
    )
    return said.counting(words, pattern, len(codes), states=states_said(facts, codes, words))


# ---- meetings and Committee ----


def meetings(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """The meetings that were held, and who sat in the Committee on the last day."""
    yield "held", partial(_meetings_held, facts)
    yield "committee", partial(_committee, facts)


def _meetings_held(facts: ReviewFacts, words: Catalog) -> str:
    number = len(facts.meetings)
    if not number:
        return words.gettext("{during}, no meeting was held.").format(during=facts.during(words))
    committee = sum(one.kind is MeetingKind.COMMITTEE for one in facts.meetings)
    network = number - committee
    held = []
    if network:
        pattern = words.ngettext("one meeting of the Network", "{n} meetings of the Network", network)
        held.append(said.counting(words, pattern, network))
    if committee:
        pattern = words.ngettext(
            "one meeting of the Executive Committee", "{n} meetings of the Executive Committee", committee
        )
        held.append(said.counting(words, pattern, committee))
    return words.ngettext("{during}, {meetings} was held:", "{during}, {meetings} were held:", number).format(
        during=facts.during(words), meetings=words.conjunction(held)
    )


def _committee(facts: ReviewFacts, words: Catalog) -> str:
    committee, date = facts.committee, facts.as_at(words)
    if committee is None or not committee.seats:
        return words.gettext("As at {date}, the Network had no Executive Committee.").format(date=date)
    found = words.gettext("As at {date}, the following States sat in the Executive Committee: {states}.").format(
        date=date, states=states_said(facts, committee.states, words)
    )
    if facts.coordinator is None or facts.coordinator not in facts.states:
        return found
    office = words.gettext("Coordinator: {state}.").format(state=facts.states[facts.coordinator].said_in(words))
    return f"{found} {office}"


# ---- decisions ----


def decisions(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """What was decided, and what became of it."""
    yield "count", partial(_decided, facts)
    if facts.follow_ups:
        yield "follow-up", partial(_followed_up, facts)
    if late_actions(facts):
        yield "late", partial(_late_follow_ups, facts)


def _late_follow_ups(facts: ReviewFacts, words: Catalog) -> str:
    return words.ngettext(
        "As at {date}, the following follow-up action was overdue:",
        "As at {date}, the following follow-up actions were overdue:",
        len(late_actions(facts)),
    ).format(date=facts.as_at(words))


def late_actions(facts: ReviewFacts) -> tuple[FollowUpAction, ...]:
    """The follow-up actions that were overdue on the last day."""
    found = [one for one in facts.follow_ups if state_of(one, facts.on) is ActionState.LATE]
    return tuple(sorted(found, key=lambda one: (one.due_on or facts.on, one.key)))


def _decided(facts: ReviewFacts, words: Catalog) -> str:
    number, during = len(facts.decisions), facts.during(words)
    if not number:
        return words.gettext("{during}, no decision was adopted.").format(during=during)
    found = Counter(one.mode for one in facts.decisions)
    counted = ((said.CONSENSUS, found[Mode.CONSENSUS]), (said.VOTE, found[Mode.VOTE]))
    how = words.conjunction(said.so_many(words, *counted, beside=number))
    pattern = (
        _adopted_alike(number, words, by_vote=bool(found[Mode.VOTE]))
        if len(found) == 1
        else words.gettext("{during}, {n} decisions were adopted: {how}.")
    )
    return said.counting(words, pattern, number, during=during, how=how)


def _adopted_alike(number: int, words: Catalog, *, by_vote: bool) -> str:
    """That all decisions were adopted in the same way."""
    if by_vote:
        return words.ngettext(
            "{during}, one decision was adopted by a vote.", "{during}, {n} decisions were adopted by a vote.", number
        )
    return words.ngettext(
        "{during}, one decision was adopted by consensus.", "{during}, {n} decisions were adopted by consensus.", number
    )


def _followed_up(facts: ReviewFacts, words: Catalog) -> str:
    found = Counter(state_of(one, facts.on) for one in facts.follow_ups)
    counts = said.agreeing(words, said.ACTION_STATES, found)
    number = len(facts.follow_ups)
    pattern = words.ngettext(
        "As at {date}, the one follow-up action that was open in the period stood as follows: {counts}.",
        "As at {date}, the {n} follow-up actions that were open in the period stood as follows: {counts}.",
        number,
    )
    return said.counting(words, pattern, number, date=facts.as_at(words), counts=counts)


# ---- action plan ----


def plans(facts: ReviewFacts) -> Iterator[tuple[str, Sentence]]:
    """How far each plan of the period has come, what was carried out and given up in it, and what is late."""
    for one in facts.plans:
        yield f"progress:{one.plan.key}", partial(_progress, one, facts)
        if done := done_planned(one, facts):
            yield f"done:{one.plan.key}", partial(_done_said, facts, len(done))
        if ended := given_up(one, facts):
            yield f"given-up:{one.plan.key}", partial(_given_up_said, facts, len(ended))
        if late := late_planned(one, facts):
            yield f"late:{one.plan.key}", partial(_late_said, facts, len(late))
        if due := due_last(one, facts):
            yield f"due:{one.plan.key}", partial(_due_said, facts, len(due))
        if without := undated(one, facts):
            yield f"undated:{one.plan.key}", partial(_undated_said, facts, len(without))


def _done_said(facts: ReviewFacts, number: int, words: Catalog) -> str:
    return words.ngettext(
        "{during}, the following action of the plan was carried out:",
        "{during}, the following actions of the plan were carried out:",
        number,
    ).format(during=facts.during(words))


def _given_up_said(facts: ReviewFacts, number: int, words: Catalog) -> str:
    return words.ngettext(
        "{during}, the following action of the plan was given up:",
        "{during}, the following actions of the plan were given up:",
        number,
    ).format(during=facts.during(words))


def done_planned(one: PlanOf, facts: ReviewFacts) -> tuple[PlannedAction, ...]:
    """The actions of a plan that were carried out in the period, by their days."""
    days = [(action.done_on, action) for action in one.actions]
    found = [(day, action) for day, action in days if day is not None and facts.told.holds(day)]
    return tuple(action for _, action in sorted(found, key=lambda known: (known[0], known[1].key)))


def given_up(one: PlanOf, facts: ReviewFacts) -> tuple[PlannedAction, ...]:
    """The actions of a plan that were given up in the period, by their days."""
    days = [(action.given_up_on, action) for action in one.actions]
    found = [(day, action) for day, action in days if day is not None and facts.told.holds(day)]
    return tuple(action for _, action in sorted(found, key=lambda known: (known[0], known[1].key)))


def _late_said(facts: ReviewFacts, number: int, words: Catalog) -> str:
    return words.ngettext(
        "As at {date}, the following action of the plan was overdue:",
        "As at {date}, the following actions of the plan were overdue:",
        number,
    ).format(date=facts.as_at(words))


def _due_said(facts: ReviewFacts, number: int, words: Catalog) -> str:
    return words.ngettext(
        "The following action of the plan was due on {date} and had not been carried out:",
        "The following actions of the plan were due on {date} and had not been carried out:",
        number,
    ).format(date=facts.as_at(words))


def _undated_said(facts: ReviewFacts, number: int, words: Catalog) -> str:
    return words.ngettext(
        "As at {date}, the following action of the plan was under way without a due date:",
        "As at {date}, the following actions of the plan were under way without a due date:",
        number,
    ).format(date=facts.as_at(words))


def undated(one: PlanOf, facts: ReviewFacts) -> tuple[PlannedAction, ...]:
    """The actions of a plan that were under way on the last day, and of which no day says when they are due."""
    under_way = ((action.begun_on, action) for action in one.actions if action.due_on is None)
    found = [
        (begun, action)
        for begun, action in under_way
        if begun is not None and plan_state(action, facts.on) is PlanState.UNDER_WAY
    ]
    return tuple(action for _, action in sorted(found, key=lambda known: (known[0], known[1].key)))


def due_last(one: PlanOf, facts: ReviewFacts) -> tuple[PlannedAction, ...]:
    """The actions of a plan that were due on the last day itself, and neither carried out nor given up nor late."""
    found = (action for action in one.actions if action.due_on == facts.on)
    told = {PlanState.UNDER_WAY, PlanState.NOT_BEGUN}
    return tuple(sorted((action for action in found if plan_state(action, facts.on) in told), key=lambda one: one.key))


def late_planned(one: PlanOf, facts: ReviewFacts) -> tuple[PlannedAction, ...]:
    """The actions of a plan that were late on the last day."""
    found = [action for action in one.actions if plan_state(action, facts.on) is PlanState.LATE]
    return tuple(sorted(found, key=lambda action: (action.due_on or facts.on, action.key)))


def _progress(one: PlanOf, facts: ReviewFacts, words: Catalog) -> str:
    title = Quoted(one.plan.title).said_in(words)
    number = len(one.actions)
    if not number:
        return words.gettext("As at {date}, “{title}” had no action yet.").format(title=title, date=facts.as_at(words))
    found = Counter(plan_state(action, facts.on) for action in one.actions)
    pattern = words.ngettext(
        "As at {date}, the one action of “{title}” stood as follows: {counts}.",
        "As at {date}, the {n} actions of “{title}” stood as follows: {counts}.",
        number,
    )
    date, counts = facts.as_at(words), said.agreeing(words, said.PLAN_STATES, found)
    return said.counting(words, pattern, number, date=date, title=title, counts=counts)
