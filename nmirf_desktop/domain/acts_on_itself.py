"""What who speaks does to itself, « S’abstient », and what is said in the same form of a thing, « Se tient à Genève ».

So it is in French and Spanish: “Se retira la propuesta” says that the proposal is withdrawn, and « S’explique par le
coût » tells of what was spoken of. What is not surely of who speaks is not taken for it.
"""

import re

from nmirf_desktop.i18n import Language

_MOOD_FR = (
    r"(?:(?:très|profondément|également|aussi|tout à fait|pleinement|plutôt|assez|toujours|vivement) )*"
    r"(?:prêt|disposé|heureu|ravi|satisfait|opposé|préoccupé|reconnaissant|convaincu|favorable|défavorable|honoré"
    r"|fi[eè]r"
    r"|inqui[eè]t|intéressé|conscient|désireu|soucieu|déçu|surpris|attenti[fv]|confiant|persuadé|engagé|sceptique"
    r"|réservé|étonné|d[’']accord|d[’']avis|en (?:faveur|mesure|désaccord)|ouvert|attaché|solidaire|contraint|tenu"
    r"|obligé"
    r"|certain|sûr|rassuré|hostile|résolu|déterminé|partagé|perplexe|choqué|alarmé|touché|encouragé|flatté|prudent"
    r"|optimiste|pessimiste|frappé|ému|partisan|dans l[’'](?:obligation|impossibilité)|concerné|lié|consterné|indigné)"
)
_OF_SPEAKER_FR = re.compile(
    r"(?:ne )?(?:se |s[’'])(?:en |y )?(?:"
    r"(?:abst(?:ien|enai|int)|oppos|associ|ralli|félicit|réjoui|inqui[eèé]t|étonn|interrog|demand|déclar|prononc"
    r"|align|désolidaris|solidaris|dissoci|désist|excus|plain|plai(?:gn|nt)|réf[eèé]r|content|préoccup|souci"
    r"|souv[ie]|refus|efforc|désol|indign|alarm|insurg|honor|enorguei|résign|avou|inclin|targu|dévou"
    r"|acquitt)\w*"
    r"|est\b|était\b|sera\b|serait\b"
    r"|engage\w* (?:à|en faveur|pour)\b|joi\w+ (?:à|aux?)\b|rang\w* (?:à|aux?|derrière|du côté|parmi)\b"
    r"|(?:tient|tenait) (?:prête?|à (?:la|sa|leur|votre) disposition|informée?|aux côtés)"
    rf"|(?:dit|disait|montre|estime|juge|sent|croit|voit|sait|trouve|tient|avère) {_MOOD_FR}"
    r"|(?<=en )(?:remet|tient)\w* (?:à|aux?)\b"
    r"|explique (?:sur|de)\b|retir\w+ d(?:e la (?:s|réunion|liste)|u (?:groupe|vote|débat))"
    r"|réserv\w+ (?:l[ae] |d|l[’'])|propos\w+ (?:de |d[’'])"
    r"|(?:limit|born)\w+ à [^\W\d_]+(?:er|ir|re)\b|emploi\w+ à|attend\w* à|attach\w+ à|élèv\w+ contre|gard\w+ de"
    r"|exprim\w+ (?:en|contre|pour|au|sur)\b|adress\w+ à|port\w+ (?:candidate?|volontaire|garante?|caution|coauteur)"
    r"|inscri\w+ (?:en faux|sur la liste)|rend\w* (?:à|compte)|fait l[’'](?:écho|interprète)|perm\w+ d"
    r"|tourn\w+ vers|accord\w* à|défen\w+ d|voit (?:contrainte?|obligée?)"
    r")",
    re.IGNORECASE,
)
"""What nobody but who speaks does to itself, in any tense."""
_ITSELF = {
    Language.FR: re.compile(r"(?:ne |n[’'])?(?:se |s[’'])(?!il)(?:en |y )?([^\W\d_]+)", re.IGNORECASE),
    Language.ES: re.compile(
        r"(?:no )?se (?:(?:ha|había|habrá|habría|puede|podría|podrá|debe|debería|deberá|va a|quiere|suele) )?"
        r"(?:(?:ya|también) )?([^\W\d_]+)",
        re.IGNORECASE,
    ),
}
_FUTURE_FR = re.compile(r"\w+ra$|\w+ant$", re.IGNORECASE)
_MOOD_ES = (
    r"(?:(?:muy|también|plenamente|bastante|algo|más bien|profundamente|siempre) )*"
    r"(?:favorable|contrari|dispuest|list[ao]\b|preocupad|satisfech|convencid|partidari|escéptic|agradecid|a favor"
    r"|en (?:contra|desacuerdo)|de acuerdo|conforme|reaci|optimist|pesimist|reticent|sorprendid|decepcionad|abiert"
    r"|cautelos|prudent|flexib|crític|interesad|reservad|opuest|solidari|comprensiv|segur|orgullos|honrad|complacid"
    r"|confiad|inquiet|alarmad|comprometid|encantad|consciente|cautel|firme|neutral|indecis|perplej)"
)
BEHIND_ES = {
    "retir": (
        r"de (?:la (?:sala|reunión|votación|sesión|lista|iniciativa)|las (?:negociaciones|consultas))"
        r"|del (?:grupo|debate)"
    ),
    "reserv": (
        r"(?:el derecho|su (?:posición|derecho|decisión|opinión|respuesta|voto|postura)"
        r"|la (?:posibilidad|facultad|opción)|para (?:la segunda|más))\b"
    ),
    "ofre": r"(?:a|para) [^\W\d_]+[aei]r\b|como (?:anfitri|sede|volunt|mediad|facilit)",
    "limit": r"a [^\W\d_]+[aei]r(?:l[aeo]s?)?\b",
    "m[ou]e?str": _MOOD_ES,
    "nieg|neg": r"a (?:que\b|[^\W\d_]+[aei]r)",
    "sum": r"(?:si |cuando |a (?!ello|esto|eso|todo)|al (?!cost|presupuest|gasto|total|problema|retraso))",
    "pronunci": r"(?:a favor|en (?:contra|favor)|sobre|por|contra)\b",
    "asoci": r"(?:a (?!un)|al\b|con\b)",
    "remit": r"(?:a (?:sus?|lo|la (?:declaración|intervención|respuesta|posición))\b|al (?:texto|informe))",
    "pregunt": r"(?:si|por|qu[ée]|cu[áa]|c[óo]mo|qui[ée]n|d[óo]nde|(?:en|a|para|con|de|hasta) qu[ée])",
    "disculp": r"(?:por|con|ante)\b",
}
"""Spanish verbs that are told of things as well, by their beginning, and what stands behind them where they are not."""
_THING_BEHIND_ES = re.compile(
    r" (?:el|la|los|las|una?|unos|unas|est[aeo]s?|es[aeo]s?|su|sus|otr[ao]s?|vari[ao]s|much[ao]s?|tod[ao]s?|nuev[ao]s?"
    r"|más|dos|tres|cuatro|cinco|\d+|ningún|ninguna|algun[ao]s?|documentos|copias)\b",
    re.IGNORECASE,
)
"""Behind a Spanish verb with “se”, the thing that it is told of: “Se aprueba el texto”."""


def of_itself(beginning: str) -> str:
    """One of those Spanish verbs with what has to stand behind it, as a pattern."""
    return rf"(?:{beginning})\w* (?:{BEHIND_ES[beginning]})"


_OF_SPEAKER_ES = re.compile("|".join(of_itself(one) for one in BEHIND_ES), re.IGNORECASE)
_TOLD_OF_THINGS_ES = re.compile(
    r"(?:retir|reserv|ofre|limit|m[ou]e?str|nieg|neg(?:ó|ará)|sum(?:a|ó|ará)|disculp|pronunci|asoci|remit|pregunt)\w*$",
    re.IGNORECASE,
)


def is_done_to_thing(sentence: str, language: Language) -> bool:
    """Whether a sentence begins with a verb of itself that is, or may be, told of a thing: “Se retira la propuesta”."""
    found = None if language is Language.EN else _ITSELF[language].match(sentence)
    if found is None:
        return False
    if language is Language.FR:
        return not _FUTURE_FR.match(found[1]) and not _OF_SPEAKER_FR.match(sentence)
    if _OF_SPEAKER_ES.match(sentence, found.start(1)):
        return False
    return bool(_TOLD_OF_THINGS_ES.match(found[1]) or _THING_BEHIND_ES.match(sentence, found.end()))
