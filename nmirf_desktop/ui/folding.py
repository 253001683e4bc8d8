"""Text without accents and case, for what is typed to find something."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "’": "'", "‘": "'", "\u00a0": " "}
)


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """*text* in lower case without accents: "Côte d’Ivoire" becomes "cote d'ivoire"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
