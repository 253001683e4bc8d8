"""Documents: what each says, where its texts have gaps, its files, and those that were issued and never change."""

import datetime
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import LETTERS, DocumentKind, IssuedDocument, check_edition
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.papers import LARGE_MARK, AgendaPaper, MinutesPaper, Paper, fingerprint
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.recipients import files_for
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import file_name, file_word
from nmirf_desktop.domain.unprintable import refuse, unprintable
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attributions import check_leaves
from nmirf_desktop.services.certificates import certified
from nmirf_desktop.services.compared_files import compare, fingerprints_in
from nmirf_desktop.services.contents import Content, Contents
from nmirf_desktop.services.corrigenda import date_issued
from nmirf_desktop.services.files import Identified, Went, check_pdf, digest, marks_in, stands, write_all
from nmirf_desktop.services.letters import addressees
from nmirf_desktop.services.paper_versions import as_version, not_issued
from nmirf_desktop.services.parts import Part, parts_of
from nmirf_desktop.services.plates import plates_to_choose
from nmirf_desktop.services.replaced_versions import reads_alike
from nmirf_desktop.services.requests import Asked, Request, fits, meeting_for, resolve
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.dispatches import ENCLOSURES, deliveries_of, enclosed_in
from nmirf_desktop.storage.journal import GENESIS, head
from nmirf_desktop.storage.minutes import ISSUED, approval_entry, content_of
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

Report = Callable[[int, int], None]
"""Told after each step: steps done, steps in all. It may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A paper as it stands in one edition, the *name* of its file, and the issued document that it equals, if any.

    *last* is the last issue, where there was one.
    """

    edition: Edition
    paper: Paper
    fingerprint: str
    name: str
    issued: IssuedDocument | None = None
    last: IssuedDocument | None = None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A file as an issue would keep it: its *name*, edition and version; *said* where the last issue says the same.

    *alike* where an agenda has the items of the last issue, and is another by its title, number and date alone.
    """

    name: str
    edition: Edition
    version: int
    said: bool
    alike: bool = False


class Papers:
    """The documents of the register; *clock* says which days are past, and told without what came after them."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def _read(self, session: Session, request: Request) -> tuple[Content, ...]:
        today = self._store.day_of(self._clock())
        return Contents(session, self._states, today).read(request)

    # ---- which document, and what it says ----

    def meeting(self, kind: DocumentKind, symbol: str | None = None) -> Meeting:
        """The meeting of a symbol; without one, the next to be held for agendas, else the last that was held.

        Raises :class:`Problem` where there is none.
        """
        with self._store.read() as session:
            return meeting_for(session, kind, symbol)

    def fits(self, kind: DocumentKind, meeting: Key) -> bool:
        """Whether there may be a document of a kind of a meeting, as :func:`fits`."""
        with self._store.read() as session:
            return fits(session, kind, meeting)

    def request(self, asked: Asked, today: datetime.date) -> Request:
        """What was asked for by symbols and numbers, as :func:`resolve`."""
        with self._store.read() as session:
            return resolve(session, asked, today)

    def parts(self, kind: DocumentKind, meeting: Key | None, on: datetime.date | None = None) -> tuple[Part, ...]:
        """Of what there may be a document each: decisions, votes, versions, calls; or to whom a letter may go."""
        with self._store.read() as session:
            if kind in LETTERS:
                return () if meeting is None else addressees(session, kind, meeting, self._states)
            if kind is DocumentKind.DISPATCH:
                return () if meeting is None else certified(session, meeting, self._states)
            if kind is DocumentKind.PLATES:
                return () if meeting is None else plates_to_choose(session, meeting, self._states)
            return parts_of(session, kind, meeting, on)

    def contents(self, request: Request) -> tuple[Content, ...]:
        """What the documents of a request say, as of the meeting's date or the day asked for.

        Raises :class:`Problem` as :meth:`Contents.read`.
        """
        with self._store.read() as session:
            return self._read(session, request)

    def printed(self, request: Request) -> tuple[tuple[Edition, Paper, str], ...]:
        """Each paper of a request in each edition as :meth:`export` sets it, with the fingerprint printed on it."""
        with self._store.read() as session:
            found = tuple(self._versions(session, request))
        return tuple((one.edition, one.paper, one.fingerprint) for one in found)

    # ---- files ----

    def export(
        self, request: Request, folder: Path, report: Report | None = None, *, keep: Collection[str] = ()
    ) -> tuple[Path, ...]:
        """Write a document into a folder, one file for each edition but those whose names are to *keep*: all, or none.

        Letters to each are in the language of each, whatever the editions.

        A document that was issued and still says the same is the issued file, byte for byte; any other says in its
        foot that it is not issued.

        Raises:
            Problem: as :meth:`contents`, and for a character that cannot be printed.
            Refusal: minutes that are not approved tell what is not to be told.
            StorageError: the folder cannot be written.
        """
        self._check_leaves(request)
        return write_all(folder, self._files(request.sent, report, keep))

    def standing(self, request: Request, folder: Path) -> tuple[str, ...]:
        """The names of the files in a folder that an export of this document would replace."""
        request = request.sent
        with self._store.read() as session:
            names = [one.name for one in self._versions(session, request)]
        return tuple(name for name in names if stands(folder / name))

    @staticmethod
    def standing_issued(issued: IssuedDocument, folder: Path) -> tuple[str, ...]:
        """The name of the file in a folder that writing an issued document again would replace."""
        return (issued.name,) if stands(folder / issued.name) else ()

    def export_issued(self, issued: IssuedDocument, folder: Path) -> Path:
        """Write the file of one issued document, as :meth:`export_these`."""
        return self.export_these([issued], folder)[0]

    def export_these(self, issued: Iterable[IssuedDocument], folder: Path) -> tuple[Path, ...]:
        """Write the files of issued documents into a folder, byte for byte as they left the house: all, or none.

        Raises :class:`StorageError` where the folder cannot be written.
        """
        return write_all(folder, [(one.name, self.bytes_of(one)) for one in issued])

    def bytes_of(self, issued: IssuedDocument) -> bytes:
        """The file of an issued document as it left the house."""
        with self._store.read() as session:
            return content_of(session, issued.key)

    def preview(self, request: Request) -> tuple[bytes, ...]:
        """The files of the editions asked for, in their order; of letters to each, those that are in one of them.

        Raises :class:`Problem` as :meth:`contents`, and for a character that cannot be printed.
        """
        return tuple(content for _, content in self._files(request))

    def files(self, request: Request) -> tuple[tuple[str, bytes], ...]:
        """The files that :meth:`export` writes, each with its name, in the order of the editions. Raises as it does."""
        self._check_leaves(request)
        return tuple(self._files(request.sent))

    def _check_leaves(self, request: Request) -> None:
        if request.kind is DocumentKind.MINUTES:
            with self._store.read() as session:
                check_leaves(session, self._states, request.meeting)

    def _files(
        self, request: Request, report: Report | None = None, keep: Collection[str] = ()
    ) -> list[tuple[str, bytes]]:
        """Each file of a request by its name: as it was issued where that still stands, else typeset."""
        with self._store.read() as session:
            versions = [one for one in self._versions(session, request) if one.name not in keep]
            stored = {
                one.name: content_of(session, one.issued.key)
                for one in versions
                if one.issued is not None and not request.large
            }
        _check([one for one in versions if one.name not in stored])
        files = []
        for done, one in enumerate(versions, 1):
            content = stored.get(one.name)
            if content is None:
                content = _typeset(one, large=request.large)
            files.append((one.name, content))
            if report is not None:
                report(done, len(versions))
        return files

    def _versions(self, session: Session, request: Request, *, issuing: bool = False) -> Iterator[_Version]:
        """Each paper in each edition with its version: that of the last issue where it says the same.

        Any other is not issued, and tells when it was before; *issuing*, it has the next number.

        Minutes that were issued after their approval stay as they are, until a text that was missing in them is
        supplied: what changes otherwise is for a corrigendum.
        """
        contents = self._read(session, request)
        for edition in request.editions:
            check_edition(request.kind, edition)
            for content in contents:
                if content.edition not in (None, edition):
                    continue
                found = self._version(session, request, content, edition)
                if issuing or found.issued is not None:
                    yield found
                else:
                    day = found.last.issued_on if found.last is not None else None
                    draft = not_issued(content.paper, day)
                    name = _name(request, draft, edition)
                    yield replace(found, paper=draft, fingerprint=fingerprint(draft, edition), name=name)

    def _version(self, session: Session, request: Request, content: Content, edition: Edition) -> _Version:
        """A paper in an edition as it was issued last, where it says the same, else as it is issued next."""
        paper = content.paper
        approved = paper.approved_on if isinstance(paper, MinutesPaper) else None
        alike = self._alike(session, request, paper.masthead.symbol, edition)
        last = alike[-1] if alike else None
        if last is not None:
            same = as_version(paper, last.version, alike)
            since = max(approval_entry(session, last.meeting), content.supplied) if approved is not None else math.inf
            settled = last.entry >= since
            if settled or fingerprint(same, edition) == last.fingerprint:
                name = _name(request, same, edition) if request.large else last.name
                return _Version(edition, same, last.fingerprint, name, last)
        new = as_version(paper, 1 if last is None else last.version + 1, alike)
        return _Version(edition, new, fingerprint(new, edition), _name(request, new, edition), last=last)

    @staticmethod
    def _alike(session: Session, request: Request, symbol: str, edition: Edition) -> list[IssuedDocument]:
        found = ISSUED.all(session, kind=request.kind, symbol=symbol, language=edition)
        return sorted((one for one in found if one.meeting == request.meeting), key=lambda one: one.version)

    # ---- issue ----

    def issue(self, request: Request, on: datetime.date, report: Report | None = None) -> tuple[IssuedDocument, ...]:
        """Issue a document on a day: its files are kept in the register, and no later change touches them.

        An edition in which the last issue still says the same is not issued again; that issue is returned. Large print
        is for reading: what is issued has the usual size. Raises as :meth:`export`.
        """
        self._check_leaves(request)
        request = replace(request.sent, large=False)
        if request.kind is DocumentKind.CORRIGENDUM:
            request = replace(request, on=on)
        with self._store.read() as session:
            versions = tuple(self._versions(session, request, issuing=True))
        _check([one for one in versions if one.issued is None])
        files = {}
        for done, one in enumerate(versions, 1):
            if one.issued is None:
                files[one.name] = _typeset(one)
            if report is not None:
                report(done, len(versions))
        with self._store.write(N_("issue documents"), Subject.DOCUMENTS) as session:
            last = head(session)
            if request.kind is DocumentKind.CORRIGENDUM and request.meeting is not None:
                date_issued(session, request.meeting, request.part, on)
            entry, entry_hash = (last.sequence, last.hash) if last is not None else (0, GENESIS)
            issued = []
            for one in versions:
                if one.issued is not None:
                    issued.append(one.issued)
                    continue
                content = files[one.name]
                new = IssuedDocument(
                    key=new_key(), kind=request.kind, meeting=request.meeting, symbol=one.paper.masthead.symbol,
                    language=one.edition, version=one.paper.masthead.version, fingerprint=one.fingerprint,
                    sha256=digest(content), name=one.name, issued_on=on,
                    entry=entry, entry_hash=entry_hash,
                )  # fmt: skip
                ISSUED.save(session, new, content=content)
                issued.append(new)
        return tuple(issued)

    def upcoming(self, request: Request) -> tuple[Upcoming, ...]:
        """What :meth:`issue` would keep of a document, edition after edition. Raises :class:`Problem` as it does."""
        with self._store.read() as session:
            versions = self._versions(session, replace(request.sent, large=False), issuing=True)
            return tuple(_upcoming(session, request, one) for one in versions)

    def issued(self, meeting: Key | None = None) -> tuple[IssuedDocument, ...]:
        """The documents issued for a meeting, or all of them, in the order in which they were issued."""
        with self._store.read() as session:
            return ISSUED.all(session) if meeting is None else ISSUED.all(session, meeting=meeting)

    def identify(self, path: Path) -> Identified:
        """Which issued document a PDF is, by its bytes, or that it is none of this register, whatever it calls itself.

        Raises :class:`Problem` for a folder, a missing or unreadable file, and a file that is no PDF.
        """
        sha256 = check_pdf(path)
        states = self._states.on(self._store.day_of(self._clock()))
        with self._store.read() as session:
            found = ISSUED.first(session, sha256=sha256)
            if found is not None:
                went = _went(session, found, states)
                return Identified(path.name, found, later=self._later(session, found), went=went)
            marks, content = marks_in(path), path.read_bytes()
            named = _named(session, marks, content)
            issued = content_of(session, named.key) if named is not None else b""
            went = _went(session, named, states) if named is not None else ()
        compared = compare(issued, content) if named is not None and LARGE_MARK not in marks else None
        return Identified(path.name, None, named, marks, compared=compared, went=went)

    @staticmethod
    def _later(session: Session, issued: IssuedDocument) -> IssuedDocument | None:
        """The last version of an issued document, where another was issued after it."""
        found = ISSUED.all(session, kind=issued.kind, symbol=issued.symbol, language=issued.language)
        later = (one for one in found if one.meeting == issued.meeting and one.version > issued.version)
        return max(later, key=lambda one: one.version, default=None)


def _named(session: Session, marks: Sequence[str], content: bytes) -> IssuedDocument | None:
    """The issued document that a file calls itself: by its keywords, at the foot of its pages, or in its bytes.

    The last is for one that cannot be opened any more.
    """
    for one in (*marks[-1:], *fingerprints_in(content)):
        found = ISSUED.first(session, fingerprint=one)
        if found is not None:
            return found
    if marks:
        return None
    return next((one for one in ISSUED.all(session) if one.fingerprint.encode() in content), None)


def _went(session: Session, issued: IssuedDocument, states: Mapping[StateCode, State]) -> tuple[Went, ...]:
    """To whom an issued document went, and when first: who reads another language got another file."""
    enclosed = ENCLOSURES.all(session, issued=issued.key)
    files = {one.dispatch: enclosed_in(session, one.dispatch) for one in enclosed}
    found: dict[str, Went] = {}
    for key, own in deliveries_of(session, files).items():
        for one in own:
            to, event = one.recipient, one.sent
            if event is None or issued not in files_for(to.reads, files[key]):
                continue
            known = found.get(to.state or to.whom)
            day = event.day if known is None else min(known.day, event.day)
            found[to.state or to.whom] = Went(states.get(to.state or "", to.name), day)
    return tuple(found.values())


def _check(versions: Collection[_Version]) -> None:
    """Raise :class:`Problems` for what cannot be printed of documents, of all their editions at once."""
    languages = dict.fromkeys(language for one in versions for language in one.edition.languages)
    from nmirf_desktop.documents import lacking

    refuse(unprintable((one.paper for one in versions), languages, lacking))


def _upcoming(session: Session, request: Request, one: _Version) -> Upcoming:
    """A version as an issue would keep it; a kept version of an agenda is compared with none."""
    said = one.issued is not None
    alike = not said and one.last is not None and request.part is None and reads_alike(session, one.last)
    return Upcoming(one.name, one.edition, one.paper.masthead.version, said, alike)


def _name(request: Request, paper: Paper, edition: Edition) -> str:
    """The name of the file of a paper; of what goes to many it tells a revised agenda, and the version."""
    revised = isinstance(paper, AgendaPaper) and paper.form is AgendaForm.REVISED
    word = file_word(request.kind, paper.masthead.version, revised=revised)
    return file_name(request.kind, paper.masthead.symbol, edition, large=request.large, word=word)


def _typeset(version: _Version, *, large: bool = False) -> bytes:
    """The file of a version; the typesetter is imported only here, when a document is made."""
    from nmirf_desktop.documents import typeset

    return typeset(version.paper, version.edition, large=large)
