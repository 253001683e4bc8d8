"""Messages that are given back: read, shown with what each shows, and recorded, each a job that can be stopped."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.drops import ENDINGS
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.distribution_mail import MailCard, read_all, record_all
from nmirf_desktop.ui.screens.distribution_mail_taken import Taken
from nmirf_desktop.ui.theme import STEP, Tone

READ_ONLY = N_("The register is open for reading only: nothing is recorded in it.")
RECORDED = N_("Messages recorded: {n}; recipients concerned: {count}.")
NOTHING_READ = N_("Reading the messages was cancelled: nothing was recorded.")
NOT_ALL = N_("Messages recorded: {n}; recipients concerned: {count}. What was not recorded says why, in the list.")
BUT_FOR = N_("Messages recorded: {n}; recipients concerned: {count}; left out: {left}.")
NOT_ALL_BUT_FOR = N_(
    "Messages recorded: {n}; recipients concerned: {count}; left out: {left}. What was not recorded says why, in the "
    "list."
)
ALL_LEFT_OUT = N_(
    "Every message that can be recorded is left out: nothing was recorded. Tick those to be recorded with Space, or "
    "close the list."
)
STOPPED = N_("Recording was stopped: what was recorded by then stays. Take the messages in again to go on.")
FOOT = 14
"""How many steps are left free under the card, for a message that lies over the foot of the window."""


class TakingIn(QWidget):
    """The page of the messages. ``shown`` says that there are some, ``closed`` follows its end.

    ``asked`` leads to where a list is looked at that was given instead.
    """

    shown = Signal()
    closed = Signal()
    asked = Signal(object)

    def __init__(self, desk: Secretariat, jobs: Jobs, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._jobs, self._alerts = desk, jobs, alerts
        self.card = MailCard(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 2, 0, STEP * FOOT)
        column.addWidget(self.card, 1)
        self.card.done.connect(self._record)
        self.card.left.connect(self.closed)
        self.card.asked.connect(self.asked)

    def take_in(self, paths: Sequence[Path], on: datetime.date) -> None:
        """Read messages, with States as they are called on a day; nothing is recorded by that."""
        if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS:
            self.asked.emit(Place("imports", f"file:{paths[0]}"))
            return
        if paths and self._desk.store.read_only:
            self._alerts.say(READ_ONLY, Tone.NEUTRAL)
            return
        if not paths or not put_away([self.card]):
            return
        self._alerts.settle()
        states = {str(code): state for code, state in self._desk.states.on(on).items()}
        job = self._jobs.start(
            N_("Reading messages"),
            lambda report: read_all(self._desk.returned_mail, paths, states, report),
            self._show,
        )
        job.cancelled.connect(lambda: self._alerts.say(NOTHING_READ, Tone.NEUTRAL))

    def _show(self, taken: list[Taken]) -> None:
        self.shown.emit()
        self.card.show_taken(taken)

    def _record(self) -> None:
        taken = tuple(self.card.taken)
        if not any(one.ticked for one in taken):
            self._alerts.say(ALL_LEFT_OUT, Tone.ATTENTION)
            return
        job = self._jobs.start(
            N_("Recording"), lambda report: record_all(self._desk.returned_mail, taken, report), self._recorded
        )
        job.cancelled.connect(lambda: self._end(STOPPED, Tone.NEUTRAL))

    def _recorded(self, found: tuple[list[Taken], int]) -> None:
        after, count = found
        number, left = sum(one.done for one in after), sum(one.left_out for one in after)
        if any(one.problem is not None for one in after):
            self.card.show_taken(after)
            self._alerts.say(NOT_ALL_BUT_FOR if left else NOT_ALL, n=number, count=count, left=left)
        else:
            self._end(BUT_FOR if left else RECORDED, Tone.GOOD, n=number, count=count, left=left)

    def _end(self, message: str, tone: Tone, **values: object) -> None:
        self.card.finished()
        self.closed.emit()
        self._alerts.say(message, tone, **values)
