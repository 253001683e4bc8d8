"""How long three documents take to go to 193 States, against writing the same bytes: ``pytest --benchmark-enable``.

Kept are the seconds of the preparation and their ratio to those of writing the very files that it wrote
(``extra_info``); nothing is asserted of the times. Aim: ten seconds at most, with progress and a way to stop.
"""

import datetime
import time
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recipients import Selection
from nmirf_desktop.domain.states import MEMBER_STATES
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.dispatches import Order
from nmirf_desktop.services.files import write_folder
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import FOCAL_POINTS
from nmirf_desktop.storage.people import PEOPLE
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


def test_three_documents_to_everybody(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    clock, path = Hand(NOW), tmp_path / "network.nmirf"
    meeting, _, _ = registers.networked(path)
    steps: list[int] = []
    with open_register(path, author="coordinator", clock=clock) as store:
        desk = Secretariat(store, clock)
        everybody(desk)
        issued = [
            one for kind in KINDS for one in desk.papers.issue(Request(kind, meeting.key, on=NOW.date()), NOW.date())
        ]
        keys = tuple(one.key for one in issued)
        _, subject, text = desk.dispatches.begin(keys)
        order = Order(keys, Channel.TO_EACH, TO_ALL, "secretariat@example.org", subject, text)

        def prepare() -> Path:
            return desk.dispatches.prepare(new_key(), order, tmp_path / "outbox", lambda done, _all: steps.append(done))

        folder = benchmark.pedantic(prepare, rounds=1)  # type: ignore[no-untyped-call]
        files = [(one.name, one.read_bytes()) for one in folder.iterdir()]
    assert steps == list(range(1, MEMBER_STATES + 1))
    assert len(files) == MEMBER_STATES
    begun = time.perf_counter()
    write_folder(tmp_path / "plain", files, lambda _done: None, lambda: None)
    plain = time.perf_counter() - begun
    if benchmark.stats is not None:
        taken = benchmark.stats.stats.max
        benchmark.extra_info.update(seconds=round(taken, 2), to_plain_writing=round(taken / plain, 2))
