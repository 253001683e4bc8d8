"""The words that the Unicode locale data supply.

The names of months and days stand here, so that the first window need not read Babel's data for today's date; a test
compares them with Babel's. In Spanish the Unicode data leave out the stop that the Academy puts after an abbreviated
month, and shorten mayo, which is not abbreviated. For the rest Babel is imported at the first use.
"""

from functools import cache
from typing import Literal

from nmirf_desktop.i18n.words import Language

_MONTHS = {
    Language.EN: "January February March April May June July August September October November December",
    Language.FR: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    Language.ES: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_SHORT_MONTHS = {
    Language.EN: "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    Language.FR: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    Language.ES: "ene. feb. mar. abr. mayo jun. jul. ago. sept. oct. nov. dic.",
}
_DAYS = {
    Language.EN: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    Language.FR: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    Language.ES: "lunes martes miércoles jueves viernes sábado domingo",
}


def locale_of(language: Language) -> str:
    """The locale whose words are meant: British English, not American."""
    return "en_GB" if language is Language.EN else str(language)


def month_names(language: Language, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    """The names of the twelve months."""
    return tuple((_MONTHS if width == "wide" else _SHORT_MONTHS)[language].split())


def weekday_names(language: Language) -> tuple[str, ...]:
    """The names of the seven days, from Monday."""
    return tuple(_DAYS[language].split())


def ordinal_form(language: Language, number: int) -> str:
    """Which of the ordinal forms of the language a number takes: one, two, few, other."""
    from babel import Locale

    return Locale.parse(locale_of(language)).ordinal_form(number)


def city_of_zone(language: Language, zone: str) -> str:
    """The city by which a time zone is called: Europe/Lisbon is Lisbon | Lisbonne | Lisboa."""
    from babel.dates import get_timezone_location

    return get_timezone_location(zone, locale=locale_of(language), return_city=True)


def language_name(language: Language, named: Language) -> str:
    """What a language is called in another, in running text: English | anglais | inglés."""
    from babel import Locale

    return str(Locale.parse(locale_of(language)).languages[named])


@cache
def territory_names(language: Language) -> tuple[str, ...]:
    """The names of countries and territories in a language, without those of continents and other regions.

    Such a region has a number (UN M49) for its code.
    """
    from babel import Locale

    return tuple(name for code, name in Locale.parse(locale_of(language)).territories.items() if code.isalpha())


@cache
def language_of_state(code: str) -> Language:
    """In which of the Network's languages a State is written to, and its people write, where nobody says another one.

    It is the first of English, French and Spanish among the official languages, by law or in fact, that CLDR has for
    the State's *code* (ISO 3166-1, of three letters or two; ``territoryInfo`` in its supplemental data, the most spoken
    one first); else English.
    """
    from babel.core import get_global
    from babel.languages import get_official_languages

    (territory,) = get_global("territory_aliases").get(code, (code,))
    spoken = get_official_languages(territory, de_facto=True)
    return next((Language(one) for one in spoken if one in tuple(Language)), Language.EN)
