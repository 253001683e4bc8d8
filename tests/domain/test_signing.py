"""Who signs minutes and decisions: by function and State, in three languages, and never a draft."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.blocks import Signature, Signatures
from nmirf_desktop.domain.decision_papers import decision_paper
from nmirf_desktop.domain.elections import Body, Candidate, Election
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper
from nmirf_desktop.domain.officers import ELECTIONS, Office, Officer
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.signing import signed_decision, signed_minutes
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import FIRST, at, facts

CHAIR = Officer("o1", "meeting", Office.CHAIR, "PRY", "person")
VICE_CHAIR = Officer("o2", "meeting", Office.VICE_CHAIR, "PHL")
RAPPORTEUR = Officer("o3", "meeting", Office.RAPPORTEUR, "GHA")


def elected(*officers: Officer) -> RecordedMeeting:
    return replace(facts(), officers=officers)


def signatures(known: RecordedMeeting, state: MinutesState = MinutesState.APPROVED) -> tuple[Signature, ...]:
    """Those at the end of the minutes."""
    minutes = Minutes("m", "meeting", state, approved_on=FIRST if state is MinutesState.APPROVED else None)
    paper = signed_minutes(minutes_paper(minutes, just_drafted(known), known), known)
    blocks = [block for section in (*paper.sections, *paper.annexes) for block in section.blocks]
    found = [block for block in blocks if isinstance(block, Signatures)]
    assert all(block is paper.sections[-1].blocks[-1] for block in found)
    return tuple(one for block in found for one in block.signatures)


def read(signed: tuple[Signature, ...], language: Language) -> list[str]:
    return [
        said.read(language).text for one in signed for said in (one.function, one.state, one.place_and_date) if said
    ]


def test_the_chair_and_the_rapporteur_sign_the_approved_minutes() -> None:
    signed = signatures(elected(RAPPORTEUR, VICE_CHAIR, CHAIR))
    assert read(signed, Language.EN) == [
        "The Chair", "Paraguay", "Place and date", "The Rapporteur", "Ghana", "Place and date",
    ]  # fmt: skip
    assert read(signed, Language.FR) == [
        "La présidence", "Paraguay", "Lieu et date", "Le rapporteur ou la rapporteuse", "Ghana", "Lieu et date",
    ]  # fmt: skip
    assert read(signed, Language.ES) == [
        "La Presidencia", "Paraguay", "Lugar y fecha", "La Relatoría", "Ghana", "Lugar y fecha",
    ]  # fmt: skip


def test_whom_an_election_in_the_room_made_chair_or_rapporteur_signs_without_being_entered_again() -> None:
    stand = tuple(Candidate(code, "e", place, code) for place, code in enumerate(("MAR", "PRT")))
    held = Election(
        "e", "meeting", "i4", ELECTIONS[Office.CHAIR], Body.OTHER, 1, at(FIRST, 11), ("GHA",),
        acclaimed=("MAR",), acclaimed_at=at(FIRST, 11, 30),
    )  # fmt: skip
    known = replace(elected(RAPPORTEUR), elections=(held,), candidates=stand)
    assert read(signatures(known), Language.EN) == [
        "The Chair", "Morocco", "Place and date", "The Rapporteur", "Ghana", "Place and date",
    ]  # fmt: skip
    entered = replace(known, officers=(replace(CHAIR, state="MAR"), RAPPORTEUR))
    assert read(signatures(entered), Language.EN) == read(signatures(known), Language.EN), "nobody signs twice"


def test_where_neither_was_elected_the_coordinator_signs() -> None:
    signed = signatures(elected(VICE_CHAIR))
    assert read(signed, Language.EN) == ["The Coordinator", "Paraguay", "Place and date"]
    assert read(signed, Language.FR)[0] == "La coordination"
    assert read(signed, Language.ES)[0] == "La Coordinación"


def test_where_nobody_is_known_the_function_stands_alone() -> None:
    assert read(signatures(replace(elected(), coordinations=())), Language.EN) == ["The Chair", "Place and date"]


@pytest.mark.parametrize("state", [MinutesState.DRAFT, MinutesState.CIRCULATED])
def test_a_draft_is_never_signed(state: MinutesState) -> None:
    assert signatures(elected(CHAIR, RAPPORTEUR), state) == ()


def test_a_decision_has_the_chairs_signature_at_its_end() -> None:
    known = elected(CHAIR, RAPPORTEUR)
    paper = signed_decision(decision_paper(known.decisions[1], known), known)
    (block,) = (one for one in paper.blocks if isinstance(one, Signatures))
    assert block is paper.blocks[-1]
    assert read(block.signatures, Language.EN) == ["The Chair", "Paraguay", "Place and date"]


def test_states_are_named_as_on_the_meetings_day() -> None:
    known = elected(CHAIR)
    renamed: State = replace(known.states["PRY"], short=known.states["GHA"].short)
    named = replace(known, states={**known.states, "PRY": renamed})
    assert read(signatures(named), Language.ES)[1] == "Ghana"
