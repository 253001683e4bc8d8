"""The texts of a meeting as one content in three languages: written, and marked as reviewed, wherever they belong."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.minutes import MinutesParagraph, MinutesState, check_open
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState, Trilingual, digest
from nmirf_desktop.domain.voting import Proposal, conformed
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.agenda_versions import check_item
from nmirf_desktop.services.decision_ties import reword
from nmirf_desktop.services.minutes_paragraphs import shy
from nmirf_desktop.services.proposal_files import check_revised, file_of
from nmirf_desktop.services.readiness import TOPICS, PlacedText, TextKind, texts_of
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import INTERVENTIONS, PROPOSALS

ON_VOTE = N_("A vote on this proposal is going on. Nothing was taken from this row; take it in after the vote.")
IN_APPROVED = N_("The minutes with this paragraph are approved. Nothing was taken from this row; leave it out.")
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
        TextKind.MILESTONE: MILESTONES,
        TextKind.REQUEST: REQUESTS,
        TextKind.FUNCTION: PEOPLE,
        TextKind.PARTNER: PARTNERS,
        TextKind.PARAGRAPH: PARAGRAPHS,
        TextKind.SPEAKER: INTERVENTIONS,
        TextKind.ACTION: ACTIONS,
    }
)


class MeetingDocument(StrEnum):
    """What of a meeting leaves the house as one, and is reviewed as one."""

    EVERYTHING = "everything"
    AGENDA = "agenda"
    ANNOTATED = "annotated"
    INVITATION = "invitation"
    DRAFTS = "drafts"
    PARTICIPANTS = "participants"
    MINUTES = "minutes"


PARTS: Mapping[MeetingDocument, frozenset[TextKind]] = MappingProxyType(
    {
        MeetingDocument.EVERYTHING: frozenset(TextKind),
        MeetingDocument.AGENDA: frozenset({TextKind.MEETING, TextKind.ITEM}),
        MeetingDocument.ANNOTATED: frozenset(
            {TextKind.MEETING, TextKind.ITEM, TextKind.ANNOTATION, TextKind.PRESENTER}
        ),
        MeetingDocument.INVITATION: frozenset({TextKind.MEETING, TextKind.NOTE}),
        MeetingDocument.DRAFTS: frozenset({TextKind.PROPOSAL}),
        MeetingDocument.PARTICIPANTS: frozenset({TextKind.MEETING, TextKind.FUNCTION, TextKind.PARTNER}),
        MeetingDocument.MINUTES: frozenset({TextKind.PARAGRAPH, TextKind.SPEAKER, TextKind.ACTION}),
    }
)
"""Which texts each document prints."""
DOCUMENT_LABELS: Mapping[MeetingDocument, str] = MappingProxyType(
    {
        MeetingDocument.EVERYTHING: N_("All texts of the meeting"),
        MeetingDocument.AGENDA: N_("Agenda"),
        MeetingDocument.ANNOTATED: N_("Annotated agenda"),
        MeetingDocument.INVITATION: N_("Invitation and information note"),
        MeetingDocument.DRAFTS: N_("Draft decisions"),
        MeetingDocument.PARTICIPANTS: N_("List of participants"),
        MeetingDocument.MINUTES: N_("Minutes"),
    }
)


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
            Refusal: the original of a proposal that was settled, a proposal on which a vote is going on, or what an
                adopted agenda or approved minutes print.
        """
        with self._store.write(N_("write a text"), *told(place.kind)) as session:
            put(session, place, text)

    def review_all(self, meeting: Key, document: MeetingDocument, language: Language) -> int:
        """Mark every text of a document in one language as reviewed, in one step; how many there were.

        What is missing in that language stays so, and what is being voted on, or stands in approved minutes, as it is.
        """
        kinds = PARTS[document]
        with self._store.write(N_("mark the texts of a document as reviewed"), *told(*kinds)) as session:
            found = [
                one
                for one in texts_of(session, meeting)
                if one.kind in kinds and one.text.state(language) in (TextState.DRAFT, TextState.OUTDATED)
            ]
            open_to = [one for one in found if why_locked(session, one) is None]
            for one in open_to:
                put(session, one, one.text.with_review(language))
            return len(open_to)


def home_of(session: Session, record: Key) -> Key | None:
    """The meeting to which a record with texts belongs. Says what :meth:`Texts.meeting_of` does."""
    for rows in dict.fromkeys(TABLES.values()):
        found = rows.find(session, record)
        if rows in (PEOPLE, PARTNERS) and found is not None:
            return _last_attended(session, record)
        if found is not None:
            meeting: Key = record if rows is MEETINGS else _minutes_of(session, found).meeting
            return meeting
    return None


def _minutes_of(session: Session, found: Any) -> Any:
    """What knows the meeting of a record: itself, or the minutes of which a paragraph is."""
    return MINUTES.get(session, found.minutes) if isinstance(found, MinutesParagraph) else found


def _last_attended(session: Session, record: Key) -> Key | None:
    """The last meeting to which a person or a partner comes."""
    named = [INVITEES.get(session, one.invitee) for one in DELEGATES.all(session, person=record)]
    meetings = [MEETINGS.get(session, one.meeting) for one in (*named, *INVITEES.all(session, partner=record))]
    return max(meetings, key=lambda one: one.opens_on).key if meetings else None


def told(*kinds: TextKind) -> frozenset[Subject]:
    """Who is told of a change to texts of these kinds."""
    votes = {Subject.VOTES} if TextKind.PROPOSAL in kinds else set()
    return frozenset({TOPICS[kind] for kind in kinds} | votes)


def put(session: Session, place: PlacedText, text: Trilingual) -> None:
    """Put a text in its place. Raises what :meth:`Texts.write` does."""
    rows = TABLES[place.kind]
    record = replace(rows.get(session, place.record), **{place.field: text})
    if isinstance(record, Proposal):
        _put_proposal(session, record)
    elif isinstance(record, Intervention):
        _put_guest(session, record)
    else:
        if isinstance(record, MinutesParagraph):
            check_open(MINUTES.get(session, record.minutes))
        if isinstance(record, AgendaItem):
            check_item(session, record)
        rows.save(session, record)


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


def _put_guest(session: Session, named: Intervention) -> None:
    """The name of a guest, wherever it had the floor at the meeting under the same one."""
    before = INTERVENTIONS.get(session, named.key).body
    for heard in INTERVENTIONS.all(session, meeting=named.meeting):
        if heard.state is None and heard.body == before:
            INTERVENTIONS.save(session, replace(heard, body=named.body))


def why_locked(session: Session, place: PlacedText, original: str = "") -> str | None:
    """Why a text has to stay as it is now, in a sentence; ``None`` where it may be written.

    *original* is the digest of the one from which it was translated. A translation from before its speaker asked not to
    be named may say the name.
    """
    if being_voted_on(session, place):
        return ON_VOTE
    if place.kind is not TextKind.PARAGRAPH:
        return None
    paragraph = PARAGRAPHS.get(session, place.record)
    if MINUTES.get(session, paragraph.minutes).state is MinutesState.APPROVED:
        return IN_APPROVED
    changed = original and original != digest(place.text.original)
    return NAMED_BEFORE if changed and shy(session, (paragraph,)) else None


def being_voted_on(session: Session, place: PlacedText) -> bool:
    """Whether a text is one of a proposal on which a vote is going on, and has to stay as it is."""
    if place.kind is not TextKind.PROPOSAL:
        return False
    file = file_of(session, PROPOSALS.get(session, place.record))
    return file.vote_open and not file.settled
