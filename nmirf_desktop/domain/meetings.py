"""Meetings, their sittings, and the sending of their agenda (the Declaration's *Network Meetings*)."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.declaration import ADOPTION_DAY, NOTICE_MONTHS, SEMINAR_DAYS
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.periods import Key, Period, StateCode, months_before
from nmirf_desktop.domain.phrases import Days, Listed, Phrase, Sentences
from nmirf_desktop.domain.practices import Choice, Option, Practices
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures, RuleChange
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language


class MeetingKind(StrEnum):
    """What a meeting is: the founding one, an annual one, another of the Network, or one of the Committee."""

    FOUNDING = "founding"
    ANNUAL = "annual"
    EXTRAORDINARY = "extraordinary"
    COMMITTEE = "committee"


class Modality(StrEnum):
    """Where participants are."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; *symbol* is its prefix ("NMIRF/2027"), *counts_for* the year it answers for (R36).

    *languages* are those into which is interpreted.
    """

    key: Key
    symbol: str
    kind: MeetingKind
    number: int
    counts_for: int
    title: Trilingual
    opens_on: datetime.date
    closes_on: datetime.date
    place: Trilingual
    time_zone: str = "UTC"
    host: StateCode | None = None
    modality: Modality = Modality.IN_PERSON
    agenda_agreed_on: datetime.date | None = None
    agenda_agreed_by: Key | None = None
    agenda_adopted_on: datetime.date | None = None
    languages: tuple[Language, ...] = tuple(Language)

    @property
    def period(self) -> Period:
        """Its days, on which an alternate for it stands in (R5)."""
        return Period.of_days(self.opens_on, self.closes_on)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One half-day of a meeting; *on*, *starts* and *ends* are planned local times, the others timed keys in UTC.

    The plan stays as it was when the sitting is opened at another time; of one that nobody planned it is that time.

    *item* is where the room is, or was when the sitting rose; an item that left the agenda since is no place.
    """

    key: Key
    meeting: Key
    number: int
    on: datetime.date
    starts: datetime.time
    ends: datetime.time
    opened_at: datetime.datetime | None = None
    closed_at: datetime.datetime | None = None
    item: Key | None = None


class Audience(StrEnum):
    """To whom an agenda went (R40): the rule protects Members, the others receive it too."""

    MEMBERS = "members"
    OBSERVERS = "observers"
    OHCHR = "ohchr"


@dataclass(frozen=True, slots=True)
class AgendaDispatch:
    """The first complete provisional agenda went to an audience, or to one State of it, on a day (R39, A4)."""

    key: Key
    meeting: Key
    sent_on: datetime.date
    audience: Audience = Audience.MEMBERS
    state: StateCode | None = None
    reason: str = ""


def local(meeting: Meeting, moment: datetime.datetime) -> datetime.datetime:
    """A moment by the clock on the wall of the meeting."""
    return moment.astimezone(ZoneInfo(meeting.time_zone))


def is_network_meeting(meeting: Meeting) -> bool:
    """*Network Meetings*: whether the Network itself meets, and not its Executive Committee."""
    return meeting.kind is not MeetingKind.COMMITTEE


def notice_applies(meeting: Meeting) -> bool:
    """*Network Meetings – Agenda*, R39: there is no notice for the founding meeting, nor for the Committee's own.

    Nor is there for any that had opened when the Declaration was adopted, as what it may have been entered.
    """
    return meeting.kind in (MeetingKind.ANNUAL, MeetingKind.EXTRAORDINARY) and meeting.opens_on > ADOPTION_DAY


def founding_meant(meeting: Meeting) -> bool:
    """*Closing paragraph*, R9: whether a meeting of the Network is on the days on which it was founded, but not so."""
    other = meeting.kind in (MeetingKind.ANNUAL, MeetingKind.EXTRAORDINARY)
    return other and meeting.opens_on <= SEMINAR_DAYS[-1] and meeting.closes_on >= SEMINAR_DAYS[0]


def in_order(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The meetings by their first day; of the same day by kind and number."""
    return tuple(sorted(meetings, key=lambda known: (known.opens_on, known.kind, known.number)))


def previous_meeting(meetings: Iterable[Meeting], meeting: Meeting) -> Meeting | None:
    """The Network's meeting before a meeting, whose minutes it takes note of."""
    earlier = [known for known in meetings if is_network_meeting(known) and known.opens_on < meeting.opens_on]
    return max(earlier, key=lambda known: known.opens_on, default=None)


def next_meeting(meetings: Iterable[Meeting], on: datetime.date) -> Meeting | None:
    """The Network's meeting that is going on or comes next on a day."""
    coming = [known for known in meetings if is_network_meeting(known) and known.closes_on >= on]
    return min(coming, key=lambda known: known.opens_on, default=None)


def annual_meetings(meetings: Iterable[Meeting]) -> Mapping[int, tuple[Meeting, ...]]:
    """*Network Meetings – Frequency*, R36: the annual meetings by the year that they count for."""
    found: dict[int, tuple[Meeting, ...]] = {}
    for meeting in in_order(meetings):
        if meeting.kind is MeetingKind.ANNUAL:
            found[meeting.counts_for] = (*found.get(meeting.counts_for, ()), meeting)
    return found


def notice_deadline(opens_on: datetime.date, figures: Figures = AS_ADOPTED) -> datetime.date:
    """*Network Meetings – Agenda*, R39: the last day on which the agenda may be sent.

    One calendar month counted back from the first day of the meeting, clipped to the month's last day (A3), or as many
    months as a decision says (R46).
    """
    months, _ = figures.notice(opens_on)
    return months_before(opens_on, months)


@dataclass(frozen=True, slots=True)
class Notice:
    """How a meeting's agenda was sent: the last lawful day, and the day on which the last member got it (R39).

    *missing* are those of the deadline to whom nothing was sent yet; *recipients* their number in all, *after* that of
    those who were sent it after the deadline. They are members, and observers where the month is owed *to_all* (R40).
    *too_late* is a change of the number of months that came too late to hold for the meeting (R46).
    """

    opens_on: datetime.date
    deadline: datetime.date
    latest: datetime.date | None
    missing: tuple[StateCode, ...]
    recipients: int
    to_all: bool = False
    after: int = 0
    months: int = NOTICE_MONTHS
    too_late: RuleChange | None = None

    @property
    def complete(self) -> bool:
        """Whether the agenda was sent to everybody to whom it is owed."""
        return self.latest is not None and not self.missing

    @property
    def margin(self) -> int | None:
        """Days between the latest sending and the deadline; negative when it was late, ``None`` until complete."""
        return (self.deadline - self.latest).days if self.latest is not None and self.complete else None

    @property
    def on_time(self) -> bool:
        """Whether everybody to whom it is owed was sent the agenda, the last on the deadline at the latest."""
        return self.margin is not None and self.margin >= 0

    @property
    def late(self) -> bool:
        """Whether a sending came after the deadline."""
        return self.latest is not None and self.latest > self.deadline

    def owed_to_nobody(self, on: datetime.date) -> bool:
        """Whether the last day is over, by a day, and nobody was there then to whom the agenda was owed."""
        return not self.recipients and not self.on_time and on > self.deadline


def opening_day(meeting: Meeting, sittings: Iterable[Sitting], practices: Practices, zone: str) -> datetime.date:
    """*Network Meetings – Agenda* (silent: whose days), R39: the day from which the month is counted back.

    It is the day of the place, or, where the Network has chosen so, the day on which it is in the secretariat's time
    *zone* when the first sitting starts. Where no sitting is planned no hour is known, and the place's day stands.
    """
    starts = min(((one.on, one.starts) for one in sittings if one.meeting == meeting.key), default=None)
    if starts is None or not practices.holds(Option.DAYS_OF_SECRETARIAT):
        return meeting.opens_on
    opening = datetime.datetime.combine(*starts, tzinfo=ZoneInfo(meeting.time_zone))
    return opening.astimezone(ZoneInfo(zone)).date()


def notice(
    meeting: Meeting,
    dispatches: Iterable[AgendaDispatch],
    members: Collection[StateCode],
    *,
    observers: Collection[StateCode] = (),
    due: tuple[datetime.date, Figures] | None = None,
) -> Notice:
    """*Network Meetings – Agenda*, R39, R40, A3–A5: how the agenda of a meeting was sent to those to whom it is owed.

    *members* are those of the deadline: who joins later gets the agenda on joining; so are *observers*, named where it
    is owed to them, too. What counts for each is the first complete provisional agenda, sent to all of them or to that
    State; of these days the latest decides. All follows from the meeting's first day as it is now; or from what is
    *due*, the day of :func:`opening_day` and the numbers of the rules (R46). A meeting brought forward may become late.
    """
    sent = [one for one in dispatches if one.meeting == meeting.key]
    reached: dict[StateCode, datetime.date] = {}
    for audience, states in ((Audience.MEMBERS, members), (Audience.OBSERVERS, observers)):
        for one in sent:
            if one.state is not None or one.audience is audience:  # a State that is named got it, as what it was then
                for state in set(states) if one.state is None else {one.state}.intersection(states):
                    reached[state] = min(reached.get(state, one.sent_on), one.sent_on)
    opening, figures = due or (meeting.opens_on, AS_ADOPTED)
    months, _ = figures.notice(opening)
    deadline = months_before(opening, months)
    owed = (*members, *observers)
    to_nobody = (one.sent_on for one in sent if one.audience is Audience.MEMBERS and one.state is None and not owed)
    latest = max(reached.values(), default=min(to_nobody, default=None))
    missing = tuple(state for state in owed if state not in reached)
    after = sum(day > deadline for day in reached.values())
    too_late = figures.too_late(opening)
    return Notice(opening, deadline, latest, missing, len(owed), bool(observers), after, months, too_late)


@dataclass(frozen=True, slots=True)
class NoticeGround:
    """On what a meeting's notice is reckoned: its *sittings*, the *choices* of practices, the secretariat's *zone*.

    *changes* are those of the rules' numbers. What is chosen, and who is in the Network, is that of the last day for
    sending, and of the day *on* while that is still to come.
    """

    sittings: tuple[Sitting, ...]
    choices: tuple[Choice, ...]
    zone: str
    on: datetime.date = datetime.date.max
    changes: tuple[RuleChange, ...] = ()

    @property
    def figures(self) -> Figures:
        """The numbers of the rules, as far as the day knows them (R46)."""
        return Figures.known_on(self.changes, self.on)

    def settled_on(self, meeting: Meeting) -> datetime.date:
        """The day whose practices hold: the last one for sending by the calendar of the meeting's place."""
        return min(notice_deadline(meeting.opens_on, self.figures), self.on)

    def practices(self, meeting: Meeting) -> Practices:
        """(silent) R39, R40: what was in force on that day (:meth:`settled_on`)."""
        return Practices.on(self.choices, self.settled_on(meeting))

    def opens_on(self, meeting: Meeting) -> datetime.date:
        """The day from which the month is counted back (:func:`opening_day`)."""
        return opening_day(meeting, self.sittings, self.practices(meeting), self.zone)

    def deadline(self, meeting: Meeting) -> datetime.date:
        """The last day on which the agenda may be sent (:func:`notice_deadline`)."""
        return notice_deadline(self.opens_on(meeting), self.figures)

    def months(self, meeting: Meeting) -> int:
        """*Network Meetings – Agenda*, R39: how many months before its opening the agenda is sent."""
        months, _ = self.figures.notice(self.opens_on(meeting))
        return months

    def change(self, meeting: Meeting) -> RuleChange | None:
        """*Nature*, R46: by which change it is so many months; ``None`` where they are as adopted."""
        _, change = self.figures.notice(self.opens_on(meeting))
        return change

    def owed(self, meeting: Meeting, memberships: Iterable[Membership]) -> tuple[Membership, ...]:
        """*Network Meetings – Agenda*, R39, R40: to whom the month is owed, members and by the practice observers."""
        day, to_all = min(self.deadline(meeting), self.on), self.practices(meeting).holds(Option.SENT_TO_ALL)
        there = tuple(one for one in memberships if one.period.holds(day))
        return tuple(one for one in there if to_all or one.kind is MembershipKind.MEMBER)

    def notice(
        self, meeting: Meeting, dispatches: Iterable[AgendaDispatch], memberships: Iterable[Membership]
    ) -> Notice:
        """How the agenda was sent (:func:`notice`) to those to whom it is owed."""
        owed = self.owed(meeting, memberships)
        members, observers = (
            sorted({one.state for one in owed if one.kind is kind})
            for kind in (MembershipKind.MEMBER, MembershipKind.OBSERVER)
        )
        return notice(meeting, dispatches, members, observers=observers, due=(self.opens_on(meeting), self.figures))


TOO_LATE = N_(
    "The number of months in force from {since} on, {n}, does not hold for this meeting: by it the agenda would have "
    "had to be sent by {deadline}, before it was in force."
)
BEFORE, BY_CHANGE = N_("one month before {opening}"), N_("{n} months before {opening}")
NOT_TO_MEMBERS = N_(
    "The agenda was last sent on {sent}, and not yet to all members; still to be sent to: {missing}. "
    "The rule requires it by {deadline} ({before})."
)
NOT_TO_ALL = N_(
    "The agenda was last sent on {sent}, and not yet to all members and observers; still to be sent to: {missing}. "
    "The rule requires it by {deadline} ({before})."
)
NEVER_TO_MEMBERS = N_(
    "The agenda was last sent on {sent}, and not to all members; it was not sent to: {missing}. "
    "The rule required it by {deadline} ({before})."
)
NEVER_TO_ALL = N_(
    "The agenda was last sent on {sent}, and not to all members and observers; it was not sent to: {missing}. "
    "The rule required it by {deadline} ({before})."
)
MEMBERS_LATE = N_("Members to whom it was sent late: {late} of {all}, by {days} at most.")
ALL_LATE = N_("Members and observers to whom it was sent late: {late} of {all}, by {days} at most.")


def notice_sentence(found: Notice, on: datetime.date, names: Mapping[StateCode, object]) -> Sentences:
    """*Network Meetings – Agenda*, R39: the notice in words, with its arithmetic, as of a day.

    How many were sent it late, and by how many days, is said, too. *names* gives the State of a code; a code without
    one is said as it is.
    """
    late = Phrase()
    if found.after and found.latest is not None:
        days = Days((found.latest - found.deadline).days)
        values = {"late": found.after, "all": found.recipients, "days": days}
        late = Phrase(ALL_LATE if found.to_all else MEMBERS_LATE, values)
    return Sentences((_noticed(found, on, names), late, _came_too_late(found)))


def _came_too_late(found: Notice) -> Phrase:
    """*Nature*, R46: why a later number of months does not hold for the meeting; nothing where there is none."""
    change = found.too_late
    if change is None:
        return Phrase()
    wanted = months_before(found.opens_on, change.number)
    return Phrase(TOO_LATE, {"n": change.number, "since": change.since, "deadline": wanted})


def _noticed(found: Notice, on: datetime.date, names: Mapping[StateCode, object]) -> Phrase:
    """Whether, when and to whom it was sent, and by when the rule requires it."""
    span = Phrase(
        BEFORE if found.months == NOTICE_MONTHS else BY_CHANGE, {"n": found.months, "opening": found.opens_on}
    )
    values: dict[str, object] = {"deadline": found.deadline, "before": span, "sent": found.latest}
    if found.owed_to_nobody(on):
        return Phrase(
            N_("No member is recorded on {deadline}, {before}: the agenda was owed to nobody."),
            values,
        )
    if found.latest is None:
        if on <= found.deadline:
            return Phrase(N_("The agenda is to be sent by {deadline} ({before})."), values)
        return Phrase(
            N_("The agenda was not sent. The rule required it by {deadline} ({before})."),
            values,
        )
    if found.missing:
        values["missing"] = Listed(tuple(names.get(state, state) for state in found.missing), alphabetical=True)
        still = NOT_TO_ALL if found.to_all else NOT_TO_MEMBERS
        return Phrase(still if on <= found.deadline else NEVER_TO_ALL if found.to_all else NEVER_TO_MEMBERS, values)
    return Phrase(
        N_("The agenda was sent on {sent}. The rule required it by {deadline} ({before})."),
        values,
    )
