"""The same thing done by turns to two things, so that both meet the same machine; kept is the ratio of what it took."""

import statistics
import time
from collections.abc import Callable
from typing import TypeVar

from pytest_benchmark.fixture import BenchmarkFixture

Thing = TypeVar("Thing")


def timed(act: Callable[[], object]) -> float:
    """How many seconds something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def compared(
    benchmark: BenchmarkFixture, name: str, both: tuple[Thing, Thing], taken: Callable[[Thing], float], rounds: int
) -> list[tuple[float, float]]:
    """Keep the ratio of the second to the first, and the medians in milliseconds; *taken* does it once, in seconds.

    It is done once before, and once only where the benchmark is but a test. What each round took is given.
    """
    first, second = both
    taken(first), taken(second)
    spent = [(taken(first), taken(second)) for _ in range(rounds if benchmark.enabled else 1)]
    one, other = (statistics.median(column) for column in zip(*spent, strict=True))
    benchmark.extra_info[f"{name}_ratio"] = round(other / one, 2)
    benchmark.extra_info[f"{name}_ms"] = [round(one * 1000, 2), round(other * 1000, 2)]
    benchmark.pedantic(taken, (second,), rounds=1)  # type: ignore[no-untyped-call]
    return spent
