"""One answer after the other: what was written of a vote is read once, and again once anything else was written."""

from collections.abc import Callable

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.voting import Act, Answer, Method, Vote
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.undo import redo, undo
from tests import registers
from tests.registers import OPENS, Desk, said, statements

Network = tuple[Desk, Meeting, AgendaItem]
YES, NO = Answer.IN_FAVOUR, Answer.AGAINST
READ = "FROM position"


def opened(network: Network, method: Method = Method.ROLL_CALL) -> Vote:
    """A vote by name on a proposal without consensus."""
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Regional exchanges"), said("The meeting decides."))
    desk.proposals.note_objection(put.key)
    return desk.voting.open(Ballot(meeting.key, item.key, method, put.key))


def answer(desk: Desk, vote: Vote, place: int, given: Answer = YES, act: Act = Act.ANSWER) -> Board:
    """The member at a place of the call answers."""
    desk.clock.forward()
    return desk.voting.cast(Cast(vote.key, vote.entitled[place], given, act))


def test_answers_that_follow_each_other_are_read_once(network: Network) -> None:
    desk, *_ = network
    vote = opened(network)
    with statements(desk.store) as asked:
        boards = [answer(desk, vote, place) for place in range(4)]
    assert sum(READ in one for one in asked) == 1
    assert [one.tally.in_favour for one in boards] == [1, 2, 3, 4]
    assert boards[-1] == desk.voting.board(vote.key)


def test_the_same_key_twice_writes_nothing_and_the_call_goes_on(network: Network) -> None:
    desk, *_ = network
    vote = opened(network)
    first = answer(desk, vote, 0)
    assert answer(desk, vote, 0) == first
    with pytest.raises(Refusal, match="has already answered"):
        answer(desk, vote, 0, NO)
    assert answer(desk, vote, 1).tally.in_favour == 2


def by_others(network: Network, vote: Vote) -> None:
    """Other services of the same register write the next answer."""
    desk, *_ = network
    desk.clock.forward()
    registers.desk(desk.store, desk.clock).voting.cast(Cast(vote.key, vote.entitled[2], NO))


def by_all_others(network: Network, vote: Vote) -> None:
    """All others present are in favour, in one step."""
    network[0].voting.cast_together(vote.key, YES)


def by_undo(network: Network, vote: Vote) -> None:
    """What was written of all others is taken back."""
    by_all_others(network, vote)
    undo(network[0].store)


def by_redo(network: Network, vote: Vote) -> None:
    """What was written of all others is taken back, and written again."""
    by_undo(network, vote)
    redo(network[0].store)


def by_a_name(network: Network, vote: Vote) -> None:
    """A member has other names from the day of the vote on."""
    names = Names("Newland", "Terre-Neuve", "Tierra Nueva")
    network[0].states.rename(Renaming(new_key(), vote.entitled[0], OPENS, names, names, Names("", "", "")))


@pytest.mark.parametrize("written", [by_others, by_all_others, by_undo, by_redo, by_a_name])
@pytest.mark.parametrize("again", [False, True], ids=["at once", "after a key that wrote nothing"])
def test_an_answer_comes_after_all_that_was_written_before_it(
    network: Network, written: Callable[[Network, Vote], None], *, again: bool
) -> None:
    desk, *_ = network
    vote = opened(network, Method.RECORDED)
    answer(desk, vote, 0)
    answer(desk, vote, 1)
    if again:
        answer(desk, vote, 1)
    desk.clock.forward()
    written(network, vote)
    shown = answer(desk, vote, 3, NO)
    assert shown == desk.voting.board(vote.key), "as the register has it"


def test_a_mis_keyed_answer_is_put_right_and_the_call_goes_on(network: Network) -> None:
    desk, *_ = network
    vote = opened(network)
    answer(desk, vote, 0)
    answer(desk, vote, 0, NO, Act.REKEYED)
    shown = answer(desk, vote, 1)
    assert (shown.tally.in_favour, shown.tally.against) == (1, 1)
    assert shown == desk.voting.board(vote.key)


def test_answers_in_two_votes_are_not_mixed(network: Network) -> None:
    desk, *_ = network
    vote = opened(network)
    for place in range(len(vote.entitled)):
        answer(desk, vote, place)
    desk.clock.forward()
    desk.voting.close(vote.key)
    other = opened(network)
    assert answer(desk, other, 0).tally.in_favour == 1
    shown = answer(desk, vote, 0, NO, Act.INTENDED)
    assert shown == desk.voting.board(vote.key)
    assert answer(desk, other, 1).tally.in_favour == 2
