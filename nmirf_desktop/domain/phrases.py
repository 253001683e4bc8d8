"""A sentence with its facts, not yet said: each reader gets it in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nmirf_desktop.domain.refusals import say
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.states import State, in_order
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language


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
    """Several values after a colon, separated by commas and without "and", as lists of States are.

    They stand in their order, such as that of a roll call; or States in the *alphabetical* one of the language.
    """

    values: tuple[object, ...]
    alphabetical: bool = False

    def __bool__(self) -> bool:
        return bool(self.values)

    def said_in(self, words: Catalog) -> str:
        """The values, said one by one."""
        states = tuple(value for value in self.values if isinstance(value, State))
        values = in_order(states, words) if self.alphabetical and len(states) == len(self.values) else self.values
        return words.listing(say(words, "{value}", {"value": value}) for value in values)


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
    """A text of the register as a value of a sentence for the eyes: in the reader's language, else as it is there."""

    text: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The text; where it is not translated the original, and where that is missing what there is."""
        return self.text.best(words.language)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of the register as a value of a sentence; where it is missing in the reader's language, marked as such."""

    text: Trilingual

    def said_in(self, words: Catalog) -> str:
        """The text, or the original after the name of its language: "[English] Dates of the meeting"."""
        own, original = self.text[words.language].strip(), self.text.best(words.language).strip()
        if own or not original:
            return own
        tongue = next(one for one in (self.text.source, *Language) if one is not None and self.text[one].strip())
        pattern = words.pgettext("text in another language", "[{language}] {text}")
        return pattern.format(language=words.language_name(tongue), text=original)


NOTHING_TO_SAY = Phrase()


@dataclass(frozen=True, slots=True)
class Sentences:
    """Several sentences, one after the other; of those with nothing to say nothing is said."""

    said: tuple[Phrase, ...]

    def __bool__(self) -> bool:
        return any(self.said)

    def said_in(self, words: Catalog) -> str:
        """The sentences in the language of *words*."""
        return " ".join(one.said_in(words) for one in self.said if one)


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language, as it is called in running text: "French", "français", "francés"."""

    language: Language

    def said_in(self, words: Catalog) -> str:
        """Its name in the language of *words*."""
        return words.language_name(self.language)
