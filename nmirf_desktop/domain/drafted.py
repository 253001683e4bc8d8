"""A drafted paragraph, and how the program's sentences become its three texts."""

from collections.abc import Callable
from dataclasses import dataclass

from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.i18n.stops import with_one_stop


@dataclass(frozen=True, slots=True)
class Drafted:
    """One paragraph as the facts give it; *slot* names its fact: "opening", "vote:<key>".

    *tells* are the interventions that it reports, in the order in which they were made.
    """

    slot: str
    section: Section
    text: Trilingual
    item: Key | None = None
    tells: tuple[Key, ...] = ()


def slot(fact: str, key: Key) -> str:
    """The slot of a fact that has a key: "vote:<key>"."""
    return f"{fact}:{key}"


def fact_of(name: str) -> tuple[str, Key]:
    """What a slot names: the fact and its key, which is empty for facts of the meeting itself."""
    fact, _, key = name.partition(":")
    return fact, key


def in_all(sentence: Callable[[Catalog], str]) -> Trilingual:
    """The program's own sentence in three languages, as a draft that agrees; empty where it has nothing to say."""
    text = Trilingual(with_one_stop(sentence(catalog(Language.EN))))
    for language in (Language.FR, Language.ES):
        text = text.with_text(language, with_one_stop(sentence(catalog(language))))
    return text


def in_one(language: Language, text: str) -> Trilingual:
    """A text in the one language in which it was noted: the others are missing until they are translated."""
    return Trilingual(source=language).with_text(language, text)
