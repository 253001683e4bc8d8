"""The honorific with which a name was typed: it tells how each language addresses the person.

"Sra. Ana Silva" typed in Spanish is "Ms. Ana Silva" in English and "Mme Ana Silva" in French.
"""

import re
from collections.abc import Mapping

from nmirf_desktop.domain.people import Gender

_FEMININE = ("sra", "srta", "señora", "señorita", "mme", "mlle", "madame", "ms", "mrs", "miss")
_MASCULINE = ("sr", "señor", "m", "monsieur", "mr")
HONORIFICS: Mapping[str, Gender] = {
    **dict.fromkeys(_FEMININE, Gender.FEMININE),
    **dict.fromkeys(_MASCULINE, Gender.MASCULINE),
}
_TYPED = re.compile(r"(?P<article>(?:la|el)\s+)?(?P<honorific>[^\W\d_]+)(?P<stop>\.?)\s+(?P<name>\S.*)", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]\.")


def read(typed: str) -> tuple[Gender, str]:
    """The gender that an honorific before a name tells, and the name without it; a name without one is as typed.

    "M." before another initial is an initial, and "M" without its full stop is one too.
    """
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return Gender.UNKNOWN, typed.strip()
    honorific, name = found["honorific"].lower(), found["name"]
    initial = honorific == "m" and (not found["stop"] or _INITIAL.match(name) is not None)
    gender = HONORIFICS.get(honorific)
    return (Gender.UNKNOWN, typed.strip()) if gender is None or initial else (gender, name)
