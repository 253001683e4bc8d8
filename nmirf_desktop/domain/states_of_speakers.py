"""A note whose verb tells a state of who speaks: that it is ready, has a plan, would host a meeting.

Minutes tell what was said, and never a delegation's claim as a fact: "was ready to host a workshop" becomes "said that
it was ready", and so is what it feels: "was pleased to propose it" becomes "said that it was pleased". What it does by
saying so ("would support it", "cannot accept it", "has doubts", "is in favour of it") is told as its act. Only where
grammar tells who the state is of; else the sentence is named.
"""

import re
from enum import Enum
from itertools import pairwise

from nmirf_desktop.domain.english_past import ACTS, BEFORE_NOUNS, acts, is_adverb
from nmirf_desktop.domain.english_verbs import AUXILIARY, is_finite, is_third_person
from nmirf_desktop.domain.spoken_acts import ACT, DONE, FUTURE, PERFECT, SAYING, TO_DO, TO_SAY, UNMEANT
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STANCE_EN = (
    r"(?:accept|agree|join|vote|abstain|like|prefer|associate|align|support|welcome|propose|oppose|ask|request|object"
    r"|withdraw|submit|circulate|speak|take the floor|be (?:grateful|pleased|glad|happy)|go along|live with)"
)
_POSITION_EN = (
    r"(?:(?:very|most|deeply|also|still|particularly|strongly|not) )*(?:opposed|in favour|against"
    r"|of the (?:view|opinion)|convinced)\b"
)
_DOUBTS_EN = (
    r"(?:(?:no|some|serious|strong|a few|several|grave|a|two|further|other) )*"
    r"(?:objections?|doubts?|reservations?|concerns?|questions?|comments?|remarks?|difficult(?:y|ies))\b"
)
_ACT_EN = re.compile(rf"(?:not )?(?:\w+ly |also |still )?{_STANCE_EN}\b|{_POSITION_EN}|{_DOUBTS_EN}", re.IGNORECASE)
"""What stands behind an auxiliary where nothing is claimed: a position, or a question that is raised."""
_OTHER_EN = re.compile(r"(?:not )?(?:it|he|she|they|there|this|that|these|those|we|you|I|any|all|each|every)\b")
"""A subject behind the auxiliary: something is asked, or it is of somebody else."""
_MODAL_EN = re.compile(r"(?:will|would|can|could|may|might|must|shall|should)", re.IGNORECASE)
_WILL_EN = re.compile(r"will|won’t", re.IGNORECASE)
"""What is announced, be it a vote: it is told as said."""
_POLITE_EN = re.compile(r"(?:also )?(?:like|prefer|thank|appreciate|be grateful)\b")
_INTENDS = re.compile(r"(?:ne |n[’']|no )?(?:va|va a|compte|pourra|sera|podrá|será|estará) ", re.IGNORECASE)
"""The same in French and Spanish, before a position."""
_NOUN_EN = re.compile(r"(?:the|a|an|its|his|her|their|some|no)\b")
_OPEN_EN = re.compile(r"(?:shall|should|may|might|are|were|have)(?:n[’']t)?", re.IGNORECASE)
"""Auxiliaries of which another subject may be meant: "should be sent earlier"."""

_AT_HOME_EN = _words(
    "needs needed lacks lacked faces faced owns owned possesses possessed intends intended plans planned expects"
    " expected establishes established creates created adopts adopted ratifies ratified enacts enacted hosts hosted"
    " runs ran builds built spends spent buys bought sells sold teaches taught loses lost wins won gets got grows grew"
    " receives received develops developed works worked employs employed recruits recruited sent signed"
    " drafted revised translated collected drafts maintains manages monitored"
    " operates finances tests tested tracked trained coordinated strengthened"
    " organizes organized trains trained publishes published finalizes finalized implements implemented uses used"
)
"""Verbs that no delegation does in the room: what they tell is of its State."""
_AT_HOME_BEHIND_EN = re.compile(
    r"(?:meets?|met)(?! (?:with )?the (?:request|Chair|concern))\b|(?:pays?|paid)(?! (?:tribute|attention|homage))\b"
    r"|(?:holds?|held) (?:[\w-]+ ){0,3}(?:workshops?|meetings?|consultations?|elections?|seminars?|sessions?"
    r"|trainings?)\b"
    r"|(?:replace[sd]|appoint(?:s|ed)|designate[sd]|launche[sd]|repeal(?:s|ed)|merge[sd]|digiti[sz]e[sd]|upgrade[sd])"
    r" (?!L\.|para|the word|[\"“])"
    r"|(?:change[sd]|amend(?:s|ed)|move[sd]|open(?:s|ed)|close[sd]|pass(?:es|ed)) (?:its|an?|the) (?:[\w-]+ )?"
    r"(?:focal|laws?|act|code|constitution|ministr|office|embassy|database|system|tool|address|portal)"
    r"|(?:accept|reject|support|note)(?:s|d|ed) (?:\w+ ){0,2}\d[\d,]* (?:of (?:the |its )?\d+|rec)"
    r"|(?:found|finds|reports?|reported) (?:\w+ )?(?:bugs|errors|faults)\b"
    r"|(?:sets?) up\b|(?:comes?|came) from\b|(?:takes?|took) part\b|(?:leads?|led) (?:an?|the|two|three|its|\d+)\b"
    r"|(?:keeps?|kept) (?:an?|the|its) (?:\w+ )?(?:list|register|record|database|roster|archive)\b"
)
"""The same by what stands behind the verb."""
_STATE = {
    Language.FR: re.compile(
        r"(?:ne |n[’'])?(?:est|était|a|avait|sera|serait|aura|aurait|dispose|disposait|peut|pouvait|pourra|pourrait"
        r"|doit|devait|devra|devrait|va|compte)\s+(?!(?:[-–]|lieu\b|été\b))",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:está|estaba|estará|estaría|es|era|será|sería|ha|había|habrá|tiene|tenía|tendrá|tendría|dispone"
        r"|disponía|puede|podía|podrá|podría|debe|debía|deberá|debería|va a|cuenta con|contaba con)\s+(?!sido\b)",
        re.IGNORECASE,
    ),
}
_AT_HOME = {
    Language.FR: re.compile(
        r"(?:ne |n[’']|l[’']|la |le |les )?(?:(?:utilise|pa[iy]e|publie|organise|finance|élabore"
        r"|applique|gère|alloue|ratifie"
        r"|prévoit"
        r"|emploie"
        r"|met à jour|met en (?:œuvre|oeuvre|place)|met au point|manque de|souffre de|exploite|héberge|développe|révise"
        r"|rédige|traduit|élit|traverse|reçoit|subit|consulte|prépare|consacre|travaille|tient à jour|renforce"
        r"|modernise"
        r"|modifie|préside|coordonne|dirige|pilote|mène|conduit|crée|teste|fait face|fait des efforts"
        r"|fait tout pour|collecte|recueille|coopère|collabore|réunit|fournit|achève|finalise|accompagne|administre"
        r"|alimente|bénéficie|construit|contribue|déploie|enregistre|enseigne|évalue|expérimente|harmonise|installe"
        r"|institue|investit|légifère|mobilise|numérise|outille|participe|produit|promulgue|recense|recrute|réduit"
        r"|sensibilise|siège|transpose)(?!\w)"
        r"|double (?:l[ae]s?|s(?:on|a|es)) |dépose (?:son|ses) (?:rapport|instrument)"
        r"|verse (?=\d|sa |son |une )"
        r"|perd (?=d|l[ea]s |\d)|souffre d[’']|vient d(?:e\b|[’'])|forme (?:les?\b(?! v[œo])|la\b|l[’']|des\b|ses\b|\d)"
        r"|(?:connaît|tient|ouvre) (?:une?|des)\b|lance une?\b(?! appel)|réforme (?:la|le|les|sa|son|ses)\b"
        r"|accueille (?:une?|le secrétariat|le siège|la (?:prochaine )?(?:réunion|session))\b)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:la |lo |las |los )?(?:usa|utiliza|paga|publica|organiza|financia|elabora|aplica|gestiona|asigna"
        r"|emplea|ratifica|prevé"
        r"|actualiza|necesita|carece|explota|aloja|desarrolla|revisa|capacita|redacta|traduce|elige|atraviesa|sufre"
        r"|consulta|prepara|dedica|trabaja|refuerza|fortalece|moderniza|modifica|destina|ejecuta|implementa|preside"
        r"|coordina|dirige|lleva (?:a cabo|(?:[^\W\d_]+ |\d+ )?(?:años|meses|semanas))|crea|prueba"
        r"|mantiene actualizad[ao]|pone en (?:marcha|práctica)|enfrenta"
        r"|afronta"
        r"|recopila|coopera|colabora|participa en|reúne|alimenta|invierte|recluta|contribuye|cofinancia|registra"
        r"|moviliza"
        r"|celebra (?:una?|dos|tres|varias) (?:reuni|taller|seminario|sesi|conferencia|consulta)\w*"
        r"|padece|recibe|acaba de|hace (?:esfuerzos|todo lo|frente)|forma (?=a |su|parte)|abre una?|lanza una?"
        r"|aporta (?=\d|su |una )"
        r"|reforma (?:el|la|los|las|su|sus)|acoge (?:una?|la secretaría|la sede|la (?:próxima )?reunión))\b",
        re.IGNORECASE,
    ),
}
"""What a State does at home, in the present: no delegation does it in the room."""
_DID = re.compile(r"(?:no )?(?:(?:se|lo|la|los|las|le|les) )?([a-záéíóúñ]{2,}?)(ió|yó|ó)(?=[\s.,;])(.*)", re.IGNORECASE)
"""A Spanish verb in the past, and what is behind it."""
_DID_BY_SAYING = re.compile(
    r"(?:no )?se (?:sumó|unió|adhirió|asoció|felicitó|congratuló|desvinculó|refirió|pronunció|comprometió|declaró"
    r"|mostró"
    r"|manifestó|reservó|preguntó|remitió|alineó|retiró|negó|quejó|extrañó|interesó|solidarizó|disoció|inclinó"
    r"|limitó)\b",
    re.IGNORECASE,
)
_DID_IRREGULAR = re.compile(
    r"(?:no )?(?:puso en|tuvo|obtuvo|introdujo|redujo|produjo|condujo|construyó|hizo(?! (?:notar|hincapié|saber|suy"
    r"|referencia"
    r"|constar|observar|uso))|estuvo|mantuvo(?! (?:que|su))|dio (?!lectura|las gracias)|pudo|supo|quiso)\b",
    re.IGNORECASE,
)
_SIMPLE_PAST = re.compile(r"[^\W\d_]{2,}[^r\W\d_]a (?:l[ae]s?|une?|son|sa|ses|des) |[^\W\d_]{2,}a l[’']", re.IGNORECASE)
"""A French verb in the simple past: « ratifia la Convention »."""
_IN_REVIEW = re.compile(
    r"(?:(?:n[’']a pas|a|no ha|ha) )?(?:accept(?:e|é)|rejet(?:te|é)|appuyé|pris note de|acept(?:a|ó|ado)|rechaz(?:a|ó"
    r"|ado)"
    r"|apoyado|tom(?:ó|ado) nota de) (?:[^\W\d_]+ ){0,2}\d[\d\s.]*%?\s?(?:des |de las "
    r"|de )?(?:\d+ )?(?:recom|de ces|de sus)",
    re.IGNORECASE,
)
"""What its State did with recommendations, in numbers, and no delegation in the room."""
_ONCE = re.compile(r"\b(?:en|depuis|dès|desde) (?:19|20)\d\d\b", re.IGNORECASE)
_ALREADY = re.compile(
    r"(?:(?:solo|sólo|ya|aún|todavía|también|tampoco|asimismo|siempre|nunca) )+(?!que\b)", re.IGNORECASE
)
"""Spanish adverbs before a verb."""
_WISHED = re.compile(r"(?:elle |il )?aurait (?:voulu|préféré|souhaité|aimé)\b", re.IGNORECASE)
"""What who speaks would have wished."""
_WAS_MADE = re.compile(
    r"(?:(?:ne |n[’'])?(?:fut|(?:a|avait|aura) (?:(?:pas|déjà|aussi|également|récemment) )*été)"
    r"|(?:no )?(?:(?:ha|había|habrá) (?:(?:ya|también|recientemente) )*sido|fue)) (?:(?:déjà|ya|muy|très|aussi) )*"
    r"(?:\w+ (?:fois|veces) )?(?:rapporteu\w+|(?:vice-)?présidente?|membre|relator\w*|(?:vice)?president[ae]|miembro"
    r"|élue?|nommée?|désignée?|choisie?|créée?|examinée?|reçue?|évaluée?|admise?|exclue?|visée?|touchée?|frappée?"
    r"|citée?"
    r"|retenue?|placée?|classée?|informée?|consultée?"
    r"|elegid[ao]|nombrad[ao]|designad[ao]|cread[ao]|examinad[ao]|recibid[ao]|evaluad[ao]|admitid[ao]|excluid[ao]"
    r"|afectad[ao]|citad[ao]|clasificad[ao]|informad[ao]|consultad[ao])(?!\w)",
    re.IGNORECASE,
)
"""What was done to a State, or to its delegation: « a été élu par 45 voix »."""
_OFFER_EN = re.compile(r"(?:,? and|,)(?= was (?:\w+ly |also |still )*(?:ready|willing|prepared|able|going) to\b)")
_CLAIM_EN = re.compile(
    r",? (?:and|but)(?= (?:was (?:\w+ly |also |still |not )*(?:(?!considering\b|opposing\b)\w+ing\b|aware\b|alone\b"
    r"|an? |one of |the )"
    r"|had (?:\w+ly |already |also |just )*"
    r"(?!ask|request|want|propose|hope|note)(?:\w+ed|made|built|begun|set up|sent|held)\b"
    r"|must (?!say\b|add\b|stress\b|note\b|recall\b|ask\b)"
    r"|could (?:pay|host|help|share|provide|send|offer|translate|organi[sz]e)\b))"
)
"""Behind the first verb, what its speaker is, does or has done: it is told as said."""
_CLAUSE_EN = re.compile(
    r"\b(?:said|that|which|who|whom|whose|what|whether|if|because|as|since|though|although|while|how|why|when|where|until"
    r"|unless|before|after|than|is|are|was|were|has|have|had|would|could|should|must|did|it|they)\b"
)
"""Before it, what may be a clause of another subject."""
_OF_OTHERS_EN = re.compile(r"\b(?:which|who|whom|whose|what|that|where|when|if|because)\b")
"""Behind these a further verb may be of somebody else."""
HOPED_EN = "hoped|wished|said|thought|believed|trusted|understood|felt"
NOTED_EN = (
    "noted|observed|regretted|recalled|suggested|stressed|considered|recognized|saw|knew|found|agreed|acknowledged"
    "|announced|confirmed|declared|doubted|emphasized|explained|reaffirmed|reiterated|remarked|underlined"
)
"""Behind these, as behind those of hope, may stand a clause without "that"."""
_HOPED = re.compile(rf"(?:\w+ly |also )*(?:{HOPED_EN})\b")
_NOTED = re.compile(rf"(?:\w+ly |also )*(?:{NOTED_EN})\b")
_FOR_EN = _words("for to in of on about")
_QUOTES = {
    Language.EN: re.compile(r"(?:say|said)s?\b"),
    Language.FR: re.compile(r"(?:dit|dira|disait)\b"),
    Language.ES: re.compile(r"(?:dice|dijo|decía)\b"),
}
_OCCASION_EN = re.compile(r"use[sd] (?:the|this) (?:occasion|opportunity)\b", re.IGNORECASE)


def saying(language: Language, again: str, *, later: bool) -> str:
    """The words that report a state of who speaks; empty where who speaks cannot be named again.

    *again* is what takes up who speaks, empty for none known. *later* says that it has a sentence of its own, where
    "it" would be what was spoken of before.
    """
    if language is Language.ES:
        return "dice que "
    if not again:
        return ""
    if language is Language.FR:
        return f"dit qu’{again.lower()} "
    return f"said that {'the delegation' if later and again != 'The delegation' else 'it'} "


def offering(told: str) -> tuple[str, bool]:
    """An English predicate in the past, what its speaker is ready for told as its word; and whether that is sure.

    "thanked the Chair and was ready to help" becomes "thanked the Chair and said that it was ready to help". Behind
    "hoped the portal works" it may be the portal that is ready: it stays, and is not sure.
    """
    found = _OFFER_EN.search(told)
    claim = found or _CLAIM_EN.search(told)
    if claim is None:
        return told, True
    if may_be_of_others(told, claim.start()):
        return told, False
    if found is None:
        if _CLAUSE_EN.search(told, 0, claim.start()):
            return told, True
        found = claim
    return f"{told[: found.end()]} said that it{told[found.end() :]}", True


def may_be_of_others(told: str, end: int) -> bool:
    """Whether a verb that stands behind an English predicate in the past, up to a place, may be of somebody else."""
    return bool(_OF_OTHERS_EN.search(told, 0, end)) or _holds_clause(told[:end])


def _holds_clause(told: str) -> bool:
    """Whether a predicate in the past holds, or may hold, a clause with a verb of its own, without "that"."""
    hoped = _HOPED.match(told)
    found = hoped or _NOTED.match(told)
    words = [one.strip(".,;:") for one in told[found.end() :].split()] if found else []
    if not words or words[0] in _FOR_EN:
        return False
    after = [
        (before, one) for place, (before, one) in enumerate(pairwise(words)) if place or not _NOUN_EN.match(words[0])
    ]
    return any(
        (AUXILIARY.fullmatch(one) and before != "to")
        or (hoped and (is_third_person(one) or is_finite(one)) and not _is_before_noun(before))
        for before, one in after
    )


def _is_before_noun(word: str) -> bool:
    return word.casefold() in BEFORE_NOUNS or re.search(r"[’']s?$", word) is not None


def leads_in_itself(predicate: str, language: Language) -> bool:
    """Whether what was noted begins with the verb behind which it would be quoted: « dit que, convaincu, … »."""
    return _QUOTES[language].match(predicate) is not None


def quoting(language: Language, who: str) -> str:
    """The words behind which stands, as it was noted, what *who* said; in Spanish it may be named before."""
    if language is Language.ES:
        return f"{who} dice: " if who else "Dice: "
    return f"{who} dit\u00a0: " if language is Language.FR else f"{who} said: "


def asks(text: str, language: Language) -> bool:
    """Whether an English predicate begins with an auxiliary and another subject, as a question does."""
    verb, _, behind = text.partition(" ")
    return language is Language.EN and bool(AUXILIARY.fullmatch(verb.casefold()) and _OTHER_EN.match(behind))


def is_state(text: str, language: Language) -> bool:
    """Whether a predicate, from its verb on, tells a state of who speaks, or what it has done or will do."""
    if "?" in text:
        return False
    if language is Language.EN:
        return _is_english(text)
    text = text[found.end() :] if (found := _ALREADY.match(text)) else text
    found = _STATE[language].match(text)
    if found and ACT[language].match(text, found.end()):
        return _INTENDS.match(text) is not None
    done, future = PERFECT[language].match(text), FUTURE[language].match(text)
    if done:
        return done[1].casefold() in DONE[language]
    if _AT_HOME[language].match(text) or _did(text, language) is _Did.AT_HOME:
        return True
    meant = (TO_DO[language] | TO_SAY[language]) - UNMEANT
    return found is not None or (future is not None and future[1].casefold() in meant)


def is_position(text: str) -> bool:
    """Whether an English predicate begins with an auxiliary, and takes a position by it or raises a question."""
    verb, _, behind = text.partition(" ")
    return bool(AUXILIARY.fullmatch(verb.casefold()) and _ACT_EN.match(behind))


def may_be_either(text: str, language: Language) -> bool:
    """Whether a French or Spanish predicate tells an act of speech or a State's, and its verb does not say which."""
    if language is Language.EN or "?" in text:
        return False
    text = text[found.end() :] if (found := _ALREADY.match(text)) else text
    found = _STATE[language].match(text)
    if _IN_REVIEW.match(text) or (
        _ONCE.search(text) and PERFECT[language].match(text) and not is_state(text, language)
    ):
        return True
    if found and ACT[language].match(text, found.end()):
        return False
    done, future = PERFECT[language].match(text), FUTURE[language].match(text)
    if _WISHED.match(text):
        return False
    if done:
        return done[1].casefold() not in DONE[language]
    if _WAS_MADE.match(text) or (language is Language.FR and _SIMPLE_PAST.match(text)):
        return True
    if _did(text, language) is _Did.EITHER:
        return True
    known = TO_DO[language] | TO_SAY[language]
    return found is None and future is not None and future[1].casefold() not in known


def is_at_home(text: str, language: Language) -> bool:
    """Whether a French or Spanish predicate tells in the present what a State does at home: “utiliza una base”."""
    if language is Language.EN:
        return False
    return _AT_HOME[language].match(text) is not None or _IN_REVIEW.match(text) is not None


def _is_past(text: str, language: Language) -> bool:
    """Whether an act of speech is told in the past; with its year it was no act in the room."""
    done = PERFECT[language].match(text) or (language is Language.ES and _DID.match(text))
    return bool(done) and not is_state(text, language)


class _Did(Enum):
    """What a Spanish verb in the past tells of who speaks."""

    SAID = "an act of speech, or nothing of the past"
    AT_HOME = "what its State did"
    EITHER = "either"


def _did(text: str, language: Language) -> _Did:
    """What a Spanish predicate in the past tells, by its participle: “aprobó”, aprobado."""
    if language is not Language.ES:
        return _Did.SAID
    if _DID_IRREGULAR.match(text):
        return _Did.AT_HOME
    found = _DID.match(text)
    if found is None or _DID_BY_SAYING.match(text):
        return _Did.SAID
    ending = ("ado",) if found[2] == "ó" else ("ido", "iado")
    participles = [f"{found[1]}{one}".casefold() for one in ending]
    if any(one in DONE[language] for one in participles):
        return _Did.AT_HOME
    said = any(ACT[language].match(f"{one}{found[3]}") for one in participles)
    return _Did.SAID if said or f"{found[1]}{found[2]}".casefold() in SAYING[language] else _Did.EITHER


def _is_english(text: str) -> bool:
    if _OCCASION_EN.match(text):
        return False
    words = [one.replace("'", "’") for one in text.split()]
    told = [one for one in words if one.casefold() == "not" or not is_adverb(one)]
    if len(told) > 1 and told[0].casefold() in _AT_HOME_EN:
        return told[1].casefold() not in ("by", "of")
    if _AT_HOME_BEHIND_EN.match(" ".join(told)):
        return True
    if len(told) < 2 or AUXILIARY.fullmatch(told[0].casefold()) is None or _OPEN_EN.fullmatch(told[0]):  # noqa: PLR2004
        return False
    behind = " ".join(told[1:])
    if _WILL_EN.fullmatch(told[0]) and not any(one.match(behind) for one in (_OTHER_EN, _NOUN_EN, _POLITE_EN)):
        return True
    if _OTHER_EN.match(behind) or _ACT_EN.match(behind) or (_MODAL_EN.match(told[0]) and _NOUN_EN.match(behind)):
        return False
    verb = next((one.casefold().rstrip(".,;:") for one in told[1:] if one.casefold() != "not"), "")
    return verb not in ACTS and not acts(verb)
