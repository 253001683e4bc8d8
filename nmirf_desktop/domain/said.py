"""A text as a document prints it: in the language asked for, or marked as what it is instead of that."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from nmirf_desktop.domain.text import UNTRANSLATED, TextState, Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.i18n.stops import with_one_stop

OUTDATED = N_("[translation of an earlier text]")
"""What stands before a translation whose original has changed since."""
_LANGUAGES = tuple(Language)


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a document of one language: *text*, the language it is really in, and the *mark* before it.

    *below* are further lines, which no language has for itself: an address. *after* are words of the document's own
    language that stand behind an original of another one.
    """

    text: str
    language: Language
    mark: str = ""
    below: str = ""
    after: str = ""

    @property
    def untranslated(self) -> bool:
        """Whether the text is the original of another language."""
        return self.mark == UNTRANSLATED

    @property
    def whole(self) -> str:
        """The text with what stands after it and the lines below."""
        text = " ".join(part for part in (self.text, self.after) if part)
        return "\n".join(part for part in (text, self.below) if part)


@dataclass(frozen=True, slots=True)
class Said:
    """A text in three languages, ready to print. Empty means missing; *original* is printed, marked, in its place.

    Those that were made from an *earlier* original are marked, too. It is plain text: no mark-up is read in it. A line
    break starts a new paragraph where a block can hold several. *below* are lines that follow and read alike in every
    language, such as addresses. *after* is what the program says behind the text, in each language: it is in the
    document's own also where the text is not.
    """

    en: str = ""
    fr: str = ""
    es: str = ""
    original: Language = Language.EN
    earlier: tuple[Language, ...] = ()
    below: str = ""
    after: tuple[str, str, str] = ("", "", "")

    @classmethod
    def of(cls, text: Trilingual) -> Self:
        """A text of the register, with its gaps."""
        earlier = tuple(language for language in Language if text.state(language) is TextState.OUTDATED)
        return cls(text.en, text.fr, text.es, text.source, earlier)

    @classmethod
    def by(cls, sentence: Callable[[Catalog], str]) -> Self:
        """A sentence of the program's own words, said once with each language's catalogue.

        A State, a date or a formula fits: ``Said.by(state.said_in)``, ``Said.by(lambda words: words.date(day))``.
        """
        english, french, spanish = (with_one_stop(sentence(catalog(language))) for language in _LANGUAGES)
        return cls(english, french, spanish)

    @classmethod
    def words(cls, message: str) -> Self:
        """Words of the catalogues, marked with ``N_``, in each language."""
        return cls.by(lambda words: words.gettext(message))

    @classmethod
    def same(cls, text: str) -> Self:
        """What reads alike in every language: a symbol, a person's name, a number."""
        return cls(text, text, text)

    def __bool__(self) -> bool:
        return bool(self.en.strip() or self.fr.strip() or self.es.strip() or self.below)

    def _text(self, language: Language) -> str:
        match language:
            case Language.EN:
                return self.en
            case Language.FR:
                return self.fr
            case Language.ES:
                return self.es

    def read(self, language: Language) -> Reading:
        """The text for a document in *language*, composed (NFC); the original, so marked, where it is missing.

        Where even the original is missing, the first language that has a text stands in for it.
        """
        for candidate in (language, self.original, *_LANGUAGES):
            text = self._text(candidate).strip()
            if text:
                after = self.after[_LANGUAGES.index(language)]
                if after and candidate is language:
                    text, after = f"{text} {after}", ""
                mark = UNTRANSLATED if candidate is not language else OUTDATED if language in self.earlier else ""
                return Reading(unicodedata.normalize("NFC", text), candidate, mark, self.below, after)
        return Reading("", language, below=self.below)


NOTHING = Said()
