"""Small things in the room that were silent, or said what does not hold: cards, languages, a filter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import NewElection, Nominee
from tests.registers import said
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = CTRL | SHIFT


def test_r19_a_call_without_a_lot_is_said_to_lack_it_before_it_opens(walk: Walk) -> None:
    """An empty field was offered as usual, and the check remarked afterwards that the lot was missing."""
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), Trilingual(en="Decides."))
    QApplication.processEvents()
    walk.press(Key.Key_F7, SHIFT)
    walk.press(Key.Key_F8)
    drawn = walk.screen.ballots.card.fields.drawn.editors[0]
    assert "“Rules” remarks that no lot was drawn" in drawn.accessibleDescription()


def test_r35_one_who_stands_for_one_seat_is_not_told_that_a_ballot_comes_next(walk: Walk) -> None:
    page = opened(walk, "MAR")
    assert page.chair.text == "There being no other proposal, Morocco is elected by acclamation."
    assert page.board is not None
    walk.desk.elections.nominate(page.board.election.key, Nominee("PRY"))
    page.show_facts(page._facts)  # type: ignore[arg-type]
    assert "The first ballot is unrestricted. These stand: Morocco and Paraguay." in page.chair.text


def test_the_verb_of_a_card_of_an_election_is_heard_beside_it(walk: Walk) -> None:
    """With the keyboard on EN, FR or ES of the Chair's words, Ctrl+Enter did nothing and said nothing."""
    page = opened(walk, "MAR")
    walk.press(Key.Key_K)
    assert page.candidate.isVisible()
    walk.type("parag")
    walk.press(Key.Key_Tab)
    walk.screen.activateWindow()
    QApplication.processEvents()
    english = page.chair.tongues.findChildren(QToolButton)[0]
    english.setFocus()
    assert QApplication.focusWidget() is english
    walk.press(Key.Key_Return, CTRL)
    assert page.board is not None
    assert [one.state.iso3 for one in page.board.stand] == ["MAR", "PRY"]
    assert not page.candidate.isVisible()


def test_the_state_that_enter_takes_is_recorded_where_nothing_else_is_asked(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.type("parag")
    walk.press(Key.Key_Return)
    QTest.qWait(10)
    (point,) = walk.desk.motions.points(walk.meeting.key)
    assert point.point.state == "PRY"
    assert walk.screen.cards.rise.isHidden()
    walk.screen.activateWindow()
    walk.press(Key.Key_M, CTRL_SHIFT)
    card = walk.screen.cards.rise
    walk.press(Key.Key_Tab)
    walk.type("ghana")
    walk.press(Key.Key_Return)
    QTest.qWait(10)
    (motion,) = walk.desk.motions.files(walk.meeting.key)
    assert motion.motion.state == "GHA"
    assert card.isHidden()


def test_enter_enters_a_candidate_as_it_records_a_point_of_order(walk: Walk) -> None:
    """Enter only completed the name, and the next key landed in it."""
    page = opened(walk)
    walk.press(Key.Key_K)
    walk.type("moroc")
    walk.press(Key.Key_Return)
    QTest.qWait(10)
    assert page.board is not None
    assert [one.state.iso3 for one in page.board.stand] == ["MAR"]
    assert page.candidate.isHidden()


def test_enter_goes_on_to_the_person_where_one_may_stand(walk: Walk) -> None:
    page = opened(walk)
    assert page.board is not None
    election = walk.desk.elections.open(NewElection(walk.meeting.key, walk.item.key, said("Chair"), 1, (), Body.OTHER))
    page._turn_to(walk.desk.elections.board(election.key))
    walk.press(Key.Key_K)
    walk.type("moroc")
    walk.press(Key.Key_Return)
    QTest.qWait(10)
    assert page.candidate.isVisible()
    walk.type("Amina")
    walk.press(Key.Key_Return)
    QTest.qWait(10)
    board = walk.desk.elections.board(election.key)
    assert [(one.state.iso3, one.candidate.name) for one in board.stand] == [("MAR", "Amina")]


def test_what_filters_the_delegations_finds_them_in_another_language(walk: Walk) -> None:
    """The name typed in one language found nobody once the window spoke another."""
    delegations = walk.screen.room.delegations
    delegations.table.view.setFocus()
    walk.type("brazil")
    assert [one.state.iso3 for one in delegations.table.model.rows] == ["BRA"]
    walk.language.switch(Language.FR)
    QApplication.processEvents()
    assert [one.state.iso3 for one in delegations.table.model.rows] == ["BRA"]


def test_the_only_language_of_the_chair_s_words_says_why_it_stays(walk: Walk) -> None:
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), Trilingual(en="Decides."))
    QApplication.processEvents()
    chair = walk.screen.room.texts.chair
    english, french, _ = chair.tongues.findChildren(QToolButton)
    english.click()
    assert english.isChecked()
    assert chair.alone.text() == "The Chair’s words stay in one language at least: choose another one first."
    assert chair.alone.isVisible()
    french.click()
    assert not chair.alone.isVisible()
    english.click()
    assert chair.tongues.chosen == (Language.FR,)
