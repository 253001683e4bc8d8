"""Sentences of an English note whose subject is the State that speaks, by its name, by "It" or "The delegation".

"Morocco thanks the Chair. It is ready to help." is told as the same without its subjects (:mod:`.noted_speech`): "The
representative of Morocco thanked the Chair. The representative said that the delegation was ready to help." A name
stays where its State does what no delegation does in the room ("Morocco hosted a workshop"). "It" takes up anything:
it is the State where what is told is a speaker's, and nothing named just before may do or be the same. Where that is
not sure, the sentence is to stand as it was noted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from nmirf_desktop.domain.bare_nouns import names_bare_thing
from nmirf_desktop.domain.bare_sentences import SECOND_CLAUSE, begins_with_auxiliary
from nmirf_desktop.domain.english_past import acts, is_adverb, nominal
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_third_person
from nmirf_desktop.domain.reported_speech import begins_with_act
from nmirf_desktop.domain.states_of_speakers import is_position, is_state
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SPEAKS = re.compile(r"(?:the|an?) (?:representative|observer|delegation)\b", re.IGNORECASE)
_STATE_NAMED = 3
"""With so many names, that of who speaks and those of its State, it is a State's delegation."""
_YEAR = re.compile(r"\b(?:in|since|from|until) (?:19|20)\d\d\b", re.IGNORECASE)
"""What a State did in some year, and not in the room."""
_PLURAL = re.compile(r"(?:are|were|have|do)(?:n[’']t)?\b", re.IGNORECASE)
_ATTITUDE = re.compile(
    r"(?:is|was|are|were|remains?) (?:(?:not|also|very|most|fully|still|always|deeply|particularly|truly|strongly"
    r"|extremely|more|than|quite|seriously) )*"
    r"(?:ready to (?!be\b|go\b|use\b)|(?:willing|prepared|determined|resolved|delighted|honoured|keen|eager|sorry) to\b"
    r"|(?:pleased|happy|glad|grateful|thankful|proud|hopeful|disappointed|surprised|worried|opposed|confident)\b"
    r"|satisfied (?:with|that)\b|convinced (?:of|that)\b|concerned (?:about|at|by|that)\b"
    r"|(?:interested in|committed to)\b|in favour\b|against\b|of the (?:view|opinion)\b|(?:not )?in a position to\b)",
    re.IGNORECASE,
)
"""What a speaker is or feels."""
_OF_PERSONS = re.compile(
    r"(?:(?:also|again|fully|strongly|therefore|sincerely|warmly|deeply|still|too) )*"
    r"(?:thank(?:s|ed)|congratulate[sd]|wish(?:es|ed)|regret(?:s|ted)|urge[sd]|hope[sd]|appreciate[sd]|deplore[sd]"
    r"|commend(?:s|ed)|welcome[sd]|apologi[sz]e[sd]|oppose[sd]|object(?:s|ed)|agree[sd]|disagree[sd]|believe[sd]"
    r"|think|thinks|thought|doubt(?:s|ed)|wonder(?:s|ed)|insist(?:s|ed)|reiterate[sd]|abstain(?:s|ed)|support(?:s|ed)"
    r"|wants|wanted|accept(?:s|ed)|endorse[sd]|look(?:s|ed) forward to"
    r"|(?:does|did) not (?:support|agree|accept|wish|want|object|oppose|think|believe|see)"
    r"|(?:will|would)(?: not)? (?:like|prefer|appreciate|welcome|vote|abstain|support|oppose|accept|withdraw"
    r"|be grateful|be (?:pleased|happy|glad) to)"
    r"|(?:can|could|cannot)(?: not)? (?:accept|agree|support|join|live with|go along))\b"
    r"|(?:has|had) (?:(?:no|some|serious|strong|several|a|two|further|other) )*"
    r"(?:objections?|doubts?|reservations?|concerns?)\b",
    re.IGNORECASE,
)
"""What is told of persons; much of it a tool, a law or a plan does, too."""
_ADVERBS = (
    r"(?:(?:not|also|again|very|most|more|than|quite|fully|still|always|too|truly|strongly|extremely|deeply|warmly"
    r"|sincerely|therefore|particularly|seriously) )*"
)
_DEEDS = (
    r"(?:(?:co-)?host|attend|chair)(?=[.;,]?$| (?:in|on|again|it|them)\b"
    r"|.*\b(?:meeting|session|workshop|seminar|conference|event|forum|training|visit)s?\b)"
    r"|join the consensus\b|take the floor\b|do so\b|(?:send|share|translate|present|explain|discuss|withdraw"
    r"|submit|circulate) (?:(?:it|them)\b|its (?:experiences?|views|practices?|comments|position)\b)"
)
"""What only a delegation is ready to do, with the verb alone or with what it is done to."""
_SAID_ONLY = (
    r"(?:thank|congratulate|explain|know|ask|speak|say|make|express|take the floor|state|withdraw|propose|add|stress"
    r"|recall|join)\b"
)
_OF_NO_THING = re.compile(
    rf"{_ADVERBS}(?:thank(?:s|ed)|congratulate[sd]|regret(?:s|ted)|apologi[sz]e[sd]|thinks?|thought|wonder(?:s|ed)"
    rf"|abstain(?:s|ed)|hope[sd](?! to\b)|wish(?:es|ed)(?! to\b(?! {_SAID_ONLY}))|looks? forward to|looked forward to"
    r"|(?:will|would)(?: not)?(?: also)? (?:like|prefer|vote|abstain|be grateful|be (?:pleased|happy|glad) to))\b"
    rf"|(?:is|was|remains?) {_ADVERBS}(?:(?:delighted|honoured|keen|eager|sorry) to\b"
    r"|(?:pleased|happy|glad|grateful|thankful|proud|hopeful|disappointed|surprised|worried)\b"
    r"|satisfied (?:with|that)\b|convinced (?:of|that)\b"
    rf"|(?:ready|willing|prepared) to (?:{_DEEDS}))",
    re.IGNORECASE,
)
"""What no tool, law or plan does."""
_OF_NO_DRAFT = re.compile(
    rf"{_ADVERBS}(?:object(?:s|ed)|agree[sd]|disagree[sd]|believe[sd]|wants|wanted|accept(?:s|ed)|doubt(?:s|ed)"
    r"|(?:does|did) not (?:support|agree|accept|wish|want|object|oppose|think|believe|see)"
    r"|(?:will|would)(?: not)? (?:accept|withdraw)|(?:will|would) not support"
    r"|(?:can|could|cannot)(?: not)? (?:accept|agree|join|live with|go along)|(?:cannot|(?:can|could) not) support)\b"
    r"|(?:has|had) (?:(?:no|some|serious|strong|several|a|two|further|other) )*"
    r"(?:objections?|doubts?|reservations?|concerns?)\b"
    rf"|(?:is|was|remains?) {_ADVERBS}(?:opposed to\b|concerned\b|willing to\b|in a position to\b"
    r"|ready to (?!(?:launch|print|publish|sign|adopt|send|share|circulate|translate|issue|read|table|submit|present"
    r"|file|finali[sz]e|distribute|download|install|open|begin|start|enter)\b))",
    re.IGNORECASE,
)
"""What a draft before the meeting does not do, and a tool or a plan may: "It has no objection to paragraph 3"."""
_ENDS = r"(?=\s*(?:[.,;:)]|$|(?:of|to|for|on|in|at|and|or|but|by|is|was|that|as|with|from|before|after|again)\b))"
"""Behind a noun that stands alone: not "the draft law", "a support tool"."""
_DRAFT = re.compile(
    r"\b(?:(?:the|this|that|its|an?)\s+(?:[\w-]+\s+)?(?:draft|text|proposal|amendment|motion|paragraph|wording|version"
    r"|option|article)(?:\s+(?:resolution|decision|declaration|text|amendment|proposal|paragraph|agenda|report))?"
    rf"|(?:paragraph|article|draft|option|amendment|rule|section|annex|text))(?:\s+(?:L\.)?\d+)?{_ENDS}|\bL\.\d+",
    re.IGNORECASE,
)
"""What is before the meeting: on it positions are taken."""
_BEFORE_MEETING = (
    r"(?:(?:the|this|that) (?:[\w-]+ )?(?:draft|text|proposal|amendment|motion|paragraph)"
    r"(?: (?:resolution|decision|declaration|text|amendment|proposal))?"
    r"|(?:paragraph|article|draft|amendment))(?: (?:L\.)?\d+)?"
)
_ON_DRAFT = re.compile(
    rf"{_ADVERBS}(?:(?:supports?|supported|oppose[sd]|endorse[sd]|reject(?:s|ed)|welcome[sd]"
    rf"|(?:is|was|remains?) {_ADVERBS}(?:in favour of|against)) (?:{_BEFORE_MEETING}|L\.\d+)"
    rf"|(?:is|was|remains?) {_ADVERBS}(?:in favour|against))(?=\s*(?:[.,;]|$)| as (?:a whole|amended|it stands)\b)",
    re.IGNORECASE,
)
"""A position on what is before the meeting: one draft or amendment takes none on another."""
_NOTHING = re.compile(
    r"\b(?:the|an?|this|that|its|his|her|no|any|another|one|some|more|much)\s+(?:[\w-]+\s+)?(?:delays?|dates?|days?|time|vote"
    r"|elections?|visas?|deadline|consensus|opportunity|occasion|chance|questions?|comments?|morning|afternoon|week"
    r"|month|year|end|beginning|honour|pleasure|remarks?|place|way|objections?|concerns?|doubts?"
    rf"|reservations?|thanks|gratitude|appreciation|regrets?|support){_ENDS}",
    re.IGNORECASE,
)
"""What does nothing that is told of who speaks."""
_PERSON = (
    r"(?:chair(?:person|man|woman)?|vice-chair|president|coordinators?|rapporteur|secretary|representatives?|delegates?"
    r"|colleagues|speakers?|experts?|participants?|members|delegations|interpreters?|ambassadors?|ministers?"
    r"|focal points?)\b"
)
_NOUN = re.compile(
    r"\b(?:the|an?|this|that|its|his|her|their|our|my|each|another|any|every|no|one|some|new|own|national|\w+[’']s)\s+"
    rf"(?!(?:[\w-]+\s+){{0,2}}{_PERSON}|next\b|same\b|moment\b|floor\b)[\w-]"
    r"|\b(?:paragraph|article|item|rule|section|annex|draft|option|part|document|text)\s+[\dA-Z]|\bL\.\d"
    r"|\b(?:software|legislation|guidance|training|funding|assistance|cooperation|technology|data|information"
    r"|equipment|infrastructure|research|material)\b",
    re.IGNORECASE,
)
"""A noun that "it" may take up: no person."""
_TEXT_SPEAKS = re.compile(
    r"\b(?:presents?|presented|introduce[sd]?|submit(?:s|ted)?|reads?|quote[sd]?|cite[sd]?|refer(?:s|red)? to"
    r"|recall(?:s|ed)|mention(?:s|ed)|circulate[sd]?|publish(?:es|ed)|issue[sd]|receive[sd]|sends?|sent|adopt(?:s|ed)|sign(?:s|ed))\b.*"
    r"\b(?:letter|newsletter|message|statement|declaration|resolution|speech|e-mail|opinion|communiqué|report|paper|note|study"
    r"|survey|handbook|book|review|recommendation|decision)s?\b",
    re.IGNORECASE,
)
"""A text of which is told, in which somebody may thank or regret."""
_ACTORS = re.compile(
    r"(?<!\bto )\b(?:committee|secretariat|group|bureau|council|government|country|state|network|programme|ministry"
    r"|centre|institute|organi[sz]ation|union|agency|foundation|assembly|commission|team|region|delegation|host|office|OHCHR"
    r"|partner|mechanism|member|kingdom|republic|speaker|parliament|court|university|institution|authority|association"
    r"|federation|body|society|board|panel|force|presidency|company|department|division|sector)\b",
    re.IGNORECASE,
)
"""Who else may be ready or grateful; behind "to" stands a verb, "ready to host"."""
_CALLED = re.compile(r"(?<=[\s’'(])(?<!Ms\. )(?<!Mr\. )(?<!Mrs\. )(?<!Dr\. )[A-Z][^\W\d_]+")
_NOBODY_CALLED = _words(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday English French Spanish Arabic Chair Chairperson Vice-Chair President Coordinator"
    " Rapporteur Ms Mr Mrs Dr Declaration Agenda Article"
)
"""Words with a capital that are no State and no body."""
_AGAIN = re.compile(r"(It|The delegation|They)\s+(?=\S)", re.IGNORECASE)
"""What may take up the State; "They" a State and others, or others."""
_SINGULAR = {"have": "has", "do": "does", "wish": "wishes"}
_IT = " it "
"""How a sentence begins behind which "it" is what was spoken of before the note."""


class Whose(Enum):
    """Whose a sentence is."""

    OWN = "the speaker's"
    NAMED = "the State's, by its name, and not at the head of the note"
    UNSURE = "the speaker's or another's"
    OTHER = "of another subject, or told by its name"


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What stands before a sentence: the one just before, and all since the State was named, without their subjects."""

    just: str = ""
    since: tuple[str, ...] = ()

    def then(self, sentence: str, *, anew: bool) -> "_Earlier":
        """The same with a further sentence; *anew* where the State is named in it."""
        return _Earlier(sentence, (sentence,) if anew else (*self.since, sentence))


def speaks_for_state(called: Sequence[str]) -> bool:
    """Whether a State's delegation speaks, by how a note may call it."""
    return len(called) >= _STATE_NAMED and bool(_SPEAKS.match(called[0]))


def subjects(texts: Sequence[str], called: Sequence[str]) -> Iterator[tuple[Whose, int]]:
    """Of each sentence of a note whose it is, and how many letters of it name its subject, and go."""
    names, before, earlier = _names(called), Whose.OTHER, _Earlier()
    for place, text in enumerate(texts):
        before, cut = _sentence(text, names, before, earlier, first=place == 0)
        yield before, cut
        named = _named_until(text, names)
        earlier = earlier.then(text[max(cut, named) :], anew=named > 0)


def _names(called: Sequence[str]) -> tuple[str, ...]:
    """How a note may name the State or its delegation, the longer names first."""
    states = [one for each in called[1:] if each for one in (each, *_shortly(each))]
    found = {*called, *states, *(f"the delegation of {one}" for one in states)}
    return tuple(sorted(filter(None, found), key=len, reverse=True))


def _shortly(state: str) -> tuple[str, ...]:
    """A State's name as it is spoken: "the Netherlands" for "Netherlands (Kingdom of the)", "the United States"."""
    found = re.match(r"(?:the )?(United (?:States|Kingdom)|[^(]+(?= \())\b", state)
    return (found[1], f"the {found[1]}") if found else ()


def _named_until(text: str, names: Sequence[str]) -> int:
    """Where the name of the State ends with which a sentence begins; 0 where it begins with another word."""
    plain = text.replace("'", "’").casefold()
    return next((len(one) for one in names if plain.startswith(f"{one.casefold()} ")), 0)


def _sentence(text: str, names: Sequence[str], before: Whose, earlier: _Earlier, *, first: bool) -> tuple[Whose, int]:
    if "?" in text:
        return Whose.OTHER, 0
    if (end := _named_until(text, names)) and text[end + 1 : end + 2].islower():
        return _named(text, end + 1, first=first)
    again = _AGAIN.match(text)
    if again is not None:
        return _taken_up(text, again, before, earlier, first=first)
    small = first and text[:1].islower()
    return (Whose.OWN if _bare(text) or (small and _is_own(text)) else Whose.OTHER), 0


def _taken_up(text: str, again: re.Match[str], before: Whose, earlier: _Earlier, *, first: bool) -> tuple[Whose, int]:
    """Whose a sentence is whose subject takes up something."""
    subject, predicate = again[1].casefold(), text[again.end() :]
    personal = _is_personal(_singular(predicate) if subject == "they" else predicate)
    if first:
        if subject == "the delegation":
            return _goes(text, again.end(), first=True)
        return (Whose.OWN if personal and subject == "it" else Whose.OTHER), 0  # it may be what was spoken of before
    if not (personal or (_is_own(predicate) and _is_told(predicate))):
        return Whose.OTHER, 0
    known = subject != "they" and before in (Whose.OWN, Whose.NAMED)
    if not known or _may_be_another(earlier.just) or (subject == "it" and _may_be_thing(earlier, predicate)):
        return Whose.UNSURE, 0
    made = _goes(text, again.end(), first=False)
    return made if made[1] else (Whose.UNSURE, 0)


def _named(text: str, end: int, *, first: bool) -> tuple[Whose, int]:
    """Whose a sentence is that names the State, up to a place, before its predicate."""
    predicate = text[end:]
    verb = _verb(predicate)
    if not (is_third_person(verb) or AUXILIARY.fullmatch(verb) or verb.endswith("ed")) or nominal(_capital(predicate)):
        return Whose.OTHER, 0
    in_room = _is_personal(predicate) or is_position(predicate) or (acts(verb) and not is_state(predicate, Language.EN))
    goes = _goes(text, end, first=first) if in_room else (Whose.OTHER, 0)
    return goes if goes[1] else (Whose.OWN if first else Whose.NAMED, 0)


def _goes(text: str, end: int, *, first: bool) -> tuple[Whose, int]:
    """Whether a subject that ends at a place is told of who speaks, and goes."""
    predicate = text[end:]
    own = _is_own(predicate) and not SECOND_CLAUSE.search(predicate) and (first or _bare(_capital(predicate)))
    return (Whose.OWN, end) if own else (Whose.OTHER, 0)


def _is_own(predicate: str) -> bool:
    """Whether a predicate is told as a delegation's: an act by saying so, or what is reported as said."""
    if _PLURAL.match(predicate):
        return False
    if acts(_verb(predicate)) and begins_with_act(_capital(predicate), Language.EN):
        return not _YEAR.search(predicate.partition(" that ")[0])
    if not begins_with_auxiliary(_capital(predicate), Language.EN):
        return is_state(predicate, Language.EN) or bool(_OF_PERSONS.match(predicate) and _bare(_capital(predicate)))
    return is_state(predicate, Language.EN) or is_position(predicate) or bool(_OF_PERSONS.match(predicate))


def _verb(predicate: str) -> str:
    return next((one for one in re.findall(r"[^\W\d_]+", predicate) if not is_adverb(one)), "")


def _is_personal(predicate: str) -> bool:
    return bool(_ATTITUDE.match(predicate) or _OF_PERSONS.match(predicate))


def _singular(predicate: str) -> str:
    """What several do, as one does it: "supports", "has concerns", "does not agree"."""
    verb = _verb(predicate)
    one = _SINGULAR.get(verb, verb if AUXILIARY.fullmatch(verb) or verb.endswith("ed") else f"{verb}s")
    return predicate.replace(verb, one, 1)


_OF_THINGS = re.compile(
    r"(?:is|was|will be|would be|has been|had been|meets|met|holds|held|runs|ran|works|worked|receives|received"
    r"|comes|came|takes part|took part|sets up)\b",
    re.IGNORECASE,
)
"""What is told of things, too."""


def _is_told(predicate: str) -> bool:
    """Whether a State may be meant by "it": not by what is told of things, "It is clear", "It was a good meeting"."""
    return _OF_THINGS.match(predicate) is None


def _may_be_another(earlier: str) -> bool:
    """Whether a State, a body or a thing by its name, of which the sentence before speaks, may be meant."""
    rest = _behind(earlier)
    return any(one[0] not in _NOBODY_CALLED for one in _CALLED.finditer(rest)) or bool(_ACTORS.search(rest))


def _may_be_thing(earlier: _Earlier, predicate: str) -> bool:
    """Whether a thing of which the sentences before speak may do or be what a *predicate* tells."""
    rest = [_behind(one) for one in earlier.since]
    if _OF_NO_THING.match(predicate):
        return any(_TEXT_SPEAKS.search(one) for one in rest)
    if any(one.startswith(_IT) and not _OF_NO_THING.match(one, len(_IT)) for one in rest):
        return True
    for one in _harmless(predicate):
        rest = [one.sub("", sentence) for sentence in rest]
    if any(_NOUN.search(one) for one in rest):
        return True
    return not _ON_DRAFT.match(predicate) and any(names_bare_thing(one) for one in rest)


def _harmless(predicate: str) -> tuple[re.Pattern[str], ...]:
    """The nouns that a sentence before may hold, though "it" tells such a predicate."""
    if _OF_NO_DRAFT.match(predicate) or _ON_DRAFT.match(predicate):
        return _DRAFT, _NOTHING
    return (_NOTHING,) if _is_personal(predicate) or acts(_verb(predicate)) else ()


def _behind(earlier: str) -> str:
    """A sentence before, as what stands behind its subject."""
    return f" {earlier[:1].lower()}{earlier[1:]}"


def _bare(sentence: str) -> bool:
    """Whether a sentence is told well without a subject."""
    return begins_with_act(sentence, Language.EN) or begins_with_auxiliary(sentence, Language.EN)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
