"""Whom the voting record says to be absent: nobody by what a delegation does, or by the presence of a few alone.

Who was there already, by what it did, is not noted again by hand: with those who are, it makes the presence of most.
"""

import datetime

import pytest

from nmirf_desktop.domain.blocks import StateColumns
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Answer, Method, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.motions import Motions
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.voting import PRESENCE
from tests.registers import Desk, said
from tests.services.test_amendments import Network
from tests.services.test_revised_votes import facts_of

NONE_TOLD = "No answer"


def ruled(network: Network) -> str:
    """A point of order on which the Chair ruled, in a sitting for which nobody noted who is there."""
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    point = desk.motions.raise_point(meeting.key, item.key, "MAR", Language.EN)
    desk.clock.forward()
    desk.motions.rule(point.key, Ruling.NOT_UPHELD)
    desk.clock.forward()
    return point.key


def silent_after_three(network: Network, point: str = "") -> dict[str, list[str]]:
    """The lists of those without an answer in a recorded vote in which the first three alone answered."""
    desk, meeting, item = network
    kind = VoteKind.APPEAL if point else VoteKind.PROCEDURAL
    put = Ballot(meeting.key, item.key, Method.RECORDED, kind=kind, question=said("Appeal"), point=point or None)
    vote = desk.voting.open(put)
    for place, state in enumerate(vote.entitled):
        desk.clock.forward(0.05)
        desk.voting.cast(Cast(vote.key, state, Answer.IN_FAVOUR if place < 3 else Answer.NO_ANSWER))
    desk.clock.forward()
    desk.voting.close(vote.key)
    blocks = votes_paper(facts_of(network), vote.key).sections[0].blocks
    columns = [one for one in blocks if isinstance(one, StateColumns)]
    named = {one.title.read(Language.EN).text: [name.read(Language.EN).text for name in one.names] for one in columns}
    return {title: names for title, names in named.items() if title in (NONE_TOLD, "Did not answer", "Absent")}


def noted(desk: Desk, meeting: Meeting, state: str) -> list[datetime.datetime]:
    with desk.store.read() as session:
        return [one.at for one in PRESENCE.all(session, meeting=meeting.key, state=state)]


def test_r24_the_vote_on_an_appeal_says_of_nobody_that_it_was_absent(network: Network) -> None:
    desk, _, _ = network
    point = ruled(network)
    desk.motions.appeal(point, "PRY")
    desk.clock.forward()
    assert list(silent_after_three(network, point)) == [NONE_TOLD]


def test_r24_who_appeals_is_present_from_the_very_moment_of_the_appeal(network: Network) -> None:
    desk, meeting, _ = network
    point = ruled(network)

    def running() -> datetime.datetime:
        desk.clock.forward(0.01)
        return desk.clock()

    appealed = Motions(desk.store, running).appeal(point, "PRY")
    assert noted(desk, meeting, "PRY") == [appealed.appealed_at]


def spoke(network: Network, *states: str) -> None:
    """Delegations have the floor, one after the other, and are present by that."""
    desk, meeting, item = network
    for state in states:
        desk.floor.give(meeting.key, item.key, state, Language.EN)
        desk.clock.forward()


@pytest.mark.parametrize("when", ["before the sitting", "in it"])
def test_one_delegation_noted_as_present_makes_no_other_absent(network: Network, when: str) -> None:
    desk, meeting, _ = network
    if when == "before the sitting":
        desk.sittings.toggle(meeting.key, ["URY"])
        desk.clock.forward(5)
    ruled(network)
    if when == "in it":
        desk.sittings.toggle(meeting.key, ["URY"])
        desk.clock.forward()
    assert list(silent_after_three(network)) == [NONE_TOLD]


@pytest.mark.parametrize("before", [(), ("GHA", "IDN", "PRT", "SVN", "BRA")])
def test_where_all_were_noted_but_one_that_one_is_absent(network: Network, before: tuple[str, ...]) -> None:
    """Who was there already as it spoke is not noted again when all are."""
    desk, meeting, _ = network
    ruled(network)
    spoke(network, *before)
    desk.sittings.all_arrive(meeting.key)
    desk.clock.forward()
    desk.sittings.toggle(meeting.key, ["URY"])
    desk.clock.forward()
    told = silent_after_three(network)
    assert told["Absent"] == ["Uruguay"]
    assert NONE_TOLD not in told


def test_who_spoke_before_the_others_were_noted_is_known_to_be_there(network: Network) -> None:
    desk, meeting, _ = network
    ruled(network)
    spoke(network, "GHA", "IDN", "SVN")
    desk.sittings.toggle(meeting.key, ["BRA", "PRY", "PRT"])
    desk.clock.forward()
    told = silent_after_three(network)
    assert "Slovenia" in told["Did not answer"]
    assert told["Absent"] == ["Uruguay"]


def test_two_that_arrive_together_after_most_have_spoken_make_no_other_absent(network: Network) -> None:
    """Four were not there yet: two of them say nothing of the other two."""
    desk, meeting, _ = network
    ruled(network)
    spoke(network, "GHA", "IDN", "SVN")
    desk.sittings.toggle(meeting.key, ["BRA", "PRY"])
    desk.clock.forward()
    assert list(silent_after_three(network)) == [NONE_TOLD]


def test_two_of_the_last_three_who_arrive_together_make_the_third_not_absent(network: Network) -> None:
    """They are most of the three, and late: the official record said of the third that it was absent."""
    desk, meeting, _ = network
    ruled(network)
    spoke(network, "GHA", "IDN", "SVN", "BRA")
    desk.sittings.toggle(meeting.key, ["PRY", "PRT"])
    desk.clock.forward()
    assert list(silent_after_three(network)) == [NONE_TOLD]


SINGLY = ("BRA", "GHA", "IDN", "PRT", "SVN")


def test_where_some_were_noted_one_by_one_and_then_all_others_the_presence_is_whole(network: Network) -> None:
    """Who was noted alone cannot be noted again with all: nobody was told."""
    desk, meeting, _ = network
    ruled(network)
    for state in SINGLY:
        desk.sittings.toggle(meeting.key, [state])
        desk.clock.forward()
    assert desk.sittings.all_arrive(meeting.key)
    desk.clock.forward()
    told = silent_after_three(network)
    assert list(told) == ["Did not answer"]
    assert {"Slovenia", "Uruguay"} <= set(told["Did not answer"])


@pytest.mark.parametrize("more", [["FRA"], ["FRA", "PRY"]])
def test_members_noted_one_by_one_make_the_others_not_absent(network: Network, more: list[str]) -> None:
    desk, meeting, _ = network
    ruled(network)
    for state in (*SINGLY, *more):
        desk.sittings.toggle(meeting.key, [state])
        desk.clock.forward()
    assert list(silent_after_three(network)) == [NONE_TOLD]


def test_who_speaks_after_some_were_noted_shows_that_not_all_were(network: Network) -> None:
    desk, meeting, _ = network
    ruled(network)
    desk.sittings.toggle(meeting.key, ["BRA", "PRY"])
    desk.clock.forward()
    spoke(network, "GHA", "IDN", "SVN")
    assert list(silent_after_three(network)) == [NONE_TOLD]


def test_one_late_arrival_after_some_were_noted_and_others_spoke_makes_no_other_absent(network: Network) -> None:
    desk, meeting, _ = network
    ruled(network)
    desk.sittings.toggle(meeting.key, ["BRA", "PRY"])
    desk.clock.forward()
    spoke(network, "GHA", "IDN", "SVN")
    desk.sittings.toggle(meeting.key, ["PRT"])
    desk.clock.forward()
    assert list(silent_after_three(network)) == [NONE_TOLD]


def test_two_late_arrivals_half_an_hour_apart_make_no_other_absent(network: Network) -> None:
    desk, meeting, _ = network
    ruled(network)
    spoke(network, "GHA", "IDN", "SVN", "BRA")
    for state in ("PRY", "PRT"):
        desk.sittings.toggle(meeting.key, [state])
        desk.clock.forward(30)
    assert list(silent_after_three(network)) == [NONE_TOLD]


@pytest.mark.parametrize("pressed", [[["BRA"], ["PRT"]], [["BRA", "PRT"]], [["BRA", "PRT"]] * 3])
def test_who_is_there_and_noted_as_online_makes_no_other_absent(network: Network, pressed: list[list[str]]) -> None:
    """The key for online delegations, of those who spoke: no arrival, nor is a connection that is restored."""
    desk, meeting, _ = network
    ruled(network)
    spoke(network, "GHA", "IDN", "SVN", "BRA", "PRT")
    for states in pressed:
        desk.sittings.connect(meeting.key, states)
        desk.clock.forward()
    assert list(silent_after_three(network)) == [NONE_TOLD]


def test_one_late_arrival_after_most_have_spoken_makes_no_other_absent(network: Network) -> None:
    desk, meeting, _ = network
    ruled(network)
    spoke(network, "GHA", "IDN", "SVN", "BRA")
    desk.sittings.toggle(meeting.key, ["PRY"])
    desk.clock.forward()
    assert list(silent_after_three(network)) == [NONE_TOLD]


def test_who_was_noted_as_having_left_is_absent_whatever_is_known_of_the_others(network: Network) -> None:
    desk, meeting, _ = network
    ruled(network)
    spoke(network, "URY")
    desk.sittings.toggle(meeting.key, ["URY"])
    desk.clock.forward()
    told = silent_after_three(network)
    assert told["Absent"] == ["Uruguay"]
    assert {"Portugal", "Slovenia"} <= set(told[NONE_TOLD])
