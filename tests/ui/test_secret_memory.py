"""The memory of the process in which a secret ballot was held, read from outside: nothing in it says who voted how.

What a link is. The program knows a member by its code or by its name in three languages, and a choice by its stored
word ("in_favour"), by its name in three languages, or, in an election, by the key of the candidate. A link is one of
each with nothing but a few signs and names of fields between them, in either order: as two columns of a row lie in a
page of the file, as JSON, a representation of a value, a sentence or a table says them; in the encodings of the file,
of Python and of Qt. It is an object of Python, too, that refers to a member and to a choice at once. What two rows say
by a key that they share is looked for in the file (``tests/services/test_elections.py``).

Members beside the *papers* are no link: who received and returned one is kept on purpose (R18, R35), and so are the
totals. That the search finds what it looks for is shown by a recorded vote of the same members in the same window.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.voting import ANSWER_LABELS
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests.ui.secret_process import CHOICES, VOTERS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/PID/mem")
STATES = {one.iso3: one for one in parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))}
BETWEEN = 12
"""How many signs and names of fields may stand between a member and a choice."""
FIELDS = ("answer", "Answer", "state", "State", "code", "choice", "vote", "candidate", *(one.name for one in CHOICES))
SIGN = rb"[^0-9A-Za-z\x00\x80-\xff]"
"""No letter, no figure, and no zero: it ends a text, and what lies behind it in memory is another's."""
LONGEST = 320
"""Bytes looked at on each side of a choice: the longest name of a member and what stands between, in two bytes each."""


@dataclass(frozen=True)
class Dump:
    """What a process held: its *memory*, the *objects* that hold a link, and the keys of its candidates."""

    memory: tuple[bytes, ...]
    objects: tuple[str, ...]
    candidates: tuple[str, ...]


def regions(process: int) -> Iterator[bytes]:
    """What can be read and may have been written: heap, stacks, what was mapped anew; not libraries as shipped."""
    with (
        Path(f"/proc/{process}/maps").open(encoding="utf-8") as maps,
        Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory,
    ):
        for line in maps:
            place, rights, *_, name = line.split(maxsplit=5) if len(line.split()) > 5 else (*line.split(), "")
            if not rights.startswith("rw") or name.strip() in ("[vvar]", "[vsyscall]"):
                continue
            start, end = (int(one, 16) for one in place.split("-"))
            try:
                yield os.pread(memory.fileno(), end - start, start)
            except OSError:
                continue


def dumped(register: Path, way: str) -> Dump:
    """Let a process of its own hold the ballots, and read what it holds then."""
    command = [sys.executable, "-m", "tests.ui.secret_process", str(register), way]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        try:
            memory = tuple(regions(process.pid))
        except PermissionError:
            pytest.skip("this system does not let a process read the memory of its child")
        process.communicate("\n", timeout=60)
    assert process.returncode == 0
    return Dump(memory, tuple(told["held"]), tuple(told["candidates"]))


def texts_of_members() -> set[str]:
    """By what the program knows a member."""
    return {*VOTERS, *(STATES[code].said_in(catalog(tongue)) for code in VOTERS for tongue in Language)}


def texts_of_choices(candidates: tuple[str, ...]) -> set[str]:
    """By what it knows a position, or for whom a paper is."""
    labels = {catalog(tongue).gettext(ANSWER_LABELS[one]) for one in CHOICES for tongue in Language}
    return {*candidates, *map(str, CHOICES), *labels, *(label.lower() for label in labels)}


def narrow(texts: set[str]) -> set[bytes]:
    """As files and Python have them: a byte for each letter but for accents, which may have two."""
    return {one.encode(encoding) for one in texts for encoding in ("utf-8", "latin-1")}


def wide(texts: set[str]) -> set[bytes]:
    """As Qt has them: two bytes for each letter."""
    return {one.encode("utf-16-le") for one in texts}


def links(memory: tuple[bytes, ...], candidates: tuple[str, ...]) -> set[bytes]:
    """What stands in memory that links a member with a choice."""
    members, choices = texts_of_members(), texts_of_choices(candidates)
    found: set[bytes] = set()
    for encoded, sign in ((narrow, SIGN), (wide, b"(?:" + SIGN + rb"\x00)")):
        member = b"(?:" + b"|".join(map(re.escape, encoded(members))) + b")"
        between = b"|".join((sign, *map(re.escape, sorted(encoded(set(FIELDS))))))
        gap = b"(?:%b){0,%d}" % (between, BETWEEN)
        before, after = re.compile(member + gap + rb"\Z"), re.compile(gap + member)
        for choice in encoded(choices):
            for region, place in places(memory, choice):
                left = before.search(region[max(0, place - LONGEST) : place])
                right = after.match(region[place + len(choice) : place + len(choice) + LONGEST])
                found |= {hit for hit in (left and left[0] + choice, right and choice + right[0]) if hit}
    return found


def places(memory: tuple[bytes, ...], text: bytes) -> Iterator[tuple[bytes, int]]:
    """Where a text stands."""
    for region in memory:
        place = region.find(text)
        while place >= 0:
            yield region, place
            place = region.find(text, place + 1)


KEY = "01a216f1-b841-7723-9390-b0d234455ff4"


@pytest.mark.parametrize(
    "planted",
    [
        "BRAin_favour",
        f"{KEY}PRY",
        "MAR: in favour",
        "Pour : Maroc",
        "Eslovenia → En contra",
        '{"state": "URY", "answer": "abstaining"}',
        f'{{"candidate": "{KEY}", "state": "URY"}}',
        "Cast(state='PRT', answer=<Answer.IN_FAVOUR: 'in_favour'>)",
        "Indonésie; abstention",
        "('CRI', <Answer.AGAINST: 'against'>)",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_the_search_finds_each_way_in_which_a_link_is_written(planted: str, encoding: str) -> None:
    heap = f"{KEY} and then {{}}, of {{}} in favour".encode(encoding)
    assert not links((heap,), (KEY,))
    assert links((heap + planted.encode(encoding) + heap,), (KEY,))


def test_the_search_finds_a_recorded_vote_in_memory(tmp_path: Path) -> None:
    dump = dumped(tmp_path / "named.nmirf", "named")
    found = links(dump.memory, dump.candidates)
    rows = {code for code in VOTERS for one in CHOICES if f"{code}{one}".encode() in found}
    assert rows == set(VOTERS), "as they lie in a page of the file"
    assert any(b"\0" in one for one in found), "as the screen said one"
    assert len(dump.objects) >= len(VOTERS), "as the board of the vote holds them"


def test_r18_r35_the_memory_of_the_process_links_no_member_with_a_choice(tmp_path: Path) -> None:
    register = tmp_path / "secret.nmirf"
    dump = dumped(register, "secret")
    assert links(dump.memory, dump.candidates) == set()
    assert not dump.objects
    with open_register(register, author="reader", read_only=True) as store:
        desk = Secretariat(store)
        (board,), (vote,) = desk.elections.all("m"), desk.voting.votes("m")
    papers = board.ballots[0].ballot.papers
    assert papers is not None
    assert (set(papers.received), len(papers.returned_by)) == (set(VOTERS), 7), "the papers were marked"
    assert board.ballots[0].closed
    assert vote.closed_at is not None
    assert (vote.hands and (vote.hands.in_favour, vote.hands.against, vote.hands.abstaining)) == (3, 3, 1)
