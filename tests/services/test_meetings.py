"""Planning a meeting and its agenda, and opening its sittings."""

import dataclasses
import datetime
from typing import Any

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.base import new_key
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
    desk.agendas.indent(meeting.key, second.key)
    assert labels(desk, meeting.key) == ["1. Future directions", "(a) Partnerships", "2. Other matters"]
    desk.agendas.move(meeting.key, item.key, 1)
    assert labels(desk, meeting.key) == ["1. Other matters", "2. Future directions", "(a) Partnerships"]
    desk.agendas.remove(meeting.key, item.key)
    assert labels(desk, meeting.key) == ["1. Other matters"]


def test_an_item_under_which_something_was_proposed_stays(network: Network) -> None:
    desk, meeting, item = network
    desk.proposals.propose(meeting.key, item.key, said("Title"), said("Text"))
    with pytest.raises(Problem):
        desk.agendas.remove(meeting.key, item.key)
    assert len(desk.agendas.items(meeting.key)) == 1


def test_r37_the_standard_items_fill_an_empty_agenda_only(network: Network) -> None:
    desk, meeting, item = network
    with pytest.raises(Problem):
        desk.agendas.fill(meeting.key)
    desk.agendas.remove(meeting.key, item.key)
    desk.agendas.fill(meeting.key)
    titles = [one.item.title for one in desk.agendas.items(meeting.key)]
    assert len(titles) >= 10
    assert all(title[language] for title in titles for language in Language)


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
