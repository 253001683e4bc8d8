"""Contractions of an English note in full, as minutes have them: "can't join" is "cannot join"."""

import re

from nmirf_desktop.domain.first_person import QUOTED, in_first_person
from nmirf_desktop.domain.segments import each_sentence
from nmirf_desktop.i18n import Language

_NOT = re.compile(
    r"\b(?P<verb>is|are|was|were|has|have|had|does|do|did|would|could|should|must|need|might|ca|wo)n[’']t\b",
    re.IGNORECASE,
)
_OF_ANOTHER_FORM = {"ca": "cannot", "wo": "will not"}


def without_contractions(note: str, language: Language) -> str:
    """An English note with each "n't" in full; what is quoted, asked or in the first person stays as it was typed."""
    return each_sentence(note, _in_full) if language is Language.EN else note


def _in_full(sentence: str) -> str:
    if "?" in sentence or QUOTED.search(sentence) or in_first_person(sentence, Language.EN):
        return sentence
    return _NOT.sub(lambda found: _not(found["verb"]), sentence)


def _not(verb: str) -> str:
    told = _OF_ANOTHER_FORM.get(verb.casefold(), f"{verb} not")
    return f"{verb[0]}{told[1:]}"
