"""What the session screen shows of a meeting, read once from the services."""

from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import Intervention, place_of, sitting_now
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Vote
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.secretariat import Secretariat


@dataclass(frozen=True, slots=True)
class Facts:
    """One meeting while it is held. *sitting* is the one that is open, or comes next, or was the last.

    *place* is the item where the room is, or was when it last rose.
    """

    meeting: Meeting
    sitting: Sitting | None
    items: tuple[Numbered, ...]
    roll: Roll
    heard: tuple[Intervention, ...]
    files: tuple[ProposalFile, ...]
    vote: Vote | None
    states: Mapping[StateCode, State]
    place: Key | None = None

    def item(self, key: Key) -> Numbered | None:
        """The item of a key, in its place on the agenda."""
        return next((one for one in self.items if one.item.key == key), None)

    def file(self, key: Key | None) -> ProposalFile | None:
        """The proposal of a key with what became of it."""
        return next((one for one in self.files if one.proposal.key == key), None)

    def latest_item(self) -> Key:
        """Where the meeting is: at the item of the vote in progress, where the room is, where somebody spoke last."""
        if self.vote is not None:
            return self.vote.item
        if self.place is not None and self.item(self.place) is not None:
            return self.place
        if self.heard:
            return self.heard[-1].item
        return self.items[0].item.key if self.items else ""


def read(desk: Secretariat, key: Key) -> Facts:
    """Read a meeting; ``LookupError`` where there is none of that key."""
    plan = desk.meetings.plan(key)
    return Facts(
        meeting=plan.meeting,
        sitting=sitting_now(plan.sittings),
        items=desk.agendas.items(key),
        roll=desk.sittings.roll(key),
        heard=desk.sittings.interventions(key),
        files=desk.proposals.all(key),
        vote=desk.voting.open_vote(key),
        states=desk.states.on(desk.sittings.time(plan.meeting).date()),
        place=place_of(plan.sittings),
    )
