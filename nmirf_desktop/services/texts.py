"""The texts of a meeting as one content in three languages: written, and marked as reviewed, wherever they belong."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.bodies import compared
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.elections import Election
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import APPROVED, MinutesParagraph, check_open
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import TAKEN_BACK, Refusal
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState, Trilingual, digest
from nmirf_desktop.domain.voting import Proposal, Vote, check_original, conformed
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.actions import check_action
from nmirf_desktop.services.agenda_versions import ADOPTED, check_item
from nmirf_desktop.services.attributions import check_written
from nmirf_desktop.services.completing import COMPLETING, rewrite
from nmirf_desktop.services.decision_ties import check_wording, reword
from nmirf_desktop.services.document_texts import PARTS, MeetingDocument, printed
from nmirf_desktop.services.minutes_paragraphs import shy
from nmirf_desktop.services.proposal_files import check_revised, file_of
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.services.states import States
from nmirf_desktop.services.text_kinds import TOPICS, YEARLY, TextKind
from nmirf_desktop.services.yearly_texts import check_yearly, meeting_of_yearly
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.partnerships import NOTES, PARTNERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import INTERVENTIONS, PROPOSALS, VOTES
from nmirf_desktop.storage.watch import RULE_CHANGES

ON_VOTE = N_("A vote on this proposal is going on. Nothing was taken from this row; take it in after the vote.")
NAMED_BEFORE = N_(
    "Its speaker asked not to be named after the table left, so that this translation may say the name. Nothing was "
    "taken from this row; leave it out, and send the paragraph again."
)
TABLES: Mapping[TextKind, Rows[Any]] = MappingProxyType(
    {
        TextKind.MEETING: MEETINGS,
        TextKind.ITEM: ITEMS,
        TextKind.ANNOTATION: ITEMS,
        TextKind.PRESENTER: ITEMS,
        TextKind.NOTE: MEETING_TEXTS,
        TextKind.PROPOSAL: PROPOSALS,
        TextKind.DECISION: PROPOSALS,
        TextKind.QUESTION: VOTES,
        TextKind.ELECTION: ELECTIONS,
        TextKind.MINUTES: PARAGRAPHS,
        TextKind.SPEAKER: INTERVENTIONS,
        TextKind.ACTION: ACTIONS,
        TextKind.MILESTONE: MILESTONES,
        TextKind.REQUEST: REQUESTS,
        TextKind.FUNCTION: PEOPLE,
        TextKind.PARTNER: PARTNERS,
        TextKind.ACTIVITY: ACTIVITIES,
        TextKind.PARTNERSHIP: PARTNERSHIPS,
        TextKind.COOPERATION: NOTES,
        TextKind.SUPPORT: SUPPORT,
        TextKind.PRACTICE: GOOD_PRACTICES,
        TextKind.CONTRIBUTION: CONTRIBUTIONS,
        TextKind.PLAN: PLANS,
        TextKind.PRIORITY: PRIORITIES,
        TextKind.PLANNED: PLANNED,
        TextKind.RULE: RULE_CHANGES,
        TextKind.REVIEW: REVIEW_TEXTS,
    }
)


PUT = frozenset({TextKind.PROPOSAL, TextKind.DECISION, TextKind.QUESTION, TextKind.ELECTION})
"""What is put to the meeting."""


class Texts:
    """Writes the texts of meetings, each where it belongs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def read_only(self) -> bool:
        """Whether the register can only be read."""
        return self._store.read_only

    def meeting_of(self, record: Key) -> Key | None:
        """The meeting to which a record with texts belongs, itself for a meeting; ``None`` where there is none.

        Of somebody, or a partner, who comes to several it is the last one.
        """
        with self._store.read() as session:
            return home_of(session, record)

    def write(self, place: PlacedText, text: Trilingual) -> None:
        """Put a text in its place.

        Raises:
            LookupError: what it belonged to is gone.
            Problem: it is too long there.
            Refusal: the original of what was settled or put to the vote, a proposal on which a vote is going on, what
                an adopted agenda, an adopted record of decisions or approved minutes print, or what minutes are not to
                tell.
        """
        verb = COMPLETING if place.still else N_("write a text")
        with self._store.write(verb, *told(place.kind)) as session:
            put(session, place, text)

    def review_all(self, meeting: Key, document: MeetingDocument, language: Language) -> int:
        """Mark every text of a document in one language as reviewed, in one step; how many there were.

        What is missing in that language stays so; what is being voted on, or approved, stays as it is. Raises what
        :func:`printed` does.
        """
        kinds, open_to = PARTS[document], (TextState.DRAFT, TextState.OUTDATED)
        states, today = States(self._store), self._store.day_of(self._store.now())

        def reviewable(session: Session) -> list[PlacedText]:
            return [
                one
                for one in printed(session, states, meeting, document, today)
                if one.text.state(language) in open_to and _may_be_reviewed(session, one, language)
            ]

        with self._store.read() as session:
            completes = any(one.still for one in reviewable(session))
        verb = COMPLETING if completes else N_("mark the texts of a document as reviewed")
        with self._store.write(verb, *told(*kinds)) as session:
            found = reviewable(session)
            for one in found:
                put(session, one, one.text.with_review(language))
            return len(found)


def home_of(session: Session, record: Key) -> Key | None:
    """The meeting to which a record with texts belongs. Says what :meth:`Texts.meeting_of` does."""
    for rows in dict.fromkeys(TABLES.values()):
        found = rows.find(session, record)
        if rows in (PEOPLE, PARTNERS) and found is not None:
            return _last_attended(session, record)
        if rows.name in YEARLY and found is not None:
            return meeting_of_yearly(session, found)
        if found is not None:
            return _its_meeting(session, found)
    return None


def _its_meeting(session: Session, record: Any) -> Key:
    match record:
        case Meeting():
            return record.key
        case MinutesParagraph():
            return MINUTES.get(session, record.minutes).meeting
        case _:
            meeting: Key = record.meeting
            return meeting


def _last_attended(session: Session, record: Key) -> Key | None:
    """The last meeting to which a person or a partner comes."""
    named = [INVITEES.get(session, one.invitee) for one in DELEGATES.all(session, person=record)]
    meetings = [MEETINGS.get(session, one.meeting) for one in (*named, *INVITEES.all(session, partner=record))]
    return max(meetings, key=lambda one: one.opens_on).key if meetings else None


def told(*kinds: TextKind) -> frozenset[Subject]:
    """Who is told of a change to texts of these kinds."""
    votes = {Subject.VOTES} if PUT.intersection(kinds) else set()
    return frozenset({TOPICS[kind] for kind in kinds} | votes)


def put(session: Session, place: PlacedText, text: Trilingual) -> None:
    """Put a text in its place. Raises what :meth:`Texts.write` does."""
    rows = TABLES[place.kind]
    before = rows.get(session, place.record)
    record = replace(before, **{place.field: text})
    match record:
        case Proposal():
            _put_proposal(session, record)
            return
        case Intervention():
            _name(session, before, text)
            return
        case Vote() | Election():
            check_original(getattr(before, place.field), text)
        case AgendaItem():
            check_item(session, record)
        case FollowUpAction():
            check_action(session, record)
        case MinutesParagraph():
            _check_paragraph(session, before, text)
            rewrite(session, before, text)
            return
        case _:
            check_yearly(record)
    rows.save(session, record)


def _check_paragraph(session: Session, before: MinutesParagraph, text: Trilingual) -> None:
    """Raises ``Refusal`` for a paragraph that is in the minutes no more, and for words that it is not to tell."""
    check_written(session, before, text)
    if not before.text:
        raise Refusal(TAKEN_BACK)


def _name(session: Session, before: Intervention, name: Trilingual) -> None:
    """A body that took the floor is called alike wherever the meeting heard it, until its minutes are approved."""
    minutes = MINUTES.first(session, meeting=before.meeting)
    if minutes is not None:
        check_open(minutes)
    for one in INTERVENTIONS.all(session, meeting=before.meeting):
        if one.body and compared(one.body) == compared(before.body):
            INTERVENTIONS.save(session, replace(one, body=name))


def why_not(session: Session, place: PlacedText, text: Trilingual, original: str = "") -> Phrase | None:
    """Why another text may not stand in its place, as :func:`put` would refuse it; ``None`` where it may.

    *original* is the digest of what it was translated from. A translation from before its speaker asked not to be named
    may say the name.
    """
    if place.keeps(text):
        return Phrase(ADOPTED) if place.sealed is None else Phrase(APPROVED, place.sealed.values)
    if text == place.text:
        return None
    if place.sealed is not None and not place.still:
        return place.sealed
    if being_voted_on(session, place):
        return Phrase(ON_VOTE)
    if TABLES[place.kind] is PROPOSALS:
        return _settled(session, place, text)
    if place.kind in PUT:
        return _refused(lambda: check_original(place.text, text))
    return _naming(session, place, text, original) if place.kind is TextKind.MINUTES else None


def _refused(act: Callable[[], object]) -> Phrase | None:
    """Why something is refused; ``None`` where it is not."""
    try:
        act()
    except Refusal as refused:
        return Phrase(refused.message, refused.values)
    return None


def _naming(session: Session, place: PlacedText, text: Trilingual, original: str) -> Phrase | None:
    """Why a paragraph does not take a text that names, or may name, a speaker whom the minutes do not."""
    paragraph = PARAGRAPHS.get(session, place.record)
    quiet = original not in ("", digest(place.text.original)) and shy(session, (paragraph,))
    refused = _refused(lambda: _check_paragraph(session, paragraph, text))
    return refused or (Phrase(NAMED_BEFORE) if quiet else None)


def _settled(session: Session, place: PlacedText, text: Trilingual) -> Phrase | None:
    """Why a text that was put to the meeting, or an adopted record, does not take a wording."""
    record = PROPOSALS.get(session, place.record)
    file = file_of(session, record)
    words: dict[str, Any] = {place.field: text}

    def settle() -> None:
        known = conformed(file.proposal, replace(record, **words))
        if file.decision is not None:
            check_wording(session, file.decision, known.title, known.text)

    return _refused(settle) if file.settled else None


def _put_proposal(session: Session, proposal: Proposal) -> None:
    """The text of a proposal; where it is settled only its translations, in the decision too."""
    file = file_of(session, PROPOSALS.get(session, proposal.key))
    if not file.settled:
        check_revised(file, proposal)
        PROPOSALS.save(session, proposal)
        return
    known = conformed(file.proposal, proposal)
    PROPOSALS.save(session, known)
    if file.decision is not None:
        reword(session, file.decision, known.title, known.text)


def _may_be_reviewed(session: Session, place: PlacedText, language: Language) -> bool:
    return place.may(language) and not being_voted_on(session, place)


def being_voted_on(session: Session, place: PlacedText) -> bool:
    """Whether a text is one of a proposal on which a vote is going on, and has to stay as it is."""
    if TABLES[place.kind] is not PROPOSALS:
        return False
    file = file_of(session, PROPOSALS.get(session, place.record))
    return file.vote_open and not file.settled
