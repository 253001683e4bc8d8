"""Member lists as real offices send them, each with what its lines must be read as; made anew each time, always alike.

No list names a real person. ``CASES`` is for every test of reading and importing lists: a list is written to a folder,
its table is looked for with ``VOCABULARY`` and ``REQUIRED``, and its lines, those that are left out apart, are the
States and the reasons of ``expected``, in this order.
"""

import datetime
import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from tests.exchange.writing import (
    Rows,
    Write,
    cell,
    csv_file,
    hidden,
    line,
    open_document,
    packed,
    patched,
    raw,
    rows,
    table,
    text,
    workbook,
)

VOCABULARY = {
    "state": ("State", "Member State", "Country", "État", "État membre", "Pays", "Estado", "Estado miembro", "País"),
    "code": ("ISO", "ISO code", "ISO3", "Code ISO", "Código ISO"),
    "since": (
        *("Member since", "Since", "Date of accession", "Membre depuis", "Date d’adhésion", "Miembro desde"),
        *("Fecha de adhesión",),
    ),
    "name": (
        "Focal point",
        "Focal point name",
        "Name",
        "Point focal",
        "Nom",
        "Punto focal",
        "Nombre",
        "Contact person",
    ),
    "email": ("E-mail", "E-mail address", "Courriel", "Correo electrónico"),
    "alternate": ("Alternate name", "Alternate", "Suppléant", "Suplente"),
}
REQUIRED = ("state",)
DATA = Path(__file__).parents[1] / "data"
STATES = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))


class Reason(StrEnum):
    """Why a line names no State."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """What a line must be read as: the code of its State, or the reason why it has none; and its date, where it is one.

    *since* is ``None`` where the list gives no date that can be relied on, and not looked at without *dated*.
    """

    state: str = ""
    reason: Reason | None = None
    since: datetime.date | None = None
    dated: bool = False


@dataclass(frozen=True, slots=True)
class MessyCase:
    """A list: how it is written, and what its lines must be read as. *refused*: all of it, with a reason."""

    name: str
    write: Write
    expected: tuple[ExpectedLine, ...] = ()
    refused: bool = False
    tables: int = 1
    """In how many sheets there is a table; the first is meant."""


def _are(*expected: str) -> tuple[ExpectedLine, ...]:
    """Lines by their codes, or by the names of their reasons."""
    reasons = {reason.value for reason in Reason}
    return tuple(ExpectedLine(reason=Reason(each)) if each in reasons else ExpectedLine(each) for each in expected)


def _since(**days: str) -> tuple[ExpectedLine, ...]:
    """Lines by their codes and their days in ISO form, "" for none."""
    return tuple(
        ExpectedLine(code, since=datetime.date.fromisoformat(day) if day else None, dated=True)
        for code, day in days.items()
    )


HEAD = ("State", "Member since", "Focal point", "E-mail")
FRENCH = ("Pays", "Membre depuis", "Point focal", "Courriel")
SPANISH = ("País", "Miembro desde", "Punto focal", "Correo electrónico")


def _row(state: str, since: object = "2024-05-08", name: str = "") -> tuple[object, ...]:
    return (state, since, name or f"Focal point of {state.strip()}", "focal.point@example.org")


FR = (FRENCH, *map(_row, ("Côte d’Ivoire", "Pérou", "Égypte", "Sénégal")))
FR_CODES = _are("CIV", "PER", "EGY", "SEN")
ES = (SPANISH, *map(_row, ("España", "Perú", "México", "Côte d’Ivoire", "Haití", "Türkiye")))
ES_PLAIN = (SPANISH, *map(_row, ("España", "Perú", "México", "Haití", "Japón")))
ES_PLAIN_CODES = _are("ESP", "PER", "MEX", "HTI", "JPN")
ES_CODES = _are("ESP", "PER", "MEX", "CIV", "HTI", "TUR")
EN = (HEAD, *map(_row, ("Peru", "Brazil", "Kenya")))
_MANY = tuple(ExpectedLine(STATES[number % len(STATES)].iso3) for number in range(100_000))
EN_CODES = _are("PER", "BRA", "KEN")

IVORIAN = (
    *("Côte d’Ivoire", "Cote d’Ivoire", "CÔTE D'IVOIRE", "Cote dIvoire", "Côte d\u02bcIvoire", "Ivory Coast"),
    *("Costa de Marfil", "Republic of Côte d'Ivoire", "République de Côte d’Ivoire", "COTE D`IVOIRE", "Côte-d’Ivoire"),
    *(unicodedata.normalize("NFD", "Côte d’Ivoire"), "Côte\u00a0d’Ivoire", " côte  d´ivoire ", "Cô\u00adte d’Ivoire"),
    *("\u200eCôte d’Ivoire\u200f", "Côte d’\u200bIvoire", "\ufeffCôte d’Ivoire", "Côte d′Ivoire", "Ｃôte d＇Ivoire"),
    *("the Republic of Côte d’Ivoire", "la Côte d’Ivoire", "CIV", "ci", "Côte d’ Ivoire", "República de Côte d’Ivoire"),
    *("Cote d'Ivoire (Republic of)", "Ivory Coast (Côte d’Ivoire)", "Ivory-Coast", "IVORY COAST", "Cote D Ivoire"),
)
_NOT_IVORIAN = {"Ivory Coast (Côte d’Ivoire)"}

_OF_OLD = (
    *(("Swaziland", "SWZ"), ("Zaire", "COD"), ("Burma", "MMR"), ("Cabo Verde", "CPV"), ("Cape Verde", "CPV")),
    *(("Czech Republic", "CZE"), ("Turkey", "TUR"), ("TÜRKİYE", "TUR"), ("Türkiye", "TUR"), ("Haute-Volta", "BFA")),
    *(("Holanda", "NLD"), ("Pays-Bas", "NLD"), ("Rusia", "RUS"), ("Timor-Leste", "TLS"), ("East Timor", "TLS")),
    *(("Viet Nam", "VNM"), ("Vietnam", "VNM"), ("South Korea", "KOR"), ("North Korea", "PRK"), ("Syria", "SYR")),
    *(("USA", "USA"), ("EE.UU.", "USA"), ("Estados Unidos", "USA"), ("UK", "GBR"), ("Reino Unido", "GBR")),
    *(("Laos", "LAO"), ("Moldova", "MDA"), ("Bolivia", "BOL"), ("Tanzania", "TZA"), ("Iran", "IRN")),
)
_ALIKE = (
    *(("Niger", "NER"), ("Nigeria", "NGA"), ("Níger", "NER"), ("Dominica", "DMA"), ("Dominican Republic", "DOM")),
    *(("Congo", "COG"), ("DR Congo", "COD"), ("Guinea", "GIN"), ("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ")),
    *(("Papua New Guinea", "PNG"), ("Mali", "MLI"), ("Malawi", "MWI"), ("Austria", "AUT"), ("Australia", "AUS")),
    *(("Slovakia", "SVK"), ("Slovenia", "SVN"), ("Ireland", "IRL"), ("Iceland", "ISL"), ("Gambia", "GMB")),
    *(("Zambia", "ZMB"), ("Mauritius", "MUS"), ("Mauritania", "MRT"), ("Liberia", "LBR"), ("Libya", "LBY")),
    *(("Korea", "ambiguous"), ("Corea", "ambiguous"), ("Sudan", "SDN"), ("South Sudan", "SSD"), ("Samoa", "WSM")),
)
_STRANGERS = (
    *("Holy See", "State of Palestine", "European Union", "Kosovo", "Taiwan", "Scotland", "Yugoslavia", "Atlantis"),
    *("Guiana", "Peru/Chile", "Peru and Chile", "Реru", "مصر", "中国", "Россия", "Perou?", "Brazzil", "604", "Africa"),
    *('=HYPERLINK("https://example.org","Peru")', "<b>Peru</b>", "Peru; Chile", "Peru (observer)", "n/a", "-", "?"),
)


def _names(lines: tuple[tuple[str, str], ...]) -> tuple[tuple[object, ...], ...]:
    return (HEAD, *(_row(name) for name, _ in lines))


def _codes(lines: tuple[tuple[str, str], ...]) -> tuple[ExpectedLine, ...]:
    return _are(*(code for _, code in lines))


def _text_cases() -> Iterator[MessyCase]:
    yield MessyCase("comma, UTF-8", csv_file("list.csv", FR), FR_CODES)
    yield MessyCase("semicolon, Windows-1252", csv_file("liste.csv", FR, "cp1252", ";"), FR_CODES)
    yield MessyCase("semicolon, Windows-1252, Spanish", csv_file("lista.csv", ES, "cp1252", ";"), ES_CODES)
    yield MessyCase(
        "ISO 8859-1", csv_file("lista.csv", ES_PLAIN, "latin-1", ";"), _are("ESP", "PER", "MEX", "HTI", "JPN")
    )
    yield MessyCase("Mac OS Roman", csv_file("liste.csv", FR, "mac_roman", ";", "\r"), FR_CODES)
    yield MessyCase("Mac OS Roman, Spanish", csv_file("lista.csv", ES, "mac_roman", ";", "\r"), ES_CODES)
    yield MessyCase("DOS 850", csv_file("lista.txt", ES_PLAIN, "cp850", ";"), ES_PLAIN_CODES)
    yield MessyCase("UTF-8 with a mark", csv_file("list.csv", FR, "utf-8-sig"), FR_CODES)
    yield MessyCase("UTF-16 with a mark, tabs", csv_file("Unicode text.txt", FR, "utf-16", "\t"), FR_CODES)
    yield MessyCase("UTF-16 of the other order", text("be.csv", "\ufeffÉtat;Nom\nPérou;x", "utf-16-be"), _are("PER"))
    yield MessyCase("UTF-16 without a mark", csv_file("list.csv", FR, "utf-16-le", "\t"), FR_CODES)
    yield MessyCase("UTF-32", csv_file("list.csv", FR, "utf-32", "\t"), FR_CODES)
    polish = (HEAD, _row("Poland", name="Łukasz Żółć"), _row("Czechia", name="Jiří Dvořák, Ště"))
    yield MessyCase("Windows-1250, Polish names", csv_file("list.csv", polish, "cp1250", ";"), _are("POL", "CZE"))
    russian = (HEAD, _row("Russian Federation", name="Контактное лицо"), _row("Belarus", name="Координатор"))
    yield MessyCase("Windows-1251, Russian names", csv_file("list.csv", russian, "cp1251", ";"), _are("RUS", "BLR"))
    arabic = (HEAD, _row("Egypt", name="مسؤول الاتصال في مصر"), _row("Morocco", name="جهة الاتصال في المغرب"))
    yield MessyCase("Windows-1256, Arabic names", csv_file("list.csv", arabic, "cp1256", ";"), _are("EGY", "MAR"))
    chinese = (HEAD, _row("China", name="中国联络人"), _row("Singapore", name="新加坡联络人"))
    yield MessyCase("GB 18030, Chinese names", csv_file("list.csv", chinese, "gb18030"), _are("CHN", "SGP"))
    scripts = (*russian, *arabic[1:], *chinese[1:])
    codes = _are("RUS", "BLR", "EGY", "MAR", "CHN", "SGP")
    yield MessyCase("names in four scripts", csv_file("list.csv", scripts, "utf-8-sig"), codes)
    yield MessyCase("tabs", csv_file("list.tsv", FR, separator="\t"), FR_CODES)
    yield MessyCase("bars", csv_file("list.txt", FR, separator="|"), FR_CODES)


def _mess_in_text() -> Iterator[MessyCase]:
    yield MessyCase("separator announced", text("list.csv", "sep=;\r\nState;Name\r\nPeru;A, B\r\nChile;C, D\r\n"), _are("PER", "CHL"))  # fmt: skip  # noqa: E501
    yield MessyCase("rare separator announced", text("list.csv", '"sep=^"\nState^Name\nPeru^x\n'), _are("PER"))
    commas = "State;Name\nKorea, Republic of;Last, First\nBolivia, Plurinational State of;Last, First\nPeru;First\n"
    yield MessyCase("commas in names, not quoted", text("list.csv", commas), _are("KOR", "BOL", "PER"))
    only = "Member State\nKorea, Republic of\nPeru\nIran, Islamic Republic of\nBrazil\nKenya\n"
    yield MessyCase("one column without a separator", text("list.txt", only), _are("KOR", "PER", "IRN", "BRA", "KEN"))
    breaks = 'State,Name\n"Peru","First\nsecond, ""third"""\nBrazil,x\n'
    yield MessyCase("line breaks in quotation marks", text("list.csv", breaks), _are("PER", "BRA"))
    stray = 'State,Name\nPeru,Ministry "of Justice\n"Brazil,x\nKenya,"quoted" and more\n"Chile",y\n'
    yield MessyCase("stray quotation marks", text("list.csv", stray), _are("PER", "unknown", "KEN", "CHL"))
    yield MessyCase("NUL bytes", raw("list.csv", b"State,Name\nPeru\0\0,x\0\nBra\0zil,y\n"), _are("PER", "BRA"))
    trailing = "State;Name;;;;\nPeru;x;;;;\n;;;;;\nBrazil;;;;;\n"
    yield MessyCase("separators at the ends", text("list.csv", trailing), _are("PER", "BRA"))
    yield MessyCase("mixed line ends", text("list.csv", "State,Name\r\nPeru,x\nBrazil,y\rKenya,z"), EN_CODES)
    ragged = "State,Name,E-mail\nPeru\nBrazil,x\nKenya,x,y,z,more,and more\n"
    yield MessyCase("lines of any length", text("list.csv", ragged), EN_CODES)
    blank = "\n\n\nState,Name\n\n\nPeru,x\n , \nBrazil,y\n\n\nKenya,z\n\n"
    yield MessyCase("empty lines", text("list.csv", blank), EN_CODES)
    joined = "\ufeffState,Name\nPeru,x\n\ufeffState,Name\nBrazil,y\n"
    yield MessyCase("two files, one behind the other", text("list.csv", joined), _are("PER", "BRA"))
    control = "State,Name\n\x07Peru\x1b,x\nBrazil\x0b,y\nKenya,z\n\x1a"
    yield MessyCase("control characters", text("list.csv", control), EN_CODES)
    marks = "State,Name\n\u202bPeru\u202c,x\n\u2067Brazil\u2069,y\n\u200fKenya,z\n"
    yield MessyCase("marks of direction", text("list.csv", marks), EN_CODES)
    formulas = "State,Name\n=1+1,x\n\"=CMD|' /C calc'!A0\",y\n@SUM(A1),z\nPeru,=1+1\n#REF!,x\n#N/A,\n"
    expected = _are("unknown", "unknown", "unknown", "PER", "formula", "formula")
    yield MessyCase("formulas in text are text", text("list.csv", formulas), expected)
    yield MessyCase("a table with another name", csv_file("list.xlsx", FR), FR_CODES)
    yield MessyCase("100,000 lines of text", _long_text, _MANY)


def _name_cases() -> Iterator[MessyCase]:
    ivory = _are(*("unknown" if name in _NOT_IVORIAN else "CIV" for name in IVORIAN))
    yield MessyCase("one State in many spellings", csv_file("list.csv", (HEAD, *map(_row, IVORIAN))), ivory)
    yield MessyCase("the same in a workbook", workbook("list.xlsx", rows((HEAD, *map(_row, IVORIAN)))), ivory)
    yield MessyCase("usual and former names", csv_file("list.csv", _names(_OF_OLD)), _codes(_OF_OLD))
    yield MessyCase("names that are nearly alike", csv_file("list.csv", _names(_ALIKE)), _codes(_ALIKE))
    strangers = _are(*["unknown"] * len(_STRANGERS))
    yield MessyCase("what is no Member State", csv_file("list.csv", (HEAD, *map(_row, _STRANGERS))), strangers)
    for language in Language:
        official = (HEAD, *(_row(state.formal[language].upper()) for state in STATES))
        codes = _are(*(state.iso3 for state in STATES))
        yield MessyCase(f"formal names in capitals, {language}", csv_file("list.csv", official), codes)
    coded = (HEAD, *(_row(state.iso2.lower() if number % 2 else state.iso3) for number, state in enumerate(STATES)))
    yield MessyCase("codes", workbook("list.xlsx", rows(coded)), _are(*(state.iso3 for state in STATES)))
    spaces = ("Peru   ", "\u00a0Brazil", "Ke\u00adnya", "Chi\u200ble", "\tMexico\n", "Sri\u2003Lanka", "New\nZealand")
    codes = _are("PER", "BRA", "KEN", "CHL", "MEX", "LKA", "NZL")
    yield MessyCase("spaces and invisible signs", workbook("list.xlsx", rows((HEAD, *map(_row, spaces)))), codes)
    twice = ("Peru", "Brazil", "PERU", "Pérou", "Brasil")
    yield MessyCase("States twice", csv_file("l.csv", (HEAD, *map(_row, twice))), _are("PER", "BRA", "PER", "PER", "BRA"))  # fmt: skip  # noqa: E501
    missing = (HEAD, _row("Peru"), ("", "2024-05-08", "Somebody", "x@example.org"), _row("Kenya"))
    yield MessyCase("a line without its State", csv_file("list.csv", missing), _are("PER", "missing", "KEN"))


def _header_cases() -> Iterator[MessyCase]:
    above = (("Network of NMIRFs",), (), ("List of member States", "", "as at 8 May 2024"), (), *EN)
    yield MessyCase("titles above", workbook("list.xlsx", rows(above, "A1:D1")), EN_CODES)
    groups = (
        ("State", "Membership", "Focal point", "", "Alternate", ""),
        ("", "Since", "Name", "E-mail", "Name", "E-mail"),
    )
    people = (*groups, ("Peru", "2024-05-08", "A", "a@example.org", "B", "b@example.org"), ("Kenya", "", "C"))
    yield MessyCase("two header lines", workbook("list.xlsx", rows(people, "C1:D1", "E1:F1")), _are("PER", "KEN"))
    yield MessyCase("two header lines, merged down", workbook("l.xlsx", rows(people, "A1:A2", "C1:D1")), _are("PER", "KEN"))  # fmt: skip  # noqa: E501
    paged = (*EN, (), HEAD, _row("Chile"), (), HEAD, _row("Mexico"), ("", "", "Page 3"))
    yield MessyCase("header on each page", workbook("list.xlsx", rows(paged)), _are("PER", "BRA", "KEN", "CHL", "MEX"))
    numbered = (("No.", *HEAD), *((number, *line) for number, line in enumerate(EN[1:], 1)), (4,), (5,))
    yield MessyCase("numbered first column", workbook("list.xlsx", rows(numbered)), EN_CODES)
    columns = (HEAD, (1, 2, 3, 4), *EN[1:])
    yield MessyCase("numbered columns", workbook("list.xlsx", rows(columns)), EN_CODES)
    below = (
        *EN,
        (),
        ("Total: 3",),
        ("Total", 3),
        ("Source: Secretariat, 8 May 2024",),
        ("Note : x",),
        ("", "", "", "*"),
    )
    yield MessyCase("totals and notes below", workbook("list.xlsx", rows(below)), EN_CODES)
    regions = (HEAD, ("African States",), _row("Kenya"), ("GRULAC",), _row("Peru"))
    expected = _are("unknown", "KEN", "unknown", "PER")
    yield MessyCase("headings of regions between", workbook("list.xlsx", rows(regions, "A2:D2", "A4:D4")), expected)
    several = (
        HEAD,
        _row("Peru"),
        ("", "", "Second", "b@example.org"),
        ("", "", "Third", "c@example.org"),
        _row("Kenya"),
    )
    codes = _are("PER", "PER", "PER", "KEN")
    yield MessyCase("a State merged over its people", workbook("list.xlsx", rows(several, "A2:A4", "B2:B4")), codes)
    bilingual = (("No", "State / État / Estado", "Member since\n(jj/mm/aaaa)*", "FOCAL POINT :", "Courriel/E-mail"),)
    lines = (*bilingual, *((number, *line) for number, line in enumerate(EN[1:], 1)))
    yield MessyCase("headings in three languages", workbook("list.xlsx", rows(lines)), EN_CODES)
    turned = tuple(line[::-1] for line in EN)
    yield MessyCase("columns in another order", workbook("list.xlsx", rows(turned)), EN_CODES)
    twice = (("State", "State", "Name", "Name"), ("Peru", "Chile", "A", "B"), ("Kenya", "Brazil", "C", "D"))
    yield MessyCase("a heading twice", workbook("list.xlsx", rows(twice)), _are("PER", "KEN"))


def _sheet_cases() -> Iterator[MessyCase]:
    yield MessyCase("plain workbook", workbook("list.xlsx", rows(FR)), FR_CODES)
    yield MessyCase("workbook with macros, by its name", workbook("list.xlsm", rows(FR)), FR_CODES)
    yield MessyCase("workbook with the name of a text", workbook("list.csv", rows(FR)), FR_CODES)
    far = ((), (), *(("", "", "", *line) for line in EN))
    yield MessyCase("a table far from the corner", workbook("list.xlsx", rows(far)), EN_CODES)
    yield MessyCase("a hidden sheet before", workbook("l.xlsx", hidden(rows((("yes",), ("no",)))), rows(EN)), EN_CODES)
    secret = hidden(rows((HEAD, _row("Chile"))), "veryHidden")
    yield MessyCase("a hidden sheet with an old list", workbook("l.xlsx", rows(EN), secret), EN_CODES, tables=2)
    sheets = (rows((("Read me",), ("State the facts",))), rows(EN), rows((HEAD, _row("Chile"))))
    yield MessyCase("several sheets", workbook("list.xlsx", *sheets), EN_CODES, tables=2)
    transposed = tuple(zip(*EN, strict=True))
    yield MessyCase("fields below each other", workbook("list.xlsx", rows(transposed)), tables=0)
    yield MessyCase(
        "a letter, not a list", workbook("list.xlsx", rows((("Dear colleagues,",), ("thank you.",)))), tables=0
    )
    visually = (HEAD, _row("Peru"), ("", "", "Second", "b@example.org"), _row("Kenya"), ("", "", "", "c@example.org"))
    expected = _are("PER", "missing", "KEN")
    yield MessyCase("a State written once for its people", workbook("list.xlsx", rows(visually)), expected)
    noted = (
        (*HEAD, "Observations"),
        (*_row("Peru"), "Total disagreement"),
        ("", "", "", "", "see above"),
        _row("Kenya"),
    )
    yield MessyCase("remarks beside and alone", workbook("list.xlsx", rows(noted)), _are("PER", "KEN"))
    bracketed = (HEAD, *map(_row, ("Peru (the Republic of)", "Peru (Republic of)", "Brazil*", "Chile (1)", "Kenya ")))
    expected = _are("unknown", "PER", "unknown", "unknown", "KEN")
    yield MessyCase("brackets and signs for notes", workbook("list.xlsx", rows(bracketed)), expected)
    yield MessyCase("an old workbook", lambda _: DATA / "member_list.xls", _are("CIV", "PER", "EGY", "BRA", "BRA"))


def _formatted(lines: Rows, **formats: str) -> Callable[[Worksheet], None]:
    """A sheet whose cells are formatted: *formats* by column."""

    def fill(sheet: Worksheet) -> None:
        rows(lines)(sheet)
        for column, form in formats.items():
            for one in sheet[column]:
                one.number_format = form

    return fill


def _value_cases() -> Iterator[MessyCase]:
    day = datetime.date(2024, 5, 8)
    real = (
        HEAD,
        _row("Peru", day),
        _row("Kenya", datetime.datetime.fromisoformat("2024-05-08T14:30")),
        _row("Chile", None),
    )
    expected = _since(PER="2024-05-08", KEN="2024-05-08", CHL="")
    yield MessyCase("real dates", workbook("list.xlsx", rows(real)), expected)
    old = (HEAD, _row("Peru", 0), _row("Kenya", 1), _row("Chile", 59), _row("Brazil", 366.5), _row("Mexico", 45420))
    expected = _since(PER="", KEN="", CHL="", BRA="", MEX="2024-05-08")
    yield MessyCase("dates of 1900", workbook("list.xlsx", _formatted(old, B="dd/mm/yyyy")), expected)
    yield MessyCase("dates since 1904", _since_1904, _since(PER="2024-05-08", KEN=""))
    words = ("8 mai 2024", "1er mai 2024", "8 de mayo de 2024", "May 8, 2024", "8-may-2024", "mercredi 8 mai 2024")
    figures = ("08.05.2024", "2024/05/08", "2024-05-08T00:00:00", "23/5/2024", "8/5/24", "soon", "45420")
    forms = (*words, *figures)
    states = ("PER", "KEN", "CHL", "BRA", "MEX", "FRA", "ESP", "SEN", "CIV", "EGY", "JPN", "CHN", "IND")
    days = ("2024-05-08", "2024-05-01", *("2024-05-08",) * 7, "2024-05-23", "", "", "")
    mixed = (HEAD, *map(_row, states, forms))
    yield MessyCase("dates in any form", csv_file("l.csv", mixed), _since(**dict(zip(states, days, strict=True))))
    month_first = (HEAD, _row("Peru", "05/08/2024"), _row("Kenya", "05/23/2024"), _row("Chile", "12/31/2023"))
    expected = _since(PER="2024-05-08", KEN="2024-05-23", CHL="2023-12-31")
    yield MessyCase("months first", csv_file("list.csv", month_first), expected)
    against = (HEAD, _row("Peru", "05/08/2024"), _row("Kenya", "05/23/2024"), _row("Chile", "23/05/2024"))
    expected = _since(PER="", KEN="2024-05-23", CHL="2024-05-23")
    yield MessyCase("dates that contradict each other", csv_file("list.csv", against), expected)
    values = (("No", *HEAD, "Active", "Share"), ("'1", *_row("Peru"), True, 0.5), ("2", *_row("Kenya"), False, 1))
    yield MessyCase("numbers as text, shares, yes and no", workbook("l.xlsx", _formatted(values, G="0%")), _are("PER", "KEN"))  # fmt: skip  # noqa: E501
    bare = workbook("list.xlsx", rows((HEAD, ("=A9", "", "x"), _row("Peru"), ("=1/0", "", "y"))))
    yield MessyCase("formulas without their values", bare, _are("formula", "PER", "formula"))
    saved = patched(
        bare,
        (r'<c r="A2"><f>A9</f><v.*?</c>', '<c r="A2" t="str"><f>A9</f><v>Kenya</v></c>'),
        (r'<c r="A4"><f>1/0</f><v.*?</c>', '<c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    )
    yield MessyCase("formulas with their values", saved, _are("KEN", "PER", "formula"))
    failed = (HEAD, ("#REF!", "", "x"), _row("Peru"), ("#N/A", "", "y"))
    yield MessyCase("cells of errors", workbook("list.xlsx", rows(failed)), _are("formula", "PER", "formula"))
    wide = (HEAD + ("",) * 16_379 + ("Last",), *EN[1:])
    yield MessyCase("16,384 columns", workbook("list.xlsx", rows(wide)), EN_CODES)
    yield MessyCase("100,000 lines in a workbook", _long, tuple(ExpectedLine(STATES[n % 193].iso3) for n in range(100_000)))  # fmt: skip  # noqa: E501


def _since_1904(folder: Path) -> Path:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    rows((HEAD, _row("Peru", datetime.date(2024, 5, 8)), _row("Kenya", 0)))(sheet)
    sheet["B3"].number_format = "dd/mm/yyyy"
    book.save(folder / "mac.xlsx")
    return folder / "mac.xlsx"


def _long_text(folder: Path) -> Path:
    lines = (HEAD, *(_row(STATES[number % len(STATES)].short[Language.FR]) for number in range(len(_MANY))))
    return csv_file("long.csv", lines, separator=";")(folder)


def _long(folder: Path) -> Path:
    path = folder / "long.xlsx"
    path.write_bytes(_long_book())
    return path


@cache
def _long_book() -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Members")
    sheet.append(("State", "Focal point"))
    for number in range(len(_MANY)):
        sheet.append((STATES[number % len(STATES)].short[Language.ES], f"Focal point {number}"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _open_document_cases() -> Iterator[MessyCase]:
    head = line(*map(cell, HEAD))
    date = cell("8 May", 'office:date-value="2024-05-08"', "date")
    plain = [
        head,
        line(cell("Côte d’Ivoire"), date),
        line(cell("Perú"), cell(), cell("x")),
        line(cell(), repeated=1_048_000),
    ]
    yield MessyCase("OpenDocument", open_document("list.ods", table(plain)), _since(CIV="2024-05-08", PER=""))
    two = line(cell("Peru", 'table:number-rows-spanned="2"'), cell(), cell("First"))
    spans = [head, two, line("<table:covered-table-cell/>", cell(), cell("Second")), line(cell("Kenya"), repeated=2)]
    codes = _are("PER", "PER", "KEN", "KEN")
    yield MessyCase("OpenDocument, merged and repeated", open_document("list.ods", table(spans)), codes)
    wrong = cell("#REF!", 'calcext:value-type="error"')
    failed = [head, line(wrong, date), line(cell("Peru"), date)]
    yield MessyCase("OpenDocument, an error", open_document("list.ods", table(failed)), _are("formula", "PER"))


def _refused_cases() -> Iterator[MessyCase]:
    def refused(name: str, write: Write) -> MessyCase:
        return MessyCase(name, write, refused=True)

    yield refused("a PDF file", raw("list.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
    yield refused("a photograph", raw("list.xlsx", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(500)))
    page = "<html><body><table><tr><td>State</td></tr><tr><td>Peru</td></tr></table></body></html>"
    yield refused("a web page", text("list.xls", page))
    yield refused("a workbook of 2003 in XML", text("list.xls", '<?xml version="1.0"?><Workbook></Workbook>'))
    yield refused("a letter in a zip file", raw("list.xlsx", packed({"word/document.xml": b"<w/>"})))
    yield refused("an empty file", raw("list.csv", b""))
    yield refused("spaces only", raw("list.csv", b"\xef\xbb\xbf \r\n\t\r\n"))
    yield refused("noise", raw("list.csv", bytes((7919 * n * n + n) % 256 for n in range(4000))))
    yield refused("a workbook with a password", lambda _: DATA / "protected_list.xlsx")
    yield refused("a workbook cut short", _cut_short)
    yield refused("a cell far away", workbook("list.xlsx", lambda sheet: sheet.cell(1_048_576, 16_384, "x")))
    yield refused("a very long cell", text("list.csv", f"State,Name\nPeru,x\nKenya,{'x' * 1_000_000}\n"))
    yield refused("very many cells", text("list.csv", "State,Name\nPeru,x\n" + "x," * 20_000 + "\n"))
    bomb = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": b"<w/>",
        "xl/worksheets/sheet1.xml": bytes(50_000_000),
    }
    yield refused("a workbook that unpacks to very much", raw("list.xlsx", packed(bomb)))


def _cut_short(folder: Path) -> Path:
    path = workbook("list.xlsx", rows(EN))(folder)
    path.write_bytes(path.read_bytes()[:-200])
    return path


CASES: tuple[MessyCase, ...] = (
    *_text_cases(),
    *_mess_in_text(),
    *_name_cases(),
    *_header_cases(),
    *_sheet_cases(),
    *_value_cases(),
    *_open_document_cases(),
    *_refused_cases(),
)


def parameters(cases: Iterable[MessyCase]) -> list[object]:
    """The cases for tests by their names; the longest are read on one Python only."""
    long = {case.name: pytest.mark.once for case in CASES if case.name.startswith("100,000 lines")}
    return [pytest.param(case, id=case.name, marks=long.get(case.name, ())) for case in cases]
