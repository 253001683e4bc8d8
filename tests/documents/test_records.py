"""Decisions, votes, the Committee and the members on paper: order of each language, tables, charts, contents, bytes."""

import re
from dataclasses import replace

import pytest

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.decision_papers import decisions_paper
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.i18n import Language, catalog
from tests.documents import records
from tests.documents.reading import Reader, Tag


def tree(paper: RecordPaper, language: Language, *, large: bool = False) -> Tag:
    return Reader(typeset(paper, Edition(language), large=large)).tree()


def firsts(table: Tag) -> list[str]:
    """The header cells of a table's rows."""
    return [tag.text.strip() for tag in table.walk() if tag.name == "TH" and tag.scope == "Row"]


def said(tag: Tag) -> str:
    """All text in an element, with plain spaces."""
    return " ".join("".join(one.text for one in tag.walk()).replace("\u00a0", " ").split())


def tables(root: Tag) -> list[Tag]:
    return [tag for tag in root.walk() if tag.name == "Table"]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        (Language.EN, ["Côte d’Ivoire", "Morocco", "Paraguay"]),
        (Language.FR, ["Côte d’Ivoire", "Maroc", "Paraguay"]),
        (Language.ES, ["Côte d’Ivoire", "Marruecos", "Paraguay"]),
    ],
)
def test_the_members_stand_in_the_order_of_the_language(language: Language, order: list[str]) -> None:
    assert firsts(tables(tree(records.members(), language))[1]) == order


@pytest.mark.parametrize("language", list(Language))
def test_all_193_states_are_in_each_language_s_order(language: Language) -> None:
    listed = firsts(tables(tree(records.all_states(), language))[1])
    assert len(listed) == 193
    assert listed == sorted(listed, key=catalog(language).sort_key)


@pytest.mark.parametrize("language", list(Language))
def test_the_total_is_the_last_of_the_groups(language: Language) -> None:
    groups = firsts(tables(tree(records.members(), language))[0])
    assert groups[-1] == "Total"
    assert groups[:-1] == sorted(groups[:-1], key=catalog(language).sort_key)


def test_a_roll_call_stays_in_its_calling_order() -> None:
    listed = firsts(tables(tree(records.votes(), Language.FR))[0])
    assert listed[:3] == ["Indonésie", "Maroc", "Pays-Bas (Royaume des)"]


def test_each_vote_has_a_picture_of_its_result() -> None:
    root = tree(records.votes(), Language.ES)
    figures = [tag.text for tag in root.walk() if tag.name == "Figure"]
    assert len(figures) == 3
    assert re.search(r"A favor\W*8", figures[0])


@pytest.mark.parametrize("large", [False, True])
def test_a_long_register_has_contents_that_lead_to_each_decision(large: bool) -> None:
    facts = records.meeting()
    many = decisions_paper(records.with_decisions(facts, 6))
    root = tree(many, Language.FR, large=large)
    entries = [tag for tag in root.walk() if tag.name == "TOCI"]
    assert len(entries) == 6
    assert sum(tag.links for entry in entries for tag in entry.walk()) == 6
    assert not [tag for tag in tree(records.register(), Language.FR).walk() if tag.name == "TOC"]


def test_a_focal_point_s_lines_stand_under_each_other() -> None:
    (cell,) = [
        tag.text for tag in tree(records.members_with_addresses(), Language.EN).walk() if "(alternate)" in tag.text
    ]
    assert re.search(r"\(votes\)\s+ana@example\.org\s+mission@example\.org\s+\+595 21 000 000\s+H\.E\.", cell)


@pytest.mark.parametrize("name", list(records.RECORDS))
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    assert typeset(records.RECORDS[name](), Edition.FR) == typeset(records.RECORDS[name](), Edition.FR)


@pytest.mark.parametrize(
    ("language", "gone", "spread"),
    [
        (Language.EN, "Withdrawn on 12 Jan 2027", "The seats of the slate stand for 3 regional groups."),
        (Language.FR, "Retirée le 12 janv. 2027", "Les sièges de la liste représentent 3 groupes régionaux."),
        (Language.ES, "Retirada el 12 ene. 2027", "Los puestos de la lista representan 3 grupos regionales."),
    ],
)
def test_who_withdrew_from_the_slate_is_said_there_and_not_counted(language: Language, gone: str, spread: str) -> None:
    root = tree(records.left_slate(), language)
    rows = [tag for tag in tables(root)[-1].walk() if tag.name == "TR"]
    (row,) = (said(one) for one in rows if gone in said(one))
    assert row.startswith(("Slov", "Eslov")), "and beside nothing else: its region is not counted"
    assert row.endswith(gone)
    assert len(row) < len(gone) + 12
    assert spread in said(root)
    assert spread.replace("3", "4") in said(tree(records.candidates(), language))


@pytest.mark.parametrize(
    ("tongue", "wanted"),
    [
        (Language.EN, "Original: English and French"),
        (Language.FR, "Original : anglais et français"),
        (Language.ES, "Original: inglés y francés"),
    ],
)
def test_the_head_names_each_language_in_which_decisions_were_adopted(tongue: Language, wanted: str) -> None:
    facts = records.with_decisions(records.meeting(), 2)
    first, second = facts.decisions
    mixed = replace(facts, decisions=(replace(first, language=Language.FR), replace(second, language=Language.EN)))
    paragraphs = [tag for tag in tree(decisions_paper(mixed), tongue).walk() if tag.name == "P"]
    assert wanted in [said(one) for one in paragraphs]
