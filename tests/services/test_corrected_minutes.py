"""Members correct minutes in a word processor: what they ask for is looked at, then recorded once, in one step."""

import datetime
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.corrected_minutes import Asking, Flag, ReadCorrection
from nmirf_desktop.domain.corrected_minutes_said import noted_before, remark_said, to_know_said
from nmirf_desktop.domain.correction_requests import CorrectionRequest, RequestSource
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.minutes import Circulation, Minutes
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.word_marks import ParagraphMark
from nmirf_desktop.exchange.packages import BROKEN
from nmirf_desktop.exchange.word_reading import NO_DOCUMENT, PROTECTED, TOO_LARGE
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.corrected_minutes import (
    APPROVED,
    CHANGED_SINCE,
    EARLIER,
    LOST,
    NO_MINUTES,
    NOT_SENT,
    NOTHING_ASKED,
    NOTHING_CHOSEN,
    OTHER_MEETING,
    OTHER_REGISTER,
    Asker,
    CorrectedFile,
    CorrectedMinutes,
)
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.minutes_files import ONE_EACH, ONLY_MINUTES, MinutesFiles
from nmirf_desktop.services.requests import Request
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.minutes import MINUTES
from tests.registers import MEMBERS, Desk, Hand
from tests.word_edits import WordEdits, w

Network = tuple[Desk, Meeting, AgendaItem]
CIRCULATED, UNTIL = datetime.date(2026, 12, 10), datetime.date(2027, 1, 10)
RECEIVED = datetime.date(2026, 12, 15)
LATER = Hand(datetime.datetime(2027, 2, 1, 12, tzinfo=datetime.UTC))
WORDS = catalog(Language.EN)
MOROCCO = Asker("MAR")


@pytest.fixture
def book(network: Network) -> MinuteBook:
    """The minute book of a meeting at which Morocco spoke, and whose minutes circulate."""
    desk, meeting, item = network
    sitting = desk.sittings.all(meeting.key)[0]
    desk.sittings.open(sitting.key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    desk.clock.forward(10)
    note = Intervention(new_key(), meeting.key, item.key, desk.clock.at, "MAR", note="welcomed the report")
    desk.sittings.note(note)
    desk.sittings.note(
        Intervention(new_key(), meeting.key, item.key, desk.clock.at, body=Trilingual("OHCHR"), note="offered support")
    )
    desk.clock.forward(60)
    desk.sittings.close(sitting.key)
    book = MinuteBook(desk.store, desk.states, LATER)
    book.draft(meeting.key)
    found = book.minutes(meeting.key)
    assert found is not None
    book.circulate(found.key, Circulation(CIRCULATED, UNTIL))
    return book


@pytest.fixture
def corrected(network: Network) -> CorrectedMinutes:
    desk = network[0]
    return CorrectedMinutes(desk.store, desk.states, LATER)


def left(network: Network, language: Edition = Edition.EN) -> WordEdits:
    """The file as it leaves."""
    desk, meeting, _ = network
    files = MinutesFiles(desk.store, desk.states, LATER)
    return WordEdits(files.contents(Request(DocumentKind.MINUTES, meeting.key, (language,)))[0][1])


def shown(corrected: CorrectedMinutes, edits: WordEdits, folder: Path, meeting: Meeting | None = None) -> CorrectedFile:
    """What a saved file asks for."""
    path = edits.save(folder / "Morocco.docx")
    return corrected.preview(corrected.read(path), meeting.key if meeting is not None else None)


def number_of(edits: WordEdits, text: str) -> int:
    """The number of the paragraph in which a text stands."""
    return int(edits.text(edits.saying(text)).partition(".")[0])


def test_the_file_says_how_until_when_and_in_which_language(network: Network, book: MinuteBook) -> None:
    edits = left(network, Edition.FR)
    text = "\n".join(map(edits.text, edits.paragraphs))
    assert "10 janvier 2027" in text.replace("\u00a0", " ")
    core = edits.parts["docProps/core.xml"].decode()
    assert "fr-FR" in core
    assert "2026-12-10T00:00:00Z" in core
    assert b'w:val="fr-FR"' in edits.parts["word/styles.xml"]


def test_the_files_of_three_languages_have_names_of_their_own_and_the_same_bytes(
    network: Network, book: MinuteBook, tmp_path: Path
) -> None:
    desk, meeting, _ = network
    files = MinutesFiles(desk.store, desk.states, LATER)
    request = Request(DocumentKind.MINUTES, meeting.key, SEPARATE)
    written = files.export(request, tmp_path)
    assert [path.name for path in written] == [f"NMIRF-2026-2-Minutes-{one}.docx" for one in ("EN", "FR", "ES")]
    assert files.standing(request, tmp_path) == tuple(path.name for path in written)
    before = [path.read_bytes() for path in written]
    assert [path.read_bytes() for path in files.export(request, tmp_path)] == before
    for problem, wrong in (
        (ONE_EACH, Request(DocumentKind.MINUTES, meeting.key, (Edition.PARALLEL,))),
        (ONLY_MINUTES, Request(DocumentKind.DECISIONS, meeting.key)),
    ):
        with pytest.raises(Problem) as caught:
            files.export(wrong, tmp_path)
        assert caught.value.message == problem


def test_tracked_changes_and_comments_become_requests_in_one_step(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    number = number_of(edits, "welcomed")
    edits.replace(number, "welcomed", "commended")
    edits.comment(edits.saying("offered"), "support", "Which support?")
    found = shown(corrected, edits, tmp_path)
    assert [(one.asking, one.number) for one in found.corrections] == [
        (Asking.WORDS, number), (Asking.REMARK, number_of(edits, "offered")),
    ]  # fmt: skip
    assert found.authors == ("Delegate of Morocco",)
    assert found.notes == ()
    assert corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS) == 2
    listed = book.requests.of(found.minutes.key)
    words, remark = sorted((one.request for one in listed), key=lambda one: not one.text)
    assert words.text == "The representative of Morocco commended the report."
    assert (words.state, words.received_on, words.source) == ("MAR", RECEIVED, RequestSource.DOCUMENT)
    assert (remark_said(remark, WORDS), remark.note) == ("On “support”: Which support?", "")
    assert corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS) == 0
    undo.undo(network[0].store)
    assert book.requests.of(found.minutes.key) == ()


MORE = "The representative of Morocco also offered to host."


def asking(edits: WordEdits) -> WordEdits:
    """A file that asks for other words, a paragraph more and one less, with a comment on a whole paragraph."""
    number = number_of(edits, "welcomed")
    edits.replace(number, "report", "long report")
    edits.add_after(number, MORE, tracked=False)
    offered = edits.saying("offered support")
    edits.comment(offered, edits.text(offered), "Which support?")
    edits.remove(number_of(edits, "No observer"))
    return edits


def told(book: MinuteBook, meeting: Meeting, language: Language) -> set[str]:
    """What the requests say beside the words of their paragraphs."""
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    said = (remark_said(one.request, catalog(language)) for one in book.requests.of(minutes.key))
    return {line for one in said for line in one.split("\n") if line}


def test_what_a_file_asks_for_is_said_in_the_language_of_the_reader_and_without_a_number(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    found = shown(corrected, asking(left(network)), tmp_path)
    assert corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS) == 4
    english = told(book, network[1], Language.EN)
    assert f"To be added after the paragraph: “{MORE}”" in english
    (comment,) = (one for one in english if one.startswith("On “"))
    assert comment.startswith("On “The representative of OHCHR"), "the number of the paragraph is not kept"
    french = told(book, network[1], Language.FR)
    assert f"À ajouter après le paragraphe\u00a0: «\u00a0{MORE}\u00a0»" in french
    assert len(french) == len(english) == 3
    assert not french & english
    assert all(one.request.note == "" for one in book.requests.of(found.minutes.key))


@pytest.mark.parametrize("language", Language)
def test_the_same_file_is_recognised_in_any_language_also_as_programs_of_before_recorded_it(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path, language: Language
) -> None:
    found = shown(corrected, asking(left(network)), tmp_path)
    assert corrected.recorded(found, MOROCCO) == frozenset()
    for one in found.corrections:
        book.requests.record(
            CorrectionRequest(
                "", found.minutes.key, RECEIVED, one.language, one.paragraph, "MAR",
                text=one.after if one.asking is Asking.WORDS else "", note=noted_before(one, catalog(language)),
                removal=one.asking is Asking.REMOVAL, about=one.about,
            )
        )  # fmt: skip
    every = frozenset(one.key for one in found.corrections)
    assert corrected.recorded(found, MOROCCO) == corrected.recorded(found, Asker()) == every
    assert corrected.recorded(found, Asker("GHA")) == frozenset()
    for tongue in Language:
        assert corrected.record(found, found.usual, MOROCCO, RECEIVED, catalog(tongue)) == 0
    assert corrected.record(found, found.usual, Asker("GHA"), RECEIVED, WORDS) == 4
    assert corrected.record(found, found.usual, Asker("GHA"), RECEIVED, catalog(Language.ES)) == 0


def test_a_paragraph_that_is_asked_for_is_added_after_the_one_that_was_named(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network, Edition.FR)
    edits.add_after(number_of(edits, "welcomed"), "Le Maroc propose d’accueillir la réunion.", tracked=False)
    found = shown(corrected, edits, tmp_path)
    corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS)
    (asked,) = book.requests.of(found.minutes.key)
    assert (asked.request.addition, asked.request.changes, asked.flags) == (True, False, ())
    before = [one.key for one in book.paragraphs(found.minutes.key)]
    book.requests.accept(asked.request.key, UNTIL)
    after = book.paragraphs(found.minutes.key)
    place = before.index(asked.request.paragraph or "")
    assert [one.key for one in after if one.key in before] == before
    text = after[place + 1].text
    assert (text.source, text.en, text.fr) == (Language.FR, "", "Le Maroc propose d’accueillir la réunion.")
    assert (after[place + 1].item, after[place + 1].section) == (after[place].item, after[place].section)
    (asked,) = book.requests.of(found.minutes.key)
    assert asked.flags == ()
    undo.undo(network[0].store)
    assert [one.key for one in book.paragraphs(found.minutes.key)] == before
    assert book.requests.of(found.minutes.key)[0].request.open
    book.requests.accept_otherwise(asked.request.key, UNTIL, "Le Maroc invite la réunion.")
    assert book.paragraphs(found.minutes.key)[place + 1].text.fr == "Le Maroc invite la réunion."


def test_an_accepted_correction_reads_as_the_member_wrote_it(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.replace(number_of(edits, "welcomed"), "welcomed", "commended", tracked=False)
    found = shown(corrected, edits, tmp_path)
    assert found.corrections[0].flags == frozenset({Flag.UNTRACKED})
    corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS)
    book.requests.accept(book.requests.of(found.minutes.key)[0].request.key, UNTIL)
    assert "The representative of Morocco commended the report." in {
        one.text.en for one in book.paragraphs(found.minutes.key)
    }


def test_a_paragraph_struck_out_in_the_file_goes_as_that_is_accepted(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.remove(number_of(edits, "welcomed"))
    found = shown(corrected, edits, tmp_path)
    assert [one.asking for one in found.corrections] == [Asking.REMOVAL]
    corrected.record(found, [one.key for one in found.corrections], MOROCCO, RECEIVED, WORDS)
    (asked,) = book.requests.of(found.minutes.key)
    assert (asked.request.removal, asked.flags) == (True, ())
    book.requests.accept(asked.request.key, UNTIL)
    assert not any("welcomed" in one.text.en for one in book.paragraphs(found.minutes.key))


def test_a_file_of_an_earlier_version_does_not_overwrite_what_was_written_since_unseen(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.replace(number_of(edits, "welcomed"), "report", "long report")
    minutes = book.minutes(network[1].key)
    assert minutes is not None
    row = next(one for one in book.paragraphs(minutes.key) if "welcomed" in one.text.en)
    book.write(row.key, row.text.with_text(Language.EN, "The representative of Morocco greeted the report."))
    found = shown(corrected, edits, tmp_path)
    corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS)
    (asked,) = book.requests.of(minutes.key)
    assert asked.changed
    with pytest.raises(Refusal, match="reads otherwise now"):
        book.requests.accept(asked.request.key, UNTIL)


def test_only_what_is_ticked_is_recorded_and_nothing_for_nobody(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.replace(number_of(edits, "welcomed"), "welcomed", "commended")
    edits.replace_in(edits.saying("Members represented"), "Members", "States", tracked=False)
    found = shown(corrected, edits, tmp_path)
    assert [one.asking for one in found.corrections] == [Asking.GENERATED, Asking.WORDS]
    assert found.usual == {found.corrections[1].key}
    with pytest.raises(Refusal) as refused:
        corrected.record(found, (), MOROCCO, RECEIVED, WORDS)
    assert refused.value.message == NOTHING_CHOSEN
    with pytest.raises(Problem):
        corrected.record(found, found.usual, Asker(), RECEIVED, WORDS)
    assert book.requests.of(found.minutes.key) == ()


def test_the_file_is_kept_with_each_request_and_goes_with_them(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    desk, files = network[0], Attachments(network[0].store, LATER)
    edits = left(network)
    for said in ("welcomed the report", "offered support"):
        paragraph = edits.saying(said)
        edits.insert(paragraph, len(edits.text(paragraph)), " It was heard.")
    found = shown(corrected, edits, tmp_path)
    assert corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS) == 2
    asked = [one.request for one in book.requests.of(found.minutes.key)]
    kept = [files.of(Holder(HolderKind.CORRECTION_REQUEST, one.key)) for one in asked]
    assert [[one.name for one in each] for each in kept] == [["Morocco.docx"]] * 2
    assert {files.content(one.key) for each in kept for one in each} == {(tmp_path / "Morocco.docx").read_bytes()}
    undo.undo(desk.store)
    assert book.requests.of(found.minutes.key) == ()
    assert files.of(Holder(HolderKind.CORRECTION_REQUEST, asked[0].key)) == ()


def test_words_that_would_be_refused_as_they_are_accepted_are_not_recorded_unless_somebody_wants_them(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    desk, meeting, _ = network
    edits = left(network)
    edits.replace(number_of(edits, "welcomed"), "report", "long report")
    heard = next(one for one in desk.sittings.interventions(meeting.key) if one.state == "MAR")
    assert [one.usual for one in shown(corrected, edits, tmp_path).corrections] == [True]
    desk.sittings.attribute(heard.key, Attribution.UNATTRIBUTED)
    (one,) = shown(corrected, edits, tmp_path).corrections
    assert not one.usual
    assert "names a speaker whom the minutes are not to name" in to_know_said(one, WORDS)
    edits.replace(number_of(edits, "welcomed"), "The representative of Morocco", "A delegation")
    assert [one.usual for one in shown(corrected, edits, tmp_path).corrections] == [True]


def test_an_unchanged_file_asks_for_nothing(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    for edition in SEPARATE:
        found = shown(corrected, left(network, edition), tmp_path)
        assert found.corrections == ()
        assert found.notes == (Phrase(NOTHING_ASKED, {"file": "Morocco.docx"}),)


@pytest.mark.parametrize("edition", SEPARATE)
def test_a_file_without_bookmarks_is_told_by_its_symbol_and_its_texts(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path, edition: Edition
) -> None:
    edits = left(network, edition)
    text = edits.text(edits.numbered(1))
    edits.replace(1, text.rsplit(" ", 1)[-1], "X.", tracked=False)
    edits.drop_bookmarks()
    found = shown(corrected, edits, tmp_path)
    assert (found.language, found.corrections[0].number) == (Language(edition), 1)
    assert LOST in {note.message for note in found.notes}


def test_without_bookmarks_and_keywords_the_shown_meeting_counts_and_the_language_is_found(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network, Edition.ES)
    edits.replace(1, edits.text(edits.numbered(1)).rsplit(" ", 1)[-1], "X.", tracked=False)
    edits.drop_bookmarks()
    del edits.parts["docProps/core.xml"]
    assert shown(corrected, edits, tmp_path, network[1]).language is Language.ES
    with pytest.raises(Problem) as caught:
        shown(corrected, edits, tmp_path)
    assert caught.value.message == NO_MINUTES


def test_a_file_of_another_meeting_says_so(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    desk, meeting, _ = network
    other = replace(meeting, key=new_key(), symbol="NMIRF/2026/EX1", kind=MeetingKind.EXTRAORDINARY, number=1)
    with desk.store.write("plan a meeting") as session:
        MEETINGS.save(session, other)
    edits = left(network)
    edits.replace(1, "meeting", "gathering")
    with pytest.raises(Problem) as caught:
        shown(corrected, edits, tmp_path, other)
    assert caught.value.message == OTHER_MEETING
    assert shown(corrected, edits, tmp_path).meeting == meeting


@pytest.mark.parametrize("bookmarks", [True, False])
def test_a_file_of_another_register_says_so_although_its_symbol_is_the_same(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path, bookmarks: bool
) -> None:
    _desk, meeting, _ = network
    edits = left(network)
    edits.replace(number_of(edits, "welcomed"), "welcomed", "praised")
    for name, content in edits.parts.items():
        edits.parts[name] = content.replace(meeting.key.encode(), new_key().encode())
    if bookmarks:
        foreign = ParagraphMark(Language.EN, new_key(), "0" * 8)
        for one in edits.root.iter(w("bookmarkStart")):
            if ParagraphMark.read(one.get(w("name"), "")) is not None:
                one.set(w("name"), foreign.name)
    else:
        edits.drop_bookmarks()
    with pytest.raises(Problem) as refused:
        shown(corrected, edits, tmp_path, meeting)
    assert refused.value.message == OTHER_REGISTER


def test_a_file_of_an_earlier_version_is_compared_with_what_left_then(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    number = number_of(edits, "welcomed")
    minutes = book.minutes(network[1].key)
    assert minutes is not None
    row = next(one for one in book.paragraphs(minutes.key) if "welcomed" in one.text.en)
    book.write(row.key, row.text.with_text(Language.EN, "The representative of Morocco greeted the report."))
    edits.replace(number, "report", "long report", tracked=False)
    [one] = shown(corrected, edits, tmp_path).corrections
    assert (one.before, one.after) == (
        "The representative of Morocco welcomed the report.",
        "The representative of Morocco welcomed the long report.",
    )
    assert one.flags == frozenset({Flag.OLDER, Flag.UNTRACKED})
    assert EARLIER in {note.message for note in shown(corrected, edits, tmp_path).notes}


def test_minutes_that_changed_since_the_preview_refuse_it(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.replace(number_of(edits, "welcomed"), "welcomed", "commended")
    found = shown(corrected, edits, tmp_path)
    book.circulate_again(found.minutes.key, Circulation(CIRCULATED, datetime.date(2027, 1, 20)))
    with pytest.raises(Refusal) as refused:
        corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS)
    assert refused.value.message == CHANGED_SINCE


def test_a_body_is_named_as_it_was_heard(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.replace(number_of(edits, "offered"), "offered", "promised")
    found = shown(corrected, edits, tmp_path)
    assert Trilingual("OHCHR") in corrected.askers(found).bodies
    assert corrected.asker(found, None, "ohchr") == Asker(body=Trilingual("OHCHR"))
    assert corrected.asker(found, "maroc", None) == MOROCCO
    assert corrected.record(found, found.usual, Asker(body=Trilingual("OHCHR")), RECEIVED, WORDS) == 1


# ---- what is no such file, or means harm ----


def package(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DEEP = b"<w:document " + W + b">" + b"<w:sdt>" * 100_000 + b"</w:sdt>" * 100_000 + b"</w:document>"
BOMB = b"<w:document " + W + b">" + b" " * 20_000_000 + b"</w:document>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document ' + W + b">&a;</w:document>"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", NO_DOCUMENT),
        (b"%PDF-1.7", NO_DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), PROTECTED),
        (b"PK\x03\x04 and nothing more", BROKEN),
        (package({"xl/workbook.xml": b"<a/>"}), NO_DOCUMENT),
        (package({"word/document.xml": b"<w:document"}), BROKEN),
        (package({"word/document.xml": ENTITIES}), BROKEN),
        (package({"word/document.xml": BOMB}), TOO_LARGE),
        (package({"word/document.xml": DEEP}), NO_MINUTES),
    ],
)
def test_what_is_no_such_file_is_said_and_nothing_is_run(
    corrected: CorrectedMinutes, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "came.docx"
    path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        corrected.preview(corrected.read(path))
    assert caught.value.message == message


def test_macros_pictures_and_links_to_elsewhere_are_not_looked_at(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.replace(number_of(edits, "welcomed"), "welcomed", "commended")
    edits.parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    link = (
        b'<Relationship Id="rIdX" TargetMode="External" Target="http://127.0.0.1:9/x" Type="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    edits.parts[name] = edits.parts[name].replace(b"</Relationships>", link)
    assert len(shown(corrected, edits, tmp_path).corrections) == 1


def test_thousands_of_joined_lines_and_remarks_are_read(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    line = b'<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="x"/></w:rPr></w:pPr><w:r><w:t>' + b"x" * 200
    many = b"".join(line + b'</w:t></w:r><w:commentRangeStart w:id="%d"/></w:p>' % number for number in range(15_000))
    edits.comment(edits.numbered(1), "meeting", "Which?")
    edits.save(tmp_path / "x.docx")
    file = WordEdits((tmp_path / "x.docx").read_bytes())
    file.parts["word/document.xml"] = file.parts["word/document.xml"].replace(b"</w:body>", many + b"</w:body>")
    path = tmp_path / "many.docx"
    path.write_bytes(package(file.parts))
    assert corrected.preview(corrected.read(path)).corrections


def test_approved_minutes_take_no_corrections(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path
) -> None:
    edits = left(network)
    edits.replace(1, "meeting", "gathering")
    found = shown(corrected, edits, tmp_path)
    book.approve(found.minutes.key, datetime.date(2027, 1, 11))
    with pytest.raises(Refusal):
        corrected.record(found, found.usual, MOROCCO, RECEIVED, WORDS)
    again = shown(corrected, edits, tmp_path)
    assert APPROVED in {note.message for note in again.notes}
    with pytest.raises(Refusal):
        corrected.record(again, again.usual, MOROCCO, RECEIVED, WORDS)
    assert book.requests.of(found.minutes.key) == ()


def test_a_draft_that_nobody_was_sent_says_so(network: Network, corrected: CorrectedMinutes, tmp_path: Path) -> None:
    desk, meeting, _ = network
    MinuteBook(desk.store, desk.states, LATER).draft(meeting.key)
    edits = left(network)
    edits.replace(1, "meeting", "gathering")
    assert NOT_SENT in {note.message for note in shown(corrected, edits, tmp_path).notes}


@pytest.mark.parametrize("edition", SEPARATE)
def test_the_words_of_the_program_in_an_unchanged_file_are_no_request_whatever_the_minutes_are_by_then(
    network: Network, book: MinuteBook, corrected: CorrectedMinutes, tmp_path: Path, edition: Edition
) -> None:
    def asked(edits: WordEdits) -> tuple[ReadCorrection, ...]:
        return shown(corrected, edits, tmp_path).corrections

    desk, meeting, _ = network
    sent = left(network, edition)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    with desk.store.write("as it was before it left") as session:
        MINUTES.save(session, Minutes(minutes.key, meeting.key))
    drafted = left(network, edition)
    assert asked(sent) == asked(drafted) == ()
    book.circulate(minutes.key, Circulation(CIRCULATED, UNTIL))
    assert asked(drafted) == ()
    book.circulate_again(minutes.key, Circulation(CIRCULATED, datetime.date(2027, 1, 20)))
    assert asked(sent) == asked(drafted) == ()
    book.approve(minutes.key, datetime.date(2027, 1, 25))
    assert asked(sent) == asked(drafted) == ()
    how = sent.paragraphs[next(at for at, one in enumerate(sent.paragraphs) if sent.text(one).startswith("1.\t")) - 2]
    assert sent.text(how)
    sent.comment(how, sent.text(how)[:5], "Is this so?")
    (remark,) = asked(sent)
    assert (remark.asking, remark.after, len(remark.comments)) == (Asking.REMARK, "", 1)
