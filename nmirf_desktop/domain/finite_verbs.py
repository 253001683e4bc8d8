"""Whether a French or Spanish note has a verb where its sentence needs one: « d’accord avec le Pérou » has none.

French and Spanish have no form that is a verb alone, so the forms of the third person are told by closed lists, by
endings that few nouns have, and by what stands behind them. Where no verb is found the note is no sentence of minutes.
"""

import re
from itertools import pairwise

from nmirf_desktop.domain.spoken_acts import SAYING, TO_DO, TO_SAY
from nmirf_desktop.domain.told_of_things import is_of_thing
from nmirf_desktop.domain.verb_forms import NOUNS_TOO, PRESENT
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEHIND = {
    Language.FR: re.compile(
        r",? (?:que\b|qu[’']|si\b|s[’']il|une?\b|l[ae]s?\b|l[’']|d[’']autres?\b|sa\b|son\b|ses\b|leurs?\b"
        r"|ce(?:t(?:te)?|s)?\b|à\b|aux?\b"
        r"|du\b|des\b|de la\b|de l[’']|d[’']\w+(?:er|ir|re|oir)\b|de (?:ne |l[ae]s? |se |s[’']|lui |leur |plus "
        r"|pouvoir |nouveau )"
        r"|de \w+(?:er|ir|re|oir)\b|comment\b|combien\b|pourquoi\b|quand\b|où\b|quel|qui\b|ce que\b|également\b"
        r"|aussi\b|ainsi\b"
        r"|donc\b|\w+ment\b|contre\b|pour\b|en\b|avec\b|aucune?\b|plus\b|tou[ts]|deux\b|trois\b|\d|plusieurs\b|«|oui\b"
        r"|non\b"
        r"|de près\b"
        r"|pas\b|état de\b|partie de\b|part d|observer\b|valoir\b|savoir\b|remarquer\b|référence\b|mention\b|sien)"
    ),
    Language.ES: re.compile(
        r",? (?:que\b|si\b|una?\b|el\b|l[ao]s?\b|sus?\b|al?\b|est[aeo]s?\b|es[aeo]s?\b|cu[áa]|cómo\b|por qué\b"
        r"|qui[eé]n|qué\b"
        r"|dónde\b|también\b|además\b|asimismo\b|\w+mente\b|más\b|tod[ao]s?\b|dos\b|tres\b|\d|“|en contra\b|a favor\b"
        r"|[^\W\d_]+[aei]r(?:l[aeo]s?|se)?\b|con\b|en qué\b|de qué\b|por (?:el|l[ao]s?)\b|[^\W\d_]+[aeo]s\b|algun"
        r"|vari[ao]s\b|tiempo\b"
        r"|de la (?:utilidad|eficacia|necesidad|viabilidad|conveniencia|exactitud|fiabilidad|pertinencia)\b"
        r"|aclaraciones\b|información\b)"
    ),
}
"""What stands behind such a word where it is a verb."""
_DE_ONLY = {
    Language.FR: re.compile(
        r"(?!demande\b|doute\b|dit\b|fait\b|part\b|sort\b|court\b)\w+ (?:d(?:u|es)\b|de l)", re.IGNORECASE
    ),
    Language.ES: re.compile(r"(?:cuenta|forma|duda|trata) (?:al?)\b"),
}
"""Where it is a noun all the same: « note du secrétariat »."""
_ENDINGS = {
    Language.FR: re.compile(
        r"(?!(?:retrait|extrait|trait|souhait|attrait|portrait|parfait|imparfait|lait|bienfait|forfait|méfait|caméra"
        r"|opéra"
        r"|extra|contra|infra|supra|mantra|ultra)\b)\w+(?:ait|era|ira|dra|ura|vra|tra)$"
    ),
    Language.ES: re.compile(
        r"\w{2,}(?:ó|rá|aba)$|\w+(?:puso|dujo|tuvo|izo|supo|guyó)$|(?!(?:secreta|mayo|mino|audito|aseso|catego|mate"
        r"|conseje|teo|histo|memo|trayecto"
        r"|averiguado)ría$)\w{2,}ría$"
    ),
}
_ENDINGS_OF_MANY = {
    Language.FR: re.compile(
        r"(?!(?:agent|aliment|argent|cent|client|conséquent|content|différent|élément|évident|fréquent|cohérent"
        r"|pertinent"
        r"|permanent|précédent|président|présent|récent|souvent|suffisent|talent|urgent|absent|accent|adhérent|afférent"
        r"|compétent|concurrent|continent|équivalent|éminent|excellent|imminent|indépendent|inhérent|innocent"
        r"|intelligent|négligent"
        r"|occident|orient|parent|patient|prudent|réfèrent|transparent|violent|vent|dent|lent|pourcent|subséquent"
        r"|imprudent"
        r"|incident|accident|apparent|ambivalent|impertinent|incohérent|inconséquent|insuffisent|indifférent|quotient"
        r"|coefficient|déficient|efficient|émergent|divergent|résident|vice-président|référent|tangent|sergent"
        r"|serment)\b)"
        r"(?:\w+[^m]ent|\w+(?:ament|iment|oment|rment|ument)(?<!ement)|ont|sont|vont|font|\w+ront)$"
    ),
    Language.ES: re.compile(r"\w{2,}(?:aron|ieron|eron|rán|ban|rían)$"),
}
_CLITICS = {
    Language.FR: re.compile(r"(?:(?:ne|se|lui|leur|vous|le|la|les|en|y) |[nsl][’'])*", re.IGNORECASE),
    Language.ES: re.compile(
        r"(?:(?:no|se|lo|la|los|las|les?|ya|también|tampoco|además|asimismo|igualmente|solo|sólo|solamente|únicamente"
        r"|aún|todavía|nunca|siempre|apenas|simplemente|tan solo|\w+mente),? )*",
        re.IGNORECASE,
    ),
}
_SURE_CLITIC = {
    Language.FR: re.compile(r"\b(?:ne |se |lui |leur |y )|\b[ns][’']", re.IGNORECASE),
    Language.ES: re.compile(r"\b(?:no|se|lo|la|los|las) ", re.IGNORECASE),
}
_SHAPE = {
    Language.FR: re.compile(
        r"(?!(?:de|guère|peut-être|point|certaine|toutefois|contre|comme|entre|outre|toute|même|encore|quatre|autre|chaque"
        r"|presque|puisque|lorsque|quoique|parce|jusque|ensuite|suite|et|dont|que|une|notre|votre|tard|tout|\w+ant)\b)"
        r"\w+(?:[etda]|vainc)$"
    ),
    Language.ES: re.compile(
        r"(?!(?:a|e|de|la|me|te|cada|contra|desde|entre|hacia|hasta|obstante|para|sobre|siempre|nada|tanta?|mucha|poca"
        r"|toda|hoy|una|ante|bastante|importante|suficiente|necesaria|prudente|clara|buena|conveniente|urgente"
        r"|oportuna)\b)"
        r"\w*[aeóáé]$"
    ),
}
"""How a verb ends, behind a small word that stands before verbs alone."""
_BEFORE_OBJECT = {
    Language.FR: re.compile(
        r" (?:que\b|qu[’']|l(?:e|a|es) (?!\d|semaine|jour|mois|matin|soir|lundi|mardi|mercredi|jeudi|vendredi)"
        r"|l[’'](?!an)"
        r"|une? |s(?:on|a|es) |leurs? |ce(?:t(?:te)?|s)? )"
    ),
    Language.ES: re.compile(r" (?:que|el|los|las|un|una|su|sus|al) "),
}
"""Behind a word that is in no list: what a noun has not directly behind it."""
_NOBODY = {
    Language.FR: re.compile(
        r"(?:faut|faudrait|faudra|fallait|convient|conviendrait|conviendra|importe|suffit|suffirait|vaudrait|semble"
        r"|semblerait"
        r"|paraît|paraîtrait|existe|existent|existait)(?!\w)|y a\b|compte (?:tenu|rendu)\b|vaut mieux\b|reste (?:à|que"
        r"|l[ae]s?|une?)\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:hay|hace (?:[^\W\d_]+ |\d+ ){1,2}?(?:años?|mes(?:es)?|días?|semanas?)|(?:había|habría"
        r"|habrá)(?! (?:(?:ya|también) )?\w+(?:ado|ido|ído|cho|sto|rto|uelto|ito)\b)"
        r"|hace falta|haría falta|hará falta|faltan?|faltaría|bastan?|bastaría|conviene|convendría"
        r"|cabe|cabría|procede|procedería|urge|existen?|existía|preocupan?|parece|sobran?|surgen?|interesa"
        r"|queda (?:por|pendiente)"
        r"|sigue pendiente|se (?:necesitan?|requieren?|precisan?|trata|debe|debería|puede|podría|ha de|tiene que)"
        r"|(?:le|les) (?:preocupan?|parecen?|gustan?|gustaría|interesan?|sorprenden?|alegra|complace|inquietan?|consta"
        r"|importa"
        r"|falta"
        r"|corresponde|resulta|extraña|satisface|cuesta|conviene))\b",
        re.IGNORECASE,
    ),
}
"""What has no subject that goes before it, which French cannot leave out: « faut attendre », “hace falta tiempo”."""
_OF_MANY = re.compile(r"(?:no )?les ", re.IGNORECASE)
_THERE_IS = re.compile(r"(?:ne |n[’'])?y (?:a|avait|aura|aurait)\b", re.IGNORECASE)
_ITSELF = {
    Language.FR: re.compile(
        r"(?:se |s[’'])(?!(?:en |y |entretien|expliqu|abstien|abstiendra|accorde|adresse|aligne|appuie|associe|attach"
        r"|attend|avou|borne"
        r"|charge|conforme"
        r"|consid|content|croi|demand|déclar|désol|désist|désolidaris|dissoci|di[rst]|efforc|engag|est|était|étonn"
        r"|exprim|félicit"
        r"|fond|fait|inclin|incline|inqui|inscri|insurg|intéress|interrog|joi|limit|montr|oblig|oppos|plai|plain|plaî"
        r"|préoccup"
        r"|prépar|présent|prononc|permet|port|propos|rall|rang|rappel|réfèr|réjoui|rend|renseign|réserv|résign|retir"
        r"|sen"
        r"|sera|serait|souci|souvien|ten|tien|tient|tourn|trouv|veut|voi|voyait|verra|retrouv|estim|jug|avèr|affirm"
        r"|révèl|proclam"
        r"|conten|refus|rejoui|voue|sait|disai|rallia|contredi|pli|heurt|appliqu|emploi|soumet|met\b|mettra|ralli"
        r"|récus|félici"
        r"|souhait|remém|excus|consacr|dot\w|porter|garde|voit|fie|concert|concentr|félic|déf|unit|unira|joindr"
        r"|produi))",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?se (?!(?:va a |acuerd|conform|sum|un[eió]|adh|opon|opus|abst|asoci|reserv|felicit|congratul|alegr"
        r"|declar|muestr"
        r"|mostr"
        r"|dice|dij|decía"
        r"|sient|sint|compromet|pronunci|refier|refir|pregunt|retir|ofrec|aline|manif|mantien|mantuv|mantend|qued"
        r"|inclin"
        r"|interes|preocup|ve\b|ve[íií]a|vio|verá|vería|consider|encuentr|encontr|hall|disculp|quej|esfuerz"
        r"|propon[ea] (?!\w+r\b)|propus|desvincul|disoci"
        r"|confies|reconoc|proclam|ha\b|había|habrá|habría|remit|limit|permit|niega|neg|pon[eí]|puso|pond|complac|honr"
        r"|inscrib"
        r"|sorprend|extrañ|lament|enorgull|dirig|fel|atien|aferr|centr|basa|apoy[aó] en|dedic|prepar|present|content"
        r"|esforz|hac"
        r"|expres|atrev|opond|suscrib|declin|identific|solidariz|dispon|ocup|resign|adscrib|acoge|acogi))",
        re.IGNORECASE,
    ),
}
"""A reflexive that is no delegation's: « se pose la question », "se necesita más tiempo"."""
_NO_VERB_BEFORE = {
    Language.FR: re.compile(
        r"(?:le|la|les|l[’']|un|une|des|du|de|d[’']|ce|cet|cette|ces|son|sa|ses|leur|leurs|à|au|aux|en|par|pour|sur"
        r"|avec"
        r"|sans|sous|chaque|aucune?|tout|toute|tous|toutes|deux|trois|plusieurs|quelques|et|ou|dans|entre|vers|très"
        r"|trop)$",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:el|los|un|una|unos|unas|de|del|este|esta|ese|esa|estos|estas|su|sus|a|al|en|por|para|sobre|con|sin|cada"
        r"|ningún|ninguna|toda|todo|todas|dos|tres|varias|algunas|y|o|entre|hacia|muy|más|contra)$",
        re.IGNORECASE,
    ),
}
_NO_CLAUSE = re.compile(r"(?:ce(?:la|ci) (?:dit|étant)|(?:eso|esto) dicho)\b|\d+[).] ?[^\W\d_]", re.IGNORECASE)
"""What begins as a clause does, and is an adverbial or the number of a point."""
_ADJECTIVES_TOO = _words(
    "active complète double concrète précise sobre libre calme vide aveugle estime publique pratique mixte fixe infirme"
    " activa completa firme expresa precisa concreta manifiesta distinta conjunta muestra integra exacta directa corta"
    " limpia alterna sola alerta presta prueba"
    " élève lit fond pilote manifeste presse dessert compte livre lance pose porte poste lève suspecte satisfait fait"
    " dit traduit inscrit décrit transcrit prescrit souscrit introduit instruit interdit construit détruit conduit"
    " produit réduit joint contraint restreint éteint inclue exclue écrit"
    " debate suma toma vela era paga alza sobra funda guarda llama practica nota"
)
"""Verbs that are nouns, or stand behind one as its adjective, too: « une version complète »."""
_PARTICIPLE = re.compile(r"(?:[éiu]e|[aiu]te|ise|erte|[ai]da|cha|sta|sa|[ae]nte|ble|[ií]a)$")
"""How a participle or an adjective ends that stands behind its noun: « la note publiée », “la nota enviada”."""
_TAKEN_UP = _words("le la les l’ lo los las")
"""Pronouns before a verb, where no article can stand: « la Présidence le sait »."""
_MANY = _words("les des ces ses leurs plusieurs certains certaines los las sus unos unas varios varias algunos algunas")
"""Articles of several, whose verb ends otherwise."""
_NEVER_NOUNS = _words("a ont sont doit peut était avait sera serait es está ha han tiene debe puede son")
_OBJECT = re.compile(r"\b(?:ils?|elles?|on|ne|qui|se) (?:l[ae]s?|leur|en)$", re.IGNORECASE)
"""A pronoun before its verb, and no article: « il les remercie »."""
_IN_TEXT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[’']?")
_QUESTION = re.compile(r"-t-|-(?:il|elle|on|ils|elles|ce)\b")


def begins_with_verb(predicate: str, language: Language) -> bool:
    """Whether a predicate begins with what may be its verb, behind the small words that stand before one."""
    clitics = _CLITICS[language].match(predicate)
    start = clitics.end() if clitics else 0
    found = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![’'])").match(predicate, start)
    if found is None or predicate[found.end() : found.end() + 1] == ")":
        return False
    word, behind = found[0].casefold(), predicate[found.end() :]
    if (
        _NOBODY[language].match(predicate, start)
        or _NOBODY[language].match(predicate)
        or _ITSELF[language].match(predicate)
    ):
        return False
    if _THERE_IS.match(predicate):
        return False
    if clitics and _SURE_CLITIC[language].search(clitics[0]) and _SHAPE[language].match(word):
        return True
    if word in NOUNS_TOO[language]:
        noun = _DE_ONLY[language].match(predicate, start)
        return bool(_BEHIND[language].match(behind)) and not noun
    return is_verb(word, language) or _has_object(word, behind, language)


def begins_with_own_verb(predicate: str, language: Language) -> bool:
    """Whether a predicate begins with what may be its verb, and tells nothing that is told of things alone."""
    return begins_with_verb(predicate, language) and not is_of_thing(predicate, language)


def needs_no_subject(predicate: str, language: Language) -> bool:
    """Whether a Spanish predicate has no subject, or one behind it: “no hay tiempo”, “le preocupa el costo”."""
    return language is Language.ES and not _OF_MANY.match(predicate) and _NOBODY[language].match(predicate) is not None


def is_verb(word: str, language: Language) -> bool:
    """Whether a word is, by the lists or by its ending, a verb in the third person singular."""
    known = word in PRESENT[language] or word in SAYING[language] | TO_SAY[language] | TO_DO[language]
    return known or bool(_ENDINGS[language].match(word))


def begins_with_object(text: str, language: Language) -> bool:
    """Whether a text begins with a pronoun and the verb whose object it is: « les remercie », “lo apoya”."""
    found = re.match(r"(?:l[aeo]s?|leur) ([^\W\d_]+)|l[’']([^\W\d_]+)", text)
    word = (found[1] or found[2]).casefold() if found else ""
    return is_verb(word, language) and word not in NOUNS_TOO[language]


def has_plain_verb(text: str, language: Language) -> bool:
    """Whether a text has a verb in the singular that is no noun or adjective: « le secrétariat travaille bien »."""
    found = list(_IN_TEXT.finditer(text))
    words = [one[0] for one in found]
    for place, (before, word) in enumerate(pairwise(words)):
        behind = text[found[place + 1].end() :]
        held = _NO_VERB_BEFORE[language].match(before) is not None
        taken_up = place > 1 and before in _TAKEN_UP and _NO_VERB_BEFORE[language].match(words[place - 1]) is None
        many = words[0] in _MANY and _is_of_many(word, language)
        noun = word in NOUNS_TOO[language] | _ADJECTIVES_TOO or (held and not taken_up)
        if not noun and (many or is_verb(word, language) or _does(word, behind, language)):
            return True
    return False


def _does(word: str, behind: str, language: Language) -> bool:
    """Whether a word that is in no list has what only a verb has behind it, and is no participle."""
    return not _PARTICIPLE.search(word) and _has_object(word, behind, language)


def _has_object(word: str, behind: str, language: Language) -> bool:
    return bool(_SHAPE[language].match(word) and _BEFORE_OBJECT[language].match(behind))


def has_verb(text: str, language: Language) -> bool:
    """Whether what has a subject has a verb, too: « 80 % des recommandations saisies » has none."""
    if _NO_CLAUSE.match(text):
        return False
    words = list(_IN_TEXT.finditer(text))
    for before, one in pairwise(words):
        held = _NO_VERB_BEFORE[language].match(before[0]) and text[before.end() : one.start()].strip() == ""
        if (
            held
            and one[0].casefold() not in _NEVER_NOUNS
            and not _OBJECT.search(text, max(0, before.end() - 16), before.end())
            and not _ENDINGS[language].match(one[0])
        ):
            continue
        word, behind = one[0].casefold(), text[one.end() :]
        if is_verb(word, language) or _is_of_many(word, language) or _has_object(word, behind, language):
            return True
    return bool(_QUESTION.search(text)) or (bool(words) and _begins_with_be(words[0][0], language))


def _begins_with_be(first: str, language: Language) -> bool:
    """Whether a text begins with a pronoun that holds its verb: « c’est », or with a verb that needs no subject."""
    if language is Language.FR:
        return first.casefold().rstrip("’'") == "c"
    return is_verb(first.casefold(), language)


def _is_of_many(word: str, language: Language) -> bool:
    if _ENDINGS_OF_MANY[language].match(word):
        return True
    return language is Language.ES and word.endswith("n") and word[:-1] in PRESENT[language]
