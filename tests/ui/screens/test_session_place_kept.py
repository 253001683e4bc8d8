"""Where the keyboard is, what is chosen and what is being written, after an undo, a restart or another meeting."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.agenda import AgendaItem
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


def test_who_stands_on_a_list_arrives_in_the_meeting_for_which_its_card_was_opened(walk: Walk) -> None:
    """Another meeting was shown before it was taken over; and the key, pressed again, emptied what was typed."""
    walk.press(Key.Key_F9)
    later = replace(walk.meeting, key="later", symbol="LATER", title=said("Third annual meeting"))
    walk.desk.meetings.save(later)
    walk.desk.agendas.add(AgendaItem("third", "later", 0, said("Hub")))
    QApplication.processEvents()
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    card = walk.screen.room.presence.card
    assert "Second annual meeting" in card.name
    card.fields.names.load("Ghana\nMorocco", over=True)
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert card.fields.names.value() == "Ghana\nMorocco"
    walk.screen.go_to("later")
    QApplication.processEvents()
    card.done.emit()
    assert walk.desk.sittings.presence(walk.meeting.key) >= {"GHA", "MAR"}
    assert not walk.desk.sittings.presence("later")
