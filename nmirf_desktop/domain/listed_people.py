"""Persons as lists print them: form of address, name, function and institution; addresses only where they are asked."""

from collections.abc import Callable

from nmirf_desktop.domain.members import Mechanism
from nmirf_desktop.domain.people import Person, addressed
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language


def works_for(person: Person, mechanism: Mechanism) -> bool:
    """Whether a person's institution is a State's mechanism, by the mechanism's name in one of the languages.

    Who has no institution works for none, also where the mechanism has no name in a language.
    """
    institution = person.institution.strip()
    return bool(institution) and institution in (mechanism.name[language] for language in Language)


def listed_person(
    person: Person,
    words: Catalog,
    *,
    addresses: bool = False,
    mechanism: Mechanism | None = None,
    said: Callable[[Trilingual, Catalog], str] | None = None,
) -> str:
    """A person in one line, "Ms. Ana PÉREZ, Director, Ministry of Foreign Affairs", with addresses in lines below.

    Who has no name is named by the function. An institution that is the State's *mechanism* has its name in the
    language of the document. *said* is how texts of the register are put: by default marked where they are of another
    language (:func:`in_its_language`).
    """
    put = said or in_its_language
    institution = person.institution.strip()
    if mechanism is not None and works_for(person, mechanism):
        institution = put(mechanism.name, words)
    parts = [_named(person, put(person.function, words), words), institution]
    first = words.listing(part for part in parts if part)
    if not addresses:
        return first
    return "\n".join((first, *person.emails, *person.telephones))


def _named(person: Person, function: str, words: Catalog) -> str:
    if not person.family_name:
        return function
    return words.listing(part for part in (addressed(person, words), function) if part)


def in_its_language(text: Trilingual, words: Catalog) -> str:
    """A text of the register as part of a line, marked where it is the original or an earlier translation."""
    reading = Said.of(text).read(words.language)
    return f"{words.gettext(reading.mark)} {reading.text}" if reading.mark else reading.text


def as_it_is(text: Trilingual, words: Catalog) -> str:
    """A text of the register as part of an address, where no mark may stand: in the language, or as there is one."""
    return text.best(words.language)
