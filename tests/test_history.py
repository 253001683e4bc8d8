"""The register that benchmarks open: sound, lawful, and the same each time."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.verification import verify
from tests.history import last_day, make_history

YEARS, STATES = 12, 40


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_history(tmp_path_factory.mktemp("history") / "history.nmirf", years=YEARS, states=STATES)


def test_the_register_is_what_its_journal_says(history: Path) -> None:
    with open_register(history, read_only=True) as store, store.read() as session:
        found = verify(session)
    assert found.faults == ()
    assert found.entries > 1000


def test_something_of_every_kind_has_happened(history: Path) -> None:
    with open_register(history, read_only=True) as store, store.read() as session:
        empty = [name for name, rows in TABLES.items() if not rows.all(session)]
        verbs = {entry.verb for entry in ENTRIES.all(session)}
    assert empty == []
    assert {
        "record a withdrawal",
        "change a status",
        "replace a focal point",
        "rename a State",
        "close a vote",
    } <= verbs


def test_what_happened_is_lawful_but_for_what_happens_to_anybody(history: Path) -> None:
    with open_register(history, read_only=True) as store:
        compliance = Compliance(store)
        for year in range(YEARS + 1):
            for on in (datetime.date(ADOPTION_DAY.year + year, 6, 1), last_day(year)):
                broken = {one.rule for one in compliance.check(on) if one.state is FindingState.NOT_KEPT}
                assert broken <= {"R5", "R39"}, "a focal point is missing, or an agenda went out a day late"


def test_the_same_seed_tells_the_same_history(history: Path, tmp_path: Path) -> None:
    again = make_history(tmp_path / "again.nmirf", years=YEARS, states=STATES)
    other = make_history(tmp_path / "other.nmirf", years=1, states=STATES, seed=2)
    assert _facts(again) == _facts(history) != _facts(other)


def _facts(path: Path) -> dict[str, tuple[object, ...]]:
    """All rows but those of the journal, whose salts are new each time, and what was taken from them."""
    with open_register(path, read_only=True) as store, store.read() as session:
        kept = (name for name in TABLES if not name.startswith("journal") and name != "issued_document")
        return {name: TABLES[name].all(session) for name in kept}
