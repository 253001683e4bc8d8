"""Tables that are read once and followed: always what the file holds, whoever wrote it."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.remembered import MANY, Remembered
from nmirf_desktop.storage.states import STATES
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.undo import redo, steps, undo
from tests.storage.conftest import admit, membership

CODES = ("PRY", "URY", "CHL", "PER", "BRA", "ARG", "BOL", "ECU")


def held(store: Store, known: Remembered) -> bool:
    """Whether what is remembered is what the file holds, once it was followed."""
    with store.read() as session:
        known.follow(session)
        return known.all(MEMBERSHIPS) == MEMBERSHIPS.all(session) and known.all(STATES) == STATES.all(session)


@settings(max_examples=15)
@given(st.lists(st.sampled_from(["admit", "flip", "remove", "undo", "redo", "look"]), max_size=14))
def test_what_is_remembered_is_what_the_file_holds(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory, moves: list[str]
) -> None:
    path = tmp_path_factory.mktemp("followed") / "register.nmirf"
    path.write_bytes(fresh.read_bytes())
    codes, known = iter(CODES * 2), Remembered((MEMBERSHIPS, STATES))
    with open_register(path) as store, open_register(path, read_only=True) as window:
        for move in moves:
            _move(store, move, next(codes))
            if move != "look":
                continue
            assert held(window, known)
        assert held(window, known)
        assert held(store, Remembered((MEMBERSHIPS, STATES)))


def _move(store: Store, move: str, code: str) -> None:
    with store.read() as session:
        now = MEMBERSHIPS.all(session)
    if move == "admit":
        admit(store, membership(code))
    elif move == "flip" and now:
        admit(store, dataclasses.replace(now[0], kind=MembershipKind.OBSERVER))
    elif move == "remove" and now:
        with store.write("remove", Subject.MEMBERS) as session:
            MEMBERSHIPS.remove(session, now[0].key)
    elif move == "undo" and steps(store).undo:
        undo(store)
    elif move == "redo" and steps(store).redo:
        redo(store)


def test_it_tells_whether_the_journal_has_gone_on(store: Store) -> None:
    known = Remembered((MEMBERSHIPS,))
    with store.read() as session:
        assert known.follow(session)
        assert not known.follow(session)
    admit(store, membership())
    with store.read() as session:
        assert known.follow(session)
        assert len(known.all(MEMBERSHIPS)) == 1


def test_a_table_that_did_not_change_is_the_very_same(store: Store) -> None:
    known = Remembered((MEMBERSHIPS, STATES))
    assert held(store, known)
    memberships, states = known.all(MEMBERSHIPS), known.all(STATES)
    admit(store, membership())
    assert held(store, known)
    assert known.all(STATES) is states
    assert known.all(MEMBERSHIPS) is not memberships


def test_many_changes_are_read_at_once(store: Store) -> None:
    known = Remembered((MEMBERSHIPS, STATES))
    assert held(store, known)
    with store.write("admit", Subject.MEMBERS) as session:
        for _ in range(MANY):
            MEMBERSHIPS.save(session, membership())
    assert held(store, known)
    assert len(known.all(MEMBERSHIPS)) == MANY


def test_an_older_snapshot_is_read_as_it_is(store: Store) -> None:
    known = Remembered((MEMBERSHIPS,))
    with store.read() as before:
        assert MEMBERSHIPS.all(before) == ()
        admit(store, membership())
        with store.read() as after:
            known.follow(after)
            assert len(known.all(MEMBERSHIPS)) == 1
        known.follow(before)
        assert known.all(MEMBERSHIPS) == ()
