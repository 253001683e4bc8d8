"""Adjectives and participles that tell something of the delegation that speaks, in French and Spanish: feminine.

A rapporteur notes what is heard of a State (« est prêt à accueillir », "está dispuesto"); minutes have its delegation
as the subject (:mod:`.noted_speech`). What stands behind *be* and its like is put into the feminine where its form is
certain: from a closed list, or by a regular ending. Where it is not, the sentence is named, so that a person looks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class Agreed:
    """A sentence with its predicates in the feminine; *sure* says that none was left whose form is not certain."""

    text: str
    sure: bool = True


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> Mapping[str, str]:
    return dict(one.split(":") for one in text.split())


_BE = {
    Language.FR: re.compile(
        r"(?:ne |n[’'])?(?:(?:se |s[’'])(?:dit|disait|déclare|déclarait|montre|montrait|sent|sentait|tient|tiendra"
        r"|trouve|considère|porte)|(?:a|avait|aura|aurait) (?:(?:pas|jamais|toujours|aussi|également|déjà) )?été"
        r"|est|était|sera|serait|fut|reste|restait|restera|demeure|demeurait|demeurera|semble|paraît|devient|deviendra)"
        r"(?=[\s,])",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:se (?:dice|decía|dijo|declara|declaró|muestra|mostró|siente|sentía|sintió|considera|ve|vio"
        r"|encuentra|halla|mantiene|mantuvo)|(?:ha|había|habrá|habría) (?:sido|estado|quedado)|está|estaba|estará"
        r"|estaría|estuvo|es|era|será|sería|fue|queda|quedó|quedará|permanece|permanecerá|sigue|seguía|seguirá"
        r"|continúa|resulta|parece)(?=[\s,])",
        re.IGNORECASE,
    ),
}
"""*Be*, and what like it has the subject's state behind it."""
_TO_BE = {
    Language.FR: re.compile(r"(?:d[’']|à |de )?(?:avoir été|être|rester|demeurer|se tenir)(?=\s)", re.IGNORECASE),
    Language.ES: re.compile(
        r"(?:de |a |en )?(?:haber (?:sido|estado)|ser|estar|quedar|permanecer|verse|sentirse|mostrarse)(?=\s)",
        re.IGNORECASE,
    ),
}
_GOVERNED = {
    Language.FR: re.compile(
        r"(?:ne |n[’']|se |s[’']|en |y )*[^\W\d_]+ (?:(?:pas|aussi|également|vivement|toujours|bien|\w+ment) )*$"
    ),
    Language.ES: re.compile(r"(?:no |se )*[^\W\d_]+ (?:(?:también|siempre|\w+mente) )*(?:que )?$"),
}
"""What stands before an infinitive of which the speaker is the subject: one verb, « souhaite », "desea"."""
_ITSELF = {
    Language.FR: re.compile(r"(?:ne |n[’'])?s[’'](?:est|était|sera|serait)(?=\s)", re.IGNORECASE),
    Language.ES: re.compile(r"(?!)"),
}
"""A reflexive perfect: its participle agrees in French, but for some verbs."""
_REFLEXIVE = _words(
    "abstenu adressé aligné associé déclaré dit engagé étonné exprimé félicité inquiété interrogé joint montré opposé"
    " plaint porté prononcé rallié réjoui retiré référé"
)
_STANDING = _words("demandé permis rendu réservé")
"""Those of them that do not agree: what is done to oneself is no object (« s’est réservé le droit »)."""
_MANY = {
    Language.FR: re.compile(
        r"(?:ne |n[’'])?(?:se |s[’'])?(?:sont|étaient|seront|seraient|ont|avaient|auront|peuvent|doivent|vont"
        r"|veulent|souhaitent|appuient|soutiennent|remercient|proposent|demandent|disent)(?=\s)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no )?(?:se )?(?:están|estaban|estarán|son|eran|serán|serían|han|habían|tienen|pueden|deben|van|quieren"
        r"|desean|apoyan|respaldan|agradecen|proponen|piden|dicen)(?=\s)",
        re.IGNORECASE,
    ),
}
"""A verb in the plural, of a State whose name is one: no delegation does it."""
_OTHERS = {
    Language.FR: re.compile(r"\b(?:qui|que|dont|où|si|lorsque|quand|lequel|auquel)\b|\bqu[’']", re.IGNORECASE),
    Language.ES: re.compile(r"\b(?:que|quien|quienes|cuyo|cuya|donde|si|cuando|el cual)\b", re.IGNORECASE),
}
"""What may bring another subject, of which a verb behind *and* would be."""
_AND = {
    Language.FR: re.compile(r"(?:\bet|\bmais|\bou|,|;) (?:elle )?$"),
    Language.ES: re.compile(r"(?:\by|\be|\bpero|\bo|,|;) (?:ella )?$"),
}
_ADVERBS = {
    Language.FR: re.compile(
        r"(?:pas|plus|point|jamais|aussi|également|très|bien|encore|déjà|donc|toujours|tout à fait|fort|trop|assez|peu"
        r"|si|souvent|parfois|maintenant|désormais|enfin|aujourd[’']hui|d[’']ores et déjà|en outre|par ailleurs"
        r"|par conséquent|en conséquence|en principe|de même|moins|néanmoins|cependant|toutefois|bientôt|plutôt|ainsi"
        r"|non seulement|(?!clément\b|dément\b)\w+ment)(?=[\s,])|,[^,.;]*,",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:no|muy|también|tampoco|ya|aún|todavía|bien|siempre|tan|más|menos|además|asimismo|igualmente|solo|sólo"
        r"|sumamente|ahora|hoy|nunca|en principio|por tanto|por consiguiente|sin embargo|por lo tanto|\w+mente)"
        r"(?=[\s,])|,[^,.;]*,",
        re.IGNORECASE,
    ),
}
"""What may stand between *be* and the adjective."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT = {
    Language.FR: re.compile(r"(?:,? (?:et|ou|mais|ni)|,) "),
    Language.ES: re.compile(r"(?:,? (?:y|e|o|u|pero|ni)|,) "),
}
_FORMS: Mapping[Language, Mapping[str, str]] = {
    Language.FR: _pairs(
        "prêt:prête inquiet:inquiète complet:complète discret:discrète fier:fière premier:première dernier:dernière"
        " seul:seule sûr:sûre certain:certaine satisfait:satisfaite insatisfait:insatisfaite"
        " confus:confuse surpris:surprise compris:comprise soumis:soumise mis:mise pris:prise acquis:acquise"
        " admis:admise requis:requise promis:promise ravi:ravie réjoui:réjouie saisi:saisie averti:avertie"
        " réuni:réunie uni:unie parti:partie sorti:sortie établi:établie muni:munie investi:investie"
        " ouvert:ouverte découvert:découverte offert:offerte inscrit:inscrite introduit:introduite"
        " conduit:conduite contrit:contrite séduit:séduite réduit:réduite élu:élue tenu:tenue venu:venue ému:émue"
        " déçu:déçue vu:vue reçu:reçue dû:due résolu:résolue prompt:prompte franc:franche"
        " exclu:exclue conclu:conclue candidat:candidate nouveau:nouvelle doux:douce jaloux:jalouse dit:dite"
    ),
    Language.ES: _pairs(
        "dispuesto:dispuesta listo:lista satisfecho:satisfecha insatisfecho:insatisfecha contento:contenta"
        " atento:atenta abierto:abierta seguro:segura cierto:cierta resuelto:resuelta opuesto:opuesta"
        " expuesto:expuesta propuesto:propuesta inscrito:inscrita suscrito:suscrita primero:primera"
        " último:última ajeno:ajena reacio:reacia propicio:propicia electo:electa presto:presta sujeto:sujeta"
        " candidato:candidata nuevo:nueva hecho:hecha puesto:puesta visto:vista dicho:dicha honesto:honesta"
        " atónito:atónita perplejo:perpleja promotor:promotora autor:autora coautor:coautora"
    ),
}
"""Adjectives and participles whose feminine no ending tells."""
_STAYS = {
    Language.FR: _words(
        "à au aux avec bien comme contre d dans de des du en entre hors il ici la là les leur loin lors mal mieux par"
        " parmi pour près qu que sans selon son sous sur tel une vers voici voilà auteur coauteur parrain coparrain"
        " pays chef témoin debout"
    ),
    Language.ES: _words(
        "a al con contra de del en entre para por sin sobre que un una la las lo los su así mal aquí ahí allí mejor"
        " peor parte miembro objeto testigo país capaz como sede"
    ),
}
"""What is no adjective, or a noun of one gender."""
_ENDINGS = {
    Language.FR: (
        (re.compile(r"\w{2,}é"), "", "e"),
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
_THE_ONE = {
    Language.FR: re.compile(r"(?:le|un) (?:tout )?(?:premier|seul|dernier|grand|petit)\b|l[’']un (?=d)", re.IGNORECASE),
    Language.ES: re.compile(r"(?:el|un) (?:primero?|únic[oa]|último)\b|uno de\b", re.IGNORECASE),
}
"""« est le premier à »: the article would have to agree, too."""


def agreeing(sentence: str, start: int, language: Language) -> Agreed:
    """A sentence whose predicate begins at *start* and has a delegation as its subject, with what agrees with that."""
    if language is Language.EN or "?" in sentence:
        return Agreed(sentence)
    made, place = Agreed(sentence), start
    if _MANY[language].match(sentence, start):
        return Agreed(sentence, sure=False)
    if _feminine(_first(sentence, start), language) not in (None, _first(sentence, start)):
        made = replace(made, sure=False)  # « convaincu que … »: what it belongs to is not told
    while (found := _next_verb(made.text, place, start, language)) is not None:
        end, own = found
        agreed, place = _behind(made.text, end, language)
        if own:
            made = Agreed(agreed.text, made.sure and agreed.sure)
        else:
            made, place = replace(made, sure=made.sure and agreed == Agreed(made.text)), end
    return made


def _first(sentence: str, start: int) -> str:
    found = _WORD.match(sentence, start)
    return found[0] if found else ""


def _next_verb(text: str, place: int, start: int, language: Language) -> tuple[int, bool] | None:
    """Where the next *be* that may be of the speaker ends, and whether it surely is."""
    for found in re.finditer(r"(?<![\w’'])", text[place:]):
        at = place + found.start()
        if at < start:
            continue
        before = text[start:at]
        others = bool(_OTHERS[language].search(before))
        if be := _BE[language].match(text, at) or _ITSELF[language].match(text, at):
            if not before:
                return be.end(), True
            if _AND[language].search(before):
                return be.end(), not others
        elif be := _TO_BE[language].match(text, at):
            governed = bool(_GOVERNED[language].fullmatch(before)) or at == place
            return be.end(), governed and not others
    return None


def _behind(text: str, place: int, language: Language) -> tuple[Agreed, int]:
    """What stands behind *be* in the feminine: one adjective, or several that are joined; and where they end."""
    reflexive = language is Language.FR and bool(re.search(r"s[’'](?:est|était|sera|serait)$", text[:place]))
    sure, further = True, False
    while True:
        here = _over_adverbs(text, place, language)
        found = _WORD.match(text, here)
        if _THE_ONE[language].match(text, here):
            return Agreed(text, sure=False), here
        if found is None or text[found.end() : found.end() + 1] in ("’", "'"):
            return Agreed(text, sure), place
        form = _reflexive(found[0]) if reflexive else _feminine(found[0], language)
        if form is None:
            return Agreed(text, sure=sure and further), place
        changed = form != found[0]
        if further and not changed:
            return Agreed(text, sure), place
        text = text[:here] + form + text[found.end() :]
        place = here + len(form)
        if reflexive:
            reflexive = False
            if form in ("dite", "déclarée", "montrée"):
                continue
        joined = _NEXT[language].match(text, place)
        if joined is None or found[0].casefold() in _STAYS[language]:
            return Agreed(text, sure), _to_infinitive(text, place, language)
        place, further = joined.end() - 1, True


def _to_infinitive(text: str, place: int, language: Language) -> int:
    """Where an infinitive begins that belongs to the adjective before it: « heureuse d’être associé »."""
    behind = re.compile(r"\s+").match(text, place)
    found = _TO_BE[language].match(text, behind.end()) if behind else None
    return behind.end() if behind and found else place


def _over_adverbs(text: str, place: int, language: Language) -> int:
    while True:
        blank = re.compile(r"\s*").match(text, place)
        here = blank.end() if blank else place
        adverb = _ADVERBS[language].match(text, here)
        if adverb is None:
            return here
        place = adverb.end()


def _reflexive(word: str) -> str | None:
    if word in _REFLEXIVE:
        return _feminine(word, Language.FR)
    return word if word in _STANDING or word.endswith("e") else None


def _feminine(word: str, language: Language) -> str | None:
    """The feminine of what stands behind *be*; the word itself where it is no adjective; ``None`` where unsure."""
    if word in _STAYS[language] or not word.islower():
        return word
    known = _FORMS[language].get(word)
    if known is not None:
        return known
    for form, gone, comes in _ENDINGS[language]:
        if form.fullmatch(word):
            return word.removesuffix(gone) + comes.format(last=word[-1])
    if language is Language.ES and _UNCERTAIN_END.fullmatch(word):
        return None
    return word if _CERTAIN_END[language].fullmatch(word) else None
