"""What of an English sentence of minutes is still in the present, once its verbs were put into the past.

A clause in which no verb of the past is found may have one of the present ("agreed that the plan lacks detail"), and so
may a word in -s behind "and" or a comma ("had a plan and reports yearly"). Such a sentence is named, so that a person
reads it: it is named in vain where that word is a noun, which its spelling does not tell.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from nmirf_desktop.domain.english_past import BEFORE_NOUNS, NO_NOUNS, SPANS, acts, is_adverb
from nmirf_desktop.domain.english_verbs import base, is_finite, is_third_person, past


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|(?<= )as is(?=[.,;:)]|$| (?:and|but)\b)")
_TOKEN = re.compile(r"[^\W_]+(?:(?:[-’]|\.(?=\d))[^\W_]+)*|[.,;:]")
_DASH = re.compile(r"\s(?:[–—-]|\.\.\.|…)\s|(?:\.\.\.|…)\s(?=[a-z])|\s\(")
_SO_LONG = re.compile(r"\b(?:as|so) (?:long|soon) as\b")
_SAID = re.compile(
    r"^(?:\w+ly |also )*(?:said|thought|believed|hoped|argued)"
    r"(?= (?:the|its|this|no|all|many|most|some|[A-Z]\w+) (?!of |same )(?:[\w’-]+ ){1,4}?[a-z])"
)
"""What is said behind it without "that": "said the rule stood"."""
_OPENERS = _words("that which who what whether if because when where how why while since although unless whose whereby")
"""Words that may begin a clause with its own verb."""
_NO_CLAUSE = _words("to of as for in on by from with than possible necessary needed appropriate")
"""Words that show behind an opener that no clause begins: "how to", "because of", "where possible"."""
_ASKING = _words("asked requested proposed recommended suggested insisted urged demanded")
"""Verbs whose clause has the bare form of its verb: "asked that it report"."""
_WISHING = _words("asked requested proposed recommended demanded urged")
"""Those of which no clause tells what is: "asked that the rules were respected" would tell what was."""
_BEING = _words("was were")
_BEFORE_NOUN = _words(
    "the a an this these those its his her their our all any some more no each every both such many most several other"
    " whose of in on at by from for with to about against between among concerning regarding on under over without"
)
_INTRANSITIVE = _words("agrees objects withdraws replies responds appeals concurs disagrees abstains")
"""Forms in -s that may end a sentence as its verb; any other at its end is a noun of a list."""
_NOUN = re.compile(r".*(?:[^n]ations|(?<!nt)utions|ctions|(?<!m)ities|nesses|ships|isms|sals|ances|ers|ors)")
"""Endings that a verb's third person has seldom."""
_VERBS_IN_ER = _words(
    "prefers refers offers considers covers differs remembers delivers suffers monitors honours answers"
)
_MARKS = frozenset(".,;:")
_PLAIN = re.compile(
    r"may|shall|am|is|are|has|does|can|cannot|will|do|have|(?:is|are|has|does|wo|ca)n’t|(?:don|haven|shan)’t|(?:they|you)’\w+|\w+’ll|(?:it|there|that|what|who|how|here)’s"
)
"""Words of the present; "have" and "do" behind "to" and its like are none."""
_ANEW = _words("before after until once than as")
"""Words behind which a clause may begin, or a noun stand."""
_BASE_BEHIND = _words("to would should could must might did not wouldn’t shouldn’t couldn’t didn’t")
_DETERMINED = _words(
    "a an the this these those its his her their our all any some every each no it them one two three four five"
)
_OBJECTS_TOO = _words("that whether how why nobody nothing everybody everything more less")
"""What else stands behind a verb as its object, or as how much it does: "binds nobody", "costs more"."""
_ALONE = _words("there it he she who everyone everybody nobody someone one what this")
_NO_PLURALS = _words("news series means")
"""What has a verb in -s directly behind it."""
_SEVERAL = _words(
    "all some others many few most they who people women men children data which both those these we you two three four"
    " five"
)
_OF_SEVERAL = _words(
    "agree disagree serve submit pay lack think believe hope oppose remain exist seem differ begin depend require take"
    " make go come mean help want overlap end need use vote report support apply meet send receive track face share"
    " provide include contain follow adopt implement propose ask insist stay wait work attend nominate elect"
    " get rise fall run play matter cause lose wish"
)
"""Verbs of the present of several: "terms end in May"."""
_BARE = _words(
    "let lets make makes help helps made helped asked requested proposed recommended suggested urged demanded"
)
"""Behind these a verb has no ending: "helps States report", "asked that members pay"."""
_GOING_ON = _words("and or but that whether how why because if")
_ADJECTIVE = re.compile(
    r"(?!proposal|approval|arrival|removal|capital|initiative|representative|secretary|committee|everything|anything)"
    r".*(?:ic|al|ive|ous|ful|able|ible|less|ary|ory|ing|ed|ular|’s|s’)"
)
"""Words behind which one in -s is a noun."""
_NEVER_NOUNS = NO_NOUNS | _words(
    "help contain include pay mean lack allow require provide exist seem apply take make go cover serve enable ensure"
    " prevent reduce strengthen improve affect depend consist deserve prepare maintain receive prefer refer follow"
    " meet train show oppose work stay expire lapse end lie join pass"
    " run fall hit misread fail host fear apologize apologise argue conclude admit deny"
    " reject build hire develop create establish adopt publish implement organize coordinate collect involve submit"
    " lean learn throw forbid spoil cling contradict duplicate replace repeat reflect protect ignore exclude raise rely"
)
"""Verbs whose form in -s is no noun."""


def left_in_present(told: str, *, verb_first: bool) -> bool:
    """Whether a sentence as it is told has, or may have, a verb in the present; *verb_first*: it has no subject."""
    plain = _SO_LONG.sub("if", _DASH.sub(", ", _QUOTED.sub("”", told).replace("'", "’")))
    if verb_first:
        plain = _SAID.sub(r"\g<0> that ", plain)
    words = _TOKEN.findall(plain)
    rest = [one for one in words if not is_adverb(one)]
    if any(_PLAIN.fullmatch(one) and not _is_base(words, place) for place, one in enumerate(words)):
        return True
    if _holds_present(words, 2 if verb_first else 1):
        return True
    if verb_first and rest and is_third_person(rest[0].casefold()) and not is_finite(rest[0].casefold()):
        return True
    whole = [] if verb_first else [words]
    return any(_lacks_past(one) for one in whole) or any(_clauses(words)) or _joined(words)


def holds_present(adverbial: str) -> bool:
    """Whether what stands before a verb, as it is told, has a verb of the present: "as the Council meets in May, "."""
    words = _TOKEN.findall(_SO_LONG.sub("if", _QUOTED.sub("”", adverbial).replace("'", "’")))
    plain = any(_PLAIN.fullmatch(one) and not _is_base(words, place) for place, one in enumerate(words))
    return plain or _holds_present(words, 1) or any(_clauses(words))


def _is_base(words: list[str], place: int) -> bool:
    """Whether "have" or "do" is no form of the present, by what stands before it in its clause."""
    clause = takewhile(lambda one: one not in _MARKS and one not in _OPENERS | _ANEW, reversed(words[:place]))
    return words[place] in ("have", "do") and not _BASE_BEHIND.isdisjoint(clause)


def _holds_present(words: list[str], start: int) -> bool:
    """Whether behind its subject stands a verb that is no noun, or what has an object: "the fund helps", "pays the"."""
    for place in range(start, len(words)):
        one, before = words[place], words[place - 1]
        behind = words[place + 1] if place + 1 < len(words) else "."
        if before.casefold() in _ALONE and _is_present(one) and one not in _NO_PLURALS:
            return True
        if _is_of_several(words, place):
            return True
        behind_name = place > 1 and before[:1].isupper() and words[place - 2] == ";" and behind in _MARKS
        if behind_name and _may_be_verb(words, place):
            return True
        if before in _MARKS or one in SPANS or not _may_be_verb(words, place):
            continue
        never = base(one) in _NEVER_NOUNS or (one, behind) == ("needs", "to")
        if never or (_may_follow(before) and _has_object(behind) and not _is_infinitive(words, place)):
            return True
    return False


def _is_of_several(words: list[str], place: int) -> bool:
    """Whether a word is the verb of several in the present: "States that report late", "terms end in May"."""
    before = words[place - 2] if place > 1 and is_adverb(words[place - 1]) else words[place - 1]
    ends = before[-1:] == "s" and before[-2:] not in ("ss", "us", "is", "as") and before not in BEFORE_NOUNS
    ends = ends or before in ("visas", "areas", "ideas", "agendas", "quotas")
    several = before.casefold() in _SEVERAL or ends
    if words[place] not in _OF_SEVERAL or not several or before.endswith(("’s", "rights", "affairs")):
        return False
    clause = takewhile(
        lambda one: one not in _MARKS and one not in (_OPENERS - {"that"}) | _ANEW, reversed(words[:place])
    )
    return (_BASE_BEHIND | _BARE).isdisjoint(clause)


def _has_object(behind: str) -> bool:
    return behind in _DETERMINED or behind in _OBJECTS_TOO or behind[0].isdigit()


def _is_infinitive(words: list[str], place: int) -> bool:
    """Whether what stands before a word is a verb that has it as its object: "to make proposals this week"."""
    return words[place - 2] in _BASE_BEHIND or is_finite(words[place - 1]) or is_third_person(words[place - 1])


def _may_follow(before: str) -> bool:
    """Whether behind a word a verb of it may stand: it is no adjective."""
    return before not in BEFORE_NOUNS and _ADJECTIVE.fullmatch(before) is None


def _lacks_past(clause: list[str]) -> bool:
    """Whether no verb of the past stands in a clause, or one in -s before it that may be its verb."""
    said = [one for one in clause if one not in _MARKS]
    finite = next((place for place, one in enumerate(said) if _is_past(said, place)), None)
    if finite is None:
        return True
    return any(_may_be_verb(said, place) and said[place + 1] in _GOING_ON for place in range(1, finite))


def _is_past(words: list[str], place: int) -> bool:
    before = words[place - 1].casefold() if place else ""
    determined = before in {"the", "a", "an", "its", "their"}
    one = words[place] if place else words[place].casefold()
    return not determined and (one not in ("cost", "cut") or before == "it") and is_finite(one)


def _is_present(word: str) -> bool:
    return word.islower() and is_third_person(word) and not is_finite(word)


def _may_be_verb(words: list[str], place: int) -> bool:
    """Whether a word may be a third person of the present by its form and by what stands before it."""
    one, before = words[place], words[place - 1].casefold()
    if not one.islower() or is_finite(one) or not is_third_person(one):
        return False
    if not past(one) and base(one) not in _NEVER_NOUNS:
        return False
    return before not in _BEFORE_NOUN and (one in _VERBS_IN_ER or _NOUN.fullmatch(one) is None)


def _clauses(words: list[str]) -> Iterator[bool]:
    """Of each clause that depends on another, whether its verb is, or may be, in the present."""
    for place, one in enumerate(words):
        if one not in _OPENERS:
            continue
        behind = words[place + 1 :]
        if behind[:1] == [","] and "," in behind[1:]:  # "that, under its law, the minister decides"
            behind = behind[behind.index(",", 1) + 1 :]
        clause = list(takewhile(lambda word: word not in _MARKS and word not in _OPENERS, behind))
        if len(clause) == 1 and (clause[0] in _OF_SEVERAL or _is_present(clause[0])):
            yield True
        number = one != "that" and clause[:1] and clause[0][0].isdigit()
        if len(clause) < 2 or clause[0] in _NO_CLAUSE or number or (one != "that" and clause[0].endswith("ing")):  # noqa: PLR2004
            continue
        asked = place > 0 and (words[place - 1] in _WISHING or (words[place - 1] == "and" and words[0] in _WISHING))
        wished = asked and one == "that" and not _BEING.isdisjoint(clause)
        if wished:
            yield True
        bare = one == "that" and place > 0 and words[place - 1] in _ASKING
        if bare and not any(_may_be_verb(clause, number) for number in range(1, len(clause))):
            continue
        yield _lacks_past(clause)


_JOINING = _words("and or but then , ; however yet so therefore thus also still instead rather now never always often")


def _joined(words: list[str]) -> bool:
    """Whether behind "and" or a comma stands what may be a verb of the present with something behind it."""
    for place, one in enumerate(words[1:], 1):
        told = words[place - 1] == ":" and acts(one)
        if not (told or words[place - 1] in _JOINING) or not _may_be_verb(words, place):
            continue
        behind = words[place + 1] if place + 1 < len(words) else "."
        ends = behind in _MARKS or behind in ("and", "or", "of")
        if one in _INTRANSITIVE or one in _VERBS_IN_ER or not (ends or is_finite(behind)):
            return True
    return False
