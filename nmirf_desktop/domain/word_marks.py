"""How a paragraph of minutes is known again in a document of a word processor: by a bookmark, a number, its words."""

import re
import unicodedata
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import digest
from nmirf_desktop.i18n import Language

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEY, _SHORT = 25, 8
"""So many signs hold a key of 128 bits in base 36, and so many a digest: with the language, 37 of Word's 40."""
_FORM = re.compile(r"(en|fr|es)_([0-9a-z]{25})_([0-9a-f]{8})", re.ASCII)
_KEY_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NUMBER = re.compile(r"\s*(\d{1,5})\s*[.)][\s\u00a0]+")
_SIGNS = str.maketrans({"'": "’", "\u2011": "-", "“": '"', "”": '"', "„": '"'})


def plain(text: str) -> str:
    """A text as it is compared: composed, with single spaces on each line, without what is not seen.

    Which kind of space, quote, apostrophe or hyphen stands there is the house's business, not the member's.
    """
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_SIGNS)
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def short_digest(text: str) -> str:
    """By what a text that left is known again."""
    return digest(plain(text))[:_SHORT]


def numbered_apart(line: str) -> tuple[int | None, str]:
    """The number that stands before a paragraph, where one does, and its text."""
    found = _NUMBER.match(line)
    return (int(found[1]), line[found.end() :]) if found else (None, line)


@dataclass(frozen=True, slots=True)
class ParagraphMark:
    """The *paragraph* of a bookmark, the *language* in which its text left, and the digest of that text."""

    language: Language
    paragraph: Key
    digest: str

    @classmethod
    def of(cls, paragraph: Key, language: Language, text: str) -> "ParagraphMark":
        """That of a paragraph as it leaves."""
        return cls(language, paragraph, short_digest(text))

    @classmethod
    def read(cls, name: str) -> "ParagraphMark | None":
        """What a bookmark says, however a word processor writes its letters; ``None`` for one of somebody else."""
        found = _FORM.fullmatch(name.lower())
        if found is None:
            return None
        value = int(found[2], 36)
        if value >> 128:
            return None
        hexadecimal = f"{value:032x}"
        parts = (hexadecimal[start:end] for start, end in ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32)))
        return cls(Language(found[1]), "-".join(parts), found[3])

    @property
    def name(self) -> str:
        """The name of its bookmark; nothing where the key is none of the program's own."""
        if _KEY_FORM.fullmatch(self.paragraph) is None:
            return ""
        value, digits = int(self.paragraph.replace("-", ""), 16), ""
        while value:
            value, rest = divmod(value, 36)
            digits = _DIGITS[rest] + digits
        return f"{self.language}_{digits.rjust(_KEY, '0')}_{self.digest}"
