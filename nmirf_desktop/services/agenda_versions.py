"""The versions of an agenda: kept as it was agreed, sent and adopted, or by command, and compared."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain import meetings as rules
from nmirf_desktop.domain.agenda import AgendaItem, Numbered, numbered
from nmirf_desktop.domain.agenda_comparing import ItemChange, compared
from nmirf_desktop.domain.agenda_versions import (
    AgendaForm,
    AgendaVersion,
    adopted_on,
    as_items,
    frozen,
    is_adopted,
    last_adopted,
    printed_otherwise,
    revised_late,
    same_agenda,
)
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Audience, Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda_changes import agendas_sent, days_of_change
from nmirf_desktop.services.notices import notice_ground
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import DISPATCHES, ITEMS, MEETINGS, VERSION_ITEMS, VERSIONS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

KEPT_ALREADY = N_("The agenda is kept as version {number} already, and was not changed since.")
ADOPTED = N_(
    "The meeting has adopted this agenda, so that it stays as it is. Nothing was changed; to change it all the same, "
    "revise the adopted agenda first."
)
SETTLED = N_(
    "The meeting has adopted this agenda: the title stays as it is; only what was missing can still be written. To "
    "change it all the same, revise the adopted agenda first."
)
NOT_ADOPTED = N_("The meeting has not adopted this agenda: it can still be changed freely.")


def versions_of(session: Session, meeting: Key) -> tuple[AgendaVersion, ...]:
    """The versions of a meeting's agenda in their order."""
    return tuple(sorted(VERSIONS.all(session, meeting=meeting), key=lambda one: one.number))


def kept_items(session: Session, version: AgendaVersion) -> tuple[AgendaItem, ...]:
    """The agenda that a version keeps."""
    return as_items(version.meeting, VERSION_ITEMS.all(session, version=version.key))


def keep_version(
    session: Session, meeting: Key, on: datetime.date, form: AgendaForm | None = None, note: str = ""
) -> AgendaVersion | None:
    """Keep an agenda as it is, in the transaction of a verb; ``None`` where it has no items or is kept so already.

    Without a *form* it is kept in that which it has (:func:`form_of`).
    """
    items, known = ITEMS.all(session, meeting=meeting), versions_of(session, meeting)
    last = known[-1] if known else None
    same = last is not None and same_agenda(kept_items(session, last), items)
    if not items or (last is not None and same and form in (None, last.form)):
        return None
    form = form or form_of(session, MEETINGS.get(session, meeting))
    version = AgendaVersion(new_key(), meeting, len(known) + 1, form, on, note.strip())
    VERSIONS.save(session, version)
    for item in frozen(version.key, items, new_key):
        VERSION_ITEMS.save(session, item)
    return version


def adopted_before(session: Session, meeting: Meeting) -> AgendaVersion | None:
    """What a meeting had adopted before its agenda was opened again; ``None`` where that stands, or none was kept."""
    known = versions_of(session, meeting.key)
    return None if is_adopted(meeting, known) else last_adopted(known)


def adoption_of(session: Session, version: AgendaVersion) -> datetime.date | None:
    """The day on which the meeting adopted what a version keeps; ``None`` for one that is not as adopted.

    One that was made when the meeting was over corrects what it had adopted, and has the day of that.
    """
    day, meeting = adopted_on(version, versions_of(session, version.meeting)), MEETINGS.get(session, version.meeting)
    return day if day is None or day <= meeting.closes_on else meeting.agenda_adopted_on or day


def form_of(session: Session, meeting: Meeting) -> AgendaForm:
    """The form in which an agenda is: as adopted, until it is opened again; revised, as documents say; provisional."""
    if stands_adopted(session, meeting.key):
        return AgendaForm.ADOPTED
    return AgendaForm.REVISED if is_revised(session, meeting, annotated=False) else AgendaForm.PROVISIONAL


def is_revised(session: Session, meeting: Meeting, *, annotated: bool) -> bool:
    """Whether an agenda says otherwise than the one that was agreed or sent; once kept as revised, it stays so.

    It does, too, by an item that is supplementary. Annotations count where the agenda is *annotated*.
    """
    known = versions_of(session, meeting.key)
    return _says_revised(session, meeting.key, known) or bool(days_of_change(session, meeting, annotated=annotated))


def _says_revised(session: Session, meeting: Key, known: Sequence[AgendaVersion]) -> bool:
    """Whether an agenda was kept as a revised one, or has an item that came after it was sent."""
    kept = bool(known) and known[-1].form is AgendaForm.REVISED
    return kept or any(one.supplementary for one in ITEMS.all(session, meeting=meeting))


def was_sent(session: Session, meeting: Key) -> bool:
    """Whether the agenda of a meeting went to its members: what comes after that is supplementary (A4)."""
    by_hand = any(one.audience is Audience.MEMBERS for one in DISPATCHES.all(session, meeting=meeting))
    return by_hand or any(True for _ in agendas_sent(session, meeting))


def stands_adopted(session: Session, meeting: Key) -> bool:
    """Whether an agenda stands as its meeting adopted it."""
    return is_adopted(MEETINGS.get(session, meeting), VERSIONS.all(session, meeting=meeting))


def check_open(session: Session, meeting: Key) -> None:
    """Raises ``Refusal`` for an agenda that stands as its meeting adopted it: no item comes, goes or moves there."""
    if stands_adopted(session, meeting):
        raise Refusal(ADOPTED)


def check_item(session: Session, item: AgendaItem) -> None:
    """Raises ``Refusal`` where an item would change what an adopted agenda prints; a translation may be completed."""
    settled = settled_items(session, item.meeting).get(item.key)
    if settled is not None and printed_otherwise(settled, item):
        raise Refusal(ADOPTED)


def settled_items(session: Session, meeting: Key) -> Mapping[Key, AgendaItem]:
    """The items of an agenda as the meeting adopted them, by key; none of one that does not stand adopted.

    They are those of the version that it adopted, so that what was missing there can be written and put right.
    """
    if not stands_adopted(session, meeting):
        return {}
    version = last_adopted(versions_of(session, meeting))
    items = ITEMS.all(session, meeting=meeting) if version is None else kept_items(session, version)
    return {one.key: one for one in items}


@dataclass(frozen=True, slots=True)
class AgendaStages:
    """The *versions* of an agenda, the *form* in which it is now, and since when it was *revised* too late (A4).

    It is where it was revised on a day after the *deadline*, whether that was kept as a version or not.
    """

    versions: tuple[AgendaVersion, ...]
    form: AgendaForm
    revised: datetime.date | None
    deadline: datetime.date

    @property
    def adopted(self) -> bool:
        """Whether it stands as the meeting adopted it, and changes no more."""
        return self.form is AgendaForm.ADOPTED


class AgendaVersions:
    """The kept agendas of the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def standing(self, meeting: Key) -> AgendaStages:
        """The versions of an agenda, and how it stands."""
        with self._store.read() as session:
            found, known = MEETINGS.get(session, meeting), versions_of(session, meeting)
            deadline = notice_ground(session, found).deadline(found)
            days = days_of_change(session, found, annotated=False)
            late = revised_late(days, deadline, found) if rules.notice_applies(found) else None
            form = AgendaForm.REVISED if days or _says_revised(session, meeting, known) else AgendaForm.PROVISIONAL
            return AgendaStages(known, AgendaForm.ADOPTED if is_adopted(found, known) else form, late, deadline)

    def items(self, version: Key) -> tuple[Numbered, ...]:
        """The agenda that a version keeps, with its numbers."""
        with self._store.read() as session:
            return numbered(kept_items(session, VERSIONS.get(session, version)))

    def compare(self, before: Key, after: Key | None = None) -> tuple[ItemChange, ...]:
        """What differs from one version to another, or to the agenda as it is now."""
        with self._store.read() as session:
            first = VERSIONS.get(session, before)
            if after is None:
                now = ITEMS.all(session, meeting=first.meeting)
            else:
                now = kept_items(session, VERSIONS.get(session, after))
            return compared(kept_items(session, first), now)

    def keep(self, meeting: Key, on: datetime.date, note: str = "") -> AgendaVersion:
        """Keep the agenda as it is now. Raises ``Problem`` where it has no items or is kept so already."""
        with self._store.write(N_("keep a version of the agenda"), Subject.AGENDA) as session:
            version = keep_version(session, meeting, on, note=note)
            if version is None:
                known = versions_of(session, meeting)
                if not known:
                    raise Problem(N_("The agenda has no items yet; there is nothing to keep."))
                raise Problem(KEPT_ALREADY, {"number": known[-1].number})
        return version

    def annotate(self, key: Key, note: str) -> None:
        """Note why a version was made."""
        with self._store.write(N_("note on a version of the agenda"), Subject.AGENDA) as session:
            VERSIONS.save(session, replace(VERSIONS.get(session, key), note=note.strip()))

    def reopen(self, meeting: Key, on: datetime.date, note: str = "") -> AgendaVersion:
        """Open an adopted agenda again as a revised one; raises ``Refusal`` where it is not adopted.

        What the meeting had adopted stays as a version; a register of old gets that now.
        """
        with self._store.write(N_("revise the adopted agenda"), Subject.AGENDA) as session:
            day = MEETINGS.get(session, meeting).agenda_adopted_on
            if day is None or not stands_adopted(session, meeting):
                raise Refusal(NOT_ADOPTED)
            keep_version(session, meeting, day, AgendaForm.ADOPTED)
            version = keep_version(session, meeting, max(on, day), AgendaForm.REVISED, note)
            if version is None:
                raise Problem(N_("The agenda has no items yet; there is nothing to keep."))
        return version
