"""Questions in a note, told as what who speaks asks: « demande qui paiera la traduction », "asked who would pay"."""

import re

from nmirf_desktop.domain.broken_sentences import begins_with_subject
from nmirf_desktop.domain.finite_verbs import begins_with_verb, has_verb
from nmirf_desktop.domain.first_person import in_first_person
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.i18n import Language

_JOINED = re.compile(r"(?:et|mais|y|pero),? ", re.IGNORECASE)
_ENGLISH = re.compile(
    r"(?:who|which [a-z]+|how many [a-z]+(?: [a-z]+)?)(?: (?:still|also|really))? "
    r"(?:(?:will|would|can|could|should|must) (?:still |also )?"
    r"(?:be|have|pay|bear|cover|fund|finance|decide|draft|write|translate|print|publish|host|lead|chair|take|do|make"
    r"|prepare|provide|send|give|attend|come|speak|vote|join|sign|benefit|contribute|organi[sz]e|check|follow)\b"
    r"|(?:has|have) (?:not |already )?(?:been|[a-z]+ed|paid|taken|given|sent|written|made|done|had|become|chosen)\b"
    r"|(?:is|are) (?:not )?(?:responsible|available|in charge|missing|ready|open|[a-z]+ed|to be)\b"
    r"|(?!does\b|is\b|was\b|has\b)[a-z]+s(?= [a-z])"
    r"|(?:[a-z]+ed|paid|took|made|wrote|chose|gave|sent|came|met|led|drew|put)\b)",
    re.IGNORECASE,
)
"""An English question whose words stand as in its report: what it asks for is its subject."""
_WORD = {
    Language.FR: re.compile(
        r"(?:(?:à|de|avec|pour|par|sur|dans|depuis|en) )?(?:qui|quand|comment|combien|pourquoi|où|quel(?:le)?s?"
        r"|d[’']où) (?!est-ce)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:a|de|con|por|para|en|desde|hasta|sobre) )?(?:qué|quién(?:es)?|cuándo|cómo|cuánt[ao]s?|cuál(?:es)?"
        r"|dónde) ",
        re.IGNORECASE,
    ),
}
"""The word that asks, which stays where the question is reported."""
_WHAT = re.compile(r"qu(?:e |[’'])[^.!?;]*\?", re.IGNORECASE)
_WHETHER = re.compile(r"est-ce (?:que |qu[’'])", re.IGNORECASE)
_INVERTED = re.compile(r"(?<=\w)-(?:t-)?(?:il|elle|ils|elles)\b")
_YOU = re.compile(r"-(?:vous|nous|je|tu|on|ce)\b|\b(?:vous|votre|vos|usted(?:es)?|est-ce|hein|verdad)\b", re.IGNORECASE)
"""What asks somebody to his face, or in words that no report keeps."""


def asks_what(note: str, language: Language) -> bool:
    """Whether a French note begins with a question whose « que » is no conjunction: « qu’en pense le HCDH ? »."""
    return language is Language.FR and _WHAT.match(note) is not None


def with_questions_asked(note: str, language: Language) -> str:
    """A note whose questions are told as asked; one that cannot be told so surely stays as it is."""
    if "?" not in note:
        return note
    pieces, done = [], 0
    for place, one in enumerate(sentences(note)):
        told = _asked(one.text, language) if one.text.endswith("?") else ""
        if told:
            pieces += [note[done : one.start], told if place == 0 else f"{told[:1].upper()}{told[1:]}"]
            done = one.end
    return "".join(pieces) + note[done:]


def _asked(question: str, language: Language) -> str:
    """A question behind « demande » or "pregunta", with its full stop; empty where it cannot be told so."""
    text = question.strip("¿? \u00a0\u202f")
    if language is Language.EN:
        return _in_english(text)
    text = text[found.end() :] if (found := _JOINED.match(text)) else text
    if re.search(r"[?¿:;«“\"]", text) or in_first_person(text, language):
        return ""
    small = f"{text[:1].lower()}{text[1:]}"
    asked = _in_french(small) if language is Language.FR else _in_spanish(small, opened=question.startswith("¿"))
    return f"{asked}." if asked else ""


def _in_english(text: str) -> str:
    found = _ENGLISH.match(text)
    found = found or re.fullmatch(r"who [a-z]+s", text, re.IGNORECASE)
    plain = found is not None and not re.search(
        r"[?:;\"“]|, |\b(?:we|us|our|you|your|do|does|did)\b", text, re.IGNORECASE
    )
    return f"asks {text[:1].lower()}{text[1:]}." if plain else ""


def _in_french(text: str) -> str:
    if found := _WHETHER.match(text):
        said = text[found.end() :]
        whether = f"s’{said}" if re.match(r"ils?\b", said) else f"si {said}"
        return f"demande {whether}" if has_verb(said, Language.FR) and not _YOU.search(said) else ""
    if _YOU.search(text):
        return ""
    word = _WORD[Language.FR].match(text)
    said = text[word.end() :] if word else text
    inverted = list(_INVERTED.finditer(said))
    if len(inverted) > 1 or (inverted and not begins_with_subject(said, Language.FR)):
        return ""
    said = _INVERTED.sub("", said)
    if word:
        behind = said.partition(" ")[2] if re.search(r"quel(?:le)?s? $", word[0], re.IGNORECASE) else said
        verb = has_verb(said if behind is said else f"cela {behind}", Language.FR) or begins_with_verb(
            behind, Language.FR
        )
        return f"demande {word[0]}{said}" if verb else ""
    return f"demande si {said}" if inverted else ""


def _in_spanish(text: str, *, opened: bool) -> str:
    """*opened* says that the question has its first mark; without it a verb may be what who speaks does."""
    if _YOU.search(text):
        return ""
    word = _WORD[Language.ES].match(text)
    said = text[word.end() :] if word else text
    if word:
        verb = has_verb(said, Language.ES) or begins_with_verb(said, Language.ES)
        return f"pregunta {text}" if verb else ""
    asked = opened and begins_with_verb(said, Language.ES)
    if asked or (begins_with_subject(said, Language.ES) and has_verb(said, Language.ES)):
        return f"pregunta si {said}"
    return ""
