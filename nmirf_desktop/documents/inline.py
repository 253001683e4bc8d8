"""What is found inside a plain text when it is set: addresses, French ordinals, signs that no face has."""

import re
import unicodedata
from dataclasses import replace

from nmirf_desktop.documents.breaking import Run
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.domain.typography import parted, typeset, with_dashes
from nmirf_desktop.i18n import Language

_ADDRESS = (
    r"(?P<web>https?://[^\s<>\"“”»]*[^\s<>\"“”».,;:!?)\]])"
    r"|(?P<mail>(?<![\w.+-])(?<!\w')[\w.+-][\w.+'-]*@[\w-]+(?:\.[\w-]+)+)"
)
_ORDINAL = r"|(?<=\b1)(?P<first>er|re)\b|(?<=\d)(?P<other>e)\b"
_FOUND = {
    Language.EN: re.compile(_ADDRESS),
    Language.FR: re.compile(_ADDRESS + _ORDINAL),
    Language.ES: re.compile(_ADDRESS),
}
_ODD = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u070f\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
"""Where something may have to be tidied: controls, invisible signs, other spaces than the two that are set."""
_JOINING = "\u2007\u2009\u200a\u202f"  # spaces inside numbers and before signs, at which no line ends
_CHOOSING = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What asks for another drawing of the character before it, which the faces do not have."""


def tidy(text: str) -> str:
    """A text as it can be set: composed, with two kinds of spaces, and without what is not seen.

    Narrow and figure spaces become no-break spaces, all others a space, so do tabs, line and paragraph separators and
    control characters. Left out, because they carry no meaning where every letter is printed from left to right, are
    soft hyphens, joiners and other characters of no width, marks of direction, and choices of a character's drawing.
    """
    text = unicodedata.normalize("NFC", text)
    if _ODD.search(text) is None:
        return text
    return unicodedata.normalize("NFC", "".join(map(_tidied, text)))


def _tidied(character: str) -> str:
    """A character as it is set."""
    if character in _JOINING or character == "\u00a0":
        return "\u00a0"
    match unicodedata.category(character):
        case "Cc" | "Zs" | "Zl" | "Zp":
            return " "
        case "Cf":
            return ""
        case _:
            return "" if _CHOOSING.match(character) else character


def tied(text: str, language: Language) -> str:
    """A text as it is set in a language: tidy, and with the marks and spaces of that language, however it was typed.

    What is quoted from another language is only tidied.
    """
    parts = (
        with_dashes(typeset(tidy(part), language)) if not at % 2 else tidy(part) for at, part in enumerate(parted(text))
    )
    return "".join(parts)


def shortened(text: str, most: int) -> str:
    """A text of at most so many signs: whole, or cut after a word with an ellipsis at its end."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words, _, last = cut.rpartition(" ")
    return (words if len(last) < most // 2 else cut).rstrip() + "…"


def marked(text: str, face: Face, language: Language) -> list[Run]:
    """A text as runs, by the customs of its language: 1er, 2e with raised letters in French; addresses as links."""
    text = tied(text, language)
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


def before(label: str, face: Face, language: Language) -> list[Run]:
    """What stands before a text, such as a number or a day, as runs with the space after it."""
    *first, last = marked(label, face, language)
    return [*first, replace(last, text=last.text + " ")]
