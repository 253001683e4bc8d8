"""Kill the window while somebody types in the minutes: ``python -m tests.endurance.typing [COUNT] [SEED]``.

A parent that has imported everything forks a child, which opens the register, shows the screen of the minutes and types
numbers, one after the other, into a paragraph, with real keys and the field's own clock; it says each one with its
moment. The parent kills it after a random time and opens the register as the next start would. What is there must be
what was typed from its beginning, no number that is missing may be older than two seconds, and the list of revisions
must end with what is there. Time in which the machine let the window wait for a processor, as the kernel counts it, is
no time in which it could have saved. It runs outside the test suite, which takes 20 of it.
"""

import os
import random
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from tests import registers
from tests.long_minutes import long_minutes

PATIENCE, PARAGRAPHS_OF_ALL = 60, 60
LONGEST = 2.5
"""The longest time from the first key to the kill, in seconds: more than two spells of unsaved typing."""
BETWEEN = 0.02
"""How long the typist rests between two numbers, in seconds."""
MOST_LOST = 2.0
"""How much typing a kill may cost, in seconds."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """So many numbers were *typed* in all, so many of them *lost*; the oldest of these was typed *before* its kill.

    That is without the time for which the window waited for a processor; *by_the_clock* it is included. *wrong*: what
    was there was not what was typed from its beginning; *unlisted*: the revisions did not end with it.
    """

    kills: int
    typed: int
    lost: int
    before: float
    by_the_clock: float
    wrong: int
    unlisted: int
    faults: int

    def __str__(self) -> str:
        kept = f"{self.kills} kills: {self.typed} numbers typed, {self.lost} lost, none older than {self.before:.2f} s"
        found = f"{self.wrong} wrong, {self.unlisted} unlisted, {self.faults} faults"
        return f"{kept} ({self.by_the_clock:.2f} s by the clock); {found}"


def child(path: Path, pipe: int, paragraph: Key) -> None:
    """Type until killed; whatever else ends it is a mistake."""
    try:
        application = QApplication([sys.argv[0], "-platform", "offscreen"])
        with open_register(path, author="rapporteur") as store:
            for moment, number in typed(application, store, paragraph):
                os.write(pipe, f"{moment.at} {moment.waited} {number}\n".encode())
    except Exception:
        traceback.print_exc()
        raise
    finally:
        os._exit(1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, and for how long the window has *waited* for a processor by then; both in seconds."""

    at: float
    waited: float


def moment_of(process: str = "self") -> Moment:
    """The moment now of a process; the kernel counts its waiting on Linux alone."""
    try:
        told = Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()
    except OSError:
        told = ["0", "0"]
    return Moment(time.monotonic(), int(told[1]) / 1e9)


def typed(application: QApplication, store: Store, paragraph: Key) -> Iterator[tuple[Moment, int]]:
    """Each number with the moment before its first key, once all its keys were taken."""
    language = CurrentLanguage(Language.EN)
    desk = Secretariat(store)
    screen = MinutesScreen(desk, language, Alerts(language), Jobs())
    store.subscribe(screen.touched)
    screen.show_as_of(registers.OPENS)
    screen.show()
    application.processEvents()
    screen.go_to(f"{desk.meetings.list()[0].key}:{paragraph}")
    text = screen.pane.form.text
    text.go(Language.EN)
    cursor = text.box.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    text.box.setTextCursor(cursor)
    number = 0
    while True:
        moment, number = moment_of(), number + 1
        QTest.keyClicks(text.box, f" {number}")
        application.processEvents()
        yield moment, number
        QTest.qWait(round(BETWEEN * 1000))


Typed = list[tuple[Moment, int]]


def one_kill(path: Path, paragraph: Key, after: float) -> tuple[Moment, Typed]:
    """Fork, wait for the first number and then *after* seconds, kill; the moment, and what was typed."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        child(path, writing, paragraph)
    os.close(writing)
    select.select([reading], [], [], PATIENCE)
    time.sleep(after)
    moment = moment_of(str(pid))
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the child ended before it was killed")
    with os.fdopen(reading, encoding="utf-8") as shown:
        lines = [line.split() for line in shown.read().split("\n")[:-1]]
    return moment, [(Moment(float(at), float(waited)), int(number)) for at, waited, number in lines]


def run(count: int, seed: int) -> Outcome:
    """Kill *count* times and compare what was typed with what is there."""
    chance = random.Random(seed)  # noqa: S311  (a test's chance)
    told = Outcome(0, 0, 0, 0.0, 0.0, 0, 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "typing.nmirf"
        meeting, item, _ = registers.networked(path)
        with open_register(path) as store:
            desk = Secretariat(store)
            minutes = long_minutes(desk, meeting, item.key, PARAGRAPHS_OF_ALL)
            keys = [one.key for one in desk.minutes.paragraphs(minutes)]
        for number in range(count):
            paragraph = keys[number % len(keys)]
            with open_register(path) as store:
                before = text_of(store, paragraph)
            moment, said = one_kill(path, paragraph, chance.uniform(0.0, LONGEST))
            with open_register(path) as store:
                thorough = number % 25 == 24 or number == count - 1
                told = compared(told, store, paragraph, (before, moment, said), thorough=thorough)
            if thorough:
                sys.stderr.write(f"{told}\n")
            if told.before > MOST_LOST or told.wrong or told.unlisted or told.faults:
                break
    return told


def text_of(store: Store, paragraph: Key) -> str:
    """The English text of a paragraph."""
    with store.read() as session:
        return PARAGRAPHS.get(session, paragraph).text.en


def compared(
    told: Outcome, store: Store, paragraph: Key, kill: tuple[str, Moment, Typed], *, thorough: bool
) -> Outcome:
    """What is there after a kill against what was there *before* it and was typed since."""
    before, moment, said = kill
    now = text_of(store, paragraph)
    added = now.removeprefix(before).split()
    whole = now.startswith(before) and added == [str(number) for number in range(1, len(added) + 1)]
    missing = [one for one, number in said if number > len(added)]
    listed = Secretariat(store).minutes.revisions.of_paragraph(paragraph)
    with store.read() as session:
        faults = len(verify(session).faults) if thorough else 0
    return Outcome(
        told.kills + 1,
        told.typed + len(said),
        told.lost + len(missing),
        max([told.before, *(moment.at - one.at - (moment.waited - one.waited) for one in missing)]),
        max([told.by_the_clock, *(moment.at - one.at for one in missing)]),
        told.wrong + (not whole),
        told.unlisted + (listed[0].after.en != now),
        told.faults + faults,
    )


if __name__ == "__main__":
    result = run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sys.stdout.write(f"{result}\n")
    good = result.before <= MOST_LOST and not (result.wrong or result.unlisted or result.faults)
    sys.exit(0 if good and result.lost < result.typed else 1)
