"""What a note asserts besides its speaker's acts, told as its speaker's word: « Elle ajoute que le délai est court. »

A further sentence with a subject of its own, or such a clause joined to an act ("apoya el plan, pero el plazo es
corto"), would be the minutes' own opinion. In French and Spanish, whose minutes are in the present, it needs but a verb
of saying before it; a clause that depends on the act (parce que, aunque) has its own already.
"""

import re
from dataclasses import dataclass

from nmirf_desktop.domain.broken_sentences import begins_with_name, begins_with_subject
from nmirf_desktop.domain.finite_verbs import begins_with_object, begins_with_own_verb, has_verb, needs_no_subject
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.i18n import Language

_VOWELS = "aeiouyéèêàâîôûœh"
_UNELIDED = re.compile(
    r"(?:onze|huit|h(?!ier\b|abitu|eureu|onnête|umain|istor|éla|aïti)|oui|y[aeo]|un(?=\s*(?:[,:%]|sur\b)))",
    re.IGNORECASE,
)
"""Behind these letters French does not elide."""
_NUMERAL = re.compile(
    r"(?:onze|douze|treize|quatorze|quinze|seize|dix-|vingt|trente|quarante|cinquante|once|doce|trece|catorce|quince"
    r"|dieci|veinti|cuarenta|cincuenta)",
    re.IGNORECASE,
)
"""Numbers, whose letter is small behind "that"."""
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}|[A-ZÀ-Þ](?:\.\d|[./\d])")
_BUT = {
    Language.FR: re.compile(
        r"(?:mais|cependant|toutefois|néanmoins|or|pourtant|cela dit|ceci dit|cela étant),? ", re.IGNORECASE
    ),
    Language.ES: re.compile(r"(?:pero|sin embargo|no obstante|con todo|dicho esto|eso dicho),? ", re.IGNORECASE),
}
"""What opposes a sentence to the one before: it is told with the verb of saying."""
_TOO = {
    Language.FR: re.compile(
        r"(?:et|de plus|en outre|par ailleurs|d[’']autre part),? |(?:aussi|également), ", re.IGNORECASE
    ),
    Language.ES: re.compile(r"(?:y|e|además|asimismo|también|por otra parte|por otro lado),? ", re.IGNORECASE),
}
"""What "adds" says already."""
_LAST = {
    Language.FR: re.compile(r"enfin,? ", re.IGNORECASE),
    Language.ES: re.compile(r"(?:por último|finalmente),? ", re.IGNORECASE),
}
_CAUSE = {
    Language.FR: re.compile(r"car ", re.IGNORECASE),
    Language.ES: re.compile(r"(?:porque|pues) ", re.IGNORECASE),
}
_VERBS = {Language.FR: ("ajoute", "dit aussi", "explique"), Language.ES: ("añade", "dice también", "explica")}
"""The first verb that reports, the next one, by turns; and the one that gives a reason."""
_WITH = {
    Language.FR: {"but": "toutefois ", "last": "enfin "},
    Language.ES: {"but": ", sin embargo, ", "last": ", por último, "},
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without what joined it, its first letter small, and how it is joined: "but", "last", "cause" or ""."""

    text: str
    joined: str = ""


def clause_of(sentence: str, language: Language) -> Clause:
    """A further sentence as it stands behind "that"."""
    for name, joint in (("but", _BUT), ("", _TOO), ("last", _LAST), ("cause", _CAUSE)):
        found = joint[language].match(sentence)
        if found:
            return Clause(_small(sentence[found.end() :], language), name)
    return Clause(_small(sentence, language))


def added(clause: Clause, language: Language, turn: int) -> str:
    """A clause behind its verb of saying, of which who speaks is the subject; *turn* counts those of its note."""
    verbs = _VERBS[language]
    verb = verbs[2] if clause.joined == "cause" else verbs[turn % 2]
    if clause.joined in _WITH[language]:
        between = _WITH[language][clause.joined]
        verb = verb.replace("dit aussi", "dit").replace("dice también", "dice")
        return f"{verb}{'' if between[0] == ',' else ' '}{between}{that(clause.text, language)}"
    return f"{verb} {that(clause.text, language)}"


def that(clause: str, language: Language) -> str:
    """A clause behind "that", which French elides: qu’il, qu’on, qu’en 2026; not before « onze » or a named letter."""
    if language is Language.ES:
        opened = re.match(
            r"(?:[aA]l?|[cC]on|[eE]n|[pP]ara|[pP]or|[sS]egún|[sS]in|[sS]obre|[tT]ras|[dD]esde|[hH]asta) [^,]*, ", clause
        )
        return f"que, {clause}" if opened else f"que {clause}"
    first = clause.lstrip("«“ \u00a0")[:1].casefold()
    elides = first in _VOWELS and first and not clause.startswith(("«", "“")) and not _UNELIDED.match(clause)
    return f"qu’{clause}" if elides else f"que {clause}"


_NO_NAME = re.compile(
    r"(?:Mieux|Ici|Là|Hier|Demain|Maintenant|Désormais|Jamais|Toujours|Parfois|Souvent|Trop|Assez|Peu|Beaucoup|Bien|Mal"
    r"|Plus|Moins|Sans|Seule?|Aquí|Allí|Ahora|Hoy|Ayer|Mañana|Nunca|Siempre|Quizás?|Tal|Ya|Mucho|Poco|Demasiado"
    r"|Bastante|Más|Menos|Solo|Mejor|Peor)\b"
)
"""Adverbs at the head of a sentence, which are no name there."""


def _small(text: str, language: Language) -> str:
    """A sentence behind "that": its first letter is small, but for that of a name."""
    if _NO_NAME.match(text):
        return f"{text[:1].lower()}{text[1:]}"
    subject = begins_with_subject(text, language) or needs_no_subject(text, language) or _NUMERAL.match(text)
    if _ACRONYM.match(text) or (not subject and begins_with_name(text, language)):
        return text
    if language is Language.FR and re.match(r"A (?!été\b)", text):
        return f"à{text[1:]}"
    return f"{text[:1].lower()}{text[1:]}"


def asserts(sentence: str, language: Language) -> bool:
    """Whether a further sentence that is told as it stands asserts something of a subject of its own.

    A French one does, since it has a verb and needs a subject. A Spanish one may leave out who speaks.
    """
    if language is Language.EN or "?" in sentence:
        return False
    if quoted := QUOTED.match(sentence):
        return has_verb(f"“” {sentence[quoted.end() :]}", language)
    text = clause_of(sentence, language).text
    if language is Language.FR:
        return has_verb(text, language)
    return _has_own_subject(text)


NOBODY = re.compile(
    r"(?:no )?(?:es|era|sería|será|resulta|parece) (?:(?:muy|más|también|tan|demasiado) )?(?:necesari|important|urgent"
    r"|posibl|imposibl|convenient|prematur|preferibl|esencial|fundamental|indispensabl|hora |difícil|evident"
    r"|clar[oa] que|obvi|lamentabl|inaceptabl|tarde|pronto|imprescindibl|probabl)",
    re.IGNORECASE,
)
"""What is told of nobody: “es necesario”."""
_BE = re.compile(
    r"(?:no )?(?:es|son|era|eran|fue|fueron|sería|serían|será|serán|están|estaban|estarán) ", re.IGNORECASE
)
"""What tells of what was named before: “Es más claro”."""
_OF_SPEAKER_ES = re.compile(r"(?:no )?les? ", re.IGNORECASE)
"""What concerns or pleases who speaks: “le preocupa el costo”."""


def is_of_thing_named(text: str) -> bool:
    """Whether a Spanish clause without a subject tells what something is: “es más claro”."""
    return _BE.match(text) is not None


def _has_own_subject(text: str) -> bool:
    """Whether a Spanish clause has a subject that is not who speaks, or none at all: “hay”, “es necesario”."""
    if needs_no_subject(text, Language.ES):
        return not _OF_SPEAKER_ES.match(text)
    if NOBODY.match(text) or is_of_thing_named(text):
        return True
    told = text
    while told:
        if begins_with_subject(told, Language.ES):
            return has_verb(told, Language.ES) or not begins_with_object(told, Language.ES)
        if begins_with_name(told, Language.ES):
            return True
        if begins_with_own_verb(told, Language.ES):
            return False
        told = told.partition(", ")[2]
    return False
