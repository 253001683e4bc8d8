"""What is said of an election in the room: who is tied with articles, and all who are elected once it is over (R35)."""

from nmirf_desktop.domain.election_board import Name, Records, board
from nmirf_desktop.domain.election_sentences import all_elected, between
from nmirf_desktop.domain.elections import Candidate
from nmirf_desktop.i18n import Language, catalog
from tests.domain.elections import Course, election
from tests.domain.facts import STATES

KNOWN = {state.iso3: state for state in STATES}


def name(state: str, person: str = "") -> Name:
    return Name(Candidate(state, "election", 0, state, person), KNOWN[state])


def test_who_is_tied_is_named_within_a_sentence() -> None:
    """« un scrutin spécial départage Géorgie, Kenya » had neither articles nor a conjunction."""
    tied = (name("GEO"), name("KEN"))
    said = {language: between(tied, catalog(language)) for language in Language}
    assert said == {
        Language.EN: "Georgia and Kenya", Language.FR: "la Géorgie et le Kenya", Language.ES: "Georgia y Kenya",
    }  # fmt: skip
    assert between((name("GEO"), name("KEN", "Ana Silva")), catalog(Language.FR)) == "la Géorgie et Ana Silva (Kenya)"


def test_at_the_end_all_who_are_elected_are_named_whatever_the_ballot() -> None:
    """The sentence for the Chair named only who had been elected in the last ballot."""
    words = catalog(Language.EN)
    course = Course(election(seats=2, entitled=40), "GEO", "KEN", "PRY")
    course.vote(GEO=30, KEN=20, PRY=18, returned=40)
    shown = board(Records(course.held, course.candidates, tuple(course.ballots), (), KNOWN))
    assert not list(all_elected(shown, words)), "a seat is left"
    course.vote(KEN=25, PRY=15)
    shown = board(Records(course.held, course.candidates, tuple(course.ballots), (), KNOWN))
    assert list(all_elected(shown, words)) == [
        "Result of the election, all ballots together: GEO (Paraguay) and KEN (Paraguay)."
    ]
