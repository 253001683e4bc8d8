"""The schema's revisions, run from code: ``python -m nmirf_desktop.storage.migrations "why"`` drafts the next one."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from nmirf_desktop.storage import sqlite
from nmirf_desktop.storage.inspection import APPLICATION_ID, newest_revision
from nmirf_desktop.storage.session import Change, Session

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent


def _configuration(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    config.attributes["changes"] = []
    return config


def migrate(path: Path, revision: str = "head", *, sign: Callable[[Session], object] = lambda _session: None) -> None:
    """Bring the register at *path* (made where there is none) to a revision, and *sign* that, in one transaction.

    A revision that moves what rows hold notes it among the attribute *changes* of its configuration (table, row,
    field, before, after), so that the journal that is signed tells it. What SQLite refuses is raised as its own error.
    """
    from alembic import command
    from alembic.runtime.migration import MigrationContext

    engine = sqlite.migrator(path)
    try:
        with sqlite.transaction(engine, alone=True) as connection:
            configuration = _configuration(connection)
            command.upgrade(configuration, revision)
            reached = MigrationContext.configure(connection).get_current_revision() or "0"
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={int(reached)}")
            sign(Session(connection, [Change(*one) for one in configuration.attributes["changes"]]))
            connection.commit()
    finally:
        engine.dispose()


def draft(message: str) -> Path:
    """Write the next revision from the difference between the models and the newest schema; read it before use."""
    from alembic import command

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.nmirf"
        has_one = any((FOLDER / "versions").glob("[0-9]*.py"))
        if has_one:
            migrate(path)
        following = newest_revision() + 1 if has_one else 1
        engine = sqlite.migrator(path)
        with engine.connect() as connection:
            script = command.revision(
                _configuration(connection), message=message, autogenerate=True, rev_id=f"{following:04d}"
            )
        engine.dispose()
    return Path(script.path)  # type: ignore[union-attr]
