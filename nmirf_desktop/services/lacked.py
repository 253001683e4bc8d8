"""What documents of a meeting lack: texts that are missing, and those whose words are of another language."""

from collections.abc import Collection, Iterator

from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.left_noted import as_noted
from nmirf_desktop.domain.minutes import MinutesParagraph, MinutesState
from nmirf_desktop.domain.mistold import texts_of_another
from nmirf_desktop.domain.periods import Key
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


def quoted_by(
    session: Session, states: States, paragraphs: Collection[MinutesParagraph]
) -> dict[Key, tuple[Language, ...]]:
    """The languages in which paragraphs of minutes quote a reason as it was entered, to be looked at one by one.

    The record of their meeting is read once, and only where one of them quotes at all.
    """
    quoting = [one for one in paragraphs if any(_QUOTES.intersection(one.text[tongue]) for tongue in Language)]
    asked = dict.fromkeys((one.key for one in paragraphs), tuple[Language, ...]())
    if not quoting:
        return asked
    facts = read_meeting(session, MINUTES.get(session, quoting[0].minutes).meeting, states)
    reasons = tuple(quotations(facts, told_language))
    for paragraph in quoting:
        found = {one for quoted in reasons for one in quoted.open_in(paragraph.text)}
        asked[paragraph.key] = tuple(one for one in Language if one in found)
    return asked


def left_as_noted_in(session: Session, states: States, paragraphs: Collection[MinutesParagraph]) -> frozenset[Key]:
    """The paragraphs of minutes in which words stand as they were noted, and nobody reviewed them."""
    if not paragraphs:
        return frozenset()
    minutes = MINUTES.get(session, next(iter(paragraphs)).minutes)
    notes = as_noted(read_meeting(session, minutes.meeting, states))
    return frozenset(one.key for one in paragraphs if one.slot in notes and notes[one.slot].open_in(one.text))
