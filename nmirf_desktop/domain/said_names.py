"""A person's name as a list or a form writes it: with titles before it, the family name first, last or in capitals.

Gender and form of address are taken from a title that leaves no doubt, and never from a name.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.people import FormOfAddress, Gender
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.i18n import Language

_TITLES: dict[str, tuple[FormOfAddress | None, Gender | None]] = {
    **dict.fromkeys(("ms", "mrs", "miss", "mme", "mlle", "madame", "mademoiselle", "madam"), (None, Gender.FEMININE)),
    **dict.fromkeys(("sra", "srta", "senora", "senorita", "dona"), (None, Gender.FEMININE)),
    **dict.fromkeys(("mr", "monsieur", "sr", "senor", "don", "sir"), (None, Gender.MASCULINE)),
    **dict.fromkeys(("he", "se", "excellency", "excellence", "excelencia"), (FormOfAddress.EXCELLENCY, None)),
    **dict.fromkeys(("excmo",), (FormOfAddress.EXCELLENCY, Gender.MASCULINE)),
    **dict.fromkeys(("excma",), (FormOfAddress.EXCELLENCY, Gender.FEMININE)),
    **dict.fromkeys(("dr", "doctor", "docteur"), (FormOfAddress.DOCTOR, None)),
    **dict.fromkeys(("dra", "dre", "doctora", "docteure"), (FormOfAddress.DOCTOR, Gender.FEMININE)),
    **dict.fromkeys(("prof", "professor", "professeur"), (FormOfAddress.PROFESSOR, None)),
    **dict.fromkeys(("profa", "profesora", "professeure"), (FormOfAddress.PROFESSOR, Gender.FEMININE)),
    **dict.fromkeys(("profesor",), (FormOfAddress.PROFESSOR, Gender.MASCULINE)),
    **dict.fromkeys(("amb", "ambassador", "hon", "eng", "ing", "mag", "abg", "msc", "phd", "lic"), (None, None)),
}  # fmt: skip
_PAIRS = {
    ("his", "excellency"),
    ("her", "excellency"),
    ("son", "excellence"),
    ("su", "excelencia"),
    ("h", "e"),
    ("s", "e"),
}
_MONSIEUR = "m"
_SOMEBODY = "…"
"""Stands for the name after titles that are alone."""
"""In a French list a title; elsewhere it may be an initial."""


@dataclass(frozen=True, slots=True)
class SaidName:
    """A name and its titles. *parted* where it shows itself which part is the family name."""

    given: str = ""
    family: str = ""
    gender: Gender | None = None
    form: FormOfAddress | None = None
    parted: bool = True

    def __bool__(self) -> bool:
        return bool(self.given or self.family)

    @property
    def kept(self) -> tuple[str, str]:
        """Given and family name as the register keeps them: not in capitals, in which documents print them again."""
        capitals = self.family.isupper() and len(self.family) > 1
        return self.given, self.family.title() if capitals else self.family


def read_name(text: str, language: Language) -> SaidName:
    """The name in a text: "SOSA, Ana", "Ana SOSA", "KIM Ji-woo", "Mrs Ana Sosa", "S. E. M. Juan PÉREZ", "Sosa".

    Where nothing shows the family name, it is then not *parted*: the last two of four words and more are the family
    name, else all but the first; initials are given names.
    """
    text = unicodedata.normalize("NFC", text)
    if "," in text:
        family, _, rest = text.partition(",")
        if not _is_title(rest.split(), language):
            titled, words = _titles(family.split(), language)
            behind, given = _titles(rest.split(), language)
            return replace(
                titled, given=" ".join(given), family=" ".join(words),
                gender=titled.gender or behind.gender, form=titled.form or behind.form,
            )  # fmt: skip
        text = family
    titled, words = _titles(text.split(), language)
    capitals = [word for word in words if _in_capitals(word)]
    if 0 < len(capitals) < len(words):
        first, last = words.index(capitals[0]), len(words) - 1 - words[::-1].index(capitals[-1])
        if first == 0:
            return replace(titled, given=" ".join(words[last + 1 :]), family=" ".join(words[: last + 1]))
        if last == len(words) - 1:
            first = _with_particles(words, first)
            return replace(titled, given=" ".join(words[:first]), family=" ".join(words[first:]))
    if len(words) < _TWO:
        return replace(titled, family=" ".join(words))
    return _unparted(titled, words)


def _unparted(titled: SaidName, words: Sequence[str]) -> SaidName:
    """A name in which nothing but initials and particles shows the family name."""
    if not _initials(words[0]) and all(_initials(word) for word in words[1:]):
        return replace(titled, given=" ".join(words[1:]), family=words[0], parted=False)
    begin = next((place for place, word in enumerate(words) if place and not _initials(word)), len(words) - 1)
    particle = next((place for place in range(begin, len(words) - 1) if words[place].casefold() in _PARTICLES), 0)
    if particle or len(words) - begin > _TWO:
        begin = particle or len(words) - _TWO
    return replace(titled, given=" ".join(words[:begin]), family=" ".join(words[begin:]), parted=False)


_TWO = 2
_INITIALS = re.compile(r"(?:\w\.-?)+|[^\W\d_]")


def _initials(word: str) -> bool:
    """Whether a word is the initials of given names: "K.", "J.-P.", "K"."""
    return _INITIALS.fullmatch(word) is not None and word.isupper()


def titles_of(text: str, language: Language) -> SaidName:
    """What a cell of titles alone says, such as "H.E. Ms."; the French "M." is one with a name after it."""
    return _titles((*text.split(), _SOMEBODY), language)[0]


def _titles(words: Sequence[str], language: Language) -> tuple[SaidName, list[str]]:
    """What the titles before a name say, and the name."""
    gender: Gender | None = None
    form: FormOfAddress | None = None
    rest = list(words)
    while rest:
        taken = _title(rest, language)
        if taken is None:
            break
        count, said_form, said_gender = taken
        form, gender = form or said_form, gender or said_gender
        rest = rest[count:]
    return SaidName(gender=gender, form=form), rest


def _title(words: Sequence[str], language: Language) -> tuple[int, FormOfAddress | None, Gender | None] | None:
    """How many of the first words are one title, and what it says."""
    first, *more = (_bare(word) for word in words[:2])
    if more and (first, more[0]) in _PAIRS and (len(first) > 1 or words[0].endswith(".")):
        gender = {"his": Gender.MASCULINE, "her": Gender.FEMININE}.get(first)
        return 2, FormOfAddress.EXCELLENCY, gender
    if first == _MONSIEUR and language is Language.FR and len(words) != 1:
        return 1, None, Gender.MASCULINE
    if first == "sem":
        return 1, FormOfAddress.EXCELLENCY, Gender.MASCULINE
    initials = first in {"he", "se"} and "." not in words[0]
    if first in _TITLES and not (initials and len(words) == len(words[:2])):
        return 1, *_TITLES[first]
    return None


def _bare(word: str) -> str:
    return fold(word.replace(".", "").replace("/", ""))


def _is_title(words: Sequence[str], language: Language) -> bool:
    """Whether these words are titles behind a name, as in "Ana Sosa, Dr."."""
    return bool(words) and not _titles(words, language)[1]


def _in_capitals(word: str) -> bool:
    return word.isupper() and not _initials(word) and sum(map(str.isalpha, word)) > 1


_PARTICLES = frozenset(
    (
        "de",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "des",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "las",
        "los",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "y",
        "e",
        "d",
    )
)


def _with_particles(words: Sequence[str], first: int) -> int:
    """Where the family name begins, its particles in small letters with it: "Ana de la CRUZ"."""
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return first
