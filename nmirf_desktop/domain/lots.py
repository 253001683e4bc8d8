"""Lots that anybody can draw again: what comes out follows from a seed that is recorded, and from nothing else."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key, StateCode

SEED_BYTES = 8
"""How many bytes of chance a seed is made of."""


@dataclass(frozen=True, slots=True)
class FirstDrawn:
    """(silent; GA 87/127) R19: the program drew a State by lot from a *lot_seed*, to be called first in a roll call.

    Each draw is kept, whether a vote was opened with it or not; rows are added, never changed.
    """

    key: Key
    meeting: Key
    at: datetime.datetime
    state: StateCode
    lot_seed: str


def drawn(seed: str, names: Iterable[str]) -> tuple[str, ...]:
    """(silent; GA 87/127, 93) R19, R35: *names* in the order in which a *seed* draws them.

    Each name is put behind the seed, and the smallest SHA-256 comes first: the order of *names* does not matter, and
    whoever has the seed can draw again with any tool.
    """
    return tuple(sorted(names, key=lambda name: hashlib.sha256(f"{seed} {name}".encode()).hexdigest()))
