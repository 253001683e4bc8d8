"""The session in the smallest window, with all that can stand above its lists: where the meeting is stays in sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.shell import Shell
from tests.ui.clipping import SIZE
from tests.ui.test_office import shell
from tests.ui.test_session_undo_by_keys import Rapporteur, rapporteur

__all__ = ["rapporteur", "shell"]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("tongue", list(Language))
def test_the_item_and_the_clock_are_in_sight_at_the_smallest_size(
    rapporteur: Rapporteur,
    shell: Shell,
    tongue: Language,
) -> None:
    screen = rapporteur.screen
    window = screen.window()
    rapporteur.key(KEY.Key_F3)
    rapporteur.letters("gha")
    rapporteur.key(KEY.Key_Return)
    rapporteur.key(KEY.Key_F3, CTRL)
    rapporteur.letters("bra")
    rapporteur.key(KEY.Key_Return)
    rapporteur.key(KEY.Key_F9)
    shell.language.switch(tongue)
    window.resize(SIZE)
    for _ in range(4):
        QApplication.processEvents()
    assert screen.strip.outside.isVisible()
    assert screen.speaking.isVisible()
    for part in (screen.strip.item, screen.strip.clock, screen.strip.outside, screen.speaking):
        assert part.visibleRegion().boundingRect() == part.rect(), "all of it is in sight"
    assert screen.strip.mapTo(window, QPoint(0, 0)).y() > 0
    shell.language.switch(Language.EN)


@pytest.mark.parametrize("tongue", list(Language))
def test_who_is_present_is_not_cut_off_beside_the_languages_of_the_projector(
    rapporteur: Rapporteur,
    shell: Shell,
    tongue: Language,
) -> None:
    screen = rapporteur.screen
    window = screen.window()
    rapporteur.key(KEY.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    rapporteur.key(KEY.Key_F11)
    shell.language.switch(tongue)
    window.resize(SIZE)
    for _ in range(4):
        QApplication.processEvents()
    assert screen.projection.isVisible()
    for part in (screen.strip.place, screen.strip.present):
        assert part.fontMetrics().horizontalAdvance(part.text()) <= part.width(), part.text()
    shell.language.switch(Language.EN)
    assert screen.projection.projector is not None
    screen.projection.projector.close()
