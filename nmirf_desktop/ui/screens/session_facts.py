"""What the session screen shows of a meeting, read once from the services."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nmirf_desktop.domain.agenda import Numbered, Purpose
from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.floor import clock_face
from nmirf_desktop.domain.known_matters import approves_minutes
from nmirf_desktop.domain.meetings import Meeting, Sitting, local
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import (
    Intervention,
    PresenceEvent,
    SittingPause,
    guests,
    pause_of,
    place_of,
    resumption,
    sitting_now,
)
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import ConsensusCall, Vote
from nmirf_desktop.services.floor import FloorView
from nmirf_desktop.services.motions import MotionFile, PointFile
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.secretariat import Secretariat


@dataclass(frozen=True, slots=True)
class RulingDue:
    """A point of order of a *state* that waits for its ruling; while it is *speaking*, nothing else goes on."""

    state: State
    speaking: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """One meeting while it is held. *sitting* is the one that is open, or comes next, or was the last.

    *now* is when it was read; *place* is the item where the room is, or was when it last rose;
    *elsewhere* is another meeting that has a sitting open, where this one has none. *elected* are the elections of
    which a result was announced, *approved_on* is when its minutes were approved.
    """

    meeting: Meeting
    sitting: Sitting | None
    items: tuple[Numbered, ...]
    roll: Roll
    heard: tuple[Intervention, ...]
    files: tuple[ProposalFile, ...]
    vote: Vote | None
    states: Mapping[StateCode, State]
    floor: FloorView
    now: datetime.datetime
    motions: tuple[MotionFile, ...] = ()
    points: tuple[PointFile, ...] = ()
    presence: tuple[PresenceEvent, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    place: Key | None = None
    elsewhere: Meeting | None = None
    elected: tuple[Key, ...] = ()
    invited: tuple[Trilingual, ...] = ()
    approved_on: datetime.date | None = None
    noted: Mapping[Key, ConsensusCall] = field(default_factory=dict)
    """By what was put: the absence of consensus that was noted last, where nothing happened since."""

    @property
    def guests(self) -> tuple[Trilingual, ...]:
        """Who may take the floor without being a State."""
        return guests(self.heard, self.invited)

    def item(self, key: Key) -> Numbered | None:
        """The item of a key, in its place on the agenda."""
        return next((one for one in self.items if one.item.key == key), None)

    def adopts_agenda(self, key: Key) -> bool:
        """Whether the meeting adopts its agenda under that item, and did not yet."""
        found = self.item(key)
        return found is not None and found.item.purpose is Purpose.ADOPTION and self.meeting.agenda_adopted_on is None

    def on_agenda(self, key: Key) -> bool:
        """Whether an item is the one under which the meeting adopts its agenda, or did."""
        return self.adopts_agenda(key) or self.agenda_adopted(key) is not None

    def agenda_adopted(self, key: Key) -> datetime.date | None:
        """When the meeting adopted its agenda, at the item under which it did; ``None`` at any other one."""
        found = self.item(key)
        adopts = found is not None and found.item.purpose is Purpose.ADOPTION
        return self.meeting.agenda_adopted_on if adopts else None

    def approves_minutes(self, key: Key) -> bool:
        """Whether minutes of an earlier meeting are approved under that item."""
        found = self.item(key)
        return approves_minutes(None if found is None else found.item)

    def timed(self, key: Key) -> str:
        """For how long an intervention was spoken, once it is over: "02:31"; empty where that was not timed."""
        over = next((one.ended_at for one in self.heard if one.key == key), None)
        spoken = self.floor.spoken(key, over) if over is not None else None
        return clock_face(spoken) if spoken is not None else ""

    def file(self, key: Key | None) -> ProposalFile | None:
        """The proposal of a key with what became of it."""
        return next((one for one in self.files if one.proposal.key == key), None)

    @property
    def ruling_due(self) -> RulingDue | None:
        """The point of order on which the Chair has still to rule: the one that has the floor, else the last here."""
        waiting = [one.point for one in self.points if one.point.ruling is None]
        speaking = self.floor.speaking.heard.key if self.floor.speaking is not None else ""
        since = self.sitting.opened_at if self.sitting is not None else None
        known = [one for one in waiting if since is not None and one.at >= since]
        found = next((one for one in waiting if one.intervention == speaking), known[-1] if known else None)
        if found is None:
            return None
        return RulingDue(self.states[found.state], speaking=found.intervention == speaking)

    @property
    def opened(self) -> bool:
        """Whether a sitting is open, also where it is suspended."""
        return self.sitting is not None and self.sitting.opened_at is not None and self.sitting.closed_at is None

    @property
    def pause(self) -> SittingPause | None:
        """The pause in which the sitting is now."""
        return pause_of(self.sitting, self.floor.pauses)

    @property
    def resumes(self) -> datetime.datetime | None:
        """When the sitting resumes, by the clock on the wall, where it is suspended and the Chair said so."""
        pause = self.pause
        if pause is None or pause.resumes is None:
            return None
        return resumption(local(self.meeting, pause.suspended_at), pause.resumes)

    def closed_list(self, item: Key) -> bool:
        """Whether the list of speakers of an item is closed."""
        known = self.floor.lists.get(item)
        return known is not None and known.closed_at is not None

    def latest_item(self) -> Key:
        """Where the meeting is: at the item of the vote in progress, where the room is, where somebody spoke last."""
        if self.vote is not None:
            return self.vote.item
        if self.place is not None and self.item(self.place) is not None:
            return self.place
        if self.heard:
            return self.heard[-1].item
        return self.items[0].item.key if self.items else ""


def room_of(desk: Secretariat, meeting: Key) -> Key:
    """The meeting whose room is shown where another screen was about this one: that of the open sitting, if one is.

    Empty where its minutes are approved: it is no longer recorded, and whoever looked at them is not led into its room.
    """
    going_on = desk.sittings.in_session()
    if going_on is not None:
        return going_on.key
    minutes = desk.minutes.minutes(meeting)
    return "" if minutes is not None and minutes.approved_on is not None else meeting


def with_presence(desk: Secretariat, facts: Facts) -> Facts:
    """What was read of a meeting, with who is there now: an answer in a vote makes its State present."""
    key = facts.meeting.key
    return replace(
        facts, roll=desk.sittings.roll(key), presence=desk.sittings.presence_events(key), now=desk.sittings.now()
    )


def read(desk: Secretariat, key: Key, known: Facts | None = None) -> Facts:
    """Read a meeting; ``LookupError`` where there is none of that key.

    Texts and invited guests are those *known*, where nothing was written since but who is there and who speaks.
    """
    same = known if known is not None and known.meeting.key == key else None
    plan = desk.meetings.plan(key)
    files = desk.proposals.all(key) if same is None else same.files
    sitting = sitting_now(plan.sittings)
    opened = sitting is not None and sitting.opened_at is not None and sitting.closed_at is None
    return Facts(
        meeting=plan.meeting,
        sitting=sitting,
        elsewhere=None if opened else desk.sittings.in_session(),
        items=desk.agendas.items(key),
        roll=desk.sittings.roll(key),
        heard=desk.sittings.interventions(key),
        files=files,
        vote=desk.voting.open_vote(key),
        states=desk.states.on(desk.sittings.time(plan.meeting).date()),
        floor=desk.floor.view(key),
        now=desk.sittings.now(),
        motions=desk.motions.files(key),
        points=desk.motions.points(key),
        presence=desk.sittings.presence_events(key),
        sittings=plan.sittings,
        place=place_of(plan.sittings),
        elected=desk.replays.elections(key),
        invited=desk.floor.invited(key) if same is None else same.invited,
        approved_on=plan.approved_on,
        noted=desk.proposals.still_noted(key, files),
    )
