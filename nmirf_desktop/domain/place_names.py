"""Places that activities are held at: a city or a State that is known stands in all three languages once typed in one.

A name that is not known here is nobody's to translate: it stays in the language in which it was typed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from nmirf_desktop.domain.naming import of_person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Catalog, Language

CITIES = """
Abidjan; Abu Dhabi|Abou Dhabi|Abu Dabi; Abuja; Accra|Accra|Accra; Addis Ababa|Addis-Abeba|Addis Abeba
Algiers|Alger|Argel; Almaty; Amman|Amman|Ammán; Amsterdam|Amsterdam|Ámsterdam; Ankara; Antananarivo; Apia
Arusha; Ashgabat|Achgabat|Asjabad; Asmara; Astana|Astana|Astaná; Asunción|Asunción|Asunción
Athens|Athènes|Atenas; Baghdad|Bagdad|Bagdad; Baku|Bakou|Bakú; Bamako; Bangkok; Bangui; Banjul
Barcelona|Barcelone|Barcelona; Beijing|Pékin|Beijing; Beirut|Beyrouth|Beirut; Belgrade|Belgrade|Belgrado
Belmopan|Belmopan|Belmopán; Berlin|Berlin|Berlín; Bern|Berne|Berna; Bishkek|Bichkek|Biskek; Bissau
Bogotá|Bogota|Bogotá; Bonn; Brasilia|Brasilia|Brasilia; Bratislava; Brazzaville; Bridgetown
Brussels|Bruxelles|Bruselas; Bucharest|Bucarest|Bucarest; Budapest; Buenos Aires; Bujumbura
Cairo|Le Caire|El Cairo; Canberra; Cape Town|Le Cap|Ciudad del Cabo; Caracas; Casablanca; Castries
Chisinau|Chisinau|Chisinau; Colombo; Conakry; Copenhagen|Copenhague|Copenhague; Cotonou|Cotonou|Cotonú; Dakar
Damascus|Damas|Damasco; Dar es Salaam|Dar es-Salaam|Dar es Salam; Dhaka|Dacca|Daca; Dili
Djibouti|Djibouti|Yibuti; Dodoma; Doha; Dubai|Dubaï|Dubái; Dublin|Dublin|Dublín; Dushanbe|Douchanbé|Dusambé
Fez|Fès|Fez; Florence|Florence|Florencia; Freetown; Funafuti; Gaborone; Geneva|Genève|Ginebra; Georgetown
Guatemala City|Guatemala|Ciudad de Guatemala; Gitega; Hanoi|Hanoï|Hanói; Harare; Havana|La Havane|La Habana
Helsinki; Honiara; Islamabad; Istanbul|Istanbul|Estambul; Jakarta|Jakarta|Yakarta; Jerusalem|Jérusalem|Jerusalén
Johannesburg|Johannesburg|Johannesburgo; Juba; Kabul|Kaboul|Kabul; Kampala; Kathmandu|Katmandou|Katmandú
Khartoum|Khartoum|Jartum; Kigali; Kingston; Kinshasa; Kuala Lumpur; Kuwait City|Koweït|Ciudad de Kuwait
Kyiv|Kyïv|Kyiv; La Paz; Lausanne|Lausanne|Lausana; Libreville; Lilongwe; Lima; Lisbon|Lisbonne|Lisboa
Ljubljana|Ljubljana|Liubliana; Lomé|Lomé|Lomé; London|Londres|Londres; Luanda; Lusaka
Luxembourg|Luxembourg|Luxemburgo; Madrid; Majuro; Malabo; Malé|Malé|Malé; Managua; Manama; Manila|Manille|Manila
Maputo; Marrakesh|Marrakech|Marrakech; Maseru; Mbabane; Mexico City|Mexico|Ciudad de México; Minsk
Mogadishu|Mogadiscio|Mogadiscio; Monaco|Monaco|Mónaco; Monrovia; Montevideo; Montreal|Montréal|Montreal; Moroni
Moscow|Moscou|Moscú; Mumbai|Mumbai|Bombay; Muscat|Mascate|Mascate; Nairobi; Nassau; Nay Pyi Taw
New Delhi|New Delhi|Nueva Delhi; New York|New York|Nueva York; Niamey; Nicosia|Nicosie|Nicosia
Nouakchott|Nouakchott|Nuakchot; Nuku’alofa|Nuku’alofa|Nukualofa; Oslo; Ottawa; Ouagadougou|Ouagadougou|Uagadugú
Panama City|Panama|Ciudad de Panamá; Paramaribo; Paris|Paris|París; Phnom Penh; Podgorica; Port Louis
Port Moresby; Port Vila|Port-Vila|Port Vila; Port-au-Prince|Port-au-Prince|Puerto Príncipe
Port of Spain|Port of Spain|Puerto España; Porto-Novo; Prague|Prague|Praga; Praia; Pretoria; Pyongyang; Quito
Rabat; Reykjavik|Reykjavik|Reikiavik; Riga; Rio de Janeiro|Rio de Janeiro|Río de Janeiro; Riyadh|Riyad|Riad
Rome|Rome|Roma; Roseau; San José|San José|San José; San Salvador; Sana’a|Sanaa|Saná; Santiago
Santo Domingo|Saint-Domingue|Santo Domingo; São Paulo|São Paulo|São Paulo; Sarajevo; Seoul|Séoul|Seúl
Singapore|Singapour|Singapur; Skopje; Sofia|Sofia|Sofía; Stockholm|Stockholm|Estocolmo
Strasbourg|Strasbourg|Estrasburgo; Sucre; Suva; Sydney|Sydney|Sídney; Tallinn|Tallinn|Tallin; Tarawa
Tashkent|Tachkent|Taskent; Tbilisi|Tbilissi|Tiflis; Tegucigalpa; Tehran|Téhéran|Teherán
The Hague|La Haye|La Haya; Thimphu|Thimphou|Timbu; Tirana; Tokyo|Tokyo|Tokio; Tripoli|Tripoli|Trípoli
Tunis|Tunis|Túnez; Ulaanbaatar|Oulan-Bator|Ulán Bator; Vaduz; Valletta|La Valette|La Valeta; Victoria
Vienna|Vienne|Viena; Vientiane; Vilnius|Vilnius|Vilna; Warsaw|Varsovie|Varsovia; Washington; Wellington
Windhoek; Yamoussoukro; Yaoundé|Yaoundé|Yaundé; Yerevan|Erevan|Ereván; Zagreb; Zurich|Zurich|Zúrich
Online|En ligne|En línea; Online meeting|Réunion en ligne|Reunión en línea
"""
"""Capitals, cities in which the United Nations meet, and what is held nowhere, in English, French and Spanish."""

_NOWHERE = ("Online", "Online meeting")
"""What is no city, in English."""
_ASPIRATED = frozenset({"Hanoï", "Harare", "Honiara"})
"""Cities before which French does not elide, though their first letter is an h."""
_COUNTRIES = """
ARE Abu Dhabi; AUS Sydney; AUT Vienna; AZE Baku; BEL Brussels; BEN Cotonou; BFA Ouagadougou; BGD Dhaka; BTN Thimphu
CHE Bern|Geneva|Lausanne; CHN Beijing; CMR Yaoundé; CUB Havana; CYP Nicosia; CZE Prague; DJI Djibouti; DNK Copenhagen
DOM Santo Domingo; DZA Algiers; EGY Cairo; ESP Barcelona; EST Tallinn; ETH Addis Ababa; FRA Strasbourg
GBR London; GEO Tbilisi; GRC Athens; GTM Guatemala City; HTI Port-au-Prince; IDN Jakarta; IND Mumbai|New Delhi
IRN Tehran; IRQ Baghdad; ISL Reykjavik; ITA Florence|Rome; JPN Tokyo; KGZ Bishkek; KOR Seoul; KWT Kuwait City
LBN Beirut; LTU Vilnius; LUX Luxembourg; MAR Fez|Marrakesh; MEX Mexico City; MLT Valletta; MNG Ulaanbaatar
MRT Nouakchott; NLD The Hague; NPL Kathmandu; OMN Muscat; PAN Panama City; PHL Manila; POL Warsaw; PRT Lisbon
ROU Bucharest; RUS Moscow; SAU Riyadh; SDN Khartoum; SGP Singapore; SOM Mogadishu; SRB Belgrade; SVN Ljubljana
SWE Stockholm; SYR Damascus; TJK Dushanbe; TKM Ashgabat; TTO Port of Spain; TUN Tunis; TUR Istanbul
TZA Dar es Salaam; USA New York; UZB Tashkent; YEM Sana’a; ZAF Cape Town|Johannesburg; AFG Kabul; ARM Yerevan
"""
LIES_IN: Mapping[str, StateCode] = MappingProxyType({
    city: code
    for code, _, cities in (one.strip().partition(" ") for one in _COUNTRIES.replace("\n", ";").split(";"))
    for city in cities.split("|")
    if city
})  # fmt: skip
"""The countries of the cities whose names differ by more than accents: "London, Canada" is none of these."""

_Names = tuple[str, str, str]


@cache
def _cities(language: Language) -> Mapping[str, _Names]:
    """The names of each city by its name in a language, as names are compared."""
    return {fold(three[tuple(Language).index(language)]): three for three in cities()}


def cities() -> Iterator[tuple[str, str, str]]:
    """The names of each city in English, French and Spanish."""
    for said in CITIES.replace("\n", ";").split(";"):
        names = [one.strip() for one in said.split("|")]
        if names[0]:
            yield (names[0], names[1], names[2]) if len(names) > 1 else (names[0], names[0], names[0])


def time_of(place: str, words: Catalog) -> str:
    """Whose time it is where a meeting's place is a known city: "Lisbon time", « heure du Caire »."""
    city = place.strip()
    names = _cities(words.language).get(fold(city))
    if names is None or names[0] in _NOWHERE:
        return ""
    return words.pgettext("the time of day in a city", "{city} time").format(city=city, of_city=_of_city(city))


def _of_city(city: str) -> str:
    """A city behind « de » in French: d’Athènes, du Caire, de La Haye, de Hanoï."""
    if city.startswith("Le "):
        return f"du {city.removeprefix('Le ')}"
    return f"de {city}" if city in _ASPIRATED else of_person(city, Language.FR)


def in_every_language(place: Trilingual, states: Iterable[State] = ()) -> Trilingual:
    """A place with its name in the languages that have none, where each of its parts is a known city or State.

    Its parts stand between commas: "Nairobi, Kenya". Each is known by its name in the language in which the place was
    typed. What is there already stays, and what is added is a draft.
    """
    told = place[place.source].strip()
    if not told or all(place[language].strip() for language in Language):
        return place
    countries = {fold(one.short[place.source]): one for one in states}
    parts = tuple(map(fold, told.split(",")))
    named = _named(parts, _cities(place.source), countries)
    for at, language in enumerate(Language):
        if not place[language].strip() and None not in named:
            place = place.with_text(language, ", ".join(part[at] for part in named if part is not None))
    return place


def _named(
    parts: Sequence[str], cities: Mapping[str, _Names], countries: Mapping[str, State]
) -> tuple[_Names | None, ...]:
    """The names of each part of a place; of one part alone that may be a State and a city, if they are named alike."""
    *before, last = parts
    state, city = countries.get(last), cities.get(last)
    if not before and state is not None and city is not None:
        return (city if city == _of_state(state) else None,)
    end = _of_state(state) if state is not None else city
    return (*(_before(part, cities, countries, state) for part in before), end)


def _before(
    part: str, cities: Mapping[str, _Names], countries: Mapping[str, State], country: State | None
) -> _Names | None:
    """A part that others follow: a city, of the *country* at the end where one stands there, or a State."""
    city, state = cities.get(part), countries.get(part)
    if city is not None:
        elsewhere = country is not None and LIES_IN.get(city[0], country.iso3) != country.iso3
        return None if elsewhere else city
    return _of_state(state) if state is not None else None


def _of_state(state: State) -> _Names:
    return state.short[Language.EN], state.short[Language.FR], state.short[Language.ES]
