"""Alembic's entry: runs on the connection that the program hands over, and compares it with the program's tables."""

from typing import Any, Literal

from alembic import context

from nmirf_desktop.storage.base import Plain
from nmirf_desktop.storage.schema import METADATA


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Render our column types as the plain ones that they store, so that a revision stays frozen in time."""
    return f"sa.{item.plain!r}" if kind == "type" and isinstance(item, Plain) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transaction_per_migration=False,
    render_item=plain_type,
)
context.run_migrations()
