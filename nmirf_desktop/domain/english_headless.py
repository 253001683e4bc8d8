"""English sentences of a note that have no subject, and begin with something else than their verb.

"Then asks for a vote" and "On paragraph 3, agrees with Peru" are told with who speaks behind what they begin with.
"Concerned about cost", "Sent comments in May" and "time is short, should be cut" are named: whose they are, or what
verb they lack, no form tells.
"""

import re

from nmirf_desktop.domain.bare_sentences import begins_with_auxiliary
from nmirf_desktop.domain.english_past import BEFORE_NOUNS, acts, is_adverb, is_present
from nmirf_desktop.domain.english_verbs import AUXILIARY, IRREGULAR, base, is_finite, is_third_person
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.domain.reported_speech import begins_with_act, opening_of
from nmirf_desktop.i18n import Language

_VERBLESS = re.compile(
    r"(?:Too|Very|Not|Rather|Quite) (?!(?:often|soon|long|only|once|much|later|surprisingly|least)\b)[^,]*, "
)
"""A judgement without its verb, and more behind it: "Too expensive, nobody asked for it"."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[.,;:]")
_CONNECTED = re.compile(
    r"(?:(?:But|And|And yet|But then|Even so|So far|Or|In addition|In short|In sum|So|Yet|Then|Thus|Therefore|Hence"
    r"|However|Nevertheless|Nonetheless|Otherwise|Instead|Moreover|Furthermore|Besides|Consequently|Accordingly"
    r"|Similarly|Likewise|Still|First|Second|Third|Fourth|Last|Next"
    r"|(?:First|Second|Third|Final|Last|Additional|Alternative|General)ly),? "
    r"|(?:Also|Again|(?!Italy|July)[A-Z][a-z]+ly), |(?:If|Where|When) [a-z]+(?: [a-z]+)?, )(?=[a-z])"
)
"""What joins a sentence to the one before, or stands for a clause without a subject: "If needed, "."""
_JUDGED = re.compile(
    r"(?:Regrettabl|Unfortunatel|Fortunatel|Sadl|Luckil|Happil|Hopefull|Thankfull|Understandabl|Surprisingl|Obviousl"
    r"|Clearl|Evidentl|Apparentl|Interestingl|Importantl|Frankl|Honestl|Ironicall)y,"
)
"""How who speaks judges what is told: before who speaks it would be the judgement of the minutes."""
_FRONTED = re.compile(r"(?:[^,;:.?]|\.(?=\d))+, (?=[a-z])")
_WHEN = re.compile(
    r"(?:(?:Last|Next) [a-z]+"
    r"|This (?:year|week|month|time|morning|afternoon|evening|day|spring|summer|autumn|winter|quarter|way)"
    r"|Perhaps|Maybe|Possibly|Never|Also|Already|Not yet|Soon|Today|Now"
    r"|Here|(?!Italy|July)[A-Z][a-z]+ly"
    r"|In (?:19|20)\d\d),? (?=[a-z])"
)
"""Adverbs of a sentence, behind which its subject stands."""
_TURNED = re.compile(
    r"(?:So|Thus|Yet|Then) (?:is|was|are|were|do|does|did|has|have|will|would|can|could) (?:the |an? )?[A-Z]"
)
"""Sentences whose subject follows: "So does Peru"."""
_NEEDED = _words(
    "good bad better best important essential crucial vital necessary unfortunate regrettable possible impossible clear"
    " unclear pity sad useful"
)
_FELT = _words(
    "concerned disappointed surprised convinced pleased satisfied worried opposed committed interested inclined"
    " determined encouraged alarmed troubled honoured delighted ready happy glad grateful thankful willing unwilling"
    " able unable proud flexible aware hopeful confident sorry puzzled prepared unsure uncertain reluctant sceptical"
    " sure"
)
"""What somebody is, with no verb before it."""
_HELD = re.compile(
    r"(?:not |also )*(?:of (?:the|this) (?:view|opinion)|in (?:favour|agreement|line)|against|at a loss|on record)\b",
    re.IGNORECASE,
)
"""A position with no verb before it."""
_MODALS = r"(?:can|could|must|might|may|would|will|should)(?:n[’']t)? "
_PLURAL = r"(?!always\b|thus\b|perhaps\b|focus\b|[a-z]+ss\b)[a-z]{3,}s\b"
_SOMEBODY = r"(?:any|every|some|no)(?:one|body)\b|(?:this|that|these|those)\b"
_ASKED = re.compile(
    rf"(?:(?:is|was|has|had)(?:n[’']t)? |{_MODALS})(?:{_SOMEBODY}|(?!Chair\b|Vice-|Rapporteur\b|Coordinator\b|Spanish\b"
    r"|French\b|English\b|Arabic\b)[A-Z][a-z]+\b(?! (?:and|or|as)\b))"
    rf"|{_MODALS}{_PLURAL}(?= [a-z])"
    rf"|(?:does|did|do|were)(?:n[’']t)? (?:[A-Z]|(?:the|an?|any|every|some|all|it)\b|{_SOMEBODY}|{_PLURAL})"
    r"|were [a-z]+ (?:available|[a-z]+ed)\b|was the [a-z]+ [a-z]+(?=[.])"
)
"""An auxiliary and its subject, as of what is asked: "has Peru paid", "can members help"."""
_BARE_OBJECT = re.compile(
    r"(?:\w+ly |also )*(?:(?:welcome|support|accept|reject|oppose|propose|regret|read|present|withdraw|endorse|note"
    r"|amend)s? (?:report|draft|text|proposal|amendment|resolution|date|decision|motion|deadline|document|budget"
    r"|meeting|idea|paragraph|ruling|working group)(?=[.,;]|$| (?:and|but|as|of|by|on|in|with|from|if|subject)\b)"
    r"|thanks? (?:Chair|Secretariat|Rapporteur|Bureau|Committee|Presidency)\b"
    r"|(?:note|regret|welcome|recall)s? (?:resignation|absence|lack|departure|loss|fall|rise|delay)s? (?:of|by|in)\b"
    r"|(?:support|welcome|oppose|reject)s? (?:only )?(?:if|unless|provided)\b)",
    re.IGNORECASE,
)
"""A verb whose object has no article, or that has none: "welcomes report, esp. chapter 3", "supports if total"."""
_THING = (
    r"(?:text|list|speaker|draft|report|tone|deadline|proposal|amendment|date|meeting|budget|tool|agenda|ruling|fee"
    r"|cost|wording|vote|language|record|process|delay|lack|absence|need|visit|dates)"
)
_BARE_HEAD = re.compile(rf"{_THING} (?:is|was|are|were|has|had|will|would|should|must|needs?|too|not)\b", re.IGNORECASE)
"""A noun without its article at the head of a sentence: "Budget is too high"."""
_BARE_SUBJECT = re.compile(
    r"(?:^(?:\w+ly |also )*(?:say|believe|think|hope|regret|find|note|consider|stresse|fear|deem)s?|^said|[:;])"
    rf" {_THING} (?:is|set|due|fixed"
    r"|planned|was|of|for|too|should|must|needs?|has"
    r"|had|not|will|[a-z]*(?:ure|ear|able|ive|eak|ful|ate)\b)",
    re.IGNORECASE,
)
"""A noun without its article behind a verb of saying, a colon or a semicolon: "says speaker is off topic"."""
_DONE_OF = re.compile(r"(?:none|no [a-z]+|results?|all|\d+|one|two|three|several) [a-z]+ed\W*$", re.IGNORECASE)
"""Behind a semicolon, what was done, with no auxiliary: "reported three bugs; none fixed"."""
_EXPLAINS = re.compile(r"(?:explain|state)(?:s|ed) its (?:vote|position|reasons?)\b", re.IGNORECASE)
"""Behind these and a colon stand sentences: "explained its vote: text weak" lacks its verb."""
_COMING = re.compile(
    r"(?:ratifie|publishe|host|hold|adopt|launche|open|submit|sign|meet|send|appoint|train|vote|join)s\b.*"
    r"\b(?:next (?:week|month|year|spring|autumn|session|time)|tomorrow|tonight|soon)\b",
    re.IGNORECASE,
)
"""A present that tells what is to come: in the past it would have been done, "ratifies the Convention next month"."""
_FEARS = re.compile(r"(?:fear|suspect|dread|guesse|reckon|worrie)s (?!of\b|about\b|over\b|that\b|for\b)", re.IGNORECASE)
"""Nouns that are verbs, too, before a clause of their own: "suspects the figures are wrong"."""
_THEY = re.compile(r"they\b", re.IGNORECASE)
"""Who was not named in the sentence."""
_OF_MIND = _words("doubts wishes claims hopes fears suspects dreads guesses reckons worries")
_NO_OBJECT = _words(
    "of about over that for on in among by from with and or to as at whether if how why remain persist exist arise"
    " against under within after before between concerning regarding not alone everywhere here there behind beyond"
    " during through throughout without since until into towards toward around across still also too only"
)
"""Words behind such a noun that begin no clause of which it would be the verb: "doubts about it were raised"."""
_BEFORE_NOUN = BEFORE_NOUNS - {"that", "to", "first", "next", "last"}
"""Words behind which one in -s is a noun, and none may be a verb: "no other candidates"."""
_ASKS = re.compile(rf"(?:\w+ly |also )*asks? (?:is|are|was|were|do|does|did|has|have|had|{_MODALS[:-1]})\b")
"""Behind a verb of asking, a question in its own words: "asks will members receive it"."""
_OBJECTS = _words("a an the this these those its all no two three four five")
_PARTED = re.compile(r"[;,] (?:(?:so|therefore|thus|hence|then|also) )*(?=[a-z])")
"""Behind these, in a clause of another subject, no verb has that subject: "is too long, should be cut"."""
_OF_WHOM = re.compile(r"(?:it|they) [a-z]+")
"""Behind something that is named: "as for L.3, it abstains"."""
_OF_THINGS = _words("is was should must")
"""Behind a gerund, of what it tells: "reporting on time, as Peru does, should be the rule"."""
_CAUSES = _words("due because owing according thanks further")
_NO_SUBJECT = re.compile(
    r"(?:refuse|decline|fail|trie|continue|intend|expect|tend|manage|struggle|need|lack|face|use|provide|prepare|receive)s"
    r" (?:to|an?|the|its|more|no|all)\b"
)
"""A verb of the State with its object, and no noun: "refuses to vote on what it has not read"."""
_LISTED = re.compile(r"[a-z]ed(?=[,.;])|:")
"""Figures with what was done, and no verb: "180 recommendations: 112 implemented, 40 rejected"."""
_DONE_ALONE = re.compile(r"(?:[a-z]+ed|paid|left|went|came)[.;]?$")
_DONE = re.compile(r"(?:\w+ly |also )*asked (?:about|by|why|whether|if|how|when|what|who)\b", re.IGNORECASE)
"""What somebody asked of who speaks: "Asked about costs, says there are none"."""
_TOLD_OF = re.compile(
    r"(?:\w+ly |Also )*(?:sends|shows|brings|tells|becomes|begins|grows|gets|breaks)\b", re.IGNORECASE
)
"""What a thing does of which the sentence before told, rather than who speaks: "Sends reminders"."""
_STILL = r"(?:(?:not|also|still|first|too|very|all|now|again|already|\w+ly) )*"
_IS_OF_WHOM = (
    rf"(?:{'|'.join(sorted(_FELT))}|in (?:favour|agreement|line|a position|no position)|of the (?:view|opinion)|against"
    r"|on record|at a loss|looking forward|sponsor|an? (?:member|party|sponsor|candidate|founder|observer)"
    r"|\w+ing (?:an?|the|its|to|for|on|with)\b|represented|not)"
)
_OF_IT = re.compile(
    rf"(?:(?:must|should|could|would|may|might|can|cannot|will|shall|needs? to|has to|ought to)(?:n[’']t)? {_STILL}be "
    rf"{_STILL}(?!{_IS_OF_WHOM})"
    rf"|(?:must|should|could|would|may|might)(?:n[’']t)? {_STILL}have been\b|(?:has|had)(?:n[’']t)? {_STILL}been\b"
    rf"|(?:has|had) {_STILL}(?!abstain|vot|agre|accept|object|withdraw|ask|appli|join|ratifi|sign|comment|answer|repl)"
    r"\w+ed(?= (?:since|by|in|from|over|twice)\b|[.,;]|$)"
    rf"|(?:is|was)(?:n[’']t)? {_STILL}(?!{_IS_OF_WHOM}))",
    re.IGNORECASE,
)
"""What is so, or is to be done, of a thing of which the sentence before told: "Must be translated first"."""
_SHARED = re.compile(r"[A-Z][a-z]+s [a-z]+ed by\b")
"""What was done to things, with no verb: "Costs shared by all"."""
_SHORTHAND = re.compile(r"(?<!\w)(?:w/o?|b/c|pls)(?!\w)|(?:^|[.;] )(?:NB|PS)\b")


def fronted(sentence: str) -> str:
    """What stands before the verb of a further sentence that has no subject, and can be told of who speaks."""
    joined = _CONNECTED.match(sentence)
    if joined is not None and (_TURNED.match(sentence) or _JUDGED.match(sentence)):
        return ""
    if joined is not None:
        return joined[0] if _is_bare(sentence[joined.end() :]) else ""
    small = sentence[:1].lower() + sentence[1:]
    for mark in re.finditer(", ", opening_of(small, Language.EN)):
        if sentence[mark.end() : mark.end() + 1].islower() and _is_bare(sentence[mark.end() :]):
            return sentence[: mark.end()]
    return ""


def is_headless(sentence: str) -> bool:
    """Whether a further sentence, that no other rule tells of who speaks, has or may have no subject."""
    plain = QUOTED.sub("”", sentence)
    if (
        _thinks(plain)
        or _THEY.match(plain)
        or _BARE_HEAD.match(plain)
        or _OF_IT.match(plain)
        or _SHARED.match(plain)
        or _VERBLESS.match(plain)
    ):
        return True
    begun = _FRONTED.match(plain)
    joined = _CONNECTED.match(plain)
    behind = [plain[one.end() :] for one in (joined, begun) if one is not None]
    if not _TURNED.match(plain) and any(_may_be_headless(one) or _DONE_ALONE.match(one) for one in behind):
        return True
    if (
        begun is not None
        and joined is None
        and _OF_WHOM.match(plain, begun.end())
        and acts(plain[begun.end() :].split()[1].strip(".;"))
    ):
        return True
    when = _WHEN.match(plain)
    if when is not None and _begins_with_verb(plain[when.end() :]):
        return True
    words = [one for one in _WORD.findall(plain) if not is_adverb(one)]
    if len(words) > 1 and is_third_person(words[0].casefold()) and words[1] in ("that", "whether", "if", "how", "why"):
        return True
    return is_fragment(plain) or (bool(words) and _is_past(words) and not _has_auxiliary(words[1:]))


def is_fragment(sentence: str) -> bool:
    """Whether a sentence begins with what somebody is, or with what was done, without a verb before it."""
    words = [one.casefold() for one in _WORD.findall(sentence) if one == "not" or not is_adverb(one)]
    first, behind = [*[one for one in words if one != "not"], "", ""][:2]
    if first in _NEEDED and behind in ("that", "to", "if", "for"):
        return True
    return (
        bool(_HELD.match(sentence))
        or (first in _FELT and behind != "and")
        or (first.endswith("ed") and first != "voted" and behind == "by")
    )


def is_unfit(sentence: str) -> bool:
    """Whether a note that continues its speaker's sentence does not begin with its verb: "in general supports it"."""
    opening = opening_of(sentence, Language.EN)
    words = [one.rstrip(".,;:").replace("'", "’") for one in sentence[len(opening) :].split()]
    first = next((one.casefold() for one in words if not is_adverb(one)), "")
    gerund = re.match(
        r"(?!having|being|speaking|regarding|concerning|following|considering)[a-z]+ing\b", opening, re.IGNORECASE
    )
    return not (is_third_person(first) or is_finite(first)) or (gerund is not None and first in _OF_THINGS)


def is_no_clause(sentence: str) -> bool:
    """Whether what is reported behind "that" has no subject: "that would help", "due to the cost cannot host"."""
    first = re.match(r"[a-z]+(?:n[’']t)?", sentence)
    if sentence[:1].isdigit() and not _has_auxiliary(_WORD.findall(sentence)) and _LISTED.search(sentence):
        return True
    if _thinks(sentence) or _NO_SUBJECT.match(sentence) or _ASKS.match(sentence) or _FEARS.match(sentence):
        return True
    if re.match(r"[a-z]+ed (?:it|they|he|she|there|that|the|an?)\b", sentence):
        return True
    return first is not None and (AUXILIARY.fullmatch(first[0]) is not None or first[0] in _CAUSES)


def _thinks(sentence: str) -> bool:
    """Whether the noun at the head may be the verb before a clause without "that": "doubts hub will last"."""
    words = [one for one in _WORD.findall(sentence) if not is_adverb(one)]
    if len(words) <= 2 or words[0].casefold() not in _OF_MIND:  # noqa: PLR2004
        return False
    behind = words[1]
    begins = behind[0].isalpha() and behind not in _NO_OBJECT and not is_finite(behind)
    return begins and any(is_finite(one) for one in words[2:])


def parts_headless(sentence: str) -> bool:
    """Whether behind a comma or a semicolon of a clause stands a verb without its subject."""
    plain = QUOTED.sub("”", sentence)
    return any(
        _may_be_headless(plain[one.end() :]) and _has_auxiliary(_WORD.findall(plain[: one.start()]))
        for one in _PARTED.finditer(plain)
    )


def is_answer(sentence: str) -> bool:
    """Whether a sentence tells that who speaks was asked, and what it says: "Asked about costs, says …"."""
    return bool(_DONE.match(sentence)) and any(
        _may_be_headless(sentence[one.end() :]) for one in re.finditer(", ", sentence)
    )


def is_asked(sentence: str) -> bool:
    """Whether a sentence begins with an auxiliary, and its subject may follow: "is Peru ready"."""
    first = sentence[:1].lower() + sentence[1:]
    return _ASKED.match(first) is not None


def is_of_thing(sentence: str) -> bool:
    """Whether a further sentence without a subject may be of a thing: "presents its database. Sends reminders"."""
    return _TOLD_OF.match(sentence) is not None or _OF_IT.match(sentence) is not None


def trails_off(sentence: str) -> bool:
    """Whether a predicate lacks an article or an object, or behind a semicolon a verb: "welcomes report; soon".

    Or its present tells what is to come, which no past would tell: "ratifies the Convention next month".
    """
    plain = QUOTED.sub("”", sentence)
    if (
        _COMING.match(plain)
        or _BARE_OBJECT.match(plain)
        or _BARE_SUBJECT.search(plain)
        or (":" in plain and _EXPLAINS.match(plain) and not has_verb(plain.split(":")[1]))
    ):
        return True
    return any(not has_verb(part) or _DONE_OF.match(part) for part in plain.split("; ")[1:])


def is_shorthand(sentence: str) -> bool:
    """Whether a sentence holds what is written in notes only: "w/"."""
    return _SHORTHAND.search(sentence) is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_bare(text: str) -> bool:
    told = _capital(text)
    return begins_with_act(told, Language.EN) or begins_with_auxiliary(told, Language.EN)


def _may_be_headless(text: str) -> bool:
    """Whether a text begins with what may be a verb without its subject."""
    words = [one for one in _WORD.findall(text) if not is_adverb(one)]
    first, behind = [*words, "", ""][:2]
    if not first.islower() or behind in ("by", "and"):
        return False
    if AUXILIARY.fullmatch(first):
        return True
    if (first.endswith("ed") or first in IRREGULAR.values()) and behind in _OBJECTS:
        return True
    third = is_third_person(first) and (is_present(first, behind) or behind in ("to", "that", "no", "more"))
    return third or (acts(first) and not base(first))


def _begins_with_verb(text: str) -> bool:
    first = re.match(r"[a-z]+", text)
    return _may_be_headless(text) or (first is not None and is_finite(first[0]))


def _is_past(words: list[str]) -> bool:
    """Whether the first word of a sentence is a verb of the past: "Sent comments", "Received no reply"."""
    first = words[0].casefold()
    done = first in IRREGULAR.values() or first.endswith("ed")
    return done and is_finite(first) and len(words) > 1 and words[1] not in (".", ",", ";", ":")


def has_verb(text: str) -> bool:
    """Whether a text has what may be a verb in it: an auxiliary, a past or a third person."""
    words = _WORD.findall(text.strip())
    told = [one for one, before in zip(words, ["", *words], strict=False) if before not in _BEFORE_NOUN]
    ending = words[-1:] if words and len(words) > 1 else []
    return any(
        AUXILIARY.fullmatch(one) or is_finite(one) or (is_third_person(one) and one not in ending) for one in told
    )


def _has_auxiliary(words: list[str]) -> bool:
    return any(AUXILIARY.fullmatch(one) for one in words)
