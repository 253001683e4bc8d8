"""Acts that a comma joins in a note ("wants training, asks who pays") are told with "and"; so is what "&" joins."""

import re

from nmirf_desktop.domain.finite_verbs import begins_with_own_verb
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.reported_speech import begins_with_act
from nmirf_desktop.domain.segments import each_sentence
from nmirf_desktop.domain.who_is_meant import names_who_says
from nmirf_desktop.i18n import Language

_AMPERSAND = re.compile(r"(?<=\w) & (?=\w)")
_MORE = re.compile(r"[;:?“”\"«»()–—]|\b(?:and|et|y|e)\b")
"""What makes more of a sentence than two acts."""
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whether|if|because|as|when|while|since|until|than|que|qui|dont|si|car|parce|lorsque|quand|où"
    r"|comme|porque|aunque|cuando|quien|como|donde)(?!\w)|\b(?:qu|lorsqu|puisqu)[’']"
)
"""What begins a clause: behind it, a second verb may be that of its subject."""


def with_ampersands(note: str, language: Language) -> str:
    """A note with the word for each "&" between two others; what is quoted stays."""
    quoted = [one.span() for one in QUOTED.finditer(note)]

    def word(found: re.Match[str]) -> str:
        within = any(start <= found.start() < end for start, end in quoted)
        return found[0] if within else f" {_and(note[found.end() :], language)} "

    return _AMPERSAND.sub(word, note)


def with_and(note: str, language: Language) -> str:
    """A note in whose sentences the second of two acts stands behind "and", where a comma alone was before it."""
    return each_sentence(note, lambda sentence: _joined(sentence, language))


def _joined(sentence: str, language: Language) -> str:
    """A sentence with "and" between its two acts; as it is where it holds anything else."""
    head, *others = sentence.split(", ")
    if len(others) != 1 or _MORE.search(sentence) or _CLAUSE.search(head) or names_who_says(sentence, language):
        return sentence
    act = others[0]
    if not _begins_with_verb(f"{head[:1].lower()}{head[1:]}", language):
        return sentence
    if not begins_with_act(sentence_start(act), language):
        return sentence
    return f"{head} {_and(act, language)} {act}"


def _begins_with_verb(text: str, language: Language) -> bool:
    if language is Language.EN:
        return begins_with_act(sentence_start(text), language) or re.match(r"(?:has no|is) ", text) is not None
    return begins_with_own_verb(text, language)


def _and(word: str, language: Language) -> str:
    """The word for "and" before another: “e informa”."""
    if language is Language.ES:
        return "e" if re.match(r"h?[ií](?!e)", word, re.IGNORECASE) else "y"
    return "and" if language is Language.EN else "et"
