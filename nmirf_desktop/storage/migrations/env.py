"""Alembic's entry: runs on the connection, and compares with the tables, that the program hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["tables"],
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
