"""People and functions: one record each, whatever they are to the Network (A16)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language


class Gender(StrEnum):
    """Grammatical gender of a person's designation; unknown prints "the delegation of …"."""

    UNKNOWN = "unknown"
    FEMININE = "feminine"
    MASCULINE = "masculine"


class FormOfAddress(StrEnum):
    """How a person is addressed beside the name; *plain* is what the gender alone gives: Ms., Mr., or nothing."""

    PLAIN = "plain"
    EXCELLENCY = "excellency"
    DOCTOR = "doctor"
    PROFESSOR = "professor"


GENDER_LABELS = {
    Gender.UNKNOWN: N_("Unknown"),
    Gender.FEMININE: N_("Feminine"),
    Gender.MASCULINE: N_("Masculine"),
}
FORM_LABELS = {
    FormOfAddress.PLAIN: N_("Ms. or Mr."),
    FormOfAddress.EXCELLENCY: N_("Excellency"),
    FormOfAddress.DOCTOR: N_("Doctor"),
    FormOfAddress.PROFESSOR: N_("Professor"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One person or function ("Focal point of Paraguay" needs no name), one record across all its roles.

    Of several *emails* and *telephones* the first is the one that is used where one is enough. *address* is for
    letters, as an observer's contact has no mechanism whose address would serve.
    """

    key: Key
    function: Trilingual
    state: StateCode | None = None
    given_name: str = ""
    family_name: str = ""
    gender: Gender = Gender.UNKNOWN
    institution: str = ""
    language: Language = Language.EN
    emails: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    form_of_address: FormOfAddress = FormOfAddress.PLAIN
    address: str = ""

    @property
    def email(self) -> str:
        """The first address, empty where there is none."""
        return self.emails[0] if self.emails else ""

    def label(self, language: Language) -> str:
        """The name where there is one (Given FAMILY NAME), else the function."""
        name = f"{self.given_name} {self.family_name.upper()}".strip()
        return name or self.function[language] or self.function.original

    def said_in(self, words: Catalog) -> str:
        """The label in the language of *words*."""
        return self.label(words.language)


def addressed(person: Person, words: Catalog) -> str:
    """A person's name with the form of address, as in a list: "H.E. Ms. Ana SOSA", « S. E. Mme Ana SOSA »."""
    return in_a_list(person.form_of_address, person.gender, words).format(name=person.label(words.language))


def in_a_list(form: FormOfAddress, gender: Gender, words: Catalog) -> str:
    """How a list addresses a person: a frame for the *name*."""
    match form, gender:
        case FormOfAddress.PLAIN, Gender.FEMININE:
            said = words.pgettext("person in a list", "Ms. {name}")
        case FormOfAddress.PLAIN, Gender.MASCULINE:
            said = words.pgettext("person in a list", "Mr. {name}")
        case FormOfAddress.EXCELLENCY, Gender.FEMININE:
            said = words.pgettext("person in a list", "H.E. Ms. {name}")
        case FormOfAddress.EXCELLENCY, Gender.MASCULINE:
            said = words.pgettext("person in a list", "H.E. Mr. {name}")
        case FormOfAddress.EXCELLENCY, Gender.UNKNOWN:
            said = words.pgettext("person in a list", "H.E. {name}")
        case FormOfAddress.DOCTOR, Gender.FEMININE:
            said = words.pgettext("woman in a list", "Dr. {name}")
        case FormOfAddress.DOCTOR, _:
            said = words.pgettext("person in a list", "Dr. {name}")
        case FormOfAddress.PROFESSOR, Gender.FEMININE:
            said = words.pgettext("woman in a list", "Professor {name}")
        case FormOfAddress.PROFESSOR, _:
            said = words.pgettext("person in a list", "Professor {name}")
        case _:
            said = "{name}"
    return said


NO_ADDRESS = N_("“{email}” is not an e-mail address; type it as in name@example.org.")
_BRACKETED = re.compile(r"<([^<>]*@[^<>]*)>")
"""An address behind the name of whom it is, as programs for e-mail write it: "Ana Sosa" <ana@example.org>."""
_BETWEEN = re.compile(r"[;,\r\n\u2028]+|\s/\s")


def several_emails(text: str) -> tuple[str, ...]:
    """The e-mail addresses in a text, each once and in their order, without the names that stand before them.

    They are parted by lines, commas, semicolons, a stroke between blanks, or blanks.
    """
    found: list[str] = []
    before: list[str] = []  # of "SOSA, Ana <ana@example.org>", what stands before the comma
    for part in _BETWEEN.split(text):
        bracketed, words = _BRACKETED.findall(part), part.split()
        if bracketed:
            found += bracketed
        elif "@" not in part:
            before.append(part)
            continue
        else:
            found += [*before, *(words if all("@" in word.strip("@") for word in words) else (part,))]
        before = []
    return _each_once(one.strip().removeprefix("mailto:").strip("<>") for one in (*found, *before))


def several_telephones(text: str) -> tuple[str, ...]:
    """The telephone numbers in a text, parted by lines, commas, semicolons or a stroke between blanks."""
    return _each_once(" ".join(part.split()) for part in _BETWEEN.split(text))


def _each_once(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in parts if part))


def is_address(text: str) -> bool:
    """Whether a text has the form of an e-mail address: something, @, something with a point, and no blank."""
    before, at, after = text.partition("@")
    pieces = after.split(".")
    return bool(before and at and len(pieces) > 1 and all(pieces)) and not re.search(r"[\s@<>,;]", before + after)


def writable(email: str) -> bool:
    """Whether an e-mail address can stand in the head of any message: before the @ it has plain letters (RFC 5322).

    What stands behind it may have any, as the name of a domain is written in plain letters, too (:func:`in_ascii`).
    """
    before, _, domain = email.rpartition("@")
    try:
        return before.isascii() and bool(in_ascii(domain))
    except UnicodeError:
        return False


def in_ascii(domain: str) -> str:
    """The name of a domain in plain letters (RFC 3490); ``UnicodeError`` where there is none."""
    return domain if domain.isascii() else domain.encode("idna").decode()


def check_emails(emails: Iterable[str], field_name: str = "emails") -> None:
    """Raises ``Problem`` for the first that is no e-mail address."""
    for email in emails:
        if not is_address(email):
            raise Problem(NO_ADDRESS, {"email": email}, field_name=field_name)


def check_person(person: Person) -> None:
    """What a person's particulars cannot be: without any name or function, or with an address that is none."""
    if not person.function and not person.family_name:
        raise Problem(N_("Give the function, such as “Focal point”, or a name."), field_name="function")
    check_emails(person.emails)
