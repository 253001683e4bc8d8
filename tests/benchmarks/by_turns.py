"""The same thing done by turns to two things, so that both meet the same machine; kept is the ratio of what it took."""

import statistics
import time
from collections.abc import Callable
from typing import TypeVar

from pytest_benchmark.fixture import BenchmarkFixture

Thing = TypeVar("Thing")
ADDITIONS = 20_000
"""What a beat is: a plain loop, timed between the rounds, by which machines and hours of one machine are compared."""


def timed(act: Callable[[], object]) -> float:
    """How many seconds something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def beat() -> None:
    """Add up some numbers, as any machine does at its own pace."""
    total = 0
    for number in range(ADDITIONS):
        total += number


def compared(
    benchmark: BenchmarkFixture, name: str, both: tuple[Thing, Thing], taken: Callable[[Thing], float], rounds: int
) -> list[tuple[float, float]]:
    """Keep the ratio of the second to the first, and the medians in milliseconds and in beats.

    *taken* does it once, in seconds. It is done once before, and once only where the benchmark is but a test. What each
    round took is given.
    """
    first, second = both
    taken(first), taken(second)
    rounded = [(taken(first), taken(second), timed(beat)) for _ in range(rounds if benchmark.enabled else 1)]
    one, other, plain = (statistics.median(column) for column in zip(*rounded, strict=True))
    benchmark.extra_info[f"{name}_ratio"] = round(other / one, 2)
    benchmark.extra_info[f"{name}_ms"] = [round(one * 1000, 2), round(other * 1000, 2)]
    benchmark.extra_info[f"{name}_beats"] = [round(one / plain, 2), round(other / plain, 2)]
    spent = [(before, after) for before, after, _ in rounded]
    benchmark.pedantic(taken, (second,), rounds=1)  # type: ignore[no-untyped-call]
    return spent
