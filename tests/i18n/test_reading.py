"""Dates are read as people write them, and nothing is guessed; names are folded alike wherever they come from."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.i18n.reading import DateOrder, read_date, read_dates, read_typed

MAY = datetime.date(2027, 5, 8)
DAYS = st.dates(datetime.date(1902, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        *("2027-05-08", "2027/05/08", "2027.5.8", "2027-05-08T00:00:00", "2027-05-08 14:30", "2027-05-08T10:00:00Z"),
        *("8.5.2027", "08/05/2027", "8-5-2027", "08 05 2027", "08.05.2027 00:00:00", "8/5/2027 2:30 p.m."),
        *("8 May 2027", "8 may 2027", "8 MAY 2027", "8-may-2027", "8/mai/2027", "8th of May, 2027", "8. mai 2027"),
        *(
            "8 mai 2027",
            "8 de mayo de 2027",
            "8 de mayo del 2027",
            "8º mayo 2027",
            "8\u00a0mai\u00a02027",
            "８/５/２０２７",
        ),
        *("May 8, 2027", "May 8 2027", "may 8th, 2027", "8/5\u200b/2027", " \t8  May\n2027 ", "\u200e8/5/2027"),
        *("Saturday, 8 May 2027", "samedi 8 mai 2027", "le samedi 8 mai 2027", "sábado, 8 de mayo de 2027"),
    ],
)
def test_a_date_is_read_in_any_form(typed: str) -> None:
    assert read_date(typed) == MAY


@pytest.mark.parametrize(
    "typed",
    [
        *("", "8 May", "31.2.2027", "8 jui 2027", "tomorrow", "8/5/27", "27-05-08", "2027-13-01", "1900-01-00"),
        *("05/23/2027", "46150", "8 May 27", "2027", "May 2027", "8/5/2027 and 9/5/2027", "2027-05/08", "8 ma 2027"),
        *("8 May 2027 or later", "2027-05-08T", "0/0/0000", "monday"),
    ],
)
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize("language", Language)
def test_every_date_is_read_as_it_is_said(language: Language) -> None:
    words = catalog(language)
    days = [datetime.date(2027, month, day) for month in range(1, 13) for day in (1, 2, 28)]
    assert [read_date(words.date(day)) for day in days] == days
    assert [read_date(words.short_date(day)) for day in days] == days
    assert [read_date(words.date_with_weekday(day)) for day in days] == days


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert read_date(text) is None or isinstance(read_date(text), datetime.date)
    assert read_dates([text]).days == (read_date(text),) or read_dates([text]).order is DateOrder.MONTH_FIRST


def days(*texts: str) -> tuple[list[str], DateOrder]:
    """What a column is read as: the days in ISO form, or “?”."""
    column = read_dates(texts)
    return [day.isoformat() if day else "?" for day in column.days], column.order


def test_a_column_is_read_day_first_unless_it_proves_otherwise() -> None:
    assert days("8/5/2027", "23/05/2027", "") == (["2027-05-08", "2027-05-23", "?"], DateOrder.DAY_FIRST)
    assert days("8/5/2027", "05/23/2027") == (["2027-08-05", "2027-05-23"], DateOrder.MONTH_FIRST)
    assert days("8/5/2027", "9/5/2027") == (["2027-05-08", "2027-05-09"], DateOrder.ASSUMED)
    assert days("5/5/2027", "8 May 2027", "2027-05-08") == (["2027-05-05", "2027-05-08", "2027-05-08"], DateOrder.CLEAR)
    assert days() == ([], DateOrder.CLEAR)


def test_where_nothing_is_proved_the_other_day_is_told_or_the_order_is_chosen() -> None:
    texts = ("8/5/2027", "9/9/2027", "2027-05-08", "31/31/2027")
    assert read_dates(texts).others == (datetime.date(2027, 8, 5), None, None, None)
    for order, first in ((DateOrder.DAY_FIRST, "2027-05-08"), (DateOrder.MONTH_FIRST, "2027-08-05")):
        read = read_dates(texts, order)
        assert (read.days[0], read.others[0], read.order) == (datetime.date.fromisoformat(first), None, order)
        assert read_dates((*texts, "23/05/2027"), order).days[0] == datetime.date(2027, 5, 8)
        assert read_dates((*texts, "05/23/2027"), order).days[0] == datetime.date(2027, 8, 5)
        both = read_dates((*texts, "05/23/2027", "23/05/2027"), order)
        assert both.days == (*read.days, datetime.date(2027, 5, 23), datetime.date(2027, 5, 23))


def test_a_column_that_contradicts_itself_leaves_the_doubtful_dates_unread() -> None:
    read = days("23/05/2027", "05/23/2027", "8/5/2027", "5/5/2027", "8 mai 2027", "30/30/2027", "0/5/2027")
    expected = ["2027-05-23", "2027-05-23", "?", "2027-05-05", "2027-05-08", "?", "?"]
    assert read == (expected, DateOrder.CONTRADICTORY)


@given(st.lists(DAYS, min_size=1), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d", "%d.%m.%Y"]))
def test_a_column_in_one_order_is_never_read_in_another_when_that_is_proved(
    column: list[datetime.date], form: str
) -> None:
    read = read_dates([f"{day:{form}}" for day in column])
    if read.order is not DateOrder.ASSUMED or not form.startswith("%m"):
        assert list(read.days) == column


@pytest.mark.parametrize(
    "text",
    [
        *("Côte d’Ivoire", "CÔTE D'IVOIRE", "Cote d'Ivoire", "Co\u0302te d\u02bcIvoire", "Côte\u00a0d’Ivoire"),
        *("Cô\u00adte d’Ivoire", "\u200eCôte d’Ivoire\u200b", "Ｃôte d＇Ivoire", "Côte d`Ivoire", "Côte d´Ivoire"),
    ],
)
def test_a_name_is_folded_alike_however_it_is_written(text: str) -> None:
    assert folded(text) == "cote d'ivoire"


@given(st.text())
def test_folding_what_was_folded_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("typed", ["2/3/26", "02.03.26", "2-3-26", "2 3 26", "2 March 2026", "2026-03-02"])
def test_a_date_that_is_typed_may_have_two_figures_for_the_year(typed: str) -> None:
    assert read_typed(typed) == datetime.date(2026, 3, 2)


@pytest.mark.parametrize("typed", ["31/2/26", "2/3", "2/3/2", "2.3/26"])
def test_what_is_typed_and_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_typed(typed) is None
