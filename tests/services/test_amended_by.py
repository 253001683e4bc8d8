"""Which amendments made a text what was put and decided: in the voting record and under the decision."""

import pytest

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.blocks import Note
from nmirf_desktop.domain.decision_papers import decision_paper, decisions_paper
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Proposal, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from tests.services.test_amendments import YEARLY, Network, amend_by_vote, on, vote
from tests.services.test_corrected_texts import reconsidered
from tests.services.test_revised_votes import facts_of, objected, record, revised, sponsored

EN, FR, ES = Language
SAID = {
    EN: "Draft decision L.1 had been amended by amendment L.1/Amend.1 (Paraguay).",
    FR: "Le projet de décision L.1 avait été modifié par l’amendement L.1/Amend.1 (Paraguay).",
    ES: "El proyecto de decisión L.1 había sido modificado por la enmienda L.1/Amend.1 (Paraguay).",
}


def amended(network: Network, put: Proposal, wording: Wording = YEARLY, by: str | None = "PRY") -> None:
    """An amendment that the meeting adopts by a vote."""
    desk, _, _ = network
    amend_by_vote(network, put, desk.amendments.move(put.key, wording, by).key, 6)
    desk.clock.forward()


def notes(network: Network, language: Language = EN) -> list[str]:
    """What stands small under the decision."""
    facts = facts_of(network)
    blocks = decision_paper(facts.decisions[0], facts).blocks
    return [one.text.read(language).text for one in blocks if isinstance(one, Note)]


@pytest.mark.parametrize("language", list(Language))
def test_r22_voting_record_and_decision_name_the_amendment_with_its_sponsor(
    network: Network, language: Language
) -> None:
    put = sponsored(network)
    amended(network, put)
    objected(network, put)
    vote(network, on(network, put), 6)
    assert record(network, language).replace("\u00a0", " ").count(SAID[language]) == 1, "with the vote on the whole"
    assert SAID[language] in notes(network, language)
    assert SAID[language] in str(decisions_paper(facts_of(network)).blocks)


def test_r12_a_decision_by_consensus_names_it_too(network: Network) -> None:
    desk, _, _ = network
    put = sponsored(network)
    amended(network, put)
    desk.proposals.adopt_by_consensus(put.key)
    assert notes(network)[0] == SAID[EN]


def test_several_are_named_in_the_order_of_their_adoption_and_one_of_the_chair_without_a_sponsor(
    network: Network,
) -> None:
    put = sponsored(network)
    amended(network, put, by="BOL")
    amended(network, put, Wording(AmendmentAct.ADDS, "to report", "in writing"), None)
    objected(network, put)
    vote(network, on(network, put), 6)
    said = (
        "Draft decision L.1 had been amended by amendments L.1/Amend.1 (Plurinational State of Bolivia) and "
        "L.1/Amend.2."
    )
    assert said in record(network)
    assert "les amendements L.1/Amend.1 (État plurinational de Bolivie) et L.1/Amend.2." in record(network, FR)


def test_what_the_sponsors_accepted_is_an_oral_revision_and_no_amendment(network: Network) -> None:
    put = sponsored(network)
    revised(network, put)
    objected(network, put)
    vote(network, on(network, put), 6)
    assert "had been amended" not in record(network)
    assert not any("amended" in one for one in notes(network))
    assert notes(network)[0] in record(network), "the voting record says by what, as the decision does"
    assert notes(network, FR)[0] in record(network, FR)
    assert notes(network, ES)[0] in record(network, ES)
    assert notes(network)[0].startswith(
        "Draft decision L.1 had been orally revised in accordance with amendment L.1/Am"
    )
    assert "oralement conformément à l’amendement L.1/Amend.1" in notes(network, FR)[0].replace("\u00a0", " ")
    assert "oralmente de conformidad con la enmienda L.1/Amend.1" in notes(network, ES)[0].replace("\u00a0", " ")


def test_a_text_that_its_sponsors_revised_and_the_meeting_amended_is_told_as_both_under_the_decision(
    network: Network,
) -> None:
    desk, _, _ = network
    put = sponsored(network)
    revised(network, put)
    desk.clock.forward()
    amended(network, put, Wording(AmendmentAct.ADDS, "to report", "in writing"))
    desk.proposals.adopt_by_consensus(put.key)
    first, second = notes(network)[:2]
    assert first.startswith("Draft decision L.1 had been orally revised in accordance with amendment L.1/Amend.1")
    assert second == "Draft decision L.1 had been amended by amendment L.1/Amend.2 (Paraguay)."


def test_a_vote_before_the_amendment_does_not_name_it(network: Network) -> None:
    desk, _, _ = network
    put = sponsored(network)
    objected(network, put)
    vote(network, on(network, put), 5)
    desk.clock.forward()
    reconsidered(network, put)
    desk.clock.forward()
    amended(network, put)
    objected(network, put)
    vote(network, on(network, put, VoteKind.PROPOSAL), 6)
    said = [str(section.blocks) for section in votes_paper(facts_of(network)).sections]
    assert "had been amended" not in said[0]
    assert SAID[EN] in said[-1]


def test_a_rejected_amendment_is_none(network: Network) -> None:
    desk, _, _ = network
    put = sponsored(network)
    amend_by_vote(network, put, desk.amendments.move(put.key, YEARLY, "PRY").key, 1)
    desk.clock.forward()
    desk.proposals.adopt_by_consensus(put.key)
    assert "had been amended" not in record(network)
    assert not any("amended" in one for one in notes(network))
