"""An acclamation is read before Enter records it, and one that was recorded by mistake is reopened."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.officers import ELECTIONS, Office
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.ui.screens.session_election import ElectionPage
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def with_slate(walk: Walk) -> ElectionPage:
    """An election of two seats in which three stand, two of them on an agreed slate."""
    day = datetime.date(2026, 11, 1)
    call = Call("call", day, day, seats=2, meeting=walk.meeting.key)
    walk.desk.candidatures.save_call(call)
    for state in ("MAR", "PRT", "PRY"):
        walk.desk.candidatures.receive(Candidature(state, call.key, state, day))
    walk.desk.candidatures.agree_slate(Slate("slate", call.key, day, ("MAR", "PRT")))
    return opened(walk)


def elected(page: ElectionPage) -> list[str]:
    assert page.board is not None
    return [one.state.iso3 for one in page.board.elected]


@pytest.mark.parametrize("letter", [Key.Key_G, Key.Key_S])
def test_r35_the_key_shows_whom_it_would_elect_and_only_enter_elects(walk: Walk, letter: Key) -> None:
    page = with_slate(walk) if letter is Key.Key_S else opened(walk, "MAR")
    card = page.rulings.acclaiming
    for _ in range(2):
        walk.press(letter)
        assert elected(page) == []
        assert card.isVisible()
        assert "Morocco" in card.name
        assert ("The agreed slate" in card.name) is (letter is Key.Key_S)
    walk.press(Key.Key_Escape)
    assert card.isHidden()
    assert page.busy
    assert elected(page) == []
    walk.press(letter)
    walk.press(Key.Key_Return)
    assert card.isHidden()
    assert elected(page)[:1] == ["MAR"]


def test_r35_the_card_of_a_slate_says_who_else_stands_before_enter(walk: Walk) -> None:
    """A State that stood and was not on the slate went from the minutes without a word."""
    page = with_slate(walk)
    walk.press(Key.Key_S)
    card = page.rulings.acclaiming
    said = " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())
    assert "stands too and is not on the slate: Paraguay" in said
    assert "Enter: the Chair announces them elected" in said
    walk.press(Key.Key_Return)
    assert elected(page) == ["MAR", "PRT"]


def test_r27_an_acclamation_by_mistake_is_reopened_by_the_key_that_the_undo_names(walk: Walk) -> None:
    page = opened(walk, "MAR")
    walk.press(Key.Key_F7, CONTROL)
    assert "Only an election by acclamation" in walk.told()
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    assert elected(page) == ["MAR"]
    walk.press(Key.Key_Z, CONTROL)
    assert "Ctrl+F7" in walk.told()
    for dead in (Key.Key_Delete, Key.Key_Q):
        walk.alerts.clear()
        walk.press(dead)
        assert "elected by acclamation" in walk.told()
        assert "Ctrl+F7" in walk.told()
    walk.press(Key.Key_F7, CONTROL)
    assert page.rulings.reopening.isVisible()
    walk.type("The key was pressed too early.")
    walk.press(Key.Key_Return)
    assert elected(page) == []
    assert page.row.of["B"].isVisible(), "it goes on"
    assert "Morocco" in page.stage.text()
    walk.alerts.clear()
    assert page.row.of["DELETE"].isHidden(), "it was offered, asked about, and refused after the answer"
    walk.press(Key.Key_Delete)
    assert "had been announced in it, so that it is kept" in walk.told()
    walk.press(Key.Key_Q)
    walk.type("Put off.")
    walk.press(Key.Key_Return)
    walk.alerts.clear()
    assert page.row.of["DELETE"].isHidden()
    walk.press(Key.Key_Delete)
    assert "had been announced in it before it was broken off" in walk.told()


def test_a_letter_that_does_nothing_in_an_election_says_why(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    for letter, why in (
        (Key.Key_R, "No ballot of this election is open"), (Key.Key_D, "Votes are not equal"),
        (Key.Key_C, "No ballot of this election was closed"), (Key.Key_N, "not over yet"),
        (Key.Key_G, "More candidates stand"), (Key.Key_S, "No slate was agreed"), (Key.Key_V, "nothing to replay"),
        (Key.Key_P, "Nothing is left to appoint"),
    ):  # fmt: skip
        walk.press(letter)
        assert why in walk.told()
    walk.press(Key.Key_B)
    page.setFocus()
    walk.press(Key.Key_Q)
    assert "A ballot of this election is open" in walk.told()


def chair_says(walk: Walk, tongue: Language) -> str:
    page = walk.screen.elections
    page.chair.tongues.choose((tongue,))
    return page.chair.text


def test_r35_the_chair_has_words_for_the_slate_while_its_card_is_open(walk: Walk) -> None:
    """The screen went on with the next ballot, unrestricted, while the room was asked for the slate."""
    page = with_slate(walk)
    assert "The slate" not in page.chair.text
    walk.press(Key.Key_S)
    assert chair_says(walk, Language.EN) == (
        "The slate that was agreed is: Morocco and Portugal. May I take it that the meeting wishes to elect it by "
        "acclamation? I hear no objection. It is so decided. I declare Morocco and Portugal elected by acclamation."
    )
    french, spanish = chair_says(walk, Language.FR), chair_says(walk, Language.ES)
    assert french.endswith("L’élection du Maroc et du Portugal est prononcée par acclamation.")
    assert spanish.endswith("Queda proclamada por aclamación la elección de Marruecos y Portugal.")
    page.rulings.acclaiming.leave.click()
    assert "La lista convenida es" not in page.chair.text
    walk.press(Key.Key_S)
    walk.press(Key.Key_Return)
    said = chair_says(walk, Language.ES).splitlines()
    assert said[0] == "Queda proclamada por aclamación la elección de Marruecos y Portugal."
    assert "La lista convenida es" not in page.chair.text, "it was declared, and then asked"
    assert page.chair.text.count("Marruecos y Portugal") == 1


def test_r35_the_chair_has_words_for_who_stands_alone_and_for_several(walk: Walk) -> None:
    page = opened(walk, "MAR")
    assert chair_says(walk, Language.FR) == (
        "En l’absence d’autre proposition, l’élection du Maroc est prononcée par acclamation."
    )
    assert page.board is not None
    walk.desk.elections.nominate(page.board.election.key, Nominee("PRY"))
    QApplication.processEvents()
    assert "Maroc et Paraguay" in page.chair.text, "more stand than there are seats: the next is a ballot"


def test_r35_what_elects_who_stands_alone_is_said_once(walk: Walk) -> None:
    """The words that had put the election stood below its proclamation once more."""
    page = opened(walk, "MAR")
    walk.press(Key.Key_G)
    assert "Marruecos" in chair_says(walk, Language.ES)
    walk.press(Key.Key_Return)
    assert elected(page) == ["MAR"]
    said = chair_says(walk, Language.ES).splitlines()
    assert said == ["Al no haber otra propuesta, queda proclamada por aclamación la elección de Marruecos."]
    assert "The seat is filled." in page.stage.text(), "a note to the rapporteur, and no word of the Chair"


REOPENED = {
    Language.EN: [
        "The announcement of the election of Morocco by acclamation is rectified, for this reason: “Too early”.",
        "The election is open again.",
        "1 seat remains to be filled.",
        "Candidates so far: Morocco.",
        "I invite proposals.",
    ],
    Language.FR: [
        (
            "La proclamation de l’élection du Maroc par acclamation est rectifiée, pour la raison suivante : "
            "« Too early »."
        ),
        "L’élection est rouverte.",
        "1 siège reste à pourvoir.",
        "Candidatures présentées : Maroc.",
        "J’invite les délégations à proposer des candidatures.",
    ],
    Language.ES: [
        "Se rectifica el anuncio de la elección de Marruecos por aclamación, por el motivo siguiente: “Too early”.",
        "La elección queda abierta de nuevo.",
        "Queda 1 puesto por cubrir.",
        "Candidaturas presentadas: Marruecos.",
        "Invito a las delegaciones a proponer candidaturas.",
    ],
}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\u2068", "").replace("\u2069", "")


def reopened(walk: Walk) -> ElectionPage:
    """An election by acclamation that was put right a moment ago."""
    page = opened(walk, "MAR")
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_F7, CONTROL)
    walk.type("Too early")
    walk.press(Key.Key_Return)
    assert elected(page) == []
    return page


@pytest.mark.parametrize("tongue", list(Language))
def test_r27_the_chair_takes_an_announcement_back_before_anybody_is_put_again(walk: Walk, tongue: Language) -> None:
    """Read aloud, the card elected the candidate anew whose election had just been taken back."""
    page = reopened(walk)
    assert [plain(line) for line in chair_says(walk, tongue).splitlines()] == REOPENED[tongue]
    assert page.row.of["G"].isVisible(), "the rapporteur may put it anew"
    walk.press(Key.Key_G)
    assert "clama" in page.chair.text
    assert plain(page.chair.text).splitlines() != REOPENED[tongue]
    walk.press(Key.Key_Escape)
    assert [plain(line) for line in page.chair.text.splitlines()] == REOPENED[tongue]


@pytest.mark.parametrize("withdrawn_first", [True, False])
def test_r35_after_a_reopening_the_acclamation_is_put_once_something_happened(
    walk: Walk, *, withdrawn_first: bool
) -> None:
    page = reopened(walk)
    assert page.board is not None
    key, morocco = page.board.election.key, page.board.names[0].key
    if withdrawn_first:
        walk.desk.elections.withdraw(morocco)
        QApplication.processEvents()
        assert chair_says(walk, Language.EN).splitlines() == ["1 seat remains to be filled.", "I invite proposals."]
        walk.desk.elections.nominate(key, Nominee("PRY"))
    else:
        walk.desk.elections.nominate(key, Nominee("PRY"))
        QApplication.processEvents()
        assert "rectified" not in chair_says(walk, Language.EN)
        walk.desk.elections.withdraw(morocco)
    QApplication.processEvents()
    assert chair_says(walk, Language.EN) == "There being no other candidate, Paraguay is elected by acclamation."


def test_r27_of_a_slate_that_was_put_right_the_chair_goes_on_with_the_ballot(walk: Walk) -> None:
    """More stand than there are seats: nobody is asked for further proposals."""
    page = with_slate(walk)
    for key in (Key.Key_S, Key.Key_Return):
        walk.press(key)
    walk.press(Key.Key_F7, CONTROL)
    walk.type("Not agreed")
    walk.press(Key.Key_Return)
    said = chair_says(walk, Language.EN).splitlines()
    assert said[0].startswith("The announcement of the election of Morocco and Portugal by acclamation is rectified")
    assert said[1] == "The election is open again."
    assert said[-1] == "The first ballot is unrestricted. These stand: Morocco, Paraguay and Portugal."
    walk.press(Key.Key_B)
    assert page.board is not None
    assert page.board.open is not None
    assert "rectified" not in page.chair.text


@pytest.mark.parametrize(
    ("typed", "french", "spanish"),
    [
        ("Sra. Lucía Benítez", "de Mme Lucía Benítez (Maroc) à la présidence", "de la Sra. Lucía Benítez (Marruecos)"),
        ("Mr. Driss Alami", "de M. Driss Alami (Maroc) à la présidence", "del Sr. Driss Alami (Marruecos)"),
        ("Awa Diop", "d’Awa Diop (Maroc) à la présidence", "de Awa Diop (Marruecos)"),
    ],
)
def test_r35_a_chair_by_acclamation_is_proclaimed_by_name(walk: Walk, typed: str, french: str, spanish: str) -> None:
    page = opened(walk)
    assert page.board is not None
    first = page.board.election
    walk.desk.elections.strike(first.key)
    new = NewElection(walk.meeting.key, first.item, ELECTIONS[Office.CHAIR], 1, (Nominee("MAR", typed),), Body.OTHER)
    election = walk.desk.elections.open(new)
    QApplication.processEvents()
    page._turn_to(walk.desk.elections.board(election.key))
    said = chair_says(walk, Language.FR).replace("\N{NO-BREAK SPACE}", " ")
    assert f"l’élection {french} est prononcée par acclamation." in said
    said = chair_says(walk, Language.ES).replace("\N{NO-BREAK SPACE}", " ")
    assert f"la elección {spanish} a la Presidencia." in said
