"""Texts put to the meeting: tabled, revised, withdrawn, adopted by consensus; and the numbered decisions."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.decisions_gone import gone
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.tally import outcome_in_force
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import (
    Act,
    ConsensusCall,
    Decision,
    Mode,
    Outcome,
    Position,
    Proposal,
    Vote,
    VoteKind,
    conformed,
)
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.consensus import agree, name_objector, object_to, objectors, still_noted
from nmirf_desktop.services.decision_ties import bring_back, check_stands, let_go, reword
from nmirf_desktop.services.electorate import day_of
from nmirf_desktop.services.proposal_files import (
    ProposalFile,
    check_revised,
    check_undecided,
    check_whole,
    check_worded,
    file_of,
    files_of,
    standing_proposal,
)
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import TERMS
from nmirf_desktop.storage.journal import LINES, Line
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import approved
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, DECISIONS, DECISIONS_GONE, PROPOSALS, TOTALS_CORRECTIONS


def decide(
    session: Session, proposal: Proposal, at: datetime.datetime, vote: Key | None = None, key: Key = ""
) -> Decision:
    """The adopted text with a number of the meeting's year; by consensus where there was no *vote*.

    A decision that was taken out and is made again has its own number; no number is given to another proposal. The
    *key* is that of a decision which stands again, else a new one.
    """
    meeting = MEETINGS.get(session, proposal.meeting)
    day, year = day_of(meeting, at), meeting.opens_on.year
    numbers = numbers_given(session, year)
    own = [number for number, owner in numbers.items() if owner == proposal.key]
    decision = Decision(
        key=key or new_key(), meeting=proposal.meeting, item=proposal.item, proposal=proposal.key, year=year,
        number=own[-1] if own else max(numbers, default=0) + 1, adopted_on=day,
        mode=Mode.CONSENSUS if vote is None else Mode.VOTE,
        title=proposal.title, text=proposal.text, vote=vote, language=proposal.text.source,
    )  # fmt: skip
    DECISIONS.save(session, decision)
    return decision


def decide_again(session: Session, proposal: Proposal, at: datetime.datetime, vote: Key | None = None) -> Decision:
    """(silent; part E) R26, R27: as :func:`decide`, of what by the corrected record was never taken out.

    The decision is the one that it was: what hung on it when it was taken out hangs on it again.
    """
    earlier = max(
        (one for one in DECISIONS_GONE.all(session, proposal=proposal.key) if one.vote == vote),
        key=lambda one: (one.gone_at, one.key),
        default=None,
    )
    if earlier is None:
        return decide(session, proposal, at, vote)
    decision = decide(session, proposal, at, vote, earlier.decision)
    bring_back(session, decision)
    return decision


def numbers_given(session: Session, year: int) -> dict[int, Key]:
    """The numbers that decisions of a year have or had, each with its proposal: the journal keeps those taken out."""
    given: dict[int, Key] = {}
    in_year = (line for line in LINES.all(session, table=DECISIONS.name, field="year") if str(year) in _texts(line))
    for row in dict.fromkeys(line.row for line in in_year):
        held = {line.field: _texts(line)[-1] for line in LINES.all(session, row=row) if _texts(line)}
        if held["year"] == str(year):
            given[int(held["number"])] = held["proposal"]
    return given | {one.number: one.proposal for one in DECISIONS.all(session, year=year)}


def _texts(line: Line) -> tuple[str, ...]:
    """What a field held before and after a change, where it held something."""
    return tuple(text for text in (line.before, line.after) if text is not None)


def follow(session: Session, vote: Vote, positions: Collection[Position]) -> Decision | None:
    """The decision that a closed vote gives, in step with its record: made, kept, or taken out (R14, R27).

    A decision that a correction of the record takes out keeps its number for its proposal, and is kept as it stood. A
    vote before the meeting decided to consider the proposal again decides on it no more (R26).

    Raises:
        Refusal: the Committee in the register was appointed by the decision that would go.
    """
    if vote.closed_at is None or vote.kind is not VoteKind.PROPOSAL or vote.proposal is None:
        return None
    file = file_of(session, PROPOSALS.get(session, vote.proposal))
    if all(one.key != vote.key for one in file.votes):
        return None
    made = file.decision
    if outcome_in_force(vote, positions) is Outcome.ADOPTED:
        return made or decide_again(session, file.proposal, vote.closed_at, vote.key)
    if made is not None and made.vote == vote.key:
        take_out(session, made, told_at(session, vote, positions, vote.closed_at))
    return None


def told_at(
    session: Session, vote: Vote, positions: Collection[Position], announced: datetime.datetime
) -> datetime.datetime:
    """Since when a vote says what it says: since it was *announced*, or since its record was last put right (R27)."""
    rekeyed = (one.at for one in positions if one.act is Act.REKEYED)
    recounted = (one.at for one in TOTALS_CORRECTIONS.all(session, vote=vote.key))
    return max((announced, *rekeyed, *recounted))


def take_out(session: Session, made: Decision, at: datetime.datetime) -> None:
    """Take a decision out at a moment; no other gets its number, and an earlier day still knows it.

    Raises:
        Refusal: the Committee in the register was appointed by it.
    """
    take_back(session, made)
    DECISIONS_GONE.save(session, gone(new_key(), made, at))


def take_back(session: Session, made: Decision) -> None:
    """Take a decision out that was recorded by mistake, and never was one: no day knows it, only the journal.

    Raises:
        Refusal: the Committee in the register was appointed by it.
    """
    check_nothing_built_on(session, made)
    let_go(session, made)
    DECISIONS.remove(session, made.key)


def check_nothing_built_on(session: Session, made: Decision) -> None:
    """Raises ``Refusal`` for a decision that appointed the Committee in the register."""
    if TERMS.all(session, decision=made.key):
        raise Refusal(N_("The Executive Committee was appointed by this decision: change its mandate first."))


def _next_number(session: Session, meeting: Key) -> int:
    return max((one.number for one in PROPOSALS.all(session, meeting=meeting)), default=0) + 1


class Proposals:
    """The proposals and decisions in the register."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def all(self, meeting: Key) -> tuple[ProposalFile, ...]:
        """A meeting's proposals by their L number."""
        with self._store.read() as session:
            found = sorted(PROPOSALS.all(session, meeting=meeting), key=lambda one: one.number)
            return files_of(session, found)

    def propose(self, meeting: Key, item: Key, title: Trilingual, text: Trilingual) -> Proposal:
        """A new text with the next L number."""
        with self._store.write(N_("table a proposal"), Subject.VOTES) as session:
            proposal = Proposal(new_key(), meeting, item, _next_number(session, meeting), title, text)
            PROPOSALS.save(session, proposal)
        return proposal

    def table(self, meeting: Key, item: Key, source: Language) -> Proposal:
        """A text still to be written, in *source* first, with the next L number."""
        return self.propose(meeting, item, Trilingual(source=source), Trilingual(source=source))

    def revise(self, proposal: Proposal) -> None:
        """Another text or sponsor, as long as the proposal was neither settled nor is being voted on."""
        with self._store.write(N_("revise a proposal"), Subject.VOTES) as session:
            file = file_of(session, standing_proposal(session, proposal.key))
            check_revised(file, proposal)
            PROPOSALS.save(session, proposal)

    def conform(self, proposal: Proposal) -> None:
        """Complete or correct the translations of a text that was settled, in the decision too where it is one.

        Raises:
            Refusal: the text is still before the meeting, its original was changed, or it stands in a language in an
                adopted record of decisions.
        """
        with self._store.write(N_("conform a translation"), Subject.VOTES) as session:
            settled = file_of(session, standing_proposal(session, proposal.key))
            if not settled.settled:
                raise Refusal(N_("This text is still before the meeting: revise it instead."))
            known = conformed(settled.proposal, proposal)
            PROPOSALS.save(session, known)
            if settled.decision is not None:
                reword(session, settled.decision, known.title, known.text)

    def withdraw(self, key: Key) -> None:
        """(silent; GA 80/122) R26: the sponsor takes the proposal back, which keeps its L number.

        Raises:
            Refusal: the voting on it has begun, or the meeting has amended it.
        """
        with self._store.write(N_("withdraw a proposal"), Subject.VOTES) as session:
            proposal = standing_proposal(session, key)
            file = file_of(session, proposal)
            check_undecided(file)
            if file.amended:
                raise Refusal(N_("The meeting has amended this proposal: it is withdrawn no more."), section="R26")
            if file.votes or (file.division is not None and any(one.votes for one in file.division.parts)):
                raise Refusal(N_("The voting on this proposal has begun: it is withdrawn no more."), section="R26")
            PROPOSALS.save(session, dataclasses.replace(proposal, withdrawn_at=self._clock()))

    def reintroduce(self, key: Key, sponsor: StateCode | None = None) -> Proposal:
        """(silent; GA 80/122) R26: a proposal that was withdrawn is introduced again, by any member, as a new one.

        Raises:
            Refusal: it was not withdrawn.
        """
        with self._store.write(N_("introduce a withdrawn proposal again"), Subject.VOTES) as session:
            gone = standing_proposal(session, key)
            if gone.withdrawn_at is None:
                raise Refusal(N_("Only a proposal that was withdrawn is introduced again."), section="R26")
            again = Proposal(
                new_key(), gone.meeting, gone.item, _next_number(session, gone.meeting), gone.title, gone.text,
                sponsor, reintroduces=gone.key,
            )  # fmt: skip
            PROPOSALS.save(session, again)
        return again

    def put_beside(self, key: Key, first: Key | None) -> None:
        """(silent; GA 91/131) R23: a proposal is on the same question as an earlier one, or on one of its own again.

        Raises:
            Refusal: the other one was submitted later, or under another item.
        """
        with self._store.write(N_("note which proposals are on the same question"), Subject.VOTES) as session:
            proposal = standing_proposal(session, key)
            if first is not None:
                other = standing_proposal(session, first)
                if (other.meeting, other.item) != (proposal.meeting, proposal.item) or other.number >= proposal.number:
                    raise Refusal(
                        N_("Choose an earlier proposal under the same item: the order is that of submission."),
                        section="R23",
                    )
                first = other.rival or other.key
            PROPOSALS.save(session, dataclasses.replace(proposal, rival=first))

    def pass_over(self, key: Key) -> None:
        """(silent; GA 91/131) R23: after the vote on another one, the meeting decides not to vote on this proposal."""
        with self._store.write(N_("decide not to vote on a proposal"), Subject.VOTES) as session:
            proposal = standing_proposal(session, key)
            check_undecided(file_of(session, proposal))
            PROPOSALS.save(session, dataclasses.replace(proposal, passed_over_at=self._clock()))

    def adopt_by_consensus(self, key: Key) -> Decision:
        """The Chair put the text and heard no objection: it is so decided (R12), by whoever is there."""
        with self._store.write(N_("adopt by consensus"), Subject.VOTES) as session:
            proposal = standing_proposal(session, key)
            file = file_of(session, proposal)
            check_undecided(file)
            check_whole(file)
            check_worded(proposal)
            now = self._clock()
            agree(session, ConsensusCall(new_key(), key, now, objected=False), proposal)
            return decide(session, proposal, now)

    def reopen(self, key: Key) -> None:
        """A consensus that was recorded by mistake is put right: the proposal is before the meeting again.

        This corrects the record. To take up again what the meeting did adopt is reconsideration, on which the
        Declaration is silent (R26). The journal keeps the decision and who took it out.

        Raises:
            Refusal: it was not adopted by consensus, the minutes with it are approved, the record of decisions with it
                was adopted, or the Committee was appointed by it.
        """
        with self._store.write(
            N_("reopen a proposal that was recorded as adopted by mistake"), Subject.VOTES
        ) as session:
            file = file_of(session, standing_proposal(session, key))
            if file.decision is None or not file.by_consensus:
                raise Refusal(N_("Only what was adopted by consensus can be reopened."), section="R12")
            if approved(session, file.proposal.meeting):
                raise Refusal(N_("The minutes with this decision are approved: it stands."), section="R26")
            check_stands(session, file.decision)
            take_back(session, file.decision)
            for call in file.calls:
                if not call.objected:
                    CONSENSUS_CALLS.remove(session, call.key)

    def note_objection(self, key: Key, objector: StateCode | None = None) -> ConsensusCall | Intervention:
        """Somebody objects to a proposal that the Chair put; who it was may stay unnamed (R12).

        The objection of a member gives a call: the Chair notes that there is no consensus. That of any other State is
        kept as a statement under the item, and the consensus of the members stands (R7).
        """
        with self._store.write(N_("note an objection"), Subject.VOTES, Subject.SESSION) as session:
            proposal = standing_proposal(session, key)
            check_undecided(file_of(session, proposal))
            return object_to(session, ConsensusCall(new_key(), key, self._clock(), True, objector), proposal)

    def still_noted(self, meeting: Key, files: Iterable[ProposalFile]) -> Mapping[Key, ConsensusCall]:
        """By what was put: the absence of consensus that was noted last, where nothing happened since (R12)."""
        with self._store.read() as session:
            return still_noted(session, meeting, chain.from_iterable(one.every_call for one in files))

    def objectors(self, noted: ConsensusCall) -> tuple[StateCode, ...]:
        """Who is named as having objected to the same at the moment of a call, in the order of naming (R12)."""
        with self._store.read() as session:
            return objectors(session, noted)

    def is_noted(self, noted: ConsensusCall) -> bool:
        """Whether an absence of consensus is noted still."""
        with self._store.read() as session:
            return CONSENSUS_CALLS.find(session, noted.key) is not None

    def name_objector(
        self, call: Key, objector: StateCode | None, *, beside: bool = False
    ) -> ConsensusCall | Intervention | None:
        """Name who objected to a proposal, an amendment or a part after that was noted; ``None``: nobody (R12).

        *Beside* keeps who was named already. The objection of an observer gives a statement, and names nobody (R7).

        Raises:
            Refusal: it is noted no longer, or the minutes are approved.
        """
        with self._store.write(N_("name who objected"), Subject.VOTES, Subject.SESSION) as session:
            return name_objector(session, call, objector, beside=beside)

    def decisions(self, meeting: Key | None = None) -> tuple[Decision, ...]:
        """The decisions of a meeting, or all, by year and number."""
        with self._store.read() as session:
            found = DECISIONS.all(session) if meeting is None else DECISIONS.all(session, meeting=meeting)
        return tuple(sorted(found, key=lambda one: (one.year, one.number)))
