"""What is told of nobody, in French and Spanish: « est évident que », "es necesario adoptar".

In a note it looks like what is told of the State; made into a sentence of which the delegation is the subject it would
be wrong. Here it is judged by what follows, unless a word is said of persons alone.
"""

import re

from nmirf_desktop.domain.feminine_forms import STAYS, feminine
from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _both(text: str, language: Language) -> frozenset[str]:
    """The words of a text with their feminine forms."""
    return _words(text) | {feminine(one, language) or one for one in text.split()}


_THINGS = {
    Language.FR: _words(
        "évident important essentiel crucial fondamental primordial capital vital intéressant prématuré urgent"
        " entendu exclu impératif normal naturel permis temps dommage vrai faux exact clair juste bien mieux question"
        " satisfaisant préoccupant inquiétant surprenant encourageant alarmant adopté approuvé reporté publié"
        " distribué modifié amendé rédigé supprimé"
    ),
    Language.ES: _words(
        "necesario preciso prioritario obvio evidente lógico sabido primario provechoso ventajoso valioso"
        " significativo decisivo imperativo beneficioso peligroso costoso excesivo adecuado apropiado complicado"
        " acertado indicado debido prohibido permitido demostrado previsto acordado entendido aprobado adoptado"
        " aplazado publicado distribuido modificado enmendado redactado suprimido"
    ),
}
"""What is told of things, or of nobody; in French also where no form would change: « elle est bien que »."""
_PERSONS = {
    Language.FR: _both(
        "absent abstenu appelé associé attaché averti candidat chargé confiant conscient contraint convaincu déçu"
        " disposé engagé favorable félicité fier forcé habilité honoré hostile impatient inquiet inquiété intervenu"
        " invité mécontent membre obligé opposé partisan persuadé préoccupé présent prêt prié rallié ravi"
        " reconnaissant satisfait soucieux surpris tenu touché venu désireux",
        Language.FR,
    ),
    Language.ES: _both(
        "abierto agradecido alarmado atento ausente comprometido consciente contento contrario convencido"
        " decepcionado deseoso dispuesto encantado esperanzado favorable honrado interesado invitado listo obligado"
        " opuesto orgulloso partidario persuadido preocupado preparado satisfecho sorprendido contrariado",
        Language.ES,
    ),
}
"""What is told of persons and States alone, whatever follows."""
_GLAD = _both(
    "heureux certain sûr libre honteux curieux désolé content coupable digne capable susceptible incapable jaloux ému"
    " navré peiné flatté enchanté étonné lassé dispensé exempté menacé attristé choqué",
    Language.FR,
)
"""What is told of persons before « de », and may be of nobody before « que »: « heureux que »."""
_WITH_QUE = _words(
    "afin alors après aussi autant avant bien ce condition depuis dès fait jusque mesure moins parce pendant plus"
    " pour sans sorte tandis tant tel à"
)
"""Words with which « que » is one with what goes before it, and begins no subject of an impersonal adjective."""
_QUE = re.compile(r"(?:^|([^\W\d_]+)),? ?qu(?:e\b|[’'])", re.IGNORECASE)
_CLITICS = (
    r"(?:(?:ne pas|ne plus|ne|y|en|se|le|la|les|lui|leur|nous|mieux|bien|tout|davantage|\w+ment) |(?:n|s|l|m|t)[’'])*"
)
_NO_INFINITIVE = (
    r"(?!(?:hier|autre|notre|votre|leur|entre|contre|février|janvier|\w*embre|octobre|quatre|atelier|dernier|premier"
    r"|ministre|ordre|cadre|nombre|titre|lettre|centre|genre|chapitre|registre|œuvre|mer|avenir|papier|calendrier"
    r"|dossier|chantier|courrier|particulier)\b)"
)
_INFINITIVE = {
    Language.FR: re.compile(rf"(?:\bde |\bd[’']){_CLITICS}{_NO_INFINITIVE}[a-zà-ÿœ]+(?:er|ir|re)\b"),
    Language.ES: re.compile(
        r"(?: \w+mente| también| no)*(?:,[^,.;]*,| para [^,.;]*?)? (?!(?:ayer|mujer|taller|lugar)\b)"
        r"[a-zñáéíóú]+(?:ar|er|ir|ír)(?:se|l[aeo]s?|selas?|selos?)?\b"
    ),
}
_QUE_ES = re.compile(r"(?<!\ba )(?<!\bde )(?<!\ben )(?<!\bpor )(?<!\bpara )(?<!\bsin )(?<!\bcon )\bque\b")
_TO_DO = re.compile(rf"(?:à |a |en ){_CLITICS}[a-zà-ÿœ]+(?:er|ir|re)\b")


def may_be_impersonal(word: str, behind: str, language: Language) -> bool:
    """Whether what stands behind *be* may be told of nobody; *behind* is what follows it in its sentence."""
    if language is Language.ES:
        if word == "que" or word in _THINGS[language]:
            return True
        return word not in _PERSONS[language] and bool(_QUE_ES.search(behind) or _INFINITIVE[language].match(behind))
    if word in ("que", "qu") or (word == "à" and _TO_DO.match(f"à{behind}")):
        return True
    if word in _PERSONS[language] or word in STAYS[language] - _THINGS[language]:
        return False
    if any((one[1] or word).casefold() not in _WITH_QUE for one in _QUE.finditer(behind.lstrip())):
        return True
    return word in _THINGS[language] or (word not in _GLAD and bool(_INFINITIVE[language].search(behind)))
