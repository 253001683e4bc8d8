"""What is history leaves Home; what can still be mended, or told to the next annual meeting, stays there."""

import datetime
from dataclasses import replace

from nmirf_desktop.domain.committees import Term
from nmirf_desktop.domain.compliance import Finding, FindingState, Judged, JudgedKind, RegisterFacts, open_findings
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Phrase
from tests.registers import said


def meeting(key: str, year: int, kind: MeetingKind = MeetingKind.ANNUAL) -> Meeting:
    """A meeting of two days in November."""
    days = datetime.date(year, 11, 24), datetime.date(year, 11, 25)
    return Meeting(key, f"NMIRF/{year}", kind, year, year, said("Meeting"), *days, said("Asunción"))


FACTS = RegisterFacts(
    meetings=(meeting("first", 2025), meeting("extra", 2026, MeetingKind.EXTRAORDINARY), meeting("second", 2027)),
    terms=(Term("term", Period(datetime.date(2021, 5, 9), datetime.date(2024, 5, 9)), datetime.date(2021, 5, 9)),),
)
RENEWED = replace(
    FACTS,
    terms=(
        Term("term", Period(datetime.date(2022, 11, 26), datetime.date(2025, 11, 26)), datetime.date(2022, 11, 26)),
        Term("next", Period(datetime.date(2025, 11, 26), datetime.date(2028, 11, 26)), datetime.date(2025, 11, 25)),
    ),
)
DURING, AFTER, NEXT_OVER = datetime.date(2025, 11, 25), datetime.date(2025, 11, 26), datetime.date(2027, 11, 26)


def is_open(rule: str, kind: JudgedKind, key: str, on: datetime.date, facts: RegisterFacts = RENEWED) -> bool:
    """Whether a rule that is not kept stands on Home."""
    finding = Finding(rule, FindingState.NOT_KEPT, Judged(kind, key), Phrase("x"))
    return open_findings([finding], facts, on) == (finding,)


def test_r39_an_agenda_sent_late_is_history_once_the_meeting_is_over() -> None:
    assert is_open("R39", JudgedKind.MEETING, "first", DURING)
    assert not is_open("R39", JudgedKind.MEETING, "first", AFTER)


def test_anything_else_of_a_meeting_is_so_once_the_next_annual_meeting_is_over() -> None:
    for kind, key in ((JudgedKind.MEETING, "first"), (JudgedKind.YEAR, "2025"), (JudgedKind.TERM, "term")):
        assert is_open("R37", kind, key, datetime.date(2027, 11, 25))
        assert not is_open("R37", kind, key, NEXT_OVER)
    assert is_open("R37", JudgedKind.MEETING, "second", NEXT_OVER)


def test_a10_r30_a_mandate_that_nobody_renewed_stays_whatever_meeting_is_over() -> None:
    for rule in ("R28", "R30", "R34"):
        assert is_open(rule, JudgedKind.TERM, "term", NEXT_OVER, FACTS)
        assert is_open(rule, JudgedKind.TERM, "next", NEXT_OVER)


def test_what_concerns_a_state_or_the_register_stays() -> None:
    assert is_open("R5", JudgedKind.STATE, "PRY", NEXT_OVER)
    assert is_open("R46", JudgedKind.REGISTER, "", NEXT_OVER)


def test_what_is_about_nothing_that_is_recorded_stays() -> None:
    assert is_open("R39", JudgedKind.MEETING, "gone", NEXT_OVER)
