"""The stop at the end of a sentence, where what stands last in it has one of its own."""

import re

_TWO = re.compile(r"(?<=[^\W_])\.\.(?=[\s»”’)\u2069]|$)")


def with_one_stop(text: str) -> str:
    """A text whose sentences end with one stop also where a value ends with its own: "10 a.m.", "Washington, D.C.".

    Three stops are an ellipsis, and stay.
    """
    return _TWO.sub(".", text) if ".." in text else text
