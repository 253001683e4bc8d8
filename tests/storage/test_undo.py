"""Undo and redo from the journal: across restarts, never behind a barrier, never over a later change."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop import services
from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.storage import journal
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.undo import BARRIERS, CHANGED_SINCE, NOTHING_TO_UNDO, SUBJECT_OF, redo, steps, undo
from nmirf_desktop.storage.verification import verify
from tests.storage.conftest import admit, membership


def held(store: Store) -> tuple[Membership, ...]:
    """All memberships on disk."""
    with store.read() as session:
        return MEMBERSHIPS.all(session)


def test_a_new_row_goes_and_comes_back(store: Store) -> None:
    value = membership()
    admit(store, value)
    heard: list[Changes] = []
    store.subscribe(heard.append)
    assert undo(store) == "admit"
    assert held(store) == ()
    assert redo(store) == "admit"
    assert held(store) == (value,)
    assert heard == [frozenset({Subject.MEMBERS})] * 2


def test_a_changed_field_is_put_back_across_a_restart(register: Path) -> None:
    value = membership()
    with open_register(register) as store:
        admit(store, value)
        admit(store, dataclasses.replace(value, period=Period(value.period.start, datetime.date(2026, 1, 1))))
    with open_register(register) as store:
        undo(store)
        assert held(store) == (value,)
        redo(store)
        assert held(store)[0].period.end == datetime.date(2026, 1, 1)


def test_a_removed_row_is_there_again(store: Store) -> None:
    value = membership()
    admit(store, value)
    with store.write("remove", Subject.MEMBERS) as session:
        MEMBERSHIPS.remove(session, value.key)
    undo(store)
    assert held(store) == (value,)


def test_nothing_is_undone_in_a_new_register(store: Store) -> None:
    with pytest.raises(Refusal) as refused:
        undo(store)
    assert refused.value.message == NOTHING_TO_UNDO


def test_undo_does_not_go_behind_a_barrier(store: Store) -> None:
    admit(store, membership())
    with store.write("close a vote", Subject.VOTES) as session:
        MEMBERSHIPS.save(session, membership("URY"))
    assert steps(store).undo is None
    with pytest.raises(Refusal):
        undo(store)


def test_each_barrier_is_a_verb_that_is_written() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(services.__file__).parent.glob("*.py"))
    assert [verb for verb in sorted(BARRIERS) if f'"{verb}"' not in sources] == []


def test_a_new_step_forgets_what_was_undone(store: Store) -> None:
    admit(store, membership())
    undo(store)
    admit(store, membership("URY"))
    assert steps(store).redo is None


def test_a_step_changed_outside_the_stack_is_refused(store: Store, register: Path) -> None:
    value = membership()
    admit(store, value)
    import sqlite3

    connection = sqlite3.connect(register)
    with connection:
        connection.execute("UPDATE membership SET kind = 'observer'")
    connection.close()
    with pytest.raises(Refusal) as refused:
        undo(store)
    assert refused.value.message == CHANGED_SINCE


@settings(max_examples=15)
@given(st.lists(st.sampled_from(["admit", "flip", "undo", "redo"]), max_size=14))
def test_undo_and_redo_walk_the_same_states(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory, moves: list[str]
) -> None:
    path = tmp_path_factory.mktemp("walk") / "walk.nmirf"
    path.write_bytes(fresh.read_bytes())
    codes = iter(["PRY", "URY", "CHL", "PER", "BRA", "ARG", "BOL", "ECU", "COL", "VEN", "MEX", "CUB", "HTI", "DOM"])
    with open_register(path) as store:
        past, future = [held(store)], []
        for move in moves:
            now = held(store)
            if move == "admit" or (move == "flip" and not now):
                admit(store, membership(next(codes)))
            elif move == "flip":
                other = MembershipKind.OBSERVER if now[0].kind is MembershipKind.MEMBER else MembershipKind.MEMBER
                admit(store, dataclasses.replace(now[0], kind=other))
            elif move == "undo" and len(past) > 1:
                undo(store)
                future.append(past.pop())
                assert held(store) == past[-1]
                continue
            elif move == "redo" and future:
                redo(store)
                past.append(future.pop())
                assert held(store) == past[-1]
                continue
            else:
                continue
            past.append(held(store))
            future.clear()
        with store.read() as session:
            assert verify(session).faults == ()


def test_every_table_says_whose_screens_an_undo_touches() -> None:
    journals = {rows.name for rows in vars(journal).values() if isinstance(rows, Rows)}
    assert set(SUBJECT_OF) == set(TABLES) - journals
