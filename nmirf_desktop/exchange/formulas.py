"""Texts that a spreadsheet would run as a formula: disarmed by an apostrophe where they leave, and given back whole.

A CSV file cannot say that a cell is a text: what begins with one of a few signs is run when the file is opened (the
OWASP calls it *CSV injection*). Blanks, signs without width and control characters before it protect from nothing.
"""

import re

_BLANK = "(?![\t\r\n])[\\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
"""What is seen as nothing before a formula: blanks, controls, marks of direction, signs without width."""
_ARMED = re.compile(f"'*(?:{_BLANK})*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
"""How a formula begins, behind any number of apostrophes: each text has one form, and comes back as it was."""


def armed(text: str) -> bool:
    """Whether a spreadsheet might run a text as a formula, were it not for the apostrophes that it may begin with."""
    return _ARMED.match(text) is not None


def neutralised(text: str) -> str:
    """A text as a cell of a CSV file: with an apostrophe before what might be run; any other text as it is.

    "=1+1" becomes "'=1+1", "+595 21" becomes "'+595 21", "'=1+1" becomes "''=1+1"; "O’Higgins" and "'tis" stay.
    """
    return f"'{text}" if armed(text) else text


def unneutralised(text: str) -> str:
    """The text that :func:`neutralised` was given: for each text that there is, the very same."""
    return text[1:] if text.startswith("'") and armed(text) else text
