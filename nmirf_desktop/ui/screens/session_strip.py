"""The top of the session screen: where the meeting is, what time it is there, who is present, when it was saved."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.labels import ElidedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


def sitting_words(sitting: Sitting | None, words: Catalog) -> str:
    """Which sitting it is, and whether it is open."""
    if sitting is None:
        return words.gettext("no sitting planned")
    name = words.ordinal_sitting(sitting.number)
    if sitting.opened_at is None:
        return words.gettext("{sitting}, not yet open").format(sitting=name)
    if sitting.closed_at is None:
        return words.gettext("{sitting}, open").format(sitting=name)
    return words.gettext("{sitting}, closed").format(sitting=name)


def item_words(item: Numbered, words: Catalog) -> str:
    """An item with its number: "5 (a) Contribution to the knowledge hub"."""
    title = item.item.title[words.language] or item.item.title.original
    return words.pgettext("number and title", "{number} {title}").format(
        number=item.reference(words.language), title=title
    )


class Strip(QWidget):
    """Two lines; nothing in them takes the keyboard."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.place, self.item = ElidedLabel(), ElidedLabel()
        self.clock, self.present, self.saved = QLabel(), ElidedLabel(), QLabel()
        style(self.place, Type.BODY, Tone.MUTED)
        style(self.item, Type.HEADING)
        style(self.clock, Type.HEADING)
        style(self.present, Type.BODY)
        style(self.saved, Type.BODY, Tone.MUTED)
        texts: tuple[QLabel, ...] = (self.place, self.item, self.present)
        for text in texts:
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in (self.clock, self.saved):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, STEP * 2)
        column.setSpacing(STEP)
        column.addLayout(self._line(self.item, self.clock))
        second = self._line(self.place, self.saved)
        second.insertWidget(1, self.present, 1)
        self._second = second
        column.addLayout(second)

    def _line(self, left: QWidget, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP * 4)
        row.addWidget(left, 1)
        row.addWidget(right)
        return row

    def add(self, widget: QWidget) -> None:
        """Put a small control on the second line."""
        self._second.insertWidget(2, widget)

    def show_facts(self, facts: Facts, item: Numbered | None) -> None:
        """Show where the meeting is and who is present."""
        words = self._language.words
        self.place.setText(
            words.pgettext("meeting and sitting", "{symbol} · {sitting}").format(
                symbol=facts.meeting.symbol, sitting=sitting_words(facts.sitting, words)
            )
        )
        self.item.setText(item_words(item, words) if item else words.gettext("No agenda yet"))
        self.present.setText(facts.roll.said_in(words))

    def show_time(self, now: datetime.datetime) -> None:
        """What the clock on the wall says."""
        self.clock.setText(self._language.words.clock(now))

    def show_saved(self, at: datetime.datetime) -> None:
        """When the last key was written to the disk, by the clock on the wall."""
        self.saved.setText(self._language.words.gettext("Saved {time}").format(time=f"{at:%H:%M:%S}"))
