"""Both results of a vote whose record was put right, in one sentence of each language (R15, R27)."""

import pytest

from nmirf_desktop.domain.corrected_results import CLAUSES, BothResults, both_results, counted
from nmirf_desktop.domain.practised import Equal
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.voting import VoteKind, VoteMajority
from nmirf_desktop.i18n import Language, catalog

EN, FR, ES = (catalog(language) for language in Language)

ANNOUNCED, RIGHT = Tally(30, 1, 2), Tally(31, 1, 0)


def test_r27_a_part_is_retained_in_a_sentence_that_a_secretary_would_write() -> None:
    both = BothResults(ANNOUNCED, RIGHT, VoteKind.PART)
    assert both_results(both, EN) == (
        "The result was first announced as 30 votes in favour, 1 against and 2 abstentions; according to the corrected "
        "record, there were 31 votes in favour, 1 against and no abstentions, and the part was retained."
    )
    assert both_results(both, FR) == (
        "Le résultat proclamé dans un premier temps était de 30 voix pour et 1 contre, avec 2 abstentions\u00a0; "
        "d’après le relevé rectifié, il est de 31 voix pour et 1 contre, sans abstention, et la partie est maintenue."
    )
    assert both_results(both, ES) == (
        "El resultado anunciado en un principio fue de 30 votos a favor, 1 en contra y 2 abstenciones; según el "
        "registro corregido, es de 31 votos a favor, 1 en contra y ninguna abstención, y la parte se mantiene."
    )


def test_r27_the_majority_comes_first_and_what_turned_is_told() -> None:
    both = BothResults(Tally(2, 1, 0), Tally(1, 2, 1), VoteKind.AMENDMENT)
    assert both_results(both, EN) == (
        "The result was first announced as 2 votes in favour, 1 against and no abstentions, by which the amendment was "
        "adopted; according to the corrected record, there were 2 votes against, 1 in favour and 1 abstention, and the "
        "amendment was rejected."
    )
    assert "sans abstention, et l’amendement était adopté\u00a0;" in both_results(both, FR)
    assert both_results(both, FR).endswith(
        "il est de 2 voix contre et 1 pour, avec 1 abstention, et l’amendement est rejeté."
    )
    assert "con lo que quedaba aprobada la enmienda;" in both_results(both, ES)
    assert both_results(both, ES).endswith(
        "2 votos en contra, 1 a favor y 1 abstención, y la enmienda queda rechazada."
    )


def test_r15_equal_votes_and_their_practice_are_told() -> None:
    tied = Tally(2, 2, 0)
    said = {one: both_results(BothResults(RIGHT, tied, VoteKind.PROPOSAL, one), EN) for one in Equal}
    assert said[Equal.FINAL].endswith("the draft decision was not adopted, the votes being equally divided.")
    assert said[Equal.AGAIN].endswith("the votes being equally divided again.")
    assert said[Equal.SECOND_VOTE].endswith("so that a second vote was to be taken within 48 hours.")


def test_r26_two_thirds_that_were_not_reached_are_no_rejection() -> None:
    short = Tally(3, 2, 0, majority=VoteMajority.TWO_THIRDS)
    said = both_results(BothResults(Tally(4, 1, 0), short, VoteKind.RECONSIDERATION), EN)
    assert "3 votes in favour, 2 against and no abstentions, and the motion was not adopted, two thirds not" in said


def test_r27_where_the_chair_had_declared_otherwise_the_numbers_say_nothing_of_the_outcome() -> None:
    said = both_results(BothResults(ANNOUNCED, RIGHT, VoteKind.APPEAL, declared=True), EN)
    assert said.endswith("and the outcome stood as the Chair had declared it.")
    assert "upheld" not in said


def test_r27_the_same_figures_are_not_told_twice() -> None:
    same = BothResults(ANNOUNCED, Tally(30, 1, 2, not_participating=1), VoteKind.PART)
    assert both_results(same, EN).endswith("the totals stand as announced.")


def test_none_and_one_are_said_by_grammar() -> None:
    assert [counted(Tally(0, 0, 3), words) for words in (EN, FR, ES)] == [
        "no votes in favour, none against and 3 abstentions",
        "zéro voix pour et zéro contre, avec 3 abstentions",
        "ningún voto a favor, ninguno en contra y 3 abstenciones",
    ]
    assert [counted(Tally(0, 1, 1), words) for words in (EN, FR, ES)] == [
        "1 vote against, none in favour and 1 abstention",
        "1 voix contre et zéro pour, avec 1 abstention",
        "1 voto en contra, ninguno a favor y 1 abstención",
    ]
    assert "there was 1 vote in favour" in both_results(BothResults(RIGHT, Tally(1), VoteKind.PART), EN)


@pytest.mark.parametrize("kind", VoteKind)
def test_every_kind_of_vote_has_its_clauses(kind: VoteKind) -> None:
    assert CLAUSES[kind].adopted in both_results(BothResults(ANNOUNCED, RIGHT, kind), EN)
