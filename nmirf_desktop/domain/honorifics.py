"""The honorific with which a name was typed: it tells how each language addresses the person.

"Sra. Ana Silva" typed in Spanish is "Ms. Ana Silva" in English and "Mme Ana Silva" in French. « M. » is one only as it
is typed in French (:func:`spelt_out`): "M. Silva" may be María.
"""

import re
from collections.abc import Mapping

from nmirf_desktop.domain.people import Gender
from nmirf_desktop.i18n import Language

_FEMININE = ("sra", "srta", "señora", "señorita", "mme", "mlle", "madame", "ms", "mrs", "miss")
_MASCULINE = ("sr", "señor", "monsieur", "mr")
HONORIFICS: Mapping[str, Gender] = {
    **dict.fromkeys(_FEMININE, Gender.FEMININE),
    **dict.fromkeys(_MASCULINE, Gender.MASCULINE),
}
_TYPED = re.compile(r"(?P<article>(?:la|el)\s+)?(?P<honorific>[^\W\d_]+)\.?\s+(?P<name>\S.*)", re.IGNORECASE)
_MONSIEUR = re.compile(r"\s*M\.\s+(?=[^\W\d_]{2})")


def read(typed: str) -> tuple[Gender, str]:
    """The gender that an honorific before a name tells, and the name without it; a name without one is as typed."""
    found = _TYPED.fullmatch(typed.strip())
    gender = HONORIFICS.get(found["honorific"].lower()) if found else None
    return (Gender.UNKNOWN, typed.strip()) if found is None or gender is None else (gender, found["name"])


def spelt_out(typed: str, language: Language) -> str:
    """A name as it is kept: of « M. » before a name, typed in French, « Monsieur », which is no initial."""
    return _MONSIEUR.sub("Monsieur ", typed, count=1) if language is Language.FR and _MONSIEUR.match(typed) else typed
