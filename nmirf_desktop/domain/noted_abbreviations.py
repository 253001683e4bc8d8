"""Words that a rapporteur shortens as nobody prints them: "thanks coord", « pr le réseau », “falta x escrito”.

A sentence that holds one reads as it was noted: a person writes the word.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.i18n import Language

_SHORTENED: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        Language.EN: re.compile(
            r"\b(?:coord|sec|secr|amdts?|wks?|hq|dept|gov[’']t|cttee|ctte|cmte|mtg|mtgs"
            r"|govts?|recs?|tmrw|tmw|asap|pls|thx|bc|b/c|abt|btw|wd|cd|shd"
            r"|b4|thks|tks|pref|presid|fyi|tbc|tbd"
            r"|thru|w/o|docs?|info|reqs?|yrs?|hrs?|mins?|prob|poss|cf\.? above)\b(?!\.[a-z])"
            r"|\bw/|\bobj to\b| w (?=[A-Z])"
            r"|\b(?:secr|gov|nat|natl|intl|gen|perm|min|com|comm|dir|pres|ch|amdt|pts|transl)\.(?=\s\S)",
            re.IGNORECASE,
        ),
        Language.FR: re.compile(
            r"\b(?:coord|secr|prés|présid|amdts?|pr|pcq|tjs|qd|qq|qqs|ds|vs|svt|nb|nbx|bcp|gvt|gouv|recos?|rdv|càd|slt|pbs?|dde|pgy"
            r"|nvx|docs?|réu|dispo|tt|dc|mm)\b(?![.’'])|\bd[’']acc\b"
            r"|\b(?:secr|gouv|ass|gén|rép|perm|pers|min|com|dir|nat|coord|prés|(?<!\d )fr|ang|trad)\.(?=\s\S)",
            re.IGNORECASE,
        ),
        Language.ES: re.compile(
            r"\b(?:coord|secr|gobno|q|x|xq|pq|tb|tmb|gob|recs?|docs?|pdte|cte|ppto|info|aprox|grales)\b(?!\.)"
            r"|\b(?:gral|coord|secr|pdte|univ|enm|soc|gob|pto|min|com|dir|nal|perm|q|sem|trad)\.|\b[cps]/|(?<!\w)\+ ",
            re.IGNORECASE,
        ),
    }
)
"""Shortened words, and signs that stand for one; none of them is a word of its language that minutes would use."""


_PAGES = re.compile(r"\b\d+ ?p\. [^\W\d_]")
"""So many pages, and more behind them: one sentence or two."""


def is_shortened(sentence: str, language: Language) -> bool:
    """Whether a sentence holds a word that was shortened; what is quoted is not looked at."""
    plain = QUOTED.sub(lambda one: "”" * len(one[0]), sentence)
    return _SHORTENED[language].search(plain) is not None or _PAGES.search(plain) is not None
