"""An honorific typed with a name is said in each language as that language does."""

import pytest

from nmirf_desktop.domain.election_board import Name
from nmirf_desktop.domain.elections import Candidate
from nmirf_desktop.domain.honorifics import read, spelt_out
from nmirf_desktop.domain.people import Gender
from nmirf_desktop.i18n import Language, catalog
from tests.domain.second_meeting import STATES

F, M, U = Gender.FEMININE, Gender.MASCULINE, Gender.UNKNOWN


@pytest.mark.parametrize(
    ("typed", "gender", "name"),
    [
        ("Sra. Ana Benítez", F, "Ana Benítez"), ("Sr José Reyes", M, "José Reyes"), ("la Sra. Ana", F, "Ana"),
        ("Mme Ana", F, "Ana"), ("Monsieur Paul Roy", M, "Paul Roy"), ("Ms. Ana", F, "Ana"), ("Mr. Paul", M, "Paul"),
        ("Mrs. Ana", F, "Ana"), (" Ana Silva ", U, "Ana Silva"), ("M. K. Gandhi", U, "M. K. Gandhi"),
        ("M. Silva", U, "M. Silva"), ("M. José Silva", U, "M. José Silva"), ("le M. Roy", U, "le M. Roy"),
        ("M Paul", U, "M Paul"), ("Mariana Silva", U, "Mariana Silva"), ("Sra.", U, "Sra."), ("", U, ""),
    ],
)  # fmt: skip
def test_an_honorific_is_read_and_an_initial_is_none(typed: str, gender: Gender, name: str) -> None:
    assert read(typed) == (gender, name)


@pytest.mark.parametrize("typed", ["M. Silva", "M. José Silva", "M. K. Silva"])
def test_r35_a_candidate_with_an_initial_keeps_it_in_each_language(typed: str) -> None:
    """María became « M. », a man, and lost her initial: nothing tells in which language a name was typed."""
    state = STATES["BRA"]
    one = Name(Candidate("c", "e", 0, state.iso3, typed), state)
    for language in Language:
        words = catalog(language)
        assert one.said_in(words).startswith(f"{typed} (")
        assert one.within(words).startswith(f"{typed} (")


@pytest.mark.parametrize("typed", ["Sra. Ana Silva", "Mme Ana Silva", "Ms Ana Silva"])
def test_r35_a_candidate_is_addressed_as_each_language_does(typed: str) -> None:
    state = STATES["PRY"]
    one = Name(Candidate("c", "e", 0, state.iso3, typed), state)
    said = {language: one.said_in(catalog(language)).replace("\u00a0", " ") for language in Language}
    assert said[Language.EN].startswith("Ms. Ana Silva (")
    assert said[Language.FR].startswith("Mme Ana Silva (")
    assert said[Language.ES].startswith("Sra. Ana Silva (")
    assert one.within(catalog(Language.ES)).replace("\u00a0", " ").startswith("la Sra. Ana Silva (")
    assert one.lot_name == f"{state.iso3} {typed}", "a lot that was drawn stays what it was"


@pytest.mark.parametrize(
    ("typed", "language", "kept"),
    [
        ("M. Paul Roy", Language.FR, "Monsieur Paul Roy"), ("M. Silva", Language.EN, "M. Silva"),
        ("M. Silva", Language.ES, "M. Silva"), ("M. K. Gandhi", Language.FR, "M. K. Gandhi"),
        ("Mme Ana Silva", Language.FR, "Mme Ana Silva"), ("Paul M. Roy", Language.FR, "Paul M. Roy"),
    ],
)  # fmt: skip
def test_monsieur_typed_in_french_is_kept_in_full(typed: str, language: Language, kept: str) -> None:
    assert spelt_out(typed, language) == kept
