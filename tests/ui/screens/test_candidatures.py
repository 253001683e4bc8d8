"""Candidatures: a call, who stands, each composition judged as it is marked, the slate, its appointment."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.attachments import Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate, proposed_call
from nmirf_desktop.domain.committee_acts import Vacating
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment, appointing, filling
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page, around
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.candidatures import CandidaturesScreen
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

ON = datetime.date(2026, 9, 15)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[CandidaturesScreen]:
    with held(CandidaturesScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        yield screen


def called(screen: CandidaturesScreen, desk: Secretariat, *states: str) -> str:
    """Open a call as it is proposed, and receive some candidatures; the call's key."""
    press(screen, "Open a call")
    finish(screen.detail.cards.call_form.field("seats").editors[0])
    (file,) = desk.candidatures.calls()
    for state in states:
        desk.candidatures.receive(Candidature(f"of {state}", file.call.key, state, ON))
    screen.refresh()
    return file.call.key


def mark(screen: CandidaturesScreen, state: str) -> None:
    assert screen.list.select(f"of {state}")
    press(screen, "Mark or unmark")


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    return alerts.notice.what.said_in(language.words) if alerts.notice else ""


def test_a_call_is_proposed_before_the_agenda_of_the_meeting(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk)
    (file,) = desk.candidatures.calls()
    meeting = next(one for one in desk.meetings.list() if one.key == file.call.meeting)
    assert file.call.closes_on == datetime.date(2026, 10, 23)
    said = texts(screen)
    assert "Open until 23 October 2026" in said
    assert meeting.symbol in said


def test_r30_a_call_without_a_meeting_is_for_the_mandate_after_the_one_in_office(
    screen: CandidaturesScreen, desk: Secretariat
) -> None:
    desk.committees.record(appointing(Appointment(datetime.date(2024, 5, 9), (("PRY", None), ("MAR", None)))))
    called(screen, desk, "BRA", "KEN")
    call = desk.candidatures.calls()[0].call
    desk.candidatures.save_call(replace(call, meeting=None, begins=None))
    screen.refresh()
    mark(screen, "BRA")
    assert "The mandate from 9 May 2024 to 8 May 2027 is not over by then" in texts(screen.detail).replace(
        "\u00a0", " "
    )
    (term,) = desk.committees.history(ON).terms
    assert proposed_call("new", ON, term, None).begins == term.period.end


def test_a_state_stands_by_two_letters_and_stands_once(
    screen: CandidaturesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    called(screen, desk)
    form = screen.detail.cards.candidature_form
    for person in ("Ana SOSA", ""):
        press(screen, "Record a candidature")
        type_into(form.field("state").editors[0], "Paraguay")
        type_into(form.field("person").editors[0], person)
        finish(form.field("reference").editors[0])
    assert [one.state for one in desk.candidatures.calls()[0].candidatures] == ["PRY"]
    assert "was received on 15 September 2026 already" in told(alerts, language)
    assert alerts.notice is not None
    alerts.notice.offers[0].act()
    assert form.field("state").value() == "PRY"
    assert [row.line.person and row.line.person.family_name for row in screen.list.model.rows] == ["Sosa"]


def test_a_candidature_that_came_before_the_call_is_recorded_and_shown_as_such(
    screen: CandidaturesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    called(screen, desk)
    press(screen, "Record a candidature")
    form = screen.detail.cards.candidature_form
    type_into(form.field("state").editors[0], "Paraguay")
    type_into(form.field("on").editors[0], "1 January 2026")
    finish(form.field("reference").editors[0])
    said = told(alerts, language).replace("\u00a0", " ")
    assert said.endswith("it was received on 1 January 2026, before the call was opened on 15 September 2026.")
    assert "Stands, came before the call" in texts(screen.detail)


def test_who_is_no_member_is_recorded_with_the_practice_in_force(
    screen: CandidaturesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    called(screen, desk)
    press(screen, "Record a candidature")
    form = screen.detail.cards.candidature_form
    type_into(form.field("state").editors[0], "Japan")
    finish(form.field("reference").editors[0])
    assert "Seats are held by members of the Network." in told(alerts, language)
    assert screen.list.model.rows[0].line.state.iso3 == "JPN"


def test_a_saved_mail_says_the_day(screen: CandidaturesScreen, desk: Secretariat, tmp_path: Path) -> None:
    called(screen, desk)
    message = EmailMessage()
    message["From"], message["Subject"] = "mission@py.example.org", "NV/7/2026"
    message["Date"] = datetime.datetime(2026, 9, 3, 9, tzinfo=datetime.UTC)
    message.set_content("We stand.")
    path = tmp_path / "note.eml"
    path.write_bytes(message.as_bytes())
    screen.detail.drop.dropped.emit((path,))
    form = screen.detail.cards.candidature_form
    assert form.field("on").value() == datetime.date(2026, 9, 3)
    type_into(form.field("state").editors[0], "Paraguay")
    finish(form.field("reference").editors[0])
    (row,) = screen.list.model.rows
    assert (row.line.candidature.received_on, row.line.candidature.reference) == (
        datetime.date(2026, 9, 3),
        "NV/7/2026",
    )
    assert [one.name for one in row.line.files] == ["note.eml"]
    assert "note.eml" in texts(screen.detail)


def test_each_composition_is_judged_as_it_is_marked(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk, "PRY", "URY", "BRA", "MAR")
    assert "Mark candidates in the list" in texts(screen.detail)
    for state in ("PRY", "URY", "BRA"):
        mark(screen, state)
    assert "All seats stand for one region" in texts(screen.detail)
    mark(screen, "BRA")
    mark(screen, "MAR")
    said = texts(screen.detail)
    assert "All seats stand for one region" not in said
    assert "Before: No Executive Committee is recorded yet.\nAfterwards: The seats stand for different regions" in said
    assert "more than one stands for: Latin American and Caribbean States." in said
    assert screen.marked == ("PRY", "URY", "MAR")
    assert not desk.committees.history(ON).seats


def told_of_r28(screen: CandidaturesScreen, *states: str) -> str:
    """What the trial says of R28 once some States are marked: its answer and its note."""
    for state in states:
        mark(screen, state)
    said = texts(screen.detail.trial).replace("\u00a0", " ")
    start = said.index("R28 ")
    return said[start : said.index("R29 ")]


def test_a_composition_is_not_told_by_a_gap_of_the_committee_before_it(
    screen: CandidaturesScreen, desk: Secretariat
) -> None:
    called(screen, desk, "BRA", "MAR", "PRT")
    (file,) = desk.candidatures.calls()
    desk.candidatures.save_call(replace(file.call, begins=None))
    committees, three = desk.committees, (("PRY", None), ("MAR", None), ("PRT", None))
    committees.record(appointing(Appointment(datetime.date(2024, 5, 9), three)))
    history = committees.history(ON)
    committees.record(Vacating(history.seats[0].key, datetime.date(2026, 7, 1)))
    committees.record(filling(history.terms[0], "KEN", datetime.date(2026, 8, 1)))
    screen.refresh()
    said = told_of_r28(screen, "BRA", "MAR", "PRT")
    assert "Kept, with a remark" not in said
    assert "Seats held on" in said
    assert "1 July 2026" not in said


def box_of(screen: CandidaturesScreen, state: str) -> QPoint:
    """Where the box of a candidate stands in the list."""
    view = screen.list.view
    return view.visualRect(screen.list.model.index(screen.list.model.row_of(f"of {state}"), 0)).center()


def test_a_box_is_ticked_by_the_mouse_and_by_space(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk, "PRY", "URY", "MAR")
    desk.candidatures.withdraw("of URY", ON)
    screen.refresh()
    view, left = screen.list.view, Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, pos=box_of(screen, "MAR"))
    assert list(screen.marked) == ["MAR"]
    QTest.mouseClick(view.viewport(), left, pos=box_of(screen, "URY"))
    assert list(screen.marked) == ["MAR"], "who withdrew is not tried out"
    QTest.mouseClick(view.viewport(), left, pos=box_of(screen, "PRY"))
    assert list(screen.marked) == ["MAR", "PRY"]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert list(screen.marked) == ["MAR"]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert list(screen.marked) == ["MAR", "PRY"]
    QTest.mouseClick(view.viewport(), left, pos=box_of(screen, "MAR"))
    assert list(screen.marked) == ["PRY"]
    name = view.visualRect(screen.list.model.index(screen.list.model.row_of("of MAR"), 1)).center()
    QTest.mouseClick(view.viewport(), left, pos=name)
    assert list(screen.marked) == ["PRY"], "a click beside the boxes chooses the row only"
    QTest.mouseDClick(view.viewport(), left, pos=name)
    assert list(screen.marked) == ["PRY", "MAR"]


def test_a_double_click_in_a_box_is_two_clicks(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk, "PRY", "MAR")
    view, left = screen.list.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseDClick(view, left, pos=box_of(screen, "MAR"))
    assert not screen.marked


def test_a_candidature_of_a_day_ahead_is_refused_and_one_after_the_day_shown_leads_there(
    screen: CandidaturesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    called(screen, desk)
    press(screen, "Record a candidature")
    card, form = screen.detail.cards.candidature, screen.detail.cards.candidature_form
    type_into(form.field("state").editors[0], "Paraguay")
    type_into(form.field("on").editors[0], "25 November 2026")
    finish(form.field("reference").editors[0])
    assert "The day of receipt lies ahead: today is 24 November 2026." in texts(card)
    assert not desk.candidatures.calls()[0].candidatures
    type_into(form.field("on").editors[0], "2 October 2026")
    finish(form.field("reference").editors[0])
    assert "it was received on 2 October 2026, after the day shown" in told(alerts, language)
    screen.dated.connect(screen.show_as_of)
    assert alerts.notice is not None
    alerts.notice.offers[0].act()
    assert screen.list.current is not None
    assert screen.list.current.line.state.iso3 == "PRY"


def test_what_was_chosen_is_chosen_again_after_an_undo(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk, "PRY", "MAR")
    hearing(screen, desk)
    screen.list.select("of MAR")
    press(screen, "Record a candidature")
    form = screen.detail.cards.candidature_form
    type_into(form.field("state").editors[0], "Slovenia")
    finish(form.field("reference").editors[0])
    assert screen.list.current is not None
    assert screen.list.current.line.state.iso3 == "SVN"
    undo.undo(desk.store)
    assert screen.current_key() == "of MAR"


def test_the_slate_agreed_last_holds_and_leads_to_the_appointment(
    screen: CandidaturesScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    call = called(screen, desk, "PRY", "PRT", "MAR", "SVN")
    for last in ("MAR", "SVN"):
        for state in ("PRY", "PRT", last):
            if state not in screen.marked:
                mark(screen, state)
        press(screen, "Agree as slate")
        finish(screen.detail.cards.slate_form.field("on").editors[0])
        mark(screen, last)
    said = texts(screen.detail)
    assert "Paraguay, Portugal, Slovenia" in said
    assert "A later slate took its place." in said
    places: list[Place] = []
    screen.asked.connect(places.append)
    press(screen, "Appoint the agreed slate")
    assert places == [Place("committee", f"slate:{call}")]
    with held(CommitteeScreen(desk, language, alerts)) as committee:
        shown(committee, ON)
        committee.go_to(places[0].key)
        card = committee.drafts.appointment
        assert card.isVisible()
        assert [card.form.field(f"seat{n}").value() for n in range(1, 5)] == ["PRY", "PRT", "SVN", None]
        finish(card.form.field("seat1").editors[0])
        (term,) = desk.committees.history(ON).terms
        assert term.meeting == desk.candidatures.calls()[0].call.meeting
    assert term.appointed_on > ON
    screen.refresh()
    again = next(one for one in screen.actions() if one.label == "Appoint the agreed slate")
    assert not again.isEnabled(), "what is recorded for a day ahead is not recorded twice"
    assert "recorded already, for a day ahead" in again.toolTip()


def test_a_mandate_that_has_ended_is_not_said_to_end(screen: CandidaturesScreen, desk: Secretariat) -> None:
    seats = (("PRY", None), ("MAR", None), ("PRT", None))
    desk.committees.record(appointing(Appointment(datetime.date(2024, 5, 9), seats)))
    soon, over = "The mandate of the Committee ends within twelve months", "The mandate of the Committee ended on"
    shown(screen, datetime.date(2027, 5, 8))
    assert soon in texts(screen)
    assert over not in texts(screen)
    shown(screen, datetime.date(2027, 5, 9))
    assert soon not in texts(screen)
    assert f"{over} 8 May 2027: a call for candidatures can be opened." in texts(screen).replace("\u00a0", " ")


def test_who_was_not_appointed_stands_no_more_once_the_committee_is(
    screen: CandidaturesScreen, desk: Secretariat
) -> None:
    called(screen, desk, "PRY", "MAR", "BRA", "KEN")
    desk.candidatures.withdraw("of KEN", ON)
    (file,) = desk.candidatures.calls()
    later = ON + datetime.timedelta(days=70)
    seats = (("PRY", None), ("MAR", None))
    desk.committees.record(appointing(Appointment(later, seats, file.call.meeting)))

    def said() -> dict[str, str]:
        rows = screen.list.model.rows
        return {row.line.state.iso3: row.standing.value for row in rows}

    shown(screen, later - datetime.timedelta(days=1))
    assert said() == {"PRY": "stands", "MAR": "stands", "BRA": "stands", "KEN": "withdrawn"}
    shown(screen, later)
    assert said() == {"PRY": "appointed", "MAR": "appointed", "BRA": "not_appointed", "KEN": "withdrawn"}
    desk.candidatures.save_call(replace(file.call, seats=1))
    screen.refresh()
    assert said()["BRA"] == "stands", "a call for a vacant seat is answered by whoever fills it"


def test_who_withdraws_stands_no_more_and_is_tried_out_no_more(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk, "PRY", "MAR")
    mark(screen, "MAR")
    press(screen, "Withdraw the candidature")
    finish(screen.detail.cards.day_form.field("withdrawn_on").editors[0])
    assert screen.marked == ()
    assert "Withdrawn" in texts(screen.detail)


def test_the_candidature_of_the_card_is_withdrawn_whichever_is_chosen_since(
    screen: CandidaturesScreen, desk: Secretariat
) -> None:
    called(screen, desk, "PRY", "MAR")
    choose(screen, "PRY")
    press(screen, "Withdraw the candidature")
    assert "Withdraw the candidature – Paraguay" in texts(screen.detail)
    choose(screen, "MAR")
    finish(screen.detail.cards.day_form.field("withdrawn_on").editors[0])
    (file,) = desk.candidatures.calls()
    assert [one.state for one in file.candidatures if one.withdrawn_on] == ["PRY"]


def test_a_candidature_that_is_undone_while_its_card_is_open_is_not_withdrawn(
    screen: CandidaturesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    called(screen, desk, "PRY")
    hearing(screen, desk)
    press(screen, "Withdraw the candidature")
    type_into(screen.detail.cards.day_form.field("withdrawn_on").editors[0], "14 September 2026")
    undo.undo(desk.store)
    assert not desk.candidatures.calls()[0].candidatures
    finish(screen.detail.cards.day_form.field("withdrawn_on").editors[0])
    assert "was taken back meanwhile: nothing was recorded" in told(alerts, language)


def choose(screen: CandidaturesScreen, state: str) -> None:
    """Choose the candidature of a State in the list."""
    screen.list.select(next(row.key for row in screen.list.model.rows if row.line.state.iso3 == state))


def test_a_silence_runs_is_agreed_and_agrees_the_agenda(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    founded = datetime.date(2024, 5, 9)
    desk.committees.record(appointing(Appointment(founded, (("PRY", None), ("MAR", None), ("PRT", None)))))
    meeting = desk.meetings.list()[0]
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen, ON)
        section = screen.silences
        section.button.click()
        form = section.put_form
        type_into(form.field("title").editors[0], "Provisional agenda")
        form.meeting.load(meeting, over=True)
        finish(form.field("put_on").editors[0])
        assert "Runs until 29 September 2026" in texts(section)
        assert "Last day of the silence procedure “Provisional agenda”" in [
            one.what.said_in(language.words) for one in desk.home.overview(ON).due
        ]
        screen.show_as_of(datetime.date(2026, 9, 30))
        assert "Agreed on 30 September 2026 by silence procedure: consensus, no vote" in texts(section)
        hit = next(one for one in section.rows.commands() if one.title == "Record that the agenda is agreed")
        hit.act()
        known = next(one for one in desk.meetings.list() if one.key == meeting.key)
        assert known.agenda_agreed_on == datetime.date(2026, 9, 30)
        assert "Record that the agenda is agreed" not in texts(section)


def in_sight(part: QWidget) -> bool:
    """Whether the whole of a part is seen in its page, or its top at the page's where it is higher."""
    page = around(part, Page)
    assert page is not None
    view = page.viewport()
    place = QRect(part.mapTo(view, QPoint()), part.size())
    return view.rect().contains(place) or place.top() == 0


def has_keyboard(part: QWidget) -> bool:
    """Whether what is typed goes into a part."""
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def test_a_silence_is_gone_to_by_its_key(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    founded = datetime.date(2024, 5, 9)
    desk.committees.record(appointing(Appointment(founded, (("PRY", None), ("MAR", None), ("PRT", None)))))
    term, meeting = desk.committees.history(ON).terms[0].key, desk.meetings.list()[0].key
    for number in range(4):
        put = ON + datetime.timedelta(days=number)
        text = Trilingual.final(f"Text {number}", "", "")
        closes = put + datetime.timedelta(days=9)
        desk.silences.put(SilenceProcedure(f"silence {number}", term, text, text, put, closes, meeting))
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen, ON + datetime.timedelta(days=2))
        screen.resize(1000, 420)
        QTest.qWait(20)
        screen.go_to("silence 0")
        QTest.qWait(20)
        row = screen.silences.rows.row_of("silence 0")
        assert row is not None
        assert in_sight(row)
        assert has_keyboard(row)
        screen.go_to("silence 3")
        assert "put under the silence procedure on 18 September 2026, after the day shown." in told(alerts, language)
        screen.dated.connect(screen.show_as_of)
        assert alerts.notice is not None
        alerts.notice.offers[0].act()
        found = screen.silences.rows.row_of("silence 3")
        assert found is not None
        assert has_keyboard(found)


def test_the_card_of_a_silence_opens_in_sight(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    founded = datetime.date(2024, 5, 9)
    desk.committees.record(appointing(Appointment(founded, (("PRY", None), ("MAR", None), ("PRT", None)))))
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen)
        screen.resize(1000, 700)
        QTest.qWait(20)
        screen.silences.begin()
        QTest.qWait(50)
        card = screen.silences.put
        assert in_sight(card)
        assert has_keyboard(card.form)


def test_a_card_for_which_the_list_gives_way_opens_from_its_top(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk, "PRY")
    screen.resize(400, 330)
    QTest.qWait(50)
    press(screen, "Record a candidature")
    QTest.qWait(100)
    card = screen.detail.cards.candidature
    assert not screen.list.isVisible()
    assert in_sight(card)
    assert has_keyboard(card.form)


def test_only_the_committee_is_offered_to_break_a_silence(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    founded = datetime.date(2024, 5, 9)
    desk.committees.record(appointing(Appointment(founded, (("PRY", None), ("MAR", None), ("PRT", None)))))
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen, ON)
        section = screen.silences
        section.button.click()
        type_into(section.put_form.field("title").editors[0], "Work plan")
        finish(section.put_form.field("put_on").editors[0])
        next(one for one in section.rows.commands() if one.title == "Break the silence …").act()
        form = section.breaking_form
        type_into(form.field("broken_by").editors[0], "Morocco")
        type_into(form.field("reason").editors[0], "Another order")
        finish(form.field("reason").editors[0])
        assert "Morocco broke the silence on 15 September 2026 · Another order" in texts(section)


def test_a_silence_that_is_undone_while_its_card_is_open_is_not_broken(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    founded = datetime.date(2024, 5, 9)
    desk.committees.record(appointing(Appointment(founded, (("PRY", None), ("MAR", None), ("PRT", None)))))
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        hearing(screen, desk)
        section = screen.silences
        section.button.click()
        type_into(section.put_form.field("title").editors[0], "Work plan")
        finish(section.put_form.field("put_on").editors[0])
        next(one for one in section.rows.commands() if one.title == "Break the silence …").act()
        type_into(section.breaking_form.field("broken_by").editors[0], "Morocco")
        undo.undo(desk.store)
        finish(section.breaking_form.field("broken_by").editors[0])
        assert "was taken back meanwhile: nothing was recorded" in told(alerts, language)


def test_a_slate_is_of_the_states_tried_out_when_its_card_was_opened(
    screen: CandidaturesScreen, desk: Secretariat
) -> None:
    called(screen, desk, "PRY", "MAR")
    mark(screen, "PRY")
    press(screen, "Agree as slate")
    mark(screen, "MAR")
    finish(screen.detail.cards.slate_form.field("on").editors[0])
    slate = desk.candidatures.calls()[0].slate(ON)
    assert slate is not None
    assert slate.states == ("PRY",)


def test_a_candidature_goes_to_the_call_for_which_its_card_was_opened(
    screen: CandidaturesScreen, desk: Secretariat
) -> None:
    key = called(screen, desk, "PRY")
    press(screen, "Record a candidature")
    desk.candidatures.save_call(Call("other", datetime.date(2026, 8, 1), datetime.date(2026, 8, 30)))
    screen.refresh()
    screen.go_to("other")
    form = screen.detail.cards.candidature_form
    type_into(form.field("state").editors[0], "Morocco")
    finish(form.field("reference").editors[0])
    found = [one for file in desk.candidatures.calls() for one in file.candidatures if one.state == "MAR"]
    assert [one.call for one in found] == [key]


def test_a_slate_of_a_later_day_is_not_shown_yet(screen: CandidaturesScreen, desk: Secretariat) -> None:
    key = called(screen, desk, "PRY")
    desk.candidatures.agree_slate(Slate("s", key, datetime.date(2026, 10, 30), ("PRY",)))
    screen.refresh()
    assert "30 Oct 2026" not in texts(screen)
    assert not screen.marked


def test_regions_are_those_of_the_practice_in_force(
    screen: CandidaturesScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    called(screen, desk, "PRY", "MAR")
    desk.practices.choose(Question.REGIONS, Option.M49_REGION, ON)
    screen.refresh()
    mark(screen, "PRY")
    said = texts(screen)
    assert "Americas" in said
    assert "Latin American" not in said
    heads = [column.head(language.words) for column in screen.list.columns.in_order]
    assert ("Region" in heads, "Group" in heads) == (True, False)
    mark(screen, "MAR")
    chart = screen.detail.trial.chart
    assert chart.isVisible()
    assert chart.accessibleDescription() == "Africa: 1, Americas: 1"
    assert chart.accessibleName() == "Regions of the States tried out"
    language.switch(Language.FR)
    assert "Région" in [column.head(language.words) for column in screen.list.columns.in_order]
    screen.show_as_of(ON - datetime.timedelta(days=1))
    assert "Groupe" in [column.head(language.words) for column in screen.list.columns.in_order]


def test_a_long_name_of_a_state_is_whole_before_what_is_spare_has_room(
    screen: CandidaturesScreen, desk: Secretariat
) -> None:
    called(screen, desk, "DOM", "MAR")
    header, metrics = screen.list.view.horizontalHeader(), screen.list.view.fontMetrics()
    number = next(n for n, one in enumerate(screen.list.model.columns) if one.title == "State")
    for width in (700, 620, 560):
        screen.list.resize(width, 400)
        QApplication.processEvents()
        assert header.sectionSize(number) >= metrics.horizontalAdvance("Dominican Republic") + 6


def test_the_longest_name_is_whole_in_a_wide_window_and_nothing_is_cut_in_a_narrow_one(
    screen: CandidaturesScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    called(screen, desk, "VCT", "MDA")
    view = screen.list.view
    number = next(n for n, one in enumerate(screen.list.model.columns) if one.title == "State")
    screen.resize(1440 - 210, 800)
    QApplication.processEvents()
    assert view.horizontalHeader().sectionSize(number) >= screen.list.columns._needed(number)
    language.switch(Language.ES)
    screen.resize(1024 - 210, 700)
    QApplication.processEvents()
    assert view.horizontalHeader().sectionSize(number) >= screen.list.columns._needed(number)
    assert view.horizontalHeader().length() <= view.viewport().width(), "no column is cut at the edge"


def test_late_is_said_in_a_word_where_its_column_is_narrow(screen: CandidaturesScreen, desk: Secretariat) -> None:
    called(screen, desk)
    (file,) = desk.candidatures.calls()
    late = file.call.closes_on + datetime.timedelta(days=1)
    desk.candidatures.receive(Candidature("of PRY", file.call.key, "PRY", late))
    screen.show_as_of(late)
    number = next(n for n, one in enumerate(screen.list.model.columns) if one.title == "Candidature")
    index = screen.list.model.index(0, number)
    assert (index.data(), screen.list.model.brief(index)) == ("Stands, came late", "Came late")


def test_what_was_entered_by_mistake_is_struck_out_where_nothing_rests_on_it(
    screen: CandidaturesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    called(screen, desk, "PRY")
    mark(screen, "PRY")
    press(screen, "Agree as slate")
    finish(screen.detail.cards.slate_form.field("on").editors[0])
    press(screen, "Strike out the candidature")
    assert "The slate agreed on 15 September 2026 names this State" in told(alerts, language)
    press(screen, "Strike out the call")
    assert "Candidatures were recorded in this call: 1." in told(alerts, language)
    press(screen, "Strike out the slate")
    assert told(alerts, language) == "The slate agreed on 15 September 2026 is struck out."
    press(screen, "Strike out the candidature")
    assert told(alerts, language) == "The candidature of Paraguay is struck out."
    assert not screen.list.model.rows
    press(screen, "Strike out the call")
    assert told(alerts, language) == "The call of 15 September 2026 is struck out."
    assert not desk.candidatures.calls()
    assert screen.file is None


def test_a_trial_and_an_appointment_are_of_the_last_day_of_the_meeting(
    screen: CandidaturesScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    call = called(screen, desk, "PRY", "MAR", "PRT")
    (file,) = desk.candidatures.calls()
    desk.candidatures.save_call(replace(file.call, begins=None))
    meeting = next(one for one in desk.meetings.list() if one.key == file.call.meeting)
    desk.meetings.save(replace(meeting, closes_on=meeting.opens_on + datetime.timedelta(days=2)))
    desk.candidatures.agree_slate(Slate("slate", call, ON, ("PRY", "MAR", "PRT")))
    screen.refresh()
    for state in ("PRY", "MAR", "PRT"):
        mark(screen, state)
    assert "Paraguay, Morocco, Portugal, from 26 November 2026" in texts(screen.detail)
    with held(CommitteeScreen(desk, language, alerts)) as committee:
        shown(committee, ON)
        committee.go_to(f"slate:{call}")
        finish(committee.drafts.appointment.form.field("seat1").editors[0])
    (term,) = desk.committees.history(ON).terms
    assert term.period.start == datetime.date(2026, 11, 26)


def test_who_was_asked_is_offered_to_break_the_silence_once_another_committee_is_in_office(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    desk.committees.record(
        appointing(Appointment(datetime.date(2024, 5, 9), (("PRY", None), ("MAR", None), ("PRT", None))))
    )
    (term,) = desk.committees.history(ON).terms
    text = Trilingual.final("Calendar", "Calendrier", "Calendario")
    desk.silences.put(SilenceProcedure("put", term.key, text, text, ON, ON + datetime.timedelta(days=9)))
    desk.committees.record(appointing(Appointment(ON + datetime.timedelta(days=2), (("BRA", None), ("GHA", None)))))
    with held(CommitteeScreen(desk, language, alerts)) as committee:
        hearing(committee, desk)
        shown(committee, ON + datetime.timedelta(days=3))
        section = committee.silences
        next(one for one in section.rows.commands() if one.title == "Break the silence …").act()
        type_into(section.breaking_form.field("broken_by").editors[0], "Morocco")
        finish(section.breaking_form.field("reason").editors[0])
        assert "Morocco broke the silence on 18 September 2026" in texts(section)


def test_a_letter_that_comes_or_goes_elsewhere_is_shown_at_once(screen: CandidaturesScreen, desk: Secretariat) -> None:
    hearing(screen, desk)
    called(screen, desk, "PRY")
    assert screen.list.select("of PRY")
    holder = Holder(HolderKind.CANDIDATURE, "of PRY")
    desk.attachments.attach(holder, "PRY", (NewFile("note.pdf", b"We stand."),))
    assert "note.pdf" in texts(screen.detail)
    (letter,) = desk.attachments.of(holder)
    desk.attachments.change(letter.key, "nomination.pdf", Filing.LETTER, None, "")
    assert "nomination.pdf" in texts(screen.detail)
    desk.attachments.remove(letter.key)
    assert "nomination.pdf" not in texts(screen.detail)
    undo.undo(desk.store)
    assert "nomination.pdf" in texts(screen.detail)
