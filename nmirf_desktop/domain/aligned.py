"""Two texts paragraph by paragraph: which paragraph of one is which of the other, before their words are compared."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

NEAR = 55.0
"""How alike two paragraphs are, of 100, to be one that changed; otherwise one went and the other came."""
MOST_COMPARED = 2_500
"""So many pairs of paragraphs are compared at most between two that are the same; beyond, they are one piece."""

Pair = tuple[str, str]
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def paragraph_pairs(before: str, after: str) -> Iterator[Pair]:
    """The paragraphs of two texts side by side, in their order, each with its line end; empty where one has none."""
    was, now = _LINES.findall(before), _LINES.findall(after)
    alike = SequenceMatcher(None, [one.strip() for one in was], [one.strip() for one in now], autojunk=False)
    for kind, first, last, start, stop in alike.get_opcodes():
        if kind == "equal":
            yield from zip(was[first:last], now[start:stop], strict=True)
        else:
            yield from _nearest(was[first:last], now[start:stop])


def _nearest(was: Sequence[str], now: Sequence[str]) -> Iterator[Pair]:
    """Paragraphs that changed: the pairs that are most alike in sum, in their order; the others stand alone."""
    if len(was) * len(now) > MOST_COMPARED:
        yield "".join(was), "".join(now)
        return
    scores = _scores(was, now)
    best = [[0.0] * (len(now) + 1) for _ in range(len(was) + 1)]
    for row in reversed(range(len(was))):
        for column in reversed(range(len(now))):
            paired = scores[row][column] and scores[row][column] + best[row + 1][column + 1]
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < len(was) and column < len(now):
        if scores[row][column] and best[row][column] == scores[row][column] + best[row + 1][column + 1]:
            yield was[row], now[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield was[row], ""
            row += 1
        else:
            yield "", now[column]
            column += 1
    yield from ((one, "") for one in was[row:])
    yield from (("", one) for one in now[column:])


def _scores(was: Sequence[str], now: Sequence[str]) -> list[list[float]]:
    """How alike each paragraph is to each; 0 where it is another one. A single one that became a single one is it."""
    if len(was) == len(now) == 1:
        return [[100.0]]
    from rapidfuzz import fuzz  # when a text is compared

    return [[fuzz.ratio(one.strip(), other.strip(), score_cutoff=NEAR) for other in now] for one in was]
