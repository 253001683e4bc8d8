"""A row of a list of focal points: what it says of a designation, and which facts that makes.

One person is one record; one who votes, on any day (R5). Nothing is dated by the day of the import.
"""

import datetime
from collections import ChainMap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.functions import ROLE_LABELS, Role, in_role, role_of
from nmirf_desktop.domain.intake import Choice
from nmirf_desktop.domain.intake.cells import shown
from nmirf_desktop.domain.intake.drafts import RowDraft, kept
from nmirf_desktop.domain.intake.people import KNOWN, NO_PERSON, filled, said_of_person, tell_person, whose_record
from nmirf_desktop.domain.intake.words import roles
from nmirf_desktop.domain.joining import check_designation
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_

NO_DAY = N_("The list does not say from which day {person} is designated: nothing is dated by the day of the import.")
ENDED_LONG = N_("The register has {last} as the last day of this designation, and the list has none.")
OUTSIDE = N_("This State is neither member nor observer on {day}.")
NOBODY_VOTES = N_("Nobody is marked as voting for this State on that day.")
TAKEN_AS_VOTING = N_("The list does not say who votes: {person} is recorded as voting.")
TAKEN_AS_CONTACT = N_("This State is an observer on that day: {person} is recorded as its contact.")
BEGINS_LATER = N_("The last day is before the first day.")
BEGINS = {
    Role.VOTES: N_("Designated from {day}, votes: {person}"),
    Role.FOCAL_POINT: N_("Designated from {day}: {person}"),
    Role.ALTERNATE: N_("Designated as alternate from {day}: {person}"),
    Role.CONTACT: N_("Contact from {day}: {person}"),
}
FOR_MEETING = N_("Designated as alternate for {meeting}: {person}")
NO_MEETING = N_("The register has no meeting “{symbol}”: correct its symbol, or record the meeting first.")
OTHER_DAYS = N_(
    "An alternate for {meeting} stands in on its days, from {first} to {last}: the days of the list are left out."
)
ROLE, FROM, LAST_DAY, REFERENCE = N_("Role"), N_("First day"), N_("Last day"), N_("Reference")
MEETING = N_("Meeting")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row says of a designation, the person aside."""

    role: Role | None
    since: datetime.date | None
    last: datetime.date | None
    reference: str
    meeting: Meeting | None = None

    @property
    def first(self) -> datetime.date | None:
        """The first day that the row gives, or that of the meeting for which it designates."""
        return self.since or (self.meeting.period.start if self.meeting is not None else None)

    @property
    def end(self) -> datetime.date | None:
        """The day after the last one."""
        return self.last + datetime.timedelta(days=1) if self.last is not None else None


def judge_focal_point(draft: RowDraft) -> None:
    """What a row says of a person's designation."""
    cells = draft.cells
    person = said_of_person(draft)
    said = _said(draft)
    if said.since is not None and said.last is not None and said.last < said.since:
        draft.error(BEGINS_LATER, "last_day")
    if person.nothing:
        draft.error(NO_PERSON, "person")
    if cells.wrong():
        return
    known = whose_record(draft, person, said.first)
    if cells.wrong():
        return
    now = filled(draft, person, known)
    if now is None:
        return
    draft.person, draft.about = now.label(draft.reading.language), now.key
    held = _meant(draft.standing.designations(draft.code, now.key), said, draft.standing.on)
    if held is None:
        _designated(draft, said, known, now)
    else:
        _compared(draft, said, held, known or now, now)


def _said(draft: RowDraft) -> _Said:
    cells = draft.cells
    symbol = cells.text("meeting")
    meeting = draft.standing.meeting(symbol)
    if symbol and meeting is None:
        draft.error(NO_MEETING, "meeting", symbol=shown(symbol))
    role = cells.word("role", roles()) or (Role.ALTERNATE if meeting is not None else None)
    return _Said(role, cells.day("since"), cells.day("last_day"), cells.text("reference"), meeting)


def _meant(in_order: Sequence[FocalPoint], said: _Said, on: datetime.date) -> FocalPoint | None:
    """The designation of a person that a row is about: from that day, else running on it, else today's or the last.

    One for a meeting is the one for that meeting, else one from its first day that says of no meeting.
    """
    if said.meeting is not None:
        same = next((one for one in in_order if one.meeting == said.meeting.key), None)
        begins = (one for one in in_order if one.meeting is None and one.period.start == said.meeting.period.start)
        return same or next(begins, None)
    if said.since is None:
        return next((one for one in in_order if one.period.holds(on)), in_order[-1] if in_order else None)
    same = next((one for one in in_order if one.period.start == said.since), None)
    running = next((one for one in in_order if one.period.holds(said.since)), None)
    later = next((one for one in in_order if one.period.start > said.since), None)
    ends_before = later is not None and said.end is not None and said.end <= later.period.start
    return same or running or (None if ends_before else later)


def _compared(draft: RowDraft, said: _Said, held: FocalPoint, before: Person, now: Person) -> None:
    """The register has the designation: what the row has otherwise is a change."""
    draft.held = held.key
    kind = rules.status(draft.standing.memberships(draft.code), draft.code, held.period.start)
    period = _period(draft, said, held)
    meeting = said.meeting.key if said.meeting is not None else held.meeting
    new = replace(held, period=period, reference=kept(said.reference, held.reference), meeting=meeting)
    role = role_of(held, kind)
    wanted = _chosen(draft, said.role) if said.role is not None else role
    if not _same_role(wanted, role):
        new = in_role(new, wanted)
        draft.change(ROLE, Phrase(ROLE_LABELS[role]), Phrase(ROLE_LABELS[wanted]))
    draft.change(FROM, held.period.start, period.start)
    draft.change(LAST_DAY, held.period.last_day, period.last_day)
    if said.meeting is not None and meeting != held.meeting:
        draft.change(MEETING, None, said.meeting.symbol)
    draft.change(REFERENCE, held.reference, new.reference)
    ended = held.period.end is not None and held.period.end <= draft.standing.on
    if ended and said.last is None and new.meeting is None:
        draft.warn(ENDED_LONG, "last_day", last=held.period.last_day)
    tell_person(draft, before, now)
    if new != held and not _allowed(draft, new, now):
        return
    draft.keep(*([now] if now != before else []), *([new] if new != held else []))


def _period(draft: RowDraft, said: _Said, held: FocalPoint) -> Period:
    """The days of a recorded designation as the row has them; one for a meeting keeps its own."""
    if said.meeting is None:
        return Period(said.since or held.period.start, said.end if said.last is not None else held.period.end)
    period = held.period if held.meeting == said.meeting.key else said.meeting.period
    _of_meeting(draft, said, said.meeting, period)
    return period


def _of_meeting(draft: RowDraft, said: _Said, meeting: Meeting, period: Period) -> None:
    """Tell where the row gives other days than those of an alternate for a meeting."""
    if said.since not in {None, period.start} or said.last not in {None, period.last_day}:
        draft.warn(OTHER_DAYS, "since", meeting=meeting.symbol, first=meeting.opens_on, last=meeting.closes_on)


def _chosen(draft: RowDraft, role: Role) -> Role:
    """The role of a row, where the reader decided that it does not vote."""
    return Role.FOCAL_POINT if role is Role.VOTES and draft.chose(Choice.NOT_VOTING) else role


def _same_role(said: Role, role: Role) -> bool:
    """A contact is a focal point of an observer: the two words mean one thing."""
    plain = {Role.CONTACT, Role.FOCAL_POINT}
    return said is role or (said in plain and role in plain)


def _designated(draft: RowDraft, said: _Said, known: Person | None, now: Person) -> None:
    """A designation that the register does not have."""
    if said.first is None:
        draft.error(NO_DAY, "since", person=now)
        return
    if known is not None:
        draft.note(KNOWN, "person", person=known)
        tell_person(draft, known, now)
    role = _chosen(draft, said.role or _presumed(draft, said.first, now))
    new = FocalPoint(
        draft.standing.new_key(), draft.code, now.key, Period(said.first, said.end),
        voting=role is Role.VOTES, alternate=role is Role.ALTERNATE, reference=said.reference,
    )  # fmt: skip
    if said.meeting is not None:
        new = replace(new, period=said.meeting.period, meeting=said.meeting.key)
        _of_meeting(draft, said, said.meeting, new.period)
    if not _allowed(draft, new, now):
        return
    _remark(draft, new, role)
    draft.new = True
    if said.meeting is not None:
        draft.do(FOR_MEETING, meeting=said.meeting.symbol, person=now)
    else:
        draft.do(BEGINS[role], day=said.first, person=now)
    draft.keep(*([now] if now != known else []), new)


def _presumed(draft: RowDraft, since: datetime.date, person: Person) -> Role:
    """The role of a row that gives none: an observer's is a contact, a member's one who votes, where it is the only."""
    if rules.status(draft.standing.memberships(draft.code), draft.code, since) is MembershipKind.OBSERVER:
        draft.note(TAKEN_AS_CONTACT, "role", person=person)
        return Role.CONTACT
    if not draft.chose(Choice.NOT_VOTING):
        draft.note(TAKEN_AS_VOTING, "role", person=person)
    return Role.VOTES


def _allowed(draft: RowDraft, new: FocalPoint, person: Person) -> bool:
    """Whether the rules let a designation stand beside the others; where not, what would mend it is offered."""
    known = list(draft.standing.beside(new))
    if draft.chose(Choice.END_EARLIER):
        ended = _earlier(known, new)
        draft.keep(*ended)
        if ended:
            draft.do(N_("The designation of the one who voted ends on the day before"))
        by_key = {one.key: one for one in ended}
        known = [by_key.get(one.key, one) for one in known]
    try:
        people = ChainMap({person.key: person}, draft.standing.people)
        check_designation(new, known, draft.standing.memberships(draft.code), people)
    except Refusal as refusal:
        draft.refuse(refusal, "role", *_offers(known, new, refusal))
        return False
    return True


def _earlier(known: Iterable[FocalPoint], new: FocalPoint) -> tuple[FocalPoint, ...]:
    """Who is marked as voting when another begins to: ended on that day."""
    start = new.period.start
    return tuple(
        replace(one, period=Period(one.period.start, start))
        for one in known
        if one.voting and one.key != new.key and one.period.start < start and one.period.overlaps(new.period)
    )


def _offers(known: Iterable[FocalPoint], new: FocalPoint, refusal: Refusal) -> tuple[Choice, ...]:
    if refusal.section == "R7":
        return (Choice.NOT_VOTING,)
    others = any(one.voting and one.key != new.key and one.period.overlaps(new.period) for one in known)
    if not (new.voting and others):
        return ()
    return (Choice.END_EARLIER, Choice.NOT_VOTING) if _earlier(known, new) else (Choice.NOT_VOTING,)


def _remark(draft: RowDraft, new: FocalPoint, role: Role) -> None:
    """What the rules say of a designation that they do not refuse."""
    start = new.period.start
    kind = rules.status(draft.standing.memberships(draft.code), draft.code, start)
    if kind is None:
        draft.error(OUTSIDE, "since", day=start)
        return
    votes = rules.voting_focal_point(draft.standing.voting(draft.code), draft.code, start)
    if role is Role.FOCAL_POINT and kind is MembershipKind.MEMBER and votes is None:
        draft.note(NOBODY_VOTES, "role")
