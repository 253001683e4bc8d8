"""Registers of a network of some years, made once for all runs."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from nmirf_desktop.storage.inspection import newest_revision
from tests.history import make_history


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is measured is measured on one Python: the measures are ratios within one run."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.once)


History = Callable[[int], Path]
"""A copy of the register of a network of so many years, to do with as one likes."""


@pytest.fixture(scope="session")
def history(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> History:
    """Histories from pytest's cache, where they stay until what tells them, or the schema, is another."""
    assert pytestconfig.cache is not None
    cache = pytestconfig.cache.mkdir("histories")
    sources = sorted(Path(__file__).parents[1].glob("history*.py"))
    told = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]

    def copied(years: int) -> Path:
        made = cache / f"{years}-{newest_revision():04d}-{told}.nmirf"
        with FileLock(made.with_suffix(".lock")):
            if not made.exists():
                for old in cache.glob(f"{years}-*.nmirf"):
                    old.unlink()
                make_history(made, years=years)
        return Path(shutil.copyfile(made, tmp_path_factory.mktemp("history") / f"{years}.nmirf"))

    return copied


@pytest.fixture(scope="session")
def long(pytestconfig: pytest.Config) -> int:
    """How many years are compared with one: fifty where times are measured, two where the benchmark is but a test."""
    return 50 if pytestconfig.getoption("benchmark_enable") else 2
