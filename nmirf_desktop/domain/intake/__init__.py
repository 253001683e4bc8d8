"""A list that an office sent, read against the register: what each of its rows would do, before anything is done.

The preview is a pure function of the list, what was put right by hand, and a frozen snapshot of the register
(:mod:`nmirf_desktop.domain.intake.judging`). Each row that is read ends in a verdict.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.activities import Activity, TakingPart
from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.good_practices import GoodPractice
from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership, MembershipKind
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.participants import Delegate, Invitee, Partner
from nmirf_desktop.domain.partnerships import Partnership
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.reading import DateOrder


class Faulty(Protocol):
    """A cell without a value, such as one whose formula gave an error."""

    @property
    def problem(self) -> Problem:
        """What is wrong with it, and what to do."""
        ...


Cell = str | int | float | bool | datetime.date | Faulty | None
"""What a cell of a list holds."""
WorkFact = (
    Activity
    | TakingPart
    | Partner
    | Contact
    | Partnership
    | OhchrSupport
    | GoodPractice
    | Contribution
    | ActionPlan
    | PlanPriority
    | PlannedAction
)
"""What a row of a list of work may make the register hold."""
Fact = Membership | Communication | Mechanism | Person | FocalPoint | Invitee | Delegate | WorkFact
"""What a row may make the register hold."""


class IntakeKind(StrEnum):
    """What the rows of a list are; the words of the command line."""

    MEMBERS = "members"
    FOCAL_POINTS = "focal-points"
    PARTICIPANTS = "participants"
    ACTIVITIES = "activities"
    CONTACTS = "contacts"
    PARTNERSHIPS = "partnerships"
    OHCHR_SUPPORT = "ohchr-support"
    GOOD_PRACTICES = "good-practices"
    CONTRIBUTIONS = "contributions"
    ACTION_PLANS = "action-plans"


KIND_TITLES = {
    IntakeKind.MEMBERS: N_("Members and observers"),
    IntakeKind.FOCAL_POINTS: N_("Focal points"),
    IntakeKind.PARTICIPANTS: N_("Participants"),
    IntakeKind.ACTIVITIES: N_("Activities"),
    IntakeKind.CONTACTS: N_("Contacts with States that are not members"),
    IntakeKind.PARTNERSHIPS: N_("Partnerships"),
    IntakeKind.OHCHR_SUPPORT: N_("Support by OHCHR"),
    IntakeKind.GOOD_PRACTICES: N_("Good practices"),
    IntakeKind.CONTRIBUTIONS: N_("Contributions to the knowledge hub"),
    IntakeKind.ACTION_PLANS: N_("Action plans"),
}
WORK = frozenset(IntakeKind) - {IntakeKind.MEMBERS, IntakeKind.FOCAL_POINTS, IntakeKind.PARTICIPANTS}
"""The lists of what the Network does, whose rows are not people or States."""


class Verdict(StrEnum):
    """What becomes of a row. An error is not imported; each of the others may have warnings as well."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ERROR = "error"


VERDICT_LABELS = {
    Verdict.NEW: N_("New"),
    Verdict.CHANGED: N_("Changed"),
    Verdict.UNCHANGED: N_("Unchanged"),
    Verdict.ERROR: N_("Error"),
}


class Weight(StrEnum):
    """How much a reason weighs: a note changes no verdict."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Choice(StrEnum):
    """What a reader decides of a row that the list leaves open."""

    END_EARLIER = "end_earlier"
    NOT_VOTING = "not_voting"
    SAME_PERSON = "same_person"
    ANOTHER_PERSON = "another_person"
    NEW_PARTNER = "new_partner"


CHOICE_LABELS = {
    Choice.END_EARLIER: N_("End the earlier one on that day"),
    Choice.NOT_VOTING: N_("Record this one as not voting"),
    Choice.SAME_PERSON: N_("It is the same person"),
    Choice.ANOTHER_PERSON: N_("It is another person"),
    Choice.NEW_PARTNER: N_("Record it as a new partner"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row has its verdict, and the *field* that it is about, if one."""

    weight: Weight
    said: Phrase
    field: str = ""

    @classmethod
    def of(cls, refused: Refusal | Problem, field: str = "", weight: Weight = Weight.ERROR) -> "Reason":
        """What a rule or a field says no to."""
        name = field or (refused.field_name if isinstance(refused, Problem) else "")
        return cls(weight, Phrase(refused.message, refused.values), name)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the register before and after; *label* is a marked constant, ``None`` an empty field."""

    label: str
    before: Sayable | datetime.date | str | None
    after: Sayable | datetime.date | str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right by hand in one row: cells by the names of their fields, and choices."""

    cells: Mapping[str, str] = field(default_factory=dict)
    choices: frozenset[Choice] = frozenset()


class Line(Protocol):
    """A line of a list: its *number* as the spreadsheet shows it, and its cells."""

    @property
    def number(self) -> int:
        """From 1."""
        ...

    @property
    def cells(self) -> tuple[Cell, ...]:
        """From the left."""
        ...


@dataclass(frozen=True, slots=True)
class NotRead:
    """A line that is no row: a title, a note, a total."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class IntakeTable:
    """The rows of a list of a kind, and in which column each field stands.

    *not_read* are the lines around them, *unread* the headings that name no field, *doubled* the fields that two
    columns are headed as: the name, the column that is read, as spreadsheets call it, and the one that is not. Of a
    *reply sheet* of this program, the lines that came back as they were sent are nothing to tell.
    """

    kind: IntakeKind
    lines: tuple[Line, ...]
    columns: Mapping[str, int]
    not_read: tuple[NotRead, ...] = ()
    unread: tuple[str, ...] = ()
    doubled: tuple[tuple[str, str, str], ...] = ()
    reply_sheet: bool = False

    def without(self, name: str) -> "IntakeTable":
        """The same list with one of its fields not read."""
        return replace(self, columns={field: place for field, place in self.columns.items() if field != name})


@dataclass(frozen=True, slots=True)
class Reading:
    """How a reader has a list read.

    The *language* of its texts, what its States are where no column says it, and whether *dates* in figures have the
    day or the month first where their column does not show it; ``None`` reads the day first, and warns. *mechanisms*
    is since when mechanisms exist of which the list does not say it; ``None`` takes the State's first day, and warns.
    """

    language: Language = Language.EN
    status: MembershipKind | None = None
    dates: DateOrder | None = None
    mechanisms: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ByHand:
    """How a list is read, and what was put right in it, by the numbers of its lines."""

    reading: Reading = Reading()
    corrections: Mapping[int, Correction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of a list: what would become of it, and why.

    *name* is the State as the list writes it; *does* says in few words what is imported; *candidates* are States that
    may be meant, *offers* the decisions that would let the row in. *cells* are those of its fields, as read.
    """

    number: int
    verdict: Verdict
    name: str
    state: State | None = None
    person: str = ""
    does: tuple[Phrase, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[State, ...] = ()
    offers: tuple[Choice, ...] = ()
    chosen: frozenset[Choice] = frozenset()
    cells: Mapping[str, Cell] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    gone: tuple[Fact, ...] = ()
    """What the row takes out of the register."""

    @property
    def key(self) -> int:
        """The line's number, by which a list keeps its selection."""
        return self.number

    @property
    def warned(self) -> bool:
        """Whether a row that is not in error has something that somebody should look at."""
        return self.verdict is not Verdict.ERROR and any(one.weight is Weight.WARNING for one in self.reasons)


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows have a verdict, and how many of these have a warning as well."""

    rows: int = 0
    warned: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What a whole list would do.

    *warnings* are what somebody should know before it is imported, and *left_out* is what the list holds that is not
    imported, such as a column; *notes* are about the list, such as how its dates were read.
    """

    kind: IntakeKind
    rows: tuple[PreviewRow, ...]
    not_read: tuple[NotRead, ...] = ()
    notes: tuple[Phrase, ...] = ()
    warnings: tuple[Phrase, ...] = ()
    left_out: tuple[Phrase, ...] = ()

    @property
    def counts(self) -> Mapping[Verdict, Count]:
        """How many rows have each verdict."""
        return counted(self.rows)

    @property
    def imported(self) -> tuple[PreviewRow, ...]:
        """The rows that bring something into the register, or take something out of it."""
        return tuple(row for row in self.rows if row.facts or row.gone)

    @property
    def wrong(self) -> tuple[PreviewRow, ...]:
        """The rows in error."""
        return tuple(row for row in self.rows if row.verdict is Verdict.ERROR)


def counted(rows: Iterable[PreviewRow]) -> Mapping[Verdict, Count]:
    """How many rows have each verdict, in the verdicts' order."""
    found = Counter((row.verdict, row.warned) for row in rows)
    return {one: Count(found[one, False] + found[one, True], found[one, True]) for one in Verdict}


def verdict_of(*, new: bool, changed: bool, reasons: Iterable[Reason]) -> Verdict:
    """An error where one is said of a row, else what it does."""
    if any(reason.weight is Weight.ERROR for reason in reasons):
        return Verdict.ERROR
    if new:
        return Verdict.NEW
    return Verdict.CHANGED if changed else Verdict.UNCHANGED
