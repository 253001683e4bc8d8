"""What tells of sittings that were held on other days than planned is dated no earlier than these days."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.decision_papers import decisions_paper
from nmirf_desktop.domain.guests import Guests
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.minutes_papers import just_drafted, minutes_paper
from nmirf_desktop.domain.participants_papers import Attendance, as_attended
from nmirf_desktop.domain.programme import programme
from nmirf_desktop.domain.programme_papers import programme_paper
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.script_papers import script_paper
from nmirf_desktop.domain.vote_papers import votes_paper
from tests.domain.second_meeting import FIRST, LAST, at, facts

LATER = LAST + datetime.timedelta(days=2)
NEXT_YEAR = datetime.date(2028, 1, 1)


def held_later() -> RecordedMeeting:
    """Sittings planned for the first and the last day, both held two days after."""
    known = facts()
    hours = ((9, 11), (12, 14))
    sittings = tuple(
        replace(one, opened_at=at(LATER, opens), closed_at=at(LATER, closes))
        for one, (opens, closes) in zip(known.sittings, hours, strict=True)
    )
    return replace(known, sittings=sittings, decisions=(), votes=())


def programme_and_script(known: RecordedMeeting) -> tuple[datetime.date, datetime.date]:
    found = programme(known.items, known.sittings)
    return programme_paper(known, found).masthead.dated, script_paper(known, found).masthead.dated


def test_a_draft_of_minutes_is_not_dated_before_the_meeting_of_which_it_tells() -> None:
    """Sittings planned for 25 and 26 November were held on the 27th; the draft bore the 26th."""
    known = held_later()
    paper = minutes_paper(Minutes("", "meeting"), just_drafted(known), known)
    assert paper.masthead.dated == LATER
    circulated = Minutes("m", "meeting", circulated_on=NEXT_YEAR)
    assert minutes_paper(circulated, just_drafted(known), known).masthead.dated == NEXT_YEAR


def test_a_sitting_that_went_on_past_midnight_dates_by_its_end() -> None:
    known = held_later()
    first, last = known.sittings
    long = replace(last, opened_at=at(LATER, 22), closed_at=at(LATER + datetime.timedelta(days=1), 1))
    assert replace(known, sittings=(first, long)).held_until == LATER + datetime.timedelta(days=1)
    assert replace(known, sittings=(first, replace(last, opened_at=None, closed_at=None))).held_until == LATER
    assert replace(known, sittings=()).held_until is None


def test_programme_and_script_that_tell_when_a_sitting_was_held_are_not_older_than_it() -> None:
    assert programme_and_script(held_later()) == (LATER, LATER)


def test_programme_and_script_stay_as_they_were_made_until_they_tell_what_left_no_trace() -> None:
    known = facts()
    first, last = known.sittings
    going_on = replace(known, sittings=(first, replace(last, closed_at=None)))
    assert programme_and_script(going_on) == (datetime.date(2026, 12, 1), FIRST)
    assert programme_and_script(known) == (LAST, LAST)


@pytest.mark.parametrize("early", [False, True])
def test_the_list_of_participants_has_the_day_of_the_last_sitting(early: bool) -> None:
    known = facts() if early else held_later()
    if early:
        known = replace(known, sittings=known.sittings[:1])
    record = Attendance(Guests(known.meeting, ()))
    assert as_attended(record, known, NEXT_YEAR).dated == (FIRST if early else LATER)


def test_records_of_decisions_and_of_votes_without_any_have_the_day_of_the_last_sitting() -> None:
    known = held_later()
    assert decisions_paper(known).masthead.dated == LATER
    assert votes_paper(known).masthead.dated == LATER
