"""A sentence with its facts, not yet said: each reader gets it in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nmirf_desktop.domain.refusals import say
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Phrase:
    """A marked constant with the values of its placeholders; a phrase may be the value of another."""

    message: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.message)

    def said_in(self, words: Catalog) -> str:
        """The sentence in the language of *words*; empty where there is nothing to say."""
        return say(words, self.message, self.values) if self.message else ""


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days: "1 day", "12 days"."""

    number: int

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        return words.ngettext("{n} day", "{n} days", self.number).format(n=words.number(self.number))


@dataclass(frozen=True, slots=True)
class InDays:
    """How far a day is from the one that is looked at: *number* of days ahead, negative for the past."""

    number: int

    def said_in(self, words: Catalog) -> str:
        """The distance: today, tomorrow, in 12 days, 3 days ago."""
        return words.days(self.number)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values after a colon, in their order, separated by commas and without "and", as lists of States are."""

    values: tuple[object, ...]

    def __bool__(self) -> bool:
        return bool(self.values)

    def said_in(self, words: Catalog) -> str:
        """The values, said one by one."""
        return words.listing(say(words, "{value}", {"value": value}) for value in self.values)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text of the register as a value of a sentence that is printed: the original, so marked, where it is missing."""

    text: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The text, or the original behind the mark that it is one."""
        said = Said.of(self.text).read(words.language)
        return f"{words.gettext(said.mark)} {said.text}" if said.untranslated else said.text


@dataclass(frozen=True, slots=True)
class Content:
    """A text of the register as a value of a sentence for the eyes: in the reader's language, else the original."""

    text: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The text, or the original where it is not translated."""
        return self.text[words.language] or self.text.original


NOTHING_TO_SAY = Phrase()
