"""*Membership*: who joins, as what, from when, and who decides for a member (R1–R11)."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.members import Basis, Ending, Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import (
    change_status,
    check_no_overlap,
    check_not_twice,
    check_observer_contact,
    check_one_voting,
    effective_date,
    ended_on,
    focal_points_on,
    is_founding_day,
    may_admit,
    members_on,
    membership_on,
    missing_elements,
    observers_on,
    status,
    voting_focal_point,
    withdraw,
)
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import CODES, MEMBER, OBSERVER, day, focal, letter, member, observer, period

PARAGUAY = member("PRY")


def refused(rule: str) -> pytest.RaisesExc[Refusal]:
    """A refusal that names its rule."""
    return pytest.raises(Refusal, check=lambda refusal: refusal.section == rule)


def test_r1_a_state_is_admitted_without_anybodys_approval() -> None:
    may_admit((PARAGUAY,), member("MAR", "2025-01-01"), CODES)


def test_r2_members_and_observers_on_a_day() -> None:
    known = (PARAGUAY, member("MAR", "2024-05-09", "2025-01-01"), observer("KEN"), observer("FJI", "2026-01-01"))
    assert members_on(known, day("2024-05-09")) == ("PRY", "MAR")
    assert members_on(known, day("2025-01-01")) == ("PRY",)
    assert observers_on(known, day("2025-12-31")) == ("KEN",)
    assert status(known, "FJI", day("2026-01-01")) is OBSERVER
    assert status(known, "MAR", day("2025-01-01")) is None
    assert membership_on(known, "PRY", day("2024-05-08")) is None


@pytest.mark.parametrize("code", ["VAT", "PSE", "COK", "NIU", "EUE"])
def test_r3_only_un_member_states_are_admitted(code: str) -> None:
    assert len(CODES) == 193
    with refused("R3"):
        may_admit((), member(code), CODES)


def test_r4_a_state_has_one_membership_on_any_day() -> None:
    known = (member("PRY", "2024-05-09", "2025-01-01"),)
    with refused("R4"):
        may_admit(known, observer("PRY", "2024-12-31"), CODES)
    may_admit(known, observer("PRY", "2025-01-01"), CODES)
    may_admit(known, replace(known[0], period=period("2024-05-08", "2026-01-01")), CODES)


DAYS = st.dates(datetime.date(2024, 5, 9), datetime.date(2040, 12, 31))
STEPS = st.lists(st.tuples(st.sampled_from(["admit", "change", "withdraw"]), DAYS, st.sampled_from(["PRY", "MAR"])))


@given(STEPS)
def test_r4_no_sequence_of_acts_leads_to_overlapping_memberships(steps: list[tuple[str, datetime.date, str]]) -> None:
    known: dict[str, Membership] = {}
    after: tuple[Membership, ...]
    for number, (act, on, state) in enumerate(steps):
        current = membership_on(known.values(), state, on)
        try:
            if act == "admit":
                new = Membership(str(number), state, MEMBER, Period(on), Basis.COMMUNICATION)
                may_admit(known.values(), new, CODES)
                after = (new,)
            elif current is None:
                continue
            elif act == "change":
                after = change_status(current, on, str(number))
                for one in after:
                    check_no_overlap([other for other in known.values() if other.key != current.key], one)
            else:
                after = (withdraw(current, on),)
        except Refusal:
            continue
        known |= {one.key: one for one in after}
    for one in known.values():
        check_no_overlap(known.values(), one)


def test_r5_one_focal_point_votes_and_others_may_stand_beside() -> None:
    first, ended = focal("PRY"), focal("PRY", end="2025-01-01")
    ana = Person(first.person, Trilingual(), "PRY", "Ana", "Sosa")
    people = {ana.key: ana}
    check_one_voting((first,), focal("PRY", voting=False), people)
    check_one_voting((first,), focal("MAR"), people)
    check_one_voting((first,), replace(first, reference="note 12"), people)
    with refused("R5") as raised:
        check_one_voting((first,), focal("PRY", start="2025-01-01"), people)
    assert raised.value.said_in(catalog(Language.EN)) == (
        "Ana SOSA is marked as voting from 9 May 2024 on: one focal point of a State votes on any day."
    )
    check_one_voting((ended,), focal("PRY", start="2025-01-01"), people)
    with refused("R5") as raised:
        check_one_voting((ended,), focal("PRY", start="2024-12-31"), people)
    assert "Ana SOSA is marked as voting from 9 May 2024 to 31 December 2024" in raised.value.said_in(
        catalog(Language.EN)
    )


def test_r5_who_is_designated_twice_is_named_with_the_days() -> None:
    first = focal("PRY", voting=False)
    ana = Person(first.person, Trilingual(), "PRY", "Ana", "Sosa")
    with refused("R5") as raised:
        check_not_twice((first,), replace(first, key="again"), ana)
    assert raised.value.in_the_way == first.key
    assert raised.value.said_in(catalog(Language.EN)).startswith("Ana SOSA is designated already from 9 May 2024 on")


def test_r5_who_votes_on_a_day() -> None:
    known = (focal("PRY", end="2025-01-01"), focal("PRY", voting=False), focal("PRY", start="2025-01-01"))
    assert voting_focal_point(known, "PRY", day("2024-12-31")) == known[0]
    assert voting_focal_point(known, "PRY", day("2025-01-01")) == known[2]
    assert focal_points_on(known, "PRY", day("2024-06-01")) == known[:2]
    assert voting_focal_point(known, "MAR", day("2025-01-01")) is None


def test_r6_nothing_beside_the_designation_is_asked() -> None:
    assert voting_focal_point((focal("PRY"),), "PRY", ADOPTION_DAY) is not None


def test_r7_the_contact_of_an_observer_never_votes() -> None:
    known = (observer("KEN"), PARAGUAY)
    check_observer_contact(known, focal("KEN", voting=False))
    check_observer_contact(known, focal("PRY"))
    with refused("R7"):
        check_observer_contact(known, focal("KEN"))


def test_r8_a_communication_says_what_it_lacks() -> None:
    assert missing_elements([letter("MAR", "2025-01-01")]) == ()
    assert len(missing_elements([letter("MAR", "2025-01-01", interest=False, adoption=False)])) == 2
    elsewhere = replace(letter("MAR", "2025-01-01"), to_committee=False)
    assert missing_elements([elsewhere]) == ("addressed to the Executive Committee",)
    interest = letter("MAR", "2025-02-01", adoption=False)
    assert missing_elements([elsewhere, interest]) == ("decision to adopt the Declaration",)
    assert missing_elements([interest, letter("MAR", "2025-03-01", interest=False)]) == ()
    assert not elsewhere.complete


def test_r8_a_state_joins_on_the_day_of_receipt_of_the_complete_communication() -> None:
    assert effective_date([letter("MAR", "2025-01-31")]) == day("2025-01-31")
    assert effective_date([letter("MAR", "2025-01-31", adoption=False)]) is None
    assert effective_date([replace(letter("MAR", "2025-01-31"), to_committee=False)]) is None


def test_r8_two_letters_complete_each_other_on_the_day_of_the_later_one() -> None:
    interest = letter("MAR", "2025-01-31", adoption=False)
    adoption = replace(letter("MAR", "2025-03-01", interest=False), key="second")
    assert effective_date([adoption, interest]) == day("2025-03-01")
    assert effective_date([adoption]) is None


def test_r9_founding_memberships_begin_in_asuncion() -> None:
    assert datetime.date(2024, 5, 9) == ADOPTION_DAY
    assert is_founding_day(day("2024-05-09"))
    assert is_founding_day(day("2024-05-08"))
    assert not is_founding_day(day("2024-05-10"))


def test_r10_a_new_status_begins_where_the_old_one_ends() -> None:
    ended, new = change_status(observer("KEN"), day("2025-06-01"), "new")
    assert (ended.period, ended.ending) == (period("2024-05-09", "2025-06-01"), Ending.CHANGE_OF_STATUS)
    assert (new.kind, new.period, new.basis) == (MEMBER, period("2025-06-01"), Basis.MECHANISM_ESTABLISHED)
    assert ended.period.last_day == day("2025-05-31")
    back = change_status(new, day("2026-01-01"), "back")[1]
    assert (back.kind, back.basis) == (OBSERVER, Basis.MECHANISM_ENDED)


@pytest.mark.parametrize("on", ["2024-05-01", "2024-05-09"])
def test_r10_a_status_that_has_not_begun_cannot_change(on: str) -> None:
    with refused("R10"):
        change_status(observer("KEN"), day(on), "new")


def test_r10_focal_points_end_with_the_status_for_which_they_were_designated() -> None:
    ended = ended_on((focal("PRY"), focal("MAR")), member("PRY"), day("2025-01-01"))
    assert [one.period for one in ended] == [period("2024-05-09", "2025-01-01")]


def test_r11_a_state_withdraws_on_receipt_or_on_a_later_day() -> None:
    left = withdraw(PARAGUAY, day("2026-02-01"))
    assert (left.period, left.ending) == (period("2024-05-09", "2026-02-01"), Ending.WITHDRAWAL)
    assert withdraw(PARAGUAY, day("2026-02-01"), day("2026-12-31")).period.end == day("2026-12-31")
    assert members_on((left,), day("2026-02-01")) == ()
    assert members_on((left,), day("2026-01-31")) == ("PRY",)


def test_r11_a_withdrawal_never_reaches_back() -> None:
    with refused("R11"):
        withdraw(PARAGUAY, day("2026-02-01"), day("2026-01-31"))
    with refused("R11"):
        withdraw(member("PRY", "2024-05-09", "2025-01-01"), day("2026-02-01"))


def test_r11_nobody_can_be_suspended_or_expelled() -> None:
    assert {str(ending) for ending in Ending} == {"withdrawal", "change_of_status"}
    assert {str(kind) for kind in MembershipKind} == {"member", "observer"}


def test_a_period_for_ever_has_no_last_day() -> None:
    with pytest.raises(Problem) as told:
        Period.of_days(datetime.date(2026, 1, 1), datetime.date.max)
    assert told.value.field_name == "end"
