"""A record put right after the announcement: decision and text follow, as far as the meeting left them (R27)."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from nmirf_desktop.domain.amendments import AmendmentAct, Standing, VersionCause, effective
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.forms_adopted import form_adopted
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.voting import Act, Answer, Mode, Proposal, Vote, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.voting import Cast
from nmirf_desktop.storage.committees import TERMS
from tests.services.test_amendments import (
    NO,
    REPORT,
    TEXT,
    WORKSHOP,
    YEARLY,
    YES,
    Network,
    amend_by_vote,
    divide,
    on,
    seen,
    table,
    text,
    vote,
)

EN = catalog(Language.EN)


def rekey(network: Network, voted: Vote, places: Iterable[int], answer: Answer) -> str:
    """Put the record of some States right; what is said of it before the last one is recorded."""
    desk, _, _ = network
    said = ""
    for place in places:
        desk.clock.forward()
        wanted = Cast(voted.key, voted.entitled[place], answer, Act.REKEYED, reason="It was keyed wrongly.")
        said = desk.voting.foresee(wanted).said_in(EN)
        desk.voting.cast(wanted)
    return said


def reconsidered(network: Network, put: Proposal, in_favour: int = 5) -> Vote:
    """A vote on the reconsideration of a proposal."""
    motion = network[0].text_motions.reconsider(put.key, "GHA")
    return vote(network, on(network, put, VoteKind.RECONSIDERATION, motion.key), in_favour)


def by_vote(network: Network, put: Proposal, in_favour: int = 6) -> Vote:
    """A vote on the whole, after consensus was sought in vain."""
    network[0].clock.forward()
    network[0].proposals.note_objection(put.key)
    return vote(network, on(network, put), in_favour)


@pytest.mark.parametrize("mode", Mode)
def test_r26_a_reconsideration_that_was_not_granted_leaves_the_decision(network: Network, mode: Mode) -> None:
    desk, meeting, _ = network
    put = table(network)
    if mode is Mode.VOTE:
        by_vote(network, put)
    else:
        desk.proposals.adopt_by_consensus(put.key)
    (first,) = desk.proposals.decisions(meeting.key)
    desk.clock.forward(60 * 24)
    voted = reconsidered(network, put)
    assert seen(network, put).decision is None
    said = rekey(network, voted, (0,), NO)
    assert said.endswith("The proposal is not considered again: its decision stands, with its number.")
    file = seen(network, put)
    assert file.decision is not None
    assert replace(file.decision, key=first.key) == first
    assert (file.settled, file.lost, file.by_consensus) == (True, False, mode is Mode.CONSENSUS)
    said = rekey(network, voted, (0,), YES)
    assert "The proposal is before the meeting again. Decision 2026/1 is no decision any more" in said
    assert (seen(network, put).decision, seen(network, put).settled) == (None, False)


def test_r26_the_decision_that_stands_again_has_the_text_that_was_adopted(network: Network) -> None:
    desk, meeting, _ = network
    put = table(network)
    first = desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    voted = reconsidered(network, put)
    desk.clock.forward()
    amend_by_vote(network, put, desk.amendments.move(put.key, YEARLY).key, 6)
    assert text(network, put) != TEXT
    rekey(network, voted, (0,), NO)
    file = seen(network, put)
    assert file.decision is not None
    assert file.decision.text == file.proposal.text == first.text
    assert file.versions[-1].cause is VersionCause.CORRECTED
    with desk.store.read() as session:
        recorded = read_meeting(session, meeting.key, desk.states)
    assert form_adopted(recorded, file.proposal) is None


def test_r26_what_the_meeting_decided_after_a_reconsideration_stands(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    voted = reconsidered(network, put)
    again = by_vote(network, put, 3)
    assert rekey(network, voted, (0,), NO).endswith("What the meeting made of the proposal since then stands.")
    assert seen(network, put).lost
    rekey(network, voted, (0,), YES)
    rekey(network, again, (6, 7), YES)
    second = seen(network, put).decision
    assert second is not None
    assert rekey(network, voted, (1, 2), NO).startswith("By the corrected record")
    assert seen(network, put).decision == second
    rekey(network, voted, (1,), YES)
    assert seen(network, put).decision == second


def test_r26_a_reconsideration_is_not_put_right_while_the_proposal_is_voted_on(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    voted = reconsidered(network, put)
    desk.clock.forward()
    desk.proposals.note_objection(put.key)
    desk.clock.forward()
    desk.voting.open(on(network, put))
    with pytest.raises(Refusal, match="going on: go back to it"):
        rekey(network, voted, (0,), NO)


def test_r26_a_rejected_proposal_that_was_not_to_be_considered_again_stays_rejected(network: Network) -> None:
    put = table(network)
    by_vote(network, put, 2)
    voted = reconsidered(network, put)
    assert rekey(network, voted, (0,), NO).endswith("The proposal is not considered again: it stays as it was.")
    assert seen(network, put).lost
    assert rekey(network, voted, (0,), YES).endswith("The proposal is before the meeting again.")
    assert not seen(network, put).settled


def test_r26_a_decision_on_which_the_committee_rests_is_not_considered_again_by_a_correction(network: Network) -> None:
    desk, meeting, _ = network
    put = table(network)
    decision = desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    voted = reconsidered(network, put, 4)
    with desk.store.write("appoint the Committee", Subject.COMMITTEE) as session:
        TERMS.save(session, Term("term", Period(meeting.opens_on), meeting.opens_on, meeting.key, decision.key))
    wanted = Cast(voted.key, voted.entitled[7], YES, Act.REKEYED, reason="It was keyed wrongly.")
    for verb in (desk.voting.foresee, desk.voting.cast):
        with pytest.raises(Refusal, match="appointed by this decision"):
            verb(wanted)


@pytest.mark.parametrize(("first", "places", "answer"), [(6, (0,), Answer.ABSTAINING), (4, (7,), YES), (6, (0, 1), NO)])
def test_r26_a_vote_before_the_reconsideration_decides_no_more(
    network: Network, first: int, places: tuple[int, ...], answer: Answer
) -> None:
    desk, meeting, _ = network
    put = table(network)
    voted = by_vote(network, put, first)
    motion = desk.text_motions.reconsider(put.key, "GHA")
    desk.clock.forward()
    desk.text_motions.agree(motion.key)
    said = rekey(network, voted, places, answer)
    assert "becomes a numbered decision" not in said
    assert (said.endswith("since then stands.")) is (answer is not Answer.ABSTAINING)
    assert desk.proposals.decisions(meeting.key) == ()
    assert not seen(network, put).settled
    desk.clock.forward()
    assert desk.proposals.adopt_by_consensus(put.key).number == 1
    assert rekey(network, voted, places, YES)
    assert len(desk.proposals.decisions(meeting.key)) == 1


def divided_by_votes(network: Network, in_favour: tuple[int, int]) -> tuple[Proposal, tuple[Vote, ...]]:
    """A draft whose two operative paragraphs were voted on one by one."""
    desk, _, _ = network
    put = table(network)
    votes = []
    for key, number in zip(divide(network, put, WORKSHOP, REPORT), in_favour, strict=True):
        desk.text_motions.note_objection(key)
        votes.append(vote(network, on(network, put, VoteKind.PART, key), number))
    return put, tuple(votes)


LEFT = "Recalling its mandate,\n2. Requests the Committee to report."


def test_r21_a_part_whose_rejection_is_put_right_comes_back_into_the_text(network: Network) -> None:
    put, (first, second) = divided_by_votes(network, (4, 6))
    assert text(network, put) == LEFT
    assert "The text follows" in rekey(network, first, (7,), YES)
    file = seen(network, put)
    assert [one.standing for one in file.motions[0].parts] == [Standing.ADOPTED, Standing.ADOPTED]
    assert file.proposal.text.original == TEXT
    assert [one.cause for one in file.versions] == [
        VersionCause.TABLED, VersionCause.DIVIDED, VersionCause.CORRECTED,
    ]  # fmt: skip
    rekey(network, second, (0, 1), NO)
    assert text(network, put) == "Recalling its mandate,\n1. Decides to hold a workshop every year;"
    rekey(network, first, (7,), NO)
    assert seen(network, put).lost
    assert text(network, put) == TEXT, "what is rejected as a whole reads as it was put"
    rekey(network, second, (0,), YES)
    assert text(network, put) == LEFT


def test_r21_where_all_parts_were_rejected_one_that_was_not_is_put_as_the_whole(network: Network) -> None:
    put, (_, second) = divided_by_votes(network, (3, 4))
    assert seen(network, put).rejected_in_parts
    assert text(network, put) == TEXT
    rekey(network, second, (7,), YES)
    assert not seen(network, put).settled
    assert text(network, put) == LEFT


def test_r21_once_the_whole_was_put_a_corrected_part_leaves_its_text(network: Network) -> None:
    put, (first, _) = divided_by_votes(network, (4, 6))
    decision = network[0].proposals.adopt_by_consensus(put.key)
    rekey(network, first, (7,), YES)
    assert text(network, put) == LEFT == decision.text.original


def test_r21_a_corrected_part_leaves_the_text_while_the_whole_is_voted_on(network: Network) -> None:
    desk, _, _ = network
    put, (first, _) = divided_by_votes(network, (4, 6))
    desk.proposals.note_objection(put.key)
    desk.clock.forward()
    desk.voting.open(on(network, put))
    rekey(network, first, (7,), YES)
    assert text(network, put) == LEFT


def test_r27_a_sub_amendment_whose_passage_went_makes_nothing_of_the_words(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    top = desk.amendments.move(put.key, YEARLY)
    first = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "two", "three"), amends=top.key)
    voted = amend_by_vote(network, put, first.key, 5)
    desk.clock.forward()
    second = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "three", "four"), amends=top.key)
    desk.clock.forward()
    desk.amendments.adopt_by_consensus(second.key)
    assert effective(seen(network, put).amendment(top.key), seen(network, put).amendments).words == "every four years"
    rekey(network, voted, (0,), NO)
    file = seen(network, put)
    assert [one.standing for one in file.amendments] == [Standing.OPEN, Standing.REJECTED, Standing.ADOPTED]
    assert effective(file.amendment(top.key), file.amendments).words == YEARLY.words
    desk.clock.forward()
    desk.amendments.adopt_by_consensus(top.key)
    assert text(network, put) == TEXT.replace("every year", "every two years")
