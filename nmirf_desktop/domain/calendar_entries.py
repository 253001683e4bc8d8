"""What a meeting puts into a calendar: its days, its sittings, and its milestones with a warning."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.listed_people import in_its_language
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.reckoning import Reckoned
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog

WARNED = datetime.timedelta(days=7)
"""How long before a milestone a calendar warns of it."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry. *starts* is a day, or a moment in the meeting's time zone; *ends* is the first one after it.

    *identity* is the same in each export of the register. *warned* is how long before it a calendar warns. A *foreign*
    title holds the original of another language, so marked.
    """

    identity: str
    title: str
    starts: datetime.date | datetime.datetime
    ends: datetime.date | datetime.datetime
    place: str = ""
    note: str = ""
    busy: bool = False
    warned: datetime.timedelta | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class MeetingCalendar:
    """A meeting's entries under a name, in one language; *stamped* is when the register was last changed."""

    name: str
    entries: tuple[CalendarEntry, ...]
    stamped: datetime.datetime
    language: str


def entries(
    meeting: Meeting, sittings: Iterable[Sitting], milestones: Iterable[Reckoned], words: Catalog, host: str = ""
) -> Iterator[CalendarEntry]:
    """The entries of a meeting in the language of *words*: its days, each sitting, each milestone that is needed.

    Its place is said with the name of its *host* State, which calendars look for on a map.
    """
    title, place = in_its_language(meeting.title, words), in_its_language(meeting.place, words)
    if host and host not in place:
        place = ", ".join(part for part in (place, host) if part)
    day_after = meeting.closes_on + datetime.timedelta(days=1)
    named = _named(meeting, title, words)
    foreign = _is_foreign(meeting.title, words)
    yield CalendarEntry(meeting.key, named, meeting.opens_on, day_after, place, foreign=foreign)
    for sitting in sittings:
        starts, ends = (
            datetime.datetime.combine(sitting.on, time, ZoneInfo(meeting.time_zone))
            for time in (sitting.starts, sitting.ends)
        )
        name = _named(meeting, sentence_start(words.ordinal_sitting(sitting.number)), words)
        yield CalendarEntry(sitting.key, name, starts, ends, place, title, busy=True)
    for one in milestones:
        if one.day is not None and not one.noted.dropped:
            yield _milestone(meeting, one, one.day, words)


def to_do(actions: Iterable[tuple[FollowUpAction, Meeting]], words: Catalog) -> Iterator[CalendarEntry]:
    """The follow-up actions that have a day, each with the meeting that asked for it."""
    for action, asked in actions:
        if action.due_on is not None:
            yield _action(asked, action, action.due_on, words)


def _action(asked: Meeting, action: FollowUpAction, day: datetime.date, words: Catalog) -> CalendarEntry:
    """A follow-up action on the day on which it is due, with a warning while it is not done."""
    who = in_its_language(action.responsible, words)
    said = [words.gettext("Follow-up to {symbol}.").format(symbol=asked.symbol)]
    if who:
        said.append(words.gettext(N_("Responsible: {function}")).format(function=who))
    return CalendarEntry(
        action.key,
        _named(asked, in_its_language(action.title, words), words),
        day,
        day + datetime.timedelta(days=1),
        note="\n".join(said),
        warned=None if action.done_on is not None else WARNED,
        foreign=_is_foreign(action.title, words),
    )


def _is_foreign(text: Trilingual, words: Catalog) -> bool:
    return Said.of(text).read(words.language).untranslated


def _named(meeting: Meeting, what: str, words: Catalog) -> str:
    return words.pgettext("entry of a calendar", "{symbol}: {what}").format(symbol=meeting.symbol, what=what)


def _milestone(meeting: Meeting, one: Reckoned, day: datetime.date, words: Catalog) -> CalendarEntry:
    said = [sentence_start(one.sentence().said_in(words)), one.noted.note.strip()]
    who = in_its_language(one.responsible, words)
    said.append(words.gettext(N_("Responsible: {function}")).format(function=who))
    return CalendarEntry(
        f"{meeting.key}-{one.identity}",
        _named(meeting, in_its_language(one.title, words), words),
        day,
        day + datetime.timedelta(days=1),
        note="\n".join(part for part in said if part),
        warned=None if one.fact or one.done_on is not None else WARNED,
        foreign=_is_foreign(one.title, words),
    )
