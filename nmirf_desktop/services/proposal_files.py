"""What the register holds of a proposal, and what may still be done with it."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain

from nmirf_desktop.domain.amendments import (
    AmendmentFile,
    Counted,
    Sponsorship,
    Standing,
    TextVersion,
    amendment_files,
    check_settled,
)
from nmirf_desktop.domain.divisions import (
    TextMotionFile,
    check_no_motion_pending,
    motion_files,
    reconsidered_at,
    rejected_as_a_whole,
)
from nmirf_desktop.domain.forms_adopted import Form, form_at, form_of
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.tally import Tally, outcome_with
from nmirf_desktop.domain.voting import OF_A_TEXT, ConsensusCall, Decision, Mode, Outcome, Proposal, Vote, VoteKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.totals import totals
from nmirf_desktop.services.vote_practices import second_vote_due
from nmirf_desktop.storage.amendments import AMENDMENTS, PARTS, SPONSORSHIPS, TEXT_MOTIONS, TEXT_VERSIONS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, DECISIONS, PROPOSALS, VOTES

_BEFORE_ALL = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class ProposalFile:
    """A proposal with what became of it; a *second_vote* follows where equal votes are cast again (R15).

    *calls* and *votes* are on the whole text, since the meeting last decided to consider it again (R26);
    a vote that was broken off decided nothing, and is none of them.
    """

    proposal: Proposal
    calls: tuple[ConsensusCall, ...]
    votes: tuple[Vote, ...]
    decision: Decision | None
    second_vote: bool = False
    amendments: tuple[AmendmentFile, ...] = ()
    motions: tuple[TextMotionFile, ...] = ()
    versions: tuple[TextVersion, ...] = ()
    sponsors: tuple[Sponsorship, ...] = ()

    @property
    def form(self) -> Form | None:
        """In which form the text reads, where it is not as submitted: as revised, as amended."""
        return form_of(self.proposal, self.versions)

    def form_put(self, vote: Key) -> Form | None:
        """In which form the text was put, in one of the *votes* on the whole of it; ``None`` of any other."""
        opened = next((one.opened_at for one in self.votes if one.key == vote), None)
        return form_at(self.proposal, self.versions, opened) if opened is not None else None

    @property
    def consensus_failed(self) -> bool:
        """Whether the Chair noted that there was no consensus (R12)."""
        return any(call.objected for call in self.calls)

    @property
    def every_vote(self) -> tuple[Vote, ...]:
        """The votes on it, on its amendments and parts, and on motions about it."""
        parts = (part.votes for one in self.motions for part in one.parts)
        beside = (*(one.votes for one in self.amendments), *(one.votes for one in self.motions), *parts)
        return (*self.votes, *chain(*beside))

    @property
    def every_call(self) -> tuple[ConsensusCall, ...]:
        """The times that consensus was sought on it, on its amendments and on its parts."""
        parts = (part.calls for one in self.motions for part in one.parts)
        return (*self.calls, *chain(*(one.calls for one in self.amendments), *parts))

    @property
    def vote_open(self) -> bool:
        """Whether a vote on it, or on anything of it, is going on."""
        return any(vote.open for vote in self.every_vote)

    @property
    def division(self) -> TextMotionFile | None:
        """The division that was granted last, since the meeting last decided to consider the text again (R21)."""
        since = reconsidered_at(self.motions)
        granted = [one for one in self.motions if one.granted and one.parts]
        return next((one for one in reversed(granted) if since is None or one.motion.moved_at > since), None)

    @property
    def rejected_in_parts(self) -> bool:
        """(silent; GA 89/129) R21: whether all its operative parts were rejected, and it with them."""
        return self.division is not None and rejected_as_a_whole(self.division, self.proposal.text.original)

    @property
    def amended(self) -> bool:
        """Whether the meeting itself changed its text (R26); what the sponsor accepted is the sponsor's own."""
        return any(one.standing is Standing.ADOPTED and one.amendment.amends is None for one in self.amendments)

    def amendment(self, key: Key) -> AmendmentFile:
        """The amendment of a key. Raises ``Refusal`` where undo took it back while it was shown."""
        for one in self.amendments:
            if one.amendment.key == key:
                return one
        raise Refusal(N_("This amendment was taken back: enter it again."))

    @property
    def lost(self) -> bool:
        """Whether it was put to the vote and not adopted; putting it again would be reconsideration (R26)."""
        announced = any(vote.closed_at is not None for vote in self.votes)
        return self.decision is None and (self.rejected_in_parts or (announced and not self.second_vote))

    @property
    def by_consensus(self) -> bool:
        """Whether it was adopted without a vote."""
        return self.decision is not None and self.decision.mode is Mode.CONSENSUS

    @property
    def settled(self) -> bool:
        """Whether the text no longer changes: it was adopted, withdrawn or voted down."""
        gone = self.proposal.withdrawn_at is not None or self.proposal.passed_over_at is not None
        return self.decision is not None or gone or self.lost


def file_of(session: Session, proposal: Proposal) -> ProposalFile:
    """A proposal with its calls, votes and decision, each in their order."""
    return files_of(session, (proposal,))[0]


def files_of(session: Session, proposals: Collection[Proposal]) -> tuple[ProposalFile, ...]:
    """Proposals with what became of each, read together: a meeting may have many, with the votes of many States."""
    keys = [one.key for one in proposals]
    votes = VOTES.by(session, "proposal", keys)
    announced = (one for each in votes.values() for one in each if one.closed_at is not None)
    counted = totals(session, announced)
    motions = TEXT_MOTIONS.by(session, "proposal", keys)
    parts = PARTS.by(session, "motion", (one.key for each in motions.values() for one in each))
    calls, decisions = CONSENSUS_CALLS.by(session, "proposal", keys), DECISIONS.by(session, "proposal", keys)
    amendments, versions = AMENDMENTS.by(session, "proposal", keys), TEXT_VERSIONS.by(session, "proposal", keys)
    sponsors = SPONSORSHIPS.by(session, "proposal", keys)

    def made(proposal: Proposal) -> ProposalFile:
        key = proposal.key
        called = sorted(calls[key], key=lambda one: one.at)
        voted = sorted((one for one in votes[key] if one.stopped_at is None), key=lambda one: one.opened_at)
        outcomes: list[Counted] = [(one, _outcome(one, counted)) for one in voted if one.kind in OF_A_TEXT]
        own = [part for one in motions[key] for part in parts[one.key]]
        moved = motion_files(key, motions[key], own, called, outcomes)
        since = reconsidered_at(moved) or _BEFORE_ALL
        whole = tuple(one for one in voted if one.kind is VoteKind.PROPOSAL and one.opened_at > since)
        return ProposalFile(
            proposal,
            tuple(call for call in called if call.on == key and call.at > since),
            whole,
            next(iter(decisions[key]), None),
            second_vote_due(session, whole, counted),
            amendment_files(proposal, amendments[key], called, outcomes),
            moved, versions[key], sponsors[key],
        )  # fmt: skip

    return tuple(made(one) for one in proposals)


def _outcome(vote: Vote, counted: Mapping[Key, Tally]) -> Outcome | None:
    """What became of a vote that was announced."""
    return outcome_with(vote, counted[vote.key]) if vote.key in counted else None


VOTE_GOING_ON = N_(
    "A vote on this proposal is going on: go back to it (F8) and announce its result, or break it off (Ctrl+Shift+B)."
)


def check_undecided(file: ProposalFile) -> None:
    """Raises ``Refusal`` for a proposal that was withdrawn, adopted or voted down, or on which a vote is going on."""
    if file.proposal.withdrawn_at is not None:
        raise Refusal(N_("This proposal was withdrawn."))
    if file.proposal.passed_over_at is not None:
        raise Refusal(N_("The meeting decided not to vote on this proposal."), section="R23")
    if file.decision is not None:
        raise Refusal(N_("This proposal was adopted, and its text no longer changes."))
    if file.lost:
        raise Refusal(N_("This proposal was put to the vote and was not adopted."), section="R26")
    if file.vote_open:
        raise Refusal(VOTE_GOING_ON, section="R25")


def check_revised(file: ProposalFile, revised: Proposal) -> None:
    """Raises ``Refusal`` for another original of a proposal that is no longer open, or that was divided (R21)."""
    check_undecided(file)
    if file.division is not None and revised.text.original != file.proposal.text.original:
        raise Refusal(N_("The proposal is divided, and its text no longer changes."), section="R21")


def check_whole(file: ProposalFile) -> None:
    """(silent; GA 89/129, 90/130) R21, R22: amendments, motions and parts are settled before the whole is put.

    Raises ``Refusal`` where one is still before the meeting.
    """
    check_settled(file.amendments)
    check_no_motion_pending(file.motions)


def check_worded(proposal: Proposal) -> None:
    """Raises ``Problem`` for a proposal of which nothing is written yet, neither title nor text in any language."""
    if not (proposal.title or proposal.text):
        raise Problem(N_("Write the title or the text of the draft decision first, in one language at least."))


def standing_proposal(session: Session, key: Key) -> Proposal:
    """The proposal of a key; ``Refusal`` where undo took it back while it was shown."""
    proposal = PROPOSALS.find(session, key)
    if proposal is None:
        raise Refusal(N_("This proposal was taken back: table it again."))
    return proposal
