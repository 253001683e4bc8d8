"""Kill a roll call at random moments: ``python -m tests.endurance.kills [COUNT] [SEED]``.

A parent that has imported everything forks a child, which opens the register and records answers through the real
services, and says each one that a screen would have shown. The parent kills it after a random time, opens the register
as the next start would, and looks for every answer that was said. It runs outside the test suite, which takes 25 of it.

In every second kill the child looks into the register's files now and then, as a file dialog does, and another program
reads the register all the while: see ``tests/storage/test_lost_locks.py``.
"""

import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from nmirf_desktop.domain.voting import Answer, Method
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.inspection import log_of
from nmirf_desktop.storage.store import Store, utc_now
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.storage.voting import POSITIONS
from tests import registers
from tests.registers import Desk, Hand

PATIENCE = 30
"""The longest wait for a first answer, in seconds."""
OPENINGS = 0.2
"""The share of kills that are to meet the opening of the register; the others come after a first answer was shown."""
LOOKS = 0.1
"""How often a child looks into its files after an answer."""
READER = """
import sqlite3, sys, time
while True:
    try:
        connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=rw", uri=True, timeout=0.01)
        connection.execute("SELECT count(*) FROM position").fetchone()
        connection.close()
    except sqlite3.OperationalError:
        pass
    time.sleep(0.002)
"""
ANSWERS = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING)
Course = Callable[[Store], Iterator[str]]
"""What a child does in a register: verbs without end, each named once it is durable."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the answers: *shown* were acknowledged, *lost* of them are not there; *unseen* are there.

    So many of the *kills* came *amid* answers, after one of the same process was shown; the others met its opening.
    """

    kills: int
    amid: int
    shown: int
    lost: int
    unseen: int
    faults: int

    def __str__(self) -> str:
        met = f"{self.kills} kills, {self.amid} amid answers"
        return f"{met}: {self.shown} shown, {self.lost} lost, {self.unseen} unseen, {self.faults} faults"


def services(store: Store) -> Desk:
    """The services on a store, by the real clock."""
    clock = Hand(utc_now())
    return registers.desk(store, clock)


def answers(store: Store) -> Iterator[str]:
    """Record answers without end, vote after vote, and name each one once it is durable."""
    desk = services(store)
    meeting = desk.meetings.list()[0].key
    item = desk.agendas.items(meeting)[0].item.key
    while True:
        vote = desk.voting.open_vote(meeting)
        if vote is None:
            put = desk.proposals.propose(meeting, item, registers.said("Draft"), registers.said("Text"))
            desk.proposals.note_objection(put.key)
            vote = desk.voting.open(Ballot(meeting, item, Method.ROLL_CALL, put.key))
        for state in [one.iso3 for one in desk.voting.board(vote.key).calling.missing]:
            desk.clock.at = utc_now()
            answer = random.choice(ANSWERS)  # noqa: S311  (a test's chance)
            desk.voting.cast(Cast(vote.key, state, answer))
            yield f"{vote.key} {state} {answer}"
        desk.voting.close(vote.key)


def child(path: Path, pipe: int, course: Course, *, looks: bool) -> None:
    """Go on until killed; whatever else ends it is a mistake."""
    try:
        with open_register(path, author="rapporteur") as store:
            for line in course(store):
                os.write(pipe, f"{line}\n".encode())
                if looks and random.random() < LOOKS:  # noqa: S311  (a test's chance)
                    look(path)
    except Exception:
        traceback.print_exc()
        raise
    finally:
        os._exit(1)


def look(path: Path) -> None:
    """Open and close the register's files, which gives up all locks of this process on them."""
    for one in (path, log_of(path), path.with_name(f"{path.name}-shm")):
        with suppress(FileNotFoundError), one.open("rb") as file:
            file.read(100)


@contextmanager
def another_reader(path: Path) -> Iterator[None]:
    """Another program that reads the register again and again, as if nobody else had it open."""
    process = subprocess.Popen([sys.executable, "-c", READER, str(path)])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def one_kill(path: Path, after: float, *, opening: bool, looks: bool, course: Course = answers) -> list[str]:
    """Fork, wait, kill; what was shown of the *course*.

    *after* is counted in seconds from the first line shown, or from the fork where the *opening* is to be met.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        child(path, writing, course, looks=looks)
    os.close(writing)
    if not opening:
        select.select([reading], [], [], PATIENCE)
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the child ended before it was killed")
    with os.fdopen(reading, encoding="utf-8") as shown:
        return shown.read().split("\n")[:-1]


def run(count: int, seed: int) -> Outcome:
    """Kill *count* times and compare what was shown with what is there."""
    chance = random.Random(seed)  # noqa: S311  (a test's chance)
    shown: set[str] = set()
    amid = faults = 0
    with tempfile.TemporaryDirectory() as folder:
        path = registers.fresh(Path(folder) / "kills.nmirf")
        with open_register(path) as store:
            registers.network(services(store))
        kept: set[str] = set()
        for number in range(count):
            after, opening, looks = chance.uniform(0.0, 0.12), chance.random() < OPENINGS, bool(number % 2)
            with another_reader(path) if looks else nullcontext():
                said = one_kill(path, after, opening=opening, looks=looks)
            shown.update(said)
            amid += bool(said)
            if number % 25 == 24 or number == count - 1:
                with open_register(path) as store, store.read() as session:
                    kept = {f"{one.vote} {one.state} {one.answer}" for one in POSITIONS.all(session)}
                    faults += len(verify(session).faults)
                if shown - kept:
                    break
    return Outcome(count, amid, len(shown), len(shown - kept), len(kept - shown), faults)


if __name__ == "__main__":
    result = run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sys.stdout.write(f"{result}\n")
    sys.exit(1 if result.lost or result.faults or result.amid <= result.kills // 2 else 0)
