"""What the register still lacks of the States in the Network: one list, to be worked off or sent along."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.missing import Lacking, lacking
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screens.members_list import status_word
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

COLUMNS: tuple[Column[Lacking], ...] = (
    Column(
        N_("State"),
        lambda one, words: one.state.said_in(words),
        lambda one, words: words.sort_key(one.state.said_in(words)),
        least=10,
    ),
    Column(N_("Status"), lambda one, words: status_word(one.status, words), spare=True, hidden=True),
    Column(
        N_("Gap"),
        lambda one, words: one.what.said_in(words),
        mark=lambda _one: Mark("triangle-alert", Tone.ATTENTION),
        least=26,
        stretch=True,
    ),
    Column(N_("Rule"), lambda one, _words: one.section, spare=True),
    Column(N_("Code"), lambda one, _words: one.state.iso3, hidden=True),
)
COMPLETE = Empty(N_("No gaps"), N_("Of each State in the Network the register has what it asks for."))


class MissingPane(QWidget):
    """The list. ``asked`` carries the code of a State that was opened; ``left`` says that it was closed."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._language, self._alerts = desk, language, alerts
        self._title = QLabel(wordWrap=True)
        style(self._title, Type.TITLE)
        self.list: RowTable[Lacking] = RowTable(COLUMNS, lambda one: one.key, language, COMPLETE)
        self.list.name(N_("Gaps in the register"))
        self.close_button = QPushButton()
        self.list.opened.connect(lambda one: self.asked.emit(one.state.iso3))
        self.close_button.clicked.connect(self.leave)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 4, STEP * 2, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self._title, self.list, SideBySide(self.close_button)):
            column.addWidget(part, 1 if part is self.list else 0)

    def load(self, states: tuple[StateCode, ...] | None, on: datetime.date) -> None:
        """What is missing as of a day of some States, or of all (``None``)."""
        words = self._language.words
        found: tuple[Lacking, ...] = ()
        with self._alerts.guard():
            found = lacking(self._desk.store, self._desk.states, on, states)
        self._say(words, len(states or ()))
        self.list.show_rows(sorted(found, key=lambda one: words.sort_key(one.state.said_in(words))))
        self.list.select_first()

    def _say(self, words: Catalog, selected: int) -> None:
        title = words.gettext("Gaps in the register")
        if selected:
            of = words.ngettext("{n} State selected", "{n} States selected", selected).format(n=selected)
            title = words.pgettext("title of a list", "{title}: {of}").format(title=title, of=of)
        self._title.setText(title)
        back = words.gettext("Back to the States")
        self.close_button.setText(back)
        self.close_button.setToolTip(with_keys(words, back, QKeySequence("Esc")))

    def leave(self) -> None:
        """Close the list."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
