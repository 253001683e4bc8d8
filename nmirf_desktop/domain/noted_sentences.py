"""One sentence of a rapporteur's note as minutes tell it: of its speaker, in its tense, and whether that is sure."""

import re
from dataclasses import dataclass, replace

from nmirf_desktop.domain.acts_on_itself import is_done_to_thing
from nmirf_desktop.domain.agreeing import Agreed, agreeing, agreeing_clause, may_tell_masculine, tells_of_another
from nmirf_desktop.domain.bare_acts import is_bare_act, tells_of_thing
from nmirf_desktop.domain.bare_clauses import lacks_article
from nmirf_desktop.domain.bare_sentences import begins_with_auxiliary, is_of_another, may_begin_with_verb
from nmirf_desktop.domain.broken_sentences import (
    begins_with_subject,
    breaks_off,
    lacks_subject,
    speaks_as_he,
    takes_up_state,
)
from nmirf_desktop.domain.english_headless import (
    fronted,
    is_answer,
    is_asked,
    is_fragment,
    is_headless,
    is_no_clause,
    is_of_thing,
    is_shorthand,
    is_unfit,
    parts_headless,
    trails_off,
)
from nmirf_desktop.domain.english_past import has_subject, in_past, nominal
from nmirf_desktop.domain.english_present import holds_present, left_in_present
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_third_person
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb
from nmirf_desktop.domain.intentions import announcing
from nmirf_desktop.domain.left_masculine import changes, masculine
from nmirf_desktop.domain.missing_articles import is_telegraphic
from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.domain.noted_abbreviations import is_shortened
from nmirf_desktop.domain.noted_speakers import Speaker, again
from nmirf_desktop.domain.reported_speech import Kind, begins_with_act, opening_of
from nmirf_desktop.domain.spanish_sentences import may_be_of_speaker
from nmirf_desktop.domain.states_of_speakers import asks, is_at_home, is_state, may_be_either, offering, saying
from nmirf_desktop.domain.subjects_last import ends_with_subject
from nmirf_desktop.domain.who_is_meant import is_unclear
from nmirf_desktop.i18n import Language

_BEING = re.compile(r"\b(?:été|être|étant(?! donné)|siendo|sido|ser|estar|estado|estando)\s", re.IGNORECASE)
"""In an adverbial, before what would have to agree: « ayant été élu, remercie les délégations »."""
_BEING_SO = re.compile(
    r"(?:^|, )(?:étant|ayant été|siendo|estando|habiendo sido) "
    r"(?!donné|entendu|(?:en|les?|la|d[eu]|des|à|aux?|une?|son|sa|plus|que|parmi|tout|el|los|las|su|un|una|así)\b|[ldq][’'])"
)
"""Behind a comma, before what would have to agree: « préfère attendre, étant nouveau »."""
_OF_SAYING = re.compile(
    r"(?:au nom|pour sa part|(?:par|en) conséquen|toutefois|cependant|néanmoins|en outre|de plus|enfin"
    r"|(?:tout )?d[’']abord"
    r"|ensuite|premièrement|sur (?:ce|le|la|l[’'])|(?:à|sous) (?:cet|ce)|en ce qui concerne|concernant|s[’']agissant"
    r"|pour (?:conclure|terminer|ce qui)|en (?:conclusion|réponse|tant que|qualité)|par ailleurs|comme|répondant"
    r"|s[’']exprimant"
    r"|prenant la parole|parlant|intervenant|en nombre|por (?:su parte|tanto|lo tanto|consiguiente|último|otra parte"
    r"|otro lado)"
    r"|en (?:consecuencia|primer lugar|cuanto|calidad|respuesta|conclusión|relación)|sin embargo|no obstante|además"
    r"|asimismo"
    r"|finalmente|primero|después|al? (?:es[et]e? )?respecto|sobre|con respecto|para (?:concluir|terminar)"
    r"|respondiendo|hablando"
    r"|tomando la palabra)",
    re.IGNORECASE,
)
"""An adverbial that belongs to the saying; any other belongs to what is said: « en 2024, a ratifié la Convention »."""
_NOT_OF_SPEAKER = {
    Language.EN: re.compile(r"(?!)"),
    Language.FR: re.compile(
        r"vote (?:à|par|en)\b|(?:demande|offre|proposition|réponse|note) (?:du |de la |de l[’']|des )(?-i:[A-ZÀ-Þ])"
        r"|(?:mais |et |donc )?(?:on|l[’']on)\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:duele|gusta|importa|molesta|sorprende|crece|preocupa|convence|corresponde|extraña|alegra|interesa"
        r"|conviene(?! en\b| con\b)|urge|basta|toca|procede|cabe)n? ",
        re.IGNORECASE,
    ),
}
"""A noun that reads as a verb, those present whom « on » means, and what a thing does to who speaks."""
_MASCULINE = re.compile(r"(?:le|el) (?!\w+ion\b)")
_DELEGATION = re.compile(r"la délégation\b")
"""Of a State that is named: its short name, with its article, is the second by which a note may call it."""
_AT_HOME = re.compile(
    r"(?:Elle )?dit (qu’elle )a (?:(?:déjà|aussi|également|récemment) )*(?:adopté|ratifié|promulgué|signé|créé|établi"
    r"|institué|instauré|abrogé|aboli|révisé|modifié|construit|élu)\b"
)
"""What a State did, and its delegation in the room does not."""
_PERSON = re.compile(r"The (?:representative|observer)\b")
_IMPERSONAL = (
    r"(?:was|is|would be|had been|remained|seemed|became)(?:n[’']t)? (?:not )?"
    r"(?:\w+ly |very |too |most |so |also |still )*"
    r"(?:important|necessary|essential|crucial|vital|useful|useless|good|better|best|time|possible|impossible|difficult"
    r"|hard|easy|urgent|premature|early|late|soon|clear|unclear|true|likely|unlikely|interesting|regrettable"
    r"|unfortunate|appropriate|desirable|helpful|wise|worth|preferable|advisable|imperative|obvious|evident|logical"
    r"|fair|unfair|strange|sad|a pity|high time|up to|for the)\b"
)
_OF_DELEGATION = re.compile(
    r" (?:would|could|might|should|must|did|needed|wanted"
    r"|had (?:no|a|an|the|some|doubts|difficult\w+|reservations|concerns|to)"
    r"|was(?! (?:\w+ly |also |still |now |not )*(?!going\b)\w+ing\b))(?:n[’']t)?\b"
)
"""Behind who speaks, what its delegation will do, may do, is or feels, and no act of its State."""
_SAID_SO = re.compile(rf"\bsaid that (?:it|the delegation)\b(?! {_IMPERSONAL})")
_ITS_OWN = re.compile(
    r"^(?P<verb>(?:[a-z]+ly )?(?:withdrew|reserved|reiterated|reaffirmed|recalled|renewed|restated|repeated|explained"
    r"|expressed|maintained|changed|confirmed|announced|stated|gave|offered|presented)) its "
    r"(?=(?:[a-z]+ )?(?:position|support|objections?|amendments?|proposals?|opposition|reservations?|concerns?|vote"
    r"|candidature|statement|views?|sponsorship|requests?|questions?|appreciation|gratitude|thanks|commitment|preference"
    r"|right|readiness|willingness|intention|hope|regret|disappointment|surprise|satisfaction)\b)"
)
"""What a delegation has in the room, behind the verb of its representative, who is no "it"."""
_ITS = re.compile(r"^(?P<that>(?:[a-z]+ that )?)[Ii]ts (?=[a-z])")
"""What a State has at home, as the subject of what is said."""
_WITHOUT = re.compile(r", (?:without|sans|sin) [^,.;]+ (?:no|pas|point) ")
"""A judgement behind an act: “sin fondos no hay red”."""
_LACKS_TO = re.compile(
    r"(?:propose|recommend|suggest|ask|request)(?:s|d|ed)? (?:delete|adopt|postpone|defer|add|remove|keep|vote|change"
    r"|merge|move|replace|create|hold|wait|drop|insert|amend)\b",
    re.IGNORECASE,
)
"""An act whose object is a verb in its bare form: "propose delete paragraph 3"."""
_ARTICLE = re.compile(r"(?:L[ae]s?|Une?|Ce(?:t|tte)?|Elle|Il) |L[’']")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it is told, whether it is told *well*, and whether what is told in it *agrees* with who speaks.

    *own* says that who speaks is its subject. *of_state* that it is told of the State, *as_noted* that it stands behind
    a colon.
    """

    text: str
    well: bool
    agrees: bool = True
    own: bool = True
    of_state: bool = False
    as_noted: bool = False


def told_of(text: str, kind: Kind | None, language: Language, by: Speaker, named: str = "") -> Told:
    """A sentence as it is told; *kind* is that of a note's first one. A further one begins with who is *named*."""
    opened = fronted(text) if language is Language.EN and kind is None else ""
    if opened:
        return _behind(
            opened, told_of(sentence_start(text[len(opened) :]), None, language, by, named), named or by.again
        )
    bare = kind is None and _is_bare(text, language)
    led = _leading(text, language) if language is Language.FR and not bare and kind is None else ""
    well = led or not bare or language is Language.EN or begins_with_own_verb(small(text), language)
    bare = bare or bool(led)
    verb_first = bare or kind is Kind.CONTINUED
    if _is_of_others(text, kind, language, verb_first=verb_first):
        return Told(text, well=False)
    who = named or by.again
    said = small(text) if bare and who else text
    opening = opening_of(said, language)
    well = bool(well and (not bare or language is Language.ES or who)) and _is_whole(
        text, kind, language, by, bare=bare
    )
    well = well and not (kind is Kind.CONTINUED and asks(said[len(opening) :], language))
    well = well and not (verb_first and may_be_either(said[len(opening) :], language))
    agreed = (_agreed if by.feminine else _of_masculine)(said, kind, language, by, bare=bare)
    said = agreed.text
    if verb_first and is_state(said[len(opening) :], language):
        reports = saying(language, _pronoun(by, language, bare=bare), later=bare)
        said, reported = _as_word(said, opening, language, reports, alone=bare and not who)
        well = well and reported
    if language is Language.EN:
        said, past = _in_english(said, text, kind, by, bare=bare)
        well = well and past
    if verb_first or (language is Language.ES and kind is None and begins_with_own_verb(small(text), language)):
        said, sure = announcing(said, language, _pronoun(by, language, bare=bare), text)
        well = well and sure
    said = _naming(said, text, language, by, first=kind is not None)
    if led and who:
        subject = small(who) if _ARTICLE.match(f"{who} ") else who
        said, who = f"{sentence_start(led)}{subject} {said[len(led) :]}", ""
    told = f"{who} {said}" if bare and who else said
    made = Told(told, well and agreed.sure, agreed.sure, kind is not None or bare)
    return replace(made, text=text) if language is Language.EN and not (made.own or made.well) else made


def _naming(said: str, noted: str, language: Language, by: Speaker, *, first: bool) -> str:
    """A sentence with who is meant by his name, where he is not who speaks."""
    return _by_name(said, noted, by, first=first) if language is Language.EN else _of_state(said, language, by)


def _is_of_others(text: str, kind: Kind | None, language: Language, *, verb_first: bool) -> bool:
    """Whether a sentence that begins with its verb is, or may be, of a thing or of a subject behind it."""
    begins = verb_first or kind is None
    if begins and is_done_to_thing(text, language):
        return True
    last = language is Language.ES and begins and ends_with_subject(text)
    if last and (verb_first or begins_with_own_verb(small(text), language)) and not begins_with_subject(text, language):
        return True
    return verb_first and is_of_another(sentence_start(text), language)


def _is_bare(text: str, language: Language) -> bool:
    """Whether a further sentence has no subject, and plainly begins with the verb of who speaks."""
    if begins_with_act(text, language) or is_bare_act(text, language):
        return True
    return begins_with_auxiliary(text, language) and not tells_of_thing(text, language)


def _of_masculine(said: str, kind: Kind | None, language: Language, by: Speaker, *, bare: bool) -> Agreed:
    """A sentence of a body whose name is masculine; not sure where something is told of it in the feminine."""
    own = bare or kind is not None
    masculine_name = own and language is not Language.EN and _MASCULINE.match(by.name)
    return Agreed(said, sure=not (masculine_name and tells_of_another(said, len(opening_of(said, language)), language)))


def _of_state(said: str, language: Language, by: Speaker) -> str:
    """A French sentence of a delegation with what its State did at home told of the State: no delegation does it."""
    found = _AT_HOME.match(said) if language is Language.FR and _DELEGATION.match(by.name) else None
    if found is None or len(by.called) == 1:
        return said
    named = by.called[1]
    that = "qu’" if named[:1] in "AEIOUYÉaeiouyé" else "que "
    return f"{said[: found.start(1)]}{that}{named} {said[found.end(1) :]}"


def _by_name(said: str, noted: str, by: Speaker, *, first: bool) -> str:
    """An English sentence whose speaker is a person with who is meant behind "said that": "it" would be the person.

    A body, and a State where it tells what that did, stand there by their names, else its delegation; what was noted
    so stays. "Its" is the State's in the *first* sentence of a note: further on it may be that of another.
    """
    _, *names = by.called
    if _PERSON.match(by.again):
        said = _ITS_OWN.sub(r"\g<verb> the delegation’s ", said, count=1)
        own = first and names and not names[0].endswith("s")
        said = _ITS.sub(rf"\g<that>{names[0]}’s ", said) if own else said
    if not (by.itself or _PERSON.match(by.again)) or _SAID_SO.search(noted):
        return said

    def named(found: re.Match[str]) -> str:
        of_delegation = _OF_DELEGATION.match(said, found.end()) or not names
        return f"said that {by.itself or ('the delegation' if of_delegation else names[0])}"

    return _SAID_SO.sub(named, said)


def _behind(opened: str, made: Told, who: str) -> Told:
    """An English sentence that is told of *who*, behind what it begins with: "However, the representative …"."""
    told = in_past(opened, verb_first=False)
    return replace(made, text=f"{told}{small(made.text)}", well=made.well and bool(who) and not holds_present(told))


def _is_whole(text: str, kind: Kind | None, language: Language, by: Speaker, *, bare: bool) -> bool:
    """Whether a sentence lacks nothing: no subject that may be who speaks, no article, no verb."""
    clause = kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL) or (kind is None and not bare)
    if is_shortened(text, language) or _NOT_OF_SPEAKER[language].match(text):
        return False
    if language is not Language.EN and text.rstrip(" ”»\u00a0").endswith("?"):
        return False
    if _LACKS_TO.match(text) or _WITHOUT.search(text):
        return False
    if is_unclear(text, language, verb_first=bare or kind is Kind.CONTINUED, feminine=by.feminine):
        return False
    if kind is None and not bare and _may_be_of_speaker(text, language, by):
        return False
    behind_that = kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL) and lacks_article(f"que {text}", language)
    return not behind_that and not is_telegraphic(text, language) and not breaks_off(text, language, clause=clause)


def _as_word(said: str, opening: str, language: Language, reports: str, *, alone: bool) -> tuple[str, bool]:
    """What a State is or does, told as the word of who speaks, and whether that is well; *alone* it begins with it."""
    told = said[len(opening) :]
    well = bool(reports) and (language is Language.EN or not opening or _OF_SAYING.match(opening) is not None)
    if alone and reports:
        reports, told = sentence_start(reports), small(told)
    told = in_past(told, verb_first=True) if language is Language.EN else told
    return f"{opening}{reports}{told}", well


def _in_english(said: str, text: str, kind: Kind | None, by: Speaker, *, bare: bool) -> tuple[str, bool]:
    """An English sentence in the past, and whether all of it is; *text* is how it was noted."""
    verb_first = bare or kind is Kind.CONTINUED
    said = _past(said, by, verb_first=verb_first)
    said, sure = offering(said) if verb_first else (said, True)
    return said, sure and _is_past(said, verb_first=verb_first) and not _lacks(text, kind, bare=bare)


def _leading(text: str, language: Language) -> str:
    """The adverbial of a further sentence whose act has no subject behind it: « Sur le fond, appuie le texte »."""
    opening = "" if language is Language.EN else opening_of(small(text), language)
    act = sentence_start(text[len(opening) :])
    acts = begins_with_act(act, language) or is_bare_act(act, language)
    return small(text)[: len(opening)] if opening and acts and "," not in opening[:-2] else ""


def _may_be_of_speaker(text: str, language: Language, by: Speaker) -> bool:
    """Whether a further sentence that is not plainly of who speaks may be, and then lacks its subject or its gender."""
    if language is Language.ES and may_be_of_speaker(text, feminine=by.feminine):
        return True
    lacks = lacks_subject(text, language) and not (language is Language.ES and _leading(text, language))
    if may_begin_with_verb(text, language) or lacks or is_at_home(text, language):
        return True
    return by.feminine and may_tell_masculine(small(text), language)


def _agreed(said: str, kind: Kind | None, language: Language, _by: Speaker, *, bare: bool) -> Agreed:
    """A sentence with what agrees with its feminine speaker: of its own predicate, or of what is reported by "that"."""
    if bare or kind is Kind.CONTINUED:
        opening = opening_of(said, language)
        being = any(changes(said, one.end(), language) for one in _BEING.finditer(opening))
        being = being or any(masculine(said, one.end() - 1, language) for one in _BEING_SO.finditer(said))
        if takes_up_state(said) or being:
            return Agreed(said, sure=False)
        return agreeing(said, len(opening), language)
    he = kind is Kind.CLAUSE_AFTER_VOWEL and said.startswith("il ") and takes_up_state(f"qu’{said}")
    if he or (kind is not None and language is Language.FR and speaks_as_he(said)):
        return Agreed(said, sure=False)
    return agreeing_clause(said, language) if kind is not None else Agreed(said)


def _pronoun(by: Speaker, language: Language, *, bare: bool) -> str:
    """What takes up who speaks in the same sentence: of a body, too, by its article, « le PNUD dit qu’il »."""
    alone = bare or language is not Language.FR
    return by.again or ("" if alone else again(by.name, language, official=True))


def small(text: str) -> str:
    """A text with its first letter small, as behind who is named."""
    return text[:1].lower() + text[1:]


def _past(sentence: str, by: Speaker, *, verb_first: bool) -> str:
    """An English sentence in the past: what stands before its verb, an adverbial or the speaker's name, stays."""
    opening = opening_of(sentence, Language.EN) if verb_first else _named(sentence, by)
    told = in_past(sentence[len(opening) :], verb_first=verb_first or bool(opening))
    return (in_past(opening, verb_first=False) if verb_first else opening) + told


def _named(sentence: str, by: Speaker) -> str:
    for one in by.called:
        found = one and re.match(rf"(?i:{re.escape(one)})\s+(?=(\w+))", sentence)
        behind = sentence[found.end() :] if found else ""
        if found and is_third_person(found[1]) and (AUXILIARY.fullmatch(found[1]) or not _of_others(behind)):
            return found[0]
    return ""


def _of_others(behind: str) -> bool:
    """Whether a word in -s behind a name is a noun, the subject with it: "Panama costs are high"."""
    return has_subject(behind) or nominal(behind)


def _is_past(told: str, *, verb_first: bool) -> bool:
    opening = opening_of(told, Language.EN) if verb_first else ""
    before = bool(opening) and holds_present(opening)
    return not before and not left_in_present(told[len(opening) :], verb_first=verb_first)


def _lacks(text: str, kind: Kind | None, *, bare: bool) -> bool:
    """Whether an English sentence lacks, or may lack, its subject or its verb; or is no sentence of minutes."""
    if "?" in text or is_shorthand(text) or is_answer(text) or (kind is not None and is_fragment(text)):
        return True
    clause = kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL)
    if (bare and is_of_thing(text)) or ((bare or kind is Kind.CONTINUED) and is_asked(text)):
        return True
    if (
        ((bare or kind is Kind.CONTINUED) and trails_off(text))
        or (kind is Kind.CONTINUED and is_unfit(small(text)))
        or (clause and is_no_clause(text))
    ):
        return True
    return (kind is None and not bare and is_headless(text)) or (clause and parts_headless(text))
