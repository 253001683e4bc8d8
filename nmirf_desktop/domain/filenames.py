"""Names of files that every system takes and everybody can read, and texts without what cannot be seen."""

import re
import unicodedata

from nmirf_desktop.domain.text import one_line

LONGEST_NAME = 200
"""The most bytes of a name in UTF-8, that of a temporary file beside it within the 255 of a disk."""
LONGEST_SUFFIX = 20
UNNAMED = "file"
JOINERS = "\u200c\u200d"
"""What joins and parts letters in Persian and in the scripts of India: it belongs to the word."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_PATH = re.compile(r"([A-Za-z]:|~|\.{1,2})?[\\/]")
_PARTING, _FORBIDDEN = re.compile(r"[\\/:|]+"), re.compile(r'[<>"?*]+')
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_EDGES = " .-"


def visible(text: str) -> str:
    """A text on one line and without characters that cannot be seen: controls, turned directions, halves of others."""
    normal = unicodedata.normalize("NFC", one_line(text))
    seen = "".join(one for one in normal if one in JOINERS or unicodedata.category(one) not in _UNSEEN)
    spaced = "".join(" " if unicodedata.category(one)[0] == "Z" else one for one in seen)
    return unicodedata.normalize("NFC", " ".join(part for part in spaced.split(" ") if part))


def safe_name(name: str) -> str:
    """A file's name as every system takes it, as near to *name* as that allows; "file" where nothing is left.

    Of a path the last part is the name. A stroke within a name, as in "NV 12/2026", becomes a dash; what Windows
    forbids goes, what it reserves (CON, NUL, COM1 …) gets a low line before it. A name that is too long keeps its end.
    """
    plain = visible(name)
    if _PATH.match(plain):
        plain = re.split(r"[\\/]", plain.rstrip("\\/"))[-1]
    plain = visible(_FORBIDDEN.sub("", _PARTING.sub("-", plain))).strip(_EDGES)
    plain = _shortened(plain) or UNNAMED
    return f"_{plain}" if _RESERVED.match(plain) else plain


def suffix_of(name: str) -> str:
    """The end of a name that tells its kind, with its point and in small letters: ".pdf"; empty where there is none."""
    before, point, end = name.rpartition(".")
    return f".{end.lower()}" if before and point and end else ""


def _shortened(name: str) -> str:
    """A name within the bytes that a disk takes."""
    if len(name.encode()) <= LONGEST_NAME:
        return name
    end = suffix_of(name)
    kept = name[len(name) - len(end) :] if 0 < len(end.encode()) <= LONGEST_SUFFIX else ""
    stem = name[: len(name) - len(kept)].encode()[: LONGEST_NAME - len(kept.encode())].decode(errors="ignore")
    return stem.rstrip(_EDGES + JOINERS) + kept
