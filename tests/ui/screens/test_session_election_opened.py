"""An election is opened: its title names what is elected in every language, and who stands is who stands for it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import Purpose
from nmirf_desktop.domain.candidatures import Call, Candidature
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.officers import ELECTIONS, Office
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import Nominee
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.screens.session_election_cards import OpeningCard
from tests import registers
from tests.domain.second_meeting import STATES
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def card_of(walk: Walk) -> OpeningCard:
    """The card, opened by its keys."""
    walk.press(Key.Key_F8, CONTROL)
    return walk.screen.elections.opening


def retitle(walk: Walk, card: OpeningCard, place: int, title: str) -> None:
    """Type another title in the place of the one that stands there."""
    card.fields.title.editors[place].setFocus()
    QApplication.processEvents()
    walk.press(Key.Key_A, CONTROL)
    walk.type(title)


def choose(card: OpeningCard, body: Body) -> None:
    """Choose what the seats are in, as a hand does."""
    card.fields.body.load(body, over=True)
    card.fields.body.changed.emit()


def test_a_title_of_ones_own_leaves_no_ready_made_one_in_another_language(walk: Walk) -> None:
    card = card_of(walk)
    ready = card.fields.title.value()
    assert all(ready[language] for language in Language)
    retitle(walk, card, 0, "Election of the Chair of the meeting")
    title = card.fields.title.value()
    assert title.en == "Election of the Chair of the meeting"
    assert (title.state(Language.FR), title.state(Language.ES)) == (TextState.MISSING, TextState.MISSING)
    retitle(walk, card, 2, "Presidencia del encuentro")
    title = card.fields.title.value()
    assert title.en == "Election of the Chair of the meeting"
    assert (title.source, title.es) == (Language.EN, "Presidencia del encuentro")


def test_letters_typed_into_a_ready_title_by_mistake_and_taken_away_leave_it_whole(walk: Walk) -> None:
    """Backspace emptied the English title as well at the moment at which it was again what it had been."""
    at_the_opening(walk)
    card = card_of(walk)
    title, chair = card.fields.title, ELECTIONS[Office.CHAIR]
    assert title.value() == chair
    for place in range(3):
        title.editors[place].setFocus()
        walk.press(Key.Key_Home, CONTROL)
        walk.type("Ke")
        assert sum(1 for language in Language if title.value()[language]) == 1, "the others name what is not elected"
        walk.press(Key.Key_Backspace)
        walk.press(Key.Key_Backspace)
        assert title.value() == chair


def test_a_capital_or_a_full_stop_makes_no_title_of_ones_own(walk: Walk) -> None:
    at_the_opening(walk)
    card = card_of(walk)
    retitle(walk, card, 0, "election of the chair.")
    title, chair = card.fields.title.value(), ELECTIONS[Office.CHAIR]
    assert (title.en, title.fr, title.es) == ("election of the chair.", chair.fr, chair.es)


def test_the_ready_title_typed_again_beside_ones_own_in_another_language_stays(walk: Walk) -> None:
    """It went with its last letter."""
    at_the_opening(walk)
    card = card_of(walk)
    retitle(walk, card, 1, "Le choix du chef")
    retitle(walk, card, 0, "Election of the Chair")
    title = card.fields.title.value()
    assert (title.en, title.fr, title.es) == ("Election of the Chair", "Le choix du chef", "")


def test_another_office_has_no_title_of_the_committee_but_keeps_what_was_typed(walk: Walk) -> None:
    card = card_of(walk)
    ready = card.fields.title.value()
    choose(card, Body.OTHER)
    assert not card.fields.title.value()
    choose(card, Body.COMMITTEE)
    assert card.fields.title.value() == ready
    retitle(walk, card, 0, "Election of the Chair of the meeting")
    choose(card, Body.OTHER)
    assert card.fields.title.value().en == "Election of the Chair of the meeting"


def test_the_candidates_for_the_committee_stand_for_no_other_office(walk: Walk) -> None:
    call = Call(new_key(), registers.OPENS, registers.OPENS, seats=2, meeting=walk.meeting.key)
    walk.desk.candidatures.save_call(call)
    for state in ("MAR", "PRT"):
        walk.desk.candidatures.receive(Candidature(new_key(), call.key, state, registers.OPENS))
    card = card_of(walk)
    states = dict(walk.desk.states.on(registers.OPENS))
    assert card.fields.called.isVisible()
    assert [one.state for one in card.value(walk.meeting.key, states).nominees] == ["MAR", "PRT"]
    choose(card, Body.OTHER)
    assert not card.fields.called.isVisible()
    other = card.value(walk.meeting.key, states)
    assert (other.nominees, other.call) == ((), None)
    choose(card, Body.COMMITTEE)
    assert card.fields.called.isVisible()


def test_the_papers_of_the_first_ballot_are_a_link_away_before_the_election_is_opened(walk: Walk, qtbot: QtBot) -> None:
    card = card_of(walk)
    assert not card.kit.isVisible(), "nobody stands yet"
    walk.press(Key.Key_Escape)
    call = Call(new_key(), registers.OPENS, registers.OPENS, seats=2, meeting=walk.meeting.key)
    walk.desk.candidatures.save_call(call)
    walk.desk.candidatures.receive(Candidature(new_key(), call.key, "MAR", registers.OPENS))
    card = card_of(walk)
    assert card.kit.isVisible()
    assert [place.key for place in card.kit.places] == [
        f"{kind}:{walk.meeting.key}" for kind in (DocumentKind.BALLOTS, DocumentKind.TALLY)
    ]
    with qtbot.waitSignal(walk.screen.asked) as went:
        card.kit.linkActivated.emit(f"documents#{card.kit.places[0].key}")
    assert went.args == [card.kit.places[0]]
    walk.language.switch(Language.FR)
    QApplication.processEvents()
    assert "Bulletins de vote" in card.kit.text()
    walk.language.switch(Language.EN)
    choose(card, Body.OTHER)
    assert not card.kit.isVisible()


def test_another_office_has_not_the_seats_of_the_call_but_keeps_what_was_typed(walk: Walk) -> None:
    walk.desk.candidatures.save_call(
        Call(new_key(), registers.OPENS, registers.OPENS, seats=5, meeting=walk.meeting.key)
    )
    card = card_of(walk)
    seats = card.fields.seats
    assert seats.value() == 5
    choose(card, Body.OTHER)
    assert seats.value() == 1
    choose(card, Body.COMMITTEE)
    assert seats.value() == 5
    seats.load(3, over=True)
    choose(card, Body.OTHER)
    assert seats.value() == 3


def at_the_opening(walk: Walk) -> None:
    """The item of the room is the opening of the meeting, which elects its officers."""
    walk.desk.agendas.save(replace(walk.item, purpose=Purpose.OPENING))
    QApplication.processEvents()


def test_at_the_opening_the_form_is_for_the_chair_and_then_for_the_rapporteur(walk: Walk) -> None:
    """It was filled for the Executive Committee, with five seats, and Ctrl+Enter opened that election."""
    at_the_opening(walk)
    card = card_of(walk)
    title = card.fields.title.value()
    assert (title.en, title.fr, title.es) == (
        "Election of the Chair", "Élection à la présidence", "Elección de la Presidencia",
    )  # fmt: skip
    assert (card.fields.body.value(), card.fields.seats.value()) == (Body.OTHER, 1)
    walk.press(Key.Key_Return, CONTROL)
    page = walk.screen.elections
    assert page.board is not None
    walk.desk.elections.nominate(page.board.election.key, Nominee("KEN", "Ana Silva"))
    page.show_facts(page._facts)  # type: ignore[arg-type]
    page.setFocus()
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_N)
    assert page.opening.isVisible()
    assert page.opening.fields.title.value().fr == "Élection aux fonctions de rapporteur"
    choose(page.opening, Body.COMMITTEE)
    assert "Executive Committee" in page.opening.fields.title.value().en
    walk.press(Key.Key_Escape)
    with walk.desk.store.read() as session:
        facts = read_meeting(session, walk.meeting.key, walk.desk.states)
    (said_of,) = [one.text for one in draft(facts) if one.slot.startswith("officers")]
    assert "Ana Silva (Kenya) as Chair" in said_of.en
    assert "elige a Ana Silva (Kenya) para la Presidencia" in said_of.es


def test_another_item_does_not_show_the_finished_election_of_the_chair(walk: Walk) -> None:
    at_the_opening(walk)
    card_of(walk)
    walk.press(Key.Key_Return, CONTROL)
    page = walk.screen.elections
    assert page.board is not None
    walk.desk.elections.nominate(page.board.election.key, Nominee("KEN"))
    page.show_facts(page._facts)  # type: ignore[arg-type]
    page.setFocus()
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    page.leave()
    walk.screen._go_item("second")
    walk.press(Key.Key_F8, CONTROL)
    assert page.opening.isVisible()
    assert page.title.isHidden(), "nothing of the other election is shown"
    assert page.opening.fields.body.value() is Body.COMMITTEE


def test_r35_monsieur_is_typed_in_a_french_window_and_is_an_initial_in_another(walk: Walk) -> None:
    """María, typed as "M. Silva", became a man in minutes and on papers."""
    card = walk.screen.elections.candidate
    card.fields.state.set_states((STATES["BRA"],), ())
    card.fields.state.load("BRA", over=True)
    card.fields.name.load("M. Silva", over=True)
    assert card.value() == Nominee("BRA", "M. Silva")
    walk.language.switch(Language.FR)
    assert card.value() == Nominee("BRA", "Monsieur Silva")
    walk.language.switch(Language.EN)


def test_tab_goes_through_the_title_in_each_language_as_in_a_text(walk: Walk) -> None:
    """It went from the English title past the French and Spanish ones, which came after everything else."""
    card = card_of(walk)
    card.fields.title.editors[0].setFocus()
    for box in card.fields.title.editors[1:]:
        walk.press(Key.Key_Tab)
        assert box.hasFocus()
    walk.press(Key.Key_Tab)
    assert card.fields.body.editors[0].hasFocus()


def test_a_committee_that_is_filled_is_not_offered_once_more(walk: Walk) -> None:
    """After five of five seats N offered “Election of the Executive Committee”, five seats."""
    call = Call(new_key(), registers.OPENS, registers.OPENS, seats=2, meeting=walk.meeting.key)
    walk.desk.candidatures.save_call(call)
    for state in ("MAR", "PRT"):
        walk.desk.candidatures.receive(Candidature(new_key(), call.key, state, registers.OPENS))
    card = card_of(walk)
    walk.press(Key.Key_Return, CONTROL)
    page = walk.screen.elections
    assert page.board is not None
    walk.desk.elections.acclaim(page.board.election.key)
    QApplication.processEvents()
    page.setFocus()
    walk.press(Key.Key_N)
    assert card.isVisible()
    assert (card.fields.body.value(), card.fields.seats.value()) == (Body.OTHER, 1)
    assert not card.fields.title.value()
    hints = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any(one.startswith("All seats of the Executive Committee are filled") for one in hints)
    choose(card, Body.COMMITTEE)
    assert card.fields.title.value(), "who wants it all the same chooses it"


def at_second(walk: Walk, purpose: Purpose) -> None:
    """The second item of the agenda has that purpose; the room is at the first."""
    second = next(one.item for one in walk.desk.agendas.items(walk.meeting.key) if one.item.key == "second")
    walk.desk.agendas.save(replace(second, purpose=purpose))
    QApplication.processEvents()


def test_an_election_opened_at_another_item_than_its_own_names_that_item_and_the_key_to_it(walk: Walk) -> None:
    """The Committee was elected under item 8, beside an item 9 for it, and the programme listed that as not held."""
    card = card_of(walk)
    assert card.elsewhere.isHidden(), "the agenda has no item for it"
    walk.press(Key.Key_Escape)
    at_second(walk, Purpose.COMMITTEE)
    card = card_of(walk)
    assert not card.elsewhere.isHidden()
    assert "Agenda item 2 (“Other matters”) is for this election." in card.elsewhere.text()
    assert "(Ctrl+PgDn)" in card.elsewhere.text()
    choose(card, Body.OTHER)
    assert card.elsewhere.isHidden(), "of an office that the agenda does not name, no item is known"
    choose(card, Body.COMMITTEE)
    assert not card.elsewhere.isHidden()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_PageDown, CONTROL)
    card = card_of(walk)
    assert not card.isHidden()
    assert card.elsewhere.isHidden(), "this is its item"


def test_a_chair_is_elected_at_the_opening_and_elsewhere_the_card_says_so(walk: Walk) -> None:
    at_second(walk, Purpose.OPENING)
    card = card_of(walk)
    choose(card, Body.OTHER)
    card.fields.title.load(ELECTIONS[Office.CHAIR], over=True)
    card.fields.title.changed.emit()
    assert "Agenda item 2" in card.elsewhere.text()
    assert not card.elsewhere.isHidden()


def test_an_election_is_opened_at_the_item_for_which_its_card_was(walk: Walk) -> None:
    """The room went on to the next item before it was recorded, with another election shown."""
    walk.desk.elections.open(card_of(walk).value(walk.meeting.key, dict(STATES)))
    page = walk.screen.elections
    page.opening.finished()
    QApplication.processEvents()
    walk.press(Key.Key_F8, CONTROL)
    assert page.board is not None
    page._begin()
    choose(page.opening, Body.OTHER)
    page.opening.fields.title.load(ELECTIONS[Office.RAPPORTEUR], over=True)
    assert page._facts is not None
    page.begin(page._facts, "second", reviewing=False)
    assert page.opening.isVisible()
    page.opening.done.emit()
    held = walk.desk.elections.all(walk.meeting.key)
    (new,) = (one.election for one in held if one.election.title == ELECTIONS[Office.RAPPORTEUR])
    assert new.item == walk.item.key
