"""Minutes that came back from members: looked at first, then recorded as requests for correction in one step."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.domain.corrected_minutes import (
    Asking,
    Compared,
    Departed,
    Flag,
    ReadCorrection,
    compared,
)
from nmirf_desktop.domain.corrected_minutes_said import noted_before, particulars_of, where_said
from nmirf_desktop.domain.correction_requests import CorrectionRequest, RequestSource
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.lengths import LONGEST, too_long
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recognition import Gazetteer
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import symbol_of
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.word_lines import WordFile
from nmirf_desktop.domain.word_marks import ParagraphMark, plain, short_digest
from nmirf_desktop.domain.word_units import Unit, units_come, units_left
from nmirf_desktop.exchange.minutes_documents import lines_left
from nmirf_desktop.exchange.word_blocks import printed
from nmirf_desktop.exchange.word_reading import read_word
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.services.attributions import check_words
from nmirf_desktop.services.correction_requests import CorrectionRequests
from nmirf_desktop.services.minutes_files import MinutesFiles, notices
from nmirf_desktop.services.minutes_revisions import circulations
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import STATES
from nmirf_desktop.storage.store import Moment, Store, utc_now

OTHER_MEETING = N_(
    "The file {file} holds the minutes of {its}, not those of {shown}. Nothing was taken in; choose that meeting first."
)
NO_MINUTES = N_(
    "The file {file} holds no minutes of this register that could be found: neither bookmarks nor texts tell them. "
    "Nothing was taken in; check the file and the meeting."
)
OTHER_REGISTER = N_(
    "The file {file} holds minutes of another register, whatever their symbol. Nothing was taken in; take it in on the "
    "laptop from which these minutes were sent."
)
NOT_BEGUN = N_("The minutes of {symbol} are not begun: there is nothing yet that could be corrected.")
NOTHING_ASKED = N_("The file {file} asks for nothing: its text is the one that left.")
NOTHING_CHOSEN = N_("No correction is ticked. Nothing was recorded; tick those that are to be recorded.")
CHANGED_SINCE = N_("The minutes have changed since you looked at the file. Nothing was recorded; look at it again.")
EARLIER = N_(
    "The file is of an earlier version. Changes in headings, lists and votes are only shown where they were tracked."
)
EXCERPT = N_("The file holds only a part of the minutes; what it lacks does not count as left out.")
LOST = N_("The file has lost its bookmarks, as when a text is copied: its paragraphs were found by number and text.")
NOT_SENT = N_("These minutes are not circulated: nobody was asked yet to correct them.")
APPROVED = N_("These minutes are approved: nothing can be recorded for them. A corrigendum is a document of its own.")
_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
STEPS = 3
"""A file is read, its minutes are found, and the two are compared."""
Report = Callable[[int, int], None]
"""Is told of each step of how many; what it raises, as where somebody cancels, ends the work."""
TOO_LONG = N_(
    "{place}: what is asked for has {n} characters, and {most} fit here. Nothing was recorded; leave this one out, or "
    "have it shortened."
)
_FINGERPRINT = re.compile(r"[0-9A-F]{4}(?:-[0-9A-F]{4}){3}")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for the corrections of a file: a State, or a body by its name."""

    state: StateCode | None = None
    body: Trilingual = Trilingual()


@dataclass(frozen=True, slots=True)
class Askers:
    """Who may ask: the States of the day, those that took part, and the bodies that were heard."""

    states: Mapping[StateCode, State]
    near: frozenset[StateCode]
    bodies: tuple[Trilingual, ...]


@dataclass(frozen=True, slots=True)
class CorrectedFile:
    """What a file asks for: of whose minutes, in which language, by whom it says, and what is to be known of it.

    One that asks for nothing says so in its notes. The *original* is attached to what is recorded of it.
    """

    file: str
    meeting: Meeting
    minutes: Minutes
    language: Language
    corrections: tuple[ReadCorrection, ...]
    authors: tuple[str, ...] = ()
    notes: tuple[Phrase, ...] = ()
    original: NewFile | None = None

    @property
    def usual(self) -> frozenset[str]:
        """The keys of the corrections that are recorded unless somebody decides otherwise."""
        return frozenset(one.key for one in self.corrections if one.usual)


class CorrectedMinutes:
    """The corrected files of a register."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._files = MinutesFiles(store, states, clock)
        self._requests = CorrectionRequests(store, states, clock)

    @property
    def read_only(self) -> bool:
        """Whether the register can only be read."""
        return self._store.read_only

    @staticmethod
    def read(path: Path) -> WordFile:
        """The lines of a file. Raises ``Problem`` as :func:`read_word`."""
        return read_word(path)

    def look(self, path: Path, shown: Key | None, report: Report) -> CorrectedFile:
        """Read a file and say what it asks for, as :meth:`read` and :meth:`preview` do; *report* is told the steps."""
        report(0, STEPS)
        return self.preview(self.read(path), shown, report)

    def preview(
        self, file: WordFile, shown: Key | None = None, report: Report = lambda _step, _steps: None
    ) -> CorrectedFile:
        """What a file asks for; its minutes are told by it, else they are those of the meeting that is *shown*.

        Raises:
            Problem: it holds no minutes of this register, or those of another register or meeting.
        """
        report(1, STEPS)
        came = units_come(file.lines)
        marks = tuple(one.mark for one in came if one.mark is not None)
        with self._store.read() as session:
            _check_own(session, file, marks)
            minutes = _minutes_of(session, file, marks, shown)
            meeting = MEETINGS.get(session, minutes.meeting)
            earlier = _earlier(session, marks)
        if shown is not None and meeting.key != shown:
            raise self._other(file, meeting, shown)
        report(2, STEPS)
        language, left, result = self._best(file, minutes, came, earlier)
        report(STEPS, STEPS)
        if not result.found:
            raise Problem(NO_MINUTES, {"file": file.name})
        notes = tuple(_notes(minutes, left, result, lost=not marks))
        if not result.corrections:
            notes = (Phrase(NOTHING_ASKED, {"file": file.name}),)
        with self._store.read() as session:
            corrections = tuple(_told(session, one) for one in result.corrections)
        original = NewFile(file.name, file.content, Filing.LETTER)
        return CorrectedFile(file.name, meeting, minutes, language, corrections, file.authors, notes, original)

    def _other(self, file: WordFile, meeting: Meeting, shown: Key) -> Problem:
        with self._store.read() as session:
            symbol = MEETINGS.get(session, shown).symbol
        return Problem(OTHER_MEETING, {"file": file.name, "its": meeting.symbol, "shown": symbol})

    def _best(
        self, file: WordFile, minutes: Minutes, came: tuple[Unit, ...], earlier: Mapping[tuple[Key, str], str]
    ) -> tuple[Language, Departed, Compared]:
        """What a file asks for in its language: that of its bookmarks, else the one in which most reads as it left."""
        told = Counter(one.mark.language for one in came if one.mark is not None).most_common(1)
        languages = [language for language, _times in told] or [
            *sorted(Language, key=lambda one: not file.language.startswith(one))
        ]
        departed = [self._departed(file, minutes, language, earlier) for language in languages]
        found = [(left.language, left, compared(left, came)) for left in departed]
        return max(found, key=lambda one: one[2].alike)

    def _departed(
        self, file: WordFile, minutes: Minutes, language: Language, earlier: Mapping[tuple[Key, str], str]
    ) -> Departed:
        [(_edition, copy)] = self._files.copies(Request(DocumentKind.MINUTES, minutes.meeting, (Edition(language),)))
        units = units_left(lines_left(copy, catalog(language)))
        told = _FINGERPRINT.search(file.keywords)
        with self._store.read() as session:
            own = frozenset(map(plain, notices(minutes, circulations(session, minutes.key))))
        return Departed(language, units, copy.keys, earlier, told is None or told[0] == copy.fingerprint, own)

    def askers(self, shown: CorrectedFile) -> Askers:
        """Who may ask: any State by its name of the day, those that took part first, and the bodies that were heard."""
        with self._store.read() as session:
            facts = read_meeting(session, shown.meeting.key, self._states)
        return Askers(facts.states, frozenset(facts.attended), facts.bodies)

    def asker(self, shown: CorrectedFile, state: str | None, body: str | None) -> Asker:
        """Who asks, as somebody names it; a body that was heard has its name in three languages.

        Raises ``Problem`` for a State that there is not, or where nobody is named.
        """
        if state is not None:
            with self._store.read() as session:
                return Asker(Gazetteer(STATES.all(session), ()).find(state).iso3)
        name = (body or "").strip()
        if not name:
            return Asker()
        heard = self.askers(shown).bodies
        known = (one for one in heard if name.casefold() in {one[language].casefold() for language in Language})
        own = Trilingual().with_text(shown.language, name)
        return Asker(body=next(known, own))

    def record(
        self, shown: CorrectedFile, taken: Collection[str], asker: Asker, on: datetime.date, words: Catalog
    ) -> int:
        """Record the corrections *taken* of a file, each with the file, in one step or not at all; how many are new.

        Raises:
            Refusal: nothing is taken, the minutes are approved, or they changed since the preview.
            Problem: nobody asks, the day lies ahead, or one is longer than what fits, which its place tells.
        """
        chosen = [one for one in shown.corrections if one.key in taken]
        if not chosen:
            raise Refusal(NOTHING_CHOSEN)
        with self._store.read() as session:
            now = MINUTES.find(session, shown.minutes.key)
            rows = {one.key for one in PARAGRAPHS.all(session, minutes=shown.minutes.key)}
        if now != shown.minutes or any(one.paragraph not in (None, *rows) for one in chosen):
            raise Refusal(CHANGED_SINCE)
        requests = [_fitting(_request(one, shown, asker, on), one, words) for one in chosen]
        earlier = [tuple(_earlier_forms(one, asked)) for one, asked in zip(chosen, requests, strict=True)]
        files = () if shown.original is None else (shown.original,)
        return len(self._requests.record_all(shown.minutes.key, requests, files, earlier))

    def recorded(self, shown: CorrectedFile, asker: Asker) -> frozenset[str]:
        """The keys of the corrections that who asks has asked for already; where nobody is named, that anybody has."""
        own = {one.key: _request(one, shown, asker, datetime.date.min) for one in shown.corrections}
        forms = {one.key: {own[one.key], *_earlier_forms(one, own[one.key])} for one in shown.corrections}
        known = self._requests.known(shown.minutes.key, {each for row in forms.values() for each in row})
        return frozenset(key for key, row in forms.items() if not known.isdisjoint(row))


def _told(session: Session, one: ReadCorrection) -> ReadCorrection:
    """A correction with a flag where its words would be refused, since the minutes are not to tell them."""
    paragraph = PARAGRAPHS.find(session, one.paragraph or "")
    if paragraph is None or one.asking not in (Asking.WORDS, Asking.ADDITION):
        return one
    try:
        check_words(session, paragraph, Trilingual().with_text(one.language, one.after))
    except Refusal:
        return replace(one, flags=one.flags | {Flag.NOT_TOLD})
    return one


def _request(one: ReadCorrection, shown: CorrectedFile, asker: Asker, on: datetime.date) -> CorrectionRequest:
    """A correction as a request of who asks: facts, which are put into words where they are read."""
    added = one.asking is Asking.ADDITION
    worded = one.asking is Asking.WORDS and one.paragraph is not None
    return CorrectionRequest(
        key="",
        minutes=shown.minutes.key,
        received_on=on,
        language=one.language,
        paragraph=one.paragraph,
        state=asker.state,
        body=asker.body,
        text=one.after if worded or added else "",
        source=RequestSource.DOCUMENT,
        removal=one.asking is Asking.REMOVAL and one.paragraph is not None,
        about=one.about,
        addition=added,
        particulars=particulars_of(one),
    )


def _earlier_forms(one: ReadCorrection, asked: CorrectionRequest) -> Iterator[CorrectionRequest]:
    """A request as programs of before recorded it: with a note in the language of their window."""
    text = "" if asked.addition else asked.text
    for language in Language:
        note = noted_before(one, catalog(language))
        yield replace(asked, text=text, addition=False, particulars=(), note=note)


def _check_own(session: Session, file: WordFile, marks: Collection[ParagraphMark]) -> None:
    """Raises ``Problem`` for a file of another register: its meeting, or each of its paragraphs, was never here."""
    meetings = _KEY.findall(file.keywords)
    paragraphs = [mark.paragraph for mark in marks]
    for keys in (meetings, paragraphs):
        if keys and not any(LINES.first(session, row=key) is not None for key in keys):
            raise Problem(OTHER_REGISTER, {"file": file.name})


def _fitting(request: CorrectionRequest, one: ReadCorrection, words: Catalog) -> CorrectionRequest:
    """A request whose words fit; ``Problem`` tells the place of those that are too long, as a file has many."""
    if (found := too_long([request.text], LONGEST["text"])) is not None:
        raise Problem(TOO_LONG, {"place": where_said(one, words), **found.values})
    return request


def _minutes_of(session: Session, file: WordFile, marks: Iterable[ParagraphMark], shown: Key | None) -> Minutes:
    """The minutes to which most bookmarks lead, else those whose symbol the file says, else those that are shown."""
    found = Counter(
        row.minutes for mark in marks if (row := PARAGRAPHS.find(session, mark.paragraph)) is not None
    ).most_common(1)
    if found:
        return MINUTES.get(session, found[0][0])
    meetings = MEETINGS.all(session)
    named = (one for one in meetings if symbol_of(DocumentKind.MINUTES, one) in re.split(r"[,\s]+", file.keywords))
    meeting = next(named, None) or next((one for one in meetings if one.key == shown), None)
    if meeting is None:
        raise Problem(NO_MINUTES, {"file": file.name})
    minutes = MINUTES.first(session, meeting=meeting.key)
    if minutes is None:
        raise Problem(NOT_BEGUN, {"symbol": meeting.symbol})
    return minutes


def _earlier(session: Session, marks: Iterable[ParagraphMark]) -> dict[tuple[Key, str], str]:
    """The texts with which paragraphs left that read otherwise now, found in the journal by their digests."""
    found = {}
    for mark in marks:
        row = PARAGRAPHS.find(session, mark.paragraph)
        if row is not None and short_digest(row.text[mark.language]) == mark.digest:
            continue
        for line in LINES.all(session, row=mark.paragraph, field=f"text_{mark.language}"):
            for text in (line.before, line.after):
                if text and short_digest(text) == mark.digest:
                    found[mark.paragraph, mark.digest] = printed(text, mark.language)
    return found


def _notes(minutes: Minutes, left: Departed, result: Compared, *, lost: bool) -> Iterable[Phrase]:
    """What is to be known of a file as a whole."""
    if minutes.state is MinutesState.APPROVED:
        yield Phrase(APPROVED)
    elif minutes.state is MinutesState.DRAFT:
        yield Phrase(NOT_SENT)
    if not left.same_version or any(Flag.OLDER in one.flags for one in result.corrections):
        yield Phrase(EARLIER)
    if result.excerpt:
        yield Phrase(EXCERPT)
    if lost:
        yield Phrase(LOST)
