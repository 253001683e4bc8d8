"""Sentences of a note that stand for a position, with the verb that they leave out: "no objection to the draft".

What a rapporteur types most often has no verb: « pas d’objection », « d’accord avec le Maroc », "sin objeciones". Who
speaks holds the position, so its verb is put before it ("has no objection"), and it is told as any other sentence.
Only what can be nothing else is taken for one: « contre le par. 4 », not « contre toute attente ».
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.i18n import Language

_END = r"(?=\s*(?:[.,;]|$))"
_NOT_SO = r"(?! (?:background|backdrop|odds|clock|law|will)\b)"
"""What "against the" goes with where it says nothing about who speaks."""
_DEGREE = {
    Language.EN: r"(?:(?:very|deeply|seriously|gravely|most|quite|fully|entirely|also|still|strongly) )?",
    Language.FR: r"(?:(?:très|vivement|profondément|plutôt|tout à fait|entièrement|pleinement|globalement) )?",
    Language.ES: r"(?:(?:muy|totalmente|plenamente|completamente|profundamente|sumamente|bastante) )?",
}
_NOT = {Language.EN: r"(?:not )?", Language.FR: "", Language.ES: ""}


def _table(language: Language, *rows: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    degree, no = _DEGREE[language], _NOT[language]
    known = {"degree": degree, "no": no, "end": _END, "not_so": _NOT_SO}
    return tuple((re.compile(form.format_map(known), re.IGNORECASE), verb) for form, verb in rows)


_VERB_OF: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = MappingProxyType(
    {
        Language.EN: _table(
            Language.EN,
            (
                r"no (?:further |other )?(?:objections?|comments?|position)(?:{end}| (?:to|on|in|but|at|about|if)\b)",
                "has",
            ),
            (r"{no}(?:ready|willing|prepared|happy|able|unable|reluctant) to (?!the\b|an?\b|its\b)", "is"),
            (r"{no}{degree}(?:in favou?r|supportive)(?:{end}| of\b)", "is"),
            (r"{no}{degree}(?:against|opposed to) (?:the|an?|any|this|that|these|those|para\w*)\b{not_so}", "is"),
            (r"{no}{degree}(?:concerned|worried|disappointed|alarmed) (?:about|at|by|that|with)\b", "is"),
            (r"{no}{degree}(?:grateful|thankful) (?:to|for|that)\b", "is"),
            (r"{no}{degree}(?:convinced|satisfied|pleased|confident) (?:that|with|by|of)\b", "is"),
            (r"{no}{degree}open to (?:the|an?|any|all|this|that|other|further)\b(?! public)", "is"),
        ),
        Language.FR: _table(
            Language.FR,
            (r"pas d[’'](?:objection|opposition)s?(?:{end}| (?:à|au|aux|sur|de principe|de fond|mais|si)\b)", "n’a"),
            (r"aucune (?:objection|opposition)(?:{end}| (?:à|au|aux|sur|de principe|de fond|mais|si)\b)", "n’a"),
            (r"pas de (?:commentaire|position|préférence)s?(?:{end}| (?:à|sur|pour|mais)\b)", "n’a"),
            (r"{degree}d[’']accord(?:{end}| (?:avec|sur|pour|en principe|mais|si|à condition)\b)", "est"),
            (r"pas (?:du tout |tout à fait )?d[’']accord(?:{end}| (?:avec|sur|pour|mais)\b)", "n’est"),
            (r"{degree}(?:favorable|défavorable|opposée?|hostile)(?:{end}| (?:à|au|aux)\b)", "est"),
            (
                r"contre (?:le |la |les |l[’']|tout(?:e|es)? (?!attente|probabilité|logique)|une? |cet?(?:te)? |ces )",
                "est",
            ),
            (r"{degree}(?:prêt|disposé|ouvert|attaché)e? (?:à|au|aux)\b", "est"),
            (
                r"{degree}(?:préoccupé|déçu|inquiet|surpris|satisfait|convaincu|conscient)(?:e|ète)? (?:de|d[’']|du|des|par)",
                "est",
            ),
            (r"{degree}reconnaissante? (?:à|au|aux|de|du|d[’'])", "est"),
        ),
        Language.ES: _table(
            Language.ES,
            (r"ninguna objeción(?:{end}| (?:a|al|de|sobre|pero|si)\b)", "no tiene"),
            (r"nada que (?:objetar|añadir|agregar)(?:{end}| (?:a|al|pero|sobre)\b)", "no tiene"),
            (r"{degree}de acuerdo(?:{end}| (?:con|en (?:el|la|los|las|que|principio)|pero|si|salvo)\b)", "está"),
            (r"en contra(?:{end}| (?:del|de (?!lo\b))\b)", "está"),
            (r"{degree}a favor(?:{end}| (?:de|del)\b)", "está"),
            (r"{degree}(?:preocupad|sorprendid|decepcionad)[oa] (?:por|de|con|ante)\b", "está"),
            (r"{degree}(?:dispuest[oa] a|list[oa] para|abiert[oa] a)\b", "está"),
            (r"{degree}(?:convencid|satisfech)[oa] (?:de|del|con)\b", "está"),
        ),
    }
)
"""The forms of a position without its verb, and the verb that stands before it."""
_THANKS = "adresse ses remerciements "
_OTHERWISE: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = MappingProxyType(
    {
        Language.EN: ((re.compile(rf"against{_END}", re.IGNORECASE), "is against it"),),
        Language.FR: (
            (re.compile(rf"contre{_END}", re.IGNORECASE), "s’y oppose"),
            (re.compile(r"merci (?=aux? [^.;]*\bet (?:à|aux?)\b|à [^.;]*\bet (?:à|aux?)\b)", re.IGNORECASE), _THANKS),
            (re.compile(r"sans objection\b", re.IGNORECASE), "n’a pas d’objection"),
            (re.compile(r"merci à (?=(?:la|l[’']|tous|toutes)\b)", re.IGNORECASE), "remercie "),
            (re.compile(r"merci au (?=[^\W\d_])", re.IGNORECASE), "remercie le "),
            (re.compile(r"merci aux (?=[^\W\d_])", re.IGNORECASE), "remercie les "),
        ),
        Language.ES: (
            (re.compile(r"no (?=(?:de acuerdo|en contra|a favor)\b)", re.IGNORECASE), "no está "),
            (re.compile(r"sin objeci(?:ón|ones)\b", re.IGNORECASE), "no tiene objeciones"),
            (re.compile(r"(?:muchas )?gracias (?=al? )", re.IGNORECASE), "da las gracias "),
        ),
    }
)
"""What is told in other words: thanks, and what no verb of these goes with."""


def in_full(note: str, language: Language) -> str:
    """A note whose sentences that leave their verb out have it; what is quoted or asked stays as it is."""
    pieces, done = [], 0
    for one in sentences(note):
        told = _in_full(one.text, language)
        if told != one.text:
            pieces += [note[done : one.start], told]
            done = one.end
    return "".join(pieces) + note[done:]


def _in_full(sentence: str, language: Language) -> str:
    """A sentence with its verb before it; as it is where it may be another's, or has one."""
    if "?" in sentence:
        return sentence
    for form, verb in _VERB_OF[language]:
        if form.match(sentence):
            return _begun(sentence, f"{verb} {sentence[:1].lower()}{sentence[1:]}")
    for form, told in _OTHERWISE[language]:
        if form.match(sentence):
            return _begun(sentence, form.sub(told, sentence, count=1))
    return sentence


def _begun(before: str, told: str) -> str:
    """What is told, with a capital where the sentence had one."""
    return f"{told[:1].upper()}{told[1:]}" if before[:1].isupper() else told
