"""A text box as high as its text, at every width, with or without a scroll bar."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nmirf_desktop.domain.dispatch_words import usual_message
from nmirf_desktop.domain.dispatches import Channel
from nmirf_desktop.ui.growing import GrowingText
from tests.ui.screens.offices import held


@pytest.mark.usefixtures("language")
def test_a_text_that_fits_without_the_scroll_bar_and_not_beside_it_is_shown_at_every_width() -> None:
    _, by_mail = usual_message(Channel.TO_EACH, of_meeting=True)
    _, by_post = usual_message(Channel.POST, of_meeting=True)
    with held(QWidget()) as page:
        column = QVBoxLayout(page)
        box = GrowingText(8)
        column.addWidget(box)
        column.addStretch()
        page.show()
        for width in range(110, 400):
            page.resize(width, 600)
            QApplication.processEvents()
            for text in (by_mail.fr, by_post.fr, by_mail.en, by_post.en):
                box.setPlainText(text)
        QApplication.processEvents()
        assert not box.verticalScrollBar().isVisible()
