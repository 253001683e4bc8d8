"""The rapporteur's walk where something is out of the ordinary: the wrong day, nobody there, an answer put right."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.participants import Answer as Answered
from nmirf_desktop.domain.participants import Invitee
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import PresenceKind, held_on
from nmirf_desktop.domain.voting import Act, Answer, Outcome
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Cast
from nmirf_desktop.storage.participants import INVITEES
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.entries import ScreenEntry
from nmirf_desktop.ui.header import ActionButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.ui.clipping import assert_presentable
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def announce(walk: Walk, *keys: Qt.Key) -> None:
    """A roll call on a proposal, answered and announced by keys."""
    walk.open_roll_call()
    for key in (*keys, Key.Key_Return):
        walk.press(key)


# The sitting


def test_a_sitting_opened_on_a_later_day_of_the_meeting_says_for_when_it_was_planned(walk: Walk) -> None:
    walk.clock.forward(60 * 24 * 2)
    walk.screen.refresh()
    walk.press(Key.Key_F9)
    assert "The sitting was opened at" in walk.told()
    assert walk.told().endswith("The 1st sitting was planned for 24 November 2026 at 10:00.")
    walk.press(Key.Key_F9)
    assert "was planned" not in walk.told()


def test_a_sitting_opened_on_another_day_is_recorded_and_said_in_words(walk: Walk) -> None:
    walk.clock.forward(60 * 24 * 14)
    walk.screen.refresh()
    walk.screen._show_time()
    assert walk.screen.strip.warning.text() == "▲ today is outside the days of the meeting"
    walk.press(Key.Key_F9)
    assert walk.desk.sittings.all(walk.meeting.key)[0].opened_at is not None
    assert "8 December 2026 is outside the days of the meeting (24 November 2026 to 26 November 2026)" in walk.told()
    assert walk.alerts.notice is not None
    assert walk.alerts.notice.tone is Tone.ATTENTION
    walk.screen._show_time()
    assert walk.screen.strip.warning.text() == "▲ outside the days of the meeting"
    assert walk.told().endswith("The 1st sitting was planned for 24 November 2026 at 10:00.")
    walk.press(Key.Key_F5)
    assert "outside the days" not in walk.told(), "it leaves with the next act; the line at the top stays"
    assert walk.screen.strip.warning.text() == "▲ outside the days of the meeting"


def test_a_sitting_opened_on_the_eve_is_on_that_day_and_one_key_adds_it_to_the_meeting(walk: Walk) -> None:
    """The message led to Planning, which refused the day because of the very sitting that was open."""
    meeting = walk.meeting
    walk.clock.forward(-60 * 24)
    walk.screen.refresh()
    walk.press(Key.Key_F9)
    eve = meeting.opens_on - datetime.timedelta(days=1)
    opened = walk.desk.sittings.all(meeting.key)[0]
    assert (opened.on, held_on(meeting, opened)) == (meeting.opens_on, eve), "the plan stays beside what happened"
    assert "if the sitting was opened by mistake, Ctrl+Z takes that back" in walk.told()
    assert walk.alerts.notice is not None
    (offer,) = walk.alerts.notice.offers
    assert (offer.label, walk.alerts.notice.asks) == ("Add this day to the meeting", True)
    offer.act()
    held = next(one for one in walk.desk.meetings.list() if one.key == meeting.key)
    assert (held.opens_on, held.closes_on) == (eve, meeting.closes_on)
    assert walk.told() == "The meeting is held from 23 November 2026 to 26 November 2026."
    walk.screen._show_time()
    assert walk.screen.strip.warning.text() == ""
    walk.desk.steps.undo()
    walk.desk.steps.undo()
    sitting = walk.desk.sittings.all(meeting.key)[0]
    assert (sitting.on, sitting.opened_at) == (meeting.opens_on, None)


def test_a_meeting_is_moved_to_the_day_on_which_its_only_sitting_was_opened(walk: Walk) -> None:
    day = walk.meeting.opens_on
    walk.desk.meetings.save(replace(walk.meeting, closes_on=day))
    eve = day - datetime.timedelta(days=1)
    walk.clock.forward(-60 * 24)
    walk.desk.sittings.next(walk.meeting.key)
    walk.desk.meetings.save(replace(walk.meeting, opens_on=eve, closes_on=day))
    walk.desk.meetings.save(replace(walk.meeting, opens_on=eve, closes_on=eve))
    held = next(one for one in walk.desk.meetings.list() if one.key == walk.meeting.key)
    assert (held.opens_on, held.closes_on) == (eve, eve)


def test_the_gavel_says_what_it_does_next(walk: Walk) -> None:
    gavel = walk.screen.keys[RoomKey.GAVEL]
    assert gavel.text() == "Open the sitting"
    walk.press(Key.Key_F9)
    assert gavel.text() == "Close the sitting"
    walk.press(Key.Key_F9)
    assert gavel.text() == "Open the sitting"


def test_after_the_gavel_the_keyboard_is_in_the_room(walk: Walk) -> None:
    walk.screen.keys[RoomKey.GAVEL].trigger()
    QTest.qWait(1)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert walk.screen.room.delegations.isAncestorOf(focus)
    walk.press(Key.Key_F5, SHIFT)
    walk.screen.keys[RoomKey.GAVEL].trigger()
    QTest.qWait(1)
    focus = QApplication.focusWidget()
    assert focus in walk.screen.room.floor.state.editors


def test_the_clock_is_the_meetings_and_names_its_city(walk: Walk) -> None:
    walk.screen._show_time()
    here = walk.desk.sittings.time(walk.meeting)
    assert walk.screen.strip.clock.text() == f"{here:%H:%M} (Casablanca)"


def test_the_wall_has_the_clock_of_the_meeting_and_the_mouse_on_the_gavel_leaves_the_keyboard_in_the_room(
    walk: Walk, shell: Shell, qtbot: QtBot
) -> None:
    walk.desk.meetings.save(replace(walk.meeting, time_zone="Asia/Seoul"))
    walk.screen.close()
    window = MainWindow([ScreenEntry("session", N_("Session"), "mic", lambda: walk.screen)], shell)
    qtbot.addWidget(window)
    window.resize(1500, 900)
    window.show()
    window.activateWindow()
    window.go(Place("session"))
    qtbot.waitUntil(lambda: window._started)
    gavel = next(one for one in window.findChildren(ActionButton) if one.action is walk.screen.keys[RoomKey.GAVEL])
    gavel.setFocus()
    gavel.click()
    QTest.qWait(20)
    focus = window.focusWidget()
    assert focus is not None
    assert walk.screen.room.isAncestorOf(focus)
    assert walk.screen.strip.clock.text() == "18:00 (Seoul)"
    saved = window.status._saved.text().removeprefix("Saved ")
    wanted = datetime.datetime.now().astimezone()  # that of the wall is named beside it
    said = datetime.datetime.combine(wanted.date(), datetime.time.fromisoformat(saved), wanted.tzinfo)
    assert abs(said - wanted) < datetime.timedelta(minutes=1)
    walk.screen.setParent(None)


def test_a_confirmation_leaves_with_the_next_act_and_with_its_item(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    assert "The sitting was opened at" in walk.told()
    walk.press(Key.Key_F3)
    assert walk.told() == ""
    walk.press(Key.Key_F9)
    assert "closed" in walk.told()
    walk.press(Key.Key_PageDown, CTRL)
    assert walk.told() == ""


def test_the_room_is_where_it_was_after_a_restart(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_PageDown, CTRL)
    assert walk.screen.strip.item.text() == "2 Other matters"
    again = SessionScreen(Secretariat(walk.desk.store, walk.clock), walk.language, walk.alerts)
    again.show_as_of(registers.OPENS)
    again.refresh()
    assert again.strip.item.text() == "2 Other matters"
    again.deleteLater()


# Who is there, who speaks


def test_a_delegation_is_online_and_its_connection_is_lost_by_one_key(walk: Walk) -> None:
    table = walk.screen.room.delegations.table
    walk.press(Key.Key_F5)
    table.select("GHA")
    seen = []
    for _ in range(3):
        walk.press(Key.Key_F5, CTRL)
        seen.append(table.model.columns[1].display(table.current, walk.language.words))  # type: ignore[arg-type]
    assert seen == ["online", "disconnected", "online"]
    assert "1 delegation online" in walk.screen.strip.present.text()
    roll = walk.desk.sittings.roll(walk.meeting.key)
    assert {one.presence for one in roll.delegations} == {None, PresenceKind.CONNECTION_RESTORED}


def test_ohchr_takes_the_floor_by_two_keys_and_any_other_guest_by_its_name(walk: Walk) -> None:
    walk.press(Key.Key_F3, SHIFT)
    walk.press(Key.Key_Return, CTRL)
    walk.type("offered its support")
    walk.press(Key.Key_F3, SHIFT)
    walk.press(Key.Key_Home)
    walk.press(Key.Key_Return, CTRL)
    assert walk.screen.room.floor.guest.fields.first_field() is not None
    assert len(walk.desk.sittings.interventions(walk.meeting.key)) == 1  # a guest has a name
    walk.screen.room.floor.guest.fields.name.setFocus()
    walk.type("The University of Rabat")
    walk.press(Key.Key_Return, CTRL)
    first, second = walk.desk.sittings.interventions(walk.meeting.key)
    assert (first.state, first.body.en, first.body.es, first.note) == (
        None, "OHCHR", "El ACNUDH", "offered its support",
    )  # fmt: skip
    assert (second.body.en, second.body.source) == ("The University of Rabat", Language.EN)
    assert walk.screen.room.floor.form.name.isVisible()


# What is decided


def test_r12_where_nobody_is_present_it_is_not_so_decided_and_the_way_out_is_said(walk: Walk) -> None:
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.press(Key.Key_F7)
    assert walk.told().startswith("No member is noted as present")
    assert walk.desk.proposals.decisions(walk.meeting.key) == ()
    walk.press(Key.Key_F5, SHIFT)
    assert walk.told().startswith("10 noted as present")
    walk.press(Key.Key_F7)
    assert len(walk.desk.proposals.decisions(walk.meeting.key)) == 1


def test_r13_once_there_is_no_consensus_the_card_says_what_comes_next_and_the_vote_leads(walk: Walk) -> None:
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    texts = walk.screen.room.texts
    buttons = texts.acts.buttons
    assert buttons[RoomKey.ADOPT].property("part") == "primary"
    assert buttons[RoomKey.VOTE].isHidden()
    walk.press(Key.Key_F7, SHIFT)
    assert texts.chair.text == (
        "There is no consensus on draft decision L.1. In the absence of consensus, it is put to the vote."
    )
    assert "open the vote (F8)" in texts._next.text()
    assert buttons[RoomKey.VOTE].property("part") == "primary"
    assert buttons[RoomKey.ADOPT].property("part") == "plain"
    assert buttons[RoomKey.OBJECT].isHidden()


# The vote


def test_who_answers_a_roll_call_is_shown_as_present_and_the_electorate_stays(walk: Walk, qtbot: QtBot) -> None:
    walk.open_roll_call()
    assert walk.screen.strip.present.text() == "0 members present of 8"
    for number in (1, 2):
        walk.press(Key.Key_Y)
        wanted = f"{number} member{'s' if number > 1 else ''} present of 8"
        qtbot.waitUntil(lambda wanted=wanted: walk.screen.strip.present.text() == wanted)  # type: ignore[misc]
    vote = walk.desk.voting.open_vote(walk.meeting.key)
    assert vote is not None
    assert len(vote.entitled) == 8


def test_r19_no_second_call_is_spoken_of_where_nobody_passed(walk: Walk) -> None:
    walk.open_roll_call()
    for _ in range(8):
        walk.press(Key.Key_Y)
    assert walk.screen.ballots.view.call.call.text() == "Roll call, first call"


def test_nothing_is_announced_while_an_answer_is_being_corrected(walk: Walk) -> None:
    walk.open_roll_call()
    for _ in range(8):
        walk.press(Key.Key_Y)
    view = walk.screen.ballots.view
    assert view.closing.isVisible()
    walk.press(Key.Key_Backspace)
    assert not view.closing.isVisible()
    walk.press(Key.Key_Return)
    assert walk.desk.voting.open_vote(walk.meeting.key) is not None
    walk.press(Key.Key_N)
    assert view.closing.isVisible()
    walk.press(Key.Key_Return)
    assert view.closing.steps.text().startswith("7 in favour, 1 against")


def test_a_settled_proposal_shows_its_vote_again_by_enter_and_escape_leads_back(walk: Walk) -> None:
    announce(walk, *[Key.Key_Y] * 5, *[Key.Key_N] * 3)
    walk.press(Key.Key_Return)
    screen = walk.screen
    assert screen.room.isVisible()
    screen.room.texts.table.setFocus()
    walk.press(Key.Key_Return)
    view = screen.ballots.view
    assert view.isVisible()
    assert view.closing.outcome.text() == "Decision 2026/1"
    assert view.closing.steps.text().startswith("5 in favour, 3 against")
    assert len(view.count.table.model.rows) == 8
    walk.press(Key.Key_Escape)
    assert screen.room.isVisible()
    assert QApplication.focusWidget() is screen.room.texts.table.view
    walk.press(Key.Key_F8, SHIFT)
    assert view.isVisible()


def test_the_projector_stays_where_the_room_is_while_an_earlier_vote_is_looked_at(walk: Walk) -> None:
    announce(walk, *[Key.Key_Y] * 8)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    before = projector.texts()
    walk.screen.activateWindow()
    walk.screen.keys[RoomKey.REVIEW].trigger()
    assert walk.screen.ballots.view.isVisible()
    assert projector.texts() == before


def test_the_projector_shows_the_decision_that_a_draft_became(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F5, SHIFT)
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.screen.room.texts.form.flush()
    walk.screen.projection.project()
    walk.screen._show_slide()
    projector = walk.screen.ballots.projector
    assert projector is not None
    assert "Draft decision L.1: Regional exchanges" in projector.texts()
    walk.screen.keys[RoomKey.ADOPT].trigger()
    assert projector.texts()[1:] == [
        "Decision 2026/1: Regional exchanges", "Decision 2026/1 was adopted by consensus.",
    ]  # fmt: skip


def test_a_proposal_is_begun_in_the_language_in_which_it_is_written(walk: Walk) -> None:
    walk.language.switch(Language.FR)
    walk.press(Key.Key_F4)
    walk.type("Echanges")
    walk.screen.room.texts.form.flush()
    walk.language.switch(Language.EN)
    (file,) = walk.desk.proposals.all(walk.meeting.key)
    assert (file.proposal.title.fr, file.proposal.title.source) == ("Echanges", Language.FR)


def test_an_adopted_text_keeps_its_original_and_its_translations_are_completed(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    walk.language.switch(Language.FR)
    walk.press(Key.Key_F4)
    walk.type("Echanges")
    walk.screen.room.texts.form.flush()
    walk.language.switch(Language.EN)
    walk.screen.keys[RoomKey.ADOPT].trigger()
    form = walk.screen.room.texts.form
    english, french, _ = form.title.editors
    french.setFocus()
    walk.type(" et visites")
    english.setFocus()
    walk.type("Exchanges")
    for editor in form.text.editors:
        editor.setFocus()
        walk.type("The meeting decides.")
    form.flush()
    (file,) = walk.desk.proposals.all(walk.meeting.key)
    assert file.decision is not None
    assert file.decision.title == file.proposal.title
    assert (file.decision.title.en, file.decision.title.fr) == ("Exchanges", "Echanges")
    assert not file.decision.text, "a text that was not adopted is not added"
    assert not form.title._heads[Language.EN].menu().actions()[1].isEnabled()


def test_r27_what_a_delegation_had_meant_is_a_footnote_by_keys(walk: Walk) -> None:
    announce(walk, *[Key.Key_Y] * 8)
    view = walk.screen.ballots.view
    view.count.table.setFocus()
    view.count.table.select("PRY")
    walk.press(Key.Key_Return)
    assert view.correction.isVisible()
    assert view.correction.fields.state.value() == "PRY"
    view.correction.fields.answer.load(Answer.ABSTAINING, over=True)
    view.correction.fields.answer.changed.emit()
    assert view.correction.effect.text().startswith("The totals and the outcome stand.")
    walk.press(Key.Key_Return, CTRL)
    assert not view.correction.isVisible()
    assert "had intended to abstain" in view.closing.notes.text()
    assert view.closing.steps.text().startswith("8 in favour, 0 against")


def test_r27_corrected_numbers_that_agree_with_the_chairs_other_word_leave_it_on_the_card(walk: Walk) -> None:
    """The card said that the draft had first been rejected, which nobody announced; the minutes had not."""
    walk.open_roll_call()
    for key in (*[Key.Key_Y] * 3, *[Key.Key_N] * 4, Key.Key_A):
        walk.press(key)
    view = walk.screen.ballots.view
    view.closing.other.setChecked(True)
    view.closing.form.reason.load("It had been agreed before.", over=True)
    view.closing.press()
    vote = walk.desk.voting.votes(walk.meeting.key)[0]
    assert vote.declared is Outcome.ADOPTED
    against = [one.state for one in walk.desk.voting.positions(vote.key) if one.answer is Answer.AGAINST]
    for state in against[:2]:
        view.closing.correct.click()
        fields = view.correction.fields
        fields.act.load(Act.REKEYED, over=True)
        fields.act.changed.emit()
        fields.state.load(state, over=True)
        fields.answer.load(Answer.IN_FAVOUR, over=True)
        fields.answer.changed.emit()
        fields.reason.setFocus()
        walk.type("The recording bears it out.")
        walk.press(Key.Key_Return, CTRL)
    told = view.closing.steps.text()
    assert told.endswith(
        "5 votes in favour, 2 against and 1 abstention, and the outcome stood as the Chair had declared it."
    )
    assert "by which" not in told


def test_r27_a_mis_keyed_answer_that_turns_the_outcome_is_warned_of_and_takes_the_decision_out(walk: Walk) -> None:
    announce(walk, *[Key.Key_Y] * 4, *[Key.Key_N] * 3, Key.Key_A)
    view = walk.screen.ballots.view
    (first, *_) = walk.desk.voting.votes(walk.meeting.key)[0].entitled
    view.closing.correct.click()
    fields = view.correction.fields
    fields.act.load(Act.REKEYED, over=True)
    fields.act.changed.emit()
    fields.state.load(first, over=True)
    fields.answer.load(Answer.AGAINST, over=True)
    fields.answer.changed.emit()
    assert "Decision 2026/1 is no decision any more" in view.correction.effect.text()
    assert view.correction.effect.property("tone") == str(Tone.ATTENTION)
    walk.press(Key.Key_Return, CTRL)
    assert view.correction.isVisible()  # the reason is missing
    fields.reason.setFocus()
    walk.type("The recording bears it out.")
    walk.press(Key.Key_Return, CTRL)
    assert walk.desk.proposals.decisions(walk.meeting.key) == ()
    assert view.closing.outcome.text() == "Announced: not adopted"
    assert view.closing.steps.text().startswith("The result was first announced as 4 votes in favour, 3 against")
    assert "by which the draft decision was adopted" in view.closing.steps.text()
    walk.press(Key.Key_Escape)
    file = walk.screen.room.texts.current
    assert file is not None
    assert file.lost


def test_a_vote_looked_at_again_is_said_in_the_windows_language(walk: Walk) -> None:
    announce(walk, *[Key.Key_Y] * 8)
    walk.language.switch(Language.FR)
    assert walk.screen.ballots.view.closing.correct.text() == "Rectifier une réponse (C)"
    walk.language.switch(Language.EN)


@pytest.mark.parametrize("correcting", [False, True])
def test_a_result_and_its_correction_are_fit_to_be_seen(walk: Walk, correcting: bool) -> None:
    announce(walk, *[Key.Key_Y] * 5, *[Key.Key_N] * 3)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    walk.desk.voting.cast(Cast(vote.key, vote.entitled[0], Answer.AGAINST, Act.INTENDED))

    def make(language: CurrentLanguage, alerts: Alerts) -> SessionScreen:
        screen = SessionScreen(walk.desk, language, alerts)
        screen.show_as_of(registers.OPENS)
        screen.refresh()
        screen.ballots.review(vote.key)
        board = screen.ballots.view.board
        if correcting and board is not None:
            screen.ballots.corrections.begin(walk.meeting.key, board, board.answers[0][0])
            screen.ballots.view.correction.fields.act.load(Act.REKEYED, over=True)
            screen.ballots.view.correction.fields.act.changed.emit()
        return screen

    assert_presentable(make)


def test_a_guests_card_is_fit_to_be_seen(walk: Walk) -> None:
    def make(language: CurrentLanguage, alerts: Alerts) -> SessionScreen:
        screen = SessionScreen(walk.desk, language, alerts)
        screen.show_as_of(registers.OPENS)
        screen.refresh()
        screen.room.floor.begin_guest()
        screen.room.floor.guest.fields.known.load(None, over=True)
        screen.room.floor.guest.fields.fit()
        return screen

    assert_presentable(make)


def test_all_are_present_names_those_who_had_left_and_no_others(walk: Walk) -> None:
    """It said "also those who had left, and other States" where nobody had left and no other State was to come."""
    walk.press(Key.Key_F5, SHIFT)
    there = walk.desk.sittings.roll(walk.meeting.key).delegations
    assert walk.told() == f"{len(there)} noted as present: members and observers."
    walk.desk.sittings.record(walk.meeting.key, ["GHA"], PresenceKind.LEFT)
    QApplication.processEvents()
    walk.press(Key.Key_F5, SHIFT)
    assert walk.told() == (
        f"{len(there)} noted as present: members and observers. These had left before, or lost the connection: Ghana."
    )


def test_all_are_present_says_who_is_meant_and_whom_it_leaves_out(walk: Walk) -> None:
    invitee = Invitee("ghana", walk.meeting.key, "GHA", answer=Answered.APOLOGIES, answered_on=registers.OPENS)
    with walk.desk.store.write(N_("save an answer"), Subject.PARTICIPANTS) as session:
        INVITEES.save(session, invitee)
    walk.press(Key.Key_F5, SHIFT)
    there = sum(one.present for one in walk.desk.sittings.roll(walk.meeting.key).delegations)
    assert walk.told().startswith(f"{there} noted as present: members and observers. Left out,")
    assert walk.told().endswith("Left out, because they sent apologies or did not say that they come: Ghana.")
    walk.type("ghana")
    walk.press(Key.Key_Space)
    walk.press(Key.Key_Space)
    walk.press(Key.Key_F5, SHIFT)
    assert walk.told() == (
        "All who are expected are noted as present already; the exceptions are marked in the list (Space)."
    )


def test_all_are_present_counts_other_states_apart_and_within_the_sum(walk: Walk) -> None:
    """“71 (members and observers). Also other States: Malawi” read like 72; who was there before was left out."""
    walk.desk.sittings.record(walk.meeting.key, ["GHA", "CHL"], PresenceKind.ARRIVED)
    invitee = Invitee("peru", walk.meeting.key, "PER", answer=Answered.ATTENDS, answered_on=registers.OPENS)
    with walk.desk.store.write(N_("save an answer"), Subject.PARTICIPANTS) as session:
        INVITEES.save(session, invitee)
    walk.press(Key.Key_F5, SHIFT)
    assert walk.told().startswith(
        "Noted as present in all: 12. Members and observers: 10. Other States: 2 (Chile, Peru)."
    )


def test_a_consensus_that_stays_names_the_key_that_reopens_it(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F5, SHIFT)
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.screen.room.texts.form.flush()
    walk.press(Key.Key_F7)
    assert "Ctrl+F7" in walk.desk.steps.stays()
    with pytest.raises(Refusal, match="Ctrl\\+F7"):
        walk.desk.steps.undo()


def test_who_is_not_marked_is_absent_without_a_key_and_so_are_the_exceptions_of_all(walk: Walk) -> None:
    def away() -> int:
        return len(walk.desk.sittings.roll(walk.meeting.key).away)

    walk.press(Key.Key_F9)
    walk.press(Key.Key_F5)
    walk.type("gha")
    walk.press(Key.Key_Space)
    assert away() == 9, "one is there, and no key says of the others that they are not"
    walk.press(Key.Key_F5, SHIFT)
    assert away() == 0
    for name in ("gha", "mor"):
        walk.type(name)
        walk.press(Key.Key_Space)
    assert away() == 2
    walk.press(Key.Key_F5, SHIFT)
    assert away() == 0


def test_r23_the_card_says_what_the_rules_say_of_a_text_by_a_state_that_is_no_member(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F4)
    form = walk.screen.room.texts.form

    def hint() -> str:
        return form._rows["sponsor"]._hint.text()

    for letters, said in (
        ("switzer", "An observer, not a member"),
        ("peru", "Neither member nor observer"),
        ("ghana", ""),
    ):
        form.sponsor.begin()
        walk.type(letters)
        walk.press(Key.Key_Return)
        QApplication.processEvents()
        assert hint().startswith(said or "May stay empty")
        assert ("(R23)" in hint()) is bool(said)
    assert walk.desk.proposals.all(walk.meeting.key)[-1].proposal.sponsor == "GHA"


def test_the_next_sitting_says_who_is_carried_over_and_begins_anew_by_its_offer(walk: Walk) -> None:
    walk.desk.meetings.add_sitting(walk.meeting.key)
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F5, SHIFT)
    walk.clock.forward(60)
    walk.press(Key.Key_F9)
    walk.clock.forward(60)
    walk.press(Key.Key_F9)
    assert walk.told().endswith("Noted as present since the sitting before: 10.")
    assert walk.alerts.notice is not None
    (offer,) = walk.alerts.notice.offers
    assert offer.label == "Begin anew: nobody noted"
    offer.act()
    assert walk.told().startswith("Taken off the list of who is present: 10.")
    assert walk.screen.strip.present.text().startswith("0 members present of 8")
    walk.clock.forward(1)
    walk.press(Key.Key_F5, SHIFT)
    assert "had left before" not in walk.told(), "nobody of them had left"
    assert walk.screen.strip.present.text() == "8 members present of 8 · 2 observers"


@pytest.mark.parametrize(
    ("no", "said"),
    [(3, "adopted by a roll-call vote of 5 to 3"), (4, "divided (4 to 4"), (8, "rejected by a roll-call vote")],
)
def test_the_room_sees_by_which_vote_a_text_was_adopted_or_that_it_was_not(walk: Walk, no: int, said: str) -> None:
    """A rejected text looked as if it were pending, and an adopted one had its number without the vote."""
    announce(walk, *[Key.Key_Y] * (8 - no), *[Key.Key_N] * no)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    assert walk.screen.room.isVisible()
    walk.screen._show_slide()
    file = walk.desk.proposals.all(walk.meeting.key)[-1]
    assert file.lost is (no > 3)
    told = " ".join(projector.texts())
    assert said in told, told
    assert file.proposal.title.en in told
