"""Nouns of one thing that have lost their article anywhere in a note: "ready to host webinar", « organiser atelier ».

Told by closed lists: what is spoken of at such meetings, and the verbs and prepositions behind which it stands. Set
phrases that have no article ("in session", « donner mandat », “tiene plazo”) are left alone. Also what a telegram adds
at its end without a verb: "in 2019, good results".
"""

import re

from nmirf_desktop.domain.dashes import ends_behind_dash
from nmirf_desktop.i18n import Language


def _any(words: str) -> str:
    return "|".join(words.split())


_NAMED_EN = r"[Cc]hair|[Ss]ecretariat|[Cc]ommittee|[Rr]apporteur|[Bb]ureau|[Pp]residency|[Cc]oordinator"
_CALLED_EN = _any(
    "webinar workshop seminar deadline timetable calendar delegation expert translator interpreter platform hub"
    " template mechanism questionnaire manual guide network"
)
_OF_TEXT_EN = _any("report draft proposal amendment paragraph list vote note plan study survey mandate mission session")
_EVERY_EN = rf"{_NAMED_EN}|{_CALLED_EN}|{_OF_TEXT_EN}|budget|text|paper|meeting|option"
_KINDS_EN = _any(
    "new newer short shorter clear clearer long longer final second third regional national joint online virtual small"
    " simple simpler common annual special better good precise detailed written revised clean draft training working"
    " compromise later earlier separate single permanent technical international practical dedicated"
)
_VERBS_EN = _any(
    "support welcome request propose suggest want host organize organise hold accept reject oppose need create launch"
    " attend join present submit prepare read send amend endorse chair open close postpone extend fix keep test build"
    " develop establish finance fund review translate appreciate thank prefer await offer seek favour favor withdraw"
    " share receive complete congratulate commend consult"
    " circulate finalize update shorten discuss recommend regret lead schedule invite appoint"
    " nominate hire contact remind ask urge encourage convene adopt approve reopen move replace await set"
)
_SAYS_EN = _any("says believes thinks hopes notes regrets finds considers fears understands trusts")


def _third(verb: str) -> str:
    if verb.endswith(("ss", "ch", "sh", "x")):
        return f"{verb}es"
    return f"{verb}s"


_THIRDS_EN = "|".join(_third(one) for one in _VERBS_EN.split("|"))
_DONE_EN = (
    "(?:"
    + "|".join(
        one if one.endswith("e") else f"{one}e"
        for one in _any(
            "support request propose suggest host organize organise accept reject oppose create launch attend join"
            " present submitt prepare amend endorse chair open close postpone extend develop establish translate"
            " welcome receive complete circulate withdrawe convene adopt approve congratulate commend consult"
            " ask thank urge"
        ).split("|")
    )
    + ")d|held|sent|read|built"
)
_GOING_EN = _any(
    "hosting organizing organising holding adopting requesting proposing creating launching attending joining"
    " translating preparing submitting extending postponing"
)
_BEHIND_EN = (
    r"(?=[,;:!?)]|[.](?!\w)|$| (?:in|into|on|at|for|to|with|by|from|of|and|but|or|before|after|during|until|if|when"
    r"|because|so|as|that|which|who|whose|is|was|be|been|has|had|have|will|would|should|must|can|could|may|might|not|does|did"
    r"|end|mid|early|late|next|last|this|today|tomorrow|yesterday|soon|again|now|first|too|also|needs|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|january|february|march|april|june|july"
    r"|august|september|october|november|december|[a-z]{3,}ed)\b)"
)
"""What may stand behind a noun that is no part of a compound, and has no number."""
_SUBJUNCTIVE_EN = _any(
    "fix send prepare circulate check provide share organize organise translate publish explain help make give take"
    " agree reply answer decide need want know accept set keep do clarify correct add inform remind write review"
    " consider meet start work look host hold update issue"
)
_VERB_EN = (
    rf"(?:\b(?P<verb>{_THIRDS_EN}|{_SAYS_EN})"
    rf"|\b(?:to|will|would|should|could|can|cannot|may|might|must|shall|not|n[’']t|please) (?P<base>{_VERBS_EN}|like)"
    r"|\b(?:ask|call|wait|look)(?:s|ed)? for"
    rf"|(?:^|[,;] |\b(?:and|but|has|have|had|also|it|they) )(?P<done>{_DONE_EN})"
    rf"|(?:^|[,;] |\b(?:for|of|by|in|about|on|to|before|after|without|suggests|proposes|considers) )(?:{_GOING_EN}))"
)
_BEHIND_VERB_EN = re.compile(
    rf"{_VERB_EN} (?:(?P<kind>{_KINDS_EN}) )*(?P<noun>{_EVERY_EN}|training course){_BEHIND_EN}"
)
_NO_COUNT_EN = {
    "budget": re.compile(r"(?:need|seek|receive|request|share)s?$"),
    "text": re.compile(r"(?:propose|suggest|offer|share|need|receive|read)s?$"),
    "paper": re.compile(r"(?:need|receive|share|prefer|want)s?$"),
    "study": re.compile(r"(?:need)s?$"),
    "meeting": re.compile(
        r"(?:propose|suggest|support|prefer|recommend|favou?r|consider|regret|discuss|appreciate|oppose|accept|reject"
        r"|welcome|keep|set|say|believe|think|hope|note|find|fear)s?(?:ed|d)?$"
    ),
}
"""What is had without an article behind some verbs, or is the gerund of another: "proposes meeting in June"."""
_PLACED_EN = re.compile(
    rf"(?<![\w’'-])(?P<before>(?:at|during) (?:(?:{_KINDS_EN}) )*(?:{_NAMED_EN}|{_CALLED_EN}|session|meeting|vote)"
    rf"|in (?:(?:{_KINDS_EN}) )*(?:[Ss]ecretariat|{_CALLED_EN}|report|proposal|amendment|list)"
    rf"|(?:on|with|from|against|about|until|after|before|for) (?:(?:{_KINDS_EN}) )*"
    rf"(?:{_NAMED_EN}|{_CALLED_EN}|report|draft|proposal|amendment|paragraph|list|vote|plan|survey|mandate)"
    rf"|(?:by|of) (?:[Ss]ecretariat|[Cc]hair|[Cc]ommittee|translator)"
    rf"|(?:via|through|without|within) (?:(?:{_KINDS_EN}) )*(?:[Ss]ecretariat|{_CALLED_EN})"
    r"|to (?:[Ss]ecretariat|webinar|workshop|seminar|deadline|timetable|calendar|session|delegation|proposal|amendment"
    rf"|translator|questionnaire|mechanism|platform))(?! to\b|(?:,| and| or) (?:{_EVERY_EN})\b)"
    rf"{_BEHIND_EN}"
)
"""Such a noun behind a preposition; by what it is done, or of which kind it is, needs no article: "by vote"."""
_KIND_OF_EN = re.compile(r"\b(?:kinds?|types?|sorts?|forms?|draft(?:ed|ing)?|design(?:ed)?|decisions?|office) $")
_THAT_EN = re.compile(
    rf"\b(?:(?:ask|request|propose|suggest|insist|recommend|say|believe|think|hope|demand|prefer)(?:s|ed)? that"
    rf"|if|because|when|unless|whether) (?:(?:{_NAMED_EN}|{_CALLED_EN}|{_OF_TEXT_EN}|budget|text|meeting)"
    r" (?:is|was|be|has|had|will|would|should|must|can|could|may|might|not|needs|does)\b"
    rf"|(?:{_NAMED_EN}|expert|translator|delegation) (?:{_SUBJUNCTIVE_EN})(?:e?s)?\b)"
    rf"|^(?i:{_NAMED_EN}|{_CALLED_EN}|report|draft|proposal|amendment|paragraph|budget|text|meeting)"
    r" (?:is|was|has|had|will|would|should|must|can|could|may|might|needs|needed)\b"
)
"""The subject of a clause, or a sentence, without its article: "asks that secretariat fix it", "report is long"."""

_NOUNS_FR = _any(
    "webinaire atelier séminaire calendrier formation délai réunion session séance rapport texte projet secrétariat"
    " comité réseau plateforme guide manuel document liste vote proposition amendement paragraphe budget étude enquête"
    " questionnaire modèle mécanisme plan délégation mandat mission expert experte traducteur traductrice interprète"
    " visite date échéance formulaire logiciel outil cours conférence traduction version système registre bureau"
    " présidence rencontre stage exercice délégué débat échange courrier lettre mémoire dossier inventaire glossaire"
    " commentaire annuaire horaire"
)
_KINDS_FR = _any(
    "nouveau nouvel nouvelle nouveaux nouvelles petit petite bon bonne court courte long longue grand grande second"
    " seconde deuxième troisième premier première bref brève prochain prochaine vrai vraie autre meilleur meilleure"
)
_VERBS_FR = _any(
    "exprime dénonce accepte accueille appuie approuve attend maintient conteste dépose soulève craint évoque rejoint"
    " condamne critique demande déplore désire exige félicite invite partage préfère présente prie propose rappelle"
    " recommande réclame refuse regrette rejette remercie retire salue sollicite souhaite souligne soutient soumet"
    " suggère veut voudrait souhaiterait préférerait utilise adopte organise organisera accueillera tiendra prépare"
    " préparera crée créera lance lancera offre finance financera prévoit envisage annonce consulte envoie enverra"
)
_INFINITIVE_FR = (
    r"(?!(?:léger|étranger|cher|hiver|avenir|désir|loisir|plaisir|soir|espoir|pouvoir|devoir|avoir|savoir|tenir|donner"
    r"|lever|parler)\b)[^\W\d_]{2,}(?:(?<!i)er|ir)|(?:publ|étud|modif|ratif|vérif|remerc|appréc|négoc|simplif|cop)ier"
    r"|prendre|mettre|soumettre|transmettre|suivre|lire|écrire|produire|attendre|étendre|inclure|conclure|réduire"
    r"|traduire|construire|rejoindre|suspendre|introduire"
)
_BEHIND_VERB_FR = re.compile(
    rf"(?<![\w’'-])(?:{_VERBS_FR}|{_INFINITIVE_FR}) (?:(?:{_KINDS_FR}) )?(?P<noun>{_NOUNS_FR})s?"
    r"(?![\w’'-]|\.\w| (?:par|après|à|contre|sur) (?P=noun))"
)
_KIND_BEHIND_FR = re.compile(
    rf"(?<![\w’'-])(?:{_INFINITIVE_FR}) (?:nouveau|nouvel|nouvelle|nouveaux|nouvelles|deuxième|troisième)"
    r" [a-zà-ÿœ]{3,}"
)
_PLACED_FR = re.compile(
    r"(?<![\w’'-])(?:dans|sur|pour|avec|par|pendant|selon|après|avant|contre|chez) (?:(?:nouveau|nouvel|nouvelle) )?"
    r"(?:secrétariat|comité|atelier|webinaire|séminaire|calendrier|réseau|plateforme)(?![\w’'-])"
)

_ON_FR = re.compile(
    r"(?<![\w-])(?:(?:insiste|insistent|revient|reviennent|interroge|interrogent) sur"
    rf" (?:(?:{_KINDS_FR}) )?(?:{_NOUNS_FR})(?! et )"
    r"|appelle(?:nt)? à (?:respect|renforcement|maintien|report|dialogue|vote|partage))(?![\w’'-])"
)
"""What is insisted on or called for: « insiste sur délai »."""

_NOUNS_ES = _any(
    "taller seminario curso plazo calendario cronograma comité sistema mecanismo plataforma red cuestionario manual"
    " formulario proyecto texto documento reunión sesión plan"
)
_NEW_ES = re.compile(
    r"(?<![\w-])(?:propone|pide|solicita|sugiere|quiere|desea|necesita|acepta|apoya|prefiere|[^\W\d_]{3,}(?:ar|er|ir))"
    r" (?:nuev[oa]|segund[oa]|tercer|breve) [a-zñáéíóúü]{3,}"
)
_HOSTED_ES = re.compile(
    r"(?<![\w-])(?:acoger|organizar|celebrar|albergar|crear|establecer|convocar|auspiciar|organiza|organizará|acogerá)"
    rf" (?:{_NOUNS_ES})(?![\w-])"
)
_ASKED_ES = re.compile(
    r"(?<!\bno )(?<!\bni )(?<!\bnunca )(?<![\w-])(?:propone|pide|solicita|sugiere|quiere|desea|insiste en)"
    rf" (?!sesión (?:plenaria|pública|privada)\b)(?:{_NOUNS_ES})(?![\w-]| (?:[yeou]|ni) )"
)
"""What is asked for: “propone texto”; of several, or of none, nothing is lost: “propone texto y calendario”."""
_HAS_ES = re.compile(
    r"(?<![\w-])(?:tiene|tienen|tenía|tendrá|tenemos|posee|cuentan? con|contaba con|contará con)"
    r" (?:sistema|mecanismo|plataforma|comité|programa|registro|portal|herramienta|instituto|comisión|consejo"
    r"|secretaría|observatorio|taller|aplicación|módulo)"
    r" (?!(?:de|del|para|que|en|y|e|o|por|con|sobre|a|al|hasta|desde|pero|ni|sin|como)\b)[^\W\d_]"
)
"""What a State has, by its name: “tiene sistema simore”."""

_LAST = {
    Language.EN: re.compile(
        r", (?:(?:very|rather|quite) )?(?:(?:good|bad|great|poor|mixed|positive|negative|encouraging|excellent|strong"
        r"|weak|limited|promising|modest|disappointing) [a-z]+(?<!ly)"
        r"|no (?:results?|answer|reply|follow-up|change|progress|effect|response|staff|funds))[.!]?$"
        r"|, (?:ready|willing|prepared) to [^,]*$|, (?:far )?too [a-z]+[.!]?$"
        r"| [-–—] (?:too|very|not|rather|quite|still|only|just|so) [a-z ]{2,30}[.!]?$"
    ),
    Language.FR: re.compile(
        r", (?:très )?(?:(?:bons?|bonnes?|mauvais|mauvaises?|excellente?s?|grande?s?|faibles?|maigres|beaux|belles?)"
        r" [a-zà-ÿœ]+|(?:résultats?|bilan|retours?|expérience) [a-zà-ÿœ]+)[.!]?$"
        r"|, (?:prête?|disposée?)s? à [^,]*$|, (?:bien )?trop [a-zà-ÿœ]+[.!]?$"
        rf"|, (?:{_NOUNS_FR})s? [a-zà-ÿœ]+(?: (?:depuis|dès|en) [^,]*)?[.!]?$"
        r"| [-–—] (?:trop|très|pas|peu|assez|encore|seulement) [a-zà-ÿœ ]{2,30}[.!]?$"
    ),
    Language.ES: re.compile(
        r", (?:muy )?(?:(?:buen[oa]?s?|mal[oa]?s?|excelentes?|gran(?:des)?|escas[oa]s?|poc[oa]s|much[oa]s)"
        r" [a-zñáéíóúü]+|(?:resultados?|balance|experiencia) [a-zñáéíóúü]+)[.!]?$"
        r"|, (?:dispuest[oa]s? a|list[oa]s? para) [^,]*$|, demasiado [a-zñáéíóúü]+[.!]?$"
        r"| [-–—] (?:demasiad[oa]s?|muy|poco|aún|todavía|solo) [a-zñáéíóúü ]{2,30}[.!]?$"
    ),
}
"""What a telegram adds behind its last comma or a dash, without a verb."""


def has_bare_noun(text: str, language: Language) -> bool:
    """Whether a noun of one thing has lost its article in a text without what is quoted in it.

    Behind a verb, an infinitive or a preposition, or, in English, at the head of a clause.
    """
    if language is Language.EN:
        return _is_bare_english(text)
    if language is Language.FR:
        return any(one.search(text) for one in (_BEHIND_VERB_FR, _KIND_BEHIND_FR, _PLACED_FR, _ON_FR))
    return any(one.search(text) for one in (_NEW_ES, _HOSTED_ES, _ASKED_ES, _HAS_ES))


def ends_in_fragment(text: str, language: Language) -> bool:
    """Whether a text ends in a judgement without its verb: "in 2019, good results", "12 of 60 answered - too few"."""
    return _LAST[language].search(text) is not None or ends_behind_dash(text)


def _is_bare_english(text: str) -> bool:
    if _THAT_EN.search(text):
        return True
    if any(not _needs_none(one) for one in _BEHIND_VERB_EN.finditer(text)):
        return True
    return any(not _is_repeated(text[: one.start()], one["before"]) for one in _PLACED_EN.finditer(text))


def _needs_none(found: re.Match[str]) -> bool:
    """Whether what stands behind a verb is had without an article: one by one, or where its kind is not told."""
    noun = found["noun"]
    if re.match(rf" (?:by|after) {noun}\b", found.string[found.end() :]):
        return True
    shape = _NO_COUNT_EN.get(noun)
    verb = found["verb"] or found["base"] or found["done"] or ""
    return shape is not None and not found["kind"] and shape.search(verb) is not None


def _is_repeated(before: str, placed: str) -> bool:
    """Whether what stands behind a preposition repeats what is before it, or its kind: "from draft to draft"."""
    noun = placed.rsplit(maxsplit=1)[-1]
    return before.endswith(f"{noun} ") or _KIND_OF_EN.search(before) is not None
