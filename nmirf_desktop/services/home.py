"""What Home answers without a click: what is due, what is late, what is missing, who is in office."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.action_plans import awaited
from nmirf_desktop.domain.actions import ActionState
from nmirf_desktop.domain.committees import renewal_due_from
from nmirf_desktop.domain.compliance import Finding, FindingState, by_rule
from nmirf_desktop.domain.correction_requests import CorrectionFate, ToDecide
from nmirf_desktop.domain.invitations import ANSWERS_DUE_DAYS, answer_awaited
from nmirf_desktop.domain.item_requests import Fate, ToSettle
from nmirf_desktop.domain.late_sending import to_be_sent
from nmirf_desktop.domain.meetings import Meeting, in_order, local, next_meeting
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.minutes import Approval, Minutes, MinutesState
from nmirf_desktop.domain.minutes_comments import ToAnswer, threads
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import NOTHING_TO_SAY, Content, InDays, Marked, Phrase
from nmirf_desktop.domain.practices import DEFAULTS, Practices
from nmirf_desktop.domain.reckoning import MilestoneState
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.domain.silence import Silence, unrecorded
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.action_plans import late_on
from nmirf_desktop.services.approvals import check_approval, items_for
from nmirf_desktop.services.committees import CommitteeHistory, Committees
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.dispatches_told import NOTHING_OF_THEM, OfDispatches, told_of_dispatches
from nmirf_desktop.services.follow_ups import lines_of
from nmirf_desktop.services.meetings import MeetingPlan, Meetings
from nmirf_desktop.services.members import Members, StateLine
from nmirf_desktop.services.milestones import Milestones
from nmirf_desktop.services.readiness import Readiness, Unready
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.committees import CALLS, SILENCES
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS
from nmirf_desktop.storage.meetings import REQUESTS, SITTINGS
from nmirf_desktop.storage.minutes import COMMENTS, MINUTES
from nmirf_desktop.storage.participants import INVITEES
from nmirf_desktop.storage.store import Session, Store
from nmirf_desktop.storage.voting import VOTES


class DeadlineKind(StrEnum):
    """What a deadline is about, and so where it is settled."""

    NOTICE = "notice"
    OPENING = "opening"
    RENEWAL = "renewal"
    SILENCE = "silence"
    LAPSED = "lapsed"
    CALL = "call"
    MILESTONE = "milestone"
    REQUESTS = "requests"
    ANSWERS = "answers"
    CORRECTIONS = "corrections"
    APPROVAL = "approval"
    COMMENTS = "comments"
    ACTION = "action"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due on a day, *away* from the one that is looked at; *meeting* is the one that it concerns.

    Of a silence procedure or an action it is the key of that, of comments "meeting:paragraph".
    *milestone* says what kind it is; *issued* is the agenda that is to be sent, where it was; *left* says to how many.
    """

    kind: DeadlineKind
    day: datetime.date
    away: InDays
    what: Sayable
    meeting: Key | None = None
    milestone: MilestoneKind | None = None
    issued: Key | None = None
    left: Phrase = NOTHING_TO_SAY


@dataclass(frozen=True, slots=True)
class Eve:
    """The last day but one, or the last, on which an agenda may lawfully be sent, and what is still in the way.

    *missing* counts the texts without a translation by language, in the Declaration's order.
    """

    deadline: Deadline
    missing: tuple[tuple[Language, int], ...]
    without_address: tuple[StateLine, ...]


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The meetings in which a vote is open that was opened by the day (*voting*), and others of which a sitting is."""

    voting: tuple[Meeting, ...] = ()
    sitting: tuple[Meeting, ...] = ()


NOTHING_OPEN = GoingOn()


@dataclass(frozen=True, slots=True)
class Overview:
    """Home on a day. *rules* counts the rules by their gravest answer; *unready* are the next meeting's texts.

    *not_kept* counts the findings that are, *explained* those of them with a reason; *remarked* the rules that are kept
    with a remark. *late* is what is not kept and not history; *overdue* are the milestones whose day is over.
    """

    on: datetime.date
    due: tuple[Deadline, ...]
    late: tuple[Finding, ...]
    without_focal_point: tuple[StateLine, ...]
    incomplete_letters: tuple[StateLine, ...]
    without_letter: tuple[StateLine, ...]
    unready: tuple[Unready, ...]
    committee: CommitteeHistory
    rules: Counter[FindingState]
    meeting: MeetingPlan | None
    states: Mapping[StateCode, State]
    eve: Eve | None = None
    going_on: GoingOn = NOTHING_OPEN
    empty: bool = False
    not_kept: int = 0
    explained: int = 0
    practices: Practices = DEFAULTS
    remarked: int = 0
    overdue: tuple[Deadline, ...] = ()
    dispatches: OfDispatches = NOTHING_OF_THEM


class Home:
    """The overview of a register."""

    def __init__(self, store: Store, states: States, compliance: Compliance) -> None:
        self._store = store
        self._states = states
        self._members = Members(store, states)
        self._meetings = Meetings(store)
        self._committees = Committees(store)
        self._compliance = compliance
        self._readiness = Readiness(store)
        self._milestones = Milestones(store)

    def overview(self, on: datetime.date) -> Overview:
        """Everything at once, as of a day."""
        findings, facts = self._compliance.check(on), self._compliance.facts()
        lines = self._members.list(on, (facts.memberships, facts.communications))
        committee = self._committees.in_office(on, self._compliance.committee(on))
        meetings = in_order(facts.meetings)
        coming = next_meeting(meetings, on)
        plan = self._meetings.plan(coming.key, on) if coming is not None else None
        unready = self._readiness.of(coming.key) if coming is not None else ()
        (due_soon, overdue), (to_do, undone) = self._of_milestones(on), self._actions(on)
        found = (
            *_deadlines(plan, committee, on), *self._calls(on), *self._silences(on, meetings),
            *self._requests(plan, on), *self._answers(coming, on), *self._corrections(meetings, on),
            *self._approvals(meetings, on), *self._comments(meetings, on), *due_soon, *to_do,
        )  # fmt: skip
        due = tuple(sorted(found, key=lambda one: one.day))
        answers = by_rule(findings)
        return Overview(
            on=on,
            due=due,
            late=self._compliance.late(on),
            without_focal_point=tuple(line for line in lines if line.lacks_focal_point),
            incomplete_letters=tuple(line for line in lines if line.pending),
            without_letter=tuple(line for line in lines if line.lacks_letter),
            unready=unready,
            committee=committee,
            rules=Counter(answer.state for answer in answers),
            meeting=plan,
            states=self._states.on(on),
            eve=_eve(due, unready, lines),
            going_on=self._going_on(meetings, on),
            empty=not meetings and not any(line.status or line.pending for line in lines),
            not_kept=sum(len(answer.among(FindingState.NOT_KEPT)) for answer in answers),
            explained=sum(answer.explained for answer in answers),
            remarked=sum(answer.remarked for answer in answers),
            practices=Practices.on(facts.choices, on),
            overdue=(*overdue, *undone),
            dispatches=self._of_dispatches(on),
        )

    def _of_dispatches(self, on: datetime.date) -> OfDispatches:
        with self._store.read() as session:
            return told_of_dispatches(session, self._states, on, writable=not self._store.read_only)

    def _of_milestones(self, on: datetime.date) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
        """The milestones that are due, and those that are late; the sending of the agenda is said by itself (R39)."""
        by_state: dict[MilestoneState, list[Deadline]] = {MilestoneState.DUE: [], MilestoneState.LATE: []}
        for meeting, milestones in self._milestones.watched(on):
            for one in milestones:
                found = by_state.get(one.state(on))
                if found is not None and one.day is not None and one.kind is not MilestoneKind.NOTICE:
                    named = {"milestone": Content(one.title), "meeting": meeting.symbol}
                    what, away = Phrase(N_("{milestone} – {meeting}"), named), InDays((one.day - on).days)
                    found.append(Deadline(DeadlineKind.MILESTONE, one.day, away, what, meeting.key, one.kind))
        return tuple(by_state[MilestoneState.DUE]), tuple(by_state[MilestoneState.LATE])

    def _actions(self, on: datetime.date) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
        """The follow-up actions that are due soon, and those that are late, with those of the action plan."""
        by_state: dict[ActionState, list[Deadline]] = {ActionState.DUE_SOON: [], ActionState.LATE: []}
        with self._store.read() as session:
            lines, planned = lines_of(session, on), late_on(session, on)
        for late in planned:
            if (day := awaited(late, on)) is not None:
                away, what = (
                    InDays((day - on).days),
                    Phrase(N_("{action} – action plan"), {"action": Content(late.title)}),
                )
                by_state[ActionState.LATE].append(Deadline(DeadlineKind.PLAN, day, away, what, late.key))
        for one in lines:
            found, day = by_state.get(one.state), one.action.due_on
            if found is not None and day is not None:
                named = {"action": Content(one.action.title), "meeting": one.meeting.symbol}
                what, away = Phrase(N_("{action} – {meeting}"), named), InDays((day - on).days)
                found.append(Deadline(DeadlineKind.ACTION, day, away, what, one.action.key))
        return tuple(by_state[ActionState.DUE_SOON]), tuple(by_state[ActionState.LATE])

    def _silences(self, on: datetime.date, meetings: Iterable[Meeting]) -> Iterable[Deadline]:
        """The last day of each silence procedure that is running, and of one that agreed an agenda, unrecorded."""
        with self._store.read() as session:
            known = SILENCES.all(session)
        for one in known:
            if one.put_on <= on and one.state(on) is Silence.RUNNING:
                what = Phrase(N_("Last day of the silence procedure “{title}”"), {"title": Marked(one.title)})
                yield Deadline(DeadlineKind.SILENCE, one.closes_on, InDays((one.closes_on - on).days), what, one.key)
        for one, meeting in unrecorded(known, meetings, on):
            what = Phrase(N_("The silence on “{title}” was kept until its last day"), {"title": Marked(one.title)})
            yield Deadline(DeadlineKind.LAPSED, one.closes_on, InDays((one.closes_on - on).days), what, meeting.key)

    def _requests(self, plan: MeetingPlan | None, on: datetime.date) -> Iterable[Deadline]:
        """The requests for items that the Committee has to settle before the agenda of the next meeting goes out."""
        if plan is None:
            return
        with self._store.read() as session:
            pending = REQUESTS.all(session, meeting=plan.meeting.key, fate=Fate.PENDING)
        count = sum(one.asked_on <= on for one in pending)
        if count:
            last = plan.notice.deadline if plan.notice is not None else plan.meeting.opens_on
            day = last if last >= on else max(on, plan.meeting.opens_on)
            what = ToSettle(count, plan.meeting.title)
            yield Deadline(DeadlineKind.REQUESTS, day, InDays((day - on).days), what, plan.meeting.key)

    def _corrections(self, meetings: Iterable[Meeting], on: datetime.date) -> Iterable[Deadline]:
        """The requests for correction that wait for a decision, by the last day for corrections or today."""
        with self._store.read() as session:
            asked = [one for one in CORRECTION_REQUESTS.all(session, fate=CorrectionFate.OPEN) if one.received_on <= on]
            minutes = MINUTES.among(session, (one.minutes for one in asked))
        known = {one.key: one for one in meetings}
        for key, number in Counter(one.minutes for one in asked).items():
            day = max(minutes[key].corrections_until or on, on)
            meeting = known[minutes[key].meeting]
            what = ToDecide(number, meeting.title)
            yield Deadline(DeadlineKind.CORRECTIONS, day, InDays((day - on).days), what, meeting.key)

    def _approvals(self, meetings: Iterable[Meeting], on: datetime.date) -> Iterable[Deadline]:
        """Minutes that circulate still although the room of a later meeting came to the item that is on them.

        Or although the period for corrections is over and nothing is in the way of their being deemed approved.
        """
        known = {one.key: one for one in meetings}
        with self._store.read() as session:
            for minutes in MINUTES.all(session, state=MinutesState.CIRCULATED):
                symbol = known[minutes.meeting].symbol
                items = (one for one in items_for(session, minutes) if one.reached and one.meeting.opens_on <= on)
                reached = [
                    Phrase(
                        N_("{meeting} came to the item on the minutes of {minutes}"),
                        {"meeting": one.meeting.symbol, "minutes": symbol},
                    )
                    for one in items
                ]
                over = Phrase(N_("The period for corrections of the minutes of {minutes} is over"), {"minutes": symbol})
                for what in reached or [over] * self._can_be_approved(session, minutes, on):
                    yield Deadline(DeadlineKind.APPROVAL, on, InDays(0), what, minutes.meeting)

    def _can_be_approved(self, session: Session, minutes: Minutes, on: datetime.date) -> bool:
        """Whether minutes could be deemed approved on a day."""
        try:
            check_approval(session, self._states, minutes, Approval(on), on)
        except (Problem, Refusal):
            return False
        return True

    def _comments(self, meetings: Iterable[Meeting], on: datetime.date) -> Iterable[Deadline]:
        """The comments beside minutes that nobody settled, until the minutes are approved; the first is led to."""
        known = {one.key: one for one in meetings}
        with self._store.read() as session:
            for minutes in MINUTES.all(session):
                said = COMMENTS.all(session, minutes=minutes.key)
                found = (one.first for one in threads(said) if one.open)
                waiting = [one for one in found if self._store.day_of(one.written_at) <= on]
                if waiting and minutes.state is not MinutesState.APPROVED:
                    what = ToAnswer(len(waiting), known[minutes.meeting].title)
                    places = filter(None, (minutes.meeting, waiting[0].paragraph))
                    yield Deadline(DeadlineKind.COMMENTS, on, InDays(0), what, ":".join(places))

    def _answers(self, meeting: Meeting | None, on: datetime.date) -> Iterable[Deadline]:
        """How many invited have not answered, once the meeting is near."""
        if meeting is None or not 0 <= (meeting.opens_on - on).days <= ANSWERS_DUE_DAYS:
            return
        with self._store.read() as session:
            invited = INVITEES.all(session, meeting=meeting.key, answer=Answer.AWAITED)
        awaited = sum(answer_awaited(one, on) for one in invited)
        if awaited:
            what = Phrase(N_("Answers to the invitation awaited: {n}"), {"n": awaited})
            away = InDays((meeting.opens_on - on).days)
            yield Deadline(DeadlineKind.ANSWERS, meeting.opens_on, away, what, meeting.key)

    def _calls(self, on: datetime.date) -> list[Deadline]:
        """The calls for candidatures that are open on the day, by their last day."""
        with self._store.read() as session:
            calls = CALLS.all(session)
        what = Phrase(N_("Candidatures for the Executive Committee close"))
        return [
            Deadline(DeadlineKind.CALL, one.closes_on, InDays((one.closes_on - on).days), what)
            for one in calls
            if one.opened_on <= on <= one.closes_on
        ]

    def _going_on(self, meetings: Iterable[Meeting], on: datetime.date) -> GoingOn:
        with self._store.read() as session:
            votes, sittings = VOTES.all(session, closed_at=None, stopped_at=None), SITTINGS.all(session, closed_at=None)
        voting = _open_by(meetings, on, ((vote.meeting, vote.opened_at) for vote in votes))
        others = [one for one in meetings if one not in voting]
        opened = ((one.meeting, one.opened_at) for one in sittings if one.opened_at is not None)
        return GoingOn(voting, _open_by(others, on, opened))


def _open_by(
    meetings: Iterable[Meeting], on: datetime.date, opened: Iterable[tuple[Key, datetime.datetime]]
) -> tuple[Meeting, ...]:
    """The meetings of which something is open that was *opened* by a day."""
    since: dict[Key, datetime.datetime] = {}
    for meeting, at in opened:
        since[meeting] = min(since.get(meeting, at), at)
    return tuple(one for one in meetings if one.key in since and local(one, since[one.key]).date() <= on)


def _eve(due: tuple[Deadline, ...], unready: tuple[Unready, ...], lines: tuple[StateLine, ...]) -> Eve | None:
    """What one line says on the last day for the agenda and on the day before."""
    near = (one for one in due if one.kind is DeadlineKind.NOTICE and one.away.number <= 1)
    deadline = next(near, None)
    if deadline is None:
        return None
    missing = Counter(one.language for one in unready if one.state is TextState.MISSING)
    return Eve(
        deadline=deadline,
        missing=tuple((language, missing[language]) for language in Language if missing[language]),
        without_address=tuple(line for line in lines if line.lacks_address),
    )


def _deadlines(plan: MeetingPlan | None, committee: CommitteeHistory, on: datetime.date) -> list[Deadline]:
    found = []
    if plan is not None:
        found += _of_meeting(plan.meeting, plan, on)
    current = committee.current
    if current is not None and committee.successor is None and renewal_due_from(current.term) <= on:
        last = current.term.period.last_day
        if last is not None and last >= on:
            what = Phrase(N_("The mandate of the Executive Committee ends"))
            found.append(Deadline(DeadlineKind.RENEWAL, last, InDays((last - on).days), what))
    return found


def _of_meeting(meeting: Meeting, plan: MeetingPlan, on: datetime.date) -> list[Deadline]:
    title = Content(meeting.title)
    found = []
    if plan.notice is not None and not plan.notice.complete and plan.notice.deadline >= on:
        what = Phrase(N_("Last lawful day to send the agenda of “{meeting}”"), {"meeting": title})
        day = plan.notice.deadline
        away, left = InDays((day - on).days), to_be_sent(plan.notice)
        found.append(Deadline(DeadlineKind.NOTICE, day, away, what, meeting.key, issued=plan.issued, left=left))
    if meeting.opens_on >= on:
        what = Phrase(N_("“{meeting}” opens"), {"meeting": title})
        day = meeting.opens_on
        found.append(Deadline(DeadlineKind.OPENING, day, InDays((day - on).days), what, meeting.key))
    return found
