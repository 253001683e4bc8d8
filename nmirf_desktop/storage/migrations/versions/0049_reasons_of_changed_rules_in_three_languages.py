"""reasons of changed rules in three languages"""

import sqlalchemy as sa
from alembic import context, op

revision = '0049'
down_revision = '0048'
branch_labels = None
depends_on = None

LANGUAGES = ('en', 'fr', 'es')


def upgrade() -> None:
    """Bring the schema to this revision; a reason stands in the language of its decision's original, else in English."""
    with op.batch_alter_table('rule_change', schema=None) as batch_op:
        for part in LANGUAGES:
            batch_op.add_column(sa.Column(f'reason_{part}', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('reason_source', sa.String(length=40), server_default='en', nullable=False))
        for part in ('reviewed', *(f'basis_{one}' for one in LANGUAGES)):
            batch_op.add_column(sa.Column(f'reason_{part}', sa.Text(), server_default='', nullable=False))
    _move()
    with op.batch_alter_table('rule_change', schema=None) as batch_op:
        batch_op.drop_column('reason')


def _move() -> None:
    """Put each reason into its language, and note it for the journal."""
    connection, changes = op.get_bind(), context.config.attributes['changes']
    held = sa.text(
        'SELECT rule_change."key", rule_change.reason, decision.title_source FROM rule_change '
        'LEFT JOIN decision ON decision."key" = rule_change.decision ORDER BY rule_change."key"'
    )
    for key, text, source in connection.execute(held).all():
        if not text:
            continue
        language = source or 'en'
        for field, before, after in ((f'reason_{language}', '', text), ('reason_source', 'en', language)):
            if before != after:
                table = sa.table('rule_change', sa.column('key'), sa.column(field))
                connection.execute(table.update().where(table.c.key == key).values({field: after}))
                changes.append(('rule_change', key, field, before, after))
