"""Text without accents and case, for what is typed to find something and for what is recognised in a list."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    **dict.fromkeys("’‘ʼ′", "'"),
}  # fmt: skip
"""Letters that Unicode does not take apart, and the signs that are written for an apostrophe."""
_FURTHER = re.compile(r"[^\x00-\x7f]")


def plain(text: str) -> str:
    """*text* in lower case without accents and invisible signs: "CÔTE D’IVOIRE" becomes "cote d'ivoire".

    A soft hyphen, a space of no width and a mark of direction are nothing; any space is a plain one, and letters of
    full width are plain ones.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    typed = text.replace("´", "'").replace("`", "'")
    closed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", typed).casefold())
    return _FURTHER.sub(lambda sign: _plain_sign(sign.group()), closed)


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    """A letter as it is typed; nothing for an accent, or for a sign without shape that is no blank."""
    return "" if unicodedata.category(sign) in {"Mn", "Mc", "Me", "Cf"} else _LETTERS.get(sign, sign)


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """A short text as :func:`plain` gives it, remembered: a list is compared again and again."""
    return plain(text)
