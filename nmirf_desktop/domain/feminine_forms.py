"""The feminine of adjectives and participles in French and Spanish, where it is certain: by a list, or by an ending.

A noun of one gender, a preposition and what is feminine already stay; of any other word the form is not told.
"""

import re
from collections.abc import Mapping

from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> Mapping[str, str]:
    return dict(one.split(":") for one in text.split())


_FORMS: Mapping[Language, Mapping[str, str]] = {
    Language.FR: _pairs(
        "prêt:prête inquiet:inquiète inquiété:inquiétée complet:complète discret:discrète fier:fière premier:première"
        " dernier:dernière seul:seule sûr:sûre certain:certaine satisfait:satisfaite insatisfait:insatisfaite"
        " confus:confuse surpris:surprise compris:comprise soumis:soumise mis:mise pris:prise acquis:acquise"
        " admis:admise requis:requise promis:promise ravi:ravie réjoui:réjouie saisi:saisie averti:avertie"
        " réuni:réunie uni:unie parti:partie sorti:sortie établi:établie muni:munie investi:investie ouvert:ouverte"
        " découvert:découverte offert:offerte inscrit:inscrite introduit:introduite conduit:conduite contrit:contrite"
        " séduit:séduite réduit:réduite élu:élue tenu:tenue venu:venue ému:émue déçu:déçue vu:vue reçu:reçue dû:due"
        " résolu:résolue prompt:prompte franc:franche exclu:exclue conclu:conclue candidat:candidate"
        " doux:douce jaloux:jalouse vieux:vieille dit:dite bon:bonne public:publique"
    ),
    Language.ES: _pairs(
        "dispuesto:dispuesta listo:lista satisfecho:satisfecha insatisfecho:insatisfecha contento:contenta"
        " atento:atenta abierto:abierta seguro:segura cierto:cierta resuelto:resuelta opuesto:opuesta"
        " expuesto:expuesta propuesto:propuesta inscrito:inscrita suscrito:suscrita primero:primera último:última"
        " ajeno:ajena reacio:reacia propicio:propicia electo:electa presto:presta sujeto:sujeta candidato:candidata"
        " hecho:hecha puesto:puesta visto:vista dicho:dicha honesto:honesta atónito:atónita"
        " perplejo:perpleja escéptico:escéptica experto:experta novato:novata"
        " promotor:promotora autor:autora coautor:coautora"
    ),
}
"""Adjectives and participles whose feminine no ending tells."""
STAYS = {
    Language.FR: _words(
        "à afin au aux avant avec bien car chez combien comme contre d dans de depuis derrière des dès deux devant"
        " donc du durant en ensuite entre et hier hors ici il la là les leur loin lors mais mal malgré mieux"
        " moyennant ni non outre par parmi pendant pour près puis sans selon soit son sous suivant sur tandis tard"
        " tôt une vers voici voilà auteur coauteur parrain coparrain pays chef témoin debout demain lundi mardi"
        " mercredi jeudi vendredi samedi cet qui lui ceci cela quoi quand combien pourquoi on beaucoup cinq sept huit"
        " neuf cent vingt aucun chacun un autant tant tout étant"
    ),
    Language.ES: _words(
        "a al ante bajo como con contra cuando de del e el en entre excepto hasta incluso luego mediante ni no o para"
        " pero por según sin sino sobre u un una la las lo los su así mal aquí ahí allí mejor peor y parte miembro"
        " objeto testigo país capaz sede cómo cuándo cuánto motivo archivo incentivo donativo dispositivo cultivo"
    ),
}
"""What is no adjective, or a noun of one gender."""
_NOUNS = {
    Language.FR: _words(
        "nouveau ancien président vice-président représentant accent accueil actif agent appel arrêté canal capital"
        " ciel club"
        " collectif comité communiqué conseil contenu continent contingent côté courant degré député dispositif"
        " effectif enfant entretien exécutif exposé gré impératif incident individu journal lien maintien marché"
        " matériel menu montant motif objectif point pré précédent quel résidu rien salarié signal soutien talent"
        " tarif total traité tribunal vent conjoint instant client parent quant quotient volonté santé bonté beauté"
        " difficulté faculté liberté fierté pauvreté sûreté moitié amitié pitié"
    ),
    Language.ES: _words(
        "nuevo antiguo presidente vicepresidente jefe aniversario apartado archivo calendario certificado colectivo"
        " comentario"
        " comunicado contenido corolario correctivo cuestionario cuidado debido diario directivo ejecutivo enunciado"
        " escenario estado formulario glosario grado horario imperativo inventario itinerario lado legado legislativo"
        " marido mercado mundo objetivo operativo partido pedido recorrido resultado salario segundo seminario"
        " sentido significado sumario temario tratado vocabulario distintivo atractivo preparativo adjetivo"
        " sustantivo ruido olvido dado"
    ),
}
"""Nouns, or words that may be one, whose ending is that of an adjective: what they tell is for a person to see."""
_IN_ITE = re.compile(
    r"invité|(?:dés)?habilité|(?:dé|il)?limité|(?:ex|in|pré|sus|solli|ressus)?cité|accrédité|exploité|facilité|félicité"
    r"|irrité|imité|évité|visité|abrité|agité|débité|crédité|mérité"
)
"""The participles among the words in -ité, the others of which are nouns: « priorité », « autorité »."""
_ENDINGS = {
    Language.FR: (
        (re.compile(r"\w{2,}(?<!it)(?<!iét)(?<!aut)é"), "", "e"),
        (_IN_ITE, "", "e"),
        (re.compile(r"\w+eux"), "x", "se"),
        (re.compile(r"\w+if"), "f", "ve"),
        (re.compile(r"\w{3,}(?<!m)(?:ant|ent|int)"), "", "e"),
        (re.compile(r"\w+(?:el|eil|ien)"), "", "{last}e"),
        (re.compile(r"\w{2,}(?:al|cu|nu|lu|du)"), "", "e"),
    ),
    Language.ES: ((re.compile(r"\w+(?:ado|ido|ído|oso|ivo|ario|undo)"), "o", "a"),),
}
"""Regular endings: of what form, what of it goes, and what comes in its place."""
_CERTAIN_END = {
    Language.FR: re.compile(r"\w*[eaoàyê]", re.IGNORECASE),
    Language.ES: re.compile(r"\w*(?:a|e|i|u|á|é|í|l|z|d|n|r|[ae]ndo)", re.IGNORECASE),
}
"""Endings of what is feminine already, or alike in both; in Spanish those in -or and -ón are not."""
_UNCERTAIN_END = re.compile(r"\w+(?:or|ón|án|ín|és)", re.IGNORECASE)


def feminine(word: str, language: Language) -> str | None:
    """The feminine of what stands behind *be*; the word itself where it is no adjective; ``None`` where unsure."""
    if word in STAYS[language] or not word.islower():
        return word
    if word in _NOUNS[language]:
        return None
    known = _FORMS[language].get(word)
    if known is not None:
        return known
    for form, gone, comes in _ENDINGS[language]:
        if form.fullmatch(word):
            return word.removesuffix(gone) + comes.format(last=word[-1])
    if language is Language.ES and _UNCERTAIN_END.fullmatch(word):
        return None
    return word if _CERTAIN_END[language].fullmatch(word) else None


def is_feminine_form(word: str, language: Language) -> bool:
    """Whether a word is the feminine that :func:`feminine` makes of another: « prête », "dispuesta"."""
    if language is Language.ES:
        return word.endswith("a") and feminine(f"{word[:-1]}o", language) == word
    if not word.endswith("e"):
        return False
    known = word in _FORMS[language].values()
    made = (word[:-1], word[:-2], f"{word[:-2]}x", f"{word[:-2]}f")
    return known or any(len(one) > 1 and one != word and feminine(one, language) == word for one in made)
