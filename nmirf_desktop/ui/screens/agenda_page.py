"""The base of the pages beside the items: what an agenda has of a kind, as rows, and cards in which more is written."""

import datetime
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Again, Draft, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.meeting_field import ELSEWHERE, called
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

Way = tuple[str, Callable[[], object]]
"""A small action of a row: its label, a marked constant, and what it does."""


class AgendaPage(Page):
    """One page: a sentence what belongs here, a button, cards, and rows. ``asked`` carries a place.

    A card belongs to the meeting on whose agenda it was opened, which it names, whichever is shown when it is recorded.
    """

    asked = Signal(object)

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, hint: str) -> None:
        super().__init__()
        self.stand_beside()
        self._column.setSpacing(STEP * 3)
        self.desk, self.language, self.alerts = desk, language, alerts
        self.meeting: Meeting | None = None
        self.on: datetime.date = today()
        self._hint = hint
        self._buttons: list[tuple[QPushButton, str]] = []
        self._cards: list[Draft] = []
        self._grounds: dict[Draft, Meeting] = {}
        self._about = WrappedLabel()
        style(self._about, Type.BODY, Tone.MUTED)
        self.rows = FactRows(language)
        self.rows.asked.connect(self.asked)
        self.add(self._about)

    @property
    def words(self) -> Catalog:
        """The catalogue of the window's language."""
        return self.language.words

    @property
    def key(self) -> Key:
        """The meeting whose agenda is shown, or nothing."""
        return self.meeting.key if self.meeting is not None else ""

    @property
    def locked(self) -> bool:
        """Whether nothing can be written."""
        return self.desk.store.read_only

    def button(self, label: str, slot: Callable[[], object]) -> QPushButton:
        """A button (a marked constant) that begins something."""
        button = QPushButton()
        role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        self._buttons.append((button, label))
        self.add(button)
        return button

    def card(self, draft: Draft, done: Callable[[], object]) -> Draft:
        """A card of the page, closed until it is opened; one at a time is open."""
        self._cards.append(draft)
        draft.done.connect(done)
        self.add(draft)
        return draft

    def put_away(self) -> bool:
        """Close the cards before one of them is filled anew; false where one is filled in: it stays, and says so."""
        return put_away(self._cards)

    def open_card(self, draft: Draft, again: Again | None = None) -> None:
        """Open a card that was filled anew, after :meth:`put_away` gave way; it is this meeting's from now on.

        *again* as a draft begins.
        """
        if self.meeting is not None:
            self._grounds[draft] = self.meeting
            draft.concern(called(self.meeting))
        draft.begin(again=again)
        self.bring_in(draft)

    def ground(self, draft: Draft) -> Key:
        """The meeting on whose agenda a card was opened."""
        return self._grounds[draft].key

    def finish(self, draft: Draft) -> None:
        """Close a card after its fact was recorded; where another meeting is shown, say for which one it was."""
        draft.finished()
        meeting = self._grounds[draft]
        if meeting.key != self.key:
            self.alerts.say(ELSEWHERE, meeting=called(meeting))

    def load(self, meeting: Meeting | None, on: datetime.date) -> None:
        """Show what there is for a meeting's agenda on a day."""
        if meeting is None or meeting.key != self.key:
            for card in self._cards:
                card.hide()
        self.meeting, self.on = meeting, on
        words = self.words
        self._about.setText(words.gettext(self._hint))
        for button, label in self._buttons:
            button.setText(words.gettext(label))
            button.setEnabled(meeting is not None and not self.locked)
        self.rows.show_rows(self.shown() if meeting is not None else ())

    def again(self) -> None:
        """Show it again after something was done."""
        self.load(self.meeting, self.on)

    def shown(self) -> Iterable[FactRow]:
        """The rows of the page."""
        raise NotImplementedError

    def offers(self, *ways: Way) -> tuple[Offer, ...]:
        """Small actions of a row, none where nothing can be written."""
        return () if self.locked else tuple(Offer(label, partial(self._do, act)) for label, act in ways)

    def _do(self, act: Callable[[], object]) -> None:
        with self.alerts.guard():
            act()
