"""A Spanish sentence of a note whose subject may stand last: “Retira la enmienda Chile”, “Está en contra la mayoría”.

Told as it begins, with its verb, it would be of who speaks.
"""

import re

_NO_SUBJECT_BEHIND = re.compile(
    r"a|al|ante|con|contra|de|del|desde|en|entre|hacia|hasta|para|por|según|sin|sobre|tras|y|e|o|u|ni|como|que"
    r"|el|la|los|las|un|una|su|excepto|salvo|señora?|embajadora?|doctora?|profesora?|ministr[ao]|don|doña"
    r"|president[ae]|llamad[ao]|es|son|sean?|será|sería|fue|era"
)
"""Words behind which a name is no subject."""
_NAME = r"[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]+(?:[ -](?:(?:de|del|la|las|los|y|e) )*[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]+)*"
_END = r"(?=\s*(?:[.,;:!]|$)| (?:y|e|con|por|porque|en|para|a|sin) )"
_BODY = (
    r"(?:mayoría|minoría|resto|secretaría|presidencia|presidente|presidenta|grupo|comité|mesa|relatora?"
    r"|coordinadora?|representante|delegación|gobierno)"
)
_POSITION = r"(?:de acuerdo|a favor|en contra|dudas|reservas|objeciones|preguntas|observaciones|comentarios)"
_DAY = r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d|próximo|mes|año)"
_WHOLE = r"(?:el|la|los|las|una?|su|sus|es?t?[aeo]s?|dich[ao]) [^\W\d_]+"
"""What a verb has behind it, so that an article behind it begins another part of the sentence."""
_LAST = re.compile(
    rf"(?<!\w)(en contra|[a-záéíóúüñ]+) (?:{_NAME}|la (?:mayoría|minoría)(?: de l[ao]s [^\W\d_]+)?|nadie){_END}"
)
_LAST_WITH_ARTICLE = re.compile(
    rf"\b{_WHOLE} (?:el|la|los|las) (?:{_NAME}|(?i:{_BODY})(?: del?(?: l[ao]s?)? [^\W\d_]+)?){_END}"
    rf"|\b{_POSITION} (?:el (?!{_DAY})|(?:la|los|las|un[ao]?s?|tod[ao]s?|casi|cada|much[ao]s|vari[ao]s|otr[ao]s?"
    r"|algun[ao]s?) )"
    rf"|\b{_POSITION} {_NAME}"
    r"|^(?:[Nn]o )?[^\W\d_]+ (?:la (?:mayoría|minoría)|nadie) (?:que|con|en|a)\b"
    rf"|\b(?:Secretaría|Presidencia|Mesa) (?!General|Ejecutiva|Técnica|Permanente){_NAME}{_END}"
)
_ASKED = re.compile(
    r"((?:[Ss]e )?[Pp]regunta(?: (?:también|además|entonces))?) "
    r"(?:por qué|si|qué|cuándo|cómo|dónde|quién|cuál|cuánt)\w*"
    rf" [^.,;A-ZÁÉÍÓÚÑ]*(?:{_NAME})?[.]?"
)
"""What somebody asks has a subject of its own, which stands behind its verb: “se pregunta por qué no vino Chile”."""


def ends_with_subject(sentence: str) -> bool:
    """Whether a Spanish sentence that begins with its verb has what may be its subject behind all else."""
    asked = _ASKED.fullmatch(sentence)
    sentence = asked[1] if asked else sentence
    last = any(not _NO_SUBJECT_BEHIND.fullmatch(one[1]) for one in _LAST.finditer(sentence))
    return last or _LAST_WITH_ARTICLE.search(sentence) is not None
