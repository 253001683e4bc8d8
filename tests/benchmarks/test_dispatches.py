"""How long three documents take to go to 193 States, against writing the same bytes: ``pytest --benchmark-enable``.

Kept are the seconds of the preparation, the megabytes that it writes in a second, and its ratio to writing the very
files that it wrote into one file (``extra_info``); nothing is asserted of the times. Aim: ten seconds at most, with
progress and a way to stop, where the disk takes the bytes in that time: of 3 MB each they are 2.4 GB.
"""

import datetime
import os
import shutil
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.domain.states import MEMBER_STATES
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.dispatches import Order
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import FOCAL_POINTS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Store
from tests import registers
from tests.registers import MEMBERS, OBSERVERS, OPENS, Hand, said

KINDS = (DocumentKind.AGENDA, DocumentKind.PROGRAMME, DocumentKind.INFORMATION)
NOW = datetime.datetime(2026, 10, 20, 12, tzinfo=datetime.UTC)
TO_ALL = Selection(frozenset({Capacity.MEMBER, Capacity.OBSERVER}))


def everybody(desk: Secretariat) -> None:
    """Each State is in the Network, with somebody to write to in one of the three languages."""
    states = desk.states.on(OPENS)
    desk.members.admit_founders([code for code in states if code not in MEMBERS + OBSERVERS], MembershipKind.MEMBER)
    with desk.store.write("designate") as session:
        for place, code in enumerate(states):
            emails = (f"{code.lower()}@example.org",)
            person = Person(new_key(), said("Focal point"), code, language=list(Language)[place % 3], emails=emails)
            PEOPLE.save(session, person)
            point = FocalPoint(
                new_key(), code, person.key, Period(datetime.date(2024, 5, 8)), voting=code not in OBSERVERS
            )
            FOCAL_POINTS.save(session, point)


def make_as_large(store: Store, issued: list[IssuedDocument], size: int) -> None:
    """Each issued file is as large as that, as one with pictures."""
    table = ISSUED.table
    with store.write("as large") as session:
        for one in issued:
            content = os.urandom(size)
            session.connection.execute(table.update().where(table.c.key == one.key).values(content=content))


def written_plainly(path: Path, files: Iterable[Path]) -> float:
    """How many seconds the bytes of some files take as one file, until they are on the disk."""
    contents = [one.read_bytes() for one in files]
    begun = time.perf_counter()
    with path.open("wb") as file:
        file.writelines(contents)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - begun


@pytest.mark.parametrize("archive", [False, True], ids=["folder", "archive"])
@pytest.mark.parametrize("size", [30_000, 300_000, 3_000_000])
def test_three_documents_to_everybody(benchmark: BenchmarkFixture, tmp_path: Path, size: int, *, archive: bool) -> None:
    size = size if benchmark.enabled else 30_000
    clock, path = Hand(NOW), tmp_path / "network.nmirf"
    meeting, _, _ = registers.networked(path)
    steps: list[int] = []
    with open_register(path, author="coordinator", clock=clock) as store:
        desk = Secretariat(store, clock)
        everybody(desk)
        issued = [
            one for kind in KINDS for one in desk.papers.issue(Request(kind, meeting.key, on=NOW.date()), NOW.date())
        ]
        make_as_large(store, issued, size)
        keys = tuple(one.key for one in issued)
        _, subject, text = desk.dispatches.begin(keys)
        order = Order(keys, Channel.TO_EACH, TO_ALL, "secretariat@example.org", subject, text)

        def prepare() -> Path:
            outbox = tmp_path / "outbox"
            return desk.dispatches.prepare(
                new_key(), order, outbox, lambda done, _all: steps.append(done), archive=archive
            )

        path = benchmark.pedantic(prepare, rounds=1)  # type: ignore[no-untyped-call]
    files = [path] if archive else list(path.iterdir())
    written = sum(one.stat().st_size for one in files)
    assert steps == list(range(1, MEMBER_STATES + 1))
    assert archive or len(files) == MEMBER_STATES
    assert written > MEMBER_STATES * 3 * size
    if benchmark.stats is not None:
        taken, plain = benchmark.stats.stats.max, written_plainly(tmp_path / "plain", files)
        benchmark.extra_info.update(
            seconds=round(taken, 2), megabytes=written // 1_000_000, megabytes_in_a_second=round(written / taken / 1e6),
            to_plain_writing=round(taken / plain, 2),
        )  # fmt: skip
    shutil.rmtree(tmp_path / "outbox")
