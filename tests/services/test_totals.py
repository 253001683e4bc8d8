"""Many votes counted at once: the totals are those of each alone, and many texts are read as one is."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.tally import result
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Position, Vote, VoteKind
from nmirf_desktop.services.totals import totals
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.voting import POSITIONS, VOTES
from tests.registers import Desk, said, statements
from tests.services.test_amendments import YEARLY, amend_by_vote, table

Network = tuple[Desk, Meeting, AgendaItem]
MINUTE = datetime.timedelta(minutes=1)
LATE = st.sampled_from([Act.INTENDED, Act.REKEYED])
GIVEN = st.lists(
    st.tuples(st.integers(0, 7), st.sampled_from(Answer), st.sampled_from([Act.ANSWER, Act.CHANGE]) | LATE), max_size=12
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.lists(GIVEN, min_size=1, max_size=3), hands=st.booleans())
def test_r14_r27_the_totals_of_many_votes_are_those_of_each(
    network: Network, given: list[list[tuple[int, Answer, Act]]], hands: bool
) -> None:
    desk, meeting, item = network
    opened = desk.clock()
    voters = tuple(state.iso3 for state in desk.voting.electorate(meeting.key))
    votes = [
        Vote(
            new_key(), meeting.key, item.key, VoteKind.PROCEDURAL, Method.RECORDED, said("?"), opened, voters,
            closed_at=opened + MINUTE,
        )
        for _ in given
    ]  # fmt: skip
    with desk.store.write("record an answer") as session:
        for vote, answers in zip(votes, given, strict=True):
            VOTES.save(session, vote)
            for place, answer, act in answers:
                at = opened if act in (Act.ANSWER, Act.CHANGE) else opened + 2 * MINUTE
                POSITIONS.save(session, Position(new_key(), vote.key, voters[place], answer, at, act=act))
        if hands:
            counted = HandCount(3, 2, 1)
            votes.append(
                Vote(
                    new_key(), meeting.key, item.key, VoteKind.PROCEDURAL, Method.SHOW_OF_HANDS, said("?"), opened,
                    voters, hands=counted, closed_at=opened + MINUTE,
                )
            )  # fmt: skip
    with desk.store.read() as session:
        alone = {vote.key: result(vote, POSITIONS.all(session, vote=vote.key)) for vote in votes}
        assert totals(session, votes) == alone


def test_the_texts_of_a_meeting_take_as_many_statements_as_one(network: Network) -> None:
    desk, meeting, _ = network

    numbers = []
    for _ in range(3):
        put = table(network)
        amend_by_vote(network, put, desk.amendments.move(put.key, YEARLY).key, 6)
        with statements(desk.store) as asked:
            desk.proposals.all(meeting.key)
        numbers.append(len(asked))
    assert len(set(numbers)) == 1
