"""What the Network's work costs after fifty years of 200 activities each, against one: ``pytest --benchmark-enable``.

Kept are the ratios (``extra_info``). Aim: each list opens within 1.3 times the time that it takes with one year.
"""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.activities import Activity, ActivityKind, TakingPart
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.good_practices import Area, GoodPractice
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.good_practices import GOOD_PRACTICES
from tests import registers
from tests.benchmarks.by_turns import compared, timed

FIRST, A_YEAR, PRACTICES, THERE, ROUNDS = 2025, 200, 20, 3, 9
TITLE = Trilingual.final("Workshop", "Atelier", "Taller")
Worked = tuple[Secretariat, datetime.date]


def worked(path: Path, years: int) -> Path:
    """A register with so many years of work."""
    registers.fresh(path)
    with open_register(path) as store:
        codes = list(Secretariat(store).states.on(datetime.date(FIRST, 1, 1)))
        with store.write("work", Subject.ACTIVITIES) as session:
            for year in range(FIRST, FIRST + years):
                for number in range(A_YEAR):
                    day, key = datetime.date(year, 1, 1) + datetime.timedelta(days=number), new_key()
                    ACTIVITIES.append(session, Activity(key, ActivityKind.WORKSHOP, TITLE, day, day))
                    for code in (codes[(number + more) % len(codes)] for more in range(THERE)):
                        TAKING_PART.append(session, TakingPart(new_key(), key, code))
                    if number < PRACTICES:
                        one = GoodPractice(new_key(), codes[number], TITLE, Area.DATA, day, number + 1)
                        GOOD_PRACTICES.append(session, one)
    return path


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, long: int) -> Iterator[tuple[Worked, Worked]]:
    """The work of one year, and that of many."""
    folder = tmp_path_factory.mktemp("work")
    with (
        open_register(worked(folder / "one.nmirf", 1), read_only=True) as first,
        open_register(worked(folder / "many.nmirf", long), read_only=True) as second,
    ):
        yield (
            (Secretariat(first), datetime.date(FIRST, 12, 31)),
            (Secretariat(second), datetime.date(FIRST + long - 1, 12, 31)),
        )


def _practices(desk: Secretariat, on: datetime.date) -> None:
    assert desk.good_practices.lines(on, desk.good_practices.years(on)[0])


def _encouraged(desk: Secretariat, on: datetime.date) -> None:
    assert desk.encouragement.list(on)


def _activities(desk: Secretariat, on: datetime.date) -> None:
    assert desk.activities.between(on.replace(month=1, day=1), on).lines


@pytest.mark.benchmark(group="work")
@pytest.mark.parametrize("read", [_practices, _encouraged, _activities], ids=["practices", "encouraged", "activities"])
def test_a_list_of_work(
    both: tuple[Worked, Worked], benchmark: BenchmarkFixture, read: Callable[[Secretariat, datetime.date], None]
) -> None:
    compared(benchmark, read.__name__.strip("_"), both, lambda kept: timed(lambda: read(*kept)), ROUNDS)
