"""A text that was revised or amended, and has several sponsors, in minutes, voting record and the Chair's words."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.blocks import Para
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Proposal, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.storage.base import new_key
from tests.services.test_amendments import YEARLY, Network, amend_by_vote, on, table, told, vote
from tests.services.test_corrected_texts import reconsidered

EN, FR, ES = Language


def facts_of(network: Network) -> RecordedMeeting:
    desk, meeting, _ = network
    with desk.store.read() as session:
        return read_meeting(session, meeting.key, desk.states)


def sponsored(network: Network, *others: str) -> Proposal:
    """A draft decision of Morocco that others submit with it, seconds later."""
    desk, _, _ = network
    put = replace(table(network), sponsor="MAR")
    desk.proposals.revise(put)
    for state in others:
        desk.clock.forward(0.05)
        desk.amendments.join(put.key, state)
    desk.clock.forward()
    return put


def revised(network: Network, put: Proposal) -> None:
    """An amendment that its sponsors accept."""
    desk, _, _ = network
    one = desk.amendments.move(put.key, YEARLY, "PRY")
    desk.clock.forward()
    desk.amendments.accept(one.key)
    desk.clock.forward()


def objected(network: Network, put: Proposal) -> None:
    desk, _, _ = network
    desk.proposals.note_objection(put.key)
    desk.clock.forward()


def record(network: Network, language: Language = EN) -> str:
    """The paragraphs of the voting record."""
    blocks = [block for section in votes_paper(facts_of(network)).sections for block in section.blocks]
    return "\n".join(str(getattr(block.text, language)) for block in blocks if isinstance(block, Para))


def test_the_voting_record_says_what_was_put_who_sponsored_it_and_that_somebody_objected(network: Network) -> None:
    desk, meeting, _ = network
    put = sponsored(network, "PRT", "KEN")
    desk.proposals.note_objection(put.key, "PRY")
    desk.clock.forward()
    revised(network, put)
    desk.amendments.join(put.key, "CHE")
    desk.clock.forward()
    vote(network, on(network, put), 5)
    minutes, paper = told(network), record(network)
    for sentence in (
        "submitted by Morocco, Kenya and Portugal.",
        "Subsequently, Switzerland joined in sponsoring draft decision L.1.",
        "The delegation of Paraguay having objected, the Chair noted that there was no consensus on draft decision L.1",
        "A recorded vote was taken on draft decision L.1, as orally revised.",
    ):
        assert sentence in minutes
        assert sentence in paper
    assert desk.voting.votes(meeting.key)


def test_an_earlier_objection_and_a_later_one_belong_each_to_its_own_vote(network: Network) -> None:
    desk, _, _ = network
    put = sponsored(network)
    one = desk.amendments.move(put.key, YEARLY)
    desk.amendments.note_objection(one.key, "PRY")
    vote(network, on(network, put, VoteKind.AMENDMENT, one.key), 5)
    desk.clock.forward()
    desk.proposals.note_objection(put.key, "BRA")
    vote(network, on(network, put), 2)
    first, second = votes_paper(facts_of(network)).sections
    assert "Paraguay" in str(first.blocks)
    assert "no consensus on amendment L.1/Amend.1" in str(first.blocks)
    assert "as amended" not in str(first.blocks)
    assert "no consensus on draft decision L.1, as amended" in str(second.blocks)
    assert "no consensus on amendment" not in str(second.blocks)
    assert "Draft decision L.1, as amended, was rejected by" in record(network)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (EN, "Draft decision L.1, as orally revised, was adopted as decision 2026/1 by a recorded vote of "),
        (
            FR,
            "Le projet de décision L.1, tel que révisé oralement, est adopté en tant que décision 2026/1 à l’issue",
        ),
        (
            ES,
            "Queda aprobado el proyecto de decisión L.1, en su forma revisada oralmente, como decisión 2026/1 en ",
        ),
    ],
)
def test_a_revised_text_is_adopted_by_a_vote_in_one_sentence(
    network: Network, language: Language, sentence: str
) -> None:
    put = sponsored(network)
    revised(network, put)
    objected(network, put)
    vote(network, on(network, put), 5)
    assert sentence in record(network, language)
    assert "It was adopted" not in told(network)
    assert "The text of decision 2026/1 reads as follows:" in told(network)


def test_a_text_as_submitted_is_adopted_as_it_always_was(network: Network) -> None:
    put = sponsored(network)
    objected(network, put)
    vote(network, on(network, put), 5)
    assert "Decision 2026/1 was adopted by a recorded vote of" in record(network)
    assert "A recorded vote was taken on draft decision L.1." in record(network)


def test_what_was_revised_after_a_vote_is_not_told_of_it(network: Network) -> None:
    desk, _, _ = network
    put = sponsored(network)
    objected(network, put)
    opened = desk.voting.open(on(network, put))
    desk.clock.forward()
    desk.voting.break_off(opened.key, "The sponsor asked for time.")
    desk.clock.forward()
    assert "as orally revised" not in told(network)
    revised(network, put)
    assert told(network).count("as orally revised") == 0, "nothing was put since"


def test_r26_a_text_that_was_amended_on_reconsideration_was_first_put_as_submitted(network: Network) -> None:
    desk, _, _ = network
    put = sponsored(network)
    objected(network, put)
    vote(network, on(network, put), 5)
    desk.clock.forward()
    reconsidered(network, put)
    desk.clock.forward()
    amend_by_vote(network, put, desk.amendments.move(put.key, YEARLY).key, 6)
    desk.clock.forward()
    objected(network, put)
    vote(network, on(network, put), 6)
    said = [str(section.blocks) for section in votes_paper(facts_of(network)).sections]
    assert "as amended" not in said[0]
    assert "A recorded vote was taken on draft decision L.1." in said[0]
    assert "Draft decision L.1, as amended, was adopted as decision 2026/1 by a recorded vote of 6 to 2" in said[-1]
    assert said[-1].count("there was no consensus") == said[0].count("there was no consensus")


def test_who_joined_before_the_text_was_taken_up_submitted_it(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.note(Intervention(new_key(), meeting.key, item.key, desk.clock.at, "GHA", note="welcomed the report"))
    put = sponsored(network, "PRT", "KEN")
    desk.sittings.note(
        Intervention(new_key(), meeting.key, item.key, desk.clock.at, "MAR", kind=InterventionKind.INTRODUCTION)
    )
    desk.clock.forward()
    desk.amendments.join(put.key, "CHE")
    assert "submitted by Morocco, Kenya and Portugal." in told(network)
    assert "présenté par le Maroc, le Kenya et le Portugal." in told(network, FR)
    assert "presentado por Marruecos, Kenya y Portugal." in told(network, ES)
    assert "Subsequently, Switzerland joined" in told(network)


def test_who_left_before_the_text_was_taken_up_did_not_submit_it(network: Network) -> None:
    desk, _, _ = network
    put = sponsored(network, "KEN")
    joined = desk.amendments.join(put.key, "PRT")
    desk.clock.forward()
    desk.amendments.leave(joined.key)
    desk.clock.forward()
    objected(network, put)
    assert "submitted by Morocco and Kenya." in told(network)
    assert "Portugal" not in told(network)


@pytest.mark.parametrize(
    ("others", "sentences"),
    [
        (
            (),
            (
                "The sponsor of draft decision L.1 accepted amendment L.1/Amend.1 and orally revised",
                "L’auteur du projet de décision L.1 accepte l’amendement L.1/Amend.1 et révise oralement",
                "El patrocinador del proyecto de decisión L.1 acepta la enmienda L.1/Amend.1 y revisa oralmente",
            ),
        ),
        (
            ("KEN", "PRT"),
            (
                "The sponsors of draft decision L.1 accepted amendment L.1/Amend.1 and orally revised",
                "Les auteurs du projet de décision L.1 acceptent l’amendement L.1/Amend.1 et révisent oralement",
                "Los patrocinadores del proyecto de decisión L.1 aceptan la enmienda L.1/Amend.1 y revisan oralmente",
            ),
        ),
    ],
)
def test_several_sponsors_accept_an_amendment(
    network: Network, others: tuple[str, ...], sentences: tuple[str, ...]
) -> None:
    revised(network, sponsored(network, *others))
    for language, sentence in zip(Language, sentences, strict=True):
        assert sentence in told(network, language)
