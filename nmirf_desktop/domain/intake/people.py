"""A row of a list of focal points: whose record it is, and what it says of the person."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.functions import function_of
from nmirf_desktop.domain.intake import Choice, Weight
from nmirf_desktop.domain.intake.drafts import RowDraft, kept, united, with_texts
from nmirf_desktop.domain.intake.standing import names_of, words_of
from nmirf_desktop.domain.intake.words import LANGUAGES, compared, forms, genders
from nmirf_desktop.domain.people import (
    FORM_LABELS,
    GENDER_LABELS,
    FormOfAddress,
    Gender,
    Person,
    check_person,
    several_telephones,
)
from nmirf_desktop.domain.phrases import Content, Listed, Phrase
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said_names import SaidName, read_name, titles_of
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.cldr import language_of_state

SEVERAL = N_("The list may mean {people}: give the e-mail address of the one who is meant.")
ALIKE = N_("{person} has this e-mail address: say whether it is the same person.")
SHARED = N_("{person} has this e-mail address too.")
KNOWN = N_("{person} is in the register already: the same record is used.")
READ_AS = N_("Read as given name “{given}” and family name “{family}”: correct it where it is otherwise.")
AS_FUNCTION = N_("The list gives no name and no function: “{function}” is recorded.")
NO_PERSON = N_("The list says nothing of a person.")
_FUNCTIONS = {
    Language.EN: N_("Function in English"),
    Language.FR: N_("Function in French"),
    Language.ES: N_("Function in Spanish"),
}
_LANGUAGES = {Language.EN: N_("English"), Language.FR: N_("French"), Language.ES: N_("Spanish")}


@dataclass(frozen=True, slots=True)
class SaidPerson:
    """What a row says of a person."""

    name: SaidName
    functions: dict[Language, str]
    institution: str
    gender: Gender | None
    form: FormOfAddress | None
    language: Language | None
    emails: tuple[str, ...]
    telephones: tuple[str, ...]
    address: str = ""

    @property
    def names(self) -> frozenset[str]:
        """The words of the name as they are compared."""
        return words_of(f"{self.name.given} {self.name.family}")

    @property
    def told(self) -> frozenset[str]:
        """The names of the person's fields that hold one thing and of which the row says something."""
        single = {
            "given_name": self.name.given,
            "family_name": self.name.family,
            "institution": self.institution,
            "gender": self.gender,
            "form_of_address": self.form,
            "language": self.language,
            "function": self.functions,
            "address": self.address,
        }
        return frozenset(name for name, value in single.items() if value)

    @property
    def nothing(self) -> bool:
        """Whether the row says nothing by which a person could be told."""
        return not (self.name or self.functions or self.emails)


def said_of_person(draft: RowDraft) -> SaidPerson:
    """What a row says of a person, read from its cells."""
    cells = draft.cells
    language = draft.reading.language
    writes = cells.word("language", LANGUAGES, Weight.WARNING)
    functions = draft.trilingual("function", writes)
    whole = cells.text("person")
    if whole and _is_function(draft, whole, functions):
        functions = functions or {writes or language: whole}
        whole = ""
    name = read_name(whole, language)
    given, family = cells.text("given_name"), cells.text("family_name")
    if given or family:
        name = replace(name, given=given, family=family, parted=True)
    title = cells.text("form_of_address")
    titled = titles_of(title, language)
    form = cells.word("form_of_address", forms(), Weight.WARNING) if not (titled.form or titled.gender) else titled.form
    return SaidPerson(
        name,
        functions,
        cells.text("institution"),
        cells.word("gender", genders(), Weight.WARNING) or titled.gender or name.gender,
        form or name.form,
        writes,
        draft.emails(),
        several_telephones(cells.text("telephones")),
        cells.text("address"),
    )


def hold_functions(titles: Iterable[str], language: Language) -> bool:
    """Whether a column headed "Title" holds functions: none of its cells is a form of address."""
    said = [title for title in titles if title]
    return bool(said) and not any(_addresses(title, language) for title in said)


def _addresses(title: str, language: Language) -> bool:
    titled = titles_of(title, language)
    return titled.form is not None or titled.gender is not None or compared(title) in forms()


_FUNCTION_WORDS = ("focal point", "point focal", "punto focal", "contact point", "punto de contacto")


def _is_function(draft: RowDraft, text: str, functions: dict[Language, str]) -> bool:
    """Whether the cell of the name holds a function: that of the row, of the register, or in words that are no name."""
    if fold(text) in {fold(each) for each in functions.values()}:
        return True
    if any(word in text.casefold() for word in _FUNCTION_WORDS):
        return True
    return any(draft.standing.designates(draft.code, one) for one in draft.standing.found(fold(text)))


def whose_record(draft: RowDraft, said: SaidPerson, since: datetime.date | None) -> Person | None:
    """The record that a row is about, ``None`` for a person who is new; what is doubtful is asked.

    A person is found by the e-mail address, by the name within the State, or by the function of a record of the State
    without a name; of several, it is the one whose designation begins, or runs, on the day that the row gives.
    """
    by_email = _each_once(one for email in said.emails for one in draft.standing.found(email.casefold()))
    same = [one for one in by_email if _agree(said, one)]
    if not same:
        asked = _asked(draft, said, by_email)
        if asked is not None or draft.cells.wrong():
            return asked
        same = _by_name(draft, said)
    if len(same) > 1:
        same = _on_that_day(draft, same, since)
    if len(same) > 1:
        draft.error(SEVERAL, "person", people=Listed(tuple(same)))
        return None
    return same[0] if same else None


def _on_that_day(draft: RowDraft, people: list[Person], since: datetime.date | None) -> list[Person]:
    day = since or draft.standing.on
    held = {one.key: draft.standing.designations(draft.code, one.key) for one in people}
    begun = [one for one in people if any(point.period.start == since for point in held[one.key])]
    running = [one for one in people if any(point.period.holds(day) for point in held[one.key])]
    return begun or running or [one for one in people if held[one.key]] or people


def _each_once(people: Iterable[Person]) -> list[Person]:
    return list({one.key: one for one in people}.values())


def _agree(said: SaidPerson, known: Person) -> bool:
    """Whether a row and a record with the same address have the same name, or one of them has none."""
    names = names_of(known)
    if said.names and names:
        return said.names == names
    return not _functions_differ(said, known)


def _functions_differ(said: SaidPerson, known: Person) -> bool:
    there = {fold(known.function[each]) for each in Language if known.function[each]}
    return bool(there and said.functions) and not any(fold(text) in there for text in said.functions.values())


def _asked(draft: RowDraft, said: SaidPerson, others: list[Person]) -> Person | None:
    """A record with the same address and another name: the same one, where the reader says so."""
    if draft.chose(Choice.ANOTHER_PERSON) or not others:
        return None
    first = others[0]
    if draft.chose(Choice.SAME_PERSON) and len(others) == 1:
        return first
    if any(not said.names or not names_of(one) or said.names & names_of(one) for one in others):
        draft.refuse(Problem(ALIKE, {"person": first}), "emails", Choice.SAME_PERSON, Choice.ANOTHER_PERSON)
    else:
        draft.warn(SHARED, "emails", person=first)
    return None


def _by_name(draft: RowDraft, said: SaidPerson) -> list[Person]:
    """Who is called so in the State, or has the function without a name."""
    standing = draft.standing
    if draft.chose(Choice.ANOTHER_PERSON):
        return []
    if said.names:
        called = standing.found(said.names)
        own = [one for one in called if standing.designates(draft.code, one)]
        return own or [one for one in called if one.state == draft.code and not _emails_contradict(said, one)]
    functions = said.functions or {one: function_of(draft.state)[one] for one in Language}
    having = _each_once(one for text in functions.values() for one in standing.found(fold(text)))
    nameless = [one for one in having if not names_of(one)]
    own = [one for one in nameless if standing.designates(draft.code, one)]
    return own or [one for one in nameless if one.state == draft.code]


def _emails_contradict(said: SaidPerson, known: Person) -> bool:
    given, there = {one.casefold() for one in said.emails}, {one.casefold() for one in known.emails}
    return bool(given and there and not given & there)


def filled(draft: RowDraft, said: SaidPerson, known: Person | None) -> Person | None:
    """The person's record with what the row says; ``None`` where it cannot be one. An empty cell takes nothing away."""
    person = known or Person(draft.standing.new_key(), Trilingual(), draft.code, language=language_of_state(draft.code))
    draft.tells = said.told
    person = replace(_named(draft, said, person), institution=kept(said.institution, person.institution))
    person = replace(
        person,
        function=with_texts(person.function, said.functions, any_language=bool(draft.cells.text("function"))),
        gender=said.gender or person.gender,
        form_of_address=said.form or person.form_of_address,
        language=said.language or person.language,
        emails=united(said.emails, person.emails),
        telephones=united(said.telephones, person.telephones),
        address=kept(said.address, person.address),
    )
    if not person.function and not person.family_name:
        person = replace(person, function=function_of(draft.state))
        draft.note(AS_FUNCTION, "function", function=Content(person.function))
    try:
        check_person(person)
    except Problem as problem:
        draft.refuse(problem)
        return None
    return person


def _named(draft: RowDraft, said: SaidPerson, person: Person) -> Person:
    if not said.name or (said.names == names_of(person) and not said.name.parted):
        return person
    if said.names == names_of(person) and not (draft.cells.text("family_name") or draft.cells.text("given_name")):
        return person
    name = said.name if said.name.family else replace(said.name, given="", family=said.name.given)
    given, family = name.kept
    if not said.name.parted:
        draft.note(READ_AS, "person", given=given, family=family)
    same = (fold(given), fold(family)) == (fold(person.given_name), fold(person.family_name))
    return person if same and name.family.isupper() else replace(person, given_name=given, family_name=family)


def tell_person(draft: RowDraft, before: Person, now: Person) -> None:
    """What a row changes in a person's record, field by field."""
    draft.change(N_("Given name"), before.given_name, now.given_name)
    draft.change(N_("Family name"), before.family_name, now.family_name)
    for language in Language:
        draft.change(_FUNCTIONS[language], before.function[language], now.function[language])
    draft.change(N_("Institution"), before.institution, now.institution)
    draft.change(N_("Gender"), Phrase(GENDER_LABELS[before.gender]), Phrase(GENDER_LABELS[now.gender]))
    draft.change(
        N_("Form of address"), Phrase(FORM_LABELS[before.form_of_address]), Phrase(FORM_LABELS[now.form_of_address])
    )
    draft.change(N_("Writes in"), Phrase(_LANGUAGES[before.language]), Phrase(_LANGUAGES[now.language]))
    draft.change(N_("E-mail"), Listed(before.emails), Listed(now.emails))
    draft.change(N_("Telephone"), Listed(before.telephones), Listed(now.telephones))
    draft.change(N_("Postal address"), before.address, now.address)
