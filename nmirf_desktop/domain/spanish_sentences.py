"""Further sentences of a Spanish note, which need no subject: which of them may tell of who speaks, and are no act.

“Pero votará en contra”, “Es miembro del grupo”, “Convencido de su utilidad, lo apoya”: told as they stand they would be
the minutes' own facts, or in the masculine of a delegation. They are named.
"""

import re

from nmirf_desktop.domain.agreeing import may_tell_masculine
from nmirf_desktop.domain.bare_sentences import begins_with_auxiliary, may_begin_with_verb
from nmirf_desktop.domain.broken_sentences import behind_joint
from nmirf_desktop.domain.left_masculine import changes
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.states_of_speakers import is_at_home
from nmirf_desktop.domain.told_of_things import is_of_thing
from nmirf_desktop.i18n import Language

_OF_ITSELF = re.compile(
    r"(?:(?:No|Tampoco|También|Nunca|Siempre|Ya|Aún|Todavía) )*"
    r"(?:(?:Es|Era|Será) (?:un|una|el|la|los|las|uno|miembro|parte|coautor|anfitri|candidat|país)"
    r"|[^\W\d_]+rá\W*$)",
    re.IGNORECASE,
)
"""What tells who speaks, or what else, and has no subject: “Es miembro del grupo”, “Pagará”."""
_PARTICIPLE = re.compile(
    r"(?:(?:siendo|estando) |(?=(?!(?:dado|debido|dicho|hecho|pasado|visto)\b)[^\W\d_]+(?:[ai]do|oso|uesto|echo)\b))",
    re.IGNORECASE,
)
"""Before what would have to agree at the head of a sentence."""


def may_be_of_speaker(text: str, *, feminine: bool) -> bool:
    """Whether a sentence tells of who speaks, behind what joins it too, in the masculine or as a fact.

    *feminine* says that the name of who speaks is so.
    """
    head = _PARTICIPLE.match(text)
    small = f"{text[:1].lower()}{text[1:]}"
    if _OF_ITSELF.match(text) or (feminine and head and changes(small, head.end(), Language.ES)):
        return True
    behind = behind_joint(text, Language.ES)
    if not behind:
        return False
    said = sentence_start(behind)
    own = begins_with_auxiliary(said, Language.ES) or may_begin_with_verb(said, Language.ES)
    masculine = feminine and may_tell_masculine(behind, Language.ES)
    return own or masculine or is_at_home(behind, Language.ES) or is_of_thing(behind, Language.ES)
