"""A text box as high as its text, at every width, with or without a scroll bar."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nmirf_desktop.domain.dispatch_words import usual_message
from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.ui.growing import GrowingText


@pytest.fixture
def page(qapp: QApplication) -> Iterator[QWidget]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(GrowingText(8))
    column.addStretch()
    page.show()
    qapp.processEvents()
    yield page
    page.close()
    shiboken6.delete(page)


def test_a_text_that_fits_without_the_scroll_bar_and_not_beside_it_is_shown_at_every_width(
    page: QWidget, qapp: QApplication
) -> None:
    (box,) = page.findChildren(GrowingText)
    _, by_mail = usual_message(Channel.TO_EACH, of_meeting=True)
    _, by_post = usual_message(Channel.POST, of_meeting=True)
    for width in range(110, 400):
        page.resize(width, 600)
        qapp.processEvents()
        for text in (by_mail.fr, by_post.fr, by_mail.en, by_post.en):
            box.setPlainText(text)
    qapp.processEvents()
    assert not box.verticalScrollBar().isVisible()


def test_a_text_that_is_seen_whole_leaves_the_wheel_to_the_page(page: QWidget, qapp: QApplication) -> None:
    (box,) = page.findChildren(GrowingText)
    box.setPlainText("\n".join("twelve"))
    qapp.processEvents()
    box.verticalScrollBar().setRange(0, 1)  # as Qt has it where a line is only partly seen
    middle = QPointF(20, 20)
    turned = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    qapp.sendEvent(box.viewport(), turned)
    assert box.verticalScrollBar().value() == 0


def test_no_line_ends_under_the_scroll_bar(page: QWidget, qapp: QApplication) -> None:
    """Whatever the width, and whether a text is loaded, typed or shortened again."""
    (box,) = page.findChildren(GrowingText)
    _, text = usual_message(Channel.TO_EACH, of_meeting=True)

    def fits() -> bool:
        qapp.processEvents()
        blocks, block = [], box.document().firstBlock()
        while block.isValid():
            blocks.append(block.layout())
            block = block.next()
        ends = (one.lineAt(line) for one in blocks for line in range(one.lineCount()))
        return max(line.x() + line.naturalTextWidth() for line in ends) <= box.viewport().width()

    for width in range(140, 400, 20):
        page.resize(width, 600)
        for language in (text.en, text.fr, text.es):
            box.setPlainText(language)
            assert fits()
            box.moveCursor(QTextCursor.MoveOperation.End)
            for word in range(20):
                box.insertPlainText("honour " if word % 7 else "\n")
                assert fits()
            box.setPlainText(language[:60])
            assert fits()


@pytest.mark.parametrize("width", range(380, 480, 7))
def test_a_long_text_is_wrapped_beside_the_bar_and_not_under_it(qapp: QApplication, width: int) -> None:
    """What was loaded before the window was shown went on under the bar, until the window had another width."""
    page, box = QWidget(), GrowingText(8)
    QVBoxLayout(page).addWidget(box)
    box.setPlainText("\n".join([usual_message(Channel.TO_EACH, of_meeting=True)[1].en.splitlines()[2]] * 8))
    page.resize(width, 600)
    page.show()
    qapp.processEvents()
    assert box.verticalScrollBar().isVisible()
    assert box.document().size().width() <= box.viewport().width()
    page.close()
    shiboken6.delete(page)
