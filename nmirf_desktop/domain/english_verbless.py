"""English clauses of a note without their verb, as in a telegram: "Database not updated", "because budget adopted".

A noun of one thing that has lost its article, and what was done to it or what it is, with no verb between. What is left
out is not guessed: such a sentence is named.
"""

import re

from nmirf_desktop.domain.english_past import BEFORE_NOUNS, is_adverb
from nmirf_desktop.domain.english_verbs import AUXILIARY, IRREGULAR, is_finite, is_third_person
from nmirf_desktop.domain.first_person import QUOTED


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTED = re.compile(r"[.,;:](?= |$)")
_BEFORE = re.compile(
    r"(?:\b(?:because|since|although|though|while|whereas|as|so)|[;:]|\b(?:and|but)"
    r"|(?:^|\b(?:and|but) )(?:\w+ly |also )*(?:say|said|think|thought|believe|find|found|explain|state|claim|consider"
    r"|note|report|regret|argue|complain|add|deem|feel|felt|know|knew|see|saw)(?:e?s|e?d)?(?: that)?)\s+(?=[a-z])",
    re.IGNORECASE,
)
"""Behind these a clause may begin."""
_SAYS = re.compile(r"(?:say|said|explain|state|claim|argue|because|since)", re.IGNORECASE)
"""Behind these no noun is judged, as it is behind "finds costs high"."""
_NO_COUNT = _words(
    "consensus progress time work training funding transparency trust peace justice law society health"
    " information data equipment software research guidance assistance support access education evidence advice"
    " nothing everything something anything everyone everybody someone nobody none it they he she we you who what"
    " there much more most many few several both all such one two three four five six seven eight nine ten people"
    " children women men police well far long soon yet so too very not also only even quite just good little less"
    " enough first last"
)
"""What needs no article, or is no noun."""
_ADJECTIVE = (
    r"(?:absent|present|late|early|ready|clear|weak|full|empty|good|bad|wrong|long|short|high|low|ill|free|open"
    r"|closed|premature|obsolete|incomplete|inadequate|insufficient|excessive|unavailable|invalid|void|outdated"
    r"|(?:un|im|in)?[a-z]{3,}(?:ible|able|istic|ful|ous|anced))"
)
_BEHIND = re.compile(
    rf"(?:(?:not|too|still|already|never|very|so) (?!(?:to|far|that)\b)[a-z]"
    rf"|{_ADJECTIVE}(?=[.,;]|$| (?:to|for|in|on|and)\b))"
)
_DONE_BEHIND = re.compile(
    r"[a-z]+ (?:(?:yesterday|today|again|late|early|twice|by|in|on|at|last|without|only|since|before|after|too)\b"
    r"|[.,;]|$)"
)
_NOT_DONE = re.compile(r"(?:[Tt]he |[Aa] |[Nn]o )?[A-Za-z]+(?: [a-z]+){0,2} (?:not|never|still not|not yet) ([a-z]+)\b")
"""At the head of a sentence: "Database not updated since June"."""


def is_verbless(sentence: str) -> bool:
    """Whether a sentence, or a clause in it, has what was done or what something is, and no verb before it."""
    plain = QUOTED.sub("”", sentence)
    return _not_done(plain) or any(
        _is_bare(plain[one.end() :], several=_SAYS.match(one[0]) is not None) for one in _BEFORE.finditer(plain)
    )


def _not_done(plain: str) -> bool:
    found = _NOT_DONE.match(plain)
    if found is None or not _is_done(found[1]):
        return False
    head = plain[: found.start(1)].split()[:-1]
    if is_third_person(head[0].casefold()) and len(head) > 1 and head[1] in BEFORE_NOUNS:
        return False
    return not any(AUXILIARY.fullmatch(one) or is_finite(one) or one.casefold().endswith("ly") for one in head)


def _is_bare(clause: str, *, several: bool) -> bool:
    """Whether a clause begins with a noun of one thing, or of *several* where that may be, and has no verb."""
    head = _PARTED.split(clause, maxsplit=1)[0]
    noun, _, rest = head.partition(" ")
    behind = clause[len(noun) + 1 :]
    if not rest or not re.fullmatch(r"[a-z]{3,}", noun) or noun in _NO_COUNT | BEFORE_NOUNS or is_adverb(noun):
        return False
    if (
        noun.endswith(("ing", "ed", "ly") if several else ("s", "ing", "ed", "ly"))
        or is_finite(noun)
        or noun in IRREGULAR
    ):
        return False
    if any(AUXILIARY.fullmatch(one) for one in head.split()):
        return False
    first = rest.split()[0]
    if noun.endswith("s"):
        return bool(_BEHIND.match(behind))
    return bool(_BEHIND.match(behind) or (_is_done(first) and _DONE_BEHIND.match(behind)))


def _is_done(word: str) -> bool:
    return (word.endswith("ed") and is_finite(word)) or word in IRREGULAR.values() or word in _PARTICIPLES


_PARTICIPLES = _words("given taken written chosen known shown seen done drawn begun spoken broken withdrawn")
