"""Invitations, answers, delegations and partners on a real register (R4, R7, R41, R44, R45)."""

import dataclasses
import datetime

import pytest

from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.domain.blocks import StateColumns
from nmirf_desktop.domain.guests import GuestLine
from nmirf_desktop.domain.invitations import OF_STATES, Capacity
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.participants import Answer, Delegate, InvitationForm, Part, Partner, PartnerKind
from nmirf_desktop.domain.participants_papers import Attendance, participants_paper
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.home import DeadlineKind, Home
from nmirf_desktop.services.invitations import Invitation, Invitations
from nmirf_desktop.services.partners import Partners
from nmirf_desktop.services.people import People
from nmirf_desktop.services.readiness import Readiness
from nmirf_desktop.services.search import search
from nmirf_desktop.storage import undo
from tests.registers import MEMBERS, OBSERVERS, OPENS, Desk, said, statements

ENGLISH = catalog(Language.EN)
SENT = datetime.date(2026, 9, 1)
CAME = datetime.date(2026, 10, 5)
OHCHR = Partner("ohchr", said("Office of human rights"), PartnerKind.OHCHR, ("desk@example.org",))
PARTNER = Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA)


@pytest.fixture
def invited(network: tuple[Desk, Meeting, object]) -> tuple[Invitations, Meeting]:
    """All members and observers, one other State and two partners are invited."""
    desk, meeting, _ = network
    for partner in (OHCHR, PARTNER):
        Partners(desk.store).save(partner)
    found = Invitations(desk.store, desk.states, desk.clock)
    states = (*MEMBERS, *OBSERVERS, "KEN")
    assert found.invite(meeting.key, Invitation(states, ("ohchr", "academy"), invited_on=SENT, reference="NV/1")) == 13
    return found, meeting


def line(invitations: Invitations, meeting: Meeting, state: str) -> GuestLine:
    return next(
        one for one in invitations.guests(meeting.key).lines if state in (one.invitee.state, one.invitee.partner)
    )


def people(*names: str) -> tuple[tuple[Delegate, ...], tuple[Person, ...]]:
    persons = tuple(Person(name, Trilingual(), "PRY", name.title(), "Example") for name in names)
    return tuple(Delegate(f"d{name}", "", name, Part.DELEGATE) for name in names), persons


def delegation(invitee: Key, *names: str, online: bool = False) -> tuple[tuple[Delegate, ...], tuple[Person, ...]]:
    delegates, persons = people(*names)
    return tuple(Delegate(one.key, invitee, one.person, one.part, 0, online) for one in delegates), persons


def test_the_list_asks_the_register_as_often_for_many_as_for_few(
    invited: tuple[Invitations, Meeting], desk: Desk
) -> None:
    invitations, meeting = invited

    def asked() -> tuple[int, int]:
        with statements(desk.store) as of_list:
            invitations.guests(meeting.key)
        with statements(desk.store) as of_texts:
            Readiness(desk.store).texts(meeting.key)
        return len(of_list), len(of_texts)

    few = None
    for number, one in enumerate(reversed(invitations.guests(meeting.key).lines)):
        letter = NewFile(f"reply {number}.pdf", b"%PDF-1.7 we come", Filing.REPLY)
        invitations.keep_answer(dataclasses.replace(one.invitee, answer=Answer.ATTENDS, answered_on=CAME), [letter])
        few = few or asked()
    others = tuple(sorted(set(desk.states.on(OPENS)) - {*MEMBERS, *OBSERVERS}))[:60]
    invitations.invite(meeting.key, Invitation(others))
    assert asked() == few
    assert all(one.files for one in invitations.guests(meeting.key).lines[:8])


def test_everybody_is_invited_in_one_step_and_nobody_twice(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    invitations, meeting = invited
    lines = invitations.guests(meeting.key).lines
    assert [one.capacity for one in lines] == [
        *[Capacity.MEMBER] * 8, *[Capacity.OBSERVER] * 2, Capacity.OTHER_STATE, Capacity.OHCHR, Capacity.ACADEMIA,
    ]  # fmt: skip
    assert {one.invitee.form for one in lines if one.state is not None} == {InvitationForm.NOTE_VERBALE}
    assert {one.invitee.form for one in lines if one.partner is not None} == {InvitationForm.LETTER}
    assert line(invitations, meeting, "ohchr").emails == ("desk@example.org",)
    assert invitations.invite(meeting.key, Invitation(("PRY", "FRA", "FRA"), ("ohchr",))) == 1
    with pytest.raises(Problem, match="in the list of this meeting already"):
        invitations.invite(meeting.key, Invitation(("PRY",), ("ohchr",)))
    left = invitations.invitable(meeting.key, OPENS)
    assert (left.members, left.observers, left.partners, len(left.others)) == ((), (), (), 193 - 12)
    undo.undo(desk.store)
    undo.undo(desk.store)
    assert not invitations.guests(meeting.key).lines
    assert {one.iso3 for one in invitations.invitable(meeting.key, OPENS).members} == set(MEMBERS)


def test_prepared_is_not_sent(invited: tuple[Invitations, Meeting]) -> None:
    invitations, meeting = invited
    invitations.invite(meeting.key, Invitation(("FRA",)))
    assert line(invitations, meeting, "FRA").invitee.invited_on is None
    invitations.sent([line(invitations, meeting, "FRA").key], SENT, "NV/9")
    prepared = line(invitations, meeting, "FRA").invitee
    assert (prepared.invited_on, prepared.reference) == (SENT, "NV/9")
    with pytest.raises(Problem, match="lies ahead"):
        invitations.invite(meeting.key, Invitation(("ITA",), invited_on=OPENS + datetime.timedelta(days=9)))


def test_an_answer_needs_a_day_that_can_be(invited: tuple[Invitations, Meeting]) -> None:
    invitations, meeting = invited
    key = line(invitations, meeting, "PRY").key
    for day, why in (
        (None, "Give the day on which the answer came"),
        (SENT - datetime.timedelta(days=1), "before the invitation"),
        (OPENS + datetime.timedelta(days=2), "lies ahead"),
    ):
        with pytest.raises(Problem, match=why):
            invitations.answer([key], Answer.ATTENDS, day)
    assert invitations.answer([key], Answer.ATTENDS, CAME, "PY/3") == 1
    assert invitations.answer([key], Answer.ATTENDS, CAME, "PY/3") == 0
    assert invitations.answer([key], Answer.AWAITED, None) == 1
    assert line(invitations, meeting, "PRY").invitee.answer_reference == ""


def test_several_answer_alike_in_one_step(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    invitations, meeting = invited
    keys = [line(invitations, meeting, state).key for state in MEMBERS]
    assert invitations.answer(keys, Answer.ATTENDS, CAME) == len(MEMBERS)
    assert len(invitations.guests(meeting.key).awaited) == 5
    undo.undo(desk.store)
    assert len(invitations.guests(meeting.key).awaited) == 13


def test_who_is_only_prepared_owes_no_answer(invited: tuple[Invitations, Meeting]) -> None:
    invitations, meeting = invited
    invitations.invite(meeting.key, Invitation(("FRA", "ITA")))
    assert len(invitations.guests(meeting.key).awaited) == 13
    invitations.sent([line(invitations, meeting, "FRA").key], CAME)
    assert len(invitations.guests(meeting.key).awaited) == 14


def test_an_answer_of_several_erases_no_reference(invited: tuple[Invitations, Meeting]) -> None:
    invitations, meeting = invited
    key, other = line(invitations, meeting, "PRY").key, line(invitations, meeting, "BRA").key
    invitations.answer([key], Answer.ATTENDS, CAME, "NV 77/2026")
    later = CAME + datetime.timedelta(days=1)
    invitations.answer([key, other], Answer.ONLINE, later)
    assert line(invitations, meeting, "PRY").invitee.answer_reference == "NV 77/2026"
    invitations.answer([key, other], Answer.APOLOGIES, later, "NV 80/2026")
    assert line(invitations, meeting, "PRY").invitee.answer_reference == "NV 80/2026"


def test_an_invitation_with_letters_is_not_taken_back(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    invitations, meeting = invited
    other = line(invitations, meeting, "BRA").key
    answered = dataclasses.replace(line(invitations, meeting, "PRY").invitee, answer=Answer.ATTENDS, answered_on=CAME)
    invitations.keep_answer(answered, [NewFile("answer.txt", b"hello")])
    with pytest.raises(Problem, match=r"remove them first.*answer\.txt"):
        invitations.remove([other, answered.key])
    assert line(invitations, meeting, "BRA").key == other, "none of them is taken back"
    (letter,) = Attachments(desk.store).of_state("PRY")
    Attachments(desk.store).remove(letter.file.key)
    assert invitations.remove([other, answered.key]) == 2


def test_a_delegation_has_one_head_and_an_order(invited: tuple[Invitations, Meeting]) -> None:
    invitations, meeting = invited
    key = line(invitations, meeting, "PRY").key
    invitations.answer([key], Answer.ATTENDS, CAME)
    delegates, persons = delegation(key, "ana", "bea", "carla")
    invitations.delegate(key, delegates, persons)
    held = line(invitations, meeting, "PRY").delegation
    assert [(one.part, person.given_name) for one, person in held] == [
        (Part.HEAD, "Ana"), (Part.DELEGATE, "Bea"), (Part.DELEGATE, "Carla"),
    ]  # fmt: skip
    ana, bea, carla = (one for one, _ in held)
    invitations.delegate(key, (carla, ana, Delegate(bea.key, key, bea.person, Part.HEAD)))
    assert [(one.part, one.person) for one, _ in line(invitations, meeting, "PRY").delegation] == [
        (Part.HEAD, "bea"), (Part.DELEGATE, "carla"), (Part.DELEGATE, "ana"),
    ]  # fmt: skip
    with pytest.raises(Problem, match="in the delegation already"):
        invitations.delegate(key, (ana, Delegate("again", key, "ana")))


def test_who_does_not_come_has_no_delegation_and_undo_brings_it_back(
    invited: tuple[Invitations, Meeting], desk: Desk
) -> None:
    invitations, meeting = invited
    key = line(invitations, meeting, "PRY").key
    delegates, persons = delegation(key, "ana")
    with pytest.raises(Problem, match="record the answer first"):
        invitations.delegate(key, delegates, persons)
    invitations.answer([key], Answer.ATTENDS, CAME)
    invitations.delegate(key, delegates, persons)
    invitations.answer([key], Answer.APOLOGIES, CAME)
    assert not line(invitations, meeting, "PRY").delegation
    undo.undo(desk.store)
    assert [person.given_name for _, person in line(invitations, meeting, "PRY").delegation] == ["Ana"]


def test_the_printed_list_names_states_that_sent_apologies_before_organizations(
    invited: tuple[Invitations, Meeting],
) -> None:
    invitations, meeting = invited
    invitations.answer([line(invitations, meeting, one).key for one in ("CHE", "ohchr", "PRY")], Answer.APOLOGIES, CAME)
    paper = participants_paper(Attendance(invitations.guests(meeting.key)))
    absent = [block for block in paper.sections[-1].blocks if isinstance(block, StateColumns)]
    assert [(block.title.en, {name.en for name in block.names}) for block in absent] == [
        ("States", {"Paraguay", "Switzerland"}), ("Organizations", {"Office of human rights"}),
    ]  # fmt: skip


def test_a_person_in_two_delegations_is_told_and_not_refused(invited: tuple[Invitations, Meeting]) -> None:
    invitations, meeting = invited
    keys = [line(invitations, meeting, state).key for state in ("PRY", "URY")]
    invitations.answer(keys, Answer.ATTENDS, CAME)
    delegates, persons = delegation(keys[0], "ana")
    invitations.delegate(keys[0], delegates, persons)
    invitations.delegate(keys[1], (Delegate("twice", keys[1], "ana"),))
    (there,) = line(invitations, meeting, "URY").elsewhere["ana"]
    assert not isinstance(there, Partner)
    assert there.iso3 == "PRY"


def test_the_letter_of_an_answer_is_attached(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    invitations, meeting = invited
    for whose in ("PRY", "ohchr"):
        one = line(invitations, meeting, whose).invitee
        letter = NewFile(f"{whose}.pdf", whose.encode())
        invitations.answer([one.key], Answer.ATTENDS, CAME)
        invitations.keep_answer(line(invitations, meeting, whose).invitee, (letter,))
        assert [(file.name, file.dated) for file in line(invitations, meeting, whose).files] == [(f"{whose}.pdf", CAME)]
    (filed,) = Attachments(desk.store).of_state("PRY")
    assert filed.belongs.said_in(ENGLISH) == "Answer to the invitation to NMIRF/2026"


def test_who_is_expected_is_counted_by_persons(invited: tuple[Invitations, Meeting]) -> None:
    invitations, meeting = invited
    keys = {one.invitee.state or one.invitee.partner: one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys["PRY"], keys["URY"], keys["ohchr"]], Answer.ATTENDS, CAME)
    invitations.answer([keys["BRA"]], Answer.ONLINE, CAME)
    invitations.answer([keys["CHE"]], Answer.APOLOGIES, CAME)
    delegates, persons = delegation(keys["PRY"], "ana", "bea", "carla")
    far = Delegate(delegates[2].key, keys["PRY"], "carla", online=True)
    invitations.delegate(keys["PRY"], (*delegates[:2], far), persons)
    guests = invitations.guests(meeting.key)
    every, states = guests.expected(), guests.expected(OF_STATES)
    assert (every.in_room, every.online, every.invited) == (2 + 1 + 1, 1 + 1, 13)
    assert every.unnamed == 3, "each of them counts as one"
    assert (states.in_room, states.answers[Answer.APOLOGIES], states.answers[Answer.AWAITED]) == (3, 1, 7)


def test_partners_are_told_by_their_names_found_and_merged(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    invitations, meeting = invited
    partners = Partners(desk.store)
    with pytest.raises(Problem, match="has a partner of this name already"):
        partners.save(Partner("again", Trilingual.final("", "ACADEMY OF REPÓRTING", ""), PartnerKind.OTHER))
    with pytest.raises(Problem, match="Give the partner a name"):
        partners.save(Partner("none", Trilingual(), PartnerKind.OTHER))
    with pytest.raises(Problem, match="is not an e-mail address"):
        partners.save(Partner("none", said("Some body"), PartnerKind.OTHER, ("nobody",)))
    partners.save(Partner("twin", said("Reporting academy"), PartnerKind.ACADEMIA, ("twin@example.org",)))
    partners.merge("academy", "twin")
    assert [(one.key, one.emails) for one in partners.list()] == [
        ("academy", ("twin@example.org",)), ("ohchr", ("desk@example.org",)),
    ]  # fmt: skip
    with pytest.raises(Problem, match="invited to the same meeting"):
        partners.merge("academy", "ohchr")
    with pytest.raises(Problem, match="stands in what is recorded"):
        partners.remove("academy")
    invitations.remove([line(invitations, meeting, "academy").key])
    partners.remove("academy")
    (group,) = search(desk.store, desk.states, "office of human")
    assert [(one.screen, one.key) for one in group.found] == [("partners", "ohchr")]


def test_the_room_expects_who_said_that_it_comes(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    invitations, meeting = invited
    keys = {one.invitee.state: one.key for one in invitations.guests(meeting.key).lines}
    invitations.answer([keys["KEN"], keys["PRY"]], Answer.ATTENDS, CAME)
    invitations.answer([keys["BRA"]], Answer.ONLINE, CAME)
    invitations.answer([keys["CHE"]], Answer.APOLOGIES, CAME)
    listed = {one.state.iso3: one for one in desk.sittings.roll(meeting.key).delegations}
    assert listed["KEN"].kind is None
    desk.sittings.all_arrive(meeting.key)
    now = {one.state.iso3: one.presence for one in desk.sittings.roll(meeting.key).delegations}
    assert (now["KEN"], now["PRY"], now["BRA"], now["CHE"]) == (
        PresenceKind.ARRIVED, PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE, None,
    )  # fmt: skip
    undo.undo(desk.store)
    assert not desk.sittings.presence(meeting.key)


def test_two_records_of_one_person_in_a_delegation_become_one(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    invitations, meeting = invited
    key = line(invitations, meeting, "PRY").key
    invitations.answer([key], Answer.ATTENDS, CAME)
    delegates, persons = delegation(key, "ana", "bea", "twin")
    invitations.delegate(key, delegates, persons)
    everybody = People(desk.store, desk.states)
    assert {"ana", "bea", "twin"} <= {one.person.key for one in everybody.lines(OPENS)}
    everybody.merge(persons[2], "ana")
    held = line(invitations, meeting, "PRY").delegation
    assert [person.key for _, person in held] == ["twin", "bea"]
    assert [one.part for one, _ in held] == [Part.HEAD, Part.DELEGATE]


def test_home_counts_the_answers_awaited_within_three_weeks(invited: tuple[Invitations, Meeting], desk: Desk) -> None:
    home = Home(desk.store, desk.states, Compliance(desk.store))
    for days, awaited in ((22, False), (21, True), (0, True)):
        due = home.overview(OPENS - datetime.timedelta(days=days)).due
        said_ = [one.what.said_in(ENGLISH) for one in due if one.kind is DeadlineKind.ANSWERS]
        assert said_ == (["Answers to the invitation awaited: 13"] if awaited else [])
