"""People across their functions, designations put right, and several States at once."""

import dataclasses
import datetime

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attachments import Attachment, Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.functions import Role
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Communication, CommunicationForm, FocalPoint, Mechanism, MechanismType
from nmirf_desktop.domain.members import MembershipKind as Kind
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import Names, RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.bulk import Bulk, EndDesignations, MoveToGroup, WriteIn
from nmirf_desktop.services.committees import Appointment, Committees, appointing
from nmirf_desktop.services.designations import Designations
from nmirf_desktop.services.missing import lacking
from nmirf_desktop.services.people import People
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.attachments import ATTACHMENTS, keep
from nmirf_desktop.storage.members import FOCAL_POINTS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.verification import verify
from tests.registers import OPENS, Desk, said

SINCE = datetime.date(2025, 3, 1)
EN = catalog(Language.EN)
Network = tuple[Desk, Meeting, AgendaItem]


def person(key: str, state: str, **said_of: object) -> Person:
    """A function of a State under a key."""
    return Person(key, said(f"Focal point of {state}"), state, **said_of)  # type: ignore[arg-type]


def designate(desk: Desk, key: str, state: str, start: datetime.date = SINCE, **roles: object) -> FocalPoint:
    """A designation under the key of its person."""
    point = FocalPoint(f"of {key}", state, key, Period(start), **roles)  # type: ignore[arg-type]
    desk.members.designate(point, person(key, state))
    return point


def people_of(desk: Desk) -> People:
    return People(desk.store, desk.states)


def test_one_record_has_all_functions_with_their_days(network: Network) -> None:
    desk, meeting, _ = network
    designate(desk, "ana", "PRY")
    Committees(desk.store).record(appointing(Appointment(OPENS, (("PRY", "ana"), ("GHA", None)))))
    desk.meetings.record_officer(Officer("", meeting.key, Office.CHAIR, "PRY", "ana"))
    (known,) = people_of(desk).known(OPENS)
    assert [one.role for one in known.held][-1] is Role.VOTES
    assert {one.role for one in known.held} == {Role.OFFICER, Role.REPRESENTATIVE, Role.VOTES}
    said_of = {one.role: one.said_in(EN) for one in known.held}
    assert said_of[Role.VOTES] == "Focal point who votes, Paraguay (since 1 March 2025)"
    assert said_of[Role.OFFICER] == "Chair, NMIRF/2026, Paraguay (from 24 to 26 November 2026)"


def test_the_list_is_that_of_the_day_and_others_come_on_request(network: Network) -> None:
    desk, _, _ = network
    designate(desk, "ana", "PRY")
    desk.members.end_designation("of ana", OPENS)
    designate(desk, "eva", "PRY", OPENS)
    designate(desk, "aoi", "JPN", voting=False)
    with desk.store.write("note a person", Subject.MEMBERS) as session:
        PEOPLE.save(session, person("guest", "KEN"))
    people = people_of(desk)

    def shown(on: datetime.date, *, every: bool = False) -> dict[str, Role]:
        return {one.person.key: one.role for one in people.lines(on, every=every)}

    assert shown(OPENS) == {"eva": Role.VOTES, "aoi": Role.CONTACT, "guest": Role.NONE}
    assert shown(SINCE) == {"ana": Role.VOTES, "aoi": Role.CONTACT, "guest": Role.NONE}
    assert shown(OPENS, every=True) == {"ana": Role.VOTES, "eva": Role.VOTES, "aoi": Role.CONTACT, "guest": Role.NONE}


def test_two_records_of_one_person_are_merged_with_all_that_links_to_them(network: Network) -> None:
    desk, meeting, _ = network
    designate(desk, "ana", "PRY")
    with desk.store.write("note a person", Subject.MEMBERS) as session:
        PEOPLE.save(session, person("double", "PRY"))
        file = Attachment(
            "file", Holder(HolderKind.PERSON, "double"), "cv.pdf", Filing.OTHER, keep(session, b"cv"), 2, OPENS
        )
        ATTACHMENTS.save(session, file)
    Committees(desk.store).record(appointing(Appointment(OPENS, (("PRY", "double"),))))
    desk.meetings.record_officer(Officer("", meeting.key, Office.RAPPORTEUR, "PRY", "double"))
    people = people_of(desk)
    moved = {one.held.role for one in people.together("ana", "double", OPENS)}
    assert moved == {Role.REPRESENTATIVE, Role.OFFICER}, "what moves is shown before"
    people.merge(person("ana", "PRY", family_name="Sosa"), "double")
    (known,) = people.known(OPENS)
    assert {one.role for one in known.held} == {Role.VOTES, Role.REPRESENTATIVE, Role.OFFICER}
    assert known.person.family_name == "Sosa"
    with desk.store.read() as session:
        assert ATTACHMENTS.get(session, "file").holder == Holder(HolderKind.PERSON, "ana")
    undo.undo(desk.store)
    assert {one.key: {held.role for held in one.held} for one in people.known(OPENS)} == {
        "ana": {Role.VOTES}, "double": {Role.REPRESENTATIVE, Role.OFFICER},
    }  # fmt: skip


def test_r5_the_same_function_on_the_same_days_becomes_one_with_its_letters_and_files(network: Network) -> None:
    desk, _, _ = network
    designate(desk, "ana", "PRY", voting=False, reference="NV/1")
    letter = NewFile("letter.pdf", b"a letter", Filing.DESIGNATION)
    point = FocalPoint("of double", "PRY", "double", Period(OPENS), voting=False, reference="NV/2")
    desk.members.designate(point, person("double", "PRY"), (letter,))
    people = people_of(desk)
    (together,) = people.together("ana", "double", OPENS)
    assert [one.key for one in together.of] == ["of ana", "of double"]
    people.merge(person("ana", "PRY"), "double")
    file = desk.members.file("PRY", OPENS)
    assert file.focal_points == (
        FocalPoint("of ana", "PRY", "ana", Period(SINCE), voting=False, reference="NV/1, NV/2"),
    )
    assert [one.file.holder for one in file.files] == [Holder(HolderKind.FOCAL_POINT, "of ana")]
    undo.undo(desk.store)
    assert {one.person for one in desk.members.file("PRY", OPENS).focal_points} == {"ana", "double"}
    with desk.store.read() as session:
        assert not verify(session).faults


def test_r5_a_lesser_function_keeps_the_days_that_are_left(network: Network) -> None:
    desk, _, _ = network
    designate(desk, "ana", "PRY", start=OPENS)
    designate(desk, "double", "PRY", voting=False)
    people_of(desk).merge(person("ana", "PRY"), "double")
    points = desk.members.file("PRY", OPENS).focal_points
    assert [(one.voting, one.period) for one in points] == [(False, Period(SINCE, OPENS)), (True, Period(OPENS))]
    assert {one.person for one in points} == {"ana"}


def test_r5_two_records_that_vote_on_the_same_days_by_two_letters_are_not_merged(network: Network) -> None:
    desk, _, _ = network
    designate(desk, "ana", "PRY", reference="NV/1")
    second = designate(desk, "double", "PRY", voting=False, reference="NV/2")
    with desk.store.write("as another program left it", Subject.MEMBERS) as session:
        FOCAL_POINTS.save(session, dataclasses.replace(second, voting=True))
    for act in (lambda: people_of(desk).merge(person("ana", "PRY"), "double"),
                lambda: people_of(desk).together("ana", "double", OPENS)):  # fmt: skip
        with pytest.raises(Refusal, match="different letters") as refused:
            act()
        assert "NV/1 and NV/2" in refused.value.said_in(EN)
    assert len(people_of(desk).known(OPENS)) == 2


def test_r5_an_alternate_for_a_meeting_has_its_days_and_follows_it(network: Network) -> None:
    desk, meeting, _ = network
    point = designate(desk, "ana", "PRY", voting=False, alternate=True, meeting=meeting.key)
    held = desk.members.file("PRY", OPENS).focal_points[0]
    assert held.period == Period.of_days(meeting.opens_on, meeting.closes_on)
    moved = dataclasses.replace(meeting, opens_on=OPENS + datetime.timedelta(days=7))
    desk.meetings.save(moved)
    held = desk.members.file("PRY", OPENS).focal_points[0]
    assert (held.period.start, held.period.last_day) == (moved.opens_on, meeting.closes_on + datetime.timedelta(days=7))
    undo.undo(desk.store)
    assert desk.members.file("PRY", OPENS).focal_points[0].period.start == OPENS
    assert point.key == held.key


def test_a_record_is_not_merged_with_itself(network: Network) -> None:
    desk, _, _ = network
    desk.members.save_person(person("ana", "PRY"))
    with pytest.raises(Problem, match="other record"):
        people_of(desk).merge(person("ana", "PRY"), "ana")
    assert people_of(desk).one("ana", OPENS).person == person("ana", "PRY")


def test_r11_an_alternate_for_a_meeting_that_ended_is_not_begun_again_with_it(network: Network) -> None:
    desk, meeting, _ = network
    point = designate(desk, "ana", "PRY", voting=False, alternate=True, meeting=meeting.key)
    desk.members.withdraw("PRY", OPENS - datetime.timedelta(days=20))
    (ended,) = (one for one in desk.members.file("PRY", OPENS).focal_points if one.key == point.key)
    desk.meetings.save(dataclasses.replace(meeting, place=said("Lima")))
    desk.meetings.save(dataclasses.replace(meeting, opens_on=OPENS + datetime.timedelta(days=7)))
    Designations(desk.store).correct(dataclasses.replace(ended, reference="NV 12/2026"))
    (held,) = (one for one in desk.members.file("PRY", OPENS).focal_points if one.key == point.key)
    assert held.period == ended.period == Period(OPENS, OPENS)


def test_r5_a_meeting_does_not_move_onto_another_designation_of_its_alternate(network: Network) -> None:
    desk, meeting, _ = network
    designate(desk, "ana", "PRY", voting=False, alternate=True, meeting=meeting.key)
    later = meeting.closes_on + datetime.timedelta(days=5)
    desk.members.designate(FocalPoint("later", "PRY", "ana", Period(later)), person("ana", "PRY"))
    with pytest.raises(Refusal, match="alternate for this meeting"):
        desk.meetings.save(dataclasses.replace(meeting, opens_on=later))
    assert desk.meetings.plan(meeting.key).meeting == meeting


def test_r16_the_room_is_told_who_stands_in(network: Network) -> None:
    desk, meeting, _ = network
    designate(desk, "eva", "PRY", voting=False, alternate=True)
    answer = desk.voting.entitlement(meeting.key, "PRY").said_in(EN)
    assert "No focal point is marked as voting" in answer
    assert "Its alternate on this day: Focal point of PRY." in answer


def test_r5_a_designation_is_corrected_with_the_checks_of_a_new_one(network: Network) -> None:
    desk, _, _ = network
    held, designations = designate(desk, "ana", "PRY"), Designations(desk.store)
    designate(desk, "eva", "PRY", voting=False)
    later = Period(SINCE + datetime.timedelta(days=9))
    designations.correct(dataclasses.replace(held, period=later, reference="NV/3"))
    points = {one.person: one for one in desk.members.file("PRY", OPENS).focal_points}
    assert (points["ana"].period, points["ana"].reference) == (later, "NV/3")
    voting = dataclasses.replace(points["eva"], voting=True)
    with pytest.raises(Refusal) as refused:
        designations.correct(voting)
    assert refused.value.in_the_way == held.key
    designations.correct_in_place(dataclasses.replace(voting, period=Period(OPENS)))
    points = {one.person: one for one in desk.members.file("PRY", OPENS).focal_points}
    assert (points["ana"].period.end, points["eva"].voting) == (OPENS, True)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        designations.correct(dataclasses.replace(held, key="nobody"))


def letter(key: str, **said_of: object) -> Communication:
    """A letter of Kenya."""
    return Communication(key, "KEN", SINCE, CommunicationForm.LETTER, Kind.MEMBER, **said_of)  # type: ignore[arg-type]


def test_r8_one_letter_is_written_down_once(desk: Desk) -> None:
    desk.members.receive(letter("one", reference="NV/1", states_interest=True))
    with pytest.raises(Problem) as refused:
        desk.members.receive(letter("two", reference="NV/1", states_adoption=True))
    assert refused.value.field_name == "reference"
    desk.members.receive(letter("three", states_adoption=True))
    with pytest.raises(Problem):
        desk.members.receive(letter("four", states_adoption=True))
    with pytest.raises(Problem):
        desk.members.correct(letter("three", reference="NV/1", states_adoption=True))
    assert [one.key for one in desk.members.file("KEN", OPENS).communications] == ["one", "three"]


def test_r2_a_mechanism_follows_another_one(network: Network) -> None:
    desk, _, _ = network
    first = Mechanism("first", "PRY", Period(SINCE), said("Group"), MechanismType.AD_HOC)
    desk.members.save_mechanism(first)
    second = dataclasses.replace(first, key="second", period=Period(OPENS), name=said("Commission"))
    with pytest.raises(Refusal) as refused:
        desk.members.save_mechanism(second)
    assert refused.value.in_the_way == "first"
    desk.members.replace_mechanism(second)
    held = desk.members.file("PRY", OPENS).mechanisms
    assert [(one.key, one.period) for one in held] == [("first", Period(SINCE, OPENS)), ("second", Period(OPENS))]


def test_a_renaming_and_a_move_recorded_wrongly_are_put_right(network: Network) -> None:
    desk, _, _ = network
    state = desk.states.on(OPENS)["TUR"]
    new = Renaming("named", "TUR", SINCE, Names("Anatolia", "Anatolie", "Anatolia"), state.formal, state.article)
    desk.states.rename(new)
    desk.states.correct_renaming(dataclasses.replace(new, since=OPENS))
    assert desk.states.on(SINCE)["TUR"].short == state.short
    assert desk.states.on(OPENS)["TUR"].short.en == "Anatolia"
    desk.states.remove_renaming("named")
    assert desk.states.on(OPENS)["TUR"] == state
    desk.states.regroup(Regrouping("moved", "TUR", SINCE, None))
    desk.states.correct_regrouping(Regrouping("moved", "TUR", SINCE, RegionalGroup.ASIA_PACIFIC))
    assert desk.states.on(OPENS)["TUR"].group is RegionalGroup.ASIA_PACIFIC
    desk.states.remove_regrouping("moved")
    assert desk.states.on(OPENS)["TUR"] == state


def test_what_a_correction_makes_of_a_renaming_or_a_move_must_change_something(network: Network) -> None:
    desk, _, _ = network
    state = desk.states.on(OPENS)["TUR"]
    new = Renaming("named", "TUR", SINCE, Names("Anatolia", "Anatolie", "Anatolia"), state.formal, state.article)
    desk.states.rename(new)
    desk.states.correct_renaming(new)  # as it is: it is not in its own way
    with pytest.raises(Refusal, match=r"These are the names that \{state\} has on \{day\} already"):
        desk.states.correct_renaming(dataclasses.replace(new, short=state.short))
    again = dataclasses.replace(new, key="again", since=OPENS, short=Names("Asia Minor", "Asie mineure", "Asia Menor"))
    desk.states.rename(again)
    with pytest.raises(Refusal):
        desk.states.correct_renaming(dataclasses.replace(again, short=new.short))
    desk.states.regroup(Regrouping("moved", "TUR", SINCE, None))
    desk.states.correct_regrouping(Regrouping("moved", "TUR", OPENS, None))
    with pytest.raises(Refusal, match=r"\{state\} stands in this group on \{day\} already"):
        desk.states.correct_regrouping(Regrouping("moved", "TUR", OPENS, state.group))
    assert desk.states.on(OPENS)["TUR"].group is None


def test_several_designations_end_at_once_and_come_back_at_once(network: Network) -> None:
    desk, _, _ = network
    designate(desk, "ana", "PRY")
    designate(desk, "kofi", "GHA")
    bulk, act, states = Bulk(desk.store, desk.states), EndDesignations(OPENS), ("GHA", "PRY", "URY")
    plan = {step.state.iso3: step for step in bulk.plan(act, states)}
    assert plan["URY"].left_out
    assert plan["URY"].what.said_in(EN) == "Nobody is designated on the day before."
    assert plan["PRY"].what.said_in(EN) == "Ends, with 23 November 2026 as the last day: Focal point of PRY"
    assert bulk.do(act, states) == 2
    assert not desk.members.file("PRY", OPENS).focal_points_on(OPENS)
    undo.undo(desk.store)
    assert all(desk.members.file(code, OPENS).focal_points_on(OPENS) for code in ("PRY", "GHA"))


def test_several_states_move_and_are_written_to_in_another_language(network: Network) -> None:
    desk, _, _ = network
    designate(desk, "ana", "PRY")
    bulk = Bulk(desk.store, desk.states)
    moved = MoveToGroup(OPENS, RegionalGroup.GRULAC)
    assert [step.left_out for step in bulk.plan(moved, ("PRY", "PRT"))] == [True, False]
    assert bulk.do(moved, ("PRY", "PRT")) == 1
    assert desk.states.on(OPENS)["PRT"].group is RegionalGroup.GRULAC
    assert desk.states.on(SINCE)["PRT"].group is RegionalGroup.WEOG
    spanish = WriteIn(OPENS, Language.ES)
    assert [step.left_out for step in bulk.plan(spanish, ("PRY", "PRT"))] == [False, True]
    bulk.do(spanish, ("PRY", "PRT"))
    assert people_of(desk).known(OPENS)[0].person.language is Language.ES
    with pytest.raises(Refusal, match="none of the States"):
        bulk.do(spanish, ("PRY", "PRT"))


def test_what_is_missing_is_said_by_state_and_thing(network: Network) -> None:
    desk, _, _ = network
    desk.members.receive(letter("half", states_interest=True))
    designate(desk, "ana", "PRY")
    named = Trilingual(en="Working group")
    desk.members.save_mechanism(Mechanism("m", "PRY", Period(SINCE), named, MechanismType.AD_HOC))
    found = [(one.state.iso3, one.what.said_in(EN), one.section) for one in lacking(desk.store, desk.states, OPENS)]
    assert ("KEN", "Element of the letter: decision to adopt the Declaration", "R8") in found
    assert ("GHA", "Focal point who votes", "R5") in found
    assert [what for code, what, _ in found if code == "PRY"] == [
        "Name of its mechanism in French", "Name of its mechanism in Spanish",
        "E-mail address: Focal point of PRY (Focal point who votes)",
    ]  # fmt: skip
    assert {one.state.iso3 for one in lacking(desk.store, desk.states, OPENS, ("PRY",))} == {"PRY"}
    assert lacking(desk.store, desk.states, OPENS, ()) == ()
    assert "KEN" not in {one.state.iso3 for one in lacking(desk.store, desk.states, SINCE - datetime.timedelta(days=1))}
