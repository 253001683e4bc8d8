"""What is known for an agenda where other meetings are planned between: newcomers, minutes that are foreseen."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.known_matters import MatterKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.members import Communication, CommunicationForm, MembershipKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from tests.registers import OPENS, Hand, networked, said

DAY = datetime.timedelta(days=1)
ANNUAL = datetime.date(2027, 11, 22)
EXTRAORDINARY = datetime.date(2027, 1, 11)


@pytest.fixture
def clock() -> Hand:
    return Hand(datetime.datetime(2026, 12, 2, 9, tzinfo=datetime.UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: Hand) -> Iterator[Secretariat]:
    path = tmp_path / "network.nmirf"
    networked(path)
    with open_register(path, author="coordinator", clock=clock) as store:
        yield Secretariat(store, clock)


def joined(desk: Secretariat, state: str, on: datetime.date, kind: MembershipKind = MembershipKind.MEMBER) -> None:
    desk.members.receive(
        Communication(
            new_key(), state, on, CommunicationForm.NOTE_VERBALE, kind, states_interest=True, states_adoption=True
        )
    )


def planned(desk: Secretariat, kind: MeetingKind, on: datetime.date) -> Meeting:
    meeting = replace(desk.planning.next(kind, datetime.date(2026, 12, 2)), opens_on=on, closes_on=on)
    desk.meetings.save(meeting)
    return next(one for one in desk.meetings.list() if one.key == meeting.key)


def said_of(desk: Secretariat, meeting: Meeting, purpose: Purpose) -> str:
    return item_of(desk, meeting, purpose).annotation.en


def item_of(desk: Secretariat, meeting: Meeting, purpose: Purpose) -> AgendaItem:
    return next(one.item for one in desk.agendas.items(meeting.key) if one.item.purpose is purpose)


def test_newcomers_count_from_the_last_meeting_that_was_held(desk: Secretariat) -> None:
    joined(desk, "KEN", OPENS + 4 * DAY)
    planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    annual = planned(desk, MeetingKind.ANNUAL, ANNUAL)
    desk.known_matters.place(annual.key)
    assert said_of(desk, annual, Purpose.MEMBERSHIP) == (
        "Since the second annual meeting of the Network the following has become a member: Kenya."
    )


def test_an_extraordinary_meeting_counts_once_it_named_them_and_was_held(desk: Secretariat, clock: Hand) -> None:
    joined(desk, "KEN", OPENS + 4 * DAY)
    other = planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    annual = planned(desk, MeetingKind.ANNUAL, ANNUAL)
    desk.known_matters.place(other.key)
    clock.at = datetime.datetime(2027, 2, 1, 9, tzinfo=datetime.UTC)
    joined(desk, "FJI", EXTRAORDINARY + 7 * DAY)
    desk.known_matters.place(annual.key)
    assert said_of(desk, annual, Purpose.MEMBERSHIP) == (
        "Since the extraordinary meeting of the Network the following has become a member: Fiji."
    )


def test_an_extraordinary_meeting_that_named_nobody_is_passed_over(desk: Secretariat, clock: Hand) -> None:
    joined(desk, "KEN", OPENS + 4 * DAY)
    planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    annual = planned(desk, MeetingKind.ANNUAL, ANNUAL)
    clock.at = datetime.datetime(2027, 2, 1, 9, tzinfo=datetime.UTC)
    desk.known_matters.place(annual.key)
    assert said_of(desk, annual, Purpose.MEMBERSHIP).endswith("a member: Kenya.")


@pytest.mark.parametrize("together", [True, False])
def test_new_members_and_observers_are_one_item_of_an_extraordinary_agenda(desk: Secretariat, together: bool) -> None:
    joined(desk, "KEN", OPENS + 4 * DAY)
    joined(desk, "FJI", OPENS + 5 * DAY, MembershipKind.OBSERVER)
    other = planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    desk.agendas.fill(other.key)
    origins = [one.origin for one in desk.known_matters.preview(other.key)]
    for some in [origins] if together else [[one] for one in origins]:
        desk.known_matters.place(other.key, some)
    items = [one.item for one in desk.agendas.items(other.key)]
    (item,) = [one for one in items if one.title.en == "New members and observers"]
    lines = item.annotation.en.split("\n")
    assert [line.rpartition(": ")[2] for line in lines] == ["Kenya.", "Fiji."]
    assert len(item.origins) == 2
    assert desk.known_matters.preview(other.key) == ()


def test_the_minutes_that_are_foreseen_follow_the_days_of_their_meeting(desk: Secretariat) -> None:
    other = planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    annual = planned(desk, MeetingKind.ANNUAL, ANNUAL)
    desk.known_matters.place(annual.key)
    item = item_of(desk, annual, Purpose.PREVIOUS_MINUTES)
    desk.agendas.save(replace(item, annotation=item.annotation.with_paragraph(said("More."))))
    moved = EXTRAORDINARY + 7 * DAY
    desk.meetings.save(replace(other, opens_on=moved, closes_on=moved))
    text = item_of(desk, annual, Purpose.PREVIOUS_MINUTES).annotation
    assert "(18 January 2027)" in text.en
    assert "18\N{NO-BREAK SPACE}janvier 2027" in text.fr
    assert text.en.endswith("\nMore.")
    assert set(text.states().values()) == {*item.annotation.states().values()}
    assert desk.known_matters.preview(annual.key) == ()


def test_minutes_of_a_meeting_that_comes_later_now_give_way_to_those_before(desk: Secretariat) -> None:
    other = planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    annual = planned(desk, MeetingKind.ANNUAL, ANNUAL)
    desk.known_matters.place(annual.key)
    moved = ANNUAL + 7 * DAY
    desk.meetings.save(replace(other, opens_on=moved, closes_on=moved))
    assert "24–26 November 2026" in said_of(desk, annual, Purpose.PREVIOUS_MINUTES)
    assert "January" not in said_of(desk, annual, Purpose.PREVIOUS_MINUTES)
    assert desk.known_matters.preview(annual.key) == ()


def test_a_sentence_put_in_other_words_stays_as_it_was_written(desk: Secretariat) -> None:
    other = planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    annual = planned(desk, MeetingKind.ANNUAL, ANNUAL)
    desk.known_matters.place(annual.key)
    item = item_of(desk, annual, Purpose.PREVIOUS_MINUTES)
    desk.agendas.save(replace(item, annotation=said("In other words.")))
    moved = EXTRAORDINARY + 7 * DAY
    desk.meetings.save(replace(other, opens_on=moved, closes_on=moved))
    assert said_of(desk, annual, Purpose.PREVIOUS_MINUTES) == "In other words."


def test_what_is_to_be_followed_up_is_told_in_each_language_though_nobody_translated_it(desk: Secretariat) -> None:
    held = next(iter(desk.meetings.list()))
    action = FollowUpAction("", held.key, Trilingual("Publish the guide"), Trilingual("Coordinator"), due_on=OPENS)
    desk.actions.record(action)
    coming = planned(desk, MeetingKind.EXTRAORDINARY, EXTRAORDINARY)
    (matter,) = [one for one in desk.known_matters.preview(coming.key) if one.kind is MatterKind.ACTION]
    assert matter.text.es == ""  # the agenda waits for the translation
    assert matter.below.es.startswith(f"Seguimiento de {held.symbol}. Responsable: Coordinator.")
