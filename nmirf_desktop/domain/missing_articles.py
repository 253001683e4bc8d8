"""Articles that a note leaves out: « demande report du vote », “apoya párr. 3”, "because budget adopted".

A rapporteur leaves them out as in a telegram, and an official who reads the minutes would put them back. What is left
out is not guessed: such a sentence is named.
"""

import re

from nmirf_desktop.domain.bare_clauses import lacks_article
from nmirf_desktop.domain.english_verbless import is_verbless
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.domain.lost_articles import ends_in_fragment, has_bare_noun
from nmirf_desktop.i18n import Language

_NUMBERED = {
    Language.FR: re.compile(
        r"(?<![\w’'.-])(?:(?:par|paras?|al|art|arts)\. ?\d|(?:paragraphe|alinéa|article|amendement"
        r"|recommandation)s? \d)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?<![\w.-])(?:(?:párr|párrs|parr|art|arts)\. ?\d|(?:párrafo|artículo|inciso|enmienda|recomendación|opción"
        r"|propuesta|punto|anexo|documento)"
        r" (?:\d|(?-i:[A-Z](?![a-z’'])))"
        r")",
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
        r"(?:exprime|manifeste|dénonce|accepte|accueille|appuie|approuve|attend|maintient|conteste|dépose|soulève"
        r"|craint|évoque|prend note"
        r"|prend acte|rejoint|comprend|condamne|critique|demande|déplore|désire|exige|félicite"
        r"|invite|partage|préfère|présente|prie|propose|rappelle|recommande|réclame|refuse|regrette|réitère|rejette"
        r"|remercie|retire|salue|sollicite|souhaite|souligne|soutient|soumet|suggère|veut|voudrait|souhaiterait"
        r"|préférerait|utilise|adopte|reconnaît|réserve)"
        r"|(?:demande|propose|suggère) (?:aux?|à la) [^\W\d_]+(?: (?:membres|général|exécutif|juridique|adjoint))?"
        r"|(?:associe|rallie|oppose|joint) à| (?:supprimer|ajouter|remplacer|insérer|reporter|garder|maintenir"
        r"|fusionner"
        r"|retirer|consulter|modifier|adopter|ajourner|suspendre|lever|clore|rouvrir))"
        r" (?!(?!(?:financement|amendement|ajournement|règlement|document|renouvellement|engagement|versement)\b)"
        r"[^\W\d_]+(?:er|ir|oir|[dt]re|ire|vre|pre|ment)(?![\w’'])"
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
        r"|mantiene|presenta|comparte|toma nota|rechaza|respalda|retira|saluda|subraya|teme|aceptar|acoger|agradecer"
        r"|apoyar"
        r"|aprobar|aplazar|incluir"
        r"|mantener|rechazar|respaldar|retirar|suprimir|levantar|cerrar|suspender|consultar)"
        r" (?:a )?(?:[a-zñáéíóú]+(?:ción|sión|miento|dad|anza)|propuesta|opinión|parecer|posición|declaración|enmienda"
        r"|informe|texto|proyecto|resolución"
        r"|corchetes|capital|párrafo|sesión|artículo|fecha|plazo|votación|secretaría|presidencia|coautores|debate)\b"
    ),
}
"""A verb with a noun behind it that has lost its article."""
_BARE_JUDGED = re.compile(
    r"(?:estime|juge|trouve|considère|constate|considera|estima|juzga|encuentra|cree|constata) (?:texte"
    r"|qu[oó]rum|projet|délai|date|rapport|libellé"
    r"|coût|budget|amendement|proposition|procédure|cotisation|liste|texto|proyecto|plazo|fecha|informe|redacción|costo"
    r"|presupuesto|enmienda|propuesta|procedimiento|cuota|lista)s?\b"
)
"""What is judged, without its article: « estime texte prématuré »."""
_ENDS = {
    Language.FR: re.compile(
        r"(?:^|[,;] | et | mais )(?:appuie|remercie|propose|soutient|demande|regrette|salue|souligne|rappelle|félicite"
        r"|présente|souhaite|retire)(?: [^\W\d_]+ment)?\W*$"
    ),
    Language.ES: re.compile(
        r"(?:^|[,;] | y | pero )(?:apoya|agradece|respalda|pide|propone|lamenta|saluda|subraya|recuerda|felicita"
        r"|presenta|desea|retira"
        r"|solicita)\W*$"
    ),
}
"""A verb that has lost its object."""
_BARE_DAY = re.compile(
    r"(?:\b(?:propose|préfère|demande|suggère|propone|prefiere|pide|sugiere)|:) \d{1,2}(?:er)? (?:de (?:enero|febrero"
    r"|marzo"
    r"|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)|janvier|février|mars|avril|mai|juin"
    r"|juillet"
    r"|août|septembre|octobre|novembre|décembre)\b",
    re.IGNORECASE,
)
"""A day without its article: « propose 15 mai »."""
_WITHOUT_A = re.compile(r"\b(?:apoya|respalda|felicita|invita|saluda|secunda) [A-ZÁÉÍÓÚ][a-záéíóúñ]+")
"""A Spanish name that has lost its « a »."""
_WITHOUT_DE = re.compile(
    r"\b(?:regrette|propose|accepte|refuse|suggère|recommande|envisage|offre|craint)"
    r" (?:ne (?=pas )|(?!(?:hier|avenir|désir|loisir|plaisir|dernier|premier|entier)\b)[^\W\d_]+(?:er|ir|oir)(?!\w))"
)
"""An infinitive that has lost its « de »."""
_STATES = (
    "Afghanistan|Albanie|Algérie|Allemagne|Angola|Arabie|Argentine|Arménie|Australie|Autriche|Azerbaïdjan|Bangladesh"
    "|Bélarus|Belgique|Bénin|Bhoutan|Bolivie|Botswana|Brésil|Bulgarie|Burkina|Burundi|Cambodge|Cameroun|Canada|Chili"
    "|Chine|Colombie|Congo|Costa|Croatie|Danemark|Égypte|Équateur|Érythrée|Espagne|Estonie|Éthiopie|États-Unis"
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
    r"(?:^|\b(?:a|de|por|con|si|que|para|y|o|según|como|contra) )(?:ACNUDH|ONU|UE|PNUD|OEA|OIT|OMS)(?![\w-]| Mujeres)"
)


_COUNT_LAST = re.compile(r", (?!\d{4}[.?!]?$)\d+(?:[ \u00a0\u202f.,]\d{3})* [^\W\d_]+[.?!]?$")
"""What a telegram adds at its end: "held a workshop in June, 40 participants"."""


def is_telegraphic(sentence: str, language: Language) -> bool:
    """Whether a word is missing: before a paragraph's number, a day, a State or a body, behind a verb, at the end."""
    text = QUOTED.sub(lambda one: "”" * len(one[0]), sentence)
    small = f"{text[:1].lower()}{text[1:]}"
    if _COUNT_LAST.search(sentence) or ends_in_fragment(text, language) or has_bare_noun(small, language):
        return True
    if language is Language.EN:
        return is_verbless(sentence)
    numbered = any(_lacks_article(text, one, language) for one in _NUMBERED[language].finditer(text))
    if numbered or _BARE_DAY.search(text) or _BARE_AFTER[language].search(small) or _ENDS[language].search(small):
        return True
    if _BARE_JUDGED.match(small) or lacks_article(small, language):
        return True
    if language is Language.ES:
        return bool(_BODY_ES.search(text) or _WITHOUT_A.search(small))
    states = _BARE_STATE.finditer(text)
    bare = any(not _BEFORE_STATE.search(text[: one.start()]) for one in states)
    return bare or bool(_BARE_BODY.search(text) or _WITHOUT_DE.search(small))


def _lacks_article(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether a part of a text is called by its number without an article, and not between parentheses alone."""
    if text[: found.start()].endswith("("):
        return not re.match(r"[^()]*?[\d.,\s–-]*(?:(?:et|y|à|a) \d+)?[)]", text[found.end() :]) or bool(
            re.match(r"[\d.,\s–-]*[^\W\d_]{3}", text[found.end() :])
        )
    return not _BEFORE_NUMBERED[language].search(text[: found.start()])
