"""What a register costs after fifty years, against one: ``pytest --benchmark-enable tests/benchmarks/test_years.py``.

Opening it and closing it, a start of the program with it, one change and taking it back. The whole of it is checked by
``verify``, whose time is that of the journal by nature: kept is what each of its changes takes (``us_for_a_change``).
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.compliance import Evidence, check, judged
from nmirf_desktop.domain.members import FocalPoint, MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.storage.verification import verify
from tests.benchmarks.by_turns import compared, timed
from tests.benchmarks.conftest import History
from tests.benchmarks.test_startup import started
from tests.history import last_day

ROUNDS, STARTS = 9, 5


@dataclass(frozen=True)
class Aged:
    """A register in a file, and its last day."""

    path: Path
    on: datetime.date


Both = tuple[Aged, Aged]
Desk = tuple[Secretariat, datetime.date]
Desks = tuple[Desk, Desk]


@pytest.fixture
def both(history: History, long: int) -> Both:
    """The register of one year, and that of many."""
    return Aged(history(1), last_day(1)), Aged(history(long), last_day(long))


@pytest.fixture
def desks(both: Both) -> Iterator[Desks]:
    """Both of them open."""
    one, many = both
    with open_register(one.path) as first, open_register(many.path) as second:
        yield (Secretariat(first), one.on), (Secretariat(second), many.on)


@pytest.mark.benchmark(group="years")
def test_opening_and_closing(both: Both, benchmark: BenchmarkFixture) -> None:
    for aged, size in zip(both, ("one_mib", "many_mib"), strict=True):
        benchmark.extra_info[size] = round(aged.path.stat().st_size / 2**20, 1)
    compared(benchmark, "open", both, lambda aged: timed(lambda: open_register(aged.path).close()), ROUNDS)


@pytest.mark.benchmark(group="years")
def test_opening_with_all_that_home_says(both: Both, benchmark: BenchmarkFixture) -> None:
    def begin(aged: Aged) -> None:
        with open_register(aged.path) as store:
            assert not Secretariat(store).home.overview(aged.on).empty

    compared(benchmark, "home", both, lambda aged: timed(lambda: begin(aged)), ROUNDS)


@pytest.mark.benchmark(group="years")
def test_starting_until_the_facts_of_home_are_painted(both: Both, benchmark: BenchmarkFixture) -> None:
    compared(benchmark, "facts", both, lambda aged: started("program", str(aged.path))[1] / 1000, STARTS)


@pytest.mark.benchmark(group="years")
def test_a_change(desks: Desks, benchmark: BenchmarkFixture) -> None:
    compared(benchmark, "change", desks, lambda kept: timed(lambda: _designate(*kept)), ROUNDS)


@pytest.mark.benchmark(group="years")
def test_the_rules_after_a_change(desks: Desks, benchmark: BenchmarkFixture) -> None:
    def judged(desk: Secretariat, on: datetime.date) -> float:
        _designate(desk, on)
        return timed(lambda: desk.compliance.check(on))

    compared(benchmark, "rules", desks, lambda kept: judged(*kept), ROUNDS)


@pytest.mark.benchmark(group="years")
def test_the_whole_check(both: Both, benchmark: BenchmarkFixture) -> None:
    known = []
    for aged in both:
        with open_register(aged.path, read_only=True) as store:
            known.append((Compliance(store).facts(), aged.on))
    spent = [timed(lambda: check(*known[1])) for _ in range(ROUNDS)]
    benchmark.extra_info["check_ms"] = round(min(spent) * 1000, 1)
    compared(benchmark, "check", (known[0], known[1]), lambda facts: timed(lambda: check(*facts)), ROUNDS)


@pytest.mark.benchmark(group="years")
def test_the_rules_after_a_change_against_judging_anew(both: Both, benchmark: BenchmarkFixture) -> None:
    aged = both[1]
    with open_register(aged.path, read_only=True) as store:
        known = Compliance(store).facts()
    before = Evidence(known, aged.on)
    assert judged(before)
    changed = replace(known, positions=known.positions[:-1], focal_points=known.focal_points[:-1])

    def taken(earlier: Evidence | None) -> float:
        return timed(lambda: judged(Evidence(changed, aged.on, earlier)))

    compared(benchmark, "taken_over", (None, before), taken, ROUNDS)


@pytest.mark.benchmark(group="years")
def test_taking_a_change_back(desks: Desks, benchmark: BenchmarkFixture) -> None:
    def taken_back(desk: Secretariat, on: datetime.date) -> float:
        _designate(desk, on)
        return timed(lambda: undo(desk.store))

    compared(benchmark, "undo", desks, lambda kept: taken_back(*kept), ROUNDS)


def _designate(desk: Secretariat, on: datetime.date) -> None:
    """A member's second focal point."""
    members = (line.state for line in desk.members.list(on) if line.status is MembershipKind.MEMBER)
    person = desk.members.proposed_person(next(members))
    point = FocalPoint(new_key(), person.state or "", person.key, Period(on), voting=False)
    desk.members.designate(point, person)


@pytest.mark.benchmark(group="years")
def test_verifying(both: Both, benchmark: BenchmarkFixture) -> None:
    with open_register(both[1].path, read_only=True) as store, store.read() as session:
        lines = len(LINES.all(session))
        spent = timed(lambda: verify(session))
        benchmark.extra_info["us_for_a_change"] = round(spent / lines * 1e6, 2)
        found = benchmark.pedantic(verify, (session,), rounds=1)  # type: ignore[no-untyped-call]
    assert found.faults == ()
