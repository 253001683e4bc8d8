"""How long a start takes: run with ``pytest --benchmark-enable tests/benchmarks/test_startup.py``.

The program is started between two starts of an empty window, in processes of their own, so that both meet the same
machine; kept are the ratios (``extra_info``), and nothing is asserted of the times. Aim: the frame painted within 1.2
times an empty window, the first screen's facts within 3.0 times.
"""

import datetime
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.paths import bundled
from nmirf_desktop.services.sample import make_sample

ROUNDS = 5


def started(*arguments: str) -> tuple[float, float]:
    """Frame and facts of one start, in milliseconds; bytecode is written, as where the program is installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "tests.benchmarks.startup", *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, cwd=bundled("resources").parent
    )
    frame, facts = done.stdout.split()
    return float(frame), float(facts)


@pytest.mark.benchmark(group="start")
def test_frame_and_facts_against_an_empty_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    register = tmp_path / "network.nmirf"
    make_sample(register, datetime.date(2026, 11, 24))
    started("program", str(register))  # bytecode is there from now on
    ratios: list[tuple[float, float]] = []

    def once() -> None:
        before, _ = started("empty")
        frame, facts = started("program", str(register))
        after, _ = started("empty")
        empty = (before + after) / 2
        ratios.append((frame / empty, facts / empty))

    benchmark.pedantic(once, rounds=ROUNDS if benchmark.enabled else 1)  # type: ignore[no-untyped-call]
    frames, facts = zip(*ratios, strict=True)
    benchmark.extra_info["frame_ratio"] = round(statistics.median(frames), 2)
    benchmark.extra_info["facts_ratio"] = round(statistics.median(facts), 2)
    assert all(frame <= fact for frame, fact in ratios)
