"""A list and its pane: beside each other where there is room, else under each other, and the reader's share stays."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import BESIDE, MasterDetail, Page


def shown(qtbot: QtBot, both: MasterDetail, letters: int) -> None:
    both.resize(both.fontMetrics().averageCharWidth() * letters, 600)
    both.show()
    qtbot.waitExposed(both)
    QApplication.processEvents()


def test_where_it_is_narrow_the_pane_stands_under_the_list_and_back(qtbot: QtBot) -> None:
    left, right = QWidget(), QWidget()
    both = MasterDetail(left, right, share=0.4)
    qtbot.addWidget(both)
    shown(qtbot, both, BESIDE + 10)
    wide = both.sizes()
    assert left.y() == right.y()
    assert abs(left.width() - both.width() * 0.4) <= 2
    shown(qtbot, both, BESIDE - 10)
    assert left.x() == right.x()
    assert left.width() == right.width() == both.width()
    assert right.y() > left.y()
    assert both.minimumSizeHint().height() > both.fontMetrics().lineSpacing() * 20
    shown(qtbot, both, BESIDE + 10)
    assert both.sizes() == wide


def test_a_share_that_was_dragged_holds_at_another_width(qtbot: QtBot) -> None:
    left, right = QWidget(), QWidget()
    both = MasterDetail(left, right)
    qtbot.addWidget(both)
    shown(qtbot, both, BESIDE * 2)
    handle = both.handle(1)
    by = QPoint(both.width() // 4, 0)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    QTest.mouseMove(handle, QPoint(0, 5) + by)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    share = left.width() / both.width()
    assert share > 0.6
    shown(qtbot, both, BESIDE * 3)
    assert abs(left.width() / both.width() - share) < 0.02


def test_a_list_above_a_card_gives_way_to_it_until_the_card_is_closed(qtbot: QtBot, language: CurrentLanguage) -> None:
    left, right = QWidget(), QWidget()
    form = Form(language)
    form.add("reference", "Reference", TextField(language))
    card = Draft("Title", "Record", form, language)
    QVBoxLayout(right).addWidget(card)
    both = MasterDetail(left, right)
    qtbot.addWidget(both)
    shown(qtbot, both, BESIDE - 10)
    assert left.isVisible()
    card.begin()
    assert not left.isVisible()
    assert right.height() >= both.height() - 1
    shown(qtbot, both, BESIDE + 10)
    assert left.isVisible()
    shown(qtbot, both, BESIDE - 10)
    card.close_up()
    assert left.isVisible()
    assert left.height() > 100


def test_two_pages_under_each_other_are_whole_and_what_stands_around_them_scrolls(qtbot: QtBot) -> None:
    left, right = Page(), Page()
    for page in (left, right):
        for number in range(30):
            page.add(QLabel(f"line {number}"))
    around = QScrollArea(widgetResizable=True)
    both = MasterDetail(left, right)
    around.setWidget(both)
    qtbot.addWidget(around)
    around.resize(both.fontMetrics().averageCharWidth() * (BESIDE - 20), 300)
    around.show()
    qtbot.waitExposed(around)
    qtbot.waitUntil(lambda: right.y() > left.y())
    qtbot.waitUntil(lambda: [page.verticalScrollBar().maximum() for page in (left, right)] == [0, 0])
    assert around.verticalScrollBar().maximum() > 300
    around.resize(both.fontMetrics().averageCharWidth() * (BESIDE + 20), 300)
    qtbot.waitUntil(lambda: right.y() == left.y() and around.verticalScrollBar().maximum() == 0)


class Late(QWidget):
    """Is higher where it is narrow, and says so after it was laid out, as a form in a card does."""

    def __init__(self) -> None:
        super().__init__()
        self.said = self.due = 600

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """What it needed in the width before."""
        return QSize(50, self.said)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Another width, another height, from the next turn on."""
        if event.size().width() != event.oldSize().width():
            before, self.due = self.due, 300 if event.size().width() > 375 else 600
            self.say(before)
            QTimer.singleShot(0, self, lambda: self.say(self.due))

    def say(self, height: int) -> None:
        """It needs so much now."""
        self.said = height
        self.updateGeometry()


def test_a_page_whose_parts_say_late_how_high_they_are_comes_to_rest(qtbot: QtBot) -> None:
    """It went from one width to the other and back, each within the other, until the process died."""
    page, part = Page(), Late()
    page.add(part)
    qtbot.addWidget(page)
    page.resize(800, 700)
    page.show()
    for width, height in ((400, 450), (300, 450), (400, 450), (800, 200), (405, 700), (398, 450)):
        page.resize(width, height)
        qtbot.wait(30)
        part.say(600)
        qtbot.wait(30)
        part.say(part.due)
        qtbot.wait(30)
        bar, view = page.verticalScrollBar(), page.viewport()
        assert part.said == part.due
        assert page.body.height() >= part.said
        assert page.body.width() == view.width()
        assert bar.maximum() == page.body.height() - view.height(), "all of it can be seen"
        assert bar.isVisible() is (bar.maximum() > 0)
