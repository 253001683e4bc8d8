"""What a delegation announces behind "and": "supports the draft and will host the next meeting".

Minutes tell it as its word, never as what it will do: "supported the draft and said that it would host", « et dit
qu’elle votera pour », “y dice que votará a favor”. Where another may be the subject the sentence stays, and is named.
"""

import re

from nmirf_desktop.domain.spoken_acts import FUTURES, MAY_BE, TO_DO, TO_SAY, UNMEANT
from nmirf_desktop.domain.states_of_speakers import may_be_of_others
from nmirf_desktop.i18n import Language

_AND_WILL = re.compile(
    r"(?:,? (?:and|but)|[,;])(?: (?:\w+ly|also|still|therefore))* (?:(?:it|the delegation) )?(?:will|won[’']t)\b"
)
_AND = {
    Language.EN: re.compile(
        r"(?:,? (?:and|but)|[,;])"
        r"(?=(?: (?:\w+ly|also|still|therefore))* (it |the delegation )?would(?:n[’']t)? (\w+))"
    ),
    Language.FR: re.compile(
        r"(?:,? (?:et|mais|puis)|,|\s?;)"
        rf"(?= (elle |il )?(?:{FUTURES[Language.FR]}|va (?:s[’'])?[^\W\d_]+(?:er|ir|re)\b))"
    ),
    Language.ES: re.compile(
        rf"(?:,? (?:y|e|pero)|[,;])(?= (ella |él )?(?:{FUTURES[Language.ES]}|va a [^\W\d_]+r(?:se)?\b))"
    ),
}
"""Before the verb of the future, and the pronoun before it."""
_SAID = {
    Language.EN: re.compile(
        r"(?:\w+ly |also )*(?:said|announced|confirmed|declared|stated|added|explained|indicated)"
        r" that (?:it|the delegation)\b"
    ),
    Language.FR: re.compile(
        r"(?:dit|annonce|confirme|déclare|ajoute|explique|indique|précise) (?:aussi )?qu[’'](?:elle|il)\b"
    ),
    Language.ES: re.compile(
        r"(?:dice|anuncia|confirma|declara|añade|explica|indica|precisa) que (?!el |la |los |las )"
    ),
}
"""How a sentence begins whose whole is reported of who speaks."""
_CLAUSE = {
    Language.FR: re.compile(
        r"\b(?:que|qui|dont|où|si|comme|comment|combien|pourquoi|puisque|lorsque|quand|car)\b|\bqu[’']", re.IGNORECASE
    ),
    Language.ES: re.compile(
        r"\b(?:que|qué|quién|cuándo|dónde|cómo|como|quien(?:es)?|cuy[ao]s?|donde|si|cuando|porque|pues)\b",
        re.IGNORECASE,
    ),
}
"""Behind these a further verb may be of somebody else."""


def announcing(told: str, language: Language, again: str, noted: str) -> tuple[str, bool]:
    """A predicate with what its speaker will do told as its word, and whether that is sure.

    *again* takes up who speaks in French; *noted* is the sentence before it was told in the past (English).
    """
    found = _AND[language].search(told)
    if found is None or _SAID[language].match(told):
        return told, True
    if language is Language.EN:
        return _english(told, found, noted)
    verb = (found[2] or "va").casefold()
    if verb in UNMEANT - MAY_BE:
        return told, True
    if found[1] or _CLAUSE[language].search(told, 0, found.start()):
        return told, verb in MAY_BE or verb not in {*TO_SAY[language], *TO_DO[language], "va"}
    if language is Language.ES:
        return f"{told[: found.end()]} dice que{told[found.end() :]}", True
    if not again:
        return told, False
    return f"{told[: found.end()]} dit qu’{again.lower()}{told[found.end() :]}", True


def _english(told: str, found: re.Match[str], noted: str) -> tuple[str, bool]:
    if not _AND_WILL.search(noted):
        return told, True
    if found[1] or may_be_of_others(told, found.start()):
        return told, found[2] == "be"
    return f"{told[: found.end()]} said that it{told[found.end() :]}", True
