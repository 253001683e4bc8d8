"""What is kept of a meeting's record of decisions: adoptions, wordings put right, and relations of decisions."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Mode


@dataclass(frozen=True, slots=True)
class RecordAdoption:
    """A meeting adopted the record of its decisions, under an *item*, by consensus or by vote.

    Where decisions were made afterwards it may do so again: the last adoption holds.
    """

    key: Key
    meeting: Key
    at: datetime.datetime
    item: Key | None = None
    mode: Mode = Mode.CONSENSUS


@dataclass(frozen=True, slots=True)
class WordingCorrection:
    """The wording of a *decision* was put right: how title and text read *before*; rows are added, never changed.

    The *note* says why; after the record was adopted there is one.
    """

    key: Key
    decision: Key
    at: datetime.datetime
    title: Trilingual
    text: Trilingual
    note: str = ""


class RelationKind(StrEnum):
    """What a decision has to do with an earlier one."""

    RECALLS = "recalls"
    IMPLEMENTS = "implements"
    REPLACES = "replaces"


@dataclass(frozen=True, slots=True)
class DecisionRelation:
    """A *decision* recalls, implements or replaces another one, the *other*."""

    key: Key
    decision: Key
    kind: RelationKind
    other: Key
