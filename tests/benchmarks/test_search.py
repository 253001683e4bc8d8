"""How long the search takes among fifty years of a network, what its index weighs, and what it adds to a write.

``python -m pytest tests/benchmarks/test_search.py --benchmark-enable -s`` measures; without it each runs once as a
test, among two years.
"""

import dataclasses
import itertools
import statistics
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.search import asked
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.search import search
from nmirf_desktop.services.states import States
from nmirf_desktop.storage import search as index
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Store
from tests.benchmarks.conftest import History
from tests.registers import OPENS

TYPED = 200
WORDS = (
    "focal point", "point focal", "punto focal", "committee", "comité", "review", "recommandations", "informe",
    "decision", "décisions", "meeting report", "the network", "paraguay focal", "next annual meeting", "a b c", "x",
)  # fmt: skip
RUBBISH = ('"', "* NEAR(", "😀", "focal.point@py.example.org", "+595 21", "cote d'ivoire", "œuvre", "zzqqx")


@pytest.fixture(scope="module")
def kept(history: History, long: int) -> Iterator[Store]:
    """The register of those years."""
    with open_register(history(long), author="coordinator") as store:
        yield store


@pytest.fixture(scope="module")
def typed(kept: Store, long: int) -> list[str]:
    """Two hundred texts: beginnings of one to four letters, names, addresses, symbols, several words, rubbish."""
    with kept.read() as session:
        people = PEOPLE.all(session)[:: max(1, len(PEOPLE.all(session)) // 40)]
    states = [state.short.fr for state in States(kept).on(OPENS).values()]
    texts = [*"abcdefgilmnoprstu", *(name[:2] for name in states[::6]), *(name[:4] for name in states[::7])]
    texts += [text for person in people for text in (person.family_name, person.email, person.function.es) if text]
    texts += [f"NMIRF/{2024 + year}" for year in range(min(long, 12))]
    texts += [f"decision {2025 + year}/2" for year in range(min(long, 12))]
    return list(itertools.islice(itertools.cycle([*texts, *WORDS, *RUBBISH]), TYPED))


def tell(benchmark: BenchmarkFixture, line: str) -> None:
    """Print a line of what was measured, where something was."""
    if benchmark.enabled:
        sys.stdout.write(f"\n{line}\n")


def test_two_hundred_texts_are_looked_for(kept: Store, typed: list[str], benchmark: BenchmarkFixture) -> None:
    states, texts = States(kept), iter(typed)
    benchmark.pedantic(lambda: search(kept, states, next(texts)), rounds=TYPED, iterations=1)  # type: ignore[no-untyped-call]
    if benchmark.stats is not None:
        times = sorted(1000 * one for one in benchmark.stats.stats.data)
        p95 = times[len(times) * 95 // 100 - 1]
        tell(benchmark, f"search: median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms, worst {times[-1]:.1f} ms")
    assert next(group.kind for group in search(kept, states, "NMIRF/2025")) == "meeting"


def size_of(store: Store, names: str) -> int:
    """The bytes of the tables whose names begin so."""
    with store.read() as session:
        found = session.connection.exec_driver_sql(
            "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name LIKE ?", (names,)
        )
        return int(found.scalar_one())


def test_the_index_is_made_anew(kept: Store, benchmark: BenchmarkFixture) -> None:
    def make() -> None:
        with closing(index.Finder()) as finder, kept.read() as session:
            session.connection.exec_driver_sql("DELETE FROM search_mark")
            assert finder.find(session, asked("paraguay"), 6)

    benchmark.pedantic(make, rounds=3, iterations=1)  # type: ignore[no-untyped-call]
    whole, own = size_of(kept, "%"), size_of(kept, "search%")
    tell(benchmark, f"index: {own / 1e6:.1f} MB of {whole / 1e6:.1f} MB ({own / whole:.0%})")
    assert 0 < own < whole


@pytest.mark.parametrize("times", [1, 2])
def test_a_person_is_saved(kept: Store, benchmark: BenchmarkFixture, times: int) -> None:
    """Once as each write indexes what it changed, and once with that done twice: the difference is what it costs."""
    with kept.read() as session:
        people = itertools.cycle(PEOPLE.all(session))
    names = (f"Nobody {number}" for number in itertools.count(times * 1000))

    def save() -> None:
        with kept.write("save a person", Subject.MEMBERS) as session:
            person = dataclasses.replace(next(people), family_name=next(names))
            PEOPLE.save(session, person)
            for _ in range(1, times):
                index.keep(session, [(PEOPLE.name, person.key)])

    benchmark.pedantic(save, rounds=100, iterations=1)  # type: ignore[no-untyped-call]
    with kept.read() as session:
        assert index.current(session, session.connection)
