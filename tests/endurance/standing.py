"""What the screens are painted from, as one fingerprint, and what a verb that is cut in two would leave behind."""

import hashlib
from collections.abc import Iterator
from itertools import chain

from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.sittings import InterventionKind, pause_of
from nmirf_desktop.domain.voting import Act
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.journal import head
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import TOTALS_CORRECTIONS

STANDING = ("MAR", "PRY", "PRT")
"""Who stands in each election, for one seat."""


def last_entry(store: Store) -> int:
    """The number of the journal's last entry."""
    with store.read() as session:
        entry = head(session)
    return 0 if entry is None else entry.sequence


def seen(desk: Secretariat) -> str:
    """A fingerprint of what session screen and projector are painted from, of the first meeting."""
    meeting = desk.meetings.list()[0].key
    votes = desk.voting.votes(meeting)
    views = (
        desk.sittings.all(meeting), desk.sittings.presence_events(meeting), desk.sittings.interventions(meeting),
        desk.floor.view(meeting), desk.motions.files(meeting), desk.motions.points(meeting),
        desk.proposals.all(meeting), desk.elections.all(meeting), votes,
        [desk.voting.board(vote.key) for vote in votes[-2:]],
    )  # fmt: skip
    return hashlib.sha256(repr(views).encode()).hexdigest()


def half_done(desk: Secretariat) -> list[str]:
    """What a verb of several rows would have left behind if it were cut in two; nothing, as it should be."""
    meeting = desk.meetings.list()[0].key
    righted = put_right(desk, meeting)
    texts = (half_amended(one, righted) for one in desk.proposals.all(meeting))
    ballots = (half_voted(one) for one in desk.elections.all(meeting))
    return [*half_spoken(desk, meeting), *chain(*texts), *chain(*ballots)]


def half_spoken(desk: Secretariat, meeting: Key) -> Iterator[str]:
    """Two clocks, one that runs while the sitting is suspended, a speaker still listed, a motion without its mover."""
    view, heard = desk.floor.view(meeting), desk.sittings.interventions(meeting)
    running = [one for one in view.times if one.ended_at is None]
    if len(running) > 1 or (running and any(pause_of(one, view.pauses) for one in desk.sittings.all(meeting))):
        yield "clocks run that should not"
    if {one.speaker for one in view.listed} & {one.heard.state for one in view.waiting if one.heard.motion is None
                                               and one.heard.kind is InterventionKind.STATEMENT}:  # fmt: skip
        yield "who has the floor is still listed"
    if {one.key for one in heard} - {one.intervention for one in view.times}:
        yield "an intervention has no clock"
    moved = {one.motion for one in heard if one.kind is InterventionKind.MOTION}
    raised = {one.key for one in heard if one.kind is InterventionKind.POINT_OF_ORDER}
    if moved != {one.motion.key for one in desk.motions.files(meeting)}:
        yield "a motion without its mover"
    if raised != {one.point.intervention for one in desk.motions.points(meeting)}:
        yield "a point of order without who raised it"


def put_right(desk: Secretariat, meeting: Key) -> set[Key]:
    """The amendments with a vote whose record was corrected: the text that was put stands if it had gone on (R27)."""
    votes = [one for one in desk.voting.votes(meeting) if one.amendment is not None]
    with desk.store.read() as session:
        totals = {one.vote for one in TOTALS_CORRECTIONS.all(session)}
    rekeyed = {one.vote for vote in votes for one in desk.voting.positions(vote.key) if one.act is Act.REKEYED}
    return {one.amendment for one in votes if one.amendment is not None and one.key in totals | rekeyed}


def half_amended(file: ProposalFile, righted: set[Key]) -> Iterator[str]:
    """An amendment in force whose text was not made, a text that is not the last version, consensus and no decision."""
    made = {one.amendment for one in file.versions if one.amendment is not None}
    if {one.amendment.key for one in file.amendments if one.in_force}.symmetric_difference(made) - righted:
        yield "an amendment in force without its text"
    if file.versions and file.versions[-1].text != file.proposal.text:
        yield "a text that is no version"
    if file.amendments and not file.versions:
        yield "an amendment to a text that was not kept"
    if any(not one.objected for one in file.calls) != (file.decision is not None):
        yield "a consensus without its decision"


def half_voted(board: ElectionBoard) -> Iterator[str]:
    """An election without those who stand, a ballot closed and not counted, a lot without its seed or its time."""
    if {one.state.iso3 for one in board.names} != set(STANDING):
        yield "an election without its candidates"
    for one in (view.ballot for view in board.ballots):
        if (one.count is None and one.closed_at is not None) or (one.count is not None and one.papers is None):
            yield "a ballot closed without a count"
        if len({bool(one.lot), bool(one.lot_seed), one.lot_at is not None}) > 1:
            yield "half a lot"
