"""How long the record of decisions takes from the register to its pages in three languages, of a few and of many.

``python -m pytest tests/benchmarks/test_record.py --benchmark-enable`` measures; else each runs once as a test. The
aim is ten seconds after the gavel, with the picture of the pages on the screen: the walk by keys asserts that.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers
from tests.registers import MEMBERS, Hand, said

FEW, MANY = 3, 40


@pytest.fixture(params=[FEW, MANY])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Secretariat]:
    """A meeting that made so many decisions."""
    meeting, item, sitting = registers.networked(tmp_path / "register.nmirf")
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(tmp_path / "register.nmirf", author="rapporteur", clock=clock) as store:
        desk = Secretariat(store, clock)
        desk.sittings.open(sitting.key)
        desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
        for number in range(request.param):
            clock.forward()
            text = said(f"Decides, for the {number}th time, to go on with the work that was begun.")
            put = desk.proposals.propose(meeting.key, item.key, said(f"Matter {number}"), text)
            desk.proposals.adopt_by_consensus(put.key)
        yield desk


@pytest.mark.benchmark(group="record")
def test_the_record_in_three_columns(desk: Secretariat, benchmark: BenchmarkFixture) -> None:
    meeting = desk.meetings.list()[0]
    request = Request(DocumentKind.DECISIONS, meeting.key, (Edition.PARALLEL,))
    (file,) = benchmark(lambda: desk.papers.preview(request))
    assert file.startswith(b"%PDF")


@pytest.mark.benchmark(group="record")
def test_the_record_is_read_out(desk: Secretariat, benchmark: BenchmarkFixture) -> None:
    meeting = desk.meetings.list()[0]
    assert benchmark(lambda: desk.decision_records.file(meeting.key)).to_adopt
