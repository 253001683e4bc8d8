"""Sentences of a note that stand for a position, with the verb that they leave out: "no objection to the draft".

What a rapporteur types most often has no verb: « pas d’objection », « d’accord avec le Maroc », "sin objeciones". Who
speaks holds the position, so its verb is put before it ("has no objection"), and it is told as any other sentence.
Only what can be nothing else is taken for one: « contre le par. 4 », not « contre toute attente ».
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from nmirf_desktop.domain.finite_verbs import has_verb
from nmirf_desktop.domain.first_person import in_first_person
from nmirf_desktop.domain.segments import each_sentence
from nmirf_desktop.i18n import Language

_END = r"(?=\s*(?:[.,;]|$))"
_NOT_SO = r"(?! (?:background|backdrop|odds|clock|law|will)\b)"
"""What "against the" goes with where it says nothing about who speaks."""
_DEGREE = {
    Language.EN: r"(?:(?:very|deeply|seriously|gravely|most|quite|fully|entirely|also|still|strongly) )?",
    Language.FR: r"(?:(?:très|vivement|profondément|plutôt|tout à fait|entièrement|pleinement|globalement) )?",
    Language.ES: r"(?:(?:muy|totalmente|plenamente|completamente|profundamente|sumamente|bastante) )?",
}


def _table(language: Language, *rows: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    known = {"degree": _DEGREE[language], "end": _END, "not_so": _NOT_SO}
    return tuple((re.compile(form.format_map(known), re.IGNORECASE), verb) for form, verb in rows)


_VERB_OF: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = MappingProxyType(
    {
        Language.EN: _table(
            Language.EN,
            (
                r"no (?:further |other )?(?:objections?|comments?|position)(?:{end}| (?:to|on|in|but|at|about|if)\b)",
                "has",
            ),
            (r"no (?:instructions|mandate|funds|budget|staff|resources|capacity)(?:{end}| (?:for|to|on|yet)\b)", "has"),
            (
                r"never (?:received|heard|agreed|signed|supported|opposed|accepted|promised)\b(?! (?:by|to be)\b)",
                "has",
            ),
            (r"(?:not )?(?:ready|willing|prepared|happy|able|unable|reluctant) to (?!the\b|an?\b|its\b)", "is"),
            (r"not {degree}opposed{end}", "is"),
            (r"(?:not )?{degree}(?:in favou?r|supportive)(?:{end}| of\b)", "is"),
            (r"(?:not )?{degree}(?:against|opposed to) (?:the|an?|any|this|that|these|those|para\w*)\b{not_so}", "is"),
            (r"(?:not )?{degree}(?:concerned|worried|disappointed|alarmed) (?:about|at|by|that|with)\b", "is"),
            (r"(?:not )?{degree}(?:happy|unhappy|uncomfortable|comfortable) (?:with|about)\b", "is"),
            (r"(?:not )?{degree}(?:grateful|thankful) (?:to|for|that)\b", "is"),
            (r"(?:not )?{degree}(?:convinced|satisfied|pleased|confident) (?:that|with|by|of)\b", "is"),
            (r"(?:not )?{degree}open to (?:the|an?|any|all|this|that|other|further)\b(?! public)", "is"),
        ),
        Language.FR: _table(
            Language.FR,
            (r"pas d[’'](?:objection|opposition)s?(?:{end}| (?:à|au|aux|sur|de principe|de fond|mais|si)\b)", "n’a"),
            (r"aucune (?:objection|opposition)(?:{end}| (?:à|au|aux|sur|de principe|de fond|mais|si)\b)", "n’a"),
            (r"pas de (?:commentaire|position|préférence)s?(?:{end}| (?:à|sur|pour|mais)\b)", "n’a"),
            (r"{degree}d[’']accord(?:{end}| (?:avec|sur|pour|en principe|mais|si|à condition)\b)", "est"),
            (r"en (?:total |complet )?désaccord(?:{end}| (?:avec|sur|mais)\b)", "est"),
            (r"pas (?:du tout |tout à fait )?d[’']accord(?:{end}| (?:avec|sur|pour|mais)\b)", "n’est"),
            (r"{degree}(?:favorable|défavorable|opposée?|hostile)(?:{end}| (?:à|au|aux)\b)", "est"),
            (
                (
                    r"pas (?:(?:très|encore|du tout|tout à fait) )?(?:convaincue?|favorable|prête?|satisfaite?|opposée?"
                    r"|disposée?|certaine?|sûre?)(?:{end}| (?:à|au|aux|de|du|des|par|que)\b| d[’'])"
                ),
                "n’est",
            ),
            (r"contre (?:l(?:e|a|es) |l[’']|toute?s? (?!attente|probabilité|logique)|une? |ce(?:t|tte|s)? )", "est"),
            (r"{degree}(?:prêt|disposé|ouvert|attaché)e? (?:à|au|aux)\b", "est"),
            (r"{degree}(?:préoccupée?|déçue?|inqui(?:et|ète)|surprise?) (?:d[’']|(?:de|du|des|par)\b)", "est"),
            (r"{degree}(?:satisfaite?|convaincue?|consciente?) (?:(?:d|qu)[’']|(?:de|du|des|que)\b)", "est"),
            (r"{degree}reconnaissante? (?:à|au|aux|de|du|d[’'])", "est"),
        ),
        Language.ES: _table(
            Language.ES,
            (r"ninguna objeción(?:{end}| (?:a|al|de|sobre|pero|si)\b)", "no tiene"),
            (r"nada que (?:objetar|añadir|agregar)(?:{end}| (?:a|al|pero|sobre)\b)", "no tiene"),
            (
                (
                    r"{degree}de acuerdo(?:{end}"
                    r"| (?:con (?!(?:el|l[ao]s?) (?:artículo|regl|norm|estatuto|Declaración|práctica)|lo\b)"
                    r"|en (?:el|la|los|las|que|principio|general)\b|(?:pero|si|salvo)\b))"
                ),
                "está",
            ),
            (r"{degree}en desacuerdo(?:{end}| (?:con|en|pero)\b)", "está"),
            (r"en contra(?:{end}| (?:del|de (?!lo\b))\b)", "está"),
            (r"{degree}a favor(?:{end}| (?:de|del)\b)", "está"),
            (r"{degree}(?:preocupad|sorprendid|decepcionad)[oa] (?:por|de|con|ante)\b", "está"),
            (r"{degree}(?:dispuest[oa] a|list[oa] para|abiert[oa] a)\b", "está"),
            (r"{degree}(?:convencid|satisfech)[oa] (?:de|del|con)\b", "está"),
        ),
    }
)
"""The forms of a position without its verb, and the verb that stands before it."""
_GOES_ON = {
    Language.EN: re.compile(
        r"(?:but|and|except|provided|subject to|if|as long as|including|in particular|although|though|so|as|since"
        r"|because|especially|on condition) |(?:[a-z]+s|cannot|can|will|would)\b(?! (?:are|were|have|will|would|can)\b)"
    ),
    Language.FR: re.compile(
        r"(?:mais|et|sauf|sous|sans|à condition|à moins|si|pourvu|notamment|en particulier|y compris|surtout|car"
        r"|parce|puisque|même si|bien que|quoique|avec|pour autant|dès lors|tant) "
    ),
    Language.ES: re.compile(
        r"(?:pero|y|salvo|excepto|sin|siempre|a condición|si|aunque|sobre todo|en particular|incluid[oa]s?|porque|pues"
        r"|ya|con|sujeto|a reserva|a menos|mientras|dado|puesto) "
    ),
}
"""What goes on behind a comma with the position; of anything else another may be the subject."""
_BEHIND = {
    Language.FR: re.compile(
        r" (?:qui|que|dont|où|mais|si|pour|parce|car|sauf|quand|lorsqu\w*|tant|et|à condition)\b| qu[’']"
    ),
    Language.ES: re.compile(
        r" (?:que|quien(?:es)?|cuy[oa]s?|donde|pero|si|porque|pues|salvo|cuando|mientras|siempre|para|y|por)\b"
    ),
}
"""What begins a clause that belongs to the position."""
_SOMETHING = {Language.FR: "cela", Language.ES: "eso"}
_WITH_OTHERS = {
    Language.EN: re.compile(r"\b(?:you|yours?|we|us|ours?)\b", re.IGNORECASE),
    Language.FR: re.compile(r"\b(?:vous|vos|votre|nous|nos|notre|on)\b", re.IGNORECASE),
    Language.ES: re.compile(r"\b(?:ustedes|usted|vosotros|nuestr[oa]s?|[a-zñ]+[aei]mos)\b", re.IGNORECASE),
}
"""What somebody is told to his face, or is said of all who are present."""
_TO_WHOM = (
    r"(?:al?|a los?|a las?) (?:(?-i:(?!Red\b)[A-ZÁÉÍÓÚ])|comité|secretaría|presiden|coordina|equipo|delegaci|tod[ao]s"
    r"|colegas)"
)
"""Who may be thanked; “gracias al apoyo” gives a reason."""
_OFFICES_EN = "(?:chair|coordinator|secretariat|host|rapporteur|committee)"
_THANKS = "adresse ses remerciements "
_OTHERWISE: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = MappingProxyType(
    {
        Language.EN: (
            (re.compile(rf"against{_END}", re.IGNORECASE), "is against it"),
            (re.compile(rf"thanks? (?={_OFFICES_EN}\b(?! (?:of |(?-i:[A-Z]))))", re.IGNORECASE), "thanks the "),
            (re.compile(r"remind(?:s|ed) that\b", re.IGNORECASE), "recalls that"),
        ),
        Language.FR: (
            (re.compile(rf"contre{_END}", re.IGNORECASE), "s’y oppose"),
            (re.compile(r"merci (?=aux? [^.;]*\bet (?:à|aux?)\b|à [^.;]*\bet (?:à|aux?)\b)", re.IGNORECASE), _THANKS),
            (re.compile(r"sans objection\b", re.IGNORECASE), "n’a pas d’objection"),
            (re.compile(r"merci à tous(?=\s*(?:[.,;]|$)| pour )", re.IGNORECASE), "remercie tout le monde"),
            (re.compile(r"merci à (?=(?:la|tous|toutes)\b|l[’']|(?-i:[A-ZÉ]))", re.IGNORECASE), "remercie "),
            (re.compile(r"merci au (?!nom\b)(?=[^\W\d_])", re.IGNORECASE), "remercie le "),
            (re.compile(r"merci aux (?=[^\W\d_])", re.IGNORECASE), "remercie les "),
        ),
        Language.ES: (
            (
                re.compile(
                    r"no (?=(?:de acuerdo|en contra|a favor|convencid[oa]"
                    r"|dispuest[oa]|satisfech[oa]|list[oa] para|preparad[oa])\b)",
                    re.IGNORECASE,
                ),
                "no está ",
            ),
            (re.compile(r"sin (?=objeción alguna\b)", re.IGNORECASE), "no tiene "),
            (re.compile(r"sin objeci(?:ón|ones)\b", re.IGNORECASE), "no tiene objeciones"),
            (re.compile(rf"(?:muchas )?gracias (?={_TO_WHOM}[^,;:]*$)", re.IGNORECASE), "da las gracias "),
        ),
    }
)
"""What is told in other words: thanks, what no verb of these goes with, and "reminds" of which nobody is told."""


def in_full(note: str, language: Language, called: Sequence[str] = ()) -> str:
    """A note whose sentences that leave their verb out have it; what is quoted or asked stays as it is.

    *called* is how the note may name who speaks: before a position its name is the subject of the verb.
    """

    def told(sentence: str) -> str:
        named = next((found[0] for who in called if who and (found := _named(who).match(sentence))), "")
        return f"{named}{_in_full(sentence[len(named) :], language)}"

    return each_sentence(note, told)


@lru_cache(maxsize=256)
def _named(who: str) -> re.Pattern[str]:
    """A name of who speaks as the first words of a sentence, with its article or without."""
    return re.compile(rf"(?:the |l[ae]s? |l[’']|el |los )?{re.escape(who)} (?=[a-zà-ÿ])", re.IGNORECASE)


def _in_full(sentence: str, language: Language) -> str:
    """A sentence with its verb before it; as it is where it may be another's, or has one."""
    if "?" in sentence or _WITH_OTHERS[language].search(sentence) or in_first_person(sentence, language):
        return sentence
    if not all(_GOES_ON[language].match(one) for one in re.split(r", |; ", sentence)[1:]):
        return sentence
    for form, verb in _VERB_OF[language]:
        if (found := form.match(sentence)) and not _tells_of_another(sentence, found.end(), language):
            return _begun(sentence, f"{verb} {sentence[:1].lower()}{sentence[1:]}")
    for form, told in _OTHERWISE[language]:
        if (found := form.match(sentence)) and not _tells_of_another(sentence, found.end(), language):
            return _begun(sentence, form.sub(told, sentence, count=1))
    return sentence


def _tells_of_another(sentence: str, end: int, language: Language) -> bool:
    """Whether what stands behind a position's *end*, up to a comma, has its own verb: “gracias a Chile hay consenso”.

    With the last word before it: « au fond » is no verb.
    """
    if language is Language.EN:
        return False
    behind = sentence[sentence[:end].rstrip().rfind(" ") + 1 :]
    rest = _BEHIND[language].split(f" {re.split(r', |; ', behind)[0]}", maxsplit=1)[0]
    return has_verb(f"{_SOMETHING[language]} {rest}", language)


def _begun(before: str, told: str) -> str:
    """What is told, with a capital where the sentence had one."""
    return f"{told[:1].upper()}{told[1:]}" if before[:1].isupper() else told
