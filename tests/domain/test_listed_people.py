"""Persons as lists print them: the institution is what is recorded, and nothing where nothing is."""

import datetime

from nmirf_desktop.domain.listed_people import listed_person, works_for
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog

SPANISH_ONLY = Trilingual(es="Mecanismo Nacional", source=Language.ES)
MECHANISM = Mechanism("m", "CRI", Period(datetime.date(2020, 1, 1)), SPANISH_ONLY, MechanismType.STANDING)


def test_who_has_no_institution_is_not_printed_with_the_mechanism_of_the_state() -> None:
    jane = Person("jane", Trilingual("Legal adviser"), "CRI", "Jane", "Doe")
    assert not works_for(jane, MECHANISM)
    for mechanism in (MECHANISM, None):
        assert listed_person(jane, catalog(Language.EN), mechanism=mechanism) == "Jane DOE, Legal adviser"


def test_who_works_for_the_mechanism_has_its_name_in_the_language_of_the_list() -> None:
    jane = Person("jane", Trilingual("Legal adviser"), "CRI", "Jane", "Doe", institution="Mecanismo Nacional")
    assert works_for(jane, MECHANISM)
    assert listed_person(jane, catalog(Language.ES), mechanism=MECHANISM).endswith("Mecanismo Nacional")
