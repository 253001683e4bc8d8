"""The widths of the columns of a table, on paper and in a word processor: by shares, with room for their words."""

from collections.abc import Sequence

FUZZ = 1e-6
"""Widths that differ by less are one, however they were reckoned."""


def widths(shares: Sequence[float], total: float, needed: Sequence[float]) -> tuple[float, ...]:
    """Shares of the width in points, but so much as the longest word of a column needs, up to half of all.

    Where there is not enough for all words, the columns have parts of the width as large as their needs.
    """
    needed = [min(need, total / 2) for need in needed]
    if sum(needed) > total:
        return tuple(total * need / sum(needed) for need in needed)
    short: set[int] = set()
    while True:
        room = total - sum(needed[place] for place in short)
        whole = sum(share for place, share in enumerate(shares) if place not in short)
        given = [needed[p] if p in short else room * share / whole for p, share in enumerate(shares)]
        tight = {place for place, width in enumerate(given) if width < needed[place] - FUZZ}
        if not tight:
            return tuple(given)
        short |= tight
