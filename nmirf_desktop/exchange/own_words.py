"""Which words of an answer are its writer's own: what stands before the message that it quotes, or a signature."""

import re
from collections.abc import Sequence

from nmirf_desktop.i18n.folding import plain

HEAD_LINES = 4
"""Over so many lines the head of a quoted message may be wrapped."""
_WROTE = re.compile(r"(?:on|le|el) .{6,}(?:wrote|a ecrit|escribio) ?:?$")
_QUOTES = re.compile(
    r">|-{2,}|_{5,}|[*_]*(?:from|de|von|sent|envoye|enviado|objet|subject|asunto)[*_]* ?:|" + _WROTE.pattern
)
"""How the message begins that an answer quotes, or a signature."""


def plain_line(text: str) -> str:
    """A text as :func:`..i18n.folding.plain` gives it, on one line with single spaces."""
    return " ".join(plain(text).split())


def own_lines(lines: Sequence[str]) -> tuple[int, int]:
    """How many of some :func:`plain_line` lines are the writer's own, and over how many goes the head of the quotation.

    A head over several lines may be words of the writer's after all; it is none where nothing is quoted.
    """
    heads = (_head(lines[at : at + HEAD_LINES]) for at in range(len(lines)))
    return next(((at, number) for at, number in enumerate(heads) if number), (len(lines), 0))


def _head(lines: Sequence[str]) -> int:
    """Over how many of some lines goes the head of a quoted message, or what stands above a signature; 0 if none."""
    for number in range(1, len(lines) + 1):
        if number > 1 and _QUOTES.match(lines[number - 1]):
            return 0
        if _QUOTES.match(lines[0]) if number == 1 else _WROTE.match(" ".join(lines[:number])):
            return number
    return 0
