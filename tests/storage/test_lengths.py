"""What people type has a longest length in every table, refused in words and never cut."""

import dataclasses
from typing import get_type_hints

import pytest

from nmirf_desktop.domain.lengths import LONGEST, fitted
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.store import Store

CODES = {"iso2", "iso3", "m49", "m49_region", "time_zone", "slot", "rule", "object", "zone"}
"""Chosen from a list, or shipped, or made by the program."""
MADE = {
    "drafted",
    "content",
    "item",
    "parent",
    "lot_seed",
    "decision",
    "block",
    "about",
    "author",
    "source",
    "participants_sent",
    "number",
    "held",
    "salutation",
    "state_name",
}
"""Written by the program: minutes from what was recorded, digests, keys of what may be gone, places, who wrote,
the numbers of messages."""


def test_every_text_that_people_type_has_a_longest_length() -> None:
    without = []
    for table, rows in TABLES.items():
        if rows in (ENTRIES, LINES, ISSUED):
            continue
        links = {column.name for column in rows.table.columns if column.foreign_keys} | {rows.key}
        hints = get_type_hints(rows.value)
        for field in dataclasses.fields(rows.value):
            typed = hints[field.name] in (str, Trilingual, Names) and field.name not in links | CODES | MADE
            if typed and field.name not in LONGEST:
                without.append(f"{table}.{field.name}")
    assert without == []


@pytest.mark.parametrize("language", Language)
def test_a_text_that_does_not_fit_is_refused_by_the_service_and_nothing_is_changed(
    store: Store, language: Language
) -> None:
    settings = Settings(store)
    before = settings.read()
    for name, wrong in (
        ("symbol_prefix", dataclasses.replace(before, symbol_prefix="N" * 21)),
        ("network", dataclasses.replace(before, network=before.network.with_text(Language.ES, "R" * 201))),
    ):
        with pytest.raises(Problem) as refused:
            settings.save(wrong)
        assert refused.value.field_name == name
        assert str(LONGEST[name]) in refused.value.said_in(catalog(language))
    assert settings.read() == before


def test_what_just_fits_is_kept() -> None:
    for name, value in (("symbol_prefix", "N" * 20), ("title", Trilingual("é" * 300, "", "ñ" * 300))):
        assert fitted(name, value) == value
    with pytest.raises(Problem):
        fitted("title", Trilingual(fr="é" * 301))


def test_a_title_is_stored_on_one_line_and_a_text_keeps_its_lines(store: Store) -> None:
    settings = Settings(store)
    pasted = Trilingual.final(
        "International\nNetwork   of\u2028 NMIRFs ", "Réseau\u00a0: des\r\n\tMNMRS", "Red  Internacional"
    )
    settings.save(dataclasses.replace(settings.read(), network=pasted, symbol_prefix=" NM\nIRF  X "))
    kept = settings.read()
    assert [kept.network[one] for one in Language] == [
        "International Network of NMIRFs", "Réseau\u00a0: des MNMRS", "Red Internacional",
    ]  # fmt: skip
    assert set(kept.network.states().values()) == {TextState.REVIEWED}
    assert kept.symbol_prefix == "NM IRF X"
    lines = Trilingual("First paragraph.\n\nSecond  one.")
    assert fitted("text", lines) == lines
    assert fitted("note", "One\nTwo") == "One\nTwo"
    assert fitted("short", Names("a\nb", "c  d", "e")) == Names("a b", "c d", "e")


def test_a_translation_that_was_outdated_stays_so_on_one_line() -> None:
    old = Trilingual.final("One", "Un", "Uno").with_text(Language.EN, "Two\nwords")
    assert old.on_one_line().states() == old.states()
