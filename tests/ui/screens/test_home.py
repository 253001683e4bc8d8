"""Home: four blocks, each line a click from where it is settled; an empty register teaches."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.candidatures import Call
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committee_acts import Vacating
from nmirf_desktop.domain.committees import Seat, SeatEnding
from nmirf_desktop.domain.compliance import FindingState, RuleException
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.minutes import Circulation, Minutes
from nmirf_desktop.domain.minutes_comments import Side
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.states import in_order
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import HandCount, Method, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment, appointing, coordinating
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.home import HomeScreen
from nmirf_desktop.ui.screens.texts import TextsScreen
from tests.registers import OPENS, said
from tests.services.test_texts import House, filled, finished
from tests.ui.screens.offices import held, office, shown, texts

DEADLINE = datetime.date(2026, 10, 24)
EVE = DEADLINE - datetime.timedelta(days=1)
FOUNDED = datetime.date(2024, 5, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[HomeScreen]:
    with held(HomeScreen(desk.home, language, alerts)) as screen:
        yield screen


def places(widget: QWidget) -> list[Place]:
    """Where the links inside a widget lead."""
    return [place for text in widget.findChildren(LinkedText) if text.isVisible() for place in text.places]


def test_what_is_due_says_how_far_it_is_and_leads_to_where_it_is_settled(screen: HomeScreen, desk: Secretariat) -> None:
    shown(screen, DEADLINE - datetime.timedelta(days=12))
    said = texts(screen.due)
    assert "24 October 2026, in 12 days" in said
    meeting = desk.meetings.list()[0]
    assert places(screen.due) == [
        Place("documents", meeting.key), Place("meetings", meeting.key), Place("rules", "due"),
    ]  # fmt: skip


def test_r30_no_renewal_is_due_once_the_next_committee_is_recorded(screen: HomeScreen, desk: Secretariat) -> None:
    three, on = (("PRY", None), ("MAR", None), ("PRT", None)), datetime.date(2026, 12, 1)
    desk.committees.record(appointing(Appointment(FOUNDED, three)))
    shown(screen, on)
    assert "Prepare the renewal" in texts(screen.due)
    desk.committees.record(appointing(Appointment(on, three, begins=datetime.date(2027, 5, 9))))
    screen.refresh()
    assert "Prepare the renewal" not in texts(screen.due)


def test_each_text_that_is_not_reviewed_is_one_link_away(
    screen: HomeScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    (meeting,) = desk.meetings.list()
    (item,) = desk.agendas.items(meeting.key)
    house = House(desk, (meeting, item.item, desk.meetings.plan(meeting.key).sittings[0]))
    filled(house)
    kinds = set()
    with held(TextsScreen(desk, InlineJobs(), language, alerts)) as written:
        while unready := desk.readiness.of(meeting.key):
            shown(screen, EVE)
            screen.refresh()
            link = Place("texts", unready[0].text)
            assert link in places(screen.missing)
            written.refresh()
            written.go_to(link.key)
            place = written.list.current
            assert place is not None
            assert place.key == link.key
            kinds.add(place.kind)
            house.texts.write(place, finished(place))
    assert kinds == set(TextKind) - {TextKind.MEETING, TextKind.ITEM}, "the meeting’s own and the item’s are reviewed"


def test_r29_who_is_in_office_stands_with_the_region_of_the_practice_in_force(
    screen: HomeScreen, desk: Secretariat
) -> None:
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None)))))
    shown(screen, OPENS)
    assert "African States" in texts(screen.office)
    desk.practices.choose(Question.REGIONS, Option.M49_REGION, FOUNDED)
    screen.refresh()
    said = texts(screen.office)
    assert "Africa" in said
    assert "Americas" in said
    assert "African States" not in said


def test_on_the_eve_of_the_deadline_one_line_says_it_all(screen: HomeScreen, desk: Secretariat) -> None:
    meeting = desk.meetings.list()[0]
    desk.meetings.save(dataclasses.replace(meeting, title=meeting.title.with_text(Language.ES, "")))
    shown(screen, EVE)
    assert texts(screen.eve).endswith(
        "Last lawful day for the agenda: tomorrow; 1 text missing in Spanish; 8 States without address."
    )
    assert [place.screen for place in places(screen.eve)] == ["documents", "agenda", "members"]


def test_before_the_eve_and_after_the_sending_there_is_no_such_line(screen: HomeScreen, desk: Secretariat) -> None:
    shown(screen, EVE - datetime.timedelta(days=1))
    assert not screen.eve.isVisible()
    meeting = desk.meetings.list()[0]
    desk.meetings.record_dispatch(AgendaDispatch(new_key(), meeting.key, sent_on=EVE, audience=Audience.MEMBERS))
    screen.show_as_of(EVE)
    assert not screen.eve.isVisible()


def test_a_vote_that_is_open_is_said_first_and_leads_to_the_room(screen: HomeScreen, desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    item = desk.agendas.items(meeting.key)[0].item
    vote = desk.voting.open(
        Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("Suspend"))
    )
    shown(screen)
    assert f"A vote is open in {meeting.symbol}: go on with it" in texts(screen.eve)
    assert places(screen.eve)[0] == Place("session", meeting.key)
    desk.voting.record_hands(vote.key, HandCount(1, 0, 0))
    desk.voting.close(vote.key)
    screen.refresh()
    assert "A vote is open" not in texts(screen.eve)


def test_a_sitting_that_is_open_is_said_first_and_leads_to_the_room(screen: HomeScreen, desk: Secretariat) -> None:
    """After the machine failed between two votes, Home said only that the meeting opens."""
    (meeting,) = desk.meetings.list()
    sitting = desk.sittings.all(meeting.key)[0]
    desk.sittings.open(sitting.key, desk.agendas.items(meeting.key)[0].item.key)
    shown(screen)
    assert f"A sitting of {meeting.symbol} is open: go on with it" in texts(screen.eve)
    assert places(screen.eve)[0] == Place("session", meeting.key)
    desk.sittings.close(sitting.key)
    screen.refresh()
    assert "is open" not in texts(screen.eve)


def test_r8_a_letter_of_joining_that_is_not_recorded_is_missing_here_and_in_the_list_of_members(
    screen: HomeScreen, desk: Secretariat
) -> None:
    shown(screen)
    assert "not recorded" not in texts(screen.missing)
    joined = Membership(new_key(), "KEN", MembershipKind.MEMBER, Period(OPENS), Basis.COMMUNICATION)
    with desk.store.write("test", Subject.MEMBERS) as session:
        MEMBERSHIPS.save(session, joined)
    screen.refresh()
    assert "1 State joined by a letter that is not recorded: Kenya" in texts(screen.missing)
    assert Place("members", "KEN") in places(screen.missing)
    unrecorded = [line.key for line in desk.members.list(OPENS) if line.lacks_letter]
    judged = (one for one in desk.compliance.check(OPENS) if one.rule == "R8" and one.state is FindingState.NOT_JUDGED)
    assert unrecorded == [one.subject.key for one in judged] == ["KEN"]


def test_what_is_missing_has_counts_and_names_that_are_links(screen: HomeScreen, qtbot: QtBot) -> None:
    shown(screen)
    assert "8 members without focal point: Brazil, Ghana, Indonesia" in texts(screen.missing)
    text = next(text for text in screen.missing.findChildren(LinkedText) if Place("members", "GHA") in text.places)
    with qtbot.waitSignal(screen.asked) as asked:
        text.linkActivated.emit("members#GHA")
    assert asked.args == [Place("members", "GHA")]


def test_a_link_is_reached_and_followed_by_the_keyboard(screen: HomeScreen, qtbot: QtBot) -> None:
    shown(screen)
    text = next(text for text in screen.missing.findChildren(LinkedText) if text.places)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(screen.asked) as asked:
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert asked.args[0].screen == "members"


def test_who_is_in_office_with_the_coordinator_and_the_last_day(screen: HomeScreen, desk: Secretariat) -> None:
    shown(screen)
    assert "No Executive Committee is recorded yet." in texts(screen.office)
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRY")
    desk.committees.record(coordinating(seat, FOUNDED))
    screen.refresh()
    said = texts(screen.office)
    assert "Paraguay ★ Coordinator" in said
    assert "The mandate’s last day is 8 May 2027." in said
    screen.show_as_of(datetime.date(2027, 6, 1))
    assert "Acting: the mandate ended on 8 May 2027" in texts(screen.office)


def appointed(desk: Secretariat) -> None:
    """Three States in office from the founding on."""
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))


def seat_of(desk: Secretariat, state: str) -> Seat:
    """The seat of a State."""
    return next(one for one in desk.committees.history(OPENS).seats if one.state == state)


def test_a_vacant_seat_and_a_vacant_office_are_said_with_the_way_to_fill_them(
    screen: HomeScreen, desk: Secretariat
) -> None:
    appointed(desk)
    shown(screen)
    assert "The function of Coordinator is vacant. Name a Coordinator" in texts(screen.office)
    assert "seat is vacant" not in texts(screen.office)
    desk.committees.record(coordinating(seat_of(desk, "PRY"), FOUNDED))
    desk.committees.record(Vacating(seat_of(desk, "PRT").key, OPENS, SeatEnding.RESIGNATION))
    screen.refresh()
    assert "1 seat is vacant. Fill the seat" in texts(screen.office)
    assert "Fill the seats" not in texts(screen.office)
    assert "Coordinator is vacant" not in texts(screen.office)
    desk.committees.record(Vacating(seat_of(desk, "MAR").key, OPENS, SeatEnding.RESIGNATION))
    screen.refresh()
    assert "2 seats are vacant. Fill the seats" in texts(screen.office)


def test_an_open_call_is_due_on_its_last_day_and_gone_after_it(screen: HomeScreen, desk: Secretariat) -> None:
    last = OPENS + datetime.timedelta(days=12)
    desk.candidatures.save_call(Call(new_key(), OPENS, last))
    shown(screen)
    assert "Candidatures for the Executive Committee close" in texts(screen.due)
    assert "6 December 2026, in 12 days" in texts(screen.due)
    assert Place("candidatures") in places(screen.due)
    screen.show_as_of(last + datetime.timedelta(days=1))
    assert "Candidatures" not in texts(screen.due)


def test_where_rules_are_due_it_is_not_said_that_nothing_is(screen: HomeScreen, desk: Secretariat) -> None:
    for on in (DEADLINE - datetime.timedelta(days=12), OPENS + datetime.timedelta(days=90)):
        shown(screen, on)
        count = screen._overview.rules[FindingState.DUE] if screen._overview is not None else 0
        said = texts(screen.due)
        assert ("Nothing is due" in said) == (not count and "in " not in said)
        assert (f"{count} of the Declaration’s rules due" in said) == bool(count)
        assert (Place("rules", "due") in places(screen.due)) == bool(count)


def test_states_stand_in_the_alphabetical_order_of_each_language_and_a_text_is_a_click_away(
    screen: HomeScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    for tongue in Language:
        language.switch(tongue)
        shown(screen)
        assert screen._overview is not None
        lacking = in_order((line.state for line in screen._overview.without_focal_point), screen.words)
        (row,) = (text for text in screen.late.findChildren(LinkedText) if Place("rules", "R5") in text.places)
        assert [one.key for one in row.places if one.screen == "members"] == [one.iso3 for one in lacking]
    unready = screen._overview.unready if screen._overview is not None else ()
    for tongue in {one.language for one in unready}:
        first = next(one for one in unready if one.language is tongue)
        assert first.record in {place.key for place in places(screen.missing)}


def test_the_line_of_the_rules_counts_those_with_a_reason(screen: HomeScreen, desk: Secretariat) -> None:
    shown(screen)
    assert "a reason is noted" not in texts(screen.rules)
    reason = Trilingual.final("It is being done.", "C’est en cours.", "Está en curso.")
    broken = [one for one in desk.compliance.check(OPENS) if one.state is FindingState.NOT_KEPT]
    for number, one in enumerate((one for one in broken if one.rule == "R5"), 1):
        about = one.subject
        noted = RuleException(
            new_key(), "R5", about.kind, about.key, Period(OPENS), reason, "Coordinator", OPENS
        )  # fmt: skip
        desk.compliance.note_exception(noted)
        screen.refresh()
        assert f"(a reason is noted for {number} of {len(broken)} findings)" in texts(screen.rules)


def test_a_rule_that_is_late_says_that_a_reason_is_noted(screen: HomeScreen, desk: Secretariat) -> None:
    shown(screen)
    reason = Trilingual.final("It is being done.", "C’est en cours.", "Está en curso.")
    assert "noted" not in texts(screen.late)
    found = [one for one in desk.compliance.late(OPENS) if one.rule == "R5"]
    for number, one in enumerate(found, 1):
        noted = RuleException(
            new_key(), "R5", one.subject.kind, one.about, Period(OPENS), reason, "Coordinator", OPENS
        )  # fmt: skip
        desk.compliance.note_exception(noted)
        screen.refresh()
        whole = number == len(found)
        assert ("a reason is noted" if whole else f"reasons noted: {number} of {len(found)}") in texts(screen.late)


def test_an_earlier_day_is_named_and_knows_neither_what_was_sent_nor_who_left_later(
    screen: HomeScreen, desk: Secretariat
) -> None:
    (meeting,) = desk.meetings.list()
    seats = (("PRY", None), ("MAR", None), ("PRT", None))
    desk.committees.record(appointing(Appointment(FOUNDED, seats, meeting.key)))
    desk.meetings.record_dispatch(
        AgendaDispatch(new_key(), meeting.key, sent_on=DEADLINE - datetime.timedelta(days=3), audience=Audience.MEMBERS)
    )
    before = DEADLINE - datetime.timedelta(days=10)
    shown(screen, before)
    assert "In office on 14 October 2026" in texts(screen.office)
    assert "not sent to all members yet" in screen.strip.accessibleDescription()
    assert "Send the agenda" in texts(screen.due)
    screen.show_as_of(DEADLINE)
    assert "Agenda due: 24 October 2026, sent" in screen.strip.accessibleDescription()
    screen.show_as_of(None)
    assert "In office today" in texts(screen.office)


def test_a_vote_that_was_opened_later_is_not_waiting_on_an_earlier_day(screen: HomeScreen, desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    item = desk.agendas.items(meeting.key)[0].item.key
    hands = Ballot(meeting.key, item, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("Suspend"))
    opened = desk.voting.open(hands).opened_at.date()
    shown(screen, opened - datetime.timedelta(days=2))
    assert "A vote is open" not in texts(screen.eve)
    screen.show_as_of(opened + datetime.timedelta(days=1))
    assert "A vote is open" in texts(screen.eve)


def circulating(desk: Secretariat, until: datetime.date) -> Minutes:
    """The minutes of the meeting, whose only sitting was held, which circulate."""
    (meeting,) = desk.meetings.list()
    (sitting,) = desk.sittings.all(meeting.key)
    desk.sittings.open(sitting.key)
    desk.sittings.close(sitting.key)
    desk.minutes.draft(meeting.key)
    found = desk.minutes.minutes(meeting.key)
    assert found is not None
    return desk.minutes.circulate(found.key, Circulation(OPENS, until))


def test_minutes_that_may_be_approved_as_the_period_ended_are_due(screen: HomeScreen, desk: Secretariat) -> None:
    """Home said nothing of them, and led whoever waits for corrections to write minutes that had been sent long ago."""
    until = OPENS + datetime.timedelta(days=14)
    minutes = circulating(desk, until)
    over = "The period for corrections of the minutes of NMIRF/2026 is over"
    shown(screen, until - datetime.timedelta(days=1))
    assert over not in texts(screen.due)
    assert "Write the minutes" not in texts(screen.due)
    assert "Show the minutes" in texts(screen.due)
    screen.show_as_of(until + datetime.timedelta(days=1))
    assert over in texts(screen.due)
    assert Place("minutes", f"{minutes.meeting}:approve") in places(screen.due), "the card of the approval"
    assert "Record the approval" in texts(screen.due)


def test_a_comment_on_the_minutes_waits_here_until_it_is_settled(screen: HomeScreen, desk: Secretariat) -> None:
    """Only who opened the minutes saw it."""
    minutes = circulating(desk, OPENS + datetime.timedelta(days=14))
    paragraph = desk.minutes.paragraphs(minutes.key)[-1].key
    said = desk.minutes.comments.say(minutes.key, paragraph, Side.RAPPORTEUR, "Budget, or funds?")
    shown(screen)
    waiting = "1 comment on the minutes of “Second annual meeting” is open"
    assert waiting in texts(screen.due)
    assert Place("minutes", f"{minutes.meeting}:{paragraph}") in places(screen.due)
    desk.minutes.comments.resolve(said.key)
    screen.refresh()
    assert waiting not in texts(screen.due)


def test_when_nothing_is_due_each_block_says_so_calmly(
    tmp_path: Path, language: CurrentLanguage, alerts: Alerts
) -> None:
    with office(tmp_path, filled=False) as empty, held(HomeScreen(empty.home, language, alerts)) as screen:
        empty.members.admit_founders(["CHE"], MembershipKind.OBSERVER)
        shown(screen, FOUNDED + datetime.timedelta(days=30))
        assert "Nothing is due." in texts(screen.due)
        assert "Nothing is missing." in texts(screen.missing)
        assert not screen.eve.isVisible()


def test_an_agenda_sent_late_leaves_home_with_its_meeting_and_stays_among_the_rules(
    screen: HomeScreen, desk: Secretariat
) -> None:
    (meeting,) = desk.meetings.list()
    desk.meetings.record_dispatch(
        AgendaDispatch(new_key(), meeting.key, sent_on=DEADLINE + datetime.timedelta(days=5), audience=Audience.MEMBERS)
    )
    shown(screen, meeting.closes_on)
    assert "R39" in texts(screen.late)
    after = meeting.closes_on + datetime.timedelta(days=1)
    screen.show_as_of(after)
    assert "R39" not in texts(screen.late)
    states = {(one.rule, one.subject.key): one.state for one in desk.compliance.check(after)}
    assert states["R39", meeting.key] is FindingState.NOT_KEPT


def test_rules_and_the_next_meeting_stand_below(screen: HomeScreen) -> None:
    shown(screen)
    assert "Not kept: " in texts(screen.rules)
    assert Place("rules", "not_kept") in places(screen.rules)
    assert "NMIRF/2026" in texts(screen.meeting)
    assert "Agenda due" in screen.strip.accessibleDescription()


def test_the_same_in_spanish(screen: HomeScreen, language: CurrentLanguage) -> None:
    shown(screen)
    language.switch(Language.ES)
    screen.retranslate()
    assert "8 miembros sin punto focal: Brasil" in texts(screen.missing)


def test_an_empty_register_teaches_how_to_begin(
    qtbot: QtBot, tmp_path: Path, language: CurrentLanguage, alerts: Alerts
) -> None:
    with office(tmp_path, filled=False) as empty, held(HomeScreen(empty.home, language, alerts)) as screen:
        shown(screen)
        buttons = {button.text(): button for button in screen.findChildren(QPushButton) if button.isVisible()}
        assert list(buttons) == ["Add the founding members", "Plan a meeting"]
        with qtbot.waitSignal(screen.asked) as asked:
            buttons["Plan a meeting"].click()
        assert asked.args == [Place("meetings")]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)],
)
def test_each_step_of_tab_shows_where_the_keyboard_is(
    screen: HomeScreen, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    shown(screen, EVE)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    seen: list[tuple[QWidget, int]] = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or screen, key, modifier)
        at = QApplication.focusWidget()
        assert isinstance(at, LinkedText), at
        assert at.link_held(), at.text()
        here = (at, at.link)
        if here in seen:
            break
        seen.append(here)
    assert len(seen) == len(places(screen)) > 5
