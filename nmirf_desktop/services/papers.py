"""Documents: what each says, where its texts have gaps, its files, and those that were issued and never change."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from nmirf_desktop.domain import gaps
from nmirf_desktop.domain.agenda_papers import agenda_paper
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.gaps import Gap
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting, previous_meeting
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper, shown
from nmirf_desktop.domain.papers import AgendaPaper, MinutesPaper, Paper, RecordPaper, fingerprint
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting, as_of
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.symbols import file_name, held, symbol_of
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.services.files import Identified, check_pdf, digest, write_all
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import GENESIS, head
from nmirf_desktop.storage.meetings import MEETINGS, SITTINGS
from nmirf_desktop.storage.minutes import ISSUED, MINUTES, PARAGRAPHS, content_of
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Session, Store

Report = Callable[[int, int], None]
"""Told after each step: steps done, steps in all. It may raise to stop the work."""

PLANNED = frozenset({DocumentKind.AGENDA, DocumentKind.ANNOTATED})
"""The documents of a meeting to come; the others are of one that was held."""


@dataclass(frozen=True, slots=True)
class Request:
    """Which document of which meeting, in which languages; *large* print is for reading and is never issued."""

    kind: DocumentKind
    meeting: Key
    languages: tuple[Language, ...] = tuple(Language)
    large: bool = False


@dataclass(frozen=True, slots=True)
class _Edition:
    """A paper as it stands in one language, and the issued document that it equals, if any."""

    language: Language
    paper: Paper
    fingerprint: str
    issued: IssuedDocument | None


class Papers:
    """The documents of the register's meetings."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    # ---- which meeting ----

    def meeting(self, kind: DocumentKind, symbol: str | None = None) -> Meeting:
        """The meeting of a symbol; without one, the next to be held for agendas, else the last that was held.

        Raises :class:`Problem` where there is none.
        """
        with self._store.read() as session:
            meetings = sorted(MEETINGS.all(session), key=lambda one: (one.opens_on, one.symbol))
            if symbol is not None:
                return _by_symbol(meetings, symbol)
            network = [one for one in meetings if is_network_meeting(one)]
            were_held = {one.key for one in network if self._held(session, one)}
        if kind in PLANNED:
            planned = [one for one in network if one.key not in were_held]
            if not planned:
                raise Problem(N_("No meeting is planned: plan one, or name the symbol of another."))
            return planned[0]
        past = [
            one
            for one in network
            if one.key in were_held and (kind is DocumentKind.MINUTES or one.agenda_adopted_on is not None)
        ]
        if not past:
            raise Problem(N_("No meeting has been held yet: name the symbol of a meeting."))
        return past[-1]

    @staticmethod
    def _held(session: Session, meeting: Meeting) -> bool:
        closed = [one for one in SITTINGS.all(session, meeting=meeting.key) if one.closed_at is not None]
        return held(meeting, closed, _minutes_of(session, meeting.key))

    # ---- what it says ----

    def paper(self, kind: DocumentKind, meeting: Key) -> Paper:
        """A document's content as of the meeting's date; minutes that nobody began are drafted.

        Raises :class:`Problem` for an agenda without items, and for an adopted one that was not adopted.
        """
        with self._store.read() as session:
            return self._paper(session, kind, meeting)

    def _facts(self, session: Session, meeting: Key) -> RecordedMeeting:
        return read_meeting(session, meeting, lambda found: self._states.on(as_of(found)))

    def _paper(self, session: Session, kind: DocumentKind, meeting: Key) -> Paper:
        facts = self._facts(session, meeting)
        specimen = ORGANISATION.get(session, "organisation").specimen
        if kind is DocumentKind.MINUTES:
            found = _minutes_of(session, meeting)
            if found is None:
                return minutes_paper(Minutes("", meeting), just_drafted(facts), facts, specimen=specimen)
            return minutes_paper(found, shown(PARAGRAPHS.all(session, minutes=found.key)), facts, specimen=specimen)
        if not facts.items:
            raise Problem(N_("The agenda of {symbol} has no items yet."), {"symbol": facts.meeting.symbol})
        if kind is DocumentKind.ADOPTED and facts.meeting.agenda_adopted_on is None:
            raise Problem(N_("The agenda of {symbol} has not been adopted yet."), {"symbol": facts.meeting.symbol})
        previous = previous_meeting(MEETINGS.all(session), facts.meeting)
        return agenda_paper(kind, facts, previous, specimen=specimen)

    def gaps(self, kind: DocumentKind, meeting: Key) -> tuple[Gap, ...]:
        """The texts of a document that are missing or outdated in a language, in the document's order."""
        with self._store.read() as session:
            facts = self._facts(session, meeting)
            if kind is not DocumentKind.MINUTES:
                return gaps.of_agenda(facts, annotated=kind is DocumentKind.ANNOTATED)
            found = _minutes_of(session, meeting)
            paragraphs = just_drafted(facts) if found is None else shown(PARAGRAPHS.all(session, minutes=found.key))
            return gaps.of_minutes(paragraphs, facts)

    # ---- files ----

    def export(self, request: Request, folder: Path, report: Report | None = None) -> tuple[Path, ...]:
        """Write a document into a folder, one file for each language: all of them, or none.

        A document that was issued and still says the same is the issued file, byte for byte.

        Raises:
            Problem: as :meth:`paper`, and for a character that cannot be printed.
            StorageError: the folder cannot be written.
        """
        with self._store.read() as session:
            meeting = MEETINGS.get(session, request.meeting)
            editions = tuple(self._editions(session, request))
            stored = {
                one.language: content_of(session, one.issued.key)
                for one in editions
                if one.issued is not None and not request.large
            }
        files = []
        for done, one in enumerate(editions, 1):
            content = stored.get(one.language)
            if content is None:
                content = _typeset(one, large=request.large)
            files.append((file_name(request.kind, meeting, one.language), content))
            if report is not None:
                report(done, len(editions))
        return write_all(folder, files)

    def standing(self, request: Request, folder: Path) -> tuple[str, ...]:
        """The names of the files in a folder that an export of this document would replace."""
        with self._store.read() as session:
            meeting = MEETINGS.get(session, request.meeting)
        names = [file_name(request.kind, meeting, language) for language in request.languages]
        return tuple(name for name in names if (folder / name).exists())

    @staticmethod
    def standing_issued(issued: IssuedDocument, folder: Path) -> tuple[str, ...]:
        """The name of the file in a folder that writing an issued document again would replace."""
        return (issued.name,) if (folder / issued.name).exists() else ()

    def export_issued(self, issued: IssuedDocument, folder: Path) -> Path:
        """Write the file of an issued document into a folder, byte for byte as it left the house.

        Raises :class:`StorageError` where the folder cannot be written.
        """
        return write_all(folder, [(issued.name, self.bytes_of(issued))])[0]

    def bytes_of(self, issued: IssuedDocument) -> bytes:
        """The file of an issued document as it left the house."""
        with self._store.read() as session:
            return content_of(session, issued.key)

    def preview(self, request: Request) -> tuple[bytes, ...]:
        """The files of a document without writing them, in the order of the languages asked for."""
        with self._store.read() as session:
            editions = tuple(self._editions(session, request))
        return tuple(_typeset(one, large=request.large) for one in editions)

    def _editions(self, session: Session, request: Request) -> Iterator[_Edition]:
        """The paper in each language with its version: that of the last issue where it says the same, else the next.

        Minutes that were issued after their approval stay as they are: what changes later is for a corrigendum.
        """
        paper = self._paper(session, request.kind, request.meeting)
        approved = paper.approved_on if isinstance(paper, MinutesPaper) else None
        for language in request.languages:
            last = self._last(session, request, language)
            if last is not None:
                same = _versioned(paper, last.version)
                settled = approved is not None and last.issued_on >= approved
                if settled or fingerprint(same, language) == last.fingerprint:
                    yield _Edition(language, same, last.fingerprint, last)
                    continue
            new = _versioned(paper, 1 if last is None else last.version + 1)
            yield _Edition(language, new, fingerprint(new, language), None)

    @staticmethod
    def _last(session: Session, request: Request, language: Language) -> IssuedDocument | None:
        found = ISSUED.all(session, kind=request.kind, meeting=request.meeting, language=language)
        return max(found, key=lambda one: one.version, default=None)

    # ---- issue ----

    def issue(self, request: Request, on: datetime.date, report: Report | None = None) -> tuple[IssuedDocument, ...]:
        """Issue a document on a day: its files are kept in the register, and no later change touches them.

        A language in which the last issue still says the same is not issued again; that issue is returned.
        """
        with self._store.read() as session:
            meeting = MEETINGS.get(session, request.meeting)
            editions = tuple(self._editions(session, request))
        files = {}
        for done, one in enumerate(editions, 1):
            if one.issued is None:
                files[one.language] = _typeset(one)
            if report is not None:
                report(done, len(editions))
        with self._store.write(N_("issue documents"), Subject.DOCUMENTS) as session:
            last = head(session)
            entry, entry_hash = (last.sequence, last.hash) if last is not None else (0, GENESIS)
            issued = []
            for one in editions:
                if one.issued is not None:
                    issued.append(one.issued)
                    continue
                content = files[one.language]
                new = IssuedDocument(
                    key=new_key(), kind=request.kind, meeting=meeting.key, symbol=symbol_of(request.kind, meeting),
                    language=one.language, version=one.paper.masthead.version, fingerprint=one.fingerprint,
                    sha256=digest(content), name=file_name(request.kind, meeting, one.language), issued_on=on,
                    entry=entry, entry_hash=entry_hash,
                )  # fmt: skip
                ISSUED.save(session, new, content=content)
                issued.append(new)
        return tuple(issued)

    def issued(self, meeting: Key | None = None) -> tuple[IssuedDocument, ...]:
        """The documents issued for a meeting, or all of them, in the order in which they were issued."""
        with self._store.read() as session:
            return ISSUED.all(session) if meeting is None else ISSUED.all(session, meeting=meeting)

    def identify(self, path: Path) -> Identified:
        """Which issued document a PDF is, by its bytes, or that it is none of this register.

        Raises :class:`Problem` for a folder, a missing or unreadable file, and a file that is no PDF.
        """
        sha256 = check_pdf(path)
        with self._store.read() as session:
            found = ISSUED.all(session, sha256=sha256)
        return Identified(path.name, found[0] if found else None)


def _by_symbol(meetings: list[Meeting], symbol: str) -> Meeting:
    """The meeting whose symbol this is, in any case, or that of one of its documents: "nmirf/2027/1/Add.1"."""
    wanted = f"{symbol.strip().casefold()}/"
    named = [one for one in meetings if wanted.startswith(f"{one.symbol.casefold()}/")]
    if named:
        return max(named, key=lambda one: len(one.symbol))
    if not meetings:
        raise Problem(N_("There is no meeting in this register yet."), field_name="symbol")
    raise Problem(
        N_("There is no meeting with the symbol “{symbol}”; there are: {known}."),
        {"symbol": symbol, "known": ", ".join(one.symbol for one in meetings)},
        field_name="symbol",
    )


def _minutes_of(session: Session, meeting: Key) -> Minutes | None:
    return next(iter(MINUTES.all(session, meeting=meeting)), None)


def _versioned(paper: Paper, version: int) -> Paper:
    return replace(paper, masthead=replace(paper.masthead, version=version))


def _typeset(edition: _Edition, *, large: bool = False) -> bytes:
    """The file of an edition; the typesetter is imported only here, when a document is made."""
    from nmirf_desktop.documents import agenda, minutes, record

    words = catalog(edition.language)
    match edition.paper:
        case AgendaPaper():
            return agenda.typeset(edition.paper, words, large=large)
        case MinutesPaper():
            return minutes.typeset(edition.paper, words, large=large)
        case RecordPaper():
            return record.typeset(edition.paper, words, large=large)
