"""A State's focal points: one record for each person, roles, periods, and what mends a refusal; by keyboard alone."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.functions import Role
from nmirf_desktop.domain.members import FocalPoint, Mechanism, MechanismType, MembershipKind
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.members import FOCAL_POINTS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.members_detail import StateDetail
from tests.registers import OPENS, said
from tests.ui import keyboard
from tests.ui.clipping import assert_presentable
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

SINCE = datetime.date(2025, 3, 1)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MembersScreen]:
    with held(MembersScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        for action in screen.actions():
            screen.addAction(action)
        shown(screen)
        yield screen


def designate(desk: Secretariat, key: str, state: str, start: datetime.date = SINCE, **roles: object) -> FocalPoint:
    """A designation under the key of its person, who has a name of the same letters."""
    person = Person(key, said(f"Director of {key}"), state, family_name=key.title(), emails=(f"{key}@example.org",))
    point = FocalPoint(f"of {key}", state, key, Period(start), **roles)  # type: ignore[arg-type]
    desk.members.designate(point, person)
    return point


def follow(part: QWidget, label: str) -> None:
    """Press the first small action of that label in a part."""
    QApplication.processEvents()
    for text in part.findChildren(LinkedText):
        labels = text.accessibleName().split(" · ")
        if text.isVisible() and label in labels:
            text.linkActivated.emit(f"#{labels.index(label)}")
            QApplication.processEvents()
            return
    raise AssertionError(label)


def offer(screen: MembersScreen, label: str) -> None:
    """Press the way out of that label on the banner."""
    notice = screen.alerts.notice
    assert notice is not None
    next(one for one in notice.offers if one.label == label).act()
    QApplication.processEvents()


def points(desk: Secretariat, state: str) -> dict[str, FocalPoint]:
    """The designations of a State by person."""
    return {one.person: one for one in desk.members.file(state, OPENS).focal_points}


def begin(screen: MembersScreen, state: str) -> QWidget:
    """Open the card of a designation; its first line."""
    screen.go_to(state)
    press(screen, "Designate a focal point")
    line = screen.detail.people.form.chosen.editors[0]
    assert line.hasFocus()
    return line


# -- one record for each person --------------------------------------------------------------------------------------


def test_two_letters_offer_the_people_of_the_register_those_of_the_state_first(
    screen: MembersScreen, desk: Secretariat
) -> None:
    designate(desk, "anak", "IDN")
    designate(desk, "anouk", "PRY", voting=False)
    begin(screen, "PRY")
    keyboard.write(screen, "an")
    field = screen.detail.people.form.chosen
    assert field._list.rows == (
        "ANOUK · Director of anouk · Paraguay · Focal point · anouk@example.org",
        "ANAK · Director of anak · Indonesia · Focal point who votes · anak@example.org",
    )
    keyboard.press(screen, Qt.Key.Key_Down)
    keyboard.press(screen, Qt.Key.Key_Down)
    keyboard.press(screen, Qt.Key.Key_Return)
    assert field.value() == "anak"
    assert screen.detail.people.form.emails.value() == ("anak@example.org",)
    assert "Focal point who votes, Indonesia (since 1 March 2025)" in texts(screen.detail.people.designation)
    keyboard.press(screen, Qt.Key.Key_Return, CONTROL)
    assert points(desk, "PRY")["anak"].voting
    assert {one.key: len(one.held) for one in desk.people.known(OPENS)} == {"anak": 2, "anouk": 1}
    kept = next(one.person for one in desk.people.known(OPENS) if one.key == "anak")
    assert kept.state == "IDN"


def test_another_name_typed_after_somebody_was_chosen_is_the_name_recorded(
    screen: MembersScreen, desk: Secretariat
) -> None:
    designate(desk, "anak", "IDN")
    line = begin(screen, "PRY")
    form = screen.detail.people.form
    keyboard.write(screen, "Ana Sosa")
    keyboard.press(screen, Qt.Key.Key_Tab)
    form.use("anak")
    assert form.family_name.value() == "Anak"
    type_into(line, "Luz Vera")
    finish(line)
    (person,) = points(desk, "PRY")
    assert desk.members.file("PRY", OPENS).people[person].family_name == "Vera"


def test_a_card_is_in_sight_when_it_has_the_keyboard(screen: MembersScreen, desk: Secretariat) -> None:
    screen.resize(900, 500)
    for key in ("anak", "anouk", "anya"):
        designate(desk, key, "PRY", voting=key == "anak")
    screen.refresh()
    line = begin(screen, "PRY")
    for _ in range(3):
        QApplication.processEvents()
    view = screen.detail.viewport()
    assert view.rect().contains(line.mapTo(view, QPoint(0, 0)))


def test_tab_leads_through_a_card_to_its_buttons(screen: MembersScreen) -> None:
    begin(screen, "PRY")
    card = screen.detail.people.designation
    while (focus := QApplication.focusWidget()) is not card.verb:
        assert focus is not None
        assert card.isAncestorOf(focus)
        keyboard.press(screen, Qt.Key.Key_Tab)
    keyboard.press(screen, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card.leave


def test_a_new_name_is_never_taken_for_somebody(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "anak", "IDN")
    begin(screen, "PRY")
    keyboard.write(screen, "Ana")
    keyboard.press(screen, Qt.Key.Key_Tab)
    form = screen.detail.people.form
    assert (form.given_name.value(), form.family_name.value()) == ("", "Ana")
    keyboard.press(screen, Qt.Key.Key_Return, CONTROL)
    assert len(desk.people.known(OPENS)) == 2


def test_a_chosen_record_that_is_cleared_leaves_a_new_one(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "anak", "IDN")
    line = begin(screen, "PRY")
    form = screen.detail.people.form
    form.use("anak")
    assert form.family_name.value() == "Anak"
    type_into(line, "Eva Paz")
    keyboard.press(screen, Qt.Key.Key_Tab)
    assert (form.given_name.value(), form.family_name.value(), form.emails.value()) == ("Eva", "Paz", ())


def test_the_parts_and_the_title_of_a_typed_name_fill_their_fields(screen: MembersScreen) -> None:
    line = begin(screen, "PRY")
    form = screen.detail.people.form
    type_into(line, "Mrs PAZ, Eva")
    keyboard.press(screen, Qt.Key.Key_Tab)
    assert (form.given_name.value(), form.family_name.value(), form.gender.value()) == ("Eva", "Paz", Gender.FEMININE)
    type_into(line, "K. Huber")
    keyboard.press(screen, Qt.Key.Key_Tab)
    assert (form.given_name.value(), form.family_name.value(), form.gender.value()) == ("K.", "Huber", Gender.UNKNOWN)


def test_a_near_double_is_told_and_its_record_offered(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "anak", "PRY", voting=False)
    begin(screen, "PRY")
    keyboard.write(screen, "ANAK")
    keyboard.press(screen, Qt.Key.Key_Escape)
    keyboard.press(screen, Qt.Key.Key_Tab)
    card = screen.detail.people.designation
    assert "Perhaps the same person" in texts(card)
    finish(screen.detail.people.form.family_name.editors[0])
    assert card.isVisible()
    assert "This may be somebody whom the register knows" in texts(card)
    follow(card, "Use this record")
    assert "Perhaps the same person" not in texts(card)
    type_into(screen.detail.people.form.field("on").editors[0], "1 June 2026")
    finish(screen.detail.people.form.field("on").editors[0])
    assert screen.alerts.notice is not None
    assert "ANAK is designated already from 1 March 2025 on" in screen.alerts.notice.what.said_in(screen.words)
    offer(screen, "Show it")
    assert screen.detail.people.correction.isVisible()
    assert len(desk.people.known(OPENS)) == 1


def test_another_person_of_the_same_name_is_recorded_by_the_second_press(
    screen: MembersScreen, desk: Secretariat
) -> None:
    designate(desk, "anak", "PRY", voting=False)
    begin(screen, "PRY")
    form = screen.detail.people.form
    type_into(form.family_name.editors[0], "Anak")
    for _ in range(2):
        finish(form.family_name.editors[0])
    assert len(desk.people.known(OPENS)) == 2


def test_two_records_become_one_with_a_preview(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "ana", "PRY")
    designate(desk, "anna", "GHA")
    screen.go_to("PRY")
    follow(screen.detail.people, "Merge …")
    finish(QApplication.focusWidget() or screen)
    assert "Choose the other record" in texts(screen.detail.people.merging)
    keyboard.write(screen, "ann")
    keyboard.press(screen, Qt.Key.Key_Return)
    said_of = texts(screen.detail.people.merging)
    assert "Family name: Ana" in said_of
    assert "goes: Anna" in said_of
    assert "Focal point who votes, Ghana (since 1 March 2025)" in said_of
    assert "ana@example.org, anna@example.org" in said_of
    screen.detail.people._merge_form.first.load(screen.detail.people._merge_form.first._values[1], over=True)
    finish(QApplication.focusWidget() or screen)
    (known,) = desk.people.known(OPENS)
    assert (known.key, known.person.family_name, len(known.held)) == ("ana", "Anna", 2)
    assert points(desk, "GHA")["ana"].voting
    undo.undo(desk.store)
    assert len(desk.people.known(OPENS)) == 2


def test_two_records_of_one_state_become_one_and_the_preview_says_what_of_each(
    screen: MembersScreen, desk: Secretariat
) -> None:
    designate(desk, "ana", "PRY", start=OPENS)
    designate(desk, "anna", "PRY", voting=False)
    screen.go_to("PRY")
    follow(screen.detail.people, "Merge …")
    keyboard.write(screen, "ann")
    keyboard.press(screen, Qt.Key.Key_Return)
    said_of = texts(screen.detail.people.merging)
    assert "before: Focal point, Paraguay (since 1 March 2025)" in said_of
    finish(QApplication.focusWidget() or screen)
    assert [(one.person, one.voting) for one in desk.members.file("PRY", OPENS).focal_points] == [
        ("ana", False), ("ana", True),
    ]  # fmt: skip


def test_two_letters_to_vote_by_on_the_same_days_are_told_before_and_shown_after(
    screen: MembersScreen, desk: Secretariat
) -> None:
    designate(desk, "ana", "PRY", reference="NV/1")
    second = designate(desk, "anna", "PRY", voting=False, reference="NV/2")
    with desk.store.write("as another program left it", Subject.MEMBERS) as session:
        FOCAL_POINTS.save(session, replace(second, voting=True))
    screen.go_to("PRY")
    follow(screen.detail.people, "Merge …")
    keyboard.write(screen, "ann")
    keyboard.press(screen, Qt.Key.Key_Return)
    assert "by different letters (NV/1 and NV/2)" in texts(screen.detail.people.merging)
    finish(QApplication.focusWidget() or screen)
    assert len(desk.people.known(OPENS)) == 2
    offer(screen, "Show it")
    assert screen.detail.people.correction.isVisible()


def test_addresses_are_parted_where_they_are_pasted(screen: MembersScreen) -> None:
    begin(screen, "PRY")
    editor = screen.detail.people.form.emails.editors[0]
    editor.setFocus()
    data = QMimeData()
    data.setText("<ana@example.org>; mailto:eva@example.org, ana@example.org")
    QGuiApplication.clipboard().setMimeData(data)
    keyboard.press(screen, Qt.Key.Key_V, CONTROL)
    keyboard.press(screen, Qt.Key.Key_Return)
    keyboard.write(screen, "kim@example.org")
    assert screen.detail.people.form.emails.value() == ("ana@example.org", "eva@example.org", "kim@example.org")
    for _ in range(len("kim@example.org") + 1):
        keyboard.press(screen, Qt.Key.Key_Backspace)
    assert screen.detail.people.form.emails.value() == ("ana@example.org", "eva@example.org")


def test_the_mechanisms_name_is_offered_as_institution(screen: MembersScreen, desk: Secretariat) -> None:
    desk.members.save_mechanism(Mechanism("m", "PRY", Period(SINCE), said("Working group"), MechanismType.AD_HOC))
    begin(screen, "PRY")
    field = screen.detail.people.form.institution
    field.editors[0].setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        keyboard.press(screen, key)
    assert field.value() == "Working group"


# -- roles and periods -----------------------------------------------------------------------------------------------


def test_an_alternate_is_designated_for_one_meeting(screen: MembersScreen, desk: Secretariat) -> None:
    begin(screen, "PRY")
    rows = screen.detail.people.form.designated
    assert not rows.meeting.isVisible()
    rows.choose(Role.ALTERNATE)
    meeting = desk.meetings.list()[0]
    rows.meeting.load(meeting.key, over=True)
    rows._fit()
    assert rows.meeting.isVisible()
    assert not rows.on.isVisible()
    finish(rows.reference.editors[0])
    (point,) = points(desk, "PRY").values()
    assert (point.meeting, point.period) == (meeting.key, Period.of_days(meeting.opens_on, meeting.closes_on))
    assert "Alternate focal point, NMIRF/2026 · from 24 to 26 November 2026" in texts(screen.detail.people)


def test_the_last_day_may_be_given_at_once_and_ended_ones_are_folded(screen: MembersScreen, desk: Secretariat) -> None:
    begin(screen, "PRY")
    rows = screen.detail.people.form.designated
    type_into(rows.on.editors[0], "1 March 2025")
    type_into(rows.until.editors[0], "31 March 2025")
    finish(rows.until.editors[0])
    (point,) = points(desk, "PRY").values()
    assert point.period.last_day == datetime.date(2025, 3, 31)
    part = screen.detail.people
    assert "1 earlier designation" in texts(part)
    assert "31 March 2025" not in texts(part.rows)
    follow(part, "Show them")
    assert "from 1 to 31 March 2025" in texts(part.rows)
    follow(part, "Hide them")
    assert "31 March 2025" not in texts(part.rows)


def test_a_designation_to_come_is_shown_as_such(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "ana", "PRY", OPENS + datetime.timedelta(days=30))
    screen.go_to("PRY")
    assert "No focal point is designated" in texts(screen.detail.people)
    assert "since 24 December 2026" in texts(screen.detail.people)


def test_a_designation_recorded_wrongly_is_put_right(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "ana", "PRY")
    screen.go_to("PRY")
    follow(screen.detail.people, "Correct …")
    rows = screen.detail.people._correction_form.designated
    assert rows.role.value() is Role.VOTES
    rows.choose(Role.FOCAL_POINT)
    type_into(rows.on.editors[0], "2 April 2025")
    type_into(rows.reference.editors[0], "NV/9")
    finish(rows.reference.editors[0])
    point = points(desk, "PRY")["ana"]
    assert (point.voting, point.period.start, point.reference) == (False, datetime.date(2025, 4, 2), "NV/9")
    assert not screen.detail.people.correction.isVisible()


# -- what mends a refusal --------------------------------------------------------------------------------------------


def test_where_another_one_votes_this_one_may_be_recorded_without_a_vote(
    screen: MembersScreen, desk: Secretariat
) -> None:
    designate(desk, "ana", "PRY")
    finish(begin(screen, "PRY"))
    offer(screen, "Record this one as not voting")
    found = points(desk, "PRY")
    assert [one.voting for one in found.values()] == [True, False]
    assert found["ana"].period.end is None


def test_where_another_one_votes_later_this_one_lasts_until_then(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "ana", "PRY", OPENS + datetime.timedelta(days=30))
    finish(begin(screen, "PRY"))
    offer(screen, "Record this one until the day before")
    found = sorted(points(desk, "PRY").values(), key=lambda one: one.period.start)
    assert [one.period.end for one in found] == [OPENS + datetime.timedelta(days=30), None]


def test_a_correction_that_would_make_two_vote_ends_the_earlier_one(screen: MembersScreen, desk: Secretariat) -> None:
    designate(desk, "ana", "PRY")
    designate(desk, "eva", "PRY", OPENS, voting=False)
    screen.go_to("PRY")
    point = points(desk, "PRY")["eva"]
    screen.detail.people.begin_correction(point)
    rows = screen.detail.people._correction_form.designated
    rows.choose(Role.VOTES)
    finish(rows.reference.editors[0])
    offer(screen, "End the earlier designation and record this correction")
    assert (points(desk, "PRY")["ana"].period.end, points(desk, "PRY")["eva"].voting) == (OPENS, True)


def test_an_observers_contact_marked_as_voting_becomes_one_who_does_not(
    screen: MembersScreen, desk: Secretariat
) -> None:
    line = begin(screen, "JPN")
    screen.detail.people.form.designated.choose(Role.VOTES)
    finish(line)
    offer(screen, "Record as contact")
    (point,) = points(desk, "JPN").values()
    assert not point.voting
    assert "Contact · since 9 May 2024" in texts(screen.detail.people)


def test_another_mechanism_ends_the_earlier_one_or_waits_for_the_later(
    screen: MembersScreen, desk: Secretariat
) -> None:
    desk.members.save_mechanism(Mechanism("m", "PRY", Period(SINCE), said("Working group"), MechanismType.AD_HOC))
    screen.go_to("PRY")
    follow(screen.detail.mechanism, "Replace …")
    form = screen.detail.mechanism._next_form
    keyboard.write(screen, "Commission")
    type_into(form.address.editors[0], "Asuncion")
    type_into(form.emails.editors[0], "mechanism@example.org")
    finish(form.web.editors[0])
    first, second = sorted(desk.members.file("PRY", OPENS).mechanisms, key=lambda one: one.period.start)
    assert (first.period.end, second.period.start) == (OPENS, OPENS)
    assert (second.address, second.emails) == ("Asuncion", ("mechanism@example.org",))
    part = texts(screen.detail.mechanism)
    assert "Asuncion · mechanism@example.org" in part
    assert "Ad hoc · 1 March 2025–23 November 2026" in part
    screen.detail.mechanism.form.load(None, SINCE - datetime.timedelta(days=100))
    screen.detail.mechanism.open(screen.detail.mechanism.description)
    keyboard.write(screen, "First group")
    finish(screen.detail.mechanism.form.web.editors[0])
    offer(screen, "Record this one until the day before")
    periods = {one.name.en: one.period.last_day for one in desk.members.file("PRY", OPENS).mechanisms}
    assert periods["First group"] == SINCE - datetime.timedelta(days=1)


def test_names_and_groups_recorded_wrongly_are_put_right_or_taken_back(
    screen: MembersScreen, desk: Secretariat
) -> None:
    screen.go_to("TUR")
    part = screen.detail.names
    part.begin_regrouping()
    part._regrouping.group.load(RegionalGroup.ASIA_PACIFIC, over=True)
    finish(part._regrouping.on.editors[0])
    assert "from 24 November 2026 on" in texts(part)
    follow(part, "Correct …")
    part._regrouped.group.load(RegionalGroup.AFRICAN, over=True)
    finish(part._regrouped.on.editors[0])
    assert desk.states.on(OPENS)["TUR"].group is RegionalGroup.AFRICAN
    follow(part, "Take back")
    assert desk.states.on(OPENS)["TUR"].group is RegionalGroup.WEOG
    assert "from 24 November 2026 on" not in texts(part)


def test_a_proposed_function_follows_the_role_until_it_is_another(screen: MembersScreen) -> None:
    begin(screen, "PRY")
    form = screen.detail.people.form
    form.designated.choose(Role.ALTERNATE)
    assert form.function.value()[Language.FR] == "Point focal suppléant du Paraguay"
    form.designated.choose(Role.VOTES)
    assert form.function.value()[Language.ES] == "Punto focal del Paraguay"
    type_into(form.function.editors[0], "Director")
    form.designated.choose(Role.ALTERNATE)
    assert form.function.value().en == "Director"


def test_every_card_is_fit_to_be_seen(desk: Secretariat) -> None:
    designate(desk, "ana", "PRY")
    designate(desk, "eva", "PRY", voting=False)
    desk.members.save_mechanism(Mechanism("m", "PRY", Period(SINCE), said("Working group"), MechanismType.AD_HOC))

    def make(language: CurrentLanguage, alerts: Alerts) -> StateDetail:
        detail = StateDetail(desk, language, alerts)
        detail.load(desk.members.file("PRY", OPENS), OPENS)
        people = detail.people
        people.begin()
        people.form.designated.choose(Role.ALTERNATE)
        people._begin_particulars(people.file.focal_points[0])  # type: ignore[union-attr]
        people.begin_correction(people.file.focal_points[0])  # type: ignore[union-attr]
        people._begin_merging(people.file.focal_points[0])  # type: ignore[union-attr]
        people._merge_form.other.load("eva", over=True)
        people._merge_form._show()
        detail.mechanism.begin_successor()
        for part in (people, detail.mechanism):
            for draft in part.drafts:
                draft.show()
        return detail

    assert_presentable(make)


# -- the walk --------------------------------------------------------------------------------------------------------


def test_a_member_with_its_letter_and_focal_point_in_58_keys(screen: MembersScreen, desk: Secretariat) -> None:
    """No mouse, no focus set by the test: the keys alone, counted."""
    count = 0

    def keys(*pressed: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal count
        for one in pressed:
            count += 1 if isinstance(one, Qt.Key) else len(one)
            if isinstance(one, str):
                keyboard.write(screen, one)
            else:
                keyboard.press(screen, one, modifiers)

    key = Qt.Key
    screen.take_keyboard()
    keys("keny", key.Key_Return, key.Key_Return)
    keys(*[key.Key_Tab] * 4, key.Key_Space, key.Key_Tab, key.Key_Space, key.Key_Tab, "NV/7")
    keys(key.Key_Return, modifiers=CONTROL)
    keys(key.Key_P, modifiers=CONTROL | SHIFT)
    keys("Ana Sosa", *[key.Key_Tab] * 3, "focal.point@ke.example.org")
    keys(key.Key_Return, modifiers=CONTROL)
    file = desk.members.file("KEN", OPENS)
    membership = file.membership(OPENS)
    assert membership is not None
    assert membership.kind is MembershipKind.MEMBER
    assert file.communications[0].reference == "NV/7"
    (point,) = file.focal_points
    person = file.people[point.person]
    assert point.voting
    assert (person.given_name, person.family_name, person.email) == ("Ana", "Sosa", "focal.point@ke.example.org")
    assert person.function[Language.FR] == "Point focal du Kenya"
    assert count == 58
    assert screen.list.view.hasFocus()
