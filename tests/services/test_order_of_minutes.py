"""Minutes tell what happened in the order of the room: a result where it was announced, whatever the minute."""

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.motions import Fate, MotionKind, Ruling
from nmirf_desktop.domain.sittings import InterventionKind
from nmirf_desktop.domain.voting import HandCount, Method, Proposal, Vote, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.voting import Ballot
from tests.registers import Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
SECOND = 1 / 60
"""In minutes: what is keyed within one minute has an order too."""
EN = Language.EN


def told(network: Network, language: Language = EN) -> list[tuple[str, str]]:
    """The facts that the minutes tell under the item, in their order, with their words."""
    desk, meeting, item = network
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    return [
        (one.slot.partition(":")[0], one.text[language].replace("\u202f", " ").replace("\u00a0", " "))
        for one in draft(facts)
        if one.item == item.key
    ]


def put(network: Network) -> tuple[Proposal, Vote]:
    """A sitting that is open, and in it a vote by show of hands on a draft without consensus."""
    desk, meeting, item = network
    desk.sittings.next(meeting.key, item.key)
    desk.sittings.all_arrive(meeting.key)
    desk.clock.forward(SECOND)
    proposal = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(proposal.key)
    desk.clock.forward(SECOND)
    vote = desk.voting.open(Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, proposal.key))
    desk.clock.forward(SECOND)
    return proposal, vote


def announce(desk: Desk, vote: Vote) -> None:
    desk.voting.record_hands(vote.key, HandCount(1, 0, 0))
    desk.voting.close(vote.key)
    desk.clock.forward(SECOND)


def test_the_result_of_a_vote_stands_after_what_interrupted_the_voting(network: Network) -> None:
    desk, meeting, item = network
    _, vote = put(network)
    point = desk.motions.raise_point(meeting.key, item.key, "PRY", EN)
    desk.clock.forward(SECOND)
    desk.motions.rule(point.key, Ruling.UPHELD)
    desk.clock.forward(SECOND)
    desk.sittings.suspend(meeting.key)
    desk.clock.forward(SECOND)
    desk.sittings.suspend(meeting.key)
    desk.clock.forward(SECOND)
    announce(desk, vote)
    facts = told(network)
    assert [fact for fact, _ in facts] == [
        "proposal", "consensus", "voting", "intervention", "ruling", "pause", "vote", "decision",
    ]  # fmt: skip
    words = dict(facts)
    assert words["voting"] == "The Chair announced the beginning of the voting on draft decision L.1."
    assert words["pause"] == "At 9 a.m. the sitting was suspended; at 9 a.m. it was resumed."
    assert dict(told(network, Language.FR))["voting"] == (
        "La présidence annonce le début du vote sur le projet de décision L.1."
    )
    assert dict(told(network, Language.ES))["voting"] == (
        "La Presidencia anuncia el comienzo de la votación sobre el proyecto de decisión L.1."
    )


def test_of_a_vote_that_nothing_interrupted_its_beginning_is_not_told(network: Network) -> None:
    desk, meeting, item = network
    _, vote = put(network)
    announce(desk, vote)
    desk.floor.give(meeting.key, item.key, "PRY", EN)
    assert [fact for fact, _ in told(network)] == ["proposal", "consensus", "vote", "decision", "intervention"]


def test_a_vote_on_a_question_and_one_that_was_broken_off_are_told_with_what_came_between(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key, item.key)
    desk.clock.forward(SECOND)
    ballot = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("To end"))
    vote = desk.voting.open(ballot)
    desk.clock.forward(SECOND)
    desk.motions.raise_point(meeting.key, item.key, "PRY", EN)
    desk.clock.forward(SECOND)
    desk.voting.break_off(vote.key, "The lights went out")
    facts = told(network)
    assert [fact for fact, _ in facts] == ["voting", "intervention", "broken off"]
    assert facts[0][1] == "The Chair announced the beginning of the voting."


def test_what_was_decided_in_a_suspended_sitting_stands_before_its_resumption(network: Network) -> None:
    desk, meeting, item = network
    _, vote = put(network)
    desk.sittings.suspend(meeting.key)
    desk.clock.forward(SECOND)
    announce(desk, vote)
    other = desk.proposals.propose(meeting.key, item.key, said("Dates"), said("Decides on dates."))
    desk.proposals.adopt_by_consensus(other.key)
    desk.clock.forward(1)
    desk.sittings.suspend(meeting.key)
    facts = told(network)
    assert [fact for fact, _ in facts] == [
        "proposal", "consensus", "voting", "pause", "vote", "decision", "proposal", "decision", "resumed",
    ]  # fmt: skip
    words = dict(facts)
    assert (words["pause"], words["resumed"]) == (
        "At 9 a.m. the sitting was suspended.", "At 9.01 a.m. the sitting was resumed.",
    )  # fmt: skip
    assert dict(told(network, Language.FR))["resumed"] == "La séance est reprise à 9 h 1."
    assert dict(told(network, Language.ES))["resumed"] == "A las 9.01 horas se reanuda la sesión."


def test_a_draft_that_was_tabled_after_a_motion_on_the_debate_stands_after_it(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key, item.key)
    desk.clock.forward(SECOND)
    motion = desk.motions.move(meeting.key, item.key, "PRY", MotionKind.CLOSE_DEBATE, EN)
    desk.clock.forward(SECOND)
    desk.motions.settle(motion.key, Fate.WITHDRAWN)
    desk.clock.forward(SECOND)
    proposal = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.clock.forward(SECOND)
    desk.proposals.withdraw(proposal.key)
    assert [fact for fact, _ in told(network)] == ["motion", "settled", "proposal", "withdrawal"]


def test_an_explanation_that_interrupts_its_vote_is_said_to_come_neither_before_it_nor_after_it(
    network: Network,
) -> None:
    desk, meeting, item = network
    _, vote = put(network)
    desk.floor.give(meeting.key, item.key, "PRY", EN, InterventionKind.EXPLANATION)
    desk.clock.forward(SECOND)
    announce(desk, vote)
    facts = dict(told(network))
    assert list(facts) == ["proposal", "consensus", "voting", "intervention", "vote", "decision"]
    assert facts["intervention"] == "The representative of Paraguay made a statement in explanation of vote."
