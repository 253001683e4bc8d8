"""How a rapporteur's note goes into reported speech, by its first word alone: nothing is guessed from its sense.

A note that is a clause with its own subject is reported: said that, dit que, dice que. One that begins with a small
letter and no subject continues the sentence with its verb. Anything else stands after a colon as it was noted: what
speaks in the first person, asks, or begins with a word that may be a name.
"""

import re
from dataclasses import dataclass
from enum import Enum

from nmirf_desktop.i18n import Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[’']?")
_ENDED = re.compile(r"[.!?…:;]['’”»)\]]*$")
_THAT = {
    Language.EN: re.compile(r"(?:said )?that\s+"),
    Language.FR: re.compile(r"(?:dit )?(?:que\s+|qu[’'])"),
    Language.ES: re.compile(r"(?:dice )?que\s+"),
}
"""A note that reports already: "that the report was good"."""

_SUBJECTS = {
    Language.EN: _words(
        "the a an this these those its his her their it he she they there each every some many most several all"
        " one two three four five six seven eight nine ten no nobody nothing"
    ),
    Language.FR: _words(
        "le la les l’ l' un une des du ce cet cette ces c’ c' cela ceci son sa ses leur leurs il elle ils elles on"
        " aucun aucune chaque plusieurs certains certaines quelques tous toutes deux trois quatre cinq six sept huit"
        " neuf dix nul nulle rien personne"
    ),
    Language.ES: _words(
        "el la los las un una unos unas este esta estos estas esto ese esa eso su sus él ella ello ellos ellas hay"
        " ningún ninguna cada varios varias algunos algunas todos todas muchos muchas nada nadie"
        " dos tres cuatro cinco seis siete ocho nueve diez"
    ),
}
"""Articles, pronouns and numerals that can only begin a clause: none of them is a verb or a name."""
_OBJECTS = {
    Language.EN: frozenset[str](),
    Language.FR: _words("le la les l’ l' leur"),
    Language.ES: _words("la los las"),
}
"""Those of them that may be the object of a verb: « les remercie », "los felicita"."""
_VERBS = {
    Language.EN: frozenset[str](),
    Language.FR: _words(
        "accueille admet annonce appelle appuie approuve assure attend a considère convie demande encourage engage"
        " estime exhorte félicite invite juge partage prie propose regrette rejette remercie rejoint retire salue"
        " soutient souhaite suggère tient trouve voit"
    ),
    Language.ES: _words(
        "acoge agradece alienta apoya aprueba anuncia comparte considera elogia encuentra espera estima exhorta"
        " felicita insta invita juzga lamenta pide propone rechaza respalda reconoce retira saluda sugiere ve"
    ),
}
"""What is done in reported speech to such an object."""
_VOWELS, _UNELIDED = frozenset("aeiouéèêàâîôû"), frozenset({"onze", "huit"})


class Kind(Enum):
    """What a note is in the sentence that reports it."""

    CONTINUED = "continued"
    CLAUSE = "clause"
    CLAUSE_AFTER_VOWEL = "clause that elides"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Reported:
    """A note as it goes into its sentence: *text* ends with its stop; of a clause, the first letter is small."""

    kind: Kind
    text: str

    @property
    def clause(self) -> bool:
        """Whether it is reported after "that"."""
        return self.kind in (Kind.CLAUSE, Kind.CLAUSE_AFTER_VOWEL)


def reported(note: str, language: Language) -> Reported:
    """What a note of a language is; it is not empty."""
    text = note.strip()
    text = text if _ENDED.search(text) else f"{text}."
    that = _THAT[language].match(text)
    if that is not None:  # the note's own elision decides: qu’hier, qu’y assister, que oui
        elides = that[0].endswith(("’", "'"))
        return Reported(Kind.CLAUSE_AFTER_VOWEL if elides else Kind.CLAUSE, text[that.end() :])
    if text[:1].isdigit() and "?" not in text:
        return _clause(text, language)
    found = _WORD.match(text)
    first = found[0].casefold() if found else ""
    bare = first.rstrip("’'")
    subject = first in _SUBJECTS[language] or bare in _SUBJECTS[language]
    if found is not None and subject and "?" not in text:
        if first == bare and not text[found.end() : found.end() + 1].isspace():  # "No.", "No, thank you.": no clause
            return Reported(Kind.DIRECT, text)
        behind = _WORD.match(text, found.end() + (text[found.end() : found.end() + 1] == " "))
        acts = behind is not None and behind[0].casefold() in _VERBS[language]
        if not (acts and first in _OBJECTS[language] and text[:1].islower()):
            return _clause(text[:1].lower() + text[1:], language)
    return Reported(Kind.CONTINUED if text[:1].islower() else Kind.DIRECT, text)


def _clause(text: str, language: Language) -> Reported:
    found = _WORD.match(text)
    first = found[0].casefold() if found else ""
    elides = language is Language.FR and first[:1] in _VOWELS and first not in _UNELIDED
    return Reported(Kind.CLAUSE_AFTER_VOWEL if elides else Kind.CLAUSE, text)
