"""What people type has a longest length in every table, refused in words and never cut."""

import dataclasses
from typing import get_type_hints

import pytest

from nmirf_desktop.domain.lengths import LONGEST, check_length
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.store import Store

CODES = {"iso2", "iso3", "m49", "m49_region", "time_zone", "slot"}
"""Chosen from a list, or shipped, or made by the program."""
MADE = {"drafted"}
"""Written by the program from what was recorded."""


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
    check_length("symbol_prefix", "N" * 20)
    check_length("title", Trilingual("é" * 300, "", "ñ" * 300))
    with pytest.raises(Problem):
        check_length("title", Trilingual(fr="é" * 301))
