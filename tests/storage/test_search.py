"""The index of the search: in step with every write, made anew where another program wrote, never in the way."""

import dataclasses
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.members import Communication, CommunicationForm, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.search import Kind, asked
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage import search, sqlite
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.members import COMMUNICATIONS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.searchable import SEARCHABLE, UNSEARCHABLE
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.undo import redo, undo
from nmirf_desktop.storage.verification import FaultKind, verify
from tests.storage.conftest import TODAY, admit, membership

Held = set[tuple[str, Key, Key, str, str, str]]


def found(store: Store, text: str) -> dict[Kind, tuple[Key, ...]]:
    """The keys that a typed text finds."""
    with store.read() as session:
        return {one.kind: one.best for one in store.find(session, asked(text), 6)}


def somebody(name: str = "Doe") -> Person:
    """A person of Paraguay."""
    return Person(new_key(), Trilingual("Focal point"), "PRY", "A.", name)


def save(store: Store, *people: Person) -> None:
    """Write people in one transaction."""
    with store.write("save people", Subject.MEMBERS) as session:
        for person in people:
            PEOPLE.save(session, person)


def remove(store: Store, person: Person) -> None:
    """Take a person out."""
    with store.write("remove a person", Subject.MEMBERS) as session:
        PEOPLE.remove(session, person.key)


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Store]:
    """The register, closed at the end."""
    with open_register(path, author="coordinator", read_only=read_only) as store:
        yield store


def execute(path: Path, *statements: str) -> None:
    """Change the file as any SQLite tool could."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_every_table_is_looked_into_or_says_why_not() -> None:
    assert SEARCHABLE.keys() | UNSEARCHABLE.keys() == TABLES.keys()
    assert not SEARCHABLE.keys() & UNSEARCHABLE.keys()
    assert {one.kind for one in SEARCHABLE.values()} == set(Kind)


def test_a_row_is_found_as_it_was_saved_changed_and_removed(store: Store) -> None:
    person = somebody()
    save(store, person)
    assert found(store, "doe") == {Kind.PERSON: (person.key,)}
    save(store, dataclasses.replace(person, family_name="Roe"))
    assert (found(store, "doe"), found(store, "roe")) == ({}, {Kind.PERSON: (person.key,)})
    remove(store, person)
    assert found(store, "roe") == {}


def test_undo_and_redo_bring_the_index_along(store: Store) -> None:
    person = somebody()
    save(store, person)
    undo(store)
    assert found(store, "doe") == {}
    redo(store)
    assert found(store, "doe") == {Kind.PERSON: (person.key,)}


def test_what_was_not_written_is_not_found(store: Store) -> None:
    with pytest.raises(Problem):
        save(store, somebody(), somebody("x" * 200))
    assert found(store, "doe") == {}


KILLED = """
import os, pathlib, signal, sys
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage.people import PEOPLE
from tests.storage.test_search import save, somebody
store = open_register(pathlib.Path(sys.argv[1]), author="coordinator")
save(store, somebody("Kept"))
with store.write("killed", Subject.MEMBERS) as session:
    PEOPLE.save(session, somebody("Lost"))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the harness kills")
def test_a_kill_leaves_index_and_rows_in_step(register: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(register)]
    assert subprocess.run(command, cwd=Path(__file__).parents[2], check=False).returncode == -signal.SIGKILL
    with opened(register) as store:
        assert (len(found(store, "kept")), found(store, "lost")) == (1, {})
        assert indexed(store) == anew(store)


def test_what_concerns_no_row_that_is_found_costs_nothing(store: Store) -> None:
    """An answer of a vote is such a row: its transaction does not even look at the index."""
    statements: list[str] = []
    with store.write("admit", Subject.MEMBERS) as session:
        driver = session.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(statements.append)
        search.keep(session, [("position", "one"), ("coordination", "two")])
        driver.set_trace_callback(None)
    assert statements == []


# -- derived -----------------------------------------------------------------------------------------------------------


def indexed(store: Store) -> Held:
    """All that the index of a register holds, but for its numbers."""
    with store.read() as session:
        return entries(session.connection)


def anew(store: Store) -> Held:
    """All that an index made of the same rows now would hold."""
    memory = sqlite.in_memory()
    try:
        with store.read() as session, memory.connect() as index:
            search.bring_up_to_date(session, index)
            return entries(index)
    finally:
        memory.dispose()


def entries(index: object) -> Held:
    """What an index holds: the table and key of each row, what is shown of it, and its words."""
    rows = index.exec_driver_sql(  # type: ignore[attr-defined]
        "SELECT source, key, thing, whole, title, body FROM search_entry JOIN search_words ON id = search_words.rowid"
    )
    return {tuple(row) for row in rows}


MOVES = st.one_of(
    st.tuples(st.just("save"), st.text(max_size=12)),
    st.tuples(st.just("change"), st.text(max_size=12)),
    st.tuples(st.sampled_from(["remove", "undo", "redo", "letter", "again"]), st.just("")),
)


@settings(max_examples=15)
@given(st.lists(MOVES, max_size=14))
def test_after_any_writes_the_index_equals_one_made_anew(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("walk") / "walk.nmirf"
    path.write_bytes(fresh.read_bytes())
    store = open_register(path, author="coordinator")
    done = undone = 0
    for move, text in moves:
        with store.read() as session:
            people = PEOPLE.all(session)
        if move == "again":
            store.close()
            store = open_register(path, author="coordinator")
        elif move == "undo" and done:
            undo(store)
            done, undone = done - 1, undone + 1
        elif move == "redo" and undone:
            redo(store)
            done, undone = done + 1, undone - 1
        elif move in ("save", "change", "remove", "letter"):
            before = entries_of_journal(store)
            act(store, move, text, people)
            if entries_of_journal(store) > before:
                done, undone = done + 1, 0
        assert indexed(store) == anew(store)
    with store.read() as session:
        assert verify(session).faults == ()
    store.close()


def entries_of_journal(store: Store) -> int:
    """How many transactions were written."""
    with store.read() as session:
        return len(ENTRIES.all(session))


def act(store: Store, move: str, text: str, people: tuple[Person, ...]) -> None:
    """One write of the walk."""
    if move == "save":
        save(store, somebody(text), somebody(f"{text} second"))
    elif move == "letter":
        letter = Communication(
            new_key(), "PRY", TODAY, CommunicationForm.LETTER, MembershipKind.MEMBER, reference=f"NV {len(people)}"
        )
        with store.write("record a letter", Subject.MEMBERS) as session:
            COMMUNICATIONS.save(session, letter)
    elif people and move == "change":
        save(store, dataclasses.replace(people[0], family_name=text, emails=("somebody@example.org",)))
    elif people:
        remove(store, people[-1])


def test_a_register_without_an_index_gets_one_when_it_is_opened(register: Path) -> None:
    execute(register, *(f"DROP TABLE {name}" for name in search.TABLES))
    with opened(register) as store:
        assert found(store, "paraguay") == {Kind.STATE: ("PRY",)}
        assert indexed(store) == anew(store)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE search_mark SET version = 'another'",
        "UPDATE search_mark SET hash = 'another'",
        "DELETE FROM search_mark",
        "ALTER TABLE search_mark RENAME COLUMN hash TO digest",
    ],
)
def test_an_index_of_another_program_is_made_anew(register: Path, statement: str) -> None:
    execute(register, statement, "DELETE FROM search_words")
    with opened(register) as store:
        assert indexed(store) == anew(store)
        assert found(store, "paraguay") == {Kind.STATE: ("PRY",)}


def written_by_an_older_program(path: Path, person: Person) -> None:
    """A register in which a program wrote a person that knows no index."""
    with opened(path) as store:
        before = indexed(store)
        save(store, person)
        with store.read() as session:
            mark = session.connection.exec_driver_sql("SELECT sequence, hash FROM search_mark").one()
            entry = ENTRIES.find(session, mark.sequence - 1)
        assert entry is not None
        assert len(indexed(store) - before) == 1
    number = f"(SELECT id FROM search_entry WHERE key = '{person.key}')"
    execute(
        path,
        f"DELETE FROM search_words WHERE rowid = {number}",
        f"DELETE FROM search_entry WHERE key = '{person.key}'",
        f"UPDATE search_mark SET sequence = {entry.sequence}, hash = '{entry.hash}'",
    )


def test_what_an_older_program_wrote_is_taken_from_the_journal(register: Path) -> None:
    person = somebody()
    written_by_an_older_program(register, person)
    with opened(register) as store:
        assert found(store, "doe") == {Kind.PERSON: (person.key,)}
        assert indexed(store) == anew(store)


def test_a_register_that_is_only_read_is_searched_in_memory(register: Path) -> None:
    person = somebody()
    written_by_an_older_program(register, person)
    lying = register.read_bytes()
    with opened(register, read_only=True) as store:
        assert found(store, "doe") == {Kind.PERSON: (person.key,)}
        assert found(store, "paraguay")[Kind.STATE] == ("PRY",)
        with store.read() as session:
            assert not search.current(session, session.connection)
    assert register.read_bytes() == lying


def test_a_reader_finds_what_another_window_writes(register: Path) -> None:
    with opened(register) as writer, opened(register, read_only=True) as reader:
        assert found(reader, "doe") == {}
        save(writer, somebody())
        assert len(found(reader, "doe")[Kind.PERSON]) == 1
        execute(register, "UPDATE search_mark SET version = 'another'")
        save_with_another_index(writer, somebody("Roe"))
        assert len(found(reader, "roe")[Kind.PERSON]) == 1
        save_with_another_index(writer, somebody("Poe"))
        assert len(found(reader, "poe")[Kind.PERSON]) == 1


def save_with_another_index(store: Store, person: Person) -> None:
    """Write a person as a program does that has another version of the index."""
    save(store, person)
    execute(store.path, "UPDATE search_mark SET version = 'another'")


# -- broken ------------------------------------------------------------------------------------------------------------

BROKEN = {
    "words lost": "DELETE FROM search_words_data WHERE id > 10",
    "rubbish": "UPDATE search_words_data SET block = x'ffffffff' WHERE id > 10",
    "its own table lost": "DELETE FROM search_words_data WHERE id = 10",
    "another format": "DELETE FROM search_words_config",
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_index_is_no_damage_and_stops_no_write(register: Path, how: str) -> None:
    execute(register, BROKEN[how])
    person = somebody()
    with opened(register) as store:
        with store.read() as session:
            assert verify(session).faults == ()
        save(store, person)
        assert found(store, "doe") == {Kind.PERSON: (person.key,)}
        assert found(store, "urug") == {Kind.STATE: ("URY",)}
    with opened(register) as store, store.read() as session:
        assert PEOPLE.all(session) == (person,)
        assert verify(session).faults == ()


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_index_is_searched_beside(register: Path, how: str) -> None:
    execute(register, BROKEN[how])
    with opened(register, read_only=True) as store:
        assert found(store, "paraguay") == {Kind.STATE: ("PRY",)}


def test_a_row_that_cannot_be_read_leaves_the_others_to_be_found(register: Path) -> None:
    with opened(register) as store:
        save(store, somebody(), somebody("Roe"))
    execute(register, "UPDATE person SET language = 'tlh' WHERE family_name = 'Roe'", "DELETE FROM search_mark")
    with opened(register) as store:
        assert (len(found(store, "doe")), found(store, "roe")) == (1, {})


def test_the_index_is_no_object_of_another_program_and_what_is_beside_it_is(register: Path) -> None:
    with opened(register) as store:
        admit(store, membership())
        with store.read() as session:
            assert verify(session).faults == ()
            assert {name for _, name in sqlite.objects(session.connection)} >= search.OBJECTS
    execute(register, "CREATE TABLE search_words_more (a)", "CREATE VIEW search_notes AS SELECT 1")
    with opened(register) as store, store.read() as session:
        faults = verify(session).faults
    assert {(one.kind, one.place) for one in faults} == {
        (FaultKind.OBJECT_ADDED, "search_words_more"),
        (FaultKind.OBJECT_ADDED, "search_notes"),
    }


def test_a_view_of_the_name_of_the_index_makes_way_for_it(register: Path) -> None:
    execute(register, "DROP TABLE search_entry", "CREATE VIEW search_entry AS SELECT 1 AS id")
    with opened(register) as store:
        assert found(store, "paraguay") == {Kind.STATE: ("PRY",)}
        with store.read() as session:
            assert verify(session).faults == ()
