"""English nouns without an article that "it" may take up: "introduced machine translation", "offers free legal aid".

Only what stands behind a verb of doing, or one that brings a thing before the meeting ("proposes mediation"): what a
delegation stresses or hopes for does nothing that is told of it. In doubt a noun counts: the sentence is then named.
"""

import re

from nmirf_desktop.domain.english_past import acts, is_adverb
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_finite


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[.,;:()]")
_OF_THINGS = re.compile(
    r"(?:announce|mention|propose|suggest|recommend|explain|request|support|welcome|favour|refer(?:r(?=ed))?)(?:s|d|ed)"
)
_STAYS = re.compile(r"(?:remain|stay|seem|sound|appear)(?:s|ed)|stands|stood|feels|felt|becomes|became")
"""Behind these stands what somebody is."""
_BEING = _words("is are was were be been being")
_HAVING = _words("has have had")
_PARTICLES = _words("up out down off over forward in on with for into to at about")
_STOPS = _words(
    "that which who whom whose what when where while because if whether how why as than but to of for on in at by with"
    " from into about before after against between during under over through without until since towards . ; : ( )"
)
_JOINED = _words("and or ,")
_WITH_ARTICLE = _words(
    "a an the this these that those its his her their our my all any some more no each every both such much many most"
    " another one it them him you us everybody everyone everything nothing something others"
)
"""What begins a phrase that is told of elsewhere, or is no thing."""
_LATER = _words(
    "again today now here there then together first second last later soon tomorrow yes too yet already late"
    " early yesterday"
)
_NO_THING = _words(
    "time consensus clarification flexibility patience silence support thanks gratitude appreciation concern regret"
    " hope satisfaction solidarity interest disappointment surprise attention tribute note part place floor account"
    " favour behalf line order principle person success progress clear sure people children women men staff ready able"
)
"""What does nothing that is told of who speaks, and what is not taken up by "it"."""


def names_bare_thing(predicate: str) -> bool:
    """Whether a predicate has a singular noun without an article as its object, or as one of its objects."""
    words = [one.replace("'", "’") for one in _WORD.findall(predicate)]
    place = _object_at(words)
    phrase: list[str] = []
    for word in words[place:] if place else ():
        if word in _STOPS or _is_helping(word):
            break
        if word not in _JOINED:
            phrase.append(word)
        elif _is_thing(phrase):
            return True
        else:
            phrase = []
    return _is_thing(phrase)


def _object_at(words: list[str]) -> int:
    """Where the object of the verb may begin; 0 where the verb has none that counts."""
    place = 0
    while place < len(words) and (_is_helping(words[place]) or is_adverb(words[place])):
        place += 1
    helping = [one for one in words[:place] if _is_helping(one)]
    verb = words[place] if place < len(words) else ""
    if not verb or _STAYS.fullmatch(verb) or (acts(verb) and not _OF_THINGS.fullmatch(verb)):
        return 0
    if not _BEING.isdisjoint(helping) and not verb.endswith("ing"):
        return 0
    if not _HAVING.isdisjoint(helping) and not (is_finite(verb) or verb.endswith(("en", "wn"))):
        return place
    place += 1
    if words[place : place + 1] == ["to"]:
        return place + 2
    return place + 1 if words[place : place + 1] and words[place] in _PARTICLES else place


def _is_helping(word: str) -> bool:
    return word in _BEING or AUXILIARY.fullmatch(word) is not None


def _is_thing(phrase: list[str]) -> bool:
    while phrase and (phrase[-1] in _LATER or is_adverb(phrase[-1])):
        phrase = phrase[:-1]
    if not phrase or phrase[0] in _WITH_ARTICLE:
        return False
    last = phrase[-1]
    many = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return last.islower() and not many and last not in _NO_THING and not last.isdigit()
