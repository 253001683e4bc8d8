"""The window of the sample register, between 1024 and 1440 pixels of width: nothing in it scrolls sideways."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.panes import SETTLES, Section, around
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.shell import Shell
from tests.ui import sampled

WIDTHS = (1024, 1104, 1128, 1180, 1280, 1440)
"""Of these, some are the least at which a list and a pane stand beside each other."""
LOW = 600
"""So high that a long pane has a vertical scroll bar, which takes from its width."""

pytestmark = [pytest.mark.once, pytest.mark.parametrize("tongue", Language)]


def sideways(window: QWidget) -> list[str]:
    """What has a horizontal scroll bar in sight, by its kind and the kinds of what it stands in."""
    found = []
    for area in sampled.in_sight(window):
        if isinstance(area, QAbstractScrollArea) and area.horizontalScrollBar().isVisible():
            around, names = area.parentWidget(), [type(area).__name__]
            while around is not None and not isinstance(around, Screen):
                names.append(type(around).__name__)
                around = around.parentWidget()
            found.append(" in ".join(names))
    return found


def settled() -> None:
    for _ in range(4):
        QApplication.processEvents()


def swept(office: Office, where: str, widths: Sequence[int] = WIDTHS) -> list[str]:
    """What scrolls sideways at some width."""
    faults = []
    for width in widths:
        office.window.resize(width, LOW)
        settled()
        found = sideways(office.window)
        if found:
            QTest.qWait(SETTLES)  # a form tells those around it later that it stands otherwise
            found = sideways(office.window)
        faults += [f"{where}, at {width} pixels: {one}" for one in found]
    return faults


def test_no_screen_scrolls_sideways(path: Path, shell: Shell, qtbot: QtBot, tongue: Language) -> None:
    faults: list[str] = []
    with sampled.opened(path, shell, qtbot) as office:
        shell.memory.keep(replace(shell.memory.now, language=tongue))
        for name in sorted(SCREENS):
            office.window.go(Place(name))
            settled()
            faults += swept(office, name)
            assert office.window.shown is not None
            for bar in office.window.shown.findChildren(QTabBar):
                for tab in range(bar.count() if bar.isVisible() else 0):
                    bar.setCurrentIndex(tab)
                    settled()
                    faults += swept(office, f"{name}, {bar.tabText(tab)}")
        shell.memory.keep(replace(shell.memory.now, language=Language.EN))
    assert not faults, "\n".join(faults)


def test_no_card_beside_the_minutes_makes_its_pane_scroll_sideways(
    path: Path, shell: Shell, qtbot: QtBot, tongue: Language
) -> None:
    faults: list[str] = []
    with sampled.opened(path, shell, qtbot) as office:
        shell.memory.keep(replace(shell.memory.now, language=tongue))
        office.window.go(Place("minutes"))
        settled()
        screen = office.window.shown
        assert isinstance(screen, MinutesScreen)
        cards = screen.pane.findChildren(Draft)
        assert len(cards) > 6
        for card in cards:
            section = around(card, Section)
            if section is not None:
                section.show()  # which is hidden where the sample has nothing for it, as on minutes that are approved
            card.begin()
            settled()
            assert card.isVisible()
            faults += swept(office, card.verb.text(), WIDTHS[1:4])
            card.hide()
        shell.memory.keep(replace(shell.memory.now, language=Language.EN))
    assert not faults, "\n".join(faults)
