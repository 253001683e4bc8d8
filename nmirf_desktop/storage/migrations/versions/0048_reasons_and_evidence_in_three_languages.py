"""reasons and evidence of planned actions in three languages"""

import hashlib
import re

import sqlalchemy as sa
from alembic import context, op

revision = '0048'
down_revision = '0047'
branch_labels = None
depends_on = None

FIELDS = ('reason', 'evidence')
LANGUAGES = ('en', 'fr', 'es')
ADDRESS = re.compile(r'(https?://|www\.)\S+', re.IGNORECASE)


def upgrade() -> None:
    """Bring the schema to this revision; what was written stands in the language of the action's own original."""
    with op.batch_alter_table('planned_action', schema=None) as batch_op:
        for name in FIELDS:
            for part in LANGUAGES:
                batch_op.add_column(sa.Column(f'{name}_{part}', sa.Text(), server_default='', nullable=False))
            batch_op.add_column(
                sa.Column(f'{name}_source', sa.String(length=40), server_default='en', nullable=False)
            )
            for part in ('reviewed', *(f'basis_{one}' for one in LANGUAGES)):
                batch_op.add_column(sa.Column(f'{name}_{part}', sa.Text(), server_default='', nullable=False))
    _move()
    with op.batch_alter_table('planned_action', schema=None) as batch_op:
        for name in FIELDS:
            batch_op.drop_column(name)


def _move() -> None:
    """Put each text into its language, and note it for the journal."""
    connection, changes = op.get_bind(), context.config.attributes['changes']
    held = sa.text('SELECT "key", title_source, reason, evidence FROM planned_action ORDER BY "key"')
    for key, source, *texts in connection.execute(held).all():
        for name, text in zip(FIELDS, texts, strict=True):
            if not text:
                continue
            for column, after in _texts(source, text).items():
                before = 'en' if column == 'source' else ''
                if before == after:
                    continue
                field = f'{name}_{column}'
                table = sa.table('planned_action', sa.column('key'), sa.column(field))
                connection.execute(table.update().where(table.c.key == key).values({field: after}))
                changes.append(('planned_action', key, field, before, after))


def _texts(source: str, text: str) -> dict[str, str]:
    """A text in the language of an original; a web address is the same in each language, and needs no review."""
    if not ADDRESS.fullmatch(text.strip()):
        return {source: text, 'source': source}
    basis = hashlib.sha256(text.encode()).hexdigest()[:16]
    same = dict.fromkeys(LANGUAGES, text) | {'source': source, 'reviewed': 'en,fr,es'}
    return same | {f'basis_{one}': basis for one in LANGUAGES if one != source}
