"""The widths of the columns of a table, on paper and in a word processor: by shares, with room for their words."""

from collections.abc import Sequence

FUZZ = 1e-6
"""Widths that differ by less are one, however they were reckoned."""


SHORT = 0.28
"""So much of a table a short text has to itself at most; what is wider is broken."""
KEPT = 0.75
"""So much of their width the other columns keep where short texts stand on a line each."""


def with_short(
    shares: Sequence[float], total: float, words: Sequence[float], lines: Sequence[Sequence[float]]
) -> tuple[float, ...]:
    """As :func:`widths`, with the texts of short columns on a line each, or as many of them as there is room for.

    *words* is what the longest word of each column needs, *lines* what each text of a short column does.
    """
    usual = widths(shares, total, words)
    lengths = {one for column in lines for one in column if one <= total * SHORT}
    for limit in sorted(lengths, reverse=True):
        needed = [
            max([word, *(one for one in column if one <= limit)]) if column else max(word, width * KEPT)
            for word, column, width in zip(words, lines, usual, strict=True)
        ]
        if sum(needed) <= total:
            return widths(shares, total, needed)
    return usual


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
