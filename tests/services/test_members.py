"""What the coordinator does with the register of members."""

import dataclasses
import datetime

import pytest

from nmirf_desktop.domain.members import Basis, Communication, CommunicationForm, Ending, FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import Names, RegionalGroup
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.dated_facts import dated_facts
from nmirf_desktop.services.members import StateLine
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.base import new_key
from tests.registers import Desk, said

FOUNDED = datetime.date(2024, 5, 9)
LATER = datetime.date(2025, 3, 1)
TODAY = datetime.date(2026, 11, 24)


def line(desk: Desk, state: str, on: datetime.date = TODAY) -> StateLine:
    """One State's line in the list."""
    return next(one for one in desk.members.list(on) if one.state.iso3 == state)


def letter(state: str, on: datetime.date, *, interest: bool, adoption: bool) -> Communication:
    """A note verbale to the Executive Committee."""
    return Communication(
        new_key(), state, on, CommunicationForm.NOTE_VERBALE, MembershipKind.MEMBER,
        states_interest=interest, states_adoption=adoption,
    )  # fmt: skip


def focal_point(state: str, start: datetime.date) -> tuple[FocalPoint, Person]:
    """A designation."""
    person = Person(new_key(), said(f"Focal point of {state}"), state)
    return FocalPoint(new_key(), state, person.key, Period(start)), person


def test_r9_a_founder_is_a_member_from_the_day_of_adoption(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    assert line(desk, "PRY").since == FOUNDED
    assert line(desk, "PRY", FOUNDED - datetime.timedelta(days=1)).status is None


def test_r8_a_letter_with_both_elements_makes_a_member_on_its_day(desk: Desk) -> None:
    membership = desk.members.receive(letter("GHA", LATER, interest=True, adoption=True)).now
    assert membership is not None
    assert (membership.period.start, membership.basis) == (LATER, Basis.COMMUNICATION)


def test_r8_r10_r11_nothing_is_received_on_a_day_to_come(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.OBSERVER)
    early, ahead = letter("GHA", LATER, interest=True, adoption=True), TODAY + datetime.timedelta(days=1)
    desk.members.receive(early)
    before = desk.members.file("PRY", ahead), desk.members.file("GHA", ahead)
    for attempt in (
        lambda: desk.members.receive(letter("KEN", ahead, interest=True, adoption=True)),
        lambda: desk.members.correct(dataclasses.replace(early, received_on=ahead)),
        lambda: desk.members.change_status("PRY", ahead),
        lambda: desk.members.withdraw("PRY", ahead),
    ):
        with pytest.raises(Problem) as refused:
            attempt()
        assert refused.value.field_name == "on"
        assert refused.value.said_in(catalog(Language.EN)).startswith("That day lies ahead: today is 24")
    assert (desk.members.file("PRY", ahead), desk.members.file("GHA", ahead)) == before
    assert desk.members.withdraw("PRY", TODAY, ahead).period.end == ahead, "it may take effect later"


def test_r8_the_second_element_may_follow_in_another_letter(desk: Desk) -> None:
    first = desk.members.receive(letter("GHA", LATER, interest=True, adoption=False))
    assert (first.now, first.missing) == (None, ("decision to adopt the Declaration",))
    assert line(desk, "GHA").pending
    membership = desk.members.receive(letter("GHA", TODAY, interest=False, adoption=True)).now
    assert membership is not None
    assert membership.period.start == TODAY
    assert not line(desk, "GHA").pending


def test_r4_a_state_joins_once(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    with pytest.raises(Refusal) as refused:
        desk.members.admit_founders(["URY", "PRY"], MembershipKind.OBSERVER)
    assert refused.value.said_in(catalog(Language.EN)).startswith("Paraguay already has a membership from 9 May 2024")
    assert line(desk, "URY").status is None


def test_r10_an_observer_becomes_a_member_and_the_history_is_kept(desk: Desk) -> None:
    desk.members.admit_founders(["CHE"], MembershipKind.OBSERVER)
    desk.members.change_status("CHE", LATER)
    file = desk.members.file("CHE", TODAY)
    assert [(one.kind, one.ending) for one in file.memberships] == [
        (MembershipKind.OBSERVER, Ending.CHANGE_OF_STATUS),
        (MembershipKind.MEMBER, None),
    ]


def test_r10_r11_a_change_of_status_keeps_the_withdrawal_noted_for_a_later_day(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    desk.members.withdraw("PRY", LATER, TODAY)
    between = LATER + datetime.timedelta(days=10)
    desk.members.change_status("PRY", between)
    assert [(one.kind, one.period, one.ending) for one in desk.members.file("PRY", TODAY).memberships] == [
        (MembershipKind.MEMBER, Period(FOUNDED, between), Ending.CHANGE_OF_STATUS),
        (MembershipKind.OBSERVER, Period(between, TODAY), Ending.WITHDRAWAL),
    ]


def test_r4_a_change_recorded_late_stays_clear_of_the_membership_that_followed(desk: Desk) -> None:
    desk.members.receive(letter("GHA", LATER, interest=True, adoption=True))
    left = LATER + datetime.timedelta(days=90)
    desk.members.withdraw("GHA", left)
    desk.members.receive(letter("GHA", TODAY, interest=True, adoption=True))
    desk.members.designate(*focal_point("GHA", TODAY))
    changed = LATER + datetime.timedelta(days=30)
    desk.members.change_status("GHA", changed)
    file = desk.members.file("GHA", TODAY)
    assert [one.period for one in file.memberships] == [Period(LATER, changed), Period(changed, left), Period(TODAY)]
    assert [one.period for one in file.focal_points] == [Period(TODAY)]


@pytest.mark.parametrize("change", ["change_status", "withdraw"])
def test_r7_r11_who_was_to_vote_later_does_not_once_the_member_is_none(desk: Desk, change: str) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    desk.members.designate(*focal_point("PRY", TODAY))
    getattr(desk.members, change)("PRY", LATER)
    assert desk.members.file("PRY", TODAY).focal_points_on(TODAY) == ()
    assert line(desk, "PRY").focal_point is None


def test_r5_who_never_served_is_in_the_way_of_nobody(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    desk.members.designate(*focal_point("PRY", TODAY))
    desk.members.change_status("PRY", LATER)
    again = LATER + datetime.timedelta(days=30)
    desk.members.change_status("PRY", again)
    point, person = focal_point("PRY", again)
    desk.members.designate(point, person)
    assert line(desk, "PRY").focal_point == person


def test_r11_a_withdrawal_ends_membership_and_designation_on_its_day(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    desk.members.designate(*focal_point("PRY", FOUNDED))
    desk.members.withdraw("PRY", LATER)
    assert line(desk, "PRY", LATER).status is None
    assert line(desk, "PRY", LATER - datetime.timedelta(days=1)).status is MembershipKind.MEMBER
    assert desk.members.file("PRY", TODAY).focal_points[0].period.end == LATER


def test_r10_r11_a_change_and_a_withdrawal_have_the_reference_and_day_of_their_notifications(desk: Desk) -> None:
    desk.members.admit_founders(["CHE"], MembershipKind.OBSERVER)
    desk.members.change_status("CHE", LATER, reference="NV/12")
    assert line(desk, "CHE").reference == "NV/12"
    leaves = LATER + datetime.timedelta(days=40)
    desk.members.withdraw("CHE", LATER + datetime.timedelta(days=10), leaves, reference="NV/19")
    said = [one.what.said_in(catalog(Language.EN)) for one in dated_facts(desk.members.file("CHE", TODAY))]
    assert said[1] == "Member: it has established a mechanism (NV/12)"
    assert said[2].startswith("Left the Network (NV/19, received on ")
    membership = desk.members.file("CHE", TODAY).memberships[-1]
    corrected = dataclasses.replace(membership, leaving_reference="NV/20", leaving_received_on=leaves)
    desk.members.correct_notification(corrected, leaving=True)
    assert desk.members.file("CHE", TODAY).memberships[-1] == corrected
    too_late = dataclasses.replace(membership, leaving_received_on=leaves + datetime.timedelta(days=1))
    with pytest.raises(Refusal, match="never before"):
        desk.members.correct_notification(too_late, leaving=True)
    assert desk.members.file("CHE", TODAY).memberships[-1] == corrected


def test_r11_a_notification_that_was_taken_back_meanwhile_is_not_corrected(desk: Desk) -> None:
    desk.members.admit_founders(["CHE"], MembershipKind.OBSERVER)
    desk.members.withdraw("CHE", LATER, None)
    stale = dataclasses.replace(desk.members.file("CHE", TODAY).memberships[-1], leaving_reference="NV/9")
    undo.undo(desk.store)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        desk.members.correct_notification(stale, leaving=True)
    new = desk.members.change_status("CHE", LATER)
    undo.undo(desk.store)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        desk.members.correct_notification(dataclasses.replace(new, reference="NV/9"))
    (kept,) = desk.members.file("CHE", TODAY).memberships
    assert (kept.ending, kept.leaving_reference, kept.reference) == (None, "", "")


def test_r10_r11_correcting_one_notification_leaves_the_other_as_it_is(desk: Desk) -> None:
    desk.members.admit_founders(["CHE"], MembershipKind.OBSERVER)
    desk.members.change_status("CHE", LATER, reference="NV/12")
    before = desk.members.file("CHE", TODAY).memberships[-1]
    desk.members.withdraw("CHE", LATER + datetime.timedelta(days=1), None, reference="NV/19")
    desk.members.correct_notification(dataclasses.replace(before, reference="NV/13"))
    now = desk.members.file("CHE", TODAY).memberships[-1]
    assert (now.reference, now.leaving_reference) == ("NV/13", "NV/19")


def test_r10_r11_a_noted_withdrawal_keeps_its_notification_over_a_change_of_status(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    desk.members.withdraw("PRY", LATER, TODAY, reference="NV/1")
    desk.members.change_status("PRY", LATER + datetime.timedelta(days=10), reference="NV/2")
    first, second = desk.members.file("PRY", TODAY).memberships
    assert (first.leaving_reference, first.leaving_received_on) == ("", None)
    assert (second.reference, second.leaving_reference, second.leaving_received_on) == ("NV/2", "NV/1", LATER)


def test_r8_r11_a_state_that_left_joins_again_by_a_letter_of_its_own(desk: Desk) -> None:
    desk.members.receive(letter("GHA", LATER, interest=True, adoption=True))
    left = LATER + datetime.timedelta(days=30)
    desk.members.withdraw("GHA", left)
    assert not line(desk, "GHA").pending
    half = left + datetime.timedelta(days=10)
    assert desk.members.receive(letter("GHA", half, interest=True, adoption=False)).now is None
    assert line(desk, "GHA").pending
    again = desk.members.receive(letter("GHA", TODAY, interest=False, adoption=True)).now
    assert again is not None
    assert (again.period, again.basis) == (Period(TODAY), Basis.COMMUNICATION)
    assert not line(desk, "GHA").pending


def test_r8_a_letter_received_earlier_may_be_recorded_later(desk: Desk) -> None:
    desk.members.receive(letter("GHA", TODAY, interest=True, adoption=False))
    membership = desk.members.receive(letter("GHA", LATER, interest=False, adoption=True)).now
    assert membership is not None
    assert membership.period.start == TODAY


def test_r8_a_corrected_day_moves_the_membership_that_the_letter_founded(desk: Desk) -> None:
    sent = letter("GHA", LATER, interest=True, adoption=True)
    founded = desk.members.receive(sent).now
    assert founded is not None
    for day in (LATER - datetime.timedelta(days=20), LATER + datetime.timedelta(days=20)):
        sent = dataclasses.replace(sent, received_on=day)
        joining = desk.members.correct(sent)
        assert joining.moved
        assert joining.now == dataclasses.replace(founded, period=Period(day))
        assert (line(desk, "GHA").since, line(desk, "GHA", day - datetime.timedelta(days=1)).status) == (day, None)
    assert undo.undo(desk.store) == "correct a communication"
    assert line(desk, "GHA").since == LATER - datetime.timedelta(days=20)
    assert desk.members.file("GHA", TODAY).communications[0].received_on == LATER - datetime.timedelta(days=20)


def test_r8_a_correction_of_either_of_two_letters_is_followed(desk: Desk) -> None:
    first = letter("GHA", LATER, interest=True, adoption=False)
    desk.members.receive(first)
    second = letter("GHA", TODAY, interest=False, adoption=True)
    desk.members.receive(second)
    late = TODAY + datetime.timedelta(days=9)
    desk.clock.at += datetime.timedelta(days=9)
    moved = desk.members.correct(dataclasses.replace(first, received_on=late)).now
    assert moved is not None
    assert (moved.period, moved.communication) == (Period(late), first.key)
    gone = desk.members.correct(dataclasses.replace(second, states_adoption=False))
    assert (gone.moved, gone.now, gone.missing) == (True, None, ("decision to adopt the Declaration",))
    assert line(desk, "GHA", late).status is None
    assert line(desk, "GHA", late).pending
    again = desk.members.correct(dataclasses.replace(second, requests=MembershipKind.OBSERVER))
    assert again.now is not None
    assert again.now.kind is MembershipKind.MEMBER


def test_r8_a_correction_changes_what_the_state_is_unless_its_contact_votes(desk: Desk) -> None:
    sent = letter("GHA", LATER, interest=True, adoption=True)
    desk.members.receive(sent)
    desk.members.designate(*focal_point("GHA", LATER))
    with pytest.raises(Refusal, match="does not vote"):
        desk.members.correct(dataclasses.replace(sent, requests=MembershipKind.OBSERVER))
    assert line(desk, "GHA").status is MembershipKind.MEMBER
    assert desk.members.file("GHA", TODAY).communications == (sent,)


def test_r8_what_a_letter_founded_and_has_ended_is_not_undone_by_a_correction(desk: Desk) -> None:
    sent = letter("GHA", LATER, interest=True, adoption=True)
    desk.members.receive(sent)
    desk.members.withdraw("GHA", LATER + datetime.timedelta(days=30))
    for wrong in (
        dataclasses.replace(sent, received_on=TODAY),
        dataclasses.replace(sent, states_interest=False),
        dataclasses.replace(sent, requests=MembershipKind.OBSERVER),
    ):
        with pytest.raises(Refusal) as refused:
            desk.members.correct(wrong)
        assert "had its last day on 30 March 2025" in refused.value.said_in(catalog(Language.EN))
    earlier = LATER - datetime.timedelta(days=3)
    moved = desk.members.correct(dataclasses.replace(sent, received_on=earlier)).now
    assert moved is not None
    assert moved.period == Period(earlier, LATER + datetime.timedelta(days=30))


def test_r8_a_letter_of_a_founder_changes_nothing(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    sent = letter("PRY", LATER, interest=True, adoption=False)
    joining = desk.members.receive(sent)
    assert (joining.moved, joining.missing) == (False, ())
    assert not desk.members.correct(dataclasses.replace(sent, received_on=TODAY)).moved
    assert line(desk, "PRY").since == FOUNDED


def test_r5_a_second_voting_focal_point_is_refused_and_a_successor_is_not(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    assert line(desk, "PRY").lacks_focal_point
    desk.members.designate(*focal_point("PRY", FOUNDED))
    with pytest.raises(Refusal):
        desk.members.designate(*focal_point("PRY", LATER))
    point, person = focal_point("PRY", LATER)
    desk.members.succeed(point, person)
    assert line(desk, "PRY").focal_point == person
    assert desk.members.file("PRY", TODAY).focal_points[0].period == Period(FOUNDED, LATER)


def test_r7_no_successor_votes_for_a_state_that_became_an_observer(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    desk.members.designate(*focal_point("PRY", FOUNDED))
    desk.members.change_status("PRY", LATER)
    before = desk.members.file("PRY", TODAY).focal_points
    with pytest.raises(Refusal, match="does not vote"):
        desk.members.succeed(*focal_point("PRY", LATER + datetime.timedelta(days=1)))
    assert desk.members.file("PRY", TODAY).focal_points == before


def test_r7_an_observers_contact_never_votes(desk: Desk) -> None:
    desk.members.admit_founders(["CHE"], MembershipKind.OBSERVER)
    with pytest.raises(Refusal):
        desk.members.designate(*focal_point("CHE", LATER))


def test_a_renamed_state_has_each_name_in_its_time(desk: Desk) -> None:
    old = desk.states.on(LATER)["TUR"]
    new = Names("Anatolia", "Anatolie", "Anatolia")
    desk.states.rename(Renaming(new_key(), "TUR", TODAY, new, old.formal, old.article))
    assert line(desk, "TUR", LATER).state.short == old.short
    assert line(desk, "TUR", TODAY).state.short == new
    with pytest.raises(Refusal):
        desk.states.rename(Renaming(new_key(), "TUR", TODAY, new, old.formal, old.article))


def test_a_state_moves_to_another_group_from_a_day_and_only_to_another(desk: Desk) -> None:
    desk.states.regroup(Regrouping(new_key(), "TUR", TODAY, RegionalGroup.ASIA_PACIFIC))
    assert line(desk, "TUR", LATER).state.group is RegionalGroup.WEOG
    assert line(desk, "TUR", TODAY).state.group is RegionalGroup.ASIA_PACIFIC
    with pytest.raises(Refusal):
        desk.states.regroup(Regrouping(new_key(), "TUR", TODAY, RegionalGroup.ASIA_PACIFIC))
