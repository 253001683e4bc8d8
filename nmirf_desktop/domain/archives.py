"""Everything of a meeting in one archive: its folders, what stands in each, and the page that lists it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.filenames import suffix_of
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.symbols import plain_name
from nmirf_desktop.i18n import N_

INDEX = "index.html"
"""The page that lists what is there; it is read without the program."""


class Folder(StrEnum):
    """The folders of an archive; their names are alike in every language, as those of the files are."""

    DOCUMENTS = "documents"
    CERTIFICATES = "certificates"
    DISPATCHES = "dispatches"
    ATTACHMENTS = "attachments"


FOLDER_LABELS = {
    Folder.DOCUMENTS: N_("Issued documents"),
    Folder.CERTIFICATES: N_("Certificates of dispatch"),
    Folder.DISPATCHES: N_("Record of dispatches"),
    Folder.ATTACHMENTS: N_("Attached files"),
}
EMPTY_FOLDERS = {
    Folder.DOCUMENTS: N_("No document of this meeting was issued."),
    Folder.CERTIFICATES: N_("No dispatch of documents of this meeting is recorded."),
    Folder.DISPATCHES: N_("No dispatch of documents of this meeting is recorded."),
    Folder.ATTACHMENTS: N_("No file is attached to this meeting, its items or its invitations."),
}


@dataclass(frozen=True, slots=True)
class Archived:
    """A file of an archive: its *path* in it, what it is, and what proves that it is unchanged.

    *edition*, *version* and the day *on* are those of an issued document; another file has what it has of them.
    """

    folder: Folder
    path: str
    title: Sayable
    size: int
    sha256: str
    symbol: str = ""
    edition: Edition | None = None
    version: int | None = None
    on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ArchiveIndex:
    """What the page of an archive says: of which *meeting*, its *files*, and what could *not* be made."""

    meeting: Meeting
    files: tuple[Archived, ...]
    missing: tuple[Sayable, ...] = ()
    specimen: bool = False


def archive_name(meeting: Meeting) -> str:
    """The name of a meeting's archive: "NMIRF-2027-Archive.zip"."""
    return f"{plain_name(meeting.symbol)}-Archive.zip"


def free_path(wanted: str, taken: Iterable[str]) -> str:
    """A path that none of those *taken* is, in any case of its letters: "minutes (2).pdf" beside "Minutes.pdf"."""
    known = {one.casefold() for one in taken}
    end = suffix_of(wanted.rpartition("/")[2])
    stem, number, path = wanted[: len(wanted) - len(end)], 1, wanted
    while path.casefold() in known:
        number += 1
        path = f"{stem} ({number}){wanted[len(stem) :]}"
    return path
