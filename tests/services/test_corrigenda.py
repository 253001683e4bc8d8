"""Corrigenda of approved minutes on a real register: numbered, exact, of one language or three, and then immutable."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.blocks import Heading, Para
from nmirf_desktop.domain.corrigenda import Erratum, as_printed, check_erratum
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.kept_papers import as_it_was, kept
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.papers import MinutesPaper, RecordPaper, fingerprint
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Asked, Request
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.corrections import CORRIGENDA, ERRATA
from nmirf_desktop.storage.session import Session
from tests import samples
from tests.documents import kinds

DAY = datetime.date(2026, 6, 1)
WORDS = catalog(Language.EN)
PRINTED = "Ecuador’s own mechanism had concluded two agreements"


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Secretariat]:
    """The sample register; its minutes of 2025 are approved and have no corrigendum yet."""
    with open_register(samples.sample(tmp_path_factory, tmp_path / "sample.nmirf"), author="coordinator") as store:
        yield Secretariat(store)


def minutes(desk: Secretariat, symbol: str = "NMIRF/2025") -> Minutes:
    meeting = next(one for one in desk.meetings.list() if one.symbol == symbol)
    found = desk.minutes.minutes(meeting.key)
    assert found is not None
    return found


def closing(book: MinuteBook, key: str) -> str:
    return next(one.key for one in book.paragraphs(key) if one.slot == "closing")


def paper(desk: Secretariat, found: Minutes, edition: Edition) -> RecordPaper:
    (content,) = [
        one
        for one in desk.papers.contents(Request(DocumentKind.CORRIGENDUM, found.meeting, (edition,)))
        if one.edition is edition
    ]
    assert isinstance(content.paper, RecordPaper)
    return content.paper


def test_the_words_must_stand_in_the_approved_text_exactly_and_once(desk: Secretariat) -> None:
    found, book = minutes(desk), desk.minutes
    new = book.corrigenda.begin(found.key, DAY)
    own = closing(book, found.key)
    number = len(book.paragraphs(found.key))
    wrong = Erratum("", new.key, 0, own, Language.EN, "The meeting was closd", "The meeting was closed")
    for erratum, said in (
        (wrong, f"Paragraph {number}: these words do not stand there in English"),
        (replace(wrong, passage="e"), "times in English"),
        (replace(wrong, passage="", words=""), "Give the words as they were printed"),
        (replace(wrong, passage="meeting", words="meeting"), "would read as they do"),
    ):
        with pytest.raises(Problem) as refused:
            book.corrigenda.add(erratum)
        assert said in refused.value.said_in(WORDS)
    assert book.corrigenda.of(found.key)[0].errata == ()


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("rose at 5.58\u00a0p.m.", "rose at 5.58 p.m."),
        ("31\u00a0March 2026", "31 March  2026"),
        ("the Chair’s “text”", 'the Chair\'s "text"'),
        ("a follow\u2011up in 2026–2027", "a follow-up in 2026-2027"),
    ],
)
def test_words_are_found_whatever_space_or_mark_was_printed(printed: str, typed: str) -> None:
    text = f"So said: {printed} Then all left."
    check_erratum(Erratum("one", "corrigendum", 0, "own", Language.EN, typed, "otherwise"), text, Phrase("Paragraph"))
    assert as_printed(typed, text) == printed


def test_an_erratum_keeps_the_words_as_they_were_printed(desk: Secretariat) -> None:
    found, book = minutes(desk), desk.minutes
    new = book.corrigenda.begin(found.key, DAY)
    own = closing(book, found.key)
    text = next(one.text.en for one in book.paragraphs(found.key) if one.key == own)
    assert "\u00a0" in text
    kept = book.corrigenda.add(Erratum("", new.key, 0, own, Language.EN, text.replace("\u00a0", " "), "It rose."))
    assert kept.passage == text


def test_a_corrigendum_bears_the_day_of_its_issue_and_says_before_that_it_is_for_good(desk: Secretariat) -> None:
    found, book = minutes(desk, "NMIRF/2026"), desk.minutes
    (first,) = book.corrigenda.of(found.key)
    request, later = Request(DocumentKind.CORRIGENDUM, found.meeting), DAY + datetime.timedelta(days=3)
    assert first.corrigendum.dated != later
    before = desk.papers.contents(request)[0].cautions
    assert [one.said_in(WORDS)[:48] for one in before] == ["Corrigendum 1 bears the day of its issue, and is"]
    desk.papers.issue(request, later)
    assert book.corrigenda.of(found.key)[0].corrigendum.dated == later
    assert {content.paper.masthead.dated for content in desk.papers.contents(request)} == {later}
    assert desk.papers.contents(request)[0].cautions == ()
    assert all(one.said for one in desk.papers.upcoming(request))


def test_a_corrigendum_of_one_language_is_made_in_that_one_alone(desk: Secretariat) -> None:
    found, book = minutes(desk), desk.minutes
    new = book.corrigenda.begin(found.key, DAY)
    own = closing(book, found.key)
    text = next(one.text.fr for one in book.paragraphs(found.key) if one.key == own)
    book.corrigenda.add(Erratum("", new.key, 0, own, Language.FR, text.split()[-1], "14 heures."))
    printed = paper(desk, found, Edition.FR)
    assert (printed.masthead.symbol, printed.masthead.item.en) == ("NMIRF/2025/2/Corr.1", "French only")
    with pytest.raises(Problem, match="of other languages"):
        desk.papers.preview(Request(DocumentKind.CORRIGENDUM, found.meeting, (Edition.EN,)))
    (issued,) = desk.papers.issue(Request(DocumentKind.CORRIGENDUM, found.meeting), DAY)
    assert (issued.language, issued.name) == (Edition.FR, "NMIRF-2025-2-Corr.1-Corrigendum-FR.pdf")


def test_the_formulas_are_those_of_the_united_nations(desk: Secretariat) -> None:
    found = minutes(desk, "NMIRF/2026")
    for edition, said in (
        (Edition.EN, ("Paragraph 35", "For", "two agreements", "read", "three agreements")),
        (Edition.FR, ("deux accords", "trois accords")),
        (Edition.ES, ("dos acuerdos", "tres acuerdos")),
    ):
        printed, language = paper(desk, found, edition), Language(edition)
        head, before, after = printed.blocks
        assert isinstance(head, Heading)
        assert isinstance(before, Para)
        assert isinstance(after, Para)
        told = (head.text, before.lead, before.text, after.lead, after.text)
        assert set(said) <= {one.read(language).text for one in told}
        assert not printed.masthead.item


def test_they_are_numbered_in_the_order_in_which_they_leave(desk: Secretariat) -> None:
    found, book = minutes(desk, "NMIRF/2026"), desk.minutes
    with pytest.raises(Refusal, match="not issued yet"):
        book.corrigenda.begin(found.key, DAY)
    desk.papers.issue(Request(DocumentKind.CORRIGENDUM, found.meeting), DAY)
    second = book.corrigenda.begin(found.key, DAY)
    assert second.number == 2
    own = next(one.key for one in book.paragraphs(found.key) if PRINTED in one.text.en)
    with pytest.raises(Problem, match="do not stand"):
        book.corrigenda.add(Erratum("", second.key, 0, own, Language.EN, "two agreements", "four agreements"))
    book.corrigenda.add(Erratum("", second.key, 0, own, Language.EN, "three agreements", "four agreements"))
    (read,) = [one for one in book.corrigenda.corrected(found.key) if one.language is Language.EN]
    assert "had concluded three agreements" in read.now
    assert PRINTED in read.approved


def test_what_was_issued_is_not_changed_by_verb_or_transaction(desk: Secretariat) -> None:
    found, book = minutes(desk, "NMIRF/2026"), desk.minutes
    (first,) = book.corrigenda.of(found.key)
    desk.papers.issue(Request(DocumentKind.CORRIGENDUM, found.meeting), DAY)
    erratum = first.errata[0][1]
    verbs: tuple[Callable[[], object], ...] = (
        lambda: book.corrigenda.add(replace(erratum, key="", passage="universities", words="schools")),
        lambda: book.corrigenda.drop(erratum.key),
        lambda: book.corrigenda.remove(first.corrigendum.key),
        lambda: undo.undo(desk.store),
    )
    for verb in verbs:
        with pytest.raises(Refusal):
            verb()
    writes: tuple[Callable[[Session], None], ...] = (
        lambda session: ERRATA.save(session, replace(erratum, words="many agreements")),
        lambda session: ERRATA.remove(session, erratum.key),
        lambda session: CORRIGENDA.save(session, replace(first.corrigendum, dated=DAY + datetime.timedelta(days=1))),
    )
    for write in writes:
        with pytest.raises(Refusal, match="was issued"), desk.store.write("anything") as session:
            write(session)
    assert book.corrigenda.of(found.key)[0].errata == first.errata


def test_what_is_taken_out_takes_with_it_what_rests_on_it(desk: Secretariat) -> None:
    found, book = minutes(desk, "NMIRF/2026"), desk.minutes
    (first,) = book.corrigenda.of(found.key)
    (_, erratum), *_ = first.errata
    book.corrigenda.add(replace(erratum, key="", passage="three agreements", words="several agreements"))
    book.corrigenda.drop(erratum.key)
    (left,) = book.corrigenda.of(found.key)
    assert left.languages == (Language.FR, Language.ES)
    book.corrigenda.remove(left.corrigendum.key)
    assert book.corrigenda.of(found.key) == ()
    undo.undo(desk.store)
    assert book.corrigenda.of(found.key) == (left,)


def test_minutes_that_are_open_have_no_corrigendum_and_one_of_nothing_is_not_printed(desk: Secretariat) -> None:
    found = minutes(desk)
    desk.minutes.corrigenda.begin(found.key, DAY)
    with pytest.raises(Problem, match="corrects nothing yet"):
        desk.papers.preview(Request(DocumentKind.CORRIGENDUM, found.meeting))
    planned = desk.papers.meeting(DocumentKind.AGENDA)
    with pytest.raises(Problem, match="has not begun"):
        desk.papers.contents(Request(DocumentKind.CORRIGENDUM, planned.key))


def test_the_command_line_takes_the_last_meeting_with_one(desk: Secretariat) -> None:
    request = desk.papers.request(Asked(DocumentKind.CORRIGENDUM), DAY)
    assert request.meeting == minutes(desk, "NMIRF/2026").meeting
    assert len(desk.papers.preview(request)) == len(Language)


def test_the_search_finds_what_was_put_right(desk: Secretariat) -> None:
    hits = search(desk.store, desk.states, "three agreements")
    assert any(one.screen == "minutes" for group in hits for one in group.found)


@pytest.mark.parametrize("size", kinds.Size)
def test_a_kept_paper_is_the_paper_that_was_kept(size: kinds.Size) -> None:
    paper = kinds.paper(DocumentKind.MINUTES, size)
    assert isinstance(paper, MinutesPaper)
    again = as_it_was(kept(paper))
    assert again == paper
    assert fingerprint(again, Edition.PARALLEL) == fingerprint(paper, Edition.PARALLEL)


def test_a_corrigendum_reaches_what_is_no_paragraph_and_names_it_by_what_it_is(desk: Secretariat) -> None:
    found, book = minutes(desk), desk.minutes.corrigenda
    blocks = {one.where.said_in(WORDS): one for one in book.blocks(found.key)}
    new = book.begin(found.key, DAY)
    decision = next(one for one in blocks if one.startswith("Decision 2025/"))
    line = blocks[decision].read(Language.EN).splitlines()[-2]
    for where, passage, words in (
        ("Annex I: Participants", "Participants", "Those who took part"),
        (decision, line, f"{line} (sic)"),
        ("Heading “Attendance”", "Attendance", "Who attended"),
    ):
        book.add(Erratum("", new.key, 0, None, Language.EN, passage, words, blocks[where].key))
    for passage, said in (
        ("these words stand nowhere", f"{decision}: these words do not stand there in English"),
        ("", f"{decision}: give the words that are wrong as they were printed"),
    ):
        with pytest.raises(Problem) as refused:
            book.add(Erratum("", new.key, 0, None, Language.EN, passage, "x", blocks[decision].key))
        assert said in refused.value.said_in(WORDS)
    with pytest.raises(Problem, match="no such paragraph"):
        book.add(Erratum("", new.key, 0, None, Language.EN, "a", "b", "s99"))
    heads = [one.text.en for one in paper(desk, found, Edition.EN).blocks if isinstance(one, Heading)]
    assert heads == ["Heading “Attendance”", decision, "Annex I: Participants"]
    desk.papers.issue(Request(DocumentKind.CORRIGENDUM, found.meeting), DAY)
    read = {one.where.said_in(WORDS): (one.approved, one.now) for one in book.corrected(found.key)}
    assert list(read) == heads
    assert read["Heading “Attendance”"] == ("Attendance", "Who attended")
    assert read[decision][1] == read[decision][0].replace(line, f"{line} (sic)")
    assert [(where.said_in(WORDS), one.passage) for where, one in book.of(found.key)[0].errata][1] == (decision, line)
