"""What the Chair and the candidates do to an election beside the numbers, by keys; and the Committee that it elects."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.session_election import ElectionPage
from tests.registers import OPENS
from tests.ui.screens.conftest import Walk
from tests.ui.screens.offices import held, shown, texts
from tests.ui.screens.test_session_election import opened, tally

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def counted(walk: Walk, signs: str, *states: str) -> ElectionPage:
    """An election of one seat whose first ballot was counted and not announced yet."""
    page = opened(walk, *states)
    tally(walk, page, signs)
    page.setFocus()
    return page


def elected(page: ElectionPage) -> list[str]:
    assert page.board is not None
    return [name.state.iso3 for name in page.board.elected]


def box(page: ElectionPage, name: str) -> QCheckBox:
    return next(one for one in page.findChildren(QCheckBox) if one.isVisible() and one.text() == name)


def test_r27_another_result_is_announced_with_its_reason_and_without_one_refused(walk: Walk) -> None:
    page = counted(walk, "11111222", "MAR", "PRY")
    walk.press(Key.Key_A)
    box(page, "Paraguay").click()
    walk.press(Key.Key_Return, CONTROL)
    assert page.board is not None
    assert page.board.open is not None, "the reason is missing"
    assert not page.rulings.declaring.isHidden()
    page.rulings.declaring.fields.divergence.editors[0].setFocus()
    walk.type("So the room agreed.")
    walk.press(Key.Key_Return, CONTROL)
    assert elected(page) == ["PRY"]
    assert page.board.last is not None
    assert page.board.last.ballot.divergence == "So the room agreed."
    assert page.board.last.ballot.count is not None
    assert page.board.last.ballot.count.votes == (5, 3), "what was counted stays"


def test_r35_a_lot_drawn_in_the_room_is_entered_by_name(walk: Walk) -> None:
    page = counted(walk, "11112222", "MAR", "PRY")
    walk.press(Key.Key_R)
    tally(walk, page, "11112222")
    page.setFocus()
    walk.press(Key.Key_R)
    walk.press(Key.Key_L)
    walk.press(Key.Key_Return, CONTROL)
    assert elected(page) == [], "nobody was ticked"
    assert box(page, "Morocco").isVisible()
    box(page, "Paraguay").click()
    walk.press(Key.Key_Return, CONTROL)
    assert elected(page) == ["PRY"]
    assert page.board is not None
    assert page.board.last is not None
    assert page.board.last.ballot.lot_seed == "", "the program drew nothing"


def test_r35_who_withdraws_is_on_no_ballot_that_follows(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY", "PRT")
    walk.press(Key.Key_W)
    form = page.rulings.withdrawal.fields
    form.candidate.load(next(one for one in form.candidate.values if one and one.state.iso3 == "PRY"), over=True)
    walk.press(Key.Key_Return, CONTROL)
    walk.press(Key.Key_B)
    assert page.board is not None
    assert page.board.open is not None
    named = page.board.named
    assert [named[key].state.iso3 for key in page.board.open.ballot.candidates] == ["MAR", "PRT"]


def test_r35_a_candidate_entered_by_mistake_is_struck_out_withdrawn_or_not(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY", "PRT")
    form = page.rulings.withdrawal.fields
    for mistake in (False, True):
        walk.press(Key.Key_W)
        form.candidate.load(next(one for one in form.candidate.values if one and one.state.iso3 == "PRY"), over=True)
        form.mistake.load(mistake, over=True)
        walk.press(Key.Key_Return, CONTROL)
    assert page.board is not None
    assert [one.state.iso3 for one in page.board.names] == ["MAR", "PRT"]


def test_an_election_opened_by_mistake_is_struck_out_and_comes_back_by_undo(walk: Walk) -> None:
    page = opened(walk, "MAR")
    walk.press(Key.Key_Delete)
    assert page.board is None
    assert walk.desk.elections.all(walk.meeting.key) == ()
    walk.desk.steps.undo()
    assert len(walk.desk.elections.all(walk.meeting.key)) == 1


def test_what_was_counted_is_not_struck_out(walk: Walk) -> None:
    page = counted(walk, "11111222", "MAR", "PRY")
    assert not page.row.of["DELETE"].isVisible()


def test_r32_the_elected_committee_is_appointed_in_one_step(walk: Walk) -> None:
    page = opened(walk, "MAR")
    assert not page.row.of["P"].isVisible(), "nobody is elected yet"
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    asked: list[Place] = []
    walk.screen.asked.connect(asked.append)
    walk.press(Key.Key_P)
    (place,) = asked
    assert place.screen == "committee"
    with held(CommitteeScreen(walk.desk, walk.language, walk.alerts)) as screen:
        shown(screen, OPENS)
        screen.go_to(place.key)
        act = screen.drafts.appointment.made(None)
        assert act is not None
        card = screen.drafts.appointment
        assert not card.isHidden()
        assert card.form.seat_rows[0].state.value() == "MAR"  # type: ignore[attr-defined]
    prepared = walk.desk.elections.appointment(walk.meeting.key)
    assert prepared is not None
    assert prepared.seats == (("MAR", None),)
    assert prepared.meeting == walk.meeting.key


def test_r32_the_committee_elected_in_the_meeting_lacks_no_decision(walk: Walk) -> None:
    opened(walk, "MAR")
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    asked: list[Place] = []
    walk.screen.asked.connect(asked.append)
    walk.press(Key.Key_P)
    symbol = walk.meeting.symbol
    with held(CommitteeScreen(walk.desk, walk.language, walk.alerts)) as screen:
        shown(screen, OPENS)
        screen.go_to(asked[0].key)
        card = screen.drafts.appointment
        assert f"By election in {symbol}." in texts(card)
        assert "Not recorded yet" not in texts(card)
        assert "R32 Appointed during a meeting of the Network: Not kept" not in texts(card)
        made = card.made(None)
        assert made is not None
        walk.desk.committees.record(made.act)
        screen.refresh()
        assert f"Appointed by election in {symbol}." in texts(screen.mandate)
        assert "is not recorded (R32)" not in texts(screen.mandate)
    (finding,) = (one for one in walk.desk.compliance.check(OPENS) if one.rule == "R32")
    assert (finding.state, finding.remark) == (FindingState.KEPT, False)
    assert f"by election in {symbol}" in finding.message.said_in(walk.language.words)


@pytest.mark.parametrize("tongue", list(Language))
def test_the_cards_say_the_candidates_in_the_language_of_the_window(walk: Walk, tongue: Language) -> None:
    page = counted(walk, "11111222", "MAR", "PRY")
    walk.press(Key.Key_A)
    walk.language.switch(tongue)
    QApplication.processEvents()
    assert page.board is not None
    names = [line.name.said_in(walk.language.words) for line in page.board.ballots[0].lines]
    shown_now = [one.text() for one in page.rulings.declaring.findChildren(QCheckBox) if one.isVisible()]
    assert shown_now == names
    walk.language.switch(Language.EN)
