"""Documents of a real register: which meeting, what they say, their gaps, their files, and what was issued."""

import datetime
import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.editions import SEPARATE, TOGETHER, Edition
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.papers import AgendaPaper, MinutesPaper
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.states import Names
from nmirf_desktop.domain.symbols import file_name, symbol_of
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.unreviewed import concerning
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Asked, Request
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import TERMS
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.verification import verify
from tests.registers import MEMBERS, OPENS, Desk, Hand, said

Network = tuple[Desk, Meeting, AgendaItem]
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture
def papers(network: Network) -> Papers:
    """The documents of the small network."""
    desk, _, _ = network
    return Papers(desk.store, desk.states)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB, where the machine lets one be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def hold(network: Network) -> None:
    """The meeting is held, with everybody there."""
    desk, meeting, _ = network
    sitting = desk.sittings.all(meeting.key)[0]
    desk.sittings.open(sitting.key)
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    desk.clock.forward(60)
    desk.meetings.note_adoption(meeting.key, OPENS)
    desk.sittings.close(sitting.key)


def another(network: Network, year: int) -> Meeting:
    """One more annual meeting, in another year."""
    desk, meeting, _ = network
    opens = datetime.date(year, 5, 4)
    other = replace(
        meeting,
        key=f"m{year}",
        symbol=f"NMIRF/{year}",
        opens_on=opens,
        closes_on=opens,
        title=said(f"Meeting of {year}"),
    )
    desk.meetings.save(other)
    desk.agendas.add(AgendaItem(f"i{year}", other.key, 0, said("Review"), purpose=Purpose.REVIEW))
    return other


# ---- which meeting ----


def test_agendas_are_of_the_next_meeting_and_minutes_of_the_last(network: Network, papers: Papers) -> None:
    _, meeting, _ = network
    later = another(network, 2028)
    assert papers.meeting(DocumentKind.AGENDA).key == meeting.key
    hold(network)
    assert papers.meeting(DocumentKind.AGENDA).key == later.key
    assert papers.meeting(DocumentKind.ANNOTATED).key == later.key
    assert papers.meeting(DocumentKind.MINUTES).key == meeting.key
    assert papers.meeting(DocumentKind.ADOPTED).key == meeting.key


def test_a_meeting_is_found_by_its_symbol(network: Network, papers: Papers) -> None:
    assert papers.meeting(DocumentKind.MINUTES, "nmirf/2026").key == network[1].key
    with pytest.raises(Problem) as missing:
        papers.meeting(DocumentKind.MINUTES, "NMIRF/1999")
    words = catalog(Language.ES)
    assert missing.value.said_in(words) == ("No hay ninguna reunión con la signatura “NMIRF/1999”; hay: NMIRF/2026.")


@pytest.mark.parametrize("symbol", ["NMIRF/2026/1", "nmirf/2026/1/Add.1", " NMIRF/2026/L.3 ", "NMIRF/2026/DEC/1"])
def test_a_meeting_is_found_by_the_symbol_of_its_document(network: Network, papers: Papers, symbol: str) -> None:
    assert papers.meeting(DocumentKind.MINUTES, symbol).key == network[1].key


def test_of_two_symbols_with_one_beginning_the_longer_decides(network: Network, papers: Papers) -> None:
    desk, meeting, _ = network
    second = replace(meeting, key=new_key(), symbol="NMIRF/2026/A")
    desk.meetings.save(second)
    assert papers.meeting(DocumentKind.MINUTES, "NMIRF/2026/A/1").key == second.key
    assert papers.meeting(DocumentKind.MINUTES, "NMIRF/2026/1").key == meeting.key
    with pytest.raises(Problem, match="no meeting"):
        papers.meeting(DocumentKind.MINUTES, "NMIRF/20261")


def test_where_there_is_no_such_meeting_it_is_said(network: Network, papers: Papers) -> None:
    with pytest.raises(Problem, match="No meeting has been held"):
        papers.meeting(DocumentKind.MINUTES)
    hold(network)
    with pytest.raises(Problem, match="No meeting is planned"):
        papers.meeting(DocumentKind.AGENDA)


# ---- what they say ----


def agenda(papers: Papers, kind: DocumentKind, meeting: Meeting) -> AgendaPaper:
    paper = papers.contents(Request(kind, meeting.key))[0].paper
    assert isinstance(paper, AgendaPaper)
    return paper


def test_a_provisional_agenda_is_dated_by_what_was_done_with_it(network: Network, papers: Papers) -> None:
    desk, meeting, _ = network
    paper = agenda(papers, DocumentKind.AGENDA, meeting)
    assert (paper.masthead.symbol, paper.form) == ("NMIRF/2026/1", AgendaForm.PROVISIONAL)
    assert paper.masthead.dated == datetime.date(2026, 10, 24)
    desk.meetings.record_dispatch(AgendaDispatch("sent", meeting.key, datetime.date(2026, 10, 20)))
    assert agenda(papers, DocumentKind.AGENDA, meeting).masthead.dated == datetime.date(2026, 10, 20)
    desk.meetings.note_agreement(meeting.key, datetime.date(2026, 10, 12))
    assert agenda(papers, DocumentKind.AGENDA, meeting).masthead.dated == datetime.date(2026, 10, 12)


def test_annotations_and_documents_are_in_the_annotated_agenda_only(network: Network, papers: Papers) -> None:
    desk, meeting, item = network
    another(network, 2025)
    desk.agendas.save(replace(item, annotation=said("The meeting will look ahead."), purpose=Purpose.PREVIOUS_MINUTES))
    desk.proposals.propose(meeting.key, item.key, said("A plan"), said("Decides."))
    plain = agenda(papers, DocumentKind.AGENDA, meeting)
    assert not plain.annotated
    full = agenda(papers, DocumentKind.ANNOTATED, meeting)
    assert full.masthead.symbol == "NMIRF/2026/1/Add.1"
    assert full.items[0].annotation.en == "The meeting will look ahead."
    assert [one.label.fr for one in full.items[0].documents] == ["NMIRF/2025/2", "NMIRF/2026/L.1"]


def test_an_agenda_with_an_item_added_later_is_revised(network: Network, papers: Papers) -> None:
    desk, meeting, _ = network
    desk.agendas.add(AgendaItem("late", meeting.key, 0, said("Late"), supplementary=True))
    assert agenda(papers, DocumentKind.AGENDA, meeting).form is AgendaForm.REVISED


def test_translations_of_decisions_that_nobody_reviewed_are_named_before_they_are_issued(
    network: Network, papers: Papers
) -> None:
    """The text in the language of adoption is the original, and no draft; a decision by itself is told of alone."""
    desk, meeting, item = network
    desk.sittings.record(meeting.key, MEMBERS, PresenceKind.ARRIVED)
    text = Trilingual("Welcomes it.").with_text(Language.FR, "S’en félicite.")
    made = []
    host = Trilingual("Host").with_text(Language.FR, "Hôte").with_text(Language.ES, "Sede")
    for title in (said("Training"), host):
        desk.clock.forward()
        made.append(desk.proposals.adopt_by_consensus(desk.proposals.propose(meeting.key, item.key, title, text).key))

    def told(kind: DocumentKind, part: str | None = None, *editions: Edition) -> list[str]:
        (content,) = papers.contents(Request(kind, meeting.key, part=part))
        found = concerning(content.cautions, editions or SEPARATE)
        return [said for one in found if (said := one.said_in(catalog(Language.EN))).startswith("Still ")]

    assert told(DocumentKind.DECISION, made[0].key) == [
        "Still a draft, which nobody has reviewed: Decision 2026/1: text (French)."
    ]
    assert told(DocumentKind.DECISIONS) == [
        (
            "Still a draft, which nobody has reviewed: Decision 2026/1: text (French), Decision 2026/2: title (French, "
            "Spanish), Decision 2026/2: text (French)."
        )
    ]
    assert told(DocumentKind.DECISIONS, None, Edition(Language.EN)) == []


def test_an_agreed_agenda_that_was_changed_says_so_and_is_dated_by_the_change(network: Network, papers: Papers) -> None:
    desk, meeting, item = network
    agreed = datetime.date(2026, 11, 12)
    desk.clock.at = datetime.datetime(2026, 11, 12, 9, tzinfo=datetime.UTC)
    desk.meetings.note_agreement(meeting.key, agreed)
    desk.members.admit_founders(["PER"], MembershipKind.MEMBER)
    paper = agenda(papers, DocumentKind.AGENDA, meeting)
    assert (paper.masthead.dated, paper.form) == (agreed, AgendaForm.PROVISIONAL)
    assert papers.contents(Request(DocumentKind.AGENDA, meeting.key))[0].cautions == ()

    desk.clock.at = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
    changed = replace(item, title=item.title.with_text(Language.EN, "Other directions"))
    desk.agendas.save(changed)
    desk.clock.forward(60 * 48)
    desk.members.admit_founders(["CHL"], MembershipKind.MEMBER)
    (content,) = papers.contents(Request(DocumentKind.AGENDA, meeting.key))
    assert isinstance(content.paper, AgendaPaper)
    assert (content.paper.masthead.dated, content.paper.form) == (datetime.date(2026, 11, 24), AgendaForm.REVISED)
    assert [caution.said_in(catalog(Language.EN)) for caution in content.cautions] == [
        "The Committee agreed on this agenda on 12 November 2026; it was changed since, last on 24 November 2026.",
        "Still a draft, which nobody has reviewed: Item 1: title (English).",
    ]
    desk.agendas.save(item)
    assert agenda(papers, DocumentKind.AGENDA, meeting) == paper, "what was taken back is no change"
    desk.agendas.save(changed)
    desk.meetings.note_agreement(meeting.key, OPENS)
    assert agenda(papers, DocumentKind.AGENDA, meeting).form is AgendaForm.PROVISIONAL


def test_a_changed_agenda_says_in_three_languages_when_it_was_agreed_on_and_changed(
    network: Network, papers: Papers
) -> None:
    desk, meeting, _ = network
    term = Term(new_key(), Period(datetime.date(2026, 1, 1)), datetime.date(2026, 1, 1))
    with desk.store.write("test", Subject.COMMITTEE) as session:
        TERMS.save(session, term)
    desk.meetings.note_agreement(meeting.key, datetime.date(2026, 11, 12))
    desk.agendas.add(AgendaItem("late", meeting.key, 1, said("Late")))
    (note,) = agenda(papers, DocumentKind.AGENDA, meeting).notes
    assert note.text.read(Language.EN).text == (
        "Prepared by the Executive Committee, which agreed on it on 12 November 2026; "
        "changed since, last on 24 November 2026."
    )
    assert "modifié depuis, en dernier lieu le 24" in note.text.read(Language.FR).text
    assert "modificada desde entonces, por última vez el 24" in note.text.read(Language.ES).text


def test_completed_translations_and_annotations_of_another_paper_change_no_agreed_agenda(
    network: Network, papers: Papers
) -> None:
    desk, meeting, item = network
    item = replace(item, title=Trilingual(en="Future directions", source=Language.EN))
    desk.agendas.save(item)
    desk.meetings.note_agreement(meeting.key, datetime.date(2026, 11, 12))
    item = replace(item, title=item.title.with_text(Language.FR, "Orientations"))
    desk.agendas.save(item)
    assert agenda(papers, DocumentKind.AGENDA, meeting).form is AgendaForm.PROVISIONAL
    desk.agendas.save(replace(item, annotation=said("The meeting will look ahead.")))
    assert agenda(papers, DocumentKind.AGENDA, meeting).form is AgendaForm.PROVISIONAL
    assert agenda(papers, DocumentKind.ANNOTATED, meeting).form is AgendaForm.REVISED
    desk.agendas.remove(meeting.key, [item.key])
    desk.agendas.add(AgendaItem("other", meeting.key, 0, said("Other matters")))
    assert agenda(papers, DocumentKind.AGENDA, meeting).form is AgendaForm.REVISED


def test_an_agenda_has_to_be_there_and_to_be_adopted(network: Network, papers: Papers) -> None:
    desk, meeting, item = network
    with pytest.raises(Problem, match="has not been adopted yet"):
        papers.contents(Request(DocumentKind.ADOPTED, meeting.key))
    desk.meetings.note_adoption(meeting.key, OPENS)
    adopted = agenda(papers, DocumentKind.ADOPTED, meeting)
    assert (adopted.adopted_on, adopted.masthead.dated, adopted.form) == (OPENS, OPENS, AgendaForm.ADOPTED)
    desk.meetings.note_adoption(meeting.key, None)
    desk.agendas.remove(meeting.key, [item.key])
    with pytest.raises(Problem, match="has no items yet"):
        papers.contents(Request(DocumentKind.AGENDA, meeting.key))


def test_minutes_that_nobody_began_are_drafted(network: Network, papers: Papers) -> None:
    desk, meeting, _ = network
    hold(network)
    drafted = papers.contents(Request(DocumentKind.MINUTES, meeting.key))[0].paper
    MinuteBook(desk.store, desk.states).draft(meeting.key)
    assert papers.contents(Request(DocumentKind.MINUTES, meeting.key))[0].paper == drafted


def test_names_are_those_of_the_meeting_s_day(network: Network, papers: Papers) -> None:
    desk, meeting, _ = network
    hold(network)
    before = papers.contents(Request(DocumentKind.MINUTES, meeting.key))[0].paper
    rename(desk, OPENS + datetime.timedelta(days=1))
    assert Papers(desk.store, desk.states).contents(Request(DocumentKind.MINUTES, meeting.key))[0].paper == before
    rename(desk, OPENS)
    after = Papers(desk.store, desk.states).contents(Request(DocumentKind.MINUTES, meeting.key))[0].paper
    assert isinstance(after, MinutesPaper)
    assert "New Ghana" in str(after)


def rename(desk: Desk, since: datetime.date) -> None:
    new = Names("New Ghana", "Nouveau Ghana", "Nueva Ghana")
    desk.states.rename(Renaming(f"r{since}", "GHA", since, new, new, Names("", "le", "")))


# ---- gaps ----


def test_gaps_name_the_text_the_language_and_its_state(network: Network, papers: Papers) -> None:
    desk, meeting, item = network
    assert papers.contents(Request(DocumentKind.ANNOTATED, meeting.key))[0].gaps == ()
    title = item.title.with_text(Language.EN, "Future plans").with_text(Language.ES, "")
    desk.agendas.save(replace(item, title=title, annotation=Trilingual("Note")))
    found = papers.contents(Request(DocumentKind.AGENDA, meeting.key))[0].gaps
    assert [(one.language, one.state) for one in found] == [
        (Language.FR, TextState.OUTDATED),
        (Language.ES, TextState.MISSING),
    ]
    assert found[0].said_in(catalog(Language.FR)) == "Point 1\u00a0: titre"
    annotated = papers.contents(Request(DocumentKind.ANNOTATED, meeting.key))[0].gaps
    assert [one.said_in(catalog(Language.EN)) for one in annotated][2:] == ["Item 1: annotation"] * 2


def test_minutes_have_gaps_in_their_paragraphs(network: Network, papers: Papers) -> None:
    desk, meeting, _ = network
    hold(network)
    book = MinuteBook(desk.store, desk.states)
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    assert papers.contents(Request(DocumentKind.MINUTES, meeting.key))[0].gaps == ()
    book.add(book.paragraphs(minutes.key)[0].key, Trilingual(fr="Une pause.", source=Language.FR))
    gaps = papers.contents(Request(DocumentKind.MINUTES, meeting.key))[0].gaps
    assert [(one.said_in(catalog(Language.EN)), str(one.language)) for one in gaps] == [
        ("Paragraph 2", "en"),
        ("Paragraph 2", "es"),
    ]


# ---- files ----


def request(meeting: Meeting, *languages: Language) -> Request:
    return Request(DocumentKind.AGENDA, meeting.key, tuple(map(Edition, languages)) or SEPARATE)


def test_export_writes_one_file_for_each_language_into_a_folder_that_it_makes(
    network: Network, papers: Papers, tmp_path: Path
) -> None:
    steps: list[tuple[int, int]] = []
    folder = tmp_path / "new" / "folder"
    paths = papers.export(request(network[1]), folder, lambda step, of: steps.append((step, of)))
    assert [path.name for path in paths] == [f"NMIRF-2026-1-Agenda-{code}.pdf" for code in ("EN", "FR", "ES")]
    assert sorted(folder.iterdir()) == sorted(paths)
    assert all(path.read_bytes().startswith(b"%PDF-") for path in paths)
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_the_same_content_gives_the_same_bytes(network: Network, papers: Papers, tmp_path: Path) -> None:
    one = papers.export(request(network[1], Language.FR), tmp_path / "one")
    two = papers.export(request(network[1], Language.FR), tmp_path / "two")
    assert one[0].read_bytes() == two[0].read_bytes()


def test_a_read_only_register_can_be_exported(network: Network, tmp_path: Path) -> None:
    desk, meeting, _ = network
    hold(network)
    desk.store.close()
    with open_register(desk.store.path, read_only=True) as store:
        kinds = (DocumentKind.ADOPTED, DocumentKind.MINUTES)
        names = [
            path.name
            for kind in kinds
            for path in Papers(store, States(store)).export(Request(kind, meeting.key), tmp_path / "out")
        ]
    assert len(names) == 6


def test_a_file_in_the_folder_s_place_is_refused(network: Network, papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StorageError):
        papers.export(request(network[1]), tmp_path / "file")
    with pytest.raises(StorageError):
        papers.export(request(network[1]), tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text() == "mine"


def test_what_cannot_be_written_leaves_nothing_behind(network: Network, papers: Papers, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "NMIRF-2026-1-Agenda-FR.pdf").mkdir(parents=True)
    with pytest.raises(StorageError):
        papers.export(request(network[1], Language.FR), folder)
    assert [path.name for path in folder.iterdir()] == ["NMIRF-2026-1-Agenda-FR.pdf"]


def test_a_full_disk_is_said_and_nothing_is_half_written(network: Network, papers: Papers, tiny_disk: Path) -> None:
    (tiny_disk / "filling").write_bytes(b"x" * 60_000)
    with pytest.raises(StorageError, match="There is no room for the files"):
        papers.export(request(network[1]), tiny_disk)
    assert [path.name for path in tiny_disk.iterdir()] == ["filling"]


def test_a_file_name_cannot_leave_its_folder(network: Network) -> None:
    hostile = replace(network[1], symbol="../../NMIRF/2026\\x")
    assert (
        file_name(DocumentKind.MINUTES, symbol_of(DocumentKind.MINUTES, hostile), Edition.ES)
        == "NMIRF-2026-x-2-Minutes-ES.pdf"
    )


@pytest.mark.parametrize("edition", TOGETHER)
def test_three_languages_in_one_file_are_exported_issued_and_recognised(
    network: Network, papers: Papers, tmp_path: Path, edition: Edition
) -> None:
    wanted = Request(DocumentKind.AGENDA, network[1].key, (edition,))
    (file,) = papers.export(wanted, tmp_path)
    assert (
        file.name
        == {
            Edition.PARALLEL: "NMIRF-2026-1-Agenda-EN-FR-ES.pdf",
            Edition.CONSECUTIVE: "NMIRF-2026-1-Agenda-EN-FR-ES-consecutive.pdf",
        }[edition]
    )
    (issued,) = papers.issue(wanted, TODAY)
    assert (issued.language, issued.version) == (edition, 1)
    assert papers.bytes_of(issued) != file.read_bytes(), "what was not issued says so"
    assert papers.issue(wanted, TODAY) == (issued,)
    papers.export(wanted, tmp_path)
    assert papers.bytes_of(issued) == file.read_bytes()
    found = papers.identify(file)
    assert found.issued == issued
    assert f"{edition} edition in three languages, version 1" in found.said_in(catalog(Language.EN))
    assert "edición en tres idiomas" in found.said_in(catalog(Language.ES))


def test_editions_are_issued_each_for_itself(network: Network, papers: Papers) -> None:
    desk, meeting, item = network
    every = Request(DocumentKind.AGENDA, meeting.key, tuple(Edition))
    assert len({one.fingerprint for one in papers.issue(every, TODAY)}) == len(Edition)
    desk.agendas.save(replace(item, title=item.title.with_text(Language.ES, "Otra cosa")))
    again = papers.issue(every, TODAY)
    assert {one.language for one in again if one.version == 2} == {Edition.ES, *TOGETHER}


def test_what_has_wide_tables_is_not_set_in_columns(network: Network, papers: Papers) -> None:
    hold(network)
    with pytest.raises(Problem, match="Only agendas, minutes and decisions"):
        papers.preview(Request(DocumentKind.MEMBERS, None, (Edition.PARALLEL,), on=TODAY))


# ---- issued ----


def test_an_issued_document_is_kept_with_its_bytes(network: Network, papers: Papers) -> None:
    desk, meeting, _ = network
    told: list[Changes] = []
    desk.store.subscribe(told.append)
    issued = papers.issue(request(meeting), TODAY)
    assert told == [frozenset({Subject.DOCUMENTS})]
    assert [(one.language, one.version, one.issued_on) for one in issued] == [(one, 1, TODAY) for one in SEPARATE]
    for one in issued:
        assert hashlib.sha256(papers.bytes_of(one)).hexdigest() == one.sha256
        assert one.entry > 0
        assert len(one.entry_hash) == 64
    assert papers.issued(meeting.key) == papers.issued() == issued
    with desk.store.read() as session:
        assert not verify(session).faults


def test_what_still_says_the_same_is_not_issued_again(network: Network, papers: Papers) -> None:
    desk, meeting, item = network
    first = papers.issue(request(meeting), TODAY)
    assert papers.issue(request(meeting), TODAY) == first
    desk.agendas.save(replace(item, title=item.title.with_text(Language.FR, "Orientations futures")))
    second = papers.issue(request(meeting), TODAY + datetime.timedelta(days=1))
    assert [one.version for one in second] == [1, 2, 1]
    assert len(papers.issued(meeting.key)) == 4


def stamped(desk: Desk, papers: Papers, issued: IssuedDocument) -> bytes:
    """Other bytes under an issued document, as an older release would have set them."""
    with desk.store.write("test", Subject.DOCUMENTS) as session:
        ISSUED.save(session, issued, content=b"%PDF-as it was issued")
    return papers.bytes_of(issued)


def test_an_issued_document_is_exported_as_it_left_the_house(network: Network, papers: Papers, tmp_path: Path) -> None:
    desk, meeting, item = network
    (issued,) = papers.issue(request(meeting, Language.FR), TODAY)
    old = stamped(desk, papers, issued)
    assert papers.export(request(meeting, Language.FR), tmp_path)[0].read_bytes() == old
    large = replace(request(meeting, Language.FR), large=True)
    assert papers.export(large, tmp_path)[0].read_bytes() != old
    desk.agendas.save(replace(item, title=item.title.with_text(Language.FR, "Orientations futures")))
    assert papers.export(request(meeting, Language.FR), tmp_path)[0].read_bytes() != old
    assert papers.bytes_of(issued) == old


def test_renaming_a_state_changes_no_issued_document(network: Network, papers: Papers, tmp_path: Path) -> None:
    desk, meeting, _ = network
    hold(network)
    minutes = Request(DocumentKind.MINUTES, meeting.key)
    before = [papers.bytes_of(one) for one in papers.issue(minutes, TODAY)]
    rename(desk, OPENS + datetime.timedelta(days=30))
    assert [path.read_bytes() for path in papers.export(minutes, tmp_path)] == before
    assert [papers.bytes_of(one) for one in papers.issued(meeting.key)] == before


def test_approved_minutes_that_were_issued_stay_whatever_is_recorded_later(
    network: Network, papers: Papers, tmp_path: Path
) -> None:
    desk, meeting, _ = network
    hold(network)
    later = Hand(datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC))
    book = MinuteBook(desk.store, desk.states, later)
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    wanted = Request(DocumentKind.MINUTES, meeting.key, (Edition.FR,))
    book.circulate(minutes.key, Circulation(OPENS, OPENS))
    papers.issue(wanted, OPENS)
    book.approve(minutes.key, OPENS + datetime.timedelta(days=1))
    (approved,) = papers.issue(wanted, OPENS + datetime.timedelta(days=1))
    assert approved.version == 2
    desk.sittings.record(meeting.key, ["CHE"], PresenceKind.ARRIVED)
    assert papers.export(wanted, tmp_path)[0].read_bytes() == papers.bytes_of(approved)
    assert papers.preview(wanted) == (papers.bytes_of(approved),), "the preview is of what would be written"
    assert papers.issue(wanted, OPENS + datetime.timedelta(days=9)) == (approved,)


def test_a_draft_issued_on_or_after_the_day_of_the_approval_is_not_taken_for_the_approved_minutes(
    network: Network, papers: Papers
) -> None:
    desk, meeting, _ = network
    hold(network)
    book = MinuteBook(desk.store, desk.states, Hand(datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC)))
    book.draft(meeting.key)
    minutes = book.minutes(meeting.key)
    assert minutes is not None
    wanted = Request(DocumentKind.MINUTES, meeting.key, (Edition.FR,))
    book.circulate(minutes.key, Circulation(OPENS, OPENS))
    (draft,) = papers.issue(wanted, OPENS + datetime.timedelta(days=3))
    book.approve(minutes.key, OPENS + datetime.timedelta(days=1))
    (approved,) = papers.issue(wanted, OPENS + datetime.timedelta(days=3))
    assert (draft.version, approved.version) == (1, 2)
    assert papers.bytes_of(approved) != papers.bytes_of(draft)
    assert papers.issue(wanted, OPENS + datetime.timedelta(days=9)) == (approved,)


# ---- which document is this ----


def test_an_issued_pdf_is_recognised_under_any_name(network: Network, papers: Papers, tmp_path: Path) -> None:
    issued = papers.issue(request(network[1]), TODAY)
    path = tmp_path / "from a colleague.pdf"
    path.write_bytes(papers.bytes_of(issued[1]))
    found = papers.identify(path)
    assert found.issued == issued[1]
    said_in_french = found.said_in(catalog(Language.FR))
    assert "NMIRF/2026/1\u00a0: Ordre du jour provisoire, français, version 1, publié le" in said_in_french
    assert issued[1].fingerprint in said_in_french


def foot(content: bytes) -> str:
    """What stands in the foot of the first page."""
    with PdfDocument(content) as pdf:
        return next(line for line in str(pdf[0].get_textpage().get_text_range()).splitlines() if " · " in line)


@pytest.mark.parametrize(
    ("edition", "says"),
    [
        (Edition.EN, ("not issued", "issued on")),
        (Edition.FR, ("non publié", "publié le")),
        (Edition.ES, ("no publicado", "publicado el")),
        (Edition.PARALLEL, ("not issued", "issued on")),
    ],
)
def test_a_file_that_was_not_issued_says_so_in_its_foot_and_when_it_is_checked(
    network: Network, papers: Papers, tmp_path: Path, edition: Edition, says: tuple[str, str]
) -> None:
    desk, meeting, item = network
    said_so, changed = says
    wanted = Request(DocumentKind.AGENDA, meeting.key, (edition,))
    (draft,) = papers.export(wanted, tmp_path / "draft")
    assert foot(draft.read_bytes()).startswith(f"NMIRF/2026/1 · {said_so} · ")
    (issued,) = papers.issue(wanted, TODAY)
    assert " version 1 · " in foot(papers.bytes_of(issued)).replace("versión", "version")
    found = papers.identify(draft)
    assert found.said_in(catalog(Language.EN)).endswith("By its own words it was exported without being issued.")
    desk.agendas.save(replace(item, title=said("Other directions")))
    (later,) = papers.export(wanted, tmp_path / "later")
    said_later = foot(later.read_bytes())
    assert f" · {changed}" in said_later, "a draft of the next version has no number yet"
    assert said_so not in said_later
    assert papers.identify(later).said_in(catalog(Language.EN)).endswith("exported without being issued.")


def test_a_superseded_document_names_the_version_after_it(network: Network, papers: Papers, tmp_path: Path) -> None:
    desk, meeting, item = network
    (first,) = papers.issue(request(meeting, Language.EN), TODAY)
    path = papers.export_issued(first, tmp_path)
    assert papers.identify(path).stands
    last = first
    for day, title in ((1, "Other directions"), (2, "Directions")):
        desk.agendas.save(replace(item, title=said(title)))
        (last,) = papers.issue(request(meeting, Language.EN), TODAY + datetime.timedelta(days=day))
    found = papers.identify(path)
    assert (found.issued, found.later, found.stands) == (first, last, False)
    assert found.said_in(catalog(Language.EN)).endswith(
        f"version 1, issued on 1 October 2026 ({first.fingerprint}). "
        "It is no longer the last: version 3 was issued on 3 October 2026."
    )


def test_large_print_has_a_name_of_its_own_and_is_known_as_a_copy(
    network: Network, papers: Papers, tmp_path: Path
) -> None:
    _, meeting, _ = network
    usual = request(meeting, Language.EN)
    (issued,) = papers.issue(replace(usual, large=True), TODAY)
    assert issued.name == "NMIRF-2026-1-Agenda-EN.pdf"
    (kept,) = papers.export(usual, tmp_path)
    (large,) = papers.export(replace(usual, large=True), tmp_path)
    assert large.name == "NMIRF-2026-1-Agenda-EN-large-print.pdf"
    assert kept.read_bytes() == papers.bytes_of(issued)
    assert papers.standing(replace(usual, large=True), tmp_path) == (large.name,)
    assert papers.identify(large).said_in(catalog(Language.EN)) == (
        f"“{large.name}” is none of the documents issued from this register. By its own words it is a copy in large "
        "print, for reading only, of NMIRF/2026/1, English, version 1; what was issued is the file of the usual size."
    )


def test_files_to_keep_are_kept_and_the_others_written(network: Network, papers: Papers, tmp_path: Path) -> None:
    _, meeting, _ = network
    (kept,) = papers.export(request(meeting, Language.FR), tmp_path)
    kept.write_bytes(b"mine")
    written = papers.export(request(meeting), tmp_path, keep={kept.name})
    assert [path.name[-6:] for path in written] == ["EN.pdf", "ES.pdf"]
    assert kept.read_bytes() == b"mine"


def test_another_pdf_is_none_of_the_register(papers: Papers, tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    path.write_bytes(b"%PDF-1.7 something else")
    found = papers.identify(path)
    assert found.issued is None
    assert found.said_in(catalog(Language.EN)) == "“other.pdf” is none of the documents issued from this register."


@pytest.mark.parametrize("content", [b"", b"PDF", b"\x00" * 100])
def test_what_is_no_pdf_is_a_problem(papers: Papers, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    with pytest.raises(Problem, match="is not a PDF"):
        papers.identify(path)


def test_a_folder_or_a_missing_file_is_a_problem(papers: Papers, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is a folder"):
        papers.identify(tmp_path)
    with pytest.raises(Problem, match="There is no file"):
        papers.identify(tmp_path / "missing.pdf")


def test_files_that_an_export_would_replace_are_named_and_an_issue_is_written_again(
    network: Network, papers: Papers, tmp_path: Path
) -> None:
    _, meeting, _ = network
    request = Request(DocumentKind.AGENDA, meeting.key, (Edition.EN, Edition.FR))
    assert papers.standing(request, tmp_path) == ()
    issued = papers.issue(request, TODAY)[0]
    assert papers.standing_issued(issued, tmp_path) == ()
    written = papers.export_issued(issued, tmp_path)
    assert written.read_bytes() == papers.bytes_of(issued)
    assert papers.standing(request, tmp_path) == papers.standing_issued(issued, tmp_path) == (written.name,)


def test_what_lies_in_the_room_is_asked_for_of_the_meeting_that_is_being_held(network: Network) -> None:
    """On the third day the programme said that no meeting is planned, and the voting record was of last year."""
    desk, meeting, _ = network
    papers = Papers(desk.store, desk.states, desk.clock)
    desk.meetings.add_sitting(meeting.key)
    desk.sittings.next(meeting.key)
    kinds = (DocumentKind.PROGRAMME, DocumentKind.SCRIPT, DocumentKind.VOTING_RECORD, DocumentKind.MINUTES)
    for close in (True, False):
        asked = [papers.request(Asked(kind), meeting.opens_on).meeting for kind in kinds]
        assert asked == [meeting.key] * len(kinds)
        if close:
            desk.sittings.next(meeting.key)
