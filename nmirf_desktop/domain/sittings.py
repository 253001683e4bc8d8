"""What happens in the room: presence and interventions. Presence informs a vote and never bars one."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.bodies import compared
from nmirf_desktop.domain.meetings import Meeting, Sitting, local
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

DAY = 24 * 60
"""The minutes of a day."""
HALF_DAY, LATEST, MIDNIGHT = datetime.timedelta(hours=3), datetime.time(23, 58), datetime.time(23, 59)
"""How long a sitting is taken to be that nobody planned, when it begins at the latest, and when it ends."""
AWAY = datetime.timedelta(minutes=30)
"""From how far its opening is told beside the hour for which a sitting was planned."""


class PresenceKind(StrEnum):
    """What changed in a delegation's presence."""

    ARRIVED = "arrived"
    ARRIVED_ONLINE = "arrived_online"
    LEFT = "left"
    CONNECTION_LOST = "connection_lost"
    CONNECTION_RESTORED = "connection_restored"


@dataclass(frozen=True, slots=True)
class PresenceEvent:
    """One change in one delegation's presence, at a moment in UTC."""

    key: Key
    meeting: Key
    state: StateCode
    kind: PresenceKind
    at: datetime.datetime


class InterventionKind(StrEnum):
    """What was said: a statement, an explanation of vote, an observer's objection, which breaks no consensus (R7).

    The last four belong to a point of order or to a procedural motion (R24).
    """

    STATEMENT = "statement"
    INTRODUCTION = "introduction"
    OBSERVER_OBJECTION = "observer_objection"
    EXPLANATION = "explanation_of_vote"
    RIGHT_OF_REPLY = "right_of_reply"
    POINT_OF_ORDER = "point_of_order"
    MOTION = "motion"
    FOR_MOTION = "for_motion"
    AGAINST_MOTION = "against_motion"


class Attribution(StrEnum):
    """How minutes tell an intervention: with its speaker, without one, or not at all (formats of minutes)."""

    NAMED = "named"
    UNATTRIBUTED = "unattributed"
    OFF_THE_RECORD = "off_the_record"


@dataclass(frozen=True, slots=True)
class Intervention:
    """Who spoke under an item, when, and the rapporteur's note in the language in which it was noted.

    The speaker is a State, or a body such as OHCHR named in *body*. *ended_at* is when it was over, where that
    was noted; *motion* is the procedural motion that it moves, supports or opposes. What is *off the record* stays in
    the register: no document, no translator's table and no projector tells it.
    """

    key: Key
    meeting: Key
    item: Key
    at: datetime.datetime
    state: StateCode | None = None
    body: Trilingual = Trilingual()
    kind: InterventionKind = InterventionKind.STATEMENT
    note: str = ""
    language: Language = Language.EN
    ended_at: datetime.datetime | None = None
    motion: Key | None = None
    attribution: Attribution = Attribution.NAMED

    @property
    def told(self) -> bool:
        """Whether documents may tell of it at all."""
        return self.attribution is not Attribution.OFF_THE_RECORD

    @property
    def attributed(self) -> bool:
        """Whether documents may say who spoke."""
        return self.attribution is Attribution.NAMED


def with_note(held: Intervention, noted: Intervention) -> Intervention:
    """An intervention as it is *held*, with what the rapporteur writes of it: note, language, kind, a guest's name."""
    return replace(held, note=noted.note, language=noted.language, kind=noted.kind, body=noted.body)


class PauseReason(StrEnum):
    """Why a sitting is suspended; *unsaid* until somebody says so."""

    UNSAID = "unsaid"
    CONSULTATIONS = "consultations"
    BREAK = "break"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True)
class SittingPause:
    """A sitting was suspended at a moment in UTC, at an item of the agenda, and resumed at another, if it was.

    *resumes* is the hour at which the Chair said that it would, by the clock on the wall of the meeting.
    """

    key: Key
    meeting: Key
    sitting: Key
    suspended_at: datetime.datetime
    resumed_at: datetime.datetime | None = None
    reason: PauseReason = PauseReason.UNSAID
    item: Key | None = None
    resumes: datetime.time | None = None


def check_resuming(now: datetime.datetime, hour: datetime.time) -> None:
    """Raises ``Problem`` for an *hour* of resuming that is past at a local moment; it lies in the half day after it."""
    since = now.hour * 60 + now.minute
    if (hour.hour * 60 + hour.minute - since) % DAY > DAY // 2:
        raise Problem(
            N_("{hour} is past already, so that no hour of resuming was noted: type one of the next twelve hours."),
            {"hour": hour},
            field_name="resumes",
        )


def resumption(suspended: datetime.datetime, hour: datetime.time) -> datetime.datetime:
    """When what was *suspended* at a local moment resumes: at the next time at which the clock shows that *hour*."""
    found = datetime.datetime.combine(suspended.date(), hour)
    early = hour < suspended.time().replace(second=0, microsecond=0)
    return found + datetime.timedelta(days=1) if early else found


def on_its_day(time: str, day: datetime.date, today: datetime.date, words: Catalog) -> str:
    """A time as it is said, with its day where that is not *today*."""
    if day == today:
        return time
    return words.pgettext("moment of a sitting", "{time} on {date}").format(time=time, date=words.date(day))


def pause_of(sitting: Sitting | None, pauses: Iterable[SittingPause]) -> SittingPause | None:
    """The pause in which a sitting is now, ``None`` while it goes on, before it opens and after it rose."""
    if sitting is None or sitting.closed_at is not None:
        return None
    return next((one for one in pauses if one.sitting == sitting.key and one.resumed_at is None), None)


def sitting_now(sittings: Sequence[Sitting]) -> Sitting | None:
    """The sitting that is open, else the first that has not been opened, else the last; ``None`` where there is none.

    *sittings* are those of one meeting in their order.
    """
    running = (one for one in sittings if one.opened_at is not None and one.closed_at is None)
    coming = (one for one in sittings if one.opened_at is None)
    return next(running, None) or next(coming, None) or (sittings[-1] if sittings else None)


def hours_from(time: datetime.time) -> tuple[datetime.time, datetime.time]:
    """The hours of a sitting that nobody planned: from the minute in which it opens, three hours, within its day."""
    begin = datetime.datetime.combine(datetime.date.min, min(time.replace(second=0, microsecond=0), LATEST))
    end = begin + HALF_DAY
    return begin.time(), end.time() if end.date() == begin.date() else MIDNIGHT


def held_on(meeting: Meeting, sitting: Sitting) -> datetime.date:
    """The local day on which a sitting was opened; of one that is still to come, the day for which it is planned."""
    return sitting.on if sitting.opened_at is None else local(meeting, sitting.opened_at).date()


def away_from_plan(meeting: Meeting, sitting: Sitting) -> bool:
    """Whether a sitting was opened on another day than planned, or half an hour or more from its hour."""
    if sitting.opened_at is None:
        return False
    opened = local(meeting, sitting.opened_at).replace(tzinfo=None)
    return abs(opened - datetime.datetime.combine(sitting.on, sitting.starts)) >= AWAY


@dataclass(frozen=True, slots=True)
class SittingName:
    """Names a sitting by its number."""

    number: int

    def said_in(self, words: Catalog) -> str:
        """Such as "2nd sitting"."""
        return words.ordinal_sitting(self.number)


def planned_sentence(meeting: Meeting, sitting: Sitting) -> Phrase:
    """For when a sitting was planned that was opened on another day; nothing to say of any other one."""
    if held_on(meeting, sitting) == sitting.on:
        return Phrase()
    values = {"sitting": SittingName(sitting.number), "day": sitting.on, "time": sitting.starts}
    return Phrase(N_("The {sitting} was planned for {day} at {time}."), values)


def when_held(meeting: Meeting, sitting: Sitting, words: Catalog) -> str:
    """When a sitting was held that was opened away from its plan (:func:`away_from_plan`); else an empty text."""
    if sitting.opened_at is None or not away_from_plan(meeting, sitting):
        return ""
    opened = local(meeting, sitting.opened_at)
    closed = None if sitting.closed_at is None else local(meeting, sitting.closed_at)
    day = words.date_with_weekday(opened)
    if closed is None or closed.date() != opened.date():
        return words.gettext("opened on {day} at {time}").format(day=day, time=words.time(opened.time()))
    hours = words.printed_hours(opened.time(), closed.time())
    return words.gettext("held on {day}, {hours}").format(day=day, hours=hours)


def place_of(sittings: Sequence[Sitting]) -> Key | None:
    """Where the room is, or was when it last rose: the item of the latest sitting that has one.

    *sittings* are those of one meeting in their order.
    """
    return next((one.item for one in reversed(sittings) if one.opened_at is not None and one.item), None)


def going_on(meeting: Meeting, sittings: Sequence[Sitting], on: datetime.date) -> bool:
    """Whether a meeting has not ended on a local day: a sitting is open, or one may still come on that day.

    *sittings* are those of the meeting. One whose sittings were all held has ended before its last day is past.
    """
    if any(one.opened_at is not None and one.closed_at is None for one in sittings):
        return True
    all_held = bool(sittings) and all(one.closed_at is not None for one in sittings)
    return on <= meeting.closes_on and not all_held


def left_unopened(sittings: Sequence[Sitting]) -> bool:
    """Whether a meeting goes on for nothing but *sittings* of it that nobody opened: others were held, none is open."""
    held = [one for one in sittings if one.opened_at is not None]
    return 0 < len(held) < len(sittings) and all(one.closed_at is not None for one in held)


def ends_later(meeting: Meeting, last: datetime.date) -> Phrase:
    """That a meeting keeps a day after that of its *last* sitting, and what can be done; else nothing to say."""
    if meeting.closes_on <= last:
        return Phrase()
    return Phrase(
        N_(
            "The last day of the meeting stays {closes}, but its last sitting was on {day}: if it ended then, change"
            " its last day in Meetings, under “When and where”."
        ),
        {"closes": meeting.closes_on, "day": last},
    )


def outside_the_days(meeting: Meeting, day: datetime.date) -> bool:
    """Whether a sitting on a local *day* lies outside the days of its meeting: recorded as it happens, and said."""
    return not meeting.opens_on <= day <= meeting.closes_on


def next_to_the_days(meeting: Meeting, day: datetime.date) -> bool:
    """Whether a local *day* is the eve of a meeting, or the day after it."""
    away = datetime.timedelta(days=1)
    return day in (meeting.opens_on - away, meeting.closes_on + away)


def outside_sentence(meeting: Meeting, day: datetime.date) -> Phrase:
    """That a sitting was opened on a *day* on which its meeting is not held, and what can be done."""
    values = {"day": day, "first": meeting.opens_on, "last": meeting.closes_on}
    if meeting.opens_on == meeting.closes_on:
        return Phrase(
            N_(
                "The sitting is open, but {day} is not the day of the meeting ({first})."
                " It is recorded as it happens; if the meeting has another day, change it in Meetings, under “When and"
                " where”."
            ),
            values,
        )
    return Phrase(
        N_(
            "The sitting is open, but {day} is outside the days of the meeting ({first} to {last})."
            " It is recorded as it happens. If the meeting has other days, change them in Meetings, under “When and"
            " where”;"
            " if the sitting was opened by mistake, Ctrl+Z takes that back."
        ),
        values,
    )


def check_named(body: Trilingual) -> None:
    """Raises ``Problem`` for a guest of whom no name is written in any language."""
    if not body:
        raise Problem(N_("Write who speaks, in one language at least."), field_name="name")


def guests(heard: Sequence[Intervention] = (), invited: Iterable[Trilingual] = ()) -> tuple[Trilingual, ...]:
    """Who may take the floor without being a State, and has neither a vote nor a motion (R44, R45).

    OHCHR, the Chair, the partners that are *invited* and who comes for them, and those *heard* at the meeting before,
    each once.
    """
    known = {compared(body): body for body in (ohchr(), _everywhere(_chair))}
    for body in (*invited, *(one.body for one in heard if one.state is None)):
        if body:
            known.setdefault(compared(body), body)
    return tuple(known.values())


def coming_for(person: Person, body: Trilingual) -> Trilingual:
    """A person who comes for a partner, as one speaks of both: "Amina SOSA (University of Rabat)".

    It is as ready as the name of the partner (:meth:`~.Trilingual.with_texts`).
    """
    return body.with_texts({one: f"{person.label(one)} ({body[one]})" if body[one] else "" for one in Language})


def ohchr() -> Trilingual:
    """OHCHR as it is named in the room."""
    return _everywhere(_ohchr)


def _everywhere(name: Callable[[Catalog], str]) -> Trilingual:
    en, fr, es = (name(catalog(language)) for language in (Language.EN, Language.FR, Language.ES))
    return Trilingual.final(en, fr, es)


def _ohchr(words: Catalog) -> str:
    return words.pgettext("speaker who is no State", "OHCHR")


def _chair(words: Catalog) -> str:
    return words.pgettext("speaker who is no State", "The Chair")
