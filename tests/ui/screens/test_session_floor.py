"""The floor by keys: the list of speakers, the clock, suspensions, points of order, motions, who is present."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.motions import Fate, MotionKind, Ruling
from nmirf_desktop.domain.sittings import InterventionKind, PauseReason, PresenceKind
from nmirf_desktop.domain.voting import HandCount, Method, Mode, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.motions import ballot_on
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_count import Answered
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.screens.session_motions import Deed
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import colours
from tests import registers
from tests.domain.facts import rows
from tests.registers import Hand, said
from tests.ui import keyboard
from tests.ui.dropping import drop
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
CTRL_SHIFT = CTRL | SHIFT


def choose(walk: Walk, letters: str) -> None:
    """A State by its first letters and Enter; the window that the list lay over has the keyboard again."""
    walk.type(letters)
    walk.press(Key.Key_Return)
    walk.screen.activateWindow()
    QApplication.processEvents()


def list_speakers(walk: Walk, *names: str) -> None:
    walk.press(Key.Key_F3, CTRL)
    for letters in names:
        choose(walk, letters)


def waiting(walk: Walk) -> list[str | None]:
    return [one.state for one in walk.desk.floor.view(walk.meeting.key).queue(walk.item.key)]


def line(walk: Walk) -> tuple[str, str, str]:
    """What the line of the speaker says."""
    speaking = walk.screen.speaking
    speaking.show_time()
    return speaking.who.text(), speaking.clock.text(), speaking.following.text()


# The list and the clock


@pytest.mark.parametrize("key", [RoomKey.FLOOR, RoomKey.LIST])
def test_a_name_that_is_nobody_s_is_said_to_be_so(walk: Walk, shell: Shell, key: RoomKey) -> None:
    walk.press(Key.Key_F9)
    walk.alerts.clear()
    banner = Banner(walk.alerts, walk.language)
    banner.setParent(walk.screen)  # so that it is no window, which would have the keyboard
    field = {RoomKey.FLOOR: walk.screen.room.floor.state, RoomKey.LIST: walk.screen.room.queue.state}[key]
    walk.screen.keys[key].trigger()
    walk.type("gh")
    field.flush()
    assert not walk.told(), "it is still to be chosen from the list that is open"
    walk.press(Key.Key_Escape)
    field.load(None, over=True)
    walk.type("zzzz")
    walk.press(Key.Key_Return)
    assert banner.accessibleName() == (
        "No State and no guest is called “zzzz”. Type two letters of the name and choose it from the list;"
        " another guest is given the floor by its name (Shift+F3)."
    )
    shell.memory.keep(replace(shell.memory.now, keys=(("session.guest", "Ctrl+J"),)))
    banner.retranslate()
    assert banner.accessibleName().endswith("by its name (Ctrl+J).")
    field.load(None, over=True)
    choose(walk, "ghana")
    assert not walk.told()
    shell.memory.keep(replace(shell.memory.now, keys=()))
    banner.deleteLater()


def test_speakers_are_listed_moved_taken_off_and_called_by_keys(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag", "ghana", "moroc", "brazi")
    assert waiting(walk) == ["PRY", "GHA", "MAR", "BRA"]
    table = walk.screen.room.queue.table
    table.view.setFocus()
    table.select(table.model.rows[2].listed.key)
    walk.press(Key.Key_Up, ALT)
    assert waiting(walk) == ["PRY", "MAR", "GHA", "BRA"]
    table.select(table.model.rows[3].listed.key)
    walk.press(Key.Key_Delete)
    assert waiting(walk) == ["PRY", "MAR", "GHA"]
    walk.press(Key.Key_F12)
    assert QApplication.focusWidget() is walk.screen.room.floor.form.note.editors[0]
    walk.clock.forward(2.5)
    assert line(walk) == ("Paraguay ▸", "02:31 / 03:00", "next: Morocco, Ghana")
    walk.clock.forward(1)
    assert line(walk)[1] == "▲ 03:31 / 03:00"
    walk.press(Key.Key_F12)
    assert line(walk)[0] == "Morocco ▸"
    said_first, _ = walk.screen.room.floor.table.model.rows
    assert said_first.spoken == "03:31"


def test_the_next_speaker_of_an_empty_list_is_nobody_and_the_clock_stands(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag")
    walk.press(Key.Key_F12)
    walk.clock.forward(2)
    walk.press(Key.Key_F12)
    assert walk.told() == (
        "There is no further speaker on the list: the floor is free, and the clock has stopped. Ctrl+Z takes this back."
    )
    assert walk.screen.speaking.isHidden()
    (heard,) = walk.desk.sittings.interventions(walk.meeting.key)
    assert heard.ended_at is not None
    undo(walk.desk.store)
    assert line(walk)[0] == "Paraguay ▸"
    walk.press(Key.Key_F12)
    walk.press(Key.Key_F12)
    assert walk.told().startswith("Nobody waits on the list of speakers")


def test_the_next_speaker_after_a_point_of_order_is_who_was_interrupted(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.desk.floor.give(walk.meeting.key, walk.item.key, "GHA", Language.EN)
    walk.clock.forward(1)
    walk.desk.motions.raise_point(walk.meeting.key, walk.item.key, "MAR", Language.EN)
    walk.press(Key.Key_F12)
    assert walk.told() == "Ghana was interrupted, and has the floor again: Shift+F12 lets the clock go on."
    assert line(walk)[0] == "Ghana ‖"


def test_the_clock_pauses_goes_on_and_ends_by_keys(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3)
    choose(walk, "ghana")
    walk.clock.forward(1)
    walk.press(Key.Key_F12, SHIFT)
    walk.clock.forward(5)
    assert line(walk)[:2] == ("Ghana ‖", "01:01 / 03:00")
    walk.press(Key.Key_F12, SHIFT)
    walk.clock.forward(1)
    assert line(walk)[:2] == ("Ghana ▸", "02:02 / 03:00")
    walk.press(Key.Key_F12, CTRL)
    assert walk.screen.speaking.isHidden()
    (heard,) = walk.desk.sittings.interventions(walk.meeting.key)
    assert heard.ended_at is not None
    walk.press(Key.Key_F12, CTRL)
    assert walk.told() == "Nobody has the floor; nothing was changed."
    undo(walk.desk.store)
    assert line(walk)[0] == "Ghana ▸"


def test_the_list_is_closed_and_the_right_of_reply_is_given_by_keys(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag")
    walk.press(Key.Key_F3, CTRL_SHIFT)
    close = walk.screen.keys[RoomKey.CLOSE_LIST]
    assert close.text() == "Open the list of speakers again"
    choose_after_close = "ghana"
    walk.press(Key.Key_F3, CTRL)
    choose(walk, choose_after_close)
    assert walk.told().startswith("The list of speakers is closed, and nobody was added.")
    walk.press(Key.Key_R, CTRL)
    choose(walk, "ghana")
    assert line(walk)[2] == "next: Paraguay, Ghana (right of reply) · the list is closed"
    walk.press(Key.Key_F12)
    walk.clock.forward(1)
    walk.press(Key.Key_F12)
    kinds = [one.kind for one in walk.desk.sittings.interventions(walk.meeting.key)]
    assert kinds == [InterventionKind.STATEMENT, InterventionKind.RIGHT_OF_REPLY]
    walk.press(Key.Key_F3, CTRL_SHIFT)
    assert close.text() == "Close the list of speakers"


def test_the_time_for_each_is_changed_for_one_list_and_usual_in_the_settings(walk: Walk) -> None:
    settings = walk.desk.settings.read()
    walk.desk.settings.save(type(settings)(speaking_minutes=5))
    walk.screen.refresh()
    minutes = walk.screen.room.queue.minutes
    assert minutes.value() == 5
    minutes.setFocus()
    for _ in range(3):
        walk.press(Key.Key_Down)
    walk.press(Key.Key_Return)
    assert walk.desk.floor.view(walk.meeting.key).limit(walk.item.key) == datetime.timedelta(minutes=2)


def test_the_sitting_is_suspended_and_resumed_by_one_key(walk: Walk) -> None:
    walk.press(Key.Key_F9, SHIFT)
    assert walk.told().startswith("No sitting is open")
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3)
    choose(walk, "ghana")
    walk.press(Key.Key_F9, SHIFT)
    assert walk.screen.keys[RoomKey.SUSPEND].text() == "Resume the sitting"
    pause = walk.desk.floor.view(walk.meeting.key).pauses[0]
    assert line(walk)[0] == f"Suspended since {walk.desk.sittings.local(walk.meeting, pause.suspended_at):%H:%M}"
    assert "1st sitting, suspended" in walk.screen.strip.place.text()
    reason = walk.screen.speaking.reason
    assert pause.reason is PauseReason.UNSAID, "nobody said why"
    reason.setFocus()
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Return)
    assert walk.desk.floor.view(walk.meeting.key).pauses[0].reason is PauseReason.BREAK
    walk.press(Key.Key_F9, SHIFT)
    assert line(walk)[0] == "Ghana ‖"


@pytest.mark.parametrize("typed", ["15", "1500", "15:00", "3 pm", "15 h"])
def test_the_hour_at_which_a_suspended_sitting_resumes_is_typed_at_once(walk: Walk, typed: str) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3)
    choose(walk, "ghana")
    before = QApplication.focusWidget()
    walk.press(Key.Key_F9, SHIFT)
    walk.press(Key.Key_F11)
    walk.screen.activateWindow()
    walk.type(typed)
    walk.press(Key.Key_Return)
    assert walk.desk.floor.view(walk.meeting.key).pauses[0].resumes == datetime.time(15)
    assert QApplication.focusWidget() is before
    assert "1st sitting, suspended until 15:00" in walk.screen.strip.place.text()
    projector = walk.screen.projection.projector
    assert projector is not None
    assert projector.texts()[1] == "The sitting is suspended. At 3\u00a0p.m. it will be resumed."
    undo(walk.desk.store)
    QApplication.processEvents()
    assert walk.screen.strip.place.text().endswith("1st sitting, suspended")
    assert projector.texts()[1] == "The sitting is suspended."


def test_an_hour_of_tomorrow_is_said_with_its_day(walk: Walk) -> None:
    walk.clock.at = datetime.datetime(2026, 11, 24, 20, tzinfo=datetime.UTC)
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F9, SHIFT)
    walk.press(Key.Key_F11)
    walk.screen.activateWindow()
    walk.type("7")
    walk.press(Key.Key_Return)
    assert "1st sitting, suspended until 07:00 on 25 November 2026" in walk.screen.strip.place.text()
    assert walk.screen.speaking.until.text() == "resumes on 25 November 2026 at"
    projector = walk.screen.projection.projector
    assert projector is not None
    said = "The sitting is suspended. At 7\u00a0a.m. on 25\u00a0November 2026 it will be resumed."
    assert projector.texts()[1].replace("\u00a0", " ") == said.replace("\u00a0", " ")


def test_closing_a_suspended_sitting_says_that_it_was_not_resumed(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F9, SHIFT)
    walk.press(Key.Key_F12)
    assert walk.told() == "The sitting is suspended, and nobody was given the floor: resume it first (Shift+F9)."
    walk.press(Key.Key_F9)
    assert walk.told().startswith("The sitting was suspended, and was closed at ")
    assert "Ctrl+Z takes that back; then press Shift+F9." in walk.told()
    assert walk.told().endswith("No adoption of the agenda is recorded."), "it was the only sitting"


def test_what_is_decided_while_the_sitting_is_suspended_is_said_and_it_is_resumed_from_the_vote(walk: Walk) -> None:
    line_above = walk.screen.strip.outside
    walk.press(Key.Key_F9)
    assert line_above.isHidden()
    meeting, item = walk.meeting.key, walk.item.key
    asked = Ballot(meeting, item, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("To end at noon"))
    walk.desk.voting.open(asked)
    QApplication.processEvents()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F9, SHIFT)
    assert walk.told().startswith("The sitting is suspended, and the vote waits")
    assert line_above.isVisible()
    assert line_above.text().startswith("▲ The sitting is suspended: what is decided now is decided while nobody is in")
    assert line_above.text().endswith("Press Shift+F9 to resume it first.")
    walk.press(Key.Key_F8)
    assert walk.screen.ballots.busy
    assert line_above.isVisible()
    walk.press(Key.Key_F9, SHIFT)
    assert walk.told() == "The sitting goes on."
    assert walk.desk.floor.view(walk.meeting.key).pauses[0].resumed_at is not None
    assert walk.screen.ballots.busy
    assert line_above.isHidden()
    walk.press(Key.Key_F9, SHIFT)
    assert walk.told().startswith("A vote is open: announce its result first"), "voting is not interrupted by a key"


def test_what_is_no_hour_is_said_and_whoever_resumes_has_the_keyboard_where_it_was(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3)
    choose(walk, "ghana")
    before = QApplication.focusWidget()
    walk.press(Key.Key_F9, SHIFT)
    walk.type("25")
    walk.press(Key.Key_Return)
    assert walk.told().startswith("“25” is not a time of day")
    walk.press(Key.Key_F9, SHIFT)
    assert walk.desk.floor.view(walk.meeting.key).pauses[0].resumes is None
    assert QApplication.focusWidget() is before
    walk.press(Key.Key_F9, SHIFT)
    assert walk.screen.speaking.resumes.editors[0].property("text") == "", "another pause, another hour"


# Points of order and motions


def test_r24_a_point_of_order_its_ruling_and_its_appeal_are_recorded_by_keys(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3)
    choose(walk, "ghana")
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.type("parag")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return, CTRL)
    assert line(walk)[0] == "Paraguay (point of order) ▸"
    walk.press(Key.Key_N)
    (file,) = walk.desk.motions.points(walk.meeting.key)
    assert file.point.ruling is Ruling.NOT_UPHELD
    assert line(walk)[0] == "Ghana ‖"
    assert walk.told() == "Ghana was interrupted, and has the floor again: Shift+F12 lets the clock go on."
    walk.press(Key.Key_A)
    walk.type("moroc")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return, CTRL)
    walk.press(Key.Key_V)
    card = walk.screen.ballots.card
    assert card.isVisible()
    assert card.fields.kind.value() is VoteKind.APPEAL
    walk.press(Key.Key_Return, CTRL)
    vote = walk.desk.voting.open_vote(walk.meeting.key)
    assert vote is not None
    assert (vote.point, vote.question.en) == (
        file.point.key, "Shall the appeal against the ruling of the Chair be upheld?",
    )  # fmt: skip


@pytest.mark.parametrize(("in_favour", "came"), [(5, "the ruling was overruled"), (2, "the ruling stands")])
def test_r24_the_result_of_an_appeal_says_what_became_of_the_ruling(walk: Walk, in_favour: int, came: str) -> None:
    desk = walk.desk
    raised = desk.motions.raise_point(walk.meeting.key, walk.item.key, "PRY", Language.EN)
    desk.motions.rule(raised.key, Ruling.NOT_UPHELD)
    desk.motions.appeal(raised.key, "PRY")
    (file,) = desk.motions.points(walk.meeting.key)
    vote = desk.voting.open(replace(ballot_on(file), method=Method.SHOW_OF_HANDS))
    desk.voting.record_hands(vote.key, HandCount(in_favour, 3, 0))
    QApplication.processEvents()
    closing = walk.screen.ballots.view.closing
    assert came in closing.button.text()
    assert closing.outcome.text() == f"By the numbers: {came}"
    desk.voting.close(vote.key)
    QApplication.processEvents()
    assert closing.outcome.text() == f"Announced: {came}"


def test_r24_the_card_of_a_ruling_goes_with_the_point_of_order_that_was_undone(walk: Walk) -> None:
    ruling = walk.screen.cards.ruling
    for filled in (False, True):
        walk.desk.motions.raise_point(walk.meeting.key, walk.item.key, "PRY", Language.EN)
        walk.press(Key.Key_O, CTRL_SHIFT)
        if filled:
            walk.press(Key.Key_Down)
        assert (ruling.isVisible(), ruling.filled) == (True, filled)
        undo(walk.desk.store)
        QApplication.processEvents()
        assert not ruling.isVisible(), "nothing is left to be ruled on"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert walk.screen.room.isAncestorOf(focus)


def test_r24_a_motion_is_moved_spoken_on_and_settled_by_keys(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_M, CTRL_SHIFT)
    for _ in range(2):
        walk.press(Key.Key_Down)
    walk.press(Key.Key_Tab)
    choose(walk, "ghana")
    walk.press(Key.Key_Return, CTRL)
    for key, letters in ((Key.Key_F, "brazi"), (Key.Key_G, "moroc"), (Key.Key_G, "parag")):
        walk.press(key)
        choose(walk, letters)
        walk.press(Key.Key_Return, CTRL)
    (file,) = walk.desk.motions.pending(walk.meeting.key)
    assert (file.motion.kind, len(file.in_favour), len(file.against)) == (MotionKind.ADJOURN_DEBATE, 1, 2)
    motions = walk.screen.room.motions
    assert motions.table.current is not None
    assert motions.table.current.standing(walk.language.words) == "spoke in favour 1 of 2, against 2 of 2"
    assert motions.precedence.isHidden()
    motions._fold.click()
    assert motions.precedence.text().startswith("(1) Suspend the meeting: not debated (GA 76/118)")
    motions.table.view.setFocus()
    walk.press(Key.Key_W)
    assert walk.desk.motions.files(walk.meeting.key)[0].motion.fate is Fate.WITHDRAWN


@pytest.mark.parametrize("tongue", list(Language))
def test_r24_the_fate_of_a_motion_is_said_in_its_own_gender(walk: Walk, tongue: Language) -> None:
    moved = walk.desk.motions.move(walk.meeting.key, walk.item.key, "GHA", MotionKind.ADJOURN, Language.EN)
    walk.desk.motions.settle(moved.key, Fate.NOT_ADOPTED)
    QApplication.processEvents()
    motions = walk.screen.room.motions
    motions.table.select(moved.key)
    current = motions.table.current
    assert current is not None
    words = catalog(tongue)
    assert current.standing(words) == words.pgettext("motion", "not adopted")
    assert tongue is Language.EN or current.standing(words) != words.gettext("not adopted")


def test_r25_a_point_of_order_on_the_conduct_of_the_voting_leaves_the_vote_where_it_was(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.open_roll_call()
    walk.press(Key.Key_Y)
    walk.press(Key.Key_O, CTRL_SHIFT)
    choose(walk, "ghana")
    assert walk.screen.cards.ruling.isVisible()
    walk.press(Key.Key_Y)
    (file,) = walk.desk.motions.points(walk.meeting.key)
    assert (file.point.on_voting, file.point.ruling) == (True, Ruling.UPHELD)
    assert walk.screen.ballots.isVisible()
    walk.press(Key.Key_Y)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    assert len(walk.desk.voting.positions(vote.key)) == 2


def test_r24_nobody_is_offered_to_speak_on_a_motion_that_is_not_debated(walk: Walk) -> None:
    motions = walk.screen.room.motions
    offered = {
        MotionKind.SUSPEND: (False, False), MotionKind.ADJOURN: (False, False),
        MotionKind.ADJOURN_DEBATE: (True, True), MotionKind.CLOSE_DEBATE: (False, True),
    }  # fmt: skip
    for kind, either in offered.items():
        moved = walk.desk.motions.move(walk.meeting.key, walk.item.key, "GHA", kind, Language.EN)
        QApplication.processEvents()
        motions.reveal(moved.key)
        assert (motions.buttons[Deed.IN_FAVOUR].isVisible(), motions.buttons[Deed.AGAINST].isVisible()) == either
        assert motions.buttons[Deed.VOTE].isVisible()
        walk.press(Key.Key_W)


def test_r24_what_is_said_on_a_motion_is_recorded_on_it_whatever_is_pressed_meanwhile(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    motion = walk.desk.motions.move(
        walk.meeting.key, walk.item.key, "GHA", MotionKind.CLOSE_DEBATE, Language.EN
    )  # fmt: skip
    walk.desk.motions.raise_point(walk.meeting.key, walk.item.key, "PRT", Language.EN)
    QApplication.processEvents()
    motions = walk.screen.room.motions
    motions.reveal(motion.key)
    walk.press(Key.Key_G)
    walk.type("brazi")
    walk.press(Key.Key_Tab)  # Enter would record it at once
    walk.screen.activateWindow()
    walk.press(Key.Key_O, CTRL_SHIFT)
    cards = walk.screen.cards
    assert (cards.rise.isVisible(), cards.ruling.isVisible()) == (True, False)
    assert cards.rise.name == "Speaks against the motion – Close the debate on the item"
    walk.press(Key.Key_Return, CTRL)
    (point,), (file,) = walk.desk.motions.points(walk.meeting.key), walk.desk.motions.files(walk.meeting.key)
    assert (point.point.appealed_by, [one.state for one in file.against]) == (None, ["BRA"])


def test_r24_a_card_that_is_filled_in_is_not_emptied_by_the_key_of_another(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_M, CTRL_SHIFT)
    walk.press(Key.Key_Tab)
    walk.type("ghana")
    walk.press(Key.Key_Tab)
    walk.screen.activateWindow()
    walk.press(Key.Key_O, CTRL_SHIFT)
    rise = walk.screen.cards.rise
    assert (rise.name, rise.fields.state.value()) == ("Procedural motion", "GHA")
    walk.press(Key.Key_Return, CTRL)
    walk.press(Key.Key_O, CTRL_SHIFT)
    choose(walk, "parag")
    walk.press(Key.Key_Return, CTRL)
    walk.press(Key.Key_O, CTRL_SHIFT)
    ruling = walk.screen.cards.ruling
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_M, CTRL_SHIFT)
    assert (ruling.isVisible(), rise.isVisible()) == (True, False)
    walk.press(Key.Key_Return, CTRL)
    assert walk.desk.motions.points(walk.meeting.key)[0].point.ruling is Ruling.NOT_UPHELD


def test_r24_a_motion_is_recorded_under_the_item_at_which_it_was_begun(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_M, CTRL_SHIFT)
    walk.press(Key.Key_Tab)
    choose(walk, "ghana")
    walk.screen.go_to(f"{walk.meeting.key}:second:")
    walk.press(Key.Key_Return, CTRL)
    (file,) = walk.desk.motions.files(walk.meeting.key)
    assert file.motion.item == walk.item.key


def test_r25_after_a_point_of_order_in_an_election_the_keyboard_is_in_the_election(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.desk.elections.open(
        NewElection(walk.meeting.key, walk.item.key, said("Election"), 1, tuple(map(Nominee, ("MAR", "PRY", "PRT"))))
    )  # fmt: skip
    walk.press(Key.Key_F8, CTRL)
    page = walk.screen.elections
    walk.press(Key.Key_B)
    walk.press(Key.Key_O, CTRL_SHIFT)
    choose(walk, "ghana")
    assert len(walk.desk.motions.points(walk.meeting.key)) == 1
    assert walk.screen.cards.ruling.isVisible(), "the ruling is asked at once"
    walk.press(Key.Key_Y)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isVisible()
    assert page.isAncestorOf(focus)
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is focus


def test_r24_a_point_of_order_without_a_ruling_does_not_keep_later_ones_from_being_raised(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    cards = walk.screen.cards
    old = walk.desk.motions.raise_point(walk.meeting.key, walk.item.key, "PRT", Language.EN)
    walk.desk.floor.finish(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_PageDown, CTRL)
    walk.press(Key.Key_O, CTRL_SHIFT)
    assert (cards.rise.isVisible(), cards.ruling.isVisible()) == (True, False), "another item"
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_PageUp, CTRL)
    walk.press(Key.Key_O, CTRL_SHIFT)
    assert cards.ruling.name == "Ruling of the Chair – Portugal", "in this sitting, under this item"
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F9)
    walk.clock.forward(24 * 60)
    day = registers.OPENS + datetime.timedelta(days=1)
    walk.desk.meetings.save_sitting(
        Sitting("tomorrow", walk.meeting.key, 9, day, datetime.time(10), datetime.time(13))
    )  # fmt: skip
    walk.desk.sittings.next(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_O, CTRL_SHIFT)
    assert (cards.rise.isVisible(), cards.ruling.isVisible()) == (True, False), "an earlier day"
    choose(walk, "parag")
    walk.press(Key.Key_Return, CTRL)
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.press(Key.Key_Y)
    first, second = walk.desk.motions.points(walk.meeting.key)
    assert (first.point.key, first.point.ruling, second.point.ruling) == (old.key, None, Ruling.UPHELD)


# Who is present


def test_a_list_of_who_is_present_is_pasted_and_taken_over(walk: Walk) -> None:
    walk.press(Key.Key_F5, CTRL_SHIFT)
    QApplication.clipboard().setText("Paraguay\nMaroc\nGhana; online\nAtlantis")
    walk.press(Key.Key_V, CTRL)
    walk.press(Key.Key_Return, CTRL)
    assert walk.told() == "Noted as present: 3. Not noted: Atlantis."
    roll = walk.desk.sittings.roll(walk.meeting.key)
    there = {one.state.iso3: one.presence for one in roll.delegations if one.present}
    assert there == {
        "PRY": PresenceKind.ARRIVED, "MAR": PresenceKind.ARRIVED, "GHA": PresenceKind.ARRIVED_ONLINE,
    }  # fmt: skip
    assert "–… online; Morocco: " in walk.screen.room.presence.timeline.words_of()
    assert "African: 2 members of 2: 2" in walk.screen.room.presence.groups.words_of()


def test_a_list_dropped_on_the_text_of_its_card_is_read_and_not_written_down(walk: Walk, tmp_path: Path) -> None:
    walk.press(Key.Key_F5, CTRL_SHIFT)
    card, names = walk.screen.room.presence.card, tmp_path / "present.csv"
    names.write_text("Paraguay\nGhana\n", encoding="utf-8")
    text = card.fields.names.editors[0]
    assert isinstance(text, QPlainTextEdit)
    drop(text.viewport(), [names])
    assert "present.csv" not in text.toPlainText()
    drop(card, [names])
    assert text.toPlainText() == "Paraguay\nGhana"


def test_the_bar_of_a_group_counts_its_members_and_names_who_else_is_there(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    roll = walk.desk.sittings.roll(walk.meeting.key)
    observers = [one.state for one in roll.delegations if one.kind is MembershipKind.OBSERVER]
    assert observers
    said_so = walk.screen.room.presence.groups.words_of()
    for count in walk.screen.room.presence.groups._counts:
        group = [one for one in roll.delegations if one.state.group is count.group]
        members = [one for one in group if one.kind is MembershipKind.MEMBER]
        assert count.number == len(members)
        assert ("observer" in count.label) == (len(group) > len(members))
    assert "1 observer: " in said_so


def test_who_is_there_is_drawn_until_now_and_no_further(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F5, SHIFT)
    walk.clock.forward(3)
    walk.screen.refresh()
    timeline = walk.screen.room.presence.timeline
    timeline.resize(600, timeline.height_for(600))
    image = timeline.grab().toImage()
    ink = QColor(colours().accent)
    row = timeline._head() + timeline._row() // 2
    drawn = [x for x in range(image.width()) if image.pixelColor(x, row) == ink]
    names, whole = min(drawn), image.width() - min(drawn)
    assert 0.05 < (max(drawn) - names) / whole < 0.2, "three minutes of the half hour that is shown"


# A morning of a real meeting


def test_the_morning_of_19_december_2017_is_replayed_by_keys_alone(tmp_path: Path, qtbot: QtBot, shell: Shell) -> None:
    """Facts of the 73rd plenary meeting of the seventy-second session (A/72/PV.73, GA/11993; tests/data).

    Of its many texts: one adopted without a vote, on which the State concerned spoke; resolution 72/162, adopted by a
    recorded vote of 187 to none; action deferred on others. Our rules ask for consensus first.
    """
    path = registers.fresh(tmp_path / "assembly.nmirf")
    clock = Hand(datetime.datetime(2017, 12, 19, 15, tzinfo=datetime.UTC))
    day = datetime.date(2017, 12, 19)
    (record,) = [one for one in rows("recorded_votes.csv") if one["resolution"] == "A/RES/72/162"]
    voted = dict(one.split(":") for one in record["positions"].split())
    with open_register(path, author="Rapporteur", clock=clock) as store:
        desk = Secretariat(store, clock)
        desk.members.admit_founders(sorted(desk.states.on(day)), MembershipKind.MEMBER)
        meeting = Meeting("m", "A/72/PV.73", MeetingKind.ANNUAL, 1, 2024, said("73rd plenary meeting"),
                          datetime.date(2024, 12, 19), datetime.date(2024, 12, 19), said("New York"))  # fmt: skip
        clock.at = datetime.datetime(2024, 12, 19, 15, tzinfo=datetime.UTC)
        desk.meetings.save(meeting)
        desk.agendas.add(AgendaItem("72", "m", 0, said("Human rights situations")))
        desk.agendas.add(AgendaItem("other", "m", 1, said("Human rights questions")))
        desk.meetings.save_sitting(Sitting("s", "m", 1, meeting.opens_on, datetime.time(10), datetime.time(13)))
        store.subscribe(shell.feed.announce)
        screen = SessionScreen(desk, shell.language, shell.alerts)
        screen.show_as_of(meeting.opens_on)
        shell.feed.changed.connect(screen.touched)
        for action in screen.actions():
            screen.addAction(action)
        qtbot.addWidget(screen)
        screen.resize(1200, 800)
        screen.show()
        screen.activateWindow()
        QApplication.processEvents()
        _replay(screen, desk, clock, voted)
        screen.close()


def _replay(screen: SessionScreen, desk: Secretariat, clock: Hand, voted: dict[str, str]) -> None:
    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        keyboard.press(screen, key, modifier)
        clock.forward(0.02)

    press(Key.Key_F9)
    press(Key.Key_F5, SHIFT)
    press(Key.Key_F4)
    keyboard.write(screen, "Situation in a State")
    press(Key.Key_F7)
    press(Key.Key_F3)
    keyboard.write(screen, "democratic people")
    press(Key.Key_Return)
    clock.forward(4)
    press(Key.Key_F12, CTRL)
    press(Key.Key_PageDown, CTRL)
    press(Key.Key_F4)
    keyboard.write(screen, "Resolution 72/162")
    press(Key.Key_F7, SHIFT)
    press(Key.Key_F8)
    screen.ballots.card.fields.method.setFocus()
    press(Key.Key_End)
    press(Key.Key_Up)  # the last one is the secret ballot
    press(Key.Key_Return, CTRL)
    vote = desk.voting.open_vote("m")
    assert vote is not None
    for code in vote.entitled:
        press({"Y": Key.Key_Y, "N": Key.Key_N, "A": Key.Key_A}.get(voted.get(code, ""), Key.Key_0))
    press(Key.Key_Return)
    QTest.qWait(1)
    press(Key.Key_Return)
    press(Key.Key_F9)
    board = desk.voting.board(vote.key)
    assert (board.tally.in_favour, board.tally.against, board.tally.abstaining) == (187, 0, 0)
    assert [one.mode for one in desk.proposals.decisions("m")] == [Mode.CONSENSUS, Mode.VOTE]
    (heard,) = desk.sittings.interventions("m")
    assert heard.state == "PRK"
    assert heard.ended_at is not None
    assert desk.floor.view("m").spoken(heard.key, clock()) == datetime.timedelta(minutes=4, seconds=1.2)
    assert desk.sittings.all("m")[0].closed_at is not None


def test_r17_a_delegation_marked_absent_is_present_once_it_has_the_floor(walk: Walk) -> None:
    """Its point of order and its statement were recorded, and the count of who is present stayed one short."""
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F5, SHIFT)
    walk.desk.sittings.record(walk.meeting.key, ["GHA", "PRY"], PresenceKind.LEFT)
    before = len(walk.desk.sittings.presence(walk.meeting.key))
    walk.press(Key.Key_F3)
    choose(walk, "ghana")
    walk.press(Key.Key_O, CTRL_SHIFT)
    walk.type("parag")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return, CTRL)
    walk.screen.activateWindow()
    assert walk.desk.motions.points(walk.meeting.key)
    assert walk.screen.facts is not None
    assert len([one for one in walk.screen.facts.roll.delegations if one.present]) == before + 2
    undo(walk.desk.store)
    assert "PRY" not in walk.desk.sittings.presence(walk.meeting.key)


def test_the_right_of_reply_ends_with_the_keyboard_in_the_line_and_with_the_item(walk: Walk) -> None:
    """The label stayed, so that a name typed there later was listed for a reply that nobody had asked for."""
    walk.press(Key.Key_F9)
    queue = walk.screen.room.queue

    def label() -> str:
        return queue.state.editors[0].accessibleName()

    def replies() -> list[bool]:
        return [one.reply for one in walk.desk.floor.view(walk.meeting.key).queue(walk.item.key)]

    walk.press(Key.Key_R, CTRL)
    choose(walk, "ghana")
    assert label() == "Right of reply", "another reply may follow"
    choose(walk, "moroc")
    walk.press(Key.Key_F12)
    QTest.qWait(10)
    assert label() == "Put on the list of speakers"
    queue.state.begin()
    choose(walk, "parag")
    assert sorted(replies()) == [False, True]
    walk.press(Key.Key_R, CTRL)
    walk.press(Key.Key_Tab)
    QTest.qWait(10)
    assert label() == "Put on the list of speakers"
    walk.press(Key.Key_R, CTRL)
    walk.press(Key.Key_PageDown, CTRL)
    assert label() == "Put on the list of speakers"


def test_a_reply_that_is_given_up_is_none_and_a_name_to_be_put_right_is_still_for_one(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    queue = walk.screen.room.queue
    walk.press(Key.Key_R, CTRL)
    walk.type("ghana")
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_Tab)
    QTest.qWait(10)
    assert walk.desk.floor.view(walk.meeting.key).queue(walk.item.key) == ()
    assert queue.state.editors[0].accessibleName() == "Put on the list of speakers"
    walk.press(Key.Key_R, CTRL)
    walk.type("ghana")
    walk.press(Key.Key_Return)
    (one,) = walk.desk.floor.view(walk.meeting.key).queue(walk.item.key)
    assert one.reply
    walk.press(Key.Key_R, CTRL)
    walk.type("zzzz")
    walk.press(Key.Key_Tab)
    QTest.qWait(10)
    assert queue.state.editors[0].accessibleName() == "Right of reply", "the name is still to be put right"


def test_for_the_right_of_reply_the_line_says_so_and_how_it_is_left(walk: Walk) -> None:
    queue = walk.screen.room.queue
    assert not queue.replying.isVisible()
    walk.press(Key.Key_R, CTRL)
    assert queue.replying.isVisible()
    assert "for the right of reply. Esc: for the list again." in queue.replying.text()
    walk.press(Key.Key_Escape)
    assert not queue.replying.isVisible()
    assert QApplication.focusWidget() is queue.state.editors[0]
    choose(walk, "ghana")
    (listed,) = walk.desk.floor.view(walk.meeting.key).listed
    assert not listed.reply


def test_r17_whoever_was_not_noted_as_present_and_answers_is_said_to_be_present_now(walk: Walk) -> None:
    """A delegation marked absent answered, and became present without a word."""
    walk.desk.sittings.all_arrive(walk.meeting.key)
    walk.desk.sittings.record(walk.meeting.key, ["BRA"], PresenceKind.LEFT)
    walk.open_roll_call()
    walk.press(Key.Key_Y)
    assert walk.told() == "Brazil was not noted as present: as it has answered, it is noted as present from now on."
    walk.press(Key.Key_Backspace)
    walk.press(Key.Key_N)
    walk.alerts.clear()
    walk.press(Key.Key_Y)
    assert walk.told() == "", "the next one was there"


def test_whoever_is_listed_and_not_noted_as_present_is_remarked(walk: Walk) -> None:
    list_speakers(walk, "parag")
    assert walk.told() == "", "nobody is noted as present yet: nothing is known"
    walk.desk.sittings.all_arrive(walk.meeting.key)
    walk.desk.sittings.record(walk.meeting.key, ["GHA"], PresenceKind.LEFT)
    QApplication.processEvents()
    list_speakers(walk, "ghana")
    assert walk.told() == "Ghana is not noted as present; it is on the list of speakers all the same."
    assert waiting(walk) == ["PRY", "GHA"]
    walk.desk.sittings.record(walk.meeting.key, ["MAR"], PresenceKind.ARRIVED_ONLINE)
    walk.desk.sittings.record(walk.meeting.key, ["MAR"], PresenceKind.CONNECTION_LOST)
    QApplication.processEvents()
    list_speakers(walk, "morocco")
    assert walk.told() == "The connection of Morocco is lost; it is on the list of speakers all the same."
    list_speakers(walk, "indonesia")
    assert walk.told() == "", "a remark leaves with the next act"


@pytest.mark.parametrize("key", [Key.Key_M, Key.Key_O])
def test_r24_what_an_observer_moves_or_raises_is_recorded_and_remarked(walk: Walk, key: Qt.Key) -> None:
    """It was recorded without a word."""
    walk.press(Key.Key_F9)
    walk.press(key, CTRL_SHIFT)
    if key == Key.Key_M:
        walk.press(Key.Key_Tab)
    choose(walk, "switzer")
    QApplication.processEvents()
    assert walk.told().startswith("Switzerland is no member: this is recorded as it happened")
    motions, points = walk.desk.motions.files(walk.meeting.key), walk.desk.motions.points(walk.meeting.key)
    assert len(motions) + len(points) == 1


def test_r24_of_a_motion_that_nobody_speaks_in_favour_of_the_speakers_against_are_counted(walk: Walk) -> None:
    """It said "spoke in favour 0 of 0"."""
    walk.press(Key.Key_F9)
    walk.desk.motions.move(walk.meeting.key, walk.item.key, "GHA", MotionKind.CLOSE_DEBATE, Language.EN)
    QApplication.processEvents()
    (line,) = walk.screen.room.motions.table.model.rows
    assert line.standing(walk.language.words) == "spoke against 0 of 2"


# The language of a note


def note(walk: Walk, letters: str, text: str) -> Language:
    """A State takes the floor and something is noted; the language of the note, which the field shows."""
    walk.press(Key.Key_F3)
    choose(walk, letters)
    return go_on(walk, text)


def go_on(walk: Walk, text: str) -> Language:
    floor = walk.screen.room.floor
    floor.form.note.editors[0].setFocus()
    walk.type(text)
    floor.form.flush()
    QApplication.processEvents()
    assert floor.chosen is not None
    assert text.strip() in floor.chosen.note
    assert floor.form.tongue.value() is floor.chosen.language
    return floor.chosen.language


def label(walk: Walk) -> str:
    return walk.screen.room.floor.form.labels()[0].text()


def test_a_new_note_is_in_the_language_of_its_words_else_of_its_speakers_last_note(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    assert note(walk, "ghana", "thanked") is Language.EN
    assert label(walk) == "Note"
    assert go_on(walk, " the Chair for the report") is Language.EN
    assert note(walk, "mor", "remercie") is Language.FR
    assert label(walk) == "Note in French"
    assert go_on(walk, " le Bureau et salue ses travaux") is Language.FR
    assert note(walk, "para", "agradece al Bureau su informe") is Language.ES
    assert note(walk, "mor", "cite Ghana") is Language.FR
    assert note(walk, "para", "OK") is Language.ES
    assert note(walk, "bra", "OK") is Language.EN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lamenta que el informe llegara tarde", Language.ES),
        ("apoya la propuesta de Ghana", Language.ES),
        ("insiste sur la participation des observateurs", Language.FR),
        ("annonce une contribution de son pays", Language.FR),
        ("regrets that the report came late", Language.EN),
    ],
)
def test_the_first_short_note_of_a_speaker_is_in_the_language_of_its_words(
    walk: Walk, text: str, told: Language
) -> None:
    walk.press(Key.Key_F9)
    assert note(walk, "ghana", text) is told


def test_a_note_begun_with_a_word_of_no_language_is_told_when_it_goes_on_later(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    floor = walk.screen.room.floor
    assert note(walk, "ghana", "OK") is Language.EN
    first = floor.chosen
    assert first is not None
    assert note(walk, "mor", "salue le rapport") is Language.FR
    floor.write(first.key)
    assert go_on(walk, ", apoya la propuesta") is Language.ES
    assert label(walk) == "Note in Spanish"


def test_a_language_that_was_chosen_stays_and_is_that_of_the_next_note_that_tells_none(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    floor = walk.screen.room.floor
    assert note(walk, "mor", "salue le rapport et les travaux du Bureau") is Language.FR
    first = floor.chosen
    assert first is not None
    floor.form.tongue.editors[0].setFocus()
    walk.press(Key.Key_Down)
    assert go_on(walk, " et le remercie") is Language.ES, "whoever chose it knows"
    assert note(walk, "para", "OK") is Language.ES
    assert note(walk, "ghana", "thanked the Chair for the report") is Language.EN
    floor.write(first.key)
    assert go_on(walk, " and thanked the Chair for that") is Language.ES


def test_r19_the_list_of_a_call_says_who_is_not_there_until_it_answers(walk: Walk) -> None:
    """Nothing told that a State would be called in vain."""
    walk.open_roll_call()
    assert {said_of_call(walk)[code] for code in ("BRA", "GHA", "PRY")} == {"still to answer"}, "nothing is known yet"
    desk, meeting = walk.desk, walk.meeting.key
    desk.sittings.all_arrive(meeting)
    desk.sittings.record(meeting, ["BRA"], PresenceKind.LEFT)
    desk.sittings.record(meeting, ["GHA"], PresenceKind.ARRIVED_ONLINE)
    desk.sittings.record(meeting, ["GHA"], PresenceKind.CONNECTION_LOST)
    QApplication.processEvents()
    told = said_of_call(walk)
    assert (told["BRA"], told["GHA"], told["PRY"]) == ("absent", "disconnected", "still to answer")
    for line in walk.screen.ballots.view.count.table.model.rows:
        mark = answers(walk).mark
        assert mark is not None
        assert bool(getattr(mark(line), "icon", "")) is (line.away is not None), "a sign, and not a colour alone"
    walk.press(Key.Key_Y)
    assert said_of_call(walk)["BRA"] == "In favour"
    QTest.qWait(300)
    assert said_of_call(walk)["GHA"] == "disconnected", "who is present was read again"
    desk.sittings.record(meeting, ["GHA"], PresenceKind.CONNECTION_RESTORED)
    QApplication.processEvents()
    assert said_of_call(walk)["GHA"] == "still to answer"


def answers(walk: Walk) -> Column[Answered]:
    """The column of the answers in the list of a vote by name."""
    columns = walk.screen.ballots.view.count.table.model.columns
    return next(one for one in columns if one.title == "Answer")


def said_of_call(walk: Walk) -> dict[str, str]:
    """What the list of a vote by name has of each State."""
    rows = walk.screen.ballots.view.count.table.model.rows
    return {line.state.iso3: answers(walk).text(line, walk.language.words) for line in rows}


# Keys that do nothing say why


def test_a_key_that_does_nothing_with_a_motion_says_which_do(walk: Walk) -> None:
    """Two letters of a State, Enter and a letter of another place did nothing, without a word."""
    walk.press(Key.Key_F9)
    motion = walk.desk.motions.move(walk.meeting.key, walk.item.key, "GHA", MotionKind.SUSPEND, Language.EN)
    QApplication.processEvents()
    walk.screen.room.show_motion(motion.key)
    acts = "Y: adopted without a vote; N: motion not adopted; V: put to the vote; W: withdrawn"
    for key, name in ((Key.Key_B, "B"), (Key.Key_A, "A"), (Key.Key_Return, "Enter"), (Key.Key_R, "R")):
        walk.alerts.clear()
        walk.press(key)
        assert walk.told() == f"“{name}” does nothing with what is chosen here. Its keys are {acts}."
        assert walk.screen.room.motions.held
    walk.press(Key.Key_Y)
    assert walk.told().startswith("The motion is adopted"), "what was said before is gone"
    walk.press(Key.Key_Y)
    assert walk.told() == "“Y” does nothing with what is chosen here: it is settled, or the vote on it is open."
    walk.press(Key.Key_Home)
    assert "Home" not in walk.told()


def test_down_and_alt_with_an_arrow_go_from_the_line_into_the_list_of_speakers(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "ghana", "parag")
    queue = walk.screen.room.queue
    assert queue.state.editors[0].hasFocus()
    walk.press(Key.Key_Down)
    assert queue.table.view.hasFocus()
    current = queue.table.current
    assert current is not None
    assert current.listed.state == "GHA"
    walk.press(Key.Key_F3, CTRL)
    walk.press(Key.Key_Down, ALT)
    assert waiting(walk) == ["PRY", "GHA"], "who is selected was moved at once"
    assert queue.table.view.hasFocus()
    walk.press(Key.Key_Up, ALT)
    assert waiting(walk) == ["GHA", "PRY"]


def test_where_nobody_waits_down_stays_in_the_line(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3, CTRL)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Up, ALT)
    assert walk.screen.room.queue.state.editors[0].hasFocus()


@pytest.mark.parametrize("typed", ["8", "25"])
def test_an_hour_that_was_refused_is_typed_over_or_left(walk: Walk, typed: str) -> None:
    """It is 9: 8 is past. The refused hour stayed, and the keyboard had left it where it was an hour."""
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F3)
    choose(walk, "ghana")
    before = QApplication.focusWidget()
    walk.press(Key.Key_F9, SHIFT)
    (line_of_hour,) = walk.screen.speaking.resumes.editors
    walk.type(typed)
    walk.press(Key.Key_Return)
    assert "type one of the next twelve hours" in walk.told() or "is not a time of day" in walk.told()
    assert line_of_hour.hasFocus(), "it can be put right at once"
    assert line_of_hour.property("wrong") == "true"
    walk.press(Key.Key_Escape)
    assert line_of_hour.property("text") == ""
    assert line_of_hour.property("wrong") == "false"
    assert walk.told() == ""
    assert QApplication.focusWidget() is before
    line_of_hour.setFocus()
    for _ in range(2):
        walk.alerts.clear()
        walk.type(typed)
        walk.press(Key.Key_Return)
        assert walk.told(), "as often as it is tried"
    walk.type("15")
    walk.press(Key.Key_Return)
    assert walk.desk.floor.view(walk.meeting.key).pauses[0].resumes == datetime.time(15)
    assert line_of_hour.property("wrong") == "false"
    assert walk.told() == ""
