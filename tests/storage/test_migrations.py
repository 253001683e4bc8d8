"""Migrations equal the models, and an older register is brought forward with a backup."""

import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from nmirf_desktop.storage.inspection import APPLICATION_ID, newest_revision
from nmirf_desktop.storage.migrations import migrate
from nmirf_desktop.storage.schema import metadata


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
