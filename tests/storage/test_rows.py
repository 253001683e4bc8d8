"""Rows found by their fields, by a day and by their keys: as if all were read and looked at one by one."""

import datetime
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.members import Ending
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.store import Store
from tests.storage.conftest import TODAY, admit, membership

DAYS = st.dates(datetime.date(2024, 5, 1), datetime.date(2024, 5, 31))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=6), DAYS)
def test_a_period_holds_on_a_day_in_the_file_as_in_the_domain(
    store: Store, spans: list[tuple[datetime.date, datetime.date | None]], on: datetime.date
) -> None:
    codes = ("PRY", "URY", "BRA", "CHL", "PER", "ARG")
    known = [
        replace(membership(code), period=Period(start, None if end is None else max(start, end)))
        for code, (start, end) in zip(codes, spans, strict=False)
    ]
    with store.write("admit", Subject.MEMBERS) as session:
        for old in MEMBERSHIPS.all(session):
            MEMBERSHIPS.remove(session, old.key)
        for one in known:
            MEMBERSHIPS.save(session, one)
    with store.read() as session:
        assert MEMBERSHIPS.holding(session, on) == tuple(one for one in known if one.period.holds(on))
        own = tuple(one for one in known if one.state == "URY" and one.period.holds(on))
        assert MEMBERSHIPS.holding(session, on, state="URY") == own


def test_rows_without_a_field_are_found_by_none(store: Store) -> None:
    running, ended = membership(), replace(membership("URY"), ending=Ending.WITHDRAWAL)
    admit(store, running)
    admit(store, ended)
    with store.read() as session:
        assert MEMBERSHIPS.all(session, ending=None) == (running,)
        assert MEMBERSHIPS.all(session, ending=Ending.WITHDRAWAL) == (ended,)
        assert MEMBERSHIPS.first(session, ending=None, state="URY") is None


def test_rows_are_found_by_a_field_that_is_one_of_some(store: Store) -> None:
    first, second, third = membership(), membership("URY"), replace(membership("BRA"), ending=Ending.WITHDRAWAL)
    for one in (first, second, third):
        admit(store, one)
    with store.read() as session:
        found = MEMBERSHIPS.by(session, "state", ("URY", "KEN", first.state))
        assert list(found.items()) == [("URY", (second,)), ("KEN", ()), (first.state, (first,))]
        assert MEMBERSHIPS.by(session, "state", ()) == {}


def test_rows_are_found_by_some_keys_and_after_one(store: Store) -> None:
    first, second, third = membership(), membership("URY"), membership("BRA")
    for one in (first, second, third):
        admit(store, one)
    with store.read() as session:
        assert MEMBERSHIPS.among(session, (third.key, None, "unknown", first.key)) == {
            first.key: first,
            third.key: third,
        }
        assert list(MEMBERSHIPS.among(session, (third.key, first.key))) == [first.key, third.key]
        assert MEMBERSHIPS.among(session, ()) == {}
        many = (f"{number:05}" for number in range(40_000))  # more than SQLite takes parameters
        assert list(MEMBERSHIPS.among(session, (third.key, *many, first.key))) == [first.key, third.key]
        assert MEMBERSHIPS.after(session, first.key) == (second, third)
        assert MEMBERSHIPS.holding(session, TODAY, ending=None) == (first, second, third)


def test_a_row_whose_key_was_just_made_is_written_and_noted_as_any_other_and_takes_no_place(store: Store) -> None:
    one, other = membership(), membership("URY")
    with store.write("admit", Subject.MEMBERS) as session:
        MEMBERSHIPS.save(session, one)
        saved = list(session.changes)
        MEMBERSHIPS.append(session, other)
        added = session.changes[len(saved) :]
    assert [change.field for change in added] == [change.field for change in saved]
    assert {change.before for change in added} == {None}
    with store.read() as session:
        assert MEMBERSHIPS.all(session) == (one, other)
    with pytest.raises(sqlite3.IntegrityError), store.write("admit", Subject.MEMBERS) as session:
        MEMBERSHIPS.append(session, replace(one, state="BRA"))
    with store.read() as session:
        assert MEMBERSHIPS.all(session) == (one, other)
