"""Lines, columns and characters."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from nmirf_desktop.documents import typeset
from nmirf_desktop.documents.breaking import Breaker, Run, TextStyle, measured
from nmirf_desktop.documents.columns import Columns, least_height
from nmirf_desktop.documents.contents import DOT, ContentsLine
from nmirf_desktop.documents.fonts import Face, pieces
from nmirf_desktop.documents.inline import marked, tidy
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.domain.blocks import Column, DataTable, Entry, Listing, Para, Signature, Signatures
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import AgendaLine, RecordPaper
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import Language, catalog
from tests.documents import content
from tests.documents.reading import Reader

STYLE = TextStyle(11, 15.5)
words_of_text = st.lists(st.text("aeiouéñœlmnrst-’/.", min_size=1, max_size=14), min_size=1, max_size=40)


def joined(runs: list[Run], style: TextStyle, width: float) -> str:
    lines = Breaker(runs, style, Language.FR).lines(width)
    assert all(line.width <= width + 0.1 for line in lines)
    parts = ["".join(segment.text for segment in line.segments) for line in lines]
    return "".join(part.removesuffix("-") if line.cut else part for line, part in zip(lines, parts, strict=True))


@given(words_of_text, st.floats(30, 400))
def test_lines_hold_all_the_text_and_are_never_too_wide(words: list[str], width: float) -> None:
    text = " ".join(words)
    assert joined([Run(text, Face.REGULAR)], STYLE, width) == text


@given(words_of_text, st.floats(120, 400))
def test_a_line_of_the_contents_has_room_for_dots_before_its_number(words: list[str], width: float) -> None:
    style = replace(STYLE, right=33.0, indent=20.0)
    line = ContentsLine([Run(" ".join(words), Face.REGULAR)], style, Element("TOCI"), Language.FR)
    for _again in range(2):
        assert line.lines(width)[-1].width <= width - 33 - 20 - 2 * measured(DOT, Face.REGULAR) * STYLE.size
        assert line.wrap(width) == len(line.lines(width)) * STYLE.leading


@given(st.lists(st.floats(0.1, 100), min_size=1, max_size=30))
def test_two_columns_are_no_higher_than_the_best_place_to_part_them(heights: list[float]) -> None:
    best = min(max(sum(heights[:place]), sum(heights[place:])) for place in range(len(heights)))
    assert least_height(heights, 2) == pytest.approx(best, abs=1e-5)


@pytest.mark.parametrize("width", [-50, 0, 3])
def test_a_line_without_room_still_ends(width: int) -> None:
    lines = Breaker([Run("mot  à  mot ", Face.REGULAR)], replace(STYLE, hyphenate=True), Language.FR).lines(width)
    assert "".join(segment.text for line in lines for segment in line.segments) == "mot  à  mot "


@given(words_of_text, st.floats(60, 400), st.sampled_from(Language))
def test_words_parted_for_an_even_margin_lose_no_letter(words: list[str], width: float, language: Language) -> None:
    text = " ".join(words)
    lines = Breaker([Run(text, Face.REGULAR)], replace(STYLE, zone=20, hyphenate=True), language).lines(width)
    assert all(line.width <= width + 0.1 for line in lines)
    parts = ["".join(segment.text for segment in line.segments) for line in lines]
    assert "".join(part[: -1 if line.cut else None] for line, part in zip(lines, parts, strict=True)) == text


@pytest.mark.parametrize("width", [120, 150, 180, 210])
def test_words_are_parted_for_an_even_margin_but_never_names_nor_the_last(width: int) -> None:
    said = (
        "Le Groupe de travail présentera les contributions reçues, sur l’établissement des rapports, de la République "
        "dominicaine et les recommandations"
    )
    lines = Breaker([Run(said, Face.REGULAR)], replace(STYLE, zone=15, hyphenate=True), Language.FR).lines(width)
    shown = ["".join(segment.text for segment in line.segments).strip() for line in lines]
    assert any(line.cut for line in lines)
    assert any("République" in one for one in shown)
    assert shown[-1].endswith("recommandations")
    assert not any(all(line.cut for line in lines[start : start + 3]) for start in range(len(lines) - 2))


@given(words_of_text, words_of_text)
def test_runs_are_broken_as_one_text(first: list[str], second: list[str]) -> None:
    runs = [Run(" ".join(first), Face.ITALIC), Run(" ".join(second), Face.REGULAR)]
    assert joined(runs, STYLE, 120) == " ".join(first) + " ".join(second)


@given(st.floats(20, 300), st.sampled_from(["NMIRF/2027/INF/3", "(NMIRF/CAND/2026/1/Add.1),", "A/HRC/60/L.12"]))
def test_a_symbol_is_parted_after_a_slash_and_only_where_it_is_wider_than_a_line(width: float, symbol: str) -> None:
    text = f"figurent dans la note {symbol} du 3 mai"
    lines = Breaker([Run(text, Face.REGULAR)], STYLE, Language.FR).lines(width)
    parts = ["".join(segment.text for segment in line.segments) for line in lines]
    assert (
        "".join(part.removesuffix("-") if line.cut else part for line, part in zip(lines, parts, strict=True)) == text
    )
    alone = Breaker([Run(symbol, Face.REGULAR)], STYLE, Language.FR)
    assert any(symbol in part for part in parts) or alone.longest() > width


@pytest.mark.parametrize("width", range(40, 90, 5))
def test_the_numbers_of_a_rule_stay_on_one_line(width: int) -> None:
    text = "Assemblée générale, articles 82/124 et (92/103)"
    lines = Breaker([Run(text, Face.REGULAR)], STYLE, Language.FR).lines(width)
    parts = ["".join(segment.text for segment in line.segments) for line in lines]
    assert any("82/124" in part for part in parts), parts
    assert any("92/103" in part for part in parts), parts


def test_an_address_of_the_web_ends_a_line_after_a_slash() -> None:
    text = "https://example.org/documents/2027/note"
    lines = Breaker([Run(text, Face.REGULAR)], STYLE, Language.EN).lines(120)
    assert len(lines) > 1
    assert lines[0].segments[-1].text.endswith("/")


def test_a_no_break_space_is_never_broken_at() -> None:
    text = " ".join(["le 1\u00a0mai\u00a02026\u00a0?"] * 30)
    lines = Breaker([Run(text, Face.REGULAR)], STYLE, Language.FR).lines(200)
    assert len(lines) > 5
    assert all(line.segments[0].text.startswith(("le ", "1\u00a0")) for line in lines)


def test_a_word_wider_than_its_column_is_cut_by_the_rules_of_its_language() -> None:
    lines = Breaker([Run("établissement", Face.REGULAR)], replace(STYLE, hyphenate=True), Language.FR).lines(55)
    assert [line.segments[0].text for line in lines] == ["établisse-", "ment"]
    assert lines[0].cut


@pytest.mark.parametrize(("word", "width"), [("aaaaaaaa-m", 60), ("bana-baba-b", 26), ("Guinée-Bissau", 45)])
def test_a_hyphen_of_the_word_is_no_hyphen_of_the_line(word: str, width: int) -> None:
    assert joined([Run(word, Face.REGULAR)], replace(STYLE, hyphenate=True), width) == word


def test_a_time_too_wide_for_its_column_parts_between_figures_and_word() -> None:
    lines = Breaker([Run("10.03\u00a0horas", Face.REGULAR)], replace(STYLE, hyphenate=True), Language.ES).lines(40)
    assert [line.segments[0].text for line in lines] == ["10.03\u00a0", "horas"]
    assert not lines[0].cut


def test_an_ordinal_too_wide_for_its_column_parts_from_its_word_without_a_space_at_the_head() -> None:
    runs = marked("1re\u00a0séance", Face.REGULAR, Language.FR)
    lines = Breaker(runs, replace(STYLE, hyphenate=True), Language.FR).lines(42)
    assert ["".join(segment.text for segment in line.segments) for line in lines] == ["1re\u00a0", "séance"]


def test_a_cut_word_is_found_whole() -> None:
    item = AgendaLine(Said.same("a" * 200))
    text = Reader(typeset(replace(content.empty_agenda(), items=(item,)), Edition.EN)).tree()
    assert any("a" * 200 in tag.text for tag in text.walk())


@given(st.integers(0, 60))
def test_a_split_leaves_two_lines_on_either_side(height: int) -> None:
    text = Text([Run("word " * 200, Face.REGULAR)], STYLE, Element("P"), Language.EN)
    whole = text.wrap(200)
    parts = text.split(200, height * 5)
    if parts and parts != [text]:
        heights = [part.wrap(200) for part in parts]
        assert sum(heights) == pytest.approx(whole)
        assert min(heights) >= 2 * STYLE.leading


@given(st.lists(st.integers(1, 30), min_size=1, max_size=80), st.integers(1, 4), st.floats(60, 400))
def test_columns_keep_their_order_and_hold_all(lengths: list[int], count: int, height: float) -> None:
    texts = [Text([Run("name " * n, Face.REGULAR)], STYLE, Element("LBody"), Language.EN) for n in lengths]
    whole = Columns(texts, count)
    full = whole.wrap(450)
    parts = whole.split(450, height) if full > height else [whole]
    assert [text for part in parts for text in part.texts] == texts or parts == []
    if len(parts) == 2:
        assert parts[0].wrap(450) <= height + 0.1


@pytest.mark.parametrize("above", range(10, 25))
def test_a_table_in_two_columns_with_a_very_long_name_is_cut_wherever_a_page_ends(above: int) -> None:
    names = [f"State {number}" + " of a long name" * (15 if number == 5 else 0) for number in range(40)]
    rows = tuple((Said.same(name), Said.same("Yes")) for name in names)
    table = DataTable((Column(Said.same("Member"), 3), Column(Said.same("Answer"), 2)), rows, abreast=2)
    paper = RecordPaper(content.HEAD, Said.same("Record"), (*[Para(Said.same("Before."))] * above, table))
    tags = Reader(typeset(paper, Edition.EN)).tree().walk()
    assert [tag.text.strip() for tag in tags if tag.name == "TH"] == ["Member", "Answer", *names]


@pytest.mark.parametrize(("rows", "abreast"), [(3, 1), (15, 1), (30, 2)])
def test_a_table_above_a_line_to_sign_on_has_one_header(rows: int, abreast: int) -> None:
    said = tuple((Said.same(f"State {number}"),) for number in range(rows))
    table = DataTable((Column(Said.same("Member")),), said, abreast=abreast)
    paper = RecordPaper(content.HEAD, Said.same("Record"), (table, Signatures((Signature(Said.same("The Chair")),))))
    (page,) = PdfDocument(typeset(paper, Edition.EN))
    assert page.get_textpage().get_text_range().count("Member") == abreast


def test_a_symbol_comes_from_another_face() -> None:
    assert [part.face for part in pieces("present \u2713", Face.REGULAR)] == [Face.REGULAR, Face.SYMBOL]
    paper = replace(content.agenda(), items=(AgendaLine(Said.same("Presence \u2713")),))
    tree = Reader(typeset(paper, Edition.EN)).tree()
    assert any(tag.text.startswith("Presence \u2713") for tag in tree.walk())


def test_a_character_without_a_glyph_is_a_problem_that_names_it() -> None:
    paper = replace(content.agenda(), items=(AgendaLine(Said.same("The delegation of 日 asked")),))
    with pytest.raises(Problem) as caught:
        typeset(paper, Edition.EN)
    said = caught.value.said_in(catalog(Language.EN))
    assert "U+65E5" in said
    assert "delegation of 日" in said


def test_names_of_all_european_languages_can_be_set() -> None:
    for name in ("Nguyễn Thị Hương", "Łódź", "Þórdís", "Ștefan Țepeș", "Ελλάδα", "Українa", "İzmir", "Ōsaka"):
        assert {part.face for part in pieces(tidy(name), Face.BOLD_ITALIC)} == {Face.BOLD_ITALIC}


def test_french_ordinals_are_raised_and_others_are_not() -> None:
    raised = [
        run.text for run in marked("le 1er mai, la 2e séance, 1re fois, avoir", Face.REGULAR, Language.FR) if run.raised
    ]
    assert raised == ["er", "e", "re"]
    assert not any(run.raised for run in marked("1er", Face.REGULAR, Language.ES))


def test_a_day_before_a_line_of_a_list_has_its_ordinal_raised() -> None:
    first = Said("1 September 2026", "1er septembre 2026", "1 de septiembre de 2026")
    entries = (Entry(Said.same("Il a pris un siège."), first), Entry(Said.same("Il l’a quitté."), Said.same("x")))
    paper = RecordPaper(content.HEAD, Said.same("Composition"), (Listing(entries),))
    page = PdfDocument(typeset(paper, Edition.FR))[0].get_textpage()
    start = page.get_text_range().replace("\u00a0", " ").index("er septembre")
    raised, plain = page.get_charbox(start), page.get_charbox(start + 4)
    assert raised[1] > plain[1] + 2, "the letter stands higher than the line"
    assert raised[3] - raised[1] < 0.8 * (plain[3] - plain[1])


def test_addresses_end_before_the_full_stop() -> None:
    runs = marked("See https://example.org/a(b), or mail a.b@example.org.", Face.REGULAR, Language.EN)
    assert [run.target for run in runs if run.target] == ["https://example.org/a(b", "mailto:a.b@example.org"]


def test_spaces_and_control_characters_are_tidied() -> None:
    assert tidy("a\u202f;\tb\u00adc\u200bd") == "a\u00a0; bcd"
