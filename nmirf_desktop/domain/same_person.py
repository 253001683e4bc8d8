"""When two records may be one person, and what stays of both: nothing is joined that nobody asked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.people import FormOfAddress, Gender, Person
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.i18n import Language


def _name(person: Person) -> str:
    return fold(f"{person.given_name} {person.family_name}") if person.family_name else ""


def near_doubles(person: Person, people: Iterable[Person]) -> tuple[Person, ...]:
    """Who may be the same person: with one of the e-mail addresses, or of the same name in the same State."""
    emails, name = {one.casefold() for one in person.emails}, _name(person)
    return tuple(
        other
        for other in people
        if other.key != person.key
        and (
            any(one.casefold() in emails for one in other.emails)
            or (name and other.state == person.state and _name(other) == name)
        )
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """One of the particulars of a merged record: what stays of it, and what goes. *label* names the field."""

    field_name: str
    stays: str
    goes: str = ""


_TEXTS = ("given_name", "family_name", "institution", "address")


def merged(kept: Person, other: Person) -> Person:
    """One record of two: the particulars of *kept*, with the other's where it has none, and all addresses of both."""
    texts = {name: getattr(kept, name) or getattr(other, name) for name in _TEXTS}
    gender = other.gender if kept.gender is Gender.UNKNOWN else kept.gender
    plain = kept.form_of_address is FormOfAddress.PLAIN
    return replace(
        kept,
        **texts,
        function=kept.function or other.function,
        state=kept.state or other.state,
        gender=gender,
        form_of_address=other.form_of_address if plain else kept.form_of_address,
        emails=_both(kept.emails, other.emails),
        telephones=_both(kept.telephones, other.telephones),
    )


def _both(first: Collection[str], second: Collection[str]) -> tuple[str, ...]:
    known = {one.casefold() for one in first}
    return (*first, *(one for one in second if one.casefold() not in known))


def what_stays(kept: Person, other: Person, language: Language) -> tuple[Kept, ...]:
    """The particulars of a merged record by field, with those of the other record that go."""
    one = merged(kept, other)
    function = one.function.best(language)
    rows = [_text(name, getattr(one, name), getattr(other, name)) for name in _TEXTS]
    rows.append(Kept("function", function, _gone(other.function.best(language), function)))
    rows.append(Kept("emails", ", ".join(one.emails)))
    rows.append(Kept("telephones", ", ".join(one.telephones)))
    return tuple(row for row in rows if row.stays)


def _text(name: str, now: str, other: str) -> Kept:
    """What stays of a text, its lines one after the other."""
    gone = _gone(other, now)
    return Kept(name, ", ".join(now.splitlines()), ", ".join(gone.splitlines()))


def _gone(before: str, now: str) -> str:
    return before if before and before != now else ""
