"""The rows of time of the Committee: who follows whom, what is vacant, who acts after the mandate (R28, R31, A10)."""

import datetime
from dataclasses import replace

from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeRecords,
    Filling,
    Replacing,
    Vacating,
)
from nmirf_desktop.domain.committee_recording import after
from nmirf_desktop.domain.committee_years import Stretch, StretchKind, rows, stretches, years_of
from nmirf_desktop.domain.committees import Seat, Successor
from nmirf_desktop.domain.periods import Period
from tests.domain.facts import coordination, day, seats, term

TERM = term()
SEATS = seats(TERM, ("PRY", "MAR", "PRT"))
RECORDS = CommitteeRecords((TERM,), SEATS, (coordination(SEATS[0]),))
LATER, LATEST = day("2025-09-01"), day("2026-02-01")
HELD, VACANT, ACTING = StretchKind.HELD, StretchKind.VACANT, StretchKind.ACTING


def told(found: tuple[Stretch, ...], row: int) -> list[tuple[str, StretchKind, datetime.date, datetime.date | None]]:
    """A row as its States, kinds and days."""
    return [(one.state, one.kind, one.period.start, one.period.end) for one in found if one.row == row]


def test_a_seat_that_falls_vacant_is_a_gap_until_somebody_fills_it() -> None:
    left = after(RECORDS, Vacating(SEATS[1].key, LATER))
    end = TERM.period.end
    assert told(stretches(left, LATEST), 1)[1:] == [("MAR", VACANT, LATER, end)]
    filled = after(left, Filling(Seat("new", TERM.key, "BRA", Period(LATEST, end))))
    assert told(stretches(filled, LATEST), 1) == [
        ("MAR", HELD, TERM.period.start, LATER), ("MAR", VACANT, LATER, LATEST), ("BRA", HELD, LATEST, end),
    ]  # fmt: skip


def test_who_takes_over_stands_on_the_same_row() -> None:
    placed = rows(after(RECORDS, Replacing(SEATS[2].key, LATER, Successor("new", "BRA"))))
    assert placed["new"] == placed[SEATS[2].key] == 2


def test_who_takes_over_stands_on_the_row_of_whom_it_follows_also_where_another_one_is_free() -> None:
    vacant = after(RECORDS, Vacating(SEATS[0].key, day("2025-06-01")))
    placed = rows(after(vacant, Replacing(SEATS[2].key, LATER, Successor("new", "BRA"))))
    assert placed["new"] == placed[SEATS[2].key] == 2
    back = after(vacant, Replacing(SEATS[2].key, LATER, Successor("again", "PRY")))
    filled = after(back, Filling(Seat("filled", TERM.key, "EGY", Period(LATER, TERM.period.end))))
    assert (rows(filled)["again"], rows(filled)["filled"]) == (2, 0)


def test_a_state_that_is_appointed_again_keeps_its_row() -> None:
    second = replace(term("2027-05-09"), key="second")
    placed = rows(after(RECORDS, Appointing(second, seats(second, ("BRA", "PRT", "PRY", "KEN")))))
    states = {one.state: placed[one.key] for one in seats(second, ("BRA", "PRT", "PRY", "KEN"))}
    assert states == {"PRY": 0, "BRA": 1, "PRT": 2, "KEN": 3}


def test_after_the_mandate_those_who_sat_last_act_until_the_day_or_the_renewal() -> None:
    end = day("2027-05-09")
    left = after(RECORDS, Vacating(SEATS[1].key, LATER))
    acting = [one for one in stretches(left, day("2027-08-31")) if one.kind is ACTING]
    assert [(one.state, one.period) for one in acting] == [
        ("PRY", Period(end, day("2027-09-01"))), ("PRT", Period(end, day("2027-09-01"))),
    ]  # fmt: skip
    second = replace(term("2027-10-01"), key="second")
    renewed = after(left, Appointing(second, seats(second, ("BRA", "FIN", "KEN"))))
    acting = [one for one in stretches(renewed, day("2030-01-01")) if one.kind is ACTING]
    assert {one.period for one in acting} == {Period(end, day("2027-10-01"))}
    assert not [one for one in stretches(RECORDS, LATER) if one.kind is ACTING]


def test_the_times_in_which_a_seat_coordinates_go_with_it() -> None:
    first, second, _ = stretches(RECORDS, LATER)
    assert first.coordinated == (RECORDS.coordinations[0].period,)
    assert second.coordinated == ()


def test_the_years_go_from_the_first_mandate_to_the_last_year_shown() -> None:
    assert years_of((), ()) is None
    assert years_of(stretches(RECORDS, LATER), RECORDS.terms) == (day("2024-01-01"), day("2027-12-31"))
    long = stretches(RECORDS, day("2029-03-01"))
    assert years_of(long, RECORDS.terms) == (day("2024-01-01"), day("2029-12-31"))


def test_who_fills_a_vacant_seat_stands_on_its_row_whichever_is_free() -> None:
    left = after(after(RECORDS, Vacating(SEATS[0].key, LATER)), Vacating(SEATS[2].key, LATER))
    filled = after(left, Filling(Seat("new", TERM.key, "BRA", Period(LATEST, TERM.period.end), follows=SEATS[2].key)))
    vacant = [one.state for one in stretches(filled, LATEST) if one.kind is VACANT and one.period.holds(LATEST)]
    assert (rows(filled)["new"], vacant) == (2, ["PRY"])
