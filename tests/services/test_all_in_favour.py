"""All in favour, then exceptions, whatever came and went before and after it (R7, R16, R18 and part E)."""

import contextlib
import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.voting import Act, Answer, Method, Vote
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.undo import steps, undo
from nmirf_desktop.storage.verification import verify
from tests import registers
from tests.registers import MEMBERS, OBSERVERS, Desk, Hand, said

AT_ONCE = (Answer.IN_FAVOUR, Answer.NO_ANSWER)
states = st.sampled_from((*MEMBERS, *OBSERVERS))
moves = st.lists(
    st.one_of(
        st.tuples(states, st.sampled_from((PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE, PresenceKind.LEFT))),
        st.tuples(states, st.sampled_from(Answer), st.sampled_from((Act.ANSWER, Act.CHANGE, Act.REKEYED))),
        st.sampled_from(AT_ONCE),
        st.just("undo"),
    ),
    max_size=14,
)
Move = tuple[str, PresenceKind] | tuple[str, Answer, Act] | Answer | str


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(those=moves)
def test_r16_no_order_of_acts_gives_many_a_position_that_is_not_theirs(
    those: list[Move], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("together") / "register.nmirf"
    meeting, item, _ = registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="Rapporteur", clock=clock) as store:
        desk = registers.desk(store, clock)
        put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
        desk.proposals.note_objection(put.key)
        vote = desk.voting.open(Ballot(meeting.key, item.key, Method.RECORDED, put.key))
        for move in (*those, *AT_ONCE):
            clock.forward(0.1)
            with contextlib.suppress(Refusal):
                _do(desk, vote, move)
            assert {one.state for one in desk.voting.positions(vote.key)} <= set(vote.entitled)
            assert desk.voting.board(vote.key).tally.entitled == len(vote.entitled)
        desk.voting.close(vote.key)
        with store.read() as session:
            assert verify(session).faults == ()


def _do(desk: Desk, vote: Vote, move: Move) -> None:
    match move:
        case (str(state), PresenceKind() as kind):
            desk.sittings.record(vote.meeting, [state], kind)
        case (str(state), Answer() as answer, Act() as act):
            desk.voting.cast(Cast(vote.key, state, answer, act, reason="mis-keyed"))
        case Answer():
            _together(desk, vote, move)
        case _:
            last = steps(desk.store).undo
            if last is not None and last.verb != "open a vote":  # which is opened anew, and is another vote then
                undo(desk.store)


def _together(desk: Desk, vote: Vote, answer: Answer) -> None:
    """The one step writes of those alone who had no position and, in favour, are there; undo takes back just it."""
    before, there = desk.voting.positions(vote.key), desk.sittings.presence(vote.meeting)
    events, board = desk.sittings.presence_events(vote.meeting), desk.voting.board(vote.key)
    due = {one.iso3 for one in board.calling.missing} & (set(MEMBERS) if answer is Answer.NO_ANSWER else there)
    if not due:
        with pytest.raises(Refusal):
            desk.voting.cast_together(vote.key, answer)
        return
    shown = desk.voting.cast_together(vote.key, answer)
    written = desk.voting.positions(vote.key)[len(before) :]
    assert sorted(one.state for one in written) == sorted(due)
    assert {(one.answer, one.act, one.at) for one in written} == {(answer, Act.TOGETHER, written[0].at)}
    assert dict(shown.answers).items() >= dict(board.answers).items()
    assert desk.sittings.presence_events(vote.meeting) == events
    last = steps(desk.store).undo
    assert last is not None
    undo(desk.store, only=last.sequence)
    assert (desk.voting.positions(vote.key), desk.voting.board(vote.key)) == (before, board)
    assert desk.sittings.presence_events(vote.meeting) == events
    desk.voting.cast_together(vote.key, answer)
