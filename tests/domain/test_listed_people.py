"""Persons as lists print them: the institution is what is recorded, and nothing where nothing is."""

import datetime

import pytest

from nmirf_desktop.domain.guests import GuestLine, Guests
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.listed_people import listed_person, works_for
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Part
from nmirf_desktop.domain.participants_papers import Attendance, participants_paper
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.placed import placed
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain.second_meeting import MEETING, STATES

SPANISH_ONLY = Trilingual(es="Mecanismo Nacional", source=Language.ES)
MECHANISM = Mechanism("m", "CRI", Period(datetime.date(2020, 1, 1)), SPANISH_ONLY, MechanismType.SEPARATE)


def test_who_has_no_institution_is_not_printed_with_the_mechanism_of_the_state() -> None:
    jane = Person("jane", Trilingual("Legal adviser"), "CRI", "Jane", "Doe")
    assert not works_for(jane, MECHANISM)
    for mechanism in (MECHANISM, None):
        assert listed_person(jane, catalog(Language.EN), mechanism=mechanism) == "Jane DOE, Legal adviser"


def test_who_works_for_the_mechanism_has_its_name_in_the_language_of_the_list() -> None:
    jane = Person("jane", Trilingual("Legal adviser"), "CRI", "Jane", "Doe", institution="Mecanismo Nacional")
    assert works_for(jane, MECHANISM)
    assert listed_person(jane, catalog(Language.ES), mechanism=MECHANISM).endswith("Mecanismo Nacional")


@pytest.mark.parametrize(
    ("gender", "head", "adviser"),
    [
        (Gender.FEMININE, "jefa de la delegación", "asesora"),
        (Gender.MASCULINE, "jefe de la delegación", "asesor"),
        (Gender.UNKNOWN, "jefatura de la delegación", "asesoría"),
    ],
)
def test_head_and_adviser_are_called_by_their_gender(gender: Gender, head: str, adviser: str) -> None:
    people = [Person(key, Trilingual(), "CRI", "Alex", "Example", gender=gender) for key in "ab"]
    parts = (Part.HEAD, Part.ADVISER)
    invitee = Invitee("i", "m", "CRI", answer=Answer.ATTENDS, answered_on=datetime.date(2026, 9, 1))
    delegation = tuple(
        (Delegate(person.key, "i", person.key, part), person) for person, part in zip(people, parts, strict=True)
    )
    line = GuestLine(invitee, Capacity.MEMBER, STATES["CRI"], delegation=delegation)
    paper = participants_paper(Attendance(Guests(MEETING, (line,))))
    said = "\n".join(one.text.read(Language.ES).text for one in placed(paper))
    assert f"({head})" in said
    assert f"({adviser})" in said
