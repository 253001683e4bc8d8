"""Text without accents and case, for what is typed to find something and for what is recognised in a list."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", **dict.fromkeys("’‘ʼ′´`", "'")})
"""Letters that Unicode does not take apart, and the signs that are written for an apostrophe."""


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """*text* in lower case without accents and invisible signs: "CÔTE D’IVOIRE" becomes "cote d'ivoire".

    A soft hyphen, a space of no width and a mark of direction are nothing; any space is a plain one, and letters of
    full width are plain ones.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    plain = unicodedata.normalize("NFKD", plain).translate(_LETTERS)
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
