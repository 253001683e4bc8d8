"""Corrections after the announcement: what stands, what turns, and the decision that follows (R27, R12, R14)."""

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attendance import check_somebody_present
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.vote_lists import correction_note, later_corrections
from nmirf_desktop.domain.voting import Act, Answer, Method, Outcome, Vote, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.committees import TERMS
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.undo import redo, steps, undo
from nmirf_desktop.storage.verification import verify
from tests.registers import Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
YES, NO, ABSTAIN = Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING
EN = catalog(Language.EN)
CLOSE = [YES, YES, YES, YES, NO, NO, NO, ABSTAIN]
EQUAL = [YES, YES, YES, YES, NO, NO, NO, NO]


def announced(
    network: Network,
    answers: list[Answer],
    kind: VoteKind = VoteKind.PROPOSAL,
    declared: Outcome | None = None,
) -> Vote:
    """A roll call that is over."""
    desk, meeting, item = network
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    vote = desk.voting.open(
        Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key if kind is VoteKind.PROPOSAL else None, kind, said("?"))
    )
    for state, answer in zip(vote.entitled, answers, strict=True):
        desk.clock.forward()
        desk.voting.cast(Cast(vote.key, state, answer))
    desk.voting.close(vote.key, declared, "Misheard." if declared else "")
    desk.clock.forward()
    return vote


def rekeyed(vote: Vote, place: int, answer: Answer) -> Cast:
    """The record of one State was wrong."""
    return Cast(vote.key, vote.entitled[place], answer, Act.REKEYED, reason="The recording bears it out.")


def test_r27_a_corrected_record_that_turns_the_outcome_takes_the_decision_out(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, CLOSE)
    (decision,) = desk.proposals.decisions(meeting.key)
    wanted = rekeyed(vote, 0, NO)
    warning = desk.voting.foresee(wanted)
    assert warning.turns
    assert f"Decision {decision.year}/{decision.number} is no decision any more" in warning.said_in(EN)
    board = desk.voting.cast(wanted)
    assert (board.announced.outcome, board.outcome) == (Outcome.ADOPTED, Outcome.NOT_ADOPTED)
    assert desk.proposals.decisions(meeting.key) == ()
    assert desk.proposals.all(meeting.key)[0].lost
    assert steps(desk.store).undo is None
    with desk.store.read() as session:
        verbs = [entry.verb for entry in ENTRIES.all(session)]
        assert verbs[-1] == "correct the record of a vote"
        assert not verify(session).faults


def test_r27_a_corrected_record_that_turns_the_outcome_makes_the_decision_of_the_day_of_the_vote(
    network: Network,
) -> None:
    desk, meeting, _ = network
    vote = announced(network, EQUAL)
    wanted = rekeyed(vote, 7, YES)
    assert "The proposal becomes a numbered decision." in desk.voting.foresee(wanted).said_in(EN)
    desk.clock.forward(60 * 24)
    desk.voting.cast(wanted)
    (decision,) = desk.proposals.decisions(meeting.key)
    assert (decision.vote, decision.number, decision.adopted_on) == (vote.key, 1, meeting.opens_on)


def test_r27_a_correction_that_turns_nothing_leaves_the_decision_alone(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, CLOSE)
    before = desk.proposals.decisions(meeting.key)
    wanted = rekeyed(vote, 7, YES)
    assert desk.voting.foresee(wanted).said_in(EN).startswith("By the corrected record: 5 in favour, 3 against")
    with pytest.raises(Problem):
        desk.voting.cast(Cast(vote.key, wanted.state, wanted.answer, Act.REKEYED))
    desk.voting.cast(wanted)
    assert desk.proposals.decisions(meeting.key) == before


def test_r27_what_a_delegation_had_intended_moves_no_total(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, CLOSE)
    before = desk.proposals.decisions(meeting.key)
    meant = Cast(vote.key, vote.entitled[0], NO, Act.INTENDED)
    assert desk.voting.foresee(meant).said_in(EN).endswith("that it had intended to vote against.")
    board = desk.voting.cast(meant)
    assert board.tally == board.announced
    assert [(state.iso3, answer) for state, answer in board.intended] == [(vote.entitled[0], NO)]
    assert desk.proposals.decisions(meeting.key) == before


def noted(network: Network, vote: Vote) -> list[tuple[str, Answer]]:
    """The footnotes of a vote as its board has them; the minutes, the decision and the voting record print the same."""
    desk, *_ = network
    shown = [(state.iso3, answer) for state, answer in desk.voting.board(vote.key).intended]
    states = {one.iso3: one for one in desk.states.on(vote.opened_at.date()).values()}
    printed = later_corrections(vote, desk.voting.positions(vote.key), states)
    assert [one.en for one in printed] == [correction_note(states[code], answer, EN) for code, answer in shown]
    return shown


def test_r27_a_footnote_keyed_by_mistake_is_one_step_of_undo(network: Network) -> None:
    desk, *_ = network
    vote = announced(network, CLOSE)
    desk.voting.cast(Cast(vote.key, vote.entitled[0], NO, Act.INTENDED))
    assert undo(desk.store) == "note what was intended"
    assert noted(network, vote) == []
    with pytest.raises(Refusal, match="nothing to undo"):
        undo(desk.store)
    redo(desk.store)
    assert noted(network, vote) == [(vote.entitled[0], NO)]


def test_r27_of_the_footnotes_of_one_delegation_the_last_counts_and_what_is_recorded_takes_it_back(
    network: Network,
) -> None:
    desk, *_ = network
    vote = announced(network, CLOSE)
    state = vote.entitled[0]
    desk.voting.cast(Cast(vote.key, state, NO, Act.INTENDED))
    again = Cast(vote.key, state, ABSTAIN, Act.INTENDED)
    assert desk.voting.foresee(again).said_in(EN).endswith("The earlier footnote of this delegation goes.")
    desk.voting.cast(again)
    assert noted(network, vote) == [(state, ABSTAIN)]
    back = Cast(vote.key, state, YES, Act.INTENDED)
    expected = "The totals stay as they are. The earlier footnote of this delegation goes."
    assert desk.voting.foresee(back).said_in(EN) == expected
    desk.voting.cast(back)
    assert noted(network, vote) == []
    desk.voting.cast(rekeyed(vote, 0, ABSTAIN))
    assert noted(network, vote) == [], "it took a note back, and says nothing of the record that was put right"


def test_r27_a_record_that_is_put_right_to_what_was_intended_leaves_nothing_to_note(network: Network) -> None:
    desk, *_ = network
    vote = announced(network, CLOSE)
    desk.voting.cast(Cast(vote.key, vote.entitled[4], YES, Act.INTENDED))
    wanted = rekeyed(vote, 4, YES)
    assert desk.voting.foresee(wanted).said_in(EN).endswith("The earlier footnote of this delegation goes.")
    desk.voting.cast(wanted)
    assert noted(network, vote) == []


def test_r27_a_corrected_motion_makes_no_decision(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, EQUAL, VoteKind.PROCEDURAL)
    wanted = rekeyed(vote, 7, YES)
    assert "decision" not in desk.voting.foresee(wanted).said_in(EN)
    desk.voting.cast(wanted)
    assert desk.proposals.decisions(meeting.key) == ()


def test_r12_where_nobody_is_present_nobody_decides(network: Network) -> None:
    desk, meeting, item = network
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    with pytest.raises(Refusal, match="nobody could decide"):
        desk.proposals.adopt_by_consensus(put.key)
    desk.sittings.toggle(meeting.key, ["CHE"])
    with pytest.raises(Refusal):
        desk.proposals.adopt_by_consensus(put.key)
    desk.sittings.toggle(meeting.key, ["PRY"])
    assert desk.proposals.adopt_by_consensus(put.key).number == 1


def test_r12_before_the_founding_there_are_no_members_and_whoever_is_there_decides() -> None:
    check_somebody_present({"PRY"}, ())
    with pytest.raises(Refusal):
        check_somebody_present((), ())


def test_r27_a_decision_that_appointed_the_committee_is_not_taken_out(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, CLOSE)
    (decision,) = desk.proposals.decisions(meeting.key)
    with desk.store.write("appoint the Committee", Subject.COMMITTEE) as session:
        TERMS.save(session, Term("term", Period(meeting.opens_on), meeting.opens_on, meeting.key, decision.key))
    with pytest.raises(Refusal, match="appointed by this decision"):
        desk.voting.foresee(rekeyed(vote, 0, NO))
    with pytest.raises(Refusal, match="appointed by this decision"):
        desk.voting.cast(rekeyed(vote, 0, NO))
    assert desk.proposals.decisions(meeting.key) == (decision,)
    assert not desk.voting.board(vote.key).corrected


def test_r27_minutes_that_were_approved_need_a_corrigendum(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, CLOSE)
    wanted = rekeyed(vote, 0, NO)
    assert "corrigendum" not in desk.voting.foresee(wanted).said_in(EN)
    with desk.store.write("approve the minutes", Subject.MINUTES) as session:
        MINUTES.save(session, Minutes("minutes", meeting.key, MinutesState.APPROVED, approved_on=meeting.closes_on))
    assert desk.voting.foresee(wanted).said_in(EN).endswith("they need a corrigendum.")


def test_r12_a_consensus_recorded_by_mistake_is_reopened_and_the_journal_keeps_both(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.adopt_by_consensus(put.key)
    desk.proposals.reopen(put.key)
    (file,) = desk.proposals.all(meeting.key)
    assert (file.decision, file.calls, file.settled) == (None, (), False)
    with desk.store.read() as session:
        verbs = [entry.verb for entry in ENTRIES.all(session)]
    assert verbs[-2:] == ["adopt by consensus", "reopen a proposal that was recorded as adopted by mistake"]
    assert desk.proposals.adopt_by_consensus(put.key).number == 1


def test_r12_what_others_build_on_is_not_reopened(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    with pytest.raises(Refusal, match="Only what was adopted by consensus"):
        desk.proposals.reopen(put.key)
    decision = desk.proposals.adopt_by_consensus(put.key)
    with desk.store.write("appoint the Committee", Subject.COMMITTEE) as session:
        TERMS.save(session, Term("term", Period(meeting.opens_on), meeting.opens_on, meeting.key, decision.key))
    with pytest.raises(Refusal, match="appointed by this decision"):
        desk.proposals.reopen(put.key)
    with desk.store.write("approve the minutes", Subject.MINUTES) as session:
        MINUTES.save(
            session, Minutes("minutes", meeting.key, state=MinutesState.APPROVED, approved_on=meeting.closes_on)
        )
    with pytest.raises(Refusal, match="The minutes with this decision are approved"):
        desk.proposals.reopen(put.key)
    assert desk.proposals.decisions(meeting.key) == (decision,)


def test_r27_a_decision_made_again_has_its_number_and_no_other_gets_it(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    vote = announced(network, CLOSE)
    desk.voting.cast(rekeyed(vote, 0, NO))
    desk.clock.forward()
    other = desk.proposals.propose(meeting.key, item.key, said("Other"), said("Decides otherwise."))
    assert desk.proposals.adopt_by_consensus(other.key).number == 2
    desk.voting.cast(rekeyed(vote, 0, YES))
    assert [(one.number, one.vote) for one in desk.proposals.decisions(meeting.key)] == [(1, vote.key), (2, None)]
    desk.proposals.reopen(other.key)
    third = desk.proposals.propose(meeting.key, item.key, said("Third"), said("Decides again."))
    assert desk.proposals.adopt_by_consensus(third.key).number == 3
    assert desk.proposals.adopt_by_consensus(other.key).number == 2


def test_r27_where_the_chair_s_word_stands_a_correction_announces_no_other_outcome(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, CLOSE, declared=Outcome.NOT_ADOPTED)
    warning = desk.voting.foresee(rekeyed(vote, 0, NO))
    assert not warning.turns
    assert "The outcome turns" not in warning.said_in(EN)
    desk.voting.cast(rekeyed(vote, 0, NO))
    desk.clock.forward()
    assert not desk.voting.foresee(rekeyed(vote, 0, YES)).turns
    assert desk.proposals.decisions(meeting.key) == ()


def test_r27_the_minutes_say_what_became_of_a_decision_that_the_corrected_record_took_out(network: Network) -> None:
    desk, meeting, _ = network
    vote = announced(network, CLOSE)
    (decision,) = desk.proposals.decisions(meeting.key)

    def told() -> list[str]:
        book = MinuteBook(desk.store, desk.states)
        return [one.text.en for one in draft(book.facts(meeting.key)) if one.slot.startswith("number:")]

    assert told() == []
    desk.voting.cast(rekeyed(vote, 0, NO))
    (said_so,) = told()
    assert said_so == (
        "By the corrected record of the vote, draft decision L.1 was not adopted; "
        f"the number {decision.year}/{decision.number}, which it had been given, was not used again."
    )
    desk.clock.forward()
    desk.voting.cast(rekeyed(vote, 0, YES))
    assert desk.proposals.decisions(meeting.key) != ()
    assert told() == [], "it has its number again"
