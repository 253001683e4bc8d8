"""The stop at the end of a sentence, where what stands last in it has one of its own."""

import re

_SHORTENED = re.compile(
    r"(?<![^\W_])(?:(?i:etc|et al|p\. ?ej|p\. ?ex|cf|ibid|vs|approx|aprox|env|Inc|Ltd|Ltda|Cía|Corp|Jr|Sr|Sra|Dr|Dra"
    r"|EE\. ?UU|núms?|págs?|uds|sres|sras)|Ud|Vds?|St|[^\W\d_](?:\.[^\W\d_])+|[a-z](?:\. ?[a-z])+)$"
)
"""Words that are shortened, without their last stop: "etc", "p. ej", "a.m", "D.C"; "Room A. B" is none."""
_TWO = re.compile(r"(?<=[^\W_])\.\.(?=[\s»”’)\u2069]|$)")


def without_stop(text: str) -> str:
    """A text without the stop of its last sentence; that of a word that is shortened is the word's own, and stays."""
    bare = text.rstrip(".")
    return f"{bare}." if bare != text and _SHORTENED.search(bare.replace("\u00a0", " ")) else bare


def with_one_stop(text: str) -> str:
    """A text whose sentences end with one stop also where a value ends with its own: "10 a.m.", "Washington, D.C.".

    Three stops are an ellipsis, and stay.
    """
    return _TWO.sub(".", text) if ".." in text else text
