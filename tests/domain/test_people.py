"""People: their addresses, and how they are addressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.people import (
    FormOfAddress,
    Gender,
    Person,
    addressed,
    check_person,
    is_address,
    several_emails,
    several_telephones,
)
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog

ADDRESSED = [
    (FormOfAddress.PLAIN, Gender.FEMININE, "Ms. Ana SOSA", "Mme Ana SOSA", "Sra. Ana SOSA"),
    (FormOfAddress.PLAIN, Gender.UNKNOWN, "Ana SOSA", "Ana SOSA", "Ana SOSA"),
    (FormOfAddress.EXCELLENCY, Gender.FEMININE, "H.E. Ms. Ana SOSA", "S. E. Mme Ana SOSA", "Excma. Sra. Ana SOSA"),
    (FormOfAddress.EXCELLENCY, Gender.MASCULINE, "H.E. Mr. Ana SOSA", "S. E. M. Ana SOSA", "Excmo. Sr. Ana SOSA"),
    (FormOfAddress.EXCELLENCY, Gender.UNKNOWN, "H.E. Ana SOSA", "S. E. Ana SOSA", "S. E. Ana SOSA"),
    (FormOfAddress.DOCTOR, Gender.FEMININE, "Dr. Ana SOSA", "Dre Ana SOSA", "Dra. Ana SOSA"),
    (FormOfAddress.DOCTOR, Gender.UNKNOWN, "Dr. Ana SOSA", "Dr Ana SOSA", "Dr. Ana SOSA"),
    (FormOfAddress.PROFESSOR, Gender.MASCULINE, "Professor Ana SOSA", "Professeur Ana SOSA", "Profesor Ana SOSA"),
    (FormOfAddress.PROFESSOR, Gender.FEMININE, "Professor Ana SOSA", "Professeure Ana SOSA", "Profesora Ana SOSA"),
]


@pytest.mark.parametrize(("form", "gender", "en", "fr", "es"), ADDRESSED)
def test_a_person_is_addressed_in_the_words_of_each_language(
    form: FormOfAddress, gender: Gender, en: str, fr: str, es: str
) -> None:
    person = Person("a", Trilingual(), "PRY", "Ana", "Sosa", gender, form_of_address=form)
    said = [addressed(person, catalog(language)).replace("\u00a0", " ") for language in Language]
    assert said == [en, fr, es]


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("", ()),
        ("a@example.org", ("a@example.org",)),
        ("a@example.org; b@example.org", ("a@example.org", "b@example.org")),
        ("a@example.org,\r\n<b@example.org>\n\n", ("a@example.org", "b@example.org")),
        ("mailto:a@example.org;a@example.org", ("a@example.org",)),
        ('Ana Sosa <a@example.org>; "VERA, Luz" <b@example.org>', ("a@example.org", "b@example.org")),
        ("SOSA, Ana <a@example.org>, b@example.org", ("a@example.org", "b@example.org")),
        ("a@example.org / b@example.org c@example.org", ("a@example.org", "b@example.org", "c@example.org")),
        ("none, a@example.org and b@example.org", ("none", "a@example.org and b@example.org")),
    ],
)
def test_several_addresses_are_parted_as_offices_part_them(text: str, emails: tuple[str, ...]) -> None:
    assert several_emails(text) == emails


@pytest.mark.parametrize(
    ("text", "telephones"),
    [
        ("+595 21 000 000", ("+595 21 000 000",)),
        ("+595 21 000 000 / +595 21 000 001", ("+595 21 000 000", "+595 21 000 001")),
        ("022/917 00 00\n(ext. 12)", ("022/917 00 00", "(ext. 12)")),
    ],
)
def test_several_telephones_are_parted_and_a_stroke_within_one_stays(text: str, telephones: tuple[str, ...]) -> None:
    assert several_telephones(text) == telephones


@given(st.lists(st.from_regex(r"[a-z.]{1,8}[a-z]@[a-z]{1,8}\.example\.org", fullmatch=True), max_size=5, unique=True))
def test_what_is_joined_is_parted_again(emails: list[str]) -> None:
    for joint in ("; ", "\n", ", "):
        assert several_emails(joint.join(emails)) == tuple(emails)
    assert all(map(is_address, emails))


@pytest.mark.parametrize(
    "text", ["", "a", "a@", "@b.org", "a@b", "a@b.", "a@.org", "a b@c.org", "a@b@c.org", "a@b..org"]
)
def test_what_is_no_address_is_told(text: str) -> None:
    assert not is_address(text)


def test_each_address_of_a_person_is_one() -> None:
    with pytest.raises(Problem) as refused:
        check_person(Person("a", Trilingual("Focal point"), emails=("a@example.org", "nowhere")))
    assert refused.value.field_name == "emails"
    assert "nowhere" in refused.value.said_in(catalog(Language.FR))
