"""Sentences that are read aloud about a State: in French and Spanish no verb agrees with a name that may be plural."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from nmirf_desktop.domain.consensus_sentences import no_consensus_sentence, opposing_statement, thanks_for_statement
from nmirf_desktop.domain.entitlement import Entitlement
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.naming import name
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.states import State, parse_states
from nmirf_desktop.domain.vote_lists import correction_note, roll_call_start
from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.paths import bundled

STATES = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
TODAY = date(2027, 3, 3)
SINGULAR = {
    Language.FR: r"(?:n’|ne )?(?:est|était|sera|a|avait|aura|dispose|figure|vote|prend|compte|demande|déclare)",
    Language.ES: r"(?:no )?(?:es|era|será|ha|tiene|tenía|tendrá|figura|vota|hace|cuenta|pide|declara)",
}
"""Verbs that would have to agree with a State that they follow, where it stands after no preposition."""


def spoken(state: State, words: Catalog) -> Iterator[str]:
    """Every sentence about one State that the card of entitlement, the Chair or the record of a vote says."""
    kinds = (MembershipKind.MEMBER, MembershipKind.OBSERVER)
    held = (None, *(Membership("m", state.iso3, kind, Period(TODAY), Basis.COMMUNICATION) for kind in kinds))
    for membership in held:
        for listed in (None, True, False):
            found = Entitlement(state, TODAY, membership, None, present=True, listed=listed)
            yield from found.sentences(words)
    for observes in (True, False):
        yield opposing_statement(state, words, observes=observes)
        yield thanks_for_statement(state, words, observes=observes)
    yield no_consensus_sentence((state,), "L.1", words)
    yield roll_call_start(state, words)
    for answer in (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING):
        yield correction_note(state, answer, words)


@pytest.mark.parametrize("language", [Language.FR, Language.ES])
def test_no_verb_agrees_with_a_state_whatever_the_number_of_its_name(language: Language) -> None:
    words = catalog(language)
    assert len(STATES) == 193
    for state in STATES:
        said = name(state, language)
        agreeing = re.compile(rf"(?i)(?<!\bde )(?<!\bd’)\b{re.escape(said.the)} {SINGULAR[language]}\b")
        faults = [sentence for sentence in spoken(state, words) if agreeing.search(sentence)]
        assert not faults, faults
