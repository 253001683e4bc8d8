"""A name as a list or a form writes it: its titles, and which part is the family name."""

import pytest

from nmirf_desktop.domain.people import FormOfAddress, Gender
from nmirf_desktop.domain.said_names import read_name
from nmirf_desktop.i18n import Language


@pytest.mark.parametrize(
    ("text", "given_name", "family", "gender", "form"),
    [
        ("SOSA, Ana", "Ana", "SOSA", None, None),
        ("Ana SOSA", "Ana", "SOSA", None, None),
        ("SOSA Ana", "Ana", "SOSA", None, None),
        ("Mrs Ana Sosa", "Ana", "Sosa", Gender.FEMININE, None),
        ("Mme SOSA, Ana", "Ana", "SOSA", Gender.FEMININE, None),
        ("Sr. Juan de la CRUZ", "Juan", "de la CRUZ", Gender.MASCULINE, None),
        ("M. Juan CRUZ", "M. Juan", "CRUZ", None, None),
        ("H.E. Ms. Ana SOSA", "Ana", "SOSA", Gender.FEMININE, FormOfAddress.EXCELLENCY),
        ("S. E. Sra. Ana SOSA", "Ana", "SOSA", Gender.FEMININE, FormOfAddress.EXCELLENCY),
        ("Her Excellency Ana SOSA", "Ana", "SOSA", Gender.FEMININE, FormOfAddress.EXCELLENCY),
        ("Dr. Ana SOSA", "Ana", "SOSA", None, FormOfAddress.DOCTOR),
        ("Dra. Ana SOSA", "Ana", "SOSA", Gender.FEMININE, FormOfAddress.DOCTOR),
        ("Ana Sosa, Dr.", "Ana", "Sosa", None, None),
        ("Sosa", "", "Sosa", None, None),
        ("Jean-Pierre VAN DER BERG", "Jean-Pierre", "VAN DER BERG", None, None),
        ("DUPONT Marie", "Marie", "DUPONT", None, None),
        ("Huber, K.", "K.", "Huber", None, None),
        ("J.-P. DUPONT", "J.-P.", "DUPONT", None, None),
        ("María José GARCÍA LÓPEZ", "María José", "GARCÍA LÓPEZ", None, None),
        ("KIM Ji-woo", "Ji-woo", "KIM", None, None),
        ("Ji-woo KIM", "Ji-woo", "KIM", None, None),
        ("WANG Xiaoming", "Xiaoming", "WANG", None, None),
        ("LI Na", "Na", "LI", None, None),
        ("Ana PE\u0301REZ", "Ana", "PÉREZ", None, None),
        ("", "", "", None, None),
    ],
)  # fmt: skip
def test_a_name_is_parted_where_it_shows_how(
    text: str, given_name: str, family: str, gender: Gender | None, form: FormOfAddress | None
) -> None:
    name = read_name(text, Language.ES)
    assert (name.given, name.family, name.gender, name.form) == (given_name, family, gender, form)


def test_m_is_a_title_in_a_french_list_alone() -> None:
    assert read_name("M. Juan CRUZ", Language.FR).gender is Gender.MASCULINE


@pytest.mark.parametrize(
    ("text", "given_name", "family"),
    [
        ("Ana Sosa", "Ana", "Sosa"),
        ("ANA SOSA", "ANA", "SOSA"),
        ("K. Huber", "K.", "Huber"),
        ("Huber K.", "K.", "Huber"),
        ("Huber K. J.", "K. J.", "Huber"),
        ("Ana M. Sosa B.", "Ana M.", "Sosa B."),
        ("Juan Carlos I", "Juan", "Carlos I"),
        ("J.-P. Dupont", "J.-P.", "Dupont"),
        ("John P. Smith", "John P.", "Smith"),
        ("Ana Sosa Lugo", "Ana", "Sosa Lugo"),
        ("Ana María Sosa Pérez", "Ana María", "Sosa Pérez"),
        ("Ana María de la Cruz", "Ana María", "de la Cruz"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("K. L.", "K.", "L."),
    ],
)
def test_a_name_that_does_not_show_its_family_name_is_parted_as_most_are_and_told(
    text: str, given_name: str, family: str
) -> None:
    name = read_name(text, Language.ES)
    assert (name.given, name.family, name.parted) == (given_name, family, False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ana SOSA LUGO", ("Ana", "Sosa Lugo")), ("KIM Ji-woo", ("Ji-woo", "Kim")), ("Huber, K.", ("K.", "Huber")),
        ("Ana GARCÍA-LÓPEZ", ("Ana", "García-López")), ("SOSA", ("", "Sosa")), ("X", ("", "X")), ("", ("", "")),
    ],
)  # fmt: skip
def test_a_family_name_in_capitals_is_kept_without_them(text: str, kept: tuple[str, str]) -> None:
    assert read_name(text, Language.EN).kept == kept
