"""A telegraphic sentence of a note that begins with the verb of who speaks: « Partage l’avis de l’Italie. »

Its subject is who speaks, and `la délégation` with that predicate is a correct sentence as it stands. What may be of a
thing told before (« Accepte les fichiers »), a noun (« Offre de l’Italie ») or a verb before its subject (« Suit un
débat ») is not taken for one, and is named.
"""

import re

from nmirf_desktop.domain.acts_on_itself import is_done_to_thing
from nmirf_desktop.domain.bare_sentences import is_of_another, is_spanish_act
from nmirf_desktop.domain.finite_verbs import begins_with_own_verb, needs_no_subject
from nmirf_desktop.domain.first_person import QUOTED, in_first_person
from nmirf_desktop.domain.floor_acts import ACTS
from nmirf_desktop.domain.spoken_acts import PERFECT, SAYING
from nmirf_desktop.domain.subjects_last import ends_with_subject
from nmirf_desktop.domain.verb_forms import NOUNS_TOO, PRESENT
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OTHERS_TOO = {
    Language.FR: _words(
        "reste suit vient existe figure manque survient arrive apparaît demeure suffit convient parvient passe sort"
        " part commence débute règne semble paraît importe vaut faut revient court va est a doit peut pourrait devrait"
        " sera serait était avait aurait aura"
        " améliore affaiblit affecte aggrave ajoute alourdit atteint augmente clarifie classe complique comporte"
        " concerne constitue contribue correspond corrige coûte couvre date découle définit dépend dépasse"
        " détaille détermine distingue donne élargit englobe évite exclut exclue excepte facilite garantit génère"
        " implique inclut inclue inspire intègre introduit introduise laisse marque mentionne mesure met montre"
        " nécessite nourrit oblige permet porte pose prévoit procède produit provient ramène rapporte réduit reflète"
        " remplace rend renforce renvoie répond représente reprend requiert résume résout retarde révèle"
        " risque sensibilise simplifie subit subvient tend tient tombe touche traite vise comprend prend fait dit"
        " fut fit prit mit vint tint eut contient résulte ressort ont sont"
        " aboutit accorde apporte approfondit assure atténue attire attribue bloque calcule cesse circule combine"
        " compromet consacre consiste consolide contraint convainc convertit corrompt déçoit déplaît dérange disparaît"
        " diversifie dort élimine émeut énumère entretient équivaut établit étend exaspère favorise fixe fond impose"
        " incorpore inscrit insère interdit intervient libère lève limite luit meurt naît nuit omet persiste plaît"
        " prescrit préoccupe proscrit prouve rassemble répartit restreint rétablit retrace satisfait sert succède"
        " surprend suspend tolère tourne transcrit unifie valorise choque"
    ),
    Language.ES: _words(
        "queda sigue falta existe figura llega viene comienza empieza aparece cabe consta parece resulta urge conviene"
        " interesa importa ocurre sucede nace surge pasa sale procede es está ha tiene debe puede va hay fue era será"
        " sería dio vio había habría afecta aclara agrega añade amplía aporta aumenta basta cambia clasifica comprende"
        " concierne constituye contiene contribuye corrige crea cuenta cubre da define deja depende detalla determina"
        " dificulta duplica evita excluye facilita favorece figura funciona garantiza genera impide implica impone"
        " incluye incorpora inspira introduce lleva marca mejora menciona merece muestra necesita obliga obtiene"
        " permite pertenece pone prevé produce queda recoge reduce refleja refuerza representa requiere resume revela"
        " simplifica sirve sobra supone sustituye tiende toca toma trae trata vale hace sube baja limita introduce"
        " elimina completa combina facilita integra abarca corresponde consiste equivale entraña rige están"
        " son han van dan fueron eran hubo estaba estaban tenía tenían podía podían debía debían quería hacía decía"
        " iba iban podría debería tendría haría daría vendría estaría faltaría bastaría convendría establece fija"
        " dispone distingue distribuye preocupa sorprende gusta extraña persiste permanece incide incumbe compete"
        " estriba enmarca culmina avanza circula cesa acaba termina alegra complace convence prohíbe exime otorga"
        " atribuye confiere describe contempla protege ubica cumple interviene vino vierte resalta"
    ),
}
"""Verbs that a note may tell of a thing without naming it, or whose subject follows: « Suit un débat »."""
_NOUNS = {
    Language.FR: NOUNS_TOO[Language.FR]
    | _words(
        "amende amorce annonce attache avance avise clôture commande compte consigne demeure dépêche devance double"
        " dit écoute entame épargne épouse fait finance formule groupe informe interprète joint joue juge lance lit"
        " livre loue manifeste motive nuance oeuvre œuvre oublie partage passe penche pilote place pointe porte pose"
        " presse prête protège réclame relève reproche résume retire risque tente traite tranche transfère valide"
        " présente suspecte veille vend vent fuit conduit réduit garde trouve mandate repose"
    ),
    Language.ES: NOUNS_TOO[Language.ES]
    | _words(
        "denuncia alza dispensa espera estima alega carga causa charla compra copia cría cubre danza debate disputa"
        " empresa encuesta entrada factura fecha forja gira guarda habla lista llama lucha manda mejora molesta multa"
        " muestra niega obra ordena orienta paga pasa pausa pena prueba presenta presta protesta publica refuerza"
        " repite reserva saca salida suma toma trata vela viva vota"
    ),
}
"""Verbs that may be a noun, with a capital before anything but what a verb has behind it."""
_OBJECT = {
    Language.FR: re.compile(
        r" (?:(?:aussi|également|donc|[^\W\d_]+ment) )*(?:que\b|qu[’']|si |l[ae] (?!\d|semaine|jour|mois|matin|soir)"
        r"|les (?!\d)|l[’']|une? |ce(?:t|tte|s)? |s(?:on|a|es) |leurs? )"
    ),
    Language.ES: re.compile(
        r" (?:(?:también|además|[^\W\d_]+mente) )*(?:que |si |un |una |el (?!\d)|la |los |las |su |sus |est[aeo]s? )"
    ),
}
_SUBJECT_BEHIND = re.compile(
    r"[Vv]ot[aó] (?:en contra|a favor) (?:(?:el|la) )?[A-Z]"
    r"|(?:No )?(?:[Ss]e |[Ll][aeo]s? )?(?:[^\W\d_]+|Toma la palabra)"
    r" (?:[A-ZÁÉÍÓÚ][^\W\d_]+|(?:el|la|los|las) (?:[A-ZÁÉÍÓÚ]|(?i:secretar|president|comité|mesa|delegaci|relator"
    r"|representante|grupo|coordinador|gobierno|estado)))"
)
"""A Spanish verb before its subject, or before a name that lacks its “a”: “Propone Italia el 3 de mayo”."""
_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=[ .,]|$)")
_BEFORE_VERB = {
    Language.FR: re.compile(r"(?:N[’']|S[’']|Ne |Se )(?:s[’']|se |l[’']|l[ae]s? |en |y |lui |leur )?"),
    Language.ES: re.compile(r"(?:No (?:se |l[aeo]s? )?|Se )"),
}
_ITSELF = re.compile(r"(?:S[’']|N[’']s[’']|Ne s[’']|Ne se |Se |No se )")
_DENIES = re.compile(r"(?:N[’']|Ne )(?:l[’']|l[ae]s? |en |y |lui |leur )?")
_DENIED = {
    Language.FR: _words(
        "a est peut doit pourrait devrait était avait serait aurait va comprend prend fait met tient rend pose revient"
        " passe attend bloque exclut"
    ),
    Language.ES: frozenset[str](),
}
"""Those of them that are who speaks' behind « ne »."""
_IS_NO_MIND = re.compile(
    r"(?:N[’'](?:est|était|en est) (?:pas|plus|guère|point|ni)|Ne (?:peut|doit|devrait|pourrait|saurait) (?:pas "
    r"|plus )?être)(?! (?:(?:encore|tout à fait|du tout|très|pleinement|non plus|totalement|entièrement|vraiment|pas"
    r"|plus) )*"
    r"(?:d[’']accord|d[’']avis|en mesure|en faveur|en désaccord|en position|favorable|opposée?|contre |hostile"
    r"|convaincue?|persuadée?|certaine?|sûre?|prête?|disposée?|satisfaite?|associée?|partie|membre|seule?|coauteur"
    r"|liée?|intéressée?|surprise?|rassurée?|tenue?|venue?|intervenue?|revenue?|parvenue?|concernée?|informée?"
    r"|représentée?|engagée?|autorisée?|habilitée?|consultée?|présente?|étonnée?|insensible|inquiète?|inquiet)\b)"
    r"|N[’']a (?:pas|plus|aucune?|guère|jamais) (?:été\b|(?:d[’']|de )?(?:effet|sens|lieu|valeur|incidence|portée"
    r"|raison d[’']être|objet|fondement|équivalent|base|force|rapport|impact|conséquence|coût|suite)s?\b)"
    r"|Ne (?:tient|prend|rend|fait) (?:pas|plus|guère|jamais|nullement) (?:compte|en compte|mention|référence|double)\b"
    r"|Ne pose (?:pas|plus|guère)\b"
)
"""What is told of a thing, behind a word that stands before verbs alone: « N’est pas une priorité »."""


def is_bare_act(sentence: str, language: Language) -> bool:
    """Whether a sentence has no subject, and begins with what nobody but who speaks does: « Exige un vote »."""
    if language is Language.EN or not _may_be_told(sentence, language):
        return False
    act = ACTS[language].match(sentence)
    return act is not None and not (language is Language.ES and _SUBJECT_BEHIND.match(sentence))


def opens_with_verb(sentence: str, language: Language) -> bool:
    """Whether the first sentence of a note, which begins with a capital, begins with the verb of who speaks."""
    if language is Language.EN or not _may_be_told(sentence, language):
        return False
    small = f"{sentence[:1].lower()}{sentence[1:]}"
    if needs_no_subject(small, language):
        return True
    if not begins_with_own_verb(small, language) or tells_of_thing(sentence, language):
        return False
    if is_bare_act(sentence, language) or PERFECT[language].match(sentence):
        return True
    if is_of_another(sentence, language):
        return False
    if language is Language.ES and (_SUBJECT_BEHIND.match(sentence) or is_spanish_act(sentence)):
        return not _SUBJECT_BEHIND.match(sentence)
    return _has_present(sentence, language)


def _has_present(sentence: str, language: Language) -> bool:
    """Whether a sentence begins with a verb in the present that is no noun, and told of nothing but who speaks."""
    before = _BEFORE_VERB[language].match(sentence)
    found = _FIRST.match(sentence, before.end() if before else 0)
    if found is None:
        return False
    word = found[0].casefold()
    if before is not None and (_ITSELF.match(sentence) or word in _DENIED[language]):
        return not word.endswith(("ra", "rá"))
    known = word in PRESENT[language] or word in SAYING[language]
    if not known or word in _OTHERS_TOO[language]:
        return False
    alone = before is None and word in _NOUNS[language]
    return not alone or _OBJECT[language].match(sentence, found.end()) is not None


def tells_of_thing(sentence: str, language: Language) -> bool:
    """Whether a French sentence that begins with « ne » tells of a thing: « N’est pas une priorité »."""
    if language is not Language.FR:
        return False
    before = _DENIES.match(sentence)
    found = _FIRST.match(sentence, before.end()) if before else None
    word = found[0].casefold() if found else ""
    other = word in _OTHERS_TOO[language] and word not in _DENIED[language]
    return other or _IS_NO_MIND.match(sentence) is not None


def _may_be_told(sentence: str, language: Language) -> bool:
    """Whether a sentence begins with a capital, asks nothing, tells of no thing, and is in nobody's first person."""
    if "?" in sentence or not sentence[:1].isupper():
        return False
    if is_done_to_thing(sentence, language) or (language is Language.ES and ends_with_subject(sentence)):
        return False
    return not in_first_person(QUOTED.sub(lambda one: "”" * len(one[0]), sentence), language)
