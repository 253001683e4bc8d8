"""What documents of a meeting lack: texts that are missing, and those whose words are of another language."""

from collections.abc import Collection, Iterator

from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.minutes import MinutesParagraph, MinutesState
from nmirf_desktop.domain.mistold import texts_of_another
from nmirf_desktop.domain.reasons_written import Written, as_approved, written_reasons
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.typed_reasons import quotations
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.languages_told import plainly_other, told_language
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session

_QUOTES = frozenset("\u2068“«")


def decisions_lack(facts: RecordedMeeting, only: Collection[Decision] | None = None) -> tuple[Gap, ...]:
    """What a record of decisions lacks, or that of *only* some of them."""
    of_another = texts_of_another(gaps.decided_texts(facts, only), plainly_other)
    return (*of_another, *gaps.of_decisions(facts, only))


def recorded_of_another(facts: RecordedMeeting) -> Iterator[Gap]:
    """The texts of decisions, drafts, votes and elections that minutes print and that are of another language."""
    return texts_of_another((*gaps.decided_texts(facts), *gaps.undecided_texts(facts)), plainly_other)


def reasons_of_minutes(session: Session, facts: RecordedMeeting) -> Written:
    """The reasons that somebody wrote in their languages in the minutes of a meeting; none where nobody began them."""
    minutes = MINUTES.first(session, meeting=facts.meeting.key)
    if minutes is None:
        return {}
    paragraphs = PARAGRAPHS.all(session, minutes=minutes.key)
    approved = minutes.state is MinutesState.APPROVED
    return written_reasons(facts, map(as_approved, paragraphs) if approved else paragraphs)


def quoted_in(session: Session, states: States, paragraph: MinutesParagraph) -> tuple[Language, ...]:
    """The languages in which a paragraph of minutes quotes a reason as it was entered, to be looked at one by one."""
    if not any(_QUOTES.intersection(paragraph.text[one]) for one in Language):
        return ()
    facts = read_meeting(session, MINUTES.get(session, paragraph.minutes).meeting, states)
    found = {one for quoted in quotations(facts, told_language) for one in quoted.open_in(paragraph.text)}
    return tuple(one for one in Language if one in found)
