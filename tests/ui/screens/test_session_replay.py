"""An announced vote replayed on the session screen: by keys, in the widgets of the vote, and nothing is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.domain.voting import Act, Answer, ConsensusCall, HandCount, Method
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.motions import ballot_on
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage import journal
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.screens.session_motions import Deed
from tests import registers
from tests.registers import said
from tests.ui.clipping import assert_presentable
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def announced(walk: Walk) -> str:
    """A roll call with a pass, a change and a correction, announced and left; the key of the vote."""
    walk.open_roll_call()
    for key in (Key.Key_Y, Key.Key_N, Key.Key_P, *[Key.Key_Y] * 5):
        walk.press(key)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    walk.press(Key.Key_A)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    walk.desk.voting.cast(Cast(vote.key, vote.entitled[0], Answer.AGAINST, Act.REKEYED, reason="a wrong key"))
    walk.screen.refresh()
    assert walk.screen.room.isVisible()
    return vote.key


def head(walk: Walk) -> object:
    with walk.desk.store.read() as session:
        return journal.head(session)


def test_a_vote_is_replayed_key_by_key_and_nothing_is_written(walk: Walk) -> None:
    announced(walk)
    view, before = walk.screen.ballots.view, head(walk)
    walk.press(Key.Key_F9, CONTROL)
    replay = view.replay
    assert QApplication.focusWidget() is replay
    assert replay.where.text().startswith("Step 1 of ")
    assert replay.what.text() == "The vote is opened: 8 members are entitled to vote"
    assert not view.closing.isVisible()
    assert view.count.rest.text() == "Still to answer: 8"
    walk.press(Key.Key_Right)
    assert replay.what.text().endswith(": in favour")
    assert view.count.base.text().startswith("1 member present and voting")
    assert view.count.table.current is not None
    assert view.count.table.current.state == replay.state
    walk.press(Key.Key_End)
    assert "in favour → against (record corrected)" in replay.what.text()
    assert replay.why.text() == "Reason: “\u2068a wrong key\u2069”."
    walk.press(Key.Key_Left)
    assert replay.what.text() == "The Chair announces the result: adopted"
    for key in (Key.Key_Y, Key.Key_N, Key.Key_Backspace, Key.Key_Return):
        walk.press(key)
    walk.press(Key.Key_Home)
    assert replay.where.text().startswith("Step 1 of ")
    walk.press(Key.Key_Escape)
    assert view.closing.isVisible()
    assert not replay.isVisible()
    assert QApplication.focusWidget() is view.closing.button
    walk.press(Key.Key_Escape)
    assert walk.screen.room.isVisible()
    assert head(walk) == before


def test_it_plays_by_itself_and_p_stops_it(walk: Walk, qtbot: QtBot) -> None:
    announced(walk)
    walk.press(Key.Key_F9, CONTROL)
    replay = walk.screen.ballots.view.replay
    walk.press(Key.Key_P)
    assert replay.play.text() == "Stop (P)"
    qtbot.waitUntil(lambda: replay.where.text().startswith("Step 3 of"), timeout=5000)
    walk.press(Key.Key_P)
    assert replay.play.text() == "Play (P)"
    QTest.qWait(400)
    assert replay.where.text().startswith("Step 3 of")


def test_it_is_offered_only_where_a_vote_was_announced(walk: Walk) -> None:
    action = walk.screen.keys[RoomKey.REPLAY]
    assert action in walk.screen.actions(), "so that Ctrl+K finds it"
    assert not action.isEnabled()
    walk.open_roll_call()
    assert not action.isEnabled()
    for _ in range(8):
        walk.press(Key.Key_Y)
    walk.press(Key.Key_Return)
    assert action.isEnabled()
    walk.screen.ballots.view.closing.again.click()
    assert walk.screen.ballots.view.replay.isVisible()


def test_hands_are_replayed_as_they_were_counted(walk: Walk) -> None:
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    assert isinstance(walk.desk.proposals.note_objection(put.key), ConsensusCall)
    vote = walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put.key))
    for hands in (HandCount(6, 1, 0), HandCount(5, 2, 1)):
        walk.clock.forward(3)
        walk.desk.voting.record_hands(vote.key, hands)
    walk.desk.voting.close(vote.key)
    steps = walk.desk.replays.of(vote.key).steps
    assert [step.vote.hands for step in steps][1:3] == [HandCount(6, 1, 0), HandCount(5, 2, 1)]
    assert steps[1].at < steps[2].at <= steps[3].at
    walk.screen.ballots.review(vote.key)
    walk.screen.ballots.replay()
    replay = walk.screen.ballots.view.replay
    walk.press(Key.Key_Right)
    assert replay.what.text() == "Counted: 6 in favour, 1 against, 0 abstaining"
    assert walk.screen.ballots.view.count.base.text().startswith("7 members present and voting")


def test_the_vote_on_an_appeal_is_replayed_from_the_list_of_points_of_order(walk: Walk) -> None:
    desk = walk.desk
    point = desk.motions.raise_point(walk.meeting.key, walk.item.key, "GHA", Language.EN)
    desk.motions.rule(point.key, Ruling.NOT_UPHELD)
    desk.motions.appeal(point.key, "GHA")
    (file,) = desk.motions.points(walk.meeting.key)
    vote = desk.voting.open(ballot_on(file))
    desk.voting.record_hands(vote.key, HandCount(1, 6, 1))
    desk.voting.close(vote.key)
    walk.screen.refresh()
    walk.screen.ballots.view.closing.press()
    motions = walk.screen.room.motions
    motions.reveal(point.key)
    assert motions.buttons[Deed.REPLAY].isVisible()
    walk.press(Key.Key_R)
    replay = walk.screen.ballots.view.replay
    assert QApplication.focusWidget() is replay
    walk.press(Key.Key_End)
    assert replay.what.text() == "The Chair announces the result: the ruling stands"
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_Escape)
    assert walk.screen.room.isVisible()
    assert QApplication.focusWidget() is not None


def test_a_correction_begun_from_the_list_ends_the_replay(walk: Walk) -> None:
    announced(walk)
    walk.press(Key.Key_F9, CONTROL)
    view = walk.screen.ballots.view
    walk.press(Key.Key_Right)
    view.count.table.view.setFocus()
    walk.press(Key.Key_Return)
    assert view.correction.isVisible()
    assert not view.replay.isVisible()
    assert len(view.count.table.model.rows) == 8
    assert not view.count.rest.isVisible()


def test_the_words_follow_the_windows_language(walk: Walk) -> None:
    announced(walk)
    walk.press(Key.Key_F9, CONTROL)
    walk.press(Key.Key_Right)
    view = walk.screen.ballots.view
    walk.language.switch(Language.FR)
    assert "pour" in view.replay.what.text()
    assert view.count.base.text().startswith("1 membre")
    walk.language.switch(Language.EN)


@pytest.mark.parametrize("number", [1, 14])
def test_a_replay_is_fit_to_be_seen(walk: Walk, number: int) -> None:
    vote = announced(walk)

    def make(language: CurrentLanguage, alerts: Alerts) -> SessionScreen:
        screen = SessionScreen(walk.desk, language, alerts)
        screen.show_as_of(registers.OPENS)
        screen.refresh()
        screen.ballots.review(vote)
        screen.ballots.replay()
        screen.ballots.view.replay._go(number)
        return screen

    assert_presentable(make)
