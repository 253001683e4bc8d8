"""Calls, candidatures with their letters, slates and silence procedures, on a real register (R35, R38, A11, A12)."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.attachments import NewFile
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate, number_of
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committee_acts import Vacating
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.silence import Silence, SilenceProcedure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.agenda_versions import AgendaVersions
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.candidatures import Candidatures
from nmirf_desktop.services.committees import Appointment, Committees, appointing
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.meetings import Meetings
from nmirf_desktop.services.silences import Silences
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.committees import CALLS
from tests.registers import OPENS, Desk, said

ENGLISH = catalog(Language.EN)
OPENED = datetime.date(2026, 9, 1)
CALL = Call("call", OPENED, datetime.date(2026, 10, 1))
LETTER = NewFile("note.pdf", b"%PDF a letter")


@pytest.fixture
def candidatures(network: tuple[Desk, Meeting, object]) -> Candidatures:
    """A call in a small network."""
    desk, meeting, _ = network
    found = Candidatures(desk.store, desk.clock)
    found.save_call(replace(CALL, meeting=meeting.key))
    return found


def candidature(state: str, received: datetime.date = OPENED) -> Candidature:
    """A candidature of a State in the call."""
    return Candidature(f"of {state}", "call", state, received)


def test_a_candidature_comes_with_its_letter_and_a_new_person_in_one_step(
    candidatures: Candidatures, desk: Desk
) -> None:
    ana = Person("ana", Trilingual(), "PRY", "Ana", "Sosa")
    candidatures.receive(replace(candidature("PRY"), person="ana"), (LETTER,), (ana,))
    (file,) = candidatures.calls()
    (line,) = file.lines(desk.states.on(OPENS), OPENS)
    assert line.person is not None
    assert (line.person.family_name, line.kind, line.late) == ("Sosa", MembershipKind.MEMBER, False)
    assert [(one.name, one.dated) for one in line.files] == [("note.pdf", OPENED)]
    assert [one.file.name for one in Attachments(desk.store).of_state("PRY")] == ["note.pdf"]
    undo.undo(desk.store)
    assert not candidatures.calls()[0].candidatures
    assert not Attachments(desk.store).of_state("PRY")


def test_late_is_kept_as_late_and_an_observer_as_what_it_is(candidatures: Candidatures, desk: Desk) -> None:
    candidatures.receive(candidature("CHE", CALL.closes_on + datetime.timedelta(days=1)))
    candidatures.receive(candidature("FRA", CALL.closes_on))
    found = {one.state.iso3: one for one in candidatures.calls()[0].lines(desk.states.on(OPENS), OPENS)}
    assert (found["CHE"].late, found["CHE"].kind) == (True, MembershipKind.OBSERVER)
    assert (found["FRA"].late, found["FRA"].kind) == (False, None)
    assert not candidatures.calls()[0].lines(desk.states.on(OPENED), OPENED)


def test_r35_the_slate_agreed_last_is_the_appointment(candidatures: Candidatures) -> None:
    for state in ("PRY", "MAR", "PRT", "SVN"):
        candidatures.receive(candidature(state))
    agreed = datetime.date(2026, 10, 20)
    candidatures.agree_slate(Slate("first", "call", agreed, ("PRY", "MAR", "PRT")))
    candidatures.agree_slate(Slate("last", "call", agreed + datetime.timedelta(days=2), ("SVN", "MAR", "PRT")))
    (file,) = candidatures.calls()
    appointment = file.appointment(OPENS, OPENS)
    assert appointment is not None
    assert [state for state, _person in appointment.seats] == ["SVN", "MAR", "PRT"]
    assert appointment.meeting == file.call.meeting
    assert len(file.slates) == 2
    assert file.slate(agreed - datetime.timedelta(days=1)) is None
    first = file.slate(agreed)
    assert first is not None
    assert first.key == "first"
    candidatures.withdraw(next(one.key for one in file.candidatures if one.state == "MAR"), OPENS)
    (file,) = candidatures.calls()
    appointment = file.appointment(OPENS, OPENS)
    assert appointment is not None
    assert [state for state, _person in appointment.seats] == ["SVN", "PRT"], "who no longer stands is left out"


def test_nothing_is_received_on_a_day_that_lies_ahead(candidatures: Candidatures, desk: Desk) -> None:
    today = desk.clock().date()
    with pytest.raises(Problem) as refused:
        candidatures.receive(candidature("PRY", today + datetime.timedelta(days=1)))
    assert refused.value.field_name == "on"
    assert "The day of receipt lies ahead: today is 24 November 2026." in refused.value.said_in(ENGLISH)
    candidatures.receive(candidature("PRY", today))
    (one,) = candidatures.calls()[0].candidatures
    with pytest.raises(Problem):
        candidatures.receive(replace(one, received_on=today + datetime.timedelta(days=1)))


def test_nobody_withdraws_on_a_day_that_lies_ahead(candidatures: Candidatures, desk: Desk) -> None:
    today = desk.clock().date()
    candidatures.receive(candidature("PRY"))
    (one,) = candidatures.calls()[0].candidatures
    tomorrow = today + datetime.timedelta(days=1)
    with pytest.raises(Problem) as refused:
        candidatures.withdraw(one.key, tomorrow)
    assert refused.value.field_name == "withdrawn_on"
    with pytest.raises(Problem) as refused:
        candidatures.receive(replace(one, withdrawn_on=tomorrow))
    assert refused.value.field_name == "withdrawn_on"
    candidatures.withdraw(one.key, today)
    assert candidatures.calls()[0].candidatures[0].withdrawn_on == today


def test_a_call_keeps_a_seat_for_each_state_of_its_slate(candidatures: Candidatures) -> None:
    for state in ("PRY", "MAR", "PRT", "SVN"):
        candidatures.receive(candidature(state))
    candidatures.agree_slate(Slate("four", "call", OPENS, ("PRY", "MAR", "PRT", "SVN")))
    call = candidatures.calls()[0].call
    candidatures.save_call(replace(call, seats=4))
    with pytest.raises(Problem) as refused:
        candidatures.save_call(replace(call, seats=3))
    assert refused.value.field_name == "seats"
    assert "names 4 States: keep 4 seats at least, or agree on a shorter slate before" in refused.value.said_in(ENGLISH)
    assert candidatures.calls()[0].call.seats == 4
    candidatures.agree_slate(Slate("three", "call", OPENS, ("PRY", "MAR", "PRT")))
    candidatures.save_call(replace(call, seats=3))
    assert candidatures.calls()[0].call.seats == 3


def numbers(candidatures: Candidatures) -> dict[str, int]:
    """The numbers of the calls by their keys."""
    calls = [file.call for file in candidatures.calls()]
    return {one.key: number_of(one, calls) for one in calls}


def test_a_call_keeps_its_number_whatever_is_recorded_later(candidatures: Candidatures, desk: Desk) -> None:
    earlier, next_year = OPENED - datetime.timedelta(days=90), datetime.date(2027, 1, 10)
    candidatures.save_call(Call("back", earlier, OPENED))
    assert numbers(candidatures) == {"call": 1, "back": 2}
    candidatures.save_call(Call("next", next_year, next_year))
    first = next(file.call for file in candidatures.calls() if file.call.key == "call")
    candidatures.save_call(replace(first, closes_on=datetime.date(2026, 10, 2)))
    assert numbers(candidatures) == {"call": 1, "back": 2, "next": 1}
    candidatures.save_call(replace(first, opened_on=next_year, closes_on=next_year))
    assert numbers(candidatures) == {"call": 2, "back": 2, "next": 1}
    undo.undo(desk.store)
    assert numbers(candidatures) == {"call": 1, "back": 2, "next": 1}


def test_calls_from_before_numbers_were_kept_have_the_number_that_they_showed(
    candidatures: Candidatures, desk: Desk
) -> None:
    later = replace(CALL, key="a later", opened_on=OPENED + datetime.timedelta(days=9))
    with desk.store.write("as before numbers", Subject.COMMITTEE) as session:
        for one in (later, CALL):
            CALLS.save(session, one)
    assert numbers(candidatures) == {"call": 1, "a later": 2}
    candidatures.save_call(Call("back", OPENED - datetime.timedelta(days=30), OPENED))
    assert numbers(candidatures) == {"call": 1, "a later": 2, "back": 3}


def test_a_call_is_offered_a_year_before_the_mandate_ends(network: tuple[Desk, Meeting, object]) -> None:
    desk, meeting, _ = network
    candidatures = Candidatures(desk.store, desk.clock)
    assert not candidatures.due(OPENED)
    founded = datetime.date(2024, 5, 9)
    Committees(desk.store).record(appointing(Appointment(founded, (("PRY", None), ("MAR", None), ("PRT", None)))))
    assert not candidatures.due(datetime.date(2026, 5, 8))
    assert candidatures.due(datetime.date(2026, 5, 9))
    call = candidatures.proposed(OPENED)
    assert (call.meeting, call.begins) == (meeting.key, datetime.date(2027, 5, 9))
    assert call.closes_on == datetime.date(2026, 10, 23)
    candidatures.save_call(call)
    assert not candidatures.due(OPENS)


def test_no_call_is_due_once_the_next_committee_is_recorded(network: tuple[Desk, Meeting, object]) -> None:
    desk, _, _ = network
    candidatures, committees = Candidatures(desk.store, desk.clock), Committees(desk.store)
    on = datetime.date(2026, 12, 1)
    three = (("PRY", None), ("MAR", None), ("PRT", None))
    committees.record(appointing(Appointment(datetime.date(2024, 5, 9), three)))
    assert candidatures.due(on)
    committees.record(appointing(Appointment(on, three, begins=datetime.date(2027, 5, 9))))
    assert not candidatures.due(on)
    assert not candidatures.due(on - datetime.timedelta(days=1)), "it is recorded as to come"
    later = Candidatures(desk.store, lambda: datetime.datetime(2026, 12, 2, 9, tzinfo=datetime.UTC))
    assert later.due(on - datetime.timedelta(days=1)), "it was due until then"


def test_a_call_for_one_vacant_seat_is_none_for_the_renewal(network: tuple[Desk, Meeting, object]) -> None:
    desk, _, _ = network
    candidatures, due = Candidatures(desk.store), datetime.date(2026, 6, 1)
    three = (("PRY", None), ("MAR", None), ("PRT", None))
    Committees(desk.store).record(appointing(Appointment(datetime.date(2024, 5, 9), three)))
    opened = datetime.date(2025, 2, 1)
    candidatures.save_call(Call("vacancy", opened, opened, seats=1))
    assert candidatures.due(due)
    candidatures.save_call(Call("vacancy", opened, opened, seats=1, begins=datetime.date(2027, 5, 9)))
    assert not candidatures.due(due)


def test_a_letter_follows_its_candidature_to_another_state(candidatures: Candidatures, desk: Desk) -> None:
    candidatures.receive(candidature("PRY"), (LETTER,))
    candidatures.receive(replace(candidature("PRY"), state="MAR"))
    files = Attachments(desk.store)
    assert not files.of_state("PRY")
    assert [one.file.name for one in files.of_state("MAR")] == ["note.pdf"]
    undo.undo(desk.store)
    assert [one.file.name for one in files.of_state("PRY")] == ["note.pdf"]


def test_what_was_entered_by_mistake_is_struck_out_from_the_last_to_the_first(
    candidatures: Candidatures, desk: Desk
) -> None:
    candidatures.receive(candidature("PRY"), (LETTER,))
    candidatures.receive(candidature("MAR"))
    candidatures.agree_slate(Slate("slate", "call", CALL.closes_on, ("PRY",)))
    with pytest.raises(Refusal) as refused:
        candidatures.strike_candidature("of PRY")
    assert "The slate agreed on 1 October 2026 names this State" in refused.value.said_in(ENGLISH)
    with pytest.raises(Refusal) as refused:
        candidatures.strike_call("call")
    assert "Candidatures were recorded in this call: 2." in refused.value.said_in(ENGLISH)
    candidatures.strike_candidature("of MAR")
    candidatures.strike_slate("slate")
    assert candidatures.calls()[0].slate(OPENS) is None
    candidatures.strike_candidature("of PRY")
    assert not Attachments(desk.store).of_state("PRY")
    candidatures.strike_call("call")
    assert not candidatures.calls()
    for _ in range(3):
        undo.undo(desk.store)
    (file,) = candidatures.calls()
    assert [one.state for one in file.candidatures] == ["PRY"]
    assert file.slate(OPENS) is not None
    assert [one.file.name for one in Attachments(desk.store).of_state("PRY")] == ["note.pdf"]


def test_a_candidature_that_a_slate_names_is_not_corrected_away_from_it(candidatures: Candidatures) -> None:
    candidatures.receive(candidature("PRY"))
    candidatures.agree_slate(Slate("slate", "call", CALL.closes_on, ("PRY",)))
    later = CALL.closes_on + datetime.timedelta(days=1)
    for wrong, why in (
        (replace(candidature("PRY"), state="MAR"), "names the State of this candidature"),
        (candidature("PRY", later), "names this State, whose candidature had come by then"),
    ):
        with pytest.raises(Refusal) as refused:
            candidatures.receive(wrong)
        assert why in refused.value.said_in(ENGLISH)
        assert "1 October 2026" in refused.value.said_in(ENGLISH)
        assert candidatures.calls()[0].candidatures == (candidature("PRY"),)
    candidatures.receive(replace(candidature("PRY", CALL.closes_on), withdrawn_on=later))
    candidatures.strike_slate("slate")
    candidatures.receive(replace(candidature("PRY"), state="MAR"))
    assert [one.state for one in candidatures.calls()[0].candidatures] == ["MAR"]


# ---- silence ----


def in_silence(desk: Desk, meeting: Meeting) -> SilenceProcedure:
    """The agenda of a meeting put to a Committee of three until 20 October."""
    founded = datetime.date(2024, 5, 9)
    Committees(desk.store).record(appointing(Appointment(founded, (("PRY", None), ("MAR", None), ("PRT", None)))))
    term = Committees(desk.store).history(OPENS).terms[0]
    put = SilenceProcedure(
        "silence", term.key, said("Provisional agenda"), said("The Committee agrees the agenda."),
        datetime.date(2026, 10, 6), datetime.date(2026, 10, 20), meeting.key,
    )  # fmt: skip
    Silences(desk.store, desk.states, desk.clock).put(put)
    return put


def agreed(desk: Desk, meeting: Meeting) -> tuple[datetime.date | None, str | None]:
    """When an agenda was agreed, and by the Committee of which term."""
    known = next(one for one in Meetings(desk.store).list() if one.key == meeting.key)
    return known.agenda_agreed_on, known.agenda_agreed_by


def test_r38_an_agenda_agreed_in_silence_is_agreed_on_the_day_after_the_last(
    network: tuple[Desk, Meeting, object],
) -> None:
    desk, meeting, _ = network
    put, silences = in_silence(desk, meeting), Silences(desk.store, desk.states, desk.clock)
    with pytest.raises(Refusal) as refused:
        silences.agree_agenda(put.key, put.closes_on)
    assert refused.value.section == "R38"
    assert silences.agree_agenda(put.key, OPENS) == datetime.date(2026, 10, 21)
    assert agreed(desk, meeting) == (datetime.date(2026, 10, 21), put.term)
    r38 = [one for one in Compliance(desk.store).check(OPENS) if one.rule == "R38"]
    assert any(fact.value == datetime.date(2026, 10, 21) for one in r38 for fact in one.facts)


def test_r38_an_agenda_agreed_in_silence_is_kept_as_a_version_in_one_step(
    network: tuple[Desk, Meeting, object],
) -> None:
    desk, meeting, _ = network
    put, versions = in_silence(desk, meeting), AgendaVersions(desk.store)
    Silences(desk.store, desk.states, desk.clock).agree_agenda(put.key, OPENS)
    (kept,) = versions.standing(meeting.key).versions
    assert (kept.number, kept.form, kept.made_on) == (1, AgendaForm.PROVISIONAL, put.agreed_on)
    assert [one.item.title for one in versions.items(kept.key)] == [said("Future directions")]
    undo.undo(desk.store)
    assert versions.standing(meeting.key).versions == ()
    assert agreed(desk, meeting) == (None, None)


def test_r38_the_day_of_an_agenda_agreed_in_silence_is_corrected_with_the_procedure(
    network: tuple[Desk, Meeting, object],
) -> None:
    desk, meeting, _ = network
    held, silences = in_silence(desk, meeting), Silences(desk.store, desk.states, desk.clock)
    silences.agree_agenda(held.key, held.agreed_on)
    right = replace(held, closes_on=held.closes_on + datetime.timedelta(days=3))
    silences.put(right)
    assert agreed(desk, meeting)[0] == right.agreed_on
    undo.undo(desk.store)
    assert silences.all() == (held,)
    assert agreed(desk, meeting)[0] == held.agreed_on
    silences.put(replace(held, meeting=None))
    assert agreed(desk, meeting) == (None, None), "it is about that agenda no longer"


@pytest.mark.parametrize(
    "right",
    [
        {"closes_on": OPENS},
        {"closes_on": datetime.date(2026, 12, 24)},
        {"broken_on": datetime.date(2026, 10, 8), "broken_by": "MAR"},
    ],
    ids=["still running today", "running for a month", "broken"],
)
def test_r38_an_agenda_is_not_agreed_by_a_silence_that_was_not_kept_after_all(
    network: tuple[Desk, Meeting, object], right: dict[str, Any]
) -> None:
    desk, meeting, _ = network
    held, silences = in_silence(desk, meeting), Silences(desk.store, desk.states, desk.clock)
    silences.agree_agenda(held.key, held.agreed_on)
    corrected = replace(held, **right)
    silences.put(corrected)
    assert silences.all() == (corrected,)
    assert agreed(desk, meeting) == (None, None)


def test_r38_an_agenda_that_was_agreed_otherwise_keeps_its_day(network: tuple[Desk, Meeting, object]) -> None:
    desk, meeting, _ = network
    held, silences = in_silence(desk, meeting), Silences(desk.store, desk.states, desk.clock)
    in_session = held.agreed_on + datetime.timedelta(days=2)
    Meetings(desk.store).save(replace(meeting, agenda_agreed_on=in_session, agenda_agreed_by=held.term))
    silences.put(replace(held, closes_on=held.closes_on + datetime.timedelta(days=3)))
    assert agreed(desk, meeting)[0] == in_session


def test_only_a_member_of_the_committee_breaks_the_silence(network: tuple[Desk, Meeting, object]) -> None:
    desk, meeting, _ = network
    put, silences = in_silence(desk, meeting), Silences(desk.store, desk.states, desk.clock)
    with pytest.raises(Problem):
        silences.break_silence(put.key, put.put_on, "BRA", "Another item")
    silences.break_silence(put.key, put.closes_on, "MAR", "Another item")
    (known,) = silences.all()
    assert known.state(OPENS) is Silence.BROKEN
    with pytest.raises(Refusal):
        silences.agree_agenda(put.key, OPENS)


def test_who_was_asked_breaks_the_silence_also_once_another_committee_is_in_office(
    network: tuple[Desk, Meeting, object],
) -> None:
    desk, meeting, _ = network
    put, silences, committees = (
        in_silence(desk, meeting),
        Silences(desk.store, desk.states, desk.clock),
        Committees(desk.store),
    )
    renewed = datetime.date(2026, 10, 10)
    committees.record(appointing(Appointment(renewed, (("PRY", None), ("BRA", None), ("PRT", None)))))
    with pytest.raises(Problem):
        silences.break_silence(put.key, renewed, "BRA", "It was not asked")
    silences.break_silence(put.key, datetime.date(2026, 10, 15), "MAR", "Another item")
    assert silences.all()[0].broken_by == "MAR"


def test_a_seat_that_ended_breaks_no_silence(network: tuple[Desk, Meeting, object]) -> None:
    desk, meeting, _ = network
    put, committees = in_silence(desk, meeting), Committees(desk.store)
    seat = next(one for one in committees.history(OPENS).seats if one.state == "MAR")
    committees.record(Vacating(seat.key, put.put_on))
    with pytest.raises(Problem):
        Silences(desk.store, desk.states, desk.clock).break_silence(put.key, put.closes_on, "MAR")


def test_who_withdrew_after_the_slate_is_left_out_of_the_appointment(candidatures: Candidatures) -> None:
    for state in ("PRY", "MAR"):
        candidatures.receive(candidature(state))
    agreed, withdrawn = CALL.closes_on, CALL.closes_on + datetime.timedelta(days=4)
    candidatures.agree_slate(Slate("slate", "call", agreed, ("PRY", "MAR")))
    candidatures.withdraw("of PRY", withdrawn)
    (file,) = candidatures.calls()
    before, after = file.appointment(agreed, OPENS), file.appointment(withdrawn, OPENS)
    assert before is not None
    assert after is not None
    assert [state for state, _ in before.seats] == ["PRY", "MAR"]
    assert [state for state, _ in after.seats] == ["MAR"]
    assert file.gone(withdrawn) == ("PRY",)
    assert file.appointment(OPENED, OPENS) is None
