"""A paper of every kind and every size, made from recorded facts as the services make it.

The sizes are the bounds of what happens: a register of which nothing is known yet, the small second meeting, about
sixty pages, and all 193 States as members that come, vote and sit in the Committee.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from nmirf_desktop.domain.action_plan_papers import PlanRecord, plan_paper
from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.agenda_papers import agenda_paper
from nmirf_desktop.domain.annual_review import ReviewFacts, as_told
from nmirf_desktop.domain.annual_review_drafts import drafts
from nmirf_desktop.domain.annual_review_papers import review_paper
from nmirf_desktop.domain.ballot_papers import ballots_of, ballots_paper, tally_paper
from nmirf_desktop.domain.blocks import BarChart, Curves, Entry, StateColumns, Timeline, VoteList
from nmirf_desktop.domain.candidature_papers import call_paper, candidates_paper
from nmirf_desktop.domain.committee_papers import CommitteeRecord, committee_paper
from nmirf_desktop.domain.committees import Coordination, Seat
from nmirf_desktop.domain.compliance import FindingState, RegisterFacts, RuleException, check
from nmirf_desktop.domain.compliance_papers import Watched, compliance_paper
from nmirf_desktop.domain.corrigenda import Corrigendum, Erratum
from nmirf_desktop.domain.corrigendum_papers import ToPrint, corrigendum_paper
from nmirf_desktop.domain.decision_papers import decision_paper, decisions_paper
from nmirf_desktop.domain.elections import Body, Candidate, Election
from nmirf_desktop.domain.good_practices import Area, GoodPractice
from nmirf_desktop.domain.good_practices_papers import PracticeSheet, practice_sheet
from nmirf_desktop.domain.guests import GuestLine, Guests
from nmirf_desktop.domain.invitations import Capacity, capacity_of_partner
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.members import Basis, FocalPoint, Membership, MembershipKind
from nmirf_desktop.domain.members_papers import Roster, members_paper
from nmirf_desktop.domain.minutes import Minutes, MinutesState, Section
from nmirf_desktop.domain.minutes_papers import Shown, just_drafted, minutes_paper
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.papers import Paper
from nmirf_desktop.domain.participants import Answer as GuestAnswer
from nmirf_desktop.domain.participants import Delegate, Invitee, Part, Partner, PartnerKind
from nmirf_desktop.domain.participants_papers import Attendance, participants_paper
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.practices import Choice, Option, Practices, Question
from nmirf_desktop.domain.programme import Programme
from nmirf_desktop.domain.programme import programme as programme_in
from nmirf_desktop.domain.programme_papers import programme_paper
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.room_papers import plates_paper, roll_call_paper, signature_paper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.script_papers import script_paper
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Answer, Decision, Mode, Position
from nmirf_desktop.i18n import Language
from tests.documents import certificates, debate, letters, records
from tests.domain import second_meeting, years_reviewed
from tests.domain.second_meeting import FIRST, FOUNDED, LAST, ROLL_CALL, STATES, at

ALL = tuple(STATES)
GIVEN = (Answer.IN_FAVOUR, Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING)
CLAUSE = Said(
    "Invites the members of the Network to inform the Executive Committee, in any of the three languages, of the "
    "steps taken by their mechanism to follow up recommendations, and of what has made this easier;",
    "Invite les membres du Réseau à informer le Comité exécutif, dans l’une des trois langues, des mesures prises par "
    "leur mécanisme pour donner suite aux recommandations, et de ce qui a facilité ce suivi\u00a0;",
    "Invita a los miembros de la Red a informar al Comité Ejecutivo, en cualquiera de los tres idiomas, de las medidas "
    "adoptadas por su mecanismo para dar seguimiento a las recomendaciones, y de lo que ha facilitado ese seguimiento;",
)
THREE = tuple(Language)


class Size(StrEnum):
    """How much there is to say."""

    EMPTY = "empty"
    SMALL = "small"
    LONG = "sixty pages"
    STATES = "193 States"


def clauses(count: int) -> Trilingual:
    """So many paragraphs."""
    en, fr, es = ("\n".join([text] * count) for text in (CLAUSE.en, CLAUSE.fr, CLAUSE.es))
    return Trilingual.final(en, fr, es)


def untranslated(paper: Paper) -> Paper:
    """The same paper in Spanish alone: what may come from the register is missing in the other languages."""
    alone: Paper = _retold(paper, lambda said: Said("", "", said.es, Language.ES))
    return alone


def outdated(paper: Paper) -> Paper:
    """The same paper, whose French is of an earlier text wherever it may come from the register."""
    before: Paper = _retold(paper, lambda said: replace(said, earlier=(Language.FR,)))
    return before


def _retold(value: Any, told: Callable[[Said], Said]) -> Any:
    match value:
        case VoteList() | BarChart() | Curves() | Timeline():  # States and words of the program
            return value
        case Entry():
            return replace(value, text=told(value.text))
        case StateColumns():
            return replace(value, names=tuple(map(told, value.names)))
        case Said():
            return told(value)
        case tuple():
            return tuple(_retold(part, told) for part in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = {field.name: _retold(getattr(value, field.name), told) for field in fields(value)}
            return replace(value, **parts)
        case _:
            return value


# ---- the meeting ----


@cache
def facts(size: Size) -> RecordedMeeting:
    """A meeting of each size."""
    match size:
        case Size.EMPTY:
            unknown = replace(second_meeting.MEETING, agenda_agreed_on=None, agenda_agreed_by=None)
            return RecordedMeeting(unknown, STATES)
        case Size.SMALL:
            return records.meeting()
        case Size.LONG:
            return _long()
        case Size.STATES:
            return _of_all_states()


def _of_all_states() -> RecordedMeeting:
    """All States are members, come, and vote by roll call; each has sent a communication under an item of its own."""
    known = records.meeting()
    parts = tuple(
        AgendaItem(f"of {code}", "meeting", place, Trilingual.final(*_communication(code)), "i3")
        for place, code in enumerate(ALL, 1)
    )
    return replace(
        known,
        items=(*known.items, *parts),
        memberships=tuple(
            Membership(f"m{code}", code, MembershipKind.MEMBER, Period(FOUNDED), Basis.FOUNDING) for code in ALL
        ),
        presence=tuple(
            PresenceEvent(f"a{code}", "meeting", code, PresenceKind.ARRIVED, at(FIRST, 9, 50)) for code in ALL
        ),
        votes=(replace(ROLL_CALL, entitled=ALL, drawn=ALL[0]),),
        positions=_answers("v1"),
        decisions=known.decisions[1:],
    )


def _communication(code: str) -> tuple[str, str, str]:
    state = STATES[code]
    said = ("Communication {of_state}", "Communication {of_state}", "Comunicación {of_state}")
    en, fr, es = (text.format(**forms(state, language)) for text, language in zip(said, THREE, strict=True))
    return en, fr, es


def _answers(vote: str) -> tuple[Position, ...]:
    """An answer of each State but the last two in a vote."""
    return tuple(
        Position(f"{vote}{code}", vote, code, GIVEN[place % len(GIVEN)], at(LAST, 10, 41))
        for place, code in enumerate(ALL[:-2])
    )


def _long() -> RecordedMeeting:
    """Ten votes of all States, 145 decisions, 95 items with long titles and long annotations."""
    known = _of_all_states()
    votes = tuple(
        replace(
            known.votes[0],
            key=f"v{number}",
            opened_at=at(LAST, 10, number),
            closed_at=at(LAST, 10, number + 1),
        )
        for number in range(10)
    )
    one = known.decisions[0]
    decisions = tuple(
        replace(
            one,
            key=f"d{number}",
            number=number,
            title=Trilingual.final(f"Plan of action {number}", f"Plan d’action {number}", f"Plan de acción {number}"),
            text=clauses(2),
            **({"mode": Mode.CONSENSUS, "vote": None} if number % 9 else {"vote": "v1"}),
        )
        for number in range(1, 146)
    )
    title = _title()
    items = [AgendaItem(f"i{place}", "meeting", place, title, annotation=clauses(2 + place % 6)) for place in range(95)]
    return replace(
        known,
        items=(*items, replace(items[1], key="adoption", position=95, purpose=Purpose.ADOPTION)),
        votes=votes,
        positions=tuple(answer for vote in votes for answer in _answers(vote.key)),
        decisions=decisions,
    )


def _title() -> Trilingual:
    en, fr, es = (text.rstrip(";\u00a0") for text in (CLAUSE.en, CLAUSE.fr, CLAUSE.es))
    return Trilingual.final(en, fr, es)


# ---- its documents ----


def agenda(kind: DocumentKind, size: Size) -> Paper:
    """One of the three agendas; that of sixty pages has titles of several lines."""
    known = facts(size)
    if size is Size.LONG and kind is not DocumentKind.ANNOTATED:
        items = (replace(one, key=f"{one.key}-{turn}") for turn in range(8) for one in known.items)
        known = replace(known, items=tuple(replace(one, position=place) for place, one in enumerate(items)))
    return agenda_paper(kind, known)


def programme(size: Size) -> Paper:
    """The programme: without a sitting, of a few sittings, of some hundred of them, of an item for each State."""
    return programme_paper(*_planned(size, 10, 270))


def _planned(size: Size, minutes: int, turns: int) -> tuple[RecordedMeeting, Programme]:
    """A meeting with its programme; the long one has its items again and again, of so many *minutes* each."""
    known = facts(size)
    if size is Size.EMPTY:
        return known, Programme()
    if size is Size.LONG:
        first = [replace(one, duration=minutes) for one in facts(Size.SMALL).items if one.parent is None]
        items = [replace(one, key=f"{one.key}-{turn}") for turn in range(turns) for one in first]
        placed = tuple(replace(one, position=place) for place, one in enumerate(items))
        known = replace(known, items=placed, sittings=tuple(_sittings(72)))
    return known, programme_in(known.items, known.sittings)


def _sittings(days: int) -> Iterator[Sitting]:
    """A morning and an afternoon on each of some days."""
    for day in range(days):
        on = FIRST + datetime.timedelta(days=day)
        yield Sitting(f"m{day}", "meeting", 2 * day + 1, on, datetime.time(10), datetime.time(13))
        yield Sitting(f"a{day}", "meeting", 2 * day + 2, on, datetime.time(15), datetime.time(18))


def script(size: Size) -> Paper:
    """The Chair's script: without a sitting, of a few, of many, of an item for each State."""
    return script_paper(*_planned(size, 30, 30))


def room(size: Size, make: Callable[[Attendance, RecordedMeeting], Paper]) -> Paper:
    """What lies in the room for nobody, for a few, for all States over many sittings, for all of them."""
    match size:
        case Size.EMPTY:
            return make(Attendance(Guests(facts(size).meeting, ())), facts(size))
        case Size.SMALL:
            return make(attendance(ALL[:6], 3), facts(size))
        case Size.LONG:
            return make(attendance(ALL[:48], 1), replace(facts(size), sittings=tuple(_sittings(6))))
        case Size.STATES:
            return make(attendance(ALL, 1), facts(size))


def name_plates(size: Size) -> Paper:
    """Plates of the same four sizes; the Network of the long one has as many States as fill sixty sheets."""
    if size is not Size.LONG:
        return room(size, plates_paper)
    known = facts(size)
    few = tuple(one for one in known.memberships if one.state in ALL[:48])
    return plates_paper(attendance(ALL[:48], 1), replace(known, memberships=few))


def elections(size: Size) -> RecordedMeeting:
    """A meeting with no election, one of three candidates, several of many, and one among forty States."""
    number, stand = {Size.EMPTY: (0, 0), Size.SMALL: (1, 3), Size.LONG: (40, 12), Size.STATES: (1, 40)}[size]
    known = facts(size)
    held, names = [], []
    for place in range(number):
        title = Trilingual.final(f"Election {place}", f"Élection {place}", f"Elección {place}")
        opened = datetime.datetime(2027, 1, 26, 10, place, tzinfo=datetime.UTC)
        held.append(Election(f"e{place}", "meeting", "item", title, Body.OTHER, 2, opened, tuple(ALL)))
        names += [Candidate(f"e{place}-{code}", f"e{place}", at, code) for at, code in enumerate(ALL[:stand])]
    return replace(known, elections=tuple(held), candidates=tuple(names))


def minutes(size: Size) -> Paper:
    """The minutes as they are drafted; the long ones are approved, and each delegation was heard several times."""
    known = facts(size)
    begun = Minutes("", known.meeting.key)
    match size:
        case Size.EMPTY:
            return minutes_paper(begun, (), replace(known, meeting=replace(known.meeting, agenda_adopted_on=None)))
        case Size.SMALL | Size.STATES:
            return minutes_paper(begun, just_drafted(known), known)
        case Size.LONG:
            known = replace(records.meeting(), decisions=known.decisions[:20])
            heard = tuple(
                Shown(Section.ITEM, Trilingual.final(*_statement(code, turn)), "i4", "")
                for turn in range(4)
                for code in ALL[:120]
            )
            approved = replace(begun, state=MinutesState.APPROVED, approved_on=datetime.date(2027, 3, 1))
            return minutes_paper(approved, (*just_drafted(known), *heard), known)


def _statement(code: str, number: int) -> tuple[str, str, str]:
    said = debate.statement(STATES[code], number)
    return said.en, said.fr, said.es


def corrigendum(size: Size) -> Paper:
    """A corrigendum in French: of nothing, each kind of errata, whole paragraphs on many pages, all States."""
    known = facts(size)
    own = Minutes("minutes", known.meeting.key, MinutesState.APPROVED, approved_on=LAST)
    errata = tuple(
        Erratum(f"e{place}", "c", place, f"p{place // 2}", Language.FR, passage, words)
        for place, (passage, words) in enumerate(_errata(size))
    )
    numbers = {f"p{place}": place + 1 for place in range(len(errata))}
    printed = ToPrint(Corrigendum("c", own.key, 1, LAST), errata, own, numbers)
    return corrigendum_paper(printed, Language.FR, known)


def _errata(size: Size) -> list[tuple[str, str]]:
    match size:
        case Size.EMPTY:
            return []
        case Size.SMALL:
            return [("deux accords", "trois accords"), ("de nouveau", ""), ("", CLAUSE.fr)]
        case Size.LONG:
            return [("", "\n".join([CLAUSE.fr] * 3))] * 205
        case Size.STATES:
            named = [forms(STATES[code], Language.FR)["of_state"] for code in ALL]
            return [(f"la délégation {one}", f"la représentante {one}") for one in named]


def decision(size: Size) -> Paper:
    """One decision: without a word, by vote, of sixty pages, by the vote of all States."""
    known = facts(size)
    match size:
        case Size.EMPTY:
            bare = Decision("d", "meeting", "gone", "gone", 2027, 1, LAST, Mode.CONSENSUS, Trilingual(), Trilingual())
            return decision_paper(bare, known)
        case Size.SMALL:
            return decision_paper(known.decisions[1], known)
        case Size.LONG:
            return decision_paper(replace(known.decisions[8], text=clauses(640)), known)
        case Size.STATES:
            return decision_paper(known.decisions[0], known)


def committee(size: Size) -> Paper:
    """The Committee: none, five seats, one seat that passes on every day, as many seats as there are States."""
    match size:
        case Size.EMPTY:
            return records.no_committee()
        case Size.SMALL:
            return records.committee()
        case Size.LONG:
            return committee_paper(_restless())
        case Size.STATES:
            known = records.committee_record()
            seats = tuple(Seat(f"seat{code}", "term", code, records.TERM.period, f"person{code}") for code in ALL)
            people = tuple(records.person(code) for code in ALL)
            return committee_paper(replace(known, seats=seats, people=people))


def _restless() -> CommitteeRecord:
    """Two seats pass to another State each day, and the function of Coordinator with one of them."""
    known = records.committee_record()
    days = [FOUNDED + datetime.timedelta(days=number) for number in range(640)]
    first = tuple(
        Seat(f"a{n}", "term", ALL[n % len(ALL)], Period(day, day + datetime.timedelta(days=1)))
        for n, day in enumerate(days)
    )
    second = tuple(replace(seat, key=seat.key.replace("a", "b"), state=ALL[(n + 7) % len(ALL)])
                   for n, seat in enumerate(first))  # fmt: skip
    held = tuple(Coordination(f"of {seat.key}", seat.key, seat.period, seat.period.start) for seat in first)
    return replace(known, seats=(*first, *second), coordinations=held)


def members(size: Size) -> Paper:
    """The list: nobody, four States, all States; in the long one two or three people each, and addresses."""
    match size:
        case Size.EMPTY:
            return records.nobody()
        case Size.SMALL:
            return records.members_with_addresses()
        case Size.LONG:
            return members_paper(_many_people(), addresses=True)
        case Size.STATES:
            return records.all_states()


def _many_people() -> Roster:
    known = records.roster(ALL, ())
    points = tuple(
        FocalPoint(f"f{code}{n}", code, f"person{code}", Period(FOUNDED), voting=n == 0, alternate=n > 0)
        for place, code in enumerate(ALL)
        if code != "CIV"
        for n in range(2 + place % 2)
    )
    return replace(known, focal_points=points)


def participants(size: Size) -> Paper:
    """The list of participants: nobody, a few of each capacity, all States with many people, all with a few."""
    match size:
        case Size.EMPTY:
            return participants_paper(Attendance(Guests(facts(size).meeting, ())))
        case Size.SMALL:
            return participants_paper(attendance(ALL[:6], 3), addresses=True)
        case Size.LONG:
            return participants_paper(attendance(ALL, 6), addresses=True)
        case Size.STATES:
            return participants_paper(attendance(ALL, 2))


def attendance(states: tuple[str, ...], people: int) -> Attendance:
    """Some States in turn as member, observer and guest, each with so many people, one apology, one of each partner."""
    lines = [_guest(code, place, people) for place, code in enumerate(states)]
    return Attendance(Guests(facts(Size.SMALL).meeting, (*lines, *map(_partner, PartnerKind))))


def _guest(code: str, place: int, people: int) -> GuestLine:
    answer = GuestAnswer.APOLOGIES if place == 1 else GuestAnswer.ONLINE if place % 5 == 4 else GuestAnswer.ATTENDS
    invitee = Invitee(f"i{code}", "meeting", code, answer=answer, answered_on=LAST)
    capacity = (Capacity.MEMBER, Capacity.MEMBER, Capacity.OBSERVER, Capacity.OTHER_STATE)[place % 4]
    persons = tuple(
        replace(records.person(code), key=f"{code}{n}", given_name=f"Given {n}", family_name="Example")
        for n in range(0 if answer is GuestAnswer.APOLOGIES else place % (people + 1))
    )
    parts = (Part.HEAD, Part.DELEGATE, Part.ADVISER)
    delegation = tuple(
        (Delegate(f"d{one.key}", invitee.key, one.key, parts[min(n, 2)], n, n == 2), one)
        for n, one in enumerate(persons)
    )
    return GuestLine(invitee, capacity, STATES[code], delegation=delegation, designated=frozenset({f"{code}1"}))


def _partner(kind: PartnerKind) -> GuestLine:
    name = Trilingual.final(f"Example body {kind}", f"Organisme exemple {kind}", f"Organismo de ejemplo {kind}")
    partner = Partner(f"p{kind}", name, kind)
    invitee = Invitee(f"i{kind}", "meeting", partner=partner.key, answer=GuestAnswer.ATTENDS, answered_on=LAST)
    return GuestLine(invitee, capacity_of_partner(partner), partner=partner)


def call(size: Size) -> Paper:
    """The call: none, one, one with a very long note, one in a network of all States."""
    match size:
        case Size.EMPTY:
            return records.no_call()
        case Size.SMALL | Size.STATES:
            return records.call()
        case Size.LONG:
            known = records.candidature_record(*records.STANDING)
            return call_paper(replace(known, call=replace(records.CALL, note=clauses(760))))


def candidates(size: Size) -> Paper:
    """The list: nobody, six States of whom one left the slate, all States; the long one has a long note too."""
    match size:
        case Size.EMPTY:
            return records.no_candidate()
        case Size.SMALL:
            return records.left_slate()
        case Size.LONG:
            known = records.candidature_record(*ALL)
            return candidates_paper(replace(known, slates=(replace(known.slates[0], note=clauses(640)),)))
        case Size.STATES:
            return candidates_paper(records.candidature_record(*ALL))


def sheet(size: Size) -> Paper:
    """The sheet of a good practice: its title alone and no consent, a whole one, a very long one, one withdrawn."""
    title = Trilingual.final("A shared table", "Un tableau commun", "Una tabla común")
    bare = GoodPractice("p", "MAR", title, Area.FOLLOW_UP, FIRST, 1)
    whole = replace(
        bare, text=clauses(3), objectives=tuple(Objective), contact=title, languages=tuple(Language), consented_on=FIRST
    )
    state = STATES["MAR"]
    match size:
        case Size.EMPTY:
            return practice_sheet(PracticeSheet(FIRST, bare, state))
        case Size.SMALL:
            return practice_sheet(PracticeSheet(FIRST, whole, state, ("Décret 2.14.284.pdf", "Rapport.docx")))
        case Size.LONG:
            return practice_sheet(PracticeSheet(FIRST, replace(whole, text=clauses(760)), state))
        case Size.STATES:
            gone = replace(whole, state="PRY", text=clauses(20), withdrawn_on=FIRST)
            return practice_sheet(PracticeSheet(FIRST, gone, STATES["PRY"], tuple(f"{one}.pdf" for one in ALL)))


def review(size: Size) -> Paper:
    """The annual review: of nothing, of a small year, of so many activities, of practices of all States."""
    made: dict[Size, Callable[[], ReviewFacts]] = {
        Size.EMPTY: years_reviewed.nothing,
        Size.SMALL: years_reviewed.small,
        Size.LONG: lambda: years_reviewed.many(940),
        Size.STATES: lambda: years_reviewed.many(10, len(ALL)),
    }
    known = made[size]()
    return review_paper(known, as_told(drafts(known), ()))


def action_plan(size: Size) -> Paper:
    """The action plan: of no priority, of every state with long reasons, of so many actions, of as many as States."""
    title = Trilingual.final("Action plan of the Network", "Plan d’action du Réseau", "Plan de acción de la Red")
    plan = ActionPlan("plan", title, 2026, 2030)
    adopted = Decision("d", "meeting", "item", "p", 2027, 1, FIRST, Mode.CONSENSUS, title, title)
    match size:
        case Size.EMPTY:
            return plan_paper(PlanRecord(FIRST, plan))
        case Size.SMALL:
            empty = (PlanPriority("none", "plan", title), ())
            return plan_paper(PlanRecord(FIRST, plan, (_priority("one", 12), empty), adopted))
        case Size.LONG:
            return plan_paper(PlanRecord(FIRST, plan, tuple(_priority(str(place), 22) for place in range(20))))
        case Size.STATES:
            return plan_paper(PlanRecord(FIRST, plan, (_priority("one", len(ALL)),)))


def _priority(key: str, actions: int) -> tuple[PlanPriority, tuple[PlannedAction, ...]]:
    """A priority of all objectives with so many actions, by turns done, begun, late, to come and given up."""
    title = Trilingual.final("A shared table", "Un tableau commun", "Una tabla común")
    before, after = FIRST - datetime.timedelta(days=90), FIRST + datetime.timedelta(days=90)
    guide = Trilingual.final("A guide exists. " * 18, "Un guide existe. " * 18, "Existe una guía. " * 18)
    page = "https://example.org/table"
    shown = Trilingual.final(page, page, page)
    told = PlannedAction("", key, title, title, begins_on=before, due_on=after, evidence=shown)
    kinds = (
        replace(told, begun_on=before, done_on=FIRST), replace(told, begun_on=before),
        replace(told, begins_on=None, due_on=before), PlannedAction("", key, title),
        replace(told, begun_on=before, given_up_on=FIRST, reason=guide),
    )  # fmt: skip
    made = (replace(kinds[place % 5], key=f"{key}{place}", rank=place) for place in range(actions))
    return PlanPriority(key, "plan", title, tuple(Objective)), tuple(made)


def compliance(size: Size) -> Paper:
    """The statement: of nothing, of a small Network with reasons, of members that all lack a focal point, of years."""
    match size:
        case Size.EMPTY:
            return compliance_paper(watched(RegisterFacts(states=tuple(STATES.values()))))
        case Size.SMALL:
            return compliance_paper(_with_reasons(watched(_register(ALL[:6]))))
        case Size.LONG:
            return compliance_paper(_repeated(_with_reasons(watched(_register(ALL)))))
        case Size.STATES:
            return compliance_paper(watched(_register(ALL)))


def watched(facts: RegisterFacts) -> Watched:
    """What the rules say on the first day of the meeting."""
    return Watched(FIRST, check(facts, FIRST), Practices.on(facts.choices, FIRST))


def _register(members: tuple[str, ...]) -> RegisterFacts:
    """Members without a focal point, in a Network that has chosen its quorum."""
    held = (Membership(f"m{code}", code, MembershipKind.MEMBER, Period(FOUNDED), Basis.FOUNDING) for code in members)
    choice = Choice("choice", Question.QUORUM, Option.THIRD_AND_MAJORITY, FOUNDED)
    return RegisterFacts(states=tuple(STATES.values()), memberships=tuple(held), choices=(choice,))


def _with_reasons(known: Watched) -> Watched:
    """Every second finding that is not kept has a reason, some of them with a last day."""
    broken = [one for one in known.findings if one.state is FindingState.NOT_KEPT]
    reason = Trilingual.final(
        "The ministry is being reorganized.", "Le ministère est en cours de réorganisation.",
        "El ministerio se está reorganizando.",
    )  # fmt: skip
    noted = {
        id(one): RuleException(
            f"x{place}", one.rule, one.subject.kind, one.subject.key,
            Period(FOUNDED, None if place % 4 else LAST + datetime.timedelta(days=1)), reason, "Coordinator", FOUNDED,
        )
        for place, one in enumerate(broken) if not place % 2
    }  # fmt: skip
    return replace(
        known,
        findings=tuple(
            replace(one, exceptions=(noted[id(one)],)) if id(one) in noted else one for one in known.findings
        ),
    )


def _repeated(known: Watched) -> Watched:
    """The same, of a network nearly twice as large."""
    broken = tuple(one for one in known.findings if one.state is FindingState.NOT_KEPT)
    return replace(known, findings=(*known.findings, *broken[: len(broken) * 4 // 5]))


def note(size: Size) -> Paper:
    """To all of an unknown meeting, to States with long names, one with sixty pages of words."""
    match size:
        case Size.EMPTY:
            return letters.note(letters.UNKNOWN)
        case Size.SMALL:
            return letters.note(letters.known(), letters.state("BOL"))
        case Size.LONG:
            return letters.note(letters.with_text(clauses(700)), letters.state("CIV"))
        case Size.STATES:
            return letters.note(letters.known(), letters.state("GBR"))


def invitation(size: Size) -> Paper:
    """To all of an unknown meeting, to a focal point, to a partner, one with sixty pages of words."""
    match size:
        case Size.EMPTY:
            return letters.letter(letters.UNKNOWN)
        case Size.SMALL:
            return letters.letter(letters.known(), letters.person("SLV"))
        case Size.LONG:
            return letters.letter(letters.with_text(clauses(700)))
        case Size.STATES:
            return letters.letter(letters.known(), letters.TO_PARTNER)


def information(size: Size) -> Paper:
    """Of an unknown meeting, on each topic, sixty pages, many sittings."""
    match size:
        case Size.EMPTY:
            return letters.information(letters.UNKNOWN)
        case Size.SMALL:
            return letters.information(letters.known())
        case Size.LONG:
            return letters.information(letters.with_text(clauses(70)))
        case Size.STATES:
            return letters.information(letters.with_sittings(tuple(_sittings(95))))


def call_for_items(size: Size) -> Paper:
    """To all, of an unknown meeting and of a known one, and to States."""
    match size:
        case Size.EMPTY:
            return letters.call_for_items(letters.UNKNOWN)
        case Size.SMALL:
            return letters.call_for_items(letters.known(), letters.state("SLV"))
        case Size.LONG:
            return letters.call_for_items(letters.known(), letters.state("GBR"))
        case Size.STATES:
            return letters.call_for_items(letters.known())


def certificate(size: Size) -> Paper:
    """Of nothing, of a few with addresses, of many sendings that failed, of one to all States."""
    known = facts(size)
    match size:
        case Size.EMPTY:
            return certificates.nothing_sent(known)
        case Size.SMALL:
            return certificates.with_addresses(known)
        case Size.LONG:
            return certificates.to_many(known, ALL, 3)
        case Size.STATES:
            return certificates.to_many(known, ALL, 1)


@cache
def paper(kind: DocumentKind, size: Size) -> Paper:
    """A paper of a kind and a size."""
    return _MADE[kind](size)


_MADE: dict[DocumentKind, Callable[[Size], Paper]] = {
    DocumentKind.AGENDA: lambda size: agenda(DocumentKind.AGENDA, size),
    DocumentKind.ANNOTATED: lambda size: agenda(DocumentKind.ANNOTATED, size),
    DocumentKind.ADOPTED: lambda size: agenda(DocumentKind.ADOPTED, size),
    DocumentKind.PROGRAMME: programme,
    DocumentKind.SCRIPT: script,
    DocumentKind.SIGNATURES: lambda size: room(size, signature_paper),
    DocumentKind.ROLL_CALL: lambda size: roll_call_paper(facts(size)),
    DocumentKind.PLATES: name_plates,
    DocumentKind.BALLOTS: lambda size: ballots_paper(elections(size), ballots_of(elections(size))),
    DocumentKind.TALLY: lambda size: tally_paper(elections(size), ballots_of(elections(size))),
    DocumentKind.NOTE_VERBALE: note,
    DocumentKind.INVITATION: invitation,
    DocumentKind.INFORMATION: information,
    DocumentKind.CALL_FOR_ITEMS: call_for_items,
    DocumentKind.DISPATCH: certificate,
    DocumentKind.MINUTES: minutes,
    DocumentKind.CORRIGENDUM: corrigendum,
    DocumentKind.DECISION: decision,
    DocumentKind.DECISIONS: lambda size: decisions_paper(facts(size)),
    DocumentKind.VOTING_RECORD: lambda size: votes_paper(facts(size)),
    DocumentKind.COMMITTEE: committee,
    DocumentKind.CALL: call,
    DocumentKind.CANDIDATES: candidates,
    DocumentKind.MEMBERS: members,
    DocumentKind.PARTICIPANTS: participants,
    DocumentKind.COMPLIANCE: compliance,
    DocumentKind.PRACTICE_SHEET: sheet,
    DocumentKind.REVIEW: review,
    DocumentKind.PLAN: action_plan,
}
