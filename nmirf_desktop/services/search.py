"""Finding things in a register by a few typed letters, in all three languages at once.

A kind of things is a member of ``domain.search.Kind``, a line of ``storage.searchable`` that says by which words it is
found, a line of :data:`KIND_LABELS`, one of ``_SHOWN`` that says what is shown of it and where, and an icon.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import KIND_LABELS as ACTIVITY_LABELS
from nmirf_desktop.domain.activities import Activity
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.annual_review import PART_TITLES, ReviewPeriod, ReviewText, part_of
from nmirf_desktop.domain.attachments import FILING_LABELS, Attachment, HolderKind
from nmirf_desktop.domain.candidatures import CALL, STANDS, Call, Candidature
from nmirf_desktop.domain.committees import Seat
from nmirf_desktop.domain.contributions import CONTRIBUTION_LABELS, Contribution
from nmirf_desktop.domain.editions import EDITION_LABELS
from nmirf_desktop.domain.elections import Election
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import AREA_LABELS, GoodPractice
from nmirf_desktop.domain.invitations import CAPACITY_LABELS, capacity_of_partner
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.item_requests import FATE_LABELS, ItemRequest
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Communication, Mechanism
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Content, Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.search import Kind, asked, excerpt, whole
from nmirf_desktop.domain.silence import PROCEDURE, SilenceProcedure
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.domain.text import one_line
from nmirf_desktop.domain.voting import Decision, Proposal, Vote
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.found import Days, Excerpt, Facts, Found, PlacedItem, Reading
from nmirf_desktop.services.minutes_paragraphs import may_be_found
from nmirf_desktop.services.named_calls import named_calls
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.attachments import ATTACHMENTS
from nmirf_desktop.storage.committees import CALLS, CANDIDATURES, SEATS, SILENCES
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.encouragement import CONTACTS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETINGS, REQUESTS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS
from nmirf_desktop.storage.minutes import ISSUED, MINUTES, PARAGRAPHS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.states import STATES
from nmirf_desktop.storage.store import Session, Store
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, PROPOSALS, VOTES

LATEST = datetime.date.max
MOST = 6
"""How many things of a kind are shown, unless more are asked for."""
KIND_LABELS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.STATE: N_("States"),
        Kind.PERSON: N_("People"),
        Kind.SEAT: N_("Executive Committee"),
        Kind.SILENCE: N_("Silence procedures"),
        Kind.CALL: N_("Calls for candidatures"),
        Kind.CANDIDATURE: N_("Candidatures"),
        Kind.MEETING: N_("Meetings"),
        Kind.PARTNER: N_("Partners"),
        Kind.ACTIVITY: N_("Activities"),
        Kind.CONTACT: N_("Notes of contacts with States"),
        Kind.GOOD_PRACTICE: N_("Good practices"),
        Kind.CONTRIBUTION: N_("Contributions to the knowledge hub"),
        Kind.ITEM: N_("Items of the agenda"),
        Kind.REQUEST: N_("Requests for items"),
        Kind.ACTION: N_("Follow-up actions"),
        Kind.PLAN: N_("Action plans"),
        Kind.PRIORITY: N_("Priorities of the action plan"),
        Kind.PLANNED: N_("Actions of the action plan"),
        Kind.PROPOSAL: N_("Draft decisions"),
        Kind.DECISION: N_("Decisions"),
        Kind.VOTE: N_("Votes taken"),
        Kind.ELECTION: N_("Elections held"),
        Kind.STATEMENT: N_("Statements"),
        Kind.PARAGRAPH: N_("Minutes"),
        Kind.REVIEW: N_("Annual reviews"),
        Kind.DOCUMENT: N_("Issued documents"),
        Kind.LETTER: N_("Communications"),
        Kind.MECHANISM: N_("Mechanisms"),
        Kind.ATTACHMENT: N_("Attached files"),
    }
)
"""What stands above the things of a kind."""


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind, the best first, and how many there are in all."""

    kind: Kind
    found: tuple[Found, ...]
    total: int


def search(store: Store, states: States, text: str, most: int = MOST) -> tuple[Group, ...]:
    """What holds every word of *text*, each from its beginning, accents and case apart: the *most* best of each kind.

    A word may also be the name of what a thing belongs to: a person is found by a name and a State's.
    """
    wanted = asked(text)
    with store.read() as session:
        reading = Reading(session, states.on(LATEST), wanted)
        groups = []
        for matches in store.find(session, wanted, most):
            rows, shown = _SHOWN[matches.kind]
            values = [rows.find(session, key) for key in matches.best]
            if matches.kind is Kind.PERSON:
                values = _by_rank(session, values)
            if matches.kind is Kind.PARAGRAPH:
                values = [one for one in values if one is not None and _met(reading, one)]
            found = tuple(shown(reading, value) for value in values if value is not None)
            if found:
                groups.append(Group(matches.kind, found, matches.total - len(matches.best) + len(values)))
        return tuple(groups)


def _by_rank(session: Session, people: Sequence[Person | None]) -> list[Person | None]:
    """Of the people of one State, who is designated before who stands in; all others stay where they are."""

    def rank(person: Person) -> tuple[bool, bool, bool]:
        held = FOCAL_POINTS.all(session, person=person.key)
        return min(((one.alternate, one.period.end is not None, not one.voting) for one in held), default=(True,) * 3)

    ranked = list(people)
    for state in {one.state for one in people if one is not None and one.state is not None}:
        places = [place for place, one in enumerate(people) if one is not None and one.state == state]
        if len(places) > 1:
            inside = sorted((one for one in people if one is not None and one.state == state), key=rank)
            for place, person in zip(places, inside, strict=True):
                ranked[place] = person
    return ranked


def _years(period: Period) -> str:
    last = period.end - datetime.timedelta(days=1) if period.end is not None else None
    return f"{period.start.year}–{last.year if last is not None else ''}"


# -- what is shown -----------------------------------------------------------------------------------------------------


def _state(reading: Reading, first: State) -> Found:
    state = reading.states[first.iso3]
    group = Phrase(state.group.label if state.group else N_("In no regional group"))
    names = (names[language] for names in (state.short, state.formal) for language in Language)
    named = any(whole(name).startswith(reading.wanted.whole) for name in names)
    return Found(state, group, "members", state.iso3, named=named)


def _person(reading: Reading, person: Person) -> Found:
    function = Content(person.function) if person.family_name or person.given_name else NOTHING_TO_SAY
    return Found(
        person, Facts((function, reading.state(person.state), person.email)), "members", f"{person.state}:{person.key}"
    )


def _seat(reading: Reading, seat: Seat) -> Found:
    person = PEOPLE.find(reading.session, seat.person) if seat.person is not None else None
    facts = Facts((person or NOTHING_TO_SAY, _years(seat.period)))
    return Found(reading.state(seat.state), facts, "committee", seat.key)


def _silence(_reading: Reading, one: SilenceProcedure) -> Found:
    facts = Facts((Phrase(PROCEDURE), Days(one.put_on, one.closes_on)))
    return Found(Content(one.title), facts, "committee", one.key)


def _call(reading: Reading, call: Call) -> Found:
    symbol = next(symbol for symbol, one in named_calls(reading.session) if one.key == call.key)
    return Found(
        Facts((symbol,)), Facts((Phrase(CALL), Days(call.opened_on, call.closes_on))), "candidatures", call.key
    )


def _candidature(reading: Reading, one: Candidature) -> Found:
    person = PEOPLE.find(reading.session, one.person) if one.person is not None else None
    facts = Facts((Phrase(STANDS), person or NOTHING_TO_SAY, Days(one.received_on, one.received_on)))
    return Found(reading.state(one.state), facts, "candidatures", one.key)


def _meeting(_reading: Reading, meeting: Meeting) -> Found:
    facts = Facts((meeting.symbol, Content(meeting.place), Days(meeting.opens_on, meeting.closes_on)))
    return Found(Content(meeting.title), facts, "meetings", meeting.key)


def _item(reading: Reading, item: AgendaItem) -> Found:
    return Found(PlacedItem(reading.item(item)), Facts((reading.meeting(item.meeting).symbol,)), "agenda", item.key)


def _at(one: Proposal | Decision | Vote | Election | Intervention, record: Key | None) -> str:
    """Where the session screen shows what was recorded under an item."""
    return f"{one.meeting}:{one.item}:{record or ''}"


def _proposal(reading: Reading, proposal: Proposal) -> Found:
    symbol = f"{reading.meeting(proposal.meeting).symbol}/L.{proposal.number}"
    return Found(
        Content(proposal.title),
        Facts((symbol, reading.state(proposal.sponsor))),
        "session",
        _at(proposal, proposal.key),
    )


def _decision(reading: Reading, decision: Decision) -> Found:
    name = Phrase(N_("Decision {number}"), {"number": f"{decision.year}/{decision.number}"})
    facts = Facts((name, reading.meeting(decision.meeting).symbol))
    return Found(Content(decision.title), facts, "decisions", decision.key)


def _vote(reading: Reading, vote: Vote) -> Found:
    return Found(
        Content(vote.question), Facts((reading.meeting(vote.meeting).symbol,)), "session", _at(vote, vote.proposal)
    )


def _election(reading: Reading, election: Election) -> Found:
    symbol = reading.meeting(election.meeting).symbol
    return Found(Content(election.title), Facts((symbol,)), "session", _at(election, election.key))


def _statement(reading: Reading, heard: Intervention) -> Found:
    speaker: Sayable = reading.state(heard.state) if heard.state is not None else Content(heard.body)
    if not heard.attributed:
        speaker = Phrase(N_("Statement (unattributed)"))
    facts = Facts((reading.meeting(heard.meeting).symbol, excerpt(heard.note, reading.wanted) or one_line(heard.note)))
    return Found(speaker, facts, "session", _at(heard, heard.key))


def _request(reading: Reading, request: ItemRequest) -> Found:
    fate = Phrase(FATE_LABELS[request.fate])
    facts = Facts((reading.state(request.state), reading.meeting(request.meeting).symbol, fate))
    return Found(Content(request.title), facts, "agenda", request.key)


def _action(reading: Reading, action: FollowUpAction) -> Found:
    facts = Facts((reading.meeting(action.meeting).symbol, Content(action.responsible)))
    return Found(Content(action.title), facts, "follow-ups", action.key)


def _plan(_reading: Reading, plan: ActionPlan) -> Found:
    return Found(Content(plan.title), Facts((f"{plan.first}–{plan.last}",)), "action-plan", plan.key)


def _priority(reading: Reading, priority: PlanPriority) -> Found:
    plan = PLANS.get(reading.session, priority.plan)
    return Found(Content(priority.title), Facts((Content(plan.title),)), "action-plan", priority.key)


def _planned(_reading: Reading, action: PlannedAction) -> Found:
    return Found(Content(action.title), Facts((Content(action.responsible),)), "action-plan", action.key)


def _paragraph(reading: Reading, paragraph: MinutesParagraph) -> Found:
    meeting = reading.meeting(MINUTES.get(reading.session, paragraph.minutes).meeting)
    return Found(
        Excerpt(paragraph.text, reading.wanted), Facts((meeting.symbol,)), "minutes", f"{meeting.key}:{paragraph.key}"
    )


def _review(reading: Reading, one: ReviewText) -> Found:
    period = ReviewPeriod(one.first, one.last)
    facts = Facts((period, Phrase(PART_TITLES[part_of(one.slot)])))
    return Found(Excerpt(one.text, reading.wanted), facts, "annual-review", f"{period.written()}:{one.slot}")


def _met(reading: Reading, paragraph: MinutesParagraph) -> bool:
    meeting = reading.meeting(MINUTES.get(reading.session, paragraph.minutes).meeting)
    return may_be_found(reading.session, paragraph, meeting, reading.wanted)


def _document(_reading: Reading, document: IssuedDocument) -> Found:
    edition = Phrase(EDITION_LABELS[document.language])
    facts = Facts((document.symbol, edition, Days(document.issued_on, document.issued_on)))
    return Found(Phrase(called(document)), facts, "documents", document.key)


def _letter(reading: Reading, letter: Communication) -> Found:
    facts = Facts((letter.reference, Days(letter.received_on, letter.received_on)))
    return Found(reading.state(letter.state), facts, "members", f"{letter.state}:{letter.key}")


def _mechanism(reading: Reading, mechanism: Mechanism) -> Found:
    facts, key = Facts((reading.state(mechanism.state),)), f"{mechanism.state}:{mechanism.key}"
    return Found(Content(mechanism.name), facts, "members", key)


def _partner(_reading: Reading, partner: Partner) -> Found:
    kind = Phrase(CAPACITY_LABELS[capacity_of_partner(partner)])
    return Found(Content(partner.name), Facts((kind,)), "partners", partner.key)


def _activity(_reading: Reading, one: Activity) -> Found:
    facts = Facts((Phrase(ACTIVITY_LABELS[one.kind]), Days(one.begins_on, one.ends_on)))
    return Found(Content(one.title), facts, "activities", one.key)


def _contact(reading: Reading, one: Contact) -> Found:
    said = excerpt(one.text, reading.wanted) or one_line(one.text)
    return Found(reading.state(one.state), Facts((Days(one.on, one.on), one.noted_by, said)), "encouragement", one.key)


def _practice(reading: Reading, one: GoodPractice) -> Found:
    return Found(
        Content(one.title), Facts((reading.state(one.state), Phrase(AREA_LABELS[one.area]))), "good-practices", one.key
    )


def _contribution(reading: Reading, one: Contribution) -> Found:
    day = one.went_on or one.prepared_on
    facts = (Phrase(CONTRIBUTION_LABELS[one.kind]), reading.state(one.state), Days(day, day))
    return Found(Content(one.title), Facts(facts), "knowledge-hub", one.key)


def _attachment(reading: Reading, file: Attachment) -> Found:
    """Shown among the files of its State, else where the record is that holds it; with the day of the letter."""
    day = file.dated or file.added_on
    facts = Facts((Phrase(FILING_LABELS[file.filing]), reading.state(file.state), Days(day, day)))
    if file.state is not None:
        return Found(Facts((file.name,)), facts, "members", f"{file.state}:{file.key}")
    screens = {
        HolderKind.MEETING: "meetings", HolderKind.AGENDA_ITEM: "agenda", HolderKind.PARTNERSHIP: "partners",
        HolderKind.ITEM_REQUEST: "agenda", HolderKind.INVITEE: "participants", HolderKind.OHCHR_SUPPORT: "partners",
        HolderKind.CORRECTION_REQUEST: "minutes",
        HolderKind.ACTIVITY: "activities", HolderKind.PLANNED_ACTION: "action-plan",
    }  # fmt: skip
    return Found(Facts((file.name,)), facts, screens.get(file.holder.kind, "members"), file.holder.key)


_SHOWN: Mapping[Kind, tuple[Rows[Any], Callable[[Reading, Any], Found]]] = MappingProxyType(
    {
        Kind.STATE: (STATES, _state),
        Kind.PERSON: (PEOPLE, _person),
        Kind.SEAT: (SEATS, _seat),
        Kind.SILENCE: (SILENCES, _silence),
        Kind.CALL: (CALLS, _call),
        Kind.CANDIDATURE: (CANDIDATURES, _candidature),
        Kind.MEETING: (MEETINGS, _meeting),
        Kind.PARTNER: (PARTNERS, _partner),
        Kind.ACTIVITY: (ACTIVITIES, _activity),
        Kind.CONTACT: (CONTACTS, _contact),
        Kind.GOOD_PRACTICE: (GOOD_PRACTICES, _practice),
        Kind.CONTRIBUTION: (CONTRIBUTIONS, _contribution),
        Kind.ITEM: (ITEMS, _item),
        Kind.REQUEST: (REQUESTS, _request),
        Kind.ACTION: (ACTIONS, _action),
        Kind.PLAN: (PLANS, _plan),
        Kind.PRIORITY: (PRIORITIES, _priority),
        Kind.PLANNED: (PLANNED, _planned),
        Kind.PROPOSAL: (PROPOSALS, _proposal),
        Kind.DECISION: (DECISIONS, _decision),
        Kind.VOTE: (VOTES, _vote),
        Kind.ELECTION: (ELECTIONS, _election),
        Kind.STATEMENT: (INTERVENTIONS, _statement),
        Kind.PARAGRAPH: (PARAGRAPHS, _paragraph),
        Kind.REVIEW: (REVIEW_TEXTS, _review),
        Kind.DOCUMENT: (ISSUED, _document),
        Kind.LETTER: (COMMUNICATIONS, _letter),
        Kind.MECHANISM: (MECHANISMS, _mechanism),
        Kind.ATTACHMENT: (ATTACHMENTS, _attachment),
    }
)
"""Where a thing of each kind is read, and what is shown of it."""
