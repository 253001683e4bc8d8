"""A sentence of an English note with what it asserts besides its speaker's acts told as its speaker's word.

"Costs doubled in two years" would be the minutes' own opinion: "The representative added that costs doubled in two
years." What cannot be put so surely is left as it was noted, and named.
"""

import re
from dataclasses import replace

from nmirf_desktop.domain.english_headless import has_verb
from nmirf_desktop.domain.english_names import behind_that
from nmirf_desktop.domain.english_past import is_adverb
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_finite
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.noted_sentences import Told
from nmirf_desktop.domain.noted_speakers import Speaker, taken_up
from nmirf_desktop.i18n import Language

_VERBS = ("added that", "also said that")
"""The first words that report, the next ones, by turns."""
_BUT = re.compile(
    r"(?:(?:however|nevertheless|nonetheless|still|yet|even so),|but|yet|and yet,?) (?=\S)", re.IGNORECASE
)
_TOO = re.compile(
    r"(?:(?:moreover|furthermore|in addition|besides|also|likewise|similarly|again|additionally),|and) (?=\S)",
    re.IGNORECASE,
)
"""What "added" says already."""
_LAST = re.compile(r"(?:finally|lastly),? (?=\S)", re.IGNORECASE)
_SO = re.compile(
    r"(?:(?:therefore|hence|consequently|accordingly),?"
    r"|(?:thus|so|otherwise|instead|then|first|second|third|firstly|secondly|thirdly),) (?=\S)",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"(?:because|although|though|which|who|whose|whereas|while|since|as|unless|until|if|when|where|once|so that|such as"
    r"|like|especially|including|notably)\b(?![^;]*, )",
    re.IGNORECASE,
)
"""What depends on another clause, where none follows."""
_TURNED = re.compile(
    r"(?:so|nor|neither|never|not only|only then|here|rarely|seldom|hardly|more about|thanks|congratulations|welcome"
    r"|please) (?:is|was|are|were|do|did|does|has|had|have|will|would|can|could|to|for|the)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"it\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"it (?:is|was|would be|will be|has been|had been|seems|seemed|appears|appeared|remains|remained)"
    r" (?:(?:not|also|very|too|more|most|now|still|therefore|so) )*(?:important|essential|necessary|crucial|vital"
    r"|possible|impossible|premature|urgent|useful|good|better|best|time|difficult|hard|regrettable|unfortunate|clear"
    r"|unclear|unacceptable|likely|unlikely|late|early|right|wrong|appropriate|inappropriate|fair|unfair) "
    r"(?:to|that|for|whether)\b",
    re.IGNORECASE,
)
"""What is told of nobody: "it was important to adopt it"."""
_HE = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:^|\b(?:and|but|because|so|that|while|since|or) )"
    r"(?:(?:the|these|those|their|its|many|all|most|some|our"
    r"|other|few|two|three) )?(?:[a-z]+s|some|many|few|most|all|people)"
    r" (?:arrive|come|go|need|want|lack|cost|take|make|give|use|remain|pay|work|meet|know|say|think|get|see|keep|send"
    r"|show|fail|agree|wait|leave|exist|follow|differ|vary|suffer|depend|ask|help|share|deserve|disagree)\b"
)
"""A verb of several that is left in the present."""
_SAID = (
    r"(?:\w+ly |then |also )*(?:said|added|replied|responded|explained|answered|stated|announced|asked|reported|noted"
    r"|recalled|confirmed|clarified|proposed|ruled|suggested|declared|thanked|stressed|indicated|informed|invited)\b"
)
_ATTRIBUTED = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]his) (?:[a-z’'-]+ )?(?i:chair(?:person)?|vice-chair|secretariat|secretary|rapporteur"
    r"|president|presidency|coordinator|representative|observer|delegation|legal adviser)"
    rf"(?: of (?:the )?[A-Z]\w+)? {_SAID}"
)
_NAMED_SAID = re.compile(rf"(?:[A-Z][\w.’-]* ){{1,4}}{_SAID}(?= that\b)")
"""What somebody said who is named: it is attributed."""
_BUT_THE = re.compile(
    r", but (?=(?:the|this|these|those|there|no|it (?:is|was)|nobody|many|few|some|most|all|two|three) \S)"
)
"""Behind an act, what its speaker says against it."""
_CLAUSE = re.compile(
    r"\b(?:said|that|which|who|whose|what|whether|if|because|although|though|while|how|why|when|where|until|unless|thought"
    r"|believed|hoped|felt|understood|noted|trusted)\b|[:;(]"
)
"""Before it, what may report it, or of which it may be part."""
_STOP = re.compile(r"; (?=\S)")


def leading_english(by: Speaker) -> str:
    """Who speaks, as a sentence begins that tells what else was said; empty where nobody is known."""
    return by.again or (taken_up(by.name, Language.EN) if by.name else "")


def as_said_english(told: Told, lead: str, turn: int) -> tuple[Told, int]:
    """A sentence with what is no act of its speaker told as said, and how many of its note are by then.

    *lead* is who speaks, *turn* counts those before it. What cannot be told so is not told well.
    """
    if not lead or (not told.own and (told.text.startswith(f"{lead} ") or _is_attributed(told.text))):
        return told, turn
    plain = QUOTED.sub(lambda quoted: "”" * len(quoted[0]), told.text)
    told_that = plain.partition(" that ")[2] if told.own else plain
    if (not told.own and ": " in plain) or _is_done_or_does(told_that):
        return replace(told, well=False), turn
    places = [one.end() for one in _STOP.finditer(plain) if _is_open(plain[: one.start()])]
    ends = [*(one - 2 for one in places), len(plain)]
    parts = [told.text[start:end] for start, end in zip([0, *places], ends, strict=True)]
    if told.own:
        made, turn = _opposed(parts[0], lead, turn)
        parts = parts[1:]
    else:
        made, turn = _said(parts[0], lead, turn)
        parts = parts[1:]
    for part in parts:
        if told.own and not _begins_clause(part):
            made = f"{made}; {part}" if made else ""
            continue
        said, turn = _said(part, lead, turn)
        made = f"{made}. {said}" if made and said else ""
    return (replace(told, text=made), turn) if made else (replace(told, well=False), turn)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_AUXILIARY = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|not|never|to)\b)"
)
_MAY_BE_DONE = re.compile(
    r"(?:the |an? |all |its |our |most |many |some |no |two |three |[0-9]+ )?"
    rf"(?:{_NO_AUXILIARY}[a-z-]+ ){{0,2}}{_NO_AUXILIARY}[a-z-]+ "
    r"(?P<verb>[a-z]{3,}ed|sent|made|held|told|put|set)"
    r"(?=[.,;]?$| (?:in|on|by|twice|once|yet|since|last|again|at|already|early)\b)",
    re.IGNORECASE,
)
_DOES = _words(
    "agreed voted participated increased decreased improved worked failed responded replied arrived changed started"
    " ended continued happened remained existed objected abstained attended decided apologized apologised disappeared"
    " stopped succeeded waited lasted talked moved stayed opened closed collapsed expired needed opposed disagreed"
    " hesitated cooperated contributed travelled retired died resigned progressed returned appeared occurred"
    " acted intervened doubled tripled halved dropped"
)
"""What somebody does without an object."""


def _is_done_or_does(text: str) -> bool:
    """Whether a verb may be a participle that lacks its own: "all States consulted", "accounts audited in June"."""
    found = _MAY_BE_DONE.match(text)
    return found is not None and found["verb"] not in _DOES


def _is_attributed(text: str) -> bool:
    """Whether a sentence tells what somebody said who is named in it: "Peru said that"."""
    if _ATTRIBUTED.match(text):
        return True
    return _NAMED_SAID.match(text) is not None and behind_that(text) == f" {text}"


def _opposed(act: str, lead: str, turn: int) -> tuple[str, int]:
    """An act with what its speaker says against it behind "but": "supported it, but added that the date was early"."""
    found = _BUT_THE.search(QUOTED.sub(lambda quoted: "”" * len(quoted[0]), act))
    if found is None or _CLAUSE.search(act, 0, found.start()):
        return act, turn
    clause = act[found.end() :]
    if not _has_verb(_CLAUSE.split(clause, maxsplit=1)[0]) or "," in act[: found.start()]:
        return act, turn
    if clause.startswith("it ") and not _is_sure(clause, lead):
        return "", turn
    return f"{act[: found.end()]}added that {clause}", 1


def _is_open(before: str) -> bool:
    """Whether a semicolon behind a text parts its clauses, and no list or bracket."""
    return ":" not in before and before.count("(") == before.count(")")


def _begins_clause(part: str) -> bool:
    """Whether behind a semicolon stands a clause with a subject, sure or not, and no verb of who speaks."""
    words = [one for one in re.findall(r"[\w’'-]+", part) if one in ("no", "only") or not is_adverb(one)]
    first = words[0] if words else ""
    return not (is_finite(first) or AUXILIARY.fullmatch(first) or first in ("and", "or", "not", "in", "on"))


def _said(clause: str, lead: str, turn: int) -> tuple[str, int]:
    """A clause told as said of who speaks; empty where it is not sure."""
    last, but = _LAST.match(clause), _BUT.match(clause)
    joined = but or last or _TOO.match(clause)
    plain = clause[joined.end() :] if joined else clause
    so = _SO.match(plain)
    plain = plain[so.end() :] if so else plain
    told = behind_that(plain)
    if not told or not _is_sure(told.lstrip(", "), lead):
        return "", turn
    told = f", {so[0].lower().rstrip(', ')}, {told.lstrip(', ')}" if so else told
    if last:
        who = f"the{lead[3:]}" if lead.startswith("The ") else lead
        return f"{sentence_start(last[0].rstrip(', '))}, {who} said that{told}", turn
    if but:
        return f"{lead} said, however, that{told}", turn
    return f"{lead} {_VERBS[turn % 2]}{told}", turn + 1


def _has_verb(told: str) -> bool:
    return has_verb(told) or any(AUXILIARY.fullmatch(one) for one in re.findall(r"[a-z]+(?:n[’']t)?", told))


def _is_sure(told: str, lead: str) -> bool:
    """Whether a clause is one, and its subject is not who speaks."""
    if any(one.match(told) for one in (_OPENED, _TURNED, _HE)) or _PRESENT.search(told) or not _has_verb(told):
        return False
    return not (_IT.match(told) and lead == "The delegation" and not _NOBODY.match(told))
