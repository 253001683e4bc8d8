"""Numbers in the sentences of the annual review, as the United Nations writes them in each language."""

import datetime
import re
from dataclasses import replace

import pytest

from nmirf_desktop.domain import annual_review_counts as said
from nmirf_desktop.domain.action_plans import PlannedAction
from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.activities import ActivityKind
from nmirf_desktop.domain.annual_review import ReviewFacts
from nmirf_desktop.domain.annual_review_ahead import ahead_exhibits, coming_actions, open_follow_ups
from nmirf_desktop.domain.annual_review_drafts import drafts
from nmirf_desktop.domain.annual_review_exhibits import exhibits
from nmirf_desktop.domain.blocks import DataTable
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Mode
from nmirf_desktop.i18n import Language, catalog
from tests.domain import years_reviewed as years
from tests.domain.second_meeting import FOUNDED

ENGLISH, FRENCH, SPANISH = (catalog(language) for language in Language)
WORKSHOP, VISIT = said.ACTIVITIES[ActivityKind.WORKSHOP], said.ACTIVITIES[ActivityKind.VISIT]
TORN = re.compile(r"\b\d{1,3} (?!de )[a-zà-ÿ]")
"""A figure, but of a day or a year, that a line may end with before the word that it belongs to."""


def told(facts: ReviewFacts) -> dict[str, Trilingual]:
    """The paragraphs by their slots."""
    return {one.slot: one.text for one in drafts(facts)}


def test_small_numbers_are_in_words_with_the_gender_of_what_is_counted() -> None:
    assert said.so_many(ENGLISH, (WORKSHOP, 1), (VISIT, 9)) == ["one workshop", "nine visits"]
    assert said.so_many(FRENCH, (WORKSHOP, 1), (VISIT, 1)) == ["un atelier", "une visite"]
    assert said.so_many(SPANISH, (WORKSHOP, 1), (VISIT, 10)) == ["un taller", "diez visitas"]


def test_a_greater_number_puts_all_of_its_sentence_into_figures() -> None:
    assert said.so_many(ENGLISH, (WORKSHOP, 1), (VISIT, 10)) == ["1\u00a0workshop", "10\u00a0visits"]
    assert said.so_many(FRENCH, (said.STATE, 11), (said.PARTNER, 2)) == ["11\u00a0États", "2\u00a0partenaires"]
    assert said.so_many(SPANISH, (VISIT, 3), beside=11) == ["3\u00a0visitas"]


def test_none_is_said_in_words_beside_words_and_beside_figures() -> None:
    """It was "four members and 0 observers"."""
    nouns = (said.MEMBER, 4), (said.OBSERVER, 0)
    assert said.so_many(ENGLISH, *nouns) == ["four members", "no observers"]
    assert said.so_many(FRENCH, *nouns) == ["quatre membres", "aucun observateur"]
    assert said.so_many(SPANISH, *nouns) == ["cuatro miembros", "ningún observador"]
    assert said.so_many(FRENCH, (said.MEMBER, 14), (said.OBSERVER, 0)) == ["14\u00a0membres", "aucun observateur"]


def test_a_network_without_observers_or_without_members_is_told_in_words() -> None:
    four = tuple(years.membership(code, MembershipKind.MEMBER, FOUNDED) for code in ("MAR", "PRY", "PRT", "GHA"))
    text = told(replace(years.small(), memberships=four))["membership:count"]
    assert "the Network had four members and no observers" in text.en
    assert "comptait quatre membres et aucun observateur" in text.fr
    assert "tenía cuatro miembros y ningún observador" in text.es
    one = (years.membership("NER", MembershipKind.OBSERVER, years.day(3)),)
    text = told(replace(years.small(), memberships=one))["membership:count"]
    assert "no members, but one observer, as against no members and no observers on" in text.en
    assert "ne comptait aucun membre, mais un observateur, contre aucun membre et aucun observateur le" in text.fr
    assert "no tenía ningún miembro, pero sí un observador, frente a ningún miembro y ningún observador el" in text.es


def test_a_number_in_brackets_stays_with_its_label() -> None:
    for words in (ENGLISH, FRENCH, SPANISH):
        assert said.counts(words, [("sent", 2)]) == "sent\u00a0(2)"


@pytest.mark.parametrize("many", [4, 30])
def test_no_sentence_begins_with_a_figure_or_lets_one_go_from_its_word(many: int) -> None:
    facts = years.many(many, many)
    shared = replace(years.small(), activities=facts.activities, practices=facts.practices)
    for facts in (years.small(), shared, years.published()):
        for slot, text in told(facts).items():
            for language in Language:
                for sentence in re.split(r"(?<=\.) ", text[language]):
                    assert not sentence[:1].isdigit() or slot.endswith(":unserved"), sentence
                assert not TORN.search(text[language]), text[language]


def test_what_stands_above_one_row_is_in_the_singular() -> None:
    found = told(years.small())
    assert found["decisions:late"].fr == (
        "Au 31\u00a0décembre 2027, la mesure de suivi suivante était en retard\u00a0:"
    )
    assert found["plan:late:plan"].es == ("Al 31 de diciembre de 2027, la siguiente acción del plan estaba atrasada:")
    assert found["plan:done:plan"].en == "In 2027, the following action of the plan was carried out:"


def test_partnerships_that_began_in_the_period_are_not_told_as_of_the_whole_of_it() -> None:
    """R44."""
    facts = years.small()
    held = facts.partnerships.held
    begun = replace(held[0], period=Period(years.day(9), None))
    assert begun not in held
    part = told(replace(facts, partnerships=replace(facts.partnerships, held=(begun, *held[1:]), begun=(begun,))))
    assert part["partnerships:count"].en.startswith(
        "In 2027, two partnerships were in force for all or part of the period. Partners: Office of"
    )
    assert part["partnerships:changes"].fr == "Au cours de la période, un partenariat a été établi."
    whole = tuple(replace(one, period=Period(years.day(1), None)) for one in held)
    all_year = told(replace(facts, partnerships=replace(facts.partnerships, held=whole)))
    assert all_year["partnerships:count"].es.startswith("En 2027, estuvieron en vigor dos alianzas. Aliados: ")


def test_decisions_that_were_all_adopted_alike_are_told_with_it_once() -> None:
    facts = years.small()
    alike = [replace(one, mode=Mode.CONSENSUS) for one in facts.decisions]
    assert told(replace(facts, decisions=tuple(alike)))["decisions:count"].en == (
        "In 2027, three decisions were adopted by consensus."
    )
    (one, *_) = facts.decisions
    voted = told(replace(facts, decisions=(replace(one, mode=Mode.VOTE),)))["decisions:count"]
    assert voted.fr == "En 2027, une décision a été adoptée à l’issue d’un vote."


def test_an_action_under_way_that_is_never_due_is_named() -> None:
    facts = years.small()
    (known,) = facts.plans
    going = PlannedAction("g", "p", years.said("Network library"), begun_on=years.day(3))
    facts = replace(facts, plans=(replace(known, actions=(*known.actions, going)),))
    assert told(facts)["plan:undated:plan"].es == (
        "Al 31 de diciembre de 2027, la siguiente acción del plan estaba en curso sin plazo fijado:"
    )
    (table,) = exhibits(facts)["plan:undated:plan"]
    assert isinstance(table, DataTable)
    assert [[cell.en for cell in row] for row in table.rows] == [["Network library", "1 March 2027"]]


def test_an_action_that_was_due_on_the_last_day_and_was_not_carried_out_is_named() -> None:
    """31 December is the commonest end of a plan's action; on that day it is not overdue yet."""
    facts = years.small()
    (known,) = facts.plans
    last = facts.period.last
    going = PlannedAction("g", "p", years.said("Network library"), begun_on=years.day(3), due_on=last)
    done, ended = replace(going, key="d", done_on=last), replace(going, key="e", given_up_on=last)
    eve = replace(going, key="l", title=years.said("Late"), due_on=last - datetime.timedelta(days=1))
    facts = replace(facts, plans=(replace(known, actions=(going, done, ended, eve)),))
    assert told(facts)["plan:due:plan"].en == (
        "The following action of the plan was due on 31 December 2027 and had not been carried out:"
    )
    found = exhibits(facts)
    (table,), (late,) = found["plan:due:plan"], found["plan:late:plan"]
    assert isinstance(table, DataTable)
    assert isinstance(late, DataTable)
    assert [[cell.en for cell in row] for row in table.rows] == [["Network library", "31 December 2027"]]
    assert [row[0].en for row in late.rows] == ["Late"]


def test_an_action_that_is_overdue_because_it_did_not_begin_says_when_it_was_to() -> None:
    facts = years.small()
    (known,) = facts.plans
    waiting = PlannedAction("w", "p", years.said("Network library"), begins_on=years.day(3), due_on=facts.period.last)
    facts = replace(facts, plans=(replace(known, actions=(waiting,)),))
    (table,) = exhibits(facts)["plan:late:plan"]
    assert isinstance(table, DataTable)
    assert [one.heading.en for one in table.columns] == ["What is to be done", "Was to begin on", "Due on"]
    assert [[cell.en for cell in row] for row in table.rows] == [
        ["Network library", "1 March 2027", "31 December 2027"]
    ]


def test_what_was_ended_since_the_last_day_is_no_direction_for_the_future() -> None:
    facts = replace(years.small(), dated=datetime.date(2028, 1, 20))
    since, after = datetime.date(2028, 1, 10), datetime.date(2028, 2, 10)
    ahead = PlannedAction("a", "p", years.said("Open"), due_on=datetime.date(2028, 6, 1))
    actions = (
        ahead,
        replace(ahead, key="b", title=years.said("Done since"), done_on=since),
        replace(ahead, key="c", title=years.said("Given up since"), given_up_on=since),
        replace(ahead, key="d", title=years.said("Done later"), done_on=after),
    )
    follow = FollowUpAction("f", "m", years.said("Asked"), due_on=datetime.date(2028, 6, 1))
    follows = (follow, replace(follow, key="g", title=years.said("Asked and done"), done_on=since))
    facts = replace(facts, ahead=replace(facts.ahead, actions=actions), follow_ups=follows)
    assert [one.title.en for one in coming_actions(facts)] == ["Open", "Done later"]
    assert [one.title.en for one in open_follow_ups(facts)] == ["Asked"]


def test_what_was_due_by_the_last_day_and_is_open_still_is_a_direction_for_the_future() -> None:
    facts = replace(years.small(), dated=datetime.date(2028, 1, 20))
    due = PlannedAction("a", "p", years.said("Open"), begun_on=years.day(2), due_on=facts.period.last)
    actions = (
        due,
        replace(due, key="b", title=years.said("Done since"), done_on=datetime.date(2028, 1, 10)),
        replace(due, key="c", title=years.said("Due later"), due_on=datetime.date(2028, 1, 10)),
    )
    facts = replace(facts, ahead=replace(facts.ahead, actions=actions))
    assert told(facts)["ahead:unfinished"].en == (
        "The following action of the action plan was due by 31 December 2027 and remains to be carried out:"
    )
    (table,) = ahead_exhibits(facts)["ahead:unfinished"]
    assert isinstance(table, DataTable)
    assert [[cell.en for cell in row] for row in table.rows] == [["Open", "31 December 2027"]]


def test_states_that_are_no_members_are_told_with_the_observers_among_them() -> None:
    facts = years.small()
    found = told(facts)["encouragement:states"]
    assert found.fr.endswith("membres du Réseau, dont 2\u00a0observateurs.") or "dont deux observateurs" in found.fr
    without = told(replace(facts, memberships=()))["encouragement:states"]
    assert without.en.endswith("were neither members of the Network nor observers.")
