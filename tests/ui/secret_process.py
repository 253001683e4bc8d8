"""A process of its own in which papers are marked and counted: ``python -m tests.ui.secret_process REGISTER WAY``.

The screen of the session is walked by keys, as in the program: *secret* holds an election with marked papers and a
secret ballot on a motion, *named* takes a recorded vote of the same members. When all is announced it says which of its
own objects hold a member beside a choice, and waits for a line, so that its memory can be read from outside.
"""

import datetime
import gc
import json
import sys
import tempfile
from collections.abc import Collection, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Answer, Method, VoteKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.shell import make_shell
from tests import registers
from tests.registers import OPENS, Hand, said
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election_rounds import begun, to

Key = Qt.Key
VOTERS = ("BRA", "CRI", "IDN", "MAR", "PRT", "PRY", "SVN", "URY")
CANDIDATES = ("CHE", "JPN")
"""Who stands is no member, so that each member's name that is found is a voter's."""
CHOICES = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING)
CONTROL = Qt.KeyboardModifier.ControlModifier


def hold_election(walk: Walk) -> tuple[str, ...]:
    """Eight papers go out and seven come back, each marked; the box is opened, and the result announced."""
    page = begun(walk, 1, "swit", "japan")
    walk.press(Key.Key_B)
    to(walk, "Ballot papers")
    for place in range(len(VOTERS)):
        for _ in range(2 if place else 1):  # it has a paper, and it returned it
            walk.press(Key.Key_Return)
        walk.press(Key.Key_Down)
    walk.press(Key.Key_Escape)
    walk.type("1121210")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_R)
    assert page.board is not None
    keys = tuple(name.key for name in page.board.names)
    walk.press(Key.Key_Escape)
    return keys


def ask(walk: Walk, method: Method) -> None:
    """A motion is put to the vote by a method, beside the keyboard."""
    asked = Ballot(walk.meeting.key, walk.item.key, method, kind=VoteKind.PROCEDURAL, question=said("Adjourn?"))
    walk.desk.voting.open(asked)
    QApplication.processEvents()


def vote_secretly(walk: Walk) -> None:
    """A secret ballot on a motion, counted on the tally sheet and announced."""
    ask(walk, Method.SECRET_BALLOT)
    walk.screen.ballots.view.tally.setFocus()
    walk.type("1121220")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Escape)


def vote_by_names(walk: Walk) -> None:
    """A recorded vote of the same members: what a link looks like in this program."""
    ask(walk, Method.RECORDED)
    for place, _ in enumerate(VOTERS):
        walk.press((Key.Key_Y, Key.Key_N, Key.Key_A)[place % 3])
    walk.press(Key.Key_Return)


def held_together(choices: Collection[str]) -> Iterator[str]:
    """The objects that refer to a member and to a choice at once: a row, a pair, a key press, an entry of a mapping.

    A cache of single texts is none: what it remembers of each has nothing to do with the others.
    """
    codes, seen = frozenset(VOTERS), {id(choices)}
    waiting: list[object] = [one for one in gc.get_objects() if not isinstance(one, (FrameType, _lru_cache_wrapper))]
    seen.update(map(id, (codes, VOTERS, waiting)))
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        parts = gc.get_referents(one)
        if any(_member(part) in codes for part in parts) and any(
            isinstance(part, str) and part in choices for part in parts
        ):
            yield f"{type(one).__name__}: {one!r}"[:300]
        waiting += [part for part in parts if type(part) in (tuple, dict, list)]


def _member(part: object) -> str:
    """The code of a State, or a text as it is, which may be one; empty for anything else."""
    return part.iso3 if isinstance(part, State) else part if isinstance(part, str) else ""


def main(register: Path, way: str) -> None:
    """Walk, say what is held together, and wait."""
    application = QApplication([])
    clock = Hand(datetime.datetime.combine(OPENS, datetime.time(9), datetime.UTC))
    registers.fresh(register)
    with open_register(register, author="Rapporteur", clock=clock) as store, tempfile.TemporaryDirectory() as folder:
        desk = Secretariat(store, clock)
        desk.members.admit_founders(VOTERS, MembershipKind.MEMBER)
        desk.members.admit_founders(CANDIDATES, MembershipKind.OBSERVER)
        meeting = Meeting("m", "NMIRF/2026", MeetingKind.ANNUAL, 2, 2026, said("Meeting"), OPENS, OPENS, said("Rabat"))
        item, sitting = (
            AgendaItem("i", "m", 0, said("Questions")),
            Sitting("s", "m", 1, OPENS, datetime.time(9), datetime.time(12)),
        )
        desk.meetings.save(meeting)
        desk.agendas.add(item)
        desk.meetings.save_sitting(sitting)
        shell = make_shell(application, QSettings(str(Path(folder) / "preferences.ini"), QSettings.Format.IniFormat))
        store.subscribe(shell.feed.announce)
        screen = SessionScreen(desk, shell.language, shell.alerts)
        screen.show_as_of(OPENS)
        shell.feed.changed.connect(screen.touched)
        for action in screen.actions():
            screen.addAction(action)
        screen.resize(1200, 800)
        screen.show()
        screen.activateWindow()
        application.processEvents()
        walk = Walk(screen, desk, clock, meeting, item, sitting, shell.alerts, shell.language)
        keys: tuple[str, ...] = ()
        if way == "secret":
            keys = hold_election(walk)
            vote_secretly(walk)
        else:
            vote_by_names(walk)
        found = list(held_together(frozenset((*keys, *CHOICES))))
        sys.stdout.write(json.dumps({"candidates": keys, "held": found}) + "\n")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
