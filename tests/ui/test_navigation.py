"""The list of screens: where one is stands in sight, however one came there."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QListWidget

from nmirf_desktop.ui.entries import ScreenEntry
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.navigation import Navigation

NAMES = [f"screen {number}" for number in range(30)]


@pytest.fixture
def navigation(qapp: QApplication, language: CurrentLanguage) -> Iterator[Navigation]:
    made = Navigation([ScreenEntry(name, name, "send", None) for name in NAMES], language)  # type: ignore[arg-type]
    made.resize(200, 300)
    made.show()
    qapp.processEvents()
    yield made
    made.close()
    shiboken6.delete(made)


def seen(navigation: Navigation, name: str) -> bool:
    """Whether an entry is in sight, whole."""
    part = navigation.findChildren(QListWidget)[0]
    item = next(part.item(row) for row in range(part.count()) if part.item(row).text() == name)
    place = part.visualItemRect(item)
    return place.top() >= 0 and place.bottom() <= part.viewport().height()


def test_the_screen_that_is_shown_is_scrolled_into_sight(navigation: Navigation, qapp: QApplication) -> None:
    for name in (NAMES[-1], NAMES[0], NAMES[20]):
        navigation.show_current(name)
        qapp.processEvents()
        assert seen(navigation, name)


def test_it_is_in_sight_also_where_entries_come_before_it_or_the_window_becomes_low(
    navigation: Navigation, qapp: QApplication
) -> None:
    navigation.show_entries(NAMES[:20], False)
    navigation.show_current(NAMES[25])
    navigation.show_entries(NAMES[:20], True)
    qapp.processEvents()
    assert seen(navigation, NAMES[25])
    navigation.resize(200, 150)
    qapp.processEvents()
    assert seen(navigation, NAMES[25])
