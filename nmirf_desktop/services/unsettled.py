"""What is not settled in the minutes of a meeting, read in one snapshot before they are sent, saved or approved."""

from enum import StrEnum

from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.gaps import Gap, lacking, of_head
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState
from nmirf_desktop.domain.minutes_comments import opened_on
from nmirf_desktop.domain.minutes_papers import Shown, just_drafted, shown
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.redrafting import refresh
from nmirf_desktop.domain.unsettled import Unsettled, brought_up, stale_numbers, unsaid
from nmirf_desktop.services.attended import read_minuted
from nmirf_desktop.services.minutes_documents import gaps_of_minutes, listed_digest
from nmirf_desktop.services.minutes_paragraphs import in_order
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
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
    """What is not settled in the minutes of a meeting; of those that nobody began, what is missing."""
    facts = read_meeting(session, meeting, states)
    minutes = MINUTES.first(session, meeting=meeting)
    if minutes is None:
        return Unsettled(_gaps(session, states, facts, just_drafted(facts)))
    existing = in_order(session, minutes.key)
    if minutes.state is MinutesState.APPROVED:
        return Unsettled(_gaps(session, states, facts, shown(existing)))
    follows = way is Way.CIRCULATION and minutes.state is MinutesState.DRAFT
    refreshed = refresh(existing, draft(facts), hold=not follows)
    standing = [one for one in (refreshed.kept if follows else existing) if one.text]
    numbers = {one.key: number for number, one in enumerate(standing, 1) if isinstance(one, MinutesParagraph)}
    printed = tuple(Shown(one.section, one.text, one.item, one.slot) for one in standing)
    return Unsettled(
        _gaps(session, states, facts, printed),
        brought=brought_up(existing, refreshed) if follows else 0,
        stale=stale_numbers(refreshed.offers, numbers),
        unsaid=unsaid(refreshed.offers),
        comments=sum(opened_on(COMMENTS.all(session, minutes=minutes.key)).values()),
        requests=sum(one.open for one in CORRECTION_REQUESTS.all(session, minutes=minutes.key)),
        relisted=way is Way.APPROVAL and _relisted(session, states, facts, minutes),
    )


def _relisted(session: Session, states: States, facts: RecordedMeeting, minutes: Minutes) -> bool:
    """Whether minutes list other participants than what members were sent; of before that was kept nobody knows."""
    sent = minutes.participants_sent
    return bool(sent) and sent != listed_digest(session, facts, states)


def _gaps(session: Session, states: States, facts: RecordedMeeting, paragraphs: tuple[Shown, ...]) -> tuple[Gap, ...]:
    """What the document of minutes with these paragraphs lacks, its head included."""
    attendance = read_minuted(session, facts, states)
    organisation = ORGANISATION.get(session, "organisation")
    return lacking((*of_head(organisation), *gaps_of_minutes(paragraphs, facts, attendance)), SEPARATE)
