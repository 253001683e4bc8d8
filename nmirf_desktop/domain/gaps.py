"""The texts of a document that are not ready: missing in a language, or older than the original they were made from."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.candidature_papers import CandidatureRecord
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committee_papers import CommitteeRecord
from nmirf_desktop.domain.compliance_papers import Watched
from nmirf_desktop.domain.decision_papers import in_number_order
from nmirf_desktop.domain.drafting_decisions import decision_name, draft_name
from nmirf_desktop.domain.drafting_texts import texts_put
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.election_papers import held_elections
from nmirf_desktop.domain.good_practices_papers import PracticeSheet
from nmirf_desktop.domain.guests import GuestLine
from nmirf_desktop.domain.invitations import COMING
from nmirf_desktop.domain.letters import ALL_TOGETHER, Addressee, LetterFacts
from nmirf_desktop.domain.listed_people import works_for
from nmirf_desktop.domain.meeting_texts import TOPIC_TITLES, Topic
from nmirf_desktop.domain.members import Mechanism, MembershipKind
from nmirf_desktop.domain.members_papers import Roster
from nmirf_desktop.domain.membership_rules import mechanism_on
from nmirf_desktop.domain.minutes_papers import Shown
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.participants_papers import Attendance
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Decision, Proposal, Vote
from nmirf_desktop.i18n import N_, Catalog, Language

NOT_READY = frozenset({TextState.MISSING, TextState.OUTDATED})
LISTED_APART = N_("{text} (annex of participants)")
"""Where what belongs to a delegation stands in minutes: no paragraph says it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One text that is not ready in one language. *where* names its place in the document.

    *topic* is the kind of thing that the text belongs to, *record* its key; of minutes, their meeting's, and of a
    decision its proposal's, which has its texts.
    One that is there is *told* by its words to be of another language than this one; *as_noted*, a note that is not put
    into reported speech; *quoted*, a reason in the words entered. *field* is that of the record in which it is written.
    """

    where: Phrase
    text: Trilingual
    language: Language
    state: TextState
    topic: Subject
    record: Key
    told: Language | None = None
    field: str = ""
    as_noted: bool = False
    quoted: bool = False

    def said_in(self, words: Catalog) -> str:
        """The place of the text in words."""
        return self.where.said_in(words)


def lacking(gaps: Iterable[Gap], editions: Iterable[Edition]) -> tuple[Gap, ...]:
    """The gaps in the languages of some editions, each once: the parts of a document may share a text."""
    languages = {language for edition in editions for language in edition.languages}
    found: list[Gap] = []
    for gap in gaps:
        if gap.language in languages and gap not in found:
            found.append(gap)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that has to be there."""

    where: Phrase
    text: Trilingual
    topic: Subject
    record: Key
    field: str = ""


def _gaps(texts: Iterable[_Text]) -> tuple[Gap, ...]:
    """Each language in which a text is missing or outdated; a text without any language is no gap."""
    found = []
    for one in texts:
        if one.text:
            states = {language: one.text.state(language) for language in Language}
            found += [
                Gap(one.where, one.text, language, state, one.topic, one.record, field=one.field)
                for language, state in states.items()
                if state in NOT_READY
            ]
    return tuple(found)


def of_texts(
    texts: Iterable[tuple[Phrase, Trilingual, Subject, Key] | tuple[Phrase, Trilingual, Subject, Key, str]],
) -> tuple[Gap, ...]:
    """The gaps of some texts, each with its place in the document, and what it is of: kind, key and field."""
    return _gaps(_Text(*one) for one in texts)


def of_head(organisation: Organisation) -> tuple[Gap, ...]:
    """The gaps of what the organisation says of itself; a language without a name of the Network has the usual one."""
    found = _gaps(_said_of_itself(organisation))
    return tuple(one for one in found if one.text is not organisation.network or one.state is not TextState.MISSING)


def of_agenda(facts: RecordedMeeting, *, annotated: bool) -> tuple[Gap, ...]:
    """The gaps of an agenda: the meeting's title and place, the items' titles; of an annotated one, what it adds."""
    drafts = _drafts(facts) if annotated else ()
    return _gaps((*_head(facts), *_items(facts, annotated=annotated), *drafts))


def of_programme(facts: RecordedMeeting) -> tuple[Gap, ...]:
    """The gaps of a programme: the meeting's title and place, the items' titles and who presents them."""
    presenters = (
        _Text(whereabouts.item_presenter(one.path), one.item.presenter, Subject.AGENDA, one.item.key)
        for one in facts.agenda
    )
    return _gaps((*_head(facts), *_items(facts, annotated=False), *presenters))


def of_letter(facts: LetterFacts, topics: Collection[Topic], to: Addressee = ALL_TOGETHER) -> tuple[Gap, ...]:
    """The gaps of a letter or an information note: the meeting's title and place, the place of letters, its topics.

    One *to* somebody by name has the function and the mechanism, or the partner's name.
    """
    key, written_in = facts.meeting.key, facts.organisation.written_in
    texts = [
        _Text(whereabouts.MEETING_TITLE, facts.meeting.title, Subject.MEETINGS, key),
        _Text(whereabouts.MEETING_PLACE, facts.meeting.place, Subject.MEETINGS, key),
    ]
    if Topic.INVITATION in topics:
        texts.append(_Text(Phrase(N_("Place of letters")), written_in, Subject.SETTINGS, facts.organisation.key))
        texts += _written_to(to)
    own = (topic for topic in topics if topic in facts.texts)
    return _gaps((*texts, *(_Text(Phrase(TOPIC_TITLES[one]), facts.texts[one], Subject.MEETINGS, key) for one in own)))


def _written_to(to: Addressee) -> Iterator[_Text]:
    if to.partner is not None:
        where = Phrase(N_("Name of the partner “{name}”"), {"name": to.partner.name.original})
        yield _Text(where, to.partner.name, Subject.PARTICIPANTS, f"partner:{to.partner.key}")
    elif to.person is not None and to.state is not None:
        where = Phrase(N_("{state}: function of the focal point"), {"state": to.state})
        yield _Text(where, to.person.function, Subject.MEMBERS, to.state.iso3)
        yield from _institution(to.person, to.mechanism, to.state)


def _institution(person: Person, mechanism: Mechanism | None, state: State) -> Iterator[_Text]:
    """The name of the State's mechanism, where it is printed as the person's institution."""
    if mechanism is not None and works_for(person, mechanism):
        where = Phrase(N_("{state}: national mechanism"), {"state": state})
        yield _Text(where, mechanism.name, Subject.MEMBERS, mechanism.state)


def of_minutes(
    paragraphs: Iterable[Shown], facts: RecordedMeeting, attendance: Attendance | None = None
) -> tuple[Gap, ...]:
    """The gaps of minutes: title and place, the items' titles, the paragraphs, the elections, and the decisions.

    So are those of the delegations where an annex names them.
    """
    listed = _attending(attendance) if attendance is not None else ()
    named = (replace(one, where=Phrase(LISTED_APART, {"text": one.where})) for one in listed)
    said = (*_paragraphs(paragraphs, facts), *_elections(facts), *_decisions(facts.decisions), *named)
    return _gaps((*_head(facts), *_items(facts, annotated=False), *said))


def of_decisions(facts: RecordedMeeting, only: Collection[Decision] | None = None) -> tuple[Gap, ...]:
    """The gaps of decisions: the meeting's title and place, the items' titles, and the decisions themselves."""
    chosen = facts.decisions if only is None else only
    items = _items(facts, annotated=False, only={one.item for one in chosen})
    return _gaps((*_head(facts), *items, *_decisions(chosen)))


Printed = tuple[Phrase, Trilingual, Subject, Key, str]
"""A text of the record with its place in the document, the kind of thing it belongs to, its key and its field."""


def decided_texts(facts: RecordedMeeting, only: Collection[Decision] | None = None) -> tuple[Printed, ...]:
    """The titles and texts of decisions."""
    return tuple(map(_printed, _decisions(facts.decisions if only is None else only)))


def undecided_texts(facts: RecordedMeeting) -> tuple[Printed, ...]:
    """The titles of drafts that became no decision, the questions of votes, and the titles of elections."""
    decided = {one.proposal for one in facts.decisions}
    left = replace(facts, proposals=tuple(one for one in facts.proposals if one.key not in decided))
    asked = tuple(one for one in facts.votes if one.proposal is None)
    return tuple(map(_printed, (*_drafts(left), *_questions(facts, asked), *_elections(facts))))


def _printed(one: _Text) -> Printed:
    return one.where, one.text, one.topic, one.record, one.field


def of_decision(decision: Decision) -> tuple[Gap, ...]:
    """The gaps of the title and the text of one decision."""
    return _gaps(_decisions((decision,)))


def of_actions(facts: RecordedMeeting) -> tuple[Gap, ...]:
    """The gaps of the follow-up actions of a meeting: what is to be done, and by whom."""
    return _gaps(
        _Text(where, text, Subject.AGENDA, one.key)
        for number, one in enumerate(facts.actions, 1)
        for where, text in (
            (Phrase(N_("Follow-up action {number}"), {"number": number}), one.title),
            (Phrase(N_("Follow-up action {number}: responsible"), {"number": number}), one.responsible),
        )
    )


def of_votes(facts: RecordedMeeting, votes: Collection[Vote], *, elections: bool = False) -> tuple[Gap, ...]:
    """The gaps of a voting record: title and place, the items' titles, the drafts' titles, and the questions.

    So are those of the amendments and parts that were voted on. One of the whole meeting has its *elections*, too.
    """
    items = _items(facts, annotated=False, only={one.item for one in votes})
    held = _elections(facts) if elections else ()
    put = (_Text(*one, Subject.SESSION, facts.meeting.key) for vote in votes for one in texts_put(facts, vote))
    return _gaps((*_head(facts), *items, *_questions(facts, votes), *put, *held))


def of_members(roster: Roster) -> tuple[Gap, ...]:
    """The gaps of a list of members: the mechanisms' names and the functions of focal points."""
    return _gaps(_listed(roster))


def of_meeting(facts: RecordedMeeting) -> tuple[Gap, ...]:
    """The gaps of a document that says nothing of a meeting but its title and place."""
    return _gaps(_head(facts))


def of_participants(record: Attendance, facts: RecordedMeeting) -> tuple[Gap, ...]:
    """The gaps of a list of participants: title and place, the names of partners, the functions of persons."""
    return _gaps((*_head(facts), *_attending(record)))


def _attending(record: Attendance) -> Iterator[_Text]:
    """What a list of participants says; who was heard uninvited has no record of its name."""
    for line in record.guests.lines:
        if line.invitee.answer not in COMING:
            continue
        if line.partner is not None and line.partner.key:
            yield _partner(line.partner, line)
        for _, person in line.delegation:
            where = Phrase(N_("{delegation}: function of {person}"), {"delegation": line, "person": person})
            yield _Text(where, person.function, Subject.PARTICIPANTS, line.key)
        mechanism = record.mechanisms.get(line.invitee.state or "")
        if mechanism is not None and any(works_for(person, mechanism) for _, person in line.delegation):
            where = Phrase(N_("{state}: national mechanism"), {"state": line})
            yield _Text(where, mechanism.name, Subject.MEMBERS, mechanism.state)


def _partner(partner: Partner, line: GuestLine) -> _Text:
    where = Phrase(N_("Name of the partner “{name}”"), {"name": partner.name.original})
    return _Text(where, partner.name, Subject.PARTICIPANTS, line.key)


def of_committee(record: CommitteeRecord) -> tuple[Gap, ...]:
    """The gaps of a composition of the Committee: the functions of its representatives."""
    return _gaps(_seated(record))


def of_call(record: CandidatureRecord) -> tuple[Gap, ...]:
    """The gaps of a call for candidatures: what it tells candidates."""
    call = record.call
    where = Phrase(N_("Call for candidatures: note"))
    return () if call is None else _gaps((_Text(where, call.note, Subject.COMMITTEE, call.key),))


def of_practice(sheet: PracticeSheet) -> tuple[Gap, ...]:
    """The gaps of the sheet of a good practice: its title, its description and the function that answers questions."""
    one = sheet.practice
    texts = ((N_("Title"), one.title), (N_("Description"), one.text), (N_("Contact function"), one.contact))
    return _gaps(_Text(Phrase(where), text, Subject.PRACTICES, one.key) for where, text in texts)


def of_candidates(record: CandidatureRecord) -> tuple[Gap, ...]:
    """The gaps of a list of candidates: the functions of their representatives, and the note of the slate."""
    return _gaps(_standing(record))


def _standing(record: CandidatureRecord) -> Iterator[_Text]:
    people = {person.key: person for person in record.people}
    for one in record.received:
        if one.person in people:
            person, state = people[one.person], record.states[one.state]
            where = Phrase(N_("{state}: function of the representative"), {"state": state})
            yield _Text(where, person.function, Subject.COMMITTEE, one.key)
            yield from _institution(person, mechanism_on(record.mechanisms, one.state, record.on), state)
    if record.slate is not None:
        yield _Text(Phrase(N_("Agreed slate: note")), record.slate.note, Subject.COMMITTEE, record.slate.key)


def of_compliance(watched: Watched) -> tuple[Gap, ...]:
    """The gaps of a statement of compliance: the reasons that are noted for what is not kept."""
    return _gaps(
        _Text(Phrase(N_("Reason noted under {rule}"), {"rule": one.rule}), one.reason, Subject.RULES, one.rule)
        for one in watched.exceptions
    )


def _said_of_itself(organisation: Organisation) -> Iterator[_Text]:
    key = organisation.key
    yield _Text(Phrase(N_("Name of the Network")), organisation.network, Subject.SETTINGS, key)
    yield _Text(Phrase(N_("Line below the name")), organisation.secretariat, Subject.SETTINGS, key)


def _listed(roster: Roster) -> Iterator[_Text]:
    for state in (state for kind in MembershipKind for state in roster.of(kind)):
        named = {"state": roster.states[state]}
        mechanism = roster.mechanism(state)
        if mechanism is not None and state in roster.of(MembershipKind.MEMBER):
            yield _Text(Phrase(N_("{state}: national mechanism"), named), mechanism.name, Subject.MEMBERS, state)
        for _, person in roster.designated(state):
            where = Phrase(N_("{state}: function of the focal point"), named)
            yield _Text(where, person.function, Subject.MEMBERS, state)


def _seated(record: CommitteeRecord) -> Iterator[_Text]:
    people = {person.key: person for person in record.people}
    committee = record.committee
    for seat in committee.seats if committee is not None else ():
        if seat.person not in people:
            continue
        person, state = people[seat.person], record.states[seat.state]
        where = Phrase(N_("{state}: function of the representative"), {"state": state})
        yield _Text(where, person.function, Subject.COMMITTEE, seat.key)
        yield from _institution(person, record.mechanism(seat.state), state)


def _questions(facts: RecordedMeeting, votes: Iterable[Vote]) -> Iterator[_Text]:
    proposals = {one.key: one for one in facts.proposals}
    for number, vote in enumerate(votes, 1):
        proposal = proposals.get(vote.proposal) if vote.proposal is not None else None
        if proposal is not None:
            yield _draft_title(proposal)
        else:
            where = Phrase(N_("Vote {n}: question"), {"n": number})
            yield _Text(where, vote.question, Subject.SESSION, vote.key, "question")


def _elections(facts: RecordedMeeting) -> Iterator[_Text]:
    for number, one in enumerate(held_elections(facts), 1):
        where = Phrase(N_("Election {n}: title"), {"n": number})
        yield _Text(where, one.election.title, Subject.SESSION, one.election.key, "title")


def _head(facts: RecordedMeeting) -> Iterator[_Text]:
    yield _Text(whereabouts.MEETING_TITLE, facts.meeting.title, Subject.MEETINGS, facts.meeting.key)
    yield _Text(whereabouts.MEETING_PLACE, facts.meeting.place, Subject.MEETINGS, facts.meeting.key)


def _items(facts: RecordedMeeting, *, annotated: bool, only: Collection[Key] | None = None) -> Iterator[_Text]:
    for place in facts.agenda:
        if only is not None and place.item.key not in only:
            continue
        item = place.item
        yield _Text(whereabouts.item_title(place.path), item.title, Subject.AGENDA, item.key)
        if annotated:
            yield _Text(whereabouts.item_annotation(place.path), item.annotation, Subject.AGENDA, item.key)


def _drafts(facts: RecordedMeeting) -> Iterator[_Text]:
    """The draft decisions, which an annotated agenda names under their items."""
    return map(_draft_title, facts.proposals)


def _draft_title(one: Proposal) -> _Text:
    where = Phrase(N_("Draft decision {name}: title"), {"name": draft_name(one)})
    return _Text(where, one.title, Subject.SESSION, one.key, "title")


def _paragraphs(paragraphs: Iterable[Shown], facts: RecordedMeeting) -> Iterator[_Text]:
    counted = whereabouts.Paragraphs()
    for one in paragraphs:
        where = counted.place(Said.of(one.text))
        if where:
            yield _Text(where, one.text, Subject.MINUTES, facts.meeting.key)


def _decisions(decisions: Iterable[Decision]) -> Iterator[_Text]:
    for one in in_number_order(decisions):
        name = Phrase(N_("Decision {name}"), {"name": decision_name(one)})
        yield _Text(whereabouts.decision_title(name), one.title, Subject.SESSION, one.proposal, "title")
        yield _Text(whereabouts.decision_text(name), one.text, Subject.SESSION, one.proposal, "text")
