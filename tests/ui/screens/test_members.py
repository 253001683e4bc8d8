"""Members: the list as of a day, and a State's file: letters, focal points, mechanism, names; by keyboard alone."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.members import Communication, CommunicationForm, FocalPoint, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.members import StateLine
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.members_list import Shown
from nmirf_desktop.ui.theme import Tone
from tests.registers import MEMBERS, OPENS
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MembersScreen]:
    with held(MembersScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def line(screen: MembersScreen, code: str) -> StateLine:
    """One State's row."""
    return next(one for one in screen.list.model.rows if one.key == code)


def follow(screen: MembersScreen, label: str) -> None:
    """Press the small action of that label in the file."""
    QApplication.processEvents()
    for text in screen.detail.findChildren(LinkedText):
        if text.isVisible() and label in text.accessibleName():
            number = text.accessibleName().split(" · ").index(label)
            text.linkActivated.emit(f"#{number}")
            QApplication.processEvents()
            return
    raise AssertionError(label)


def keys(*pressed: Qt.Key | str) -> None:
    """Press keys, or type texts, wherever the keyboard is."""
    for each in pressed:
        for one in each if isinstance(each, str) else (each,):
            widget = QApplication.focusWidget()
            assert isinstance(widget, QWidget)
            QTest.keyClick(widget, one)  # type: ignore[arg-type]  # (a letter is a key, too)
            QApplication.processEvents()


# -- shows -----------------------------------------------------------------------------------------------------------


def test_the_193_states_with_numbers_and_filters(screen: MembersScreen) -> None:
    assert screen.list.model.total == 193
    assert "8 members · 2 observers · 183 States are neither" in texts(screen.numbers)
    screen.filters.shown.load(Shown.MEMBERS)
    screen.filters.changed.emit()
    assert sorted(one.key for one in screen.list.model.rows) == sorted(MEMBERS)
    screen.filters.group.load(RegionalGroup.GRULAC)
    screen.filters.changed.emit()
    assert [one.key for one in screen.list.model.rows] == ["BRA", "PRY", "URY"]


def test_the_order_is_that_of_the_language(screen: MembersScreen, language: CurrentLanguage) -> None:
    assert screen.list.model.rows[0].key == "AFG"
    language.switch(Language.FR)
    screen.retranslate()
    names = [one.state.short.fr for one in screen.list.model.rows]
    assert names.index("Afghanistan") < names.index("Albanie") < names.index("Égypte") < names.index("Fidji")


def test_another_date_shows_other_facts(screen: MembersScreen) -> None:
    screen.show_as_of(datetime.date(2024, 5, 8))
    assert line(screen, "PRY").status is None
    assert "0 members" in texts(screen.numbers)


def test_a_place_leads_to_a_state_or_to_a_filter(screen: MembersScreen) -> None:
    screen.go_to("!address")
    assert {one.key for one in screen.list.model.rows} == set(MEMBERS)
    screen.go_to("JPN")
    assert screen.current_key() == "JPN"
    assert "Japan" in texts(screen.detail)


# -- acts ------------------------------------------------------------------------------------------------------------


def test_a_complete_communication_makes_a_member(screen: MembersScreen, desk: Secretariat) -> None:
    screen.go_to("KEN")
    press(screen, "Record a communication")
    form = screen.detail.status.letter.form
    type_into(form.field("on").editors[0], "2 March 2026")
    QTest.keyClick(form.field("interest").editors[0], Qt.Key.Key_Space)
    QTest.keyClick(form.field("adoption").editors[0], Qt.Key.Key_Space)
    type_into(form.field("reference").editors[0], "NV/12/2026")
    finish(form.field("reference").editors[0])
    assert not screen.detail.status.letter.isVisible()
    assert line(screen, "KEN").status is MembershipKind.MEMBER
    assert line(screen, "KEN").since == datetime.date(2026, 3, 2)
    assert "Both elements are there · NV/12/2026" in texts(screen.detail)
    assert len(desk.members.file("KEN", OPENS).communications) == 1


def test_r8_a_letter_of_a_member_is_recorded_and_said_to_change_nothing(
    screen: MembersScreen, desk: Secretariat
) -> None:
    screen.go_to("PRY")
    press(screen, "Record a communication")
    form = screen.detail.status.letter.form
    QTest.keyClick(form.field("interest").editors[0], Qt.Key.Key_Space)
    QTest.keyClick(form.field("adoption").editors[0], Qt.Key.Key_Space)
    finish(form.field("on").editors[0])
    assert len(desk.members.file("PRY", OPENS).communications) == 1
    assert screen.alerts.notice is not None
    said = screen.alerts.notice.what.said_in(catalog(Language.EN)).replace("\u00a0", " ")
    assert said == (
        "The communication of Paraguay is recorded. It changes nothing: the State has belonged to the Network since "
        "9 May 2024 (Member)."
    )


def test_a_letter_without_an_element_waits_for_the_other(screen: MembersScreen) -> None:
    screen.go_to("KEN")
    press(screen, "Record a communication")
    form = screen.detail.status.letter.form
    QTest.keyClick(form.field("interest").editors[0], Qt.Key.Key_Space)
    finish(form.field("on").editors[0])
    assert line(screen, "KEN").status is None
    assert line(screen, "KEN").pending
    assert screen.alerts.notice is not None
    assert screen.alerts.notice.tone is Tone.ATTENTION
    assert screen.alerts.notice.what.said_in(catalog(Language.EN)) == (
        "The communication of Kenya is recorded, and the State has not joined yet. "
        "Still to come: decision to adopt the Declaration."
    )
    assert "Still to come: decision to adopt the Declaration" in texts(screen.detail)
    screen.go_to("!incomplete")
    assert [one.key for one in screen.list.model.rows] == ["KEN"]
    press(screen, "Record a communication")
    QTest.keyClick(form.field("adoption").editors[0], Qt.Key.Key_Space)
    finish(form.field("on").editors[0])
    assert [(one.key, one.pending) for one in screen.list.model.rows] == [("KEN", False)]
    assert screen.list._line.isVisible()
    screen.go_to("KEN")
    assert line(screen, "KEN").status is MembershipKind.MEMBER
    assert "Completed by another letter: decision to adopt the Declaration" in texts(screen.detail)
    assert "Still to come:" not in texts(screen.detail)


def test_a_letter_is_corrected_and_the_membership_follows_it(screen: MembersScreen, desk: Secretariat) -> None:
    sent = Communication(
        "sent", "KEN", datetime.date(2026, 3, 2), CommunicationForm.LETTER, MembershipKind.MEMBER,
        states_interest=True, states_adoption=True,
    )  # fmt: skip
    desk.members.receive(sent)
    screen.go_to("KEN")
    gone = "The communication of Kenya is corrected, and founds no membership any more."
    for typed, box, said in (
        ("20 February 2026", "", "Kenya: member from 20 February 2026."),
        ("20 February 2026", "adoption", f"{gone} Still to come: decision to adopt the Declaration."),
        ("21 February 2026", "adoption", "Kenya: member from 21 February 2026."),
    ):
        follow(screen, "Correct …")
        form = screen.detail.status.correction.form
        type_into(form.field("on").editors[0], typed)
        if box:
            QTest.keyClick(form.field(box).editors[0], Qt.Key.Key_Space)
        finish(form.field("on").editors[0])
        assert not screen.detail.status.correction.isVisible()
        assert screen.alerts.notice is not None
        assert screen.alerts.notice.what.said_in(catalog(Language.EN)) == said
    assert line(screen, "KEN").since == datetime.date(2026, 2, 21)
    (kept,) = desk.members.file("KEN", OPENS).communications
    assert (kept.key, kept.form) == ("sent", CommunicationForm.LETTER)


def test_a_date_that_is_none_is_said_under_its_field_and_nothing_is_recorded(
    screen: MembersScreen, desk: Secretariat
) -> None:
    screen.go_to("KEN")
    press(screen, "Record a communication")
    form = screen.detail.status.letter.form
    type_into(form.field("on").editors[0], "someday")
    finish(form.field("on").editors[0])
    assert screen.detail.status.letter.isVisible()
    assert "“someday” is not a date." in texts(form)
    type_into(form.field("on").editors[0], " ")
    finish(form.field("on").editors[0])
    assert "Give the date." in texts(form)
    assert not desk.members.file("KEN", OPENS).communications


def test_a_founder_needs_no_letter(screen: MembersScreen) -> None:
    screen.go_to("PER")
    press(screen, "Record founding participation")
    finish(screen.detail.status.founder.form.field("kind").editors[0])
    assert line(screen, "PER").since == datetime.date(2024, 5, 9)
    screen.detail.history.rows.show_waiting()
    assert "Founding member" in texts(screen.detail.history)


FIRST = ("AFG", "ALB", "DZA")
"""The first States of the list that are not in the Network."""


def test_all_founders_are_recorded_in_one_step(screen: MembersScreen, desk: Secretariat, alerts: Alerts) -> None:
    screen.go_to("!founders")
    assert {one.status for one in screen.list.model.rows} == {None}
    screen.list.select(FIRST[0])
    for _ in FIRST[1:]:
        QTest.keyClick(screen.list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(screen, "Record founding participation")
    assert "3 States selected" in texts(screen.bulk), "not under the heading of one of them"
    assert "3 States: Afghanistan, Albania, Algeria" in texts(screen.bulk.founds)
    assert not screen.detail.isVisible()
    finish(screen.bulk.founds.form.field("kind").editors[0])
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == "The founding participation of 3 States is recorded."
    assert {*FIRST} <= {one.key for one in desk.members.list(OPENS) if one.status is MembershipKind.MEMBER}
    undo.undo(desk.store)
    assert {*FIRST} <= {one.key for one in desk.members.list(OPENS) if one.status is None}


@pytest.mark.parametrize(("typed", "state"), [("alemania", "DEU"), ("allemagne", "DEU"), ("cote d'ivoire", "CIV")])
def test_a_state_is_found_by_its_name_in_any_language(screen: MembersScreen, typed: str, state: str) -> None:
    screen.list._line.setText(typed)
    assert [line.key for line in screen.list.model.rows][:1] == [state]


def test_while_founders_are_selected_their_hint_stays_and_no_filter_drops_one(screen: MembersScreen) -> None:
    screen.go_to("!founders")
    assert not screen.list.chosen
    view = screen.list.view
    place = view.viewport().mapTo(screen, QPoint(0, 0))
    for typed in ("albania", "algeria"):
        screen.list._line.setText(typed)
        assert screen.list.current is not None
        middle = view.visualRect(screen.list.model.index(0, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, middle)
        assert screen.asking.notice is not None
        assert view.viewport().mapTo(screen, QPoint(0, 0)) == place
    assert {one.key for one in screen.list.chosen} == {"ALB", "DZA"}
    screen.list._line.clear()
    assert [one.key for one in screen.list.chosen] == ["ALB", "DZA"]
    notice = screen.asking.notice
    assert notice is not None
    notice.offers[0].act()
    assert screen.asking.notice is None
    assert "2 States: Albania, Algeria" in texts(screen.bulk.founds)


def test_an_observer_becomes_a_member_and_a_member_withdraws(screen: MembersScreen) -> None:
    screen.go_to("CHE")
    follow(screen, "Becomes a member …")
    finish(screen.detail.status.change.form.field("on").editors[0])
    assert line(screen, "CHE").status is MembershipKind.MEMBER
    follow(screen, "Withdraws …")
    form = screen.detail.status.withdrawal.form
    type_into(form.field("later").editors[0], "1 January 2027")
    finish(form.field("later").editors[0])
    assert line(screen, "CHE").status is MembershipKind.MEMBER
    screen.show_as_of(datetime.date(2027, 1, 1))
    assert line(screen, "CHE").status is None
    assert f"to {screen.words.date(datetime.date(2026, 12, 31))}, its last day" in texts(screen.detail.status)


def test_an_observer_has_a_contact_who_is_not_told_to_vote(screen: MembersScreen) -> None:
    card = screen.detail.people.designation
    for code, title, power in (("CHE", "Designate a contact", False), ("PRY", "Designate a focal point", True)):
        screen.go_to(code)
        press(screen, "Designate a focal point")
        assert title in texts(card)
        assert ("power to decide and to vote" in texts(card)) is power
        card.close_up()


def test_no_filter_moves_or_hides_a_column(screen: MembersScreen) -> None:
    header = screen.list.view.horizontalHeader()

    def columns() -> list[tuple[bool, int]]:
        return [(header.isSectionHidden(number), header.sectionSize(number)) for number in range(header.count())]

    all_shown = columns()
    for one in Shown:
        screen.filters.shown.load(one)
        screen.filters.changed.emit()
        QApplication.processEvents()
        assert columns() == all_shown, one


def test_the_references_of_notifications_are_shown_and_put_right(screen: MembersScreen) -> None:
    screen.go_to("CHE")
    follow(screen, "Becomes a member …")
    type_into(screen.detail.status.change.form.field("on").editors[0], "2 November 2026")
    type_into(screen.detail.status.change.form.field("reference").editors[0], "NV/12")
    finish(screen.detail.status.change.form.field("reference").editors[0])
    assert "it has established a mechanism (NV/12)" in texts(screen.detail.status)
    follow(screen, "Correct the notification …")
    type_into(screen.detail.status.notification.form.field("reference").editors[0], "NV/13")
    finish(screen.detail.status.notification.form.field("reference").editors[0])
    assert "it has established a mechanism (NV/13)" in texts(screen.detail.history)
    follow(screen, "Withdraws …")
    form = screen.detail.status.withdrawal.form
    type_into(form.field("on").editors[0], "20 November 2026")
    type_into(form.field("later").editors[0], "23 November 2026")
    type_into(form.field("reference").editors[0], "NV/14")
    finish(form.field("reference").editors[0])
    assert "Left the Network (NV/14, received on" in texts(screen.detail.status)
    follow(screen, "Correct the withdrawal …")
    type_into(screen.detail.status.notification.form.field("on").editors[0], "24 November 2026")
    finish(screen.detail.status.notification.form.field("on").editors[0])
    assert screen.alerts.notice is not None
    assert "never before" in screen.alerts.notice.what.said_in(screen.words)
    type_into(screen.detail.status.notification.form.field("on").editors[0], "23 November 2026")
    finish(screen.detail.status.notification.form.field("on").editors[0])
    assert "Left the Network (NV/14)" in texts(screen.detail.status)


def test_a_second_voting_focal_point_is_refused_in_words_and_succession_is_offered(
    screen: MembersScreen, desk: Secretariat, alerts: Alerts
) -> None:
    screen.go_to("GHA")
    for start in ("1 June 2025", "1 June 2026"):
        press(screen, "Designate a focal point")
        form = screen.detail.people.designation.form
        type_into(form.field("on").editors[0], start)
        finish(form.field("on").editors[0])
    assert alerts.notice is not None
    assert alerts.notice.section == "R5"
    assert "is marked as voting from 1 June 2025" in alerts.notice.what.said_in(screen.words)
    alerts.notice.offers[0].act()
    points = desk.members.file("GHA", OPENS).focal_points
    assert [(one.period.start, one.period.end) for one in points] == [
        (datetime.date(2025, 6, 1), datetime.date(2026, 6, 1)),
        (datetime.date(2026, 6, 1), None),
    ]
    assert not screen.detail.people.designation.isVisible()


def test_the_function_is_proposed_in_three_languages(screen: MembersScreen, desk: Secretariat) -> None:
    screen.go_to("PRY")
    press(screen, "Designate a focal point")
    finish(screen.detail.people.designation.form.field("emails").editors[0])
    file = desk.members.file("PRY", OPENS)
    function = file.people[file.focal_points[0].person].function
    assert (function.en, function.fr, function.es) == (
        "Focal point of Paraguay", "Point focal du Paraguay", "Punto focal del Paraguay",
    )  # fmt: skip


def test_an_address_that_is_none_stays_in_the_form(screen: MembersScreen, desk: Secretariat) -> None:
    screen.go_to("PRY")
    press(screen, "Designate a focal point")
    form = screen.detail.people.designation.form
    type_into(form.field("emails").editors[0], "focal point")
    finish(form.field("emails").editors[0])
    assert "“focal point” is not an e-mail address" in texts(form)
    assert not desk.members.file("PRY", OPENS).focal_points


def test_an_observers_contact_does_not_vote(screen: MembersScreen, desk: Secretariat) -> None:
    screen.go_to("JPN")
    press(screen, "Designate a focal point")
    finish(screen.detail.people.designation.form.field("on").editors[0])
    assert not desk.members.file("JPN", OPENS).focal_points[0].voting
    follow(screen, "End")
    finish(screen.detail.people.end.form.field("on").editors[0])
    assert "Nobody is designated." in texts(screen.detail.people)


def test_a_mechanism_is_described_and_changed(screen: MembersScreen, desk: Secretariat) -> None:
    screen.go_to("PRY")
    follow(screen, "Describe")
    form = screen.detail.mechanism.description.form
    finish(form.field("web").editors[0])
    assert "Give the mechanism’s name" in texts(form)
    QTest.keyClicks(form.field("name").editors[0], "Inter-agency working group")
    type_into(form.field("on").editors[0], "1 February 2015")
    finish(form.field("web").editors[0])
    mechanism = desk.members.file("PRY", OPENS).mechanism(OPENS)
    assert mechanism is not None
    assert mechanism.name.en == "Inter-agency working group"
    screen.detail.history.rows.show_waiting()
    assert "Mechanism: Inter-agency working group" in texts(screen.detail.history)


def test_a_state_renames_itself_and_moves_from_a_day_on(screen: MembersScreen) -> None:
    screen.go_to("TUR")
    follow(screen, "Rename …")
    form = screen.detail.names.renaming.form
    type_into(form.field("short_en").editors[0], "Anatolia")
    finish(form.field("short_en").editors[0])
    assert line(screen, "TUR").state.short.en == "Anatolia"
    screen.show_as_of(OPENS - datetime.timedelta(days=1))
    assert line(screen, "TUR").state.short.en != "Anatolia"


def test_a_file_follows_the_symbol_of_a_meeting_that_it_says(screen: MembersScreen, desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    point = FocalPoint("of ana", "PRY", "ana", Period(OPENS), voting=False, alternate=True, meeting=meeting.key)
    desk.members.designate(point, Person("ana", Trilingual(), "PRY", "Ana", "Sosa"))
    screen.go_to("PRY")
    assert meeting.symbol in texts(screen.detail)
    desk.meetings.save(dataclasses.replace(meeting, symbol="NEW/1"))
    assert "NEW/1" in texts(screen.detail)


def test_of_two_cards_escape_closes_the_one_opened_last(screen: MembersScreen) -> None:
    screen.go_to("PRY")
    earlier, later = screen.detail.status.letter, screen.detail.people.designation
    screen.detail.status.begin_letter()
    screen.detail.people.begin()
    assert earlier.isVisible()
    assert later.isVisible()
    assert screen.close_open()
    assert not later.isVisible()
    assert earlier.isVisible()
    assert screen.close_open()
    assert not earlier.isVisible()


def test_a_card_is_left_by_escape_and_closed_with_another_state(screen: MembersScreen) -> None:
    screen.go_to("KEN")
    press(screen, "Record a communication")
    QTest.keyClick(screen.detail.status.letter.form.field("reference").editors[0], Qt.Key.Key_Escape)
    assert not screen.detail.status.letter.isVisible()
    press(screen, "Record a communication")
    screen.go_to("PER")
    assert not screen.detail.status.letter.isVisible()


# -- the walk --------------------------------------------------------------------------------------------------------


def test_a_member_with_its_letter_and_focal_point_by_keyboard_alone(screen: MembersScreen, desk: Secretariat) -> None:
    """The coordinator types a State's first letters, opens it, and records letter and focal point; no mouse."""
    screen.list.view.setFocus()
    keys("keny", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert screen.detail.status.letter.isVisible()
    assert screen.current_key() == "KEN"
    keys(*[Qt.Key.Key_Tab] * 4, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, "NV/7")
    finish(QApplication.focusWidget() or screen)
    assert line(screen, "KEN").status is MembershipKind.MEMBER
    press(screen, "Designate a focal point")
    email = screen.detail.people.designation.form.field("emails").editors[0]
    for _ in range(9):
        if QApplication.focusWidget() is email:
            break
        keys(Qt.Key.Key_Tab)
    keys("focal.point@ke.example.org")
    finish(email)
    point = desk.members.file("KEN", OPENS).focal_points[0]
    assert desk.members.file("KEN", OPENS).people[point.person].email == "focal.point@ke.example.org"
    assert line(screen, "KEN").focal_point is not None
