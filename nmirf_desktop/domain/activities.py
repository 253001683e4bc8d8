"""What the Network does in a year: its activities, who took part in them, and what of one is still missing (R42)."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.counted import by_month, by_objective, by_region
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.regions import Region
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual, lacks_language
from nmirf_desktop.i18n import N_, Language


class ActivityKind(StrEnum):
    """What sort of activity it was."""

    WORKSHOP = "workshop"
    EXCHANGE = "exchange"
    VISIT = "visit"
    STATEMENT = "statement"
    PUBLICATION = "publication"
    MEETING = "meeting"
    OTHER = "other"


KIND_LABELS = {
    ActivityKind.WORKSHOP: N_("Workshop"),
    ActivityKind.EXCHANGE: N_("Exchange of experience"),
    ActivityKind.VISIT: N_("Visit"),
    ActivityKind.STATEMENT: N_("Joint statement"),
    ActivityKind.PUBLICATION: N_("Publication"),
    ActivityKind.MEETING: N_("Meeting or side event"),
    ActivityKind.OTHER: N_("Other activity"),
}


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that the Network or its members did, on one day or several; *ends_on* is its last day.

    *languages* are those in which it was held, *objectives* those of the Network that it served (R42). A *meeting* is
    the one of the Network at which it took place. The *note* is the secretariat’s own, and printed nowhere.
    """

    key: Key
    kind: ActivityKind
    title: Trilingual
    begins_on: datetime.date
    ends_on: datetime.date
    place: Trilingual = Trilingual()
    languages: tuple[Language, ...] = ()
    objectives: tuple[Objective, ...] = ()
    result: Trilingual = Trilingual()
    meeting: Key | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakingPart:
    """A *state* or a *partner* that took part in an activity, or was its host."""

    key: Key
    activity: Key
    state: StateCode | None = None
    partner: Key | None = None
    host: bool = False


CAN_LACK = (Missing.OBJECTIVE, Missing.RESULT, Missing.LANGUAGE)
"""What an activity can lack."""


def missing(activity: Activity, on: datetime.date) -> tuple[Missing, ...]:
    """*Objectives*, R42: what of an activity is missing on a day; a result not before it is over.

    A text that has one language has all three, and none that its original has left behind.
    """
    found = (
        (Missing.OBJECTIVE, not activity.objectives),
        (Missing.RESULT, activity.ends_on < on and not activity.result),
        (Missing.LANGUAGE, lacks_language((activity.title, activity.place, activity.result))),
    )
    return tuple(what for what, lacks in found if lacks)


def check_activity(activity: Activity) -> None:
    """An activity has a title and does not end before it begins. Raises ``Problem``."""
    if not activity.title:
        raise Problem(N_("Give the activity a title."), field_name="title")
    if activity.ends_on < activity.begins_on:
        raise Problem(N_("An activity does not end before it begins."), field_name="ends_on")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who took part, by name: a *state* as it was called then, or a *partner*."""

    part: TakingPart
    state: State | None = None
    partner: Partner | None = None


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity with who took part, the meeting of which it was part, how many files it has, and what is missing."""

    activity: Activity
    attendees: tuple[Attendee, ...] = ()
    meeting: Meeting | None = None
    files: int = 0
    missing: tuple[Missing, ...] = ()

    @property
    def key(self) -> Key:
        """The activity’s key."""
        return self.activity.key

    @property
    def states(self) -> tuple[State, ...]:
        """The States among those who took part, hosts first."""
        return tuple(one.state for one in self.attendees if one.state is not None)

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The partners among those who took part, hosts first."""
        return tuple(one.partner for one in self.attendees if one.partner is not None)


@dataclass(frozen=True, slots=True)
class ActivitiesOf:
    """The activities that began in a period, from its *first* day to its *last*, in the order of their days."""

    first: datetime.date
    last: datetime.date
    lines: tuple[ActivityLine, ...]

    def by_objective(self) -> Mapping[Objective, int]:
        """How many served each of the six objectives; one that served two counts for both."""
        return by_objective(line.activity for line in self.lines)

    def by_region(self, by: Option) -> Mapping[Region, int]:
        """In how many at least one State of each region took part, by a scheme; without regions, in none."""
        return by_region((line.states for line in self.lines), by)

    def by_month(self) -> tuple[int, ...]:
        """How many began in each month, from January to December."""
        return by_month(line.activity.begins_on for line in self.lines)

    def by_kind(self) -> Mapping[ActivityKind, int]:
        """How many there are of each kind that there is."""
        counted = Counter(line.activity.kind for line in self.lines)
        return {kind: counted[kind] for kind in ActivityKind if counted[kind]}

    def lacking(self, what: Missing) -> tuple[ActivityLine, ...]:
        """Those of which something is missing."""
        return tuple(line for line in self.lines if what in line.missing)
