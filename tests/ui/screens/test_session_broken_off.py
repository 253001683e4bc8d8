"""A vote opened by mistake or broken off, and a gavel struck by a slip, by keys in the room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.motions import MotionKind
from nmirf_desktop.domain.voting import HandCount, Method, Vote, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.shell import Shell
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def open_vote(walk: Walk, method: Method) -> Vote:
    """A vote on a proposal without consensus, opened beside the keyboard in an open sitting."""
    walk.press(Key.Key_F9)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.note_objection(put.key)
    vote = walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, method, put.key))
    QApplication.processEvents()
    return vote


def focused() -> QWidget:
    """What has the keyboard."""
    now = QApplication.focusWidget()
    assert now is not None
    return now


def in_the_room(walk: Walk) -> bool:
    """Whether the room is shown, and has the keyboard elsewhere than in the agenda."""
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    room = walk.screen.room
    assert focus is not None
    return room.isVisible() and room.isAncestorOf(focus) and not room.agenda.isAncestorOf(focus)


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("aside", [False, True])
def test_the_room_is_back_when_the_opening_of_a_vote_is_undone(walk: Walk, method: Method, aside: bool) -> None:
    open_vote(walk, method)
    if aside:
        walk.press(Key.Key_Escape)
    undo(walk.desk.store)
    assert in_the_room(walk)
    assert not walk.screen.ballots.busy
    texts = walk.screen.room.texts
    assert texts.table.isAncestorOf(focused()), "where it was before the vote, not at the next speaker"
    assert texts.row is not None
    assert texts.row.file.proposal.title == said("Exchanges")
    walk.press(Key.Key_F8)
    assert walk.screen.ballots.card.isVisible()


def test_of_several_proposals_the_one_whose_vote_was_taken_back_has_the_keyboard(walk: Walk) -> None:
    open_vote(walk, Method.SHOW_OF_HANDS)
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Hub"), said("Decides."))
    QApplication.processEvents()
    walk.screen.room.texts.table.select(walk.screen.room.texts.rows[-1].key)
    undo(walk.desk.store)
    undo(walk.desk.store)
    assert in_the_room(walk)
    texts = walk.screen.room.texts
    assert texts.table.isAncestorOf(focused())
    assert texts.row is not None
    assert texts.row.file.proposal.title == said("Exchanges")


def test_a_motion_whose_vote_was_taken_back_has_the_keyboard(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    motion = walk.desk.motions.move(walk.meeting.key, walk.item.key, "GHA", MotionKind.ADJOURN_DEBATE, Language.EN)
    walk.desk.voting.open(
        Ballot(
            walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, motion=motion.key,
            question=said("Adjournment of the debate"),
        )
    )  # fmt: skip
    QApplication.processEvents()
    undo(walk.desk.store)
    assert in_the_room(walk)
    motions = walk.screen.room.motions
    assert motions.table.isAncestorOf(focused())


@pytest.mark.parametrize("aside", [False, True])
def test_a_vote_is_broken_off_by_keys_with_its_reason(walk: Walk, aside: bool) -> None:
    open_vote(walk, Method.SHOW_OF_HANDS)
    walk.type("5")
    walk.press(Key.Key_Return)
    if aside:
        walk.press(Key.Key_Escape)
        assert "Ctrl+Shift+B breaks it off" in walk.told()
    walk.press(Key.Key_B, CTRL_SHIFT)
    card = walk.screen.cards.breaking
    assert card.isVisible()
    walk.press(Key.Key_Return)
    assert card.isVisible(), "a vote is not broken off without a reason"
    walk.type("Power cut")
    walk.press(Key.Key_Return)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    assert vote.stopped_for == "Power cut"
    assert not card.isVisible()
    assert in_the_room(walk)
    assert "The vote was broken off" in walk.told()
    walk.press(Key.Key_B, CTRL_SHIFT)
    assert walk.told() == "No vote is open: there is nothing to break off."


def test_the_gavel_says_how_a_vote_that_is_open_is_ended(walk: Walk) -> None:
    open_vote(walk, Method.SHOW_OF_HANDS)
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F9)
    assert "A vote is still open" in walk.told()
    assert walk.desk.sittings.all(walk.meeting.key)[0].closed_at is None
    walk.press(Key.Key_F8)
    assert walk.screen.ballots.view.isVisible()


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_F9, NONE), (Key.Key_F8, CTRL)])
def test_what_waits_for_a_vote_that_is_open_names_how_it_is_broken_off(
    walk: Walk, shell: Shell, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    shell.memory.keep(replace(shell.memory.now, keys=(("session.break_off", "Ctrl+J"),)))
    open_vote(walk, Method.SHOW_OF_HANDS)
    walk.press(key, modifier)
    banner = Banner(shell.alerts, shell.language)
    assert "A vote is open: announce its result first, or break it off (Ctrl+J)" in banner.accessibleName()
    banner.deleteLater()


def test_an_undo_during_a_call_names_the_key_that_goes_back(walk: Walk) -> None:
    open_vote(walk, Method.ROLL_CALL)
    walk.press(Key.Key_Y)
    walk.press(Key.Key_Z, CTRL)
    assert "Backspace goes back to the last one" in walk.told()


def test_no_consensus_pressed_twice_is_written_once(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    QApplication.processEvents()
    walk.press(Key.Key_F7, SHIFT)
    walk.press(Key.Key_F7, SHIFT)
    (file,) = walk.desk.proposals.all(walk.meeting.key)
    assert len(file.calls) == 1
    assert "noted already" in walk.told()


def test_an_undo_after_the_count_was_taken_back_names_how_the_vote_is_broken_off(walk: Walk) -> None:
    vote = open_vote(walk, Method.SHOW_OF_HANDS)
    walk.desk.voting.record_hands(vote.key, HandCount(2, 0, 0))
    undo(walk.desk.store)
    QApplication.processEvents()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_Z, CTRL)
    assert "counted or answered" in walk.told()
    assert "Ctrl+Shift+B" in walk.told()
    assert walk.desk.voting.open_vote(walk.meeting.key) == vote
