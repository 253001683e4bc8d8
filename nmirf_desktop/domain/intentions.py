"""What a delegation announces behind "and": "supports the draft and will host the next meeting".

Minutes tell it as its word, never as what it will do: "supported the draft and said that it would host", « et dit
qu’elle votera pour », “y dice que votará a favor”. Where another may be the subject the sentence stays, and is named.
"""

import re
from itertools import pairwise

from nmirf_desktop.domain.bare_sentences import CALLED_BEHIND, WILL_BE, WILL_DO
from nmirf_desktop.domain.english_past import BEFORE_NOUNS
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_finite, is_third_person
from nmirf_desktop.domain.spoken_acts import FUTURES, MAY_BE, TO_DO, TO_SAY, UNMEANT
from nmirf_desktop.domain.states_of_speakers import HOPED_EN, NOTED_EN, may_be_of_others
from nmirf_desktop.i18n import Language

_ADVERBS = r"(?: (?:also|still|therefore|then|gladly|certainly|fully|accordingly|consequently|nevertheless|thus))*"
_ANY_ADVERBS = r"(?: (?:[a-z]+ly|also|still|therefore|then|nevertheless|thus|again|soon))*"
"""What may stand before "would": before what is surely an act, and before any verb."""
_AND_WILL = re.compile(rf"(?:,? (?:and|but)|[,;]){_ANY_ADVERBS} (?:(?:it|the delegation) )?(?:will|won[’']t)\b")
"""A future behind "and", as it was noted: what was noted with "would" is no announcement."""
_AND = {
    Language.EN: re.compile(
        rf"(?:,? (?:and|but)|[,;])(?={_ANY_ADVERBS} (it |the delegation )?would(?:n[’']t)?,? (\w+(?: \w+)?))"
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
_MEANT_EN = re.compile(rf"{_ADVERBS} would(?:n[’']t)? {WILL_DO}")
"""What a delegation does, behind "would"."""
_GOING = {
    Language.FR: re.compile(
        r" va (?:s[’']abstenir|voter|appuyer|soutenir|accueillir|organiser|présenter|soumettre|participer|proposer"
        r"|retirer|signer|ratifier)\b"
    ),
    Language.ES: re.compile(
        r" va a (?:abstenerse|votar|apoyar|respaldar|acoger|organizar|presentar|participar|proponer|retirar|firmar"
        r"|ratificar)\b"
    ),
}
"""What who speaks is going to do: of a thing it is not said."""
_LATER = {
    Language.FR: re.compile(
        r"(?:(?:et|mais|puis)|[,;]|\bsinon,?) "
        r"(?:(?:aussi|également|ensuite|alors|donc|sinon|lui|leur|la|les?|en|y|ne|se) |[lns][’'])+"
        r"([a-zéèêîôûç]+(?:e|i|d|r|u|v|t)ra)(?!\w)"
    ),
    Language.ES: re.compile(
        r"(?:\b[ye]|\bpero|[,;]) (?:(?:luego|después|entonces|si no|de lo contrario|también|se|l[aeo]s?|no) )+"
        r"([a-záéíóúñ]{2,}rá)(?!\w)"
    ),
}
"""A future behind an adverb, or two pronouns: it is not told well, « et lui en parlera »."""
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
_UNLED = re.compile(r"; (?:also |still )?(?:would|was|had|could)\b")
"""Behind a semicolon, what has no subject though the whole is reported: "said that it lost it; would write"."""
_CLAUSE = {
    Language.EN: re.compile(
        r"\b(?:whether|how|why|if|that|what|which|who|whom|whose|when|where|since|as(?! (?:[a-z]+ly )?[a-z]+ed\b)"
        r"|although|though|while|until|unless|before|after|than|because|the (?:fact|news|way))\b",
        re.IGNORECASE,
    ),
    Language.FR: re.compile(
        r"\b(?:que|qui|quoi|dont|où|si|comme|comment|combien|pourquoi|puisque|lorsque|quoique|quand|car|tandis|quel(?:le)?s?"
        r"|(?:le|la|les)quel(?:le)?s?)\b|\bs[’']ils?\b|qu[’']",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"\b(?:que|qué|quién(?:es)?|cuál(?:es)?|cuánt[ao]s?|cuándo|dónde|adónde|cómo|como|quien(?:es)?|cuy[ao]s?|donde|si"
        r"|cuando|porque|pues|aunque|mientras|según)\b",
        re.IGNORECASE,
    ),
}
"""Behind these a further verb may be of somebody else."""
_HEAD = re.compile(rf"(?:\w+ly |also )*(?:{HOPED_EN}|{NOTED_EN}|proposed|requested|recommended|asked|demanded) ")
"""Behind these a clause may stand without "that": "suggested Peru chair the group"."""
_FOR = ("to", "for", "about", "on")
"""Behind a name, what somebody is asked for, and no verb of theirs."""
_OF_THINGS = re.compile(r"be\b(?! (?:\w+ly )?(?:happy|glad|pleased|ready|absent|able|represented|in)\b)")
_HELPS = re.compile(r"\b(?:since|as|although|though|whether|if) (?:it|the [a-z]+) (?:was|were|had)\b[^,;]*$")
"""What, behind a clause of another subject, is told of that subject: "asked whether it was ready and would be used"."""


def announcing(told: str, language: Language, again: str, noted: str) -> tuple[str, bool]:
    """A predicate with what its speaker will do told as its word, and whether that is sure.

    *again* takes up who speaks in French; *noted* is the sentence before it was told in the past (English). It is sure
    only of an act of a delegation directly behind "and", "but" or ";", where no other clause stands before it.
    """
    if _SAID[language].match(told):
        return told, not (language is Language.EN and _UNLED.search(told))
    if language is Language.EN:
        return _english(told, noted)
    found = next((one for one in _AND[language].finditer(told) if _verb(one) not in UNMEANT - MAY_BE), None)
    if found is None:
        later = _LATER[language].search(told)
        sure = later is None or later[1] in UNMEANT or _CLAUSE[language].search(told, 0, later.start())
        return told, bool(sure)
    if found[1] or _CLAUSE[language].search(told, 0, found.start()):
        of_others = _verb(found) not in {*TO_SAY[language], *TO_DO[language], "va"}
        return told, "?" not in told and (_verb(found) in MAY_BE or of_others)
    says = "dice que" if language is Language.ES else again and f"dit qu’{again.lower()}"
    if not says or not _is_meant(told, found, language):
        return told, False
    joined = re.sub(r"\be$", "y", found[0])
    return f"{told[: found.start()]}{joined} {says}{told[found.end() :]}", True


def _verb(found: re.Match[str]) -> str:
    return (found[2] or "va").casefold()


def _is_meant(told: str, found: re.Match[str], language: Language) -> bool:
    """Whether a French or Spanish future is an act of who speaks: no question, and of no subject that follows it."""
    if found[0] == "," or "?" in told:
        return False
    if not found[2]:
        return _GOING[language].match(told, found.end()) is not None
    if re.match(r"(?:sera (?:heureu(?:x|se)|ravie?) d|estará encantad[ao] de )", told[found.start(2) :]):
        return True
    itself = WILL_BE[language].match(told[found.end() :].removeprefix(" ").removeprefix("no "))
    meant = _verb(found) in (TO_SAY[language] | TO_DO[language]) - UNMEANT
    return meant and not itself and not CALLED_BEHIND[language].match(told, found.start(2))


def _english(told: str, noted: str) -> tuple[str, bool]:
    found = _AND[Language.EN].search(told)
    if found is None or not _AND_WILL.search(noted):
        return told, True
    act = _MEANT_EN.match(told, found.end())
    if found[1] or _CLAUSE[Language.EN].search(told, 0, found.start()) or _tells_of_others(told[: found.start()]):
        clause = _HELPS.search(told[: found.start()])
        helps = clause is not None and found[2].startswith("cost" if "though" in clause[0] else ("help", "cost"))
        return told, bool(helps or _OF_THINGS.match(told, found.start(2)))
    if act is None or found[0] == "," or _has_second(told[act.end() :]):
        return told, False
    return f"{told[: found.end()]} said that it{told[found.end() :]}", True


def _tells_of_others(told: str) -> bool:
    """Whether a verb of somebody else may stand before: "recalled Peru signed", "for the work it had done"."""
    words = [one.strip(".,;:") for one in told.split()]
    if any(
        (AUXILIARY.fullmatch(one) and before != "to")
        or (is_finite(one) and (before[:1].isupper() or before in ("it", "they", "he", "she")))
        for before, one in pairwise(words)
    ):
        return True
    head = _HEAD.match(told)
    clause = [one.strip(".,;:") for one in told[head.end() :].split()] if head else []
    named = len(clause) > 1 and clause[0][:1].isupper() and clause[1] not in _FOR and "." not in clause[0]
    verbs = (
        (is_finite(one) or is_third_person(one)) and before not in BEFORE_NOUNS for before, one in pairwise(clause)
    )
    return bool(named) or any(verbs) or may_be_of_others(told, len(told))


def _has_second(behind: str) -> bool:
    """Whether behind an act another verb stands, but for one more that is announced: "and would abstain"."""
    words = re.sub(r",? and would(?:n’t)?\b", "", behind).split()
    return any(AUXILIARY.fullmatch(one.strip(".,;:")) or one.strip(".,;:") == "be" for one in words)
