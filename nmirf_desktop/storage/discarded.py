"""Dispatches that were discarded: they are gone from their tables, and the journal still knows them."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from nmirf_desktop.domain.dispatches import Dispatch
from nmirf_desktop.storage.dispatches import DISPATCHED, ENCLOSURES, RECIPIENTS
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.past_rows import past
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session


def discarded(session: Session, keys: Iterable[str]) -> frozenset[str]:
    """Which of some keys are those of dispatches, or of recipients, that are no more."""
    keys = frozenset(keys)
    return _gone(session, DISPATCHED, keys) | _gone(session, RECIPIENTS, keys)


def discarded_with(session: Session, digests: Iterable[str]) -> tuple[Dispatch, ...]:
    """The discarded dispatches with documents of some SHA-256, as they were."""
    issued = [one.key for digest in digests for one in ISSUED.all(session, sha256=digest)]
    line = LINES.table.c
    own = (line.table_name == ENCLOSURES.name) & line.after.is_(None)
    rows = sa.select(line.row_key).where(own, line.field == "issued", line.before.in_(issued))
    of = sa.select(line.before).where(own, line.field == "dispatch", line.row_key.in_(rows))
    keys = _gone(session, DISPATCHED, session.connection.execute(of.distinct()).scalars() if issued else ())
    stood = past(session, DISPATCHED, keys).values()
    return tuple(next(one.value for one in reversed(steps) if one.value is not None) for steps in stood)


def _gone(session: Session, rows: Rows[Any], keys: Iterable[str]) -> frozenset[str]:
    """The keys among some of rows that were removed, and that are not there again."""
    line = LINES.table.c
    own = (line.table_name == rows.name) & (line.field == rows.key) & line.after.is_(None)
    removed = sa.select(line.row_key).where(own, line.row_key.in_(sorted(keys)))
    found = frozenset(session.connection.execute(removed).scalars())
    return found - rows.among(session, found).keys()
