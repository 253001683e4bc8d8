"""A key pressed twice at once: it does not settle the text that it chose, nor take the floor that it gave."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.amendments import AmendmentAct, Standing
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.screens import session_asking
from tests.registers import said
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_floor import line, list_speakers, waiting
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


GIVEN = (
    "Nothing more was recorded: Paraguay was given the floor just now. If this intervention is over already, "
    "press the same key again."
)


def heard(walk: Walk) -> list[tuple[str | None, bool]]:
    """Who spoke, in turn, and whether that is over."""
    return [(one.state, one.ended_at is not None) for one in walk.desk.sittings.interventions(walk.meeting.key)]


def test_next_speaker_twice_gives_the_floor_and_does_not_end_it(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag")
    walk.press(Key.Key_F12)
    walk.press(Key.Key_F12)
    assert heard(walk) == [("PRY", False)]
    assert walk.told() == GIVEN
    assert line(walk)[0] == "Paraguay ▸"
    walk.press(Key.Key_F12)
    assert heard(walk) == [("PRY", True)]
    assert walk.told().startswith("There is no further speaker on the list")


def test_next_speaker_twice_passes_over_nobody_who_waits(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag", "ghana")
    walk.press(Key.Key_F12)
    walk.press(Key.Key_F12)
    assert (heard(walk), waiting(walk), walk.told()) == ([("PRY", False)], ["GHA"], GIVEN)
    notice = walk.alerts.notice
    assert notice is not None
    (offer,) = notice.offers
    offer.act()
    QApplication.processEvents()
    assert (heard(walk), waiting(walk), walk.told()) == ([("PRY", True), ("GHA", False)], [], "")


def test_what_is_typed_after_the_key_was_pressed_twice_is_the_note(walk: Walk) -> None:
    """The banner has no keyboard then: a space would press its button, and end the floor."""
    banner = Banner(walk.alerts, walk.language)
    banner.setParent(walk.screen)  # so that it is no window, which would have the keyboard
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag")
    walk.press(Key.Key_F12)
    walk.press(Key.Key_F12)
    assert (banner.accessibleName(), banner.isVisible()) == (GIVEN, True)
    walk.type("thanks the Chair")
    walk.screen.room.floor.form.flush()
    assert heard(walk) == [("PRY", False)]
    (said_now,) = walk.desk.sittings.interventions(walk.meeting.key)
    assert said_now.note == "thanks the Chair"
    assert not walk.told(), "who has the floor is speaking"
    banner.deleteLater()


def test_a_statement_of_one_word_is_over_when_the_key_says_so(walk: Walk) -> None:
    """The key was refused, and the banner left when the note saved itself: the next words stood in the note before."""
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag", "ghana")
    walk.press(Key.Key_F12)
    walk.type("Agrees.")
    walk.press(Key.Key_F12)
    assert (heard(walk), walk.told()) == ([("PRY", True), ("GHA", False)], "")
    walk.type("Supports.")
    walk.screen.room.floor.form.flush()
    spoken = walk.desk.sittings.interventions(walk.meeting.key)
    assert [one.note for one in spoken] == ["Agrees.", "Supports."]


def test_next_speaker_is_the_key_once_the_floor_was_given_a_while_ago_or_by_another_key(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag", "ghana")
    walk.press(Key.Key_F12)
    walk.clock.forward(0.2)
    walk.press(Key.Key_F12)
    assert heard(walk) == [("PRY", True), ("GHA", False)]
    walk.desk.floor.give(walk.meeting.key, walk.item.key, "MAR", Language.EN)
    walk.press(Key.Key_F12)
    assert heard(walk)[-1] == ("MAR", True)


def test_the_name_of_a_guest_is_asked_about_in_the_language_of_the_room(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    walk.desk.floor.put_down(walk.meeting.key, walk.item.key, said("University of Rabat"))
    QApplication.processEvents()
    walk.press(Key.Key_F12)
    walk.press(Key.Key_F12)
    assert "University of Rabat was given the floor just now." in walk.told()


def test_while_the_sitting_is_suspended_that_is_said_first(walk: Walk) -> None:
    walk.press(Key.Key_F9)
    list_speakers(walk, "parag")
    walk.press(Key.Key_F12)
    walk.press(Key.Key_F9, SHIFT)
    walk.press(Key.Key_F12)
    assert walk.told().startswith("The sitting is suspended, and nobody was given the floor")
