"""Contractions of an English note in full, as minutes have them ("cannot join"), and those that French asks for."""

import re

from nmirf_desktop.domain.first_person import QUOTED, in_first_person
from nmirf_desktop.domain.segments import each_sentence
from nmirf_desktop.i18n import Language

_NOT = re.compile(
    r"\b(?P<verb>is|are|was|were|has|have|had|does|do|did|would|could|should|must|need|might|ca|wo)n[’']t\b",
    re.IGNORECASE,
)
_OF_ANOTHER_FORM = {"ca": "cannot", "wo": "will not"}
_OF_ONE = {"do": "does", "have": "has", "are": "is", "were": "was"}
"""At the head of a note, where nobody is named, one who speaks: "don't agree"."""
_ASKS = re.compile(
    r"\W*[a-z]+n[’']t (?:it|you|we|this|that|the|there|they|s?he|any\w*|every\w*|(?-i:[A-Z]))\b", re.IGNORECASE
)
"""A question without its mark: "isn't it late"."""
_FORBIDS = re.compile(
    r"don[’']t (?!(?:see|agree|accept|support|want|think|believe|need|understand|share|oppose|know|have|mind|object"
    r"|insist|like|feel)\b)",
    re.IGNORECASE,
)
"""What is asked of others: "don't delete paragraph 3"."""
_SINGLY_QUOTED = re.compile(r"(?:^|\s)['‘]\w")


_UNELIDED = re.compile(
    r"\b(?P<word>qu|lorsqu|puisqu|quoiqu)e (?=(?:ils?|elles?|on|une?|en|autres?|aucune?|à|au|aux|avec|après|avant)\b)",
    re.IGNORECASE,
)


def without_contractions(note: str, language: Language) -> str:
    """An English note with each "n't" in full; what is quoted, asked or in the first person stays as it was typed.

    A French one has « que il » elided.
    """
    if language is Language.FR:
        return _UNELIDED.sub(r"\g<word>’", note)
    return each_sentence(note, _in_full) if language is Language.EN else note


def _in_full(sentence: str) -> str:
    if "?" in sentence or _ASKS.match(sentence) or in_first_person(sentence, Language.EN):
        return sentence
    if QUOTED.search(sentence) or _SINGLY_QUOTED.search(sentence):
        return sentence
    if _FORBIDS.match(sentence):
        return sentence
    first = _NOT.match(sentence)
    verb = _OF_ONE.get(first["verb"].casefold()) if first else None
    if first and verb:
        verb = verb.capitalize() if sentence[0].isupper() else verb
        sentence = f"{verb}n’t{sentence[first.end() :]}"
    return _NOT.sub(lambda found: _not(found["verb"]), sentence)


def _not(verb: str) -> str:
    told = _OF_ANOTHER_FORM.get(verb.casefold(), f"{verb} not")
    return f"{verb[0]}{told[1:]}"
