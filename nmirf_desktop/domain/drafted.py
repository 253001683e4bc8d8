"""A drafted paragraph, and how the program's sentences become its three texts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual, digest
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


def led_by_hand(text: Trilingual, drafted: Trilingual) -> Trilingual:
    """A text that a person wrote over what was *drafted*: where one translation alone was changed, it leads the others.

    These still read as drafted, and are older than what was written. Where that was a slip put right, the writer makes
    the original what it was, as in any other text.
    """
    written = [language for language in Language if text[language] and text[language] != drafted[language]]
    if len(written) != 1 or text.source in written or not drafted:
        return text
    (leads,) = written
    before = digest(drafted[leads])
    bases = {f"basis_{one}": before for one in Language if one is not leads and text[one]}
    return replace(text.with_source(leads), **bases)  # type: ignore[arg-type]
