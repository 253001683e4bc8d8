"""How long a large file takes to be attached beside being written to the disk, and files to be listed beside none.

``python -m pytest tests/benchmarks/test_attachments.py --benchmark-enable`` measures; compare the ratios of one run.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.attachments import LARGEST, Holder, HolderKind, NewFile
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers

STATE = Holder(HolderKind.STATE, "KEN")
ROUNDS, LISTED = 10, 50


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Secretariat]:
    with open_register(registers.fresh(tmp_path / "register.nmirf")) as store:
        yield Secretariat(store)


def test_a_largest_file_is_written_to_the_disk(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    """What the disk takes for as many bytes, before they are acknowledged."""
    target = tmp_path / "file"

    def write(content: bytes) -> None:
        with target.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    benchmark.pedantic(write, setup=lambda: ((os.urandom(LARGEST),), {}), rounds=ROUNDS)  # type: ignore[no-untyped-call]  # (it ships no types)
    assert target.stat().st_size == LARGEST


def test_a_largest_file_is_attached(office: Secretariat, benchmark: BenchmarkFixture) -> None:
    def attach(content: bytes) -> None:
        office.attachments.attach(STATE, "KEN", [NewFile("scan.pdf", content)])

    benchmark.pedantic(attach, setup=lambda: ((os.urandom(LARGEST),), {}), rounds=ROUNDS)  # type: ignore[no-untyped-call]  # (it ships no types)
    assert office.attachments.of(STATE)


@pytest.mark.parametrize("size", [1, 1_000_000], ids=["small", "large"])
def test_a_states_files_are_listed(office: Secretariat, benchmark: BenchmarkFixture, size: int) -> None:
    """The same time whatever they hold: no content is read."""
    for number in range(LISTED):
        office.attachments.attach(STATE, "KEN", [NewFile(f"{number}.pdf", b"%d" % number + bytes(size))])
    assert len(benchmark(office.attachments.of_state, "KEN")) == LISTED
