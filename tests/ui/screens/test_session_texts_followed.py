"""The cards of the texts while their text changes elsewhere: nothing typed is lost, or overwritten unseen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.trilingual import TrilingualField
from tests.ui.screens.conftest import Walk
from tests.ui.screens.offices import texts as said_on
from tests.ui.screens.offices import type_into
from tests.ui.screens.test_session_texts import CTRL, TEXT, file, select, table
from tests.ui.test_following import type_at_the_end

Key = Qt.Key
EACH = TEXT.replace("every", "each")


def revise(walk: Walk, text: str) -> None:
    """Another window gives the proposal another text."""
    proposal = file(walk).proposal
    walk.desk.proposals.revise(replace(proposal, text=proposal.text.with_text(Language.EN, text)))
    QTest.qWait(20)


def begin_amendment(walk: Walk, words: str, act: AmendmentAct = AmendmentAct.REPLACES) -> None:
    """The card of an amendment to “every year”, with its words typed."""
    walk.press(Key.Key_F11, CTRL)
    form = walk.screen.room.texts.cards.amendment
    select(walk, TEXT.index("every"), len("every year"))
    form.act.load(act, over=True)
    form.act.edited.emit()
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_Tab)
    walk.type(words)


def record(walk: Walk) -> None:
    walk.press(Key.Key_Return, CTRL)
    QTest.qWait(20)


@pytest.mark.parametrize("act", [AmendmentAct.REPLACES, AmendmentAct.ADDS])
def test_r22_a_passage_that_went_while_the_amendment_was_typed_is_chosen_again_in_the_text_of_now(
    walk: Walk, act: AmendmentAct
) -> None:
    """The card refused it and went on showing the old text, in which no other passage could be chosen."""
    table(walk)
    begin_amendment(walk, "every two years", act)
    cards = walk.screen.room.texts.cards
    revise(walk, EACH)
    assert "“every year” does not stand in it once and once only: choose it again" in said_on(cards.amend)
    record(walk)
    assert file(walk).amendments == (), "nothing is added at the end unseen"
    assert cards.amendment.words_proposed.value() == "every two years"
    cards.amendment.passage.setFocus()
    walk.press(Key.Key_Home, CTRL)
    select(walk, EACH.index("each"), len("each year"))
    assert "once and once only" not in said_on(cards.amend)
    record(walk)
    (one,) = file(walk).amendments
    assert (one.amendment.passage, one.amendment.words) == ("each year", "every two years")


def test_r22_a_passage_that_still_stands_stays_chosen_in_the_text_of_now(walk: Walk) -> None:
    table(walk)
    begin_amendment(walk, "every two years")
    form = walk.screen.room.texts.cards.amendment
    revise(walk, "Recalling 2025,\n" + TEXT)
    assert form.passage.value() == "every year"
    assert "once and once only" not in said_on(walk.screen.room.texts.cards.amend)
    record(walk)
    assert [one.amendment.passage for one in file(walk).amendments] == ["every year"]


def test_r22_a_passage_of_several_lines_stays_chosen(walk: Walk) -> None:
    table(walk)
    walk.press(Key.Key_F11, CTRL)
    form = walk.screen.room.texts.cards.amendment
    select(walk, TEXT.index("year"), len("year;\n2. Requests"))
    chosen = form.passage.value()
    assert "\n" in chosen
    revise(walk, "Recalling 2025 \U0001f310,\n" + TEXT)
    assert form.passage.value() == chosen


def test_r22_the_chairs_order_that_was_set_elsewhere_is_told_before_another_takes_its_place(walk: Walk) -> None:
    """It was overwritten unseen, by whoever had opened the card before, and so was the place of what came since."""
    table(walk)
    proposal = file(walk).proposal.key
    first, _ = (
        walk.desk.amendments.move(proposal, Wording(AmendmentAct.REPLACES, *words))
        for words in (("every year", "every two years"), ("a report", "two reports"))
    )
    QTest.qWait(20)
    walk.screen.room.texts.go_to(proposal)
    walk.screen.keys[RoomKey.ORDER].trigger()
    QApplication.processEvents()
    cards = walk.screen.room.texts.cards
    type_into(cards.order.order.editors[0], "2 1")
    third = walk.desk.amendments.move(proposal, Wording(AmendmentAct.ADDS, "", "3. Thanks."))
    QTest.qWait(20)
    assert "L.1/Amend.3" in said_on(cards.rank), "what was submitted since is among those that are ordered"
    walk.desk.amendments.order(proposal, [third.key, first.key])
    QTest.qWait(20)
    assert "the register now has “3 1”; recording puts “2 1” in its place" in said_on(cards.rank)
    type_into(cards.order.order.editors[0], "2 3 1")
    cards.rank.verb.click()
    assert [one.amendment.rank for one in file(walk).amendments] == [2, None, 1], "it is read before it is recorded"
    cards.rank.verb.click()
    assert [one.amendment.rank for one in file(walk).amendments] == [3, 1, 2]


def test_r21_parts_that_went_are_marked_again_in_the_text_of_now(walk: Walk) -> None:
    table(walk)
    walk.screen.keys[RoomKey.DIVIDE].trigger()
    QApplication.processEvents()
    cards = walk.screen.room.texts.cards
    parts = cards.division.parts
    QTest.keyClick(parts.editors[0], Key.Key_Space)
    QTest.keyClick(parts.editors[0], Key.Key_Down)
    QTest.keyClick(parts.editors[0], Key.Key_Space)
    assert len(parts.value()) == 2
    revise(walk, EACH)
    assert parts.value() == ("2. Requests a report.",)
    assert "Mark the parts in the text as it is now" in said_on(cards.divide)
    cards.divide.verb.click()
    assert file(walk).motions == (), "what was marked by hand does not become less unseen"
    parts.setFocus()
    QTest.keyClick(parts.editors[0], Key.Key_Home, CTRL)
    QTest.keyClick(parts.editors[0], Key.Key_Space)
    cards.divide.verb.click()
    (motion,) = file(walk).motions
    assert {one.part.passage for one in motion.parts} == set(EACH.split("\n"))


# -- what is typed in place ------------------------------------------------------------------------------------------


def type_in_text(walk: Walk) -> TrilingualField:
    """Somebody types in the English text of the draft decision."""
    table(walk)
    field = walk.screen.room.texts.form.text
    field.editors[0].setFocus()
    QApplication.processEvents()
    type_at_the_end(field.editors[0])
    return field


def copied(walk: Walk) -> str:
    """What is in the clipboard after what the banner offers was done."""
    assert walk.alerts.notice is not None
    (offer,) = walk.alerts.notice.offers
    assert walk.language.words.gettext(offer.label) == "Copy what was typed"
    QApplication.clipboard().clear()
    offer.act()
    return QApplication.clipboard().text()


def test_what_was_typed_in_a_proposal_that_was_taken_back_can_be_copied(walk: Walk) -> None:
    """That what stood there before was kept was not true, and what was typed was out of reach."""
    type_in_text(walk)
    undo(walk.desk.store)
    QTest.qWait(20)
    assert walk.told() == "Not saved, because it was refused: Text. This proposal was taken back: table it again."
    assert copied(walk) == TEXT + " x"


def test_what_was_typed_in_a_note_that_was_taken_back_can_be_copied(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.screen.keys[RoomKey.FLOOR].trigger()
    QApplication.processEvents()
    walk.type("ghana")
    walk.press(Key.Key_Return)
    walk.screen.activateWindow()
    QApplication.processEvents()
    note = walk.screen.room.floor.form.note
    QTest.keyClicks(note.editors[0], "supports the draft")
    undo(walk.desk.store)
    QTest.qWait(20)
    assert "Not saved, because it was refused: Note. " in walk.told()
    assert "kept" not in walk.told()
    assert copied(walk) == "supports the draft"


def test_a_text_that_was_adopted_while_it_was_typed_in_says_so_at_once(walk: Walk) -> None:
    """The box could no longer be written in, and showed as adopted what was not, until it was left."""
    field = type_in_text(walk)
    walk.desk.proposals.adopt_by_consensus(file(walk).proposal.key)
    QTest.qWait(20)
    assert "Not saved: The original of a settled text no longer changes" in said_on(walk.screen.room.texts.form)
    assert field.value().en == TEXT + " x", "it can be read and copied"
    assert file(walk).proposal.text.en == TEXT


def test_a_name_that_is_half_typed_is_told_as_it_is_typed(walk: Walk) -> None:
    """It was told that nothing was typed."""
    table(walk)
    form = walk.screen.room.texts.form
    form.sponsor.editors[0].setFocus()
    walk.type("gha")
    walk.desk.proposals.revise(replace(file(walk).proposal, sponsor="PRY"))
    QTest.qWait(20)
    assert "the register now has “Paraguay”; what you typed, “gha”, is not saved yet." in said_on(form)
    walk.press(Key.Key_Return)
    QTest.qWait(20)
    assert file(walk).proposal.sponsor == "GHA"
