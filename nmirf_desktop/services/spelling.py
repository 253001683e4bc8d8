"""Spelling without a network: shipped dictionaries, the field's terms, the register's names, and words added to it."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import combinations, islice, product
from typing import Any, Protocol

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.known_words import KnownWord
from nmirf_desktop.domain.lengths import fitted
from nmirf_desktop.domain.spelling import Spelled, is_right, words_of
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.paths import bundled
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.languages import KNOWN_WORDS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store

FOLDER, TERMS = "resources/spelling", "terms.txt"
MOST = 7
"""How many suggestions are made."""

ACCENTS = 3
"""How many letters of a word may have lost their accents for it to be found by those that it has."""
SIGNS: dict[Language, dict[str, str]] = {
    Language.EN: {},
    Language.FR: {"a": "àâ", "c": "ç", "e": "éèêë", "i": "îï", "o": "ô", "u": "ùûü"},
    Language.ES: {"a": "á", "e": "é", "i": "í", "n": "ñ", "o": "ó", "u": "úü"},
}
"""The letters with an accent, by those that are typed without it."""


class _Dictionary(Protocol):
    """What of Hunspell is used."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> Collection[str]: ...


@cache
def _dictionary(language: Language) -> _Dictionary:
    """The dictionary of a language, loaded once: French and Spanish take some 0.15 s."""
    import hunspell  # type: ignore[import-untyped]  # a library in C++: not before a text is checked

    made: _Dictionary = hunspell.Hunspell(
        str(language), hunspell_data_dir=str(bundled(FOLDER)), system_encoding="UTF-8"
    )
    return made


@cache
def terms(language: Language) -> frozenset[str]:
    """The words of this field, and of the names of States, that dictionaries do not have; in small letters."""
    found: set[str] = set()
    section = ""
    for line in (bundled(FOLDER) / TERMS).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#") and section in (str(language), "all"):
            found.add(line.casefold())
    return frozenset(found)


class Speller:
    """The spelling of one language, with words that are right besides those of its dictionary."""

    def __init__(self, language: Language, known: Iterable[str] = ()) -> None:
        self.language = language
        self._own = terms(language) | {word.casefold() for word in known}
        self._dictionary = _dictionary(language)
        self._judged: dict[str, bool] = {}

    def judged(self, word: str) -> bool | None:
        """Whether a word is right where that was looked up already, else ``None``: this takes no time."""
        return self._judged.get(word)

    def right(self, word: str) -> bool:
        """Whether a word is right."""
        found = self._judged.get(word)
        if found is None:
            found = self._judged[word] = is_right(word, self.language, self._knows)
        return found

    def _knows(self, word: str) -> bool:
        return word.casefold() in self._own or self._dictionary.spell(word)

    def wrong(self, text: str) -> tuple[Spelled, ...]:
        """The words of a text that are not known."""
        return tuple(one for one in words_of(text) if not self.right(one.word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may be meant, the likeliest first: the same letters with other accents, which many leave out.

        Without its capital letter it is found twice as fast.
        """
        capital = word[:1].isupper() and word[1:].islower()
        typed = word.lower() if capital else word
        accented = [one.upper() if word.isupper() else one for one in self._accented(word)]
        found = self._dictionary.suggest(typed.replace("’", "'"))
        said = [*accented, *(one.replace("'", "’") for one in found)]
        return tuple(dict.fromkeys(one[:1].upper() + one[1:] if capital else one for one in said))[:MOST]

    def _accented(self, word: str) -> Iterator[str]:
        """The words of the same letters, a name with its capital: those with the fewest accents first."""
        bare, signs = folded(word), SIGNS[self.language]
        yield from sorted(one for one in self._own if folded(one) == bare and one != word.casefold())
        places = [place for place, letter in enumerate(bare) if letter in signs]
        for number in range(ACCENTS + 1):
            for chosen in combinations(places, number):
                for given in product(*(signs[bare[place]] for place in chosen)):
                    letters = list(bare)
                    for place, letter in zip(chosen, given, strict=True):
                        letters[place] = letter
                    small = "".join(letters)
                    yield from islice(filter(self._dictionary.spell, (small, small.capitalize())), 1)


class Spelling:
    """The spelling of a register's texts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def read_only(self) -> bool:
        """Whether no word can be added."""
        return self._store.read_only

    def speller(self, language: Language) -> Speller:
        """The speller of a language as the register is now; the first one loads the dictionary."""
        with self._store.read() as session:
            own = {one.word for one in KNOWN_WORDS.all(session) if one.language is language}
            return Speller(language, own | set(_names(session, language)))

    def words(self) -> tuple[KnownWord, ...]:
        """The words that were added, by language and alphabet."""
        with self._store.read() as session:
            return tuple(sorted(KNOWN_WORDS.all(session), key=lambda one: (one.language, one.word.casefold())))

    def add(self, language: Language, word: str) -> None:
        """Take a word for right from now on, in this register; one that is there already stays once.

        Raises:
            Problem: it is too long.
        """
        word = fitted("word", word.replace("’", "'"))
        if any(one.language is language and one.word == word for one in self.words()):
            return
        with self._store.write(N_("add a word to the dictionary"), Subject.LANGUAGES) as session:
            KNOWN_WORDS.save(session, KnownWord(new_key(), language, word))

    def forget(self, key: str) -> None:
        """Take a word out of the dictionary again."""
        with self._store.write(N_("take a word out of the dictionary"), Subject.LANGUAGES) as session:
            KNOWN_WORDS.remove(session, key)


def _names(session: Session, language: Language) -> Iterator[str]:
    """The words of the names that the register holds: of people, institutions, partners, mechanisms, and places.

    Of a place it is those with a capital, also where its name is not written in this language yet.
    """
    for person in PEOPLE.all(session):
        for text in (person.given_name, person.family_name, person.institution):
            yield from _spelled(text, language)
    for mechanism in MECHANISMS.all(session):
        yield from _spelled(mechanism.name, language)
    for partner in PARTNERS.all(session):
        yield from _spelled(partner.name, language)
    for meeting in MEETINGS.all(session):
        places = filter(None, (meeting.place[one] for one in Language))
        yield from (word for place in places for word in _spelled(place, language) if word[:1].isupper())


def _spelled(text: Any, language: Language) -> Iterator[str]:
    said = text[language] if isinstance(text, Trilingual) else text
    for one in words_of(said):
        yield one.word.replace("’", "'")
        yield from one.word.split("-")
