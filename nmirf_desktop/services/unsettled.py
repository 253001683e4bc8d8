"""What is not settled in the minutes of a meeting, read in one snapshot before they are sent, saved or approved."""

from collections.abc import Iterable
from enum import StrEnum

from nmirf_desktop.domain.attributions import asks_silence
from nmirf_desktop.domain.decision_records import unadopted
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.drafting_officers import several_in_office
from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.gaps import Gap, lacking, of_head
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.minutes_comments import opened_on
from nmirf_desktop.domain.minutes_papers import Shown, just_drafted, shown
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.redrafting import refresh
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.silent_items import unrecorded_said
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.typed_reasons import reasons_said
from nmirf_desktop.domain.unsettled import Unsettled, brought_up, stale_numbers, told_by, unsaid
from nmirf_desktop.domain.votings import outside
from nmirf_desktop.domain.waiting_texts import Waiting
from nmirf_desktop.services.attended import read_minuted
from nmirf_desktop.services.document_texts import PARTS, MeetingDocument
from nmirf_desktop.services.languages_told import told_language
from nmirf_desktop.services.minutes_documents import gaps_of_minutes, listed_digest
from nmirf_desktop.services.minutes_paragraphs import in_order
from nmirf_desktop.services.readiness import texts_of
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.minutes import COMMENTS, MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION


class Way(StrEnum):
    """What is to become of minutes."""

    CIRCULATION = "circulation"
    APPROVAL = "approval"
    FILE = "file"


def read_unsettled(session: Session, states: States, meeting: Key, way: Way) -> Unsettled:
    """What is not settled in the minutes of a meeting; of those that nobody began, what their draft lacks."""
    facts = read_meeting(session, meeting, states)
    minutes = MINUTES.first(session, meeting=meeting)
    if minutes is None:
        paragraphs = just_drafted(facts)
        return Unsettled(
            _gaps(session, states, facts, paragraphs),
            unadopted=unadopted(facts),
            remarks=_remarks(facts, [one.text for one in paragraphs]),
        )
    existing = in_order(session, minutes.key)
    if minutes.state is MinutesState.APPROVED:
        return Unsettled(_gaps(session, states, facts, shown(existing)))
    follows = way is Way.CIRCULATION and minutes.state is MinutesState.DRAFT
    refreshed = refresh(existing, draft(facts), hold=not follows)
    standing = [one for one in (refreshed.kept if follows else existing) if one.text]
    numbers = {one.key: number for number, one in enumerate(standing, 1) if isinstance(one, MinutesParagraph)}
    spoke = _outside_sittings(facts)
    printed = tuple(Shown(one.section, one.text, one.item, one.slot) for one in standing)
    return Unsettled(
        _gaps(session, states, facts, printed),
        brought=brought_up(existing, refreshed) if follows else 0,
        stale=stale_numbers(refreshed.offers, numbers),
        unsaid=unsaid(refreshed.offers),
        comments=sum(opened_on(COMMENTS.all(session, minutes=minutes.key)).values()),
        requests=sum(one.open for one in CORRECTION_REQUESTS.all(session, minutes=minutes.key)),
        relisted=way is Way.APPROVAL and _relisted(session, states, facts, minutes),
        waiting=_waiting(session, meeting),
        outside=len(spoke),
        told_outside=told_by(standing, [one.key for one in spoke]),
        silent=told_by(standing, _asking_silence(facts)),
        unadopted=unadopted(facts),
        remarks=_remarks(facts, [one.text for one in standing]),
    )


def _remarks(facts: RecordedMeeting, paragraphs: Iterable[Trilingual]) -> tuple[Sayable, ...]:
    """What is to be said of the facts that minutes tell in these paragraphs."""
    found = (
        *unrecorded_said(facts).said,
        *several_in_office(facts),
        reasons_said(facts, paragraphs, told_language),
    )
    return tuple(one for one in found if one)


def _waiting(session: Session, meeting: Key) -> tuple[Waiting, ...]:
    """The texts that minutes print and that are not ready, in the order in which one reads them."""
    return tuple(
        Waiting(one.where, state, languages, one.record, one.field, one.kind is TextKind.MINUTES)
        for one in texts_of(session, meeting)
        if one.kind in PARTS[MeetingDocument.MINUTES] and one.counts
        for state in (TextState.MISSING, TextState.OUTDATED, TextState.DRAFT)
        if (languages := tuple(each for each in one.languages if one.text.state(each) is state))
    )


def _outside_sittings(facts: RecordedMeeting) -> tuple[Intervention, ...]:
    """The statements that minutes tell and that were recorded while no sitting was open, where one ever was."""
    if not facts.held_sittings:
        return ()
    return tuple(one for one in facts.interventions if one.told and outside(one.at, facts.sittings))


def _asking_silence(facts: RecordedMeeting) -> list[Key]:
    """The interventions that minutes tell with their speakers, though their notes ask not to be recorded."""
    named = (one for one in facts.interventions if one.attribution is Attribution.NAMED)
    return [one.key for one in named if asks_silence(one.note)]


def _relisted(session: Session, states: States, facts: RecordedMeeting, minutes: Minutes) -> bool:
    """Whether minutes list other participants than what members were sent; of before that was kept nobody knows."""
    sent = minutes.participants_sent
    return bool(sent) and sent != listed_digest(session, facts, states)


def _gaps(session: Session, states: States, facts: RecordedMeeting, paragraphs: tuple[Shown, ...]) -> tuple[Gap, ...]:
    """What the document of minutes with these paragraphs lacks, its head included."""
    attendance = read_minuted(session, facts, states)
    organisation = ORGANISATION.get(session, "organisation")
    return lacking((*of_head(organisation), *gaps_of_minutes(paragraphs, facts, attendance)), SEPARATE)
