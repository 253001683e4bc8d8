"""The real services on a real register, with a clock that the test moves."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.services.opening import open_register
from tests import registers
from tests.registers import Desk, Hand


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register, made once; tests copy it."""
    return registers.fresh(tmp_path_factory.mktemp("empty") / "empty.nmirf")


@pytest.fixture
def desk(empty: Path, tmp_path: Path) -> Iterator[Desk]:
    """The services on a copy of it, at ten o'clock of the meeting's first day."""
    path = tmp_path / "register.nmirf"
    path.write_bytes(empty.read_bytes())
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="rapporteur", clock=clock) as store:
        yield registers.desk(store, clock)


@pytest.fixture
def network(desk: Desk) -> tuple[Desk, Meeting, AgendaItem]:
    """A small network that meets today."""
    meeting, item, _ = registers.network(desk)
    return desk, meeting, item
