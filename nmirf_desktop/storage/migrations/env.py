"""Alembic's entry: runs on the connection that the program hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from nmirf_desktop.storage.schema import metadata


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Render our column types as the plain ones they store, so that a revision stays frozen in time."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata(),
    render_as_batch=True,
    transaction_per_migration=False,
    render_item=plain_type,
)
context.run_migrations()
