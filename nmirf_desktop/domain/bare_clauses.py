"""Clauses of a French or Spanish note whose subject has lost its article: « estime que projet trop ambitieux ».

In French no clause behind "that", "if" or "because" begins with a bare noun, so the words that may begin one are a
closed class. In Spanish a clause may begin with its verb, and a noun is told by a list, by its ending, or by the verb
behind it.
"""

import re

from nmirf_desktop.domain.finite_verbs import is_verb
from nmirf_desktop.domain.verb_forms import NOUNS_TOO
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_JOINT = {
    Language.FR: re.compile(
        r"(?<![\w’'-])(?:(?P<joint>que|car|si|puisque|lorsque|quand|dont|quoique|comme) |(?P<cut>qu|puisqu|lorsqu)[’'])"
        r"(?P<word>[a-zà-ÿœ]+\b)(?P<behind>(?![\w’'.-]\w|[’']).*)"
    ),
    Language.ES: re.compile(
        r"(?<![\w-])(?P<joint>que|porque|si|pues|cuando|aunque|mientras) (?P<word>[a-zñáéíóúü]+\b)"
        r"(?P<behind>(?![\w.-]\w).*)"
    ),
}
"""What begins a clause, and the first word of it."""
_OPENS = _words(
    "le la les un une des du de ce cet cette ces cela ceci ça celui celle ceux celles son sa ses leur leurs mon ma mes"
    " notre nos votre vos ledit ladite lesdits lesdites il ils elle elles on nous vous je tu lui eux soi moi toi y en"
    " ne se qui que quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles"
    " aucun aucune nul nulle nuls nulles chaque chacun chacune plusieurs certain certaine certains certaines quelque"
    " quelques quiconque autrui personne rien tout toute tous toutes tel telle tels telles divers diverses maints"
    " maintes différents différentes autre autres même mêmes seul seule seuls seules beaucoup peu bon nombre quantité"
    " nombreux nombreuses rares plus moins mieux trop assez tant autant davantage bien fort très pareil pareille"
    " zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante"
    " cinquante soixante cent mille environ près presque"
    " à au aux avec avant après chez comme contre dans depuis derrière dès devant durant entre envers hormis hors"
    " jusque malgré moyennant outre par parmi passé pendant pour sans sauf selon sous suivant sur vers via lors faute"
    " grâce quant suite vu concernant touchant étant ayant compte afin voici voilà conformément à compter face"
    " pas non jamais point ni guère si ou et mais donc or puis ensuite enfin ainsi alors aussi ailleurs autrefois"
    " autrement bientôt cependant certes déjà demain désormais dorénavant encore hier ici là longtemps maintenant"
    " néanmoins parfois partout peut plutôt pourtant quand quasi sinon sitôt soudain souvent surtout tantôt tard tôt"
    " toujours toutefois volontiers aujourd ensemble exprès naguère jadis combien comment pourquoi"
    " lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre"
    " octobre novembre décembre midi minuit madame mesdames monsieur messieurs maître force mention libre"
    " a ont avait avaient aura auront aurait auraient ait aient est sont était étaient sera seront serait seraient soit"
    " soient eut fut peut peuvent doit doivent devrait devraient pourrait pourraient va vont fait font faire dit"
)
"""What may begin a French clause: no noun, but for a few that stand without an article."""
_OPENS_BEHIND = {
    "si": _words("possible nécessaire besoin oui non nécessité bien"),
    "que": _words("possible nécessaire prévu jamais besoin souhaitable utile indispensable convenu figure"),
    "dont": _words("acte copie"),
    "quand": _words("bien même"),
    "lorsque": _words("possible nécessaire utile"),
    "car": _words("utile inutile impossible"),
}
_INTENSIFIES = re.compile(
    r"(?:\b(?:est|sont|était|étaient|sera|soit|soient|serait|semble|semblent|paraît|être|une?|de|des|pas|plus|reste"
    r"|juge|trouve|parle|jugé|trouvé|et|ou)|[,(]) $|(?:n[’']|d[’']|c[’'])\w+ $"
)
"""Before « si » where it is "so": « un délai si court »."""
_DEGREE = _words(
    "court courte courts courtes long longue longs longues bref brève grand grande grands grandes petit petite petits"
    " petites bas basse élevé élevée élevés élevées important importante importants importantes grave graves clair"
    " claire complexe complexes difficile difficiles facile faciles faible faibles vague vagues large larges rapide"
    " rapides urgent urgente ambitieux ambitieuse lourd lourde cher chère chers chères vite simple simples utile utiles"
    " nouveau nouvelle vieux vieille rare ancien ancienne précis précise mauvais mauvaise chaleureux chaleureuse"
)
_NOUNS_IN_MENT = re.compile(
    r"(?:règle|docu|finance|amende|ajourne|renouvelle|engage|verse|paie|gouverne|parle|mouve|départe|change|développe"
    r"|classe|recrute|argu|mo|élé|traite|accompagne|fonctionne|remplace|rembourse|juge|instru|supplé|trai|comporte"
    r"|recense|consente|renvoie|dépasse|retire|allonge|aligne|équipe|enregistre|budgéte|événe|évène|sout[ie]e?n"
    r"|établisse|lance|dépouille|regroupe|rapproche|stationne|investisse|avertisse|ralentisse)ments?"
)
_NOUNS_IN_RE = re.compile(
    r"(?:(?:dossi|calendri|papi|courri|ateli|milli|chanti|quarti|guichet|méti)er|(?:mém|territ|répert|hist|laborat)oire|(?:représent|mont|supplé|particip)ant|(?:avenir|désir|loisir)|(?:plénière|ministre|lettre|titre|chiffre|membre|ordre|cadre"
    r"|registre|centre|chambre|chapitre|offre|frontière|matière|manière|affaire|secrétaire|commentaire|partenaire"
    r"|ministère|critère|séminaire|questionnaire|formulaire|inventaire|sommaire|exemplaire|salaire|annuaire|procédure"
    r"|lecture|clôture|ouverture|signature|candidature|structure|nature|facture|mesure|heure|ouvrage|guerre|terre"
    r"|vocabulaire|glossaire|honoraire|maire|rencontre|fenêtre|contre-offre|mandataire|statutaire|dépositaire|semestre"
    r"|trimestre|horaire|itinéraire|anniversaire|adversaire|locataire|bénéficiaire|militaire|universitaire))s?"
)
_DONE = re.compile(
    r"(?!(?:délai|essai|appui|avis|crédit|conflit|profit|droit|contenu|revenu|compromis|refus|abus|processus|consensus"
    r"|surplus|traité|marché|délégué|député|exposé|résumé|communiqué|société|santé|employé|accusé|congé|pluie|partie"
    r"|copie|sortie|garantie|avenue|revue|issue|vue|tenue|entité|reprise|mise|prise|crise|entreprise|suite|visite"
    r"|pays|mois|bruit|circuit|exercice|dessert|transfert|expert|concert)s?$)[^\W\d_]+(?:(?<!it)(?<!om)é|i|u|is|it|ert)e?s?$"
)
_BEHIND_DONE = re.compile(r"(?: (?:par|dans|en|à|aux?|hier|lors|le|la|de|du|initialement)\b|\W*$|[,;)])")
"""Behind « tel que », « plus tard que » stands what was done: « tel que modifié par le Chili »."""
_INVERTED = re.compile(
    r" (?:l[ae]s? |l[’']|une? |son |sa |leurs? |chaque |ce(?:t|tte)? |plusieurs |certain|tou[ts] |[A-ZÀ-Þ\d])"
)
"""Behind a verb that stands before its subject: « le texte que propose le Chili »."""
_INVERTED_MANY = re.compile(r"[^\W\d_]+(?:(?<!m)ent|ait|aient|ront|raient)$")
_STANDS = re.compile(
    r"(?:[^\W\d_]+s (?:et|ou) [^\W\d_]+s\b"
    r"|(?:priorité|lecture|acte|preuve|suite|satisfaction|lumière|droit|hommage|attention|effet|réponse) "
    r"(?:ne )?(?:lui |leur |en |y )?soit )"
)
"""Nouns that stand without an article: « que priorité soit donnée », « que femmes et hommes »."""
_IS_BEHIND = re.compile(r" (?:n[’']|(?:ne|est|sont|sera|seront|était|a|ont|expire|reste|manque)\b)")
"""Behind « comme » where it is "since", and no noun is had as what somebody is: « comme membre »."""
_AS = re.compile(r"\b(?:[Tt]el(?:le)?s?|quoi) $")
_NOUNS_ES = _words(
    "proyecto texto presupuesto plazo ministro ministra país gobierno documento protocolo reglamento calendario"
    " secretaría secretariado sede comité grupo artículo mandato anexo párrafo acuerdo costo coste fondo borrador"
    " quórum sistema problema asunto punto resultado candidato candidata embajador embajadora experto"
    " experta relator relatora director directora presidente presidencia sala taller curso equipo proceso mecanismo"
    " convenio tratado parlamento congreso senado tribunal ley comisión consejo asamblea idioma original"
    " página herramienta plataforma contraparte vicepresidente coordinador coordinadora capital"
    " traductor intérprete delegado delegada personal título capítulo formulario cuestionario"
    " propuesta fecha cuota moción respuesta plan crédito error lenguaje mensaje porcentaje confianza gobernanza"
    " conferencia audiencia presencia asistencia candidatura"
)
_NOUNS_OR_VERBS_ES = _words(
    "informe enmienda reforma visita consulta oferta firma encuesta demanda nota consenso dinero tiempo tema programa"
    " base mesa lista guía enlace diferencia evidencia sentencia agencia influencia alianza"
)
"""Nouns that are verbs too, or are had without an article: they count before a verb alone."""
_NOUN_ENDS_ES = re.compile(r"[^\W\d_]+(?:[cstgnx]ión|miento|dad|ismo)$")
_NO_NOUN_ES = re.compile(
    r"(?:pero|como|solo|tanto|cuanto|pronto|luego|cero|mucho|poco|otro|todo|cierto|mismo|primero|segundo|tercero|medio"
    r"|uno|ello|esto|eso|aquello|bajo|salvo|excepto|ninguno|alguno|junto|ambos|dicho|cuatro|cinco|ocho|antes|yo|no|lo"
    r"|este|ese|cada|siempre|adem[aá]s|entonces|demasiado|bastante|debido|dado|visto|cuando|mejor|peor|mayor|menor"
    r"|por|ayer|enero|febrero|marzo|mayo|junio|julio|agosto|conforme|durante|mediante|incluso|acaso|quizás?|rumbo"
    r"|viento|respecto|lunes|martes|domingo|sábado|cómo|cuánto|tampoco|entretanto|claro|temprano|nuevo|necesario|\w*[iy]endo|\w+ando|\w*(?:uvo|dijo|dujo|puso|vino|izo"
    r"|quiso|pudo|supo|hubo|cupo|trajo))$"
)
_BEFORE_NOUN_ES = re.compile(r"(?:próxim|nuev|últim|segund|futur|actual)[oa]? ([^\W\d_]+)")
_VERB_BEHIND_ES = re.compile(
    r"(?: de [^\W\d_]+)?"
    r" (?:es|está|estaba|estará|esté|sea|fue|fuera|será|sería|se|no|ha|haya|había|tiene|tenga|debe|deba|debería|puede"
    r"|pueda|podría|muy|demasiado|sigue|siga|queda|quede|vence|expira|falta)\b"
)
_COMPARES_ES = re.compile(r"\b(?:más|menos|mejor|peor|mayor|menor|otr[oa]|antes|igual|mismo|tanto|l[aoe]s?)(?: \w+)? $")
_WITHOUT = _words("plainte copie información legislación documentación publicidad oposición")
"""Objects that are had without an article: « a déposé plainte », “ha publicado información”."""
_BARE_OBJECT = {
    Language.FR: re.compile(
        r"\b(?:(?:a|ont|avait|aura|avoir) (?:déjà |bien |aussi |récemment |enfin )?"
        r"(?:ratifié|adopté|signé|déposé|présenté|créé|publié|envoyé|soumis|organisé|lancé|élaboré|mis en place"
        r"|versé|modifié|approuvé|promulgué|établi|institué|préparé|achevé)"
        r"|(?:(?:^|[,;] | et | mais | puis )annonce|signale|promet|annoncera|ratifiera|signera|versera"
        r"|déposera|présentera|publiera))"
        r" (?P<word>[a-zà-ÿœ]+\b)(?P<behind>(?![\w’'.-]\w|[’']).*)"
    ),
    Language.ES: re.compile(
        r"\b(?:(?:ha|han|había|habrá|haber) (?:ya )?"
        r"(?:ratificado|aprobado|adoptado|firmado|depositado|presentado|creado|publicado|enviado|sometido|elaborado"
        r"|establecido|modificado)"
        r"|anuncia|ratificará|firmará|depositará|presentará|publicará) "
        r"(?P<word>[a-zñáéíóúü]+\b)(?P<behind>(?![\w.-]\w).*)"
    ),
}
"""What a delegation has done or announces, and the first word of its object."""


def lacks_article(text: str, language: Language) -> bool:
    """Whether a clause of a text, or what a delegation has done, begins with a noun that has lost its article."""
    if language is Language.EN:
        return False
    if any(_is_bare_object(one, language) for one in _each(_BARE_OBJECT[language], text)):
        return True
    bare = _is_bare_french if language is Language.FR else _is_bare_spanish
    return any(bare(one, text[: one.start()]) for one in _each(_JOINT[language], text))


def _each(shape: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Where a shape stands in a text, each place by itself: what stands behind one may hold the next."""
    found, one = [], shape.search(text)
    while one:
        found.append(one)
        one = shape.search(text, one.start("word"))
    return found


def _is_bare_object(found: re.Match[str], language: Language) -> bool:
    word = found["word"]
    if language is Language.ES:
        return (word not in _WITHOUT and _is_noun_spanish(word)) or word in _NOUNS_OR_VERBS_ES
    return not _begins_french(word) and not _DONE.match(word) and word not in _WITHOUT


def _is_bare_french(found: re.Match[str], before: str) -> bool:
    """Whether a French clause begins with a bare noun, or with a « oui » that is no clause of its own."""
    word, behind, joint = found["word"], found["behind"], found["joint"] or "que"
    if word in ("oui", "non") and joint == "que":
        return re.match(r" (?:pour|sur|à|au|en|mais|dans)\b", behind) is not None
    if word == "oui" or word in _OPENS_BEHIND.get(joint, ()) or _begins_french(word):
        return False
    if joint == "comme" and not _IS_BEHIND.match(behind):
        return False
    if joint == "si" and (word in _DEGREE or _INTENSIFIES.search(before)):
        return False
    if joint == "que" and (_AS.search(before) or (_DONE.match(word) and _BEHIND_DONE.match(behind))):
        return False
    if _STANDS.match(f"{word}{behind}"):
        return False
    verb = is_verb(word, Language.FR) or _INVERTED_MANY.match(word)
    return not (verb and (word not in NOUNS_TOO[Language.FR] or _INVERTED.match(behind))) and not (
        joint in ("que", "dont", "quand") and _INVERTED.match(behind)
    )


def _begins_french(word: str) -> bool:
    """Whether a word may begin a French clause: of the closed class, an adverb or an infinitive."""
    if word in _OPENS:
        return True
    if word.endswith("ment"):
        return not _NOUNS_IN_MENT.fullmatch(word)
    return bool(re.search(r"(?:[ei]r|oir|[dt]re|ire|vre|pre|ant)$", word)) and not _NOUNS_IN_RE.fullmatch(word)


def _is_bare_spanish(found: re.Match[str], before: str) -> bool:
    """Whether a Spanish clause begins with a noun in the singular, and not with its verb."""
    word, behind = found["word"], found["behind"]
    if found["joint"] == "que" and _COMPARES_ES.search(before):
        return False
    described = _BEFORE_NOUN_ES.match(f"{word}{behind}")
    if _is_noun_spanish(described[1] if described else word):
        return True
    if _NO_NOUN_ES.match(word):
        return False
    if found["joint"] != "que" and word in ("informe", "consenso", "quórum", "acuerdo"):
        return True
    if _VERB_BEHIND_ES.match(behind) is None:
        return False
    return word in _NOUNS_OR_VERBS_ES or (word.endswith("o") and not is_verb(word, Language.ES))


def _is_noun_spanish(word: str) -> bool:
    """Whether a Spanish word is a noun in the singular, and no verb."""
    return word in _NOUNS_ES or (_NOUN_ENDS_ES.match(word) is not None and not _NO_NOUN_ES.match(word))
