"""The line at the bottom: saved when, as of which date, texts not ready, and long work with its cancel."""

import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.asof import AsOfBox
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.theme import STEP, Tone, role, style
from nmirf_desktop.ui.window_keys import window_key


class StatusLine(QStatusBar):
    """``as_of_changed`` carries the date to show, ``None`` for today; ``missing_asked``: show what is not ready."""

    as_of_changed = Signal(object)
    missing_asked = Signal()

    def __init__(self, language: CurrentLanguage, jobs: Jobs) -> None:
        super().__init__()
        self._language = language
        self._jobs = jobs
        self._saved_at: datetime.datetime | None = None
        self._as_of: datetime.date | None = None
        self._missing = 0
        self.setSizeGripEnabled(False)
        self.setContentsMargins(STEP * 2, 0, STEP * 2, 0)
        self._saved, self._work = QLabel(), QLabel()
        for label in (self._saved, self._work):
            style(label, tone=Tone.MUTED)
        self._date = QPushButton(flat=True)
        self._gaps = QPushButton(flat=True)
        for button in (self._date, self._gaps):
            role(button, "link")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(STEP * 30)
        self._cancel = QPushButton()
        left: list[QWidget] = [self._saved, self._date, self._gaps]
        for part in left:
            self.addWidget(part)
        right: list[QWidget] = [self._work, self._bar, self._cancel]
        for part in right:
            self.addPermanentWidget(part)
        self._date.clicked.connect(self.choose_date)
        self._gaps.clicked.connect(self.missing_asked)
        self._cancel.clicked.connect(jobs.cancel)
        jobs.changed.connect(self._show_work)
        self.retranslate()

    def saved(self, moment: datetime.datetime) -> None:
        """A commit just happened."""
        self._saved_at = moment
        self.retranslate()

    def _saved_words(self) -> str:
        """When it was saved, by the machine's clock: on each screen the same one, so that it never runs back."""
        if self._saved_at is None:
            return ""
        return self._language.words.gettext("Saved {time}").format(time=f"{self._saved_at.astimezone():%H:%M:%S}")

    def show_as_of(self, date: datetime.date | None) -> None:
        """The date whose facts are shown; ``None`` is today."""
        self._as_of = date
        self.retranslate()

    def show_missing(self, number: int) -> None:
        """How many texts of planned meetings are not reviewed: missing, in draft or outdated."""
        self._missing = number
        self.retranslate()

    def choose_date(self) -> None:
        """Open the box in which the day is chosen whose facts are shown."""
        box = AsOfBox(self._as_of, self._language, self)
        box.chosen.connect(self.as_of_changed)
        box.open_over(self._date)

    def _fold(self) -> None:
        """Leave out when it was saved, which is least needed, where there is no room."""
        kept = [part for part in (self._date, self._gaps, self._work, self._bar, self._cancel) if not part.isHidden()]
        room = self.width() - STEP * 8 - sum(part.sizeHint().width() + STEP * 3 for part in kept)
        said = bool(self._saved.text())
        self._saved.setVisible(said and self._saved.sizeHint().width() + STEP * 3 <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self._fold()

    def _show_work(self) -> None:
        running = self._jobs.running
        parts: list[QWidget] = [self._work, self._bar, self._cancel]
        for part in parts:
            part.setVisible(bool(running))
        if running:
            step, steps = self._jobs.progress
            self._work.setText(self._language.words.gettext(running[0].title))
            self._bar.setRange(0, steps)
            self._bar.setValue(step)
        self._fold()

    def retranslate(self) -> None:
        """Say every part again."""
        words = self._language.words
        self._saved.setText(self._saved_words())
        date = words.date(self._as_of or today())
        if self._as_of is None:
            self._date.setText(words.gettext("As of today, {date}").format(date=date))
        else:
            self._date.setText(words.gettext("▲ As of {date}, not today").format(date=date))
        hint = words.gettext("Choose the date whose facts are shown")
        self._date.setToolTip(with_keys(words, hint, window_key("as_of")))
        unready = words.ngettext("{n} text not reviewed", "{n} texts not reviewed", self._missing)
        self._gaps.setText(unready.format(n=words.number(self._missing)))
        self._gaps.setToolTip(
            words.gettext("Show the texts of planned meetings that are missing, in draft or outdated")
        )
        self._gaps.setVisible(self._missing > 0)
        self._cancel.setText(words.gettext("Cancel"))
        self._bar.setAccessibleName(words.gettext("Progress"))
        self._show_work()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_cancel"):
            self._fold()
