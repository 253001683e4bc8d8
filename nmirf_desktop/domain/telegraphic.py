"""What is noted as in a telegram, in French and Spanish: « demande report du vote », “apoya párr. 3; no párr. 4”.

A rapporteur leaves out articles, verbs and subjects, and an official who reads the minutes would put them back. What is
left out is not guessed: such a sentence is named.
"""

import re

from nmirf_desktop.domain.finite_verbs import begins_with_verb, has_verb, is_verb, needs_no_subject
from nmirf_desktop.i18n import Language

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_NUMBERED = {
    Language.FR: re.compile(
        r"(?<![\w’'.-])(?:(?:par|paras?|al|art|arts)\. ?\d|(?:paragraphe|alinéa|article|amendement"
        r"|recommandation)s? \d)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?<![\w.-])(?:(?:párr|párrs|parr|art|arts)\. ?\d|(?:párrafo|artículo|inciso|enmienda|recomendación) \d)",
        re.IGNORECASE,
    ),
}
"""A part of a text by its number."""
_BEFORE_NUMBERED = {
    Language.FR: re.compile(
        r"(?:\b(?:le|la|les|du|des|de|au|aux|ce|ces|un|nouvel|nouveau|présent|premier|dernier|seul|deux|trois|quatre)\s"
        r"|[lL][’']|[(\[/])$",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:\b(?:el|la|los|las|del|al|este|esta|estos|un|una|nuevo|nueva|de|dicho|dichos|dos|tres|cuatro)\s|[(\[/])$",
        re.IGNORECASE,
    ),
}
_BARE_AFTER = {
    Language.FR: re.compile(
        r"(?:(?:^|[,;:] | et | mais | puis )(?:(?:ne|le|la|les|lui|leur) |[nl][’'])?"
        r"(?:accepte|accueille|appuie|approuve|attend|maintient|conteste|dépose|soulève|craint|évoque|prend note"
        r"|prend acte|rejoint|comprend|condamne|critique|demande|déplore|désire|exige|félicite"
        r"|invite|partage|préfère|présente|prie|propose|rappelle|recommande|réclame|refuse|regrette|réitère|rejette"
        r"|remercie|retire|salue|sollicite|souhaite|souligne|soutient|soumet|suggère|veut|voudrait|souhaiterait"
        r"|préférerait|utilise|adopte|reconnaît|réserve)"
        r"|(?:associe|rallie|oppose|joint) à| (?:supprimer|ajouter|remplacer|insérer|reporter|garder|maintenir"
        r"|fusionner"
        r"|retirer|consulter|modifier|adopter|ajourner|suspendre|lever|clore|rouvrir))"
        r" (?![^\W\d_]+(?:er|ir|oir|[dt]re|ire|vre|pre|ment)(?![\w’'])"
        r"|(?:le|la|les|une?|des?|du|ce|cet|cette|ces|son|sa|ses|leurs?|que|qui|quoi|si|à|aux?|en|et|ou|mais|ni|par"
        r"|pour|sur"
        r"|avec|sans|dans|sous|contre|selon|comme|chez|dès|depuis|entre|vers|lors|aussi|encore|bien|plutôt|donc|ainsi"
        r"|toutefois|cependant|néanmoins|ensuite|enfin|volontiers|beaucoup|peu|trop|tout|tous|toutes?|tant|fort|plus"
        r"|moins"
        r"|déjà|toujours|maintenant|ici|hier|demain|pas|jamais|rien|aucune?|chaque|plusieurs|certaine?s|quelques|deux"
        r"|trois"
        r"|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|quarante|cinquante|cent|mille|comment|combien|pourquoi"
        r"|quand|où"
        r"|quel(?:le)?s?|lequel|laquelle|lesquels|lesquelles|celui|celle|ceux|celles|cela|ceci|ça|autant|assez"
        r"|davantage"
        r"|d[’']\w+|l[’']\w+|qu[’']\w+|s[’']\w+|n[’']\w+|jusqu[’']\w+|elle|lui|eux|non|oui|chacun|afin|lorsque|car"
        r"|puisque|bientôt|y|ne|se|on"
        r"|ensemble|surtout|même|après|avant|pendant|durant|faute|grâce|lors|quant|voir|tel|telle|tels|telles|via|sauf"
        r"|aujourd[’']hui|dorénavant|désormais|presque|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
        r"|octobre|novembre|décembre|lundi|mardi"
        r"|mercredi|jeudi|vendredi|samedi|dimanche|part|acte|note|état|bonne|plein|pleine)(?![\w])"
        r"|tenir compte)(?=[a-zàâçéèêîôû])"
    ),
    Language.ES: re.compile(
        r"(?:^|[,;:] | y | pero | |no )(?:acepta|acoge|agradece|apoya|aprueba|celebra|condena|critica|elogia|felicita"
        r"|lamenta"
        r"|mantiene|presenta|comparte|toma nota|rechaza|respalda|retira|saluda|subraya|aceptar|acoger|agradecer|apoyar"
        r"|aprobar|aplazar|incluir"
        r"|mantener|rechazar|respaldar|retirar|suprimir|levantar|cerrar|suspender|consultar)"
        r" (?:a )?(?:[a-zñáéíóú]+(?:ción|sión|miento|dad|anza)|propuesta|opinión|parecer|posición|declaración|enmienda"
        r"|informe|texto|proyecto|resolución"
        r"|corchetes|capital|párrafo|sesión|artículo|fecha|plazo|votación|secretaría|presidencia|coautores|debate)\b"
    ),
}
"""A verb with a noun behind it that has lost its article."""
_ENDS = {
    Language.FR: re.compile(
        r"(?:^|[,;] | et | mais )(?:appuie|remercie|propose|soutient|demande|regrette|salue|souligne|rappelle|félicite"
        r"|présente|souhaite|retire)\W*$"
    ),
    Language.ES: re.compile(
        r"(?:^|[,;] | y | pero )(?:pide|propone|lamenta|saluda|subraya|recuerda|felicita|presenta|desea|retira"
        r"|solicita)\W*$"
    ),
}
"""A verb that has lost its object."""
_WITHOUT_DE = re.compile(
    r"\b(?:regrette|propose|accepte|refuse|suggère|recommande|envisage|offre|craint)"
    r" (?:ne (?=pas )|(?!(?:hier|avenir|désir|loisir|plaisir|dernier|premier|entier)\b)[^\W\d_]+(?:er|ir|oir)(?!\w))"
)
"""An infinitive that has lost its « de »."""
_STATES = (
    "Afghanistan|Albanie|Algérie|Allemagne|Angola|Arabie|Argentine|Arménie|Australie|Autriche|Azerbaïdjan|Bangladesh"
    "|Bélarus|Belgique|Bénin|Bhoutan|Bolivie|Botswana|Brésil|Bulgarie|Burkina|Burundi|Cambodge|Cameroun|Canada|Chili"
    "|Chine|Colombie|Congo|Costa|Croatie|Danemark|Égypte|Équateur|Érythrée|Espagne|Estonie|Éthiopie|États-Unis|Fidji"
    "|Finlande|France|Gabon|Gambie|Géorgie|Ghana|Grèce|Grenade|Guatemala|Guinée|Guyana|Honduras|Hongrie|Inde|Indonésie"
    "|Iran|Iraq|Irlande|Islande|Italie|Jamaïque|Japon|Jordanie|Kazakhstan|Kenya|Kirghizistan|Koweït|Lesotho|Lettonie"
    "|Liban|Libéria|Libye|Liechtenstein|Lituanie|Luxembourg|Malaisie|Malawi|Maldives|Mali|Maroc|Mauritanie|Mexique"
    "|Moldova|Mongolie|Monténégro|Mozambique|Myanmar|Namibie|Népal|Nicaragua|Niger|Nigéria|Norvège|Nouvelle-Zélande"
    "|Ouganda|Ouzbékistan|Pakistan|Palestine|Panama|Paraguay|Pays-Bas|Pérou|Philippines|Pologne|Portugal|Qatar|Roumanie"
    "|Royaume-Uni|Russie|Rwanda|Salvador|Samoa|Sénégal|Serbie|Slovaquie|Slovénie|Somalie|Soudan|Suède|Suisse|Suriname"
    "|Syrie|Tadjikistan|Tanzanie|Tchad|Tchéquie|Thaïlande|Timor-Leste|Togo|Tunisie|Turkménistan|Türkiye|Turquie|Ukraine"
    "|Uruguay|Venezuela|Viet|Yémen|Zambie|Zimbabwe"
)
"""States whose French name has an article; not Chypre, Cuba, Haïti, Israël, Madagascar, Malte, Oman, Singapour."""
_BARE_STATE = re.compile(rf"(?<![\w’'-])(?:{_STATES})(?![\w-])")
_BEFORE_STATE = re.compile(
    r"(?:\b(?:le|la|les|du|de|des|au|aux|en|ce|cette|jeune|Grand-Duché|saoudite|comme|son|autre|nouveau|-)"
    r"|[lLdD][’'])\s?$",
    re.IGNORECASE,
)
_BARE_BODY = re.compile(
    r"(?:\b(?:à|de|par|avec|si|que|pour|et|ou|contre|sur|selon|comme|remercie|appuie|demande|invite|prie|félicite|salue"
    r"|soutient|rejoint|exhorte|associe|d[’']accord avec)|qu[’']|^|[,;]) ?(?:HCDH|UE|UA|ONU|PNUD|EPU|UNICEF|UNESCO|OIT"
    r"|OMS"
    r"|HCR|CICR|UIP|OIF|OEA|HCNUDH|OHCHR|NMIRF|NHRI|INDH|MNRS|GRULAC)(?![\w’'-]| Femmes)"
)
"""A body by its letters, without its article."""
_BODY_ES = re.compile(
    r"\b(?:a|de|por|con|si|que|para|y|o|según|como|contra) (?:ACNUDH|ONU|UE|PNUD|OEA|OIT|OMS)(?![\w-]| Mujeres)"
)
_JOINS = {
    Language.FR: re.compile(
        r"(?:(?:et|mais|puis|donc|car|or|sinon|toutefois|cependant|néanmoins|ensuite|enfin|aussi|également|en outre"
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
        r"|tout|beaucoup|peu|celui|celle|ceux|celles|chacune?|certains|d[’']autres|l[’']un|autre|vingt|trente|cent) "
        r"|[lLcC][’']|de l[’']|\d|«|“)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:el|la|los|las|una?|unos|unas|est[aeo]s?|es[aeo]s?|aquell[ao]s?|su|sus|él|ellas?|ellos?|ningun[ao]"
        r"|ningún|cada"
        r"|vari[ao]s|algun[ao]s?|algún|tod[ao]s?|much[ao]s|poc[ao]s|nada|nadie|dos|tres|cuatro|cinco|seis|siete|ocho"
        r"|nueve|diez"
        r"|otr[ao]s|ambos|ambas|lo|dich[ao]s?|tal|tales|eso|esto|veinte|treinta|cien) |\d|“|«)",
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
_OF_PERSON = {
    Language.FR: re.compile(r"(?:le |la |les |l[’'])(?:[A-ZÉ]|délégation)|(?:elles?|ils?) "),
    Language.ES: re.compile(r"(?:el |la |los |las )?[A-ZÁÉ]|la delegación|(?:ellas?|él) "),
}
_HE = re.compile(
    r"\bqu[’'](?:[^,.;]{1,30} )?il (?!(?:(?:ne |n[’'])?(?:y|en)\b|(?:ne |n[’'])?(?:faut|faudra|faudrait|faille"
    r"|convient|conviendrait|convienne"
    r"|importe|suffit|suffirait|s[’']agi\w+|semble|paraît|reste|existe|vau[td]\w*|soit|est|était|sera|serait|fût"
    r"|conviendra)(?!\w)))"
)
"""A pronoun that is somebody's: « rappelle qu’il avait demandé un rapport »."""
_MASCULINE = re.compile(r"(?:\b(?:le|un|du|au|ce|cet|aucun|chaque|tout|son|leur|notre)\s|[lLdD][’'])", re.IGNORECASE)


def is_telegraphic(sentence: str, language: Language) -> bool:
    """Whether an article is missing in a sentence: before a paragraph's number, a State, a body, or behind a verb."""
    if language is Language.EN:
        return False
    text = _QUOTED.sub(lambda one: "”" * len(one[0]), sentence)
    if any(not _BEFORE_NUMBERED[language].search(text[: one.start()]) for one in _NUMBERED[language].finditer(text)):
        return True
    if _BARE_AFTER[language].search(f"{text[:1].lower()}{text[1:]}"):
        return True
    if _ENDS[language].search(f"{text[:1].lower()}{text[1:]}"):
        return True
    if language is Language.ES:
        return bool(_BODY_ES.search(text))
    if _WITHOUT_DE.search(f"{text[:1].lower()}{text[1:]}"):
        return True
    states = _BARE_STATE.finditer(text)
    return bool(_BARE_BODY.search(text)) or any(not _BEFORE_STATE.search(text[: one.start()]) for one in states)


def breaks_off(sentence: str, language: Language, *, clause: bool) -> bool:
    """Whether what stands behind a semicolon has no verb, or no subject where the sentence has one of its own.

    *clause* says that it has: « le délai est trop court ; préfère trois mois » is told of the time limit.
    """
    if language is Language.EN or "?" in sentence:
        return False
    text = _QUOTED.sub(lambda one: "”" * len(one[0]), sentence)
    if clause and _OF_SPEAKER[language].search(text) and not _OF_PERSON[language].match(text):
        return True
    first, *parts = re.split(r"\s?;\s+", text)
    if len(dashes := re.split(r" [-–—] ", text)) == 2 and not parts:  # noqa: PLR2004  (two dashes are a parenthesis)
        return not _continues(dashes[1], language, clause=False)
    if ":" in first:
        return len(parts) == 0 and _lists_bare(first.partition(": ")[2], language)
    return any(not _continues(one, language, clause=clause) for one in parts)


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
    if not begins_with_verb(told, language):
        return _begins_with_name(told, language)
    return not clause


def lacks_subject(sentence: str, language: Language) -> bool:
    """Whether a further sentence has no subject before its verb, or no verb at all: « D’accord avec le Pérou. »

    In Spanish a verb needs no subject. What asks is left as it is.
    """
    if language is Language.EN:
        return False
    if "?" in sentence:
        head, colon, _ = sentence.partition(":")
        return bool(colon) and not has_verb(head, language)
    text = _QUOTED.sub(lambda one: "”" * len(one[0]), sentence)
    told = text[found.end() :] if (found := _JOINS[language].match(text)) else text
    small = f"{told[:1].lower()}{told[1:]}"
    if language is Language.ES and _MANY.match(small):
        return True
    if language is Language.ES and (begins_with_verb(small, language) or needs_no_subject(small, language)):
        return False
    if _SUBJECT[language].match(told):
        return not has_verb(told, language)
    behind = told
    while ", " in behind:
        behind = behind.partition(", ")[2]
        if (_SUBJECT[language].match(behind) and has_verb(behind, language)) or needs_no_subject(behind, language):
            return False
    return not _begins_with_name(told, language)


def _begins_with_name(told: str, language: Language) -> bool:
    """Whether a proper name, or several, stands before a verb: « Cuba appuie le texte »."""
    name = re.match(r"(?:[A-ZÀ-Þ][\w.’'-]*(?: (?:et|y|e|de|del|la|los)(?= [A-ZÀ-Þ]))?,? )+", told)
    if name is None or is_verb(re.split(r"\W", told)[0].casefold(), language):
        return False
    behind = told[name.end() :]
    return (
        begins_with_verb(behind, language) or re.match(r"(?:ont|sont|font|vont|\w+[ae]n|\w+ent)\b", behind) is not None
    )


_IS_STATE = re.compile(
    r"\b(?:est|étant|es|siendo) (?:aussi |également |toujours |también )?"
    r"(?:une?|l[’']un des|un des|l[ae]|una|uno de los|el|la) (?:[^\W\d_]+ ){0,3}(?:État|pays|Estado|país)(?:e?s)?\b"
)
"""What no delegation is: « est un petit État insulaire »."""


def takes_up_state(sentence: str) -> bool:
    """Whether a sentence of a delegation tells what its State alone is, or has a French « il » that can be but it.

    « est un petit État », « rappelle qu’il avait proposé un texte ».
    """
    if _IS_STATE.search(sentence):
        return True
    found = _HE.search(sentence)
    return found is not None and not _MASCULINE.search(sentence[: found.start()])
