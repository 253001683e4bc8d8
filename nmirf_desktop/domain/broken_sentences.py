"""Sentences of a note that break off or lack a subject, in French and Spanish: « le délai est court ; veut juin ».

What stands behind a semicolon or a full stop needs a verb, and in French a subject; without them it is named.
"""

import re

from nmirf_desktop.domain.finite_verbs import (
    begins_with_own_verb,
    begins_with_verb,
    has_verb,
    is_verb,
    needs_no_subject,
)
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.i18n import Language

_WE_TOO = {
    Language.FR: re.compile(
        r"(?:\bet|\bmais|[,;]) (?:(?:ne|nous|le|la|les|en|y) |[nl][’'])*(?:sommes|avons|allons|pouvons|devons|voulons"
        r"|serons"
        r"|aurons|étions|avions|\w+(?:er|ir|ss|ci|uy|uten|érim|itt|ag|ait|and|os|im|ett)ons)(?!\w)(?<!questions)"
    ),
    Language.ES: re.compile(
        r"(?:\b[ye]|\bpero|\bque|[,;]) (?:(?:no|nos|también|lo|la|los|las|les?) )*(?!(?:extremos|tramos|ramos"
        r"|gramos|reclamos"
        r"|mínimos|máximos|últimos|próximos|íntimos|óptimos|legítimos|términos|supremos)\b)(?:\w+[aei]mos|somos"
        r"|vamos)\b"
    ),
}
"""Behind what who speaks does, a verb that says "we"."""
_THEY = re.compile(
    r"(?:ils|elles|ellos|ellas) |(?:(?:la|lo) )?(?:primer|segund|tercer)[oa], (?:el|las?|los) [^\W\d_]+\.?$",
    re.IGNORECASE,
)
"""Others, who have not been named; or what is counted, without a verb: “La primera, el costo”."""
_JOINS = {
    Language.FR: re.compile(
        r"(?:(?:et|mais|puis|cela étant|cela dit|ceci étant|ceci dit|donc|car|or|sinon|toutefois|cependant|néanmoins"
        r"|ensuite|enfin|aussi|également|en outre"
        r"|de plus"
        r"|par ailleurs|par conséquent|en conséquence|d[’']autre part|en revanche|par contre|à défaut|d[’']abord"
        r"|pour sa part"
        r"|de même|ainsi|en effet|au contraire|en particulier|a\)|[a-z\d]{1,2}[).]|[-–—])(?:, | ))+",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:y|e|pero|por eso|por ello|luego|después|pues|si no|sin embargo|no obstante|además|asimismo|también"
        r"|por último|en cambio"
        r"|por tanto|por lo tanto|en consecuencia|por otra parte|de lo contrario|a su vez|finalmente|por su parte|así"
        r"|en efecto|al contrario|en particular|[a-z\d]{1,2}[).]|[-–—])(?:, | ))+",
        re.IGNORECASE,
    ),
}
"""What joins a sentence to the one before."""
_SUBJECT = {
    Language.FR: re.compile(
        r"(?:(?:le|la|les|une?|des|du|de la|ce|cet|cette|ces|cela|ceci|son|sa|ses|leurs?|elles?|ils?|on|aucune?|chaque"
        r"|plusieurs|certaine?s|quelques|tou(?:te)?s|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|nul(?:le)?|rien"
        r"|personne"
        r"|tout|beaucoup|peu|(?:celui|celle|ceux|celles)(?:-ci|-là)?|ça|chacune?|certains|d[’']autres|l[’']un|autre"
        r"|vingt|trente|cent) "
        r"|[lLcC][’']|de l[’']|(?:plus|moins|près) de \d|environ \d|\d|«|“)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:el|la|los|las|una?|unos|unas|[eé]st[aeo]s?|[eé]s[aeo]s?|aqu[eé]l(?:l[ao]s?)?|su|sus|él|ellas?|ellos?|ningun[ao]"
        r"|ningún|cada"
        r"|vari[ao]s|algun[ao]s?|algún|tod[ao]s?|much[ao]s|poc[ao]s|nada|nadie|dos|tres|cuatro|cinco|seis|siete|ocho"
        r"|nueve|diez"
        r"|otr[ao]s|ambos|ambas|lo|dich[ao]s?|tal|tales|eso|esto|veinte|treinta|cien) |(?:más|menos|cerca) de \d|\d|“"
        r"|«)",
        re.IGNORECASE,
    ),
}
_MANY = re.compile(r"(?:no )?(?:van|han|son|están|eran|fueron|estaban) ")
"""A verb of several, which have not been named."""
_OF_SPEAKER = {
    Language.FR: re.compile(
        r", (?:(?:ne|se|le|la|les|en) |[nsl][’'])?(?:préfère|préférerait|propose|demande|remercie|appuie|souhaite"
        r"|regrette"
        r"|soutient|rappelle|salue|félicite|votera|accepte|veut|voudrait|prie|espère|suggère|refuse|retire|rejette"
        r"|craint"
        r"|peut accepter|pourrait accepter|peut pas accepter|oppose|rallie|associe|abstiendra)(?!\w)"
    ),
    Language.ES: re.compile(
        r", (?:no )?(?:(?:se|lo|la|los|las|le|les) )?(?:prefiere|preferiría|propone|pide|agradece|apoya|desea|lamenta"
        r"|respalda|recuerda|saluda|felicita|votará|acepta|quiere|querría|espera|sugiere|rechaza|retira|teme"
        r"|solicita|pregunta|opone|suma|adhiere|abstendrá|puede aceptar|podría aceptar)\b"
    ),
}
"""Behind a clause of another subject, what only who speaks does: « le délai est trop court, préfère trois mois »."""
_AGO = re.compile(r"il y a (?:[^\W\d_]+ |\d+ ){1,3}?(?:ans?|mois|jours?|semaines?), ", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:comme|sur|pour|avec|sans|selon|dans|en|au?|aux|à|de|d[’']|par|non?|como|con|sin|según|sobre|por|para|ya|si|se"
    r"|lo|le"
    r"|ne|y|pas|plus|aussi|también|tampoco|hier|ayer|hoy|demain|mañana|trop|très|bien|assez|peu|souvent|parfois|toujours"
    r"|jamais|même|puis|ensuite|enfin|alors|d[’']abord|premièrement|deuxièmement|finalement"
    r"|luego|primero|segundo"
    r"|tercero|después|entonces|finalmente|además|asimismo|visados?|muy|demasiado|bastante|poco|nada|siempre|nunca|jamás|apenas|quizás?|ojalá|casi"
    r"|a veces|incluso|aún|todavía|actualmente|ahora|sólo|solo|encore|déjà|actuellement|désormais)(?![\w])",
    re.IGNORECASE,
)
"""How no proper name begins."""
_SUBJECT_BEHIND = re.compile(r"se [^\W\d_]+ (?:una?|el|la|los|las) ")
"""A Spanish verb before its subject: “se plantea la cuestión”."""
_JUDGED = re.compile(
    r"(?:(?:trop|très|pas|assez) (?!(?:souvent|longtemps|tôt|loin|encore|plus|seulement|même)\b)"
    r"|(?:demasiado|muy|bastante|nada) (?!(?:a menudo|pronto|tarde|lejos|antes|después)\b))[^,]*, ",
    re.IGNORECASE,
)
"""A judgement without its verb, and more behind it: « Trop cher, personne ne l’a demandé »."""
_INNER = re.compile(r"[.!?…]\s+(?=[–—\[«(-])")
"""A stop behind which a sentence begins with a dash, a bracket or a quotation."""
_HE_TOO = re.compile(
    r"(?:,|;| et| mais| car| donc) il (?:ne |n[’'])?(?:veut|demande|souhaite|préfère|propose|remercie|appuie|regrette"
    r"|votera"
    r"|voudrait|accepte|refuse|s[’']abstiendra|s[’']oppose|craint|espère|se félicite|soutient|insiste|rappelle)(?!\w)"
)
"""The State, behind its delegation or behind a text: « le texte ne lui convient pas, il veut un délai »."""
_SUBJECT_LAST = re.compile(
    r"manqu(?:e|ait|era|erait)(?: (?:encore|toujours|aussi))? (?:(?:les?|la|une?|des) |l[’'])", re.IGNORECASE
)
"""A French verb before its subject: « manque la version française »."""
_AGREES = re.compile(r"conviene (?:en|con) ", re.IGNORECASE)
"""A Spanish act of who speaks, and not what is advisable: “conviene en que el texto es claro”."""
_SPLICED = re.compile(r", (?:(?:en|y) (?:est|était)|sera|serait|estará|estaría|será|sería) ", re.IGNORECASE)
"""What may be of the thing told before: « traduit le guide, sera prêt en juin »."""
_EXPLAINS = re.compile(r"(?:explique son vote|fait état de|explica su voto|informa de)\b[^:]*:", re.IGNORECASE)
"""Behind these stand sentences, and no list."""
_OF_PERSON = {
    Language.FR: re.compile(r"(?:le |la |les |l[’'])(?:[A-ZÉ]|délégation)|(?:elles?|ils?) "),
    Language.ES: re.compile(r"(?:el |la |los |las )?[A-ZÁÉ]|la delegación|(?:ellas?|él) "),
}
_HE = re.compile(
    r"(?:\bqu[’'](?:[^,.;]{1,30} )?|\b(?:comme|dont|où) )il (?!(?:se doit|ressort)\b)"
    r"(?!(?:(?:ne |n[’'])?(?:y|en)\b|(?:ne |n[’'])?(?:faut|faudra|faudrait|faille"
    r"|convient|conviendrait|convienne"
    r"|importe|suffit|suffirait|s[’']agi\w+|semble|paraît|reste|existe|vau[td]\w*|soit|est|était|sera|serait|fût"
    r"|conviendra)(?!\w)))"
)
"""A pronoun that is somebody's: « rappelle qu’il avait demandé un rapport »."""
_HE_SPEAKS = re.compile(
    r"\binform\w+ [^,;]*qu[’']il "
    r"|^[^\W\d_]+ qu[’']il (?:n[’'])?est (?:pas |plus |aussi |toujours )?(?:co)?(?:auteur|membre|candidat|prêt"
    r"|opposé|favorable|d[’']accord|disposé|parrain|en mesure|partie|convaincu|chargé|président|rapporteur"
    r"|coordonnateur)\b"
    r"|^(?:explique|dit|confirme|affirme|déclare|indique|rappelle|précise|regrette de|se félicite de)"
    r" s[’']être \w+[éiuts](?!\w)"
    r"|\bet qu[’']il (?:ne )?(?:l[’']|le |la |les )?(?:appu|vot|accept|sout|propos|rejet|retir)",
    re.IGNORECASE,
)
"""Such a pronoun, though a masculine noun stands before: « informe le Comité qu’il retire sa candidate »."""
_MASCULINE = re.compile(r"(?:\b(?:le|un|du|au|ce|cet|aucun|chaque|tout|son|leur|notre)\s|[lLdD][’'])", re.IGNORECASE)


def breaks_off(sentence: str, language: Language, *, clause: bool) -> bool:
    """Whether what stands behind a semicolon or three points has no verb, or no subject behind one of its own.

    *clause* says that it has: « le délai est trop court ; préfère trois mois » is told of the time limit.
    """
    if language is Language.EN or "?" in sentence:
        return False
    text = QUOTED.sub(lambda one: "”" * len(one[0]), sentence)
    if not clause and (_SUBJECT_LAST.match(text) or _SPLICED.search(text)):
        return True
    if _is_of_others(text, language) or _AGREES.match(text) or (clause and _leaves_its_subject(text, language)):
        return True
    first, *parts = re.split(r"\s?;\s+|\s?(?:\.\.\.|…)\s+(?=[a-zà-ÿ])", text)
    if len(dashes := re.split(r" [-–—] ", text)) == 2 and not parts:  # noqa: PLR2004  (two dashes are a parenthesis)
        return not _continues(dashes[1], language, clause=False)
    if ":" in first:
        behind = first.partition(":")[2].strip()
        explained = _EXPLAINS.match(text) is not None and not has_verb(behind, language)
        return explained or (len(parts) == 0 and _lists_bare(behind, language))
    return any(not _continues(one, language, clause=clause) for one in parts)


def _is_of_others(text: str, language: Language) -> bool:
    """Whether a sentence tells of others who were not named, or speaks for itself behind what it tells."""
    return bool(_INNER.search(text) or _HE_TOO.search(text) or _WE_TOO[language].search(text) or _THEY.match(text))


def _leaves_its_subject(text: str, language: Language) -> bool:
    """Whether a clause goes on with what only who speaks does, or has no verb but behind a colon."""
    head, comma, behind = text.partition(", ")
    timed = _AGO.match(text) or (_SUBJECT[language].match(text) and not has_verb(head, language))
    if comma and timed and begins_with_own_verb(behind, language):
        return True
    if ":" in text and not has_verb(text.partition(":")[0], language):
        return True
    return bool(_OF_SPEAKER[language].search(text)) and not _OF_PERSON[language].match(text)


def _lists_bare(behind: str, language: Language) -> bool:
    """Whether one noun without its article stands behind a colon: « explique son vote : texte faible »."""
    word = re.match(r"[a-zà-ÿ]+(?= [^\W\d_])", behind)
    if word is None or "," in behind or _SUBJECT[language].match(behind) or re.search(r"[eai][r]$|re$", word[0]):
        return False
    return not begins_with_verb(behind, language) and not re.match(
        r"(?:que|qu|si|de|à|a|en|por|para|par|pour)\b", behind
    )


def _continues(part: str, language: Language, *, clause: bool) -> bool:
    """Whether a part of a sentence behind a semicolon has its verb, and its subject where the first part has one."""
    told = part[found.end() :] if (found := _JOINS[language].match(part)) else part
    if _SUBJECT[language].match(told) and has_verb(told, language):
        return True
    behind = told.partition(", ")[2]
    if behind and _SUBJECT[language].match(behind) and has_verb(behind, language):
        return True
    if not begins_with_own_verb(told, language):
        return begins_with_name(told, language)
    return not clause


def behind_joint(sentence: str, language: Language) -> str:
    """What stands in a Spanish sentence behind the words that join it to the one before; empty where none does.

    There its verb is who speaks': “Pero votará en contra”.
    """
    found = _JOINS[language].match(sentence) if language is Language.ES else None
    return sentence[found.end() :] if found else ""


def lacks_subject(sentence: str, language: Language) -> bool:
    """Whether a further sentence has no subject before its verb, or no verb at all: « D’accord avec le Pérou. »

    In Spanish a verb needs no subject. What asks is left as it is.
    """
    if language is Language.EN:
        return False
    if "?" in sentence:
        head, colon, _ = sentence.partition(":")
        return bool(colon) and not has_verb(head, language)
    text = QUOTED.sub(lambda one: "”" * len(one[0]), sentence)
    told = text[found.end() :] if (found := _JOINS[language].match(text)) else text
    small = f"{told[:1].lower()}{told[1:]}"
    if language is Language.ES and _MANY.match(small):
        return True
    if language is Language.ES and (begins_with_own_verb(small, language) or needs_no_subject(small, language)):
        return False
    if _SUBJECT[language].match(told):
        return not has_verb(told, language)
    if language is Language.ES and _SUBJECT_BEHIND.match(small):
        return False
    behind = "" if _JUDGED.match(told) else told
    while ", " in behind:
        behind = behind.partition(", ")[2]
        if (_SUBJECT[language].match(behind) and has_verb(behind, language)) or needs_no_subject(behind, language):
            return False
    return not begins_with_name(told, language)


def begins_with_subject(text: str, language: Language) -> bool:
    """Whether a text begins with an article, a pronoun or a number, as a subject does."""
    return _SUBJECT[language].match(text) is not None


def begins_with_name(told: str, language: Language) -> bool:
    """Whether a proper name, or several, stands before a verb: « Cuba appuie le texte »."""
    if _NO_NAME.match(told):
        return False
    name = re.match(r"(?:[A-ZÀ-Þ][\w.’'-]*(?: (?:et|y|e|de|del|la|los)(?= [A-ZÀ-Þ]))?,? )+", told)
    if name is None or is_verb(re.split(r"\W", told)[0].casefold(), language):
        return False
    behind = told[name.end() :]
    return (
        begins_with_verb(behind, language) or re.match(r"(?:ont|sont|font|vont|\w+[ae]n|\w+ent)\b", behind) is not None
    )


_IS_STATE = re.compile(
    r"\b(?:est|étant|était|fut|sera|es|siendo|fue|era|será|sería) "
    r"(?:aussi |également |toujours |también )?"
    r"(?:une?|l[’']un des|un des|l[ae]|una|uno de los|el|la) "
    r"(?:[^\W\d_]+ ){0,3}(?:État|pays|Estado|país|anfitrión)(?:e?s)?\b"
)
"""What no delegation is: « est un petit État insulaire »."""


def speaks_as_he(sentence: str) -> bool:
    """Whether a French « il » is who speaks, though it might be told of what was named before it."""
    return _HE_SPEAKS.search(sentence) is not None


def takes_up_state(sentence: str) -> bool:
    """Whether a sentence of a delegation tells what its State alone is, or has a French « il » that can be but it.

    « est un petit État », « rappelle qu’il avait proposé un texte ».
    """
    if _IS_STATE.search(sentence) or speaks_as_he(sentence):
        return True
    found = _HE.search(sentence)
    return found is not None and not _MASCULINE.search(sentence[: found.start()])
