"""Who speaks in a rapporteur's note: how it is named, and taken up in a further sentence."""

import re
from dataclasses import dataclass, replace

from nmirf_desktop.domain.naming import sentence_start
from nmirf_desktop.i18n import Language

_AGAIN = {
    Language.EN: dict[str, str](),
    Language.FR: {"la": "Elle", "une": "Elle", "le": "Il", "un": "Il"},
    Language.ES: dict[str, str](),
}
"""The pronoun that takes up a speaker, by the article of its name; Spanish needs none."""
_TAKEN_UP = re.compile(r"(?:the|an?) (representative|observer|delegation)\b", re.IGNORECASE)
"""What takes up a speaker in English: "it" would be what was spoken of, and a representative is a person."""
_VOWELS = frozenset("aeiouhéèêâîôûAEIOUHÉÈÊÂÎÔÛ")
UNNAMED = re.compile(r"(une?|una|an?) ", re.IGNORECASE)
"""The article of a speaker that is not named, « une délégation »: with it once more, it would be another one."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: *called* is how a note may name it, the first as its sentence does.

    *again* is what takes up who speaks, empty for none known. *alone* says that its sentence tells nothing between the
    speaker and what was said; *feminine* that its name is so, in French and Spanish: what is told of it agrees. *state*
    is the name of the State that speaks where that is surely masculine: of it what was noted may be told as it stands.
    *itself* is what is told of a body behind "said that" in English, where its representative speaks; of a State it is
    its delegation.
    """

    called: tuple[str, ...]
    again: str = ""
    alone: bool = True
    feminine: bool = False
    state: str = ""
    itself: str = ""

    @property
    def name(self) -> str:
        """How its sentence names it; empty where nobody is known."""
        return self.called[0] if self.called else ""

    def of_the_state(self, language: Language) -> "Speaker":
        """Who speaks where the State is told of, whose name is masculine."""
        return replace(self, again="Il" if language is Language.FR else "", feminine=False)


def again(who: str, language: Language, *, official: bool) -> str:
    """What takes up *who* in a further sentence: of a delegation or office, of nobody else."""
    if language is Language.EN:
        found = _TAKEN_UP.match(who) if official else None
        return f"The {found[1]}" if found else ""
    article = who.casefold().partition(" ")[0]
    return _AGAIN[language].get(article, "") if official else ""


def taken_up(who: str, language: Language) -> str:
    """Who is named once more, as a sentence begins: « un État » is then « Cet État », and no other one."""
    found = UNNAMED.match(who)
    if found is None:
        return sentence_start(who)
    called = who[found.end() :]
    if language is Language.EN:
        return f"The {called}"
    masculine = "Ese" if language is Language.ES else "Cet" if called[:1] in _VOWELS else "Ce"
    feminine = "Esa" if language is Language.ES else "Cette"
    return f"{masculine if found[1].casefold() == 'un' else feminine} {called}"


def is_feminine(who: str, language: Language) -> bool:
    """Whether the name of a speaker is feminine by its article: « la délégation », "una delegación"."""
    return language is not Language.EN and who.casefold().partition(" ")[0] in ("la", "une", "una")
