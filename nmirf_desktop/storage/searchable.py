"""What the search finds of each table: one function for each, and a reason for each table that it does not look into.

A row says its own words only. What it shows of other rows, such as an item of its meeting's symbol, is read when it is
found, so that a renaming reaches all that names it; a row *of* another is also met by that one's name.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.amendments import Amendment
from nmirf_desktop.domain.attachments import Attachment, HolderKind
from nmirf_desktop.domain.candidatures import CALL, Call, Candidature
from nmirf_desktop.domain.committees import Seat
from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.corrigenda import Erratum
from nmirf_desktop.domain.elections import Election
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.item_requests import ItemRequest
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.particulars import ParticularKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.records_kept import WordingCorrection
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.states import Names, State
from nmirf_desktop.domain.voting import Decision, Proposal, Vote
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.amendments import AMENDMENTS
from nmirf_desktop.storage.attachments import ATTACHMENTS
from nmirf_desktop.storage.committees import CALLS, CANDIDATURES, SEATS, SILENCES
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS, ERRATA
from nmirf_desktop.storage.decision_records import WORDINGS
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.entries import Entry, Searchable, each
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETINGS, REQUESTS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.minutes import ISSUED, PARAGRAPHS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.searchable_work import between_meetings
from nmirf_desktop.storage.states import RENAMINGS, STATES
from nmirf_desktop.storage.usual_names import usual_names
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, PROPOSALS, VOTES

PREFIX = Organisation("").symbol_prefix
SHOWN_HOLDERS = frozenset(
    {
        HolderKind.STATE, HolderKind.MEETING, HolderKind.AGENDA_ITEM, HolderKind.ITEM_REQUEST, HolderKind.INVITEE,
        HolderKind.CORRECTION_REQUEST, HolderKind.ACTIVITY, HolderKind.PARTNERSHIP, HolderKind.OHCHR_SUPPORT,
        HolderKind.PLANNED_ACTION,
    }
)  # fmt: skip
"""The kinds of records whose files are shown although they are no State's."""


def _named(names: Names) -> tuple[str, ...]:
    return (names.en, names.fr, names.es)


def _state(state: State) -> Entry:
    official = (*_named(state.short), *_named(state.formal))
    names = (*official, *usual_names().get(state.iso3, ()))
    text = (*_named(state.article), *_closed(names))
    return Entry(names, (state.iso3, state.iso2), text, first=official, thing=state.iso3)


def _closed(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the blanks in them: "cotedivoire"."""
    from nmirf_desktop.domain.recognition import fold

    return tuple(fold(name) for name in names)


def _renaming(one: Renaming) -> Entry:
    names = (*_named(one.short), *_named(one.formal))
    return Entry(names, text=(*_named(one.article), *_closed(names)), first=names, thing=one.state)


def _person(person: Person) -> Entry:
    """Nobody of no State: there is no file in which to show such a person."""
    if person.state is None:
        return Entry()
    given, family = person.given_name, person.family_name
    names = (f"{given} {family}", f"{family} {given}", *each(person.function))
    text = (person.institution, person.address, *_called(person.telephones))
    return Entry(names, person.emails, text, of=(person.state,), thing=person.key)


def _called(numbers: Iterable[str]) -> Iterator[str]:
    """Numbers as they are written, and closed up from each of their groups on: with or without what goes before."""
    for number in numbers:
        groups = ["".join(filter(str.isdigit, group)) for group in number.split()]
        yield number
        yield from ("".join(groups[start:]) for start in range(len(groups)))


def _focal_point(point: FocalPoint) -> Entry:
    return Entry(codes=(point.reference,), of=(point.state,), thing=point.person) if point.reference else Entry()


def _seat(seat: Seat) -> Entry:
    return Entry(of=(seat.state, seat.person))


def _silence(procedure: SilenceProcedure) -> Entry:
    from nmirf_desktop.domain.silence import PROCEDURE

    return Entry((*_said(PROCEDURE), *each(procedure.title)), text=each(procedure.text), of=(procedure.meeting,))


def _said(message: str) -> tuple[str, ...]:
    """A marked constant in the three languages."""
    return tuple(catalog(one).gettext(message) for one in Language)


def _call(call: Call) -> Entry:
    """By the symbols of its two documents, with what the Network puts before them, and without it."""
    from nmirf_desktop.domain.symbols import PARTS, standing_symbol

    whole = [standing_symbol(kind, PREFIX, call.opened_on, nth=call.number) for kind in PARTS]
    symbols = (*whole, *(one.removeprefix(f"{PREFIX}/") for one in whole))
    names = (*(symbols if call.number else ()), *_said(CALL))
    return Entry(names, codes=(call.reference,) if call.reference else (), of=(call.meeting,))


def _candidature(one: Candidature) -> Entry:
    return Entry(codes=(one.reference,) if one.reference else (), of=(one.state, one.person))


def _meeting(meeting: Meeting) -> Entry:
    names = (meeting.symbol, *each(meeting.title))
    return Entry(names, text=each(meeting.place), of=(meeting.host,), thing=meeting.key)


def _partner(partner: Partner) -> Entry:
    return Entry(each(partner.name), partner.emails, (partner.address,))


def _item(item: AgendaItem) -> Entry:
    return Entry(each(item.title), text=(*each(item.annotation), *each(item.presenter)), of=(item.meeting,))


def _request(request: ItemRequest) -> Entry:
    return Entry(each(request.title), (request.reference,), each(request.text), (request.meeting, request.state))


def _planned(action: PlannedAction) -> Entry:
    return Entry(
        each(action.title),
        text=(*each(action.responsible), *each(action.reason), *each(action.evidence)),
        of=(action.priority,),
    )


def _priority(priority: PlanPriority) -> Entry:
    return Entry(each(priority.title), of=(priority.plan,))


def _plan(plan: ActionPlan) -> Entry:
    return Entry(each(plan.title))


def _action(action: FollowUpAction) -> Entry:
    return Entry(each(action.title), text=(*each(action.responsible), action.note), of=(action.meeting,))


def _proposal(proposal: Proposal) -> Entry:
    number = f"L.{proposal.number}"
    return Entry(each(proposal.title), (number,), each(proposal.text), (proposal.meeting, proposal.sponsor))


def _amendment(amendment: Amendment) -> Entry:
    """By its words: what is shown is the proposal."""
    return Entry(text=(amendment.words,), of=(amendment.sponsor,), thing=amendment.proposal)


def _decision(decision: Decision) -> Entry:
    number = f"{decision.year}/{decision.number}"
    names = (f"Decision {number}", *each(decision.title))  # folded, the word is the same in the three languages
    return Entry(names, (number,), each(decision.text), (decision.meeting,))


def _wording(wording: WordingCorrection) -> Entry:
    """By its note, and by how the decision read before: what is shown is the decision."""
    before = (*each(wording.title), *each(wording.text))
    return Entry(text=(wording.note, *before), thing=wording.decision)


def _vote(vote: Vote) -> Entry:
    return Entry(each(vote.question), text=(vote.divergence, vote.stopped_for), of=(vote.meeting,))


def _election(election: Election) -> Entry:
    return Entry(each(election.title), text=(election.reason,), of=(election.meeting,))


def _intervention(heard: Intervention) -> Entry:
    """What is off the record is found by nothing, and what is unattributed not by its speaker."""
    if not heard.told:
        return Entry()
    if not heard.attributed:
        return Entry(text=(heard.note,), of=(heard.meeting,))
    return Entry(text=(*each(heard.body), heard.note), of=(heard.state, heard.meeting))


def _paragraph(paragraph: MinutesParagraph) -> Entry:
    return Entry(text=each(paragraph.text), of=(paragraph.minutes,))


def _correction(request: CorrectionRequest) -> Entry:
    """By its words: what is shown is the paragraph; one about the whole is read at its minutes."""
    if request.paragraph is None:
        return Entry()
    texts = (text for one in request.particulars if one.kind is not ParticularKind.FLAGS for text in one.texts)
    return Entry(text=(request.text, request.note, *texts), of=(request.state,), thing=request.paragraph)


def _erratum(one: Erratum) -> Entry:
    """By its words, as they were printed and as they should read: what is shown is the paragraph.

    What is put right in a block of the document is read at its minutes.
    """
    if one.paragraph is None:
        return Entry()
    return Entry(text=(one.passage, one.words), thing=one.paragraph)


def _issued(document: IssuedDocument) -> Entry:
    from nmirf_desktop.domain.symbols import called  # brings the papers: not before one was issued

    label = called(document)
    names = (document.symbol, document.name, *(catalog(one).gettext(label) for one in Language))
    return Entry(names, of=(document.meeting,))


def _letter(letter: Communication) -> Entry:
    return Entry((letter.reference,), of=(letter.state,)) if letter.reference else Entry()


def _membership(one: Membership) -> Entry:
    """By the references of its notifications; it has no other words, its State has."""
    codes = tuple(filter(None, (one.reference, one.leaving_reference)))
    return Entry(codes=codes, thing=one.state) if codes else Entry()


def _mechanism(mechanism: Mechanism) -> Entry:
    where = (mechanism.legal_basis, mechanism.web, mechanism.address, *_called(mechanism.telephones))
    return Entry(each(mechanism.name), mechanism.emails, where, of=(mechanism.state,))


def _attachment(file: Attachment) -> Entry:
    """Not one of nobody's, which no screen shows."""
    if file.state is None and file.holder.kind not in SHOWN_HOLDERS:
        return Entry()
    return Entry((file.name,), text=(file.note,), of=(file.state, file.holder.key))


def _searchable() -> Iterator[Searchable]:
    yield Searchable(STATES, Kind.STATE, _state)
    yield Searchable(RENAMINGS, Kind.STATE, _renaming)
    yield Searchable(MEMBERSHIPS, Kind.STATE, _membership)
    yield Searchable(PEOPLE, Kind.PERSON, _person)
    yield Searchable(FOCAL_POINTS, Kind.PERSON, _focal_point)
    yield Searchable(SEATS, Kind.SEAT, _seat)
    yield Searchable(SILENCES, Kind.SILENCE, _silence)
    yield Searchable(CALLS, Kind.CALL, _call)
    yield Searchable(CANDIDATURES, Kind.CANDIDATURE, _candidature)
    yield Searchable(MEETINGS, Kind.MEETING, _meeting)
    yield Searchable(PARTNERS, Kind.PARTNER, _partner)
    yield from between_meetings()
    yield Searchable(ITEMS, Kind.ITEM, _item)
    yield Searchable(REQUESTS, Kind.REQUEST, _request)
    yield Searchable(ACTIONS, Kind.ACTION, _action)
    yield Searchable(PLANS, Kind.PLAN, _plan)
    yield Searchable(PRIORITIES, Kind.PRIORITY, _priority)
    yield Searchable(PLANNED, Kind.PLANNED, _planned)
    yield Searchable(PROPOSALS, Kind.PROPOSAL, _proposal)
    yield Searchable(AMENDMENTS, Kind.PROPOSAL, _amendment)
    yield Searchable(DECISIONS, Kind.DECISION, _decision)
    yield Searchable(WORDINGS, Kind.DECISION, _wording)
    yield Searchable(VOTES, Kind.VOTE, _vote)
    yield Searchable(ELECTIONS, Kind.ELECTION, _election)
    yield Searchable(INTERVENTIONS, Kind.STATEMENT, _intervention)
    yield Searchable(PARAGRAPHS, Kind.PARAGRAPH, _paragraph)
    yield Searchable(CORRECTION_REQUESTS, Kind.PARAGRAPH, _correction)
    yield Searchable(ERRATA, Kind.PARAGRAPH, _erratum)
    yield Searchable(ISSUED, Kind.DOCUMENT, _issued)
    yield Searchable(COMMUNICATIONS, Kind.LETTER, _letter)
    yield Searchable(MECHANISMS, Kind.MECHANISM, _mechanism)
    yield Searchable(ATTACHMENTS, Kind.ATTACHMENT, _attachment)


SEARCHABLE: Mapping[str, Searchable] = MappingProxyType({one.rows.name: one for one in _searchable()})
"""By the name of each table that is looked into, what is found in it."""
UNSEARCHABLE: Mapping[str, str] = MappingProxyType(
    {
        "regrouping": "a State is found by its names, not by its group",
        "organisation": "the settings are one page",
        "term": "it has no words; its seats are met by their States and people",
        "coordination": "it has no words; its seat is met by its State and person",
        "slate": "it has no words; its States have",
        "practice_choice": "it is read under its rule",
        "rule_change": "it is read under its rule",
        "rule_exception": "it is read under its rule",
        "milestone": "it is read at its meeting",
        "meeting_text": "it is read at its meeting",
        "agenda_version": "it has no words; its items have",
        "agenda_version_item": "the agenda's own items are found, not what they said before",
        "practice_sharing": "it is read at its practice",
        "invitee": "it has no words; its State has",
        "activity_participant": "it has no words; its State or partner has, and its activity",
        "delegate": "it has no words; its person has",
        "translation_order": "it has no words; the texts have",
        "known_word": "it is a word, not a fact",
        "sitting": "it has no words; its meeting has",
        "agenda_dispatch": "a reason of a late sending is read at its meeting",
        "dispatch": "it is found by its documents",
        "dispatch_enclosure": "it is found by its documents",
        "dispatch_wording": "it is read in its dispatch",
        "usual_message": "it is a setting, which is found by its name",
        "dispatch_recipient": "it is read in its dispatch; the person and the State are found",
        "delivery_event": "it is read in its dispatch",
        "officer": "an office is no word of its own; its person is found",
        "presence": "it has no words",
        "sitting_pause": "it has no words; its meeting has",
        "speakers_list": "it has no words; its item has",
        "listed_speaker": "who waits for the floor is read on the list, and found once it spoke",
        "speaking_time": "it has no words; its intervention has",
        "motion": "it has no words of its own; what its mover said is found",
        "point_of_order": "it has no words of its own; what was said is found",
        "consensus_call": "it has no words; its proposal has",
        "sponsorship": "it has no words; its State has",
        "text_motion": "it has no words; its proposal has",
        "part": "its words are those of its proposal",
        "text_version": "the proposal’s own text is found, not what it said before",
        "candidate": "it is read with its election; its State is found",
        "election_ballot": "it has no words; its election has",
        "ballot_correction": "a reason of a correction is read with its election",
        "position": "an answer is read on the record of its vote, and must cost nothing when it is cast",
        "roll_call_draw": "it has no words; its vote has",
        "decision_gone": "it is no decision any more; its proposal is found",
        "record_adoption": "it has no words; its decisions have",
        "decision_relation": "it has no words; its decisions have",
        "totals_correction": "a reason of a correction is read on the record of its vote",
        "approved_paper": "the paragraphs are found, of which it is made",
        "corrigendum": "it has no words; its errata have",
        "minutes": "they have no words; their paragraphs have",
        "minutes_comment": "it is between rapporteur and coordinator, and read beside its paragraph",
        "journal_entry": "the journal is the record of changes, not a fact",
        "journal_change": "the journal is the record of changes, not a fact",
    }
)
"""Why a table is not looked into."""
