"""The locks: what pyproject.toml asks for, with hashes, from wherever the machine gets its packages."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, str]:
    """The version of each package that a lock names."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, flags=re.MULTILINE))


def asked(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("lock", "extras"), [(LOCKS[0], ()), (LOCKS[1], ("dev", "build"))])
def test_a_lock_holds_what_is_asked_for(lock: str, extras: tuple[str, ...]) -> None:
    locked = pins(lock)
    for requirement in asked(*extras):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


def test_tests_run_with_the_libraries_of_the_program() -> None:
    assert pins(LOCKS[0]).items() <= pins(LOCKS[1]).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_a_hash_for_each_package_and_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert len(re.findall(r"^\S+==.*\\\n    --hash=sha256:[0-9a-f]{64}", text, flags=re.MULTILINE)) == len(pins(lock))


def test_qt_stays_below_the_release_that_aborts() -> None:
    [qt] = [requirement for requirement in asked() if requirement.name == "PySide6-Essentials"]
    assert not qt.specifier.contains("6.12.0")
