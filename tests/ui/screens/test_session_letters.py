"""The letters of the session's places are the user's own: pressed, shown, and letters where a text is typed."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.domain.secret_ballots import Tick
from nmirf_desktop.domain.voting import Act, Answer
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.voting import Cast
from nmirf_desktop.ui.screens.session_motions import Deed
from nmirf_desktop.ui.shell import Shell
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened

Key = Qt.Key


def use(shell: Shell, **letters: str) -> None:
    """Other letters, "motion__no" for "motion.no"."""
    keys = tuple(sorted((name.replace("__", "."), key) for name, key in letters.items()))
    shell.memory.keep(replace(shell.memory.now, keys=keys))


def test_a_motion_is_carried_on_by_its_own_letters(walk: Walk, shell: Shell) -> None:
    point = walk.desk.motions.raise_point(walk.meeting.key, walk.item.key, "GHA", Language.EN).key
    QApplication.processEvents()
    motions = walk.screen.room.motions
    motions.reveal(point)
    assert motions.buttons[Deed.NO].text() == "N: not well taken"
    use(shell, motion__no="J", motion__yes="N")
    assert [motions.buttons[one].text() for one in (Deed.YES, Deed.NO)] == ["N: well taken", "J: not well taken"]
    walk.press(Key.Key_Y)
    assert walk.desk.motions.points(walk.meeting.key)[0].point.ruling is None
    walk.press(Key.Key_J)
    assert walk.desk.motions.points(walk.meeting.key)[0].point.ruling is Ruling.NOT_UPHELD


def announced(walk: Walk) -> None:
    """A roll call, announced and still shown."""
    walk.open_roll_call()
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    for state in vote.entitled:
        walk.desk.voting.cast(Cast(vote.key, state, Answer.IN_FAVOUR))
    walk.screen.refresh()
    walk.press(Key.Key_F8)
    walk.press(Key.Key_Return)


def test_a_result_is_corrected_by_its_own_letter_which_stays_one_in_a_text(walk: Walk, shell: Shell) -> None:
    announced(walk)
    use(shell, result__correct="K", result__replay="C")
    view = walk.screen.ballots.view
    assert [one.text() for one in view.closing.buttons[1:]] == ["Correct an answer (K)", "Replay the vote (C)"]
    walk.press(Key.Key_K)
    assert view.correction.isVisible()
    fields = view.correction.fields
    fields.act.load(Act.REKEYED, over=True)
    fields.act.changed.emit()
    fields.reason.setFocus()
    walk.type("kck")
    assert fields.reason.value() == "kck"


def test_a_replay_begins_and_plays_by_its_own_letters(walk: Walk, shell: Shell) -> None:
    announced(walk)
    use(shell, result__replay="C", result__correct="V", replay__play="V")
    view = walk.screen.ballots.view
    walk.press(Key.Key_C)
    assert view.replay.on
    assert view.replay.play.text() == "Play (V)"
    assert ", V plays or stops" in view.replay.hint.text()
    walk.press(Key.Key_P)
    assert view.replay.play.text() == "Play (V)"
    walk.press(Key.Key_V)
    assert view.replay.play.text() == "Stop (V)"


def test_an_election_goes_on_by_its_own_letters(walk: Walk, shell: Shell) -> None:
    opened(walk, "MAR", "PRT")
    use(shell, election__open="J", election__stop="B", election__unable="Y")
    page = walk.screen.elections
    assert page.row.of["B"].text() == "Open the next ballot (J)"
    page.setFocus()
    walk.press(Key.Key_J)
    assert page.board is not None
    assert page.board.open is not None
    assert "Y for who cannot take part" in page.papers.hint.text()
    page.papers.table.select_first()
    page.papers.table.view.setFocus()
    QApplication.processEvents()
    walk.press(Key.Key_Y)
    papers = page.board.open.ballot.papers
    assert papers is not None
    assert len(papers.unable) == 1
    current = page.papers.table.current
    assert current is not None
    assert current.tick is Tick.UNABLE
