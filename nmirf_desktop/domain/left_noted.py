"""Paragraphs of minutes in which a note stands as it was noted: the program puts no more of it into reported speech."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting_notes import left_as_noted
from nmirf_desktop.domain.english_past import in_past
from nmirf_desktop.domain.excerpts import FirstPassage, first_words
from nmirf_desktop.domain.first_person import in_first_person
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.minutes_papers import Shown
from nmirf_desktop.domain.noted_sentence_ends import with_capitals
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language

AS_NOTED = N_("{text} (reads as it was noted: {passage})")
"""Where such a paragraph stands, and which of its words are meant."""
Places = tuple[tuple[int, int], ...]
"""Where passages of a text begin and end, in its letters."""
_LED = {
    Language.EN: re.compile(r"\bsaid: $"),
    Language.FR: re.compile(r"\bdit[ \u00a0]: $"),
    Language.ES: re.compile(r"\b[Dd]ice: $"),
}
"""What leads in words that stand as they were noted."""
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class AsNoted:
    """The words of a note that nobody put into sentences, in its language; *former* as they stand in older drafts.

    These are sentences of their own: who mends one writes a part of another.
    """

    language: Language
    words: tuple[str, ...]
    meeting: Key
    former: tuple[str, ...] = ()

    def places(self, text: str) -> Places:
        """Where the words stand in a text in their language, in its order; what overlaps is one passage."""
        return _places(self.words, self.former, text)

    def replaced(self, place: tuple[int, int], text: str) -> tuple[int, int]:
        """What a sentence that is typed over a passage replaces: "said: " before it, too; who speaks stays."""
        start, end = place
        led = _LED[self.language].search(text, 0, start)
        return (led.start() if led else start), end

    def open_in(self, text: Trilingual) -> Places:
        """The same in the text of a paragraph; nowhere once somebody reviewed it in that language."""
        return () if text.state(self.language) is TextState.REVIEWED else self.places(text[self.language])

    def gap(self, where: Phrase, text: Trilingual) -> Gap | None:
        """What is to be said of a paragraph that tells the note.

        ``None`` where it has none of the words any more, or somebody reviewed it in their language: it was looked at.
        """
        places = self.open_in(text)
        if not places:
            return None
        start, end = places[0]
        passage = FirstPassage(first_words(text[self.language][start:end]), len(places) - 1)
        place = Phrase(AS_NOTED, {"text": where, "passage": passage})
        return Gap(place, text, self.language, TextState.DRAFT, Subject.MINUTES, self.meeting, as_noted=True)


@lru_cache(maxsize=256)
def _places(sought: tuple[str, ...], former: tuple[str, ...], text: str) -> Places:
    """Where any of some words stand in a text; asked more than once with each key, and of each row that is painted."""
    found: list[tuple[int, int]] = []
    alone = (place for words in former for place in _whole(words, text) if text[place[0]] == words[0])
    for start, end in sorted((*(place for words in sought for place in _whole(words, text)), *alone)):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _whole(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand and no letter before or behind makes other words of them; no words stand nowhere.

    Their first letter is a capital where they begin the paragraph.
    """
    place = 0
    while words and (place := text.find(words[1:], place + 1)) > 0:
        start, end = place - 1, place - 1 + len(words)
        around = text[max(start - 1, 0) : start] + text[end : end + 1]
        same = text[start] == words[0] or (text[start].lower() == words[0] and (start == 0 or words[0].islower()))
        if same and not _LETTER.search(around):
            yield start, end
            place = end


def former(words: tuple[str, ...], note: str, language: Language) -> tuple[str, ...]:
    """What drafts of earlier versions have of a note as it was noted: its first person, and English in the past."""
    spoken = (one.text.rstrip(".") for one in sentences(with_capitals(note, language)))
    past = (in_past(one, verb_first=False) for one in words) if language is Language.EN else ()
    own = (f"{one[:1].upper()}{one[1:]}." for one in spoken if in_first_person(one, language))
    return tuple(dict.fromkeys(one for one in (*past, *own) if one and one not in words))


def as_noted(facts: RecordedMeeting) -> Mapping[str, AsNoted]:
    """What of each note stands in its paragraph as it was noted, by the paragraph's slot."""
    heard = (one for one in facts.interventions if one.note.strip())
    found = {slot("intervention", one.key): _as_noted(facts, one) for one in heard}
    return {one: noted for one, noted in found.items() if noted.words or noted.former}


def _as_noted(facts: RecordedMeeting, heard: Intervention) -> AsNoted:
    words = left_as_noted(facts, heard)
    return AsNoted(heard.language, words, facts.meeting.key, former(words, heard.note, heard.language))


def left_noted(paragraphs: Iterable[Shown], facts: RecordedMeeting) -> Iterator[Gap]:
    """The paragraphs whose words, in the language of their note, are still those that nobody put into sentences."""
    notes, counted = as_noted(facts), whereabouts.Paragraphs()
    for one in paragraphs:
        where, noted = counted.place(Said.of(one.text)), notes.get(one.slot)
        if where and noted is not None and (gap := noted.gap(where, one.text)):
            yield gap
