"""Dates, times, numbers, lists and order in three languages, as the United Nations writes them."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.i18n import Catalog, Language, catalog

EN, FR, ES = (catalog(language) for language in Language)
ALL = (EN, FR, ES)
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 12, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def clock(text: str) -> datetime.time:
    return datetime.time.fromisoformat(text)


def seen(text: str) -> str:
    """A text as it looks: no-break spaces as spaces."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("date", "english", "french", "spanish"),
    [
        ("2024-05-08", "8 May 2024", "8 mai 2024", "8 de mayo de 2024"),
        ("2024-05-01", "1 May 2024", "1er mai 2024", "1 de mayo de 2024"),
        ("2024-02-29", "29 February 2024", "29 février 2024", "29 de febrero de 2024"),
        ("2026-08-11", "11 August 2026", "11 août 2026", "11 de agosto de 2026"),
        ("2026-12-31", "31 December 2026", "31 décembre 2026", "31 de diciembre de 2026"),
    ],
)
def test_dates(date: str, english: str, french: str, spanish: str) -> None:
    assert [seen(words.date(day(date))) for words in ALL] == [english, french, spanish]


def test_a_french_day_stays_with_its_month() -> None:
    assert FR.date(day("2024-05-08")) == "8\u00a0mai 2024"
    assert FR.date(day("2024-05-01")) == "1er\u00a0mai 2024"


def test_dates_with_weekday() -> None:
    assert EN.date_with_weekday(day("2024-05-08")) == "Wednesday, 8 May 2024"
    assert seen(FR.date_with_weekday(day("2024-05-01"))) == "mercredi 1er mai 2024"
    assert ES.date_with_weekday(day("2024-05-08")) == "miércoles 8 de mayo de 2024"


def test_short_dates_and_months() -> None:
    assert [seen(words.short_date(day("2024-05-08"))) for words in ALL] == ["8 May 2024", "8 mai 2024", "8 mayo 2024"]
    assert [seen(words.short_date(day("2024-09-01"))) for words in ALL] == [
        "1 Sept 2024",
        "1er sept. 2024",
        "1 sept. 2024",
    ]
    assert [words.month(day("2024-05-08")) for words in ALL] == ["May 2024", "mai 2024", "mayo de 2024"]


TITLE_RANGES = [
    ("2024-05-08", "2024-05-08", "8 May 2024", "8 mai 2024", "8 de mayo de 2024"),
    ("2024-05-08", "2024-05-09", "8 and 9 May 2024", "8 et 9 mai 2024", "8 y 9 de mayo de 2024"),
    ("2024-05-08", "2024-05-10", "8–10 May 2024", "8-10 mai 2024", "8 a 10 de mayo de 2024"),
    ("2024-05-01", "2024-05-03", "1–3 May 2024", "1er-3 mai 2024", "1 a 3 de mayo de 2024"),
    ("2025-04-30", "2025-05-02", "30 April–2 May 2025", "30 avril-2 mai 2025", "30 de abril a 2 de mayo de 2025"),
    (
        "2025-04-30",
        "2025-05-01",
        "30 April and 1 May 2025",
        "30 avril et 1er mai 2025",
        "30 de abril y 1 de mayo de 2025",
    ),
    (
        *("2025-12-30", "2026-01-02", "30 December 2025–2 January 2026"),
        *("30 décembre 2025-2 janvier 2026", "30 de diciembre de 2025 a 2 de enero de 2026"),
    ),
    (
        *("2024-02-28", "2024-03-01", "28 February–1 March 2024"),
        *("28 février-1er mars 2024", "28 de febrero a 1 de marzo de 2024"),
    ),
]


@pytest.mark.parametrize(("first", "last", "english", "french", "spanish"), TITLE_RANGES)
def test_ranges_in_titles(first: str, last: str, english: str, french: str, spanish: str) -> None:
    assert [seen(words.date_range(day(first), day(last))) for words in ALL] == [english, french, spanish]


YEAR_RANGES = [
    ("2024-05-08", "2024-05-08", "8 May", "8 mai", "8 de mayo"),
    ("2024-05-01", "2024-05-02", "1 and 2 May", "1er et 2 mai", "1 y 2 de mayo"),
    ("2024-05-08", "2024-05-10", "8–10 May", "8-10 mai", "8 a 10 de mayo"),
    ("2025-04-30", "2025-05-02", "30 April–2 May", "30 avril-2 mai", "30 de abril a 2 de mayo"),
]


@pytest.mark.parametrize(("first", "last", "english", "french", "spanish"), YEAR_RANGES)
def test_ranges_of_one_year(first: str, last: str, english: str, french: str, spanish: str) -> None:
    assert [seen(words.date_range_of_year(day(first), day(last))) for words in ALL] == [english, french, spanish]


def test_a_range_over_two_years_is_not_of_one() -> None:
    with pytest.raises(ValueError, match="not of the year"):
        EN.date_range_of_year(day("2024-12-30"), day("2025-01-02"))


TEXT_RANGES = [
    ("2024-05-08", "2024-05-08", "on 8 May 2024", "le 8 mai 2024", "el 8 de mayo de 2024"),
    ("2024-05-08", "2024-05-09", "on 8 and 9 May 2024", "les 8 et 9 mai 2024", "los días 8 y 9 de mayo de 2024"),
    *(
        (first, last, f"from {english}", f"du {french}", f"del {spanish}")
        for first, last, english, french, spanish in (
            ("2026-01-26", "2026-01-28", "26 to 28 January 2026", "26 au 28 janvier 2026", "26 al 28 de enero de 2026"),
            (
                "2025-04-30",
                "2025-05-02",
                "30 April to 2 May 2025",
                "30 avril au 2 mai 2025",
                "30 de abril al 2 de mayo de 2025",
            ),
        )
    ),
]


@pytest.mark.parametrize(("first", "last", "english", "french", "spanish"), TEXT_RANGES)
def test_ranges_in_sentences(first: str, last: str, english: str, french: str, spanish: str) -> None:
    assert [seen(words.date_range_in_text(day(first), day(last))) for words in ALL] == [english, french, spanish]


def test_a_range_that_ends_before_it_begins_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="is before"):
        EN.date_range(day("2024-05-09"), day("2024-05-08"))


def test_hours_in_printed_tables_are_those_of_the_language() -> None:
    starts, ends = datetime.time(10), datetime.time(13, 5)
    printed = [seen(words.printed_hours(starts, ends)) for words in ALL]
    assert printed == ["10:00–13:05", "10 heures-13 h 5", "10.00–13.05"]


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "UTC"), (-180, "UTC−3"), (60, "UTC+1"), (330, "UTC+5:30"), (-210, "UTC−3:30")]
)
def test_a_distance_from_utc(minutes: int, said: str) -> None:
    assert [words.utc_offset(datetime.timedelta(minutes=minutes)) for words in ALL] == [said] * 3


@pytest.mark.parametrize(
    ("time", "english", "french", "spanish"),
    [
        ("10:00", "10 a.m.", "10 heures", "10.00 horas"),
        ("09:05", "9.05 a.m.", "9 h 5", "9.05 horas"),
        ("15:05", "3.05 p.m.", "15 h 5", "15.05 horas"),
        ("15:10", "3.10 p.m.", "15 h 10", "15.10 horas"),
        ("12:00", "noon", "midi", "12.00 horas"),
        ("12:30", "12.30 p.m.", "12 h 30", "12.30 horas"),
        ("13:00", "1 p.m.", "13 heures", "13.00 horas"),
        ("01:00", "1 a.m.", "1 heure", "1.00 horas"),
        ("00:00", "midnight", "minuit", "0.00 horas"),
        ("00:05", "12.05 a.m.", "0 h 5", "0.05 horas"),
        ("23:59", "11.59 p.m.", "23 h 59", "23.59 horas"),
    ],
)
def test_times(time: str, english: str, french: str, spanish: str) -> None:
    assert [seen(words.time(clock(time))) for words in ALL] == [english, french, spanish]
    assert all(" " not in words.time(clock(time)) for words in ALL)
    assert [words.clock(clock(time)) for words in ALL] == [time] * 3


@pytest.mark.parametrize(
    ("number", "english", "french", "spanish"),
    [
        (0, "today", "aujourd’hui", "hoy"),
        (1, "tomorrow", "demain", "mañana"),
        (-1, "yesterday", "hier", "ayer"),
        (12, "in 12 days", "dans 12 jours", "dentro de 12 días"),
        (-12, "12 days ago", "il y a 12 jours", "hace 12 días"),
        (1500, "in 1,500 days", "dans 1 500 jours", "dentro de 1500 días"),
    ],
)
def test_days_from_today(number: int, english: str, french: str, spanish: str) -> None:
    assert [seen(words.days(number)) for words in ALL] == [english, french, spanish]


@pytest.mark.parametrize(
    ("number", "english", "french", "spanish"),
    [
        (0, "0", "0", "0"),
        (999, "999", "999", "999"),
        (1234, "1,234", "1 234", "1234"),
        (12345, "12,345", "12 345", "12 345"),
        (1234567, "1,234,567", "1 234 567", "1 234 567"),
        (3.5, "3.5", "3,5", "3,5"),
        (Decimal("12345.60"), "12,345.60", "12 345,60", "12 345,60"),
        (-5, "−5", "−5", "−5"),
    ],
)
def test_numbers(number: float, english: str, french: str, spanish: str) -> None:
    assert [seen(words.number(number)) for words in ALL] == [english, french, spanish]


def test_shares() -> None:
    assert [words.per_cent(12.5) for words in ALL] == ["12.5%", "12,5\u00a0%", "12,5\u00a0%"]
    assert EN.per_cent(100, 0) == "100%"


def test_small_numbers_are_words() -> None:
    assert [words.small_number(9) for words in ALL] == ["nine", "neuf", "nueve"]
    assert [words.small_number(10) for words in ALL] == ["10", "10", "diez"]
    assert [words.small_number(11) for words in ALL] == ["11", "11", "11"]
    assert [words.small_number(0) for words in ALL] == ["0", "0", "0"]


def test_sittings_by_number() -> None:
    expected = {
        1: ("1st sitting", "1re séance", "primera sesión"),
        2: ("2nd sitting", "2e séance", "segunda sesión"),
        3: ("3rd sitting", "3e séance", "tercera sesión"),
        10: ("10th sitting", "10e séance", "décima sesión"),
        11: ("11th sitting", "11e séance", "11ª sesión"),
        12: ("12th sitting", "12e séance", "12ª sesión"),
        21: ("21st sitting", "21e séance", "21ª sesión"),
        113: ("113th sitting", "113e séance", "113ª sesión"),
    }
    for number, names in expected.items():
        assert tuple(seen(words.ordinal_sitting(number)) for words in ALL) == names


def test_lists() -> None:
    assert [words.conjunction("ABC") for words in ALL] == ["A, B and C", "A, B et C", "A, B y C"]
    assert [words.conjunction(["A", "B"]) for words in ALL] == ["A and B", "A et B", "A y B"]
    assert [words.disjunction("ABC") for words in ALL] == ["A, B or C", "A, B ou C", "A, B o C"]
    for words in ALL:
        assert words.conjunction(["A"]) == "A"
        assert words.conjunction([]) == ""
        assert words.listing("ABC") == "A, B, C"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        *((word, "e") for word in ("Italia", "Irán", "Índice", "hijas", "“Italia”", "Ypacaraí", "himno")),
        *((word, "y") for word in ("Hungría", "hielo", "el Iraq", "Yemen", "yo", "Haití", "1 abstención", "iones")),
    ],
)
def test_spanish_and_before_the_sound_of_i(end: str, expected: str) -> None:
    assert ES.conjunction(["A", end]) == f"A {expected} {end}"


@pytest.mark.parametrize(
    ("end", "expected"),
    [("Omán", "u"), ("Honduras", "u"), ("8 votos", "u"), ("11 votos", "u"), ("110 votos", "o"), ("el Oeste", "o")],
)
def test_spanish_or_before_the_sound_of_o(end: str, expected: str) -> None:
    assert ES.disjunction(["A", end]) == f"A {expected} {end}"


def test_order_is_letter_by_letter_with_enye_after_n() -> None:
    assert sorted(["Saint-Kitts-et-Nevis", "Sainte-Lucie"], key=FR.sort_key) == ["Sainte-Lucie", "Saint-Kitts-et-Nevis"]
    assert sorted(["ñu", "nz", "o", "na"], key=ES.sort_key) == ["na", "nz", "ñu", "o"]
    assert sorted(["ñu", "nz"], key=EN.sort_key) == ["ñu", "nz"]
    assert sorted(["Égypte", "Estonie", "El Salvador"], key=FR.sort_key) == ["Égypte", "El Salvador", "Estonie"]


@given(DAYS, DAYS, st.times(), st.integers(-(10**9), 10**9))
def test_no_form_has_a_narrow_or_doubled_space_or_an_open_place(
    one: datetime.date, other: datetime.date, time: datetime.time, number: int
) -> None:
    for words in ALL:
        for text in _forms(words, min(one, other), max(one, other), time, number):
            assert text == text.strip()
            assert not {"\u202f", "{", "}"} & set(text)
            assert "  " not in seen(text)


def _forms(words: Catalog, first: datetime.date, last: datetime.date, time: datetime.time, number: int) -> list[str]:
    return [
        words.date(first),
        words.short_date(first),
        words.date_with_weekday(first),
        words.date_range(first, last),
        words.date_range_in_text(first, last),
        words.time(time),
        words.number(number),
        words.days(number),
        words.ordinal_sitting(abs(number)),
        words.small_number(number),
    ]


def test_a_time_zone_is_called_by_its_city_and_a_language_by_its_name() -> None:
    assert [catalog(one).city("Europe/Lisbon") for one in Language] == ["Lisbon", "Lisbonne", "Lisboa"]
    assert [catalog(one).city("America/Asuncion") for one in Language] == ["Asunción"] * 3
    assert [catalog(one).language_name(Language.EN) for one in Language] == ["English", "anglais", "inglés"]
