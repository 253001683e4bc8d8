"""An election replayed on its page: by keys, ballot by ballot, and nothing is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.elections import Body
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import journal
from nmirf_desktop.storage.backup import back_up
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from tests import registers
from tests.registers import said
from tests.ui.clipping import assert_presentable
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def held(walk: Walk, title: str = "Election of the Rapporteur") -> str:
    """A first ballot without a majority, a restricted one with equal votes, and the lot; the key of the election."""
    desk = walk.desk
    election = desk.elections.open(
        NewElection(
            walk.meeting.key, walk.item.key, said(title), 1, tuple(map(Nominee, ("MAR", "PRY", "PRT"))), Body.OTHER
        )
    )  # fmt: skip
    for votes in ((3, 3, 2), (4, 4)):
        walk.clock.forward(1)
        ballot = desk.ballots.open(election.key)
        desk.ballots.issue(ballot.key, 8, 8)
        walk.clock.forward(1)
        desk.ballots.count(ballot.key, 0, 0, dict(zip(ballot.candidates, votes, strict=True)))
        walk.clock.forward(1)
        desk.ballots.close(ballot.key)
    walk.clock.forward(1)
    (board,) = (one for one in desk.elections.all(walk.meeting.key) if one.election.key == election.key)
    desk.ballots.draw(board.ballots[-1].ballot.key)
    walk.screen.refresh()
    return election.key


def head(walk: Walk) -> object:
    with walk.desk.store.read() as session:
        return journal.head(session)


def test_an_election_is_replayed_ballot_by_ballot_and_nothing_is_written(walk: Walk) -> None:
    held(walk)
    before = head(walk)
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    walk.press(Key.Key_V)
    again = page.again
    assert QApplication.focusWidget() is again
    assert (again.where.text().split(" · ")[0], again.what.text()) == ("Step 1 of 8", "The election is opened")
    assert not any(one.isVisible() for one in (page.row, page.chair, page.bars))
    told = []
    for _ in range(7):
        walk.press(Key.Key_Right)
        told.append(again.what.text())
    assert told == [
        "Ballot 1 · Unrestricted ballot",
        "Ballot 1 is counted",
        "The Chair announces the result of ballot 1",
        "Ballot 2 · Restricted ballot",
        "Ballot 2 is counted",
        "The Chair announces the result of ballot 2",
        "The Chair draws lots",
    ]
    assert "The Chair having drawn lots" in again.why.text()
    for key in (Key.Key_B, Key.Key_R, Key.Key_C, Key.Key_Delete, Key.Key_Return):
        walk.press(key)
    walk.press(Key.Key_Home)
    for _ in range(3):
        walk.press(Key.Key_Right)
    assert "restricted to: Morocco and Paraguay." in again.why.text()
    assert page.bars.isVisible()
    assert "having drawn lots" not in page.result.text(), "the page is as it was then"
    walk.press(Key.Key_Escape)
    assert not again.isVisible()
    assert page.chair.isVisible()
    assert "having drawn lots" in page.result.text()
    walk.press(Key.Key_Escape)
    assert walk.screen.room.isVisible()
    assert head(walk) == before


def test_ctrl_f9_replays_the_last_election_and_page_up_the_one_before(walk: Walk) -> None:
    action = walk.screen.keys[RoomKey.REPLAY]
    assert not action.isEnabled()
    first = held(walk)
    walk.clock.forward(5)
    held(walk, "Election of the Vice-Chair")
    assert action.isEnabled()
    walk.press(Key.Key_F9, CONTROL)
    page = walk.screen.elections
    assert page.again.on
    assert page.title.text() == "Election of the Vice-Chair"
    walk.press(Key.Key_PageUp)
    assert page.again.board is not None
    assert page.again.board.election.key == first
    assert page.title.text() == "Election of the Rapporteur"
    walk.press(Key.Key_PageUp)
    walk.press(Key.Key_PageDown)
    walk.press(Key.Key_PageDown)
    assert page.title.text() == "Election of the Vice-Chair"
    walk.press(Key.Key_Escape)
    assert page.title.text() == "Election of the Vice-Chair"


def test_the_projector_stays_where_the_room_is_until_an_act_is_done(walk: Walk) -> None:
    held(walk)
    nominees = tuple(map(Nominee, ("MAR", "PRY")))
    walk.desk.elections.open(NewElection(walk.meeting.key, walk.item.key, said("Vice-Chair"), 1, nominees, Body.OTHER))
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Invites all members."))
    QApplication.processEvents()
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F11)
    projector = walk.screen.projection.projector
    assert projector is not None
    shown = projector.texts()
    assert "Invites all members." in shown
    page = walk.screen.elections
    walk.press(Key.Key_F9, CONTROL)
    assert page.again.on
    for key in (Key.Key_Right, Key.Key_End, Key.Key_PageUp):
        walk.press(key)
        assert projector.texts() == shown
    walk.press(Key.Key_Escape)
    assert (page.chair.isVisible(), projector.texts()) == (True, shown), "the page too is looked at here alone"
    walk.press(Key.Key_Escape)
    assert (walk.screen.room.isVisible(), projector.texts()) == (True, shown)
    walk.press(Key.Key_F9, CONTROL)
    walk.press(Key.Key_Escape)
    assert (page.title.text(), projector.texts()) == ("Election of the Rapporteur", shown), "the one replayed"
    walk.press(Key.Key_PageDown)
    assert page.title.text() == "Vice-Chair"
    walk.press(Key.Key_B)
    assert projector.texts()[:2] == ["Vice-Chair", "Ballot 1 · Unrestricted ballot"], "an act is the room’s"


def test_the_projector_goes_on_showing_an_election_that_is_replayed_from_its_own_page(walk: Walk) -> None:
    held(walk)
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F11)
    projector = walk.screen.projection.projector
    assert projector is not None
    walk.press(Key.Key_F8, CONTROL)
    shown = projector.texts()
    assert shown[0] == "Election of the Rapporteur"
    for key in (Key.Key_V, Key.Key_Right):
        walk.press(key)
        assert projector.texts() == shown
    page = walk.screen.elections
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F9, CONTROL)
    assert (page.again.on, projector.texts()) == (True, shown)


def test_an_election_is_replayed_in_a_register_that_is_open_for_reading(
    walk: Walk, qtbot: QtBot, tmp_path: Path
) -> None:
    held(walk)
    copy = tmp_path / "copy.nmirf"
    back_up(walk.desk.store.path, copy)
    with open_register(copy, read_only=True) as store:
        screen = SessionScreen(Secretariat(store, walk.clock), walk.language, walk.alerts)
        qtbot.addWidget(screen)
        screen.show_as_of(registers.OPENS)
        screen.show()
        QApplication.processEvents()
        screen.keys[RoomKey.REPLAY].trigger()
        page = screen.elections
        assert page.again.on
        page._end_replay()
        QApplication.processEvents()
        assert [key for key, button in page.row.of.items() if button.isVisible()] == ["V"]
        QTest.keyClick(page, Key.Key_V)
        assert page.again.on
        screen.close()


def test_what_is_written_meanwhile_ends_the_replay(walk: Walk) -> None:
    held(walk)
    walk.press(Key.Key_F9, CONTROL)
    page = walk.screen.elections
    assert page.again.on
    assert page.board is not None
    ballot = page.board.ballots[0].ballot
    assert ballot.count is not None
    assert ballot.papers is not None
    walk.desk.elections.open(NewElection(walk.meeting.key, walk.item.key, said("Another"), 1, (), Body.OTHER))
    QApplication.processEvents()
    assert page.again.on, "another election is not this one"
    walk.press(Key.Key_Escape)
    assert not page.again.on


def test_the_words_follow_the_windows_language(walk: Walk) -> None:
    held(walk)
    walk.press(Key.Key_F9, CONTROL)
    page = walk.screen.elections
    walk.language.switch(Language.ES)
    assert page.again.on
    assert "8" in page.again.where.text()
    walk.language.switch(Language.EN)


@pytest.mark.parametrize("number", [1, 2, 3, 7])
def test_a_replay_is_fit_to_be_seen(walk: Walk, number: int) -> None:
    held(walk)

    def make(language: CurrentLanguage, alerts: Alerts) -> SessionScreen:
        screen = SessionScreen(walk.desk, language, alerts)
        screen.show_as_of(registers.OPENS)
        screen.refresh()
        screen._replay()
        screen.elections.again._go(number)
        return screen

    assert_presentable(make)
