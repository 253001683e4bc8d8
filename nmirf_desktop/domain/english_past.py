"""English verbs of a note in the present, put into the past in which minutes are written.

Only what grammar tells by itself is changed: a form of the third person where no noun can stand, and auxiliaries, in
the sequence of tenses ("regrets that it is late": "regretted that it was late"). What has no form that is known stays.
"""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import dropwhile, pairwise, takewhile

from nmirf_desktop.domain.english_verbs import (
    AUXILIARIES,
    AUXILIARY,
    IRREGULAR,
    base,
    is_finite,
    is_third_person,
    past,
    past_of,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOUN_BEFORE = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|political|good|free|own|of|no)\s)$", re.IGNORECASE)
"""Words before which "will" and "can" are nouns."""
_OF_SEVERAL = {"have": "had", "haven’t": "hadn’t", "do": "did", "don’t": "didn’t"}
"""Auxiliaries of several, which may be infinitives: "to have"."""
_CLAUSE_BEGINS = re.compile(r"[.,;:]|\b(?:that|which|who|what|whether|if|because|when|where|how|why|while|although)\b")
_BASE_BEHIND = re.compile(
    r"\b(?:to|will|would|should|could|can|cannot|must|may|might|shall|does|did|not|let|lets|make|makes|help|helps)\b|n’t\b"
)
"""Words behind which, in one clause, a verb may have no ending."""
_ASKING = re.compile(
    r"(?:\w+ly |also )*(?:ask|request|propose|recommend|suggest|insist|urge|demand|prefer)s?\b", re.IGNORECASE
)
"""Verbs whose clause has the bare form of its verb: "asks that members have time"."""
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|\bas is\b(?=[.,;:)]|$| (?:and|but)\b)")
"""What stays as it is: what is quoted, and "as is"."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:[’'][^\W\d_]+)?")
_DETERMINERS = _words(
    "a an the this these those its his their our all any some more no each every both such further how why"
)
"""Words of which none may stand behind a noun: what stands before them is a verb."""
_OBJECTS = _words("a an the this these those its his her their our all any some every no it them whether")
"""Those of them, and pronouns, that begin what a verb has as its object."""
SPANS = _words("year years month months week weeks day days time times session sessions quarter")
"""Behind a determiner, when or how often: "visits each year"."""
_PRONOUNS = _words("it he she who which")
_ADVERBS = _words("also not again still fully strongly particularly therefore thus further")
_NO_ADVERBS = _words(
    "italy july family assembly reply supply apply ally rely comply multiply anomaly monopoly likely early daily"
    " monthly weekly yearly"
)
_OF_VERBS = _words("strongly fully therefore")
"""Adverbs that stand before no noun."""
_ANDS = _words("and but or nor then")
_NOUNS_TOO = _words("thank request second call")
ACTS = _words(
    "abstain acknowledge add agree announce appeal appreciate ask assure believe call commend concur condemn confirm"
    " congratulate consider declare deplore disagree doubt emphasize endorse explain express favour hope inform insist"
    " applaud clarify invite mention note object quote refer reply respond underscore observe oppose propose reaffirm"
    " recall recognize recommend regret reiterate reject remind remark request say second stress suggest support thank"
    " think trust underline urge want warn welcome wish wonder prefer remain nominate dissociate"
    " accept criticize criticise complain advise emphasise recognise apologize apologise echo maintain deny"
)
"""What a delegation does by saying so, or says that it does."""
NO_NOUNS = _words(
    "abstain acknowledge add agree announce appreciate ask assure believe commend concur condemn confirm congratulate"
    " consider declare deplore disagree emphasize endorse explain inform insist applaud clarify refer respond"
    " underscore observe oppose propose reaffirm recognize recommend reiterate remind say suggest think warn wonder"
    " arise become begin bring choose come do flee forbid foresee forget forgive get give grow have hear keep know"
    " feel trust lend lose overcome oversee pay rebuild see seek sell send sit speak teach tell undergo"
    " understand undertake uphold withdraw withhold write prefer remain dissociate nominate"
    " accept criticize criticise complain emphasise recognise apologize apologise deny"
)
"""Verbs of those told here whose form in -s is no noun's plural, as that of "costs" or "requests" is."""
_NOUNS_FIRST = _words(
    "cost cut call doubt wish note remark reply quote object hope lead deal request mention appeal"
    " second show rise fall fight run hold stand"
)
"""Verbs of those told here whose form in -s may be the subject of a note: "doubts remain", "costs rose"."""
_OF_OTHERS = _words("share back join follow")
"""Those that stand before what belongs to a name: "shares Peru’s view"."""
_ON = _words("doubt note quote request")
"""Those of which "on" tells that they are nouns: "notes on paragraph 3"."""
_BEING = _words("is are was were")
_STAYING = _words("remain persist exist continue grow arise deserve require remained persisted existed")
_STOPS = _words("to that and but or which who when while because if whether as than")
"""Words behind which another clause or phrase begins."""


def acts(form: str) -> bool:
    """Whether a word is what a delegation does by saying so, in the present or in the past."""
    word = form.casefold()
    return base(word) in ACTS or word in _PAST_ACTS


def is_noun(form: str, behind: str) -> bool:
    """Whether a form in -s is a noun by the word *behind* it: "doubts about paragraph 3", "costs too high"."""
    verb, then = base(form.casefold()), behind.casefold()
    if verb == "cost":
        return then not in _DETERMINERS
    return (
        then == "of" or (verb in _NOUNS_FIRST and then in ("about", "from")) or (verb in _ON and then in ("on", "as"))
    )


def is_present(form: str, behind: str) -> bool:
    """Whether a word is a verb of the present, by itself or by the word *behind* it."""
    verb, then = base(form.casefold()), behind.casefold()
    if is_noun(form, behind) or (verb in _NOUNS_TOO and then in ("to", "for") and (verb, then) != ("call", "for")):
        return False
    voting = verb == "vote" and then in ("in", "for", "against", "yes", "no")
    of_name = then.endswith(("’s", "'s", "’", "'")) and verb in _OF_OTHERS
    followed = (verb, then) in (("look", "forward"), ("count", "on")) or (verb == "back" and behind[:1].isupper())
    return bool(verb) and (voting or followed or of_name or verb in ACTS or verb in IRREGULAR or then in _DETERMINERS)


def may_be_verb(form: str, behind: str = "") -> bool:
    """Whether a small word may be a verb of which its State is the subject: by its ending, or as an irregular past."""
    word = form.casefold()
    known = word in IRREGULAR.values() or word == "read" or bool(AUXILIARY.fullmatch(word))
    return known or word.endswith("ed") or is_present(word, behind)


def is_adverb(form: str) -> bool:
    """Whether a word may stand between a State and its verb."""
    word = form.casefold()
    return word in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)


_DEPENDS = _words(
    "that which who what whether if and but or as because when where how why while since although so than"
    " before after until unless once"
)
"""Words that begin another clause, or join one."""


_PHRASE = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[.,;:]")
_DETERMINERS_OF_CLAUSE = _words("the this these those its a an some no all each every any our their both his her")
_WHOLE = _words("there they it he she everyone everybody nobody nothing everything someone this these those all both")
"""Words that are a subject by themselves."""
_SINGULAR = _words("is was has does isn’t wasn’t hasn’t doesn’t")
BEFORE_NOUNS = _words(
    "the a an its his her their our all some no any these those this that many most several both every each to of for"
    " on in with about by from at other same own first second third last next early recent further additional current"
    " new main real great good best deep strong common human serious grave legitimate financial national international"
    " regional legal political humanitarian technical practical special various specific particular urgent key major"
    " important valuable useful possible different public general one two three four five six ten"
)
"""Determiners, adjectives and prepositions: a word in -s behind them is a noun, "the serious concerns"."""
_SEVERAL = _words("these those all both")
_MANY = _words("people children women men police")
_BEHIND_NOUN = _words("of for to from by on in about with at under before after against")
_WANTING = _words("hope wish regret want")
"""Verbs behind which an infinitive is what is wanted or regretted."""
_ASIDE = _words("open aside apart secret clear known necessary available together ready twice nearly it him them")
_NO_VERBS = _ASIDE | _words("up out off over into through during back down forward such even yet so almost half")
"""Words that may stand between a participle and a determiner, and are no verb: "has put forward a draft"."""
_AS_VERB = _words("said thought believed hoped felt understood")
"""Forms of the past that stand before no noun as what was done to it, as "proposed amendments" does."""


class _Reads(Enum):
    """What the first word of an English sentence is that may be a verb: its verb, a noun, or either."""

    VERB, NOUN, EITHER = range(3)


def _first_word_is(sentence: str) -> _Reads:
    """What the first word is, by the clause behind it that has no "that": "believes Peru is right" has its verb.

    A noun of several has a verb of several: "requests the group has received are many". "Notes the text is clear" is
    no such noun, as behind it, before the verb, stands nothing that could be another verb.
    """
    words = [one.replace("'", "’") for one in _PHRASE.findall(sentence)]
    words = list(dropwhile(is_adverb, words)) or words
    clause = list(takewhile(lambda one: one[0].isalnum() and one not in _DEPENDS, words[1:]))
    places = [place for place, one in enumerate(clause) if AUXILIARY.fullmatch(one) and clause[place - 1] != "to"]
    first = words[0].casefold() if words else ""
    if not places or not places[0] or not (acts(first) or base(first) in NO_NOUNS):
        return _Reads.NOUN
    if not is_third_person(first):
        phrase = _is_determined(clause[0]) or clause[0] in _BEHIND_NOUN - {"of", "by"}
        return _Reads.VERB if phrase or first in _AS_VERB else _Reads.NOUN
    one = clause[places[-1]] in _SINGULAR or (len(places) == 1 and _is_one_subject(clause[: places[0]]))
    wants = clause[0] == "to" and base(first) in _WANTING
    no_noun = first in ("welcomes", "recalls", *(("supports", "thanks") if clause[0] in _DETERMINERS_OF_CLAUSE else ()))
    one = one or (no_noun and len(places) == 1)
    if base(first) in NO_NOUNS or wants or (one and not _has_another_verb(clause[places[-1] :])):
        return _Reads.VERB
    again = any(one in _DETERMINERS_OF_CLAUSE for one in clause[2 : places[-1]])
    return _Reads.EITHER if _is_determined(clause[0]) or clause[0] in ("more", "with") or again else _Reads.NOUN


def _has_another_verb(words: Sequence[str]) -> bool:
    """Whether behind an auxiliary, and its participle, another verb stands: "has made deserve an answer"."""
    having, _, verb, then, noun = [*(one for one in words if one != "been" and not is_adverb(one)), *[""] * 4][:5]
    other = verb.islower() and not verb.endswith("s") and verb not in BEFORE_NOUNS | _BEHIND_NOUN | _NO_VERBS
    followed = having in ("has", "have", "had") and then in _OBJECTS and noun not in SPANS
    return (other and followed) or not _STAYING.isdisjoint(words)


def _is_determined(word: str) -> bool:
    """Whether a word begins a phrase of its own behind a verb: a determiner, a pronoun, a name or a number."""
    return word in _DETERMINERS_OF_CLAUSE | _WHOLE or word[0].isupper() or word[0].isdigit()


def _is_one_subject(words: Sequence[str]) -> bool:
    """Whether words before the only auxiliary are its subject, and none may be a verb with a subject of its own.

    Or they hold a second phrase, to which the auxiliary belongs: "requests the reports the States have promised".
    """
    if all(one[0].isupper() for one in words) or (len(words) == 1 and words[0] in _WHOLE):
        return True
    if words[0] not in _DETERMINERS_OF_CLAUSE:
        return len(words) == 1 and words[0].endswith("s")
    *rest, last = words[1:] or [""]
    if not rest or all(one in BEFORE_NOUNS or one[0].isupper() for one in rest):
        return bool(last)
    if any(is_finite(one) or one in IRREGULAR for one in words[1:]):
        return False
    named = any(one[0].isupper() and base(before) and before.islower() for before, one in pairwise(words[1:]))
    if named or not _DETERMINERS_OF_CLAUSE.isdisjoint(words[2:]):
        return _BEHIND_NOUN.isdisjoint(words)
    return words[0] not in _SEVERAL and not any(one.endswith("s") or one in _MANY for one in words[1:])


def has_subject(sentence: str) -> bool:
    """Whether an auxiliary stands in the first clause behind its first word: "costs of training are high".

    Not where that word is, or may be, a verb with its own clause: "believes the draft is balanced".
    """
    if _first_word_is(sentence) is not _Reads.NOUN or re.match(r"\w+ [“«\"]", sentence):
        return False
    words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[.,;:]", _QUOTED.sub("”", sentence))
    clause = list(takewhile(lambda one: one not in _DEPENDS and one[0].isalpha(), words))
    return any(AUXILIARY.fullmatch(one) and before != "to" for before, one in pairwise(clause))


def may_be_bare(sentence: str) -> bool:
    """Whether the first word may be its verb: "joined the vote", "notes the works they have done are good"."""
    first, behind = [*sentence.casefold().split(maxsplit=2), "", ""][:2]
    done = is_finite(first) and behind in _OBJECTS
    return done or bool(AUXILIARY.fullmatch(first.rstrip(".,;:"))) or _first_word_is(sentence) is _Reads.EITHER


def in_past(sentence: str, *, verb_first: bool) -> str:
    """A sentence of which the verb is put into the past, and what depends on it; *verb_first*: it has no subject."""
    plain = _QUOTED.sub(lambda quoted: "”" * len(quoted[0]), sentence)
    found = [(one.start(), one.end(), one[0].replace("'", "’")) for one in _WORD.finditer(plain)]
    pieces, done = [], 0
    for place, (start, end, word) in enumerate(found):
        changed = _changed(found, place, plain[:start], verb_first=verb_first)
        if changed:
            pieces += [sentence[done:start], changed if word[:1].islower() else changed[:1].upper() + changed[1:]]
            done = end
    return "".join(pieces) + sentence[done:]


def _changed(found: list[tuple[int, int, str]], place: int, before: str, *, verb_first: bool) -> str:
    """What a word becomes in the past; empty where it stays as it is."""
    word = found[place][2]
    first = _stands_first(found, place) and not any(one.isdigit() for one in before)
    if not (first or word.islower()):
        return ""
    small = word.casefold()
    if small in _OF_SEVERAL and place:
        return "" if _may_be_base(before) else _OF_SEVERAL[small]
    if small in AUXILIARIES and not _NOUN_BEFORE.search(before):
        return "" if first and not verb_first else AUXILIARIES[small]
    return past(small) if _is_verb(found, place, before, verb_first=verb_first) else ""


def _may_be_base(before: str) -> bool:
    """Whether "have" or "do" may have no tense, by what stands before it: "to attend and have a say"."""
    *earlier, clause = _CLAUSE_BEGINS.split(before.replace("'", "’"))
    return _BASE_BEHIND.search(clause) is not None or bool(earlier and _ASKING.match(earlier[0]))


def _stands_first(found: list[tuple[int, int, str]], place: int) -> bool:
    return all(is_adverb(one[2]) for one in found[:place])


def _is_verb(found: list[tuple[int, int, str]], place: int, before: str, *, verb_first: bool) -> bool:
    word = found[place][2]
    behind = found[place + 1][2] if place + 1 < len(found) else ""
    previous = found[place - 1][2].casefold() if place else ""
    if verb_first and _stands_first(found, place):
        return is_present(word, behind)
    if previous in _PRONOUNS and previous != "which" and not before.rstrip().endswith(","):
        return True
    if previous in _OF_VERBS:
        return is_present(word, behind)
    joined = previous in _ANDS | _ADVERBS | {"which"} or before.rstrip().endswith((",", ";", "–", "—", "("))
    return joined and is_present(word, behind) and is_plain_verb(word, [one[2] for one in found[place + 1 :]])


def is_plain_verb(form: str, behind: Sequence[str]) -> bool:
    """Whether a word of the present, where a noun too may stand, is a verb by what stands *behind* it.

    "And requests the Secretariat to report": what follows is the verb's object, and has no verb of its own before the
    next clause, as that of a noun may ("and requests the members made").
    """
    verb = base(form.casefold())
    then = [one.casefold() for one in behind]
    if verb == "cost":
        return False
    if verb in NO_NOUNS or (verb == "want" and then[:1] in (["more"], ["to"])):
        return True
    if then[:1] == ["that"]:
        return verb in ACTS and _is_reported(then[1:])
    if len(then) < 2 or then[0] not in _OBJECTS:  # noqa: PLR2004 - a determiner and its noun
        return bool(then) and then[0] in ("it", "them")
    if then[1] in SPANS or (verb not in ACTS and verb not in IRREGULAR):
        return False
    if then[0] == "whether":
        return True
    phrase = list(takewhile(lambda one: one not in _STOPS, then[1 if then[0] in ("it", "them") else 2 :]))
    last = bool(phrase) and (phrase[-1] in ACTS or phrase[-1] in IRREGULAR)
    return not last and not any(is_finite(one) or base(one) in ACTS | IRREGULAR.keys() for one in phrase)


def _is_reported(behind: list[str]) -> bool:
    """Whether what follows "that" is what is said, and belongs to no noun: "that it is late", "that it be sent"."""
    clause = list(takewhile(lambda one: one not in _STOPS, behind))
    place = next((place for place, one in enumerate(clause) if is_finite(one)), 0)
    verb, then = clause[place : place + 1], clause[place + 1 :]
    if not place or not then:
        return False
    if then[0] == "be" and verb[0] not in _BEING:
        verb, then = ["will be"], then[1:]
    given = not then or then[0].endswith(("ed", "ing")) or then[0] in IRREGULAR.values()
    return verb == ["be"] or (verb[0] in (*_BEING, "will be") and not given)


def nominal(sentence: str) -> bool:
    """Whether a form in -s at the head of a sentence may be a noun with its verb further on: "doubts remain"."""
    if (reads := _first_word_is(sentence)) is not _Reads.NOUN:
        return reads is _Reads.EITHER
    words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[.,;:]", sentence)
    if not words or base(words[0].casefold()) not in _NOUNS_FIRST:
        return False
    joined = 2 if words[1:2] in (["and"], ["or"]) else 1
    clause = list(takewhile(lambda one: one[0].isalpha() and one not in _DEPENDS | {"to"}, words[joined:]))
    if not clause or clause[0] in _OBJECTS or clause[0][0].isupper():
        return False
    return any(is_finite(one) or one in _STAYING for one in clause)


_PAST_ACTS = frozenset((*map(past_of, ACTS), "voted")) - {""}
