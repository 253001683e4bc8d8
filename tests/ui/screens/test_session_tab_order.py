"""Tab in the forms of the room: title and text in the language of the text first, then in the others, then States."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.language import NAMES
from tests.ui.screens.conftest import Walk

Key, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
OTHERS = {tongue: [NAMES[one] for one in Language if one is not tongue] for tongue in Language}


def here(walk: Walk) -> str:
    """What the field that has the keyboard is called; of a text in three languages, in which."""
    focus = QApplication.focusWidget()
    assert focus is not None
    for name in ("title", "text", "sponsor", "sponsors"):
        editors = walk.screen.room.texts.form.field(name).editors
        if focus in editors:
            return f"{name}, {NAMES[tuple(Language)[editors.index(focus)]]}" if len(editors) > 1 else name
    return focus.accessibleName()


def tabbed(walk: Walk, times: int) -> list[str]:
    """Where Tab leads."""
    found = [here(walk)]
    for _ in range(times):
        walk.press(Key.Key_Tab)
        found.append(here(walk))
    return found


@pytest.mark.parametrize("tongue", list(Language))
def test_a_proposal_is_written_through_in_its_language_before_it_is_translated(walk: Walk, tongue: Language) -> None:
    walk.language.switch(tongue)
    own, (second, third) = NAMES[tongue], OTHERS[tongue]
    walk.press(Key.Key_F4)
    assert tabbed(walk, 7) == [
        f"title, {own}", f"text, {own}", f"title, {second}", f"text, {second}",
        f"title, {third}", f"text, {third}", "sponsor", "sponsors",
    ]  # fmt: skip
    for _ in range(7):
        walk.press(Key.Key_Backtab, SHIFT)
    assert here(walk) == f"title, {own}"
    walk.language.switch(Language.EN)


def test_proposals_in_two_languages_are_each_written_in_their_own(walk: Walk) -> None:
    walk.language.switch(Language.ES)
    walk.press(Key.Key_F4)
    walk.type("uno")
    walk.language.switch(Language.EN)
    walk.press(Key.Key_F4)
    assert tabbed(walk, 1) == ["title, English", "text, English"]
    walk.screen.room.texts.table.view.setFocus()
    walk.press(Key.Key_Up)
    walk.screen.room.texts.form.title.setFocus()
    assert tabbed(walk, 2) == ["title, Español", "text, Español", "title, English"]


def test_an_election_is_opened_in_the_language_of_the_window(walk: Walk) -> None:
    walk.language.switch(Language.FR)
    walk.press(Key.Key_F8, CTRL)
    fields = walk.screen.elections.opening.fields
    assert QApplication.focusWidget() is fields.title.editors[1]
    for other in (0, 2):
        walk.press(Key.Key_Tab)
        assert QApplication.focusWidget() is fields.title.editors[other], "the title in each language"
    for name in ("body", "seats", "group", "majority"):
        walk.press(Key.Key_Tab)
        assert QApplication.focusWidget() in fields.field(name).editors
    walk.language.switch(Language.EN)
