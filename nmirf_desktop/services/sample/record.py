"""The minutes of the sample's meetings: drafted, translated, reviewed, circulated and approved."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace

from nmirf_desktop.domain.correction_requests import CorrectionRequest, RequestSource
from nmirf_desktop.domain.corrigenda import Erratum
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
ASKED, DECIDED, PUT_RIGHT = 30, 53, 70
"""Days after the closure: a correction is asked for, the requests are decided on, and a corrigendum is dated."""
SENTENCE = Trilingual(
    "so that ministries answered once",
    "de sorte que les ministères ne répondent qu’une fois",
    "de modo que los ministerios responden una sola vez",
)
CORRECTION = Trilingual(
    "so that each ministry answered only once",
    "de sorte que chaque ministère ne répond qu’une fois",
    "de modo que cada ministerio responde una sola vez",
)
"""What Kenya asked for in its own statement, at the meeting at which it made it."""
DECLINED_NOTE = "The statement of Andorra should mention that other States are in the same situation."
DECLINED_REASON = "This was not said at the meeting; the paragraph reports what was."
PRINTED, READS = (
    Trilingual("two agreements", "deux accords", "dos acuerdos"),
    Trilingual("three agreements", "trois accords", "tres acuerdos"),
)
"""What was wrong in the statement of Ecuador when the minutes were approved."""


def events(desk: Desk, meeting: Meeting, spoken: Mapping[Key, Trilingual]) -> Iterable[Event]:
    """What becomes of the minutes of a meeting; *spoken* holds each statement's note in three languages."""
    written, circulated, corrected, approved = (
        workday(meeting.closes_on + datetime.timedelta(days=days))
        for days in (WRITTEN, CIRCULATED, CORRECTED, APPROVED)
    )
    yield Event.on(written, lambda: _write(desk, meeting, spoken))
    sent = Circulation(circulated, corrected)
    yield Event.on(circulated, lambda: desk.minutes.circulate(_minutes(desk, meeting).key, sent))
    yield from _corrections(desk, meeting)
    yield Event.on(approved, lambda: desk.minutes.approve(_minutes(desk, meeting).key, approved))


def _corrections(desk: Desk, meeting: Meeting) -> Iterable[Event]:
    """One correction of a member's own statement, one of another's, and what was found wrong after the approval."""
    asked, decided, put_right = (
        workday(meeting.closes_on + datetime.timedelta(days=days)) for days in (ASKED, DECIDED, PUT_RIGHT)
    )
    yield Event.on(asked, lambda: _ask(desk, meeting, asked))
    yield Event.on(decided, lambda: _decide(desk, meeting, decided))
    yield Event.on(put_right, lambda: _put_right(desk, meeting, put_right))


def _saying(desk: Desk, meeting: Meeting, words: str) -> tuple[MinutesParagraph, ...]:
    """The paragraph in which some words stand; none at a meeting at which nobody said them."""
    found = desk.minutes.paragraphs(_minutes(desk, meeting).key)
    return tuple(one for one in found if words in one.text.en)[:1]


def _ask(desk: Desk, meeting: Meeting, on: datetime.date) -> None:
    key, source = _minutes(desk, meeting).key, RequestSource.EMAIL
    for own in _saying(desk, meeting, SENTENCE.en):
        words = own.text.en.replace(SENTENCE.en, CORRECTION.en)
        desk.minutes.requests.record(
            CorrectionRequest("", key, on, paragraph=own.key, state="KEN", text=words, source=source)
        )
    for other in _saying(desk, meeting, "could not associate itself with the last part of the text"):
        desk.minutes.requests.record(
            CorrectionRequest("", key, on, paragraph=other.key, state="BTN", note=DECLINED_NOTE, source=source)
        )


def _decide(desk: Desk, meeting: Meeting, on: datetime.date) -> None:
    """The correction of a member's own statement is accepted and translated, the other is declined."""
    for one in desk.minutes.requests.of(_minutes(desk, meeting).key):
        if one.request.state != "KEN" or one.paragraph is None:
            desk.minutes.requests.decline(one.request.key, on, DECLINED_REASON)
            continue
        desk.minutes.requests.accept(one.request.key, on)
        text = _saying(desk, meeting, CORRECTION.en)[0].text
        for language in Language:
            text = text.with_text(language, text[language].replace(SENTENCE[language], CORRECTION[language]))
            text = text.with_review(language)
        desk.minutes.write(one.paragraph.key, text)


def _put_right(desk: Desk, meeting: Meeting, on: datetime.date) -> None:
    for paragraph in _saying(desk, meeting, PRINTED.en):
        new = desk.minutes.corrigenda.begin(_minutes(desk, meeting).key, on)
        for language in Language:
            erratum = Erratum("", new.key, 0, paragraph.key, language, PRINTED[language], READS[language])
            desk.minutes.corrigenda.add(erratum)


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
