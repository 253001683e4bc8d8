"""The typography of the house: what is wrong in a text of each language, by what the pattern finds.

The Secretariat of the United Nations types so; French has a no-break space before high signs and inside its quotes,
Spanish opens its questions. An ellipsis stands after a space in English, and hangs on its word in the others.
Placeholders of a message stand as N.
"""

import re
from collections.abc import Iterator

from nmirf_desktop.i18n import Language

NBSP = "\u00a0"
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

_EVERYWHERE = {
    "a straight quote": r"['\"]",
    "three full stops": r"\.\.\.",
    "a double space": rf"[ {NBSP}]{{2}}",
    "a narrow no-break space": r"\u202f",
    "a space before a full stop or comma": r"\s[.,](?=\s|$)",
    "an ordinary space before the sign of per cent": r" %",
    "an ordinary space in a number": r"(?<!\d)\d{1,3} \d{3}(?!\d)",
}
_SPACED = r"\s[:;!?](?=\s|$)"

RULES: dict[Language, dict[str, str]] = {
    Language.EN: _EVERYWHERE | {
        "an ellipsis that hangs on its word": r"[^\W\d_]…",
        "a space before a sign": _SPACED,
        "an ordinary space after an abbreviation": r"\b(?:Nos?|paras?|pp?|arts?)\. (?=\d)",
        "an ordinary space before a.m. or p.m.": r"[\dN] [ap]\.m\.",
    },
    Language.FR: _EVERYWHERE | {
        "a space before an ellipsis": r"[^\W\d_]\s…",
        "no no-break space before a high sign": rf"(?<![{NBSP}!?])[;!?»]|(?<!{NBSP}):(?=\s|$)",
        "no no-break space after an opening quote": rf"«(?!{NBSP})",
        "English quotes": r"[“”]",
        "an ordinary space after a form of address": r"\b(?:MM?\.|Mmes?) (?=[A-ZÀ-ÝN])",
        "an ordinary space after an abbreviation": r"\b(?:nos?|(?:art|par|pp?)\.) (?=\d)",
        "an ordinary space between day and month": rf"(?:\d|1er) (?:{MONTHS})\b",
        "an ordinary space in a time": r"\d h\b(?!\))|\bh \d|\d heures?\b",
        "an ordinary space in the name of a sitting": r"\d(?:re|er|e) (?:séance|réunion|session)",
        "a capital without its accent": r"\b(?:Etats?|Egypte|Equateur|Erythrée|Emirats|Ethiopie)\b",
        "a ligature that is not tied": r"\b(?:o|O)e(?:uvre|il)|\b(?:manoe|voe|noe|coe)u",
        "a capital in the rights of man": r"droits de l’Homme",
    },
    Language.ES: _EVERYWHERE | {
        "a space before an ellipsis": r"[^\W\d_]\s…",
        "a space before a sign": _SPACED,
        "French quotes": r"[«»]",
        "a question that is not opened": r"^[^¿]*\?",
        "an exclamation that is not opened": r"^[^¡]*!",
        "an ordinary space after an abbreviation": r"\b(?:Sra?s?|n|art|párrs?|págs?)\.[ºo]? (?=[A-ZÁÉÍÓÚÑ\d])",
        "an ordinary space in a time": r"\d horas?\b",
        "a year with an article": r"\bdel 20\d\d\b",
    },
}  # fmt: skip


def faults(text: str, language: Language) -> Iterator[str]:
    """What is wrong in a text; web addresses and telephone numbers are no text."""
    plain = re.sub(r"https?://\S+|\+[\d ]+", "N", text)
    for what, pattern in RULES[language].items():
        if re.search(pattern, plain):
            yield what
