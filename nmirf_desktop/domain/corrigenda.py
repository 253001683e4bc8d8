"""Corrigenda: what is put right in approved minutes, in a numbered document of its own (formats, sections 1 and 5).

The approved text stays as it is. An erratum names words as they were printed in one language, and as they should read;
how the text reads with all that was issued is derived. A corrigendum may be of one language alone.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.minutes import Minutes, MinutesState
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import LanguageName
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.i18n import N_, Language


@dataclass(frozen=True, slots=True)
class Corrigendum:
    """One corrigendum of approved minutes: its *number* in their series, from 1.

    It is *dated* as it was begun, and with its first issue bears the day of that.
    """

    key: Key
    minutes: Key
    number: int
    dated: datetime.date


@dataclass(frozen=True, slots=True)
class Erratum:
    """Words in one language: as they were printed (*passage*), and as they should read (*words*).

    They stand in a *paragraph*, or in a *block* of the document as it was approved (:mod:`.printed_blocks`). Without a
    passage the words take the place of the whole paragraph; without words the passage is deleted.
    """

    key: Key
    corrigendum: Key
    position: int
    paragraph: Key | None
    language: Language
    passage: str = ""
    words: str = ""
    block: str = ""

    @property
    def place(self) -> str:
        """The key of the paragraph or the block."""
        return self.paragraph or self.block


NOT_APPROVED = N_("These minutes are not approved: correct the paragraph itself. A corrigendum is of approved minutes.")
UNSENT = N_("Corrigendum {n} is not issued yet: add to it, or issue it first.")
IS_ISSUED = N_("Corrigendum {n} was issued and is no longer changed: what is still wrong is for the next one.")
NOT_THERE = N_("{place}: these words do not stand there in {language}. Copy them from the text as it was approved.")
SEVERAL_TIMES = N_("{place}: these words stand there {n} times in {language}. Give some more of the words around.")
NO_TEXT = N_("{place}: there is no text in {language}, and so nothing to correct.")
NOTHING_WRONG = N_("Give the words as they were printed, or the words that should take the place of the paragraph.")
NOT_WHOLE = N_("{place}: give the words that are wrong as they were printed; only a paragraph is replaced as a whole.")
SAME_WORDS = N_("The words would read as they do. Say how they should read.")
EMPTY = N_("Corrigendum {n} corrects nothing yet: add what is wrong first.")


def mark_of(number: int) -> str:
    """What follows the symbol of the minutes: "Corr.1"."""
    return f"Corr.{number}"


def is_issued(corrigendum: Corrigendum, issued: Iterable[IssuedDocument]) -> bool:
    """Whether a corrigendum left the house, by the documents issued for its meeting."""
    end = f"/{mark_of(corrigendum.number)}"
    return any(one.kind is DocumentKind.CORRIGENDUM and one.symbol.endswith(end) for one in issued)


def check_next(minutes: Minutes, known: Collection[Corrigendum], issued: Collection[IssuedDocument]) -> int:
    """The number of the next corrigendum: they are numbered in the order in which they leave.

    Raises ``Refusal`` for minutes that are not approved, and while the last one is not issued.
    """
    if minutes.state is not MinutesState.APPROVED:
        raise Refusal(NOT_APPROVED)
    for one in known:
        if not is_issued(one, issued):
            raise Refusal(UNSENT, {"n": one.number})
    return max((one.number for one in known), default=0) + 1


def check_unissued(corrigendum: Corrigendum, issued: Iterable[IssuedDocument]) -> None:
    """Raises ``Refusal`` for a corrigendum that left the house."""
    if is_issued(corrigendum, issued):
        raise Refusal(IS_ISSUED, {"n": corrigendum.number})


def in_turn(corrigenda: Iterable[Corrigendum], errata: Iterable[Erratum]) -> tuple[Erratum, ...]:
    """What was put right, corrigendum after corrigendum, as it was written."""
    numbers = {one.key: one.number for one in corrigenda}
    own = (one for one in errata if one.corrigendum in numbers)
    return tuple(sorted(own, key=lambda one: (numbers[one.corrigendum], one.position)))


def read_with(text: str, errata: Iterable[Erratum]) -> str:
    """How an approved text reads with what was put right in it, in its turn."""
    for one in errata:
        text = text.replace(one.passage, one.words, 1) if one.passage else one.words
    return text


def in_the_same(erratum: Erratum, errata: Iterable[Erratum]) -> tuple[Erratum, ...]:
    """Those of some errata that are of the same text: the same paragraph or block in the same language."""
    own = erratum.place, erratum.language
    return tuple(one for one in errata if (one.place, one.language) == own)


def check_erratum(erratum: Erratum, text: str, where: Sayable) -> None:
    """Raises ``Problem`` where the words do not stand in the *text* as it reads with what was put right before.

    They have to stand there once, so that every reader finds them; spaces, quotes, apostrophes and hyphens that look
    alike are alike (:func:`as_printed`). *where* is what the text is.
    """
    values: Mapping[str, object] = {"place": where, "language": LanguageName(erratum.language)}
    if not erratum.passage and erratum.paragraph is None:
        raise Problem(NOT_WHOLE, values, "passage")
    if not erratum.passage and not erratum.words:
        raise Problem(NOTHING_WRONG, field_name="passage")
    if not text.strip():
        raise Problem(NO_TEXT, values, "language")
    if (erratum.passage or text) == erratum.words:
        raise Problem(SAME_WORDS, field_name="words")
    if erratum.passage:
        times = len(_places(erratum.passage, text))
        if not times:
            raise Problem(NOT_THERE, values, "passage")
        if times > 1:
            raise Problem(SEVERAL_TIMES, {**values, "n": times}, "passage")


_ALIKE = ("'\u2018\u2019\u02bc\u2032", '"\u201c\u201d\u201e\u2033\u00ab\u00bb', "-\u2010\u2011\u2012\u2013\u2014\u2212")
"""Marks for which a keyboard has one key, whichever of them was printed: apostrophes, quotes, hyphens and dashes."""
_ANY_SPACE = r"\s+"
_SPACES = re.compile(_ANY_SPACE)


def _sought(passage: str) -> str:
    """A pattern for words as somebody typed them: a space is any space, a mark any that looks like it."""
    alike = {mark: f"[{re.escape(marks)}]" for marks in _ALIKE for mark in marks}
    words = _SPACES.split(passage)
    return _ANY_SPACE.join("".join(alike.get(mark, re.escape(mark)) for mark in word) for word in words)


def _places(passage: str, text: str) -> list[re.Match[str]]:
    """Where words stand in a text as they are, else where they stand but for marks that look alike."""
    return list(re.finditer(re.escape(passage), text)) or list(re.finditer(_sought(passage), text))


def as_printed(passage: str, text: str) -> str:
    """Words as a text has them, with its own spaces and marks; as they are where they do not stand in it once."""
    places = _places(passage, text) if passage else []
    return places[0].group() if len(places) == 1 else passage


def languages_of(errata: Iterable[Erratum]) -> tuple[Language, ...]:
    """The languages in which something is put right, in their order."""
    there = {one.language for one in errata}
    return tuple(language for language in Language if language in there)
