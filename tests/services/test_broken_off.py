"""A vote opened by mistake, one that is broken off, and a gavel struck by a slip: what is taken back, and how."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.blocks import Note, Para
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.divisions import TextMotion
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.motions import Fate, MotionKind, Ruling
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Answer, ConsensusCall, HandCount, Method, Proposal, Vote, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.ballots import Ballots, SecretVotes
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.elections import Elections, NewElection, Nominee
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.undo import ANSWERS_STAY, redo, steps, undo
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, VOTES
from tests.registers import OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
REASON = "The room lost its power."


def opened(network: Network, method: Method) -> tuple[Proposal, Vote]:
    """A vote on a proposal without consensus, in a sitting that is open."""
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Regional exchanges"), said("The meeting decides."))
    desk.proposals.note_objection(put.key)
    desk.clock.forward()
    vote = desk.voting.open(Ballot(meeting.key, item.key, method, put.key))
    desk.clock.forward()
    return put, vote


def minutes(desk: Desk, meeting: Meeting) -> str:
    """What the minutes are drafted as, in English."""
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    told = "\n".join(one.text[Language.EN] for one in draft(facts))
    return told.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("method", list(Method))
def test_the_opening_of_a_vote_in_which_nothing_was_recorded_is_taken_back(network: Network, method: Method) -> None:
    desk, meeting, _ = network
    put, vote = opened(network, method)
    undo(desk.store)
    assert desk.voting.votes(meeting.key) == ()
    assert not desk.voting.stands(vote.key)
    desk.proposals.withdraw(put.key)
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_the_hands_of_a_show_are_taken_back_and_keep_its_opening(network: Network) -> None:
    desk, meeting, _ = network
    _, vote = opened(network, Method.SHOW_OF_HANDS)
    desk.voting.record_hands(vote.key, HandCount(1, 0, 0))
    undo(desk.store)
    assert desk.voting.votes(meeting.key)[0].hands is None
    with pytest.raises(Refusal, match="counted or answered") as refused:
        undo(desk.store)
    assert "Ctrl+Shift+B" in refused.value.message
    assert steps(desk.store).undo is None
    redo(desk.store)
    assert desk.voting.votes(meeting.key)[0].hands == HandCount(1, 0, 0)
    desk.voting.break_off(vote.key, REASON)
    undo(desk.store)
    assert desk.voting.open_vote(meeting.key) is not None


@pytest.mark.parametrize("answer", [Answer.IN_FAVOUR, Answer.NO_ANSWER])
def test_what_was_answered_together_keeps_the_opening_also_when_it_is_undone(network: Network, answer: Answer) -> None:
    desk, meeting, _ = network
    _, vote = opened(network, Method.RECORDED)
    desk.voting.cast_together(vote.key, answer)
    undo(desk.store)
    with pytest.raises(Refusal, match="counted or answered"):
        undo(desk.store)
    assert desk.voting.open_vote(meeting.key) == vote


def test_r19_a_roll_call_whose_lot_was_drawn_is_broken_off_and_not_undone(network: Network) -> None:
    desk, meeting, item = network
    put, undrawn = opened(network, Method.ROLL_CALL)
    desk.voting.break_off(undrawn.key, REASON)
    lot = desk.voting.draw(meeting.key)
    vote = desk.voting.open(
        Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key, drawn=lot.state.iso3, lot_seed=lot.seed)
    )
    with pytest.raises(Refusal, match="lot of this roll call was drawn") as refused:
        undo(desk.store)
    assert "Ctrl+Shift+B" in refused.value.message
    desk.voting.break_off(vote.key, REASON)
    assert undo(desk.store) == "break a vote off"
    assert desk.voting.open_vote(meeting.key) == vote


def test_the_opening_of_a_vote_is_not_done_again_but_what_was_before_it_is(network: Network) -> None:
    desk, meeting, item = network
    put, _ = opened(network, Method.ROLL_CALL)
    undo(desk.store)
    with pytest.raises(Refusal, match="nothing to redo"):
        redo(desk.store)
    undo(desk.store)
    assert redo(desk.store) == "note an objection"
    with pytest.raises(Refusal, match="nothing to redo"):
        redo(desk.store)
    desk.clock.forward(60)
    again = desk.voting.open(Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key))
    assert again.opened_at == desk.clock()


def test_an_answer_keeps_the_opening_and_undo_says_what_corrects_it(network: Network) -> None:
    desk, meeting, _ = network
    _, vote = opened(network, Method.ROLL_CALL)
    desk.voting.cast(Cast(vote.key, vote.entitled[0], Answer.IN_FAVOUR))
    with pytest.raises(Refusal) as refused:
        undo(desk.store)
    assert refused.value.message == ANSWERS_STAY
    assert "Backspace" in ANSWERS_STAY
    assert desk.voting.open_vote(meeting.key) == vote


def test_r25_a_vote_is_broken_off_with_its_reason_and_the_minutes_say_so(network: Network) -> None:
    desk, meeting, _ = network
    put, vote = opened(network, Method.ROLL_CALL)
    desk.voting.cast(Cast(vote.key, vote.entitled[0], Answer.IN_FAVOUR))
    with pytest.raises(Problem):
        desk.voting.break_off(vote.key, " ")
    desk.voting.break_off(vote.key, REASON)
    assert desk.voting.open_vote(meeting.key) is None
    assert desk.proposals.all(meeting.key)[0].votes == ()
    told = minutes(desk, meeting)
    assert f"The vote on draft decision L.1 was broken off, and has no result: “{REASON[:-1]}”." in told
    assert "was taken" not in told
    findings = [one for one in Compliance(desk.store).check(OPENS) if one.rule == "R25" and one.part == "broken off"]
    assert [one.state for one in findings] == [FindingState.NOT_REGULATED]
    with pytest.raises(Refusal):
        desk.voting.cast(Cast(vote.key, vote.entitled[1], Answer.AGAINST))
    with pytest.raises(Refusal):
        desk.voting.close(vote.key)
    again = desk.voting.open(Ballot(meeting.key, vote.item, Method.RECORDED, put.key))
    assert desk.voting.open_vote(meeting.key) == again


def test_a_breaking_off_is_taken_back_and_the_call_goes_on(network: Network) -> None:
    desk, meeting, _ = network
    _, vote = opened(network, Method.ROLL_CALL)
    desk.voting.cast(Cast(vote.key, vote.entitled[0], Answer.IN_FAVOUR))
    desk.voting.break_off(vote.key, REASON)
    undo(desk.store)
    assert desk.voting.open_vote(meeting.key) == vote
    assert len(desk.voting.positions(vote.key)) == 1


def test_a_secret_ballot_that_is_broken_off_links_nobody_and_says_no_totals(network: Network) -> None:
    desk, meeting, _ = network
    _, vote = opened(network, Method.SECRET_BALLOT)
    SecretVotes(desk.store).count(vote.key, 0, HandCount(5, 2, 1), 8, 8)
    with desk.store.read() as session:
        before = ENTRIES.last(session)
    desk.voting.break_off(vote.key, REASON)
    assert before is not None
    with desk.store.read() as session:
        written = {(one.table, one.field) for one in LINES.after(session, before.sequence)}
        assert desk.voting.positions(vote.key) == ()
        assert VOTES.get(session, vote.key).stopped_for == REASON
    assert written == {("vote", "stopped_at"), ("vote", "stopped_for")}
    told = minutes(desk, meeting)
    assert "broken off" in told
    assert "5 votes" not in told
    with pytest.raises(Refusal):
        SecretVotes(desk.store).count(vote.key, 0, HandCount(4, 3, 1), 8, 8)


def test_r25_no_sitting_is_closed_while_a_vote_is_open(network: Network) -> None:
    desk, meeting, _ = network
    _, vote = opened(network, Method.SHOW_OF_HANDS)
    with pytest.raises(Refusal, match="vote is still open") as refused:
        desk.sittings.next(meeting.key)
    assert refused.value.section == "R25"
    desk.voting.break_off(vote.key, REASON)
    assert desk.sittings.next(meeting.key).closed_at is not None


def test_r25_no_sitting_is_closed_while_a_ballot_is_open(network: Network) -> None:
    desk, meeting, item = network
    sitting = desk.sittings.next(meeting.key)
    desk.clock.forward()
    elections = Elections(desk.store, desk.states, desk.clock)
    ballots = Ballots(desk.store, desk.states, desk.clock)
    nominees = tuple(Nominee(state) for state in ("PRY", "MAR", "PRT"))
    election = elections.open(NewElection(meeting.key, item.key, said("Election"), 2, nominees))
    ballots.open(election.key)
    with pytest.raises(Refusal, match="ballot of an election is still open"):
        desk.sittings.close(sitting.key)
    elections.stop(election.key, REASON)
    assert desk.sittings.close(sitting.key).closed_at is not None


def test_r25_a_result_announced_between_two_sittings_is_named(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    question = said("Adjournment of the debate")
    asked = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=question)
    vote = desk.voting.open(asked)
    desk.voting.record_hands(vote.key, HandCount(3, 0, 0))
    desk.voting.close(vote.key)
    findings = [one for one in Compliance(desk.store).check(OPENS) if one.rule == "R25" and one.part == "outside"]
    assert len(findings) == 1
    with desk.store.read() as session:
        paper = votes_paper(read_meeting(session, meeting.key, desk.states))
    notes = [one.text.en for section in paper.sections for one in section.blocks if isinstance(one, Note)]
    assert "The result was announced while no sitting was open." in notes


def test_r18_a_vote_that_was_broken_off_is_in_the_voting_record_with_its_reason_and_without_its_answers(
    network: Network,
) -> None:
    """Minutes told it, and the record of the same meeting did not."""
    desk, meeting, _ = network
    _, vote = opened(network, Method.ROLL_CALL)
    desk.voting.cast(Cast(vote.key, "GHA", Answer.AGAINST))
    desk.voting.break_off(vote.key, REASON)
    with desk.store.read() as session:
        paper = votes_paper(read_meeting(session, meeting.key, desk.states))
    assert paper.blocks == ()
    (section,) = paper.sections
    assert section.title.en == "Votes broken off"
    (told,) = [one.text.en for one in section.blocks if isinstance(one, Para)]
    assert "L.1 was broken off, and has no result" in told
    assert REASON.rstrip(".") in told
    assert "Ghana" not in repr(section)


def spoken_and_agreed(network: Network) -> None:
    desk, meeting, item = network
    desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()


def outside(network: Network) -> list[str]:
    """What was remarked of being recorded while no sitting was open."""
    found = (one for one in Compliance(network[0].store).check(OPENS) if one.rule == "R25" and one.part)
    return [one.message.said_in(catalog(Language.EN)) for one in found if one.part.endswith("outside")]


def test_r25_what_was_said_and_agreed_between_two_sittings_is_named(network: Network) -> None:
    desk, meeting, _ = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    spoken_and_agreed(network)
    assert outside(network) == []
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    spoken_and_agreed(network)
    assert outside(network) == [
        f"{meeting.symbol}: statements while no sitting was open: 1.",
        "Decision 2026/2: it was adopted by consensus while no sitting was open.",
    ]


def test_r25_what_was_said_and_agreed_before_anybody_opened_the_sitting_of_the_day_is_named(network: Network) -> None:
    spoken_and_agreed(network)
    assert len(outside(network)) == 2


def test_r25_what_was_recorded_from_papers_after_the_meeting_has_no_moment_in_the_room(network: Network) -> None:
    network[0].clock.forward(60 * 24 * 30)
    spoken_and_agreed(network)
    assert outside(network) == []


def suspended(network: Network) -> list[str]:
    """What was remarked of being recorded while the sitting was suspended."""
    found = (one for one in Compliance(network[0].store).check(OPENS) if one.rule == "R25")
    return [one.message.said_in(catalog(Language.EN)) for one in found if one.part.startswith("suspended")]


def test_r25_what_is_voted_and_agreed_while_the_sitting_is_suspended_is_named(network: Network) -> None:
    desk, meeting, item = network
    _, vote = opened(network, Method.SHOW_OF_HANDS)
    desk.sittings.suspend(meeting.key)
    desk.clock.forward()
    desk.voting.record_hands(vote.key, HandCount(1, 0, 0))
    assert suspended(network) == [], "a vote that waits is no departure"
    desk.voting.close(vote.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    question = said("Adjournment of the debate")
    asked = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=question)
    second = desk.voting.open(asked)
    desk.clock.forward()
    desk.sittings.suspend(meeting.key)
    desk.clock.forward()
    desk.voting.record_hands(second.key, HandCount(1, 0, 0))
    desk.voting.close(second.key)
    assert suspended(network) == [
        "Vote on draft decision NMIRF/2026/L.1: its result was announced while the sitting was suspended.",
        "Adjournment of the debate: it was opened while the sitting was suspended.",
        "Decision 2026/2: it was adopted by consensus while the sitting was suspended.",
    ]
    with desk.store.read() as session:
        paper = votes_paper(read_meeting(session, meeting.key, desk.states))
    notes = [one.text.en for section in paper.sections for one in section.blocks if isinstance(one, Note)]
    assert notes.count("The result was announced while the sitting was suspended.") == 1


def test_r25_a_ballot_opened_or_announced_while_the_sitting_is_suspended_is_named(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    desk.sittings.suspend(meeting.key)
    desk.clock.forward()
    elections = Elections(desk.store, desk.states, desk.clock)
    nominees = tuple(Nominee(state) for state in ("PRY", "MAR", "PRT"))
    election = elections.open(NewElection(meeting.key, item.key, said("Election"), 2, nominees))
    Ballots(desk.store, desk.states, desk.clock).open(election.key)
    (found,) = suspended(network)
    assert found.endswith("ballot 1 was opened while the sitting was suspended.")


def test_a_gavel_struck_by_a_slip_is_taken_back_and_who_spoke_has_the_floor(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    heard = desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.clock.forward(2)
    desk.sittings.next(meeting.key)
    desk.clock.forward(90)
    undo(desk.store)
    assert desk.sittings.all(meeting.key)[0].closed_at is None
    speaking = desk.floor.view(meeting.key).speaking
    assert speaking is not None
    assert speaking.heard.key == heard.key
    assert speaking.running
    assert speaking.spoken(desk.clock()) == datetime.timedelta(minutes=2)
    desk.clock.forward(1)
    assert speaking.spoken(desk.clock()) == datetime.timedelta(minutes=3)
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_the_time_of_a_vote_opened_by_mistake_is_no_speech(network: Network) -> None:
    desk, meeting, item = network
    put, vote = opened(network, Method.SHOW_OF_HANDS)
    undo(desk.store)
    desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.clock.forward(2)
    desk.voting.open(Ballot(meeting.key, item.key, vote.method, put.key))
    desk.clock.forward(10)
    undo(desk.store)
    speaking = desk.floor.view(meeting.key).speaking
    assert speaking is not None
    assert speaking.running
    assert speaking.spoken(desk.clock()) == datetime.timedelta(minutes=2)


def test_nothing_behind_the_gavel_is_taken_back_nor_is_a_gavel_struck_again(network: Network) -> None:
    desk, meeting, item = network
    desk.meetings.save_sitting(Sitting(new_key(), meeting.key, 2, OPENS, datetime.time(15), datetime.time(18)))
    desk.sittings.next(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    desk.proposals.withdraw(put.key)
    assert undo(desk.store) == "withdraw a proposal"
    desk.proposals.withdraw(put.key)
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    desk.sittings.next(meeting.key)
    desk.sittings.all_arrive(meeting.key)
    assert [undo(desk.store), undo(desk.store)] == ["record presence", "open a sitting"]
    assert [one.closed_at is None for one in desk.sittings.all(meeting.key)] == [False, True]
    for step in (undo, redo):
        with pytest.raises(Refusal, match="There is nothing to"):
            step(desk.store)
    assert desk.proposals.all(meeting.key)[0].proposal.withdrawn_at is not None


@pytest.mark.parametrize("fate", list(Fate))
def test_a_procedural_motion_that_was_settled_is_taken_back_while_that_is_the_last_step(
    network: Network, fate: Fate
) -> None:
    """One that was settled by a slip had no way back; what was before it stays."""
    desk, meeting, item = network
    motion = desk.motions.move(meeting.key, item.key, "PRY", MotionKind.ADJOURN_DEBATE, Language.EN)
    desk.motions.settle(motion.key, fate)
    undo(desk.store)
    assert desk.motions.files(meeting.key)[0].motion.fate is None
    with pytest.raises(Refusal, match="announced in the room"):
        undo(desk.store)
    desk.motions.settle(motion.key, fate)
    desk.clock.forward()
    desk.floor.give(meeting.key, item.key, "GHA", Language.EN)
    assert undo(desk.store) == "give the floor"
    assert desk.motions.files(meeting.key)[0].motion.fate is fate


def test_an_election_by_acclamation_stays(network: Network) -> None:
    desk, meeting, item = network
    elections = Elections(desk.store, desk.states, desk.clock)
    nominees = tuple(Nominee(state) for state in ("PRY", "MAR"))
    election = elections.open(NewElection(meeting.key, item.key, said("Election"), 2, nominees))
    elections.acclaim(election.key)
    with pytest.raises(Refusal, match="by acclamation that was announced stays"):
        undo(desk.store)


def test_r12_no_consensus_is_noted_once_until_something_happens(network: Network) -> None:
    desk, meeting, item = network
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    desk.proposals.note_objection(put.key)
    desk.clock.forward()
    with pytest.raises(Refusal, match="noted already") as refused:
        desk.proposals.note_objection(put.key)
    assert refused.value.section == "R12"
    named = desk.proposals.note_objection(put.key, "PRY")
    assert isinstance(named, ConsensusCall)
    with desk.store.read() as session:
        assert CONSENSUS_CALLS.all(session, proposal=put.key) == (named,)
    desk.clock.forward()
    desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.clock.forward()
    desk.proposals.note_objection(put.key)
    with desk.store.read() as session:
        assert len(CONSENSUS_CALLS.all(session, proposal=put.key)) == 2


def test_r25_a_statement_that_interrupted_a_vote_is_named_after_it_was_broken_off(network: Network) -> None:
    """To break the vote off took the finding away."""
    desk, meeting, item = network
    _, vote = opened(network, Method.ROLL_CALL)
    heard = desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.clock.forward()
    desk.voting.break_off(vote.key, REASON)
    desk.clock.forward()
    found = [one.part for one in Compliance(desk.store).check(OPENS) if one.rule == "R25"]
    assert heard.key in found
    assert "broken off" in found


def test_r24_an_appeal_whose_vote_was_broken_off_is_said_to_have_been_put(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    point = desk.motions.raise_point(meeting.key, item.key, "MAR", Language.EN)
    desk.clock.forward()
    desk.motions.rule(point.key, Ruling.NOT_UPHELD)
    desk.clock.forward()
    desk.motions.appeal(point.key, "PRY")
    desk.clock.forward()
    asked = Ballot(
        meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.APPEAL, question=said("Appeal"), point=point.key
    )
    vote = desk.voting.open(asked)
    desk.clock.forward()
    desk.voting.break_off(vote.key, REASON)

    def said_of_appeal() -> list[str]:
        found = Compliance(desk.store).check(OPENS + datetime.timedelta(days=1))
        return [one.message.message for one in found if one.rule == "R24" and "appeal" in one.part]

    assert said_of_appeal() == ["{subject}: the vote on the appeal was broken off, and no other was taken."]
    desk.clock.forward()
    again = desk.voting.open(asked)
    desk.voting.record_hands(again.key, HandCount(1, 2, 0))
    desk.voting.close(again.key)
    assert said_of_appeal() == []


def text_in_parts(network: Network) -> tuple[Proposal, TextMotion]:
    """A proposal of which it was moved that its two passages be voted on separately."""
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("One passage. Another passage."))
    motion = desk.text_motions.divide(put.key, ("One passage.", "Another passage."), "PRY")
    desk.clock.forward()
    return put, motion


def break_off_a_vote(network: Network, put: Proposal, kind: VoteKind, of: str) -> None:
    """A vote on a part, or on a motion about a text, that is opened and broken off."""
    desk, meeting, item = network
    asked = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, put.key, kind=kind)
    asked = replace(asked, part=of) if kind is VoteKind.PART else replace(asked, text_motion=of)
    vote = desk.voting.open(asked)
    desk.clock.forward()
    desk.voting.break_off(vote.key, REASON)
    desk.clock.forward()


def test_r21_a_motion_whose_vote_was_broken_off_is_withdrawn_and_the_minutes_tell_both(network: Network) -> None:
    """It was refused; the vote that was broken off stays with what it was on."""
    desk, meeting, _ = network
    put, motion = text_in_parts(network)
    break_off_a_vote(network, put, VoteKind.DIVISION, motion.key)
    desk.text_motions.take_back(motion.key)
    told = minutes(desk, meeting)
    assert "The vote on the motion for the division of draft decision L.1 was broken off" in told
    assert told.index("was broken off") < told.index("The motion was withdrawn.")
    with pytest.raises(Refusal, match="settled already"):
        desk.text_motions.agree(motion.key)
    with pytest.raises(Refusal, match="settled already"):
        desk.text_motions.take_back(motion.key)
    undo(desk.store)
    assert "The motion was withdrawn." not in minutes(desk, meeting)
    desk.text_motions.take_back(motion.key)
    desk.proposals.adopt_by_consensus(put.key)
    with desk.store.read() as session:
        assert not verify(session).faults


def test_r21_the_minutes_name_the_motion_and_the_part_of_which_a_vote_was_broken_off(network: Network) -> None:
    """They said "a vote"."""
    desk, meeting, _ = network
    put, motion = text_in_parts(network)
    break_off_a_vote(network, put, VoteKind.DIVISION, motion.key)
    told = minutes(desk, meeting)
    assert "The vote on the motion for the division of draft decision L.1 was broken off" in told
    desk.text_motions.agree(motion.key)
    part = desk.proposals.all(meeting.key)[0].motions[0].parts[0].part
    desk.text_motions.note_objection(part.key)
    desk.clock.forward()
    break_off_a_vote(network, put, VoteKind.PART, part.key)
    told = minutes(desk, meeting)
    assert f"The vote on part 1 of draft decision L.1 was broken off, and has no result: “{REASON[:-1]}”." in told


def test_r26_a_reconsideration_whose_vote_was_broken_off_is_withdrawn_and_the_decision_stands(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.clock.forward()
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("The meeting decides."))
    desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    motion = desk.text_motions.reconsider(put.key, "PRY")
    desk.clock.forward()
    break_off_a_vote(network, put, VoteKind.RECONSIDERATION, motion.key)
    assert "The vote on the motion to reconsider draft decision L.1 was broken off" in minutes(desk, meeting)
    desk.text_motions.take_back(motion.key)
    assert "The motion was withdrawn." in minutes(desk, meeting)
    (file,) = desk.proposals.all(meeting.key)
    assert file.decision is not None
    desk.text_motions.reconsider(put.key, "GHA")
