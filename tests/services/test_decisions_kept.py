"""Decisions after the record of them was adopted: corrected and corrected back, made since, considered again."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.records_kept import RelationKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.actions import Actions
from nmirf_desktop.services.decision_records import DecisionRecords
from nmirf_desktop.storage.verification import verify
from tests.registers import said
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
    records.put_right(decision.key, decision.title, decision.text.with_text(Language.ES, "Otro"))
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
