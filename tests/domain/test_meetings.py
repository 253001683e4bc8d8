"""*Network Meetings*: one a year, and an agenda one month before (R36, R39, R40)."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.meetings import (
    Audience,
    MeetingKind,
    annual_meetings,
    founding_meant,
    in_order,
    next_meeting,
    notice,
    notice_applies,
    notice_deadline,
    notice_sentence,
    previous_meeting,
)
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import FOUNDING, STATES, day, meeting, rows, sent

NAMES = {state.iso3: state for state in STATES}
MAY = meeting("2027-05-08", "2027-05-10")
MEMBERS = ("MAR", "PRY", "PRT")


def said(found: object, on: str, language: Language = Language.EN) -> str:
    """The notice in words."""
    return notice_sentence(found, day(on), NAMES).said_in(catalog(language))  # type: ignore[arg-type]


@pytest.mark.parametrize("row", rows("notice_vectors.csv"))
def test_r39_the_deadline_is_one_calendar_month_before_clipped_to_the_month(row: dict[str, str]) -> None:
    planned = meeting(row["meeting_opening_date"])
    found = notice(planned, (sent(planned, row["sent_on"]),), MEMBERS)
    assert found.deadline == day(row["latest_sending_date"])
    assert (found.opens_on - found.deadline).days == int(row["days_between"])
    assert found.on_time is (row["expected"] == "ok")
    assert found.late is (row["expected"] == "late")


@given(st.dates(day("2025-01-01"), day("2199-12-31")))
def test_r39_the_deadline_lies_in_the_month_before_and_never_moves_back(opens: datetime.date) -> None:
    deadline = notice_deadline(opens)
    assert deadline.day == opens.day or (deadline + datetime.timedelta(days=1)).day == 1
    assert (opens.year * 12 + opens.month) - (deadline.year * 12 + deadline.month) == 1
    assert notice_deadline(opens + datetime.timedelta(days=1)) >= deadline


def test_r39_the_latest_sending_to_any_member_decides() -> None:
    to_each = [sent(MAY, "2027-04-01", "MAR"), sent(MAY, "2027-04-02", "PRY"), sent(MAY, "2027-04-09", "PRT")]
    late = notice(MAY, to_each, MEMBERS)
    assert (late.latest, late.margin, late.on_time) == (day("2027-04-09"), -1, False)
    assert notice(MAY, to_each[:2], MEMBERS[:2]).margin == 6


def test_r39_a_member_that_was_left_out_is_named() -> None:
    found = notice(MAY, [sent(MAY, "2027-04-01", "MAR"), sent(MAY, "2027-04-02", "PRY")], MEMBERS)
    assert (found.missing, found.margin, found.complete, found.on_time) == (("PRT",), None, False, False)


def test_r39_what_went_to_observers_or_for_another_meeting_does_not_count() -> None:
    other = meeting("2028-05-08")
    found = notice(MAY, [sent(MAY, "2027-04-01", audience=Audience.OBSERVERS), sent(other, "2027-04-01")], MEMBERS)
    assert (found.latest, found.missing) == (None, MEMBERS)


def test_a4_the_first_complete_agenda_counts_and_not_a_later_one() -> None:
    found = notice(MAY, [sent(MAY, "2027-05-01"), sent(MAY, "2027-04-08"), sent(MAY, "2027-04-20", "PRY")], MEMBERS)
    assert (found.latest, found.margin, found.on_time) == (day("2027-04-08"), 0, True)


def test_a5_a_meeting_brought_forward_becomes_late_and_a_postponed_one_stays_on_time() -> None:
    dispatch = sent(MAY, "2027-04-08")
    assert not notice(replace(MAY, opens_on=day("2027-05-07")), [dispatch], MEMBERS).on_time
    assert notice(replace(MAY, opens_on=day("2027-06-07")), [dispatch], MEMBERS).on_time


def test_r39_neither_the_founding_meeting_nor_the_committees_own_need_notice() -> None:
    assert not notice_applies(FOUNDING)
    assert not notice_applies(meeting("2025-01-01", kind=MeetingKind.COMMITTEE))
    assert notice_applies(meeting("2025-01-01", kind=MeetingKind.EXTRAORDINARY))
    entered = meeting("2024-05-08", "2024-05-09")
    assert not notice_applies(entered), "there was no Declaration yet, as what it may have been entered"
    assert founding_meant(entered)
    assert not founding_meant(FOUNDING)
    assert not founding_meant(meeting("2024-05-10"))


def test_r39_without_members_the_sending_itself_is_judged() -> None:
    assert notice(MAY, [sent(MAY, "2027-04-08")], ()).on_time
    assert not notice(MAY, [], ()).complete


def test_r39_is_said_in_words_with_its_arithmetic() -> None:
    late = notice(MAY, [sent(MAY, "2027-04-12")], MEMBERS)
    assert said(late, "2027-05-08") == (
        "The agenda was sent on 12 April 2027. The rule required it by 8 April 2027 (one month before 8 May 2027). "
        "Members to whom it was sent late: 3 of 3, by 4 days at most."
    )
    assert said(late, "2027-05-08", Language.FR) == (
        "L’ordre du jour a été envoyé le 12\N{NO-BREAK SPACE}avril 2027. La règle exigeait l’envoi "
        "le 8\N{NO-BREAK SPACE}avril 2027 au plus tard (un mois avant le 8\N{NO-BREAK SPACE}mai 2027). "
        "Membres auxquels l’envoi a été fait en retard\N{NO-BREAK SPACE}: 3 sur 3, "
        "avec 4 jours de retard au plus."
    )
    assert said(late, "2027-05-08", Language.ES) == (
        "La agenda se envió el 12 de abril de 2027. "
        "La regla exigía el envío a más tardar el 8 de abril de 2027 (un mes antes del 8 de mayo de 2027). "
        "Miembros a los que se envió con retraso: 3 de 3, con 4 días de retraso como máximo."
    )


def test_r39_what_is_still_to_be_done_is_said_before_and_after_the_deadline() -> None:
    nothing = notice(MAY, [], MEMBERS)
    assert said(nothing, "2027-04-08").startswith("The agenda is to be sent by 8 April 2027 (one")
    assert said(nothing, "2027-04-09").startswith("The agenda was not sent.")
    some = notice(MAY, [sent(MAY, "2027-04-01", "PRT")], MEMBERS)
    assert "not yet to all members; still to be sent to: Morocco, Paraguay. The rule req" in said(some, "2027-04-02")
    assert "not to all members; it was not sent to: Morocco, Paraguay. The rule required" in said(some, "2027-04-09")


def test_r39_how_many_were_sent_it_late_is_said_beside_those_who_were_not_sent_it() -> None:
    """It read as if the one that was left out had been the only fault."""
    some = notice(MAY, [sent(MAY, "2027-04-01", "MAR"), sent(MAY, "2027-04-09", "PRT")], MEMBERS)
    assert said(some, "2027-05-08") == (
        "The agenda was last sent on 9 April 2027, and not to all members; it was not sent to: Paraguay. "
        "The rule required it by 8 April 2027 (one month before 8 May 2027). "
        "Members to whom it was sent late: 1 of 3, by 1 day at most."
    )
    in_time = notice(MAY, [sent(MAY, "2027-04-08")], MEMBERS)
    assert "late" not in said(in_time, "2027-05-08")


def test_r36_meetings_by_the_year_for_which_they_count() -> None:
    january = meeting("2026-01-28", "2026-01-30", year=2025)
    december = meeting("2026-12-01", year=2026)
    extra = meeting("2026-06-01", kind=MeetingKind.EXTRAORDINARY)
    assert annual_meetings((december, extra, FOUNDING, january)) == {2025: (january,), 2026: (december,)}


def test_r40_the_meetings_in_their_order_and_the_one_that_comes_next() -> None:
    own = meeting("2026-03-01", kind=MeetingKind.COMMITTEE)
    january = meeting("2026-01-28", "2026-01-30", year=2025)
    assert in_order((MAY, own, january, FOUNDING)) == (FOUNDING, january, own, MAY)
    assert previous_meeting((MAY, own, january, FOUNDING), MAY) == january
    assert previous_meeting((FOUNDING,), FOUNDING) is None
    assert next_meeting((MAY, own, january), day("2026-01-30")) == january
    assert next_meeting((MAY, own, january), day("2026-01-31")) == MAY
    assert next_meeting((MAY,), day("2027-05-11")) is None
