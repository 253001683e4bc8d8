"""Cut the power at random moments of a sitting: ``python -m tests.endurance.moments [COUNT] [SEED]``.

As :mod:`.kills`, with all that a room does (:mod:`.course`). After each kill the register is opened as the next start
would, and what the screens are painted from has to be what was shown after the last verb said, or after the one verb
that was on its way, whole. So has the key that an action was given last. It runs outside the test suite, which takes 20
of it.
"""

import random
import sys
import tempfile
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.ui.preferences import Memory
from tests import registers
from tests.endurance.course import CHANGED_KEY, KEYS, Course, key_kept, preferences
from tests.endurance.kills import OPENINGS, another_reader, one_kill
from tests.endurance.standing import half_done, last_entry, seen

MEETING = 40
"""After so many kills another meeting begins, so that none grows longer than a real one."""


@dataclass
class Outcome:
    """What became of the sitting: *same* is how often it came back as it was shown last.

    *whole* is how often with the one verb more that was on its way. *verbs* are those said, by name, *wrong* what is
    not as it should be, each with the number of its kill.
    """

    same: int = 0
    whole: int = 0
    amid: int = 0
    verbs: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        met = f"{self.same + self.whole} kills, {self.amid} amid verbs: {self.same} as shown, {self.whole} one further"
        verbs = ", ".join(f"{name} {number}" for name, number in sorted(self.verbs.items()))
        return "\n".join((f"{met}; {self.verbs.total()} verbs shown; {len(self.wrong)} wrong", verbs, *self.wrong))


def begin(path: Path) -> tuple[int, str]:
    """A meeting in which everybody is present: its last entry, and what is seen of it."""
    meeting, _, _ = registers.networked(path)
    with open_register(path) as store:
        desk = Secretariat(store)
        desk.sittings.all_arrive(meeting.key)
        return last_entry(store), seen(desk)


def come_back(path: Path, before: tuple[int, str], outcome: Outcome) -> tuple[tuple[int, str], list[str]]:
    """Open the register after a kill: where it stands, and what is wrong. *before* is what was said last."""
    with open_register(path) as store:
        desk = Secretariat(store)
        now, wrong = (last_entry(store), seen(desk)), half_done(desk)
        further = now[0] - before[0]
        if further == 0:
            outcome.same += 1
            wrong += [] if now == before else ["it is not what was shown"]
        else:
            outcome.whole += 1
            wrong += [] if further == 1 else [f"{further} entries further than was shown"]
            wrong += faults(store)
    return now, wrong


def keyed(path: Path, said: int) -> tuple[int, list[str]]:
    """How often a key was changed, *said* being how often that was shown, and what is wrong with it."""
    kept = KEYS.index(key_kept(Memory(preferences(path))))
    further = (kept - said) % len(KEYS)
    return said + further, [] if further <= 1 else [f"the key is not what was shown ({KEYS[kept]})"]


def faults(store: Store) -> list[str]:
    """Where the rows are not what the journal says."""
    with store.read() as session:
        return [f"{one.kind} {one.table} {one.field}" for one in verify(session).faults]


def run(count: int, seed: int) -> Outcome:
    """Cut the power *count* times."""
    chance, outcome = random.Random(seed), Outcome()  # noqa: S311  (a test's chance)
    with tempfile.TemporaryDirectory() as folder:
        path, stands, changed = Path(folder) / "moments.nmirf", (0, ""), 0
        for number in range(count):
            if number % MEETING == 0:
                stands = begin(path)
            after, opening, looks = chance.uniform(0.0, 0.4), chance.random() < OPENINGS, bool(number % 2)
            with another_reader(path) if looks else nullcontext():
                said = one_kill(path, after, opening=opening, looks=looks, course=lambda store: Course(store).run())
            for line in said:
                entry, fingerprint, verb = line.split(" ", 2)
                stands = int(entry), fingerprint
                outcome.verbs[verb] += 1
            outcome.amid += bool(said)
            changed += sum(line.endswith(f" {CHANGED_KEY}") for line in said)
            stands, wrong = come_back(path, stands, outcome)
            changed, of_keys = keyed(path, changed)
            wrong += of_keys
            if number % MEETING == MEETING - 1 or number == count - 1:
                with open_register(path) as store:
                    wrong += faults(store)
            outcome.wrong += [f"kill {number}: {one}" for one in wrong]
    return outcome


if __name__ == "__main__":
    result = run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sys.stdout.write(f"{result}\n")
    sys.exit(1 if result.wrong or result.amid <= (result.same + result.whole) // 2 else 0)
