"""Further sentences of a note that have no subject and begin with an auxiliary or a future: "Cannot accept it."

Who speaks is their subject, as of those that begin with an act ("Proposes a day"). Where the first word may be
something else, the sentence is not told well, and is named.
"""

import re

from nmirf_desktop.domain.english_past import may_be_bare
from nmirf_desktop.domain.english_verbs import AUXILIARY
from nmirf_desktop.domain.spoken_acts import ACT, TO_DO, TO_SAY, UNMEANT
from nmirf_desktop.i18n import Language

_SUBJECT_BEHIND = re.compile(
    r"(?:not )?(?:the|a|an|it|he|she|they|there|this|these|those|its|his|her|their|any|all|each|every|some|no)\b"
    r"|[A-Z\d]"
)
SECOND_CLAUSE = re.compile(
    r"(?:;|[,:] (?:but|and|so|as|because|yet|while)|,| but| and| so| because) (?:it|they|he|she|there|this|that|these"
    r"|those|the delegation) (?!who\b|which\b|of\b)"
)
"""English words that begin a second clause with its own subject: what it says is reported only behind "that"."""
_FULL = re.compile(r"(?:is|was|has|does)(?:n[’']t)?|cannot", re.IGNORECASE)
"""Auxiliaries behind which something other than a subject has an article, where nothing is asked: "Has no budget"."""
_ALSO_WILL = re.compile(
    r"(?:Also|Therefore|Thus|Then|Still|Accordingly|Consequently|Finally|Lastly|Gladly|Certainly),? (?:also )?will "
)
_NOUNS = re.compile(r"(?:will|may|might|can|must)", re.IGNORECASE)

_NO_FUTURE = (
    r"(?!(?:caméra|opéra|extra|choléra|ultra|contra|infra|supra|mantra|flora|tiara|para|sera|suivra|viendra|restera"
    r"|faudra|suffira|conviendra|importera|manquera)\b)"
)
"""Words of the same ending that are no future, or may be one whose subject follows: « Suivra un débat »."""
_NO_OBJECT = r"(?!\w+ant\b|(?:pose|trouve|ajoute|ensuit|importe|reste|agit|y|en)\b|ils?\b)"
"""Behind « se » and « ne »: a participle, or a verb whose subject follows (« S’ajoute à cela le manque de temps »)."""
_PARTICIPLES = (
    r"dit|fait|mis|pris|reçu|vu|voulu|pu|dû|eu|tenu|fini|choisi|établi|fourni|averti|soumis|transmis|promis|permis"
    r"|appris|repris|écrit|inscrit|produit|conduit|introduit|ouvert|offert|convenu|retenu|soutenu|souscrit|saisi"
)
_OF_ITSELF = {
    Language.EN: re.compile(
        r"(?:Is|Was|Remains) (?:(?:very|most|also|fully|still|deeply|particularly|truly|not) )*(?:grateful|thankful"
        r"|pleased|happy|glad|delighted|honoured|proud|ready|willing|prepared|concerned|disappointed|surprised|opposed"
        r"|committed|convinced|confident|interested|satisfied) (?:to|for|that|about|at|by|in|of|with)\b"
    ),
    Language.FR: re.compile(
        r"Est (?:(?:très|aussi|également|bien|tout à fait|toujours) )*(?:prête?|disposée?|heureu(?:x|se)|ravie?"
        r"|satisfaite?|opposée?|préoccupée?|reconnaissante?|convaincue?|favorable|honorée?|fière|fier|inquiète?|inquiet|intéressée?"
        r"|consciente?|désireu(?:x|se)|soucieu(?:x|se)|déçue?|surprise?|attentive|attentif|confiante?|persuadée?"
        r"|engagée?(?= dans\b))"
        r"(?:(?:,| et| mais) [^\W\d_]+)? (?:à|au|aux|dans|de|du|des|par|d[’'])"
    ),
    Language.ES: re.compile(
        r"(?:Está|Se declara|Se muestra) (?:(?:muy|también|plenamente|siempre) )*(?:dispuest[ao]|list[ao]|agradecid[ao]"
        r"|satisfech[ao]|preocupad[ao]|convencid[ao]|encantad[ao]|honrad[ao]|comprometid[ao]|orgullos[ao]|segur[ao]"
        r"|opuest[ao]|sorprendid[ao]|decepcionad[ao]|interesad[ao]|preparad[ao])(?:(?:,| y| pero) [^\W\d_]+)?"
        r" (?:a|al|de|del|con|en|para|por) "
    ),
}
"""What a delegation is or feels, told without its name before what belongs to the adjective: « Est prêt à »."""


def _meant(language: Language) -> str:
    """Futures of who speaks, as a pattern: their subject seldom follows, as it does in “Continuará el debate”."""
    follows = {"continuera", "continuará", "seguirá", "volverá"}
    return "|".join(sorted((TO_SAY[language] | TO_DO[language]) - UNMEANT - follows))


WILL_DO = (
    r"(?:(?:not|also|therefore|still|then|gladly|soon|certainly|fully|again) )*"
    r"(?:(?:abstain|oppose|accept|withdraw|join|send|submit|organi[sz]e|circulate|attend|participate|contribute"
    r"|take part|continue|provide|publish|ratify|sign|pay for|be (?:happy|glad|pleased|delighted) to|speak"
    r"|(?:come|report) back|follow the|use (?:it|them|the)|propose)\b"
    r"|vote(?=[.,;]|$| (?:for|against|in favour|on|yes|no|with|again|accordingly)\b)"
    r"|return(?=[.;]|$| to\b)"
    r"|(?:support|host|share|present|repeat)(?: (?:the|a|an|its|it|them|this|these|those|all|any|both"
    r"|paragraphs?|[A-Z]+\.\d+)\b|(?=[.;]?$)))"
)
"""What a delegation will do, as a pattern: no noun ("support from Peru"), before which the verb would be another's."""
_MAY_BE_NOUN = re.compile(
    r"Will (?:(?:not|also|therefore|gladly) )*(?:support|host|share|present|vote|return|change|work|report|plan|the|an?"
    r"|there|its|their|everything|every(?:one|body)|[A-Z]\w+"
    r"|(?![a-z]+ss\b|focus\b|always\b|thus\b)[a-z]{3,}s)\b"
)
"""Behind "Will" a noun may stand, and something be asked: "Will host States be paid"."""
_OFFICES = (
    r"(?:secr[eé]t|pr[eé]sid|comit[éè]|group|grupo|bureau|mesa|coord|rapport(?:eur|euse)|relator|r[eé]seau|red\b|gobierno"
    r"|gouvernement|repr[eé]sentant|d[eé]l[eé]g|[ée]tat|estado|oficina|alto|haut)"
)
"""How the names of those begin who may do in a meeting what is told: « le secrétariat », “la Mesa”."""
CALLED_BEHIND = {
    Language.FR: re.compile(
        r"[^\W\d_]+ra(?:(?<=articipera)|(?<=eviendra)|(?<=nterviendra)|(?<=épondra)|(?<=otera)|(?<=ontribuera)"
        r"|(?<=abstiendra)|(?<=associera)|(?<=joindra))(?: (?:aussi|également|alors|ensuite|donc|bientôt))*"
        rf" (?:(?:le |la |les |l[’'])(?:[A-Z]|(?i:{_OFFICES}))|[A-Z](?![A-Z]*\.\d))"
    ),
    Language.ES: re.compile(
        r"[^\W\d_]+rá(?: (?:también|entonces|luego|pronto))* (?:(?:el|la|los|las"
        r"|(?:(?<=articipará )|(?<=ntervendrá )|(?<=esponderá )|(?<=otará )|(?<=ontribuirá )|(?<=olverá ))una?)"
        rf" (?:[A-Z]|(?i:{_OFFICES}))|[A-Z](?![A-Z]*\.\d))"
    ),
}
"""Behind a verb of the future, what may be its subject: « Participera aussi le Ghana », “Intervendrá un grupo”."""
WILL_BE = {
    Language.FR: re.compile(
        r"(?:s[’'](?:ouvrira|achèvera)|se (?:tiendra|poursuivra|terminera|déroulera|réunira|fera|formera|mettra"
        r"|continuera))\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"se (?:celebrará|abrirá|pondrá|reunirá|publicará|aprobará|creará|continuará|seguirá)\b", re.IGNORECASE
    ),
}
"""What a meeting or a text does: « Se tiendra en mars »."""
_ANNOUNCES = {
    Language.EN: re.compile(rf"Will {WILL_DO}"),
    Language.FR: re.compile(
        rf"(?:ne |n[’'])?(?:(?:se|le|la|les|lui|leur|en|y) |[sl][’'])?(?:{_meant(Language.FR)})(?!\w)", re.IGNORECASE
    ),
    Language.ES: re.compile(
        rf"(?:(?:también|tampoco) )?(?:no )?(?:(?:se|lo|la|los|las|le|les) )?(?:{_meant(Language.ES)}"
        r"|va a (?!ser\b|haber\b|faltar\b|quedar\b)[^\W\d_]+[aei]r(?:se|l[aeo]s?)?)(?!\w)",
        re.IGNORECASE,
    ),
}
"""What a delegation says that it will do, without its name: « Votera pour », “Acogerá la reunión”."""
_BARE = {
    Language.FR: re.compile(
        rf"(?:[NS][’']|(?:Ne|Se) ){_NO_OBJECT}(?!pas\b)[^\W\d_]"
        rf"|(?:L[ae]|Les|Lui|Leur|En|Y) (?:{_meant(Language.FR)})(?!\w)"
        rf"|(?i:{_NO_FUTURE})(?:[A-Z][a-zéèêîôûç]*(?:e|i|d|r|u|v|t)ra)\s"
        rf"|A (?:(?:pas|déjà|bien|aussi|également) )?(?!côté|proximité|égalité|extrémité|humidité)"
        rf"(?:[a-zéèêîôûç]+é|{_PARTICIPLES})\b"
    ),
    Language.ES: _ANNOUNCES[Language.ES],
}
"""What plainly has who speaks as its subject: « N’a pas de budget », « Votera contre », « A adopté une loi »."""
_UNSURE = {
    Language.FR: re.compile(
        r"(?:[NS][’']|(?:Ne|Se|A|Sera|Suivra|Viendra|Restera|Faudra|Est|Peut|Doit|Veut"
        r"|Va|Devrait|Pourrait|Souhaiterait|Voudrait|Serait|Aurait"
        r"|Accepte|Accueille|Admet|Ajoute|Annonce|Attend|Autorise|Cherche|Compte(?! tenu| rendu)|Comprend|Confirme"
        r"|Consacre|Contient|Dispose|Donne|Encourage|Entend|Envisage|Évoque|Explique|Fournit|Indique|Invite|Mentionne|Met|Offre"
        r"|Permet|Poursuit|Prend|Prépare|Présente|Prévoit|Publie|Reçoit|Refuse|Rejette|Signale|Souscrit|Suit|Tient"
        r"|Travaille|Trouve|Utilise|Vote)\s)"
    ),
    Language.ES: re.compile(
        r"(?:(?i:ya|aún|todavía|también|ahora|actualmente|nunca|jamás|tampoco|siempre|apenas) )*(?:(?i:no) )?"
        r"(?:[Hh]an?|[Tt]ienen?|[Cc]ontienen?|[Ii]ncluyen?|[Pp]ermiten?|[Aa]dmiten?|[Ee]stán?|[Pp]uede"
        r"|(?!(?i:será|habrá|faltará|quedará|bastará|convendrá|estará)\b)[^\W\d_]+rá|[Dd]ebe"
        r"|[Cc]uenta con|[Ss]irven?|[Ff]unciona|[Oo]frecen?|[Aa]barca|[Cc]omprende|[Hh]izo|[Pp]uso"
        r"|[Qq]uiso|[Tt]uvo|[Vv]ino|[Pp]udo|[Ss]upo|[Tt]rajo|[Dd]ijo|[Dd]io|[Vv]io|[^\W\d_]+ó)(?=[\s.,;:])"
    ),
}
"""What may have it, and may have another that follows, or be no verb: « A défaut de mieux »."""
_POSITION = re.compile(
    r"(?:No )?(?:Está (?:a favor|en contra|de acuerdo)|Tiene (?:[^\W\d_]+ )?(?:dudas?|reservas?|objeci(?:ón|ones))"
    r"|Puede (?:aceptar|apoyar|respaldar|votar|abstenerse|sumarse|unirse|adherirse))\b",
    re.IGNORECASE,
)
"""A position that is taken, which nothing but a delegation takes: “Está a favor del texto”."""


_FORMULA = re.compile(
    r"(?:puso de (?:relieve|manifiesto)|hizo (?:hincapié|suy[ao]s?|notar|saber|constar|referencia|uso de)"
    r"|dio (?:las gracias|la bienvenida|cuenta|lectura|a conocer)|vio con"
    r"|quiso (?:agradecer|felicitar|señalar|subrayar)"
    r"|dijo (?:que (?!.*\b[^\W\d_]+[aei]do\b)|estar de acuerdo))\b",
    re.IGNORECASE,
)
"""Turns of phrase of minutes in the past: “Hizo hincapié en los costos”."""


def is_spanish_act(sentence: str) -> bool:
    """Whether a position is taken, or what is done is done by saying so, by its participle: “Presentó”, presentado."""
    told = re.sub(r"^(?:(?:no|tampoco|nunca|también) )?(?:ha )?", "", sentence, flags=re.IGNORECASE)
    verb, _, behind = f"{told[:1].lower()}{told[1:]}".partition(" ")
    done = re.sub(r"ó$", "ado", re.sub(r"[iy]ó$", "ido", verb))
    known = done.endswith(("ado", "ido")) and ACT[Language.ES].match(f"{done} {behind}")
    return bool(known or _POSITION.match(sentence) or _FORMULA.match(told))


def tells_of_itself(sentence: str, language: Language) -> bool:
    """Whether a French or Spanish sentence has no subject, and says of its speaker that it is ready or grateful."""
    return "?" not in sentence and bool(_OF_ITSELF[language].match(sentence))


def announces(sentence: str, language: Language) -> bool:
    """Whether a sentence has no subject, and says what its speaker will do."""
    told = "?" not in sentence and not is_of_another(sentence, language)
    return told and bool(_ANNOUNCES[language].match(sentence))


def is_of_another(sentence: str, language: Language) -> bool:
    """Whether a sentence that begins with a future is, or may be, of a meeting or of a subject that follows."""
    if language is Language.EN:
        return bool(_MAY_BE_NOUN.match(sentence)) and not _ANNOUNCES[language].match(sentence)
    first = re.match(r"(?:(?:[Nn]e|[Ss]e|[Nn]o|[Ll][aeo]s?|[Tt]ambién|[Tt]ampoco) |[NSns][’'])*", sentence)
    behind = first is not None and CALLED_BEHIND[language].match(sentence, first.end()) is not None
    return behind or bool(WILL_BE[language].match(sentence))


def begins_with_auxiliary(sentence: str, language: Language) -> bool:
    """Whether a sentence has no subject, and plainly begins with an auxiliary or a verb of the future."""
    if "?" in sentence or is_of_another(sentence, language):
        return False
    if language is not Language.EN:
        return bool(_BARE[language].match(sentence)) or tells_of_itself(sentence, language)
    verb, _, behind = sentence.partition(" ")
    if AUXILIARY.fullmatch(verb.casefold()) is None or not behind:
        return False
    first = re.match(r"[^\W\d_]+", behind)
    if _NOUNS.fullmatch(verb) and first and AUXILIARY.fullmatch(first[0]) and first[0] != "have":
        return False
    return _FULL.fullmatch(verb) is not None or not _SUBJECT_BEHIND.match(behind)


def may_begin_with_verb(sentence: str, language: Language) -> bool:
    """Whether a sentence that has a subject for all that is told begins with what may be its verb."""
    if language is not Language.EN:
        sure = language is Language.ES and is_spanish_act(sentence)
        unsure = _UNSURE[language].match(sentence) or is_of_another(sentence, language)
        return "?" not in sentence and bool(unsure) and not sure
    return "?" not in sentence and (may_be_bare(sentence) or bool(_ALSO_WILL.match(sentence)))
