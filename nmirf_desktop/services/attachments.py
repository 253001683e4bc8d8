"""Files that live in the register: attached to its records, read, put right, saved as copies."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nmirf_desktop.domain.attachments import Attachment, Filing, Holder, HolderKind, NewFile, check_together
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.filenames import safe_name, suffix_of
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.files import digest, write_all
from nmirf_desktop.services.origin import mark_as_from_outside
from nmirf_desktop.storage import errors
from nmirf_desktop.storage.action_plans import PLANNED
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.attachments import ATTACHMENTS, content_of, held_by, keep
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import CANDIDATURES
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS, REQUESTS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import INVITEES, PARTNERS
from nmirf_desktop.storage.partnerships import PARTNERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

ATTACH, REMOVE = N_("attach files"), N_("remove a file")
THERE = N_("“{name}” is attached here already, as “{file}”. Nothing was recorded; take it out of the list.")
ALTERED = N_(
    "The file “{name}” was changed or removed outside the program. Nothing was written; "
    "restore the last good backup, and keep this register for examination."
)
TITLED: Mapping[HolderKind, Rows[Any]] = MappingProxyType(
    {
        HolderKind.ITEM_REQUEST: REQUESTS,
        HolderKind.ACTIVITY: ACTIVITIES,
        HolderKind.GOOD_PRACTICE: GOOD_PRACTICES,
        HolderKind.PLANNED_ACTION: PLANNED,
    }
)
"""The kinds of records that are called by their title, and where they are."""


@dataclass(frozen=True, slots=True)
class Filed:
    """An attached file, and the record that it *belongs* to, in words."""

    file: Attachment
    belongs: Sayable

    @property
    def day(self) -> datetime.date:
        """The day by which files are in order: that of what the file says, else the one on which it was attached."""
        return self.file.dated or self.file.added_on


@dataclass(frozen=True, slots=True)
class Attached:
    """What attaching led to: the files *added*, and those that were *there* already, each with the one it equals."""

    added: tuple[Attachment, ...]
    there: tuple[tuple[NewFile, Attachment], ...] = ()


def touching(*subjects: Subject, files: Sequence[NewFile]) -> tuple[Subject, ...]:
    """The subjects of a transaction that attaches *files* beside what it is for."""
    return (*subjects, Subject.ATTACHMENTS) if files else subjects


def attach_to(
    session: Session, holder: Holder, state: StateCode | None, files: Iterable[NewFile], day: datetime.date
) -> Attached:
    """Attach files to a record on a *day*, in the transaction of a verb; a content that it has is not added again."""
    here = {one.content: one for one in held_by(session, holder)}
    added: list[Attachment] = []
    there: list[tuple[NewFile, Attachment]] = []
    for file in files:
        content = digest(file.content)
        if content in here:
            there.append((file, here[content]))
            continue
        keep(session, file.content)
        here[content] = one = Attachment(
            new_key(), holder, safe_name(file.name), file.filing, content, len(file.content), day, state, file.dated
        )
        ATTACHMENTS.save(session, one)
        added.append(one)
    return Attached(tuple(added), tuple(there))


def attach_all(
    session: Session, holder: Holder, state: StateCode | None, files: Sequence[NewFile], day: datetime.date
) -> None:
    """Attach what a fact is recorded with, all of it, and of what came twice one.

    Raises:
        Problem: a file is empty or too large, they are too large together, or the record has one of them already.
    """
    check_together(files)
    each = {file.content: file for file in reversed(files)}.values()
    for file, one in attach_to(session, holder, state, reversed(each), day).there:
        raise Problem(THERE, {"name": file.name, "file": one.name}, "files")


def filed(session: Session, state: StateCode) -> tuple[Filed, ...]:
    """The files of a State's records, the newest first; no content is read."""
    files = ATTACHMENTS.all(session, state=state)
    records = {holder: belonging(session, holder) for holder in dict.fromkeys(one.holder for one in files)}
    found = [Filed(one, records[one.holder]) for one in files]
    return tuple(sorted(found, key=lambda one: (one.day, one.file.key), reverse=True))


def _titled(session: Session, holder: Holder) -> Sayable | None:
    """The title of what has one."""
    found = TITLED[holder.kind].find(session, holder.key)
    return None if found is None else Content(found.title)


def belonging(session: Session, holder: Holder) -> Sayable:
    """A record in words; one that is not there any more is said to be none."""
    said: Sayable | None = None
    match holder.kind:
        case HolderKind.STATE:
            said = Phrase(N_("The State"))
        case HolderKind.COMMUNICATION if (letter := COMMUNICATIONS.find(session, holder.key)) is not None:
            said = Phrase(N_("Communication of {day}"), {"day": letter.received_on})
        case HolderKind.MEMBERSHIP if (membership := MEMBERSHIPS.find(session, holder.key)) is not None:
            said = Phrase(N_("Status since {day}"), {"day": membership.period.start})
        case HolderKind.FOCAL_POINT if (point := FOCAL_POINTS.find(session, holder.key)) is not None:
            said = Phrase(N_("Designation of {person}"), {"person": PEOPLE.get(session, point.person)})
        case HolderKind.MECHANISM if (mechanism := MECHANISMS.find(session, holder.key)) is not None:
            said = Content(mechanism.name)
        case HolderKind.PERSON:
            said = PEOPLE.find(session, holder.key)
        case HolderKind.CANDIDATURE if (one := CANDIDATURES.find(session, holder.key)) is not None:
            said = Phrase(N_("Candidature of {day}"), {"day": one.received_on})
        case _ if holder.kind in TITLED:
            said = _titled(session, holder)
        case HolderKind.PARTNERSHIP | HolderKind.OHCHR_SUPPORT:
            said = _belongs_to_partner(session, holder)
        case _:
            said = _belongs_to_meeting(session, holder)
    return said or Phrase(N_("A record that was removed"))


def _belongs_to_partner(session: Session, holder: Holder) -> Sayable | None:
    """A partnership, or what OHCHR did, in words; ``None`` for one that is not there any more."""
    if holder.kind is HolderKind.OHCHR_SUPPORT:
        support = SUPPORT.find(session, holder.key)
        return Phrase(N_("Support by OHCHR of {day}"), {"day": support.on}) if support is not None else None
    partnership = PARTNERSHIPS.find(session, holder.key)
    if partnership is None:
        return None
    name = Content(PARTNERS.get(session, partnership.partner).name)
    return Phrase(N_("Partnership with {name}"), {"name": name})


def _belongs_to_meeting(session: Session, holder: Holder) -> Sayable | None:
    """A meeting or what is of one, in words; ``None`` for one that is not there any more."""
    match holder.kind:
        case HolderKind.MEETING if (meeting := MEETINGS.find(session, holder.key)) is not None:
            return Phrase("{symbol}", {"symbol": meeting.symbol})
        case HolderKind.AGENDA_ITEM if (item := ITEMS.find(session, holder.key)) is not None:
            return Content(item.title)
        case HolderKind.INVITEE if (invitee := INVITEES.find(session, holder.key)) is not None:
            symbol = MEETINGS.get(session, invitee.meeting).symbol
            return Phrase(N_("Answer to the invitation to {symbol}"), {"symbol": symbol})
        case HolderKind.CORRECTION_REQUEST if (asked := CORRECTION_REQUESTS.find(session, holder.key)) is not None:
            minutes = MINUTES.get(session, asked.minutes)
            symbol = MEETINGS.get(session, minutes.meeting).symbol
            return Phrase(N_("Correction of the minutes of {symbol}"), {"symbol": symbol})
        case _:
            return None


class Attachments:
    """The attached files of a register; *clock* says on which day one is attached."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def of_state(self, state: StateCode) -> tuple[Filed, ...]:
        """The files of a State's records, the newest first, each with what it belongs to."""
        with self._store.read() as session:
            return filed(session, state)

    def of(self, holder: Holder) -> tuple[Attachment, ...]:
        """The files of one record, in the order in which they were added."""
        with self._store.read() as session:
            return held_by(session, holder)

    def attach(self, holder: Holder, state: StateCode | None, files: Sequence[NewFile]) -> Attached:
        """Attach files to a record, all in one step; what it has already is told and not added again.

        Raises:
            Problem: a file is empty or too large, or they are too large together; none is attached.
        """
        check_together(files)
        with self._store.write(ATTACH, Subject.ATTACHMENTS) as session:
            return attach_to(session, holder, state, files, self._store.day_of(self._clock()))

    def content(self, key: Key) -> bytes:
        """What a file holds. Raises ``StorageError`` where it is not what was attached."""
        with self._store.read() as session:
            file = ATTACHMENTS.get(session, key)
            try:
                content = content_of(session, file.content)
            except LookupError as error:
                raise StorageError(ALTERED, {"name": file.name}) from error
        if digest(content) != file.content:
            raise StorageError(ALTERED, {"name": file.name})
        return content

    def change(self, key: Key, name: str, filing: Filing, dated: datetime.date | None, note: str) -> Attachment:
        """Rename a file, file it as something else, date it, or note something; its content stays as it is.

        A name keeps the end that tells its kind.
        """
        if not name.strip():
            raise Problem(N_("Give the file a name."), field_name="name")
        with self._store.write(N_("change the details of a file"), Subject.ATTACHMENTS) as session:
            file = ATTACHMENTS.get(session, key)
            safe, end = safe_name(name), suffix_of(file.name)
            safe = safe if suffix_of(safe) == end else safe_name(safe + end)
            changed = dataclasses.replace(file, name=safe, filing=filing, dated=dated, note=note)
            ATTACHMENTS.save(session, changed)
            return changed

    def remove(self, key: Key) -> Attachment:
        """Take a file out; undo attaches it again, for its content stays in the register (``held_for_undo``)."""
        with self._store.write(REMOVE, Subject.ATTACHMENTS) as session:
            file = ATTACHMENTS.get(session, key)
            ATTACHMENTS.remove(session, key)
            return file

    def save_copy(self, key: Key, path: Path) -> None:
        """Write a file's content to *path*, whole or not at all; what stood there is replaced.

        Raises:
            StorageError: the register itself is there, the place cannot be written, or the content was altered.
        """
        if path.exists() and path.samefile(self._store.path):
            raise errors.refusal(errors.EXISTS, path)
        write_all(path.parent, [(path.name, self.content(key))])
        mark_as_from_outside(path)
