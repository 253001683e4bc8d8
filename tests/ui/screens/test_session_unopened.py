"""What is recorded while no sitting is open: it is recorded, and the screen says so all the time."""

import datetime
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.ui.shell import Shell
from tests.ui.screens.conftest import Walk

Key = Qt.Key


def test_while_no_sitting_is_open_a_line_says_so_and_names_the_key(walk: Walk) -> None:
    line = walk.screen.strip.outside
    assert line.isVisible()
    assert line.text().startswith("▲ No sitting is open: what is recorded now stands outside any sitting")
    assert line.text().endswith("Press F9 to open one.")
    walk.press(Key.Key_F3)
    walk.type("gha")
    walk.press(Key.Key_Return)
    assert [one.state for one in walk.desk.sittings.interventions(walk.meeting.key)] == ["GHA"]
    assert line.isVisible()
    walk.press(Key.Key_F9)
    assert not line.isVisible()
    walk.press(Key.Key_F9)
    assert line.isVisible()


def test_where_the_minutes_are_approved_a_line_says_that_they_will_not_tell_it(walk: Walk) -> None:
    line, minutes = walk.screen.strip.approved, walk.desk.minutes
    walk.press(Key.Key_F9)
    assert not line.isVisible()
    walk.press(Key.Key_F9)
    minutes.draft(walk.meeting.key)
    found = minutes.minutes(walk.meeting.key)
    assert found is not None
    day = walk.clock.at.date()
    later = day + datetime.timedelta(days=10)
    walk.clock.at += datetime.timedelta(days=20)
    minutes.circulate(found.key, Circulation(day, later))
    minutes.approve(found.key, later + datetime.timedelta(days=1))
    QApplication.processEvents()
    assert line.isVisible()
    assert line.text().startswith("▲ The minutes of this meeting were approved on ")
    assert "what is recorded now will not stand in them" in line.text()
    walk.press(Key.Key_F3)
    walk.type("gha")
    walk.press(Key.Key_Return)
    assert [one.state for one in walk.desk.sittings.interventions(walk.meeting.key)] == ["GHA"]


def test_the_line_names_ones_own_key(walk: Walk, shell: Shell) -> None:
    shell.memory.keep(replace(shell.memory.now, keys=(("session.gavel", "Ctrl+G"),)))
    QApplication.processEvents()
    assert walk.screen.strip.outside.text().endswith("Press Ctrl+G to open one.")


def test_the_room_is_that_of_the_open_sitting_whatever_meeting_was_looked_at(walk: Walk) -> None:
    """Statements were noted at a closed meeting whose minutes had been read on another screen."""
    other = replace(walk.meeting, key="other", symbol="NMIRF/2027")
    walk.desk.meetings.save(other)
    later = walk.desk.sittings.open_unplanned("other")
    screen, line = walk.screen, walk.screen.strip.outside
    assert screen.meeting_key() == walk.meeting.key
    screen.follow(walk.meeting.key)
    screen.begin_again()
    assert screen.meeting_key() == "other"
    screen.follow(walk.meeting.key)
    assert screen.meeting_key() == "other"
    screen.go_to(walk.meeting.key)
    QApplication.processEvents()
    assert screen.meeting_key() == walk.meeting.key
    assert line.text().startswith("▲ A sitting of NMIRF/2027 is open")
    assert line.text().endswith("Ctrl+6 leads back.")
    screen.begin_again()
    assert screen.meeting_key() == "other"
    walk.desk.sittings.close(later.key)
    screen.follow(walk.meeting.key)
    assert screen.meeting_key() == walk.meeting.key
