"""Opening, writing, announcing, closing: one file, one writer, nothing half done."""

import dataclasses
import datetime
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.members import Communication, CommunicationForm, MembershipKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import create, open_register
from nmirf_desktop.storage import errors, sqlite, undo
from nmirf_desktop.storage.backup import back_up
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.inspection import newest_revision
from nmirf_desktop.storage.members import COMMUNICATIONS, MEMBERSHIPS
from nmirf_desktop.storage.states import ORGANISATION, STATES
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.verification import verify
from tests.storage.conftest import admit, membership


def test_a_new_register_holds_the_193_states(store: Store) -> None:
    with store.read() as session:
        states = STATES.all(session)
    assert len(states) == 193
    assert len({state.iso2 for state in states}) == 193


def test_the_next_register_finds_what_was_compiled_for_the_one_before(tmp_path: Path) -> None:
    known = []
    for name in ("first", "second"):
        create(tmp_path / f"{name}.nmirf", author="coordinator")
        with open_register(tmp_path / f"{name}.nmirf") as opened, opened.read() as session:
            assert len(STATES.all(session)) == 193
        known.append(len(sqlite.COMPILED))
    assert known[0] == known[1] > 0


def test_a_day_is_that_of_the_secretariat_also_once_its_time_zone_changed(store: Store) -> None:
    moment = datetime.datetime(2027, 1, 10, 22, tzinfo=datetime.UTC)
    assert store.day_of(moment) == datetime.date(2027, 1, 10)
    with store.write("move", Subject.SETTINGS) as session:
        found = ORGANISATION.get(session, "organisation")
        ORGANISATION.save(session, dataclasses.replace(found, time_zone="Asia/Tokyo"))
    assert store.day_of(moment) == datetime.date(2027, 1, 11)
    undo.undo(store)
    with store.write("ask while writing"):
        assert store.day_of(moment) == datetime.date(2027, 1, 10)


def test_a_window_that_only_reads_counts_days_where_another_one_has_them_counted(store: Store) -> None:
    moment = datetime.datetime(2027, 1, 10, 22, tzinfo=datetime.UTC)
    with Store(store.path).open(read_only=True) as reader:
        assert reader.day_of(moment) == datetime.date(2027, 1, 10)
        with store.write("move", Subject.SETTINGS) as session:
            found = ORGANISATION.get(session, "organisation")
            ORGANISATION.save(session, dataclasses.replace(found, time_zone="Asia/Tokyo"))
        assert reader.day_of(moment) == datetime.date(2027, 1, 11)


def test_what_is_written_is_read_back_equal(store: Store) -> None:
    value = membership()
    admit(store, value)
    with store.read() as session:
        assert MEMBERSHIPS.find(session, value.key) == value


def test_a_value_saved_again_changes_its_row(store: Store) -> None:
    value = membership()
    admit(store, value)
    admit(store, dataclasses.replace(value, kind=MembershipKind.OBSERVER))
    with store.read() as session:
        assert [one.kind for one in MEMBERSHIPS.all(session)] == [MembershipKind.OBSERVER]


def test_an_error_in_a_transaction_changes_and_announces_nothing(store: Store) -> None:
    heard: list[Changes] = []
    store.subscribe(heard.append)

    def fail() -> None:
        with store.write("admit", Subject.MEMBERS) as session:
            MEMBERSHIPS.save(session, membership())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read() as session:
        assert MEMBERSHIPS.all(session) == ()
    assert heard == []


def test_a_commit_that_is_refused_changes_nothing_and_hinders_nothing(store: Store) -> None:
    """A link to nothing is found at the commit; SQLite leaves its transaction open."""
    linked = dataclasses.replace(membership(), communication="no letter")
    for _ in range(2):
        with pytest.raises(sqlite3.IntegrityError):
            admit(store, linked)
        with store.read() as session:
            assert MEMBERSHIPS.all(session) == ()
    admit(store, membership())
    with store.read() as session:
        assert len(MEMBERSHIPS.all(session)) == 1


def test_a_row_may_be_written_before_the_one_that_it_links_to(store: Store) -> None:
    letter = Communication(new_key(), "PRY", datetime.date(2024, 5, 9), CommunicationForm.LETTER, MembershipKind.MEMBER)
    linked = dataclasses.replace(membership(), communication=letter.key)
    with store.write("admit", Subject.MEMBERS) as session:
        MEMBERSHIPS.save(session, linked)
        COMMUNICATIONS.save(session, letter)
    with store.read() as session:
        assert MEMBERSHIPS.all(session) == (linked,)
    with store.write("remove", Subject.MEMBERS) as session:
        COMMUNICATIONS.remove(session, letter.key)
        MEMBERSHIPS.remove(session, linked.key)
    with store.read() as session:
        assert COMMUNICATIONS.all(session) == ()
        assert MEMBERSHIPS.all(session) == ()
        assert verify(session).faults == ()


def test_a_link_to_one_still_to_come_is_checked_alike_in_the_next_transaction(store: Store) -> None:
    """What SQLite made of an insertion while links were checked at the end would leave its refused row behind."""
    for number in range(3):
        day = datetime.date(2024, 5, 9 + number)
        letter = Communication(new_key(), "PRY", day, CommunicationForm.LETTER, MembershipKind.MEMBER)
        linked = dataclasses.replace(membership(), key=new_key(), communication=letter.key)
        with store.write("admit", Subject.MEMBERS) as session:
            MEMBERSHIPS.save(session, linked)
            COMMUNICATIONS.save(session, letter)
    with store.read() as session:
        assert len(MEMBERSHIPS.all(session)) == 3


def test_subjects_are_announced_once_after_the_commit(store: Store) -> None:
    seen: list[int] = []

    def listen(changes: Changes) -> None:
        assert changes == frozenset({Subject.MEMBERS})
        with store.read() as session:
            seen.append(len(MEMBERSHIPS.all(session)))

    store.subscribe(listen)
    admit(store, membership())
    assert seen == [1]


def test_a_transaction_without_a_change_writes_no_entry_and_is_not_announced(store: Store) -> None:
    value = membership()
    admit(store, value)
    heard: list[Changes] = []
    store.subscribe(heard.append)
    admit(store, value)
    assert heard == []


def test_a_reading_session_changes_nothing(store: Store) -> None:
    with store.read() as session:
        MEMBERSHIPS.save(session, membership())
    with store.read() as session:
        assert MEMBERSHIPS.all(session) == ()


def test_closing_leaves_one_file(register: Path) -> None:
    with open_register(register) as store:
        admit(store, membership())
        assert {path.name for path in register.parent.iterdir()} > {register.name}
    assert [path.name for path in register.parent.iterdir()] == [register.name]


def test_commits_reach_the_disk_before_they_are_acknowledged(store: Store) -> None:
    with store.read() as session:
        assert session.connection.exec_driver_sql("PRAGMA journal_mode").fetchall() == [("wal",)]
        assert session.connection.exec_driver_sql("PRAGMA synchronous").fetchall() == [(2,)]
        assert session.connection.exec_driver_sql("PRAGMA foreign_keys").fetchall() == [(1,)]


def test_a_second_window_is_told_and_may_read(register: Path, store: Store) -> None:
    admit(store, membership())
    with pytest.raises(StorageError) as refused:
        open_register(register)
    assert refused.value.message == errors.BUSY
    with open_register(register, read_only=True) as second:
        assert second.read_only
        with second.read() as session:
            assert len(MEMBERSHIPS.all(session)) == 1
        with pytest.raises(StorageError):
            admit(second, membership("URY"))


def test_a_window_closes_while_another_reads(register: Path) -> None:
    writer = open_register(register)
    admit(writer, membership())
    with open_register(register, read_only=True) as reader:
        with reader.read() as session:
            assert len(MEMBERSHIPS.all(session)) == 1
        writer.close()
        with reader.read() as session:
            assert len(MEMBERSHIPS.all(session)) == 1
        with open_register(register) as next_one:
            admit(next_one, membership("URY"))
    with open_register(register) as last, last.read() as session:
        assert len(MEMBERSHIPS.all(session)) == 2
    assert [path.name for path in register.parent.iterdir()] == [register.name]


def test_a_reader_that_outlasts_its_register_leaves_nothing_behind(register: Path) -> None:
    store = open_register(register)
    with store.read() as session:
        store.close()
        assert len(STATES.all(session)) == 193
    assert [path.name for path in register.parent.iterdir()] == [register.name]


def test_the_lock_of_a_killed_process_is_free(register: Path) -> None:
    code = (
        "import os, pathlib, sys; from nmirf_desktop.services.opening import open_register;"
        "open_register(pathlib.Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(register)], check=False, cwd=Path(__file__).parents[2])
    with open_register(register) as store:
        assert not store.read_only


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("case", ["missing", "folder", "text", "foreign", "truncated", "newer"])
def test_a_file_that_cannot_be_opened_is_refused_in_words(
    register: Path, tmp_path: Path, case: str, language: Language
) -> None:
    path = tmp_path / "other.nmirf"
    match case:
        case "missing":
            pass
        case "folder":
            path.mkdir()
        case "text":
            path.write_text("minutes")
        case "foreign":
            with sqlite3.connect(path) as connection:
                connection.execute("CREATE TABLE t (a)")
            connection.close()
        case "truncated":
            path.write_bytes(register.read_bytes()[:100_000])
        case _:
            path.write_bytes(register.read_bytes())
            with sqlite3.connect(path) as connection:
                connection.execute(f"PRAGMA user_version={newest_revision() + 1}")
            connection.close()
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StorageError) as refused:
        open_register(path)
    sentence = refused.value.said_in(catalog(language))
    assert "other.nmirf" in sentence
    assert "\n" not in sentence
    assert before == (path.read_bytes() if path.is_file() else b"")
    assert len({str(child.name) for child in tmp_path.iterdir()} - {"register.nmirf", "other.nmirf"}) == 0


def test_a_new_register_never_replaces_a_file(register: Path) -> None:
    before = register.read_bytes()
    with pytest.raises(StorageError) as refused:
        create(register)
    assert refused.value.message == errors.EXISTS
    assert register.read_bytes() == before


def test_a_new_register_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refused:
        create(tmp_path / "nowhere" / "a.nmirf")
    assert refused.value.message == errors.NO_FOLDER


def test_a_backup_is_a_register_with_the_same_rows(register: Path, store: Store, tmp_path: Path) -> None:
    value = membership()
    admit(store, value)
    back_up(register, tmp_path / "copy.nmirf")
    with open_register(tmp_path / "copy.nmirf") as copy, copy.read() as session:
        assert MEMBERSHIPS.all(session) == (value,)


def test_a_copy_of_the_file_alone_is_whole_once_the_register_has_settled(store: Store, tmp_path: Path) -> None:
    first, second = membership(), membership("MAR")
    admit(store, first)
    store.settle()
    copy = tmp_path / "stick" / "register.nmirf"
    copy.parent.mkdir()
    copy.write_bytes(store.path.read_bytes())
    with open_register(copy) as copied, copied.read() as session:
        assert MEMBERSHIPS.all(session) == (first,)
    admit(store, second)
    store.settle()
    with store.read() as session:
        assert MEMBERSHIPS.all(session) == (first, second)
        assert verify(session).faults == ()
