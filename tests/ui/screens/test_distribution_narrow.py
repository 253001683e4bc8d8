"""Distribution in a window of 1024 by 700: how everything stands can be read whole."""

import dataclasses
from typing import TypeVar, cast

import pytest
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nmirf_desktop.domain.dispatches import Dispatch, Happening, Standing
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.deliveries import Counted, Witness
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.distribution import DistributionScreen
from nmirf_desktop.ui.screens.distribution_list import DISPATCHES
from nmirf_desktop.ui.table import RowTable
from tests.ui.screens.offices import NOON
from tests.ui.screens.test_distribution import desk, issue, prepare, screen

T = TypeVar("T")
ROOM = 830, 560
"""What the navigation, the bars and the line at the foot leave of 1024 by 700 pixels."""


__all__ = ["desk", "screen"]


def happen(desk: Secretariat) -> None:
    """Something of each kind: acknowledged, failed, failed in part, sent, and not sent yet."""
    (line,) = desk.deliveries.lines()
    keys = {one.recipient.state or "": one.recipient.key for one in line.deliveries}
    now = desk.deliveries.now
    desk.deliveries.happened([keys[one] for one in ("PRY", "URY", "GHA", "BRA")], Happening.SENT, now)
    desk.deliveries.happened([keys["PRY"]], Happening.ACKNOWLEDGED, now)
    desk.deliveries.happened([keys["URY"]], Happening.FAILED, now)
    witness = Witness("f" * 64, ("mission@example.org",))
    desk.deliveries.happened([keys["GHA"]], Happening.FAILED, now, witness=witness)


def cut(table: RowTable[T], title: str) -> list[str]:
    """The cells of a column that do not say all they have to say."""
    number = [column.title for column in table.model.columns].index(title)
    assert not table.view.isColumnHidden(number)
    found = []
    for row in range(len(table.model.rows)):
        index, option = table.model.index(row, number), QStyleOptionViewItem()
        table.view.initViewItemOption(option)
        option.rect = table.view.visualRect(index)
        delegate = table.view.itemDelegateForIndex(index)
        assert isinstance(delegate, QStyledItemDelegate)
        delegate.initStyleOption(option, index)
        element = QStyle.SubElement.SE_ItemViewItemText
        room = table.view.style().subElementRect(element, option, table.view).width()
        margin = table.view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, table.view) + 1
        if option.fontMetrics.horizontalAdvance(option.text) > room - 2 * margin:
            found.append(option.text)
    return found


def test_where_all_were_sent_and_some_are_acknowledged_all_are_counted_as_sent() -> None:
    """“46 sent of 48” read as if two had not gone."""
    sent = {Standing.SENT: 46, Standing.ACKNOWLEDGED: 2}
    column = next(one for one in DISPATCHES if one.title == "How it stands")
    dispatch = cast("Dispatch", None)  # the numbers alone are said
    assert column.brief is not None
    words = catalog(Language.EN)
    assert column.brief(Counted(dispatch, (), sent), words) == "48 sent"
    assert column.brief(Counted(dispatch, (), {**sent, Standing.FAILED: 1}), words) == "1 not delivered of 49"


@pytest.mark.parametrize("tongue", Language)
def test_how_each_dispatch_and_each_recipient_stands_is_whole_at_1024_by_700(
    screen: DistributionScreen, desk: Secretariat, language: CurrentLanguage, tongue: Language
) -> None:
    """It said “1 not delivered, 3 n…”: what failed could be read, and what is to be done could not."""
    issue(desk)
    (person,) = desk.members.file("GHA", NOON.date()).people.values()
    desk.members.save_person(dataclasses.replace(person, emails=(*person.emails, "mission@example.org")))
    prepare(screen)
    happen(desk)
    language.switch(tongue)
    screen.resize(*ROOM)
    for _ in range(3):
        QApplication.processEvents()
    assert cut(screen.list, "How it stands") == []
    assert cut(screen.detail.people, "How it stands") == []
    for table in (screen.list, screen.detail.people):
        assert table.view.horizontalScrollBar().maximum() == 0
