"""From one election of the meeting to another: one that is over is put right, and the room sees nothing of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.elections import Body
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.ui.screens.session_election import ElectionPage
from nmirf_desktop.ui.screens.session_election_shown import AFTER, BEFORE
from tests.registers import said
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened, tally

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def acclaimed(walk: Walk, title: str, state: str) -> str:
    """An officer elected by acclamation; the key of the election."""
    election = walk.desk.elections.open(
        NewElection(walk.meeting.key, walk.item.key, said(title), 1, (Nominee(state),), Body.OTHER)
    )
    walk.clock.forward(1)
    walk.desk.elections.acclaim(election.key)
    walk.clock.forward(1)
    walk.screen.refresh()
    return election.key


def shown(page: ElectionPage) -> str:
    """The title of the election that is shown."""
    return page.title.text()


def test_the_only_election_says_nothing_of_others(walk: Walk) -> None:
    acclaimed(walk, "Election of the Chair", "MAR")
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    assert not page.others.isVisible()
    walk.press(Key.Key_PageUp)
    assert shown(page) == "Election of the Chair"


def test_r27_an_earlier_acclamation_is_found_by_page_up_and_reopened(walk: Walk) -> None:
    chair = acclaimed(walk, "Election of the Chair", "MAR")
    acclaimed(walk, "Election of the Rapporteur", "PRY")
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    assert (shown(page), page.others.place.text()) == ("Election of the Rapporteur", "Election 2 of 2")
    assert page.others.ways[BEFORE].isVisible()
    assert not page.others.ways[AFTER].isVisible()
    walk.press(Key.Key_PageUp)
    assert (shown(page), page.others.place.text()) == ("Election of the Chair", "Election 1 of 2")
    walk.press(Key.Key_F7, CONTROL)
    walk.type("Another State was meant.")
    walk.press(Key.Key_Return, CONTROL)
    board = walk.desk.elections.board(chair)
    assert (board.elected, board.standing.over) == ((), False)
    assert shown(page) == "Election of the Chair", "the page stays where something was put right"


def test_page_up_leaves_the_title_of_a_new_election_and_keeps_one_that_was_typed(walk: Walk) -> None:
    """The button named the key, and in the field where the keyboard was the key did nothing."""
    for title, state in (("Election of the Chair", "MAR"), ("Election of the Rapporteur", "PRY")):
        acclaimed(walk, title, state)
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    walk.press(Key.Key_N)
    editors = page.opening.fields.title.editors
    assert any(one.hasFocus() for one in editors)
    assert page.others.place.text() == "Election 2 of 2"
    walk.press(Key.Key_PageUp)
    assert page.opening.isHidden()
    assert shown(page) == "Election of the Chair"
    walk.press(Key.Key_PageDown)
    walk.press(Key.Key_N)
    walk.type("Election of a teller")
    walk.press(Key.Key_PageUp)
    assert page.opening.isVisible()
    assert page.opening.fields.title.value().original.startswith("Election of a teller"), "what was typed is kept"


def test_r27_the_count_of_an_earlier_election_is_put_right(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    tally(walk, page, "11111222")
    page.setFocus()
    walk.press(Key.Key_R)
    assert page.board is not None
    first = page.board.election.key
    walk.press(Key.Key_Escape)
    acclaimed(walk, "Election of the Rapporteur", "PRT")
    walk.press(Key.Key_F8, CONTROL)
    assert shown(page) == "Election of the Rapporteur"
    page.others.ways[BEFORE].click()
    walk.press(Key.Key_C)
    walk.type("One paper was read wrongly.")
    walk.press(Key.Key_Return, CONTROL)
    for row, number in zip(page.tally._rows, (4, 4), strict=False):
        row.number.load(number, over=True)
    walk.press(Key.Key_Return)
    (view,) = walk.desk.elections.board(first).ballots
    assert view.ballot.count is not None
    assert (view.ballot.count.votes, len(view.corrections)) == ((4, 4), 1)


def test_the_projector_keeps_the_election_of_the_room_while_another_is_looked_at(walk: Walk) -> None:
    acclaimed(walk, "Election of the Chair", "MAR")
    nominees = tuple(map(Nominee, ("MAR", "PRY")))
    walk.desk.elections.open(NewElection(walk.meeting.key, walk.item.key, said("Vice-Chair"), 1, nominees, Body.OTHER))
    walk.screen.refresh()
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F11)
    projector = walk.screen.projection.projector
    assert projector is not None
    walk.press(Key.Key_F8, CONTROL)
    seen = projector.texts()
    assert seen[0] == "Vice-Chair"
    page = walk.screen.elections
    for key, title in ((Key.Key_PageUp, "Election of the Chair"), (Key.Key_PageDown, "Vice-Chair")):
        walk.press(key)
        assert (shown(page), projector.texts()) == (title, seen)
    walk.press(Key.Key_PageUp)
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F8, CONTROL)
    assert (shown(page), projector.texts()) == ("Vice-Chair", seen), "Ctrl+F8 is the election that is going on"


def test_no_other_election_is_turned_to_while_papers_are_counted_or_a_card_is_filled_in(walk: Walk) -> None:
    acclaimed(walk, "Election of the Chair", "MAR")
    nominees = tuple(map(Nominee, ("MAR", "PRY")))
    walk.desk.elections.open(NewElection(walk.meeting.key, walk.item.key, said("Vice-Chair"), 1, nominees, Body.OTHER))
    walk.screen.refresh()
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    walk.press(Key.Key_Q)
    walk.type("The Chair asked for")
    walk.press(Key.Key_PageUp)
    assert shown(page) == "Vice-Chair"
    assert QApplication.focusWidget() is not page, "the card with what was typed keeps the keyboard"
    page.rulings.cards[-1].finished()
    for card in page.cards:
        card.finished()
    page.setFocus()
    walk.press(Key.Key_B)
    assert not page.others.isVisible()
    page.setFocus()
    walk.press(Key.Key_PageUp)
    assert shown(page) == "Vice-Chair"


def test_the_way_to_other_elections_is_said_in_the_language_of_the_window(walk: Walk) -> None:
    acclaimed(walk, "Election of the Chair", "MAR")
    acclaimed(walk, "Election of the Rapporteur", "PRY")
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    walk.language.switch(Language.FR)
    assert page.others.ways[BEFORE].text() == "Élection précédente (PgPréc)"
    walk.language.switch(Language.ES)
    assert page.others.place.text() == "Elección 2 de 2"
    walk.language.switch(Language.EN)


def test_r32_the_committee_is_appointed_from_its_own_election_alone(walk: Walk) -> None:
    acclaimed(walk, "Election of the Chair", "MAR")
    nominees = tuple(map(Nominee, ("MAR", "PRY", "PRT")))
    committee = walk.desk.elections.open(
        NewElection(walk.meeting.key, walk.item.key, said("Election of the Committee"), 3, nominees)
    )
    walk.desk.elections.acclaim(committee.key)
    walk.screen.refresh()
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    assert (shown(page), page.row.of["P"].isVisible()) == ("Election of the Committee", True)
    walk.press(Key.Key_PageUp)
    assert (shown(page), page.row.of["P"].isVisible()) == ("Election of the Chair", False)


def test_r27_what_is_reopened_after_a_replay_is_the_election_that_was_replayed_and_named_on_the_card(
    walk: Walk,
) -> None:
    chair = acclaimed(walk, "Election of the Chair", "MAR")
    rapporteur = acclaimed(walk, "Election of the Rapporteur", "PRY")
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    walk.press(Key.Key_V)
    walk.press(Key.Key_PageUp)
    walk.press(Key.Key_F7, CONTROL)
    assert shown(page) == "Election of the Chair"
    assert "Election of the Chair" in page.rulings.reopening._frame.title.text()
    walk.type("Another State was meant.")
    walk.press(Key.Key_Return, CONTROL)
    assert not walk.desk.elections.board(chair).standing.over
    assert walk.desk.elections.board(rapporteur).standing.over


def test_escape_leads_from_a_replay_to_the_result_of_what_was_replayed(walk: Walk) -> None:
    acclaimed(walk, "Election of the Chair", "MAR")
    acclaimed(walk, "Election of the Rapporteur", "PRY")
    walk.press(Key.Key_F9, CONTROL)
    page = walk.screen.elections
    assert (page.again.on, shown(page)) == (True, "Election of the Rapporteur")
    walk.press(Key.Key_PageUp)
    walk.press(Key.Key_Escape)
    assert (page.again.on, shown(page), page.chair.isVisible()) == (False, "Election of the Chair", True)


def test_a_search_for_an_election_leads_to_it(walk: Walk) -> None:
    chair = acclaimed(walk, "Election of the Chair", "MAR")
    acclaimed(walk, "Election of the Rapporteur", "PRY")
    walk.screen.go_to(f"{walk.meeting.key}:{walk.item.key}:{chair}")
    page = walk.screen.elections
    assert (page.isVisible(), shown(page), page.reviewing) == (True, "Election of the Chair", True)


def test_the_key_of_elections_prepares_the_next_one_while_one_that_is_over_is_shown(walk: Walk) -> None:
    """It was refused, go back to the item first, although N did it there."""
    acclaimed(walk, "Election of the Chair", "MAR")
    walk.press(Key.Key_F8, CONTROL)
    page = walk.screen.elections
    assert page.opening.isHidden()
    walk.press(Key.Key_F8, CONTROL)
    assert page.opening.isVisible()
    assert any(one.hasFocus() for one in page.opening.fields.title.editors)
    walk.press(Key.Key_Escape)
    assert page.isVisible()
    nominees = tuple(map(Nominee, ("MAR", "PRY")))
    walk.desk.elections.open(NewElection(walk.meeting.key, walk.item.key, said("Vice-Chair"), 1, nominees, Body.OTHER))
    walk.screen.refresh()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F8, CONTROL)
    assert shown(page) == "Vice-Chair"
    walk.press(Key.Key_F8, CONTROL)
    assert page.opening.isHidden(), "one that goes on comes first"
    assert walk.screen.alerts.notice is not None
    assert walk.screen.alerts.notice.what.said_in(walk.language.words).startswith("This election is not over yet")
