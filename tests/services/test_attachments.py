"""Files that live in the register: attached in one step, with what they belong to, and never read to be listed."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from nmirf_desktop.domain.attachments import LARGEST, MOST_FILES, Attachment, Filing, Holder, HolderKind, NewFile, Size
from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.members import Communication, CommunicationForm, FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.backup import back_up
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.verification import FaultKind, verify
from tests.registers import OPENS, Desk, network, said, statements

EN = catalog(Language.EN)
LETTER = NewFile("NV 12/2026.pdf", b"%PDF-1.7 a note verbale", Filing.LETTER)
STATE = Holder(HolderKind.STATE, "KEN")


@pytest.fixture
def files(desk: Desk) -> Attachments:
    return Attachments(desk.store, desk.clock)


def letter(key: str = "sent", day: datetime.date = datetime.date(2026, 3, 2)) -> Communication:
    """A complete communication of Kenya."""
    return Communication(
        key, "KEN", day, CommunicationForm.LETTER, MembershipKind.MEMBER, states_interest=True, states_adoption=True
    )


def entries(store: Store) -> list[str]:
    with store.read() as session:
        return [one.verb for one in ENTRIES.all(session)]


def altered(store: Store, statement: str) -> None:
    connection = sqlite3.connect(store.path)
    with connection:
        connection.execute(statement)
    connection.close()


# Attached


def test_several_files_are_attached_in_one_step_and_taken_back_in_one(desk: Desk, files: Attachments) -> None:
    told: list[Changes] = []
    desk.store.subscribe(told.append)
    before = len(entries(desk.store))
    other = NewFile("decree.pdf", b"%PDF-2", Filing.LEGAL_BASIS, datetime.date(2015, 2, 1))
    added = files.attach(STATE, "KEN", [LETTER, other]).added
    assert [(one.name, one.filing, one.size, one.dated) for one in added] == [
        ("NV 12-2026.pdf", Filing.LETTER, len(LETTER.content), None),
        ("decree.pdf", Filing.LEGAL_BASIS, 6, datetime.date(2015, 2, 1)),
    ]
    assert {one.added_on for one in added} == {OPENS}
    assert told == [frozenset({Subject.ATTACHMENTS})]
    assert entries(desk.store)[before:] == ["attach files"]
    assert [files.content(one.key) for one in added] == [LETTER.content, b"%PDF-2"]
    undo.undo(desk.store)
    assert files.of(STATE) == ()
    undo.redo(desk.store)
    assert files.of(STATE) == added


def test_what_a_record_has_is_told_and_not_doubled(desk: Desk, files: Attachments) -> None:
    (first,) = files.attach(STATE, "KEN", [LETTER]).added
    before = entries(desk.store)
    again = NewFile("the same under another name.pdf", LETTER.content)
    assert files.attach(STATE, "KEN", [again]).there == ((again, first),)
    assert entries(desk.store) == before
    new = NewFile("new.pdf", b"new")
    attached = files.attach(STATE, "KEN", [again, new, new])
    assert [one.name for one in attached.added] == ["new.pdf"]
    assert [one.name for _file, one in attached.there] == [first.name, "new.pdf"]
    elsewhere = files.attach(Holder(HolderKind.STATE, "PER"), "PER", [LETTER])
    assert len(elsewhere.added) == 1


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ([LETTER, NewFile("empty.pdf", b"")], "“empty.pdf” is empty"),
        ([LETTER, NewFile("large.pdf", bytes(LARGEST + 1))], "“large.pdf” has 26 MB"),
        ([NewFile(f"{n}.pdf", bytes(LARGEST)) for n in range(5)], "125 MB together"),
        ([NewFile(f"{n}.pdf", b"x") for n in range(MOST_FILES + 1)], "These are 101 files"),
    ],
)
def test_where_one_cannot_be_kept_none_is(files: Attachments, wrong: list[NewFile], why: str) -> None:
    with pytest.raises(Problem) as problem:
        files.attach(STATE, "KEN", wrong)
    assert why in problem.value.said_in(EN)
    assert files.of(STATE) == ()


# With what it belongs to


def test_a_letter_and_its_files_are_one_step(desk: Desk, files: Attachments) -> None:
    before = len(entries(desk.store))
    desk.members.receive(letter(), [LETTER, NewFile("annex.pdf", b"annex")])
    assert entries(desk.store)[before:] == ["receive a communication"]
    shown = desk.members.file("KEN", OPENS).files
    assert {(one.file.name, one.belongs.said_in(EN)) for one in shown} == {
        ("NV 12-2026.pdf", "Communication of 2 March 2026"),
        ("annex.pdf", "Communication of 2 March 2026"),
    }
    assert {one.day for one in shown} == {datetime.date(2026, 3, 2)}
    desk.members.correct(letter(day=datetime.date(2026, 3, 3)), [NewFile("translation.pdf", b"translated")])
    assert len(files.of(Holder(HolderKind.COMMUNICATION, "sent"))) == 3
    undo.undo(desk.store)
    undo.undo(desk.store)
    file = desk.members.file("KEN", OPENS)
    assert (file.communications, file.memberships, file.files) == ((), (), ())


def test_a_file_that_a_letter_has_keeps_its_correction_back(desk: Desk) -> None:
    desk.members.receive(letter(), [LETTER])
    with pytest.raises(Problem) as problem:
        desk.members.correct(letter(day=datetime.date(2026, 3, 9)), [NewFile("again.pdf", LETTER.content)])
    assert problem.value.field_name == "files"
    assert "“again.pdf” is attached here already, as “NV 12-2026.pdf”" in problem.value.said_in(EN)
    assert desk.members.file("KEN", OPENS).communications[0].received_on == datetime.date(2026, 3, 2)


def test_a_refused_letter_keeps_no_file(desk: Desk, files: Attachments) -> None:
    desk.members.receive(letter(), [])
    with pytest.raises(Refusal):
        desk.members.withdraw("KEN", datetime.date(2026, 1, 1), files=[LETTER])
    assert files.of_state("KEN") == ()


def test_a_change_a_withdrawal_and_a_designation_have_their_files(desk: Desk, files: Attachments) -> None:
    network(desk)
    new = desk.members.change_status("CHE", datetime.date(2026, 5, 1), [LETTER])
    left = desk.members.withdraw("JPN", datetime.date(2026, 6, 1), None, [NewFile("notice.pdf", b"notice")])
    for start in (2025, 2026):
        person = Person(f"p{start}", said("Focal point"), "PRY")
        point = FocalPoint(f"f{start}", "PRY", person.key, Period(datetime.date(start, 1, 1)))
        verb = desk.members.designate if start == 2025 else desk.members.succeed
        verb(point, person, [NewFile(f"{start}.pdf", b"designated", Filing.DESIGNATION)])
    assert files.of(Holder(HolderKind.MEMBERSHIP, new.key))[0].dated == datetime.date(2026, 5, 1)
    assert [one.belongs.said_in(EN) for one in files.of_state("JPN")] == ["Status since 9 May 2024"]
    assert files.of(Holder(HolderKind.MEMBERSHIP, left.key))[0].name == "notice.pdf"
    assert [(one.file.name, one.belongs.said_in(EN)) for one in files.of_state("PRY")] == [
        ("2026.pdf", "Designation of Focal point"),
        ("2025.pdf", "Designation of Focal point"),
    ]


def test_a_file_of_a_record_that_went_is_still_the_states(desk: Desk, files: Attachments) -> None:
    files.attach(Holder(HolderKind.MEMBERSHIP, "gone"), "KEN", [LETTER])
    for language, words in ((Language.EN, "A record that was removed"), (Language.ES, "Un registro eliminado")):
        assert files.of_state("KEN")[0].belongs.said_in(catalog(language)) == words


def test_the_newest_files_come_first(files: Attachments) -> None:
    days = [datetime.date(2020, 1, 1), None, datetime.date(2026, 12, 1)]
    files.attach(STATE, "KEN", [NewFile(f"{n}.pdf", b"%d" % n, dated=day) for n, day in enumerate(days)])
    assert [one.file.name for one in files.of_state("KEN")] == ["2.pdf", "1.pdf", "0.pdf"]


def test_a_search_leads_from_a_file_to_its_state(desk: Desk, files: Attachments) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    assert desk.members.state_of(one.key) == "KEN"
    assert desk.members.state_of("PER") == "PER"


# Put right, removed, saved


def test_the_details_of_a_file_are_put_right_and_its_kind_stays(files: Attachments) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    day = datetime.date(2026, 1, 5)
    changed = files.change(one.key, "Reply/Kenya", Filing.REPLY, day, "By hand")
    assert (changed.name, changed.filing, changed.dated, changed.note) == (
        "Reply-Kenya.pdf",
        Filing.REPLY,
        day,
        "By hand",
    )
    assert files.of(STATE) == (changed,)
    assert files.change(one.key, "letter.exe", Filing.REPLY, None, "").name == "letter.exe.pdf"
    assert files.content(one.key) == LETTER.content
    for name, note in ((" ", ""), ("letter.pdf", "x" * 20_000)):
        with pytest.raises(Problem):
            files.change(one.key, name, Filing.REPLY, None, note)


def test_a_removed_file_comes_back_by_undo(desk: Desk, files: Attachments) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    assert files.remove(one.key) == one
    assert files.of_state("KEN") == ()
    undo.undo(desk.store)
    assert files.of(STATE) == (one,)
    assert files.content(one.key) == LETTER.content


def test_a_copy_is_saved_whole_and_never_over_the_register(desk: Desk, files: Attachments, tmp_path: Path) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    target = tmp_path / "copies" / "letter.pdf"
    files.save_copy(one.key, target)
    files.save_copy(one.key, target)
    assert target.read_bytes() == LETTER.content
    assert [path.name for path in target.parent.iterdir()] == ["letter.pdf"]
    for place in (desk.store.path, tmp_path / "register.nmirf" / "letter.pdf", tmp_path / "copies"):
        with pytest.raises(StorageError):
            files.save_copy(one.key, place)
    assert files.of(STATE) == (one,)


def test_a_letter_that_came_twice_in_one_mail_is_kept_once_with_its_letter(desk: Desk, files: Attachments) -> None:
    desk.members.receive(letter(), [LETTER, NewFile("copy.pdf", LETTER.content)])
    assert [one.file.name for one in files.of_state("KEN")] == ["NV 12-2026.pdf"]


# Carried and guarded


def test_a_backup_carries_the_contents(desk: Desk, files: Attachments, tmp_path: Path) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    back_up(desk.store.path, tmp_path / "copy.nmirf")
    with open_register(tmp_path / "copy.nmirf") as store:
        copied = Attachments(store)
        assert [filed.file for filed in copied.of_state("KEN")] == [one]
        assert copied.content(one.key) == LETTER.content


@pytest.mark.parametrize("harm", ["UPDATE attached_content SET content = x'00'", "DELETE FROM attached_content"])
def test_a_content_that_was_changed_outside_is_not_handed_out_and_verify_names_it(
    desk: Desk, files: Attachments, tmp_path: Path, harm: str
) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    altered(desk.store, harm)
    with pytest.raises(StorageError) as error:
        files.save_copy(one.key, tmp_path / "letter.pdf")
    assert one.name in error.value.said_in(EN)
    assert not (tmp_path / "letter.pdf").exists()
    with desk.store.read() as session:
        (fault,) = verify(session).faults
    assert (fault.kind, fault.place) == (FaultKind.CONTENT_ALTERED, one.name)


def test_what_a_removed_file_leaves_in_the_register_is_counted(desk: Desk, files: Attachments) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    files.attach(Holder(HolderKind.STATE, "GHA"), "GHA", [LETTER])

    def held() -> int:
        with desk.store.read() as session:
            return verify(session).held

    files.remove(one.key)
    assert held() == 0
    (other,) = files.of(Holder(HolderKind.STATE, "GHA"))
    files.remove(other.key)
    assert held() == len(LETTER.content)
    undo.undo(desk.store)
    assert held() == 0


def test_no_content_is_read_to_show_files(desk: Desk, files: Attachments) -> None:
    (one,) = files.attach(STATE, "KEN", [LETTER]).added
    with statements(desk.store) as asked:
        assert files.of_state("KEN")[0].file == one
        assert files.of(STATE) == (one,)
        desk.members.file("KEN", OPENS)
        desk.members.list(OPENS)
        files.change(one.key, "other.pdf", Filing.OTHER, None, "")
        files.remove(one.key)
    assert asked
    assert not [statement for statement in asked if "attached_content" in statement]


def test_whether_a_content_is_there_is_seen_without_reading_it(desk: Desk) -> None:
    connection = sqlite3.connect(desk.store.path)
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT sha256 FROM attached_content WHERE sha256 = 'x'").fetchall()
    connection.close()
    assert "COVERING INDEX" in plan[0][3]


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, ("1\u00a0kB", "1\u00a0ko", "1\u00a0kB")), (811_001, ("812\u00a0kB", "812\u00a0ko", "812\u00a0kB")),
     (1_440_000, ("1.4\u00a0MB", "1,4\u00a0Mo", "1,4\u00a0MB")),
     (LARGEST, ("25.0\u00a0MB", "25,0\u00a0Mo", "25,0\u00a0MB"))],
)  # fmt: skip
def test_a_size_is_said_in_the_figures_of_each_language(size: int, words: tuple[str, ...]) -> None:
    assert tuple(Size(size).said_in(catalog(language)) for language in Language) == words


def test_a_register_that_is_only_read_shows_its_files(desk: Desk, files: Attachments, tmp_path: Path) -> None:
    one: Attachment = files.attach(STATE, "KEN", [LETTER]).added[0]
    back_up(desk.store.path, tmp_path / "copy.nmirf")
    with open_register(tmp_path / "copy.nmirf", read_only=True) as store:
        assert Attachments(store).content(one.key) == LETTER.content
        with pytest.raises(StorageError):
            Attachments(store).remove(one.key)
