"""The room: where it is across a restart, who is online, who speaks without being a State."""

import dataclasses
import datetime

import pytest

from nmirf_desktop.domain import drafting_frame
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.participants import Answer, Delegate, Invitee, Part, Partner, PartnerKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import PresenceKind, coming_for, guests, outside_sentence, outside_the_days, place_of
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.invitations import Invitation, Invitations
from nmirf_desktop.services.planning import Planning
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.participants import DELEGATES, INVITEES, PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.undo import undo
from tests.registers import MEMBERS, OPENS, Desk, said

Network = tuple[Desk, Meeting, AgendaItem]


def test_the_room_is_at_the_item_to_which_it_turned_also_before_the_next_sitting(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.turn_to(meeting.key, item.key)
    assert place_of(desk.sittings.all(meeting.key)) is None
    desk.sittings.next(meeting.key)
    desk.sittings.turn_to(meeting.key, item.key)
    assert place_of(desk.sittings.all(meeting.key)) == item.key
    desk.sittings.next(meeting.key)
    desk.meetings.save_sitting(Sitting(new_key(), meeting.key, 2, OPENS, datetime.time(15), datetime.time(18)))
    assert place_of(desk.sittings.all(meeting.key)) == item.key
    other = AgendaItem("other", meeting.key, 1, said("Other matters"))
    desk.agendas.add(other)
    assert desk.sittings.next(meeting.key, other.key).item == other.key
    assert place_of(desk.sittings.all(meeting.key)) == other.key


def test_a_delegation_comes_online_loses_its_connection_and_has_it_again(network: Network) -> None:
    desk, meeting, _ = network

    def presence() -> PresenceKind | None:
        return next(one.presence for one in desk.sittings.roll(meeting.key).delegations if one.state.iso3 == "PRY")

    seen = []
    for _ in range(4):
        desk.clock.forward()
        desk.sittings.connect(meeting.key, ["PRY"])
        seen.append(presence())
    online, lost, again = PresenceKind.ARRIVED_ONLINE, PresenceKind.CONNECTION_LOST, PresenceKind.CONNECTION_RESTORED
    assert seen == [online, lost, again, lost]
    desk.clock.forward()
    desk.sittings.connect(meeting.key, ["PRY"])
    desk.clock.forward()
    desk.sittings.all_arrive(meeting.key)
    roll = desk.sittings.roll(meeting.key)
    assert roll.said_in(catalog(Language.EN)) == "8 members present of 8 · 2 observers · 1 delegation online"
    desk.clock.forward()
    desk.sittings.record(meeting.key, ["PRY"], PresenceKind.ARRIVED)
    assert presence() is PresenceKind.ARRIVED


def test_several_delegations_come_and_go_in_one_step(network: Network) -> None:
    desk, meeting, _ = network

    def entries() -> int:
        with desk.store.read() as session:
            return len(ENTRIES.all(session))

    before = entries()
    desk.sittings.toggle(meeting.key, ["PRY", "GHA"])
    desk.clock.forward()
    desk.sittings.connect(meeting.key, ["URY", "SVN", "IDN"])
    assert entries() == before + 2
    assert desk.sittings.presence(meeting.key) == {"PRY", "GHA", "URY", "SVN", "IDN"}
    undo(desk.store)
    assert desk.sittings.presence(meeting.key) == {"PRY", "GHA"}
    desk.clock.forward()
    desk.sittings.toggle(meeting.key, ["GHA", "BRA"])
    assert desk.sittings.presence(meeting.key) == {"PRY", "GHA", "BRA"}
    desk.clock.forward()
    desk.sittings.toggle(meeting.key, ["GHA", "BRA"])
    assert desk.sittings.presence(meeting.key) == {"PRY"}


def test_the_exceptions_after_all_are_present_were_not_represented(network: Network) -> None:
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    desk.clock.forward(0.1)
    desk.sittings.toggle(meeting.key, ("GHA", "URY", "SVN"))
    desk.clock.forward(0.1)
    desk.floor.give(meeting.key, item.key, "SVN", Language.EN)
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    absent = set(facts.members) - set(facts.represented(facts.members))
    assert absent == {"GHA", "URY"}, "who speaks was there, whatever was marked"


def test_apologies_that_came_after_all_were_noted_as_present_are_no_attendance(network: Network) -> None:
    """The minutes said that all members were represented, and the list of participants named who was not."""
    desk, meeting, item = network
    invitations = Invitations(desk.store, desk.states, desk.clock)
    invitations.invite(meeting.key, Invitation(("GHA", "URY", "SVN", "PRY"), invited_on=OPENS))
    desk.sittings.all_arrive(meeting.key)
    keys = {line.invitee.state: line.key for line in invitations.guests(meeting.key).lines}
    invitations.answer(keys.values(), Answer.APOLOGIES, OPENS)
    desk.clock.forward(30)
    desk.sittings.record(meeting.key, ["URY"], PresenceKind.LEFT)
    desk.clock.forward(30)
    desk.sittings.record(meeting.key, ["URY"], PresenceKind.ARRIVED)
    desk.floor.give(meeting.key, item.key, "SVN", Language.EN)
    absent = set(recorded(network).members) - set(recorded(network).represented(MEMBERS))
    assert absent == {"GHA", "PRY"}, "who was noted by itself, or spoke, came all the same"
    said = {one.slot: one.text.en for one in drafting_frame.attendance(recorded(network))}
    assert said["members"] == "Of the eight members of the Network, six were represented."


def test_a_list_that_names_a_state_after_its_apologies_says_that_it_came(network: Network) -> None:
    desk, meeting, _ = network
    invitations = Invitations(desk.store, desk.states, desk.clock)
    invitations.invite(meeting.key, Invitation(("GHA",), invited_on=OPENS - datetime.timedelta(days=9)))
    (line,) = invitations.guests(meeting.key).lines
    invitations.answer((line.key,), Answer.APOLOGIES, OPENS - datetime.timedelta(days=1))
    desk.sittings.all_arrive(meeting.key)
    assert set(MEMBERS) - set(recorded(network).represented(MEMBERS)) == {"GHA"}
    desk.clock.forward(30)
    desk.sittings.arrive(meeting.key, dict.fromkeys(("GHA", "JPN"), PresenceKind.ARRIVED))
    assert "GHA" in recorded(network).attended


def test_who_was_noted_after_its_apologies_of_the_same_day_came_all_the_same(network: Network) -> None:
    """It was present on the roll, and in no minutes, because it was noted together with another one."""
    desk, meeting, _ = network
    invitations = Invitations(desk.store, desk.states, desk.clock)
    invitations.invite(meeting.key, Invitation(("GHA",), invited_on=OPENS))
    (line,) = invitations.guests(meeting.key).lines
    invitations.answer((line.key,), Answer.APOLOGIES, OPENS)
    desk.clock.forward(30)
    desk.sittings.toggle(meeting.key, ["GHA", "USA"])
    assert recorded(network).attended == {"GHA", "USA"}
    desk.clock.forward(30)
    invitations.answer((line.key,), Answer.APOLOGIES, OPENS, "a reference of the letter")
    assert recorded(network).attended == {"GHA", "USA"}, "the apologies are those of before"


def test_a_letter_of_apology_that_is_entered_after_all_were_noted_as_present_counts(network: Network) -> None:
    """It bore the day before, so that the minutes said that its State was represented."""
    desk, meeting, _ = network
    invitations = Invitations(desk.store, desk.states, desk.clock)
    invitations.invite(meeting.key, Invitation(("GHA",), invited_on=OPENS - datetime.timedelta(days=9)))
    desk.sittings.all_arrive(meeting.key)
    desk.clock.forward(30)
    (line,) = invitations.guests(meeting.key).lines
    invitations.answer((line.key,), Answer.APOLOGIES, OPENS - datetime.timedelta(days=1))
    assert set(MEMBERS) - recorded(network).attended == {"GHA"}


def recorded(network: Network) -> RecordedMeeting:
    """The meeting as its minutes read it."""
    desk, meeting, _ = network
    with desk.store.read() as session:
        return read_meeting(session, meeting.key, desk.states)


def test_a_guest_takes_the_floor_by_its_name_and_is_offered_again(network: Network) -> None:
    desk, meeting, item = network
    with pytest.raises(Problem):
        desk.floor.give(meeting.key, item.key, Trilingual(), Language.EN)
    desk.floor.give(meeting.key, item.key, said("The University of Rabat"), Language.EN)
    known = guests(desk.sittings.interventions(meeting.key))
    assert [one.en for one in known] == ["OHCHR", "The Chair", "The University of Rabat"]
    assert known[0].fr == "Le HCDH"


def test_a_day_outside_the_meeting_is_said_in_words(network: Network) -> None:
    _, meeting, _ = network
    assert not outside_the_days(meeting, meeting.closes_on)
    day = meeting.closes_on + datetime.timedelta(days=1)
    assert outside_the_days(meeting, day)
    assert "27 November 2026 is outside the days of the meeting" in outside_sentence(meeting, day).said_in(
        catalog(Language.EN)
    )


def test_a_meeting_of_one_day_is_told_by_that_day_alone(network: Network) -> None:
    _, meeting, _ = network
    short = dataclasses.replace(meeting, closes_on=meeting.opens_on)
    told = outside_sentence(short, meeting.opens_on - datetime.timedelta(days=1)).said_in(catalog(Language.ES))
    assert "no es el día de la reunión (24 de noviembre de 2026)" in told


def test_what_was_taken_back_does_not_come_back_with_a_late_note(network: Network) -> None:
    desk, meeting, item = network
    heard = desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.sittings.note(dataclasses.replace(heard, body=said("welcomed it")))
    desk.sittings.forget(heard.key)
    with pytest.raises(Refusal, match="was taken back"):
        desk.sittings.note(heard)
    assert desk.sittings.interventions(meeting.key) == ()
    put = desk.proposals.table(meeting.key, item.key, Language.EN)
    undo(desk.store)
    with pytest.raises(Refusal, match="was taken back"):
        desk.proposals.revise(put)
    assert desk.proposals.all(meeting.key) == ()


def test_who_announced_apologies_or_online_is_known_in_the_room_before_it_comes(network: Network) -> None:
    desk, meeting, _ = network
    answers = {"PRY": Answer.APOLOGIES, "BRA": Answer.ONLINE}
    with desk.store.write("invite") as session:
        for code, answer in answers.items():
            INVITEES.save(session, Invitee(code, meeting.key, code, answer=answer, answered_on=OPENS))
    announced = {one.state.iso3: one.announced for one in desk.sittings.roll(meeting.key).delegations}
    assert {code: announced[code] for code in answers} == answers
    assert announced["JPN"] is None


def test_a_sitting_after_midnight_keeps_its_day_and_what_was_held_its_number(network: Network) -> None:
    """It was dated the day before, came before what was held then, and took its number."""
    desk, meeting, _ = network
    last, night = meeting.closes_on, meeting.closes_on + datetime.timedelta(days=1)
    afternoon = Sitting(new_key(), meeting.key, 2, last, datetime.time(15), datetime.time(18))
    desk.meetings.save_sitting(afternoon)
    desk.sittings.next(meeting.key)
    desk.clock.forward(180)
    desk.sittings.next(meeting.key)
    desk.clock.at = datetime.datetime.combine(last, datetime.time(14), datetime.UTC)
    desk.sittings.next(meeting.key)
    desk.clock.forward(180)
    desk.sittings.next(meeting.key)
    desk.clock.at = datetime.datetime.combine(night, datetime.time(0, 20), datetime.UTC)
    opened = desk.sittings.open_unplanned(meeting.key)
    assert (opened.number, opened.on) == (3, night)
    desk.clock.forward(60)
    desk.sittings.next(meeting.key)

    def numbered() -> dict[str, int]:
        return {one.key: one.number for one in desk.sittings.all(meeting.key)}

    desk.meetings.save(dataclasses.replace(meeting, place=said("Salé")))
    assert desk.meetings.add_sitting(meeting.key).on < night, "the next half-day is one of the meeting's"
    desk.meetings.save(dataclasses.replace(meeting, closes_on=night))
    new = Sitting(new_key(), meeting.key, 0, night, datetime.time(10), datetime.time(13))
    desk.meetings.save_sitting(new)
    assert (numbered()[afternoon.key], numbered()[opened.key], numbered()[new.key]) == (2, 3, 5)
    held = recorded(network).held_sittings
    assert [one.number for one in held] == [1, 2, 3]
    assert [one.on for one in held] == [OPENS, last, night]


def test_the_days_of_a_meeting_do_not_leave_what_was_held_on_them(network: Network) -> None:
    desk, meeting, _ = network
    desk.sittings.next(meeting.key)
    later = dataclasses.replace(meeting, opens_on=OPENS + datetime.timedelta(days=1))
    with pytest.raises(Problem):
        desk.meetings.save(dataclasses.replace(later, closes_on=meeting.closes_on + datetime.timedelta(days=2)))


def partner(desk: Desk, meeting: Meeting, one: Partner, *people: Person) -> None:
    """A partner is invited to a meeting, and some people come for it."""
    with desk.store.write("invite") as session:
        PARTNERS.save(session, one)
        INVITEES.save(session, Invitee(one.key, meeting.key, partner=one.key, answer=Answer.ATTENDS, answered_on=OPENS))
        for number, person in enumerate(people):
            PEOPLE.save(session, person)
            part = Part.DELEGATE if number else Part.HEAD
            DELEGATES.save(session, Delegate(person.key, one.key, person.key, part, number))


def test_ohchr_that_is_invited_as_a_partner_is_offered_once(network: Network) -> None:
    desk, meeting, item = network
    whole = "Office of the United Nations High Commissioner for Human Rights"
    ana = Person("ana", said("Adviser"), given_name="Ana", family_name="Sosa")
    partner(desk, meeting, Partner("hc", said(f"The {whole}"), PartnerKind.OHCHR), ana)
    invited = desk.floor.invited(meeting.key)
    desk.floor.give(meeting.key, item.key, said(whole), Language.EN)
    known = guests(desk.sittings.interventions(meeting.key), invited)
    assert [one.en for one in known] == ["OHCHR", "The Chair", "Ana SOSA (OHCHR)"]
    assert known[2].fr == "Ana SOSA (Le HCDH)"


def test_a_partner_for_whom_several_speak_is_one_participant(network: Network) -> None:
    """The minutes listed the partner, and each person beside it."""
    desk, meeting, item = network
    ana, bea = (Person(one, said("Adviser"), given_name=one, family_name="Sosa") for one in ("Ana", "Bea"))
    partner(desk, meeting, Partner("undp", said("The UNDP"), PartnerKind.UN_ENTITY), ana)
    partner(desk, meeting, Partner("who", said("WHO (Geneva)"), PartnerKind.UN_ENTITY), bea)
    _, by_ana, _, by_bea = desk.floor.invited(meeting.key)
    assert (by_ana.en, by_bea.en) == ("Ana SOSA (The UNDP)", "Bea SOSA (WHO (Geneva))")
    another, office = said("Cora SOSA (UNDP)"), said("World Bank (Rabat)")
    for one in (by_ana, said("UNDP"), another, by_bea, office, said("WHO (Geneva)"), said("The Chair")):
        desk.clock.forward()
        desk.floor.give(meeting.key, item.key, one, Language.EN)
    assert [one.en for one in recorded(network).bodies] == ["UNDP", "WHO (Geneva)", "World Bank (Rabat)"]


def test_who_comes_for_a_partner_has_a_name_as_ready_as_the_partners() -> None:
    """Of a partner whose original is French the English was outdated, and the others were drafts."""
    ana = Person("ana", said("Adviser"), given_name="Ana", family_name="Sosa")
    body = Trilingual.final("The Centre", "Le Centre", "El Centro", Language.FR)
    named = coming_for(ana, body)
    assert (named.en, named.fr, named.es) == ("Ana SOSA (The Centre)", "Ana SOSA (Le Centre)", "Ana SOSA (El Centro)")
    assert set(named.states().values()) == {TextState.REVIEWED}
    outdated = coming_for(ana, dataclasses.replace(body, fr="Le Centre du droit", es=""))
    assert outdated.states() == {
        Language.EN: TextState.OUTDATED, Language.FR: TextState.REVIEWED, Language.ES: TextState.MISSING,
    }  # fmt: skip


def test_a_sitting_outside_the_days_is_not_planned_again_with_a_meeting_like_this_one(network: Network) -> None:
    """The next meeting would have had a sitting outside its days from the beginning."""
    desk, meeting, _ = network
    desk.sittings.next(meeting.key)
    desk.sittings.next(meeting.key)
    desk.clock.at = datetime.datetime.combine(
        meeting.closes_on + datetime.timedelta(days=1), datetime.time(9), datetime.UTC
    )
    desk.sittings.open_unplanned(meeting.key)
    new = Planning(desk.store).like(meeting.key, desk.clock.at.date())
    assert [(one.number, one.on) for one in desk.sittings.all(new.key)] == [(1, new.opens_on)]
    desk.meetings.save(dataclasses.replace(new, place=said("Lima")))


def test_the_next_sitting_begins_anew_and_who_was_counted_before_stays_so(network: Network) -> None:
    """All who were there before lunch were present after it, with no question."""
    desk, meeting, item = network
    desk.meetings.add_sitting(meeting.key)
    desk.sittings.next(meeting.key)
    assert desk.sittings.carried(meeting.key) == frozenset()
    desk.sittings.record(meeting.key, ["PRY", "URY", "CHE", "GHA"], PresenceKind.ARRIVED)
    desk.clock.forward(3)
    desk.sittings.next(meeting.key)
    desk.clock.forward(1)
    desk.sittings.record(meeting.key, ["GHA"], PresenceKind.LEFT)
    desk.clock.forward(1)
    desk.sittings.next(meeting.key)
    before = recorded(network)
    assert desk.sittings.carried(meeting.key) == {"PRY", "URY", "CHE"}
    desk.clock.forward(1)
    heard = desk.floor.give(meeting.key, item.key, "URY", Language.EN)
    assert desk.sittings.begin_anew(meeting.key) == 2
    assert heard.state == "URY"
    assert desk.sittings.presence(meeting.key) == {"URY"}
    assert recorded(network).attended == before.attended == {"PRY", "URY", "CHE"}
    assert desk.sittings.begin_anew(meeting.key) == 0
    desk.clock.forward(1)
    desk.sittings.record(meeting.key, ["CHE"], PresenceKind.ARRIVED)
    assert desk.sittings.carried(meeting.key) == {"URY"}
    undo(desk.store)
    undo(desk.store)
    assert desk.sittings.presence(meeting.key) == {"PRY", "URY", "CHE"}, "one step takes it back"
