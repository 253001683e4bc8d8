"""Dashes between words of a note, as they are typed: with a space on each side, and of any length."""

import re

DASH = re.compile(r"(?<=\S)[^\S\n]+[-–—][^\S\n]+(?=\S)")
RANGE = re.compile(r"\d[^\S\n]+[-–—][^\S\n]+\d")
"""One between figures, which parts nothing: "10 - 12 May"."""
_FEW = 3


def ends_behind_dash(text: str) -> bool:
    """Whether a sentence ends in a few words behind its only dash: "supports Peru - not Chile"; not in a range."""
    _, *behind = DASH.split(text)
    return len(behind) == 1 and len(behind[0].split()) <= _FEW and not RANGE.search(text)
