"""Migrations equal the models, and an older register is brought forward with a backup."""

import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage import inspection, migrations
from nmirf_desktop.storage.inspection import APPLICATION_ID, newest_revision
from nmirf_desktop.storage.migrations import migrate
from nmirf_desktop.storage.migrations.models import metadata
from nmirf_desktop.storage.verification import verify


def test_migrations_equal_models(tmp_path: Path) -> None:
    path = tmp_path / "empty.nmirf"
    migrate(path)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata())
    engine.dispose()
    assert differences == []


def test_a_migrated_file_is_marked_as_a_register_of_this_revision(tmp_path: Path) -> None:
    path = tmp_path / "empty.nmirf"
    migrate(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == newest_revision()
    connection.close()


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with one migration more: it adds a column that rows have a default for."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder)
    last = newest_revision()
    (folder / "versions" / f"{last + 1:04}_fax.py").write_text(
        f'''"""fax"""
import sqlalchemy as sa
from alembic import op

revision = "{last + 1:04}"
down_revision = "{last:04}"


def upgrade() -> None:
    op.add_column("person", sa.Column("fax", sa.String(), server_default="", nullable=False))
''',
        encoding="utf-8",
    )
    monkeypatch.setattr(migrations, "FOLDER", folder)
    monkeypatch.setattr(inspection, "VERSIONS", folder / "versions")


def has_fax(path: Path) -> bool:
    """Whether the file has the new column."""
    connection = sqlite3.connect(path)
    names = {row[1] for row in connection.execute("PRAGMA table_info(person)")}
    connection.close()
    return "fax" in names


@pytest.mark.usefixtures("newer_program")
def test_an_older_register_is_brought_forward_with_a_backup(register: Path) -> None:
    with open_register(register) as store, store.read() as session:
        assert verify(session).faults == ()
    assert has_fax(register)
    newest = newest_revision()
    backup = register.parent / f"register.before-{newest:04}.nmirf"
    assert inspection.inspect_file(backup) == newest - 1
    assert not has_fax(backup)


@pytest.mark.usefixtures("newer_program")
def test_an_older_register_that_is_only_read_stays_as_it_is(
    register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copies = tmp_path / "temporary"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    before = register.read_bytes()
    with open_register(register, read_only=True) as store, store.read() as session:
        assert store.read_only
        assert verify(session).faults == ()
    assert register.read_bytes() == before
    assert list(copies.iterdir()) == []
