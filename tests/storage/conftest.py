"""A real register in a temporary folder."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.store import Store

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register, made once; tests copy it."""
    path = tmp_path_factory.mktemp("fresh") / "fresh.nmirf"
    create(path, author="coordinator")
    return path


@pytest.fixture
def register(fresh: Path, tmp_path: Path) -> Path:
    """A copy of an empty register."""
    path = tmp_path / "register.nmirf"
    path.write_bytes(fresh.read_bytes())
    return path


@pytest.fixture
def store(register: Path) -> Iterator[Store]:
    """The register, open for writing."""
    with open_register(register, author="coordinator") as opened:
        yield opened


def membership(state: str = "PRY", kind: MembershipKind = MembershipKind.MEMBER) -> Membership:
    """A founding membership."""
    return Membership(new_key(), state, kind, Period(datetime.date(2024, 5, 9)), Basis.FOUNDING)


def admit(store: Store, value: Membership) -> None:
    """Write one membership in a transaction of its own."""
    with store.write("admit", Subject.MEMBERS) as session:
        MEMBERSHIPS.save(session, value)
