"""The record of decisions in the room, by keys: read out, put right, adopted; and follow-up actions from a decision."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.standard_items import STANDARD_ITEMS
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.places import Place
from tests.registers import said
from tests.ui.screens.conftest import Walk
from tests.ui.screens.offices import texts
from tests.ui.test_following import type_at_the_end

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(walk: Walk) -> None:
    """The sitting, with everybody there."""
    walk.press(Key.Key_F5, SHIFT)
    walk.press(Key.Key_F9)


def decided(walk: Walk, title: str = "Training") -> Decision:
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said(title), said(f"Decides on {title}."))
    walk.clock.forward()
    decision = walk.desk.proposals.adopt_by_consensus(put.key)
    walk.clock.forward()
    QApplication.processEvents()
    return decision


def read(walk: Walk) -> None:
    walk.press(Key.Key_F9, CONTROL | SHIFT)


def adopted(walk: Walk) -> bool:
    return walk.desk.decision_records.brief(walk.meeting.key).adoption is not None


def test_a_meeting_without_a_decision_says_that_there_is_no_record(walk: Walk) -> None:
    opened(walk)
    read(walk)
    assert "no record of decisions" in walk.told()
    assert walk.screen.room.isVisible()


def test_the_record_is_read_in_three_languages_and_adopted_by_one_key(walk: Walk) -> None:
    opened(walk)
    decided(walk)
    decided(walk, "Hub")
    walk.press(Key.Key_F11)
    read(walk)
    page, projector = walk.screen.record.page, walk.screen.ballots.projector
    assert page.isVisible()
    assert page.reading.texts[Language.FR].text() == "Decides on Training. (fr)"
    assert projector is not None
    assert "Decision 2026/1: Training" in projector.texts()
    walk.press(Key.Key_Down)
    assert page.reading.texts[Language.ES].text() == "Decides on Hub. (es)"
    assert "Decision 2026/2: Hub" in projector.texts()
    assert "May I take it" in page.chair.text
    assert "not adopted yet" in page.state.text()
    walk.press(Key.Key_Return, CONTROL)
    assert adopted(walk)
    assert walk.screen.room.isVisible()
    assert "was adopted at" in walk.told()
    read(walk)
    assert "record adopted on 24 November 2026 at" in page.state.text()
    assert not page.adopt.isEnabled()
    walk.press(Key.Key_Escape)
    assert walk.screen.room.isVisible()
    undo(walk.desk.store)
    assert not adopted(walk), "a slip is taken back while it is the last step"


def test_a_wording_is_put_right_while_it_is_read(walk: Walk) -> None:
    opened(walk)
    decision = decided(walk)
    read(walk)
    walk.press(Key.Key_F2)
    card = walk.screen.record.page.card
    assert card.isVisible()
    card.fields.text.load(decision.text.with_text(Language.EN, "Decides on training each year."), over=True)
    walk.press(Key.Key_Return, CONTROL)
    assert not card.isVisible()
    assert walk.screen.record.page.reading.texts[Language.EN].text() == "Decides on training each year."
    assert "to be conformed" in walk.screen.record.page.reading.heads[Language.FR].text()
    assert "put right" in walk.told()
    assert not adopted(walk), "Ctrl+Enter in the card records the card"


def test_tab_leads_through_the_card_as_through_that_of_a_proposal(walk: Walk) -> None:
    """It led through the titles of three languages first: English was written into the French text adopted."""
    opened(walk)
    french = Trilingual(fr="Décide de la formation.", source=Language.FR)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Training"), french)
    walk.desk.proposals.adopt_by_consensus(put.key)
    QApplication.processEvents()
    read(walk)
    walk.press(Key.Key_F2)
    card = walk.screen.record.page.card
    form = card.fields
    reached = [QApplication.focusWidget()]
    for _ in range(7):
        walk.press(Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    expected = [
        field._boxes[one] for one in (Language.FR, Language.EN, Language.ES) for field in (form.title, form.text)
    ]
    assert reached == [*expected, form.note.editors[0], card.verb]
    assert "title and text in one language" in form._rows["text"]._hint.text()


def test_translations_written_in_the_card_are_said_to_be_conformed(walk: Walk) -> None:
    opened(walk)
    decision = decided(walk)
    read(walk)
    walk.press(Key.Key_F2)
    card = walk.screen.record.page.card
    card.fields.text.load(decision.text.with_text(Language.FR, "Décide de la formation."), over=True)
    walk.press(Key.Key_Return, CONTROL)
    assert "translations conformed" in walk.told()
    assert "put right" not in walk.told()
    assert walk.screen.record.page.reading.heads[Language.FR].text() == "Français · reviewed"


def test_the_pages_of_the_record_are_a_key_away(walk: Walk, qtbot: QtBot) -> None:
    opened(walk)
    decided(walk)
    read(walk)
    with qtbot.waitSignal(walk.screen.asked) as asked:
        walk.press(Key.Key_E, CONTROL)
    assert asked.args == [Place("documents", f"decisions:{walk.meeting.key}:parallel")]


def test_the_last_item_offers_the_record_and_a_sitting_closed_without_it_is_said(walk: Walk) -> None:
    opened(walk)
    decided(walk)
    assert not walk.screen.record.line.isVisible()
    walk.press(Key.Key_PageDown, CONTROL)
    QTest.qWait(1)
    assert "This is the last item" in walk.told()
    assert walk.screen.record.line.text() == "Record of decisions: 1 to be adopted (Ctrl+Shift+F9)."
    walk.press(Key.Key_F9)
    QTest.qWait(1)
    assert "was not adopted" in walk.told()
    read(walk)
    walk.press(Key.Key_Return, CONTROL)
    assert "Record of decisions: adopted on 24 November 2026 at" in walk.screen.record.line.text()


def test_the_offer_to_read_the_record_leaves_as_it_is_read(walk: Walk) -> None:
    """It stayed over the record that was being read out."""
    opened(walk)
    decided(walk)
    walk.press(Key.Key_PageDown, CONTROL)
    QTest.qWait(1)
    assert "This is the last item" in walk.told()
    read(walk)
    assert walk.screen.record.busy
    assert walk.told() == ""


def test_a_follow_up_action_is_recorded_from_the_decision_by_one_key(walk: Walk) -> None:
    opened(walk)
    decision = decided(walk)
    walk.press(Key.Key_F4, CONTROL)
    walk.press(Key.Key_T, CONTROL | SHIFT)
    card = walk.screen.record.card
    assert card.isVisible()
    assert "Decision 2026/1" in card.name
    walk.type("Send the report")
    walk.press(Key.Key_Return, CONTROL)
    (action,) = walk.desk.actions.of(walk.meeting.key)
    assert (action.title.en, action.decision, action.item) == ("Send the report", decision.key, walk.item.key)
    assert not card.isVisible()


def test_a_follow_up_action_of_an_item_has_no_decision(walk: Walk) -> None:
    opened(walk)
    walk.press(Key.Key_T, CONTROL | SHIFT)
    card = walk.screen.record.card
    assert "Item 1" in card.name
    walk.type("Ask the host")
    walk.press(Key.Key_Return, CONTROL)
    (action,) = walk.desk.actions.of(walk.meeting.key)
    assert (action.decision, action.item) == (None, walk.item.key)
    walk.press(Key.Key_T, CONTROL | SHIFT)
    walk.press(Key.Key_Escape)
    assert not card.isVisible()


def agenda_adopted(walk: Walk) -> None:
    walk.desk.meetings.note_adoption(walk.meeting.key, walk.meeting.opens_on)
    QApplication.processEvents()


def test_items_under_which_nothing_is_recorded_are_named_before_the_record_is_adopted(walk: Walk) -> None:
    """Nine items of the adopted agenda were never taken up, and nothing named them before the meeting was closed."""
    opened(walk)
    decided(walk)
    read(walk)
    page = walk.screen.record.page
    assert "is recorded under" not in page.state.text(), "before an agenda is adopted, none of its items is missed"
    assert page.state.text().endswith("No adoption of the agenda is recorded.")
    walk.press(Key.Key_Escape)
    agenda_adopted(walk)
    read(walk)
    assert page.state.text().endswith("Nothing that the minutes tell is recorded under agenda items: 2.")
    walk.press(Key.Key_Return, CONTROL)
    assert adopted(walk), "they are named, and nothing is refused"
    read(walk)
    assert "is recorded under" not in page.state.text()


def test_closing_the_last_sitting_names_the_items_under_which_nothing_is_recorded(walk: Walk) -> None:
    agenda_adopted(walk)
    opened(walk)
    walk.desk.meetings.remove_unopened(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_F9)
    assert walk.told().startswith("The sitting was closed at ")
    assert walk.told().endswith("Nothing that the minutes tell is recorded under agenda items: 1, 2.")


def test_closing_the_last_sitting_names_the_second_election_that_an_item_asks_for(walk: Walk) -> None:
    """One item names the elections of the Chair and the Rapporteur; the second was never held, and nobody was told."""
    walk.desk.agendas.save(replace(walk.item, title=STANDARD_ITEMS[0].title))
    agenda_adopted(walk)
    opened(walk)
    walk.desk.meetings.record_officer(Officer("", walk.meeting.key, Office.CHAIR, "GHA", item=walk.item.key))
    walk.desk.meetings.remove_unopened(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_F9)
    assert walk.told().endswith(
        "“Election of the Rapporteur” is not recorded under agenda item 1, whose title names it."
    )


def test_closing_the_last_sitting_says_that_no_adoption_of_the_agenda_is_recorded(walk: Walk) -> None:
    """Items of an adopted agenda were named; that none was adopted at all, nothing said."""
    opened(walk)
    walk.desk.meetings.remove_unopened(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_F9)
    assert walk.told().endswith("No adoption of the agenda is recorded.")


def test_closing_the_last_sitting_at_any_item_says_that_the_record_of_decisions_was_not_adopted(walk: Walk) -> None:
    """It was said at the last item alone: a meeting that rose at an earlier one was told of elections, not of it."""
    agenda_adopted(walk)
    opened(walk)
    decided(walk)
    walk.desk.meetings.remove_unopened(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_F9)
    said_by_key = walk.told()
    assert "The record of decisions was not adopted: 2026/1. Nothing that the minutes tell is" in said_by_key
    QTest.qWait(1)
    assert walk.told() == said_by_key
    walk.press(Key.Key_F9)
    read(walk)
    walk.press(Key.Key_Return, CONTROL)
    assert adopted(walk)
    walk.press(Key.Key_F9)
    assert "was not adopted" not in walk.told()


def test_at_the_last_item_it_is_said_once_that_the_record_of_decisions_was_not_adopted(walk: Walk) -> None:
    opened(walk)
    decided(walk)
    walk.press(Key.Key_PageDown, CONTROL)
    walk.desk.meetings.remove_unopened(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_F9)
    QTest.qWait(1)
    assert walk.told().count("was not adopted") == 1


def test_f9_after_the_record_was_adopted_asks_whether_it_was_the_last_sitting_where_others_are_planned(
    walk: Walk,
) -> None:
    """The minutes told of the closure, and the list of participants that the meeting had not ended."""
    opened(walk)
    walk.desk.meetings.add_sitting(walk.meeting.key)
    decided(walk)
    walk.press(Key.Key_F9)
    assert "were not opened" not in walk.told(), "in the middle of a meeting nothing is asked"
    undo(walk.desk.store)
    QApplication.processEvents()
    read(walk)
    walk.press(Key.Key_Return, CONTROL)
    left = [one for one in walk.desk.meetings.plan(walk.meeting.key).sittings if one.opened_at is None]
    assert left
    walk.press(Key.Key_F9)
    assert f"Sittings that were not opened: {len(left)}." in walk.told()
    notice = walk.alerts.notice
    assert notice is not None
    assert not notice.asks
    (offer,) = notice.offers
    offer.act()
    QApplication.processEvents()
    assert walk.told().startswith(f"The sittings that were not opened are removed: {len(left)}.")
    assert "its last sitting was on 24 November 2026: if it ended then, change its last day" in walk.told()
    assert all(one.closed_at for one in walk.desk.meetings.plan(walk.meeting.key).sittings)
    undo(walk.desk.store)
    assert len(walk.desk.meetings.plan(walk.meeting.key).sittings) > len(left)


def test_a_record_that_is_read_at_another_item_than_the_closure_names_that_item_and_the_key_to_it(walk: Walk) -> None:
    """It was adopted under item 8 without a word, and the programme told the closure as well."""
    opened(walk)
    decided(walk)
    second = next(one.item for one in walk.desk.agendas.items(walk.meeting.key) if one.item.key == "second")
    walk.desk.agendas.save(replace(second, purpose=Purpose.CLOSURE))
    QApplication.processEvents()
    read(walk)
    page = walk.screen.record.page
    assert "Agenda item 2 (“Other matters”) is for the record of decisions, and the minutes" in page.elsewhere.text()
    assert "(Ctrl+PgDn)" in page.elsewhere.text()
    assert not page.elsewhere.isHidden()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_PageDown, CONTROL)
    read(walk)
    assert page.elsewhere.isHidden()
    walk.press(Key.Key_Return, CONTROL)
    assert adopted(walk)
    walk.press(Key.Key_PageUp, CONTROL)
    read(walk)
    assert page.elsewhere.isHidden(), "it is adopted already"


def test_an_item_that_is_named_after_the_record_is_its_own_also_beside_a_closure(walk: Walk) -> None:
    """At it the card led to the closure, while the minutes tell the adoption under the item that is named after it."""
    opened(walk)
    decided(walk)
    second = next(one.item for one in walk.desk.agendas.items(walk.meeting.key) if one.item.key == "second")
    walk.desk.agendas.save(replace(second, title=said("Adoption of the record of decisions")))
    last = AgendaItem("last", walk.meeting.key, 2, said("Closure of the meeting"), purpose=Purpose.CLOSURE)
    walk.desk.agendas.add(last)
    QApplication.processEvents()
    read(walk)
    page = walk.screen.record.page
    assert "Agenda item 2 (“Adoption of the record of decisions”) is for the record" in page.elsewhere.text()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_PageDown, CONTROL)
    read(walk)
    assert page.elsewhere.isHidden()
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_PageDown, CONTROL)
    read(walk)
    assert "Agenda item 2 " in page.elsewhere.text(), "the closure is not for it then"


def test_a_wording_that_was_put_right_elsewhere_is_told_before_another_takes_its_place(walk: Walk) -> None:
    """The card of the record that is read overwrote unseen what the register of decisions had by then."""
    opened(walk)
    decision = decided(walk)
    read(walk)
    walk.press(Key.Key_F2)
    form = walk.screen.record.page.card.fields
    form.text.editors[0].setFocus()
    type_at_the_end(form.text.editors[0])
    typed = form.text.value().en
    title = decision.title.with_text(Language.ES, "Formación")
    walk.desk.decision_records.put_right(decision.key, title, decision.text.with_text(Language.EN, "Takes note."), "")
    QTest.qWait(20)
    assert "the register now has English “Takes note.”" in texts(form)
    assert form.title.value().es == "Formación", "what nobody changed here is as the register has it"
    walk.press(Key.Key_Return, CONTROL)
    QTest.qWait(20)
    (now,) = walk.desk.decision_records.file(walk.meeting.key).facts.decisions
    assert now.text.en == "Takes note.", "it is read before it is recorded"
    walk.press(Key.Key_Return, CONTROL)
    QTest.qWait(20)
    (now,) = walk.desk.decision_records.file(walk.meeting.key).facts.decisions
    assert (now.text.en, now.title.es) == (typed, "Formación")
