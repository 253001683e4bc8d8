"""Names of States that are surely masculine and singular, in French and Spanish: what is told of such a State is, too.

A name's article tells, or its first word's ending: in French a name behind « l’ » is feminine where that is -e; in
Spanish one without an article is where it is an -a without an accent (Orthography of the Academies, names of places).
Where neither is certain, no sentence agrees with the State.
"""

import re

from nmirf_desktop.domain.naming import StateName
from nmirf_desktop.i18n import Language

_FIRST = re.compile(r"[^\W\d_]+")
_IN_S = frozenset({"Barbados", "Marruecos"})
"""Spanish names that end as a plural does and are none."""
_NEITHER = frozenset({"Chipre", "Côte d’Ivoire", "Türkiye"})
"""Those of the Spanish names whose ending tells nothing: they are of another language, or of both genders in use."""


def is_masculine(named: StateName, language: Language) -> bool:
    """Whether what is told of a State by this name is surely masculine and singular; in English nothing agrees."""
    if language is Language.EN:
        return False
    head = re.split(r"[ ’]", named.the, maxsplit=1)[0]
    behind = named.the.removeprefix(head).lstrip(" ’")
    if language is Language.FR:
        found = _FIRST.match(behind)
        return head == "le" or (head == "l" and found is not None and not found[0].endswith("e"))
    if head == "el" or named.the in _NEITHER:
        return head == "el"
    words = _FIRST.findall(named.the)
    one = not words[-1].endswith("s") or named.the in _IN_S
    short = head not in ("la", "los", "las") and " y " not in named.the and " e " not in named.the
    return one and short and not any(word.endswith("a") for word in (words[0], words[-1]))
