"""Where pages end: nothing stands alone that belongs together, and no page is left empty without need."""

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.action_papers import COLUMNS
from nmirf_desktop.domain.blocks import (
    Block,
    Column,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    Signature,
    Signatures,
    SpellLook,
    StateColumns,
    Timeline,
    TimelineSpell,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.column_widths import widths, with_short
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.guests import Guests
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import AgendaLine, AgendaPaper, MinutesPaper, Paper, PaperSection, RecordPaper
from nmirf_desktop.domain.participants_papers import Attendance
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.room_papers import roll_call_paper, signature_paper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.documents import kinds, records
from tests.documents.content import HEAD
from tests.documents.reading import Reader
from tests.documents.test_any_paper import QUICK, sound

pytestmark = pytest.mark.once

FOOT = 70.0
"""Below this height, in points, there is only the foot of the page."""
GAP = 150.0
"""So much may stay empty above the foot where something would be torn apart."""
GAP_OF_PARTICULARS = 2 * GAP
"""The same where the particulars of a vote would be, which stand on one page with what they are of."""

TABLE = DataTable(
    (Column(Said.same("Sitting")), Column(Said.same("Opened"))),
    tuple((Said.same(f"Row {number}."), Said.same("10 a.m.")) for number in range(1, 7)),
)


@pytest.mark.parametrize("language", list(Language))
def test_the_lines_of_others_present_stand_on_one_page_whatever_stands_above_them(language: Language) -> None:
    """The sheet that is signed had two of them at the foot of a page, and four on the next."""
    known = kinds.facts(kinds.Size.STATES)
    first = known.sittings[0]
    facts = replace(known, sittings=tuple(replace(first, key=f"s{n}", number=n) for n in range(1, 7)))
    heading = catalog(language).gettext("Name and function")
    nobody = Attendance(Guests(facts.meeting, ()))
    for number in range(14, 36, 2):
        few = tuple(one for one in facts.memberships if one.state in kinds.ALL[:number])
        paper = signature_paper(nobody, replace(facts, memberships=few))
        pages = pypdfium2.PdfDocument(typeset(paper, Edition(language)))
        assert sum(page.get_textpage().get_text_bounded().count(heading) for page in pages) == 1, number


def record(*blocks: Block, title: str = "Title", below: str = "") -> RecordPaper:
    return RecordPaper(HEAD, Said.same(title), blocks, Said.same(below))


def lines(count: int, word: str = "Line") -> tuple[Para, ...]:
    return tuple(Para(Said.same(f"{word} {number}.")) for number in range(count))


def pages(paper: Paper, edition: Edition = Edition.EN, *, large: bool = False, gap: float = GAP) -> list[str]:
    """The text of each page; none but the last may have nothing in the lowest part."""
    document = pypdfium2.PdfDocument(typeset(paper, edition, large=large))
    try:
        texts = [page.get_textpage() for page in document]
        for text in texts[:-1]:
            assert text.get_text_bounded(bottom=FOOT, top=FOOT + gap).strip() != ""
        return [text.get_text_range() for text in texts]
    finally:
        document.close()


@pytest.mark.parametrize("before", range(18, 34))
def test_a_table_is_split_between_rows_under_a_repeated_head(before: int) -> None:
    found = pages(record(*lines(before), TABLE, *lines(30)))
    rows = [[f"Row {number}." in text for number in range(1, 7)] for text in found]
    assert [sum(column) for column in zip(*rows, strict=True)] == [1] * 6
    for text, row in zip(found, rows, strict=True):
        assert sum(row) != 1
        assert ("Sitting" in text) is any(row)


@pytest.mark.parametrize("before", range(20, 34))
def test_what_announces_a_list_stands_on_its_page(before: int) -> None:
    names = tuple(Said.same(f"State {number}") for number in range(12))
    for block, first in ((StateColumns(Said.same("Members"), names), "State 0"), (TABLE, "Row 1.")):
        found = pages(record(*lines(before), Para(Said.same("As follows.")), block, *lines(30)))
        assert all(("As follows." in text) is (first in text) for text in found)


@pytest.mark.parametrize("before", range(20, 34))
def test_no_line_of_a_list_stands_alone(before: int) -> None:
    listing = Listing(tuple(Entry(Said.same(f"Entry {number}.")) for number in range(8)))
    found = pages(record(*lines(before), listing, *lines(30)))
    assert [sum(f"Entry {number}." in text for number in range(8)) for text in found].count(1) == 0


@pytest.mark.parametrize("before", range(20, 36))
def test_a_heading_stands_above_its_text_and_a_note_of_adoption_below_its_decision(before: int) -> None:
    decision = DecisionBlock(
        Said.same("Decision 1"), (Para(Said.same("The meeting decides.")),), mode=Said.same("[Adopted.]")
    )
    found = pages(record(*lines(before), Heading(Said.same("Heading")), *lines(1, "Text"), decision, *lines(30)))
    assert all(("Heading" in text) is ("Text 0." in text) for text in found)
    assert all(("Decision 1" in text) is ("[Adopted.]" in text) is ("The meeting decides." in text) for text in found)


@pytest.mark.parametrize("before", range(18, 34))
def test_the_figures_of_one_ballot_are_on_one_page(before: int) -> None:
    names = ("Papers", "Invalid", "Valid", "Abstentions", "Voting", "Majority")
    figures = Listing(tuple(Entry(Said.same(f"{name} {before}"), Said.same(name)) for name in names))
    found = pages(record(*lines(before), Para(Said.same("The result was as follows:")), figures, *lines(9, "Text")))
    (page,) = (text for text in found if f"Valid {before}" in text)
    assert all(f"{name} {before}" in page for name in names)
    long = Listing(tuple(replace(one, text=Said.same("As follows. " * 20)) for one in figures.entries))
    assert len(pages(record(*lines(before), long))) > 1


@pytest.mark.parametrize("before", range(20, 34, 2))
def test_the_particulars_of_a_vote_are_not_parted_however_long_one_of_them_is(before: int) -> None:
    """The count, which takes two lines, left the rest of its small table on the page before."""
    names = ("Item", "Date", "Method", "Entitled", "Count", "Quorum")
    told = {"Count": "9 members present and voting; " * 6}
    entries = tuple(Entry(Said.same(told.get(name, f"{name} {before}")), Said.same(name)) for name in names)
    found = pages(record(*lines(before), Listing(entries, whole=True), *lines(9, "Text")))
    (page,) = (text for text in found if f"Method {before}" in text)
    assert all(f"{name} {before}" in page for name in names if name not in told)
    more = (Entry(Said.same("As follows. " * 20), Said.same("More")) for _ in range(30))
    endless = Listing((*entries, *more), whole=True)
    assert len(pages(record(*lines(before), endless))) > 2


@pytest.mark.parametrize("before", range(20, 34))
def test_a_signature_stands_below_what_is_signed(before: int) -> None:
    chair = Signature(Said.same("The Chair"), Said.same("Place and date"), Said.same("Morocco"))
    signature = Signatures((chair, Signature(Said.same("The Rapporteur"), Said.same("Rabat"))))
    found = pages(record(*lines(before), Para(Said.same("The meeting rose. " * 30)), signature))
    signed = next(text for text in found if "The Rapporteur" in text)
    assert "Rabat" in signed
    assert "The Chair" in signed
    assert "Morocco" in signed
    assert signed.count("The meeting rose.") >= 5
    after_table = pages(record(*lines(before), TABLE, signature))
    assert all("Row 6." in text for text in after_table if "The Rapporteur" in text)


@pytest.mark.parametrize("edition", [Edition.EN, Edition.FR, Edition.ES])
@pytest.mark.parametrize("before", range(12))
def test_what_a_vote_was_on_and_how_it_was_taken_stand_below_its_title(before: int, edition: Edition) -> None:
    """The title stood at the foot of a page with one line, and all that was said of the vote on the next."""
    paper = records.votes()
    first, second, *others = paper.sections
    longer = replace(first, blocks=(*first.blocks, *(Note(Said.same(f"Note {number}.")) for number in range(before))))
    found = pages(replace(paper, sections=(longer, second, *others)), edition, gap=GAP_OF_PARTICULARS)
    language = Language(edition)
    title, taken = second.title.read(language).text, second.blocks[1]
    assert isinstance(taken, Para)
    how = taken.text.read(language).text
    whole = [" ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split()) for text in found]
    said = [" ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split()) for text in (title, how)]
    assert any(said[1] in text for text in whole)
    assert all((said[0] in text) is (said[1] in text) for text in whole)


SIGNED = Signatures(
    tuple(
        Signature(function, Said("Place and date", "Lieu et date", "Lugar y fecha"), Said.same("Morocco"))
        for function in (
            Said("The Chair", "La présidence", "La Presidencia"),
            Said("The Rapporteur", "Le rapporteur ou la rapporteuse", "La Relatoría"),
        )
    )
)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("words", [4, 60, 200, 400])
def test_signatures_stand_below_what_is_signed_in_columns_too(words: int, large: bool) -> None:
    last = Said(
        "alpha bravo " * words + "omega.", "alpha bravo charlie " * words + "omega.", "alpha " * words + "omega."
    )
    for before in range(12, 24):
        closing = PaperSection(Said.same("Closing"), (*lines(before), Para(last), SIGNED))
        document = pypdfium2.PdfDocument(typeset(MinutesPaper(HEAD, (closing,)), Edition.PARALLEL, large=large))
        texts = [page.get_textpage().get_text_range() for page in document]
        document.close()
        (signed,) = [text for text in texts if "The Chair" in text]
        assert "omega." in signed
        assert "La Relatoría" in signed
        assert signed.count("Lugar y fecha") == 2


def minutes(section: int, *annexes: int) -> MinutesPaper:
    """Minutes with so many lines in the one section and in each annex."""
    parts = tuple(PaperSection(Said.same(f"Attached {count}"), lines(count, "Item")) for count in annexes)
    sections = (PaperSection(Said.same("Section"), lines(section)),)
    return MinutesPaper(HEAD, sections, parts, unnumbered=len(parts) == 1)


def test_a_short_annex_follows_on_the_page_and_a_longer_one_where_there_is_room() -> None:
    assert len(pages(minutes(10, 5))) == 1
    first = pages(minutes(4, 40))[0]
    assert "Line 3." in first
    assert re.search(r"^Annex\s*$", first, re.MULTILINE)


def test_an_annex_that_does_not_fit_begins_a_page() -> None:
    document = typeset(minutes(20, 20), Edition.EN)
    first, second = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(document))
    assert "Annex" not in first
    assert re.search(r"^Annex\s*$", second, re.MULTILINE)
    assert "Item 19." in second


@pytest.mark.parametrize(("edition", "word"), [(Edition.EN, "Annex"), (Edition.FR, "Annexe"), (Edition.ES, "Anexo")])
def test_an_only_annex_has_no_number_and_several_are_counted(edition: Edition, word: str) -> None:
    def printed(paper: MinutesPaper) -> list[str]:
        document = pypdfium2.PdfDocument(typeset(paper, edition))
        return "\n".join(page.get_textpage().get_text_range() for page in document).splitlines()

    assert [one.strip() for one in printed(minutes(4, 5)) if one.startswith(word)] == [word]
    several = [one.strip() for one in printed(minutes(4, 5, 6)) if one.startswith(word)]
    assert several == [f"{word} I", f"{word} II"]
    approved_before = replace(minutes(4, 5), unnumbered=False)
    assert [one.strip() for one in printed(approved_before) if one.startswith(word)] == [f"{word} I"]


@pytest.mark.parametrize("count", range(20, 40))
def test_a_document_does_not_end_with_a_page_of_two_lines(count: int) -> None:
    last = pages(record(*lines(count)))[-1]
    assert sum(f"Line {number}." in last for number in range(count)) > 2


Length = tuple[str, int]
"""A text of one thing so many times: short to print when a test fails."""

lengths = st.one_of(
    st.tuples(st.just("word "), st.integers(0, 1500)),
    st.tuples(st.just("x"), st.integers(0, 400)),
)


def grown(length: Length) -> Said:
    word, count = length
    return Said.same(word * count)


def read(data: bytes) -> str:
    """All that a document says."""
    return "".join(tag.text for tag in Reader(data).tree().walk() if tag.name not in {"Span", "Link"})


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(st.lists(st.tuples(lengths, st.integers(0, 3000)), max_size=4), lengths, st.booleans())
def test_a_table_of_any_cells_is_set_whole(rows: list[tuple[Length, int]], head: Length, large: bool) -> None:
    cells = tuple((grown(first), Said.same("7" * figures)) for first, figures in rows)
    table = DataTable((Column(grown(head), 3), Column(Said.same("B"), 1, figures=True)), cells, grown(head))
    data = typeset(record(table), Edition.EN, large=large)
    sound(data)
    text = read(data)
    assert text.count("7") == sum(figures for _, figures in rows) + SEVENS
    unfolded = all(tag.name != "Table" for tag in Reader(data).tree().walk())
    assert not unfolded or (large and rows)
    nameless = [head for (_, count), _ in rows if not count]  # unfolded, only such a first cell needs its heading
    heads = [head, *nameless] if unfolded else [head, head]
    assert text.count("x") == sum(count for word, count in (*heads, *(first for first, _ in rows)) if word == "x")


SEVENS = read(typeset(record(), Edition.EN)).count("7")
"""In the masthead."""


@settings(max_examples=20, deadline=None, phases=QUICK)
@given(lengths, lengths, st.lists(lengths, max_size=4), st.booleans())
def test_a_record_of_any_lengths_is_set(first: Length, second: Length, others: list[Length], large: bool) -> None:
    title, long, names = grown(first), grown(second), tuple(map(grown, others))
    vote = VoteBlock(long, (VoteList(Said.same("In favour:"), names, long),), names)
    blocks = (
        Heading(title),
        Listing((Entry(long, title), *(Entry(name) for name in names)), title),
        StateColumns(title, names),
        DecisionBlock(title, (Para(long, lead=title),), title, long, vote),
        Signatures((Signature(title, long), Signature(long, title, title), Signature(title))),
    )
    sound(typeset(record(*blocks, title=f"T {title.en}", below=long.en), Edition.EN, large=large))


def test_a_sentence_that_is_not_translated_is_marked_once() -> None:
    decided = Para(Said("to establish a hub."), lead=Said("Decides"))
    said = read(typeset(record(decided), Edition.FR))
    assert "[texte non disponible en français] Decides to establish a hub." in said


@settings(max_examples=15, deadline=None, phases=QUICK)
@given(lengths, lengths, st.integers(0, 12), st.booleans())
def test_minutes_and_agendas_of_any_titles_are_set(first: Length, second: Length, count: int, large: bool) -> None:
    meeting, title = grown(first), grown(second)
    head = replace(HEAD, meeting=meeting, place_and_dates=title, item=title)
    parts = (PaperSection(title, (Para(title, numbered=True),)),) * count
    sound(typeset(MinutesPaper(head, parts, parts[:2]), Edition.EN, large=large))
    item = AgendaLine(title, title, (Entry(title, meeting),), (AgendaLine(title), AgendaLine(meeting)))
    sound(typeset(AgendaPaper(head, (item,) * count), Edition.EN, large=large))


@pytest.mark.parametrize("large", [False, True])
def test_what_nobody_should_write_is_set_all_the_same(large: bool) -> None:
    title, paragraph = "title " * 1000, "paragraph of a text " * 1000
    cells = DataTable((Column(Said.same("A")),) * 2, ((Said.same(paragraph), Said.same("x" * 300)),) * 2)
    rows = DataTable((Column(Said.same("A")),) * 2, ((Said.same("a"), Said.same("b")),) * 193)
    text = read(typeset(record(cells, rows, title=title), Edition.EN, large=large))
    assert text.count("title") == 1000
    assert text.count("paragraph") == 2000
    assert "x" * 300 in text


def test_a_word_of_several_pages_is_set() -> None:
    assert "x" * 20_000 in read(typeset(record(Para(Said.same("x" * 20_000))), Edition.EN))


@given(
    st.lists(st.tuples(st.floats(0.1, 5), st.floats(0, 400)), min_size=1, max_size=6),
    st.floats(100, 800),
)
def test_columns_share_the_width_and_each_has_room_for_its_longest_word(
    columns: list[tuple[float, float]], total: float
) -> None:
    needed = [need for _share, need in columns]
    given_ = widths([share for share, _need in columns], total, needed)
    assert sum(given_) == pytest.approx(total)
    bounded = [min(need, total / 2) for need in needed]
    if sum(bounded) <= total:
        assert all(width >= need - 0.001 for width, need in zip(given_, bounded, strict=True))


def test_short_texts_stand_on_a_line_each_where_the_others_keep_their_room() -> None:
    lines: tuple[list[float], ...] = ([], [40.0, 80.0, 100.0], [])
    roomy = with_short([5, 1, 1], 400, [60, 30, 30], lines)
    assert roomy[1] >= 100
    assert sum(roomy) == pytest.approx(400)
    tight = with_short([5, 1, 1], 300, [200, 30, 30], lines)
    assert 40 <= tight[1] < 80
    assert tight[0] >= 200 - 0.001
    assert with_short([5, 1], 400, [60, 30], ([], [200.0])) == widths([5, 1], 400, [60, 30])


def test_days_of_decisions_stand_on_a_line_each_in_spanish() -> None:
    columns = tuple(
        Column(Said.words(title), share, short=title == "Date of adoption")
        for title, share in (("Decision", 1.4), ("Title", 6.0), ("Date of adoption", 2.0))
    )
    title = Said.same("Cooperación con el ACNUDH y otros aliados")
    row = (Said.same("2026/1"), title, Said.by(lambda words: words.date(date(2026, 9, 22))))
    document = pypdfium2.PdfDocument(typeset(record(DataTable(columns, (row,))), Edition.ES))
    text = "\n".join(page.get_textpage().get_text_range() for page in document).replace("\u00a0", " ")
    assert "22 de septiembre de 2026" in text


def test_under_its_sentence_a_table_of_high_rows_begins_on_the_page() -> None:
    """The page stood empty for a second high row, and the sentence went along."""
    high = "\n".join(["A line"] * 9)
    rows = tuple((Said.same(str(one)), Said.same(high)) for one in range(4))
    table = DataTable((Column(Said.same("No.")), Column(Said.same("What"), 4)), rows)
    filling = tuple(Para(Said.same("Words that fill the page. " * 8), numbered=True) for _ in range(6))
    document = pypdfium2.PdfDocument(typeset(record(*filling, Para(Said.same("Listed below:")), table), Edition.EN))
    first = document[0].get_textpage().get_text_range()
    assert "Listed below:" in first
    assert first.count("A line") == 9


@pytest.mark.parametrize("count", [6, 7, 8, 9])
@pytest.mark.parametrize("before", range(10, 15))
def test_of_high_rows_each_page_is_filled_under_one_head(before: int, count: int) -> None:
    """The head stood twice on a page that had room for the second row, which had been left for the next."""
    high = "\n".join(["A line"] * count)
    rows = tuple((Said.same(str(one)), Said.same(high)) for one in range(3))
    table = DataTable((Column(Said.same("No.")), Column(Said.same("Evidence"), 4)), rows)
    found = pages(record(*lines(before), table, *lines(10)), gap=2 * GAP)
    shown = [text for text in found if "A line" in text]
    assert [text.count("Evidence") for text in shown] == [1] * len(shown)
    assert sum(text.count("A line") for text in shown) == 3 * count
    assert all(text.count("A line") % count == 0 for text in shown), "no row is parted"


def test_a_day_of_a_follow_up_action_is_in_two_lines_at_most_in_three_columns() -> None:
    """“31 de / agosto / de / 2026” stood in the Spanish column."""
    columns = tuple(Column(Said.words(title), share) for title, share in COLUMNS if title != "Arising from")
    what = Trilingual("Publish the guide", "Publier le guide des échanges", "Publicar la guía de intercambios")
    who = Trilingual("Coordinator", "Coordination", "Coordinación")
    row = (Said.of(what), Said.of(who), Said.by(lambda words: words.date(date(2026, 8, 31))))
    document = pypdfium2.PdfDocument(typeset(record(DataTable(columns, (row,))), Edition.PARALLEL))
    lines = [line.strip() for page in document for line in page.get_textpage().get_text_range().splitlines()]
    assert "31 de agosto" in lines


def test_large_print_parts_no_name_of_a_state_in_the_table_of_the_committee() -> None:
    data = typeset(kinds.paper(DocumentKind.COMMITTEE, kinds.Size.STATES), Edition.EN, large=True)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    assert any("Azerbaijan" in page for page in pages)


BEGAN, LAST = date(2024, 1, 1), date(2027, 12, 31)
SPELLS = tuple(
    TimelineSpell(row, Period(BEGAN, date(2027, 5, 9)), Said.same(f"Seat {row}"), Said.same(""), SpellLook.FULL, 4)
    for row in range(5)
)
CHART = Timeline(SPELLS, BEGAN, LAST, date(2026, 11, 25), Said.same("The Committee by year."))
"""Five seats over four years."""


def test_a_timeline_stands_with_its_legend_and_gives_way_to_the_foot_before_it_leaves_the_page() -> None:
    high = []
    for count in range(1, 30):
        table = replace(TABLE, rows=TABLE.rows[:1] * count)
        blocks = (table, Note(Said.same("By year: the legend.")), CHART)
        data = typeset(RecordPaper(HEAD, Said.same("Composition"), blocks), Edition.EN)
        pages = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]
        said_on = [page.get_text_range() for page in pages]
        (on,) = [number for number, text in enumerate(said_on) if "the legend" in text]
        assert all(f"Seat {row}" in said_on[on] for row in range(5)), count
        found = [pages[on].get_charbox(said_on[on].index(f"Seat {row}")) for row in (0, 4)]
        high.append(round(found[0][1] - found[1][1], 1))
    assert min(high) < max(high), "it is smaller where the page has less room"
    assert min(high) > max(high) * 0.6, "and can still be read"


@pytest.mark.parametrize("members", [8, 14, 15, 16, 17])
def test_a_roll_call_of_a_small_network_is_ticked_and_signed_on_one_sheet(members: int) -> None:
    """The sheet of fourteen members had a second page with nothing but the lines to sign on."""
    facts = kinds.facts(kinds.Size.STATES)
    (text,) = pages(roll_call_paper(replace(facts, memberships=facts.memberships[:members])))
    assert "The Chair" in text
    assert "The Rapporteur" in text


@pytest.mark.parametrize("members", [*range(18, 22), 30, *range(45, 54)])
def test_a_longer_roll_call_is_signed_on_the_page_on_which_its_list_ends(members: int) -> None:
    """From some members on the signatures had a page of their own: who signed it signed nothing."""
    facts = kinds.facts(kinds.Size.STATES)
    *before, last = pages(roll_call_paper(replace(facts, memberships=facts.memberships[:members])))
    assert before
    for said in ("Second", "Total", f"\n{members} ", "The Chair", "The Rapporteur"):
        assert said in last.replace("\r", ""), said
    assert "Total" not in "".join(before)
