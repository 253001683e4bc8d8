"""What cannot be printed is named with its place, as a coordinator knows it, before anything is written."""

import datetime
from dataclasses import replace
from datetime import date

import pytest

from nmirf_desktop.documents import lacking, typeset
from nmirf_desktop.domain.blocks import (
    Bar,
    BarChart,
    Column,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    StateColumns,
    Timeline,
    TimelineSpell,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import (
    AgendaLine,
    AgendaPaper,
    Masthead,
    MinutesPaper,
    Paper,
    PaperSection,
    RecordPaper,
    fingerprint,
)
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.unprintable import refuse, unprintable
from nmirf_desktop.i18n import Language, catalog

ODD = "\u738b"
HEAD = Masthead("NMIRF/2027/1", date(2027, 1, 2), Said.same("Meeting"))
TEXT = Said.same("a text")
DECISION = Said.same("Decision 2027/1")
COLUMNS = (Column(Said.same("State")), Column(Said.same("Name")))


def odd(text: str = "name") -> Said:
    return Said.same(f"{text} {ODD}")


DAY = datetime.date(2026, 1, 1)


def places(paper: Paper, language: Language = Language.EN) -> list[str]:
    found = unprintable([paper], Language, lacking)
    return [one.where.said_in(catalog(language)) for one in found]


def minutes(*blocks: object) -> MinutesPaper:
    first = PaperSection(TEXT, (Para(TEXT, numbered=True), Para(TEXT)))
    return MinutesPaper(HEAD, (first, PaperSection(TEXT, blocks)), ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (Para(odd(), numbered=True), "Paragraph 2"),
        (Para(odd()), "Section II"),
        (Para(TEXT, lead=odd()), "Section II"),
        (Note(odd()), "Section II"),
        (StateColumns(TEXT, (odd(),)), "Section II"),
        (Listing((Entry(odd()),), Said.same("Documents")), "“Documents”"),
        (BarChart((Bar(odd(), 1),), TEXT), "Section II"),
        (Timeline((TimelineSpell(0, Period(DAY), odd(), TEXT),), DAY, DAY, DAY, TEXT), "Section II"),
        (DataTable(COLUMNS, ((Said.same("Paraguay\nCoordinator"), odd()),)), "Paraguay: Name"),
        (DecisionBlock(DECISION, (Para(odd()),)), "Decision 2027/1: text"),
        (DecisionBlock(DECISION, (), odd()), "Decision 2027/1: title"),
        (DecisionBlock(DECISION, (), vote=VoteBlock(TEXT, notes=(odd(),))), "Decision 2027/1: vote"),
        (VoteBlock(TEXT, (VoteList(TEXT, (odd(),)),)), "Section II"),
    ],
)  # fmt: skip
def test_each_block_of_minutes_names_its_place(block: object, place: str) -> None:
    assert places(minutes(block)) == [place]


def test_a_heading_names_what_follows_it() -> None:
    assert places(minutes(Heading(Said.same("Reports")), Para(odd()))) == ["“Reports”"]


def test_each_part_of_an_agenda_has_its_place_in_each_language() -> None:
    inner = AgendaLine(TEXT, odd(), (Entry(odd("other")),))
    paper = AgendaPaper(replace(HEAD, meeting=odd()), (AgendaLine(TEXT), AgendaLine(odd(), parts=(inner,))))
    assert places(paper) == [
        "Title of the meeting",
        "Item 2: title",
        "Item 2\u00a0(a): annotation",
        "Item 2\u00a0(a): documents",
    ]
    assert places(paper, Language.FR)[2] == "Point 2\u00a0a)\u00a0: annotation"
    assert places(paper, Language.ES)[2] == "Tema 2\u00a0a): anotación"


def test_a_record_names_its_sections() -> None:
    paper = RecordPaper(HEAD, odd("Title"), (), sections=(PaperSection(Said.same("Members"), (Para(odd()),)),))
    assert places(paper) == ["Title of the document", "“Members”"]


@pytest.mark.parametrize("field", ["symbol", "meeting", "place_and_dates", "item"])
def test_nothing_in_the_head_of_a_document_is_overlooked(field: str) -> None:
    value: object = ODD if field == "symbol" else odd()
    paper = RecordPaper(replace(HEAD, **{field: value}), TEXT, ())  # type: ignore[arg-type]
    assert len(places(paper)) == 1


def test_every_language_is_looked_at_and_named_where_not_all_have_it() -> None:
    paper = minutes(Para(Said("fine", f"mot {ODD}", "bien"), numbered=True))
    (found,) = unprintable([paper], Language, lacking)
    assert found.languages == (Language.FR,)
    assert found.said_in(catalog(Language.EN)) == "Paragraph 2 (French): U+738B (王) in “mot 王” cannot be printed."
    assert unprintable([paper], [Language.EN, Language.ES], lacking) == ()
    assert found.said_in(catalog(Language.FR)) == (
        "Paragraphe 2 (français)\u00a0: impossible d’imprimer U+738B (王) dans «\u00a0mot 王\u00a0»."
    )


def test_an_original_that_is_printed_for_a_missing_translation_counts_for_its_document() -> None:
    (found,) = unprintable([minutes(Para(Said(f"only {ODD}")))], [Language.ES], lacking)
    assert found.languages == ()


def test_many_characters_of_one_text_are_one_finding_and_a_long_text_is_quoted_in_part() -> None:
    text = "word " * 100 + "中文文字漢字日本 " + "word " * 100
    (found,) = unprintable([minutes(Para(Said.same(text)))], [Language.EN], lacking)
    sentence = found.said_in(catalog(Language.EN))
    assert found.characters == tuple("中文字漢日本")
    assert "U+4E2D (中), U+6587 (文), U+5B57 (字), U+6F22 (漢), U+65E5 (日), …" in sentence
    assert "“…word word word 中文文字漢字日本 word word…”" in sentence


def test_a_long_text_is_quoted_in_part_where_a_letter_and_its_mark_stood_apart() -> None:
    text = "word " * 100 + "\u0627\u200d\u0653 " + "word " * 100  # an alef, a joiner and its mark: one letter when set
    (found,) = unprintable([minutes(Para(Said.same(text)))], [Language.EN], lacking)
    assert found.characters == ("\u0622",)
    assert len(found.around) < 50


UNREADABLE = {
    "Chinese": "\u738b",
    "an emoji": "\U0001fae0",
    "Arabic, which the symbols have letters of": "\u0645",
    "Hebrew": "\u05d0",
    "Arabic figures": "\u0661",
    "Thai": "\u0e01",
    "private use": "\ue000",
    "private use by this program": "\U000f0000",
    "not assigned": "\u0378",
    "half a surrogate": "\ud83d",
    "what stands for a lost character": "\ufffd",
    "a mark that no font has": "a\u1ac5",
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_could_only_be_printed_as_a_box_or_unreadably_is_found_and_refused(kind: str) -> None:
    paper = minutes(Para(Said.same(f"before {UNREADABLE[kind]} after"), numbered=True))
    (found,) = unprintable([paper], Language, lacking)
    assert found.characters == (UNREADABLE[kind][-1],)
    with pytest.raises(Problem) as refused:
        refuse([found])
    said = refused.value.said_in(catalog(Language.EN))
    assert "nothing was written" in said
    assert "Paragraph 2" in said
    said.encode()
    with pytest.raises(Problem) as typed:
        typeset(paper, Edition.EN)
    typed.value.said_in(catalog(Language.EN)).encode()
    assert fingerprint(paper, Edition.EN)


@pytest.mark.parametrize("text", ["☺ → ✓ ½ № € ₲ Ⅳ", "g\u0303 J\u030c", "Ѐ ѿ ҂", "ﬁ", "ꞗ", "\u1e9e"])
def test_what_the_fonts_have_is_not_found(text: str) -> None:
    assert unprintable([minutes(Para(Said.same(text)))], Language, lacking) == ()


def test_nothing_found_is_nothing_refused() -> None:
    refuse(())


def test_the_same_text_at_the_same_place_is_named_once() -> None:
    found = unprintable([minutes(Para(odd()), Para(odd())), minutes(Para(odd()))], Language, lacking)
    assert len(found) == 1
