"""All tables of the register, for migrations, undo and verification."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from nmirf_desktop.storage import (
    action_plans,
    activities,
    amendments,
    annual_reviews,
    attachments,
    committees,
    contributions,
    corrections,
    decision_records,
    dispatches,
    elections,
    encouragement,
    floor,
    good_practices,
    journal,
    languages,
    meetings,
    members,
    minutes,
    ohchr_support,
    participants,
    partnerships,
    people,
    states,
    voting,
    watch,
)
from nmirf_desktop.storage.base import METADATA
from nmirf_desktop.storage.rows import Rows

__all__ = ["METADATA", "TABLES"]

TOPICS = (
    states, people, members, attachments, committees, meetings, participants, partnerships, ohchr_support, activities,
    encouragement, good_practices, contributions, voting, elections, floor, amendments, decision_records, minutes,
    corrections, dispatches, languages, watch, action_plans, annual_reviews,
    journal,
)  # fmt: skip
TABLES: Mapping[str, Rows[Any]] = MappingProxyType(
    {rows.name: rows for topic in TOPICS for rows in vars(topic).values() if isinstance(rows, Rows)}
)
"""The tables by their names."""
