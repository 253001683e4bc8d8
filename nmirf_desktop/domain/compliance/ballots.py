"""What a vote and its answers come to, whatever else the register holds: reckoned once, and kept while both stay."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nmirf_desktop.domain.compliance.findings import Judged, JudgedKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.tally import DECIDED, Tally, counting, result, standing
from nmirf_desktop.domain.voting import Act, Answer, Position, Vote, VoteKind
from nmirf_desktop.i18n import N_

VOTES_ON = {
    VoteKind.PROPOSAL: N_("Vote on draft decision {symbol}/L.{number}"),
    VoteKind.AMENDMENT: N_("Vote on an amendment to draft decision {symbol}/L.{number}"),
    VoteKind.PART: N_("Vote on a part of draft decision {symbol}/L.{number}"),
    VoteKind.DIVISION: N_("Vote on the division of draft decision {symbol}/L.{number}"),
    VoteKind.RECONSIDERATION: N_("Vote on the reconsideration of draft decision {symbol}/L.{number}"),
    VoteKind.PROCEDURAL: N_("Vote on a motion about draft decision {symbol}/L.{number}"),
    VoteKind.APPEAL: N_("Vote on an appeal about draft decision {symbol}/L.{number}"),
}
"""What a vote with a proposal in hand is called, by what it is on."""


@dataclass(frozen=True)
class Ballot:
    """A vote and its answers."""

    vote: Vote
    positions: tuple[Position, ...] = ()

    @cached_property
    def result(self) -> Tally | Refusal:
        """What the vote came to, or why that cannot be told."""
        whole = self.listed != self.entitled  # a position of somebody else is refused, whether it counts or not
        try:
            return result(self.vote, self.positions if whole else self.standing)
        except Refusal as refusal:
            return refusal

    @cached_property
    def standing(self) -> tuple[Position, ...]:
        """The answers that count, one of each State."""
        return tuple(standing(self.positions, self.vote.closed_at).values())

    @cached_property
    def counted(self) -> Mapping[Answer, tuple[Judged, ...]]:
        """The answers that count, as the records that the totals rest on; called by the codes of their States."""
        vote = self.vote
        at = f"{vote.meeting}:{vote.item}:{vote.proposal or vote.key}"
        found: dict[Answer, list[Judged]] = {}
        for one in self.standing:
            found.setdefault(one.answer, []).append(Judged(JudgedKind.POSITION, one.key, one.state, at))
        return {answer: tuple(own) for answer, own in found.items()}

    @cached_property
    def listed(self) -> frozenset[StateCode]:
        """The States that were called or have an answer."""
        return frozenset(self.vote.entitled) | {one.state for one in self.positions}

    @cached_property
    def entitled(self) -> frozenset[StateCode]:
        """The States that were called."""
        return frozenset(self.vote.entitled)

    @cached_property
    def repeated(self) -> tuple[StateCode, ...]:
        """The States that were called twice, or gave another plain answer after one that stood.

        After an answer that was mis-keyed and put right to a pass or to none, the answer of the second call is the one.
        """
        plain = [one for one in self.positions if one.act is Act.ANSWER and one.answer in DECIDED]
        answers = Counter(one.state for one in plain)
        if len(answers) < len(plain):
            known = {one.key for one in counting(self.positions, self.vote.closed_at)}
            beside = {one.state for one in plain if one.key not in known and answers[one.state] > 1}
        else:
            beside = set[StateCode]()
        called = Counter(self.vote.entitled)
        return tuple(sorted({*(code for code in called if called[code] > 1), *beside}))
