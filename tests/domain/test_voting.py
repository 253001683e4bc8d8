"""Who may vote, when a vote opens, what is cast, counted and shown (R7, R12–R19, R25–R27, A2, A15, A18, part E)."""

import contextlib
import dataclasses
import datetime
import random
from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.board import Board, board
from nmirf_desktop.domain.casting import (
    Closing,
    after,
    call_number,
    cast,
    close,
    roll_call_order,
    still_missing,
    together,
)
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.tally import (
    DECIDED,
    Tally,
    count_hands,
    more_hands_than_present,
    outcome_of,
    result,
    result_as_announced,
    standing,
    tally,
)
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import (
    Act,
    Answer,
    ConsensusCall,
    HandCount,
    Method,
    Outcome,
    Position,
    Proposal,
    Vote,
    VoteKind,
    check_opening,
    consensus,
    electorate,
    is_statement_only,
    may_open_vote,
)
from nmirf_desktop.domain.votings import check_none_open, votings
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled

STATES = {state.iso3: state for state in parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))}
START = datetime.datetime(2027, 5, 8, 10, tzinfo=datetime.UTC)
MEMBERS = ("GHA", "HND", "MEX", "PRY", "BRA")
YES, NO, ABSTAINING, X = Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING
PASSED, SILENT = Answer.PASSED, Answer.NO_ANSWER


def minute(number: int) -> datetime.datetime:
    return START + datetime.timedelta(minutes=number)


def a_vote(method: Method = Method.ROLL_CALL, **changes: object) -> Vote:
    vote = Vote(
        key="vote",
        meeting="meeting",
        item="item",
        kind=VoteKind.PROPOSAL,
        method=method,
        question=Trilingual("Draft decision L.3", "Projet de décision L.3", "Proyecto de decisión L.3"),
        opened_at=START,
        entitled=MEMBERS,
        proposal="proposal",
        drawn="GHA",
    )
    return dataclasses.replace(vote, **changes)  # type: ignore[arg-type]


class Room:
    """A vote as it goes on: each answer is cast and written, as the register does it."""

    def __init__(self, vote: Vote) -> None:
        self.vote = vote
        self.positions: list[Position] = []
        self.presses = 0

    def cast(self, state: str, answer: Answer, act: Act = Act.ANSWER, reason: str = "") -> Position | None:
        self.presses += 1
        wanted = Position(
            f"{self.presses:04}", "vote", state, answer, minute(self.presses), act=act, cast_by="", reason=reason
        )
        written = cast(self.vote, self.positions, wanted, STATES)
        if written is not None:
            self.positions.append(written)
        return written

    def together(self, answer: Answer, there: Collection[str]) -> tuple[str, ...]:
        self.presses += 1
        states = together(self.vote, self.positions, answer, there)
        at, call = after(self.vote, self.positions, minute(self.presses)), call_number(self.vote, self.positions)
        for place, state in enumerate(states):
            key = f"{self.presses:04}-{place:03}"
            self.positions.append(Position(key, "vote", state, answer, at, call=call, act=Act.TOGETHER))
        return states

    def close(self, declared: Outcome | None = None, divergence: str = "") -> None:
        self.vote = close(self.vote, self.positions, Closing(minute(self.presses), declared, divergence), STATES)

    def everybody(self, *answers: Answer) -> None:
        for state, answer in zip(MEMBERS, answers, strict=True):
            self.cast(state, answer)

    def missing(self) -> tuple[str, ...]:
        return still_missing(self.vote, self.positions)

    def tally(self) -> Tally:
        return result(self.vote, self.positions)

    def board(self) -> Board:
        return board(self.vote, self.positions, STATES)


def membership(state: str, kind: MembershipKind, start: int, end: int | None = None) -> Membership:
    last = None if end is None else datetime.date(end, 1, 1)
    return Membership(state, state, kind, Period(datetime.date(start, 1, 1), last), Basis.COMMUNICATION)


# Who votes


def test_r7_observers_and_former_members_are_not_in_the_electorate() -> None:
    register = [
        membership("PRY", MembershipKind.MEMBER, 2024),
        membership("MAR", MembershipKind.MEMBER, 2024, 2026),
        membership("MAR", MembershipKind.OBSERVER, 2026),
        membership("PRT", MembershipKind.OBSERVER, 2024),
        membership("GHA", MembershipKind.MEMBER, 2028),
    ]
    assert electorate(register, datetime.date(2025, 6, 1)) == {"PRY", "MAR"}
    assert electorate(register, datetime.date(2026, 1, 1)) == {"PRY"}


def test_r7_an_observers_answer_is_neither_written_nor_counted() -> None:
    room = Room(a_vote())
    with pytest.raises(Refusal) as refusal:
        room.cast("PRT", YES)
    assert refusal.value.section == "R7"
    assert refusal.value.said_in(catalog(Language.EN)) == "Portugal is not entitled to vote in this vote."
    with pytest.raises(Refusal):
        tally(MEMBERS, [Position("1", "vote", "PRT", YES, START)])


# Consensus


def test_r12_consensus_is_that_the_chair_asked_and_no_member_objected() -> None:
    assert consensus(ConsensusCall("1", "proposal", START, objected=False), MEMBERS)


def test_r12_one_objection_by_one_member_is_enough_even_unnamed() -> None:
    assert not consensus(ConsensusCall("1", "proposal", START, objected=True, objector="MEX"), MEMBERS)
    assert not consensus(ConsensusCall("1", "proposal", START, objected=True), MEMBERS)


def test_r7_an_observers_objection_is_a_statement_and_does_not_break_consensus() -> None:
    call = ConsensusCall("1", "proposal", START, objected=True, objector="PRT")
    assert is_statement_only(call, MEMBERS)
    assert consensus(call, MEMBERS)


def a_proposal(**changes: object) -> Proposal:
    text = Trilingual("Text", "Texte", "Texto")
    return dataclasses.replace(
        Proposal("proposal", "meeting", "item", 3, text, text),
        **changes,  # type: ignore[arg-type]
    )


NO_CONSENSUS = ConsensusCall("1", "proposal", START, objected=True)


def test_r13_a_proposal_is_voted_on_once_no_consensus_was_noted() -> None:
    assert not may_open_vote(VoteKind.PROPOSAL, [], MEMBERS)
    assert may_open_vote(VoteKind.PROPOSAL, [NO_CONSENSUS], MEMBERS)
    check_opening(a_vote(), a_proposal(), [NO_CONSENSUS])


@pytest.mark.parametrize("kind", [VoteKind.PROCEDURAL, VoteKind.APPEAL])
def test_r13_motions_and_appeals_go_straight_to_the_vote(kind: VoteKind) -> None:
    assert may_open_vote(kind, [], MEMBERS)
    check_opening(a_vote(kind=kind, proposal=None), None, [])
    with pytest.raises(Problem) as problem:
        check_opening(a_vote(kind=kind, proposal=None, question=Trilingual()), None, [])
    assert problem.value.field_name == "question"


@pytest.mark.parametrize(
    ("calls", "section"),
    [
        ([], "R13"),
        ([ConsensusCall("1", "another", START, objected=True)], "R13"),
        ([dataclasses.replace(NO_CONSENSUS, at=minute(1))], "R13"),  # noted after the vote was opened
        ([ConsensusCall("1", "proposal", START, objected=False)], "R12"),
        ([ConsensusCall("1", "proposal", START, objected=True, objector="PRT")], "R12"),
    ],
)
def test_r13_the_vote_is_refused_before_the_absence_of_consensus(calls: list[ConsensusCall], section: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_opening(a_vote(), a_proposal(), calls)
    assert refusal.value.section == section


@pytest.mark.parametrize(
    ("vote", "section"),
    [
        (a_vote(entitled=()), "R14"),
        (a_vote(entitled=("GHA", "MEX", "GHA")), "R16"),
        (a_vote(drawn="PRT"), "R19"),
        (a_vote(drawn="MEX"), "R19"),  # the order does not begin with the name drawn
    ],
)
def test_r14_to_r19_what_cannot_be_opened(vote: Vote, section: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_opening(vote, a_proposal(), [NO_CONSENSUS])
    assert refusal.value.section == section


def test_r19_a_roll_call_without_a_draw_is_recorded_as_it_was() -> None:
    check_opening(a_vote(drawn=None), a_proposal(), [NO_CONSENSUS])


def test_r26_a_withdrawn_proposal_is_not_put_to_the_vote() -> None:
    with pytest.raises(Refusal):
        check_opening(a_vote(), a_proposal(withdrawn_at=START), [NO_CONSENSUS])
    with pytest.raises(Problem):
        check_opening(a_vote(), None, [NO_CONSENSUS])


def test_r25_a_second_vote_waits_for_the_announcement() -> None:
    check_none_open(votings([a_vote(closed_at=minute(1))], (), ()))
    with pytest.raises(Refusal):
        check_none_open(votings([a_vote(closed_at=minute(1)), a_vote()], (), ()))


# All in favour, then exceptions

moves = st.lists(
    st.one_of(
        st.tuples(st.sampled_from((*MEMBERS, "PRT")), st.sampled_from(Answer), st.sampled_from(Act)),
        st.sampled_from((YES, SILENT)),
    ),
    max_size=12,
)


@given(moves, st.frozensets(st.sampled_from((*MEMBERS, "PRT"))), moves)
def test_r16_all_in_favour_gives_a_position_to_those_present_who_had_none_and_touches_no_other(
    before: list[tuple[str, Answer, Act] | Answer], there: frozenset[str], later: list[tuple[str, Answer, Act] | Answer]
) -> None:
    room = Room(a_vote(Method.RECORDED, drawn=None))
    _moved(room, before, there)
    held = standing(room.positions)
    due = tuple(state for state in MEMBERS if state in there and state not in held)
    if due:
        assert room.together(YES, there) == due
    else:
        with pytest.raises(Refusal):
            room.together(YES, there)
    now = standing(room.positions)
    assert {state: now[state] for state in held} == held, "nobody's answer is written over"
    assert {state for state in now if state not in held} == set(due)
    assert all(now[state].answer is YES for state in due)
    assert room.board().together >= set(due)
    _moved(room, later, there)
    assert room.tally().entitled == len(MEMBERS), "each is counted once"
    assert {one.state for one in room.positions} <= set(MEMBERS)


def _moved(room: Room, those: list[tuple[str, Answer, Act] | Answer], there: frozenset[str]) -> None:
    for one in those:
        with contextlib.suppress(Refusal):
            if isinstance(one, tuple):
                room.cast(*one)
            else:
                room.together(one, there)


def test_r16_an_exception_answers_for_itself_and_is_no_change() -> None:
    room = Room(a_vote(Method.RECORDED, drawn=None))
    room.together(YES, MEMBERS)
    room.cast("MEX", NO)
    room.cast("PRY", SILENT)
    assert room.tally() == Tally(in_favour=3, against=1, no_answer=1)
    with pytest.raises(Refusal):
        room.cast("MEX", YES)
    assert "MEX" not in room.board().together


@pytest.mark.parametrize("answer", [YES, SILENT])
def test_r16_the_answer_of_its_own_of_who_had_it_only_with_others_is_written_once(answer: Answer) -> None:
    room = Room(a_vote(Method.RECORDED, drawn=None))
    room.together(answer, MEMBERS)
    own = room.cast("MEX", answer)
    assert own is not None
    assert own.act is Act.ANSWER
    assert room.board().together == frozenset(MEMBERS) - {"MEX"}
    assert room.cast("MEX", answer) is None
    assert room.tally().entitled == len(MEMBERS)


@pytest.mark.parametrize(
    ("vote", "section"),
    [
        (a_vote(), "R19"),
        (a_vote(Method.SHOW_OF_HANDS, drawn=None), "R18"),
        (a_vote(Method.SECRET_BALLOT, drawn=None), "R18"),
        (a_vote(Method.RECORDED, drawn=None, closed_at=minute(1)), "R27"),
    ],
)
def test_all_in_favour_is_of_an_open_recorded_vote_alone(vote: Vote, section: str) -> None:
    with pytest.raises(Refusal) as refusal:
        together(vote, (), YES, MEMBERS)
    assert refusal.value.section == section


def test_r16_what_was_written_together_in_another_copy_never_takes_the_place_of_an_answer() -> None:
    answers = [
        Position("1", "vote", "GHA", NO, minute(1)),
        Position("2", "vote", "GHA", YES, minute(2), act=Act.TOGETHER),
        Position("3", "vote", "HND", YES, minute(2), act=Act.TOGETHER),
    ]
    assert tally(MEMBERS, answers) == Tally(in_favour=1, against=1, no_answer=3)


# The outcome


@given(st.integers(0, 193), st.integers(0, 193))
def test_r14_adopted_means_more_in_favour_than_against(yes: int, no: int) -> None:
    assert (outcome_of(yes, no) is Outcome.ADOPTED) == (yes > no)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_r14_only_those_in_favour_and_against_are_the_base(yes: int, no: int, a: int, x: int, silent: int) -> None:
    counted = Tally(yes, no, a, x, silent)
    assert counted.present_and_voting == yes + no
    assert counted.outcome is Tally(yes, no).outcome
    assert counted.entitled == yes + no + a + x + silent


@pytest.mark.parametrize("votes", [0, 1, 20])
def test_r15_equal_numbers_adopt_nothing(votes: int) -> None:
    counted = Tally(votes, votes, 5)
    assert counted.tied
    assert counted.outcome is Outcome.NOT_ADOPTED


def test_r17_one_vote_against_none_is_a_valid_decision() -> None:
    assert Tally(in_favour=1, no_answer=60).outcome is Outcome.ADOPTED


def test_r14_the_totals_of_a_roll_call() -> None:
    room = Room(a_vote())
    room.everybody(YES, NO, YES, ABSTAINING, X)
    assert room.tally() == Tally(2, 1, 1, 1, 0)
    assert room.tally().present_and_voting == 3


def test_r14_who_is_entitled_and_does_not_answer_is_in_no_other_number() -> None:
    room = Room(a_vote())
    room.cast("GHA", YES)
    room.cast("HND", PASSED)
    assert room.tally() == Tally(in_favour=1, no_answer=4)


# One vote each


def test_r16_a_second_answer_is_refused_and_a_repeated_one_is_not_written() -> None:
    room = Room(a_vote())
    assert room.cast("GHA", YES)
    assert room.cast("GHA", YES) is None
    with pytest.raises(Refusal) as refusal:
        room.cast("GHA", NO)
    assert refusal.value.section == "R16"
    assert len(room.positions) == 1


def test_r16_the_same_key_press_arriving_twice_is_written_once() -> None:
    vote = a_vote()
    press = Position("press", "vote", "GHA", PASSED, minute(1))
    written = cast(vote, [], press, STATES)
    assert written is not None
    assert cast(vote, [written], press, STATES) is None
    answered = Position("answer", "vote", "GHA", YES, minute(2))
    assert cast(vote, [written, answered], press, STATES) is None


def test_r16_of_two_plain_answers_that_met_in_a_merge_the_first_counts() -> None:
    answers = [Position("1", "vote", "GHA", YES, minute(1)), Position("2", "vote", "GHA", NO, minute(2))]
    assert tally(MEMBERS, answers) == tally(MEMBERS, answers[::-1]) == Tally(in_favour=1, no_answer=4)


any_position = st.builds(
    Position,
    key=st.uuids().map(str),
    vote=st.just("vote"),
    state=st.sampled_from(MEMBERS),
    answer=st.sampled_from(Answer),
    at=st.integers(0, 30).map(minute),
    act=st.sampled_from(Act),
)


@given(st.lists(any_position, unique_by=lambda position: position.key), st.randoms())
def test_r16_nobody_is_counted_twice_whatever_was_written_and_in_whatever_order(
    positions: list[Position], chance: random.Random
) -> None:
    counted = tally(MEMBERS, positions, minute(20))
    assert counted.entitled == len(MEMBERS)
    shuffled = list(positions)
    chance.shuffle(shuffled)
    assert tally(MEMBERS, shuffled, minute(20)) == counted


presses = st.lists(
    st.tuples(st.sampled_from((*MEMBERS, "PRT")), st.sampled_from(Answer), st.sampled_from(Act)), max_size=40
)


@given(presses)
def test_r16_whatever_is_keyed_the_board_agrees_with_what_was_written(keyed: list[tuple[str, Answer, Act]]) -> None:
    room = Room(a_vote())
    for state, answer, act in keyed:
        before = room.board()
        try:
            written = room.cast(state, answer, act, "mis-keyed")
        except Refusal:
            written = None
        if written is None:
            assert room.board() == before
        else:
            stands = standing(room.positions)[state]
            assert (stands.key, stands.answer) == (written.key, answer)
    shown = room.board()
    decided = [state.iso3 for state, answer in shown.answers if answer in DECIDED]
    missing = [state.iso3 for state in shown.calling.missing]
    assert shown.tally.entitled == len(MEMBERS)
    assert shown.tally.no_answer == len(MEMBERS) - len(decided)
    assert not set(decided) & set(missing)
    assert (shown.calling.now is None) == (not missing)


# Changes and corrections


def test_r27_a_change_before_the_announcement_counts_and_the_first_answer_is_kept() -> None:
    room = Room(a_vote())
    room.everybody(YES, YES, NO, NO, ABSTAINING)
    room.cast("GHA", NO, Act.CHANGE)
    assert room.tally() == Tally(1, 3, 1)
    assert [position.answer for position in room.positions if position.state == "GHA"] == [YES, NO]


def test_r27_after_the_announcement_only_what_was_intended_is_noted_and_totals_stand() -> None:
    room = Room(a_vote())
    room.everybody(YES, YES, NO, ABSTAINING, X)
    with pytest.raises(Refusal):
        room.cast("MEX", YES, Act.INTENDED)
    room.close()
    for act in (Act.ANSWER, Act.CHANGE):
        with pytest.raises(Refusal) as refusal:
            room.cast("MEX", YES, act)
        assert refusal.value.section == "R27"
    assert room.cast("MEX", YES, Act.INTENDED)
    assert room.cast("MEX", YES, Act.INTENDED) is None
    with pytest.raises(Refusal):
        room.cast("GHA", YES, Act.INTENDED)  # that is how it is recorded
    with pytest.raises(Refusal):
        room.cast("GHA", PASSED, Act.INTENDED)
    assert room.tally() == result_as_announced(room.vote, room.positions) == Tally(2, 1, 1, 1)
    last = room.board().last
    assert last is not None
    assert (last.state, last.answer) == (STATES["BRA"], X)


def test_r27_a_record_mis_keyed_is_corrected_with_a_reason_and_both_results_are_kept() -> None:
    room = Room(a_vote())
    room.everybody(YES, YES, NO, NO, ABSTAINING)
    room.close()
    assert room.board().outcome is Outcome.NOT_ADOPTED
    with pytest.raises(Problem):
        room.cast("BRA", YES, Act.REKEYED)
    room.cast("BRA", YES, Act.REKEYED, "Brazil had said yes; the recording bears it out.")
    assert room.board().corrected
    assert room.board().announced == Tally(2, 2, 1)
    assert room.board().tally == Tally(3, 2)
    assert room.board().outcome is Outcome.ADOPTED


def test_r27_before_the_announcement_a_mis_keyed_answer_needs_no_reason_and_can_be_taken_back() -> None:
    room = Room(a_vote())
    room.cast("GHA", YES)
    assert room.board().calling.now == STATES["HND"]
    room.cast("GHA", PASSED, Act.REKEYED)
    assert room.tally().in_favour == 0
    assert room.missing() == ("HND", "MEX", "PRY", "BRA", "GHA")
    with pytest.raises(Refusal):
        room.cast("MEX", YES, Act.REKEYED)


def test_r27_a_change_needs_an_answer_and_is_one() -> None:
    room = Room(a_vote())
    with pytest.raises(Refusal):
        room.cast("GHA", NO, Act.CHANGE)
    room.cast("GHA", YES)
    with pytest.raises(Refusal):
        room.cast("GHA", SILENT, Act.CHANGE)
    assert room.cast("GHA", YES, Act.CHANGE) is None


def test_r27_a_clock_that_was_set_back_does_not_turn_the_answers_round() -> None:
    vote = a_vote()
    first = Position("9", "vote", "GHA", YES, minute(60))
    change = cast(vote, [first], Position("1", "vote", "GHA", NO, minute(5), act=Act.CHANGE), STATES)
    assert change is not None
    assert tally(MEMBERS, [change, first]).against == 1
    closed = close(a_vote(Method.RECORDED, entitled=("GHA",)), [first, change], Closing(minute(6)), STATES)
    assert result(closed, [first, change]) == Tally(against=1)


def test_r27_of_two_changes_the_later_counts_whatever_the_clock_says() -> None:
    vote = a_vote()
    written = [Position("7", "vote", "GHA", YES, minute(1))]
    for key, answer in (("5", NO), ("3", ABSTAINING), ("1", X)):
        change = cast(vote, written, Position(key, "vote", "GHA", answer, minute(1), act=Act.CHANGE), STATES)
        assert change is not None
        written.append(change)
    assert tally(MEMBERS, written) == Tally(not_participating=1, no_answer=4)


def test_r27_what_was_written_after_the_announcement_does_not_count_unless_the_record_was_wrong() -> None:
    answer = Position("1", "vote", "GHA", YES, minute(1))
    late = Position("2", "vote", "HND", YES, minute(3))
    changed = Position("3", "vote", "GHA", NO, minute(3), act=Act.CHANGE)
    intended = Position("4", "vote", "GHA", NO, minute(1), act=Act.INTENDED)
    assert tally(MEMBERS, [answer, late, changed, intended], minute(2)) == Tally(in_favour=1, no_answer=4)
    rekeyed = dataclasses.replace(changed, act=Act.REKEYED)
    assert tally(MEMBERS, [answer, late, rekeyed, intended], minute(2)) == Tally(against=1, no_answer=4)


def test_r27_a_correction_is_later_than_the_announcement_even_where_the_clock_was_set_back() -> None:
    written = [Position(state, "vote", state, YES, minute(1)) for state in MEMBERS]
    vote = a_vote(closed_at=minute(60))
    wanted = Position("x", "vote", "GHA", NO, minute(5), act=Act.REKEYED, reason="mis-keyed")
    correction = cast(vote, written, wanted, STATES)
    assert correction is not None
    assert result_as_announced(vote, [*written, correction]) == Tally(5)
    assert result(vote, [*written, correction]) == Tally(4, 1)


def test_r27_after_the_announcement_nobody_is_put_back_to_be_called_again() -> None:
    room = Room(a_vote())
    room.everybody(YES, YES, NO, NO, ABSTAINING)
    room.close()
    with pytest.raises(Refusal):
        room.cast("GHA", PASSED, Act.REKEYED, "mis-keyed")


# Methods


def test_r18_a_show_of_hands_has_totals_only() -> None:
    vote = a_vote(Method.SHOW_OF_HANDS)
    with pytest.raises(Refusal):
        Room(vote).cast("GHA", YES)
    with pytest.raises(Refusal):
        Room(vote).close()
    room = Room(dataclasses.replace(vote, hands=HandCount(2, 1, 1)))
    assert room.missing() == ()
    room.close()
    assert room.board().tally == Tally(2, 1, 1, no_answer=1)
    assert room.board().outcome is Outcome.ADOPTED
    assert room.board().calling.now is None


def test_a18_more_hands_than_members_entitled_are_refused_more_than_present_are_a_remark() -> None:
    assert count_hands(HandCount(3, 1, 1), 5).entitled == 5
    for hands in (HandCount(3, 2, 1), HandCount(-1, 0, 0)):
        with pytest.raises(Refusal):
            count_hands(hands, 5)
    assert more_hands_than_present(HandCount(2, 2, 0), 3)
    assert not more_hands_than_present(HandCount(2, 1, 0), 3)


def test_r18_a_recorded_vote_is_entered_in_any_order_and_knows_no_pass() -> None:
    room = Room(a_vote(Method.RECORDED, drawn=None))
    room.cast("BRA", YES)
    room.cast("GHA", NO)
    assert room.missing() == ("HND", "MEX", "PRY")
    assert room.board().calling.now is None
    with pytest.raises(Refusal):
        room.cast("MEX", PASSED)
    for state in room.missing():
        room.cast(state, SILENT)
    assert call_number(room.vote, room.positions) == 1
    room.close()
    assert room.tally() == Tally(1, 1, no_answer=3)


# The roll call


def test_r19_the_order_is_the_english_one_from_the_name_drawn_and_wraps_round() -> None:
    called = [STATES[code] for code in ("TUR", "ZWE", "AFG", "TUN", "CIV", "TKM", "CRI")]
    assert roll_call_order(called) == ("AFG", "CRI", "CIV", "TUN", "TUR", "TKM", "ZWE")
    assert roll_call_order(called, "TUR") == ("TUR", "TKM", "ZWE", "AFG", "CRI", "CIV", "TUN")
    with pytest.raises(Refusal):
        roll_call_order(called, "PRY")


@given(st.sets(st.sampled_from(sorted(STATES)), min_size=1), st.data())
def test_r19_everybody_entitled_is_called_once(codes: set[str], data: st.DataObject) -> None:
    drawn = data.draw(st.sampled_from(sorted(codes)))
    order = roll_call_order([STATES[code] for code in codes], drawn)
    assert order[0] == drawn
    assert sorted(order) == sorted(codes)


def test_r19_those_who_passed_and_those_who_were_silent_are_called_again() -> None:
    room = Room(a_vote())
    room.everybody(YES, PASSED, NO, SILENT, YES)
    assert call_number(room.vote, room.positions) == 2
    assert room.missing() == ("HND", "PRY")
    with pytest.raises(Refusal):
        room.cast("HND", PASSED)
    room.cast("HND", ABSTAINING)
    assert room.board().calling.now == STATES["PRY"]
    room.cast("PRY", SILENT)
    assert room.missing() == ()
    room.close()
    assert room.tally() == Tally(2, 1, 1, 0, 1)


def test_r19_there_is_no_second_call_where_nobody_passed_or_was_silent() -> None:
    room = Room(a_vote())
    room.everybody(YES, YES, NO, NO, X)
    assert (room.missing(), room.board().calling.number) == ((), 1)
    room.cast("BRA", PASSED, Act.REKEYED)
    assert room.board().calling.number == 2
    room.cast("BRA", YES)
    assert (room.missing(), room.board().calling.number) == ((), 2)


def test_r19_in_the_second_call_silence_is_written_at_once_of_all_who_are_left() -> None:
    room = Room(a_vote())
    with pytest.raises(Refusal, match="each member is called"):
        room.together(SILENT, ())
    room.everybody(PASSED, SILENT, YES, SILENT, SILENT)
    with pytest.raises(Refusal, match="each member is called"):
        room.together(YES, MEMBERS)
    passed, *left = room.missing()
    assert room.together(SILENT, MEMBERS) == tuple(left), "wherever they are"
    assert (room.missing(), room.board().calling.number) == ((passed,), 2)
    with pytest.raises(Refusal, match="called by name"):
        room.together(SILENT, ())
    room.cast(passed, NO)
    with pytest.raises(Refusal, match="has an answer already"):
        room.together(SILENT, ())
    assert room.cast(left[0], YES), "until the announcement who was silent can answer"
    room.close()
    assert room.tally() == Tally(2, 1, 0, 0, 2)


def test_r19_a_delegation_wrongly_recorded_as_silent_can_answer_until_the_announcement() -> None:
    room = Room(a_vote())
    room.everybody(YES, NO, NO, NO, SILENT)
    room.cast("BRA", SILENT)
    assert room.missing() == ()
    assert room.cast("BRA", YES)
    assert room.tally() == Tally(2, 3)


def test_r19_a_vote_closes_only_when_nobody_is_still_to_be_called() -> None:
    room = Room(a_vote())
    room.cast("GHA", YES)
    with pytest.raises(Refusal) as refusal:
        room.close()
    assert refusal.value.said_in(catalog(Language.EN)).endswith("Honduras, Mexico, Paraguay, Brazil.")
    for state in (*room.missing(), *room.missing()):
        room.cast(state, SILENT)
    room.close()
    with pytest.raises(Refusal):
        room.close()


def test_r15_another_outcome_declared_by_the_chair_stands_beside_the_numbers_with_its_reason() -> None:
    room = Room(a_vote())
    room.everybody(YES, YES, NO, NO, X)
    with pytest.raises(Problem):
        room.close(Outcome.ADOPTED)
    room.close(Outcome.ADOPTED, "The Chair counted a casting vote.")
    assert room.board().declared_otherwise
    assert (room.board().outcome, room.board().declared) == (Outcome.NOT_ADOPTED, Outcome.ADOPTED)


def test_r27_what_the_chair_declared_otherwise_stays_so_where_corrected_numbers_give_the_same() -> None:
    """The board took today's numbers, by which the Chair no longer differed; the minutes told that it had."""
    room = Room(a_vote())
    room.everybody(YES, YES, NO, NO, X)
    room.close(Outcome.ADOPTED, "The Chair counted a casting vote.")
    room.cast(MEMBERS[2], YES, Act.REKEYED, "The wrong key was pressed.")
    assert (room.board().outcome, room.board().declared_otherwise) == (Outcome.ADOPTED, True)


def test_r27_numbers_that_were_corrected_are_no_word_of_the_chair() -> None:
    """What the Chair declared by the numbers of that moment is not declared otherwise once they turned."""
    room = Room(a_vote())
    room.everybody(YES, YES, NO, X, X)
    room.close(Outcome.ADOPTED)
    room.cast(MEMBERS[0], NO, Act.REKEYED, "The wrong key was pressed.")
    assert (room.board().outcome, room.board().declared_otherwise) == (Outcome.NOT_ADOPTED, False)


# The board


def test_the_board_shows_who_is_called_what_came_last_and_what_it_superseded() -> None:
    room = Room(a_vote())
    empty = room.board()
    assert (empty.calling.number, empty.calling.now, empty.last) == (1, STATES["GHA"], None)
    assert empty.calling.after == tuple(STATES[code] for code in ("HND", "MEX", "PRY", "BRA"))
    room.cast("GHA", YES)
    room.cast("GHA", NO, Act.CHANGE)
    shown = room.board()
    assert shown.last is not None
    assert (shown.last.state, shown.last.before, shown.last.answer) == (STATES["GHA"], YES, NO)
    assert shown.calling.now == STATES["HND"]
    assert shown.answers == ((STATES["GHA"], NO),)
    assert (shown.closed, shown.outcome) == (False, None)
