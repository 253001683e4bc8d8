"""The room at work: agenda and delegations at the left, the item with its speakers and proposals at the right."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail, Page
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_floor import Floor, Line
from nmirf_desktop.ui.screens.session_lists import AgendaList, Delegations
from nmirf_desktop.ui.screens.session_motions import Motions
from nmirf_desktop.ui.screens.session_presence import Presence
from nmirf_desktop.ui.screens.session_queue import SpeakersQueue
from nmirf_desktop.ui.screens.session_texts import Texts
from nmirf_desktop.ui.theme import STEP

Local = Callable[[datetime.datetime], datetime.datetime]


class Room(QWidget):
    """Everything of a sitting but the vote."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._put = ("", "")
        self.agenda = AgendaList(language)
        self.delegations = Delegations(language)
        self.floor = Floor(language)
        self.queue, self.motions, self.presence = SpeakersQueue(language), Motions(language), Presence(language)
        self.texts = Texts(language)
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.agenda)
        left.addWidget(self.delegations)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(1)
        left.setSizes([300, 300])
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, STEP * 3, 0)
        column.addWidget(left)
        self._page = Page()
        self._page.stand_beside()
        for part in (self.queue, self.floor, self.motions, self.texts, self.presence):
            self._page.add(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(MasterDetail(side, self._page, share=0.38))

    @property
    def language(self) -> CurrentLanguage:
        """The window's language."""
        return self._language

    @property
    def words(self) -> Catalog:
        """The catalogue of the window's language."""
        return self._language.words

    def sizeHint(self) -> QSize:
        """As low as may be: in a small window its lists are scrolled, and where the meeting is stays in sight above."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def show_facts(self, facts: Facts, item: str, local: Local) -> None:
        """Show the meeting at one of its items."""
        self.agenda.show_rows(facts.items)
        self.agenda.select(item)
        states = tuple(facts.states.values())
        self.delegations.show_roll(facts.roll, states)
        near = facts.roll.near
        self.floor.state.set_states(states, near)
        self.texts.offer(states, facts.roll)
        clock = self.words.clock
        own = [heard for heard in facts.heard if heard.item == item]
        self.floor.show_lines(
            [
                Line(heard, facts.states.get(heard.state or ""), clock(local(heard.at)), facts.timed(heard.key))
                for heard in own
            ],
            facts.guests,
            facts.heard,
            facts.floor.speaking.heard.key if facts.floor.speaking is not None else "",
        )
        self.queue.show_facts(facts, item, states)
        times = {one.motion.key: one.motion.at for one in facts.motions}
        times |= {one.point.key: one.point.at for one in facts.points}
        held = self.motions.held
        self.motions.show_facts(facts, item, {key: clock(local(at)) for key, at in times.items()})
        if held and self.motions.table.isHidden():
            self.take_keyboard()
        self.presence.show_facts(facts, local)
        self.texts.show_files([file for file in facts.files if file.proposal.item == item], facts.noted)
        if facts.vote is not None and (put := self._voted_on(facts.vote.key)):
            self._put = (facts.vote.key, put)

    def reveal(self, record: str) -> None:
        """Choose a proposal or an intervention of the item and bring it into view."""
        parts = (self.texts, self.floor, self.motions)
        part = next((one for one in parts if one.table.select(record)), None)
        if part is not None:
            QTimer.singleShot(0, part, lambda: self._page.ensureWidgetVisible(part.table))

    def take_keyboard(self) -> None:
        """Put the keyboard where the sitting goes on: at the next speaker, or while nobody is there at the list."""
        if self.delegations.anybody:
            self.floor.begin()
        else:
            self.delegations.setFocus()

    def go_on_after(self, vote: str, *, again: bool = False) -> None:
        """Put the keyboard on what was voted, a text or a motion; where it is on none, where the sitting goes on.

        After an amendment that is the text which it amended, unless its vote was only looked at *again*. One whose
        opening was taken back is on that on which it was while it was open.
        """
        held = self._voted_on(vote) or (self._put[1] if self._put[0] == vote else "")
        text = next((row for row in self.texts.rows if row.key == held), None)
        if text is not None:
            self.texts.go_to(text.key)
            if text.amendment is not None and not again:
                self.texts.go_on_from(text.amendment)
        elif any(line.key == held for line in self.motions.table.model.rows):
            self.show_motion(held)
        else:
            self.take_keyboard()

    def _voted_on(self, vote: str) -> str:
        """The text or the motion of the item on which a vote was opened, "" where it was on none."""
        texts = (row.key for row in self.texts.rows if any(one.key == vote for one in row.votes))
        lines = self.motions.table.model.rows
        motions = (line.key for line in lines if line.file.vote is not None and line.file.vote.key == vote)
        return next(texts, "") or next(motions, "")

    def begin_guest(self) -> None:
        """Ask which guest takes the floor."""
        self.floor.begin_guest()

    def begin_listing(self, *, reply: bool) -> None:
        """Go on with who waits for the floor."""
        self.queue.begin(reply=reply)

    def begin_presence(self) -> None:
        """Ask for a list of who is present."""
        self.presence.card.start()

    def show_motion(self, key: str) -> None:
        """Go on with a motion or a point of order: the keyboard is at its keys."""
        self.motions.reveal(key)

    def show_acts(self) -> None:
        """Bring into view what can be done with the proposal now."""
        QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(self.texts.acts))

    def begin_text(self, key: str) -> None:
        """Go on with a proposal that was just tabled."""
        self.texts.begin(key)
