"""A read-only place and a full disk: worded outcomes, and nothing acknowledged is lost.

The places are real: a tmpfs remounted read-only, and one of two megabytes.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.members import Membership
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.storage import errors
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.verification import verify
from tests.storage.conftest import admit, membership
from tests.storage.places import mounts, read_only, small_disk

pytestmark = mounts


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    with small_disk(tmp_path / "disk", "3m") as place:
        yield place


def held(store: Store) -> tuple[Membership, ...]:
    """All memberships on disk."""
    with store.read() as session:
        return MEMBERSHIPS.all(session)


def fill(store: Store, codes: list[str], saved: list[Membership]) -> StorageError:
    """Admit States until the disk says no; what it said."""
    for code in codes:
        value = membership(code)
        try:
            admit(store, value)
        except StorageError as error:
            return error
        saved.append(value)
    raise AssertionError("the disk was never full")


def test_a_register_in_a_read_only_place_is_read_as_it_lies(register: Path, small: Path) -> None:
    with open_register(register) as store:
        admit(store, membership())
    path = small / "register.nmirf"
    shutil.copyfile(register, path)
    read_only(small)
    with open_register(path) as store:
        assert store.read_only
        assert len(held(store)) == 1
        with pytest.raises(StorageError) as refused:
            admit(store, membership("URY"))
    assert refused.value.message == errors.READ_ONLY


def test_a_register_left_with_its_log_in_a_read_only_place_is_read_with_it(register: Path, small: Path) -> None:
    path = small / "register.nmirf"
    with open_register(register) as store:
        admit(store, membership())
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{register}{suffix}", f"{path}{suffix}")
    read_only(small)
    with open_register(path) as store:
        assert store.read_only
        assert len(held(store)) == 1
        copy = store.path.parent
    assert not copy.exists()
    assert sorted(one.name for one in small.iterdir()) == ["register.nmirf", "register.nmirf-wal"]


def test_a_new_register_in_a_read_only_place_is_refused(small: Path) -> None:
    read_only(small)
    with pytest.raises(StorageError) as refused:
        create(small / "new.nmirf")
    assert refused.value.message == errors.READ_ONLY
    assert list(small.iterdir()) == []


def test_a_new_register_on_a_full_disk_is_refused_and_leaves_nothing(small: Path) -> None:
    (small / "ballast").write_bytes(b"x" * 1_500_000)
    with pytest.raises(StorageError) as refused:
        create(small / "new.nmirf")
    assert refused.value.message == errors.FULL
    assert [child.name for child in small.iterdir()] == ["ballast"]


def test_what_was_saved_before_the_disk_filled_up_is_safe(register: Path, small: Path) -> None:
    path = small / "register.nmirf"
    shutil.copyfile(register, path)
    codes = iter(("PRY", "URY", "CHL", "PER", "BRA", "ARG", "BOL", "ECU", "COL", "VEN"))
    saved: list[Membership] = []
    with open_register(path) as store:
        admit(store, first := membership(next(codes)))
        saved.append(first)
        left = shutil.disk_usage(small).free
        (small / "ballast").write_bytes(b"x" * (left - 20_000))
        refused = fill(store, list(codes), saved)
        assert refused.message == errors.FULL
        assert held(store) == tuple(saved)
        (small / "ballast").unlink()
        admit(store, after := membership("MEX"))
        saved.append(after)
    with open_register(path) as store, store.read() as session:
        assert MEMBERSHIPS.all(session) == tuple(saved)
        assert verify(session).faults == ()
