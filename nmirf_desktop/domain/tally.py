"""What is counted: the position that stands for each State, the totals and the outcome (R14–R18, R27)."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Outcome, Position, Vote, VoteMajority
from nmirf_desktop.i18n import N_

DECIDED = frozenset({Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING})
"""The answers with which a State has used its one vote; a pass or silence leaves it open."""


def outcome_of(in_favour: int, against: int, majority: VoteMajority = VoteMajority.SIMPLE) -> Outcome:
    """*Decision-Making Procedure* (R14, R15): adopted when more are in favour than against.

    Equal numbers, 0–0 included, adopt nothing; there is no casting vote and no threshold of turnout. Two thirds of
    those present and voting are asked for where the Network chose so for reconsiderations (R26; GA 81/123).
    """
    enough = in_favour >= 2 * against if majority is VoteMajority.TWO_THIRDS else True
    return Outcome.ADOPTED if in_favour > against and enough else Outcome.NOT_ADOPTED


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of members by position. *no_answer* counts all who are entitled and have not answered."""

    in_favour: int = 0
    against: int = 0
    abstaining: int = 0
    not_participating: int = 0
    no_answer: int = 0
    majority: VoteMajority = VoteMajority.SIMPLE

    @property
    def present_and_voting(self) -> int:
        """*Decision-Making Procedure* (R14; GA 86/126): those in favour and those against, nobody else."""
        return self.in_favour + self.against

    @property
    def outcome(self) -> Outcome:
        """*Decision-Making Procedure* (R14, R15): what follows from the numbers."""
        return outcome_of(self.in_favour, self.against, self.majority)

    @property
    def short(self) -> bool:
        """(silent; GA 81/123) R26: more are in favour than against, and the two thirds asked for are not reached."""
        return self.in_favour > self.against and self.outcome is Outcome.NOT_ADOPTED

    @property
    def tied(self) -> bool:
        """(silent; GA 133) R15: the votes are equally divided, 0–0 included."""
        return self.in_favour == self.against

    @property
    def unanimous(self) -> bool:
        """Somebody is in favour, nobody is against and nobody abstains."""
        return self.in_favour > 0 and self.against == 0 and self.abstaining == 0

    @property
    def entitled(self) -> int:
        """All members entitled to vote."""
        return self.present_and_voting + self.abstaining + self.not_participating + self.no_answer


def as_written(positions: Iterable[Position]) -> list[Position]:
    """Positions in the order in which they were written."""
    return sorted(positions, key=attrgetter("at", "key"))


def answered(before: Position) -> bool:
    """*Decision-Making Procedure* (R16): whether a State has used its one vote by an answer of its own."""
    return before.act is not Act.TOGETHER and before.answer in DECIDED


def _repeats(position: Position, before: Position) -> bool:
    """Whether a position comes after one that it cannot supersede."""
    if position.act is Act.TOGETHER:
        return answered(before) or position.call <= before.call
    return position.act is Act.ANSWER and answered(before)


def counting(positions: Iterable[Position], closed_at: datetime.datetime | None = None) -> list[Position]:
    """*Decision-Making Procedure* (R16, R27): the positions that count, or did until a later one of the same State.

    They are in the order in which they were written. A change before the announcement (*closed_at*) supersedes the
    answer, a record that was mis-keyed is superseded at any time, and what a delegation had intended never counts.
    After a pass or silence any answer counts, but a second plain answer never supersedes a first. What was written of
    many together supersedes nothing but silence or a pass of the call before, and any answer supersedes it.
    """
    last: dict[StateCode, Position] = {}
    counted = []
    valid = [one for one in positions if one.act is not Act.INTENDED]
    if closed_at is not None:
        valid = [one for one in valid if one.act is Act.REKEYED or one.at <= closed_at]
    for position in as_written(valid):
        before = last.get(position.state)
        if before is None or not _repeats(position, before):
            last[position.state] = position
            counted.append(position)
    return counted


def standing(positions: Iterable[Position], closed_at: datetime.datetime | None = None) -> Mapping[StateCode, Position]:
    """The one position that counts of each State, whatever was written: the last of those :func:`counting`."""
    return {position.state: position for position in counting(positions, closed_at)}


def position_of(
    state: StateCode, positions: Iterable[Position], closed_at: datetime.datetime | None = None
) -> Position | None:
    """:func:`standing` of one State, ``None`` where it has no position."""
    return standing((one for one in positions if one.state == state), closed_at).get(state)


def put_right(vote: Vote, positions: Iterable[Position]) -> list[Position]:
    """(silent; part E) R27: by which positions the record of a vote was put right after its announcement, in order."""
    closed_at = vote.closed_at
    if closed_at is None:
        return []
    return [one for one in as_written(positions) if one.act is Act.REKEYED and one.at > closed_at]


def footnotes(positions: Collection[Position], closed_at: datetime.datetime | None = None) -> list[Position]:
    """(silent; GA practice) R27: what delegations had intended otherwise than is recorded, each as it said last.

    Where the record says by now what was intended, nothing is left to note; and a delegation that had intended what
    was recorded takes an earlier note back.
    """

    def otherwise(one: Position, known: Iterable[Position]) -> bool:
        own = position_of(one.state, known, closed_at)
        return own is None or own.answer is not one.answer

    last = {one.state: one for one in as_written(one for one in positions if one.act is Act.INTENDED)}
    return [
        one
        for one in as_written(last.values())
        if otherwise(one, positions) and otherwise(one, (each for each in positions if each.at <= one.at))
    ]


def mis_keyed(positions: Iterable[Position]) -> tuple[Position, ...]:
    """(silent; part E) R27: the positions that a record put right superseded: no delegation ever answered so."""
    last: dict[tuple[Key, StateCode], Position] = {}
    found = []
    for one in as_written(positions):
        before = last.get((one.vote, one.state))
        if one.act is Act.REKEYED and before is not None:
            found.append(before)
        if one.act is not Act.INTENDED:
            last[one.vote, one.state] = one
    return tuple(found)


def voting(positions: Iterable[Position]) -> frozenset[StateCode]:
    """(silent; part E) R17: the States that answered in any of the votes of *positions*, and so were there.

    Whoever was in favour only together with others, and then was said not to have answered, was not; nor was it whose
    answer was keyed wrongly.
    """
    found = tuple(positions)
    silent = {(one.vote, one.state) for one in found if one.act is not Act.TOGETHER and one.answer is Answer.NO_ANSWER}
    wrong = {one.key for one in mis_keyed(found)}
    answers = (one for one in found if one.answer in DECIDED and one.key not in wrong)
    return frozenset(one.state for one in answers if one.act is not Act.TOGETHER or (one.vote, one.state) not in silent)


def tally(
    entitled: Collection[StateCode], positions: Iterable[Position], closed_at: datetime.datetime | None = None
) -> Tally:
    """*Decision-Making Procedure* (R14, R16): the totals, each member counted once.

    Raises:
        Refusal: a position of a State that is not entitled, such as an observer (R7).
    """
    written = list(positions)
    check_entitled(entitled, written)
    return tally_of(entitled, standing(written, closed_at))


def tally_of(entitled: Collection[StateCode], found: Mapping[StateCode, Position]) -> Tally:
    """:func:`tally` from the positions that stand, all of members entitled."""
    numbers = Counter(position.answer for position in found.values())
    return Tally(
        in_favour=numbers[Answer.IN_FAVOUR],
        against=numbers[Answer.AGAINST],
        abstaining=numbers[Answer.ABSTAINING],
        not_participating=numbers[Answer.NOT_PARTICIPATING],
        no_answer=len(frozenset(entitled)) - sum(numbers[answer] for answer in DECIDED),
    )


def check_entitled(entitled: Collection[StateCode], positions: Iterable[Position]) -> None:
    """*Membership* (R7): only members entitled to vote have a position. Raises ``Refusal``."""
    members = frozenset(entitled)
    for position in positions:
        if position.state not in members:
            raise Refusal(
                N_("{state} is not entitled to vote, so that its answer cannot be counted."),
                {"state": position.state},
                section="R7",
            )


def count_hands(hands: HandCount, entitled: int) -> Tally:
    """(silent; GA 87/127) R18, A18: the totals of a show of hands; they need not match any list.

    Raises:
        Refusal: a negative number, or more hands than members entitled to vote.
    """
    counted = hands.in_favour + hands.against + hands.abstaining
    if min(hands.in_favour, hands.against, hands.abstaining) < 0:
        raise Refusal(N_("A number of hands cannot be negative."), section="R18")
    if counted > entitled:
        raise Refusal(
            N_("{counted} hands were counted, but {entitled} members are entitled to vote."),
            {"counted": counted, "entitled": entitled},
            section="R16",
        )
    return Tally(hands.in_favour, hands.against, hands.abstaining, no_answer=entitled - counted)


def more_hands_than_present(hands: HandCount, present: int) -> bool:
    """(silent) A18: more hands than members noted as present: a remark, since presence never bars a vote."""
    return hands.in_favour + hands.against + hands.abstaining > present


def result(vote: Vote, positions: Iterable[Position]) -> Tally:
    """*Decision-Making Procedure* (R14, R27): the totals of a vote as they stand, corrections of the record included.

    A show of hands that has not been counted yet has no votes.

    Raises:
        Refusal: as :func:`tally` and :func:`count_hands`.
    """
    written = list(positions)
    check_entitled(vote.entitled, written)
    return result_of(vote, standing(written, vote.closed_at))


def result_of(vote: Vote, found: Mapping[StateCode, Position]) -> Tally:
    """:func:`result` from the positions that stand, all of members entitled."""
    if not vote.method.named:
        counted = count_hands(vote.hands or HandCount(0, 0, 0), len(vote.entitled))
    else:
        counted = tally_of(vote.entitled, found)
    return counted if vote.majority is counted.majority else replace(counted, majority=vote.majority)


def outcome_in_force(vote: Vote, positions: Iterable[Position]) -> Outcome:
    """(silent; part E) R27: what became of a closed vote, corrections of the record included.

    The Chair's word stands where it differed from the numbers, for its reason; else the numbers decide, and a
    correction that turns them turns the outcome.
    """
    return outcome_with(vote, result(vote, positions))


def outcome_with(vote: Vote, totals: Tally) -> Outcome:
    """As :func:`outcome_in_force`, of a vote whose *totals* are known."""
    return vote.declared if vote.declared is not None and declared_otherwise(vote) else totals.outcome


def declared_otherwise(vote: Vote) -> bool:
    """(silent; part E) R27: whether the Chair declared another outcome than the numbers gave, for a reason."""
    return vote.declared is not None and bool(vote.divergence)


def result_as_announced(vote: Vote, positions: Iterable[Position]) -> Tally:
    """(silent; GA practice) R27: the totals that the Chair announced, before the record was corrected.

    It equals :func:`result` where nothing had been mis-keyed, and while the vote is open.
    """
    closed_at = vote.closed_at
    return result(vote, [position for position in positions if closed_at is None or position.at <= closed_at])
