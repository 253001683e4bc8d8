"""By when each milestone of a meeting has to be done, the arithmetic in words, and how it stands on a day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.meetings import Meeting, NoticeGround
from nmirf_desktop.domain.milestone_kinds import (
    BACK,
    OFFSETS,
    TITLES,
    WITH_NOTICE,
    Anchor,
    Offset,
    function_of,
    lengthened,
)  # fmt: skip
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.periods import Key, months_before
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Phrase
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_

WARNING = datetime.timedelta(days=21)
"""From so many days before it on, a milestone is due."""
PASSING = frozenset({MilestoneKind.CALL_FOR_ITEMS, MilestoneKind.REGISTRATION, MilestoneKind.CORRECTIONS})
"""What closes by itself when its day is over."""
AFTERWARDS = frozenset({MilestoneKind.MINUTES, MilestoneKind.CORRECTIONS})
"""What follows the meeting."""


class MilestoneState(StrEnum):
    """How a milestone stands on a day; *lapsed* is what nobody noted before the meeting opened."""

    DONE = "done"
    LATE = "late"
    DUE = "due"
    TO_COME = "to_come"
    LAPSED = "lapsed"
    NOT_NEEDED = "not_needed"


STATE_LABELS = {
    MilestoneState.DONE: N_("done"),
    MilestoneState.LATE: N_("late"),
    MilestoneState.DUE: N_("due"),
    MilestoneState.TO_COME: N_("to come"),
    MilestoneState.LAPSED: N_("not recorded"),
    MilestoneState.NOT_NEEDED: N_("not needed"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the register itself tells of a meeting's milestones: days are those on which something was done.

    *hosted* and *translated* have no day. *sent_on* is the day on which the last of those to whom the agenda is owed
    got it. *appointing* says that the Committee's appointment falls to this meeting.
    """

    appointing: bool = False
    hosted: bool = False
    translated: bool = False
    called_on: datetime.date | None = None
    agreed_on: datetime.date | None = None
    sent_on: datetime.date | None = None
    circulated_on: datetime.date | None = None
    corrections_until: datetime.date | None = None
    approved_on: datetime.date | None = None

    def done(self, kind: MilestoneKind) -> datetime.date | bool:
        """The day on which a milestone was reached by what is recorded elsewhere, or whether it is."""
        match kind:
            case MilestoneKind.HOST:
                return self.hosted
            case MilestoneKind.TRANSLATIONS:
                return self.translated
            case MilestoneKind.CANDIDATURES:
                return self.called_on or False
            case MilestoneKind.AGREEMENT:
                return self.agreed_on or False
            case MilestoneKind.NOTICE:
                return self.sent_on or False
            case MilestoneKind.MINUTES:
                return self.circulated_on or False
            case MilestoneKind.CORRECTIONS:
                return self.approved_on or False
            case _:
                return False


TOLD = frozenset({
    MilestoneKind.HOST, MilestoneKind.TRANSLATIONS, MilestoneKind.CANDIDATURES, MilestoneKind.AGREEMENT,
    MilestoneKind.NOTICE, MilestoneKind.MINUTES, MilestoneKind.CORRECTIONS,
})  # fmt: skip
"""What the register tells by itself; the others are ticked by hand."""
OWED = frozenset({MilestoneKind.NOTICE})
"""What the Declaration itself asks for (R39), so that no meeting can do without it."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A milestone with what is noted of it (its *noted* has no key where nothing is), and its *counted* day.

    *rule* is the arithmetic of the counted day; *fact* what the register tells of it.
    """

    noted: Milestone
    opens_on: datetime.date
    counted: datetime.date | None = None
    rule: Phrase = NOTHING_TO_SAY
    fact: datetime.date | bool = False

    @property
    def kind(self) -> MilestoneKind:
        """What is to be done."""
        return self.noted.kind

    @property
    def identity(self) -> str:
        """What tells it from the meeting's others, before and after something is noted of it."""
        return self.noted.key if self.kind is MilestoneKind.OTHER else str(self.kind)

    @property
    def title(self) -> Trilingual:
        """What it is called."""
        return self.noted.title if self.kind is MilestoneKind.OTHER else TITLES[self.kind]

    @property
    def responsible(self) -> Trilingual:
        """The function that sees to it: what is noted, else the usual one."""
        return self.noted.responsible or function_of(self.kind)

    @property
    def day(self) -> datetime.date | None:
        """The day by which it is to be done: its own, else the counted one."""
        return self.noted.due_on or self.counted

    @property
    def done_on(self) -> datetime.date | None:
        """The day on which it was done, where one is known."""
        return self.noted.done_on or (self.fact if isinstance(self.fact, datetime.date) else None)

    @property
    def closes(self) -> datetime.date | None:
        """The last day of a call, which the meeting itself ends; ``None`` where the meeting has none."""
        return None if self.noted.dropped or self.day is None else min(self.day, self.opens_on)

    def state(self, on: datetime.date) -> MilestoneState:
        """How it stands on a day; what was done later than that is not done yet."""
        if self.noted.dropped and self.kind not in OWED:
            return MilestoneState.NOT_NEEDED
        if self.fact is True or (self.done_on is not None and self.done_on <= on):
            return MilestoneState.DONE
        day = self.day
        if day is None or on < day - WARNING:
            return MilestoneState.TO_COME
        if on <= day:
            return MilestoneState.DUE
        if self.kind in PASSING:
            return MilestoneState.DONE
        lapsed = self.kind not in AFTERWARDS and day < self.opens_on <= on
        return MilestoneState.LAPSED if lapsed else MilestoneState.LATE

    def sentence(self) -> Phrase:
        """Rule and arithmetic in words; where the day is its own, that it stays, and what would be counted."""
        if self.noted.due_on is None or self.counted is None:
            return self.rule
        return Phrase(N_("A day of its own, which stays when the meeting moves. Counted: {rule}"), {"rule": self.rule})


def _anchored(meeting: Meeting, ground: NoticeGround, known: Known, anchor: Anchor) -> datetime.date | None:
    match anchor:
        case Anchor.OPENING:
            return meeting.opens_on
        case Anchor.DEADLINE:
            return ground.deadline(meeting)
        case Anchor.END:
            return meeting.closes_on
        case Anchor.CIRCULATION:
            return known.circulated_on


def counted(offset: Offset, anchor: datetime.date) -> datetime.date:
    """A day so far before or after another; months are those of the calendar, clipped to the month's last day (A3)."""
    sign = 1 if offset.anchor in BACK else -1
    return months_before(anchor, sign * offset.span.months) - sign * datetime.timedelta(days=offset.span.days)


_RULES = {
    Anchor.OPENING: N_("{span} before {anchor}: {day}."),
    Anchor.DEADLINE: N_("{span} before the last lawful day to send the agenda, {anchor}: {day}."),
    Anchor.END: N_("{span} after {anchor}: {day}."),
    Anchor.CIRCULATION: N_("{span} after the minutes are circulated, {anchor}: {day}."),
}
UNTIL = N_("As the minutes were circulated: {day}.")
BY_SECRETARIAT = N_(
    "{rule} The days are those of the secretariat, {zone}: there the meeting opens on {anchor}, by the clock of the "
    "place on {opening}."
)
TWO_ZONES = N_(
    "{rule} The meeting’s day is that of its place, {place}; the day of sending is that of the secretariat, {zone}."
)


def _zone(name: str) -> str:
    return name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the days of milestones are counted from: the *meeting*, its notice's *ground*, what is *known* of it."""

    meeting: Meeting
    ground: NoticeGround
    known: Known = Known()

    def all(self, noted: Iterable[Milestone]) -> tuple[Reckoned, ...]:
        """Each milestone of the meeting by its day: those that its kind has, and the secretariat's own.

        A call for candidatures belongs to a meeting that appoints the Committee, or for which something is noted of it.
        """
        rows = [one for one in noted if one.meeting == self.meeting.key]
        standing = {MilestoneKind(one.kind): one for one in rows if one.kind is not MilestoneKind.OTHER}
        offsets = OFFSETS[self.meeting.kind]
        kinds = [kind for kind in offsets if self._has(kind) or kind in standing]
        kinds += [kind for kind in standing if kind not in offsets]
        found = [self._one(standing.get(kind) or Milestone("", self.meeting.key, kind)) for kind in kinds]
        found += [Reckoned(one, self.meeting.opens_on) for one in rows if one.kind is MilestoneKind.OTHER]
        return tuple(sorted(found, key=lambda one: (one.day or datetime.date.max, list(MilestoneKind).index(one.kind))))

    def _has(self, kind: MilestoneKind) -> bool:
        if kind is MilestoneKind.CANDIDATURES:
            return self.known.appointing or self.known.called_on is not None
        return True

    def _one(self, noted: Milestone) -> Reckoned:
        day, rule = self.count(noted.kind)
        return Reckoned(noted, self.meeting.opens_on, day, rule, self.known.done(noted.kind))

    def count(self, kind: MilestoneKind) -> tuple[datetime.date | None, Phrase]:
        """The counted day of a kind with its arithmetic; nothing where this kind of meeting has none."""
        until = self.known.corrections_until
        if kind is MilestoneKind.CORRECTIONS and until is not None:
            return until, Phrase(UNTIL, {"day": until})
        offset = OFFSETS[self.meeting.kind].get(kind)
        if offset is None:
            return None, NOTHING_TO_SAY
        if kind in WITH_NOTICE:
            offset = lengthened(offset, self.ground.months(self.meeting))
        if kind is MilestoneKind.NOTICE:
            return self._notice(offset)
        anchor = _anchored(self.meeting, self.ground, self.known, offset.anchor)
        if anchor is None:
            anchor, _ = self.count(MilestoneKind.MINUTES)
        if anchor is None:
            return None, NOTHING_TO_SAY
        return self._said(offset, anchor)

    def _said(self, offset: Offset, anchor: datetime.date) -> tuple[datetime.date, Phrase]:
        day = counted(offset, anchor)
        return day, Phrase(_RULES[offset.anchor], {"span": offset.span, "anchor": anchor, "day": day})

    def _notice(self, offset: Offset) -> tuple[datetime.date, Phrase]:
        """*Network Meetings – Agenda*, R39, A3: the last lawful day, and whose days count where two zones are."""
        opening, zone = self.ground.opens_on(self.meeting), self.ground.zone
        day, rule = self._said(offset, opening)
        values = {"rule": rule, "zone": _zone(zone), "place": _zone(self.meeting.time_zone)}
        if self.ground.practices(self.meeting).holds(Option.DAYS_OF_SECRETARIAT):
            if opening == self.meeting.opens_on:
                return day, rule
            return day, Phrase(BY_SECRETARIAT, {**values, "anchor": opening, "opening": self.meeting.opens_on})
        return day, rule if zone == self.meeting.time_zone else Phrase(TWO_ZONES, values)


def kept_days(noted: Iterable[Milestone], meeting: Key) -> tuple[Milestone, ...]:
    """The milestones of a meeting whose own days stay when it moves, those done or dropped left out."""
    return tuple(
        one
        for one in noted
        if one.meeting == meeting and one.due_on is not None and one.done_on is None and not one.dropped
    )
