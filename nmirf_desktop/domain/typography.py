"""The marks of print that each language asks for: quotes, apostrophes, dashes, and spaces at which no line ends.

Applied as one types (:func:`as_typed`), and to what is printed (:func:`typeset`), whoever typed it. Neither changes a
letter or a figure, nor anything in an address of the web or of mail, a telephone number, or a symbol: NMIRF/2027/1.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from nmirf_desktop.i18n import Language

NBSP = "\u00a0"
_HELD = "\uf8ff"
"""Stands for what is left alone while the rest is set; one that is in a text already is left alone too."""
_ALONE = re.compile(
    _HELD
    + r"|(?:[a-z][a-z0-9+.-]{0,30}://|www\.|mailto:)[^\s<>\"“”«»\uf8ff]*[^\s<>\"“”«»\uf8ff.,;:!?)\]]"
    + r"|(?<![^\s<>\"“”«»,;:()@\uf8ff])[^\s<>\"“”«»,;:()@\uf8ff]++@[\w-]++(?:\.[\w-]++)+"
    + r"|\+\d[\d ()-]*\d"
    + r"|(?<![\w.-])[.-]*+\w[\w.-]*+(?:/[\w.-]*\w)+"
    + r"|(?<!\d)\d++(?:-\d++){2,}",
    re.IGNORECASE,
)
"""Addresses, telephone numbers, symbols and paths, days as a computer writes them.

Each begins where a word does and is not tried again within it: a long word takes no longer than many short ones.
"""
_FIGURES = r"(?<!\d)\d{1,3} (?=\d{3}(?!\d))|\d (?=%)|§ (?=\d)"
_MONTHS = {
    Language.EN: "January|February|March|April|May|June|July|August|September|October|November|December",
    Language.FR: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    Language.ES: "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
}
_YEAR = r"(?=\d{4}(?!\d))"
_OF_YEAR = "|".join(rf"(?<={month}[ \u00a0])" for month in _MONTHS[Language.ES].split("|"))
"""In Spanish the place before "de" and a year: a look back has one length for each month."""
_TIES = {
    Language.EN: re.compile(
        rf"{_FIGURES}|\d (?=[ap]\.m\.)|\b(?:Mrs?|Ms|Dr|Nos?|paras?|pp?|arts?)\. (?=\w)|\d (?=votes?\b|abstentions?\b)"
        rf"|\d (?=(?:{_MONTHS[Language.EN]})\b)|\b(?:{_MONTHS[Language.EN]}) {_YEAR}"
    ),
    Language.FR: re.compile(
        rf"{_FIGURES}| (?=[;:!?»](?:\W|$))|« |\b(?:MM?\.|Mmes?|Mlles?|Dr) (?=[A-ZÀ-Ý])"
        rf"|(?:\d|\b1er) (?=(?:{_MONTHS[Language.FR]})\b)|\b(?:{_MONTHS[Language.FR]}) {_YEAR}"
        r"|\b(?:n[o°]s?|(?:art|par|pp?)\.) (?=\d)"
        r"|\d (?=(?:h|heures?)\b(?!\)))|\bh (?=\d)|\d(?:re|er|e) (?=séance|réunion|session)"
        r"|\d (?=voix\b|abstentions?\b|États?\b|membres?\b|observateurs?\b)"
    ),
    Language.ES: re.compile(
        rf"{_FIGURES}|\b(?:Sra?s?|Dra?|arts?|párrs?|págs?)\. (?=\w)|\bn\.?º (?=\d)"
        r"|\d (?=horas?\b|votos?\b|abstenci(?:ón|ones)\b|Estados?\b|miembros?\b|observador(?:es)?\b)"
        rf"|\d (?=de (?:{_MONTHS[Language.ES]})\b)|(?:{_OF_YEAR})de {_YEAR}"
    ),
}
"""Spaces that hold together what stands on either side of them, however they were typed (formats of the house, 5)."""
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_QUOTED = re.compile('"([^"]*)"')
_QUOTES = {Language.EN: ("“", "”"), Language.FR: ("«\u00a0", "\u00a0»"), Language.ES: ("“", "”")}
_DASH = re.compile(r"(?<=[^\d\s] )-(?= [^\d\s])(?! \S+\.[a-z]{2,4}\b)")
"""A hyphen that stands for a dash within a sentence; beside figures, and in the name of a file, it may be anything."""
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_COUNTED = {
    Language.EN: r"items|pages|pp\.|paragraphs|paras\.|articles|arts\.|rules|chapters|sections|annexes|days|years|"
    + _MONTHS[Language.EN],
    Language.ES: r"temas|puntos|páginas|págs\.|párrafos|párrs\.|artículos|arts\.|reglas|capítulos|secciones|anexos|"
    r"días|años",
}
"""After what figures on both sides of a hyphen are plainly a range: things that are counted, several of them."""
_RANGES = {
    language: re.compile(
        rf"(?<!\w)((?:{counted})[ \u00a0])(\d{{1,4}})-(?=(\d{{1,4}})(?:[.,]?[\s\u00a0]|[;:)!?…”]))", re.IGNORECASE
    )
    for language, counted in _COUNTED.items()
}
"""From a figure to another, "items 5–7"; French has a hyphen there. A code is none: ISO 3166-1, room 23-17."""
_HIGH = re.compile(
    r"(?<=[^\s«;:!?(\[])[ \u202f]*(?=[;!?]+(?:[\s)\]»”’.,…]|$)|:(?:[\s»]|$))"
    r"|(?<=«)[ \u202f]*(?=[^\s»])|(?<=[^\s«])[ \u202f]*(?=»)"
)
"""In French, the places before a high sign and inside quotes; nothing is put between two signs."""
_TAIL, _NEAR = 12, 80
"""How many signs before the cursor a key may still change, and how many are looked at for that."""


_ASIDE = re.compile("\u2068([^\u2068\u2069]*)\u2069")
"""A part of a text that stands by itself, between the signs of Unicode for that; no face draws these."""


def left_alone(text: str) -> str:
    """A text for a sentence of another language, which is printed as it was typed: see :func:`parted`."""
    return f"\u2068{' '.join(text.translate({0x2068: None, 0x2069: None}).split())}\u2069"


def parted(text: str) -> list[str]:
    """A text in parts: every second is one that was :func:`left_alone`, without the signs around it."""
    return _ASIDE.split(text)


def with_apostrophes(text: str) -> str:
    """*text* with the apostrophes of print, which are alike in each language; addresses and symbols stay."""
    return _around(text, lambda rest: _APOSTROPHE.sub("’", rest))


def typeset(text: str, language: Language) -> str:
    """*text* with the marks and spaces of its language, as it is printed; what is set already stays as it is.

    Straight quotes of which a text has an odd number stay, since nobody knows which of them opens. A hyphen between
    figures stays: ISO 3166-1 is no range, and only who types 5-7 sees what becomes of it.
    """

    def set_rest(rest: str) -> str:
        rest = _APOSTROPHE.sub("’", rest)
        if '"' in rest and rest.count('"') % 2 == 0:
            opening, closing = _QUOTES[language]
            rest = _QUOTED.sub(lambda found: f"{opening}{found[1].strip()}{closing}", rest)
        return _spaced(rest, language)

    return _around(text, set_rest)


def with_dashes(text: str) -> str:
    """*text* with a dash where a hyphen stands for one, as its pages are printed; a file to be corrected keeps it."""
    return _around(text, lambda rest: _DASH.sub("–", rest))


def _around(text: str, change: Callable[[str], str]) -> str:
    """A text that was changed around what is left alone in it."""
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found.group())
        return _HELD

    changed = change(_ALONE.sub(hold, text))
    parts = iter(held)
    return re.sub(_HELD, lambda _found: next(parts), changed)


def _ranged(found: re.Match[str]) -> str:
    """A range with its dash; what does not go up is none: "rules 23-17"."""
    first, last = (int(figures) for figures in found.group(2, 3))
    return f"{found[1]}{found[2]}–" if first < last else found.group()


def _spaced(text: str, language: Language, start: int = 0) -> str:
    """A text with ellipses and spaces put right from the place *start* on."""

    def sub(pattern: re.Pattern[str], instead: str, text: str) -> str:
        return pattern.sub(lambda found: found.expand(instead) if found.end() >= start else found.group(), text)

    text = sub(_ELLIPSIS, "…", text)
    text = _TIES[language].sub(
        lambda found: found.group().replace(" ", NBSP) if found.end() >= start else found.group(), text
    )
    return sub(_HIGH, NBSP, text) if language is Language.FR else text


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put, before the cursor, in the place of the last *length* signs."""

    length: int
    text: str


def as_typed(before: str, language: Language, meant: int = 0) -> Correction | None:
    """What the last sign of *before*, just typed, changes right before the cursor; ``None`` where it changes nothing.

    What stands further back was typed before, and was perhaps meant so: it is left alone, and so are the first signs
    that are *meant* as they stand.
    """
    line = before.rpartition("\n")[2][-_NEAR:]
    sign, head = line[-1:], line[:-1]
    word = re.split(r"\s", head)[-1]
    if sign == "@" and _CURLED.search(word):
        return Correction(len(word) + 1, _CURLED.sub("'", word) + sign)
    if not sign or (sign.strip() and _addressed(word + sign)):
        return None
    if sign in {'"', "'"}:
        return Correction(1, _mark(sign, head, before[:-1], language))
    if sign == ":":
        closed = language is Language.FR and head.endswith(" ") and bool(head.strip())
        return Correction(2, f"{NBSP}:") if closed else None
    reach = min(_TAIL, max(0, len(before) - meant - 1))
    return _difference(line, _around(line, lambda rest: _put_right(rest, language, max(1, len(rest) - reach))))


def _put_right(text: str, language: Language, start: int) -> str:
    """A line that is being typed, put right from the place *start* on: ranges, ellipses and spaces."""
    if language in _RANGES:
        text = _RANGES[language].sub(lambda found: _ranged(found) if found.end() > start else found.group(), text)
    return _spaced(text, language, start)


def _addressed(word: str) -> bool:
    """Whether what is typed is, or may become, an address or a symbol."""
    return any(part in word for part in ("/", "@", "www.")) or _ALONE.search(word) is not None


def _mark(sign: str, head: str, text: str, language: Language) -> str:
    """The quote or the apostrophe for a straight one after *head*, at the end of *text*."""
    opens = not head or head[-1] in _OPENERS
    if sign == "'":
        return "‘" if opens and language is not Language.FR else "’"
    if language is not Language.FR:
        return "“" if opens else "”"
    inner = text.rpartition("«")[2] if text.count("«") > text.count("»") else ""
    if inner.strip():
        return "“" if opens else "”" if inner.count("“") > inner.count("”") else f"{NBSP}»"
    return f"«{NBSP}" if opens else f"{NBSP}»"


_CURLED = re.compile("[‘’]")
"""What an apostrophe became before it turned out to be one of an address."""
_OPENERS = frozenset(" \u00a0\t\n([{«“‘–—-/¿¡")
"""After what a quote opens."""


def _difference(before: str, after: str) -> Correction | None:
    """What differs between two texts, from the first sign that does."""
    if before == after:
        return None
    pairs = enumerate(zip(before, after, strict=False))
    place = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    return Correction(len(before) - place, after[place:])


def unopened(text: str) -> tuple[int, ...]:
    """The places, in a Spanish text, of each ? and ! whose sentence has no mark that opens it.

    They are marked, not put right: only who writes knows where a question begins.
    """
    found, place, sentence = [], 0, ""
    for part in _SENTENCES.findall(text):
        place += len(part)
        if part in _OPENING and _OPENING[part] not in sentence:
            found.append(place - 1)
        sentence = "" if part in _ENDS else part
    return tuple(found)


_ENDS = ".?!…\n"
_SENTENCES = re.compile(rf"[^{_ENDS}]+|[{_ENDS}]")
_OPENING = {"?": "¿", "!": "¡"}
