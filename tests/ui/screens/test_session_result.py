"""The result of a vote by keys alone: what is next to what, and an answer corrected by the key of the call (R27)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.screens.session_correction import CorrectionForm
from nmirf_desktop.ui.shell import Shell
from tests.registers import corrections_of, said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CALL = {
    Key.Key_Y: Answer.IN_FAVOUR, Key.Key_N: Answer.AGAINST, Key.Key_A: Answer.ABSTAINING,
    Key.Key_X: Answer.NOT_PARTICIPATING, Key.Key_0: Answer.NO_ANSWER,
}  # fmt: skip


def announce(walk: Walk) -> None:
    """A roll call that was announced: its result is shown, with the keyboard on "Back to the item"."""
    walk.open_roll_call()
    for _ in range(8):
        walk.press(Key.Key_Y)
    walk.press(Key.Key_Return)
    assert walk.screen.ballots.view.closing.isVisible()


def correct(walk: Walk, act: Act) -> tuple[CorrectionForm, QComboBox]:
    """The card of a correction, with the keyboard in its answer."""
    announce(walk)
    walk.screen.ballots.view.closing.correct.click()
    fields = walk.screen.ballots.view.correction.fields
    fields.act.load(act, over=True)
    fields.act.changed.emit()
    (box,) = fields.answer.findChildren(QComboBox)
    box.setFocus()
    return fields, box


@pytest.mark.parametrize("opened", [False, True])
def test_r27_an_answer_is_corrected_by_its_key_of_the_call(walk: Walk, opened: bool) -> None:
    fields, box = correct(walk, Act.REKEYED)
    for key, answer in CALL.items():
        if opened:
            box.showPopup()
            QApplication.processEvents()
        walk.press(key)
        assert fields.answer.value() is answer
    assert not box.view().isVisible()


def test_r27_a_key_of_no_answer_that_can_be_chosen_changes_nothing(walk: Walk) -> None:
    fields, _ = correct(walk, Act.INTENDED)
    for key in (Key.Key_N, Key.Key_I, Key.Key_0, Key.Key_P, Key.Key_R):
        walk.press(key)
        assert fields.answer.value() is Answer.AGAINST


def test_r27_the_keys_of_the_answers_stand_beside_them_and_are_ones_own(walk: Walk, shell: Shell) -> None:
    shell.memory.keep(replace(shell.memory.now, keys=(("call.against", "J"),)))
    fields, box = correct(walk, Act.INTENDED)
    shown = [box.itemText(row) for row in range(box.count())]
    assert shown[:3] == ["Y   In favour", "J   Against", "A   Abstaining"]
    walk.press(Key.Key_J)
    assert fields.answer.value() is Answer.AGAINST


def announce_hands(walk: Walk) -> None:
    """A show of hands that was announced, 4 to 3 with an abstention."""
    desk = walk.desk
    put = desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    vote = desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put.key))
    desk.voting.record_hands(vote.key, HandCount(4, 3, 1))
    QApplication.processEvents()
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    assert walk.screen.ballots.over


def test_tab_goes_through_a_result_as_it_is_seen_and_on_to_the_list(walk: Walk) -> None:
    announce(walk)
    view = walk.screen.ballots.view
    closing = view.closing
    expected: list[QWidget] = [closing.correct, closing.again, view.count.table.view]
    assert QApplication.focusWidget() is closing.button
    for part in expected:
        walk.press(Key.Key_Tab)
        assert QApplication.focusWidget() is part


def test_tab_and_space_correct_the_totals_of_a_show_of_hands(walk: Walk) -> None:
    announce_hands(walk)
    view = walk.screen.ballots.view
    assert QApplication.focusWidget() is view.closing.button
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_Space)
    assert view.totals.isVisible()
    assert walk.screen.ballots.projector is None


def test_the_letters_on_the_buttons_correct_and_replay(walk: Walk) -> None:
    announce(walk)
    view = walk.screen.ballots.view
    assert [one.text() for one in view.closing.buttons[1:]] == ["Correct an answer (C)", "Replay the vote (V)"]
    walk.press(Key.Key_C)
    assert view.correction.isVisible()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_V)
    assert view.replay.on
    walk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is view.closing.button


def test_the_arrows_stay_with_the_buttons_of_a_result(walk: Walk) -> None:
    announce(walk)
    closing = walk.screen.ballots.view.closing
    for key, part in (
        (Key.Key_Up, closing.button), (Key.Key_Left, closing.button), (Key.Key_Right, closing.correct),
        (Key.Key_Down, closing.again), (Key.Key_Down, closing.again), (Key.Key_Up, closing.correct),
    ):  # fmt: skip
        walk.press(key)
        assert QApplication.focusWidget() is part
    walk.press(Key.Key_Escape)
    assert walk.screen.room.isVisible()


def test_r27_totals_are_corrected_as_they_were_counted(walk: Walk) -> None:
    announce_hands(walk)
    fields = walk.screen.ballots.view.totals.fields
    walk.press(Key.Key_C)
    for number in "53":
        walk.type(number)
        walk.press(Key.Key_Return)
    walk.type("0")
    assert [field.value() for field in (fields.favour, fields.against, fields.abstaining)] == [5, 3, 0]
    walk.press(Key.Key_Return)
    walk.type("A hand was counted twice.")
    walk.press(Key.Key_Return)
    assert not walk.screen.ballots.view.totals.isVisible()
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    (kept,) = corrections_of(walk.desk.store, vote.key)
    assert (kept.before_hands, kept.reason) == (HandCount(4, 3, 1), "A hand was counted twice.")
