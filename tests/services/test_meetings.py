"""Planning a meeting and its agenda, and opening its sittings."""

import dataclasses
import datetime
from typing import Any

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, MeetingKind
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Method, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.agenda_versions import AgendaVersions, adoption_of
from nmirf_desktop.services.meetings import GOING_ALONG, HOLDING
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.planning import Planning
from nmirf_desktop.services.readiness import Readiness
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.base import METADATA, new_key
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.undo import undo
from tests.registers import OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]


def labels(desk: Desk, meeting: Key) -> list[str]:
    """The agenda's numbers and English titles."""
    return [f"{one.label(Language.EN)} {one.item.title.en}" for one in desk.agendas.items(meeting)]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"closes_on": OPENS - datetime.timedelta(days=1)}, "closes_on"),
        ({"time_zone": "Atlantis/Capital"}, "time_zone"),
        ({"symbol": " "}, "symbol"),
    ],
)
def test_a_plan_that_cannot_be_is_answered_at_its_field(network: Network, change: dict[str, Any], field: str) -> None:
    desk, meeting, _ = network
    with pytest.raises(Problem) as problem:
        desk.meetings.save(dataclasses.replace(meeting, **change))
    assert problem.value.field_name == field


def test_a_symbol_is_one_meetings_only(network: Network) -> None:
    desk, meeting, _ = network
    with pytest.raises(Problem):
        desk.meetings.save(dataclasses.replace(meeting, key=new_key()))


def test_r39_the_notice_follows_from_the_dispatch(network: Network) -> None:
    desk, meeting, _ = network
    notice = desk.meetings.plan(meeting.key).notice
    assert notice is not None
    assert (notice.deadline, notice.latest) == (datetime.date(2026, 10, 24), None)
    desk.meetings.record_dispatch(AgendaDispatch(new_key(), meeting.key, datetime.date(2026, 10, 26)))
    notice = desk.meetings.plan(meeting.key).notice
    assert notice is not None
    assert (notice.on_time, notice.margin) == (False, -2)


def test_items_are_numbered_by_their_places(network: Network) -> None:
    desk, meeting, item = network
    for title in ("Partnerships", "Other matters"):
        desk.agendas.add(AgendaItem(new_key(), meeting.key, 0, said(title)))
    second = desk.agendas.items(meeting.key)[1].item
    desk.agendas.indent(meeting.key, [second.key])
    assert labels(desk, meeting.key) == ["1. Future directions", "(a) Partnerships", "2. Other matters"]
    desk.agendas.move(meeting.key, [item.key], 1)
    assert labels(desk, meeting.key) == ["1. Other matters", "2. Future directions", "(a) Partnerships"]
    desk.agendas.remove(meeting.key, [item.key])
    assert labels(desk, meeting.key) == ["1. Other matters"]


def test_an_item_under_which_something_was_proposed_stays(network: Network) -> None:
    desk, meeting, item = network
    desk.proposals.propose(meeting.key, item.key, said("Title"), said("Text"))
    with pytest.raises(Problem):
        desk.agendas.remove(meeting.key, [item.key])
    assert len(desk.agendas.items(meeting.key)) == 1


@pytest.mark.parametrize(("act", "why"), [("vote", "A vote"), ("decision", "proposed"), ("minutes", "The minutes")])
def test_an_item_that_the_record_cites_stays_and_is_told_why(network: Network, act: str, why: str) -> None:
    desk, meeting, item = network
    desk.sittings.next(meeting.key)
    desk.sittings.all_arrive(meeting.key)
    if act == "vote":
        desk.voting.open(
            Ballot(meeting.key, item.key, Method.RECORDED, kind=VoteKind.PROCEDURAL, question=said("Adjourn"))
        )
    elif act == "decision":
        desk.proposals.adopt_by_consensus(
            desk.proposals.propose(meeting.key, item.key, said("Title"), said("Decides")).key
        )
    else:
        book = MinuteBook(desk.store, desk.states, desk.clock)
        book.draft(meeting.key)
        with desk.store.write("write under the item") as session:
            PARAGRAPHS.save(session, dataclasses.replace(PARAGRAPHS.all(session)[0], item=item.key))
    with pytest.raises(Problem, match=why):
        desk.agendas.remove(meeting.key, [item.key])
    assert len(desk.agendas.items(meeting.key)) == 1


def test_r37_the_standard_items_fill_an_empty_agenda_only(network: Network) -> None:
    desk, meeting, item = network
    with pytest.raises(Problem):
        desk.agendas.fill(meeting.key)
    desk.agendas.remove(meeting.key, [item.key])
    desk.agendas.fill(meeting.key)
    titles = [one.item.title for one in desk.agendas.items(meeting.key)]
    assert len(titles) >= 10
    assert all(title[language] for title in titles for language in Language)


def test_a_meeting_is_kept_while_any_table_links_to_it(desk: Desk) -> None:
    linking = {table.name for table in METADATA.tables.values() for key in table.foreign_keys
               if key.column.table.name == "meeting"}  # fmt: skip
    assert {rows.name for tables, _ in HOLDING for rows in tables} | {rows.name for rows in GOING_ALONG} == linking
    planned = Planning(desk.store).next(MeetingKind.ANNUAL, OPENS)
    desk.meetings.record_dispatch(AgendaDispatch("sent", planned.key, OPENS))
    with pytest.raises(Problem, match="sending"):
        desk.meetings.remove(planned.key)
    desk.meetings.remove_dispatch("sent")
    MinuteBook(desk.store, desk.states, desk.clock).draft(planned.key)
    with pytest.raises(Problem, match="minutes"):
        desk.meetings.remove(planned.key)
    assert desk.meetings.list() == (planned,)


def test_a_sitting_that_was_held_stays_in_its_place(network: Network) -> None:
    desk, meeting, item = network
    (stale,) = desk.sittings.all(meeting.key)
    held = desk.sittings.open(stale.key, item.key)
    desk.meetings.save_sitting(stale)
    assert desk.sittings.all(meeting.key) == (held,)
    with pytest.raises(Problem, match="was held"):
        desk.meetings.save_sitting(dataclasses.replace(held, on=meeting.closes_on))
    assert desk.sittings.all(meeting.key) == (held,)


def test_a_meeting_does_not_leave_the_day_on_which_it_adopted_its_agenda(network: Network) -> None:
    desk, meeting, _ = network
    desk.meetings.note_adoption(meeting.key, OPENS)
    adopted = desk.meetings.plan(meeting.key).meeting
    with pytest.raises(Problem, match="adopted its agenda") as problem:
        desk.meetings.save(dataclasses.replace(adopted, opens_on=OPENS + datetime.timedelta(days=30)))
    assert problem.value.field_name == "opens_on"
    assert desk.meetings.plan(meeting.key).meeting == adopted


def test_a_sitting_is_opened_once_and_closed_once(network: Network) -> None:
    desk, meeting, _ = network
    (sitting,) = desk.sittings.all(meeting.key)
    with pytest.raises(Refusal):
        desk.sittings.close(sitting.key)
    desk.sittings.open(sitting.key)
    desk.clock.forward(90)
    with pytest.raises(Refusal):
        desk.sittings.open(sitting.key)
    closed = desk.sittings.close(sitting.key)
    assert closed.opened_at is not None
    assert closed.closed_at is not None
    assert closed.closed_at - closed.opened_at == datetime.timedelta(minutes=90)


def test_presence_follows_arrivals_and_departures(network: Network) -> None:
    desk, meeting, _ = network
    desk.sittings.record(meeting.key, ["PRY", "URY", "CHE"], PresenceKind.ARRIVED)
    desk.clock.forward()
    desk.sittings.record(meeting.key, ["URY"], PresenceKind.CONNECTION_LOST)
    assert desk.sittings.presence(meeting.key) == {"PRY", "CHE"}
    desk.clock.forward()
    desk.sittings.record(meeting.key, ["URY"], PresenceKind.CONNECTION_RESTORED)
    assert desk.sittings.presence(meeting.key) == {"PRY", "URY", "CHE"}


def test_r36_the_next_meeting_is_planned_in_one_act(network: Network) -> None:
    desk, meeting, _ = network
    new = Planning(desk.store).next(MeetingKind.ANNUAL, OPENS)
    assert (new.symbol, new.number) == ("NMIRF/2027", 3)
    assert [one.meeting.key for one in desk.meetings.lines(OPENS)] == [new.key, meeting.key]


def test_sittings_are_added_for_each_day_and_numbered_by_time(network: Network) -> None:
    desk, meeting, _ = network
    assert desk.meetings.fill_sittings(meeting.key) == 4
    with pytest.raises(Problem):
        desk.meetings.fill_sittings(meeting.key)
    desk.meetings.add_sitting(meeting.key)
    planned = desk.meetings.plan(meeting.key).sittings
    assert [one.number for one in planned] == [1, 2, 3, 4, 5, 6]
    assert [one.on for one in planned] == sorted(one.on for one in planned)
    desk.meetings.remove_sitting(planned[0].key)
    assert [one.number for one in desk.meetings.plan(meeting.key).sittings] == [1, 2, 3, 4, 5]


def test_a_number_that_comes_free_before_a_sitting_that_was_opened_is_told(network: Network) -> None:
    desk, meeting, _ = network
    desk.meetings.fill_sittings(meeting.key)
    first, second, third, fourth, fifth = desk.meetings.plan(meeting.key).sittings
    assert desk.meetings.remove_sitting(first.key) is None, "all that follow take the numbers before theirs"
    desk.sittings.open(third.key)
    assert desk.meetings.remove_sitting(second.key) == 1
    assert [one.number for one in desk.meetings.plan(meeting.key).sittings] == [2, 3, 4]
    assert desk.meetings.remove_sitting(fourth.key) is None, "what was free before is not told again"
    moved = dataclasses.replace(fifth, starts=datetime.time(16), ends=datetime.time(17))
    assert desk.meetings.save_sitting(moved) is None
    assert [one.number for one in desk.meetings.plan(meeting.key).sittings] == [2, 3]


@pytest.mark.parametrize(
    ("starts", "ends", "field"), [(12, 18, "starts"), (9, 11, "ends"), (11, 12, "starts"), (9, 14, "ends")]
)
def test_a_sitting_that_overlaps_another_is_refused_and_the_other_named(
    network: Network, starts: int, ends: int, field: str
) -> None:
    desk, meeting, _ = network
    (first,) = desk.meetings.plan(meeting.key).sittings
    other = dataclasses.replace(first, key="other", starts=datetime.time(starts), ends=datetime.time(ends))
    with pytest.raises(Problem) as problem:
        desk.meetings.save_sitting(other)
    assert "overlaps the 1st sitting (10:00–13:00)" in problem.value.said_in(catalog(Language.EN))
    assert problem.value.field_name == field
    assert desk.meetings.plan(meeting.key).sittings == (first,)
    next_day = first.on + datetime.timedelta(days=1)
    desk.meetings.save_sitting(dataclasses.replace(other, on=next_day))
    desk.meetings.save_sitting(dataclasses.replace(first, key="after", starts=first.ends, ends=datetime.time(15)))
    assert len(desk.meetings.plan(meeting.key).sittings) == 3


def test_a_meeting_moves_with_its_sittings_and_cannot_leave_them_behind(network: Network) -> None:
    desk, meeting, _ = network
    week = datetime.timedelta(days=7)
    desk.meetings.save(dataclasses.replace(meeting, opens_on=OPENS + week))
    plan = desk.meetings.plan(meeting.key)
    assert (plan.meeting.closes_on, plan.sittings[0].on) == (meeting.closes_on + week, OPENS + week)
    desk.meetings.fill_sittings(meeting.key)
    with pytest.raises(Problem) as problem:
        desk.meetings.save(dataclasses.replace(plan.meeting, closes_on=OPENS + week))
    assert problem.value.field_name == "closes_on"


def test_a_sending_is_recorded_once_and_gets_its_key(network: Network) -> None:
    desk, meeting, _ = network
    sent = AgendaDispatch("", meeting.key, datetime.date(2026, 10, 20))
    desk.meetings.record_dispatch(sent)
    with pytest.raises(Problem):
        desk.meetings.record_dispatch(dataclasses.replace(sent, reason="twice"))
    (kept,) = desk.meetings.plan(meeting.key).dispatches
    assert kept.key


def test_r38_an_agenda_is_agreed_by_the_committee_in_office(network: Network) -> None:
    desk, meeting, _ = network
    desk.meetings.note_agreement(meeting.key, datetime.date(2026, 10, 12))
    assert desk.meetings.plan(meeting.key).meeting.agenda_agreed_on == datetime.date(2026, 10, 12)
    desk.meetings.note_agreement(meeting.key, None)
    assert desk.meetings.plan(meeting.key).meeting.agenda_agreed_on is None


def test_an_agenda_is_adopted_by_the_meeting_on_one_of_its_days(network: Network) -> None:
    desk, meeting, _ = network
    with pytest.raises(Refusal):
        desk.meetings.mark_adopted(meeting.key, OPENS - datetime.timedelta(days=1))
    with pytest.raises(Problem):
        desk.meetings.note_adoption(meeting.key, OPENS - datetime.timedelta(days=1))
    with pytest.raises(Problem) as ahead:
        desk.meetings.mark_adopted(meeting.key, meeting.closes_on)
    assert "lies ahead" in ahead.value.said_in(catalog(Language.EN))
    desk.clock.at += datetime.timedelta(days=90)
    assert desk.meetings.mark_adopted(meeting.key, OPENS + datetime.timedelta(days=90)) == meeting.closes_on
    desk.meetings.note_adoption(meeting.key, None)
    assert desk.meetings.plan(meeting.key).meeting.agenda_adopted_on is None


def test_a_corrected_agenda_keeps_the_day_on_which_it_was_adopted(network: Network) -> None:
    desk, meeting, _ = network
    versions, day = AgendaVersions(desk.store), datetime.timedelta(days=1)
    desk.clock.at += 40 * day
    today = OPENS + 40 * day
    desk.meetings.note_adoption(meeting.key, OPENS)
    versions.reopen(meeting.key, today)
    desk.agendas.insert(meeting.key)
    assert desk.meetings.mark_adopted(meeting.key, today) == OPENS
    standing = versions.standing(meeting.key)
    assert standing.adopted
    assert [one.made_on for one in standing.versions] == [OPENS, today, today]
    with desk.store.read() as session:
        assert adoption_of(session, standing.versions[-1]) == OPENS
    assert desk.meetings.plan(meeting.key).meeting.agenda_adopted_on == OPENS


def test_a_meeting_that_adopts_again_on_a_later_day_of_its_own_has_that_day(network: Network) -> None:
    desk, meeting, _ = network
    later = OPENS + datetime.timedelta(days=1)
    desk.clock.at += datetime.timedelta(days=1)
    desk.meetings.note_adoption(meeting.key, later)
    AgendaVersions(desk.store).reopen(meeting.key, later)
    assert desk.meetings.mark_adopted(meeting.key, OPENS) == later
    desk.clock.at += datetime.timedelta(days=1)
    AgendaVersions(desk.store).reopen(meeting.key, meeting.closes_on)
    assert desk.meetings.mark_adopted(meeting.key, meeting.closes_on) == meeting.closes_on


def test_a_new_item_has_its_place_and_is_missing_its_title(network: Network) -> None:
    desk, meeting, item = network
    key = desk.agendas.insert(meeting.key, item.key)
    assert [one.item.key for one in desk.agendas.items(meeting.key)] == [item.key, key]
    assert (desk.agendas.meeting_of(key), desk.agendas.meeting_of("none")) == (meeting.key, None)
    unready = Readiness(desk.store).of(meeting.key)
    assert {(one.record, one.text) for one in unready} == {(key, f"{key}.title")}
    assert desk.agendas.time(meeting.key).available.minutes == 180


def test_an_election_is_recorded_named_in_the_minutes_and_taken_back(network: Network) -> None:
    desk, meeting, item = network
    desk.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, "PRY", item=item.key))
    desk.meetings.record_officer(Officer("", meeting.key, Office.RAPPORTEUR, "GHA"))
    assert [one.office for one in desk.meetings.plan(meeting.key).officers] == [Office.CHAIR, Office.RAPPORTEUR]
    with pytest.raises(Problem):
        desk.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, "PRY"))
    with desk.store.read() as session:
        recorded = read_meeting(session, meeting.key, desk.states)
    drafted = [one.text.en for one in draft(recorded) if one.slot.startswith("officers")]
    assert drafted == [
        "Under agenda item 1, the meeting elected Paraguay as Chair.",
        "The meeting elected Ghana as Rapporteur.",
    ]
    chair, rapporteur = desk.meetings.plan(meeting.key).officers
    desk.meetings.remove_officer(chair.key)
    assert desk.meetings.plan(meeting.key).officers == (rapporteur,)
    assert undo(desk.store) == "take back an election"
    assert desk.meetings.plan(meeting.key).officers == (chair, rapporteur)


def test_the_named_person_who_was_elected_is_read_with_the_meeting(network: Network) -> None:
    desk, meeting, _ = network
    person = Person(new_key(), Trilingual(), "PRY", "Ana", "Sosa", Gender.FEMININE)
    desk.members.save_person(person)
    desk.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, "PRY", person.key))
    with desk.store.read() as session:
        recorded = read_meeting(session, meeting.key, desk.states)
    assert recorded.people == (person,)


def test_a_meeting_with_officers_is_kept(network: Network) -> None:
    desk, _, _ = network
    planned = Planning(desk.store).next(MeetingKind.ANNUAL, OPENS)
    desk.meetings.record_officer(Officer("", planned.key, Office.CHAIR, "PRY"))
    with pytest.raises(Problem, match="officers"):
        desk.meetings.remove(planned.key)
