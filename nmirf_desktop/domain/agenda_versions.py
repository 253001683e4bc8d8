"""The versions of an agenda, each kept as it was: provisional, revised, as adopted."""

import datetime
import itertools
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from nmirf_desktop.domain.agenda import AgendaItem, ExpectedAction, Purpose
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language


class AgendaForm(StrEnum):
    """The stages of an agenda; the title says which one it is."""

    PROVISIONAL = "provisional"
    REVISED = "revised"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class AgendaVersion:
    """A version of a meeting's agenda, numbered from 1; *note* says why it was made."""

    key: Key
    meeting: Key
    number: int
    form: AgendaForm
    made_on: datetime.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class VersionItem:
    """An item as it was in a version; *item* and *parent* are keys of the agenda's own items, which may be gone."""

    key: Key
    version: Key
    item: str
    position: int
    title: Trilingual
    parent: str = ""
    annotation: Trilingual = Trilingual()
    action: ExpectedAction = ExpectedAction.DISCUSSION
    purpose: Purpose = Purpose.OTHER
    presenter: Trilingual = Trilingual()
    duration: int | None = None
    supplementary: bool = False
    objectives: tuple[Objective, ...] = ()
    documents: tuple[str, ...] = ()


FORM_LABELS = {
    AgendaForm.PROVISIONAL: N_("Provisional"),
    AgendaForm.REVISED: N_("Revised provisional"),
    AgendaForm.ADOPTED: N_("As adopted"),
}
_SAME = tuple(one.name for one in fields(VersionItem) if one.name not in ("key", "version", "item", "parent"))


def frozen(version: Key, items: Iterable[AgendaItem], new_key: Callable[[], Key]) -> tuple[VersionItem, ...]:
    """The items of an agenda as a version keeps them."""
    return tuple(
        VersionItem(
            key=new_key(),
            version=version,
            item=one.key,
            parent=one.parent or "",
            **{name: getattr(one, name) for name in _SAME},
        )
        for one in items
    )


def as_items(meeting: Key, kept: Iterable[VersionItem]) -> tuple[AgendaItem, ...]:
    """The agenda that a version keeps."""
    return tuple(
        AgendaItem(
            key=one.item,
            meeting=meeting,
            parent=one.parent or None,
            **{name: getattr(one, name) for name in _SAME},
        )
        for one in kept
    )


def same_agenda(one: Collection[AgendaItem], other: Collection[AgendaItem]) -> bool:
    """Whether two agendas say the same in the same order."""
    return _compared(one) == _compared(other)


def _compared(items: Collection[AgendaItem]) -> list[tuple[object, ...]]:
    return sorted((one.key, one.parent or "", *(getattr(one, name) for name in _SAME)) for one in items)


def is_adopted(meeting: Meeting, versions: Collection[AgendaVersion]) -> bool:
    """*Network Meetings – Agenda*, R38: whether the agenda stands as the meeting adopted it, and changes no more.

    It does until it is opened again as a revised one.
    """
    if meeting.agenda_adopted_on is None:
        return False
    last = max(versions, key=lambda one: one.number, default=None)
    return last is None or last.form is not AgendaForm.REVISED or last.made_on < meeting.agenda_adopted_on


def printed_otherwise(before: AgendaItem, item: AgendaItem) -> bool:
    """Whether an adopted agenda would print an item otherwise, a translation that was missing apart."""
    changed = (
        language for language in Language if before.title[language] and before.title[language] != item.title[language]
    )
    return any(changed) or before.supplementary != item.supplementary


def last_adopted(versions: Collection[AgendaVersion]) -> AgendaVersion | None:
    """The version that the meeting adopted last; ``None`` where none was kept."""
    adopted = (one for one in versions if one.form is AgendaForm.ADOPTED)
    return max(adopted, key=lambda one: one.number, default=None)


def adopted_on(version: AgendaVersion, versions: Collection[AgendaVersion]) -> datetime.date | None:
    """The day on which the meeting adopted what a version keeps; ``None`` for one that is not as adopted.

    It is that of the first one as adopted after the agenda had last been another: completed ones follow it.
    """
    if version.form is not AgendaForm.ADOPTED:
        return None
    before = [one.number for one in versions if one.number < version.number and one.form is not AgendaForm.ADOPTED]
    return min(one.made_on for one in versions if max(before, default=0) < one.number <= version.number)


def adoption_day(meeting: Meeting, on: datetime.date) -> datetime.date:
    """The day of an adoption that is noted on a day: that one, or the last one of a meeting that is over.

    Where the meeting had adopted its agenda and another day than its own is given, or an earlier one, the agenda was
    corrected: it is one adoption, of the day that is known.
    """
    known = meeting.agenda_adopted_on
    if known is not None and not known <= on <= meeting.closes_on:
        return known
    return min(on, meeting.closes_on)


def check_adoption(meeting: Meeting) -> None:
    """The day on which a meeting adopted its agenda does not fall out of its days. Raises ``Problem``."""
    day = meeting.agenda_adopted_on
    if day is not None and not meeting.opens_on <= day <= meeting.closes_on:
        raise Problem(
            N_("The meeting adopted its agenda on {day}, which would not be one of its days; change that day first."),
            {"day": day},
            field_name="opens_on" if day < meeting.opens_on else "closes_on",
        )


def late_revision(versions: Iterable[AgendaVersion], deadline: datetime.date, meeting: Meeting) -> AgendaVersion | None:
    """*Network Meetings – Agenda*, R39, A4: the first version that was revised after the last day for sending.

    What the meeting itself opened again after it had adopted it is its own. Where it was noted by mistake that it had,
    and taken back, the version that was kept then parts nothing.
    """
    known, adopted = sorted(versions, key=lambda one: one.number), meeting.agenda_adopted_on is not None
    before = itertools.takewhile(lambda one: not adopted or one.form is not AgendaForm.ADOPTED, known)
    days = ((one, one.made_on) for one in before if one.form is AgendaForm.REVISED)
    return next((one for one, day in days if deadline < day <= meeting.closes_on), None)


def revised_late(days: Iterable[datetime.date], deadline: datetime.date, meeting: Meeting) -> datetime.date | None:
    """*Network Meetings – Agenda*, R39, A4: the first day of a revision after the last one for sending.

    What is put right after the meeting is over comes too late to be one.
    """
    return min((day for day in days if deadline < day <= meeting.closes_on), default=None)
