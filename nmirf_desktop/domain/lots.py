"""Lots that anybody can draw again: what comes out follows from a seed that is recorded, and from nothing else."""

import hashlib
from collections.abc import Iterable

SEED_BYTES = 8
"""How many bytes of chance a seed is made of."""


def drawn(seed: str, names: Iterable[str]) -> tuple[str, ...]:
    """(silent; GA 87/127, 93) R19, R35: *names* in the order in which a *seed* draws them.

    Each name is put behind the seed, and the smallest SHA-256 comes first: the order of *names* does not matter, and
    whoever has the seed can draw again with any tool.
    """
    return tuple(sorted(names, key=lambda name: hashlib.sha256(f"{seed} {name}".encode()).hexdigest()))
