"""Files of documents: written whole or not at all, and recognised again by their bytes."""

import datetime
import errno
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from nmirf_desktop.domain.editions import edition_said
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.papers import DRAFT_MARK, LARGE_MARK
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.symbols import called
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.compared_files import Compared
from nmirf_desktop.storage import errors
from nmirf_desktop.storage.errors import StorageError, refusal

CHUNK = 1 << 20
DRAFT = ".nmirf-draft"
"""What the name of a folder or an archive ends in while it is written; it is hidden, too."""
LEFT = 3600.0
"""After so many seconds in which nothing was written to it, a draft was left behind."""
UNIX = 3
"""The system that an archive says it was made on, whichever that was."""
FEW = 5
"""So many recipients are named when a document is known again; of more their number."""
CLOSED = N_("The folder “{folder}” cannot be written. No file was written or changed; choose another folder.")
NO_ROOM = N_(
    "There is no room for the files in the folder “{folder}”. "
    "No file was written or changed; free some space, or choose another folder."
)
A_FOLDER = N_("“{file}” is the name of a folder there. No file was written or changed; choose another folder.")
IN_USE = N_(
    "“{file}” is protected, or open in another program. No file was written or changed; close it and export again."
)
CALLS_ITSELF = N_(
    "It bears the number {symbol}, {language}, version {version}, but its content is not that of the file that was "
    "issued."
)
LARGE_COPY = N_(
    "By its own words it is a copy in large print, for reading only, of {symbol}, {language}, version {version}; what "
    "was issued is the file of the usual size."
)
WENT_TO = N_("It was sent to: {recipients}.")
WENT_TO_MANY = N_("It was sent to {n} recipients, the first on {first}, the last on {last}.")
WENT_ON_ONE_DAY = N_("It was sent to {n} recipients on {day}.")
ISSUED_WENT_TO = N_("What was issued was sent to: {recipients}.")
ISSUED_WENT_TO_MANY = N_("What was issued was sent to {n} recipients, the first on {first}, the last on {last}.")
ISSUED_WENT_ON_ONE_DAY = N_("What was issued was sent to {n} recipients on {day}.")
SOME = N_(
    "Not all files got their names in the folder “{folder}”. These are new: {files}. The others are as they were; "
    "export again."
)


@dataclass(frozen=True, slots=True)
class Went:
    """A State, or the name of somebody else, to whom a document was sent, and the first *day* on which it was."""

    to: State | str
    day: datetime.date

    def said_in(self, words: Catalog) -> str:
        """The State by its name, anybody else by theirs."""
        return self.to if isinstance(self.to, str) else self.to.said_in(words)


@dataclass(frozen=True, slots=True)
class Identified:
    """What a PDF is: an issued document of the register, or ``None``. *file* is its name.

    *named* is the issued document that a PDF which is none calls itself, and *marks* what it says of itself, both by
    its metadata; *compared* is how it differs from that one. *later* is the last version of an issued document that is
    not the last, *went* to whom the issued one went, by the log.
    """

    file: str
    issued: IssuedDocument | None
    named: IssuedDocument | None = None
    marks: tuple[str, ...] = ()
    later: IssuedDocument | None = None
    compared: Compared | None = None
    went: tuple[Went, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it is an issued document, and the last version of it."""
        return self.issued is not None and self.later is None

    def said_in(self, words: Catalog) -> str:
        """Which document it is, in one or two sentences."""
        if self.issued is None:
            none = words.gettext("“{file}” is none of the documents issued from this register.").format(file=self.file)
            return " ".join([none, *self._calls_itself(words), *went_to(self.went, words, issued=False)])
        what = words.gettext(
            "“{file}” is {symbol}: {document}, {language}, version {version}, issued on {date} ({fingerprint})."
        ).format(
            file=self.file,
            symbol=self.issued.symbol,
            document=words.gettext(called(self.issued)),
            language=edition_said(self.issued.language, words),
            version=self.issued.version,
            date=words.date(self.issued.issued_on),
            fingerprint=self.issued.fingerprint,
        )
        return " ".join([what, *self._superseded(words), *went_to(self.went, words, issued=True)])

    def _superseded(self, words: Catalog) -> Iterator[str]:
        if self.later is not None:
            sentence = words.gettext("It is no longer the last: version {version} was issued on {date}.")
            yield sentence.format(version=self.later.version, date=words.date(self.later.issued_on))

    def _calls_itself(self, words: Catalog) -> Iterator[str]:
        if self.named is not None:
            large = LARGE_MARK in self.marks
            yield words.gettext(LARGE_COPY if large else CALLS_ITSELF).format(
                symbol=self.named.symbol,
                language=edition_said(self.named.language, words),
                version=self.named.version,
            )
            if not large and self.compared is not None:
                yield self.compared.said_in(words)
        elif DRAFT_MARK in self.marks:
            yield words.gettext("By its own words it was exported without being issued.")


def went_to(went: Sequence[Went], words: Catalog, *, issued: bool) -> Iterator[str]:
    """To whom a document went and when, where the log has it: each, or of many how many, and the first and last day.

    *issued* says whether the file at hand is the one that went, or only calls itself so.
    """
    if not went:
        return
    days = sorted(one.day for one in went)
    if len(went) > FEW and days[0] == days[-1]:
        message = words.gettext(WENT_ON_ONE_DAY if issued else ISSUED_WENT_ON_ONE_DAY)
        yield message.format(n=words.number(len(went)), day=words.date(days[0]))
        return
    if len(went) > FEW:
        message = words.gettext(WENT_TO_MANY if issued else ISSUED_WENT_TO_MANY)
        yield message.format(n=words.number(len(went)), first=words.date(days[0]), last=words.date(days[-1]))
        return
    each = words.pgettext("recipient and day", "{name} ({day})")
    named = sorted(((one.said_in(words), one.day) for one in went), key=lambda one: words.sort_key(one[0]))
    said = words.series(each.format(name=name, day=words.date(day)) for name, day in named)
    yield words.gettext(WENT_TO if issued else ISSUED_WENT_TO).format(recipients=said)


def marks_in(path: Path) -> tuple[str, ...]:
    """What a PDF of this program says of itself among its keywords, the fingerprint last; proof of nothing.

    Nothing for another file.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(path) as pdf:
            _symbol, *marks = str(pdf.get_metadata_value("Keywords")).split(", ")
    except (PdfiumError, OSError):
        return ()
    return tuple(marks)


def digest(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def stands(path: Path) -> bool:
    """Whether there is something of this name; in a closed folder nobody can tell, and writing there will say so."""
    try:
        return path.exists()
    except PermissionError:
        return False


def check_pdf(path: Path) -> str:
    """The SHA-256 of a PDF. Raises :class:`Problem` for a folder, a missing or unreadable file, or another kind."""
    if path.is_dir():
        raise Problem(N_("“{file}” is a folder; choose a PDF."), {"file": path.name or str(path.resolve())})
    if not path.exists():
        raise Problem(N_("There is no file “{file}”; check its name."), {"file": path.name})
    if not path.is_file():
        raise Problem(N_("“{file}” cannot be read."), {"file": path.name})
    seen = hashlib.sha256()
    try:
        with path.open("rb") as file:
            first = file.read(CHUNK)
            if not first.startswith(b"%PDF-"):
                raise Problem(N_("“{file}” is not a PDF."), {"file": path.name})
            seen.update(first)
            while chunk := file.read(CHUNK):
                seen.update(chunk)
    except OSError as error:
        raise Problem(N_("“{file}” cannot be read."), {"file": path.name}) from error
    return seen.hexdigest()


def write_all(folder: Path, files: Sequence[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write files into a folder, which is made where it is missing: under temporary names first, then renamed.

    Raises :class:`StorageError`; no half-written file is left, and what stood in its place before stays. Where the
    system stops in the middle of renaming, the error says which files are new.
    """
    with _writing(folder):
        taken = folder.exists() and not folder.is_dir()
    if taken:
        raise refusal(errors.EXISTS, folder)
    drafts = [(folder / f".{name}.part", folder / name, content) for name, content in files]
    try:
        with _writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            for draft, _target, content in drafts:
                _write(draft, content)
        for _draft, target, _content in drafts:
            _check_replaceable(target)
        with _writing(folder):
            _rename(folder, [(draft, target) for draft, target, _content in drafts])
    finally:
        for draft, _target, _content in drafts:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    return tuple(target for _draft, target, _content in drafts)


def _rename(folder: Path, drafts: Sequence[tuple[Path, Path]]) -> None:
    """Give files their names; where the system stops in the middle, say which are new."""
    done: list[str] = []
    for draft, target in drafts:
        try:
            draft.replace(target)
        except OSError as error:
            if not done:
                raise
            raise StorageError(SOME, {"folder": folder.name, "files": Listed(tuple(done))}) from error
        done.append(target.name)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a :class:`StorageError` about the folder."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise StorageError(NO_ROOM if full else CLOSED, {"folder": folder.name}) from error


def _check_replaceable(target: Path) -> None:
    """Raise :class:`StorageError` where a file cannot be replaced, before the first of several is."""
    if target.is_dir():
        raise refusal(A_FOLDER, target)
    try:
        if target.exists():
            target.open("r+b").close()
    except OSError as error:
        raise refusal(IN_USE, target) from error


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sweep(place: Path) -> None:
    """Remove the drafts that a crash or a power cut left in a folder: messages with addresses, hidden for ever.

    They have a name that nobody else gives; one that was written to within an hour may be another window's.
    """
    drafts = (one for one in place.glob(f".*{DRAFT}") if not one.is_symlink())
    for draft in drafts:
        with suppress(OSError):
            written = max(one.lstat().st_mtime for one in (draft, *draft.rglob("*")))
            if written > time.time() - LEFT:
                continue
            if draft.is_dir():
                shutil.rmtree(draft, ignore_errors=True)
            else:
                draft.unlink()


def write_folder(
    folder: Path, files: Iterable[tuple[str, bytes]], report: Callable[[int], None], ready: Callable[[], None]
) -> Path:
    """Write files into a folder of their own, which gets its name when all are there: it is whole, or not there.

    In one that has the name already, these files take the place of theirs, and whatever else is there stays. *report*
    is told how many are written, *ready* is called before the folder gets its name; both may raise to stop the work.
    Raises :class:`StorageError` where the place cannot be written.
    """
    with _writing(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder.parent)
        drafts = Path(tempfile.mkdtemp(suffix=DRAFT, prefix=f".{folder.name}.", dir=folder.parent))
    try:
        draft = drafts / "new"
        with _writing(folder.parent):
            draft.mkdir()
        for done, (name, content) in enumerate(files, 1):
            with _writing(folder.parent):
                _write(draft / name, content)
            report(done)
        ready()
        with _writing(folder.parent):
            if folder.exists():
                _rename(folder, [(one, folder / one.name) for one in sorted(draft.iterdir())])
            else:
                draft.replace(folder)
    finally:
        shutil.rmtree(drafts, ignore_errors=True)
    return folder


def write_zip(
    target: Path, files: Iterable[tuple[str, bytes]], report: Callable[[int], None], ready: Callable[[], None]
) -> Path:
    """Write files into one archive (ZIP), whole or not at all; the same files make the same bytes everywhere.

    No time and no owner stands in it, and nothing is pressed together, as PDFs and messages hardly can be.
    """
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    draft = target.with_name(f".{target.name}{DRAFT}")
    try:
        with _writing(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
            _sweep(target.parent)
            with draft.open("wb") as file:
                with ZipFile(file, "w", ZIP_STORED) as archive:
                    for done, (name, content) in enumerate(files, 1):
                        about = ZipInfo(name)
                        about.create_system = UNIX
                        archive.writestr(about, content)
                        report(done)
                file.flush()
                os.fsync(file.fileno())
        _check_replaceable(target)
        ready()
        with _writing(target.parent):
            draft.replace(target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return target
