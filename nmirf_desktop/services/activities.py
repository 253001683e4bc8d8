"""The Network's activities: recorded with who took part and their files, and told of a period (R42)."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.activities import (
    ActivitiesOf,
    Activity,
    ActivityLine,
    Attendee,
    TakingPart,
    check_activity,
    missing,
)
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.partnerships import by_names, called, with_standing
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Content, Listed
from nmirf_desktop.domain.place_names import in_every_language
from nmirf_desktop.domain.recognition import AmbiguousState, UnknownState, fold
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.attachments import attach_all, touching
from nmirf_desktop.services.states import States
from nmirf_desktop.services.tallying import names_of
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART, years_of
from nmirf_desktop.storage.attachments import held_by, held_by_each
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import RENAMINGS
from nmirf_desktop.storage.store import Moment, Store, utc_now

STRIKE_VERB = N_("strike out an activity")
RECORD, CORRECT = N_("record an activity"), N_("correct an activity")
UNKNOWN = N_(
    "“{name}” is neither a State nor a partner of the register. Write one name a line; a partner is recorded first, "
    "on the screen “Partners”."
)
FILES_KEPT = N_("Files are attached to this activity, so that it was not struck out; remove them first: {files}.")


@dataclass(frozen=True, slots=True)
class Nameable:
    """A State or partner as it is *said* in a language, with all *names* by which it is known."""

    said: Sayable
    names: tuple[str, ...]


class Activities:
    """The activities of a register; *clock* says on which day a file is attached."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def years(self) -> tuple[int, ...]:
        """The years in which an activity began, the latest first."""
        with self._store.read() as session:
            return years_of(session)

    def between(self, first: datetime.date, last: datetime.date, on: datetime.date | None = None) -> ActivitiesOf:
        """The activities that began in a period, both days included, with what is missing of each on a day.

        States have the names and groups of that day, which is the last one of the period where none is given.
        """
        with self._store.read() as session:
            found = ACTIVITIES.between(session, "begins_on", first, last)
            return ActivitiesOf(first, last, activity_lines(session, self._states, found, on or last))

    def line(self, key: Key, on: datetime.date) -> ActivityLine | None:
        """One activity as of a day; ``None`` where none has that key."""
        with self._store.read() as session:
            found = ACTIVITIES.find(session, key)
            return activity_lines(session, self._states, (found,), on)[0] if found is not None else None

    def recognised(self, names: Iterable[str]) -> tuple[TakingPart, ...]:
        """Who is meant by some names, each of a State or of a partner in any of the three languages, once each.

        A partner is known by its short form, too, as in a list that is imported: "OHCHR", "UNDP".

        Raises:
            Problem: a name is nobody's, or may be that of several States.
        """
        with self._store.read() as session:
            gazetteer = names_of(RENAMINGS.all(session))
            partners = by_names(with_standing(PARTNERS.all(session)))
        found: dict[tuple[StateCode | None, Key | None], TakingPart] = {}
        for name in names:
            partner = next(iter(partners.get(fold(name), ())), None)
            try:
                state = None if partner is not None else gazetteer.find(name).iso3
            except AmbiguousState:
                raise
            except UnknownState as error:
                raise Problem(UNKNOWN, {"name": name}) from error
            one = TakingPart("", "", state, partner.key if partner is not None else None)
            found.setdefault((one.state, one.partner), one)
        return tuple(found.values())

    def nameable(self, on: datetime.date) -> tuple[Nameable, ...]:
        """Who may be named as host or participant on a day: partners, OHCHR first, and the States."""
        with self._store.read() as session:
            partners = with_standing(PARTNERS.all(session))
        named = [Nameable(Content(one.name), called(one)) for one in partners]
        return (*named, *(Nameable(one, names_in_full(one)) for one in self._states.on(on).values()))

    def save(self, activity: Activity, parts: Sequence[TakingPart], files: Sequence[NewFile] = ()) -> Activity:
        """Record an activity with all who took part and its files, or put one right; one without a key is new.

        A place that was typed in one language has its name in the others, where it is a city or a State that is known.

        Raises:
            Problem: it has no title, ends before it begins, or a file cannot be attached.
            Refusal: it, or its meeting, was taken back meanwhile.
        """
        check_activity(activity)
        verb = CORRECT if activity.key else RECORD
        with self._store.write(verb, *touching(Subject.ACTIVITIES, Subject.PARTICIPANTS, files=files)) as session:
            known = ACTIVITIES.find(session, activity.key)
            if known is None or known.place != activity.place:
                states = self._states.on(activity.begins_on).values()
                activity = replace(activity, place=in_every_language(activity.place, states))
            one = recorded(session, ACTIVITIES, activity)
            _save_parts(session, one.key, parts)
            holder = Holder(HolderKind.ACTIVITY, one.key)
            attach_all(session, holder, None, files, self._store.day_of(self._clock()))
        return one

    def strike(self, key: Key) -> None:
        """Take an activity out that was recorded by mistake. Raises ``Problem`` where files are attached to it."""
        with self._store.write(STRIKE_VERB, Subject.ACTIVITIES) as session:
            ACTIVITIES.standing(session, key)
            held = held_by(session, Holder(HolderKind.ACTIVITY, key))
            if held:
                raise Problem(FILES_KEPT, {"files": Listed(tuple(one.name for one in held))})
            for one in TAKING_PART.all(session, activity=key):
                TAKING_PART.remove(session, one.key)
            ACTIVITIES.remove(session, key)


def names_in_full(state: State) -> tuple[str, ...]:
    """The code of a State, and its short and formal names in the three languages."""
    each = ((state.short[one], state.formal[one]) for one in Language)
    return (state.iso3, *(name for both in each for name in both))


def activity_lines(
    session: Session, states: States, found: Sequence[Activity], on: datetime.date
) -> tuple[ActivityLine, ...]:
    """Some activities with who took part, in a snapshot that is open: States as named and grouped on the day."""
    keys = [one.key for one in found]
    parts = TAKING_PART.by(session, "activity", keys)
    partners = PARTNERS.by_key(PARTNERS.all(session))
    meetings = MEETINGS.among(session, (one.meeting for one in found))
    files = held_by_each(session, HolderKind.ACTIVITY, keys)
    known = states.on(on)

    def attendee(part: TakingPart) -> Attendee:
        return Attendee(part, known.get(part.state or ""), partners.get(part.partner or ""))

    return tuple(
        ActivityLine(
            one,
            tuple(map(attendee, sorted(parts[one.key], key=lambda part: not part.host))),
            meetings.get(one.meeting or ""),
            len(files[one.key]),
            missing(one, on),
        )
        for one in found
    )


def _save_parts(session: Session, activity: Key, parts: Sequence[TakingPart]) -> None:
    """Let those take part in an activity, and nobody else; who did before keeps the row."""
    held = {(one.state, one.partner): one for one in TAKING_PART.all(session, activity=activity)}
    wanted = {(one.state, one.partner): one for one in reversed(parts)}
    for who, one in reversed(list(wanted.items())):
        before = held.pop(who, None)
        key = before.key if before is not None else new_key()
        TAKING_PART.save(session, replace(one, key=key, activity=activity))
    for gone in held.values():
        TAKING_PART.remove(session, gone.key)
