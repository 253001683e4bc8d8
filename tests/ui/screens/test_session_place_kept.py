"""Where the keyboard is, and which intervention is chosen, after an undo and after the program was opened again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.screens.session import SessionScreen
from tests.registers import OPENS, said
from tests.ui.screens.conftest import Walk

Key = Qt.Key


def focused() -> QWidget:
    now = QApplication.focusWidget()
    assert now is not None
    return now


def test_after_a_floor_that_is_taken_back_the_keyboard_is_at_the_next_speaker(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    floor = walk.screen.room.floor
    for name in ("ghana", "parag"):
        walk.press(Key.Key_F3)
        walk.type(name)
        walk.press(Key.Key_Return)
        assert floor.form.isAncestorOf(focused())
    for left in (1, 0):
        walk.desk.steps.undo()
        QApplication.processEvents()
        assert len(floor.table.model.rows) == left
        assert floor.state.isAncestorOf(focused()), "a note typed now would go to somebody else"


def test_the_room_that_is_opened_again_has_chosen_who_has_the_floor(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    for state in ("GHA", "BRA", "PRY"):
        walk.desk.floor.give(walk.meeting.key, walk.item.key, state, Language.EN)
        walk.clock.forward()
    again = SessionScreen(walk.desk, walk.language, walk.alerts)
    again.show_as_of(OPENS)
    again.show()
    QApplication.processEvents()
    chosen = again.room.floor.chosen
    assert chosen is not None
    assert chosen.state == "PRY"
    again.close()


def test_r12_a_part_on_which_consensus_was_not_sought_is_named_by_its_number(walk: Walk) -> None:
    """It was called by the symbol of its proposal."""
    walk.press(Key.Key_F9)
    text = said("Invites all members.\nThanks the coordinator.")
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), text)
    motion = walk.desk.text_motions.divide(put.key, ("Invites all members.", "Thanks the coordinator."), "GHA")
    walk.desk.text_motions.agree(motion.key)
    QApplication.processEvents()
    row = next(one for one in walk.screen.room.texts.rows if one.part is not None)
    walk.screen.room.texts.go_to(row.key)
    walk.press(Key.Key_F8)
    assert walk.told().startswith("Consensus comes first: nobody noted that there is none on part 1 of L.1.")
