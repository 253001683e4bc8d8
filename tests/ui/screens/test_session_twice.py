"""A key that settles a text and is pressed twice: what is chosen by it is another matter, and is not settled by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.amendments import AmendmentAct, Standing
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.ui.screens import session_asking
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_texts import TEXT, file, table

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ASKED = (
    "Nothing more was recorded: the same key has just settled another text, and L.1 is chosen since. If the Chair has "
    "come to it, go on: press the same key again, or Enter (Esc leads back)."
)


def amended(walk: Walk) -> None:
    """A draft decision with an amendment, which is chosen."""
    table(walk)
    one = walk.desk.amendments.move(
        file(walk).proposal.key, Wording(AmendmentAct.REPLACES, "every year", "every spring")
    )
    QApplication.processEvents()
    walk.screen.room.texts.go_to(one.key)


def test_so_decided_twice_adopts_the_amendment_alone(walk: Walk) -> None:
    amended(walk)
    walk.press(Key.Key_F7)
    walk.press(Key.Key_F7)
    found = file(walk)
    assert (found.amendments[0].standing, found.decision) == (Standing.ADOPTED, None)
    assert found.proposal.text.original == TEXT.replace("every year", "every spring")
    assert walk.told() == ASKED


def test_the_same_key_once_more_adopts_the_whole_once_it_was_asked(walk: Walk) -> None:
    amended(walk)
    for _ in range(3):
        walk.press(Key.Key_F7)
    assert file(walk).decision is not None
    assert "Draft decision L.1, as amended, was adopted by consensus as decision 2026/1." in walk.told()


def test_a_text_that_was_chosen_by_hand_is_what_the_key_is_meant_for(walk: Walk) -> None:
    amended(walk)
    walk.press(Key.Key_F7)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Up)
    walk.press(Key.Key_F7)
    assert file(walk).decision is not None


def test_once_the_confirmation_has_gone_the_key_is_pressed_for_the_next_text(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    amended(walk)
    walk.press(Key.Key_F7)
    monkeypatch.setattr(session_asking, "LASTING", 0)
    QTest.qWait(5)
    walk.press(Key.Key_F7)
    assert file(walk).decision is not None


def test_accepted_twice_accepts_the_amendment_to_an_amendment_alone(walk: Walk) -> None:
    amended(walk)
    top = file(walk).amendments[0].amendment
    below = walk.desk.amendments.move(
        file(walk).proposal.key, Wording(AmendmentAct.REPLACES, "spring", "autumn"), amends=top.key
    )
    QApplication.processEvents()
    walk.screen.room.texts.go_to(below.key)
    walk.press(Key.Key_F11, SHIFT)
    walk.press(Key.Key_F11, SHIFT)
    assert [one.standing for one in file(walk).amendments] == [Standing.OPEN, Standing.ACCEPTED]
    assert "L.1/Amend.1 is chosen since" in walk.told()


def test_brackets_are_asked_for_after_it(walk: Walk) -> None:
    amended(walk)
    put = file(walk).proposal
    walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "a report", "[a report]"))
    second = file(walk).amendments[1].amendment
    walk.desk.amendments.adopt_by_consensus(second.key)
    QApplication.processEvents()
    walk.press(Key.Key_F7)
    walk.press(Key.Key_F7)
    assert walk.told() == ASKED
    walk.press(Key.Key_F7)
    assert "has words in brackets" in walk.told()
    walk.press(Key.Key_F7)
    assert file(walk).decision is not None
