"""What a rule says with its number in force (R46): each number that can change has its words."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain import rules_in_force
from nmirf_desktop.domain.declaration import rule
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, FIGURES, Figure, Figures, RuleChange
from nmirf_desktop.domain.rules_in_force import InForce
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import day

ON = day("2027-01-01")


def changed(figure: Figure) -> InForce:
    """The numbers of a day on which one of them is one more than as adopted."""
    return InForce(Figures((RuleChange("change", figure, FIGURES[figure].adopted + 1, ON),)), ON)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("figure", Figure)
def test_a_changed_number_stands_in_the_title_and_in_what_is_asked(figure: Figure, language: Language) -> None:
    known, words, before = rule(FIGURES[figure].rule), catalog(language), InForce(AS_ADOPTED, ON)
    for said, adopted in (
        (changed(figure).title(known, words), before.title(known, words)),
        (changed(figure).asks(known, words), before.asks(known, words)),
    ):
        assert words.number(FIGURES[figure].adopted + 1) in said
        assert said != adopted


def test_a_number_without_words_is_no_notice_of_the_agenda(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that is added says nothing of the agenda, and whoever adds it hears of the words that it needs."""
    figure = Figure.TERM_YEARS
    known = {**FIGURES, figure: replace(FIGURES[figure], rule="R31")}
    monkeypatch.setattr(rules_in_force, "FIGURES", known)
    for said in (changed(figure).title, changed(figure).asks):
        with pytest.raises(LookupError, match="R31"):
            said(rule("R31"), catalog(Language.EN))
