"""The article of a body as the subject of a sentence."""

import pytest

from nmirf_desktop.domain.articles import is_organisation, with_article
from nmirf_desktop.i18n import Language


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        (Language.EN, "Global Alliance", "the Global Alliance"),
        (Language.EN, "The Global Alliance", "The Global Alliance"),
        (Language.EN, "Our Network", "Our Network"),
        (Language.EN, "UNDP", "UNDP"),
        (Language.FR, "PNUD", "le PNUD"),
        (Language.FR, "La Commission africaine", "La Commission africaine"),
        (Language.ES, "OIT", "la OIT"),
    ],
)
def test_a_name_has_one_article_at_most(language: Language, name: str, said: str) -> None:
    assert with_article(name, language) == said


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("The Global Alliance of National Human Rights Institutions", True),
        ("Inter-Parliamentary Union", True),
        ("UNDP", True),
        ("the African Commission on Human and Peoples’ Rights", True),
        ("The Chair", False),
        ("the Special Rapporteur on torture", False),
        ("Jane Doe (UNDP)", False),
        ("SMITH", False),
        ("Jane Court", False),
        ("Ms. A. Bank", False),
        ("Chair Working Group", False),
        ("UN Women", True),
        ("The World Bank", True),
        ("The High Commissioner", False),
        ("", False),
    ],
)
def test_only_an_organisation_has_a_representative(name: str, organisation: bool) -> None:
    assert is_organisation(name) is organisation
