"""Paragraphs of minutes in which a note stands as it was noted: the program puts no more of it into reported speech."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting_debate import left_as_noted
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.minutes_papers import Shown
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language

AS_NOTED = N_("{text} (reads as it was noted)")
"""Where such a paragraph stands."""


@dataclass(frozen=True, slots=True)
class AsNoted:
    """The words of a note that nobody put into sentences, in its language."""

    language: Language
    words: tuple[str, ...]
    meeting: Key

    def gap(self, where: Phrase, text: Trilingual) -> Gap | None:
        """What is to be said of a paragraph that tells the note.

        ``None`` where it has none of the words any more, or somebody reviewed it in their language: it was looked at.
        """
        if text.state(self.language) is TextState.REVIEWED:
            return None
        if not any(words and words in text[self.language] for words in self.words):
            return None
        place = Phrase(AS_NOTED, {"text": where})
        return Gap(place, text, self.language, TextState.DRAFT, Subject.MINUTES, self.meeting, as_noted=True)


def as_noted(facts: RecordedMeeting) -> Mapping[str, AsNoted]:
    """What of each note stands in its paragraph as it was noted, by the paragraph's slot."""
    heard = (one for one in facts.interventions if one.note.strip())
    found = {
        slot("intervention", one.key): AsNoted(one.language, left_as_noted(facts, one), facts.meeting.key)
        for one in heard
    }
    return {one: noted for one, noted in found.items() if noted.words}


def left_noted(paragraphs: Iterable[Shown], facts: RecordedMeeting) -> Iterator[Gap]:
    """The paragraphs whose words, in the language of their note, are still those that nobody put into sentences."""
    notes, counted = as_noted(facts), whereabouts.Paragraphs()
    for one in paragraphs:
        where, noted = counted.place(Said.of(one.text)), notes.get(one.slot)
        if where and noted is not None and (gap := noted.gap(where, one.text)):
            yield gap
