"""What stands under a postal address: the country in which it is, not always the State of the addressee."""

import pytest

from nmirf_desktop.domain.postal import Printed, country_names, printed
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import STATES

NAMES = country_names(STATES.values())


def at(postal: str, code: str = "BRA", reads: Language = Language.EN) -> Printed:
    return printed(postal, STATES[code], reads, NAMES)


@pytest.mark.parametrize(
    "last",
    [
        "Switzerland", "SUISSE", "Suiza", "1202 Geneva, Switzerland", "1202 Genève Suisse", "CH-1202 Genève (Suisse)",
        "New York, NY 10017, USA", "États-Unis d’Amérique", "United Kingdom", "London, U.K.", "The Netherlands",
        "SWITZERLAND / SUISSE", "Côte d'Ivoire", "Brasil", "República de Corea", "New Zealand",
        "Port of Spain, Trinidad and Tobago", "San Salvador, El Salvador", "Tbilisi, Georgia", "0105 Tbilissi, Géorgie",
        "1202 Genève – Suisse", "Geneva Switzerland", "Singapore 178957", "Luxembourg", "Mexico", "00100 Nairobi Kenya",
    ],
)  # fmt: skip
def test_an_address_that_ends_with_a_country_gets_no_other(last: str) -> None:
    assert at(f"Permanent Mission\n12 rue de Lausanne\n{last}") == Printed(
        ("Permanent Mission", "12 rue de Lausanne", last)
    )


@pytest.mark.parametrize(
    "last",
    [
        "1202 Geneva", "Trenton, New Jersey", "06500 Ciudad de México", "1 Jordan Street", "Port of Spain",
        "Puerto España", "Port-d'Espagne", "San Salvador", "12 avenue de France", "Calle Colombia",
        "Plaza de España", "Kuwait City", "Santiago de Chile", "Rue du Luxembourg", "Av. Panamá 120, Puerto España",
        "St. George’s, Av. Francia",
    ],
)  # fmt: skip
def test_where_none_is_named_the_state_is_put_under_it_and_that_is_told(last: str) -> None:
    told = at(f"7 Example Street\n{last}", reads=Language.FR)
    assert told.lines == ("7 Example Street", last, "Brésil")
    assert (told.ends, told.added) == (False, "Brésil")


@pytest.mark.parametrize("last", ["Atlanta, Georgia", "Atlanta, Georgia 30303", "Kumasi Ghana", "Villa Argentina"])
def test_where_it_is_not_plain_nothing_is_put_under_it_and_that_is_told(last: str) -> None:
    assert at(f"7 Example Street\n{last}") == Printed(("7 Example Street", last), ends=False)


def test_a_mission_that_names_its_state_is_not_said_to_be_there() -> None:
    """A mission in Geneva got its own State as the country."""
    told = at("Permanent Mission of Brazil\n1202 Geneva")
    assert told == Printed(("Permanent Mission of Brazil", "1202 Geneva"), ends=False)


def test_what_is_printed_once_is_printed_so_again() -> None:
    once = at("7 Example Street\nBrasilia")
    assert at(once.text).text == once.text
    assert printed("", STATES["BRA"], Language.EN, NAMES) == Printed(())
    assert printed("1 Road", None, Language.EN, NAMES) == Printed(("1 Road",))
