"""Minutes leave as a document, are corrected by anyone in any word processor, and say what is asked for."""

import re
import shutil
import subprocess
import uuid
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.blocks import Para
from nmirf_desktop.domain.corrected_minutes import Asking, Compared, Departed, Flag, ReadCorrection, compared
from nmirf_desktop.domain.papers import MinutesPaper, fingerprint
from nmirf_desktop.domain.word_marks import plain
from nmirf_desktop.domain.word_units import units_come, units_left
from nmirf_desktop.exchange.minutes_documents import MinutesCopy, as_docx
from nmirf_desktop.exchange.word_reading import read_word
from nmirf_desktop.i18n import Language, catalog
from tests.documents import kinds
from tests.documents.kinds import Size
from tests.word_edits import WordEdits, w

NOTICE = ("Correct your own statements only.", "Until 12 February 2027.")


@cache
def copy_of(size: Size, language: Language = Language.EN) -> MinutesCopy:
    """Minutes as they leave."""
    paper = kinds.minutes(size)
    assert isinstance(paper, MinutesPaper)
    count = sum(isinstance(one, Para) and one.numbered for part in paper.sections for one in part.blocks)
    keys = {number: str(uuid.UUID(int=number << 64 | 0xABCDEF)) for number in range(1, count + 1)}
    return MinutesCopy(paper, keys, "Draft minutes", "", NOTICE, fingerprint(paper, language))


@cache
def made(size: Size, language: Language = Language.EN) -> bytes:
    """The file as it leaves."""
    return as_docx(copy_of(size, language), catalog(language))


@cache
def departed(size: Size, language: Language, folder: Path) -> Departed:
    """What left, read as what comes back is read."""
    path = folder / "left.docx"
    path.write_bytes(made(size, language))
    return Departed(language, units_left(read_word(path).lines), copy_of(size, language).keys, {})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("corrected")


Corrected = Callable[[WordEdits], tuple[ReadCorrection, ...]]


def asked(edits: WordEdits, folder: Path, size: Size = Size.SMALL, language: Language = Language.EN) -> Compared:
    """What a corrected file asks for."""
    path = edits.save(folder / "came.docx")
    return compared(departed(size, language, folder), units_come(read_word(path).lines))


@pytest.fixture
def edits() -> WordEdits:
    return WordEdits(made(Size.SMALL))


def said(number: int) -> str:
    """The text of a paragraph of the small minutes."""
    paragraphs = WordEdits(made(Size.SMALL))
    return paragraphs.text(paragraphs.numbered(number)).partition("\t")[2]


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("bookmarks", [True, False])
def test_an_unchanged_file_asks_for_nothing(folder: Path, size: Size, language: Language, bookmarks: bool) -> None:
    edits = WordEdits(made(size, language))
    if not bookmarks:
        edits.drop_bookmarks()
    departed.cache_clear()
    assert asked(edits, folder, size, language).corrections == ()


@pytest.mark.parametrize("size", list(Size))
def test_the_same_minutes_give_the_same_bytes(size: Size) -> None:
    assert as_docx(copy_of(size), catalog(Language.EN)) == made(size)


@pytest.mark.parametrize("bookmarks", [True, False])
def test_recorded_changes_ask_for_other_words(edits: WordEdits, folder: Path, bookmarks: bool) -> None:
    if not bookmarks:
        edits.drop_bookmarks()
    edits.replace(14, "workshops", "seminars")
    [one] = asked(edits, folder).corrections
    assert (one.asking, one.number, one.paragraph) == (Asking.WORDS, 14, copy_of(Size.SMALL).keys[14])
    assert (one.before, one.after) == (said(14), said(14).replace("workshops", "seminars"))
    assert one.authors == ("Delegate of Morocco",)
    assert one.at is not None
    assert one.flags == frozenset(() if bookmarks else {Flag.BY_NUMBER})


def test_what_was_changed_without_recording_is_found_and_said(edits: WordEdits, folder: Path) -> None:
    edits.replace(14, "workshops", "seminars", tracked=False)
    edits.replace(16, "statement", "short statement")
    first, second = asked(edits, folder).corrections
    assert (first.after, first.flags) == (said(14).replace("workshops", "seminars"), frozenset({Flag.UNTRACKED}))
    assert second.flags == frozenset()


def test_without_bookmarks_a_changed_paragraph_is_found_by_number_and_nearest_text(
    edits: WordEdits, folder: Path
) -> None:
    edits.replace(14, "two workshops", "three long seminars", tracked=False)
    edits.drop_bookmarks()
    [one] = asked(edits, folder).corrections
    assert (one.number, one.flags) == (14, frozenset({Flag.UNTRACKED, Flag.BY_NUMBER}))


def test_without_bookmark_and_number_it_is_found_by_its_text(edits: WordEdits, folder: Path) -> None:
    edits.drop_bookmarks()
    paragraph = edits.numbered(14)
    edits.delete(paragraph, 0, 4, tracked=False)
    edits.replace_in(paragraph, "workshops", "seminars", tracked=False)
    [one] = asked(edits, folder).corrections
    assert (one.number, one.after) == (14, said(14).replace("workshops", "seminars"))
    assert Flag.BY_TEXT in one.flags


def test_a_comment_is_a_remark_on_the_words_that_it_quotes(edits: WordEdits, folder: Path) -> None:
    edits.comment(edits.numbered(14), "two workshops", "There were three.", "Ana")
    [one] = asked(edits, folder).corrections
    assert (one.asking, one.number, one.after) == (Asking.REMARK, 14, "")
    assert [(note.author, note.quotes, note.text) for note in one.comments] == [
        ("Ana", "two workshops", "There were three.")
    ]


def test_a_paragraph_taken_out_one_more_and_one_that_moved(edits: WordEdits, folder: Path) -> None:
    edits.remove(14)
    edits.add_after(16, "The delegation added that it would help.")
    gone, more = asked(edits, folder).corrections
    assert (gone.asking, gone.number, gone.before, gone.after) == (Asking.REMOVAL, 14, said(14), "")
    assert more.number == 16
    assert more.after.endswith("\nThe delegation added that it would help.")
    assert more.asking is Asking.WORDS


def test_a_paragraph_added_without_recording_stands_after_its_neighbour(edits: WordEdits, folder: Path) -> None:
    edits.add_after(16, "The delegation added that it would help.", tracked=False)
    [more] = asked(edits, folder).corrections
    assert (more.asking, more.number) == (Asking.ADDITION, 16)
    assert (more.after, more.flags) == ("The delegation added that it would help.", frozenset({Flag.UNTRACKED}))


def test_numbers_headings_lists_and_votes_are_told_apart(edits: WordEdits, folder: Path) -> None:
    edits.replace(14, "14.", "15.")
    edits.replace_in([one for one in edits.paragraphs if "Officers" in edits.text(one)][-1], "Officers", "Bureau")
    votes = next(one for one in edits.paragraphs if edits.text(one).startswith("Brazil, Côte d’Ivoire"))
    edits.replace_in(votes, "Brazil, ", "", tracked=False)
    found = asked(edits, folder).corrections
    assert [one.asking for one in found] == [Asking.GENERATED] * 3
    assert not any(one.usual for one in found)
    heading, number, vote = found
    assert "Bureau" in heading.after
    assert Flag.NUMBER in number.flags
    assert vote.number == 25
    assert vote.flags == frozenset({Flag.UNTRACKED})


def test_rows_of_tables_and_cells_are_told_apart(edits: WordEdits, folder: Path) -> None:
    edits.replace_in(edits.saying("1st sitting"), "1st", "first")
    [one] = asked(edits, folder).corrections
    assert (one.asking, one.number) == (Asking.GENERATED, 3)


@pytest.mark.parametrize(
    ("old", "new"), [("Paraguay, Philippines, ", ""), ("Paraguay, Philippines, Portugal", "Chile")]
)
def test_a_list_of_a_vote_written_over_without_tracking_is_no_paragraph_more(
    edits: WordEdits, folder: Path, old: str, new: str
) -> None:
    edits.replace_in(edits.saying("Paraguay, Philippines, Portugal."), old, new, tracked=False)
    [one] = asked(edits, folder).corrections
    assert (one.asking, one.usual, one.flags) == (Asking.GENERATED, False, frozenset({Flag.UNTRACKED}))
    assert one.before == "Paraguay, Philippines, Portugal."


def test_lines_of_a_list_that_were_taken_out_are_one_correction(edits: WordEdits, folder: Path) -> None:
    for name in ("France", "Ghana", "Indonesia"):
        line = next(one for one in edits.paragraphs if edits.text(one) == name)
        edits.delete(line, 0, len(name))
    [one] = asked(edits, folder).corrections
    assert (one.asking, one.number, one.before.split("\n"), one.after) == (
        Asking.GENERATED, 5, ["France", "Ghana", "Indonesia"], "",
    )  # fmt: skip


@pytest.mark.parametrize("bookmarks", [True, False])
def test_a_paragraph_that_was_moved_is_said_whether_it_was_recorded_or_not(folder: Path, bookmarks: bool) -> None:
    edits = WordEdits(made(Size.SMALL))
    edits.numbered(16).addnext(edits.numbered(14))
    recorded = WordEdits(made(Size.SMALL))
    paragraph = recorded.numbered(14)
    copy = deepcopy(paragraph)
    for one, name in ((paragraph, "moveFrom"), (copy, "moveTo")):
        for run in list(one.iter(w("r"))):
            holder = recorded.change(name)
            run.addprevious(holder)
            holder.append(run)
        recorded.mark_end(one, name)
    recorded.numbered(16).addnext(copy)
    for mark in [one for one in copy.iter() if one.tag in (w("bookmarkStart"), w("bookmarkEnd"))]:
        mark.getparent().remove(mark)
    for file in (edits, recorded):
        if not bookmarks:
            file.drop_bookmarks()
        [one] = asked(file, folder).corrections
        assert (one.asking, one.number, one.before) == (Asking.MOVE, 14, said(14))


def test_what_another_word_processor_loses_is_not_asked_for(edits: WordEdits, folder: Path) -> None:
    """Without styles, bookmarks, tabs and keywords, as pages in a browser write it."""
    edits.replace(14, "workshops", "seminars")
    edits.drop_bookmarks()
    for one in list(edits.root.iter(w("pStyle"), w("sectPr"))):
        one.getparent().remove(one)
    for one in list(edits.root.iter(w("tab"))):
        if one.getparent().tag == w("r"):
            one.addnext(edits.run("  ")[0])
            one.getparent().remove(one)
    [one] = asked(edits, folder).corrections
    assert (one.number, one.after) == (14, said(14).replace("workshops", "seminars"))


def test_what_a_file_lacks_was_not_asked_to_go_where_it_is_an_excerpt(edits: WordEdits, folder: Path) -> None:
    for paragraph in edits.paragraphs:
        text = edits.text(paragraph)
        if not text.startswith(("14.\t", "16.\t")):
            paragraph.getparent().remove(paragraph)
    edits.replace(14, "workshops", "seminars", tracked=False)
    result = asked(edits, folder)
    assert result.excerpt
    assert [one.number for one in result.corrections] == [14]


def test_one_paragraph_that_is_not_there_any_more_is_said(edits: WordEdits, folder: Path) -> None:
    gone = edits.numbered(14)
    gone.getparent().remove(gone)
    [one] = asked(edits, folder).corrections
    assert (one.asking, one.number, one.flags) == (Asking.REMOVAL, 14, frozenset({Flag.UNTRACKED}))
    assert not one.usual


def test_ends_of_paragraphs_that_were_taken_out_join_them(edits: WordEdits, folder: Path) -> None:
    edits.mark_end(edits.numbered(16), "del")
    [one] = asked(edits, folder).corrections
    assert (one.number, one.flags) == (17, frozenset({Flag.JOINED}))


def test_who_puts_in_what_another_takes_out_asks_for_nothing(edits: WordEdits, folder: Path) -> None:
    paragraph = edits.numbered(14)
    edits.insert(paragraph, 10, "very ")
    new = next(one for one in paragraph.iter(edits.element("ins").tag))
    run = new[0]
    for part in run:
        if part.tag.endswith("}t"):
            part.tag = part.tag[:-1] + "delText"
    inner = edits.change("del", run)
    new.append(inner)
    assert asked(edits, folder).corrections == ()


def test_a_text_in_another_language_is_corrected_in_that_language(edits: WordEdits, folder: Path) -> None:
    number = next(n for n in copy_of(Size.SMALL).keys if "[text not available" in edits.text(edits.numbered(n)))
    text = edits.text(edits.numbered(number))
    word = text.rsplit(" ", 1)[-1]
    edits.replace(number, word, "x.")
    [one] = asked(edits, folder).corrections
    assert one.language is not Language.EN
    assert Flag.ORIGINAL in one.flags
    assert "[" not in one.after


LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"], exclude_characters="\u00ad\u200b")
TEXTS = st.text(LETTERS, max_size=12)
EDIT = st.tuples(st.sampled_from(["insert", "delete", "type", "erase"]), st.integers(0, 400), st.integers(0, 60), TEXTS)


def apply(edits: WordEdits, paragraph: object, text: str, edit: tuple[str, int, int, str]) -> str:
    """Do an edit to the part of a paragraph that no earlier one touched, and to its text."""
    kind, at, long, new = edit
    lead = edits.text(paragraph).index("\t") + 1
    at = at % (len(text) + 1)
    end = min(len(text), at + long)
    if kind in ("insert", "type"):
        edits.insert(paragraph, lead + at, new, tracked=kind == "insert")
        return text[:at] + new + text[at:]
    edits.delete(paragraph, lead + at, lead + end, tracked=kind == "delete")
    return text[:at] + text[end:]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([5, 14, 16, 19, 27]), st.data(), st.booleans())
def test_any_edits_come_back_as_exactly_the_text_that_was_meant(
    folder: Path, number: int, data: st.DataObject, bookmarks: bool
) -> None:
    edits = WordEdits(made(Size.SMALL))
    paragraph = edits.numbered(number)
    meant = said(number)
    edit = data.draw(EDIT)
    meant = apply(edits, paragraph, meant, edit)
    if not any(one.tag.endswith("}del") for one in paragraph.iter()):
        meant = apply(edits, paragraph, meant, data.draw(EDIT))
    if not bookmarks:
        edits.drop_bookmarks()
        assume(len(plain(meant)) > len(said(number)) * 0.7)
    found = asked(edits, folder).corrections
    if plain(meant) == plain(said(number)):
        assert found == ()
        return
    [one] = found
    assert one.number == number
    if plain(meant):
        assert (one.asking, one.after) == (Asking.WORDS, meant.strip())
    else:
        assert (one.asking, one.after) == (Asking.REMOVAL, "")


@pytest.mark.parametrize("language", list(Language))
def test_a_file_is_whole_for_who_cannot_see_it_and_for_who_checks_its_spelling(language: Language) -> None:
    edits = WordEdits(made(Size.SMALL, language))
    locale = {Language.EN: "en-GB", Language.FR: "fr-FR", Language.ES: "es-ES"}[language]
    body = edits.root[0]
    styles = [one.get(w("val")) for one in body.iter(w("pStyle"))]
    assert styles.count("Heading1") == 10
    assert "Title" in styles
    assert list(body.iter(w("tblHeader")))
    assert all(one.get(w("val")) for one in body.iter(w("tblCaption")))
    assert not list(body.iter(w("numPr")))  # a number is text: a line put in before it does not change it
    assert locale in {one.get(w("val")) for one in body.iter(w("lang"))}
    core, settings = (edits.parts[name].decode() for name in ("docProps/core.xml", "word/settings.xml"))
    assert f"<dc:language>{locale}</dc:language>" in core
    assert "<dc:title>NMIRF/2027/2 – " in core
    assert "lastPrinted" not in core
    assert not any("Macintosh" in content.decode(errors="ignore") for content in edits.parts.values())
    assert "<w:trackRevisions/>" in settings
    assert "proofState" not in settings
    marks = [one.get(w("name")) for one in body.iter(w("bookmarkStart"))]
    assert len(marks) == len({mark.lower() for mark in marks})
    assert all(len(mark) <= 40 and re.fullmatch("[A-Za-z][A-Za-z0-9_]*", mark) for mark in marks)
    foot = next(content.decode() for name, content in edits.parts.items() if "footer" in name)
    assert all(f" {asked} " in foot for asked in ("PAGE", "NUMPAGES"))
    sizes = [(one.get(w("w")), one.get(w("h"))) for one in body.iter(w("pgSz"))]
    assert set(sizes) == {("11906", "16838")}
    assert not any(name.endswith((".jpeg", ".bin")) for name in edits.parts)


@pytest.mark.parametrize("language", list(Language))
def test_tables_have_room_for_their_longest_words_and_stand_within_the_margins(language: Language) -> None:
    edits = WordEdits(made(Size.SMALL, language))
    tables = list(edits.root.iter(w("tbl")))
    assert len(tables) == 3
    for table in tables:
        widths = [int(one.get(w("w"))) for one in table.iter(w("gridCol"))]
        assert abs(sum(widths) - 9070) <= len(widths)
        assert table.find(f".//{w('tblInd')}").get(w("w")) == "0"
        for row in table.iter(w("tr")):
            for width, cell in zip(widths, row.iter(w("tc")), strict=True):
                longest = max((word for one in cell.iter(w("t")) for word in (one.text or "").split(" ")), key=len)
                assert width - 120 >= 115 * len(longest), longest  # 5.75 points for each sign, of 9.5 points


def test_what_is_above_stays_with_what_it_is_of_and_states_begin_where_texts_do() -> None:
    edits = WordEdits(made(Size.SMALL))
    kept = {edits.text(one) for one in edits.paragraphs if one.find(f".//{w('keepNext')}") is not None}
    assert {"Annual workshop", "In favour:"} <= kept
    assert any(
        text.startswith("Draft decision L.2 thus became decision 2027/2")
        for text in (one.partition("\t")[2] for one in kept)
    )
    styles = edits.parts["word/styles.xml"].decode()
    lefts = dict(re.findall(r'w:styleId="(Minutes(?:Text|States))".*?<w:ind [^>]*w:left="(\d+)"', styles, re.DOTALL))
    firsts = dict(re.findall(r'w:styleId="(MinutesStates)".*?w:hanging="(\d+)"', styles, re.DOTALL))
    assert int(lefts["MinutesStates"]) - int(firsts["MinutesStates"]) == int(lefts["MinutesText"])


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("language", list(Language))
def test_numbers_are_those_of_the_pdf(size: Size, language: Language) -> None:
    paper = copy_of(size).paper
    edits = WordEdits(made(size, language))
    counted = [one for part in paper.sections for one in part.blocks if isinstance(one, Para) and one.numbered]
    styled = [one for one in edits.paragraphs if one[0][0].get(w("val")) == "MinutesParagraph"]
    assert [edits.text(one).partition("\t")[0] for one in styled] == [f"{n}." for n in range(1, len(counted) + 1)]
    for block, paragraph in zip(counted, styled, strict=True):
        first = block.text.read(language).text.split("\n")[0]
        assert plain(first)[-20:] in plain(edits.text(paragraph).replace("…", "..."))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_libreoffice_keeps_what_was_corrected(edits: WordEdits, folder: Path) -> None:
    edits.replace(14, "workshops", "seminars")
    edits.replace(16, "statement", "short statement", tracked=False)
    edits.comment(edits.numbered(19), "Morocco", "By whom?")
    edits.remove(20)
    edits.add_after(26, "A paragraph more.")
    before = asked(edits, folder).corrections
    saved = folder / "saved"
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
    ]
    subprocess.run([*command, "--outdir", saved, folder / "came.docx"], check=True, capture_output=True, timeout=120)
    lines = read_word(saved / "came.docx").lines
    after = compared(departed(Size.SMALL, Language.EN, folder), units_come(lines)).corrections
    assert [(one.asking, one.number, one.before, one.after, one.flags) for one in after] == [
        (one.asking, one.number, one.before, one.after, one.flags) for one in before
    ]
    assert [len(one.comments) for one in after] == [len(one.comments) for one in before]
