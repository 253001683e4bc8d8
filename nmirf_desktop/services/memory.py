"""The translation memory: what this register says in several languages, and the phrase book, found by a sentence."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from time import sleep
from typing import Any

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrase_book import PHRASE_TOPICS, StockPhrase, parse_phrases
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.segments import Origin, Segment, compared, segments
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.annual_reviews import REVIEW_TEXTS
from nmirf_desktop.storage.committees import CALLS, SILENCES
from nmirf_desktop.storage.contributions import CONTRIBUTIONS
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETING_TEXTS, MEETINGS, MILESTONES, REQUESTS
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.partnerships import NOTES, PARTNERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.remembered import Remembered
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, PROPOSALS, VOTES
from nmirf_desktop.storage.watch import RULE_CHANGES

PHRASES = "resources/phrases.csv"
NEAR = 75
"""From how many hundredths of likeness on a sentence is offered."""
WIDTH = 8
"""Sentences are kept by their length in steps of so many letters: one that is much longer cannot be alike."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose texts are remembered: which fields, what they are called, and how its meeting is found."""

    rows: Rows[Any]
    label: str
    fields: tuple[str, ...]
    meeting: Callable[[Any, Mapping[Key, Key]], Key | None] = lambda _record, _minutes: None


def _its_meeting(record: Any, _minutes: Mapping[Key, Key]) -> Key | None:
    found: Key | None = record.meeting
    return found


def _of_its_minutes(record: Any, minutes: Mapping[Key, Key]) -> Key | None:
    return minutes.get(record.minutes)


def _itself(record: Any, _minutes: Mapping[Key, Key]) -> Key | None:
    found: Key = record.key
    return found


SOURCES: tuple[Source, ...] = (
    Source(MEETINGS, N_("Meeting"), ("title", "place"), _itself),
    Source(ITEMS, N_("Agenda"), ("title", "annotation", "presenter"), _its_meeting),
    Source(MEETING_TEXTS, N_("Invitation and information note"), ("text",), _its_meeting),
    Source(MILESTONES, N_("Milestone"), ("title", "responsible"), _its_meeting),
    Source(REQUESTS, N_("Request for an item"), ("title", "text", "reason"), _its_meeting),
    Source(PROPOSALS, N_("Draft decision"), ("title", "text"), _its_meeting),
    Source(DECISIONS, N_("Decision"), ("title", "text"), _its_meeting),
    Source(ACTIONS, N_("Follow-up action"), ("title", "responsible"), _its_meeting),
    Source(ACTIVITIES, N_("Activity"), ("title", "place", "result")),
    Source(VOTES, N_("Vote"), ("question",), _its_meeting),
    Source(ELECTIONS, N_("Election"), ("title",), _its_meeting),
    Source(INTERVENTIONS, N_("Statement"), ("body",), _its_meeting),
    Source(PARAGRAPHS, N_("Minutes"), ("text",), _of_its_minutes),
    Source(SILENCES, N_("Silence procedure"), ("title", "text"), _its_meeting),
    Source(CALLS, N_("Call for candidatures"), ("note",), _its_meeting),
    Source(MECHANISMS, N_("National mechanism"), ("name",)),
    Source(PEOPLE, N_("Person"), ("function",)),
    Source(PARTNERS, N_("Partner"), ("name",)),
    Source(PARTNERSHIPS, N_("Partnership"), ("title", "contacts", "reason")),
    Source(NOTES, N_("What was done"), ("text",)),
    Source(SUPPORT, N_("Support by OHCHR"), ("text",)),
    Source(GOOD_PRACTICES, N_("Good practice"), ("title", "text", "contact")),
    Source(CONTRIBUTIONS, N_("Contribution"), ("title",)),
    Source(PLANS, N_("Action plan"), ("title",)),
    Source(PRIORITIES, N_("Priority of the action plan"), ("title",)),
    Source(PLANNED, N_("Action of the action plan"), ("title", "responsible", "reason", "evidence")),
    Source(RULE_CHANGES, N_("Change of the rules"), ("reason",)),
    Source(REVIEW_TEXTS, N_("Annual review"), ("text",)),
)
"""What is remembered; the phrase book comes to it."""


@cache
def phrase_book() -> tuple[StockPhrase, ...]:
    """The shipped phrases, read once."""
    return parse_phrases(bundled(PHRASES).read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Match:
    """A remembered sentence for one that is looked for, and how alike they are in hundredths."""

    segment: Segment
    language: Language
    score: int

    @property
    def text(self) -> str:
        """The remembered sentence in the language in which it was looked for."""
        return self.segment.text[self.language]

    def exact(self, target: Language) -> bool:
        """Whether it says the same, and its text in *target* was reviewed against it."""
        return self.score == 100 and self.segment.state(target) is TextState.REVIEWED  # noqa: PLR2004

    def order(self, target: Language | None) -> tuple[int, bool]:
        """What sorts the best first: the most alike, and of these what is reviewed."""
        ready = target is not None and self.segment.state(target) is TextState.REVIEWED
        return (-self.score, not ready)


class _Index:
    """Segments by the length of their sentences in each language."""

    def __init__(self) -> None:
        self.segments: dict[int, Segment] = {}
        self._shelves: dict[Language, dict[int, dict[int, str]]] = {language: {} for language in Language}
        self._numbers = count()

    def add(self, found: Iterable[Segment]) -> list[int]:
        """Put segments in; their numbers."""
        return [self._put(one) for one in found]

    def _put(self, segment: Segment) -> int:
        number = next(self._numbers)
        self.segments[number] = segment
        for language, shelves in self._shelves.items():
            if text := compared(segment.text[language]):
                shelves.setdefault(len(text) // WIDTH, {})[number] = text
        return number

    def remove(self, numbers: Iterable[int]) -> None:
        """Take segments out."""
        for number in numbers:
            segment = self.segments.pop(number)
            for language, shelves in self._shelves.items():
                if text := compared(segment.text[language]):
                    del shelves[len(text) // WIDTH][number]

    def near(self, sentence: str, language: Language, most: int) -> Iterator[tuple[int, int]]:
        """The numbers of the most alike, with their likeness; only lengths that can be near are looked at."""
        from rapidfuzz import fuzz, process  # when the first sentence is looked for

        least, longest = len(sentence) * NEAR / (200 - NEAR), len(sentence) * (200 - NEAR) / NEAR
        shelves = self._shelves[language]
        for shelf in range(int(least) // WIDTH, int(longest) // WIDTH + 1):
            if shelf in shelves:
                found = process.extract(sentence, shelves[shelf], scorer=fuzz.ratio, score_cutoff=NEAR, limit=most)
                yield from ((number, int(score)) for _, score, number in found)


class TranslationMemory:
    """Finds earlier translations. It is read once and follows the journal; for one thread, which need not be Qt's."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._remembered = Remembered([*(one.rows for one in SOURCES), MINUTES])
        self._index = _Index()
        self._known: dict[str, dict[Key, tuple[object, list[int]]]] = {one.rows.name: {} for one in SOURCES}
        self._seen: dict[str, tuple[object, ...]] = {}
        self._booked = False

    @property
    def size(self) -> int:
        """How many segments are remembered."""
        return len(self._index.segments)

    def search(
        self, sentence: str, language: Language, target: Language | None = None, *, but: Key = "", most: int = 5
    ) -> tuple[Match, ...]:
        """The sentences most like one, the best first, each once; with a translation into *target* where one is named.

        *but* is the record in which the sentence itself stands.
        """
        self.read()
        wanted = compared(sentence)
        if len(wanted) < 2:  # noqa: PLR2004  (a letter is like every other)
            return ()
        found = [
            Match(self._index.segments[number], language, score)
            for number, score in self._index.near(wanted, language, most * 4)
        ]
        useful = [
            one
            for one in found
            if not (but and one.segment.origin.record == but) and _translated(one.segment, language, target)
        ]
        useful.sort(key=lambda one: one.order(target))
        once: dict[tuple[str, ...], Match] = {}
        for one in useful:
            text = one.segment.text
            once.setdefault((text[target],) if target is not None else (text.en, text.fr, text.es), one)
        return tuple(once.values())[:most]

    def read(self) -> None:
        """Bring what is remembered to what the register holds."""
        if not self._booked:
            self._booked = True
            for phrase in phrase_book():
                where = Phrase(N_("Phrase book: {topic}"), {"topic": Phrase(PHRASE_TOPICS[phrase.topic])})
                self._index.add(segments(phrase.text, Origin(where)))
        with self._store.read() as session:
            self._follow(session)

    def _follow(self, session: Session) -> None:
        if not self._remembered.follow(session):
            return
        meetings = {one.key: one for one in self._remembered.all(MEETINGS)}
        minutes = {one.key: one.meeting for one in self._remembered.all(MINUTES)}
        for source in SOURCES:
            records = self._remembered.all(source.rows)
            if records is not self._seen.get(source.rows.name):
                self._seen[source.rows.name] = records
                self._take(source, records, meetings, minutes)

    def _take(
        self, source: Source, records: tuple[Any, ...], meetings: Mapping[Key, Meeting], minutes: Mapping[Key, Key]
    ) -> None:
        """Nobody is offered the name of a speaker whom documents do not name."""
        known = self._known[source.rows.name]
        records = tuple(one for one in records if not isinstance(one, Intervention) or one.attributed)
        for key in known.keys() - {one.key for one in records}:
            self._index.remove(known.pop(key)[1])
        for record in records:
            before = known.get(record.key)
            if before is not None and before[0] == record:
                continue
            if before is not None:
                self._index.remove(before[1])
            origin = _origin(source, record, meetings.get(source.meeting(record, minutes) or ""))
            found = (one for name in source.fields for one in segments(getattr(record, name), origin))
            known[record.key] = (record, self._index.add(found))
            sleep(0)  # the window, which waits for the interpreter, has its turn after each


def _translated(segment: Segment, language: Language, target: Language | None) -> bool:
    if target is not None:
        return bool(segment.text[target])
    return any(segment.text[other] for other in Language if other is not language)


def _origin(source: Source, record: Any, meeting: Meeting | None) -> Origin:
    """Where a text stands: what it is of, its meeting, and the day of that."""
    label = Phrase(source.label)
    return Origin(Listed((label, meeting.symbol, meeting.opens_on) if meeting is not None else (label,)), record.key)
