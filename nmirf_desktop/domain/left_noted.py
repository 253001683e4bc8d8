"""Paragraphs of minutes in which a note stands as it was noted: the program puts no more of it into reported speech."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting_debate import left_as_noted
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.minutes_papers import Shown
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_

AS_NOTED = N_("{text} (reads as it was noted)")
"""Where such a paragraph stands."""


def left_noted(paragraphs: Iterable[Shown], facts: RecordedMeeting) -> Iterator[Gap]:
    """The paragraphs whose words, in the language of their note, are still those that nobody put into sentences."""
    notes = {slot("intervention", one.key): one for one in facts.interventions if one.note.strip()}
    counted = whereabouts.Paragraphs()
    for one in paragraphs:
        where = counted.place(Said.of(one.text))
        heard = notes.get(one.slot)
        if not where or heard is None:
            continue
        if any(left and left in one.text[heard.language] for left in left_as_noted(facts, heard)):
            place = Phrase(AS_NOTED, {"text": where})
            key = facts.meeting.key
            yield Gap(place, one.text, heard.language, TextState.DRAFT, Subject.MINUTES, key, as_noted=True)
