"""A card that is open while the reader's language changes: what it works out is said again, as its labels are."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.reasons import NOTE
from nmirf_desktop.ui.screens.candidatures import CandidaturesScreen
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.rules import RulesScreen
from tests.registers import said
from tests.ui import keyboard
from tests.ui.screens.offices import held, office, press, shown, texts, type_into
from tests.ui.screens.test_designations import begin, follow
from tests.ui.screens.test_rules import offer
from tests.ui.screens.test_several_states import select_members

ON = datetime.date(2026, 11, 24)
SINCE = datetime.date(2025, 3, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


def said_anew(card: QWidget, language: CurrentLanguage, english: str, french: str) -> None:
    """What a card says in English it says in French once the language was changed, and in English no more."""
    assert english in texts(card)
    language.switch(Language.FR)
    assert french in texts(card).replace("\u00a0", " ").replace("\u202f", " ")
    assert english not in texts(card)


def test_why_a_rule_is_not_kept(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    with held(RulesScreen(desk, language, alerts)) as screen:
        shown(screen)
        screen.show_as_of(None)
        screen.go_to("R5")
        offer(screen, NOTE)
        said_anew(screen.reasons, language, "Brazil: no focal point is designated.", "Brésil")


def test_what_to_know_before_a_silence(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    (meeting,) = desk.meetings.list()
    desk.committees.record(appointing(Appointment(SINCE, (("PRY", None), ("MAR", None), ("PRT", None)))))
    desk.meetings.note_agreement(meeting.key, datetime.date(2026, 10, 6))
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        screen.silences.begin()
        form = screen.silences.put_form
        form.meeting.load(form.meeting.values[1], over=True)
        form.meeting.changed.emit()
        said_anew(form, language, "was agreed on 6 October 2026 already", "6 octobre 2026")


def test_that_a_meeting_has_a_call_already(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    (meeting,) = desk.meetings.list()
    desk.candidatures.save_call(Call("call", SINCE, SINCE, meeting=meeting.key))
    with held(CandidaturesScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        press(screen, "Open a call")
        form = screen.detail.cards.call_form
        form.meeting.load(meeting, over=True)
        form.meeting.changed.emit()
        said_anew(form, language, "There was a call for this meeting", "1er mars 2025")


def test_who_votes_for_a_candidate(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    (meeting,) = desk.meetings.list()
    desk.candidatures.save_call(Call("call", SINCE, ON, meeting=meeting.key))
    person = Person("voter", Trilingual(), "MAR", "Ana", "Sosa")
    desk.members.designate(FocalPoint("point", "MAR", person.key, Period(SINCE)), person)
    with held(CandidaturesScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        press(screen, "Record a candidature")
        form = screen.detail.cards.candidature_form
        type_into(form.field("state").editors[0], "Morocco")
        said_anew(form, language, "The focal point who votes for the State: Ana SOSA", "Ana SOSA")


def test_what_an_appointment_misses_and_would_change(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    desk.committees.record(appointing(Appointment(SINCE, (("PRY", None), ("MAR", None), ("PRT", None)))))
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        press(screen, "Correct the mandate")
        card = screen.drafts.term
        QTest.keyClick(card.form.field("meeting").editors[0], Qt.Key.Key_Down)
        type_into(card.form.field("on").editors[0], "2 March 2025")
        assert "Not kept" in texts(card)
        said_anew(card, language, "No decision of this meeting is recorded yet.", "Aucune décision de cette réunion")
        assert "Not kept" not in texts(card)
        assert "Go to the session" not in texts(card)
        assert card.form.field("on").value() == datetime.date(2025, 3, 2), "a day that was typed stays"


def test_what_comes_of_two_records(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    with held(MembersScreen(desk, language, alerts)) as screen:
        for name in ("ana", "anna"):
            person = Person(name, said(f"Director of {name}"), "PRY", family_name=name.title())
            desk.members.designate(FocalPoint(f"of {name}", "PRY", name, Period(SINCE), voting=name == "ana"), person)
        shown(screen, ON)
        screen.go_to("PRY")
        follow(screen.detail.people, "Merge …")
        keyboard.write(screen, "ann")
        keyboard.press(screen, Qt.Key.Key_Return)
        said_anew(screen.detail.people.merging, language, "goes:", "disparaît :")


def test_who_may_be_the_same_person(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    person = Person("anak", said("Director"), "PRY", family_name="Anak")
    desk.members.designate(FocalPoint("of anak", "PRY", "anak", Period(SINCE), voting=False), person)
    with held(MembersScreen(desk, language, alerts)) as screen:
        for action in screen.actions():
            screen.addAction(action)
        shown(screen)
        begin(screen, "PRY")
        keyboard.write(screen, "ANAK")
        keyboard.press(screen, Qt.Key.Key_Escape)
        keyboard.press(screen, Qt.Key.Key_Tab)
        said_anew(screen.detail.people.designation, language, "Perhaps the same person", "même personne")


def test_what_ends_in_several_states(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    with held(MembersScreen(desk, language, alerts)) as screen:
        shown(screen)
        select_members(screen)
        follow(screen.bulk, "End the designations …")
        said_anew(screen.bulk.ends, language, "Nobody is designated on the day before.", "Personne n’est")
