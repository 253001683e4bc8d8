"""What speaks in the first person: minutes in which "we" is not quoted would speak for the Network."""

import re

from nmirf_desktop.i18n import Language

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
"""What somebody else said is in nobody's first person."""
_FIRST_PERSON = {
    Language.EN: re.compile(
        r"\b(?:we|us|our|ours|ourselves|me|my|myself)\b|^\W*(?:We|Our(?! Common )|Ours|My)\b"
        r"|(?:^\W*|[,;:] |\b(?:and|as|because|but|if|so|that|what|when|which) )I(?:[’'] ?[a-z]| (?!and |or |to )[a-z])"
    ),
    Language.FR: re.compile(
        r"\b(?:je|nous|nos|notre|me|moi|ma|mes|mon)\b|\b[jm][’']"
        r"|^\W*(?:J[’']|(?:Je|Nous|Nos|Notre(?!-)|Ma|Mes|Mon)\b)"
    ),
    Language.ES: re.compile(
        r"\b(?:yo|nosotr[ao]s|nos|nuestr[ao]s?|me|mí|mis?)\b"
        r"|^\W*(?:Yo|Nosotr[ao]s|Nos|Nuestr[ao]s?(?! Agenda )|Me|Mis?)\b"
    ),
}
"""Words in which somebody speaks of himself; with a capital, at the head of a sentence only: they are a name else."""
_OPENING = {
    Language.EN: re.compile(r"(?:^|[.,;:] )(?:we|I)\b|^(?:my|our)\b"),
    Language.FR: re.compile(r"(?:^|[.,;:] )(?:nous|je|j[’'])|^(?:ma|mes|mon|nos|notre)\b"),
    Language.ES: re.compile(r"(?:^|[.,;:] )(?:yo|nosotr[ao]s)\b|^(?:me|mis?|nos|nuestr[ao]s?)\b"),
}
"""Such words as the subject of a sentence that begins with a small letter."""
_WE = {
    Language.EN: re.compile(r"(?!)"),
    Language.FR: re.compile(
        r"\W*(?:ne |n[’']|et |mais |le |la |les |l[’']|lui |leur |vous )*"
        r"(?:accueillons|appuyons|apprécions|approuvons|considérons|constatons|convenons|croyons|demandons|déplorons|encourageons|espérons|estimons|exhortons"
        r"|félicitons|insistons|invitons|jugeons|partageons|pensons|prenons|prions|proposons|rappelons|réaffirmons"
        r"|regrettons|rejetons|rejoignons|remercions|saluons|souhaitons|soulignons|soutenons|suggérons)\b",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"\W*(?:(?:no|también|tampoco|además|asimismo|y|pero|le|les|lo|la|los|las|se) ){0,3}"
        r"(?!(?:amos|extremos|gramos|kilogramos|maximos|memos|minimos|primos|proximos|racimos|ramos|reclamos|remos"
        r"|supremos|tramos|ultimos)\b)"
        r"(?:[a-zñü]*[aei]mos|somos|[a-zñü]*(?:ába|ára|éra|íba|ía)mos"
        r"|(?!(?:comité|café|bebé|porqué|qué|prevé|entrevé|olé)\b)[a-zñü]{2,}é)\b",
        re.IGNORECASE,
    ),
}
"""Verbs that say "we", or “envié”, by their ending, at the head of a sentence; nouns of the same ending are none."""


def in_first_person(sentence: str, language: Language) -> bool:
    """Whether somebody speaks of himself in a sentence of which what is quoted was taken out."""
    return bool(_FIRST_PERSON[language].search(sentence) or _WE[language].match(sentence))


def opens_in_first_person(text: str, language: Language) -> bool:
    """Whether such a word is the subject of a sentence that begins with a small letter."""
    return bool(_OPENING[language].search(text))
