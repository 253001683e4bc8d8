"""Decisions after the record of them was adopted: corrected and corrected back, made since, considered again."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.blocks import DecisionBlock, Heading, Note, Para
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.compliance.unadopted import CLOSED_WITHOUT
from nmirf_desktop.domain.decision_papers import SINCE
from nmirf_desktop.domain.decision_records import decided_at, lacking_adoption
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.records_kept import RelationKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import ConsensusCall
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.actions import Actions
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.decision_records import DecisionRecords
from nmirf_desktop.services.decision_register import DecisionRegister
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import CONSENSUS_CALLS
from tests.registers import OPENS, said
from tests.services.test_amendments import NO, YES, table
from tests.services.test_amendments import Network as InTheRoom
from tests.services.test_corrected_texts import by_vote, reconsidered, rekey
from tests.services.test_decision_records import decided


@pytest.fixture
def records(network: InTheRoom) -> DecisionRecords:
    """The records of a register in which a sitting is open."""
    desk, meeting, item = network
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key, item.key)
    desk.clock.forward(30)
    return DecisionRecords(desk.store, desk.states, desk.clock)


@pytest.mark.parametrize("by", ["vote", "reconsideration"])
def test_r27_a_decision_that_was_out_by_a_wrong_correction_has_again_what_hung_on_it(
    network: InTheRoom, records: DecisionRecords, by: str
) -> None:
    desk, meeting, item = network
    earlier = decided(network)
    put = table(network)
    voted = by_vote(network, put, in_favour=5)
    decision = desk.proposals.decisions()[1]
    records.put_right(decision.key, decision.title, decision.text.with_text(Language.EN, "Another one"))
    relation = records.relate(decision.key, RelationKind.RECALLS, earlier.key)
    actions = Actions(desk.store, desk.clock)
    first, second = (
        actions.record(FollowUpAction("", meeting.key, said(title), decision=decision.key)) for title in ("One", "Two")
    )
    records.adopt(meeting.key, item.key)
    before = records.file(meeting.key).facts
    desk.clock.forward()
    if by == "reconsideration":
        voted = reconsidered(network, put, 3)
    out, back = (NO, YES) if by == "vote" else (YES, NO)
    rekey(network, voted, (4, 5), out)
    assert desk.proposals.decisions() == (earlier,)
    actions.record(replace(second, decision=earlier.key))
    rekey(network, voted, (4, 5), back)
    after = records.file(meeting.key).facts
    assert after.decisions == before.decisions
    assert (after.wordings, after.relations) == (before.wordings, (relation,))
    assert {one.key: one.decision for one in after.actions} == {first.key: decision.key, second.key: earlier.key}
    told = [one.text.en for one in draft(after) if one.slot.startswith("record:")]
    assert told == ["The record of decisions, as corrected while it was read, was adopted."]
    with desk.store.read() as session:
        assert not verify(session).faults


def printed(network: InTheRoom) -> tuple[str, list[str]]:
    """The record of decisions: the note under its title, and its decisions, headings, paragraphs and notes in order."""
    desk, meeting, _ = network
    (content,) = Papers(desk.store, desk.states, desk.clock).contents(Request(DocumentKind.DECISIONS, meeting.key))
    assert isinstance(content.paper, RecordPaper)
    told = []
    for block in content.paper.blocks:
        match block:
            case DecisionBlock():
                told.append(block.name.en)
            case Heading() | Para() | Note():
                told.append(block.text.en)
            case _:
                pass
    return content.paper.below.en, told


def test_what_was_decided_after_the_record_stands_apart_from_what_was_adopted(
    network: InTheRoom, records: DecisionRecords
) -> None:
    _, meeting, item = network
    decided(network)
    decided(network, "Hub")
    assert printed(network) == ("", ["Decision 2026/1", "Decision 2026/2"])
    records.adopt(meeting.key, item.key)
    decided(network, "Partners")
    assert printed(network) == (
        "as adopted on 24 November 2026",
        ["Decision 2026/1", "Decision 2026/2", SINCE, "Decision 2026/3"],
    )
    records.adopt(meeting.key, item.key)
    assert printed(network)[1] == ["Decision 2026/1", "Decision 2026/2", "Decision 2026/3"]


def test_r12_brackets_that_were_left_are_told_before_the_record_leaves(network: InTheRoom) -> None:
    desk, meeting, _ = network
    decided(network, "Logo", Trilingual(en="It is [blue][green]."))
    decided(network)
    for kind in (DocumentKind.DECISIONS, DocumentKind.MINUTES):
        (content,) = Papers(desk.store, desk.states, desk.clock).contents(Request(kind, meeting.key))
        told = [one.said_in(catalog(Language.EN)) for one in content.cautions]
        assert told == [
            "Decision 2026/1: its text has words in brackets, which stand for what is not agreed ([blue], [green])."
        ]


def test_r27_a_decision_that_a_later_correction_made_was_not_in_the_record(
    network: InTheRoom, records: DecisionRecords
) -> None:
    desk, meeting, item = network
    voted = by_vote(network, table(network), in_favour=4)
    decided(network)
    records.adopt(meeting.key, item.key)
    desk.clock.forward()
    rekey(network, voted, (4,), YES)
    made = next(one for one in desk.proposals.decisions(meeting.key) if one.vote == voted.key)
    file = records.file(meeting.key)
    assert (file.since, file.to_adopt, records.brief(meeting.key).to_adopt) == ((made.key,), True, 1)
    records.put_right(made.key, made.title, made.text.with_text(Language.EN, "Decides otherwise."))
    records.adopt(meeting.key, item.key)
    desk.clock.forward()
    rekey(network, voted, (5,), YES)
    assert (records.file(meeting.key).since, records.brief(meeting.key).to_adopt) == ((), 0)


def test_r26_the_record_tells_that_what_was_in_it_was_considered_again(
    network: InTheRoom, records: DecisionRecords
) -> None:
    desk, meeting, item = network
    decision = decided(network)
    records.adopt(meeting.key, item.key)
    motion = desk.text_motions.reconsider(decision.proposal, "MAR")
    desk.clock.forward()
    desk.text_motions.agree(motion.key)
    gone = "Number 2026/1 is not used: the meeting considered the decision again and did not adopt it anew."
    assert printed(network) == ("as adopted on 24 November 2026", [gone])
    desk.clock.forward()
    second = decided(network, "Hub")
    assert printed(network)[1] == [SINCE, "Decision 2026/2", gone]
    view = DecisionRegister(desk.store, desk.states).view(OPENS)
    assert [one.name for one in view.not_used] == ["2026/1"]
    told = [one.text.en for one in draft(records.file(meeting.key).facts) if one.slot.startswith("number:")]
    assert told == [
        (
            "Draft decision L.1, which had been adopted as decision 2026/1, was thus before the meeting again; it was"
            " not adopted anew, and its number was not used again."
        )
    ]
    desk.proposals.adopt_by_consensus(decision.proposal)
    assert printed(network)[1] == [SINCE, "Decision 2026/1", "Decision 2026/2"]
    assert {one.number for one in desk.proposals.decisions(meeting.key)} == {1, second.number}


def test_a_number_that_was_given_by_mistake_is_told_as_not_used(network: InTheRoom, records: DecisionRecords) -> None:
    desk, meeting, _ = network
    decision = decided(network)
    desk.proposals.reopen(decision.proposal)
    decided(network, "Hub")
    assert records.file(meeting.key).facts.numbers_gone == {decision.proposal: "2026/1"}
    assert printed(network)[1] == [
        "Decision 2026/2",
        "Number 2026/1 is not used: what had it was recorded as a decision by mistake.",
    ]


def test_the_moment_of_a_decision_is_that_of_consensus_on_the_whole(
    network: InTheRoom, records: DecisionRecords
) -> None:
    desk, meeting, item = network
    decision = decided(network)
    records.adopt(meeting.key, item.key)
    desk.clock.forward()
    with desk.store.write("note a call", Subject.VOTES) as session:
        later = ConsensusCall("later", decision.proposal, desk.clock(), objected=True)
        CONSENSUS_CALLS.save(session, later)
    file = records.file(meeting.key)
    assert (file.since, records.brief(meeting.key).to_adopt) == ((), 0)
    assert decided_at(decision, file.facts) == min(one.at for one in file.facts.calls)


def test_a_sitting_that_was_never_opened_hides_no_record_that_was_not_adopted(
    network: InTheRoom, records: DecisionRecords
) -> None:
    desk, meeting, _ = network
    spare = Sitting("spare", meeting.key, 9, meeting.closes_on, datetime.time(15), datetime.time(18))
    desk.meetings.save_sitting(spare)
    decision = decided(network)
    desk.sittings.close(desk.sittings.all(meeting.key)[0].key)
    after = meeting.closes_on + datetime.timedelta(days=1)

    def remarked(on: datetime.date) -> bool:
        return any(one.message.message == CLOSED_WITHOUT for one in Compliance(desk.store).check(on))

    facts = records.file(meeting.key).facts
    assert (lacking_adoption(facts, meeting.closes_on), remarked(meeting.closes_on)) == ((), False)
    assert (lacking_adoption(facts, after), remarked(after)) == ((decision,), True)
