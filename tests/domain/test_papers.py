"""A paper's texts, labels and fingerprint."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.blocks import Column
from nmirf_desktop.domain.papers import AgendaLine, AgendaPaper, Masthead, canonical, fingerprint
from nmirf_desktop.domain.said import NOTHING, OUTDATED, Reading, Said
from nmirf_desktop.domain.text import UNTRANSLATED, Trilingual
from nmirf_desktop.i18n import Language, catalog

OPENING = Said("Opening of the meeting", "Ouverture de la réunion", "Apertura de la reunión")


def paper(*items: AgendaLine) -> AgendaPaper:
    head = Masthead("NMIRF/2027/1", date(2026, 12, 1), Said("Second meeting", "Deuxième réunion", "Segunda reunión"))
    return AgendaPaper(head, items)


def test_a_text_reads_in_its_language() -> None:
    assert OPENING.read(Language.FR) == Reading("Ouverture de la réunion", Language.FR)


def test_a_missing_text_is_the_original_and_says_so() -> None:
    said = Said.of(Trilingual(fr="Ouverture", source=Language.FR))
    assert said.read(Language.EN) == Reading("Ouverture", Language.FR, UNTRANSLATED)


def test_a_translation_of_an_earlier_original_says_so_until_it_is_looked_at_again() -> None:
    text = Trilingual.final("Opening", "Ouverture", "Apertura").with_text(Language.EN, "Opening of the meeting")
    said = Said.of(text)
    assert said.read(Language.EN) == Reading("Opening of the meeting", Language.EN)
    assert said.read(Language.FR) == Reading("Ouverture", Language.FR, OUTDATED)
    assert Said.of(text.with_review(Language.FR)).read(Language.FR) == Reading("Ouverture", Language.FR)


def test_the_mark_of_an_earlier_translation_is_a_part_of_the_fingerprint() -> None:
    now, before = paper(AgendaLine(OPENING)), paper(AgendaLine(replace(OPENING, earlier=(Language.FR,))))
    assert fingerprint(now, Language.FR) != fingerprint(before, Language.FR)
    assert fingerprint(now, Language.EN) == fingerprint(before, Language.EN)


def test_where_even_the_original_is_missing_another_stands_in() -> None:
    assert Said(es="Apertura").read(Language.FR) == Reading("Apertura", Language.ES, UNTRANSLATED)


def test_nothing_reads_as_nothing() -> None:
    assert not NOTHING
    assert NOTHING.read(Language.ES) == Reading("", Language.ES)


def test_texts_are_composed() -> None:
    assert Said.same("Cote d'Ivoire".replace("o", "o\u0302", 1)).read(Language.FR).text == "Côte d'Ivoire"


@pytest.mark.parametrize("place", ["", "Rabat, "])
def test_the_day_of_a_meeting_of_one_day_is_said_once(place: str) -> None:
    head = paper().masthead
    for language, day, days in (
        (Language.EN, "1 December 2026", "30 November–1 December 2026"),
        (Language.FR, "1er\u00a0décembre 2026", "30 novembre et 1er\u00a0décembre 2026"),
        (Language.ES, "1 de diciembre de 2026", "30 de noviembre y 1 de diciembre de 2026"),
    ):
        words = catalog(language)
        assert head.day(words) == day
        assert replace(head, place_and_dates=Said.same(f"{place}{day}")).day(words) == ""
        assert replace(head, place_and_dates=Said.same(f"{place}{days}")).day(words) == day
        assert replace(head, place_and_dates=Said.same(f"{place}1{day}")).day(words) == day


def test_an_agenda_with_one_annotated_sub_item_is_annotated() -> None:
    plain = AgendaLine(OPENING)
    assert not paper(plain).annotated
    assert paper(AgendaLine(OPENING, parts=(replace(plain, annotation=OPENING),))).annotated


def test_the_fingerprint_is_fixed() -> None:
    assert fingerprint(paper(AgendaLine(OPENING)), Language.EN) == "AAF5-1C60-8E5C-A86A"


def test_what_is_as_it_is_by_default_is_no_part_of_the_fingerprint() -> None:
    said = canonical(Masthead("NMIRF/2027/1", date(2026, 12, 1), Said("M", "R", "R")), Language.EN)
    assert said == ["Masthead", ["symbol", "NMIRF/2027/1"], ["dated", "2026-12-01"], ["meeting", ["en", "M"]]]


def test_how_a_column_is_set_is_no_part_of_the_fingerprint() -> None:
    """What was issued before its days were kept on one line says the same, and is not told to have changed."""
    column = Column(Said("Date", "Date", "Fecha"))
    assert canonical(replace(column, short=True), Language.EN) == canonical(column, Language.EN)
    assert canonical(replace(column, figures=True), Language.EN) != canonical(column, Language.EN)


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_fingerprint_changes_with_the_words_of_its_language_only(french: str, other: str) -> None:
    one, two = (paper(AgendaLine(replace(OPENING, fr=text))) for text in (french, other))
    same = one.items[0].title.read(Language.FR) == two.items[0].title.read(Language.FR)
    assert (fingerprint(one, Language.FR) == fingerprint(two, Language.FR)) is same
    assert fingerprint(one, Language.ES) == fingerprint(two, Language.ES)
