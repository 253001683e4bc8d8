"""Everything of a meeting in one archive (ZIP): the same register gives the same bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from nmirf_desktop.domain.archives import (
    FOLDER_LABELS,
    INDEX,
    Archived,
    ArchiveIndex,
    Folder,
    archive_name,
    free_path,
)
from nmirf_desktop.domain.attachments import HolderKind
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import AGENDAS, DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.symbols import FILE_WORDS, KIND_LABELS, called, has_addresses
from nmirf_desktop.exchange.archive_index import index_page
from nmirf_desktop.exchange.spreadsheet import as_csv
from nmirf_desktop.exchange.workbook import as_xlsx
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.services.attachments import Attachments, Filed, belonging
from nmirf_desktop.services.deliveries import Deliveries, Line
from nmirf_desktop.services.dispatch_record import record_sheet
from nmirf_desktop.services.files import digest, stands, write_zip
from nmirf_desktop.services.origin import mark_as_from_outside
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request, meeting_for
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.attachments import held_by_each
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.meetings import DISPATCHES, ITEMS, MEETINGS, REQUESTS
from nmirf_desktop.storage.minutes import ISSUED, MINUTES
from nmirf_desktop.storage.participants import INVITEES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Moment, Store, utc_now

Report = Callable[[int, int], None]
"""Told after each file: files written, files in all. It may raise to stop the work."""
HAS_ADDRESSES = N_("“{name}” has addresses, and was left out.")
HOLDERS = {
    HolderKind.MEETING: "meeting",
    HolderKind.AGENDA_ITEM: "agenda-items",
    HolderKind.ITEM_REQUEST: "requests-for-items",
    HolderKind.INVITEE: "invitations",
    HolderKind.CORRECTION_REQUEST: "corrections-of-minutes",
}
"""The records of a meeting that hold files, each with the name of its folder."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What of a meeting goes into its archive; *certified* are the parts of which there are certificates."""

    meeting: Meeting
    issued: tuple[IssuedDocument, ...]
    attached: tuple[Filed, ...]
    lines: tuple[Line, ...]
    certified: tuple[Key | None, ...]
    specimen: bool

    @property
    def steps(self) -> int:
        """How many files there are to write."""
        lists = 2 * len(Language) if self.lines else 0
        return len(self.issued) + len(self.attached) + len(Language) * len(self.certified) + lists + 1


@dataclass(frozen=True, slots=True)
class ArchiveWritten:
    """An archive that was written: its *path*, and what could not be made and is *missing* in it."""

    path: Path
    missing: tuple[Sayable, ...] = ()


@dataclass(slots=True)
class _Written:
    """What was put into an archive so far, and what could not be made."""

    files: list[Archived] = field(default_factory=list)
    missing: list[Sayable] = field(default_factory=list)


class MeetingArchives:
    """The archives of meetings; *clock* says which days are past."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store, self._states = store, states
        self._papers = Papers(store, states, clock)
        self._deliveries, self._attachments = Deliveries(store, clock), Attachments(store, clock)

    def meeting(self, symbol: str | None = None) -> Meeting:
        """The meeting of a symbol; without one the last that was held. Raises ``Problem`` where there is none."""
        with self._store.read() as session:
            return meeting_for(session, DocumentKind.MINUTES, symbol)

    def addressed(self, meeting: Key) -> bool:
        """Whether anything of a meeting was prepared for somebody, so that there are addresses."""
        return bool(self._deliveries.lines(meeting))

    def standing(self, meeting: Key, place: Path) -> tuple[str, ...]:
        """The name of the file in a folder that an archive of a meeting would replace."""
        with self._store.read() as session:
            name = archive_name(MEETINGS.get(session, meeting))
        return (name,) if stands(place / name) else ()

    def write(self, meeting: Key, place: Path, report: Report, *, addresses: bool = False) -> ArchiveWritten:
        """Write all of a meeting into one archive in a folder: whole, or not at all.

        *addresses* are in its certificates and its record of dispatches only where they are asked for. A certificate
        that cannot be printed is left out, and the page that lists the archive says so.

        Raises:
            StorageError: the folder cannot be written, or an attached file was altered.
        """
        known, done = self._known(meeting), _Written()
        files = self._files(known, done, addresses=addresses)
        target = place / archive_name(known.meeting)
        path = write_zip(target, files, lambda number: report(number, known.steps), lambda: None)
        if known.attached:
            mark_as_from_outside(path)
        return ArchiveWritten(path, tuple(done.missing))

    def _known(self, meeting: Key) -> _Known:
        lines = tuple(reversed(self._deliveries.lines(meeting)))
        with self._store.read() as session:
            noted = DISPATCHES.all(session, meeting=meeting)
            sent = any(one.kind in AGENDAS for line in lines for one in line.issued)
            whole = [None] if noted or sent else []
            went = [one for one in lines if any(known.standing_events for known in one.deliveries)]
            return _Known(
                MEETINGS.get(session, meeting), ISSUED.all(session, meeting=meeting),
                tuple(_attached(session, meeting)), lines, (*whole, *(one.dispatch.key for one in went)),
                ORGANISATION.get(session, "organisation").specimen,
            )  # fmt: skip

    def _files(self, known: _Known, done: _Written, *, addresses: bool) -> Iterator[tuple[str, bytes]]:
        """Each file with its path; the page that lists them is the last, as it has the digest of each."""
        for one in known.issued:
            if not addresses and has_addresses(one):
                done.missing.append(Problem(HAS_ADDRESSES, {"name": one.name}))
                continue
            path = f"{Folder.DOCUMENTS}/{FILE_WORDS[one.kind]}/version-{one.version}/{one.name}"
            yield _put(done, self._papers.bytes_of(one), _issued(one, path))
        for part in known.certified:
            yield from self._certificates(known, part, done, addresses=addresses)
        yield from self._record(known, done, addresses=addresses)
        for filed in known.attached:
            path = f"{Folder.ATTACHMENTS}/{HOLDERS[filed.file.holder.kind]}/{filed.file.name}"
            content = self._attachments.content(filed.file.key)
            yield _put(done, content, Archived(Folder.ATTACHMENTS, path, filed.belongs, 0, "", on=filed.day))
        yield INDEX, index_page(ArchiveIndex(known.meeting, tuple(done.files), tuple(done.missing), known.specimen))

    def _certificates(
        self, known: _Known, part: Key | None, done: _Written, *, addresses: bool
    ) -> Iterator[tuple[str, bytes]]:
        """The certificate of the agenda, or of a dispatch, as it is now in each language."""
        request = Request(DocumentKind.DISPATCH, known.meeting.key, part=part, addresses=addresses)
        try:
            made = [
                (edition, name, content)
                for edition, (name, content) in zip(request.editions, self._papers.files(request), strict=True)
            ]
        except Problem as problem:
            done.missing.append(problem)
            return
        (_, paper, _), *_others = self._papers.printed(request)
        title, head = Phrase(KIND_LABELS[DocumentKind.DISPATCH]), paper.masthead
        for edition, name, content in made:
            found = Archived(
                Folder.CERTIFICATES, f"{Folder.CERTIFICATES}/{name}", title, 0, "", head.symbol, edition, on=head.dated
            )
            yield _put(done, content, found)

    def _record(self, known: _Known, done: _Written, *, addresses: bool) -> Iterator[tuple[str, bytes]]:
        """The record of dispatches, in each language as a workbook and as text."""
        if not known.lines:
            return
        states = self._states.on(known.meeting.opens_on)
        title = Phrase(FOLDER_LABELS[Folder.DISPATCHES])
        for language in Language:
            sheet = record_sheet(known.lines, states, catalog(language), addresses=addresses)
            for end, content in (("xlsx", as_xlsx(sheet)), ("csv", as_csv(sheet))):
                path = f"{Folder.DISPATCHES}/Dispatches-{language.upper()}.{end}"
                yield _put(done, content, Archived(Folder.DISPATCHES, path, title, 0, "", edition=Edition(language)))


def _put(done: _Written, content: bytes, found: Archived) -> tuple[str, bytes]:
    """Note a file with its size and digest, under a path that no other has, and give it to be written."""
    path = free_path(found.path, (one.path for one in done.files))
    done.files.append(replace(found, path=path, size=len(content), sha256=digest(content)))
    return path, content


def _issued(one: IssuedDocument, path: str) -> Archived:
    return Archived(
        Folder.DOCUMENTS, path, Phrase(called(one)), 0, one.sha256, one.symbol, one.language, one.version,
        one.issued_on,
    )  # fmt: skip


def _attached(session: Session, meeting: Key) -> Iterator[Filed]:
    """The files of a meeting and of what is of it, by kind of record, in the order in which they were attached."""
    minutes = [one.key for one in MINUTES.all(session, meeting=meeting)]
    asked = CORRECTION_REQUESTS.by(session, "minutes", minutes)
    records: dict[HolderKind, list[Key]] = {
        HolderKind.MEETING: [meeting],
        HolderKind.AGENDA_ITEM: [one.key for one in ITEMS.all(session, meeting=meeting)],
        HolderKind.ITEM_REQUEST: [one.key for one in REQUESTS.all(session, meeting=meeting)],
        HolderKind.INVITEE: [one.key for one in INVITEES.all(session, meeting=meeting)],
        HolderKind.CORRECTION_REQUEST: [one.key for several in asked.values() for one in several],
    }
    for kind in HOLDERS:
        held = held_by_each(session, kind, records[kind])
        files = sorted((file for several in held.values() for file in several), key=lambda one: (one.added_on, one.key))
        yield from (Filed(file, belonging(session, file.holder)) for file in files)
