"""What is read and set across topics: dated facts of a State, the settings, the electorate of a moment."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, Mechanism, MechanismType, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.dated_facts import dated_facts
from nmirf_desktop.services.electorate import calling_order, day_of, electorate_at
from nmirf_desktop.services.settings import Settings
from nmirf_desktop.storage.base import new_key
from tests.registers import MEMBERS, OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
WORDS = catalog(Language.EN)
FOUNDED = datetime.date(2024, 5, 9)
LATER = datetime.date(2025, 3, 1)


def designated(desk: Desk, person: Person) -> FocalPoint:
    """A person designated by its State from a day on."""
    point = FocalPoint(new_key(), person.state or "", person.key, Period(LATER))
    desk.members.designate(point, person)
    return point


def test_dated_facts_tell_a_states_history_by_its_days(desk: Desk) -> None:
    desk.members.admit_founders(["PRY"], MembershipKind.MEMBER)
    mechanism = Mechanism(new_key(), "PRY", Period(LATER), said("SIMORE"), MechanismType.INTERMINISTERIAL)
    desk.members.save_mechanism(mechanism)
    point = designated(desk, Person(new_key(), said("Focal point of Paraguay"), "PRY"))
    desk.members.end_designation(point.key, OPENS)
    desk.members.withdraw("PRY", OPENS)
    told = [(one.day, one.what.said_in(WORDS)) for one in dated_facts(desk.members.file("PRY", OPENS))]
    assert told == [
        (FOUNDED, "Founding member: took part in Asunción"),
        (LATER, "Designated: Focal point of Paraguay"),
        (LATER, "Mechanism: SIMORE"),
        (OPENS, "Left the Network"),
        (OPENS, "Designation ended: Focal point of Paraguay"),
    ]


def test_a_person_is_changed_and_an_address_that_is_none_is_refused(desk: Desk) -> None:
    person = Person(new_key(), said("Focal point of Paraguay"), "PRY")
    designated(desk, person)
    desk.members.save_person(replace(person, emails=("focal.point@py.example.org",)))
    assert desk.members.file("PRY", OPENS).people[person.key].email == "focal.point@py.example.org"
    for wrong, field in (({"emails": ("nowhere",)}, "emails"), ({"function": Trilingual()}, "function")):
        with pytest.raises(Problem) as refused:
            desk.members.save_person(replace(person, **wrong))
        assert refused.value.field_name == field
    with pytest.raises(Problem):
        desk.members.save_mechanism(Mechanism(new_key(), "PRY", Period(LATER), Trilingual(), MechanismType.OTHER))


def test_who_votes_on_a_day_is_known(desk: Desk) -> None:
    assert desk.members.voting_person("PRY", OPENS) is None
    person = Person(new_key(), said("Focal point of Paraguay"), "PRY")
    designated(desk, person)
    assert desk.members.voting_person("PRY", OPENS) == person.key


def test_a_function_is_proposed_in_three_languages(desk: Desk) -> None:
    person = desk.members.proposed_person(desk.states.on(OPENS)["PRY"])
    assert [person.function[one] for one in Language] == [
        "Focal point of Paraguay", "Point focal du Paraguay", "Punto focal del Paraguay",
    ]  # fmt: skip


def test_settings_are_kept_and_need_a_prefix_and_a_time_zone(desk: Desk) -> None:
    settings = Settings(desk.store)
    wanted = replace(settings.read(), symbol_prefix="NET", time_zone="America/Asuncion")
    settings.save(wanted)
    assert settings.read() == wanted
    for wrong, field in (
        (replace(wanted, symbol_prefix=" "), "symbol_prefix"),
        (replace(wanted, time_zone="Atlantis/Capital"), "time_zone"),
    ):
        with pytest.raises(Problem) as refused:
            settings.save(wrong)
        assert refused.value.field_name == field


def test_r7_the_electorate_is_that_of_the_local_day(network: Network) -> None:
    desk, meeting, _ = network
    desk.members.withdraw("URY", OPENS, OPENS + datetime.timedelta(days=1))
    late = datetime.datetime(2026, 11, 24, 22, 30, tzinfo=datetime.UTC)
    there = replace(meeting, time_zone="Asia/Tokyo")
    assert (day_of(meeting, late), day_of(there, late)) == (OPENS, OPENS + datetime.timedelta(days=1))
    with desk.store.read() as session:
        assert set(electorate_at(session, meeting, late)) == set(MEMBERS)
        assert set(electorate_at(session, there, late)) == set(MEMBERS) - {"URY"}
        assert calling_order(session, there, late, desk.states, "PRY")[0] == "PRY"
