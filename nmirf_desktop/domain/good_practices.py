"""Good practices of States: what one does, with its consent to share it, and with whom it was shared (R43)."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.counted import by_objective, by_region
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


class Area(StrEnum):
    """What of the work of a national mechanism a practice is about.

    Coordination, consultation and the management of information are capacities of a national mechanism in the guide of
    OHCHR (*National Mechanisms for Reporting and Follow-up*, 2016); the others are what it is for.
    """

    COORDINATION = "coordination"
    REPORTING = "reporting"
    IMPLEMENTATION = "implementation"
    FOLLOW_UP = "follow_up"
    CONSULTATION = "consultation"
    DATA = "data"


AREA_LABELS = {
    Area.COORDINATION: N_("Coordination"),
    Area.REPORTING: N_("Reporting"),
    Area.IMPLEMENTATION: N_("Implementation"),
    Area.FOLLOW_UP: N_("Follow-up of recommendations"),
    Area.CONSULTATION: N_("Consultation"),
    Area.DATA: N_("Data and information management"),
}
AGREED_AFTER = N_(
    "The State withdrew it on {day}: the day of its first consent is before that; a later one is that on which it "
    "agreed again."
)
RENEWED_BEFORE = N_("A State agrees again after it withdrew the practice: give both days in this order.")


@dataclass(frozen=True, slots=True)
class GoodPractice:
    """What a *state* does and others may learn from; *number* counts those of the year in which they were recorded.

    *consented_on* is the day on which the State agreed that it is shared, *consented_by* who did, by function, and
    *contact* the function that answers questions. *languages* are those in which the State has it in writing. The State
    may withdraw it: from *withdrawn_on* on it is shared no more, unless the State agrees anew on the day *renewed_on*.
    The *note* is the secretariat’s own.
    """

    key: Key
    state: StateCode
    title: Trilingual
    area: Area
    recorded_on: datetime.date
    number: int = 0
    text: Trilingual = Trilingual()
    objectives: tuple[Objective, ...] = ()
    contact: Trilingual = Trilingual()
    languages: tuple[Language, ...] = ()
    consented_on: datetime.date | None = None
    consented_by: str = ""
    withdrawn_on: datetime.date | None = None
    note: str = ""
    renewed_on: datetime.date | None = None

    def agreed_on(self, on: datetime.date) -> datetime.date | None:
        """The day of the State's latest consent by a day, which it may have withdrawn since."""
        return max((day for day in (self.consented_on, self.renewed_on) if day is not None and day <= on), default=None)

    def consents(self, on: datetime.date) -> bool:
        """Whether the State has agreed by a day that it is shared, and has not withdrawn it by then."""
        return self.agreed_on(on) is not None and not self.withdrawn(on)

    def withdrawn(self, on: datetime.date) -> bool:
        """Whether it is withdrawn on a day: by then, and the State has not agreed anew."""
        renewed = self.renewed_on is not None and self.renewed_on <= on
        return self.withdrawn_on is not None and self.withdrawn_on <= on and not renewed


class SharedWith(StrEnum):
    """With whom a practice was shared; what goes to the virtual knowledge hub is a contribution."""

    MEMBERS = "members"
    OBSERVERS = "observers"
    STATES = "states"
    PARTNER = "partner"


SHARED_LABELS = {
    SharedWith.MEMBERS: N_("All members"),
    SharedWith.OBSERVERS: N_("All observers"),
    SharedWith.STATES: N_("Some States"),
    SharedWith.PARTNER: N_("A partner"),
}


@dataclass(frozen=True, slots=True)
class Sharing:
    """A practice that was shared on a day: with all of a kind, with the *states* named, or with a *partner*."""

    key: Key
    practice: Key
    shared_on: datetime.date
    shared_with: SharedWith
    states: tuple[StateCode, ...] = ()
    partner: Key | None = None
    note: str = ""


CAN_LACK = (Missing.CONSENT, Missing.OBJECTIVE, Missing.LANGUAGE)
"""What a practice can lack."""


def missing(practice: GoodPractice, on: datetime.date) -> tuple[Missing, ...]:
    """*Objectives – 3 and 6*, R43: what of a practice is missing on a day; of one that was withdrawn, nothing."""
    if practice.withdrawn(on):
        return ()
    found = (
        (Missing.CONSENT, not practice.consents(on)),
        (Missing.OBJECTIVE, not practice.objectives),
        (Missing.LANGUAGE, lacks_language((practice.title, practice.text, practice.contact))),
    )
    return tuple(what for what, lacks in found if lacks)


def without_consent(practice: GoodPractice, sent_on: datetime.date, on: datetime.date) -> bool:
    """*Objectives – 6*, R43: whether what went out on a day had no consent, as it is known on another.

    A consent that was recorded later covers it; what went out after the State withdrew it, and before it agreed anew,
    is covered by none.
    """
    return practice.withdrawn(sent_on) or practice.agreed_on(on) is None


def first_named(practice: GoodPractice, first: datetime.date, last: datetime.date) -> bool:
    """*Objectives – 6*, R43: whether a practice that was recorded before a *first* day is named first in what follows.

    Its State agreed from then on, and does on the *last* day. What its State had agreed to before was named in the year
    of that consent, unless the State withdrew it by the end of that year. Of reviews of other periods than years nobody
    knows where one ended: with a consent withdrawn and renewed they may name a practice twice, or not at all.
    """
    if practice.recorded_on >= first or not practice.consents(last):
        return False
    agreed = practice.consented_on
    if agreed is None or agreed >= first:
        return True
    known = max(agreed, practice.recorded_on)
    told = min(datetime.date(known.year, 12, 31), first - datetime.timedelta(days=1))
    return not practice.consents(told) and practice.renewed_on is not None and practice.renewed_on >= first


def check_practice(practice: GoodPractice) -> None:
    """A practice has a title, and its consent, its withdrawal and the consent anew are in their order.

    Raises ``Problem``.
    """
    if not practice.title:
        raise Problem(N_("Give the practice a title."), field_name="title")
    if practice.consented_by.strip() and practice.consented_on is None:
        raise Problem(N_("Give the day on which the State agreed."), field_name="consented_on")
    agreed, gone, anew = practice.consented_on, practice.withdrawn_on, practice.renewed_on
    if agreed is not None and gone is not None and agreed > gone:
        raise Problem(AGREED_AFTER, {"day": gone}, "consented_on")
    if anew is not None and (gone is None or anew <= gone):
        raise Problem(RENEWED_BEFORE, field_name="renewed_on")


def check_sharing(sharing: Sharing) -> None:
    """Who it was shared with is named where it is not all of a kind. Raises ``Problem``."""
    if sharing.shared_with is SharedWith.STATES and not sharing.states:
        raise Problem(N_("Name the States with which it was shared."), field_name="states")
    if sharing.shared_with is SharedWith.PARTNER and sharing.partner is None:
        raise Problem(N_("Choose the partner with which it was shared."), field_name="partner")


@dataclass(frozen=True, slots=True)
class SharingLine:
    """A sharing with those it names, and whether it lacks the State's consent."""

    sharing: Sharing
    states: tuple[State, ...] = ()
    partner: Partner | None = None
    without_consent: bool = False


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """A practice on the day *on* with its State as named then, how often it was *shared*, and how many files it has.

    *unconsented* says that it was shared, or sent to the virtual knowledge hub, without consent. What it lacks is told
    when it is asked for: a list of many shows few.
    """

    practice: GoodPractice
    state: State
    on: datetime.date
    shared: int = 0
    files: int = 0
    unconsented: bool = False

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What of it is missing on the day."""
        return missing(self.practice, self.on)

    @property
    def withdrawn(self) -> bool:
        """Whether it is withdrawn on the day."""
        return self.practice.withdrawn(self.on)

    @property
    def key(self) -> Key:
        """The practice’s key."""
        return self.practice.key


@dataclass(frozen=True, slots=True)
class PracticesOf:
    """The practices that were recorded in a period, from a *first* day to a *last*, and what was shared in it."""

    first: datetime.date
    last: datetime.date
    lines: tuple[PracticeLine, ...]
    sharings: tuple[Sharing, ...] = ()

    def by_area(self) -> Mapping[Area, int]:
        """How many there are of each area."""
        counted = Counter(line.practice.area for line in self.lines)
        return {area: counted[area] for area in Area}

    def by_objective(self) -> Mapping[Objective, int]:
        """How many served each of the six objectives; one that served two counts for both."""
        return by_objective(line.practice for line in self.lines)

    def by_region(self, by: Option) -> Mapping[Region, int]:
        """How many are of States of each region, by a scheme."""
        return by_region(((line.state,) for line in self.lines), by)
