"""How long a preview takes: ``python -m pytest tests/benchmarks/test_imports.py --benchmark-enable``.

``python -m tests.benchmarks.imports`` measures lists of up to 100,000 lines, with their memory.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.services.imports import Imports
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers
from tests.benchmarks.imports import ON, long_list, measure


@pytest.fixture
def imports(tmp_path: Path) -> Iterator[Imports]:
    with open_register(registers.fresh(tmp_path / "register.nmirf")) as store:
        yield Secretariat(store).imports


@pytest.mark.parametrize("lines", [193, 1_930])
def test_a_list_is_judged(imports: Imports, tmp_path: Path, lines: int, benchmark: BenchmarkFixture) -> None:
    (found,) = imports.read(IntakeKind.FOCAL_POINTS, long_list(tmp_path / "list.csv", lines))
    judged = benchmark(imports.preview, found, ON)
    assert len(judged.preview.rows) == lines


def test_a_long_list_is_measured_line_by_line() -> None:
    rows, *_ = measure(500)
    assert rows == 500
