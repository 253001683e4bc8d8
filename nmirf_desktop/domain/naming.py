"""How a State is named in a sentence: with its article, after *of* and after *to*, in three languages.

The grammar is the United Nations' (UNTERM's articles): du Paraguay, de l’Uruguay, aux Philippines, d’Haïti; del
Paraguay, but de El Salvador; the Congo. A name that stands in lists with a bracket turns round in running text: the
Kingdom of the Netherlands. All follows from the name fields of the State; no table of codes, so that a State that
renames itself is named rightly from that day. This module is the one home of these small words.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Catalog, Language

_ARTICLE = {
    Language.EN: re.compile(r"(the) (.+)"),
    Language.FR: re.compile(r"(le |la |les |l’)(.+)"),
    Language.ES: re.compile(r"(el|la|los|las) (.+)"),
}
"""The article at the head of a formal name; lower case, so that El Salvador keeps its own."""

_FRENCH = {"le": ("du ", "au "), "les": ("des ", "aux "), "la": ("de la ", "à la "), "l’": ("de l’", "à l’")}


@dataclass(frozen=True, slots=True)
class StateName:
    """The four forms of a State's name in one language.

    *bare* is the form for lists; *the* has the article where there is one; *of* and *to* begin with the preposition.
    """

    bare: str
    the: str
    of: str
    to: str


def name(state: State, language: Language) -> StateName:
    """The short name in its four forms; a bracketed one turns round in all but the first."""
    short = state.short[language]
    if "(" in short:
        return formal_name(state, language, bare=short)
    return _declined(state.article[language], short, language)


def formal_name(state: State, language: Language, bare: str = "") -> StateName:
    """The formal name in its four forms, *bare* without its article unless another is given."""
    formal = state.formal[language]
    split = _ARTICLE[language].fullmatch(formal)
    article, noun = (split[1].strip(), split[2]) if split else ("", formal)
    forms = _declined(article, noun, language)
    return StateName(bare or noun, forms.the, forms.of, forms.to)


def forms(state: State, language: Language) -> Mapping[str, str]:
    """The forms under the names that sentences use: ``{state}``, ``{the_state}``, ``{of_state}``, ``{to_state}``."""
    said = name(state, language)
    return MappingProxyType(
        {"state": said.bare, "the_state": said.the, "of_state": said.of, "to_state": said.to},
    )


def of_states(states: Iterable[State], words: Catalog) -> str:
    """Several States after *of*, said once in English and Spanish, before each in French.

    of Brazil and the Niger | du Brésil et du Niger | del Brasil y el Níger.
    """
    named = [name(state, words.language) for state in states]
    return each_of(words, [one.of for one in named], [one.the for one in named])


def the_states(states: Iterable[State], words: Catalog) -> str:
    """Several States by name within a sentence: Brazil and the Niger | le Brésil et le Niger | el Brasil y el Níger."""
    return words.conjunction([name(state, words.language).the for state in states])


def sentence_start(text: str) -> str:
    """The text with a capital at its first word, behind opening marks: « l’Inde » becomes « L’Inde »."""
    for place, sign in enumerate(text):
        if sign.isalnum():
            return text[:place] + sign.upper() + text[place + 1 :]
    return text


def of_person(said: str, language: Language) -> str:
    """A person as named within a sentence, after *of*: de M. Diop, d’Ana Silva; "del Sr. Diop"."""
    split = _ARTICLE[Language.ES].fullmatch(said) if language is Language.ES else None
    return _declined(split[1], split[2], language).of if split else _declined("", said, language).of


def each_of(words: Catalog, prepositional: list[str], nominal: list[str]) -> str:
    """Names in a row, the preposition before every one in French, before the first only in English and Spanish."""
    return words.conjunction(prepositional if words.language is Language.FR else prepositional[:1] + nominal[1:])


def _declined(article: str, noun: str, language: Language) -> StateName:
    """A noun with its article, and with the prepositions that the article melts into."""
    match language:
        case Language.EN:
            the = f"{article} {noun}".strip()
            return StateName(noun, the, f"of {the}", f"to {the}")
        case Language.FR:
            de, a = _FRENCH.get(article, ("d’" if _elides(noun) else "de ", "à "))
            the = noun if not article else f"{article}{noun}" if article == "l’" else f"{article} {noun}"
            return StateName(noun, the, f"{de}{noun}", f"{a}{noun}")
        case Language.ES:
            the = f"{article} {noun}".strip()
            if article == "el":
                return StateName(noun, the, f"del {noun}", f"al {noun}")
            return StateName(noun, the, f"de {the}", f"a {the}")


def _elides(noun: str) -> bool:
    """Whether a French name without article takes d’: before a vowel, and before h, mute in all such names."""
    return unicodedata.normalize("NFD", noun)[:1].casefold() in set("aeiouhœ")
