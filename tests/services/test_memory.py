"""The translation memory on a real register: what it finds, how it follows changes, what it calls exact."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.good_practices import Area, GoodPractice
from nmirf_desktop.domain.segments import at, differing, sentences
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.memory import SOURCES, TranslationMemory, phrase_book
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.searchable import SEARCHABLE
from tests import registers
from tests.registers import Hand, said

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TWO = Trilingual.final(
    "Members share data. Observers listen.",
    "Les membres partagent des données. Les observateurs écoutent.",
    "Los miembros comparten datos. Los observadores escuchan.",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    with open_register(path, author="Coordinator", clock=Hand(NOON)) as store:
        desk = Secretariat(store, Hand(NOON))
        meeting = desk.meetings.list()[0]
        desk.agendas.add(AgendaItem("two", meeting.key, 1, said("Exchanges"), annotation=TWO))
        yield desk


def test_a_sentence_of_an_earlier_text_is_found_with_its_translation_and_its_place(desk: Secretariat) -> None:
    memory = TranslationMemory(desk.store)
    best = memory.search("Observers listen.", Language.EN, Language.FR)[0]
    assert best.exact(Language.FR)
    assert best.segment.text.fr == "Les observateurs écoutent."
    assert best.segment.origin.where.said_in(catalog(Language.EN)) == "Agenda, NMIRF/2026, 24 November 2026"
    near = memory.search("Observers may listen.", Language.EN, Language.ES)[0]
    assert (near.segment.text.es, near.exact(Language.ES)) == ("Los observadores escuchan.", False)
    assert 75 <= near.score < 100
    marked = [piece.text for piece in differing("Observers may listen.", near.text) if piece.differs]
    assert marked == ["may"]
    assert (
        memory.search("Les observateurs écoutent.", Language.FR, Language.EN)[0].segment.text.en == "Observers listen."
    )
    assert memory.search("Something else altogether, of which nothing is known.", Language.EN) == ()
    assert memory.search("Observers listen.", Language.EN, Language.FR, but="two") == ()


def test_it_follows_the_register_without_reading_it_again(desk: Secretariat) -> None:
    memory = TranslationMemory(desk.store)
    memory.read()
    size = memory.size
    item = next(one.item for one in desk.agendas.items(desk.meetings.list()[0].key) if one.item.key == "two")
    changed = replace(item, annotation=item.annotation.with_text(Language.EN, "Members share data. Observers speak."))
    desk.agendas.save(changed)
    outdated = memory.search("Observers speak.", Language.EN, Language.FR)[0]
    assert (outdated.score, outdated.exact(Language.FR)) == (100, False)
    desk.steps.undo()
    assert memory.search("Observers listen.", Language.EN, Language.FR)[0].exact(Language.FR)
    assert memory.size == size
    desk.agendas.remove(item.meeting, ("two",))
    assert memory.search("Observers listen.", Language.EN, Language.FR) == ()


def test_the_phrase_book_is_remembered_too(desk: Secretariat) -> None:
    memory = TranslationMemory(desk.store)
    phrase = next(one for one in phrase_book() if "thanked the interpreters" in one.text.en)
    found = memory.search(phrase.text.es, Language.ES, Language.EN)[0]
    assert found.exact(Language.EN)
    assert found.segment.text == Trilingual(phrase.text.en, phrase.text.fr, phrase.text.es)
    assert found.segment.origin.where.said_in(catalog(Language.FR)).endswith("Clôture")


def test_every_field_that_is_remembered_is_a_text_in_three_languages(desk: Secretariat) -> None:
    with desk.store.read() as session:
        for source in SOURCES:
            for record in source.rows.all(session):
                assert all(isinstance(getattr(record, name), Trilingual) for name in source.fields)
    assert len({source.rows.name for source in SOURCES}) == len(SOURCES)
    assert "agenda_item" in SEARCHABLE


@given(st.text(alphabet="ab A.!?…\n5", max_size=60))
def test_sentences_lose_nothing_and_stand_where_they_say(text: str) -> None:
    parts = sentences(text)
    assert "".join("".join(part.text.split()) for part in parts) == "".join(text.split())
    assert all(text[part.start : part.end] == part.text for part in parts)
    assert all(0 <= at(text, place) <= len(parts) for place in range(len(text) + 1))


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Mr. A. Ba spoke. No. 5 was read.", 2),
        ("M. Ba parle. Voir art. 5 et par. 3.", 2),
        ("La Sra. Díaz habla. ¿Quién? ¡Todos!", 3),
        ("Takes note;\nDecides;", 2),
        ("At 10 a.m. the meeting opened.", 1),
        ("", 0),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, many: int) -> None:
    assert len(sentences(text)) == many


@given(st.text(alphabet="abc ", max_size=20), st.text(alphabet="abc ", max_size=20))
def test_the_pieces_of_a_sentence_are_the_sentence(one: str, other: str) -> None:
    assert "".join(piece.text for piece in differing(one, other)) == one


def test_what_feeds_the_annual_review_is_remembered(desk: Secretariat) -> None:
    desk.good_practices.record(
        GoodPractice("", "MAR", said("Shared table of ministries"), Area.DATA, NOON.date(), text=said("Each answers"))
    )
    desk.contributions.record(Contribution("", ContributionKind.EVENT, said("Seminar of Rabat"), NOON.date()))
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan of the Network"), 2026, 2030))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges between mechanisms")))
    desk.action_plans.save_action(PlannedAction("", priority.key, said("Visits between peers"), said("Focal points")))
    day = NOON.date()
    for told in (
        PlannedAction("", priority.key, said("Glossary"), given_up_on=day, reason=said("OHCHR has one")),
        PlannedAction("", priority.key, said("Course"), done_on=day, evidence=said("Report on the course")),
    ):
        desk.action_plans.save_action(told)
    memory = TranslationMemory(desk.store)
    for sentence in (
        "Shared table of ministries",
        "Each answers",
        "Seminar of Rabat",
        "Plan of the Network",
        "Exchanges between mechanisms",
        "Visits between peers",
        "Focal points",
        "OHCHR has one",
        "Report on the course",
    ):
        (best, *_) = memory.search(sentence, Language.EN, Language.FR)
        assert (best.score, best.segment.text.fr) == (100, f"{sentence} (fr)")
