"""Two records of one person: when they may be it, and what stays of both."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.people import FormOfAddress, Gender, Person
from nmirf_desktop.domain.same_person import Kept, merged, near_doubles, what_stays
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

ANA = Person("a", Trilingual(), "PRY", "Ana", "Sosa", emails=("ana@py.example.org",))


@pytest.mark.parametrize(
    ("other", "double"),
    [
        (replace(ANA, key="b", family_name="SOSA", emails=()), True),
        (replace(ANA, key="b", given_name="ána", emails=()), True),
        (replace(ANA, key="b", state="URY", emails=()), False),
        (
            replace(ANA, key="b", given_name="Eva", family_name="Paz", emails=("x@example.org", "ANA@py.example.org")),
            True,
        ),
        (replace(ANA, key="b", given_name="", family_name="", emails=()), False),
        (ANA, False),
    ],
)
def test_the_same_address_or_the_same_name_in_one_state_may_be_one_person(other: Person, *, double: bool) -> None:
    assert bool(near_doubles(other, (ANA,))) is double


def test_a_function_without_a_name_is_nobodys_double() -> None:
    nameless = Person("n", Trilingual(en="Focal point"), "PRY")
    assert not near_doubles(replace(nameless, key="m"), (nameless,))


def test_what_the_kept_record_lacks_the_other_one_gives() -> None:
    other = Person(
        "b", Trilingual(en="Director"), "PRY", "Anna", "Sosa", Gender.FEMININE, "Ministry",
        emails=("Ana@py.example.org", "a.sosa@example.org"), telephones=("+595 1",),
        address="1 Street\nAsunción", form_of_address=FormOfAddress.DOCTOR,
    )  # fmt: skip
    one = merged(ANA, other)
    assert one == replace(
        ANA, function=other.function, gender=Gender.FEMININE, institution="Ministry", telephones=("+595 1",),
        emails=("ana@py.example.org", "a.sosa@example.org"), form_of_address=FormOfAddress.DOCTOR,
        address="1 Street\nAsunción",
    )  # fmt: skip
    assert Kept("address", "1 Street, Asunción") in what_stays(ANA, other, Language.EN)
    gone = {row.field_name: row.goes for row in what_stays(ANA, other, Language.EN)}
    assert gone["given_name"] == "Anna"
    assert not gone["institution"]


NAMES = st.text(alphabet="abc ", max_size=4)
PEOPLE = st.builds(
    Person, st.sampled_from("xy"), st.just(Trilingual()), st.sampled_from(["PRY", None]), NAMES, NAMES,
    st.sampled_from(Gender), NAMES, emails=st.lists(st.sampled_from(["a@b.c", "d@e.f"]), unique=True).map(tuple),
)  # fmt: skip


@given(PEOPLE, PEOPLE)
def test_nothing_that_only_one_record_says_is_lost(kept: Person, other: Person) -> None:
    one = merged(kept, other)
    assert one.key == kept.key
    assert {*one.emails} == {*kept.emails, *other.emails}
    for field in ("given_name", "family_name", "institution", "state"):
        assert getattr(one, field) == (getattr(kept, field) or getattr(other, field))
    assert merged(one, other) == one
