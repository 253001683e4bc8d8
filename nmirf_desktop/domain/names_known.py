"""Names whose capitals are known: of States in each form of use, of bodies and cities, and letters that are a name.

What of them is a common word or an adjective too (« suisse », "china", “noruega”) says what has to stand before it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from nmirf_desktop.domain.naming import formal_name
from nmirf_desktop.domain.place_names import cities
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language

WORD = re.compile(r"\w+")


class Sure(Enum):
    """Where a word is surely a name: anywhere; behind its article or a preposition; or where a State acts or is met."""

    ANYWHERE = "anywhere"
    BEHIND = "behind"
    AS_STATE = "as a State"


@dataclass(frozen=True, slots=True)
class Known:
    """A name as it is written, its *words* without accents, where it is *sure*, and the *article* it is used with."""

    text: str
    words: tuple[str, ...]
    article: str = ""
    sure: Sure = Sure.ANYWHERE


Index = Mapping[str, tuple[Known, ...]]
"""Names by their first word, the longest first."""

_USUAL = {
    Language.EN: (
        "Russia; Syria; Tanzania; Moldova; Laos; Vietnam; Korea; South Korea; North Korea; Ivory Coast; Cape Verde"
        "; Swaziland; East Timor; Brunei; Turkey; Macedonia; Burma; Britain; Great Britain; United Kingdom; UK"
        "; United States; USA; UAE; DRC; DPRK; Holland; Bosnia; Trinidad; St. Lucia; St Lucia; St. Kitts and Nevis"
        "; St Kitts and Nevis; Saint Kitts; St. Vincent and the Grenadines; St Vincent and the Grenadines"
        "; Saint Vincent; Holy See; Vatican; Palestine; State of Palestine; European Union; African Union"
        "; European Commission; Red Cross; Kosovo; Taiwan; Hong Kong; Northern Ireland; Scotland; Puerto Rico; UN Women"
    ),
    Language.FR: (
        "Russie; Syrie; Tanzanie; Moldavie; Moldova; Laos; Vietnam; Corée; Corée du Sud; Corée du Nord; Centrafrique"
        "; Cap-Vert; Swaziland; Brunei; Turquie; Birmanie; Biélorussie; Royaume-Uni; Grande-Bretagne; États-Unis; RDC"
        "; Hollande; Bosnie; Kirghizstan; Saint-Vincent; Saint-Kitts; Sao Tomé; Saint-Siège; Vatican; Palestine"
        "; État de Palestine; Union européenne; Union africaine; Commission européenne; Croix-Rouge; Kosovo; Taïwan"
        "; Hong Kong; Irlande du Nord; Écosse; Porto Rico; ONU-Femmes"
    ),
    Language.ES: (
        "Rusia; Siria; Tanzania; Moldavia; Moldova; Laos; Vietnam; Corea; Corea del Sur; Corea del Norte"
        "; Costa de Marfil; Bielorrusia; Turquía; Reino Unido; Gran Bretaña; Estados Unidos; Kenia; Zimbabue; Botsuana"
        "; Catar; Baréin; Bangladés; Nueva Zelanda; Arabia Saudí; Birmania; Suazilandia; Esuatini; Holanda; Bosnia"
        "; Macedonia; Trinidad y Tobago; Yibuti; Ruanda; Malaui; Fiyi; Lesoto; Irak; RDC; Timor Oriental; Surinam"
        "; Santa Sede; Vaticano; Palestina; Estado de Palestina; Unión Europea; Unión Africana; Comisión Europea"
        "; Cruz Roja; Kosovo; Taiwán; Hong Kong; Irlanda del Norte; Escocia; Puerto Rico; ONU-Mujeres"
    ),
}
"""Usual and former names that no field of a State holds, and of whom the United Nations hear beside States."""
_BEHIND = {
    Language.EN: frozenset[str](),
    Language.FR: frozenset(
        {"Argentine", "Bénin", "Chili", "Chine", "Équateur", "Panama", "Philippines", "Suisse", "Vienne"}
    ),
    Language.ES: frozenset(
        {
            *(
                "Argentina",
                "Armenia",
                "Asunción",
                "Bosnia",
                "Chile",
                "China",
                "Eritrea",
                "Estonia",
                "Filipinas",
                "Ginebra",
                "India",
            ),
            *("Indonesia", "Irán", "Libia", "Macedonia", "Malasia", "Maldivas", "Micronesia", "Namibia", "Noruega"),
            *("Palestina", "Roma", "Serbia", "Siria", "Sudán", "Suiza", "Ucrania"),
        }
    ),
}
"""Names that are adjectives or nouns too: « la délégation suisse », “la posición noruega”, “una copa de china”."""
_AS_STATE = {
    Language.EN: frozenset({"Chad", "China", "Guinea", "Turkey"}),
    Language.FR: frozenset({"Grenade"}),
    Language.ES: frozenset({"Granada"}),
}
"""Names that are nouns with an article and behind a preposition, too: « une attaque à la grenade »."""
_HOUSE = {
    Language.EN: "Executive Committee; High Commissioner; Human Rights Council; Council of Europe"
    "; Africa; Asia; Europe; Latin America; Caribbean; Asia-Pacific; West Africa; East Africa; North Africa"
    "; Southern Africa; Central Africa; Central America; Central Asia; Middle East; Eastern Europe; Western Europe",
    Language.FR: "Comité exécutif; Haut-Commissariat; Conseil des droits de l’homme; Conseil de l’Europe"
    "; Afrique; Asie; Europe; Amérique latine; Caraïbes; Asie-Pacifique; Afrique de l’Ouest; Afrique de l’Est"
    "; Afrique du Nord; Afrique australe; Amérique centrale; Asie centrale; Moyen-Orient; Europe de l’Est",
    Language.ES: "Comité Ejecutivo; Alto Comisionado; Consejo de Derechos Humanos; Consejo de Europa"
    "; África; Asia; Europa; América Latina; Caribe; Asia y el Pacífico; África Occidental; África Oriental"
    "; África Septentrional; África Meridional; América Central; Asia Central; Oriente Medio; Europa Oriental",
}
"""The organ of the Network, and regions."""
_NO_CITIES = frozenset(
    {
        *("Sucre", "Victoria", "Lima", "La Paz", "Roseau", "Damas", "Le Cap", "Malé", "Fez", "Fès", "Quito", "Riad"),
        *(
            "Riyad",
            "Praia",
            "La Haya",
            "Saná",
            "Berne",
            "Tirana",
            "Online",
            "Online meeting",
            "En ligne",
            "Réunion en ligne",
        ),
        *("En línea", "Reunión en línea"),
    }
)
"""Names of cities that are common words, too (“que la haya”), and what is no city."""
_BODIES = (
    "OHCHR HCDH ACNUDH OACNUDH HCNUDH UNICEF UNESCO UNHCR UNFPA UNODC UNITAR UNDP PNUD GANHRI NMIRF NHRI GRULAC EPU"
    " UPR ONU UIP CIDH SIMORE"
)
"""Letters by which bodies and their procedures go, and which are no word of the three languages."""
_LETTERS = {
    Language.EN: "NMIRFs NHRIs NGO NGOs ILO IOM EU ICRC IPU OAS UNEP CSO CSOs SDG SDGs",
    Language.FR: "MNMRS INDH ONG OIT OMS OIM OEA OIF ONUDC FNUAP PNUE HCR CICR FMI ODD",
    Language.ES: "INDH ONG OIT OMS OIM OEA ACNUR PNUMA FMI CICR ODS",
}
_LETTERS_BEHIND = {Language.EN: "UN US", Language.FR: "UE UA", Language.ES: "UE UA"}
"""Letters that are a word elsewhere: a name behind the article alone."""


def plain(text: str) -> str:
    """A text in small letters, letter by letter without its accents, so that places in it stay; one apostrophe."""
    return "".join(unicodedata.normalize("NFD", one)[0].lower()[:1] for one in text.replace("'", "’"))


@lru_cache(maxsize=16)
def index_of(states: tuple[State, ...], language: Language) -> Index:
    """The names that are known in a language. The first of two that are written alike stays: an official one."""
    found: dict[tuple[str, ...], Known] = {}
    for one in (*_of_states(states, language), *_of_others(language)):
        found.setdefault(one.words, one)
    return by_first_word(found.values())


def by_first_word(names: Iterable[Known]) -> Index:
    """Names as they are looked up."""
    found: dict[str, list[Known]] = {}
    for one in sorted(names, key=lambda known: -len(known.words)):
        found.setdefault(one.words[0], []).append(one)
    return {first: tuple(known) for first, known in found.items()}


def known(text: str, language: Language, article: str = "") -> Known:
    """A name, and where it is sure."""
    sure = Sure.AS_STATE if text in _AS_STATE[language] else Sure.BEHIND if text in _BEHIND[language] else Sure.ANYWHERE
    return Known(text, tuple(WORD.findall(plain(text))), article, sure)


def _of_states(states: Iterable[State], language: Language) -> Iterator[Known]:
    """The short and formal names of States, and what stands before the bracket of a short one: Bolivia."""
    for state in states:
        short, bracket, _ = state.short[language].partition(" (")
        yield known(short, language, "" if bracket else state.article[language])
        yield known(formal_name(state, language).bare, language)


def _of_others(language: Language) -> Iterator[Known]:
    yield from (known(one, language) for names in (_USUAL, _HOUSE) for one in names[language].split("; "))
    yield from (known(one, language) for one in (*_BODIES.split(), *_LETTERS[language].split()))
    for one in _LETTERS_BEHIND[language].split():
        article = {Language.EN: "the", Language.FR: "l’", Language.ES: "la"}[language]
        yield Known(one, (one.lower(),), article, Sure.BEHIND)
    place = tuple(Language).index(language)
    for city in (names[place] for names in cities()):
        if city not in _NO_CITIES:
            yield known(city, language, "à" if language is Language.FR else "")
