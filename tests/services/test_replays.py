"""Closed votes replayed from the register: what was counted, taken back, counted again, and no name in a secret one."""

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.replay import StepKind
from nmirf_desktop.domain.voting import HandCount, Method
from nmirf_desktop.services.ballots import SecretVotes
from nmirf_desktop.services.replays import Replays
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.undo import undo
from tests.registers import Desk, said

Network = tuple[Desk, Meeting, AgendaItem]


def opened(network: Network, method: Method) -> str:
    """A vote on a proposal without consensus."""
    desk, meeting, item = network
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    desk.proposals.note_objection(put.key)
    return desk.voting.open(Ballot(meeting.key, item.key, method, put.key)).key


def test_a_count_of_hands_that_was_taken_back_is_a_step_of_its_own(network: Network) -> None:
    desk = network[0]
    vote = opened(network, Method.SHOW_OF_HANDS)
    counted = HandCount(5, 2, 1), HandCount(4, 3, 1)
    desk.clock.forward(1)
    desk.voting.record_hands(vote, counted[0])
    desk.clock.forward(1)
    undo(desk.store)
    desk.clock.forward(1)
    desk.voting.record_hands(vote, counted[1])
    desk.clock.forward(1)
    desk.voting.close(vote)
    steps = Replays(desk.store, desk.states).of(vote).steps
    assert [one.vote.hands for one in steps] == [None, counted[0], None, counted[1], counted[1]]
    moments = [one.at for one in steps]
    assert moments == sorted(set(moments)), "each at its own moment"
    assert steps[-1].tally == desk.voting.board(vote).tally


def test_a_secret_ballot_is_counted_once_and_names_nobody(network: Network) -> None:
    desk = network[0]
    vote = opened(network, Method.SECRET_BALLOT)
    secret = SecretVotes(desk.store)
    n = len(desk.voting.votes(network[1].key)[0].entitled)
    secret.count(vote, 1, HandCount(n - 2, 1, 0), issued=n, returned=n)
    desk.voting.close(vote)
    replay = Replays(desk.store, desk.states).of(vote)
    assert [one.kind for one in replay.steps] == [StepKind.OPENED, StepKind.COUNTED, StepKind.ANNOUNCED]
    assert not replay.written
    for step in replay.steps[1:]:
        papers = step.vote.papers
        assert papers is not None
        assert (papers.issued, papers.returned, papers.invalid) == (n, n, 1)
        assert (papers.received, papers.returned_by, papers.unable) == ((), (), ())
    assert replay.steps[-1].tally == desk.voting.board(vote).tally


def test_another_count_of_the_papers_alone_is_a_step_of_its_own(network: Network) -> None:
    desk = network[0]
    vote = opened(network, Method.SECRET_BALLOT)
    secret = SecretVotes(desk.store)
    totals = HandCount(3, 1, 0)
    for issued in (5, 6):
        desk.clock.forward(1)
        secret.count(vote, 1, totals, issued=issued, returned=5)
    desk.clock.forward(1)
    desk.voting.close(vote)
    counted = [one for one in Replays(desk.store, desk.states).of(vote).steps if one.kind is StepKind.COUNTED]
    assert [one.vote.papers and one.vote.papers.issued for one in counted] == [5, 6]
    assert [one.vote.hands for one in counted] == [totals, totals]
    assert counted[0].at < counted[1].at
