"""The title of a proposal is amended as its text is: adopted, corrected, told in minutes and voting record (R22)."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.amendments import AmendmentAct, VersionCause
from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.drafting_texts import events
from nmirf_desktop.domain.forms_adopted import Form, form_adopted
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.votes_taken import vote_subject
from nmirf_desktop.domain.voting import Proposal, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.storage.amendments import TEXT_VERSIONS
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.storage.verification import verify
from tests.services.test_amendments import NO, TEXT, Network, amend_by_vote, on, seen, table, text, vote
from tests.services.test_corrected_texts import rekey

REPLACES, ADDS, DELETES = AmendmentAct
PLAN = Wording(REPLACES, "", "Plan of action", of_title=True)


def titled(network: Network) -> Proposal:
    """A draft decision with its title in two languages."""
    put = table(network)
    named = put.title.with_text(Language.FR, "Atelier")
    network[0].proposals.revise(replace(put, title=named))
    return seen(network, put).proposal


def title(network: Network, put: Proposal) -> Trilingual:
    return seen(network, put).proposal.title


@pytest.mark.parametrize(
    ("wording", "becomes", "said"),
    [
        (PLAN, "Plan of action", "Replace the title by “Plan of action”."),
        (Wording(REPLACES, "shop", "space", of_title=True), "Workspace", "In the title, replace “shop” by “space”."),
        (Wording(DELETES, "Work", of_title=True), "shop", "In the title, delete “Work”."),
        (
            Wording(ADDS, "Workshop", "of\nexperts", of_title=True),
            "Workshop of experts",
            "In the title, after “Workshop” add “of\nexperts”.",
        ),
        (
            Wording(ADDS, "", "of experts", of_title=True),
            "Workshop of experts",
            "At the end of the title, add “of experts”.",
        ),
    ],
)
def test_r22_a_title_is_amended_and_the_decision_carries_it(
    network: Network, wording: Wording, becomes: str, said: str
) -> None:
    desk, meeting, _ = network
    put = titled(network)
    one = desk.amendments.move(put.key, wording)
    desk.clock.forward()
    desk.amendments.adopt_by_consensus(one.key)
    now = title(network, put)
    assert (now.en, now.fr, now.state(Language.FR)) == (becomes, "Atelier", TextState.OUTDATED)
    assert text(network, put) == TEXT
    assert [(each.cause, each.title.en) for each in seen(network, put).versions] == [
        (VersionCause.TABLED, "Workshop"),
        (VersionCause.ADOPTED, becomes),
    ]
    desk.clock.forward()
    decision = desk.proposals.adopt_by_consensus(put.key)
    assert decision.title == now
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
        assert not verify(session).faults
    told = next(each.text.en for each in events(facts, put) if "was submitted" in each.text.en)
    assert told == f"Amendment L.1/Amend.1 was submitted. It read as follows: {said}"
    assert form_adopted(facts, facts.proposals[0]) is Form.AMENDED
    whole = "\n".join(one.text.en for one in draft(facts))
    assert "Draft decision L.1, as amended, was adopted by consensus as decision 2026/1." in whole


def test_r22_minutes_and_record_name_a_draft_by_its_title_of_the_moment(network: Network) -> None:
    """What came before the title was amended is told with the title of then: in three languages, and in each vote."""
    desk, meeting, _ = network
    put = titled(network)
    one = desk.amendments.move(put.key, PLAN)
    amended = amend_by_vote(network, put, one.key, 5)
    desk.clock.forward()
    desk.proposals.note_objection(put.key)
    whole = vote(network, on(network, put), 5)
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    (before,) = (each.text for each in draft(facts) if each.slot == slot("proposal", put.key))
    assert before.en == "The meeting had before it draft decision L.1, entitled “Workshop”."
    assert "«\u00a0Atelier\u00a0»" in before.fr
    assert "Workshop" not in before.es
    subjects = {each.key: vote_subject(each, facts, catalog(Language.EN)) for each in facts.votes}
    assert subjects[amended.key] == "Amendment L.1/Amend.1: Workshop"
    assert subjects[whole.key] == "Draft decision L.1: Plan of action"
    first, second = (str(section.blocks[0]) for section in votes_paper(facts).sections)
    assert "“Workshop”" in first
    assert "“Plan of action”" in second


def test_r22_what_is_no_amendment_of_a_title_is_refused(network: Network) -> None:
    desk, _, _ = network
    put = titled(network)
    for wording, expected in (
        (Wording(DELETES, "Workshop", of_title=True), "keeps a title"),
        (Wording(REPLACES, "workshop", "plan", of_title=True), "once and once only"),
    ):
        with pytest.raises(Refusal, match=expected):
            desk.amendments.move(put.key, wording)
    for missing in (Wording(DELETES, "", of_title=True), replace(PLAN, words=" "), replace(PLAN, words="Workshop")):
        with pytest.raises(Problem):
            desk.amendments.move(put.key, missing)
    assert seen(network, put).amendments == ()


def test_r22_a_sub_amendment_changes_the_words_of_an_amended_title(network: Network) -> None:
    desk, _, _ = network
    put = table(network)
    put = replace(put, title=Trilingual(fr="Atelier", source=Language.FR))
    desk.proposals.revise(put)
    top = desk.amendments.move(put.key, replace(PLAN, words="Plan d’action"))
    below = desk.amendments.move(put.key, Wording(REPLACES, "action", "activité"), amends=top.key)
    assert (top.language, below.language, below.of_title) == (Language.FR, Language.FR, False)
    desk.amendments.adopt_by_consensus(below.key)
    desk.clock.forward()
    desk.amendments.accept(top.key)
    assert title(network, put).fr == "Plan d’activité"
    assert text(network, put) == TEXT
    undo(desk.store)
    assert title(network, put).fr == "Atelier"


def test_r27_a_corrected_vote_on_an_amendment_puts_the_title_back(network: Network) -> None:
    desk, meeting, _ = network
    put = titled(network)
    one = desk.amendments.move(put.key, PLAN)
    voted = amend_by_vote(network, put, one.key, 5)
    assert title(network, put).en == "Plan of action"
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    assert "Replace the title by “Plan of action”." in str(votes_paper(facts))
    rekey(network, voted, (0,), NO)
    assert title(network, put).en == "Workshop"
    assert seen(network, put).versions[-1].cause is VersionCause.CORRECTED


def test_r26_a_decision_that_stands_again_has_the_title_that_was_adopted(network: Network) -> None:
    desk, meeting, _ = network
    put = titled(network)
    stood = desk.proposals.adopt_by_consensus(put.key)
    desk.clock.forward()
    motion = desk.text_motions.reconsider(put.key, "GHA")
    voted = vote(network, on(network, put, VoteKind.RECONSIDERATION, motion.key), 5)
    desk.amendments.adopt_by_consensus(desk.amendments.move(put.key, PLAN).key)
    rekey(network, voted, (0,), NO)
    (again,) = desk.proposals.decisions(meeting.key)
    assert again.title.en == stood.title.en == "Workshop"


def test_a_version_that_was_kept_without_a_title_read_as_the_title_reads_now(network: Network) -> None:
    """In registers of before titles could be amended, versions have none: nothing in them differs for that."""
    desk, _, _ = network
    put = titled(network)
    desk.amendments.keep_text(put.key)
    (kept,) = seen(network, put).versions
    with desk.store.write("as it was before") as session:
        TEXT_VERSIONS.save(session, replace(kept, title=Trilingual()))
    assert desk.amendments.keep_text(put.key) is None
    desk.amendments.accept(desk.amendments.move(put.key, PLAN).key)
    assert [one.cause for one in seen(network, put).versions] == [VersionCause.TABLED, VersionCause.ACCEPTED]
