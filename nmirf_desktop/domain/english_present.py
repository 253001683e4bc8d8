"""What of an English sentence of minutes is still in the present, once its verbs were put into the past.

A clause in which no verb of the past is found may have one of the present ("agreed that the plan lacks detail"), and so
may a word in -s behind "and" or a comma ("had a plan and reports yearly"). Such a sentence is named, so that a person
reads it: it is named in vain where that word is a noun, which its spelling does not tell.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from nmirf_desktop.domain.english_past import is_adverb
from nmirf_desktop.domain.english_verbs import is_finite, is_third_person, past


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_TOKEN = re.compile(r"[^\W_]+(?:[-’][^\W_]+)*|[.,;:]")
_OPENERS = _words("that which who what whether if because when where how why while since although")
"""Words that may begin a clause with its own verb."""
_NO_CLAUSE = _words("to of as for in on by from with than possible necessary needed appropriate")
"""Words that show behind an opener that no clause begins: "how to", "because of", "where possible"."""
_ASKING = _words("asked requested proposed recommended suggested insisted urged demanded")
"""Verbs whose clause has the bare form of its verb: "asked that it report"."""
_BEFORE_NOUN = _words(
    "the a an this these those its his her their our all any some more no each every both such many most several other"
    " of in on at by from for with to about against between among concerning regarding on under over without"
)
_INTRANSITIVE = _words("agrees objects withdraws replies responds appeals concurs disagrees abstains")
"""Forms in -s that may end a sentence as its verb; any other at its end is a noun of a list."""
_NOUN = re.compile(r".*(?:[^n]ations|(?<!nt)utions|ctions|(?<!m)ities|nesses|ships|isms|sals|ances|ers|ors)")
"""Endings that a verb's third person has seldom."""
_MARKS = frozenset(".,;:")


def left_in_present(told: str, *, verb_first: bool) -> bool:
    """Whether a sentence as it is told has, or may have, a verb in the present; *verb_first*: it has no subject."""
    words = _TOKEN.findall(_QUOTED.sub("”", told).replace("'", "’"))
    rest = [one for one in words if not is_adverb(one)]
    if any(one in {"may", "shall", "am"} for one in words):
        return True
    if verb_first and rest and is_third_person(rest[0].casefold()) and not is_finite(rest[0].casefold()):
        return True
    whole = [] if verb_first else [words]
    return any(_lacks_past(one) for one in whole) or any(_clauses(words)) or _joined(words)


def _lacks_past(clause: list[str]) -> bool:
    """Whether no verb of the past stands in a clause, or one in -s before it that may be its verb."""
    said = [one for one in clause if one not in _MARKS]
    finite = next((place for place, one in enumerate(said) if _is_past(said, place)), None)
    if finite is None:
        return True
    return any(_may_be_verb(said, place) and said[place + 1] in ("and", "or", "but") for place in range(1, finite))


def _is_past(words: list[str], place: int) -> bool:
    determined = place > 0 and words[place - 1].casefold() in {"the", "a", "an", "its", "their"}
    return not determined and is_finite(words[place].casefold())


def _may_be_verb(words: list[str], place: int) -> bool:
    """Whether a word may be a third person of the present by its form and by what stands before it."""
    one, before = words[place], words[place - 1].casefold()
    if not one.islower() or is_finite(one) or not is_third_person(one) or not past(one):
        return False
    return before not in _BEFORE_NOUN and _NOUN.fullmatch(one) is None


def _clauses(words: list[str]) -> Iterator[bool]:
    """Of each clause that depends on another, whether its verb is, or may be, in the present."""
    for place, one in enumerate(words):
        if one not in _OPENERS:
            continue
        clause = list(takewhile(lambda word: word not in _MARKS and word not in _OPENERS, words[place + 1 :]))
        if len(clause) < 2 or clause[0] in _NO_CLAUSE or clause[0][0].isdigit() or clause[0].endswith("ing"):  # noqa: PLR2004
            continue
        bare = one == "that" and place > 0 and words[place - 1] in _ASKING
        if bare and not any(_may_be_verb(clause, number) for number in range(1, len(clause))):
            continue
        yield _lacks_past(clause)


def _joined(words: list[str]) -> bool:
    """Whether behind "and" or a comma stands what may be a verb of the present with something behind it."""
    for place, one in enumerate(words[1:], 1):
        if words[place - 1] not in ("and", "or", "but", "then", ",", ";") or not _may_be_verb(words, place):
            continue
        behind = words[place + 1] if place + 1 < len(words) else "."
        ends = behind in _MARKS or behind in ("and", "or", "of")
        if one in _INTRANSITIVE or not (ends or is_finite(behind)):
            return True
    return False
