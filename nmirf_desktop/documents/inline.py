"""What is found inside a plain text when it is set: addresses become links, French ordinals are raised."""

import re
import unicodedata

from nmirf_desktop.documents.breaking import Run
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.i18n import Language

_ADDRESS = r"(?P<web>https?://[^\s<>]*[^\s<>.,;:!?)\]])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
_ORDINAL = r"|(?<=\b1)(?P<first>er|re)\b|(?<=\d)(?P<other>e)\b"
_FOUND = {
    Language.EN: re.compile(_ADDRESS),
    Language.FR: re.compile(_ADDRESS + _ORDINAL),
    Language.ES: re.compile(_ADDRESS),
}
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u0600-\u070f\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
"""Where something may have to be tidied: controls, invisible signs, the narrow no-break space."""


def tidy(text: str) -> str:
    """A text as it can be set: composed, one kind of no-break space, no control characters or soft hyphens."""
    text = unicodedata.normalize("NFC", text)
    if _ODD.search(text) is None:
        return text
    text = text.replace("\u202f", "\u00a0")
    kept = (character for character in text if unicodedata.category(character) != "Cf")
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in kept)


def shortened(text: str, most: int) -> str:
    """A text of at most so many signs: whole, or cut after a word with an ellipsis at its end."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words, _, last = cut.rpartition(" ")
    return (words if len(last) < most // 2 else cut).rstrip() + "…"


def marked(text: str, face: Face, language: Language) -> list[Run]:
    """A text as runs, by the customs of its language: 1er, 2e with raised letters in French; addresses as links."""
    text = tidy(text)
    runs: list[Run] = []
    end = 0
    for found in _FOUND[language].finditer(text):
        word = found.group()
        match found.lastgroup:
            case "web":
                special = Run(word, face, target=word)
            case "mail":
                special = Run(word, face, target=f"mailto:{word}")
            case _:
                special = Run(word, face, raised=True)
        runs += [Run(text[end : found.start()], face), special]
        end = found.end()
    return [*runs, Run(text[end:], face)]
