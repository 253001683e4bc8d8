"""Who objects, by keys: where the field stands, named with the act or after it; a name typed into a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def table(walk: Walk) -> None:
    """Everybody is there; a draft decision is chosen, with the keyboard in the list."""
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F5, SHIFT)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Meetings"), Trilingual(en="Every year."))
    QApplication.processEvents()
    walk.screen.room.texts.go_to(put.key)


def file(walk: Walk) -> ProposalFile:
    return walk.desk.proposals.all(walk.meeting.key)[0]


def objector(walk: Walk) -> QWidget:
    return walk.screen.room.texts.objector.editors[0]


def minutes(walk: Walk) -> str:
    """What the minutes would say."""
    facts = walk.desk.minutes.facts(walk.meeting.key)
    return "\n".join(one.text.en for one in draft(facts))


def test_who_objects_is_reached_by_tab_where_it_is_drawn(walk: Walk) -> None:
    table(walk)
    texts = walk.screen.room.texts
    texts.form.title.editors[0].setFocus()
    walk.press(Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is objector(walk), "it stands directly above the title"
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is texts.form.title.editors[0]
    walk.press(Key.Key_Backtab, SHIFT)
    walk.press(Key.Key_Backtab, SHIFT)
    assert isinstance(QApplication.focusWidget(), QPushButton)


def test_a_name_typed_into_a_button_withdraws_nothing_and_says_so(walk: Walk) -> None:
    """A name with a space in it, typed where Withdraw had the keyboard, withdrew the proposal without a word."""
    table(walk)
    texts = walk.screen.room.texts
    texts.form.title.editors[0].setFocus()
    walk.press(Key.Key_Backtab, SHIFT)
    walk.press(Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is texts.acts.buttons[RoomKey.WITHDRAW]
    walk.type("Costa Rica")
    assert file(walk).proposal.withdrawn_at is None
    assert "Nothing was done: what you type goes to the button “Withdraw”" in walk.told()
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_Backtab, SHIFT)
    walk.press(Key.Key_Space)
    assert file(walk).proposal.withdrawn_at is not None
    assert walk.told() == "L.1 was withdrawn. Ctrl+Z brings it back before the meeting."
    undo(walk.desk.store)
    assert file(walk).proposal.withdrawn_at is None


def test_r12_who_objected_is_named_after_it_was_noted_and_undo_takes_the_name_back(walk: Walk) -> None:
    """A State that named itself a second later could not be added: the field had gone."""
    table(walk)
    walk.press(Key.Key_F7, SHIFT)
    assert file(walk).calls[-1].objector is None
    walk.press(Key.Key_F7, SHIFT)
    assert len(file(walk).calls) == 1
    assert "noted already" in walk.told()
    assert QApplication.focusWidget() is objector(walk)
    walk.type("ghana")
    walk.press(Key.Key_Return)
    walk.screen.activateWindow()
    QApplication.processEvents()
    (call,) = file(walk).calls
    assert call.objector == "GHA"
    assert walk.told() == "Objection by: Ghana. The minutes name it; Ctrl+Z takes the name away."
    assert "The delegation of Ghana having objected" in minutes(walk)
    undo(walk.desk.store)
    QApplication.processEvents()
    (call,) = file(walk).calls
    assert call.objected
    assert call.objector is None
    assert walk.screen.room.texts.objector.value() is None


def test_r12_a_name_that_is_being_typed_is_taken_with_the_key(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F7, SHIFT)
    walk.screen.room.texts.objector.begin()
    walk.type("ghana")
    walk.press(Key.Key_F7, SHIFT)
    (call,) = file(walk).calls
    assert call.objector == "GHA"
    walk.press(Key.Key_F8)
    assert walk.screen.ballots.busy, "the vote is opened as before"


def test_r12_who_was_named_with_the_act_stays_named_and_an_observer_is_not(walk: Walk) -> None:
    table(walk)
    texts = walk.screen.room.texts
    texts.objector.begin()
    walk.type("ghana")
    walk.press(Key.Key_Return)
    walk.screen.activateWindow()
    assert not file(walk).calls, "who objects is recorded with the act"
    walk.press(Key.Key_F7, SHIFT)
    assert file(walk).calls[-1].objector == "GHA"
    assert texts.objector.value() == "GHA"
    texts.objector.begin()
    walk.type("switz")
    walk.press(Key.Key_Return)
    walk.screen.activateWindow()
    QApplication.processEvents()
    assert "The objection of Switzerland, which is no member, is kept as a statement under the item." in walk.told()
    texts.objector.begin()
    walk.type("switzerland")
    walk.press(Key.Key_F7, SHIFT)
    assert "is kept as a statement" in walk.told()
    assert file(walk).calls[-1].objector == "GHA"
    assert texts.objector.value() == "GHA"
    assert minutes(walk).count("The observer for Switzerland made a statement opposing the proposal.") == 1


def test_r7_the_objection_of_an_observer_that_is_named_afterwards_is_kept_as_a_statement(walk: Walk) -> None:
    """That there was no consensus stayed noted, and two undos were needed before the next key of the room."""
    table(walk)
    walk.press(Key.Key_F7, SHIFT)
    objects(walk, "switzerland")
    assert not file(walk).calls, "it does not break consensus"
    assert minutes(walk).count("The observer for Switzerland made a statement opposing the proposal.") == 1
    assert "no consensus" not in minutes(walk)
    assert "is kept as a statement under the item and breaks no consensus" in walk.told()
    walk.press(Key.Key_F7)
    assert file(walk).decision is not None


def test_r7_what_an_observer_named_afterwards_changed_comes_back_by_one_undo(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F7, SHIFT)
    objects(walk, "switzerland")
    undo(walk.desk.store)
    QApplication.processEvents()
    (call,) = file(walk).calls
    assert call.objected
    assert "Switzerland made a statement" not in minutes(walk)
    objects(walk, "ghana")
    objects(walk, "switzerland")
    assert objectors(walk) == ["GHA"], "a member objected: there is no consensus"
    assert "That there was no consensus stays noted." in walk.told()
    assert "Switzerland made a statement" in minutes(walk)


def test_r12_all_who_object_are_named(walk: Walk) -> None:
    """The second one took the place of the first without a word."""
    table(walk)
    walk.press(Key.Key_F7, SHIFT)
    objects(walk, "ghana")
    objects(walk, "indonesia")
    assert objectors(walk) == ["GHA", "IDN"]
    assert walk.told() == ("Objection by: Ghana, Indonesia. The minutes name them; Ctrl+Z takes the last name away.")
    said_once = "The delegations of Ghana and Indonesia having objected, the Chair noted that there was no consensus"
    assert minutes(walk).count("there was no consensus") == minutes(walk).count(said_once) == 1
    walk.screen.room.texts.objector.begin()
    walk.type("morocco")
    walk.press(Key.Key_F7, SHIFT)
    assert objectors(walk) == ["GHA", "IDN", "MAR"], "one that is being typed is taken with the key"
    undo(walk.desk.store)
    QApplication.processEvents()
    walk.screen.room.texts.objector.load(None, over=True)
    walk.desk.proposals.name_objector(file(walk).calls[-1].key, None)
    QApplication.processEvents()
    assert objectors(walk) == ["GHA"], "who is no longer named leaves the others"
    walk.press(Key.Key_F8)
    assert walk.screen.ballots.busy, "the vote is opened as before"


def test_r12_who_objected_to_an_amendment_is_named_on_its_own_call(walk: Walk) -> None:
    table(walk)
    one = walk.desk.amendments.move(file(walk).proposal.key, Wording(AmendmentAct.REPLACES, "year", "spring"))
    QApplication.processEvents()
    walk.screen.room.texts.go_to(one.key)
    walk.press(Key.Key_F7, SHIFT)
    walk.press(Key.Key_F7, SHIFT)
    walk.type("ghana")
    walk.press(Key.Key_Return)
    QApplication.processEvents()
    assert file(walk).amendments[0].calls[-1].objector == "GHA"
    assert not file(walk).calls
    walk.screen.room.texts.go_to(file(walk).proposal.key)
    assert walk.screen.room.texts.objector.value() is None, "another text, another objector"


def objects(walk: Walk, state: str) -> None:
    """Name who objects in the field, which is then left."""
    walk.screen.room.texts.objector.begin()
    walk.type(state)
    walk.press(Key.Key_Return)
    walk.screen.activateWindow()
    QApplication.processEvents()


def debate(walk: Walk) -> None:
    """A State speaks on the text, so that another absence of consensus is another call."""
    walk.clock.forward(5)
    walk.desk.floor.give(walk.meeting.key, walk.item.key, "MAR", Language.EN)
    walk.clock.forward(5)
    walk.desk.floor.finish(walk.meeting.key)
    walk.clock.forward(5)
    QApplication.processEvents()
    walk.screen.room.texts.go_to(file(walk).proposal.key)


def objectors(walk: Walk) -> list[str | None]:
    return [call.objector for call in file(walk).calls]


def test_r12_a_second_objection_that_is_unnamed_names_nobody(walk: Walk) -> None:
    """The first State was recorded as objecting again."""
    table(walk)
    objects(walk, "ghana")
    walk.press(Key.Key_F7, SHIFT)
    debate(walk)
    assert walk.screen.room.texts.objector.value() is None
    walk.press(Key.Key_F7, SHIFT)
    assert objectors(walk) == ["GHA"], "that it is noted anew is asked first"
    walk.press(Key.Key_F7, SHIFT)
    assert objectors(walk) == ["GHA", None]
    objects(walk, "indonesia")
    assert objectors(walk) == ["GHA", "IDN"]


def test_r12_a_second_objection_leaves_who_objected_first(walk: Walk) -> None:
    """To type the second State took the first out of the minutes."""
    table(walk)
    objects(walk, "ghana")
    walk.press(Key.Key_F7, SHIFT)
    debate(walk)
    objects(walk, "indonesia")
    assert objectors(walk) == ["GHA"], "it is recorded with the act"
    walk.press(Key.Key_F7, SHIFT)
    assert objectors(walk) == ["GHA", "IDN"]
    assert "Ghana" in minutes(walk)


def test_r12_a_second_objection_that_is_being_typed_is_taken_with_the_key(walk: Walk) -> None:
    table(walk)
    objects(walk, "ghana")
    walk.press(Key.Key_F7, SHIFT)
    debate(walk)
    walk.screen.room.texts.objector.begin()
    walk.type("indonesia")
    walk.press(Key.Key_F7, SHIFT)
    assert objectors(walk) == ["GHA", "IDN"]
