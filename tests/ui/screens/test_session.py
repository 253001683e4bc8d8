"""The rapporteur's walk: a sitting from the gavel to the decision, by keys alone, on a real register."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.lots import drawn
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.sittings import InterventionKind
from nmirf_desktop.domain.voting import Act, Answer, Method, Outcome
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session import SessionScreen
from tests import registers
from tests.registers import said
from tests.ui.clipping import assert_presentable
from tests.ui.screens.conftest import Walk

Key = Qt.Key


def test_the_gavel_opens_and_closes_the_sitting_with_one_key(walk: Walk) -> None:
    assert "not yet open" in walk.screen.strip.place.text()
    walk.press(Key.Key_F9)
    assert "1st sitting, open" in walk.screen.strip.place.text()
    walk.press(Key.Key_F9)
    held = walk.desk.sittings.all(walk.meeting.key)[0]
    assert held.opened_at is not None
    assert held.closed_at is not None
    walk.press(Key.Key_F9)
    assert "No further sitting is planned" in walk.told()
    assert len(walk.desk.sittings.all(walk.meeting.key)) == 1, "a key struck twice opens nothing"


def test_the_gavel_says_that_the_minutes_of_the_meeting_were_circulated_before_it_opens_one_more(walk: Walk) -> None:
    for _ in range(2):
        walk.press(Key.Key_F9)
    walk.desk.minutes.draft(walk.meeting.key)
    minutes = walk.desk.minutes.minutes(walk.meeting.key)
    assert minutes is not None
    on = walk.meeting.opens_on
    walk.desk.minutes.circulate(minutes.key, Circulation(on, on + datetime.timedelta(days=30)))
    QApplication.processEvents()
    walk.press(Key.Key_F9)
    assert "Second annual meeting" in walk.told()
    assert "were circulated on 24 November 2026" in walk.told().replace("\u00a0", " ")
    notice = walk.alerts.notice
    assert notice is not None
    assert (notice.asks, [one.label for one in notice.offers]) == (True, ["Open a sitting now"])


def test_a_sitting_that_nobody_planned_is_opened_by_the_way_out_that_the_gavel_offers(walk: Walk) -> None:
    for _ in range(3):
        walk.press(Key.Key_F9)
    notice = walk.alerts.notice
    assert notice is not None
    assert (notice.asks, [one.label for one in notice.offers]) == (True, ["Open a sitting now"])
    walk.clock.forward(180)
    notice.offers[0].act()
    planned, own = walk.desk.sittings.all(walk.meeting.key)
    assert planned.closed_at is not None
    assert (own.number, own.on, own.item) == (2, walk.meeting.opens_on, walk.item.key)
    assert own.opened_at is not None
    assert own.starts.hour == walk.desk.sittings.local(walk.meeting, own.opened_at).hour
    assert own.starts < own.ends
    assert "The sitting was opened at" in walk.told()
    assert "2nd sitting, open" in walk.screen.strip.place.text()


def test_all_are_present_then_two_exceptions(walk: Walk) -> None:
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert walk.screen.strip.present.text() == "8 members present of 8 · 2 observers"
    for letters in ("gh", "uru"):
        walk.screen.room.delegations.table._line.setFocus()
        walk.screen.room.delegations.table._line.clear()
        walk.type(letters)
        walk.press(Key.Key_Return)
        walk.press(Key.Key_Space)
    assert walk.screen.strip.present.text() == "6 members present of 8 · 2 observers"
    assert not {"GHA", "URY"} & walk.desk.sittings.presence(walk.meeting.key)


def test_of_several_selected_all_are_present_afterwards_and_absent_once_all_were(walk: Walk) -> None:
    """A State that was in the room already was noted as having left by the key that noted the others."""
    walk.desk.sittings.toggle(walk.meeting.key, ["GHA"])
    QApplication.processEvents()
    room = walk.screen.room
    walk.press(Key.Key_F5)
    room.delegations.table.select_several(["BRA", "GHA", "URY"])
    room.delegations.table.view.setFocus()
    walk.press(Key.Key_Space)
    assert walk.desk.sittings.presence(walk.meeting.key) == {"BRA", "GHA", "URY"}
    room.delegations.table.select_several(["BRA", "URY"])
    walk.press(Key.Key_Space)
    assert walk.desk.sittings.presence(walk.meeting.key) == {"GHA"}


def test_names_typed_one_after_the_other_are_marked_and_one_that_fits_several_is_said(walk: Walk) -> None:
    """What stood behind a name that fitted two was swallowed: "mar mex por" found nobody, and said nothing."""
    walk.press(Key.Key_F5)
    walk.type("gha ")
    walk.type("p ")
    assert walk.told().startswith("“p” fits more than one name.")
    walk.type("uru ")
    walk.type("zz ")
    assert walk.told().startswith("No State is called “zz”.")
    walk.type("mar bra ")
    assert walk.desk.sittings.presence(walk.meeting.key) == {"BRA", "GHA", "MAR", "URY"}


def test_the_first_that_begins_so_is_the_current_one(walk: Walk) -> None:
    """Danemark and Jamaïque have “ma” within; whoever types it means Maroc."""
    walk.desk.members.admit_founders(["DNK", "JAM"], MembershipKind.MEMBER)
    QApplication.processEvents()
    walk.language.switch(Language.FR)
    walk.press(Key.Key_F5)
    walk.type("ma")
    table = walk.screen.room.delegations.table
    assert table.model.rows[0].state.iso3 == "DNK"
    assert table.current is not None
    assert table.current.state.iso3 == "MAR"
    walk.language.switch(Language.EN)


def test_the_card_of_the_call_says_that_the_state_called_is_not_there_by_the_list(walk: Walk) -> None:
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    walk.desk.sittings.toggle(walk.meeting.key, ["BRA"])
    walk.open_roll_call()
    call = walk.screen.ballots.view.call
    said = []
    while call.stated:
        said.append((call.stated, call.mode.text()))
        walk.press(Key.Key_Y)
    assert [
        state for state, text in said if text == "By the list of the room: absent. An answer notes it as present."
    ] == ["BRA"]
    assert "BRA" in walk.desk.sittings.presence(walk.meeting.key)


def test_the_agenda_is_adopted_under_its_item_by_the_key_of_what_is_so_decided(walk: Walk) -> None:
    """Nothing in the room adopted it: the key asked for a proposal to be tabled."""
    own = AgendaItem("adoption", walk.meeting.key, 2, said("Adoption of the agenda"), purpose=Purpose.ADOPTION)
    walk.desk.agendas.add(own)
    walk.press(Key.Key_F9)
    walk.desk.sittings.turn_to(walk.meeting.key, own.key)
    QApplication.processEvents()
    walk.press(Key.Key_F7)
    assert walk.told().startswith("The agenda was adopted on 24 November 2026.")
    assert adopted(walk) == registers.OPENS
    walk.press(Key.Key_F7)
    assert walk.told().startswith("The agenda was adopted on 24 November 2026 already; nothing was recorded.")
    assert walk.screen.strip.place.text().endswith("agenda adopted on 24 November 2026")
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    assert "The agenda is adopted." in projector.texts()
    walk.screen.activateWindow()
    assert undo(walk.desk.store) == "adopt the agenda"
    QApplication.processEvents()
    assert adopted(walk) is None
    assert "agenda adopted" not in walk.screen.strip.place.text()
    walk.press(Key.Key_F7)
    assert adopted(walk) == registers.OPENS


def adopted(walk: Walk) -> datetime.date | None:
    found = walk.desk.meetings.find(walk.meeting.key)
    assert found is not None
    return found.agenda_adopted_on


def test_a_speaker_is_two_letters_and_the_note_follows(walk: Walk, qtbot: QtBot) -> None:
    walk.press(Key.Key_F3)
    walk.type("para")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    (heard,) = walk.desk.sittings.interventions(walk.meeting.key)
    assert (heard.state, heard.item, heard.language) == ("PRY", walk.item.key, Language.EN)
    walk.type("welcomed the report")
    qtbot.waitUntil(
        lambda: walk.desk.sittings.interventions(walk.meeting.key)[0].note == "welcomed the report", timeout=2500
    )


def test_r12_consensus_is_one_key_and_the_chairs_words_stand_ready(walk: Walk) -> None:
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.screen.room.texts.form.flush()
    texts = walk.screen.room.texts
    assert "May I take it that the meeting wishes to adopt draft decision L.1?" in texts.chair.text
    texts.chair.tongues.choose((Language.EN, Language.ES))
    assert "No hay objeciones" in texts.chair.text or "así queda" in texts.chair.text.lower()
    walk.press(Key.Key_F7)
    assert walk.told() == "Decision 2026/1 was adopted by consensus."
    assert walk.desk.proposals.decisions(walk.meeting.key)[0].title.en == "Regional exchanges"


def test_r7_an_observers_objection_is_a_statement_and_the_chair_thanks_it(walk: Walk) -> None:
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    texts = walk.screen.room.texts
    texts.objector.load("CHE", over=True)
    walk.press(Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    (heard,) = walk.desk.sittings.interventions(walk.meeting.key)
    assert heard.kind is InterventionKind.OBSERVER_OBJECTION
    assert "I thank the observer for Switzerland" in texts.chair.text
    assert "does not break consensus" in walk.told()
    walk.press(Key.Key_F7)
    assert len(walk.desk.proposals.decisions(walk.meeting.key)) == 1


def test_a_roll_call_by_keys_with_a_pass_and_a_correction_ends_in_a_numbered_decision(walk: Walk) -> None:
    screen = walk.screen
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.press(Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert screen.room.texts.current is not None
    assert screen.room.texts.current.consensus_failed
    walk.press(Key.Key_F8)
    screen.ballots.card.fields.drawn.load("MAR", over=True)
    walk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    call = screen.ballots.view.call
    assert QApplication.focusWidget() is call
    assert call.name.text() == "Morocco"
    for key in (Key.Key_Y, Key.Key_Y, Key.Key_P, Key.Key_N):
        walk.press(key)
    assert call.name.text() == "Uruguay"
    walk.press(Key.Key_Backspace)
    assert call.name.text() == "Slovenia"
    assert "Recorded: against" in call.mode.text()
    walk.press(Key.Key_Y)
    assert call.name.text() == "Uruguay"
    assert call.last.text() == "Last: Slovenia: in favour (before: against)"
    for key in (Key.Key_A, Key.Key_X, Key.Key_Y, Key.Key_Minus):
        walk.press(key)
    assert (call.call.text(), call.name.text()) == ("Roll call, second call", "Portugal")
    walk.press(Key.Key_N)
    assert call.name.text() == "Indonesia"
    walk.press(Key.Key_0)
    closing = screen.ballots.view.closing
    assert closing.isVisible()
    assert closing.steps.text().startswith("4 in favour, 1 against: 5 members present and voting")
    walk.press(Key.Key_Return)
    assert closing.outcome.text() == "Decision 2026/1"
    assert "by a roll-call vote of 4 to 1, with 1 abstention" in closing.chair.text
    walk.press(Key.Key_Return)
    assert screen.room.isVisible()
    vote = walk.desk.voting.votes(walk.meeting.key)[0]
    acts = [one.act for one in walk.desk.voting.positions(vote.key)]
    assert acts.count(Act.REKEYED) == 1
    assert vote.drawn == "MAR"


def test_r19_in_the_second_call_one_key_records_that_nobody_else_answers(walk: Walk) -> None:
    walk.open_roll_call()
    call = walk.screen.ballots.view.call
    silent = call._at_once[Answer.NO_ANSWER]
    assert not silent.isVisible()
    walk.press(Key.Key_R)
    assert (
        walk.told()
        == "“R” records nothing: it is for who is left in a recorded vote, or in the second call of a roll call."
    )
    for key in (Key.Key_Y, *[Key.Key_0] * 6, Key.Key_P):
        walk.press(key)
    assert call.call.text() == "Roll call, second call"
    assert silent.isVisible()
    assert not call._at_once[Answer.IN_FAVOUR].isVisible()
    walk.press(Key.Key_N)
    before = call.name.text()
    walk.press(Key.Key_R)
    assert (call.call.text(), call.name.text()) == ("Roll call, second call", "Uruguay"), "it passed, and is there"
    assert call.last.text() == "Last: All who were silent: no answer", "all who were left, it said"
    walk.press(Key.Key_Backspace)
    assert call.name.text() == before, "one step, and not the answer of the last State"
    assert silent.text() == "R   All who were silent: no answer"
    assert "record that nobody else answers" in walk.told()
    walk.press(Key.Key_R)
    assert call.name.text() == "Uruguay"
    walk.press(Key.Key_R)
    assert walk.told().startswith("Who passed is called by name: nothing was recorded.")
    walk.press(Key.Key_N)
    assert call.name.text() == "All have been called"
    walk.press(Key.Key_Return)
    vote = walk.desk.voting.votes(walk.meeting.key)[0]
    tally = walk.desk.voting.board(vote.key).tally
    assert (tally.in_favour, tally.against, tally.no_answer) == (1, 2, 5)


def test_a_delegation_changes_its_answer_and_the_call_keeps_its_place(walk: Walk) -> None:
    walk.open_roll_call()
    call = walk.screen.ballots.view.call
    for key in (Key.Key_Y, Key.Key_Y, Key.Key_N):
        walk.press(key)
    first = walk.desk.voting.votes(walk.meeting.key)[0].entitled[0]
    waiting = call.stated
    call.choose(walk.desk.states.on(registers.OPENS)[first])
    walk.press(Key.Key_A)
    assert call.stated == waiting
    vote = walk.desk.voting.votes(walk.meeting.key)[0]
    last = walk.desk.voting.positions(vote.key)[-1]
    assert (last.state, last.answer, last.act) == (first, Answer.ABSTAINING, Act.CHANGE)


def test_backspace_walks_back_and_escape_leaves_everything_as_it_was(walk: Walk) -> None:
    walk.open_roll_call()
    call = walk.screen.ballots.view.call
    walk.press(Key.Key_Y)
    walk.press(Key.Key_N)
    waiting = call.stated
    order = walk.desk.voting.votes(walk.meeting.key)[0].entitled
    walk.press(Key.Key_Backspace)
    assert call.stated == order[1]
    walk.press(Key.Key_Backspace)
    assert call.stated == order[0]
    walk.press(Key.Key_Escape)
    assert call.stated == waiting
    assert len(walk.desk.voting.positions(walk.desk.voting.votes(walk.meeting.key)[0].key)) == 2


def test_a_show_of_hands_is_three_numbers_and_more_hands_than_members_are_refused(walk: Walk) -> None:
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.note_objection(put.key)
    walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put.key))
    QApplication.processEvents()
    view = walk.screen.ballots.view
    assert not view.closing.isVisible()
    view.hands.favour.load(9, over=True)
    view.hands.favour.edited.emit()
    assert "9 hands were counted, but 8 members are entitled to vote." in walk.told()
    view.hands.favour.load(5, over=True)
    view.hands.favour.edited.emit()
    view.hands.against.load(2, over=True)
    view.hands.against.edited.emit()
    assert view.closing.isVisible()
    view.closing.press()
    assert view.closing.outcome.text() == "Decision 2026/1"


def test_the_chairs_other_word_needs_its_reason(walk: Walk) -> None:
    walk.open_roll_call()
    for _ in range(8):
        walk.press(Key.Key_Y)
    closing = walk.screen.ballots.view.closing
    closing.other.setChecked(True)
    closing.press()
    vote = walk.desk.voting.votes(walk.meeting.key)[0]
    assert vote.closed_at is None
    closing.form.reason.load("The Chair announced a second reading.", over=True)
    closing.press()
    closed = walk.desk.voting.votes(walk.meeting.key)[0]
    assert (closed.declared, closed.divergence) == (Outcome.NOT_ADOPTED, "The Chair announced a second reading.")
    assert closing.outcome.text() == "Declared by the Chair: not adopted"


@pytest.mark.parametrize("by_hand", [False, True])
def test_r19_the_lot_that_the_program_drew_is_recorded_with_its_seed_and_one_drawn_in_the_room_has_none(
    walk: Walk, by_hand: bool
) -> None:
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.press(Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    walk.press(Key.Key_F8)
    fields = walk.screen.ballots.card.fields
    fields.lot.click()
    first = fields.drawn.value()
    assert first is not None
    assert "Each draw is recorded" in walk.told()
    other = next(one for one in ("GHA", "IDN") if one != first)
    if by_hand:
        fields.drawn.load(other, over=True)
        fields.drawn.edited.emit()
    walk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    if by_hand:
        assert (vote.drawn, vote.lot_seed) == (other, "")
    else:
        assert vote.drawn == first
        assert vote.lot_seed
        assert drawn(vote.lot_seed, vote.entitled)[0] == first, "anybody can draw it again"


def test_who_may_vote_is_answered_in_three_languages(walk: Walk) -> None:
    walk.press(Key.Key_F6)
    walk.type("swit")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    answers = [label.text() for label in walk.screen.ballots.who.answers.values()]
    assert answers[0].startswith("No: Switzerland has been an observer since")
    assert answers[1].startswith("Non")
    assert "Suiza" in answers[2]
    walk.press(Key.Key_Escape)
    assert not walk.screen.ballots.who.isVisible()


def test_who_may_vote_speaks_the_language_that_the_window_was_switched_to(walk: Walk) -> None:
    walk.press(Key.Key_F6)
    card = walk.screen.ballots.who
    for language in (Language.FR, Language.ES, Language.EN):
        walk.language.switch(language)
        QApplication.processEvents()
        words = catalog(language)
        shown = [one.text() for one in card.findChildren(QLabel)]
        assert words.gettext("Who may vote?") in shown
        assert [one.text() for one in card.findChildren(QPushButton) if one.text()] == [words.gettext("Close")]
        assert card.accessibleName() == words.gettext("Who may vote?")


def test_the_projector_shows_item_text_call_and_result_and_never_a_note(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    heard = walk.desk.floor.give(walk.meeting.key, walk.item.key, "PRY", Language.EN)
    walk.desk.sittings.note(replace(heard, note="a private note"))
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    assert projector.texts() == ["1 Future directions", "Paraguay  00:01 / 03:00"]
    walk.desk.floor.finish(walk.meeting.key)
    assert projector.texts() == ["1 Future directions"]
    walk.open_roll_call()
    assert "Brazil" in projector.texts()
    walk.screen.projection.tongues.choose((Language.EN, Language.FR))
    assert "Brésil" in projector.texts()
    for _ in range(8):
        QTest.keyClick(walk.screen.ballots.view.call, Key.Key_Y)
        walk.clock.forward(0.1)
    QTest.keyClick(walk.screen.ballots.view.call, Key.Key_Return)
    assert any("unanimously" in text for text in projector.texts())
    assert not projector.grab().isNull()
    projector.close()
    assert walk.screen.ballots.projector is None


def test_the_items_are_gone_through_by_keys(walk: Walk) -> None:
    assert walk.screen.strip.item.text() == "1 Future directions"
    walk.press(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert walk.screen.strip.item.text() == "2 Other matters"
    walk.press(Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert walk.screen.strip.item.text() == "1 Future directions"


@pytest.mark.parametrize("voting", [False, True])
def test_it_is_fit_to_be_seen(walk: Walk, voting: bool) -> None:
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.floor.give(walk.meeting.key, walk.item.key, "PRY", Language.EN)
    if voting:
        walk.open_roll_call()

    def make(language: CurrentLanguage, alerts: Alerts) -> SessionScreen:
        screen = SessionScreen(walk.desk, language, alerts)
        screen.show_as_of(registers.OPENS)
        return screen

    assert_presentable(make)
