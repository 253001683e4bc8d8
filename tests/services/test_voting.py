"""From a proposal to a decision, through the real services and onto the disk."""

import dataclasses

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.drafting_decisions import lots_before
from nmirf_desktop.domain.lots import drawn as drawn_by
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.replay_sentences import step_words
from nmirf_desktop.domain.sittings import Intervention, InterventionKind, PresenceKind
from nmirf_desktop.domain.tally import voting
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_lists import earlier_lots
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import (
    Act,
    Answer,
    ConsensusCall,
    HandCount,
    Method,
    Mode,
    Outcome,
    Proposal,
    Vote,
    VoteKind,
)
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.replays import Replays
from nmirf_desktop.services.voting import Ballot, Cast, DrawnLot
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.undo import redo, steps, undo
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import DRAWS, VOTES
from tests.registers import MEMBERS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
YES, NO, ABSTAIN = Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING


def proposal(network: Network) -> Proposal:
    """A draft decision under the item, with everybody in the room."""
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    return desk.proposals.propose(meeting.key, item.key, said("Regional exchanges"), said("The meeting decides."))


def roll_call(network: Network, drawn: str | None = None) -> Vote:
    """A roll call on a proposal without consensus."""
    desk, meeting, item = network
    put = proposal(network)
    desk.proposals.note_objection(put.key)
    return desk.voting.open(Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key, drawn=drawn))


def answer_all(desk: Desk, vote: Vote, answers: list[Answer]) -> None:
    """The members answer in calling order."""
    for state, answer in zip(vote.entitled, answers, strict=True):
        desk.clock.forward()
        desk.voting.cast(Cast(vote.key, state, answer))


def french(network: Network) -> Proposal:
    """A draft decision written in French, everybody in the room."""
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    title = Trilingual(fr="Échanges régionaux", source=Language.FR)
    text = Trilingual(fr="La réunion décide.", source=Language.FR)
    return desk.proposals.propose(meeting.key, item.key, title, text)


def test_an_adopted_text_is_conformed_in_the_other_languages_and_stays_in_its_own(network: Network) -> None:
    desk, meeting, _ = network
    put = french(network)
    with pytest.raises(Refusal, match="still before the meeting"):
        desk.proposals.conform(put)
    desk.proposals.adopt_by_consensus(put.key)
    put = dataclasses.replace(put, text=put.text.with_text(Language.EN, "The meeting decides."))
    with pytest.raises(Refusal, match="was adopted"):
        desk.proposals.revise(put)
    desk.proposals.conform(dataclasses.replace(put, sponsor="PRY"))
    (file,) = desk.proposals.all(meeting.key)
    assert file.decision is not None
    assert file.decision.text == file.proposal.text == put.text
    assert file.proposal.sponsor is None
    for wrong in (
        dataclasses.replace(put, text=put.text.with_text(Language.FR, "La réunion recommande.")),
        dataclasses.replace(put, text=put.text.with_source(Language.EN)),
        dataclasses.replace(put, title=put.title.with_text(Language.FR, "")),
    ):
        with pytest.raises(Refusal, match="no longer changes"):
            desk.proposals.conform(wrong)
    assert desk.proposals.all(meeting.key) == (file,)


def test_what_was_not_written_when_a_text_was_adopted_is_not_added_afterwards(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Regional exchanges"), Trilingual())
    desk.proposals.adopt_by_consensus(put.key)
    with pytest.raises(Refusal, match="no longer changes"):
        desk.proposals.conform(dataclasses.replace(put, text=Trilingual(es="La reunión decide.")))


def test_r12_consensus_adopts_and_numbers_the_decision(network: Network) -> None:
    desk, meeting, _ = network
    first = desk.proposals.adopt_by_consensus(proposal(network).key)
    second = desk.proposals.adopt_by_consensus(proposal(network).key)
    assert [(one.year, one.number, one.mode) for one in (first, second)] == [
        (2026, 1, Mode.CONSENSUS),
        (2026, 2, Mode.CONSENSUS),
    ]
    assert [file.proposal.number for file in desk.proposals.all(meeting.key)] == [1, 2]


def test_r13_a_vote_follows_a_noted_lack_of_consensus(network: Network) -> None:
    desk, meeting, item = network
    put = proposal(network)
    with pytest.raises(Refusal):
        desk.voting.open(Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key))


def test_r7_an_observers_objection_is_kept_as_a_statement_and_the_consensus_stands(network: Network) -> None:
    desk, meeting, item = network
    put = proposal(network)
    kept = desk.proposals.note_objection(put.key, "CHE")
    assert isinstance(kept, Intervention)
    assert (kept.state, kept.kind, kept.item) == ("CHE", InterventionKind.OBSERVER_OBJECTION, item.key)
    assert desk.sittings.interventions(meeting.key) == (kept,)
    assert not desk.proposals.all(meeting.key)[0].consensus_failed
    assert desk.proposals.adopt_by_consensus(put.key).mode is Mode.CONSENSUS


def test_r12_a_members_objection_is_noted_and_may_stay_unnamed(network: Network) -> None:
    desk, meeting, _ = network
    named, unnamed = proposal(network), proposal(network)
    call = desk.proposals.note_objection(named.key, "URY")
    assert isinstance(call, ConsensusCall)
    assert call.objector == "URY"
    assert isinstance(desk.proposals.note_objection(unnamed.key), ConsensusCall)
    assert [file.consensus_failed for file in desk.proposals.all(meeting.key)] == [True, True]


def test_r7_who_may_vote_is_answered_with_its_facts(network: Network) -> None:
    desk, meeting, _ = network
    words = catalog(Language.EN)
    member, observer, other = (desk.voting.entitlement(meeting.key, code) for code in ("PRY", "CHE", "FRA"))
    assert [one.entitled for one in (member, observer, other)] == [True, False, False]
    assert member.answer(words).startswith("Yes: Paraguay has been a member since 9 May 2024")
    assert "do not vote" in observer.answer(words)
    assert "neither a member nor an observer" in other.answer(words)
    roll_call(network)
    desk.members.admit_founders(["FRA"], MembershipKind.MEMBER)
    late = desk.voting.entitlement(meeting.key, "FRA")
    assert not late.entitled
    assert "not on the list of this vote" in late.said_in(words)


def test_r19_members_alone_are_called_from_the_one_drawn(network: Network) -> None:
    vote = roll_call(network, drawn="MAR")
    assert vote.entitled == ("MAR", "PRY", "PRT", "SVN", "URY", "BRA", "GHA", "IDN")
    assert set(vote.entitled) == set(MEMBERS)


def test_r19_the_program_draws_from_a_seed_that_is_recorded_and_said(network: Network) -> None:
    desk, meeting, item = network
    lots = [desk.voting.draw(meeting.key) for _ in range(20)]
    assert len({one.seed for one in lots}) == 20
    assert len({one.state for one in lots}) > 1
    for one in lots:
        assert drawn_by(one.seed, reversed(MEMBERS))[0] == one.state.iso3, "in whatever order"
    lot = lots[0]
    put = proposal(network)
    desk.proposals.note_objection(put.key)
    ballot = Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key, drawn=lot.state.iso3, lot_seed=lot.seed)
    other = next(one for one in MEMBERS if one != lot.state.iso3)
    with pytest.raises(Refusal, match="draw again"):
        desk.voting.open(dataclasses.replace(ballot, drawn=other))
    vote = desk.voting.open(ballot)
    with desk.store.read() as session:
        assert VOTES.get(session, vote.key).lot_seed == lot.seed
        kept = [line.after for line in LINES.all(session) if (line.row, line.field) == (vote.key, "lot_seed")]
        assert kept == [lot.seed]
        assert not verify(session).faults
    answer_all(desk, vote, [YES] * 8)
    desk.voting.close(vote.key)
    replay = Replays(desk.store, desk.states).of(vote.key)
    words = catalog(Language.EN)
    told = [step_words(replay, number, words) for number in range(len(replay.steps))]
    name = lot.state.short[Language.EN]
    assert f"Called first: {name}, drawn by lot (seed {lot.seed})" in told
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    paper = repr(votes_paper(facts))
    assert f"The program drew by lot, to be called first: {name}. Seed: {lot.seed};" in paper
    assert "having been drawn by lot, was called upon to vote first." in paper
    assert "by the Chair, was called" not in paper


def test_r19_each_lot_that_is_drawn_is_kept_and_told(network: Network) -> None:
    """The lot could be drawn until it fitted, and the last draw alone was known."""
    desk, meeting, item = network
    put = proposal(network)
    desk.proposals.note_objection(put.key)

    def opened(lot: DrawnLot) -> Vote:
        return desk.voting.open(
            Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key, drawn=lot.state.iso3, lot_seed=lot.seed)
        )

    first, second = (_later(desk) for _ in range(2))
    with pytest.raises(Refusal, match="a lot that was drawn stays"):
        undo(desk.store)
    vote = opened(second)
    desk.clock.forward()
    desk.voting.break_off(vote.key, "The question was unclear")
    desk.clock.forward()
    third = _later(desk)
    vote = opened(third)
    assert told_before(desk, meeting, vote) == "", "those before another vote are of that one"
    for state in vote.entitled:
        desk.voting.cast(Cast(vote.key, state, Answer.AGAINST))
    desk.voting.close(vote.key)
    again = desk.proposals.propose(meeting.key, item.key, said("Again"), said("Text."))
    desk.clock.forward()
    desk.proposals.note_objection(again.key)
    drawn = [_later(desk) for _ in range(3)]
    vote = desk.voting.open(
        Ballot(meeting.key, item.key, Method.ROLL_CALL, again.key, drawn=drawn[0].state.iso3, lot_seed=drawn[0].seed)
    )
    names = ", ".join(one.state.said_in(catalog(Language.EN)) for one in drawn[1:])
    assert told_before(desk, meeting, vote) == (f"The program had drawn by lot before, to be called first: {names}.")
    for state in vote.entitled:
        desk.voting.cast(Cast(vote.key, state, Answer.AGAINST))
    desk.voting.close(vote.key)
    record = str(votes_paper(facts_of(desk, meeting)))
    for one in drawn:
        assert one.seed in record
    assert first.seed not in record, "a vote that was broken off has no record"
    with desk.store.read() as session:
        assert [one.lot_seed for one in DRAWS.all(session)] == [one.seed for one in (first, second, third, *drawn)]
        assert not verify(session).faults


def _later(desk: Desk) -> DrawnLot:
    """A lot that is drawn a minute later."""
    desk.clock.forward()
    return desk.voting.draw(desk.meetings.list()[0].key)


def facts_of(desk: Desk, meeting: Meeting) -> RecordedMeeting:
    with desk.store.read() as session:
        return read_meeting(session, meeting.key, desk.states)


def told_before(desk: Desk, meeting: Meeting, vote: Vote) -> str:
    """What the minutes will say of the lots drawn before the one with which a vote was opened."""
    before = lots_before(facts_of(desk, meeting), vote)
    return earlier_lots(before, catalog(Language.EN)) if before else ""


def test_r14_a_roll_call_adopts_and_the_decision_follows(network: Network) -> None:
    desk, meeting, _ = network
    vote = roll_call(network)
    answer_all(desk, vote, [YES, YES, YES, NO, ABSTAIN, YES, NO, ABSTAIN])
    decision = desk.voting.close(vote.key)
    assert decision is not None
    assert (decision.mode, decision.vote) == (Mode.VOTE, vote.key)
    board = desk.voting.board(vote.key)
    assert (board.tally.in_favour, board.tally.against, board.outcome) == (4, 2, Outcome.ADOPTED)
    assert desk.proposals.decisions(meeting.key) == (decision,)


def test_r15_equal_division_adopts_nothing(network: Network) -> None:
    desk, meeting, _ = network
    vote = roll_call(network)
    answer_all(desk, vote, [YES, NO, YES, NO, YES, NO, YES, NO])
    assert desk.voting.close(vote.key) is None
    assert desk.proposals.decisions(meeting.key) == ()


def test_r26_a_proposal_that_was_voted_down_is_settled(network: Network) -> None:
    desk, meeting, item = network
    vote = roll_call(network)
    answer_all(desk, vote, [NO, NO, NO, NO, YES, YES, YES, YES])
    desk.voting.close(vote.key)
    (file,) = desk.proposals.all(meeting.key)
    assert file.lost
    assert file.settled
    desk.clock.forward()
    for verb in (
        lambda: desk.proposals.adopt_by_consensus(file.proposal.key),
        lambda: desk.proposals.note_objection(file.proposal.key),
        lambda: desk.proposals.withdraw(file.proposal.key),
        lambda: desk.proposals.revise(file.proposal),
        lambda: desk.voting.open(Ballot(meeting.key, item.key, Method.RECORDED, file.proposal.key)),
    ):
        with pytest.raises(Refusal) as refused:
            verb()
        assert refused.value.section == "R26"
    assert desk.proposals.decisions(meeting.key) == ()


def test_r25_nothing_is_done_with_a_proposal_while_it_is_voted_on(network: Network) -> None:
    desk, meeting, _ = network
    vote = roll_call(network)
    (file,) = desk.proposals.all(meeting.key)
    assert (file.vote_open, file.settled) == (True, False)
    for verb in (desk.proposals.adopt_by_consensus, desk.proposals.withdraw, desk.proposals.note_objection):
        with pytest.raises(Refusal) as refused:
            verb(file.proposal.key)
        assert refused.value.section == "R25"
    answer_all(desk, vote, [YES] * len(MEMBERS))
    assert desk.voting.close(vote.key) is not None


def test_r24_a_motion_on_a_proposal_that_is_carried_adopts_nothing(network: Network) -> None:
    desk, meeting, item = network
    put = proposal(network)
    motion = Ballot(meeting.key, item.key, Method.RECORDED, put.key, VoteKind.PROCEDURAL, said("Adjourn the debate"))
    vote = desk.voting.open(motion)
    answer_all(desk, vote, [YES] * len(MEMBERS))
    assert desk.voting.close(vote.key) is None
    assert not desk.proposals.all(meeting.key)[0].settled


def test_r16_a_second_vote_is_refused_and_a_change_counts_once(network: Network) -> None:
    desk, _, _ = network
    vote = roll_call(network)
    state = vote.entitled[0]
    desk.voting.cast(Cast(vote.key, state, YES))
    desk.clock.forward()
    with pytest.raises(Refusal):
        desk.voting.cast(Cast(vote.key, state, NO))
    board = desk.voting.cast(Cast(vote.key, state, NO, Act.CHANGE))
    assert (board.tally.in_favour, board.tally.against) == (0, 1)
    assert [position.answer for position in desk.voting.positions(vote.key)] == [YES, NO]


def test_the_electorate_is_frozen_when_the_vote_opens(network: Network) -> None:
    desk, _, _ = network
    vote = roll_call(network)
    desk.members.admit_founders(["FRA"], MembershipKind.MEMBER)
    with pytest.raises(Refusal):
        desk.voting.cast(Cast(vote.key, "FRA", YES))


def test_silence_is_called_again_and_recorded_after_the_second_call(network: Network) -> None:
    desk, _, _ = network
    vote = roll_call(network)
    answer_all(desk, vote, [YES, Answer.PASSED, YES, YES, Answer.NO_ANSWER, YES, YES, YES])
    board = desk.voting.board(vote.key)
    assert [state.iso3 for state in board.calling.missing] == [vote.entitled[1], vote.entitled[4]]
    with pytest.raises(Refusal):
        desk.voting.close(vote.key)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, vote.entitled[1], NO))
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, vote.entitled[4], Answer.NO_ANSWER))
    desk.voting.close(vote.key)
    assert desk.voting.board(vote.key).tally.no_answer == 1


def test_r19_silence_of_all_who_are_left_is_one_step_of_the_second_call_and_one_undo(network: Network) -> None:
    desk, _, _ = network
    vote = roll_call(network)
    answer_all(desk, vote, [YES, Answer.PASSED, YES, Answer.NO_ANSWER, Answer.NO_ANSWER, YES, YES, YES])
    before = desk.voting.positions(vote.key)
    desk.clock.forward()
    board = desk.voting.cast_together(vote.key, Answer.NO_ANSWER)
    assert ([one.iso3 for one in board.calling.missing], board.tally.no_answer) == ([vote.entitled[1]], 3)
    later = desk.voting.positions(vote.key)[len(before) :]
    assert [(one.state, one.call, one.act) for one in later] == [
        (vote.entitled[place], 2, Act.TOGETHER) for place in (3, 4)
    ]
    assert undo(desk.store) == "record that nobody else answers"
    assert desk.voting.positions(vote.key) == before
    redo(desk.store)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, vote.entitled[1], NO))
    desk.voting.close(vote.key)


def test_r18_a_show_of_hands_has_totals_only(network: Network) -> None:
    desk, meeting, item = network
    put = proposal(network)
    desk.proposals.note_objection(put.key)
    vote = desk.voting.open(Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, put.key))
    with pytest.raises(Refusal):
        desk.voting.record_hands(vote.key, HandCount(8, 1, 0))
    desk.voting.record_hands(vote.key, HandCount(5, 2, 1))
    assert desk.voting.close(vote.key) is not None


def test_the_chairs_word_stands_beside_the_numbers_with_its_reason(network: Network) -> None:
    desk, _, _ = network
    vote = roll_call(network)
    answer_all(desk, vote, [YES] * 8)
    with pytest.raises(Problem):
        desk.voting.close(vote.key, Outcome.NOT_ADOPTED)
    assert desk.voting.close(vote.key, Outcome.NOT_ADOPTED, "The Chair announced a second reading.") is None
    assert desk.voting.board(vote.key).declared_otherwise


def test_r25_one_vote_at_a_time(network: Network) -> None:
    roll_call(network)
    with pytest.raises(Refusal):
        roll_call(network)


def test_an_adopted_or_withdrawn_text_no_longer_changes(network: Network) -> None:
    desk, _, _ = network
    adopted, withdrawn = proposal(network), proposal(network)
    desk.proposals.adopt_by_consensus(adopted.key)
    desk.proposals.withdraw(withdrawn.key)
    for put in (adopted, withdrawn):
        with pytest.raises(Refusal):
            desk.proposals.revise(dataclasses.replace(put, title=said("Another title")))


def test_nothing_is_adopted_or_voted_on_before_it_is_worded(network: Network) -> None:
    desk, meeting, item = network
    put = desk.proposals.propose(meeting.key, item.key, Trilingual(), Trilingual())
    with pytest.raises(Problem):
        desk.proposals.adopt_by_consensus(put.key)
    desk.proposals.note_objection(put.key)
    with pytest.raises(Problem):
        desk.voting.open(Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key, drawn="MAR"))


def test_an_answer_in_a_roll_call_makes_the_member_present_from_that_minute(network: Network) -> None:
    desk, meeting, _ = network
    vote = roll_call(network)
    first, second, third = vote.entitled[:3]
    desk.sittings.record(meeting.key, [first, second, third], PresenceKind.LEFT)
    noted = len(desk.sittings.presence_events(meeting.key))
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, first, NO))
    assert first in desk.sittings.presence(meeting.key)
    (arrived,) = desk.sittings.presence_events(meeting.key)[noted:]
    (position,) = desk.voting.positions(vote.key)
    assert (arrived.state, arrived.kind, arrived.at) == (first, PresenceKind.ARRIVED, position.at)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, second, Answer.PASSED))
    assert second in desk.sittings.presence(meeting.key), "who passes is there"
    desk.voting.cast(Cast(vote.key, third, Answer.NO_ANSWER))
    assert third not in desk.sittings.presence(meeting.key), "silence is no sign of life"


def test_an_answer_of_whoever_is_present_notes_nothing_and_a_lost_connection_is_back(network: Network) -> None:
    desk, meeting, _ = network
    vote = roll_call(network)
    first, second = vote.entitled[:2]
    noted = len(desk.sittings.presence_events(meeting.key))
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, first, YES))
    assert len(desk.sittings.presence_events(meeting.key)) == noted
    desk.sittings.record(meeting.key, [second], PresenceKind.ARRIVED_ONLINE)
    desk.sittings.record(meeting.key, [second], PresenceKind.CONNECTION_LOST)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, second, YES))
    assert desk.sittings.presence_events(meeting.key)[-1].kind is PresenceKind.CONNECTION_RESTORED


def test_the_arrival_by_an_answer_is_not_taken_back_without_it(network: Network) -> None:
    desk, meeting, _ = network
    vote = roll_call(network)
    first = vote.entitled[0]
    desk.sittings.record(meeting.key, [first], PresenceKind.LEFT)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, first, NO))
    with pytest.raises(Refusal, match="nothing to undo"):
        undo(desk.store)
    assert first in desk.sittings.presence(meeting.key)


def test_r27_what_a_delegation_had_intended_or_was_mis_keyed_makes_nobody_present(network: Network) -> None:
    desk, meeting, _ = network
    vote = roll_call(network)
    answer_all(desk, vote, [YES] * len(vote.entitled))
    desk.voting.close(vote.key)
    first, second = vote.entitled[:2]
    desk.clock.forward()
    desk.sittings.record(meeting.key, [first, second], PresenceKind.LEFT)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, first, NO, Act.INTENDED))
    desk.voting.cast(Cast(vote.key, second, NO, Act.REKEYED, reason="Misheard."))
    assert not {first, second} & desk.sittings.presence(meeting.key)


def recorded(network: Network) -> Vote:
    """A recorded vote on a proposal without consensus, everybody in the room."""
    desk, meeting, item = network
    put = proposal(network)
    desk.proposals.note_objection(put.key)
    return desk.voting.open(Ballot(meeting.key, item.key, Method.RECORDED, put.key))


def test_all_in_favour_then_exceptions_is_one_step_that_leaves_out_the_absent_and_who_answered(
    network: Network,
) -> None:
    desk, meeting, _ = network
    vote = recorded(network)
    answered, absent, exception, *others = vote.entitled
    desk.sittings.record(meeting.key, [absent], PresenceKind.LEFT)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, answered, NO))
    noted = desk.sittings.presence_events(meeting.key)
    desk.clock.forward()
    board = desk.voting.cast_together(vote.key, YES)
    assert (board.tally.in_favour, board.tally.against) == (len(others) + 1, 1)
    assert [state.iso3 for state in board.calling.missing] == [absent]
    assert {state.iso3 for state in board.calling.missing}.isdisjoint(board.together)
    assert desk.sittings.presence_events(meeting.key) == noted
    last = steps(desk.store).undo
    assert last is not None
    assert last.verb == "record all others present in favour"
    with pytest.raises(Refusal, match="noted as present"):
        desk.voting.cast_together(vote.key, YES)
    assert desk.voting.cast(Cast(vote.key, exception, ABSTAIN)).tally.abstaining == 1
    with pytest.raises(Refusal, match="Record an answer, or that there was none"):
        desk.voting.close(vote.key)
    desk.voting.cast_together(vote.key, Answer.NO_ANSWER)
    assert absent not in desk.sittings.presence(meeting.key)
    decision = desk.voting.close(vote.key)
    assert decision is not None


def test_undo_takes_back_what_was_written_together_and_nothing_else(network: Network) -> None:
    desk, _, _ = network
    vote = recorded(network)
    desk.clock.forward()
    desk.voting.cast(Cast(vote.key, vote.entitled[0], NO))
    before = desk.voting.positions(vote.key), desk.voting.board(vote.key)
    desk.clock.forward()
    after = desk.voting.cast_together(vote.key, YES)
    assert undo(desk.store) == "record all others present in favour"
    assert (desk.voting.positions(vote.key), desk.voting.board(vote.key)) == before
    with pytest.raises(Refusal, match="nothing to undo"):
        undo(desk.store)
    redo(desk.store)
    assert desk.voting.board(vote.key) == after
    desk.voting.cast(Cast(vote.key, vote.entitled[1], NO))
    with pytest.raises(Refusal, match="nothing to undo"):
        undo(desk.store)


def test_undo_does_not_take_from_a_member_the_answer_in_favour_that_it_gave_itself(network: Network) -> None:
    desk, _, _ = network
    vote = recorded(network)
    itself = vote.entitled[0]
    desk.clock.forward()
    desk.voting.cast_together(vote.key, YES)
    board = desk.voting.cast(Cast(vote.key, itself, YES))
    assert itself not in board.together
    with pytest.raises(Refusal, match="nothing to undo"):
        undo(desk.store)
    with pytest.raises(Refusal, match="record a change instead"):
        desk.voting.cast(Cast(vote.key, itself, NO))
    desk.voting.cast(Cast(vote.key, itself, NO, Act.CHANGE))
    acts = [one.act for one in desk.voting.positions(vote.key) if one.state == itself]
    assert acts == [Act.TOGETHER, Act.ANSWER, Act.CHANGE]


def test_who_was_in_favour_only_together_and_then_did_not_answer_did_not_take_part(network: Network) -> None:
    desk, meeting, _ = network
    vote = recorded(network)
    mistaken = vote.entitled[0]
    desk.clock.forward()
    desk.voting.cast_together(vote.key, YES)
    desk.voting.cast(Cast(vote.key, mistaken, Answer.NO_ANSWER))
    desk.clock.forward(1)
    desk.sittings.record(meeting.key, [mistaken], PresenceKind.LEFT)
    assert mistaken not in voting(desk.voting.positions(vote.key))
    assert vote.entitled[1] in voting(desk.voting.positions(vote.key))
