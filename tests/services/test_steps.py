"""Undo and redo say what they are about, and an offer after an act takes back that act alone."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Communication, CommunicationForm, FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.renames import Renaming
from nmirf_desktop.domain.states import Names
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.members import Members
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.states import States
from nmirf_desktop.services.steps import Step, Steps
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import COMMUNICATIONS
from nmirf_desktop.storage.undo import NOT_THE_LAST
from tests.registers import OPENS, Desk, said

ENGLISH = catalog(Language.EN)
Network = tuple[Desk, Meeting, AgendaItem]


def steps_of(desk: Desk) -> Steps:
    return Steps(desk.store, desk.states)


def told(step: Step | None) -> str:
    """A step as the menu names it."""
    return step.said_in(ENGLISH) if step is not None else ""


def designate(desk: Desk, state: str = "PRY") -> None:
    person = Person(f"ana {state}", said("Director"), state, given_name="Ana", family_name="Sosa")
    point = FocalPoint(f"of ana {state}", state, person.key, Period(datetime.date(2026, 3, 1)))
    desk.members.designate(point, person)


def test_a_step_names_the_person_and_the_state(network: Network) -> None:
    desk, _, _ = network
    designate(desk)
    steps = steps_of(desk)
    named = "designate a focal point – Ana SOSA · Paraguay"
    assert told(steps.undo_next()) == named
    assert told(steps.undo()) == named
    assert told(steps.redo_next()) == "designate a focal point – Paraguay", "the person is not there now"
    steps.redo()
    assert told(steps.undo_next()) == named


def test_a_few_states_are_named_and_many_counted(desk: Desk) -> None:
    steps = steps_of(desk)
    desk.members.admit_founders(("PRY", "URY"), MembershipKind.MEMBER)
    assert told(steps.undo_next()) == "record a founding membership – Paraguay · Uruguay"
    desk.members.admit_founders(("BRA", "GHA", "IDN", "MAR"), MembershipKind.MEMBER)
    assert told(steps.undo_next()) == "record a founding membership – 4 States"


@pytest.mark.parametrize("by_state", [True, False])
def test_all_states_of_a_large_step_are_counted_before_and_after_it_is_undone(desk: Desk, by_state: bool) -> None:
    codes = list(desk.states.on(OPENS))
    letters = [
        Communication(new_key(), code, OPENS, CommunicationForm.NOTE_VERBALE, MembershipKind.MEMBER)
        for code in codes for _ in range(4)
    ]  # fmt: skip
    if not by_state:
        letters = [letter for turn in range(4) for letter in letters[turn::4]]
    with desk.store.write("import a list", Subject.MEMBERS) as session:
        for letter in letters:
            COMMUNICATIONS.save(session, letter)
    steps = steps_of(desk)
    assert told(steps.undo_next()) == "import a list – 193 States"
    steps.undo()
    assert told(steps.redo_next()) == "import a list – 193 States"


def test_a_meeting_is_named_by_its_symbol(network: Network) -> None:
    desk, meeting, _ = network
    desk.meetings.note_agreement(meeting.key, OPENS)
    assert told(steps_of(desk).undo_next()) == f"agree the agenda – {meeting.symbol}"


def test_only_the_entry_that_is_meant_is_undone(network: Network) -> None:
    desk, _, _ = network
    steps = steps_of(desk)
    designate(desk)
    meant = steps.done("designate a focal point")
    assert steps.done("end a designation") == 0
    designate(desk, "URY")  # the same verb
    for entry in (meant, 0):
        with pytest.raises(Refusal) as refused:
            steps.undo(entry)
        assert refused.value.message == NOT_THE_LAST
    assert told(steps.undo_next()).endswith("Uruguay")
    steps.undo()
    assert told(steps.undo(meant)).endswith("Paraguay")


def test_a_step_of_an_earlier_session_is_known_as_one(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "register.nmirf"
    path.write_bytes(empty.read_bytes())
    with open_register(path) as store:
        states = States(store)
        Members(store, states).admit_founders(("PRY",), MembershipKind.MEMBER)
        step = Steps(store, states).undo_next()
        assert step is not None
        assert not step.earlier
    with open_register(path) as store:
        steps = Steps(store, States(store))
        step = steps.undo_next()
        assert step is not None
        assert step.earlier
        steps.undo()
        again = steps.redo_next()
        assert again is not None
        assert not again.earlier, "it was undone in this session"


def test_what_is_done_again_is_named_as_what_was_undone(network: Network) -> None:
    desk, _, _ = network
    state = desk.states.on(datetime.date(2026, 1, 1))["ARG"]
    names = Names("Argentine Union", state.short.fr, state.short.es)
    desk.states.rename(Renaming("renaming", "ARG", datetime.date(2026, 2, 1), names, state.formal, state.article))
    steps = steps_of(desk)
    undone = told(steps.undo())
    assert undone == "rename a State – Argentine Union"
    assert told(steps.redo()) == undone


def test_what_is_done_to_a_sitting_is_named_after_the_meeting_whoever_spoke(network: Network) -> None:
    """“Undone: close a sitting – Portugal.”"""
    desk, meeting, item = network
    sitting = desk.sittings.next(meeting.key, item.key)
    desk.floor.give(meeting.key, item.key, "PRY", Language.EN)
    desk.clock.forward(2)
    desk.sittings.close(sitting.key)
    assert told(steps_of(desk).undo_next()) == f"close a sitting – {meeting.symbol}"
