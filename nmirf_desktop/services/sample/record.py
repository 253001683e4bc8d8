"""The minutes of the sample's meetings: drafted, translated, reviewed, circulated and approved."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace

from nmirf_desktop.domain.drafted import fact_of
from nmirf_desktop.domain.drafting_debate import statement
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Circulation, Minutes, MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.sample.calendar import workday
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event

WRITTEN, CIRCULATED, CORRECTED, APPROVED = 15, 22, 52, 56
"""Days after the closure: the minutes are written, circulated, no more corrected, and approved."""


def events(desk: Desk, meeting: Meeting, spoken: Mapping[Key, Trilingual]) -> Iterable[Event]:
    """What becomes of the minutes of a meeting; *spoken* holds each statement's note in three languages."""
    written, circulated, corrected, approved = (
        workday(meeting.closes_on + datetime.timedelta(days=days))
        for days in (WRITTEN, CIRCULATED, CORRECTED, APPROVED)
    )
    yield Event.on(written, lambda: _write(desk, meeting, spoken))
    sent = Circulation(circulated, corrected)
    yield Event.on(circulated, lambda: desk.minutes.circulate(_minutes(desk, meeting).key, sent))
    yield Event.on(approved, lambda: desk.minutes.approve(_minutes(desk, meeting).key, approved))


def _minutes(desk: Desk, meeting: Meeting) -> Minutes:
    found = desk.minutes.minutes(meeting.key)
    if found is None:
        raise LookupError(meeting.symbol)
    return found


def _write(desk: Desk, meeting: Meeting, spoken: Mapping[Key, Trilingual]) -> None:
    """The draft; then each statement is translated, and every paragraph read and marked as reviewed."""
    desk.minutes.draft(meeting.key)
    facts = desk.minutes.facts(meeting.key)
    for paragraph in desk.minutes.paragraphs(_minutes(desk, meeting).key):
        desk.clock.wait(90)
        text = _translated(paragraph, facts, spoken)
        for language in Language:
            text = text.with_review(language)
        desk.minutes.write(paragraph.key, text)


def _translated(paragraph: MinutesParagraph, facts: RecordedMeeting, spoken: Mapping[Key, Trilingual]) -> Trilingual:
    """A paragraph with its missing languages, as the program would have drafted them from a note in each."""
    fact, key = fact_of(paragraph.slot)
    text = paragraph.text
    if fact != "intervention":
        return text
    heard = next(one for one in facts.interventions if one.key == key)
    for language in Language:
        if text.state(language) is TextState.MISSING:
            noted = replace(heard, note=spoken[key][language], language=language)
            text = text.with_text(language, statement(facts, noted)[language])
    return text
