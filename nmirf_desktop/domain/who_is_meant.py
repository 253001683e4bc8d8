"""Sentences of a note of which only who noted them knows who is meant: by "it" behind a name, or by "he said".

« Regrette que la Chine n’ait pas été invitée, elle l’avait demandé »: the delegation or China; « … a raison, dit-il »:
who speaks, or somebody whom he quotes.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from nmirf_desktop.domain.first_person_acts import is_own_form
from nmirf_desktop.i18n import Language

_NAME = r"\s(?P<name>[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*)[^,;:]*"
_IT: Mapping[Language, tuple[str, str]] = MappingProxyType(
    {Language.EN: ("it|she", "it|he"), Language.FR: ("elle", "il"), Language.ES: ("ella", "él")}
)
"""How who speaks is taken up behind its verb, in the feminine and in the masculine."""
_ANOTHER = {
    language: tuple(re.compile(rf"{_NAME}, (?:{one}) [a-zà-ÿ’']+") for one in forms) for language, forms in _IT.items()
}
_PLACED = re.compile(
    r"(?:that|qu[e’']|,),? (?:for|in|as regards|with|to|pour|en|à|au|aux|chez|avec|selon|para|por|con|según)"
    r"(?: (?:the|l[ea]s?|el|los|las))?$"
)
"""Before a name, that it only says where or for whom: "says that, for Peru, it is late"."""
_WHO = r"(?:(?:the|l[ae]|l[’']|el) ?[^\W\d_]+|(?-i:[A-ZÀ-Þ])[\w’'-]+)"
_SAYS = {
    Language.EN: (
        r"(?:he|she|it|they) (?:says?|said|adds?|added|states?|stated|claims?|claimed|argues?|argued|thinks?|thought"
        rf"|feels?|felt)|(?:says|said|thinks|thought|adds|added|argues|argued|claims|claimed) {_WHO}"
    ),
    Language.FR: (
        r"[a-zà-ÿ]+-(?:t-)?(?:ils?|elles?|on)|a-t-(?:il|elle|on) [a-zà-ÿ]+|selon (?:lui|elle|eux|elles)"
        rf"|(?:dit|déclare|estime|affirme|ajoute|précise|explique|indique|rappelle) {_WHO}"
    ),
    Language.ES: (
        r"(?:dijo|dice|añade|añadió|señala|señaló|afirma|afirmó|declara|declaró|explica|explicó|indica"
        r"|indicó)(?: (?:él|ella|ellos|ellas)"
        rf"| {_WHO})?|según (?:él|ellas?|ellos)"
    ),
}
_SAID_BEHIND = {
    language: re.compile(rf", (?:{says})(?: [^\W\d_’']+){{0,6}}[.”»\s]*$") for language, says in _SAYS.items()
}
"""At the end of a sentence, behind what is said: « dit-il », “he said”, "says the delegate"."""

_BEHIND_COMMA = re.compile(r"[,;] (?:(?:ne|no|also|y|et|and) |n[’'])?([^\W\d_]+)(?= )")
"""A word that goes on behind a comma, without a subject: « … à Marrakech, ne voyons pas pourquoi »."""


def names_who_says(text: str, language: Language) -> bool:
    """Whether a sentence ends with who says what stands before: « dit-il », “explicó la delegada”."""
    return _SAID_BEHIND[language].search(text) is not None


def is_unclear(text: str, language: Language, *, verb_first: bool, feminine: bool) -> bool:
    """Whether a sentence may be of another than its reader takes it to be of.

    *verb_first* says that it begins with its speaker's verb; *feminine*, how French and Spanish take up who speaks.
    """
    if any(is_own_form(found[1], language) for found in _BEHIND_COMMA.finditer(text)):
        return True
    if not verb_first:
        return names_who_says(text, language)
    found = _ANOTHER[language][not feminine].search(text)
    return found is not None and _PLACED.search(text[: found.start("name")].rstrip()) is None
