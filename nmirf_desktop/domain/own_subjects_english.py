"""Sentences of an English note whose subject is the State that speaks, by its name, by "It" or "The delegation".

"Morocco thanks the Chair. It is ready to help." is told as the same without its subjects (:mod:`.noted_speech`): "The
representative of Morocco thanked the Chair. The representative said that the delegation was ready to help." A name
stays where its State does what no delegation does in the room ("Morocco hosted a workshop"). "It" takes up anything:
it is the State where what is told is a speaker's, and nothing named just before may do or be the same. Where that is
not sure, the sentence is to stand as it was noted.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from nmirf_desktop.domain.bare_sentences import SECOND_CLAUSE, begins_with_auxiliary
from nmirf_desktop.domain.english_past import AUXILIARY, acts, is_adverb, is_third_person, nominal
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
"""What a speaker is or feels, and no text or event."""
_OF_PERSONS = re.compile(
    r"(?:(?:also|again|fully|strongly|therefore|sincerely|warmly|deeply|still|too) )*"
    r"(?:thank(?:s|ed)|congratulate[sd]|wish(?:es|ed)|regret(?:s|ted)|urge[sd]|hope[sd]|appreciate[sd]|deplore[sd]"
    r"|commend(?:s|ed)|welcome[sd]|apologi[sz]e[sd]|oppose[sd]|object(?:s|ed)|agree[sd]|disagree[sd]|believe[sd]"
    r"|think|thinks|thought|doubt(?:s|ed)|wonder(?:s|ed)|insist(?:s|ed)|reiterate[sd]|abstain(?:s|ed)|support(?:s|ed)"
    r"|wants|wanted|endorse[sd]|look(?:s|ed) forward to"
    r"|(?:does|did) not (?:support|agree|accept|wish|want|object|oppose|think|believe|see)"
    r"|(?:will|would)(?: not)? (?:like|prefer|appreciate|welcome|vote|abstain|support|oppose|accept|withdraw"
    r"|be grateful|be (?:pleased|happy|glad) to)"
    r"|(?:can|could|cannot)(?: not)? (?:accept|agree|support|join|live with|go along))\b"
    r"|(?:has|had) (?:(?:no|some|serious|strong|several|a|two|further|other) )*"
    r"(?:objections?|doubts?|reservations?|concerns?)\b",
    re.IGNORECASE,
)
"""What no text does; "proposes", "asks" or "notes" a report may do as well."""
_PERSON = (
    r"(?:chair(?:person|man|woman)?|vice-chair|president|coordinators?|rapporteur|secretary|representatives?|delegates?"
    r"|colleagues|speakers?|experts?|participants?|members|delegations|interpreters?)\b"
)
_NOUN = re.compile(
    r"\b(?:the|an?|this|that|its|his|her|their|each|another|any|every|no)\s+"
    rf"(?!(?:[\w-]+\s+){{0,2}}{_PERSON}|next\b|same\b|moment\b|floor\b)[\w-]"
    r"|\b(?:paragraph|article|item|rule|section|annex|draft|option|part|document|text)\s+[\dA-Z]|\bL\.\d",
    re.IGNORECASE,
)
"""A noun that "it" may take up: no person."""
_TEXT = re.compile(
    r"\b(?:drafts?|texts?|documents?|reports?|papers?|notes?|letters?|proposals?|plans?|decisions?|resolutions?|agenda"
    r"|declaration|recommendations?|amendments?|minutes|records?|lists?|programmes?|annex|surveys?|studies|study|reviews?"
    r"|guidelines?|guidance|law|policy|strategy|framework|statements?|paragraph|article|item|rule|section|option|version"
    r"|wording|mandate|terms|L\.\d)\b",
    re.IGNORECASE,
)
"""What may ask or propose as a delegation does: no meeting or delay does."""
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


class Whose(Enum):
    """Whose a sentence is."""

    OWN = "the speaker's"
    NAMED = "the State's, by its name, and not at the head of the note"
    UNSURE = "the speaker's or another's"
    OTHER = "of another subject, or told by its name"


def speaks_for_state(called: Sequence[str]) -> bool:
    """Whether a State's delegation speaks, by how a note may call it."""
    return len(called) >= _STATE_NAMED and bool(_SPEAKS.match(called[0]))


def subjects(texts: Sequence[str], called: Sequence[str]) -> Iterator[tuple[Whose, int]]:
    """Of each sentence of a note whose it is, and how many letters of it name its subject, and go."""
    names, before, earlier = _names(called), Whose.OTHER, ""
    for place, text in enumerate(texts):
        before, cut = _sentence(text, names, before, earlier, first=place == 0)
        yield before, cut
        earlier = text[max(cut, _named_until(text, names)) :]


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


def _sentence(text: str, names: Sequence[str], before: Whose, earlier: str, *, first: bool) -> tuple[Whose, int]:
    if "?" in text:
        return Whose.OTHER, 0
    if (end := _named_until(text, names)) and text[end + 1 : end + 2].islower():
        return _named(text, end + 1, first=first)
    again = _AGAIN.match(text)
    if again is not None:
        return _taken_up(text, again, before, earlier, first=first)
    small = first and text[:1].islower()
    return (Whose.OWN if _bare(text) or (small and _is_own(text)) else Whose.OTHER), 0


def _taken_up(text: str, again: re.Match[str], before: Whose, earlier: str, *, first: bool) -> tuple[Whose, int]:
    """Whose a sentence is whose subject takes up something."""
    subject, predicate = again[1].casefold(), text[again.end() :]
    personal = _is_personal(predicate)
    if first:
        if subject == "the delegation":
            return _goes(text, again.end(), first=True)
        return (Whose.OWN if personal and subject == "it" else Whose.OTHER), 0  # it may be what was spoken of before
    if not (personal or (_is_own(predicate) and _is_told(predicate))):
        return Whose.OTHER, 0
    does = personal or subject != "it"
    known = subject != "they" and before in (Whose.OWN, Whose.NAMED)
    if not known or _may_be_another(earlier, None if does else predicate):
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


def _is_told(predicate: str) -> bool:
    """Whether a State may be meant by "it": not by what is told of things, "It is clear", "It was a good meeting"."""
    return re.match(r"(?:is|was|will be|would be|has been|had been)\b", predicate, re.IGNORECASE) is None


def _may_be_another(earlier: str, predicate: str | None) -> bool:
    """Whether what the sentence before speaks of may be meant; a *predicate* is given where things may do the same."""
    rest = f" {earlier[:1].lower()}{earlier[1:]}"
    if any(one[0] not in _NOBODY_CALLED for one in _CALLED.finditer(rest)) or _ACTORS.search(rest):
        return True
    if predicate is None:
        return False
    return bool((_TEXT if acts(_verb(predicate)) else _NOUN).search(rest))


def _bare(sentence: str) -> bool:
    """Whether a sentence is told well without a subject."""
    return begins_with_act(sentence, Language.EN) or begins_with_auxiliary(sentence, Language.EN)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
