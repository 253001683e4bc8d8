"""Refusals and problems: raised through context managers, said in three languages."""

import contextlib
import datetime
from collections.abc import Iterator

import pytest

from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import Language, catalog


@contextlib.contextmanager
def transaction() -> Iterator[None]:
    yield


@pytest.mark.parametrize("kind", [Problem, Refusal])
def test_it_passes_through_a_context_manager_as_itself(kind: type[Problem | Refusal]) -> None:
    raised = kind("no")
    with pytest.raises(kind) as caught, transaction():
        raise raised
    assert caught.value is raised


def test_its_dates_are_said_in_the_language_that_is_asked() -> None:
    problem = Problem("{day}", {"day": datetime.date(2024, 5, 1)})
    said = [problem.said_in(catalog(language)) for language in Language]
    assert said == ["1 May 2024", "1er\u00a0mai 2024", "1 de mayo de 2024"]


def test_its_counts_have_the_separators_of_the_language_and_its_years_none() -> None:
    problem = Problem("{n} {year}", {"n": 20_000, "year": 2026})
    said = [problem.said_in(catalog(language)) for language in Language]
    assert said == ["20,000 2026", "20\u00a0000 2026", "20\u00a0000 2026"]
