"""A note that names a feeling or a stand and no verb: "Concern about the cost" is what its speaker expressed.

Only nouns that can be expressed are looked for, with the preposition of what they are about; a note with a verb of its
own ("Support for the text was broad") is a clause, and none of these.
"""

import re

from nmirf_desktop.i18n import Language

_EXPRESSES = {Language.EN: "expressed {it}", Language.FR: "exprime {it}", Language.ES: "expresa {it}"}
"""Not a sentence of the program but the grammar of the note's own language, as in :mod:`.reported_speech`."""
_NOUNS: dict[Language, dict[str, str]] = {
    Language.EN: {
        "": "agreement appreciation concern concerns disagreement disappointment doubt doubts gratitude hope hopes"
        " interest opposition readiness regret regrets reservations satisfaction support surprise thanks willingness"
    },
    Language.FR: {
        "sa": "déception gratitude préoccupation reconnaissance satisfaction surprise",
        "son": "accord appui appréciation désaccord espoir inquiétude intérêt opposition regret souhait soutien",
        "ses": "doutes félicitations inquiétudes préoccupations regrets remerciements réserves",
    },
    Language.ES: {
        "su": "acuerdo agradecimiento apoyo decepción desacuerdo esperanza gratitud inquietud interés oposición pesar"
        " preocupación reconocimiento respaldo satisfacción sorpresa",
        "sus": "dudas felicitaciones inquietudes preocupaciones reservas",
    },
}
"""What is expressed, by the word before it."""
_ABOUT = {
    Language.EN: r"(?:about|at|for|in|on|over|regarding|that|to|with)\s",
    Language.FR: r"(?:(?:à|au|aux|concernant|de|des|devant|du|envers|face|pour|quant|que|sur)\s|d['’]|qu['’])",
    Language.ES: r"(?:a|al|ante|con|de|del|en|hacia|por|respecto|sobre)\s",
}
_LEADS = {
    Language.EN: r"as|because|before|if|since|that|when|where|which|while|who|whose",
    Language.FR: r"afin|car|comme|dont|lorsque|où|parce|puisque|quand|que|qui|si|qu",
    Language.ES: r"aunque|cuando|cuya|cuyo|donde|porque|que|quien|quienes|si",
}
"""Words behind which a verb is not that of the whole note."""
_VERBS = {
    Language.EN: r"are|can|could|did|do|does|grew|had|has|have|is|may|might|must|remained|remains|shall|should|was|were"
    r"|will|would",
    Language.FR: r"a|demeure|doit|doivent|est|été|étaient|était|ont|peut|peuvent|reste|restent|sera|seront|sont",
    Language.ES: r"debe|deben|era|eran|es|está|están|fue|fueron|ha|han|hay|puede|pueden|será|serán|sigue|son",
}


def expressed(note: str, language: Language) -> str:
    """What a note says that its speaker expressed, with the verb before it; empty where it is none of that kind."""
    for before, nouns in _NOUNS[language].items():
        found = re.match(rf"(?:{nouns.replace(' ', '|')})\s+(?={_ABOUT[language]})", note, re.IGNORECASE)
        if found is not None and not _is_clause(note[found.end() :], language):
            it = f"{before} {note[:1].lower()}{note[1:]}".lstrip()
            return _EXPRESSES[language].format(it=it)
    return ""


def _is_clause(rest: str, language: Language) -> bool:
    """Whether what follows the noun has a verb of its own, or asks."""
    verb = re.search(rf"\b(?:{_VERBS[language]})\b", rest, re.IGNORECASE)
    leads = re.search(rf"\b(?:{_LEADS[language]})\b", rest, re.IGNORECASE)
    return "?" in rest or (verb is not None and (leads is None or leads.start() > verb.start()))
