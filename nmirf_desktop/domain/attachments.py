"""Files that live inside the register: letters, replies, designations, and what else came with a record."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog

KILO, MEGA = 1_000, 1_000_000
LARGEST = 25_000_000
"""The most bytes of one file: a scanned letter has one or two million, and the register is carried as one file."""


MOST_AT_ONCE, MOST_FILES = 100_000_000, 100
"""The most bytes, and the most files, that are attached in one step: they are in memory until it is done."""
MAIL = ".eml"
"""The end of the name of a saved e-mail."""


class Filing(StrEnum):
    """As what a file was filed."""

    LETTER = "letter"
    REPLY = "reply"
    DESIGNATION = "designation"
    LEGAL_BASIS = "legal_basis"
    OTHER = "other"


class HolderKind(StrEnum):
    """The kinds of records that hold files; the words are the names of their tables."""

    STATE = "state"
    COMMUNICATION = "communication"
    MEMBERSHIP = "membership"
    FOCAL_POINT = "focal_point"
    MECHANISM = "mechanism"
    PERSON = "person"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    CANDIDATURE = "candidature"
    ITEM_REQUEST = "item_request"
    INVITEE = "invitee"
    CORRECTION_REQUEST = "correction_request"
    ACTIVITY = "activity"
    PARTNERSHIP = "partnership"
    OHCHR_SUPPORT = "ohchr_support"
    GOOD_PRACTICE = "good_practice"
    PLANNED_ACTION = "planned_action"


@dataclass(frozen=True, slots=True)
class Holder:
    """The record that holds a file, by its kind and key."""

    kind: HolderKind
    key: Key


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the register: what it is called, as what it was filed, and its *content* by its SHA-256.

    The same content is kept once, however often it is attached. *size* is in bytes, *dated* the day of the letter.
    """

    key: Key
    holder: Holder
    name: str
    filing: Filing
    content: str
    size: int
    added_on: datetime.date
    state: StateCode | None = None
    dated: datetime.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to be attached: its name, its bytes, as what it is filed; *dated* is the day of what it says."""

    name: str
    content: bytes = field(repr=False)
    filing: Filing = Filing.OTHER
    dated: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """A number of bytes, said as people read it: "812 kB", "1.4 MB"."""

    bytes: int

    def said_in(self, words: Catalog) -> str:
        """The size in the units and figures of a language; what there is, is one kilobyte at least."""
        thousands = -(-self.bytes // KILO)
        if thousands < KILO:
            return words.pgettext("size of a file", "{number}\u00a0kB").format(number=words.number(thousands))
        millions = Decimal(self.bytes) / MEGA
        return words.pgettext("size of a file", "{number}\u00a0MB").format(
            number=words.number(millions.quantize(Decimal("0.1")))
        )


FILING_LABELS = {
    Filing.LETTER: N_("Letter"),
    Filing.REPLY: N_("Reply"),
    Filing.DESIGNATION: N_("Designation"),
    Filing.LEGAL_BASIS: N_("Legal basis"),
    Filing.OTHER: N_("Other file"),
}


def check_size(name: str, size: int) -> None:
    """Raises ``Problem`` for a file that is empty or larger than a register can carry."""
    if size == 0:
        raise Problem(N_("“{name}” is empty. Nothing was attached; choose another file."), {"name": name})
    if size > LARGEST:
        message = N_("“{name}” has {size} MB; a file in the register has {most} MB at most. Nothing was attached.")
        raise Problem(message, {"name": name, "size": -(-size // MEGA), "most": LARGEST // MEGA})


def check_beside(files: Iterable[NewFile], name: str, size: int = 0) -> None:
    """Raises ``Problem``, naming it, for a file of some size that is one too many beside others, or too large."""
    sizes = [len(file.content) for file in files]
    if len(sizes) >= MOST_FILES:
        message = N_("“{name}” was not taken: {most} files are attached at a time at most. Attach it after the others.")
        raise Problem(message, {"name": name, "most": MOST_FILES}, "files")
    whole = sum(sizes) + size
    if whole > MOST_AT_ONCE:
        message = N_(
            "“{name}” was not taken: with it the files have {size} MB together, and {most} MB are attached at a time "
            "at most. Attach it after the others."
        )
        values = {"name": name, "size": -(-whole // MEGA), "most": MOST_AT_ONCE // MEGA}
        raise Problem(message, values, "files")


def check_together(files: Iterable[NewFile]) -> None:
    """Raises ``Problem`` for a file as :func:`check_size` does, and for files that are too large together."""
    sizes = [(file.name, len(file.content)) for file in files]
    for name, size in sizes:
        check_size(name, size)
    if len(sizes) > MOST_FILES:
        message = N_("These are {n} files; attach {most} at a time at most. Nothing was attached.")
        raise Problem(message, {"n": len(sizes), "most": MOST_FILES}, "files")
    whole = sum(size for _name, size in sizes)
    if whole > MOST_AT_ONCE:
        message = N_("These files have {size} MB together; attach {most} MB at a time at most. Nothing was attached.")
        raise Problem(message, {"size": -(-whole // MEGA), "most": MOST_AT_ONCE // MEGA}, "files")
