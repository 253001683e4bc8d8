"""An entry or a row changed outside the program is found, and named by row and field."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage.base import BYTES, NUMBER
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.verification import JOURNAL, Fault, FaultKind, verify
from tests import samples

WATCHED = [rows for name, rows in TABLES.items() if name not in JOURNAL]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sample register, which has rows in every table that a sample can fill."""
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("full") / "full.nmirf").read_bytes()


@pytest.fixture
def path(full: bytes, tmp_path: Path) -> Path:
    """A copy of the full register."""
    path = tmp_path / "full.nmirf"
    path.write_bytes(full)
    return path


def execute(path: Path, statement: str, *values: object) -> int:
    """Change the file as any SQLite tool could; the number of rows touched."""
    connection = sqlite3.connect(path)
    with connection:
        count = connection.execute(statement, values).rowcount
    connection.close()
    return count


def faults(path: Path) -> tuple[Fault, ...]:
    """What verification finds."""
    with open_register(path) as store, store.read() as session:
        return verify(session).faults


def test_a_register_written_by_the_program_alone_is_sound(path: Path) -> None:
    assert faults(path) == ()


def test_every_field_of_every_table_is_watched(path: Path) -> None:
    pristine = path.read_bytes()
    missed, empty = [], []
    for rows in WATCHED:
        columns = [column for column in rows.columns if column.name != rows.key]
        connection = sqlite3.connect(path)
        row = connection.execute(f'SELECT min("{rows.key}") FROM "{rows.table}"').fetchone()[0]
        for column in columns:
            value: object = {BYTES.sql: b"x", NUMBER.sql: 987}.get(column.kind.sql, "ZZ")
            connection.execute(f'UPDATE "{rows.table}" SET "{column.name}" = ? WHERE "{rows.key}" = ?', (value, row))
        connection.commit()
        connection.close()
        if row is None:
            empty.append(rows.table)
            continue
        found = {
            (fault.table, fault.row, fault.field) for fault in faults(path) if fault.kind is FaultKind.FIELD_ALTERED
        }
        missed += [column.name for column in columns if (rows.table, str(row), column.name) not in found]
        path.write_bytes(pristine)
    assert missed == []
    assert set(empty) <= {"renaming", "regrouping", "issued_document"}


@pytest.mark.parametrize("table", ["membership", "position", "decision", "agenda_item"])
def test_a_row_removed_or_added_is_named(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        key = connection.execute(f'SELECT min(key) FROM "{table}"').fetchone()[0]
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if row[1] != "key"]
    quoted = ", ".join(f'"{name}"' for name in columns)
    if table == "decision":
        execute(path, "UPDATE decision SET key = 'moved' WHERE key = ?", key)
    else:
        execute(
            path, f'INSERT INTO "{table}" (key, {quoted}) SELECT \'moved\', {quoted} FROM "{table}" WHERE key = ?', key
        )
        execute(path, f'DELETE FROM "{table}" WHERE key = ?', key)
    found = {(fault.kind, fault.row) for fault in faults(path) if fault.table == table}
    assert {(FaultKind.ROW_ADDED, "moved"), (FaultKind.ROW_REMOVED, key)} <= found


@pytest.mark.parametrize("column", ["verb", "author", "at", "copy", "revision", "previous", "hash"])
def test_an_altered_entry_is_named(path: Path, column: str) -> None:
    execute(path, f"UPDATE journal_entry SET {column} = 'x' WHERE sequence = 2")
    assert any(fault.kind is FaultKind.ENTRY_ALTERED and fault.place in {"2", "3"} for fault in faults(path))


@pytest.mark.parametrize("column", ["table_name", "row_key", "field", "before", "after", "salt", "digest"])
def test_an_altered_change_is_named(path: Path, column: str) -> None:
    execute(path, f"UPDATE journal_change SET {column} = 'x' WHERE sequence = 2 AND number = 0")
    assert any(fault.place == "2" for fault in faults(path))


def test_a_removed_entry_is_named(path: Path) -> None:
    execute(path, "DELETE FROM journal_entry WHERE sequence = 3")
    assert Fault(FaultKind.ENTRY_MISSING, "3") in faults(path)


def test_another_schema_revision_is_named(path: Path) -> None:
    execute(path, "UPDATE alembic_version SET version_num = '0000'")
    assert Fault(FaultKind.SCHEMA_ALTERED, "0000") in faults(path)


@pytest.mark.parametrize("language", list(Language))
def test_a_fault_is_said_with_row_and_field(language: Language) -> None:
    sentence = Fault(FaultKind.FIELD_ALTERED, "", "vote", "abc", "method").said_in(catalog(language))
    assert all(word in sentence for word in ("vote", "abc", "method"))
