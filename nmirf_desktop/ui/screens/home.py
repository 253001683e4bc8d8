"""Home: what is due, late and missing, and who is in office; each line leads to where it is settled."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.home import Home, Overview
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page, Section
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen, today
from nmirf_desktop.ui.screens import home_rows as rows
from nmirf_desktop.ui.strip import MilestoneStrip
from nmirf_desktop.ui.theme import STEP

WIDE = 110
"""From so many letters of width on, the blocks stand two by two."""


class Blocks(QWidget):
    """The four blocks, two by two where there is room, else under each other."""

    def __init__(self, blocks: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._blocks = blocks
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(STEP * 10)
        self._grid.setVerticalSpacing(STEP * 2)
        self._place(1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, block in enumerate(self._blocks):
            self._grid.addWidget(block, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where they fit."""
        super().resizeEvent(event)
        self._place(2 if event.size().width() >= self.fontMetrics().averageCharWidth() * WIDE else 1)


class Block(Section):
    """A heading and its rows."""

    asked = Signal(object)

    def __init__(self, title: str, language: CurrentLanguage) -> None:
        super().__init__(title, language)
        self.rows = FactRows(language)
        self.rows.asked.connect(self.asked)
        self.add(self.rows)
        self._column.addStretch()

    def show_rows(self, found: tuple[FactRow, ...]) -> None:
        """Show these rows under the heading."""
        self.rows.show_rows(found)


class HomeScreen(Screen):
    """The overview of the day that is looked at."""

    title = N_("Home")
    icon = "house"
    subjects = frozenset(Subject)
    help_page = "home"

    def __init__(self, home: Home, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._home = home
        self._overview: Overview | None = None
        self.eve = FactRows(language)
        self.due = Block(N_("Due"), language)
        self.late = Block(N_("Late"), language)
        self.missing = Block(N_("Missing"), language)
        self.office = Block(N_("In office today"), language)
        self.rules = Block(N_("Rules of the Declaration"), language)
        self.meeting = Block(N_("Next meeting"), language)
        self.strip = MilestoneStrip(language)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page())
        self._stack.addWidget(self._beginning())
        self._connect()
        self.retranslate()

    def _page(self) -> Page:
        page = Page()
        page.add(self.eve)
        page.add(Blocks((self.due, self.late, self.missing, self.office)))
        self.meeting.add(self.strip)
        page.add(self.rules)
        page.add(self.meeting)
        return page

    def _beginning(self) -> EmptyState:
        founders = Offer(N_("Add the founding members"), lambda: self.asked.emit(Place("members", "!founders")))
        meeting = Offer(N_("Plan a meeting"), lambda: self.asked.emit(Place("meetings")))
        text = N_(
            "Here will stand what is due, late and missing, and who is in office. Begin with the States that took "
            "part in Asunción on 8 and 9 May 2024: they are members or observers without a letter (R9). Then plan "
            "the next annual meeting: its agenda is due one month before (R39)."
        )
        return EmptyState(Empty(N_("The register is empty"), text, (founders, meeting), "house"), self.language)

    def _connect(self) -> None:
        for block in (self.due, self.late, self.missing, self.office, self.rules, self.meeting, self.eve):
            block.asked.connect(self.asked)
        self.strip.asked.connect(lambda _key: self._open_meeting())

    def _open_meeting(self) -> None:
        if self._overview is not None and self._overview.meeting is not None:
            self.asked.emit(Place("meetings", self._overview.meeting.meeting.key))

    def refresh(self) -> None:
        """Ask again for the day that is looked at."""
        before = self._overview
        with self.alerts.guard():
            self._overview = self._home.overview(self.on)
        if self._overview != before:
            self._show()

    def _show(self) -> None:
        found, words = self._overview, self.words
        if found is None:
            return
        self._stack.setCurrentIndex(1 if found.empty else 0)
        eve = rows.going_on(found, words) + rows.eve(found, words)
        self.eve.show_rows(eve)
        self.eve.setVisible(bool(eve))
        self.due.show_rows(rows.due(found, words))
        self.late.show_rows(rows.late(found, words))
        self.missing.show_rows(rows.missing(found, words))
        day = words.gettext("In office on {day}").format(day=words.date(found.on))
        self.office.head("" if found.on == today() else day)
        self.office.show_rows(rows.office(found, words))
        self.rules.show_rows(rows.rules(found, words))
        self.meeting.show_rows(rows.meeting(found, words))
        self.strip.setVisible(found.meeting is not None)
        self.strip.show_milestones(rows.milestones(found, words), self.on)

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self._show()
